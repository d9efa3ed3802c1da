"""The phrases right before a verb or noun that modify it.

Comes in: ``Clauses`` and the place of an item. Goes out: genitives, lists, bare nouns and times,
left to right. A verb stops them, unless it has no phrases of its own (대통령의 잇따른 제안).
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.cases import MIDDLE_DOTS
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb

_ALSO = "도"


def chain_before(clauses: Clauses, index: int) -> tuple[Phrase, ...]:
    """Phrases right before an item that modify it: genitives, lists, bare nouns, times."""
    found: list[Phrase] = []
    for position in range(index - 1, -1, -1):
        item = clauses.items[position]
        if isinstance(item, Verb) and _is_bare_modifier(clauses, position):
            continue
        if isinstance(item, Verb) and found and _is_between(clauses, found[-1]):
            other = _other_side(clauses, position)
            found += [other] if other is not None else []
        if isinstance(item, Verb) or not (
            modifies_noun(item) or _listed_aim(clauses, item, found) or _is_dotted(clauses, item)
        ):
            break
        if item.case is Case.BARE and _opens_words(clauses, item, clauses.items[index]):
            break
        found.append(item)
    return tuple(reversed(found))


def _opens_words(clauses: Clauses, phrase: Phrase, item: Item) -> bool:
    """외교부는 이날 “지난달 18일 발사는 …”이라고: the day of the saying, left of the words."""
    quote = clauses.quote_of(item)
    if quote is None or clauses.quote_of(phrase) == quote:
        return False
    return any(isinstance(i, Verb) and clauses.quote_of(i) == quote for i in clauses.items)


def _listed_aim(clauses: Clauses, phrase: Phrase, found: list[Phrase]) -> bool:
    """북한과 중국의 국경 안전·질서 유지를 위한 회담: what it is for may be a list of nouns."""
    named = clauses.document.mentions_in(phrase.span)
    return phrase.case is Case.BARE and bool(found) and found[-1].case is Case.FOR and not named


def _is_dotted(clauses: Clauses, phrase: Phrase) -> bool:
    """북한과 라오스의 무역·농업 협력위원회 회의: what it is about may be two nouns in one word."""
    dotted = clauses.document.text.startswith(MIDDLE_DOTS, phrase.span.end)
    named = clauses.document.mentions_in(phrase.span)
    return phrase.case is Case.BARE and dotted and not named


def _is_between(clauses: Clauses, phrase: Phrase) -> bool:
    """장관사이의, 장관 간의."""
    return phrase.case is Case.GENITIVE and clauses.text(phrase.span).endswith(("사이", "간"))


def _other_side(clauses: Clauses, position: int) -> Phrase | None:
    """외무상과 우리 나라를 방문한 장관사이의 회담: who stands before the clause in between."""
    for item in reversed(clauses.items[:position]):
        if isinstance(item, Verb):
            return None
        if item.case is Case.WITH:
            return item
    return None


def _is_bare_modifier(clauses: Clauses, position: int) -> bool:
    """대통령의 잇따른 제안: an adnominal verb right behind a genitive has no phrases of its own."""
    verb, before = clauses.items[position], clauses.items[position - 1] if position else None
    adnominal = isinstance(verb, Verb) and verb.ending is Ending.ADNOMINAL
    return adnominal and isinstance(before, Phrase) and before.case is Case.GENITIVE


def modifies_noun(phrase: Phrase) -> bool:
    """유럽의, 장관과, 북한에 대한: whether a phrase may belong to a noun behind it.

    Not 미국과도 남북정상회담을 위해 협의했다: with whom else something is done.
    """
    if phrase.case in {Case.GENITIVE, Case.ABOUT, Case.FOR}:
        return True
    if phrase.case is Case.WITH:
        return _ALSO not in phrase.particles[1:]
    return phrase.case is Case.BARE and not phrase.comma


def is_of_both(clauses: Clauses, phrase: Phrase) -> bool:
    """제네바에서 열리는 [북미 회담]에 가려고: whose talks they are, not where one goes."""
    named = clauses.document.mentions_in(phrase.span)
    return sum(m.rule == "compound" for m in named) > 1
