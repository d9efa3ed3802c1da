"""Sentences → drafts: one account of a happening at one place of the text.

Comes in: a ``Document`` and its ``Attributions``. Goes out: ``Draft``s in order of the text, not yet
merged. The meeting told of last is the scene: what is said, handed over or laid down next without a
date of its own belongs to its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, Link, ParticipantRole, Statement, Status
from haengbo.model.span import Span
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.clauses import Case, Clauses, Phrase, Verb, clauses_of
from haengbo.reading.events.lexicon import Lexicon, lexicon
from haengbo.reading.events.modality import status_of
from haengbo.reading.events.participants import Roles, Setting, coordinated, fill, heads
from haengbo.reading.events.triggers import Trigger, find_triggers
from haengbo.reading.events.when import Dated, date_of, is_point
from haengbo.reading.events.where import place_of
from haengbo.reading.events.world import World, world_of
from haengbo.korean.predicates import Ending

#: Types that are acts of speech: the happening is the utterance.
UTTERANCES = {"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST"}
_KINDS = {BlockKind.BODY, BlockKind.CAPTION}
#: How many sentences a scene lasts.
_SCENE = 15
_FINITE = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE}
#: How far behind a clause a word that its frame needs may stand, in code points.
_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Draft:
    """One account of a happening.

    Attributes:
        frame: The frame that found it.
        roles: Who takes part, and as what.
        status: How it stands.
        date: EDTF or ``None``.
        dated: The expression that gave the date, or ``None`` (carried from the scene).
        place: As the page puts it, or ``None``.
        span: Where it is told.
        sentence: Index of the sentence.
        told: Whether a verb tells it, not only a noun.
        caption: Whether it stands under a picture.
        chain: Who reports it.
        topics: What it was about.
    """

    frame: FrameRow
    roles: Roles
    status: Status
    date: str | None
    dated: Dated | None
    place: str | None
    span: Span
    sentence: int
    told: bool
    caption: bool
    chain: Chain
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A meeting, visit or ceremony with its day, just told of."""

    date: str
    place: str | None
    names: tuple[str, ...]
    sentence: int
    mode: str | None


def find_drafts(document: Document, attributions: Attributions) -> tuple[Draft, ...]:
    """Every account of a happening on the page."""
    reader = _Reader(document, attributions)
    return tuple(
        draft
        for sentence in document.sentences
        if sentence.kind in _KINDS
        for draft in reader.read(sentence)
    )


