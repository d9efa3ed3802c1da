"""What is changed by chance: own pages, tables, archives and documents, and the pack's words."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from zipfile import ZipFile

import olefile
import pyarrow as pa
from pyarrow import parquet

from article.documents.making import BODY, docx, hwp, hwpx, pdf
from article.pages import COMMENTS, FIGURE, FOOTER, RELATED, breaks, document, p_tags
from capture.building import HTML, MORE, NEWS, warc_record, zipped
from capture.test_mails import mail, mhtml
from capture.test_searches import ANSWER
from capture.test_tables import BIGKINDS, ROW, bigkinds
from haengbo.samples import pages_folder
from reading.test_properties import PIECES

_HANGUL = re.compile("[가-힣]{2,12}")
#: Tables of the pack whose words make sentences.
_TABLES = ("actors", "titles", "event_frames", "hedges", "outlets", "speech_verbs", "places")


@cache
def pieces() -> tuple[str, ...]:
    """Phrases of our own and, as many again, words of the pack."""
    pack = resources.files("haengbo.knowledge") / "korea"
    words: set[str] = set()
    for entry in sorted(pack.iterdir(), key=lambda found: found.name):
        if entry.name.partition(".")[0] in _TABLES:
            files = entry.iterdir() if entry.is_dir() else [entry]
            for file in files:
                words |= set(_HANGUL.findall(file.read_text("utf-8")))
    listed = sorted(words)
    times = ("어제", "지난달 말", "3일", "오는 28~29일", "주체113(2024)년", "올해 상반기", "12·3")
    phrases = (*PIECES, *times, NEWS, MORE, *BODY)
    return (*phrases * (len(listed) // len(phrases) + 1), *listed)


@cache
def texts() -> tuple[bytes, ...]:
    """Plain pages."""
    return tuple(path.read_bytes() for path in sorted(pages_folder().glob("*.txt")))


@cache
def web_pages() -> tuple[bytes, ...]:
    """Pages of HTML."""
    samples = [path.read_bytes() for path in sorted(pages_folder().glob("*.html"))]
    text = json.dumps({"@type": "NewsArticle", "headline": MORE, "articleBody": f"{NEWS} {MORE}"})
    linked = f'<script type="application/ld+json">{text}</script>'
    state = json.dumps({"props": {"article": {"title": MORE, "content": p_tags()}}})
    app = f'<div id="app"></div><script id="__NEXT_DATA__" type="application/json">{state}</script>'
    pushed = json.dumps([1, f"5:{state}"])
    flight = f"<script>self.__next_f.push({pushed})</script><script>window.a = {state};</script>"
    made = (
        HTML,
        document(f"<article>{FIGURE}{p_tags()}</article>{RELATED}{COMMENTS}{FOOTER}"),
        document(f"<table><tr><td>{breaks()}</td></tr></table>{FOOTER}"),
        document(f"<div id=articleBody>{p_tags('<div>{}</div>')}</div>", head=linked),
        document(app),
        document(flight),
    )
    return (*samples, *(page.encode() for page in made))


def csv_bytes() -> bytes:
    """A table as BigKinds would export it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([BIGKINDS, [ROW.get(name, "") for name in BIGKINDS]])
    return out.getvalue().encode()


def parquet_bytes() -> bytes:
    """A table of two rows."""
    out = io.BytesIO()
    rows = {"id": ["a", "b"], "title": ["가", "나"], "body": [NEWS, MORE], "date": ["20241102", ""]}
    parquet.write_table(pa.table(rows), out)
    return out.getvalue()


def jsonl_bytes() -> bytes:
    """Pages a line."""
    rows: list[dict[str, object]] = [
        {"id": "a", "text": f"{NEWS}\n{MORE}", "published": "2024-11-02", "outlet": "가람신문"},
        {"id": "b", "html": HTML, "url": "https://garam.example/1"},
        {"id": "c", "title": "누리국 특사", "text": NEWS},
    ]
    return b"\n".join(json.dumps(row).encode() for row in rows)


def json_bytes() -> bytes:
    """An answer of a news search."""
    return json.dumps(ANSWER, ensure_ascii=False).encode()


def parts_of(data: bytes) -> Mapping[str, bytes]:
    """The members of a ZIP."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


_RECORD = warc_record("https://a.example/1", HTML.encode())
_CHUNKS = b"5\r\nabcde\r\n3;x=y\r\nfgh\r\n0\r\n\r\n"
_CODED = "Content-Type: text/html\r\nContent-Encoding: gzip"
FEEDS: tuple[bytes, ...] = (
    (
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><link>/a</link>'
        b"<pubDate>Sat, 02 Nov 2024 09:30:00 +0900</pubDate></item></channel></rss>"
    ),
    (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" href="/b"/>'
        b"<updated>2024-11-02T00:00:00Z</updated></entry></feed>"
    ),
    (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/c'
        b"</loc><lastmod>2024-11-02</lastmod></url></urlset>"
    ),
    b'<opml><body><outline xmlUrl="https://a.example/rss"/></body></opml>',
    (
        b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"/></head>'
        b"<body></body></html>"
    ),
    b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 3\nSitemap: https://a.example/s.xml\n",
)
CODINGS: tuple[bytes, ...] = (
    gzip.compress(HTML.encode()),
    zlib.compress(HTML.encode()),
    _CHUNKS,
    HTML.encode(),
)
WARCS: tuple[bytes, ...] = (
    _RECORD,
    gzip.compress(_RECORD),
    warc_record("https://a.example/2", gzip.compress(HTML.encode()), headers=_CODED),
    warc_record(
        "https://a.example/3",
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML.encode()), HTML.encode()),
        headers="Content-Type: text/html\r\nTransfer-Encoding: chunked",
    ),
    _RECORD * 3,
)
MAILS: tuple[bytes, ...] = (
    mail().as_bytes(),
    mhtml(),
    b"From - Sat Nov  2 09:30:00 2024\n" + mail().as_bytes() + b"\n" + mail().as_bytes(),
)
ZIPS: tuple[bytes, ...] = (
    zipped({"a.html": HTML, "나.txt": NEWS}),
    zipped({"a.zip": zipped({"b.html": HTML}), "c.html.gz": gzip.compress(HTML.encode())}),
)
XLSX = bigkinds(ROW, ROW)
DOCX = docx()
HWPX = hwpx()
HWPS: tuple[bytes, ...] = (hwp(), hwp(flags=0))


@cache
def hwp_streams() -> Mapping[tuple[str, ...], bytes]:
    """The streams of an unpacked Hangul document, without what fills them up."""
    with olefile.OleFileIO(io.BytesIO(HWPS[1])) as file:
        found = {tuple(path): file.openstream(path).read() for path in file.listdir()}
    return {path: data.rstrip(b"\x00") + bytes(4) for path, data in found.items()}


PDF = pdf([(60, 760, 20, "누리국 협의"), (60, 700, 12, BODY[0]), (60, 680, 12, BODY[1])])
