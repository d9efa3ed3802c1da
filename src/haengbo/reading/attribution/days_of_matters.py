"""Times of a clause of saying → those that date what it is about, and those that date the saying.

Comes in: a sentence as attribution sees it, and its times. Goes out: whether a time only describes
a noun or a matter (전날 열린 회담에 대해), and of several days the one on which it was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from haengbo.korean.times import is_long_past
from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span
from haengbo.reading.attribution.contents import describes, trim
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.stretches import Stretch, marks_subject
from haengbo.reading.attribution.verbs import VerbForm
from haengbo.reading.document import Document

#: A word that may stand in such a phrase: not 토론회[에서], with which a clause begins.
_WORD = r"(?!\S*(?:에서|에게)\s)[^\s,.“”\"]+"
#: A noun phrase of which the words are said: 연습을 두고, 회담과 관련해.
ABOUT = re.compile(
    rf"\s(?:{_WORD}\s){{0,3}}?{_WORD}"
    r"(?:(?:을|를)\s(?:두고|놓고|겨냥|가리켜|앞두고|겨눠|걸고|거론|언급|문제\s?삼)|에\s(?:대해|대하여|관해|맞서(?=[\s,]))"
    r"|(?:와|과)\s관련(?:해|하여|[\s,]|한\s(?:질문|물음|질의|보도))"
    r"|(?:을|를)\s(?:[^\s“”\"]+\s){0,3}?[^\s“”\"]*(?:냐|지)는\s(?:질문|물음|질의)에)"
    r"|\s데\s?(?:대해|대하여|관해|맞서|반발)"
)
#: Right behind who speaks: “은 ”.
_LEAD_GAP = 2
_SEVERAL = 2
_REPORT_REACH = 4

_DAY_END = re.compile(r"(?:일|날|어제|오늘|아침|저녁|밤|새벽|오전|오후)(?:\([^()]{1,20}\))?$")
#: Between the month and the words: a particle, or an occasion named in a few words.
_THEN = re.compile(
    rf"(?:에(?:는|도)?|\s(?:{_WORD}\s){{0,3}}?[^\s,.“”\"]+(?:에서|통해|때)(?:는|도)?)\s?[“\"]"
)
#: What may stand before a day that opens a clause: 현지시간으로 23일, 하루 전인 19일.
_BEFORE_DAY = re.compile(
    r"(?:(?:현지|한국|우리|미국)\s?시[간각](?:으로)?|[^\s,.“”\"]{1,4}\s전인|[^\s,.“”\"]{0,3}\s?날인)\s"
)
#: 북한이 미사일을 쏜 데 대해 19일 …고 했다: behind the matter comes the day of the words.
#: 11일 회담이 끝난 데 이어 12일 …고 했다: so, too, behind what was done before.
_AFTER_MATTER = re.compile(
    r"(?:대해|대하여|관해|관련해|관련하여|두고|놓고|데\s이어|[가-힣]\s(?:뒤|후|다음|직후))\s$"
)
#: Behind the text in which something is said.
_IN_TEXT = re.compile(r"\s(?P<noun>[가-힣]{2,8})(?:에서|을 통해|를 통해)(?:는|도)?\s")
#: Right behind a day that only tells which one: 15일 접촉에는, 3일 회담을.
_OF_NOUN = re.compile(r"\s(?:\S+\s)?[가-힣]+(?:에는|에|을|를|의|이|가|은|는)\s")
#: What is judged, not the text in which it is: 훈련을, not 성명을 통해.
_JUDGED = re.compile(rf"\s(?:{_WORD}\s){{0,4}}?{_WORD}[을를]\s(?!통해|통하여|내고|내어)")
#: Behind a day: who came then and is no subject.
_ARRIVED = re.compile(
    r"\s[^\s,.“”\"]+에\s(?:도착|입국)한\s(?:[^\s,.“”\"]+(?<![은는이가])\s){0,6}?"
    r"[^\s,.“”\"]{2,}(?:와|과|을|를|에게)\s"
)
#: 전날, 지난 4일, 사흘 전: before the day of which is told.
POINTS_BACK = re.compile(r"전날|지난|앞서|[^\s]{1,3}\s?전(?![가-힣])")
_HELD = re.compile(
    r"\s(?:[^\s,.“”\"]+에서\s)?(?:열린|개최된|진행된)\s(?:[^\s,.“”\"]+\s){0,5}?"
    r"[^\s,.“”\"]*(?:회담|회의|협의|총회|회견|토론회|포럼|간담회|접촉)에서(?:는|도)?\s"
)
#: Endings that join a verb to the next in one clause.
_THEREBY = {"어", "아", "여"}


def of_saying(
    times: Sequence[TimeExpression], utterance: Utterance, scene: Scene
) -> Sequence[TimeExpression]:
    """장관은 [4일] 국회에서 전날 나온 보도에 “…”고 했다: the day right behind who speaks.

    Where a clause ends in between, the days are told one after the other (3일 도착해 4일 …); a day
    that only modifies is none of saying (1일 열린 회담의 결과를 2일 알렸다).
    """
    name = utterance.voice.span
    if len(times) < _SEVERAL or not 0 <= times[0].span.start - name.end <= _LEAD_GAP:
        return times
    between = Span(times[0].span.end, times[-1].span.start)
    stretch = scene.parsed.stretch
    ended = [v.span for v in stretch.verbs if v.form is VerbForm.CONNECTIVE]
    first = Span(times[0].span.end, times[1].span.start)
    ended += [v.span for v in stretch.verbs if stretch.modifies(v) and first.contains(v.span)]
    return times if any(between.contains(span) for span in ended) else times[:1]


def before_words(
    times: Sequence[TimeExpression], utterance: Utterance, scene: Scene
) -> Sequence[TimeExpression]:
    """북측은 [14일] 통화하면서 15일 접촉에는 못 간다고 알렸다: not the day of a noun of the words.

    3월 4일에는 떠나라고 했다 has a day of its own behind one of another act.
    """
    content, text = utterance.content, scene.parsed.stretch.text
    if not any(utterance.voice.span.end <= t.span.start < content.start for t in times):
        return times
    return [t for t in times if not (content.contains(t.span) and _OF_NOUN.match(text, t.span.end))]


def is_of_words(
    document: Document, lexicon: Lexicon, time: TimeExpression, utterance: Utterance
) -> bool:
    """Whether a time belongs to what is said rather than to the saying."""
    content = utterance.content
    before = utterance.voice.span.end <= content.start
    tokens = utterance.parsed.stretch.tokens
    if before and content.contains(time.span) and utterance.layer.mark.quote is None:
        # 지난달 20일 외무상에게 …겠다고 약속했다: the words begin behind whom they are said to.
        words = trim(document, content, tokens, lexicon)
        if time.span.end <= words.start and "/" not in time.value:
            return False
    # 8일부터 13일까지, 6일부터: nobody speaks for days on end.
    spans = "/" in time.value or document.text.startswith(("부터", "까지"), time.span.end)
    day_of_saying = before and not spans
    gap = document.text[content.start : time.span.start].lstrip()
    opens = time.span.start - content.start <= _LEAD_GAP or _BEFORE_DAY.fullmatch(gap)
    opens = opens or _AFTER_MATTER.search(gap)
    leading = day_of_saying and bool(opens)
    if leading and _in_text(document, lexicon, time):
        return False
    # 외무상은 지난달 3일 열린 열병식이 …라고 말했다: the day of what is said
    near = Span(time.span.end, time.span.end + _LEAD_GAP)
    parted = any(near.start <= t.span.start < near.end for t in document.times_in(content))
    leading = leading and (parted or not describes(tokens, time.span.end))
    day = _DAY_END.search(time.span.of(document.text)) is not None
    return content.contains(time.span) and not (leading and day)


def _in_text(document: Document, lexicon: Lexicon, time: TimeExpression) -> bool:
    """북한은 [14일] 통지문에서 15일 열릴 회담을 미루자고 …: in a text of that day."""
    word = _IN_TEXT.match(document.text, time.span.end)
    return word is not None and lexicon.texts.search(word["noun"]) is not None


def said_then(document: Document, month: TimeExpression, utterance: Utterance) -> bool:
    """지난달에는 “…”고 했다, 지난 5월 연설에서는 “…”고 했다: the month in which it was said."""
    quoted = utterance.layer.mark.quote is not None
    return quoted and bool(_THEN.match(document.text, month.span.end, utterance.content.start + 1))


def describes_noun(stretch: Stretch, time: TimeExpression) -> bool:
    """Whether a time only modifies a noun, by a verb without a subject in between."""
    verb = next((v for v in stretch.verbs if v.span.start >= time.span.end), None)
    if verb is None or verb.row is not None or verb.form is not VerbForm.ADNOMINAL:
        return False
    between = Span(time.span.end, verb.span.start)
    return not any(t.tag == "JKS" for t in stretch.inside(between))


def of_object(stretch: Stretch, time: TimeExpression, published: str | None) -> bool:
    """외무성은 [지난 21일 열린] 훈련을 비난했다: a day past, before a verb of the object."""
    verb = next((v for v in stretch.verbs if v.span.start >= time.span.end), None)
    if verb is None or verb.form is not VerbForm.ADNOMINAL or verb.row is not None:
        return False
    beside = not stretch.text[time.span.end : verb.span.start].strip()
    judged = beside and _JUDGED.match(stretch.text, verb.span.end) is not None
    return judged and is_long_past(time.value, published)


def has_topic(scene: Scene) -> bool:
    """[회담은] 3일 성사됐다: a noun with 은/는 before any verb, be it nobody's name."""
    stretch = scene.parsed.stretch
    end = min((v.span.start for v in stretch.verbs), default=stretch.region.end)
    before = [t for t in stretch.tokens if t.span.end <= end]
    return any(
        token.tag == "JX" and token.form in {"은", "는"} and noun.tag.startswith("NN")
        for noun, token in pairwise(before)
    )


