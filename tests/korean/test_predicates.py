"""Predicates of own sentences: lemma, ending, negation, tense, reported speech, voice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haengbo.korean.morphemes import Token, analyser
from haengbo.korean.predicates import Ending, Predicate, Voice, predicates
from haengbo.model.span import Span


def _read(text: str) -> tuple[Predicate, ...]:
    return predicates(analyser().analyse([text])[0])


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("장관을 접견하고 담화하였다", ["접견하다", "담화하다"]),
        ("초청받아 방문할 예정이라고 밝혔다", ["초청받다", "방문하다", "이다", "밝히다"]),
        ("회담을 열고 입장을 재확인했다", ["열다", "재확인하다"]),
        ("관계를 공식화했다", ["공식화하다"]),
        ("기쁨을 함께하자고 했다", ["함께하다", "하다"]),
        ("김 서기, 새 장관 접견", []),
        ("", []),
    ],
)
def test_lemmas_in_order(text: str, lemmas: list[str]) -> None:
    assert [p.lemma for p in _read(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("방문하지 않았다고 했다", {"negated": True, "past": True, "reported": "다고"}, "-지 않다"),
        ("안 만났다", {"negated": True, "past": True}, "adverb"),
        ("만나지 못했다", {"negated": True}, "-지 못하다"),
        ("비난하지는 않았다", {"negated": True, "past": True}, "-지는 않다"),
        ("합의하지는 못했다", {"negated": True, "past": True}, "-지는 못하다, cut as 못 + 하다"),
        (
            "경고하기도 했다",
            {"ending": Ending.FINAL, "past": True},
            "-기도 하다 carries the ending",
        ),
        ("방문하기는 했지만", {"ending": Ending.CONNECTIVE, "past": True}, "-기는 하다, too"),
        ("회담하기로 했다", {"ending": Ending.NOMINAL, "past": False}, "-기로 하다 resolves"),
        ("만났다", {"negated": False, "past": True, "ending": Ending.FINAL}, "plain past"),
        ("파병은 사실이 아니라며 웃었다", {"lemma": "아니다", "negated": True}, "아니다"),
        ("방문할 계획을 짰다", {"prospective": True, "head": "계획"}, "-ㄹ before a noun"),
        (
            "논의됐을 가능성이 크다",
            {"head": "가능성", "past": True, "voice": Voice.PASSIVE},
            "affix",
        ),
        ("지지한다는 뜻을 전했다", {"reported": "다고", "ending": Ending.ADNOMINAL}, "-다는"),
        ("함께 가자고 했다", {"lemma": "가다", "reported": "자고"}, "-자고"),
        ("왜 왔느냐고 물었다", {"lemma": "오다", "reported": "냐고"}, "느냐고"),
        ("서명하기로 했다", {"ending": Ending.NOMINAL, "particle": "로"}, "-기로"),
        ("병사를 철수시키고 돌아갔다", {"voice": Voice.CAUSATIVE}, "-시키다"),
        (
            "조약이 체결되였다고 말하였다",
            {"voice": Voice.PASSIVE, "past": True},
            "되였다 in the North",
        ),
        ("참가하고 있다", {"progressive": True, "past": False}, "-고 있다"),
        ("회담을 가졌다", {"object": "회담", "noun": None}, "object of a supporting verb"),
    ],
)
def test_first_predicate(text: str, expected: dict[str, Any], why: str) -> None:
    first = _read(text)[0]
    assert {name: getattr(first, name) for name in expected} == expected, why


def test_span_runs_from_noun_to_last_ending() -> None:
    text = "그는 장관을 접견했다."
    assert [p.span.of(text) for p in _read(text)] == ["접견했다"]


TOKENS = st.lists(
    st.builds(
        lambda form, tag: Token(form, tag, Span(0, len(form)), form),
        st.sampled_from(["하", "되", "받", "았", "다고", "ᆯ", "이", "않", "수", "을"]),
        st.sampled_from(
            ["NNG", "XSN", "XPN", "XSV", "VV", "VX", "VCP", "VCN", "EP", "EC", "EF", "ETM", "JKO"]
        ),
    ),
    max_size=12,
)


@given(TOKENS)
@settings(max_examples=200)
def test_any_sequence_of_tokens_is_read_without_overlap(tokens: list[Token]) -> None:
    found = predicates(tokens)
    assert all(p.first < p.last <= len(tokens) for p in found)
