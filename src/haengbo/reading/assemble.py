"""Everything found on a page → its reading.

Comes in: a document with mentions and times, and what the later steps found. Goes out: the
``Reading``. Mentions become actors with every spelling and the offices that the page gives; an
office that dated knowledge rules out becomes a finding. Invariant: one actor per canonical name
and kind, in order of first mention.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.model.article import BlockKind, Finding
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Expectation,
    Mention,
    Omission,
    Pattern,
    Reading,
    Role,
    WordingChange,
)
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document
from haengbo.reading.mentions.lexicon import Lexicon, lexicon_of

_ENTITIES = {ActorKind.PLACE, ActorKind.INSTRUMENT}
#: Rules whose words denote an actor without spelling its name.
_NO_SPELLING = {"pronoun", "government", "location"}


def assemble(  # noqa: PLR0913 - one argument for each list of a reading
    document: Document,
    attributions: Attributions,
    *,
    events: tuple[EventReport, ...],
    expectations: tuple[Expectation, ...],
    wording_changes: tuple[WordingChange, ...],
    omissions: tuple[Omission, ...],
    patterns: tuple[Pattern, ...],
    reading_id: str,
    code_version: str,
) -> Reading:
    """Gather mentions into actors and put everything into one reading."""
    actors = gather(document)
    return Reading(
        id=reading_id,
        article=document.article,
        code_version=code_version,
        pack_version=document.knowledge.version,
        actors=tuple(a for a in actors if a.kind not in _ENTITIES),
        entities=tuple(a for a in actors if a.kind in _ENTITIES),
        mentions=document.mentions,
        times=document.times,
        events=events,
        statements=attributions.statements,
        expectations=expectations,
        wording_changes=wording_changes,
        omissions=omissions,
        patterns=patterns,
        findings=(*document.article.findings, *outdated_roles(document, actors)),
    )


def gather(document: Document) -> tuple[Actor, ...]:
    """One actor per canonical name and kind, in order of first mention."""
    names = gazetteer(document.knowledge)
    ordered = sorted(document.mentions, key=lambda m: (m.name, m.kind, m.span))
    groups = [tuple(group) for _, group in groupby(ordered, key=lambda m: (m.name, m.kind))]
    actors = (
        _actor(document, group, names)
        for group in sorted(groups, key=lambda g: g[0].span)
        if any(m.rule not in _NO_SPELLING for m in group)
    )
    return tuple(actors)


def _actor(document: Document, mentions: tuple[Mention, ...], names: Gazetteer) -> Actor:
    spelt = [m for m in mentions if m.rule not in _NO_SPELLING]
    first = spelt[0]
    rows = names.named(first.name)
    shown = next((m for m in spelt if len(m.span) > 1), first)
    surfaces = dict.fromkeys(
        span.of(document.text) for m in spelt for span in (m.span, m.head) if len(span) > 1
    )
    return Actor(
        name=first.name,
        kind=first.kind,
        surfaces=tuple(surfaces) or (first.span.of(document.text),),
        roles=roles_of(document, mentions, names) if first.kind is ActorKind.PERSON else (),
        span=shown.span,
        rule=shown.rule,
        confidence=max(m.confidence for m in spelt),
        known=rows[0].id if rows else None,
    )


def roles_of(
    document: Document, mentions: tuple[Mention, ...], names: Gazetteer
) -> tuple[Role, ...]:
    """The offices that the page gives to one person, each once, as fully as it gives it.

    A title that another ends in is dropped (서기 beside 국가안보회의 서기), and of two words for
    one office the one in the body is kept (외무상 in a caption beside 외무장관).

    Args:
        document: The page.
        mentions: Of one person, in order.
        names: The pack.
    """
    given = [m for m in mentions if m.title is not None and m.rule != "short-form"]
    lexicon = lexicon_of(document.knowledge)
    given = [m for m in given if not _leads_delegation(m.title or "", lexicon)]
    plain = lexicon.words("heads-beside-offices")
    given = [m for m in given if m.title not in plain] or given
    given.sort(key=lambda m: (not _in_body(document, m), m.span))
    kept: list[Mention] = []
    for mention in given:
        rivals = [other for other in given if other is not mention]
        if any(_fuller(other, mention) for other in rivals):
            continue
        if not any(_same_office(other, mention, names) for other in kept):
            kept.append(mention)
    kept.sort(key=lambda m: (m.span, document.text.find(m.title or "", m.span.start)))
    return tuple(Role(m.title or "", m.of, m.span) for m in kept)


def _leads_delegation(title: str, lexicon: Lexicon) -> bool:
    """대표단 단장, 경제대표단장, 단장: what somebody is on one journey, no office."""
    led = lexicon.ending("heads-of-delegations", title.replace(" ", ""))
    return led is not None or title in lexicon.words("heads-on-journeys")


def _in_body(document: Document, mention: Mention) -> bool:
    sentence = document.sentence_at(mention.span.start)
    return sentence is not None and sentence.kind is BlockKind.BODY


def _fuller(other: Mention, mention: Mention) -> bool:
    """Whether the other mention gives the same office more fully."""
    theirs, ours = other.title or "", mention.title or ""
    return len(theirs) > len(ours) and theirs.endswith(ours)


def _same_office(other: Mention, mention: Mention, names: Gazetteer) -> bool:
    if other.title == mention.title:
        return True
    if other.of != mention.of and None not in {other.of, mention.of}:
        return False
    one, two = names.title_in(other.title or ""), names.title_in(mention.title or "")
    if one is None or two is None:
        return False
    if one.form in two.kp or two.form in one.kp:
        return True
    offices = {(row.cls, row.channel, row.rank_in(mention.of)) for row in (one, two)}
    return len(offices) == 1 and one.channel is not None and one.rank is not None


def outdated_roles(document: Document, actors: Iterable[Actor]) -> Iterable[Finding]:
    """Findings for offices that, by dated knowledge, the person had left for another one.

    Titles of the past (전 총리) are no claim about the present; unknown ends exclude nothing, and
    who holds no other office keeps the last one in print (the dead, the retired).
    """
    day = document.article.published_day
    if day is None:
        return
    names = gazetteer(document.knowledge)
    for actor in actors:
        now = next((r for r in names.roles_of(actor.name, day) if r.since or r.until), None)
        for role in actor.roles:
            until = _left(names, actor.name, role, day)
            if until is not None and now is not None:
                message = (
                    f"{actor.name}의 직함 '{role.title}'은(는) {until}까지의 것이고, "
                    f"{day} 현재는 '{now.title}'({now.of})로 알려져 있다."
                )
                yield Finding("role-outdated", message, role.span)


def _left(names: Gazetteer, name: str, role: Role, day: str) -> str | None:
    if role.title.startswith(("전 ", "당시 ")):
        return None
    matching = [
        row
        for row in names.roles_of(name)
        if row.of == role.of and (row.title == role.title or row.title.endswith(f" {role.title}"))
    ]
    if not matching or any(row.held_on(day) for row in matching):
        return None
    ends = [row.until for row in matching if row.until is not None and row.until < day]
    return max(ends) if ends else None
