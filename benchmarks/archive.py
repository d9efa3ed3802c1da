"""An archive of made-up pages read by an engine, killed in the middle, and read to its end.

One page in twenty is on the theme: a sample page with its sentences in another order, other figures
and another day; the others are of invented news about weather, sport and markets, and no two alike.
A third each lies in WARC, Parquet and JSON lines, so many pages to a file. The run is killed when a
third of the files are done, started again, and every page counted. Then the readings are put into a
ledger. Seconds by the clock and of processor time, children included.
Usage: ``python -m benchmarks.archive [--pages N] [--engine daft] [--workers N] [--ledger LEDGER]``.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from haengbo.engine import load_into
from haengbo.knowledge import load
from haengbo.ledger import Ledger
from haengbo.samples import pages_folder

_ON_THEME = 20
_TO_A_FILE = 250
_FIRST, _DAYS = date(2024, 1, 1), 730
_SUBJECTS = ("수도권", "남부 지방", "시험은행", "가나구단", "다라대학", "마바시", "사아마을")
_TOPICS = ("강수량", "집값", "경기", "입학생", "축제", "버스 노선", "도서관", "쌀값", "감기 환자")
_ENDS = ("늘었다", "줄었다", "그대로였다", "발표되었다", "시작되었다", "끝났다", "미뤄졌다")
Row = dict[str, str]


def _samples() -> list[list[str]]:
    texts = sorted(pages_folder().glob("*.txt"))
    lines = ([line for line in text.read_text("utf-8").splitlines() if line] for text in texts)
    return [found for found in lines if len(found) > 3]  # noqa: PLR2004 - a headline and a body


def _sentence(rng: random.Random) -> str:
    subject, topic, ending = (rng.choice(words) for words in (_SUBJECTS, _TOPICS, _ENDS))
    return f"{subject}의 {topic}이 {rng.randrange(10**6)} {ending}."


def pages(count: int, seed: int = 11) -> Iterator[Row]:
    """So many pages; the same for the same seed."""
    rng, samples = random.Random(seed), _samples()  # noqa: S311 - the same archive each time
    for number in range(count):
        day = (_FIRST + timedelta(days=rng.randrange(_DAYS))).isoformat()
        if number % _ON_THEME:
            body = [_sentence(rng) for _ in range(rng.randint(8, 30))]
            text = f"{body[0][:-1]} {number}\n" + " ".join(body) + "\n"
        else:
            first, *rest = rng.choice(samples)
            rng.shuffle(rest)
            text = f"{first} {number}\n" + "\n".join(rest) + "\n"
        yield {"id": f"made-{number:07d}", "text": text, "published": day, "outlet": "시험일보"}


def _jsonl(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _parquet(rows: list[Row]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), buffer)
    return buffer.getvalue()


def _warc(rows: list[Row]) -> bytes:
    out = io.BytesIO()
    for row in rows:
        title, _, text = row["text"].partition("\n")
        html = (
            f"<html><head><meta charset='utf-8'><title>{title}</title>"
            f"<meta property='article:published_time' content='{row['published']}'></head>"
            f"<body><article><h1>{title}</h1>"
            + "".join(f"<p>{line}</p>" for line in text.splitlines())
            + "</article></body></html>"
        ).encode()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: https://made.example/{row['id']}\r\n"
            f"WARC-Date: {row['published']}T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:made:{row['id']}>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        out.write(head.encode() + answer + b"\r\n\r\n")
    return out.getvalue()


_KINDS: tuple[tuple[str, Callable[[list[Row]], bytes]], ...] = (
    ("warc", _warc),
    ("parquet", _parquet),
    ("jsonl", _jsonl),
)


def make(folder: Path, count: int) -> int:
    """Write the archive; how many files it has."""
    made, number = pages(count), 0
    folder.mkdir(parents=True)
    while rows := list(islice(made, _TO_A_FILE)):
        ending, written = _KINDS[number % len(_KINDS)]
        (folder / f"{number:05d}.{ending}").write_bytes(written(rows))
        number += 1
    return number


def _command(folder: Path, out: Path, engine: str, workers: int) -> list[str]:
    read = ["read", str(folder), "--engine", engine, "--jobs", str(workers), "--to", str(out)]
    return [sys.executable, "-m", "haengbo", *read]


def killed_after(command: list[str], out: Path, files: int) -> int:
    """Start a run and kill it with its workers when so many files are done; how many then were."""
    running = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own command
    done = out / "done"
    while running.poll() is None:
        if done.is_dir() and len(list(done.glob("*.json"))) >= files:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
        time.sleep(0.2)
    return len(list(done.glob("*.json")))


def _timed(command: list[str]) -> str:
    start = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{time.perf_counter() - start:.0f} s, {worked:.0f} s of processor"


def check(out: Path, count: int) -> None:
    """Every page is there once.

    Raises:
        SystemExit: One is missing, or twice.
    """
    names: list[str] = []
    for path in (out / "readings").rglob("*.parquet"):
        names += pq.read_table(path, columns=["name"], partitioning=None)["name"].to_pylist()
    ids = sorted(name.rpartition("/")[2] for name in names)
    if ids != [f"made-{number:07d}" for number in range(count)]:
        raise SystemExit("a page is missing or twice")


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def measure(args: argparse.Namespace, folder: Path) -> None:
    """Make, read, kill, read on, count, load."""
    archive, out = folder / "archive", folder / "out"
    files = make(archive, args.pages)
    print(f"{args.pages:,} pages in {files} files, {_size(archive):.0f} MB", flush=True)
    command = _command(archive, out, args.engine, args.workers)
    start = time.perf_counter()
    done = killed_after(command, out, files // 3)
    print(f"killed after {time.perf_counter() - start:.0f} s: {done} files done", flush=True)
    print(f"the rest: {_timed(command)}", flush=True)
    check(out, args.pages)
    print(f"every page once; parts {_size(out / 'parts'):.0f} MB,", end=" ")
    print(f"readings {_size(out / 'readings'):.0f} MB", flush=True)
    knowledge = load()
    ledger = Ledger.open(args.ledger or folder / "archive.db", knowledge=knowledge)
    start, work = time.perf_counter(), time.process_time()
    load_into(ledger, str(out), knowledge)
    taken, worked = time.perf_counter() - start, time.process_time() - work
    print(f"loaded and collated: {taken:.0f} s, {worked:.0f} s of processor; {ledger.totals()}")
    ledger.close()


def main() -> None:
    """Measure in a folder that is removed, or in one that is named and kept."""
    parser = argparse.ArgumentParser(description="an archive read by an engine")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--engine", default="daft")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--ledger")
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    if args.keep:
        measure(args, args.keep)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(args, Path(folder))


if __name__ == "__main__":
    main()
