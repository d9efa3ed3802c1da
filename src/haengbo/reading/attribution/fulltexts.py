"""Pages that print a text in full (담화는 다음과 같다) → its sentences as statements of its issuer.

Comes in: the document. Goes out: full texts with their statements. Without quotation marks each
sentence of the text is the issuer's; the address before and the signature after it are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Form, Link, Mention, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.attributions import Told
from haengbo.reading.attribution.communiques import (
    Communique,
    announced_days,
    find_communique,
    kind_ending,
    signed_on,
    without_number,
)
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import Nature, Role
from haengbo.reading.attribution.stances import stances_of
from haengbo.reading.attribution.strangers import with_southern_state
from haengbo.reading.attribution.subjects import find_subjects
from haengbo.reading.document import Document, Sentence

#: 담화는 다음과 같다; 다음과 같은 담화를 발표하였다; 질문에 다음과 같이 대답하였다; 담화를 냈다:
_OPENING = re.compile(
    r"(?:다음과|아래와)\s?같(?:다|습니다)[.:]?$"
    r"|(?:다음과|아래와)\s?같은\s(?:[^\s]+\s){0,2}?[^\s]+(?:을|를)\s(?:발표|공개|내|냈|하)[^\s]*[.:]?$"
    r"|질문에\s(?:다음과|아래와)\s?같이\s[^\s]+[.:]?$"
    r"|(?:다음과|아래와)\s?같이\s(?:밝|말|주장|언명|강조|선언|경고|천명|지적|언급|발표|성명)\S{1,8}[.:]?$"
    r"|(?:을|를)\s(?:발표|공개|내|냈)[^\s]*:$"
)
#: 다음은 담화 전문이다; 아래는 회견문 전문.
_WHOLE = re.compile(r"(?:다음은|아래는)\s(?:\S{1,30}\s){0,8}?전문(?:이다|입니다|임)?[.:]?$")
#: 그 장관의 담화 전문, 장관 회견문 전문: whose text it is stands before the noun.
_OWNER = re.compile(r"(?:의\s|\s)(?:\S{1,20}\s){0,3}?전문")
_ANSWER = re.compile(r"질문에\s(?:다음과|아래와)\s?같이")
#: What has no row among documents: 다음과 같은 발표를 하였다, 글을 발표하였다.
_GENRE = re.compile(r"(?:발표|글|보도)(?:을|를)\s")
#: A headline or first line that is only the kind of text and whose it is: 국방성 공보실장 담화.
#: With a comma or dots in it, it tells: 안보리, 미사일 발사 규탄 성명.
_HEADING = re.compile(r"[^“”《》\",…]{5,56}")
#: 대변인 통신사 기자가 제기한 질문에 대답: who asked is not whose it is.
_ASKED = re.compile(r"\s(?:\S+\s)?기자(?:가|의|들이|들의)?\s(?:제기한\s)?질문에$")
#: 위원장에게 축전: to whom it was sent, not whose it is.
_RECEIVER = re.compile(r"(?:에게|께|앞)(?:\s보낸|\s보내는)?$")
#: Somebody tells: then the page is a report, not the text.
REPORTS = re.compile(
    r"(?:다고|라고|으로)\s(?:[^\s]+\s){0,2}?(?:밝혔|말했|전했|보도했|발표했|주장했)"
)
#: “…”고 밝혔다: the page goes on and quotes somebody.
_QUOTED = re.compile(
    r"[”\"]\s?(?:이?라)?고\s(?:\S{1,20}\s){0,3}?(?:밝혔|말했|전했|답했|강조했|주장했|비판했|지적했|덧붙였)"
)
#: A line with which a text ends: its date or the town where it was issued.
_SIGNED = re.compile(r"(?:주체\s?)?\d{1,4}\s?(?:\(\d{4}\))?년[^.]{0,16}일|[가-힣]\s?[가-힣]")
_QUOTES = '“"‘《'
_SENTENCE_END = re.compile(r"(?:다|까|라|자|오|[는인은던을할]가|랴)[.!?…]*$")
_SUBJECT = re.compile(r"(?:동지)?(?:께서|이|가|은|는)(?=\s|는)")
_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class FullText:
    """A text printed in full.

    Attributes:
        span: From its first to its last sentence.
        statements: One per sentence.
        told: What happenings told in it rest on; sentences about others' acts once more.
    """

    span: Span
    statements: tuple[Statement, ...]
    told: tuple[Told, ...]

    def covers(self, sentence: Sentence) -> bool:
        """Whether a sentence belongs to the text."""
        return self.span.contains(sentence.span)


_SPOKESMAN = re.compile(r"(?<=\S) (?:부)?대변인$")


def find_fulltexts(document: Document, lexicon: Lexicon) -> tuple[FullText, ...]:
    """Find texts that the page prints in full.

    Example:
        ``외무상이 20일 발표한 담화는 다음과 같다.`` followed by unquoted sentences.
    """
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    communique = find_communique(document, lexicon)
    if communique is not None:
        return (_of_parties(document, communique, lexicon),)
    for index, sentence in enumerate(body):
        words = sentence.span.of(document.text).strip()
        whole = _WHOLE.search(words) is not None
        noun = lexicon.texts.search(words) or _ANSWER.search(words) or _GENRE.search(words)
        if not whole and (noun is None or _OPENING.search(words) is None):
            continue
        lines = _lines(document, body[index + 1 :])
        if not lines:
            return ()
        below = [s for s in body if s.span.start > lines[-1].span.start]
        # What is told behind the signature is no signature
        below = [*takewhile(lambda s: not _is_prose(document, s), below)]
        before = body[: index + 1]
        issuer = _reader(document, before, lexicon) if whole else None
        issuer = issuer or _issuer(document, before, below, lexicon)
        if issuer is not None:
            return (_text(document, lexicon, body[index + 1 :], lines, issuer),)
    return tuple(_headed(document, body, lexicon))


def _of_parties(document: Document, found: Communique, lexicon: Lexicon) -> FullText:
    """Each sentence is said by all of them; nobody hands on what a communiqué tells."""
    day = next(announced_days(document, found), None)
    statements = tuple(
        Statement(
            id="",
            speaker=found.parties,
            form=Form.DOCUMENT,
            span=line,
            addressee=(),
            occasion=None,
            stance=stances_of(document, line, None, found.parties, lexicon),
            chain=(),
            date=day,
            rule="fulltext:communique",
            confidence=_CONFIDENCE,
        )
        for line in found.lines
    )
    return FullText(found.span, statements, ())


def _headed(document: Document, body: list[Sentence], lexicon: Lexicon) -> Iterator[FullText]:
    """국방성 공보실장 담화, its date, and then the text: nothing but the heading says whose."""
    heads = [s for s in document.sentences if s.kind is not BlockKind.BODY]
    heads += [s for s in body[:1] if not _is_prose(document, s)]
    told = any(is_told(document, s) for s in body)
    for head in heads if not told else ():
        if _stands_below(document, head, body):
            continue
        rest = _below_opening(document, [s for s in body if s is not head], lexicon)
        lines = _lines(document, rest)
        issuer = _whose(document, head, lines, lexicon) if lines else None
        if issuer is not None:
            yield _text(document, lexicon, rest, lines, issuer)
            return


def _whose(
    document: Document, head: Sentence, lines: list[Sentence], lexicon: Lexicon
) -> Link | None:
    """Whose text the heading says it is; the kind stands apart or, as in the North, does not.

    외무성 대변인담화 is 담화 of 외무성 대변인; what elsewhere is no kind of text (대답, 보도) is
    one where the page is dated as the North dates it.
    """
    line = head.span.of(document.text).strip()
    line = line.removesuffix("발표").rstrip() or line
    named, kind = kind_ending(line, lexicon.documents)
    if kind == "" and _dated_in_the_north(document, lines[-1]):
        named, kind = kind_ending(head.span.of(document.text).strip(), lexicon.headed)
        named = _ASKED.sub("", named)
    if kind == "" or not _HEADING.fullmatch(line) or _RECEIVER.search(named):
        return None
    row = lexicon.headed.get(kind)
    return _named_in_heading(document, head, named, medium=row is not None and row.medium)


def _stands_below(document: Document, head: Sentence, body: list[Sentence]) -> bool:
    """Whether a heading parts one report of a page from the next: it is no head of all of it."""
    above = (s for s in body if s.span.end <= head.span.start)
    return any(_is_prose(document, s) for s in above)


def _below_opening(document: Document, body: list[Sentence], lexicon: Lexicon) -> list[Sentence]:
    """What stands below the sentence that announces the text; all of it if none does."""
    words = [s.span.of(document.text).strip() for s in body]
    opens = [i for i, x in enumerate(words) if _OPENING.search(x) and lexicon.texts.search(x)]
    return body[opens[0] + 1 :] if opens and body[opens[0] + 1 :] else body


def is_told(document: Document, sentence: Sentence) -> bool:
    """Whether somebody tells of the text there; what stands in 《…》 may be a name in it."""
    text = document.text
    quoted = any(text[quote.outer.start] not in "《〈" for quote in sentence.quotes)
    return quoted or REPORTS.search(sentence.span.of(text)) is not None


def _named_in_heading(document: Document, head: Sentence, who: str, *, medium: bool) -> Link | None:
    """The person of a heading, else the office as it stands there, else a medium with its own.

    Whoever else is named behind the office is what it tells of: 안보리 북한 미사일 규탄 성명.
    """
    start = document.text.index(who, head.span.start)
    span = Span(start, start + len(who))
    named = [m for m in document.mentions_in(span) if not m.weak]
    people = [m for m in named if m.kind is ActorKind.PERSON]
    if people:
        return _link(people[-1])
    first = next((m for m in named if m.span.start == start), None)
    able = {ActorKind.STATE, ActorKind.ORGANISATION, *([ActorKind.MEDIUM] if medium else [])}
    if first is None or first.kind not in able:
        return None
    if first.span.end == span.end:
        return _link(first)
    if any(m.span.start >= first.span.end for m in named):
        return None
    printed = first.span.of(document.text)
    return Link(with_southern_state(who, first, printed), span, "fulltext")


def _lines(document: Document, after: list[Sentence]) -> list[Sentence]:
    """Sentences up to the signature; none when what follows is quoted: then others read it."""
    lines: list[Sentence] = []
    for sentence in after:
        words = sentence.span.of(document.text).strip()
        if lines and (_SIGNED.fullmatch(words) or _QUOTED.search(words)):
            break
        if _is_prose(document, sentence):
            lines.append(sentence)
    quoted = lines and lines[0].span.of(document.text).lstrip().startswith(tuple(_QUOTES))
    return [] if quoted else lines


def _is_prose(document: Document, sentence: Sentence) -> bool:
    return _SENTENCE_END.search(sentence.span.of(document.text).strip()) is not None


def _issuer(
    document: Document, before: list[Sentence], after: list[Sentence], lexicon: Lexicon
) -> Link | None:
    """Who signed under the text, else who speaks in the sentence that opens it or before."""
    people = (ActorKind.PERSON, ActorKind.ORGANISATION)
    # A signature tells of nothing: what a page tells below the text names others
    below = takewhile(lambda s: not _is_prose(document, s), after)
    signed = [m for s in below for m in document.mentions_in(s.span) if m.kind in people]
    if signed:
        return _link(signed[-1])
    announcing = (s for s in before[:-1] if lexicon.texts.search(s.span.of(document.text)))
    for sentence in (before[-1], *reversed(tuple(announcing))):
        speaks = opener(document, sentence, lexicon)
        if speaks is not None:
            return speaks
    # A commentary may be the agency's own.
    for kinds in (people, (ActorKind.MEDIUM,)):
        for sentence in reversed(before[:-1]):
            for mention in document.mentions_in(sentence.span):
                tail = document.text[mention.span.end : mention.span.end + 6]
                if mention.kind in kinds and _SUBJECT.match(tail):
                    return _link(mention)
    return None


def _reader(document: Document, before: list[Sentence], lexicon: Lexicon) -> Link | None:
    """Whose text follows: who is named in the sentence that opens it, else who gave or read it.

    대표는 회견문을 읽은 뒤 떠났다 … 아래는 회견문 전문: the last sentence that speaks of it tells.
    """
    opening = before[-1]
    people = (ActorKind.PERSON, ActorKind.ORGANISATION)
    named = [m for m in document.mentions_in(opening.span) if m.kind in people and not m.weak]
    if named and _OWNER.match(document.text, named[-1].span.end):
        return _link(named[-1])
    noun = opening.span.of(document.text).strip().rstrip(".: ").removesuffix("이다").split()[-2:][0]
    for sentence in reversed(before[:-1]):
        if noun in sentence.span.of(document.text):
            return opener(document, sentence, lexicon)
    return None


def _link(mention: Mention) -> Link:
    return Link(mention.name, mention.span, "fulltext")


def opener(document: Document, opening: Sentence, lexicon: Lexicon) -> Link | None:
    """The topic of the opening sentence, else its subject, named or described.

    국방성 대변인은 [안보리가 우리를 걸고든것과] 관련하여 … 대답하였다: the topic, not the council.
    """
    found = find_subjects(document, opening.tokens, opening.span, (), lexicon)
    able = [s for s in found if s.names and s.nature is not Nature.DOCUMENT and not s.guess]
    topics = [s for s in able if s.role is Role.TOPIC]
    chosen = next(iter((*topics, *able)), None)
    return Link(chosen.names[0], chosen.span, "fulltext") if chosen else None


def _text(
    document: Document,
    lexicon: Lexicon,
    after: list[Sentence],
    lines: list[Sentence],
    issuer: Link,
) -> FullText:
    address = [s for s in after if s.span.end <= lines[0].span.start]
    return _of_lines(document, lexicon, (after, lines), issuer, tuple(_people(document, address)))


def text_of(
    document: Document,
    lexicon: Lexicon,
    body: list[Sentence],
    issuer: Link,
    receiver: tuple[str, ...],
) -> FullText | None:
    """The text that the body of a page is, up to its signature.

    Args:
        document: The page.
        lexicon: Its tables.
        body: All sentences of the body.
        issuer: Whose text it is.
        receiver: To whom it was sent.
    """
    lines = _lines(document, body)
    return _of_lines(document, lexicon, (body, lines), issuer, receiver) if lines else None


def _of_lines(
    document: Document,
    lexicon: Lexicon,
    text: tuple[list[Sentence], list[Sentence]],
    issuer: Link,
    receiver: tuple[str, ...],
) -> FullText:
    after, lines = text
    span = lines[0].span.hull(lines[-1].span)
    day = _day(document, after, lines)
    statements = tuple(line_of(document, line, issuer, day, lexicon, receiver) for line in lines)
    return FullText(span, statements, told_by(document, lines, issuer))


def told_by(document: Document, lines: list[Sentence], issuer: Link) -> tuple[Told, ...]:
    """What happenings told in the lines rest on: the issuer hands on what others did."""
    office = _office(document, issuer)
    span = lines[0].span.hull(lines[-1].span)
    others = [line.span for line in lines if _about_others(document, line, office)]
    return (Told(span, (office,), ()), *(Told(x, (office,), (office,)) for x in others))


def _office(document: Document, issuer: Link) -> Link:
    """외무성 of its 대변인 without a name: the office hands on, by its own name (한국 외교부)."""
    name = _SPOKESMAN.sub("", issuer.name)
    bodies = [m for m in document.mentions_in(issuer.span) if m.kind is ActorKind.ORGANISATION]
    if name != issuer.name and bodies:
        name = bodies[-1].name
    return Link(name, issuer.span, issuer.rule)


def _about_others(document: Document, line: Sentence, issuer: Link) -> bool:
    """일본은 … 만나자고 제의하였다: who acts is not the issuer, who hands it on."""
    sides = allegiance_of(document.knowledge)
    own = {issuer.name, sides.of_name(issuer.name)}
    for mention in document.mentions_in(line.span):
        if _SUBJECT.match(document.text, mention.span.end) and not mention.weak:
            theirs = sides.of_mention(mention)
            return theirs is not None and not {mention.name, theirs} & own
    return False


def line_of(
    document: Document,
    line: Sentence,
    issuer: Link,
    day: str | None,
    lexicon: Lexicon,
    addressee: tuple[str, ...] = (),
) -> Statement:
    """A sentence of a text that stands without marks, as a statement of its issuer.

    Args:
        document: The page.
        line: The sentence; its full stop is left out.
        issuer: Whose text it is.
        day: EDTF, if one is known.
        lexicon: Look-up tables.
        addressee: To whom it is said.
    """
    span = without_number(document, line)
    return Statement(
        id="",
        speaker=(issuer.name,),
        form=Form.DOCUMENT,
        span=span,
        addressee=addressee,
        occasion=None,
        stance=stances_of(document, span, None, (issuer.name,), lexicon),
        chain=(),
        date=day,
        rule="fulltext",
        confidence=_CONFIDENCE,
    )


def _people(document: Document, address: list[Sentence]) -> Iterator[str]:
    for sentence in address:
        for mention in document.mentions_in(sentence.span):
            if mention.kind is ActorKind.PERSON:
                yield mention.name


def _day(document: Document, after: list[Sentence], lines: list[Sentence]) -> str | None:
    """The day of the signature under the text, else the last day named before it."""
    below = [
        t for s in after if s.span.start > lines[-1].span.start for t in document.times_in(s.span)
    ]
    if below:
        return below[0].value
    above = [t for t in document.times if t.span.end <= lines[0].span.start]
    days = [t.value for t in above if len(t.value) == len("2024-11-02")]
    return signed_on(document, lines[-1]) or (days[-1] if days else None)


def _dated_in_the_north(document: Document, last: Sentence) -> bool:
    """Whether the page, or the text on the line beneath it, is dated in the North's count."""
    published = document.article.published
    beneath = document.article.blocks[last.block_index + 1 :][:1]
    counted = any(b.span.of(document.text).strip().startswith("주체") for b in beneath)
    return counted or (published is not None and published.rule == "date:juche")
