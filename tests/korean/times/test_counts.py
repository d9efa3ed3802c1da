"""Terms and counts: what they hang on, and where they hang on nothing."""

from __future__ import annotations

from datetime import date

import pytest

from haengbo.korean.times import Kind, Passage, resolve, resolve_passages
from haengbo.korean.times.around import counted_back, marked_days
from haengbo.korean.times.quantities import Amount


def _read(text: str, anchor: str) -> dict[str, str]:
    return {time.span.of(text): time.value for time in resolve(text, anchor=anchor)}


@pytest.mark.parametrize(
    ("anchor", "text", "expected", "why"),
    [
        (
            "2012-03-18",
            "위성은 다음 달 12일부터 16일 사이에 오른다.",
            {"다음 달 12일부터 16일 사이": "2012-04-12/2012-04-16"},
            "사이 closes what 부터 opens",
        ),
        (
            "2012-03-18",
            "사절단은 오는 20일에서 23일 사이 도착한다.",
            {"오는 20일에서 23일 사이": "2012-03-20/2012-03-23"},
            "and what 에서 opens",
        ),
        (
            "2013-10-29",
            "지난해 11월 만났지만 그 다음달 로켓이 오르면서 끊겼다.",
            {"지난해 11월": "2012-11", "그 다음달": "2012-12"},
            "the month after the one named, written together",
        ),
        (
            "1998-09-02",
            "정부는 31일로 예정됐던 서명을 보류했다.",
            {"31일": "1998-08-31"},
            "what was set may be over",
        ),
        (
            "1998-09-15",
            "정부는 20일로 예정됐던 서명을 보류했다.",
            {"20일": "1998-09-20"},
            "or be called off before",
        ),
        (
            "2020-02-28",
            "그는 지난해 4월 연설에서 “올해 하반기까지 기다리겠다”며 연말 시한을 내놓았다.",
            {"지난해 4월": "2019-04", "올해 하반기": "2019-07/2019-12", "연말": "2019-12"},
            "a quotation counts from when it was said, what is told of it from there too",
        ),
        (
            "2020-02-28",
            "그는 지난해 4월 만남을 두고 “올해 하반기까지 기다리겠다”고 했다.",
            {"지난해 4월": "2019-04", "올해 하반기": "2020-07/2020-12"},
            "what is spoken of is not where it was said",
        ),
        (
            "2020-02-28",
            "두 나라는 지난해 합의에 따라 연말까지 옮길 방침이다.",
            {"지난해": "2019", "연말": "2020-12"},
            "what is to come counts from today",
        ),
        (
            "2017-09-19",
            "정부는 18일 불렀다.\n이웃은 9월 7일 내쫓았다. 불만은 없었다. 대사는 이튿날 갔다.",
            {"18일": "2017-09-18", "9월 7일": "2017-09-07", "이튿날": "2017-09-08"},
            "the day after the one that the paragraph tells of",
        ),
        (
            "2012-03-18",
            "회담은 16일 사이 두 차례 열렸다.",
            {},
            "without a first end it is a length",
        ),
        (
            "2024-04-15",
            "총리는 2018년 3월부터 이듬해 1월까지 네 차례 찾았다.",
            {"2018년 3월부터 이듬해 1월": "2018-03/2019-01"},
            "the year after the first end, not after this one",
        ),
        (
            "2024-04-15",
            "총리는 2023년 11월 20일부터 이듬달 3일까지 머물렀다.",
            {"2023년 11월 20일부터 이듬달 3일": "2023-11-20/2023-12-03"},
            "the month after the first end",
        ),
        ("2017-09-18", "대사에게 닷새 안에 떠나라고 통보했다.", {}, "a term runs from the order"),
        ("2017-09-18", "공장에 두 달 안에 답해 달라고 했다.", {}, "a term that is asked for"),
        ("2017-09-18", "원자로를 60일 안에 닫기로 했다.", {}, "terms of treaties are told in days"),
        (
            "2017-09-18",
            "한 달 안에 발표가 나올 것이라고 내다봤다.",
            {"한 달 안": "2017-09/2017-10"},
            "what is foreseen is counted from now",
        ),
        (
            "2012-03-18",
            "총리는 16일 답했다. 2·29 합의가 나온 지 불과 보름여 만이다.",
            {"16일": "2012-03-16", "보름여 만": "2012-02-29/2012-03-16"},
            "the name tells the day that the count begins at",
        ),
        (
            "2023-11-24",
            "정부는 23일 파기했다. 9·19 군사합의가 나온 지 5년 2개월 만이다.",
            {"23일": "2023-11-23", "5년 2개월 만": "2018-09-19/2023-11-23"},
            "also over years",
        ),
        (
            "2010-06-15",
            "수출은 3.5% 늘었다. 총리는 10일 석 달 만에 웃었다.",
            {"10일": "2010-06-10", "석 달 만": "2010-03/2010-06"},
            "a decimal is no name",
        ),
        (
            "2022-12-02",
            "정부는 2일 제재했다. 지난 10월 14일에 이어 한 달 보름여 만이다.",
            {
                "2일": "2022-12-02",
                "지난 10월 14일": "2022-10-14",
                "한 달 보름여 만": "2022-10-14/2022-12-02",
            },
            "months and days are one length",
        ),
        (
            "2022-12-02",
            "회담은 두 달에 한 번, 매번 20일에 열린다.",
            {"20일": "2022-12-20"},
            "a day of the month is no length",
        ),
        (
            "2023-09-01",
            "정부는 31일 업체를 제재했다. 지난달 30일 미사일을 쏜 지 하루 만이다.",
            {"31일": "2023-08-31", "지난달 30일": "2023-08-30", "하루 만": "2023-08-30/2023-08-31"},
            "a count does not end where it begins",
        ),
        (
            "2026-06-18",
            "장관이 오늘(18일) 낮 도착했습니다. 어제(17일) 떠났습니다.",
            {"오늘(18일) 낮": "2026-06-18", "어제(17일)": "2026-06-17"},
            "word and figure are one expression",
        ),
        (
            "2026-06-18",
            "장관은 지난 15일부터 오늘(18일)까지, 대사는 어제(17일)부터 20일까지 머문다.",
            {
                "지난 15일부터 오늘(18일)": "2026-06-15/2026-06-18",
                "어제(17일)부터 20일": "2026-06-17/2026-06-20",
            },
            "the ends of a stay may be named twice",
        ),
        (
            "2026-06-24",
            '장관이 다음 달 온다. 장관은 23일 "찾아갈 것"이라고 말했습니다. 국왕은 25일 온다.',
            {"다음 달": "2026-07", "23일": "2026-06-23", "25일": "2026-06-25"},
            "what is said is over, whatever is quoted, in polite style too",
        ),
        (
            "2026-06-24",
            "총리는 오는 29일부터 사흘간 머문다. 2021년 1월 싸운 두 나라는 다음 달 화해했다.",
            {
                "오는 29일부터 사흘간": "2026-06-29/2026-07-01",
                "2021년 1월": "2021-01",
                "다음 달": "2021-02",
            },
            "days from a day on; the month after one of years ago",
        ),
        (
            "2026-06-26",
            "총리는 26일 떠났다. 통신은 24일 장관이 전날 왔다고 전했다.\n이날 오후 회견한다.",
            {
                "26일": "2026-06-26",
                "24일": "2026-06-24",
                "전날": "2026-06-23",
                "이날 오후": "2026-06-26",
            },
            "a look back to an eve ends with its paragraph",
        ),
        (
            "2008-05-19",
            "가을 작황이 나쁘면 곡식이 모자란다. 여름 하늘이 높다.",
            {"가을": "2008-09/2008-11"},
            "a season of the fields is a time, of the sky it is none",
        ),
        (
            "2020-06-13",
            "양측은 11일 오전(한국시간 12일 새벽) 서명했다. 대사는 이날 떠났다.",
            {"11일 오전": "2020-06-11", "12일 새벽": "2020-06-12", "이날": "2020-06-11"},
            "what another clock shows is said in passing",
        ),
        (
            "2020-06-13",
            "양측은 11일 서명했다. (새솔신문 2020년 6월 14일자).",
            {"11일": "2020-06-11"},
            "the day of the print is none of the news",
        ),
        (
            "2020-06-17",
            "북한은 16일 청사를 헐었다.\n사흘 전 부부장은 으름장을 놓았다.\n통신은 이날 알렸다.",
            {"16일": "2020-06-16", "사흘 전": "2020-06-13", "이날": "2020-06-16"},
            "a look back by a count ends with its paragraph",
        ),
        (
            "2007-10-05",
            "정상들은 4일 서명했다. 11월 서울에서 회담한다. 명단은 없다. 4일에는 대화가 먼저다.",
            {"4일": "2007-10-04", "11월": "2007-11"},
            "a month to come that was named long before is left",
        ),
        (
            "2025-11-18",
            "“내년 3월 전까지 정하겠다.” 실장은 17일 담화에서 “곧 협의할 수 있다”고 했다.",
            {"내년 3월": "2026-03", "17일": "2025-11-17"},
            "the tense is of the telling, not of what is quoted",
        ),
    ],
)
def test_counts(anchor: str, text: str, expected: dict[str, str], why: str) -> None:
    assert _read(text, anchor) == expected, why


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        (
            "외교부는 10일 답했다. 그는 외무성이 8일 회의를 비난한 것을 두고 반박했다. 이날 회견",
            "2026-02-10",
            "spoken of: the story stays where it was",
        ),
        (
            "외교부는 9일 답했다. 대변인은 10일 북한이 맞선 데 대해 유감을 표했다. 이날 회견",
            "2026-02-10",
            "a day behind the topic is of the saying",
        ),
        (
            "외교부는 9일 답했다. 대변인은 회견에서 10일 북한이 맞선 데 대해 따졌다. 이날 회견",
            "2026-02-10",
            "and so is one before another subject",
        ),
        (
            "외교부는 10일 답했다. 대변인은 8일 나온 담화를 두고 반박했다. 이날 회견",
            "2026-02-10",
            "unless it only modifies",
        ),
        (
            "총리는 10일 전날 평양에서 열린 회담에 대해 우려했다. 이날 회견",
            "2026-02-10",
            "전날 is spoken of likewise",
        ),
        (
            "두 사람은 9일 처음 만났다. 협력 방안에 대해 논의했다. 이날 회견",
            "2026-02-09",
            "no verb that modifies before it",
        ),
    ],
)
def test_what_is_only_spoken_of(text: str, value: str, why: str) -> None:
    assert _read(text, "2026-02-11")["이날"] == value, why


