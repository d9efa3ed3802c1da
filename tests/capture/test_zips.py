"""ZIP archives and what is in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from capture.building import HTML, MORE, NEWS, opened, warc_record, zipped
from haengbo.capture import collect
from haengbo.capture.zips import wanted
from haengbo.model.page import MediaType, Page


def test_saved_pages_in_a_zip_are_the_same_pages_as_in_a_folder(tmp_path: Path) -> None:
    members: dict[str, bytes | str] = {
        "속보.html": HTML,
        "속보_files/style.css": "p {color: red}",
        "속보_files/a.png": b"\x89PNG\r\n",
        "글/첫째.txt": NEWS,
        "__MACOSX/._속보.html": b"\x00\x05\x16\x07",
        ".DS_Store": b"\x00\x00",
        "그림.png": b"\x89PNG\r\n",
    }
    for name, data in members.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    pages, errors = opened("쪽들.zip", zipped(members))
    assert [(page.name, page.stem) for page in pages] == [
        ("쪽들.zip!글/첫째.txt", "첫째"),
        ("쪽들.zip!속보.html", "속보"),
    ]
    assert [str(error) for error in errors] == ["쪽들.zip!그림.png: 글이 아니다: PNG 그림"]
    in_folder = [page for page in collect([str(tmp_path / "folder")]) if isinstance(page, Page)]
    assert {page.sha256 for page in in_folder} == {page.sha256 for page in pages}


def test_names_in_cp949_as_korean_windows_packs_them() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = "속보.txt".encode("cp949").decode("cp437")
        archive.writestr(info, NEWS)
    data = out.getvalue()
    # Written by Python the flag says UTF-8; Windows writes the bytes without it.
    raw = "속보.txt".encode("cp949")
    encoded = raw.decode("cp437").encode()
    data = data.replace(encoded, raw + b"_" * (len(encoded) - len(raw)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data = data[:at] + b"\x00\x00" + data[at + 2 :]
    pages, errors = opened("a.zip", data)
    assert errors == []
    assert pages[0].name.startswith("a.zip!속보.txt")


def test_encrypted_broken_and_huge_members_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("haengbo.capture.zips.PAGE_LIMIT", 5000)
    data = zipped({"a.txt": NEWS, "b.txt": NEWS * 2, "bomb.txt": b"0" * 6000, "c.txt": MORE})
    locked = bytearray(data)
    at = data.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    broken = bytes(locked).replace(zipped({"b.txt": NEWS * 2})[40:60], b"\xff" * 20)
    pages, errors = opened("a.zip", broken)
    assert [page.name for page in pages] == ["a.zip!c.txt"]
    reasons = {error.page: error.reason for error in errors}
    assert reasons["a.zip!a.txt"] == "암호가 걸려 있다"
    assert "풀 수 없다" in reasons["a.zip!b.txt"]
    assert "너무 큰" in reasons["a.zip!bomb.txt"]


def test_archives_in_archives_have_an_end() -> None:
    data = zipped({"쪽.txt": NEWS})
    for _ in range(5):
        data = zipped({"안.zip": data})
    pages, errors = opened("밖.zip", data)
    assert pages == []
    assert "너무 깊다" in errors[0].reason


def test_a_torn_zip_is_one_error() -> None:
    _, errors = opened("a.zip", zipped({"a.txt": NEWS})[:-10])
    assert [error.page for error in errors] == ["a.zip"]


def test_a_wacz_gives_the_pages_of_its_warcs() -> None:
    record = warc_record("https://garam.example/1", HTML.encode())
    data = zipped(
        {
            "datapackage.json": "{}",
            "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n',
            "archive/data.warc": record,
            "indexes/index.cdx": "x",
        }
    )
    pages, errors = opened("모음.wacz", data)
    assert errors == []
    assert [(p.name, p.media_type) for p in pages] == [("https://garam.example/1", MediaType.HTML)]


def test_a_folder_called_files_is_only_left_out_beside_its_page() -> None:
    names = ["a_files/1.html", "b.html", "b_files/x.html", "c/b_files/y.html"]
    assert list(wanted(names)) == ["a_files/1.html", "b.html", "c/b_files/y.html"]
