"""Tables of page furniture, bylines, dates and captions → one compiled object for a knowledge.

Comes in: ``Knowledge``. Goes out: ``Cues``, immutable, made once per knowledge. Every regular
expression here is an alternation of escaped words with simple neighbours: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.furniture import BylineRow, CaptionRow, FurnitureRow, MarkupRow, PageDateRow
from haengbo.knowledge.outlet_pages import OutletPageRow
from haengbo.knowledge.outlets import OutletRow
from haengbo.knowledge.places import PlaceRow


def alternatives(forms: Iterable[str]) -> str:
    """Escaped forms as one alternation, longest first; matches nothing where there are none."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(map(re.escape, ordered)) or r"(?!)"


@dataclass(frozen=True, slots=True)
class MarkupNames:
    """Names of one kind of markup."""

    kind: str
    tokens: frozenset[str]
    prefixes: tuple[str, ...]
    elements: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """What lines are recognised by; one object for each knowledge, so that caches may go by it.

    Attributes:
        words: Menu, share and tool words, without spaces.
        themes: Ends what a part of a page is about, and no name of an outlet.
        adverts: Announce an advertisement.
        headings: Headings of lists of other pages, without spaces.
        comments: Headings of readers' comments, without spaces.
        summaries: Headings of automatic summaries, without spaces.
        phrases: Inside a short line: furniture.
        copyright: Closes an article.
        masthead: Ends a line that says what the outlet named before it is.
        notice_of_rights: Words of a copyright line other than the sign.
        asides: Begins a line that leads elsewhere.
        markers: Begins a section heading.
        fields: Labels of a board.
        turns: Lines of their own that say whose turn it is in a broadcast, without spaces.
        closings: Lines of their own at the end of an item.
        roles: What writers are called.
        roles_before: The same, before their names.
        crew: What those who film, cut and edit are called.
        media: Ends a medium's name.
        houses: Ends the name of another publisher, where it is more than one word.
        providers: Label before a supplier's name.
        surnames: Korean family names, of one and of two syllables.
        places: Names of places.
        dates: Label → kind, of dates.
        caption_markers: Begins a caption.
        agencies: Suppliers of pictures.
        credit: Ends a caption.
        notice: Behind a caption: who may print the picture.
        credit_ends: Last letters of what it ends with where no bracket closes it.
        position: Points at somebody in a picture.
        scene: A sentence that tells what a picture shows.
        scene_of: The same as a noun phrase.
        note_ends: Ends a line of a report in notes.
        contacts: Behind an outlet's name: how to reach it.
        flash: The mark before the headline of a flash.
        markup: Names in markup.
        outlet_pages: What is special about the pages of some outlets.
        pools: What reporters of several media are called.
        releases: What an office calls its press release.
        issuers: Ends the name of an office that issues them.
        outlets: Any spelling without spaces → canonical name, for media of the pack.
        wires: Canonical names of agencies whose texts others print.
        domains: Host → canonical name.
    """

    words: frozenset[str]
    themes: tuple[str, ...]
    adverts: frozenset[str]
    headings: frozenset[str]
    comments: frozenset[str]
    summaries: frozenset[str]
    phrases: re.Pattern[str]
    copyright: re.Pattern[str]
    masthead: tuple[str, ...]
    notice_of_rights: re.Pattern[str]
    asides: tuple[str, ...]
    markers: tuple[str, ...]
    fields: tuple[str, ...]
    turns: frozenset[str]
    closings: frozenset[str]
    roles: tuple[str, ...]
    roles_before: tuple[str, ...]
    crew: tuple[str, ...]
    media: tuple[str, ...]
    houses: tuple[str, ...]
    pools: tuple[str, ...]
    releases: tuple[str, ...]
    issuers: tuple[str, ...]
    providers: tuple[str, ...]
    surnames: frozenset[str]
    places: frozenset[str]
    dates: dict[str, str]
    caption_markers: tuple[str, ...]
    agencies: frozenset[str]
    credit: re.Pattern[str]
    notice: re.Pattern[str]
    credit_ends: frozenset[str]
    position: re.Pattern[str]
    scene: re.Pattern[str]
    scene_of: re.Pattern[str]
    note_ends: re.Pattern[str]
    contacts: re.Pattern[str]
    flash: re.Pattern[str]
    markup: tuple[MarkupNames, ...]
    outlet_pages: tuple[OutletPageRow, ...]
    outlets: dict[str, str]
    wires: frozenset[str]
    domains: dict[str, str]

    def is_agency(self, name: str) -> bool:
        """Whether pictures are credited to the name."""
        return name in self.agencies

    def canonical(self, name: str) -> str:
        """The name as the pack has it; unknown names unchanged.

        Example:
            ``canonical("연합")`` is ``"연합뉴스"``.
        """
        bare = squeeze(name)
        return self.outlets.get(bare) or self.outlets.get(bare.upper(), name)


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())


def _furniture(rows: Iterable[FurnitureRow], kind: str) -> list[str]:
    return [form for row in rows if row.kind == kind for form in row.forms]


