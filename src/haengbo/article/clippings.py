"""A clipping's bytes → text, blocks, metadata and what to know about it.

Comes in: what a table or an index gives of an article. Goes out: ``Content`` and findings.
Invariant: what the list calls the text is the text: only captions, bylines and furniture that
themselves say so are set apart; a text that the list cut is marked.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.article.cues import Cues
from haengbo.article.layout import Line, Verdict, arrange
from haengbo.article.metadata import Metadata
from haengbo.article.paragraphs import compose
from haengbo.article.recover import Content
from haengbo.errors import PageError
from haengbo.model.article import BlockKind, Finding
from haengbo.model.clipping import Clipping
from haengbo.model.page import Page
from haengbo.model.unseen import seen, telling

_TITLE = Verdict(BlockKind.TITLE, "clipping:title")
_BODY = Verdict(BlockKind.BODY, "clipping:body")
#: Verdicts that rest on the place in a page; a clipping has no menus above and below its text.
_BY_PLACE = ("above-title", "above-body:short", "below", "subtitle:below-title")


def read_clipping(page: Page, cues: Cues) -> tuple[Content, tuple[Finding, ...]]:
    """The article of a clipping.

    Raises:
        PageError: The bytes are no clipping.
    """
    try:
        clipping = Clipping.of_bytes(page.data)
    except ValueError as error:
        raise PageError(page.name, "오려 낸 기사로 읽히지 않는다") from error
    text, blocks = compose(_parts(clipping, cues))
    metadata = Metadata(
        headline=clipping.title or None,
        outlets=((clipping.outlet, "clipping:outlet"),) if clipping.outlet else (),
        published=((clipping.published, "clipping:published"),) if clipping.published else (),
        authors=clipping.authors,
        url=clipping.url,
    )
    unseen = telling(f"{clipping.title}\n{clipping.body}")
    return Content(text, blocks, metadata, unseen), tuple(_findings(clipping))


def _parts(clipping: Clipping, cues: Cues) -> Iterator[tuple[str, Verdict, str | None]]:
    title = " ".join(seen(clipping.title).split())
    lines = [" ".join(line.split()) for line in seen(clipping.body).splitlines()]
    given = [Line(line) for line in lines if line]
    if title:
        given.insert(0, Line(title, BlockKind.TITLE))
        yield title, _TITLE, None
    verdicts = arrange(given, cues)
    skipped = 1 if title else 0
    for line, verdict in zip(given[skipped:], verdicts[skipped:], strict=True):
        yield line.text, _of_text(verdict), None


def _of_text(verdict: Verdict) -> Verdict:
    if verdict.kind is BlockKind.TITLE or verdict.rule in _BY_PLACE:
        return _BODY
    return _BODY if verdict.rule.startswith("plain") else verdict


def _findings(clipping: Clipping) -> Iterator[Finding]:
    if clipping.cut:
        yield Finding("body-cut", "본문의 첫머리만 있다. 나머지는 기사 원문에서 보아야 한다.")
    if clipping.left_out:
        message = f"자료를 준 곳에서 분석에서 뺀 기사이다({clipping.left_out})."
        yield Finding("left-out-by-source", message)
