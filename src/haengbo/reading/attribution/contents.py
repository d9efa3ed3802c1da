"""Unquoted content → without the words that belong to the act of saying it.

Comes in: the span of an unquoted clause as its layer has it. Goes out: the span without leading
blanks, heads (``이어``), the occasion (``브리핑에서``, ``자신의 텔레그램을 통해``) and addressee
(``기자들에게``). Invariant: only ever shortened at its left end, never emptied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from haengbo.korean.morphemes import Token
from haengbo.model.reading import ActorKind, TimeExpression
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.document import Document

_ADDRESSEE = re.compile(r"(?:[^\s,]{1,40}\s){0,7}?[^\s,]{1,40}(?:에게|(?<!함)께)\s")
_CITED = re.compile(
    r"(?P<told>(?:[^\s,]{1,40}\s){0,3}?[^\s,]{1,40}(?:을|를)\s)(?:인용해|통해|통하여|인용하여|인용,)\s"
)
#: 적십자사를 통해: a body, no text.
_BY_WAY_OF = re.compile(r"(?:을|를)\s통(?:해|하여)\s")
_ASKED = re.compile(
    r"(?:[^\s,]{1,40}\s){0,9}?[^\s,]{0,40}(?:질문|질의|지적|물음|추궁|요청|비판|의혹|관측|주장|요구|제안)"
    r"에(?:는|도|게)?\s"
)
#: What was asked stands before the answer, whatever it holds: 언제 떠나느냐는 질문에, 갈지를 묻자.
_QUESTION = re.compile(
    r"(?:[^\s,]{1,40}\s){0,14}?[^\s,]{0,40}"
    r"(?:(?:냐는|(?:냐|지)를?\s묻는|지에\s(?:대한|관한))\s(?:[^\s,]{1,40}의\s)?"
    r"(?:질문|물음|질의)에(?:는|도)?|(?:냐고|지를?|지에\s대해)\s묻자),?\s"
)
#: 기자들이 일정을 묻자, 견해를 묻자: what was asked is a matter, and nobody else is told to ask.
_ASKED_MATTER = re.compile(
    r"(?:(?P<asker>[^\s,]{1,20})[이가]\s)?(?:[^\s,]{1,40}\s){0,8}?[^\s,]{1,40}(?:을|를|에\s대해|에\s관해)\s"
    r"(?:거듭\s|다시\s)?(?:묻자|질문하자|물은\s데\s대해|캐묻자),?\s"
)
#: 연기됐다는 [보도]에 대해, 만나자는 [상대측의 제의]에 대해: what somebody said is spoken of.
_REPORTED = re.compile(r"(?:다|라|자|냐)는\s(?:[^\s,]{1,20}\s){0,2}$")
#: 대화를 통해 [풀어야 한다], 협의를 통해 [막겠다]: how it is to be done.
_DUTY = ("야 한다", "야 함", "야 할 것", "야 된다", "수 있다", "바란다", "기대한다", "희망한다")
_WHILE = {"며", "으며", "면서", "으면서"}
#: What one does by speaking of something: 차이를 언급하며, 태도를 비판하면서.
_SPEAKS_OF = {"say", "stress", "claim", "criticise"}
_CLOSES_AT = 2
#: 12일, 12일에도.
_AFTER_DAY = re.compile(r"(?:에(?:는|도)(?=\s))?(?:[\s,])*")
#: 앞서 as the analyser has it.
_AHEAD = "앞서"
_MATTER = re.compile(
    r"(?:[^\s,]{1,40}\s){0,16}?(?P<noun>[^\s,]{1,40}?)(?:(?:과|와)\s관련(?:해|해서|하여)?|에\s(?:대해|대하여)"
    r"(?:서는|서도|서|는)?|(?<=\s데)\s(?:대해|대하여|관해|맞서)(?:서는|서도|서)?|(?:을|를)\s두고),?\s"
)
#: 발사한 것에 대해, 나선 데 대해, 부를 것인지에 대해: what the words are about.
_ASKED_OF = ("것", "데", "인지", "는지", "을지", "할지")
#: -는 and -ㄹ of 열리는, 열릴; 열린 is over.
_NOT_YET = {"는", "을", "ᆯ"}
#: -ㄴ and -은 of 열린, 맺은.
_OVER = {"ᆫ", "은"}
_WINDOW = 60
#: 붙잡혔을 때 [자신은] …고 부인했다: when it was said.
_WHEN = re.compile(r"[^\n.]{1,80}?\s(?:때|뒤|후|직후)(?:에|에는|에도)?,?\s(?=자신[은이의도]\s)")
_MET = re.compile(
    r"(?:[^\s,]{1,40}\s){0,3}?(?:기자들|기자단|취재진|특파원들)(?:과|와|을|를) "
    r"만나(?:서)?(?: 자리에서)?,?\s"
)
_TOPIC = re.compile(r"[가-힣)](?:은|는|도|이|가)\s(?:[^\s,]+에서\s)?$")
_TOPIC_REACH = 16
#: 공항[에서] 두 나라[는] …: where it was said, before a topic of its own.
_PLACE = re.compile(
    r"(?P<place>[가-힣]{1,12}에서),?\s(?P<topic>(?:[^\s,]{1,12}\s)?[^\s,]{1,16}[은는])\s"
)
#: 장관이 오늘 [공항에서], 두 나라는 …: who speaks, and on which day.
_TOPIC_ON_DAY = re.compile(
    r"[가-힣)](?:은|는|도|이|가)\s(?:(?:\d{1,2}일|오늘|어제|그제|이날|같은 날)(?:에|에는)?,?\s)?$"
)
#: [현지 시각] 8일, [현지시간으로] 8일, [하루 만인] 8일.
_CLOCK = re.compile(r"(?:현지\s?시[각간](?:으로)?,?|[^\s,]{1,6}\s?만인)\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Ends of words that somebody promises.
_PROMISED = ("겠다", "것", "자", "기로 했다", "계획", "예정")
#: 만나고 [용납하지 않겠다고]: nobody meets to forgo.
_REFUSED = "않겠다"
#: 발신해 줄 것, 와 달라: what others shall do.
_WISHED = ("줄 것", "줄것", "달라")
#: Morphemes of a noun with 하다 and its ending: 합의 하 ㄴ.
_BEHIND = 3
_MET_KINDS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
#: Kinds of verbs by which something is asked of somebody.
_ASKS_FOR = {"demand", "propose"}
_TOLD = re.compile(r"에(?:서)?\s")
#: (서울=가람통신) 홍길산 기자 =, 【평양】: what a line of news may begin with.
_DATELINE = re.compile(r"[(\[【][^()\[\]【】\n]{2,40}[)\]】]\s?(?:(?:[^\s=]{2,8}\s){1,3}=\s)?")
#: The end of 면서도 or 젓고는 may be left over at the left edge.
_GAP = re.compile(r"(?:[\s,]|(?<=서)도\s|(?<=고)는\s)*")


def trim(document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon) -> Span:
    """Shorten an unquoted content at its left end.

    Example:
        ``브리핑에서 배가 떠났다`` → ``배가 떠났다``.
    """
    start = content.start
    while True:
        moved = _skip(document, Span(start, content.end), tokens, lexicon)
        if moved >= content.end or moved == start:
            break
        start = moved
    return Span(_gap(document.text, Span(start, content.end)), content.end)


def _gap(text: str, content: Span) -> int:
    match = _GAP.match(text, content.start, content.end)
    return match.end() if match else content.start


def _after_dateline(text: str, start: int) -> int:
    """Behind the dateline of a line, where the line begins at ``start``."""
    opens = text[max(0, start - 1) : start] in {"", "\n"}
    match = _DATELINE.match(text, start) if opens else None
    return match.end() if match is not None else start


def _skip(document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon) -> int:
    start = _after_dateline(document.text, _gap(document.text, content))
    head = lexicon.heads.match(document.text, start, content.end)
    if head is not None:
        return head.end()
    at = _occasion_end(document, Span(start, content.end), tokens, lexicon)
    if at is not None:
        return at
    at = _medium_or_day(document, start, tokens)
    if at is None:
        at = _before_speaking(document, Span(start, content.end), tokens, lexicon)
    if at is None:
        at = _beforehand(document, Span(start, content.end), tokens, lexicon)
    if at is not None:
        return at
    rest = Span(start, content.end)
    matter = _place_end(document, rest, tokens) or _matter_end(document, rest, lexicon)
    matter = matter or _meanwhile_end(document, rest, tokens, lexicon)
    return matter if matter is not None else _circumstance_end(document, rest, tokens, lexicon)


def _circumstance_end(
    document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon
) -> int:
    """End of a leading ``기자들에게 ``, ``통신을 인용해 ``, ``질문에 ``; else its start."""
    start = content.start
    for pattern in (_WHEN, _CITED, _ADDRESSEE, _ASKED):
        match = pattern.match(document.text, start, content.end)
        if match is None:
            continue
        phrase = Span(start, match.end())
        if _is_part(document, phrase, content, tokens, pattern, lexicon) or (
            pattern is _CITED and not _carries_words(document, phrase, content, lexicon)
        ):
            continue
        told = match.end("told") if pattern is _CITED else match.end()
        within = Span(start, told)
        topical = _holds_topic(tokens, Span(start, told - _CLOSES_AT))
        if pattern is _WHEN or not (_holds_predicate(tokens, within) or topical):
            return match.end()
    return start


def _carries_words(document: Document, phrase: Span, content: Span, lexicon: Lexicon) -> bool:
    """자신의 계정을 통해, 대사관을 통해: words come by it; [대화를 통해] 풀어야 한다 does not."""
    text = document.text
    if _BY_WAY_OF.search(text, phrase.start, phrase.end) is None:
        return True
    noun = phrase.of(text).split()[-2][:-1]
    known = next((o for o in lexicon.occasions.values() if noun.endswith(o.id)), None)
    if known is not None and known.together:
        return not content.of(text).endswith((*_DUTY, *_PROMISED))
    agent = noun.endswith((*lexicon.documents, *lexicon.mouths))
    named = any(m.kind is not ActorKind.STATE for m in document.mentions_in(phrase))
    return known is not None or agent or named


def _meanwhile_end(
    document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon
) -> int | None:
    """End of a leading ``입장 차이를 언급하며 ``: what else is spoken of at the same time.

    Not where the next verb only describes: [상대를 비판하면서 손을 내미는] 것은 모순이라고.
    """
    here = [t for t in tokens if content.start <= t.span.start < content.end]
    at = next((i for i, t in enumerate(here) if t.tag in {"EC", "ETM", "JKS", "ETN"}), 0)
    if not at or here[at].tag != "EC" or here[at].form not in _WHILE:
        return None
    verb = here[at - 1]
    lemma = f"{here[at - 2].form}하다" if verb.tag == "XSV" and at > 1 else f"{verb.form}다"
    row = lexicon.verbs.get(lemma)
    if row is None or row.kind not in _SPEAKS_OF or not any(t.tag == "JKO" for t in here[:at]):
        return None
    end = here[at].span.end
    describes_next = describes(tokens, end, frozenset(_NOT_YET))
    if describes_next or _holds_topic(tokens, Span(content.start, end)):
        return None
    after = _GAP.match(document.text, end)
    return after.end() if after and after.end() > end else None


def _place_end(document: Document, content: Span, tokens: Sequence[Token]) -> int | None:
    """End of a leading ``공항에서 `` before a topic of what is said: [공항에서] 두 나라는 …."""
    before = document.text[max(0, content.start - _TOPIC_REACH) : content.start]
    if _TOPIC.search(before) is None and _TOPIC_ON_DAY.search(before) is None:
        return None
    match = _PLACE.match(document.text, content.start, content.end)
    if match is None:
        return None
    tagged = {t.span.end: t for t in tokens if content.start <= t.span.start < match.end("topic")}
    place, topic = tagged.get(match.end("place")), tagged.get(match.end("topic"))
    if place is None or topic is None or place.tag != "JKB" or topic.tag != "JX":
        return None
    return match.start("topic")


def _is_part(
    document: Document,
    phrase: Span,
    content: Span,
    tokens: Sequence[Token],
    pattern: re.Pattern[str],
    lexicon: Lexicon,
) -> bool:
    """Whether a leading phrase belongs to what somebody promises to do.

    [다음 달 열리는 회의에서 상대에게] 설명하겠다고, [적십자사를 통해] 쌀을 보내겠다고.
    """
    if pattern is _ADDRESSEE and _describes_at_once(tokens, phrase.end):
        return True  # [상대에게 보내는] 서한을 갖고 왔다고
    if pattern is _ADDRESSEE:
        given = _is_given_to(document.text, phrase, content, tokens, lexicon)
        return given or _is_to_come(tokens, phrase, lexicon)
    if pattern is not _CITED or not content.of(document.text).endswith(_PROMISED):
        return False
    if any(_is_over(document, time) for time in document.times_in(phrase)):
        return False  # [지난 1일 적십자사를 통해] 쌀을 보내겠다고
    bodies = (m for m in document.mentions_in(phrase) if m.kind is ActorKind.ORGANISATION)
    return any(_BY_WAY_OF.match(document.text, m.span.end, phrase.end) for m in bodies)


def _matter_end(document: Document, content: Span, lexicon: Lexicon) -> int | None:
    """End of a leading ``…냐는 질문에 `` or ``…다는 국방부의 발표와 관련해 ``."""
    question = _QUESTION.match(document.text, content.start, content.end)
    if question is None:
        asked = _ASKED_MATTER.match(document.text, content.start, content.end)
        press = asked is not None and (asked["asker"] or "").removesuffix("들")
        question = asked if press == "" or press in lexicon.press else None
    if question is not None:
        return question.end()
    match = _MATTER.match(document.text, content.start, content.end)
    if match is None:
        return None
    noun = match["noun"].split("의")[-1]
    row = lexicon.nouns.get(noun)
    said = (row is not None and (row.uttered or row.act)) or noun in lexicon.documents
    before = document.text[content.start : match.start("noun")]
    said = said or _REPORTED.search(before) is not None
    return match.end() if said or noun.endswith(_ASKED_OF) else None


def _medium_or_day(document: Document, start: int, tokens: Sequence[Token]) -> int | None:
    """End of a leading ``23일 ``, ``로이터통신에 `` or ``기자들과 만나 ``, behind the speaker."""
    met = _MET.match(document.text, start)
    if met is not None:
        return met.end()
    if _TOPIC.search(document.text[max(0, start - _TOPIC_REACH) : start]) is None:
        return None
    start = _after_clock(document.text, start)
    near = Span(start, start + 1)
    for time in document.times_in(near):
        if time.span.start == start and _DAY.fullmatch(time.value):
            again = any(
                0 < t.span.start - time.span.end <= 1
                for t in document.times_in(Span(start, time.span.end + 2))
            )
            coming = not _is_over(document, time) and not again
            endings = frozenset(_OVER | _NOT_YET if coming else _OVER)
            if describes(tokens, time.span.end, endings):
                return None
            after = _AFTER_DAY.match(document.text, time.span.end)
            return after.end() if after and after.end() > time.span.end else None
    for mention in document.mentions_in(near):
        told = _TOLD.match(document.text, mention.span.end)
        if mention.kind is ActorKind.MEDIUM and mention.span.start == start and told:
            return told.end()
    return None


def _after_clock(text: str, start: int) -> int:
    """Behind 현지 시각 or 하루 만인, by which a day is told."""
    clock = _CLOCK.match(text, start)
    return clock.end() if clock is not None else start


def _before_speaking(
    document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon
) -> int | None:
    """End of a leading ``12일 장관과 회담하고 `` or ``일본을 향해 ``: done first, or to whom.

    What somebody promises to do with another (장관과 회담하고 조약에 서명하겠다고) is said, unless
    the day is over.
    """
    mentions = [
        m
        for m in document.mentions_in(content)
        if m.kind in _MET_KINDS and m.span.start - content.start < _WINDOW
    ]
    said = document.text[content.start : content.end]
    wished = said.endswith(_WISHED)
    promised = said.endswith(_PROMISED) and not said.endswith((*_WISHED, _REFUSED))
    kinds = ("toward", "encounter", "arrival") if wished else ("toward", "encounter")
    for mention in mentions:
        leading = Span(content.start, mention.span.end)
        if _holds_predicate(tokens, leading) or _holds_topic(tokens, leading):
            return None
        for kind in kinds:
            match = lexicon.cues[kind].match(document.text, mention.span.end, content.end)
            if match is None or document.text[match.end() : match.end() + 1] not in {" ", ","}:
                continue
            if document.text[match.end() : content.end].strip() in _WISHED:
                continue  # [평양을 방문해] 줄 것: that is what is wished
            dated = Span(max(0, leading.start - _TOPIC_REACH), leading.end)
            past = any(_is_over(document, time) for time in document.times_in(dated))
            if kind == "toward" or past or not promised:
                return match.end()
    return None


def _beforehand(
    document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon
) -> int | None:
    """End of a leading ``8일 도쿄에서 만나 `` or ``국회에 나와 ``: done first, with no name in it.

    As with others met, one may promise it (국회에 나와 설명하겠다고), unless its day is over.
    """
    text, window = document.text, min(content.end, content.start + _WINDOW)
    match = lexicon.cues["beforehand"].search(text, content.start, window)
    if match is None or text[match.end() : match.end() + 1] not in {" ", ","}:
        return None
    leading = Span(content.start, match.start())
    if _holds_predicate(tokens, leading) or _holds_topic(tokens, leading):
        return None
    dated = Span(max(0, leading.start - _TOPIC_REACH), match.end())
    past = any(_is_over(document, time) for time in document.times_in(dated))
    said = content.of(text)
    promised = said.endswith(_PROMISED) and not said.endswith(_REFUSED)
    return match.end() if past or not promised else None


def _is_over(document: Document, time: TimeExpression) -> bool:
    published = document.article.published_day or ""
    return bool(_DAY.fullmatch(time.value)) and time.value <= published


def describes(
    tokens: Sequence[Token], end: int, endings: frozenset[str] = frozenset(_OVER)
) -> bool:
    """[3일 베이징에서 열린] 열병식이 …라고: the day of a noun that is said, not of saying."""
    behind = [t for t in tokens if t.span.start >= end]
    for before, token in pairwise(behind):
        if token.tag in {"JKS", "JKO", "EC", "EF"}:
            return False
        if token.tag == "ETM":
            return before.tag in {"VV", "XSV"} and token.form in endings
    return False


def _holds_topic(tokens: Sequence[Token], span: Span) -> bool:
    """[장관은 4일 외상과 통화하고] 결과를 알렸다고 외교부가 밝혔다: who met him is told of."""
    return any(
        t.tag == "JX" and t.form in {"은", "는"} and span.start <= t.span.start < span.end
        for before, t in pairwise(tokens)
        if before.tag != "JKB"  # 4일에는: no topic
    )


def _holds_predicate(tokens: Sequence[Token], span: Span) -> bool:
    """Whether anything is told in it; 회담에 앞서 only says when."""
    return any(
        t.tag in {"EF", "EC", "JKS"}
        and span.start <= t.span.start < span.end
        and not (t.tag == "EC" and before.form == _AHEAD)
        for before, t in pairwise(tokens)
    )


def _occasion_end(
    document: Document, content: Span, tokens: Sequence[Token], lexicon: Lexicon
) -> int | None:
    """End of a leading ``(28일) (국방부) 브리핑에서 ``."""
    window = document.text[content.start : min(content.end, content.start + _WINDOW)]
    match = lexicon.occasion.match(window) or lexicon.onto.match(window)
    if match is None:
        return None
    end = content.start + match.end()
    phrase = Span(content.start, end)
    times = document.times_in(phrase)
    leading = Span(content.start, content.start + match.start("at"))
    told = _holds_predicate(tokens, leading) or _is_to_come(tokens, leading, lexicon)
    told = told or _lacks_verb(tokens, leading) or _describes_at_once(tokens, end)
    told = told or _holds_topic(tokens, leading)
    rest = document.text[end : content.end]
    told = told or (" " not in rest.strip() and rest.endswith("겠다"))  # 회담에서 빠지겠다고
    first = _after_clock(document.text, content.start)
    return end if _only_leading(times, first) and not told else None


def _is_given_to(
    text: str, phrase: Span, content: Span, tokens: Sequence[Token], lexicon: Lexicon
) -> bool:
    """[외교관들에게 떠나라는 통보를 보냈다]고: to whom it was given, not to whom it is said.

    The press is told what others gave; so is whoever hears what somebody else asked for.
    """
    if any(word in phrase.of(text) for word in lexicon.press):
        return False
    rest = [t for t in tokens if phrase.end <= t.span.start < content.end]
    if any(t.tag == "JKS" or (t.tag == "JX" and t.form in {"은", "는"}) for t in rest):
        return False
    last = next((i for i in range(len(rest) - 1, 0, -1) if rest[i].tag in {"VV", "XSV"}), 0)
    before = rest[last - 1].form if last else ""
    if last and rest[last].tag == "XSV":
        said = lexicon.verbs.get(f"{before}하다")
        return said is not None and (said.notifies or said.kind in _ASKS_FOR)
    given = rest[last - 2].form if last > 1 and rest[last - 1].tag == "JKO" else ""
    row = lexicon.nouns.get(given)
    return given in lexicon.documents or (row is not None and row.act)


def _is_to_come(tokens: Sequence[Token], phrase: Span, lexicon: Lexicon) -> bool:
    """[내년 봄 다낭에서 열리는 회의에서] 만난다고: nobody has spoken there yet.

    Where somebody speaks ([결과를 설명하는 자리에서]) it is said at once.
    """
    here = [t for t in tokens if phrase.start <= t.span.start < phrase.end]
    for index, modifier in enumerate(here[1:], 1):
        verb = here[index - 1]
        if modifier.tag != "ETM" or modifier.form not in _NOT_YET:
            continue
        noun = here[index - 2].form if index > 1 else ""
        if verb.tag == "VV" or (verb.tag == "XSV" and f"{noun}하다" not in lexicon.speech):
            return True
    return False


def _describes_at_once(tokens: Sequence[Token], end: int) -> bool:
    """[회담에서 나온] 합의를 지키겠다고: what came of it there, not where it was said."""
    behind = [t for t in tokens if t.span.start >= end][:_BEHIND]
    verb = next((i for i, t in enumerate(behind) if t.tag in {"VV", "XSV"}), None)
    if verb is None or verb + 1 >= len(behind) or behind[verb + 1].tag != "ETM":
        return False
    return all(t.tag in {"NNG", "MAG", "XR"} for t in behind[:verb])


def _lacks_verb(tokens: Sequence[Token], phrase: Span) -> bool:
    """[메시지를 정상회의에서] 내 줄 것을: an object whose verb comes later stands in the words."""
    here = [t.tag for t in tokens if phrase.start <= t.span.start < phrase.end]
    if "JKO" not in here:
        return False
    behind = here[len(here) - here[::-1].index("JKO") :]
    return not any(tag in {"VV", "XSV", "VX"} for tag in behind)


def _only_leading(times: Sequence[TimeExpression], start: int) -> bool:
    return all(t.span.start - start <= 1 for t in times)
