"""A ledger after a crowd → what was acknowledged and is not in it, or not as it was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaigns.crash.checking import check_index
from campaigns.crash.checking import faults as broken
from campaigns.load.tally import Tally
from haengbo.ledger import Ledger, sealing
from haengbo.ledger.tables import DecisionRow, PageRow


def faults(location: str, tally: Tally, pages: int) -> list[str]:
    """What is wrong with a ledger that nobody writes any more.

    Args:
        location: Of the ledger.
        tally: What the visitors were told.
        pages: How many it has to hold.
    """
    ledger = Ledger.open(location, create=False)
    try:
        with ledger.reading() as session:
            found = [*_of_decisions(session, tally), *broken(session), *_of_the_seals(session)]
            held = session.scalar(select(func.count()).select_from(PageRow)) or 0
        with ledger.writing() as session:
            check_index(session)
    finally:
        ledger.close()
    if held != pages:
        found.append(f"{held} pages of {pages}")
    return found


def _of_decisions(session: Session, tally: Tally) -> Iterator[str]:
    columns = (DecisionRow.id, DecisionRow.who, DecisionRow.why)
    rows = {number: (who, why) for number, who, why in session.execute(select(*columns))}
    for done in tally.acknowledged:
        if rows.get(done.number) != (done.who, done.why):
            yield f"acknowledged and not there: {done}"
    reasons = Counter(why for _, why in rows.values())
    yield from (f"there {reasons[why]} times: {why}" for why in tally.sent if reasons[why] > 1)
    told = {done.why for done in tally.acknowledged}
    unsaid = [why for why in tally.sent - told if reasons[why]]
    if len(unsaid) > sum(tally.failures.values()):
        # Whoever got no answer cannot know; whoever was refused must be able to rely on it
        yield f"refused and there all the same: {unsaid[:3]}"


def _of_the_seals(session: Session) -> Iterator[str]:
    """What ``haengbo audit verify`` says."""
    yield from (f"audit: {fault}" for fault in sealing.verify(session).faults)
