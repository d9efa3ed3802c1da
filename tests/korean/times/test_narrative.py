"""이날, 전날, 그달, 그해 hang on what was told, not on publication."""

from __future__ import annotations

import pytest

from haengbo.korean.times import Kind, Passage, resolve, resolve_passages, story_days

PUBLISHED = "2025-03-20"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "대사는 17일 도착했다. 이날 저녁 만찬이 있었다.",
            {"이날 저녁": "2025-03-17"},
            "the day of what was told",
        ),
        (
            "장관은 17일 총리를 만났다고 통신이 18일 보도했다. 장관은 이날 웃었다.",
            {"이날": "2025-03-17"},
            "a day on which the press reported does not take over",
        ),
        (
            "장관은 17일 왔다. 총리는 전날 온 부상과 만나 “오늘 아침 끝났다”고 했다. 이날 갔다.",
            {"오늘 아침": "2025-03-17", "이날": "2025-03-17"},
            "전날 says when the guest came, not when they met",
        ),
        (
            "회담은 17일 열렸다. 장관은 전날 3시간 동안 만난 데 이어 이날 오후 3시 다시 만났다.",
            {"전날": "2025-03-16", "이날 오후 3시": "2025-03-17"},
            "the day behind the one that it followed; how long is no clock",
        ),
        (
            "총리는 2002년 6월 13~15일 빈을 찾았다.\n6월 14일에는 선언이 나왔다.",
            {"2002년 6월 13~15일": "2002-06-13/2002-06-15", "6월 14일": "2002-06-14"},
            "a day of those that the sentence before named",
        ),
        (
            "장관은 전날 도착한 빈에서 이날 총리를 만났다.",
            {"전날": "2025-03-19", "이날": "2025-03-20"},
            "behind an eve that only describes comes the day itself",
        ),
        (
            "장관은 17일 왔다. 19일에는 총리를 만날 예정이다. 두 사람은 이날 웃었다.",
            {"이날": "2025-03-17"},
            "a day that is only planned does not take over",
        ),
        (
            "장관은 17일 왔다. 25일에는 총리를 만날 예정이다. 이날 만찬도 열린다.",
            {"이날": "2025-03-25"},
            "what else is to come on the day of the plan",
        ),
        (
            "북측은 19일 “접촉을 8일 열자”고 제의했다.",
            {"8일": "2025-04-08"},
            "what is asked for lies behind the asking",
        ),
        (
            "오는 4월 16일부터 나흘 동안 찾을 총리가 18일 주석을 예방하기로 양측이 합의했다.",
            {"18일": "2025-04-18"},
            "a day within the stay that the sentence told",
        ),
        (
            "장관은 17일 총리를 만났다고 통신이 18일 보도했다. 통신은 이날 사진도 실었다.",
            {"이날": "2025-03-18"},
            "the medium's day, where the medium is the subject",
        ),
        (
            "장관은 17일 도착했다. 장관은 다음 날에도 총리를 만났다. 오늘에도 이어진다.",
            {"다음 날": "2025-03-18"},
            "다음 날에도 is a day, 오늘에도 these days",
        ),
        (
            "주석은 지난해 9월 4일 회담했다. 총리는 그보다 이틀 앞선 2일 도착했다.",
            {"2일": "2024-09-02"},
            "a figure behind what it is counted by",
        ),
        (
            "총리는 10월 9일부터 11일까지 북한을 찾아 행사를 참관했다.",
            {"10월 9일부터 11일": "2024-10-09/2024-10-11"},
            "from day to day, and over",
        ),
        (
            "장관이 17일 도착했다고 현지 통신이 18일 보도했다. 통신에 따르면 장관은 이튿날 떠났다.",
            {"이튿날": "2025-03-18"},
            "a verb between day and medium: the day is that of what was done",
        ),
        (
            "장관은 15일 왔다. 통신은 18일 “17일 서명했다”고 전했다. 총리는 전날 그를 만났다.",
            {"전날": "2025-03-17"},
            "the day before a report that told of no other day",
        ),
        (
            "통신은 18일 장관이 전날 총리를 만났다고 보도했다. 이날 만찬도 있었다.",
            {"전날": "2025-03-17", "이날": "2025-03-17"},
            "전날 takes over",
        ),
        (
            "17일 회담이 열렸다. 앞서 전날 특사가 왔다. 대표단도 전날 왔다.",
            {"전날": "2025-03-16"},
            "a second 전날 is the same day",
        ),
        (
            "17일 회담이 열렸다. 대표단은 22일까지 머물 예정이다. 같은 날 조약도 맺었다.",
            {"같은 날": "2025-03-17"},
            "what is ahead does not take over",
        ),
        (
            "17일 회담이 열렸다. 15일 방북한 장관은 피곤해 보였다. 이날 비가 왔다.",
            {"이날": "2025-03-17"},
            "nor what is said in passing",
        ),
        (
            "17일 회담이 열렸다. 두 사람은 지난해 6월 3일 처음 만났다. 이날 저녁 만찬이 열렸다.",
            {"이날 저녁": "2025-03-17"},
            "nor what is recalled from long ago",
        ),
        (
            "17일 회담이 열렸다. 앞서 1월 9일 두 사람은 통화했다. 이날 통화는 짧았다.",
            {"이날": "2025-01-09"},
            "but what opens a sentence does",
        ),
        (
            "17일 회담이 열렸다. 그는 “5월 1일 다시 만나자”고 했다. 그날 비가 왔다.",
            {"그날": "2025-03-17"},
            "a quotation does not take over",
        ),
        (
            "2017년 2월 13일 그가 숨졌다. 경찰은 나흘 뒤 그를 잡았다. 양국은 6월 30일 화해했다.",
            {"나흘 뒤": "2017-02-17", "6월 30일": "2017-06-30"},
            "a later day of the year told of goes on in it",
        ),
        (
            "2017년 2월 13일 그가 숨졌다. 그러나 두 나라는 3월 7일 손을 잡았다.",
            {"3월 7일": "2025-03-07"},
            "what lies close to the page is news of these days",
        ),
        (
            "특사는 3일 왔다. 이튿날 회담했고 사흘 뒤 떠났다.",
            {"이튿날": "2025-03-04", "사흘 뒤": "2025-03-07"},
            "step by step",
        ),
        (
            "지난해 10월 16일 알려졌다. 같은 달 25일 부인했다. 그해 12월 시인했다.",
            {"같은 달 25일": "2024-10-25", "그해 12월": "2024-12"},
            "month and year named last",
        ),
        (
            "2018년 6월 만났고 이듬해 2월 다시 만났다.",
            {"이듬해 2월": "2019-02"},
            "the year after the one named",
        ),
        (
            "총리는 17일 “오늘 서명한 조약은 중요하다”고 했다.",
            {"오늘": "2025-03-17"},
            "오늘 in a quotation is the day of the speech",
        ),
        (
            "총리는 “오늘 오전 떠났다”고 했다. 지난 2일에는 회담이 있었다.",
            {"오늘 오전": "2025-03-20"},
            "a day long past that is told only later is not that of the speech",
        ),
        (
            "행사 전날인 16일 사진을 찍었다.",
            {"전날": "2025-03-16"},
            "the figure behind tells the day",
        ),
        (
            "17일 회담이 열렸다. 앞서 특사는 전날 밤 왔다. 총리는 이날 웃었다.",
            {"이날": "2025-03-17"},
            "what looks back does not take over",
        ),
        (
            "대변인은 17일 밝혔다. 그는 지난 14일 열린 회의도 말했다. 회의는 전날 끝났다.",
            {"전날": "2025-03-16"},
            "nor does 지난 in passing",
        ),
        (
            "18일 관영매체인 중앙통신은 총리가 17일 떠났다고 전했다. 총리는 이날 웃었다.",
            {"이날": "2025-03-17"},
            "a date before the medium dates the report",
        ),
        (
            "통신은 18일 “3월 17일 총리가 대표단을 만났다”고 보도했다. 이날 만찬도 있었다.",
            {"이날": "2025-03-17"},
            "a medium's own words tell the story",
        ),
        (
            "국무부는 전날 성명을 냈다. 발사는 17일 있었다.",
            {"전날": "2025-03-19"},
            "before any day was told, the eve of publication",
        ),
        (
            "다음 달 1일 회담한다. 총리는 3일 귀국할 예정이다.",
            {"3일": "2025-04-03"},
            "what is ahead, in the month that was named",
        ),
        (
            "다음 달 3일 방한한다. 당국자는 18일 “2일 평양에 들어갈 예정”이라고 했다.",
            {"2일": "2025-04-02"},
            "though the day of the words was named between",
        ),
        (
            "오는 22일 방북한다. 사흘째인 24일에는 회담한 뒤 떠날 예정이다.",
            {"24일": "2025-03-24"},
            "a later day of what is to come",
        ),
        (
            "총리는 다음 달 초 방문할 예정이다. 장관은 10일 대표단을 만났다.",
            {"10일": "2025-03-10"},
            "what is over is not of days to come",
        ),
        ("회담 소식은 전날 알려졌다.", {"전날": "2025-03-19"}, "publication, if nothing was told"),
    ],
)
def test_what_was_told(text: str, expected: dict[str, str], why: str) -> None:
    times = {time.span.of(text): time.value for time in resolve(text, anchor=PUBLISHED)}
    assert {surface: times.get(surface) for surface in expected} == expected, why


