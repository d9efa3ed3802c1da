"""A place in a sentence → the noun phrase that ends there.

Walks back word by word (eojeol): a topic, a subject or a finished clause ends the phrase; an
object or subject that belongs to a relative clause inside it does not.
"""

from __future__ import annotations

import re

from haengbo.korean.morphemes import Token
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence

_WORD = re.compile(r"\S+")
#: How many words a phrase may have.
_LONGEST = 9
_STOP = {"JX", "EC", "EF", "SF"}
_RELATIVE = {"JKO", "JKS", "JKB"}
_LINKING = {"MAJ"}
#: ``규모와 사상자``: the tagger takes 와 for a particle of company.
_AND = {"와", "과"}
#: ``되풀이했을 뿐 …``: a clause is over.
_WHAT_FOR = re.compile(r"(?:뿐|채|대신|반면|한편|[가-힣]째|현재)$")
_LEAD = re.compile(r"(?:반면|다만|특히|또한|물론|결국|심지어|아직|여전히|정작)(?:에)? ")
#: What leads a clause and is none of it.
_CLAUSE_LEAD = re.compile(
    r"(?:그러나|하지만|한편|또|이어|앞서|이날|이와 함께|[0-9]{1,2}일"
    r"|정례\s?브리핑에서|기자회견에서|회견에서"
    r"|[0-9]{1,2}일 [가-힣 ]{0,8}(?:브리핑|회견)에서) "
)
#: Endings after which another clause begins (알리고, 알렸지만); 지니고 있는지 is one verb.
_OVER = ("고", "며", "으며", "면서", "면서도", "지만", "으나", "는데", "ᆫ데", "은데", "자", "더니")
_OPEN, _CLOSE = "‘“《「『(", "’”》」』)"


def _last(sentence: Sentence, span: Span) -> Token | None:
    inside = [t for t in sentence.tokens_in(span) if t.tag not in {"SP", "SSO", "SSC", "SS", "SSQ"}]
    return inside[-1] if inside else None


def noun_phrase(document: Document, sentence: Sentence, end: int) -> Span | None:
    """The phrase that ends at ``end`` (before its particle), or ``None``.

    Example:
        In ``통신은 두 장관의 면담 사실을 숨겼다`` with ``end`` before 을: 두 장관의 면담 사실.
    """
    text = document.text
    words = [m.span() for m in _WORD.finditer(text, sentence.span.start, end)]
    if not words:
        return None
    start = words[-1][0]
    depth = _depth(text[start:end])
    after = _last(sentence, Span(start, end))
    asks = after is not None and after.tag in {"EC", "EF", "NNB"} and after.form.endswith("지")
    for word_start, word_end in reversed(words[:-1][-_LONGEST:]):
        word = Span(word_start, word_end)
        if depth <= 0 and _ends_before(sentence, text, word, after, asks):
            break
        start = word_start
        last = _last(sentence, word)
        # 손님을 다시 받는 방안: an adverb parts no object from its verb
        after = after if last is not None and last.tag == "MAG" else last
        depth += _depth(text[word_start:word_end])
    return _trimmed(text, Span(start, end))


def clause_before(document: Document, sentence: Sentence, end: int) -> Span | None:
    """The clause that ends at ``end``, with its own subject, or ``None``.

    Example:
        In ``대변인은 특사가 친서를 지니고 있는지 밝히지 않았다`` with ``end`` behind 있는지:
        특사가 친서를 지니고 있는지.
    """
    words = [m.span() for m in _WORD.finditer(document.text, sentence.span.start, end)]
    start = words[-1][0] if words else end
    depth, after = 0, None
    for word_start, word_end in reversed(words):
        word = Span(word_start, min(word_end, end))
        if depth <= 0 and after is not None and _is_over(sentence, word, after):
            break
        start, after = word_start, word
        depth += _depth(word.of(document.text))
    span = _trimmed(document.text, Span(start, end)) if words else None
    while span is not None and (lead := _CLAUSE_LEAD.match(document.text, span.start, span.end)):
        span = Span(lead.end(), span.end)
    return span


def _is_over(sentence: Sentence, word: Span, after: Span) -> bool:
    """Whether another clause, or the topic of an outer one, ends with a word."""
    last = _last(sentence, word)
    if last is None or last.tag in {"EF", "SF", "MAJ"}:
        return True
    if last.tag == "EC":
        behind = next(iter(sentence.tokens_in(after)), None)
        return last.form.endswith(_OVER) and (behind is None or behind.tag != "VX")
    return last.tag == "JX" and last.form in {"은", "는"}


def _depth(word: str) -> int:
    """How many quotation marks are closed here that were opened further left."""
    return sum(word.count(c) for c in _CLOSE) - sum(word.count(c) for c in _OPEN)


def _ends_before(
    sentence: Sentence,
    text: str,
    word: Span,
    after: Token | None,
    asks: bool,  # noqa: FBT001
) -> bool:
    last = _last(sentence, word)
    if last is None or last.tag in _STOP or last.tag in _LINKING:
        return True
    if _WHAT_FOR.search(word.of(text)):
        return True
    if last.form in _AND and _noun(after):
        return False
    if text[word.end - 1] == "," and last.tag not in {"NNG", "NNP", "NNB", "XSN", "SN"}:
        return True
    return last.tag in _RELATIVE and not asks and not _relative(after)


def _noun(token: Token | None) -> bool:
    return token is not None and token.tag in {"NNG", "NNP", "NNB", "XSN", "SN", "SL", "JKG"}


def _relative(after: Token | None) -> bool:
    """Whether the word to the right is the verb of a relative clause (``다룬``; not ``라는``).

    So is the North's ``강화할데 대한``.
    """
    if after is not None and after.tag == "NNB" and after.form == "데":
        return True
    return after is not None and after.tag == "ETM" and not after.form.endswith("라는")


def _trimmed(text: str, span: Span) -> Span:
    """Without marks and turning words (``반면``) at the left edge."""
    start, end = span.start, span.end
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while start < end and text[start] in " ,·(":
        start += 1
    return Span(start, end)
