"""Sentence → the names of the pack that stand in it as words of their own.

Comes in: a sentence of a document. Goes out: ``Atom``s sorted by span, still without titles and
antecedents. Invariant: an atom's span slices the form as printed; a form inside a longer word
(조선 in 조선소) is no atom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Hit, Named, Strength
from haengbo.korean.particles import strip
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.mentions.lexicon import Lexicon

_SYLLABLE = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_REST = re.compile(r"[가-힣]*")
#: Names that are often written onto the next word: 러시아군, 김정은동지.
_OFTEN_JOINED = {ActorKind.STATE, ActorKind.PERSON}
#: Forms of this length or more are not likely to begin another word by chance.
_LONG = 3
#: Letters from the end of a family name on in which the given name stands.
_GIVEN = 7


class Atom(msgspec.Struct, frozen=True):
    """A name of the pack in a text.

    Attributes:
        span: The form as printed.
        rows: Rows that the form may denote; several: the context decides.
        strength: How much the form denotes by itself.
        rule: What found it.
        confidence: 0..1.
        doubtful: Also an ordinary word: somebody only beside a title or honorific.
        whole: The compound that it is a syllable of.
    """

    span: Span
    rows: tuple[Named, ...]
    strength: Strength
    rule: str
    confidence: float
    doubtful: bool = False
    whole: Span | None = None

    @property
    def kind(self) -> ActorKind:
        """Kind of the first row: rows of one form are of one kind, as a rule."""
        return self.rows[0].actor_kind

    @property
    def name(self) -> str | None:
        """Canonical name, or ``None`` while several rows are possible."""
        return self.rows[0].name if len(self.rows) == 1 else None

    @property
    def state(self) -> str | None:
        """The state it is or belongs to, if its one row says so."""
        if len(self.rows) != 1:
            return None
        row = self.rows[0]
        return row.name if row.actor_kind is ActorKind.STATE else row.state


_BODIES = {ActorKind.STATE, ActorKind.ORGANISATION}


def find_atoms(document: Document, sentence: Sentence, lexicon: Lexicon) -> tuple[Atom, ...]:
    """Names of the pack in a sentence.

    Example:
        ``조선소를 둘러본 북한 외무상`` gives one atom, the state 북한.
    """
    return tuple(_atoms_in(document.text, sentence.span, sentence, lexicon))


def _atoms_in(text: str, span: Span, sentence: Sentence, lexicon: Lexicon) -> Iterable[Atom]:
    for hit in lexicon.names.find(span.of(text)):
        moved = hit.at(hit.span.shifted(span.start))
        if is_word(moved, sentence, text, lexicon):
            if not _short_person(moved):
                yield _atom(moved, sentence)
        elif " " in hit.form:
            # 23일 외무성이: 일 외무성 is no name, 외무성 is; 러시아 검찰총국: 러시아 is.
            space = moved.span.start + hit.form.index(" ")
            for part in (Span(moved.span.start, space), Span(space + 1, moved.span.end)):
                yield from _atoms_in(text, part, sentence, lexicon)
        elif (within := _begins_with(moved, sentence, text, lexicon)) is not None:
            yield _atom(within, sentence)


def _begins_with(hit: Hit, sentence: Sentence, text: str, lexicon: Lexicon) -> Hit | None:
    """유엔사무총장: a command's name ends inside an office there, whose body stands before it."""
    cut = next((t for t in sentence.tokens if t.span.start < hit.span.end < t.span.end), None)
    title = lexicon.names.title_in(cut.form) if cut is not None else None
    if cut is None or title is None or title.form != cut.form:
        return None
    shorter = lexicon.names.claimed(text[hit.span.start : cut.span.start])
    if shorter is None or shorter.rows[0].actor_kind not in _BODIES:
        return None
    return shorter.at(Span(hit.span.start, cut.span.start))


def _short_person(hit: Hit) -> bool:
    """Family name and title: read by ``shortforms`` with the whole page in view."""
    person = hit.rows[0].actor_kind in {ActorKind.PERSON, ActorKind.MEDIUM}
    return hit.strength is Strength.SHORT and person


