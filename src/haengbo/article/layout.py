"""Lines in their order → the kind of each, decided in context.

Comes in: the non-empty lines of a text dump, or the paragraphs of a web page with what the markup
hints. Goes out: one kind and rule per line. The news is found first (``extent``), then the headline
(``headline``), then what stands above, inside and below the news. Invariant: as many verdicts as
lines; every line above the headline is furniture or meta.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from haengbo.article.bylines import is_name
from haengbo.article.chronology import HEAD
from haengbo.article.cues import Cues, squeeze
from haengbo.article.extent import (
    FURNITURE_FORMS,
    HEADING_MAX,
    ONLY_TEXT,
    OPENS_DOCUMENT,
    find_extent,
    looks_of,
)
from haengbo.article.flashes import flash_among, only_head, repeated
from haengbo.article.forms import Form, Line, Look
from haengbo.article.headline import TITLE_MIN, find_title, last_print, same_title, video_head
from haengbo.article.lines import ADVERT
from haengbo.article.mastheads import head_in
from haengbo.article.stamps import stamps_in
from haengbo.article.suppliers import wire_alone
from haengbo.model.article import BULLETIN, CHRONOLOGY, LIST_HEAD, MASTHEAD, BlockKind

__all__ = ["Line", "Verdict", "arrange"]

_SHORT_SENTENCE = re.compile(r"[가-힣][\"”’]?[.?!][\"”’]?$")
_TITLED = BlockKind.TITLE
#: So many lines below the news may hold the byline, wherever the markup puts it.
_NEAR_BELOW = 6
#: A caption that is a sentence is shorter.
_TOLD_MIN = 50


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a line and the rule that decided it."""

    kind: BlockKind
    rule: str


def arrange(lines: Sequence[Line], cues: Cues) -> list[Verdict]:
    """Kind and rule of each line; all furniture if there is no news."""
    looks = looks_of(lines, cues)
    extent = find_extent(lines, looks)
    if extent is None:
        return _bulletin(lines, looks, cues)
    title = find_title(lines, looks, extent)
    title = only_head(lines, looks, extent, cues) if title is None else title
    title = video_head(lines, looks, extent, cues) if title is None else title
    title = last_print(title, lines, extent)
    document = _document_from(lines, looks)
    verdicts: list[Verdict] = []
    closed = False
    for index in range(len(lines)):
        if index < extent.first:
            verdicts.append(_above(index, lines, looks, title))
        elif index < extent.end:
            heads = _heads_list(index, lines, looks)
            inside = _inside(index, lines, looks, verdicts, document, cues)
            verdicts.append(Verdict(BlockKind.BODY, LIST_HEAD) if heads else inside)
        else:
            closed = closed or looks[index].form in (Form.COPYRIGHT, Form.COMMENTS)
            near = index < extent.end + _NEAR_BELOW
            below = _below(lines[index], looks[index], closed=closed, near=near)
            signed = index == extent.end and wire_alone(lines[index].text, cues) is not None
            verdicts.append(Verdict(BlockKind.META, "meta:wire") if signed else below)
    named = _with_names(lines, _headed(_mastheads(verdicts, lines, cues), lines), cues)
    return _repeated_captions(lines, named, cues)


def _mastheads(verdicts: Sequence[Verdict], lines: Sequence[Line], cues: Cues) -> Sequence[Verdict]:
    """가람신문 1999년 5월 26일자 1면 on the first line: which paper it is, and of which day."""
    first, rest = verdicts[0], verdicts[1:]
    above = first.rule == "meta:date" and _TITLED in {verdict.kind for verdict in rest}
    if not above or head_in(lines[0].text, cues) is None:
        return verdicts
    return (Verdict(BlockKind.BOILERPLATE, MASTHEAD), *rest)


def _headed(verdicts: Sequence[Verdict], lines: Sequence[Line]) -> Sequence[Verdict]:
    """What looks like a section's head is the headline where it is the first line of a page.

    Example:
        총선 끝나, 개표는 내일도: its last particle lets it look like a part of the news.
    """
    first, rest = verdicts[0], verdicts[1:]
    if first.kind is not BlockKind.SUBTITLE or len(lines[0].text) < TITLE_MIN:
        return verdicts
    if not rest or rest[0].kind is not BlockKind.BODY or _TITLED in {v.kind for v in rest}:
        return verdicts
    return (Verdict(_TITLED, "title:first-line"), *rest)


