"""Words right before a state and an office, or behind one → the foreign name that they are.

Comes in: a line, and where a stretch of words without particles begins. Goes out: the span of a
name of two to four words (속 찬다라, 라제시 바르마), or ``None``. Precision first: every word may
be part of a transliterated name, one of them surely is, and the state's people bear no names in
Hangul. A part alone may look like any noun; between a break and a state the whole does not, nor
between an office and a particle.
"""

from __future__ import annotations

from haengbo.korean.particles import strip
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.bodies import is_institute, is_school, owns_roles
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.organs import is_organ
from haengbo.reading.mentions.strangers import (
    free_word,
    looks_chinese,
    looks_foreign,
    looks_korean,
    posted,
)
from haengbo.reading.mentions.titles import title_end
from haengbo.reading.mentions.words import HANGUL, Word

_BODIES = {ActorKind.STATE, ActorKind.ORGANISATION}
_FEWEST, _MOST = 2, 4
_LONGEST_PART = 6
#: Syllables of a part that looks foreign by itself.
_SURE_PART = 3
#: Syllables of a part that the analyser takes for another word.
_ODD_PART = 4
_KOREAN = 3
#: Adverbs, determiners, numbers and dependent nouns are no parts of names.
_NEVER = ("MA", "MM", "NP", "NR", "NNB", "SN", "SL", "XP")
#: What a day or the mark of a list begins with.
_MARKS = {"SN", "SW", "SO", "SB"}
#: A syllable may be any noun (초, 투).
_NO_SYLLABLE = ("MA", "MM", "NP", "NR", "SN", "SL")


def whole_name(line: Line, first: int, title: int, lexicon: Lexicon) -> Span | None:
    """The name that stands between a break and a state with an office.

    Args:
        line: The line.
        first: Word that begins a stretch of words without particles.
        title: Word in which the office ends.
        lexicon: What to look up.

    Example:
        ``속 찬다라 캄보디아 외교장관은``: the first two words; nothing in ``회담 상대 일본 총리``.
    """
    stop = _state(line, first, title, lexicon) or _office(line, first, title, lexicon)
    stop = stop or _institute(line, first, title, lexicon)
    if stop is None:
        return None
    former = stop - 1 > first and line.words[stop - 1].text in lexicon.words("former")
    end = stop - 1 if former else stop
    first = _beyond_lead_ins(line, first, end, lexicon)
    if not _FEWEST <= end - first <= _MOST:
        return None
    words = line.words[first:end]
    if not (_named(line, first, end, lexicon) or _of_short_parts(words, line.words[stop], lexicon)):
        return None
    return Span(words[0].span.start, words[-1].span.end)


def _beyond_lead_ins(line: Line, first: int, end: int, lexicon: Lexicon) -> int:
    """12일 밤방 위보워 …: the first word that may be part of a name."""
    while first < end and (leads_in(line.words[first], lexicon) or _describes(line, first)):
        first += 1
    return first


def _describes(line: Line, index: int) -> bool:
    """서울에 [온] 나세르 …, 그에 [따르면] 나세르 …: a verb that has its argument before it."""
    word = line.words[index]
    if index == 0 or not (word.joined and line.words[index - 1].tail):
        return False
    tags = [token.tag for token in line.sentence.tokens_at(word.span)]
    if len(tags) > 1 and tags[0].startswith("V") and tags[-1] == "EC":
        return True
    return tags[-1:] == ["ETM"] and word.tags[:1] != ("NNP",) and len(word.span) <= _FEWEST


def leads_in(word: Word, lexicon: Lexicon) -> bool:
    """앞서, 12일, 도착후, 아시아사무국: what stands before a name and is no part of it."""
    marked = bool(word.tags) and word.tags[0] in _MARKS  # 12일, ○
    if is_moment(word, lexicon) or _is_staff(word, lexicon):
        return True
    return marked or word.text in lexicon.words("lead-ins")


def is_moment(word: Word, lexicon: Lexicon) -> bool:
    """도착후, 같은날: when something was done, in one word of the analyser's parts."""
    parts = len(word.tags) > 1 and word.tags[0] != "NNP" and word.tags[-1].startswith("NN")
    return parts and word.bare and lexicon.ending("moments", word.text) is not None


def _is_staff(word: Word, lexicon: Lexicon) -> bool:
    """아시아사무국 리슬리 대변인: the office that somebody speaks for, too long for a name."""
    staff = lexicon.ending("staff-heads", word.text) is not None
    return word.bare and len(word.text) > _ODD_PART and (staff or is_organ(word.text, lexicon))


