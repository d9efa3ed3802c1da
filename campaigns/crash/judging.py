"""What became of a ledger whose operation was cut off: what is wrong, nothing if all is well."""

from __future__ import annotations

from collections.abc import Iterator

from campaigns.crash.checking import check_index, faults
from campaigns.crash.contents import Rows, contents, differing, digest
from campaigns.crash.killing import carried_out
from campaigns.crash.material import Material
from campaigns.crash.operations import Operation
from campaigns.databases import Place
from haengbo.errors import HaengboError


def holds(location: str, material: Material) -> dict[str, Rows]:
    """What the ledger at a location holds."""
    ledger = material.opened(location)
    try:
        with ledger.reading() as session:
            return contents(session)
    finally:
        ledger.close()


def after(
    operation: Operation, location: str, material: Material, said: tuple[str, ...]
) -> Iterator[str]:
    """What is wrong right after the kill."""
    try:
        ledger = material.opened(location)
    except HaengboError as error:
        yield f"cannot be opened: {error}"
        return
    try:
        with ledger.reading() as session:
            yield from faults(session)
            for lost in operation.lost(session, said):
                yield f"acknowledged and lost: {lost}"
        with ledger.writing() as session:
            check_index(session)
    except HaengboError as error:
        yield str(error)
    finally:
        ledger.close()


def finished(
    operation: Operation,
    where: Place,
    location: str,
    material: Material,
    expected: dict[str, Rows],
) -> Iterator[str]:
    """What is wrong when it was run again to its end."""
    again = carried_out(operation, location, material)
    where.settled(location)
    if again.failure or not again.done:
        yield f"run again: {again.failure}"
        return
    found = holds(location, material)
    if digest(found) != digest(expected):
        yield "not as undisturbed: " + "; ".join(differing(expected, found))
