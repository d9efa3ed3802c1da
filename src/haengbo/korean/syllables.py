"""A Hangul syllable ↔ the numbers of its initial, vowel and final consonant, as Unicode has them.

Comes in: one character, or three numbers. Goes out: the numbers, or the character. Invariant:
``syllable(*parts(char)) == char`` for every syllable; a final of 0 is none.
"""

from __future__ import annotations

FIRST, LAST = ord("가"), ord("힣")
VOWELS, FINALS = 21, 28


#: Initials ㄴ and ㄹ; the silent one; vowels before which they fall out (ㅑ, ㅕ, ㅖ, ㅛ, ㅠ, ㅣ).
_SOFT, _SILENT, _BEFORE_SOFT = (2, 5), 11, {2, 6, 7, 12, 17, 20}


def parts(char: str) -> tuple[int, int, int] | None:
    """Initial, vowel and final of a syllable; ``None`` for any other character.

    Example:
        ``parts("한")`` is ``(18, 0, 4)``.
    """
    if not FIRST <= ord(char) <= LAST:
        return None
    rest, final = divmod(ord(char) - FIRST, FINALS)
    return *divmod(rest, VOWELS), final


def final_of(char: str) -> int:
    """Number of the final consonant, 0 without one; -1 for what is no syllable."""
    code = ord(char)
    return (code - FIRST) % FINALS if FIRST <= code <= LAST else -1


def syllable(initial: int, vowel: int, final: int = 0) -> str:
    """The syllable of these numbers.

    Example:
        ``syllable(18, 0, 4)`` is ``"한"``.
    """
    return chr(FIRST + (initial * VOWELS + vowel) * FINALS + final)


def softened(word: str) -> str:
    """A word as the South reads its first syllable: ㄹ and ㄴ fall out or give way to ㄴ.

    Example:
        ``softened("리붕")`` is ``"이붕"``, ``softened("라간")`` ``"나간"``.
    """
    first = parts(word[:1]) if word else None
    if first is None or first[0] not in _SOFT:
        return word
    _, vowel, final = first
    spoken = _SILENT if vowel in _BEFORE_SOFT else _SOFT[0]
    return syllable(spoken, vowel, final) + word[1:]


def closed_in(final: int) -> str:
    """All syllables with that final consonant, in order: 8 gives 갈, 갤, … 힐."""
    return "".join(chr(code) for code in range(FIRST + final, LAST + 1, FINALS))


def joined(stem: str) -> str:
    """A stem with 어 in one syllable, as papers write it.

    Example:
        ``joined("차리")`` is ``"차려"``, ``joined("이루")`` ``"이뤄"``.
    """
    changed = {"ㅣ": "ㅕ", "ㅜ": "ㅝ", "ㅡ": "ㅓ", "ㅗ": "ㅘ"}
    initial, vowel, final = parts(stem[-1:] or "가") or (0, 0, 0)
    new = changed.get(chr(ord("ㅏ") + vowel)) if not final else None
    if new is None:
        return f"{stem}어"
    return stem[:-1] + syllable(initial, ord(new) - ord("ㅏ"))
