"""A trigger → the place of its happening, as the page puts it.

Comes in: a ``Trigger`` with its clauses. Goes out: the most precise name with its town if that
adjoins (평양 만수대의사당), or ``None`` if the page does not say. Names of places are in their
South Korean spelling, names of halls and squares as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from haengbo.knowledge.frames import FrameRow
from haengbo.knowledge.places import PlaceRow
from haengbo.korean.predicates import Ending
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Statement
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.amid import before_those_there
from haengbo.reading.events.finding.clefts import cleft, last_said
from haengbo.reading.events.finding.compounds import TALKS, hosts_of_talks
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.briefing import place_of_briefing
from haengbo.reading.events.scene.joined import AND, JOINED, clause_joined, first_place
from haengbo.reading.events.scene.occasions import agreed_at, of_attended, of_occasion
from haengbo.reading.events.scene.placing import (
    adjoining,
    ends_in_venue,
    name_of_place,
    places_in,
    town_before,
)
from haengbo.reading.events.scene.report_days import not_of_report
from haengbo.reading.events.world import World

_GOING = (Case.OBJECT, Case.TO, Case.BY, Case.AT, Case.ABOUT)
_TOWARD = (Case.TO, Case.BY)
_AT = (Case.AT,)
#: Modes of what is sent somewhere: troops, ships and planes.
_SENT = {"troops", "weapons"}
#: 러시아 방문을 위해 평양을 떠났다: where to, in what one left for.
_FOR = (Case.FOR,)
#: Types of what is done to a thing that stands somewhere.
_OF_THINGS = {"RETREAT", "COOPERATE"}
_OF_WHAT_STANDS = {"ASSAULT", "COERCE", "SANCTION"}
_THINGS = {Case.OBJECT, Case.SUBJECT, Case.TOPIC, Case.GENITIVE}
_ACTING = {Case.SUBJECT, Case.TOPIC}
#: Types of acts whose place is that of the act joined to them.
_DONE_AT_A_PLACE = {"AGREE", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"}
#: 평양에서 돌아와: whence.
_COME = "오다"
_CREDIT = re.compile(r"\s?[\[(](?P<town>[가-힣]+)[^\])=\n]{0,20}=")


def place_of(clauses: Clauses, trigger: Trigger, frame: FrameRow, world: World) -> str | None:
    """Where it happens, by the phrases of the trigger; a visit's place is where it goes to."""
    if frame.place is not None:
        return frame.place
    found = _in_own_phrases(clauses, trigger, frame, world)
    if found is None and frame.type in UTTERANCES:
        found = _of_briefing(clauses, trigger)
    return (
        found
        or _said_of_it(clauses, trigger)
        or _by_frame(clauses, trigger, frame, world)
        or _of_act_joined(clauses, trigger, frame)
        or (None if frame.going else of_attended(clauses, trigger))
        or _before_noun(clauses, trigger, frame)
    )


def _in_own_phrases(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, world: World
) -> str | None:
    """The place in a phrase of the happening's own clause."""
    cases = _GOING if frame.going else _AT
    for stretch in _stretches(clauses, trigger):
        # 안보리에 요구했다: whom one asks is not where one asks
        phrases = [p for p in stretch if p.case is not Case.TO or frame.type not in UTTERANCES]
        fired = _fired_from(clauses, phrases) if frame.mode == "missile-test" else None
        # 쿠르스크에 북한 공병을 보냈다: where to before whose they are
        sent = first_place(clauses, phrases, _TOWARD) if frame.mode in _SENT else None
        found = fired or sent or first_place(clauses, phrases, cases)
        if found is not None and frame.mode == "visit":
            seen = _owner_of_sight(found, world) if frame.id == "visit-tour" else None
            found = seen or _beyond_port(clauses, found, world)
        if found is None and (frame.mode in {"meeting", "sign"} or frame.type in UTTERANCES):
            found = _at_office(clauses, phrases)
        vague = found is None or world.kind_of(found) is ActorKind.STATE
        if vague and not frame.going:
            # 광장에서 열린 중국 열병식에서: where it was held, not whose it was
            at = trigger.verb_index if trigger.verb_index is not None else trigger.index
            found = of_occasion(clauses, phrases, at) or found
        if found is not None:
            return found
    return None