def in_passing(scene: Scene, time: TimeExpression) -> bool:
    """[지난 8일] 미국에 온 부위원장은 10일 …: before who acts, in a clause that describes him."""
    stretch = scene.parsed.stretch
    acting = next((s for s in scene.parsed.subjects if s.span.start > time.span.end), None)
    if acting is None:
        return False
    within = Span(time.span.end, acting.span.start)
    verbs = [v for v in stretch.verbs if within.contains(v.span)]
    return bool(verbs) and stretch.modifies(verbs[-1])


def of_arrival(text: str, time: TimeExpression) -> bool:
    """차관은 [전날 양곤에 도착한] 부상과 회담한 뒤 말했다: when he came with whom one talks."""
    before = POINTS_BACK.match(time.span.of(text)) is not None
    return before and _ARRIVED.match(text, time.span.end) is not None


def held_then(text: str, time: TimeExpression) -> bool:
    """북한은 [지난주] 베이징에서 열린 회담에서 인정했다: when that was at which it was said."""
    return _HELD.match(text, time.span.end) is not None


def of_topic(scene: Scene, time: TimeExpression, days: Sequence[Span]) -> bool:
    """장관은 적들이 [20일 벌린] 연습을 두고 …고 했다: the day of what the words are about.

    A day behind 이/가 of a clause that only modifies is that clause's, whatever its verb says
    (외무성이 [8일 담화에서 비난한] 것을 두고), unless another has that verb: 외무상이 20일 서방이
    나흘 전 꾸린 모임을 두고. 이날 브리핑에서 전날 열린 회담에 대해 has two days:
    the first is not of the talks.
    """
    stretch = scene.parsed.stretch
    owned = _has_own_subject(stretch, time)
    # 러시아가 [28일 거부권을 행사해] 무산시킨 것과 관련해서는, where somebody else goes on
    others = owned and bool(scene.utterances) and all(u.carried for u in scene.utterances)
    last = time.span.end
    for verb in (v for v in stretch.verbs if v.span.start >= time.span.end):
        beside, last = Span(min(last, verb.span.start), verb.span.start), verb.span.end
        if others and verb.form is VerbForm.CONNECTIVE and verb.tail in _THEREBY:
            continue
        if owned and verb.form is VerbForm.QUOTATIVE:
            continue  # 그는 장관이 [전날] 받아들일 수 없다고 한 것을 거론하며
        if not stretch.modifies(verb) or (verb.row is not None and not owned):
            return False
        between = Span(time.span.end, verb.span.start)
        if not owned and (_any_subject(stretch, between) or any(map(between.contains, days))):
            return False
        if ABOUT.match(stretch.text, verb.span.end) is not None:
            return not _any_subject(stretch, beside)
    return False


def _any_subject(stretch: Stretch, within: Span) -> bool:
    return any(token.tag == "JKS" for token in stretch.inside(within))


def _has_own_subject(stretch: Stretch, time: TimeExpression) -> bool:
    """[국무부가] 9일 명단에 올린 데 대해: 이/가 right before, in the same clause."""
    before = [t for t in stretch.tokens if t.span.end <= time.span.start]
    marked = next((t for t in reversed(before) if marks_subject(t)), None)
    if marked is None or marked.tag != "JKS":
        return False
    return not any(marked.span.end <= v.span.start < time.span.start for v in stretch.verbs)


def is_report_time(time: TimeExpression, utterance: Utterance) -> bool:
    """``통신은 5일 …고 전했다``, ``…고 통신이 5일 보도했다``."""
    voice, content, verb = utterance.voice, utterance.content, utterance.layer.verb
    if verb is None or utterance.carried:
        return False
    if content.end <= time.span.start < verb.span.end:
        return True
    return 0 <= time.span.start - voice.span.end <= _REPORT_REACH and voice.span.end <= content.end
