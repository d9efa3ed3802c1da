"""Utterances in order → for each sentence, who vouches for what nobody in it is said to tell.

Comes in: parsed sentences with their utterances. Goes out: a chain per sentence. A witness once
named carries on over the sentences about the same people and days, until another voice speaks,
the narrator turns to other times or people, or another witness takes over; what leads up to
``…고 통신이 전했다`` in one paragraph is the agency's too. When in doubt: no chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from haengbo.model.article import BlockKind
from haengbo.model.reading import Chain, Link
from haengbo.reading.attribution.allegiance import Allegiance
from haengbo.reading.attribution.scenes import Scene, near_any

#: Paragraphs from a report to “보도에 따르면”.
_AGAIN = 2
#: Paragraphs that an account fills at most, behind the one that opens it.
_ACCOUNT = 5
#: So far into a sentence who tells it may open it: 앞서 통신은.
_HEAD = 12


class Carried(msgspec.Struct, frozen=True):
    """Who vouches for a sentence, and for which days.

    Attributes:
        chain: Its own chain or the one that carries on there; empty for the narrator.
        days: Days that the witness has spoken of.
        block: The paragraph that names the witness.
    """

    chain: Chain = ()
    days: frozenset[str] = frozenset()
    block: int = -1


@dataclass(slots=True)
class _Witness:
    chain: Chain = ()
    people: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    occasions: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    block: int = -1
    # The last sentence of its account in which somebody speaks.
    spoke: int = -2
    # The last sentence that itself names the witness.
    told: int = -2
    unnamed: bool = False
    interrupted: bool = False
    # Whether it opens an account that fills the paragraphs below (다음과 같이 전하였다).
    account: bool = False


class Witnesses:
    """Follows the witness through the scenes of a page."""

    def __init__(self, media: frozenset[str], sides: Allegiance) -> None:
        self._media = media
        self._sides = sides
        self._now = _Witness()
        self._all: list[_Witness] = []
        self._before: list[frozenset[str]] = []

    def follow(self, scenes: Sequence[Scene]) -> tuple[Carried, ...]:
        """Who vouches for each scene: its own chain, or the one that carries on there."""
        chains = [Carried() for _ in scenes]
        lead, below = _lead_of(scenes)
        for index, scene in enumerate(scenes):
            self._before.append(scene.people)
            if scene.parsed.sentence.kind is not BlockKind.BODY:
                chains[index] = self._carried(self._of_caption(scene))
            elif scene.told and self._has_medium(scene.told):
                self._take_over(scene)
                taken_up = lead is not None and index == below and not scenes[lead].told
                if lead is not None and taken_up and self._takes_up(scenes[lead], scene):
                    self._now.people |= scenes[lead].people
                chains[index] = self._carried(scene.told)
                self._look_back(scenes, chains, index)
                if index and scene.thus and not scenes[index - 1].told:
                    chains[index - 1] = self._carried(_as_carried(scene.told))
                    self._now.people |= scenes[index - 1].people | scenes[index - 1].speakers
            elif self._carries(scene):
                chains[index] = self._carried(_as_carried(self._now.chain))
                self._now.people |= scene.people
                self._note_words(scene)
            elif self._breaks(scene):
                self._now.interrupted = True
        self._lead(scenes, chains)
        return tuple(chains)

    def _carried(self, chain: Chain) -> Carried:
        return Carried(chain, frozenset(self._now.days), self._now.block)

    def _breaks(self, scene: Scene) -> bool:
        """Another voice or another time; an aside of the narrator is neither."""
        now = self._now
        if scene.own:
            return True
        strange = scene.speakers - now.people - now.states if not scene.answers else ()
        return bool(strange) or (bool(scene.days) and not self._same_time(scene, now.days))

    def _lead(self, scenes: Sequence[Scene], chains: list[Carried]) -> None:
        """A lead without a source has that of the sentence that takes it up below."""
        lead, below = _lead_of(scenes)
        if lead is None or below is None or scenes[lead].told or chains[lead].chain:
            return
        taken_up = self._takes_up(scenes[lead], scenes[below])
        by_organ = self._speaks_by(scenes[lead], scenes[below])
        own = by_organ or self._of_its_own(scenes[lead], scenes[below].told)
        # 통신에 실린 담화: it brings a text, and tells of no happening
        tells = self._has_medium(scenes[below].told) and not _brings_text(scenes[below])
        if not (tells and taken_up and own):
            return
        days = set(chains[below].days)
        if not days or self._same_time(scenes[lead], days):
            told = _as_carried(scenes[below].told)
            chains[lead] = Carried(told, chains[below].days, scenes[below].block)

    def _speaks_by(self, lead: Scene, below: Scene) -> bool:
        """러시아는 배를 보낸다고 발표했다. 타스통신은 …: a state speaks through its organ."""
        return bool(below.told) and lead.speakers == {self._sides.of_organ(below.told[-1].name)}

    def _takes_up(self, lead: Scene, below: Scene) -> bool:
        """Whether a sentence goes on about those of the lead.

        Who speaks there speaks to the page; only a state does so through its organ.
        """
        told_of = below.people | below.speakers
        own = self._speaks_by(lead, below)
        if lead.speakers and not lead.speakers & told_of:
            return own
        return (
            own or bool(lead.people & told_of) or not told_of or bool(lead.parties & below.parties)
        )

    def _of_its_own(self, scene: Scene, told: Chain) -> bool:
        """Whether it is about people whose doings are known from this medium alone.

        What happens where others may report, the page may know by itself.
        """
        states = {self._sides.of_sole_organ(link.name) for link in told} - {None}
        return any(self._sides.of_name(p) in states for p in scene.people | scene.speakers)

    def first_for(self, names: Sequence[str]) -> Chain:
        """The first witness on the page who tells of one of these people (for headlines)."""
        for witness in self._all:
            if witness.people.intersection(names):
                return _as_carried(witness.chain)
        return ()

    def _has_medium(self, chain: Chain) -> bool:
        return any(link.name in self._media for link in chain)

    def _take_over(self, scene: Scene) -> None:
        same = self._now.chain and self._now.chain[0].name == scene.told[0].name
        if not same or self._now.interrupted:
            self._now = _Witness(scene.told)
            self._all.append(self._now)
        self._now.chain = scene.told
        named = {link.name for link in scene.told}
        self._now.people |= scene.people - named
        if scene.both and not scene.people - named and len(self._before) > 1:
            # 통신은 두 장관이 서명했다고 전했다: those of the sentence before
            self._now.people |= self._before[-2]
        self._now.states |= scene.states
        self._now.days |= scene.days
        self._now.occasions |= scene.occasions
        self._now.parties |= scene.parties
        self._now.letters |= scene.letters
        self._now.block = scene.block
        self._now.interrupted = False
        self._now.account = scene.account
        self._now.told = scene.parsed.sentence.index
        self._now.unnamed = self._now.unnamed or scene.unnamed
        self._note_words(scene)

    def _note_words(self, scene: Scene) -> None:
        if scene.speakers:
            self._now.spoke = scene.parsed.sentence.index

    def _carries(self, scene: Scene) -> bool:
        now = self._now
        comments = scene.comments and not scene.speakers
        again = scene.again and now.chain and scene.block - now.block <= _AGAIN
        if again:
            now.block, now.interrupted = scene.block, False
        if again or self._is_of_account(scene) or self._tells_on(scene):
            return True
        like = scene.besides and not scene.speakers and not scene.leading & now.people
        apart = scene.recalled or (scene.nobodys and scene.block != now.block)
        by_himself = scene.own or scene.heard or apart
        if not now.chain or comments or like or by_himself or self._is_strange(scene):
            return False
        anonymous = not scene.leading and not scene.people and not scene.speakers
        if anonymous and scene.block == now.block and not now.interrupted:
            return True
        if not self._same_time(scene, now.days) and not self._goes_back(scene):
            return False
        return self._resumes(scene) if now.interrupted else self._is_ours(scene)

    def _tells_on(self, scene: Scene) -> bool:
        """Hearsay in the paragraph of the witness, or what stands in a letter told of.

        통신은 주석이 [축전]을 보냈다고 보도했다. 주석은 [축전에서] …: it tells that as well.
        """
        now = self._now
        if not now.chain or now.interrupted:
            return False
        if scene.hearsay and scene.block == now.block:
            return True
        next_to = now.told == scene.parsed.sentence.index - 1
        same = scene.block - now.block <= 1 and (next_to or self._same_time(scene, now.days))
        by_itself = scene.own or scene.heard or scene.recalled or scene.besides
        return same and not by_itself and bool(scene.speakers and scene.letters & now.letters)

    def _is_of_account(self, scene: Scene) -> bool:
        """통신은 다음과 같이 전하였다: whoever acts and speaks below does so in its account."""
        within = self._now.account and scene.block - self._now.block <= _ACCOUNT
        return within and not (scene.own or scene.heard)

    def _is_strange(self, scene: Scene) -> bool:
        """Whether somebody speaks or some state acts of whom the witness did not tell."""
        now = self._now
        foreign = scene.states and not scene.people and not scene.states & now.states
        if foreign and scene.further:
            # 북한 대표단이 왔다고 전했다. 북한은 [또] …: what else their state does
            foreign = not scene.states & {self._sides.of_name(name) for name in now.people}
        strangers = scene.speakers - now.people - now.states
        guests = scene.answers or bool(scene.met & now.people) or self._explains(scene)
        guests = guests or (scene.thus and now.told == scene.parsed.sentence.index - 1)
        if self._now.unnamed and scene.speakers and scene.occasions - now.occasions:
            return True  # what somebody said at a meeting of his own needs no source within
        return bool(foreign) or (bool(strangers) and not guests)

    def _explains(self, scene: Scene) -> bool:
        """통신이 3일 …고 보도했다. 대변인은 이날 “…”고 답했다: he is named after what he said."""
        now = self._now
        next_to = now.told == scene.parsed.sentence.index - 1 and now.spoke != now.told
        if not next_to or scene.occasions or not scene.days & now.days:
            return False
        return self._sides.of_medium(now.chain[-1].name) in scene.sides

    def _is_ours(self, scene: Scene) -> bool:
        """Whether it is about those of whom the witness told."""
        now = self._now
        known = bool((scene.people | scene.speakers) & (now.people | now.states))
        leads = bool(scene.speakers) or not scene.leading or bool(scene.leading & now.people)
        leads = leads or (scene.block == now.block and self._turns_to(scene))
        leads = leads or self._is_office_of_theirs(scene)
        if scene.occasions & now.occasions and not scene.speakers and not scene.dated:
            return True
        if scene.there and not scene.speakers and scene.block - now.block <= 1:
            return True
        if scene.parties & now.parties and not scene.speakers and not scene.states - now.states:
            return True
        nobody = not scene.people and (bool(scene.days) or scene.pair)
        near = (
            scene.block == now.block
            or known
            or nobody
            or self._replies(scene)
            or self._explains(scene)
        )
        return leads and near

    def _is_office_of_theirs(self, scene: Scene) -> bool:
        """외무상이 손님을 만났다고 통신은 전했다. [외무성은] 손님을 위해 연회를 열었다."""
        now = self._now
        others = (scene.people & now.people) - scene.leading
        sides = {self._sides.of_name(name) for name in now.people - others} - {None}
        own = all(self._sides.of_name(name) in sides for name in scene.leading)
        first = (s for s in scene.parsed.subjects if scene.leading.intersection(s.names))
        by_office = not any(s.person for s in first)
        return bool(others) and own and by_office and not scene.besides

    def _replies(self, scene: Scene) -> bool:
        """국장은 “…”고 답했다, right after words that the witness told: it tells of both."""
        by_person = scene.answers and not scene.apart and bool(scene.sides)
        return by_person and self._now.spoke == scene.parsed.sentence.index - 1

    def _turns_to(self, scene: Scene) -> bool:
        """왕 부장은 인사를 전했다: whom the page has told of together with those of the account."""
        now = self._now
        beside = (p for p in self._before if p & now.people or not now.people)
        return not scene.besides and scene.leading <= frozenset().union(*beside)

    def _resumes(self, scene: Scene) -> bool:
        """The narrator comes back to the same meeting of the same two after other voices."""
        now = self._now
        alone = len({w.chain[-1].name for w in self._all}) == 1
        again = len(scene.people & now.people) > 1 and bool(scene.occasions & now.occasions)
        if not (alone and again and scene.leading & now.people):
            return False
        now.interrupted = False
        now.block = scene.block
        return True

    @staticmethod
    def _same_time(scene: Scene, days: set[str]) -> bool:
        """Whether it speaks of the witness's days, or of none: who speaks may look back."""
        if not scene.dated or any(near_any(day, days) for day in scene.days):
            return True
        return not scene.days and bool(scene.speakers) and not scene.apart

    def _goes_back(self, scene: Scene) -> bool:
        """통신은 대사가 글을 보냈다고 전했다. 대사는 8일 보낸 글에서 …: the day comes only now."""
        now = self._now
        next_to = now.told == scene.parsed.sentence.index - 1 and not now.days
        same = bool(scene.speakers) and scene.speakers <= now.people
        there = not scene.occasions or bool(scene.occasions & now.occasions)
        return next_to and same and there and not scene.apart

    def _look_back(self, scenes: Sequence[Scene], chains: list[Carried], index: int) -> None:
        """What leads up to “…고 통신이 전했다” in the same paragraph is the agency's too."""
        here = scenes[index]
        anew = _opens(here)
        named = {link.name for link in here.told}
        people = here.people - named
        for earlier in range(index - 1, -1, -1):
            scene = scenes[earlier]
            if scene.block != here.block or scene.told:
                break
            if chains[earlier].chain and chains[earlier].block == here.block:
                break  # somebody named in the same paragraph tells it
            if scene.comments and not scene.speakers:
                continue
            if here.days and scene.dated and not self._same_time(scene, set(here.days)):
                break
            shared = scene.people & (people | self._now.people) or not people
            if anew and not self._of_its_own(scene, here.told):
                break  # 통신은 …고 전했다: a new account, unless its own leaders act before it
            strangers = scene.speakers - people - self._now.people
            shown = here.told[0].rule == "cue:published" and scene.sides and not scene.apart
            if not shared or (strangers and not shown):
                break
            days = frozenset(self._now.days | scene.days)
            chains[earlier] = Carried(_as_carried(here.told), days, here.block)
            self._now.people |= scene.people
            self._now.days |= scene.days

    def _of_caption(self, scene: Scene) -> Chain:
        """A picture that the witness itself made belongs to its account."""
        if not self._now.chain or self._now.interrupted or not scene.people & self._now.people:
            return ()
        credit = self._now.chain[-1].name
        return _as_carried(self._now.chain) if credit in scene.credits else ()


def _brings_text(scene: Scene) -> bool:
    """서기는 통신에 실린 담화에서 …고 했다: the medium is only where the text stood."""
    return bool(scene.told) and scene.told[-1].rule == "cue:through"


def _opens(scene: Scene) -> bool:
    """통신은 …고 보도했다, 통신에 따르면 …: who tells it opens the sentence, and a new account."""
    start = scene.parsed.sentence.span.start
    return any(start <= link.span.start <= start + _HEAD for link in scene.told)


def _lead_of(scenes: Sequence[Scene]) -> tuple[int | None, int | None]:
    """The first sentence of the text, and the first of the paragraph below it."""
    body = [i for i, s in enumerate(scenes) if s.parsed.sentence.kind is BlockKind.BODY]
    if not body:
        return None, None
    below = next((i for i in body if scenes[i].block != scenes[body[0]].block), None)
    return body[0], below


def _as_carried(chain: Chain) -> Chain:
    return tuple(Link(x.name, x.span, f"carried:{x.rule.removeprefix('carried:')}") for x in chain)
