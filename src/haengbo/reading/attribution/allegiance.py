"""Actors → the state that they act for.

Comes in: a mention or a name. Goes out: the canonical name of a state, or ``None``. The page's own
title decides; where it gives none, the pack's roles.
"""

from __future__ import annotations

from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow, RoleRow
from haengbo.knowledge.outlets import OutletRow, VoiceRow
from haengbo.model.reading import ActorKind, Mention


class Allegiance:
    """Look-up of states by actor."""

    def __init__(self, knowledge: Knowledge) -> None:
        actors = knowledge.table("actors", ActorRow)
        self._states = {row.name: row.state or row.name for row in actors if row.kind != "person"}
        outlets = knowledge.table("outlets", OutletRow)
        self._media = {row.name: row.state for row in outlets}
        self._organs = {row.name: row.state for row in outlets if row.voice}
        sole = {row.id for row in knowledge.table("voices", VoiceRow) if row.sole}
        self._sole = {row.name: row.state for row in outlets if row.voice in sole}
        people = {row.id: row.name for row in actors if row.kind == "person"}
        self._offices = {
            people[row.actor]: row.of
            for row in knowledge.table("roles", RoleRow)
            if row.actor in people
        }

    def of_mention(self, mention: Mention) -> str | None:
        """The state that somebody mentioned acts for.

        Example:
            ``최선희 북한 외무상`` acts for 북한.
        """
        if mention.kind is ActorKind.STATE:
            return mention.name
        office = mention.of or self._offices.get(mention.name)
        return self._states.get(office) if office else None

    def of_name(self, name: str) -> str | None:
        """The state of a canonical name: 북한 외무성 and 김정은 act for 북한."""
        office = self._offices.get(name)
        return self._states.get(name) or (self._states.get(office) if office else None)

    def of_medium(self, name: str) -> str | None:
        """The state of a medium: 타스통신 is of 러시아."""
        return self._media.get(name)

    def of_organ(self, name: str) -> str | None:
        """The state for which a medium speaks: 노동신문 for 북한, CNN for none."""
        return self._organs.get(name)

    def of_sole_organ(self, name: str) -> str | None:
        """The state of a medium beside which no other press works there: 조선중앙통신 of 북한."""
        return self._sole.get(name)


@lru_cache(maxsize=4)
def allegiance_of(knowledge: Knowledge) -> Allegiance:
    """The look-up for a pack, built on first use."""
    return Allegiance(knowledge)
