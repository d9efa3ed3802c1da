"""Sentence → people whose characters the page prints: 李洪九부총리, 왕의(王毅).

Comes in: a sentence. Goes out: atoms of people: Koreans named in characters alone, known to the
pack or not, and people of the pack under the Korean reading of the characters behind them.
Invariant: of characters alone a family name and two more, an office or body right behind them or
an office right before, and no character before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Sentence
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon

_READ = re.compile(r"(?<![가-힣])([가-힣]{2,4})\s?[(（]([\u4e00-\u9fff]{2,4})(?=[)）,])")
_NAME = re.compile(r"(?<![\u4e00-\u9fff(（])[\u4e00-\u9fff]{3}(?![\u4e00-\u9fff)）])")
_BEHIND = re.compile(r" ?([가-힣]{2,12})")
_BEFORE = re.compile(r"([가-힣]{2,12}) \Z")
#: 비서 金容淳은, 외교부장 金永南이: what may stand behind a name that its office leads to.
_PARTICLES = re.compile(r"(?:은|는|이|가|을|를|의|과|와|도|에게|에게서|께서|으로|씨|[\s,·(])")
#: Letters of an office.
_SHORTEST, _LONGEST = 2, 6
_REACH = 14
_BODIES = {ActorKind.ORGANISATION, ActorKind.STATE}


def find_read(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterable[Atom]:
    """People of the pack as Koreans read the characters that stand behind the name.

    Example:
        ``왕의(王毅) 중국 외교부장``: 왕이; never ``왕의 무덤``.
    """
    for match in _READ.finditer(text, sentence.span.start, sentence.span.end):
        rows = lexicon.readings.get(match.group(1), ())
        rows = tuple(row for row in rows if row.hanja == match.group(2))
        if len(rows) == 1:
            yield Atom(Span(*match.span(1)), rows, Strength.STRONG, "dictionary", 0.9)


def find_in_characters(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterable[Atom]:
    """Names of Koreans in characters, before an office.

    Example:
        ``金容淳최고인민회의 위원장은`` and ``노동당 비서 金容淳은``: 김용순.
    """
    for match in _NAME.finditer(text, sentence.span.start, sentence.span.end):
        printed = match.group()
        reading = _korean(printed, lexicon)
        if reading is None or printed in lexicon.words("no-names-in-characters"):
            continue
        if set(printed) <= lexicon.names.letters.keys():
            continue  # 韓美日: three states
        behind = _BEHIND.match(text, match.end(), sentence.span.end)
        vouched = behind is not None and _vouches(behind.group(1), lexicon)
        if vouched or _led_to(text, Span(*match.span()), sentence, lexicon):
            rows = (_row(reading, printed, lexicon),)
            yield Atom(Span(*match.span()), rows, Strength.STRONG, "introduced", 0.85)


def _korean(printed: str, lexicon: Lexicon) -> str | None:
    """李洪九 → 이홍구: the family name as the South writes it."""
    families = dict(_pair(pair) for pair in lexicon.words("hanja-surnames"))
    given = [lexicon.characters.get(char) for char in printed[1:]]
    if printed[0] not in families or None in given:
        return None
    return families[printed[0]] + "".join(syllable or "" for syllable in given)


def _pair(words: str) -> tuple[str, str]:
    character, _, hangul = words.partition("=")
    return character, hangul


def _vouches(behind: str, lexicon: Lexicon) -> bool:
    """부총리겸, 최고인민회의: what is written onto the name is an office or begins with a body."""
    for length in range(len(behind), _SHORTEST - 1, -1):
        starts = range(max(0, length - _LONGEST), length - _SHORTEST + 1)
        if any(behind[start:length] in lexicon.heads for start in starts):
            return True  # 부총리, 정무원부총리
        hit = lexicon.names.claimed(behind[:length])
        if hit is not None and hit.rows[0].actor_kind in _BODIES:
            return True
    return False


def _led_to(text: str, name: Span, sentence: Sentence, lexicon: Lexicon) -> bool:
    """노동당 비서 金容淳은: the office stands before the name, as the North has it."""
    near = text[max(sentence.span.start, name.start - _REACH) : name.start]
    before = _BEFORE.search(near)
    if before is None or _PARTICLES.match(text, name.end, sentence.span.end) is None:
        return False
    word = before.group(1)
    return any(word[-length:] in lexicon.heads for length in range(_SHORTEST, _LONGEST + 1))


def _row(reading: str, printed: str, lexicon: Lexicon) -> ActorRow:
    """The pack's row for whoever is called so or written so; else a newcomer."""
    north = f"리{reading[1:]}" if reading.startswith("이") else reading
    for name in (reading, north):
        hit = lexicon.names.claimed(name)
        row = hit.rows[0] if hit is not None and len(hit.rows) == 1 else None
        if isinstance(row, ActorRow) and (row.name == reading or row.hanja == printed):
            return row
    return ActorRow(id=f"page:{reading}", kind="person", name=reading, strong=(reading, printed))
