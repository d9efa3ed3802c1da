"""Predicates of a stretch → where something said without quotation marks ends.

Comes in: a stretch and one of its predicates. Goes out: marks: ``…했다고``, ``…다는 입장을``,
``…할 것을``, ``파병을 인정``. The governor must be a speech verb of the pack; -다며 and -라며
speak by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from haengbo.korean.morphemes import Token
from haengbo.model.span import Span
from haengbo.reading.attribution.closed import TEMPORAL
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.stretches import (
    RESPONSE,
    Mark,
    MarkKind,
    Stretch,
    marks_subject,
)
from haengbo.reading.attribution.verbs import Verb, VerbForm

_EXPLAINS = re.compile(
    r"\s(?:설명|주장|것|얘기|이야기|전언|지적|말|취지)"
    r"(?:이?(?:다|었다|라고 한다)|입니다|이었습니다)\.?$"
)
#: 멀다는 점을 강조했다 is said; 멀다는 점에서 아쉽다고 했다 is part of what is said.
POINT = "점"
#: …다는 입장이다: the topic of the sentence holds so.
_HOLDS = re.compile(
    r"\s(?:입장|립장|방침|태도|반응)(?:이?다|이었다|였다|입니다|을\s(?:유지|고수|견지)[^\s]*)\.?(?:\s있(?:다|습니다)\.?)?$"
)
#: …겠다는 ‘중대 제안’을, …겠다는 ‘행동 대 행동’ 방안을.
_TITLED = re.compile(
    r"\s[‘'“\"《](?P<name>[^‘’'“”\"《》\n]{1,20})[’'”\"》](?:\s?(?P<noun>[가-힣]{2,4}?))?[을를]\s"
)
#: …겠다는 [자신의] 뜻을 밝혔다.
_SELF = {"자신", "자기", "본인"}
#: …겠다는 [7월의] 제안을, …겠다는 [지난달의] 약속을.
_OF_DATE = re.compile(r"\s(?:지난\s)?(?:\d{1,4}[년월일]|전날|당시|지난해|지난달|지난주|이달)의\s")
#: …했다는 [사실]을 알렸다: told; …했다는 사실을 확인했다: found out.
_FACT_OF = "사실"
#: …고 밝힌 [지], 밝힌 [직후에]: what then came; not 밝힌 가운데, which only sets the scene.
_WHEN_SAID = re.compile(r"\s?(?:지|뒤|후|직후|이후|다음)(?:에|에는|에도|부터)?(?=[\s,])")
#: 제의를 [거절하다], 요구를 [비난하다], 제안을 [환영하다]: what others said.
_TAKES_UP = {"deny", "criticise", "praise"}
_PREDICATE = re.compile(r"이(?:다|었다|었습니다| 담| 나| 있)|입니다")
#: Somebody with 이/가, at most one phrase in between.
_SPEAKER = re.compile(r"\s(?:[^\s,]+\s){0,3}?[^\s,]+(?:이|가)\s(?:[^\s,]+\s)?")
#: …고 한 [것을 거론하며], …고 밝힌 [사실을 지적하며].
_TAKEN = re.compile(r"\s(?:것|사실|점|발언|주장|데)(?:을|를|에)?\s")
_NOMINAL = {"NNG", "NNP", "NNB", "SN", "XSN", "XPN", "SL", "NR"}
_TAKEN_UP = re.compile(r"(?:와|과|에|을|를|도)\s")
#: Morphemes before the 의 of who said it, and from there to the noun.
_OWNER, _GAP = 16, 4
_AT_ONCE = re.compile(r"\s(?:[^\s,]+\s)?")
#: 달라고 요청한 [적이 있느냐]는 질문에: it is asked whether anybody said so.
_EVER = re.compile(r"\s(?:적|일)(?:이|은|도)?\s(?:있|없)")
#: 묻는 말에, 캐물은 데 대해.
_PUT = re.compile(r"\s(?:말|질문|물음|데)(?:에|에는|에도|\s)")
#: 없음, 것임, 했음, 만남: a clause that has become a noun.
_NOMINAL_ENDS = {"음", "임", "함", "됨"}
#: 없음을 [분명히] 했다.
#: Morphemes from who has it to the adjective that says so.
_PREDICATED = 4
#: 없음을 [확인했다]: of a clause that has become a noun it tells, of a thing it does not.
_CONFIRMING = {"announce", "stress"}
_PLAINLY = re.compile(r"을\s(?:분명히|명확히|확실히|명백히)\s")
_PASSIVE = re.compile(r"(?:전해|알려)[지졌진집]|[되된됐됩]")
_FACT = re.compile(r"\s?것으로\s")
#: …고 밝힌다면, …고 말하면: nobody has said so yet.
_IF = ("면", "거든")
_ABOUT = re.compile(r"\s?(데)\s대(?:하여|해)\s")
#: Kinds of verbs that tell a matter at length.
_TELLS_OF = {"say", "stress"}
_GRANTED = re.compile(r"(?:해도|하더라도|할지라도|한들|치더라도)(?=[\s,])")
#: Endings of what is still to come: 만날, 있을.
_TO_COME = {"ᆯ", "을"}
#: 인정하라고, 인정하자고: it has not been done.
_WANTED = ("으라고", "하라고", "라고", "자고", "달라고")
_JOINING = re.compile(r"(?:다|라|자|냐)(?:며|면서)(?:도)?$")


def find_clause_marks(stretch: Stretch, verb: Verb, lexicon: Lexicon) -> Iterator[Mark]:
    """Marks that one predicate makes or carries."""
    if verb.form is VerbForm.QUOTATIVE:
        yield from _bare(stretch, verb)
    elif verb.form is VerbForm.REPORTED_ADNOMINAL:
        yield from _bare_noun(stretch, verb, lexicon)
    elif verb.form is VerbForm.ADNOMINAL:
        yield from _bare_object(stretch, verb)
        yield from _as_fact(stretch, verb)
        yield from _foreseen(stretch, verb)
    elif verb.form is VerbForm.NOMINAL:
        yield from _nominal(stretch, verb)
    if verb.row is not None and verb.row.bare and not verb.negated:
        yield from _admitted(stretch, verb)


def _bare(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…했다고 밝혔다; …일이라며 말을 아꼈다."""
    joining = _JOINING.search(verb.tail) is not None
    after = verb.span.end
    governor = stretch.shared_governor(after) if joining else stretch.governor_after(after)
    governor = (_speaking_after if joining else _inverted)(stretch, verb) or governor
    governor = (_responded_to(stretch, verb) if joining else None) or governor
    if _describes_thing(stretch, verb, governor):
        return
    if governor is not None and governor.form is VerbForm.QUOTATIVE and _intends(stretch, governor):
        return
    known = governor is not None and governor.row is not None and governor.row.kind != "name"
    if governor is None or not (known or joining) or _is_hearsay(verb, governor):
        return
    if _grants(stretch, governor) or governor.tail.endswith(_IF):
        return
    asked = next((v for v in stretch.verbs if v.span.start >= after), governor)
    if asked.form is VerbForm.ADNOMINAL and _EVER.match(stretch.text, asked.span.end):
        return
    if _is_question_put(stretch, verb, asked):
        return
    content = Span(stretch.region.start, verb.stem_end)
    yield Mark(content, verb.span.end, MarkKind.BARE, governor, None, verb)


