"""``/wording``, ``/wording/uses``, ``/sequels``: what the ledger adds up to, with every case."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from haengbo.analysis.texts import from_ledger
from haengbo.analysis.wording import term_of
from haengbo.annals.findings import concordance, sequel_record, terms_of, wordings
from haengbo.annals.making import event_record
from haengbo.annals.records import SequelRecord, UseRecord, WordingRecord
from haengbo.knowledge import load
from haengbo.web.api.answers import Condition, answered, ledger_of, links_of
from haengbo.web.api.filters import SequelQuery, UseQuery, WordingQuery, boxed, happened

router = APIRouter(tags=["findings"])


@router.get("/wording", response_model=list[WordingRecord])
def list_wording(
    request: Request, query: Annotated[WordingQuery, Query()], condition: Condition
) -> Response:
    """Wordings through the texts of speakers: first, last, and in how many of how many.

    Without `term`: the official formulas of the pack that occur.
    """
    texts = from_ledger(ledger_of(request), query.who)
    found = wordings(texts, terms_of(query.term, load()), links_of(request))
    return answered([one for one in found if query.term or one.uses], condition)


@router.get("/wording/uses", response_model=list[UseRecord])
def list_uses(
    request: Request, query: Annotated[UseQuery, Query()], condition: Condition
) -> Response:
    """Every place of a wording with the words around it, oldest first."""
    texts = from_ledger(ledger_of(request), query.who)
    return answered(concordance(texts, term_of(query.term, load()), links_of(request)), condition)


@router.get("/sequels", response_model=SequelRecord)
def get_sequel(
    request: Request, query: Annotated[SequelQuery, Query()], condition: Condition
) -> Response:
    """After one kind of event another within so many days, beside what chance gives.

    Both are written as in the search box: `who:쇼이구 mode:visit`. Without a status, what occurred.
    """
    ledger, links = ledger_of(request), links_of(request)
    first, second = (
        # Reports are not needed to count by days
        [event_record(line, (), links) for line in ledger.all_events(wanted)]
        for wanted in (happened(boxed(ledger, text)) for text in (query.after, query.then))
    )
    answer = sequel_record(first, second, query.days, links)
    if answer is None:
        raise HTTPException(404, "No event of `after` has a known day.")
    return answered(answer, condition)
