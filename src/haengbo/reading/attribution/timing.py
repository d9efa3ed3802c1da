"""Scenes in order → the day on which each utterance was said.

Comes in: scenes with their utterances, in order of the text. Goes out: EDTF or ``None``. The day
stands in the clause that says that it was said, else it is the day on which the text last showed
the speaker acting. A medium's own date (``…고 통신이 5일 보도했다``) dates only what the medium
itself says. Analysts and unnamed sources have no day unless the page gives one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, TimeExpression
from haengbo.model.span import Span
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.days_of_matters import (
    before_words,
    describes_noun,
    has_topic,
    held_then,
    in_passing,
    is_report_time,
    of_saying,
    said_then,
)
from haengbo.reading.attribution.held_on import HeldOn
from haengbo.reading.attribution.letters import Letters
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import Nature, Role
from haengbo.reading.attribution.scenes import Scene, days_of, near_any
from haengbo.reading.attribution.speech import Utterance, Voice
from haengbo.reading.attribution.speeches import Speeches
from haengbo.reading.attribution.told_times import ToldTimes
from haengbo.reading.attribution.verbs import VerbForm
from haengbo.reading.attribution.witnesses import Carried
from haengbo.reading.document import Document

_DAY = len("2024-11-02")
_MONTH = re.compile(r"\d{4}-\d\d")
#: Days within which a paper still tells of it as news.
_NEWS = 4
_AND = re.compile(r"(?:와|과|·)\s?")
_LEAD_GAP = 2
_SEVERAL = 2
_NOWHERE = -9
_NEXT_BLOCKS = 2
#: Before or long before what the paragraph tells of: 앞서 …, 회의를 앞두고 ….
_OFF = re.compile(
    r"^\s{0,2}(?:이에 |그에 |이보다 )?(?:앞서|당시|일찍이)\s|를 앞두고|을 앞두고|에 앞서"
)
_TO_THAT = re.compile(r"\s{0,2}이에\s(?!앞서|따라)")
_THIS = re.compile(r"(?<![가-힣])[이그]\s")
_QUESTION = re.compile(r"(?:질문|물음|질의)에")
#: 앞서, 당시: a sentence that looks back, before the day on which people were last shown.
_BACK = re.compile(r"\s{0,2}(?:이에 |그에 |이보다 )?(?:앞서|당시|일찍이)\s")


class Timing:
    """Dates the utterances of one page."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._lexicon = lexicon
        self._clock = ToldTimes(document, lexicon)
        self._sides = allegiance_of(document.knowledge)
        self._speeches = Speeches(document, lexicon)
        self._letters = Letters(document, lexicon, self._clock)
        self._acted: dict[str, str] = {}
        self._reported: dict[str, str] = {}
        self._aired: tuple[int, str] = (-1, "")
        self._days: set[str] = set()
        self._leading = self._acting = frozenset[str]()
        self._said: str | None = None
        self._said_in = 0
        self._by_body = False
        self._latest: str | None = None
        self._shown_in = _NOWHERE
        self._told = self._telling = frozenset[str]()
        self._occasions = HeldOn()
        self._met: dict[str, str] = {}
        self._paragraph: tuple[int, str | None] = (-1, None)
        self._states: tuple[int, dict[str, str]] = (-1, {})
        self._sentences = Counter(s.block_index for s in document.sentences)

    def see(self, scene: Scene, carried: Carried) -> None:
        """Take in the days of a scene; call it for every scene, before its utterances."""
        self._days |= carried.days
        if self._states[0] != scene.block:
            self._states = (scene.block, {})
        if scene.parsed.sentence.kind is BlockKind.BODY:
            self._speeches.see_days(scene, {d for t in self._clock.of(scene) for d in days_of(t)})
        if self._speeches.heads(scene):
            self._acted.clear()
            self._paragraph, self._latest = (-1, None), None
        for utterance in scene.utterances:
            if utterance.voice.nature is Nature.MEDIUM:
                for time in self._clock.outside(scene):
                    if is_report_time(time, utterance):
                        self._reported[utterance.voice.names[0]] = time.value
                        self._aired = (scene.block, time.value)
                        self._letters.see(utterance, scene, time.value)
        self._lead(scene)
        told = _unquoted(scene)
        tellers = {name for u in told for name in u.voice.names}
        times = self._clock.of(scene)
        days = [day for t in times for day in days_of(t)]
        self._told, self._telling = self._told | self._telling, frozenset(days)
        self._hold(scene, days)
        if len(set(days)) == 1 and self._is_news(days[0]):
            self._met.update(dict.fromkeys(scene.people, days[0]))
        # “…”라고 말했다고 외교부가 [11일] 밝혔다: who was shown before spoke then, not now.
        relayed = self._relayed(scene)
        kept = {n: self._acted[n] for n in relayed if self._is_news(self._acted.get(n, ""))}
        self._show(scene, times, (scene.people | self._acting) - tellers)
        # What somebody says of another day does not show him on that day.
        own = [t for t in times if not any(self._clock.inside(t, u) for u in told)]
        self._turn_to(scene, own)
        self._speeches.see(scene, self._paragraph[1])
        self._show(scene, own, tellers & (scene.people | self._acting))
        self._show(scene, own, self._announcing(scene))
        days = [day for t in own for day in days_of(t)]
        if len(set(days)) == 1:
            topics = (s for s in scene.parsed.subjects if s.role is Role.TOPIC and s.state)
            self._states[1].update((name, days[0]) for s in topics for name in s.names)
        self._acted.update(kept)
        self._show_quoted(scene)
        self._show_undated(scene)

    def _show_quoted(self, scene: Scene) -> None:
        """통신은 “특사가 [5일] 서기를 만났다”고 전했다: what it tells shows both on that day."""
        for utterance in scene.utterances:
            if utterance.voice.nature is not Nature.MEDIUM or utterance.layer.mark.quote is None:
                continue
            times = self._document.times_in(utterance.content)
            days = {day for t in times for day in days_of(t)}
            people = (m for m in self._document.mentions_in(utterance.content) if not m.weak)
            if len(days) == 1 and self._is_news(day := days.pop()):
                for person in people:
                    if person.kind is ActorKind.PERSON:
                        self._acted.setdefault(person.name, day)

    def _show_undated(self, scene: Scene) -> None:
        """장관은 [27일] 로마에 왔다. 도착한 뒤 외무장관과 회담했다: told on, of the same day."""
        verbs = scene.parsed.stretch.verbs
        last = verbs[-1] if verbs else None
        told = last is not None and last.past and not last.negated and not scene.utterances
        if scene.dated or not told or scene.comments or not self._is_news(self._latest or ""):
            return
        start = scene.parsed.sentence.span.start
        if scene.block - self._shown_in > 1 or _BACK.match(self._document.text, start):
            return
        self._shown_in = scene.block
        people = {
            m.name
            for m in self._document.mentions_in(scene.parsed.sentence.span)
            if m.kind is ActorKind.PERSON and not m.weak
        }
        for name in people & scene.people:
            self._acted.setdefault(name, self._latest or "")

    def _lead(self, scene: Scene) -> None:
        """A sentence without a subject goes on about the one before it.

        In one about a state or a matter he does not act: 북한은 10일 미사일을 쐈다.
        """
        # Where somebody speaks the topic may be that of the words: 이어 북한은 쏘았다고 말했다
        told = not scene.speakers
        self._leading = scene.leading or self._leading
        self._acting = frozenset() if told and has_topic(scene) else self._leading
        self._acting = scene.leading or self._acting

    def _relayed(self, scene: Scene) -> set[str]:
        """Who speaks only in what an office tells of them, in a clause that alone has a day."""
        text_days = [t for t in self._clock.of(scene) if days_of(t)]
        return {
            name
            for u in scene.utterances
            if u.layer.outer and all(t.span.start >= u.content.end for t in text_days)
            for name in u.voice.names
        }

    def _turn_to(self, scene: Scene, own: Sequence[TimeExpression]) -> None:
        """Remember of which recent day a paragraph tells last, in its own words.

        A day within what is said counts where the page came out on it: it was said on that day.
        """
        published = self._document.article.published_day
        inside = {day for t in self._clock.of(scene) if t not in own for day in days_of(t)}
        days = {day for t in own for day in days_of(t)} or inside & {published or ""}
        if days or not self._goes_on(self._paragraph[0], scene.block):
            planned = scene.comments and not scene.speakers
            day = max(days, default="") if not planned else ""
            self._paragraph = (scene.block, day if self._is_news(day) else None)

    def _of_paragraph(self, voice: Voice, scene: Scene) -> str | None:
        """안보리는 4일 회의를 열었다. 대사는 “…”고 했다: it goes on about the same day.

        A 당국자 may have spoken on any day since, unless that is the day of the page; an office
        too, unless it is that day of which it tells.
        """
        block, day = self._paragraph
        if day is None or voice.expert or voice.state or not self._goes_on(block, scene.block):
            return None
        if _OFF.search(scene.parsed.sentence.span.of(self._document.text)):
            return None
        named = voice.nature is Nature.NAMED and voice.person
        today = day == self._document.article.published_day
        official = block == scene.block and self._is_official(voice)
        too = official and scene.besides  # 대사는 2일 …고 했다. 러시아의 차석대사도 …
        tells = voice.nature is Nature.NAMED and any(
            day in days_of(t) for t in self._clock.of(scene)
        )
        return day if named or too or (today and (tells or official)) else None

    def _told_after(self, utterance: Utterance, scene: Scene, day: str | None) -> bool:
        """탈퇴를 선언했고, 5월 25일에는 다시 쏘았다: the sentence comes to that day afterwards."""
        verb = utterance.layer.verb
        if verb is None or not verb.past or verb.form is not VerbForm.CONNECTIVE:
            return False
        if day in self._told:
            return False
        here = [t.span.start for t in self._clock.of(scene) if day in days_of(t)]
        return bool(here) and here[0] >= verb.span.end

    def _goes_on(self, block: int, here: int) -> bool:
        """The same paragraph, or one of the next two where each is one sentence long."""
        alone = self._sentences[block] == self._sentences[here] == 1
        return block == here or (here - block <= _NEXT_BLOCKS and alone)

    def _is_official(self, voice: Voice) -> bool:
        row = self._lexicon.describers.get(voice.names[0].split()[-1])
        return voice.nature is Nature.UNNAMED and row is not None and row.kind == "official"

    def _show(self, scene: Scene, times: Sequence[TimeExpression], people: Iterable[str]) -> None:
        """Remember on which day people were last shown acting.

        지난 8일 들어온 부위원장은 10일 대통령을 예방했다: on the day of the verb that closes.
        """
        start = scene.parsed.sentence.span.start
        passing = {t.span for t in times if in_passing(scene, t)}
        main = [t for t in times if t.span not in passing] or times
        days = [day for t in main for day in days_of(t)]
        opens = bool(times) and times[0].span.start - start <= _LEAD_GAP
        if days and (opens or not self._days or near_any(days[0], self._days)):
            # 28일 떠나 30일 도착했다 looks back at a way; who was shown on a day stays there.
            # 18일 도착했다. 16일부터 마주 앉았으나 …: since when is no later day either.
            text = self._document.text
            since = all(text.startswith("부터", t.span.end) for t in times if days_of(t))
            back = len(set(days)) > 1 or since
            # 회담은 3일 외무상의 제안으로 성사됐다: who is only named is not back on that day
            seen = {
                p
                for p in people
                if self._is_news(self._acted.get(p, ""))
                if back or (p not in self._acting and days[0] < self._acted[p])
            }
            self._acted.update(dict.fromkeys(set(people) - seen, days[0]))
            self._latest = days[0]
            self._shown_in = scene.block if not back else _NOWHERE

    def _hold(self, scene: Scene, days: Sequence[str]) -> None:
        """Who is at what was held before acts on the day on which it was held."""
        self._occasions.hold(scene, days)
        if not scene.dated and (day := self._occasions.day_of(scene)) is not None:
            self._acted.update(dict.fromkeys(scene.people | scene.leading, day))

    def shown_in(self, scene: Scene) -> dict[str, str]:
        """Who leads a sentence or speaks in it → the day on which the text shows them acting.

        Call it behind ``date_of`` for the utterances of the scene.
        """
        acting = scene.leading | scene.people
        days: dict[str | None, str | None] = {name: self._acted.get(name) for name in acting}
        for subject in scene.parsed.subjects:
            if subject.state and subject.role is Role.TOPIC:
                days |= {name: self._states[1].get(name) for name in subject.names}
        for voice in (u.voice for u in scene.utterances if u.spoken and not u.voice.expert):
            days |= dict.fromkeys((*voice.names, voice.office), self._acted.get(voice.names[0]))
        return {name: day for name, day in days.items() if name and day}

    def date_of(self, utterance: Utterance, scene: Scene) -> str | None:
        """The day of an utterance; call it for every utterance, in order."""
        voice = utterance.voice
        if voice.nature is Nature.MEDIUM:
            return self._reported.get(voice.names[0])
        said = self._find(utterance, scene)
        # 조정관의 13일 주장: a claim that is only named is no talk that goes on
        if utterance.spoken and utterance.layer.verb:
            self._said, self._said_in = said, scene.block
            self._by_body = voice.nature is Nature.NAMED and not voice.person
        block, day = self._paragraph
        if day is not None and said == day and self._goes_on(block, scene.block):
            self._paragraph = (scene.block, day)
        if day is None and block == scene.block and voice.person and self._is_news(said or ""):
            # 표결 직후 대사는 …고 했고, 차석대사는 …고 했다: the paragraph tells of that day
            self._paragraph = (block, said)
        return said

    def _find(self, utterance: Utterance, scene: Scene) -> str | None:
        voice = utterance.voice
        own = self._clock.own(utterance, scene)
        dated = [t for t in own or self._clock.beside_name(utterance, scene) if days_of(t)]
        exact = [
            t.value for t in of_saying(before_words(dated, utterance, scene), utterance, scene)
        ]
        if exact:
            # Who only relays was heard on that day; those of whom it tells acted before.
            # So was whoever made a claim that is only named (조정관의 13일 주장).
            there = scene.people if utterance.spoken and utterance.layer.verb else ()
            self._acted.update(dict.fromkeys((*voice.names, *there), exact[-1]))
            return exact[-1]
        held = [t.value for t in own if held_then(self._document.text, t)]
        published = self._published(utterance, scene)
        if published and not held:
            self._acted.update(dict.fromkeys(voice.names, published))
        if held or published:
            return held[-1] if held else published
        known = next((self._acted[name] for name in voice.names if name in self._acted), None)
        known = known or self._letters.day_of(utterance)
        known = None if self._told_after(utterance, scene, known) else known
        months = [t.value for t in own if not self._modifies(t, scene)]
        spoken = [m for m in months if _MONTH.fullmatch(m)]
        if spoken and voice.nature is not Nature.DOCUMENT:
            then = next((t for t in own if t.value == spoken[-1]), None)
            if known is None or (then is not None and said_then(self._document, then, utterance)):
                return spoken[-1]
        answered = self._of_answer(utterance, scene, known)
        if answered is not None:
            self._acted.update(dict.fromkeys(voice.names, answered))
            return answered
        if months and _BACK.match(self._document.text, scene.parsed.sentence.span.start):
            return months[-1]
        known = known or self._guess(utterance, scene)
        known = None if self._told_after(utterance, scene, known) else known
        if known is not None and (voice.person or self._points_back(voice)):
            self._acted.setdefault(voice.names[0], known)
        return known or next(reversed(months), None)

    def _of_answer(self, utterance: Utterance, scene: Scene, known: str | None) -> str | None:
        """The day of what is answered, unless who answers was shown on a later one.

        대사관은 9일 …. 대변인은 10일 회견을 열었다. 대변인은 이에 …
        """
        answers, person = _replies(utterance, scene), utterance.voice.person
        if not self._said or not (answers or (person and self._is_answer(scene))):
            return None
        if known and _QUESTION.search(scene.parsed.sentence.span.of(self._document.text)):
            return None  # 대변인은 이 물음에 …고 답했다: to a question, not to what was said before
        later = known if not answers and self._is_news(known or "") else None
        return max(self._said, later or self._said)

    def _guess(self, utterance: Utterance, scene: Scene) -> str | None:
        """The day by the office, the house, the occasion or the paragraph; surest first."""
        voice = utterance.voice
        known: str | None = None
        if voice.office is not None:
            # 국무부는 18일 …. 국무부 대변인은 …: whoever speaks for the office
            spoke = self._acted.get(voice.office, "")
            known = spoke if self._is_news(spoke) else None
        if voice.nature is Nature.DOCUMENT:
            known = self._latest
        if voice.person and not voice.expert:
            known = known or self._of_office(voice.names) or self._of_house(voice.names)
        if not voice.person and not voice.expert:
            known = known or self._of_state(voice.names, scene)
        if self._by_body and scene.block - self._said_in <= 1 and self._points_back(voice):
            known = known or self._said
        if not voice.expert:
            known = known or self._occasions.day_of(scene)
        known = known or self._speeches.day_of(utterance, scene)
        if known is None and (known := self._of_paragraph(voice, scene)):
            self._acted.update(dict.fromkeys(voice.names, known))
        known = known or self._speeches.of_lead(voice, scene)
        return known or (None if voice.expert else self._speeches.headed)

    def _points_back(self, voice: Voice) -> bool:
        """북한은 [21일] 성명을 냈다. 이 대변인은 …: whose words were told right before."""
        start = voice.span.start
        here = self._document.text[max(0, start - 2) : start + 2]
        return voice.nature is Nature.UNNAMED and _THIS.search(here) is not None

    def _is_answer(self, scene: Scene) -> bool:
        """이에 대해 대사는 …: to what was said right before."""
        return _TO_THAT.match(self._document.text, scene.parsed.sentence.span.start) is not None

    def _of_office(self, names: Sequence[str]) -> str | None:
        """미국도 이날 확인했다. … 국방장관은 …: news of the day on which his side spoke."""
        offices = {
            office
            for m in self._document.mentions
            if m.name in names
            for office in (m.of, self._sides.of_mention(m))
        }
        days = (self._acted.get(office) for office in offices if office)
        return next((day for day in days if day and self._is_news(day)), None)

    def _of_state(self, names: Sequence[str], scene: Scene) -> str | None:
        """멕시코는 9월 7일 대사를 추방했다. 멕시코 외교부는 …: what its state did right before."""
        block, acted = self._states
        states = {self._sides.of_name(name) for name in names} - {*names, None}
        return (
            next((acted[s] for s in states if s in acted), None) if block == scene.block else None
        )

    def _of_house(self, names: Sequence[str]) -> str | None:
        """14일 안보리가 모였다. 유엔 주재 대사는 …: an envoy speaks on the day the house met."""
        titles = [m.title for m in self._document.mentions if m.name in names and m.title]
        bodies = {m.name for m in self._document.mentions if m.kind is ActorKind.ORGANISATION}
        met = (
            self._met[body]
            for body in sorted(bodies & set(self._met))
            if " " in body and (house := body.partition(" ")[0]) and self._is_body(house)
            if any(house in title for title in titles)
        )
        return next((day for day in met if self._is_news(day)), None)

    def _is_body(self, house: str) -> bool:
        """유엔, not 북한: an organisation of its own."""
        rows = gazetteer(self._document.knowledge).named(house)
        return any(isinstance(r, ActorRow) and r.kind == "organisation" for r in rows)

    def _announcing(self, scene: Scene) -> set[str]:
        """States that say something in a sentence of their own: 미국과 나토도 이를 확인했다."""
        stretch = scene.parsed.stretch
        verbs = [v for v in stretch.verbs if v.past and v.form is VerbForm.FINAL]
        if not any(v.row is not None and v.row.kind != "do" for v in verbs):
            return set()
        topics = [s for s in scene.parsed.subjects if s.role is Role.TOPIC and not s.person]
        head = Span(stretch.region.start, topics[0].end) if topics else None
        states = {name for s in topics if s.state for name in s.names}
        return states | {
            m.name
            for m in (self._document.mentions_in(head) if head else ())
            if m.kind is ActorKind.STATE and _AND.match(self._document.text, m.span.end)
        }

    def _is_news(self, day: str) -> bool:
        published = self._document.article.published
        if len(day) != _DAY or published is None or len(published.value) < _DAY:
            return False  # a month is nobody's day
        out = date.fromisoformat(published.value[:_DAY])
        return 0 <= (out - date.fromisoformat(day)).days <= _NEWS

    def _published(self, utterance: Utterance, scene: Scene) -> str | None:
        """통신은 3일 부상이 [담화를 내고] “…”고 했다고 전했다: a text is published on that day.

        So is one quoted in the paragraph in which a medium reported: 대변인은 담화에서 “…”고 했다.
        """
        start = scene.parsed.sentence.span.start
        found = self._lexicon.texts.finditer(self._document.text, start, utterance.content.start)
        text = any(self._is_notice(match["text"]) for match in found)
        media = [
            u for u in utterance.layer.outer if u.subject and u.subject.nature is Nature.MEDIUM
        ]
        names = [name for u in media if u.subject for name in u.subject.names]
        days = [self._reported[name] for name in names if name in self._reported]
        block, day = self._aired
        known = utterance.voice.names[0] in self._acted
        if not media and block == scene.block and len(day) == _DAY and not known:
            days.append(day)
        return days[0] if days and text else None

    def _is_notice(self, noun: str) -> bool:
        """담화, 성명: made public when issued; a letter (축전) has a day of its own."""
        row = self._lexicon.documents.get(noun)
        return row is not None and row.authors == "issuer" and not row.letter

    @staticmethod
    def _modifies(time: TimeExpression, scene: Scene) -> bool:
        """지난해 6월 [맺은] 조약: the month of something else."""
        return describes_noun(scene.parsed.stretch, time)


def _replies(utterance: Utterance, scene: Scene) -> bool:
    """장관은 “…”고 했고 부장은 “…”고 화답했다: only the second replies, and to the first."""
    verb = utterance.layer.verb
    own = verb is not None and verb.row is not None and verb.row.kind == "reply"
    return scene.answers and (own or len(scene.speakers) < _SEVERAL)


def _unquoted(scene: Scene) -> list[Utterance]:
    """What persons and organisations say unquoted."""
    spoken = [u for u in scene.utterances if u.layer.mark.quote is None]
    return [u for u in spoken if u.voice.nature is not Nature.MEDIUM]
