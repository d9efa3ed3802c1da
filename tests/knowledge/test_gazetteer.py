"""Names in texts, and what the pack knows about whom they denote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.gazetteer import Gazetteer, Strength, gazetteer


@pytest.fixture(scope="module")
def names(knowledge: Knowledge) -> Gazetteer:
    return gazetteer(knowledge)


@pytest.mark.parametrize(
    ("form", "expected", "why"),
    [
        ("쎄르게이 쇼이구", "세르게이 쇼이구", "the North's spelling"),
        ("벨로우쏘브", "안드레이 벨로우소프", "surname alone, the North's spelling"),
        ("로만 꾸리닌", "로만 쿠리닌", "a Northern spelling that no table lists"),
        ("로씨야", "러시아", "a state in the North's spelling"),
        ("로동신문", "노동신문", "without the Southern initial rule"),
        ("KCNA", "조선중앙통신", "an abbreviation"),
        ("北 외무성", "북한 외무성", "Hanja letter before an organ"),
        ("러 외무부", "러시아 외무부", "Hangul letter before an organ"),
        ("미국국무부", "미국 국무부", "run together"),
        ("로씨야 국방부", "러시아 국방부", "any name of the state"),
        ("튀니지 외무부", "튀니지 외교부", "a ministry composed for a state without own rows"),
        ("이란군", "이란군", "an army composed"),
        ("안보리", "유엔 안전보장이사회", "usual short name"),
        ("나토", "북대서양조약기구", "usual short name"),
        ("국정원", "국가정보원", "usual short name"),
        ("대한민국", "한국", "full name"),
    ],
)
def test_a_form_denotes_its_canonical_name(
    names: Gazetteer, form: str, expected: str, why: str
) -> None:
    assert names.canonical(form) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("쇼이구 서기가 평양에 왔다", ["세르게이 쇼이구", "평양"], "names only, no titles"),
        ("북한 외무성 담화", ["북한 외무성"], "the longest form wins"),
        ("북한산 등산로", [], "a mountain, not the state"),
        ("인도적 지원", [], "humanitarian, not India"),
        ("APEC 정상회의", ["아시아태평양경제협력체"], "AP is not found inside APEC"),
        ("뉴스12 보도", [], "뉴스1 is not found before a digit"),
        ("가을 하늘", [], "nothing"),
    ],
)
def test_names_are_found_in_texts(
    names: Gazetteer, text: str, expected: list[str], why: str
) -> None:
    found = [hit.rows[0].name for hit in names.find(text, short=False)]
    assert found == expected, why


@pytest.mark.parametrize(
    ("form", "strength"),
    [
        ("최선희", Strength.STRONG),
        ("외무성", Strength.DEFAULT),
        ("김 위원장", Strength.SHORT),
    ],
)
def test_forms_have_a_strength(names: Gazetteer, form: str, strength: Strength) -> None:
    hit = names.claimed(form)
    assert hit is not None
    assert hit.strength is strength


def test_a_form_by_default_has_other_readings(names: Gazetteer) -> None:
    readings = {row.name for _, row in names.all_claiming("외무성")}
    assert {"북한 외무성", "일본 외무성"} <= readings


@pytest.mark.parametrize(
    ("name", "voice", "why"),
    [
        ("노동신문", "북한 당국", "party organ"),
        ("조선중앙통신", "북한 당국", "state agency: the same voice"),
        ("북한 외무성", "북한 당국", "ministry"),
        ("조선노동당", "북한 당국", "the ruling party"),
        ("김여정", "북한 당국", "an official of the party"),
        ("타스통신", "러시아 당국", "state agency"),
        ("세르게이 라브로프", "러시아 당국", "minister"),
        ("인테르팍스통신", "인테르팍스통신", "a private agency is its own voice"),
        ("연합뉴스", "연합뉴스", "a Southern agency is its own voice"),
        ("통일부", "한국 정부", "ministry"),
        ("더불어민주당", "더불어민주당", "a party in a democracy is its own voice"),
        ("홍민", "홍민", "a scholar is his own voice"),
        ("평양", None, "a place has none"),
        ("세상에 없는 이름", None, "unknown"),
    ],
)
def test_voices(names: Gazetteer, name: str, voice: str | None, why: str) -> None:
    assert names.voice_of(name) == voice, why


@pytest.mark.parametrize(
    ("title", "of", "on", "holder"),
    [
        ("외무상", "북한", "2019-03-01", "리용호"),
        ("외무상", "북한", "2021-03-01", "리선권"),
        ("외무상", "북한", "2024-11-01", "최선희"),
        ("국방장관", "러시아", "2023-07-26", "세르게이 쇼이구"),
        ("국방장관", "러시아", "2024-11-30", "안드레이 벨로우소프"),
        ("대통령", "미국", "2024-06", "조 바이든"),
        ("대통령", "한국", "2025-09-01", "이재명"),
        ("총리", "일본", "2025-11-01", "다카이치 사나에"),
    ],
)
def test_who_held_an_office_on_a_day(
    names: Gazetteer, title: str, of: str, on: str, holder: str
) -> None:
    assert [row.name for row in names.who_held(title, of, on)] == [holder]


@pytest.mark.parametrize(
    ("title", "state", "rank"),
    [
        ("국가안보회의 서기", "러시아", "장관급"),
        ("서기장", "베트남", "정상"),
        ("서기장", "러시아", "장관급"),
        ("총리", "일본", "정상"),
        ("총리", "중국", "총리급"),
        ("외무성 부상", "북한", "차관급"),
        ("대사", "러시아", "국장급"),
        ("이웃집 아저씨", None, None),
    ],
)
def test_ranks_differ_by_state(
    names: Gazetteer, title: str, state: str | None, rank: str | None
) -> None:
    assert names.rank_of(title, state) == rank


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("북한", "북한"),
        ("세르게이 쇼이구", "러시아"),
        ("크렘린궁", "러시아"),
        ("평양", "북한"),
        ("조선중앙통신", "북한"),
        ("유엔", None),
    ],
)
def test_whose_state(names: Gazetteer, name: str, state: str | None) -> None:
    assert names.state_of(name) == state


def test_letters_stand_alone_and_syllables_do_not(names: Gazetteer) -> None:
    assert names.letters["北"] == "북한"
    assert "한" not in names.letters
    assert names.syllables["한"] == "한국"


def test_words_for_the_analyser_leave_homographs_out(names: Gazetteer) -> None:
    words = dict(names.user_words)
    assert words["쇼이구"] == "NNP"
    assert not {"이란", "수단", "한정", "아베"} & set(words)


@given(st.text(alphabet="북한러시아외무성 쇼이구AP1，.", max_size=40))
def test_hits_slice_their_form_and_do_not_overlap(text: str) -> None:
    end = 0
    for hit in gazetteer(load()).find(text):
        assert hit.span.of(text) == hit.form
        assert hit.span.start >= end
        end = hit.span.end
