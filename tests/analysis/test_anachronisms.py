"""Claims that cannot be: a row for each rule, and rows that only look so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factory import read_paragraphs
from haengbo.analysis.anachronisms import check_reading, two_places
from haengbo.analysis.impossible import Rule
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.model.article import Stated
from haengbo.model.entry import Entry, EntryKind
from haengbo.pipeline import enter

#: A Saturday, as in the factory.
DAY = "2024-11-02"


@pytest.mark.parametrize(
    ("text", "rule", "subject", "why"),
    [
        (
            "북한군이 제2차 세계대전 당시 쿠르스크에서 싸웠다고 신문은 전했다.",
            *(Rule.WAR, "북한군"),
            "the army was founded in 1948",
        ),
        (
            "북한과 러시아는 1961년 7월 6일 조약에 서명했다.",
            *(Rule.BEFORE_EXISTENCE, "러시아"),
            "it was the Soviet Union",
        ),
        (
            "김정일 국방위원장은 2013년 5월 3일 평양에서 시진핑 주석과 회담했다.",
            *(Rule.AFTER_END, "김정일"),
            "he died in 2011",
        ),
        (
            "세르게이 쇼이구 러시아 국방장관은 2일 모스크바에서 기자들을 만났다.",
            *(Rule.OFFICE_LATE, "세르게이 쇼이구"),
            "he left it in May 2024 for another",
        ),
        (
            "최선희 외무상은 2024년 10월 20일 모스크바를 방문할 예정이다.",
            *(Rule.PLANNED_PAST, ""),
            "planned for a day that is over",
        ),
        (
            "최선희 외무상은 1일 평양에서 왕이 부장을 만났고 1일 모스크바에서 라브로프와 회담했다.",
            *(Rule.TWO_PLACES, "최선희"),
            "Pyongyang and Moscow on one day",
        ),
    ],
)
def test_what_cannot_be(
    text: str, rule: Rule, subject: str, why: str, knowledge: Knowledge
) -> None:
    reading = read_paragraphs(text, published=DAY)
    found = [item for item in check_reading(reading, knowledge) if item.rule is rule]
    assert found, why
    assert subject in {item.subject for item in found} or not subject, why
    for item in found:
        assert item.claimed
        assert item.known
        for evidence in item.evidence:
            assert evidence.span is not None
            words = " ".join(evidence.span.of(reading.article.text).split())
            assert words == evidence.words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("제2차 세계대전 승리 80주년에 북한군이 행진했다.", "the war is only remembered"),
        ("세르게이 쇼이구 전 국방장관이 2일 평양에 도착했다.", "a former minister"),
        ("쇼이구 국방장관은 2023년 7월 26일 평양에서 김정은을 만났다.", "he was it then"),
        ("북한은 김일성 주석의 생일을 맞아 행사를 열었다.", "the dead keep their last office"),
        (
            "최선희 외무상은 1일 평양에서 라브로프 장관과 통화했다.",
            "a call binds nobody",
        ),
        ("최선희 외무상은 오는 9일 모스크바를 방문할 예정이다.", "a plan lies ahead"),
        ("소련과 북한은 1961년 7월 6일 조약에 서명했다.", "the Soviet Union existed"),
    ],
)
def test_what_only_looks_so(text: str, why: str, knowledge: Knowledge) -> None:
    found = check_reading(read_paragraphs(text, published=DAY), knowledge)
    assert found == (), (why, [(i.rule, i.subject, i.claimed, i.known) for i in found])


def test_told_as_done_before_it_was(knowledge: Knowledge) -> None:
    text = "최선희 외무상은 9일 모스크바에서 라브로프 장관을 만났다. 그는 10일 “굳세다”고 말했다."
    reading = read_paragraphs(text, published="2024-11-12")
    earlier = replace(reading.article, published=Stated(DAY, None, "by-hand"))
    found = check_reading(replace(reading, article=earlier), knowledge)
    assert {item.rule for item in found} == {Rule.AFTER_PUBLICATION}
    assert {event[0] for item in found for event in item.events} == {"e", "s"}


def met(day: str, place: str, mode: str, *who: str) -> Entry:
    return Entry(
        EntryKind.EVENT,
        f"{' '.join(who)} {place} {day}",
        date=day,
        type="CONSULT",
        mode=mode,
        place=place,
        who=tuple(f"{name}:party" for name in who),
    )


def test_two_places_over_a_ledger(knowledge: Knowledge) -> None:
    ledger = Ledger.open(":memory:")
    rows = [
        met("2025-03-04", "평양", "ceremony", "최선희", "왕이"),
        met("2025-03-04", "모스크바", "meeting", "최선희", "세르게이 라브로프"),
        met("2025-03-07", "베이징", "meeting", "최선희", "시진핑"),
        met("2025-03", "하노이", "meeting", "최선희", "또럼"),
    ]
    enter(ledger, rows, "나기록", knowledge)
    (item,) = two_places(ledger.all_events(), knowledge)
    assert (item.rule, item.subject) == (Rule.TWO_PLACES, "최선희")
    assert len(set(item.events)) == 2
    assert "2025-03-04 모스크바" in item.claimed + item.known
    ledger.close()


def test_the_samples_hold_few(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    found = [
        item
        for page in sample_ledger.all_articles()
        for item in check_reading(page.reading, knowledge, page.page.name)
    ]
    assert len(found) < 5
    assert all(item.evidence[0].page.startswith("s") for item in found)


@pytest.mark.parametrize(
    ("text", "rule", "subject"),
    [
        ("문재인 정부 시절인 2015년 남북은 합의했다.", Rule.OTHER_TIME, "문재인 정부"),
        ("2015년 문재인 정부는 특사를 보냈다.", Rule.OTHER_TIME, "문재인 정부"),
        ("바이든 행정부 시절인 2018년 회담이 열렸다.", Rule.OTHER_TIME, "바이든 행정부"),
        ("1995년 소련은 북한에 항공기를 보냈다.", Rule.OTHER_TIME, "소련"),
        ("냉전 시기인 2005년 두 나라는 협력했다.", Rule.OTHER_TIME, "냉전"),
        (
            "북한군은 2015년 9·19 군사합의에 따라 초소를 철수했다.",
            Rule.TREATY_EARLY,
            "9·19 남북군사합의",
        ),
        (
            "장성택은 2015년 5월 3일 베이징에서 왕이 외교부장과 회담했다.",
            Rule.AFTER_END,
            "장성택",
        ),
    ],
)
def test_what_lies_outside_its_time(
    text: str, rule: Rule, subject: str, knowledge: Knowledge
) -> None:
    reading = read_paragraphs(text, published="2026-01-05")
    (found,) = check_reading(reading, knowledge)
    assert (found.rule, found.subject) == (rule, subject)
    assert found.known.startswith(subject)
    (evidence,) = found.evidence
    assert evidence.span is not None
    assert " ".join(evidence.span.of(reading.article.text).split()) == evidence.words


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("문재인 정부 때인 2018년 남북은 합의했다.", "it was in office"),
        ("이명박 정부 시절 2010년 조치가 나왔다.", "it was in office"),
        ("소련 시절인 1985년 북한은 잠수함을 받았다.", "it was there"),
        ("2023년 문재인 정부의 정책을 되돌아보는 회의가 열렸다.", "it is looked back upon"),
        ("문재인 정부 시절 체결된 합의가 2024년 파기됐다.", "the day is of something else"),
        ("북한군은 2018년 11월 9·19 군사합의에 따라 초소를 철수했다.", "it was signed"),
        ("아베 신조 전 총리의 장례식이 2022년 9월 27일 도쿄에서 열렸다.", "the dead do not act"),
    ],
)
def test_what_lies_in_its_time(text: str, why: str, knowledge: Knowledge) -> None:
    assert check_reading(read_paragraphs(text, published="2026-01-05"), knowledge) == (), why
