"""A happening that is only named: an aim, a habit, a topic, a condition, an anniversary.

Comes in: a ``Trigger`` in its clauses and, where it matters, one of its frames. Goes out: yes or
no. Invariant: yes only where the sentence says by its form that it speaks of the matter and not of
an act.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.recurring import is_of_each_year
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.when import date_of

#: Of these a noun whose verb is denied tells nothing: 핵실험과 발사를 하지 않겠다고.
GIVEN_UP = {"missile-test", "exercise", "ASSAULT"}
#: Cases of what stands between a topic of talks and the verb of talking.
LISTED = {Case.OBJECT, Case.ABOUT, Case.WITH, Case.AMONG, Case.GENITIVE, Case.BARE}
#: 참가하기 위하여 온 중국 외교부장: the analyser takes 온 for “all of”.
_FOR_COMING = re.compile(r" ?위하여 온 ")
#: 체결 1주년, 체결 75돌, 설정 75돐.
_ANNIVERSARY = re.compile(r"\d\s?(?:주년|돌|돐)|\A\s?기념일")
#: Types of what may go on for years.
_GIVEN_ALL_ALONG = {"AID", "COOPERATE"}


def is_of_anniversary(clauses: Clauses, trigger: Trigger) -> bool:
    """조약 체결 1주년: the anniversary is told; but 인사와 창건 80주년 축하를 are two."""
    behind = clauses.document.text[trigger.span.end : trigger.span.end + 9]
    found = trigger.noun and _ANNIVERSARY.search(behind) is not None
    return found and not behind.startswith(("와", "과"))


def is_prepared_for(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """핵실험에 대비하고 있다: what one makes ready for has not come."""
    if not trigger.noun or (frame.mode or frame.type) not in GIVEN_UP:
        return False
    phrase, behind = clauses.items[trigger.index], clauses.items[trigger.index + 1 :]
    verb = next((i for i in behind if isinstance(i, Verb)), None)
    to_it = isinstance(phrase, Phrase) and phrase.case is Case.TO
    return to_it and verb is not None and verb.lemma in clauses.words.words["making-ready"]


def is_answered_about(clauses: Clauses, trigger: Trigger) -> bool:
    """방북에 대해서는 “…”고 답했다: what somebody answers about may never have been."""
    phrase = clauses.items[trigger.index]
    if isinstance(phrase, Verb) or phrase.case is not Case.ABOUT:
        return False
    quote = clauses.quote_of(phrase)
    outside = (i for i in clauses.items[trigger.index + 1 :] if clauses.quote_of(i) == quote)
    verb = next((i for i in outside if isinstance(i, Verb)), None)
    return verb is not None and verb.lemma in clauses.words.words["answering"]


def has_own_day(clauses: Clauses, trigger: Trigger) -> bool:
    """다음 달 방문을 요청했다: the visit's day; in 지난달 방문을 요청했다 it is the asking's."""
    dated = date_of(clauses, trigger)
    if dated is None:
        return False
    published = clauses.document.article.published_day or ""
    end = dated.time.value.rpartition("/")[2]
    asked = trigger.chain[-1].case is Case.OBJECT and trigger.relative is None
    today = end == published  # 8일 회담을 제의하는 통지문을 보냈다, told on the 8th
    return not asked or (end >= published[: len(end)] and not today)


def is_purpose_of_coming(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """경축행사에 참가하기 위하여 온 손님을 만났다: what the guest came for, not what is planned."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.mode == "visit" or verb is None or at is None or not verb.purpose:
        return False
    if _FOR_COMING.match(clauses.document.text, verb.span.end):
        return True
    comes = clauses.done_for(at)
    adnominal = comes is not None and comes.ending is Ending.ADNOMINAL
    return adnominal and comes is not None and comes.lemma in clauses.words.words["coming"]


def is_aim_of_talks(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """교섭을 다시 벌이기 위한 접촉: talks that others are held for are no second ones."""
    verb, at = trigger.verb, trigger.verb_index
    if frame.mode != "meeting" or verb is None or at is None or not verb.purpose:
        return False
    behind = [i for i in clauses.items[at + 1 :] if not isinstance(i, Verb)]
    aim = next(iter(behind), None)
    if aim is None or "위한" not in clauses.text(Span(verb.span.start, aim.span.start)):
        return False
    noun = clauses.words.noun_ending(clauses.text(aim.span).replace(" ", ""))
    return noun is not None and any(f.mode == "meeting" for f in clauses.words.by_noun[noun])


def is_habit(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """제안할 때마다 손사래를 쳤다, 보내던 쌀을 끊었다: what is done each time is no single act."""
    verb = trigger.verb
    if frame.type in _GIVEN_ALL_ALONG and verb is not None and verb.tail.startswith("던 "):
        return not verb.past
    before = clauses.text(Span(clauses.sentence.span.start, trigger.span.start))
    return (frame.type in UTTERANCES and "때마다" in before) or is_of_each_year(clauses, trigger)


def is_supposed(clauses: Clauses, trigger: Trigger) -> bool:
    """추가 발사나 핵실험이 있다면: nothing of the list has happened."""
    if not trigger.noun or trigger.support is not None:
        return False
    for item in clauses.items[trigger.index + 1 :]:
        if isinstance(item, Verb):
            return item.supposed
        if item.case not in LISTED | {Case.SUBJECT, Case.TOPIC}:
            return False
    return False


def time_goes_by(clauses: Clauses, trigger: Trigger) -> bool:
    """여름이 가기 전에, 올해가 다 가기 전에: a season or year goes, and nobody."""
    before = clauses.items[trigger.index - 1] if trigger.index and not trigger.noun else None
    if not isinstance(before, Phrase) or before.case is not Case.SUBJECT:
        return False
    return any(time.span == before.span for time in clauses.document.times_in(before.span))


def is_left_out(clauses: Clauses, trigger: Trigger) -> bool:
    """공보문에 파병에 대한 언급은 없었다: what is not spoken of is a topic, no event."""
    if not trigger.noun or trigger.support is not None:
        return False
    phrase = trigger.chain[-1]
    behind = clauses.text(Span(trigger.span.end, phrase.span.end)).strip()
    words = clauses.words.words
    if phrase.case is not Case.ABOUT and not behind.startswith(words["matters"]):
        return False
    last = next((i for i in reversed(clauses.items) if isinstance(i, Verb)), None)
    return last is not None and (last.negated or last.lemma in words["leaving-out"])
