"""Inputs nobody would write: own seeds, changed by chance that can be repeated.

Comes in: a seed, what else may be put in, a source of chance. Goes out: bytes or text. Invariant:
the same chance gives the same input, so that an input is known by its target and number.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from random import Random

from lxml import etree

#: Longer inputs say little more and cost time.
LONGEST = 60_000
#: Most inputs stay near the seed, or nothing behind the first check would be reached.
_CHANGES = (1, 1, 1, 1, 2, 2, 3, 6)
_NUMBERS = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\x00\x00", b"\xff\xff", b"\xff\xff\xff\xff")
#: Characters that programs stumble over: direction, width, halves of pairs, controls, the end.
ODD = (
    *("\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u0000", "\u001b"),
    *("\ud800", "\udfff", "\U0010ffff", "\ufffd", "\u0301", "\u1100", "\u11ab", "\u3164", "\u00a0"),
    *("\u2028", "\u2029", "\u0085", "\u000b", "\r", "\n", "\t", "😀", "👩\u200d👩\u200d👧", "ﷺ"),
    *("“", "”", "‘", "’", '"', "'", "《", "》", "「", "」", "(", ")", "[", "]", "<", ">", "&", "…"),
)

Change = Callable[[bytearray, Random, Sequence[bytes]], None]


def _flip(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _replace(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at = chance.randrange(len(data))
    number = chance.choice(_NUMBERS)
    data[at : at + len(number)] = number


def _drop(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 1, 2, 4, 16, 200))]


def _cut(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    del data[chance.randrange(len(data)) :]


def _put(data: bytearray, chance: Random, words: Sequence[bytes]) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.choice(words)


def _repeat(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at = chance.randrange(len(data))
    piece = bytes(data[at : at + chance.choice((1, 2, 3, 8, 40))])
    data[at:at] = piece * chance.choice((1, 2, 8, 64, 400))


def _move(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at, to = chance.randrange(len(data)), chance.randrange(len(data))
    piece = bytes(data[at : at + chance.choice((1, 8, 60, 400))])
    data[to : to + len(piece)] = piece


def _random(data: bytearray, chance: Random, _: Sequence[bytes]) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.randrange(1, 12))


CHANGES: tuple[Change, ...] = (_flip, _replace, _drop, _cut, _put, _put, _repeat, _move, _random)


def changed(seed: bytes, chance: Random, words: Sequence[bytes]) -> bytes:
    """A seed with one to six changes; ``words`` are put in among others."""
    data = bytearray(seed or b"\n")
    for _ in range(chance.choice(_CHANGES)):
        chance.choice(CHANGES)(data, chance, words)
        if not data:
            data += chance.choice(words)
        del data[LONGEST:]
    return bytes(data)


def composed(chance: Random, pieces: Sequence[str], most: int = 14) -> str:
    """Pieces one after another with what stands between words, odd characters now and then."""
    out: list[str] = []
    for _ in range(chance.randrange(1, most)):
        out.append(chance.choice(pieces))
        roll = chance.random()
        if roll < 0.12:
            out.append(chance.choice(ODD))
        elif roll < 0.2:
            out[-1] = _spoilt(out[-1], chance)
        out.append(chance.choice((" ", " ", " ", " ", "", "\n", ". ", ", ")))
    return "".join(out)


def _spoilt(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at + chance.randrange(2) :]


def encoded(text: str, chance: Random) -> bytes:
    """Text in one of the encodings that pages come in."""
    name = chance.choice(("utf-8", "utf-8", "utf-8", "cp949", "utf-16", "utf-8-sig"))
    how = "surrogatepass" if name.startswith("utf") and chance.random() < 0.3 else "replace"
    return text.encode(name, how)


def changed_xml(seed: bytes, chance: Random) -> bytes:
    """XML that is still XML: elements twice, away, elsewhere, nested deep; other words in them."""
    root = etree.fromstring(seed)
    for _ in range(chance.choice(_CHANGES)):
        elements = list(root.iter("{*}*"))
        one, other = chance.choice(elements), chance.choice(elements)
        roll = chance.randrange(6)
        if roll == 0 and one is not root:
            one.getparent().remove(one)  # type: ignore[union-attr]
        elif roll == 1:
            other.insert(chance.randrange(len(other) + 1), deepcopy(one))
        elif roll == 2:
            one.tag = other.tag
        elif roll == 3:
            _nest(one, chance.choice((2, 40, 300)))
        elif roll == 4 and one.attrib:
            one.set(chance.choice(list(one.attrib)), chance.choice(("", "-1", "9" * 30, "a", "0")))
        else:
            one.text = (one.text or "") + chance.choice(_XML_WORDS) * chance.choice((1, 1, 300))
    return etree.tostring(root)


def _nest(element: etree._Element, depth: int) -> None:
    inner = element
    for _ in range(depth):
        inner = etree.SubElement(inner, element.tag)
    inner.text = "가"


_XML_WORDS = ("가", "\u200b", "\u202e", "\ufffd", "😀", " ", "\n", "<&>", "1e308", "\u0301", "“")


def repacked(
    parts: Mapping[str, bytes], chance: Random, words: Sequence[bytes], seed: bytes
) -> bytes:
    """A ZIP with one part changed inside, mostly to XML again, or the packed bytes changed."""
    roll = chance.random()
    if roll < 0.2:
        return changed(seed, chance, words)
    name = chance.choice([name for name in parts if parts[name].startswith(b"<")])
    part = parts[name]
    new = changed(part, chance, words) if roll < 0.4 else changed_xml(part, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for other, data in parts.items():
            archive.writestr(other, new if other == name else data)
    return out.getvalue()
