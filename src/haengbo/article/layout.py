"""Lines in their order → the kind of each, decided in context.

Comes in: the non-empty lines of a text dump, or the paragraphs of a web page with what the markup
hints. Goes out: one kind and rule per line. The news is found first (sentences in plain style that
no list of other pages and no readers' comments claim); then what stands above it (headline,
subtitles, dates, bylines, furniture), inside it (captions, section heads) and below it.
Invariant: as many verdicts as lines; every line above the headline is furniture or meta.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from haengbo.article.cues import Cues, squeeze
from haengbo.article.lines import POLITE, Form, Look, look_at
from haengbo.model.article import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph.

    Attributes:
        text: Stripped.
        hint: What the markup says that it is; ``None`` for plain text.
        outside: Outside the element that holds the article.
        links: Share of its characters that are links.
    """

    text: str
    hint: BlockKind | None = None
    outside: bool = False
    links: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a line and the rule that decided it."""

    kind: BlockKind
    rule: str


_FURNITURE_FORMS = {Form.FURNITURE, Form.ASIDE, Form.COPYRIGHT, Form.COMMENTS, Form.HEADING}
_RESUME_MIN = 40
_POLITE_MIN = 30
_CUT_MIN = 30
_LETTER = re.compile(r"다음과\s?같다\.$|아래와\s?같다\.$")
#: A line that ends like this is cut inside a sentence, as mail programs and PDF readers do.
_CUT = re.compile(r"(?:[을를은는고며의에와과로도,]|면서|에서|으로|한|할|된|될|던|해)$")
_SHORT_SENTENCE = re.compile(r"[가-힣][\"”’]?[.?!][\"”’]?$")
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}|[北韓美中日露러英獨佛李尹文朴金]")
_HEADLINE_MARKS = re.compile(r"[…“”‘’\"'·→]|\.{3}|[北韓美中日露]|\[[^\]]{1,12}\]")
_BOARD_DATE = re.compile(
    r"\s*\(?\s*(?:19|20)?\d{2}\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}\.?\s*\)?\s*$"
)
_ITEM = re.compile(r"[^\w\s\[(<【「『“‘\"'《]|\d{1,2}[.)]\s")
_TITLE_MIN, _TITLE_MAX = 8, 110
_HEADING_MAX = 45
_LINKED = 0.6
#: So many lines below the news may hold the byline, wherever the markup puts it.
_NEAR_BELOW = 6
#: A letter ends with its writer, the day and the place.
_SIGNATURE_LINES = 4
#: The headline is the first line that scores nearly as well as the best: subtitles follow it.
_GOOD_ENOUGH = 0.65


@dataclass(frozen=True, slots=True)
class _Extent:
    """First line of the news and first line after it."""

    first: int
    end: int


def arrange(lines: Sequence[Line], cues: Cues) -> list[Verdict]:
    """Kind and rule of each line; all furniture if there is no news."""
    looks = _in_broadcast_style(lines, [_look(line, cues) for line in lines])
    looks = _without_summary(lines, looks, cues)
    extent = _find_extent(lines, looks)
    if extent is None:
        return [_furniture(look) for look in looks]
    title = _find_title(lines, looks, extent)
    verdicts: list[Verdict] = []
    closed = False
    for index in range(len(lines)):
        if index < extent.first:
            verdicts.append(_above(index, lines, looks, title))
        elif index < extent.end:
            verdicts.append(_inside(index, lines, looks, verdicts))
        else:
            closed = closed or looks[index].form in (Form.COPYRIGHT, Form.COMMENTS)
            near = index < extent.end + _NEAR_BELOW
            verdicts.append(_below(lines[index], looks[index], closed=closed, near=near))
    return _repeated_captions(lines, verdicts)


def has_news(verdicts: Sequence[Verdict]) -> bool:
    """Whether any line is body text."""
    return any(verdict.kind is BlockKind.BODY for verdict in verdicts)


def _look(line: Line, cues: Cues) -> Look:
    look = look_at(line.text, cues)
    if line.hint is BlockKind.BOILERPLATE:
        return Look(Form.FURNITURE, "markup:furniture")
    if line.links > _LINKED and look.form not in (Form.META, Form.CAPTION):
        return Look(Form.FURNITURE, "markup:links")
    if line.hint is BlockKind.CAPTION and look.form not in _FURNITURE_FORMS:
        return Look(Form.CAPTION, "markup:caption")
    return look


def _in_broadcast_style(lines: Sequence[Line], looks: list[Look]) -> list[Look]:
    """On a page that is told in polite style, polite sentences are its news."""

    def mass(test: Callable[[Look], bool]) -> int:
        pairs = zip(lines, looks, strict=True)
        return sum(len(line.text) for line, look in pairs if test(look) and not line.outside)

    if mass(lambda look: look.rule == POLITE) <= mass(lambda look: look.form is Form.SENTENCE):
        return looks
    return [
        Look(Form.SENTENCE, look.rule)
        if look.rule == POLITE and len(line.text) >= _POLITE_MIN
        else look
        for line, look in zip(lines, looks, strict=True)
    ]


def _without_summary(lines: Sequence[Line], looks: list[Look], cues: Cues) -> list[Look]:
    """Portals print a summary above the news, under a heading or in sentences of the news."""
    out = list(looks)
    texts = [squeeze(line.text) for line in lines]
    for index, look in enumerate(looks):
        if look.form in (Form.SENTENCE, Form.WEAK) and _told_below(index, texts, looks):
            out[index] = Look(Form.FURNITURE, "summary:repeated-below")
        elif texts[index] in cues.summaries:
            for inner in _summary_lines(index, looks):
                out[inner] = Look(Form.FURNITURE, "summary:under-heading")
    return out


def _told_below(index: int, texts: Sequence[str], looks: Sequence[Look]) -> bool:
    """Whether a later paragraph holds this sentence, with furniture in between."""
    for other in range(index + 2, len(texts)):
        if looks[other].form is Form.SENTENCE and texts[index] in texts[other]:
            around = range(max(0, index - 1), other)
            return any(looks[i].form in _FURNITURE_FORMS for i in around)
    return False


def _summary_lines(heading: int, looks: Sequence[Look]) -> range:
    """Sentences under the heading of a summary, if furniture ends them and news follows."""
    end = heading + 1
    while end < len(looks) and looks[end].form in (Form.SENTENCE, Form.WEAK):
        end += 1
    ended = end < len(looks) and looks[end].form in _FURNITURE_FORMS
    follows = any(look.form is Form.SENTENCE for look in looks[end:])
    return range(heading + 1, end) if ended and follows else range(0)


def _furniture(look: Look) -> Verdict:
    if look.form is Form.META:
        return Verdict(BlockKind.META, look.rule)
    return Verdict(BlockKind.BOILERPLATE, look.rule)


def _find_extent(lines: Sequence[Line], looks: Sequence[Look]) -> _Extent | None:
    """From the first to the last sentence of news; lists of other pages do not count."""
    news = _news_lines(lines, looks)
    if not news:
        weak = [i for i, x in enumerate(looks) if x.form is Form.WEAK and not lines[i].outside]
        if not weak:
            return None
        news = [max(weak, key=lambda i: len(lines[i].text))]
    first, last = news[0], news[-1]
    while first > 0 and looks[first - 1].form is Form.WEAK and not lines[first - 1].outside:
        first -= 1
    while first > 0 and _is_cut(lines[first - 1], looks[first - 1]):
        first -= 1
    return _Extent(first, _tail_end(lines, looks, first, last))


def _news_lines(lines: Sequence[Line], looks: Sequence[Look]) -> list[int]:
    sentences = [i for i, x in enumerate(looks) if x.form is Form.SENTENCE and not lines[i].outside]
    closer = _closer(lines, looks, sentences)
    news, in_list = [], False
    for index, look in enumerate(looks[:closer]):
        if look.form is Form.HEADING:
            in_list = True
        elif look.form is Form.SENTENCE and not lines[index].outside:
            in_list = in_list and len(lines[index].text) < _RESUME_MIN
            if not in_list:
                news.append(index)
    return news


def _closer(lines: Sequence[Line], looks: Sequence[Look], sentences: Sequence[int]) -> int:
    """The line that closes the article: copyright or comments with most of the news above it."""
    total = sum(len(lines[i].text) for i in sentences)
    above = 0
    for index, look in enumerate(looks):
        if look.form is Form.SENTENCE and not lines[index].outside:
            above += len(lines[index].text)
        elif look.form in (Form.COPYRIGHT, Form.COMMENTS) and 2 * above >= total > 0:
            return index
    return len(looks)


def _is_cut(line: Line, look: Look) -> bool:
    """Whether the line is the first part of a paragraph that was wrapped at a width."""
    long = len(line.text) >= _CUT_MIN and not line.outside and line.hint is None
    return long and look.form is Form.PLAIN and bool(_CUT.search(line.text))


def _is_wrapped(index: int, lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """Whether the line goes on in the next one, which ends a sentence."""
    following = looks[index + 1].form if index + 1 < len(looks) else Form.PLAIN
    return len(lines[index].text) >= _CUT_MIN and following in (Form.WEAK, Form.SENTENCE)


def _tail_end(lines: Sequence[Line], looks: Sequence[Look], first: int, last: int) -> int:
    """Sentences of other styles and the signature of a letter still belong to the news."""
    letter = any(_LETTER.search(line.text) for line in lines[first : last + 1])
    polite = any(x.form is Form.SENTENCE and x.rule == POLITE for x in looks)
    end, at, gap = last + 1, last + 1, 0
    while at < len(lines) and gap <= _SIGNATURE_LINES:
        if _continues(lines[at], looks[at], any_style=letter or polite):
            end, gap = at + 1, 0
        elif looks[at].form is Form.PLAIN and (letter or _is_wrapped(at, lines, looks)):
            gap += 1
        elif looks[at].form is not Form.CAPTION:
            break
        at += 1
    signed = end
    while letter and signed < min(len(lines), end + _SIGNATURE_LINES):
        if not _signs(lines[signed], looks[signed]):
            break
        signed += 1
    return signed


def _continues(line: Line, look: Look, *, any_style: bool) -> bool:
    """Short sentences in plain style, questions: but no notice that speaks to the reader."""
    notice = re.search(r"(?:니다|세요|해요|시오)\.", line.text)
    news = look.form is Form.SENTENCE or (look.form is Form.WEAK and (any_style or not notice))
    return news and not line.outside


def _signs(line: Line, look: Look) -> bool:
    signature = look.form is Form.PLAIN or look.rule == "meta:date"
    return signature and not line.outside and len(line.text) <= _HEADING_MAX


def _stem(word: str) -> str:
    return word[:2]


def _shared(text: str, body: frozenset[str]) -> float:
    """Share of a line's words whose beginnings occur in the news."""
    words = {_stem(word) for word in _WORD.findall(text)}
    return len(words & body) / len(words) if words else 0.0


