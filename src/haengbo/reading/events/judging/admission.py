"""Whether a frame may tell of a trigger: words around it, its form, what else tells the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.korean.quotes import Quote
from haengbo.model.reading import ActorKind, Form, Status
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.clefts import described_day
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.relatives import describes_utterance
from haengbo.reading.events.finding.triggers import Trigger, reach_of
from haengbo.reading.events.judging.endings import by_endings
from haengbo.reading.events.judging.granted import is_granted
from haengbo.reading.events.judging.modality import status_of
from haengbo.reading.events.judging.no_account import is_negated
from haengbo.reading.events.judging.recurring import is_of_each_year
from haengbo.reading.events.judging.unrealised import is_asked_about, is_declined, is_forborne
from haengbo.reading.events.judging.unwanted import has_unwanted_word, is_matter
from haengbo.reading.events.judging.voices import Voices
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.quantities import without_quantities
from haengbo.reading.events.people.spoken_for import body_spoken_for
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
#: Of these a noun whose verb is denied tells nothing: 핵실험과 발사를 하지 않겠다고.
_GIVEN_UP = {"missile-test", "exercise", "ASSAULT"}
#: Cases of what stands between a topic of talks and the verb of talking.
_LISTED = {Case.OBJECT, Case.ABOUT, Case.WITH, Case.AMONG, Case.GENITIVE, Case.BARE}
#: Of what came about or may come about one speaks as well, but then it is told.
_COME_ABOUT = ("결과", "성과", "가능성")
#: 참가하기 위하여 온 중국 외교부장: the analyser takes 온 for “all of”.
_FOR_COMING = re.compile(r" ?위하여 온 ")
#: 선언'을 for 선언을: marks of quotation part no words.
_MARKS = re.compile("[‘’'「」『』《》〈〉]")
#: 체결 1주년, 체결 75돌, 설정 75돐.
_ANNIVERSARY = re.compile(r"\d\s?(?:주년|돌|돐)|\A\s?기념일")
#: 응할 수 없다, 나갈 수는 없다, 참석하기 어렵다고: a refusal in milder words.
_UNABLE = re.compile(
    r"(?:(?:ᆯ|을) 수 (?:[는가도] )?없|기 (?:[는가도] )?(?:어렵|힘들|곤란 ?하)) "
    r"(?:다고|다며|다면서|다는|음 을|다 )"
)
#: Types of what is said against or to somebody.
_AGAINST = UTTERANCES - {"SUPPORT"}
#: 북한을 비난하는 것은 옳지 않다, 요구하는 일은: spoken of in general, done by nobody.
_IN_GENERAL = re.compile(r"(?:고 있 )?는 (?:것|일|짓|행위|행동|처사) (?:은|이|을|도|만|자체) ")
#: Types of what may go on for years.
_GIVEN_ALL_ALONG = {"AID", "COOPERATE"}
#: 규탄한, 받은.
_DONE = ("ᆫ ", "은 ")
_ACTING = {Case.SUBJECT, Case.TOPIC}
_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
#: 요청할 공산이 크다, 요구할 예정인: what is said of it is how it stands.
_STANDS = {Status.PLANNED, Status.PREDICTED, Status.ALLEGED}
#: 제의한 데 따른 것이다.
_LED_TO = ("ᆫ 데 따르", "은 데 따르")
_FINITE = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE, Ending.NONE}


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
            if not any(word in ahead or word in counted for word in frame.needs):
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
        if verb is None or _is_finite(trigger, frame):
            return False
        return not (
            verb.tail.startswith(self.words.words["tells-in-nominal"])
            or (frame.type in UTTERANCES and by_endings(verb, self.words) in _STANDS)
            or _describes_day(clauses, trigger)
            or describes_utterance(clauses, trigger)
            or _describes_actor(clauses, trigger, frame)
            or _names_offer(clauses, trigger, frame)
        )

    def _quotes_nobody(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        asked = frame.quoting and _is_finite(trigger, frame)
        return asked and not self.voices.quotes_somebody(clauses, trigger)

    def _is_reported(self, clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
        said = frame.type in UTTERANCES and _is_finite(trigger, frame)
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
        if asked or _is_answered_about(clauses, trigger):
            return not _has_own_day(clauses, trigger)
        for item in clauses.items[trigger.index :]:
            if isinstance(item, Verb):
                talked = item.lemma in words[_TALKED_OF[mode]]
                talked = talked or (mode in _GIVEN_UP and is_negated(item))
                return talked and not _has_own_day(clauses, trigger)
            # 회담을 북한에 제안했다: to whom, behind what is proposed
            to_whom = item.case is Case.TO and item is not clauses.items[trigger.index]
            if item.case not in _LISTED and not to_whom:
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
        return frame.nominal in {"always", "adds"} or _tells_of_itself(clauses, trigger, frame)

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
        (Condition.ANNIVERSARY, lambda _a, c, t, _f: _is_of_anniversary(c, t)),
        (Condition.TOLD_BY_VERB, _told_by_verb),
        (Condition.LEFT_OUT, lambda _a, c, t, _f: _is_left_out(c, t) or is_matter(c, t)),
        (Condition.ASKED_ABOUT, lambda _a, c, t, _f: is_asked_about(c, t)),
        (Condition.FORBORNE, lambda _a, c, t, f: is_forborne(t, f) or is_declined(c, t, f)),
        (Condition.PREPARED_FOR, lambda _a, c, t, f: _is_prepared_for(c, t, f)),
        (Condition.TIME_GOES_BY, lambda _a, c, t, _f: _time_goes_by(c, t)),
        (Condition.SUPPOSED, lambda _a, c, t, _f: _is_supposed(c, t)),
        (Condition.HABIT, lambda _a, c, t, f: _is_habit(c, t, f)),
        (Condition.PURPOSE_OF_COMING, lambda _a, c, t, f: _is_purpose_of_coming(c, t, f)),
        (Condition.AIM_OF_TALKS, lambda _a, c, t, f: _is_aim_of_talks(c, t, f)),
        (Condition.TALKED_OF, _is_talked_of),
        (Condition.NOUN_ALONE, _noun_tells_nothing),
    )


def _is_borne(trigger: Trigger, frame: FrameRow) -> bool:
    """Whether the verb bears the noun as the frame asks; what is granted needs none."""
    support = trigger.support
    if support is None:
        return not frame.supports or (trigger.noun and frame.nominal == "granted")
    return not frame.supports or support.id in frame.supports


def _tells_of_itself(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """Whether a noun tells by its date, the clause that describes it or whose deed it is."""
    placed = trigger.relative is not None
    if frame.nominal in {"placed", "held"}:
        return placed or (frame.nominal == "held" and _has_month(clauses, trigger))
    dated = frame.nominal == "dated"
    if dated and (_is_described_as_done(trigger) or _has_month(clauses, trigger)):
        return True
    return (dated or frame.nominal == "granted") and is_granted(clauses, trigger)


def _has_month(clauses: Clauses, trigger: Trigger) -> bool:
    """지난 9월 회담 이후: a month or year of its own; a bare day may be that of the verb."""
    dated = date_of(clauses, trigger)
    return dated is not None and len(dated.time.value) < len("2024-01-01")


def _is_finite(trigger: Trigger, frame: FrameRow) -> bool:
    """Whether the verb says by itself that it was done, or need not."""
    verb = trigger.verb
    led_to = verb is not None and verb.tail.startswith(_LED_TO)
    return not frame.finite or verb is None or verb.ending in _FINITE or led_to


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


def _is_of_anniversary(clauses: Clauses, trigger: Trigger) -> bool:
    """조약 체결 1주년: the anniversary is told; but 인사와 창건 80주년 축하를 are two."""
    behind = clauses.document.text[trigger.span.end : trigger.span.end + 9]
    found = trigger.noun and _ANNIVERSARY.search(behind) is not None
    return found and not behind.startswith(("와", "과"))


def _is_prepared_for(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """핵실험에 대비하고 있다: what one makes ready for has not come."""
    if not trigger.noun or (frame.mode or frame.type) not in _GIVEN_UP:
        return False
    phrase, behind = clauses.items[trigger.index], clauses.items[trigger.index + 1 :]
    verb = next((i for i in behind if isinstance(i, Verb)), None)
    to_it = isinstance(phrase, Phrase) and phrase.case is Case.TO
    return to_it and verb is not None and verb.lemma in clauses.words.words["making-ready"]


def _is_described_as_done(trigger: Trigger) -> bool:
    """미국이 3일 북한에 부과한 제재: the clause says that it was done, and by whom."""
    verb, described = trigger.relative_verb, trigger.relative
    if verb is None or described is None or not verb.tail.startswith(_DONE):
        return False
    return any(p.case is Case.SUBJECT for p in described.own)


def _ends_outside(trigger: Trigger, quote: Quote) -> bool:
    """“강력히 규탄”했다, “변함없는 지지”를 표명했다: the act is told by the verb outside."""
    return trigger.verb is not None and trigger.verb.stem >= quote.outer.end


def _is_answered_about(clauses: Clauses, trigger: Trigger) -> bool:
    """방북에 대해서는 “…”고 답했다: what somebody answers about may never have been."""
    phrase = clauses.items[trigger.index]
    if isinstance(phrase, Verb) or phrase.case is not Case.ABOUT:
        return False
    quote = clauses.quote_of(phrase)
    outside = (i for i in clauses.items[trigger.index + 1 :] if clauses.quote_of(i) == quote)
    verb = next((i for i in outside if isinstance(i, Verb)), None)
    return verb is not None and verb.lemma in clauses.words.words["answering"]


def _has_own_day(clauses: Clauses, trigger: Trigger) -> bool:
    """다음 달 방문을 요청했다: the visit's day; in 지난달 방문을 요청했다 it is the asking's."""
    dated = date_of(clauses, trigger)
    if dated is None:
        return False
    published = clauses.document.article.published_day or ""
    end = dated.time.value.rpartition("/")[2]
    asked = trigger.chain[-1].case is Case.OBJECT and trigger.relative is None
    today = end == published  # 8일 회담을 제의하는 통지문을 보냈다, told on the 8th
    return not asked or (end >= published[: len(end)] and not today)


def _is_purpose_of_coming(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """경축행사에 참가하기 위하여 온 손님을 만났다: what the guest came for, not what is planned."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.mode == "visit" or verb is None or at is None or not verb.purpose:
        return False
    if _FOR_COMING.match(clauses.document.text, verb.span.end):
        return True
    comes = clauses.done_for(at)
    adnominal = comes is not None and comes.ending is Ending.ADNOMINAL
    return adnominal and comes is not None and comes.lemma in clauses.words.words["coming"]