def _with_names(
    lines: Sequence[Line], verdicts: Sequence[Verdict], cues: Cues
) -> Sequence[Verdict]:
    """A name alone beside the date above the news is the reporter's."""
    out = list(verdicts)
    for index, verdict in enumerate(verdicts):
        beside = verdicts[max(0, index - 1) : index + 2]
        dated = any(other.rule == "meta:date" for other in beside)
        short = dated and verdict.rule == "above-body:short"
        if short and lines[index].text not in cues.fields and is_name(lines[index].text, cues):
            out[index] = Verdict(BlockKind.META, "meta:name")
    return out


def _bulletin(lines: Sequence[Line], looks: Sequence[Look], cues: Cues) -> list[Verdict]:
    """[속보] 외무상, 평양 도착: the headline is all there is, some print it twice."""
    verdicts = [_furniture(look) for look in looks]
    head = flash_among(lines, looks, cues)
    if head is None:
        return verdicts
    verdicts[head] = Verdict(_TITLED, BULLETIN)
    for index in repeated(lines, head, cues):
        verdicts[index] = Verdict(BlockKind.BODY, "body:bulletin")
    return verdicts


def _furniture(look: Look) -> Verdict:
    if look.form is Form.META:
        return Verdict(BlockKind.META, look.rule)
    return Verdict(BlockKind.BOILERPLATE, look.rule)


def _above(index: int, lines: Sequence[Line], looks: Sequence[Look], title: int | None) -> Verdict:
    line, look = lines[index], looks[index]
    if index == title:
        return Verdict(BlockKind.TITLE, "title:markup" if line.hint else "title:first-headline")
    if title is not None and same_title(line.text, lines[title].text):
        return Verdict(BlockKind.TITLE, "title:repeated")
    if look.form is Form.META:
        return Verdict(BlockKind.META, look.rule)
    if title is None and look.form is Form.CAPTION and not line.outside:
        return Verdict(BlockKind.CAPTION, look.rule)
    if title is None or index < title:
        plain = look.form not in FURNITURE_FORMS
        return Verdict(BlockKind.BOILERPLATE, "above-title" if plain else look.rule)
    return _below_title(line, look)


#: 오늘 판문점에서 회담이 열렸습니다. 이행 방안을 논의하기 위해선데요.
_SPOKEN = re.compile(r"(?:니다|데요|[가-힣]죠|니까|세요|네요|군요|[어아에]요)[.?!]$")


def _below_title(line: Line, look: Look) -> Verdict:
    """Between headline and news: captions, tools; what is left are subtitles."""
    if look.form is Form.CAPTION:
        return Verdict(BlockKind.CAPTION, look.rule)
    if look.form in FURNITURE_FORMS or look.form is Form.CLOSING:
        return Verdict(BlockKind.BOILERPLATE, look.rule)
    if len(line.text) < TITLE_MIN or (line.outside and line.hint is None):
        return Verdict(BlockKind.BOILERPLATE, "above-body:short")
    if _SPOKEN.search(line.text):
        return Verdict(BlockKind.BODY, "body:spoken")
    if any("T" in stamp.value for stamp in stamps_in(line.text)):
        # 2024-05-01 09:00:27 출처: 한누리망 편집: 도란: no headline gives the minute
        return Verdict(BlockKind.META, "meta:minute")
    return Verdict(BlockKind.SUBTITLE, "subtitle:below-title")


_INSIDE = {
    Form.CAPTION: BlockKind.CAPTION,
    Form.SENTENCE: BlockKind.BODY,
    Form.WEAK: BlockKind.BODY,
    Form.SECTION: BlockKind.SUBTITLE,
}


def _inside(
    index: int,
    lines: Sequence[Line],
    looks: Sequence[Look],
    before: Sequence[Verdict],
    document: int,
    cues: Cues,
) -> Verdict:
    line, look = lines[index], looks[index]
    if line.outside or look.form in FURNITURE_FORMS:
        return Verdict(BlockKind.BOILERPLATE, look.rule)
    if look.form in _INSIDE:
        return Verdict(_INSIDE[look.form], look.rule)
    if line.hint is BlockKind.SUBTITLE:
        return Verdict(BlockKind.SUBTITLE, "markup:subtitle")
    if _after_list(before):
        return Verdict(BlockKind.BOILERPLATE, "list-item")
    if before and before[-1].rule == ADVERT and look.form is Form.PLAIN:
        return Verdict(BlockKind.BOILERPLATE, "advertised")
    return _unended(index, lines, looks, cues, in_document=index > document)


