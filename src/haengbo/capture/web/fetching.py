"""A URL → its answer, politely.

Comes in: a URL, and what an earlier answer said of its version. Goes out: an ``Answer`` or a
``FetchError``. Invariants: robots.txt is asked first; between two requests to a host lies the
pause; every redirect, by HTTP or by a page that only sends on, is checked like a URL that the user
gave; what passes is tried again, later each time; an answer that was cut off is no answer.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime

import httpx2

from haengbo.capture.decoding import TooLargeError, UnknownCodingError, decoded
from haengbo.capture.web import robots
from haengbo.capture.web.connecting import Raw, ask
from haengbo.capture.web.hops import sent_on
from haengbo.capture.web.policy import FetchError, Policy
from haengbo.capture.web.recording import Recorder

_MOVED = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_OK, _UNCHANGED, _REFUSED, _BROKEN = 200, 304, 400, 500
#: A host that failed so many addresses in a row is asked no more in this run.
_FAULTS_MOST = 3
#: Bytes at either end of a page in which it is looked for where it begins and ends.
_EDGE = 4096
#: What a page begins with; one that was cut early has only some of it.
_BEGINNING = b"<!doctype html"
_ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a URL gave.

    Attributes:
        url: After redirects.
        data: Body, unpacked; empty if nothing changed.
        charset: Declared in the header.
        captured: ISO 8601.
        etag: For the next request.
        modified: For the next request.
        unchanged: Whether it is as it was.
    """

    url: str
    data: bytes
    charset: str | None
    captured: str
    etag: str
    modified: str
    unchanged: bool


