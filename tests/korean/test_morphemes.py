from __future__ import annotations

from collections import deque
from functools import lru_cache
from unittest.mock import create_autospec

import pytest
from kiwipiepy import Kiwi

from haengbo.korean import morphemes
from haengbo.korean.morphemes import Analyser, Token, analyser, load_ahead, parted
from haengbo.model.span import Span


def test_tokens_slice_the_text_in_code_points() -> None:
    text = "😀 최 서기는 장관을 만났다."
    (tokens,) = analyser().analyse([text])
    nouns = [token for token in tokens if token.tag == "NNG"]
    assert [noun.span.of(text) for noun in nouns] == ["서기", "장관"]
    assert next(t for t in tokens if t.lemma == "만나다").span.of(text).startswith("만")


def test_offsets_move_the_spans() -> None:
    first, second = analyser().analyse(["장관", "서기"], [100, 200])
    assert first[0].span.start == 100
    assert second[0].span.start == 200


def test_nothing_to_analyse() -> None:
    assert analyser().analyse([]) == []
    assert analyser().analyse([""]) == [()]


def test_one_analyser_per_set_of_words() -> None:
    assert analyser() is analyser(())


def test_user_words_are_kept_whole() -> None:
    (tokens,) = analyser((("뚜또삐쁘", "NNP"),)).analyse(["뚜또삐쁘가 왔다."])
    assert (tokens[0].form, tokens[0].tag) == ("뚜또삐쁘", "NNP")


@pytest.fixture
def nothing_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other tests began to load, or have, is not for these."""
    begun: deque[object] = deque()
    monkeypatch.setattr(morphemes, "_begun", lambda: begun)
    monkeypatch.setattr(morphemes, "_kept", lru_cache(maxsize=2)(Analyser))


@pytest.mark.usefixtures("nothing_begun")
def test_one_that_is_loaded_ahead_is_for_the_first_who_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[Kiwi] = []

    def load() -> Kiwi:
        made.append(create_autospec(Kiwi, instance=True))
        return made[-1]

    monkeypatch.setattr(morphemes, "_load", load)
    load_ahead()
    words = (("뚜또삐쁘", "NNP"),)
    Analyser(words)
    Analyser(words)
    assert [one.add_user_word.call_count for one in made] == [1, 1]


@pytest.mark.usefixtures("nothing_begun")
def test_a_process_that_has_one_loads_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Kiwi] = []

    def load() -> Kiwi:
        made.append(create_autospec(Kiwi, instance=True))
        return made[-1]

    monkeypatch.setattr(morphemes, "_load", load)
    load_ahead()
    load_ahead()
    analyser()
    load_ahead()
    assert len(made) == 1


@pytest.mark.usefixtures("nothing_begun")
def test_what_fails_ahead_is_told_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("no model")

    monkeypatch.setattr(morphemes, "_load", fail)
    load_ahead()
    with pytest.raises(OSError, match="no model"):
        Analyser()


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        ("회담을 추진키로 했다", False, "추진하기로"),
        ("회담에 참석키 위해 떠났다", False, "참석하기 위해"),
        ("열쇠 키로 문을 열었다", True, "a key"),
        ("키가 큰 선수였다", True, "how tall"),
    ],
)
def test_hagi_is_contracted(text: str, key: bool, why: str) -> None:
    (tokens,) = analyser().analyse([text])
    assert any((t.form, t.tag) == ("키", "NNG") for t in tokens) is key, why
    assert all(t.span.end <= len(text) for t in tokens)


def test_a_particle_is_apart_from_a_name_that_the_analyser_does_not_know() -> None:
    whole = Token("하산에서", "NNP", Span(4, 8), "하산에서")
    name, particle = parted([whole])
    assert (name.form, name.tag, name.span) == ("하산", "NNP", Span(4, 6))
    assert (particle.form, particle.tag, particle.span) == ("에서", "JKB", Span(6, 8))
    noun = Token("에서", "NNP", Span(0, 2), "에서")
    assert parted([noun]) == (noun,)


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("회담이 5일 평양에서 있었다.", False),
        ("개막식이 만수대의사당에서 있었다고 한다.", False),
        ("탑이 평양에 서 있었다.", True),
    ],
)
def test_what_was_somewhere_does_not_stand_there(text: str, stands: bool) -> None:
    (tokens,) = analyser().analyse([text])
    assert any(token.lemma == "서다" for token in tokens) is stands
    assert any(token.form == "에서" for token in tokens) is not stands
    assert [t.span.of(text) for t in tokens if t.form == "에서"] == ["에서"] * (not stands)
