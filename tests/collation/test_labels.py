"""Short labels say who and what; the channel follows the offices; datelines are no sentence."""

from __future__ import annotations

import pytest

from collation.building import told
from haengbo.collation.lore import lore
from haengbo.collation.together import collate
from haengbo.collation.told import _DATELINE
from haengbo.knowledge import Knowledge
from haengbo.model.collation import Told


@pytest.mark.parametrize(
    ("item", "korean", "english"),
    [
        (
            told("가", "CONSULT/meeting", "최선희", "왕이"),
            "최선희–왕이 회담",
            "Choe Son Hui – Wang Yi: meeting",
        ),
        (
            told("가", "CONSULT/visit", "세르게이 쇼이구:s", "북한:t"),
            "쇼이구, 북한 방문",
            "Sergei Shoigu → North Korea: visit",
        ),
        (
            told("가", "CONSULT/visit", "기시다 후미오:s", "한국:t"),
            "기시다, 한국 방문",
            "Fumio Kishida → South Korea: visit",
        ),
        (told("가", "MOBILIZE/troops", "북한:s"), "북한 파병", "North Korea: deployment"),
        (
            told("가", "AGREE/sign", "북한", "러시아", "중국"),
            "북한–러시아 외 1 서명",
            "North Korea – Russia +1: signing",
        ),
        (told("가", "PROTEST"), "항의", "protest"),
    ],
)
def test_labels(item: Told, korean: str, english: str, knowledge: Knowledge) -> None:
    (event,) = collate([item], {}, (), lore(knowledge)).events
    assert (event.label_ko, event.label_en) == (korean, english)


@pytest.mark.parametrize(
    ("item", "channel", "why"),
    [
        (told("가", "CONSULT/meeting", "김정은", "블라디미르 푸틴"), "summit", "two heads"),
        (told("가", "CONSULT/meeting", "김정은:s", "세르게이 쇼이구:t"), "security", "the guest's"),
        (told("가", "MOBILIZE/exercise", "북한", "러시아"), "defence", "the kind"),
        (told("가", "CONSULT/meeting", "미국", "일본"), "third", "without the North"),
        (
            told("가", "AGREE/ratify", "러시아", evidence="러시아가 북러 조약을 비준했다"),
            None,
            "the North's treaty is no third state's affair",
        ),
    ],
)
def test_channels(item: Told, channel: str | None, why: str, knowledge: Knowledge) -> None:
    (event,) = collate([item], {}, (), lore(knowledge)).events
    assert event.channel == channel, why


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(모스크바=가나통신) 홍가람 특파원 = 두 나라가 만났다.", "두 나라가 만났다."),
        ("[서울=가나통신] 두 나라가 만났다.", "두 나라가 만났다."),
        ("(사진) 두 나라가 만났다.", "(사진) 두 나라가 만났다."),
        ("두 나라(북한=조선)가 만났다.", "두 나라(북한=조선)가 만났다."),
    ],
)
def test_datelines(text: str, rest: str) -> None:
    assert _DATELINE.sub("", text) == rest
