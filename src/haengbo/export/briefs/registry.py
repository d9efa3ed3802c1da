"""The formats of a briefing: one line each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from haengbo.errors import UsageError
from haengbo.export.briefs.document import Document
from haengbo.export.briefs.hangul import hwpx
from haengbo.export.briefs.markup import html, json_text, markdown
from haengbo.export.briefs.portable import pdf
from haengbo.export.briefs.word import docx


@dataclass(frozen=True, slots=True)
class BriefFormat:
    """One format.

    Attributes:
        id: What ``--format`` calls it.
        media_type: For the web.
        write: A document as bytes.
        binary: Whether it is of no use on a terminal.
    """

    id: str
    media_type: str
    write: Callable[[Document], bytes]
    binary: bool = True


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

BRIEF_FORMATS: tuple[BriefFormat, ...] = (
    BriefFormat("md", "text/markdown", lambda made: markdown(made).encode(), binary=False),
    BriefFormat("json", "application/json", lambda made: json_text(made).encode(), binary=False),
    BriefFormat("html", "text/html", lambda made: html(made).encode(), binary=False),
    BriefFormat("docx", _OFFICE, docx),
    BriefFormat("hwpx", "application/hwp+zip", hwpx),
    BriefFormat("pdf", "application/pdf", pdf),
)


def brief_format(name: str) -> BriefFormat:
    """The format of that name.

    Raises:
        UsageError: There is none; names what there is.
    """
    found = next((form for form in BRIEF_FORMATS if form.id == name), None)
    if found is None:
        names = ", ".join(form.id for form in BRIEF_FORMATS)
        raise UsageError(f"그런 꼴이 없다: {name} ({names})")
    return found
