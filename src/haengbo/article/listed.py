"""Marked paragraphs that are news, though their marks also stand before captions and headings.

Comes in: lines with their looks. Goes out: the looks, with the items of a round-up and the turns
of a talk as sentences of news. Invariant: one marked line alone stays what it looked like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.article.forms import Form, Line, Look

#: (서울=가람통신) ▲ 외무상이 …: the first item of a round-up stands behind its dateline.
_OPENS = re.compile(r"\A[^▲△]{2,60}[)\]】>=]\s?[▲△]\s?\S")
#: 합의한 내용은 다음과 같다., 이날 나온 말은 아래와 같다.: what stands below is listed.
_ANNOUNCES = re.compile(r"(?:(?:다음|아래)과?와?\s?같(?:다|습니다)\.?|:)$")
_TRIANGLES = ("▲", "△")
#: ◇ 사회자> …?, ◆가람> …: who speaks, between a sign and a bracket.
_TURN = re.compile(r"[◇◆○●□■◎▷▶]\s?[^<>\s][^<>]{0,14}\s?>\s?\S")
_TURNS_FEWEST = 2
_ITEM = "sentence:item"


def with_items(lines: Sequence[Line], looks: Sequence[Look]) -> list[Look]:
    """The looks, marked paragraphs of a round-up or a talk as sentences.

    Example:
        Below ``(서울=가람통신) ▲ 외무상이 … 만났다.`` ``▲ 총리가 … 떠났다.`` is no caption.
    """
    out = list(looks)
    for index in range(1, len(lines)):
        if looks[index].rule != "caption:marker" or not lines[index].text.startswith(_TRIANGLES):
            continue
        before = lines[index - 1].text
        if out[index - 1].rule == _ITEM or _OPENS.match(before) or _ANNOUNCES.search(before):
            out[index] = Look(Form.SENTENCE, _ITEM)
    turns = [i for i, line in enumerate(lines) if _TURN.match(line.text) and not line.outside]
    if len(turns) >= _TURNS_FEWEST:
        for index in turns:
            out[index] = Look(Form.SENTENCE, "sentence:turn")
    return out
