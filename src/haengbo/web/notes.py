"""What was found on a page → a note for each finding: what it was read as, by what, who judged.

Goes out: notes in order of the text, in the visitor's language. Invariant: a note that can be
judged says of what (a report's anchor, a statement's id) and how it may be set right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from haengbo.ledger.views import ArticleDetail
from haengbo.model.decision import ADDED
from haengbo.model.reading import ActorKind, Chain, Statement
from haengbo.model.span import Span
from haengbo.web.edtf import date_words
from haengbo.web.judging import Judged, added_key, statement_key
from haengbo.web.labels import label
from haengbo.web.language import translator
from haengbo.web.marking import english_names
from haengbo.web.places import actor_at


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of a note: words of the interface, or ``korean`` words of the page."""

    text: str
    korean: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as a form holds it: its words and their place, who, how and when."""

    quote: str
    span: Span
    who: str
    form: str
    date: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one finding in the margin.

    Attributes:
        span: Where it stands.
        css: Class of the mark (``f-ev``, ``f-st`` …).
        head: Kind: ``사건: 협의, 만남``.
        facts: What it was read as, in order.
        rule: What found it.
        confidence: 0..1.
        chain: Who reports it, nearest to the event first.
        link: Address of what it leads to, or ``None``.
        numbered: Whether it has a number in the margin; names and times only have a tip.
        doubt: Whether it is the editor's red.
        key: Its id on the page (``e3``, ``s2``), for links that lead to it.
        stop: Whether the tab key stops at it: every numbered one, the first of a name or day.
        report: Anchor of the report, for decisions.
        statement: Id of the statement, for decisions.
        judged: What people decided about it.
        event: Id of the event that it belongs to, whose fields may be set right.
        saying: What a statement was read as, for saying it anew.
    """

    span: Span
    css: str
    head: str
    facts: tuple[Fact, ...]
    rule: str
    confidence: float
    chain: tuple[str, ...] = ()
    link: str | None = None
    numbered: bool = True
    doubt: bool = False
    key: str = ""
    stop: bool = True
    report: str = ""
    statement: str = ""
    judged: Judged | None = None
    event: str = ""
    saying: Saying | None = None

    @property
    def judgeable(self) -> bool:
        """Whether a person may say of it that it is right or wrong."""
        return bool(self.report or self.statement)


#: Kinds that have a page of their own.
_ACTING = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}


def _names(chain: Chain) -> tuple[str, ...]:
    return tuple(link.name for link in chain)


def _named(names: tuple[str, ...], lang: str) -> list[Fact]:
    """Names as facts, English where the pack has them and the visitor reads English."""
    known = english_names() if lang != "ko" else {}
    if all(name in known for name in names):
        return [Fact(", ".join(known[name] for name in names))]
    return [Fact(", ".join(names), korean=True)]


def _facts(*parts: Fact | str | None) -> tuple[Fact, ...]:
    """The parts that say something; a bare string is the page's Korean."""
    made = (Fact(part, korean=True) if isinstance(part, str) else part for part in parts)
    return tuple(fact for fact in made if fact is not None and fact.text)


def _quiet(detail: ArticleDetail, lang: str) -> Iterator[Note]:
    """Names and times: a tip, no number; the tab key stops at the first of each."""
    seen: set[str] = set()
    for m in detail.reading.mentions:
        office = " ".join(part for part in (m.of, m.title) if part)
        table = "kind" if m.kind in _ACTING else "entity"
        facts = _facts(m.name, Fact(label(table, m.kind.value, lang)), office)
        link = actor_at(m.name) if m.kind in _ACTING else None
        first = m.name not in seen
        seen.add(m.name)
        yield Note(
            *(m.span, "f-men", translator(lang)("이름"), facts, m.rule, m.confidence),
            link=link,
            numbered=False,
            stop=first,
        )
    for t in detail.reading.times:
        anchor = translator(lang)("기준 %(day)s", day=t.anchor) if t.anchor else ""
        facts = _facts(Fact(date_words(t.value, lang)), Fact(anchor))
        first = t.value not in seen
        seen.add(t.value)
        yield Note(
            *(t.span, "f-time", translator(lang)("때"), facts, t.rule, t.confidence),
            numbered=False,
            stop=first,
        )


