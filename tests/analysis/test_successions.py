"""The same frame with another word, from one text of an issuer to the next."""

from __future__ import annotations

from haengbo.analysis.successions import successions
from haengbo.analysis.texts import Text
from haengbo.knowledge import Knowledge

OLD = "긴 머리말이 있었다. 두 나라 공동의 안전이익을 수호하기 위한 문제들을 토의하였다."
NEW = "두 나라 공동의 핵심리익을 수호하기 위한 문제들을 토의하였다. 전혀 다른 끝말이다."


def test_sentences_are_matched_wherever_they_stand(knowledge: Knowledge) -> None:
    texts = [Text("2024", "가", "1.txt", OLD), Text("2025", "가", "2.txt", NEW)]
    (one,) = successions(texts, knowledge)
    assert (one.slot.old, one.slot.new) == ("안전", "핵심")
    assert one.old_sentence in OLD
    assert one.new_sentence in NEW
    assert (one.old.day, one.new.day) == ("2024", "2025")


def test_another_issuer_is_no_succession(knowledge: Knowledge) -> None:
    texts = [Text("2024", "가", "1.txt", OLD), Text("2025", "나", "2.txt", NEW)]
    assert successions(texts, knowledge) == ()


def test_the_same_words_are_none(knowledge: Knowledge) -> None:
    texts = [Text(day, "가", f"{day}.txt", OLD) for day in ("2024", "2025")]
    assert successions(texts, knowledge) == ()
