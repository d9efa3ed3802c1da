"""What is tried, with what, and how often: one target for each reader of something foreign.

A target makes an input from chance and tries it. Trying gives whether the input was taken; what
was refused must have been refused with an error of ours. Invariant: an input depends on nothing
but the target and the chance.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from random import Random

from article.documents.making import compound
from factory import article_of
from fuzzing import seeds
from fuzzing.mutation import ODD, changed, changed_xml, composed, encoded, repacked
from fuzzing.oracles import cleaned_well, opened_well, sound_error, sound_reading
from haengbo.article.decode import decode
from haengbo.capture import media_type_of
from haengbo.capture.decoding import TooLargeError, UnknownCodingError, dechunked, decoded
from haengbo.capture.items import Item, Wishes
from haengbo.capture.opening import pages_of
from haengbo.capture.stamps import edtf_of, iso_of
from haengbo.capture.web.feeds import read_feed
from haengbo.capture.web.robots import parse
from haengbo.errors import PageError
from haengbo.knowledge import load
from haengbo.korean.times import resolve
from haengbo.model import edtf
from haengbo.model.page import MediaType, Page
from haengbo.reader import read_article

Try = Callable[[bytes], bool]


@dataclass(frozen=True, slots=True)
class Target:
    """One reader.

    Attributes:
        name: As the campaign's table calls it.
        inputs: How many a whole campaign tries.
        make: Chance → input.
        attempt: Input → whether it was taken.
    """

    name: str
    inputs: int
    make: Callable[[Random], bytes]
    attempt: Try


_ODD = tuple(character.encode("utf-8", "surrogatepass") for character in ODD)
_MARKUP = (
    *(b"<p>", b"</div>", b"<table><tr><td>", b"<!--", b"-->", b"<script>", b"<![CDATA[", b"]]>"),
    *(
        b"&#0;",
        b"&#xD800;",
        b"&nbsp;",
        b"&lt;",
        b"<br>",
        b"<meta charset=",
        b"<title>",
        b"<a href=",
    ),
    *(
        b'" onclick="',
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
        b"&b;",
        b"<figure><img>",
        b"<base href=//>",
    ),
)
_JSON = (
    *(b"{", b"}", b"[", b"]", b'"', b":", b",", b"null", b"true", b"1e999", b"-", b"\\ud800"),
    *(b"\\u0000", b"NaN", b"Infinity", b"9" * 400, b"[" * 300, b'{"id":' * 30, b'"text":1,'),
)
_TABLE = (b",", b"\t", b";", b'"', b'""', b"\r", b"\n", b"=1+1", b"_x000D_", b"1e308", b"99999999")
_HEADERS = (
    *(b"\r\n", b"\n\n", b"Content-Length: -1\r\n", b"Content-Length: 9999999999\r\n", b"\x1f\x8b"),
    *(b"Content-Encoding: br\r\n", b"Content-Encoding: zstd\r\n", b"Content-Type: text/html\r\n"),
    *(b"Content-Transfer-Encoding: base64\r\n", b"boundary=", b"=?utf-8?B?7J2A?=", b"From a 10:00"),
    *(b"charset=utf-7", b"charset=undefined", b"charset=idna", b"filename*=utf-8''%ed%a0%80"),
)
_PDF = (b"obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"/Filter /FlateDecode", b"R")
_WORDS: dict[str, Sequence[bytes]] = {
    "markup": (*_MARKUP, *_ODD),
    "json": (*_JSON, *_ODD),
    "table": (*_TABLE, *_ODD),
    "headers": (*_HEADERS, *_ODD, *_MARKUP[:4]),
    "pdf": (*_PDF, *_ODD[:6]),
}


def _of(given: Sequence[bytes], words: str) -> Callable[[Random], bytes]:
    return lambda chance: changed(chance.choice(given), chance, _WORDS[words])


def _packed(data: bytes, words: str) -> Callable[[Random], bytes]:
    parts = seeds.parts_of(data)
    return lambda chance: repacked(parts, chance, _WORDS[words], data)


def _hangul(chance: Random) -> bytes:
    """A Hangul document whose records are changed inside, or its bytes."""
    if chance.random() < 0.3:
        return changed(chance.choice(seeds.HWPS), chance, _WORDS["table"])
    streams = dict(seeds.hwp_streams())
    path = chance.choice(list(streams))
    streams[path] = changed(streams[path], chance, _WORDS["table"])[:_STREAM_MOST]
    return compound(streams)


#: The builder has room for so much.
_STREAM_MOST = 8_000


def _feeds(chance: Random) -> bytes:
    feed = chance.choice(seeds.FEEDS)
    if chance.random() < 0.3 and feed.startswith(b"<"):
        return changed_xml(feed, chance)
    return changed(feed, chance, _WORDS["markup"])


def _open(name: str, data: bytes) -> bool:
    return opened_well(pages_of(Item(name, io.BytesIO(data)), Wishes()))


def _clean(media_type: MediaType, data: bytes) -> bool:
    return cleaned_well(Page("page", data, media_type))


def _decode(data: bytes) -> bool:
    page = Page("page", data, MediaType.HTML)
    media_type_of(data)
    try:
        found = decode(page)
    except PageError as error:
        sound_error(error)
        return False
    assert found.text is not None
    return True


_CODING_NAMES = ("gzip", "deflate", "br", "zstd", "gzip, br", "identity", "x-gzip")
_CODED_LIMIT = 2_000_000


def _uncode(data: bytes) -> bool:
    dechunked(data)
    try:
        out = decoded(data, _CODING_NAMES[len(data) % len(_CODING_NAMES)], _CODED_LIMIT)
    except (TooLargeError, UnknownCodingError):
        return False
    assert len(out) <= max(_CODED_LIMIT, len(data))
    return True


def _feed(data: bytes) -> bool:
    found = read_feed(data, "https://a.example/x/")
    rules = parse(data.decode("utf-8", "replace"), "haengbo")
    rules.allows("/a?b=c")
    if found is None:
        return False
    assert all(e.url.startswith(("http://", "https://")) for e in (*found.pages, *found.feeds))
    return True


def _times(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    found = resolve(text, anchor="2024-11-02")
    for time in found:
        assert time.span.of(text).strip()
        assert edtf.parse_or_none(time.value) is not None
    iso_of(text)
    try:
        edtf_of(text)
    except ValueError:
        return bool(found)
    return True


def _read(data: bytes) -> bool:
    """All lines are news: what lines are is tried elsewhere."""
    text = data.decode("utf-8", "replace").replace("\x00", "\ufffd")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        return False
    title = lines.pop(0) if len(lines) > 2 else None
    sound_reading(read_article(article_of(*lines, title=title), load(), reading_id="page"))
    return True


def _sentences(chance: Random) -> bytes:
    return composed(chance, seeds.pieces()).encode("utf-8", "replace")


def _dates(chance: Random) -> bytes:
    return composed(chance, _DATES, 10).encode("utf-8", "replace")


_DATES = (
    *("2024년", "11월", "30일", "지난", "오는", "이날", "전날", "다음 달", "올해", "작년 말", "초"),
    *(
        "주체113(2024)년",
        "3박 4일",
        "28~29일",
        "5개월 만에",
        "12·3",
        "오전 9시",
        "(현지시간)",
        "부터",
    ),
    *(
        "까지",
        "제20차",
        "창건 80주년",
        "2월 30일",
        "0년",
        "99999999년",
        "13월",
        "사흘",
        "보름",
        "추석",
    ),
    *(
        "2024-11-02T25:00",
        "20241102",
        "Sat, 02 Nov 2024 09:30:00 +9999",
        "1~2",
        "第",
        "상반기",
        "에",
    ),
)


def _text(chance: Random) -> bytes:
    if chance.random() < 0.4:
        return changed(chance.choice(seeds.texts()), chance, _WORDS["markup"])
    lines = (
        "관련기사",
        "댓글 3",
        "▲ 사진",
        "입력 2025.03.02 09:10",
        "민들레 기자 a@b.example",
        "(끝)",
    )
    return encoded(composed(chance, (*seeds.pieces()[:400], *lines * 8), 30), chance)


def _any(chance: Random) -> bytes:
    if chance.random() < 0.5:
        return encoded(composed(chance, seeds.pieces()[:300]), chance)
    return changed(chance.choice(seeds.web_pages()), chance, _WORDS["markup"])


@cache
def targets() -> dict[str, Target]:
    """All of them, the cheap ones most often."""
    pages, xlsx = seeds.web_pages(), seeds.XLSX
    table, lines, answer = seeds.csv_bytes(), seeds.jsonl_bytes(), seeds.json_bytes()
    made = (
        Target("decoding", 250_000, _any, _decode),
        Target("codings", 250_000, _of(seeds.CODINGS, "headers"), _uncode),
        Target("jsonl", 60_000, _of((lines,), "json"), partial(_open, "a.jsonl")),
        Target("search", 100_000, _of((answer,), "json"), partial(_open, "a.json")),
        Target("table", 150_000, _of((table,), "table"), partial(_open, "a.csv")),
        Target("xlsx", 40_000, _packed(xlsx, "markup"), partial(_open, "a.xlsx")),
        Target("parquet", 40_000, _of((seeds.parquet_bytes(),), "table"), partial(_open, "a.p")),
        Target("feeds", 200_000, _feeds, _feed),
        Target("warc", 40_000, _of(seeds.WARCS, "headers"), partial(_open, "a.warc")),
        Target("zip", 40_000, _of(seeds.ZIPS, "headers"), partial(_open, "a.zip")),
        Target("mail", 40_000, _of(seeds.MAILS, "headers"), partial(_open, "a.eml")),
        Target("html", 30_000, _of(pages, "markup"), partial(_clean, MediaType.HTML)),
        Target("text", 50_000, _text, partial(_clean, MediaType.TEXT)),
        Target("docx", 40_000, _packed(seeds.DOCX, "markup"), partial(_clean, MediaType.DOCX)),
        Target("hwpx", 40_000, _packed(seeds.HWPX, "markup"), partial(_clean, MediaType.HWPX)),
        Target("hwp", 40_000, _hangul, partial(_clean, MediaType.HWP)),
        Target("pdf", 4_000, _of((seeds.PDF,), "pdf"), partial(_clean, MediaType.PDF)),
        Target("times", 80_000, _dates, _times),
        Target("reading", 30_000, _sentences, _read),
    )
    return {target.name: target for target in made}