@pytest.mark.parametrize(
    ("text", "surface", "value", "why"),
    [
        (
            "지난 1월 4일 이후 75일 만에 3월 20일 다시 왔다.",
            "75일 만",
            "2025-01-04/2025-03-20",
            "both days are given",
        ),
        (
            "17일 도착한 총리의 방문은 2000년 7월 이후 24년여 만이다.",
            "24년여 만",
            "2000-07/2025-03",
            "as exact as the date that is given",
        ),
        (
            "그는 지난해 9월 13일 총리를 만난 뒤 한 달 만에 물러났다.",
            "한 달 만",
            "2024-09/2024-10",
            "counted onward from a date of long ago",
        ),
        (
            "2019년 4월 25일 만났다. 두 사람은 4년 5개월 만인 2023년 9월 13일 다시 만났다.",
            "4년 5개월 만",
            "2019-04-25/2023-09-13",
            "the end is told right behind, the start before",
        ),
        ("그는 몇 해 만에 왔다. 3월 17일 왔다.", "3월 17일", "2025-03-17", "no number, no count"),
        ("17일 그는 2년여 만에 왔다.", "17일", "2025-03-17", "여 without a date is not counted"),
        (
            "17일 다시 만났습니다. 지난 12일 헤어진 지 닷새 만입니다.",
            "닷새 만",
            "2025-03-12/2025-03-17",
            "as a broadcaster says it",
        ),
        (
            "17일 답이 왔다. 13~14일 만난 지 사흘 만이다.",
            "사흘 만",
            "2025-03-14/2025-03-17",
            "counted from the day on which the talks ended",
        ),
        (
            "2022년 6월에는 그렇게 불렀다. 글에서는 2년 전까지 있던 말이 사라졌다.",
            "2년 전",
            "2023",
            "counted from now, not from the month told of",
        ),
    ],
)
def test_counted_lengths(text: str, surface: str, value: str, why: str) -> None:
    times = {time.span.of(text): time.value for time in resolve(text, anchor=PUBLISHED)}
    assert times.get(surface) == value, why


