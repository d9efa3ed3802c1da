"""A phrase with 이/가 before a quotation → whether its clause is over before the words begin.

Who has an own predicate that only modifies (``장관이 떠난 사이 “…”``) does not speak; who is only
told to be where something else happens (``장관이 서울에서 열린 회의에서 “…”``) still does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.stretches import Stretch
from haengbo.reading.attribution.verbs import Verb, VerbForm

TEMPORAL = re.compile(
    r"\s?(?:사이|때|뒤|후|동안|가운데|직후|직전|당시|날|이후|지(?=\s))(?![가-힣]*자)"
)
#: 국무부가 명단에 올린 [데 대해서는] “…”: who acted is not who speaks of it.
RESPONDED = re.compile(r"데\s?(?:대해|대하여|대한|관해|맞서|반발)")
#: Nouns after which 이/가 of the clause before them still speaks (…한 자리에서 “…”).
_STILL = ("자리", "뒤", "가운데", "후", "데", "끝")
#: Done to something: who opens the sentence does not undergo it.
_SUFFERED = re.compile(r"(?:되|당하|받)다$")
_MODIFYING = {VerbForm.ADNOMINAL, VerbForm.REPORTED_ADNOMINAL}
#: 열린 [국제회의에서], 한 [모두발언에서]: up to the words.
_WHERE = re.compile(r"\s?(?:[^\s,]{1,20}\s){0,3}?[^\s,]{1,20}(?:에서|에)\s?")
#: 추적한 [걸], 추적한 [것을], 추적한 [데 대해].
_OBJECT = re.compile(r"\s?(?:걸\s|것을\s|것에\s|데\s?(?:대해|대하여|대한)\s)")
#: 만나는가 [하는 물음에는], 방북하는지 [묻자]: what was asked is over. Not [질문에] alone: a lead
#: may begin with who answers (부장이 갈지를 묻는 질문에 “…”고 답했다).
_PUT = re.compile(
    r"(?:[는은던인한]가|지를?|까|냐고?|지에\s대해|지에\s대한)\s?(?:하는|라는|이라는|묻는)?\s?(?:[^\s,]{1,12}의\s)?"
    r"(?:(?:질문|물음|질의|말)에(?:는|도)|묻자|질문하자|물었을\s때),?\s"
)
#: Endings that join a verb to the next in one clause.
_THEREBY = {"어", "아", "여"}


def is_closed(stretch: Stretch, subject: Subject, target: int) -> bool:
    """Whether 이/가 belongs to a clause that is over before the quotation begins."""
    if subject.role is not Role.SUBJECT:
        return False
    after = [v for v in stretch.verbs if subject.end <= v.span.start < target]
    if _is_responded_to(stretch, subject, after) or _is_asked_about(stretch, after, target):
        return True
    after = _past_inner(stretch, subject, after)
    # 미국이 무기를 [동원해] 실시한 훈련을: one clause
    first = next((v for v in after if v.tail not in _THEREBY), None)
    if first is None or first.form not in _MODIFYING:
        return False
    if _undergoes(stretch, subject, first) or (subject.person and _goes_on_acting(stretch, after)):
        return False
    if _speaks_there(stretch, subject, first, target):
        return False
    tail = stretch.text[first.span.end : first.span.end + 8].strip()
    return not tail.startswith(_STILL) or RESPONDED.match(tail) is not None


def is_of_object(stretch: Stretch, subject: Subject) -> bool:
    """[군이 열병식을 추적한] 것을 비난했다: what somebody did is what another speaks of."""
    first = next((v for v in stretch.verbs if v.span.start >= subject.end), None)
    if subject.role is not Role.SUBJECT or first is None or first.form not in _MODIFYING:
        return False
    return _OBJECT.match(stretch.text, first.span.end) is not None


def _is_responded_to(stretch: Stretch, subject: Subject, verbs: list[Verb]) -> bool:
    """[군이 열병식을 쫓고 있다고 밝힌 데] 대해 “…”: whoever is answered does not answer."""
    if len(verbs) <= 1 or verbs[0].form is not VerbForm.QUOTATIVE:
        return False
    says = verbs[1]
    bound = says.row is not None and says.form in _MODIFYING
    tail = stretch.text[says.span.end : says.span.end + 8].strip()
    alone = not stretch.has_subject(subject.end, says.span.start)
    return bound and alone and RESPONDED.match(tail) is not None


def _is_asked_about(stretch: Stretch, verbs: Sequence[Verb], target: int) -> bool:
    """[부장이 위원장을 만나는가] 하는 물음에 “…”: who is asked about does not answer."""
    put = _PUT.search(stretch.text, verbs[0].span.start, target) if verbs else None
    return put is not None and not stretch.has_subject(put.end(), target)


def _past_inner(stretch: Stretch, subject: Subject, verbs: list[Verb]) -> list[Verb]:
    """[외무부가] 회담이 무산된 데 대해 “…”: what broke off has a subject of its own."""
    if not verbs or verbs[0].form not in _MODIFYING:
        return verbs
    return verbs[1:] if stretch.has_subject(subject.end, verbs[0].span.start) else verbs


def _undergoes(stretch: Stretch, subject: Subject, verb: Verb) -> bool:
    """[국방부가] 지난해 진행된 작전과 관련해 “…”: an office is not carried out itself."""
    opens = subject.span.start == stretch.region.start
    return opens and _SUFFERED.search(verb.lemma) is not None


def _speaks_there(stretch: Stretch, subject: Subject, verb: Verb, target: int) -> bool:
    """[장관이] 서울에서 열린 회의에서 “…”, [당국자가] 이같은 지적에 “…”: what opens is where.

    Not [장관이 참석한] 회의에서 “…”, with nothing between: somebody else may speak there.
    """
    able = subject.nature in (Nature.NAMED, Nature.UNNAMED) and not subject.state
    where = _WHERE.fullmatch(stretch.text, verb.span.end, target)
    if not able or where is None or TEMPORAL.match(stretch.text, verb.span.end) is not None:
        return False
    between = (t for t in stretch.tokens if subject.end <= t.span.start < verb.span.start)
    likens = stretch.text[verb.span.start : verb.span.end].endswith("같은")
    return likens or any(t.tag in {"JKB", "JKS"} for t in between)


def _goes_on_acting(stretch: Stretch, verbs: Sequence[Verb]) -> bool:
    """[청장이] 국회에서 열린 회의에 나와 “…”고 했다: what opens is the meeting."""
    if len(verbs) == 1 or TEMPORAL.match(stretch.text, verbs[0].span.end) is not None:
        return False
    located = any(
        t.tag == "JKB" and t.form == "에서" and t.span.end <= verbs[0].span.start
        for t in stretch.tokens
        if t.span.end >= verbs[0].span.start - 2
    )
    return located and verbs[1].form is VerbForm.CONNECTIVE
