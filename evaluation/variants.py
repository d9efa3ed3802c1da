"""``python -m evaluation.variants``: pages kept apart, changed in one respect, beside themselves.

What should not matter to a reader must not matter to a reading: how verbs end, how quotations are
marked, whether compounds are written together, whether the pack knows who somebody is and which
state it is about. Each variant changes the open text pages and their gold alike
(``data/variants.yaml``); both are read and scored with the project's own scorer, on the same pages.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evaluation.corpora import Corpus, heldout, read_corpus
from haengbo.evaluation.score import load_records
from haengbo.evaluation.tally import Tally
from haengbo.korean.syllables import final_of

DATA = Path(__file__).parent / "data" / "variants.yaml"
Record = dict[str, Any]
Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
#: A page and its gold, changed; ``None`` where there is nothing on it to change.
Change = Callable[[str, Record], tuple[str, Record] | None]
#: What is printed of each variant.
SHOWN = (
    *("events", "actors", "roles", "times", "statements+speaker", "indirect+speaker", "chains"),
    *("events.participants", "events.place", "events.date"),
)
_GIVEN, _SHORTEST_FAMILY = 3, 3
_REFERENCES = frozenset({"id", "occasion", "key"})
_KOREAN = re.compile(f"[가-힣]{{{_GIVEN}}}")


@dataclass(frozen=True, slots=True)
class Edit:
    """One place of a page and what stands there instead."""

    start: int
    end: int
    text: str


def respelt(edits_of: Callable[[str], Iterator[Edit]]) -> Change:
    """A change of spelling: strings of the gold change as the places of the page they copy do."""

    def change(page: str, gold: Record) -> tuple[str, Record] | None:
        edits = sorted(edits_of(page), key=lambda edit: edit.start)
        if not edits:
            return None

        def copied(text: str) -> str:
            at = page.find(text) if text else -1
            return text if at < 0 else _edited(page, at, at + len(text), edits)

        return _edited(page, 0, len(page), edits), _changed(gold, copied)

    return change


def renamed(names_of: Callable[[str, Record], Mapping[str, str]]) -> Change:
    """A change of names: wherever one stands, on the page or in the gold, stands the other."""

    def change(page: str, gold: Record) -> tuple[str, Record] | None:
        names = names_of(page, gold)
        if not names:
            return None
        words = sorted(names, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, words)))

        def other(text: str) -> str:
            return pattern.sub(lambda match: names[match.group()], text)

        return other(page), _changed(gold, other)

    return change


def _edited(page: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """A stretch of a page with the edits that lie in it."""
    out, at = [], start
    for edit in edits:
        if edit.start >= at and edit.end <= end:
            out += [page[at : edit.start], edit.text]
            at = edit.end
    return "".join([*out, page[at:end]])


def _mapped(value: Json, change: Callable[[str], str]) -> Json:
    """The same value with every string in it changed, names of fields apart."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_mapped(item, change) for item in value]
    if isinstance(value, dict):
        return _changed(value, change)
    return value


def _changed(record: Mapping[str, Json], change: Callable[[str], str]) -> Record:
    """The same record, whose references to other items stay."""
    return {k: v if k in _REFERENCES else _mapped(v, change) for k, v in record.items()}


def _matches(pattern: re.Pattern[str], other: Callable[[str], str]) -> Change:
    def edits(page: str) -> Iterator[Edit]:
        for match in pattern.finditer(page):
            yield Edit(match.start(), match.end(), other(match.group()))

    return respelt(edits)


