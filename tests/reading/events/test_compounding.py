"""Two verbs that are one word of the pack; every sentence is invented."""

from __future__ import annotations

import pytest

from haengbo.knowledge import load
from haengbo.korean.predicates import Ending
from haengbo.model.span import Span
from haengbo.reading.events.lexicon import lexicon
from haengbo.reading.events.parsing.clauses import Verb
from haengbo.reading.events.parsing.compounding import Compounds

COMPOUNDS = Compounds(lexicon(load()))


def verb(lemma: str, tail: str) -> Verb:
    return Verb(span=Span(0, 4), stem=0, lemma=lemma, ending=Ending.FINAL, tail=tail)


@pytest.mark.parametrize(
    ("lemma", "tail", "expected", "why"),
    [
        ("내다", "어 놓 었 다", ("내놓다", "었 다"), "a stem in ㅐ takes no 어: 내놨다"),
        ("풀다", "어 주 었 다", ("풀어주다", "었 다"), "released"),
        ("보내다", "어 오 었 다", ("보내오다", "었 다"), "sent here"),
        ("잡다", "어 가 었 다", ("잡아가다", "었 다"), "the analyser writes 어 for 아"),
        ("짚다", "어 보 었 다", ("짚어보다", "었 다"), "looked through"),
        ("차리다", "어 지 었 다", ("차려지다", "어 지 었 다"), "what comes to be keeps its tail"),
        ("풀다", "고 있 다", ("풀다", "고 있 다"), "another auxiliary"),
        ("만나다", "어 버리 었 다", ("만나다", "어 버리 었 다"), "no word of the pack"),
        ("풀다", "었 다", ("풀다", "었 다"), "no auxiliary at all"),
        ("풀다", "", ("풀다", ""), "a stem without any ending"),
    ],
)
def test_a_verb_with_its_auxiliary(
    lemma: str, tail: str, expected: tuple[str, str], why: str
) -> None:
    found = COMPOUNDS.named(verb(lemma, tail))
    assert (found.lemma, found.tail) == expected, why
