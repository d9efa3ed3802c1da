"""``haengbo versions [PAGE]``: articles captured more than once, and what was changed in them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from haengbo.cli.language import _
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from haengbo.analysis.revisions import Passage, Revision
    from haengbo.ledger import Ledger
    from haengbo.ledger.versions import VersionListing, VersionView

_FACTS = {"title": "제목", "published": "입력", "updated": "수정", "authors": "기자"}
#: Around words in a pipe; a terminal shows them in colour too.
_MARKS = {"removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}


def _when(version: VersionView) -> tuple[str, str, str]:
    """입력, 수정 and the time of the capture, as people write them."""
    given = (version.published, version.updated, version.captured)
    first, second, third = ((value or "—").replace("T", " ")[:16] for value in given)
    return first, second, third


def _list(listings: tuple[VersionListing, ...]) -> Table:
    from haengbo.cli.tables import table  # noqa: PLC0415 - lazy

    return table(
        ("쪽", "판", "입력", "수정", "떠온 때", "제목"),
        (
            (
                version.page.sha256[:12],
                f"{version.number}/{len(listing.versions)}",
                *_when(version),
                f"{version.page.title or version.page.name}",
            )
            for listing in listings
            for version in listing.versions
        ),
    )


def _passage(passage: Passage) -> Text:
    from rich.text import Text  # noqa: PLC0415 - lazy

    line = Text()
    for piece in passage.pieces:
        before, after, style = _MARKS.get(piece.op.value, ("", "", ""))
        line.append(f"{before}{piece.text}{after}", style)
    return line


def _lines(found: Revision) -> list[Any]:
    """The differences as text: what differs in 입력 and 수정, then the paragraphs."""
    head = _(
        "판 %(before)s → 판 %(after)s  %(title)s",
        before=found.before.number,
        after=found.after.number,
        title=found.after.page.title or "",
    )
    facts = [f"{_(_FACTS[f.name])}: {f.before or '—'} → {f.after or '—'}" for f in found.facts]
    if not found.changed:
        return [head, *facts, _("글은 달라지지 않았다.")]
    return [head, *facts, "", *map(_passage, found.changed)]


def _record(found: Revision) -> dict[str, Any]:
    return {
        "before": found.before.page.sha256,
        "after": found.after.page.sha256,
        "facts": [{"field": f.name, "before": f.before, "after": f.after} for f in found.facts],
        "passages": [
            {
                "change": passage.op.value,
                "kind": passage.kind.value,
                "pieces": [{"change": p.op.value, "text": p.text} for p in passage.pieces],
            }
            for passage in found.changed
        ],
    }


def _listing_record(listing: VersionListing) -> dict[str, Any]:
    return {
        "url": listing.present.page.url,
        "versions": [
            {
                "number": version.number,
                "sha256": version.page.sha256,
                "page": version.page.name,
                "title": version.page.title,
                "published": version.published,
                "updated": version.updated,
                "captured": version.captured,
            }
            for version in listing.versions
        ],
    }


def _print(records: list[dict[str, Any]]) -> None:
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _compared(ledger: Ledger, key: str, pair: str | None) -> Revision:
    from haengbo.analysis.revisions import revision  # noqa: PLC0415 - lazy

    listings = ledger.versions(key)
    if not listings:
        known = ledger.article(key) is not None
        reason = "판이 하나뿐이다" if known else "그런 쪽이 없다"
        raise UsageError(f"{reason}: {key}")
    if pair is None:
        number = listings[0].number_of(ledger_page(ledger, key))
        return revision(ledger, listings[0], None, max(number, 2))
    first, dash, second = pair.partition("-")
    if not (dash and first.isdigit() and second.isdigit()):
        raise UsageError(f"--of 는 두 판의 번호이다 (예: 1-3): {pair}")
    return revision(ledger, listings[0], int(first), int(second))


def ledger_page(ledger: Ledger, key: str) -> str:
    """Hash of the page that a name, hash or address means."""
    from haengbo.ledger.versions import page_at  # noqa: PLC0415 - lazy

    with ledger.reading() as session:
        return page_at(session, key) or ""


def versions(
    page: Annotated[
        str | None, typer.Argument(help="쪽의 이름, 해시, 주소. 없으면 판이 여럿인 기사를 모두.")
    ] = None,
    pair: Annotated[
        str | None, typer.Option("--of", help="견줄 두 판 (예: 1-3) [그 쪽과 바로 앞의 판]")
    ] = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """한 주소를 여러 번 떠온 기사와, 그사이 고쳐진 글을 보인다."""
    from haengbo.cli.tables import show  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    if page is None:
        listings = opened.versions()
        if as_json:
            _print([_listing_record(listing) for listing in listings])
        else:
            show(_list(listings), f"{len(listings)}")
        return
    found = _compared(opened, page, pair)
    if as_json:
        _print([_record(found)])
    else:
        show(_list(opened.versions(page)), *_lines(found))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo versions``."""
    app.command()(versions)
