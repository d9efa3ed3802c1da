"""Copies are found, rewrites are not, and the direction is never guessed."""

from __future__ import annotations

import random

import pytest

from haengbo.collation.copies import Text, find_copies, have_one_text, may_be_copies
from haengbo.collation.shingles import containment, shingles, sketch
from haengbo.model.collation import Source

ORIGINAL = "".join(
    f"외무상은 {n}일 시험시에서 가상국 장관과 만나 교류 {n * 3}건을 논의했다고 통신이 전했다"
    for n in range(1, 12)
)
REWRITE = "".join(
    f"{n}일 시험시 회동에서 두 나라는 협력 사업 {n}가지를 놓고 의견을 나눈 것으로 알려졌다"
    for n in range(1, 12)
)


def text(name: str, letters: str, **known: str) -> Text:
    return Text(Source(name, name, **known), letters)


@pytest.mark.parametrize(
    ("letters", "found", "why"),
    [
        (ORIGINAL, True, "the same text"),
        (ORIGINAL[: len(ORIGINAL) // 2], True, "truncated"),
        (ORIGINAL.replace("논의", "협의"), True, "lightly edited"),
        ("알림" * 30 + ORIGINAL, True, "with a paragraph before it"),
        (REWRITE, False, "the same news in other words"),
        (ORIGINAL[:50], False, "one sentence is quoted by everybody"),
        ("", False, "no body"),
    ],
)
def test_copies_and_rewrites(letters: str, found: bool, why: str) -> None:
    groups = find_copies([text("a", ORIGINAL), text("b", letters)])
    assert bool(groups) is found, why


@pytest.mark.parametrize(
    ("first", "second", "original", "why"),
    [
        ({"outlet": "가나통신"}, {"outlet": "다라일보", "wire": "가나통신"}, "a", "names the wire"),
        ({"outlet": "다라일보", "wire": "가나통신"}, {"outlet": "가나통신"}, "b", "the other way"),
        (
            {"published": "2025-03-05T09:00+09:00"},
            {"published": "2025-03-05T08:00+09:00"},
            "b",
            "earlier by an hour",
        ),
        ({"published": "2025-03-05"}, {"published": "2025-03-05T08:00+09:00"}, None, "same day"),
        ({}, {}, None, "nothing says"),
    ],
)
def test_direction(
    first: dict[str, str], second: dict[str, str], original: str | None, why: str
) -> None:
    (group,) = find_copies([text("a", ORIGINAL, **first), text("b", ORIGINAL, **second)])
    if original is None:
        assert "알 수 없음" in group.links[0].reason, why
    else:
        assert group.pages[0] == original, why
        assert "알 수 없음" not in group.links[0].reason


def test_order_of_pages_changes_nothing() -> None:
    texts = [
        text("a", ORIGINAL, outlet="가나통신", published="2025-03-05T08:00+09:00"),
        text("b", ORIGINAL[:400], outlet="다라일보", wire="가나통신"),
        text("c", ORIGINAL[100:], published="2025-03-06"),
        text("d", REWRITE),
    ]
    expected = find_copies(texts)
    assert [group.pages[0] for group in expected] == ["a"]
    shuffler = random.Random(1)
    for _ in range(6):
        shuffler.shuffle(texts)
        assert find_copies(texts) == expected


def test_sketch_of_a_part_is_part_of_the_sketch() -> None:
    assert set(sketch(ORIGINAL[:300])) <= set(sketch(ORIGINAL))
    assert len(sketch(ORIGINAL)) > 2
    assert containment(shingles(ORIGINAL[:300]), shingles(ORIGINAL)) == 1.0


def test_pages_one_by_one_come_into_the_groups_of_all_at_once() -> None:
    chance = random.Random(3)
    pieces = ["".join(chance.choices("가나다라마바사아자차카타파하", k=150)) for _ in range(9)]
    texts = [
        text(f"쪽{number:02d}", "".join(chance.sample(pieces, chance.choice((1, 1, 1, 3)))))
        for number in range(24)
    ]
    groups: list[set[str]] = []
    there: dict[str, Text] = {}
    for new in texts:
        there[new.source.page] = new
        samples = {page: frozenset(sketch(t.letters)) for page, t in there.items()}
        pairs = may_be_copies([new.source.page], samples)
        near = {new.source.page, *have_one_text(pairs, [*there.values()])}
        near |= {page for group in groups if group & near for page in group}
        found = find_copies([there[page] for page in sorted(near)])
        groups = [g for g in groups if not g & near] + [set(g.pages) for g in found]
    whole = [set(group.pages) for group in find_copies(texts)]
    assert len(whole) > 1
    assert sorted(map(sorted, groups)) == sorted(map(sorted, whole))


def test_who_shares_words_but_not_the_text_is_not_compared_with_others_of_its_group() -> None:
    chance = random.Random(5)
    shared, mine, theirs = (
        "".join(chance.choices("가나다라마바사아자차카타파하", k=n)) for n in (120, 180, 180)
    )
    new, like = text("쪽1", shared + mine), text("쪽2", shared + theirs)
    again = text("쪽3", shared + mine)
    samples = {t.source.page: frozenset(sketch(t.letters)) for t in (new, like, again)}
    pairs = may_be_copies(["쪽1"], samples)
    assert pairs == [("쪽1", "쪽2"), ("쪽1", "쪽3")]
    assert have_one_text(pairs, [new, like, again]) == {"쪽1", "쪽3"}
