"""One line → what it looks like by itself, before its neighbours are asked.

Comes in: the text of a line. Goes out: ``Look``, its form and the rule that saw it. Invariant: a
look never depends on other lines; what a line finally is, is decided in ``layout``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from haengbo.article.bylines import (
    LANGUAGE,
    MAIL,
    crew_in,
    is_dateline,
    is_name,
    line_byline,
    northern_dateline,
    outlet_before,
    signed_off,
)
from haengbo.article.captions import (
    credit_alone,
    credited_caption,
    markdown_image,
    marked_caption,
    photo_credit,
    photo_rights,
)
from haengbo.article.cues import Cues, alternatives, squeeze
from haengbo.article.forms import Form, Look
from haengbo.article.mastheads import Sureness, head_in
from haengbo.article.stamps import period_from, stamps_in
from haengbo.article.suppliers import provider_in, wire_at_end, wire_tag
from haengbo.article.wikitext import wiki_line
from haengbo.korean.syllables import closed_in

#: A bullet that text dumps put before list items; it says nothing about the item.
BULLET = re.compile(r"^[\s•·∙‣⁃ㆍ\-–—*>]{0,8}(?=\S)")
#: Syllables that end in ㅂ, the 17th final: before 니다 they make it polite (합니다, 됩니다; not
#: 아니다, 지니다).
_WITH_B = closed_in(17)
_CLOSE = r"[\"”’'》」』)\]]"
_NEWS_END = re.compile(rf"(?<![{_WITH_B}]니)다(?:\.{_CLOSE}{{0,3}}|[\"”’》」]\.)$")
_POLITE_END = re.compile(rf"[{_WITH_B}]니다\.{_CLOSE}{{0,3}}$")
#: Copied pages lose the space behind a full stop: … 보도했다.통신은 …
_INNER_END = re.compile(rf"(?<![{_WITH_B}]니)다\.(?:\s|(?=[가-힣]))")
#: … 발사했습니다 합참은 …: transcripts of broadcasts leave the full stops out.
_POLITE_INNER = re.compile(rf"[{_WITH_B}]니다(?:\.?\s|\.(?=[가-힣]))")
_UNSTOPPED = re.compile(r"[가-힣]다[\"”’]?$")
_ANY_END = re.compile(r"[가-힣)\]%\"”’》」][.?!…]{1,3}[\"”’'》」』)\]]{0,3}$")
#: ▶ 인터뷰 : 홍길산 / 가람연구소 소장
_HEARD = re.compile(
    r"[\[◀▶⊙●]?\s?(?:<?(?:인터뷰|녹취|SYN|INT)>?\s?[:：▶]?\s?)?(?P<name>[가-힣]{2,6}(?:\s[가-힣]{2,8})?)\s?/\s?"
    r"(?P<office>[가-힣A-Z北韓美中日露英]{1,12}(?:\s[가-힣A-Z]{2,12}){0,3})(?:\s?\([^()]{1,20}\))?\s?[\]▶]?"
)
#: ⊙ 홍길산 (가람연구소 소장) :, 홍길산 통일원 장관 :
_SPEAKS = re.compile(
    r"[\[◀▶⊙●]?\s?(?P<name>[가-힣]{2,6}(?:\s[가-힣]{2,8})??)\s?"
    r"(?:(?P<bracket>\()|\s)(?P<office>[가-힣A-Z]{1,12}(?:\s[가-힣A-Z]{2,12}){0,3})(?(bracket)\)\s?|\s)[:：]"
)
#: 민들레입니다.: what a line break left of it.
_NAME_ALONE = re.compile(r"[가-힣]{3}(?:입니다|이었습니다|였습니다)\.?")
#: An address, or what is left of it where a site hides addresses.
_MAILS = re.compile(rf"{MAIL.pattern}|\[email\sprotected\]")
#: Between the names of a banner.
_BANNER = re.compile(r"\s?[|>»]{1,2}\s?")
#: What buttons say, without a space: 글씨키우기, 기사공유하기.
_BUTTON = re.compile(r"[가-힣A-Z]{1,7}(?:하기|보기|키우기|줄이기|보내기|열기|닫기|복사|쓰기|담기)")
_HANGUL = re.compile("[가-힣]")
_NUMERIC = re.compile(r"^[\s\d.,%+\-▲▼△▽↑↓:/()~$₩원p위]*$")
_BETWEEN = re.compile(r"[\s|·•/>,:;<\[\]()【】]+")
#: Begins with a syllable that is no unit and ends with no digit: nothing to take off, no figure.
_PLAIN_WORD = re.compile(r"(?![원위])[가-힣](?:.*\D)?\Z")
#: 0004604.jpg: what is attached or shown.
_FILE = re.compile(r"[\w-]{1,60}\.(?:jpe?g|png|gif|webp|pdf|hwpx?|docx?|mp[34])", re.IGNORECASE)
_DIGITS_BEHIND = re.compile(r"(?<!\d)\d+$")
_DIGITS_BEFORE = re.compile(r"^\d+")
_LETTER = re.compile(r"\w")
_SEPARATED = re.compile(r"\s?[|·•/>,]\s?|\s{2,}")
#: How many there are, behind a heading: (12건).
_COUNT = re.compile(r"\(?\d+(?:개의|개|건)?\)?")
#: 가람신보 1997-06-18 (수) 2면 종합.
_PAGE_OF_PAPER = re.compile(r"(?<!\d)\d{1,2}\s?면(?![가-힣])")
#: How official papers and wires end: … 합의하였다.  끝., … 밝혔다. (끝), … 개최함./끝/.
_OFFICIAL_END = re.compile(r"\s{0,3}(?:(?<=\s)끝\.?|[(<\[/]\s?끝\s?[)>\]/])$")
#: 밝혔다.<관련기사 3면>
_SEE_PAGE = re.compile(
    r"(?<=다\.)\s?[<〈(\[【★☆▶]?\s?관련\s?기사\s?[가-힣A-Z\d,· ]{0,12}[>〉)\]】]?$"
)
_FOOTNOTES = re.compile(r"(?:\[[^\[\]]{1,12}\]){1,40}[가-힣]{0,4}$")
#: 밝혔습니다. (VOA 뉴스), 밝혔다. (홍길산 기자): who signs the last sentence. What is shown in a
#: picture (악수하고 있다. (AP)) is not told.
#: <도쿄=민들레 특파원>, [민들레·한누리 기자].
_BRACKETED = re.compile(r"[<〈(\[【〔][^<>()\[\]]{2,30}[>〉)\]】〕]")
_HANJA_WRITER = re.compile(r"[<〈(\[【〔]\s?[一-鿿]{2,4}\s?(?P<office>[가-힣]{2,5})\s?[>〉)\]】〕]")
#: 밝힌 바 있다.@, 전했다.■: a sign that closes the last sentence of a paper.
_END_SIGN = re.compile(r"(?<=다\.)\s?[@#*■□◆◇▣●♣]{1,3}$")
_SIGNED_OFF = re.compile(
    r"(?<=다\.)(?<!있다\.)(?<!있습니다\.)(?<!이다\.)\s?\([A-Za-z가-힣 ]{2,16}\)$"
)
#: … 알려졌습니다.(사진=가람뉴스): whose picture stands beside a whole article on one line.
_PICTURE_OF = re.compile(r"(?<=다\.)\s?[(\[]사진\s?[=:]\s?[^()\[\]]{1,30}[)\]]$")
_TAIL = re.compile(rf"(?<!\s)\s*(?:[가-힣]{{2,4}}\s?기자\s*)?[\[(<]?{MAIL.pattern}[\])>]?\s*$")

_ADDRESS = re.compile(r"\(?(?:https?://|www\.)[^\s()]+\)?")

#: A whole article on one line is not longer; a longer line looks like its two ends.
LINE_LONGEST = 6_000
_SENTENCE_MIN = 18
_WEAK_MIN = 12
#: Transcripts of broadcasts leave the full stops out; headlines that end like this are shorter.
_UNSTOPPED_MIN = 60
#: Rule of lines that announce an advertisement.
ADVERT = "furniture:advert"
#: Rule of sentences in the style of broadcasters, who write as they speak (…밝혔습니다.).
POLITE = "sentence:polite"
_PHRASE_MAX = 60
#: Longer marked lines that end a sentence are points of a press release, not heads.
_HEAD_MAX = 45
_RIGHTS_MAX = 220
_TURN_MARKS = "[]()<>〈〉【】◀▶⊙●■:： "
#: Roles so short end offices of states too (부장, 차장).
_SHORT_ROLE = 2
_MENU_PIECES = 3
_MENU_PIECE = 7
_MOSTLY = 0.66


def look_at(text: str, cues: Cues) -> Look:
    """What one line looks like.

    Example:
        ``페이스북 트위터 URL복사`` is furniture, ``입력 2024-05-01 09:00`` meta,
        ``▲ 항구의 대표단. 연합뉴스`` a caption.
    """
    bare = BULLET.sub("", text).strip()
    if len(bare) > LINE_LONGEST:
        # Its beginning and its end say what it is; some of these patterns are slow on a megabyte
        bare = f"{bare[: LINE_LONGEST // 2]} {bare[-LINE_LONGEST // 2 :]}"
    for check in _CHECKS:
        look = check(bare, cues)
        if look is not None:
            return look
    return Look(Form.PLAIN, "plain")


def _rights(text: str, cues: Cues) -> Look | None:
    pictured = text.startswith(cues.caption_markers) and not cues.notice_of_rights.search(text)
    ends = pictured or len(text) > _RIGHTS_MAX or _NEWS_END.search(text)
    if not ends and cues.copyright.search(text):
        return Look(Form.COPYRIGHT, "copyright")
    return None


def _closing(text: str, cues: Cues) -> Look | None:
    closes = len(text) <= _PHRASE_MAX and squeeze(text) in cues.closings
    return Look(Form.CLOSING, "closing") if closes else None


def _list_heading(text: str, cues: Cues) -> Look | None:
    if len(text) > _PHRASE_MAX:
        return None
    bare = squeeze(text.strip("[]<>()【】:： ")).removesuffix("더보기").removesuffix("+")
    bare = _COUNT.sub("", bare)
    if bare in cues.comments:
        return Look(Form.COMMENTS, "heading:comments")
    if bare in cues.headings:
        return Look(Form.HEADING, "heading:list")
    return None


def _turn(text: str, cues: Cues) -> Look | None:
    """``[리포트]``, ``◀ 앵커 ▶``: whose turn it is in a broadcast, and nothing else."""
    alone = len(text) <= _PHRASE_MAX and squeeze(text.strip(_TURN_MARKS)) in cues.turns
    return Look(Form.FURNITURE, "furniture:turn") if alone else None


def _tokens(text: str) -> list[str]:
    return [token for token in _BETWEEN.split(text) if token]


def _is_word(token: str, cues: Cues) -> bool:
    if token in cues.words:
        return True
    if _PLAIN_WORD.match(token):
        return False
    return (
        _DIGITS_BEHIND.sub("", token) in cues.words
        or _DIGITS_BEFORE.sub("", token) in cues.words
        or bool(_NUMERIC.match(token) or _FILE.fullmatch(token))
        or not _LETTER.search(token)
    )


def _all_words(text: str, cues: Cues) -> Look | None:
    if len(text) <= _PHRASE_MAX:
        if squeeze(text.strip("[]()")) in cues.adverts:
            return Look(Form.FURNITURE, ADVERT)
        if squeeze(text) in cues.words:
            return Look(Form.FURNITURE, "furniture:word")
    tokens = _tokens(text)
    words, enough = len(tokens), _MOSTLY * len(tokens)
    for token in tokens:
        if not _is_word(token, cues):
            words -= 1
            # Sentences are given up on early
            if words < enough:
                return None
    if tokens and words == len(tokens) and not stamps_in(text):
        return Look(Form.FURNITURE, "furniture:words")
    if len(tokens) >= _MENU_PIECES and not stamps_in(text):
        return Look(Form.FURNITURE, "furniture:mostly-words")
    return None


def _numbers(text: str, cues: Cues) -> Look | None:  # noqa: ARG001
    if _ADDRESS.fullmatch(text):
        return Look(Form.FURNITURE, "furniture:address")
    if _NUMERIC.match(text) and not stamps_in(text):
        return Look(Form.FURNITURE, "furniture:numbers")
    digits = sum(map(str.isdigit, text))
    ticks = digits > 0 and digits > 2 * sum(map(str.isalpha, text))
    if ticks and not stamps_in(text) and not _ANY_END.search(text):
        return Look(Form.FURNITURE, "furniture:ticker")
    return None


@lru_cache(maxsize=4)
def _labels(cues: Cues) -> re.Pattern[str]:
    names = alternatives((*cues.fields, *cues.providers))
    return re.compile(rf"(?:^|[\s|\d회건])({names})\s?[:：]?\s?([가-힣A-Za-z0-9]{{0,12}})")


@lru_cache(maxsize=4)
def _dates(cues: Cues) -> re.Pattern[str]:
    return re.compile(alternatives(cues.dates))


def _crew(text: str, cues: Cues) -> Look | None:
    """(영상취재: 민들레): who else made the news."""
    made = len(text) <= _PHRASE_MAX and crew_in(text, cues)
    return Look(Form.META, "meta:crew") if made else None


def _meta(text: str, cues: Cues) -> Look | None:
    """A line of which nothing is left when dates, labels, names and mail are taken away."""
    if wire_tag(text, cues):
        return Look(Form.META, "meta:wire")
    if is_dateline(text, cues):
        return Look(Form.META, "meta:dateline")
    stamps = [s for s in stamps_in(text, cues) if period_from(text, s) is None]
    byline = None if len(text) > 2 * _PHRASE_MAX else line_byline(text, cues)
    mail = MAIL.search(text) if "@" in text else None
    labelled = list(_labels(cues).finditer(text))
    provider = provider_in(text, cues)
    if not (stamps or byline or mail or len(labelled) > 1 or provider):
        return None
    rest = text
    outlet = outlet_before(text, cues)
    cuts = [stamp.span for stamp in stamps] + [x.span for x in (byline or outlet, provider) if x]
    for span in sorted(cuts, reverse=True):
        rest = rest[: span.start] + "|" + rest[span.end :]
    rest = _ADDRESS.sub("|", MAIL.sub("|", rest))
    if len(labelled) > 1 or provider:
        rest = _labels(cues).sub("|", rest)
    rest = _dates(cues).sub("|", rest)
    left = [token for token in _tokens(rest) if not _is_word(token, cues)]
    tools = [token for token in _tokens(rest) if token in cues.words]
    if len("".join(left)) > _left_allowed(bool(byline or provider), bool(stamps)):
        return None
    labels = any(stamp.label for stamp in stamps) or any(s.juche for s in stamps)
    timed = len(tools) == 1 and any("T" in stamp.value for stamp in stamps)
    paged = stamps and _PAGE_OF_PAPER.search(text) is not None
    if tools and not (labels or byline or provider or labelled or mail or timed or paged):
        return Look(Form.FURNITURE, "furniture:words-and-date")
    rule = "byline" if byline else "date" if stamps else "mail" if mail else "fields"
    return Look(Form.META, f"meta:{rule}")


def _left_allowed(named: bool, dated: bool) -> int:  # noqa: FBT001 - two facts about one line
    """Characters that may remain: an outlet in brackets, a page number of the paper."""
    return 12 if named and dated else 8 if named or dated else 4


def _signed(text: str, cues: Cues) -> Look | None:
    """모스크바에서 KBS 뉴스 민들레입니다.: how a reporter signs off is the end of what is told."""
    alone = len(text) <= _PHRASE_MAX and text.count(".") <= 1
    signed = alone and (signed_off(text, cues) or _NAME_ALONE.fullmatch(text))
    return Look(Form.SENTENCE, "sentence:signed-off") if signed else None


def _heard(text: str, cues: Cues) -> Look | None:
    """``◀ 홍길산 / 가람연구소 소장 ▶``, ``홍길산 (통일부 대변인) :``: whom a station lets be heard.

    Writers are named so too (홍길산 / 가람일보 기자), but not with an office of somebody else.
    """
    short = len(text) <= _PHRASE_MAX
    match = _HEARD.fullmatch(text) or _SPEAKS.fullmatch(text) if short else None
    if match is None or _writes(match["office"], cues):
        return None
    marked = not text[0].isalpha() or ")" in text
    named = is_name(match["name"], cues) or marked
    return Look(Form.SENTENCE, "sentence:heard") if named else None


def _writes(office: str, cues: Cues) -> bool:
    """Whether an office is a writer's: 가람일보 기자, 국제부장; not 외교부 부부장."""
    long = tuple(role for role in cues.roles if len(role) > _SHORT_ROLE)
    return office.rsplit(maxsplit=1)[-1] in cues.roles or office.endswith((*long, *cues.media))


