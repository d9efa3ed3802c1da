"""Organisations inside title phrases: which one a name or word is, and what it owns.

Comes in: words and atoms of a title phrase. Goes out: a ``Body`` that the pack does not know, and
answers about those that it knows. Invariant: an institute, party or international body owns the
roles in it; an organ's roles are of its state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from haengbo.knowledge.actors import ActorRow
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.organs import is_organ
from haengbo.reading.mentions.titles import TitleEnd
from haengbo.reading.mentions.words import Word

#: UNFCCC, WFP: a body that leads its own life.
_ACRONYM = re.compile(r"[A-Z]{3,8}")
#: Shorter words that end in 대 are ordinary (군대, 당대).
_SHORT = 2
#: 연구소장 alone names no institute, 가람연구소장 does.
_SHORTEST_INSTITUTE = 3
_OWNERS = {"party", "institute", "university", "international", "company", "movement"}


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


def owns_roles(atom: Atom) -> bool:
    """Whether roles in an organisation of the pack are of it, not of its state."""
    row = atom.rows[0]
    if row.actor_kind is ActorKind.MEDIUM:
        return True
    return isinstance(row, ActorRow) and row.kind == "organisation" and row.type in _OWNERS


def parent_of(name: str, lexicon: Lexicon) -> str | None:
    """The party or house that a canonical name begins with: 조선노동당 of its 중앙위원회."""
    first, _, rest = name.partition(" ")
    if not rest or lexicon.starting("posted", rest) is not None:
        # 유엔 주재 북한대표부 is posted to the UN, not of it.
        return None
    if any(isinstance(r, ActorRow) and r.type in _SELF_OWNED for r in lexicon.names.named(name)):
        return None
    for row in lexicon.names.named(first):
        # 백악관 국가안보회의 is the state's, not another organ's; 국회 정보위원회 is the house's
        organ = row.type == "organ" and first not in lexicon.words("houses-alone")
        if isinstance(row, ActorRow) and row.kind == "organisation":
            return None if organ or row.type == "army" else first
    return None


#: Bodies that own a role even if their name begins with another's (a university's institute).
_SELF_OWNED = {"institute", "university", "company"}


def owner_prefix(atom: Atom, text: str, lexicon: Lexicon) -> Span | None:
    """Where an organ's printed name begins with its state or party (러시아 국가안보회의)."""
    printed = atom.span.of(text)
    if atom.kind is ActorKind.STATE:
        return None
    if " " not in printed:
        return written_on(atom, text, lexicon)
    for end in range(len(printed) - 1, 0, -1):
        if printed[end] != " ":
            continue
        first = printed[:end]
        hit = lexicon.names.claimed(first)
        owner = hit.row.name if hit is not None and hit.row is not None else None
        owner = owner or lexicon.names.letters.get(first)
        if owner is not None and owner in {atom.state, parent_of(atom.rows[0].name, lexicon)}:
            return Span(atom.span.start, atom.span.start + end)
    return None


def written_on(atom: Atom, text: str, lexicon: Lexicon) -> Span | None:
    """The state that an organ's name is written onto: 로씨야 of 로씨야외무성, 미 of 미국무성."""
    printed = atom.span.of(text)
    if atom.state is None or atom.kind is not ActorKind.ORGANISATION or owns_roles(atom):
        return None
    if printed == atom.rows[0].name:
        return None  # 조선적십자회: its name, not the state's before it
    for end in range(len(printed) - _SHORT, 0, -1):
        first = printed[:end]
        hit = lexicon.names.claimed(first) if end > 1 else None
        land = hit.row.name if hit is not None and hit.row is not None else None
        land = land or lexicon.names.letters.get(first)
        if end == 1 and lexicon.names.claimed(printed[1:]) is None:
            continue  # [미]사일방어청
        if land == atom.state and is_organ(printed[end:], lexicon):
            return Span(atom.span.start, atom.span.start + end)
    return None


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
    school_title = end.head in lexicon.words("university-titles")
    for word in reversed(words):
        span = _name_part(line, word, end, inner, lexicon)
        if len(span) == 0:
            continue
        if any(a.span.overlaps(span) and a.kind is not ActorKind.STATE for a in inner):
            return None
        before_head = span.end <= end.start
        business = before_head and end.head in lexicon.words("business-heads") and word.proper
        business = business and line.atom_at(word) is None
        school = before_head and is_school(span.of(line.text), end.head, lexicon)
        if business or school or is_institute(word, span.of(line.text), lexicon):
            if _part_of_known(span, inner):
                return None
            body = Body(span.of(line.text), span, owns=True)
            return _with_state(line, body, words, inner, lexicon)
        faculty = school_title and lexicon.ending("faculties", span.of(line.text)) is not None
        if not faculty and is_organ(span.of(line.text), lexicon):
            part = _part_of_known(span, inner)
            return None if part else Body(span.of(line.text), span, owns=False)
    # 국무위원장 is a title by itself
    chiefs = (w for w in words if lexicon.ending("committee-chiefs", w.text) is not None)
    chief = next((w for w in chiefs if w.text not in lexicon.heads), None)
    return _committee_of(line, chief, inner, lexicon) if chief is not None else None


