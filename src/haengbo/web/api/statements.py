"""``/statements`` and ``/expectations``: what was said, and what was announced or foreseen."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from haengbo.annals.making import expectation_record, statement_record
from haengbo.annals.records import ExpectationRecord, StatementRecord
from haengbo.ledger.walking import (
    expectations_after,
    expectations_by_id,
    statements_after,
    statements_by_id,
)
from haengbo.web.api.answers import Condition, Records, answered, ledger_of, links_of, listed, paged
from haengbo.web.api.cursors import place_of
from haengbo.web.api.filters import ExpectationQuery, Key, StatementQuery

router = APIRouter()


@router.get("/statements", response_model=Records[StatementRecord], tags=["statements"])
def list_statements(
    request: Request, query: Annotated[StatementQuery, Query()], condition: Condition
) -> Response:
    """Statements by day: the words, who said them, who passed them on."""
    kind = ("statements", query.order)
    after = place_of(*kind, query.cursor)
    with ledger_of(request).reading() as session:
        piece = statements_after(session, query.wanted(), after=after, size=query.limit)
    record = partial(statement_record, links=links_of(request))
    return listed(request, piece, record, kind, condition)


@router.get("/statements/{statement}", response_model=StatementRecord, tags=["statements"])
def get_statement(request: Request, statement: Key, condition: Condition) -> Response:
    """One statement of the present readings."""
    with ledger_of(request).reading() as session:
        found = statements_by_id(session, [statement])
    if not found:
        raise HTTPException(404, "No present reading has this statement.")
    return answered(statement_record(found[0], links_of(request)), condition)


@router.get("/expectations", response_model=Records[ExpectationRecord], tags=["expectations"])
def list_expectations(
    request: Request, query: Annotated[ExpectationQuery, Query()], condition: Condition
) -> Response:
    """Forecasts, plans and pledges, those due soonest first; without a horizon last."""
    kind = ("expectations", "due")
    after = place_of(*kind, query.cursor)
    with ledger_of(request).reading() as session:
        piece = expectations_after(session, query.wanted(), after=after, size=query.limit)
    decided, links = ledger_of(request).outcomes(), links_of(request)
    items = [expectation_record(line, decided.get(line.id), links) for line in piece.items]
    return paged(request, items, piece, kind, condition)


@router.get("/expectations/{expectation}", response_model=ExpectationRecord, tags=["expectations"])
def get_expectation(request: Request, expectation: Key, condition: Condition) -> Response:
    """One expectation of the present readings."""
    with ledger_of(request).reading() as session:
        found = expectations_by_id(session, [expectation])
    if not found:
        raise HTTPException(404, "No present reading has this expectation.")
    decided = ledger_of(request).outcomes().get(expectation)
    return answered(expectation_record(found[0], decided, links_of(request)), condition)
