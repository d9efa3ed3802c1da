"""Captures of one article: which of them are its versions, and which one speaks for it.

Made by ``collation.versions``, kept by ``ledger``. Invariant: numbers run from 1, the last version
is the present one, and it alone is asked what the article reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: Of an address with more captures (a live page, a site with one address for all) only headlines
#: are compared: every pair of texts would take the square of their number.
CAPTURES_MOST = 100


@dataclass(frozen=True, slots=True)
class Version:
    """One capture among those of its article.

    Attributes:
        page: ``Page.sha256``.
        article: Smallest hash of the article's captures: names the group.
        number: From 1, oldest first.
        present: Hash of the newest version; each part of an article has its own.
    """

    page: str
    article: str
    number: int
    present: str

    @property
    def is_present(self) -> bool:
        """Whether this capture speaks for the article."""
        return self.page == self.present


@dataclass(frozen=True, slots=True)
class Capture:
    """What decides about versions.

    Attributes:
        page: ``Page.sha256``.
        address: Key of its address.
        whole: Whether it is the page itself, not a row about it.
        title: Headline.
        published: As the page says.
        updated: Last change as the page says.
        captured: When it was fetched.
        letters: Of its body, without spaces and punctuation.
        part: Of an article over several pages, as its address says.
    """

    page: str
    address: str
    whole: bool
    title: str | None
    published: str | None
    updated: str | None
    captured: str | None
    letters: str
    part: int = 1

    @property
    def age(self) -> tuple[bool, str, str, int, str]:
        """Sorts the newest last."""
        said = max(self.updated or "", self.published or "")
        return (self.whole, said, self.captured or "", len(self.letters), self.page)


#: Page → its version, for pages of which there are several.
Versions = Mapping[str, Version]