def _find_title(lines: Sequence[Line], looks: Sequence[Look], extent: _Extent) -> int | None:
    """The first line above the news that reads like its headline."""
    hinted = [i for i in range(extent.first) if lines[i].hint is BlockKind.TITLE]
    if hinted:
        return hinted[-1]
    body = frozenset(
        _stem(word)
        for line in lines[extent.first : extent.end]
        for word in _WORD.findall(line.text)
    )
    scored = [
        (_title_score(lines[i].text, body), -i)
        for i in range(extent.first)
        if looks[i].form in (Form.PLAIN, Form.WEAK, Form.SECTION, Form.SENTENCE)
        and lines[i].hint in (None, BlockKind.BODY)
    ]
    best = max(scored, default=(0.0, 0))[0]
    if best <= 0:
        return None
    return min(-at for score, at in scored if score >= _GOOD_ENOUGH * best)


def _title_score(text: str, body: frozenset[str]) -> float:
    length = len(text)
    score = 1.5 * _shared(text, body)
    score += 0.4 if _TITLE_MIN <= length <= _TITLE_MAX else -1.0
    score += 0.4 if _HEADLINE_MARKS.search(text) else 0.0
    score += 0.3 if length >= 2 * _TITLE_MIN else 0.0
    score -= 0.8 if _ITEM.match(text) else 0.0
    return score - (0.6 if " " not in text else 0.0)


