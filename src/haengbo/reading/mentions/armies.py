"""Sentence and its atoms → armies and delegations named by their state: 러시아 군대, 조선 군인들.

Comes in: a sentence with states found. Goes out: atoms of armies that the pack has, and spans of
delegations (러시아 군사대표단). Invariant: the state stands directly before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Sentence
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon

_DELEGATION = re.compile(r"\s?(?:연방 |련방 )?([가-힣]{1,4})\s?대표단")


def find_armies(
    text: str, sentence: Sentence, atoms: Iterable[Atom], lexicon: Lexicon
) -> tuple[Atom, ...]:
    """Armies after the name of their state.

    Example:
        ``로씨야군대와 인민`` names 러시아군.
    """
    found = []
    for atom in atoms:
        if atom.kind is not ActorKind.STATE or atom.name is None or atom.whole is not None:
            continue
        after = text[atom.span.end : sentence.span.end]
        word = lexicon.starting("army-words", after.lstrip(" 의"))
        army = lexicon.names.canonical(f"{atom.name}군")
        rest = after.lstrip(" 의")[len(word or "") :]
        if word is None or army is None or not _ends(rest, lexicon):
            continue
        if word == "군" and after.startswith(" ") and rest.startswith(" "):
            # 우크라이나 군 소식통: not the army but somebody in it.
            continue
        end = text.index(word, atom.span.end) + len(word)
        rows = lexicon.names.named(army)
        found.append(Atom(Span(atom.span.start, end), rows, Strength.STRONG, "army", 0.85))
    return tuple(found)


def _ends(rest: str, lexicon: Lexicon) -> bool:
    """The army's word is not the beginning of another (군사, 군수)."""
    attached = "가" <= rest[:1] <= "힣"
    return not attached or lexicon.starting("army-followers", rest) is not None


def find_delegations(
    text: str, sentence: Sentence, atoms: Iterable[Atom], lexicon: Lexicon
) -> tuple[Atom, ...]:
    """Delegations of a state and a field; without the field they are only its travellers.

    Example:
        ``러시아 군사대표단이`` is an organisation of that name; ``러시아 대표단`` is none.
    """
    found = []
    for atom in atoms:
        if atom.kind is not ActorKind.STATE or atom.name is None or atom.whole is not None:
            continue
        if atom.rule == "prefix":
            # 방북 경제대표단 went there.
            continue
        match = _DELEGATION.match(text, atom.span.end, sentence.span.end)
        if match is None or match.group(1) not in lexicon.words("delegation-kinds"):
            continue
        name = f"{atom.name} {match.group(1)}대표단"
        row = ActorRow(id=f"page:{name}", kind="organisation", name=name, state=atom.name)
        span = Span(atom.span.start, match.end())
        found.append(Atom(span, (row,), Strength.STRONG, "delegation", 0.75))
    return tuple(found)
