"""Parsed sentences with their utterances → scenes: who, when, and through whom by its own words.

Comes in: one sentence. Goes out: what is needed to decide whose account it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Chain, Link, Mention, TimeExpression
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.blockquotes import ACCOUNT
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.verbs import Verb, VerbForm
from haengbo.reading.document import Document

_MAIN = {VerbForm.FINAL, VerbForm.CONNECTIVE, VerbForm.QUOTATIVE}
_DAY_NAME = re.compile(r"일|날|어제|오늘|아침|저녁|새벽|밤")
_DAY = len("2024-11-02")
#: 이날 공항에는, 회담에는: where something told of before took place.
_THERE = re.compile(
    r"(?:이날|같은 날|또)?\s?(?!이번|당시|과거|이전|최근|앞)"
    r"(?:[가-힣]{2,6}\s){0,2}?[가-힣]{2,10}에(?:는|도)\s"
)
#: “…”라고 말했다는 것이다: what was told before, said more fully.
_THAT_IS = re.compile(r"[다라자]는\s(?:(?:것|얘기|이야기|내용)(?:이?다|입니다)|겁니다)[.”\"]?\s*$")
#: 이같이 밝혔다, 이런 내용을 보고했다: the words stand in the sentence before.
THUS = re.compile(
    r"(?<![가-힣])(?:[이그]\s?같이|[이그]와 같이|[이그]렇게"
    r"|[이그](?:런|\s?같은|와 같은|러한)\s"
    r"(?:내용|사실|소식|계획|방침|일정|뜻|취지)(?:을|를|으?로))\s"
)
#: 통신은 다음과 같이 전하였다: an account of what others did and said follows.
_ACCOUNT = re.compile(rf"(?:다음과|아래와)\s?같이\s(?:\S{{1,12}}\s){{0,2}}?{ACCOUNT}")
#: 자신의 엑스(X)에, 본인의 공식 페이스북에.
_OWN = re.compile(
    r"(?:자신|본인|자기|개인|공식)(?:의)?\s(?:공식\s|개인\s)?(?P<channel>[가-힣A-Z]{1,10})"
)
#: [장관 : “…”], [홍가람/교수] “…”.
_HEARD = re.compile(r"\s{0,3}\[[^\[\]“”\"]{2,40}(?:[:：]|/[^\[\]“”\"]{2,40}[\]:：])\s?[“\"]")
#: Endings of a clause that another one holds against.
_AGAINST = {"으나", "나", "지만", "는데", "으되"}
#: 북한은 [또], at the head of a sentence.
_TOPIC_FIRST = re.compile(r"\s{0,2}(?:[^\s,]{1,16}\s)?[^\s,]{1,16}[은는]\s")
#: 답한 것으로 전해졌다: the page has it from nobody it names; …라고 말한 바 있다: it recalls it.
_BY_NOBODY = re.compile(r"것으로\s(?:전해|알려)(?:졌다|졌습니다|진다|집니다)\.?\s*$")
_RECALLED = re.compile(r"\s바\s있(?:다|습니다)\.?\s*$")
_BOTH = re.compile(r"(?<![가-힣])(?:두|양)\s?(?:사람|정상|장관|외교장관|지도자|대표)(?:은|이|가)\s")
_ALSO = ("도", "역시")
_PEOPLE = {ActorKind.PERSON, ActorKind.ORGANISATION}


class Scene(msgspec.Struct, frozen=True):
    """A sentence as the witness sees it.

    Attributes:
        parsed: The sentence.
        utterances: What is said in it.
        people: Persons and organisations named outside quotations.
        states: States named outside quotations.
        leading: The people that it is about.
        days: Days spoken of outside quotations.
        dated: Whether any time is spoken of.
        told: The chain that the sentence itself gives.
        occasions: Happenings at which people speak that it names.
        apart: Whether somebody speaks on an occasion of the own (인터뷰).
        parties: Nouns for people under way together.
        credits: Media named in it.
        pair: Whether it is about two who were named before (양측은).
        both: Whether two who were named before do something in it (두 장관이).
        besides: Whether it is about somebody else as well (외무상도).
        again: Whether it goes on with the report told of before (보도에 따르면).
        hearsay: Whether what it says is said by nobody new (…했다고 한다).
        there: Whether it says who was at what was told of (이날 공항에는).
        thus: Whether it says through whom the sentence before reached the page.
        unnamed: Whether a medium has its content from somebody whom it does not name.
        sides: States for which people speak in it.
        met: Whom somebody who speaks in it has met (위원장을 만난 자리에서).
        comments: Whether the narrator interprets in it (…로 해석된다).
        own: Whether somebody shows or says something on a channel of his own (자신의 엑스에).
        heard: Whether it only prints whose voice is heard (``[장관 : “…”]``).
        further: Whether it says what else somebody does (북한은 또).
        turn: Where it turns to somebody who holds against what a medium told, if it does.
        account: Whether it opens an account (통신은 다음과 같이 전하였다).
        nobodys: Whether the page has it from nobody in particular (…한 것으로 전해졌다).
        recalled: Whether the page recalls it (…한 바 있다).
        letters: Nouns for letters named in it.
    """

    parsed: Parsed
    utterances: tuple[Utterance, ...]
    people: frozenset[str]
    states: frozenset[str]
    leading: frozenset[str]
    days: frozenset[str]
    dated: bool
    told: Chain
    occasions: frozenset[str]
    apart: bool
    parties: frozenset[str]
    credits: frozenset[str]
    comments: bool
    pair: bool
    both: bool
    besides: bool
    again: bool
    hearsay: bool
    there: bool
    thus: bool
    unnamed: bool
    sides: frozenset[str]
    met: frozenset[str]
    own: bool
    heard: bool
    further: bool
    turn: int | None
    account: bool
    nobodys: bool
    recalled: bool
    letters: frozenset[str]

    @property
    def block(self) -> int:
        """Block of the sentence."""
        return self.parsed.sentence.block_index

    @property
    def answers(self) -> bool:
        """Whether who speaks answers the one before (화답했다): one account tells of both."""
        verbs = (u.layer.verb for u in self.utterances)
        return any(v is not None and v.row is not None and v.row.kind == "reply" for v in verbs)

    @property
    def speakers(self) -> frozenset[str]:
        """Who says something in it, media and documents apart: a text is no rival voice."""
        return frozenset(
            name
            for u in self.utterances
            if u.spoken and u.voice.nature not in (Nature.MEDIUM, Nature.DOCUMENT)
            for name in u.voice.names
        )


def scene_of(
    document: Document, parsed: Parsed, utterances: Sequence[Utterance], lexicon: Lexicon
) -> Scene:
    """Look at one sentence; a caption's maker may stand in another sentence of its block."""
    sentence = parsed.sentence
    block = sentence.block.span if sentence.kind is BlockKind.CAPTION else sentence.span
    outside = [
        m for m in document.mentions_in(sentence.span) if not sentence.quote_at(m.span.start)
    ]
    times = [t for t in document.times_in(sentence.span) if not sentence.quote_at(t.span.start)]
    able = [s for s in parsed.subjects if s.nature in (Nature.NAMED, Nature.UNNAMED)]
    able = [s for s in able if not s.state]
    leading = next((s for s in able if not s.guess), able[0] if able else None)
    own = tuple(u for u in utterances if u.parsed is parsed)
    turn = _turn_of(parsed)
    return Scene(
        parsed,
        tuple(utterances),
        frozenset(
            m.name
            for m in outside
            if m.kind in _PEOPLE and not m.weak and (turn is None or m.span.start < turn)
        ),
        frozenset(m.name for m in outside if m.kind is ActorKind.STATE and not m.weak),
        frozenset(leading.names if leading else ()),
        frozenset(day for t in times if _names_day(document, t) for day in days_of(t)),
        bool(times),
        told_chain(own) or chain_beside(parsed),
        frozenset(t.form for t in parsed.stretch.tokens if t.form in lexicon.occasions),
        _is_apart(parsed, lexicon),
        frozenset(t.form for t in parsed.stretch.tokens if t.form in lexicon.parties),
        frozenset(m.name for m in document.mentions_in(block) if m.kind is ActorKind.MEDIUM),
        _comments(parsed, lexicon),
        lexicon.pairs.match(sentence.span.of(document.text).lstrip()) is not None,
        _BOTH.search(document.text, sentence.span.start, sentence.span.end) is not None,
        _is_besides(document, parsed),
        _reports_again(document, parsed, lexicon),
        _is_hearsay(document, parsed),
        _THERE.match(document.text, sentence.span.start, sentence.span.end) is not None,
        _tells_before(document, parsed, own),
        any(c.kind == "citing" and c.nature is Nature.UNNAMED for c in parsed.cues),
        _sides(document, outside, own),
        _met(document, outside, own, lexicon),
        _is_own(document, parsed, lexicon),
        _HEARD.match(document.text, sentence.span.start, sentence.span.end) is not None,
        _goes_further(document, parsed, lexicon),
        turn,
        _ACCOUNT.search(sentence.span.of(document.text).strip()) is not None,
        _BY_NOBODY.search(sentence.span.of(document.text)) is not None,
        _RECALLED.search(sentence.span.of(document.text)) is not None,
        _letters_in(document, parsed, lexicon),
    )