def _same_title(text: str, title: str) -> bool:
    """Whether a line repeats the headline, with a date or section that a board added."""
    ours, theirs = squeeze(_BOARD_DATE.sub("", text)), squeeze(_BOARD_DATE.sub("", title))
    return bool(ours) and ours == theirs


def _above(index: int, lines: Sequence[Line], looks: Sequence[Look], title: int | None) -> Verdict:
    line, look = lines[index], looks[index]
    if index == title:
        return Verdict(BlockKind.TITLE, "title:markup" if line.hint else "title:first-headline")
    if title is not None and _same_title(line.text, lines[title].text):
        return Verdict(BlockKind.TITLE, "title:repeated")
    if look.form is Form.META:
        return Verdict(BlockKind.META, look.rule)
    if title is None or index < title:
        return Verdict(BlockKind.BOILERPLATE, "above-title")
    if look.form is Form.CAPTION:
        return Verdict(BlockKind.CAPTION, look.rule)
    if look.form in _FURNITURE_FORMS or look.form is Form.CLOSING:
        return Verdict(BlockKind.BOILERPLATE, look.rule)
    if len(line.text) < _TITLE_MIN or line.outside and line.hint is None:
        return Verdict(BlockKind.BOILERPLATE, "above-body:short")
    return Verdict(BlockKind.SUBTITLE, "subtitle:below-title")


