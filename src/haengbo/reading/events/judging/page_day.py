"""A draft and the day of its page → what is still to come, and what is recalled.

Comes in: a ``Draft`` (or what it is to be made of) and the document, whose day of publication
counts. Goes out: the draft or its status as that day makes it; without such a day as it was.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import Status
from haengbo.reading.document import Document
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.foretelling import is_foretold, is_heard
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses
from haengbo.reading.events.scene.periods import days_before, next_day
from haengbo.reading.events.scene.points import Dated

_TO_COME = {Status.PLANNED, Status.PREDICTED}
#: 쏜, 열린: endings of what is done.
_DONE = ("ᆫ ", "은 ", "었 던 ", "았 던 ", "였 던 ")
#: 예정이었다, 방문하려던, 열기로 돼 있었다, 3일 늘리기로 결정했다; 마중하기 위해 나왔다: it was
#: done then.
_HAD_BEEN = re.compile(
    r"(?:예정|계획|방침)이(?:었|던)|려(?:던|\s?했|고\s?했)|있었|했었|던\s|기\s?위[해한하]|기로\s|려고\s|러\s"
)
#: 도착했다, 만났습니다.
_DID = re.compile(r"[했갔왔났됐었았였렸렀졌쳤켰췄뤘눴봤줬썼](?:다|습니다|어요)\Z")
#: What lies more than so many days before the page is recalled; less behind 앞서.
_LONG_AGO, _SINCE = 20, 3


class PageDay:
    """The day on which a page came out, against which its happenings are held."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self.document = document
        self.words = words
        self.published = document.article.published_day or ""

    def lies_before(self, date: str | None) -> bool:
        """한미가 오는 18일 여는 훈련을 비난했다: a day to come is not that of the words.

        Nor is 올해가 가기 전에: it may last until the end of a time that still goes on.
        """
        start, _, end = (date or "").partition("/")
        if start == "..":
            return bool(self.published) and end >= self.published[: len(end)]
        day = start if start[:1].isdigit() else end
        return bool(self.published) and day > self.published

    def tense(
        self,
        clauses: Clauses,
        trigger: Trigger,
        frame: FrameRow,
        status: Status,
        dated: Dated | None,
    ) -> Status:
        """방문한다: planned, unless the page dates it before its own day.

        Of what is only agreed the day has to be told: 뜻을 같이한다.
        """
        if status is not Status.OCCURRED or not is_foretold(clauses, trigger, frame, self.words):
            return status
        agreed = frame.type == "AGREE" and frame.mode is None and dated is None
        if agreed and not _comes_to_be(trigger):
            return status
        if dated is None and trigger.verb is not None and is_heard(trigger.verb):
            return status
        end = dated.time.value.rpartition("/")[2] if dated is not None else self.published
        return Status.PLANNED if end >= self.published[: len(end)] else status

    def over(
        self, clauses: Clauses, trigger: Trigger, status: Status, dated: Dated | None
    ) -> Status:
        """지난해 방러에 대한 답방으로 찾을 것이다, 2022년 쏜 뒤 떠나겠다고 했다: over by then."""
        if status not in _TO_COME or dated is None or dated.before or not self.published:
            return status
        end = dated.time.value.rpartition("/")[2]
        past = end[:1].isdigit() and end < self.published[: len(end)]
        return Status.OCCURRED if past and _is_over(clauses, trigger, dated) else status

    def compared(self, draft: Draft, *, judged: bool) -> Draft:
        """What lies after the day of the page is planned, what lies long before is recalled.

        In the words of somebody who judges it is predicted.
        """
        published = self.published
        if draft.date is None or len(published) != len("2024-01-01"):
            return draft
        start, end = draft.date.partition("/")[0], draft.date.rpartition("/")[2]
        if _is_guess(draft) and end[:1].isdigit() and end < published[: len(end)]:
            # 17일 방북한 부장이 만날 것으로 보인다: the visit's day
            return replace(draft, date=None)
        if self._is_lapsed(draft, end):
            return replace(draft, date=None)
        agreed = draft.frame.type == "AGREE" and draft.frame.mode is None
        agreed = agreed and draft.status is Status.OCCURRED
        if start > published and start[0].isdigit() and agreed and draft.told:
            return replace(draft, date=None)  # 10월에 열기로 합의했다: dates what is agreed
        # 방북을 마치고 10일 서울로 돌아올 예정이다, told on the 8th: not over yet
        ahead = (start[0].isdigit() and start > published) or (start == ".." and end > published)
        if ahead and draft.status is Status.OCCURRED and not self._is_done(draft, start):
            return replace(draft, status=Status.PREDICTED if judged else Status.PLANNED)
        days = _SINCE if self._looks_back(draft) else _LONG_AGO
        return replace(draft, recalled=draft.recalled or days_before(start, published, days))

    def _is_done(self, draft: Draft, start: str) -> bool:
        """20일 도착했다, on a page of the 19th: told from further east, not foreseen."""
        return (
            start == next_day(self.published)
            and _DID.search(draft.span.of(self.document.text)) is not None
        )

    def _is_lapsed(self, draft: Draft, end: str) -> bool:
        """[지난주] 차관은 방러를 준비하고 있다고 말했다: nothing is to come on a day gone by.

        It was, where the page says that it had been (… 방문할 예정이었다). A single day that is
        over (1일 방문할 예정이다) stays: whoever checks the page should see it.
        """
        if draft.status is not Status.PLANNED or not end[:1].isdigit() or draft.has_day:
            return False
        sentence = self.document.sentences[draft.sentence].span.of(self.document.text)
        return end < self.published[: len(end)] and _HAD_BEEN.search(sentence) is None

    def _looks_back(self, draft: Draft) -> bool:
        """앞서 서기는 지난 4일 평양을 찾았다: another time than the one told of."""
        sentence = self.document.sentences[draft.sentence]
        return sentence.span.of(self.document.text).startswith(self.words.words["looking-back"])


def _comes_to_be(trigger: Trigger) -> bool:
    """국교를 맺게 된다: what one comes to do is to come without a day as well."""
    return trigger.verb is not None and trigger.verb.tail.startswith("게 되 ")


def _is_guess(draft: Draft) -> bool:
    """Foreseen, or planned without a day of its own (… 예정이었다 has one)."""
    own = draft.dated is not None and draft.dated.own
    return draft.status is Status.PREDICTED or (draft.status is Status.PLANNED and not own)


def _is_over(clauses: Clauses, trigger: Trigger, dated: Dated) -> bool:
    """Whether the date is the noun's own, or the verb itself tells of what is done."""
    if not trigger.noun:
        verb = trigger.verb
        then = verb is not None and clauses.sets_another_time(verb)
        return then and verb is not None and verb.tail.startswith(_DONE) and dated.own
    behind = clauses.document.text[trigger.span.end :].lstrip()
    if behind.startswith(clauses.words.words["plans"]):
        return False
    if trigger.support is not None and trigger.support.status is not None:
        return False
    if any(phrase.span.contains(dated.time.span) for phrase in trigger.chain):
        return trigger.chain[-1].case is not Case.OBJECT
    verb, own = trigger.relative_verb, trigger.relative.own if trigger.relative else ()
    held = verb is not None and verb.lemma in clauses.words.happening
    told = held and verb is not None and verb.tail.startswith(_DONE)
    return told and any(phrase.span.contains(dated.time.span) for phrase in own)
