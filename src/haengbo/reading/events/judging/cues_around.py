"""What stands around a word about the whole of it → how it stands by that.

Comes in: a ``Trigger`` in its clauses and the cues of the pack. Goes out: a ``Status``, or ``None``
where nothing is said about it: before a noun, right behind it (예정, 가능성), behind the clause (…
관측이 나왔지만 무산됐다), or by whoever claims it. Invariant: the cue is about this word, not about
what stands between.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow, ModalityRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.claims import CLAIMED
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: How far behind a word a cue about it may begin, in code points.
_REACH = 45
#: 열릴, 참석할.
TO_COME = ("ᆯ ", "을 ")
#: 방문할 예정이었으나, 방문하기로 했으나, 방문하려 했지만: what was planned once.
_WAS_PLANNED = re.compile(
    r"(?:(?:ᆯ|을) (?:예정|계획|방침|생각|참) 이 었|기 로 하 었|기 로 되 어 있 었|려고? 하 었) "
    r"(?:으나|지만|는데|다가|었 으나|었 지만) "
)
#: 발표했으나, 주장했지만.
_BUT = ("었 으나", "았 으나", "였 으나", "었 지만", "았 지만", "였 지만", "었 는데")
#: “…”고, “…”라고, “…”며.
_SAID = ("고 ", "라고 ", "며 ", "면서 ")
_ACTING = {Case.SUBJECT, Case.TOPIC}
#: 방문한, 보낸.
_DONE = ("ᆫ ", "은 ")
#: 온 것이라며, 왔다면서.
_SAYING_SO = ("며", "면서")


def by_suffix(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """방북 계획, 회담 가능성: how a noun stands by the word right behind it."""
    if not trigger.noun:
        return None
    after = clauses.document.text[trigger.span.end : trigger.span.end + 6].lstrip()
    if trigger.support is not None and after.startswith(words.words["courses"]):
        return None  # 방문 일정을 시작했다: what has begun is no plan
    if after.startswith(words.words["dates-of"]) and _is_undecided(clauses, trigger, words):
        return Status.PLANNED
    for row in words.modality:
        if any(after.startswith(suffix) for suffix in row.suffixes):
            return Status(row.status)
    return None


def _is_undecided(clauses: Clauses, trigger: Trigger, words: Lexicon) -> bool:
    """방북 날짜는 아직 정해지지 않았다: the day is open, so the visit is to come."""
    end = trigger.span.end
    behind = Span(end, max(end, min(clauses.sentence.span.end, end + _REACH)))
    return any(word in clauses.text(behind) for word in words.words["undecided"])


def said_before(clauses: Clauses, trigger: Trigger, words: Lexicon) -> Status | None:
    """조만간 방북, 연내 회담: how it stands by a cue left of it.

    Not what has been done: 앞으로의 방안에 대해 협의했다.
    """
    if not trigger.noun and trigger.verb is not None and trigger.verb.past:
        return None
    start = trigger.chain[0].span.start if trigger.chain else trigger.span.start
    begin = max(clauses.sentence.span.start, start - 12)
    text = clauses.document.text[begin : trigger.span.start]
    named = {m.span.end for m in clauses.document.mentions_in(clauses.sentence.span)}
    for row in words.modality:
        for cue in row.before:
            at = text.find(cue)
            # 위원장 앞으로 편지를 보냈다: to whom, not when
            if at >= 0 and not named & {begin + at, begin + at - 1}:
                return Status(row.status)
    return None


def is_embedded(trigger: Trigger) -> bool:
    """만났다는, 만났음을: whether more may be said behind about the clause as a whole."""
    verb = trigger.verb
    return verb is None or verb.ending in {Ending.NOMINAL, Ending.ADNOMINAL, Ending.QUOTATIVE}


def is_claimed(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """북한군이 투입됐다고 주장했다: others claim it."""
    saying = _saying_behind(clauses, trigger)
    if saying is None:
        return False
    if frame.type not in CLAIMED:
        return frame.type not in UTTERANCES and saying.lemma in clauses.words.words["claiming"]
    # 함정이 넘어왔다며 으름장을 놓았다: what one complains of is claimed as well
    frames = clauses.words.frames_of_predicate(saying.lemma)
    complains = any(f.type in {"ACCUSE", "THREATEN"} and not f.needs for f in frames)
    return complains or saying.lemma in clauses.words.words["claiming"]


def _saying_behind(clauses: Clauses, trigger: Trigger) -> Verb | None:
    """투입됐다고 [주장했다]: the verb behind what may be claimed of others, if somebody says so."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None:
        return None
    saying = next((i for i in clauses.items[at + 1 :] if isinstance(i, Verb)), None)
    if verb.ending is Ending.QUOTATIVE:
        return saying
    return saying if saying is not None and _closes_words(clauses, verb, saying) else None


def _closes_words(clauses: Clauses, verb: Verb, saying: Verb) -> bool:
    """“… 들여왔다”고 주장했다: the last verb in quotation marks, and who says so outside."""
    quote = clauses.quote_of(verb)
    if quote is None or verb.ending is not Ending.FINAL or clauses.quote_of(saying) is not None:
        return False
    claims = saying.lemma in clauses.words.words["claiming"]
    return claims and clauses.document.text.startswith(_SAID, quote.outer.end)


def said_behind(
    clauses: Clauses, trigger: Trigger, words: Lexicon, wanted: set[Status]
) -> Status | None:
    """What is said about the clause as a whole, right behind it."""
    if Status.NOT_OCCURRED in wanted and _was_called_off(clauses, trigger, words):
        return Status.NOT_OCCURRED
    if not is_embedded(trigger) or _describes_somebody(clauses, trigger):
        return None
    if trigger.noun and trigger.chain[-1].case is Case.BY:
        wanted = wanted - {Status.NOT_OCCURRED}  # 회담은 미사일 발사로 무산됐다: what was its cause
    end = trigger.verb.span.end if trigger.verb is not None else trigger.span.end
    stretch = Span(end, max(end, min(clauses.sentence.span.end, end + _REACH)))
    quote = clauses.quote_of(trigger.verb or clauses.items[trigger.index])
    if quote is not None:
        stretch = Span(end, max(end, min(stretch.end, quote.span.end)))
    text = clauses.text(stretch)
    for row in words.modality:
        at = _first(row, text) if row.status in wanted else -1
        if at < 0 or _is_of_another(clauses, trigger, end + at):
            continue
        if _is_behind_words(clauses, trigger, end + at):
            continue
        return Status(row.status)
    return None


def _describes_somebody(clauses: Clauses, trigger: Trigger) -> bool:
    """지난달 러시아를 [다녀온 장관이] 몽골에 갈 수 있다: that he was there is not what may be.

    Nor is it with 이달 [열린] 회담에 관해 의견을 나눴을 것이라는 관측이 나왔다.
    """
    verb, at = trigger.verb, trigger.verb_index
    held = trigger.relative_verb
    if held is not None and held.lemma in clauses.words.happening and held.tail.startswith(_DONE):
        return True
    if verb is None or at is None or trigger.noun or not verb.tail.startswith(_DONE):
        return False
    behind = clauses.items[at + 1 :]
    head = next((i for i in behind if isinstance(i, Verb) or i.case is not Case.GENITIVE), None)
    if not isinstance(head, Phrase) or head.case not in _ACTING:
        return False
    words = clauses.words.words
    both = clauses.text(head.span) in {*words["two-sides"], *words["they"]}
    return both or bool(heads(clauses, head))


def _is_behind_words(clauses: Clauses, trigger: Trigger, cue: int) -> bool:
    """행사에 온 것이라며 거래 의혹을 [부인했다]: behind one's own words, of another matter."""
    verb = trigger.verb
    if verb is None:
        return False
    between = (i for i in clauses.items if verb.span.end <= i.span.start < cue)
    verbs = [i for i in (verb, *between) if isinstance(i, Verb)]
    return any(
        i.ending is Ending.QUOTATIVE and clauses.text(i.span).endswith(_SAYING_SO) for i in verbs
    )


def _is_of_another(clauses: Clauses, trigger: Trigger, cue: int) -> bool:
    """떠났다면서 [돌아올 가능성이 있다고]: what is possible is not what has been done."""
    verb = trigger.verb
    if verb is None or not verb.tail.startswith("었"):
        return False
    between = (i for i in clauses.items if verb.span.end <= i.span.start < cue)
    verbs = [i for i in between if isinstance(i, Verb)]
    last = verbs[-1] if verbs else None
    return last is not None and last.tail.startswith(TO_COME)


def _was_called_off(clauses: Clauses, trigger: Trigger, words: Lexicon) -> bool:
    """방문할 예정이었으나 일정을 미뤘다: what was planned until then."""
    verb = trigger.verb
    if verb is None or _WAS_PLANNED.match(verb.tail) is None:
        return False
    text = clauses.text(Span(verb.span.end, clauses.sentence.span.end))
    return any(word in text for word in words.words["called-off"])


def is_contradicted(clauses: Clauses, trigger: Trigger, frame: FrameRow) -> bool:
    """북한군이 묻었다고 발표했으나 국방위는 부인했다: claimed by one, denied by the other: two.

    Of what is no hostile act only 주장했으나 says that it is a claim (편지를 건넸다고 주장했으나).
    """
    saying = _saying_behind(clauses, trigger)
    if saying is None or not saying.tail.startswith(_BUT):
        return False
    if frame.type not in CLAIMED and saying.lemma not in clauses.words.words["claiming"]:
        return False
    behind = clauses.items[clauses.place_of(saying) + 1 :]
    return any(isinstance(i, Phrase) and i.case in _ACTING for i in behind)


def _first(row: ModalityRow, text: str) -> int:
    found = [text.find(word) for word in row.words if word in text]
    return min(found, default=-1)
