"""Pages of the North's media → in which order they name those present, and how that changes.

The order of names in such lists follows rank; students of the North have long read it so. Comes in:
pages with their readings. Goes out: the lists (each with its page and place), who is named before
whom and how often, and whose order turned round. Invariant: only lists of the North's own voice are
taken: its media's pages, and sentences that others relay from them, which are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from statistics import mean

from haengbo.knowledge import Knowledge
from haengbo.knowledge.entourage import EntourageCueRow
from haengbo.knowledge.foresight import compiled
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.korean.sentences import split
from haengbo.ledger.views import ArticleDetail, PageRef
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Mention, Reading
from haengbo.model.span import Span

#: What may stand between two names of one list.
_BETWEEN = re.compile(r"(?:동지|동무|여사|선생|들|씨|[\s,、·]|와|과|및|그리고|이랑|하고)*")
_STATE = "북한"
#: Fewer lists than this say nothing about a habit.
FEW = 5


@dataclass(frozen=True, slots=True)
class Roll:
    """People named in one breath as present.

    Attributes:
        page: Where.
        day: ISO day of the page, or ``None``.
        span: From the first to the last name, in the article's text.
        names: In the order given, at least two.
        role: accompanied, attended or received.
        relayed: Whether another outlet relays it from the North's media.
    """

    page: PageRef
    day: str | None
    span: Span
    names: tuple[str, ...]
    role: str
    relayed: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands in the lists that name them.

    Attributes:
        name: Who.
        mean: Mean place from 1; of lists of different length, so compare with care.
        rolls: The lists, oldest first.
    """

    name: str
    mean: float
    rolls: tuple[Roll, ...]


@dataclass(frozen=True, slots=True)
class Precedence:
    """Two people in the same lists.

    Attributes:
        first: Who is named first more often (by name where even).
        second: The other.
        rolls: Lists with ``first`` before ``second``, oldest first.
        against: Lists the other way round.
    """

    first: str
    second: str
    rolls: tuple[Roll, ...]
    against: tuple[Roll, ...]

    @property
    def turned(self) -> bool:
        """Whether the order changed once and stayed so, as days tell."""
        if not self.rolls or not self.against:
            return False
        one = [roll.day or "" for roll in self.rolls]
        other = [roll.day or "" for roll in self.against]
        return max(one) < min(other) or max(other) < min(one)


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = knowledge.table("entourage_cues", EntourageCueRow)
    return tuple((compiled(row.pattern), row.role) for row in rows)


def _is_northern(name: str | None, names: Gazetteer) -> bool:
    """Whether a medium speaks with the North's official voice."""
    return bool(name) and names.voice_of(name or "") == names.voice_of(_STATE)


def rolls(pages: Iterable[ArticleDetail], knowledge: Knowledge) -> tuple[Roll, ...]:
    """The lists of people present that the North's media give, oldest first.

    Example:
        ``외무상 최선희동지, 국방상 강순남동지가 참가하였다`` gives 최선희, 강순남.
    """
    names = gazetteer(knowledge)
    found = (roll for page in pages for roll in _rolls_of(page, names, knowledge))
    return tuple(sorted(found, key=lambda r: (r.day or "9999", r.page.name, r.span.start)))


def _rolls_of(page: ArticleDetail, names: Gazetteer, knowledge: Knowledge) -> Iterator[Roll]:
    reading, own = page.reading, _is_northern(page.page.outlet, names)
    text = reading.article.text
    for sentence in _sentences(reading):
        if not own and not _relayed(sentence, reading, names):
            continue
        people = _people(sentence, reading)
        for run in _runs(people, text):
            role = _role_after(text[run[-1].span.end : sentence.end], knowledge)
            listed = tuple(dict.fromkeys(mention.name for mention in run))
            if role is not None and len(listed) > 1:
                span = run[0].span.hull(run[-1].span)
                yield Roll(page.page, page.page.day, span, listed, role, not own)


def _sentences(reading: Reading) -> Iterator[Span]:
    for block in reading.article.of_kind(BlockKind.BODY):
        for span in split(block.span.of(reading.article.text)):
            yield Span(block.span.start + span.start, block.span.start + span.end)


def _relayed(sentence: Span, reading: Reading, names: Gazetteer) -> bool:
    """Whether the North's media are in the chain of something told in the sentence."""
    chains = [
        *(e.chain for e in reading.events if any(_inside(s, sentence) for s in e.evidence)),
        *(s.chain for s in reading.statements if _inside(s.span, sentence)),
    ]
    return any(_is_northern(link.name, names) for chain in chains for link in chain)


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start < outer.end


def _people(sentence: Span, reading: Reading) -> list[Mention]:
    found = (
        m
        for m in reading.mentions
        if m.kind is ActorKind.PERSON and not m.weak and _inside(m.span, sentence)
    )
    return sorted(found, key=lambda m: m.span.start)


def _runs(people: Sequence[Mention], text: str) -> Iterator[list[Mention]]:
    """Names that follow each other with nothing but commas and titles of respect between."""
    run = list(people[:1])
    for before, after in pairwise(people):
        if not _BETWEEN.fullmatch(text[before.span.end : max(before.span.end, after.span.start)]):
            if len(run) > 1:
                yield run
            run = []
        run.append(after)
    if len(run) > 1:
        yield run


def _role_after(rest: str, knowledge: Knowledge) -> str | None:
    places = [(m.start(), role) for p, role in _cues(knowledge) if (m := p.search(rest))]
    return min(places)[1] if places else None


def places(found: Iterable[Roll]) -> tuple[Place, ...]:
    """Everybody by the mean place in the lists that name them."""
    where: dict[str, list[tuple[int, Roll]]] = {}
    for roll in found:
        for number, name in enumerate(roll.names, 1):
            where.setdefault(name, []).append((number, roll))
    made = (
        Place(name, round(mean(n for n, _ in seen), 2), tuple(roll for _, roll in seen))
        for name, seen in where.items()
    )
    return tuple(sorted(made, key=lambda p: (p.mean, -len(p.rolls), p.name)))


def precedences(found: Iterable[Roll]) -> tuple[Precedence, ...]:
    """Every pair that is listed together, those listed together most often first."""
    pairs: dict[tuple[str, str], list[Roll]] = {}
    for roll in found:
        for pair in combinations(roll.names, 2):
            pairs.setdefault(pair, []).append(roll)
    made = []
    for one, other in {(min(pair), max(pair)) for pair in pairs}:
        forward, back = pairs.get((one, other), []), pairs.get((other, one), [])
        if len(back) > len(forward):
            one, other, forward, back = other, one, back, forward  # noqa: PLW2901
        made.append(Precedence(one, other, tuple(forward), tuple(back)))
    return tuple(sorted(made, key=lambda p: (-len(p.rolls) - len(p.against), p.first, p.second)))
