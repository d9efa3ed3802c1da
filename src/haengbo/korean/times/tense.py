"""The clause behind a date → whether it tells of the past or of what is to come.

Comes in: a text and the position behind a time expression. Goes out: ``past``, ``future`` or
nothing. By form alone, so that a date can be read without an analyser: a syllable that closes
in ㅆ (했, 됐, 갔) is past; -ㄹ before 예정, 계획, 것 and a present ending (한다, 열린다) tell of
what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from haengbo.korean.syllables import closed_in, final_of


class Tense(StrEnum):
    """When the clause is."""

    PAST = "past"
    FUTURE = "future"


_N, _L, _B, _SS = 4, 8, 17, 20
#: Closed in ㅆ, but not past.
_NOT_PAST = "있겠"
#: Closed in ㅂ before 니다, but nothing to come: 했습니다, 첫날입니다; 만납니다 is.
_NOT_AHEAD = "습입"
_TO_COME = re.compile(r"\s(?:예정|계획|방침|것|전망|듯|수\s|가능성|공산|생각|참(?:이|인|$)|가\s)")
#: 만난 바 있다, 떠난 것으로 알려졌다, 도착한 데 이어: over, unless it is 떠나는 or 중인.
_OVER = re.compile(r"\s(?:바\s|것으로\s|것은\s|데\s이어)")
#: 12일 만난 뒤: over as the verb behind it is; before what is planned nobody can tell.
_FIRST = re.compile(r"\s(?:뒤|직후)\s")
_NOT_OVER = "는인"
_PLAIN = re.compile(r"다(?:[.”\"고며는]|$)")
_AHEAD = re.compile(
    r"앞두|앞둔|예정된|예정인|예정이|열리는|방[한북중미러일문]하는|개최되는|개막하는|시작되는"
    r"|까지 (?:이어|계속|진행)"
    r"|(?:일정|날짜|시기)(?:에|에도|을|를)? (?:합의|의견을 모)"
    r"|기로 (?:[가-힣]{1,6} (?:[가-힣]{1,5}[이가] )?)?(?:했|하|합의|결정|약속|뜻)"
)
#: "10월로 미뤄", "26일까지 머물".
_TOWARDS = re.compile(r"로\s(?:다시\s)?(?:미[뤄루]|연기|예정|늦|앞당|변경|잡|정해|옮)|까지\s")
#: 22일 만나 교류를 늘리기로 합의했다: what was agreed lies ahead, that they met does not.
_DONE_FIRST = re.compile(r"만나(?:서)?\s|[하열갖지]고\s|[가-힣]한\s(?:뒤|후|자리)")
#: 31일로 예정됐던 서명을 보류했다: ahead when it was set, and now it may be over.
_WAS_SET = re.compile(r"(?:에|로)?\s예정(?:됐던|되었던|돼\s있던|되어\s있던|이던|이었던)")
#: 3일 북한을 방문한 장관은 곧 간다: the day is that of the clause which describes who will go.
_DESCRIBES = re.compile(
    r"(?:\s[가-힣·]{1,9}(?:을|를|과|와|에|에서|에게|로)){1,3}"
    r"\s[가-힣]{0,6}(?:한|했던|된|됐던|난|났던|낸|온|왔던|쏜|맺은|찾은|받은|앉은|밟은)"
    r"(?<!대한)(?<!관한)(?<!위한)(?<!인한)(?<!북한)(?<!남한)"
    r"(?:\s[가-힣·]{1,10}){0,4}?\s[가-힣·]{1,10}(?:은|는|이|가)\s"
)
#: 3일 시작된 회담은 계속된다: the day is that of what describes the talks.
_RIGHT_BEHIND = re.compile(
    r"\s[가-힣]{1,5}(?:한|된|린|난|친|낸)(?<!대한)(?<!관한)(?<!위한)(?<!북한)(?<!남한)(?<!주한)\s[가-힣]"
)
_REACH = 90
_FROM_TO = re.compile(r"부터\s[0-9월 ]{1,8}일$")
_SPAN = 14
#: Letters that can tell anything: closed in ㄴ, ㄹ or ㅆ, beginnings of ``_AHEAD``, ends.
_CLOSED = "".join(closed_in(final) for final in (_N, _L, _B, _SS))
_TELLING = re.compile(f"[앞예열방개시까기일날.?!{_CLOSED}]")


def closes_past(char: str) -> bool:
    """Whether a syllable closes in the ㅆ of the past: 했, 갔, 됐; not 있, 겠."""
    return final_of(char) == _SS and char not in _NOT_PAST


def _tense_at(text: str, at: int) -> Tense | None:
    coda = final_of(text[at])
    if closes_past(text[at]):
        return Tense.PAST
    if coda == _L and _TO_COME.match(text, at + 1):
        return Tense.FUTURE
    if coda == _N and _PLAIN.match(text, at + 1):
        return Tense.FUTURE
    if coda == _N and text[at] not in _NOT_OVER and _OVER.match(text, at + 1):
        return Tense.PAST
    if coda == _B and text[at] not in _NOT_AHEAD and text.startswith("니다", at + 1):
        return Tense.FUTURE
    return Tense.FUTURE if _AHEAD.match(text, at) else None


def _said_behind(text: str, position: int) -> range:
    """The words that are quoted behind a position: 17일 “만날 수 있다”고 했다 tells of the past."""
    straight = text.find('"', position, position + _REACH)
    if straight >= 0 and text.count('"', 0, position) % 2 == 0:
        end = text.find('"', straight + 1)
        return range(straight, end) if end >= 0 else range(position, position)
    opened = text.find("“", position, position + _REACH)
    closed = text.find("”", opened) if opened >= 0 else -1
    before = text.find("”", position, opened) if opened >= 0 else 0
    return range(opened, closed) if closed >= 0 and before < 0 else range(position, position)


def tense_after(text: str, position: int) -> Tense | None:
    """Tense of the first verb behind a position that shows one.

    Example:
        ``tense_after("26일까지 머물 예정이라고 밝혔다", 3)`` is ``FUTURE``.
    """
    if _WAS_SET.match(text, position):
        return None
    towards = _TOWARDS.match(text, position)
    # 9일부터 11일까지 방문했다: from day to day, and over
    if towards and not _FROM_TO.search(text, max(0, position - _SPAN), position):
        return Tense.FUTURE
    if _DESCRIBES.match(text, position) or _RIGHT_BEHIND.match(text, position):
        return Tense.PAST
    first = False
    for at in _telling(text, position):
        if text[at] == "기" and _DONE_FIRST.search(text, position, at):
            continue
        if final_of(text[at]) == _N and text[at] not in _NOT_OVER and _FIRST.match(text, at + 1):
            first = True
        elif found := _tense_at(text, at):
            return None if first and found is Tense.FUTURE else found
    if first:
        return Tense.PAST
    return Tense.FUTURE if towards else None


def _telling(text: str, position: int) -> Iterator[int]:
    """Where, behind a position and outside quoted words, a letter may tell, up to a full stop."""
    said = _said_behind(text, position)
    for match in _TELLING.finditer(text, position, said.stop + _REACH):
        at = match.start()
        if at in said:
            continue
        if text[at] in ".?!" and text[at + 1 : at + 2] in {"", " ", "”", '"'}:
            return
        yield at
