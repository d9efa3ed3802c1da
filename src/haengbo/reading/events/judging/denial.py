"""What is denied or declined in a sentence → whether it tells already that it is.

Comes in: drafts of one sentence. Goes out: whether a refusal behind it adds anything.
"""

from __future__ import annotations

from haengbo.model.reading import Status
from haengbo.reading.events.draft import Draft


def says_it_all(denied: Draft | None, refusal: Draft) -> bool:
    """Whether what is denied tells already that it is: a visit, or anything by 한 적이 없다."""
    if denied is None:
        return False
    return denied.frame.type in {"CONSULT", "AID"} or refusal.frame.nominal == "quoted"


def did_not_come(draft: Draft) -> bool:
    """What is denied, or help that is declined: 지원을 제안했으나 사양했다."""
    declined = draft.frame.type == "AID" and draft.status is Status.NOT_OCCURRED
    return draft.status is Status.DENIED or declined
