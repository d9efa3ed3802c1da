"""Scenes with what carries on there → the chain of each utterance and of each stretch.

Comes in: scenes in order and the chain that carries on in each. Goes out: chains for utterances,
stretches that somebody tells, and the witness of the rest. An agency that was once cited through
another (로이터에 따르면 조선중앙통신은) keeps it in every paragraph that names both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, Link
from haengbo.model.span import Span
from haengbo.reading.attribution.attributions import Told
from haengbo.reading.attribution.brought import find_brought
from haengbo.reading.attribution.contents import trim
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import TAIL, Nature, Subject
from haengbo.reading.attribution.scenes import Scene, days_of, near_any
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.stretches import Stretch
from haengbo.reading.attribution.thus import thus_links
from haengbo.reading.attribution.verbs import VerbForm
from haengbo.reading.attribution.witnesses import Carried
from haengbo.reading.document import Document

#: What a speaker will do himself, or wants done.
_OWN_WILL = re.compile(
    r"(?:겠다|겠습니다|용의가 있다|자|달라|하라"
    r"|\s(?:생각|방침|계획|작정|뜻|각오)(?:이다|입니다))\.?$"
)
#: 정보원은 [곧 나설 수 있다]고 보고했다: what may come about is foreseen, not handed on.
_MAY_COME = re.compile(r"수(?:도)?\s있(?:다|습니다)$")
_NO_TELLING = ("analyse", "forecast", "deny", "admit", "propose", "promise", "demand")
_POSSIBLE = re.compile(r"(?:가능성|계획|일정|구상)(?:을|를)\s(?:[^\s,]+\s)?$")
_AS_FACT = re.compile(r"(?:것으로|사실을|정황을)\s(?:[^\s,]+\s)?$")
#: A clause that ends in the past and guesses nothing (했을 것).
_PAST = re.compile(r"(?:았|었|였|했|됐|갔|왔|났|섰|렸|켰|쳤|졌|혔|췄)(?:다|습니다)$")
_SHOWN = re.compile(
    r"(?:사진|영상|동영상|화면|장면|모습)(?:을|를)\s(?:올|공개|게시|배포|내보|실|싣|방영|방송|보도|소개)"
)


def _may_tell(subject: Subject) -> bool:
    """Whether somebody can hand on what happens: a named person or body that does not judge."""
    named = subject.nature is Nature.NAMED and bool(subject.names)
    return named and not (subject.state or subject.expert or subject.silent)


class Chains:
    """Answers who relays what on one page."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        scenes: Sequence[Scene],
        carried: Sequence[Carried],
    ) -> None:
        self._lexicon = lexicon
        self._document = document
        self._scenes = tuple(scenes)
        self._carried = dict(zip((s.parsed.sentence.index for s in scenes), carried, strict=True))
        self._media = {m.name for m in document.mentions if m.kind is ActorKind.MEDIUM}
        self._in_block = self._media_by_block()
        self._through = self._relayed_through()
        article = document.article
        self._ours = {stated.value for stated in (article.outlet, article.origin) if stated}
        self._last: dict[tuple[str, ...], Chain] = {}
        self._said_thus = thus_links(document.text, self._scenes)

    def carried_in(self, scene: Scene) -> Carried:
        """Who vouches for a scene."""
        return self._carried[scene.parsed.sentence.index]

    def _media_by_block(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        for scene in self._scenes:
            found.setdefault(scene.block, set()).update(scene.credits)
        return found

    def _relayed_through(self) -> dict[str, Link]:
        """Medium → the one through which the page has it."""
        found: dict[str, Link] = {}
        for scene in self._scenes:
            for first, second in zip(scene.told, scene.told[1:], strict=False):
                if first.name in self._media and second.name in self._media:
                    found.setdefault(first.name, second)
        return found

    def _complete(self, chain: Chain, scene: Scene) -> Chain:
        """Append the medium through which the last one is known, if a paragraph near names it.

        What carries on from a paragraph above has what is named there.

        The page's own outlet and the wire that wrote it are no reporters between.
        """
        chain = tuple(link for link in chain if link.name not in self._ours)
        through = self._through.get(chain[-1].name) if chain else None
        if through is None or not self._is_near(through.name, chain[-1].name, scene):
            return chain
        if any(link.name == through.name for link in chain):
            return chain
        return (*chain, Link(through.name, through.span, "carried:through"))

    def _is_near(self, through: str, medium: str, scene: Scene) -> bool:
        """Whether a paragraph names through whom, or goes on with a report that came so.

        방송은 …, after 방송이 보도한 것으로 통신이 전했다; the lead above such a paragraph.
        """
        blocks = [scene.block, self.carried_in(scene).block]
        named = [
            m
            for m in self._document.mentions_in(scene.parsed.sentence.span)
            if m.name == medium and not m.weak
        ]
        if named and all(m.rule == "pronoun" for m in named):
            blocks.append(scene.block - 1)
        if self._is_first(scene):
            blocks.append(scene.block + 1)
        return any(through in self._in_block.get(b, ()) for b in blocks)

    def _is_first(self, scene: Scene) -> bool:
        body = (s for s in self._scenes if s.parsed.sentence.kind is BlockKind.BODY)
        return next(body, None) is scene

    def of(self, utterance: Utterance, scene: Scene) -> Chain:
        """Who relays an utterance, nearest first."""
        voice = utterance.voice
        if voice.nature is Nature.MEDIUM:
            own = Link(voice.names[0], voice.span, "medium")
            return self._complete((own, *utterance.links), scene)[1:]
        speakers, through = self._said_thus.get(utterance.index, (frozenset(), ()))
        chain = utterance.links or (through if speakers.intersection(voice.names) else ())
        if not any(link.name in self._media for link in chain):
            around = () if scene.told else self._carried[utterance.index].chain
            if not around and utterance.carried:
                around = tuple(x for x in self._last.get(voice.names, ()) if x.name in self._media)
            chain = (*chain, *around)
        chain = self._complete(chain, scene)
        self._last[voice.names] = chain
        return chain

    def told(self) -> Iterator[Told]:
        """Stretches that somebody tells, outer ones first."""
        for index, scene in enumerate(self._scenes):
            sentence = scene.parsed.sentence
            yield from self._thus(index)
            found = []
            according = any(link.rule == "cue:according" for link in scene.told)
            if scene.told and (according or not scene.utterances):
                chain = self._complete(scene.told, scene)
                found.append(Told(sentence.span, chain, chain, quoted=False))
            found += self._shown(scene)
            found += self._raised(scene)
            found += self._found_out(scene)
            found += self._brought(scene)
            for utterance in scene.utterances:
                found.append(self._told(utterance, scene))
                found += self._asking(utterance, scene)
            yield from sorted(found, key=lambda t: (t.span.start, -t.span.end))

    def _shown(self, scene: Scene) -> Iterator[Told]:
        """외무부는 텔레그램에 …맞는 사진을 올렸다: who shows a picture tells what is on it."""
        stretch = scene.parsed.stretch
        for subject in scene.parsed.subjects:
            verb = next(
                (
                    v
                    for v in stretch.verbs
                    if _SHOWN.search(self._document.text[max(v.span.start - 6, 0) : v.span.end])
                ),
                None,
            )
            medium = subject.nature is Nature.MEDIUM
            named = subject.nature is Nature.NAMED and not subject.state and not subject.person
            if (
                (named or medium)
                and verb is not None
                and subject.end <= verb.span.start
                and not scene.told
            ):
                chain = (Link(subject.names[0], subject.span, f"shown:{verb.lemma}"),)
                yield Told(Span(subject.end, verb.span.end), chain, chain if medium else ())

    def _raised(self, scene: Scene) -> Iterator[Told]:
        """부상은 [의장의 방문 가능성을] 거론했다: what may come is known from who speaks of it."""
        speaker = next((s for s in scene.parsed.subjects if _may_tell(s)), None)
        if speaker is not None:
            yield from self._told_before(scene, speaker, _POSSIBLE, "raised")

    def _found_out(self, scene: Scene) -> Iterator[Told]:
        """정보원은 [북한이 병력을 보낸 것으로] 파악했다: an office knows it, nobody judges."""
        office = next((s for s in scene.parsed.subjects if _may_tell(s) and not s.person), None)
        if office is not None and office.nature is not Nature.MEDIUM:
            yield from self._told_before(scene, office, _AS_FACT, "found")

    def _brought(self, scene: Scene) -> Iterator[Told]:
        """[배가 떠났다]는 통신 보도를 부인했다: whose report it is handed it on."""
        for span, link in find_brought(self._document, scene.parsed, self._lexicon):
            chain = self._complete((link,), scene)
            yield Told(span, chain, chain)

    def _told_before(
        self, scene: Scene, teller: Subject, ending: re.Pattern[str], rule: str
    ) -> Iterator[Told]:
        """What stands between a teller and the first of his verbs that such words lead to."""
        for verb in scene.parsed.stretch.verbs:
            said = verb.row is not None and not verb.negated and verb.span.start > teller.end
            if said and ending.search(self._document.text, teller.end, verb.span.start):
                link = Link(teller.names[0], teller.span, f"{rule}:{verb.lemma}")
                relays = self._complete(scene.told, scene)
                yield Told(Span(teller.end, verb.span.start), (link, *relays), relays)
                return

    def _told(self, utterance: Utterance, scene: Scene) -> Told:
        voice = utterance.voice
        relays = self.of(utterance, scene)
        verb = utterance.layer.verb
        rule = f"verb:{verb.lemma}" if verb else "genitive"
        own: Chain = ()
        if (voice.relays or self._recalls(utterance)) and self._tells(utterance):
            own = (*utterance.cited, Link(voice.reporter, voice.span, rule))
        quoted = utterance.layer.mark.quote is not None
        span = utterance.content
        if not quoted and voice.nature is not Nature.MEDIUM:
            span = trim(self._document, span, utterance.parsed.stretch.tokens, self._lexicon)
        by = (*own, *relays)
        # A medium reports acts and happenings alike; a speaker does not report the own act.
        return Told(span, by, by if voice.nature is Nature.MEDIUM else relays, quoted=quoted)

    def _asking(self, utterance: Utterance, scene: Scene) -> Iterator[Told]:
        """그는 장관이 [쌀을 달라고 요청]했다고 전했다: he hands on that it was asked for."""
        verb = utterance.layer.verb
        if verb is not None and utterance.layer.outer and utterance.voice.relays:
            relays = self.of(utterance, scene)
            yield Told(verb.span, relays, relays)

    def _tells(self, utterance: Utterance) -> bool:
        """Whether a speaker hands on what happened: who judges, denies or promises does not."""
        voice, mark = utterance.voice, utterance.layer.mark
        if voice.nature is Nature.MEDIUM:
            return True
        will = mark.quote is None and mark.noun is not None and mark.governor is not None
        if voice.state or len(voice.names) > 1 or will:
            return False
        words = utterance.content.of(self._document.text)
        if _OWN_WILL.search(words) or _MAY_COME.search(words):
            return False
        row = mark.governor.row if mark.governor else None
        return row is None or row.kind not in _NO_TELLING

    def _recalls(self, utterance: Utterance) -> bool:
        """교수는 “두 나라는 1990년 협정을 맺었다”고 말했다: a dated fact, no judgement."""
        voice, content = utterance.voice, utterance.content
        if not voice.expert or voice.nature is not Nature.NAMED:
            return False
        words = content.of(self._document.text).rstrip(" .")
        told = _PAST.search(words) is not None and not self._says(words.rpartition(" ")[2])
        return told and bool(self._document.times_in(content)) and self._somebody_acts(content)

    def _somebody_acts(self, content: Span) -> bool:
        """Whether somebody known is the subject: not only named beside (회담 때 본 대로)."""
        return any(
            TAIL.match(self._document.text, mention.span.end, content.end)
            for mention in self._document.mentions_in(content)
            if mention.kind is not ActorKind.MEDIUM and not mention.weak
        )

    def _says(self, word: str) -> bool:
        """말했다, 밝혔다: what others said is recalled, and is known without him."""
        lemmas = (word.removesuffix("했다") + "하다", word.removesuffix("혔다") + "히다")
        return word == "했다" or any(lemma in self._lexicon.verbs for lemma in lemmas)

    def _thus(self, index: int) -> Iterator[Told]:
        """북한이 공병을 보낸다. 서기는 기자들에게 이같이 밝혔다: the sentence before is told."""
        scene, before = self._scenes[index], self._scenes[index - 1]
        apart = index == 0 or before.block != scene.block or before.told
        if apart or scene.utterances or not scene.thus:
            return
        speaker = next((s for s in scene.parsed.subjects if s.nature is Nature.NAMED), None)
        speaks = any(v.row is not None for v in scene.parsed.stretch.verbs)
        if speaker is not None and speaker.names and speaks and not before.utterances:
            link = Link(speaker.names[0], speaker.span, "thus")
            relays = self._complete(scene.told, scene)
            yield Told(before.parsed.sentence.span, (link, *relays), relays)

    def witnesses(self) -> tuple[tuple[Span, Chain], ...]:
        """Clauses that nobody tells by itself, with the chain that carries on there."""
        found = []
        for scene in self._scenes:
            chain = self._complete(self._carried[scene.parsed.sentence.index].chain, scene)
            if chain and not scene.heard:
                found += [(span, chain) for span in self._clauses(scene) if self._fits(scene, span)]
        return tuple(found)

    def _clauses(self, scene: Scene) -> Iterator[Span]:
        stretch: Stretch = scene.parsed.stretch
        start = stretch.region.start
        for verb in stretch.verbs:
            if verb.form is VerbForm.CONNECTIVE:
                yield Span(start, verb.span.end)
                start = verb.span.end
            if scene.turn is not None and start >= scene.turn:
                return
        if start < stretch.region.end:
            yield Span(start, stretch.region.end)

    def _fits(self, scene: Scene, clause: Span) -> bool:
        """A clause about another day is the narrator's, unless the sentence names its witness."""
        times = [t for t in self._document.times_in(clause) if "/" not in t.value]
        if scene.told or scene.again or scene.hearsay or not times:
            return True
        days = self._carried[scene.parsed.sentence.index].days
        return any(near_any(day, days) for t in times for day in days_of(t))
