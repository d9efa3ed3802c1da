"""Statements of a page in order → those that the text dates only afterwards, with their day.

Comes in: statements with the days that the text had given when they were read. Goes out: the same
statements, some of those without a day now with one. A lead tells first and dates later: the text
that was quoted is said to have been issued on a day, or who spoke in the lead goes on below, with
the day. Invariant: a day that a statement has is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Mention, Statement
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.scenes import THUS
from haengbo.reading.document import Document, Sentence

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOPIC = re.compile(r"(?:은|는|이|가)\s")
_ISSUED = re.compile(r"(?:발표|공개|배포|보도|게재)(?:됐|되였|되었)|나왔")
_ACCORDING = re.compile(r"\s[^,“”]{1,20}?에\s(?:따르면|의하면)")
#: A line beneath a picture that the page prints as text may stand before the lead.
_LEADS = 2
#: Sentences from the lead to the one in which its speaker goes on.
_REACH = 3


def date_later(
    document: Document, statements: Sequence[Statement], lexicon: Lexicon
) -> list[Statement]:
    """Give statements the day that the text tells afterwards.

    Example:
        ``외무상은 담화에서 “…”고 밝혔다. 담화는 3일 발표됐다.`` gives the 3rd, as does
        ``외교부는 “…”고 밝혔다. 대변인은 3일 회견에서 이같이 말했다.``
    """
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    issued = dict(_issued(document, body, lexicon))
    lead = _lead(document, statements)
    found = list(statements)
    for number, statement in enumerate(statements):
        sentence = document.sentence_at(statement.span.start)
        if statement.date is not None or sentence is None or sentence.kind is not BlockKind.BODY:
            continue
        day = issued.get(sentence.index)
        if day is None and sentence.block_index == lead:
            day = _day_below(document, statement, statements[number + 1 :], sentence, lexicon)
        found[number] = replace(statement, date=day)
    return found


def _lead(document: Document, statements: Sequence[Statement]) -> int | None:
    """The first paragraph of the text that tells what was said, if it is one of the first two."""
    blocks = {s.block_index: None for s in document.sentences if s.kind is BlockKind.BODY}
    first = list(blocks)[:_LEADS]
    spoken = (document.sentence_at(statement.span.start) for statement in statements)
    return next((s.block_index for s in spoken if s is not None and s.block_index in first), None)


def _issued(
    document: Document, body: Sequence[Sentence], lexicon: Lexicon
) -> Iterator[tuple[int, str]]:
    """Sentences that quote what, as the next one says, was said or issued on a day."""
    for before, after in pairwise(body):
        text = document.text
        if THUS.search(text, after.span.start, after.span.end):
            days = _days(document, after) - _days_of_report(document, after)
            if len(days) == 1:
                yield before.index, next(iter(days))
                yield from ((s, d) for d in days for s in _with(document, before))
            continue
        noun = lexicon.texts.match(text, after.span.start, after.span.end)
        if noun is None or not _TOPIC.match(text, noun.end()):
            continue
        told = _ISSUED.search(text, noun.end(), after.span.end)
        days = _days(document, after)
        if told and len(days) == 1 and noun["text"] in before.span.of(text):
            yield before.index, days.pop()


def _days_of_report(document: Document, sentence: Sentence) -> set[str]:
    """[17일] 통신에 따르면 장관은 전날 …: of two days the one on which it was reported."""
    times = document.times_in(sentence.span)
    reported = {t.value for t in times if _ACCORDING.match(document.text, t.span.end)}
    return reported if len(_days(document, sentence)) > 1 else set()


def _with(document: Document, sentence: Sentence) -> Iterator[int]:
    """The lead before the sentence of its paragraph that is said to have been said thus."""
    above = [s for s in document.sentences if s.index == sentence.index - 1]
    yield from (s.index for s in above if s.block_index == sentence.block_index)


def _days(document: Document, sentence: Sentence) -> set[str]:
    return {
        t.value
        for t in document.times_in(sentence.span)
        if _DAY.fullmatch(t.value) and sentence.quote_at(t.span.start) is None
    }


def _speaks_for(document: Document, other: Statement, lead: Statement, lexicon: Lexicon) -> bool:
    """크렘린궁은 …. 페스코프 크렘린궁 대변인은 4일 …: the person speaks for the office."""
    if len(lead.speaker) > 1:
        return False
    if _speaks_for_state(document, other, lead, lexicon):
        return True
    bodies = {m.name for m in document.mentions if m.kind is ActorKind.ORGANISATION}
    office = lead.speaker[0].split()[-1]
    return lead.speaker[0] in bodies and any(
        m.of == lead.speaker[0] or (m.title is not None and m.title.startswith(office))
        for m in document.mentions
        if m.kind is ActorKind.PERSON and m.name in other.speaker
    )


def _speaks_for_state(
    document: Document, other: Statement, lead: Statement, lexicon: Lexicon
) -> bool:
    """중국은 …라고 촉구했다. 루캉 외교부 대변인은 13일 …: who speaks for the foreign ministry."""
    states = {m.name for m in document.mentions if m.kind is ActorKind.STATE}
    if lead.speaker[0] not in states:
        return False
    if any(name.startswith(f"{lead.speaker[0]} ") for name in other.speaker):
        return True  # 북한은 …고 요구했다. 북한 외무성 대변인은 18일 …
    sides = allegiance_of(document.knowledge)
    offices = (
        m
        for m in document.mentions
        if m.kind is ActorKind.ORGANISATION and sides.of_name(m.name) == lead.speaker[0]
    )
    if any(_is_of_office(document, other, office) for office in offices):
        return True
    return any(
        sides.of_mention(m) == lead.speaker[0] and _is_official(m, lexicon)
        for m in document.mentions
        if m.kind is ActorKind.PERSON and m.name in other.speaker
    )


def _is_of_office(document: Document, other: Statement, office: Mention) -> bool:
    """미국은 …고 규탄했다. [국무부 관계자]는 14일 …: an official without a name."""
    called = (office.name, office.head.of(document.text))
    return any(name != office.name and name.startswith(called) for name in other.speaker)


def _is_official(mention: Mention, lexicon: Lexicon) -> bool:
    """외교부 대변인, not 교수."""
    titled = mention.title is not None
    return titled and not lexicon.is_expert_title(mention.title, mention.of)


def _day_below(
    document: Document,
    statement: Statement,
    later: Sequence[Statement],
    lead: Sentence,
    lexicon: Lexicon,
) -> str | None:
    """통일부는 …라고 했다. 대변인은 …. 통일부는 4일 …: the lead tells what is dated below."""
    for other in later:
        sentence = document.sentence_at(other.span.start)
        if sentence is None or sentence.index - lead.index > _REACH:
            return None
        if other.speaker == statement.speaker or _speaks_for(document, other, statement, lexicon):
            return other.date if other.date and _DAY.fullmatch(other.date) else None
    return None
