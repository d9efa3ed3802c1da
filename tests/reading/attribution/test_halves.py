"""Two who speak in one sentence that a third tells; every text is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

HALVES = [
    (
        "타스통신은 푸틴 대통령이 또 오겠다고 말했고 김정은 위원장이 이를 환영했다고 보도했다.",
        [("블라디미르 푸틴", ["타스통신"])],
        "the medium tells of both, the first one said so",
    ),
    (
        (
            "타스통신은 라브로프 장관이 “함께한다”고 말했고 최선희 외무상이 “변함없다”고 답했다고 "
            "보도했다."
        ),
        [("세르게이 라브로프", ["타스통신"]), ("최선희", ["타스통신"])],
        "both are quoted",
    ),
    (
        (
            "외교부는 조현 장관이 왕이 부장에게 힘써 달라고 당부했으며 왕 부장은 또 만나자고 "
            "답했다고 밝혔다."
        ),
        [("조현", ["한국 외교부"]), ("왕이", ["한국 외교부"])],
        "an office tells what persons wanted",
    ),
    (
        "정부는 북한이 약속을 지키라고 촉구했으며 대화의 문이 열려 있다고 밝혔다.",
        [("한국", []), ("한국", [])],
        "of whom something is wanted does not say so",
    ),
    (
        (
            "러시아 외무부는 라브로프 장관이 압박을 비판했고 최선희 외무상이 러시아를 지지한다고 "
            "밝혔다고 전했다."
        ),
        [("최선희", ["러시아 외무부"])],
        "who acted before did not say so",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), HALVES)
def test_who_speaks_in_which_half(
    text: str, expected: list[tuple[str, list[str]]], why: str
) -> None:
    said = read_paragraphs(text).statements
    assert [(s.speaker[0], [link.name for link in s.chain]) for s in said] == expected, why
