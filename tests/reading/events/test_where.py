"""The place of a happening, as the page puts it."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

PLACES = [
    (f"{WANG}이 1일 평양에서 {CHOE}과 회담했다.", "평양", "the town"),
    (f"{WANG}이 평양 만수대의사당에서 {CHOE}과 회담했다.", "평양 만수대의사당", "hall and town"),
    (f"{WANG}이 외무성 청사에서 {CHOE}과 회담했다.", "외무성 청사", "a venue as printed"),
    (f"{CHOE}이 평양을 방문한 {WANG}을 만났다.", "평양", "where the guest came to"),
    (f"{CHOE}은 중국 베이징으로 가서 {WANG}을 만났다.", "중국 베이징", "where they went"),
    (f"{WANG}이 몽골의 북한대사관에서 {CHOE}과 회담했다.", "몽골의 북한대사관", "an embassy"),
    (f"{WANG}이 모스크바주에서 {CHOE}과 회담했다.", "모스크바주", "the region is not the town"),
    (f"{WANG}이 {CHOE}과 회담했다.", None, "unsaid"),
    ("남북은 판문점 남측 평화의집에서 회담했다.", "판문점 남측 평화의집", "a side, no state"),
    (f"{WANG}이 함경남도 정평군에서 {CHOE}과 회담했다.", "함경남도 정평군", "a county unknown"),
    (f"{WANG}은 1일 북한을 찾아 {CHOE}과 회담했다.", "북한", "as much as is said"),
    (f"{WANG}은 1일 평양을 찾아 {CHOE}과 회담했다.", "평양", "the town that he came to"),
    (
        f"{WANG}은 1일 공항에 도착해 {CHOE}과 회담했다.",
        None,
        "where one lands is not where one meets",
    ),
    ("2018년 싱가포르 북미 정상회담이 열렸다.", "싱가포르", "a state before those who talk"),
    (f"{WANG}이 1일 청와대에서 {CHOE}과 회담했다.", "청와대", "a seat of power is a hall"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), PLACES)
def test_place_of_a_meeting(sentence: str, expected: str | None, why: str) -> None:
    places = [e.place for e in read_paragraphs(sentence).events if e.mode == "meeting"]
    assert places == [expected], why


VISITS = [
    (f"{WANG}이 평양을 방문했다.", "평양", "a town"),
    (f"{WANG}이 1일 방북했다.", "북한", "방북 says only the state"),
    (
        f"지난달 {WANG}의 평양 방문 때 두 나라는 조약을 맺었다.",
        "평양",
        "before a noun with its time",
    ),
    (f"{WANG}이 이탈리아 로마를 찾았다.", "이탈리아 로마", "town and country"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), VISITS)
def test_place_of_a_visit(sentence: str, expected: str, why: str) -> None:
    places = [e.place for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert places == [expected], why


FIRED = [
    (
        "북한이 8일 함경남도 단천 일대에서 동해상으로 탄도미사일을 발사했다.",
        ("2024-11-08", "함경남도 단천"),
        "from where, with its province, not where it falls",
    ),
    ("북한이 8일 동해상으로 탄도미사일을 발사했다.", ("2024-11-08", "동해"), "only where it falls"),
    (
        "북한이 8일 황해북도 중화 일대에서 탄도미사일로 추정되는 발사체를 쐈다.",
        ("2024-11-08", "황해북도 중화"),
        "a place that the pack does not know, behind its region",
    ),
    (
        "합동참모본부는 8일 오전 북한이 동해로 탄도미사일을 쐈다고 밝혔다.",
        ("2024-11-08", "동해"),
        "armies announce a launch as it happens",
    ),
    (
        "조선중앙통신은 9일 북한이 동해로 탄도미사일을 쐈다고 밝혔다.",
        (None, "동해"),
        "the day of a paper is that of the report",
    ),
    (
        "이날 광장에는 지난 8일 동해로 쏜 탄도미사일이 나왔다.",
        ("2024-11-08", "동해"),
        "where it is shown is not where it was fired",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), FIRED)
def test_where_a_missile_is_fired(
    sentence: str, expected: tuple[str | None, str | None], why: str
) -> None:
    (event,) = (
        e
        for e in read_paragraphs("북한은 침묵했다.", sentence, published="2024-11-10").events
        if e.mode == "missile-test"
    )
    assert (event.date, event.place) == expected, why


HELD = [
    (
        f"{WANG}은 1일 평양에 도착했다.",
        "왕 부장은 2일 최선희 외무상을 만났다.",
        "평양",
        "on his visit",
    ),
    (
        f"{WANG}은 지난달 1일 평양에 도착했다.",
        "왕 부장은 1일 최선희 외무상을 만났다.",
        None,
        "a month later he is no longer there",
    ),
    (
        f"{WANG}은 2일 평양에 도착했다.",
        "왕 부장은 1일 최선희 외무상을 만났다.",
        None,
        "the day before he was not there yet",
    ),
    (
        f"{WANG}은 1일 평양에 도착했다.",
        "왕 부장은 2일 베트남 외무장관을 만났다.",
        None,
        "whom he met is not at home there",
    ),
    (
        f"{WANG}은 4일 평양을 찾을 예정이다.",
        "왕 부장은 1일 최선희 외무상을 만났다.",
        None,
        "the visit is still to come",
    ),
]


@pytest.mark.parametrize(("visit", "meeting", "expected", "why"), HELD)
def test_where_guests_are_met(visit: str, meeting: str, expected: str | None, why: str) -> None:
    events = read_paragraphs(visit, meeting, published="2024-11-02").events
    assert {e.place for e in events if e.mode == "meeting"} <= {expected}, why


SIGNED = [
    (
        "러시아와 북한은 판문점에서 이어 온 고위급 접촉을 5일 끝내고 교류에 합의했다.",
        "판문점",
        "talks closed",
    ),
    ("러시아와 북한은 판문점에서 연 회담을 비난하고 교류에 합의했다.", None, "other talks"),
    ("러시아와 북한이 지난 6월 푸틴 대통령이 평양을 찾았을 때 맺은 협정이 있다.", "평양", "then"),
    ("지난달 푸틴 대통령의 평양 방문 때 러시아와 북한은 조약을 체결했다.", "평양", "on the visit"),
    ("러시아와 북한이 지난 6월 푸틴 대통령이 평양을 찾은 뒤 맺은 협정이 있다.", None, "after it"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), SIGNED)
def test_where_one_agrees(sentence: str, expected: str | None, why: str) -> None:
    places = [e.place for e in read_paragraphs(sentence).events if e.type == "AGREE"]
    assert places == [expected], why


def test_a_banquet_is_where_they_had_moved_to() -> None:
    events = read_paragraphs(f"{WANG}은 1일 하얼빈으로 옮겨 박람회 개막식에 참석했다.").events
    assert [(e.date, e.place) for e in events if e.mode == "ceremony"] == [("2024-11-01", "하얼빈")]


def test_what_is_signed_after_talks_is_signed_where_they_were() -> None:
    events = read_paragraphs(
        f"{WANG}과 {CHOE}이 1일 싱가포르 센토사섬에서 회담했다.",
        "두 장관은 의정서에 서명했다.",
    ).events
    assert [(e.date, e.place) for e in events if e.mode == "sign"] == [
        ("2024-11-01", "싱가포르 센토사섬")
    ]


SAID = [
    (
        "린다 토머스그린필드 주유엔 미국대사는 북한에 대화에 나서라고 촉구했다.",
        "뉴욕 유엔본부",
        "at the house",
    ),
    (
        "린다 토머스그린필드 주한 미국대사는 북한에 대화에 나서라고 촉구했다.",
        None,
        "an envoy elsewhere",
    ),
]


@pytest.mark.parametrize(("words", "expected", "why"), SAID)
def test_where_envoys_to_a_house_speak(words: str, expected: str | None, why: str) -> None:
    events = read_paragraphs(
        "유엔 안전보장이사회가 1일 뉴욕 유엔본부에서 공개회의를 열었다.", words
    ).events
    assert [e.place for e in events if e.type == "REQUEST"] == [expected], why


def test_a_hall_may_be_in_the_town_told_of_before() -> None:
    events = read_paragraphs(
        f"{WANG}은 1일 평양에서 {CHOE}과 회담했다. 두 장관은 백화원 영빈관에서 두 시간 면담했다."
    ).events
    found = [(e.date, e.place) for e in events if e.mode == "meeting"]
    assert found == [("2024-11-01", "백화원 영빈관")]


def test_halls_of_two_towns_are_two_meetings() -> None:
    events = read_paragraphs(
        f"{WANG}은 1일 평양에서 {CHOE}과 회담했다. 두 장관은 지난달 20일 베이징 호텔에서 면담했다."
    ).events
    found = [(e.date, e.place) for e in events if e.mode == "meeting"]
    assert found == [("2024-11-01", "평양"), ("2024-10-20", "베이징 호텔")]


TOLD = [
    (
        "부다노우 우크라이나 국방정보국장은 키이우에서 북한이 러시아에 포탄을 보냈다고 주장했다.",
        "러시아",
        "where it is claimed is not where it went",
    ),
    ("북한은 키이우로 가던 길에 러시아에 포탄을 보냈다.", "러시아", "where to"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), TOLD)
def test_where_one_speaks_is_not_where_it_was(sentence: str, expected: str, why: str) -> None:
    events = read_paragraphs(sentence, published="2024-11-02").events
    assert {e.place for e in events if e.type == "AID"} <= {expected, None}, why


THINGS = [
    ("북한은 1일 영변 원자로를 폐쇄했다.", "영변", "where it stands"),
    (
        "북한은 1일 함경북도 길주군 풍계리 핵실험장의 갱도를 폭파했다.",
        "함경북도 길주군 풍계리 핵실험장",
        "the site whose tunnels they are",
    ),
    ("북한은 1일 핵시설을 폐쇄했다.", None, "unsaid"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), THINGS)
def test_where_a_thing_stands(sentence: str, expected: str | None, why: str) -> None:
    places = [e.place for e in read_paragraphs(sentence).events if e.type == "RETREAT"]
    assert places == [expected], why


def test_within_a_day_is_on_it_and_nowhere() -> None:
    (asked,) = read_paragraphs("한국은 이날 중 안보리에 회의를 열어 달라고 요구했다.").events
    assert asked.place is None
