"""Questions and answers printed one below the other → what is asked, and what is answered by whom.

Comes in: the document. Goes out: an interview with the spans of its questions and the places of
its answers, or ``None``. What is asked is nobody's statement and no happening; each answer, quoted
or not, is said by the one who is questioned. Invariant: questions and answers are whole blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Mention, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.document import Document, Sentence

#: “다음은 장관과의 일문일답.”, “◇ 기자들과의 문답”: a line that ends so opens an interview.
_OPENING = re.compile(
    r"(?:일문\s?일답|질의\s?응답|문답)(?:\s?(?:내용|전문|요지)|의?\s?(?:일부|한 대목))?"
    r"(?:이?다|입니다)?[.:>〉\]\s]*$"
)
_WITH = re.compile(r"(?:와|과)의?\s(?:[^\s,]+\s){0,3}?$")
#: Q1., 문:, 기자 =, [질문], <문 2>, ▲질문:
_ASKS = re.compile(
    r"\A\s*(?:Q\d{0,2}\s?[.:)]?|[▲△▶▷◆◇■□●○•]?\s?(?:문|질문|질의|물음|기자)\s?\d{0,2}\s?[.:)=]"
    r"|[\[<〈【［(]\s?(?:Q|문|질문|질의|물음|기자)\s?\d{0,2}\s?[\]>〉】］)][:.]?)\s*"
)
_ANSWERS = re.compile(
    r"\A\s*(?:A\d{0,2}\s?[.:)]?|[▲△▶▷◆◇■□●○•]?\s?(?:답|답변|응답|대답)\s?\d{0,2}\s?[.:)=]"
    r"|[\[<〈【［(]\s?(?:A|답|답변|응답|대답)\s?\d{0,2}\s?[\]>〉】］)][:.]?)\s*"
)
_SIGN = re.compile(r"\A\s*(?P<sign>[―—–─－\-▲△▶▷◆◇■□●○•])\s*")
#: ―전망은.: a long dash at the head of a paragraph asks; lists have other signs.
_DASH = re.compile(r"\A\s*[―—─]\s*\S")
#: 마오닝: 변함이 없다, [임 대변인] …, ▲임 대변인 = …: who answers, before the words.
_LABEL = re.compile(
    r"\A\s*(?:[▲△▶▷◆◇■□●○•]\s?|[\[<〈【(]\s?)?(?:[가-힣]{1,8}\s){0,2}[가-힣]{2,8}"
    r"(?:\s?[:：=]|\s?[\]>〉】)][:：]?)\s*"
)
#: 배가 떠났다는 보도가 있다; 장관이 어제 그를 비난했다: told before it is asked about.
_TELLS = re.compile(r"(?:(?:[았었였했됐갔왔났섰렸켰쳤졌혔췄냈]|있|나온|이)다|습니다)[.”\"]?\s*$")
#: 대변인은 이 물음에 지원을 이어가겠다고 답했다: the narrator tells the answer.
_NARRATED = re.compile(
    r"\A\s*[^.“”\"]{2,30}(?:은|는)\s[^“”\"]{1,200}(?:다|라|자)(?:고|며)\s(?:\S{1,12}\s)?"
    r"(?:답|말|밝|설명|강조|덧붙)\S{1,6}다\.?\s*$"
)
_FEW = 2
_ACTING = re.compile(r"(?:은|는|이|가)\s")


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview on a page.

    Attributes:
        with_whom: Who is named as the one questioned; ``None`` when it is whoever spoke before.
        questions: What is asked, a span each.
        answers: Block index of an answer → where its words begin.
        refuted: Those questions whose answer begins by denying (``사실이 아니다``).
        told: Sentences of questions that tell something before anything is asked (``…했다.``).
    """

    with_whom: Mention | None
    questions: tuple[Span, ...]
    answers: dict[int, int]
    refuted: tuple[Span, ...] = ()
    told: tuple[Span, ...] = ()

    def asks(self, sentence: Sentence) -> bool:
        """Whether a sentence belongs to a question and tells nothing by itself."""
        asked = any(question.contains(sentence.span) for question in self.questions)
        return asked and sentence.span not in self.told

    def leads_up(self, sentence: Sentence) -> bool:
        """Whether a sentence tells something in a question."""
        return sentence.span in self.told


@dataclass(frozen=True, slots=True)
class _Part:
    sentences: tuple[Sentence, ...]
    text: str

    @property
    def span(self) -> Span:
        return self.sentences[0].span.hull(self.sentences[-1].span)

    @property
    def words(self) -> str:
        return self.span.of(self.text)

    def is_quoted(self, start: int) -> bool:
        """Whether everything from ``start`` on stands between quotation marks."""
        outside = "".join(
            self.text[at]
            for at in range(start, self.span.end)
            if not any(q.outer.start <= at < q.outer.end for s in self.sentences for q in s.quotes)
        )
        return self.has_quote and not outside.strip(" .\n")

    def first_words(self, start: int) -> str:
        """What stands before the first full stop."""
        return self.text[start : self.span.end].partition(".")[0]

    @property
    def has_quote(self) -> bool:
        return any(q.kind == "double" for s in self.sentences for q in s.quotes)


