"""An archive of made-up pages read and collated by an engine, killed twice, and run to its end.

One page in twenty is on the theme: one to seven pages tell a meeting of one of 30 people of the
North with one of 8 of two states, each in other sentences and with other news beside it; every
tenth is a reprint. The others are of invented news about weather, sport and
markets, and no two alike. A third each lies in WARC, Parquet and JSON lines, so many pages to a
file. The run is killed when a third of the files are read, and again in the middle of collating;
then it is run to its end and every page counted. The readings are put into a ledger with their
events, and into another that collates them itself: both must export the same bytes. Seconds by the
clock and of processor time, children included.
Usage: ``python -m benchmarks.archive [--pages N] [--engine daft] [--workers N] [--ledger LEDGER]``.
"""

from __future__ import annotations

import argparse
import hashlib
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
from itertools import islice, repeat
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from haengbo.engine import load_into
from haengbo.export import Subject, Wanted, format_for
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger

_ON_THEME = 20
_TO_A_FILE = 250
_FIRST, _DAYS = date(2024, 1, 1), 730
_SUBJECTS = ("수도권", "남부 지방", "시험은행", "가나구단", "다라대학", "마바시", "사아마을")
_TOPICS = ("강수량", "집값", "경기", "입학생", "축제", "버스 노선", "도서관", "쌀값", "감기 환자")
_ENDS = ("늘었다", "줄었다", "그대로였다", "발표되었다", "시작되었다", "끝났다", "미뤄졌다")
_FAMILIES, _GIVEN = ("홍", "민", "추", "방", "설", "탁"), ("가람", "서백", "두리", "노을", "보라")
_ABROAD = (
    *(
        ("러시아", f"{name} {family}")
        for name in ("이반", "표트르")
        for family in ("가상로프", "시험스키")
    ),
    *(
        ("라오스", f"{name} {family}")
        for name in ("솜차이", "캄펭")
        for family in ("시험폰", "가상봉")
    ),
)
_OFFICES = ("외무상", "외무성 부상", "대외경제상", "국방상", "문화상")
_GUESTS = ("외무장관", "외무차관", "국방장관", "문화장관", "경제장관")
_PLACES = ("평양", "모스크바", "비엔티안")
_TELLING = (
    "{us}이 {day}일 {place}에서 {them}과 회담했다.",
    "{them}이 {day}일 {place}에서 {us}을 만나 회담했다고 통신이 전했다.",
    "{us}과 {them}의 회담이 {day}일 {place}에서 열렸다.",
    "{us}이 {day}일 {place}에서 {them}을 접견했다.",
)
_OUTLETS = tuple(f"시험{n}일보" for n in range(12))
#: Which part of collating is done when it is killed: about the middle of its stages.
_KILLED_IN = "reports"
_REPRINTED = 0.1
Row = dict[str, str]


def _sentence(rng: random.Random) -> str:
    subject, topic, ending = (rng.choice(words) for words in (_SUBJECTS, _TOPICS, _ENDS))
    return f"{subject}의 {topic}이 {rng.randrange(10**6)} {ending}."


def _beside(rng: random.Random, least: int, most: int) -> str:
    return " ".join(_sentence(rng) for _ in range(rng.randint(least, most)))


def _happening(rng: random.Random) -> Iterator[tuple[str, str, str, str]]:
    """Day, outlet, headline and body of each page that tells it."""
    day = _FIRST + timedelta(days=rng.randrange(_DAYS))
    north = rng.choice(_FAMILIES) + rng.choice(_GIVEN)
    state, guest = rng.choice(_ABROAD)
    office, other = rng.choice(_OFFICES), rng.choice(_GUESTS)
    who = {"us": f"{north} 북한 {office}", "them": f"{guest} {state} {other}"}
    where, body = rng.choice(_PLACES), ""
    for _ in range(min(7, int(rng.expovariate(1)) + 1)):
        told = rng.choice(_TELLING).format(day=day.day, place=where, **who)
        if not body or rng.random() >= _REPRINTED:
            body = f"{told} {_beside(rng, 10, 20)}"
        published = day + timedelta(days=rng.randint(0, 1))
        yield published.isoformat(), rng.choice(_OUTLETS), f"{north}, {guest}과 회담", body


