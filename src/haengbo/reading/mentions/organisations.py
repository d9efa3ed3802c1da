"""Lines → organisations that the pack does not know, by the last part of their name.

Comes in: a line and the spans that people, offices and names of the pack take up. Goes out:
mentions with rule ``head-noun``. Precision first: a proper noun, a state before it or an acronym
behind it must vouch for the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.emit import Emitter
from haengbo.reading.mentions.words import Word

_ACRONYM = re.compile(r"\([A-Z]{2,8}\)")
#: Syllables before the head that a name needs.
_SHORTEST = 2


def find_organisations(emitter: Emitter, taken: tuple[Span, ...]) -> Iterable[Mention]:
    """Organisations by their head noun.

    Example:
        ``폴란드 환경부``, ``새벽콘텐츠진흥원``, ``국제기후기금(IGCF)``.
    """
    for index, word in enumerate(emitter.line.words):
        if any(span.overlaps(word.stem) for span in taken) or not word.nominal:
            continue
        mention = _ministry(emitter, index, word) or _by_head(emitter, word)
        if mention is not None:
            yield mention


def _ministry(emitter: Emitter, index: int, word: Word) -> Mention | None:
    """A state and a ministry of it: 폴란드 환경부."""
    lexicon = emitter.lexicon
    state = _state_before(emitter, index)
    organ = lexicon.ending("organ-heads", word.text) or lexicon.ending("home-organs", word.text)
    if state is None or organ is None or len(word.text) <= _SHORTEST:
        return None
    if lexicon.ending("never-organs", word.text):
        return None
    name = word.text if state == emitter.perspective.home else f"{state} {word.text}"
    name = lexicon.names.canonical(f"{state} {word.text}") or name
    return Mention(word.stem, name, ActorKind.ORGANISATION, "head-noun", 0.75, word.stem)


def _by_head(emitter: Emitter, word: Word) -> Mention | None:
    lexicon = emitter.lexicon
    head = lexicon.ending("organ-generic", word.text)
    if head is None or len(word.text) - len(head) < _SHORTEST:
        return None
    after = emitter.line.text[word.stem.end : word.stem.end + 10]
    vouched = word.tags[0] in {"NNP", "SL"} or _ACRONYM.match(after) is not None
    if not vouched or lexicon.ending("never-organs", word.text):
        return None
    if word.text in {emitter.perspective.outlet, emitter.perspective.origin}:
        return None
    medium = lexicon.ending("medium-heads", word.text) is not None
    kind = ActorKind.MEDIUM if medium else ActorKind.ORGANISATION
    return Mention(word.stem, word.text, kind, "head-noun", 0.7, word.stem)


def _state_before(emitter: Emitter, index: int) -> str | None:
    line = emitter.line
    if index == 0 or not line.words[index].joined or not line.words[index - 1].bare:
        return None
    before = line.words[index - 1]
    atom = line.atom_at(before)
    if atom is None or atom.kind is not ActorKind.STATE or atom.span.end != before.span.end:
        return None
    return atom.name
