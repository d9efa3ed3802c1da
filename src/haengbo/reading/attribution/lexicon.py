"""The pack's tables of attribution, arranged for look-up while reading.

Comes in: ``Knowledge``. Goes out: one frozen ``Lexicon``, built once per ``Knowledge``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import (
    AgentRow,
    AttributionCueRow,
    CarrierRow,
    DescriberRow,
    DocumentRow,
    HeadedTextRow,
    NarratorVerbRow,
    OccasionRow,
    SpeechNounRow,
    SpeechVerbRow,
    StanceCueRow,
)
from haengbo.knowledge.frames import EventWordsRow


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tables by the word that is looked up.

    Attributes:
        verbs: Dictionary form → row; a phrase without its particle (``선 긋다``).
        nouns: Noun that stands for what was said → row.
        speech: The same forms, for whoever holds no tables.
        experts: Ends of the titles of those who judge (``연구위원``).
        describers: Noun for an unnamed speaker → row.
        documents: Noun for a text → row.
        headed: Noun that is the kind of a text only in a heading above its words → row.
        occasions: Noun for a happening at which people speak → row.
        together: Occasions at which those who take part speak to each other.
        occasion: A leading phrase that says where it was said (``국방부 브리핑에서 ``,
            ``성명을 내고 ``); ``at`` is the happening in it.
        onto: The same for what one speaks 에 (``국회 정보위원회에 ``).
        stances: Stems that show an attitude.
        carriers: Head of a sentence by which the last speaker goes on.
        same: Those of them by which he surely does.
        heads: Any head of a sentence, also those that break with the last speaker.
        texts: A document's noun (group ``text``) with the article it may name (조약 4조, 선언 1항).
        pairs: Head of a sentence about two who were named before (``양측은``).
        narrator: Verbs with which the narrator interprets (``해석되다``).
        institutes: Ends of the names of bodies that judge (``포럼``).
        mouths: Nouns for who speaks for the office named before them (``대변인``).
        press: Nouns for those to whom everything is said in public (``기자``).
        parties: Nouns for people under way together (``대표단``).
        agents: Ends of words that mean people or bodies, longest first, by their last letter.
        happenings: Names of what happens (핵실험), which nobody takes for who speaks.
        cues: Kind of cue → expression that matches right after a name.
    """

    verbs: Mapping[str, SpeechVerbRow]
    nouns: Mapping[str, SpeechNounRow]
    speech: frozenset[str]
    experts: tuple[str, ...]
    describers: Mapping[str, DescriberRow]
    documents: Mapping[str, DocumentRow]
    headed: Mapping[str, HeadedTextRow]
    occasions: Mapping[str, OccasionRow]
    together: re.Pattern[str]
    occasion: re.Pattern[str]
    onto: re.Pattern[str]
    stances: tuple[StanceCueRow, ...]
    carriers: re.Pattern[str]
    same: re.Pattern[str]
    heads: re.Pattern[str]
    texts: re.Pattern[str]
    pairs: re.Pattern[str]
    narrator: frozenset[str]
    institutes: tuple[str, ...]
    mouths: tuple[str, ...]
    press: frozenset[str]
    parties: frozenset[str]
    agents: Mapping[str, tuple[AgentRow, ...]]
    happenings: frozenset[str]
    cues: Mapping[str, re.Pattern[str]]

    def is_expert_title(self, title: str | None, of: str | None = None) -> bool:
        """Whether a title, or whose it is, is that of somebody who judges rather than relays.

        Example:
            ``연구위원``; ``대표`` of ``북방경제포럼``.
        """
        if of is not None and of.endswith(self.institutes):
            return True
        words = (title or "").split()
        return bool(words) and words[-1].endswith(self.experts)

    def agent_of(self, words: str) -> AgentRow | None:
        """The kind of people or body that a phrase ends in, or ``None``.

        Example:
            ``안보회의 공보실`` ends in 공보실, a body; ``일부`` is none.
        """
        last = words.rpartition(" ")[2].removesuffix("들")
        row = next((a for a in self.agents.get(last[-1:], ()) if last.endswith(a.id)), None)
        if row is None or len(last) < row.least or last.endswith(row.never):
            return None
        return row


#: A choice within a form.
_BRACES = re.compile(r"(\{[^{}]*\})")
#: 선을 긋다 is found by the noun and the verb.
_PHRASE = re.compile(r"(?<=[가-힣])[을를] ")


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _cue_patterns(rows: tuple[AttributionCueRow, ...]) -> dict[str, re.Pattern[str]]:
    forms: dict[str, list[str]] = {}
    for row in rows:
        forms.setdefault(row.kind, []).extend(row.forms)
    return {kind: re.compile(rf"\s?(?:{_choices(words)})") for kind, words in forms.items()}


