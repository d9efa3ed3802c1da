"""People at a team's site: readers who follow its links, editors who decide, by forms and by keys.

Comes in: the address of a site, who logs in. Goes out: what they met with, in a ``Tally``.
Invariant: whatever is not as it should be is counted and the visitor goes on.
"""

from __future__ import annotations

import asyncio
import html
import random
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import httpx2

from campaigns.load.tally import Acknowledged, Tally

#: Seconds that a visitor waits for an answer.
PATIENCE = 120.0
_TOKEN = re.compile(r'name="token" value="([0-9a-f]+)"')
_DONE = re.compile(r"[?&]done=(\d+)")
_LINK = re.compile(r'href="(/(?:event|article|actor)/[^"#]+|/\?from=[^"#]+)"')
_NO_PAGE = re.compile(r"\.(?:svg|png|json|csv|bib|ics)(?:\?|$)")
_MOST_LINKS = 300
_OK, _CREATED, _SEE_OTHER, _GONE, _CONFLICT, _REFUSED = 200, 201, 303, 404, 409, 422
_WORDS = ("회담", "모스크바", "곡물", "평양", "외무상", "수해", "철도", "방문", "협력", "중국")
#: How often readers go where, in a hundred.
_WAYS = {
    "chronicle": 14,
    "month": 12,
    "event": 22,
    "article": 16,
    "actor": 10,
    "search": 10,
    "API events": 8,
    "API event": 4,
    "statements": 2,
    "expectations": 2,
}
#: Beginning of an address → what kind of page it is.
_KINDS = {"/event/": "event", "/article/": "article", "/actor/": "actor", "/?from": "month"}
_FIXED = {
    "chronicle": "/",
    "statements": "/statements",
    "expectations": "/expectations",
    "API events": "/api/v1/events?limit=50",
}


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser.

    Attributes:
        name: Of the account.
        client: The browser.
        tally: What is met with.
        dice: Decides where to go.
        links: Kind of page → addresses that were seen.
    """

    name: str
    client: httpx2.AsyncClient
    tally: Tally
    dice: random.Random
    links: dict[str, list[str]] = field(default_factory=dict)

    async def enter(self, password: str) -> None:
        """Log in by the form."""
        form = await self.client.get("/login")
        fields = {"token": token_in(form.text), "name": self.name, "password": password}
        answer = await self.client.post("/login", data=fields)
        if answer.status_code != _SEE_OTHER:
            self.tally.failures[f"log in: {answer.status_code}"] += 1

    async def ask(self, route: str, path: str) -> httpx2.Response | None:
        """A page, by whatever redirects lead to it; ``None`` if there is none."""
        begun = time.perf_counter()
        try:
            answer = await self.client.get(path, follow_redirects=True)
        except httpx2.HTTPError as error:
            self.tally.failures[f"{route}: {type(error).__name__}"] += 1
            return None
        self.tally.took(route, 1000 * (time.perf_counter() - begun))
        if answer.status_code == _GONE and route in {"event", "API event", "form"}:
            # It was on a list that was shown before somebody made it one with another
            self.tally.gone += 1
            return None
        if answer.status_code != _OK or answer.url.path == "/login":
            self.tally.failures[f"{route}: {answer.status_code} {answer.url.path}"] += 1
            return None
        return answer

    async def step(self) -> None:
        """One page more."""
        route = self.dice.choices(list(_WAYS), list(_WAYS.values()))[0]
        answer = await self.ask(route, self._path(route))
        if answer is not None and "html" in answer.headers.get("content-type", ""):
            self._see(answer.text)

    def _path(self, route: str) -> str:
        if route in _FIXED:
            return _FIXED[route]
        if route == "search":
            return f"/search?q={self.dice.choice(_WORDS)}"
        seen = self.links.get("event" if route == "API event" else route)
        if not seen:
            return "/"
        path = self.dice.choice(seen)
        return f"/api/v1/events/{path.rpartition('/')[2]}" if route == "API event" else path

    def _see(self, text: str) -> None:
        for path in map(html.unescape, _LINK.findall(text)):
            kind = next(k for beginning, k in _KINDS.items() if path.startswith(beginning))
            if not _NO_PAGE.search(path):
                self.links.setdefault(kind, []).append(path.partition("?done")[0])
        self.links = {kind: seen[-_MOST_LINKS:] for kind, seen in self.links.items()}


class Editor(Visitor):
    """Somebody who decides."""

    async def decide(self, events: Mapping[str, str], key: str) -> None:
        """One decision, by a form of the site or with a program's key.

        Args:
            events: Ids of events, each with a page that reports it.
            key: Of a program that may write.
        """
        why = f"{self.name} {len(self.tally.sent)} {self.dice.random()}"
        event, other = self.dice.sample(sorted(events), 2)
        if self.dice.random() < 0.3:  # noqa: PLR2004 - three in ten
            await self._by_key(_wish(self.dice, event, other, why), key)
        else:
            await self._by_form(event, why)

    async def _by_form(self, event: str, why: str) -> None:
        page = await self.ask("form", f"/event/{event}")
        if page is None:
            return
        kind = self.dice.choices(("note", "tag", "confirm", "correct", "undo"), (4, 2, 2, 2, 1))[0]
        mine = [done.number for done in self.tally.acknowledged if done.who == self.name]
        given = {"token": token_in(page.text), "event": event, "why": why, "value": why[:40]}
        if kind == "correct":
            given |= {"field": "place", "value": self.dice.choice(("평양", "원산", "라선"))}
        if kind == "undo":
            if not mine:
                return
            given["decision"] = str(self.dice.choice(mine))
        self.tally.sent.add(why)
        answer = await self._sent(f"/decide/{kind}", data=given)
        if answer is None:
            return
        done = _DONE.search(answer.headers.get("location", ""))
        if answer.status_code == _SEE_OTHER and done:
            self.tally.acknowledged.append(Acknowledged(int(done[1]), self.name, why))
        else:
            self._not_done(f"decide {kind}", answer)

    async def _by_key(self, wish: dict[str, str], key: str) -> None:
        headers = {"Authorization": f"Bearer {key}"}
        self.tally.sent.add(wish["why"])
        answer = await self._sent("/api/v1/decisions", json=wish, headers=headers)
        if answer is None:
            return
        if answer.status_code == _CREATED:
            number = int(answer.json()["decision"])
            self.tally.acknowledged.append(Acknowledged(number, self.name, wish["why"]))
        else:
            self._not_done(f"decide {wish['kind']}", answer)

    async def _sent(self, path: str, **content: object) -> httpx2.Response | None:
        begun = time.perf_counter()
        try:
            answer = await self.client.post(path, **content)  # type: ignore[arg-type]
        except httpx2.HTTPError as error:
            self.tally.failures[f"{path}: {type(error).__name__}"] += 1
            return None
        self.tally.took("decision", 1000 * (time.perf_counter() - begun))
        return answer

    def _not_done(self, what: str, answer: httpx2.Response) -> None:
        if answer.status_code in (_CONFLICT, _REFUSED):
            self.tally.refused += 1
        else:
            self.tally.failures[f"{what}: {answer.status_code}"] += 1


def _wish(dice: random.Random, event: str, other: str, why: str) -> dict[str, str]:
    if dice.random() < 0.2:  # noqa: PLR2004 - one in five
        return {"kind": "merge", "event": event, "other": other, "why": why}
    return {"kind": dice.choice(("note", "tag")), "event": event, "text": why[:40], "why": why}


def token_in(text: str) -> str:
    """What a form of a page carries; empty if it has none."""
    found = _TOKEN.search(text)
    return found[1] if found else ""


async def events_in(client: httpx2.AsyncClient) -> dict[str, str]:
    """Present events, each with a page that reports it."""
    answer = await client.get("/events.json")
    return {e["event"]: e["reports"][0]["page"] for e in answer.json() if e["reports"]}


def browsers(address: str, names: Iterable[str]) -> dict[str, httpx2.AsyncClient]:
    """A browser for each, with cookies of its own."""
    return {name: httpx2.AsyncClient(base_url=address, timeout=PATIENCE) for name in names}


async def pausing(dice: random.Random, mean: float) -> None:
    """Look at a page for a while: ``mean`` seconds, now shorter, now longer."""
    if mean:
        await asyncio.sleep(dice.expovariate(1 / mean))
