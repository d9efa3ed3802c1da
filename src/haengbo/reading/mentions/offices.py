"""Words that end in a title → the office: title as printed, of whom, and what it names besides.

Comes in: a line and the words of a title phrase (``북한 외무성 부상``). Goes out: an ``Office``.
Invariant: ``title`` holds no name of a state; the atoms it was cut from are in ``inner``.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.bodies import (
    Body,
    find_body,
    is_institute,
    owner_prefix,
    owns_roles,
    parent_of,
)
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.organs import is_organ
from haengbo.reading.mentions.titles import TitleEnd
from haengbo.reading.mentions.words import Word

_SPACES = re.compile(r"\s+")
_REMARK = re.compile(r"\([^()]*\)")
#: 제21대 국회의원, 5선 의원: the count is no part of the title.
_ORDINAL = re.compile(r"(?:제\s?)?\d{1,3}대\s|\d선\s")
#: Shorter words that begin with a state's syllable are ordinary ones (중대장).
_LONG_TITLE = 4
#: 유엔식량농업기구[(FAO)] 주재: the short name of a body between it and 주재.
_BRACKET = re.compile(r"\A\)|\A\([^()]{1,12}\)")
_FAR = 24
_POSTED_TO = re.compile(r"(?<![가-힣])주\Z")
_NO_PART = {ActorKind.PLACE, ActorKind.PERSON, ActorKind.INSTRUMENT}


class Office(msgspec.Struct, frozen=True):
    """A title phrase, read.

    Attributes:
        span: The phrase without honorifics and particles.
        title: As printed, without the state, party or institute it is of.
        head: The last part of it that is a known title (``부상``).
        of: State, party, institute or international body; ``None`` if the phrase does not say.
        inner: Names of the pack inside.
        body: An organisation that the pack does not know.
        tail: Particle or copula after it, honorific left out.
        apart: Stands in a clause of its own (… 차관을 지낸), whose verb and day are its own: it
            says who somebody is, but is no part of how they are named.
    """

    span: Span
    title: str
    head: str
    of: str | None
    inner: tuple[Atom, ...]
    body: Body | None
    tail: str
    apart: bool = False


def office_of(line: Line, first: int, end: TitleEnd, lexicon: Lexicon) -> Office:
    """Read the words from ``first`` to the title's end.

    Example:
        ``벨라루스 외무성 부상`` is the title ``외무성 부상`` of 벨라루스.
    """
    words = line.words[first : end.index + 1]
    span = Span(words[0].span.start, end.end)
    inner = tuple(a for a in line.atoms if span.contains(a.span) and a.kind not in _NO_PART)
    body = find_body(line, words, end, inner, lexicon)
    whole = [a for a in inner if _cut_whole(a, end, line.text, lexicon)]
    cuts = [_before(_name_of_state(a, line.text, lexicon), end) for a in whole]
    cuts += [s for a in inner if (s := owner_prefix(a, line.text, lexicon)) is not None]
    cuts += _posted(line, span, inner, lexicon)
    cuts += [word.span for word in words[:-1] if word.tail == "의"]
    cuts += [word.span for word in words[:-1] if word.text in lexicon.words("then")]
    lettered = _lettered(words[0].text, lexicon) and not any(
        a.span.start == span.start for a in inner
    )
    lettered = lettered or _in_characters(line.text[span.start], lexicon)
    if lettered:
        cuts.append(Span(span.start, span.start + 1))
    if body is not None and body.owns:
        cuts.append(_before(body.span, end))
    cuts += _above(words, inner, lexicon)
    title = _without(line.text, span, cuts)
    of = _of(line, words, end, inner, body, lexicon)
    if of is None and lettered:
        of = lexicon.names.letters[span.of(line.text)[0]]
    return Office(span, title or end.head, end.head, of, inner, body, end.tail)


def _above(words: tuple[Word, ...], inner: tuple[Atom, ...], lexicon: Lexicon) -> list[Span]:
    """[한결과학아카데미] 극동연구소 연구원: the institute above the one whose office it is."""
    owners = [a.span.start for a in inner if a.kind is ActorKind.ORGANISATION and owns_roles(a)]
    return [
        word.span
        for word in words
        if owners
        and word.span.end < owners[-1]
        and word.text not in lexicon.heads
        and is_institute(word, word.text, lexicon)
    ]


def names_northern_ministry(office: Office) -> bool:
    """Whether a title names a ministry as only the North and Japan call theirs: 외무성 국장."""
    return any(len(word) > 1 and word.endswith("성") for word in office.title.split()[:-1])


def _lettered(text: str, lexicon: Lexicon) -> bool:
    """A long title behind one syllable of its state: 미국방장관."""
    if text in lexicon.words("letters-free"):
        return True  # 스티븐 비건 미 대북정책 특별대표: a letter by itself
    office = text[1:] in lexicon.heads and len(text) >= _LONG_TITLE
    return office and text[:1] in lexicon.names.letters and text not in lexicon.heads


def _in_characters(letter: str, lexicon: Lexicon) -> bool:
    """[美]국무부 차관보: the state in one Chinese character, no part of the title."""
    return not "가" <= letter <= "힣" and letter in lexicon.names.letters


def _before(span: Span, end: TitleEnd) -> Span:
    """A cut leaves the head: of 통일연구원장 remains 원장."""
    return Span(min(span.start, end.start), min(span.end, end.start))


def _name_of_state(atom: Atom, text: str, lexicon: Lexicon) -> Span:
    """Of 일본 정부 only 일본 is the state's name; of 꾸바공산당 중앙위원회 the party's is cut."""
    if atom.kind is ActorKind.STATE and _side(text, atom.span.end):
        return Span(atom.span.start, atom.span.end + 1)
    key = "government-words" if atom.kind is ActorKind.STATE else "central-committees"
    kept = lexicon.ending(key, atom.span.of(text))
    if kept is None:
        return atom.span
    return Span(atom.span.start, atom.span.end - len(kept))


def _cut_whole(atom: Atom, end: TitleEnd, text: str, lexicon: Lexicon) -> bool:
    if atom.whole is not None:
        return False  # 북일 국교정상화 교섭담당 대사: what the office is about
    if atom.kind is ActorKind.STATE:
        kept = _posted_to(atom, text) or _names_post(atom, text, lexicon)
        return not kept and owns_as_state(atom, end, text, lexicon)
    if _receives(atom, text, lexicon):
        return False
    return owns_roles(atom) and parent_of(atom.rows[0].name, lexicon) is None


def owns_as_state(atom: Atom, end: TitleEnd, text: str, lexicon: Lexicon) -> bool:
    """Whether a state in a title phrase is whose office it is: not in 북한연구실장, 한국석좌."""
    following = text[atom.span.end : end.end].lstrip()
    if _side(text, atom.span.end):
        return True
    row = lexicon.names.title_in(end.head)
    if atom.rule != "prefix" and row is not None and row.cls == "minister":
        return True  # 수리아경제무역상: a minister's office has no state in its name
    if atom.rule == "prefix" or lexicon.starting("fields", following) is not None:
        return False
    if _is_desk(atom, end, text, lexicon):
        return False
    if not "가" <= text[atom.span.end : atom.span.end + 1] <= "힣":
        return True
    scholarly = row is not None and row.cls == "scholar"
    after = text[atom.span.end : end.end]
    posted = lexicon.starting("posted", after) is not None or after.startswith("의 ")
    between = text[atom.span.end : end.start].strip()
    house = lexicon.ending("house-words", between) is not None or is_organ(between, lexicon)
    organ = between.partition(" ")[0]  # 호주대표부 차석대사
    serves = organ in lexicon.heads and organ not in lexicon.words("envoy-heads")
    house = house or serves  # 로씨야대통령 신문비서
    house = house or is_organ(organ, lexicon) or organ in lexicon.words("un-missions")
    return posted or house or (atom.span.end == end.start and not scholarly)


def _is_desk(atom: Atom, end: TitleEnd, text: str, lexicon: Lexicon) -> bool:
    """외무성 [미국]국장: behind a ministry, which state the office deals with."""
    written_on = atom.span.end == end.start and end.head in lexicon.words("desk-heads")
    before = text[max(0, atom.span.start - _FAR) : atom.span.start].rstrip().rpartition(" ")[2]
    return written_on and len(before) > 1 and is_organ(before, lexicon)


def _side(text: str, end: int) -> bool:
    """미국[측] 수석대표: the state with the word for its side, before the office."""
    return text[end : end + 2] in {"측 ", "쪽 "}


def _posted(line: Line, span: Span, inner: tuple[Atom, ...], lexicon: Lexicon) -> list[Span]:
    """주재 after the state that receives an envoy."""
    text = span.of(line.text)
    return [
        Span(span.start + match.start(), span.start + match.end())
        for word in lexicon.words("posted")
        for match in re.finditer(re.escape(word), text)
        if any(
            a.kind is ActorKind.STATE
            and _touches(a, span.start + match.start())
            and not _names_post(a, line.text, lexicon)
            for a in inner
        )
    ]


def _names_post(atom: Atom, text: str, lexicon: Lexicon) -> bool:
    """북한 주재 [스웨덴대사]: part of the title, as the South prints it; not 우리 나라 주재."""
    if atom.kind is not ActorKind.STATE or atom.span.of(text) in lexicon.words("own-state"):
        return False
    after = text[atom.span.end :]
    return after.startswith(" ") and lexicon.starting("posted", after[1:9]) is not None


def _touches(atom: Atom, position: int) -> bool:
    return atom.span.end in {position, position - 1}


def _without(text: str, span: Span, cuts: list[Span]) -> str:
    kept = "".join(
        char
        for position, char in enumerate(span.of(text), span.start)
        if not any(cut.start <= position < cut.end for cut in cuts)
    )
    plain = _ORDINAL.sub("", _REMARK.sub("", kept))
    return _SPACES.sub(" ", plain).strip(" ·‧∙ㆍ・-")


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
    bodies = [a for a in bodies if not _receives(a, line.text, lexicon)]
    for atom in reversed(bodies):
        abroad = _abroad(atom, inner, line.text, lexicon)
        if abroad is not None:
            return abroad
        parent = parent_of(atom.rows[0].name, lexicon)
        if parent is not None or owns_roles(atom):
            return parent or atom.rows[0].name
    written_on = line.text[words[-1].span.start : end.start] if len(words) == 1 else ""
    parties = lexicon.words("party-words") | lexicon.words("parties-written-on")
    if written_on in parties or any(w.text in lexicon.words("party-words") for w in words):
        return lexicon.names.canonical("조선로동당")
    states = [a for a in inner if a.kind is ActorKind.STATE and a.whole is None]
    states = [a for a in states if owns_as_state(a, end, line.text, lexicon)]
    senders = [a for a in states if not _receives(a, line.text, lexicon)]
    if senders:
        return senders[-1].name
    organs = [a.state for a in bodies if a.strength is Strength.STRONG]
    return next((state for state in reversed(organs) if state), None)


def _abroad(party: Atom, inner: tuple[Atom, ...], text: str, lexicon: Lexicon) -> str | None:
    """멕시코 [노동당] 대표단 단장: a party of another state than the one it is called so in."""
    row = party.rows[0]
    if not isinstance(row, ActorRow) or row.type != "party":
        return None
    start = party.span.start
    lands = (a for a in inner if a.kind is ActorKind.STATE and a.span.end in {start - 1, start})
    land = next((a.name for a in lands if a.whole is None), None)
    if land is None or land == row.state:
        return None
    form = party.span.of(text)
    if form == row.name:
        return None
    known = (lexicon.names.canonical(f"{land}{between}{form}") for between in ("", " "))
    return next((name for name in known if name is not None), f"{land} {form}")


def _posted_to(atom: Atom, text: str) -> bool:
    return _POSTED_TO.search(text[max(0, atom.span.start - 2) : atom.span.start]) is not None


def _receives(atom: Atom, text: str, lexicon: Lexicon) -> bool:
    """An envoy is posted there: 유엔 주재 대사, 주러시아 대사."""
    after = _BRACKET.sub("", text[atom.span.end : atom.span.end + _FAR], count=1).lstrip()
    if atom.kind is ActorKind.STATE and _posted_to(atom, text):
        return True
    if lexicon.starting("posted", after) is not None:
        return True
    # 황인규 유엔대사: of the state that sends him
    sends_none = atom.span.of(text) in lexicon.words("receiving-bodies")
    return sends_none and lexicon.starting("envoy-heads", after) is not None


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
    office = _of_part(line, word, office, lexicon)
    if atom is None:
        body = Body(word.text, word.stem, owns=not is_organ(word.text, lexicon))
        if not body.owns:
            return replace(office, title=f"{body.name} {office.title}", body=body)
        return replace(office, of=office.of or body.name, body=body)
    inner = (atom, *office.inner)
    if owns_roles(atom):
        return replace(office, of=office.of or atom.rows[0].name, inner=inner)
    prefix = owner_prefix(atom, line.text, lexicon)
    land = _state_before(line, atom) if prefix is None else None
    if land is not None:
        inner = (land, *inner)
    start = prefix.end if prefix is not None else atom.span.start
    title = f"{line.text[start : atom.span.end].strip()} {office.title}"
    parent = parent_of(atom.rows[0].name, lexicon)
    state = atom.state if atom.strength is Strength.STRONG else None
    state = land.name if land is not None else state
    return replace(office, title=title, of=office.of or parent or state, inner=inner)


def _of_part(line: Line, word: Word, office: Office, lexicon: Lexicon) -> Office:
    """한결연구원 윤가람 [통일연구센터장]: the centre is a part of the institute before the name."""
    body = office.body
    institute = is_institute(word, word.text, lexicon)
    if not institute or body is None or not body.owns:
        return office
    if lexicon.ending("centres", body.name) is None or office.span.start != body.span.start:
        return office
    return replace(office, title=office.span.of(line.text), of=None, body=None)


def _state_before(line: Line, body: Atom) -> Atom | None:
    """스웨덴 재무부의 …: the state right before a body that others have too."""
    return next(
        (
            a
            for a in line.atoms
            if a.kind is ActorKind.STATE and a.whole is None and a.span.end == body.span.start - 1
        ),
        None,
    )