def _is_aim_of_talks(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """교섭을 다시 벌이기 위한 접촉: talks that others are held for are no second ones."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.mode != "meeting" or verb is None or at is None or not verb.purpose:
        return False
    behind = [i for i in clauses.items[at + 1 :] if not isinstance(i, Verb)]
    aim = next(iter(behind), None)
    if aim is None or "위한" not in clauses.text(Span(verb.span.start, aim.span.start)):
        return False
    noun = clauses.words.noun_ending(clauses.text(aim.span).replace(" ", ""))
    return noun is not None and any(f.mode == "meeting" for f in clauses.words.by_noun[noun])


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


def _is_habit(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """제안할 때마다 손사래를 쳤다, 보내던 쌀을 끊었다: what is done each time is no single act."""
    verb = trigger.verb
    if frame.type in _GIVEN_ALL_ALONG and verb is not None and verb.tail.startswith("던 "):
        return not verb.past
    before = clauses.text(Span(clauses.sentence.span.start, trigger.span.start))
    return (frame.type in UTTERANCES and "때마다" in before) or is_of_each_year(clauses, trigger)


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


def _describes_day(clauses: Clauses, trigger: Trigger) -> bool:
    """일본을 규탄한 지난 3일: of a day it is told what was done on it."""
    verb = trigger.verb
    done = verb is not None and verb.tail.startswith(_DONE)
    return done and bool(described_day(clauses, trigger))


def _describes_actor(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """4일 북한을 규탄한 일본은: of somebody named it is told as well; …을 규탄한 내용 names it.

    Not where who took part would have to be supposed: 파병된 북한군은.
    """
    if any(slot.default is not None for slot in frame.slots):
        return False
    verb, arguments = trigger.verb, trigger.arguments
    head = arguments.head if arguments is not None and not trigger.noun else None
    past = verb is not None and verb.tail.startswith(_DONE)
    if head is None or not past or head.case not in _ACTING:
        return False
    named = (*heads(clauses, head), *body_spoken_for(clauses, head))
    return any(m.kind in _ACTORS for m in named)


def _names_offer(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """한국이 애초 제의한 날짜: by whom it was offered or asked stands in the clause itself."""
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or trigger.noun or frame.type != "REQUEST":
        return False
    if not verb.tail.startswith(_DONE) or verb.ending is Ending.QUOTATIVE:
        return False
    return any(p.case is Case.SUBJECT and heads(clauses, p) for p in arguments.own)


def _is_supposed(clauses: Clauses, trigger: Trigger) -> bool:
    """추가 발사나 핵실험이 있다면: nothing of the list has happened."""
    if not trigger.noun or trigger.support is not None:
        return False
    for item in clauses.items[trigger.index + 1 :]:
        if isinstance(item, Verb):
            return item.supposed
        if item.case not in _LISTED | {Case.SUBJECT, Case.TOPIC}:
            return False
    return False


def _time_goes_by(clauses: Clauses, trigger: Trigger) -> bool:
    """여름이 가기 전에, 올해가 다 가기 전에: a season or year goes, and nobody."""
    before = clauses.items[trigger.index - 1] if trigger.index and not trigger.noun else None
    if not isinstance(before, Phrase) or before.case is not Case.SUBJECT:
        return False
    return any(time.span == before.span for time in clauses.document.times_in(before.span))


def _is_left_out(clauses: Clauses, trigger: Trigger) -> bool:
    """공보문에 파병에 대한 언급은 없었다: what is not spoken of is a topic, no event."""
    if not trigger.noun or trigger.support is not None:
        return False
    phrase = trigger.chain[-1]
    behind = clauses.text(Span(trigger.span.end, phrase.span.end)).strip()
    words = clauses.words.words
    if phrase.case is not Case.ABOUT and not behind.startswith(words["matters"]):
        return False
    last = next((i for i in reversed(clauses.items) if isinstance(i, Verb)), None)
    return last is not None and (last.negated or last.lemma in words["leaving-out"])
