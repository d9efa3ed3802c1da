"""``python -m evaluation.constructions``: every deed put into every way of telling it.

What decides how well a page that nobody has seen is read is less the words than how they are put
together. ``data/constructions/`` holds deeds (who does what to whom, with the words for it) and
ways of telling (a report, a plan, a clause before a noun, a sentence without a subject); each deed
is told in each way, by persons, states and bodies drawn for it, and the reading is compared with
what is known to have been told. The sentences are made, so they measure which ways of telling are
understood, not how well newspapers are read.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml
from kiwipiepy import Kiwi

from evaluation.corpora import fingerprint
from haengbo.evaluation.similarity import Names
from haengbo.korean.syllables import final_of

DATA = Path(__file__).parent / "data" / "constructions"
#: When every page that is made was published.
PUBLISHED = "2026-05-13"
#: Among the statuses of a telling: that none need be read.
UNTOLD = "nothing"
#: How often each deed is told in each way, each time by others.
DRAWS = 2
#: Of how many texts the gate reads one.
GATED = 16
_LIQUID = 8
_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([^}]+))?\}")
_OWN = re.compile(r"\{its_(\w+)")
#: Not the ends of lines: chronologies and notes have several.
_BLANKS = re.compile(" +")
_TWO_FORMS = {"이": "가", "은": "는", "을": "를", "과": "와", "으로": "로"}
_TWO_FORMS |= {"이다": "다", "이라": "라"}
#: With whom something is done: what is left where both are named before.
_OTHER_SIDE = re.compile(r"\{object:[과을]\} ?")
#: What only a deed to another can fill.
_OF_TWO = re.compile(r"\{(?:other|object|couple|capital|trip)")
_TAGS = {"하": "XSV", "되": "XSV", "시키": "XSV", "받": "XSV", "당하": "XSV"}
Record = dict[str, Any]
#: Names compare without blanks.
plain = Names({})


@dataclass(frozen=True, slots=True)
class Party:
    """Who does something, or to whom it is done.

    Attributes:
        intro: As a page names it first: 왕이 중국 외교부장.
        short: As it goes on: 왕 부장.
        name: One canonical name: 왕이; of several all, with ·.
        state: Whose it is.
        capital: Of that state.
    """

    intro: str
    short: str
    name: str
    state: str
    capital: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of thing done, with the words for it.

    Attributes:
        id: Stable name.
        type: PLOVER type of its event.
        mode: haengbo's mode.
        who: Kinds of the doer and the other: ``person person``, ``body state``, ``state``.
        what: What stands before the verb: ``{object:을}``.
        verb: Stem; a noun and its light verb with a plus: 방문+하.
        noun: Noun of it, if there is one, with what it takes: ``{object}에 대한 제재``.
        parties: Whether both take part alike.
        placed: Whether it happens somewhere that a page names.
        tags: What kinds of telling it takes beyond those for all.
        alone: Whether only the doer is a participant.
        suffers: Whether it is done to the subject, by the other (쌀을 지원받다).
        thin: It meets the telling ``plain`` and one in so many of the others.
        patient: What it is done to, if it can be told in the passive: ``{object} 외교관 3명``.
        words: What tellings call ``{its_…}``: words said in the act, what it is about.
        file: Which file it stands in.
    """

    id: str
    type: str
    who: str
    what: str
    verb: str
    mode: str | None = None
    noun: str = ""
    parties: bool = False
    placed: bool = False
    tags: tuple[str, ...] = ()
    alone: bool = False
    suffers: bool = False
    thin: int = 1
    patient: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to tell of a deed.

    Attributes:
        id: Stable name.
        text: With placeholders: ``{subject:은}`` who did it, ``{short:은}`` who did it as the page
            goes on, ``{object:을}`` and ``{other:은}`` (short) to whom, ``{place}`` (베이징에서 or
            nothing), ``{what}`` what stands before the verb, ``{does:past}`` the verb with an
            ending of ``endings.yaml``, ``{noun:이}``, ``{state}``, ``{other_state}``; ``{seat}``
            and ``{capital}`` their capitals, ``{couple}`` the two states (북러), ``{side}`` and
            ``{other_side}`` (북측), ``{office}`` and ``{other_office}`` (외무상), ``{apposed}`` and
            ``{other_apposed}`` (북한 외무상 최선희), ``{third}`` somebody with the doer, ``{trip}``
            a visit to the other state (방북), ``{patient:이} {undergoes:past}`` the passive.
        status: Any of these is right, ``nothing`` where none need be told; empty: no event of this
            type is told.
        date: When it happened or is to; empty if the reading must leave it open, ``None`` if that
            is not judged.
        of: Tags, types or kinds of doers of which a deed needs one; all deeds if empty.
        but: Ids, tags or types of deeds that it does not take.
        chain: Who reports it, nearest first, if that is to be checked.
        who: Who takes part: ``doer``, ``other``, ``third``, ``doer_state``, ``other_state``; with
            a question mark who may be read as well.
        once: Whether no second event of its type may be read.
        why: What newspapers tell so.
        file: Which file it stands in.
    """

    id: str
    text: str
    status: tuple[str, ...] = ("occurred",)
    date: str | None = None
    of: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    chain: tuple[str, ...] | None = None
    who: tuple[str, ...] = ("doer", "other")
    once: bool = False
    why: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A deed told in one way, and what a reading must find.

    Attributes:
        id: Deed, telling and draw.
        deed: What was done.
        telling: How it is told.
        text: The page.
        people: Names of its participants with their roles.
        place: Where, if the page says so.
        perhaps: Names that may stand among them or not.
        published: When the page appeared.
    """

    id: str
    deed: Deed
    telling: Telling
    text: str
    people: Mapping[str, str]
    place: str | None
    perhaps: frozenset[str] = frozenset()
    published: str = PUBLISHED


