"""Who supplied the text of a page or owns it, as lines print it: wires, suppliers, copyright.

Comes in: a line. Goes out: a name with its place in the line. Invariant: a wire is one that the
pack knows; owners and suppliers may be media that nobody listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from haengbo.article.bylines import AGENCY, MEDIUM, Named, group_of, is_medium, writers
from haengbo.article.cues import Cues, alternatives, squeeze
from haengbo.model.span import Span

#: The letters of a station that nobody listed: ⓒ KTN.
_STATION = re.compile(r"(?!ALL\b)[A-Z]{3,4}")


@dataclass(frozen=True, slots=True)
class _Patterns:
    before: re.Pattern[str]
    tag: re.Pattern[str]
    closing: re.Pattern[str]
    relayed: re.Pattern[str]
    provider: re.Pattern[str]
    rights: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns_of(cues: Cues) -> _Patterns:
    label = alternatives(cues.providers)
    who = writers(cues)
    wires = [form for form, name in cues.outlets.items() if name in cues.wires]
    wire, agency = alternatives(wires), alternatives(map(_short, wires))
    return _Patterns(
        before=re.compile(rf"\A\s?[\[(【<](?P<wire>{wire}|{agency})[\])】>]\s?(?=\S)"),
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
        provider=re.compile(
            # [출처] 가람 뉴스, 원고래원: [ 가람통신 ]
            rf"(?:^|[\s|\[(<【])(?:{label})[\])>】]?\s?[:：=]?\s?[\[(]?\s?(?P<medium>{MEDIUM})"
        ),
        rights=re.compile(
            r"(?:[ⓒⒸ©]|Copyrights?|COPYRIGHT|copyright|저작권자|\([cC]\))(?:[\sⓒⒸ©.,:]|\([cC]\)|by|\d{4}|[-~]){0,40}"
            r"(?:['‘“\"][^'’”\"]{1,40}['’”\"]\s?)?"
            r"(?P<medium>(?!무단|모든|All|all|본\s|이\s|재배포|전재|저작권)[가-힣A-Za-z0-9]"
            r"[가-힣A-Za-z0-9+]{1,14}(?:\s(?!무단|모든|All|all)[가-힣]{2,8})?)"
        ),
    )


def wire_tag(text: str, cues: Cues) -> Named | None:
    """The wire of a line that is nothing but ``<연합>``."""
    match = _patterns_of(cues).tag.match(text)
    if match is None or not is_medium(match.group("medium"), cues):
        return None
    return group_of(match, "medium", "wire:tag")


def wire_alone(text: str, cues: Cues) -> Named | None:
    """A wire's name and nothing else, as it stands below news that another prints."""
    bare = text.strip()
    if cues.canonical(bare) not in cues.wires:
        return None
    at = text.find(bare)
    return Named(bare, Span(at, at + len(bare)), "wire:alone")


def wire_before(text: str, cues: Cues) -> Named | None:
    """The wire in brackets before the first word: ``【내외】 북한은``, ``(연합) 외무상은``."""
    match = _patterns_of(cues).before.match(text)
    return (
        Named(_wire(match["wire"], cues), Span(*match.span("wire")), "wire:before")
        if match
        else None
    )


def _wire(name: str, cues: Cues) -> str:
    """The canonical name of a wire or of its short form (교도)."""
    known = (
        found for found in map(cues.canonical, (name, f"{name}{AGENCY}")) if found in cues.wires
    )
    return next(known, name)


def wire_at_end(text: str, cues: Cues) -> Named | None:
    """The wire behind the last full stop: ``… 밝혔다./연합``, ``… 떠났다. (새솔=연합)``."""
    match = _patterns_of(cues).closing.search(text)
    group = "agency" if match is not None and match["agency"] else "medium"
    named = group_of(match, group, "wire:closing") if match is not None else None
    return named if named is not None and cues.canonical(named.name) in cues.wires else None


def relayed_agency(text: str, cues: Cues) -> Named | None:
    """The agency whose text a wire hands on: ``【도쿄 교도=연합】``, ``(새솔 AP·로이터=연합뉴스)``.

    Invariant: where the wire's own reporter is named beside it, the text is the wire's.
    """
    match = _patterns_of(cues).relayed.match(text)
    if match is None:
        return None
    return Named(_wire(match["agency"], cues), Span(*match.span("agency")), "dateline:relayed")


def _short(name: str) -> str:
    """교도 of 교도통신, as datelines have it."""
    short = name.removesuffix(AGENCY)
    return short if len(short) > 1 else name


def provider_in(text: str, cues: Cues) -> Named | None:
    """The supplier of ``기사제공 누리통신`` or ``출처 : 가람신문 (https://…)``."""
    match = _patterns_of(cues).provider.search(text)
    if match is None:
        return None
    named = group_of(match, "medium", "wire:provider")
    return named if named and is_medium(named.name, cues) else None


def rights_holder(text: str, cues: Cues) -> Named | None:
    """Who claims the copyright: ``ⓒ 가람신문 & garam.example, 무단전재 금지``."""
    match = _patterns_of(cues).rights.search(text)
    named = group_of(match, "medium", "outlet:copyright") if match else None
    if named is None or not re.search("[가-힣]", named.name):
        known = named is not None and named.name.upper() in cues.outlets
        return named if named and (known or _STATION.fullmatch(named.name)) else None
    first, _, second = named.name.partition(" ")
    whole = squeeze(named.name) in cues.outlets
    unit = second and not whole and (first in cues.outlets or second in cues.words)
    if unit and is_medium(first, cues):
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
