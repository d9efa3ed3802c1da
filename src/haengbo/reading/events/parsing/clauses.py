"""Types of a sentence cut into its phrases and verbs.

``Clauses`` is a flat list of ``Phrase`` (nouns with their particle) and ``Verb`` (a predicate,
or a verbal noun that a noun of time or mood makes one: 방문 중, 회담 뒤). Invariant: items are
in order of the text, their spans count in ``article.text``; a name is a noun whatever the
analyser makes of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

import msgspec

from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Mention
from haengbo.model.span import Span
from haengbo.reading.document import Document, Quote, Sentence
from haengbo.reading.events.lexicon import Lexicon

#: 참가하기 위하여, 참가하러: endings that name a purpose.
_PURPOSE = ("기 위하", "러 ")
#: 나온다면, 거두지 않으면, 막을 경우, 그만두지 않는 한.
_CONDITION = re.compile(
    r"(?:[어아여] (?:주|내|놓|두|버리|오|가) |게 되 |지 (?:않|못하|말) |고 있 |어 지 )?"
    r"(?:(?:으?면)|(?:(?:ᆫ|는)?다면)|(?:(?:ᆯ|을) 경우)|(?:는 한)) "
)
#: Nouns of time behind a verb: what stands there happened at another time than the main clause.
_OTHER_TIMES = {"당시", "때", "뒤", "후", "이후", "직후", "전"}


#: 배석한 가운데, 지켜보는 속에: what goes on beside what the main clause tells.
_BACKDROP = ("ᆫ 가운데", "은 가운데", "는 가운데", "ᆫ 속 에", "는 속 에")
#: Those of them that say when the main clause happened, too.
_SAME_TIME = {"당시", "때"}


class Case(StrEnum):
    """What the first particle of a phrase says (격)."""

    SUBJECT = "subject"
    TOPIC = "topic"
    OBJECT = "object"
    WITH = "with"
    TO = "to"
    AT = "at"
    BY = "by"
    FROM = "from"
    GENITIVE = "genitive"
    UNTIL = "until"
    ABOUT = "about"
    FOR = "for"
    PER = "per"
    AMONG = "among"
    THROUGH = "through"
    LEADER = "leader"
    COMPLEMENT = "complement"
    BARE = "bare"


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase.

    Attributes:
        span: From its first to its last noun, particles outside.
        case: By its first particle.
        tokens: Its nouns, figures and determiners.
        particles: Forms of all its particles, in order.
        comma: Whether a comma or middle dot follows.
    """

    span: Span
    case: Case
    tokens: tuple[Token, ...]
    particles: tuple[str, ...] = ()
    comma: bool = False


class Verb(msgspec.Struct, frozen=True):
    """A predicate.

    Attributes:
        span: The stem with its noun and endings.
        stem: Where the stem begins (behind the noun): decides in which quotation it stands.
        lemma: ``방문하다``, ``만나다``.
        ending: How it closes its clause; ``NOMINAL`` also before 것, 예정, 가능성.
        tail: Forms of the dozen morphemes behind the stem, by blanks: ``ᆯ 예정 이 다``.
        negated: -지 않다, 못하다.
        past: Holds 었.
        passive: 되다, 받다, 당하다.
    """

    span: Span
    stem: int
    lemma: str
    ending: Ending
    tail: str
    negated: bool = False
    past: bool = False
    passive: bool = False

    @property
    def purpose(self) -> bool:
        """참가하기 위하여, 참가하러: whether it is what something else is done for."""
        return self.tail.startswith(_PURPOSE)

    @property
    def supposed(self) -> bool:
        """나온다면, 거두지 않으면, 막을 경우: whether it is a condition."""
        return not self.past and _CONDITION.match(self.tail) is not None