def _heads_list(index: int, lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """``<회담 일지>`` right above a chronology; ``□ 평가`` where ``□ 일지`` heads one."""
    line, look = lines[index], looks[index]
    if line.outside or look.form not in (Form.PLAIN, Form.SECTION) or not line.text:
        return False
    following = looks[index + 1].rule if index + 1 < len(looks) else ""
    short = len(line.text) <= HEADING_MAX
    if following == CHRONOLOGY and look.rule != CHRONOLOGY:
        return short
    alike = (
        other.rule == CHRONOLOGY and HEAD.match(lines[number].text) is not None
        for number, other in enumerate(looks)
        if lines[number].text[:1] == line.text[0]
    )
    return short and look.form is Form.SECTION and any(alike)


def _after_list(before: Sequence[Verdict]) -> bool:
    """Whether the line goes on a list of other pages that a heading opened."""
    return bool(before) and before[-1].rule in ("heading:list", "list-item")


def _unended(
    index: int, lines: Sequence[Line], looks: Sequence[Look], cues: Cues, *, in_document: bool
) -> Verdict:
    """A line inside the news that ends no sentence: a section head, or part of a document."""
    line, look = lines[index], looks[index]
    if look.form is Form.META and look.rule != "meta:date":
        return Verdict(BlockKind.META, look.rule)
    if len(line.text) <= HEADING_MAX and cues.scene_of.search(line.text):
        return Verdict(BlockKind.CAPTION, "caption:scene-of")
    if index + 1 < len(looks) and looks[index + 1].rule == "sentence:dateline":
        return Verdict(BlockKind.SUBTITLE, "subtitle:above-dateline")
    if in_document or line.hint is BlockKind.BODY:
        return Verdict(BlockKind.BODY, "body:document")
    return _head_or_body(line, looks[index - 1])


def _head_or_body(line: Line, before: Look) -> Verdict:
    """A short line after an ended one heads a section; others were cut or end no sentence."""
    if _SHORT_SENTENCE.search(line.text):
        return Verdict(BlockKind.BODY, "body:short-sentence")
    if len(line.text) <= HEADING_MAX and before.form is not Form.PLAIN:
        return Verdict(BlockKind.SUBTITLE, "subtitle:between-paragraphs")
    return Verdict(BlockKind.BODY, "body:between")


def _document_from(lines: Sequence[Line], looks: Sequence[Look]) -> int:
    """The line that opens a letter, a statement or a list of points, or a report of the North."""
    for index, (line, look) in enumerate(zip(lines, looks, strict=True)):
        if look.rule == "sentence:dateline" or OPENS_DOCUMENT.search(line.text):
            return index
    return len(lines)


def _below(line: Line, look: Look, *, closed: bool, near: bool) -> Verdict:
    if closed:
        return Verdict(BlockKind.BOILERPLATE, "below-copyright")
    if look.form is Form.META and (near or not line.outside):
        return Verdict(BlockKind.META, look.rule)
    if look.form is Form.CAPTION and (near if line.hint else not line.outside):
        return Verdict(BlockKind.CAPTION, look.rule)
    return Verdict(BlockKind.BOILERPLATE, look.rule if look.form is not Form.PLAIN else "below")


def _repeated_captions(
    lines: Sequence[Line], verdicts: Sequence[Verdict], cues: Cues
) -> list[Verdict]:
    """A line printed twice in a row is the caption of a picture (its text and its alt text).

    News is so printed by mistake, and so is the caption that is all there is to read: the second
    print is furniture.
    """
    out = list(verdicts)
    for index in range(1, len(lines)):
        pair = out[index - 1], out[index]
        if squeeze(lines[index].text) != squeeze(lines[index - 1].text):
            continue
        if BlockKind.BODY not in (pair[0].kind, pair[1].kind):
            continue
        only = pair[0].rule == ONLY_TEXT
        if only or _is_told(lines[index].text, cues):
            out[index] = Verdict(BlockKind.BOILERPLATE, "body:twice")
        else:
            out[index - 1] = out[index] = Verdict(BlockKind.CAPTION, "caption:twice")
    return out


def _is_told(text: str, cues: Cues) -> bool:
    """Whether a long line ends as news does and not as what a picture shows."""
    told = len(text) >= _TOLD_MIN and text.endswith("다.") and not text.endswith("있다.")
    return told and cues.scene.search(text) is None