def _letters_in(document: Document, parsed: Parsed, lexicon: Lexicon) -> frozenset[str]:
    """축전을 보냈다, 친서에서: the nouns for letters in a sentence."""
    words = {span.of(document.text) for span in parsed.stretch.texts}
    return frozenset(w for w in words if w in lexicon.documents and lexicon.documents[w].letter)


def _reports_again(document: Document, parsed: Parsed, lexicon: Lexicon) -> bool:
    """보도에 따르면: the report that was told of goes on."""
    start, end = parsed.sentence.span.start, parsed.sentence.span.end
    head = lexicon.carriers.match(document.text, start, end)
    again = lexicon.cues["again"].match(document.text, head.end() if head else start, end)
    return again is not None


def _tells_before(document: Document, parsed: Parsed, own: Sequence[Utterance]) -> bool:
    """이같이 밝혔다; 담화는 통신을 통해 공개됐다: the words stand in the sentence before."""
    if THUS.search(document.text, parsed.sentence.span.start, parsed.sentence.span.end):
        return True
    text = next(iter(parsed.subjects), None)
    aired = any(c.kind == "through" and c.nature is Nature.MEDIUM for c in parsed.cues)
    return aired and text is not None and text.nature is Nature.DOCUMENT and not own


def _goes_further(document: Document, parsed: Parsed, lexicon: Lexicon) -> bool:
    """이어 북한은 …, 북한은 또 …: the account goes on."""
    start, end = parsed.sentence.span.start, parsed.sentence.span.end
    topic = _TOPIC_FIRST.match(document.text, start, end)
    head = lexicon.carriers.match(document.text, topic.end(), end) if topic else None
    return parsed.goes_on or head is not None


