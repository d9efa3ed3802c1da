"""Views of the ledger → records for programs. Nothing is asked of the ledger here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from haengbo.annals import records as r
from haengbo.annals.links import Links
from haengbo.ledger.outcomes import OutcomeDecision
from haengbo.ledger.views import (
    ActorDetail,
    ActorLine,
    ArticleDetail,
    DecisionView,
    EventDetail,
    EventLine,
    ExpectationLine,
    PageRef,
    ReportView,
    Snippet,
    StatementLine,
)
from haengbo.ledger.walking import PageLine, ReadingLine
from haengbo.model import edtf
from haengbo.model.decision import Outcome
from haengbo.model.page import Page
from haengbo.model.span import Span

_HTTP = ("https://", "http://")


def whole_day(text: str | None) -> dt.date | None:
    """A day, or ``None`` for anything less precise."""
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _last_day(text: str | None) -> dt.date | None:
    found = edtf.parse_or_none(text)
    return found.end.last if found is not None and found.end is not None else None


def _url(ref: PageRef) -> str | None:
    """The page's address, if it is one that may be opened."""
    return ref.url if ref.url and ref.url.startswith(_HTTP) else None


def _of_page(ref: PageRef, links: Links) -> dict[str, Any]:
    return {
        "page": ref.name,
        "sha256": ref.sha256,
        "title": ref.title,
        "outlet": ref.outlet,
        "wire": ref.wire,
        "day": whole_day(ref.day),
        "url": _url(ref),
        "link": links.article(ref.name),
    }


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def page_record(line: PageLine, links: Links) -> r.PageRecord:
    """A page in a list."""
    return r.PageRecord(**_of_page(line.page, links), events=line.events)


def hit_record(line: PageLine, snippet: Snippet, links: Links) -> r.HitRecord:
    """A page that was found, with the words around the first place."""
    return r.HitRecord(
        **_of_page(line.page, links), snippet=snippet.text, marks=snippet.marks, events=line.events
    )


def reading_record(line: ReadingLine, links: Links) -> r.ReadingRecord:
    """Which code and pack read a page, and when."""
    return r.ReadingRecord(
        line.id,
        line.page.name,
        line.page.sha256,
        line.code_version,
        line.pack_version,
        line.made,
        line.superseded,
        links.article(line.page.name),
    )


def capture_record(
    detail: ArticleDetail, capture: Page | None, added: str, links: Links
) -> r.CaptureRecord:
    """A page with how it came in; ``capture`` is ``None`` where its bytes were removed."""
    article = detail.reading.article
    return r.CaptureRecord(
        **_of_page(detail.page, links),
        names=detail.names,
        media_type=(capture.media_type if capture else article.media_type).value,
        charset=capture.charset if capture else None,
        captured=capture.captured if capture else None,
        added=added,
        erased=detail.erased,
        readings=detail.readings,
        events=tuple(line.id for line in detail.event_lines),
        copies=tuple(
            r.CopyRecord(c.page.name, links.article(c.page.name), c.direction, c.score, c.reason)
            for c in detail.copies
        ),
    )


def article_record(detail: ArticleDetail, links: Links, *, with_text: bool) -> r.ArticleRecord:
    """A cleaned page; its words only if they are asked for."""
    article = detail.reading.article
    blocks = tuple(
        r.BlockRecord(
            b.kind.value,
            b.span.start,
            b.span.end,
            b.rule,
            b.span.of(article.text) if with_text else None,
        )
        for b in article.blocks
    )
    return r.ArticleRecord(
        detail.page.name,
        detail.page.sha256,
        article.title,
        detail.page.outlet,
        detail.page.wire,
        tuple(author.value for author in article.authors),
        article.published.value if article.published else None,
        article.updated.value if article.updated else None,
        _url(detail.page),
        links.article(detail.page.name),
        len(article.text),
        blocks,
    )


def report_record(view: ReportView, links: Links) -> r.ReportRecord:
    """One page's account of an event."""
    return r.ReportRecord(
        view.page.name,
        view.page.sha256,
        view.page.outlet,
        whole_day(view.page.day),
        _url(view.page),
        links.article(view.page.name, view.local_id),
        view.evidence,
        view.spans,
        view.sentence,
        tuple(step.name for step in view.chain),
        view.status,
        view.date,
        view.place,
        view.rule,
        view.confidence,
        view.copy_of.name if view.copy_of else None,
    )


