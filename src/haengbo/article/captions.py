"""One line → whether it looks like the caption of a picture.

Comes in: the text of a line. Goes out: a ``Look`` or ``None``. Captions are known by a mark before
them, by a credit at their end or beginning, or by pointing at somebody in the picture.
"""

from __future__ import annotations

import re

from haengbo.article.bylines import byline_in, is_medium
from haengbo.article.cues import Cues
from haengbo.article.forms import Form, Look

IMAGE = re.compile(r"^!\[(?P<caption>.*)\]\((?P<address>[^()\s]*)\)$")
_HANGUL = re.compile("[가-힣]")
#: ⓒ 가람뉴스 민들레 기자; © 가람국 외무부 텔레그램.
_PHOTO_END = re.compile(r"[ⓒⒸ©]\s?[가-힣A-Za-z0-9=·]{2,20}(?:\s(?:[가-힣A-Za-z]{2,12}|/)){0,4}$")
_PHOTO_START = re.compile(
    r"[\[(](?P<label>사진\s?(?:제공)?[=:]\s?)?(?P<credit>[가-힣A-Za-z0-9=/·\s]{2,40})[\])]\s?(?=[^\s=])"
)
_PHOTO_DATED = re.compile(
    r"[가-힣]\.\s?\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?(?:/[가-힣\w]{1,12})?"
    r"(?:\s?\[[가-힣 ]{2,12}\])?(?:\s[\w.-]{1,30}@[\w.-]{1,40})?"
    r"(?:\s?[*\[]?(?:재판매|국내에서만)[^\n]{0,120})?\s?\|?$"
)
#: 항구에 선 배. 사진: 가람위키 공용: whoever the picture is from.
_CREDITED = re.compile(
    r"[가-힣)\]][.)\]]?\s[(\[/]?사진\s?(?:제공|출처|촬영)?\s?[=:：]\s?[^.!?:=\n]{2,30}[)\]]?$"
)
#: 만났다고 보도했다. [국내에서만 사용가능. 재배포 금지.] photo@garam.example: agencies' pictures.
_PHOTO_RIGHTS = re.compile(
    r"다\.\s?\[(?:국내에서만|재판매)\s?[^\[\]]{5,160}\](?:\s?[\w.-]{1,30}@[\w.-]{1,40})?$"
)
#: 회담을 가졌다.[촬영/ 가람사 기자 홍길산]
_SHOT_BY = re.compile(r"\[촬영\s?/\s?[^\[\]]{2,40}\]$")
_DATED_RIGHTS = re.compile(
    r"[가-힣]\.\s{1,2}\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?/\s?[가-힣\w]{2,12}\s{1,2}"
    r"(?:Copyright|ⓒ|©|저작권자)[^\n]{0,60}(?:금지|reserved)\.?$"
)
_CREDIT_ALONE = re.compile(r"[\[(<]\s?사진\s?(?:제공|출처)?\s?[=:/-]\s?[^\[\]()<>]{1,40}[\])>]")
_BETWEEN_AGENCIES = re.compile(r"[\s=/·]+")
_POINTED = re.compile(r"고\s?있다\.?$|모습\.?$|장면\.?$")
_DAY = re.compile(r"\d{1,2}일")
#: How a sentence ends that tells what a picture shows.
_TOLD = ("고 있다", "고 있다.", "고있다", "고있다.")
_CLOSING = "])>】"
_AFTER_CREDIT = f" .{_CLOSING}"
#: ◇3일 회담장에서 악수하는 두 장관.: pictures in old papers; headings have no stop.
_PICTURED = re.compile(r"◇\s?[^.]{4,90}[가-힣]{1,6}는\s[^.]{2,60}(?<!다)\.$")
_SCENE_MAX = 150
_CREDIT_REACH = 40
_CAPTION_MIN = 8
_CAPTION_MAX = 330
#: Captions of more sentences are whole articles, signed by whose picture stands beside them.
_TOLD_MOST = 3


def markdown_image(text: str, cues: Cues) -> Look | None:  # noqa: ARG001 - checks look alike
    """A picture in markdown with its caption as text: ``![항구](https://img.example/a.jpg)``."""
    return Look(Form.CAPTION, "caption:markdown") if IMAGE.match(text) else None


