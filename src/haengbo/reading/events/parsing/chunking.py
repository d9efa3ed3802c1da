"""One sentence → its phrases and verbs in order of the text.

Comes in: a ``Sentence`` with tokens and the mentions and times of its document. Goes out:
``Clauses``. Particles give the cases; 에 대한, 를 위해 and their like are particles too;
modifiers without a clause of their own (포괄적인, 긴밀한) are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import Ending, Predicate, Voice
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.cases import (
    BEFORE_DEEDS,
    MIDDLE_DOTS,
    PARTICLES,
)
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb
from haengbo.reading.events.parsing.compounding import Compounds
from haengbo.reading.events.parsing.coordinating import coordinated
from haengbo.reading.events.parsing.gapping import ungapped, with_objects
from haengbo.reading.events.parsing.heads import SUPPOSED
from haengbo.reading.events.parsing.modifying import modifies
from haengbo.reading.events.parsing.walk import Walk

#: 요구할 겁니다: spoken for 것입니다.
_SPOKEN = {"거": "것"}
#: What is left of 북한인 where 이 is taken for a particle.
_CODA = ("Z_CODA", "ᆫ")
_MARKS = {"SP", "SF", "SSO", "SSC", "SS", "SO", "SY", "SE"}
_COPULAS = {"VCP", "VCN"}
_NOMINAL = {"NNG", "NNP", "NNB", "NR", "NP", "SN", "SL", "SH", "XPN", "XSN", "MM", "XR"}
#: Particles cut short.
_TOPICS = {"ᆫ": "는"}
#: Figures on both sides of a dot.
_BOTH = 2
#: Nouns behind a verbal noun that make it a predicate: 방문 중, 회담 뒤, 방문 예정.
_VERBALISERS = {"중", "뒤", "후", "직후", "때", "당시", "예정", "계획", "차", "시", "도중", "직전"}
#: 서 for 에서, and behind what it may stand.
_AT_FOR_SHORT = "서"
#: Words that mark a noun as a particle does: 외무상 역시.
_AS_PARTICLES = {**dict.fromkeys(("및", "또는", "혹은"), ("과",)), "역시": ("도",)}
#: 미국은 물론 일본을: the first goes with the second.
_AS_WELL, _TOPIC = "물론", {"은", "는"}
_BETWEEN = {"간", "사이"}
#: What follows a time: 정오쯤, 이날 중.
_WITHIN = "중"
_ABOUT = {"쯤", "경", "무렵", _WITHIN}
#: Those that are as often nouns of their own.
_PLANS = {"계획", "예정"}
#: Nouns behind an adnominal ending that carry mood or reference, so no relative clause is made.
_EMPTY_HEADS = {
    "것",
    "예정",
    "계획",
    "방침",
    "수",
    "듯",
    "전망",
    "셈",
    "모양",
    "중",
    "바",
    "뒤",
    "후",
    "이후",
}
_EMPTY_HEADS |= {"가능성", "점", "때", "가운데", "데", "직후", "지", "만큼", "의향", "의사", "용의"}
_EMPTY_HEADS |= {"이상"}  # 실험까지 한 이상 미국도


#: 방문함, 했음.
_NOTED = {"ᆷ", "음"}


def tail_of(tokens: Sequence[Token], index: int) -> str:
    """Forms of the dozen morphemes from ``index`` on, by blanks, marks left out."""
    following = tokens[index : index + 15]
    return " ".join([_SPOKEN.get(t.form, t.form) for t in following if t.tag not in _MARKS][:12])


def _verb(tokens: Sequence[Token], found: Predicate) -> Verb:
    stem = found.first
    while stem + 1 < found.last and tokens[stem].tag in {"NNG", "NNP", "XR", "XSN", "XPN", "NNB"}:
        stem += 1
    start = stem if found.lemma in {"이다", "아니다"} else found.first
    ending = found.ending
    if ending is Ending.ADNOMINAL and (found.head in _EMPTY_HEADS or found.reported):
        ending = Ending.NOMINAL
    if ending is Ending.NOMINAL and _closes_note(tokens, found):
        ending = Ending.FINAL
    return Verb(
        span=tokens[start].span.hull(tokens[found.last - 1].span),
        stem=tokens[stem].span.start,
        lemma=found.lemma,
        ending=ending,
        tail=tail_of(tokens, stem + 1),
        negated=found.negated,
        past=found.past,
        passive=found.voice is Voice.PASSIVE,
    )


def _closes_note(tokens: Sequence[Token], found: Predicate) -> bool:
    """□ 12일 중국을 방문함: what reports to an office end with."""
    last = tokens[found.last - 1]
    rest = all(token.tag in _MARKS for token in tokens[found.last :])
    return rest and last.tag == "ETN" and last.form in _NOTED


class _Builder(Walk):
    """Walks the tokens once; ``items`` is what it found."""

    def __init__(self, document: Document, sentence: Sentence, words: Lexicon) -> None:
        super().__init__(document, sentence, words)
        self.compounds = Compounds(words)

    def build(self) -> tuple[Item, ...]:
        found = {p.first: p for p in self.predicates if not self._inside_name(p)}
        index = 0
        while index < len(self.tokens):
            predicate = found.get(index)
            index = self._take_verb(predicate) if predicate else self._take_token(index)
        self.close((), comma=False)
        return tuple(self.items)

    def _inside_name(self, predicate: Predicate) -> bool:
        stem = self.tokens[predicate.last - 1]
        return self.fixed(self.tokens[predicate.first]) and self.fixed(stem)

    def _take_verb(self, predicate: Predicate) -> int:
        if self._is_copula(predicate):
            at = predicate.first
            while self.tokens[at].tag not in _COPULAS:
                at = self._take_token(at)
            if self._is_taken_up(predicate):
                return predicate.last
        if modifies(self, predicate):
            return predicate.last
        verb = self.compounds.named(_verb(self.tokens, predicate))
        if verb.lemma in {"하다", "되다"} and self._quote_closed_before(predicate.first):
            noun = self.run.pop()
            verb = replace(verb, lemma=noun.form + verb.lemma, span=noun.span.hull(verb.span))
        self.close((), comma=False)
        if verb.lemma == "하다" and self._resolves():
            verb = replace(verb, lemma="기로하다")
        self.items.append(verb)
        return predicate.last

    def _is_copula(self, predicate: Predicate) -> bool:
        """Not 이다, to carry on the head, which the analyser sees in 강국을 일떠세우다."""
        tags = {token.tag for token in self.tokens[predicate.first : predicate.last]}
        return predicate.lemma in {"이다", "아니다"} and not tags.isdisjoint(_COPULAS)

    def _is_taken_up(self, predicate: Predicate) -> bool:
        """방문 중이다: the copula belongs to the verb that 방문 중 has become."""
        last = self.items[-1] if self.items and not self.run else None
        return isinstance(last, Verb) and last.span.end >= self.tokens[predicate.first].span.end

    def _resolves(self) -> bool:
        """-기로 했다: what is agreed or decided stands in the clause before."""
        last = self.items[-1] if self.items else None
        return isinstance(last, Verb) and last.tail.startswith(("기 로 하", "기 로 만 하"))

    def _quote_closed_before(self, index: int) -> bool:
        closed = index > 0 and self.tokens[index - 1].tag in {"SSC", "SSO", "SY", "SS"}
        return closed and bool(self.run) and self.run[-1].tag == "NNG"

    def _take_token(self, index: int) -> int:
        token = self.tokens[index]
        particle = self._particle_after_name(token)
        if particle is not None:
            self.run.append(token)
            self.close((particle,), comma=False)
            return index + 1
        if self._verbalises(index):
            return self._take_verbal_noun(index)
        if token.form == _AT_FOR_SHORT and self._follows_place(token):
            self.close((_AT_FOR_SHORT,), comma=False)
        elif self.fixed(token) or token.tag in _NOMINAL:
            self._take_noun(index)
        elif token.tag.startswith("J"):
            return self._take_particles(index)
        elif token.tag == "SP":
            if not self._dots_day(index) and not self._dots_pair(index):
                self._close_at_comma(index)
        elif self.run and token.form in _AS_PARTICLES:
            self.close(_AS_PARTICLES[token.form], comma=False)
        elif token.tag not in {"SSO", "SSC", "SW", "SO", "SB", "SY"} or self._opens_after_day(
            token
        ):
            self.close((), comma=False)
        return index + 1

    def _opens_after_day(self, token: Token) -> bool:
        """이날 “지난달 18일 …: the day on which something is said ends where the words begin."""
        return token.tag == "SSO" and bool(self.run) and self.is_dated(self.run[-1])

    def _follows_place(self, token: Token) -> bool:
        """평양서 만났다: the analyser takes 서 behind a place for a noun."""
        last = self.run[-1] if self.run else None
        if last is None or last.span.end != token.span.start or self.fixed(token):
            return False
        return token.span.start in self.places

    def _take_noun(self, index: int) -> None:
        token = self.tokens[index]
        if token.form in _ABOUT and self._follows_time(token):
            return
        if self.run and self.is_dated(token) != self.is_dated(self.run[-1]):
            self.close((), comma=False)
        if self._ends_between():
            self.close(("의",), comma=False)
        self.run.append(token)
        if self._is_empty_head(index):
            self.close((), comma=False)

    def _ends_between(self) -> bool:
        """북한과 라오스 간 협정이: as 북한과 라오스 간의 협정이."""
        last = self.items[-1] if self.items else None
        if len(self.run) < _BOTH or not isinstance(last, Phrase) or last.case is not Case.WITH:
            return False
        return self.run[-1].form in _BETWEEN and self.fixed(self.run[-2])

    def _follows_time(self, token: Token) -> bool:
        last = self.run[-1] if self.run else None
        gap = token.span.start - last.span.end if last is not None and self.is_dated(last) else -1
        return gap == 0 or (gap == 1 and token.form == _WITHIN)

    def _dots_day(self, index: int) -> bool:
        """8·15 경축사: the dot inside a day parts no list."""
        around = self.tokens[index - 1 : index + 2 : 2] if index else ()
        figures = [token for token in around if token.tag == "SN"]
        return len(figures) == _BOTH and figures[1].span.start - figures[0].span.end == 1

    def _dots_pair(self, index: int) -> bool:
        """북·라오스 외무장관 회담: both sides of one happening, no list."""
        dot = self.tokens[index]
        if dot.form not in MIDDLE_DOTS or dot.span.start not in self.states or self.listed:
            return False
        other = next((m for m in self.mentions if m.start == dot.span.end), None)
        if other is None or other.end not in self.states:
            return False
        behind = takewhile(lambda t: t.tag in _NOMINAL, self.tokens[index + 1 :])
        ends = (Span(other.end, max(other.end, t.span.end)).of(self.text) for t in behind)
        return any(self.words.noun_ending("".join(end.split())) is not None for end in ends)

    def _close_at_comma(self, index: int) -> None:
        """평양을 방문, 총리와 회담했다: the verbal noun is the verb of its object."""
        before = self.items[-1] if self.items else None
        noun = self.run[-1] if self.run else None
        if noun is not None and noun.form in self.words.words["citing"]:
            self.run.pop()
            self._cite(before)
            return
        verbal = noun is not None and noun.form in self.words.verbal and not self.is_dated(noun)
        verbal = verbal and noun is not None and not self._is_office(noun)
        if noun is None or not verbal or not self._bears(noun, before):
            self.close((), comma=True)  # 본부장과 17일, 국장과 18일: no work is done there
            return
        self.run.pop()
        self.close((), comma=False)
        tail = f"고 {tail_of(self.tokens, index)}"
        start = noun.span.start
        self.items.append(Verb(noun.span, start, f"{noun.form}하다", Ending.CONNECTIVE, tail))

    def _is_office(self, noun: Token) -> bool:
        """회의에는 강석주 외무성 부상, …: the last word of somebody's office is no deed."""
        return any(m.start < noun.span.start and m.end == noun.span.end for m in self.people)

    def _cite(self, source: Item | None) -> None:
        """통신은 외무부를 인용, 대사가 …: only through whom it is known."""
        self.close((), comma=False)
        if isinstance(source, Phrase) and source.case is Case.OBJECT:
            self.items[-1] = replace(source, case=Case.THROUGH)

    def _bears(self, noun: Token, before: Item | None) -> bool:
        """평양을, 총리와, 만나자고; 추가 발사와 활동 중단, … 등을 is a list."""
        if not isinstance(before, Phrase):
            return isinstance(before, Verb) and before.ending is Ending.QUOTATIVE
        partner = before.case is Case.WITH and before.tokens[-1].span.start in self.named
        # 서기가 지난 3일 방북, 위원장을 만났다: at most a day stands between
        free = before.case in BEFORE_DEEDS or self._is_day(before)
        alone = free and len(self.run) == 1 and self._says_where(noun)
        return partner or alone or before.case in {Case.OBJECT, Case.TO} or self._adds(before)

    def _adds(self, before: Phrase) -> bool:
        """평양을 [비공개로] 방문, 평양을 [5일] 방문: an adjunct between the object and its verb."""
        object_ = self.items[-2] if len(self.items) > 1 else None
        adjunct = before.case in {Case.BY, Case.AT} or (
            before.case is Case.BARE and not before.comma
        )
        given = isinstance(object_, Phrase) and object_.case is Case.OBJECT
        return adjunct and given and len(self.run) == 1

    def _is_day(self, phrase: Phrase) -> bool:
        """지난 3일, 이날 before a verbal noun, behind who acts."""
        before = self.items[-2] if len(self.items) > 1 else None
        acts = isinstance(before, Phrase) and before.case in BEFORE_DEEDS
        return phrase.case is Case.BARE and acts and self.is_dated(phrase.tokens[-1])

    def _is_empty_head(self, index: int) -> bool:
        """다녀갔을 때 장관은: the noun of time that ends a clause is no part of the next."""
        token, following = self.tokens[index], self.tokens[index + 1 : index + 2]
        alone = len(self.run) == 1 and token.form in {*_EMPTY_HEADS, SUPPOSED}
        last = self.items[-1] if self.items else None
        if not alone or not isinstance(last, Verb):
            return False
        supposed = token.form == SUPPOSED and last.supposed  # 감행할 경우 미국은
        if last.ending is not Ending.NOMINAL and not supposed:
            return False
        return bool(following) and following[0].span.start in self.named

    def _particle_after_name(self, token: Token) -> str | None:
        """The analyser took a name's particle for part of a word: 국방상과 → 국방 + 상과."""
        if token.span.start not in self.named:
            return None
        for span in self.mentions:
            if span.start <= token.span.start < span.end < token.span.end:
                rest = Span(span.end, token.span.end).of(self.text)
                return rest if rest in PARTICLES else None
        return None

    def _take_particles(self, index: int) -> int:
        start = index
        while index < len(self.tokens) and self.tokens[index].tag.startswith("J"):
            index += 1
        if self._is_of_people(index):
            self.close((), comma=False)
            return index + 1
        comma = index < len(self.tokens) and self.tokens[index].tag == "SP"
        forms = tuple(
            # 이 자리엔, 북측에선: short for 에는, 에서는
            _TOPICS.get(token.form, token.form) if position else token.form
            for position, token in enumerate(self.tokens[start:index])
        )
        if forms == ("로",) and self._is_contracted():
            return self._take_contracted(start)
        if forms[-1] in _TOPIC and index < len(self.tokens) and self.tokens[index].form == _AS_WELL:
            self.close(("과",), comma=False)
            return index + 1
        complement = self.tokens[start].tag == "JKC"
        self.close(("되다", *forms) if complement else forms, comma=comma)
        return index

    def _is_of_people(self, index: int) -> bool:
        """북한인 억류자: 이 and a final ㄴ of its own, where 이 is taken for a particle."""
        behind = self.tokens[index] if index < len(self.tokens) else None
        return behind is not None and (behind.tag, behind.form) == _CODA

    def _is_contracted(self) -> bool:
        """개최키로: short for 개최하기로."""
        form = self.run[-1].form if self.run else ""
        noun = form[:-1] or (self.run[-2].form if len(self.run) > 1 else "")
        return form.endswith("키") and noun in self.words.verbal

    def _take_contracted(self, index: int) -> int:
        last = self.run.pop()
        noun = self.run.pop() if last.form == "키" else last
        self.close((), comma=False)
        lemma = f"{noun.form.removesuffix('키')}하다"
        span, tail = noun.span.hull(last.span), f"기 {tail_of(self.tokens, index)}"
        self.items.append(Verb(span, noun.span.start, lemma, Ending.NOMINAL, tail))
        return index + 1

    def _verbalises(self, index: int) -> bool:
        token = self.tokens[index]
        if token.form not in _VERBALISERS or not self.run or token.tag not in _NOMINAL:
            return False
        last = self.run[-1]
        following = self.tokens[index + 1].tag if index + 1 < len(self.tokens) else ""
        if token.form in _PLANS and following.startswith("J"):
            return False  # 방문 계획을 논의했다: a plan that is talked about
        if last.form not in self.words.verbal:
            return False
        if (
            len(self.run) > 1
            and self.run[-2].tag == "SN"
            and self.run[-2].span.end == last.span.start
        ):
            return False  # 9일 중: a day, not work
        return last.span.start not in self.named or self._says_where(last)

    def _says_where(self, noun: Token) -> bool:
        """방북 중인 특사: the word itself names the state, and is a verb all the same."""
        frames = self.words.frames_of_predicate(f"{noun.form}하다")
        return any(frame.given for frame in frames)

    def _take_verbal_noun(self, index: int) -> int:
        noun = self.run.pop()
        self.close((), comma=False)
        following = [token.tag for token in self.tokens[index + 1 : index + 3]]
        ending = Ending.CONNECTIVE
        if following[:1] == ["VCP"]:
            ending = Ending.ADNOMINAL if following[-1] == "ETM" else Ending.FINAL
        elif following[:1] == ["JKG"]:
            ending = Ending.ADNOMINAL
        span = noun.span.hull(self.tokens[index].span)
        tail = tail_of(self.tokens, index)
        self.items.append(Verb(span, noun.span.start, noun.form + "하다", ending, tail))
        return index + 1


def clauses_of(document: Document, sentence: Sentence, words: Lexicon) -> Clauses:
    """Cut a sentence into phrases and verbs.

    Args:
        document: With its mentions and times.
        sentence: Of the document.
        words: Says which nouns become predicates before 중, 뒤, 예정 and who leads a delegation.

    Example:
        ``회담이 2일 모스크바에서 진행되였다.`` gives 회담 (subject), 2일 (bare), 모스크바 (at)
        and the verb 진행되다.
    """
    items = coordinated(document, _Builder(document, sentence, words).build())
    items = ungapped(items, words.words["days-after"])
    items = with_objects(items, words.words["meeting-whom"], words.words["taking-object"])
    return Clauses(document, sentence, items, words)