def _inside(
    index: int, lines: Sequence[Line], looks: Sequence[Look], before: Sequence[Verdict]
) -> Verdict:
    line, look = lines[index], looks[index]
    if line.outside or look.form in _FURNITURE_FORMS:
        return Verdict(BlockKind.BOILERPLATE, look.rule)
    if look.form is Form.CAPTION:
        return Verdict(BlockKind.CAPTION, look.rule)
    if look.form in (Form.SENTENCE, Form.WEAK):
        return Verdict(BlockKind.BODY, look.rule)
    if look.form is Form.SECTION or line.hint is BlockKind.SUBTITLE:
        return Verdict(BlockKind.SUBTITLE, look.rule)
    if _after_list(before):
        return Verdict(BlockKind.BOILERPLATE, "list-item")
    return _unended(index, lines, looks)


def _after_list(before: Sequence[Verdict]) -> bool:
    """Whether the line goes on a list of other pages that a heading opened."""
    return bool(before) and before[-1].rule in ("heading:list", "list-item")


def _unended(index: int, lines: Sequence[Line], looks: Sequence[Look]) -> Verdict:
    """A line inside the news that ends no sentence: a section head, or part of a document."""
    line, look = lines[index], looks[index]
    if look.form is Form.META and look.rule != "meta:date":
        return Verdict(BlockKind.META, look.rule)
    if index + 1 < len(looks) and looks[index + 1].rule == "sentence:dateline":
        return Verdict(BlockKind.SUBTITLE, "subtitle:above-dateline")
    if any(_LETTER.search(other.text) for other in lines[:index]):
        return Verdict(BlockKind.BODY, "body:document")
    if any(look.rule == "sentence:dateline" for look in looks[:index]):
        return Verdict(BlockKind.BODY, "body:document")
    if _SHORT_SENTENCE.search(line.text):
        return Verdict(BlockKind.BODY, "body:short-sentence")
    previous = looks[index - 1].form if index else Form.PLAIN
    if len(line.text) <= _HEADING_MAX and previous is not Form.PLAIN:
        return Verdict(BlockKind.SUBTITLE, "subtitle:between-paragraphs")
    return Verdict(BlockKind.BODY, "body:between")


def _below(line: Line, look: Look, *, closed: bool, near: bool) -> Verdict:
    if closed:
        return Verdict(BlockKind.BOILERPLATE, "below-copyright")
    if look.form is Form.META and (near or not line.outside):
        return Verdict(BlockKind.META, look.rule)
    if look.form is Form.CAPTION and (near if line.hint else not line.outside):
        return Verdict(BlockKind.CAPTION, look.rule)
    return Verdict(BlockKind.BOILERPLATE, look.rule if look.form is not Form.PLAIN else "below")


def _repeated_captions(lines: Sequence[Line], verdicts: list[Verdict]) -> list[Verdict]:
    """A line printed twice in a row is the caption of a picture (its text and its alt text)."""
    out = list(verdicts)
    for index in range(1, len(lines)):
        pair = out[index - 1], out[index]
        if squeeze(lines[index].text) != squeeze(lines[index - 1].text):
            continue
        if BlockKind.BODY in (pair[0].kind, pair[1].kind):
            out[index - 1] = out[index] = Verdict(BlockKind.CAPTION, "caption:twice")
    return out
