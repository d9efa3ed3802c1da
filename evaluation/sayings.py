"""``python -m evaluation.sayings``: every proposition quoted in every way.

The companion of ``evaluation.constructions`` for what is said: ``propositions`` (words in marks
and without), voices that may say them, and ``sayings``, the ways of quoting with what a reading
must find: each statement with speaker, form, words and who reported it, and no other statement.
They stand beside the deeds in ``data/constructions``. The texts are made, so they measure which
ways of quoting are understood, not how well newspapers are read.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.constructions import (
    DATA,
    DRAWS,
    PUBLISHED,
    Record,
    conjugated,
    material,
    options_of,
    plain,
    readings_of,
    rows_of,
    table,
    with_particle,
    with_tuples,
)

_PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)(?::([^}]+))?\}")
_MARKS = re.compile(r"[\s“”\"'‘’《》「」『』]+")
_GRAM = 3
#: Words count as the same from this share of their trigrams on.
SAME = 0.7


@dataclass(frozen=True, slots=True)
class Proposition:
    """Something that is said.

    Attributes:
        id: Stable name.
        kind: ``fact``, ``noun`` (ends in a noun), ``will``, ``want``, ``let``, ``ask``.
        quote: The words in marks.
        said: The clause before 고 without marks.
        fact: The clause as a noun (없음).
    """

    id: str
    kind: str
    quote: str
    said: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says it.

    Attributes:
        kind: ``person``, ``mouth`` (대변인), ``official``, ``source``, ``body``, ``expert``,
            ``state``, ``medium``.
        intro: As a page names it first.
        short: As it goes on.
        name: Canonical.
        state: Whose it is.
    """

    kind: str
    intro: str
    short: str
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A statement that a reading must find.

    Attributes:
        by: Placeholders of who says it.
        form: ``quoted`` (direct or document) or ``indirect``.
        text: The words, with placeholders.
        through: Placeholders of who reported it, nearest first.
    """

    by: tuple[str, ...]
    form: str
    text: str
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One way of quoting.

    Attributes:
        id: Stable name.
        text: With placeholders: ``{who:은}`` and ``{other:은}`` who say it, ``{short:은}`` as the
            page goes on, ``{medium:은}``, ``{second:은}`` media, ``{quote}``, ``{said}``,
            ``{fact}``, ``{quote2}``, ``{said2}`` what they say; behind the marks ``{go}`` (고,
            이라고), ``{myeo}``, ``{myeonseo}``, ``{neun}``; ``{says:past}`` a verb that fits;
            ``{where}`` an occasion.
        says: What must be found, and nothing else.
        who: Kinds of voices that speak so.
        kinds: Kinds of propositions that are told so.
        other: Kinds of the second voice.
        media: Names of the media that may report so; all if empty.
        why: What newspapers quote so.
    """

    id: str
    text: str
    says: tuple[Wanted, ...]
    who: tuple[str, ...] = ("person", "mouth", "official")
    kinds: tuple[str, ...] = ()
    other: tuple[str, ...] = ("person",)
    media: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Something quoted in one way, and what a reading must find."""

    id: str
    saying: Saying
    kind: str
    text: str
    statements: tuple[Record, ...]
    published: str = PUBLISHED


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything that ``data/constructions`` holds about what is said."""

    propositions: tuple[Proposition, ...]
    voices: tuple[Voice, ...]
    sayings: tuple[Saying, ...]
    speaking: Mapping[str, tuple[str, ...]]
    occasions: tuple[str, ...]
    endings: Mapping[str, Sequence[tuple[str, str]]]


@cache
def speech(folder: Path = DATA) -> Speech:
    """What the files say; persons and states are those who do something elsewhere."""
    doers = material(folder)
    propositions: list[Proposition] = []
    voices = [
        Voice(kind, p.intro, p.short, p.name, p.state)
        for kind in ("person", "state")
        for p in doers.parties[kind]
    ]
    speaking: dict[str, tuple[str, ...]] = {}
    occasions: list[str] = []
    sayings: list[Saying] = []
    for path in sorted(folder.glob("*.yaml")):
        rows = rows_of(path)
        propositions += [
            Proposition(**({"said": row["quote"]} | row)) for row in rows.get("propositions", ())
        ]
        occasions += rows.get("occasions", ())
        for kind, several in rows.get("voices", {}).items():
            voices += [Voice(kind=kind, **row) for row in several]
        speaking |= {kind: tuple(verbs) for kind, verbs in rows.get("speaking", {}).items()}
        sayings += [_saying(row) for row in rows.get("sayings", ())]
    return Speech(
        tuple(propositions),
        tuple(voices),
        tuple(sayings),
        speaking,
        tuple(occasions),
        doers.endings,
    )


def _saying(row: Mapping[str, Any]) -> Saying:
    wanted = tuple(Wanted(**with_tuples(w)) for w in row["says"])
    return Saying(**(with_tuples(row) | {"says": wanted}))


def said(found: Speech, draws: int = DRAWS, seed: int = 1) -> Iterator[Said]:
    """Every proposition quoted in every way that takes it, by one kind of voice or another."""
    for saying in found.sayings:
        for proposition in found.propositions:
            if saying.kinds and proposition.kind not in saying.kinds:
                continue
            for draw in range(draws):
                name = f"{saying.id}.{proposition.id}.{draw}"
                chance = random.Random(f"{seed}{name}")  # noqa: S311 - draws no secret
                kind = saying.who[(draw + len(proposition.id)) % len(saying.who)]
                yield _told(name, saying, kind, proposition, found, chance)