def _is_hearsay(document: Document, parsed: Parsed) -> bool:
    """“…”라고 했다고 한다, 했다는 것이다: nobody new tells it."""
    end = parsed.sentence.span.end
    if _THAT_IS.search(document.text, max(end - 12, parsed.sentence.span.start), end):
        return True
    verbs = parsed.stretch.verbs[-2:]
    says = len(verbs) > 1 and verbs[-1].lemma == "하다" and verbs[-1].form is VerbForm.FINAL
    return says and not verbs[-1].past and verbs[0].form is VerbForm.QUOTATIVE


def _sides(
    document: Document, mentions: Iterable[Mention], own: Iterable[Utterance]
) -> frozenset[str]:
    people = {name for u in own if u.voice.person for name in u.voice.names}
    sides = allegiance_of(document.knowledge)
    states = (sides.of_mention(m) for m in mentions if m.name in people)
    return frozenset(state for state in states if state is not None)


def _met(
    document: Document, mentions: Iterable[Mention], own: Iterable[Utterance], lexicon: Lexicon
) -> frozenset[str]:
    """Whom people that speak here met; an office tells of others."""
    if not any(u.voice.person or u.voice.nature is Nature.UNNAMED for u in own):
        return frozenset()
    cue = lexicon.cues["encounter"]
    return frozenset(m.name for m in mentions if cue.match(document.text, m.span.end))


def _is_besides(document: Document, parsed: Parsed) -> bool:
    """외무상도 조전을 보냈다, 일본 역시 막았다: somebody else did the like."""
    first = next(iter(parsed.subjects), None)
    return first is not None and document.text[first.span.end : first.end].endswith(_ALSO)


def _is_apart(parsed: Parsed, lexicon: Lexicon) -> bool:
    """브리핑에서, 기자들에게: what is said there is said to everybody."""
    rows = (lexicon.occasions.get(t.form) for t in parsed.stretch.tokens)
    public = any(row is not None and row.apart for row in rows)
    return public or any(t.form in lexicon.press for t in parsed.stretch.tokens)


def _is_own(document: Document, parsed: Parsed, lexicon: Lexicon) -> bool:
    """위원장은 자신의 엑스에 사진을 올렸다: known from himself."""
    span = parsed.sentence.span
    for match in _OWN.finditer(document.text, span.start, span.end):
        word = match["channel"]
        rows = (lexicon.occasions.get(word[:end]) for end in range(len(word), 0, -1))
        if any(row is not None and row.own for row in rows):
            return True
    return False


def _turn_of(parsed: Parsed) -> int | None:
    """통신은 …고 주장했으나 [대변인은 부인했다]: the second half is not the agency's."""
    medium = next((s for s in parsed.subjects if s.nature is Nature.MEDIUM), None)
    if medium is None:
        return None
    for verb in parsed.stretch.verbs:
        tells = verb.row is not None and verb.row.medium and verb.form is VerbForm.CONNECTIVE
        if tells and verb.tail in _AGAINST and medium.end <= verb.span.start:
            others = (s for s in parsed.subjects if s.span.start >= verb.span.end)
            return verb.span.end if any(s.nature is not Nature.MEDIUM for s in others) else None
    return None


