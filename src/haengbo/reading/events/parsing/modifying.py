"""Predicates that make no clause of their own: they modify what stands beside them.

Comes in: a ``Walk`` and a predicate that it has come to. Goes out: whether the predicate only
modifies (포괄적인, 연달아, 경애하는); 에 대한, 를 위해 and their like give the phrase before them
its case, 이끄는 and 겸한 say more of what follows.
"""

from __future__ import annotations

from msgspec.structs import replace

from haengbo.korean.predicates import Ending, Predicate
from haengbo.reading.events.parsing.cases import BY_MEANS_OF, RELATORS, THEREBY
from haengbo.reading.events.parsing.clauses import Case, Phrase
from haengbo.reading.events.parsing.walk import Walk

#: 변함[없]는, 어김[없이], 다름 [아니]ㄴ.
_NOT = {"없", "없이", "아니"}
_STEM_TAGS = {"VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"}


def modifies(walk: Walk, predicate: Predicate) -> bool:
    """Whether it was taken as a modifier, so that no verb is to be made of it."""
    if _attributive(walk, predicate) or _is_letter(predicate) or _honours(walk, predicate):
        return True
    if _is_adverb(walk, predicate) or _is_unchanging(walk, predicate):
        return True
    if _joins_manner(walk, predicate):
        return True
    if predicate.lemma in RELATORS and not walk.run and _relates(walk, predicate):
        return True
    return _leads(walk, predicate) or _combines(walk, predicate)


def _attributive(walk: Walk, predicate: Predicate) -> bool:
    """포괄적인, 새로운, 긴밀한, 짧게, 위원장인: a modifier without a clause of its own."""
    if predicate.past or predicate.reported is not None:
        return False
    first = walk.tokens[predicate.first]
    if predicate.ending is Ending.ADNOMINAL and predicate.lemma == "이다":
        if walk.run and walk.run[-1].form.endswith("적"):
            walk.run.pop()
        # 베트남인 선교사: no copula, but whose citizen
        citizen = bool(walk.run) and walk.run[-1].span.end in walk.states
        walk.close(("의",) if citizen else (), comma=False)
        return True
    if _says_how_often(walk, predicate) or _says_how_long(walk, predicate):
        return True
    adverb = predicate.ending is Ending.CONNECTIVE and predicate.tail == "게"
    if predicate.ending is not Ending.ADNOMINAL and not adverb:
        return False
    if adverb:
        return first.tag in {"VA", "XR"} or walk.tokens[predicate.last - 2].tag == "XSA"
    stems = {t.tag for t in walk.tokens[predicate.first : predicate.last]} & _STEM_TAGS
    adjective = bool(stems) and stems <= {"VA", "XSA"}
    return adjective and first.tag != "NNB" and not _has_subject(walk, predicate)


def _is_unchanging(walk: Walk, predicate: Predicate) -> bool:
    """변함없는 지지, 어김없이, 다름 아닌: the analyser takes the first half for a verb."""
    behind = walk.tokens[predicate.last : predicate.last + 1]
    return predicate.ending is Ending.NOMINAL and any(t.form in _NOT for t in behind)


def _joins_manner(walk: Walk, predicate: Predicate) -> bool:
    """전폭적이고 굳건한 지지: of what kind it is, no clause of its own."""
    manner = predicate.lemma == "이다" and predicate.tail == "고"
    if not manner or not walk.run or not walk.run[-1].form.endswith("적"):
        return False
    walk.run.pop()
    walk.close((), comma=False)
    return True


def _has_subject(walk: Walk, predicate: Predicate) -> bool:
    """성능이 강력한 미사일: a clause; but in 북한이 강력한 미사일을 쏘았다 somebody acts later."""
    if not predicate.first or walk.tokens[predicate.first - 1].tag not in {"JKS", "JX"}:
        return False
    last = walk.items[-1] if walk.items else None
    return not isinstance(last, Phrase) or last.span.end not in walk.actors


def _says_how_long(walk: Walk, predicate: Predicate) -> bool:
    """부위원장과 이틀에 걸쳐 협의했다: no clause of its own between with whom and what."""
    before = walk.tokens[predicate.first - 1].tag if predicate.first else ""
    joined = predicate.ending is Ending.CONNECTIVE and before == "JKB"
    return joined and predicate.lemma in walk.words.words["lasting"]


