"""Text → morphemes with their places, by the Kiwi analyser.

The analyser is loaded once per process and set of user words (it takes a second and 300 MB).
Invariant: a token's span slices the text that was analysed, moved by the offset that was given.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from functools import cache, lru_cache
from threading import Thread
from typing import TYPE_CHECKING, Any

import msgspec

from haengbo.model.span import Span

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

#: 추진키로 for 추진하기로, 참석키 위해: newspapers contract 하기, the analyser sees a key.
_CONTRACTED = (
    ("키로", (("하", "XSV", 0, 1), ("기", "ETN", 0, 1), ("로", "JKB", 1, 2)), 0.0),
    ("키", (("하", "XSV", 0, 1), ("기", "ETN", 0, 1)), -1.0),
)
#: (form, part of speech), e.g. ``("쇼이구", "NNP")``.
UserWord = tuple[str, str]


#: Smaller numbers of morphemes stand for their part of speech: an unknown noun of that kind.
_FIRST_MORPHEME = 64
#: No proper noun ends in it.
_AT = "에서"


class Token(msgspec.Struct, frozen=True):
    """One morpheme.

    Attributes:
        form: As analysed (``하`` of ``했다``), normalised by the analyser; a coda that was
            contracted stands as a conjoining letter (``ᆫ다`` of ``간다``, ``ᆯ`` of ``할``).
        tag: Sejong part of speech: NNG, NNP, JKS, JX, VV, XSV, EP, EC, EF, ETM, SN … (without
            the analyser's marks of regularity).
        span: Place in the text; contracted morphemes may share code points.
        lemma: Dictionary form for predicates (``만나다``), else ``form``. For a noun with
            하다/되다/받다 see ``korean.predicates``.
        known: Whether the analyser has the morpheme; a noun it does not have is a name, as a
            rule, whatever kind of noun it takes it for.
    """

    form: str
    tag: str
    span: Span
    lemma: str
    known: bool = True


def _token(raw: Any, offset: int) -> Token:  # noqa: ANN401 - the analyser ships no types
    start = offset + raw.start
    known = raw.id >= _FIRST_MORPHEME
    return Token(raw.form, _plain(raw.tag), Span(start, start + raw.len), raw.lemma, known)


def parted(tokens: list[Token]) -> tuple[Token, ...]:
    """Tokens with 에서 apart from a name that the analyser does not know.

    Example:
        ``하산에서``, one proper noun to the analyser, is ``하산`` and the particle ``에서``.
    """
    told = _told_at(tokens)
    if not any(token.tag == "NNP" and token.form.endswith(_AT) for token in told):
        return told
    return tuple(part for token in told for part in _halves(token))


def _told_at(tokens: list[Token]) -> tuple[Token, ...]:
    """Tokens with 에서 in one where the analyser sees somebody stand (서다) without a blank.

    Example:
        ``회담이 평양에서 있었다``: talks that were there; ``탑이 평양에 서 있었다`` has a blank.
    """
    if not any(token.form == "서" and token.tag == "VV" for token in tokens):
        return tuple(tokens)
    found: list[Token] = []
    rest = iter(range(len(tokens)))
    for i in rest:
        if _stands_unparted(tokens[i : i + 4]):
            at, stand, _, there = tokens[i : i + 4]
            found.append(Token(_AT, "JKB", Span(at.span.start, stand.span.end), _AT))
            found.append(Token(there.form, "VA", there.span, there.lemma))
            for _skipped in range(3):
                next(rest)
        else:
            found.append(tokens[i])
    return tuple(found)


def _stands_unparted(four: list[Token]) -> bool:
    """Whether they are 에, 서, 어 and 있, of which the first two are written in one."""
    forms = [token.form for token in four]
    return forms == ["에", "서", "어", "있"] and four[0].span.end == four[1].span.start


def _halves(token: Token) -> tuple[Token, ...]:
    name = token.form.removesuffix(_AT)
    if token.tag != "NNP" or name in ("", token.form) or len(token.span) != len(token.form):
        return (token,)
    cut = token.span.start + len(name)
    noun = Token(name, "NNP", Span(token.span.start, cut), name)
    return noun, Token(_AT, "JKB", Span(cut, token.span.end), _AT)


@cache
def _plain(tag: str) -> str:
    """A tag without the mark of regularity; there are some sixty tags."""
    return tag.partition("-")[0]


def _load() -> Kiwi:
    from kiwipiepy import Kiwi  # noqa: PLC0415 - loading it costs a second, not every use needs it

    # One thread: many readings run side by side, one process per core.
    kiwi = Kiwi(num_workers=1)
    for form, parts, score in _CONTRACTED:
        kiwi.add_pre_analyzed_word(form, parts, score)
    return kiwi


@cache
def _begun() -> deque[Future[Kiwi]]:
    """Analysers without user words that are being loaded; each is for one that asks."""
    return deque()


def load_ahead() -> None:
    """Begin to load the analyser while this thread does other things.

    For a process that is going to read one page: reading the model's files needs no lock of
    Python, so that importing and parsing the pack go on beside it. A process that has an analyser,
    or one under way, loads no other: nobody might ever ask for it, and it takes 300 MB.
    """
    if _begun() or _kept.cache_info().currsize:
        return
    loading: Future[Kiwi] = Future()

    def load() -> None:
        try:
            loading.set_result(_load())
        except Exception as error:  # noqa: BLE001 - raised where the analyser is asked for
            loading.set_exception(error)

    # No daemon: a process that ends meanwhile must not take the thread out of native code
    Thread(target=load, name="analyser").start()
    _begun().append(loading)


class Analyser:
    """Kiwi with user words; get one with ``analyser`` so that it is loaded only once."""

    def __init__(self, user_words: Iterable[UserWord] = ()) -> None:
        begun = _begun()
        self._kiwi = begun.pop().result() if begun else _load()
        for form, tag in user_words:
            self._kiwi.add_user_word(form, tag, 0.0)

    def analyse(
        self, texts: Sequence[str], offsets: Sequence[int] | None = None
    ) -> list[tuple[Token, ...]]:
        """Analyse several texts.

        Args:
            texts: Sentences.
            offsets: Code points to add to the places of each text's tokens, e.g. where the
                sentence begins in the article; zeros if omitted.

        Returns:
            One tuple of tokens for each text, in the same order.
        """
        starts = [0] * len(texts) if offsets is None else offsets
        # One call for each sentence: a list goes through the analyser's thread pool, which took a
        # quarter longer on short texts (0.44 s against 0.34 s for 71,000 characters).
        return [
            parted([_token(raw, offset) for raw in self._kiwi.tokenize(text)])
            for text, offset in zip(texts, starts, strict=True)
        ]

    def joined(self, lines: Sequence[str]) -> str:
        """Lines of one paragraph on one line, with a space only where two words met.

        Example:
            ``["한반도 정세, 지", "역 현안에 대해"]`` is ``한반도 정세, 지역 현안에 대해``.
        """
        return str(self._kiwi.glue(list(lines))) if len(lines) > 1 else "".join(lines)

    def words_end(self, lines: Sequence[str]) -> tuple[bool, ...]:
        """Whether a word ends with each line of a paragraph but the last.

        Example:
            ``["한반도 정세, 지", "역 현안에", "대해"]`` gives ``(False, True)``.
        """
        if len(lines) < 2:  # noqa: PLR2004 - no break between fewer
            return ()
        _, ends = self._kiwi.glue(list(lines), return_space_insertions=True)
        return tuple(map(bool, ends))


@lru_cache(maxsize=2)
def _kept(user_words: tuple[UserWord, ...]) -> Analyser:
    return Analyser(user_words)


def analyser(user_words: tuple[UserWord, ...] = ()) -> Analyser:
    """The analyser for these user words, loaded on first use and kept for the process."""
    return _kept(user_words)
