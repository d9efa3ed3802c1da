"""Lines with their looks → where the news begins and ends.

Comes in: the lines of a page in order. Goes out: looks corrected by their neighbours (style of the
page, summaries of portals) and the ``Extent`` of the news. Invariant: neither a list of other pages
nor readers' comments ever extend the news; a copyright line ends it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from haengbo.article.bylines import byline_in
from haengbo.article.chronology import with_chronologies, with_day_heads
from haengbo.article.cues import Cues, squeeze
from haengbo.article.forms import Form, Line, Look
from haengbo.article.lines import POLITE, look_at
from haengbo.article.listed import with_items
from haengbo.article.notes import with_notes
from haengbo.article.suppliers import wire_at_end
from haengbo.model.article import BlockKind

FURNITURE_FORMS = frozenset(
    {Form.FURNITURE, Form.ASIDE, Form.COPYRIGHT, Form.COMMENTS, Form.HEADING}
)
#: Forms of lines that may be a headline: without one above, a question heads the news itself.
_MAY_HEAD = frozenset({Form.PLAIN, Form.WEAK, Form.SECTION})
#: The sentence that opens a letter, a statement, a list of points or questions and answers.
OPENS_DOCUMENT = re.compile(
    r"(?:다음과|아래와)\s?같(?:다|습니다)\.$"
    r"|(?:다음과|아래와)\s?같은\s(?:\S+\s){0,2}?\S+[을를]\s(?:발표|공개|내였|내놓|냈)\S*[.:]$"
    r"|질문에\s(?:다음과|아래와)\s?같이\s\S+[.:]$"
    r"|(?:일문\s?일답|질의\s?응답)(?:이다)?[.:]?$"
)
_OPENS_INTERVIEW = re.compile(r"(?:일문\s?일답|질의\s?응답)(?:이다)?[.:]?$")
#: ―오늘 회담은 무산됐나. -입장은?
_ASKS = re.compile(r"^\s?(?:[―—–-]|문\)|Q[.)])\s?\S.{2,120}[.?]$")
#: One question under a picture is no interview.
_DIALOGUE = 2
#: Section heads and signatures are no longer than this.
HEADING_MAX = 45
#: A line that ends like this is cut inside a sentence, as mail programs and PDF readers do.
_CUT = re.compile(r"(?:[을를은는고며의에와과로도,]|면서|에서|으로|한|할|된|될|던|해)$")
_NOTICE = re.compile(r"(?:니다|세요|해요|시오)\.")
_RESUME_MIN = 40
_POLITE_MIN = 30
#: How lists of pages cut off the beginning of each.
_CUT_OFF = ("…", "...")
_CUT_MIN = 30
_LINKED = 0.6
#: A summary stands at most so many lines above the sentence that it repeats.
_SUMMARY_REACH = 60
#: A letter ends with its writer, the day and the place.
_SIGNATURE_LINES = 4


#: Rule of captions on a page of nothing but pictures.
ONLY_TEXT = "caption:only-text"
#: What pictures show.
_SHOWN = ("있다.", "이다.")


@dataclass(frozen=True, slots=True)
class Extent:
    """First line of the news and first line after it."""

    first: int
    end: int


def looks_of(lines: Sequence[Line], cues: Cues) -> list[Look]:
    """What each line looks like, corrected by markup, the page's style and portals' summaries."""
    looks = _in_broadcast_style(lines, [_look(line, cues) for line in lines])
    texts = [line.text for line in lines]
    looks = _without_headline(_behind_turns(looks))
    looks = with_items(lines, with_day_heads(texts, with_chronologies(texts, looks)))
    looks = _with_answers(lines, _or_captions(lines, _as_told(lines, looks, cues)))
    return with_notes(lines, _without_summary(lines, looks, cues), cues)


def _behind_turns(looks: list[Look]) -> list[Look]:
    """What stands right behind ``[앵커]`` is told, however short: no headline."""
    turned = (
        index
        for index in range(1, len(looks))
        if looks[index].rule == POLITE and looks[index - 1].rule == "furniture:turn"
    )
    out = list(looks)
    for index in turned:
        out[index] = Look(Form.SENTENCE, POLITE)
    return out


def _without_headline(looks: list[Look]) -> list[Look]:
    """A first line as long as a paragraph, ending 발표했다, is the lead: nothing heads the news."""
    first = next((i for i, look in enumerate(looks) if look.form in _MAY_HEAD), None)
    if first is None or looks[first].rule != "sentence:unstopped" or first + 1 == len(looks):
        return looks
    if looks[first + 1].form is not Form.SENTENCE:
        return looks
    lead = Look(Form.SENTENCE, "sentence:lead")
    return [lead if index == first else look for index, look in enumerate(looks)]


def _with_answers(lines: Sequence[Line], looks: list[Look]) -> list[Look]:
    """What “… 밝혔다. 다음은 일문일답.” opens: below it, ▲ marks no caption."""
    opening = next((i for i, x in enumerate(lines) if _OPENS_INTERVIEW.search(x.text)), None)
    if opening is None:
        return _with_dialogue(lines, looks)
    out = list(looks)
    if "다. " in lines[opening].text and looks[opening].form not in FURNITURE_FORMS:
        out[opening] = Look(Form.SENTENCE, "sentence:opens-interview")
    for index in range(opening + 1, len(lines)):
        said = lines[index].text.endswith((".", "?"))
        if looks[index].rule == "caption:marker" and said:
            out[index] = Look(Form.WEAK, "sentence:answer")
    return out


def _with_dialogue(lines: Sequence[Line], looks: list[Look]) -> list[Look]:
    """―북측과 연락할 길은 있나. ▲“…”: questions and answers that nothing announces."""
    pairs = [
        index
        for index in range(1, len(lines))
        if looks[index].rule == "caption:marker" and _ASKS.search(lines[index - 1].text)
    ]
    if len(pairs) < _DIALOGUE:
        return looks
    rules = dict.fromkeys(pairs, "sentence:answer")
    rules |= {index - 1: "sentence:question" for index in pairs}
    return [
        Look(Form.WEAK, rules[index]) if index in rules else look
        for index, look in enumerate(looks)
    ]


def _as_told(lines: Sequence[Line], looks: list[Look], cues: Cues) -> list[Look]:
    return _with_lead(lines, _signed(lines, looks, cues), cues)


def _with_lead(lines: Sequence[Line], looks: list[Look], cues: Cues) -> list[Look]:
    """(새솔 AP=연합뉴스) … 만났다고 밝혔다.: the lead of news that has no other dateline."""
    first = next((i for i, look in enumerate(looks) if look.form is Form.SENTENCE), 0)
    if not first or looks[first - 1].rule != "caption:agency-dateline":
        return looks
    text = lines[first - 1].text
    told = text.endswith("다.") and not text.endswith(_SHOWN) and not cues.scene.search(text)
    if not told or byline_in(lines[first].text, cues) is not None:
        return looks
    lead = Look(Form.SENTENCE, "sentence:lead")
    return [lead if index == first - 1 else look for index, look in enumerate(looks)]


def _signed(lines: Sequence[Line], looks: list[Look], cues: Cues) -> list[Look]:
    """… 밝혔다./연합: the last sentence of the news, signed by the wire; under no picture."""
    out = list(looks)
    for index in range(1, len(lines)):
        text = lines[index].text
        signature = wire_at_end(text, cues) if looks[index].rule == "caption:credit" else None
        if signature is None:
            continue
        told = text[: text.rfind("다.", 0, signature.span.start) + len("다.")]
        goes_on = index + 1 < len(lines) and looks[index + 1].form in (Form.SENTENCE, Form.WEAK)
        news_before = looks[index - 1].form is Form.SENTENCE
        if news_before and not goes_on and not cues.scene.search(told):
            out[index] = Look(Form.SENTENCE, "sentence:signed")
    return out


def _or_captions(lines: Sequence[Line], looks: list[Look]) -> list[Look]:
    """On a page of nothing but pictures the sentences under them are its news."""
    if any(look.form in (Form.SENTENCE, Form.WEAK) for look in looks):
        return looks
    return [
        Look(Form.SENTENCE, ONLY_TEXT) if look.form is Form.CAPTION and "다." in line.text else look
        for line, look in zip(lines, looks, strict=True)
    ]


def _look(line: Line, cues: Cues) -> Look:
    look = look_at(line.text, cues)
    if line.hint is BlockKind.BOILERPLATE:
        return Look(Form.FURNITURE, "markup:furniture")
    if line.links > _LINKED and look.form not in (Form.META, Form.CAPTION):
        return Look(Form.FURNITURE, "markup:links")
    if line.hint is BlockKind.CAPTION and look.form not in FURNITURE_FORMS:
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
    """Whether a later paragraph holds this sentence, with furniture in between.

    What stands below the line that closes an article is printed there again.
    """
    for other in range(index + 1, min(len(texts), index + _SUMMARY_REACH)):
        if looks[other].form is Form.COPYRIGHT:
            return False
        if (
            other > index + 1
            and looks[other].form is Form.SENTENCE
            and texts[index] in texts[other]
        ):
            around = range(max(0, index - 1), other)
            return any(looks[i].form in FURNITURE_FORMS for i in around)
    return False


def _summary_lines(heading: int, looks: Sequence[Look]) -> range:
    """Sentences under the heading of a summary, if furniture ends them and news follows."""
    end = heading + 1
    while end < len(looks) and looks[end].form in (Form.SENTENCE, Form.WEAK):
        end += 1
    ended = end < len(looks) and looks[end].form in FURNITURE_FORMS
    follows = any(look.form is Form.SENTENCE for look in looks[end:])
    return range(heading + 1, end) if ended and follows else range(0)


def find_extent(lines: Sequence[Line], looks: Sequence[Look]) -> Extent | None:
    """From the first to the last sentence of news; lists of other pages do not count."""
    news = _news_lines(lines, looks)
    if not news:
        weak = [i for i, x in enumerate(looks) if x.form is Form.WEAK and not lines[i].outside]
        if not weak or (len(weak) > 1 and all(lines[i].text.endswith(_CUT_OFF) for i in weak)):
            return None
        news = [max(weak, key=lambda i: len(lines[i].text))]
    first, last = news[0], news[-1]
    while first > 0 and looks[first - 1].form is Form.WEAK and not lines[first - 1].outside:
        if not any(look.form in _MAY_HEAD for look in looks[: first - 1]):
            break
        first -= 1
    while first > 0 and _is_cut(lines[first - 1], looks[first - 1]):
        first -= 1
    return Extent(first, _tail_end(lines, looks, first, last))


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
    letter = any(OPENS_DOCUMENT.search(line.text) for line in lines[first : last + 1])
    # Translated news mixes styles: a polite sentence among the others makes the last one news too
    polite = any(x.rule == POLITE for x in looks[first : last + 1])
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
    notice = _NOTICE.search(line.text)
    news = look.form is Form.SENTENCE or (look.form is Form.WEAK and (any_style or not notice))
    return news and not line.outside


def _signs(line: Line, look: Look) -> bool:
    signature = look.form is Form.PLAIN or look.rule == "meta:date"
    return signature and not line.outside and len(line.text) <= HEADING_MAX
