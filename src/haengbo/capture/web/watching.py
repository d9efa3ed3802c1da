"""Feeds and addresses → pages that are new since the last time.

Comes in: addresses of feeds, sitemaps, lists of feeds, pages. Goes out: pages one by one. A page
that a feed lists is asked for once, and again when the feed says that it changed. Invariant: what
was not finished (killed, limit reached, host in trouble, an answer cut off) is taken up by the next
run; nothing counts as finished before ``keep`` says that it is stored. What a feed may have listed
and dropped again between two runs is said, not passed over.
"""

from __future__ import annotations

import io
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urlsplit

from haengbo.capture.items import Item, Wishes
from haengbo.capture.opening import pages_of
from haengbo.capture.web.feeds import Entry, Found, read_feed
from haengbo.capture.web.fetching import Answer, Fetcher
from haengbo.capture.web.parts import other_parts
from haengbo.capture.web.policy import FetchError
from haengbo.capture.web.visits import Listing, Visit, Visits
from haengbo.errors import PageError, PassedError
from haengbo.model.page import Known, Page

#: A list of feeds, an index of sitemaps, a sitemap.
_DEPTH = 3
#: Older pages of a feed that are asked for when it does not reach back to what it listed last.
_OLDER_PAGES = 20

Pages = Iterator[Page | PageError]
#: Pages, and in the end whether nothing was left for the next run.
Taken = Generator[Page | PageError, None, bool]