@dataclass(slots=True)
class Material:
    """Everything that ``data/constructions`` holds."""

    parties: Mapping[str, Sequence[Party]]
    pairs: Sequence[tuple[str, str]]
    places: Sequence[str]
    endings: Mapping[str, Sequence[tuple[str, str]]]
    thirds: Mapping[str, Sequence[str]]
    couples: Mapping[frozenset[str], str]
    sides: Mapping[str, str]
    trips: Mapping[str, str]
    deeds: list[Deed] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)


def rows_of(path: Path) -> Any:  # noqa: ANN401 - plain data
    """What a file of the data says."""
    text = path.read_text("utf-8")
    if hasattr(yaml, "CSafeLoader"):  # ten times as fast
        return yaml.load(text, Loader=yaml.CSafeLoader)
    return yaml.safe_load(text)


@cache
def material(folder: Path = DATA) -> Material:
    """What the files say: deeds, tellings and endings of their own in all but the two for all."""
    fillers = rows_of(folder / "fillers.yaml")
    endings = rows_of(folder / "endings.yaml")
    found = Material(
        {kind: [Party(**row) for row in rows] for kind, rows in fillers["parties"].items()},
        [tuple(pair) for pair in fillers["pairs"]],
        fillers["places"],
        {name: _morphemes(form) for name, form in endings.items()},
        fillers["thirds"],
        {frozenset(states): name for name, *states in fillers["couples"]},
        fillers["sides"],
        fillers["trips"],
    )
    for path in sorted(folder.glob("*.yaml")):
        if path.name not in {"fillers.yaml", "endings.yaml"}:
            rows = rows_of(path)
            own = {name: _morphemes(form) for name, form in rows.get("endings", {}).items()}
            found.endings = {**found.endings, **own}
            thin = {"thin": rows.get("thin", 1), "file": path.stem}
            found.deeds += [Deed(**thin, **with_tuples(row)) for row in rows.get("deeds", ())]
            found.tellings += [
                Telling(**with_tuples(row), file=path.stem) for row in rows.get("tellings", ())
            ]
    return found


def every_one(_name: str) -> bool:
    """All texts, whatever they are called."""
    return True


