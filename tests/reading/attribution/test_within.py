"""Who speaks, answers, cites and is cited within one sentence or page; every text is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

SAID = [
    (
        ("대변인은 ″곧 알리겠다″고 말했습니다. 총리는 “반갑다“며 손을 흔들었다.",),
        [("대변인", "곧 알리겠다", []), ("총리", "반갑다", [])],
        "marks as some newsrooms print them",
    ),
    (
        ("조태영 대변인은 스가 장관이 담화를 고칠 수 없다는 뜻을 밝힌 것에 대해 “옳다”고 했다.",),
        [("스가", "담화를 고칠 수 없다", []), ("조태영", "옳다", [])],
        "others respond to what somebody said",
    ),
    (
        ("김여정 부부장은 관계 개선은 ‘개꿈’이라고 일축했다.",),
        [("김여정", "관계 개선은 ‘개꿈’", [])],
        "a marked word in an unmarked clause",
    ),
    (
        ("타스통신은 페스코프 대변인의 말을 인용한 보도에서 “정해진 게 없다”고 답했다고 전했다.",),
        [("드미트리 페스코프", "정해진 게 없다", ["타스통신"])],
        "the one cited answered so",
    ),
    (
        ("왕이 부장은 대표단을 만났지만 북한이 답하지 않았다고 말했다고 타스통신이 전했다.",),
        [("왕이", "북한이 답하지 않았다", ["타스통신"])],
        "the person who is the topic, not the state that is told of",
    ),
    (
        ("통일부가 답이 없다면서 “기다리겠다”고 밝혔다.",),
        [("통일부", "답이 없다", []), ("통일부", "기다리겠다", [])],
        "what is said next tells whose the first words are",
    ),
    (
        (
            "페스코프 대변인은 4일 방문이 준비된다고 밝혔다. 봄이 왔다.",
            "하지만 날짜에 대한 추가 질문에는 할 말이 없다고 말했다.",
        ),
        [
            ("드미트리 페스코프", "방문이 준비된다", []),
            ("드미트리 페스코프", "할 말이 없다", []),
        ],
        "who answers further questions",
    ),
    (
        ("로이터통신은 조선중앙통신을 인용해 이같이 보도했다. 특사가 떠났다고 외무성이 밝혔다.",),
        [("북한 외무성", "특사가 떠났다", [])],
        "the chain of a report is not that of the next sentence",
    ),
    (
        (
            "세르게이 라브로프 러시아 외무장관이 평양에 왔다.",
            "장관은 “함께 간다”고 말했다. 길을 잃어서는 안 된다고도 했다.",
        ),
        [
            ("세르게이 라브로프", "함께 간다", []),
            ("세르게이 라브로프", "길을 잃어서는 안 된다", []),
        ],
        "a title alone is whoever had it last, and -서는 makes no topic",
    ),
    (
        ("조현 장관은 “이르다”며 입장을 확인하라고 지시했다.",),
        [("조현", "이르다", []), ("조현", "입장을 확인하라", [])],
        "what shall be done says nothing yet",
    ),
    (
        ("두 정상은 4일 판문점선언에 서명했다. 선언에는 “싸우지 않는다”는 구절이 있다.",),
        [],
        "where it was signed does not say it, nor does anybody go on in a text",
    ),
    (
        (
            "노무현 대통령과 김정일 위원장은 4일 선언에 서명했다.",
            "선언에는 “싸우지 않는다”는 구절이 들어갔다.",
        ),
        [("한국", "싸우지 않는다", [])],
        "what people sign for their states, the states say",
    ),
    (
        (
            "김성 대사는 3일 “경고한다”고 말했다.",
            "이어 안보리가 두 잣대를 쓴다며 “자격이 없다”고 비판했다.",
        ),
        [
            ("김성", "경고한다", []),
            ("김성", "안보리가 두 잣대를 쓴다", []),
            ("김성", "자격이 없다", []),
        ],
        "whom the last speaker speaks of does not speak",
    ),
    (
        (
            "백악관은 두 대통령이 통화했다고 전했다.",
            "또 트럼프 대통령이 만남을 고대한다고 말했다고 덧붙였다.",
        ),
        [("백악관", "두 대통령이 통화했다", []), ("도널드 트럼프", "만남을 고대한다", ["백악관"])],
        "who goes on hands on",
    ),
    (
        ("김성 대사는 새 기구를 만든다고 해도 오래가지 못할 것이라고 주장했다.",),
        [("김성", "새 기구를 만든다고 해도 오래가지 못할 것", [])],
        "-다고 해도 says nothing",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SAID)
def test_who_says_what(
    text: tuple[str, ...], expected: list[tuple[str, str, list[str]]], why: str
) -> None:
    reading = read_paragraphs(*text)
    source = reading.article.text
    said = [
        (s.speaker[0], s.span.of(source), [link.name for link in s.chain])
        for s in reading.statements
    ]
    assert said == expected, why
