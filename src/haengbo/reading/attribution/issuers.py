"""Documents of a page → whose they are: the parties' communiqué, the ministry's statement.

Comes in: parsed sentences in order. Goes out, on request: the issuers of a document's noun, and
who made it public. Abstains (no names) when nobody was said to issue it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.model.reading import ActorKind, Link, Mention
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.strangers import strangers_before
from haengbo.reading.attribution.subjects import joined
from haengbo.reading.document import Document

_OWNED = re.compile(
    r"\s?(?:명의의\s|의\s)?|(?:이|가)\s(?:[^\s,]+\s){0,2}?(?:낸|내놓은|발표한|공개한|보낸|배포한|제출한|작성한|펴낸)\s"
)
_ISSUED = re.compile(r"(?:을|를)\s(?:[^\s,]+\s){0,3}?(?:내|냈|발표|배포|채택|공개|내놓|보내|보냈)")
#: 통신은 두 장관이 공보를 [발표했다고] 전했다: it is not the agency's.
_ISSUED_AS_TOLD = re.compile(_ISSUED.pattern + r"[^\s]{0,3}다(?:고|며|면서)\s")
#: 대변인은 [3일 발표한 ]담화[에서] “…”고 했다: between who speaks and the text that he speaks in.
_OWN_TEXT = re.compile(
    r"\s?(?:(?:지난|이날|전날|오늘|어제|자신의|자기|본인|[0-9]{1,2}[월일]|밤|오전|오후|새벽|저녁|아침"
    r"|[가-힣A-Z]{2,10}(?:에|을|를)\s|통해|\([^()]{1,8}\))\s?){0,6}"
    r"(?:(?:낸|내놓은|발표한|공개한|발표된|공개된|보낸|보내온|제출한|작성한|펴낸)\s)?"
)
_IN_TEXT = re.compile(r"(?:에서|을 통해|를 통해|을 통하여|를 통하여)")
_PAIR = 2
_ISSUERS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}


class Issuers:
    """Remembers, sentence by sentence, who issued which kind of document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._lexicon = lexicon
        self._authors: dict[str, tuple[str, ...]] = {}
        self._via: dict[str, tuple[Link, ...]] = {}
        self._aired: dict[tuple[str, ...], tuple[tuple[Link, ...], int]] = {}
        self._parties: tuple[str, ...] = ()
        self._owned: set[str] = set()
        self._sides = allegiance_of(document.knowledge)

    def read(self, parsed: Parsed) -> None:
        """Take in one sentence."""
        sentence = parsed.sentence
        mentions = [
            m
            for m in self._document.mentions_in(sentence.span)
            if not m.weak and sentence.quote_at(m.span.start) is None
        ]
        self._learn_parties(mentions)
        self._owned = set()
        published = [c for c in parsed.cues if c.kind == "published"]
        for match in self._lexicon.texts.finditer(
            self._document.text, sentence.span.start, sentence.span.end
        ):
            if sentence.quote_at(match.start()) is not None:
                continue
            noun = match["text"]
            owner = (
                self._owner(match, mentions)
                or self._described_owner(match, parsed)
                or self._issuer(match, parsed)
            )
            if owner:
                self._authors[noun] = owner
                self._owned.add(noun)
                self._learn_airing(match, owner, parsed)
            for cue in published:
                if cue.span.end <= match.start() <= cue.span.end + 20:
                    self._via[noun] = tuple(Link(n, cue.span, "cue:published") for n in cue.names)

    def aired_by(self, parsed: Parsed, medium: Subject, end: int) -> tuple[str, int] | None:
        """통신은 [외무성 성명을 내보내] “…”고 위협했다: the text that a medium airs before words.

        Returns:
            The noun of the text and where its airing ends, if the sentence says whose it is.
        """
        text, airing = self._document.text, self._lexicon.cues["airing"]
        for match in self._lexicon.texts.finditer(text, medium.end, end):
            aired = airing.match(text, match.end(), end)
            if aired is None or parsed.sentence.quote_at(match.start()) is not None:
                continue
            if match["text"] in self._owned:
                return match["text"], aired.end()
        return None

    def learn_relay(self, parsed: Parsed, chain: tuple[Link, ...]) -> None:
        """A document that a medium tells of in this sentence reached the page through it."""
        sentence = parsed.sentence
        for match in self._lexicon.texts.finditer(
            self._document.text, sentence.span.start, sentence.span.end
        ):
            if chain and match["text"] in self._authors:
                self._via.setdefault(match["text"], chain)

    def _learn_airing(self, match: re.Match[str], owner: tuple[str, ...], parsed: Parsed) -> None:
        """국방상이 통신을 통해 담화를 냈다: what he says in it, the page has from the agency."""
        aired = [c for c in parsed.cues if c.kind == "through" and c.nature is Nature.MEDIUM]
        if aired and _ISSUED.match(self._document.text, match.end()):
            links = tuple(Link(name, c.span, "cue:through") for c in aired for name in c.names[:1])
            self._aired[owner] = (links, parsed.sentence.block_index)

    def aired(self, names: tuple[str, ...], block: int) -> tuple[Link, ...]:
        """Through whom the text was made public from which somebody is still quoted."""
        links, last = self._aired.get(names, ((), block))
        if not links or block - last > 1:
            return ()
        self._aired[names] = (links, block)
        return links

    def of(self, noun: str) -> tuple[tuple[str, ...], tuple[Link, ...]]:
        """Issuers of a document named by this noun, and who made it public.

        Example:
            After ``두 정상은 공동성명을 냈다``, ``성명`` gives the two.
        """
        key = next((k for k in reversed(self._authors) if k.endswith(noun)), None)
        row = self._lexicon.documents[key or noun]
        via = next((v for k, v in self._via.items() if k.endswith(noun)), ())
        if row.authors == "states":
            signed = self._states_of(self._authors[key]) if key is not None else ()
            return (signed if len(signed) >= _PAIR else self._parties), via
        if key is not None:
            # 두 외무상의 공보: what has one issuer as a rule is of their states where two issue it
            alone = row.authors == "issuer"
            return (self._states_of(self._authors[key]) if alone else self._authors[key]), via
        return (self._parties if row.authors == "parties" else ()), via

    def known(self, parsed: Parsed) -> dict[str, tuple[str, ...]]:
        """Whose the texts are that a sentence names, as told before it."""
        start, end = parsed.stretch.region.start, parsed.stretch.region.end
        nouns = (m["text"] for m in self._lexicon.texts.finditer(self._document.text, start, end))
        return {noun: authors for noun in nouns if (authors := self.of(noun)[0])}

    def _states_of(self, authors: tuple[str, ...]) -> tuple[str, ...]:
        """두 정상의 공동선언: what several people sign for their states, the states say."""
        named = {m.name: m for m in self._document.mentions if m.kind is ActorKind.PERSON}
        if len(authors) < _PAIR or not all(name in named for name in authors):
            return authors
        states = dict.fromkeys(self._sides.of_mention(named[name]) for name in authors)
        known = tuple(state for state in states if state is not None)
        return known if len(known) == len(authors) else authors

    def _learn_parties(self, mentions: Sequence[Mention]) -> None:
        states = [
            state
            for m in mentions
            if m.kind in (ActorKind.PERSON, ActorKind.STATE)
            and (state := self._sides.of_mention(m))
        ]
        distinct = tuple(dict.fromkeys(states))
        if len(distinct) == _PAIR:
            self._parties = distinct

    def _owner(self, match: re.Match[str], mentions: Sequence[Mention]) -> tuple[str, ...]:
        """Who stands before the noun: of 한미 공동성명 two, of 싱가포르 공동성명 nobody."""
        text = self._document.text
        for index in range(len(mentions) - 1, -1, -1):
            mention = mentions[index]
            if mention.span.end > match.start() or mention.kind is ActorKind.MEDIUM:
                continue
            owned = _OWNED.fullmatch(text[mention.span.end : match.start()])
            if owned is None or mention.kind not in _ISSUERS:
                return ()
            group = joined(text, mentions, index)
            return tuple(dict.fromkeys(m.name for m in group))
        return ()

    def _described_owner(self, match: re.Match[str], parsed: Parsed) -> tuple[str, ...]:
        """외무성 대변인 담화, 국제부장의 담화: somebody described right before it."""
        before = re.compile(rf"\s(?:의\s)?(?={re.escape(match.group())})|의\s(?={match['text']})")
        found = strangers_before(self._document, parsed.sentence, before, self._lexicon)
        near = [s for s in found if 0 <= match.start() - s.end <= 1 or s.end == match.start()]
        return near[-1].names if near else ()

    def _issuer(self, match: re.Match[str], parsed: Parsed) -> tuple[str, ...]:
        """대변인은 [미국이 …한것과 관련하여] 담화를 발표하였다: not whose clause is over."""
        text = self._document.text
        if _IN_TEXT.match(text, match.end()) is not None:
            speaks = (s for s in parsed.subjects if s.role is Role.TOPIC and not s.silent)
            between = ((s, text[s.end : match.start()]) for s in speaks if s.end <= match.start())
            return next((s.names for s, words in between if _OWN_TEXT.fullmatch(words)), ())
        if _ISSUED.match(text, match.end()) is None:
            return ()
        before = [
            s
            for s in parsed.subjects
            if s.end <= match.start() and s.nature is not Nature.DOCUMENT and s.names
        ]
        if _ISSUED_AS_TOLD.match(text, match.end()):
            before = [s for s in before if s.nature is not Nature.MEDIUM]
        while len(before) > 1 and self._is_over(before[-1], match.start(), parsed):
            before.pop()
        if not before and self._both_issue(parsed, match.start()):
            return self._parties
        return before[-1].names if before else ()

    def _both_issue(self, parsed: Parsed, end: int) -> bool:
        """[두 장관이] 공보를 냈다고 통신은 전했다: the two states of which the page told last."""
        text, start = self._document.text, parsed.sentence.span.start
        words = (m.end() for m in re.finditer(r"(?:\A|\s)", text[start:end]))
        return any(self._lexicon.pairs.match(text, start + at, end) for at in words)

    def _is_over(self, subject: Subject, end: int, parsed: Parsed) -> bool:
        """Whether 이/가 belongs to a clause that ends before the text is issued."""
        return subject.role is Role.SUBJECT and any(
            subject.end <= verb.span.start and verb.span.end < end for verb in parsed.stretch.verbs
        )
