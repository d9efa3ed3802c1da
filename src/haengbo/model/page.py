"""One capture of a web page, as bytes, and what the user knows about it.

Comes from ``capture``, goes to ``article``. Content-addressed: two captures with the same bytes
are the same page, whatever they are called.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum

from haengbo.errors import legible

#: An archive's name before its member's (``pages.zip!a/b.html``), and the ending of a file's name.
_MEMBER_OF = re.compile(r"^.*\.[A-Za-z]\w{1,6}!(?=.)", re.DOTALL)
_ENDING = re.compile(r"(?<=.)\.[A-Za-z][A-Za-z0-9]{0,6}$")


class MediaType(StrEnum):
    """What the bytes are, as far as the article stage must know."""

    HTML = "text/html"
    TEXT = "text/plain"
    CLIPPING = "application/vnd.haengbo.clipping+json"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    HWPX = "application/hwp+zip"
    HWP = "application/x-hwp"


@dataclass(frozen=True, slots=True)
class Known:
    r"""What the user or the source states about a page; taken as known, never guessed over.

    Characters that steer a terminal or that no file takes are written out (``\x1b``).

    Attributes:
        published: EDTF date or date-time of publication.
        outlet: Name of the publisher.
        url: Address of the page.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        for name in ("published", "outlet", "url"):
            value = getattr(self, name)
            if value is not None:
                object.__setattr__(self, name, legible(value))


@dataclass(frozen=True, slots=True)
class Page:
    """One capture.

    Attributes:
        name: What the source calls it: JSONL id, else path relative to the source, else URL; made
            legible as what is known.
        data: The bytes as captured, unchanged.
        media_type: What the bytes are.
        known: What the user states.
        captured: ISO 8601 time of the capture, where the source gives one.
        charset: Encoding declared outside the bytes (HTTP header, JSONL is UTF-8), if any.
    """

    name: str
    data: bytes
    media_type: MediaType
    known: Known = field(default_factory=Known)
    captured: str | None = None
    charset: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", legible(self.name))
        object.__setattr__(self, "captured", legible(self.captured) if self.captured else None)

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes: the identity of the page."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def stem(self) -> str:
        """The name without archive, folders and ending: what a reading is called.

        Example:
            ``a/b.html`` and ``pages.zip!a/b.html`` are ``b``; ``01100101.2024110200001`` stays.
        """
        last = _MEMBER_OF.sub("", self.name).rstrip("/").rpartition("/")[2]
        return _ENDING.sub("", last) or self.name