def _atom(hit: Hit, sentence: Sentence) -> Atom:
    tags = [t.tag for t in sentence.tokens_in(hit.span)]
    doubtful = hit.homograph and hit.rows[0].actor_kind is ActorKind.PERSON and tags != ["NNP"]
    certain = 0.97 if hit.strength is Strength.STRONG and not hit.homograph else 0.85
    return Atom(hit.span, hit.rows, hit.strength, "dictionary", certain, doubtful)


def is_word(hit: Hit, sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    """Whether a form of the pack stands as a word of its own, not inside another."""
    body = hit.form[1:2] == " " and hit.rows[0].actor_kind is not ActorKind.PERSON
    body = body and hit.form[0] in {*lexicon.names.letters, *lexicon.words("party-words")}
    if body and not _letter_opens(hit, sentence, text, lexicon):
        return False
    if hit.homograph and not _analysed_as_name(hit, sentence):
        return _before_office(hit, text, lexicon)
    if hit.form in lexicon.words("republics") and _named_before(hit, sentence, text):
        return False
    if len(hit.form) < _LONG and not _short_word(hit, sentence):
        return False
    if lexicon.starting("not-names-before", text[hit.span.end :][:6]) and len(hit.form) < _LONG:
        return False
    return _free_left(hit, sentence, text, lexicon) and _free_right(hit, sentence, text, lexicon)


def _before_office(hit: Hit, text: str, lexicon: Lexicon) -> bool:
    """북한의 리근 외무성 국장: somebody's name right before an office, whatever else it may be.

    So too 비건 미 국무부 부장관, with the state between, and a foreigner's family name before a
    title alone (비건 부장관).
    """
    after = text[hit.span.end : hit.span.end + _OFFICE_REACH]
    person = hit.rows[0].actor_kind is ActorKind.PERSON and len(hit.form) > 1
    opens = hit.span.start == 0 or text[hit.span.start - 1] == " "
    if not person or not opens or not after.startswith(" "):
        return False
    first, _, rest = after[1:].partition(" ")
    body = rest.partition(" ")[0] if first in lexicon.names.letters else first
    if lexicon.ending("organ-heads", body) is not None:
        return True
    office = strip(body)
    title = lexicon.names.title_in(office)
    family = all(row.name.endswith(f" {hit.form}") for row in hit.rows)
    return family and title is not None and title.form == office


def _named_before(hit: Hit, sentence: Sentence, text: str) -> bool:
    """부랴티야 공화국: a republic that has its name before it is another one."""
    before = [t for t in sentence.tokens if t.span.end == hit.span.start - 1]
    apart = text[hit.span.start - 1 : hit.span.start] == " "
    return apart and bool(before) and before[-1].tag in {"NNP", "UN"}


def _analysed_as_name(hit: Hit, sentence: Sentence) -> bool:
    """The analyser takes the form for nouns, at least one of them proper or unknown."""
    tokens = sentence.tokens_in(hit.span)
    if " " in hit.form:
        return True
    tags = [t.tag for t in tokens]
    if tags[:1] == ["VCP"]:
        return _no_copula(hit, sentence)
    return all(t.startswith(("N", "S", "X", "U")) for t in tags) and any(
        t in {"NNP", "SH", "SL", "UN"} for t in tags
    )


def _no_copula(hit: Hit, sentence: Sentence) -> bool:
    """다네시 이란 과학장관: no word begins with a copula, whatever the analyser says.

    Behind a common noun it may be one all the same, that somebody has parted from it: 회담 이란.
    """
    if any(s.span.end == hit.span.start or s.span.start == hit.span.end for s in sentence.tokens):
        return False
    before = [t.tag for t in sentence.tokens if t.span.end <= hit.span.start]
    return before[-1:] == ["NNP"]


def _letter_opens(hit: Hit, sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    """A body behind one syllable of its state (미 국무부), not after a figure (23일 외무성)."""
    if not _SYLLABLE.match(hit.form[0]):
        return True
    before = text[sentence.span.start : hit.span.start].rstrip()
    if hit.form[0] in lexicon.words("letters-free"):
        return not before or not before[-1].isdigit() or text[hit.span.start - 1] == " "
    return not before or before[-1] in "\"'`“‘…,·[(▲=-"


def _short_word(hit: Hit, sentence: Sentence) -> bool:
    """A form of one or two syllables that the analyser takes for nouns; media: for a name."""
    tokens = sentence.tokens_in(hit.span)
    if not tokens or tokens[-1].span.end != hit.span.end or " " in hit.form:
        return hit.rows[0].actor_kind is ActorKind.STATE and hit.strength is Strength.STRONG
    tags = [t.tag for t in tokens]
    if tags[0] == "VCP":
        return hit.strength is Strength.STRONG and _no_copula(hit, sentence)
    if hit.rows[0].actor_kind is ActorKind.MEDIUM:
        return all(t in {"NNP", "SL", "SH", "UN"} for t in tags)
    return all(t.startswith(("N", "SL", "SH", "SN", "XPN", "UN")) for t in tags)


def _free_left(hit: Hit, sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    start = hit.span.start
    before = text[start - 1] if start > sentence.span.start else " "
    if _LATIN.match(text[start]) and _LATIN.match(before):
        return False
    if not _SYLLABLE.match(before) or _receives(hit, sentence, text, lexicon):
        return True
    if _formerly(hit, text, lexicon):
        return True
    if len(hit.form) < _LONG or _in_longer_body(hit, text, lexicon):
        return False
    if hit.rows[0].actor_kind is ActorKind.STATE and before in lexicon.words("state-prefixes"):
        return True
    return any(t.span.start == start for t in sentence.tokens)


def _receives(hit: Hit, sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    """주쿠바 북한 대사, 주조선대사: the state that receives an envoy; not 주인도 in 주인도 없다."""
    start, end = hit.span.start, hit.span.end
    able = {Strength.STRONG, Strength.DEFAULT}
    if hit.rows[0].actor_kind is not ActorKind.STATE or hit.strength not in able:
        return False
    prefix = text[start - 1] in lexicon.words("posted-prefix") and len(hit.form) > 1
    opens = start - 1 == sentence.span.start or not _SYLLABLE.match(text[start - 2])
    after = text[end : min(end + _ENVOY_REACH, sentence.span.end)]
    return prefix and opens and any(head in after for head in lexicon.words("envoy-heads"))


def _formerly(hit: Hit, text: str, lexicon: Lexicon) -> bool:
    """전미국대통령: the state between what says that an office is no more held and the office."""
    start, end = hit.span.start, hit.span.end
    if hit.rows[0].actor_kind is not ActorKind.STATE or hit.strength is not Strength.STRONG:
        return False
    if start == 0 or text[start - 1] not in lexicon.words("former-prefixes"):
        return False
    opens = start == 1 or not _SYLLABLE.match(text[start - 2])
    return (
        opens and lexicon.starting("heads-once-held", text[end : end + _LONGEST_HEAD]) is not None
    )


#: Syllables of the longest office behind such a state.
_LONGEST_HEAD = 5
#: From the state that receives an envoy to the word of the envoy.
_ENVOY_REACH = 10


def _in_longer_body(hit: Hit, text: str, lexicon: Lexicon) -> bool:
    """A name that ends a longer one: 평화연구소 in 새벽평화연구소, 통신위원회 in 문화통신위원회."""
    row = hit.rows[0]
    committee = lexicon.ending("committee-heads", hit.form) is not None
    if not isinstance(row, ActorRow) or not (committee or row.type in _OF_THEIR_OWN):
        return False
    start = hit.span.start
    while start > 0 and _SYLLABLE.match(text[start - 1]):
        start -= 1
    if committee and hit.span.start - start < _LONG_HEAD:
        return False  # 당중앙위원회
    return lexicon.names.claimed(text[start : hit.span.start]) is None


#: How far behind a name the ministry ends that somebody serves.
_OFFICE_REACH = 10
#: Syllables before a committee's name that make it another committee's.
_LONG_HEAD = 3
#: Bodies whose names others build upon.
_OF_THEIR_OWN = {"institute", "university", "company"}


def _free_right(hit: Hit, sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    end = hit.span.end
    after = text[end] if end < sentence.span.end else " "
    if _LATIN.match(text[end - 1]) and _LATIN.match(after):
        return False
    rest = _REST.match(text, end, sentence.span.end)
    if rest is None or not rest.group():
        return True
    if _in_one_noun(hit, rest.group(), sentence, text, lexicon):
        return False
    return _may_run_on(hit, rest.group(), sentence, lexicon)


def _may_run_on(hit: Hit, rest: str, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether what is written onto a name leaves it a name: particles, suffixes, the next noun."""
    kind = hit.rows[0].actor_kind
    if kind is ActorKind.ORGANISATION and lexicon.starting("never-after-organs", rest) is not None:
        return False
    if kind is ActorKind.MEDIUM and rest in lexicon.heads:
        return False  # 로씨야1국장: a department's head, not a station's
    if kind is ActorKind.PERSON and _longer_name(hit.form, rest, lexicon):
        return False
    if kind is ActorKind.STATE and rest.startswith(_LANGUAGE):
        return False
    often_joined = kind in _OFTEN_JOINED and len(hit.form) >= _LONG and not hit.homograph
    border = any(hit.span.end in {t.span.start, t.span.end} for t in sentence.tokens)
    suffixes = _SUFFIXES.get(kind, "honorifics")
    return often_joined or border or lexicon.starting(suffixes, rest) is not None


def _in_one_noun(hit: Hit, rest: str, sentence: Sentence, text: str, lexicon: Lexicon) -> bool:
    """하야시 in 하야시다 (겐이치): the analyser knows the longer name, or a given name follows."""
    if hit.rows[0].actor_kind is not ActorKind.PERSON or len(rest) != 1:
        return False
    if rest in lexicon.words("syllables-after-people"):
        return False
    end = hit.span.end + 1
    if lexicon.starting("given-names-behind", text[end + 1 : end + _GIVEN]) is not None:
        return text[end : end + 1] == " "
    if strip(hit.form + rest) == hit.form:
        return False
    whole = Span(hit.span.start, end)
    here = (t for t in sentence.tokens if t.span == whole)
    return any(token.known and token.tag == "NNP" for token in here)


def _longer_name(form: str, rest: str, lexicon: Lexicon) -> bool:
    """Whether a name of two syllables is the beginning of one of three: 서준 in 서준혁을."""
    alone = rest[1:] == "" and rest not in lexicon.words("syllables-after-people")
    if len(form) >= _LONG or not (alone or rest[:1] in lexicon.words("given-syllables")):
        return False
    ends = ("honorifics", "name-particles", "copulas", "topic-particles")
    if strip(form + rest) == form or any(rest in lexicon.words(key) for key in ends):
        return False
    after = rest[1:]
    return strip(form + rest) == form + rest[0] or any(after in lexicon.words(k) for k in ends)


#: 누리국어, 누리국어판: a language, not the state.
_LANGUAGE = "어"
#: Kind of actor → word set of what may be written onto its name.
_SUFFIXES = {ActorKind.STATE: "state-suffixes", ActorKind.ORGANISATION: "body-chiefs"}


def states_by_name(lexicon: Lexicon, name: str) -> tuple[ActorRow, ...]:
    """Rows of a state's canonical name."""
    return tuple(
        row
        for row in lexicon.names.named(name)
        if isinstance(row, ActorRow) and row.actor_kind is ActorKind.STATE
    )


def owner_in(atom: Atom, text: str, lexicon: Lexicon) -> Atom | None:
    """The state, party or body with whose name a longer name begins, if a space follows it.

    Example:
        러시아 in 러시아 국가안보회의; 조선노동당 in 노동당 본부청사.
    """
    printed = atom.span.of(text)
    for end in range(len(printed) - 1, 0, -1):
        if printed[end] != " ":
            continue
        span = Span(atom.span.start, atom.span.start + end)
        letter = lexicon.names.letters.get(printed[:end])
        if letter is not None:
            return Atom(span, states_by_name(lexicon, letter), Strength.STRONG, "owner", 0.9)
        hit = lexicon.names.claimed(printed[:end])
        if hit is not None and hit.row is not None and hit.row.actor_kind in _OWNERS:
            return Atom(span, hit.rows, hit.strength, "owner", 0.9)
    return None


_OWNERS = {ActorKind.STATE, ActorKind.ORGANISATION}
