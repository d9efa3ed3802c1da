"""Sentence → states named by one syllable: in compounds, behind prefixes, in headlines.

Comes in: a sentence and the atoms found so far. Goes out: one atom for each member (북 and 러 of
북러). Invariant: the atom's span is the member's syllable where the compound names several, the
whole word where a prefix names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from haengbo.knowledge.gazetteer import Strength
from haengbo.knowledge.mention_words import CompoundRow
from haengbo.model.article import CHRONOLOGY, BlockKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.mentions.atoms import Atom, states_by_name
from haengbo.reading.mentions.lexicon import SEPARATORS, Lexicon

_HANJA = re.compile(r"[\u4e00-\u9fff\uf900-\ufaff]+")
_SYLLABLE = re.compile(r"[가-힣]")
#: 남과 북.
_AND = "과 "
#: 북미[심의관]: names of desks are no longer.
_DESK = 6
#: ▲10.25 = 북, …: behind the day of an entry begins what it tells.
_AFTER_DAY = ("=", ":", "：")
_HEADLINES = {BlockKind.TITLE, BlockKind.SUBTITLE}
#: 中 is also "during" and 日 also "day": they count only before a syllable.
_HANJA_WORDS = "中日"


def find_compounds(document: Document, sentence: Sentence, lexicon: Lexicon) -> tuple[Atom, ...]:
    """States named inside compounds and behind prefixes.

    Example:
        ``북러 조약과 대미 정책`` gives 북한, 러시아 and 미국.
    """
    text = document.text
    found: list[Atom] = []
    for match in lexicon.compound_pattern.finditer(text, sentence.span.start, sentence.span.end):
        row = lexicon.compounds[re.sub(f"[{re.escape(SEPARATORS)}]", "", match.group())]
        if _stands_alone(match, row, sentence, text, lexicon):
            found.extend(_members(match, row, lexicon))
    return tuple(found)


def _stands_alone(
    match: re.Match[str], row: CompoundRow, sentence: Sentence, text: str, lexicon: Lexicon
) -> bool:
    """Whether a compound or prefix is a word here, not a piece of another."""
    if match.start() > sentence.span.start and _SYLLABLE.match(text[match.start() - 1]):
        return False
    after = text[match.end() : sentence.span.end]
    if row.prefix:
        return _prefix_stands(match, row, sentence, after, lexicon)
    if _beside_continent(match, text, lexicon):
        return False
    if lexicon.starting("compound-followers", after.lstrip()) is not None:
        return True
    separated = len(match.group()) > len(row.id)
    if row.whole and not separated:
        return False
    attached = _SYLLABLE.match(after) is not None
    runs_on = not separated and _border(match.end(), sentence)
    return not attached or runs_on or _particle(match.end(), sentence)


def _prefix_stands(
    match: re.Match[str], row: CompoundRow, sentence: Sentence, after: str, lexicon: Lexicon
) -> bool:
    if row.whole:
        return lexicon.starting("prefix-followers", after.lstrip()) is not None
    if _in_name(match, sentence):
        return False
    moves = row.id[0] in lexicon.words("prefixes-of-movement")
    return _noun_like(match, sentence) and (moves or not _particle(match.end(), sentence))


def _in_name(match: re.Match[str], sentence: Sentence) -> bool:
    """재러드 쿠슈너: the prefix begins a name that goes on."""
    tokens = sentence.tokens_in(Span(match.start(), match.end() + 1))
    return any(
        t.tag == "NNP" and t.span.start == match.start() and t.span.end > match.end()
        for t in tokens
    )


def _beside_continent(match: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """북미 beside 유럽, before 대륙 or in the name of a bureau (북미국장) is North America."""
    if match.group() not in lexicon.words("also-continents"):
        return False
    desk = lexicon.starting("desk-heads", text[match.end() :][:_DESK])
    if desk is not None and not text.startswith("급", match.end() + len(desk)):
        return True
    before = text[max(match.start() - 5, 0) : match.start()]
    after = text[match.end() : match.end() + 6].lstrip("와과·, ")
    beside = any(word in before for word in lexicon.words("continents"))
    return beside or lexicon.starting("continents", after) is not None


def _noun_like(match: re.Match[str], sentence: Sentence) -> bool:
    """No predicate or particle of the analyser's covers the word (대미 is not 대+미치다)."""
    tokens = sentence.tokens_in(Span(*match.span()))
    return all(t.tag.startswith(("N", "X", "M", "S", "U")) for t in tokens)


def _particle(position: int, sentence: Sentence) -> bool:
    return any(
        t.span.start == position and t.tag.startswith(("J", "VCP", "XSN")) for t in sentence.tokens
    )


def _border(position: int, sentence: Sentence) -> bool:
    return any(t.span.end == position for t in sentence.tokens)


