"""A clause that describes a noun → that noun.

Comes in: ``Clauses`` and the place of an adnominal predicate. Goes out: a phrase, or ``None``.
"""

from __future__ import annotations

from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: What is only supposed is described by this noun.
SUPPOSED = "경우"


def head_after(clauses: Clauses, index: int) -> Phrase | None:
    """The noun phrase that an adnominal predicate describes, past genitives: its last member."""
    found: Phrase | None = None
    for item in clauses.items[index + 1 :]:
        if isinstance(item, Verb):
            break
        found = item
        if not _goes_on(clauses, item):
            break
    return None if found is not None and _tells_when(clauses, index) else found


def _tells_when(clauses: Clauses, index: int) -> bool:
    """포럼에 참석한 [기간] 외무상을 만났다: a time stands between, and he is not described."""
    behind = clauses.items[index + 1 :][:1]
    first = clauses.text(behind[0].span).partition(" ") if behind else ("", "", "")
    return bool(first[1]) and first[0] in clauses.words.words["meanwhile"]


def _goes_on(clauses: Clauses, item: Phrase) -> bool:
    """대통령의 특사를, 극동 및 북극개발부 장관이: whether more of the described noun follows."""
    if item.case is Case.WITH:
        return clauses.document.text.startswith(" 및 ", item.span.end)
    if item.case is Case.BARE and clauses.text(item.span) == SUPPOSED:
        return False  # 핵실험을 할 경우 미국은
    return item.case is Case.GENITIVE or (item.case is Case.BARE and not item.comma)
