"""Words that end in a title → the office: title as printed, of whom, and what it names besides.

Comes in: a line and the words of a title phrase (``북한 외무성 부상``). Goes out: an ``Office``.
Invariant: ``title`` holds no name of a state; the atoms it was cut from are in ``inner``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.korean.particles import strip
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.words import Word

_SPACES = re.compile(r"\s+")
#: UNFCCC, WFP: a body that leads its own life.
_ACRONYM = re.compile(r"[A-Z]{3,8}")
_REMARK = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that the pack does not know, named inside a title phrase.

    Attributes:
        name: As it will be called.
        span: Where its name stands.
        owns: Whether the role is of it (an institute) or of its state (an organ).
    """

    name: str
    span: Span
    owns: bool


@dataclass(frozen=True, slots=True)
class Office:
    """A title phrase, read.

    Attributes:
        span: The phrase without honorifics and particles.
        title: As printed, without the state, party or institute it is of.
        head: The last part of it that is a known title (``부상``).
        of: State, party, institute or international body; ``None`` if the phrase does not say.
        inner: Names of the pack inside.
        body: An organisation that the pack does not know.
        tail: Particle or copula after it, honorific left out.
    """

    span: Span
    title: str
    head: str
    of: str | None
    inner: tuple[Atom, ...]
    body: Body | None
    tail: str


@dataclass(frozen=True, slots=True)
class TitleEnd:
    """The last word of a title phrase.

    Attributes:
        index: Of the word.
        start: Where the head begins in the text.
        end: Where the title ends, before honorific and particles.
        head: The known title.
        tail: What follows in the word, honorific left out.
    """

    index: int
    start: int
    end: int
    head: str
    tail: str


def title_end(line: Line, index: int, lexicon: Lexicon) -> TitleEnd | None:
    """Read a word as the last of a title phrase, or ``None``.

    Example:
        In ``국방상동지의`` the title is 국방상, the tail ``의``.
    """
    word = line.words[index]
    for text, tail in _readings(word, line.text):
        honorific = lexicon.ending("honorifics", text)
        title = text[: -len(honorific)] if honorific and len(text) > len(honorific) else text
        head = _head(word, title, lexicon)
        if head is not None:
            end = word.stem.start + len(title)
            return TitleEnd(index, end - len(head), end, head, tail)
    return None


def _readings(word: Word, text: str) -> tuple[tuple[str, str], ...]:
    """Stem and tail as analysed, then by the form of the particle alone.

    The analyser takes 국방상과 for one noun now and then, and cuts 부국장과 in the wrong place.
    """
    whole = word.span.of(text)
    stem = strip(whole)
    if stem == word.text or (word.tail in {"", *_PARTICLES} and stem == whole):
        return ((word.text, word.tail),)
    return ((word.text, word.tail), (stem, whole[len(stem) :]))


_PARTICLES = ("은", "는", "이", "가", "을", "를", "과", "와", "의", "도")


def _head(word: Word, text: str, lexicon: Lexicon) -> str | None:
    for start in range(len(text)):
        suffix = text[start:]
        if suffix not in lexicon.heads:
            continue
        if start == 0 or word.border(word.stem.start + start):
            return suffix
        if len(suffix) >= 3 and not word.proper:  # noqa: PLR2004 - 대변인, 위원장 hide in nothing else
            return suffix
        if _chief(text, lexicon):
            return suffix
        if lexicon.names.claimed(text[:start]) or text[:start] in {"제1", "부", "총", "전", "현"}:
            return suffix
    return "장" if _chief(text, lexicon) else None


def _chief(text: str, lexicon: Lexicon) -> bool:
    """A known body, or an institute, and 장: 국가정보원장, 전략센터장."""
    if not text.endswith("장") or len(text) <= 3:  # noqa: PLR2004 - 회의장, 비행장 are places
        return False
    body = text[:-1]
    hit = lexicon.names.claimed(body)
    known = hit is not None and hit.rows[0].actor_kind is ActorKind.ORGANISATION
    known = known or lexicon.ending("bureaus", body) is not None
    return known or (lexicon.ending("chief-of", body) or body) != body


def office_of(line: Line, first: int, end: TitleEnd, lexicon: Lexicon) -> Office:
    """Read the words from ``first`` to the title's end.

    Example:
        ``벨라루스 외무성 부상`` is the title ``외무성 부상`` of 벨라루스.
    """
    words = line.words[first : end.index + 1]
    span = Span(words[0].span.start, end.end)
    inner = tuple(a for a in line.atoms if span.contains(a.span) and a.kind not in _NO_PART)
    body = find_body(line, words, end, inner, lexicon)
    cuts = [_before(a.span, end) for a in inner if _cut_whole(a, end, line.text, lexicon)]
    cuts += [s for a in inner if (s := _owner_prefix(a, line.text, lexicon)) is not None]
    cuts += _posted(line, span, inner, lexicon)
    cuts += [word.span for word in words[:-1] if word.tail == "의"]
    if body is not None and body.owns:
        cuts.append(_before(body.span, end))
    title = _without(line.text, span, cuts)
    of = _of(line, words, end, inner, body, lexicon)
    return Office(span, title or end.head, end.head, of, inner, body, end.tail)


