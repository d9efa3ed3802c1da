"""Pages of many systems around one invented article. All outlets, people and events are invented."""

# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

TITLE = "가람국 외교장관, 평양서 누리국 특사 만나…“철길 다시 잇는다”"
SUBTITLE = "석탄 수송 협정 넉 달 만에 후속 조치"
PARAGRAPHS = (
    "가람국 외교장관이 3일 평양에서 누리국 특사를 만나 끊긴 철길을 다시 잇기로 했다고 가람통신이 4일 보도했다.",
    "두 사람은 이날 두 시간 남짓 이야기를 나눴다. 회담에는 철도성 간부들도 함께했다.",
    "특사는 “철길은 두 나라를 잇는 핏줄과 같다”며 “올해 안에 첫 열차가 달릴 것”이라고 말했다.",
    "다만 공사비를 누가 대는지는 알려지지 않았다.",
    "한 외교 소식통은 “겨울이 오기 전에 시험 운행이 있을 수 있다”고 내다봤다.",
)
CAPTION = "가람국 외교장관(왼쪽)이 3일 평양에서 누리국 특사와 악수하고 있다. 가람통신 연합뉴스"
OUTLET = "새솔일보"
AUTHOR = "민가람"
DAY = "2025-05-04"
PUBLISHED = "2025-05-04T09:10+09:00"


def p_tags(template: str = "<p>{}</p>") -> str:
    """The paragraphs, each in an element."""
    return "\n".join(template.format(text) for text in PARAGRAPHS)


def breaks(separator: str = "<br><br>\n") -> str:
    """The paragraphs between line breaks."""
    return separator.join(PARAGRAPHS)


FIGURE = f'<figure><img src="a.jpg" alt=""><figcaption>{CAPTION}</figcaption></figure>'
RELATED = (
    '<div class="related_news"><h4>관련기사</h4><ul><li><a href="1">누리국 특사, 왜 지금 평양인가</a></li>'
    '<li><a href="2">석탄 수송 협정이 남긴 것</a></li></ul></div>'
)
COMMENTS = (
    '<div id="reply_area"><h3>댓글 2</h3><div><b>sol***</b><p>철길이 이어지면 정말 좋겠다. 기차 타고 유럽까지 '
    "가는 날이 빨리 왔으면 좋겠다고 생각했다.</p></div></div>"
)
FOOTER = (
    f"<footer><p>{OUTLET} | 서울특별시 중구 가람로 1 | 발행인 한누리 | 등록번호 서울 아00000</p>"
    f"<p>Copyright ⓒ {OUTLET} All rights reserved.</p></footer>"
)


def document(body: str, head: str = "", title: str = f"{TITLE} - {OUTLET}") -> str:
    """A whole page."""
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )
