"""A walk left of a predicate: which phrases are of its clause, which of others inside it.

Comes in: ``Clauses``, the place of a predicate, and its items one by one from right to left. Goes
out: ``Leftward``, which holds what belongs to the predicate so far. Invariant: what stands before
an adnominal predicate belongs to that one, but for a subject of somebody who acts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from haengbo.korean.predicates import Ending
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb
from haengbo.reading.events.parsing.heads import head_after
from haengbo.reading.events.parsing.once import is_second
from haengbo.reading.events.parsing.quoted import reaches_in

#: Whether a phrase names somebody who acts.
Animate = Callable[[Phrase], bool]
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
#: Adjuncts that may be those of the main verb: 몽골과 [길을 놓는] 협정에 서명했다.
_LOOSE = {Case.AT, Case.BARE, Case.WITH}
#: 북한군이 있다는 증거: a clause whose subject is its own.
_REPORTED = re.compile(r"\A(?:\S+ ){0,3}?(?:ᆫ다는|는다는|다는|라는|ᆫ다 는|다 는) ")
#: 동원해 실시한, 모으고 배치한: endings that join a verb to the next in one clause.
JOINED = ("어 ", "아 ", "여 ", "고 ")
#: 떠나라고, 나오라고: what somebody is told to do.
_ORDER = ("라고 ", "으라고 ", "라 고 ", "으라 고 ", "지 말 라고 ", "지 말 라 고 ")
#: 나올 것을 촉구했다, 만나자고 제안했다, 도와 달라고 요청했다: what somebody is asked to do.
_ASKED = re.compile(
    r"(?:지 말 )?(?:ᆯ|을) 것 (?:을|ᆯ) |자 ?고 |어 (?:달|주) (?:라고|ᆯ 것) |아 (?:달|주) (?:라고|ᆯ 것) "
)
#: 북한은 [미국이 제재를 풀] 때까지 응하지 않겠다고: what is waited for, others do.
_UNTIL = ("ᆯ 때 까지", "을 때 까지", "지 않 는 한", "지 않 는 이상")
#: 관계를 개선할 데 관한 친서: what a paper is about describes it.
_ABOUT = re.compile(r"(?:ᆯ|을) 데 (?:에 )?(?:관하|대하) ")
#: 북한이 발사한 것을, 발사한 데 대해, 발사하였다는 것을: a clause that is a verb's complement.
_COMPLEMENT = re.compile(
    r"(?:ᆫ|은|는|ᆯ|을) (?:것 (?:을|에|과)|데 (?:에|대하|항의|반발)|점 을|사실 을)|기 (?:를|ᆯ)"
)


def _is_asked_for(verb: Verb) -> bool:
    """Whether a clause says what somebody is told or asked to do."""
    if verb.ending is Ending.QUOTATIVE and verb.tail.startswith(_ORDER):
        return verb.lemma != "이다"  # 치르게 될 것이라고: what will be
    return bool(_ASKED.match(verb.tail))


def _adds_title(item: Item) -> bool:
    """3일 서울에서 [외무상이자] 당 위원인 부장과 만났다: no clause, but one more title."""
    return isinstance(item, Verb) and item.lemma == "이다" and item.tail.startswith("자 ")


def _sets_the_stage(phrase: Phrase) -> bool:
    """평양에서는, 저녁에는: an adjunct marked as topic holds for the clauses that follow."""
    return phrase.case not in _SUBJECTS and bool({"는", "은"} & set(phrase.particles[1:]))


def _takes_part(item: Item, acting: Collection[str]) -> bool:
    """An object between a subject and the verb of its clause; a verb not like it (세우거나)."""
    if isinstance(item, Verb):
        return item.lemma not in acting
    return item.case in {Case.OBJECT, Case.TO, Case.WITH}


class Leftward:
    """State of one walk to the left."""

    def __init__(self, clauses: Clauses, index: int, animate: Animate) -> None:
        self.clauses = clauses
        self.animate = animate
        self.index = index
        self.quote = clauses.quote_of(clauses.items[index])
        self.own: list[Phrase] = []
        self.subjects: list[Phrase] = []
        self.described: list[Phrase] = []
        self.inside: list[Phrase] = []
        self.relative: int | None = None
        self.since = 0
        own = clauses.items[index]
        self.describes = isinstance(own, Verb) and own.ending is Ending.ADNOMINAL
        self.beyond = False
        self.aside = False
        self.afterwards = False
        self.complement = False
        self.purpose = False
        self.loose: list[Phrase] = []
        self.complete = False
        self.swallowed: Phrase | None = None
        self.swallowed_by: int | None = None
        self.embedded: Phrase | None = None
        self.satisfied: int | None = None
        self.ordered = False
        self.told = False
        self.asked: int | None = None
        self.wish: int | None = None
        self.backdrop: Verb | None = None

    def see(self, position: int) -> None:
        """Take one item in."""
        item = self.clauses.items[position]
        if self._elsewhere(item) or self._hands_over_words(item) or _adds_title(item):
            return
        if isinstance(item, Verb):
            self._verb(item, position)
        elif self.relative is not None:
            self._in_relative(item)
        else:
            self._phrase(item)

    def is_occasion(self, item: Phrase) -> bool:
        """열병식이 끝난 뒤 회담했다: what ended does not act, so the subject is left out."""
        text = self.clauses.text(item.span).replace(" ", "")
        return self.clauses.words.noun_ending(text) is not None and not self.animate(item)

    def _elsewhere(self, item: Item) -> bool:
        """Whether an item stands in a quotation that the predicate does not stand in."""
        own = self.clauses.quote_of(item)
        return own is not None and own != self.quote

    def _hands_over_words(self, item: Item) -> bool:
        """장관이 “좋을 것”[이라며] 방북을 요청했다고: as “좋다”며, it begins no clause."""
        if not isinstance(item, Verb) or item.ending is not Ending.QUOTATIVE:
            return False
        if item.lemma != "이다" or {self.quote, self.clauses.quote_of(item)} != {None}:
            return False
        return any(q.outer.end == item.span.start for q in self.clauses.sentence.quotes)

    def _verb(self, item: Verb, position: int) -> None:
        reported = item.ending is Ending.NOMINAL and bool(_REPORTED.match(item.tail))
        afterwards = self.clauses.sets_another_time(item)
        if reported or afterwards or item.ending is Ending.QUOTATIVE:
            self.aside = True
            self.afterwards = afterwards and not item.tail.startswith(_UNTIL)
        if item.ending is Ending.NOMINAL and _COMPLEMENT.match(item.tail):
            self.complement = True
        if item.ending is Ending.ADNOMINAL and self._only_names(item, position):
            return
        if self._is_resolve_described(item, position):
            return
        self.backdrop = item if self.clauses.is_backdrop(item) else self.backdrop
        if item.ending is Ending.ADNOMINAL or _ABOUT.match(item.tail):
            self.relative = position
            self.since = len(self.described)
            self.complete = False
        elif not self._chained_in_relative(item, position):
            self.relative = None
        if not self.beyond and _is_asked_for(item):
            self.ordered, self.asked = True, position
        if item.ending is Ending.QUOTATIVE and _is_asked_for(item):
            self.wish = position
        self.aside = self.aside and not self._goes_on_asking(item)
        if item.ending is not Ending.ADNOMINAL and not _ABOUT.match(item.tail):
            self.purpose = self._is_purpose(item) and (self.purpose or not self.beyond)
            self.beyond = True

    def _goes_on_asking(self, item: Verb) -> bool:
        """장관이 [회담하고] 부상에게 [떠나라고] 요구했다고: who talked asked, too."""
        return item.ending is Ending.CONNECTIVE and self.told and not self.afterwards

    def _only_names(self, item: Verb, position: int) -> bool:
        """1일 [포로 추정되는] 물체를 쐈다: what says what a thing is has no day of its own."""
        before = self.clauses.items[position - 1] if position else None
        names = isinstance(before, Phrase) and before.case is Case.BY
        return names and item.lemma in self.clauses.words.words["naming"]

    def _is_resolve_described(self, item: Verb, position: int) -> bool:
        """남북은 [남한이 쌀을 지원하기로 하는] 합의문에: one clause with 하는."""
        resolved = item.ending is Ending.NOMINAL and item.tail.startswith("기 로 하")
        return resolved and self.relative == position + 1

    def _chained_in_relative(self, item: Verb, position: int) -> bool:
        """북한은 [미국이 무기를 동원해 실시한] 훈련을: the topic left of it has the main verb."""
        if self.relative is None or self.satisfied == self.relative:
            return False
        if item.ending is not Ending.CONNECTIVE or not item.tail.startswith((*JOINED, "거나 ")):
            return False
        subject = None
        for before in reversed(self.clauses.items[:position]):
            if isinstance(before, Phrase) and before.case in _SUBJECTS:
                if subject is not None:
                    return before.case is Case.TOPIC and self._inside(before)
                if before.case is Case.TOPIC:
                    return False
                subject = before
        return False

    def _is_purpose(self, item: Verb) -> bool:
        """참가하기 위하여: a clause of purpose does not end the one that it stands in."""
        return item.lemma == "위하다" or item.purpose

    def _phrase(self, item: Phrase) -> None:
        if item.case in _SUBJECTS and self._stays_in_backdrop(item):
            return
        if self.clauses.called(item) is not None:
            return  # 외무상은 [부장이 단장인] 대표단과 회담했다
        if item.case is Case.SUBJECT and self.complement:
            self.complement = False  # 북한이 발사한 것을 규탄했다: whose act it is, not who speaks
            return
        if self.describes and not self.beyond and is_second(self.clauses, item, self.own):
            self.beyond = True
        if self._inside(item) and (not self.beyond or self._scopes_over(item)):
            self.own.append(item)
        elif self.ordered and self._inside(item) and self._is_told(item):
            self.own.append(item)  # 대사에게 떠나라고 통보했다: both told and meant
            self.ordered = False
            self.told = True
        acts = item.case is Case.SUBJECT and (not self.aside or self._asks(item))
        if item.case is Case.TOPIC or acts:
            self.subjects.append(item)
        elif item.case is Case.SUBJECT:
            self.embedded = item

    def _stays_in_backdrop(self, item: Phrase) -> bool:
        """위원장은 [비서가 배석한] 가운데 접견했다: who is there besides does not receive."""
        verb, self.backdrop = self.backdrop, None
        if verb is None or item.case is not Case.SUBJECT:
            return False
        if verb.lemma not in self.clauses.words.words["coming-to"]:
            self.embedded = self.embedded or item
        return True

    def _asks(self, item: Phrase) -> bool:
        """대사는 미국이 배를 넘겨 달라고 요청했다고: nobody acts in a wish but who utters it."""
        if self.wish is None:
            return False
        between = self.clauses.items[self.clauses.place_of(item) + 1 : self.wish]
        return not any(isinstance(i, Verb) for i in between)

    def _is_told(self, item: Phrase) -> bool:
        """대사에게, 북한에: to whom, not until when."""
        behind = self.clauses.place_of(item) + 1
        if behind != self.asked and isinstance(self.clauses.items[behind], Verb):
            return False  # 군대에 속아 입대한 청년을 돌려보내 달라고
        if item.particles[:1] == ("에",) and self._is_addressed_before(behind - 1):
            return False  # 부장에게, 부장과 통화하며 북한에 영향력을 행사해 달라고
        if item.case is Case.ABOUT:
            return self.animate(item)  # 중국을 향해 동참하라고
        return item.case is Case.TO and (item.particles[:1] == ("에게",) or self.animate(item))

    def _is_addressed_before(self, position: int) -> bool:
        """Whether somebody with 에게, or whom one meets, stands further left in the same words."""
        before = self.clauses.items[:position]
        met = (i for i in before if isinstance(i, Verb) and i.ending is Ending.CONNECTIVE)
        return any(self._brings_together(verb) for verb in met) or any(
            isinstance(item, Phrase)
            and self._inside(item)
            and (item.particles[:1] == ("에게",) or self._is_talked_with(item, at))
            for at, item in enumerate(before)
        )

    def _brings_together(self, verb: Verb) -> bool:
        """만나, 통화하면서: whom one meets in the same sentence is asked."""
        frames = self.clauses.words.frames_of_predicate(verb.lemma)
        return any(f.mode in {"meeting", "phone"} for f in frames) and self._inside_same(verb)

    def _inside_same(self, verb: Verb) -> bool:
        return self.clauses.quote_of(verb) == self.quote

    def _is_talked_with(self, item: Phrase, position: int) -> bool:
        """부장과 통화하며, 부장을 만나; not 중국과 함께, 중국과 러시아는."""
        behind = self.clauses.items[position + 1]
        if not self.animate(item):
            return False
        if item.case is Case.OBJECT and isinstance(behind, Verb):
            return behind.lemma in self.clauses.words.words["meeting-whom"]
        beside = isinstance(behind, Phrase) and behind.case in _SUBJECTS
        together = self.clauses.document.text.startswith(" 함께", item.span.end + 1)
        return item.case is Case.WITH and not beside and not together

    def _scopes_over(self, item: Phrase) -> bool:
        """Whether an adjunct before an earlier clause holds for this one, too."""
        if self.purpose and item.case is Case.WITH:  # 북한과 4일 [길을 논의하기 위해] 회담을
            return not isinstance(self.clauses.items[self.clauses.place_of(item) + 1], Verb)
        return _sets_the_stage(item) or (self.purpose and item.case in {Case.AT, Case.BARE})

    def _inside(self, item: Phrase) -> bool:
        if self.clauses.quote_of(item) == self.quote or item.case in _SUBJECTS:
            return True
        return reaches_in(self.clauses, self.index, item)

    def _describe(self, item: Phrase) -> None:
        """8월 3일 역에서 벗의 방문을 기념하는 현판을: what is left of 방문을 may be either's."""
        verb = self.clauses.items[self.relative or 0]
        happens = isinstance(verb, Verb) and verb.lemma in self.clauses.words.happening
        if self.complete and not happens and not self._dates_next_noun(item):
            self.loose += [item] if self._is_loose(item) else []
        self.complete = self.complete or item.case in {Case.OBJECT, Case.TO}
        self.described.append(item)

    def _is_loose(self, item: Phrase) -> bool:
        """9월에도 [수해를 입은] 몽골에 쌀을 보냈다: when it was may be told with 에."""
        times = self.clauses.document.times_in(item.span) if item.case is Case.TO else ()
        return item.case in _LOOSE or (bool(times) and times[0].span.start == item.span.start)

    def _dates_next_noun(self, item: Phrase) -> bool:
        """총리의 1971년 첫 방문을 기념하는 현판을: a time behind 의 belongs to what follows."""
        position = self.clauses.items.index(item)
        before = self.clauses.items[position - 1] if position else None
        owned = isinstance(before, Phrase) and before.case is Case.GENITIVE
        return owned and item.case is Case.BARE and not item.comma

    def give_back(self, subject: Phrase) -> None:
        """A subject taken for a relative clause's own, when the verb would be left without one."""
        self.subjects.insert(0, subject)
        self.described = [*self.inside, *self.described]
        self.own.extend(
            p
            for p in self.described
            if p.case in {Case.AT, Case.BARE} and p.span.start > subject.span.start
            if not self._dates_next_noun(p)
        )
        self.own.append(subject)

    def share(self, subject: Phrase) -> None:
        """A subject that a clause inside this one and this one have in common."""
        self.subjects.insert(0, subject)
        self.own.append(subject)

    def _has_own_subject(self) -> bool:
        """Whether a subject before the relative clause is the clause's own.

        It is not where the described noun is the subject: somebody who acts, or what happens.
        """
        position = self.relative or 0
        verb = self.clauses.items[position]
        head = head_after(self.clauses, position)
        if isinstance(verb, Verb) and (verb.passive or verb.lemma in self.clauses.words.happening):
            # 총회가 열리는 뉴욕에서: a place is where it happens
            return head is not None and head.case is Case.AT
        return head is None or not self.animate(head)

    def _acts_on_described(self, subject: Phrase) -> bool:
        """재무부는 [39호실이 통제하는] 은행을 지정했다: nobody but the subject acts in it.

        A topic before it has the main verb. Where that verb is reported the topic may be who
        reports (정부는 부장이 방북한 장관을 만났다고): then the clause must act on somebody.
        """
        position = self.relative or 0
        verb, place = self.clauses.items[position], self.clauses.place_of(subject)
        between = self.clauses.items[place + 1 : position]
        acting = (words := self.clauses.words.words)["acting-on"]
        if not isinstance(verb, Verb) or verb.passive or verb.lemma in words["of-itself"]:
            return False
        if any(_takes_part(item, acting) for item in between):
            return False
        if verb.lemma in acting:
            return True
        before = (p for p in self.clauses.items[:place] if isinstance(p, Phrase))
        led = any(p.case is Case.TOPIC and self._inside(p) and self.animate(p) for p in before)
        reported = any(
            isinstance(item, Verb) and item.ending is Ending.QUOTATIVE
            for item in self.clauses.items[self.index :]
        )
        return led and not reported

    def happens(self, position: int) -> bool:
        """열리다, 진행되다: whether a verb says that something takes place."""
        verb = self.clauses.items[position]
        return isinstance(verb, Verb) and verb.lemma in self.clauses.words.happening

    def _is_told_past(self, item: Phrase) -> bool:
        """주석에게 서울에서 [열리는] 회의에 와 달라고: nobody is told by what takes place."""
        told = self.ordered and item.particles[:1] == ("에게",)
        return told and self.happens(self.relative or 0)

    def _in_relative(self, item: Phrase) -> None:
        second = is_second(self.clauses, item, self.described[self.since :])
        if second or _sets_the_stage(item) or self._is_told_past(item):
            self.relative = None
            self._phrase(item)
            return
        if item.case not in _SUBJECTS:
            if not self.beyond:
                self._describe(item)
            return
        own = self.satisfied != self.relative and (
            self._has_own_subject() or self._acts_on_described(item)
        )
        if item.case is Case.SUBJECT and own:
            self.satisfied = self.relative
            if self.swallowed is None:
                self.swallowed, self.swallowed_by = item, self.relative
            if self.happens(self.relative or 0):
                self.relative = None  # 9월 총회가 열리는 뉴욕에서: the time is of the main clause
            elif self.swallowed is item:  # 연회는 [북한이 이달 개장한] 호텔에서: that clause's time
                self.described, self.inside = [], self.described
            return
        self.relative = None
        self._phrase(item)
