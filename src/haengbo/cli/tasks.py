"""``haengbo queue``: what a person should look at first."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import typer

from haengbo.cli.filters import LimitOption
from haengbo.cli.language import _, retold
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location

_KINDS = {
    "decision": "결정",
    "discrepancy": "어긋남",
    "overdue": "기한 지남",
    "withdrawn": "고친 기사에서 빠짐",
    "doubtful": "의심스러움",
    "unknown": "모르는 사람",
}


def queue(
    ledger: LedgerOption = None, limit: LimitOption = 50, as_json: JsonOption = False
) -> None:
    """사람이 먼저 볼 것을, 바로잡힐 쪽이 많은 순서로 보인다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.records import encode  # noqa: PLC0415

    today = datetime.now(UTC).date().isoformat()
    found = Ledger.open(ledger_location(ledger), create=False).tasks(today)
    if as_json:
        for task in found[:limit]:
            print(json.dumps(json.loads(encode(task)), ensure_ascii=False))
        return
    rows = (
        (str(t.weight), _(_KINDS[t.kind]), t.key, t.label, retold(t.question))
        for t in found[:limit]
    )
    show(
        table(("쪽", "무엇", "어디", "이름", "물음"), rows),
        f"{min(limit, len(found))} / {len(found)}",
    )


def register(app: typer.Typer) -> None:
    """Mount ``haengbo queue``."""
    app.command()(queue)
