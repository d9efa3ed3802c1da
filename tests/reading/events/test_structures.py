"""Happenings told otherwise than in a plain active sentence."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CHOE, WANG = "최선희 북한 외무상", "왕이 중국 외교부장"

TOLD = [
    (
        f"{CHOE}이 3일 {WANG}과 가진 회담은 두 시간 이어졌다.",
        ("CONSULT", "2024-11-03", {"최선희", "왕이"}),
        "with whom stands in the clause that describes the talks",
    ),
    (
        "북한과 러시아를 잇는 다리의 상판 연결식이 3일 열렸다.",
        None,
        "no partner but one end of the bridge",
    ),
    (
        "북한과 몽골의 관광 협정이 3일 체결됐다.",
        ("AGREE", "2024-11-03", {"북한", "몽골"}),
        "of a passive verb, whose its subject is",
    ),
    (
        "북한과 몽골 간 관광 협정이 3일 서명됐다.",
        ("AGREE", "2024-11-03", {"북한", "몽골"}),
        "간 as 간의",
    ),
    (
        "북한이 탄도미사일을 쏜 지난 1일 서울에는 비가 내렸다.",
        ("ASSAULT", "2024-11-01", {"북한"}),
        "the clause describes the day",
    ),
    (
        "북한이 탄도미사일을 쏜 다음 날 서울에는 비가 내렸다.",
        ("ASSAULT", None, {"북한"}),
        "not the day of what is described",
    ),
    (
        "몽골이 3일 북한에 부과한 제재는 개인 다섯 명을 겨눈다.",
        ("SANCTION", "2024-11-03", {"몽골", "북한"}),
        "the clause says that it was done, and on whom",
    ),
    ("몽골이 북한에 부과할 제재가 논의됐다.", None, "not done yet"),
    (
        "북한에 대한 몽골의 식량 지원이 3일 시작됐다.",
        ("AID", "2024-11-03", {"몽골", "북한"}),
        "help as a noun that takes place",
    ),
    ("북한에 대한 몽골의 식량 지원이 논의됐다.", None, "only talked of"),
    (
        "북한의 대화 제의가 1일 일본에 의해 거부됐다.",
        ("REJECT", "2024-11-01", {"일본", "북한"}),
        "by whom",
    ),
    (
        "1일 일본과 대화를 하지 않겠다고 밝힌 북한은 침묵했다.",
        ("REJECT", "2024-11-01", {"북한", "일본"}),
        "who is described by what was said, said it",
    ),
    (
        "북한이 1일 일본을 규탄한 사실이 알려졌다.",
        ("ACCUSE", "2024-11-01", {"북한", "일본"}),
        "a fact made known",
    ),
    (
        "1일 평양에서 연회를 연 북한과 몽골은 침묵했다.",
        ("CONSULT", "2024-11-01", {"북한", "몽골"}),
        "both are described",
    ),
    (
        "몽골은 청사를 짓고, 북한과 중국의 협정은 3일 발효됐다.",
        ("AGREE", "2024-11-03", {"북한", "중국"}),
        "whose it is stands with what acts, not in the clause before",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), TOLD)
def test_the_only_event(
    sentence: str, expected: tuple[str, str | None, set[str]] | None, why: str
) -> None:
    found = [
        (e.type, e.date, {p.name for p in e.participants}) for e in read_paragraphs(sentence).events
    ]
    assert found == ([] if expected is None else [expected]), why
