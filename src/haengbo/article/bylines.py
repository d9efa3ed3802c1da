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
_NAME = r"[가-힣]{2,4}"
_BYLINE_WORD = re.compile(r"[가-힣A-Za-z0-9]+")
_BYLINE_GAP = re.compile(r"[\s·,ㆍ/=|]{0,3}|[\])>】]\s?")
_BYLINE_MAX = 60
_AUTHORS_MAX = 6
_SHORT_NAME = 2
#: Last syllables of desks and teams, which stand before names.
_DESKS = ("부", "팀", "국장")
_MEDIUM = r"[가-힣A-Za-z0-9&+.]{1,12}(?:\s[가-힣]{2,8})?"


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
    prefix: re.Pattern[str]
    northern: re.Pattern[str]
    foreign: re.Pattern[str]
    tag: re.Pattern[str]
    closing: re.Pattern[str]
    relayed: re.Pattern[str]
    provider: re.Pattern[str]
    rights: re.Pattern[str]


@lru_cache(maxsize=4)
def patterns_of(cues: Cues) -> _Patterns:
    """Compiled once per tables."""
    role, label = alternatives(cues.roles), alternatives(cues.providers)
    names = rf"{_NAME}(?:(?:\s?[·,ㆍ]\s?|\s){_NAME}){{0,4}}"
    who = rf"(?P<names>{names})\s?(?P<role>{role})"
    wires = [form for form, name in cues.outlets.items() if name in cues.wires]
    wire, agency = alternatives(wires), alternatives(map(_short, wires))
    return _Patterns(
        bracket=re.compile(
            rf"^\s?[\[(【<〈](?:(?P<medium>{_MEDIUM})(?:\s?[=|ㅣ:]\s?|\s))?"
            rf"(?:[가-힣]{{2,6}}\s?=\s?)?{who}\s?[\])】>〉]"
        ),
        dateline=re.compile(
            rf"^\s?[\[(【<](?P<where>[가-힣A-Za-z·,\s]{{1,20}})=(?P<medium>{_MEDIUM})[\])】>]"
            rf"(?:\s?{who}\s?=?)?"
        ),
        role=re.compile(rf"(?:{role})(?![가-힣])"),
        handed=re.compile(
            rf"(?:\A|\s)(?P<names>{_NAME})\s?(?:{role})"
            r"(?:입니다|의\s보도입니다|[가이]\s(?:보도|취재)했습니다|[가이]\s(?:보도합|전합|전해\s?드립)니다)\.?$"
        ),
        signed=re.compile(
            rf"(?:\A|[.\s])(?P<medium>[가-힣A-Z]{{2,12}})(?:\s?뉴스)?,?\s(?P<names>{_NAME})"
            r"(?:입니다|이었습니다|였습니다)\.?\Z"
        ),
        prefix=re.compile(rf"[\[(【<](?P<medium>{_MEDIUM})[\])】>]\s?$"),
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
        tag=re.compile(r"^\s?[<\[(](?P<medium>[가-힣A-Z0-9]{2,8})[>\])]\s?$"),
        closing=re.compile(
            r"다\.\s?[/(<\[〔【=]?\s?(?:[가-힣]{2,8}\s?=\s?)?(?P<medium>[가-힣A-Z]{2,8}\d?)"
            # (연합2000/10/10): old pages put the day behind the wire
            r"(?:\s?\d{4}[/.-]\d{1,2}[/.-]\d{1,2})?\s?[/)>\]〕】]?\Z"
            # 말했다./새솔 AP=연합: whose text a wire hands on
            rf"|다\.\s?/\s?(?:[가-힣]{{2,8}}\s)?(?P<agency>[가-힣A-Z]{{2,6}})\s?=\s?(?:{wire})\Z"
        ),
        relayed=re.compile(
            rf"^\s?[\[(【<](?:[가-힣]{{2,10}}\s?[\s=]\s?)?(?P<agency>{agency})"
            rf"(?:\s?[·,/]\s?(?:{agency})){{0,3}}\s?[=·/]?\s?(?:{wire})[\])】>](?!\s?{who})"
        ),
        provider=re.compile(rf"(?:^|[\s|])(?:{label})\s?[:：=]?\s?(?P<medium>{_MEDIUM})"),
        rights=re.compile(
            r"(?:[ⓒⒸ©]|Copyrights?|COPYRIGHT|copyright|저작권자|\([cC]\))(?:[\sⓒⒸ©.,:]|\([cC]\)|by|\d{4}|[-~]){0,40}"
            r"(?:['‘“\"][^'’”\"]{1,40}['’”\"]\s?)?"
            r"(?P<medium>(?!무단|모든|All|all|본\s|이\s|재배포|전재|저작권)[가-힣A-Za-z0-9]"
            r"[가-힣A-Za-z0-9+]{1,14}(?:\s(?!무단|모든|All|all)[가-힣]{2,8})?)"
        ),
    )


