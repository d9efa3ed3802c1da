"""Time expressions of some phrases → the one that says when, if any, and its value.

Comes in: phrases that may date a happening. Goes out: a ``Dated``, then EDTF. Invariant: how long,
since when (5년 만에, 취임 이후 처음) and the same again in brackets say no day; a feast dates only
by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_DAY = len("2024-09-19")
_MATTER_AND_VERB = 2
_OPENING = "'‘\"“「《"
#: Those of them that open the name of a paper.
_TITLES = "'‘「《"
#: Who came then, and how long ago that is.
_COUNTED_FROM = re.compile(
    r"[^.,]{2,30}?(?:\s(?:이후|이래)|에 이어)\s?"
    r"(?:[\d여 ]{1,4}[년개월주일 \d]{1,7}\s?만(?:의|이)|(?:첫|처음|가장|최초))"
)
#: Modes of what may still go on.
_LASTING = {"visit", "exercise", "meeting", "multilateral"}
#: Types of what may be done for long (8일부터 다리를 짓고 있다, 3일부터 통행을 막고 있다).
_DONE_FOR_LONG = {"COOPERATE", "SANCTION", "MOBILIZE", "AID"}
#: What is given in parts until then (9월까지 쌀을 보냈다).
_GIVEN_FOR_LONG = {"AID", "COOPERATE"}
_BEFORE = re.compile(r"\s?(?:에 앞서|이전|전에|안에 앞서|을 앞두고)")
#: 여름이 가기 전에, 올해가 끝나기 전에.
_GOES_BY = re.compile(r"[이가] (?:다 )?(?:가|끝나|지나|저물|바뀌)기 전")

#: 추석 계기, 건군절을 맞아, 생일(2·16)을 맞아, 광복절을 앞두고.
_OCCASION = re.compile(
    r"(?:\([\d·.∼~월일 ]{1,12}\))?\s?(?:을|를|에)?\s?(?:계기|맞|즈음|기념|경축|앞두|전후)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and how it was come by.

    Attributes:
        time: The expression.
        case: Of its phrase: 부터 (from), 까지 (until) or else.
        own: Whether it stands in the happening's own clause.
        before: Whether the happening comes before it (… 전에, … 에 앞서, or 까지 to come).
        within: Whether it stands inside what is done something to (‘9월 선언’에 서명했다).
        alone: Whether it is the last day of a stay, and the one day of it if none else is told.
    """

    time: TimeExpression
    case: Case
    own: bool
    before: bool = False
    within: bool = False
    alone: bool = False


def nearest(clauses: Clauses, phrases: Iterable[Phrase], *, own: bool) -> Dated | None:
    """The last usable expression of the phrases; a feast dates only by itself (태양절에)."""
    found = [
        Dated(
            time,
            phrase.case,
            own,
            before=_comes_before(clauses, time),
            within=_is_of_complement(clauses, time, phrase),
        )
        for phrase in reversed(tuple(phrases))
        for time in reversed((*clauses.document.times_in(phrase.span), *glossed(clauses, phrase)))
        if is_point(clauses, time, phrase)
    ]
    if found and found[0].before:
        return found[0]
    found.sort(key=lambda dated: (dated.within, _names_matter(clauses, dated)))
    return next((d for d in found if not _is_feast(clauses, d)), None)


def glossed(clauses: Clauses, item: Phrase | Verb) -> tuple[TimeExpression, ...]:
    """베트남(19∼20일)을: the time in the brackets that stand right behind or inside an item."""
    text, end = clauses.document.text, item.span.end
    if isinstance(item, Verb):
        return clauses.document.times_in(item.span) if "(" in clauses.text(item.span) else ()
    if not text.startswith("(", end):
        return ()
    inside = clauses.document.times_in(Span(end + 1, end + 2))
    return tuple(time for time in inside if text.startswith(")", time.span.end))


def _is_of_complement(clauses: Clauses, time: TimeExpression, phrase: Phrase) -> bool:
    """‘9월 평양공동선언’에, 올해 교류 의정서를: the time is part of what it is called."""
    if clauses.document.text[max(0, time.span.start - 1)] in f"{_OPENING}(":
        return True  # 정상회의(30∼31일)에 가려고: the days of the congress
    rest = clauses.text(Span(time.span.end, max(time.span.end, phrase.span.end)))
    if phrase.case is Case.BARE and rest in {"", "도"} and len(time.value) < _DAY:
        behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
        paper = behind[0] if behind else None
        named = isinstance(paper, Phrase) and paper.case in {Case.OBJECT, Case.TO}
        documents = clauses.words.words["topic-documents"]
        return named and clauses.text(paper.span).endswith(documents) if paper else False
    return phrase.case in {Case.OBJECT, Case.TO} and time.span.end < phrase.span.end


