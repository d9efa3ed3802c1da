"""A trigger → the date of its happening.

Comes in: a ``Trigger`` with its clauses. Goes out: the time expression that dates it, or
``None``. The clause's own expression decides; then one in a clause that describes the noun, then
one told earlier in the same sentence. The date of a report (노동신문은 5일 … 보도했다) never
dates what is reported.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import dropwhile, takewhile

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.clefts import cleft, day_after, described_day, last_said
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.arguments import Arguments
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.before_words import (
    day_before_clause,
    day_before_words,
    year_before_subject,
)
from haengbo.reading.events.scene.behind_subject import behind_subject
from haengbo.reading.events.scene.beside_nouns import is_of_coming, is_of_telling, over_by_now
from haengbo.reading.events.scene.counted_from import counted_from
from haengbo.reading.events.scene.days_before import before_list, is_over_by_then
from haengbo.reading.events.scene.departure import of_leaving
from haengbo.reading.events.scene.earlier import (
    describes_once,
    is_of_deed,
    is_of_paper,
    of_arrival,
    told_earlier,
    was_elsewhere,
)
from haengbo.reading.events.scene.points import Dated, glossed, nearest
from haengbo.reading.events.scene.report_days import dates_report, not_of_report
from haengbo.reading.events.scene.saying import is_owned
from haengbo.reading.events.scene.speaking import beside_speaker
from haengbo.reading.events.scene.stays import as_last_day, ends_stay

#: Place of what follows, where an item stands in the middle of three.
_BEHIND = 2
#: How far behind a date what is said of it may stand, in code points.
_SAID_WITHIN = 30
#: 침공 이후, 침공을 계기로: how far behind the noun, in code points.
_SINCE_WITHIN = 8
_CONCERNS = ("과 관련", "와 관련", "에 관련", "에 대해", "에 대하여")
_LATER = " 이후로"
#: What others answer: a day before 북한의 시험발사 may be that of the answer.
_OF_OTHERS = {"ASSAULT", "SANCTION", "MOBILIZE"}
#: 지난 6월 맺은 조약의 비준서를: the clause describes the treaty, not what is done with it.
_OF_PAPERS = {"ratify", "implement"}
#: 추방하고, 규탄하며: endings that join what one subject does.
_AND = ("고 ", "며 ", "면서 ")
#: Modes of what two do face to face or by wire, in which one asks and promises.
_MET = {"meeting", "phone"}
#: 회담 뒤, 회담 후: a noun that tells of what was before.
_UPON = ("뒤 ", "후 ", "직후 ", "이후 ")
_OF_IT = {Case.WITH, Case.GENITIVE, Case.BARE}
#: 억류하고 있던: what had gone on.
_HAD_GONE_ON = ("고 있 던 ", "어 오 던 ", "아 오 던 ", "여 오 던 ")
_DAY = len("2024-01-01")
_YEAR = len("2024")
_AFTERWARDS = re.compile(r"\s(?:뒤|후|직후)(?:\s|$)")


def date_of(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """The expression that dates the happening."""
    if trigger.noun and (later := _behind_noun(clauses, trigger)) is not None:
        return later
    if trigger.noun:
        chain = _dating_chain(clauses, trigger)
        concerns = clauses.document.text.startswith(_CONCERNS, trigger.chain[-1].span.end)
        concerns = concerns or is_of_telling(clauses, trigger)
        if concerns or _is_of_what_follows(clauses, trigger):
            # 대변인은 9일 장관의 방북과 관련해 말했다
            chain = tuple(dropwhile(lambda p: _is_one_day(clauses, p), trigger.chain))
        found = nearest(clauses, chain, own=True) or counted_from(clauses, trigger)
        apart = trigger.support is not None and trigger.support.apart
        found = None if apart and _is_of_word(clauses, trigger, found) else found
        paper = trigger.frames[0].mode in _OF_PAPERS or _is_told_of(clauses, trigger)
        if found is None and trigger.relative is not None and not paper:
            found = nearest(clauses, trigger.relative.own, own=True)
        if found is None and trigger.arguments is None:
            found = (
                nearest(clauses, _stage(clauses, trigger), own=True)
                or _of_what_is_said(clauses, trigger)
                or _of_what_was_done_there(clauses, trigger)
            )
        if found is not None or trigger.arguments is None or trigger.listed or apart:
            return as_last_day(trigger, found)
    arguments = trigger.arguments
    if arguments is None or _had_gone_on(trigger):
        return None
    phrases = not_of_report(clauses, trigger, arguments)
    cut = len(phrases) < len(arguments.own)
    acting = [
        p
        for p in phrases
        if not is_owned(clauses, clauses.place_of(p)) and not dates_report(clauses, p)
        if not _is_of_thing(clauses, clauses.place_of(p)) and not is_of_deed(clauses, p)
        if not is_of_coming(clauses, trigger, p)
    ]
    own = nearest(clauses, acting, own=True)
    if own is not None and is_of_paper(clauses, own):
        # 26일 만나 2001년도 계획서에 서명했다
        own = told_earlier(clauses, trigger, arguments) or own
    return (
        day_before_clause(clauses, trigger)
        or own
        or _in_brackets(clauses, trigger)
        or day_before_words(clauses, trigger)
        or nearest(clauses, _in_same_words(clauses, trigger, arguments.loose), own=True)
        or (
            None
            if cut
            else _not_of_holding(
                clauses,
                trigger,
                over_by_now(clauses, trigger, told_earlier(clauses, trigger, arguments)),
            )
        )
        or _of_visit(clauses, arguments)
        or of_leaving(clauses, trigger)
        or _of_described_day(clauses, trigger)
        or _of_cleft(clauses, trigger)
        or _of_what_was_held(clauses, trigger)
        or (None if cut else _of_clause_after(clauses, trigger))
        or beside_speaker(clauses, trigger, arguments)
        or (None if cut else _before_complement(clauses, trigger))
        or behind_subject(clauses, trigger)
        or year_before_subject(clauses, trigger)
    )


def _is_told_of(clauses: Clauses, trigger: Trigger) -> bool:
    """국방부가 [6일 발표한] 파병: the day on which it was made known."""
    verb = trigger.relative_verb
    return verb is not None and verb.lemma in clauses.words.words["telling-outcomes"]


def _is_one_day(clauses: Clauses, phrase: Phrase) -> bool:
    """9일, on which somebody may have spoken; not 8∼9일, which is of a stay."""
    times = clauses.document.times_in(phrase.span)
    return clauses.says_when(phrase) and all("/" not in t.value for t in times)


def _had_gone_on(trigger: Trigger) -> bool:
    """12일 [억류하고 있던] 세 명을 풀어 주었다: the day is not of what had gone on."""
    return trigger.verb is not None and trigger.verb.tail.startswith(_HAD_GONE_ON)


def _not_of_holding(clauses: Clauses, trigger: Trigger, found: Dated | None) -> Dated | None:
    """지난 4월 여행하다 체포된 학생이 석방됐다: when taken is not when let go."""
    verb, at = trigger.verb, trigger.verb_index
    if found is None or verb is None or at is None or trigger.frames[0].type != "RETREAT":
        return found
    held = clauses.words.words["held-people"]
    between = (
        item
        for item in clauses.items[:at]
        if isinstance(item, Verb) and item.span.start > found.time.span.end
    )
    taken = any(i.ending is Ending.ADNOMINAL and i.lemma in held for i in between)
    return None if taken else found


def _is_of_what_follows(clauses: Clauses, trigger: Trigger) -> bool:
    """몽골은 12일 정상회담 이틀 만에 발사했다: the day behind who acts is that of the deed."""
    after = clauses.document.text[trigger.span.end : clauses.sentence.span.end].lstrip()
    first = clauses.items.index(trigger.chain[0])
    day = next((n for n in range(first, -1, -1) if clauses.says_when(clauses.items[n])), 0)
    before = clauses.items[day - 1] if day else None
    acts = isinstance(before, Phrase) and before.case in {Case.SUBJECT, Case.TOPIC}
    return acts and after.startswith(clauses.words.words["days-since"])


def _is_of_word(clauses: Clauses, trigger: Trigger, found: Dated | None) -> bool:
    """총리는 4일 방문을 취소했다: the day of the word, not of the visit that is off."""
    day = found.time.value if found is not None else ""
    published = clauses.document.article.published_day or ""
    inside = found is not None and trigger.chain[-1].span.contains(found.time.span)
    return not inside and len(day) == _DAY and day <= published


def _in_brackets(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """방북(13∼15일) 중인 장관이: the days inside the brackets of the verb itself."""
    times = glossed(clauses, trigger.verb) if trigger.verb is not None else ()
    return Dated(times[-1], Case.BARE, own=True) if times and not trigger.noun else None


def _before_complement(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """외무성이 13일 담화에서 선언을 간섭이라고 비난했다: what it is called parts no clause."""
    at = trigger.verb_index
    named = clauses.items[at - 1] if at else None
    if trigger.noun or not isinstance(named, Verb) or named.lemma != "이다":
        return None
    if named.ending is not Ending.QUOTATIVE or named.past or clauses.quote_of(named) is not None:
        return None
    own: list[Phrase] = []
    for item in reversed(clauses.items[: (at or 1) - 1]):
        if isinstance(item, Verb) or item.case in {Case.SUBJECT, Case.TOPIC}:
            break
        own.insert(0, item)
    return nearest(clauses, own, own=True)


def _behind_noun(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """국방부는 27일 회담을 31일 열기로 했다: what stands right before the verb of the happening."""
    support, verb = trigger.support, trigger.verb
    if support is None or verb is None or trigger.arguments is None or support.status is not None:
        return None
    behind = [p for p in trigger.arguments.own if p.span.start > trigger.span.end]
    resolved = verb.tail.startswith("기 로 ")
    return nearest(clauses, behind, own=True) if resolved else None


def _in_same_words(
    clauses: Clauses, trigger: Trigger, phrases: Iterable[Phrase]
) -> tuple[Phrase, ...]:
    """대변인은 이날 질문에 답하여 “장관이 …했다”고 했다: the day of the answer is outside."""
    if describes_once(trigger):
        return ()
    quote = clauses.quote_of(clauses.items[trigger.index])
    once = [
        item.span.start
        for item in clauses.items[: trigger.index]
        if isinstance(item, Verb) and was_elsewhere(clauses, item)
    ]
    last = max(once, default=0)  # 지난 3일 방문했던 장관은: before it all is of that visit
    return tuple(
        p
        for p in phrases
        if p.span.start >= last and (quote is None or clauses.quote_of(p) == quote)
        if not is_over_by_then(clauses, trigger, p) and not _is_of_old(clauses, p)
        if not _is_of_arrival(clauses, trigger, p)
    )


def _is_of_arrival(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """차관은 [전날] 하노이에 도착한 외무상과 회담했다; who is welcomed is so on that day."""
    met = any(frame.mode in _MET for frame in trigger.frames)
    return met and of_arrival(clauses, phrase, opening=True)


def _is_of_old(clauses: Clauses, phrase: Phrase) -> bool:
    """[1973년] 관계를 맺은 두 나라는: a year behind which a clause tells what had been done."""
    behind = (i for i in clauses.items[clauses.place_of(phrase) :] if isinstance(i, Verb))
    verb = next(behind, None)
    if verb is None or verb.ending is not Ending.ADNOMINAL:
        return False
    over = verb.tail.startswith(("ᆫ ", "은 "))
    times = clauses.document.times_in(phrase.span)
    return over and bool(times) and all(len(t.value) == _YEAR for t in times)


def _of_what_is_said(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """방중은 하반기에나 가능할 것이다: what is said of a visit dates it, if it is still to come."""
    last = nearest(clauses, last_said(clauses, trigger.index), own=True)
    following = trigger.following
    if (
        last is not None
        or following is None
        or trigger.chain[-1].case not in {Case.TOPIC, Case.SUBJECT}
    ):
        return last
    if _is_of_another(clauses, trigger):
        return None
    behind = [p for p in following.own if p.span.start > trigger.span.end]
    found = nearest(clauses, behind, own=True) or _put_off(clauses, behind)
    if found is None or _is_past(clauses, found):
        return None  # 이번 방문은 지난달 합의한 데 따른 것이다
    end = min(clauses.sentence.span.end, found.time.span.end + _SAID_WITHIN)
    said = clauses.text(Span(found.time.span.end, end))
    return found if any(w in said for w in clauses.words.words["still-to-come"]) else None


def _is_past(clauses: Clauses, found: Dated) -> bool:
    """Whether it was over when the page appeared, as far as that is known."""
    published = clauses.document.article.published_day or ""
    value = found.time.value.rpartition("/")[2].partition("T")[0]
    return value[:1].isdigit() and value < published[: len(value)]


def _of_what_was_done_there(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """지난 14일 위원장은 대통령과의 회담에서 방북을 요청했다: asked on the day of the talks."""
    phrase, following = trigger.chain[-1], trigger.following
    met = phrase.case is Case.AT and phrase.particles[:1] == ("에서",)
    if not met or following is None or trigger.frames[0].mode not in _MET:
        return None
    before = [p for p in following.own if p.span.start < trigger.chain[0].span.start]
    opens = before[:1] if before and clauses.says_when(before[0]) else []
    return nearest(clauses, opens, own=True)


def _of_described_day(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """총리가 회담을 연 [12일], 훈련이 끝난 [2일]: the day that is described, or the last one."""
    found = nearest(clauses, described_day(clauses, trigger), own=True)
    over = trigger.noun and ends_stay(trigger)
    if found is not None:
        return replace(found, before=True) if over else found
    after = nearest(clauses, day_after(clauses, trigger), own=True)
    if after is None or len(after.time.value) != _DAY:
        return None
    eve = dt.date.fromisoformat(after.time.value) - dt.timedelta(days=1)
    return replace(after, time=replace(after.time, value=eve.isoformat()))


def _of_what_was_held(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """[12일 평양에서] 열린 두 장관의 회담 뒤: the day on which that was held."""
    verb, at = trigger.verb, trigger.verb_index
    if trigger.noun or verb is None or at is None or not verb.tail.startswith(_UPON):
        return None
    between = takewhile(
        lambda i: isinstance(i, Phrase) and i.case in _OF_IT, clauses.items[at - 1 :: -1]
    )
    first = at - len(tuple(between))
    held = clauses.items[first - 1] if first else None
    if not isinstance(held, Verb) or held.ending is not Ending.ADNOMINAL:
        return None
    own = takewhile(lambda i: isinstance(i, Phrase), clauses.items[: first - 1][::-1])
    phrases = [item for item in own if isinstance(item, Phrase)]
    return (
        nearest(clauses, phrases[::-1], own=True) if held.lemma in clauses.words.happening else None
    )


def _of_cleft(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """얼굴을 마주한 것은 2004년 5월 22일 평양에서였다: when it was is said behind it."""
    return nearest(clauses, cleft(clauses, trigger), own=True)


def _of_clause_after(clauses: Clauses, trigger: Trigger) -> Dated | None:
    """대사를 추방하고 48시간 안에 떠나라고 4일 명령했다: one day for what one subject does."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.ending is not Ending.CONNECTIVE:
        return None
    if not verb.tail.startswith(_AND) or clauses.quote_of(verb) is not None:
        return None
    behind = [item for item in clauses.items[at + 1 :] if clauses.quote_of(item) is None]
    if any(isinstance(i, Phrase) and i.case in {Case.SUBJECT, Case.TOPIC} for i in behind):
        return None
    last = behind[-2:]
    phrase, final = last if len(last) > 1 else (None, None)
    if not isinstance(phrase, Phrase) or not isinstance(final, Verb):
        return None
    return nearest(clauses, (phrase,), own=False) if clauses.says_when(phrase) else None


