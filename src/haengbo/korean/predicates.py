"""Tokens of a sentence → its predicates: what is done, how it ends, whether it is denied.

Comes in: the tokens of one sentence. Goes out: predicates in order of the text. A noun with
하다/되다/받다/당하다/시키다 is one predicate (접견하다, 초청받다); auxiliaries (-지 않다, -고 있다,
-려고 하다) are folded into the predicate that they serve; -ㄹ 수 있다, -ㄹ 예정이다 and -기로 하다
stay two. Invariant: ``span`` is the hull of the tokens ``first`` … ``last - 1``; every token
belongs to at most one predicate.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from haengbo.korean.morphemes import Token
from haengbo.model.span import Span


class Ending(StrEnum):
    """How a predicate hands over to what follows (어말어미)."""

    FINAL = "final"  # 만났다.
    ADNOMINAL = "adnominal"  # 만난, 만날, 지지한다는
    CONNECTIVE = "connective"  # 만나, 만나고, 만나며
    NOMINAL = "nominal"  # 만남, 만나기(로)
    QUOTATIVE = "quotative"  # 만났다고, 만나자며
    NONE = "none"  # a stem without any ending, as in headlines


class Voice(StrEnum):
    """Who acts: 접견하다 active, 초청받다/합의되다 passive, 철수시키다 causative."""

    ACTIVE = "active"
    PASSIVE = "passive"
    CAUSATIVE = "causative"


class Predicate(msgspec.Struct, frozen=True):
    """One verb, adjective, copula or noun with a light verb.

    Attributes:
        span: From the noun or stem to the last ending.
        lemma: ``접견하다``, ``만나다``; ``이다`` and ``아니다`` for the copula.
        noun: The noun of a light verb (``접견``) or what the copula says (``예정`` in 예정이다).
        object: The noun before 을/를 right in front of the verb (``회담`` in 회담을 열다).
        ending: How it ends.
        tail: The last ending as analysed: ``다고``, ``며``, ``ᆯ``, ``다``.
        endings: All endings and auxiliaries in order, as analysed: ``("었", "다고")``.
        reported: ``다고``, ``라고``, ``냐고`` or ``자고`` where the clause is what somebody says,
            also in adnominal form (지지한다는 → ``다고``); else ``None``.
        negated: 안/못, -지 않다/못하다/말다, 아니다.
        past: Holds 었.
        prospective: -ㄹ, -겠-, -려고: something still to come (also ``ᆯ 것이다``, ``ᆯ 예정``).
        progressive: -고 있다, -아/어 있다.
        voice: Active, passive or causative.
        head: The noun that an adnominal form stands before (``예정``, ``것``, ``수``, ``가능성``).
        particle: The josa behind a nominal form (``로`` of 방문하기로).
        first: Index of its first token.
        last: Index after its last token.
    """

    span: Span
    lemma: str
    noun: str | None
    object: str | None
    ending: Ending
    tail: str
    endings: tuple[str, ...]
    reported: str | None
    negated: bool
    past: bool
    prospective: bool
    progressive: bool
    voice: Voice
    head: str | None
    particle: str | None
    first: int
    last: int


_STEMS = {"VV", "VA", "VX", "VCP", "VCN"}
_LIGHT = {"XSV", "XSA"}
_BEGIN = _STEMS | _LIGHT
_NOUNS = {"NNG", "NNP", "XR", "XSN", "XPN", "NNB", "NR", "SL", "SH", "SN"}
_JOINED = {"NNG", "NNP", "XR", "MAG"}
_ENDINGS = {"EP", "EF", "EC", "ETM", "ETN"}
#: Verbs that make a passive or causative of the noun right before them.
_NOUN_VERBS = {"받": Voice.PASSIVE, "당하": Voice.PASSIVE}
_LIGHT_VOICE = {"되": Voice.PASSIVE, "받": Voice.PASSIVE, "당하": Voice.PASSIVE}
_LIGHT_VOICE |= {"시키": Voice.CAUSATIVE}
_DENYING = {"않", "못하", "못", "말"}
#: 경고하기도 했다, 오기는 했지만, 비난하기까지 했다.
_ADDING = {"도", "는", "까지", "만"}
_NEGATIVE_ADVERBS = {"안", "못"}
_QUOTATIVE = {
    "다고": "다고",
    "다며": "다고",
    "다면서": "다고",
    "라고": "라고",
    "라며": "라고",
    "라면서": "라고",
    "냐고": "냐고",
    "냐며": "냐고",
    "냐면서": "냐고",
    "자고": "자고",
    "자며": "자고",
    "자면서": "자고",
    "단다": "다고",
    "리라고": "라고",
    "리라는": "라고",
    "다는": "다고",
    "라는": "라고",
    "냐는": "냐고",
    "자는": "자고",
    "다던": "다고",
    "라던": "라고",
    "단": "다고",
    "란": "라고",
    "자던": "자고",
}
_FORMS = {
    "EF": Ending.FINAL,
    "EC": Ending.CONNECTIVE,
    "ETM": Ending.ADNOMINAL,
    "ETN": Ending.NOMINAL,
}
_INTENTIONS = ("려고", "으려고", "고자", "려", "으려")


def _bare(form: str) -> str:
    """An ending without its contracted coda (``ᆫ다고`` → ``다고``, ``는다고`` → ``다고``)."""
    if form[:1] in "ᆫᆯᆸᆷ":
        return form[1:]
    return form[1:] if form[:1] in "는은느으" and form[1:] in _QUOTATIVE else form


def _reported(tail: str) -> str | None:
    bare = _bare(tail)
    return _QUOTATIVE.get(bare) or _QUOTATIVE.get(tail)


def _adjoining(left: Token, right: Token) -> bool:
    return left.span.end >= right.span.start


class _Nucleus(msgspec.Struct, frozen=True):
    """Where a predicate begins and what it is called, before its endings are read."""

    first: int
    after: int
    lemma: str
    noun: str | None
    object: str | None
    voice: Voice


def _noun_before(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """Start and text of the noun that ends right before ``index``: the last noun, with affixes."""
    start = index
    while start > 0 and tokens[start - 1].tag == "XSN":
        start -= 1
    if start == 0 or tokens[start - 1].tag not in _JOINED | {"SL", "SH"}:
        return None
    start -= 1
    if (
        start > 0
        and tokens[start - 1].tag == "XPN"
        and _adjoining(tokens[start - 1], tokens[start])
    ):
        start -= 1
    return start, "".join(token.form for token in tokens[start:index])


def _object_before(tokens: Sequence[Token], index: int) -> str | None:
    if index < 2 or tokens[index - 1].tag != "JKO":  # noqa: PLR2004 - a noun and its particle
        return None
    found = _noun_before(tokens, index - 1)
    return found[1] if found else None


def _light(tokens: Sequence[Token], index: int) -> _Nucleus | None:
    """접견 + 하, 초청 + 받, 함께 + 하 (written as one word)."""
    token = tokens[index]
    one_word = index > 0 and token.form == "하" and _adjoining(tokens[index - 1], token)
    verb_of_noun = token.tag == "VV" and (token.form in _NOUN_VERBS or one_word)
    if token.tag not in _LIGHT and not verb_of_noun:
        return None
    found = _noun_before(tokens, index)
    if found is None:
        return None
    start, noun = found
    voice = _LIGHT_VOICE.get(token.form, Voice.ACTIVE)
    lemma = f"{noun}{token.form}다"
    return _Nucleus(start, index + 1, lemma, noun, _object_before(tokens, start), voice)


def _copula(tokens: Sequence[Token], index: int) -> _Nucleus | None:
    """예정 + 이, 사실이 + 아니."""
    token = tokens[index]
    if token.tag not in {"VCP", "VCN"}:
        return None
    at = index - 1 if index and tokens[index - 1].tag in {"JKC", "JKS"} else index
    found = _noun_before(tokens, at)
    if found is None and at and tokens[at - 1].tag in _NOUNS:
        found = (at - 1, tokens[at - 1].form)
    lemma = "아니다" if token.tag == "VCN" else "이다"
    if found is None:
        return _Nucleus(index, index + 1, lemma, None, None, Voice.ACTIVE)
    return _Nucleus(found[0], index + 1, lemma, found[1], None, Voice.ACTIVE)


def _nucleus(tokens: Sequence[Token], index: int) -> _Nucleus | None:
    token = tokens[index]
    special = _light(tokens, index) or _copula(tokens, index)
    if special is not None:
        return special
    if token.tag not in _BEGIN:
        return None
    lemma = token.lemma if token.lemma.endswith("다") else f"{token.form}다"
    return _Nucleus(index, index + 1, lemma, None, _object_before(tokens, index), Voice.ACTIVE)


def _is_auxiliary(before: Token, token: Token) -> bool:
    """-지 못하다 counts however the analyser cuts 못하다 (못하/VX, 못/MAG + 하/VV); -지는, too."""
    if before.tag == "MAG":
        return before.form == "못" and token.form == "하"
    if before.tag == "JX":
        return token.tag == "VX" or (token.tag, token.form) == ("MAG", "못")
    if before.tag != "EC":
        return False
    return token.tag == "VX" or (before.form == "지" and token.form in _DENYING)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """경고하기[도 했다], 오기[는 했지만]: 하다 behind a noun form only carries the ending."""
    following = tokens[index : index + 2]
    marked = len(following) > 1 and following[0].tag == "JX" and following[0].form in _ADDING
    noun = tokens[index - 1].tag == "ETN"
    return noun and marked and following[1].form == "하" and following[1].tag in {"VX", "VV"}


def _is_parted(tokens: Sequence[Token], index: int) -> bool:
    """가고[는] 있다, 합의하지[도] 못했다: a particle between a verb and its auxiliary."""
    following = tokens[index + 1 : index + 3]
    if not following or following[0].tag == "VX":
        return bool(following)
    denied = len(following) > 1 and following[0].form == "못" and following[1].form == "하"
    return denied and tokens[index - 1].form == "지"


def _tail_end(tokens: Sequence[Token], start: int) -> int:
    """Index after the endings and auxiliaries that follow a nucleus."""
    index = start
    while index < len(tokens):
        tag = tokens[index].tag
        auxiliary = index > start and _is_auxiliary(tokens[index - 1], tokens[index])
        particle = tag == "JX" and (_is_parted(tokens, index) or _goes_on(tokens, index))
        if tag in _ENDINGS or auxiliary or particle:
            index += 1
            if tag in {"EF", "ETM"} or (tag == "ETN" and not _goes_on(tokens, index)):
                break
        else:
            break
    return index


def _after_noun(tokens: Sequence[Token], index: int) -> str | None:
    """The noun at ``index`` with its affixes (가능 + 성)."""
    if index >= len(tokens) or tokens[index].tag not in {"NNG", "NNB", "NNP", "XR"}:
        return None
    noun = tokens[index].form
    while index + 1 < len(tokens) and tokens[index + 1].tag == "XSN":
        index += 1
        noun += tokens[index].form
    return noun


def _josa(tokens: Sequence[Token], index: int) -> str | None:
    if index < len(tokens) and tokens[index].tag.startswith("J"):
        return tokens[index].form
    return None


def _is_negated(tokens: Sequence[Token], nucleus: _Nucleus, tail: Sequence[Token]) -> bool:
    before = tokens[nucleus.first - 1] if nucleus.first else None
    adverb = before is not None and before.tag == "MAG" and before.form in _NEGATIVE_ADVERBS
    auxiliary = any(token.form in _DENYING for token in tail)
    return adverb or auxiliary or nucleus.lemma == "아니다"


def _is_prospective(tail: Sequence[Token]) -> bool:
    return any(
        (token.tag == "ETM" and token.form in {"ᆯ", "을"})
        or (token.tag == "EP" and token.form == "겠")
        or (token.tag == "EC" and token.form in _INTENTIONS)
        or (token.tag in {"EF", "EC"} and _bare(token.form).startswith(("리라", "것")))
        for token in tail
    )


def _is_progressive(tail: Sequence[Token]) -> bool:
    return any(
        token.tag == "VX" and token.form in {"있", "계시"} and before.tag in {"EC", "JX"}
        for before, token in pairwise(tail)
    )


def _voice(nucleus: _Nucleus, tail: Sequence[Token]) -> Voice:
    """이루어지다, 알려지다: -어지다 makes a passive."""
    made_passive = any(token.tag == "VX" and token.form == "지" for token in tail)
    return Voice.PASSIVE if made_passive else nucleus.voice


def _complete(tokens: Sequence[Token], nucleus: _Nucleus) -> Predicate:
    last = _tail_end(tokens, nucleus.after)
    tail = tokens[nucleus.after : last]
    ended = tail[-1] if tail and tail[-1].tag in _FORMS else None
    ending = _FORMS[ended.tag] if ended else Ending.NONE
    reported = _reported(ended.form) if ended and ended.tag in {"EC", "ETM", "EF"} else None
    if reported and ending is Ending.CONNECTIVE:
        ending = Ending.QUOTATIVE
    return Predicate(
        span=tokens[nucleus.first].span.hull(tokens[last - 1].span),
        lemma=nucleus.lemma,
        noun=nucleus.noun,
        object=nucleus.object,
        ending=ending,
        tail=ended.form if ended else "",
        endings=tuple(token.form for token in tail),
        reported=reported,
        negated=_is_negated(tokens, nucleus, tail),
        past=any(token.tag == "EP" and token.form in {"었", "았", "였"} for token in tail),
        prospective=_is_prospective(tail),
        progressive=_is_progressive(tail),
        voice=_voice(nucleus, tail),
        head=_after_noun(tokens, last) if ending is Ending.ADNOMINAL else None,
        particle=_josa(tokens, last) if ending is Ending.NOMINAL else None,
        first=nucleus.first,
        last=last,
    )


def predicates(tokens: Sequence[Token]) -> tuple[Predicate, ...]:
    """Find the predicates of one sentence.

    Args:
        tokens: As ``Analyser.analyse`` gives them.

    Returns:
        In order of the text. ``-ㄹ 예정이다`` gives two: the verb (adnominal, ``head`` 예정,
        ``prospective``) and the copula (``noun`` 예정).

    Example:
        ``초청받아 방문할 예정이라고 밝혔다`` gives 초청받다 (passive), 방문하다 (head 예정), 이다
        (noun 예정, reported 라고) and 밝히다 (final, past).
    """
    found = []
    index = 0
    while index < len(tokens):
        # Four of five tokens begin none
        nucleus = _nucleus(tokens, index) if tokens[index].tag in _BEGIN else None
        if nucleus is None:
            index += 1
            continue
        predicate = _complete(tokens, nucleus)
        found.append(predicate)
        index = predicate.last
    return tuple(found)
