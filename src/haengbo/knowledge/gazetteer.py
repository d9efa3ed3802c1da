"""All names of a pack → one automaton over texts, and look-ups by name, office and date.

Comes in: ``Knowledge``. Goes out: ``Hit``s with half-open spans and the rows that the form may
denote. Deterministic; knows no grammar: whether a hit is a word of its own is the reader's
business (``Hit.homograph`` says where to be careful).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from haengbo.knowledge.actors import ActorRow, RoleRow
from haengbo.knowledge.hits import Hit, Named, Strength, inside_latin_word, is_homograph
from haengbo.knowledge.lists import BlockerRow
from haengbo.knowledge.names import forms_of, letters_by_state
from haengbo.knowledge.offices import TitleRow
from haengbo.knowledge.outlets import OutletRow, VoiceRow
from haengbo.knowledge.packs import Knowledge
from haengbo.knowledge.places import PlaceRow
from haengbo.knowledge.vocabulary import Vocabulary
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span

__all__ = ["Gazetteer", "Hit", "Named", "Strength", "gazetteer", "is_homograph"]

#: Syllables of a form that a longer word easily contains.
_SHORT_WORD = 2
_ORDER = (Strength.STRONG, Strength.DEFAULT, Strength.SHORT)


class Gazetteer:
    """The names of one pack, indexed.

    Attributes:
        letters: One-syllable and one-Hanja forms that may stand before an organ or alone in a
            headline → canonical name of the state (북 → 북한).
        syllables: The same and those that count inside compounds only (한 → 한국).
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._actors = knowledge.table("actors", ActorRow)
        self._outlets = knowledge.table("outlets", OutletRow)
        self._places = knowledge.table("places", PlaceRow)
        voices = knowledge.table("voices", VoiceRow)
        self._voices = {voice.id: voice.name for voice in voices}
        self._voice_of_state = {voice.state: voice.name for voice in voices if voice.state}
        self._titles: dict[str, TitleRow] = {}
        for title in knowledge.table("titles", TitleRow):
            self._titles.setdefault(title.form, title)
        self._roles: dict[str, list[RoleRow]] = {}
        for role in knowledge.table("roles", RoleRow):
            self._roles.setdefault(role.actor, []).append(role)
        self._by_id: dict[str, Named] = {row.id: row for row in self.rows}
        self._by_name: dict[str, list[Named]] = {}
        for row in self.rows:
            self._by_name.setdefault(row.name, []).append(row)
        self.letters: dict[str, str] = {
            letter: row.name for row in self._actors for letter in row.letters
        }
        self.syllables: dict[str, str] = self.letters | {
            syllable: row.name for row in self._actors for syllable in row.syllables
        }
        self._claims = self._collect(knowledge)
        self._hits: dict[str, Hit] = {}
        self._states: dict[str, str | None] = {}
        self._holders = self._by_office()
        self._vocabulary = Vocabulary(self._claims)

    def _by_office(self) -> dict[tuple[str, str], list[tuple[ActorRow, RoleRow]]]:
        """Title and whose it is → who held it with the dates, in order of the pack."""
        holders: dict[tuple[str, str], list[tuple[ActorRow, RoleRow]]] = {}
        for row in self._actors:
            for role in self._roles.get(row.id, ()):
                if role.since or role.until:
                    holders.setdefault((role.title, role.of), []).append((row, role))
        return holders

    @property
    def rows(self) -> tuple[Named, ...]:
        """Every row that has a name: actors, media, places."""
        return (*self._actors, *self._outlets, *self._places)

    def _collect(self, knowledge: Knowledge) -> dict[str, dict[Strength, list[Named]]]:
        claims: dict[str, dict[Strength, list[Named]]] = {}
        letters = letters_by_state(self._actors)
        for row in self.rows:
            for strength, forms in forms_of(row, letters).items():
                for form in forms:
                    rows = claims.setdefault(form, {}).setdefault(Strength(strength), [])
                    if row not in rows:
                        rows.append(row)
        for blocker in knowledge.table("blockers", BlockerRow):
            claims.setdefault(blocker.id, {Strength.BLOCKED: []})
        return claims

    def find(self, text: str, *, short: bool = True) -> tuple[Hit, ...]:
        """Leftmost-longest hits, not overlapping; words that only contain a name block it.

        Args:
            text: Any text; spans count in it.
            short: Whether to give forms that need an antecedent.

        Example:
            ``find("세르게이 쇼이구 서기가")[0].row.name`` is ``"세르게이 쇼이구"``.
        """
        hits = []
        for start, end in self._vocabulary.places(text):
            if inside_latin_word(text, start, end):
                continue
            hit = self._hit(text[start:end])
            if hit.strength is Strength.BLOCKED or (hit.strength is Strength.SHORT and not short):
                continue
            hits.append(hit.at(Span(start, end)))
        return tuple(hits)

    def _hit(self, form: str) -> Hit:
        """What a form denotes wherever it stands; looked up once."""
        if form not in self._hits:
            claims = self._claims[form]
            strength = next((s for s in _ORDER if claims.get(s)), Strength.BLOCKED)
            rows = tuple(claims.get(strength, ()))
            homograph = any(is_homograph(row, form) for row in rows)
            self._hits[form] = Hit(Span(0, len(form)), form, strength, rows, homograph)
        return self._hits[form]

    def claimed(self, form: str) -> Hit | None:
        """What exactly this form denotes, or ``None`` if the pack has no such form."""
        if form not in self._claims:
            return None
        hit = self._hit(form)
        return None if hit.strength is Strength.BLOCKED else hit

    def canonical(self, form: str) -> str | None:
        """Canonical name of a form that denotes one row, else ``None``.

        Example:
            ``canonical("쎄르게이 쇼이구")`` is ``"세르게이 쇼이구"``.
        """
        hit = self.claimed(form)
        return hit.row.name if hit is not None and hit.row is not None else None

    def by_id(self, key: str) -> Named | None:
        """The row of an id."""
        return self._by_id.get(key)

    def named(self, name: str) -> tuple[Named, ...]:
        """Rows of a canonical name."""
        return tuple(self._by_name.get(name, ()))

    def all_claiming(self, form: str) -> tuple[tuple[Strength, Named], ...]:
        """Every row that claims a form, at whatever strength."""
        claims = self._claims.get(form, {})
        return tuple((s, row) for s in _ORDER for row in claims.get(s, ()))

    def roles_of(self, name: str, on: str | None = None) -> tuple[RoleRow, ...]:
        """Offices of a person (canonical name), on an EDTF date if one is given."""
        roles = (role for row in self.named(name) for role in self._roles.get(row.id, ()))
        return tuple(role for role in roles if on is None or role.held_on(on))

    def who_held(self, title: str, of: str, on: str) -> tuple[ActorRow, ...]:
        """Who held an office on an EDTF date; empty if the pack does not know.

        Roles whose both ends are unknown do not count: they do not say when.

        Example:
            ``who_held("외무상", "북한", "2024-11-01")`` gives 최선희.
        """
        return tuple(row for row, role in self._holders.get((title, of), ()) if role.held_on(on))

    def claims(self) -> Iterable[tuple[str, Mapping[Strength, Sequence[Named]]]]:
        """Every form with the rows that claim it, by strength."""
        return self._claims.items()

    def state_of(self, name: str) -> str | None:
        """The state that an actor, medium or place belongs to (a state: itself), or ``None``.

        A person belongs to the state of the latest office that the pack knows.
        """
        if name not in self._by_name:
            return None
        if name not in self._states:
            self._states[name] = self._state_of(name)
        return self._states[name]

    def _state_of(self, name: str) -> str | None:
        for row in self.named(name):
            if row.actor_kind is ActorKind.STATE:
                return row.name
            if row.state is not None:
                return row.state
            roles = sorted(self._roles.get(row.id, ()), key=lambda role: role.since or "")
            states = (self._state_served(role.of) for role in reversed(roles))
            if (state := next((s for s in states if s is not None), None)) is not None:
                return state
        return None

    def _state_served(self, of: str) -> str | None:
        for row in self.named(of):
            if row.actor_kind is ActorKind.STATE:
                return row.name
            if row.actor_kind is ActorKind.ORGANISATION and row.state is not None:
                return row.state
        return None

    def voice_of(self, name: str) -> str | None:
        """Name of the voice that somebody speaks with: 노동신문 → 북한 당국.

        A private medium, an institute or a scholar is a voice of its own: its name. ``None`` for
        names that the pack does not know, and for places.
        """
        row = next((r for r in self.named(name) if not isinstance(r, PlaceRow)), None)
        if row is None:
            return None
        if row.voice is not None:
            return self._voices[row.voice]
        if self._official(row):
            return self._voice_of_state.get(self.state_of(name) or "", row.name)
        return row.name

    def _official(self, row: ActorRow | OutletRow) -> bool:
        """Whether a row speaks for its state."""
        if isinstance(row, OutletRow):
            return False
        if row.kind == "person":
            return any(self._serves_state(role.of) for role in self._roles.get(row.id, ()))
        return _is_official(row)

    def _serves_state(self, of: str) -> bool:
        return any(isinstance(row, ActorRow) and _is_official(row) for row in self.named(of))

    def rank_of(self, title: str, state: str | None = None) -> str | None:
        """Rank of a title as printed: the longest known title at its end decides.

        Example:
            ``rank_of("국가안보회의 서기", "러시아")`` is ``"장관급"``.
        """
        row = self.title_in(title)
        return None if row is None else row.rank_in(state)

    def channel_of(self, title: str) -> str | None:
        """Channel of a title as printed, or ``None``."""
        row = self.title_in(title)
        return None if row is None else row.channel

    def title_in(self, title: str) -> TitleRow | None:
        """The longest title of the pack at the end of a printed one."""
        for start in range(len(title)):
            if (row := self._titles.get(title[start:])) is not None:
                return row
        return None

    @cached_property
    def user_words(self) -> tuple[tuple[str, str], ...]:
        """Words for the morphological analyser: one-word strong forms, tag NNP.

        Forms that are also ordinary words stay out; of these the analyser must judge itself. Of
        two syllables only people's names are taught (조현, 왕이): other short forms would be seen
        inside running text.
        """
        return tuple((form, "NNP") for form in self._single_words())

    def _single_words(self) -> Iterable[str]:
        for form, claims in self._claims.items():
            rows: Sequence[Named] = claims.get(Strength.STRONG, ())
            if not rows or " " in form or any(is_homograph(row, form) for row in rows):
                continue
            people = all(row.actor_kind is ActorKind.PERSON for row in rows)
            if len(form) > _SHORT_WORD or (people and len(form) == _SHORT_WORD):
                yield form


def _is_official(row: ActorRow) -> bool:
    """States, their organs and armies; a party where it rules the state."""
    return (
        row.kind == "state" or row.type in {"organ", "army"} or (row.type == "party" and row.rules)
    )


@lru_cache(maxsize=4)
def gazetteer(knowledge: Knowledge) -> Gazetteer:
    """The index of a pack, built once."""
    return Gazetteer(knowledge)
