"""``/actors``: who acts, and all that pages say of one."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from haengbo.annals.making import actor_record, portrait_record
from haengbo.annals.records import ActorRecord, PortraitRecord
from haengbo.ledger.actors import ACTING
from haengbo.ledger.walking import actors_after
from haengbo.web.api.answers import Condition, Records, answered, ledger_of, links_of, listed
from haengbo.web.api.cursors import place_of
from haengbo.web.api.filters import ActorQuery, Key

router = APIRouter(tags=["actors"])
_KIND = ("actors", "events")


@router.get("/actors", response_model=Records[ActorRecord])
def list_actors(
    request: Request, query: Annotated[ActorQuery, Query()], condition: Condition
) -> Response:
    """People, states, organisations and media, those with most events first."""
    after = place_of(*_KIND, query.cursor)
    kinds = tuple(kind.value for kind in query.kind) or ACTING
    with ledger_of(request).reading() as session:
        piece = actors_after(session, kinds=kinds, text=query.name, after=after, size=query.limit)
    return listed(request, piece, partial(actor_record, links=links_of(request)), _KIND, condition)


@router.get("/actors/{name:path}", response_model=PortraitRecord)
def get_actor(request: Request, name: Key, condition: Condition) -> Response:
    """One actor by canonical name: offices, spellings, and with whom."""
    detail = ledger_of(request).actor(name)
    if detail is None:
        raise HTTPException(404, "No page names anybody so.")
    return answered(portrait_record(detail, links_of(request)), condition)
