"""Somebody described without a name → who that is on this page.

Comes in: a voice as its phrase has it, and what the sentences before left. Goes out: the voice of
whoever was described before (``이 당국자는``) or bears the title (``장관은``), and the office for
which a spokesman without a name hands on. Invariant: without such a one the voice stays as it was.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.memory import Memory
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.document import Document

#: Syllables of a word that stands for a body: 위원회, 사무국.
_KIND = 3


class Descriptions:
    """Reads the descriptions of one page, in order."""

    def __init__(self, document: Document, lexicon: Lexicon, memory: Memory) -> None:
        self._document = document
        self._lexicon = lexicon
        self._memory = memory

    def who(self, voice: Voice, *, back: bool) -> Voice:
        """Whom a voice stands for; ``back`` when its phrase points back (``이 당국자``)."""
        return self._for_office(self._described(voice, back=back))

    def _described(self, voice: Voice, *, back: bool) -> Voice:
        """이 당국자는; 실장은, after 외무성 대외정책실장은: whoever was described before."""
        if back:
            head = voice.names[0].split()[-1]
            names = self._described_by(head)
            return replace(voice, names=names) if names else self._office(head, voice)
        if voice.nature is Nature.UNNAMED and len(voice.names) == 1 and " " not in voice.names[0]:
            names = self._described_by(voice.names[0])
            return replace(voice, names=names) if names else self._of_text(self._titled(voice))
        return self._titled(voice) if voice.nature is Nature.UNNAMED else voice

    def _of_text(self, voice: Voice) -> Voice:
        """대변인은, after 외무성 대변인 성명을 내고: whose text it is speaks."""
        head = voice.names[0]
        mouth = voice.nature is Nature.UNNAMED and head in self._lexicon.mouths
        owner = self._owner_of(head, voice.span.start) if mouth else None
        return replace(voice, names=(owner,)) if owner is not None else voice

    def _titled(self, voice: Voice) -> Voice:
        """장관은, after 세르게이 라브로프 외무장관은: whoever was last named with that title.

        윤 수석은, after 윤가람 국민소통수석은: the family's name may stand before it.
        """
        family, _, title = voice.names[0].rpartition(" ")
        if len(voice.names) > 1 or len(family) > 1:
            return voice
        before = [m for m in self._document.mentions if m.span.end <= voice.span.start]
        people = [m for m in before if m.kind is ActorKind.PERSON and not m.weak]
        people = [m for m in people if m.name.startswith(family)]
        named = next((m for m in reversed(people) if (m.title or "").endswith(title)), None)
        named = named or next((m for m in reversed(people) if self._leads(m, title)), None)
        others = {m.name for m in people if (m.title or "").endswith(title)}
        if named is None and not family:
            return self._body(voice)
        if named is None or len(others) > 1:
            return voice
        return replace(voice, names=(named.name,), nature=Nature.NAMED, person=True)

    def _leads(self, mention: Mention, title: str) -> bool:
        """단장은, after 부상을 단장으로 하는 대표단: who was said to be it."""
        made = re.compile(rf"(?:동지)?[을를] {re.escape(title)}으?로 (?:하는|한|하여|하고)")
        return made.match(self._document.text, mention.span.end) is not None

    def _body(self, voice: Voice) -> Voice:
        """위원회는, after 조선우주공간기술위원회 대변인: the only body of which it is the kind."""
        kind, text = voice.names[0], self._document.text
        bodies = {
            m.name
            for m in self._document.mentions
            if m.kind is ActorKind.ORGANISATION
            and m.span.end <= voice.span.start
            and m.span.of(text).endswith(kind)
            and len(m.span) > len(kind)
        }
        if len(bodies) != 1 or len(kind) < _KIND:
            return voice
        return replace(voice, names=(bodies.pop(),), nature=Nature.NAMED)

    def _for_office(self, voice: Voice) -> Voice:
        """외무부 대변인은: who speaks without a name hands on for the office."""
        owner, word = self._parted(voice.names[0])
        row = self._lexicon.describers.get(word)
        if voice.nature is Nature.UNNAMED and row is not None and row.kind == "official":
            voice = replace(voice, official=bool(owner) and not row.body)
        if voice.nature is not Nature.UNNAMED or word not in self._lexicon.mouths:
            return voice
        office = next(
            (
                m.name
                for m in self._document.mentions
                if m.kind is ActorKind.ORGANISATION
                and owner in (m.name, m.span.of(self._document.text))
            ),
            None,
        )
        return replace(voice, office=office) if office else voice

    def _parted(self, description: str) -> tuple[str, str]:
        """외무성 대변인, and in one word 외무성대변인: whose it is, and what it is."""
        owner, _, word = description.rpartition(" ")
        mouth = next((m for m in self._lexicon.mouths if word.endswith(m) and word != m), None)
        if mouth is None or word in self._lexicon.describers:
            return owner, word
        return f"{owner} {word.removesuffix(mouth)}".strip(), mouth

    def _owner_of(self, head: str, before: int) -> str | None:
        """이 대변인은, after 외무성 대변인 성명을 통해: the one of the office last named so."""
        text = self._document.text
        found = [
            m
            for m in self._document.mentions
            if m.span.end <= before
            and m.kind is ActorKind.ORGANISATION
            and text.startswith((f" {head}", head), m.span.end)
        ]
        if not found:
            return None
        return text[found[-1].span.start : text.index(head, found[-1].span.end) + len(head)]

    def _described_by(self, word: str) -> tuple[str, ...]:
        """Names of the last unnamed source whose description ends in a word."""
        described = (v.names for v in reversed(self._memory.described))
        return next((names for names in described if names[0].endswith(word)), ())

    def _office(self, head: str, voice: Voice) -> Voice:
        """이 당국자는, after 외교부는: the 당국자 of the office that spoke last."""
        owner = self._owner_of(head, voice.span.start)
        if owner is not None:
            return replace(voice, names=(owner,))
        last = self._memory.voice
        if last is None or last.nature is not Nature.NAMED:
            return replace(voice, names=(head,))
        return replace(voice, names=(f"{last.span.of(self._document.text)} {head}",))