def _aside(text: str, cues: Cues) -> Look | None:
    if text.startswith(cues.asides):
        return Look(Form.ASIDE, "aside")
    if re.match(r"^#\S", text) and all(token.startswith("#") for token in text.split()):
        return Look(Form.FURNITURE, "furniture:hashtags")
    return None


def _phrase(text: str, cues: Cues) -> Look | None:
    if len(text) <= _PHRASE_MAX and cues.phrases.search(text):
        return Look(Form.FURNITURE, "furniture:phrase")
    return None


def _masthead(text: str, cues: Cues) -> Look | None:
    """``가람신문  가람당 중앙위원회 기관지``: a known outlet and what it is, no sentence.

    So is what names nothing but outlets, editions and sections: ``가람망 | 가람망 한국어판``,
    ``가람통신 | 북한``.
    """
    pieces = [piece for piece in _BANNER.split(_MAILS.sub("", text).strip()) if piece]
    bare = [re.sub(LANGUAGE, "", piece) for piece in pieces]
    if bare != [text] and bare and all(squeeze(name) in cues.outlets for name in bare):
        return Look(Form.FURNITURE, "furniture:masthead")
    head = head_in(text, cues) if len(text) <= _PHRASE_MAX else None
    if head is not None and head.sureness >= Sureness.TRAIL and head.more and head.bare:
        return Look(Form.FURNITURE, "furniture:masthead")
    if not text.endswith(cues.masthead):
        return None
    first, *rest = text.split()
    if rest and squeeze(first) in cues.outlets and rest[-1].endswith(cues.masthead):
        return Look(Form.FURNITURE, "furniture:masthead")
    return None


