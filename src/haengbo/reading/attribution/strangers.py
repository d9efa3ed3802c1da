"""Tokens of a stretch → phrases that describe somebody without naming him.

Comes in: a stretch's tokens with its mentions. Goes out: subjects: described speakers
(``정부 고위 당국자``), people under half a name (``상인 오모 씨``), the side of somebody
(``여행사 측``), and, as guesses, bodies and people that nobody else knew (``안보회의 공보실``,
``누리꾼들``). Nothing inside a mention counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from haengbo.knowledge.attribution import DescriberRow
from haengbo.korean.morphemes import Token
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import TAIL, Nature, Role, Subject, role_of
from haengbo.reading.document import Document, Sentence

_NOUNS = {"NNG", "NNP", "NNB", "XSN", "XPN", "SL", "SN", "NR", "XR"}
_LINKS = {"JKG", "MM"}
_ONE = {"한", "어느", "모"}
_THAT = {"이", "그", "해당", "같"}
_HALF_NAMED = re.compile(r"(?P<name>[가-힣]모|[A-Z])(?:\s?\([^()]{1,20}\))?\s?씨(?=[은는이가도])")
_SIDE = re.compile(r"\s?측(?=[은는이도]\s)")
#: 발표 이후 [간부들이]: when it was is none of who speaks.
_WHEN = re.compile(r"이후|직후|이전|직전|당시")
_POSTED = re.compile(r"\s?(?:주재|파견|대표부)")
#: “…했다”고, “…한다”며: what is quoted is a sentence.
_SAID_SO = re.compile(r"(?:고|며|면서)(?=[\s,])")
_HELD = re.compile(r"[다라자냐]는\s$")
_LOOK_BACK = 30
#: Morphemes of a bracket that glosses a name.
_GLOSS = 6
_HOME = "한국"
#: Syllables from which on a name is no abbreviation (로씨야, not 미; 조선외무성, not 외무성).
_OFFICIAL = {ActorKind.STATE: 3, ActorKind.ORGANISATION: 5}


class Ground(msgspec.Struct, frozen=True):
    """Where strangers are looked for.

    Attributes:
        document: Whose times bound the phrases.
        tokens: Outside quotations.
        mentions: Outside quotations, weak ones too.
        end: Where the stretch ends.
        lexicon: Look-up tables.
    """

    document: Document
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    end: int
    lexicon: Lexicon

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.text

    def is_named(self, token: Token) -> bool:
        """Whether a token lies wholly inside a mention."""
        return any(m.span.contains(token.span) for m in self.mentions)

    def tail_of(self, token: Token) -> re.Match[str] | None:
        """The particle after a token, if it is one of a subject."""
        return TAIL.match(self.text, token.span.end, self.end)


def find_strangers(ground: Ground) -> Iterator[Subject]:
    """Phrases that describe somebody, in no particular order.

    Example:
        ``익명을 요구한 정부 소식통은`` gives the speaker ``정부 소식통``.
    """
    yield from _half_named(ground)
    yield from _sides(ground)
    for index, token in enumerate(ground.tokens):
        if not token.tag.startswith(("NN", "XSN")):
            continue
        tail = ground.tail_of(token)
        if tail is not None and not ground.is_named(token):
            yield from _described(ground, index, role_of(tail["particle"]), tail.end())


def strangers_before(
    document: Document, sentence: Sentence, after: re.Pattern[str], lexicon: Lexicon
) -> Iterator[Subject]:
    """Described sources that stand right before ``after``: ``한 당국자`` before ``를 인용해``."""
    if after.search(document.text, sentence.span.start, sentence.span.end) is None:
        return
    if not any(token.form in lexicon.describers for token in sentence.tokens):
        return
    tokens = tuple(t for t in sentence.tokens if sentence.quote_at(t.span.start) is None)
    mentions = document.mentions_in(sentence.span)
    ground = Ground(document, tokens, mentions, sentence.span.end, lexicon)
    for index, token in enumerate(tokens):
        if _describer_at(ground, index) is None:
            continue
        match = after.match(document.text, token.span.end, sentence.span.end)
        if match is not None and not ground.is_named(token):
            yield from _described(ground, index, Role.TOPIC, match.end())


def _is_plural(token: Token) -> bool:
    return token.tag == "XSN" and token.form == "들"


def _describer_at(ground: Ground, index: int) -> DescriberRow | None:
    """The row of 당국자 in 당국자는 and in 당국자들은."""
    tokens = ground.tokens
    if index > 0 and _is_plural(tokens[index]):
        index -= 1
    return ground.lexicon.describers.get(tokens[index].form)


def _described(ground: Ground, index: int, role: Role, end: int) -> Iterator[Subject]:
    row = _describer_at(ground, index)
    if row is None or (row.impersonal and role is not Role.CIRCLE):
        yield from _guessed(ground, index, role, end)
    else:
        expert = row.kind == "expert"
        titled = row.title and not _is_plural(ground.tokens[index])
        yield _describe(ground, index, role, end, expert=expert, titled=titled)


def _guessed(ground: Ground, index: int, role: Role, end: int) -> Iterator[Subject]:
    """여행업계는, 안보회의 공보실은: a body or people by the end of the word."""
    first = _phrase_start(ground, index)
    words = Span(ground.tokens[first].span.start, ground.tokens[index].span.end).of(ground.text)
    row = ground.lexicon.agent_of(words)
    if row is None and role is Role.TOPIC and _speaks_by_place(ground, index, end):
        unknown = _describe(ground, index, role, end, titled=False)
        yield replace(unknown, nature=Nature.NAMED, person=True, guess=True)
    if row is None or role is Role.CIRCLE or _is_what_is_said(ground, first, words):
        return
    subject = _describe(ground, index, role, end, titled=row.kind == "people")
    medium = row.kind == "media"
    # 외무성 정책실장은: somebody of a body that is named is no guess
    of_body = row.kind == "people" and any(
        m.kind is ActorKind.ORGANISATION and subject.span.contains(m.span) for m in ground.mentions
    )
    yield Subject(
        subject.span,
        end,
        subject.names,
        subject.nature,
        role,
        guess=not of_body,
        silent=row.kind == "press",
        tells=medium,
    )


def _is_what_is_said(ground: Ground, first: int, words: str) -> bool:
    """세우고 싶다는 [의사도] 전했다: no doctor, but what the clause before it says."""
    start = ground.tokens[first].span.start
    told = _HELD.search(ground.text, max(start - _LOOK_BACK, 0), start)
    return words in ground.lexicon.nouns and told is not None


def _speaks_by_place(ground: Ground, index: int, end: int) -> bool:
    """검은별은 “우리가 한 일이다”고 주장했다: a name nobody knows, right before a whole sentence.

    Before words that are no sentence (…은 “도발”이라고) a topic may belong to what is said.
    """
    token = ground.tokens[index]
    sentence = ground.document.sentence_at(token.span.start)
    if token.tag != "NNP" or token.form in ground.lexicon.happenings or sentence is None:
        return False
    after = next((q for q in sentence.quotes if q.outer.start >= end), None)
    if after is None or _SAID_SO.match(ground.text, after.outer.end) is None:
        return False
    between = Span(end, after.outer.start)
    times = ground.document.times_in(between)
    start = max((t.span.end for t in times), default=end)
    return not ground.text[start : after.outer.start].strip(" 에,")


def _describe(
    ground: Ground,
    index: int,
    role: Role,
    end: int,
    *,
    titled: bool,
    expert: bool = False,
) -> Subject:
    first = _without_state(ground, _phrase_start(ground, index))
    span = Span(ground.tokens[first].span.start, ground.tokens[index].span.end)
    people = [m for m in ground.mentions if m.kind is ActorKind.PERSON and span.contains(m.span)]
    # 김가람 의원 is the person; 김가람 측근 is not.
    person = people[0] if people and titled else None
    words = [t for t in ground.tokens[first : index + 1] if not (t.tag == "MM" and t.form in _ONE)]
    if len(words) > 1 and words[0].form == "한" and words[0].span.end < words[1].span.start:
        words = words[1:]  # 접촉하는 [한] 중국 소식통: no noun, whatever the analyser says
    back = words[0].tag == "MM" and words[0].form in _THAT
    name = person.name if person else _southern(ground, words)
    nature = Nature.NAMED if person else Nature.UNNAMED
    return Subject(span, end, (name,), nature, role, expert=expert, back=back)


def _description(text: str, words: Sequence[Token]) -> str:
    """The phrase as the page has it, without 한: pieces that adjoin stay together."""
    out = ""
    end = words[0].span.start
    for word in words:
        out += (" " if word.span.start > end else "") + word.span.of(text)
        end = word.span.end
    return out


def _southern(ground: Ground, words: Sequence[Token]) -> str:
    """The phrase with the state as the South calls it (조선민주주의인민공화국 외무성 대변인)."""
    text = _description(ground.text, words)
    start = words[0].span.start
    # 한미일 외교장관: three states' ministers, no official name of one of them
    owners = [m for m in ground.mentions if m.span.start == start and m.rule != "compound"]
    owner = max(owners, key=lambda m: len(m.span), default=None)
    return text if owner is None else with_southern_state(text, owner, owner.span.of(ground.text))


def with_southern_state(text: str, owner: Mention, printed: str) -> str:
    """A description as printed, its official name of a state or body put as the South has it.

    Args:
        text: Begins with the owner.
        owner: State or body.
        printed: How the page has its name.
    """
    if owner.kind not in _OFFICIAL:
        return text
    official = len(printed.replace(" ", "")) >= _OFFICIAL[owner.kind]
    official = official and printed[:2] != owner.name[:2] and text.startswith(printed)
    official = official and not text.startswith("(", len(printed))  # 유엔아동기금(유니세프)
    return owner.name + text.removeprefix(printed) if official else text


def _without_state(ground: Ground, first: int) -> int:
    """한국의 통일부 관계자 → 통일부 관계자: the office already says whose it is."""
    tokens, mentions = ground.tokens, ground.mentions
    state = next((m for m in mentions if m.span.start == tokens[first].span.start), None)
    if state is None or state.kind is not ActorKind.STATE:
        return first
    after = next(
        (i for i in range(first, len(tokens)) if tokens[i].span.start >= state.span.end), first
    )
    bodies = [m for m in mentions if m.kind is ActorKind.ORGANISATION]
    start = tokens[first].span.start
    own = next((b for b in bodies if b.span.start == start and len(b.span) > len(state.span)), None)
    if state.name == _HOME and own is not None and not _shared(ground, own, state):
        return after  # 한국 외교부 당국자: whose ministry it is goes without saying
    if after + 1 >= len(tokens) or tokens[after].tag != "JKG":
        return first
    office = tokens[after + 1].span.start
    posted = next((m for m in bodies if m.span.start == office), None)
    if posted is not None and _POSTED.match(ground.text, posted.span.end):
        return first  # 러시아의 유엔주재 차석대사: the body is where he is, not whose he is
    return after + 1 if any(m.span.start == office for m in bodies) else first


def _shared(ground: Ground, body: Mention, state: Mention) -> bool:
    """Whether the page names another state's office by the same word (러시아 국방부)."""
    word = ground.text[state.span.end : body.span.end].strip()
    return any(
        m.kind is ActorKind.ORGANISATION
        and m.name != body.name
        and m.span.of(ground.text).endswith(word)
        for m in ground.document.mentions
    )


