"""Bylines, outlets and wires as lines print them.

Comes in: a line. Goes out: names with their place in the line. Knows forms, not people: a name is
what stands where a writer's name stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from haengbo.article.cues import Cues, alternatives, squeeze
from haengbo.article.stamps import stamps_in
from haengbo.model.span import Span

MAIL = re.compile(r"[\w.+-]{2,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}")
#: What stands behind a name in a masthead: the language of an edition, a motto.
LANGUAGE = r"(?<=\S)\s(?:(?:한국어|조선어|한글)(?:판|부|방송|서비스)?|한국채널)$"
EDITION = re.compile(rf"{LANGUAGE}|(?<=\S)\s?[,|–—]\s.+$")
#: Ends the name of an agency that nobody listed.
AGENCY = "통신"
NAME = r"[가-힣]{2,4}"
_BYLINE_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_BYLINE_GAP = re.compile(r"[\s·,ㆍ/=|]{0,3}|[\])>】]\s?")
_BYLINE_MAX = 60
_AUTHORS_MAX = 6
_SHORT_NAME = 2
#: Last syllables of desks and teams, which stand before names.
_DESKS = ("부", "팀", "국장")
MEDIUM = r"[가-힣A-Za-z0-9&+.]{1,12}(?:\s[가-힣]{2,8})?"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a line.

    Attributes:
        name: As printed.
        span: In the line.
        rule: Which form it stands in.
    """

    name: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote.

    Attributes:
        authors: One each.
        medium: Whose reporters they are, where the line says so.
        span: The whole byline in its line.
    """

    authors: tuple[Named, ...]
    medium: Named | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Patterns:
    bracket: re.Pattern[str]
    dateline: re.Pattern[str]
    role: re.Pattern[str]
    handed: re.Pattern[str]
    signed: re.Pattern[str]
    stationed: re.Pattern[str]
    crew: re.Pattern[str]
    mailed: re.Pattern[str]
    prefix: re.Pattern[str]
    northern: re.Pattern[str]
    foreign: re.Pattern[str]


def writers(cues: Cues) -> str:
    """A pattern of those who wrote it and what they are called: 민들레·나팔꽃 기자."""
    names = rf"{NAME}(?:(?:\s?[·,ㆍ]\s?|\s){NAME}){{0,4}}"
    return rf"(?P<names>{names})\s?(?P<role>{alternatives(cues.roles)})"


@lru_cache(maxsize=4)
def patterns_of(cues: Cues) -> _Patterns:
    """Compiled once per tables."""
    role = alternatives(cues.roles)
    who = writers(cues)
    worker = rf"(?:{alternatives(cues.crew)})\s?[:：]?\s?{NAME}(?:\s?[,·]\s?{NAME}){{0,3}}"
    return _Patterns(
        bracket=re.compile(
            rf"^\s?[\[(【<〈](?:(?P<medium>{MEDIUM})(?:\s?[=|ㅣ:]\s?|\s))?"
            rf"(?:[가-힣]{{2,6}}\s?=\s?)?{who}\s?[\])】>〉]"
        ),
        dateline=re.compile(
            rf"^\s?[\[(【<](?P<where>[가-힣A-Za-z·,\s]{{1,20}})=(?P<medium>{MEDIUM})[\])】>]"
            rf"(?:\s?{who}\s?=?)?"
        ),
        role=re.compile(rf"(?:{role})(?![가-힣])"),
        handed=re.compile(
            rf"(?:\A|\s)(?P<names>{NAME})\s?(?:{role})"
            r"(?:입니다|의\s보도입니다|[가이]\s(?:보도|취재)했습니다|[가이]\s(?:보도합|전합|전해\s?드립)니다)\.?$"
        ),
        signed=re.compile(
            rf"(?:\A|[.\s])(?P<medium>[가-힣A-Z]{{2,12}})(?P<news>\s?뉴스)?"
            rf"(?:,?\s(?P<names>{NAME}))?(?:입니다|이었습니다|였습니다)\.?\Z"
        ),
        stationed=re.compile(
            rf"\A\s*(?P<where>[가-힣]{{2,6}})\s?[-–]\s?(?P<names>{NAME})(?![가-힣])"
        ),
        crew=re.compile(rf"[\[(<]?\s?{worker}(?:\s?[,/|·]?\s?{worker}){{0,5}}\s?[\])>]?"),
        mailed=re.compile(
            rf"\s{{0,20}}(?:(?P<medium>[가-힣A-Z]{{2,12}})\s)?(?P<names>{NAME})\s?"
            rf"[\[(<]?{MAIL.pattern}[\])>]?\s{{0,20}}"
        ),
        prefix=re.compile(rf"[\[(【<](?P<medium>{MEDIUM})[\])】>]\s?$"),
        northern=re.compile(
            r"^\s?[(【\[](?P<where>[가-힣\s]{2,12})\s(?:(?:주체\d+\(\d{4}\)|\d{4})년\s?)?\d{1,2}월\s?\d{1,2}일"
            r"(?:발\s?(?P<medium>[가-힣]{4,10})(?:\s기자[가-힣\s]{2,20})?[)】\]]|\s?(?P<wire>[가-힣A-Z]{2,10})[)】\]]\s?[-–—])"
        ),
        foreign=re.compile(
            r"^\s?[\[【(](?P<agency>[가-힣]{2,8})(?:\s한국어판)?\s(?:[가-힣]{2,10}\s)?"
            r"\d{1,2}월\s?\d{1,2}일[\]】)]"
            r"|^[가-힣]{2,12},\s\d{1,2}월\s\d{1,2}일\.?\s/(?P<slashed>[가-힣]{2,8})/"
            r"|^(?:(?P<first>[가-힣]{3,10})\s)?[가-힣]{2,8}\s?\d{1,2}월\s?\d{1,2}일\s?발"
            r"(?:\s(?P<last>[가-힣]{2,8}(?:통신|사)))?"
        ),
    )


def group_of(match: re.Match[str], group: str, rule: str) -> Named | None:
    """What a group of a match holds, as a name in the line."""
    if match.group(group) is None:
        return None
    start, end = match.span(group)
    return Named(match.group(group), Span(start, end), rule)


def _authors(match: re.Match[str], rule: str) -> Iterator[Named]:
    if match.group("names") is None:
        return
    start = match.start("names")
    for name in re.finditer(NAME, match.group("names")):
        span = Span(start + name.start(), start + name.end())
        yield Named(name.group(), span, rule)


def byline_in(text: str, cues: Cues) -> Byline | None:
    """The byline that a line is or begins with.

    Example:
        ``[가람신문=민들레 기자] 북한은 …`` gives author 민들레, medium 가람신문;
        ``(모스크바=누리통신) 민들레 특파원 =`` likewise.
    """
    patterns = patterns_of(cues)
    for rule, pattern in (("bracket", patterns.bracket), ("dateline", patterns.dateline)):
        match = pattern.match(text)
        if match:
            named = _authors(match, f"byline:{rule}")
            authors = tuple(author for author in named if is_name(author.name, cues))
            medium = group_of(match, "medium", f"byline:{rule}")
            if medium is not None and not _may_be_medium(medium, cues):
                medium = None
            return Byline(authors, medium, Span(match.start(), match.end()))
    return None


def handed_over(text: str, cues: Cues) -> Byline | None:
    """Whom a presenter hands over to: 모스크바에서 민들레 특파원입니다."""
    match = patterns_of(cues).handed.search(text)
    if match is None:
        return None
    authors = tuple(a for a in _authors(match, "byline:handed") if is_name(a.name, cues))
    return Byline(authors, None, Span(match.start("names"), match.end())) if authors else None


def signed_off(text: str, cues: Cues) -> Byline | None:
    """How a reporter or a station signs off: VOA 뉴스 민들레입니다., KBS 뉴스였습니다.

    Before 뉴스 and a name an unknown word may be the station's: it names the reporter alone.
    """
    match = patterns_of(cues).signed.search(text)
    medium = group_of(match, "medium", "byline:signed-off") if match is not None else None
    if match is None or medium is None:
        return None
    authors = tuple(a for a in _authors(match, "byline:signed-off") if is_name(a.name, cues))
    short = medium.name.removesuffix("뉴스")
    said = match["news"] is not None or short != medium.name
    if not is_medium(short, cues):
        return Byline(authors, None, Span(*match.span())) if said and authors else None
    if medium.name not in cues.outlets:
        span = Span(medium.span.start, medium.span.start + len(short))
        medium = Named(short, span, medium.rule)
    alone = match["names"] is None and said and is_medium(short, cues)
    return Byline(authors, medium, Span(*match.span())) if authors or alone else None


def _may_be_medium(named: Named, cues: Cues) -> bool:
    """Whether a name where media stand is not just a town (``[인천=…]``, ``【동경=…】``)."""
    name = named.name
    if name.endswith(cues.pools):
        return False  # 공동취재단: nobody's text
    if is_medium(name, cues):
        return True
    if named.rule == "byline:bracket" and len(name) <= _SHORT_NAME:
        return False
    return name not in cues.places and not name.endswith(("발", *_DESKS))


def line_byline(text: str, cues: Cues) -> Byline | None:
    """The byline in a line that is no news: ``민들레·한누리 가람통신 기자 a@b.example``.

    Read backwards from each word for a writer (기자, 특파원): names and, before or after them, the
    medium. The pack's family names tell names from other words.
    """
    first = _role_before(text, cues) or _stationed(text, cues) or _mailed(text, cues)
    if first is not None:
        return first
    authors: list[Named] = []
    medium: Named | None = None
    start = end = None
    for role in patterns_of(cues).role.finditer(text):
        found, where, begins = _before_role(text, role.start(), cues)
        if found or where:
            authors.extend(found)
            medium = medium or where
            start = begins if start is None else start
            end = role.end()
    if start is None or end is None:
        return None
    if medium is None:
        before = patterns_of(cues).prefix.search(text[:start])
        medium = group_of(before, "medium", "byline:prefix") if before else None
        if medium is not None and not is_medium(medium.name, cues):
            medium = None
    return Byline(tuple(authors), medium, Span(start, end))


def crew_in(text: str, cues: Cues) -> bool:
    """Whether a line says who else made it: ``(영상취재: 민들레, 영상편집: 한누리)``."""
    return patterns_of(cues).crew.fullmatch(text.strip()) is not None


@lru_cache(maxsize=4)
def _northern_role(cues: Cues) -> re.Pattern[str]:
    return re.compile(rf"\A\s*(?:{alternatives(cues.roles_before)})((?:[\s,]+{NAME})*)\s*")


def _role_before(text: str, cues: Cues) -> Byline | None:
    """``본사기자 리가람``, as papers of the North print it: the line holds nothing else."""
    match = _northern_role(cues).fullmatch(text)
    if match is None:
        return None
    found = re.finditer(NAME, match.group(1))
    names = [Span(m.start(), m.end()).shifted(match.start(1)) for m in found]
    authors = tuple(Named(span.of(text), span, "byline:northern") for span in names)
    return Byline(
        tuple(author for author in authors if is_name(author.name, cues)),
        None,
        Span(0, len(text)),
    )


def _stationed(text: str, cues: Cues) -> Byline | None:
    """``새솔-민들레 dl@garam.example``: where a writer is, and the name."""
    match = patterns_of(cues).stationed.match(text)
    if match is None or match["where"] not in cues.places or not is_name(match["names"], cues):
        return None
    return Byline(tuple(_authors(match, "byline:stationed")), None, Span(*match.span()))


def _mailed(text: str, cues: Cues) -> Byline | None:
    """``가람TV 민들레 (dl@garam.example)``: a name and its address, and nothing else."""
    match = patterns_of(cues).mailed.fullmatch(text) if "@" in text else None
    if match is None or not is_name(match["names"], cues):
        return None
    medium = group_of(match, "medium", "byline:line")
    if medium is not None and not is_medium(medium.name, cues):
        return None
    return Byline(tuple(_authors(match, "byline:line")), medium, Span(*match.span()))


def _before_role(text: str, at: int, cues: Cues) -> tuple[list[Named], Named | None, int]:
    """Names and medium that end at a position, and where they begin."""
    names: list[Named] = []
    medium: Named | None = None
    begins = at
    low = max(0, at - _BYLINE_MAX)
    for word in reversed(list(_BYLINE_WORD.finditer(text, low, at))):
        gap = text[word.end() : begins]
        if not gap and len(word.group()) == _SHORT_NAME:  # 사무차장: one title, no name before it
            break
        if not _BYLINE_GAP.fullmatch(gap) or len(names) > _AUTHORS_MAX:
            break
        named = _without_town(Named(word.group(), Span(*word.span()), "byline:line"), cues)
        if is_medium(named.name, cues) and medium is None:
            medium = named
        elif is_name(named.name, cues) and "=" not in gap:
            names.append(named)
        else:
            break
        begins = word.start()
    return names[::-1], medium, begins


def _without_town(named: Named, cues: Cues) -> Named:
    """연합뉴스 of (서울연합뉴스)."""
    town, rest = named.name[:_SHORT_NAME], named.name[_SHORT_NAME:]
    if named.name in cues.outlets or town not in cues.places or rest not in cues.outlets:
        return named
    return Named(rest, Span(named.span.start + len(town), named.span.end), named.rule)


def is_medium(name: str, cues: Cues) -> bool:
    """Whether a name is a medium's: the pack knows it, or it ends like one (…통신, …일보)."""
    ends = len(name) > 2 and name.endswith(cues.media) and name not in cues.media  # noqa: PLR2004
    return (ends and name not in cues.words) or name in cues.outlets