def told(
    found: Material,
    draws: int = DRAWS,
    seed: int = 1,
    chosen: Callable[[str], bool] = every_one,
) -> Iterator[Told]:
    """Every deed in every way that takes it; the same seed draws the same doers.

    Args:
        found: Deeds and ways of telling.
        draws: How many doers each deed is told of.
        seed: What the doers are drawn by.
        chosen: Of which names texts are made at all.
    """
    for deed in found.deeds:
        for telling in found.tellings:
            if not _takes(telling, deed):
                continue
            for draw in range(draws):
                name = f"{deed.id}.{telling.id}.{draw}"
                if chosen(name):
                    chance = random.Random(f"{seed}{name}")  # noqa: S311
                    yield _told(name, deed, telling, found, chance)


def wrong(case: Told, record: Record) -> str | None:
    """What a reading has wrong of it, in one word or two; ``None`` if all is right."""
    same = [e for e in record["events"] if e["type"] == case.deed.type]
    if not case.telling.status:
        return "read" if same else None
    if not same:
        return None if UNTOLD in case.telling.status else "missing"
    if case.telling.once and len(same) > 1:
        return "twice"
    faults = [_faults(case, event) for event in same]
    return min(faults, key=len) or None


def figures(folder: Path = DATA, *, every: int = GATED) -> dict[str, float]:
    """Share read right by file of deeds or tellings, of every so many texts, always the same."""
    cases = [*told(material(folder), 1, chosen=lambda name: crc32(name.encode()) % every == 0)]
    read = readings_of(cases)
    right, of = Counter[str](), Counter[str]()
    for case in cases:
        name = case.telling.file if case.telling.file != "common" else case.deed.file
        of[name] += 1
        right[name] += wrong(case, read[case.id]) is None
    return {name: right[name] / count for name, count in of.items()}


def digest(folder: Path = DATA) -> str:
    """Fingerprint of the files: other texts need a reviewed re-pin of their floors."""
    return fingerprint(sorted(folder.glob("*.yaml")))