def _phrase_start(ground: Ground, index: int) -> int:
    """Walk left over the nouns that belong to the last one."""
    tokens = ground.tokens
    first = index
    while first > 0:
        if _belongs(ground, tokens[first - 1], tokens[first]):
            first -= 1
        elif (glossed := _glossed(ground, first)) is not None:
            first = glossed
        else:
            break
    while tokens[first].tag in {"JKG", "XSN", "NNB"} and first < index:
        first += 1
    return first


def _glossed(ground: Ground, first: int) -> int | None:
    """[유엔아동기금](유니세프) 대변인: the body whose name a bracket before the noun glosses."""
    tokens = ground.tokens
    if tokens[first - 1].tag != "SSC":
        return None
    opening = (i for i in range(first - 2, max(first - _GLOSS, 0), -1) if tokens[i].tag == "SSO")
    at = next(opening, None)
    bodies = (m for m in ground.mentions if m.kind is ActorKind.ORGANISATION)
    own = at is not None and any(m.span.end == tokens[at].span.start for m in bodies)
    return at - 1 if own and at is not None else None


def _belongs(ground: Ground, before: Token, here: Token) -> bool:
    if before.tag not in _NOUNS | _LINKS or ground.text[before.span.end : here.span.start].strip():
        return False
    if here.tag == "MM" and here.form in _ONE and here.span.start == before.span.end:
        return False  # 축하한 위원장은: a verb, no number
    if ground.lexicon.heads.match(ground.text, before.span.start) or _WHEN.fullmatch(before.form):
        return False
    around = Span(max(before.span.start - _LOOK_BACK, 0), before.span.end)
    times = ground.document.times_in(around)
    return not any(t.span.start <= before.span.start < t.span.end for t in times)


