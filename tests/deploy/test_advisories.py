"""The question for advisories, put to an index on this machine."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from scripts import advisories

ANSWERS = {
    "/sound/1.0/json": {"vulnerabilities": []},
    "/weak/2.0/json": {
        "vulnerabilities": [
            {
                "id": "PYSEC-1",
                "aliases": ["CVE-1"],
                "fixed_in": ["2.1"],
                "summary": "Reads\ntoo far",
            },
            {"id": "PYSEC-2", "fixed_in": [], "summary": "x", "withdrawn": "2025-01-01"},
        ]
    },
    "/odd/1.0/json": ["something else"],
}


class _Index(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = ANSWERS.get(self.path)
        self.send_response(404 if answer is None else 200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def index() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Index) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("libraries", "code", "said", "why"),
    [
        ({"sound": "1.0"}, 0, "1 libraries, 0 advisories, 0 not told of", "nothing known"),
        ({"weak": "2.0"}, 1, "weak 2.0: PYSEC-1, CVE-1; mended in 2.1: Reads too far", "one"),
        ({"none": "1.0"}, 2, "0 advisories, 1 not told of", "no such release"),
        ({"odd": "1.0"}, 2, "0 advisories, 1 not told of", "another answer"),
        ({"none": "1.0", "weak": "2.0"}, 1, "1 advisories, 1 not told of", "both"),
    ],
)
def test_what_is_told(
    index: str,
    libraries: dict[str, str],
    code: int,
    said: str,
    why: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(advisories, "installed", lambda: libraries)
    monkeypatch.setattr(sys, "argv", ["advisories", "--index", f"{index}/"])
    assert advisories.main() == code, why
    assert said in capsys.readouterr().out, why


def test_an_index_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(advisories, "installed", lambda: {"sound": "1.0"})
    monkeypatch.setattr(sys, "argv", ["advisories", "--index", "http://127.0.0.1:1"])
    assert advisories.main() == 2
    assert "not told of sound 1.0" in capsys.readouterr().err


def test_libraries_that_are_installed_are_asked_for() -> None:
    found = advisories.installed()
    assert "sqlalchemy" in found
    assert "haengbo" not in found
