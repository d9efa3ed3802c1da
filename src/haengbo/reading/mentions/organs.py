"""Words → whether one is the name of an organ of a state, by its look."""

from __future__ import annotations

from haengbo.reading.mentions.lexicon import Lexicon


def is_organ(text: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name of an organ of a state: 환경부, 정보국."""
    if text in lexicon.words("bare-organs") or lexicon.ending("never-organs", text):
        return False
    if lexicon.ending("organ-heads", text) or lexicon.ending("bureaus", text):
        return True
    suffix = lexicon.ending("organ-suffixes", text)
    return suffix is not None and len(text) > 2  # noqa: PLR2004 - 정부, 부 name no organ