def _group(match: re.Match[str], group: str, rule: str) -> Named | None:
    if match.group(group) is None:
        return None
    start, end = match.span(group)
    return Named(match.group(group), Span(start, end), rule)


def _authors(match: re.Match[str], rule: str) -> Iterator[Named]:
    if match.group("names") is None:
        return
    start = match.start("names")
    for name in re.finditer(_NAME, match.group("names")):
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
            medium = _group(match, "medium", f"byline:{rule}")
            if medium is not None and not _may_be_medium(medium.name, cues):
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
    """How a reporter signs off: VOA 뉴스 민들레입니다., 모스크바에서 KBS 뉴스 민들레였습니다."""
    match = patterns_of(cues).signed.search(text)
    medium = _group(match, "medium", "byline:signed-off") if match is not None else None
    if match is None or medium is None or not is_medium(medium.name.removesuffix("뉴스"), cues):
        return None
    authors = tuple(a for a in _authors(match, "byline:signed-off") if is_name(a.name, cues))
    short = medium.name.removesuffix("뉴스")
    if medium.name not in cues.outlets:
        span = Span(medium.span.start, medium.span.start + len(short))
        medium = Named(short, span, medium.rule)
    return Byline(authors, medium, Span(*match.span())) if authors else None


def _may_be_medium(name: str, cues: Cues) -> bool:
    """Whether a name where media stand is not just a town (``[인천=…]``, ``[평양발 …]``)."""
    if name.endswith(cues.pools):
        return False  # 공동취재단: nobody's text
    if is_medium(name, cues):
        return True
    return name not in cues.places and not name.endswith(("발", *_DESKS))


def line_byline(text: str, cues: Cues) -> Byline | None:
    """The byline in a line that is no news: ``민들레·한누리 가람통신 기자 a@b.example``.

    Read backwards from each word for a writer (기자, 특파원): names and, before or after them, the
    medium. The pack's family names tell names from other words.
    """
    northern = _role_before(text, cues)
    if northern is not None:
        return northern
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
        medium = _group(before, "medium", "byline:prefix") if before else None
        if medium is not None and not is_medium(medium.name, cues):
            medium = None
    return Byline(tuple(authors), medium, Span(start, end))


@lru_cache(maxsize=4)
def _northern_role(cues: Cues) -> re.Pattern[str]:
    return re.compile(rf"\A\s*(?:{alternatives(cues.roles_before)})((?:[\s,]+{_NAME})*)\s*")


def _role_before(text: str, cues: Cues) -> Byline | None:
    """``본사기자 리가람``, as papers of the North print it: the line holds nothing else."""
    match = _northern_role(cues).fullmatch(text)
    if match is None:
        return None
    found = re.finditer(_NAME, match.group(1))
    names = [Span(m.start(), m.end()).shifted(match.start(1)) for m in found]
    authors = tuple(Named(span.of(text), span, "byline:northern") for span in names)
    return Byline(
        tuple(author for author in authors if is_name(author.name, cues)),
        None,
        Span(0, len(text)),
    )


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
        named = Named(word.group(), Span(word.start(), word.end()), "byline:line")
        if is_medium(named.name, cues) and medium is None:
            medium = named
        elif is_name(named.name, cues) and "=" not in gap:
            names.append(named)
        else:
            break
        begins = word.start()
    return names[::-1], medium, begins


