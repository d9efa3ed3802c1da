from __future__ import annotations

from pathlib import Path

import pytest

from haengbo.errors import PackError
from haengbo.knowledge import Knowledge, load
from haengbo.reading.mentions import find_mentions
from haengbo.reading.mentions.lexicon import lexicon_of


def test_longest_word_wins(knowledge: Knowledge) -> None:
    lexicon = lexicon_of(knowledge)
    assert lexicon.starting("surnames-two", "남궁가람") == "남궁"
    assert lexicon.ending("title-heads", "명예교수") == "명예교수"
    assert lexicon.starting("surnames-two", "김가람") is None


def test_a_set_that_is_missing_is_an_error(knowledge: Knowledge) -> None:
    with pytest.raises(PackError, match="no-such-set"):
        lexicon_of(knowledge).words("no-such-set")


def test_a_users_pack_adds_a_compound(tmp_path: Path) -> None:
    from factory import document_of  # noqa: PLC0415 - needs the pack above

    (tmp_path / "compounds.yaml").write_text("- {id: 북쿠, members: [북한, 쿠바]}\n", "utf-8")
    document = document_of("북쿠 관계를 논의했다.", knowledge=load([tmp_path]))
    assert [m.name for m in find_mentions(document)] == ["북한", "쿠바"]
