from __future__ import annotations

import pytest

from factory import document_of


def _bound(*paragraphs: str) -> list[tuple[str, str]]:
    document = document_of(*paragraphs)
    return [
        (m.span.of(document.text), m.name)
        for m in document.mentions
        if m.rule in {"pronoun", "government"}
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "최선희 외무상은 라브로프 장관과 회담했다. 그는 조약을 언급했다.",
            [("그", "최선희")],
            "the topic of the sentence before",
        ),
        (
            "푸틴 대통령은 왔다. 푸틴 대통령의 방북과 김정은과의 만남은 두 번째다. 그는 웃었다.",
            [("그", "블라디미르 푸틴")],
            "of two in a topic the one whom it was about before and who goes first",
        ),
        (
            "푸틴 대통령은 최선희 외무상이 보낸 편지를 읽었다. 그는 웃었다.",
            [("그", "블라디미르 푸틴")],
            "the topic, not the subject of the clause inside",
        ),
        (
            "푸틴 대통령은 늦게 도착했다. 김정은 위원장은 공항에서 그를 맞았다.",
            [("그", "블라디미르 푸틴")],
            "an object is not its own subject",
        ),
        (
            "최선희 외무상은 떠났다. 통일부 관계자는 논평했다. 그는 신중했다.",
            [],
            "somebody unnamed has spoken since",
        ),
        (
            "푸틴 대통령은 늦게 도착했다. 최선희 외무상이 그를 맞았다. 그가 온 것은 처음이다.",
            [("그", "블라디미르 푸틴"), ("그", "블라디미르 푸틴")],
            "who is beside him does not become him",
        ),
        ("그는 웃었다.", [], "nobody named before"),
        (
            "최선희는 회담장을 나왔다. 최는 웃었다.",
            [("최", "최선희")],
            "a family name alone, as papers go on",
        ),
        ("김정은과 김여정이 왔다. 김은 웃었다.", [], "two of one family"),
    ],
)
def test_one_person(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert _bound(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("북러가 만났다. 양측은 합의했다.", {"북한", "러시아"}, "the compound before"),
        ("북한과 몽골이 회담했다. 두 나라는 합의했다.", {"북한", "몽골"}, "two states before"),
        ("북한, 몽골, 쿠바가 모였다. 양측은 합의했다.", set(), "three states are no pair"),
        (
            "조태열 외교장관은 댄 밀러 미국 국무부 부차관보와 북한 문제를 논했다. 양측은 웃었다.",
            {"한국", "미국"},
            "whose two people talked, not what they talked about",
        ),
        (
            "최선희 외무상이 왕이 부장과 만났다. 리용호 당시 외무상 이후다. 두 장관은 웃었다.",
            {"최선희", "왕이"},
            "who is only recalled is none of the two",
        ),
        (
            "이재명 대통령과 이시바 시게루 일본 총리가 만났다. 두 정상은 웃었다.",
            {"이재명", "이시바 시게루"},
            "two heads",
        ),
        (
            "왕이 부장이 최선희 외무상과 왔다. 낮이다. 비다. 눈이다. 밤이다. 양국 장관은 갔다.",
            {"왕이", "최선희"},
            "the only two ministers told of, however far back",
        ),
        (
            "쇼이구 서기가 푸틴 대통령의 편지를 김정은 위원장에게 건넸다. 두 사람은 웃었다.",
            {"세르게이 쇼이구", "김정은"},
            "whose letter it is does not count",
        ),
        (
            "쇼이구 서기가 김정은과 만났다. 김정은은 “푸틴께 감사한다”고 했다. 두 사람은 웃었다.",
            {"세르게이 쇼이구", "김정은"},
            "of whom one speaks is not there",
        ),
    ],
)
def test_pairs(text: str, expected: set[str], why: str) -> None:
    assert {name for _, name in _bound(text)} == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "노동신문과 조선중앙통신이 보도했다. 신문은 강조했다. 통신은 달랐다.",
            [("신문", "노동신문"), ("통신", "조선중앙통신")],
            "the medium of the kind named last",
        ),
        (
            "스트레이츠타임스가 보도했다. 신문은 강조했다. 매체는 덧붙였다.",
            [("신문", "스트레이츠타임스"), ("매체", "스트레이츠타임스")],
            "any medium named before is 매체",
        ),
        (
            "베네치아통신이 전했다. 통신은 강조했다. 신문은 조용했다.",
            [("통신", "베네치아통신")],
            "of a medium that nobody knew the name says its kind",
        ),
        ("당 기관지 신문은 조용했다.", [], "nothing named, and the noun before belongs to it"),
        ("정부는 우려했다.", [("정부", "한국")], "the government of the outlet's state"),
        ("북한 정부는 우려했다.", [], "a government with its state is no pronoun"),
    ],
)
def test_media_and_governments(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert _bound(text) == expected, why
