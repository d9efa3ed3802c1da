"""``/events``: happenings with their reports; ``/events/ID``: one with all that belongs to it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from haengbo.annals.making import dossier_record, event_record
from haengbo.annals.records import DossierRecord, EventRecord
from haengbo.ledger.walking import events_after
from haengbo.web.api.answers import (
    Condition,
    Records,
    answered,
    ledger_of,
    links_of,
    paged,
)
from haengbo.web.api.cursors import place_of
from haengbo.web.api.filters import EventQuery, Key

router = APIRouter(tags=["events"])


@router.get("/events", response_model=Records[EventRecord])
def list_events(
    request: Request, query: Annotated[EventQuery, Query()], condition: Condition
) -> Response:
    """Events by day, each with its reports: evidence, chain, page and address."""
    ledger, kind = ledger_of(request), ("events", query.order)
    wanted = query.wanted(ledger)
    after = place_of(*kind, query.cursor)
    words = ledger.words_of(wanted)
    with ledger.reading() as session:
        piece = events_after(session, wanted, words, after=after, size=query.limit)
    reports = ledger.reports([line.id for line in piece.items])
    links = links_of(request)
    items = [event_record(line, reports[line.id], links) for line in piece.items]
    return paged(request, items, piece, kind, condition)


@router.get("/events/{event}", response_model=DossierRecord)
def get_event(request: Request, event: Key, condition: Condition) -> Response:
    """One event by any id that it ever had."""
    detail = ledger_of(request).event(event)
    if detail is None:
        raise HTTPException(404, "No event ever had this id.")
    return answered(dossier_record(detail, links_of(request)), condition)
