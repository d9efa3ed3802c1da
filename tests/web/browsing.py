"""A visitor in Chromium, and the addresses worth visiting."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from haengbo.ledger import Ledger
from haengbo.web.places import dyad_at

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def paths(ledger: Ledger) -> dict[str, str]:
    """One address of each kind of page."""
    line = max(ledger.all_events(), key=lambda x: (len(x.event.discrepancies), x.pages))
    return {
        "chronicle": "/",
        "narrowed": "/?channel=foreign&from=2024&q=러시아",
        "chapter": "/?from=2024-06&to=2024-06",
        "pair": "/?who=김정은&who=블라디미르 푸틴",
        "nothing": "/?who=최선희&from=2023-01&to=2023-02",
        "nobody": "/?who=아무도아닌사람",
        "months": "/months",
        "event": f"/event/{line.id}",
        "article": f"/article/{line.page.name}",
        "actor": "/actor/최선희",
        "actors": "/actors",
        "statements": "/statements",
        "expectations": "/expectations",
        "pages": "/pages",
        "search": "/search?q=러시아",
        "search nothing": "/search?q=뚱딴지같은낱말",
        "search empty": "/search",
        "calendar": "/expectations/calendar",
        "records": "/expectations/records",
        "expectation": f"/expectation/{next(iter(ledger.all_expectations())).id}",
        "tour": "/?tour=1",
        "since": "/since?at=2000-01-01",
        "import": "/import",
        "wording": "/wording",
        "word": "/wording?word=핵심이익&who=김정은",
        "no word": "/wording?word=뚱딴지",
        "compare": "/wording/compare?who=김정은",
        "compare none": "/wording/compare",
        "sequels": "/sequels?a=who:최선희&b=channel:summit",
        "sequels empty": "/sequels",
        "network": "/network",
        "network of one": "/network?kind=state&who=러시아",
        "dyad": f"{dyad_at('북한', '러시아')}?at=2024",
        "dyads": "/dyad",
        "channel": "/channel/foreign",
        "channels": "/channel",
        "queue": "/queue",
        "decisions": "/decisions",
        "missing": "/event/e0000000",
    }


class Visit:
    """A page with what went wrong on it."""

    def __init__(
        self, browser: Browser, address: str, width: int, lang: str = "ko", theme: str = "light"
    ) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        choices = {"haengbo-lang": lang, "haengbo-theme": theme}
        context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in choices.items()]
        )
        self.page: Page = context.new_page()
        self.address = address
        self.wrong: list[str] = []
        self.outside: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)

    def _heard(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.wrong.append(getattr(message, "text", ""))

    def _asked(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.address, "data:")):
            self.outside.append(url)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def fits(self) -> bool:
        """Whether nothing scrolls sideways."""
        width = self.page.evaluate("document.documentElement.clientWidth")
        return int(self.page.evaluate("document.documentElement.scrollWidth")) <= int(width)

    def check(self) -> None:
        """Nothing failed, nothing came from elsewhere, nothing scrolls sideways."""
        assert self.wrong == []
        assert self.outside == []
        assert self.fits(), self.page.url

    def close(self) -> None:
        self.page.context.close()


#: Opens a visit of a width, language and theme; closes it after the test.
Visiting = Callable[..., Visit]
