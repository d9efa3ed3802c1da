"""Text → morphemes with their places, by the Kiwi analyser.

The analyser is loaded once per process and set of user words (it takes seconds and half a
gigabyte). Invariant: a token's span slices the text that was analysed.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One morpheme.

    Attributes:
        form: As analysed (``하`` of ``했다``), normalised by the analyser.
        tag: Sejong part of speech: NNG, NNP, JKS, JX, VV, XSV, EP, EC, EF, ETM, SN …
        span: Place in the text; contracted morphemes may share code points.
        lemma: Dictionary form for predicates (``만나다``), else ``form``.
    """

    form: str
    tag: str
    span: Span
    lemma: str
