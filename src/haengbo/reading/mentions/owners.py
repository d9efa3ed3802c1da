"""A person's office → of whom it is: a state, a party, an institute, or nobody that we know of.

Comes in: the office, whoever holds it, the line and what the page has told so far. Goes out: a
canonical name or ``None``. As the page says it comes first, then what the pack knows, then what
stands around. Invariant: of two offices of one person a guess yields to what is said.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.reading.mentions.allegiance import Allegiance, korean_like
from haengbo.reading.mentions.atoms import owner_in
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Office, names_northern_ministry
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.perspective import Perspective
from haengbo.reading.mentions.roster import Roster

_SOUTH = "한국"
#: Words from a name on in which 단장으로 stands.
_NEAR = 6
_AS = ("으로", "로")
_DELEGATION, _PARTY = "대표단", "당"


class Owners(msgspec.Struct, frozen=True):
    """What tells of whom an office is.

    Attributes:
        line: The line.
        roster: Who is who on the page.
        lexicon: The pack.
        perspective: From where the page is written.
        present: Ids of rows that the page names beyond doubt.
        recent: The last state of foreign names that earlier lines named.
        earlier: States that the line before speaks of, the last one first.
        spoken: States that the page speaks of, by themselves or by somebody of them.
        state_of_bodies: The state of a body that a title names.
    """

    line: Line
    roster: Roster
    lexicon: Lexicon
    perspective: Perspective
    present: frozenset[str]
    recent: str | None
    earlier: tuple[str, ...]
    spoken: frozenset[str]
    state_of_bodies: Callable[[Office], str | None]

    def all(self, person: Person, row: ActorRow) -> list[str | None]:
        """Of whom each office is; a ministry without its state is that of the office before.

        Example:
            러시아 부총리 겸 산업통상부 장관: the ministry is not that of the page's state.
        """
        owners: list[str | None] = []
        for office in person.offices:
            owner = self.of(office, row, person.head.start)
            unsaid = office.of is None and owner in {None, self.perspective.home}
            if owners and unsaid and self._is_foreign_state(owners[-1]):
                owner = owners[-1]
            if owners and self._says_only_party(office) and self._is_party(owners[-1]):
                owner = owners[-1]
            owners.append(owner)
        return self._of_one_side(person, owners)

    def _of_one_side(self, person: Person, owners: list[str | None]) -> list[str | None]:
        """회담 단장인 … 중앙특구개발지도총국 부총국장: who serves the North leads for it."""
        said = [o.of or self.state_of_bodies(o) for o in person.offices]
        if "북한" not in {*said, *owners}:
            return owners
        home = self.perspective.home
        return [
            "북한" if owner == home and named is None else owner
            for owner, named in zip(owners, said, strict=True)
        ]

    def _says_only_party(self, office: Office) -> bool:
        """… 공산당 비서 겸 [당 대외부장]: the party of the office before."""
        return office.title.partition(" ")[0] in self.lexicon.words("party-words")

    def _is_party(self, name: str | None) -> bool:
        rows = self.lexicon.names.named(name) if name is not None else ()
        return any(isinstance(row, ActorRow) and row.type == "party" for row in rows)

    def _is_foreign_state(self, name: str | None) -> bool:
        if name is None or name == self.perspective.home:
            return False
        return self.lexicon.names.state_of(name) == name

    def of(self, office: Office, row: ActorRow, position: int) -> str | None:
        """Of whom an office is: as the page says, as the pack knows, as the context suggests."""
        if office.head in self.lexicon.words("heads-without-owner"):
            return office.of if office.body is not None else None
        sender = self._sender(office, row, position)
        if sender is not None or office.of is not None:
            party = self._own_party(office, row) or self._party_unnamed(office, row)
            return sender or self._only_state(office) or party or office.of
        if office.head in self.lexicon.words("house-heads"):
            return self.lexicon.names.canonical("국회")
        known = self._known_owner(office, row) or self.lexicon.names.state_of(row.name)
        if known is not None or not row.id.startswith("page"):
            return known or self.state_of_bodies(office)
        if row.state is not None and not office.inner:
            return row.state  # [카르포프] 차관, introduced with the state
        led = self._delegation(position) or self._leads_for_north(row, position)
        return led or self._likely_owner(office, row, position)

    def _leads_for_north(self, row: ActorRow, position: int) -> str | None:
        """북한 대표단이 떠났다. 정윤민 국장이 이끄는 대표단은: of the one Korea spoken of."""
        koreas = self.lexicon.words("koreas")
        if koreas & self.spoken != {"북한"} or not korean_like(row.name, self.lexicon):
            return None
        words = self.line.words
        first = self.line.word_index(position)
        near = words[first + 1 : first + _NEAR]
        leading = self.lexicon.words("leading")
        led = any(word.span.of(self.line.text) in leading for word in near)
        chiefs = self.lexicon.words("chiefs-of-delegations")
        chief = any(word.text in chiefs and word.tail in _AS for word in near)
        return "북한" if led or chief else None

    def _delegation(self, position: int) -> str | None:
        """부위원장 …를 단장으로 하는 몽골인민당대표단이: of whom those led are."""
        words = self.line.words
        first = self.line.word_index(position)
        near = range(first + 1, min(first + _NEAR, len(words)))
        chiefs = self.lexicon.words("chiefs-of-delegations")
        chief = next((i for i in near if words[i].text in chiefs and words[i].tail in _AS), None)
        if chief is None or chief + 2 >= len(words):
            return None
        body = words[chief + 2]
        party = body.text.removesuffix(_DELEGATION)
        if party != body.text and party.endswith(_PARTY):
            return self.lexicon.names.canonical(party) or party
        atom = self.line.atom_at(body)
        if atom is None or atom.whole is not None:
            return None
        return atom.name if self._is_party(atom.name) else atom.state

    def _likely_owner(self, office: Office, row: ActorRow, position: int) -> str | None:
        allegiance = Allegiance(
            self.line, self.lexicon, self.perspective, self.recent, self.earlier, self.spoken
        )
        likely = allegiance.of(row.name, position, office)
        bodies = self.state_of_bodies(office)
        between = {a.name for a in office.inner if a.whole is not None}
        north = "북한" in between and self.perspective.home not in between
        # 쿠바 주재 특명전권대사: the South's papers call their own 대사
        north = north or office.head in self.lexicon.words("northern-envoys")
        if north and korean_like(row.name, self.lexicon):
            return "북한"  # 북일 국교정상화 교섭담당 대사: a Korean, and not of home
        if not korean_like(row.name, self.lexicon) and not self._says_whose(office):
            side = allegiance.side_before(position, "sides-abroad")
            if side is not None:
                return side
        if self._serves_abroad(office, row):
            return self._only_abroad(likely)
        if self._is_foreign(row.name, bodies):
            return self._abroad(office, bodies) or likely or bodies
        if " " in row.name and self._of_party(office):
            return self._party_before(position) or likely
        return self._by_title(office, row, likely, bodies)

    def _of_party(self, office: Office) -> bool:
        """A title of a party that the page does not name beside it: [국제비서]."""
        titled = self.lexicon.names.title_in(office.title)
        return titled is not None and titled.cls == "party" and not office.inner

    def _party_before(self, position: int) -> str | None:
        """쿠바 공산당 청사에서 … 국제비서와: the foreign party that the line has named."""
        koreas = self.lexicon.words("koreas")
        before = (a for a in reversed(self.line.atoms) if a.span.end <= position and a.name)
        found = (a.name for a in before if self._is_party(a.name) and a.state not in koreas)
        return next(found, None)

    def _by_title(
        self, office: Office, row: ActorRow, likely: str | None, bodies: str | None
    ) -> str | None:
        """The state that has such an office: 강석중 외교부 제1부부장 is of the North."""
        deputy = office.head in self.lexicon.words("northern-heads")
        if deputy and bodies == _SOUTH and korean_like(row.name, self.lexicon):
            return "북한"
        titled = self.lexicon.names.title_in(office.title)
        northern = titled is not None and titled.state == "북한"
        if northern and not korean_like(row.name, self.lexicon) and likely is not None:
            return likely  # 호앙 시 인민위원장: other states have that office
        if titled is not None and titled.state is not None:
            party = office.head in self.lexicon.words("heads-of-ruling-parties")
            ruling = self.lexicon.names.canonical(f"{titled.state}공산당") if party else None
            return likely if likely in self.lexicon.words("koreas") else ruling or titled.state
        return bodies or likely

    def _serves_abroad(self, office: Office, row: ActorRow) -> bool:
        """A foreign name at a ministry that the South calls so of one other state: 외무성 국장."""
        northern = office.head in self.lexicon.words("northern-heads")
        if northern or self.perspective.northern or " " not in row.name:
            return False
        return names_northern_ministry(office)

    def _only_abroad(self, likely: str | None) -> str | None:
        """다나카 … 외무성 국장: of the states whose ministries are called so, not a Korea."""
        states = self.lexicon.words("states-of-northern-ministries") - self.lexicon.words("koreas")
        return likely if likely in states or len(states) != 1 else next(iter(states))

    def _says_whose(self, office: Office) -> bool:
        """Whether a body in the title is of one state alone: 국무부, not 재무부."""
        bodies = (a for a in office.inner if a.kind is ActorKind.ORGANISATION)
        return any(a.strength is Strength.STRONG and len(a.rows) == 1 for a in bodies)

    def _sender(self, office: Office, row: ActorRow, position: int) -> str | None:
        """북한의 전하람 잠비아 대사: a Korean name is an envoy of the Korea before it."""
        if office.head not in self.lexicon.words("envoy-heads"):
            return None
        sends = office.title.removesuffix(office.head).rpartition(" ")[2]
        if sends in self.lexicon.words("north-as-sender"):
            return "북한"  # 주중 조선대사
        before = next((a for a in reversed(self.line.atoms) if a.span.end <= position), None)
        koreas = self.lexicon.words("koreas")
        if before is None or before.name not in koreas or not korean_like(row.name, self.lexicon):
            return None
        return before.name if self.line.text[before.span.end : position] == "의 " else None

    def _own_party(self, office: Office, row: ActorRow) -> str | None:
        """시진핑 공산당 총서기: of parties of one name that of the state whose leader it is."""
        state = self.lexicon.names.state_of(row.name)
        shared = next((a for a in office.inner if a.strength is not Strength.STRONG), None)
        if state is None or shared is None or not self._is_party(office.of):
            return None
        if self.lexicon.names.state_of(office.of or "") == state:
            return None
        return self.lexicon.names.canonical(f"{state}{shared.span.of(self.line.text)}")

    def _party_unnamed(self, office: Office, row: ActorRow) -> str | None:
        """후진타오 당 총서기: 당 is the party that rules the state that somebody is of."""
        north = self.lexicon.names.named(office.of or "")
        named = any(self._is_party(row.name) for atom in office.inner for row in atom.rows)
        if named or not self._is_party(office.of) or all(r.state != "북한" for r in north):
            return None
        said = (a.name for a in office.inner if a.kind is ActorKind.STATE and a.whole is None)
        state = next(said, None) or self.lexicon.names.state_of(row.name)
        if state in {None, "북한"}:
            return None
        rows = (entry.partition("=") for entry in self.lexicon.words("ruling-parties"))
        return next((party for of, _, party in rows if of == state), state)

    def _only_state(self, office: Office) -> str | None:
        """중앙군사위원회 부주석: no other state has that office, whatever its body is called."""
        titled = self.lexicon.names.title_in(office.title)
        if titled is None or titled.state is None or " " not in titled.form:
            return None
        text = self.line.text
        inner = (a for a in office.inner if a.whole is None)
        if any(a.kind is ActorKind.STATE or owner_in(a, text, self.lexicon) for a in inner):
            return None  # 북한 외교부 부부장, in the nineties: the page says whose it is
        state = self.lexicon.names.state_of(office.of) if office.of is not None else None
        return titled.state if state not in {None, titled.state} else None

    def _is_foreign(self, name: str, bodies: str | None) -> bool:
        """A foreign name does not serve home, nor one of several words the North: 외무성 국장."""
        if bodies == self.perspective.home:
            return not korean_like(name, self.lexicon)
        return " " in name and bodies in self.lexicon.words("states-of-hangul-names")

    def _abroad(self, office: Office, bodies: str | None) -> str | None:
        """The one foreign state whose body of such a name the page names in full: 몽골 외교부."""
        states = {
            row.state
            for atom in office.inner
            for _, row in self.lexicon.names.all_claiming(atom.span.of(self.line.text))
            if row.id in self.present and row.state not in {None, self.perspective.home, bodies}
        }
        return states.pop() if len(states) == 1 else None

    def _known_owner(self, office: Office, row: ActorRow) -> str | None:
        """Of whom the pack says that this person holds such an office; an army's is its state's."""
        roles = self.lexicon.names.roles_of(row.name)
        matching = [r for r in roles if r.title.endswith(office.head)]
        now = [r for r in matching if self.roster.day and r.held_on(self.roster.day)]
        home = self.lexicon.names.state_of(row.name)
        titled = self.lexicon.names.title_in(office.title)
        of_state = titled is not None and titled.cls == "minister"
        if not matching and home is not None and (of_state or self.state_of_bodies(office) == home):
            return home  # an office that the pack does not have: 외무성 부상 of a later party head
        for role in (*now, *matching, *roles):
            owners = self.lexicon.names.named(role.of)
            army = any(isinstance(o, ActorRow) and o.type == "army" for o in owners)
            return self.lexicon.names.state_of(role.of) if army else role.of
        return None