def _credit(
    agencies: Iterable[str], words: Iterable[str], sources: Iterable[str]
) -> re.Pattern[str]:
    """An agency or a word of credit at the end: in brackets, after / or =, or after a full stop.

    Without any of these a headline may end so (…실탄 제공, …매정한 MBC). Two-syllable names are
    ordinary words too (지지, 연합, 신화): on their own they credit nothing.
    """
    every = tuple(agencies)
    plain = tuple(name for name in every if len(name) > 2 or name.isascii())  # noqa: PLR2004
    names, alone = alternatives(every), alternatives(plain)
    labels, places = alternatives(words), alternatives(sources)
    inside, stop = r"[^\[\]()<>【】]", r"[.!?\])]\s"
    forms = (
        rf"[\[(<【]{inside}{{0,40}}(?:{names}|{labels}|{places}){inside}{{0,12}}[\])>】]{{1,2}}",
        rf"[\[(<【]\s?사진{inside}{{1,40}}[\])>】]",
        rf"[/=ⓒ©]\s?(?:{names})(?:\s?(?:{labels}))?",
        rf"{stop}(?:[^.!?]{{0,30}}[\s·,]|[A-Z]{{2,4}})?(?:{alone})(?:\s?(?:{labels}))?",
        rf"{stop}[^.!?]{{0,40}}(?:{places}|{labels})",
        rf"[가-힣]{{2,8}}/[가-힣A-Z]{{0,6}}(?:{names})",
    )
    return re.compile(rf"(?:{'|'.join(forms)})\s*+(?:[.\])]\s*+)?$")


def _outlet_names(rows: Iterable[OutletRow]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows:
        extra = (row.kp,) if row.kp else ()
        for form in (row.name, *row.strong, *row.default, *extra):
            names.setdefault(squeeze(form), row.name)
            names.setdefault(squeeze(form) + "사", row.name)
    return names


@lru_cache(maxsize=4)
def cues_of(knowledge: Knowledge) -> Cues:
    """Compile the tables of one knowledge."""
    furniture = knowledge.table("furniture", FurnitureRow)
    bylines = knowledge.table("bylines", BylineRow)
    captions = knowledge.table("captions", CaptionRow)
    outlets = knowledge.table("outlets", OutletRow)

    def of(kind: str) -> tuple[str, ...]:
        return tuple(form for row in bylines if row.kind == kind for form in row.forms)

    def caption(kind: str) -> list[str]:
        return [form for row in captions if row.kind == kind for form in row.forms]

    photo = [form for row in outlets if row.photo for form in (row.name, *row.strong, *row.default)]
    return Cues(
        words=frozenset(
            squeeze(form)
            for kind in ("word", "summary", "advert")
            for form in _furniture(furniture, kind)
        ),
        themes=tuple(_furniture(furniture, "theme")),
        adverts=frozenset(map(squeeze, _furniture(furniture, "advert"))),
        headings=frozenset(map(squeeze, _furniture(furniture, "heading"))),
        comments=frozenset(map(squeeze, _furniture(furniture, "comments"))),
        summaries=frozenset(map(squeeze, _furniture(furniture, "summary"))),
        phrases=re.compile(alternatives(_furniture(furniture, "phrase"))),
        copyright=re.compile(alternatives(_furniture(furniture, "copyright"))),
        masthead=tuple(_furniture(furniture, "masthead")),
        notice_of_rights=re.compile(
            alternatives(f for f in _furniture(furniture, "copyright") if len(f) > 1)
        ),
        asides=tuple(_furniture(furniture, "aside")),
        markers=tuple(_furniture(furniture, "marker")),
        fields=tuple(_furniture(furniture, "field")),
        turns=frozenset(map(squeeze, _furniture(furniture, "turn"))),
        closings=frozenset(map(squeeze, _furniture(furniture, "closing"))),
        roles=of("role"),
        roles_before=of("role-before"),
        crew=of("crew"),
        media=of("medium"),
        houses=of("house"),
        pools=of("pool"),
        releases=of("release"),
        issuers=of("issuer"),
        providers=of("provider"),
        surnames=frozenset(of("surname")),
        places=frozenset(
            form for row in knowledge.table("places", PlaceRow) for form in (row.name, *row.strong)
        ),
        dates={f: r.kind for r in knowledge.table("page_dates", PageDateRow) for f in r.forms},
        caption_markers=tuple(caption("marker")),
        agencies=frozenset((*caption("agency"), *photo)),
        credit=_credit((*caption("agency"), *photo), caption("credit"), caption("source")),
        notice=re.compile(
            rf"(?:[*※]|[\[<(【]{{1,2}})\s?[^\[\]<>\n]{{0,40}}(?:{alternatives(caption('notice'))})"
            rf"[^\n]{{0,120}}$"
        ),
        credit_ends=frozenset(
            form[-1]
            for form in (*caption("agency"), *photo, *caption("credit"), *caption("source"))
        ),
        position=re.compile(rf"\((?:{alternatives(caption('position'))})[^()]{{0,12}}\)"),
        scene=re.compile(rf"(?:{alternatives(caption('scene'))})고\s?있다\.?$"),
        scene_of=re.compile(
            rf"(?:{alternatives(caption('scene'))})(?:는|고 있는|고 계시는)\s[^.?!”\"]{{2,40}}$"
        ),
        note_ends=re.compile(rf"(?:{alternatives(_furniture(furniture, 'note-end'))})[.)]?$"),
        contacts=re.compile(alternatives(_furniture(furniture, "contact"))),
        flash=re.compile(
            rf"[\[(<【〈]\s?(?:{alternatives(_furniture(furniture, 'flash'))})\s?[\])>】〉]\s?"
        ),
        markup=tuple(
            MarkupNames(row.kind, frozenset(row.tokens), row.prefixes, frozenset(row.elements))
            for row in knowledge.table("markup", MarkupRow)
        ),
        outlet_pages=knowledge.table("outlet_pages", OutletPageRow),
        outlets=_outlet_names(outlets),
        wires=frozenset(row.name for row in outlets if row.wire),
        domains={domain: row.name for row in outlets for domain in row.domains},
    )
