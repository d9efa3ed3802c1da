"""What the next sentence says of a plan or report: 방문할 예정이었다. 그러나 이 계획은 취소됐다.

Comes in: the ``Clauses`` of a sentence, a ``Trigger`` in it and how its happening stands so far.
Goes out: how it stands by the sentence behind it. Invariant: that one opens with a word that turns
(그러나, 하지만) and takes up what was planned or reported; anything else leaves it as it was.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Status
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.claims import CLAIMED
from haengbo.reading.events.parsing.clauses import Clauses, Verb

_AHEAD = {Status.PLANNED, Status.PREDICTED}
#: How far into the next sentence what it takes up and says of it may stand, in code points.
_REACH = 60


def taken_back(clauses: Clauses, trigger: Trigger, frame: FrameRow, status: Status) -> Status:
    """How it stands once the next sentence is read.

    Example:
        ``장관은 3일 방북할 예정이었다. 그러나 방북은 무산됐다`` did not come about;
        ``장관이 방북했다고 라오스통신이 보도했다. 그러나 정부는 이를 부인했다`` is denied.
    """
    said = _turning_behind(clauses)
    if said is None or frame.type in UTTERANCES:
        return status
    words = clauses.words.words
    if status in _AHEAD and said.startswith(_taken_up(clauses, trigger)):
        return Status.NOT_OCCURRED if any(w in said for w in words["called-off"]) else status
    if not _is_reported(clauses, trigger) or not any(w in said for w in words["denying"]):
        return status
    return Status.ALLEGED if frame.type in CLAIMED else Status.DENIED


def _turning_behind(clauses: Clauses) -> str | None:
    """The beginning of the next sentence of the paragraph without 그러나."""
    sentences, index = clauses.document.sentences, clauses.sentence.index
    following = sentences[index + 1] if index + 1 < len(sentences) else None
    if following is None or following.kind is not clauses.sentence.kind:
        return None
    text = clauses.text(following.span)
    turn = next((w for w in clauses.words.words["turning"] if text.startswith(w)), None)
    return text[len(turn) :].lstrip(" ,")[:_REACH] if turn is not None else None


def _taken_up(clauses: Clauses, trigger: Trigger) -> tuple[str, ...]:
    """이 계획은, 방문은: the plan, or what was to be done by its own noun."""
    verb = trigger.verb
    noun = clauses.text(trigger.span) if trigger.noun or verb is None else ""
    noun = noun or (verb.lemma.removesuffix("하다") if verb is not None else "")
    own = tuple(f"{this}{noun}{p}" for this in ("", "이 ") for p in ("은", "는", "이", "가"))
    return (*clauses.words.words["plans-taken-up"], *own)


def _is_reported(clauses: Clauses, trigger: Trigger) -> bool:
    """다녀갔다고 보도했다, 갈 예정이라고 통신이 전했다: told only as somebody's report."""
    last = next((i for i in reversed(clauses.items) if isinstance(i, Verb)), None)
    if last is None or last is trigger.verb or last.ending is not Ending.FINAL:
        return False
    return last.past and last.lemma in clauses.words.words["reporting"]