def event_record(line: EventLine, reports: Sequence[ReportView], links: Links) -> r.EventRecord:
    """An event with its reports."""
    e = line.event
    return r.EventRecord(
        event=e.id,
        type=e.type,
        mode=e.mode,
        status=e.status.value,
        date=e.date,
        day=whole_day(line.day),
        place=e.place,
        channel=e.channel.value if e.channel else None,
        participants=tuple(
            r.ParticipantRecord(p.name, p.role.value, p.kind, p.state) for p in e.participants
        ),
        topics=e.topics,
        label=e.label_ko,
        label_en=e.label_en,
        sentence=e.sentence,
        page=line.page.name,
        link=links.event(e.id),
        reports=tuple(report_record(report, links) for report in reports),
        origins=tuple(origin.name for origin in e.origins),
        voices=e.voices,
        discrepancies=tuple(
            r.DiscrepancyRecord(
                d.field, d.about, tuple(r.ValueRecord(v.value, v.pages) for v in d.values)
            )
            for d in e.discrepancies
        ),
        confidence=e.confidence,
        decided=line.decided,
    )


def dossier_record(detail: EventDetail, links: Links) -> r.DossierRecord:
    """An event with all that belongs to it."""
    return r.DossierRecord(
        event_record(detail.line, detail.reports, links),
        detail.former_ids,
        tuple(r.LinkRecord(e.teller, e.hearer, e.pages) for e in detail.event.graph.edges),
        tuple(statement_record(line, links) for line in detail.statements),
        tuple(
            r.RelatedRecord(
                item.relation.kind.value,
                item.line.id,
                item.line.label_ko,
                item.relation.reason,
                links.event(item.line.id),
            )
            for item in detail.related
        ),
        tuple(map(decision_record, detail.decisions)),
        detail.versions,
    )


def statement_record(line: StatementLine, links: Links) -> r.StatementRecord:
    """A statement with its place."""
    s = line.statement
    return r.StatementRecord(
        statement=line.id,
        speaker=s.speaker,
        form=s.form.value,
        text=line.text,
        addressee=s.addressee,
        stance=tuple(r.StanceRecord(x.toward, x.polarity) for x in s.stance),
        date=s.date,
        day=whole_day(line.day),
        page=line.page.name,
        sha256=line.page.sha256,
        outlet=line.page.outlet,
        url=_url(line.page),
        link=links.article(line.page.name, s.id),
        span=_pair(s.span),
        chain=line.chain,
        event=line.event,
        event_label=line.event_label,
        rule=s.rule,
        confidence=s.confidence,
    )


def expectation_record(
    line: ExpectationLine, decided: OutcomeDecision | None, links: Links
) -> r.ExpectationRecord:
    """An expectation with its place, and what people decided became of it."""
    e = line.expectation
    return r.ExpectationRecord(
        expectation=line.id,
        kind=e.kind.value,
        by=e.by,
        to=e.to,
        affiliation=e.affiliation,
        text=line.text,
        proposition=e.proposition,
        hedge=e.hedge,
        horizon=e.horizon,
        due=_last_day(line.due),
        decided_by=e.decided_by,
        outcome=(decided.outcome if decided else Outcome.OPEN).value,
        outcome_event=decided.event if decided else None,
        page=line.page.name,
        sha256=line.page.sha256,
        outlet=line.page.outlet,
        day=whole_day(line.page.day),
        url=_url(line.page),
        link=links.article(line.page.name),
        span=_pair(e.span),
        rule=e.rule,
        confidence=e.confidence,
    )


def actor_record(line: ActorLine, links: Links) -> r.ActorRecord:
    """An actor in a list."""
    return r.ActorRecord(line.name, line.kind, line.pages, line.events, links.actor(line.name))


def portrait_record(detail: ActorDetail, links: Links) -> r.PortraitRecord:
    """All that pages say of an actor."""
    return r.PortraitRecord(
        detail.name,
        detail.kind,
        detail.known,
        detail.pages,
        len(detail.events),
        len(detail.statements),
        tuple(
            r.OfficeRecord(x.title, x.of, x.first_day, x.last_day, x.pages) for x in detail.roles
        ),
        tuple(r.SpellingRecord(x.surface, x.pages, x.outlets) for x in detail.spellings),
        tuple(r.PartnerRecord(x.value, x.count) for x in detail.partners),
        links.actor(detail.name),
    )


def decision_record(view: DecisionView) -> r.DecisionRecord:
    """What a person decided."""
    return r.DecisionRecord(
        view.id,
        view.made,
        view.who,
        view.why,
        view.kind,
        view.event,
        view.before,
        view.after,
        view.undone,
        view.undoes,
        view.waiting,
    )
