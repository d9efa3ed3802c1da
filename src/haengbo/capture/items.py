"""Something that may hold pages: a file, a member of an archive, an answer from the web.

Passed between the readers of this package. Invariant: a stream is read once, from its beginning,
and never beyond a limit into memory.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO

from haengbo.model.page import Known

#: No page of news is longer: pages of portals with all scripts and pictures inside stay under
#: 10 MB. Larger files are dumps of something else, and would cost gigabytes when parsed.
PAGE_LIMIT = 20_000_000
#: Tables and mails with attachments are read whole; archives and web archives are not.
WHOLE_LIMIT = 200_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes with what is known of them.

    Attributes:
        name: What the page in it will be called; members are ``archive!member``.
        stream: At its beginning, seekable.
        known: What the source states.
        charset: Declared outside the bytes.
        captured: ISO 8601 time of the capture.
        depth: Archives around it.
    """

    name: str
    stream: IO[bytes]
    known: Known = field(default_factory=Known)
    charset: str | None = None
    captured: str | None = None
    depth: int = 0

    def inner(self, name: str, data: bytes | IO[bytes]) -> Item:
        """A member of this archive."""
        stream = io.BytesIO(data) if isinstance(data, bytes) else data
        return Item(f"{self.name}!{name}", stream, self.known, depth=self.depth + 1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user says about how sources are to be read.

    Attributes:
        columns: Our field → column of a table, where the user maps it.
    """

    columns: Mapping[str, str] = field(default_factory=dict)


def too_large(limit: int = PAGE_LIMIT) -> str:
    """The reason given for what is beyond a limit."""
    return f"너무 큰 파일이다({limit // 1_000_000} MB를 넘는다)"


def needs(extra: str, what: str) -> str:
    """The reason given where an optional part is not installed."""
    return f"{what}: 읽으려면 pip install 'haengbo[{extra}]' 가 필요하다"


def joined(stated: Known, given: Known) -> Known:
    """What a row or member states goes before what the user states of the whole source."""
    return Known(
        published=stated.published or given.published,
        outlet=stated.outlet or given.outlet,
        url=stated.url or given.url,
    )
