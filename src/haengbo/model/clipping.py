"""What a table, an index or a search says of an article: no page, but all that there is.

Made in ``capture``, read in ``article``. Its bytes are the page's: JSON with sorted keys and
without the fields that are not stated, so that the same statement is the same page wherever it
comes from. Invariant: ``Clipping.of_bytes(c.to_bytes()) == c``, but for NUL and halves
of surrogate pairs, which no ledger takes.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article as somebody else's list gives it.

    Attributes:
        source: Which kind of list: ``bigkinds``, ``naver-news``, ``table``.
        title: Headline; may be empty.
        body: Text of the article, or what the list gives of it; lines are paragraphs.
        key: What the list calls it.
        published: EDTF date or date-time.
        outlet: Publisher.
        authors: As given.
        url: Address of the article.
        cut: Whether the list gives less than the article's text.
        left_out: Why the list itself leaves it out of its counts (BigKinds: 중복, 예외).
    """

    source: str
    title: str
    body: str
    key: str | None = None
    published: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    cut: bool = False
    left_out: str | None = None

    def to_bytes(self) -> bytes:
        """The same bytes for the same statement."""
        stated = {key: _sound(value) for key, value in asdict(self).items() if value}
        return json.dumps(stated, ensure_ascii=False, sort_keys=True, indent=1).encode()

    @classmethod
    def of_bytes(cls, data: bytes) -> Clipping:
        """Restore a clipping.

        Raises:
            ValueError: The bytes are no clipping.
        """
        try:
            stated: dict[str, Any] = json.loads(data.decode("utf-8"))
            given = {"title": "", "body": "", **stated}
            return cls(**given | {"authors": tuple(given.get("authors", ()))})
        except (TypeError, AttributeError, UnicodeDecodeError) as error:
            raise ValueError("no clipping") from error


def _sound(value: Any) -> Any:  # noqa: ANN401 - any field
    """A field without NUL and halves of surrogate pairs, which JSON can state and nobody keeps."""
    if isinstance(value, tuple):
        return tuple(map(_sound, value))
    if not isinstance(value, str):
        return value
    pairs = value.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass")
    return pairs.decode("utf-16", "replace")
