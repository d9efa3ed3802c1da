"""Who else was there: 회담에는 부상이 배석했다, 석상에는 부위원장이 참가하였다."""

from __future__ import annotations

from dataclasses import replace

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, Mention, ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.amid import there_meanwhile
from haengbo.reading.events.finding.naming import all_heads, coordinated, heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

#: Letters of 회담, 협의, 접촉.
_BARE = 2


def attendants(clauses: Clauses, words: Lexicon) -> tuple[str, ...]:
    """People whom the sentence adds to the meeting told of before.

    The verb says so by itself (배석하다), or it is one of taking part and the phrase with 에 is the
    topic and names a meeting without saying whose (회담에는 …).
    """
    verb = _verb(clauses, words)
    if verb is None:
        return ()
    closing = _closing(clauses, words, verb)
    return tuple(
        dict.fromkeys(
            mention.name
            for item in clauses.items
            if isinstance(item, Phrase)
            if item.span.end <= closing.span.start and clauses.quote_of(item) is None
            if _comes(item)
            or _is_listed(item)
            or _is_included(clauses, item)
            or _is_said(clauses, item, verb)
            or _leads(item)
            for mention in all_heads(clauses, item)
            if mention.kind is ActorKind.PERSON
        )
    )


def _closing(clauses: Clauses, words: Lexicon, first: Verb) -> Verb:
    """대사가 동석했으며 북측에서는 비서가 참석했다: the last of the verbs that tell who came."""
    last = first
    for item in clauses.items[clauses.place_of(first) + 1 :]:
        if isinstance(item, Verb):
            comes = item.lemma in words.attending or item.lemma in words.words["coming-to"]
            if not comes or item.negated or last.ending is not Ending.CONNECTIVE:
                break
            last = item
        elif item.case in {Case.TO, Case.OBJECT}:
            break
    return last


def there(clauses: Clauses, words: Lexicon, meeting: Draft, world: World) -> tuple[str, ...]:
    """Who else was at the meeting told of: those added to it, else those who spoke at it.

    Example:
        북한과 일본은 협의를 열었다. 국장은 회담에서 대사에게 조사를 요구했다: both sat there.
    """
    return attendants(clauses, words) or _speakers_at(clauses, words, meeting, world)


def _speakers_at(clauses: Clauses, words: Lexicon, meeting: Draft, world: World) -> tuple[str, ...]:
    """회담에서 대사에게: people of the states that met, beside the bare name of talks."""
    states = set(meeting.roles)
    if meeting.frame.mode != "meeting" or any(
        world.kind_of(name) is not ActorKind.STATE for name in states
    ):
        return ()
    phrases = [i for i in clauses.items if isinstance(i, Phrase) and clauses.quote_of(i) is None]
    talks = {noun for noun in words.gatherings if len(noun) == _BARE}
    at = any(p.case is Case.AT and clauses.text(p.span) in talks for p in phrases)
    told = [p for p in phrases if p.case in {Case.SUBJECT, Case.TOPIC} or "에게" in p.particles]
    people = [m for p in told for m in heads(clauses, p) if m.kind is ActorKind.PERSON]
    names = tuple(dict.fromkeys(m.name for m in people))
    sides = {world.state_of(name) for name in names}
    return names if at and len(names) > 1 and sides == states else ()


def told_beside(clauses: Clauses, words: Lexicon, meeting: Draft) -> tuple[str, ...]:
    """주석을 면담했으며 이 자리에는 대사가 배석했다: who else came, told behind in one sentence."""
    behind = tuple(i for i in clauses.items if i.span.start >= meeting.span.end)
    if not any(isinstance(item, Verb) for item in behind):
        return ()
    return attendants(replace(clauses, items=behind), words)


def with_those_there(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, roles: Roles, world: World
) -> Roles:
    """위원장은 비서가 배석한 가운데 장관을 접견했다: who was there besides, of people who meet."""
    people = any(world.kind_of(name) is ActorKind.PERSON for name in roles)
    if frame.mode != "meeting" or not people:
        return roles
    there = (
        mention.name
        for phrase in there_meanwhile(clauses, trigger)
        for mention in all_heads(clauses, phrase)
        if mention.kind is ActorKind.PERSON
    )
    return roles | {n: ParticipantRole.PARTY for n in dict.fromkeys(there) if n not in roles}


