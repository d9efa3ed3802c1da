"""What an assistant asks → records of the ledger, few at a time.

Each tool is a method; its docstring is what the assistant reads. Names may be given as people write
them (쇼이구, Choe Son Hui), days as 2024, 2024-06 or 2024-06-19.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field, ValidationError

from haengbo.analysis.texts import from_ledger
from haengbo.analysis.wording import term_of
from haengbo.annals import making
from haengbo.annals import records as r
from haengbo.annals.findings import concordance, wordings
from haengbo.annals.links import Links
from haengbo.errors import UsageError
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.ledger.walking import (
    PageFilter,
    events_after,
    expectations_after,
    pages_after,
    snippets_of,
    statements_after,
)
from haengbo.web.api.filters import EventQuery, ExpectationQuery, StatementQuery
from haengbo.web.searching import canonical
from haengbo.web.wishes import Wish, fulfil

#: At most so many things in one answer: an assistant reads all of it.
Few = Annotated[int, Field(ge=1, le=50, description="At most so many.")]
Names = Annotated[list[str], Field(description="As people write them, in Korean or English.")]
Day = Annotated[str | None, Field(description="2024, 2024-06 or 2024-06-19.")]


class Pages(BaseModel):
    """Pages that were found, of so many in all."""

    total: int
    pages: tuple[r.HitRecord, ...]


class Events(BaseModel):
    """Events that were found, of so many in all."""

    total: int
    events: tuple[r.EventRecord, ...]


class Statements(BaseModel):
    """Statements that were found, of so many in all."""

    total: int
    statements: tuple[r.StatementRecord, ...]


class Expectations(BaseModel):
    """Expectations that were found, of so many in all."""

    total: int
    expectations: tuple[r.ExpectationRecord, ...]


class Known(BaseModel):
    """How an event is known, and what belongs to it."""

    event: r.EventRecord
    chain: tuple[r.LinkRecord, ...]
    statements: tuple[r.StatementRecord, ...]
    related: tuple[r.RelatedRecord, ...]
    decisions: tuple[r.DecisionRecord, ...]


class Decided(BaseModel):
    """The decision as it was written."""

    decision: r.DecisionRecord


class Wording(BaseModel):
    """A wording through the texts, and some of its places."""

    wording: r.WordingRecord
    places: tuple[r.UseRecord, ...]


class Tools:
    """The tools over one ledger."""

    def __init__(self, ledger: Ledger, links: Links, who: str) -> None:
        """Prepare.

        Args:
            ledger: Open.
            links: Addresses on the site that shows it.
            who: Under which name decisions are written.
        """
        self._ledger = ledger
        self._links = links
        self._who = who

    def _names(self, names: list[str]) -> list[str]:
        return [canonical(self._ledger, name) for name in names]

    def search(self, words: str, limit: Few = 10) -> Pages:
        """Find news pages that hold all the words and “quoted phrases”, newest first.

        South and North Korean spellings count as one. Each page comes with the words around the
        first place, its outlet, day and addresses.
        """
        analysed = self._ledger.words.for_search(words)
        forms = self._ledger.words.forms_of_query(words)
        with self._ledger.reading() as session:
            piece = pages_after(session, PageFilter(text=words), analysed, size=limit)
            shown = snippets_of(session, [line.page.sha256 for line in piece.items], forms)
        hits = (making.hit_record(x, shown[x.page.sha256], self._links) for x in piece.items)
        return Pages(total=piece.total, pages=tuple(hits))

    def events(
        self,
        *,
        who: Names = [],
        type: list[str] = [],
        mode: list[str] = [],
        channel: list[str] = [],
        status: list[str] = [],
        since: Day = None,
        until: Day = None,
        place: str | None = None,
        text: str | None = None,
        conflicts: bool = False,
        limit: Few = 10,
    ) -> Events:
        """Find happenings of North Korea's diplomacy, newest first, each with every report of it.

        An event must have all of `who`; values of one other filter are alternatives. Types are
        PLOVER's (CONSULT, AGREE, ACCUSE …), modes meeting, visit, phone, letter, sign …, channels
        summit, foreign, security, defence, justice, economy, party, culture, third, statuses
        occurred, planned, predicted, alleged, denied, not_occurred. `conflicts`: only events whose
        reports do not agree. Every report has its evidence, the chain of reporters and addresses;
        cite them.
        """
        query = _query(
            EventQuery,
            who=self._names(who),
            type=[value.upper() for value in type],
            mode=mode,
            channel=channel,
            status=status,
            place=place,
            text=text,
            conflicts=conflicts,
            **{"from": since, "to": until},
        )
        wanted = query.wanted(self._ledger)
        words = self._ledger.words_of(wanted)
        with self._ledger.reading() as session:
            piece = events_after(session, wanted, words, size=limit)
        reports = self._ledger.reports([line.id for line in piece.items])
        items = (making.event_record(x, reports[x.id], self._links) for x in piece.items)
        return Events(total=piece.total, events=tuple(items))

    def statements(
        self,
        *,
        who: Names = [],
        toward: str | None = None,
        form: list[str] = [],
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        limit: Few = 10,
    ) -> Statements:
        """Find what was said, newest first: the exact words, who said them, who passed them on.

        `who` are speakers, any of them; `toward` whom a stance is taken toward; `form` direct,
        indirect or document; `text` part of the words.
        """
        query = _query(
            StatementQuery,
            who=self._names(who),
            toward=toward,
            form=form,
            text=text,
            **{"from": since, "to": until},
        )
        with self._ledger.reading() as session:
            piece = statements_after(session, query.wanted(), size=limit)
        items = tuple(making.statement_record(x, self._links) for x in piece.items)
        return Statements(total=piece.total, statements=items)

    def chain(self, event: str) -> Known:
        """Show how we know of one event: who told whom, on which pages, in which words.

        `chain` has who was heard by whom; `event.reports` the words; `event.origins` and `.voices`
        how many independent roots there are (조선중앙통신 and 노동신문 are one voice). Also what
        belongs to it: statements, related events, decisions of people.
        """
        detail = self._ledger.event(event)
        if detail is None:
            raise UsageError(f"그런 사건이 없다: {event}")
        whole = making.dossier_record(detail, self._links)
        return Known(
            event=whole.event,
            chain=whole.chain,
            statements=whole.statements,
            related=whole.related,
            decisions=whole.decisions,
        )

    def wording(
        self,
        term: str,
        who: Names = [],
        limit: Few = 10,
    ) -> Wording:
        """Follow an official wording through the texts: first, last, how often, and its places.

        South and North spellings count as one (안전이익, 안전리익). `who` are speakers. A ledger
        holds what was taken in: an absence is an absence there. The newest places are given.
        """
        texts = from_ledger(self._ledger, self._names(who))
        wanted = term_of(term, load())
        (life,) = wordings(texts, [wanted], self._links)
        places = concordance(texts, wanted, self._links)
        return Wording(
            wording=replace(life, holding=life.holding[-limit:]), places=tuple(places[-limit:])
        )

    def expectations(
        self,
        *,
        kind: list[str] = [],
        who: Names = [],
        since: Day = None,
        until: Day = None,
        text: str | None = None,
        limit: Few = 10,
    ) -> Expectations:
        """Find forecasts, plans and pledges, those due soonest first, with what became of them.

        `kind` is forecast, plan or pledge; `who` holds or receives it; the days are those by which
        it falls due. `outcome` is what people decided; `open` means that nobody has.
        """
        query = _query(
            ExpectationQuery,
            kind=kind,
            who=self._names(who),
            text=text,
            **{"from": since, "to": until},
        )
        with self._ledger.reading() as session:
            piece = expectations_after(session, query.wanted(), size=limit)
        decided = self._ledger.outcomes()
        items = (making.expectation_record(x, decided.get(x.id), self._links) for x in piece.items)
        return Expectations(total=piece.total, expectations=tuple(items))

    def decide(self, decision: Wish, who: str | None = None) -> Decided:
        """Write a decision of the person you work for; nothing is ever overwritten.

        Kinds: merge, split, correct, reject, reject-statement, confirm, note, tag, outcome, undo.
        Decide only what the person asked for, and give the reason in `why`.
        """
        written = fulfil(self._ledger, decision, who or self._who)
        return Decided(decision=making.decision_record(written))


Q = TypeVar("Q", bound=BaseModel)


def _query(kind: type[Q], /, **given: object) -> Q:
    """The query that the arguments ask for.

    Raises:
        UsageError: One of them is not understood; says which and why.
    """
    try:
        return kind.model_validate({name: v for name, v in given.items() if v is not None})
    except ValidationError as error:
        said = "; ".join(f"{e['loc'][0] if e['loc'] else '?'}: {e['msg']}" for e in error.errors())
        raise UsageError(said) from error
