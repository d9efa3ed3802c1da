"""Classes of confidence → a picture: what was said against what was right, as SVG.

Comes in: by series (open pages, closed pages) the classes with their counts. Goes out: one SVG
text; a point on the diagonal says what it is worth, one beneath it promises too much.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

#: Class, what is said, the share right, items.
Row = tuple[str, float, float, int]

#: The axes begin here: what is found is seldom worse than right every other time.
LOW = 0.5
SIZE, LEFT, TOP = 320, 48, 16
INK = ("#1B1C1F", "#CB6D1A", "#0E656B")
STYLE = "text{font:12px Pretendard,'Noto Sans KR',sans-serif;fill:#505257}"


def _at(share: float) -> float:
    return round((max(share, LOW) - LOW) / (1 - LOW) * SIZE, 1)


def _axes() -> Iterator[str]:
    for step in range(int(LOW * 10), 11):
        share = step / 10
        x, y = LEFT + _at(share), TOP + SIZE - _at(share)
        yield f'<path d="M{x} {TOP}V{TOP + SIZE}M{LEFT} {y}H{LEFT + SIZE}" stroke="#DDDBD3"/>'
        yield f'<text x="{x}" y="{TOP + SIZE + 18}" text-anchor="middle">{share:.1f}</text>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{share:.1f}</text>'
    yield f'<path d="M{LEFT} {TOP + SIZE}L{LEFT + SIZE} {TOP}" stroke="#838589"/>'
    yield f'<text x="{LEFT + SIZE / 2}" y="{TOP + SIZE + 38}" text-anchor="middle">말한 확신</text>'
    yield f'<text x="{LEFT + 6}" y="{TOP + 14}">맞은 몫</text>'


def drawn(series: Mapping[str, Sequence[Row]]) -> str:
    """The picture; a larger disc stands for more items, the number beside it says how many."""
    marks = list(_axes())
    for place, (name, rows) in enumerate(series.items()):
        ink = INK[place % len(INK)]
        for _, said, right, n in rows:
            x, y = LEFT + _at(said), TOP + SIZE - _at(right)
            radius = min(3 + n**0.5 / 4, 12)
            marks.append(f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="{ink}" opacity="0.7"/>')
            down = y + 4 if place == 0 else y + radius + 12
            left = f'x="{x - radius - 3:.1f}" text-anchor="end"'
            where = left if place == 0 else f'x="{x}" text-anchor="middle"'
            marks.append(f'<text {where} y="{down:.1f}">{n}</text>')
        y = TOP + SIZE - 14 - 18 * place
        marks.append(f'<circle cx="{LEFT + 220}" cy="{y - 4}" r="5" fill="{ink}" opacity="0.7"/>')
        marks.append(f'<text x="{LEFT + 232}" y="{y}">{escape(name)}</text>')
    width, height = LEFT + SIZE + 16, TOP + SIZE + 48
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="말한 확신과 맞은 몫"><style>{STYLE}</style>'
        f'<rect width="100%" height="100%" fill="#F8F7F3"/>{"".join(marks)}</svg>\n'
    )