class Fetcher:
    """Asks the web, one request at a time; remembers hosts' rules and when each was asked last."""

    def __init__(self, policy: Policy | None = None, recorder: Recorder | None = None) -> None:
        self._policy = policy or Policy()
        self._recorder = recorder
        self._rules: dict[str, robots.Rules | FetchError] = {}
        self._faults: Counter[str] = Counter()
        self._turns: dict[str, float] = {}

    def fetch(self, url: str, conditions: Mapping[str, str] | None = None) -> Answer:
        """Ask for a URL.

        Args:
            url: ``http`` or ``https``.
            conditions: ``If-None-Match``, ``If-Modified-Since``.

        Raises:
            FetchError: It gives nothing, with the reason.
        """
        target = parsed_url(url)
        for _ in range(self._policy.redirects + 1):
            rules = self._rules_of(target)
            if not rules.allows(target.raw_path.decode("ascii")):
                raise FetchError("robots.txt가 허락하지 않는다")
            raw = self._patiently(target, conditions or {}, rules)
            moved = raw.header("location")
            if raw.status not in _MOVED or not moved:
                answer = self._answer(target, raw)
                moved = sent_on(answer.data) or ""
                if not moved or parsed_url(moved, target) == target:
                    return answer
            target = parsed_url(moved, target)
        raise FetchError("넘겨주기가 너무 많다")

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Sitemaps that the host of a URL names in its robots.txt.

        Raises:
            FetchError: It cannot be asked.
        """
        return self._rules_of(parsed_url(url)).sitemaps

    def _answer(self, url: httpx2.URL, raw: Raw) -> Answer:
        if raw.status not in (_OK, _UNCHANGED):
            raise FetchError(f"HTTP {raw.status}", passing=raw.status in _PASSING)
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        if self._recorder is not None and raw.status == _OK:
            self._recorder.record(str(url), now, raw)
        headers = Message()
        headers["Content-Type"] = raw.header("content-type") or "text/html"
        return Answer(
            str(url.copy_with(fragment=None)),
            self._unpacked(raw),
            headers.get_content_charset(),
            now,
            raw.header("etag"),
            raw.header("last-modified"),
            unchanged=raw.status == _UNCHANGED,
        )

    def _unpacked(self, raw: Raw) -> bytes:
        try:
            return decoded(raw.body, raw.header("content-encoding"), self._policy.limit)
        except TooLargeError as error:
            limit = self._policy.limit // 1_000_000
            raise FetchError(f"너무 큰 대답이다({limit} MB를 넘는다)") from error
        except UnknownCodingError as error:
            raise FetchError(f"풀 수 없는 압축이다: {error}") from error

    def _patiently(
        self, url: httpx2.URL, conditions: Mapping[str, str], rules: robots.Rules
    ) -> Raw:
        """Ask until an answer comes that is no passing fault; a host in trouble is let alone."""
        if self._faults[url.host] >= _FAULTS_MOST:
            raise FetchError("여러 번 이어지지 않아 이번에는 더 묻지 않는다", passing=True)
        pause = max(self._policy.pause, rules.pause or 0.0)
        if pause > self._policy.longest_pause:
            raise FetchError(f"robots.txt가 {pause:.0f}초에 한 번만 허락한다")
        before: bytes | None = None
        for attempt in range(1, self._policy.attempts + 1):
            last = attempt == self._policy.attempts
            self._await_turn(url, pause)
            wait = pause * 2**attempt
            try:
                raw = ask(url, self._headers(conditions), self._policy)
            except FetchError as error:
                if not error.passing or last:
                    self._faults[url.host] += error.passing
                    raise
            else:
                self._faults[url.host] = 0
                if not self._to_be_tried_again(raw, before, last=last):
                    return raw
                before = raw.body
                wait = max(wait, _asked_wait(raw.header("retry-after")))
            if wait > self._policy.longest_pause:
                raise FetchError(f"{wait:.0f}초 뒤에 다시 오라고 한다", passing=True)
            self._policy.sleep(wait)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def _to_be_tried_again(self, raw: Raw, before: bytes | None, *, last: bool) -> bool:
        """Whether an answer is a passing fault, or was cut off; ``before``: the one before it.

        Raises:
            FetchError: It is the last that may be asked for, and was cut off.
        """
        if raw.status == _OK and raw.body != before and self._is_cut(raw):
            # The same twice is a page that is written without its end
            if last:
                raise FetchError("대답이 끝까지 오지 않았다", passing=True)
            return True
        return raw.status in _PASSING and not last

    def _is_cut(self, raw: Raw) -> bool:
        """Whether an answer whose length nobody stated stops before the end of its page."""
        if raw.header("content-length") or raw.header("transfer-encoding"):
            return False
        data = self._unpacked(raw)
        head = data[:_EDGE].lower().lstrip()
        begun = b"<html" in head or _BEGINNING.startswith(head[: len(_BEGINNING)])
        return begun and b"</html" not in data[-_EDGE:].lower()

    def _await_turn(self, url: httpx2.URL, pause: float) -> None:
        now = self._policy.clock()
        turn = self._turns.get(url.host, now)
        if turn > now:
            self._policy.sleep(turn - now)
        self._turns[url.host] = max(turn, now) + pause

    def _headers(self, conditions: Mapping[str, str]) -> list[tuple[str, str]]:
        return [
            ("User-Agent", self._policy.agent),
            ("Accept", _ACCEPTED),
            ("Accept-Language", "ko, en;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
            ("Connection", "close"),
            *((name, value) for name, value in conditions.items() if value),
        ]

    def _rules_of(self, url: httpx2.URL) -> robots.Rules:
        """What the host of a URL asks of us; asked once."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._rules:
            try:
                self._rules[origin] = self._ask_rules(httpx2.URL(f"{origin}/robots.txt"))
            except FetchError as error:
                self._rules[origin] = error
        rules = self._rules[origin]
        if isinstance(rules, FetchError):
            raise FetchError(rules.reason, passing=rules.passing)
        return rules

    def _ask_rules(self, url: httpx2.URL) -> robots.Rules:
        """By RFC 9309: no file, everything is allowed; a host in trouble, nothing is."""
        try:
            for _ in range(self._policy.redirects + 1):
                raw = self._patiently(url, {}, robots.EVERYTHING)
                if raw.status not in _MOVED or not raw.header("location"):
                    break
                url = parsed_url(raw.header("location"), url)
            data = self._unpacked(raw)
        except FetchError as error:
            raise FetchError(f"robots.txt: {error.reason}", passing=error.passing) from error
        if raw.status >= _BROKEN:
            raise FetchError(f"robots.txt: HTTP {raw.status}", passing=True)
        if raw.status != _OK:
            return robots.EVERYTHING
        return robots.parse(data[: robots.READ].decode("utf-8", "replace"), self._policy.token)


def parsed_url(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """A URL that may be asked for, without a user's name.

    Raises:
        FetchError: It is none.
    """
    try:
        target = base.join(url) if base is not None else httpx2.URL(url.strip())
        netloc = target.netloc
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(f"주소로 읽히지 않는다: {url[:100]}") from error
    if target.scheme not in ("http", "https") or not netloc or not target.host:
        raise FetchError(f"http나 https 주소가 아니다: {url[:100]}")
    if target.userinfo:
        raise FetchError("이름과 암호가 든 주소는 열지 않는다")
    return target


def _asked_wait(text: str) -> float:
    """Seconds of Retry-After, given as seconds or as a date."""
    if text.strip().isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
        return max(0.0, (moment - dt.datetime.now(dt.UTC)).total_seconds())
    except (ValueError, TypeError, IndexError):
        return 0.0
