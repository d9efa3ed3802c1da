"""Utterances in order → for each sentence, who vouches for what nobody in it is said to tell.

Comes in: parsed sentences with their utterances. Goes out: a chain per sentence. A witness once
named carries on over the sentences about the same people and days, until another voice speaks,
the narrator turns to other times or people, or another witness takes over; what leads up to
``…고 통신이 전했다`` in one paragraph is the agency's too. When in doubt: no chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, Link, TimeExpression
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.phrases import Nature, Role
from haengbo.reading.attribution.verbs import Verb, VerbForm
from haengbo.reading.document import Document

_DAY = len("2024-11-02")
_PEOPLE = {ActorKind.PERSON, ActorKind.ORGANISATION}


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as the witness sees it.

    Attributes:
        parsed: The sentence.
        utterances: What is said in it.
        people: Persons and organisations named outside quotations.
        states: States named outside quotations.
        leading: The people that it is about.
        days: Days spoken of outside quotations.
        dated: Whether any time is spoken of.
        told: The chain that the sentence itself gives.
        occasions: Happenings at which people speak that it names.
        credits: Media named in it.
        comments: Whether the narrator interprets in it (…로 해석된다).
    """

    parsed: Parsed
    utterances: tuple[Utterance, ...]
    people: frozenset[str]
    states: frozenset[str]
    leading: frozenset[str]
    days: frozenset[str]
    dated: bool
    told: Chain
    occasions: frozenset[str]
    credits: frozenset[str]
    comments: bool

    @property
    def block(self) -> int:
        """Block of the sentence."""
        return self.parsed.sentence.block_index

    @property
    def speakers(self) -> frozenset[str]:
        """Who says something in it, media apart."""
        return frozenset(
            name
            for u in self.utterances
            if u.spoken and u.voice.nature is not Nature.MEDIUM
            for name in u.voice.names
        )


@dataclass(frozen=True, slots=True)
class Carried:
    """Who vouches for a sentence, and for which days.

    Attributes:
        chain: Its own chain or the one that carries on there; empty for the narrator.
        days: Days that the witness has spoken of.
    """

    chain: Chain = ()
    days: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Witness:
    chain: Chain = ()
    people: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    occasions: set[str] = field(default_factory=set)
    block: int = -1
    interrupted: bool = False


def scene_of(
    document: Document, parsed: Parsed, utterances: Sequence[Utterance], lexicon: Lexicon
) -> Scene:
    """Look at one sentence; a caption's maker may stand in another sentence of its block."""
    sentence = parsed.sentence
    block = sentence.block.span if sentence.kind is BlockKind.CAPTION else sentence.span
    outside = [
        m for m in document.mentions_in(sentence.span) if not sentence.quote_at(m.span.start)
    ]
    times = [t for t in document.times_in(sentence.span) if not sentence.quote_at(t.span.start)]
    able = [s for s in parsed.subjects if s.nature in (Nature.NAMED, Nature.UNNAMED)]
    able = [s for s in able if not s.state]
    leading = next((s for s in able if not s.guess), able[0] if able else None)
    own = tuple(u for u in utterances if u.parsed is parsed)
    return Scene(
        parsed,
        tuple(utterances),
        frozenset(m.name for m in outside if m.kind in _PEOPLE and not m.weak),
        frozenset(m.name for m in outside if m.kind is ActorKind.STATE and not m.weak),
        frozenset(leading.names if leading else ()),
        frozenset(day for t in times for day in days_of(t)),
        bool(times),
        told_chain(own) or chain_beside(parsed),
        frozenset(t.form for t in parsed.stretch.tokens if t.form in lexicon.occasions),
        frozenset(m.name for m in document.mentions_in(block) if m.kind is ActorKind.MEDIUM),
        _comments(parsed, lexicon),
    )


def _comments(parsed: Parsed, lexicon: Lexicon) -> bool:
    """…로 해석된다; …할 예정이다: what the narrator makes of it, or what is still to come."""
    verbs = parsed.stretch.verbs
    if not verbs or parsed.sentence.kind is not BlockKind.BODY:
        return False
    last = verbs[-1]
    return last.lemma in lexicon.narrator or (last.form is VerbForm.FINAL and not last.past)


def days_of(time: TimeExpression) -> tuple[str, ...]:
    """The days that an expression names; none for months and years."""
    ends = [end for end in time.value.split("/") if len(end) >= _DAY]
    return tuple(end[:_DAY] for end in ends)


def told_chain(utterances: Sequence[Utterance]) -> Chain:
    """The longest chain that what is said in a sentence has by itself.

    A document that was made public before keeps its way here; the sentence does not tell of it.
    """
    telling = [u for u in utterances if u.voice.nature is not Nature.DOCUMENT]
    chains = [(*_own_link(u), *u.links) for u in telling]
    return max(chains, key=len, default=())


def _own_link(u: Utterance) -> Chain:
    if u.voice.nature is not Nature.MEDIUM:
        return ()
    lemma = u.layer.verb.lemma if u.layer.verb else ""
    rule = "carried" if u.carried else f"verb:{lemma}"
    # Two agencies side by side are two witnesses; the chain keeps the first.
    own = tuple(Link(name, u.voice.span, rule) for name in u.voice.names[:1])
    return (*u.cited, *own)