class _Reader:
    """Goes through the sentences and remembers the scene."""

    def __init__(self, document: Document, attributions: Attributions) -> None:
        self.document = document
        self.attributions = attributions
        self.words: Lexicon = lexicon(document.knowledge)
        self.world: World = world_of(document)
        self.scenes: list[_Scene] = []
        self.told: list[Draft] = []
        self.carried: tuple[str, ...] = ()

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """Drafts of one sentence."""
        words = self.words
        clauses = clauses_of(self.document, sentence, words.verbal, words.happening)
        for trigger in find_triggers(clauses, words, lambda p: bool(heads(clauses, p))):
            draft = self._draft(clauses, trigger)
            if draft is not None:
                self._remember(draft)
                yield draft
        joined = self._attendance(clauses)
        if joined is not None:
            yield joined
        self.carried = self._topic(clauses) or self.carried

    def _topic(self, clauses: Clauses) -> tuple[str, ...]:
        """Who the sentence is about: its first subject outside quotations, media apart."""
        for item in clauses.items:
            if isinstance(item, Phrase) and item.case in {Case.TOPIC, Case.SUBJECT}:
                found = heads(clauses, item) if clauses.quote_of(item) is None else ()
                names = tuple(m.name for m in found if m.kind is not ActorKind.MEDIUM)
                if names:
                    return names
        return ()

    def _draft(self, clauses: Clauses, trigger: Trigger) -> Draft | None:
        setting = self._setting(clauses, trigger)
        for frame in self._ordered(trigger):
            if not self._admits(clauses, trigger, frame):
                continue
            roles = fill(frame, trigger, setting) or self._recalled(clauses, trigger, frame)
            if roles is None or not self._plausible(frame, roles):
                continue
            status = self._status(clauses, trigger, frame)
            if status is None:
                return None
            return self._complete(clauses, trigger, frame, roles, status)
        return None

    def _attendance(self, clauses: Clauses) -> Draft | None:
        """회담에는 부상이 배석했다: adds to the meeting just told of."""
        verb = next(
            (
                i
                for i in clauses.items
                if isinstance(i, Verb)
                and i.lemma in self.words.attending
                and clauses.quote_of(i) is None
            ),
            None,
        )
        meeting = next(
            (d for d in reversed(self.told) if d.frame.mode in {"meeting", "sign"}), None
        )
        if verb is None or meeting is None:
            return None
        if clauses.sentence.index - meeting.sentence > _SCENE:
            return None
        names = {
            mention.name: ParticipantRole.PARTY
            for item in clauses.items
            if isinstance(item, Phrase) and item.span.end <= verb.span.start
            if item.case is Case.SUBJECT
            for member in coordinated(clauses, item)
            for mention in heads(clauses, member)
            if mention.kind is ActorKind.PERSON
        }
        if not names:
            return None
        span = clauses.sentence.span
        return replace(
            meeting, roles=meeting.roles | names, span=span, sentence=clauses.sentence.index
        )

    def _recalled(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Roles | None:
        """지난 3월 방북 뒤에는: the same people as in the visit just told of, at another time."""
        nominal = trigger.noun or (
            trigger.verb is not None and clauses.sets_another_time(trigger.verb)
        )
        if not nominal or frame.mode not in {"visit", "meeting"} or frame.nominal != "always":
            return None
        if trigger.support is not None or date_of(clauses, trigger) is None:
            return None
        named = fill(
            replace(frame, parties=0, slots=_optional(frame)),
            trigger,
            self._setting(clauses, trigger),
        )
        for draft in reversed(self.told):
            if draft.frame.mode != frame.mode:
                continue
            given = {g.partition(":")[2] for g in frame.given}
            fits = given <= set(draft.roles) and set(named or {}) <= set(draft.roles)
            return dict(draft.roles) if fits else None
        return None

    def _plausible(self, frame: FrameRow, roles: Roles) -> bool:
        """Nobody visits the own state."""
        if frame.mode != "visit":
            return True
        hosts = {name for name, role in roles.items() if role is ParticipantRole.TARGET}
        guests = {self.world.state_of(n) for n, r in roles.items() if r is ParticipantRole.SOURCE}
        return not hosts <= guests

    def _ordered(self, trigger: Trigger) -> Sequence[FrameRow]:
        """Frames with words that they need first: they are the more telling ones."""
        return sorted(trigger.frames, key=lambda frame: not (frame.needs or frame.near))

    def _admits(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        reach = _reach(clauses, trigger)
        text = clauses.text(reach)
        beyond = min(clauses.sentence.span.end, reach.end + _AHEAD)
        if frame.needs and not any(
            w in clauses.text(Span(reach.start, beyond)) for w in frame.needs
        ):
            return False
        if frame.near and not any(w in self._around(clauses) for w in frame.near):
            return False
        if frame.quoting and not any(q.kind == "double" for q in clauses.sentence.quotes):
            return False
        if any(word in text for word in frame.excludes):
            return False
        if frame.type in UTTERANCES and self._reported_by_act(clauses, trigger):
            return False
        if frame.finite and trigger.verb is not None and trigger.verb.ending not in _FINITE:
            return False
        if trigger.noun and (self._told_by_verb(trigger, frame) or _is_anniversary(clauses, trigger)):
            return False
        if not trigger.noun or trigger.support is not None:
            return True
        if frame.nominal == "dated":
            return date_of(clauses, trigger) is not None
        if frame.nominal == "quoted":
            return self._statement(trigger.span) is not None
        return frame.nominal == "always"

    def _told_by_verb(self, trigger: Trigger, frame: FrameRow) -> bool:
        """조약에 서명하다: the verb has a frame of the same kind and tells it better."""
        if trigger.verb is None or trigger.listed:
            return False
        frames = self.words.frames_of_predicate(trigger.verb.lemma)
        return any((f.type, f.mode) == (frame.type, frame.mode) for f in frames)

    def _around(self, clauses: Clauses) -> str:
        """This sentence and the two before."""
        index = clauses.sentence.index
        first = self.document.sentences[max(0, index - 2)]
        start = min(first.span.start, clauses.sentence.span.start)
        return clauses.text(Span(start, clauses.sentence.span.end))

    def _reported_by_act(self, clauses: Clauses, trigger: Trigger) -> bool:
        """“… 철수를 촉구한다”고 항의했다: the verb outside is the act, not the one inside."""
        quote = clauses.sentence.quote_at(trigger.span.start)
        if quote is None or quote.kind != "double":
            return False
        verb = next(
            (i for i in clauses.items if isinstance(i, Verb) and i.stem >= quote.outer.end), None
        )
        if verb is None:
            return False
        return any(f.type in UTTERANCES for f in self.words.frames_of_predicate(verb.lemma))

    def _status(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Status | None:
        if frame.type in UTTERANCES and self._statement(trigger.span) is not None:
            return Status.OCCURRED
        return status_of(clauses, trigger, frame, self.words)

    def _statement(self, span: Span) -> Statement | None:
        return next(
            (s for s in self.attributions.statements if s.span.start <= span.start < s.span.end),
            None,
        )

    def _setting(self, clauses: Clauses, trigger: Trigger) -> Setting:
        statement = self._statement(trigger.span)
        scene = self._scene(clauses.sentence.index)
        said = statement or self._said_in(clauses)
        return Setting(
            clauses=clauses,
            world=self.world,
            speakers=self._speakers(said) if said else (),
            words=self._words(clauses, trigger, statement),
            present=scene.names if scene else (),
            carried=self.carried,
            host=self._host(scene),
        )

    def _scene(self, index: int, names: Iterable[str] | None = None) -> _Scene | None:
        """The last meeting told of, with one of these people if any are given; else a visit."""
        wanted = set(names) if names is not None else None
        fitting = [
            scene
            for scene in self.scenes
            if index - scene.sentence <= _SCENE and (wanted is None or wanted & set(scene.names))
        ]
        meetings = [scene for scene in fitting if scene.mode != "visit"]
        return next(reversed(meetings or fitting), None)

    def _host(self, scene: _Scene | None) -> str | None:
        if scene is None or scene.place is None:
            return None
        words = scene.place.split()
        return next((s for w in words if (s := self.world.state_of(w)) is not None), None)

    def _said_in(self, clauses: Clauses) -> Statement | None:
        """The last statement of the sentence: who makes it acts in the sentence's main clause."""
        inside = [s for s in self.attributions.statements if clauses.sentence.span.contains(s.span)]
        return inside[-1] if inside else None

    def _speakers(self, statement: Statement) -> tuple[str, ...]:
        names = []
        for name in statement.speaker:
            if self.world.kind_of(name) is not None:
                names.append(name)
                continue
            found = [
                m.name
                for m in self.document.mentions
                if m.kind is ActorKind.ORGANISATION
                and name.startswith(m.head.of(self.document.text))
            ]
            names.extend(found[:1])
        return tuple(names)

    def _words(
        self, clauses: Clauses, trigger: Trigger, statement: Statement | None
    ) -> tuple[Span, ...]:
        if statement is not None:
            return (statement.span,)
        start = clauses.sentence.span.start
        quotes = tuple(
            q.span
            for q in clauses.sentence.quotes
            if q.kind == "double" and q.outer.end <= trigger.span.end
        )
        if quotes or trigger.verb is None:
            return quotes
        subject = next(iter(trigger.arguments.subjects), None) if trigger.arguments else None
        begin = subject.span.end if subject is not None else start
        return (Span(begin, max(begin, trigger.span.start)),)

    def _complete(
        self,
        clauses: Clauses,
        trigger: Trigger,
        frame: FrameRow,
        roles: Roles,
        status: Status,
    ) -> Draft:
        dated = date_of(clauses, trigger) or self._date_of_saying(clauses, trigger, frame)
        date = self._date(clauses, frame, dated)
        place = place_of(clauses, trigger, frame, self.words, self.world)
        support = trigger.support
        told = not trigger.noun or (support is not None and "at" not in support.cases)
        scene = self._scene(clauses.sentence.index, roles) if frame.scene and told else None
        if scene is not None and date in {None, scene.date}:
            date = date or (scene.date if status is Status.OCCURRED else None)
            place = place or scene.place
        draft = Draft(
            frame=frame,
            roles=roles,
            status=status,
            date=date,
            dated=dated,
            place=place,
            span=_reach(clauses, trigger),
            sentence=clauses.sentence.index,
            told=told,
            caption=clauses.sentence.kind is BlockKind.CAPTION,
            chain=self._chain(trigger, frame),
            topics=(),
        )
        return self._planned_if_future(draft)

    def _planned_if_future(self, draft: Draft) -> Draft:
        published = self.document.article.published_day
        if draft.status is not Status.OCCURRED or draft.date is None or published is None:
            return draft
        start = draft.date.partition("/")[0]
        if len(published) == len("2024-01-01") and start > published and start[0].isdigit():
            return replace(draft, status=Status.PLANNED)
        return draft

    def _date_of_saying(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Dated | None:
        """외무성은 28일 “…”고 밝혔다: outside the words, before them or before the verb."""
        statement = self._statement(trigger.span)
        if frame.type not in UTTERANCES or statement is None:
            return None
        for item in reversed(clauses.items):
            if isinstance(item, Verb) or statement.span.contains(item.span):
                continue
            for time in self.document.times_in(item.span):
                if is_point(clauses, time, item) and item.case is not Case.GENITIVE:
                    return Dated(time, item.case, own=True)
        return None

    def _date(self, clauses: Clauses, frame: FrameRow, dated: Dated | None) -> str | None:
        if dated is None:
            return None
        value = dated.time.value.partition("T")[0]
        if "/" in value:
            return value
        if dated.before:
            return f"../{value}"
        if frame.bound == "end" or (frame.bound == "until" and dated.case is Case.UNTIL):
            return f"../{value}"
        going_on = clauses.text(clauses.sentence.span).rstrip(". ").endswith(("중이다", "있다"))
        if dated.case is Case.FROM and going_on and frame.mode == "visit":
            return f"{value}/.."
        return value

    def _remember(self, draft: Draft) -> None:
        self.told.append(draft)
        exact = draft.date is not None and len(draft.date) == len("2024-01-01")
        if draft.date is None or not exact or draft.status is not Status.OCCURRED:
            return
        if draft.told and draft.frame.type == "CONSULT":
            names = tuple(draft.roles)
            self.scenes.append(
                _Scene(draft.date, draft.place, names, draft.sentence, draft.frame.mode)
            )

    def _chain(self, trigger: Trigger, frame: FrameRow) -> Chain:
        """The speaker is a reporter of what happened, not of his own act of saying it."""
        return self.attributions.chain_of(trigger.span, act=frame.type in UTTERANCES)


def _is_anniversary(clauses: Clauses, trigger: Trigger) -> bool:
    """조약 체결 1주년: what is told is the anniversary."""
    return "주년" in clauses.document.text[trigger.span.end : trigger.span.end + 9]


def _optional(frame: FrameRow) -> tuple[Slot, ...]:
    return tuple(replace(slot, required=False) for slot in frame.slots)


def _reach(clauses: Clauses, trigger: Trigger) -> Span:
    """The clause of a verb with its subject; of a noun by itself what modifies it."""
    span = trigger.span
    if trigger.chain:
        span = Span(min(span.start, trigger.chain[0].span.start), span.end)
    if trigger.noun and trigger.relative is not None:
        span = trigger.relative.reach.hull(span)
    if trigger.arguments is not None and trigger.verb is not None:
        span = span.hull(trigger.arguments.reach).hull(trigger.verb.span)
        head = trigger.arguments.head
        if head is not None and trigger.verb.ending is Ending.ADNOMINAL:
            span = span.hull(head.span)
    return span


def phrase_text(clauses: Clauses, phrase: Phrase) -> str:
    """The printed words of a phrase."""
    return clauses.text(phrase.span)
