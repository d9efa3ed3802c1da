"""Reports made by hand, so that collation can be tested without reading."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from haengbo.model.collation import Anchor, Figure, Part, Quoted, Source, Told
from haengbo.model.reading import EventReport, Link, Participant, ParticipantRole, Status
from haengbo.model.span import Span

_ROLES = {"s": ParticipantRole.SOURCE, "t": ParticipantRole.TARGET, "p": ParticipantRole.PARTY}
#: Invented and public people, real states: kind, state.
KNOWN = {
    "기시다 후미오": ("person", "일본"),
    "북한": ("state", "북한"),
    "러시아": ("state", "러시아"),
    "라오스": ("state", "라오스"),
    "한국": ("state", "한국"),
    "중국": ("state", "중국"),
    "미국": ("state", "미국"),
    "일본": ("state", "일본"),
    "김정은": ("person", "북한"),
    "최선희": ("person", "북한"),
    "블라디미르 푸틴": ("person", "러시아"),
    "세르게이 쇼이구": ("person", "러시아"),
    "왕이": ("person", "중국"),
    "홍가람": ("person", "북한"),
    "홍가룸": ("person", "북한"),
    "민서백": ("person", "북한"),
    "이반 가상로프": ("person", "러시아"),
    "표트르 시험스키": ("person", "러시아"),
}


def part(text: str) -> Part:
    """``홍가람:s`` → a participant."""
    name, _, role = text.partition(":")
    kind, state = KNOWN.get(name, (None, None))
    return Part(name, _ROLES[role or "p"], kind, state, (), (name,), name)


def told(
    page: str,
    kind: str = "CONSULT/meeting",
    *who: str,
    date: str | None = "2025-03-04",
    status: str = "occurred",
    place: str | None = None,
    evidence: str = "회담했다",
    chain: Sequence[str] = (),
    outlet: str | None = None,
    wire: str | None = None,
    published: str | None = "2025-03-05",
    start: int = 0,
    figures: Sequence[Figure] = (),
    quotes: Sequence[Quoted] = (),
) -> Told:
    """A report on a page called ``page``."""
    type_, _, mode = kind.partition("/")
    parts = tuple(part(text) for text in who)
    span = Span(start, start + len(evidence))
    report = EventReport(
        f"e{start}",
        type_,
        mode or None,
        Status(status),
        date,
        place,
        tuple(Participant(p.name, p.role) for p in parts),
        (),
        tuple(Link(name, span, "test") for name in chain),
        (span,),
        span,
        "test",
        0.9,
    )
    sha = hashlib.sha256(page.encode()).hexdigest()
    return Told(
        Anchor(sha, span.start, span.end, kind),
        Source(sha, page, outlet or f"{page}신문", wire, published),
        report,
        (evidence,),
        evidence,
        parts,
        tuple(figures),
        tuple(quotes),
    )
