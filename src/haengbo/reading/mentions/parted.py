"""Words → the same with names parted from the offices that are written onto them.

Comes in: the words of a line with its atoms. Goes out: words. Old pages leave out the blank between
a name and what its bearer is (한도윤국무총리등, 한도윤재정경제원차관, 한도윤외교부 부부장). Names
that nobody lists are parted first (``unlisted_parted``), before given names are told apart; names
that the pack or their reading tells (``parted``) once the pack's names are found.
Invariant: a word is parted only where a name ends for sure and an office, or a body with an office
after it, begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.organs import is_organ
from haengbo.reading.mentions.words import HANGUL, Word

_KOREAN_NAME = 3
#: Syllables of a Chinese name as Koreans read it: 이붕, 등소평.
_READ = (4, 3, 2)
_SHORTEST, _SHORTEST_REST = 4, 2
_LONGEST_HEAD = 7
_LONGEST_STATE = 5


def parted(
    words: Sequence[Word], atoms: Sequence[Atom], text: str, lexicon: Lexicon
) -> tuple[Word, ...]:
    """The words of a line, a name and what is written onto it apart.

    Example:
        ``한도윤국무총리등 대표`` gives 한도윤, 국무총리 (with 등 behind it) and 대표.
    """
    return tuple(_parts(words, atoms, text, lexicon))


def states_behind(words: Sequence[Word], atoms: Sequence[Atom], lexicon: Lexicon) -> Iterator[Atom]:
    """The state that an office begins with that was written onto a name: 한도윤중국국가주석."""
    for word in words[1:]:
        if word.gap:
            continue
        for length in range(min(len(word.text), _LONGEST_STATE), 1, -1):
            span = Span(word.span.start, word.span.start + length)
            hit = lexicon.names.claimed(word.text[:length])
            state = hit is not None and hit.rows[0].actor_kind is ActorKind.STATE
            if hit is not None and state and not any(a.span.overlaps(span) for a in atoms):
                yield Atom(span, hit.rows[:1], Strength.STRONG, "dictionary", 0.9)
                break


def _parts(
    words: Sequence[Word], atoms: Sequence[Atom], text: str, lexicon: Lexicon
) -> Iterator[Word]:
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        length = _name_in(word, following, atoms, lexicon)
        if not length:
            yield word
            continue
        end = word.stem.end - len(_listing(word.text, lexicon))
        yield from _cut(word, Span(word.span.start + length, end), text)


def _name_in(word: Word, following: Word | None, atoms: Sequence[Atom], lexicon: Lexicon) -> int:
    """Syllables of the name at the beginning of a word, 0 if there is none to part."""
    text = word.text.removesuffix(_listing(word.text, lexicon))
    if len(text) < _SHORTEST or HANGUL.match(text) is None or not word.nominal:
        return 0
    for length in _lengths(word, atoms, lexicon):
        rest = text[length:]
        if len(rest) < _SHORTEST_REST:
            continue
        office = _office(rest, lexicon)
        if office == rest and text == word.text and text[:length] not in lexicon.readings:
            return 0  # 한도윤차관: read as it stands
        titled = following is not None and following.joined and _office(following.text, lexicon)
        if office or (titled and word.bare and _is_body(word, length, atoms, lexicon)):
            return length
    return 0


def _is_body(word: Word, length: int, atoms: Sequence[Atom], lexicon: Lexicon) -> bool:
    """Whether what is written onto a name is a body, of the pack or by its look."""
    start = word.span.start + length
    known = any(
        a.kind is ActorKind.ORGANISATION and a.span.start == start and a.span.end <= word.stem.end
        for a in atoms
    )
    return known or is_organ(word.text[length:], lexicon)


def _lengths(word: Word, atoms: Sequence[Atom], lexicon: Lexicon) -> Iterator[int]:
    """How long the name may be with which a word begins."""
    start = word.span.start
    for atom in atoms:
        known = atom.kind is ActorKind.PERSON and atom.strength is Strength.STRONG
        if known and atom.span.start == start and word.border(atom.span.end):
            yield len(atom.span)
    for length in _READ:
        if word.text[:length] in lexicon.readings and word.border(start + length):
            yield length
    families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
    given = set(word.text[1:_KOREAN_NAME]) <= lexicon.words("given-syllables")
    proper = word.tags[:1] == ("NNP",) and word.border(start + _KOREAN_NAME)
    if given and proper and word.text[0] in families:
        yield _KOREAN_NAME


def _office(text: str, lexicon: Lexicon) -> str:
    """The title with which a word ends, if it does."""
    longest = min(len(text), _LONGEST_HEAD)
    heads = (text[-n:] for n in range(longest, 1, -1))
    return next((head for head in heads if head in lexicon.heads), "")


def _listing(text: str, lexicon: Lexicon) -> str:
    """등 of 국무총리등."""
    return lexicon.ending("and-others", text) or ""


def _cut(word: Word, office: Span, text: str, starts: tuple[int, ...] = ()) -> Iterator[Word]:
    """The name before an office or body, and that.

    Args:
        word: The whole.
        office: What is written onto the name, without particles and 등.
        text: Of the line.
        starts: Where its parts begin, if they are known better than by the analyser.
    """
    name = Span(word.span.start, office.start)
    yield replace(
        word,
        span=name,
        stem=name,
        text=name.of(text),
        tail="",
        tags=("NNP",),
        starts=(name.start,),
    )
    inner = [
        (s, tag)
        for s, tag in zip(word.starts, word.tags, strict=False)
        if office.start <= s < office.end
    ]
    yield replace(
        word,
        span=Span(office.start, word.span.end),
        stem=office,
        text=office.of(text),
        tail=text[office.end : word.span.end],
        gap="",
        tags=("NNG",) * len(starts) or tuple(tag for _, tag in inner) or ("NNG",),
        starts=starts or tuple(s for s, _ in inner) or (office.start,),
    )


def unlisted_parted(words: Iterable[Word], text: str, lexicon: Lexicon) -> Iterator[Word]:
    """Cut words that begin with a Korean name nobody lists and end in an office, or go on.

    Before given names are told apart, and without the pack's people: those ``parted`` cuts.

    Example:
        ``한도윤핵대사는`` gives 한도윤 and 핵대사는, ``한도윤외교부`` 한도윤 and 외교부;
        안보리의장 and 유엔군사령관 stay whole.
    """
    for word in words:
        head = _begins_at(word, lexicon)
        if head is None:
            yield word
            continue
        cut = word.span.start + _KOREAN_NAME
        starts = tuple(sorted({cut, head, *(s for s in word.starts if s > cut)}))
        yield from _cut(word, Span(cut, cut + len(_written_on(word, lexicon))), text, starts)


def _begins_at(word: Word, lexicon: Lexicon) -> int | None:
    """Where the head of the office behind a name begins, or the body; none where no name is."""
    name, rest = word.text[:_KOREAN_NAME], _written_on(word, lexicon)
    if len(rest) < _SHORTEST_REST or not _is_unlisted(name, lexicon):
        return None
    at = word.span.start + _KOREAN_NAME
    apart = word.border(at)
    hit = lexicon.names.claimed(rest)
    if hit is not None and hit.rows[0].actor_kind is ActorKind.ORGANISATION:
        return at
    for cut in range(len(rest) - _SHORTEST_REST + 1):
        led = apart or not cut or rest[:cut] in lexicon.words("title-prefixes")
        if rest[cut:] in lexicon.heads and led:
            return at + cut
    return None


def _written_on(word: Word, lexicon: Lexicon) -> str:
    """핵대사 of 한도윤핵대사등."""
    return word.text[_KOREAN_NAME:].removesuffix(_listing(word.text, lexicon))


def _is_unlisted(name: str, lexicon: Lexicon) -> bool:
    """한도윤: a family name and two syllables of given ones, of nobody whom the pack lists."""
    families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
    named = name[0] in families and set(name[1:]) <= lexicon.words("given-syllables")
    if not named or name in lexicon.words("not-names") or lexicon.names.claimed(name) is not None:
        return False
    led = lexicon.starting("posted-prefix", name) or lexicon.ending("name-never-ends", name)
    return led is None
