"""Words → the same words, with foreign names put right where the analyser splits them.

Comes in: the words of a line. Goes out: words. A list of given names is the ground: what follows
로만 or 드미트리 is a family name, even if the analyser sees a verb in it. Invariant: spans stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from haengbo.korean.particles import coda, strip
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.parted import unlisted_parted
from haengbo.reading.mentions.words import Word, as_name

#: Syllables of one part of a Vietnamese name.
_SHORT = 2
#: Syllables of most Korean names.
_KOREAN = 3
#: Particles that no part of a Vietnamese name is written like.
_PARTICLES = "은는을를의과와가"
#: Particles that no Japanese family name ends in.
_PARTICLES_ONLY = "은는을를의과"
_LONGEST_FAMILY = 5
#: Between two offices of one person.
_AND = "겸"
_ADJECTIVE = {"XSA", "VA", "VX", "EC", "XSV"}


def renamed(words: tuple[Word, ...], text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """Words with given names, the family names after them and 동지 told apart.

    Example:
        In ``부상 로만 쏘로낀동지를`` the last word has the stem 쏘로낀동지, the tail ``를``.
    """
    kept: list[Word] = []
    given = vietnamese = False
    families = lexicon.words("family-names-of-many-words")
    names = lexicon.words("given-names") | families
    untied = unlisted_parted(_untied(words, lexicon), text, lexicon)
    words = tuple(_apart(untied, text, lexicon))
    for index, word in enumerate(words):
        whole = word.span.of(text)
        honoured = _until_honorific(whole, lexicon)
        follows = index + 1 < len(words) and words[index + 1].joined
        if follows and _is_name(word, whole, words[index + 1], text, lexicon):
            kept.append(as_name(word, len(whole), text))
            continue
        if follows and _is_linked(words[index:], text, lexicon):
            kept.append(as_name(word, len(whole), text))
            given, vietnamese = True, False
            continue
        if follows and index and _is_behind(word, words[index - 1], whole, lexicon):
            kept.append(as_name(word, len(whole), text))
            continue
        if follows and whole in names and not _is_adverb(word, words[index + 1]):
            kept.append(as_name(word, len(whole), text))
            given = True
            vietnamese = whole in families
            continue
        goes_on = vietnamese and _goes_on(word, text, lexicon)
        if given and follows and (goes_on or _links(word, text, lexicon)):
            kept.append(as_name(word, len(word.span), text))
            continue
        if given and vietnamese and (length := _until_particle(word, text)):
            kept.append(as_name(word, length, text))
            given = False
            continue
        if honoured:
            kept.append(as_name(word, honoured, text) if given else _cut(word, honoured, text))
        elif given and word.joined and word.hangul and not _is_word(word, lexicon):
            kept.append(_family(word, text, lexicon))
        else:
            kept.append(word)
        given = False
    return tuple(kept)


def _apart(words: Iterable[Word], text: str, lexicon: Lexicon) -> Iterator[Word]:
    """부총리겸 외교부장, 부총리겸외교부장: two offices that are written as one word."""
    for word in _without_former(words, text, lexicon):
        at = word.text.find(_AND)
        office = any(word.text[start:at] in lexicon.heads for start in range(max(at - 1, 0)))
        if at < _SHORT or not office:
            yield word
            continue
        start = word.span.start + at
        left, right = Span(word.span.start, start), Span(start + 1, word.span.end)
        yield _piece(word, left, left, word.gap, text)
        yield _piece(word, Span(start, start + 1), Span(start, start + 1), "", text)
        if right.end > right.start:
            yield _piece(word, right, Span(right.start, word.stem.end), "", text)


def _without_former(words: Iterable[Word], text: str, lexicon: Lexicon) -> Iterator[Word]:
    """전대통령, 전미국대통령, 前총리: what says that the office is no more held, apart."""
    for word in words:
        former = word.text[:1] in lexicon.words("former-prefixes")
        if not former or not _is_office(word.text[1:], lexicon):
            yield word
            continue
        start = word.span.start
        yield _piece(word, Span(start, start + 1), Span(start, start + 1), word.gap, text)
        rest = Span(start + 1, word.span.end)
        yield _piece(word, rest, Span(start + 1, word.stem.end), "", text)


def _is_office(text: str, lexicon: Lexicon) -> bool:
    """A head of state or government, or a minister, perhaps behind the state."""
    for cut in range(len(text)):
        if text[cut:] not in lexicon.words("heads-once-held"):
            continue
        state = lexicon.names.claimed(text[:cut])
        known = state is not None and state.rows[0].actor_kind is ActorKind.STATE
        if not cut or known or text[:cut] in lexicon.names.letters:
            return True
    return False


def _piece(word: Word, span: Span, stem: Span, gap: str, text: str) -> Word:
    kept = [n for n, start in enumerate(word.starts) if stem.start <= start < stem.end]
    tags = tuple(word.tags[n] for n in kept) or ("NNG",)
    tail = text[stem.end : span.end]
    starts = tuple(word.starts[n] for n in kept)
    return replace(
        word, span=span, stem=stem, text=stem.of(text), tail=tail, gap=gap, tags=tags, starts=starts
    )


def _untied(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Word]:
    """Titles without the copula that the analyser takes for a part of them: 주석인 통룬 ….

    A noun in 인 (상인) stays whole: what is before the copula must be a title.
    """
    for word in words:
        copula = None if word.tail else lexicon.ending("copulas", word.text)
        title = word.text[: -len(copula)] if copula else ""
        if copula is None or title not in lexicon.heads or word.text in lexicon.heads:
            yield word
            continue
        stem = Span(word.stem.start, word.stem.end - len(copula))
        kept = sum(start < stem.end for start in word.starts)
        yield replace(
            word,
            stem=stem,
            text=title,
            tail=copula,
            tags=word.tags[:kept],
            starts=word.starts[:kept],
        )


def _misread(word: Word, whole: str, following: Word, text: str, lexicon: Lexicon) -> bool:
    """어유진 새벽연구원 …: a Korean name before an institute in which the analyser sees a verb.

    Not an adjective or a verb with its auxiliary: 유명한 연구소, 지어진 새벽연구소.
    """
    if word.text == whole or len(whole) != _KOREAN or not word.hangul or word.tags[:1] == ("XR",):
        return False
    after = following.span.of(text)
    given = set(whole[1:]) <= lexicon.words("given-syllables")
    given = given and whole[0] in lexicon.words("surnames")
    if not given or whole in lexicon.words("not-names") or _ADJECTIVE & set(word.tags):
        return False
    if strip(whole) != whole or whole.endswith("한"):
        return False
    head = lexicon.ending("institute-heads", after)
    return following.bare and head is not None and len(head) > 1 and len(after) > len(head) + 1


def _is_name(word: Word, whole: str, following: Word, text: str, lexicon: Lexicon) -> bool:
    """Whether what follows shows that all of a word is a name, particle-like end and all."""
    return (
        _misread(word, whole, following, text, lexicon)
        or _ends_in_only(word, whole, following, lexicon)
        or _before_given(word, whole, following, text, lexicon)
    )


def _ends_in_only(word: Word, whole: str, following: Word, lexicon: Lexicon) -> bool:
    """김수만 유엔주재 부대사: a name that ends in a syllable which is a particle of rank too."""
    if word.tail not in lexicon.words("particles-that-end-names") or len(whole) != _KOREAN:
        return False
    families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
    named = whole[0] in families and set(whole[1:]) <= lexicon.words("given-syllables")
    return named and word.proper and following.bare and not _is_word(word, lexicon)


def _before_given(word: Word, whole: str, following: Word, text: str, lexicon: Lexicon) -> bool:
    """구로사와 유키오, 하야시다 겐이치: a family name that ends like a particle or an ending."""
    given = {following.span.of(text), following.text}
    if given.isdisjoint(lexicon.words("given-names-behind")) or not word.hangul:
        return False
    if word.bare or whole[-1:] in _PARTICLES_ONLY or not 1 < len(whole) <= _LONGEST_FAMILY:
        return False
    return word.text not in lexicon.heads


def _is_behind(word: Word, family: Word, whole: str, lexicon: Lexicon) -> bool:
    """나카무라 [겐지]: a given name of Japan behind a family name, whatever the analyser sees."""
    named = whole in lexicon.words("given-names-behind") and word.joined and not word.bare
    return named and family.proper and len(family.span) > 1


def _is_adverb(word: Word, following: Word) -> bool:
    """중앙방송은 [또] 같은날 …: not 또 럼, where the next part is as short."""
    return word.tags == ("MAG",) and len(following.text) > _SHORT


def _goes_on(word: Word, text: str, lexicon: Lexicon) -> bool:
    """A short syllable or two after a Vietnamese family name: 응우옌 쑤언 푹."""
    whole = word.span.of(text)
    short = word.joined and len(whole) <= _SHORT and word.hangul
    return short and not _until_particle(word, text) and not _is_word(word, lexicon)


def _until_particle(word: Word, text: str) -> int:
    """Length of the last syllable of a name before its particle (꽝은), 0 if there is none."""
    whole = word.span.of(text)
    # 항이: 이 behind a closed syllable is no part of the name, as in 마이
    particle = whole[-1] in _PARTICLES or (whole[-1] == "이" and bool(coda(whole[:-1])))
    ends = word.joined and len(whole) == _SHORT and particle
    return len(whole) - 1 if ends else 0


def _links(word: Word, text: str, lexicon: Lexicon) -> bool:
    """파이살 빈 …: what follows goes on from the given name."""
    return word.joined and word.span.of(text) in lexicon.words("name-links-sure")


def _is_linked(words: tuple[Word, ...], text: str, lexicon: Lexicon) -> bool:
    """가싼 알 리파이: before 알 and a noun, though the analyser sees a verb in it."""
    if len(words) <= _SHORT or not (words[0].tail and words[2].joined and words[2].nominal):
        return False
    particle = words[0].tail in lexicon.words("name-particles")
    return not particle and words[0].hangul and _links(words[1], text, lexicon)


def _is_word(word: Word, lexicon: Lexicon) -> bool:
    """Known to the pack, a title, or what a place is (하산 역에): it needs no help."""
    if word.text in lexicon.words("behind-place-names"):
        return True
    return word.text in lexicon.heads or lexicon.names.claimed(word.text) is not None


def _family(word: Word, text: str, lexicon: Lexicon) -> Word:
    """A family name after a given name: cut at a particle only."""
    full = word.span.of(text)
    if len(word.text) == 1 and word.tail and word.tail not in lexicon.words("name-particles"):
        return word  # 하산 쪽에서: no name is one syllable before 에서
    if word.proper and word.tail in {"", *lexicon.words("name-particles")}:
        return word
    return as_name(word, len(strip(full)), text)


@lru_cache(maxsize=16384)
def _until_honorific(full: str, lexicon: Lexicon) -> int:
    """Length up to and with an honorific inside the word (…동지사이의), 0 if there is none."""
    for honorific in lexicon.words("attached-honorifics"):
        at = full.find(honorific)
        if at >= 2:  # noqa: PLR2004 - shorter names do not stand alone
            return at + len(honorific)
    return 0


def _cut(word: Word, length: int, text: str) -> Word:
    named = as_name(word, length, text)
    return named if len(named.stem) != len(word.stem) or not word.nominal else word
