"""What the campaign found, tried again in every run; a few inputs more of each target.

The corpus is kept small by hand: one input, as short as it still shows the fault, for each fault
that was found, named for it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzzing.campaign import input_of, signature
from fuzzing.targets import targets

CORPUS = Path(__file__).parent / "corpus"
KEPT = sorted(path for path in CORPUS.rglob("*") if path.is_file())
#: Each once made something fail that should have been read, or read in part.
TAKEN = {
    *("feeds/half-pair.xml", "feeds/half-pair-by-number.xml", "table/one-broken-byte.csv"),
    *("table/bare-carriage-return.csv", "search/half-pair.json", "search/nul.json"),
    *("jsonl/names-that-steer.jsonl", "warc/nul-in-address.warc", "text/nul.txt"),
    *("pdf/half-pair-in-a-font.pdf", "pdf/paragraph-of-nothing.pdf"),
    *("text/widths-and-directions.txt", "reading/widths-inside-names"),
}
#: Inputs of each target in an ordinary run; the campaign tries a million and a half.
FEW = 12


@pytest.mark.parametrize("path", KEPT, ids=lambda path: str(path.relative_to(CORPUS)))
def test_what_once_failed(path: Path) -> None:
    taken = targets()[path.relative_to(CORPUS).parts[0]].attempt(path.read_bytes())
    if str(path.relative_to(CORPUS).as_posix()) in TAKEN:
        assert taken


def test_the_corpus_is_small_and_complete() -> None:
    assert {path.relative_to(CORPUS).as_posix() for path in KEPT} >= TAKEN
    assert sum(path.stat().st_size for path in KEPT) < 100_000


@pytest.mark.parametrize("name", targets())
def test_a_few_inputs_of_each_target(name: str) -> None:
    target = targets()[name]
    for number in range(FEW):
        target.attempt(input_of(target, 0, number))


def test_inputs_are_the_same_again() -> None:
    for target in targets().values():
        assert input_of(target, 0, 5) == input_of(target, 0, 5)


def test_faults_of_one_place_have_one_signature() -> None:
    def fault(text: str) -> str:
        try:
            int(text)
        except ValueError as error:
            return signature(error).partition(":")[0]
        return ""

    assert fault("a") == fault("b")
    assert fault("a").startswith("ValueError at ")
