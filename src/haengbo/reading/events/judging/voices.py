"""Who says the words that a trigger stands in, and which words a verb of saying bears."""

from __future__ import annotations

import re
from dataclasses import dataclass

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, ParticipantRole, Statement, Status
from haengbo.model.span import Span
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.arguments import Arguments
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Heard, Roles
from haengbo.reading.events.world import World

#: How far behind somebody's words their verb of saying may begin: ”이라며 강하게.
_RIGHT_BEFORE = 10
#: 회담을 하자는 한국의 제안을 거절했다: whose words they were, not whose answer it is.
_OWNED = re.compile(r"[”\"’']?(?:이라|라)?는 [^ ]{1,8}의 ")
#: 《을지 프리덤 쉴드》: marks of a name, in the North also of words.
_TITLE_MARKS = "《「『"
#: Within so many sentences behind a lead the words are given that it tells of.
_AFTER_LEAD = 2
#: How many sentences further on one still speaks.
_SPEAKS_ON = 2
#: Endings of what is told as going on: 규탄했다, 규탄하고.
_GOING_ON = {Ending.FINAL, Ending.CONNECTIVE}
#: Types of what is done by saying that one does it now.
_BY_WORD = {"SANCTION", "CONCEDE", "RETREAT"}
#: 만난 것을 반긴다, 만난 것은 처음이라고: known; 만난 것으로 안다, 만난 것이라고: told after all.
_THING = {"것", "데"}
_AS_KNOWN = {"을", "은", "에", "도", "과"}
#: What has not come about is told by whoever speaks of it.
_AHEAD = {Status.PLANNED, Status.PREDICTED}
#: 암살 사건 이후, 침공 뒤.
_SINCE = re.compile(r"\s?(?:사건|사태)?\s(?:이후|이래|뒤|후|직후)(?=[ ,로에])")
#: The noun behind a verb and its particle.
_HEADED = 2
#: Nouns that only stand for what is told before them.
_EMPTY = {"것", "점", "데", "이", "바", "이것"}


def _has_object(clauses: Clauses, trigger: Trigger, arguments: Arguments) -> bool:
    """일본의 공습을 비난했다: the object says what it is about, not all that stands before."""
    itself = trigger.chain[-1] if trigger.noun else None
    return any(
        phrase.case is Case.OBJECT and phrase.tokens[-1].form not in _EMPTY
        for phrase in arguments.own
        if phrase is not itself and not _is_of_verb(clauses, trigger, phrase)
    )


