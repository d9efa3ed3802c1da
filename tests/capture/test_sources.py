"""Files, folders, standard input and JSONL → pages or one clear error each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from haengbo.capture import collect
from haengbo.errors import PageError
from haengbo.model.page import Known, MediaType, Page

NEWS = "누리국 특사가 3일 평양에 도착했다고 가람통신이 보도했다."


def outcome(sources: list[str], **options: object) -> list[tuple[str, str]]:
    """Names, with the reason for those that are no page."""
    return [
        (item.page, item.reason) if isinstance(item, PageError) else (item.name, "")
        for item in collect(sources, **options)  # type: ignore[arg-type]
    ]


def test_folders_are_read_in_order_of_paths_and_names_are_relative(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/10.txt", ".git/config", "a/.hidden"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(NEWS, "utf-8")
    assert outcome([str(tmp_path)]) == [("a/10.txt", ""), ("a/2.html", ""), ("b.txt", "")]


def test_a_file_is_named_by_its_file_name_and_keeps_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbf" + NEWS.encode() + b"\r\n")
    (page,) = collect([str(path)])
    assert isinstance(page, Page)
    assert (page.name, page.data) == ("page.txt", path.read_bytes())


def test_standard_input_is_a_page_with_what_is_known() -> None:
    known = Known(published="2025-03-04", outlet="가람신문")
    (page,) = collect(["-"], known=known, stdin=NEWS.encode())
    assert isinstance(page, Page)
    assert (page.name, page.known, page.media_type) == ("stdin", known, MediaType.TEXT)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "빈 파일"),
        ("blank.txt", b" \n\t\n", "빈 파일"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        ("pages.zip", b"PK\x03\x04\x14\x00", "ZIP"),
        ("data.bin", bytes(range(256)) * 8, "이진 자료"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_text_is_one_error(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(NEWS, "utf-8")
    results = dict(outcome([str(tmp_path)]))
    assert results["good.txt"] == ""
    assert reason in results[name]


def test_of_a_file_above_the_limit_no_more_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.html"
    path.write_text(NEWS * 10_000, "utf-8")
    monkeypatch.setattr("haengbo.capture.opening.PAGE_LIMIT", 100_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert "너무 큰" in outcome([str(path)])[0][1]


def test_what_is_not_there_is_named_as_given() -> None:
    assert outcome(["no/such/page.txt"]) == [("no/such/page.txt", "그런 파일이나 폴더가 없다")]


def test_jsonl_states_what_is_known_and_bad_lines_are_named(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a1", "text": NEWS, "published": "2025-03-04", "outlet": "가람신문"}),
        "",
        "{not json",
        json.dumps({"id": "a2"}),
        json.dumps(["a", "list"]),
        json.dumps({"id": "a3", "html": f"<p>{NEWS}</p>", "url": "https://garam.example/1"}),
        json.dumps({"text": NEWS}),
        json.dumps({"id": "a4", "text": {"no": "string"}}),
        json.dumps({"id": 5, "text": "  "}),
    ]
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    pages = list(collect([str(path)], known=Known(outlet="새솔일보")))
    names = [item.page if isinstance(item, PageError) else item.name for item in pages]
    assert names == [
        "a1",
        "pages.jsonl:3",
        "pages.jsonl:4",
        "pages.jsonl:5",
        "a3",
        "pages.jsonl:7",
        "pages.jsonl:8",
        "5",
    ]
    first, html = pages[0], pages[4]
    assert isinstance(first, Page)
    assert first.known == Known(published="2025-03-04", outlet="가람신문")
    assert isinstance(html, Page)
    assert html.media_type is MediaType.HTML
    assert html.known == Known(outlet="새솔일보", url="https://garam.example/1")


def test_jsonl_in_another_encoding_is_one_error_per_line(tmp_path: Path) -> None:
    path = tmp_path / "pages.jsonl"
    path.write_bytes('{"text": "누리국"}'.encode("cp949") + b"\n")
    assert outcome([str(path)]) == [("pages.jsonl:1", "줄이 UTF-8이 아니다")]
