"""Marks of one governor and the phrases before them → which of the phrases speaks.

Two rules of Korean carry the choice: the topic of the governing clause speaks, and 이/가 whose own
predicate is over before the words begin (``…이 떠난 사이``) does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.model.span import Span
from haengbo.reading.attribution.closed import RESPONDED, TEMPORAL, is_closed
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
_SEVERAL = 2
_NEXT = 3
#: Between 이/가 and the words that it opens.
_BESIDE = 1


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses speakers within one stretch.

    Attributes:
        stretch: The sentence without its quotations.
        marks: All its marks.
        subjects: All phrases that may speak.
    """

    stretch: Stretch
    marks: tuple[Mark, ...]
    subjects: tuple[Subject, ...]

    def between(self, group: Sequence[Mark], verb: Verb) -> Subject | None:
        """The phrase between the words and their verb: ``“…”라고 [장관은] 말했다``."""
        low = max(m.end for m in group)
        found = [s for s in self.subjects if low <= s.span.start and s.end <= verb.span.start]
        found = [s for s in found if not self._is_of_clause_inside(s, verb)]
        return found[-1] if found else None

    def _is_of_clause_inside(self, subject: Subject, verb: Verb) -> bool:
        """“…”며 [두 사람이 악수하는] 사진을 올렸다: who shakes hands does not say so."""
        if subject.role is not Role.SUBJECT or subject.nature is Nature.MEDIUM:
            return False
        after = (v for v in self.stretch.verbs if subject.end <= v.span.start < verb.span.start)
        first = next(after, None)
        if first is None or is_condition(first):
            return first is not None  # “…”며 [상대가 도발하면] 대응하겠다고
        return first.form is VerbForm.ADNOMINAL and first.row is None

    def relative(self, verb: Verb) -> Subject | None:
        """“…”라고 말한 장관은: the head of the relative clause speaks."""
        if verb.form is not VerbForm.ADNOMINAL:
            return None
        after = [s for s in self.subjects if s.span.start >= verb.span.end]
        return after[0] if after and after[0].span.start - verb.span.end <= _NEXT else None

    def before(
        self, group: Sequence[Mark], pool: Sequence[Subject], *, inner: bool
    ) -> Subject | None:
        """The phrase before the words.

        Args:
            group: Marks that share a governor.
            pool: Phrases that are still free.
            inner: Whether somebody else tells that it was said.
        """
        first = group[0]
        if self._governs_speech(group):
            return self._outermost(pool) or self._of_own_act(group, pool)
        if first.quote is not None:
            near = [s for s in pool if s.end <= first.quote.outer.start]
            own = self._own_subject(near, first) or self._asker(near, first)
            return own or self._nearest(near, first.quote.outer.start)
        if first.noun == "bare":
            near = [s for s in pool if s.end <= first.content.start]
            return self._nearest(near, first.content.start)
        near = [s for s in pool if s.end <= first.content.end]
        chosen = self._of_unquoted(near, first, inner=inner)
        if chosen is None and len(group) > 1:
            # 총리가 보도를 모른다면서 “…”고 말했다: what he says next tells who speaks
            return self.before(group[1:], pool, inner=inner)
        return chosen

    def _of_unquoted(self, near: Sequence[Subject], mark: Mark, *, inner: bool) -> Subject | None:
        """The speaker of an unquoted clause among those before its end."""
        if mark.governor is not None and self._is_responded_to(mark):
            return self._of_response(near)
        willing = [s for s in near if not self._is_of_condition(s, mark)]
        near = willing or (near if inner else [])
        asks = mark.governor is not None and mark.governor.tail == "자"
        if asks and near and near[-1].role is Role.SUBJECT and not inner:
            return self._first_of_two(near)
        return self._after_other_act(near) if inner and near else self._of_clause(near, mark)

    def _is_of_condition(self, subject: Subject, mark: Mark) -> bool:
        """이어 [상대가] 선을 넘으면 대응하겠다고 경고했다: who would do so does not speak."""
        if subject.role is not Role.SUBJECT or subject.nature is Nature.MEDIUM:
            return False
        after = (v for v in self.stretch.verbs if subject.end <= v.span.start)
        first = next(after, None)
        if first is None or first.span.end >= mark.content.end or not is_condition(first):
            return False
        # [당국자가] 제재가 풀리면 …: the condition has a subject of its own
        return not self.stretch.has_subject(subject.end, first.span.start)

    def _first_of_two(self, near: Sequence[Subject]) -> Subject:
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

    def _after_other_act(self, near: Sequence[Subject]) -> Subject:
        """서기가 떠났으며 [위원장이] 또 만나자고 했다고: who acted before did not say so."""
        first = near[0]
        for later in near[1:]:
            if self._acts_before(first.end, later.span.start):
                return later
        return first

    def _acts_before(self, low: int, high: int) -> bool:
        return any(
            low <= v.span.start < high and v.past and v.form is VerbForm.CONNECTIVE
            for v in self.stretch.verbs
            if v.tail in _JOINED or v.tail.endswith(_CONTRAST)
        )

    def _governs_speech(self, group: Sequence[Mark]) -> bool:
        carriers = {m.carrier.span for m in group if m.carrier and m.quote is None}
        return any(m.governor and m.governor.span in carriers for m in self.marks)

    def _outermost(self, pool: Sequence[Subject]) -> Subject | None:
        if len(pool) >= _SEVERAL or (pool and (pool[0].nature is Nature.MEDIUM or pool[0].tells)):
            return pool[0]
        return None

    @staticmethod
    def _of_own_act(group: Sequence[Mark], pool: Sequence[Subject]) -> Subject | None:
        """[장관은] …이라며 잘될 것으로 낙관한다고 밝혔다: who says so now says it himself."""
        carrier = group[-1].carrier
        if carrier is None or not carrier.says_now or len(pool) != 1:
            return None
        able = pool[0].role is Role.TOPIC and not pool[0].silent
        return pool[0] if able and pool[0].nature in (Nature.NAMED, Nature.UNNAMED) else None

    def _nearest(self, near: Sequence[Subject], target: int) -> Subject | None:
        """The speaker of a quotation: the topic of its clause, else an open subject."""
        open_ones = [s for s in near if not is_closed(self.stretch, s, target)]
        open_ones = [s for s in open_ones if not s.guess] or open_ones
        if not open_ones:
            return near[0] if self._acts_on(near, target) else None
        chosen = open_ones[-1]
        for earlier in reversed(open_ones[:-1]):
            if earlier.role is Role.SUBJECT:
                continue
            if self._clause_between(earlier.end, chosen.span.start) and not self._says_of(
                earlier, chosen, target
            ):
                break
            # Two topics of one clause: the second belongs to what is said.
            chosen = earlier
        return chosen

    def _says_of(self, topic: Subject, other: Subject, target: int) -> bool:
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

    def _acts_on(self, near: Sequence[Subject], target: int) -> bool:
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

    def _own_subject(self, near: Sequence[Subject], mark: Mark) -> Subject | None:
        """대변인은 [국무부가] “…”고 밝힌 데 대해 …: a clause that modifies has its own 이/가."""
        if mark.quote is None or mark.governor is None or not self.stretch.modifies(mark.governor):
            return None
        start = mark.quote.outer.start
        last = near[-1] if near else None
        if last is None or last.role is not Role.SUBJECT or is_closed(self.stretch, last, start):
            return None
        return None if self._clause_between(last.end, start) else last

    @staticmethod
    def _asker(near: Sequence[Subject], mark: Mark) -> Subject | None:
        """부장은 [기자들이] “어떻게 보느냐”고 묻자 …: who asks stands beside the question."""
        verb, last = mark.governor, near[-1] if near else None
        asks = verb is not None and verb.tail == "자" and verb.row and verb.row.kind == "ask"
        return last if asks and last is not None and last.role is Role.SUBJECT else None

    @staticmethod
    def _of_response(near: Sequence[Subject]) -> Subject | None:
        """대변인은 [신문이 북한이 쐈다고 보도한] 데 대해 …: the first 이/가 behind the topic."""
        topics = [i for i, s in enumerate(near) if s.role is not Role.SUBJECT]
        behind = near[topics[-1] + 1 :] if topics else near
        return next((s for s in behind if s.role is Role.SUBJECT), None)

    def _is_responded_to(self, mark: Mark) -> bool:
        """대변인은 [국무부가 …다고 밝힌] 데 대해 …: its 이/가 speaks, not the topic."""
        verb = mark.governor
        bound = mark.kind in (MarkKind.BARE, MarkKind.NOUN)
        return verb is not None and bound and self.stretch.modifies(verb)

    def _clause_between(self, low: int, high: int) -> bool:
        return any(
            low <= v.span.start < high and v.form is VerbForm.CONNECTIVE for v in self.stretch.verbs
        )

    def _is_over(self, subject: Subject, later: Subject) -> bool:
        """장관이 자리를 비운 사이 대통령이 …: a temporal clause with its own subject."""
        verb = next((v for v in self.stretch.verbs if v.span.start >= subject.end), None)
        if verb is None or subject.role is not Role.SUBJECT:
            return False
        if verb.form is not VerbForm.ADNOMINAL or verb.span.end > later.span.start:
            return False
        return TEMPORAL.match(self.stretch.text, verb.span.end) is not None

    def _of_clause(self, near: Sequence[Subject], mark: Mark) -> Subject | None:
        """The speaker of an unquoted clause: its first topic, or the first of two subjects."""
        near = [s for s in near if not self._is_of_thing(s)]
        if not near:
            return None
        upon = False
        while len(near) > 1 and (
            self._is_over(near[0], near[1])
            or self._is_scene(near[0], near[1])
            or self._acts_first(near[0], near[1])
            or self._describes(near[0], near[1])
        ):
            upon = upon or self._acts_first(near[0], near[1])
            near = near[1:]
        near = self._after_act(self._after_contrast(near, mark), mark)
        first = near[0]
        if upon and first.role is Role.SUBJECT and not self._unknown_topic(first):
            return first
        if first.role is not Role.SUBJECT:
            return first
        for later in near[1:]:
            if later.role is not Role.SUBJECT and self._clause_between(first.end, later.span.start):
                return later
        if len(near) >= _SEVERAL:
            return None if self._unknown_topic(first) else first
        willing = self._wills(mark) or self._decides(mark)
        own = any(
            t.tag == "JKS" and first.end <= t.span.start < mark.content.end
            for t in self.stretch.tokens
        )
        wish = mark.kind in (MarkKind.OBJECT, MarkKind.NOUN) and not _was_done_to(mark)
        wish = wish or self._is_wanted(mark)
        wish = wish or _announces_own(mark) or self._notifies(first, mark)
        return first if (willing or own or wish) and not self._unknown_topic(first) else None

    def _is_of_thing(self, subject: Subject) -> bool:
        """[정부가 아는] 것과 차이가 있다고 답했다: who knows it does not say so."""
        if subject.role is not Role.SUBJECT:
            return False
        first = next((v for v in self.stretch.verbs if v.span.start >= subject.end), None)
        if first is None or first.form is not VerbForm.ADNOMINAL:
            return False
        beside = not self.stretch.text[subject.end : first.span.start].strip()
        return beside and _THING.match(self.stretch.text, first.span.end) is not None

    def _describes(self, subject: Subject, later: Subject) -> bool:
        """[두 사람이 마주 앉은] 회담에서 미국측은 …고 요구했다: 이/가 of what describes a noun."""
        if subject.role is not Role.SUBJECT or later.role is not Role.TOPIC:
            return False
        own = next((v for v in self.stretch.verbs if v.span.start >= subject.end), None)
        bound = own is not None and own.form is VerbForm.ADNOMINAL and own.row is None
        return own is not None and bound and own.span.end <= later.span.start

    def _is_wanted(self, mark: Mark) -> bool:
        """[국방부가] 기준선을 함께 정하자고 제안했다: who wants it done stands before."""
        carrier = mark.carrier
        if (
            carrier is None
            or carrier.form is not VerbForm.QUOTATIVE
            or carrier.lemma.endswith("이다")
        ):
            return False
        return carrier.tail.endswith(("자고", "라고", "달라고"))

    def _notifies(self, first: Subject, mark: Mark) -> bool:
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

    def _unknown_topic(self, first: Subject) -> bool:
        """경감은 경찰이 …다고 말했다: somebody whom nobody knows speaks, not the police."""
        known = {s.end for s in self.subjects}
        return any(
            particle.tag == "JX"
            and particle.form in {"은", "는"}
            and noun.tag.startswith(("NN", "XSN"))
            and particle.span.end <= first.span.start
            and particle.span.end not in known
            and not self._is_left_behind(particle.span.end, first.span.start)
            for noun, particle in pairwise(self.stretch.tokens)
        )

    def _is_left_behind(self, low: int, high: int) -> bool:
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

    def _is_scene(self, circle: Subject, later: Subject) -> bool:
        """여당에서는 반겼으며, 야당에서는 …라고 했다; 도시에서는 불이 났고 주민들은 …."""
        if circle.role is not Role.CIRCLE or later.role is Role.SUBJECT:
            return False
        return self._joined_between(circle.end, later.span.start)

    def _acts_first(self, actor: Subject, later: Subject) -> bool:
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

    def _after_contrast(self, near: Sequence[Subject], mark: Mark) -> Sequence[Subject]:
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
            if contrast and (here.role is not Role.SUBJECT or self._wills(mark)):
                return near[index:]
        return near

    def _stands_against(self, verb: Verb) -> bool:
        """여당은 잘못을 지적한 데 비해 [야당은] …고 했다."""
        return _AGAINST.match(self.stretch.text, verb.span.end) is not None

    def _after_act(self, near: Sequence[Subject], mark: Mark) -> Sequence[Subject]:
        """장관은 평양에 도착했고 대변인은 [장관이 연설한다]고 밝혔다: who acted did not speak.

        The second topic speaks where the words behind it have a subject of their own; where the
        act has one as well, all of it may be said (장관은 [길이 열렸고 대변인은 …]고 했다).
        """
        for later in near[1:]:
            own = self.stretch.has_subject(later.end, mark.content.end) or self._wills(mark)
            # 서기는 친서를 전했고 [위원장은 안부를 전해 달라고] 부탁했다
            own = own or (later.person and self._is_wanted(mark))
            own = own or _announces_own(mark)  # 주석은 [방북한다]고 발표했다
            acted = self._joined_between(near[0].end, later.span.start)
            if later.role is Role.TOPIC and not later.state and acted and own:
                told = self.stretch.has_subject(near[0].end, later.span.start)
                return near if told else near[near.index(later) :]
        return near

    def _wills(self, mark: Mark) -> bool:
        """…겠다고: who says so speaks of the own will."""
        carrier = mark.carrier
        return carrier is not None and "겠" in carrier.span.of(self.stretch.text)

    def _decides(self, mark: Mark) -> bool:
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


def _announces_own(mark: Mark) -> bool:
    """[북한이] 공단을 멈춘다고 발표했다: what is announced as now or to come is one's own act."""
    carrier, governor = mark.carrier, mark.governor
    if carrier is None or governor is None or governor.row is None:
        return False
    return (
        carrier.says_now
        and governor.row.kind in _OF_OWN_ACTS
        and not carrier.lemma.endswith("이다")
    )


def _was_done_to(mark: Mark) -> bool:
    """단장이 교체됐음을 알렸다: to whom it was done is not who says so."""
    carrier = mark.carrier
    passive = carrier is not None and carrier.past and carrier.lemma.endswith("되다")
    return mark.kind is MarkKind.OBJECT and passive
