"""A Slavic name as the South spells it → the spellings that the North may give it.

The North hears tense consonants in Russian к, п, т, ц (쿠리닌 → 꾸리닌), ㅆ in с (세르게이 →
쎄르게이), 지·찌 in дь·ть, and writes final -в as 브 (코즐로프 → 꼬즐로브); Southern papers mix both
when they quote. Source: spellings of the collected facts. Comes in: one name; goes out: spellings
other than itself, bounded in number.
"""

from __future__ import annotations

from itertools import product

from haengbo.korean.syllables import parts, syllable

#: Initial consonants by number: ㅋ→ㄲ, ㅌ→ㄸ, ㅍ→ㅃ, ㅊ→ㅉ.
_TENSE = {15: 1, 16: 4, 17: 8, 14: 13}
_S, _SS = 9, 10
_EU = 18
_I = 20
_D, _T, _J, _CH = 3, 16, 12, 14
_MOST = 24


def northern_spellings(name: str) -> tuple[str, ...]:
    """Spellings of a Slavic name in the North's manner, without the name itself.

    Args:
        name: In the South's spelling, words between spaces.

    Example:
        ``northern_spellings("로만 쿠리닌")`` contains ``"로만 꾸리닌"``.
    """
    words = [_of_word(word) for word in name.split(" ")]
    spellings = (" ".join(chosen) for chosen in product(*words))
    unique = dict.fromkeys(spelling for spelling in spellings if spelling != name)
    return tuple(unique)[:_MOST]


def _of_word(word: str) -> tuple[str, ...]:
    """The word and its Northern spellings, from the least changed to the most."""
    final_v = f"{word[:-1]}브" if word.endswith("프") and len(word) > 1 else word
    tense = _mapped(final_v, softened=False, hissed=False)
    return tuple(
        dict.fromkeys(
            (
                word,
                final_v,
                tense,
                _mapped(final_v, softened=False, hissed=True),
                _mapped(final_v, softened=True, hissed=False),
                _mapped(final_v.replace("셰", "쉐"), softened=True, hissed=True),
                tense.replace("셰", "쉐"),
            )
        )
    )


def _mapped(word: str, *, softened: bool, hissed: bool) -> str:
    return "".join(_syllable(char, softened=softened, hissed=hissed) for char in word)


def _syllable(char: str, *, softened: bool, hissed: bool) -> str:
    cut = parts(char)
    if cut is None:
        return char
    initial, vowel, final = cut
    if softened and vowel == _I and initial in {_D, _T}:
        initial = _J if initial == _D else _CH
    if hissed and initial == _S and vowel != _EU:
        initial = _SS
    initial = _TENSE.get(initial, initial)
    return syllable(initial, vowel, final)