def names_office(clauses: Clauses, trigger: Trigger) -> bool:
    """북한과 몽골 외교수장이 만났다: the states only say whose; who they are may be told next.

    Not 두 나라는 협의를 열었다: a word for both sides names no office.
    """
    offices, sides = (clauses.words.words[key] for key in ("joint-offices", "both-sides"))
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    texts = [clauses.text(phrase.span) for phrase in subjects]
    return any(text.endswith(offices) and text not in sides for text in texts)


def _comes(phrase: Phrase) -> bool:
    """부상이, 대사도: who comes to it, or comes as well."""
    as_well = phrase.case is Case.TOPIC and phrase.particles[-1:] == ("도",)
    return phrase.case is Case.SUBJECT or as_well


def _is_included(clauses: Clauses, phrase: Phrase) -> bool:
    """장관을 포함해 차관과 국장이: one of those who came."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    verb = behind[0] if behind else None
    including = isinstance(verb, Verb) and verb.lemma in clauses.words.words["including"]
    return phrase.case is Case.OBJECT and including


def _leads(phrase: Phrase) -> bool:
    """부상을 비롯한 인사들이, 부상을 단장으로 하는 대표단이: who is named of those who came."""
    return phrase.case in {Case.AMONG, Case.LEADER}


def _is_said(clauses: Clauses, phrase: Phrase, verb: Verb) -> bool:
    """대표는 국장이다: what a copula says of the office."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    return phrase.case is Case.BARE and verb.lemma == "이다" and behind == (verb,)


def _is_listed(phrase: Phrase) -> bool:
    """부부장, 교류를 담당하는 국장이: in the list, though a clause parts it from the rest."""
    return phrase.case is Case.BARE and phrase.comma


def at_what_was_told(clauses: Clauses, words: Lexicon) -> str | None:
    """행사에는 비서가 자리했다: what the feast told of before is called that they came to."""
    for item in clauses.items:
        if isinstance(item, Verb) or item.case is not Case.TO or heads(clauses, item):
            continue
        topic = bool({"는", "은"} & set(item.particles[1:])) or _is_bidden(clauses, item)
        name = clauses.text(item.span).removeprefix("이날 ").removeprefix("이 ")
        if topic and name in words.words["gatherings-told"]:
            return name
    return None


def _is_bidden(clauses: Clauses, phrase: Phrase) -> bool:
    """부상들이 연회에 초대되였다: by its bare name to the one told of, that nothing describes."""
    place = clauses.place_of(phrase)
    around = (place - 1, place + 1)
    before, behind = (clauses.items[i] if 0 <= i < len(clauses.items) else None for i in around)
    if not isinstance(behind, Verb) or behind.lemma not in clauses.words.words["bidden"]:
        return False
    return isinstance(before, Phrase) and before.case in {Case.SUBJECT, Case.TOPIC}


def comers(clauses: Clauses, words: Lexicon, noun: str, after: int | None) -> tuple[str, ...]:
    """착공식이 열려 두 장관이 참석했다; 행사에는 대사가 참석했다: who came to what was told of.

    Args:
        clauses: The sentence.
        words: The pack's words for events.
        noun: What they came to, without blanks.
        after: Where the same sentence has told of it, or ``None`` if one before has.
    """
    start = clauses.sentence.span.start if after is None else after
    found: list[str] = []
    before: list[Phrase] = []
    quote = clauses.quote_of(clauses.items[0]) if clauses.items else None
    for item in clauses.items:
        if clauses.quote_of(item) != quote:
            # 통신은 “…여기 참가했고 …”라고 전했다: one who tells of it in quotes
            quote, before = clauses.quote_of(item), []
        if isinstance(item, Phrase):
            before.append(item)
            continue
        there = all(_is_there(clauses, words, noun, p) for p in before)
        behind = item.span.start >= start and _has_come(item, words)
        if there and (behind or (after is not None and _came_with(clauses, item, words))):
            found += _people(clauses, [p for p in before if behind is False or _from(p, start)])
        before = _list_so_far(item, before)
    return tuple(dict.fromkeys(found))


def _list_so_far(verb: Verb, before: list[Phrase]) -> list[Phrase]:
    """대사와 성원들, 평양에 와있는 대표단이: a list goes on past what describes its next member."""
    if verb.ending is not Ending.ADNOMINAL:
        return []
    last = max((n for n, phrase in enumerate(before) if _is_listed(phrase)), default=-1)
    return before[: last + 1]


