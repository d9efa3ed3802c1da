"""``python -m evaluation.stories``: texts that tell several things, and each of them once.

Where ``evaluation.constructions`` puts one deed into one way of telling, a story holds what a real
lead or page holds: two to six happenings in a sentence or over its title, lead and body, with what
was told before and what only sounds like news. All that is told is listed; a reading must find each
once, with its own day, place and people, and nothing besides. The sentences are made, so they
measure which ways of telling are understood, not how well newspapers are read.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

from evaluation.constructions import (
    DATA,
    DRAWS,
    PUBLISHED,
    Deed,
    Material,
    Party,
    Record,
    conjugated,
    material,
    options_of,
    plain,
    readings_of,
    rows_of,
    table,
    with_particle,
)

_PLACEHOLDER = re.compile(r"\{([a-z]+)(?:\.([a-z]+))?(?::([^}]+))?\}")


@dataclass(frozen=True, slots=True)
class Story:
    """A text that tells several things.

    Attributes:
        id: Stable name.
        text: With placeholders: ``{a:은}`` one of the cast, ``{a.short:은}``, ``{a.state}``,
            ``{x.what}`` and ``{x:past}`` a deed and its verb, ``{v}`` one of a word's choices.
        events: What is told: a type with its mode, or ``deed``; who takes part, by letter or name,
            with the role (``maybe``: whoever may be left out); ``status`` (or several), ``date``,
            ``place``, ``chain`` where they are to be checked; ``may`` for what is right either way.
        cast: Kind and number of the state of each letter: ``{a: person 1, b: state 2}``.
        deeds: Ids of the deeds that each letter stands for in turn.
        vary: Words that each name stands for in turn.
        published: When the page appeared.
        why: What newspapers tell so.
    """

    id: str
    text: str
    events: Sequence[Mapping[str, Any]] = ()
    cast: Mapping[str, str] = field(default_factory=dict)
    deeds: Mapping[str, Sequence[str]] = field(default_factory=dict)
    vary: Mapping[str, Sequence[str]] = field(default_factory=dict)
    published: str = PUBLISHED
    why: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One happening that a reading must find.

    Attributes:
        type: PLOVER type.
        mode: haengbo's mode.
        people: Names with their roles.
        status: Any of these is right.
        date: ``None`` if not checked, as with place and chain.
        place: Where.
        chain: Who reports it.
        may: Whether it is right to leave it out.
    """

    type: str
    mode: str | None
    people: Mapping[str, str]
    status: tuple[str, ...]
    date: str | None
    place: str | None
    chain: tuple[str, ...] | None
    may: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A story told once.

    Attributes:
        id: Story, its choices and draw.
        story: Which story.
        text: The page.
        wanted: What it tells.
        published: When it appeared.
    """

    id: str
    story: Story
    text: str
    wanted: Sequence[Wanted]
    published: str


def stories(folder: Path = DATA) -> list[Story]:
    """What the files of ways of telling hold under ``stories``."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        rows = rows_of(path).get("stories", ())
        found += [Story(**row) for row in rows]
    return found


def pages(found: Sequence[Story], draws: int = DRAWS, seed: int = 1) -> Iterator[Page]:
    """Every story with each of its choices; the same seed draws the same people."""
    filled = material()
    for story in found:
        slots = {**story.deeds, **story.vary}
        for number, chosen in enumerate(product(*slots.values())):
            for draw in range(draws if story.cast else 1):
                name = f"{story.id}.{number}.{draw}"
                chance = random.Random(f"{seed}{name}")  # noqa: S311
                yield _page(name, story, dict(zip(slots, chosen, strict=True)), filled, chance)


def _page(
    name: str, story: Story, chosen: Mapping[str, str], filled: Material, chance: random.Random
) -> Page:
    cast = _cast(story, filled, chance)
    by_id = {deed.id: deed for deed in filled.deeds}
    deeds = {letter: by_id[chosen[letter]] for letter in story.deeds}
    others = {e["deed"]: e["to"] for e in story.events if "deed" in e and "to" in e}

    def word(match: re.Match[str]) -> str:
        letter, part, form = match.groups()
        if letter in deeds and part == "what":
            return _what(deeds[letter], cast[others[letter]] if letter in others else None)
        if letter in deeds:
            return conjugated(deeds[letter].verb, tuple(filled.endings[form]))
        said = getattr(cast[letter], part or "intro") if letter in cast else chosen[letter]
        return with_particle(said, form) if form else said

    text = _PLACEHOLDER.sub(word, _PLACEHOLDER.sub(word, story.text)).strip()
    wanted = [_wanted(event, cast, deeds, word) for event in story.events]
    return Page(name, story, text, wanted, story.published)


