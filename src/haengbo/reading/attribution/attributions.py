"""What attribution found on a page, for the events, expectations and wording.

Comes from ``find_attributions``. Invariant: statements are in order of the text; every link of a
chain has its span and rule.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from haengbo.model.reading import Chain, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.floors import Floor
from haengbo.reading.document import Sentence

#: Syllables of the ending of quotation (고, 라고) behind what is told.
_QUOTING = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch that somebody tells.

    Attributes:
        span: What is told.
        by: Chain for a happening told there: whoever says it first, unless an expert, an unnamed
            source or a document.
        relays: Chain for the saying itself: the same without the one who says it.
        quoted: Whether it stands between quotation marks.
    """

    span: Span
    by: Chain
    relays: Chain
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Attributions:
    """Who says what on a page.

    Attributes:
        statements: In order of the text; ``occasion`` is still ``None``.
        told: Stretches that somebody tells, inner ones after those around them.
        witnesses: Per sentence that nobody tells by itself, the chain that carries on there.
        questions: What reporters ask in an interview; nothing that is told.
        refuted: Those questions whose answer denies what is asked.
        shown: Per sentence, who leads it or speaks in it and on which day they act.
        floors: Per sentence of the body, who has the floor in it.
    """

    statements: tuple[Statement, ...] = ()
    told: tuple[Told, ...] = ()
    witnesses: tuple[tuple[Span, Chain], ...] = ()
    questions: tuple[Span, ...] = ()
    refuted: tuple[Span, ...] = ()
    shown: tuple[tuple[Span, Mapping[str, str]], ...] = ()
    floors: tuple[Floor, ...] = ()

    def chain_of(self, span: Span, *, act: bool = False, passing: bool = False) -> Chain:
        """The reporters between what is told at ``span`` and this page, nearest first.

        Args:
            span: Best the predicate or noun that tells of the happening; a whole sentence gives
                the chain of what is told innermost in it.
            act: The happening is the saying itself (``지지를 표명했다``): who says it does
                not report it.
            passing: The happening is only named in somebody's words, as known (장관은 지난달
                [회담]이 보람 있었다고 말했다): whoever names it does not report it either.

        Example:
            In ``통신은 장관이 “병사들이 싸웠다”고 말했다고 전했다`` the fighting has the chain
            장관 → 통신; with ``act`` (the minister's praise of it) the chain is 통신 alone.
        """
        around = [t for t in self.told if _covers(t.span, span)]
        if around:
            return around[-1].relays if act or passing else around[-1].by
        within = [t for t in self.told if span.contains(t.span)]
        if within and act:
            return within[-1].relays
        if within:
            # The happening may stand beside the quotation (회담에서 “…”고 말했다).
            return within[0].relays if within[0].quoted else within[0].by
        for stretch, chain in self.witnesses:
            if stretch.overlaps(span):
                return chain
        return ()

    def day_shown(self, names: Collection[str], within: Span) -> str | None:
        """The day on which one of these was last shown acting or speaking in a stretch.

        Example:
            In ``대변인은 12일 담화를 냈다. 담화는 일본을 비난했다`` the second sentence asks for
            the day on which the first shows the ministry.
        """
        days = (
            shown[name]
            for span, shown in reversed(self.shown)
            if within.contains(span)
            for name in names
            if name in shown
        )
        return next(days, None)

    def floor_of(self, sentence: Sentence) -> Floor | None:
        """Who has the floor in a sentence; ``None`` in what is quoted as a whole text."""
        return next((f for f in self.floors if f.parsed.sentence is sentence), None)

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement that covers ``span``, or ``None``."""
        covering = [s for s in self.statements if s.span.contains(span)]
        return min(covering, key=lambda s: len(s.span), default=None)


def _covers(told: Span, happening: Span) -> bool:
    """보냈다[고] 밝혔다: the verb that ends what is told carries the ending of quotation."""
    return told.start <= happening.start and happening.end <= told.end + _QUOTING
