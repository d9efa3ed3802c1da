"""A stretch → who says what inside whom: layers of speech, innermost content first.

Comes in: a stretch with its marks and the phrases that may speak. Goes out: layers, each a
content with its speaker and governing verb and the layer around it. Two rules of Korean carry it:
the predicate comes after what it governs, so verbs open from the inside out, and subjects come
before it, so they open from the outside in: ``통신은 [장관이 [“…”라고] 말했다고] 전했다``;
a subject between two verbs belongs to the second: ``[장관은 “…”라고 말했다고] 통신이 전했다``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from haengbo.model.span import Span
from haengbo.reading.attribution.closed import RESPONDED
from haengbo.reading.attribution.extents import content_of
from haengbo.reading.attribution.halves import Half, find_halves
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.speakers import Chooser
from haengbo.reading.attribution.stretches import Mark, MarkKind, Stretch, marks_subject
from haengbo.reading.attribution.verbs import Verb

_WANTING = {"demand", "propose"}


class Layer(msgspec.Struct, frozen=True):
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
    stretch: Stretch,
    marks: Sequence[Mark],
    subjects: Sequence[Subject],
    described: Sequence[Subject] = (),
) -> tuple[Layer, ...]:
    """Bind marks to speakers.

    Args:
        stretch: Where they stand.
        marks: Where something said ends.
        subjects: Phrases that may be said to speak.
        described: People in another case, who speak where a verb of saying describes them.

    Returns:
        All layers, in order of their marks; ``outer`` leads from each to those around it.
    """
    halves = find_halves(stretch, marks, subjects)
    choose = Chooser(stretch, tuple(marks), tuple(subjects), tuple(described))
    builder = _Builder(stretch, tuple(marks), choose, halves)
    layers: list[Layer] = []
    start = stretch.region.start
    last: Subject | None = None
    for root in builder.roots():
        group = builder.governed_by(root)
        low = start
        pool = [s for s in subjects if low <= s.span.start and s.end <= builder.reach(group)]
        inner = low
        if builder.is_told_at_the_end(group):
            low = stretch.region.start
            if last is not None and choose.goes_on(inner) and not pool:
                pool = [last]
        made, chosen = builder.bind(group, pool, low, (), last, inner)
        layers += made
        if _is_aside(stretch, root, chosen, pool):
            continue
        last = chosen or last
        start = max(root.span.end if root else 0, *(m.end for m in group))
    layers += [builder.genitive(m) for m in marks if m.governor is None]
    layers = [x if x.mark.kind is not MarkKind.HELD else _held(x, subjects) for x in layers]
    ordered = sorted(layers, key=lambda x: (x.mark.end, x.content.start))
    return tuple(_within_report(layer, ordered) for layer in ordered)


def _held(layer: Layer, subjects: Sequence[Subject]) -> Layer:
    """[정부는] 길이 열려 있다는 입장이다: the first topic holds so."""
    end = layer.content.end
    topic = next((s for s in subjects if s.role is Role.TOPIC and s.end <= end), None)
    if topic is None:
        return layer
    return replace(layer, content=Span(topic.end, end), subject=topic)


def _is_aside(
    stretch: Stretch, root: Verb, chosen: Subject | None, pool: Sequence[Subject]
) -> bool:
    """대통령은 [기자들이 …냐고 묻자] …, [통일부가 …고 밝힌 데 대해] …: the topic still speaks.

    So does whoever spoke before, where no topic stands there.
    """
    if chosen is None or chosen.role is not Role.SUBJECT:
        return False
    topic = any(s.role is not Role.SUBJECT and s.end <= chosen.span.start for s in pool)
    answered = RESPONDED.match(stretch.text[root.span.end : root.span.end + 8].strip()) is not None
    return root.tail == "자" or ((topic or answered) and stretch.modifies(root))


def _within_report(layer: Layer, layers: Sequence[Layer]) -> Layer:
    """[“…”고 치하하고 장관을 초청했다고] 통신이 보도했다: it reports the first half too."""
    if layer.outer:
        return layer
    around = [
        x
        for x in layers
        if x is not layer
        and x.subject is not None
        and x.subject.nature is Nature.MEDIUM
        and x.mark.quote is None
        and x.content.contains(layer.content)
        and x.mark.end > layer.mark.end
    ]
    return replace(layer, outer=tuple(around[:1])) if around else layer


def _wants(mark: Mark) -> bool:
    """…뿐이라며 [대화에 나서라고] 촉구했다: what is wanted, beside what is held to be so."""
    verb, carrier = mark.governor, mark.carrier
    wants = verb is not None and verb.row is not None and verb.row.kind in _WANTING
    return wants and carrier is not None and carrier.tail.endswith("라고") and not carrier.past


@dataclass(frozen=True, slots=True)
class _Builder:
    stretch: Stretch
    marks: tuple[Mark, ...]
    choose: Chooser
    halves: tuple[Half, ...] = ()

    def roots(self) -> list[Verb]:
        """Governors that are not themselves inside a governed clause, in order."""
        governors = {m.governor.span: m.governor for m in self.marks if m.governor}
        inner = {
            m.carrier.span
            for m in self.marks
            if m.carrier and m.quote is None and m.governor and m.carrier.span != m.governor.span
        }
        inner |= {half.verb.span for half in self.halves}
        return [v for span, v in sorted(governors.items()) if span not in inner]

    def is_told_at_the_end(self, group: Sequence[Mark]) -> bool:
        """Whether a medium after the clause tells all of the sentence before it."""
        verb = group[-1].governor
        teller = self.choose.between(group, verb) if verb else None
        return teller is not None and teller.nature is Nature.MEDIUM

    def governed_by(self, verb: Verb) -> list[Mark]:
        """Marks whose governor is this predicate, unquoted neighbours joined into one."""
        group = [m for m in self.marks if m.governor and m.governor.span == verb.span]
        joined: list[Mark] = []
        for mark in group:
            both = joined and joined[-1].quote is None and mark.quote is None
            bare = both and mark.kind is MarkKind.BARE and joined[-1].kind is MarkKind.BARE
            two = bare and (self._wills_besides(joined[-1], mark) or _wants(mark))
            if bare and not two and not self._new_subject(joined[-1].end, mark.content.end):
                joined[-1] = replace(mark, content=joined[-1].content.hull(mark.content))
            else:
                joined.append(mark)
        return joined

    def _new_subject(self, low: int, high: int) -> bool:
        """…은 없다면서도 [미국이] …없다고: a second clause with a subject of its own."""
        return any(low <= t.span.start < high and marks_subject(t) for t in self.stretch.tokens)

    def _wills_besides(self, first: Mark, second: Mark) -> bool:
        """[물건이 들어온다며] 길을 막겠다고 알렸다: what others do, and one's own will."""
        carriers = first.carrier, second.carrier
        if carriers[0] is None or carriers[1] is None:
            return False
        low, high = first.content.start, carriers[0].span.start
        own = any(low <= t.span.start < high and t.tag == "JKS" for t in self.stretch.tokens)
        wills = ["겠" in c.span.of(self.stretch.text) for c in carriers if c is not None]
        return own and wills == [False, True]

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
        inner: int = 0,
    ) -> tuple[list[Layer], Subject | None]:
        """Layers of one governor and of everything inside them, whose words begin at ``inner``."""
        verb = group[-1].governor
        assert verb is not None  # noqa: S101 - groups are made by governor
        chosen = self.choose.between(group, verb) or self.choose.described(group, verb)
        same = last is not None and not outer and self._same_goes_on(last, group, pool, low)
        if chosen is None and not same:
            chosen = self.choose.before(group, pool, inner=bool(outer)) or self.choose.relative(
                verb
            )
        if chosen is None and last is not None and not outer:
            goes_on = same or self.choose.joins(low)
            chosen = last if goes_on or not self._needs_own(group, pool) else None
        if outer and self._performs(verb, outer[0]):
            chosen = outer[0].subject
        halves = [half for half in self.halves if half.teller.span == verb.span]
        chosen = halves[0].topic if halves else chosen
        layers: list[Layer] = []
        for mark in group:
            content = content_of(self.stretch, mark, chosen, low)
            layer = Layer(content, mark, chosen, outer)
            speaker = self._left_out(mark, chosen, pool) if not outer else None
            if speaker is not None:
                layer = Layer(content, mark, speaker, (layer,))
            layers.append(layer)
            first, spoke = self._first_halves(halves, layer, pool)
            layers += first
            later = [s for s in pool if not halves or s.span.start >= halves[-1].verb.span.end]
            if mark is not group[0]:  # …고 밝혔다며 [부장관이] …고 덧붙였다고
                later = [s for s in later if s.span.start >= low] or later
            behind = halves[-1].verb.span.end if halves and halves[-1].topic is None else low
            inside = self._inside(mark, layer, later or spoke, chosen, max(low, inner, behind))
            if any(x.mark.quote is None and x.subject is chosen for x in inside):
                layers[layers.index(layer)] = self._second_half(layer, inside)
            layers += inside
            low = max(low, mark.end)
        return layers, chosen

    def _same_goes_on(
        self, last: Subject, group: Sequence[Mark], pool: Sequence[Subject], low: int
    ) -> bool:
        """Whether the topic before goes on speaking, whatever has 이/가 in what is said.

        대변인은 “…”고 밝히고 [상대가 나서 줄 것을] 당부했다.
        """
        if self.choose.goes_on(low):
            return True
        inner = all(s.role is Role.SUBJECT for s in pool) and group[0].quote is None
        return last.role is Role.TOPIC and inner and self.choose.keeps(low)

    def _left_out(
        self, mark: Mark, teller: Subject | None, pool: Sequence[Subject]
    ) -> Subject | None:
        """[장관은] “길은 멀다”고 통신은 전했다: that he said so is left out."""
        verb, quote = mark.governor, mark.quote
        if teller is None or verb is None or verb.row is None or quote is None:
            return None
        if verb.row.kind != "report" or teller.person or teller.span.start < quote.outer.end:
            return None
        people = [s for s in pool if s.person and s.end <= quote.outer.start]
        acts = any(
            people and people[-1].end <= v.span.start < quote.outer.start
            for v in self.stretch.verbs
        )
        return people[-1] if people and not acts else None

    def _first_halves(
        self, halves: Sequence[Half], layer: Layer, pool: Sequence[Subject]
    ) -> tuple[list[Layer], list[Subject]]:
        """통신은 [장관이 또 만나자고 제안했으며] 서기가 받아들였다고 전했다: its first half."""
        layers: list[Layer] = []
        spoke: list[Subject] = []
        low = layer.subject.end if layer.subject else self.stretch.region.start
        for half in halves:
            group = self.governed_by(half.verb)
            near = [s for s in pool if low <= s.span.start and s.end <= self.reach(group)]
            made, chosen = self.bind(group, near or spoke, low, (layer, *layer.outer), None)
            layers += made
            spoke = [chosen] if chosen else spoke
            low = half.verb.span.end
        return layers, spoke

    def _performs(self, verb: Verb, outer: Layer) -> bool:
        """통일부는 [북한이 헐었다며 유감을 표명한다고] 밝혔다: who says so now does it."""
        teller = outer.subject
        able = (Nature.NAMED, Nature.UNNAMED)
        return verb.says_now and teller is not None and teller.nature in able

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

    def _second_half(self, layer: Layer, inside: Sequence[Layer]) -> Layer:
        """[또 만날 것이라며] 길이 열릴 것으로 낙관한다고 말했다: one speaker says both."""
        start = max(x.mark.end for x in inside)
        own = any(
            start <= t.span.start < layer.content.end and t.tag == "JKS"
            for t in self.stretch.tokens
        )
        if not own or start >= layer.content.end:
            return layer
        return replace(layer, content=Span(start, layer.content.end))

    def _needs_own(self, group: Sequence[Mark], pool: Sequence[Subject]) -> bool:
        """A clause with an own subject does not go on with the speaker before it."""
        return group[0].quote is None and bool(pool)

    def genitive(self, mark: Mark) -> Layer:
        """…는 것이 [당국의] 설명이다, …다는 [당국의] 발표와: the genitive speaks."""
        if mark.quote is not None:
            return Layer(mark.content, mark, None)
        end = mark.content.end
        start = self._outside(end) if mark.noun == "genitive" else self.stretch.region.start
        return Layer(Span(start, end), mark, None)

    def _outside(self, end: int) -> int:
        """[미국은] 배가 떠났다는 세관의 발표와: the topic or first of two 이/가 is outside."""
        inside = [t for t in self.stretch.tokens if t.span.end <= end]
        topics = [t for t in inside if t.tag == "JX" and t.form in {"은", "는"}]
        subjects = [t for t in inside if t.tag == "JKS"]
        outer = topics[:1] or (subjects[:1] if len(subjects) > 1 else [])
        return outer[0].span.end if outer else self.stretch.region.start
