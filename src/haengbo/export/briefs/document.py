"""A briefing → a document in one language: headings, lines with the numbers of their references.

Invariant: every sentence is a template of ``words.yaml``; every line of findings has at least one
reference, and every reference is used. Quotations are short.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Literal

import yaml

from haengbo import __version__
from haengbo.analysis.briefing import AHEAD_DAYS, Briefing, Conflict, NewWording, Told
from haengbo.analysis.expectations import Judged
from haengbo.analysis.impossible import Impossibility
from haengbo.analysis.remarks import Checked
from haengbo.export.briefs.figures import Figure, by_channel, over_time
from haengbo.export.cells import quotation
from haengbo.knowledge import Knowledge
from haengbo.knowledge.offices import ChannelRow
from haengbo.ledger.views import PageRef
from haengbo.model import edtf
from haengbo.model.reading import Status
from haengbo.model.unseen import level

Lang = Literal["ko", "en"]
_FEW = 5
_AHEAD = (Status.PLANNED, Status.PREDICTED)
_OTHER = (Status.ALLEGED, Status.DENIED, Status.NOT_OCCURRED)
_FIELDS = {"status": "status-field", "place": "place-field", "wording": "wording-field"}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document.

    Attributes:
        kind: heading, subheading, note (about the report itself), line (a finding) or figure.
        text: Its words; the caption of a figure.
        refs: Numbers of the references that a line rests on.
        figure: What is drawn.
    """

    kind: Literal["heading", "subheading", "note", "line", "figure"]
    text: str
    refs: tuple[int, ...] = ()
    figure: Figure | None = None

    @property
    def marks(self) -> str:
        """The references as printed after the line: `` [1][2]``."""
        return " " + "".join(f"[{number}]" for number in self.refs) if self.refs else ""


@dataclass(frozen=True, slots=True)
class Document:
    """A report, ready to be written in any format."""

    title: str
    lang: Lang
    blocks: tuple[Block, ...]
    heading: str
    references: tuple[str, ...]

    @property
    def letters(self) -> str:
        """Everything that is printed, for a font."""
        printed = (b.text + b.marks + (b.figure.letters if b.figure else "") for b in self.blocks)
        return "".join((self.title, self.heading, *self.references, *printed))


@cache
def templates() -> dict[str, dict[str, str]]:
    """Template → language → sentence with blanks."""
    text = (resources.files("haengbo") / "export" / "briefs" / "words.yaml").read_text("utf-8")
    found: dict[str, dict[str, str]] = yaml.safe_load(text)
    return found


@dataclass(slots=True)
class _References:
    """Numbers for pages in the order in which lines name them."""

    pages: dict[str, PageRef]
    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, names: Iterable[str]) -> tuple[int, ...]:
        """The numbers of some pages, each once, ascending."""
        wanted = dict.fromkeys(name for name in names if name)
        return tuple(sorted(self.numbers.setdefault(n, len(self.numbers) + 1) for n in wanted))

    def listed(self) -> Iterator[str]:
        """Each page as a reference says it."""
        for name in self.numbers:
            yield ", ".join(self._parts(name))

    def _parts(self, name: str) -> Iterator[str]:
        page = self.pages.get(name)
        if page is not None:
            yield from (part for part in (page.outlet, page.day) if part)
            if page.title:
                yield f"“{quotation(page.title)}”"
            if page.url:
                yield page.url
            yield f"{name} (sha256 {page.sha256[:12]})"
        else:
            yield name


