"""A mark and who says it → the words that are said.

Comes in: a mark whose end is known. Goes out: the span of its words. A quotation is its own span;
an unquoted clause begins after its speaker and after what he is told to have done before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from haengbo.model.span import Span
from haengbo.reading.attribution.acting import UPON
from haengbo.reading.attribution.phrases import Subject
from haengbo.reading.attribution.stretches import Mark, MarkKind, Stretch, marks_subject
from haengbo.reading.attribution.verbs import Verb, VerbForm

#: Connectives inside what is said: 제재를 풀면 회담이 열린다고, 막거나 쏠 준비가 됐다고.
_WITHIN = ("거나", "든지", "든", "면", "도록", "게", "수록", "려면", "려고", "러")
_LASTING = re.compile(r"(?:있|없|이|하|되)(?:으며|으면서도|지만)(?=[\s,])|(?:있|없)고(?=[\s,])")
#: Letters of a clause that only says when: 회담이 끝난.
_SHORT = 12
#: Kinds of verbs of saying by which one shows an attitude.
_ATTITUDES = {"criticise", "praise", "deny", "announce"}
#: Kinds of verbs by which one tells of several things at once, and what joins these.
_TELLS = {"announce", "say"}
_AND = "으며"
#: 러시아는 [이에 앞서] 19일 밀을 보내겠다고 발표했다: when it was said.
_BEFORE_THAT = re.compile(r"\s{0,2}(?:이에 |이보다 )?앞서\s")


def content_of(stretch: Stretch, mark: Mark, chosen: Subject | None, low: int) -> Span:
    """The words of a mark.

    Args:
        stretch: Where they stand.
        mark: Where they end.
        chosen: Who says them; what stands before him is not said.
        low: Where the clause begins at the earliest.

    Example:
        In ``차관은 대사를 불러 군대는 돌아가라고 요구했다`` they are ``군대는 돌아가라``.
    """
    if mark.quote is not None or mark.noun == "bare":
        return mark.content
    first = max(low, chosen.end) if chosen is not None and chosen.end <= mark.content.end else low
    start = max(low, _own_start(stretch, mark, low, first), _outer_topic(stretch, mark, chosen))
    start = max(start, _after_first_words(stretch, mark, start), _after_trigger(stretch, mark, low))
    if chosen is not None and low <= chosen.span.start and chosen.end <= mark.content.end:
        start = max(start, chosen.end, _after_act(stretch, mark, chosen.end))
        before = _BEFORE_THAT.match(stretch.text, start, mark.content.end)
        start = before.end() if before is not None else start
    return Span(min(start, mark.content.end), mark.content.end)


def _lasts(text: str, verb: Verb) -> bool:
    """[공조하고 있으며] 발사가 강행되면 …고: what goes on is said, it is no act before it."""
    return _LASTING.search(text, verb.span.start, verb.span.end + 1) is not None


def _own_start(stretch: Stretch, mark: Mark, low: int, first: int) -> int:
    """…사의를 표하고 [인사를 전해줄것을] 부탁하였다: the act before it is told, not said.

    What others are to do is said: 대변인은 [각측이 마주 향해 나아가며 길을 찾을것을] 희망했다.
    """
    wish = mark.carrier is not None and mark.carrier.tail.endswith(("자고", "라고"))
    if wish and mark.carrier is not None and mark.carrier.is_copula:
        # 참가하지 않을 것이며 … 복구할 것이라고: no wish but a clause of two parts.
        wish = False
    if mark.kind is not MarkKind.OBJECT and not wish:
        return low
    tails = ("고", "며", "면서") if mark.kind is MarkKind.OBJECT else ("며", "면서")
    ends = [
        v.span.end
        for v in stretch.verbs
        if v.form is VerbForm.CONNECTIVE
        and (v.tail.endswith(tails) or _shows_attitude(v))
        and low <= v.span.end < mark.content.end
        and not (_goes_with_wish(mark, v) and stretch.has_subject(first, v.span.start))
    ]
    return max(ends, default=low)


def _goes_with_wish(mark: Mark, verb: Verb) -> bool:
    """각측이 마주 향해 [나아가며] 길을 찾을것을: no act that is over before."""
    return mark.kind is MarkKind.OBJECT and not verb.past


def _shows_attitude(verb: Verb) -> bool:
    """[발사를 규탄하고] 도발을 멈추라고 촉구했다: what the speaker does, no part of the wish."""
    row = verb.row
    shows = row is not None and (row.kind in _ATTITUDES or (row.kind == "do" and row.nominal))
    return verb.tail == "고" and shows


def _after_first_words(stretch: Stretch, mark: Mark, low: int) -> int:
    """“…”라고 운을 뗀 [뒤] 의사들을 보내겠다고: when the next words were said."""
    if not any(v.span.end == low and v.form is VerbForm.ADNOMINAL for v in stretch.verbs):
        return low
    then = stretch.then(low)
    return then if then is not None and then < mark.content.end else low


def _after_trigger(stretch: Stretch, mark: Mark, low: int) -> int:
    """중국은 [제재안이 올라오자] 거부하겠다고: what somebody wills is upon what has happened.

    Or wants of others: 정부는 [상대가 미사일을 쏘자] 떠나라고 요구했다.
    """
    carrier = mark.carrier
    if carrier is None or not _wills(stretch, carrier):
        return low
    ends = (
        v.span.end
        for v in stretch.verbs
        if v.form is VerbForm.CONNECTIVE
        and v.tail in UPON
        and low <= v.span.start
        and v.span.end < mark.content.end
    )
    return max(ends, default=low)


def _wills(stretch: Stretch, carrier: Verb) -> bool:
    wants = carrier.tail.endswith("라고") and not carrier.is_copula
    wills = "겠" in carrier.span.of(stretch.text)
    return wills or wants or carrier.tail.endswith(("자고", "달라고"))


def _outer_topic(stretch: Stretch, mark: Mark, chosen: Subject | None) -> int:
    """[조사는] 배가 떠났다고 세관이 밝힌 뒤 시작됐다: the topic is that of the sentence."""
    inverted = chosen is not None and chosen.span.start >= mark.content.end
    if not inverted or mark.governor is None or not stretch.modifies(mark.governor):
        return stretch.region.start
    topics = (t.span.end for t in stretch.tokens if t.tag == "JX" and t.form in {"은", "는"})
    first = next(topics, stretch.region.start)
    return first if first < mark.content.end else stretch.region.start


def _after_act(stretch: Stretch, mark: Mark, low: int) -> int:
    """[차관은 대사를 불러] 군대는 돌아가라고: what the speaker did before is not said.

    Nor is when he spoke: 대사는 [회담이 끝난 뒤 성명을 읽으며] 상대가 빈손으로 왔다고.
    """
    when = _spoken_after(stretch, low, mark.content.end)
    own = next(
        (
            t.span.start
            for before, t in pairwise(stretch.tokens)
            # 서두르지는 못할 것: no topic
            if when <= t.span.start < mark.content.end
            if marks_subject(t) and not before.tag.startswith("E")
        ),
        mark.content.end,
    )
    acts = [
        v.span.end
        for v in stretch.verbs
        if v.form is VerbForm.CONNECTIVE and low <= v.span.start and v.span.end < own
        if not v.tail.endswith(_WITHIN) and not _lasts(stretch.text, v)
        if not _is_told_too(mark, v)
        if not _describes_as_well(stretch, v, Span(low, own))
    ]
    acts = [end for end in acts if stretch.text[end : end + 1] in " ,"]
    # 대사는 [회의가 끝난 뒤] 이것이 시도라고: what is so now did not begin then
    carrier = mark.carrier
    now = carrier is not None and carrier.lemma == "이다" and not carrier.past
    open_end = carrier is not None and stretch.text[carrier.span.start] == "것"
    first = when if now and not open_end else low
    return max(acts, default=first) if own < mark.content.end else low


def _is_told_too(mark: Mark, verb: Verb) -> bool:
    """파나마는 [배를 세웠으며 선장이 저항했다]고 밝혔다: what is over is told with what follows."""
    governor = mark.governor
    told = governor is not None and governor.row is not None and governor.row.kind in _TELLS
    return mark.kind is MarkKind.BARE and told and verb.past and verb.tail == _AND


def _describes_as_well(stretch: Stretch, verb: Verb, clause: Span) -> bool:
    """[대립을 해소하고 길을 여는] 작업은 …고: both describe the noun that is spoken of.

    Whoever met somebody somewhere ([상대와 회견을 갖고] 길을 여는 작업은 …고) did so before.
    """
    if verb.tail != "고" or verb.past or verb.row is not None:
        return False
    before = (t for t in stretch.tokens if clause.start <= t.span.start < verb.span.start)
    here = [t for t in stretch.tokens if verb.span.end <= t.span.start < clause.end]
    last = max((i for i, t in enumerate(here) if t.tag == "ETM"), default=0)
    if not last or here[last].form != "는" or any(t.tag == "JKB" for t in before):
        return False
    return here[last - 1].tag in {"VV", "XSV"} and any(t.tag == "JKO" for t in here[:last])


def _spoken_after(stretch: Stretch, low: int, end: int) -> int:
    """Behind [회담이 끝난 뒤] that stands right behind who speaks; ``low`` where nothing does."""
    first = next((t for t in stretch.tokens if t.span.start >= low), None)
    verb = next((v for v in stretch.verbs if v.span.start >= low), None)
    if first is None or verb is None or verb.form is not VerbForm.ADNOMINAL:
        return low
    then = stretch.then(verb.span.end)
    named = [t for t in stretch.tokens if low <= t.span.start < verb.span.start and t.tag == "JKS"]
    short = len(named) == 1 and verb.span.end - first.span.start <= _SHORT
    return then if then is not None and then < end and short else low
