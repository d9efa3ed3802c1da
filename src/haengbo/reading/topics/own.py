"""An event and its words → what those words themselves say it was about.

Examples: the verb's object (``제안을 거부했다``), what was signed (``어업 협정에 서명했다``), the
name of a ceremony or letter (``다리 준공식``, ``수교 70주년 축전``), what the words of an
accusation begin with (``“훈련은 …”라고 비난했다``).
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.morphemes import Token
from haengbo.model.reading import ActorKind, EventReport
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.lexicon import lexicon
from haengbo.reading.wording.phrase import noun_phrase

#: Types whose verb takes what it is about as its object: 제안을 거부했다, 약품을 보냈다.
_OF_OBJECT = UTTERANCES - {"PROTEST"} | {
    *("AID", "SANCTION", "RETREAT", "CONCEDE", "COERCE", "COOPERATE"),
}
_OBJECT_MODES = frozenset({"weapons", "missile-test"})
_SIGNED = frozenset({"sign", "ratify", "implement"})
#: Modes whose own name says what it was: 환영 연회, 다리 준공식, 수교 축전, 자유의 방패 훈련.
_NAMED = frozenset(
    {"ceremony", "reception", "letter", "multilateral", "exercise", "meeting", "troops"}
)
_NOMINAL = frozenset(
    {"NNG", "NNP", "NNB", "XSN", "XPN", "SN", "SL", "SO", "SP", "NR", "SH", "W_SERIAL"}
)
#: 두, 세 번째.
_NUMERAL = frozenset({"MM", "NR", "SN"})
#: What a document's name stands before: 협정에 서명했다, 협정을 맺었다, 협정이 조인됐다.
_SIGNING = frozenset({"JKO", "JKS", "JKB"})


class Own:
    """Reads what the words of happenings of one page say themselves."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lexicon = lexicon(document.knowledge)

    def of(self, event: EventReport, span: Span) -> Iterator[Span]:
        """Places in the words of a happening that name what it was about."""
        sentence = self._document.sentence_at(span.start)
        if sentence is None:
            return
        if event.mode in _SIGNED:
            yield from self._document_signed(sentence, span)
        elif event.mode in _NAMED:
            yield from self._name(event, sentence, span)
        elif event.type in _OF_OBJECT or event.mode in _OBJECT_MODES:
            quoted = sentence.quote_at(span.end - 1) is not None
            blames = quoted and event.type in {"ACCUSE", "REJECT"}
            found = () if blames else tuple(self._object(sentence, span))
            found = tuple(place for place in found if not self._is_name(place))
            yield from found or self._subject_of_words(event, sentence, span)

    def _is_name(self, place: Span) -> bool:
        """미국을 규탄했다: whom, not what for."""
        return any(m.span.end == place.end for m in self._document.mentions_in(place))

    def _phrase(self, sentence: Sentence, end: int) -> Iterator[Span]:
        place = noun_phrase(self._document, sentence, end)
        if place is not None:
            yield place

    def _object(self, sentence: Sentence, span: Span) -> Iterator[Span]:
        """The last object before the verb that ends the words, in the same quotation or none."""
        inside = sentence.quote_at(span.end - 1)
        particles = [
            t
            for t in sentence.tokens_in(span)
            if t.tag == "JKO" and sentence.quote_at(t.span.start) == inside
        ]
        if particles:
            yield from self._phrase(sentence, particles[-1].span.start)

    def _subject_of_words(
        self, event: EventReport, sentence: Sentence, span: Span
    ) -> Iterator[Span]:
        """“[합동훈련]은 도발”이라고 비난했다: what the words begin with."""
        quotes = [q for q in sentence.quotes if q.kind == "double" and q.outer.start < span.end]
        if event.type not in UTTERANCES or not quotes:
            return
        subjects = event.type == "ACCUSE"
        for token in sentence.tokens_in(quotes[-1].outer):
            topic = token.tag == "JX" and token.form in {"은", "는"}
            if topic or (subjects and token.tag == "JKS"):
                yield from self._phrase(sentence, token.span.start)
                return

    def _names_person(self, place: Span) -> bool:
        """총리 접견, 두 시간 동안 회담: who it was, or how long, says not what it was about."""
        inside = self._document.mentions_in(place)
        lasting = "동안" in place.of(self._document.text)
        return lasting or any(m.kind is ActorKind.PERSON for m in inside)

    def _document_signed(self, sentence: Sentence, span: Span) -> Iterator[Span]:
        """The document's name before its particle, or the noun that ends the words."""
        documents = self._lexicon.words["topic-documents"]
        text = self._document.text
        tokens = sentence.tokens_in(span)
        ends = [t.span.start for t in tokens if t.tag in _SIGNING]
        for end in (*reversed(ends), span.end):
            if text[span.start : end].rstrip(" ’'”\"》」』").endswith(documents):
                yield from self._phrase(sentence, end)
                return

    def _name(self, event: EventReport, sentence: Sentence, span: Span) -> Iterator[Span]:
        """Words without a particle that end in the noun of the happening: 수교 70주년 축전."""
        frame = self._lexicon.by_id.get(event.rule)
        nouns = tuple(n.replace(" ", "") for n in frame.nouns) if frame is not None else ()
        text = self._document.text
        for run in _runs(sentence.tokens_in(span)):
            place = self._uncounted(sentence, run)
            words = place.of(text)
            squeezed = words.replace(" ", "")
            if squeezed.endswith(nouns) and nouns:
                if squeezed not in nouns and not self._names_person(place):
                    yield place
                return

    def _uncounted(self, sentence: Sentence, run: Span) -> Span:
        """두 [차례] 회담: how often is no part of the name."""
        first, *rest = sentence.tokens_in(run)
        before = next((t for t in reversed(sentence.tokens) if t.span.end <= run.start), first)
        counter = first.form in self._lexicon.words["counters"] and before.tag in _NUMERAL
        return Span(rest[0].span.start, run.end) if counter and rest else run


def _runs(tokens: tuple[Token, ...]) -> Iterator[Span]:
    """Stretches of nouns without particles, the last first."""
    last: int | None = None
    for index in range(len(tokens) - 1, -1, -1):
        nominal = tokens[index].tag in _NOMINAL
        if nominal and last is None:
            last = index
        if last is not None and (not nominal or index == 0):
            first = index if nominal else index + 1
            yield Span(tokens[first].span.start, tokens[last].span.end)
            last = None
