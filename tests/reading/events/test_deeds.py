"""What states do for each other: works, lines, thanks, gifts. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = tuple[str, str | None, str, str | None, set[str]]

CASES: list[tuple[list[str], list[Told], str]] = [
    (
        ["북한과 라오스가 메콩강을 가로지르는 다리를 짓는 공사에 들어갔다."],
        [("COOPERATE", "economic", "occurred", None, {"북한", "라오스"})],
        "works that two states begin",
    ),
    (
        ["북한과 라오스는 지난 2월 5일 다리를 놓는 협정을 체결했다."],
        [("AGREE", "sign", "occurred", "2024-02-05", {"북한", "라오스"})],
        "what a paper is about is not yet built",
    ),
    (
        ["라오스는 지난해 7월 평양 대사관을 다시 열었다."],
        [("COOPERATE", None, "occurred", "2023-07", {"북한", "라오스"})],
        "an embassy that opens again",
    ),
    (
        ["라오스대사관은 1일 연회를 열었다."],
        [("CONSULT", "reception", "occurred", "2024-11-01", {"주한 라오스대사관"})],
        "a reception there opens no embassy",
    ),
    (
        ["통룬 시술릿 라오스 국가주석은 1일 최선희 북한 외무상에게 친선 훈장을 수여했다."],
        [("SUPPORT", None, "occurred", "2024-11-01", {"통룬 시술릿", "최선희"})],
        "an order given to a foreigner",
    ),
    (
        ["통룬 시술릿 라오스 국가주석은 북한의 의약품 지원에 사의를 표했다."],
        [],
        "polite thanks are no diplomatic act",
    ),
    (
        ["북한은 지난 2월 27일 라오스에 병사들의 유해를 돌려줬다."],
        [("RETREAT", None, "occurred", "2024-02-27", {"북한", "라오스"})],
        "remains given back",
    ),
    (
        ["라오스는 북한에 유해를 돌려달라고 했다."],
        [("REQUEST", None, "occurred", None, {"북한", "라오스"})],
        "what is wanted back is asked for",
    ),
    (
        ["라오스는 북한에 의약품 지원을 제안했다."],
        [("AID", None, "planned", None, {"북한", "라오스"})],
        "help that is offered",
    ),
    (
        ["라오스는 북한에 식량 지원을 제안했으나 북한은 사양했다."],
        [("AID", None, "not_occurred", None, {"북한", "라오스"})],
        "help that is declined",
    ),
    (
        ["협정은 2018년 9월 19일 하노이에서 최선희 외무상과 왕이 중국 외교부장이 서명한 것이다."],
        [("AGREE", "sign", "occurred", "2018-09-19", {"최선희", "왕이"})],
        "papers report nothing: the day is that of the signing",
    ),
    (
        ["북한은 1일 핵실험을 하지 않겠다고 약속했다."],
        [("RETREAT", None, "planned", None, {"북한"})],
        "tests forsworn",
    ),
    (
        ["라오스는 1일 이번 폭파를 몽골의 소행으로 규정했다."],
        [("ACCUSE", None, "occurred", "2024-11-01", {"라오스", "몽골"})],
        "whose deed one calls it",
    ),
    (
        ["김정은 국무위원장은 1일 시진핑 주석에게 조전을 보내 애도를 표했다."],
        [("CONSULT", "letter", "occurred", "2024-11-01", {"김정은", "시진핑"})],
        "what a letter says is no ceremony",
    ),
    (
        ["라오스는 1일 몽골 공관의 문을 닫았다."],
        [("SANCTION", None, "occurred", "2024-11-01", {"라오스", "몽골"})],
        "the door of a mission",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), CASES)
def test_deeds(paragraphs: list[str], expected: list[Told], why: str) -> None:
    told = [
        (e.type, e.mode, e.status.value, e.date, {p.name for p in e.participants})
        for e in read_paragraphs(*paragraphs).events
    ]
    assert told == expected, why


ASKED: list[tuple[list[str], list[tuple[str, set[str]]], str]] = [
    (
        ["라오스는 중국 정부에 주민들을 돌려보내지 말고 도와 줄 것을 요청했다."],
        [("REQUEST", {"라오스", "중국"})],
        "whom one asks stands left of what is asked",
    ),
    (
        ["왕이 부장은 1일 베이징에서 최선희 외무상과 만났다. 최 외무상은 협조를 당부했다."],
        [("CONSULT", {"왕이", "최선희"}), ("REQUEST", {"왕이", "최선희"})],
        "who is asked in talks sits at the table",
    ),
    (
        ["왕이 부장은 1일 베이징에서 최선희 외무상과 만났다. 통일부 대변인은 협조를 당부했다."],
        [("CONSULT", {"왕이", "최선희"}), ("REQUEST", {"통일부"})],
        "a spokesman elsewhere does not ask them",
    ),
    (
        ["왕이 중국 외교부장은 최선희 외무상에게 초청 의사를 정식으로 전했다."],
        [("REQUEST", {"왕이", "최선희"})],
        "one word may stand within a phrase",
    ),
    (
        ["왕이 중국 외교부장은 “북한이 실정에 맞는 길을 가는 것을 지지한다”고 말했다."],
        [("SUPPORT", {"왕이", "북한"})],
        "whose way it is stands before what describes it",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ASKED)
def test_asked_and_supported(
    paragraphs: list[str], expected: list[tuple[str, set[str]]], why: str
) -> None:
    told = [(e.type, {p.name for p in e.participants}) for e in read_paragraphs(*paragraphs).events]
    assert told == expected, why


YIELDED: list[tuple[list[str], list[Told], str]] = [
    (
        ["북한은 지난 2월 137일 동안 억류했던 라오스 선교사를 풀어줬다."],
        [("RETREAT", None, "occurred", "2024-02", {"북한", "라오스"})],
        "who was held is let go",
    ),
    (
        ["북한이 확성기를 철거한 적이 없다고 밝혔다."],
        [("RETREAT", None, "denied", None, {"북한"})],
        "what somebody never did",
    ),
    (
        ["세계식량계획은 북한에 직원 복귀를 허락해 달라고 요청했다."],
        [("REQUEST", None, "occurred", None, {"세계식량계획", "북한"})],
        "what is asked for is not yet granted",
    ),
    (
        ["왕이 부장은 북한군에 속아 입대한 청년을 풀어 달라고 최선희 외무상에게 요구했다."],
        [("REQUEST", None, "occurred", None, {"왕이", "최선희"})],
        "who deceived somebody is not asked",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), YIELDED)
def test_yielded(paragraphs: list[str], expected: list[Told], why: str) -> None:
    told = [
        (e.type, e.mode, e.status.value, e.date, {p.name for p in e.participants})
        for e in read_paragraphs(*paragraphs).events
    ]
    assert told == expected, why


def test_visitors_agree_with_their_hosts() -> None:
    found = read_paragraphs("라오스 대표단이 1일 평양을 찾아 협력을 복원하는 데 합의했다.").events
    assert {p.name for e in found if e.type == "AGREE" for p in e.participants} == {
        "라오스",
        "북한",
    }


def test_marks_part_no_phrase() -> None:
    found = read_paragraphs("왕이 부장은 최선희 외무상에게 ‘친선 훈장’을 달아 줬다.").events
    assert {e.type for e in found} == {"SUPPORT"}