def _any_of(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _joined(rows: Mapping[str, Sequence[str]]) -> Change:
    """외교장관 회담 → 외교장관회담, 러시아 외무부 → 러시아외무부."""
    office = rf"(?:{_any_of(rows['states'])}) (?:{_any_of(rows['offices'])})"
    pattern = re.compile(rf"{_any_of(rows['phrases'])}|{office}")
    return _matches(pattern, lambda words: words.replace(" ", ""))


def _ends_alike(name: str, other: str) -> bool:
    """Both take 은, or both 는."""
    return (final_of(name[-1]) > 0) == (final_of(other[-1]) > 0)


def _strangers(rows: Mapping[str, Sequence[str]]) -> Callable[[str, Record], Mapping[str, str]]:
    """Another given name for Koreans, another family name for others; one for each of a page."""

    def names_of(page: str, gold: Record) -> Mapping[str, str]:
        chance = random.Random(gold["id"])  # noqa: S311 - a draw that repeats, no secret
        names: dict[str, str] = {}
        for actor in gold["actors"]:
            name = actor["name"]
            korean = _KOREAN.fullmatch(name) is not None
            old = name if korean else name.rpartition(" ")[2]
            whole = korean or (" " in name and len(old) >= _SHORTEST_FAMILY)
            if actor["kind"] != "person" or not whole or old not in page or old in names:
                continue
            drawn = [f"{old[0]}{g}" for g in rows["given"]] if korean else rows["foreign"]
            fresh = [n for n in drawn if n not in names.values() and n not in page]
            able = [n for n in fresh if _ends_alike(old, n)]
            if able:
                names[old] = chance.choice(able)
        return names

    return names_of


def _elsewhere(rows: Sequence[Mapping[str, Any]]) -> Callable[[str, Record], Mapping[str, str]]:
    """Another state and its capital, where the page names it in no other way."""

    def names_of(page: str, gold: Record) -> Mapping[str, str]:
        names: dict[str, str] = {}
        told = page + json.dumps(gold, ensure_ascii=False)
        for row in rows:
            if row["state"] in page and not any(word in told for word in row["kept_by"]):
                names |= {row["state"]: row["other"], row["capital"]: row["other_capital"]}
        return names

    return names_of


def variants(path: Path = DATA) -> dict[str, Change]:
    """Every variant by name, as the data tell."""
    rows = yaml.safe_load(path.read_text("utf-8"))
    ends, marks = rows["spoken"], rows["straight"]
    spoken = re.compile(rf"(?:{_any_of(list(ends))})(?=[.”\"\n]|\Z)")
    return {
        "spoken": _matches(spoken, lambda end: str(ends[end])),
        "straight": _matches(re.compile(_any_of(list(marks))), lambda mark: str(marks[mark])),
        "joined": _joined(rows["joined"]),
        "strangers": renamed(_strangers(rows["strangers"])),
        "elsewhere": renamed(_elsewhere(rows["elsewhere"])),
    }


def pages_of(corpus: Corpus) -> dict[str, tuple[str, Record]]:
    """Text pages of a corpus with their gold, by id."""
    gold = load_records(corpus.gold)
    return {
        path.stem: (path.read_bytes().decode("utf-8"), dict(gold[path.stem]))
        for path in sorted(corpus.pages.glob("*.txt"))
    }


def scored(pages: Mapping[str, tuple[str, Record]]) -> Tally:
    """What a reading of these pages is worth against this gold."""
    with tempfile.TemporaryDirectory() as folder:
        texts, gold = Path(folder) / "pages", Path(folder) / "gold"
        texts.mkdir()
        gold.mkdir()
        for name, (page, record) in pages.items():
            (texts / f"{name}.txt").write_bytes(page.encode())
            record_text = json.dumps(record, ensure_ascii=False)
            (gold / f"{name}.json").write_text(record_text, "utf-8")
        return read_corpus(Corpus("variant", texts, gold, apart=True))


def row(name: str, pages: int, before: Tally, after: Tally) -> str:
    """A line of the table: each figure of the pages unchanged → changed."""
    old, new = before.figures(), after.figures()
    cells = (f"{old.get(key, 0.0):.3f} → {new.get(key, 0.0):.3f}" for key in SHOWN)
    return f"| {name} | {pages} | {' | '.join(cells)} |"


def main() -> int:
    """Print the table, a line for each variant (or for those named)."""
    pages = pages_of(heldout()[0])
    print(f"| variant | pages | {' | '.join(SHOWN)} |")
    print("|---" * (len(SHOWN) + 2) + "|")
    for name, change in variants().items():
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        changed = {i: new for i, page in pages.items() if (new := change(*page)) is not None}
        before = scored({i: pages[i] for i in changed})
        print(row(name, len(changed), before, scored(changed)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
