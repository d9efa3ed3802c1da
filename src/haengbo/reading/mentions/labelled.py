"""Names that an office in brackets or behind a slash explains: 송인호(가람연구소 소장).

Comes in: a line and the people found in it so far. Goes out: those people, the known ones with the
offices of their remarks, and strangers. Two turns are read: an office in brackets right behind a
name, as in print and below pictures, and one behind a slash or comma, as stations name who is to
be heard ([송인호/가람연구소 소장 : …], ◀ 송인호 / 소장 ▶). Invariant: all of the remark is one
office, and no word serves two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Office, office_of
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.strangers import foreign_name, free_word, korean_name
from haengbo.reading.mentions.titles import TitleEnd, title_end

_MOST_WORDS = 4
#: What stands before a name that a station announces: its mark or bracket, or 인터뷰 :
_OPENS = re.compile(r"[\[◀▶⊙●■◎▷:：>〉]\s?$")
#: What closes such a label; when or where it was said may stand before: (어제), /지난 21일.
_CLOSES = re.compile(r"(?:\s?\([^()]{1,24}\))?(?:\s?/[^\[\]/:：]{1,24}){0,2}\s?(?:[:：\]▶]|$)")
_SLASH = {"/"}
_CONFIDENCE = 0.85


def with_labelled(line: Line, people: tuple[Person, ...], lexicon: Lexicon) -> tuple[Person, ...]:
    """Add who is named with an office in brackets or behind a slash.

    Args:
        line: The line.
        people: Found in it by other means.
        lexicon: What to look up.

    Example:
        ``송인호(가람연구소 소장): “…”`` gives 송인호, 소장 of 가람연구소.
    """
    found = list(people)
    for end, office in (*_remarks(line, lexicon), *_announced(line, lexicon)):
        index = next((i for i, p in enumerate(found) if p.head.end == end), None)
        if index is not None:
            known = found[index]
            if all(office.head != other.head for other in known.offices):
                span = known.span.hull(_with_bracket(line, office))
                found[index] = replace(known, offices=(*known.offices, office), span=span)
            continue
        head = _name_until(line, end, lexicon)
        if head is not None and not any(p.span.overlaps(head) for p in found):
            span = head.hull(_with_bracket(line, office))
            found.append(Person(head, span, (), (office,), "labelled", _CONFIDENCE))
    return tuple(sorted(found, key=lambda p: p.span))


def _remarks(line: Line, lexicon: Lexicon) -> Iterator[tuple[int, Office]]:
    """Offices that fill brackets, with where the name before them ends."""
    for words in line.remarks:
        opened = words[0].span.start - 1 if words else -1
        if opened < 0 or line.text[opened] != "(":
            continue
        inner = Line(line.sentence, line.text, words, line.atoms)
        office = _whole_office(inner, 0, lexicon)
        if office is not None and line.text.startswith(")", words[-1].span.end):
            yield opened - line.text[:opened].endswith(" "), office


def _announced(line: Line, lexicon: Lexicon) -> Iterator[tuple[int, Office]]:
    """The office behind a slash that opens the line, with where the name before it ends."""
    for index, word in enumerate(line.words[1 : _MOST_WORDS + 2], start=1):
        if word.gap.strip() not in _SLASH:
            continue
        office = _whole_office(line, index, lexicon)
        if office is not None:
            yield line.words[index - 1].span.end, office
        return


def _with_bracket(line: Line, office: Office) -> Span:
    """The office with the bracket that closes behind it."""
    closed = line.text.startswith(")", office.span.end)
    return Span(office.span.start, office.span.end + closed)


def _whole_office(line: Line, first: int, lexicon: Lexicon) -> Office | None:
    """The office that the words from one on are, to the end or to what closes a label."""
    last = first
    while last + 1 < len(line.words) and line.words[last + 1].joined:
        last += 1
    end = title_end(line, last, lexicon)
    if end is None or end.end != line.words[last].span.end or not _ends(line, end):
        return None
    return office_of(line, first, end, lexicon)


def _ends(line: Line, end: TitleEnd) -> bool:
    rest = line.text[end.end : line.sentence.span.end]
    return rest.startswith(")") or _CLOSES.match(rest) is not None


def _name_until(line: Line, end: int, lexicon: Lexicon) -> Span | None:
    """The name that ends at a place: a Korean one of one word, or a foreign run."""
    index = next((i for i, w in enumerate(line.words) if w.span.end == end), None)
    if index is None or not free_word(line, index, lexicon):
        return None
    word = line.words[index]
    for first in range(max(index - _MOST_WORDS + 1, 0), index + 1):
        run = foreign_name(line, first, index, lexicon)
        if run is not None and run.end == end and (first < index or _stands_alone(line, first)):
            return run
    korean = korean_name(word, lexicon, vouched=True)
    return korean if korean is not None and korean.end == end else None


def _stands_alone(line: Line, index: int) -> bool:
    """Whether a word opens the line, or stands behind a mark."""
    before = line.text[line.sentence.span.start : line.words[index].span.start]
    return not before.strip() or _OPENS.search(before) is not None