def _responded_to(stretch: Stretch, verb: Verb) -> Verb | None:
    """북한이 [회담을 열자며] 통지문을 보낸 데 대해: whose clause it is says so.

    Of what is so somebody is told with 이/가 (북한이 [상대가 약속을 어겼다며] 비난한 데 대해).
    """
    said = stretch.responded_to(verb.span.end)
    if said is None or verb.tail.startswith(("자", "라")) or verb.is_copula:
        return said
    if "겠" in verb.span.of(stretch.text):
        return said
    before = [t for t in stretch.tokens if t.span.end <= verb.span.start]
    named = [t for t in before if marks_subject(t) or (t.tag == "JX" and t.form == "도")]
    own = named[1:] if named and named[0].tag == "JX" else named
    return said if len(own) > 1 else None


def _is_question_put(stretch: Stretch, verb: Verb, asked: Verb) -> bool:
    """특사를 보내느냐고 [묻는 말에] 대변인은 …: what he is asked, by nobody who is named."""
    if not verb.tail.endswith("냐고") or asked.row is None or asked.row.kind != "ask":
        return False
    return asked.form is VerbForm.ADNOMINAL and bool(_PUT.match(stretch.text, asked.span.end))


def _is_hearsay(verb: Verb, governor: Verb) -> bool:
    """“…”라고 화답했다고 [한다], 떠났다고 [한다]: nobody in particular hands it on."""
    now = governor.lemma == "하다" and governor.form is VerbForm.FINAL and not governor.past
    return now and verb.past