def is_name(name: str, cues: Cues) -> bool:
    """Whether a word has the form of a Korean person's name.

    Example:
        민들레 and 남궁슬기 do, 모스크바 and 정치부 do not.
    """
    if (
        name in cues.words
        or name in cues.roles
        or name in cues.crew
        or f"{name}기자" in cues.roles
        or not re.fullmatch(NAME, name)
        or name.endswith(_DESKS)
        or (len(name) > _SHORT_NAME and name in cues.places)
    ):
        return False
    two = name[:2] in cues.surnames
    return two if len(name) == 4 else name[0] in cues.surnames or (two and len(name) == 3)  # noqa: PLR2004


def outlet_before(text: str, cues: Cues) -> Named | None:
    """A known outlet that is all that stands before a date, however many words it has.

    Example:
        ``러시아의 소리 한국어판 2013-05-03`` begins with 러시아의 소리.
    """
    dates = stamps_in(text)
    words = text[: dates[0].span.start].strip(" |·") if dates else ""
    name = re.sub(LANGUAGE, "", words)
    if not name or squeeze(name) not in cues.outlets:
        return None
    at = text.find(name)
    return Named(name, Span(at, at + len(words)), "date-line")


def northern_dateline(text: str, cues: Cues) -> Named | None:
    """The agency of ``(평양 1월 2일발 조선중앙통신)`` or ``[워싱턴 1월 2일 새솔통신] - …``."""
    match = patterns_of(cues).northern.match(text)
    if match is None:
        return None
    if match.group("medium"):
        return group_of(match, "medium", "dateline:northern")
    return group_of(match, "wire", "dateline:dated")


def is_dateline(text: str, cues: Cues) -> bool:
    """Whether a line is nothing but ``(평양 1월 2일발 조선중앙통신)``, with brackets or without."""
    bare = text.strip()
    if patterns_of(cues).northern.fullmatch(bare):
        return True
    return patterns_of(cues).foreign.fullmatch(bare) is not None and bool(
        foreign_dateline(bare, cues)
    )


def foreign_dateline(text: str, cues: Cues) -> Named | None:
    """The agency of ``[신화망 베이징 1월 2일]`` or ``모스크바, 1월 2일. /타스/.``, if known.

    Example:
        ``베이징 1월 2일발 신화통신`` and ``신화통신 베이징 1월 2일발`` have 신화통신.
    """
    match = patterns_of(cues).foreign.match(text)
    if match is None:
        return None
    found = (group_of(match, g, "dateline:foreign") for g in ("agency", "slashed", "first", "last"))
    return next((n for n in found if n is not None and n.name in cues.outlets), None)
