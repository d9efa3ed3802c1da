"""One line of a wiki page → what its marks say: a heading, a category, a template, a source.

Comes in: the text of a line. Goes out: a ``Look`` or ``None``. Headings stand between equals signs
(== 반응 ==) or before the link that edits them (반응[편집]). Invariant: a line without such marks
is left to the other checks.
"""

from __future__ import annotations

import re

from haengbo.article.cues import Cues, squeeze
from haengbo.article.forms import Form, Look
from haengbo.model.article import bare_heading

#: [[분류:외교]], {{출처}}, <references />, __목차없음__, a file between brackets.
_TOOL = re.compile(
    r"\[\[(?:분류|파일|그림|Category|File|Image):[^\n]{1,300}\]\]|\{\{[^\n]{1,600}\}\}"
    r"|</?(?:references|ref|gallery)\b[^<>]{0,80}>|__[^\s_]{1,20}__"
)
#: 2024년 5월 1일에 확인함, ↑ 가람신문, “…”: what stands in a list of sources.
_SOURCE = re.compile(r"↑\s|.{0,400}\d일에\s확인함\.?$")
#: What software writes below a page.
_FOOT = re.compile(
    r"이\s문서는\s.{4,60}\s마지막으로\s편집되었습니다|분류\s?:\s?\S"
    r"|[\"“]?https?://\S{1,300}에서\s찾아볼\s수\s있습니다"
)


def wiki_line(text: str, cues: Cues) -> Look | None:
    """What a line of a wiki page looks like.

    Example:
        ``== 출처 ==`` opens a list of sources, ``== 각국 반응 ==`` heads a section.
    """
    heading = bare_heading(text)
    if heading != text:
        listed = squeeze(heading) in cues.headings
        return Look(Form.HEADING, "heading:list") if listed else Look(Form.SECTION, "section:wiki")
    if _TOOL.fullmatch(text) or _SOURCE.match(text) or _FOOT.match(text):
        return Look(Form.FURNITURE, "furniture:wiki")
    return None
