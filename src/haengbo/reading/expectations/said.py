"""Statements → the forecasts and pledges in them.

Example: a scholar's “사절단이 가을에 올 가능성이 크다” is a forecast; a minister's “그 정책을
지지할 것” is a pledge; a minister's “제재는 풀리지 않을 것” is a forecast, for the doer is not
the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from haengbo.korean.morphemes import Token
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, ExpectationKind, Statement
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.expectations.found import Find
from haengbo.reading.expectations.hedging import Hedged, hedged, last_clause
from haengbo.reading.expectations.horizon import future_times
from haengbo.reading.expectations.judges import judges, own_side
from haengbo.reading.expectations.lexicon import Foresight

#: ``…것으로 국정원은 예상했다``: the forecast of somebody else inside a statement.
_RELAYED = re.compile(r"것으로 (?P<who>[^\s,]{2,12}?)(?:은|는|이|가) ?$")
_SUBJECT_PARTICLES = {"JKS", "JX"}
_TOPIC = {"은", "는", "이", "가", "께서", "께서는"}
#: Morphemes that may stand between an object and its verb (``행동을 잠정 중단하``).
_BETWEEN = {"NNG", "XR", "MAG", "XPN"}


#: 조치를 [실행에] 옮길 것, 일을 [더는 의무로] 여기지 않을 것: what stands beside the object.
_ASIDE = {"NNG", "NNP", "XSN", "JKB", "JX"}
#: 없애 [버릴] 것: nobody does so by chance.
_WILFUL = {"버리"}


class Doer(StrEnum):
    """Whose the doer of a clause is."""

    OWN = "own"
    OTHER = "other"
    THING = "thing"


#: 러시아[ 군대와 인민]이.
_PEOPLE_OF = re.compile(r"(?:의)?\s(?:[가-힣]{1,4}(?:와|과|의)?\s)?[가-힣]{1,4}")
_QUOTES = ("다는", "라는", "냐는", "자는")
_NO_NOUN = {"MAG", "EC", "EF"}
#: [끝날 수 있다고 한] 부통령을 꾸짖었다: said once, and only recalled.
_RECALLED = "+described"
#: 이룩하리라는 확신을 표명했다: held of others, promised of oneself.
_SURE = re.compile(r"는 (?:굳은 |확고한 )?(?:확신|믿음|기대)")
#: How far before the hedge the verb of the promise may begin.
_VERB = 12
#: ``…하면``, ``…할 경우``: what is said to follow is a threat, not an outlook.
_CONDITION = re.compile(r"면 |면, |(?:ㄹ|을|할|될|갈|칠) 경우|는 경우|는 한 ")
_PAST = re.compile(r"(?:았|었|였|했|됐|갔|왔|났|섰|렸|켰|쳤|졌|혔|췄)(?:다|던 것|는데)?\.?$")
#: ``교훈을 얻었을 것``: a guess at the past, whatever stands inside it.
_GUESSED = re.compile(
    r"[았었였했됐갔왔났섰렸켰쳤졌혔췄]을 ?(?:것(?:이다|이라|입니다|으로)?|겁니다)\.?$"
)
#: ``사전 작업으로 보인다``: what something is, not what will come.
_JUDGED = re.compile(
    r"(?:(?:으로|로) 보(?:인다|입니다|인|임)|이다|입니다|이라|인 셈(?:이다|입니다))\.?$"
)
#: What stands between the words handed on inside a statement and the end of them.
_HANDED_ON = re.compile(
    r"(?:이라|라|다|겠다)(?:고 ?(?:약속|다짐|공언|말|했|한|하|밝|전|들)"
    r"|는 ?(?:입장|뜻|의사|방침)[을를] ?(?:밝|표|전|나타))"
)


def _pledge(
    document: Document, words: Foresight, found: Hedged, side: frozenset[str]
) -> str | None:
    """``pledge`` or ``plan`` when the speaker says what its side will do itself, else ``None``."""
    text = document.text
    at = text.rfind(found.hedge, found.span.start, found.span.end)
    before = text[max(found.span.start, at - _VERB) : at + len(found.hedge)]
    kinds = [kind for stem, kind in words.pledges.items() if stem in before]
    doers = _doers(document, words, Span(found.span.start, at), side)
    if Doer.OWN in doers:
        return kinds[0] if kinds else "pledge"
    if Doer.OTHER in doers:
        return None
    if (
        not kinds
        and not doers
        and _acts(document, words, Span(found.span.start, at + len(found.hedge)))
    ):
        return "pledge"
    return kinds[0] if kinds else None


def _acts(document: Document, words: Foresight, span: Span) -> bool:
    """Whether a clause without a subject ends in an act done to something.

    ``휴지장을 살포하는 행동을 중단할 것``: who speaks will do it; ``영향을 미칠 것`` does not.
    """
    sentence = document.sentence_at(span.start)
    tokens = sentence.tokens_in(span) if sentence else ()
    verbs = [index for index, token in enumerate(tokens) if token.tag in {"VV", "XSV"}]
    if not verbs:
        return False
    last = verbs[-1]
    stem = tokens[last - 1] if tokens[last].tag == "XSV" and last else tokens[last]
    if {tokens[last].form, stem.form} & words.comes_about:
        return False
    if any(t.tag == "VX" and t.form in _WILFUL for t in tokens[last + 1 :]):
        return True
    before = [token.tag for token in tokens[:last]]
    while before and before[-1] in _BETWEEN | _ASIDE:
        before.pop()
    headline = sentence is not None and sentence.kind is not BlockKind.BODY
    return headline or (bool(before) and before[-1] == "JKO")


def _threat(
    document: Document, words: Foresight, statement: Statement, found: Hedged, side: frozenset[str]
) -> bool:
    """Whether a party threatens: what follows on a condition, or what nobody else is named for.

    ``“선을 넘으면 대가가 따를 것”이라고 경고했다`` is no outlook; ``“북한이 병력을 보낼 것”이라고
    경고했다`` is one. What a party prints in full (담화) is said to somebody as well.
    """
    cue = statement.cue.of(document.text) if statement.cue else ""
    in_full = statement.rule.startswith("fulltext")
    if not in_full and not any(stem in cue for stem in words.warning):
        return False
    if _CONDITION.search(document.text, found.span.start, found.span.end):
        return True
    return Doer.OTHER not in _doers(document, words, found.span, side)


def _handed_on(document: Document, statement: Statement, found: Hedged) -> bool:
    """Whether somebody else's words stand inside (``그가 가을에 올 것이라고 약속했다``)."""
    at = document.text.rfind(found.hedge, found.span.start, found.span.end)
    return _HANDED_ON.search(document.text, at, statement.span.end) is not None


