"""Pages of hardly more than a headline → which line it is: flashes, one short line above the news.

Comes in: lines with their looks. Goes out: indices of lines. Invariant: of several lines that may
be the headline none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.article.bylines import is_medium
from haengbo.article.cues import Cues, squeeze
from haengbo.article.extent import Extent
from haengbo.article.forms import Form, Line, Look

#: An only line above the news is a headline within these lengths, if no label begins it.
_SHORTEST, _LONGEST = 6, 60
_LABELLED = re.compile(r"[^\s:：]{1,8}\s?[:：]\s")
_MAY_HEAD = frozenset({Form.PLAIN, Form.WEAK, Form.SECTION})
#: So many syllables of a word stay the same whatever particle follows.
_STEM = 2


def flash_among(lines: Sequence[Line], looks: Sequence[Look], cues: Cues) -> int | None:
    """The headline of a flash without a text; a list of pages holds several and gives none.

    Example:
        ``[속보] 누리국 특사, 새솔시 도착`` above the date, and nothing below.
    """
    flashes = enumerate(zip(lines, looks, strict=True))
    heads = [i for i, (x, look) in flashes if look.form in _MAY_HEAD and cues.flash.match(x.text)]
    return heads[0] if len(heads) == 1 and not lines[heads[0]].outside else None


def repeated(lines: Sequence[Line], head: int, cues: Cues) -> list[int]:
    """Lines below a flash that print it again, without its mark."""
    told = squeeze(cues.flash.sub("", lines[head].text, count=1))
    return [i for i in range(head + 1, len(lines)) if squeeze(lines[i].text) == told]


def only_head(
    lines: Sequence[Line], looks: Sequence[Look], extent: Extent, cues: Cues
) -> int | None:
    """The one line above the news that may be a headline, however short: 6자회담 열려.

    Invariant: the news says something of it again; an outlet's name or a label is none.
    """
    above = range(extent.first)
    heads = [i for i in above if looks[i].form in _MAY_HEAD and lines[i].hint is None]
    if len(heads) != 1 or lines[heads[0]].outside:
        return None
    text = lines[heads[0]].text
    words = text.split()
    if len(words) == 1 or not _SHORTEST <= len(text) <= _LONGEST or _LABELLED.match(text):
        return None
    if is_medium(squeeze(text), cues) or any(word in cues.outlets for word in words):
        return None
    told = "".join(line.text for line in lines[extent.first : extent.end])
    stems = (word[:_STEM] for word in words if len(word) >= _STEM)
    return heads[0] if any(stem in told for stem in stems) else None
