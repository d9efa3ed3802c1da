"""``/alerts/NAME.atom``: a saved search as a feed; ``/events.atom``: any filter as one."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from haengbo.alerts.feeds import MEDIA_TYPE, atom
from haengbo.alerts.finding import found
from haengbo.annals.links import Links
from haengbo.ledger import alerts
from haengbo.ledger.alerts import Alert, AlertKind, Channel
from haengbo.web.accounts.access import FEED_KEY
from haengbo.web.query import event_filter
from haengbo.web.site import ledger_of

router = APIRouter()


def _feed(request: Request, alert: Alert, title: str) -> Response:
    base = str(request.base_url).rstrip("/")
    today = dt.datetime.now(tz=dt.UTC).date()
    items = found(ledger_of(request), alert, today, Links(base), recent=True)
    # A feed is known by its address without the key that opened it
    address = request.url.remove_query_params([FEED_KEY])
    return Response(atom(title, str(address), items), media_type=MEDIA_TYPE)


@router.get("/alerts/{name}.atom")
def saved(request: Request, name: str) -> Response:
    """What a saved search finds, newest first."""
    with ledger_of(request).reading() as session:
        alert = alerts.alert(session, name)
    if alert is None:
        raise HTTPException(404)
    return _feed(request, alert, f"haengbo: {alert.name}")


@router.get("/events.atom")
def filtered(request: Request) -> Response:
    """Events of the filter, those that came into the ledger last first."""
    alert = Alert("", AlertKind.EVENT, "", event_filter(request), Channel.FEED)
    return _feed(request, alert, "haengbo")