def _about_others(
    document: Document, words: Foresight, found: Hedged, side: frozenset[str]
) -> bool:
    """Whether the clause has a doer that is not the speaker's side."""
    doers = _doers(document, words, found.span, side)
    return bool(doers) and Doer.OWN not in doers


def _of_relative_clause(sentence: Sentence | None, start: int, end: int) -> bool:
    """Whether the first verb after a subject describes a noun (``그가 이기는 날까지``)."""
    after = sentence.tokens_in(Span(start, end)) if sentence else ()
    for index, token in enumerate(after):
        # 그가 [새로운] 성과를 이룩할 것: an adjective describes on its own
        if token.tag in {"VV", "XSV", "VX"}:
            behind = after[index + 1 : index + 4]
            # 이룩하리라는 확신: what is said of him, no clause that describes
            rest = [t.tag if not t.form.endswith(_QUOTES) else "EF" for t in behind]
            if "ETM" not in rest or "EC" in rest:
                return False
            # Before 수, 것 and the like it is no clause of its own: 인정할 수 있다.
            return "NNB" not in rest[rest.index("ETM") + 1 :][:1]
    return False


def _doers(document: Document, words: Foresight, span: Span, side: frozenset[str]) -> set[Doer]:
    """Whose the words before 은/는/이/가 in a stretch are."""
    sentence = document.sentence_at(span.start)
    found = set()
    inside = sentence.tokens_in(span) if sentence else ()
    for before, token in zip((None, *inside), inside, strict=False):
        if before is not None and before.tag in _NO_NOUN:
            continue  # 더는, 아직은: when, not who
        if token.tag == "JX" and token.form == "도" and _owns(document, words, span, token):
            found.add(Doer.OWN)  # 우리도 새 길을 찾을 것
        if token.tag not in _SUBJECT_PARTICLES or token.form not in _TOPIC:
            continue
        if token.tag == "JKS" and _of_relative_clause(sentence, token.span.end, span.end):
            continue
        named = [m for m in document.mentions_in(span) if m.span.end == token.span.start]
        ours = any(m.name in side or m.of in side for m in named)
        if ours:
            found.add(Doer.OWN)
        elif _owns(document, words, span, token):
            foreign = _of_others(document, side, span, token)
            found.add(Doer.OTHER if foreign else Doer.OWN)
        else:
            other = named or _word_before(document, span, token) in words.foes
            found.add(Doer.OTHER if other else Doer.THING)
    return found


