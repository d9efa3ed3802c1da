"""Rows of ``cameo.yaml``, ``cameo_codes.yaml`` and ``state_codes.tsv``: codes of other projects.

Comes in: kinds of events and states as this project has them. Goes out: the codes under which
CAMEO, PLOVER and the Correlates of War know them. Invariant: no code says more than the kind does.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.knowledge.quads import QuadClass


@dataclass(frozen=True, slots=True)
class CameoRow:
    """A kind of event in the codes of others.

    Attributes:
        id: TYPE or TYPE/mode.
        code: CAMEO code of the one who acts.
        back: CAMEO code in the other direction, where both sides act.
        planned: CAMEO code of the announced intent, where there is one.
        quad: Quad class of the CAMEO code where it is not that of the PLOVER type.
        mode: PLOVER mode, where it has one.
        contexts: PLOVER contexts.
        source: Which table or section says so.
    """

    id: str
    code: str
    back: str | None = None
    planned: str | None = None
    quad: QuadClass | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class CameoCodeRow:
    """A CAMEO code with its name and its value on the Goldstein scale."""

    id: str
    en: str
    goldstein: float


@dataclass(frozen=True, slots=True)
class StateCodeRow:
    """Codes of a state.

    Attributes:
        id: As in ``actors`` (``state-kp``).
        iso3: ISO 3166-1 alpha-3, which CAMEO and POLECAT use.
        cow: Number in the Correlates of War state list, or ``None``.
        gone: The state is no more, so that its alpha-2 code is withdrawn.
    """

    id: str
    iso3: str
    cow: int | None = None
    gone: bool = False

    @property
    def iso2(self) -> str | None:
        """ISO 3166-1 alpha-2 in lower case, or ``None`` for a state that is no more.

        Example:
            ``state-kp`` gives ``kp``.
        """
        return None if self.gone else self.id.removeprefix("state-")
