"""Readings as plain data: the evaluation format, with spans, rules and confidences, and back.

``reading_to_dict`` gives what ``haengbo read --format jsonl`` prints and the ledger stores;
``reading_from_dict`` restores the same reading (property: the round trip is the identity).
Keys follow the evaluation format; what is ours beyond it (``span``, ``rule``, ``confidence``,
``chain`` with spans, ``blocks``, ``mentions``) is added, never substituted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from haengbo.model.article import Article, Block, BlockKind, Finding, Stated
from haengbo.model.page import MediaType
from haengbo.model.reading import (
    Actor,
    ActorKind,
    Chain,
    EventReport,
    Expectation,
    ExpectationKind,
    Form,
    Link,
    Mention,
    Omission,
    Participant,
    ParticipantRole,
    Pattern,
    Reading,
    Role,
    Stance,
    Statement,
    Status,
    TimeExpression,
    WordingChange,
)
from haengbo.model.span import Span

Record = dict[str, Any]


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: Iterable[int]) -> Span:
    start, end = pair
    return Span(start, end)


def _maybe_span(pair: Iterable[int] | None) -> Span | None:
    return None if pair is None else _span(pair)


class _Places:
    """Line (plain text) or paragraph (HTML) of a span, by binary search over the blocks."""

    def __init__(self, article: Article) -> None:
        self._blocks = [block for block in article.blocks if len(block.span)]
        self._text = article.media_type is MediaType.TEXT

    def __call__(self, span: Span) -> Record:
        block = self._block(span.start)
        number = block.number if block else None
        return {"line": number} if self._text else {"line": None, "paragraph": number}

    def _block(self, position: int) -> Block | None:
        low, high = 0, len(self._blocks)
        while low < high:
            middle = (low + high) // 2
            if self._blocks[middle].span.end <= position:
                low = middle + 1
            else:
                high = middle
        if low == len(self._blocks) or self._blocks[low].span.start > position:
            return None
        return self._blocks[low]


def _stated_to_dict(stated: Stated | None) -> Record | None:
    if stated is None:
        return None
    return {
        "value": stated.value,
        "span": _pair(stated.span),
        "rule": stated.rule,
        "inferred": stated.inferred,
    }


def _stated_from_dict(record: Mapping[str, Any] | None) -> Stated | None:
    if record is None:
        return None
    return Stated(record["value"], _maybe_span(record["span"]), record["rule"], record["inferred"])


def article_to_dict(article: Article) -> Record:
    """The article as the evaluation format has it, plus its text, blocks and provenance."""
    record: Record = {
        "title": article.title,
        "subtitles": [b.span.of(article.text) for b in article.of_kind(BlockKind.SUBTITLE)],
        "outlet": article.outlet.value if article.outlet else None,
        "origin": article.origin.value if article.origin else None,
        "authors": [author.value for author in article.authors],
        "published": article.published.value if article.published else None,
        "updated": article.updated.value if article.updated else None,
        "url": article.url,
    }
    if article.media_type is MediaType.TEXT:
        record["lines"] = {
            kind.value: [b.number for b in article.of_kind(kind)] for kind in BlockKind
        }
    else:
        for part, kind in (("paragraphs", BlockKind.BODY), ("captions", BlockKind.CAPTION)):
            record[part] = [b.span.of(article.text) for b in article.of_kind(kind)]
    record["provenance"] = {
        "outlet": _stated_to_dict(article.outlet),
        "origin": _stated_to_dict(article.origin),
        "authors": [_stated_to_dict(author) for author in article.authors],
        "published": _stated_to_dict(article.published),
        "updated": _stated_to_dict(article.updated),
    }
    record |= {
        "page": article.page,
        "sha256": article.sha256,
        "media_type": article.media_type.value,
        "text": article.text,
        "blocks": [
            [b.kind.value, b.span.start, b.span.end, b.number, b.rule, b.source]
            for b in article.blocks
        ],
        "findings": _findings_to_list(article.findings),
    }
    return record


def article_from_dict(record: Mapping[str, Any]) -> Article:
    """Restore an article written by ``article_to_dict``."""
    stated = record["provenance"]
    return Article(
        page=record["page"],
        sha256=record["sha256"],
        media_type=MediaType(record["media_type"]),
        text=record["text"],
        blocks=tuple(
            Block(BlockKind(kind), Span(start, end), number, rule, source)
            for kind, start, end, number, rule, source in record["blocks"]
        ),
        outlet=_stated_from_dict(stated["outlet"]),
        origin=_stated_from_dict(stated["origin"]),
        authors=tuple(a for a in map(_stated_from_dict, stated["authors"]) if a is not None),
        published=_stated_from_dict(stated["published"]),
        updated=_stated_from_dict(stated["updated"]),
        url=record["url"],
        findings=_findings_from_list(record["findings"]),
    )


def _findings_to_list(findings: Iterable[Finding]) -> list[Record]:
    return [{"code": f.code, "message": f.message, "span": _pair(f.span)} for f in findings]


def _findings_from_list(records: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(r["code"], r["message"], _maybe_span(r["span"])) for r in records)


def _chain_to_list(chain: Chain) -> list[Record]:
    return [{"name": link.name, "span": _pair(link.span), "rule": link.rule} for link in chain]


def _chain_from_list(records: Iterable[Mapping[str, Any]]) -> Chain:
    return tuple(Link(r["name"], _span(r["span"]), r["rule"]) for r in records)


def _basis(item: Any) -> Record:  # noqa: ANN401 - any record with span, rule and confidence
    return {
        "span": _pair(item.span),
        "rule": item.rule,
        "confidence": round(item.confidence, 3),
    }


def _actor_to_dict(actor: Actor) -> Record:
    return {
        "name": actor.name,
        "kind": actor.kind.value,
        "surfaces": list(actor.surfaces),
        "roles": [{"title": r.title, "of": r.of, "span": _pair(r.span)} for r in actor.roles],
        "known": actor.known,
        **_basis(actor),
    }


def _actor_from_dict(r: Mapping[str, Any]) -> Actor:
    return Actor(
        r["name"],
        ActorKind(r["kind"]),
        tuple(r["surfaces"]),
        tuple(Role(role["title"], role["of"], _span(role["span"])) for role in r["roles"]),
        _span(r["span"]),
        r["rule"],
        r["confidence"],
        r["known"],
    )


def _mention_to_list(m: Mention) -> list[Any]:
    return [
        *(m.span.start, m.span.end, m.name, m.kind.value, m.rule, round(m.confidence, 3)),
        *(m.head.start, m.head.end, m.title, m.of, m.weak),
    ]


def _mention_from_list(row: list[Any]) -> Mention:
    start, end, name, kind, rule, confidence, head_start, head_end, title, of, weak = row
    head = Span(head_start, head_end)
    return Mention(Span(start, end), name, ActorKind(kind), rule, confidence, head, title, of, weak)


def _event_to_dict(event: EventReport, text: str, place: Callable[[Span], Record]) -> Record:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "date": event.date,
        "place": event.place,
        "participants": [{"name": p.name, "role": p.role.value} for p in event.participants],
        "topics": list(event.topics),
        "reported_by": [link.name for link in event.chain],
        "evidence": [span.of(text) for span in event.evidence],
        "chain": _chain_to_list(event.chain),
        "evidence_spans": [_pair(span) for span in event.evidence],
        "time": _pair(event.time),
        **place(event.span),
        **_basis(event),
    }


def _event_from_dict(r: Mapping[str, Any]) -> EventReport:
    return EventReport(
        id=r["id"],
        type=r["type"],
        mode=r["mode"],
        status=Status(r["status"]),
        date=r["date"],
        place=r["place"],
        participants=tuple(
            Participant(p["name"], ParticipantRole(p["role"])) for p in r["participants"]
        ),
        topics=tuple(r["topics"]),
        chain=_chain_from_list(r["chain"]),
        evidence=tuple(_span(pair) for pair in r["evidence_spans"]),
        span=_span(r["span"]),
        rule=r["rule"],
        confidence=r["confidence"],
        time=_maybe_span(r["time"]),
    )


def _statement_to_dict(s: Statement, text: str, place: Callable[[Span], Record]) -> Record:
    return {
        "id": s.id,
        "speaker": list(s.speaker),
        "form": s.form.value,
        "text": s.span.of(text),
        "addressee": list(s.addressee),
        "occasion": s.occasion,
        "stance": [{"toward": x.toward, "polarity": x.polarity} for x in s.stance],
        "reported_by": [link.name for link in s.chain],
        "date": s.date,
        "chain": _chain_to_list(s.chain),
        "cue": _pair(s.cue),
        **place(s.span),
        **_basis(s),
    }


def _statement_from_dict(r: Mapping[str, Any]) -> Statement:
    return Statement(
        id=r["id"],
        speaker=tuple(r["speaker"]),
        form=Form(r["form"]),
        span=_span(r["span"]),
        addressee=tuple(r["addressee"]),
        occasion=r["occasion"],
        stance=tuple(Stance(x["toward"], x["polarity"]) for x in r["stance"]),
        chain=_chain_from_list(r["chain"]),
        date=r["date"],
        rule=r["rule"],
        confidence=r["confidence"],
        cue=_maybe_span(r["cue"]),
    )


def _expectation_to_dict(e: Expectation, text: str, place: Callable[[Span], Record]) -> Record:
    return {
        "kind": e.kind.value,
        "by": e.by,
        "to": e.to,
        "affiliation": e.affiliation,
        "text": e.span.of(text),
        "proposition": e.proposition,
        "hedge": e.hedge,
        "horizon": e.horizon,
        "decided_by": e.decided_by,
        **place(e.span),
        **_basis(e),
    }


def _expectation_from_dict(r: Mapping[str, Any]) -> Expectation:
    return Expectation(
        kind=ExpectationKind(r["kind"]),
        by=r["by"],
        to=r["to"],
        affiliation=r["affiliation"],
        span=_span(r["span"]),
        proposition=r["proposition"],
        hedge=r["hedge"],
        horizon=r["horizon"],
        decided_by=r["decided_by"],
        rule=r["rule"],
        confidence=r["confidence"],
    )


def reading_to_dict(reading: Reading) -> Record:
    """The reading in the evaluation format plus spans, rules, confidences and provenance."""
    text = reading.article.text
    place = _Places(reading.article)
    expectations = [_expectation_to_dict(e, text, place) for e in reading.expectations]
    return {
        "id": reading.id,
        "article": article_to_dict(reading.article),
        "actors": [_actor_to_dict(actor) for actor in reading.actors],
        "entities": [_actor_to_dict(entity) for entity in reading.entities],
        "times": [
            {
                "surface": t.span.of(text),
                "value": t.value,
                "anchor": t.anchor,
                **place(t.span),
                **_basis(t),
            }
            for t in reading.times
        ],
        "events": [_event_to_dict(event, text, place) for event in reading.events],
        "statements": [_statement_to_dict(s, text, place) for s in reading.statements],
        "expectations": expectations,
        "forecasts": [e for e in expectations if e["kind"] == ExpectationKind.FORECAST.value],
        "wording_changes": [
            {"from": w.old, "to": w.new, "in": w.where, **place(w.span), **_basis(w)}
            for w in reading.wording_changes
        ],
        "omissions": [
            {"what": o.what, "by": o.by, **place(o.span), **_basis(o)} for o in reading.omissions
        ],
        "patterns": [
            {
                "if": p.condition,
                "then": p.consequence,
                "instances": [{"if": a, "then": b} for a, b in p.instances],
                **place(p.span),
                **_basis(p),
            }
            for p in reading.patterns
        ],
        "findings": _findings_to_list(reading.findings),
        "mentions": [_mention_to_list(m) for m in reading.mentions],
        "on_theme": reading.on_theme,
        "code_version": reading.code_version,
        "pack_version": reading.pack_version,
    }


def reading_from_dict(r: Mapping[str, Any]) -> Reading:
    """Restore a reading written by ``reading_to_dict``."""
    return Reading(
        id=r["id"],
        article=article_from_dict(r["article"]),
        code_version=r["code_version"],
        pack_version=r["pack_version"],
        on_theme=r["on_theme"],
        actors=tuple(map(_actor_from_dict, r["actors"])),
        entities=tuple(map(_actor_from_dict, r["entities"])),
        mentions=tuple(map(_mention_from_list, r["mentions"])),
        times=tuple(
            TimeExpression(_span(t["span"]), t["value"], t["anchor"], t["rule"], t["confidence"])
            for t in r["times"]
        ),
        events=tuple(map(_event_from_dict, r["events"])),
        statements=tuple(map(_statement_from_dict, r["statements"])),
        expectations=tuple(map(_expectation_from_dict, r["expectations"])),
        wording_changes=tuple(
            WordingChange(w["from"], w["to"], w["in"], _span(w["span"]), w["rule"], w["confidence"])
            for w in r["wording_changes"]
        ),
        omissions=tuple(
            Omission(o["what"], o["by"], _span(o["span"]), o["rule"], o["confidence"])
            for o in r["omissions"]
        ),
        patterns=tuple(
            Pattern(
                p["if"],
                p["then"],
                tuple((i["if"], i["then"]) for i in p["instances"]),
                _span(p["span"]),
                p["rule"],
                p["confidence"],
            )
            for p in r["patterns"]
        ),
        findings=_findings_from_list(r["findings"]),
    )