def _comments(parsed: Parsed, lexicon: Lexicon) -> bool:
    """…로 해석된다; …할 예정이다: what the narrator makes of it, or what is still to come."""
    verbs = parsed.stretch.verbs
    if not verbs or parsed.sentence.kind is not BlockKind.BODY:
        return False
    last = verbs[-1]
    told = any(v.past and not v.negated and v.form in _MAIN for v in verbs)
    return last.lemma in lexicon.narrator or (last.form is VerbForm.FINAL and not told)


def _names_day(document: Document, time: TimeExpression) -> bool:
    """3일 and 이날 name a day; 80주년 only recalls one."""
    return _DAY_NAME.search(time.span.of(document.text)) is not None


def days_of(time: TimeExpression) -> tuple[str, ...]:
    """The days that an expression names; none for months and years."""
    ends = [end for end in time.value.split("/") if len(end) >= _DAY]
    return tuple(end[:_DAY] for end in ends)


def told_chain(utterances: Sequence[Utterance]) -> Chain:
    """The longest chain that what is said in a sentence has by itself.

    A document that was made public before keeps its way here; the sentence does not tell of it.
    """
    telling = [u for u in utterances if u.voice.nature is not Nature.DOCUMENT]
    # 신문이 보도한 데 대해 …고 답했다: the paper told what is answered, not the answer
    telling = [u for u in telling if not _is_answered(u)]
    chains = [(*_own_link(u), *u.links) for u in telling]
    return max(chains, key=len, default=())


def _is_answered(u: Utterance) -> bool:
    verb = u.layer.verb
    return verb is not None and u.layer.subject is not None and u.parsed.stretch.modifies(verb)


def _own_link(u: Utterance) -> Chain:
    if u.voice.nature is not Nature.MEDIUM:
        return ()
    lemma = u.layer.verb.lemma if u.layer.verb else ""
    rule = "carried" if u.carried else f"verb:{lemma}"
    # Two agencies side by side are two witnesses; the chain keeps the first.
    own = tuple(Link(name, u.voice.span, rule) for name in u.voice.names[:1])
    return (*u.cited, *own)


def chain_beside(parsed: Parsed) -> Chain:
    """The chain of a sentence without reported speech: 통신에 따르면; 통신은 전문을 공개했다.

    대변인은 통신과 가진 문답에서 이같이 말했다: the words stand in the sentence before.
    """
    text = parsed.stretch.text
    thus = THUS.search(text, parsed.sentence.span.start, parsed.sentence.span.end) is not None
    for cue in parsed.cues if thus else ():
        if cue.kind in {"interview", "told"}:
            return tuple(Link(name, cue.span, f"cue:{cue.kind}") for name in cue.names[:1])
    for cue in parsed.cues:
        if cue.kind in {"according", "published", "through"} and cue.nature is not Nature.DOCUMENT:
            return tuple(Link(name, cue.span, f"cue:{cue.kind}") for name in cue.names[:1])
    for subject in parsed.subjects:
        after = [v for v in parsed.stretch.verbs if v.span.start >= subject.end]
        near = after if subject.role is Role.TOPIC else after[:1]
        verb = next((v for v in near if _reports(v)), None)
        if subject.nature is Nature.MEDIUM and verb is not None:
            rule = f"verb:{verb.lemma}"
            own = tuple(Link(name, subject.span, rule) for name in subject.names)
            return (*_cited_by_medium(parsed, subject), *own)
    return ()


def _cited_by_medium(parsed: Parsed, subject: Subject) -> Chain:
    """통신은 [방송을 인용해] 이같이 보도했다: whom it cites is nearer."""
    cited = (c for c in parsed.cues if c.kind == "citing" and c.nature is Nature.MEDIUM)
    return tuple(
        Link(name, c.span, "cue:citing")
        for c in cited
        for name in c.names[:1]
        if name not in subject.names
    )


def _reports(verb: Verb) -> bool:
    finite = verb.form in (VerbForm.FINAL, VerbForm.CONNECTIVE)
    medium = verb.row is not None and verb.row.medium and verb.row.kind != "do"
    return finite and medium and not verb.negated


def near_any(day: str, days: Iterable[str]) -> bool:
    """One of the days or the one before it: a report of today tells of yesterday."""
    return any(0 <= _ordinal(other) - _ordinal(day) <= 1 for other in days)


def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    return year * 372 + month * 31 + number
