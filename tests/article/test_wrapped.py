"""Which lines of a text go on the line before. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.article.cues import cues_of
from haengbo.article.plain import lines_of, plain_blocks
from haengbo.article.wrapped import find_wrapping
from haengbo.knowledge import Knowledge
from haengbo.model.article import WRAPPED, BlockKind

AT_BLANKS = """누리국 외무상이 지난 4일 가람국 수도를 방문해
가람국 외무장관과 회담했다고 새솔통신이 전했다.
통신은 두 나라가 철길을 잇는 문제를 또
집중적으로 논의했다고 했다. 이날 회담에는
대사도 나왔다."""

ANYWHERE = """누리국 외무상이 지난 4일 가람국 수도를 방
문해 가람국 외무장관과 회담했다고 새솔통
신이 전했다. 통신은 두 나라가 철길을 잇는
문제를 논의했다고 덧붙였다. 회담에는 가람
국 주재 대사도 나왔다."""


SCRIPT = """누리국 외무상은
가람국 외무장관이 여는
회의에 참석하기 위해
새솔시에 도착했습니다.

외무상은 공항에서
기자들의 질문에
아무 대답도 하지 않고
차를 타고
대사관으로 향하며
손만 흔들고
길을 떠났습니다.
사진 보기"""
UNSTOPPED = """누리국 외무상인 한도윤 상은
오늘 오후
새솔시에 도착해 이같이 밝히고
이에 앞서 나눈 대화도
소개했습니다

이에 따라 내일
특사가 새솔시에 올 경우
누리국이 바라는
두 나라의 만남이
이뤄질 가능성이
더욱 높아졌습니다."""


UNEVEN = """가람국과 누리국 수석대표인
민들레 차관과 한누리 국장이 내일 열리는
수석대표 회의에 참석하기 위해
새솔시에 도착했습니다.

민들레 차관은 새솔시 공항에서
쏟아지는 질문에
아무 대답도 하지 않고
의전 차량을 타고
대사관으로 향했습니다.

