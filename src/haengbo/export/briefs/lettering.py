"""A text → a TrueType font that holds just its letters, for pictures and PDF.

Made of the web fonts that the package ships (Pretendard; what it lacks, Hanja above all, from Noto
Serif KR; both OFL 1.1), at regular weight. Invariant: the same letters give the same bytes; a
letter that neither font has is left to the empty box of the font.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

NAME = "haengbo-brief"
_UNITS = 1000
_WEIGHT = 400
#: Style sheets of the fonts, the first before the others.
_SHEETS = ("pretendard/pretendardvariable-dynamic-subset.css", "noto-serif-kr/wght.css")
_FACE = re.compile(r"url\(\./([^)]{1,80})\)[^;]{0,40};\s*unicode-range:\s*([^;}]{1,20000})")
_KEPT = {
    *("GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf"),
    *("name", "post"),
}
#: Tables of positions and substitutions, which cost time to bring to a weight.
_LAYOUT = {"GDEF", "GPOS", "GSUB", "BASE", "STAT"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """One file of a font and the code points that it is used for."""

    path: str
    codes: frozenset[int]


def _folder() -> Traversable:
    return resources.files("haengbo") / "web" / "static" / "fonts"


@lru_cache(maxsize=1)
def _pieces() -> tuple[tuple[_Piece, ...], ...]:
    """The pieces of each font, in the order of the fonts."""
    found = []
    for sheet in _SHEETS:
        folder = sheet.rpartition("/")[0]
        faces = _FACE.findall((_folder() / sheet).read_text("utf-8"))
        found.append(tuple(_Piece(f"{folder}/{path}", _codes(said)) for path, said in faces))
    return tuple(found)


def _codes(said: str) -> frozenset[int]:
    """``U+20-22, U+41`` as code points."""
    found: set[int] = set()
    for part in said.split(","):
        first, _, last = part.strip().upper().removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)


def font_of(text: str) -> bytes:
    """A TrueType font with the letters of a text, under the name that ``name_of`` gives."""
    return _font(_codes_of(text))


def name_of(text: str) -> str:
    """The name of the font of a text: another for other letters.

    A program that knows a font by its name would else print with the letters of the text before.
    """
    codes = ",".join(map(str, sorted(_codes_of(text))))
    return f"{NAME}-{hashlib.sha256(codes.encode()).hexdigest()[:12]}"


def _codes_of(text: str) -> frozenset[int]:
    return frozenset(ord(letter) for letter in text if not letter.isspace()) | {32}


@lru_cache(maxsize=4)
def _font(codes: frozenset[int]) -> bytes:
    from fontTools import merge  # noqa: PLC0415 - slow to load

    files = []
    for font in _cuttings(set(codes)):
        held = io.BytesIO()
        font.save(held, reorderTables=False)
        held.seek(0)
        files.append(held)
    return _saved(merge.Merger().merge(files), name_of("".join(map(chr, codes))))


def _cuttings(left: set[int]) -> Iterator[TTFont]:
    """What each piece gives of the letters that are left; each letter once."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to load

    for piece in (piece for pieces in _pieces() for piece in pieces):
        if left & piece.codes:
            font = TTFont(io.BytesIO(_unpacked(piece.path)), recalcTimestamp=False)
            # A style sheet names ranges, not what the file has
            own = left & piece.codes & set(font.getBestCmap())
            if own:
                left -= own
                yield _cut(font, own)


@lru_cache(maxsize=128)
def _unpacked(path: str) -> bytes:
    """A piece as it is unpacked, without positions and substitutions; kept, some 100 kB each."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to load

    font = TTFont(io.BytesIO((_folder() / path).read_bytes()), recalcTimestamp=False)
    for table in set(font.keys()) & _LAYOUT:
        del font[table]
    font.flavor = None
    held = io.BytesIO()
    font.save(held, reorderTables=False)
    return held.getvalue()


def _cut(font: TTFont, codes: set[int]) -> TTFont:
    """A piece at regular weight with these letters only."""
    from fontTools import subset  # noqa: PLC0415 - slow to load
    from fontTools.ttLib.scaleUpem import scale_upem  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": _WEIGHT}, inplace=True)
    for table in set(font.keys()) - _KEPT:
        del font[table]
    scale_upem(font, _UNITS)
    return font


def _saved(font: TTFont, name: str) -> bytes:
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    for record in (*font["name"].names,):
        if record.nameID in {1, 4, 6, 16}:
            record.string = name
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()