def pages(count: int, seed: int = 11) -> Iterator[Row]:
    """So many pages; the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - the same archive each time
    told = (page for _ in repeat(None) for page in _happening(rng))
    for number in range(count):
        if number % _ON_THEME:
            day = (_FIRST + timedelta(days=rng.randrange(_DAYS))).isoformat()
            outlet, title, body = "시험일보", _sentence(rng)[:-1], _beside(rng, 8, 30)
        else:
            day, outlet, title, body = next(told)
        text = f"{title} {number}\n{body}\n"
        yield {"id": f"made-{number:07d}", "text": text, "published": day, "outlet": outlet}


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
    return [sys.executable, "-m", "haengbo", *read, "--collate"]


def killed_when(command: list[str], reached: Callable[[], bool]) -> float:
    """Start a run and kill it with its workers when something is reached; after how many seconds.

    Raises:
        SystemExit: It ended before.
    """
    start = time.perf_counter()
    running = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own command
    while running.poll() is None:
        if reached():
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            return time.perf_counter() - start
        time.sleep(0.1)
    raise SystemExit("the run ended before it was killed")


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


def _exported(ledger: Ledger) -> list[str]:
    """Hashes of what is exported of a ledger."""
    found = []
    for subject in (Subject.EVENTS, Subject.COPIES):
        pieces = format_for("jsonl", subject).write(Wanted(ledger, subject))
        found.append(hashlib.sha256(b"".join(pieces)).hexdigest())
    return found


def _loaded(location: str | Path, out: Path, knowledge: Knowledge) -> list[str]:
    ledger = Ledger.open(location, knowledge=knowledge)
    start, work = time.perf_counter(), time.process_time()
    load_into(ledger, str(out), knowledge)
    taken, worked = time.perf_counter() - start, time.process_time() - work
    print(f"loaded: {taken:.0f} s, {worked:.0f} s of processor; {ledger.totals()}", flush=True)
    exported = _exported(ledger)
    ledger.close()
    return exported


def compare(args: argparse.Namespace, folder: Path, out: Path) -> None:
    """Load twice: with the events that were gathered, and without.

    Raises:
        SystemExit: The two ledgers differ.
    """
    knowledge = load()
    mine = _loaded(args.ledger or folder / "gathered.db", out, knowledge)
    (out / "collated.json").unlink()
    print("and collated by the ledger itself:", end=" ")
    if _loaded(folder / "itself.db", out, knowledge) != mine:
        raise SystemExit("the two ledgers do not export the same")
    print("both export the same bytes of events and copies")


def measure(args: argparse.Namespace, folder: Path) -> None:
    """Make, read, kill, read on, collate, kill, collate on, count, load, compare."""
    archive, out = folder / "archive", folder / "out"
    files = make(archive, args.pages)
    print(f"{args.pages:,} pages in {files} files, {_size(archive):.0f} MB", flush=True)
    command = _command(archive, out, args.engine, args.workers)
    took = killed_when(command, lambda: len(list(out.glob("done/*.json"))) >= files // 3)
    print(f"killed after {took:.0f} s: {len(list(out.glob('done/*.json')))} files read", flush=True)
    took = killed_when(command, lambda: any(out.glob(f"collation/*/{_KILLED_IN}/[!_]*")))
    done = len(list(out.glob("collation/*/*/[!_]*")))
    print(f"killed after {took:.0f} s: {done} pieces of collation done", flush=True)
    print(f"the rest: {_timed(command)}", flush=True)
    check(out, args.pages)
    print("every page once")
    for name in ("parts", "readings", "events", "relations", "copies"):
        print(f"  {name} {_size(out / name):.1f} MB", flush=True)
    (out / "collated.json").unlink()
    print(f"collated alone, from the readings: {_timed(command)}", flush=True)
    compare(args, folder, out)


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