def _cast(story: Story, filled: Material, chance: random.Random) -> dict[str, Party]:
    """Who the letters are: of two states that have to do with each other, and of a third."""
    kinds = {letter: kind.split() for letter, kind in story.cast.items()}
    while True:
        one, two = chance.choice(list(filled.pairs))
        rest = sorted({p.state for p in filled.parties["state"]} - {one, two, "북한"})
        states = {"1": one, "2": two, "3": chance.choice(rest)}
        able = [[p for p in filled.parties[k] if p.state == states[n]] for k, n in kinds.values()]
        drawn = [chance.choice(parties) if parties else None for parties in able]
        cast = {letter: p for letter, p in zip(kinds, drawn, strict=True) if p is not None}
        if len({p.name for p in cast.values()}) == len(kinds):
            return cast


def _what(deed: Deed, other: Party | None) -> str:
    def word(match: re.Match[str]) -> str:
        name, form = match.groups()
        said = (other.capital if name == "capital" else other.intro) if other else ""
        return with_particle(said, form) if form else said

    return re.sub(r"\{([a-z]+)(?::([^}]+))?\}", word, deed.what)


def _wanted(
    event: Mapping[str, Any],
    cast: Mapping[str, Party],
    deeds: Mapping[str, Deed],
    word: Callable[[re.Match[str]], str],
) -> Wanted:
    deed = deeds.get(event.get("deed", ""))
    people = {**event.get("people", {})}
    if deed is not None:
        roles = ("party", "party") if deed.parties else ("source", "target")
        pair = [event[key] for key in ("by", "to") if key in event]
        people |= dict(zip(pair, roles, strict=False))
    status = event.get("status", "occurred")
    place = event.get("place")
    return Wanted(
        deed.type if deed else event["type"],
        deed.mode if deed else event.get("mode"),
        {_name(n, cast): role for n, role in people.items()},
        (status,) if isinstance(status, str) else tuple(status),
        event.get("date"),
        _PLACEHOLDER.sub(word, place) if place else None,
        tuple(event["chain"]) if "chain" in event else None,
        event.get("may", False),
    )


def _name(said: str, cast: Mapping[str, Party]) -> str:
    """``a``: name of one of the cast; ``a.state``: whose it is; anything else names itself."""
    letter, _, part = said.partition(".")
    return str(getattr(cast[letter], part or "name")) if letter in cast else said


def faults_of(page: Page, record: Record) -> list[str]:
    """What a reading has wrong of it: what is missing, what is told besides, what differs."""
    left = list(record["events"])
    faults = []
    for wanted in sorted(page.wanted, key=lambda w: w.may):
        same = [event for event in left if _same(wanted, event)]
        if not same:
            faults += [] if wanted.may else [f"missing {wanted.type}/{wanted.mode} {wanted.date}"]
            continue
        best = min(same, key=lambda event: len(_differs(wanted, event)))
        left.remove(best)
        faults += [] if wanted.may else _differs(wanted, best)
    names = [f"{e['type']}/{e['mode']} {e['status']} {e['date']}" for e in left]
    return faults + [f"besides {name}" for name in names]


def _same(wanted: Wanted, event: Record) -> bool:
    """Whether an event may be what was told: of its type, among people who took part in it."""
    names = {plain(p["name"]) for p in event["participants"]}
    shared = names & {plain(name) for name in wanted.people}
    return wanted.type == event["type"] and wanted.mode == event["mode"] and bool(shared)


def _differs(wanted: Wanted, event: Record) -> list[str]:
    got = {plain(p["name"]): p["role"] for p in event["participants"]}
    want = {plain(name): role for name, role in wanted.people.items()}
    name = f"{wanted.type}/{wanted.mode}"
    faults = []
    sure = {name: role for name, role in want.items() if role != "maybe"}
    got = {name: role for name, role in got.items() if want.get(name) != "maybe"}
    if got != sure:
        what = "who" if set(got) != set(sure) else "role"
        faults.append(f"{name} {what}={','.join(f'{n} {r}' for n, r in got.items())}")
    if event["status"] not in wanted.status:
        faults.append(f"{name} status={event['status']}")
    fixed = {"date": wanted.date, "place": wanted.place}
    faults += [
        f"{name} {key}={event[key]}"
        for key, v in fixed.items()
        if v is not None and plain(event[key] or "") != plain(v)
    ]
    if wanted.chain is not None and tuple(event["reported_by"]) != wanted.chain:
        faults.append(f"{name} chain={'<'.join(event['reported_by'])}")
    return faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what share of the made texts is read right, by story."""
    options = options_of(arguments, __doc__ or "", draws=DRAWS, ids="of stories")
    found = [story for story in stories() if re.search(options.match, story.id)]
    told = list(pages(found, options.draws, options.seed))
    read = readings_of(told)
    faults = [faults_of(page, read[page.id]) for page in told]
    if options.show:
        for page, wrong in zip(told, faults, strict=True):
            if wrong:
                print(f"{page.id}: {'; '.join(wrong)} | {page.text}")
    print("\n".join(table("story", [p.story.id for p in told], [bool(f) for f in faults])))
    flat = [fault.split()[0] for some in faults for fault in some]
    told_once = sum(not w.may for page in told for w in page.wanted)
    print(f"told {told_once}, missing {flat.count('missing')}, besides {flat.count('besides')}")
    print(f"right {sum(not f for f in faults)} of {len(told)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
