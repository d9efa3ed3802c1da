"""Lines → organisations that the pack does not know, by the last part of their name.

Comes in: a line and the spans that people, offices and names of the pack take up. Goes out:
mentions with rule ``head-noun``. Precision first: a proper noun, a state before it or an acronym
behind it must vouch for the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from haengbo.knowledge.actors import ActorRow
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.bodies import organ_name
from haengbo.reading.mentions.emit import Emitter, states_named
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.strangers import plainly_korean
from haengbo.reading.mentions.words import Word

_NORTH, _PARTY = "북한", "당"
_ACRONYM = re.compile(r"\([A-Z]{2,8}\)")
_LETTERS = re.compile(r"[A-Z]{3,5}")
#: Shorter words behind 기업 or 회사 are ordinary nouns, as a rule.
#: ‘누리뷰’ [등 몽골 언론]이.
_AMONG = re.compile(r"[’'”\"》]?\s?등(?:의)?\s([가-힣]+)(?:\s([가-힣]+))?(?:\s([가-힣]+))?")
_MARKS = "‘'“\"《<「"
_SHORTEST_FIRM = 3
#: Syllables of a Korean name.
_FULL_NAME = 3
#: How far before its own name the town may stand where a mission is, in code points.
_POSTED_WITHIN = 14
#: Letters of two states: 조로.
_PAIR = 2
#: Syllables before the head that a name needs.
_SHORTEST = 2


def find_organisations(emitter: Emitter, taken: tuple[Span, ...]) -> Iterable[Mention]:
    """Organisations by their head noun.

    Example:
        ``폴란드 환경부``, ``새벽콘텐츠진흥원``, ``국제기후기금(IGCF)``.
    """
    for index, word in enumerate(emitter.line.words):
        if not word.nominal:
            continue
        mention = (
            _embassy(emitter, word)
            or _house(emitter, word)
            or _local(emitter, word)
            or _acronym_medium(emitter, word)
            or _ministry(emitter, index, word)
            or _by_head(emitter, word)
            or _described(emitter, index, word)
            or _among_media(emitter, word)
        )
        if mention is not None and not _is_taken(mention, taken, emitter.lexicon):
            yield mention


def _is_taken(mention: Mention, taken: tuple[Span, ...], lexicon: Lexicon) -> bool:
    """Whether something else stands there; the state in 러시아대사관 may, and the place 서울시."""
    others = [span for span in taken if span.overlaps(mention.span)]
    if mention.rule == "embassy":
        others = [s for s in others if s == mention.span or not mention.span.contains(s)]
    elif mention.rule == "local":
        others = [s for s in others if not mention.span.contains(s)]
    elif mention.rule == "head-noun":
        others = [s for s in others if not _leads(s, mention.span)]
        if lexicon.ending("bodies-of-two", mention.name) is not None:
            others = [s for s in others if not _pair_leads(s, mention.span)]
    return bool(others)


def _leads(name: Span, body: Span) -> bool:
    """홍길산대책위원회: the person in whose name a body is named besides."""
    return name.start == body.start and len(name) == _FULL_NAME and name.end < body.end


def _pair_leads(pair: Span, body: Span) -> bool:
    """조로친선협회: the states whose body it is, named by a letter each."""
    return pair.start == body.start and len(pair) == _PAIR and pair.end < body.end


def _ministry(emitter: Emitter, index: int, word: Word) -> Mention | None:
    """A state and a ministry of it: 폴란드 환경부."""
    lexicon = emitter.lexicon
    committee = _committee(emitter, index, word)
    if committee is not None:
        return committee
    state = _state_before(emitter, index) if len(word.text) > _SHORTEST else None
    if state is None:
        return None
    if not any(lexicon.ending(key, word.text) for key in ("organ-heads", "home-organs", "bureaus")):
        return None
    if lexicon.ending("never-organs", word.text) or lexicon.ending("missions", word.text):
        return None
    name = organ_name(state, word.text, lexicon, emitter.perspective.home)
    if state == emitter.perspective.home and lexicon.names.claimed(name) is None:
        name = word.text
    return Mention(word.stem, name, ActorKind.ORGANISATION, "head-noun", 0.75, word.stem)


def _committee(emitter: Emitter, index: int, word: Word) -> Mention | None:
    """A committee of a house or party: 미국 상원 예산위원회, 중국공산당 중앙위원회."""
    line, lexicon = emitter.line, emitter.lexicon
    if index == 0 or not word.joined or lexicon.ending("committee-heads", word.text) is None:
        return None
    before = line.words[index - 1]
    atom = line.atom_at(before)
    ends = atom is not None and before.bare and atom.span.end == before.span.end
    row = emitter.denoted(atom, None) if atom is not None and ends else None
    if row is None or row.actor_kind is not ActorKind.ORGANISATION:
        return None
    of_party = isinstance(row, ActorRow) and row.type == "party" and row.name.endswith(_PARTY)
    of_party = of_party and word.text in lexicon.words("party-committees")
    if lexicon.ending("houses", row.name) is None and not of_party:
        return None
    name = f"{row.name} {word.text}"
    name = lexicon.names.canonical(name) or name
    return Mention(word.stem, name, ActorKind.ORGANISATION, "committee", 0.75, word.stem)


def _embassy(emitter: Emitter, word: Word) -> Mention | None:
    """An embassy that acts, itself or by its people: 러시아대사관 성원들. A building is a place."""
    lexicon, text = emitter.lexicon, emitter.line.text
    mission = lexicon.ending("missions", word.text)
    if mission is None:
        return _to_the_un(emitter, word)
    after = text[word.stem.end : word.stem.end + 6].strip()
    acts = word.tail in lexicon.words("acting-particles")
    if not acts and lexicon.starting("embassy-people", after) is None:
        return None
    end = len(text[: word.stem.end - len(mission)].rstrip())
    atom = next((a for a in emitter.line.atoms if a.span.end == end and a.name), None)
    sender = atom.name if atom is not None else _written_on(emitter, word, mission)
    receiver = _receiver(emitter, sender, end) if sender is not None else None
    if sender is None or receiver is None:
        return None
    name = f"주{receiver} {sender}{mission}"
    name = lexicon.names.canonical(name) or name
    return Mention(word.stem, name, ActorKind.ORGANISATION, "embassy", 0.75, word.stem)


def _written_on(emitter: Emitter, word: Word, mission: str) -> str | None:
    """우리 나라 주재 [몽골]대사관이: the state that a mission's name begins with.

    Only right behind where it is posted: of any other building the page need not say where it is.
    """
    lead = emitter.line.text[: word.span.start]
    if emitter.lexicon.ending("posted", lead.rstrip()) is None:
        return None
    hit = emitter.lexicon.names.claimed(word.text.removesuffix(mission))
    row = hit.row if hit is not None else None
    state = row is not None and row.actor_kind is ActorKind.STATE
    return row.name if row is not None and state else None


def _to_the_un(emitter: Emitter, word: Word) -> Mention | None:
    """뉴욕의 북한대표부, 주유엔 중국대표부: a mission to the United Nations."""
    lexicon, line = emitter.lexicon, emitter.line
    head = lexicon.ending("un-missions", word.text)
    if head is None:
        return None
    hit = lexicon.names.claimed(word.text.removesuffix(head))
    if word.text == head:  # 유엔 북한 대표부
        before = next((a for a in line.atoms if a.span.end == word.span.start - 1), None)
        hit = lexicon.names.claimed(before.name or "") if before is not None else None
    lead = line.text[line.sentence.span.start : word.span.start]
    if hit is None or hit.row is None or hit.row.actor_kind is not ActorKind.STATE:
        return None
    if not any(place in lead for place in lexicon.words("un-places")):
        return None
    name = f"유엔 주재 {hit.row.name}{head}"
    name = lexicon.names.canonical(name) or name
    return Mention(word.stem, name, ActorKind.ORGANISATION, "embassy", 0.75, word.stem)


def _receiver(emitter: Emitter, sender: str, end: int) -> str | None:
    """To which state an embassy is sent, by the letter or name that papers use: 북, 한, 몽골.

    The North's is in the foreign state spoken of last. Any other is in the North where the line or
    the one before speaks of it, else where the page is written.
    """
    home = emitter.perspective.home
    posted = _posted_in(emitter, end)
    if posted is not None and posted != sender:
        return _letter(emitter, posted)
    before = [a for a in reversed(emitter.line.atoms) if a.span.end < end]
    states = [*states_named(before, emitter.lexicon), *emitter.earlier]
    if sender == _NORTH:
        state = next((s for s in states if s not in {_NORTH, home}), emitter.recent)
    else:
        # 조선노동당 국제부 간부와 [러시아 대사관] 관계자가: a body of the North tells as well
        owners = (emitter.lexicon.names.state_of(a.name) for a in before if a.name is not None)
        state = _NORTH if _NORTH in {*states, *owners} else home
    if state is None or state == sender:
        return None
    return _letter(emitter, state)


def _posted_in(emitter: Emitter, end: int) -> str | None:
    """[평양]주재 베트남 대사관, [하노이] 주재 북한대사관: the state of the town before it."""
    text = emitter.line.text
    for atom in reversed(emitter.line.atoms):
        between = text[atom.span.end : end]
        posted = emitter.lexicon.starting("posted", between.lstrip())
        if posted is not None and atom.span.end < end and len(between) < _POSTED_WITHIN:
            return emitter.lexicon.names.state_of(atom.name) if atom.name is not None else None
    return None


def _letter(emitter: Emitter, state: str) -> str:
    """How papers write a state behind 주: 북, 한, 몽골."""
    letters = [k for k, v in emitter.lexicon.names.letters.items() if v == state and k >= "가"]
    letters += [state[0]] if f"주{state[0]}" in emitter.lexicon.words("envoy-prefixes") else []
    return letters[0] if letters else state


def _house(emitter: Emitter, word: Word) -> Mention | None:
    """A house of the state that acts (미국은 … 의회가), else of the one spoken of last."""
    lexicon, home = emitter.lexicon, emitter.perspective.home
    if word.text not in lexicon.words("houses-alone"):
        return None
    atom = emitter.line.atom_at(word)
    if atom is not None and emitter.denoted(atom, None) is not None:
        return None
    before = [a for a in reversed(emitter.line.atoms) if a.span.end <= word.span.start]
    last = next(iter((*states_named(before, lexicon), *emitter.earlier[:1])), None)
    state = emitter.acting_state(word.span.start) or last
    if state is None or state == home:
        return None
    name = f"{state} {word.text}"
    name = lexicon.names.canonical(name) or name
    return Mention(word.stem, name, ActorKind.ORGANISATION, "house", 0.7, word.stem)


def _local(emitter: Emitter, word: Word) -> Mention | None:
    """A city or province that acts and speaks: 서울시는 버스를 늘린다고 밝혔다."""
    lexicon, line = emitter.lexicon, emitter.line
    acting = lexicon.words("acting-particles") | {"에서는"}
    if word.text not in lexicon.words("local-governments") or word.tail not in acting:
        return None
    rest = line.text[word.span.end : line.sentence.span.end]
    if not any(act in rest for act in lexicon.words("local-acts")):
        return None
    return Mention(word.stem, word.text, ActorKind.ORGANISATION, "local", 0.7, word.stem)


def _acronym_medium(emitter: Emitter, word: Word) -> Mention | None:
    """An acronym to which somebody speaks: SVL에 출연해."""
    if _LETTERS.fullmatch(word.text) is None or emitter.line.atom_at(word) is not None:
        return None
    if word.text in {emitter.perspective.outlet, emitter.perspective.origin}:
        return None
    after = emitter.line.text[word.stem.end : word.stem.end + 12]
    if emitter.lexicon.starting("media-cues", after) is None:
        return None
    return Mention(word.stem, word.text, ActorKind.MEDIUM, "acronym", 0.75, word.stem)


def _by_head(emitter: Emitter, word: Word) -> Mention | None:
    lexicon = emitter.lexicon
    word = _before_between(word, lexicon)
    head = lexicon.ending("organ-generic", word.text)
    if head is None or len(word.text) - len(head) < _SHORTEST:
        return None
    after = emitter.line.text[word.stem.end : word.stem.end + 10]
    vouched = word.tags[0] in {"NNP", "SL"} or _ACRONYM.match(after) is not None
    vouched = vouched or _begins_with_state(emitter, word.text)
    north = lexicon.starting("north-as-sender", word.text)  # 조선새별선박회사
    vouched = vouched or (north is not None and len(word.text) > len(north) + len(head) + 1)
    of_two = lexicon.ending("bodies-of-two", word.text) is not None
    vouched = vouched or (of_two and word.text.startswith(tuple(lexicon.compounds)))
    if not vouched or lexicon.ending("never-organs", word.text):
        return None
    if word.text in {emitter.perspective.outlet, emitter.perspective.origin}:
        return None
    medium = lexicon.ending("medium-heads", word.text) is not None
    kind = ActorKind.MEDIUM if medium else ActorKind.ORGANISATION
    return Mention(word.stem, word.text, kind, "head-noun", 0.7, word.stem)


def _before_between(word: Word, lexicon: Lexicon) -> Word:
    """누리인민당사이의: the word without 사이, as the North writes it onto a name."""
    tail = lexicon.ending("between-tails", word.text)
    body = word.text.removesuffix(tail or "")
    if tail is None or not word.tail or lexicon.ending("organ-generic", body) is None:
        return word
    stem = Span(word.stem.start, word.stem.end - len(tail))
    return replace(word, stem=stem, text=body, tail=tail + word.tail)


def _described(emitter: Emitter, index: int, word: Word) -> Mention | None:
    """An unknown name behind a noun that says what it is: 보안업체 누리뷰는, 공영방송 누리뷰는.

    The analyser must not know the word, and a particle must end it: 거래소 두 곳, 업체 대표는.
    """
    lexicon, line = emitter.lexicon, emitter.line
    before = line.words[index - 1] if index > 0 and word.joined else None
    if before is None or not before.bare:
        return None
    media = before.text in lexicon.words("describing-media")
    firm = lexicon.ending("describing-firms", before.text) is not None
    if not (media or firm) or line.atom_at(word) is not None:
        return None
    ends = lexicon.starting("name-particles", word.tail) is not None
    if not ends or word.text in lexicon.heads or plainly_korean(word, lexicon):
        return None
    if media and _unknown(word, emitter, 2):
        return Mention(word.stem, word.text, ActorKind.MEDIUM, "described", 0.75, word.stem)
    if firm and _unknown(word, emitter, _SHORTEST_FIRM):
        return Mention(word.stem, word.text, ActorKind.ORGANISATION, "described", 0.7, word.stem)
    return None


def _among_media(emitter: Emitter, word: Word) -> Mention | None:
    """An unknown name that stands for media of its kind: ‘누리뷰’ 등 몽골 언론이."""
    lexicon, line = emitter.lexicon, emitter.line
    among = _AMONG.match(line.text, word.span.end, line.sentence.span.end)
    if among is None or word.tail or line.atom_at(word) is not None:
        return None
    media = any(lexicon.starting("kinds-of-media", among[part] or "") for part in (1, 2, 3))
    marked = line.text[word.span.start - 1] in _MARKS if word.span.start else False
    if not media or not (marked or _unknown(word, emitter, 2)):
        return None
    return Mention(word.stem, word.text, ActorKind.MEDIUM, "described", 0.75, word.stem)


def _unknown(word: Word, emitter: Emitter, shortest: int) -> bool:
    """A word of some length that the analyser takes for a proper noun or foreign letters."""
    foreign = any(char in emitter.lexicon.words("foreign-syllables") for char in word.text)
    proper = word.proper or word.tags == ("SL",) or (word.tags[0] == "NNP" and foreign)
    return proper and len(word.text) >= shortest


def _begins_with_state(emitter: Emitter, text: str) -> bool:
    """한국소비자원, 조선중앙은행: the state's name vouches for the rest."""
    for length in range(2, len(text) - 1):
        hit = emitter.lexicon.names.claimed(text[:length])
        if hit is not None and hit.rows[0].actor_kind is ActorKind.STATE:
            return True
    return False


def _state_before(emitter: Emitter, index: int) -> str | None:
    line = emitter.line
    if index == 0 or not line.words[index].joined or not line.words[index - 1].bare:
        return None
    before = line.words[index - 1]
    atom = line.atom_at(before)
    if atom is None or atom.kind is not ActorKind.STATE or atom.span.end != before.span.end:
        return None
    # 대북 특사단 is sent to the North, not by it.
    return None if atom.rule == "prefix" else atom.name