def _headline(headline: str, *body: str) -> list[str]:
    passages = [Passage(headline, 0, Kind.HEADLINE)]
    passages += [Passage(text, 100 * number) for number, text in enumerate(body, 1)]
    times = resolve_passages(passages, anchor="2026-06-18")
    return [time.value for time in times if time.span.start < 100]


@pytest.mark.parametrize(
    ("headline", "body", "value", "why"),
    [
        (
            "8년 만에 이웃 나라로",
            "장관은 18일 떠났다. 2018년 12월 이후 처음이다.",
            ["2018-12/2026-06"],
            "the one date of the body that fits",
        ),
        (
            "8년 만에 이웃 나라로",
            "장관은 18일 떠났다. 2018년 3월에 오고 2018년 12월에 갔다.",
            ["2018/2026"],
            "of two that fit none is chosen",
        ),
        (
            "21개월 만에 문 닫아",
            "18일 문을 닫았다. 2024년 9월 14일 문을 연 뒤 1년 9개월 만이다.",
            ["2024-09-14/2026-06-18"],
            "what the body counts",
        ),
        ("8년 만에 이웃 나라로", "장관은 18일 떠났다.", ["2018/2026"], "else the length alone"),
    ],
)
def test_a_count_in_a_headline(headline: str, body: str, value: list[str], why: str) -> None:
    assert _headline(headline, *body.split(". ")) == value, why


def test_a_count_from_what_the_headline_tells() -> None:
    passages = [
        Passage("정부, 위성 발사", 0, Kind.HEADLINE),
        Passage("정부가 7일 위성을 쏘았다.", 50),
        Passage("특사는 2일 왔다가 4일 돌아갔다.", 100),
        Passage("장관은 발사 이틀 전 통화했다.", 150),
        Passage("특사는 이틀 전 통화했다.", 200),
    ]
    values = [time.value for time in resolve_passages(passages, anchor="2016-02-08")]
    assert values[-2] == "2016-02-05", "two days before what the headline tells of"
    assert values[-1] != "2016-02-05", "a count without a happening hangs on the story"


def test_days_in_names() -> None:
    assert marked_days("9·19 합의와 10.4 선언") == ((9, 19), (10, 4))
    assert marked_days("3.5 배로 늘고 2025.10.9 가결됐다. 1.5억 달러") == ()
    end = date(2012, 3, 16)
    found = counted_back([(2, 29), (6, 15)], end, Amount("day", 15, more=True))
    assert found is not None
    assert found.isoformat() == "2012-02-29"
    assert counted_back([(6, 15)], end, Amount("day", 15)) is None
