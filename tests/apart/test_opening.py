"""What is opened may hang, fill up or die, and takes no other file with it."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from apart import sickness
from capture.building import HTML, xlsx, zipped
from haengbo.apart import Limits, Opening
from haengbo.capture import collect
from haengbo.errors import PageError
from haengbo.model.page import Page

LIMITS = Limits(20.0, 600)


def told(found: list[Page | PageError]) -> list[str]:
    return [str(one) if isinstance(one, PageError) else one.name for one in found]


@pytest.mark.parametrize(
    ("sick", "why"),
    [
        ("segfault", "1쪽 뒤를 열던 프로세스가 죽었다(SIGSEGV)"),
        ("eat", "1쪽 뒤를 메모리 600 MB 안에 열지 못했다"),
        ("hang", "1쪽 뒤를 2초 안에 열지 못했다"),
        ("spin", "1쪽 뒤를 2초 안에 열지 못했다"),
    ],
)
def test_a_sick_file_takes_no_other_with_it(tmp_path: Path, sick: str, why: str) -> None:
    for name, lines in (("a", "one"), ("b", f"two {sick} three"), ("c", "four")):
        (tmp_path / name).write_bytes(b"PAR1" + lines.encode())
    seconds = 2.0 if sick in {"hang", "spin"} else 20.0
    with Opening(Limits(seconds, 600), sickness.pages) as opener:
        found = told(list(collect([str(tmp_path)], opener=opener)))
    assert found == ["a!one", "b!two", f"b: {why}", "c!four"]


def test_the_answers_are_those_of_opening_here(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"1.html": HTML, "2.txt": "", "3": "{"}))
    (tmp_path / "b.csv").write_text("id,text\n1,가나다\n", "utf-8")
    (tmp_path / "c.html").write_text(HTML, "utf-8")
    (tmp_path / "d.xlsx").write_bytes(xlsx([["id", "text"], ["1", "가나다라"]]))
    with Opening(LIMITS) as opener:
        apart = list(collect([str(tmp_path)], opener=opener))
    here = list(collect([str(tmp_path)]))
    assert told(apart) == told(here)
    assert [p.data for p in apart if isinstance(p, Page)] == [
        p.data for p in here if isinstance(p, Page)
    ]


def test_what_is_one_page_or_a_small_table_starts_no_process(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "1", "text": "가나다"}\n', "utf-8")
    before = multiprocessing.active_children()
    with Opening(LIMITS) as opener:
        assert len(list(collect([str(tmp_path)], opener=opener))) == 2
        assert multiprocessing.active_children() == before


@pytest.mark.parametrize("depth", [5, 40])
def test_nested_archives_and_bombs_end_in_time(tmp_path: Path, depth: int) -> None:
    data = zipped({"bomb.html": b"<p>" + b" " * 30_000_000})
    for _ in range(depth):
        data = zipped({"in.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    with Opening(LIMITS) as opener:
        found = list(collect([str(tmp_path)], opener=opener))
    assert [type(one) for one in found] == [PageError]


def test_a_line_of_a_hundred_megabytes_is_named(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(100):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n{"id": "2", "text": "abc"}\n')
    with Opening(LIMITS) as opener:
        found = list(collect([str(tmp_path)], opener=opener))
    assert [type(one) for one in found] == [PageError, Page]
