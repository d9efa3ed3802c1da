"""One account of a happening at one place of the text, on its way from drafting to merging."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import Chain, Status
from haengbo.model.span import Span
from haengbo.reading.events.scene.points import Dated
from haengbo.reading.events.setting import Roles

#: Types that are acts of speech: the happening is the utterance.
UTTERANCES = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST"})


class Follows(StrEnum):
    """How what is told comes upon what was told before."""

    THEN = "then"  # 곧바로, 이어
    THERE = "there"  # 그 자리에서


class Draft(msgspec.Struct, frozen=True):
    """One account of a happening.

    Attributes:
        frame: The frame that found it.
        roles: Who takes part, and as what.
        status: How it stands.
        date: EDTF or ``None``.
        dated: The expression that gave the date, or ``None`` (carried from the scene).
        place: As the page puts it, or ``None``.
        span: Where it is told.
        sentence: Index of the sentence.
        told: Whether a verb tells it, not only a noun.
        main: Whether that verb closes a clause of its own.
        caption: Whether it stands under a picture.
        chain: Who reports it.
        topics: What it was about.
        describes: Whether its clause describes somebody (평양에 온 장관).
        recalled: Whether its date lies weeks before the page.
        spoken: Day of the statement that it is, or on which a visitor was there, where it has no
            date of its own: told of last, for what a minister says may be one more account of what
            the state did, and the page may tell when the visitor came.
        taken_up: Whether the noun that tells it is the topic: of what was told before (축전은).
        by_office: Whether a state only says whose officials acted (북한과 몽골 외교수장이 만났다).
        even: Whether its word leaves open who received whom (만났다, 면담했다; not 접견했다).
        staying: Whether the visitor is still there (평양을 방문 중인 장관).
        follows: Whether it came at once upon what was told before, or on the spot.
    """

    frame: FrameRow
    roles: Roles
    status: Status
    date: str | None
    dated: Dated | None
    place: str | None
    span: Span
    sentence: int
    told: bool
    main: bool
    caption: bool
    chain: Chain
    topics: tuple[str, ...] = ()
    describes: bool = False
    recalled: bool = False
    spoken: str | None = None
    follows: Follows | None = None
    taken_up: bool = False
    by_office: bool = False
    even: bool = False
    staying: bool = False

    @property
    def has_day(self) -> bool:
        """Whether the date is one day."""
        return self.date is not None and len(self.date) == len("2024-01-01")
