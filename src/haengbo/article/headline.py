"""Lines above the news → which one is the headline.

Comes in: lines, looks, the extent of the news. Goes out: an index or ``None``. A headline shares
words with the news, has a headline's length and marks, and stands before its subtitles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.article.cues import Cues, squeeze
from haengbo.article.extent import Extent
from haengbo.article.forms import Form, Line, Look
from haengbo.model.article import BlockKind

_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}|[北韓美中日露러英獨佛李尹文朴金]")
_MARKS = re.compile(r"[…“”‘’\"'·→]|\.{3}|[北韓美中日露]|\[[^\]]{1,12}\]")
_BOARD_DATE = re.compile(
    r"(?<!\s)\s*(?:\(\s*)?(?:19|20)?\d{2}\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}\.?\s*(?:\)\s*)?$"
)
#: What a browser's tab or a board puts behind a headline: the outlet, the section.
_SUFFIX = re.compile(r"(?:[-|:<>–—]|::).{1,20}$")
#: What a station puts behind the headline of a video.
_SHOWN_BY = re.compile(r"(?<!다\.)\s/\s(?P<medium>[가-힣A-Za-z]{2,8}(?:\s?뉴스)?)$")
_ITEM = re.compile(r"[^\w\s\[(<【「『“‘\"'《#]|\d{1,2}[.)]\s")
TITLE_MIN = 8
_TITLE_MAX = 110
#: The headline is the first line that scores nearly as well as the best: subtitles follow it.
_GOOD_ENOUGH = 0.65
_MENU = "furniture:menu"
_MASTHEAD_MAX = 20
#: What a line loses for standing in a list of other pages, or for naming the medium.
_IN_LIST = 0.8


def _stems(text: str) -> set[str]:
    """The first two letters of a line's words."""
    return {word[:2] for word in _WORD.findall(text)}


def _shared(text: str, body: frozenset[str]) -> float:
    """Share of a line's words whose beginnings occur in the news."""
    words = _stems(text)
    return len(words & body) / len(words) if words else 0.0


def find_title(lines: Sequence[Line], looks: Sequence[Look], extent: Extent) -> int | None:
    """The first line above the news that reads like its headline."""
    hinted = [i for i in range(extent.first) if lines[i].hint is BlockKind.TITLE]
    if hinted:
        return hinted[-1]
    body = frozenset().union(*(_stems(line.text) for line in lines[extent.first : extent.end]))
    listed = _listed(looks, extent.first)
    heads = _masthead(lines, looks)
    scored = [
        (_title_score(lines[i].text, body) - (_IN_LIST if i in listed or i == heads else 0.0), -i)
        for i in range(extent.first)
        if looks[i].form in (Form.PLAIN, Form.WEAK, Form.SECTION, Form.SENTENCE)
        and lines[i].hint in (None, BlockKind.BODY)
    ]
    best = max(scored, default=(0.0, 0))[0]
    if best <= 0:
        return None
    return min(-at for score, at in scored if score >= _GOOD_ENOUGH * best)


def _masthead(lines: Sequence[Line], looks: Sequence[Look]) -> int | None:
    """가람통신 한국어 / 러시아 | 한반도 | 세계: a short first line over a menu names the medium."""
    over_menu = len(looks) > 1 and looks[1].rule == _MENU
    short = bool(lines) and len(lines[0].text) <= _MASTHEAD_MAX
    return 0 if over_menu and short and not _MARKS.search(lines[0].text) else None


def _listed(looks: Sequence[Look], end: int) -> frozenset[int]:
    """Lines above the news that stand in a list of other pages."""
    listed, inside = set(), False
    for index, look in enumerate(looks[:end]):
        inside = look.form is Form.HEADING or (
            inside and look.form in (Form.PLAIN, Form.WEAK, Form.SECTION)
        )
        if inside:
            listed.add(index)
    return frozenset(listed)


def _title_score(text: str, body: frozenset[str]) -> float:
    length = len(text)
    score = 1.5 * _shared(text, body)
    score += 0.4 if TITLE_MIN <= length <= _TITLE_MAX else -1.0
    score += 0.4 if _MARKS.search(text) else 0.0
    score += 0.3 if length >= 2 * TITLE_MIN else 0.0
    score -= 0.8 if _ITEM.match(text) else 0.0
    return score - (0.6 if " " not in text else 0.0)


def video_head(
    lines: Sequence[Line], looks: Sequence[Look], extent: Extent, cues: Cues
) -> int | None:
    """북한, 새솔시서 회담 / 가람TV: the headline of a video, with the station that shows it.

    Wires sign pictures so, stations do not.
    """
    match = _SHOWN_BY.search(lines[0].text)
    if match is None or not extent.first or looks[0].form is not Form.CAPTION:
        return None
    medium = squeeze(match["medium"])
    shown = medium in cues.outlets and cues.canonical(medium) not in cues.wires
    return 0 if shown and lines[0].hint is None else None


def last_print(title: int | None, lines: Sequence[Line], extent: Extent) -> int | None:
    """Where the headline stands last above the news: what lies between its prints is furniture."""
    if title is None or lines[title].hint is BlockKind.TITLE:
        return title
    wanted = lines[title].text
    prints = (i for i in range(title, extent.first) if same_title(lines[i].text, wanted))
    return max(prints, default=title)


def same_title(text: str, title: str) -> bool:
    """Whether a line repeats the headline, with a date, section or outlet added to one."""
    ours, theirs = squeeze(_BOARD_DATE.sub("", text)), squeeze(_BOARD_DATE.sub("", title))
    if len(ours) < len(theirs):
        ours, theirs = theirs, ours
    if len(theirs) < TITLE_MIN or not ours.startswith(theirs):
        return False
    rest = ours.removeprefix(theirs)
    return not rest or bool(_SUFFIX.match(rest))
