"""Marks of one governor and the phrases before them → which of the phrases speaks.

Two rules of Korean carry the choice: the topic of the governing clause speaks, and 이/가 whose own
predicate is over before the words begin (``…이 떠난 사이``) does not. Who only acts is told by
``acting``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from haengbo.reading.attribution.acting import Acting, announces_own, was_done_to
from haengbo.reading.attribution.closed import TEMPORAL, is_closed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.stretches import Mark, MarkKind
from haengbo.reading.attribution.verbs import Verb, VerbForm

_SEVERAL = 2
#: Kinds of verbs by which something is asked for, and by which one tells of it.
_ASKING, _TELLING = {"demand", "propose"}, {"announce", "say"}
_NEXT = 3


@dataclass(frozen=True, slots=True)
class Chooser(Acting):
    """Chooses speakers within one stretch.

    Attributes:
        marks: All its marks.
        subjects: All phrases that may speak.
        heads: People in another case than that of who acts.
    """

    marks: tuple[Mark, ...]
    subjects: tuple[Subject, ...]
    heads: tuple[Subject, ...] = ()

    def between(self, group: Sequence[Mark], verb: Verb) -> Subject | None:
        """The phrase between the words and their verb: ``“…”라고 [장관은] 말했다``."""
        low = max(m.end for m in group)
        found = [s for s in self.subjects if low <= s.span.start and s.end <= verb.span.start]
        found = [s for s in found if not self.is_of_clause_inside(s, verb)]
        return found[-1] if found else None

    def described(self, group: Sequence[Mark], verb: Verb) -> Subject | None:
        """중국이 결의를 어겼다고 [지적한 대사는]: of unquoted words the one who is described."""
        unquoted = all(m.kind is MarkKind.BARE and m.quote is None for m in group)
        if TEMPORAL.match(self.stretch.text, verb.span.end) is not None:
            return None  # 닫겠다고 [통보한 날] 통일부는 …: it says only when
        return self.relative(verb) if unquoted and self.stretch.described_person(verb) else None

    def relative(self, verb: Verb) -> Subject | None:
        """“…”라고 말한 장관은: the head of the relative clause speaks."""
        if verb.form is not VerbForm.ADNOMINAL:
            return None
        able = (*self.subjects, *self.heads)
        after = [s for s in able if 0 <= s.span.start - verb.span.end <= _NEXT]
        return min(after, key=lambda s: s.span.start, default=None)

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
            return self._of_response(near) or self._first_then(near, mark)
        willing = [s for s in near if not self.is_of_condition(s, mark)]
        near = willing or (near if inner else [])
        asks = mark.governor is not None and mark.governor.tail == "자"
        if asks and near and near[-1].role is Role.SUBJECT and not inner:
            return self.first_of_two(near)
        return self.after_other_act(near) if inner and near else self._of_clause(near, mark)

    def _governs_speech(self, group: Sequence[Mark]) -> bool:
        carriers = {m.carrier.span for m in group if m.carrier and m.quote is None}
        return any(m.governor and m.governor.span in carriers for m in self.marks)

    def _outermost(self, pool: Sequence[Subject]) -> Subject | None:
        if len(pool) >= _SEVERAL or (pool and (pool[0].nature is Nature.MEDIUM or pool[0].tells)):
            return pool[0]
        return None

    def _of_own_act(self, group: Sequence[Mark], pool: Sequence[Subject]) -> Subject | None:
        """[장관은] …이라며 잘될 것으로 낙관한다고 밝혔다: who says so now says it himself.

        So does who tells what he asked for: [대통령은] 조사단을 보내 달라고 요청했다고 밝혔다.
        """
        carrier = group[-1].carrier
        if carrier is None or len(pool) != 1:
            return None
        inside = [m for m in self.marks if m.governor and m.governor.span == carrier.span]
        bare = all(m.quote is None for m in inside)
        if not (carrier.says_now or (bare and _tells_own_act(group[-1]))):
            return None
        able = pool[0].role is Role.TOPIC and not pool[0].silent
        return pool[0] if able and pool[0].nature in (Nature.NAMED, Nature.UNNAMED) else None

    def _nearest(self, near: Sequence[Subject], target: int) -> Subject | None:
        """The speaker of a quotation: the topic of its clause, else an open subject."""
        open_ones = [s for s in near if not is_closed(self.stretch, s, target)]
        open_ones = [s for s in open_ones if not s.guess] or open_ones
        if not open_ones:
            return near[0] if self.acts_on(near, target) else None
        chosen = open_ones[-1]
        for earlier in reversed(open_ones[:-1]):
            if earlier.role is Role.SUBJECT:
                continue
            if self.clause_between(earlier.end, chosen.span.start) and not self.says_of(
                earlier, chosen, target
            ):
                break
            # Two topics of one clause: the second belongs to what is said.
            chosen = earlier
        return chosen

    def _own_subject(self, near: Sequence[Subject], mark: Mark) -> Subject | None:
        """대변인은 [국무부가] “…”고 밝힌 데 대해 …: a clause that modifies has its own 이/가."""
        if mark.quote is None or mark.governor is None or not self.stretch.modifies(mark.governor):
            return None
        start = mark.quote.outer.start
        last = near[-1] if near else None
        if last is None or last.role is not Role.SUBJECT or is_closed(self.stretch, last, start):
            return None
        return None if self.clause_between(last.end, start) else last

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

    def _first_then(self, near: Sequence[Subject], mark: Mark) -> Subject | None:
        """[위원장은] 멈추겠다고 선언한 뒤 문을 닫았다: whoever acts then said so first."""
        verb = mark.governor
        then = verb is not None and self.stretch.then(verb.span.end) is not None
        topics = [s for s in near if s.role is Role.TOPIC]
        return topics[0] if then and len(topics) == 1 else None

    def _is_responded_to(self, mark: Mark) -> bool:
        """대변인은 [국무부가 …다고 밝힌] 데 대해 …: its 이/가 speaks, not the topic."""
        verb = mark.governor
        bound = mark.kind in (MarkKind.BARE, MarkKind.NOUN)
        return verb is not None and bound and self.stretch.modifies(verb)

    def _of_clause(self, near: Sequence[Subject], mark: Mark) -> Subject | None:
        """The speaker of an unquoted clause: its first topic, or the first of two subjects."""
        near = [s for s in near if not self.is_of_thing(s)]
        if not near:
            return None
        upon = False
        while len(near) > 1 and (
            self.is_over(near[0], near[1])
            or self.is_scene(near[0], near[1])
            or self.acts_first(near[0], near[1])
            or self.describes(near[0], near[1])
        ):
            upon = upon or self.acts_first(near[0], near[1]) or self.is_scene(near[0], near[1])
            near = near[1:]
        near = self.after_act(self.after_contrast(near, mark), mark)
        first = near[0]
        if upon and first.role is Role.SUBJECT and not self._unknown_topic(first):
            return first
        if first.role is not Role.SUBJECT:
            return first
        for later in near[1:]:
            if later.role is not Role.SUBJECT and self.clause_between(first.end, later.span.start):
                return later
        if len(near) >= _SEVERAL:
            return None if self._unknown_topic(first) else first
        willing = self.wills(mark) or self.decides(mark)
        own = any(
            t.tag == "JKS" and first.end <= t.span.start < mark.content.end
            for t in self.stretch.tokens
        )
        wish = mark.kind in (MarkKind.OBJECT, MarkKind.NOUN) and not was_done_to(mark)
        wish = wish or self.is_wanted(mark) or self.says_it_of(first, mark)
        wish = wish or announces_own(mark) or self.notifies(first, mark)
        return first if (willing or own or wish) and not self._unknown_topic(first) else None

    def _unknown_topic(self, first: Subject) -> bool:
        """경감은 경찰이 …다고 말했다: somebody whom nobody knows speaks, not the police."""
        known = {s.end for s in self.subjects}
        return any(
            particle.tag == "JX"
            and particle.form in {"은", "는"}
            and noun.tag.startswith(("NN", "XSN"))
            and particle.span.end <= first.span.start
            and particle.span.end not in known
            and not self.is_left_behind(particle.span.end, first.span.start)
            for noun, particle in pairwise(self.stretch.tokens)
        )


def _tells_own_act(mark: Mark) -> bool:
    """보내 달라고 [요청했다고 밝혔다]; not 요청했다고 전했다, where another one tells it."""
    carrier, governor = mark.carrier, mark.governor
    if carrier is None or carrier.row is None or governor is None or governor.row is None:
        return False
    return carrier.past and carrier.row.kind in _ASKING and governor.row.kind in _TELLING