def _members(match: re.Match[str], row: CompoundRow, lexicon: Lexicon) -> Iterable[Atom]:
    whole = Span(*match.span())
    if row.prefix:
        yield from _state(row.members[0], whole, "prefix", 0.8, lexicon)
        return
    position = whole.start
    for member in row.members:
        while match.string[position] in SEPARATORS + _AND:
            position += 1
        width = 2 if match.string[position].isascii() else 1
        span = Span(position, position + width)
        for atom in _state(member, span, "compound", 0.95, lexicon):
            yield replace(atom, whole=whole)
        position += width


def _state(name: str, span: Span, rule: str, confidence: float, lexicon: Lexicon) -> Iterable[Atom]:
    rows = states_by_name(lexicon, name)
    if rows:
        yield Atom(span, rows, Strength.STRONG, rule, confidence)


def find_letters(
    document: Document, sentence: Sentence, taken: tuple[Atom, ...], lexicon: Lexicon
) -> tuple[Atom, ...]:
    """States named by one Hanja (北, 美) or, in headlines and before organs, by one syllable.

    Example:
        ``러 외무부 “美 책임”`` gives 러시아 and 미국.
    """
    covered = [atom.span for atom in taken]
    spans = [
        *_hanja(document.text, sentence, lexicon),
        *_syllables(document.text, sentence, taken, lexicon),
    ]
    atoms = tuple(
        atom
        for span, rule in spans
        if not any(span.overlaps(other) for other in covered)
        for atom in _state(lexicon.names.letters[span.of(document.text)], span, rule, 0.9, lexicon)
    )
    return tuple(_written_together(atoms, document.text))


def _written_together(atoms: tuple[Atom, ...], text: str) -> Iterable[Atom]:
    """韓美日, 北-美: states that stand in one word are a compound, as in Hangul."""
    for group in _in_one_word(atoms, text):
        whole = Span(group[0].span.start, group[-1].span.end)
        for atom in group:
            yield atom if len(group) == 1 else replace(atom, rule="compound", whole=whole)


def _in_one_word(atoms: tuple[Atom, ...], text: str) -> Iterable[list[Atom]]:
    group: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: a.span):
        between = text[group[-1].span.end : atom.span.start] if group else ""
        if group and (between.strip(SEPARATORS) or len(between) > 1):
            yield group
            group = []
        group.append(atom)
    if group:
        yield group


def _hanja(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterable[tuple[Span, str]]:
    letters = lexicon.names.letters
    for match in _HANJA.finditer(text, sentence.span.start, sentence.span.end):
        if not all(char in letters for char in match.group()):
            continue
        after = text[match.end() : match.end() + 1]
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        single = len(match.group()) == 1
        if single and match.group() in _HANJA_WORDS and not _SYLLABLE.match(after or " "):
            earlier = text[sentence.span.start : match.start()].rstrip()
            if sentence.kind not in _HEADLINES or _SYLLABLE.match(earlier[-1:] or " "):
                continue
        mixed = before in letters and not _SYLLABLE.match(
            text[match.start() - 2 : match.start() - 1]
        )
        if single and not mixed and (_SYLLABLE.match(before or " ") or before == "("):
            continue
        for offset in range(len(match.group())):
            yield Span(match.start() + offset, match.start() + offset + 1), "hanja"


def _syllables(
    text: str, sentence: Sentence, taken: tuple[Atom, ...], lexicon: Lexicon
) -> Iterable[tuple[Span, str]]:
    edges = {atom.span.start for atom in taken} | {atom.span.end for atom in taken}
    found = lexicon.headline_letter.finditer(text, sentence.span.start, sentence.span.end)
    for match in found:
        char, after = match.group(), text[match.end() : sentence.span.end]
        if char not in lexicon.names.letters:
            continue
        listed = after[:1] in SEPARATORS and (match.end() + 1) in edges
        listed = listed or (text[match.start() - 1] in SEPARATORS and match.start() - 1 in edges)
        listed = listed or _beside_hanja(text, match, lexicon)
        if listed or _introduces(char, after, match.start(), sentence, text, lexicon):
            yield Span(*match.span()), "headline-letter"


def _beside_hanja(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """A Hanja letter of a state stands directly beside it: 러北, 北러."""
    beside = (text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1])
    return any(char in lexicon.names.letters and _HANJA.match(char) for char in beside)


def _introduces(
    char: str, after: str, start: int, sentence: Sentence, text: str, lexicon: Lexicon
) -> bool:
    before = text[sentence.span.start : start]
    entry = sentence.block.rule == CHRONOLOGY and before.rstrip().endswith(_AFTER_DAY)
    first = before.strip(" \"'`“‘[(") == "" or entry
    opens = first or text[start - 1] in "\"'`“‘…,·" or text[start - 2 : start] in {"…", ", "}
    if after.startswith(" ") and lexicon.starting("headline-followers", after.lstrip()):
        return opens or char in lexicon.words("letters-free")
    if sentence.kind not in _HEADLINES and not entry:
        return False  # ▲10.25 = 북, …: an entry is told as a headline is
    if after.startswith(","):
        return opens or char in lexicon.words("letters-free")
    return char in lexicon.words("letters-free") and after[:1] in " \"'“‘…"
