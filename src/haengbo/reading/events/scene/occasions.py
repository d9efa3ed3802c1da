"""Where an occasion was held, which places what was done at it.

Comes in: ``Clauses`` and phrases of a happening that have no place of their own. Goes out: the
place of the talks, feast or congress at which it was done, or ``None``. Invariant: where people
agree to meet is not where they agree.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.joined import (
    JOINED,
    RESOLVED_WITHIN,
    RESOLVING,
    clause_joined,
    first_place,
)
from haengbo.reading.events.scene.placing import adjoining, name_of_place, places_in

#: Phrases within which an occasion is named: 열린, 중국 전승절, 열병식.
_NAMED = 3
#: Modes of what is agreed on together with its place.
_HELD = {"meeting", "multilateral", "exercise", "ceremony", "reception", "visit"}


def of_occasion(clauses: Clauses, phrases: Iterable[Phrase], before: int) -> str | None:
    """평양에서 열린 협상에서 합의했다, 서울 정상회의를 계기로 만났다: where the occasion was.

    Args:
        clauses: The sentence.
        phrases: Of the happening's own clause.
        before: Index of its verb: 협의 때 제안했다 tells of the occasion by a clause of its own.
    """
    then = [
        i
        for n, i in enumerate(clauses.items[:before])
        if n and isinstance(i, Phrase) and i.case is Case.BARE and opens_occasion(clauses, n - 1)
    ]
    for phrase in reversed((*then, *phrases)):
        found = _held_at(clauses, clauses.place_of(phrase)) or _on_occasion_of(clauses, phrase)
        if found is not None:
            return found
    return None


def of_attended(clauses: Clauses, trigger: Trigger) -> str | None:
    """평양에서 열린 회의에 참석해 서명했다: where what one went to was held."""
    clause = clause_joined(clauses, trigger, JOINED)
    if clause is None or clause.verb.lemma not in clauses.words.words["coming-to"]:
        return None
    if any(phrase.case in {Case.SUBJECT, Case.TOPIC} for phrase in clause.between):
        return None
    at = clauses.place_of(clause.verb)
    occasion = clauses.items[at - 1] if at else None
    to = isinstance(occasion, Phrase) and occasion.case is Case.TO
    return _held_at(clauses, at - 1, attended=True) if to else None


def opens_occasion(clauses: Clauses, position: int) -> bool:
    """평양에서 [열린] 협상에서, 선양에서 [열린] 협의 때: what it describes is when all was.

    So is what is the occasion: 다음 달 도쿄에서 [열리는] 회의를 계기로 만난다.
    """
    behind = _named_behind(clauses, position) if is_held(clauses, position) else []
    if not behind or not isinstance(behind[0], Phrase):
        return False
    then = behind[1] if len(behind) > 1 else None
    named = behind[0].case is Case.BARE and isinstance(then, Verb) and clauses.at_that_time(then)
    return behind[0].case is Case.AT or named or _is_occasion(clauses, behind[0])


def is_held(clauses: Clauses, position: int) -> bool:
    """평양에서 [열린] 회의에 참석해: a verb that only says that something was held."""
    verb = clauses.items[position]
    if not isinstance(verb, Verb) or verb.ending is not Ending.ADNOMINAL:
        return False
    return verb.lemma in clauses.words.happening


def _named_behind(clauses: Clauses, position: int) -> list[Phrase | Verb]:
    """열린 [중국 전승절] 열병식에서: the occasion, behind what it is held for."""
    behind = list(clauses.items[position + 1 : position + 1 + _NAMED])
    while len(behind) > 1 and isinstance(behind[0], Phrase) and isinstance(behind[1], Phrase):
        if behind[0].case is not Case.BARE or behind[0].comma:
            break
        del behind[0]
    return behind


def _is_occasion(clauses: Clauses, phrase: Phrase) -> bool:
    """회의를 [계기로]."""
    behind = clauses.document.text[phrase.span.end :][:6].lstrip("을를 ")
    occasioning = clauses.words.words["occasioning"]
    return phrase.case is Case.PER and behind.startswith(occasioning)


def holds_talks(clauses: Clauses, position: int) -> bool:
    """고위급회담을 [가진] 뒤, [회담한] 뒤: talks, not a journey."""
    verb, before = clauses.items[position], clauses.items[position - 1] if position else None
    if not isinstance(verb, Verb):
        return False
    if any(frame.mode == "meeting" for frame in clauses.words.frames_of_predicate(verb.lemma)):
        return True
    held = isinstance(before, Phrase) and verb.lemma in clauses.words.words["holding-talks"]
    noun = clauses.text(before.span).replace(" ", "") if before is not None and held else ""
    return noun.endswith(clauses.words.gatherings) if noun else False


def _held_at(clauses: Clauses, at: int, *, attended: bool = False) -> str | None:
    """평양에서 열린 [협상에서]: the clause that describes the occasion says where."""
    name = clauses.items[at - 1] if at > 1 else None
    if isinstance(name, Phrase) and name.case is Case.BARE and not name.comma:
        at -= 1  # 베이징에서 열린 [중국 전승절] 열병식에서
    opens = is_held if attended else opens_occasion
    if not at or not opens(clauses, at - 1):
        return None
    before = clauses.items[: at - 1]
    last = next((n for n in range(len(before) - 1, -1, -1) if isinstance(before[n], Verb)), -1)
    own = [item for item in before[last + 1 :] if isinstance(item, Phrase)]
    return first_place(clauses, own, (Case.AT,))


def _on_occasion_of(clauses: Clauses, phrase: Phrase) -> str | None:
    """[뉴욕 유엔총회를] 계기로 만났다: the town before the name of the congress."""
    if not _is_occasion(clauses, phrase):
        return None
    places = places_in(clauses, phrase.span)
    first = places[0] if places else None
    begins = first is not None and first.span.start == phrase.span.start
    named = first is not None and first.kind is ActorKind.PLACE and first.span != phrase.span
    return adjoining(clauses, places[:1]) if begins and named else None


def agreed_at(clauses: Clauses, trigger: Trigger) -> str | None:
    """지난 5월 스톡홀름에서 조사를 재개하기로 합의했다: a day gone by and its place."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    verb = clauses.items[at - 1] if at else None
    if not isinstance(verb, Verb) or RESOLVING not in verb.tail[:RESOLVED_WITHIN]:
        return None
    frames = clauses.words.frames_of_predicate(verb.lemma)
    held = verb.lemma in clauses.words.words["holding-talks"]
    if held or any(frame.mode in _HELD for frame in frames):
        return None
    for position in range(1, at):
        phrase, day = clauses.items[position], clauses.items[position - 1]
        if isinstance(phrase, Phrase) and phrase.case is Case.AT and _is_past(clauses, day):
            return name_of_place(clauses, phrase)
    return None


def _is_past(clauses: Clauses, item: Phrase | Verb) -> bool:
    """지난 5월 하순: nothing but a time before the day of the page."""
    if not clauses.says_when(item):
        return False
    published = clauses.document.article.published_day or ""
    ends = [time.value.rpartition("/")[2] for time in clauses.document.times_in(item.span)]
    return bool(published) and all(end <= published[: len(end)] for end in ends)
