"""Words → whether they can be the name of a person whom the pack does not know.

Comes in: words of a line. Goes out: the span of a name, or ``None``. Precision first: a name must
look like one (family name and given name, or a transliteration that the analyser takes for a
proper noun) and must not be an ordinary word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.words import HANGUL, Word

#: 양무즈(楊牧之): Chinese characters of a name in brackets behind it.
IN_CHARACTERS = re.compile(r"\s?\([\u4e00-\u9fff]{2,4}[,)]")
_LONGEST_FOREIGN = 4
#: 존 K. 할리.
_INITIAL = re.compile(r"[A-Z]")
_SHORTEST_FOREIGN = 3
#: Letters of a title that is written onto a name.
_LONGEST_TITLE = 6
_SHORTEST_CHINESE = 3
_FAMILY_AND_GIVEN = 3
_BODY_ENDINGS = ("organ-heads", "institute-heads", "name-never-ends")
_BODIES = {ActorKind.STATE, ActorKind.ORGANISATION}
_NOT_PROPER = ("M", "NP", "NR", "NNB", "J", "E", "VV", "VA")


def bare_name(word: Word, lexicon: Lexicon) -> str:
    """The stem without an honorific that is written onto it (리철산동지)."""
    return _without_honorific(word.text, lexicon)


def _without_honorific(stem: str, lexicon: Lexicon) -> str:
    honorific = lexicon.ending("person-honorifics", stem)
    return stem[: -len(honorific)] if honorific and len(stem) > len(honorific) + 1 else stem


def korean_name(word: Word, lexicon: Lexicon, *, vouched: bool = False) -> Span | None:
    """A Korean name: a family name and one or two syllables.

    Args:
        word: The word.
        lexicon: What to look up.
        vouched: A state or body follows, as after a name: then the analyser may take it for a
            common noun.

    Example:
        ``홍길산`` yes; ``당국자``, ``정부``, ``현지`` no.
    """
    length = _korean_length(word.text, word.tags, vouched, lexicon)
    if not length and vouched and plainly_named(word, lexicon):
        length = len(bare_name(word, lexicon))
    return Span(word.span.start, word.span.start + length) if length else None


@lru_cache(maxsize=32768)
def _korean_length(stem: str, tags: tuple[str, ...], vouched: bool, lexicon: Lexicon) -> int:  # noqa: FBT001
    """Length of the Korean name that a stem with these tags is, 0 if it is none."""
    text = _without_honorific(stem, lexicon)
    family = lexicon.starting("surnames-two", text) or lexicon.starting("surnames", text)
    if family is None or not 1 <= len(text) - len(family) <= 2:  # noqa: PLR2004 - given names
        return 0
    if HANGUL.match(stem) is None or text in lexicon.words("not-names") or _anonymous(text):
        return 0
    if text in lexicon.words("mandarin-families-two"):
        return 0  # 마오 대변인: the family name of 마오닝
    if surely_foreign(text, lexicon) or _ends_like_body(stem, text, lexicon):
        return 0
    return len(text) if _unlike_word(tags, text, lexicon, vouched) else 0


def plainly_named(word: Word, lexicon: Lexicon) -> bool:
    """Syllables of a Korean name in which the analyser sees a verb and a noun: 모은채.

    A verb before the noun that it describes is none (조용한 외무성 부상).
    """
    text = bare_name(word, lexicon)
    known = text in lexicon.words("not-names") or not word.tags
    return (
        not known
        and looks_korean(word, lexicon, vouched=True)
        and not word.tags[-1].startswith(("E", "J"))
        and not _acts(word.tags, text)
    )


def plainly_korean(word: Word, lexicon: Lexicon) -> bool:
    """A common family name and two syllables of Korean given names: 윤상협, not 이달고."""
    text = bare_name(word, lexicon)
    if len(text) != 3 or text[0] not in lexicon.words("surnames-common"):  # noqa: PLR2004
        return False
    given = set(text[1:]) <= lexicon.words("given-syllables")
    return given and korean_name(word, lexicon) is not None


def looks_korean(word: Word, lexicon: Lexicon, *, given: int = 2, vouched: bool = False) -> bool:
    """A family name of either Korea and given syllables, whatever the analyser says.

    Args:
        word: The word.
        lexicon: What to look up.
        given: Number of given syllables.
        vouched: A body follows, so that the family name may be a rare one.
    """
    text = bare_name(word, lexicon)
    if len(text) != 1 + given:
        return False
    families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
    families = lexicon.words("surnames") if vouched else families
    return text[0] in families and set(text[1:]) <= lexicon.words("given-syllables")


def looks_chinese(word: Word, lexicon: Lexicon) -> bool:
    """A proper noun of three or four syllables of Chinese names, one of them in no Korean one.

    Example:
        ``탕자쉬안`` yes; ``이상철`` (Korean), ``베이징`` (a name of the pack) no.
    """
    text = bare_name(word, lexicon)
    if not _SHORTEST_CHINESE <= len(text) <= _LONGEST_FOREIGN or "NNP" not in word.tags:
        return False
    return _chinese_syllables(word, text, lexicon)


def chinese_in_characters(line: Line, word: Word, lexicon: Lexicon) -> Span | None:
    """A Chinese name of whatever tag, with its characters behind it.

    Example:
        ``쿵취안(孔泉) 중국 외교부 대변인``: the first three syllables.
    """
    text = word.text
    characters = IN_CHARACTERS.match(line.text, word.span.start + len(text))
    if characters is None or word.tail or not 1 < len(text) <= _LONGEST_FOREIGN:
        return None
    return word.stem if _chinese_syllables(word, text, lexicon) else None


def korean_in_characters(line: Line, word: Word, lexicon: Lexicon) -> Span | None:
    """A Korean name of three syllables with its characters behind it, whatever the analyser says.

    Example:
        ``안학림(安學林) 보안상``: the first three syllables; not ``조선족(朝鮮族)``.
    """
    start = word.span.start
    characters = IN_CHARACTERS.match(line.text, start + _FAMILY_AND_GIVEN)
    if characters is None or word.span.end != start + _FAMILY_AND_GIVEN:
        return None
    written = characters.group().strip(" (),")
    alike = len(written) == _FAMILY_AND_GIVEN
    named = written[0] in lexicon.words("surname-characters")
    named = named and lexicon.starting("surnames", word.span.of(line.text)) is not None
    return word.span if alike and named else None


def as_read(word: Word, lexicon: Lexicon) -> Span | None:
    """대변인 화춘영은: a Chinese name as the North reads it, before a particle."""
    for length in range(min(len(word.text), _LONGEST_FOREIGN), 1, -1):
        rest = word.text[length:]
        known = word.text[:length] in lexicon.readings
        if known and (not rest or rest in lexicon.words("name-particles")):
            return Span(word.span.start, word.span.start + length)
    return None


def _chinese_syllables(word: Word, text: str, lexicon: Lexicon) -> bool:
    if not word.nominal or text[0] not in lexicon.words("mandarin-families"):
        return False
    names = lexicon.words("surnames") | lexicon.words("given-syllables")
    return set(text) <= lexicon.words("mandarin-syllables") and not set(text) <= names


def _anonymous(text: str) -> bool:
    """박모 씨 is nobody by name."""
    return len(text) == 2 and text[1] == "모"  # noqa: PLR2004 - family name and 모


def _ends_like_body(stem: str, text: str, lexicon: Lexicon) -> bool:
    if text in lexicon.heads or lexicon.ending("organ-heads", text) or text.endswith("당"):
        return True
    return text == stem and len(text) == 3 and text.endswith("대")  # noqa: PLR2004 - 서해대 is a university


def _acts(tags: tuple[str, ...], text: str) -> bool:
    """연설한 단장: the analyser takes the end of the verb for the number 한."""
    return text.endswith("한") and tags[-2:] == ("NNG", "MM")


def _unlike_word(tags: tuple[str, ...], text: str, lexicon: Lexicon, vouched: bool) -> bool:  # noqa: FBT001
    if tags and all(tag in {"NNP", "UN"} for tag in tags):
        return True
    if len(text) < 3:  # noqa: PLR2004 - two syllables are too often a word
        return False
    if tags == ("NNG",) and lexicon.starting("surnames-north", text) is not None:
        return True
    if set(tags) == {"NNG"} and text[-1] in lexicon.words("noun-endings"):
        return False
    if tags == ("NNG",):
        return vouched
    ordinary = tags in {("MAG",), ("XPN", "NNG"), ("NNG", "XSN")}
    ordinary = ordinary or _acts(tags, text)
    return not ordinary and not any(tag.startswith(("J", "E", "V")) for tag in tags)


def foreign_name(line: Line, first: int, last: int, lexicon: Lexicon) -> Span | None:
    """The longest run of transliterated words from ``first`` on, not beyond ``last``.

    Example:
        ``안드레이 소콜로프스키 체코 외무장관``: the first two words.
    """
    stop = first
    while stop <= last and stop - first < _LONGEST_FOREIGN:
        linked = stop > first and _links(line, stop, last, lexicon)
        if stop > first and line.words[stop].text in lexicon.words("letters-free"):
            break  # 토머스 웰링 미 대북정책 특별대표
        if not (linked or _part(line, stop, lexicon)):
            break
        if stop > first and not (line.words[stop].joined or _is_initial(line, stop - 1)):
            break
        stop += 1
        if not line.words[stop - 1].bare:
            break
    if stop - first > 1 and _vouched_for(line, first, stop, lexicon):
        return _name_span(line.words[first:stop], lexicon)
    while stop > first and not _name_alone(line.words[stop - 1], lexicon):
        stop -= 1
    words = line.words[first:stop]
    family = bool(words) and words[0].text in lexicon.words("family-names-of-many-words")
    short = family and len(words) >= _SHORTEST_FOREIGN  # 팜 투 항
    if not short and not any(_name_alone(w, lexicon) and len(w.text) > 1 for w in words):
        return None
    return _name_span(words, lexicon)


def _links(line: Line, index: int, last: int, lexicon: Lexicon) -> bool:
    """빈, 반; 존 K. 할리: what may stand between the parts of a name."""
    if line.words[index].text in lexicon.words("name-links"):
        return True
    return index < last and line.words[index].joined and _is_initial(line, index)


def _is_initial(line: Line, index: int) -> bool:
    """K. before a family name: one letter, its full stop and another word."""
    word = line.words[index]
    if _INITIAL.fullmatch(word.text) is None or index + 1 >= len(line.words):
        return False
    return line.words[index + 1].gap.rstrip() == "."


def _name_span(words: tuple[Word, ...], lexicon: Lexicon) -> Span:
    last = words[-1]
    name = bare_name(last, lexicon)
    if len(words) > 1:  # 레 반 끄동지, 바샤르 알 아싸드대통령
        honorific = lexicon.ending("person-honorifics", name)
        written_on = honorific or _title_written_on(name, lexicon)
        name = name[: len(name) - len(written_on)] or name
    return Span(words[0].span.start, last.span.start + len(name))


def _title_written_on(text: str, lexicon: Lexicon) -> str:
    """대통령 of 아싸드대통령: an office without a blank before it."""
    lengths = range(_LONGEST_TITLE, 1, -1)
    return next((text[-n:] for n in lengths if len(text) > n and text[-n:] in lexicon.heads), "")


def named_by_title(word: Word, title: int, line: Line, lexicon: Lexicon) -> Span | None:
    """A Korean name that nobody listed, with an office written onto it.

    Args:
        word: The word.
        title: Where the office in it begins.
        line: Its line.
        lexicon: What to look up.

    Example:
        ``최한결차관은`` and ``최한결외무성부상은``: 최한결; not ``주한미대사``.
    """
    before = Span(word.span.start, max(word.span.start, title))
    if len(before) > 1 and before.of(line.text) in lexicon.families:
        return before  # 클린턴대통령: a family name that more than one person of the pack bears
    length = _FAMILY_AND_GIVEN
    name = Span(word.span.start, word.span.start + length)
    whole = word.tags in {("NNP",), ("UN",)}  # 최한결부서기장: one word to the analyser
    if name.end > title:
        return None  # 주석인 통룬: the office begins inside
    if not whole and (word.tags[:1] != ("NNP",) or not word.border(name.end)):
        return None
    text, between = name.of(line.text), line.text[name.end : title]
    families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
    korean = text[0] in families and set(text[1:]) <= lexicon.words("given-syllables")
    atom = line.atom_at(word)
    body = atom is not None and atom.kind in _BODIES and atom.span == Span(name.end, title)
    led = body or not between or lexicon.ending("organ-heads", between) is not None
    return name if korean and led and (body or atom is None) else None


def _vouched_for(line: Line, first: int, stop: int, lexicon: Lexicon) -> bool:
    """헤라르도 살베르 쿠바 부상: words nobody knows, before a body or minister."""
    words = tuple(w for w in line.words[first:stop] if not _INITIAL.fullmatch(w.text))
    if stop >= len(line.words) or not all(w.text and w.bare for w in words):
        return False
    if any(not looks_foreign(w.text, lexicon) or len(w.text) < _SHORTEST_FOREIGN for w in words):
        return False
    following = line.words[stop]
    atom = line.atom_at(following)
    body = atom is not None and atom.kind in _BODIES
    return following.joined and (body or following.text in lexicon.words("heads-of-person"))


def _name_alone(word: Word, lexicon: Lexicon) -> bool:
    """One proper noun, perhaps with an honorific written onto it."""
    honoured = bare_name(word, lexicon) != word.text
    if word.proper or (honoured and set(word.tags[:-1]) == {"NNP"}):
        return True
    return _misread(word, lexicon)


def _misread(word: Word, lexicon: Lexicon) -> bool:
    """A foreign name in which the analyser sees a verb without its ending, or two nouns: 홀트."""
    stem = bool(word.tags) and word.tags[-1] in {"VV", "VA"}
    cut = word.tags == ("NNP", "NNG")
    ends = not word.tail or word.tail in lexicon.words("name-particles")
    if word.tags == ("NNP", "NNP"):  # 바인차오루: two names of Chinese syllables
        long = len(word.text) > _LONGEST_FOREIGN - 1
        return ends and long and set(word.text) <= lexicon.words("mandarin-syllables")
    return (stem or cut) and ends and looks_foreign(word.text, lexicon)


def _part(line: Line, index: int, lexicon: Lexicon) -> bool:
    word = line.words[index]
    text = bare_name(word, lexicon)
    if not word.hangul or not free_word(line, index, lexicon):
        return False
    if text in lexicon.heads or _no_name(text, lexicon) or posted(text, lexicon):
        return False
    if any(lexicon.ending(key, text) for key in _BODY_ENDINGS):
        return False
    return bare_name(word, lexicon) != word.text or _transliterated(word, lexicon)


def foreign_part(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is surely part of a foreign name: a listed given name, or one by its look."""
    word = line.words[index]
    if not _part(line, index, lexicon) or len(word.text) == 1:
        return False
    given = word.text in lexicon.words("given-names")
    foreign = not lexicon.words("foreign-syllables").isdisjoint(word.text)
    return given or (word.proper and foreign)