def credit_alone(text: str, cues: Cues) -> Look | None:
    """A line that is nothing but a credit: ``(사진=가람국 대통령실)``, ``새솔 AP=연합뉴스``."""
    alone = _CREDIT_ALONE.fullmatch(text) is not None or _of_agencies(text, cues)
    return Look(Form.CAPTION, "caption:credit-alone") if alone else None


def _of_agencies(text: str, cues: Cues) -> bool:
    """Whether a line names two suppliers of pictures and at most where they were taken."""
    names = _BETWEEN_AGENCIES.split(text.strip("/ ")) if len(text) <= _CREDIT_REACH else []
    suppliers = [name for name in names if cues.is_agency(name)]
    joined = "=" in text or "/" in text
    return joined and len(suppliers) > 1 and set(names) <= {*suppliers, *cues.places}


def photo_credit(text: str, cues: Cues) -> Look | None:
    """Forms of picture agencies: ``… ⓒ 가람뉴스 민들레 기자``, ``[평양=AP/뉴시스] …``."""
    end = _PHOTO_END.search(text)
    shown = end and end.start() >= _CAPTION_MIN and _HANGUL.search(text[: end.start()])
    if shown and not cues.notice_of_rights.search(text):
        return Look(Form.CAPTION, "caption:photo-credit")
    if _PHOTO_DATED.search(text) and len(text) <= _CAPTION_MAX:
        return Look(Form.CAPTION, "caption:dated")
    if "사진" in text[-_CREDIT_REACH:] and len(text) <= _SCENE_MAX and _CREDITED.search(text):
        return Look(Form.CAPTION, "caption:credited")
    start = _PHOTO_START.match(text)
    if start is None:
        return None
    byline = byline_in(text, cues)
    if byline and byline.authors:
        return None
    places = re.split(r"[=/·\s]+", start.group("credit"))
    media = sum(1 for name in places if is_medium(name, cues) or cues.is_agency(name))
    labelled = start.group("label") is not None
    return Look(Form.CAPTION, "caption:agency-dateline") if media > 1 or labelled else None


def photo_rights(text: str, cues: Cues) -> Look | None:
    """A picture whose agency says who may print it: ``… 보도했다. [국내에서만 사용가능. …]``.

    So does a notice behind the day and the agency: ``… 참여했다. 2023.1.5/가람1 Copyright …``.
    """
    bracketed = "[" in text and len(text) <= _CAPTION_MAX
    marked = "[" in text and _PHOTO_RIGHTS.search(text) is not None
    marked = marked or (bracketed and _SHOT_BY.search(text) is not None)
    noticed = len(text) <= _CAPTION_MAX and text.count("다.") <= _TOLD_MOST
    marked = marked or (noticed and cues.notice.search(text) is not None)
    return Look(Form.CAPTION, "caption:rights") if marked or _DATED_RIGHTS.search(text) else None


def marked_caption(text: str, cues: Cues) -> Look | None:
    """A triangle before one text; several triangles are a list inside the news."""
    if text.startswith(cues.caption_markers) and text.count("▲") + text.count("△") <= 1:
        return Look(Form.CAPTION, "caption:marker")
    if text.startswith("◇") and _PICTURED.match(text):
        return Look(Form.CAPTION, "caption:pictured")
    return None


def credited_caption(text: str, cues: Cues) -> Look | None:
    """A supplier at the end (``… 평양/AP뉴시스``) or somebody pointed at (``…(왼쪽)가 …``)."""
    if not _HANGUL.search(text) or len(text) > _CAPTION_MAX or text.count("다.") > _TOLD_MOST:
        return None
    credit = cues.credit.search(text) if _may_end_in_credit(text, cues) else None
    if credit and credit.start() >= _CAPTION_MIN and "@" not in text:
        return Look(Form.CAPTION, "caption:credit")
    if cues.position.search(text) and _POINTED.search(text) and text.count("다.") <= 1:
        return Look(Form.CAPTION, "caption:position")
    if len(text) <= _SCENE_MAX and _DAY.search(text) and text.count("다.") <= 1:
        told = text.endswith(_TOLD) and cues.scene.search(text)
        return Look(Form.CAPTION, "caption:scene") if told else None
    return None


def _may_end_in_credit(text: str, cues: Cues) -> bool:
    """Whether the last letter is one of a credit's, or a bracket closes one."""
    bare = text.rstrip(_AFTER_CREDIT)
    last = bare[-1:]
    if last in cues.credit_ends or last.isspace():
        return True
    return any(mark in _CLOSING for mark in text[len(bare) :])