def is_medium(name: str, cues: Cues) -> bool:
    """Whether a name is a medium's: the pack knows it, or it ends like one (…통신, …일보)."""
    ends = len(name) > 2 and name.endswith(cues.media) and name not in cues.media  # noqa: PLR2004
    return ends or name in cues.outlets


def is_name(name: str, cues: Cues) -> bool:
    """Whether a word has the form of a Korean person's name.

    Example:
        민들레 and 남궁슬기 do, 모스크바 and 정치부 do not.
    """
    if (
        name in cues.words
        or name in cues.roles
        or f"{name}기자" in cues.roles
        or not re.fullmatch(_NAME, name)
        or name.endswith(_DESKS)
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
        return _group(match, "medium", "dateline:northern")
    return _group(match, "wire", "dateline:dated")


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
    found = (_group(match, g, "dateline:foreign") for g in ("agency", "slashed", "first", "last"))
    return next((n for n in found if n is not None and n.name in cues.outlets), None)


def wire_tag(text: str, cues: Cues) -> Named | None:
    """The wire of a line that is nothing but ``<연합>``."""
    match = patterns_of(cues).tag.match(text)
    if match is None or not is_medium(match.group("medium"), cues):
        return None
    return _group(match, "medium", "wire:tag")


def wire_at_end(text: str, cues: Cues) -> Named | None:
    """The wire behind the last full stop: ``… 밝혔다./연합``, ``… 떠났다. (새솔=연합)``."""
    match = patterns_of(cues).closing.search(text)
    group = "agency" if match is not None and match["agency"] else "medium"
    named = _group(match, group, "wire:closing") if match is not None else None
    return named if named is not None and cues.canonical(named.name) in cues.wires else None


def relayed_agency(text: str, cues: Cues) -> Named | None:
    """The agency whose text a wire hands on: ``【도쿄 교도=연합】``, ``(새솔 AP·로이터=연합뉴스)``.

    Invariant: where the wire's own reporter is named beside it, the text is the wire's.
    """
    match = patterns_of(cues).relayed.match(text)
    if match is None:
        return None
    names = (match["agency"], f"{match['agency']}통신")
    known = (name for name in map(cues.canonical, names) if name in cues.wires)
    return Named(next(known), Span(*match.span("agency")), "dateline:relayed")


def _short(name: str) -> str:
    """교도 of 교도통신, as datelines have it."""
    short = name.removesuffix("통신")
    return short if len(short) > 1 else name


def provider_in(text: str, cues: Cues) -> Named | None:
    """The supplier of ``기사제공 누리통신`` or ``출처 : 가람신문 (https://…)``."""
    match = patterns_of(cues).provider.search(text)
    if match is None:
        return None
    named = _group(match, "medium", "wire:provider")
    return named if named and is_medium(named.name, cues) else None


def rights_holder(text: str, cues: Cues) -> Named | None:
    """Who claims the copyright: ``ⓒ 가람신문 & garam.example, 무단전재 금지``."""
    match = patterns_of(cues).rights.search(text)
    named = _group(match, "medium", "outlet:copyright") if match else None
    if named is None or not re.search("[가-힣]", named.name):
        return named if named and squeeze_upper(named.name) in cues.outlets else None
    first, _, second = named.name.partition(" ")
    if second in cues.words and is_medium(first, cues):
        named = Named(first, Span(named.span.start, named.span.start + len(first)), named.rule)
    company = named.name.removesuffix("사")
    if company != named.name and company not in cues.outlets and is_medium(company, cues):
        return Named(company, Span(named.span.start, named.span.end - 1), named.rule)
    unknown = named.name not in cues.outlets and not is_medium(named.name, cues)
    return (_behind_motto(text, named, cues) if unknown else None) or named


def _behind_motto(text: str, named: Named, cues: Cues) -> Named | None:
    """ⓒ 세상을 보는 눈, 가람을 보는 창 가람신문: what the outlet says of itself, then its name."""
    for match in re.finditer(r"[가-힣A-Za-z\d]{2,15}", text[named.span.end :]):
        if match[0] in cues.outlets:
            return Named(match[0], Span(*match.span()).shifted(named.span.end), named.rule)
    return None


def squeeze_upper(name: str) -> str:
    """Latin names as the pack may have them."""
    return name.upper()