_NO_PART = {ActorKind.PLACE, ActorKind.PERSON, ActorKind.INSTRUMENT}
_OWNERS = {"party", "institute", "university", "international", "company"}


def _owns(atom: Atom) -> bool:
    row = atom.rows[0]
    if row.actor_kind is ActorKind.MEDIUM:
        return True
    return isinstance(row, ActorRow) and row.kind == "organisation" and row.type in _OWNERS


def _before(span: Span, end: TitleEnd) -> Span:
    """A cut leaves the head: of 통일연구원장 remains 원장."""
    return Span(min(span.start, end.start), min(span.end, end.start))


def _cut_whole(atom: Atom, end: TitleEnd, text: str, lexicon: Lexicon) -> bool:
    if atom.kind is ActorKind.STATE:
        return owns_as_state(atom, end, text, lexicon)
    return _owns(atom) and parent_of(atom.rows[0].name, lexicon) is None


def owns_as_state(atom: Atom, end: TitleEnd, text: str, lexicon: Lexicon) -> bool:
    """Whether a state in a title phrase is whose office it is: not in 북한연구실장, 한국석좌."""
    if atom.rule == "prefix":
        return False
    if not "가" <= text[atom.span.end : atom.span.end + 1] <= "힣":
        return True
    row = lexicon.names.title_in(end.head)
    scholarly = row is not None and row.cls == "scholar"
    after = text[atom.span.end : end.end]
    posted = lexicon.starting("posted", after) is not None or after.startswith("의 ")
    return posted or (atom.span.end == end.start and not scholarly)


def parent_of(name: str, lexicon: Lexicon) -> str | None:
    """The party or house that a canonical name begins with: 조선노동당 of its 중앙위원회."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    if any(isinstance(r, ActorRow) and r.type in _SELF_OWNED for r in lexicon.names.named(name)):
        return None
    for row in lexicon.names.named(first):
        if isinstance(row, ActorRow) and row.kind == "organisation" and row.type != "army":
            return first
    return None


#: Bodies that own a role even if their name begins with another's (a university's institute).
_SELF_OWNED = {"institute", "university", "company"}


def _owner_prefix(atom: Atom, text: str, lexicon: Lexicon) -> Span | None:
    """Where an organ's printed name begins with its state or party (러시아 국가안보회의)."""
    printed = atom.span.of(text)
    if atom.kind is ActorKind.STATE or " " not in printed:
        return None
    first = printed.split(" ")[0]
    hit = lexicon.names.claimed(first)
    owner = hit.row.name if hit is not None and hit.row is not None else None
    if owner is None:
        owner = lexicon.names.letters.get(first)
    if owner is None or owner not in {atom.state, parent_of(atom.rows[0].name, lexicon)}:
        return None
    return Span(atom.span.start, atom.span.start + len(first))


def _posted(line: Line, span: Span, inner: tuple[Atom, ...], lexicon: Lexicon) -> list[Span]:
    """주재 after the state that receives an envoy."""
    text = span.of(line.text)
    return [
        Span(span.start + match.start(), span.start + match.end())
        for word in lexicon.words("posted")
        for match in re.finditer(re.escape(word), text)
        if any(a.kind is ActorKind.STATE and _touches(a, span.start + match.start()) for a in inner)
    ]


def _touches(atom: Atom, position: int) -> bool:
    return atom.span.end in {position, position - 1}


def _without(text: str, span: Span, cuts: list[Span]) -> str:
    kept = "".join(
        char
        for position, char in enumerate(span.of(text), span.start)
        if not any(cut.start <= position < cut.end for cut in cuts)
    )
    return _SPACES.sub(" ", _REMARK.sub("", kept)).strip(" ·‧∙ㆍ・-")


def _of(
    line: Line,
    words: tuple[Word, ...],
    end: TitleEnd,
    inner: tuple[Atom, ...],
    body: Body | None,
    lexicon: Lexicon,
) -> str | None:
    if body is not None and body.owns:
        return body.name
    bodies = [a for a in inner if a.kind is not ActorKind.STATE]
    for atom in reversed(bodies):
        parent = parent_of(atom.rows[0].name, lexicon)
        if parent is not None or _owns(atom):
            return parent or atom.rows[0].name
    if any(word.text in lexicon.words("party-words") for word in words):
        return lexicon.names.canonical("조선로동당")
    states = [a for a in inner if a.kind is ActorKind.STATE]
    states = [a for a in states if owns_as_state(a, end, line.text, lexicon)]
    senders = [a for a in states if not _receives(a, line.text, lexicon)]
    if senders:
        return senders[-1].name
    organs = [a.state for a in bodies if a.strength is Strength.STRONG]
    return next((state for state in reversed(organs) if state), None)


