"""Sentences → drafts: one account of a happening at one place of the text.

Comes in: a ``Document`` and its ``Attributions``. Goes out: ``Draft``s in order of the text, not yet
merged. The meeting told of last is the scene: what is said, handed over or laid down next without a
date of its own belongs to its day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from haengbo.knowledge.frames import FrameRow
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, Link, Statement, Status
from haengbo.model.span import Span
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.clauses import Case, Clauses, Phrase, Verb, clauses_of
from haengbo.reading.events.lexicon import Lexicon, lexicon
from haengbo.reading.events.modality import status_of
from haengbo.reading.events.participants import Roles, Setting, fill, heads
from haengbo.reading.events.triggers import Trigger, find_triggers
from haengbo.reading.events.when import Dated, date_of, is_point
from haengbo.reading.events.where import place_of
from haengbo.reading.events.world import World, world_of
from haengbo.korean.predicates import Ending

#: Types that are acts of speech: the happening is the utterance.
UTTERANCES = {"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "PROTEST"}
_KINDS = {BlockKind.BODY, BlockKind.CAPTION}
#: How many sentences a scene lasts.
_SCENE = 8


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
    date: str | None = None
    place: str | None = None
    names: tuple[str, ...] = ()
    sentence: int = -100


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
        self.scene = _Scene()
        self.carried: tuple[str, ...] = ()

    def read(self, sentence: Sentence) -> Iterator[Draft]:
        """Drafts of one sentence."""
        clauses = clauses_of(self.document, sentence, self.words.verbal)
        for trigger in find_triggers(clauses, self.words, lambda p: bool(heads(clauses, p))):
            draft = self._draft(clauses, trigger)
            if draft is not None:
                self._remember(draft)
                yield draft
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
        for frame in self._ordered(clauses, trigger):
            if not self._admits(clauses, trigger, frame):
                continue
            roles = fill(frame, trigger, setting)
            if roles is None:
                continue
            status = self._status(clauses, trigger, frame)
            if status is None:
                return None
            return self._complete(clauses, trigger, frame, roles, status)
        return None

    def _ordered(self, clauses: Clauses, trigger: Trigger) -> Sequence[FrameRow]:
        """Frames with words that they need first: they are the more telling ones."""
        del clauses
        return sorted(trigger.frames, key=lambda frame: not frame.needs)

    def _admits(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        text = clauses.text(_reach(clauses, trigger))
        if frame.needs and not any(word in text for word in frame.needs):
            return False
        if any(word in text for word in frame.excludes):
            return False
        if frame.finite and trigger.verb is not None and trigger.verb.ending is Ending.ADNOMINAL:
            return False
        if not trigger.noun or trigger.support is not None:
            return True
        if frame.nominal == "dated":
            return date_of(clauses, trigger) is not None
        if frame.nominal == "quoted":
            return self._statement(trigger.span) is not None
        return frame.nominal == "always"

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
        near = clauses.sentence.index - self.scene.sentence <= _SCENE
        said = statement or self._said_in(clauses)
        return Setting(
            clauses=clauses,
            world=self.world,
            speakers=self._speakers(said) if said else (),
            words=self._words(clauses, trigger, statement),
            present=self.scene.names if near else (),
            carried=self.carried,
        )

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
        told = not trigger.noun or trigger.support is not None
        carried = self._carries(clauses, frame, roles, told=told)
        if date is None and carried and status is Status.OCCURRED:
            date = self.scene.date
        if place is None and carried and frame.scene:
            place = self.scene.place
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
            chain=self._chain(trigger, frame, status),
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
        if frame.bound == "end" or (frame.bound == "until" and dated.case is Case.UNTIL):
            return f"../{value}"
        going_on = clauses.text(clauses.sentence.span).rstrip(". ").endswith(("중이다", "있다"))
        if dated.case is Case.FROM and going_on and frame.mode == "visit":
            return f"{value}/.."
        return value

    def _carries(self, clauses: Clauses, frame: FrameRow, roles: Roles, *, told: bool) -> bool:
        """Whether the scene just told of dates this one too."""
        near = clauses.sentence.index - self.scene.sentence <= _SCENE
        shared = bool(set(roles) & set(self.scene.names))
        return near and shared and frame.scene and told

    def _remember(self, draft: Draft) -> None:
        exact = draft.date is not None and len(draft.date) == len("2024-01-01")
        if (
            draft.told
            and draft.status is Status.OCCURRED
            and exact
            and draft.frame.type == "CONSULT"
        ):
            place = draft.place
            self.scene = _Scene(draft.date, place, tuple(draft.roles), draft.sentence)

    def _chain(self, trigger: Trigger, frame: FrameRow, status: Status) -> Chain:
        chain = self.attributions.chain_of(trigger.span)
        statement = self._statement(trigger.span)
        if statement is None:
            return chain
        if frame.type in UTTERANCES or status is Status.PREDICTED:
            return statement.chain or chain
        own = tuple(
            Link(name, statement.span, "speaker")
            for name in statement.speaker
            if self.world.kind_of(name) is ActorKind.PERSON
        )
        return (*own, *(statement.chain or chain))


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
