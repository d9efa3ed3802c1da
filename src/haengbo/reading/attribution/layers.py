"""A stretch → who says what inside whom: layers of speech, innermost content first.

Comes in: a stretch with its marks and the phrases that may speak. Goes out: layers, each a
content with its speaker and governing verb and the layer around it. Two rules of Korean carry it:
the predicate comes after what it governs, so verbs open from the inside out, and subjects come
before it, so they open from the outside in: ``통신은 [장관이 [“…”라고] 말했다고] 전했다``; a subject between
two verbs belongs to the second: ``[장관은 “…”라고 말했다고] 통신이 전했다``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from haengbo.model.span import Span
from haengbo.reading.attribution.marks import Mark, MarkKind, Stretch
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.verbs import Verb, VerbForm

_CONTRAST = ("으나", "지만", "는데", "ᆫ데", "은데")
_TEMPORAL = re.compile(r"\s?(?:사이|때|뒤|후|동안|가운데|직후|직전|당시|날|이후|지)(?![가-힣]*자)")


@dataclass(frozen=True, slots=True)
class Layer:
    """One level of speech.

    Attributes:
        content: What is said.
        mark: Where it ends.
        subject: Who says it in this sentence; ``None`` when it must be carried from before.
        shared: Whether the subject stands outside the content and is not part of it.
        outer: The layer around it, nearest first.
    """

    content: Span
    mark: Mark
    subject: Subject | None
    outer: tuple[Layer, ...] = ()

    @property
    def verb(self) -> Verb | None:
        """The predicate that says so."""
        return self.mark.governor


def find_layers(
    stretch: Stretch, marks: Sequence[Mark], subjects: Sequence[Subject]
) -> tuple[Layer, ...]:
    """Bind marks to speakers.

    Returns:
        All layers, in order of their marks; ``outer`` leads from each to those around it.
    """
    builder = _Builder(stretch, tuple(marks), tuple(subjects))
    layers: list[Layer] = []
    start = stretch.region.start
    last: Subject | None = None
    for root in builder.roots():
        group = builder.governed_by(root)
        low = start
        pool = [s for s in subjects if low <= s.span.start and s.end <= builder.reach(group)]
        made, chosen = builder.bind(group, pool, low, (), last)
        layers += made
        if root.tail == "자" and chosen is not None and chosen.role is Role.SUBJECT:
            continue  # 대통령은 [기자들이 …냐고 묻자] “…”고 답했다: the topic is still to speak
        last = chosen or last
        start = max(root.span.end if root else 0, *(m.end for m in group))
    layers += [builder.genitive(m) for m in marks if m.governor is None]
    return tuple(sorted(layers, key=lambda x: (x.mark.end, x.content.start)))


@dataclass(frozen=True, slots=True)
class _Builder:
    stretch: Stretch
    marks: tuple[Mark, ...]
    subjects: tuple[Subject, ...]

    def roots(self) -> list[Verb]:
        """Governors that are not themselves inside a governed clause, in order."""
        governors = {m.governor.span: m.governor for m in self.marks if m.governor}
        inner = {
            m.carrier.span
            for m in self.marks
            if m.carrier and m.quote is None and m.governor and m.carrier.span != m.governor.span
        }
        return [v for span, v in sorted(governors.items()) if span not in inner]

    def governed_by(self, verb: Verb) -> list[Mark]:
        """Marks whose governor is this predicate, unquoted neighbours joined into one."""
        group = [m for m in self.marks if m.governor and m.governor.span == verb.span]
        joined: list[Mark] = []
        for mark in group:
            both = joined and joined[-1].quote is None and mark.quote is None
            bare = both and mark.kind is MarkKind.BARE and joined[-1].kind is MarkKind.BARE
            if bare and not self._new_subject(joined[-1].end, mark.content.end):
                joined[-1] = replace(mark, content=joined[-1].content.hull(mark.content))
            else:
                joined.append(mark)
        return joined

    def _new_subject(self, low: int, high: int) -> bool:
        """…은 없다면서도 [미국이] …없다고: a second clause with a subject of its own."""
        return any(
            low <= t.span.start < high
            and (t.tag == "JKS" or (t.tag == "JX" and t.form in {"은", "는"}))
            for t in self.stretch.tokens
        )

    def reach(self, group: Sequence[Mark]) -> int:
        """Where the last content of a group begins or ends at the latest."""
        return max(m.content.end for m in group)

    def bind(
        self,
        group: Sequence[Mark],
        pool: Sequence[Subject],
        low: int,
        outer: tuple[Layer, ...],
        last: Subject | None,
    ) -> tuple[list[Layer], Subject | None]:
        """Layers of one governor and of everything inside them."""
        verb = group[-1].governor
        assert verb is not None  # noqa: S101 - groups are made by governor
        chosen = self._between(group, verb)
        if chosen is None and not (last and not outer and self._goes_on(low)):
            chosen = self._before(group, pool, inner=bool(outer)) or self._relative(verb)
        if chosen is None and last is not None and not outer:
            chosen = last if self._goes_on(low) or not self._needs_own(group, pool) else None
        layers: list[Layer] = []
        for mark in group:
            content = self._content(mark, chosen, low)
            layer = Layer(content, mark, chosen, outer)
            layers.append(layer)
            layers += self._inside(mark, layer, pool, chosen, low)
            low = max(low, mark.end)
        return layers, chosen

    def _inside(
        self, mark: Mark, layer: Layer, pool: Sequence[Subject], chosen: Subject | None, low: int
    ) -> list[Layer]:
        carrier = mark.carrier
        if carrier is None or mark.quote is not None:
            return []
        inner = [m for m in self.governed_by(carrier) if m is not mark]
        if not inner:
            return []
        left = [s for s in pool if s is not chosen and s.end <= self.reach(inner)]
        return self.bind(inner, left, low, (layer, *layer.outer), None)[0]

    def _between(self, group: Sequence[Mark], verb: Verb) -> Subject | None:
        low = max(m.end for m in group)
        found = [s for s in self.subjects if low <= s.span.start and s.end <= verb.span.start]
        return found[-1] if found else None

    def _relative(self, verb: Verb) -> Subject | None:
        """“…”라고 말한 장관은: the head of the relative clause speaks."""
        if verb.form is not VerbForm.ADNOMINAL:
            return None
        after = [s for s in self.subjects if s.span.start >= verb.span.end]
        return after[0] if after and after[0].span.start - verb.span.end <= 3 else None

    def _before(
        self, group: Sequence[Mark], pool: Sequence[Subject], *, inner: bool
    ) -> Subject | None:
        first = group[0]
        if self._governs_speech(group):
            return self._outermost(pool)
        if first.quote is not None:
            near = [s for s in pool if s.end <= first.quote.outer.start]
            return self._nearest(near, first.quote.outer.start)
        if first.noun == "bare":
            near = [s for s in pool if s.end <= first.content.start]
            return self._nearest(near, first.content.start)
        near = [s for s in pool if s.end <= first.content.end]
        asks = first.governor is not None and first.governor.tail == "자"
        if asks and near and near[-1].role is Role.SUBJECT and not inner:
            return near[-1]
        return near[0] if inner and near else self._of_clause(near, first)

    def _governs_speech(self, group: Sequence[Mark]) -> bool:
        carriers = {m.carrier.span for m in group if m.carrier and m.quote is None}
        return any(m.governor and m.governor.span in carriers for m in self.marks)

    def _outermost(self, pool: Sequence[Subject]) -> Subject | None:
        if len(pool) >= 2 or (pool and (pool[0].nature is Nature.MEDIUM or pool[0].tells)):
            return pool[0]
        return None

    def _nearest(self, near: Sequence[Subject], target: int) -> Subject | None:
        """The speaker of a quotation: the topic of its clause, else an open subject."""
        open_ones = [s for s in near if not self._is_closed(s, target)]
        open_ones = [s for s in open_ones if not s.guess] or open_ones
        if not open_ones:
            return None
        chosen = open_ones[-1]
        for earlier in reversed(open_ones[:-1]):
            if earlier.role is Role.SUBJECT:
                continue
            if self._clause_between(earlier.end, chosen.span.start):
                break
            # Two topics of one clause: the second belongs to what is said.
            chosen = earlier
        return chosen

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
        return _TEMPORAL.match(self.stretch.text, verb.span.end) is not None

    def _is_closed(self, subject: Subject, target: int) -> bool:
        """Whether 이/가 belongs to a clause that is over before the quotation begins."""
        if subject.role is not Role.SUBJECT:
            return False
        after = [v for v in self.stretch.verbs if subject.end <= v.span.start < target]
        if not after or after[0].form is not VerbForm.ADNOMINAL:
            return False
        tail = self.stretch.text[after[0].span.end : after[0].span.end + 4].strip()
        return not tail.startswith(("자리", "뒤", "가운데", "후", "데", "끝"))

    def _of_clause(self, near: Sequence[Subject], mark: Mark) -> Subject | None:
        """The speaker of an unquoted clause: its first topic, or the first of two subjects."""
        if not near:
            return None
        while len(near) > 1 and self._is_over(near[0], near[1]):
            near = near[1:]
        near = self._after_contrast(near)
        first = near[0]
        if first.role is not Role.SUBJECT:
            return first
        for later in near[1:]:
            if later.role is not Role.SUBJECT and self._clause_between(first.end, later.span.start):
                return later
        if len(near) >= 2:
            return first
        carrier = mark.carrier
        willing = (
            carrier is not None and "겠" in self.stretch.text[carrier.span.start : carrier.span.end]
        )
        own = any(
            t.tag == "JKS" and first.end <= t.span.start < mark.content.end
            for t in self.stretch.tokens
        )
        return first if willing or own or mark.kind is MarkKind.OBJECT else None

    def _goes_on(self, low: int) -> bool:
        """“…”라고 하면서 …: -면서 and -며 keep the subject."""
        return any(
            v.span.end == low and v.tail.endswith(("면서", "며")) for v in self.stretch.verbs
        )

    def _after_contrast(self, near: Sequence[Subject]) -> Sequence[Subject]:
        """외신은 …했으나 통일부는 …다고 밝혔다: the topic after the contrast speaks."""
        for index in range(len(near) - 1, 0, -1):
            before, here = near[index - 1], near[index]
            contrast = any(
                before.end <= v.span.start < here.span.start and v.tail.endswith(_CONTRAST)
                for v in self.stretch.verbs
            )
            if contrast and here.role is not Role.SUBJECT:
                return near[index:]
        return near

    def _needs_own(self, group: Sequence[Mark], pool: Sequence[Subject]) -> bool:
        """A clause with an own subject does not go on with the speaker before it."""
        return group[0].quote is None and bool(pool)

    def _content(self, mark: Mark, chosen: Subject | None, low: int) -> Span:
        if mark.quote is not None or mark.noun == "bare":
            return mark.content
        start = max(low, self._own_start(mark, low))
        if chosen is not None and low <= chosen.span.start and chosen.end <= mark.content.end:
            start = max(start, chosen.end, self._after_act(mark, chosen.end))
        return Span(min(start, mark.content.end), mark.content.end)

    def _own_start(self, mark: Mark, low: int) -> int:
        """…사의를 표하고 [인사를 전해줄것을] 부탁하였다: the act before it is told, not said."""
        wish = mark.carrier is not None and mark.carrier.tail.endswith(("자고", "라고"))
        if mark.kind is not MarkKind.OBJECT and not wish:
            return low
        tails = ("고", "며", "면서") if mark.kind is MarkKind.OBJECT else ("며", "면서")
        ends = [
            v.span.end
            for v in self.stretch.verbs
            if v.form is VerbForm.CONNECTIVE
            and v.tail.endswith(tails)
            and low <= v.span.end < mark.content.end
        ]
        return max(ends, default=low)

    def _after_act(self, mark: Mark, low: int) -> int:
        """[차관은 대사를 불러] 군대는 돌아가라고: what the speaker did before is not said."""
        own = next(
            (
                t.span.start
                for t in self.stretch.tokens
                if low <= t.span.start < mark.content.end
                and (t.tag == "JKS" or (t.tag == "JX" and t.form in {"은", "는"}))
            ),
            mark.content.end,
        )
        acts = [
            v.span.end
            for v in self.stretch.verbs
            if v.form is VerbForm.CONNECTIVE and low <= v.span.start and v.span.end < own
        ]
        acts = [end for end in acts if self.stretch.text[end : end + 1] in " ,"]
        return max(acts, default=low) if own < mark.content.end else low

    def genitive(self, mark: Mark) -> Layer:
        """…는 것이 [당국의] 설명이다: the genitive speaks."""
        return Layer(Span(self.stretch.region.start, mark.content.end), mark, None)
