"""Every page of the site in both languages: no words of the interface in the other one.

Korean on the English site is named as Korean (``lang``): a quotation, a name or a title of the
ledger. Latin words on the Korean site are names of formats, what a user types, or the ledger's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from haengbo.ledger import Ledger
from haengbo.web.language import catalogue
from web.every_page import ADMIN, EMPTY, Every
from web.markup import nodes, parsed

WEB = Path(__file__).parents[2] / "src" / "haengbo" / "web"
_HANGUL = re.compile("[가-힣]+(?: +[가-힣]+)*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_RULE = re.compile('"rule": "([^"]+)"')
#: Words of the addresses that are looked for, which the ledger does not have.
ASKED = ("뚱딴지같은낱말", "아무도아닌사람")
_PLACE = re.compile(r"%\(\w+\)s")
_READ_OUT = ("title", "aria-label", "placeholder", "alt", "data-done", "data-y", "data-c", "data-x")
#: What is typed or quoted as it stands, whatever the language.
_AS_IT_STANDS = {"code", "kbd", "script", "style", "textarea"}
#: Names of formats, of languages and of the program.
_FORMATS = {
    *("CSV", "SVG", "PNG", "JSON", "BibTeX", "CSL", "CSL-JSON", "ICS", "HTML", "URL", "PLOVER"),
    *("BigKinds", "English", "haengbo", "demo", "API", "ZIP", "MHTML", "SingleFile", "WARC"),
    *("WACZ", "EML", "mbox", "PDF", "HWP", "HWPX", "DOCX", "XLSX", "Parquet", "JSONL", "Atom"),
    *("NAVER", "http", "https", "Esc", "Enter", "Tab"),
    # Filters as they are typed
    *("who", "after", "before", "type", "mode", "channel", "status", "robots", "txt"),
    *("visit", "MOBILIZE", "event", "UTC", "reader", "editor", "admin"),
}


@cache
def _labels(lang: str) -> frozenset[str]:
    tables = yaml.safe_load((WEB / "labels.yaml").read_text("utf-8"))
    return frozenset(words[lang] for table in tables.values() for words in table.values())


@cache
def _interface(lang: str) -> re.Pattern[str]:
    """A text that is nothing but words of the interface in a language."""
    said = catalogue().keys() if lang == "ko" else catalogue().values()
    words = {*said, *_labels(lang)}
    parts = [[re.escape(part) for part in _PLACE.split(word)] for word in words]
    # What is hardly more than its values would be found everywhere
    ways = [".{0,40}?".join(part) for part in parts if max(map(len, part)) > 1]
    return re.compile("|".join(f"(?:{way})" for way in ways))


def pieces(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every text that is read or read out, with its language."""
    for node in nodes(page, "//*"):
        if not isinstance(node.tag, str):
            continue
        lang = language_of(node)
        if node.tag not in _AS_IT_STANDS and node.text:
            yield lang, node.text
        parent = node.getparent()
        if node.tail and parent is not None and parent.tag not in _AS_IT_STANDS:
            yield language_of(parent), node.tail
        for name in _READ_OUT:
            if node.get(name):
                yield lang, node.get(name) or ""


def language_of(node: HtmlElement) -> str:
    """Of the nearest element that names one."""
    return next(iter(node.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")


def foreign(page: HtmlElement, lang: str, data: str) -> list[str]:
    """Texts of the interface that are in the other language."""
    return [
        text.strip()
        for named, text in pieces(page)
        if named == lang and (_korean(text, data) if lang == "en" else _english(text, data))
    ]


def _korean(text: str, data: str) -> bool:
    """Whether Korean stands in a text that says it is English, and is not only the ledger's."""
    runs = _HANGUL.findall(text)
    whole = re.sub(r"[\d\s:·,.()]+", "", text)
    own = bool(whole) and _interface("ko").fullmatch(text.strip(" :·,.()0123456789")) is not None
    return own or any(run not in data for run in runs)


def _english(text: str, data: str) -> bool:
    words = [word for word in _LATIN.findall(text) if word not in _FORMATS]
    return any(word not in data for word in words) or (
        bool(words) and _interface("en").fullmatch(text.strip()) is not None
    )


def data_of(ledger: Ledger) -> str:
    """All that the ledger's pages say, are called and are by."""
    readings = [detail.reading for detail in ledger.all_articles()]
    texts = [reading.article.text for reading in readings]
    refs = [hit.page for hit in ledger.pages(size=500).items]
    said = [f"{r.name} {r.outlet} {r.wire} {r.title} {r.url}" for r in refs]
    names = [actor.name for actor in ledger.actors(size=2000)]
    events = [f"{x.id} {x.event.label_ko} {' '.join(x.event.voices)}" for x in ledger.all_events()]
    read = json.dumps([reading.to_dict() for reading in readings], ensure_ascii=False)
    rules = _RULE.findall(read) + [m.rule for reading in readings for m in reading.mentions]
    return "\n".join([*texts, *said, *names, *events, *rules, ADMIN, *ASKED, "testclient"])


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_no_page_has_words_of_the_other_language(
    every_client: tuple[TestClient, Every], lang: str
) -> None:
    client, every = every_client
    data = data_of(every.app.state.ledger)
    client.cookies.set("haengbo-lang", lang)
    wrong = {}
    for name, path in every.paths.items():
        page = parsed(client.get(path).text)
        assert page.get("lang") == lang, path
        if found := foreign(page, lang, data):
            wrong[name] = sorted(set(found))
    assert wrong == {}


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_nor_has_an_empty_ledger(empty_client: TestClient, lang: str) -> None:
    wrong = {}
    for path in EMPTY:
        page = parsed(empty_client.get(path, headers={"cookie": f"haengbo-lang={lang}"}).text)
        if found := foreign(page, lang, "러시아"):
            wrong[path] = sorted(set(found))
    assert wrong == {}


@pytest.mark.parametrize(
    ("markup", "lang", "expected", "why"),
    [
        ("<p>사건 <b>12</b></p>", "en", 1, "a word of the interface"),
        ("<p lang='ko'>사건</p>", "en", 0, "named as Korean"),
        ("<a title='모두 보기'>x</a>", "en", 1, "read out only"),
        ("<p>Events</p>", "ko", 1, "a word of the interface"),
        ("<p>쪽 s21-women.html</p>", "ko", 0, "of the ledger"),
        ("<p><a>CSV</a> <kbd>Enter</kbd></p>", "ko", 0, "formats and keys"),
    ],
)
def test_the_crawl_itself(markup: str, lang: str, expected: int, why: str) -> None:
    page = parsed(f"<html lang='{lang}'><body>{markup}</body></html>")
    assert len(foreign(page, lang, "s21-women.html")) == expected, why
