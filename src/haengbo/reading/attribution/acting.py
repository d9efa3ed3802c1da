"""Phrases and the verbs around them → whether who is named there only acts, or may speak.

Comes in: a ``Stretch`` (a sentence without its quotations), phrases that may speak and marks of
what is said. Goes out: yes or no of one phrase, or the phrases that are left once those who only
act are passed over. Invariant: only verbs and particles of the stretch decide; who speaks of those
left is for ``speakers`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from haengbo.model.span import Span
from haengbo.reading.attribution.closed import RESPONDED, TEMPORAL
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.stretches import (
    Mark,
    MarkKind,
    Stretch,
    is_condition,
    marks_subject,
)
from haengbo.reading.attribution.verbs import Verb, VerbForm

_CONTRAST = ("으나", "지만", "는데", "ᆫ데", "은데")
#: …한 데 비해, …한 반면: the same, behind a clause that has become a noun.
_AGAINST = re.compile(r"\s(?:데\s?(?:비해|반해)|반면)(?=[\s,])")
#: 제재를 늘리자, 대화를 제의했더니: what others did, to which who speaks responds.
UPON = ("자", "자마자", "더니")
#: Endings of an act in the course of which one speaks: 축전을 보내, 전화를 걸고.
_THEN_SAYS = {"어", "아", "여", "고", "어서", "아서", "며", "면서"}
#: Ends of a clause after which another, with a topic of its own, may follow.
_JOINED = {"고", "며", "으며"}
#: The particles of whom something is made known to.
_TO = {"에", "에게", "께", "한테"}
#: Kinds of verbs by which one makes one's own acts known.
_OF_OWN_ACTS = {"announce", "promise"}
#: 파악한 [것과], 아는 [바와].
_THING = re.compile(r"\s?(?:것|바)(?:과|와|을|이|은)\s")
#: 보고서에서, 성명을 통해.
_IN_TEXT = re.compile(r"에서\s|[을를]\s통(?:해|하여)")
#: Between 이/가 and the words that it opens.
_BESIDE = 1


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts within one stretch.

    Attributes:
        stretch: The sentence without its quotations.
    """

    stretch: Stretch

    def is_of_clause_inside(self, subject: Subject, verb: Verb) -> bool:
        """“…”며 [두 사람이 악수하는] 사진을 올렸다: who shakes hands does not say so."""
        if subject.role is not Role.SUBJECT or subject.nature is Nature.MEDIUM:
            return False
        after = (v for v in self.stretch.verbs if subject.end <= v.span.start < verb.span.start)
        first = next(after, None)
        if first is None or is_condition(first):
            return first is not None  # “…”며 [상대가 도발하면] 대응하겠다고
        bound = first.form is VerbForm.ADNOMINAL and first.row is None
        return bound and not self._writes(first, verb)

    def _writes(self, describing: Verb, verb: Verb) -> bool:
        """…고 [패널이 3일 제출한 보고서에서] 밝혔다: whose text it is says what stands in it."""
        between = Span(describing.span.end, verb.span.start)
        acts = any(between.contains(v.span) for v in self.stretch.verbs if v.lemma != "통하다")
        return not acts and any(
            between.contains(text) and _IN_TEXT.match(self.stretch.text, text.end)
            for text in self.stretch.texts
        )

    def is_of_condition(self, subject: Subject, mark: Mark) -> bool:
        """이어 [상대가] 선을 넘으면 대응하겠다고 경고했다: who would do so does not speak."""
        if subject.role is not Role.SUBJECT or subject.nature is Nature.MEDIUM:
            return False
        after = (v for v in self.stretch.verbs if subject.end <= v.span.start)
        first = next(after, None)
        if first is None or first.span.end >= mark.content.end or not is_condition(first):
            return False
        # [당국자가] 제재가 풀리면 …: the condition has a subject of its own
        return not self.stretch.has_subject(subject.end, first.span.start)

    def first_of_two(self, near: Sequence[Subject]) -> Subject:
        """[외무성이] 일본이 대가를 치를 것이라고 경고하자: of two side by side the first."""
        chosen = near[-1]
        for earlier in reversed(near[:-1]):
            between = Span(earlier.end, chosen.span.start)
            if earlier.role is not Role.SUBJECT or any(
                between.contains(v.span) for v in self.stretch.verbs
            ):
                break
            chosen = earlier
        return chosen

    def after_other_act(self, near: Sequence[Subject]) -> Subject:
        """서기가 떠났으며 [위원장이] 또 만나자고 했다고: who acted before did not say so.

        국장은 접촉을 가졌으나 북한측이 답을 주지 않았다고 밝혔다고: a state that is told of by the
        person who is the topic did not, either.
        """
        first = near[0]
        for later in near[1:]:
            told = later.role is Role.SUBJECT and not later.person
            if told and first.role is Role.TOPIC and first.person:
                continue
            if self._acts_before(first.end, later.span.start):
                return later
        return first

    def _acts_before(self, low: int, high: int) -> bool:
        return any(
            low <= v.span.start < high and v.past and v.form is VerbForm.CONNECTIVE
            for v in self.stretch.verbs
            if v.tail in _JOINED or v.tail.endswith(_CONTRAST)
        )

    def says_of(self, topic: Subject, other: Subject, target: int) -> bool:
        """[실장은] 담화를 내고 감시단이 “유령집단”이라고 했다: what is said begins with 이/가.

        The act that comes first has no time of its own, so that it is that of who speaks.
        """
        able = topic.nature in (Nature.NAMED, Nature.UNNAMED) and not topic.silent
        beside = other.role is Role.SUBJECT and 0 <= target - other.end <= _BESIDE
        if not able or topic.role is not Role.TOPIC or not beside or other.person:
            return False
        acts = [
            v
            for v in self.stretch.verbs
            if topic.end <= v.span.start < other.span.start and v.form is VerbForm.CONNECTIVE
        ]
        return all(v.tail in _THEN_SAYS and not v.past for v in acts)

    def acts_on(self, near: Sequence[Subject], target: int) -> bool:
        """[위원장이] 다시 뽑힌 서기장에게 축전을 보내 “…”고 밝혔다: the only one who does it."""
        if len(near) != 1 or not near[0].person or near[0].guess:
            return False
        after = [v for v in self.stretch.verbs if near[0].end <= v.span.start < target]
        tail = self.stretch.text[after[0].span.end : target] if after else ""
        over = TEMPORAL.match(tail) is not None or RESPONDED.match(tail.lstrip()) is not None
        acts = any(v.form is VerbForm.CONNECTIVE and v.tail in _THEN_SAYS for v in after[1:])
        receives = any(
            t.tag == "JKB" and t.form in _TO and after[0].span.end <= t.span.start < target
            for t in self.stretch.tokens
            if after
        )
        return acts and receives and not over

    def clause_between(self, low: int, high: int) -> bool:
        """Whether a clause ends between two places, with another behind it."""
        return any(
            low <= v.span.start < high and v.form is VerbForm.CONNECTIVE
            for v in self.stretch.verbs
            if not self.stretch.is_about(v)  # 누리집을 통해, 제의에 대해
        )

    def is_over(self, subject: Subject, later: Subject) -> bool:
        """장관이 자리를 비운 사이 대통령이 …: a temporal clause with its own subject."""
        verb = next((v for v in self.stretch.verbs if v.span.start >= subject.end), None)
        if verb is None or subject.role is not Role.SUBJECT:
            return False
        if verb.form is not VerbForm.ADNOMINAL or verb.span.end > later.span.start:
            return False
        return TEMPORAL.match(self.stretch.text, verb.span.end) is not None

    def is_of_thing(self, subject: Subject) -> bool:
        """[정부가 아는] 것과 차이가 있다고 답했다: who knows it does not say so."""
        if subject.role is not Role.SUBJECT:
            return False
        first = next((v for v in self.stretch.verbs if v.span.start >= subject.end), None)
        if first is None or first.form is not VerbForm.ADNOMINAL:
            return False
        beside = not self.stretch.text[subject.end : first.span.start].strip()
        return beside and _THING.match(self.stretch.text, first.span.end) is not None

    def describes(self, subject: Subject, later: Subject) -> bool:
        """[두 사람이 마주 앉은] 회담에서 미국측은 …고 요구했다: 이/가 of what describes a noun."""
        if subject.role is not Role.SUBJECT or later.role is not Role.TOPIC:
            return False
        own = next((v for v in self.stretch.verbs if v.span.start >= subject.end), None)
        bound = own is not None and own.form is VerbForm.ADNOMINAL and own.row is None
        return own is not None and bound and own.span.end <= later.span.start

    def is_wanted(self, mark: Mark) -> bool:
        """[국방부가] 기준선을 함께 정하자고 제안했다: who wants it done stands before."""
        carrier = mark.carrier
        if carrier is None or carrier.form is not VerbForm.QUOTATIVE or carrier.is_copula:
            return False
        return carrier.tail.endswith(("자고", "라고", "달라고"))

    def notifies(self, first: Subject, mark: Mark) -> bool:
        """쿠바가 길을 닫았다고 [우리 정부에] 알려 왔다: to whom it is made known stands beside.

        Only what opens the sentence, and no person: who hands on what others did would be named.
        """
        carrier, verb = mark.carrier, mark.governor
        if carrier is None or verb is None or verb.row is None or first.person:
            return False
        if not verb.row.notifies or not self._opens(first):
            return False
        return any(
            t.tag == "JKB" and t.form in _TO and carrier.span.end <= t.span.start < verb.span.start
            for t in self.stretch.tokens
        )

    def _opens(self, first: Subject) -> bool:
        """Whether nobody acts before: [오랜 우방인] 쿠바가 only says who it is."""
        start = first.span.start
        before = (v for v in self.stretch.verbs if v.span.start < start)
        acted = any(v.form is not VerbForm.ADNOMINAL for v in before)
        return not acted and not any(
            marks_subject(t) for t in self.stretch.tokens if t.span.start < start
        )

    def is_left_behind(self, low: int, high: int) -> bool:
        """양측은 [합의했지만] 북한이 …: the clause of the topic is over."""
        return any(
            low <= v.span.start < high
            and v.form is VerbForm.CONNECTIVE
            and v.past
            and v.tail.endswith(_CONTRAST)
            for v in self.stretch.verbs
        )

    def goes_on(self, low: int) -> bool:
        """“…”라고 하면서 …: -면서 and -며 keep the subject."""
        return any(
            v.span.end == low and v.tail.endswith(("면서", "며")) for v in self.stretch.verbs
        )

    def keeps(self, low: int) -> bool:
        """“…”고 [밝히고, 한 데 이어] 상대가 나서 줄 것을 당부했다: the act goes on as one."""
        return any(
            v.span.end == low
            and not v.past
            and (
                (v.tail == "고" and v.row is not None)
                or (v.form is VerbForm.ADNOMINAL and self.stretch.then(low) is not None)
            )
            for v in self.stretch.verbs
        )

    def joins(self, low: int) -> bool:
        """[외무상은 “…”라고 언명하고] 인도네시아가 …바란다고 하였다: -고 keeps the subject too."""
        return any(
            v.span.end == low and v.tail == "고" and v.row is not None for v in self.stretch.verbs
        )

    def is_scene(self, circle: Subject, later: Subject) -> bool:
        """여당에서는 반겼으며, 야당에서는 …라고 했다; 도시에서는 불이 났고 주민들은 ….

        [일본에서는] 장관이 회견에서 …고 밝혔다: a state is where a person speaks.
        """
        if circle.role is not Role.CIRCLE:
            return False
        if circle.state and later.person:
            return True
        if later.role is Role.SUBJECT:
            return False
        return self._joined_between(circle.end, later.span.start)

    def acts_first(self, actor: Subject, later: Subject) -> bool:
        """미국이 훈련을 시작하자 [북한이] …수 있다고 경고했다: who acted first did not speak."""
        if actor.role is not Role.SUBJECT:
            return False
        return any(
            actor.end <= v.span.start
            and v.span.end <= later.span.start
            and v.form is VerbForm.CONNECTIVE
            and v.tail in UPON
            for v in self.stretch.verbs
        )

    def after_contrast(self, near: Sequence[Subject], mark: Mark) -> Sequence[Subject]:
        """외신은 …했으나 통일부는 …다고 밝혔다: the topic after the contrast speaks.

        With 이/가 only who speaks of the own will: 두 나라는 합의했지만 북한이 미루겠다고.
        """
        for index in range(len(near) - 1, 0, -1):
            before, here = near[index - 1], near[index]
            contrast = any(
                before.end <= v.span.start < here.span.start
                and (v.tail.endswith(_CONTRAST) or self._stands_against(v))
                for v in self.stretch.verbs
            )
            able = here.role is not Role.SUBJECT or self.wills(mark) or self.says_it_of(here, mark)
            if contrast and able:
                return near[index:]
        return near

    def _stands_against(self, verb: Verb) -> bool:
        """여당은 잘못을 지적한 데 비해 [야당은] …고 했다."""
        return _AGAINST.match(self.stretch.text, verb.span.end) is not None

    def after_act(self, near: Sequence[Subject], mark: Mark) -> Sequence[Subject]:
        """장관은 평양에 도착했고 대변인은 [장관이 연설한다]고 밝혔다: who acted did not speak.

        The later phrase speaks where the words behind it are its own; where the act has a subject
        as well, all of it may be said (장관은 [길이 열렸고 대변인은 …]고 했다).
        """
        for index, later in enumerate(near[1:], 1):
            acted = self._joined_between(near[0].end, later.span.start)
            if acted and self._has_own_words(near, index, mark):
                told = self.stretch.has_subject(near[0].end, later.span.start)
                return near if told else near[index:]
        return near

    def _has_own_words(self, near: Sequence[Subject], index: int, mark: Mark) -> bool:
        """Whether the words behind a later phrase are that one's, by what stands in them.

        Of a state more may be told (장관은 합의를 반겼고 [북한은 답해야 한다고] 했다): what the
        first one did must be over, and somebody else must be spoken of.
        """
        first, later = near[0], near[index]
        over = self._acts_before(first.end, later.span.start)
        if over and self.says_it_of(later, mark):
            return True
        if later.role is not Role.TOPIC or (later.state and not over):
            return False
        own = self.stretch.has_subject(later.end, mark.content.end)
        if later.state:
            other = not first.person or index + 1 < len(near)
            return self.wills(mark) or (own and other)
        # 서기는 친서를 전했고 [위원장은 안부를 전해 달라고] 부탁했다
        asks = later.person and self.is_wanted(mark)
        return own or self.wills(mark) or asks or announces_own(mark)  # [방북한다]고 발표했다

    def says_it_of(self, later: Subject, mark: Mark) -> bool:
        """중국은 사절을 보냈고 북한은 훈련을 [도발이라고] 비난했다: the verb of saying takes both.

        What is asked of somebody is put to that one: 북한은 [일본에] 배상하라고 요구했다.
        """
        carrier = mark.carrier
        if carrier is None or mark.quote is not None or carrier.span.start < later.end:
            return False
        between = Span(later.end, carrier.span.start)
        tokens = [t for t in self.stretch.tokens if between.contains(t.span)]
        verbs = [v for v in self.stretch.verbs if between.contains(v.span)]
        if carrier.is_copula and not self.stretch.text.startswith("것", carrier.span.start):
            about = bool(verbs) and all(map(self.stretch.is_about, verbs))
            takes = about or (not verbs and any(t.tag == "JKO" for t in tokens))
        else:
            put_to = any(t.tag == "JKB" and t.form in _TO for t in tokens)
            takes = put_to and (self.is_wanted(mark) or warns(mark))
        return takes and not any(map(marks_subject, tokens))

    def wills(self, mark: Mark) -> bool:
        """…겠다고: who says so speaks of the own will."""
        carrier = mark.carrier
        return carrier is not None and "겠" in carrier.span.of(self.stretch.text)

    def decides(self, mark: Mark) -> bool:
        """[정부가] 명단을 늘리기로 했다고: what is decided is the doing of who says so."""
        carrier = mark.carrier
        if carrier is None or carrier.form is not VerbForm.QUOTATIVE:
            return False
        return self.stretch.text[: carrier.span.start].endswith("기로 ")

    def _joined_between(self, low: int, high: int) -> bool:
        return any(
            low <= v.span.start < high and v.form is VerbForm.CONNECTIVE and v.tail in _JOINED
            for v in self.stretch.verbs
        )


def announces_own(mark: Mark) -> bool:
    """[북한이] 공단을 멈춘다고 발표했다: what is announced as now or to come is one's own act."""
    carrier, governor = mark.carrier, mark.governor
    if carrier is None or governor is None or governor.row is None:
        return False
    return carrier.says_now and governor.row.kind in _OF_OWN_ACTS and not carrier.is_copula


def warns(mark: Mark) -> bool:
    """[북한에] 대가를 치를 것이라고 경고했다: whom it is said to is warned."""
    row = mark.governor.row if mark.governor is not None else None
    return row is not None and row.kind == "warn"


def was_done_to(mark: Mark) -> bool:
    """단장이 교체됐음을 알렸다: to whom it was done is not who says so."""
    carrier = mark.carrier
    passive = carrier is not None and carrier.past and carrier.lemma.endswith("되다")
    return mark.kind is MarkKind.OBJECT and passive
