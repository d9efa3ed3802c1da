"""The headline grammar of a chronology's entries → clauses like those of a sentence.

Comes in: ``Clauses`` of an entry (``2011.9.21 = 주석, 평양 방문``). Goes out: ``Clauses`` in which
the noun that closes a part is its verb (방문하다), what stands right before it that verb's object,
and whoever stands first its topic. Invariant: spans stay those of the text.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import DocumentRow
from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import Ending
from haengbo.model.article import CHRONOLOGY, NOTE
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb

#: A sentence that begins within so many code points of its entry is its first.
_FIRST = 4
_TWO = 2
#: The day of an entry begins within so many.
_HEAD = 8
_ACTING = {ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE}
#: 회담(12일), 접견(9.12, 만수대의사당): what stands in parentheses at the end of a line.
_REMARK = re.compile(r"\((?P<told>\d[^()]{0,40})\)[.\s]{0,2}$")
#: So much may stand behind what they hold: ), or a full stop too.
_CLOSING = 2
#: What parts two acts, and what joins two names.
_DOTS = ("…", "...", "⋯", " …")
_BESIDE = ("-", "–", "·", "ㆍ", "∙", "‧")
#: Lines that may end without a predicate.
ENTRIES = {CHRONOLOGY, NOTE}
#: 담화 발표: the text that is issued says what is done.
_ISSUED = {"발표", "게재", "발신"}
#: 대표단 조문차 방북: who goes, and what for.
_GOES = re.compile(
    r"\s(?:\S+\s)?\S*(?:대표단|사절단|방문단|의원단|시찰단|참관단|일행|특사|대사)(?=\s)"
)
_PURPOSE = re.compile(r"[가-힣]{2,4}차$")
#: Cases in which a noun without particle may stand before its verb, the likeliest first.
_LEFT_OUT = (("object", Case.OBJECT), ("to", Case.TO), ("with", Case.WITH))


def told_as_entry(clauses: Clauses) -> Clauses:
    """The clauses as they are meant, if the sentence is an entry of a chronology or a note."""
    if clauses.sentence.block.rule not in ENTRIES:
        return clauses
    items: list[Item] = []
    opened = [part for item in clauses.items for part in _opened(clauses, item)]
    whole = [_placed(clauses, item) for item in opened]
    for index, item in enumerate(whole):
        last = all(_is_remark(clauses, later) for later in whole[index + 1 :])
        verb = _verb_of(clauses, item, last=last, led=_is_led(clauses, items))
        if verb is None or not isinstance(item, Phrase):
            follows = whole[index + 1] if items and not last else None
            items.append(_taken_by(clauses, item, follows))
            continue
        items += [*_before_verb(clauses, item, verb, led=_is_led(clauses, items)), verb]
    led = _with_topic(clauses, _with_occasion(clauses, _with_place(items)))
    told = [item for item in led if not _is_aim(clauses, item)]
    return dataclasses.replace(clauses, items=tuple(told))


def _remark_of(sentence: Sentence, text: str) -> Span | None:
    """What the parentheses hold that close a line: 회담(12일), 접견(9.12, 만수대의사당)."""
    match = _REMARK.search(text, sentence.span.start, sentence.span.end)
    return Span(*match.span("told")) if match is not None else None


def _is_remark(clauses: Clauses, item: Item) -> bool:
    """회담(12일, 만수대의사당): day and place in parentheses behind the act."""
    if not isinstance(item, Phrase):
        return False
    remark = _remark_of(clauses.sentence, clauses.document.text)
    inside = remark is not None and item.span.start >= remark.start
    inside = inside or clauses.document.text[item.span.start - 1 : item.span.start] == "("
    return inside or clauses.text(item.span)[:1].isdigit()


def _placed(clauses: Clauses, item: Item) -> Item:
    """접견(9.12, 만수대의사당): behind the day in parentheses stands where it was."""
    bare = isinstance(item, Phrase) and item.case is Case.BARE
    if not bare or not _is_remark(clauses, item) or clauses.text(item.span)[:1].isdigit():
        return item
    return replace(item, case=Case.AT)


def _with_place(items: list[Item]) -> list[Item]:
    """Where it was, said behind the act, stands before it, as in a sentence."""
    verbs = [index for index, item in enumerate(items) if isinstance(item, Verb)]
    if not verbs:
        return items
    last = verbs[-1]
    behind = [i for i in items[last:] if isinstance(i, Phrase) and i.case is Case.AT]
    rest = [item for item in items[last:] if item not in behind]
    return [*items[:last], *behind, *rest]


def _with_occasion(clauses: Clauses, items: list[Item]) -> list[Item]:
    """제1차 6자회담 베이징에서 개최: what is held stands before the place, without its particle."""
    out: list[Item] = []
    for item, behind in zip(items, [*items[1:], None], strict=True):
        borne = isinstance(behind, Verb) and (behind.lemma, Case.OBJECT) in clauses.words.supports
        parts = _occasion_and_place(clauses, item) if borne else ()
        out += parts or (item,)
    return out


def _occasion_and_place(clauses: Clauses, item: Item) -> tuple[Phrase, ...]:
    """[제1차 6자회담] [베이징]에서: the one phrase in two, if an occasion begins it."""
    if isinstance(item, Verb) or item.case is not Case.AT:
        return ()
    for cut in range(1, len(item.tokens)):
        held = Span(item.span.start, item.tokens[cut - 1].span.end)
        apart = clauses.document.text[held.end : held.end + 1] == " "
        if apart and clauses.words.noun_ending(clauses.text(held).replace(" ", "")) is not None:
            place = Span(item.tokens[cut].span.start, item.span.end)
            return (
                Phrase(held, Case.OBJECT, item.tokens[:cut]),
                replace(item, span=place, tokens=item.tokens[cut:]),
            )
    return ()


def opens_entry(sentence: Sentence, document: Document) -> bool:
    """Whether an entry begins here: it has nothing to do with the one before.

    A note does so where its day stands behind it: ``▶ 외무상, 모스크바 방문(12일)``.
    """
    block = sentence.block
    if block.rule == NOTE:
        remark = _remark_of(sentence, document.text)
        ends_in_day = any(t.tag == "NNB" and t.form == "일" for t in sentence.tokens[-3:])
        return ends_in_day or (remark is not None and bool(document.times_in(remark)))
    return block.rule == CHRONOLOGY and sentence.span.start - block.span.start < _FIRST


def day_of_entry(sentence: Sentence, document: Document) -> str | None:
    """The day at the head of an entry, for what its next lines tell (``- 공동보도문 발표``).

    Of a note it is the day behind it.
    """
    if sentence.block.rule == NOTE:
        behind = document.times_in(sentence.span)
        return behind[-1].value.partition("T")[0] if behind else None
    head = Span(sentence.span.start, min(sentence.span.end, sentence.span.start + _HEAD))
    times = document.times_in(head)
    return times[0].value.partition("T")[0] if times else None


def _opened(clauses: Clauses, item: Item) -> list[Item]:
    """회담(조선중앙통신), 회담(베이징): the source in parentheses left out, the place put apart."""
    if isinstance(item, Verb) or item.case is not Case.BARE:
        return [item]
    at = clauses.text(item.span).find("(")
    kept = tuple(t for t in item.tokens if at < 0 or t.span.end <= item.span.start + at)
    if at <= 0 or not kept:
        return [item]
    act = replace(item, span=Span(item.span.start, kept[-1].span.end), tokens=kept)
    told = Span(item.span.start + at + 1, item.span.end)
    inside = tuple(t for t in item.tokens if t.span.start >= told.start)
    source = any(m.kind is ActorKind.MEDIUM for m in clauses.document.mentions_in(told))
    named = bool(inside) and inside[-1].form in clauses.words.verbal  # (스톡홀름 합의): no place
    if source or named or not inside or told.end < clauses.sentence.span.end - _CLOSING:
        return [act]
    return [act, Phrase(told, Case.AT, inside)]


def _verb_of(clauses: Clauses, item: Item, *, last: bool, led: bool) -> Verb | None:
    """평양 방문: the verbal noun that closes a part of the entry."""
    if not isinstance(item, Phrase) or item.case is not Case.BARE:
        return None
    if not (item.comma or last or _ends_part(clauses, item)):
        return None
    noun = _said_by_text(clauses, item.tokens) or item.tokens[-1]
    if noun.tag == "NNB" or _is_of_name(clauses, noun):  # 1월 15일: the day, not 일하다
        return None
    form = noun.form if noun.form in clauses.words.verbal else noun.form[-2:]  # 정상회담
    lemma = f"{form}하다"
    acts = form in clauses.words.verbal and clauses.words.frames_of_predicate(lemma)
    # 축전 발송: the verb bears the act that the noun before it names
    if not acts and (lemma, Case.OBJECT) not in clauses.words.supports:
        return None
    ending = Ending.FINAL if last else Ending.CONNECTIVE
    span = _whole_word(clauses, item, noun)
    # 2차 6자회담: with nobody before it, the occasion tells itself who meets
    if not led and clauses.text(span)[:1].isdigit():
        return None
    return Verb(span, span.start, lemma, ending, "었 다", past=last)


def _is_of_name(clauses: Clauses, noun: Token) -> bool:
    """차관보·부상, 베를린서 회동: a title, not 부상하다."""
    before = clauses.document.mentions_in(Span(clauses.sentence.span.start, noun.span.end))
    return any(m.span.contains(noun.span) for m in before if m.kind is ActorKind.PERSON)


@lru_cache(maxsize=4)
def _texts(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(row.id for row in knowledge.table("documents", DocumentRow))


def _said_by_text(clauses: Clauses, tokens: Sequence[Token]) -> Token | None:
    """공동성명 비난 담화 (발표): what the text at the end does."""
    kept = tokens[:-1] if tokens[-1].form in _ISSUED else tokens
    if len(kept) < _TWO or kept[-1].form not in _texts(clauses.document.knowledge):
        return None
    noun = kept[-2]
    acts = noun.form in clauses.words.verbal
    return noun if acts and clauses.words.frames_of_predicate(f"{noun.form}하다") else None


def _ends_part(clauses: Clauses, phrase: Phrase) -> bool:
    """부장 접견…공장 동행: dots part two acts of one entry."""
    return clauses.document.text.startswith(_DOTS, phrase.span.end)


def _whole_word(clauses: Clauses, phrase: Phrase, noun: Token) -> Span:
    """북러 정상회담: what is written in one word with the noun, a name apart."""
    start = noun.span.start
    for token in reversed(phrase.tokens[:-1]):
        if token.span.end != start or clauses.document.mentions_in(token.span):
            break
        start = token.span.start
    return Span(start, noun.span.end)


def _is_led(clauses: Clauses, items: Sequence[Item]) -> bool:
    """외무상, …: whether the entry has said who acts."""
    phrases = (i for i in items if isinstance(i, Phrase) and i.case in {Case.BARE, Case.TOPIC})
    named = (m for p in phrases for m in clauses.document.mentions_in(p.span))
    return any(m.kind in {*_ACTING, ActorKind.MEDIUM} for m in named)


def _is_aim(clauses: Clauses, item: Item) -> bool:
    """조문차 방북: what they come for, before what they do."""
    return isinstance(item, Verb) and _PURPOSE.search(clauses.text(item.span)) is not None


def _taken_by(clauses: Clauses, phrase: Item, verb: Item | None) -> Item:
    """모스크바 방문해 회담: what stands right before a verb without its particle."""
    if not isinstance(verb, Verb) or isinstance(phrase, Verb):
        return phrase
    if phrase.case is not Case.BARE or phrase.comma:
        return phrase
    if _is_aim(clauses, verb) or not clauses.words.frames_of_predicate(verb.lemma):
        return phrase
    return replace(phrase, case=_case_before(clauses, verb, phrase.tokens))


def _before_verb(clauses: Clauses, phrase: Phrase, verb: Verb, *, led: bool) -> list[Item]:
    """외무상 라오스 방문: who acts and what the verb takes, each a phrase of its own.

    Where that is said already (총비서, 외무상 방중 지시) the name only belongs to what is taken.
    """
    rest = [t for t in phrase.tokens if t.span.end <= verb.span.start]
    if not rest:
        return []
    whole = Span(phrase.span.start, rest[-1].span.end)
    kinds = {ActorKind.PERSON} if led else _ACTING
    first = next((m for m in clauses.document.mentions_in(whole) if m.kind in kinds), None)
    ends_in_name = first is not None and first.span.end == whole.end
    if ends_in_name and any(f.given for f in clauses.words.frames_of_predicate(verb.lemma)):
        return [Phrase(whole, Case.TOPIC, tuple(rest))]  # 외교부장 방북: the verb says where to
    parted = first is not None and clauses.document.text[first.span.end : first.span.end + 1] == " "
    cut = first.span.end if first is not None and parted and not ends_in_name else whole.start
    text = clauses.document.text
    goes = _GOES.match(text, cut, whole.end + 1) if cut > whole.start else None
    if goes is not None and _PURPOSE.search(text, goes.end(), whole.end):
        return [Phrase(Span(whole.start, goes.end()), Case.TOPIC, tuple(rest))]
    cut = goes.end() if goes is not None else cut
    parts = [[t for t in rest if t.span.end <= cut], [t for t in rest if t.span.start >= cut]]
    case = Case.GENITIVE if led else Case.TOPIC
    found: list[Item] = []
    for tokens in parts:
        if tokens:
            span = Span(tokens[0].span.start, tokens[-1].span.end)
            found.append(Phrase(span, case, tuple(tokens)))
        case = _case_before(clauses, verb, parts[1])
    return found


def _case_before(clauses: Clauses, verb: Verb, tokens: Sequence[Token]) -> Case:
    """협정 체결: its object; 평양 도착: what the verb takes of somebody or some place."""
    end = tokens[-1].span.end if tokens else verb.span.start
    named = any(m.span.end == end for m in clauses.document.mentions_in(Span(0, end)))
    if not named:
        return Case.OBJECT
    frames = clauses.words.frames_of_predicate(verb.lemma)
    cases = {case for frame in frames for slot in frame.slots for case in slot.cases}
    return next((case for name, case in _LEFT_OUT if name in cases), Case.BARE)


def _is_first_of_pair(clauses: Clauses, items: Sequence[Item], index: int) -> bool:
    """총리와 위원장, 평양에서 선언 서명: who stands before the comma does it with another."""
    item, behind = items[index], items[index + 1 : index + 2]
    if isinstance(item, Verb) or item.case is not Case.WITH or item.particles[1:] or not behind:
        return False
    other = behind[0]
    if isinstance(other, Verb) or other.case not in {Case.BARE, Case.WITH}:
        return False
    return all(
        any(m.kind in _ACTING for m in clauses.document.mentions_in(phrase.span))
        for phrase in (item, other)
    )


def _with_topic(clauses: Clauses, items: list[Item]) -> list[Item]:
    """주석, 평양 방문: the name before the comma is who the entry is about."""
    for index, item in enumerate(items):
        if isinstance(item, Phrase) and _is_first_of_pair(clauses, items, index):
            continue
        if isinstance(item, Verb) or item.case is not Case.BARE:
            return items
        kinds = {*_ACTING, ActorKind.MEDIUM}  # 통신, … 비난 논평: it tells what it says itself
        named = [m for m in clauses.document.mentions_in(item.span) if m.kind in kinds]
        if named and clauses.document.text.startswith(_BESIDE, item.span.end):
            continue  # 주석·총비서, 축전 교환: the last of a pair
        if named and index + 1 < len(items) and (item.comma or _is_aim(clauses, items[index + 1])):
            return [*items[:index], replace(item, case=Case.TOPIC), *items[index + 1 :]]
    return items