def _events(detail: ArticleDetail, lang: str, said: Mapping[str, Judged]) -> Iterator[Note]:
    event_of, anchors = dict(detail.events), dict(detail.anchors)
    channels = {line.id: line.event.channel for line in detail.event_lines}
    for e in detail.reading.events:
        kinds = ", ".join(
            x for x in (label("type", e.type, lang), label("mode", e.mode, lang)) if x
        )
        facts = _facts(
            *_named(tuple(p.name for p in e.participants), lang),
            Fact(label("status", e.status.value, lang)),
            Fact(date_words(e.date, lang)),
            e.place,
        )
        channel = channels.get(event_of.get(e.id, ""))
        css = f"f-ev ch-{channel.value}" if channel else "f-ev"
        yield Note(
            *(
                e.span,
                css,
                f"{label('finding', 'event', lang)}: {kinds}",
                facts,
                e.rule,
                e.confidence,
            ),
            chain=_names(e.chain),
            link=f"/event/{event_of[e.id]}" if e.id in event_of else None,
            key=e.id,
            report=anchors.get(e.id, ""),
            event=event_of.get(e.id, ""),
            judged=said.get(anchors.get(e.id, "")),
        )


def _statements(detail: ArticleDetail, lang: str, said: Mapping[str, Judged]) -> Iterator[Note]:
    ids = {line.statement.id: line.id for line in detail.statements}
    for s in detail.reading.statements:
        stances = [
            fact for x in s.stance for fact in (x.toward, Fact(label("polarity", x.polarity, lang)))
        ]
        facts = _facts(
            *_named(tuple(s.speaker), lang),
            Fact(label("form", s.form.value, lang)),
            Fact(date_words(s.date, lang)),
            *stances,
        )
        yield Note(
            *(s.span, "f-st", label("finding", "statement", lang), facts, s.rule, s.confidence),
            chain=_names(s.chain),
            link=actor_at(s.speaker[0]) if s.speaker else None,
            key=s.id,
            statement=ids.get(s.id, ""),
            judged=_judged(s, ids.get(s.id, ""), said),
            saying=_saying(detail, s),
        )


def _judged(s: Statement, key: str, said: Mapping[str, Judged]) -> Judged | None:
    if s.rule.startswith(ADDED):
        return said.get(key) or said.get(added_key(s.span))
    return said.get(statement_key(s.span))


def _saying(detail: ArticleDetail, s: Statement) -> Saying:
    quote = s.span.of(detail.reading.article.text)
    return Saying(quote, s.span, ", ".join(s.speaker), s.form.value, s.date or "")


def _remarks(detail: ArticleDetail, lang: str) -> Iterator[Note]:
    """Expectations, remarks on wording, what was left out, and what to look at."""
    _ = translator(lang)
    for x in detail.reading.expectations:
        until = _("기한 %(day)s", day=date_words(x.horizon, lang)) if x.horizon else ""
        yield Note(
            *(x.span, "f-ex", label("expectation", x.kind.value, lang)),
            *(_facts(x.by, x.hedge, Fact(until)), x.rule, x.confidence),
            key=f"x{x.span.start}",
        )
    for w in detail.reading.wording_changes:
        facts = _facts(f"{w.old} → {w.new}")
        yield Note(w.span, "f-st", _("문구 바뀜"), facts, w.rule, w.confidence)
    for o in detail.reading.omissions:
        yield Note(o.span, "f-ex", _("말하지 않은 것"), _facts(o.what), o.rule, o.confidence)
    for f in detail.reading.findings:
        if f.span is not None:
            facts = _facts(f.message)
            yield Note(f.span, "f-no", _("살펴볼 것"), facts, f.code, 1.0, doubt=True)


def notes_of(detail: ArticleDetail, lang: str, said: Mapping[str, Judged]) -> list[Note]:
    """All notes of a page in order of the text; the longer first where two begin together."""
    notes = [
        *_quiet(detail, lang),
        *_events(detail, lang, said),
        *_statements(detail, lang, said),
        *_remarks(detail, lang),
    ]
    return sorted(notes, key=lambda n: (n.span.start, -n.span.end, n.css))
