"""Phrases and verbs of a sentence. Notation: ``phrase/case`` and ``<verb ending>``."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.reading.events.lexicon import lexicon
from haengbo.reading.events.parsing.chunking import clauses_of
from haengbo.reading.events.parsing.clauses import Clauses, Phrase


def clauses(sentence: str) -> Clauses:
    document = document_of(sentence)
    return clauses_of(document, document.sentences[0], lexicon(document.knowledge))


def shown(found: Clauses) -> str:
    return " ".join(
        f"{found.text(i.span)}/{i.case}" if isinstance(i, Phrase) else f"<{i.lemma} {i.ending}>"
        for i in found.items
    )


CUT = [
    (
        "인민은 강국을 일떠세웠다.",
        "인민/topic 강국/object <뜨다 connective> <세우다 final>",
        "일떠세우다 holds no copula, whatever the analyser makes of it",
    ),
    (
        "회담이 2일 모스크바에서 진행되였다.",
        "회담/subject 2일/bare 모스크바/at <진행되다 final>",
        "a date is a phrase of its own",
    ),
    (
        "(평양 11월 1일발 조선중앙통신) 왕이동지가 도착하였다.",
        "왕이동지/subject <도착하다 final>",
        "what stands before the report is not read",
    ),
    (
        "중국에 대한 전적인 지지를 표명했다.",
        "중국/about 지지/object <표명하다 final>",
        "에 대한 is a particle, 전적인 a modifier",
    ),
    (
        "중국의 입장에 전폭적이고 변함없는 지지를 표명했다.",
        "중국/genitive 입장/to 전폭/bare 지지/object <표명하다 final>",
        "변함없는 and 전폭적이고 are modifiers: to what is said of the support",
    ),
    (
        "최선희 외무상은 중국을 방문 중이다.",
        "최선희 외무상/topic 중국/object <방문하다 final>",
        "방문 중 is a verb",
    ),
    (
        "총장이 이끄는 대표단이 떠났다.",
        "총장/leader 대표단/subject <떠나다 final>",
        "a leader is no subject",
    ),
    (
        "북한이 강력한 미사일을 발사했다.",
        "북한/subject 미사일/object <발사하다 final>",
        "an adjective has no actor for its subject: he acts in the clause behind it",
    ),
    (
        "성능이 강력한 미사일을 발사했다.",
        "성능/subject <강력하다 adnominal> 미사일/object <발사하다 final>",
        "of a thing it says how that is, in a clause",
    ),
    (
        "장관은 짧게 말했다.",
        "장관/topic <말하다 final>",
        "an adverb is no clause",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), CUT)
def test_a_sentence_is_cut(sentence: str, expected: str, why: str) -> None:
    assert shown(clauses(sentence)) == expected, why


def test_items_slice_the_text_in_order() -> None:
    found = clauses("최선희 외무상은 “함께 가자”고 말하고 1일 평양에서 왕이 부장을 만났다.")
    spans = [item.span for item in found.items]
    assert spans == sorted(spans)
    assert all(found.text(span) for span in spans)


def test_a_quotation_is_a_border_unless_its_verb_is_outside() -> None:
    closed = clauses("외무성은 “조치를 지지한다”고 말했다.")
    broken = clauses("외무성은 “전적인 지지를 표명”했다.")
    assert [closed.quote_of(i) is not None for i in closed.items] == [False, True, True, False]
    assert all(broken.quote_of(i) is None for i in broken.items)
