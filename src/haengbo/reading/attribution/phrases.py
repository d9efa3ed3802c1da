"""What a phrase that may speak is, and the particle by which it is recognised.

Frozen records shared by the modules that find such phrases and those that bind them to verbs.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from haengbo.model.span import Span

#: What may close a name: <강물통신>, '들녘방송'.
CLOSES = r"[\]’'”\"》〉>＞」』]?"
_ASIDE = CLOSES + r"(?:\s?\([^()]{1,40}\))?" + CLOSES
#: 강물통신 등 현지 언론(은), 강물통신과 들녘신문 등 외신(에 따르면).
AMONG = r"(?:\s?등(?:의)?(?:\s[가-힣]{1,5}){0,2}?\s(?:언론|매체|외신)(?:들|사)?)?"
TAIL = re.compile(
    _ASIDE
    + AMONG
    + r"(?:\s?(?:측|등|씨|동지|각하|일행|정부|당국|공동|방송|통신|신문|TV|뉴스|매체))?"
    + r"(?:\s(?:양국|두 나라|[3-9]국|[3-9]개국|세 나라))?(?:\s정상)?"
    + _ASIDE
    + r"(?P<particle>께서는|께서도|께서|에서는|에서도|은|는|[이가](?!\s아[니닌닐])|도|만|\s?역시)"
    # 대변인은“…”: old pages leave no space before the mark
    + r"(?=[\s,“‘《「『]|\"[^\s,.]|$)"
)


#: 위원장을, 위원장에게, 위원장의: who is described stands in any case.
CASE = re.compile(_ASIDE + r"(?:을|를|에게|께|에|의|과|와)(?=[\s,])")


class Role(StrEnum):
    """How a phrase stands in its clause."""

    TOPIC = "topic"
    SUBJECT = "subject"
    CIRCLE = "circle"


class Nature(StrEnum):
    """What kind of speaker a phrase is."""

    MEDIUM = "medium"
    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


class Subject(msgspec.Struct, frozen=True):
    """Somebody or something that may be said to speak.

    Attributes:
        span: The phrase without particle.
        end: Where the particle ends.
        names: Canonical names, or the description of an unnamed one.
        nature: Kind of speaker.
        role: Topic (은/는), subject (이/가) or circle (에서는).
        expert: Whether it judges rather than relays.
        state: Whether it is a state.
        person: Whether it is a person.
        pronoun: Whether it only points to somebody (그는).
        document: The kind of text, for documents.
        back: Whether it points back (``이 당국자``).
        guess: Whether it is known only by the end of the word; anybody else goes before.
        silent: Whether it asks rather than speaks (기자들).
        tells: Whether it is an unnamed medium (외신): it relays, it makes no statement.
        described: Whether others act upon it or speak of it (…고 한 위원장을 나무랐다).
    """

    span: Span
    end: int
    names: tuple[str, ...]
    nature: Nature
    role: Role
    expert: bool = False
    state: bool = False
    person: bool = False
    pronoun: bool = False
    document: str | None = None
    back: bool = False
    guess: bool = False
    silent: bool = False
    tells: bool = False
    described: bool = False


def role_of(particle: str) -> Role:
    """Role that a particle gives: ``은`` topic, ``이`` subject, ``에서는`` circle."""
    if particle.startswith("에서"):
        return Role.CIRCLE
    return Role.SUBJECT if particle in {"이", "가", "께서"} else Role.TOPIC
