"""How fast the search box answers on a large made-up ledger.

The ledger is that of ``benchmarks.annals`` with three differences: its people are those of the
pack, so that they have English names; every page names a state of the pack in southern or northern
spelling; and words stand in the index as the analyser takes them apart when they are asked for.
What is typed is drawn at random, of common words more; milliseconds by the clock, in brackets of
processor time; and how many found anything.
Usage: ``python -m benchmarks.search [--pages N] [--keep FILE.db | --ledger URL]``.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from benchmarks.annals import World, fill, said_of
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.ledger import Ledger
from haengbo.ledger.words import SearchWords
from haengbo.web.app import create_app

_ASKED = 60
_NOTHING = re.compile(r'class="(?:state|entry-none)')


class Spelled(World):
    """A world whose people and states are those of the pack."""

    def __init__(self, seed: int, known: Knowledge) -> None:
        super().__init__(seed, known)
        rows = [row for row in gazetteer(known).rows if isinstance(row, ActorRow)]
        self.english = {row.name: row.en for row in rows if row.kind == "person" and row.en}
        spelled = {row.name: row.kp for row in rows if row.kind == "state" and row.kp}
        self.spellings = sorted({*spelled, *spelled.values()})
        names = dict(zip(sorted(self.states), sorted(self.english), strict=False))
        self.states = {names.get(name, name): state for name, state in self.states.items()}
        self.sides = tuple(
            ([names.get(name, name) for name in side], often) for side, often in self.sides
        )
        search = SearchWords(known)
        every = (*self.words, *self.states, *self.spellings)
        self._indexed = {word: search.of_query(word) for word in every}

    def indexed(self, words: Sequence[str]) -> tuple[str, ...]:
        """What the analyser makes of these words."""
        return tuple(part for word in words for part in self._indexed.get(word, (word,)))

    def text(self) -> list[str]:
        """Words of a page; the fourth is a state."""
        words = super().text()
        return [*words[:3], self.rng.choice(self.spellings), *words[3:]]


def typed(world: Spelled) -> dict[str, list[str]]:
    """What is typed into the search box, by kind."""
    rng = world.rng
    texts = [[w for w in world.text() if w not in world.spellings] for _ in range(_ASKED)]
    people = [pair for _ in range(_ASKED) if (pair := world.pair())]
    english = [world.english[a] for a, _ in people if a in world.english]
    return {
        "a word": [words[0] for words in texts],
        "two words": [f"{words[0]} {words[1]}" for words in texts],
        "two names": [" ".join(pair) for pair in people],
        "northern or southern spelling": [rng.choice(world.spellings) for _ in range(_ASKED)],
        "an English name": english,
        "a phrase": [f'"{words[0]} {words[1]}"' for words in texts],
        "a name and a phrase": [
            f'{a} "{words[0]}"' for (a, _), words in zip(people, texts, strict=True)
        ],
        "who: type: after:": [
            f"who:{a} type:CONSULT after:{rng.randint(2002, 2024)}-06" for a, _ in people
        ],
        "who: and a word": [
            f"who:{b} {words[0]}" for (_, b), words in zip(people, texts, strict=True)
        ],
    }


def ask(location: str, asked: dict[str, list[str]]) -> None:
    """Type everything once and print how long the answer took."""
    with TestClient(create_app(location, alone=True)) as client:
        for path in ("/", "/search?q=시험"):
            client.get(path)
        for kind, texts in asked.items():
            taken: list[float] = []
            worked: list[float] = []
            found = 0
            for text in texts:
                start, work = time.perf_counter(), time.process_time()
                answer = client.get(f"/search?{urlencode({'q': text})}")
                taken.append(1000 * (time.perf_counter() - start))
                worked.append(1000 * (time.process_time() - work))
                answer.raise_for_status()
                found += _NOTHING.search(answer.text) is None
            print(f"{said_of(kind, taken, worked)}  found {found} of {len(texts)}", flush=True)


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description="the search box on a large ledger")
    parser.add_argument("--pages", type=int, default=200_000)
    parser.add_argument("--keep", type=Path, help="file to make, or to ask if it is there")
    parser.add_argument("--ledger", help="an empty ledger's SQLAlchemy URL, instead of a file")
    args = parser.parse_args()
    known = load()
    world = Spelled(7, known)
    with tempfile.TemporaryDirectory() as folder:
        location = args.ledger or str(args.keep or Path(folder) / "search.db")
        ledger = Ledger.open(location, knowledge=known)
        if not ledger.totals().pages:
            fill(ledger, world, args.pages)
        totals = ledger.totals()
        print(f"{totals.pages:,} pages, {totals.events:,} events, {totals.statements:,} statements")
        ledger.close()
        ask(location, typed(world))


if __name__ == "__main__":
    main()
