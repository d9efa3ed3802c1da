"""A happening without a day in its own clause → the day of an earlier clause of its sentence.

Comes in: ``Clauses``, a ``Trigger`` with its arguments. Goes out: the expression told before, or
``None``. Invariant: a day of other words, of another's doing or of a paper is not taken.
"""

from __future__ import annotations

import re

from haengbo.korean.predicates import Ending
from haengbo.reading.attribution.days_of_matters import POINTS_BACK
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.arguments import Arguments
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.occasions import holds_talks, opens_occasion
from haengbo.reading.events.scene.points import Dated, nearest
from haengbo.reading.events.scene.report_days import dates_report, is_of_teller
from haengbo.reading.events.scene.saying import IN_ANSWER, is_owned
from haengbo.reading.events.scene.turns import is_answer, since_another, some_time_later

#: 방문 당시 …: what was then, not what was done now.
_THEN = "당시"
#: Cases whose days hold for nothing but their own clause.
_OF_OTHERS_ALONE = {Case.GENITIVE, Case.ABOUT, Case.PER}
#: 방문했던: what was so once, and is no more.
_ONCE = ("었 던 ", "았 던 ", "였 던 ")
#: 도착한 뒤.
_AFTER = re.compile(r"\s(?:뒤|후|다음)[\s,]")
#: 개최할 것을, 열 것을.
_TO_BE_DONE = ("ᆯ 것 ", "을 것 ")
_RIGHT_AFTER = "직후"
_TWO = 2
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}(?:-\d{2})?")
#: 2020년 2월 중단된 지 5년 만에, 만나기로: what stands before these is not the main clause's.
_OF_CLAUSE = ("기 로 ", "ᆫ 지 ", "은 지 ")


def told_earlier(clauses: Clauses, trigger: Trigger, arguments: Arguments) -> Dated | None:
    """A date of an earlier clause of the sentence, outside other quotations and relatives.

    국무부는 12일 북한이 전날 쏜 것을 규탄했다: before the day of what is answered, the own one.
    """
    before = _last_told(clauses, trigger, arguments, answered=False)
    return before or _last_told(clauses, trigger, arguments, answered=True)


