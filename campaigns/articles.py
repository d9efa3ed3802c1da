"""A number → a made-up news page: every one different, none anybody's.

Of ``theme`` pages each tells a meeting or a visit by people who do not exist; the others are
weather, markets and sport, which the gate puts aside. Invariant: the same number gives the same
bytes, always.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from haengbo.model.page import Known, MediaType, Page

_FIRST, _DAYS = date(2024, 1, 1), 700
_FAMILY = "김이박최정강조윤장임한오서신권황안송류홍"
_GIVEN = tuple(a + b for a, b in product("민서도하지윤예준수현", "람솔결별온새찬울담빛"))
_STATES = ("러시아", "중국", "베트남", "몽골", "라오스", "쿠바", "벨라루스", "이란")
_PLACES = ("평양", "모스크바", "베이징", "하노이", "울란바토르", "원산", "블라디보스토크", "라선")
_OFFICES = ("외무성 부상", "대외경제상", "보건상", "문화상", "체육상", "교육상", "농업상")
_THEIRS = ("외무차관", "경제장관", "보건장관", "문화장관", "체육장관", "교육장관", "농업장관")
_TOPICS = (
    "보건 협력",
    "곡물 거래",
    "철도 운행",
    "문화 교류",
    "수해 복구",
    "관광 재개",
    "어업 협정",
)
_CITIES = ("가람", "새솔", "너울", "달빛", "마루", "바위", "아침", "여울")
_GOODS = ("배추", "사과", "고등어", "밀가루", "휘발유", "연탄", "달걀", "우유")
_LEAST, _MOST = 3, 14
_IN_A_FOLDER = 1000


def written(folder: Path, numbers: Iterable[int], *, theme_every: int) -> Path:
    """Write these pages as files, some of them on the theme; no text is there twice."""
    for number in numbers:
        place = folder / f"{number // _IN_A_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        text = made(number, theme=number % theme_every == 0)
        (place / f"{number:06}.html").write_text(text, "utf-8")
    return folder


def made(number: int, *, theme: bool) -> str:
    """The page's HTML.

    Args:
        number: Which page.
        theme: Whether it is one to be read, or one to be put aside.
    """
    rng = random.Random(f"{number} {theme}")  # noqa: S311 - the same page each time
    day = _FIRST + timedelta(days=rng.randrange(_DAYS))
    title, lines = (_told if theme else _aside)(rng, day)
    body = "".join(f"<p>{line}</p>" for line in lines)
    stamp = f"{day.isoformat()}T{rng.randrange(24):02}:{rng.randrange(60):02}:00+09:00"
    head = (
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="시험{rng.randrange(40)}일보">'
        f'<meta property="article:published_time" content="{stamp}">'
    )
    return (
        f"<!doctype html><html lang=ko><head><meta charset=utf-8><title>{title}</title>{head}"
        f"</head><body><article><h1>{title}</h1>{body}<p>기사 번호 {number}</p>"
        "</article></body></html>"
    )


def page(number: int, *, theme: bool) -> Page:
    """The same as a page that came from an address."""
    data = made(number, theme=theme).encode()
    known = Known(url=f"https://news.example/{'t' if theme else 'a'}/{number}")
    return Page(f"{number}.html", data, MediaType.HTML, known)


def _name(rng: random.Random) -> str:
    return rng.choice(_FAMILY) + rng.choice(_GIVEN)


def _told(rng: random.Random, day: date) -> tuple[str, list[str]]:
    ours, theirs, state = _name(rng), _name(rng), rng.choice(_STATES)
    office, their_office, place = rng.choice(_OFFICES), rng.choice(_THEIRS), rng.choice(_PLACES)
    topic, before = rng.choice(_TOPICS), day - timedelta(days=1)
    lines = [
        (
            f"{ours} 북한 {office}이 {before.day}일 {place}에서 {theirs} {state} {their_office}과 "
            f"회담했다고 조선중앙통신이 {day.day}일 보도했다."
        ),
        f"양측은 {topic} 문제를 논의했다고 통신은 전했다.",
        f"{theirs} {their_office}은 “{topic}의 새 장을 열자”고 말했다.",
        f"{state} 외교부는 {theirs} {their_office}이 {rng.randint(2, 5)}일 동안 머문다고 밝혔다.",
        f"전문가들은 {rng.choice(_TOPICS)} 합의가 이어질 것으로 내다봤다.",
        f"이에 앞서 두 나라는 지난해 {rng.randint(1, 12)}월 {rng.choice(_PLACES)}에서 만났다.",
    ]
    return f"북한 {office} {ours}, {state} {their_office}과 {topic} 논의", lines[
        : rng.randint(_LEAST, len(lines))
    ]


def _aside(rng: random.Random, day: date) -> tuple[str, list[str]]:
    city, good = rng.choice(_CITIES), rng.choice(_GOODS)
    drawn = [
        rng.choice(_sentences(rng, day, city, good)) for _ in range(rng.randint(_LEAST, _MOST))
    ]
    # No paper prints a line twice
    lines = list(dict.fromkeys(drawn))
    return f"{city} {good} 값 들썩…{rng.randint(1, 400)}번째 장날", lines


def _sentences(rng: random.Random, day: date, city: str, good: str) -> list[str]:
    return [
        f"{city}시는 {day.day}일 {good} 값이 한 주 새 {rng.randint(1, 30)}% 올랐다고 밝혔다.",
        f"시장 상인 {_name(rng)} 씨는 손님이 {rng.randint(2, 9)}할로 줄었다고 했다.",
        f"이날 {city}의 아침 기온은 {rng.randint(-12, 28)}도까지 오르내렸다.",
        f"{city} 마라톤에는 시민 {rng.randint(200, 9000)}명이 나섰다.",
        f"{_name(rng)} 선수는 결승에서 {rng.randint(1, 5)}점을 넣었다.",
        f"도서관은 다음 달 {rng.randint(1, 28)}일까지 공사로 문을 닫는다.",
    ]
