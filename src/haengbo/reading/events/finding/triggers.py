"""Clauses → triggers: the verbs and nouns that tell of a happening, with what belongs to them.

Comes in: ``Clauses`` and the pack's ``Lexicon``. Goes out: ``Trigger``s in order of the text. A
noun that a verb lets happen (회담이 열리다) takes the verb's arguments; a noun by itself has
what stands before it (지난 6월 북러 정상회담).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from haengbo.knowledge.frames import FrameRow, SupportRow
from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import Ending
from haengbo.korean.quotes import Quote
from haengbo.model.span import Span
from haengbo.reading.events.finding.modifiers import chain_before, modifies_noun
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.arguments import Arguments, arguments_of
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb
from haengbo.reading.events.parsing.leftward import Animate

_CASE_NAMES = {
    Case.SUBJECT: ("subject",),
    Case.TOPIC: ("subject", "object"),
    Case.OBJECT: ("object",),
    Case.TO: ("to",),
    Case.AT: ("at",),
    Case.BY: ("by",),
    Case.FROM: ("from",),
    Case.WITH: ("with",),
    Case.FOR: ("for",),
    Case.UNTIL: ("object",),
    Case.BARE: ("object", "subject"),
}
#: How it stands with what a noun adds to a happening (방문 계획, 방문 날짜, 회담 개최), by what is
#: done with it.
_TURNED = {
    "plans": {"not_occurred"},
    "dates-of": {"planned"},
    "holding": {"planned", "not_occurred"},
}
#: 열릴 예정이던, 가질 계획이었던: a clause before the noun.
_WAS_TO_BE = re.compile(r"(?:ᆯ|을) (?:예정|계획) 이 (?:(?:었 )?던|ᆫ) ")


class Trigger(msgspec.Struct, frozen=True):
    """A word that tells of a happening.

    Attributes:
        frames: Frames of the word, in the order of the pack.
        span: The word.
        index: Place of its item among the clause's items.
        verb: The verb itself, or the verb that a noun leans on, or ``None``.
        verb_index: Its place.
        noun: Whether the word is a noun.
        support: How the verb bears the noun, or ``None``.
        arguments: Phrases of the verb, or ``None`` for a noun by itself.
        chain: For a noun: phrases before it that modify it, left to right; the phrase that holds
            it is last.
        relative: For a noun: arguments of the clause that describes it.
        relative_verb: For a noun: the verb of that clause.
    """

    frames: tuple[FrameRow, ...]
    span: Span
    index: int
    verb: Verb | None
    verb_index: int | None
    noun: bool
    support: SupportRow | None = None
    arguments: Arguments | None = None
    chain: tuple[Phrase, ...] = ()
    relative: Arguments | None = None
    relative_verb: Verb | None = None
    listed: bool = False
    following: Arguments | None = None


def find_triggers(clauses: Clauses, words: Lexicon, animate: Animate) -> Iterator[Trigger]:
    """Every verb and noun of the sentence that a frame names."""
    for index, item in enumerate(clauses.items):
        if isinstance(item, Verb):
            frames = _frames_of_verb(clauses, item, words)
            if frames:
                arguments = arguments_of(clauses, index, animate)
                chain = chain_before(clauses, index)
                yield Trigger(
                    frames,
                    item.span,
                    index,
                    item,
                    index,
                    noun=False,
                    arguments=arguments,
                    chain=chain,
                )
        else:
            yield from _nouns_of(clauses, index, item, words, animate)


#: How much text before a verb may belong to its phrase (테이블에 마주 앉다).
_PHRASE = 16


#: 2차, 제2차, 마지막날, 이틀째.
_WHICH = re.compile(r"(?:제?\d{1,2}차|\d{1,2}일째|[가-힣]{1,3}(?:날|째))?\Z")


def _frames_of_verb(clauses: Clauses, verb: Verb, words: Lexicon) -> tuple[FrameRow, ...]:
    """Frames of a verb, or of the phrase that it ends (으름장을 놓다).

    Behind those of a phrase come those of the verb that ask for words around them: 국경을 넘다 may
    be a journey, or troops crossing it.
    """
    start = verb.span.start
    before = clauses.document.text[max(clauses.sentence.span.start, start - _PHRASE) : start]
    _, frames = words.frames_of_idiom(verb.lemma, before)
    alone = words.frames_of_predicate(verb.lemma)
    return (*frames, *(f for f in alone if f.needs and f not in frames)) if frames else alone


def _nouns_of(
    clauses: Clauses, index: int, phrase: Phrase, words: Lexicon, animate: Animate
) -> Iterator[Trigger]:
    spans = _longest(_noun_spans(clauses, phrase, words), words)
    if spans and _said_by_verb(clauses, index, words.by_noun[spans[-1][1]], words):
        spans = spans[:-1]
    for span, noun in spans:
        last = _ends_phrase(clauses, span, phrase) or _is_course(clauses, span, phrase)
        described = span == spans[-1][0] and (last or not _closes_marks(clauses, span))
        found = _support(clauses, index, phrase, noun, words) if last else None
        found = found or _of_its_plan(clauses, index, phrase, span, words)
        found = found or (_written_in(clauses, index, phrase, noun, words) if last else None)
        found = found or (_held_there(clauses, index, noun, words) if last else None)
        listed = found is None and _attended(clauses, span, phrase)
        if listed:
            found = _attending(clauses, index, words)
        support, at = found or (None, None)
        verb = clauses.items[at] if at is not None else None
        relative_at = _relative_index(clauses, index, words) if described else None
        relative_verb = clauses.items[relative_at] if relative_at is not None else None
        yield Trigger(
            words.by_noun[noun],
            span,
            index,
            verb if isinstance(verb, Verb) else None,
            at,
            noun=True,
            support=support,
            arguments=arguments_of(clauses, at, animate) if at is not None else None,
            chain=(*chain_before(clauses, index), phrase),
            relative=(
                arguments_of(clauses, relative_at, animate) if relative_at is not None else None
            ),
            relative_verb=relative_verb if isinstance(relative_verb, Verb) else None,
            listed=listed,
            following=_following(clauses, index, animate) if at is None else None,
        )


def _longest(found: Iterator[tuple[Span, str]], words: Lexicon) -> tuple[tuple[Span, str], ...]:
    """비준 법안에 서명했다: the word, and not once more its first part that tells the same."""
    spans = tuple(found)
    return tuple(
        (span, noun)
        for span, noun in spans
        if not any(
            longer.contains(span) and longer != span and _alike(words.by_noun[noun], frames)
            for longer, frames in ((s, words.by_noun[n]) for s, n in spans)
        )
    )


def _alike(some: tuple[FrameRow, ...], others: tuple[FrameRow, ...]) -> bool:
    return bool({frame.id for frame in some} & {frame.id for frame in others})


def _held_there(
    clauses: Clauses, index: int, noun: str, words: Lexicon
) -> tuple[SupportRow, int] | None:
    """4일 열린 회담에서 두 장관은 뜻을 모았다: whoever does something at talks held took part."""
    phrase = clauses.items[index]
    talks = any(frame.mode in {"meeting", "multilateral"} for frame in words.by_noun[noun])
    if not talks or not isinstance(phrase, Phrase) or phrase.case is not Case.AT:
        return None
    if len(clauses.document.mentions_in(phrase.span)) > 1:
        return None  # 4일 열린 북중 정상회담에서 주석은 제안했다: the two are named
    described = clauses.items[index - 1] if index else None
    if described is None or not _takes_place(clauses, described, noun, words):
        return None
    for position in range(index + 1, len(clauses.items)):
        item = clauses.items[position]
        closes = isinstance(item, Verb) and item.ending in {Ending.FINAL, Ending.CONNECTIVE}
        if closes and clauses.quote_of(item) == clauses.quote_of(phrase):
            agreed = isinstance(item, Verb) and _is_agreed(item, words)
            return None if agreed else (words.supports["말하다", "at"][0], position)
    return None


def _takes_place(clauses: Clauses, before: Item, noun: str, words: Lexicon) -> bool:
    """[4일 열린] 회담에서, [26일] 서울 정상회의에서: that it is held, or on which day."""
    if isinstance(before, Verb):
        return before.ending is Ending.ADNOMINAL and before.lemma in words.happening
    many = any(frame.mode == "multilateral" for frame in words.by_noun[noun])
    return many and clauses.says_when(before)


def _is_agreed(verb: Verb, words: Lexicon) -> bool:
    """열린 협상에서 합의했다: who agreed there is whoever fills the agreement."""
    return any(frame.id == "agree" for frame in words.frames_of_predicate(verb.lemma))


def _said_by_verb(
    clauses: Clauses, index: int, frames: tuple[FrameRow, ...], words: Lexicon
) -> bool:
    """비준안을 가결했다: what the verb right behind does to it is the same happening."""
    noun = clauses.items[index]
    verb = next((i for i in clauses.items[index + 1 :] if not _says_how(i)), None)
    if not isinstance(verb, Verb) or noun.span.end > verb.span.start:
        return False
    same = _alike(frames, _frames_of_verb(clauses, verb, words))
    return same and all(frame.type == "AGREE" for frame in frames)


def _says_how(item: Item) -> bool:
    """비준안을 [만장일치로] 가결했다."""
    return isinstance(item, Phrase) and item.case is Case.BY


def _written_in(
    clauses: Clauses, index: int, phrase: Phrase, noun: str, words: Lexicon
) -> tuple[SupportRow, int] | None:
    """축전에서 “…”며 축하했다, 답전을 통해 알렸다: whatever one does in a letter, one wrote it."""
    letter = any(frame.mode == "letter" for frame in words.by_noun[noun])
    if not letter or phrase.case not in {Case.AT, Case.THROUGH}:
        return None
    quote = clauses.quote_of(phrase)
    behind = [
        at
        for at, item in enumerate(clauses.items)
        if at > index and isinstance(item, Verb) and clauses.quote_of(item) == quote
    ]
    # 축전에서 총비서가 성과를 [거뒀다고] 평가했다: whoever says so wrote it
    told = (at for before, at in pairwise(behind) if _ends(clauses, before, Ending.QUOTATIVE))
    return (words.supports["말하다", "at"][0], next(told, behind[0])) if behind else None


def _ends(clauses: Clauses, position: int, ending: Ending) -> bool:
    item = clauses.items[position]
    return isinstance(item, Verb) and item.ending is ending


def _ends_phrase(clauses: Clauses, span: Span, phrase: Phrase) -> bool:
    """포럼(ARF)에 참가했다: what brackets add is no more of the word."""
    rest = clauses.text(Span(span.end, phrase.span.end))
    counted = clauses.words.quantity.fullmatch(rest) is not None  # 경고사격 10여 발을 가했다
    return not rest or counted or (rest.startswith("(") and ")" not in rest)


def _is_course(clauses: Clauses, span: Span, phrase: Phrase) -> bool:
    """방문 일정을 시작했다: the course of a visit is the visit."""
    rest = clauses.text(Span(span.end, phrase.span.end)).strip()
    return rest in clauses.words.words["courses"]


def _of_its_plan(
    clauses: Clauses, index: int, phrase: Phrase, span: Span, words: Lexicon
) -> tuple[SupportRow, int] | None:
    """방문 계획을 취소했다: what was planned is called off; 방문 날짜가 잡혔다: it is to come.

    So it is where 회담 개최에 합의했다; 계획을 밝혔다 tells of a plan, 날짜를 묻다 of nothing.
    """
    rest = clauses.text(Span(span.end, phrase.span.end)).strip()
    turned = {s for row, told in _TURNED.items() if rest in words.words[row] for s in told}
    if not turned:
        return None
    found = _support(clauses, index, phrase, clauses.text(span).replace(" ", ""), words)
    return found if found is not None and found[0].status in turned else None


def _attended(clauses: Clauses, span: Span, phrase: Phrase) -> bool:
    """제막식 참석: the noun of taking part stands for the verb."""
    rest = clauses.text(Span(span.end, phrase.span.end)).strip()
    return rest.startswith(clauses.words.words["attending"])


def _attending(clauses: Clauses, index: int, words: Lexicon) -> tuple[SupportRow, int] | None:
    support = words.supports[("참석하다", "to")][0]
    for position in range(index + 1, len(clauses.items)):
        if isinstance(clauses.items[position], Verb):
            return support, position
    return None


def _following(clauses: Clauses, index: int, animate: Animate) -> Arguments | None:
    for position in range(index + 1, len(clauses.items)):
        item = clauses.items[position]
        if isinstance(item, Verb) and clauses.quote_of(item) == clauses.quote_of(
            clauses.items[index]
        ):
            return arguments_of(clauses, position, animate)
    return None


def _noun_spans(clauses: Clauses, phrase: Phrase, words: Lexicon) -> Iterator[tuple[Span, str]]:
    """Nouns of frames that end a word of the phrase, names of persons apart."""
    text = clauses.text(phrase.span)
    for number, token in enumerate(phrase.tokens):
        # 방러길에: a phrase may end with the name in it, before the noun of the analyser ends
        end = min(token.span.end, phrase.span.end)
        if text[end - phrase.span.start - 1] not in words.noun_lengths:
            continue  # most nouns fail by their last letter
        following = phrase.tokens[number + 1] if number + 1 < len(phrase.tokens) else None
        if token.tag == "SN" or token.form == "들" or _goes_on(token, following, words):
            continue
        squeezed = text[: end - phrase.span.start].replace(" ", "")
        longer = squeezed.endswith(words.words["longer-words"])
        noun = None if longer else words.noun_ending(squeezed)
        session = _session_of(squeezed, words)
        if session is not None:
            noun, whole = session
            yield _span_of(clauses, phrase, end, whole), noun
        elif noun is not None and not _in_name(clauses, token.span):
            yield _span_of(clauses, phrase, end, noun), noun


def _session_of(text: str, words: Lexicon) -> tuple[str, str] | None:
    """고위급회담 2차회의, 교섭 마지막날 회의: the talks of which this is one sitting, and both."""
    session = next((s for s in words.words["sessions"] if text.endswith(s)), None)
    if session is None:
        return None
    before = _WHICH.sub("", text.removesuffix(session))
    noun = words.noun_ending(before) if before.endswith(words.words["sat-through"]) else None
    return None if noun is None else (noun, text[len(before) - len(noun) :])


def _goes_on(token: Token, following: Token | None, words: Lexicon) -> bool:
    """Whether the word goes on behind a noun; 설 (방문설) and 들 do not count."""
    if following is None or following.span.start > token.span.end:
        return False
    return following.tag != "XSN" and following.form not in words.suffixes


def _span_of(clauses: Clauses, phrase: Phrase, end: int, noun: str) -> Span:
    """Where a noun written with or without blanks begins."""
    text = clauses.document.text
    start, left = end, len(noun)
    while left and start > phrase.span.start:
        start -= 1
        left -= not text[start].isspace()
    return Span(start, end)


def _in_name(clauses: Clauses, span: Span) -> bool:
    mentions = clauses.document.mentions_in(clauses.sentence.span)
    return any(m.kind == "person" and m.span.contains(span) for m in mentions)


def _bears(support: SupportRow, frames: tuple[FrameRow, ...]) -> bool:
    """Whether a verb bears nouns of these frames: 조약이 조인되다, but not 회담이."""
    if support.special:
        return any(support.id in frame.supports for frame in frames)
    kinds = {f"{f.type}/{f.mode}" for f in frames} | {f.type for f in frames}
    return not support.only or bool(kinds & set(support.only))


def _support(
    clauses: Clauses, index: int, phrase: Phrase, noun: str, words: Lexicon
) -> tuple[SupportRow, int] | None:
    """The verb that the noun leans on: the next one, if it bears nouns in this case."""
    index, phrase = _end_of_list(clauses, index, phrase, words)
    quote = _quote_of_particle(clauses, phrase)
    for position in range(clauses.behind_backdrop(index), len(clauses.items)):
        item = clauses.items[position]
        if isinstance(item, Phrase):
            if phrase.case is Case.BARE:
                return None
            continue
        if clauses.quote_of(item) != quote or _describes_other(phrase, item):
            continue
        for case in _cases_of(clauses, phrase, index, position):
            if case == "object" and _takes_it_for(clauses, item):
                return None
            before = clauses.text(Span(phrase.span.end, item.span.start))
            for support in words.supports_of(item.lemma, case, before):
                if _bears(support, words.by_noun[noun]):
                    return support, position
        if phrase.case is not Case.AT or item.ending is not Ending.QUOTATIVE:
            return None  # 연회에서 관계를 강화하겠다고 [밝혔다]: where it was said
    return None


def _takes_it_for(clauses: Clauses, verb: Verb) -> bool:
    """발사를 위협으로 본다: what something is taken for stands right before the verb."""
    before = clauses.items[clauses.place_of(verb) - 1]
    judged = isinstance(before, Phrase) and before.case is Case.BY
    return judged and verb.lemma in clauses.words.words["taking-for"]


def _quote_of_particle(clauses: Clauses, phrase: Phrase) -> Quote | None:
    """“변함없는 지지”를 표명했다: a noun that ends the words leans on the verb outside."""
    quote = clauses.quote_of(phrase)
    ends = quote is not None and phrase.span.end >= quote.span.end and bool(phrase.particles)
    return None if ends else quote


def _describes_other(phrase: Phrase, verb: Verb) -> bool:
    """방중은 3일 열린 열병식에 참석한 지 3주 만이다: what a topic is told of comes at the end."""
    if phrase.case is not Case.TOPIC:
        return False
    since = verb.ending is Ending.NOMINAL and verb.tail.startswith(("ᆫ 지 ", "은 지 "))
    return since or verb.ending is Ending.ADNOMINAL


def _end_of_list(
    clauses: Clauses, index: int, phrase: Phrase, words: Lexicon
) -> tuple[int, Phrase]:
    """오찬과 서명식을 취소했다: what is listed before a happening has its case and its verb."""
    while phrase.case is Case.WITH or (phrase.case is Case.BARE and phrase.comma):
        following = clauses.items[index + 1] if index + 1 < len(clauses.items) else None
        if not isinstance(following, Phrase):
            break
        if words.noun_ending(clauses.text(following.span).replace(" ", "")) is None:
            break
        index, phrase = index + 1, following
    else:
        return index, phrase
    return _end_of_wishes(clauses, index, phrase, words)


def _end_of_wishes(
    clauses: Clauses, index: int, phrase: Phrase, words: Lexicon
) -> tuple[int, Phrase]:
    """인사와 80주년에 대한 축하를 전했다: what else is handed on, whatever it is about."""
    wishes = words.words["wishes"]
    if phrase.case is not Case.WITH or not clauses.text(phrase.span).endswith(wishes):
        return index, phrase
    for position in range(index + 1, len(clauses.items)):
        item = clauses.items[position]
        if isinstance(item, Verb):
            break
        if item.case is Case.OBJECT:
            return position, item
    return index, phrase


def _cases_of(clauses: Clauses, phrase: Phrase, index: int, verb: int) -> tuple[str, ...]:
    """Cases in which a phrase may stand.

    A topic is the object where the verb has no other, and no subject where it has one of its own:
    회담은 성과가 없었다.
    """
    cases = _CASE_NAMES.get(phrase.case, ())
    between = clauses.items[index + 1 : verb]
    last = between[-1] if between else None
    if phrase.case is Case.TOPIC and isinstance(last, Phrase) and last.case is Case.SUBJECT:
        return cases[1:]
    other = any(isinstance(i, Phrase) and i.case is Case.OBJECT for i in between)
    return cases[:1] if phrase.case is Case.TOPIC and other else cases


def _closes_marks(clauses: Clauses, span: Span) -> bool:
    """지난달 내놓은 ‘서기급 방북’ 예측은: what was put forward is the forecast."""
    return clauses.document.text.startswith(("’", "'", "”", '"'), span.end)


def _relative_index(clauses: Clauses, index: int, words: Lexicon) -> int | None:
    """The adnominal verb whose clause says that the noun at ``index`` happened (열린 회담)."""
    for position in range(index - 1, -1, -1):
        item = clauses.items[position]
        if isinstance(item, Verb):
            adnominal = item.ending is Ending.ADNOMINAL or _WAS_TO_BE.match(item.tail) is not None
            return position if adnominal and item.lemma in words.bearing else None
        if not modifies_noun(item) or (item.case is Case.ABOUT and _happens(clauses, item, words)):
            return None  # 8일 열리는 회담에 관한 [대책회의]: the talks are on the 8th
    return None


def _happens(clauses: Clauses, phrase: Phrase, words: Lexicon) -> bool:
    return words.noun_ending(clauses.text(phrase.span).replace(" ", "")) is not None


def reach_of(trigger: Trigger) -> Span:
    """The clause of a verb with its subject; of a noun by itself what modifies it."""
    span = trigger.span
    if trigger.chain:
        span = Span(min(span.start, trigger.chain[0].span.start), span.end)
    if trigger.noun and trigger.relative is not None:
        span = trigger.relative.reach.hull(span)
    if trigger.arguments is not None and trigger.verb is not None:
        span = span.hull(trigger.arguments.reach).hull(trigger.verb.span)
        head = trigger.arguments.head
        if head is not None and trigger.verb.ending is Ending.ADNOMINAL:
            span = span.hull(head.span)
    return span
