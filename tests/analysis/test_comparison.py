"""Two texts side by side: slots, what came and went; spelling is no difference of wording."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haengbo.analysis.comparison import Change, compare, substitutions
from haengbo.knowledge import Knowledge, load

OLD = "두 나라 공동의 안전이익을 수호하기 위한 문제들을 토의하였다."
NEW = "두 나라 공동의 핵심리익을 수호하기 위한 문제들을 토의하였다. 새 합의가 이룩되였다."


def test_another_word_in_the_same_frame(knowledge: Knowledge) -> None:
    (slot,) = substitutions(OLD, NEW, knowledge)
    assert (slot.before, slot.old, slot.new, slot.after) == ("공동의", "안전", "핵심", "이익을")


def test_a_particle_fills_no_slot(knowledge: Knowledge) -> None:
    """나라 인민의 against 나라는 동맹의: another sentence, not another word in the frame."""
    old, new = "두 나라 인민의 뜻을 모은다", "두 나라는 동맹관계의 뜻을 모은다"
    assert substitutions(old, new, knowledge) == ()
    assert substitutions(old, "두 나라 당원의 뜻을 모은다", knowledge)


def test_spelling_alone_is_no_difference(knowledge: Knowledge) -> None:
    pieces = compare("로씨야의 립장을 지지한다", "러시아의 입장을 지지한다", knowledge)
    assert {piece.change for piece in pieces} == {Change.SAME}


def test_what_came_is_shown(knowledge: Knowledge) -> None:
    came = [p.new.strip() for p in compare(OLD, NEW, knowledge) if p.change is Change.CAME]
    assert came == ["새 합의가 이룩되였다."]


WORDS = st.lists(
    st.sampled_from(["두", "나라", "공동의", "로씨야", "핵심리익을", "지지한다.", "평화"]),
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDS, WORDS)
def test_pieces_put_together_are_the_texts(old: list[str], new: list[str]) -> None:
    left, right = " ".join(old), " ".join(new)
    pieces = compare(left, right, load())
    assert "".join(piece.old for piece in pieces) == left
    assert "".join(piece.new for piece in pieces) == right
