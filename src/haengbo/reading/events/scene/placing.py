"""What a phrase says of where: the name of a place as the page puts it.

Comes in: ``Clauses`` and one of its phrases. Goes out: the most precise name with its town or
region if that adjoins (평양 만수대의사당, 황해북도 중화), or ``None``. Names of places are in their
South Korean spelling, names of halls and squares as printed.
"""

from __future__ import annotations

import re

from haengbo.knowledge.gazetteer import gazetteer
from haengbo.knowledge.orthography import speller
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

#: A venue's bare name has at most so many morphemes: 당 중앙위원회 본부 청사.
_SHORT = 4
#: 판문점 남측 평화의집: a side of the line, no state.
_SIDE = "측"
_REGION_REACH = 5
#: Particles that may follow a region.
_AFTER_REGION = ("에", "의", "로", "를", "와")
#: What stands behind a region: a name before 일대, or one that says what it is (군, 리).
_LOCALITY = re.compile(
    r"\s[가-힣]{2,6}(?=\s(?:일대|인근|부근|지역|근처)$)|(?:\s[가-힣]{1,6}[군구읍면동리]){1,3}$"
)
#: 평안북도 [대관]에서: a short name right behind its province.
_IN_PROVINCE = re.compile(r"\s[가-힣]{2,3}$")
#: 베이징(北京)의: the name once more in other letters.
_GLOSS = re.compile(r"\([一-龥]{1,8}\)")
#: 평양 [중구역] 만수대의사당: a part of the town.
_DISTRICT = re.compile(r"[가-힣]{1,6}(?:구역|구|군|동|리|거리|지구)")
#: 38분 간 [접견실]에서, 초청한 가운데 [대사관]에서: how long, amid what stands before where.
_LASTED = re.compile(r"(?:\d{1,3}(?:시간|분)(?:\s?간|\s?동안)|가운데)\s")
_PROVINCE = ("남도", "북도", "자강도", "양강도", "량강도", "강원도", "경기도")

#: 대북 제재 결의안 표결에서: against whom, not where.
_TOWARDS = "대"


def places_in(clauses: Clauses, span: Span) -> list[Mention]:
    """Names of places and states in a span, those inside compounds (북러, 대북) apart."""
    found = (m for m in clauses.document.mentions_in(span) if _is_place(m))
    return [m for m in found if m.rule != "prefix" or clauses.text(m.span)[:1] != _TOWARDS]


def _is_place(mention: Mention) -> bool:
    return mention.kind in {ActorKind.PLACE, ActorKind.STATE} and mention.rule != "compound"


def ends_in_venue(clauses: Clauses, span: Span) -> bool:
    """만수대의사당, ‘평양’호텔: whether a span ends in a noun of a hall or square."""
    return clauses.text(inside(clauses, span)).rstrip(")’'\"").endswith(clauses.words.venues)


def inside(clauses: Clauses, span: Span) -> Span:
    """회의장 [한편]에서, 영빈관 [앞]에: a span without the noun of a part of the hall."""
    head, _, last = clauses.text(span).rpartition(" ")
    edge = last in clauses.words.words["edges"] and head.endswith(clauses.words.venues)
    return Span(span.start, span.start + len(head)) if edge else span


def name_of_place(clauses: Clauses, phrase: Phrase) -> str | None:
    """The name of the place in a phrase: towns and countries in it, and its venue.

    Example:
        ``이탈리아 로마``, ``평양 만수대의사당``; of ``캐나다 G7 정상회의에서`` only ``캐나다``.
    """
    no_venue = clauses.text(phrase.span).endswith(("측", *clauses.words.words["no-venues"]))
    if no_venue or _is_side(clauses, phrase):
        return None  # 러시아측에서 장관이 참석했다, 대만 문제에서
    places = places_in(clauses, phrase.span)
    venue, span = ends_in_venue(clauses, phrase.span), inside(clauses, phrase.span)
    if venue and (around := _where_it_stands(clauses, phrase)) is not None:
        return f"{around} {clauses.text(span)}"
    if venue and (town := town_before(clauses, phrase)) is not None:
        return _GLOSS.sub("", clauses.text(town.hull(span)))
    if not places:
        return _hall(clauses, phrase, span) if venue else None
    at_sea = clauses.text(span).endswith(clauses.words.words["waters"])
    if (venue or at_sea) and places[-1].span.end < span.end:
        return clauses.text(Span(places[0].span.start, span.end))
    return adjoining(clauses, places) + _locality(clauses, phrase, places[-1])


def _is_side(clauses: Clauses, phrase: Phrase) -> bool:
    """북한에서는 외무상이 러시아를 방문했다: of the two sides the one that is told of, no place."""
    items, at = clauses.items, clauses.place_of(phrase)
    after = items[at + 1] if at + 1 < len(items) else None
    if phrase.particles[:2] != ("에서", "는") or not isinstance(after, Phrase):
        return False
    named = clauses.document.mentions_in(phrase.span)
    states = {m.name for m in named if m.kind is ActorKind.STATE and m.span == phrase.span}
    names = gazetteer(clauses.document.knowledge)
    people = clauses.document.mentions_in(after.span) if after.case is Case.SUBJECT else ()
    return any(m.kind is ActorKind.PERSON and names.state_of(m.name) in states for m in people)


