"""One verb for two pairs → a verb for each: 두 장관이 계획서에, 두 부상이 의정서에 각각 서명했다.

Comes in: the phrases and verbs of a sentence. Goes out: the same with the verb that the first
part leaves out. Invariant: spans stay those of the text; the verb put in has an empty one, where
its part ends.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from msgspec.structs import replace

from haengbo.korean.predicates import Ending
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Case, Item, Phrase, Verb

_COMPLEMENTS = {Case.OBJECT, Case.TO, Case.WITH}
#: 첫 회담은 베이징에서, 두 번째 회담은 평양에서 열렸다: a place as well, where both have a subject.
_PLACED = _COMPLEMENTS | {Case.AT}
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}


def ungapped(items: Sequence[Item], days: Collection[str] = ()) -> tuple[Item, ...]:
    """The sentence with every verb that a part of it leaves out.

    Args:
        items: Phrases and verbs of the sentence.
        days: Words that name a day without a figure (전날, 이튿날).

    Example:
        ``갑과 을이 협정에, 병과 정이 의정서에 서명했다`` has two verbs 서명하다.
    """
    found: list[Item] = []
    for index, item in enumerate(items):
        found.append(item)
        verb = _left_out(items, index, days)
        shared = _particle_left_out(items, index, days) if verb is None else None
        if shared is not None and isinstance(item, Phrase):
            verb = shared[1]
            found[-1] = replace(item, case=shared[0])
        if verb is not None:
            end = item.span.end
            put_in = replace(verb, span=Span(end, end), stem=end)
            if verb.ending is not Ending.NOMINAL:  # 열기로 했다: both are to come
                put_in = replace(put_in, tail=f"고 {verb.tail}", ending=Ending.CONNECTIVE)
            found.append(put_in)
    return tuple(found)


def with_objects(
    items: Sequence[Item], meeting: Collection[str], taking: Collection[str] = ()
) -> tuple[Item, ...]:
    """The sentence with what 도 adds to a subject before it as the object of a meeting.

    Args:
        items: Phrases and verbs of the sentence.
        meeting: Verbs that take whom one comes to as their object.
        taking: Other verbs that take an object, also beside a phrase with 와 or 에게.

    Example:
        In ``외무상은 라브로프 장관도 만났다`` 장관도 is whom he met.
    """
    found = list(items)
    for index, item in enumerate(items):
        if not isinstance(item, Verb) or not _closes(item):
            continue
        if item.lemma not in meeting and item.lemma not in taking:
            continue
        part = _part_before(items, index)
        added = next((p for p in part if p.particles == ("도",)), None)
        acting = part + _before_following(items, index - len(part) - 1)
        acts = any(p.case in _SUBJECTS and "도" not in p.particles for p in acting)
        filled = _COMPLEMENTS if item.lemma in meeting else {Case.OBJECT}
        listed = _list_of(part, added)
        # 24일 오후에는 … 장관도 만났다: a time with 에 is no complement
        objects = any(
            p.case in filled and p.particles[:1] != ("에",) for p in part if p not in listed
        )
        if added is not None and acts and not objects:
            found[items.index(added)] = replace(added, case=Case.OBJECT)
    return tuple(found)


def _closes(verb: Verb) -> bool:
    """만났다, 만나고, 만날 예정이다."""
    return verb.ending in {Ending.FINAL, Ending.CONNECTIVE, Ending.NOMINAL}


def _list_of(part: list[Phrase], last: Phrase | None) -> list[Phrase]:
    """라오스와 베트남도: what stands in one list with its last member."""
    behind = part[part.index(last) + 1 :] if last is not None else []
    listed = takewhile(lambda p: p.case is Case.WITH or (p.case is Case.BARE and p.comma), behind)
    return list(listed)


def _before_following(items: Sequence[Item], index: int) -> list[Phrase]:
    """부장은 몽골에 이어 라오스도 찾는다: 이어 parts no clause; who acts stands before it."""
    verb = items[index] if index > 0 else None
    told = isinstance(verb, Verb) and verb.lemma == "잇다" and verb.ending is Ending.CONNECTIVE
    before = items[index - 1] if told else None
    if not isinstance(before, Phrase) or not (
        before.case is Case.TO or before.tokens[0].form == "데"
    ):
        return []
    there = items[index - 2] if before.tokens[0].form == "데" else None
    # 몽골을 방문한 데 이어: before the verb of what came first
    return _part_before(items, index - 2 if isinstance(there, Verb) else index)


def _left_out(items: Sequence[Item], index: int, days: Collection[str]) -> Verb | None:
    """The verb of the part behind, if both parts have the same complement.

    Both must have a subject, or a time or place of their own: 5월에는 하노이를, 8월에는 방콕을
    찾았다; 서울에서 총리회담을, 평양에서 장관회담을 열기로 했다.
    """
    item = items[index]
    if not isinstance(item, Phrase) or not item.comma:
        return None
    before, behind = _part_before(items, index), _part_behind(items, index)
    if item.case is Case.BARE and _is_counted(item, days) and before:
        # 본부장과 17일, 국장과 18일 만났다: the day stands behind whom one met
        before, item = [item, *before[1:]], before[0]
    if item.case not in _PLACED:
        return None
    if behind is None:
        return None
    like = next((p for p in reversed(behind[0]) if p.case is item.case), None)
    parts = (before, [p for p in behind[0] if p is not like])
    subjects = all(any(p.case in _SUBJECTS for p in part) for part in parts)
    dated = item.case is not Case.AT and all(
        any(_is_counted(p, days) or p.case is Case.AT for p in part) for part in parts
    )
    # 군사회담을 14일 금강산에서, 적십자회담을 22일 통일각에서 열기로 했다
    taken = item.case is Case.AT and all(any(p.case is Case.OBJECT for p in q) for q in parts)
    return behind[1] if (subjects or dated or taken) and like is not None else None


def _particle_left_out(
    items: Sequence[Item], index: int, days: Collection[str]
) -> tuple[Case, Verb] | None:
    """17일 부위원장, 18일 위원장과 각각 만났다: a list in which each has its day in front.

    The particle stands behind the last alone.
    """
    item = items[index]
    named = isinstance(item, Phrase) and any(token.tag == "NNP" for token in item.tokens)
    if not named or not isinstance(item, Phrase) or item.case is not Case.BARE or not item.comma:
        return None
    behind = _part_behind(items, index)
    if behind is None or not _is_dated(items, index, days) or _is_counted(item, days):
        return None
    like = next((p for p in behind[0] if p.case in _PLACED), None)
    if like is None or not _is_dated(items, items.index(like), days):
        return None
    return like.case, behind[1]


def _is_dated(items: Sequence[Item], index: int, days: Collection[str]) -> bool:
    """Whether a day or month stands right before an item."""
    before = items[index - 1] if index else None
    return isinstance(before, Phrase) and before.case is Case.BARE and _is_counted(before, days)


def _is_counted(phrase: Phrase, days: Collection[str]) -> bool:
    """5월에는, 8일, 전날에는: a day or month of its own."""
    return any(token.tag == "SN" or token.form in days for token in phrase.tokens)


def _part_before(items: Sequence[Item], index: int) -> list[Phrase]:
    part: list[Phrase] = []
    for item in reversed(items[:index]):
        if isinstance(item, Verb):
            break
        part.append(item)
    return part


def _part_behind(items: Sequence[Item], index: int) -> tuple[list[Phrase], Verb] | None:
    part: list[Phrase] = []
    for item in items[index + 1 :]:
        if isinstance(item, Verb):
            return (part, item) if item.ending is not Ending.ADNOMINAL else None
        part.append(item)
    return None