def _choices(forms: list[str]) -> str:
    """``{와|과}의 인터뷰``: what stands between braces is a choice."""
    ordered = sorted(forms, key=len, reverse=True)
    return "|".join("".join(map(_choice, _BRACES.split(form))) for form in ordered)


def _choice(part: str) -> str:
    if not part.startswith("{"):
        return re.escape(part)
    return f"(?:{_either(part[1:-1].split('|'))})"


def _by_last(rows: Iterable[AgentRow]) -> dict[str, tuple[AgentRow, ...]]:
    """The last letter of a kind of people → such rows, in their order."""
    found: dict[str, list[AgentRow]] = {}
    for row in rows:
        found.setdefault(row.id[-1], []).append(row)
    return {last: tuple(several) for last, several in found.items()}


@lru_cache(maxsize=4)
def lexicon_of(knowledge: Knowledge) -> Lexicon:
    """The look-up tables of a pack, built on first use."""
    meetings = knowledge.table("occasions", OccasionRow)
    occasions = [row.id for row in meetings]
    together = [row.id for row in meetings if row.together]
    onto = _either([row.id for row in meetings if row.onto])
    agents = knowledge.table("agents", AgentRow)
    pairs = [row.id for row in agents if row.kind == "pair"]
    institutes = tuple(row.id for row in agents if row.kind == "institute")
    alone = [row for row in agents if row.kind != "pair"]
    heads = knowledge.table("carriers", CarrierRow)
    texts = [row.id for row in knowledge.table("documents", DocumentRow)]
    speech_verbs = knowledge.table("speech_verbs", SpeechVerbRow)
    verbs = {_PHRASE.sub(" ", row.id): row for row in speech_verbs}
    describers = {row.id: row for row in knowledge.table("describers", DescriberRow)}
    return Lexicon(
        verbs=verbs,
        speech=frozenset(verbs),
        experts=tuple(row.id for row in describers.values() if row.kind == "expert"),
        nouns={row.id: row for row in knowledge.table("speech_nouns", SpeechNounRow)},
        describers=describers,
        documents={row.id: row for row in knowledge.table("documents", DocumentRow)},
        headed={row.id: row for row in knowledge.table("headed_texts", HeadedTextRow)},
        occasions={row.id: row for row in knowledge.table("occasions", OccasionRow)},
        together=re.compile(_either(together)),
        occasion=re.compile(
            rf"\A(?:[^\s,]+\s){{0,8}}?[^\s,]*?(?P<at>{_either(occasions)})"
            r"(?:에서(?:는|도)?"
            r"|(?:을|를) (?:[^\s,]+(?:에|에게|께|측에|앞으로) )?"
            r"(?:통해|내고|내어|내|발표하고|발표해|열고|열어|갖고|보내|보내어|보내고)),?\s"
        ),
        onto=re.compile(rf"\A(?:[^\s,]+\s){{0,3}}?[^\s,]*?(?P<at>{onto})에(?:는|도)?\s(?:나와\s)?"),
        stances=knowledge.table("stance_cues", StanceCueRow),
        carriers=re.compile(rf"(?:{_either([h.id for h in heads if h.goes_on])})(?=[\s,])"),
        same=re.compile(rf"(?:{_either([h.id for h in heads if h.same])})(?=[\s,])"),
        heads=re.compile(rf"(?:{_either([h.id for h in heads])})(?=[\s,])"),
        texts=re.compile(rf"(?P<text>{_either(texts)})(?:\s?(?:제\s?)?\d+[조항])?"),
        pairs=re.compile(rf"(?:{_either(pairs)})(?:은|는|이|가|도)(?=\s)"),
        narrator=frozenset(row.id for row in knowledge.table("narrator_verbs", NarratorVerbRow)),
        institutes=institutes,
        mouths=tuple(
            [d.id for d in describers.values() if d.mouth] + [a.id for a in alone if a.mouth]
        ),
        press=frozenset(row.id.removesuffix("들") for row in alone if row.kind == "press"),
        parties=frozenset(row.id for row in alone if row.party),
        agents=_by_last(sorted(alone, key=lambda a: -len(a.id))),
        happenings=frozenset(
            word for row in knowledge.table("event_words", EventWordsRow) for word in row.words
        ),
        cues=_cue_patterns(knowledge.table("attribution_cues", AttributionCueRow)),
    )
