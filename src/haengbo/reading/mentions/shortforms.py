"""Line and roster → people called by family name and title, and states in office alone.

Comes in: a line whose full names are read, and the page's roster. Goes out: mentions with rule
``short-form`` (김 위원장, 李대통령) and ``office`` (러시아 대통령). Invariant: an answer only where
one person remains; the head is the family name, or the title where no name stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.knowledge.actors import ActorRow
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.emit import Emitter
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import office_of
from haengbo.reading.mentions.titles import TitleEnd, title_end

#: Written together with the family name, a shorter title is too often another word (한국장), unless
#: the analyser itself takes the first syllable for a name (강총리).
_SHORTEST_ATTACHED = 3
#: Adverbs and determiners are no family names: 또 서기장은, 그 총장은.
_NO_NAMES = {"MAG", "MAJ", "MM", "NP"}


def find_short_forms(emitter: Emitter, taken: tuple[Span, ...]) -> Iterable[Mention]:
    """People by family name and title.

    Example:
        After 홍길산 연구위원, ``홍 위원은`` is the same person.
    """
    line, lexicon = emitter.line, emitter.lexicon
    for index, word in enumerate(line.words):
        end = title_end(line, index, lexicon)
        if end is None or any(span.overlaps(word.stem) for span in taken):
            continue
        found = _apart(emitter, index, end) or _over_body(emitter, index, end)
        found = found or _attached(emitter, index, end)
        if found is not None:
            head, row, confidence = found
            span = Span(head.start, end.end)
            yield Mention(span, row.name, ActorKind.PERSON, "short-form", confidence, head)


def _apart(emitter: Emitter, index: int, end: TitleEnd) -> tuple[Span, ActorRow, float] | None:
    line, lexicon = emitter.line, emitter.lexicon
    if index == 0 or not line.words[index].joined:
        return None
    before = line.words[index - 1]
    if index > 1 and before.text in lexicon.words("former") and before.bare and before.joined:
        # 나 전 대표: the family name stands before 전.
        before = line.words[index - 2]
    family = _reading(before.text, emitter)
    if not before.bare or family is None:
        return None
    if before.tags[0] in _NO_NAMES and before.text not in lexicon.words("surnames"):
        return None
    title = line.text[line.words[index].span.start : end.end]
    row = emitter.roster.by_family(family, title, before.span.start)
    if row is None or not _on_page(emitter, row):
        row = _own_head(emitter, family, title) or row
    if row is None:
        return None
    sure = _on_page(emitter, row) or emitter.roster.serves(row, title)
    if before.text in lexicon.words("lead-ins") and not sure:
        return None
    return before.stem, row, 0.9 if _on_page(emitter, row) else 0.75


def _over_body(emitter: Emitter, index: int, end: TitleEnd) -> tuple[Span, ActorRow, float] | None:
    """민 교통성 부상은 after 민가람 교통성 부상: the body whose office it is stands between."""
    line = emitter.line
    if index < 2 or not (line.words[index].joined and line.words[index - 1].joined):  # noqa: PLR2004
        return None
    before, body = line.words[index - 2 : index]
    family = _reading(before.text, emitter)
    if family is None or not (before.bare and body.bare):
        return None
    title = line.text[body.span.start : end.end]
    row = emitter.roster.by_family(family, title, before.span.start)
    return (before.stem, row, 0.85) if row is not None and _on_page(emitter, row) else None


def _own_head(emitter: Emitter, family: str, title: str) -> ActorRow | None:
    """노 대통령은 in 2003: the head of the paper's own state, whom it need not name in full."""
    if not _head_of_state(emitter, title):
        return None
    row = emitter.roster.holder(title, emitter.perspective.home)
    return row if row is not None and row.name.startswith(family) else None


def _attached(emitter: Emitter, index: int, end: TitleEnd) -> tuple[Span, ActorRow, float] | None:
    line, lexicon = emitter.line, emitter.lexicon
    word = line.words[index]
    family = _reading(word.text[0], emitter)
    title = line.text[word.span.start + 1 : end.end]
    hanja = not word.text[0] >= "가"
    if family is None or title not in lexicon.heads or word.text in lexicon.heads:
        return None
    parted = word.border(word.span.start + 1) and word.tags[0] == "NNP"
    if len(title) < _SHORTEST_ATTACHED and not (hanja or parted):
        return None
    row = emitter.roster.by_family(family, title, word.span.start)
    if row is None or not (hanja or _on_page(emitter, row)):
        return None
    return Span(word.span.start, word.span.start + 1), row, 0.85


def _on_page(emitter: Emitter, row: ActorRow) -> bool:
    return row.name in emitter.roster.entries


def _reading(text: str, emitter: Emitter) -> str | None:
    """A family name in Hangul: itself, or what its Hanja is read as."""
    if text in emitter.lexicon.words("surnames") or emitter.roster.has_family(text):
        return text
    for pair in emitter.lexicon.words("hanja-surnames"):
        hanja, _, hangul = pair.partition("=")
        if hanja == text:
            return hangul
    return None


