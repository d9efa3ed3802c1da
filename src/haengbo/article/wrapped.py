r"""Lines of a text dump → which of them go on the line before, as mail and old pages break them.

Comes in: the lines of a text with the numbers of those that are not empty. Goes out: the lines
that continue a paragraph. Invariant: a paragraph that stands on one line of its own is never
joined to another: only full lines are continued, and a text counts as wrapped only if a sentence
ends inside its lines while lines end inside sentences, or if its open lines are all about as wide
and none of its sentences is wider.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

#: Columns of the widest line of a wrapped paragraph, a Hangul syllable counting two.
NARROWEST, WIDEST = 24, 140
#: A paragraph shows how wide it is set by so many lines at least.
_LINES_MIN = 3
#: Share of the lines, but the last, that must be full.
_FULL = 0.8
#: Share of the widest line from which a line counts as wide.
_WIDE = 0.6
#: So many lines, all of them full, are set by width though no sentence ends inside one.
_ALL_FULL = 8
#: So many columns below the widest a line may be that breaks wherever it is full.
_SLACK = 2
_ENDED = re.compile(r"[.?!…][\"”’'」』》)\]]{0,3}$")
_ENDS_WITHIN = re.compile(r"[가-힣][.?!][\"”’'」』》)]{0,3} {1,2}\S")
#: What no headline ends with: a particle, a clause that leads to a noun or to the next.
_BROKEN_OFF = re.compile(
    r"(?:[가-힣][은는이가을를의도와과며고한할된될던]|에|에서|에게|으로|부터|까지|및|등|그리고|위해|대해|통해|,)$"
)
#: Nouns of headlines that end like a particle: 철길 협정 체결 합의, 새솔시장 방한.
_NOUN = re.compile(
    r"(?:[합회협논제항동결건]의|[평국참추]가|[보인제정]도|[북남방제시]한|[경보최사재]고|[결성통경효]과"
    r"|[역분]할|차이|부인)$"
)
#: What shows it even where one line alone is open.
_CLAUSE = re.compile(r"(?:[다라]고|에서|에게|부터|까지|[하되]는|있는|했던|위해|대해|통해|따르면)$")
#: No headline either: these are no last syllables of nouns, as 합의, 북한 and 경고 have them.
_PARTICLE = re.compile(
    r"(?:[가-힣)][을를]|[가-힣](?:[다라]고|하고|하며|하기|[했었았였]던|다가|는데)|에서|에게|에|으로|부터|까지|및|,"
    r"|위해|대해|통해|따르면|있는|없는|[하되]는|[가-힣]{2}(?<![합협회논동결항제건])의|\)[은는이가의와과])$"
)
#: What begins no line of its own: 예정 / 이다., 개최 / 하기로, 도착했 / 다., 동경 / 에서 수신된.
_BOUND = re.compile(
    r"(?:다\.|(?:에서|에게|으로|까지|부터)\s|이다\.|으로\s|적(?:인|으로)\s|하기로\s|[하되]는\s|[할될]\s(?:것|수|예정)|[했됐]다(?:고|\.)|들[은이의]\s)"
)
#: Share of the open lines that must break off so, and of how many one is enough.
_MOST, _MANY_FULL = 0.5, 5
#: From this share of the width a line is nearly full: an indent and signs of the print are lost.
_NEARLY = 0.75
#: A script of a broadcaster: its paragraphs, how each ends, the longest of its lines.
_SCRIPTS, _SCRIPT_END, _BREATH = 2, re.compile(r"니다\.?$"), 32
#: Share of its open lines that break off as no headline does.
_SCRIPT_OPEN = 0.25
_FIRST_WORD = re.compile(r"\S{1,60}")
#: Columns of old pages; their open lines are as wide as the widest, or narrower by a word or two.
_BAND, _NARROWER = (48, 84), 0.78
#: Share of the open lines that must lie in the band, and of these that must be full or broken off.
_IN_BAND, _OPEN = 0.85, 0.7
#: … 했다. (연합뉴스): who signs the last sentence.
_SIGNED = re.compile(r"다\.\s?\([가-힣A-Za-z=· ]{2,16}\)$")
#: The end of a sentence whose full stop a page left out.
_UNSTOPPED = re.compile(r"[가-힣]다[\"”’'」』]?$")
#: 입력 2024-05-01 09:00: when a page was put out goes on no line before.
_STAMPED = re.compile(
    r"(?:\S{1,6}\s?[:：|]?\s?)?(?:19|20)\d\d\s?[-./년]\s?\d\d?\s?[-./월]\s?\d\d?\D{1,6}\d\d?:\d\d"
)
#: What a sentence has and a headline seldom: a word with the particle of a topic or an object.
_PROSE = re.compile(r"[가-힣][은는을를] [가-힣\d]")


def find_wrapping(lines: Sequence[str], numbers: Sequence[int]) -> frozenset[int]:
    """Indices of the non-empty lines that continue the one before.

    Args:
        lines: Non-empty lines, stripped.
        numbers: Their 1-based numbers: a gap is an empty line, which ends a paragraph.

    Example:
        Of ``외무상이 4일 모스크바를 방문했다고``, ``통신이 전했다. 외무상은 이날 늦게 회``,
        ``담장에 들어섰다.`` the second and third continue.
    """
    measured = (_measured,) if len(lines) >= _LINES_MIN else ()
    ways = (_scripted, _banded, *measured, _open_ended, _stopped)
    found = (way(lines, numbers, measure) for way in ways for measure in _MEASURES)
    continued = next((continued for continued in found if continued), frozenset[int]())
    return frozenset(i for i in continued if _STAMPED.match(lines[i]) is None)


def _banded(
    lines: Sequence[str], numbers: Sequence[int], measure: Callable[[str], int]
) -> frozenset[int]:
    """Lines of a page whose open lines are all about as wide, and no sentence of it wider.

    Old pages break before a word that would have fitted, or inside one: ``한도윤 총리는 5일``,
    ``10시 판문점을 통과해 서울에 도착``, ``했다고 통신이 전했다.``
    """
    narrowest, widest = _BAND
    widths = [measure(line) if len(line) <= widest else len(line) for line in lines]
    pairs = [i for run in _runs(numbers) for i in run[:-1] if not _ENDED.search(lines[i])]
    inner = [i for i in pairs if widths[i] > narrowest / 2 and not _heads(i, lines)]
    width = max((widths[i] for i in inner), default=0)
    if not narrowest <= width <= widest or _any_wider(lines, widths, width):
        return frozenset()
    band = [i for i in inner if widths[i] >= _NARROWER * width]
    broken = [i for i in band if _breaks_off(lines[i]) or _BOUND.match(lines[i + 1])]
    shut = [i for i in broken if _is_full(i, lines, widths, width, measure)]
    shown = {*broken, *(i for i in band if _is_full(i, lines, widths, width, measure))}
    if len(band) < max(2, _IN_BAND * len(inner)) or not shut or len(shown) < _OPEN * len(band):
        return frozenset()
    continued = {i + 1 for i in band}
    for i in pairs:  # 양국간: a short line inside a sentence
        if i in continued and _UNSTOPPED.search(lines[i]) is None:
            continued.add(i + 1)
    return _ending(frozenset(continued), lines)


def _breaks_off(line: str) -> bool:
    """Whether a line ends inside a sentence, as no headline does."""
    return _BROKEN_OFF.search(line) is not None and _NOUN.search(line) is None


def _heads(index: int, lines: Sequence[str]) -> bool:
    """Whether a line may be the headline right above the news: the first, and no piece of prose."""
    line = lines[index]
    return index == 0 and not (_breaks_off(line) or _PROSE.search(line))


def _any_wider(lines: Sequence[str], widths: Sequence[int], width: int) -> bool:
    """Whether a sentence stands on a line that is wider than the open ones."""
    return any(
        wide > width + _SLACK and _ENDED.search(line) is not None
        for line, wide in zip(lines, widths, strict=True)
    )


def _ending(continued: frozenset[int], lines: Sequence[str]) -> frozenset[int]:
    """Those of the lines that lead to the end of a sentence: lists of headlines lead to none."""
    kept: set[int] = set()
    for last in sorted(i for i in continued if i + 1 not in continued):
        first = last
        while first - 1 in continued:
            first -= 1
        if any(end.search(lines[last]) for end in (_ENDED, _UNSTOPPED, _SIGNED)):
            kept.update(range(first, last + 1))
    return frozenset(kept)


def _open_ended(
    lines: Sequence[str], numbers: Sequence[int], measure: Callable[[str], int]
) -> frozenset[int]:
    """Lines of which most that do not end a sentence break off behind a particle or a clause.

    Old pages begin each sentence on a line of its own, so that none ends inside one:
    ``주석이 13일 북경에 도착했다고``, ``소식통들이 말했다.``
    """
    if any(len(line) > WIDEST for line in lines):
        return frozenset()  # a line is as wide as it is long at least
    widths = [measure(line) for line in lines]
    width = max(widths, default=0)
    if not NARROWEST <= width <= WIDEST:
        return frozenset()
    inner = _open_lines(lines, numbers, widths, width)
    full = [i for i in inner if _is_full(i, lines, widths, width, measure)]
    broken = [i for i in full if _breaks_off(lines[i]) or _BOUND.match(lines[i + 1])]
    if not broken or len(full) < len(inner):
        return frozenset()
    if len(broken) < _MOST * len(full) and len(full) < _MANY_FULL:
        return frozenset()
    if len(full) == 1 and not _CLAUSE.search(lines[full[0]]):
        return frozenset()
    return frozenset(i + 1 for i in full)


def _stopped(
    lines: Sequence[str], numbers: Sequence[int], measure: Callable[[str], int]
) -> frozenset[int]:
    """Nearly full lines that all lead to one with a full stop, and break off as no headline does.

    An indent that is lost, or signs that count two in print, let a full line look too short.
    """
    if any(len(line) > WIDEST for line in lines):
        return frozenset()
    widths = [measure(line) for line in lines]
    width = max(widths, default=0)
    if not NARROWEST <= width <= WIDEST:
        return frozenset()
    inner = _open_lines(lines, numbers, widths, width)
    leads = {i for i in inner if i + 1 in inner or _ENDED.search(lines[i + 1])}
    if len(inner) < _LINES_MIN or len(leads) < len(inner):
        return frozenset()
    if any(widths[i] < _NEARLY * width for i in inner):
        return frozenset()
    off = sum(bool(_PARTICLE.search(lines[i]) or _BOUND.match(lines[i + 1])) for i in inner)
    full = sum(_is_full(i, lines, widths, width, measure) for i in inner)
    sentences = sum(i + 1 not in inner for i in inner)
    set_so = off and sentences > 1 and len(inner) >= _MANY_FULL and full >= _FULL * len(inner)
    shown = set_so or off >= _MOST * len(inner)
    return frozenset(i + 1 for i in inner) if shown else frozenset()


def _scripted(
    lines: Sequence[str],
    numbers: Sequence[int],
    measure: Callable[[str], int],  # noqa: ARG001 - ways look alike
) -> frozenset[int]:
    """Paragraphs of one sentence each that break wherever whoever reads them out takes breath.

    Example:
        ``김 부상은 공항에 도착해``, ``취재진의 질문에``, ``아무 대답도 하지 않고``, ``떠났습니다.``
    """
    told = (_until_told(run, lines) for run in _runs(numbers))
    runs = [
        run
        for run in told
        if len(run) > 1 and not any(_is_told(lines[i]) or len(lines[i]) > _BREATH for i in run[:-1])
    ]
    inner = [i for run in runs for i in run[:-1]]
    off = sum(_breaks_off(lines[i]) for i in inner)
    if len(runs) < _SCRIPTS or len(inner) < _ALL_FULL or off < _SCRIPT_OPEN * len(inner):
        return frozenset()
    return frozenset(i + 1 for i in inner)


def _is_told(line: str) -> bool:
    """Whether a sentence ends with the line, though its full stop may be lost."""
    return bool(_ENDED.search(line) or _SCRIPT_END.search(line))


def _until_told(run: range, lines: Sequence[str]) -> range:
    """A paragraph up to its last sentence: furniture may stand right below."""
    ends = [i for i in run if _SCRIPT_END.search(lines[i])]
    return range(run.start, ends[-1] + 1) if ends else range(0)


def _open_lines(
    lines: Sequence[str], numbers: Sequence[int], widths: Sequence[int], width: int
) -> list[int]:
    """Lines inside a paragraph that end no sentence; what stands short on its top is none of it."""
    found = []
    for run in _runs(numbers):
        told = next((i for i in run if _ENDED.search(lines[i])), run.stop)
        short = [i for i in run if i < told and widths[i] < _NEARLY * width]
        first = short[-1] + 1 if short else run.start
        found += [i for i in run[:-1] if i >= first and not _ENDED.search(lines[i])]
    return found


def _measured(
    lines: Sequence[str], numbers: Sequence[int], measure: Callable[[str], int]
) -> frozenset[int]:
    # A line is as wide as it is long at least; most news is too long to be measured for nothing
    too_long = WIDEST + _SLACK
    widths = [measure(line) if len(line) <= too_long else len(line) for line in lines]
    runs = list(_runs(numbers))
    set_at = [width for run in runs if (width := _width(run, lines, widths, measure)) is not None]
    width = max(set_at) if set_at else _width_of_all(lines, widths, measure)
    if width is None:
        return frozenset()
    full = [_is_full(i, lines, widths, width, measure) for i in range(len(lines))]
    return frozenset(
        i + 1 for run in runs for i in run[:-1] if full[i] and not _ENDED.search(lines[i])
    )


def _columns(line: str, wide: str) -> int:
    """Columns of a line; characters of these widths (``east_asian_width``) count two."""
    return sum(1 + (unicodedata.east_asian_width(c) in wide) for c in line)


#: Of a terminal, where quotation marks count one; of Korean type, where they are as wide as a
#: syllable; of programs that count characters.
_MEASURES: tuple[Callable[[str], int], ...] = (
    partial(_columns, wide="WF"),
    partial(_columns, wide="WFA"),
    len,
)


def _runs(numbers: Sequence[int]) -> Iterator[range]:
    """Stretches of lines without an empty one between them."""
    start = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or numbers[index] != numbers[index - 1] + 1:
            yield range(start, index)
            start = index


def _width(
    run: range, lines: Sequence[str], widths: Sequence[int], measure: Callable[[str], int]
) -> int | None:
    """How wide the lines of a paragraph are set, if they are broken by width at all."""
    inner = run[:-1]
    if len(run) < _LINES_MIN:
        return None
    width = max(widths[i] for i in inner)
    open_lines = [i for i in inner if not _ENDED.search(lines[i])]
    if not NARROWEST <= width <= WIDEST or widths[run[-1]] > width + _SLACK or not open_lines:
        return None
    if not any(_ENDS_WITHIN.search(lines[i]) for i in run):
        return None
    full = sum(_is_full(i, lines, widths, width, measure) for i in open_lines)
    return width if full >= _FULL * len(open_lines) else None


def _width_of_all(
    lines: Sequence[str], widths: Sequence[int], measure: Callable[[str], int]
) -> int | None:
    """How wide a text is set in which no empty line parts news from furniture."""
    width = max(widths)
    within = sum(_ENDS_WITHIN.search(line) is not None for line in lines)
    if not NARROWEST <= width <= WIDEST:
        return None
    wide = [
        i
        for i in range(len(lines) - 1)
        if widths[i] > _WIDE * width and not _ENDED.search(lines[i])
    ]
    full = sum(_is_full(i, lines, widths, width, measure) for i in wide)
    shown = (within and full >= _LINES_MIN) or full == len(wide) >= _ALL_FULL
    return width if shown and full >= _FULL * len(wide) else None


def _is_full(
    index: int,
    lines: Sequence[str],
    widths: Sequence[int],
    width: int,
    measure: Callable[[str], int],
) -> bool:
    """Whether the first word of the next line would not have fitted."""
    if not NARROWEST / 2 < widths[index] <= width + _SLACK or index + 1 == len(lines):
        return False
    following = _FIRST_WORD.match(lines[index + 1])
    word = measure(following[0]) if following else 0
    return widths[index] >= width - _SLACK or widths[index] + 1 + word > width
