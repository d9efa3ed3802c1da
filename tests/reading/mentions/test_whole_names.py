"""Foreign names of several words before a state, and who is meant by a part of a name later on.

Every person is invented.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import ActorKind, Reading


def people(reading: Reading) -> set[str]:
    return {actor.name for actor in reading.actors if actor.kind is ActorKind.PERSON}


WHOLE = [
    ("같은날 람베르토 디니 이탈리아 외무장관은 떠났다.", "람베르토 디니", "when it was"),
    ("세계식량계획 아시아사무국 리슬리 대변인은 떠났다.", "리슬리", "an office that is spoken for"),
    ("속 찬다라 캄보디아 외교장관은 떠났다.", "속 찬다라", "a first word that is a noun too"),
    ("탄 웨이밍 싱가포르 외교부 차관은 떠났다.", "탄 웨이밍", "one that is a verb too"),
    ("라제시 바르마 인도 외교부 차관은 떠났다.", "라제시 바르마", "two that look like nouns"),
    ("은구기 마이나 케냐 외교부 수석차관은 떠났다.", "은구기 마이나", "a body of the state"),
    ("부이 민 꽝 주북한 베트남 대사가 떠났다.", "부이 민 꽝", "where the envoy is posted"),
    ("냥 윈 미얀마 외무장관은 떠났다.", "냥 윈", "single syllables only"),
    ("윁남특명전권대사 레 반 끄동지가 떠났다.", "레 반 끄", "one syllable before 동지"),
    ("수리아경제무역상 하싼 알 마쓰리가 떠났다.", "하싼 알 마쓰리", "a verb before 알"),
    ("응웬 반 땀을 단장으로 하는 윁남대표단이 떠났다.", "응웬 반 땀", "who leads a delegation"),
    ("부인 리스 마르떼나 여사가 몽골을 떠났다.", "리스 마르떼나", "whose wife she is"),
]


@pytest.mark.parametrize(("sentence", "name", "why"), WHOLE)
def test_all_words_before_a_state_are_the_name(sentence: str, name: str, why: str) -> None:
    assert people(read_paragraphs(sentence)) == {name}, why


@pytest.mark.parametrize(
    "sentence",
    [
        "회담 상대 일본 총리는 떠났다.",
        "올해 의장국 말레이시아 총리는 떠났다.",
        "당시 카운터파트 캐나다 외교장관은 떠났다.",
        "다음 달 스위스 대통령은 떠난다.",
    ],
)
def test_nouns_before_a_state_are_no_name(sentence: str) -> None:
    mentions = read_paragraphs(sentence).mentions
    assert not [m.name for m in mentions if m.rule.startswith("introduc")]


CALLED = [
    ("남궁솔 통일부 차관은 떠났다.", "남궁 차관은 남았다.", "a family name of two syllables"),
    ("황보결 두레대 교수는 떠났다.", "황보 교수는 남았다.", "at a university"),
    ("선우담 국방부 대변인은 떠났다.", "선우 대변인은 남았다.", "a name that is a given name too"),
    ("솜차이 분야랏 태국 부총리는 떠났다.", "솜차이 부총리는 남았다.", "Thai"),
    ("바트뭉흐 간볼드 몽골 외교장관은 떠났다.", "바트뭉흐 장관은 남았다.", "Mongolian"),
    ("속 찬다라 캄보디아 외교장관은 떠났다.", "찬다라 장관은 남았다.", "Khmer: the last word"),
    ("쩐 티 흐엉 베트남 외교부 대변인은 떠났다.", "흐엉 대변인은 남았다.", "Vietnamese"),
    ("라제시 바르마 인도 외교부 차관은 떠났다.", "바르마 차관은 남았다.", "the family name"),
    ("림 지아후이 싱가포르 외교차관은 떠났다.", "림 차관은 남았다.", "a family name that is first"),
    ("빙도현 외교부 차관은 떠났다.", "빙 차관은 남았다.", "a rare family name"),
]


@pytest.mark.parametrize(("first", "later", "why"), CALLED)
def test_a_part_of_a_name_is_the_person_named_before(first: str, later: str, why: str) -> None:
    found = people(read_paragraphs(first, later))
    assert len(found) == 1, why
    (name,) = found
    assert first.startswith(name), why
    mentions = read_paragraphs(first, later).mentions
    assert sum(m.kind is ActorKind.PERSON for m in mentions) == 2, why


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("로명철 수산성 국장은 떠났다.", "북한"),
        ("옥류봉 내각 부총리는 떠났다.", "북한"),
        ("로명철 해양수산부 국장은 떠났다.", "한국"),
    ],
)
def test_a_body_that_one_korea_has_tells_whose_office_it_is(sentence: str, state: str) -> None:
    (person,) = (a for a in read_paragraphs(sentence).actors if a.kind is ActorKind.PERSON)
    assert [role.of for role in person.roles] == [state]