def _receives(atom: Atom, text: str, lexicon: Lexicon) -> bool:
    after = text[atom.span.end : atom.span.end + 8].lstrip()
    return lexicon.starting("posted", after) is not None


def find_body(
    line: Line,
    words: tuple[Word, ...],
    end: TitleEnd,
    inner: tuple[Atom, ...],
    lexicon: Lexicon,
) -> Body | None:
    """An institute or organ in a title phrase that the pack does not know.

    Example:
        In ``새벽평화연구원 연구위원`` the institute 새벽평화연구원; in ``전략센터장`` 전략센터.
    """
    for word in reversed(words):
        span = _name_part(word, end, lexicon)
        if len(span) == 0:
            continue
        if any(a.span.overlaps(span) and a.kind is not ActorKind.STATE for a in inner):
            return None
        before_head = span.end <= end.start
        business = before_head and end.head in lexicon.words("business-heads") and word.proper
        if business or is_institute(word, span.of(line.text), lexicon):
            return _with_state(line, Body(span.of(line.text), span, owns=True), word, inner)
        if _organ(span.of(line.text), lexicon):
            part = _part_of_known(span, inner)
            return None if part else Body(span.of(line.text), span, owns=False)
    return None


def _part_of_known(span: Span, inner: tuple[Atom, ...]) -> bool:
    """The body is a part of one that the pack has, which then is what the title names."""
    return any(
        a.kind is ActorKind.ORGANISATION and a.span.end in {span.start - 1, span.start}
        for a in inner
    )


def _name_part(word: Word, end: TitleEnd, lexicon: Lexicon) -> Span:
    """What of a word may be a body's name: of 전략센터장 all but 장."""
    start = word.span.start
    if word.stem.end < end.start:
        return word.stem
    body = word.text[: end.end - start - 1]
    bureau = end.head.endswith("장") and lexicon.ending("bureaus", body)
    if end.head == "장" or end.head[:-1] in lexicon.words("chief-of") or bureau:
        return Span(start, end.end - 1)
    return Span(start, max(start, min(word.stem.end, end.start)))


def is_institute(word: Word, text: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name of an institute, school or centre."""
    if _ACRONYM.fullmatch(text):
        return True
    head = lexicon.ending("institute-heads", text)
    if head is None or len(text) <= len(head):
        return False
    if head in lexicon.words("institute-heads-short"):
        return len(text) - len(head) > 1 and word.proper
    return True


def _organ(text: str, lexicon: Lexicon) -> bool:
    if text in lexicon.words("bare-organs"):
        return False
    if lexicon.ending("organ-heads", text) or lexicon.ending("bureaus", text):
        return True
    suffix = lexicon.ending("organ-suffixes", text)
    return suffix is not None and len(text) > 2  # noqa: PLR2004 - 정부, 부 name no organ


def _with_state(line: Line, body: Body, word: Word, inner: tuple[Atom, ...]) -> Body:
    """A name of common nouns needs its state to be a name: 벨라루스 전략연구소."""
    if "NNP" in word.tags:
        return body
    for atom in inner:
        if atom.kind is ActorKind.STATE and atom.span.end in {body.span.start - 1, body.span.start}:
            span = atom.span.hull(body.span)
            return Body(span.of(line.text), span, owns=True)
    return body


def with_body(line: Line, index: int, office: Office, lexicon: Lexicon) -> Office:
    """An office whose body stands before the name: ``외무성 김철산 부상`` is 외무성 부상.

    Args:
        line: The line.
        index: Of the body's word.
        office: The title after the name.
        lexicon: What to look up.
    """
    word = line.words[index]
    atom = line.atom_at(word)
    if atom is None:
        body = Body(word.text, word.stem, owns=True)
        return replace(office, of=office.of or body.name, body=body)
    inner = (atom, *office.inner)
    if _owns(atom):
        return replace(office, of=office.of or atom.rows[0].name, inner=inner)
    prefix = _owner_prefix(atom, line.text, lexicon)
    start = prefix.end if prefix is not None else atom.span.start
    title = f"{line.text[start : atom.span.end].strip()} {office.title}"
    parent = parent_of(atom.rows[0].name, lexicon)
    state = atom.state if atom.strength is Strength.STRONG else None
    return replace(office, title=title, of=office.of or parent or state, inner=inner)