한누리 국장은
공항에서 기자들에게
잃어버린 시간을 만회하기 위해
속도를 내야 한다고 말했습니다."""


@pytest.mark.parametrize(
    ("text", "continued", "why"),
    [
        (AT_BLANKS, {1, 3, 4}, "the next word would not have fitted"),
        (ANYWHERE, {1, 2, 3, 4}, "every line is full to the last column"),
        (
            f"{AT_BLANKS}\n\n{AT_BLANKS}",
            {1, 3, 4, 6, 8, 9},
            "an empty line parts paragraphs; a sentence's end at a line's end does too",
        ),
        (
            "두 나라 장관이 만났다.\n두 사람은 철길을 논의했다. 회담은 길었다.\n대사도 나왔다.",
            set(),
            "each line ends a sentence",
        ),
        (
            "누리국 장관 방문\n가람국 철길 개통\n새솔시 시장 선거\n누리국 쌀값 올라\n비 온 뒤 갬",
            set(),
            "headlines: no sentence ends inside a line",
        ),
        ("누리국 외무상이 지난 4일 가람국 수도를 방문해\n회담했다.", set(), "too few"),
        (
            SCRIPT,
            {1, 2, 3, 5, 6, 7, 8, 9, 10},
            "a script: it breaks where whoever reads it out takes breath",
        ),
        (UNEVEN, {1, 2, 3, 5, 6, 7, 8, 10, 11, 12}, "some of its lines are as wide as others"),
        (
            UNSTOPPED,
            {1, 2, 3, 4, 6, 7, 8, 9, 10},
            "a script that lost a full stop, its lines seldom broken off",
        ),
    ],
)
def test_wrapping(text: str, continued: set[int], why: str) -> None:
    places = lines_of(text)
    found = find_wrapping([span.of(text) for _, span in places], [n for n, _ in places])
    assert found == continued, why


def test_later_lines_have_the_kind_of_the_first_and_say_why(knowledge: Knowledge) -> None:
    head = "누리국 외무상, 가람국 방문\n\n"
    blocks = plain_blocks(head + AT_BLANKS, cues_of(knowledge))
    assert [b.kind for b in blocks] == [BlockKind.TITLE] + [BlockKind.BODY] * 5
    assert [b.number for b in blocks] == [1, 3, 4, 5, 6, 7]
    assert [b.rule for b in blocks].count(WRAPPED) == 3
    tight = plain_blocks(head + ANYWHERE, cues_of(knowledge))
    assert [b.rule for b in tight].count(WRAPPED) == 4


@given(st.lists(st.text("가나다. “”ab", max_size=90), max_size=12))
def test_only_a_line_right_below_another_continues_it(lines: list[str]) -> None:
    kept = [(n, line.strip()) for n, line in enumerate(lines, 1) if line.strip()]
    numbers = [n for n, _ in kept]
    for index in find_wrapping([line for _, line in kept], numbers):
        assert index > 0
        assert numbers[index] == numbers[index - 1] + 1


@pytest.mark.parametrize(
    ("lines", "continued", "why"),
    [
        (
            [
                "북한의 한도윤 외교부장이 13일 비공식 방문을 위해 북경에 닿았다고",
                "현지 소식통들이 말했다.",
                "이날 열차편으로 도착한 한부장은 중국측과 최근 활발해지고 있는",
                "남북한접촉 문제를 논의할 것으로 보인다.",
            ],
            {1, 3},
            "old pages begin each sentence on a line of its own",
        ),
        (
            ["한도윤 외교부장이 13일 북경에서 회담을 가졌다고", "중앙통신이 보도했다."],
            {1},
            "one open line that ends in a clause of saying",
        ),
        (
            ["한도윤 외교부장, 13일 북경에서 중국과 회담", "한도윤 외교부장이 북경에 닿았다."],
            set(),
            "a headline breaks off behind no particle",
        ),
        (
            [
                "누리국과 가람국은 9일 나로시에서 실무접촉을 갖고 다음 회담을 개최",
                "하기로 의견을 모은 것으로 알려졌다.",
                "정부의 한 소식통은 이와 관련, 이 접촉의 대표로는 누리국의",
                "한도윤 외교부장과 가람국의 김한울 외무차관보, 새솔국의 오하늘 국장,",
                "두 나라의 대사들이 나올 것이라고 말했다.",
            ],
            {1, 3, 4},
            "a line that lost its indent is nearly full",
        ),
        (
            [
                "누리국이사회 가람국 철길 총회 회부... 협정 불이행국 결의안",
                "공유",
                "누리국제철도기구 특별이사회는 1일 가람국의 철길 문제를 총회",
                "에 보내도록 하는 결의안을 채택했다.",
                "이사회는 이와 함께 가람국이 철길의 추가 정보를 내고 새솔의",
                "두 다리에 대한 조사를 받아들일 것을 촉구하면서 다음 회의를",
                "봄에 열기로 했다.",
            ],
            {3, 5, 6},
            "a headline and buttons above it, without an empty line",
        ),
        (
            ["외교부장 방중", "한도윤 외교부장이 13일 북경에 닿았다고 중앙통신이 보도했다."],
            set(),
            "a headline is not full",
        ),
        (
            [
                "누리국을 방문중인 가람국 한도윤 외교부장은 27일 이나라 안세훈",
                "총리와 만나 두 나라가 철도 협정을 맺는 문제를 논의하고 각각 한차례",
                "양국간",
                "단독회담을 가졌다고 관영 중앙방송이 28일 보도했다.",
                "이 방송은 한부장이 안총리와의 회담에서 누리국의 낡은 철도시설",
                "개선을 위해 가능한 협력방안을 다짐했다고 밝혔으나 안총리측이",
                "요청한 것은 언급하지 않았다",
            ],
            {1, 2, 3, 5, 6},
            "some lines end before a word that would have fitted; the last has no full stop",
        ),
        (
            [
                "누리국-가람국 장관, 수도에서 만나 철길 협정 체결 합의",
                "누리국 수도 공항에 가람국 특별기 도착, 수행원 40여명 함께",
                "한도윤 외교부장이 13일 수도에 닿았다고 새솔통신이 보도했다.",
            ],
            set(),
            "a headline and what stands below it are about as wide by chance",
        ),
    ],
)
def test_lines_of_pages_whose_sentences_begin_a_line(
    lines: list[str], continued: set[int], why: str
) -> None:
    assert find_wrapping(lines, range(1, len(lines) + 1)) == continued, why