def _is_feast(clauses: Clauses, dated: Dated) -> bool:
    """전승절 80주년 계기에, 추석을 맞아: an occasion, not the day."""
    surface = clauses.text(dated.time.span)
    end = dated.time.span.end
    if dated.time.rule.startswith("holiday:") and _OCCASION.match(clauses.document.text, end):
        return True
    return dated.case is not Case.TO and surface.endswith(("주년", "돐", "절", "의 날"))


def _names_matter(clauses: Clauses, dated: Dated) -> bool:
    """[추석] 이산가족상봉에 합의했다: what the matter is called, right before the verb."""
    behind = [i for i in clauses.items if i.span.end > dated.time.span.end][:_MATTER_AND_VERB]
    if not dated.time.rule.startswith("holiday:") or len(behind) < _MATTER_AND_VERB:
        return False
    matter, verb = behind
    named = isinstance(matter, Phrase) and matter.case in {Case.TO, Case.OBJECT}
    apart = matter.span.start == dated.time.span.end + 1
    return named and apart and dated.case is Case.BARE and isinstance(verb, Verb)


def _comes_before(clauses: Clauses, time: TimeExpression) -> bool:
    """80주년에 앞서, 10월 10일 당 창건일 전에, 9월 말 이전에."""
    after = clauses.document.text[time.span.end : time.span.end + 12]
    return bool(_BEFORE.match(after) or _GOES_BY.match(after))


def is_point(clauses: Clauses, time: TimeExpression, phrase: Phrase) -> bool:
    """Whether an expression says when, not how long or since when."""
    surface = clauses.text(time.span)
    after = clauses.document.text[phrase.span.end : phrase.span.end + 6].lstrip()
    text = clauses.document.text
    if _is_of_paper(clauses, time):
        return False
    tail = text[time.span.end : time.span.end + 4].lstrip()
    if _is_said_twice(clauses, time):
        return False
    since = _COUNTED_FROM.match(text, time.span.end, clauses.sentence.span.end)
    if since and not clauses.document.times_in(Span(time.span.end, since.end())):
        return False  # 지난해 4월 위원장 이후 1년 만의 방문: of the one before
    if (
        surface.endswith("만")
        or after.startswith("만에")
        or tail.startswith(("이후", "이래", "만에", "들어"))
    ):
        return False
    if _is_of_matter(clauses, phrase):
        return False
    return phrase.case is not Case.GENITIVE or time.span.start == phrase.span.start


def _is_of_paper(clauses: Clauses, time: TimeExpression) -> bool:
    """2024∼2026년 계획서, ‘2025년 교류의정서’: what the paper covers, a part of its name."""
    named = clauses.document.text[max(0, time.span.start - 1)] in _TITLES
    return bool(re.fullmatch(r"\d{4}/\d{4}", time.value)) or (
        named and bool(re.fullmatch(r"\d{4}", time.value))
    )


def _is_of_matter(clauses: Clauses, phrase: Phrase) -> bool:
    """지난달 5일의 발사에 대해 항의했다: when that was which it was about."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    owned = phrase.case is Case.GENITIVE and behind and isinstance(behind[0], Phrase)
    last = behind[0] if owned else phrase
    return isinstance(last, Phrase) and last.case is Case.ABOUT


def _is_said_twice(clauses: Clauses, time: TimeExpression) -> bool:
    """22일 오후(한국시간 23일 새벽): what stands in brackets behind a time says it again."""
    start = clauses.sentence.span.start
    opened = clauses.document.text.rfind("(", start, time.span.start)
    if opened < 0 or ")" in clauses.document.text[opened : time.span.start]:
        return False
    times = clauses.document.times_in(Span(start, opened))
    return bool(times) and times[-1].span.end == opened


def value_of(
    clauses: Clauses,
    frame: FrameRow,
    dated: Dated | None,
    *,
    ahead: bool,
) -> str | None:
    """The date as the frame bounds it: when a stay ends, since when it goes on."""
    if dated is None:
        return None
    value = dated.time.value.partition("T")[0]
    if "/" in value:
        goes_by = dated.before and _GOES_BY.match(clauses.document.text, dated.time.span.end)
        return f"../{value.rpartition('/')[2]}" if goes_by else value
    until = frame.bound == "until" and dated.case is Case.UNTIL
    until = until or (dated.case is Case.UNTIL and (ahead or frame.type in _GIVEN_FOR_LONG))
    if dated.before or frame.bound == "end" or until:
        return f"../{value}"
    told = clauses.text(clauses.sentence.span).rstrip(". ")
    going_on = told.endswith(clauses.words.words["still-goes-on"])
    lasting = frame.mode in _LASTING or frame.type in _DONE_FOR_LONG
    if dated.case is Case.FROM and going_on and lasting:
        return f"{value}/.."
    return value