def find_holders(emitter: Emitter, taken: tuple[Span, ...]) -> Iterable[Mention]:
    """Offices without a name: ``러시아 대통령이`` is who holds the office, if the page names them.

    A state is needed, and a particle, so that 대통령 선거 and 대통령 특사 are left alone.
    """
    line, lexicon = emitter.line, emitter.lexicon
    for index in range(len(line.words)):
        end = title_end(line, index, lexicon)
        if end is None or any(s.overlaps(Span(end.start, end.end)) for s in taken):
            continue
        first = _first_word(emitter, index)
        if first is None:
            yield from (*_alone(emitter, index, end), *_comrade(emitter, index, end))
            yield from _epithet(emitter, index, end)
            continue
        if _of_another_time(line, first, lexicon):
            continue
        office = office_of(line, first, end, lexicon)
        row = emitter.roster.holder(office.title, office.of) if office.of else None
        if row is not None and (_on_page(emitter, row) or _head_of_state(emitter, office.title)):
            confidence = 0.8 if _on_page(emitter, row) else 0.6
            head = Span(end.start, end.end)
            if lexicon.starting("holder-particles", line.words[index].tail):
                yield Mention(
                    office.span, row.name, ActorKind.PERSON, "office", confidence, head,
                    title=office.title, of=office.of,
                )  # fmt: skip


def _of_another_time(line: Line, first: int, lexicon: Lexicon) -> bool:
    """카터 전 미국대통령을, 전직 미국 대통령이: whoever holds the office now is not meant.

    Behind a span of time or an act 전 says when: 사흘 전 미국 대통령이.
    """
    told = lexicon.words("of-another-time")
    if line.words[first].text in told:
        return True
    if first == 0 or line.words[first - 1].text not in told:
        return False
    before = line.words[first - 2] if first > 1 and line.words[first - 1].joined else None
    when = before is not None and (
        before.tail.endswith("기") or (before.bare and not before.proper)
    )
    return not when


def _alone(emitter: Emitter, index: int, end: TitleEnd) -> Iterable[Mention]:
    """An office alone as the topic (총리는): the one person of the page who holds it."""
    line, lexicon = emitter.line, emitter.lexicon
    word = line.words[index]
    title = line.text[end.start : end.end]
    if end.start != word.span.start or _is_led(line, index):
        return
    row: ActorRow | None = None
    if title in lexicon.words("heads-alone") and word.tail in lexicon.words("topic-particles"):
        row = emitter.roster.only_bearer(title, word.span.start)
    if title in lexicon.words("heads-alone-within") and word.tail in _acting(lexicon):
        row = emitter.roster.only_bearer(title, word.span.start, within=True)
    if row is not None:
        head = Span(end.start, end.end)
        yield Mention(head, row.name, ActorKind.PERSON, "office-alone", 0.7, head)


def _is_led(line: Line, index: int) -> bool:
    """북한 장관은, 다른 장관은, 동행한 장관은, 양국의 장관은: what stands before says which one."""
    if index == 0 or not line.words[index].joined:
        return False
    before = line.words[index - 1]
    ends = [token.tag for token in line.sentence.tokens_in(before.span)][-1:]
    return before.bare or before.tail == "의" or ends == ["ETM"]


def _acting(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("topic-particles") | lexicon.words("subject-particles")


def _comrade(emitter: Emitter, index: int, end: TitleEnd) -> Iterable[Mention]:
    """The North's leader by office and honorific: 총비서동지께서, not 윁남공산당 총비서동지."""
    line, lexicon = emitter.line, emitter.lexicon
    word, title = line.words[index], line.text[end.start : end.end]
    after = line.text[end.end : end.end + 2]
    alone = end.start == word.span.start and title in lexicon.words("heads-of-comrades")
    office = lexicon.names.title_in(title)
    of = (office.state or office.institution) if office is not None else None
    if not alone or of is None or after not in lexicon.words("comrades"):
        return
    if index > 0 and word.joined and line.words[index - 1].bare:
        before = line.atom_at(line.words[index - 1])
        if before is None or before.name != of:
            return
    if word.bare and index + 1 < len(line.words) and line.words[index + 1].joined:
        return
    row = emitter.roster.holder(title, of)
    if row is not None:
        head = Span(end.start, end.end)
        yield Mention(
            head, row.name, ActorKind.PERSON, "office", 0.8, head, title=title, of=of
        )  # fmt: skip


def _epithet(emitter: Emitter, index: int, end: TitleEnd) -> Iterable[Mention]:
    """최고령도자동지께서: an epithet of whoever holds the offices of the North's leader."""
    line, lexicon = emitter.line, emitter.lexicon
    head = Span(end.start, end.end)
    words, comrades = lexicon.words("epithets-of-comrades"), lexicon.words("comrades")
    if line.text[end.start : end.end] not in words:
        return
    if line.text[end.end : end.end + 2] not in comrades or line.words[index].bare:
        return  # 최고령도자동지 김정은
    for title in lexicon.words("heads-of-comrades"):
        office = lexicon.names.title_in(title)
        of = (office.state or office.institution) if office is not None else None
        row = emitter.roster.holder(title, of) if of is not None else None
        if row is not None:
            yield Mention(head, row.name, ActorKind.PERSON, "office", 0.8, head)
            return


def _first_word(emitter: Emitter, index: int) -> int | None:
    """The word with the state that owns the office: the title's own, or one shortly before."""
    line = emitter.line
    for first in range(index, max(index - 3, -1), -1):
        word = line.words[first]
        atom = line.atom_at(word)
        if atom is not None and atom.kind is ActorKind.STATE and atom.span.start == word.span.start:
            return first
        if first < index and not (word.bare and line.words[first + 1].joined):
            return None
        if not line.words[first].joined:
            return None
    return None


def _head_of_state(emitter: Emitter, title: str) -> bool:
    return title in emitter.lexicon.words("heads-of-state")
