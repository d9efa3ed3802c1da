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
from haengbo.reading.events.scene.joined import RESOLVED_WITHIN, RESOLVING, first_place
from haengbo.reading.events.scene.placing import adjoining, name_of_place, places_in

#: Modes of what is agreed on together with its place.
_HELD = {"meeting", "multilateral", "exercise", "ceremony", "reception", "visit"}


def of_occasion(clauses: Clauses, phrases: Iterable[Phrase]) -> str | None:
    """평양에서 열린 협상에서 합의했다, 서울 정상회의를 계기로 만났다: where the occasion was."""
    for phrase in reversed(tuple(phrases)):
        found = _held_at(clauses, phrase) or _on_occasion_of(clauses, phrase)
        if found is not None:
            return found
    return None


def _held_at(clauses: Clauses, phrase: Phrase) -> str | None:
    """평양에서 열린 [협상에서]: the clause that describes the occasion says where."""
    at = clauses.place_of(phrase)
    verb = clauses.items[at - 1] if at else None
    if phrase.case is not Case.AT or not isinstance(verb, Verb):
        return None
    if verb.ending is not Ending.ADNOMINAL or verb.lemma not in clauses.words.happening:
        return None
    before = clauses.items[: at - 1]
    last = next((n for n in range(len(before) - 1, -1, -1) if isinstance(before[n], Verb)), -1)
    own = [item for item in before[last + 1 :] if isinstance(item, Phrase)]
    return first_place(clauses, own, (Case.AT,))


def _on_occasion_of(clauses: Clauses, phrase: Phrase) -> str | None:
    """[뉴욕 유엔총회를] 계기로 만났다: the town before the name of the congress."""
    behind = clauses.document.text[phrase.span.end :][:6].lstrip("을를 ")
    if phrase.case is not Case.PER or not behind.startswith(clauses.words.words["occasioning"]):
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