def _last_told(
    clauses: Clauses, trigger: Trigger, arguments: Arguments, *, answered: bool
) -> Dated | None:
    """The nearest date before; one of a clause that is answered only if so asked."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    quote = clauses.quote_of(clauses.items[at])
    if _is_complained_of(trigger, arguments) or describes_once(trigger):
        return None
    relative = about = False
    described = _describes(trigger)
    for position in range(at - 1, -1, -1):
        item = clauses.items[position]
        if isinstance(item, Verb):
            then = _THEN in item.tail.split()[:2]
            if item.ending is Ending.QUOTATIVE or (then and described):
                return None
            described = described or item.ending is Ending.ADNOMINAL
            about = about or _is_apart(clauses, trigger, position)
            relative = item.ending is Ending.ADNOMINAL or item.tail.startswith(_OF_CLAUSE)
            relative = relative or (not answered and item.tail.startswith(IN_ANSWER))
            if was_elsewhere(clauses, item) or _goes_on_to(trigger, item):
                return None
            relative = relative and not _tells_occasion(clauses, position)
            relative = relative and not opens_occasion(clauses, position)
            relative = relative and item.lemma not in clauses.words.words["measuring"]
            continue
        if relative and item not in arguments.subjects and not _is_behind(clauses, item, arguments):
            continue
        relative = False
        if (
            is_owned(clauses, position)
            or clauses.quote_of(item) != quote
            or item.case in _OF_OTHERS_ALONE
            or dates_report(clauses, item)
            or is_of_teller(clauses, trigger, item)
            or is_of_deed(clauses, item)
            or _is_of_content(clauses, position)
        ):
            continue
        found = nearest(clauses, (item,), own=False)
        if found is None or is_of_paper(clauses, found) or _ends_another(found):
            continue
        if _is_still_to_come(clauses, trigger, found):
            continue
        # 5일 도착한 뒤 회담했다 says no day; 지난 6월 방문한 뒤 체결했다 says the month
        told = not about or found.before or _is_month(found) or _is_today(clauses, trigger, found)
        said = trigger.frames[0].type in UTTERANCES
        later = some_time_later(clauses, found, position, at, said=said)
        later = later or since_another(clauses, position, at)
        later = later or (said and is_answer(clauses, position, at))
        return found if told and not later else None
    return None


def _goes_on_to(trigger: Trigger, verb: Verb) -> bool:
    """5일 몽골을 방문한 데 이어 라오스를 방문한다: another journey, on a day unsaid."""
    follows = verb.lemma == "잇다" and verb.ending is Ending.CONNECTIVE
    return follows and any(frame.mode == "visit" for frame in trigger.frames)


def _is_still_to_come(clauses: Clauses, trigger: Trigger, found: Dated) -> bool:
    """[올 상반기] 시험운행을 하고 회의를 열기로 합의했다: they did not agree on a day to come.

    Nor was anything else done then: [내년] 교류를 논의했으며 탑에 헌화했다.
    """
    verb, published = trigger.verb, clauses.document.article.published_day or ""
    if verb is None or not verb.past:
        return False
    since, _, until = found.time.value.partition("/")
    value = (until or since) if trigger.frames[0].type == "AGREE" else since
    return value[:1].isdigit() and bool(published) and value > published[: len(value)]


def _is_of_content(clauses: Clauses, position: int) -> bool:
    """회담을 [14일] 개최할 것을 제의했다: behind what is to be done, the day of doing it."""
    behind = clauses.items[position + 1 :]
    verb = next((item for item in behind if isinstance(item, Verb)), None)
    before = clauses.items[position - 1] if position else None
    done = isinstance(before, Phrase) and before.case is Case.OBJECT
    return done and verb is not None and verb.tail.startswith(_TO_BE_DONE)


def _is_complained_of(trigger: Trigger, arguments: Arguments) -> bool:
    """21일 대사를 초치해 북한이 병력을 보낸 데 대해 항의했다: not the day of the complaint."""
    verb = trigger.verb
    if verb is None or verb.ending is not Ending.NOMINAL:
        return False
    own = any(p.case is Case.SUBJECT for p in arguments.own)
    return own and verb.tail.startswith(IN_ANSWER)


def is_of_deed(clauses: Clauses, phrase: Phrase) -> bool:
    """지난 16일 회의를 열어 [14일] 북한의 발사를 논의했다: of two days the last is the deed's."""
    at = clauses.place_of(phrase)
    behind = clauses.items[at + 1 : at + 1 + _TWO]
    if not clauses.says_when(phrase) or len(behind) < _TWO:
        return False
    owner, deed = behind
    if not isinstance(owner, Phrase) or not isinstance(deed, Phrase):
        return False
    if clauses.says_when(owner):
        return is_of_deed(clauses, owner)  # 이틀 전인 14일 북한의 발사를
    text, words = clauses.text(deed.span).replace(" ", ""), clauses.words
    nouns = (words.noun_ending(text[:n]) for n in range(len(text), 1, -1))
    frames = [frame for noun in nouns if noun is not None for frame in words.by_noun[noun]]
    before = clauses.items[:at]
    earlier = any(clauses.document.times_in(i.span) for i in before if isinstance(i, Phrase))
    parted = any(isinstance(i, Verb) and i.ending is Ending.CONNECTIVE for i in before)
    harm = any(frame.type == "ASSAULT" for frame in frames)
    return harm and earlier and parted and owner.case is Case.GENITIVE


def is_of_paper(clauses: Clauses, found: Dated) -> bool:
    """26일 만나 [2001년도] 계획서에 서명했다: the year that the paper is for."""
    quoted = clauses.document.text[max(0, found.time.span.start - 1)] in '“"'
    return found.within and not quoted and _YEAR.fullmatch(found.time.value) is not None


def _ends_another(found: Dated) -> bool:
    """13일까지 머물며 회담할 예정이다: how long one stays; 3월부터 5월까지 is both.

    한 달 안에 떠날 것을 통보했다: by when another is to do it.
    """
    if found.time.rule == "count:within":
        return True
    return found.case is Case.UNTIL and "/" not in found.time.value


def describes_once(trigger: Trigger) -> bool:
    """이날 회동은 지난번 중국을 방문했던 위원장이: what was so once was not on the day told."""
    verb = trigger.verb
    adnominal = verb is not None and verb.ending is Ending.ADNOMINAL and not trigger.noun
    return adnominal and verb is not None and verb.tail.startswith(_ONCE)


