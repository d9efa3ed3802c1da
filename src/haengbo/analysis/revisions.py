"""Two versions of one article → what was changed, word by word.

Comes in: two articles as they were read. Goes out: a ``Revision``: facts that differ
(headline, 입력, 수정, reporters) and the paragraphs of the news in order, each with the words
that were taken out and put in. Invariant: the words that are not added make up the earlier
text, those that are not removed the later one; furniture (rankings, advertisements) is not
compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from haengbo.errors import UsageError
from haengbo.ledger import Ledger
from haengbo.ledger.versions import VersionListing, VersionView
from haengbo.model.article import NEWS_KINDS, Article, BlockKind

_WORD = re.compile(r"\s+|[^\s]+")
#: Paragraphs that share less are two paragraphs, not one that was changed.
_ALIKE = 0.4
#: Words of a paragraph that are compared one by one; longer ones are taken whole.
_WORDS_MOST = 2000


class Op(StrEnum):
    """What became of words or a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were kept, removed or added."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph.

    Attributes:
        op: What became of it.
        kind: What it is in the later version, or in the earlier one if it was removed.
        pieces: Its words in order.
    """

    op: Op
    kind: BlockKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All words, those taken out included."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated fact that differs: title, published, updated or authors."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What lies between two versions.

    Attributes:
        before: The earlier version.
        after: The later one.
        facts: Those that differ.
        passages: All paragraphs in order; the changed ones have other ops than ``same``.
    """

    before: VersionView
    after: VersionView
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...]

    @property
    def changed(self) -> tuple[Passage, ...]:
        """Paragraphs that were changed, removed or added."""
        return tuple(passage for passage in self.passages if passage.op is not Op.SAME)


def revision(
    ledger: Ledger, listing: VersionListing, first: int | None = None, second: int | None = None
) -> Revision:
    """Compare two versions of an article.

    Args:
        ledger: Where they are.
        listing: The article.
        first: Number of the earlier one; the one before ``second`` if not given.
        second: Number of the later one; the newest if not given.

    Raises:
        UsageError: There is no such version, or its text was removed.
    """
    second = len(listing.versions) if second is None else second
    first = max(1, second - 1) if first is None else first
    before, after = (_version(listing, number) for number in (first, second))
    one, other = (_article(ledger, version) for version in (before, after))
    return Revision(before, after, tuple(_facts(one, other)), compare(one, other))


def _version(listing: VersionListing, number: int) -> VersionView:
    if not 1 <= number <= len(listing.versions):
        raise UsageError(f"그런 판이 없다: {number} (1–{len(listing.versions)})")
    return listing.versions[number - 1]


def _article(ledger: Ledger, version: VersionView) -> Article:
    detail = ledger.article(version.page.sha256)
    if detail is None or detail.erased:
        raise UsageError(f"글을 지운 판이다: {version.number}")
    return detail.reading.article


def _facts(before: Article, after: Article) -> Iterator[Fact]:
    for name, *values in (
        ("title", before.title, after.title),
        ("published", _value(before.published), _value(after.published)),
        ("updated", _value(before.updated), _value(after.updated)),
        ("authors", _names(before), _names(after)),
    ):
        if values[0] != values[1]:
            yield Fact(name, *values)


def _value(stated: object) -> str | None:
    return getattr(stated, "value", None)


def _names(article: Article) -> str | None:
    return ", ".join(author.value for author in article.authors) or None


def compare(before: Article, after: Article) -> tuple[Passage, ...]:
    """The paragraphs of both in order.

    Example:
        “회담은 23일 열렸다.” and “회담은 24일 열렸다.” are one changed paragraph in which 23일 was
        removed and 24일 added.
    """
    old, new = (_paragraphs(article) for article in (before, after))
    one, other = (["".join(text.split()) for _, text in side] for side in (old, new))
    found: list[Passage] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found.extend(_whole(Op.SAME, *paragraph) for paragraph in new[c:d])
        else:
            found.extend(_replaced(old[a:b], new[c:d]))
    return tuple(found)


def _paragraphs(article: Article) -> list[tuple[BlockKind, str]]:
    blocks = [block for block in article.blocks if block.kind in NEWS_KINDS]
    return [(block.kind, block.span.of(article.text).strip()) for block in blocks]


def _whole(op: Op, kind: BlockKind, text: str) -> Passage:
    return Passage(op, kind, (Piece(op, text),))


def _replaced(
    old: Sequence[tuple[BlockKind, str]], new: Sequence[tuple[BlockKind, str]]
) -> Iterator[Passage]:
    """Paragraphs between two that stayed: each old one with the next new one that is like it."""
    at = 0
    for kind, text in old:
        match = next((i for i in range(at, len(new)) if _alike(text, new[i][1])), None)
        if match is None:
            yield _whole(Op.REMOVED, kind, text)
            continue
        yield from (_whole(Op.ADDED, *paragraph) for paragraph in new[at:match])
        yield Passage(Op.CHANGED, new[match][0], _words(text, new[match][1]))
        at = match + 1
    yield from (_whole(Op.ADDED, *paragraph) for paragraph in new[at:])


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _words(old: str, new: str) -> tuple[Piece, ...]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _WORDS_MOST:
        return (Piece(Op.REMOVED, old), Piece(Op.ADDED, new))
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Op.SAME, "".join(after[c:d])))
            continue
        for op, words in ((Op.REMOVED, before[a:b]), (Op.ADDED, after[c:d])):
            if words:
                pieces.append(Piece(op, "".join(words)))
    return tuple(pieces)
