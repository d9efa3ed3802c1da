"""Harassment, fortifying, refusing by a denial, and who complains of what others say."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = list[tuple[str, str, dict[str, str]]]
CASES: list[tuple[str, Found, str]] = [
    (
        "북한은 5일 쓰레기 풍선 백여 개를 남쪽으로 날려 보냈다.",
        [("COERCE", "occurred", {"북한": "source"})],
        "balloons",
    ),
    (
        "북한군은 지난달부터 군사분계선 일대에 지뢰를 매설했다.",
        [("MOBILIZE", "occurred", {"북한군": "source"})],
        "mines",
    ),
    (
        "라오스 기자 한 명이 3일 북한에 들어갔다가 억류됐다.",
        [("COERCE", "occurred", {"북한": "source", "라오스": "target"})],
        "held where one had gone",
    ),
    (
        "몽골 당국은 3일 사업가 리동일 씨를 라오스에 넘겼다.",
        [("COERCE", "occurred", {"몽골": "source", "리동일": "target"})],
        "given over to another state",
    ),
    (
        "몽골 외교부는 3일 라오스 대사관 직원들에게 이틀 안에 떠나라는 명령을 전달했다.",
        [("SANCTION", "occurred", {"몽골 외교부": "source", "라오스": "target"})],
        "ordered out, they do not withdraw",
    ),
    ("북한군은 수해 지역에서 지뢰를 제거했다.", [], "mines taken away are none laid"),
    (
        "북한은 5일 서울 대회에 참가하지 않기로 결정했다.",
        [("REJECT", "occurred", {"북한": "source"})],
        "told by the denial of the verb",
    ),
    ("북한은 5일 평양 대회에 참가했다.", [], "only the denial tells"),
    (
        "결의안은 3일 안보리에서 러시아의 반대로 부결됐다.",
        [("REJECT", "occurred", {"러시아": "source"})],
        "by whose vote",
    ),
    (
        "마르틴 데커 독일 외무장관은 3일 모든 나라가 북한과 외교관계를 끊으라고 촉구했다.",
        [("REQUEST", "occurred", {"마르틴 데커": "source", "북한": "target"})],
        "what others shall do is the demand",
    ),
    (
        "천서우 중국 외교부 대변인은 미국이 중국을 헐뜯는다며 강한 불만을 표시했다.",
        [("ACCUSE", "occurred", {"천서우": "source", "미국": "target"})],
        "the act is the complaint, not what is complained of",
    ),
    (
        "북한은 앙골라 주재 대사관을 닫은 데 이어 몽골 주재 대사관도 폐쇄하기로 했다.",
        [
            ("SANCTION", "occurred", {"북한": "source", "앙골라": "target"}),
            ("SANCTION", "planned", {"북한": "source", "몽골": "target"}),
        ],
        "what 도 takes from its object",
    ),
    (
        "국방부는 3일 “북한의 만행을 강력히 규탄한다”며 책임자 처벌을 촉구했다.",
        [
            ("ACCUSE", "occurred", {"한국 국방부": "source", "북한": "target"}),
            ("REQUEST", "occurred", {"한국 국방부": "source", "북한": "target"}),
        ],
        "two acts: one in the words, one beside them",
    ),
    (
        "안보리는 3일 러시아의 반대로 의장성명을 내지 못했다.",
        [("REJECT", "occurred", {"러시아": "source"})],
        "what did not come about by whose objection",
    ),
    (
        "북한 군용기 다섯 대가 3일 밤 군사분계선 가까이 내려왔다.",
        [("MOBILIZE", "occurred", {"북한": "source"})],
        "planes shown",
    ),
    ("북한 여객기가 3일 선양에 내렸다.", [], "a liner shows no force"),
    (
        "김정은 국무위원장은 3일 포탄 생산을 늘리라고 지시했다.",
        [],
        "an order is nothing done",
    ),
    (
        "최선희 북한 외무상은 3일 미국 항공모함의 부산 기항을 비난했다.",
        [
            ("ACCUSE", "occurred", {"최선희": "source", "미국": "target"}),
            ("MOBILIZE", "occurred", {"미국": "source"}),
        ],
        "whose it is, not where it is; and what was blamed is told as well",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_harassment_and_refusals(text: str, expected: Found, why: str) -> None:
    found = read_paragraphs(text, published="2025-03-08").events
    told = [(e.type, e.status.value, {p.name: p.role.value for p in e.participants}) for e in found]
    assert told == expected, why
