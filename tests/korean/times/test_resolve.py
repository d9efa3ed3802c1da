"""Many surfaces, one value; one fixed day of publication: Saturday, 2 November 2024."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haengbo.korean.times import resolve
from haengbo.model.edtf import parse

PUBLISHED = "2024-11-02"


def _values(text: str, anchor: str | None = PUBLISHED) -> list[str]:
    return [time.value for time in resolve(text, anchor=anchor)]


@pytest.mark.parametrize(
    ("value", "surfaces"),
    [
        ("2024-11-02", ["2일", "2일 오후", "오늘", "금일", "이달 2일", "올해 11월 2일"]),
        ("2024-11-01", ["1일", "지난 1일(현지시간)", "1일(현지시각)", "어제", "1일 밤"]),
        ("2024-10-29", ["지난달 29일", "지난 29일", "10월 29일", "지난 10월 29일", "29일"]),
        ("2024-11-26", ["오는 26일", "다가오는 26일", "이달 26일", "오는 11월 26일"]),
        ("2024-12-01", ["오는 1일", "다음 달 1일", "내달 1일", "다음달 1일"]),
        ("2024-10-29", ["○ 10.29. 회담", "▲10/29(화) 회담", "10.29. 회담", "- 10.29 회담"]),
        ("2024-11-30", ["2024. 11. 30.", "2024.11.30", "'24.11.30", "2024-11-30"]),
        ("2024-11-30", ["주체113(2024)년 11월 30일", "주체113년 11월 30일"]),
        ("2024-11", ["이달", "이번 달", "11월", "올 11월"]),
        ("2024-10", ["지난달", "지난 10월", "10월", "올해 10월"]),
        ("2024-12", ["내달", "다음 달", "새달", "오는 12월", "12월"]),
        ("2023-09", ["작년 9월", "지난해 9월", "2023년 9월"]),
        ("2022", ["2022년", "재작년", "지난 2022년", "’22년 3월 회의"][:3]),
        ("2024", ["올해", "금년", "연내", "올해 안", "올해 안에"]),
        ("2025-01/2025-03", ["내년 초", "내년초", "2025년 초", "내년 연초", "내년 1분기"]),
        ("2024-12-31", ["올해 마지막 날", "12월 말일", "다음 달 마지막 날"]),
        ("2024-08-15", ["8·15에 떠난다", "지난 8월 15일"][1:]),
        ("2024-11-03", ["일요일에 만난다"]),
        ("2024-10-27", ["일요일에 만났다"]),
        ("2024-10/2024-12", ["올해 말", "올해말", "올해 4분기"]),
        ("2024-12", ["연말", "올 연말", "올해 연말"]),
        ("2024-07/2024-12", ["하반기", "올 하반기", "올해 하반기", "2024년 하반기"]),
        ("2024-07/2024-09", ["3분기", "올 3분기", "올여름"][:2]),
        ("2024-11-01/2024-11-10", ["이달 초", "11월 초순", "11월 상순", "이달초"]),
        ("2024-10-11/2024-10-20", ["지난달 중순", "10월 중순"]),
        ("2024-12-21/2024-12-31", ["다음 달 말", "내달 하순", "12월말"]),
        ("2024-10-01/2024-10-20", ["10월 초중순", "지난달 초중순"]),
        ("2024-03/2024-05", ["올봄", "지난봄", "올해 봄", "2024년 봄"]),
        ("2023-12/2024-02", ["지난겨울", "작년 겨울", "지난해 겨울"]),
        ("2024-11-28/2024-11-29", ["오는 28~29일", "28∼29일 열릴 예정", "28·29일 열릴 예정"]),
        ("2024-10-08/2024-10-13", ["지난달 8~13일", "10월 8일부터 13일까지", "10월 8일∼10월 13일"]),
        ("2024-10-29/2024-11-02", ["지난달 29일부터 이달 2일까지", "10월 29일~11월 2일"]),
        ("2024-05/2024-09", ["5월~9월", "2024년 5~9월", "5월부터 9월까지"]),
        ("2018/2019", ["2018~2019년", "2018년부터 2019년까지"]),
        ("1990/1999", ["1990년대"]),
        ("2024-10-25", ["지난주 금요일", "지난 주 금요일"]),
        ("2024-11-01", ["지난 금요일", "이번 주 금요일"]),
        ("2024-11-08", ["오는 금요일", "다음 주 금요일"]),
        ("2024-10-21/2024-10-27", ["지난주", "지난 주"]),
        ("2024-11-04/2024-11-05", ["다음 주 초", "다음주 초"]),
        ("2024-11-02/2024-11-03", ["이번 주말"]),
        ("2024-10-30", ["사흘 전", "3일 전"]),
        ("2024-11-17", ["보름 뒤", "15일 뒤", "보름 후"]),
        ("2024-08", ["석 달 전", "3개월 전", "세 달 전"]),
        ("2022", ["2년 전", "두해전", "두 해 전"]),
        ("2024-11/2026-11", ["2년 안에"]),
        ("2024-08/2024-11", ["지난 3개월간", "지난 석 달 동안"]),
        ("2024-06/2024-11", ["5개월만에", "다섯 달 만에", "5개월 만의"]),
        ("2007/2024", ["17년 만에", "17년만"]),
    ],
)  # fmt: skip
def test_many_surfaces_have_one_value(value: str, surfaces: list[str]) -> None:
    assert {surface: _values(surface) for surface in surfaces} == {
        surface: [value] for surface in surfaces
    }


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("특사는 지난달 29일부터 머물고 있다.", "지난달 29일"),
        ("특사는 오는 26일까지 머문다.", "오는 26일"),
        ("여섯 달만에 다시 왔다.", "여섯 달만"),
        ("1일(현지시간) 오후 만났다.", "1일(현지시간) 오후"),
        ("2월 9일자 조약은 효력을 잃었다.", "2월 9일"),
        ("3일 새벽 2시 46분 공항에 내렸다.", "3일 새벽 2시 46분"),
        ("8일부터 13일까지 옮겼다.", "8일부터 13일"),
        ("12월쯤 끝난다.", "12월"),
        ("지난 3개월 반 사이 늘었다.", "지난 3개월 반"),
    ],
)
def test_surface_is_without_particles(text: str, surface: str) -> None:
    assert [time.span.of(text) for time in resolve(text, anchor=PUBLISHED)] == [surface]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("최근 두 나라는 가까워졌다.", "최근 is no date"),
        ("당분간 만나지 않는다.", "당분간 is no date"),
        ("이번 방문은 길었다.", "이번 is no date"),
        ("사흘간 머물렀다.", "a length"),
        ("30일 휴전을 제안했다.", "a length"),
        ("2박 3일 일정이다.", "a length"),
        ("3~4일 안에 결정된다.", "a length"),
        ("회담은 15일째 이어졌다.", "a length"),
        ("2차 회담이 열렸다.", "a number of talks"),
        ("그는 41세다.", "an age"),
        ("6·15 공동선언을 지켜야 한다.", "the name of a document"),
        ("일요일 아침의 고요.", "a bare weekday without a tense"),
        ("10월 혁명과 6월 항쟁을 말했다.", "names of happenings"),
        ("음력 5월 5일은 단오다.", "the lunar calendar"),
        ("당일 일정으로 왔다.", "a day trip"),
        ("10월 첫째 주에 만났다.", "weeks of a month are counted in two ways"),
        ("당일치기 방문이었다.", "part of a word"),
        ("오늘날의 세계는 다르다.", "part of a word"),
        ("친서를 전달했다.", "전달 is to hand over"),
        ("봄비가 내렸다.", "part of a word"),
        ("서해안에 눈이 왔다.", "해안 is no length"),
        ("효력 중지를 알리면 1년 뒤 멎는다.", "a condition"),
        ("몇 주 안에 뭔가 나온다.", "no number"),
        ("https://news.example/2024/11/01/1.html", "an address"),
        ("13월 40일", "no such day"),
        ("2월 30일에 만났다.", "no such day"),
    ],
)
def test_should_not_be_found(text: str, why: str) -> None:
    assert _values(text) == [], why


@pytest.mark.parametrize(
    ("text", "anchor", "values", "why"),
    [
        ("26일까지 머물 예정이다.", "2024-07-25", ["2024-07-26"], "ahead in this month"),
        ("30일 열린 회의였다. 모두 만족했다.", "2024-07-02", ["2024-06-30"], "just over the month"),
        ("28일 도착했다.", "2024-07-25", ["2024-06-28"], "past tense"),
        ("28일 떠난다.", "2024-07-25", ["2024-07-28"], "present tense for what comes"),
        ("27일 만났다.", "2025-10", ["2025-10-27"], "only the month is known"),
        ("이날 만났다.", "2025-10", [], "a day cannot be counted from a month"),
        ("지난 9월 만났다.", "2025-10", ["2025-09"], "a month can"),
        ("작년 만났다.", "2025", ["2024"], "a year from a year"),
        ("4일 만났다.", None, [], "nothing to count from"),
        ("2024년 11월 4일 만났다. 5일 떠났다.", None, ["2024-11-04", "2024-11-05"], "a full date"),
        ("12월 3일 떠난다.", "2024-12-20", ["2024-12-03"], "this year"),
        ("1월 4일 개막", "2024-12-30", ["2025-01-04"], "the next days"),
        ("지난 12월 만났다.", "2025-02-03", ["2024-12"], "the last December"),
        ("2018년 4월과 9월에 만났다.", "2024-11-02", ["2018-04", "2018-09"], "its year"),
        ("지난 3월 21일 와서 25일 떠났다.", "2024-11-02", ["2024-03-21", "2024-03-25"], "month"),
        ("10월 31일과 1일 만났다.", "2024-11-02", ["2024-10-31", "2024-11-01"], "over the month"),
        ("9월 1일과 2일 만났다.", "2024-11-02", ["2024-09-01", "2024-09-02"], "joined"),
        ("지난달 29일 와서 2일 떠났다.", "2024-11-02", ["2024-10-29", "2024-11-02"], "not here"),
    ],
)  # fmt: skip
def test_what_a_bare_figure_means(
    text: str, anchor: str | None, values: list[str], why: str
) -> None:
    assert _values(text, anchor) == values, why


KOREAN = st.text(
    alphabet="지난오는달주년월일이날전다음초중순말만에뒤 0123456789~.('“”)같은해그내작올봄약반",
    max_size=40,
)


@given(st.text() | KOREAN, st.sampled_from([None, "2024", "2024-02", "2024-02-29"]))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_every_span_is_its_slice(text: str, anchor: str | None) -> None:
    end = 0
    for time in resolve(text, anchor=anchor):
        assert time.span.start >= end
        end = time.span.end
        assert time.span.of(text).strip() == time.span.of(text) != ""
        parse(time.value)
        assert 0 < time.confidence <= 1


def test_a_count_from_what_happened_hangs_on_no_day() -> None:
    assert _values("공사가 시작된 지 1년 뒤 다리가 섰다.") == []
    assert _values("다리는 1년 뒤 선다.") == ["2025"]