class Watch:
    """Takes what is new; remembers what it took."""

    def __init__(
        self,
        fetcher: Fetcher | None = None,
        visits: Visits | None = None,
        *,
        known: Known | None = None,
        limit: int | None = None,
    ) -> None:
        """Prepare.

        Args:
            fetcher: Asks.
            visits: Remembers; in memory only, if not given.
            known: What the user states about every page.
            limit: New pages of one run.
        """
        self._fetcher = fetcher or Fetcher()
        self._visits = visits or Visits()
        self._known = known or Known()
        self._left = limit
        self._tried: set[str] = set()

    def keep(self) -> None:
        """Remember for the next run what was handed over so far: it is stored.

        Raises:
            UsageError: The file of visits cannot be written.
        """
        self._visits.keep()

    def close(self) -> None:
        """Forget what was not kept, and close the file of visits."""
        self._visits.close()

    def pages(self, urls: Iterable[str]) -> Pages:
        """Pages at addresses that the user gives."""
        for url in urls:
            yield from self._page(Entry(url))

    def feeds(self, seeds: Iterable[str]) -> Pages:
        """New pages of feeds; a seed is an address or the path of an OPML file.

        At the end those that earlier runs could not have and that no feed lists any more.
        """
        owed = self._visits.owed()
        for seed in seeds:
            path = Path(seed)
            if seed.startswith(("http://", "https://")):
                yield from self._feed(Entry(seed), _DEPTH)
            elif path.is_file():
                found = read_feed(path.read_bytes(), path.resolve().as_uri())
                yield from self._listed(found, seed, _DEPTH)
            else:
                yield PageError(seed, "주소도 OPML 파일도 아니다")
        for url, stamp in owed:
            if url not in self._tried and self._left != 0:
                self._visits.owe(url, stamp)
                yield from self._page(Entry(url, stamp))

    def _feed(self, feed: Entry, depth: int) -> Pages:
        before = self._visits.get(feed.url)
        if before is not None and feed.stamp and before.stamp == feed.stamp:
            return
        try:
            answer = self._fetcher.fetch(feed.url, before.conditions if before else None)
        except FetchError as error:
            yield PageError(feed.url, error.reason)
            return
        if answer.unchanged:
            self._visits.still(feed.url, answer.captured)
            return
        found = read_feed(answer.data, answer.url)
        if found is None and (named := self._fetcher.sitemaps(answer.url)):
            found = Found(feeds=tuple(Entry(url) for url in named if url != feed.url))
        if found is not None and found.pages and not found.cut:
            found = yield from self._reaching(found, feed.url, answer.captured)
        finished = yield from self._listed(found, feed.url, depth)
        if finished:
            self._visits.put(feed.url, Visit(answer.etag, answer.modified, feed.stamp))

    def _reaching(
        self, found: Found, feed: str, now: str
    ) -> Generator[Page | PageError, None, Found]:
        """What a feed lists, with its older pages if without them it has a gap; says a gap.

        Args:
            found: A whole listing with pages.
            feed: Its address.
            now: When it was asked for.
        """
        before = self._visits.listing(feed)
        present = Listing(now, frozenset(entry.url for entry in found.pages))
        if before is not None and not before.urls & present.urls:
            found, reached = self._with_older(found, before.urls)
            if not reached:
                yield PassedError(
                    feed,
                    f"{before.looked}에 실린 {len(before.urls)}쪽이 {now}에는 하나도 없다. "
                    "그 사이에 실렸다가 내려간 쪽이 있었다면 보지 못했다. 더 자주 살펴야 한다",
                )
        self._visits.put_listing(feed, present)
        return found

    def _with_older(self, found: Found, known: frozenset[str]) -> tuple[Found, bool]:
        """A listing and its older pages, back to one with something known; whether one has."""
        asked: set[str] = set()
        pages, older = found.pages, found.older
        while older and older not in asked and len(asked) < _OLDER_PAGES:
            asked.add(older)
            try:
                answer = self._fetcher.fetch(older)
            except FetchError:
                break
            part = read_feed(answer.data, answer.url)
            if part is None:
                break
            pages, older = (*pages, *part.pages), part.older
            if known & {entry.url for entry in part.pages}:
                return replace(found, pages=pages), True
        return replace(found, pages=pages), False

    def _listed(self, found: Found | None, name: str, depth: int) -> Taken:
        """Everything a feed lists.

        Returns:
            Whether nothing was left for the next run.
        """
        if found is None or depth == 0:
            yield PageError(name, "피드도 사이트맵도 OPML도 아니다")
            return False
        finished = not found.cut
        if found.cut:
            yield PageError(name, "끝까지 오지 않은 피드다. 읽힌 데까지만 들인다")
        new = [entry for entry in found.pages if self._is_new(entry)]
        for entry in new:
            self._visits.owe(entry.url, entry.stamp)
        for entry in by_turns(new):
            if self._left == 0:
                return False
            done = yield from self._page(entry)
            finished = finished and done
        for feed in found.feeds:
            yield from self._feed(feed, depth - 1)
        return finished and not found.feeds

    def _is_new(self, entry: Entry) -> bool:
        before = self._visits.get(entry.url)
        return before is None or before.stamp != entry.stamp

    def _page(self, entry: Entry, *, alone: bool = False) -> Taken:
        """The page at an address, and unless ``alone`` the other parts of its article.

        Returns:
            Whether it need not be asked for again until it changes.
        """
        before = self._visits.get(entry.url)
        self._tried.add(entry.url)
        try:
            answer = self._fetcher.fetch(entry.url, before.conditions if before else None)
        except FetchError as error:
            yield PageError(entry.url, error.reason)
            if not error.passing:
                self._visits.put(entry.url, Visit(stamp=entry.stamp))
            return not error.passing
        if not answer.unchanged:
            self._left = None if self._left is None else self._left - 1
            yield from self._opened(answer)
            if not alone:
                for part in other_parts(answer.data, answer.url):
                    yield from self._page(Entry(part, entry.stamp), alone=True)
        old = before or Visit()
        etag, modified = answer.etag, answer.modified
        if answer.unchanged:
            etag, modified = etag or old.etag, modified or old.modified
        self._visits.put(entry.url, Visit(etag, modified, entry.stamp))
        return True

    def _opened(self, answer: Answer) -> Pages:
        known = Known(self._known.published, self._known.outlet, answer.url)
        item = Item(answer.url, io.BytesIO(answer.data), known, answer.charset, answer.captured)
        yield from pages_of(item, Wishes())


def by_turns(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries with hosts taking turns, so that the pause of one is spent with the others."""
    hosts: dict[str, list[Entry]] = {}
    for entry in entries:
        hosts.setdefault(urlsplit(entry.url).netloc, []).append(entry)
    for turn in zip_longest(*hosts.values()):
        yield from (entry for entry in turn if entry is not None)
