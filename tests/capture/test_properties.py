"""Whatever is broken in a source is an error of that source, never a fault of ours."""

from __future__ import annotations

import contextlib
import gzip
import io
import json

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from article.documents.making import BODY, docx, hwp, hwpx, pdf
from capture.building import HTML, NEWS, opened, warc_record, zipped
from capture.test_mails import mail, mhtml
from capture.test_searches import ANSWER
from capture.test_tables import ROW, bigkinds
from haengbo.article import to_article
from haengbo.capture.web.feeds import read_feed
from haengbo.capture.web.robots import parse
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge


def _parquet() -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table({"id": ["a"], "title": ["가"], "body": [NEWS]}), out)
    return out.getvalue()


RECORD = warc_record("https://a.example/1", HTML.encode())
SOURCES = {
    "a.xlsx": bigkinds(ROW),
    "a.csv": f"일자,제목,본문\n20241102,가,{NEWS}\n".encode("cp949"),
    "a.parquet": _parquet(),
    "a.json": json.dumps(ANSWER).encode(),
    "a.zip": zipped({"a.html": HTML, "나.txt": NEWS}),
    "a.html.gz": gzip.compress(HTML.encode()),
    "a.mhtml": mhtml(),
    "a.mbox": b"From - Sat Nov  2 09:30:00 2024\n" + mail().as_bytes(),
    "a.warc": RECORD,
    "a.warc.gz": gzip.compress(RECORD),
    "a.docx": docx(),
    "a.hwpx": hwpx(),
    "a.hwp": hwp(),
    "b.hwp": hwp(flags=0),
    "a.pdf": pdf([(60, 700, 12, BODY[0])]),
}
CHANGES = st.lists(st.tuples(st.integers(0, 1 << 20), st.binary(max_size=8)), max_size=6)


@pytest.mark.parametrize("name", SOURCES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES, cut=st.one_of(st.none(), st.integers(0, 1 << 20)))
def test_broken_sources(
    name: str, changes: list[tuple[int, bytes]], cut: int | None, knowledge: Knowledge
) -> None:
    data = bytearray(SOURCES[name])
    for at, put in changes:
        place = at % len(data)
        data[place : place + len(put)] = put
    if cut is not None:
        del data[cut % len(data) :]
    pages, _ = opened(name, bytes(data))
    for page in pages:
        with contextlib.suppress(PageError):
            to_article(page, knowledge)


@given(st.one_of(st.binary(), st.text().map(str.encode)))
def test_any_bytes_as_feed_and_as_robots(data: bytes) -> None:
    read_feed(b"<rss>" + data, "https://a.example/")
    read_feed(data, "https://a.example/")
    parse(data.decode("utf-8", "replace"), "haengbo").allows("/a")
