"""Document → from where it is written: whose 우리 and 정부 are, in whose spelling.

Comes in: a document. Goes out: a ``Perspective``. Invariant: without a sign of another state the
page is taken for a South Korean one, for that is what the pack is for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.knowledge.gazetteer import Strength
from haengbo.model.article import BlockKind, Stated
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.mentions.atoms import Atom, states_by_name
from haengbo.reading.mentions.lexicon import Lexicon

#: Share of sentences with a Northern marker outside quotations that makes a Northern page.
_NORTHERN = 0.4
_KOREAS = ("한국", "북한")


@dataclass(frozen=True, slots=True)
class Perspective:
    """From where a page is written.

    Attributes:
        home: Canonical name of the state.
        northern: Whether it is in Northern spelling.
        outlet: Canonical name of the publisher, if known.
        origin: Canonical name of who wrote it, if that is another.
    """

    home: str
    northern: bool
    outlet: str | None
    origin: str | None


def perspective_of(document: Document, lexicon: Lexicon) -> Perspective:
    """Read a page's home from its spelling, else from its outlet's state."""
    outlet = _canonical(document.article.outlet, lexicon)
    origin = _canonical(document.article.origin, lexicon)
    northern = _northern_share(document, lexicon) >= _NORTHERN
    state = lexicon.names.state_of(outlet) if outlet is not None else None
    home = "북한" if northern else state or "한국"
    return Perspective(home, northern, outlet, origin)


def _canonical(stated: Stated | None, lexicon: Lexicon) -> str | None:
    return None if stated is None else lexicon.names.canonical(stated.value) or stated.value


def _northern_share(document: Document, lexicon: Lexicon) -> float:
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    markers = [m for m in lexicon.words("north-markers") if m in document.text]
    marked = [s for s in body if _marked(document.text, s, markers)]
    return len(marked) / len(body) if body else 0.0


def _marked(text: str, sentence: Sentence, markers: Iterable[str]) -> bool:
    return any(
        sentence.quote_at(at) is None
        for marker in markers
        if (at := text.find(marker, sentence.span.start, sentence.span.end)) >= 0
    )


def own_state(
    text: str, sentence: Sentence, perspective: Perspective, lexicon: Lexicon
) -> Iterable[Atom]:
    """우리 나라, 공화국, 우리 군인들 on a page of the North itself, as its state and army.

    Example:
        On a Northern page ``우리 나라 특명전권대사`` names 북한.
    """
    if not perspective.northern:
        for atom in _atoms(text, sentence, "own-people", perspective.home, lexicon):
            if sentence.quote_at(atom.span.start) is None:
                yield atom  # 우리 국민, 우리 어선
        return
    yield from _atoms(text, sentence, "own-state", perspective.home, lexicon)
    army = lexicon.names.canonical(f"{perspective.home}군")
    if army is not None:
        yield from _atoms(text, sentence, "own-army", army, lexicon)


def _atoms(text: str, sentence: Sentence, key: str, name: str, lexicon: Lexicon) -> Iterable[Atom]:
    rows = states_by_name(lexicon, name) or lexicon.names.named(name)
    taken: list[Span] = []
    for word in sorted(lexicon.words(key), key=len, reverse=True):
        start = text.find(word, sentence.span.start, sentence.span.end)
        while start >= 0:
            span = Span(start, start + len(word))
            before = text[start - 1] if start > sentence.span.start else " "
            if not "가" <= before <= "힣" and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Atom(span, rows, Strength.STRONG, "own-state", 0.85)
            start = text.find(word, span.end, sentence.span.end)


def speaks_as_we(atom: Atom, text: str, sentence: Sentence, perspective: Perspective) -> bool:
    """Whether a name with 우리 belongs to somebody other than the pack thinks.

    우리 군 is the South's army on a page of the South; in a quotation it is the speaker's, and on a
    page of the North the North's.
    """
    if not atom.span.of(text).startswith("우리"):
        return False
    if perspective.northern and atom.state not in {None, *_KOREAS}:
        return False  # 우리 나라 주재 라오스대사관: as the North calls it
    return perspective.northern or sentence.quote_at(atom.span.start) is not None


def is_state(atom: Atom) -> bool:
    """Whether an atom names a state."""
    return atom.kind is ActorKind.STATE
