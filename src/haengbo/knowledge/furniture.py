"""Rows of what surrounds news on a page: furniture, bylines, dates, captions, markup names.

Comes in: ``korea/furniture.yaml``, ``bylines.yaml``, ``page_dates.yaml``, ``captions.yaml`` and
``markup.yaml``. Invariant: every form is a word or phrase as pages print it, never a page's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FurnitureKind = Literal[
    "word",
    "theme",
    "advert",
    "heading",
    "comments",
    "summary",
    "phrase",
    "copyright",
    "field",
    "aside",
    "marker",
    "closing",
    "turn",
    "masthead",
    "note-end",
    "flash",
    "contact",
]


@dataclass(frozen=True, slots=True)
class FurnitureRow:
    """Words of page furniture of one kind.

    Attributes:
        id: Stable short name.
        kind: ``word``: a menu, share or tool word; a line of nothing else is furniture.
            ``theme``: ends what a part of a page is about (남북관계), which names no outlet.
            ``masthead``: says what the outlet named before it is (기관지).
            ``advert``: announces an advertisement in the next line.
            ``summary``: heading of an automatic summary above the news.
            ``heading``: opens a list of other pages. ``comments``: opens readers' comments; no
            news follows. ``phrase``: inside a short line it makes the line furniture.
            ``copyright``: closes the article. ``field``: label of a board (작성자, 조회).
            ``aside``: begins a line that links elsewhere. ``marker``: begins a section heading.
            ``turn``: a line of its own that says whose turn it is in a broadcast ([리포트]).
            ``closing``: a line of its own at the end of an item ((끝)). ``note-end``: ends a line
            of a report in notes (검토 중). ``flash``: in brackets before the headline of a flash.
            ``contact``: behind an outlet's name it says how to reach it.
        forms: As printed.
        example: An invented line that has one.
        note: For people.
    """

    id: str
    kind: FurnitureKind
    forms: tuple[str, ...]
    example: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class BylineRow:
    """Words that bylines are made of.

    Attributes:
        id: Stable short name.
        kind: ``role``: what writers are called; ``role-before``: the same before their names;
            ``crew``: what those are called who film, cut and edit;
            ``medium``: last syllables of a medium's name; ``house``: the same of another
            publisher's whose name has several words (길잡이 자료실);
            ``provider``: label before the name of who supplied the text; ``surname``;
            ``release``: what an office calls its press release; ``issuer``: last syllables of an
            office that issues them.
        forms: As printed.
        example: An invented line that has one.
        note: For people.
    """

    id: str
    kind: Literal[
        "role",
        "role-before",
        "medium",
        "house",
        "crew",
        "provider",
        "surname",
        "release",
        "issuer",
        "pool",
    ]
    forms: tuple[str, ...]
    example: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PageDateRow:
    """Labels of dates on a page.

    Attributes:
        id: Stable short name.
        kind: ``published``: the article's own; ``posted``: of a board post, which may be a
            reprint; ``updated``: of the last change; ``print``: of the paper's edition.
        forms: As printed.
        example: An invented line that has one.
        note: For people.
    """

    id: str
    kind: Literal["published", "posted", "updated", "print"]
    forms: tuple[str, ...]
    example: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """Words that captions of pictures are made of.

    Attributes:
        id: Stable short name.
        kind: ``marker``: begins a caption; ``credit``: ends one (제공, 캡처);
            ``source``: the same after a full stop (텔레그램); ``agency``: a
            supplier of pictures that is no medium of the pack; ``notice``: behind a caption, in
            brackets or after a star, who may print the picture; ``position``: points at people
            in the picture ((왼쪽)); ``scene``: stem of a verb for what pictures show.
        forms: As printed.
        example: An invented line that has one.
        note: For people.
    """

    id: str
    kind: Literal["marker", "credit", "source", "agency", "notice", "position", "scene"]
    forms: tuple[str, ...]
    example: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MarkupRow:
    """Names in markup (class, id, itemprop, element) that say what an element is.

    Attributes:
        id: Stable short name.
        kind: What elements so named hold; ``comments`` and ``furniture`` hold no news at all.
        tokens: Whole parts of a name, split at ``-``, ``_`` and changes of case.
        prefixes: Beginnings of such parts.
        elements: Names of elements.
        note: For people.
    """

    id: str
    kind: Literal[
        "title", "subtitle", "body", "caption", "byline", "date", "meta", "furniture", "comments"
    ]
    tokens: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EmbeddedFieldRow:
    """Names of fields in data that pages embed in scripts.

    Attributes:
        id: Stable short name.
        kind: What the field holds.
        names: Lower-cased, without ``_`` and ``-``.
        note: For people.
    """

    id: str
    kind: Literal[
        "title", "subtitle", "published", "updated", "author", "outlet", "text", "caption", "skip"
    ]
    names: tuple[str, ...]
    note: str | None = None
