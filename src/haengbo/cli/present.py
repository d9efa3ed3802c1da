"""Readings → text for a terminal: one item a line, the sentence it rests on beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from haengbo.cli.language import _, chosen, retold
from haengbo.model.reading import Chain, EventReport, Expectation, Reading, Statement
from haengbo.model.span import Span

if TYPE_CHECKING:
    from haengbo.model.collation import Event

#: Korean names of statuses; the same words as on the web.
STATUS_KO = {
    "occurred": "일어남",
    "planned": "예정",
    "predicted": "전망됨",
    "alleged": "주장",
    "denied": "부인됨",
    "not_occurred": "무산됨",
}
FORM_KO = {"direct": "직접", "indirect": "간접", "document": "문서"}


def event_label(event: Event) -> str:
    """What an event is called in the chosen language."""
    return event.label_ko if chosen() == "ko" else event.label_en


def chain_as_text(chain: Chain) -> str:
    """``조선중앙통신 → 로이터통신``; empty for an empty chain."""
    return " → ".join(link.name for link in chain)


def _basis(rule: str, confidence: float, chain: Chain = ()) -> str:
    told = f"{chain_as_text(chain)} · " if chain else ""
    return f"{told}{rule} · {confidence:.2f}"


def marked(text: str, span: Span, inside: Span) -> str:
    """``inside`` as one line with ``span`` between ⟦ and ⟧."""
    start, end = max(span.start, inside.start), min(span.end, inside.end)
    line = f"{text[inside.start : start]}⟦{text[start:end]}⟧{text[end : inside.end]}"
    return " ".join(line.split())


def _event(event: EventReport, text: str) -> Iterator[str]:
    who = ", ".join(p.name for p in event.participants) or "?"
    kind = event.type + (f"/{event.mode}" if event.mode else "")
    where = f" · {event.place}" if event.place else ""
    status = _(STATUS_KO[event.status.value])
    yield f"  ○ {event.date or _('날짜 없음')}  {kind}  {who}{where}  [{status}]"
    yield f"      “{' '.join(event.span.of(text).split())}”"
    yield f"      {_basis(event.rule, event.confidence, event.chain)}"


def _statement(statement: Statement, text: str) -> Iterator[str]:
    who = ", ".join(statement.speaker) or "?"
    yield f"  {who} ({_(FORM_KO[statement.form.value])}, {statement.date or _('날짜 없음')})"
    yield f"      “{' '.join(statement.span.of(text).split())}”"
    yield f"      {_basis(statement.rule, statement.confidence, statement.chain)}"


def _expectation(item: Expectation, text: str) -> Iterator[str]:
    until = _(" · 기한 %(horizon)s", horizon=item.horizon) if item.horizon else ""
    yield f"  {item.by or '?'} ({item.kind.value}: {item.hedge}{until})"
    yield f"      “{' '.join(item.span.of(text).split())}”"


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield name
        yield from lines


def _head(reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"{reading.id}"
    yield f"  {article.title or _('(제목 없음)')}"
    parts = [
        article.outlet.value if article.outlet else _("매체 모름"),
        _("%(outlet)s 씀", outlet=article.origin.value) if article.origin else "",
        article.published.value if article.published else _("날짜 모름"),
        ", ".join(author.value for author in article.authors),
    ]
    yield "  " + " · ".join(part for part in parts if part)


def reading_as_text(reading: Reading) -> str:
    """A reading for people: head, events, statements, expectations, remarks, findings."""
    text = reading.article.text
    lines = list(_head(reading))
    if not reading.on_theme and not reading.mentions:
        return "\n".join([*lines, _("  주제 밖의 쪽: 읽지 않고 보관한다."), ""])
    lines += _section(_("사건"), (line for e in reading.events for line in _event(e, text)))
    lines += _section(_("발언"), (line for s in reading.statements for line in _statement(s, text)))
    lines += _section(
        _("전망·예정·공약"), (line for e in reading.expectations for line in _expectation(e, text))
    )
    lines += _section(_("문구"), (f"  {w.old} → {w.new}" for w in reading.wording_changes))
    lines += _section(_("언급되지 않음"), (f"  {o.what}" for o in reading.omissions))
    lines += _section(_("살펴볼 것"), (f"  {retold(f.message)}" for f in reading.findings))
    return "\n".join([*lines, ""])