def _named(line: Line, first: int, end: int, lexicon: Lexicon) -> bool:
    """Every word but one is part of a transliterated name, and one of them surely."""
    words = line.words[first:end]
    free = all(_free(line, first + n, w.span.of(line.text), lexicon) for n, w in enumerate(words))
    parts = [_part(w, line, lexicon) for w in words]
    surely = any(len(w.span) > 1 and _foreign(w, line, lexicon) for w in words)
    if not (free and surely):
        return False
    odd = [w for w, part in zip(words, parts, strict=True) if not part]
    return not odd or (len(odd) == 1 and _odd_part(odd[0], line, lexicon))


def _odd_part(word: Word, line: Line, lexicon: Lexicon) -> bool:
    """다나베 [고지], [비자이] 쿠마르: one part in which the analyser sees some other word.

    Not what describes a state or an office: 하마스 축출 이스라엘 총리.
    """
    text = word.span.of(line.text)
    if any(text.endswith(end) for end in lexicon.words("never-end-names")):
        return False
    whole = word.bare or not word.text.startswith(text)
    return whole and text not in lexicon.words("nouns-before-states") and len(text) <= _ODD_PART


def _of_short_parts(words: tuple[Word, ...], state: Word, lexicon: Lexicon) -> bool:
    """초 투 미얀마 외무차관: where people bear names of single syllables."""
    single = all(len(word.span) == 1 and _syllable(word) for word in words)
    return single and state.text.startswith(tuple(lexicon.words("states-of-short-names")))


def _state(line: Line, first: int, title: int, lexicon: Lexicon) -> int | None:
    """The first word that names a state, or a body by its state: 캄보디아, 인도 외교부, 주북한.

    ``None`` if that state's people bear names in Hangul.
    """
    for index in range(first, title + 1):
        word = line.words[index]
        atom = line.atom_at(word)
        if atom is None or atom.kind not in _BODIES:
            continue
        land = atom.name or ""
        if atom.kind is ActorKind.ORGANISATION:
            land = lexicon.names.state_of(land) or ""
            if not land or not word.text.startswith(land):
                return None
        posted = lexicon.starting("posted-prefix", word.text) is not None
        native = land in _hangul(lexicon)
        return None if native and not posted else index
    return None


def _free(line: Line, index: int, text: str, lexicon: Lexicon) -> bool:
    """No name of the pack, no title or body, no word that opens a phrase."""
    if not HANGUL.match(text) or len(text) > _LONGEST_PART or not free_word(line, index, lexicon):
        return False
    if text in lexicon.heads or any(text in lexicon.words(key) for key in _ORDINARY):
        return False
    if posted(text, lexicon):
        return False
    office = len(text) > _SURE_PART and title_end(line, index, lexicon) is not None
    return not office and not any(lexicon.ending(key, text) for key in _BODY_ENDINGS)


def _office(line: Line, first: int, title: int, lexicon: Lexicon) -> int | None:
    """Where the office begins, if its state stands before the name: 라오스에서 온 … 농업부 차관.

    ``None`` if no state leads to the name, or one whose people bear names in Hangul.
    """
    start = line.words[first].span.start
    states = (a for a in line.atoms if a.kind is ActorKind.STATE and a.span.end <= start)
    state = max(states, key=lambda a: a.span.end, default=None)
    if state is None or state.whole is not None or state.name in _hangul(lexicon):
        return None
    between = line.text[state.span.end : start]
    if between not in {" ", "의 "} and lexicon.starting("sides-abroad", between.lstrip()) is None:
        return None
    for index in range(first + 1, title + 1):
        word = line.words[index]
        if index == title or is_organ(word.text, lexicon) or word.text in lexicon.heads:
            return index
    return None


def _institute(line: Line, first: int, title: int, lexicon: Lexicon) -> int | None:
    """Where an institute or school stands, of a name that begins with a foreign word.

    Example:
        ``나카야마 도루 세토대 교수``: behind the first two words.
    """
    end = title_end(line, title, lexicon)
    if end is None or not _foreign_opens(line.words[first], lexicon):
        return None
    for index in range(first + 1, title + 1):
        word = line.words[index]
        atom = line.atom_at(word)
        if atom is not None:
            owns = atom.kind is ActorKind.ORGANISATION and owns_roles(atom)
            return index if owns and atom.span.start == word.span.start else None
        if word.text not in lexicon.heads and (
            is_institute(word, word.text, lexicon) or is_school(word.text, end.head, lexicon)
        ):
            return index
    return None


def _foreign_opens(word: Word, lexicon: Lexicon) -> bool:
    """나카야마, 히라이: a proper noun of three syllables or more, which is no Korean name."""
    korean = looks_korean(word, lexicon, vouched=True)
    return word.proper and word.bare and len(word.text) >= _SURE_PART and not korean