@pytest.mark.parametrize(
    ("text", "surface", "value", "why"),
    [
        (
            "17일 회담이 열렸다.\n이에 앞서 개막식이 15일 있었다.\n이날 총리는 웃었다.",
            "이날",
            "2025-03-17",
            "a look back ends with its paragraph",
        ),
        (
            "17일 귀국했다.\n지난 6일 도착한 총리는 이튿날 장관을 만났다.\n이날 대사도 나왔다.",
            "이날",
            "2025-03-17",
            "so does what is counted on from a day looked back to",
        ),
        (
            "총리는 2월 3일 왔다.\n그는 2월 9일 떠났다.\n한편 전날 국방부는 병력을 보냈다.",
            "전날",
            "2025-03-19",
            "news besides goes on from the page, not from what was long before",
        ),
        (
            "정부가 25일 특사를 보낸다고 통일부가 18일 전했다. 통일부는 이날 서한을 받았다.",
            "이날",
            "2025-03-18",
            "a day still to come was not told of before the report",
        ),
        (
            "통신은 “총리가 17일 떠났다”며 “이날 도착했다”고 19일 밝혔다.",
            "이날",
            "2025-03-17",
            "in words that are quoted it is the day that they named",
        ),
        (
            "총리는 17일 귀국했다. 그는 전날 밤 떠나 이날 새벽 도착했다.",
            "이날 새벽",
            "2025-03-17",
            "behind its eve in one sentence it is the day after",
        ),
        (
            "17일 회담이 열렸다.\n지난달 27일에는 발사가 있었다.\n같은 날 회의도 열렸다.",
            "같은 날",
            "2025-02-27",
            "같은 날 is the day named last, in whatever paragraph",
        ),
        (
            "17일 회담이 열렸다.\n지난해 9월 13일 방북 다음 달에는 파병이 드러났다.",
            "다음 달",
            "2024-10",
            "the month after the one named right before",
        ),
        (
            "통일부는 20일 논평을 냈다.\n총리는 17일 왔다.\n대변인은 이날 정례브리핑에서 말했다.",
            "이날",
            "2025-03-20",
            "what is told to the press was told on the day of the page",
        ),
        (
            "통일부는 20일 논평을 냈다.\n총리는 17일 왔다. 장관은 이날 기자들과 만나 반겼다.",
            "이날",
            "2025-03-17",
            "but not in the paragraph that tells of another day",
        ),
        (
            "국방부는 17일 회담을 20일 열자고 제의했다. 같은 날 적십자도 나섰다.",
            "같은 날",
            "2025-03-17",
            "what is proposed for a day does not take over",
        ),
        (
            "외교부는 20일 논평을 냈다.\n대사관은 17일 글을 올렸다.\n한편 통일부는 이날 나섰다.",
            "이날",
            "2025-03-20",
            "news besides is of the day of the page",
        ),
        (
            "담화가 8일 나왔다. 안보리가 7일 결의를 채택한 직후다. 북한은 이날 길을 닫았다.",
            "이날",
            "2025-03-08",
            "from when one only counts does not take over",
        ),
        (
            "17일 회담이 열렸다.\n지난해 6월 표현이 나왔다. 넉 달 뒤 글에서는 사라졌다.",
            "넉 달 뒤",
            "2024-10",
            "months are counted from a month",
        ),
    ],
)
def test_paragraphs(text: str, surface: str, value: str, why: str) -> None:
    times = {time.span.of(text): time.value for time in resolve(text, anchor=PUBLISHED)}
    assert times.get(surface) == value, why