def givers(clauses: Clauses, noun: str) -> tuple[str, ...]:
    """이날 행사는 두 협회가 함께 마련했다: who gave what is told of before and is the topic.

    Args:
        clauses: The sentence.
        noun: What they gave, without blanks.
    """
    before: list[Phrase] = []
    for item in clauses.items:
        if clauses.quote_of(item) is not None:
            return ()
        if isinstance(item, Phrase):
            before += [] if clauses.says_when(item) else [item]
            continue
        gave = item.lemma in clauses.words.words["giving-feasts"] and not item.negated
        if not gave or not item.past or item.ending in {Ending.ADNOMINAL, Ending.NOMINAL}:
            return ()
        topics = [p for p in before if p.case is Case.TOPIC]
        if before[:1] != topics or not all(_is_feast(clauses, noun, p) for p in topics):
            return ()
        hosts = [p for p in before if p.case is Case.SUBJECT]
        return tuple(
            mention.name
            for host in hosts
            for mention in all_heads(clauses, host)
            if mention.kind in {ActorKind.PERSON, ActorKind.ORGANISATION}
        )
    return ()


def _from(phrase: Phrase, start: int) -> bool:
    return phrase.span.start >= start


def _people(clauses: Clauses, phrases: list[Phrase]) -> list[str]:
    return [
        mention.name
        for phrase in phrases
        if _comes(phrase) or phrase.case is Case.TOPIC or _is_listed(phrase) or _leads(phrase)
        for member in coordinated(clauses, phrase)
        for mention in heads(clauses, member)
        if mention.kind is ActorKind.PERSON or _is_of_mission(clauses, mention, member)
    ]


def _is_of_mission(clauses: Clauses, mention: Mention, phrase: Phrase) -> bool:
    """로씨야대사관 성원들이: the staff of a mission, by its name."""
    missions = clauses.words.words["missions"]
    body = mention.kind is ActorKind.ORGANISATION and mention.name.endswith(missions)
    return body and mention.span.end < phrase.span.end


def _came_with(clauses: Clauses, verb: Verb, words: Lexicon) -> bool:
    """장관이 참석한 가운데 착공식이 열렸다: told before what they came to."""
    came = verb.lemma in words.words["coming-to"] and not verb.negated
    return came and clauses.is_backdrop(verb)


def _has_come(verb: Verb, words: Lexicon) -> bool:
    closing = verb.ending not in {Ending.ADNOMINAL, Ending.NOMINAL}
    told = verb.past or verb.ending is Ending.CONNECTIVE
    return verb.lemma in words.words["coming-to"] and closing and told and not verb.negated


def _is_there(clauses: Clauses, words: Lexicon, noun: str, phrase: Phrase) -> bool:
    """행사에는, 이 자리에: where they came is what was told of; 회담에 is something else."""
    if phrase.case is Case.OBJECT:
        watched = clauses.text(phrase.span).replace(" ", "")
        return watched.endswith(noun) or watched in words.words["such-occasions"]
    if phrase.case is not Case.TO or clauses.document.times_in(phrase.span):
        return True
    name = _bare_name(clauses, phrase)
    return name in words.words["such-occasions"] or _is_feast(clauses, noun, phrase)


def at_it(clauses: Clauses, noun: str) -> bool:
    """회의에는, 이 회의에: the sentence names what they came to."""
    to = (i for i in clauses.items if isinstance(i, Phrase) and i.case is Case.TO)
    return any(noun.endswith(_bare_name(clauses, phrase)) for phrase in to)


def _is_feast(clauses: Clauses, noun: str, phrase: Phrase) -> bool:
    """이날 행사, 초대회: what is called so was told of."""
    name = _bare_name(clauses, phrase)
    frames = clauses.words.by_noun.get(noun, ())
    feast = all(frame.mode != "multilateral" for frame in frames)
    told = feast and name in clauses.words.words["gatherings-told"]
    return told or noun.endswith(name) or name.endswith(noun)


def _bare_name(clauses: Clauses, phrase: Phrase) -> str:
    return clauses.text(phrase.span).removeprefix("이날 ").removeprefix("이 ").replace(" ", "")


def _verb(clauses: Clauses, words: Lexicon) -> Verb | None:
    for item in clauses.items:
        if not isinstance(item, Verb) or clauses.quote_of(item) is not None:
            continue
        if item.lemma in words.attending:
            return item
        if _represents(clauses, item, words) or _says_who_sat(clauses, item, words):
            return item
        seated = item.lemma in words.words["being-delegate"]
        joins = seated or (item.lemma, "to") in words.supports
        if joins and at_what_was_told(clauses, words):
            return item
        if joins and (_meeting_is_topic(clauses, item, words) or _by_sides(clauses, item)):
            return item
        if item.lemma in words.words["coming-to"] and _only_people_come(clauses, item):
            return item
    return None