def find_interview(document: Document, lexicon: Lexicon) -> Interview | None:
    """The interview that a page prints.

    Example:
        ``다음은 국장과의 일문일답.`` / ``―언제 떠나나.`` / ``“아직 정하지 않았다.”``: one
        question, one answer.
    """
    denial = lexicon.cues["refuting"]
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    parts = [
        _Part(tuple(group), document.text)
        for _, group in groupby(body, key=lambda s: s.block_index)
    ]
    for index, part in enumerate(parts):
        if _OPENING.search(part.words):
            whom = _questioned(document, part) or _briefing(document, parts[: index + 1], lexicon)
            return _read(parts[index + 1 :], whom, denial)
    asked = [i for i, part in enumerate(parts) if _ASKS.match(part.words)]
    answered = next((w for i in asked if (w := _labelled(document, parts[i + 1 : i + 2]))), None)
    if answered is None:
        asked = asked if len(asked) >= _FEW else _dashed(parts)
        if len(asked) < _FEW:
            return None
    whom = answered or _briefing(document, parts[: asked[0]], lexicon)
    return _read(parts[asked[0] :], whom, denial)


def _labelled(document: Document, below: Sequence[_Part]) -> Mention | None:
    """기자) … 대변인 홍길산) …: the person named before the words of the answer."""
    for part in below:
        label = _LABEL.match(part.words)
        end = part.span.start + (label.end() if label else 0)
        return next(
            (
                mention
                for mention in document.mentions_in(Span(part.span.start, end))
                if mention.kind is ActorKind.PERSON and not mention.weak
            ),
            None,
        )
    return None


def _briefing(document: Document, above: Sequence[_Part], lexicon: Lexicon) -> Mention | None:
    """대변인은 21일 정례브리핑에서 …: who briefs answers, whoever else is told of before them."""
    public = [row.id for row in lexicon.occasions.values() if row.apart]
    for sentence in (s for part in above for s in part.sentences):
        words = sentence.span.of(document.text)
        if any(f"{occasion}에서" in words or f"{occasion}을 갖" in words for occasion in public):
            return next(
                (m for m in document.mentions_in(sentence.span) if _acts(document, m)), None
            )
    return None


def _acts(document: Document, mention: Mention) -> bool:
    """대변인은, 장관이: somebody named as who speaks."""
    person = mention.kind is ActorKind.PERSON and not mention.weak
    return person and _ACTING.match(document.text, mention.span.end) is not None


def _dashed(parts: Sequence[_Part]) -> list[int]:
    """Paragraphs behind a long dash that are followed by nothing but words in quotation marks."""
    return [
        index
        for index, (part, below) in enumerate(pairwise(parts))
        if _DASH.match(part.words) and not part.has_quote and below.is_quoted(below.span.start)
    ]


def _questioned(document: Document, part: _Part) -> Mention | None:
    """The person in ``조 장관과의 일문일답``; ``기자들과의 일문일답`` names none."""
    opening = part.sentences[-1].span
    match = _OPENING.search(part.words)
    end = part.span.start + match.start() if match else opening.end
    for mention in document.mentions_in(opening):
        person = mention.kind is ActorKind.PERSON and not mention.weak
        if person and _WITH.fullmatch(document.text, mention.span.end, end):
            return mention
    return None


def _read(
    parts: Sequence[_Part], with_whom: Mention | None, denial: re.Pattern[str]
) -> Interview | None:
    questions: list[Span] = []
    refuted: list[Span] = []
    told: list[Span] = []
    answers: dict[int, int] = {}
    sign: str | None = None
    asked = False
    for part in parts:
        sign = sign if questions else _first_sign(part)
        start = part.span.start
        if _is_question(part, sign):
            questions.append(part.span)
            told += [s.span for s in part.sentences if _TELLS.search(s.span.of(part.text))]
            asked = True
            continue
        if asked and _NARRATED.search(part.words):
            asked = False
            continue
        labelled = _LABEL.match(part.words) if asked else None
        marked = _ANSWERS.match(part.words) or labelled or _SIGN.match(part.words)
        start += marked.end() if marked else 0
        bare = (marked or asked) and not part.has_quote
        if not questions or not (bare or part.is_quoted(start)):
            break
        answers[part.sentences[0].block_index] = start
        if asked and denial.search(part.first_words(start)):
            refuted.append(questions[-1])
        asked = False
    if not answers:
        return None
    return Interview(with_whom, tuple(questions), answers, tuple(refuted), tuple(told))


def _first_sign(part: _Part) -> str | None:
    """The sign at the head of the first question."""
    match = _SIGN.match(part.words)
    return match["sign"] if match and not _ASKS.match(part.words) else None


def _is_question(part: _Part, sign: str | None) -> bool:
    match = _SIGN.match(part.words)
    return bool(_ASKS.match(part.words)) or (match is not None and match["sign"] == sign)


def on_its_day(
    document: Document, statements: Iterable[Statement], interview: Interview | None
) -> list[Statement]:
    """Answers were given on the day on which who gives them spoke above, in the same briefing.

    What an answer tells of other days (지난 15일 논평에서 …) does not date it.
    """
    said = list(statements)
    answers = [x for x in said if interview is not None and _answers(document, x, interview)]
    if not answers:
        return said
    first = min(x.span for x in answers)
    above = {name: x.date for x in said if x.span < first and x.date for name in x.speaker}
    return [replace(x, date=above.get(x.speaker[0], x.date)) if x in answers else x for x in said]


def _answers(document: Document, statement: Statement, interview: Interview) -> bool:
    sentence = document.sentence_at(statement.span.start)
    return sentence is not None and sentence.block_index in interview.answers
