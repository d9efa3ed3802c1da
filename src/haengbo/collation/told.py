"""A reading → its reports as collation sees them.

Comes in: ``Reading`` and the pack. Goes out: one ``Told`` for each report, anchored on page and
span, with the sentence around it, what the page says of each participant, the figures it gives
and the words it quotes. A pure function of the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from haengbo.collation.lore import Lore
from haengbo.knowledge.collating import FigureRow
from haengbo.korean.sentences import split
from haengbo.model.article import NEWS_KINDS, Article, BlockKind
from haengbo.model.collation import Anchor, Figure, Part, Quoted, Source, Told
from haengbo.model.edtf import parse_or_none
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Form,
    Participant,
    Reading,
    Status,
)
from haengbo.model.span import Span

#: An undated report is compared with events of so many years before (or, if planned, after) it.
_YEARS_BACK, _YEARS_AHEAD = 3, 2
#: ``(모스크바=가나통신) 홍길순 특파원 =`` before the first sentence.
_DATELINE = re.compile(r"^[(\[][^()\[\]]{1,30}=[^()\[\]]{1,20}[)\]]\s*(?:[^=.]{1,30}=\s*)?")
_FUTURE = (Status.PLANNED, Status.PREDICTED)
_UNITS = {"십": 10, "백": 100, "천": 1_000, "만": 10_000, "억": 100_000_000}
#: A number in figures and Korean units, after the first of two (10만∼12만), before a unit.
_FIGURE = (
    r"(?:\d[\d,.]*[억만천백십]?\s?[~∼～-]\s?)?"
    r"(\d[\d,.]*\s?(?:[억만천백십]\s?(?:\d[\d,.]*\s?)?)*)"
    r"(?:여|남짓)?\s?(?:UNITS)"
)


def sentences_of(article: Article, kinds: Iterable[BlockKind]) -> tuple[Span, ...]:
    """Sentences of the blocks of these kinds, in order."""
    wanted = frozenset(kinds)
    return tuple(
        span.shifted(block.span.start)
        for block in article.blocks
        if block.kind in wanted
        for span in split(block.span.of(article.text))
    )


def amount_of(printed: str) -> int | None:
    """The number that figures and Korean units denote.

    Example:
        ``amount_of("1만2천")`` is 12000; ``amount_of("3,500")`` is 3500.
    """
    total, section = 0.0, 0.0
    for number, unit in re.findall(r"([\d.]*)([억만천백십]?)", re.sub(r"[\s,]", "", printed)):
        if not number and not unit:
            continue
        try:
            value = float(number or 1)
        except ValueError:
            return None
        if unit in {"억", "만"}:
            total += (section + (value if number else 0) or 1) * _UNITS[unit]
            section = 0.0
        else:
            section += value * _UNITS.get(unit, 1)
    return int(total + section) or None


def _figures(
    article: Article, spans: Iterable[Span], rows: Iterable[FigureRow]
) -> Iterator[Figure]:
    spans = tuple(spans)
    for row in rows:
        pattern = re.compile(_FIGURE.replace("UNITS", "|".join(map(re.escape, row.units))))
        for span in spans:
            text = span.of(article.text)
            if not any(cue in text for cue in row.cues) or any(w in text for w in row.excluded):
                continue
            for match in pattern.finditer(text):
                amount = amount_of(match.group(1))
                if amount is not None:
                    yield Figure(row.id, amount, " ".join(match.group().split()))


def _source(article: Article) -> Source:
    return Source(
        article.sha256,
        article.page,
        article.outlet.value if article.outlet else None,
        article.origin.value if article.origin else None,
        article.published.value if article.published else None,
        article.title,
    )


class _Page:
    """One reading, indexed for the making of its ``Told``s."""

    def __init__(self, reading: Reading, lore: Lore) -> None:
        self.reading, self.lore = reading, lore
        self.article = reading.article
        self.source = _source(reading.article)
        self.sentences = sentences_of(reading.article, NEWS_KINDS)
        self.body = sentences_of(reading.article, (BlockKind.BODY,))
        self.actors = {actor.name: actor for actor in reading.actors}

    def told(self, report: EventReport, anchor: Anchor) -> Told:
        text = self.article.text
        sentence = self._sentence(report.span)
        figures = _figures(self.article, self._about(report), self._figure_rows(report))
        largest = sorted(set(figures), key=lambda f: (f.kind, -f.amount, f.printed))
        return Told(
            anchor,
            self.source,
            report,
            tuple(span.of(text) for span in report.evidence),
            _DATELINE.sub("", " ".join(sentence.of(text).split())),
            tuple(self._part(p, sentence) for p in report.participants),
            tuple(largest),
            tuple(self._quotes(report)),
        )

    def _sentence(self, span: Span) -> Span:
        return next((s for s in self.sentences if s.overlaps(span)), span)

    def _about(self, report: EventReport) -> Iterator[Span]:
        """Sentences of the body but those that tell what is ahead beside what was, or the reverse.

        Their figures are those of the plan: ``보낸 병력은 1만 명``, ``2만 명을 더 보낼 계획``.
        """
        ahead = report.status in _FUTURE
        others = [
            e
            for e in self.reading.events
            if e.type == report.type and (e.status in _FUTURE) is not ahead
        ]
        for sentence in self.body:
            own = any(sentence.overlaps(span) for span in report.evidence)
            if own or not any(sentence.overlaps(s) for e in others for s in e.evidence):
                yield sentence

    def _figure_rows(self, report: EventReport) -> list[FigureRow]:
        return [
            row
            for row in self.lore.figures
            if row.type == report.type and row.mode in {None, report.mode}
        ]

    def _part(self, participant: Participant, sentence: Span) -> Part:
        actor = self.actors.get(participant.name)
        if actor is None:
            state = self.lore.state_of(participant.name)
            return Part(participant.name, participant.role, None, state)
        return Part(
            participant.name,
            participant.role,
            actor.kind.value,
            self._state(actor),
            tuple(dict.fromkeys(role.title for role in actor.roles)),
            actor.surfaces,
            self._printed(actor, sentence),
        )

    def _state(self, actor: Actor) -> str | None:
        if actor.kind is ActorKind.STATE:
            return actor.name
        known = self.lore.state_of(actor.name)
        if known is not None:
            return known
        offices = (self.lore.state_of(role.of) for role in actor.roles if role.of)
        return next((state for state in offices if state is not None), None)

    def _printed(self, actor: Actor, sentence: Span) -> str | None:
        text = self.article.text
        near = [
            mention.head.of(text)
            for mention in self.reading.mentions
            if mention.name == actor.name and sentence.contains(mention.head)
        ]
        return near[0] if near else (actor.surfaces[0] if actor.surfaces else None)

    def _quotes(self, report: EventReport) -> Iterator[Quoted]:
        for said in self.reading.statements:
            if said.occasion == report.id and said.form is not Form.INDIRECT:
                yield Quoted(", ".join(said.speaker), said.span.of(self.article.text))


def tell(reading: Reading, lore: Lore) -> tuple[Told, ...]:
    """The reports of a reading as collation sees them, in order of the text."""
    if not reading.events:
        return ()
    page = _Page(reading, lore)
    seen: dict[tuple[int, int, str], int] = {}
    out = []
    for report in reading.events:
        what = report.type + (f"/{report.mode}" if report.mode else "")
        place = (report.span.start, report.span.end, what)
        seen[place] = seen.get(place, 0) + 1
        number = f"#{seen[place]}" if seen[place] > 1 else ""
        anchor = Anchor(reading.article.sha256, report.span.start, report.span.end, what + number)
        out.append(page.told(report, anchor))
    return tuple(out)


def window_of(told: Told) -> tuple[date, date]:
    """First and last day on which the happening can lie: its date, else by its publication."""
    days = parse_or_none(told.report.date)
    published = parse_or_none(told.source.published)
    future = told.report.status in _FUTURE
    first = days.earliest if days else date.min
    last = days.latest if days else date.max
    if published is not None and first == date.min:
        first = published.earliest if future else _years(published.earliest, -_YEARS_BACK)
    if published is not None and last == date.max:
        last = _years(published.latest, _YEARS_AHEAD) if future else published.latest
    return min(first, last), max(first, last)


def _years(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))
