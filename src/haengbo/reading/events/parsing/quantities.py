"""How many of a thing stands between it and its particle: 계좌 24개를, 경고사격 10여 발을.

Comes in: text. Goes out: whether it is such a quantity, or the text without them, the particle in
the form that the thing takes. What the pack says of a thing (계좌를) holds however many there are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from haengbo.korean.particles import attach

_NUMBER = (
    r"(?:\d[\d,.]{0,9}(?:\s?[여십백천만억조]){0,4}"
    r"|(?:수|여러|몇|십여|수십|수백|수천|수만|두세|서너)(?:\s?[십백천만억조]){0,2}"
    r"|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무))"
)
#: 발씩, 척가량, 명 전원.
_ABOUT = r"(?:씩|가량|정도|어치|여|쯤|\s?전원|\s?모두|\s?이상|\s?안팎)?"
_PARTICLES = {p: pair for pair in ("을/를", "이/가", "은/는") for p in pair.split("/")}


@lru_cache(maxsize=4)
def quantity(counters: tuple[str, ...], wholes: tuple[str, ...]) -> re.Pattern[str]:
    """What says how many: a number with a word that counts things, or the whole (전원).

    Args:
        counters: Words that count things (개, 명, 척).
        wholes: Words for all or some of them (전원, 일부).
    """
    units = "|".join(map(re.escape, sorted(counters, key=len, reverse=True)))
    whole = "|".join(map(re.escape, wholes))
    return re.compile(
        rf"\s(?:(?:약|최소|최대|모두|총)\s)?(?:{_NUMBER}\s?(?:{units}){_ABOUT}|{whole})"
    )


@lru_cache(maxsize=4)
def _before_particle(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[가-힣A-Za-z])(?:{pattern.pattern})(?P<particle>[을를이가은는])(?=\s)")


@lru_cache(maxsize=1024)
def without_quantities(text: str, pattern: re.Pattern[str]) -> str:
    """계좌 24개를 동결했다 → 계좌를 동결했다."""

    def taken_up(found: re.Match[str]) -> str:
        thing = text[: found.start()]
        return attach(thing, _PARTICLES[found["particle"]])[len(thing) :]

    return _before_particle(pattern).sub(taken_up, text)
