"""Draw the life of words through a folder of dated texts as an SVG strip chart.

    python scripts/formula_life.py FOLDER docs/pictures/new-year.svg 선군 통일 …

One lane a word, one bar a text: how often it occurs in ten thousand letters, each lane on its own
scale with its greatest value printed. Years without a text are left blank, not drawn as nought.
"""

from __future__ import annotations

import sys
from pathlib import Path

from haengbo.analysis.texts import Text, from_folder
from haengbo.analysis.wording import Life, life, term_of
from haengbo.knowledge import load

LANE, LEFT, RIGHT, TOP, STEP = 46, 104, 150, 30, 11.6
STYLE = (
    "text{font:12px Pretendard,'Noto Sans KR',sans-serif;fill:#505257}"
    ".t{font-size:14px;fill:#1B1C1F}.f{fill:#6A6C71;font-size:11px}"
    ".b{fill:#1B1C1F}.h{stroke:#DAD7CE}"
)


def lane(one: Life, row: int, first: int) -> list[str]:
    """One word: its name, its bars, its first and last year."""
    base = TOP + (row + 1) * LANE
    most = max((point.per_ten_thousand for point in one.points), default=0.0) or 1.0
    width = LEFT + len(range(first, int(one.points[-1].text.day[:4]) + 1)) * STEP
    parts = [
        f'<text class="t" x="0" y="{base - 6}">{one.term.name}</text>',
        f'<path class="h" d="M{LEFT} {base + 0.5}H{width}"/>',
    ]
    for point in one.points:
        if point.count:
            high = max(1.5, 32 * point.per_ten_thousand / most)
            x = LEFT + (int(point.text.day[:4]) - first) * STEP
            parts.append(
                f'<rect class="b" x="{x:.1f}" y="{base - high:.1f}" width="8" height="{high:.1f}"/>'
            )
    said = f"{one.first}–{one.last}" if one.uses else "나오지 않음"
    note = f"{said} · 글 {len(one.holding)}/{len(one.points)} · 최대 {most:.0f}"
    parts.append(f'<text class="f" x="{width + 8:.0f}" y="{base - 4}">{note}</text>')
    return parts


def picture(texts: tuple[Text, ...], lives: list[Life]) -> str:
    """The whole chart."""
    first, last = int(texts[0].day[:4]), int(texts[-1].day[:4])
    width = LEFT + (last - first + 1) * STEP + RIGHT
    height = TOP + len(lives) * LANE + 30
    parts = [part for row, one in enumerate(lives) for part in lane(one, row, first)]
    for year in range(first - first % 10 + 10, last + 1, 10):
        x = LEFT + (year - first) * STEP
        parts.append(f'<text x="{x:.0f}" y="{height - 8}">{year}</text>')
    names = ", ".join(one.term.name for one in lives)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img" '
        f'aria-label="{names}: {first}–{last}"><style>{STYLE}</style>'
        f'<rect width="100%" height="100%" fill="#F8F7F3"/>{"".join(parts)}</svg>\n'
    )


def main() -> int:
    """Read the folder, draw the words, print what was drawn."""
    folder, target, *words = sys.argv[1:]
    texts = from_folder(Path(folder))
    lives = [life(texts, term_of(word, load())) for word in words]
    Path(target).write_text(picture(texts, lives), "utf-8")
    for one in lives:
        print(f"{one.term.name}\t{one.first}\t{one.last}\t{len(one.holding)}/{len(one.points)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