def _grants(stretch: Stretch, governor: Verb) -> bool:
    """조직한다고 [해도], 간다고 [하더라도]: nobody says so."""
    end = _GRANTED.match(stretch.text, governor.span.start)
    return governor.lemma == "하다" and end is not None


def _intends(stretch: Stretch, governor: Verb) -> bool:
    """…접으라고 건의하겠다고 했다: what one is going to say has not been said."""
    return "겠" in stretch.text[governor.span.start : governor.span.end]


def _inverted(stretch: Stretch, verb: Verb) -> Verb | None:
    """…옮겼다고 [세관이 밝힌] 지 열흘 만에: the saying only modifies, its speaker beside it.

    Or before the words: 이번 발사는 부상이 만날 용의가 있다고 [밝힌] 지 하루 만에 나왔다.
    """
    after = next((v for v in stretch.verbs if v.span.start >= verb.span.end), None)
    if after is None or after.row is None or after.form is not VerbForm.ADNOMINAL:
        return None
    beside = _AT_ONCE.fullmatch(stretch.text, verb.span.end, after.span.start)
    over = _WHEN_SAID.match(stretch.text, after.span.end) is not None
    if beside and (over or _is_taken_up(stretch, after) or stretch.described_person(after)):
        return after
    return after if _SPEAKER.fullmatch(stretch.text, verb.span.end, after.span.start) else None


def _is_taken_up(stretch: Stretch, said: Verb) -> bool:
    """…고 [밝힌 데 대해, 밝힌 것을 거론하며]: others respond to it or speak of it."""
    if RESPONSE.match(stretch.text, said.span.end) is not None:
        return True
    taken = _TAKEN.match(stretch.text, said.span.end)
    then = next((v for v in stretch.verbs if v.span.start >= said.span.end), None)
    of_it = taken is not None and then is not None and then.span.start == taken.end()
    return of_it and then is not None and then.row is not None and said.row is not then.row


def _describes_thing(stretch: Stretch, verb: Verb, governor: Verb | None) -> bool:
    """비우겠다고 [통보한 항로]를 지난다고 알렸다: what only describes a noun says no more of it."""
    said = next((v for v in stretch.verbs if v.span.start >= verb.span.end), None)
    if said is None or said is governor or said.row is None or said.form is not VerbForm.ADNOMINAL:
        return False
    noun = next((t for t in stretch.tokens if t.span.start >= said.span.end), None)
    beside = _AT_ONCE.fullmatch(stretch.text, verb.span.end, said.span.start)
    over = TEMPORAL.match(stretch.text, said.span.end) or not stretch.modifies(said)
    return bool(beside) and not over and noun is not None and noun.tag in {"NNG", "NNP"}


def _speaking_after(stretch: Stretch, verb: Verb) -> Verb | None:
    """The speech verb that …없다면서도 …없다고 했다 share, past what stands between."""
    later = [v for v in stretch.verbs if v.span.start >= verb.span.end]
    for index, candidate in enumerate(later):
        if candidate.row is not None and not stretch.modifies(candidate):
            if _is_anothers(stretch, verb, candidate):
                continue
            after_clause = index and later[index - 1].form is VerbForm.QUOTATIVE
            return candidate if after_clause or not index else None
    return None