def _half_named(ground: Ground) -> Iterator[Subject]:
    """시장 상인 오모 씨는: 오모."""
    start = ground.tokens[0].span.start if ground.tokens else ground.end
    for match in _HALF_NAMED.finditer(ground.text, start, ground.end):
        tail = TAIL.match(ground.text, match.end(), ground.end)
        if tail is not None and any(t.span.start == match.start() for t in ground.tokens):
            role = role_of(tail["particle"])
            span = Span(match.start(), match.end())
            yield Subject(span, tail.end(), (match["name"],), Nature.UNNAMED, role)


def _sides(ground: Ground) -> Iterator[Subject]:
    """여행사 측은, 총장 측은: not the person but his side; 러시아 측 is the state itself."""
    start = ground.tokens[0].span.start if ground.tokens else ground.end
    if _SIDE.search(ground.text, start, ground.end) is None:
        return
    for index, token in enumerate(ground.tokens):
        side = _SIDE.match(ground.text, token.span.end, ground.end)
        if side is None or not token.tag.startswith("NN"):
            continue
        mention = next((m for m in ground.mentions if m.span.contains(token.span)), None)
        if mention is not None and mention.kind is not ActorKind.PERSON:
            continue
        tail = TAIL.match(ground.text, side.end(), ground.end)
        first = _phrase_start(ground, index)
        start = mention.span.start if mention else ground.tokens[first].span.start
        if tail is not None:
            span = Span(start, side.end())
            name = re.sub(r"^한 ", "", span.of(ground.text))
            yield Subject(span, tail.end(), (name,), Nature.UNNAMED, role_of(tail["particle"]))
