"""``haengbo show ID``: an event by any id it ever had, a page by name or hash, an actor by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.ledger import Ledger
    from haengbo.ledger.views import ActorDetail, ArticleDetail, EventDetail


def _find(ledger: Ledger, key: str) -> EventDetail | ArticleDetail | ActorDetail:
    found = ledger.event(key) or ledger.article(key) or ledger.actor(key)
    if found is None:
        raise UsageError(f"그런 사건, 쪽, 인물이 없다: {key}")
    return found


def _versions(ledger: Ledger, found: ArticleDetail) -> list[str]:
    """Which version the page is, where there are several."""
    return [
        _(
            "판 %(number)s/%(versions)s (달라진 곳: haengbo versions %(page)s)",
            number=listing.number_of(found.page.sha256),
            versions=len(listing.versions),
            page=found.page.sha256[:12],
        )
        for listing in ledger.versions(found.page.sha256)
    ]


def show(
    key: Annotated[str, typer.Argument(help="사건 id, 쪽 이름이나 해시, 또는 이름")],
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """사건, 쪽, 인물 하나를 근거와 함께 보인다."""
    from haengbo.cli import tables  # noqa: PLC0415 - heavy, lazy
    from haengbo.export.records import event_record  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.records import encode  # noqa: PLC0415
    from haengbo.ledger.views import ArticleDetail, EventDetail  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    found = _find(opened, key)
    if isinstance(found, EventDetail):
        if as_json:
            print(json.dumps(event_record(found), ensure_ascii=False))
        else:
            tables.show(*tables.event_text(found))
    elif isinstance(found, ArticleDetail):
        if as_json:
            print(json.dumps(found.reading.to_dict(), ensure_ascii=False))
        else:
            tables.show(*tables.article_text(found), *_versions(opened, found))
    elif as_json:
        print(encode(found))
    else:
        tables.show(*tables.actor_text(found))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo show``."""
    app.command()(show)
