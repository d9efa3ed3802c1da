"""What would decide an expectation: the observable event, as one line that can be read back.

``2025-10-10까지: 방문 [CONSULT/visit] 김정은 → 중국``: an event of that kind with these people, by
that day. ``없어야 함`` behind it: the expectation says that none will come. Invariant: ``parse``
of ``text`` is the same decider.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(?:(?P<by>[0-9XT:?~%/.-]{4,40})까지: )?(?P<word>[^\[\]]{1,20}) "
    r"\[(?P<type>[A-Z]{2,12})(?:/(?P<mode>[a-z-]{2,20}))?\] "
    r"(?P<acting>[^→(]*?)(?: → (?P<targets>[^(]+?))?(?P<none> \(없어야 함\))?"
)
_MARK = "·"
_NONE = " (없어야 함)"


@dataclass(frozen=True, slots=True)
class Decider:
    """The event that would decide an expectation.

    Attributes:
        word: Korean noun for the kind: ``방문``.
        type: PLOVER type.
        mode: haengbo's mode, or ``None``.
        acting: Who acts or meets.
        targets: To whom or whose; none for what both do.
        by: Last day, month or year (EDTF), or ``None`` where no time is named.
        absent: Whether the expectation holds if no such event comes.
    """

    word: str
    type: str
    mode: str | None
    acting: tuple[str, ...]
    targets: tuple[str, ...] = ()
    by: str | None = None
    absent: bool = False

    @property
    def text(self) -> str:
        """One line for people and tables."""
        when = f"{self.by}까지: " if self.by else ""
        kind = f"{self.word} [{self.type}{f'/{self.mode}' if self.mode else ''}] "
        whose = f" → {_MARK.join(self.targets)}" if self.targets else ""
        return f"{when}{kind}{_MARK.join(self.acting)}{whose}{_NONE if self.absent else ''}"


def parse(line: str | None) -> Decider | None:
    """The decider that a line names; ``None`` for anything else."""
    found = _LINE.fullmatch(line or "")
    if found is None:
        return None
    acting, targets = found["acting"], found["targets"]
    return Decider(
        found["word"],
        found["type"],
        found["mode"],
        tuple(acting.split(_MARK)) if acting else (),
        tuple(targets.split(_MARK)) if targets else (),
        found["by"],
        absent=found["none"] is not None,
    )
