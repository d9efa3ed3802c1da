"""“After A, B”: a line of time with the windows shaded, and what chance alone would give.

Places across are in per cent. The histogram has a bar for each number of A that were followed in
the shuffles, and the observed number in black.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from haengbo.analysis.sequels import Dated, Sequel
from haengbo.web.charts.density import percent
from haengbo.web.charts.spans import Days
from haengbo.web.charts.svg import element, words

_A, _B, _FOOT = 18.0, 52.0, 72.0
HEIGHT = _FOOT + 24.0
BARS_HEIGHT = 150.0
_BARS_FOOT = 118.0
_LEAST_BAR = 1.5
#: Share of the width behind which a word stands to the left of its bar's end.
_LATE = 0.9


def timeline(answer: Sequel, second: Sequence[Dated], title: str) -> Markup:
    """A above, B below; the window after each A shaded."""
    firsts = [case.first.day for case in answer.cases]
    ends = [day + dt.timedelta(days=answer.days) for day in firsts]
    span = Days.around([*firsts, *ends, *(b.day for b in second), *answer.period])
    parts = []
    for day, end in zip(firsts, ends, strict=True):
        x, wide = span.at(day), span.at(end) - span.at(day)
        parts.append(
            element("rect", class_="win", x=percent(x), width=percent(wide), y=6, height=_FOOT - 6)
        )
    parts += span.axis(_FOOT)
    parts += [element("line", class_="ax", x1=0, x2="100%", y1=y, y2=y) for y in (_A, _B)]
    for case in answer.cases:
        css = "node origin" if case.followers else "node"
        parts.append(
            element("circle", class_=css, cx=percent(span.at(case.first.day)), cy=_A, r=4.4)
        )
    inside = {b.event for case in answer.cases for b in case.followers}
    for b in second:
        css = "node origin" if b.event in inside else "node"
        parts.append(element("circle", class_=css, cx=percent(span.at(b.day)), cy=_B, r=3.6))
    return element(
        "svg",
        *parts,
        width="100%",
        height=HEIGHT,
        role="img",
        aria_label=title,
        class_="sequel-line",
    )


def histogram(answer: Sequel, title: str, here: str) -> Markup:
    """How many A were followed in the shuffles; the observed number marked with ``here``."""
    numbers = range(answer.n + 1)
    counts = dict(answer.chance)
    most = max([*counts.values(), 1])
    wide = 100 / max(1, answer.n + 1)
    parts = []
    for k in numbers:
        high = counts.get(k, 0) / most * (_BARS_FOOT - 30)
        seen = k == answer.followed
        high = max(high, _LEAST_BAR if counts.get(k) or seen else 0)
        x = percent(k * wide + wide * 0.12)
        css = "bar-seen" if seen else "sum"
        parts.append(
            element(
                "rect",
                class_=css,
                x=x,
                width=percent(wide * 0.76),
                y=_BARS_FOOT - high,
                height=high,
            )
        )
        middle = percent((k + 0.5) * wide)
        if answer.n <= 20 or k % 5 == 0 or seen:  # noqa: PLR2004 - room for every number
            css = "t-s t-b" if seen else "t-s t-faint"
            css += " fine" if answer.n > 10 and k % 5 and not seen else ""  # noqa: PLR2004 - a phone
            parts.append(words(middle, _BARS_FOOT + 15, str(k), css, "middle"))
        if seen:
            last = k > answer.n * _LATE
            at, side = (percent((k + 1) * wide), "end") if last else (middle, "middle")
            parts.append(words(at, _BARS_FOOT - high - 7, here, "t-s t-b", side))
    parts.append(element("line", class_="ax", x1=0, x2="100%", y1=_BARS_FOOT, y2=_BARS_FOOT))
    return element(
        "svg", *parts, width="100%", height=BARS_HEIGHT, role="img", aria_label=title, class_="hist"
    )
