"""What is special about an outlet's pages: where headline, text, date and byline stand.

The general way does without; a row helps where a site defeats it. Selectors are XPath
(``//div[@id="x"]``, as browsers copy it) or the plain part of CSS: ``div.news_text``,
``#content .date``. Invariant: a selector that cannot be read is a problem of the pack, named by
``haengbo knowledge check``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

_COMPOUND = re.compile(r"(?P<tag>[a-zA-Z][\w-]*)?(?P<names>(?:[.#][\w-]+)*)")
_NAME = re.compile(r"([.#])([\w-]+)")


@dataclass(frozen=True, slots=True)
class OutletPageRow:
    """Where things stand on the pages of one outlet.

    Attributes:
        id: Stable short name.
        hosts: Of its pages; a host stands for all below it.
        title: Selector of the headline.
        subtitle: Of subtitles.
        body: Of the element that holds the text.
        captions: Of captions.
        published: Of the element whose text, or ``datetime``, ``content`` or ``data-date-time``,
            is the date of publication.
        byline: Of the elements that name the reporters.
        leave_out: Of what is no part of the article.
        example: An invented page, in short.
        note: For people.
    """

    id: str
    hosts: tuple[str, ...]
    title: str | None = None
    subtitle: str | None = None
    body: str | None = None
    captions: tuple[str, ...] = ()
    published: str | None = None
    byline: str | None = None
    leave_out: tuple[str, ...] = ()
    example: str | None = None
    note: str | None = None

    @property
    def selectors(self) -> Iterator[str]:
        """All that are given."""
        single = (self.title, self.subtitle, self.body, self.published, self.byline)
        yield from (given for given in single if given)
        yield from self.captions
        yield from self.leave_out

    def is_of(self, host: str) -> bool:
        """Whether the row is for pages of a host."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)


@lru_cache(maxsize=256)
def xpath_of(selector: str) -> str:
    """A selector as XPath.

    Raises:
        ValueError: It is neither.

    Example:
        ``#content p.date`` is ``//*[@id="content"]//p[contains(…)]``.
    """
    path = selector if selector.startswith(("/", "(")) else "".join(map(_step, selector.split()))
    try:
        etree.XPath(path)
    except etree.XPathSyntaxError as error:
        raise ValueError(f"not a selector: {selector}") from error
    return path


def _step(compound: str) -> str:
    match = _COMPOUND.fullmatch(compound)
    if match is None:
        raise ValueError(f"not a selector: {compound}")
    tests = "".join(
        f'[@id="{name}"]'
        if sign == "#"
        else f'[contains(concat(" ", normalize-space(@class), " "), " {name} ")]'
        for sign, name in _NAME.findall(match["names"])
    )
    return f"//{match['tag'] or '*'}{tests}"
