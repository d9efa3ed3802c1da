"""Words that mean what a predicate of the frames means; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.knowledge import load
from haengbo.knowledge.frames import FrameRow, SynonymRow
from haengbo.reading.events.lexicon import lexicon

KNOWLEDGE = load()
ROWS = KNOWLEDGE.table("event_synonyms", SynonymRow)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_row_joins_a_frame_of_its_types(row: SynonymRow) -> None:
    frames = KNOWLEDGE.table("event_frames", FrameRow)
    joined = [
        f for f in frames if row.id in f.predicates and (not row.types or f.type in row.types)
    ]
    assert joined


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        (
            "최선희 북한 외무상은 “값을 치를 것”이라며 일본에 으름장을 놓았다.",
            "THREATEN",
            "a phrase by its last verb",
        ),
        ("북한은 일본의 대화 제의에 손사래를 쳐 왔다.", "REJECT", "with an auxiliary"),
        ("최선희 북한 외무상은 일본의 제안을 뿌리쳤다.", "REJECT", "one word"),
        ("왕이 중국 외교부장이 6년 만에 북한 땅을 밟았다.", "CONSULT", "a journey"),
        ("박상길 북한 외무성 부상은 책상 위에 손을 놓았다.", None, "another object of 놓다"),
        ("박상길 북한 외무성 부상이 고개를 들었다.", None, "another verb with 고개"),
        ("북한은 3일 라오스의 통지문을 돌려보냈다.", "REJECT", "a note sent back frees nobody"),
        ("라오스는 3일 북한 대사를 소환해 해명을 요구했다.", "PROTEST", "called in, not home"),
        ("북한군 천 명이 러시아 쿠르스크에 들어갔다.", "MOBILIZE", "an army pays no visit"),
        ("한국과 미국은 3일 키리졸브 연습을 폐지했다.", "RETREAT", "done away with"),
        ("북한은 3일 라오스와 포격을 주고받았다.", None, "fire is not traded"),
        ("몽골은 3일 러시아의 무기 개발을 도왔다.", None, "no relief"),
        ("최선희 북한 외무상이 보낸 편지가 베이징에 닿았다.", None, "a letter travels"),
        ("러시아는 3일 제재로 북한을 압박하겠다고 밝혔다.", None, "pressure, no threat"),
    ],
)
def test_synonyms_in_sentences(sentence: str, expected: str | None, why: str) -> None:
    found = {event.type for event in read_paragraphs(sentence).events}
    assert found == ({expected} if expected else set()), why


def test_the_particle_before_the_verb_does_not_count() -> None:
    words = lexicon(KNOWLEDGE)
    for before in ("으름장을 ", "으름장까지 ", "으름장 "):
        assert words.frames_of_idiom("놓다", before)[0] == "으름장"
    assert words.frames_of_idiom("놓다", "책을 ") == ("", ())
