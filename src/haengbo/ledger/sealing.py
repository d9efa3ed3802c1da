"""Decisions and what was done with accounts, sealed in the order in which they were written.

Comes in: a row of ``decisions`` or ``audit`` that was just added. Goes out: a row of ``seals`` with
the digests of that row and a hash over them and the seal before. Invariants: a seal is written in
the transaction that writes its row, one writer at a time; whoever changes, removes, adds or moves
a row afterwards has to make every later seal anew, and then the head is another: one that was
written down elsewhere (a backup has it) tells. Words of a removed page leave a decision; the seal
for that keeps what the decision was, who made it, when and why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.records import decode
from haengbo.ledger.tables import AuditRow, DecisionRow, PageRow, SealRow, SettingRow
from haengbo.model.decision import Decision

#: Setting that says how far the seals went when the last one was written.
_MARK = "sealed"
#: Faults that are told; behind a broken one most others follow.
_MOST = 20


class Sealed(StrEnum):
    """What a seal is of."""

    DECISION = "decision"
    AUDIT = "audit"
    ERASED = "erased"


_TABLES = {Sealed.DECISION: "결정", Sealed.AUDIT: "한 일", Sealed.ERASED: "결정"}


@dataclass(frozen=True, slots=True)
class Head:
    """The newest seal: how many there are, and the hash that stands for all of them."""

    number: int
    hash: str

    def __str__(self) -> str:
        """As it is printed and given back.

        Example:
            ``str(Head(2, "ab…"))`` is ``"2:ab…"``.
        """
        return f"{self.number}:{self.hash}"

    @classmethod
    def parse(cls, text: str) -> Head:
        """A head as it was printed.

        Raises:
            UsageError: It is none.
        """
        number, _, value = text.strip().partition(":")
        if not (number.isascii() and number.isdigit()) or len(value) != hashlib.sha256().block_size:
            raise UsageError(f"봉인의 머리가 아니다: {text} (예: 12:0f3a…)")
        return cls(int(number), value)


@dataclass(frozen=True, slots=True)
class Checked:
    """What looking at all seals found.

    Attributes:
        head: The newest, or ``None`` where nothing was ever sealed.
        decisions: Decisions in the ledger.
        notes: Lines about accounts and removals in the ledger.
        erased: Decisions out of which words of a removed page were taken.
        faults: What is not as it was written, at most twenty.
    """

    head: Head | None
    decisions: int
    notes: int
    erased: int
    faults: tuple[str, ...]


def _digest(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _decision(row: DecisionRow | Row[*tuple[Any, ...]]) -> tuple[str, str]:
    frame = [row.id, row.made, row.who, row.why, row.kind, row.event, row.undoes]
    return _digest(frame), _digest(row.record)


def _note(row: AuditRow | Row[*tuple[Any, ...]]) -> tuple[str, str]:
    return _digest([row.id, row.made, row.who, row.what]), _digest(row.about)


def _hash(number: int, kind: str, row: int, digests: tuple[str, str], previous: str) -> str:
    return _digest([number, kind, row, *digests, previous])


def head(session: Session) -> Head | None:
    """The newest seal."""
    newest = select(SealRow.id, SealRow.hash).order_by(SealRow.id.desc()).limit(1)
    found = session.execute(newest).first()
    return Head(found.id, found.hash) if found is not None else None


def seal(session: Session, row: DecisionRow | AuditRow) -> None:
    """Seal a row that was just added.

    Args:
        session: In the transaction that adds it.
        row: A decision, or a line about accounts.
    """
    session.flush()
    if isinstance(row, DecisionRow):
        _append(session, Sealed.DECISION, row.id, _decision(row))
    else:
        _append(session, Sealed.AUDIT, row.id, _note(row))


def seal_erased(session: Session, row: DecisionRow) -> None:
    """Seal a decision anew after words of a removed page were taken out of it."""
    session.flush()
    _append(session, Sealed.ERASED, row.id, _decision(row))


def _append(session: Session, kind: Sealed, row: int, digests: tuple[str, str]) -> None:
    _append_all(session, [(kind, row, digests)])


def _append_all(session: Session, rows: Iterable[tuple[Sealed, int, tuple[str, str]]]) -> None:
    newest = head(session) or Head(0, "")
    values: list[dict[str, int | str]] = []
    for kind, row, digests in rows:
        number = newest.number + 1
        newest = Head(number, _hash(number, kind.value, row, digests, newest.hash))
        frame, content = digests
        values.append(
            {"id": number, "kind": kind.value, "row": row, "frame": frame}
            | {"content": content, "hash": newest.hash}
        )
    if values:
        session.execute(insert(SealRow), values)
        session.merge(SettingRow(name=_MARK, value=str(newest)))
        session.flush()


_DECISIONS = select(
    *(DecisionRow.id, DecisionRow.made, DecisionRow.who, DecisionRow.why),
    *(DecisionRow.kind, DecisionRow.event, DecisionRow.undoes, DecisionRow.record),
).order_by(DecisionRow.id)
_NOTES = select(AuditRow.id, AuditRow.made, AuditRow.who, AuditRow.what, AuditRow.about).order_by(
    AuditRow.id
)


def seal_all(session: Session) -> None:
    """Seal what a ledger holds that knew no seals yet, in the order in which it was written."""
    rows = [(r.made, Sealed.DECISION, r.id, _decision(r)) for r in session.execute(_DECISIONS)]
    rows += [(r.made, Sealed.AUDIT, r.id, _note(r)) for r in session.execute(_NOTES)]
    _append_all(session, [row[1:] for row in sorted(rows)])


def verify(session: Session, known: Sequence[Head] = ()) -> Checked:
    """Look at every seal, and at every row that has to have one.

    Args:
        session: To read with.
        known: Heads that were written down before; all have to be in the row of seals.
    """
    seals = list(session.execute(select(SealRow.__table__).order_by(SealRow.id)))
    decisions = {r.id: (_decision(r), r.record) for r in session.execute(_DECISIONS)}
    notes = {r.id: _note(r) for r in session.execute(_NOTES)}
    erased = {s.row for s in seals if s.kind == Sealed.ERASED.value}
    found = [
        *_broken(seals),
        *_short(session, seals, known),
        *_altered(Sealed.DECISION, seals, {key: d for key, (d, _) in decisions.items()}),
        *_altered(Sealed.AUDIT, seals, notes),
        *_unfounded(session, {k: decisions[k][1] for k in erased if k in decisions}),
    ]
    newest = Head(seals[-1].id, seals[-1].hash) if seals else None
    return Checked(newest, len(decisions), len(notes), len(erased), tuple(found[:_MOST]))


def _broken(seals: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[str]:
    """Seals that do not follow from the one before."""
    previous, expected = "", 1
    for one in seals:
        if one.id != expected:
            yield f"봉인 {expected}번이 없다"
        elif one.hash != _hash(one.id, one.kind, one.row, (one.frame, one.content), previous):
            yield f"봉인 {one.id}번이 앞의 것과 이어지지 않는다"
        previous, expected = one.hash, one.id + 1


def _short(
    session: Session, seals: Sequence[Row[*tuple[Any, ...]]], known: Sequence[Head]
) -> Iterator[str]:
    """Heads that are known and not there: the row was cut off or made anew."""
    hashes = {one.id: one.hash for one in seals}
    mark = session.get(SettingRow, _MARK)
    if (mark.value if mark else None) != (
        str(Head(seals[-1].id, seals[-1].hash)) if seals else None
    ):
        yield f"끝이 적어 둔 곳과 다르다: 적어 둔 끝은 {mark.value if mark else '없음'}"
    for one in known:
        if hashes.get(one.number) != one.hash:
            yield f"알려진 머리가 장부에 없다: {one}"


def _altered(
    kind: Sealed,
    seals: Iterable[Row[*tuple[Any, ...]]],
    rows: Mapping[int, tuple[str, str]],
) -> Iterator[str]:
    """Rows that are not as they were sealed, not sealed, or gone."""
    name = _TABLES[kind]
    first: dict[int, str] = {}
    last: dict[int, tuple[str, str]] = {}
    for one in seals:
        if _TABLES[Sealed(one.kind)] == name:
            first.setdefault(one.row, one.frame)
            last[one.row] = (one.frame, one.content)
    for number in sorted(last.keys() - rows.keys()):
        yield f"{name} {number}번이 지워졌다"
    for number, digests in rows.items():
        if number not in last:
            yield f"{name} {number}번에 봉인이 없다"
        elif digests != last[number] or digests[0] != first[number]:
            yield f"{name} {number}번이 적은 뒤에 바뀌었다"


def _unfounded(session: Session, records: Mapping[int, str]) -> Iterator[str]:
    """Decisions whose words are said to be taken out for a page that was not removed."""
    if not records:
        return
    removed = set(session.scalars(select(PageRow.sha256).where(PageRow.erased.is_not(None))))
    for number, record in records.items():
        decision = decode(record, Decision)
        if not any(a.page in removed for a in (*decision.anchors, *decision.others)):
            yield f"결정 {number}번의 글이 지워졌는데 지운 쪽이 없다"
