"""Document → who says what, and through which chain of reporters we know it.

``find_attributions`` gives ``Attributions``: the statements; ``told``, the stretches that
somebody tells; ``chain_of`` for any place in the news text; ``statement_at`` for the words that
somebody says. The steps and their order are in ``find``:

    sentence ─ parse ──▶ phrases that may speak, marks where something said ends, layers of speech
    sentences ─ voices ──▶ utterances: speakers resolved, dropped ones carried on
    scenes ─ witnesses ──▶ who vouches for what nobody in a sentence is said to tell
    utterances ─ statements ──▶ form, words, addressee, stance, chain, date

Verbs, nouns, describers, documents, occasions and cues are tables of the pack
(``knowledge/attribution.py``); adding one is adding a line there.
"""

from __future__ import annotations

from haengbo.reading.attribution.attributions import Attributions, Told
from haengbo.reading.attribution.find import find_attributions
from haengbo.reading.attribution.floors import Floor

__all__ = ["Attributions", "Floor", "Told", "find_attributions"]