def _says_how_often(walk: Walk, predicate: Predicate) -> bool:
    """북한의 잇단 도발, 두 시간에 걸친 회담: between whose it is and what it is."""
    if predicate.ending is not Ending.ADNOMINAL:
        return False
    before = walk.tokens[predicate.first - 1].tag if predicate.first else ""
    often = {"JKG": "repeating", "JKB": "lasting"}.get(before)
    return often is not None and predicate.lemma in walk.words.words[often]


def _is_letter(predicate: Predicate) -> bool:
    """대러 제재: the analyser takes 대 for a verb."""
    return predicate.lemma == "대다" and predicate.tail == "러"


def _is_adverb(walk: Walk, predicate: Predicate) -> bool:
    """연달아: says only how often, 3시간 넘게 how long, 새해에 즈음하여 on what occasion."""
    connective = predicate.ending is Ending.CONNECTIVE
    nouns = walk.words.words["adverbial-nouns"]
    if connective and predicate.lemma == "하다" and walk.run and walk.run[-1].form in nouns:
        walk.run.pop()
        return True
    if predicate.tail == "게" and predicate.lemma in walk.words.words["measuring"]:
        return True
    return (connective and predicate.lemma in walk.words.words["adverbial"]) or _says_how_soon(
        walk, predicate
    )


def _says_how_soon(walk: Walk, predicate: Predicate) -> bool:
    """회담이 이르면 다음 달 열린다: a time stands right behind; not 합의에 이르면."""
    soon = predicate.tail == "면" and predicate.lemma in walk.words.words["how-soon"]
    return soon and predicate.span.end + 1 in walk.dated


def _honours(walk: Walk, predicate: Predicate) -> bool:
    """경애하는 김정은동지께서: no clause, only a form of respect."""
    adnominal = predicate.ending is Ending.ADNOMINAL
    return adnominal and predicate.lemma in walk.words.words["honouring"]


def _relates(walk: Walk, predicate: Predicate) -> bool:
    """Give the phrase before 에 대한, 를 위해 … the case that the relator says."""
    last = walk.items[-1] if walk.items else None
    if isinstance(last, Phrase) and last.case is Case.BARE and _is_matter(walk, last):
        last = replace(last, case=Case.TO)  # 개선할데 관한, as the North writes it
    if not isinstance(last, Phrase) or last.case not in {Case.TO, Case.OBJECT, Case.WITH}:
        return False
    if predicate.ending not in {Ending.ADNOMINAL, Ending.CONNECTIVE}:
        return False
    if predicate.lemma in BY_MEANS_OF and not predicate.tail.startswith(THEREBY):
        return False
    if predicate.lemma == "두다" and (predicate.tail != "고" or last.case is not Case.OBJECT):
        return False
    walk.items[-1] = replace(
        last,
        case=RELATORS[predicate.lemma],
        particles=(*last.particles, predicate.lemma),
    )
    return True


def _is_matter(walk: Walk, phrase: Phrase) -> bool:
    return walk.text[phrase.span.start : phrase.span.end] == "데"


def _leads(walk: Walk, predicate: Predicate) -> bool:
    """총장이 이끄는, 부상을 단장으로 하는: says only who leads the delegation that follows."""
    if predicate.ending is not Ending.ADNOMINAL or walk.run:
        return False
    at = -1
    if predicate.lemma == "하다" and len(walk.items) > 1:
        chief = walk.items[-1]
        if not isinstance(chief, Phrase) or not _ends_with(chief, walk.words.words["chiefs"]):
            return False
        at = -2
    elif predicate.lemma not in walk.words.words["leading"]:
        return False
    leader = walk.items[at] if len(walk.items) >= -at else None
    if not isinstance(leader, Phrase) or leader.case not in {Case.SUBJECT, Case.OBJECT}:
        return False
    walk.items[at:] = [replace(leader, case=Case.LEADER)]
    return True


def _combines(walk: Walk, predicate: Predicate) -> bool:
    """오찬을 겸한 회담: what the talks were besides, no clause of its own."""
    if predicate.ending is not Ending.ADNOMINAL or walk.run:
        return False
    last = walk.items[-1] if walk.items else None
    combined = predicate.lemma in walk.words.words["combining"]
    if not combined or not isinstance(last, Phrase) or last.case is not Case.OBJECT:
        return False
    walk.items.pop()
    return True


def _ends_with(phrase: Phrase, nouns: tuple[str, ...]) -> bool:
    return bool(phrase.tokens) and phrase.tokens[-1].form in nouns
