"""A server that misbehaves at random, runs that are killed at random: nothing is left out."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from capture.web.serving import Handler, Reply, answer, page, policy, raw, serving
from haengbo.capture import collect
from haengbo.capture.web import Fetcher, Recorder, Visits, Watch
from haengbo.model.page import Page

PAGES, RUNS = 12, 25


def moody(text: str, dice: random.Random) -> Reply:
    """The page, if the server is in the mood; else one of many faults."""
    faults: list[Reply] = [
        answer(503, Retry_After="1"),
        answer(429),
        answer(500, b"<html>oops"),
        raw(b""),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<p>cut"),
        raw(b"SSH-2.0-nonsense\r\n"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    ]
    good = page(text, ETag=f'"{hash(text)}"')

    def reply(handler: Handler) -> None:
        (good if dice.random() < 0.5 else dice.choice(faults))(handler)

    return reply


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_all_pages_come_once(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    texts = {f"/{n}": f"<p>누리국 특사가 {n}일 평양에 도착했다.</p>" for n in range(1, PAGES + 1)}
    got: Counter[str] = Counter()
    with serving() as server:
        server.replies |= {path: moody(text, dice) for path, text in texts.items()}
        urls = "".join(f"<url><loc>{server.url(path)}</loc></url>" for path in texts)
        server.replies["/map.xml"] = answer(200, f"<urlset>{urls}</urlset>".encode())
        for _ in range(RUNS):
            # Each run is a process of its own: only the file of visits goes on
            visits = Visits(tmp_path / "visits")
            watch = Watch(Fetcher(policy(), Recorder(tmp_path / "warc")), visits)
            for item in watch.feeds([server.url("/map.xml")]):
                if isinstance(item, Page):
                    got[item.data.decode()] += 1
                if dice.random() < 0.1:
                    break
                watch.keep()
            watch.close()
            if set(got) == set(texts.values()):
                break
        assert set(got) == set(texts.values()), "nothing is left out"
        assert all(count <= 2 for count in got.values()), "only what was being read when killed"
        assert len(server.asked) < 3 * 3 * PAGES * RUNS
    kept = {
        item.data.decode() for item in collect([str(tmp_path / "warc")]) if isinstance(item, Page)
    }
    assert kept == set(texts.values()), "and the archive has it all"
