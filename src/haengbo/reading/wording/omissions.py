"""Sentences → remarks that something was not mentioned, with what and by whom.

Example: ``통신은 면담 사실을 보도하지 않았다`` → what: 면담 사실, by: the agency. Invariant: two
things left out in one sentence are one remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import DescriberRow, DocumentRow
from haengbo.knowledge.needles import compiled_once, possible
from haengbo.knowledge.remarks import OmissionCueRow, RemarkWordsRow, grouped, remark_text
from haengbo.korean.predicates import Ending, Voice
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Omission
from haengbo.model.span import Span
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document, Sentence
from haengbo.reading.wording.phrase import clause_before, noun_phrase
from haengbo.reading.wording.silence import Remark, Silence

#: ``성명 어디에도 나오지 않았다``: where it is missing, not what.
_NOWHERE = re.compile(
    r"어디에?$|^(?:한|단 한) ?(?:번|줄|마디|차례|글자)(?:라)?$|(?:대|관)(?:해|하여)(?:서)?$"
)
#: Who left it out, at the head of a clause (``두 나라 모두 무엇을 …했는지``).
_ALL = re.compile(r"^(?:(?:[가-힣]+ ){0,2}모두|[가-힣]+(?:와|과) [가-힣]+ 역시|역시) ")
#: ``이를 보도하지 않았다``: what was told before.
_PRONOUN = re.compile(
    r"(?:이|그|이것|그것|(?:이|그|이런|이 같은|이같은) (?:사실|내용|소식|대목|부분|조정|점|말|발언)"
    r"|이에 (?:대한|관한) (?:내용|언급|대목|설명|말|구절))$"
)
#: The clause that somebody else tells, before the turn of the sentence (``…했다고 전했으나``).
_TOLD = re.compile(
    r"(?P<clause>[^,]{6,400}(?:[다라자](?=[고는])|것(?=을\s)))(?:고|는|을)\s[^,]{2,30}(?:으나|지만|는데),?\s"
    r"(?:[^,]{1,20}(?:은|는|이|가|도|에는|에서는|에선)\s)?$"
)
_TOPIC_LEAD = re.compile(r"^[^,]{1,20}?(?:은|는|이|가)\s")
#: What stands where something may have been left out, but says when or where (이번에는).
_WHEN = re.compile(
    r"(?:이번에?|당시|이때|올해|지난해|이날|당일|오늘|앞서|이전까지|그동안|지금까지|아무것)$"
)
#: Nobody, as who is silent.
_NOBODY = re.compile(
    r"어느 (?:쪽|편|나라|누구|한쪽)|아무|누구|양측 모두|두 나라 모두|양국 모두|서로"
)
#: ``매체에는``, not ``매체에 대해서는``.
_PLACE = re.compile(r"에(?:는|도|서는|서)?\s(?!대해|대하여|관해|관하여)")
#: The particle of what was left out, before who is silent.
_MATTER = re.compile(r"(?:은|는|을|를)\s$")
#: 본지의 질문에 침묵했다: the answer to it is missing, whoever asked.
_ASKED = re.compile(r"(?:질문|물음|질의)$")
_ASKER = re.compile(
    r"(?:본 [가-힣]{1,3}|본지|본사|기자|기자들|취재진)의 (?=(?:서면 )?(?:질문|물음|질의)$)"
)
#: Pronouns of which nobody knows what they mean.
_BARE = {"이", "그", "이것", "그것"}
#: 회담에 복귀하느냐는 질문에, 보도가 맞느냐고 묻자: what is asked.
_QUESTION = re.compile(
    r"(?P<stem>[가-힣]{0,20}냐)(?:(?P<noun>는\s(?:[^\s“”\"]{1,10}\s){0,2}?(?:질문|물음|질의|말))에|고\s?(?:묻|물|질문))"
)
#: 북한이 반발한 데 대해서는 논평하지 않았다.
_MATTER_OF = re.compile(r"데\s?대(?:해|하여)")
#: 확답을 주지 않으면: nobody is silent yet.
_IF = re.compile(r"[가-힣]{0,2}(?:으면|다면|면|더라도)(?![가-힣])|(?:을|는)\s(?:경우|한)")
_ASKING = "지"
#: 위원장이 그를 접견했다는 소식: with the subject of its clause.
_THAT = re.compile(r"다는\s(?:[가-힣]{1,8}\s){0,3}[가-힣]{1,8}$")
_LEAST = 2
#: 언급이 없다: it is missing.
_LACKING = {"없다", "빠지다", "전무하다", "사라지다"}


@dataclass(frozen=True, slots=True)
class _Cues:
    """What the pack gives: cues, words for silent texts, describers of the nameless (대변인)."""

    rows: tuple[tuple[OmissionCueRow, str], ...]
    texts: re.Pattern[str]
    silent_text: re.Pattern[str]
    within: re.Pattern[str]
    describers: frozenset[str]


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> _Cues:
    documents = tuple(row.id for row in knowledge.table("documents", DocumentRow))
    groups = grouped(knowledge.table("remark_words", RemarkWordsRow), {"text": documents})
    rows = knowledge.table("omission_cues", OmissionCueRow)
    texts = groups["text"]
    return _Cues(
        tuple((row, remark_text(row.pattern, groups)) for row in rows),
        re.compile(rf"{texts}|매체|공식 발언"),
        re.compile(
            rf"(?:{texts}|(?:매체|언론)들?)(?=(?:에|에는|에도|에서|에서는|에선|은|는|\s어디에도)\s)"
        ),
        re.compile(
            rf"(?:[가-힣]{{1,10}} ){{0,2}}[가-힣]{{0,6}}(?:{texts}|매체들?)에(?:서|서는|선) "
        ),
        frozenset(row.id for row in knowledge.table("describers", DescriberRow)),
    )


def _left_out(
    document: Document, sentence: Sentence, pattern: re.Pattern[str], match: re.Match[str]
) -> Span | None:
    """What a cue says was left out: its group ``what``, else the phrase that ends before it."""
    if "what" in pattern.groupindex:
        return Span(*match.span("what"))
    word = "word" in pattern.groupindex and match.group("word") is not None
    end = match.end("word") if word else match.start()
    phrase = noun_phrase(document, sentence, end)
    words = phrase.of(document.text) if phrase else ""
    if phrase is not None and _NOBODY.fullmatch(words):
        # 액수는 [어느 쪽도] 밝히지 않았다: who is silent stands between
        before = _MATTER.search(document.text[sentence.span.start : phrase.start])
        end = sentence.span.start + before.start() if before else phrase.start
        phrase = noun_phrase(document, sentence, end) if before else None
        words = phrase.of(document.text) if phrase else ""
    if phrase is None or _NOWHERE.search(words) or _WHEN.fullmatch(words):
        return None
    if words.endswith(_ASKING) and document.text.startswith("만", phrase.end):
        return None  # 시험을 [진행하였지]만 …: no question
    return phrase if _PRONOUN.fullmatch(words) or len(phrase) >= _LEAST else None


@dataclass(frozen=True, slots=True)
class _Left:
    """What was left out, as printed and where, by which cue and where that stands."""

    what: str
    place: Span
    row: OmissionCueRow
    cue: Span


class _Reader:
    """Reads the sentences of one page in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._cues = _cues(document.knowledge)
        self._rows = [
            (row, compiled_once(pattern))
            for row, pattern in self._cues.rows
            if possible(pattern, document.text)
        ]

    @property
    def silent_texts(self) -> re.Pattern[str]:
        """Nouns of texts where something may be missing."""
        return self._cues.silent_text

    def of_sentence(self, sentence: Sentence, *, of_text: bool) -> list[_Left]:
        """What a sentence says was left out; each place once.

        Args:
            sentence: Of the body.
            of_text: The sentence before spoke of a text that is silent, so that it still is.
        """
        found: list[_Left] = []
        start, end = sentence.span.start, sentence.span.end
        sourced = of_text or self._has_source(sentence)
        for row, pattern in self._rows:
            if row.source and not sourced:
                continue
            for match in pattern.finditer(self._document.text, start, end):
                left = self._nearest(sentence, row, pattern, match)
                if left is not None and not any(left.cue.overlaps(f.cue) for f in found):
                    found.append(left)
        return sorted(found, key=lambda left: left.place)

    def _nearest(
        self,
        sentence: Sentence,
        row: OmissionCueRow,
        pattern: re.Pattern[str],
        match: re.Match[str],
    ) -> _Left | None:
        """통지문을 보낸 사실도 함구했다: of places before one verb the nearest that holds."""
        places = [match]
        near = "what" not in pattern.groupindex
        while near and (
            later := pattern.search(self._document.text, places[-1].start() + 1, match.end())
        ):
            places.append(later)
        found = (self._left(sentence, row, pattern, place) for place in reversed(places))
        return next((left for left in found if left is not None), None)

    def _has_source(self, sentence: Sentence) -> bool:
        """Whether a medium or a text is named that could have told."""
        mentions = self._document.mentions_in(sentence.span)
        media = any(m.kind is ActorKind.MEDIUM for m in mentions)
        named = self._cues.texts.search(self._document.text, sentence.span.start, sentence.span.end)
        return media or named is not None

    def _left(
        self,
        sentence: Sentence,
        row: OmissionCueRow,
        pattern: re.Pattern[str],
        match: re.Match[str],
    ) -> _Left | None:
        if sentence.quote_at(match.start()) or _IF.match(self._document.text, match.end()):
            return None
        asked = self._asked(sentence, match)
        if asked is not None:
            return _Left(asked[1], asked[0], row, Span(*match.span()))
        phrase = _left_out(self._document, sentence, pattern, match)
        phrase = self._whole(sentence, phrase) if phrase is not None else None
        if (
            phrase is None
            or (row.adds is None and self._where(phrase, match))
            or (row.source and self._is_elsewhere(sentence, match))
            or (row.source and self._is_text(sentence, phrase))
            or self._tells(sentence, phrase, match)
            or (row.beside and not self._in_text(sentence, phrase))
        ):
            return None
        text = self._document.text
        lead = _ALL.match(phrase.of(text)) or self._cues.within.match(phrase.of(text))
        what = Span(phrase.start + lead.end(), phrase.end) if lead else phrase
        words = what.of(text)
        if _PRONOUN.fullmatch(words):
            words = self._antecedent(sentence, what) or words
        if words in _BARE:
            return None
        if _MATTER_OF.match(text, what.end - 1):
            words = f"{words} 대한 논평"
        if " " in words and _ASKED.search(words):
            answer = "" if row.adds else "에 대한 답"
            words = f"{_ASKER.sub('', words)}{answer}"
        groups = {name: value or "" for name, value in match.groupdict().items()}
        added = (row.adds or "").format(**groups)
        return _Left(words + added, what, row, Span(*match.span()))

    def _asked(self, sentence: Sentence, match: re.Match[str]) -> tuple[Span, str] | None:
        """특사도 방북하느냐는 물음에 답하지 않았다: the answer to the whole question."""
        text = self._document.text
        places = _QUESTION.finditer(text, sentence.span.start, match.end())
        asked = next((q for q in places if q.end() > match.start()), None)
        if asked is None or sentence.quote_at(asked.start()) is not None:
            return None
        clause = clause_before(self._document, sentence, asked.end("stem"))
        if clause is None:
            return None
        return clause, f"{clause.of(text)}{asked['noun'] or '는 물음'}에 대한 답"

    def _whole(self, sentence: Sentence, phrase: Span) -> Span:
        """특사가 친서를 지니고 [있는지]: of what is open the whole clause."""
        if _THAT.search(phrase.of(self._document.text)):
            return clause_before(self._document, sentence, phrase.end) or phrase
        last = [t for t in sentence.tokens_in(phrase) if not t.tag.startswith("S")][-1:]
        if not last or last[0].tag not in {"EC", "EF"} or not last[0].form.endswith(_ASKING):
            return phrase
        return clause_before(self._document, sentence, phrase.end) or phrase

    def _is_elsewhere(self, sentence: Sentence, match: re.Match[str]) -> bool:
        """대변인은 문답에서 배를 [뒤졌지만] 마약은 나오지 않았다고 했다: no text lacks it."""
        done = [p for p in sentence.predicates() if p.span.start < match.end()]
        if not done or done[-1].ending is not Ending.QUOTATIVE:
            return False
        text, start = self._document.text, sentence.span.start
        named = [m.end() for m in self._cues.texts.finditer(text, start, match.start())]
        mentions = self._document.mentions_in(Span(start, match.start()))
        named += [m.span.end for m in mentions if m.kind is ActorKind.MEDIUM]
        near = max(named, default=start)
        return any(p.ending is Ending.CONNECTIVE and p.span.start >= near for p in done[:-1])

    def _is_text(self, sentence: Sentence, phrase: Span) -> bool:
        """언론 성명도 나오지 않았다: a text that nobody issued."""
        text, cues = self._document.text, self._cues
        ends = [m.end() for m in cues.texts.finditer(text, phrase.start, phrase.end)]
        if phrase.end not in ends:
            return False
        media = self._document.mentions_in(sentence.span)
        places = cues.silent_text.finditer(text, sentence.span.start, sentence.span.end)
        elsewhere = any(not phrase.contains(Span(*m.span())) for m in places)
        return not elsewhere and not any(m.kind is ActorKind.MEDIUM for m in media)

    def _where(self, phrase: Span, match: re.Match[str]) -> bool:
        """내부 [매체]에는 알리지 않았다: where it was not told, not what."""
        return (
            _PLACE.match(match.group()) is not None
            and self._cues.within.fullmatch(phrase.of(self._document.text) + "에서 ") is not None
        )

    def _tells(self, sentence: Sentence, phrase: Span, match: re.Match[str]) -> bool:
        """대변인은 논평하지 않았다: the topic that opens a sentence is who is silent, not what."""
        opens = phrase.start == sentence.span.start and phrase.end == match.start()
        if not opens or not match.group().startswith(("은", "는")):
            return False
        named = any(m.span.end == phrase.end for m in self._document.mentions_in(phrase))
        last = [t.form for t in sentence.tokens_in(phrase)][-1:]
        return named or any(form in self._cues.describers for form in last)

    def _in_text(self, sentence: Sentence, phrase: Span) -> bool:
        """이번 입장문에 [사상자 수]는 없었다: directly behind the text that it is missing from."""
        before = self._document.text[sentence.span.start : phrase.start]
        texts = list(self._cues.silent_text.finditer(before))
        return bool(texts) and len(before[texts[-1].end() :].split()) == 1

    def _antecedent(self, sentence: Sentence, place: Span) -> str | None:
        """What 이 stands for: the clause told before it, else the sentence before."""
        text = self._document.text
        told = _TOLD.search(text[sentence.span.start : place.start].rstrip() + " ")
        if told is not None:
            return _TOPIC_LEAD.sub("", told.group("clause")).strip()
        before = self._document.sentences[sentence.index - 1] if sentence.index else None
        if before is None or before.block_index != sentence.block_index:
            return None
        return before.span.of(text).rstrip(" .")

    def people_of(self, places: Iterable[Span]) -> frozenset[str]:
        """Who is named in what was left out."""
        named = (m for place in places for m in self._document.mentions_in(place))
        return frozenset(m.name for m in named if m.kind is ActorKind.PERSON)

    def remark(self, sentence: Sentence, left: _Left) -> Remark:
        """Where it is said, and whether it is missing there or kept back by somebody."""
        last = next(
            (p for p in reversed(sentence.predicates()) if p.span.start < left.cue.end), None
        )
        lacks = left.row.missing or (last is not None and last.lemma in _LACKING)
        passive = last is not None and last.voice is Voice.PASSIVE
        return Remark(sentence, left.place, left.cue, missing=lacks, passive=passive)

    def speaks_of_text(self, sentence: Sentence) -> bool:
        """발표문은 …라고 적었다: what the next sentence misses is missing there."""
        return self._cues.silent_text.search(sentence.span.of(self._document.text)) is not None


def omissions(document: Document, attributions: Attributions) -> Iterator[Omission]:
    """One remark a sentence of the body."""
    reader = _Reader(document)
    silence = Silence(document, attributions, reader.silent_texts)
    told: list[tuple[str | None, frozenset[str]]] = []
    of_text, block = False, -1
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BODY:
            continue
        of_text = of_text and block == sentence.block_index
        found = reader.of_sentence(sentence, of_text=of_text)
        of_text, block = bool(found) or reader.speaks_of_text(sentence), sentence.block_index
        if not found:
            continue
        by = silence.of(reader.remark(sentence, found[0]))
        what = ", ".join(dict.fromkeys(left.what for left in found))
        rules = "+".join(dict.fromkeys(left.row.id for left in found))
        about = reader.people_of(left.place for left in found)
        if any(by == silent and about and about == people for silent, people in told):
            continue  # the same silence towards the same people, told again further down
        told.append((by, about))
        yield Omission(what, by, sentence.span, f"omission:{rules}", 0.8)