def _before_noun(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> str | None:
    """The place right before the noun that tells of it."""
    if frame.going and not trigger.noun:
        return _right_before(clauses, trigger)
    if frame.going or frame.mode in TALKS:
        return _in_compound(clauses, trigger, states=frame.going)
    return _venue_of_feast(clauses, trigger) if frame.mode == "ceremony" else None


def _at_office(clauses: Clauses, phrases: Iterable[Phrase]) -> str | None:
    """국방성에서 회담했다, 용산 대통령실에서 만났다: an office as the house that it is in."""
    offices = clauses.words.words["offices"]
    for phrase in phrases:
        text = clauses.text(phrase.span)
        if phrase.case is Case.AT and text.endswith(offices) and text.count(" ") <= 1:
            return text
    return None


def _right_before(clauses: Clauses, trigger: Trigger) -> str | None:
    """대통령의 평양 방문 때, 평양 방문차: the place stands before the noun made a verb."""
    before = clauses.items[trigger.index - 1] if trigger.index else None
    verb = trigger.verb
    if verb is None or not isinstance(before, Phrase):
        return None
    aim = clauses.text(verb.span).endswith(clauses.words.words["aims"])
    if not aim and not clauses.sets_another_time(verb):
        return None
    nominal = verb.ending is Ending.CONNECTIVE and before.case is Case.BARE and not before.comma
    return name_of_place(clauses, before) if nominal else None


def _fired_from(clauses: Clauses, phrases: Iterable[Phrase]) -> str | None:
    """원산 일대에서 동해상으로 쐈다: from where it is fired before where it falls."""
    at = (p for p in phrases if p.case is Case.AT and places_in(clauses, p.span))
    return next((name_of_place(clauses, phrase) for phrase in at), None)


def _said_of_it(clauses: Clauses, trigger: Trigger) -> str | None:
    """마주한 것은 평양에서였다, 만남은 6월 평양이 마지막이다: where, said behind it."""
    if not trigger.noun:
        return first_place(clauses, cleft(clauses, trigger), _AT)
    return first_place(clauses, last_said(clauses, trigger.index), (Case.AT, Case.SUBJECT))


def _beyond_port(clauses: Clauses, place: str, world: World) -> str | None:
    """순안공항에, 평양 공항에 내리다: where one lands is not where the visit goes; a mission is."""
    words = clauses.words
    if not place.endswith(words.venues) or place.endswith(words.words["missions"]):
        return place
    if not place.endswith(clauses.words.words["ports"]):
        return place if " " in place else None
    towns = (_town_of_port(word, world) for word in reversed(place.split()))
    return next((town for town in towns if town is not None), None)


def _owner_of_sight(place: str, world: World) -> str | None:
    """선양의 조선소를 참관했다: what is seen there is not where the visit goes."""
    owner, of, _ = place.rpartition("의 ")
    town = owner.split()[-1] if of else ""
    return town if world.is_town(town) else None


def _town_of_port(word: str, world: World) -> str | None:
    """평양국제비행장, 평양 공항: the town in its name."""
    if world.is_town(word):
        return word
    rows = (row for row in world.names.named(word) if isinstance(row, PlaceRow) and row.town)
    return next((row.town for row in rows if row.town and word.startswith(row.town)), None)


def calls_at_sight(clauses: Clauses, trigger: Trigger, world: World) -> bool:
    """금수산태양궁전을 찾아, 공장을 방문해: a sight of the state that one is in, not a journey."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    for phrase in own:
        if phrase.case in {Case.OBJECT, Case.TO} and ends_in_venue(clauses, phrase.span):
            found = name_of_place(clauses, phrase)
            sight = found is not None and _beyond_port(clauses, found, world) is None
            return sight and not clauses.text(phrase.span).endswith(clauses.words.words["ports"])
    return False


def _stretches(clauses: Clauses, trigger: Trigger) -> Iterable[tuple[Phrase, ...]]:
    if trigger.noun and trigger.relative is not None:
        yield trigger.relative.own
    if trigger.arguments is not None:
        own = not_of_report(clauses, trigger, trigger.arguments)
        yield tuple(p for p in own if p not in trigger.chain[-1:])
        yield trigger.arguments.loose
        yield before_those_there(clauses, trigger)


def _by_frame(clauses: Clauses, trigger: Trigger, frame: FrameRow, world: World) -> str | None:
    """Where the place stands in another clause: an airport, the aim of a journey, an occasion."""
    before = [i for i in clauses.items[: trigger.index] if isinstance(i, Phrase)]
    described = trigger.arguments.described if trigger.arguments is not None else ()
    if frame.type in _OF_THINGS and trigger.arguments is not None:
        left = trigger.verb is not None and trigger.verb.lemma in clauses.words.words["leaving"]
        found = first_place(clauses, trigger.arguments.own, (Case.OBJECT,)) if left else None
        return found or _of_thing(clauses, trigger.arguments.own) or _standing(clauses, described)
    if frame.type in _OF_WHAT_STANDS:
        hit = frame.type == "ASSAULT" and frame.mode is None and trigger.arguments is not None
        found = _of_thing(clauses, trigger.arguments.own) if hit and trigger.arguments else None
        return _standing(clauses, described) or found  # 개성의 청사를 폭파했다
    if frame.id.startswith(("welcome", "farewell")):
        ports = [p for p in before if clauses.text(p.span).endswith(clauses.words.words["ports"])]
        return name_of_place(clauses, ports[-1]) if ports else None
    if any("destination" in slot.cases for slot in frame.slots):
        return first_place(clauses, before, _AT) or first_place(clauses, before, _FOR)
    if frame.mode == "visit" and trigger.arguments is not None:
        occasion = any(p.case is Case.TO for p in trigger.arguments.own)
        seen = _town_of_what_is_seen(clauses, trigger.arguments.own)
        return seen or (first_place(clauses, described, _AT) if occasion else None)
    return _by_clause_before(clauses, trigger, frame, world)


def _standing(clauses: Clauses, phrases: tuple[Phrase, ...]) -> str | None:
    """개성에 있던 청사를 폭파했다, 선양에 머물던 노동자를 추방했다: where it was."""
    last = phrases[-1] if phrases else None
    if last is None or last.case is not Case.TO:
        return None
    behind = clauses.items[clauses.place_of(last) + 1 :][:1]
    verb = behind[0] if behind else None
    stands = isinstance(verb, Verb) and verb.lemma in clauses.words.words["standing"]
    return name_of_place(clauses, last) if stands else None


def _of_thing(clauses: Clauses, phrases: Iterable[Phrase]) -> str | None:
    """영변 원자로를 닫았다, 두만강 다리가 열린다: where the thing built or closed stands."""
    for phrase in phrases:
        places = places_in(clauses, phrase.span)
        if phrase.case not in _THINGS or not places or places[0].kind is not ActorKind.PLACE:
            continue
        begins = places[0].span.start == phrase.span.start and not _is_joined(clauses, phrase)
        owner = phrase.case is Case.GENITIVE
        itself = phrase.case is Case.OBJECT and ends_in_venue(clauses, phrase.span)
        if begins and (owner or itself or places[-1].span.end < phrase.span.end):
            return name_of_place(clauses, phrase)
    return None


def _is_joined(clauses: Clauses, phrase: Phrase) -> bool:
    """모스크바와 평양 사이 직항: between two towns, in neither."""
    at = clauses.place_of(phrase)
    before = clauses.items[at - 1] if at else None
    return isinstance(before, Phrase) and before.case is Case.WITH


def _by_clause_before(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, world: World
) -> str | None:
    """Where those who meet or sign had been, had come to or gone."""
    described = trigger.arguments.described if trigger.arguments is not None else ()
    if frame.mode in {"ceremony", "reception"}:
        return _of_walk_there(clauses, trigger) or _of_clause_beside(clauses, trigger)
    if frame.type == "AGREE" and frame.mode in {None, "sign"}:
        return (
            agreed_at(clauses, trigger)
            or _of_time_then(clauses, trigger)
            or _of_talks_closed(clauses, trigger)
            or _of_clause_beside(clauses, trigger)
        )
    if frame.mode != "meeting":
        return None
    return (
        _of_visit(clauses, described, world)
        or _of_walk_there(clauses, trigger)
        or _of_clause_before(clauses, trigger)
        or _town_beside(clauses, trigger, world)
    )


def _town_of_what_is_seen(clauses: Clauses, phrases: Iterable[Phrase]) -> str | None:
    """선양의 공장을 둘러봤다: the town in which it stands."""
    for phrase in phrases:
        town = town_before(clauses, phrase) if phrase.case is Case.OBJECT else None
        if town is not None:
            return next((m.name for m in places_in(clauses, town)), None)
    return None


def _of_visit(clauses: Clauses, phrases: Iterable[Phrase], world: World) -> str | None:
    """평양을 방문한 장관을 만나: they met in the town that he came to."""
    for phrase in phrases:
        found = name_of_place(clauses, phrase) if phrase.case is Case.AT else None
        if found is not None:
            return found
        if phrase.case not in {Case.OBJECT, Case.TO}:
            continue
        for mention in clauses.document.mentions_in(phrase.span):
            if mention.kind is ActorKind.PLACE and world.is_town(mention.name):
                return mention.name
    return None


def _of_walk_there(clauses: Clauses, trigger: Trigger) -> str | None:
    """크렘린궁으로 가서 대통령을 만났다: the clause before says where they went."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    verbs = [i for i, item in enumerate(clauses.items[:at]) if isinstance(item, Verb)]
    verb = clauses.items[verbs[-1]] if verbs else None
    phrase = clauses.items[verbs[-1] - 1] if verbs and verbs[-1] else None
    if not isinstance(verb, Verb) or not isinstance(phrase, Phrase):
        return None
    if verb.ending is not Ending.CONNECTIVE:
        return None
    words, text = clauses.words.words, clauses.text(phrase.span)
    calls = verb.lemma in words["meeting-whom"] and phrase.case is Case.OBJECT
    if calls and text.endswith(words["ministries"]) and text.count(" ") <= 1:
        return text  # 외교부를 찾아 장관과 오찬을 했다
    return name_of_place(clauses, phrase) if verb.lemma in words["going"] else None


def _of_time_then(clauses: Clauses, trigger: Trigger) -> str | None:
    """평양을 방문했을 때 맺은 협정: where one was then."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    verbs = [i for i, item in enumerate(clauses.items[:at]) if isinstance(item, Verb)]
    verb = clauses.items[verbs[-1]] if verbs else None
    if not isinstance(verb, Verb) or not clauses.at_that_time(verb):
        return None
    begin = verbs[-2] + 1 if len(verbs) > 1 else 0
    before = [i for i in clauses.items[begin : verbs[-1]] if isinstance(i, Phrase)]
    gone = any(f.mode == "visit" for f in clauses.words.frames_of_predicate(verb.lemma))
    bare = before[-1:] if gone and before and before[-1].case is Case.BARE else []
    return first_place(
        clauses, before, (*_GOING[:2], Case.BARE) if bare else _GOING[:2] if gone else _AT
    )


def _of_talks_closed(clauses: Clauses, trigger: Trigger) -> str | None:
    """판문점에서 이어 온 접촉을 매듭짓고 합의했다: where they had been talking."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    before = clauses.items[:at]
    talks = [
        n
        for n, item in enumerate(before)
        if isinstance(item, Phrase) and item.case is Case.OBJECT
        if clauses.text(item.span).replace(" ", "").endswith(clauses.words.gatherings)
    ]
    if not talks:
        return None
    joined = before[talks[-1] + 1 :]
    verb = next((i for i in joined if isinstance(i, Verb)), None)
    if verb is None or verb.lemma not in clauses.words.words["holding-talks"]:
        return None
    after = clauses.sets_another_time(verb)
    if not (after or verb.tail.startswith(AND)) or clauses.quote_of(verb) is not None:
        return None
    return first_place(clauses, [i for i in before[: talks[-1]] if isinstance(i, Phrase)], _AT)


def _of_clause_before(clauses: Clauses, trigger: Trigger) -> str | None:
    """원산에서 유람선에 올라 총비서를 만났다: where the clause joined to this one begins."""
    clause = clause_joined(clauses, trigger, JOINED)
    if clause is None:
        return None
    verb = clause.verb
    found = first_place(clauses, clause.own, _AT)
    # 10일 공항에 내려 총리를 예방했다: where one lands is not where one calls
    lands = verb.lemma in clauses.words.words["arriving"]
    port = found is not None and found.endswith(clauses.words.words["ports"])
    return None if lands and port else found


def _of_act_joined(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> str | None:
    """선양에서 차에 태워 추방했다, 광장에 나와 맞이했다: one act, told by two verbs."""
    clause = clause_joined(clauses, trigger, JOINED)
    ceremony = frame.mode in {"ceremony", "reception"}
    if clause is None or not (ceremony or frame.type in _DONE_AT_A_PLACE):
        return None
    if frame.mode == "troops" or any(phrase.case in _ACTING for phrase in clause.between):
        return None
    own = [p for p in clause.own if p.case is not Case.AT or not clause.verb.lemma.endswith(_COME)]
    return first_place(clauses, own, _AT)


def _of_clause_beside(clauses: Clauses, trigger: Trigger) -> str | None:
    """영빈관에서 회담하고 오찬을 함께했다: one place for two acts that 고 joins."""
    clause = clause_joined(clauses, trigger, AND)
    if clause is None:
        return None
    frames = clauses.words.frames_of_predicate(clause.verb.lemma)
    others = any(phrase.case in _ACTING for phrase in clause.between)
    if others or any(frame.mode == "visit" for frame in frames):
        return None
    return first_place(clauses, clause.own, _AT)


def _of_briefing(clauses: Clauses, trigger: Trigger) -> str | None:
    """호텔에서 기자회견을 열어 반박했다: where the words were said."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    before = clauses.items[:at]
    outside = [n for n, i in enumerate(before) if clauses.quote_of(i) is None]
    held = next((n for n in reversed(outside) if isinstance(before[n], Verb)), 0)
    verb = clauses.items[held]
    joined = isinstance(verb, Verb) and verb.ending is Ending.CONNECTIVE
    return place_of_briefing(clauses, held) if joined else None


def _town_beside(clauses: Clauses, trigger: Trigger, world: World) -> str | None:
    """모스크바에서 대화를 하고 대통령을 예방했다: another's door, but in the same town."""
    found = None if trigger.noun else _of_clause_beside(clauses, trigger)
    town = found is not None and world.is_town(found.split()[-1])
    return found if town else None


def town_of_picture(clauses: Clauses, place: str | None, world: World) -> str | None:
    """[평양 노동신문=뉴스1]: a caption's credit begins with the town, if the caption has none."""
    end = clauses.sentence.span.end
    credit = _CREDIT.match(clauses.document.text, end)
    if clauses.sentence.kind is not BlockKind.CAPTION or credit is None:
        return place
    town = credit.group("town")
    fits = place is None or place == world.state_of(town)
    return town if fits and world.is_town(town) else place


def place_of_saying(clauses: Clauses, statement: Statement | None, world: World) -> str | None:
    """21일 뉴욕 유엔총회에서 “…”고 말했다: the town in which the words were said."""
    if statement is None:
        return None
    for item in reversed(clauses.items):
        if isinstance(item, Verb) or item.case is not Case.AT:
            continue
        if statement.span.contains(item.span) and not _behind_speaker(clauses, item):
            continue
        found = name_of_place(clauses, item)
        if found is not None and any(world.is_town(word) for word in found.split()):
            return found
    return None


def _behind_speaker(clauses: Clauses, phrase: Phrase) -> bool:
    """장관은 27일 제네바에서 북한이 …해야 한다고 촉구했다: between who speaks and of whom."""
    at = clauses.place_of(phrase)
    before = next((i for i in reversed(clauses.items[:at]) if not clauses.says_when(i)), None)
    behind = clauses.items[at + 1 : at + 2]
    spoken = isinstance(before, Phrase) and before.case is Case.TOPIC
    of = behind[0] if behind else None
    return spoken and isinstance(of, Phrase) and of.case is Case.SUBJECT


def _venue_of_feast(clauses: Clauses, trigger: Trigger) -> str | None:
    """평양 개선문광장 환영식, 관광지구 준공식: the hall or ground right before the noun."""
    if not trigger.noun:
        return None
    before = Span(trigger.chain[-1].span.start, trigger.span.start)
    text = clauses.text(before).rstrip()
    short = text.count(" ") <= 1 and not clauses.document.times_in(before)
    return text if short and text.endswith(clauses.words.venues) else None


def _in_compound(clauses: Clauses, trigger: Trigger, *, states: bool) -> str | None:
    """평양 정상회담, 소련 방문: the place stands before the noun; 몽골 회담 says with whom.

    싱가포르 북미 정상회담 names both, and so the state before them is where it was.
    """
    if not trigger.noun:
        return None
    before = Span(trigger.chain[-1].span.start, trigger.span.start)
    places = places_in(clauses, before)
    if not states:
        hosts = hosts_of_talks(clauses.document.mentions_in(before))
        places = [m for m in places if m.kind is ActorKind.PLACE or m in hosts]
    return adjoining(clauses, places) if places else None