def _is_of_another(clauses: Clauses, trigger: Trigger) -> bool:
    """이번 방러는 차관이 2월 방북했을 때 초청한 것이다: the first verb tells something else."""
    verb = next((i for i in clauses.items[trigger.index + 1 :] if isinstance(i, Verb)), None)
    return verb is not None and clauses.sets_another_time(verb)


def _put_off(clauses: Clauses, phrases: Iterable[Phrase]) -> Dated | None:
    """방러는 7월 이후로 미뤄질 것이다: no earlier than the time named."""
    for phrase in phrases:
        for time in clauses.document.times_in(phrase.span):
            if clauses.document.text.startswith(_LATER, time.span.end):
                return Dated(time, phrase.case, own=True)
    return None


def _stage(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """내년에는 … 훈련도: a time marked as topic holds for what follows in the same words."""
    quote = clauses.quote_of(clauses.items[trigger.index])
    return tuple(
        item
        for item in clauses.items[: trigger.index]
        if isinstance(item, Phrase) and clauses.quote_of(item) == quote
        if {"는", "은"} & set(item.particles[1:])
    )


def _occasion(clauses: Clauses, arguments: Arguments) -> bool:
    """9일 열린 열병식에 가다, 9일 열린 열병식 뒤 만나다: the day of the occasion."""
    items = clauses.items
    for phrase in arguments.own:
        position = items.index(phrase)
        verbs = [i for i in items[:position] if isinstance(i, Verb)]
        held = bool(verbs) and verbs[-1].lemma in clauses.words.happening
        after = _AFTERWARDS.search(clauses.text(phrase.span)) is not None
        if held and (phrase.case in {Case.TO, Case.AT} or after):
            return verbs[-1].ending is Ending.ADNOMINAL
    return False


def _dating_chain(clauses: Clauses, trigger: Trigger) -> tuple[Phrase, ...]:
    """Phrases before a noun whose dates may be its own.

    In ``정부가 1일 북한의 시험발사에 대응해`` the day before the genitive is the government's.
    """
    chain = trigger.chain
    if not _dates_noun(clauses, trigger) or _is_this(clauses, chain[-1]):
        return chain[-1:]
    first = clauses.items.index(chain[0])
    before = clauses.items[first - 1] if first else None
    acts = isinstance(before, Phrase) and before.case in {Case.SUBJECT, Case.TOPIC}
    acts = acts and not _is_since(clauses, trigger)
    named = next((i for i, p in enumerate(chain[:-1]) if p.case is Case.GENITIVE), None)
    if not named and len(chain) > 1 and _is_answered(clauses, chain[-1]):
        named = len(chain) - 1
    told = trigger.support is not None or trigger.frames[0].type not in _OF_OTHERS
    if told or not acts or not named:
        return (*before_list(clauses, trigger), *chain)
    return chain[named:]


def _is_answered(clauses: Clauses, phrase: Phrase) -> bool:
    """안보리는 22일 [북한 시험발사를] 규탄했다: whose deed it is, without a particle.

    Not 군은 22일 북한 시험발사를 탐지했다: who tells of it has seen it on that day.
    """
    found = clauses.document.mentions_in(phrase.span)
    led = bool(found) and found[0].kind is ActorKind.STATE
    if not led or found[0].span.start != phrase.span.start:
        return False
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    verb = behind[0] if behind else None
    frames = clauses.words.frames_of_predicate(verb.lemma) if isinstance(verb, Verb) else ()
    return any(frame.type in UTTERANCES for frame in frames)


def _is_since(clauses: Clauses, trigger: Trigger) -> bool:
    """두 나라는 [2022년] 러시아의 침공 이후 가까워졌다: counted from then, it is the noun's."""
    behind = clauses.document.text[trigger.span.end :][:_SINCE_WITHIN].lstrip("을를 ")
    return behind.startswith(("이후", "이래", *clauses.words.words["occasioning"]))


def _is_this(clauses: Clauses, phrase: Phrase) -> bool:
    """국방부는 11일 이번 방문을 비판했다: what is pointed at has no day before it."""
    first = phrase.tokens[0].form if phrase.tokens else ""
    return first in clauses.words.words["pointing"]


def _dates_noun(clauses: Clauses, trigger: Trigger) -> bool:
    """A date before an object belongs to its verb (10월 18일 파병을 공개했다), not to the noun."""
    phrase = trigger.chain[-1]
    if trigger.support is not None or trigger.frames[0].type != "MOBILIZE":
        return True
    if phrase.case not in {Case.OBJECT, Case.SUBJECT, Case.TO}:
        return True
    following = clauses.items[trigger.index + 1 :][:1]
    return not (following and isinstance(following[0], Verb))


def _of_visit(clauses: Clauses, arguments: Arguments) -> Dated | None:
    """29일 평양을 방문한 장관을 만나: the day of the visit is the day of the meeting."""
    end = max((phrase.span.end for phrase in arguments.described), default=0)
    verb = next((i for i in clauses.items if i.span.start >= end), None) if end else None
    if isinstance(verb, Verb) and was_elsewhere(clauses, verb):
        return None
    # 7일 평양에 들어간 의장은 외무상과도 만났다: whom one met besides, on a day unsaid
    also = any(p.case in {Case.WITH, Case.OBJECT} and "도" in p.particles for p in arguments.own)
    if any(of_arrival(clauses, phrase, opening=also) for phrase in arguments.described):
        return None
    visited = (
        _occasion(clauses, arguments)
        or _came(clauses, arguments)
        or any(
            p.case in {Case.OBJECT, Case.TO} and any(m.span.end >= p.span.end for m in found)
            for p in arguments.described
            if (found := clauses.document.mentions_in(p.span))
        )
    )
    return nearest(clauses, arguments.described, own=True) if visited else None


def _came(clauses: Clauses, arguments: Arguments) -> bool:
    """29일 방북한 장관을 만나: the verb itself says where to."""
    end = max((phrase.span.end for phrase in arguments.described), default=0)
    verb = next((i for i in clauses.items if i.span.start >= end), None) if end else None
    frames = clauses.words.frames_of_predicate(verb.lemma) if isinstance(verb, Verb) else ()
    return any(frame.mode == "visit" and frame.given for frame in frames)


def _is_of_thing(clauses: Clauses, position: int) -> bool:
    """합의를 재천명한 전날 남측의 통지문을 거부했다: described, and before whose thing it is."""
    around = clauses.items[max(0, position - 1) : position + 2]
    if position == 0 or len(around) <= _BEHIND or not clauses.says_when(clauses.items[position]):
        return False
    before, behind = around[0], around[_BEHIND]
    described = isinstance(before, Verb) and before.ending is Ending.ADNOMINAL
    return described and isinstance(behind, Phrase) and behind.case is Case.GENITIVE
