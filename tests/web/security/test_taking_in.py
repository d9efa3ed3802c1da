"""What is taken in: no name leaves its folder, no address leads to private machines."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from capture.web.serving import Server, page, serving
from haengbo.web.app import create_app
from haengbo.web.routes.imports import file_name
from web.posting import copy_of


@pytest.fixture
def own(sample_location: str, tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(copy_of(sample_location, tmp_path))) as client:
        yield client


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.replies["/1"] = page("<p>누리국 특사가 왔다.</p>")
        yield running


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("../../etc/passwd", "up and away"),
        ("..\\..\\windows\\system32\\a.html", "the same on Windows"),
        ("/etc/passwd", "from the root"),
        ("C:\\a.html", "from a drive"),
        ("..", "the folder above"),
        ("a/../../b", "through the middle"),
        ("\x00/etc/passwd\x00.html", "a name that ends early"),
        ("con\r\nx: y.html", "lines"),
        ("." * 500, "dots"),
        ("가" * 5000 + ".html", "longer than a file system takes"),
        ("", "no name"),
        (None, "none at all"),
    ],
)
def test_a_name_stays_in_its_folder(given: str | None, why: str, tmp_path: Path) -> None:
    name = file_name(given, 1)
    assert name, why
    assert (tmp_path / name).resolve().parent == tmp_path.resolve(), why
    assert not set(name) & set('/\\:*?"<>|\x00\r\n'), why
    assert len(name) <= 120, why


def finished(client: TestClient, **fields: str) -> str:
    """The page of an import when it is over."""
    form = {"token": client.get("/import").text.partition('name="token" value="')[2][:64]}
    answer = client.post("/import", data=form | fields, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    for _ in range(400):
        if 'data-ended="0"' not in client.get(answer.headers["location"] + "?part=1").text:
            break
        time.sleep(0.05)
    return client.get(answer.headers["location"] + ".csv").text


def test_addresses_of_this_machine_are_not_asked(own: TestClient, server: Server) -> None:
    port = server.url("/").rsplit(":", 1)[1].strip("/")
    addresses = "\n".join(
        [
            server.url("/1"),
            f"http://localhost:{port}/1",
            f"http://[::ffff:127.0.0.1]:{port}/1",
            f"http://2130706433:{port}/1",
            f"http://0x7f.1:{port}/1",
            f"http://0.0.0.0:{port}/1",
            "http://169.254.169.254/latest/meta-data/",
        ]
    )
    lines = finished(own, addresses=addresses).splitlines()[1:]
    assert len(lines) == 7
    assert all(",failed," in line for line in lines), lines
    assert server.asked == []


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://x.example/", "gopher://x", "/etc/passwd", "data:,x"]
)
def test_other_kinds_of_addresses_are_refused(own: TestClient, address: str) -> None:
    form = {"token": own.get("/import").text.partition('name="token" value="')[2][:64]}
    answer = own.post("/import", data=form | {"addresses": address}, follow_redirects=False)
    assert answer.status_code == 422