def _is_anothers(stretch: Stretch, verb: Verb, candidate: Verb) -> bool:
    """…접견했다며 [위원장이 기뻐하며] 인사를 나눴다고: a clause within what is said.

    So is …고 밝혔다며 [장관이 …다고 덧붙였다]고 전했다: who tells says both.
    """
    both = candidate.form is VerbForm.QUOTATIVE and verb.row is not None and verb.past
    inside = candidate.form is VerbForm.CONNECTIVE or both
    if not inside or candidate.span.start < verb.span.end:
        return False
    between = Span(verb.span.end, candidate.span.start)
    return any(between.contains(t.span) and t.tag == "JKS" for t in stretch.tokens)


def _bare_noun(stretch: Stretch, verb: Verb, lexicon: Lexicon) -> Iterator[Mark]:
    """…지지한다는 입장을 밝혔다; …투입됐다는 것이 당국의 설명이다."""
    content = Span(stretch.region.start, verb.stem_end)
    if _TITLED.match(stretch.text, verb.span.end, stretch.region.end):
        yield from _titled(stretch, verb, lexicon)
        return
    after = [t for t in stretch.tokens if t.span.start >= verb.span.end][:16]
    nouns = [t for t in after if t.tag in {"NNG", "NNB"}]
    if not nouns:
        return
    head = nouns[0]
    if _EXPLAINS.match(stretch.text, verb.span.end, stretch.region.end):
        yield Mark(content, verb.span.end, MarkKind.NOUN, None, None, verb, head.form)
        return
    if _HOLDS.match(stretch.text, verb.span.end, stretch.region.end):
        yield Mark(content, verb.span.end, MarkKind.HELD, None, None, verb, head.form)
        return
    if head is after[0] and head.form in lexicon.documents:
        yield from _in_text(stretch, verb, content, head)
    else:
        yield from _of_head(stretch, verb, lexicon, after, nouns)


def _titled(stretch: Stretch, verb: Verb, lexicon: Lexicon) -> Iterator[Mark]:
    """…보내겠다는 [‘중대 제안’을] 공개했다: the noun has a name of its own in marks."""
    match = _TITLED.match(stretch.text, verb.span.end, stretch.region.end)
    noun = (match["noun"] or match["name"].split()[-1]) if match else ""
    row = lexicon.nouns.get(noun)
    governor = stretch.governor_after(match.end()) if match else None
    if row is None or not row.uttered or governor is None or governor.row is None:
        return
    content = Span(stretch.region.start, verb.stem_end)
    yield Mark(content, verb.span.end, MarkKind.NOUN, governor, None, verb, noun)


def _of_head(
    stretch: Stretch, verb: Verb, lexicon: Lexicon, after: Sequence[Token], nouns: Sequence[Token]
) -> Iterator[Mark]:
    """The mark of a clause before a noun that stands for what was said."""
    content = Span(stretch.region.start, verb.stem_end)
    own = _past_owner(stretch.text, verb.span.end, after)
    if own:
        after = after[own:]
        nouns = [t for t in nouns if t in after] or nouns
    head = nouns[0]
    row = lexicon.nouns.get(head.form)
    if _owned(stretch.text, after, lexicon):
        yield Mark(content, verb.span.end, MarkKind.NOUN, None, None, verb, "genitive")
        return
    if head.form == POINT and not stretch.text.startswith(("을", "도"), head.span.end):
        return
    if row is not None and row.uttered and head is after[0]:
        governor = _responded(stretch, head.span.end) or stretch.governor_after(head.span.end)
        if governor is not None and _says_itself(stretch, governor, head, act=row.act):
            yield Mark(content, verb.span.end, MarkKind.NOUN, governor, None, verb, head.form)
        return
    uttered = next((t for t in nouns if t.form in lexicon.nouns), None)
    if uttered is None or not _PREDICATE.match(stretch.text, uttered.span.end):
        return
    if any(t.tag == "JKG" and t.span.start < uttered.span.start for t in after):
        yield Mark(content, verb.span.end, MarkKind.NOUN, None, None, verb, uttered.form)