def _represents(clauses: Clauses, verb: Verb, words: Lexicon) -> bool:
    """두 국장이 수석대표로 나섰다, 양측을 대표했다; 회담은 두 장관이 이끌었다: who sat for them."""
    if verb.negated or verb.ending in {Ending.ADNOMINAL, Ending.NOMINAL}:
        return False
    before = [i for i in clauses.items if isinstance(i, Phrase) and i.span.end <= verb.span.start]
    last = before[-1] if before else None
    if last is None:
        return False
    text = clauses.text(last.span)
    if verb.lemma in words.words["being-delegate"] and last.case in {Case.BY, Case.OBJECT}:
        return text.endswith(words.words["delegate-offices"])
    if verb.lemma not in words.words["leading-talks"]:
        return False
    if last.case is Case.OBJECT:
        return text in words.words["two-sides"] or text.replace(" ", "").endswith(words.gatherings)
    topics = (p for p in before if p.case is Case.TOPIC and not heads(clauses, p))
    return any(clauses.text(p.span).replace(" ", "").endswith(words.gatherings) for p in topics)


def _says_who_sat(clauses: Clauses, verb: Verb, words: Lexicon) -> bool:
    """수석대표는 두 국장이다, 북측 배석자로는 부상이 나왔다: the office at the table is named."""
    before = [i for i in clauses.items if isinstance(i, Phrase) and i.span.end <= verb.span.start]
    seats = words.words["delegate-offices"] + words.words["seats-beside"]
    if verb.negated or verb.ending in {Ending.ADNOMINAL, Ending.NOMINAL}:
        return False
    if verb.lemma in words.words["being-delegate"]:
        as_what = (p for p in before if p.case is Case.BY and "는" in p.particles)
        return any(clauses.text(p.span).endswith(seats) for p in as_what)
    topics = [p for p in before if p.case is Case.TOPIC]
    people = any(m.kind is ActorKind.PERSON for p in topics[:1] for m in heads(clauses, p))
    first = bool(topics) and not people and clauses.text(topics[0].span).endswith(seats)
    rest = all(clauses.text(p.span).endswith((*seats, "측")) for p in topics)
    return verb.lemma == "이다" and first and rest and not verb.tail.startswith("라")


def _only_people_come(clauses: Clauses, verb: Verb) -> bool:
    """부장과 부상, 국장이 참석했다: to what is told right before, for nothing else is named."""
    if not verb.past or verb.negated or verb.ending is not Ending.FINAL:
        return False
    before = [i for i in clauses.items if i.span.end <= verb.span.start]
    people = all(
        isinstance(p, Phrase)
        and (_comes(p) or _is_listed(p) or p.case is Case.WITH)
        and any(m.kind is ActorKind.PERSON for m in heads(clauses, p))
        for p in before
    )
    return bool(before) and people


def _by_sides(clauses: Clauses, verb: Verb) -> bool:
    """북측에서는 국장이, 중국 측에서는 부국장이 참석했다: at what is told of before."""
    before = [i for i in clauses.items if isinstance(i, Phrase) and i.span.end <= verb.span.start]
    sides = [p for p in before if p.case is Case.AT and _is_side(clauses, p)]
    to = [p for p in before if p.case is Case.TO]
    return bool(sides) and all(_is_bare_talks(clauses, p) for p in to)


def _is_bare_talks(clauses: Clauses, phrase: Phrase) -> bool:
    """회담에, 이날 회담에: talks that nothing is said of, so those told of before."""
    talks = {noun for noun in clauses.words.gatherings if len(noun) == _BARE}
    return _bare_name(clauses, phrase) in talks


def _is_side(clauses: Clauses, phrase: Phrase) -> bool:
    named = heads(clauses, phrase)
    state = bool(named) and all(m.kind is ActorKind.STATE for m in named)
    return clauses.text(phrase.span).endswith("측") or (state and "는" in phrase.particles)


def _meeting_is_topic(clauses: Clauses, verb: Verb, words: Lexicon) -> bool:
    for item in clauses.items:
        if isinstance(item, Verb) or item.span.end > verb.span.start:
            continue
        topic = item.case is Case.TO and bool({"는", "은"} & set(item.particles[1:]))
        if topic and not heads(clauses, item):
            name = clauses.text(item.span).replace(" ", "")
            here = name.removeprefix("이") in words.words["such-occasions"]
            return here or any(name.endswith(noun) for noun in words.gatherings)
    return False
