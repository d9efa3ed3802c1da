"""Parsed sentences in order → utterances with their speakers, the dropped ones carried on.

Comes in: the document's parsed sentences. Goes out: one ``Utterance`` for each layer, spoken or
relayed. Korean drops what is known: a sentence without subject goes on with the topic of the one
before (``이어 “…”고 말했다``); a document goes on as its issuers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from haengbo.model.article import BlockKind
from haengbo.model.reading import Link
from haengbo.model.span import Span
from haengbo.reading.attribution.attributions import Told
from haengbo.reading.attribution.floors import Floor
from haengbo.reading.attribution.freestanding import find_answers, find_freestanding
from haengbo.reading.attribution.interviews import Interview
from haengbo.reading.attribution.issuers import Issuers
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.memory import Memory
from haengbo.reading.attribution.openings import (
    asks_speaker,
    asks_unnamed,
    claims_act,
    of_asker,
    of_opener,
    topic_of,
    view_of,
)
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.questioned import Questioned
from haengbo.reading.attribution.sources import links_beside, links_cited, person_cited
from haengbo.reading.attribution.speech import Utterance, Voice
from haengbo.reading.attribution.stretches import MarkKind
from haengbo.reading.attribution.who_speaks import WhoSpeaks
from haengbo.reading.document import Document

#: Kinds of verbs by which one hands on what others said.
_HANDING_ON = {"announce", "report"}
#: So many blocks further on a sentence that names nobody still goes on with whoever was told of.
_NEAR = 2
_HIM = re.compile(r"\s{0,2}(?P<him>그(?:녀)?에\s(?:따르면|의하면)),?\s")


class Voices:
    """Resolves the speakers of one document, sentence by sentence."""

    def __init__(
        self, document: Document, lexicon: Lexicon, interview: Interview | None = None
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._memory = Memory()
        self._before: Parsed | None = None
        self._questioned = (
            Questioned(interview, self._memory, document.text) if interview is not None else None
        )
        self._issuers = Issuers(document, lexicon)
        self._who = WhoSpeaks(document, lexicon, self._memory, self._issuers)

    def read(self, parsed: Parsed, following: Parsed | None = None) -> tuple[Utterance, ...]:
        """Utterances of the next sentence; ``following`` may say whose a lone quotation is."""
        if self._questioned is not None:
            if self._questioned.answers(parsed):
                return self._answers(parsed, self._questioned)
            self._questioned.read(parsed)
        self._issuers.read(parsed)
        found = [u for layer in parsed.layers if (u := self._utterance(parsed, layer))]
        before, self._before = self._before, parsed
        for layer in find_freestanding(
            self._document, parsed, following, self._lexicon, before=before
        ):
            voice = self._who.of_subject(layer.subject) if layer.subject else None
            if voice is not None:
                links = tuple(links_beside(parsed, layer, within=False))
                found.append(Utterance(parsed, layer, voice, links, spoken=True, carried=False))
        for inside in parsed.nested:
            found += self._inside(inside, found)
        found = [self._as_last(u, found) for u in found]
        self._issuers.learn_relay(parsed, max((u.links for u in found), key=len, default=()))
        if parsed.sentence.kind is BlockKind.BODY:
            self._remember(parsed, found)
        if self._questioned is not None:
            self._questioned.heard(parsed, found)
        return tuple(found)

    def _answers(self, parsed: Parsed, questioned: Questioned) -> tuple[Utterance, ...]:
        """What the one who is questioned says: what stands in quotation marks, else all of it."""
        voice = questioned.settle()
        if voice is None:
            return ()
        layers = [*find_answers(parsed, questioned.start_of(parsed))]
        found = [Utterance(parsed, x, voice, (), spoken=True, carried=True) for x in layers]
        for inside in parsed.nested:
            found += self._inside(inside, found)
        self._memory.answered(voice, parsed.sentence.block_index)
        return tuple(found)

    def floor(self, parsed: Parsed) -> Floor:
        """Who has the floor in a sentence, asked before it is read."""
        voices = {
            s.span.start: voice
            for s in parsed.subjects
            if (voice := self._who.antecedent(parsed, s) or self._who.of_subject(s)) is not None
        }
        near = parsed.sentence.block_index - self._memory.block <= _NEAR
        before = self._memory.voice if near else None
        known = self._issuers.known(parsed)
        return Floor(parsed, voices, known, before, self._memory.spoke)

    def refuted(self) -> Iterator[Told]:
        """Questions that the one questioned denies."""
        return self._questioned.refuted() if self._questioned else iter(())

    def _inside(self, inside: Parsed, around: Sequence[Utterance]) -> Iterator[Utterance]:
        outer = next((u for u in around if u.layer.mark.quote is inside.within), None)
        for layer in inside.layers:
            voice = self._who.of_subject(layer.subject) if layer.subject else None
            if outer is not None and voice is not None:
                links = (*self._link(outer.voice, outer.layer), *outer.links)
                yield Utterance(inside, layer, voice, links, spoken=True, carried=False)

    def _utterance(self, parsed: Parsed, layer: Layer) -> Utterance | None:
        if (layer.subject is not None and layer.subject.silent) or asks_unnamed(layer):
            return None
        if asks_speaker(layer, parsed, self._memory.voice):
            return None
        layer = self._memory.of_last(self._document.text, parsed, layer, self._lexicon)
        nobody = self._memory.voice is None
        layer = of_asker(parsed, layer) or of_opener(parsed, layer, self._lexicon, first=nobody)
        voice, carried = self._who.of_layer(parsed, layer)
        if voice is None:
            return None
        aired = self._who.aired(parsed, layer, voice)
        cited = aired[0] if aired else self._who.cited(parsed, layer, voice)
        if aired is not None and layer.mark.quote is None:
            end = layer.content.end
            layer = replace(layer, content=Span(max(aired[1], layer.content.start), end))
        # 담화에서 …고 한 장관을 나무랐다: what he said before reached the page by itself
        recalled = layer.subject is not None and layer.subject.described
        links = (
            *voice.via,
            *(() if recalled else links_beside(parsed, layer, within=True)),
            *self._outer_links(parsed, layer),
            *(() if recalled else links_beside(parsed, layer, within=False)),
            *self._according_to_him(parsed, layer),
        )
        if layer.mark.governor is None and layer.mark.quote is not None:
            links = (*links, *self._handing_on(parsed, layer))
        if cited is not None:
            links = (*self._link(voice, layer), *links)
            voice = cited
        links = tuple({link.name: link for link in links if link.name not in voice.names}.values())
        links = self._through(voice, links, parsed.sentence.block_index)
        links = links or self._issuers.aired(voice.names, parsed.sentence.block_index)
        spoken = self._is_spoken(parsed, layer, voice)
        sources = tuple(links_cited(parsed, voice)) if cited is None else ()
        return Utterance(parsed, layer, voice, links, spoken, carried, sources)

    def _through(self, voice: Voice, links: tuple[Link, ...], block: int) -> tuple[Link, ...]:
        """소식통은 방송에 “…”고 전했다. 소식통은 …: the same unnamed source still speaks to it."""
        if voice.nature is not Nature.UNNAMED:
            return links
        head = voice.names[0].split()[-1]
        before, last = self._memory.through.get(head, ((), block))
        if not before:
            before, last = self._cited_as(voice.names[0], block)
        if not links and before and block - last <= 1:
            links = before
        self._memory.through[head] = (links, block)
        return links

    def _as_last(self, utterance: Utterance, found: Sequence[Utterance]) -> Utterance:
        """그는 [사무소가 많다고 알려 왔다며] …: of the inner words no speaker is known.

        What is said is then that somebody said so.
        """
        layer, voice = utterance.layer, utterance.voice
        able = voice.person or voice.nature is Nature.UNNAMED
        if utterance.spoken or not able or voice.nature is Nature.MEDIUM:
            return utterance
        inside = [x for x in utterance.parsed.layers if layer in x.outer]
        told = any(u.layer in inside for u in found)
        bare = layer.mark.kind is MarkKind.BARE and layer.mark.noun is None
        return replace(utterance, spoken=True) if inside and bare and not told else utterance

    def _is_spoken(self, parsed: Parsed, layer: Layer, voice: Voice) -> bool:
        if layer.mark.quote is not None:
            return True
        if layer.mark.noun == "genitive":
            return False  # 배가 떠났다는 세관의 발표와 관련해: named, not told
        row = layer.verb.row if layer.verb else None
        if layer.mark.kind is MarkKind.OBJECT and row is not None and row.kind == "hint":
            return False
        treaty = voice.nature is Nature.DOCUMENT and len(voice.names) > 1
        relay = voice.nature is Nature.MEDIUM or treaty
        if relay or (layer.subject is not None and layer.subject.tells):
            return False
        inside = [other for other in parsed.layers if layer in other.outer]
        if self._asks_himself(parsed, layer, voice) or (
            layer.subject is not None and any(x.subject is layer.subject for x in inside)
        ):
            return False  # …이라며 거부한다고 말했다: the first half is what is said
        return not inside or claims_act(voice, layer, inside)

    def _asks_himself(self, parsed: Parsed, layer: Layer, voice: Voice) -> bool:
        """또 [길을 열어 달라]고 요청했다고 밝혔다: one speaker, who says that he asked for it."""
        outer = layer.outer[0] if layer.outer else None
        if outer is None or layer.subject is not None or outer.subject is not None:
            return False
        return claims_act(voice, outer, [x for x in parsed.layers if outer in x.outer])

    def _outer_links(self, parsed: Parsed, layer: Layer) -> Iterator[Link]:
        for outer in layer.outer:
            if outer.mark.kind is MarkKind.LIGHT or _takes_up(outer, layer):
                continue
            # 또 [대통령이 고대한다고 말했다고] 덧붙였다: whoever goes on hands it on
            goes_on = outer.subject is None and parsed.goes_on
            named = self._who.of_subject(outer.subject) if outer.subject else None
            voice = self._who.carried(parsed, outer) if goes_on else named
            if voice is not None:
                yield from links_cited(parsed, voice)
                yield from self._link(voice, outer)

    def _according_to_him(self, parsed: Parsed, layer: Layer) -> Iterator[Link]:
        """장관은 …고 말했다. [그에 따르면] 부상은 …고 밝혔다: the minister hands that on."""
        head = _HIM.match(parsed.stretch.text, parsed.stretch.region.start)
        voice = self._memory.of_pronoun(parsed) if head is not None else None
        if head is not None and voice is not None and layer.subject is not None:
            yield Link(voice.reporter, Span(*head.span("him")), "cue:according")

    def _handing_on(self, parsed: Parsed, layer: Layer) -> Iterator[Link]:
        """[통신은] “…”는 소식통의 말을 [방송을 인용해] 보도했다."""
        tells = any(
            verb.row is not None and verb.row.kind == "report" and verb.span.start > layer.mark.end
            for verb in parsed.stretch.verbs
        )
        medium = next((s for s in parsed.subjects if s.nature is Nature.MEDIUM), None)
        voice = self._who.of_subject(medium) if tells and medium is not None else None
        if voice is not None:
            yield from links_cited(parsed, voice)
            yield Link(voice.names[0], voice.span, "noun:genitive")

    def _link(self, voice: Voice, layer: Layer) -> Iterator[Link]:
        verb = layer.verb
        rule = f"verb:{verb.lemma}" if verb else "genitive"
        if voice.office is not None:
            yield Link(voice.office, voice.span, rule)
        elif voice.relays:
            # Two agencies side by side are two witnesses; the chain keeps the first.
            one = voice.nature is Nature.MEDIUM
            for name in voice.names[:1] if one else voice.names:
                yield Link(name, voice.span, rule)

    def _remember(self, parsed: Parsed, found: Sequence[Utterance]) -> None:
        self._memory.spoke = any(u.spoken for u in found)
        self._memory.viewed = False
        self._remember_cited(parsed)
        self._memory.described += [
            Voice(cue.names, Nature.UNNAMED, cue.span, "citing")
            for cue in parsed.cues
            if cue.nature is Nature.UNNAMED and cue.names
        ]
        topic = topic_of(parsed)
        voice = None
        if topic is not None and not topic.silent:
            voice = self._who.antecedent(parsed, topic) or self._who.of_subject(topic)
        inner_topic = topic is not None and any(
            x.subject is topic and self._who.is_inner_topic(parsed, x, topic) for x in parsed.layers
        )
        seen = view_of(self._document, parsed, voice, self._lexicon)
        if seen is not None:
            voice, self._memory.viewed = seen, True
        if voice is None or inner_topic:
            spoken = [u for u in found if u.spoken and u.parsed is parsed]
            voice = spoken[-1].voice if spoken else self._who.only_subject(parsed)
        cited = person_cited(self._document, parsed)
        if cited is not None and (topic is None or topic.nature is Nature.MEDIUM):
            voice = cited
        spoke = [u.voice for u in found if u.spoken and u.parsed is parsed]
        if spoke and (spoke[-1].person or spoke[-1].nature is Nature.UNNAMED):
            self._memory.speaker = spoke[-1]
            self._memory.speaker_block = parsed.sentence.block_index
        if voice is not None:
            last = parsed.stretch.verbs[-1:]
            self._memory.acted = any(v.past and not v.is_copula for v in last)
            self._memory.voice = voice
            self._memory.block = parsed.sentence.block_index
            if voice.nature is Nature.UNNAMED:
                self._memory.described.append(voice)

    def _cited_as(self, name: str, block: int) -> tuple[tuple[Link, ...], int]:
        """노동부 관계자는, after a medium cited 이웃 나라 노동부 관계자: the same one."""
        for cited, through in reversed(self._memory.cited.items()):
            if cited == name or cited.endswith(f" {name}"):
                return through
        return (), block

    def _remember_cited(self, parsed: Parsed) -> None:
        """통신은 [한 소식통을 인용해] …고 보도했다: what the source adds, it adds to the agency."""
        medium = next((s for s in parsed.subjects if s.nature is Nature.MEDIUM), None)
        voice = self._who.of_subject(medium) if medium is not None else None
        for cue in parsed.cues:
            if voice is not None and cue.kind == "citing" and cue.nature is Nature.UNNAMED:
                link = Link(voice.names[0], voice.span, "cited")
                self._memory.cited[cue.names[0]] = ((link,), parsed.sentence.block_index)


def _takes_up(outer: Layer, layer: Layer) -> bool:
    """부부장은 [장관이 …고 한 것을] 거론하며 …: what is known, and only spoken of by him."""
    said, verb = outer.mark.carrier, outer.verb
    if outer.mark.kind is not MarkKind.OBJECT or said is None or layer.verb is None:
        return False
    hands_on = verb is None or verb.row is None or verb.row.kind in _HANDING_ON
    return said.span == layer.verb.span and not hands_on