def _says_itself(stretch: Stretch, governor: Verb, noun: Token, *, act: bool) -> bool:
    """…다는 점도 강조했다; not [만나자는] 제의를 거절했다: that is what somebody else said."""
    if governor.row is None or (governor.negated and governor.row.medium):
        return False  # …다는 입장을 밝히지 않았다; not …다는 주장을 굽히지 않았다
    also = noun.form == POINT and stretch.text.startswith("도", noun.span.end)
    if also or noun.form == _FACT_OF:
        return governor.row.nominal and governor.row.kind != "analyse"
    # 제안을 전달했다: whoever carries it need not have made it
    return not (act and (governor.row.kind in _TAKES_UP or governor.row.notifies))


def _past_owner(text: str, position: int, after: Sequence[Token]) -> int:
    """How many morphemes say no more than that it is one's own (자신의), or of when (7월의)."""
    if len(after) > 1 and after[0].form in _SELF and after[1].tag == "JKG":
        return 2
    dated = _OF_DATE.match(text, position)
    return 0 if dated is None else sum(1 for t in after if t.span.end <= dated.end())


def _responded(stretch: Stretch, position: int) -> Verb | None:
    """…수 없다는 뜻을 [밝힌] 것에 대해: others respond to it."""
    verb = next((v for v in stretch.verbs if v.span.start >= position), None)
    if verb is None or verb.row is None or verb.form is not VerbForm.ADNOMINAL:
        return None
    return verb if RESPONSE.match(stretch.text, verb.span.end) else None


def _in_text(stretch: Stretch, verb: Verb, content: Span, noun: Token) -> Iterator[Mark]:
    """…배격한다는 [성명을 냈다]: what is issued says so."""
    issues = next((v for v in stretch.verbs if v.span.start >= noun.span.end), None)
    particle = stretch.text[noun.span.end : noun.span.end + 2]
    if issues is not None and particle in {"을 ", "를 "}:
        yield Mark(content, verb.span.end, MarkKind.NOUN, issues, None, verb, noun.form)


def _owned(text: str, after: Sequence[Token], lexicon: Lexicon) -> bool:
    """…걷어내고 있다는 [국방부의] 발표와, …보내겠다는 [청와대의 15일] 제안도.

    Not what is only weighed: …중요해졌다는 [장관의] 언급은 … 해석된다.
    """
    at = next((i for i, t in enumerate(after[:_OWNER]) if t.tag == "JKG"), None)
    if at is None or any(t.tag not in _NOMINAL for t in after[:at]):
        return False
    for token in after[at + 1 : at + 1 + _GAP]:
        row = lexicon.nouns.get(token.form)
        if row is not None and row.act:
            return _TAKEN_UP.match(text, token.span.end) is not None
        if token.tag not in _NOMINAL:
            return False
    return False