Item = Phrase | Verb


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence as phrases and verbs.

    Attributes:
        document: Whose text the spans count in.
        sentence: The sentence.
        items: In order of the text.
        words: The pack's words for events.
    """

    document: Document
    sentence: Sentence
    items: tuple[Item, ...]
    words: Lexicon
    # What is asked of one item again and again, by the item's identity
    places: dict[int, int] = field(init=False, repr=False, compare=False)
    named: dict[int, tuple[Item, tuple[Mention, ...]]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    quoted: dict[int, tuple[Item, Quote | None]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {id(item): n for n, item in enumerate(self.items)})

    def place_of(self, item: Item) -> int:
        """Index of an item among the items."""
        place = self.places.get(id(item))
        return self.items.index(item) if place is None else place

    def says_when(self, item: Item) -> bool:
        """북한의 [지난달 12일] 발사: nothing but a time, between a genitive and its noun."""
        if isinstance(item, Verb) or item.case is not Case.BARE:
            return False
        times = self.document.times_in(item.span)
        if not times or times[0].span.start != item.span.start:
            return False
        # 전날(16일: the same day in brackets
        between = (a.span.end < b.span.start - 1 for a, b in pairwise(times))
        return times[-1].span.end >= item.span.end and not any(between)

    def text(self, span: Span) -> str:
        """The slice of the article's text."""
        return span.of(self.document.text)

    def quote_of(self, item: Item) -> Quote | None:
        """The double quotation that an item stands in.

        A quotation whose 하다 or 되다 is outside ("지지를 표명"했다) is no border.
        """
        if not self.sentence.quotes:
            return None
        known = self.quoted.get(id(item))
        if known is None or known[0] is not item:
            known = self.quoted[id(item)] = (item, self._quote_of(item))
        return known[1]

    def _quote_of(self, item: Item) -> Quote | None:
        position = item.stem if isinstance(item, Verb) else item.span.start
        quote = self.sentence.quote_at(position)
        if quote is None or quote.kind != "double" or self._broken(quote):
            return None
        return quote

    def called(self, item: Phrase) -> Phrase | None:
        """부장이 [단장]인 대표단: what a subject is said to be, by a copula that describes."""
        behind = self.items[self.place_of(item) + 1 :][:1]
        said = behind[0] if behind else None
        if item.case is not Case.SUBJECT or not isinstance(said, Phrase):
            return None
        bare = said.case is Case.BARE and not said.comma
        return said if bare and self.document.text.startswith("인 ", said.span.end) else None

    def sets_another_time(self, verb: Verb) -> bool:
        """방문 당시, 만났을 때, 다녀간 뒤: what stands there happened at another time."""
        forms = verb.tail.split()[:3]
        described = verb.ending in {Ending.NOMINAL, Ending.ADNOMINAL}
        # 만나 전 총리와: behind a connective ending another phrase begins
        return bool(_OTHER_TIMES & set(forms if described else forms[:1]))

    def is_backdrop(self, verb: Verb) -> bool:
        """비서가 배석한 가운데 [접견했다]: whose subject is not that of the main clause."""
        return verb.ending is Ending.NOMINAL and verb.tail.startswith(_BACKDROP)

    def behind_backdrop(self, index: int) -> int:
        """회담이 [양측 대표단이 참석한 가운데] 열렸다: where what is told of a subject goes on."""
        subject = self.items[index]
        another = isinstance(subject, Verb) or subject.case not in {Case.SUBJECT, Case.TOPIC}
        if another:
            return index + 1
        for position, item in enumerate(self.items[index + 1 :], index + 1):
            if isinstance(item, Phrase):
                another = another or item.case is Case.SUBJECT
            elif self.is_backdrop(item):
                return position + 1 if another else index + 1
            elif item.ending is not Ending.ADNOMINAL:
                break
        return index + 1

    def at_that_time(self, verb: Verb) -> bool:
        """5일 방문했을 때 서명했다: on that day, other than 방문한 뒤, 떠날 때까지."""
        forms = verb.tail.split()[:4]
        then = next((n for n, form in enumerate(forms[:3]) if form in _SAME_TIME), None)
        return then is not None and forms[then + 1 : then + 2] != ["까지"]

    def done_for(self, at: int) -> Verb | None:
        """참가하기 위해 [왔다]: the verb for whose sake the one there is named, if any."""
        behind = (i for i in self.items[at + 1 :] if isinstance(i, Verb) and i.lemma != "위하다")
        return next(behind, None)

    def _broken(self, quote: Quote) -> bool:
        return any(
            isinstance(item, Verb) and item.span.start < quote.outer.end <= item.stem
            for item in self.items
        )
