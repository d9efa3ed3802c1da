"""Who reports what an event report tells; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

ROWS = [
    (
        (
            "김정은 북한 국무위원장이 푸틴 러시아 대통령에게 축전을 보내며 인사를 전한다고"
            " 밝혔다고 조선중앙통신이 3일 보도했다."
        ),
        "CONSULT",
        ["조선중앙통신"],
        "of the own letter one is no reporter",
    ),
    (
        "우크라이나 외무부는 3일 성명에서 북한과의 외교관계를 단절한다고 선언했다.",
        "SANCTION",
        [],
        "done by saying so",
    ),
    (
        "우크라이나 외무부는 3일 대통령이 북한과의 외교관계를 단절했다고 밝혔다.",
        "SANCTION",
        ["우크라이나 외무부"],
        "what another did is reported",
    ),
    (
        "미국 재무부는 3일 북한 은행 두 곳을 제재 대상에 추가했다고 밝혔다.",
        "SANCTION",
        [],
        "a body that acted does not report its own act",
    ),
    (
        "최선희 북한 외무상은 “일본은 최근에도 회담을 갖자고 제안했다”고 말했다.",
        "REQUEST",
        ["최선희"],
        "the proposal of another is known from the speaker",
    ),
    (
        "최선희 북한 외무상은 3일 일본에 회담을 갖자고 제안했다.",
        "REQUEST",
        [],
        "the own proposal is not",
    ),
    (
        "최선희 북한 외무상은 일본이 회담을 갖자고 제안했다고 전했다.",
        "REQUEST",
        ["최선희"],
        "that another asked is handed on, though asking is an act of words",
    ),
    (
        "최선희 북한 외무상은 새 문서가 1961년 조소 조약을 대체하게 된다고 설명했다.",
        "AGREE",
        [],
        "a treaty called by its name and year is known without the speaker",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "expected", "why"), ROWS)
def test_who_reports_an_act_of_words(
    sentence: str, kind: str, expected: list[str], why: str
) -> None:
    events = read_paragraphs(sentence).events
    chains = [[link.name for link in e.chain] for e in events if e.type == kind]
    assert chains == [expected], why