def test_the_later_of_two_days_in_a_headline() -> None:
    passages = [
        Passage("총참모부 먼저, 당은 이틀 뒤", 0, Kind.HEADLINE),
        Passage("당은 17일 발표했다고 통신이 전했다.", 30),
        Passage("총참모부는 15일 알렸다.", 60),
    ]
    assert resolve_passages(passages, anchor=PUBLISHED)[0].value == "2025-03-17"


def test_a_dateline_begins_a_new_story() -> None:
    passages = [
        Passage("(평양 1월 27일발 통신) 대표단이 27일 출발하였다.", 0),
        Passage("(평양 2월 5일발 통신) 대표단이 5일 출발하였다.", 60),
    ]
    values = [time.value for time in resolve_passages(passages, anchor=PUBLISHED)]
    assert values == ["2025-01-27", "2025-01-27", "2025-02-05", "2025-02-05"]


def test_headlines_see_the_day_of_the_lead() -> None:
    passages = [
        Passage("2주 만에 다시 만나…이튿날 귀국", 0, Kind.HEADLINE),
        Passage("두 사람은 17일 만났다. ", 30),
        Passage("이달 4일에도 만났다.", 50),
        Passage("이날 악수하는 두 사람", 70, Kind.CAPTION),
    ]
    values = [time.value for time in resolve_passages(passages, anchor=PUBLISHED)]
    assert values == [
        "2025-03-04/2025-03-17",
        "2025-03-18",
        "2025-03-17",
        "2025-03-04",
        "2025-03-17",
    ]


def test_the_caption_of_an_older_picture_tells_of_days_of_its_own() -> None:
    caption = "대사가 29일 신임장을 냈다. 전날 도착했다. 2025.1.30"
    passages = [
        Passage("두 사람은 17일 만났다. ", 0),
        Passage("대사가 29일 신임장을 냈다.", 30, Kind.CAPTION, caption, 1),
        Passage("전날 도착했다.", 50, Kind.CAPTION, caption, 1),
    ]
    values = [time.value for time in resolve_passages(passages, anchor=PUBLISHED)]
    assert values == ["2025-03-17", "2025-01-29", "2025-01-28"]


def test_a_day_told_later_serves_what_stands_before_it() -> None:
    text = "새 총리가 취임한 당일 대사가 왔다. 두 사람은 17일 만났다."
    assert [time.value for time in resolve(text, anchor=PUBLISHED)] == ["2025-03-17"] * 2


def test_a_day_of_posting_in_a_headline_is_left_out() -> None:
    passages = [Passage("장관, 총리 만나 (2025. 3. 17.)", 0, Kind.HEADLINE)]
    assert resolve_passages(passages, anchor=PUBLISHED) == ()


def test_the_day_of_the_story_after_each_sentence() -> None:
    passages = [
        Passage("장관 방문", 0, Kind.HEADLINE),
        Passage("두 나라는 오랜 이웃이다.", 10),
        Passage("장관은 17일 왔다.", 30),
        Passage("공항에는 총리가 나왔다.", 50),
        Passage("장관은 25일까지 머문다.", 70),
        Passage("이튿날 회담이 열렸다.", 90),
    ]
    days = story_days(passages, anchor=PUBLISHED)
    assert [day.day if day else None for day in days] == [17, None, 17, 17, 17, 18]