def was_elsewhere(clauses: Clauses, verb: Verb) -> bool:
    """지난 3일 북한을 방문했던 장관은 모스크바에 왔다: when that was which is over.

    So too 지난달 방중 때 수행했던 외무상이: who went along then.
    """
    frames = clauses.words.frames_of_predicate(verb.lemma)
    along = verb.lemma in clauses.words.words["accompanying"]
    return verb.tail.startswith(_ONCE) and (along or any(f.mode == "visit" for f in frames))


def of_arrival(clauses: Clauses, phrase: Phrase, *, opening: bool = False) -> bool:
    """[전날] 평양에 도착한 장관과 회담했다: where a journey ended before, talks may come later.

    장관은 [4일] 평양에 도착한 서기와 만났다 may be of both.

    Args:
        clauses: The sentence.
        phrase: What says when.
        opening: Whether it stands before who acts: [7일] 평양에 들어간 의장은 외무상을 만났다.
    """
    behind = (i for i in clauses.items[clauses.place_of(phrase) :] if isinstance(i, Verb))
    verb = next(behind, None)
    if verb is None or verb.ending is not Ending.ADNOMINAL or not clauses.says_when(phrase):
        return False
    before = opening or POINTS_BACK.match(clauses.text(phrase.span)) is not None
    return before and verb.lemma in clauses.words.words["arriving"]


def _is_apart(clauses: Clauses, trigger: Trigger, position: int) -> bool:
    """5일 도착한 뒤 회담했다: on some other day; 5일 회담한 뒤 합의했다: on that day."""
    verb = clauses.items[position]
    if not isinstance(verb, Verb) or not clauses.sets_another_time(verb):
        return False
    if _RIGHT_AFTER in verb.tail.split()[:2]:
        return False  # 19일 발사 직후 만났다
    agreed = trigger.frames[0].type == "AGREE" and holds_talks(clauses, position)
    return not agreed and not clauses.at_that_time(verb)


def _tells_occasion(clauses: Clauses, position: int) -> bool:
    """7월 평양에서 열린 행사에 참석해 위원장을 만났다: what one went to was then."""
    verb, behind = clauses.items[position], clauses.items[position + 1 :]
    if not isinstance(verb, Verb) or verb.lemma not in clauses.words.happening:
        return False
    last = next((n for n, item in enumerate(behind) if isinstance(item, Verb)), 0)
    joined = behind[last] if last else None
    if not isinstance(joined, Verb) or joined.ending is not Ending.CONNECTIVE:
        return False
    occasion = behind[last - 1]
    return isinstance(occasion, Phrase) and occasion.case in {Case.TO, Case.AT}


def _describes(trigger: Trigger) -> bool:
    """지난해 6월 방문 당시 서명한 조약: what was then describes what is told now."""
    verb = trigger.verb
    return verb is not None and verb.ending is Ending.ADNOMINAL


def _is_month(dated: Dated) -> bool:
    """What was done after a visit was mostly done in its month."""
    return len(dated.time.value) == len("2024-01")


def _is_today(clauses: Clauses, trigger: Trigger, dated: Dated) -> bool:
    """오늘 도착한 뒤 만났다: what was done after the page's own day began was done on it."""
    if dated.time.value != clauses.document.article.published_day:
        return False
    behind = clauses.items[trigger.verb_index or trigger.index :]
    past = any(isinstance(item, Verb) and item.past for item in behind)
    between = clauses.document.text[dated.time.span.end : trigger.span.start]
    return past and _AFTER.search(between) is not None


def _is_behind(clauses: Clauses, item: Phrase, arguments: Arguments) -> bool:
    """안보리는 22일 결의를 위반한 발사를 규탄하고: right behind the topic it is its day."""
    position = clauses.place_of(item)
    before = clauses.items[position - 1] if position else None
    if not isinstance(before, Phrase) or before.case is not Case.TOPIC:
        return False
    describes = next(i for i in clauses.items[position:] if isinstance(i, Verb))
    if describes.lemma in clauses.words.happening or of_arrival(clauses, item):
        return False  # 위원장은 9일 모스크바에서 열린 열병식에: the day of the parade
    published = clauses.document.article.published_day or ""
    months = [t.value for t in clauses.document.times_in(item.span) if _MONTH.fullmatch(t.value)]
    if any(month <= published[: len(month)] for month in months):
        return False  # 장관은 지난 3월 취임한 외무상과 회담했다: since when he is
    return before in arguments.subjects and clauses.says_when(item)
