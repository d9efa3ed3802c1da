"""``/decisions``: what people decided; POST writes one, for whoever may write."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Body, Depends, HTTPException, Path, Query, Request
from fastapi.responses import Response

from haengbo.annals.making import decision_record
from haengbo.annals.records import DecisionRecord
from haengbo.ledger.walking import decisions_after
from haengbo.web.api.access import who_writes
from haengbo.web.api.answers import Condition, Records, answered, ledger_of, listed
from haengbo.web.api.cursors import place_of
from haengbo.web.api.filters import DecisionQuery
from haengbo.web.wishes import Wish, fulfil

router = APIRouter(tags=["decisions"])
_KIND = ("decisions", "new")


@router.get("/decisions", response_model=Records[DecisionRecord])
def list_decisions(
    request: Request, query: Annotated[DecisionQuery, Query()], condition: Condition
) -> Response:
    """Decisions of people, newest first; nothing is ever taken out of this list."""
    after = place_of(*_KIND, query.cursor)
    kinds = tuple(kind.value for kind in query.kind)
    with ledger_of(request).reading() as session:
        piece = decisions_after(
            session, kinds=kinds, event=query.event, after=after, size=query.limit
        )
    return listed(request, piece, decision_record, _KIND, condition)


@router.get("/decisions/{decision}", response_model=DecisionRecord)
def get_decision(
    request: Request, decision: Annotated[int, Path(ge=1, le=2**63 - 1)], condition: Condition
) -> Response:
    """One decision."""
    found = [view for view in ledger_of(request).decisions() if view.id == decision]
    if not found:
        raise HTTPException(404, "There is no such decision.")
    return answered(decision_record(found[0]), condition)


@router.post("/decisions", response_model=DecisionRecord, status_code=201)
def write_decision(
    request: Request, wish: Annotated[Wish, Body()], who: Annotated[str, Depends(who_writes)]
) -> Response:
    """Decide something; the events concerned follow before the answer comes."""
    record = decision_record(fulfil(ledger_of(request), wish, who))
    address = f"{request.scope.get('root_path', '')}/decisions/{record.decision}"
    return Response(
        msgspec.json.encode(record),
        status_code=201,
        headers={"Location": address},
        media_type="application/json",
    )