def _is_of_verb(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """[으름장을] 놓았다: the noun of a verb in two words."""
    lemma = trigger.verb.lemma if trigger.verb is not None else ""
    words = {f"{clauses.text(phrase.span)}{particle} {lemma}" for particle in ("을", "를")}
    return any(words & set(frame.predicates) for frame in trigger.frames)


def _stands_behind_words(clauses: Clauses, subject: Phrase) -> bool:
    """일본이 합의를 어겼다고 외무성이 비난했다: what is said stands before who says it.

    방류한 데 대해 외무성이 비난했다: so does what is answered.
    """
    before = clauses.items[: clauses.place_of(subject)][-1:]
    return any(
        isinstance(i, Verb) and (i.ending is Ending.QUOTATIVE or i.lemma == "대하다")
        for i in before
    )


def _only_named(trigger: Trigger) -> bool:
    """장관은 대사를 [내보낸 것을] 경고로 본다고 말했다: known, and judged; not told.

    만난 것으로 안다고, 만난 것이라고 말했다: told after all.
    """
    verb = trigger.verb
    if trigger.noun or verb is None or verb.ending not in {Ending.ADNOMINAL, Ending.NOMINAL}:
        return False
    forms = verb.tail.split()[1:3]
    return len(forms) == _HEADED and forms[0] in _THING and forms[1] in _AS_KNOWN


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of a page, asked from inside a sentence.

    Attributes:
        document: Whose text the spans count in.
        attributions: Statements and chains.
        world: Kinds of the actors.
    """

    document: Document
    attributions: Attributions
    world: World

    def is_asked(self, span: Span) -> bool:
        """Whether reporters ask it in an interview: that tells of nothing that happened."""
        asked = any(question.contains(span) for question in self.attributions.questions)
        return asked and not self.is_refuted(span)

    def is_refuted(self, span: Span) -> bool:
        """Whether reporters ask it and the answer denies it."""
        return any(question.contains(span) for question in self.attributions.refuted)

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement in whose words a span begins."""
        around = (
            s for s in self.attributions.statements if s.span.start <= span.start < s.span.end
        )
        return min(around, key=lambda s: s.span.end - s.span.start, default=None)

    def borne_by(self, trigger: Trigger) -> Statement | None:
        """The statement right before a verb of saying: …라고 비난했다."""
        verb = trigger.verb
        if verb is None or trigger.noun:
            return None
        if self.statement_at(trigger.span) is not None:
            return self.borne_in_words(trigger)
        return next(
            (
                s
                for s in self.attributions.statements
                if 0 <= verb.span.start - s.span.end <= _RIGHT_BEFORE
                if _OWNED.match(self.document.text, s.span.end, verb.span.start) is None
            ),
            None,
        )

    def borne_in_words(self, trigger: Trigger) -> Statement | None:
        """당국자는 외무성이 [보복하겠다고] 위협했다고 밝혔다: by a verb that another tells."""
        verb, around = trigger.verb, self.statement_at(trigger.span)
        if verb is None or trigger.noun or around is None:
            return None
        return next(
            (
                s
                for s in self.attributions.statements
                if s is not around and s.cue is not None and s.cue.overlaps(verb.span)
                if around.span.contains(s.span) and s.span.end <= verb.span.start
            ),
            None,
        )

    def statement_in(self, clauses: Clauses) -> Statement | None:
        """The last statement of a sentence: who makes it acts in the sentence's main clause."""
        inside = [s for s in self.attributions.statements if clauses.sentence.span.contains(s.span)]
        return inside[-1] if inside else None

    def day_of_words(self, clauses: Clauses, trigger: Trigger, roles: Roles) -> str | None:
        """The day of the statement by which somebody accuses, demands or threatens."""
        said = self._said(clauses, trigger)
        sources = {name for name, role in roles.items() if role is ParticipantRole.SOURCE}
        if said is None:
            told_next = self._day_told_next(clauses, sources)
            return told_next or self._day_shown_before(clauses, trigger, sources)
        spoke = set(said.speaker)
        for name in said.speaker:  # 외무성 대변인: what the ministry says
            spoke |= set(self._office_of(name)) if self.world.kind_of(name) is None else set()
        # 정부는 촉구한다, in a text of its ministry
        own = said.rule.startswith("fulltext") and self._speaks_for(said, sources)
        return said.date if own or sources & spoke else None

    def _day_told_next(self, clauses: Clauses, sources: set[str]) -> str | None:
        """부인했다. 통신은 20일 부부장이 “…”고 했다고: the words after the lead.

        미국이 규탄했다. 국무부 관계자는 14일 “…”고 답했다: one of its offices speaks for the state
        with which the text opens.
        """
        following = self.document.sentences[clauses.sentence.index + 1 :][:_AFTER_LEAD]
        opens = self._opens(clauses)
        said = (
            s.date
            for s in self.attributions.statements
            if any(f.span.contains(s.span) for f in following)
            if sources & set(s.speaker) or (opens and self._speaks_for(s, sources))
        )
        return next(said, None)

    def _opens(self, clauses: Clauses) -> bool:
        """Whether the sentence is the first of the text itself."""
        body = (s.index for s in self.document.sentences if s.kind is BlockKind.BODY)
        return clauses.sentence.index == next(body, None)

    def _speaks_for(self, said: Statement, sources: set[str]) -> bool:
        """국무부 관계자: of an office that acts, or of one of the state that acts."""
        offices = {office for name in said.speaker for office in self._office_of(name)}
        states = {n for n in sources if self.world.is_state(n)}
        homes = {self.world.state_of(name) for name in (*said.speaker, *offices)} - {None}
        return bool(offices & sources) or bool(homes and homes <= states)

    def _day_shown_before(
        self, clauses: Clauses, trigger: Trigger, sources: set[str]
    ) -> str | None:
        """대변인은 12일 “…”고 말했다. 이어 일본을 규탄했다: the day on which they are speaking."""
        verb, index = trigger.verb, clauses.sentence.index
        back = tuple(f"{word} " for word in clauses.words.words["looking-back"])
        if verb is None or verb.ending not in _GOING_ON or not index:
            return None
        if clauses.text(clauses.sentence.span).startswith(back):
            return None
        first = self.document.sentences[max(0, index - _SPEAKS_ON)]
        before = Span(first.span.start, self.document.sentences[index - 1].span.end)
        return self.attributions.day_shown(sources, before)

    def speakers(self, clauses: Clauses, trigger: Trigger) -> tuple[str, ...]:
        """Names of who speaks; an unnamed official gives the office (외교부 당국자)."""
        statement = self._said(clauses, trigger)
        return self._known(statement) if statement is not None else ()

    def _said(self, clauses: Clauses, trigger: Trigger) -> Statement | None:
        """The statement that the trigger bears, stands in, or has beside it."""
        around = self.borne_in_words(trigger) or self.statement_at(trigger.span)
        return around or self.borne_by(trigger) or self.statement_in(clauses)

    def _known(self, statement: Statement) -> tuple[str, ...]:
        """Speakers by name; an unnamed official gives the office."""
        names: list[str] = []
        for name in statement.speaker:
            if self.world.kind_of(name) is not None:
                names.append(name)
            else:
                names.extend(self._office_of(name))
        return tuple(names)

    def heard_before(
        self, clauses: Clauses, trigger: Trigger, deniers: frozenset[str]
    ) -> tuple[Heard, ...]:
        """Whose words stand before a refusal, here or in the sentence before, the last first.

        Args:
            clauses: The sentence.
            trigger: The refusal.
            deniers: Whose words are denials themselves.
        """
        index, sentences = clauses.sentence.index, self.document.sentences
        here = clauses.sentence.span
        start = sentences[max(0, index - 1)].span.start
        own = self.borne_by(trigger)
        return tuple(
            Heard(self._known(said), said.span, beside=here.contains(said.span))
            for said in reversed(self.attributions.statements)
            if start <= said.span.start and said.span.end <= trigger.span.start
            if said is not own and said.cue is not None and said.cue.end <= trigger.span.start
            if not deniers & set(said.speaker)
        )

    def tell_own(self, clauses: Clauses, trigger: Trigger, roles: Roles) -> bool:
        """대통령은 28일 북한이 요구했다고 말했다: whether what is told is the speaker's own act."""
        acting = {name for name, role in roles.items() if role is ParticipantRole.SOURCE}
        speakers = set(self.speakers(clauses, trigger))
        return not speakers or bool(acting & (speakers | set(map(self.world.state_of, speakers))))

    def perform(
        self,
        clauses: Clauses,
        trigger: Trigger,
        frame: FrameRow,
        roles: Roles,
        status: Status,
    ) -> bool:
        """외무부는 외교관계를 단절한다고 밝혔다: it is done by saying so; 단절했다고 reports it."""
        verb = trigger.verb
        said = verb is not None and verb.ending is Ending.QUOTATIVE and not verb.past
        done = status is Status.OCCURRED or (frame.type in _BY_WORD and status is Status.PLANNED)
        return said and done and self.tell_own(clauses, trigger, roles)

    def _office_of(self, description: str) -> list[str]:
        text = self.document.text
        offices = {
            m.name: m
            for m in self.document.mentions
            if m.kind in {ActorKind.ORGANISATION, ActorKind.STATE}
            and description.startswith((m.head.of(text), m.name))
        }
        longest = sorted(offices, key=len)[-1:]
        joint = [m.span for name in longest if (m := offices[name]).rule == "compound"]
        # 한미 국방장관은: one word that names both
        both = [m.name for m in self.document.mentions if m.span in joint]
        return list(dict.fromkeys(longest + both))

    def words(self, clauses: Clauses, trigger: Trigger) -> tuple[Span, ...]:
        """The quoted or reported words that the trigger stands in or bears."""
        statement = self.statement_at(trigger.span)
        borne = self.borne_by(trigger)
        if statement is None and borne is not None and self.document.mentions_in(borne.span):
            statement = borne
        if statement is not None:
            return (statement.span,)
        quotes = tuple(
            q.span
            for q in clauses.sentence.quotes
            if q.kind == "double" and q.outer.end <= trigger.span.end
            if self.document.text[q.outer.start] not in _TITLE_MARKS
        )
        if quotes or trigger.verb is None or trigger.arguments is None:
            return quotes
        if _has_object(clauses, trigger, trigger.arguments):
            return ()
        subject = next(iter(trigger.arguments.subjects), None)
        behind = subject is not None and _stands_behind_words(clauses, subject)
        start = clauses.sentence.span.start
        start = subject.span.end if subject is not None and not behind else start
        return (Span(start, max(start, trigger.span.start)),)

    def quotes_somebody(self, clauses: Clauses, trigger: Trigger) -> bool:
        """Whether words stand before the verb: in quotation marks or before 다고, 라고."""
        if any(q.kind == "double" for q in clauses.sentence.quotes):
            return True
        before = [i for i in clauses.items if isinstance(i, Verb) and i.stem < trigger.span.start]
        return bool(before) and before[-1].ending is Ending.QUOTATIVE

    def chain(self, trigger: Trigger, *, act: bool, status: Status) -> Chain:
        """Reporters of a happening; of one told in somebody's words its speaker comes first.

        Who judges, foresees or speaks for a state is no reporter, nor is who speaks the reporter
        of the own utterance: ``attribution`` knows which speakers relay.
        """
        passing = status not in _AHEAD and (_only_named(trigger) or self._is_since(trigger))
        return self.attributions.chain_of(trigger.span, act=act, passing=passing)

    def _is_since(self, trigger: Trigger) -> bool:
        """외교부는 [암살 사건 뒤로] 비어 있던 대사관을 닫는다고 밝혔다: known to everybody."""
        return trigger.noun and _SINCE.match(self.document.text, trigger.span.end) is not None