def readings_of(cases: Iterable[Any]) -> dict[str, Record]:
    """Read every text as a page of its own."""
    from haengbo.cli.read import readings  # noqa: PLC0415 - loads the analyser
    from haengbo.model.page import Known  # noqa: PLC0415

    rows = [
        {"id": c.id, "text": c.text, "published": c.published, "outlet": "한빛일보"} for c in cases
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        path.write_text("\n".join(lines), "utf-8")
        return {r.id: r.to_dict() for r in readings([str(path)], (), Known(), 0.0)}


def with_tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the data with tuples for its lists."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}


def _morphemes(form: str) -> list[tuple[str, str]]:
    """``었/EP 다/EF`` → its morphemes."""
    return [(m.partition("/")[0], m.partition("/")[2]) for m in form.split()]


def _takes(telling: Telling, deed: Deed) -> bool:
    """Files of their own meet those for all, but not each other: that would be too many."""
    if telling.file not in {deed.file, "common"} and deed.file != "acts":
        return False
    if telling.id != "plain" and crc32(f"{deed.id}.{telling.id}".encode()) % deed.thin:
        return False
    traits = {deed.id, deed.type, *deed.tags, deed.who, deed.who.split()[0]}
    traits |= {"noun"} if deed.noun else set()
    traits |= {"parties"} if deed.parties else {"done"}
    wanted = not telling.of or bool(traits & set(telling.of))
    needs_noun = "{noun" in telling.text and not deed.noun
    needs_noun = needs_noun or ("{patient" in telling.text and not deed.patient)
    needs_other = bool(_OF_TWO.search(telling.text + deed.what)) and len(deed.who.split()) == 1
    lacks = needs_noun or needs_other or set(_OWN.findall(telling.text)) - set(deed.words)
    return wanted and not traits & set(telling.but) and not lacks


def _told(name: str, deed: Deed, telling: Telling, found: Material, chance: random.Random) -> Told:
    """This deed told in this way by a doer that is drawn."""
    doer, other = _drawn(deed, found, chance)
    placed = deed.placed and "{place}" in telling.text and chance.random() < 1 / 2
    place = chance.choice(found.places) if placed else None
    words = {
        "subject": doer.intro,
        "short": doer.short,
        "state": doer.state,
        "object": other.intro if other else "",
        "other": other.short if other else "",
        "other_state": other.state if other else "",
        "capital": other.capital if other else "",
        "trip": found.trips.get(other.state, f"{other.state} 방문") if other else "",
        "place": f"{place}에서 " if place else "",
        "couple": found.couples.get(frozenset({doer.state, other.state if other else ""}), ""),
    }
    words |= _called(doer, found)
    words |= {f"other_{key}": word for key, word in _called(other or doer, found).items()}
    for part in ("what", "noun", "patient"):
        words[part] = _filled(getattr(deed, part), words, deed.verb, found)
    words["again"] = _filled(deed.what, words | {"object": words["other"]}, deed.verb, found)
    words["rest"] = _OTHER_SIDE.sub("", deed.what)
    for what, own in deed.words.items():
        words[f"its_{what}"] = _filled(own, words, deed.verb, found)
    text = _filled(telling.text, words, deed.verb, found)
    third = found.thirds.get(doer.state, [""])[0]
    people, perhaps = _taking_part(deed, telling, doer, other, third)
    return Told(name, deed, telling, _BLANKS.sub(" ", text).strip(), people, place, perhaps)


def _called(party: Party, found: Material) -> dict[str, str]:
    """What else one is called: by office, with the office first, as a side."""
    office = party.short.rpartition(" ")[2]
    title = party.intro.replace(party.name, "").strip()
    return {
        "seat": party.capital,
        "side": found.sides.get(party.state, f"{party.state} 측"),
        "office": office,
        "apposed": f"{title} {party.name}" if title else party.name,
        "name": party.name,
        "pictured": f"{party.intro}(사진)",
        "third": " ".join(found.thirds.get(party.state, ())),
    }


def _taking_part(
    deed: Deed, telling: Telling, doer: Party, other: Party | None, third: str
) -> tuple[dict[str, str], frozenset[str]]:
    """Names with their roles, and which of them may be missing."""
    acting, treated = ("party", "party") if deed.parties else ("source", "target")
    if deed.suffers:
        acting, treated = treated, acting
    able = {
        "doer": (doer.name, acting),
        "doer_state": (doer.state, acting),
        "third": (third, acting),
    }
    if other is not None and not deed.alone:
        able |= {"other": (other.name, treated), "other_state": (other.state, treated)}
    sure = [able[who] for who in telling.who if who in able]
    perhaps = [able[who[:-1]] for who in telling.who if who.endswith("?") and who[:-1] in able]
    may_miss = frozenset(name for name, _ in perhaps) - {name for name, _ in sure}
    everybody = (dict(perhaps) | dict(sure)).items()
    return {name: role for names, role in everybody for name in names.split("·")}, may_miss


def _drawn(deed: Deed, found: Material, chance: random.Random) -> tuple[Party, Party | None]:
    """A doer and another of a different state, of a pair that has to do with each other."""
    kinds = deed.who.split()
    able = [
        (one, two)
        for first, second in found.pairs
        for one in _of_state(found.parties[kinds[0]], first)
        for two in (_of_state(found.parties[kinds[1]], second) if len(kinds) > 1 else (None,))
    ]
    return chance.choice(able)


def _of_state(parties: Sequence[Party], state: str) -> list[Party]:
    return [party for party in parties if party.state == state]


def _filled(text: str, words: Mapping[str, str], verb: str, found: Material) -> str:
    def word(match: re.Match[str]) -> str:
        name, form = match.groups()
        if name in {"does", "undergoes"}:
            stem = verb if name == "does" else verb.removesuffix("하") + "되"
            return conjugated(stem, tuple(found.endings[form]))
        return with_particle(words[name], form) if form else words[name]

    return _PLACEHOLDER.sub(word, text)


def with_particle(word: str, particle: str) -> str:
    """A word with a particle in the form that it takes: 외무상 + 을, 대사 + 을 → 대사를."""
    final = final_of(word.partition("(")[0][-1])
    other = _TWO_FORMS.get(particle)
    open_end = final <= 0 or (particle == "으로" and final == _LIQUID)
    return word + (other if other is not None and open_end else particle)


def conjugated(verb: str, ending: tuple[tuple[str, str], ...]) -> str:
    """A stem with an ending: 방문+하, 었/EP 다/EF → 방문했다."""
    noun, _, light = verb.rpartition("+")
    stem = [(noun, "NNG"), (light, _TAGS[light])] if noun else [(light, "VV")]
    return str(_analyser().join([*stem, *ending]))


@cache
def _analyser() -> Kiwi:
    return Kiwi()


def _faults(case: Told, event: Record) -> str:
    """What is wrong with an event of the right type, letter by letter: fewer is nearer."""
    got = {plain(p["name"]): p["role"] for p in event["participants"]}
    want = {plain(name): role for name, role in case.people.items()}
    perhaps = set(map(plain, case.perhaps))
    faults = []
    if set(got) - perhaps != set(want) - perhaps:
        faults.append("who")
    elif any(want[name] != role for name, role in got.items()):
        faults.append("role")
    if event["status"] not in case.telling.status:
        faults.append(f"status={event['status']}")
    if case.telling.date is not None and (event["date"] or "") != case.telling.date:
        faults.append(f"date={event['date']}")
    if case.place is not None and event["place"] != case.place:
        faults.append(f"place={event['place']}")
    if event["mode"] != case.deed.mode:
        faults.append(f"mode={event['mode']}")
    if case.telling.chain is not None and tuple(event["reported_by"]) != case.telling.chain:
        faults.append(f"chain={'<'.join(event['reported_by'])}")
    return " ".join(faults)


def table(title: str, keys: Sequence[str], faulty: Sequence[bool]) -> Iterator[str]:
    """Share that is read right, the worst first."""
    all_of, bad = Counter(keys), Counter(k for k, f in zip(keys, faulty, strict=True) if f)
    yield f"{title:24} right    of"
    for key in sorted(all_of, key=lambda k: (-bad[k] / all_of[k], k)):
        share = 1 - bad[key] / all_of[key]
        yield f"{key:24} {share:5.2f} {all_of[key]:5}"


def options_of(
    arguments: Sequence[str] | None, about: str, *, draws: int, ids: str
) -> argparse.Namespace:
    """The options that all made texts take: ``draws``, ``seed``, ``match`` and ``show``."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--draws", type=int, default=draws)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--match", default="", help=f"only ids {ids} with this pattern")
    parser.add_argument("--show", action="store_true", help="print every text read wrong")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what share of the made texts is read right, by telling and by deed."""
    options = options_of(arguments, __doc__ or "", draws=DRAWS, ids="deed.telling.draw")
    cases = list(told(material(), options.draws, options.seed))
    cases = [case for case in cases if re.search(options.match, case.id)]
    read = readings_of(cases)
    faults = [wrong(case, read[case.id]) for case in cases]
    bad = [fault is not None for fault in faults]
    if options.show:
        _show(cases, faults, read)
    print("\n".join(table("telling", [c.telling.id for c in cases], bad)))
    print("\n".join(table("deed", [c.deed.id for c in cases], bad)))
    print(f"right {len(cases) - sum(bad)} of {len(cases)}")
    return 0


def _show(cases: Sequence[Told], faults: Sequence[str | None], read: Mapping[str, Record]) -> None:
    for case, fault in sorted(zip(cases, faults, strict=True), key=lambda x: x[0].telling.id):
        if fault is not None:
            events = [
                (e["type"], e["status"], e["date"], [p["name"] for p in e["participants"]])
                for e in read[case.id]["events"]
            ]
            print(f"{case.telling.id} {case.deed.id}: {fault} | {case.text} | {events}")


if __name__ == "__main__":
    sys.exit(main())