def _told(
    name: str,
    saying: Saying,
    kind: str,
    proposition: Proposition,
    found: Speech,
    chance: random.Random,
) -> Said:
    who = chance.choice([v for v in found.voices if v.kind == kind])
    beside = [v for v in found.voices if v.kind in saying.other and v.state != who.state]
    media = [v for v in found.voices if v.kind == "medium"]
    media = [v for v in media if v.name in saying.media] or media
    other, medium = chance.choice(beside), chance.choice(media)
    second = chance.choice([v for v in found.voices if v.kind == "medium" and v != medium])
    able = [p for p in found.propositions if p != proposition and p.kind in {"fact", "will"}]
    further = chance.choice(able)
    words = {
        "who": who.intro,
        "short": who.short,
        "state": who.state,
        "other": other.intro,
        "other_short": other.short,
        "other_state": other.state,
        "medium": medium.intro,
        "medium_short": medium.short,
        "second": second.intro,
        "second_short": second.short,
    }
    for suffix, p in (("", proposition), ("2", further)):
        words |= {f"quote{suffix}": p.quote, f"said{suffix}": p.said}
        words |= {f"{key}{suffix}": form for key, form in _complementizers(p).items()}
    verb = chance.choice(found.speaking[proposition.kind])
    occasion = chance.choice(found.occasions)
    words |= {"fact": proposition.fact, "where": f"{occasion} " if occasion else ""}
    words |= {f"says:{name}": conjugated(verb, tuple(e)) for name, e in found.endings.items()}
    names = {
        "who": who.name,
        "other": other.name,
        "medium": medium.name,
        "second": second.name,
        "state": who.state,
        "other_state": other.state,
    }
    statements = tuple(
        {
            "speaker": sorted(names.get(n, n) for n in w.by),
            "form": w.form,
            "text": filled(w.text, words),
            "reported_by": [names.get(n, n) for n in w.through],
        }
        for w in saying.says
    )
    return Said(name, saying, kind, filled(saying.text, words), statements)


def _complementizers(proposition: Proposition) -> dict[str, str]:
    """How words in marks go on: “…”고, “…”이라고."""
    whole = proposition.kind != "noun"
    named = with_particle(proposition.quote, "이")[len(proposition.quote) :].replace("가", "")
    plain = whole and proposition.kind != "want"
    return {
        "go": "고" if plain else "라고" if whole else f"{named}라고",
        "myeo": "며" if plain else "라며" if whole else f"{named}라며",
        "myeonseo": "면서" if plain else "라면서" if whole else f"{named}라면서",
        "neun": "는" if plain else "라는" if whole else f"{named}라는",
        "rago": "라고" if whole else f"{named}라고",
    }


def filled(text: str, words: Mapping[str, str]) -> str:
    """A text with its placeholders replaced; a particle takes its form."""

    def word(match: re.Match[str]) -> str:
        name, form = match.groups()
        if f"{name}:{form}" in words:
            return words[f"{name}:{form}"]
        return with_particle(words[name], form) if form else words[name]

    filled_in = _PLACEHOLDER.sub(word, text)
    return _PLACEHOLDER.sub(word, filled_in)  # a proposition may name the other state


def amiss(case: Said, record: Record) -> str | None:
    """What a reading has wrong of it, in one word or two; ``None`` if all is right."""
    left = list(record["statements"])
    faults = []
    for want in case.statements:
        best = max(left, key=lambda got: _likeness(want, got), default=None)
        if best is None or _likeness(want, best) < SAME:
            faults.append("missing")
            continue
        left.remove(best)
        faults += _faults(want, best)
    faults += ["extra"] * len(left)
    return " ".join(dict.fromkeys(faults)) or None


def _likeness(want: Record, got: Record) -> float:
    """Same form and share of the longer one's trigrams."""
    if (got["form"] == "indirect") != (want["form"] == "indirect"):
        return 0.0
    one, two = (Counter(_grams(_MARKS.sub("", r["text"]))) for r in (want, got))
    return sum((one & two).values()) / max(sum(one.values()), sum(two.values()), 1)


def _grams(text: str) -> list[str]:
    return [text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)] or [text]


def _faults(want: Record, got: Record) -> Iterator[str]:
    if sorted(map(plain, got["speaker"])) != sorted(map(plain, want["speaker"])):
        yield f"speaker={'+'.join(got['speaker'])}"
    if list(got["reported_by"]) != want["reported_by"]:
        yield f"chain={'<'.join(got['reported_by'])}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what share of the made texts is read right, by way of quoting and by voice."""
    options = options_of(arguments, __doc__ or "", draws=1, ids="saying.proposition.draw")
    cases = list(said(speech(), options.draws, options.seed))
    cases = [c for c in cases if re.search(options.match, c.id)]
    read = readings_of(cases)
    faults = [amiss(case, read[case.id]) for case in cases]
    bad = [fault is not None for fault in faults]
    for case, fault in zip(cases, faults, strict=True):
        if options.show and fault is not None:
            got = [
                (s["speaker"], s["form"], s["text"], s["reported_by"])
                for s in read[case.id]["statements"]
            ]
            print(f"{case.id}: {fault} | {case.text} | {got}")
    print("\n".join(table("saying", [c.saying.id for c in cases], bad)))
    print("\n".join(table("voice", [c.kind for c in cases], bad)))
    print("\n".join(table("proposition", [c.id.split(".")[-2] for c in cases], bad)))
    print(f"right {len(cases) - sum(bad)} of {len(cases)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