def _of_matter(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…성과를 거두고있는데 대하여 [언급하였다]: the North's way to say what was said."""
    match = _ABOUT.match(stretch.text, verb.span.end)
    governor = stretch.governor_after(match.end()) if match else None
    if match is None or governor is None or governor.span.start != match.end():
        return
    if not governor.negated and governor.row is not None and governor.row.kind in _TELLS_OF:
        content = Span(stretch.region.start, match.end(1))
        yield Mark(content, match.end(), MarkKind.OBJECT, governor, None, verb)


def _bare_object(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…싸운 점을 언급하며; …전해줄것을 부탁하였다."""
    yield from _of_matter(stretch, verb)
    match = re.compile(r"\s?(것|점|사실)(?:을|임을)\s").match(stretch.text, verb.span.end)
    governor = stretch.governor_after(match.end()) if match else None
    if match and match.group(1) == "사실" and not (governor and governor.row and governor.row.bare):
        return
    if match is None or governor is None or governor.row is None or not governor.row.nominal:
        return
    content = Span(stretch.region.start, match.end(1))
    yield Mark(content, match.end(), MarkKind.OBJECT, governor, None, verb)


def _nominal(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…할 뜻이 없음을 강조했다: the object of a verb of saying."""
    if not stretch.text.startswith("을 ", verb.span.end):
        return
    last = stretch.text[verb.span.end - 1 : verb.span.end]
    if last not in _NOMINAL_ENDS and not (last == "움" and _says_of(stretch, verb)):
        return
    governor = stretch.governor_after(verb.span.end)
    if governor is None or governor.row is None:
        return
    plain = _PLAINLY.fullmatch(stretch.text, verb.span.end, governor.span.start)
    confirms = governor.row.medium and governor.row.kind in _CONFIRMING
    if not (governor.row.nominal or confirms) and not (plain and governor.lemma == "하다"):
        return
    content = Span(stretch.region.start, verb.span.end)
    yield Mark(content, verb.span.end, MarkKind.OBJECT, governor, None, verb)


def _says_of(stretch: Stretch, verb: Verb) -> bool:
    """[태도가] 유감스러움을: something is said of somebody; 어려움을 alone is a thing."""
    before = [t for t in stretch.tokens if t.span.end <= verb.span.start]
    return any(t.tag == "JKS" for t in before[-_PREDICATED:])


def _as_fact(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…했다고 보도한 것으로 [통신이 전했다]: a medium tells it as a fact."""
    match = _FACT.match(stretch.text, verb.span.end)
    governor = stretch.governor_after(match.end()) if match else None
    told = governor.span.of(stretch.text) if governor else ""
    if match and governor and governor.row and governor.row.kind == "report":
        if _PASSIVE.search(told):
            return
        content = Span(stretch.region.start, verb.span.end)
        yield Mark(content, match.end(), MarkKind.BARE, governor, None, verb)


def _foreseen(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """위원은 …만날 것으로 내다봤다: a verb that itself says that words were spoken."""
    match = _FACT.match(stretch.text, verb.span.end)
    governor = stretch.governor_after(match.end()) if match else None
    if match is None or governor is None or governor.row is None or not governor.row.foretells:
        return
    if verb.tail not in _TO_COME:
        return
    content = Span(stretch.region.start, match.end() - len("으로 "))
    yield Mark(content, match.end(), MarkKind.BARE, governor, None, verb)


def owned(text: str, after: Sequence[Token], lexicon: Lexicon) -> bool:
    """“…”라는 [소식통의] 말을: whose words they are stands before the noun for them."""
    at = next((i for i, t in enumerate(after[:_OWNER]) if t.tag == "JKG"), None)
    if at is None or any(t.tag not in _NOMINAL for t in after[:at]):
        return False
    noun = next((t for t in after[at + 1 : at + 1 + _GAP] if t.form in lexicon.nouns), None)
    return noun is not None and _TAKEN_UP.match(text, noun.span.end) is not None


def _admitted(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…파병을 공식 인정했다: the bare object and the verb's noun."""
    # 혐의를 인정해 벌금을 물렸다 recognises, it does not own up; 인정하라고 wants it done.
    if stretch.modifies(verb) or (verb.form is VerbForm.CONNECTIVE and not verb.past):
        return
    if verb.form is VerbForm.QUOTATIVE and not verb.past and verb.tail.endswith(_WANTED):
        return
    before = [t for t in stretch.tokens if t.span.end <= verb.span.start]
    index = len(before) - 1
    while index >= 0 and before[index].tag in {"MAG", "NNG"} and before[index].tag != "JKO":
        index -= 1
    if index < 1 or before[index].tag != "JKO" or not before[index - 1].tag.startswith("NN"):
        return
    first = _phrase_start(before, index - 1)
    head = next((t for t in stretch.tokens if t.span.start == verb.span.start), None)
    if head is None:
        return
    content = Span(before[first].span.start, head.span.end)
    yield Mark(content, verb.span.start, MarkKind.OBJECT, verb, None, None, "bare")


def _phrase_start(tokens: Sequence[Token], index: int) -> int:
    while index > 0 and tokens[index - 1].tag in {"NNG", "NNP", "NNB", "JKG", "XSN", "SN", "XPN"}:
        index -= 1
    return index