class Writer:
    """Puts a briefing into words; one for one document."""

    def __init__(self, briefing: Briefing, lang: Lang, knowledge: Knowledge) -> None:
        self.briefing = briefing
        self.lang: Lang = lang
        self.pack = knowledge.version
        self.channels = {
            row.id: row.ko if lang == "ko" else row.en
            for row in knowledge.table("channels", ChannelRow)
        }
        self.refs = _References({page.name: page for page in briefing.pages})

    def say(self, key: str, **blanks: object) -> str:
        """A template with its blanks filled."""
        return templates()[key][self.lang].format(**blanks)

    def document(self) -> Document:
        """The whole report."""
        b = self.briefing
        blocks = (*self._head(), *self._figures(), *self._events(), *self._wording())
        blocks += (*self._expected(), *self._conflicts(), *self._impossible())
        blocks += (Block("note", self.say("method")),)
        title = self.say("title", since=b.since, until=b.until)
        blocks = tuple(replace(block, text=level(block.text)) for block in blocks)
        listed = tuple(
            level(self.say("reference", number=number, what=what))
            for number, what in enumerate(self.refs.listed(), 1)
        )
        return Document(title, self.lang, blocks, self.say("references"), listed)

    def _head(self) -> Iterator[Block]:
        b = self.briefing
        counts = {
            "occurred": b.count(Status.OCCURRED),
            "ahead": b.count(*_AHEAD),
            "other": b.count(*_OTHER),
            "pages": len({page.name for t in _all_told(b) for page in t.pages}),
        }
        yield Block("note", self.say("totals", **counts))
        if counts["occurred"] < _FEW:
            yield Block("note", self.say("few"))
        yield Block("note", self.say("made", version=__version__, pack=self.pack))

    def _figures(self) -> Iterator[Block]:
        bars = self.briefing.bars
        n = sum(bar.count for bar in bars)
        if n:
            names = {**self.channels, "": self.say("no-channel")}
            yield Block("figure", self.say("figure-channels", n=n), (), by_channel(bars, names))
            drawn = over_time(bars, self.briefing.since, self.briefing.until)
            yield Block("figure", self.say("figure-time", n=n), (), drawn)

    def _events(self) -> Iterator[Block]:
        yield Block("heading", self.say("events"))
        for group in self.briefing.channels:
            name = self.channels[group.channel] if group.channel else self.say("no-channel")
            yield Block("subheading", self.say("counted", name=name, n=len(group.events)))
            yield from (self._event(told) for told in group.events)
        if self.briefing.loose:
            n = len(self.briefing.loose)
            yield Block("subheading", self.say("counted", name=self.say("loose"), n=n))
            yield from (self._event(told) for told in self.briefing.loose)

    def _label(self, told: Told) -> str:
        event = told.line.event
        return event.label_ko if self.lang == "ko" else event.label_en

    def _event(self, told: Told) -> Block:
        line, event = told.line, told.line.event
        status = "" if event.status is Status.OCCURRED else self.say(event.status.value)
        text = self.say(
            "event",
            date=event.date or self.say("undated"),
            label=self._label(told),
            id=event.id,
            place=self.say("place", place=event.place) if event.place else "",
            status=self.say("status", status=status) if status else "",
            reports=line.pages,
            origins=line.origins,
            voices=line.voices,
        )
        return Block("line", text, self._pages(told))

    def _pages(self, told: Told) -> tuple[int, ...]:
        return self.refs.of([page.name for page in told.pages] or [told.line.page.name])

    def _wording(self) -> Iterator[Block]:
        b = self.briefing
        yield Block("heading", self.say("wording"))
        if not b.wording:
            yield Block("note", self.say("wording-none", n=b.texts))
        yield from (self._new_wording(new) for new in b.wording)
        yield from (self._remark(checked) for checked in b.remarks)

    def _new_wording(self, new: NewWording) -> Block:
        text = self.say(
            "wording-new",
            day=new.text.day,
            term=new.term.name,
            issuer=new.text.issuer or self.say("nobody"),
            before=new.before,
            words=quotation(new.words),
        )
        return Block("line", text, self.refs.of([new.text.source]))

    def _remark(self, checked: Checked) -> Block:
        remark = checked.remark
        text = self.say(
            "remark",
            day=remark.day,
            old=remark.old,
            new=remark.new,
            verdict=self.say(checked.verdict.value),
            old_before=len(checked.old_before),
            old_after=len(checked.old_after),
            new_before=len(checked.new_before),
            new_after=len(checked.new_after),
        )
        still = (use.text.source for use in checked.old_after)
        return Block("line", text, self.refs.of([remark.source, *still]))

    def _expected(self) -> Iterator[Block]:
        b = self.briefing
        yield Block("heading", self.say("due"))
        yield from self._judged(b.due, "due-none")
        yield Block("subheading", self.say("coming", days=AHEAD_DAYS))
        yield from self._judged(b.coming, "coming-none")

    def _judged(self, items: Sequence[Judged], none: str) -> Iterator[Block]:
        if not items:
            yield Block("note", self.say(none, days=AHEAD_DAYS))
        for item in items:
            line = item.line
            text = self.say(
                "expectation",
                due=line.due,
                kind=self.say(line.expectation.kind.value),
                by=line.expectation.by or self.say("nobody"),
                said=line.page.day or self.say("undated"),
                words=quotation(" ".join(line.text.split())),
                outcome=self.say(item.outcome.value),
            )
            yield Block("line", text, self.refs.of([line.page.name]))

    def _conflicts(self) -> Iterator[Block]:
        yield Block("heading", self.say("conflicts"))
        if not self.briefing.conflicts:
            yield Block("note", self.say("conflicts-none"))
        yield from (self._conflict(one) for one in self.briefing.conflicts)

    def _conflict(self, one: Conflict) -> Block:
        item = one.item
        said: list[str] = []
        every: list[int] = []
        for value in item.values:
            refs = self.refs.of(value.pages)
            every += refs
            marks = "".join(f"[{number}]" for number in refs)
            said.append(self.say("value", value=quotation(value.value), refs=marks))
        # What a number counts is a code of the pack
        named = item.field != "number"
        text = self.say(
            "conflict",
            date=one.told.line.event.date or self.say("undated"),
            label=self._label(one.told),
            field=self.say(_FIELDS.get(item.field, item.field)),
            about=self.say("about", about=item.about) if item.about and named else "",
            values=" / ".join(said),
        )
        return Block("line", text, tuple(sorted(set(every))))

    def _impossible(self) -> Iterator[Block]:
        yield Block("heading", self.say("impossible"))
        if not self.briefing.impossible:
            yield Block("note", self.say("impossible-none"))
        yield from (self._impossibility(item) for item in self.briefing.impossible)

    def _impossibility(self, item: Impossibility) -> Block:
        text = self.say(
            "impossibility",
            rule=self.say(item.rule.value),
            subject=item.subject,
            claimed=item.claimed,
            known=item.known,
            words=quotation(" / ".join(evidence.words for evidence in item.evidence)),
        )
        return Block("line", text, self.refs.of(evidence.page for evidence in item.evidence))


def _all_told(briefing: Briefing) -> Iterator[Told]:
    for group in briefing.channels:
        yield from group.events
    yield from briefing.loose


def document_of(briefing: Briefing, lang: Lang, knowledge: Knowledge) -> Document:
    """A briefing in one language.

    Args:
        briefing: The data.
        lang: ``ko`` or ``en``; quotations and page titles stay as they are.
        knowledge: For the names of channels, and the version that is printed.
    """
    return Writer(briefing, lang, knowledge).document()


def period_of(since: str, until: str) -> tuple[dt.date, dt.date]:
    """First day of ``since`` and last day of ``until`` (EDTF: a year, month or day).

    Raises:
        ValueError: One of them is no date, or they are the wrong way round.
    """
    first, last = edtf.parse(since).earliest, edtf.parse(until).latest
    if last < first:
        raise ValueError(f"{since} > {until}")
    return first, last