def _button(text: str, cues: Cues) -> Look | None:  # noqa: ARG001
    return Look(Form.FURNITURE, "furniture:button") if _BUTTON.fullmatch(text) else None


def _section(text: str, cues: Cues) -> Look | None:
    """A marked line that is no sentence; press releases mark their paragraphs so too."""
    if len(text) > 2 * _PHRASE_MAX or not text.startswith(cues.markers):
        return None
    bare = _OFFICIAL_END.sub("", text)
    ends = (_NEWS_END, _POLITE_END, *((_ANY_END,) if len(text) > _HEAD_MAX else ()))
    told = any(end.search(bare) for end in ends)
    return None if told else Look(Form.SECTION, "section:marker")


def _without_writer(text: str, cues: Cues) -> str:
    """A last sentence without who wrote it behind it: 신문은 전했다.<도쿄=민들레 특파원>."""
    end = text.rfind("다.") + len("다.")
    tail = text[end:].strip()
    if _BRACKETED.fullmatch(tail) is None:
        return text
    # 넘겨졌다.<洪吉山 기자>: a name in Chinese characters is a writer's by its office alone
    office = _HANJA_WRITER.fullmatch(tail)
    signed = office is not None and office["office"] in cues.roles
    return text[:end] if signed or line_byline(tail, cues) is not None else text