def _committee_of(line: Line, word: Word, inner: tuple[Atom, ...], lexicon: Lexicon) -> Body | None:
    """The committee of the pack that a chairman's title names: 금융위원장 is of 금융위원회."""
    if any(a.kind is ActorKind.ORGANISATION for a in inner):
        return None
    body = Span(word.stem.start, word.stem.end - 1)
    hit = lexicon.names.claimed(f"{body.of(line.text)}회")
    known = hit is not None and hit.row is not None
    return Body(f"{body.of(line.text)}회", body, owns=False) if known else None


def is_school(text: str, head: str, lexicon: Lexicon) -> bool:
    """A university cut to its last syllable before a professor: 새벽대 교수."""
    short = lexicon.ending("institute-heads-short", text)
    return head in lexicon.words("university-titles") and short is not None and len(text) > _SHORT


def _part_of_known(span: Span, inner: tuple[Atom, ...]) -> bool:
    """The body is a part of one that the pack has, which then is what the title names."""
    return any(
        a.kind is ActorKind.ORGANISATION and a.span.end in {span.start - 1, span.start}
        for a in inner
    )


def _name_part(
    line: Line, word: Word, end: TitleEnd, inner: tuple[Atom, ...], lexicon: Lexicon
) -> Span:
    """What of a word may be a body's name: of 전략센터장 and 학회장 all but 장."""
    start = word.span.start
    if word.stem.end < end.start:
        return word.stem
    body = word.text[: end.end - start - 1]
    bureau = end.head.endswith("장") and lexicon.ending("bureaus", body)
    centre = lexicon.ending("chief-of", end.head[:-1])
    club = end.head == "회장" and lexicon.ending("clubs", body) is not None
    known = lexicon.ending("chief-of", body) is not None and len(body) > _SHORTEST_INSTITUTE
    if end.head == "장" or centre or bureau or club or known:
        return Span(start, end.end - 1)
    state = next((a for a in inner if a.kind is ActorKind.STATE and a.span.start == start), None)
    until = max(start, min(word.stem.end, end.start))
    if state is not None and is_organ(line.text[state.span.end : until], lexicon):
        # 일본내각관방장관: 내각 is the organ, 일본 its state.
        return Span(state.span.end, until)
    return Span(start, until)


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


def _with_state(
    line: Line, body: Body, words: tuple[Word, ...], inner: tuple[Atom, ...], lexicon: Lexicon
) -> Body:
    """The whole name: an institute of an institute, or of a state if its own words are common.

    Example:
        벨라루스 전략연구소; 새벽과학아카데미 경제연구소.
    """
    index = next(i for i, w in enumerate(words) if w.span.start == body.span.start)
    word, before = words[index], words[index - 1] if index else None
    if before is not None and word.joined and is_institute(before, before.text, lexicon):
        if lexicon.ending("centres", body.name) is not None and word.stem.end > body.span.end:
            # 새벽연구원 중국센터장: a part of the institute, named in the title
            return Body(before.stem.of(line.text), before.stem, owns=True)
        span = before.span.hull(body.span)
        return Body(span.of(line.text), span, owns=True)
    if "NNP" in word.tags:
        return body
    place = line.atom_at(before) if before is not None and before.bare and word.joined else None
    if before is not None and place is not None and place.kind is ActorKind.PLACE:
        span = before.span.hull(body.span)  # 랴오닝성 사회과학원
        return Body(span.of(line.text), span, owns=True)
    for atom in inner:
        if atom.kind is ActorKind.STATE and atom.span.end in {body.span.start - 1, body.span.start}:
            span = atom.span.hull(body.span)
            return Body(span.of(line.text), span, owns=True)
    return body


def organ_name(state: str, printed: str, lexicon: Lexicon, home: str) -> str:
    """Canonical name of a state's organ; abroad the North's …성 is …부; at home as printed.

    Example:
        문화성 of 러시아 is 러시아 문화부.
    """
    forms = [printed]
    if printed.endswith("성") and state not in lexicon.words("states-of-northern-ministries"):
        forms.insert(0, f"{printed[:-1]}부")
    for form in (printed, *forms):
        known = lexicon.names.canonical(f"{state} {form}")
        if known is not None:
            return known
    return printed if state == home else f"{state} {forms[0]}"