def _word_before(document: Document, span: Span, particle: Token) -> str:
    """The word that a particle ends, without what stands before it; empty if there is none."""
    return "".join(document.text[span.start : particle.span.start].split()[-1:])


def _owns(document: Document, words: Foresight, span: Span, particle: Token) -> bool:
    """Whether the word before a particle names the speaker's own side."""
    return _word_before(document, span, particle) in words.own


def _of_others(document: Document, side: frozenset[str], span: Span, particle: Token) -> bool:
    """[러시아 군대와 인민]이 이길 것: whose people they are stands right before."""
    start = particle.span.start
    states = [
        m
        for m in document.mentions_in(Span(max(span.start, start - _VERB), start))
        if m.kind is ActorKind.STATE and m.span.end < start
    ]
    nearest = states[-1] if states else None
    return (
        nearest is not None
        and nearest.name not in side
        and _PEOPLE_OF.fullmatch(document.text, nearest.span.end, start) is not None
    )


def _relayed(document: Document, words: Foresight, statement: Statement) -> Find | None:
    """``12월쯤 늘 것으로 국방부는 예상했다`` inside a statement: the ministry's forecast."""
    text, span = document.text, statement.span
    for verb in words.verb.finditer(text, span.start, span.end):
        match = _RELAYED.search(text[span.start : verb.start()])
        if match is None:
            continue
        end = span.start + match.start() + 1
        who = Span(span.start + match.start("who"), span.start + match.end("who"))
        named = [m for m in document.mentions_in(Span(who.start, who.start + 1)) if not m.weak]
        if named:
            clause = Span(span.start, end)
            return Find(named[0].name, clause, verb.group(), "foresight:relayed", 0.85)
    return None


def _asks(document: Document, words: Foresight, statement: Statement) -> bool:
    """Whether the verb that carries the statement asks for something (``…할 것을 부탁했다``)."""
    cue = statement.cue.of(document.text) if statement.cue else ""
    return any(stem in cue for stem in words.asking)


def _foresees(document: Document, words: Foresight, statement: Statement) -> bool:
    """“논의는 늦춰질 것”이라고 내다봤다: the verb says that it is an outlook."""
    cue = statement.cue.of(document.text) if statement.cue else ""
    return any(stem in cue for stem in words.foretells)


def _foretold(document: Document, words: Foresight, statement: Statement) -> Iterator[Find]:
    """``“대화는 하반기에나 가능하다”고 내다봤다``: the verb alone says that it is to come."""
    clause = last_clause(document.text, statement.span)
    past = _PAST.search(clause.of(document.text)) is not None
    judged = past or _JUDGED.search(clause.of(document.text)) is not None
    ahead = bool(future_times(document, clause)) and not judged
    if statement.speaker and statement.cue and ahead and _foresees(document, words, statement):
        cue = statement.cue.of(document.text)
        yield Find(statement.speaker[0], clause, cue, "foresight:foretold", 0.7)


def forecasts_and_pledges(
    document: Document, words: Foresight, statements: tuple[Statement, ...]
) -> Iterator[Find]:
    """What the statements say about the future."""
    for statement in statements:
        if statement.rule.endswith(_RECALLED):
            continue
        relayed = _relayed(document, words, statement)
        if relayed is not None:
            yield relayed
            continue
        if _asks(document, words, statement) or _GUESSED.search(statement.span.of(document.text)):
            continue
        judging = judges(document, words, statement.speaker)
        found = hedged(document, words, statement.span, judging=True)
        if found is None:
            yield from _foretold(document, words, statement)
            continue
        by = statement.speaker[0] if statement.speaker else None
        foreseen = found.row.outlook or _foresees(document, words, statement)
        side = own_side(document, statement.speaker)
        if _SURE.match(document.text, statement.span.end):
            foreseen = foreseen or _about_others(document, words, found, side)
        if found.row.weak and not judging and not _about_others(document, words, found, side):
            continue
        if not judging and _handed_on(document, statement, found):
            continue
        promise = None if judging or foreseen else _pledge(document, words, found, side)
        if not judging and promise is None and _threat(document, words, statement, found, side):
            promise = "pledge"
        kind = ExpectationKind(promise) if promise else ExpectationKind.FORECAST
        confidence = min(statement.confidence, 0.9 if judging else 0.75)
        rule = f"hedge:{found.row.id}"
        yield Find(by, found.span, found.hedge, rule, confidence, kind)
