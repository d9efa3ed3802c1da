"""What a ledger stores of a page ↔ a row of Parquet.

Invariant: ``intake_of(row_of(intake)) == intake``, and ``row["reading"]`` is the line that
``haengbo read --format jsonl`` prints of a page on the theme, byte by byte.
"""

from __future__ import annotations

import json
from typing import Any

from haengbo.ledger.records import decode, encode
from haengbo.ledger.rows import Intake, KeyedTold
from haengbo.model.collation import Told
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.record import reading_from_dict

#: The month of pages that give none.
UNDATED = "undated"
_MONTH = len("2024-11")
Row = dict[str, Any]


def schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    """The columns of a row."""
    import pyarrow as pa  # noqa: PLC0415 - an optional extra

    texts = ("page", "name", "month", "media_type", "captured", "charset", "known_published")
    report = pa.struct([("told", pa.string()), ("keys", pa.list_(pa.string()))])
    return pa.schema(
        [
            *((name, pa.string()) for name in (*texts, "known_outlet", "known_url")),
            ("on_theme", pa.bool_()),
            ("reading", pa.string()),
            ("reports", pa.list_(report)),
            ("letters", pa.string()),
            ("sketch", pa.list_(pa.string())),
            ("words", pa.list_(pa.string())),
            ("data", pa.binary()),
        ]
    )


def row_of(intake: Intake) -> Row:
    """The row of a page."""
    page, article = intake.page, intake.reading.article
    return {
        "page": page.sha256,
        "name": page.name,
        "month": (article.published_day or UNDATED)[:_MONTH],
        "media_type": page.media_type.value,
        "captured": page.captured,
        "charset": page.charset,
        "known_published": page.known.published,
        "known_outlet": page.known.outlet,
        "known_url": page.known.url,
        "on_theme": intake.reading.on_theme,
        "reading": json.dumps(intake.reading.to_dict(), ensure_ascii=False),
        "reports": [
            {"told": encode(item.told), "keys": list(item.keys)} for item in intake.reports
        ],
        "letters": intake.letters,
        "sketch": list(intake.sketch),
        "words": list(intake.words),
        "data": page.data,
    }


def intake_of(row: Row) -> Intake:
    """The page of a row."""
    known = Known(row["known_published"], row["known_outlet"], row["known_url"])
    media_type = MediaType(row["media_type"])
    return Intake(
        Page(row["name"], row["data"], media_type, known, row["captured"], row["charset"]),
        reading_from_dict(json.loads(row["reading"])),
        tuple(
            KeyedTold(decode(report["told"], Told), tuple(report["keys"]))
            for report in row["reports"]
        ),
        row["letters"],
        tuple(row["sketch"]),
        tuple(row["words"]),
    )