def _sentence(text: str, cues: Cues) -> Look | None:
    """A sentence of news ends in plain style (…다.); other sentences count less."""
    bare = _OFFICIAL_END.sub("", _SEE_PAGE.sub("", _FOOTNOTES.sub("", text))).rstrip()
    bare = _END_SIGN.sub("", bare)
    bare = _TAIL.sub("", bare) if "@" in bare else bare
    bare = _PICTURE_OF.sub("", bare)
    bare = _without_writer(_SIGNED_OFF.sub("", bare), cues)
    bare = bare[: bare.rfind("다.") + len("다.")] if wire_at_end(bare, cues) else bare
    if northern_dateline(text, cues):
        return Look(Form.SENTENCE, "sentence:dateline")
    if _NEWS_END.search(bare):
        strong = len(bare) >= _SENTENCE_MIN
        return Look(Form.SENTENCE if strong else Form.WEAK, "sentence:plain-style")
    return _other_sentence(bare)


def _other_sentence(text: str) -> Look | None:
    """A paragraph that ends otherwise: inside a sentence, without full stop, in another style."""
    if len(text) >= _UNSTOPPED_MIN and _INNER_END.search(text):
        return Look(Form.SENTENCE, "sentence:inside")
    if len(text) >= _UNSTOPPED_MIN and not _ANY_END.search(text) and _POLITE_INNER.search(text):
        return Look(Form.WEAK, POLITE)
    if len(text) >= _UNSTOPPED_MIN and _UNSTOPPED.search(text):
        return Look(Form.WEAK, "sentence:unstopped")
    enough = len(text) >= _WEAK_MIN and len(_HANGUL.findall(text)) >= _WEAK_MIN - 4
    if enough and _ANY_END.search(text):
        return Look(Form.WEAK, POLITE if _POLITE_END.search(text) else "sentence:other")
    return None


def _menu(text: str, cues: Cues) -> Look | None:  # noqa: ARG001
    pieces = [piece for piece in _SEPARATED.split(text) if piece]
    short = len(pieces) >= _MENU_PIECES and all(len(piece) <= _MENU_PIECE for piece in pieces)
    # 외무상·특사, 평양서 회담 and 남·북·러 회담 are headlines: a menu parts its words alike
    signs = {sign.strip() for sign in _SEPARATED.findall(text)}
    headline = signs == {"·", ","} or (signs == {"·"} and any(len(p) == 1 for p in pieces))
    if short and not headline:
        return Look(Form.FURNITURE, "furniture:menu")
    if re.search(r"\s[>›»]\s", text) and len(text) <= _PHRASE_MAX:
        return Look(Form.FURNITURE, "furniture:breadcrumb")
    return None


_CHECKS = (
    wiki_line,
    markdown_image,
    _closing,
    credit_alone,
    photo_credit,
    photo_rights,
    _rights,
    _list_heading,
    _turn,
    _all_words,
    _numbers,
    marked_caption,
    _crew,
    _meta,
    _phrase,
    _masthead,
    _button,
    _signed,
    _heard,
    credited_caption,
    _aside,
    _section,
    _sentence,
    _menu,
)
