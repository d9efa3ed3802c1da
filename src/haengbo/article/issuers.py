"""Lines at the head of a press release → the office that issued it.

Comes in: the lines of a document or of pasted text, and the tables of the pack. Goes out: a name as
printed, or nothing. Invariant: without a word for press releases beside it no office is an outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.article.cues import Cues

#: So many paragraphs may stand above a headline.
_HEAD = 8
_OFFICE = re.compile("[가-힣]{2,12}")
#: 외교부 장관은 보도자료를 통해 … 밝혔다.: what calls itself a release is no sentence about one.
_TOLD = "다."


def issuer_among(lines: Sequence[str], cues: Cues) -> str | None:
    """The office whose name stands beside 보도자료 at the head, in its line or alone next to it.

    Example:
        Of ``보도자료`` and ``가람부`` below it the issuer is 가람부.
    """
    head = [line.strip() for line in lines[:_HEAD]]
    for index, text in enumerate(head):
        if _TOLD in text or not any(release in text for release in cues.releases):
            continue
        beside = [line for line in head[max(0, index - 1) : index + 2] if " " not in line]
        for word in (*text.split(), *beside):
            if _OFFICE.fullmatch(word) and word.endswith(cues.issuers):
                return word
    return None
