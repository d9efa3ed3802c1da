"""Which mentions stand inside a phrase, and which of them marks or blanks tie to the last.

Comes in: ``Clauses`` and a phrase. Goes out: mentions. Invariant: a name that only brackets add
takes no part in anything.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

_SEVERAL = 2
_HYPHENS = "-–—"


def inside(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """Mentions in a phrase that may take part in something."""
    return tuple(m for m in clauses.document.mentions_in(phrase.span) if not m.weak)


def in_row(
    clauses: Clauses, phrase: Phrase, found: tuple[Mention, ...], last: int
) -> tuple[Mention, ...]:
    """한국 일본 중국 등 3개국을, 한국 일본 중국을: states that only blanks part, three or 등.

    Two will do behind others of their list: 남북한과 미국 중국은.
    """
    states = sorted((m for m in found if m.kind is ActorKind.STATE), key=lambda m: m.span)
    row: list[Mention] = []
    start = last + 1
    for state in reversed(states):
        tied = state.span.end == start and state.rule == "compound"  # 남북한 미국 중국은
        if state.span.end != start - 1 and not tied:
            break
        row.insert(0, state)
        start = state.span.start
    others = clauses.document.text.startswith(" 등", last) or _follows_state(clauses, phrase)
    return tuple(row) if len(row) > _SEVERAL or (others and len(row) == _SEVERAL) else ()


def _follows_state(clauses: Clauses, phrase: Phrase) -> bool:
    """[한국과] 미국 일본은: a phrase right behind another state of its list."""
    position = clauses.place_of(phrase)
    before = clauses.items[position - 1] if position else None
    if not isinstance(before, Phrase) or before.case is not Case.WITH:
        return False
    named = inside(clauses, before)
    return bool(named) and all(m.kind is ActorKind.STATE for m in named)


def tied_to(
    clauses: Clauses, found: tuple[Mention, ...], last: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """주석-총비서가: names that a hyphen joins."""
    start = min(m.span.start for m in last)
    text = clauses.document.text
    before = tuple(m for m in found if m.span.end == start - 1 and text[start - 1] in _HYPHENS)
    return (*before, *last)


def without_gloss(clauses: Clauses, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """왕이 주임(외교부장 겸임)이: what brackets add to a name is not who acts."""
    text = clauses.document.text
    ends = [m.span.end for m in found if text.startswith("(", m.span.end)]
    glosses = [(end, text.find(")", end)) for end in ends]
    return tuple(m for m in found if not any(a < m.span.start < b for a, b in glosses))