def _hall(clauses: Clauses, phrase: Phrase, span: Span) -> str | None:
    """A venue without its town; 38분 간 [접견실]에서: how long stands before it."""
    lasted = _LASTED.match(clauses.text(span))
    if lasted is not None:
        return clauses.text(Span(span.start + lasted.end(), span.end))
    return clauses.text(span) if _bare_venue(clauses, phrase) else None


def _where_it_stands(clauses: Clauses, phrase: Phrase) -> str | None:
    """평양에 [위치한] 영빈관, 판문점 북측 지역[인] 통일각: what is said of where the hall is."""
    where = _said_of_hall(clauses, clauses.place_of(phrase))
    if where is None:
        return None
    places = places_in(clauses, where.span)
    if not places or places[0].span.start != where.span.start:
        return None
    return clauses.text(where.span)


def _said_of_hall(clauses: Clauses, at: int) -> Phrase | None:
    """The phrase that says where the hall at a place of the sentence stands."""
    before = clauses.items[max(0, at - 2) : at]
    if not before:
        return None
    last, first = before[-1], before[0]
    if isinstance(last, Phrase):
        part = last.case is Case.BARE and not last.comma
        return last if part and clauses.document.text.startswith("인 ", last.span.end) else None
    stands = last.ending is Ending.ADNOMINAL and last.lemma in clauses.words.words["standing"]
    return first if isinstance(first, Phrase) and first.case is Case.TO and stands else None


def _locality(clauses: Clauses, phrase: Phrase, region: Mention) -> str:
    """황해북도 [중화] 일대, 함경남도 [정평군]: a place unknown to the pack behind its region."""
    if region.kind is not ActorKind.PLACE:
        return ""
    found = _LOCALITY.match(clauses.document.text, region.span.end, phrase.span.end)
    if found is None and clauses.text(region.span).endswith(_PROVINCE):
        found = _IN_PROVINCE.match(clauses.document.text, region.span.end, phrase.span.end)
        vague = clauses.words.words["no-localities"]
        found = found if found is None or found.group().strip() not in vague else None
    return found.group() if found is not None else ""


def town_before(clauses: Clauses, phrase: Phrase) -> Span | None:
    """평양의 개선문광장: the town stands before the venue with 의."""
    position = clauses.items.index(phrase)
    before = clauses.items[position - 1] if position else None
    if not isinstance(before, Phrase) or before.case is not Case.GENITIVE:
        return None
    places = places_in(clauses, before.span)
    if not places:
        return None
    near = _GLOSS.sub("", clauses.text(Span(places[-1].span.end, before.span.end))).strip()
    if near not in {"", *clauses.words.words["nearness"]}:
        return None
    whole = before.span.start == places[0].span.start and adjoining(clauses, places).count(" ")
    return before.span if whole else Span(places[-1].span.start, before.span.end)


def _bare_venue(clauses: Clauses, phrase: Phrase) -> bool:
    """A venue without its town; a front is none without its region, nor are 6개 항."""
    counted = any(token.tag in {"SN", "NR", "MM"} for token in phrase.tokens[:2])
    front = clauses.text(phrase.span).endswith("전선")
    short = len(phrase.tokens) <= _SHORT or clauses.text(phrase.span).endswith(
        clauses.words.words["missions"]
    )
    return (short or _is_of_body(clauses, phrase)) and not front and not counted


def _is_of_body(clauses: Clauses, phrase: Phrase) -> bool:
    """노동당 중앙위원회 본부청사: the building begins with the name of its body."""
    named = clauses.document.mentions_in(phrase.span)
    first = next((m for m in named if m.span.start == phrase.span.start), None)
    return first is not None and first.kind is ActorKind.ORGANISATION


def adjoining(clauses: Clauses, mentions: list[Mention]) -> str:
    """The last place with those right before it."""
    names = [_printed(clauses, mentions[-1])]
    for left, right in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
        states = left.kind is right.kind is ActorKind.STATE
        between = clauses.document.text[left.span.end : right.span.start].strip()
        near = between in {"", *clauses.words.words["nearness"]} or _DISTRICT.fullmatch(between)
        if states or not near:
            break
        names = [_printed(clauses, left), *([between] if between else []), *names]
    return " ".join(names)


def _printed(clauses: Clauses, mention: Mention) -> str:
    """As printed, a Northern spelling written the Southern way, a state by its usual name."""
    return _town(clauses, mention) + _region(clauses, mention)


def _region(clauses: Clauses, mention: Mention) -> str:
    """하바롭스크주에서: a region named after its town is not the town."""
    rest = clauses.document.text[mention.span.end : mention.span.end + _REGION_REACH]
    for region in clauses.words.words["regions"]:
        after = rest.removeprefix(region)
        if after != rest and (not after[:1].isalnum() or after.startswith(_AFTER_REGION)):
            return region
    return ""


def _town(clauses: Clauses, mention: Mention) -> str:
    knowledge, surface = clauses.document.knowledge, clauses.text(mention.head)
    if mention.kind is ActorKind.STATE:
        return surface if surface.endswith(_SIDE) else mention.name
    rows = gazetteer(knowledge).named(mention.name)
    northern = {form for row in rows for form in (row.kp or "", (row.kp or "").removesuffix("주"))}
    if surface in northern and surface not in mention.name:
        return mention.name
    return speller(knowledge).fold(surface).text
