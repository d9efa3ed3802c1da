"""Wordings and sequels → records for programs; what analysis adds up, with every case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from haengbo.analysis.sequels import Case, Dated, Sequel, sequel
from haengbo.analysis.texts import Text
from haengbo.analysis.wording import Life, Term, Use, formulas_of, life, term_of, uses
from haengbo.annals import records as r
from haengbo.annals.links import Links
from haengbo.knowledge import Knowledge


def terms_of(words: Sequence[str], knowledge: Knowledge) -> tuple[Term, ...]:
    """The wordings asked for; without any, the official formulas of the pack."""
    return tuple(term_of(word, knowledge) for word in words) or formulas_of(knowledge)


def wordings(texts: Sequence[Text], terms: Iterable[Term], links: Links) -> list[r.WordingRecord]:
    """Each wording through the texts, in the order asked for."""
    return [_wording(life(texts, term), links) for term in terms]


def _wording(one: Life, links: Links) -> r.WordingRecord:
    holding = tuple(
        r.TextRecord(
            p.text.day, p.text.issuer, p.text.source, p.count, links.article(p.text.source)
        )
        for p in one.holding
    )
    return r.WordingRecord(
        one.term.name,
        one.term.forms,
        one.first,
        one.last,
        one.uses,
        len(one.holding),
        len(one.points),
        holding,
    )


def concordance(texts: Iterable[Text], term: Term, links: Links) -> list[r.UseRecord]:
    """Every place of a wording, oldest first."""
    return [_use(use, term, links) for use in uses(texts, term)]


def _use(use: Use, term: Term, links: Links) -> r.UseRecord:
    return r.UseRecord(
        term.name,
        use.text.day,
        use.text.issuer,
        use.text.source,
        use.before,
        use.word,
        use.after,
        use.text.occasion,
        links.article(use.text.source),
    )


def _dated(events: Iterable[r.EventRecord]) -> list[Dated]:
    """The events that happened or began on a known day, in order."""
    found = []
    for event in events:
        try:
            day = dt.date.fromisoformat((event.date or "").split("/")[0])
        except ValueError:
            continue
        found.append(Dated(day, event.event, event.label))
    return sorted(found, key=lambda d: (d.day, d.event))


def sequel_record(
    first: Iterable[r.EventRecord], second: Iterable[r.EventRecord], days: int, links: Links
) -> r.SequelRecord | None:
    """After the first within so many days the second; ``None`` where no first has a day."""
    before, after = _dated(first), _dated(second)
    return _sequel(sequel(before, after, days), links) if before else None


def _sequel(answer: Sequel, links: Links) -> r.SequelRecord:
    return r.SequelRecord(
        answer.days,
        answer.n,
        answer.followed,
        round(answer.base, 4),
        round(answer.p, 4),
        round(answer.low, 4),
        round(answer.high, 4),
        *answer.period,
        tuple(caution.value for caution in answer.cautions),
        tuple(_case(case, links) for case in answer.cases),
    )


def _case(case: Case, links: Links) -> r.CaseRecord:
    first = case.first
    followers = tuple(
        r.FollowerRecord(b.event, b.day, b.label, (b.day - first.day).days, links.event(b.event))
        for b in case.followers
    )
    return r.CaseRecord(first.event, first.day, first.label, links.event(first.event), followers)