def posted(text: str, lexicon: Lexicon) -> bool:
    """주말레이시아, 주중: to whom an envoy is sent, no part of a name."""
    if text in lexicon.words("envoy-prefixes"):
        return True
    prefix = lexicon.starting("posted-prefix", text)
    hit = lexicon.names.claimed(text.removeprefix(prefix)) if prefix else None
    return hit is not None and hit.rows[0].actor_kind is ActorKind.STATE


def _no_name(text: str, lexicon: Lexicon) -> bool:
    return text in lexicon.words("lead-ins") or text in lexicon.words("not-names")


def free_word(line: Line, index: int, lexicon: Lexicon) -> bool:
    """No name of the pack; that of a town may be a family name between a name and a body.

    Or it is a given name before a family name: 하산 나스랄로프.
    """
    atom = line.atom_at(line.words[index])
    if atom is None:
        return True
    given = line.words[index].text in lexicon.words("given-names")
    if atom.kind is ActorKind.PLACE and given and index + 1 < len(line.words):
        after = line.words[index + 1]
        minister = after.text in lexicon.words("heads-of-person") - lexicon.words("envoy-heads")
        last = minister and index > 0 and line.words[index].joined  # 왈리드 알 하산 외무장관
        return after.joined and (after.proper or (last and line.words[index - 1].proper))
    if atom.kind is not ActorKind.PLACE or index == 0 or index + 1 >= len(line.words):
        return False
    before, after = line.words[index - 1], line.words[index + 1]
    following = line.atom_at(after)
    body = following is not None and following.kind in _BODIES
    return before.proper and line.words[index].joined and line.atom_at(before) is None and body


def _transliterated(word: Word, lexicon: Lexicon) -> bool:
    if word.proper or word.text in lexicon.words("given-names") or _misread(word, lexicon):
        return True
    if any(tag.startswith(_NOT_PROPER) for tag in word.tags):
        return False
    if "IC" in word.tags:
        return len(word.text) > 2  # noqa: PLR2004 - 아니파: no title phrase begins with 아니
    return bool(word.tags) and looks_foreign(word.text, lexicon)


def surely_foreign(text: str, lexicon: Lexicon) -> bool:
    """Whether a word has a syllable that no Korean name has (제이콥)."""
    foreign = lexicon.words("foreign-syllables").intersection(text)
    return not foreign <= lexicon.words("foreign-syllables-weak")


def looks_foreign(text: str, lexicon: Lexicon) -> bool:
    """Whether a word has syllables that Korean words hardly have: 쓰루오카, 페테르."""
    syllables = lexicon.words("foreign-syllables")
    foreign = sum(char in syllables for char in text)
    return len(text) > 1 and 2 * foreign >= len(text)


def words_in(line: Line, span: Span) -> tuple[Word, ...]:
    """Words of a line that begin inside a span."""
    return tuple(w for w in line.words if span.start <= w.span.start < span.end)
