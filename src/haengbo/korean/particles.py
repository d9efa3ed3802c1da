"""Words ↔ particles (조사): choosing the right one, and taking it off.

``attach`` writes sentences of the interface (러시아 + 을/를 → 러시아를); ``strip`` gives the word
without its particle, by form alone, for places where no analyser runs. Invariant: what ``strip``
returns is a prefix of the word, never empty.
"""

from __future__ import annotations

from functools import lru_cache

from haengbo.korean.syllables import final_of

#: Form after a final consonant / after a vowel.
_FORMS = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "이라/라": ("이라", "라"),
    "이다/다": ("이다", "다"),
    "으로/로": ("으로", "로"),
    "이나/나": ("이나", "나"),
    "이며/며": ("이며", "며"),
}
_RIEUL = 8
#: Codas of figures and letters as they are read: 영 일 이 삼 사 오 육 칠 팔 구.
_READ_CODA = dict(zip("0123456789", (21, 8, 0, 16, 0, 0, 1, 8, 8, 0), strict=True))
_READ_CODA |= dict.fromkeys("lmnrLMNR", 8)
#: Particles that stand behind a noun, longest first (이/가/은/는/도/의 only in longer words).
_LONG = (
    "에서부터", "으로부터", "에게서는", "에서는", "에서도", "으로는", "에게는", "로부터", "에게서",
    "까지는", "부터는", "에서", "에게", "에는", "에도", "으로", "까지", "부터", "마다", "보다",
    "처럼", "께서", "한테", "이나", "이며", "에의", "와의", "과의",
)  # fmt: skip
_LONG_SET = frozenset(_LONG)
_LONG_LENGTHS = sorted({len(particle) for particle in _LONG}, reverse=True)
_SHORT = ("은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만")
_SHORTEST_STEM = 2


def coda(word: str) -> int:
    """Index of the final consonant of the last letter as it is read; 0 for a vowel.

    Closing brackets and quotation marks are looked through; what cannot be read counts as vowel.
    """
    bare = word.rstrip(")]}”’\"'》〉」』 ")
    if not bare:
        return 0
    final = final_of(bare[-1])
    return final if final >= 0 else _READ_CODA.get(bare[-1], 0)


def attach(word: str, pair: str) -> str:
    """A word with the right one of two particles.

    Args:
        word: ``러시아``, ``북한``, ``APEC``, ``‘핵심이익’``.
        pair: ``은/는``, ``이/가``, ``을/를``, ``과/와``, ``으로/로``, ``이다/다``, ``이라/라``.

    Raises:
        KeyError: ``pair`` is none of these.

    Example:
        ``attach("서울", "으로/로")`` is ``"서울로"``.
    """
    closed, opened = _FORMS[pair]
    last = coda(word)
    if pair == "으로/로" and last == _RIEUL:
        return word + opened
    return word + (closed if last else opened)


@lru_cache(maxsize=16384)
def strip(word: str) -> str:
    """A word without the particle at its end.

    A one-letter particle is taken only if it fits the letter before it (이 after a consonant) and
    two letters remain; a noun that ends like a particle (회의) may lose it: use the analyser where
    that matters.

    Example:
        ``strip("평양에서")`` is ``"평양"``.
    """
    for length in _LONG_LENGTHS:
        # Every word of a page comes through here: three look-ups, not one test for each particle
        if word[-length:] in _LONG_SET and len(word) - length >= _SHORTEST_STEM:
            return word[:-length]
    stem, last = word[:-1], word[-1:]
    if last not in _SHORT or len(stem) < _SHORTEST_STEM:
        return word
    for closed, opened in (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와")):
        if last in {closed, opened} and (last == closed) != bool(coda(stem)):
            return word
    return stem
