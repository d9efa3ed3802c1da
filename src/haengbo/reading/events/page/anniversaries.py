"""An anniversary of what two states founded or signed → that, in its own year.

Comes in: a sentence and the ``Memory``. Goes out: drafts of the year from which is counted: of
``조선과 라오스사이의 외교관계설정 45돐`` in 2019 the ties of 1974. Invariant: both states stand in
the words themselves; whose 수교 75주년 it is elsewhere is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.model.span import Span
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

_YEARS = re.compile(r"\s?(\d{1,3})\s?(?:주년|돐|돌)")
_PAIR = 2
_YEAR = 4
#: What was founded, by the frame that tells of it.
_FOUNDED = {"ties-founded": "establish-relations", "papers-signed": "sign"}


def founded(clauses: Clauses, memory: Memory) -> Iterator[Draft]:
    """북중 수교 75주년: relations of the two, of that many years ago."""
    text, span = clauses.document.text, clauses.sentence.span
    for match in _YEARS.finditer(text, span.start, span.end):
        before = text[span.start : match.start()].rstrip()
        for key, frame in _FOUNDED.items():
            year = _year(clauses, match) if before.endswith(clauses.words.words[key]) else None
            states = _states(clauses, memory, match.start() - 1) if year is not None else ()
            if year is not None and len(states) == _PAIR:
                yield Draft(
                    frame=clauses.words.by_id[frame],
                    roles=dict.fromkeys(states, ParticipantRole.PARTY),
                    status=Status.OCCURRED,
                    date=str(year),
                    dated=None,
                    place=None,
                    span=Span(span.start, match.end()),
                    sentence=clauses.sentence.index,
                    told=False,
                    main=False,
                    caption=False,
                    chain=(),
                    recalled=True,
                )


def _year(clauses: Clauses, match: re.Match[str]) -> int | None:
    """The year of the anniversary, as read, else that of the page, less the years counted."""
    document = clauses.document
    times = document.times_in(clauses.sentence.span)
    days = [t.value for t in times if t.span.start <= match.start() < t.span.end]
    published = document.article.published_day
    if not days and published is not None:
        # 지난해 수교 75주년: another year than that of the page
        others = any(t.value[:_YEAR] != published[:_YEAR] for t in times)
        days = [] if others else [published]
    known = bool(days) and days[0][:_YEAR].isdigit()
    return int(days[0][:_YEAR]) - int(match.group(1)) if known else None


def _states(clauses: Clauses, memory: Memory, at: int) -> tuple[str, ...]:
    """[북중] 수교, [조선과 라오스사이의] 외교관계설정, [두 나라] 수교: whose it was."""
    places = [n for n, item in enumerate(clauses.items) if item.span.start <= at < item.span.end]
    for place in range(places[0] if places else -1, -1, -1):
        item = clauses.items[place]
        if not isinstance(item, Phrase):
            if item.ending is not Ending.ADNOMINAL:
                break
            continue
        own = place == places[0]
        if not own and item.case in {Case.SUBJECT, Case.TOPIC, Case.TO, Case.AT}:
            break
        found = _named(clauses, item, own=own)
        if len(found) > 1:
            return found
        if clauses.text(item.span).startswith(tuple(clauses.words.words["both-sides"])):
            return tuple(sorted(memory.last_pair()))
    return ()


def _named(clauses: Clauses, phrase: Phrase, *, own: bool) -> tuple[str, ...]:
    """States of a compound in the words themselves, or of a list of owners before them."""
    if own:
        named = inside(clauses, phrase)
    elif phrase.case in {Case.GENITIVE, Case.BARE}:
        named = tuple(m for p in coordinated(clauses, phrase) for m in heads(clauses, p))
    else:
        return ()
    states = (m.name for m in named if m.kind is ActorKind.STATE)
    return tuple(dict.fromkeys(states))
