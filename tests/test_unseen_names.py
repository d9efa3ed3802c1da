"""Names with hidden characters in them are read as a reader sees them, and the page says so."""

from __future__ import annotations

import pytest

from fuzzing.oracles import sound_article, sound_reading
from haengbo import read
from haengbo.model.article import Article, BlockKind
from haengbo.model.reading import Reading
from haengbo.model.unseen import seen

#: Put between the first two letters of every name, title, outlet and caption.
HIDDEN = ("\u202e", "\u200b", "\u2066", "\ufeff", "\xad", "\u200d")
LINES = (
    "누{0}리국 특사 도착",
    (
        "[가{0}람신문=민{0}들레 기자] 최{0}선희 북{0}한 외{0}무상이 3일 모{0}스크바에서 "
        "세{0}르게이 라{0}브로프 러{0}시아 외무{0}장관과 회{0}담했다고 "
        "조{0}선중앙통신이 4일 보도했다."
    ),
    "최 외{0}무상은 “외딴 길에서도 반{0}가움을 느낀다”고 말했다.",
)
CAPTION = "최{0}선희 외무상과 라{0}브로프 장관이 악수하고 있다. /가람신문"


def page(between: str, *, html: bool) -> str:
    title, *lines = (line.format(between) for line in LINES)
    if not html:
        return "\n".join((title, *lines))
    written = [line.replace("\u202e", "&#x202e;") for line in lines]
    figure = f"<figure><img src=a.jpg><figcaption>{CAPTION.format(between)}</figcaption></figure>"
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{figure}"
        + "".join(f"<p>{line}</p>" for line in written)
        + "</article></body></html>"
    )


def told(reading: Reading) -> object:
    """What was read, without places."""
    article = reading.article
    return (
        [(a.name, a.surfaces) for a in (*reading.actors, *reading.entities)],
        [(e.type, e.mode, e.date, e.place, e.participants) for e in reading.events],
        [(s.speaker, seen(s.span.of(article.text))) for s in reading.statements],
        [link.name for e in reading.events for link in e.chain],
        article.outlet and article.outlet.value,
        [author.value for author in article.authors],
        [(b.kind, seen(b.span.of(article.text))) for b in article.blocks],
    )


def plain_lines(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("html", [False, True], ids=["text", "html"])
@pytest.mark.parametrize("between", HIDDEN, ids=lambda c: f"U+{ord(c):04X}")
def test_it_is_read_as_it_is_seen(between: str, *, html: bool) -> None:
    reading = read(page(between, html=html), published="2025-03-05")
    plain = read(page("", html=html), published="2025-03-05")
    assert told(reading) == told(plain)
    assert any(a.name == "최선희" for a in reading.actors)
    (found,) = (f for f in reading.findings if f.code == "unseen-characters")
    assert f"U+{ord(between):04X}" in found.message
    assert not any(f.code == "unseen-characters" for f in plain.findings)
    sound_article(reading.article)
    sound_reading(reading)


def test_the_source_of_plain_text_stays_as_it_is() -> None:
    text = page("\u200b", html=False)
    reading = read(text, published="2025-03-05")
    assert reading.article.text == text
    assert plain_lines(reading.article) == text.split("\n")
    (first, *_) = (a for a in reading.actors if a.name == "최선희")
    assert first.span.of(text) == "최\u200b선희 북\u200b한 외\u200b무상"


def test_a_line_of_nothing_seen_is_furniture() -> None:
    text = page("", html=False) + "\n\u200b\n최 외무상은 돌아갔\u200b다."
    article = read(text, published="2025-03-05").article
    assert [b.kind for b in article.blocks if b.rule == "unseen:only"] == [BlockKind.BOILERPLATE]
    assert plain_lines(article) == [line for line in text.split("\n") if line]


def test_what_editors_leave_at_line_ends_is_no_news() -> None:
    reading = read(page("", html=True).replace("</p>", "\u200b</p>"), published="2025-03-05")
    assert not any(f.code == "unseen-characters" for f in reading.findings)
