"""Whether a frame may tell of a trigger: words around it, its form, what else tells the same.

Comes in: a ``Trigger`` in its clauses and one of its frames. Goes out: the first ``Condition`` that
does not hold, or ``None``. What is only named is told by ``only_named``, what describes and tells
all the same by ``descriptive``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.korean.quotes import Quote
from haengbo.model.reading import Form, Status
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.relatives import describes_utterance
from haengbo.reading.events.finding.triggers import Trigger, reach_of
from haengbo.reading.events.judging.descriptive import (
    describes_actor,
    describes_day,
    is_answered,
    is_finite,
    is_responded_to,
    names_offer,
    tells_of_itself,
)
from haengbo.reading.events.judging.endings import by_endings
from haengbo.reading.events.judging.modality import status_of
from haengbo.reading.events.judging.no_account import is_negated
from haengbo.reading.events.judging.only_named import (
    GIVEN_UP,
    LISTED,
    has_own_day,
    is_aim_of_talks,
    is_answered_about,
    is_habit,
    is_left_out,
    is_of_anniversary,
    is_prepared_for,
    is_purpose_of_coming,
    is_supposed,
    time_goes_by,
)
from haengbo.reading.events.judging.telling import meets_there
from haengbo.reading.events.judging.unrealised import is_asked_about, is_declined, is_forborne
from haengbo.reading.events.judging.unwanted import has_unwanted_word, is_matter
from haengbo.reading.events.judging.voices import Voices
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Verb
from haengbo.reading.events.parsing.quantities import without_quantities
from haengbo.reading.events.refusal import Condition
from haengbo.reading.events.scene.when import date_of

#: How far around a trigger a word that its frame needs may stand, in code points.
_AROUND = 30
#: Verbs, by the id of their row, that say of what is named only that it is wished for or given up;
#: by mode, or by the type of what has none.
_TALKED_OF = {
    "visit": "talked-of",
    "meeting": "talked-of",
    "missile-test": "given-up",
    "exercise": "given-up",
    "ASSAULT": "given-up",
}
#: Of what came about or may come about one speaks as well, but then it is told.
_COME_ABOUT = ("결과", "성과", "가능성")
#: 선언'을 for 선언을: marks of quotation part no words.
_MARKS = re.compile("[‘’'「」『』《》〈〉]")
#: 응할 수 없다, 나갈 수는 없다, 참석하기 어렵다고: a refusal in milder words.
_UNABLE = re.compile(
    r"(?:(?:ᆯ|을) 수 (?:[는가도] )?없|기 (?:[는가도] )?(?:어렵|힘들|곤란 ?하)) "
    r"(?:다고|다며|다면서|다는|음 을|다 )"
)
#: Types of what is said against or to somebody.
_AGAINST = UTTERANCES - {"SUPPORT"}
#: 북한을 비난하는 것은 옳지 않다, 요구하는 일은: spoken of in general, done by nobody.
_IN_GENERAL = re.compile(r"(?:고 있 )?는 (?:것|일|짓|행위|행동|처사) (?:은|이|을|도|만|자체) ")
#: 요청할 공산이 크다, 요구할 예정인: what is said of it is how it stands.
_STANDS = {Status.PLANNED, Status.PREDICTED, Status.ALLEGED}


#: 도발이라고, 위반이라며: words that somebody's words end in.
_QUOTATIVE = ("라", "라고", "라며", "라면서", "다고", "다며", "다면서")
_Fails = Callable[["Admission", Clauses, Trigger, FrameRow], bool]


@dataclass(frozen=True, slots=True)
class Admission:
    """The conditions of frames.

    Attributes:
        document: Whose text the spans count in.
        words: The pack's frames.
        voices: Who says what.
    """

    document: Document
    words: Lexicon
    voices: Voices

    def refusal(
        self, clauses: Clauses, trigger: Trigger, frame: FrameRow, *, alone: bool = False
    ) -> Condition | None:
        """The first condition of the frame that does not hold at the trigger, if any.

        Args:
            clauses: The sentence.
            trigger: The word.
            frame: One of its frames.
            alone: Whether the verb of a noun is known to tell nothing.
        """
        for condition, fails in self._CONDITIONS:
            if alone and condition is Condition.TOLD_BY_VERB:
                continue
            if fails(self, clauses, trigger, frame):
                return condition
        return None

    def _is_asked(self, _clauses: Clauses, trigger: Trigger, _frame: FrameRow) -> bool:
        return self.voices.is_asked(trigger.span)

    def _lacks_words(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        if frame.needs:
            ahead = _ahead(clauses, trigger)
            counted = without_quantities(ahead, self.words.quantity)
            found = [word for word in frame.needs if word in ahead or word in counted]
            if all(_is_said_before(clauses, trigger, word) for word in found):
                return True
        around = self._around(clauses) if frame.near else ""
        return bool(frame.near) and not any(word in around for word in frame.near)

    def _around(self, clauses: Clauses) -> str:
        """This sentence and the two before."""
        first = self.document.sentences[max(0, clauses.sentence.index - 2)]
        start = min(first.span.start, clauses.sentence.span.start)
        return clauses.text(Span(start, clauses.sentence.span.end))

    def _only_describes(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        verb = trigger.verb
        if verb is not None and frame.type in _AGAINST and _IN_GENERAL.match(verb.tail):
            return True
        if verb is None or is_finite(trigger, frame):
            return False
        return not (
            verb.tail.startswith(self.words.words["tells-in-nominal"])
            or (frame.type in UTTERANCES and by_endings(verb, self.words) in _STANDS)
            or describes_day(clauses, trigger)
            or describes_utterance(clauses, trigger)
            or describes_actor(clauses, trigger, frame)
            or names_offer(clauses, trigger, frame)
            or (frame.type in _AGAINST and self._is_responded_to(clauses, trigger))
        )

    def _is_responded_to(self, clauses: Clauses, trigger: Trigger) -> bool:
        """북한이 보복하겠다고 위협한 데 대해: whose words it bears stands in what is said."""
        if is_responded_to(clauses, trigger):
            return True
        borne = self.voices.borne_by(trigger) if is_answered(trigger) else None
        return borne is not None and bool(borne.speaker)

    def _quotes_nobody(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        asked = frame.quoting and is_finite(trigger, frame)
        return asked and not self.voices.quotes_somebody(clauses, trigger)

    def _is_reported(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        said = frame.type in UTTERANCES and is_finite(trigger, frame)
        return said and self._reported_by_act(clauses, trigger, frame)

    def _reported_by_act(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        """“… 철수를 촉구한다”고 항의했다: the verb outside is the act, not the one inside."""
        if _is_said_again(clauses, trigger, frame):
            return True
        quote = clauses.sentence.quote_at(trigger.span.start)
        if quote is None or quote.kind != "double" or _ends_outside(trigger, quote):
            return False
        outside = (i for i in clauses.items if isinstance(i, Verb) and i.stem >= quote.outer.end)
        verb = next(outside, None)
        if verb is None:
            return False
        behind = clauses.text(Span(quote.outer.end, clauses.sentence.span.end))
        outer = [
            f
            for f in self.words.frames_of_predicate(verb.lemma)
            if not f.needs or any(word in behind for word in f.needs)
        ]
        types = {f.type for f in outer if not f.negated} & UTTERANCES
        # “만행을 규탄한다”며 처벌을 촉구했다: two acts
        goes_on = clauses.document.text.startswith(("며", "면서"), quote.outer.end)
        return bool(types) and (frame.type in types or not goes_on)

    def _told_by_verb(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        """조약에 서명하다: its verb tells it better."""
        if not trigger.noun or trigger.listed:
            return False
        if frame.mode == "multilateral" and meets_there(clauses, trigger):
            return True
        verb = trigger.verb if trigger.verb is not None else _governing(clauses, trigger, frame)
        if verb is None:
            return False
        text = clauses.text(clauses.sentence.span)
        return any(
            (f.type, f.mode) == (frame.type, frame.mode)
            for f in self.words.frames_of_predicate(verb.lemma)
            if not f.needs or any(word in text for word in f.needs)
        )

    def _is_touched_on(self, clauses: Clauses, trigger: Trigger) -> bool:
        """Named without a date in somebody's words: what they speak of, not what happened."""
        statement = self.voices.statement_at(trigger.span)
        if statement is None or statement.form is not Form.DIRECT:
            return False
        status = status_of(clauses, trigger, trigger.frames[0], self.words)
        return status is Status.OCCURRED and date_of(clauses, trigger) is None

    def _is_talked_of(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        """방문을 제안했다, 방북 계획을 논의했다, 방북에 대해 답했다: asked for or talked about."""
        words, mode = self.words.words, frame.mode or frame.type
        behind = clauses.document.text[trigger.span.end : trigger.span.end + 8].lstrip()
        settled = mode == "visit" and behind.startswith(words["dates-of"])  # 방한 시기를 협의했다
        if not trigger.noun or trigger.support is not None or mode not in _TALKED_OF or settled:
            return False
        if behind.startswith(_COME_ABOUT):
            return False
        asked = mode == "visit" and behind.startswith(words["asked-for"])
        if asked or is_answered_about(clauses, trigger):
            return not has_own_day(clauses, trigger)
        for item in clauses.items[trigger.index :]:
            if isinstance(item, Verb):
                talked = item.lemma in words[_TALKED_OF[mode]]
                talked = talked or (mode in GIVEN_UP and is_negated(item))
                return talked and not has_own_day(clauses, trigger)
            # 회담을 북한에 제안했다, 발사를 2003년까지 유예했다: to whom or for how long
            beside = item.case is Case.TO or bool(clauses.document.times_in(item.span))
            beside = beside and item is not clauses.items[trigger.index]
            if item.case not in LISTED and not beside:
                return False
        return False

    def _noun_tells_nothing(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        alone = trigger.noun and trigger.support is None
        return alone and not self._noun_tells(clauses, trigger, frame)

    def _noun_tells(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        if frame.nominal != "quoted" and self._is_touched_on(clauses, trigger):
            return False
        if frame.nominal == "quoted":
            return self.voices.statement_at(trigger.span) is not None
        return frame.nominal in {"always", "adds"} or tells_of_itself(clauses, trigger, frame)

    #: The conditions in the order in which they are asked: the first that fails is the reason.
    _CONDITIONS: ClassVar[tuple[tuple[Condition, _Fails], ...]] = (
        (Condition.ASKED, _is_asked),
        (Condition.NEEDED_WORD, _lacks_words),
        (Condition.UNWANTED_WORD, lambda _a, c, t, f: has_unwanted_word(c, t, f)),
        (Condition.NEGATED, lambda _a, c, t, f: _is_not_negated(c, t, f)),
        (Condition.ONLY_DESCRIBES, _only_describes),
        (Condition.QUOTING, _quotes_nobody),
        (Condition.REPORTED_BY_ACT, _is_reported),
        (Condition.SUPPORT, lambda _a, _c, t, f: _is_borne_otherwise(t, f)),
        (Condition.ANNIVERSARY, lambda _a, c, t, _f: is_of_anniversary(c, t)),
        (Condition.TOLD_BY_VERB, _told_by_verb),
        (Condition.LEFT_OUT, lambda _a, c, t, _f: is_left_out(c, t) or is_matter(c, t)),
        (Condition.ASKED_ABOUT, lambda _a, c, t, _f: is_asked_about(c, t)),
        (Condition.FORBORNE, lambda _a, c, t, f: is_forborne(t, f) or is_declined(c, t, f)),
        (Condition.PREPARED_FOR, lambda _a, c, t, f: is_prepared_for(c, t, f)),
        (Condition.TIME_GOES_BY, lambda _a, c, t, _f: time_goes_by(c, t)),
        (Condition.SUPPOSED, lambda _a, c, t, _f: is_supposed(c, t)),
        (Condition.HABIT, lambda _a, c, t, f: is_habit(c, t, f)),
        (Condition.PURPOSE_OF_COMING, lambda _a, c, t, f: is_purpose_of_coming(c, t, f)),
        (Condition.AIM_OF_TALKS, lambda _a, c, t, f: is_aim_of_talks(c, t, f)),
        (Condition.TALKED_OF, _is_talked_of),
        (Condition.NOUN_ALONE, _noun_tells_nothing),
    )


def _is_borne(trigger: Trigger, frame: FrameRow) -> bool:
    """Whether the verb bears the noun as the frame asks; what is granted needs none."""
    support = trigger.support
    if support is None:
        return not frame.supports or (trigger.noun and frame.nominal == "granted")
    return not frame.supports or support.id in frame.supports


def _is_not_negated(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    if not frame.negated or trigger.verb is None:
        return frame.negated
    declined = trigger.verb.lemma in clauses.words.words["declining"]
    unable = frame.type == "REJECT" and declined and _UNABLE.match(trigger.verb.tail) is not None
    return not unable and not is_negated(trigger.verb)


def _is_borne_otherwise(trigger: Trigger, frame: FrameRow) -> bool:
    """The verb that bears a noun is none of those that let this happen."""
    support = trigger.support
    if support is not None and support.special and support.id not in frame.supports:
        return True
    return not _is_borne(trigger, frame)


def _ends_outside(trigger: Trigger, quote: Quote) -> bool:
    """“강력히 규탄”했다, “변함없는 지지”를 표명했다: the act is told by the verb outside."""
    return trigger.verb is not None and trigger.verb.stem >= quote.outer.end


def _governing(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> Verb | None:
    """비준안을 가결했다: the verb right behind the paper tells it."""
    behind = clauses.items[trigger.index + 1 :][:1]
    verb = behind[0] if behind else None
    taken = trigger.chain[-1].case in {Case.OBJECT, Case.SUBJECT, Case.TOPIC}
    return verb if isinstance(verb, Verb) and taken and frame.mode == "ratify" else None


def _is_said_again(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """검색에 참여하지 않겠다고 선을 그었다: the verb outside is the act, not the one inside."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.ending is not Ending.QUOTATIVE:
        return False
    saying = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    if saying is None:
        return False
    # 합의했답니다: two verbs share a syllable, and nothing stands between them
    before = clauses.document.text[verb.span.end : saying.span.start]
    words = clauses.words
    frames = words.frames_of_idiom(saying.lemma, before)[1]
    frames = frames or words.frames_of_predicate(saying.lemma)
    return any(f.type == frame.type and not f.needs for f in frames)


def _is_said_before(clauses: Clauses, trigger: Trigger, word: str) -> bool:
    """상대가 훈련을 도발이라고 비난했다고 밝혔다: other words end between those and the verb."""
    at = clauses.document.text.rfind(word, clauses.sentence.span.start, trigger.span.start)
    if not word.endswith(_QUOTATIVE) or at < 0 or trigger.verb is None:
        return False
    between = Span(at + len(word), trigger.verb.span.start)
    return any(
        isinstance(i, Verb) and i.ending is Ending.QUOTATIVE and between.contains(i.span)
        for i in clauses.items
    )


def _ahead(clauses: Clauses, trigger: Trigger) -> str:
    """What stands around a trigger, with the subject and what it shares with others."""
    reach, sentence = reach_of(trigger), clauses.sentence.span
    start = max(sentence.start, min(reach.start, reach.end - _AROUND))
    ahead = clauses.text(Span(start, max(start, min(sentence.end, reach.end + _AROUND))))
    shared = " ".join(clauses.text(p.span) for p in phrases_in(clauses, trigger, "shared"))
    return _MARKS.sub("", f"{_subject_text(clauses, trigger)} {shared} {ahead}")


def _subject_text(clauses: Clauses, trigger: Trigger) -> str:
    """Its subject belongs to the clause, however much stands between."""
    subjects = trigger.arguments.subjects[:1] if trigger.arguments is not None else ()
    return " ".join(clauses.text(phrase.span) for phrase in subjects)