def _hangul(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.words("states-of-hangul-names")


def _part(word: Word, line: Line, lexicon: Lexicon) -> bool:
    if len(word.span) == 1:
        return _syllable(word)
    never = any(tag.startswith(_NEVER) for tag in word.tags)
    return not never and (word.proper or _foreign(word, line, lexicon))


def _syllable(word: Word) -> bool:
    return not any(tag.startswith(_NO_SYLLABLE) for tag in word.tags)


def _foreign(word: Word, line: Line, lexicon: Lexicon) -> bool:
    text = word.span.of(line.text)
    return word.proper or not lexicon.words("foreign-syllables").isdisjoint(text)


_ORDINARY = ("lead-ins", "not-names", "former", "never-parts-of-names")
_BODY_ENDINGS = ("organ-heads", "institute-heads", "name-never-ends")


def strange_run(line: Line, first: int, lexicon: Lexicon) -> Span | None:
    """Two transliterated words behind an office, whatever the analyser takes them for.

    Example:
        ``노동부 장관 알마즈벡 이사노브는``: the last two words.
    """
    words = line.words[first : first + _FEWEST]
    if len(words) < _FEWEST or not (words[0].bare and words[1].joined):
        return None
    known = any(line.atom_at(word) is not None for word in words)
    ends = lexicon.starting("name-particles", words[1].tail) is not None
    foreign = all(len(w.text) >= _SURE_PART and looks_foreign(w.text, lexicon) for w in words)
    return words[0].stem.hull(words[1].stem) if foreign and ends and not known else None


def name_until_particle(line: Line, first: int, lexicon: Lexicon) -> Span | None:
    """The name that begins behind a clause about an office and ends before a particle.

    Args:
        line: The line.
        first: The word behind the clause.
        lexicon: What to look up.

    Example:
        ``외무차관을 지낸 솜싸이 씨판돈은``: the last two words without 은.
    """
    last = _last_of_name(line, first, lexicon)
    if last is None:
        return None
    text = _bare(line.words[last], line, lexicon)
    end = line.words[last].span.start + len(text)
    if last == first:
        return (
            Span(line.words[first].span.start, end) if _single(line, first, text, lexicon) else None
        )
    inner = line.words[first:last]
    free = all(_free(line, first + n, w.span.of(line.text), lexicon) for n, w in enumerate(inner))
    if not free or not _free(line, last, text, lexicon):
        return None
    odd = sum(not _part(w, line, lexicon) for w in inner)
    surely = any(len(w.span) > 1 and _foreign(w, line, lexicon) for w in inner)
    ends = _foreign(line.words[last], line, lexicon) or len(text) == 1
    if odd > 1 or not (surely or ends):
        return None
    return Span(line.words[first].span.start, end) if ends or odd == 0 else None


def name_ending_at(line: Line, last: int, lexicon: Lexicon) -> Span | None:
    """The name of which a word with its particle is the end.

    Example:
        ``정부는 솜싸이 씨판돈을``: the last two words without 을.
    """
    for first in range(max(last - _MOST + 1, 0), last + 1):
        words = line.words[first + 1 : last + 1]
        whole = all(word.joined for word in words) and _last_of_name(line, first, lexicon) == last
        span = name_until_particle(line, first, lexicon) if whole else None
        if span is not None:
            return span
    return None


def _last_of_name(line: Line, first: int, lexicon: Lexicon) -> int | None:
    for index in range(first, min(first + _MOST, len(line.words))):
        word = line.words[index]
        if (index > first and not word.joined) or _ends_a_phrase(word):
            return None
        whole = word.span.of(line.text)
        given = whole in lexicon.words("given-names")
        if not given and whole[len(_bare(word, line, lexicon)) :] in lexicon.words(
            "name-particles"
        ):
            return index
    return None


def _ends_a_phrase(word: Word) -> bool:
    """외무장관 회담에서 현안이: a noun with a particle of two syllables, no part of a name."""
    return word.tags == ("NNG",) and len(word.tail) >= _FEWEST


def _bare(word: Word, line: Line, lexicon: Lexicon) -> str:
    """A word without its particle, by form alone."""
    whole = word.span.of(line.text)
    text = strip(whole)
    if len(whole) == _FEWEST and whole[-1] in "은는이가을를의과와":
        text = whole[:-1]
    honorific = lexicon.ending("person-honorifics", text)
    return text[: -len(honorific)] if honorific and len(text) > len(honorific) + 1 else text


def _single(line: Line, index: int, text: str, lexicon: Lexicon) -> bool:
    """One word: a Korean name by its syllables, or a proper noun that looks foreign."""
    word = line.words[index]
    if not _free(line, index, text, lexicon) or word.tags[-1:] == ("ETM",):
        return False
    if len(text) == _KOREAN and set(text[1:]) <= lexicon.words("given-syllables"):
        families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
        if text[0] in families:
            return True
    foreign = looks_chinese(word, lexicon) or looks_foreign(text, lexicon)
    return len(text) >= _SURE_PART and word.proper and foreign