def chain_beside(parsed: Parsed) -> Chain:
    """The chain of a sentence without reported speech: 통신에 따르면; 통신은 전문을 공개했다."""
    for cue in parsed.cues:
        if cue.kind in {"according", "published"} and cue.nature is not Nature.DOCUMENT:
            return tuple(Link(name, cue.span, f"cue:{cue.kind}") for name in cue.names)
    for subject in parsed.subjects:
        after = [v for v in parsed.stretch.verbs if v.span.start >= subject.end]
        near = after if subject.role is Role.TOPIC else after[:1]
        verb = next((v for v in near if _reports(v)), None)
        if subject.nature is Nature.MEDIUM and verb is not None:
            rule = f"verb:{verb.lemma}"
            return tuple(Link(name, subject.span, rule) for name in subject.names)
    return ()


def _reports(verb: Verb) -> bool:
    finite = verb.form in (VerbForm.FINAL, VerbForm.CONNECTIVE)
    medium = verb.row is not None and verb.row.medium and verb.row.kind != "do"
    return finite and medium and not verb.negated


class Witnesses:
    """Follows the witness through the scenes of a page."""

    def __init__(self, media: frozenset[str]) -> None:
        self._media = media
        self._now = _Witness()
        self._all: list[_Witness] = []

    def follow(self, scenes: Sequence[Scene]) -> tuple[Carried, ...]:
        """Who vouches for each scene: its own chain, or the one that carries on there."""
        chains = [Carried() for _ in scenes]
        for index, scene in enumerate(scenes):
            if scene.parsed.sentence.kind is not BlockKind.BODY:
                chains[index] = Carried(self._of_caption(scene), frozenset(self._now.days))
            elif scene.told and self._has_medium(scene.told):
                self._take_over(scene)
                chains[index] = Carried(scene.told, frozenset(self._now.days))
                self._look_back(scenes, chains, index)
            elif self._carries(scene):
                chains[index] = Carried(_as_carried(self._now.chain), frozenset(self._now.days))
                self._now.people |= scene.people
            elif self._breaks(scene):
                self._now.interrupted = True
        self._lead(scenes, chains)
        return tuple(chains)

    def _breaks(self, scene: Scene) -> bool:
        """Another voice or another time; an aside of the narrator is neither."""
        now = self._now
        if scene.speakers - now.people - now.states:
            return True
        ours = bool(scene.leading & now.people) or bool(scene.people & now.people)
        return not self._same_time(scene, now.days) and not (ours and not scene.days)

    def _lead(self, scenes: Sequence[Scene], chains: list[Carried]) -> None:
        """A lead without a source has that of the sentence that takes it up below."""
        body = [i for i, s in enumerate(scenes) if s.parsed.sentence.kind is BlockKind.BODY]
        if not body or scenes[body[0]].told or chains[body[0]].chain:
            return
        lead = scenes[body[0]]
        below = next((i for i in body if scenes[i].block != lead.block), None)
        if below is None or not self._has_medium(scenes[below].told):
            return
        same = lead.people & scenes[below].people or not scenes[below].people
        days = set(chains[below].days)
        if same and (not days or self._same_time(lead, days)):
            chains[body[0]] = Carried(_as_carried(scenes[below].told), chains[below].days)

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
        self._now.states |= scene.states
        self._now.days |= scene.days
        self._now.occasions |= scene.occasions
        self._now.block = scene.block
        self._now.interrupted = False

    def _carries(self, scene: Scene) -> bool:
        now = self._now
        if not now.chain or scene.comments or scene.speakers - now.people - now.states:
            return False
        goes_on = scene.block == now.block and not scene.leading and not scene.people
        if goes_on and not now.interrupted and not scene.speakers:
            return True
        if not self._same_time(scene, now.days):
            return False
        if now.interrupted:
            return self._resumes(scene)
        known = bool((scene.people | scene.speakers) & (now.people | now.states))
        leads = bool(scene.speakers) or not scene.leading or bool(scene.leading & now.people)
        if scene.block == now.block:
            return leads
        return leads and (known or (bool(scene.days) and not scene.people))

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
        return not scene.days and bool(scene.speakers)

    def _look_back(self, scenes: Sequence[Scene], chains: list[Carried], index: int) -> None:
        """What leads up to “…고 통신이 전했다” in the same paragraph is the agency's too."""
        here = scenes[index]
        named = {link.name for link in here.told}
        people = here.people - named
        for earlier in range(index - 1, -1, -1):
            scene = scenes[earlier]
            if scene.block != here.block or scene.told:
                break
            shared = scene.people & (people | self._now.people) or not people
            if not shared or scene.speakers - people - self._now.people:
                break
            days = frozenset(self._now.days | scene.days)
            chains[earlier] = Carried(_as_carried(here.told), days)
            self._now.people |= scene.people
            self._now.days |= scene.days

    def _of_caption(self, scene: Scene) -> Chain:
        """A picture that the witness itself made belongs to its account."""
        if not self._now.chain or self._now.interrupted or not scene.people & self._now.people:
            return ()
        credit = self._now.chain[-1].name
        return _as_carried(self._now.chain) if credit in scene.credits else ()


def near_any(day: str, days: Iterable[str]) -> bool:
    """The same day or the one next to it."""
    return any(abs(_ordinal(day) - _ordinal(other)) <= 1 for other in days)


def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    return year * 372 + month * 31 + number


def _as_carried(chain: Chain) -> Chain:
    return tuple(Link(x.name, x.span, f"carried:{x.rule.removeprefix('carried:')}") for x in chain)
