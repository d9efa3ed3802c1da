"""What single lines look like. All lines are invented."""

from __future__ import annotations

import pytest

from haengbo.article.cues import cues_of
from haengbo.article.forms import Form
from haengbo.article.lines import look_at
from haengbo.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "form", "why"),
    [
        ("페이스북 트위터 카카오톡 URL복사", Form.FURNITURE, "share words"),
        ("글자크기 가 가 | 공유 | 댓글 14", Form.FURNITURE, "tools with a counter"),
        ("홈 > 정치 > 남북관계", Form.FURNITURE, "breadcrumb"),
        ("로그인 | 구독 2025.03.02 (일)", Form.FURNITURE, "a date among tools is the site's"),
        ("메뉴 건너뛰기", Form.FURNITURE, "a link past the menu"),
        ("132,845,000", Form.FURNITURE, "ticker"),
        ("비트코인 91,830,000 -0.64%", Form.FURNITURE, "ticker with a name"),
        ("#북한 #철길", Form.FURNITURE, "hashtags"),
        ("기사 주소가 복사되었습니다.", Form.FURNITURE, "message of the page"),
        ("조선어 English 中国语 Русский", Form.FURNITURE, "languages"),
        ("로동신문  조선로동당 중앙위원회 기관지", Form.FURNITURE, "masthead"),
        ("인민망 | 인민망 한국채널", Form.FURNITURE, "an outlet and its edition"),
        ("관련기사", Form.HEADING, "list of other pages"),
        ("[많이 본 뉴스]", Form.HEADING, "in brackets"),
        ("댓글 3", Form.COMMENTS, "readers"),
        ("ⓒ 가람신문, 무단전재 금지", Form.COPYRIGHT, "rights"),
        ("저작권자 © 가람신문 새소식", Form.COPYRIGHT, "rights, not whose picture"),
        ("가람신문 | 발행인 민들레 | 등록번호 서울 아0", Form.COPYRIGHT, "imprint"),
        ("입력 2025-03-02 09:10 | 수정 2025-03-02 11:00", Form.META, "dates"),
        ("2025.03.02 09:10", Form.META, "a date alone"),
        ("국제 2025.03.02 09:10", Form.META, "a section and a time"),
        ("www.garam.example (주체114.3.2.)", Form.META, "the North's agency"),
        ("민들레 기자 dl@garam.example", Form.META, "byline"),
        ("dl@garam.example", Form.META, "mail"),
        ("<연합>", Form.META, "wire"),
        ("◀ 민들레 / 가람연구소 소장 ▶", Form.SENTENCE, "whom a station lets be heard"),
        ("민들레 / 가람국 통일부 대변인", Form.SENTENCE, "the same without marks"),
        ("민들레 / 가람일보 기자", Form.META, "who writes is named so too"),
        ("정치 / 북한", Form.FURNITURE, "sections"),
        ("(평양 2025년 3월 2일발 조선중앙통신)", Form.META, "the agency's place and day alone"),
        ("◇2일 항구에서 악수하는 두 대표단 단장.", Form.CAPTION, "a picture in an old paper"),
        ("◇두 나라가 요구하는 조건", Form.SECTION, "a heading has no stop"),
        ("대표단을 맞이하여 연회를 차리였다.(끝)", Form.SENTENCE, "the end of a text"),
        ("누리국 특사가 새솔시에 도착했다고 밝혔다. (끝)", Form.SENTENCE, "a blank before the end"),
        ("양 장관은 길을 잇기로 합의하였다.  끝.", Form.SENTENCE, "two blanks before the end"),
        ("새솔시에서 KBS 뉴스 민들레였습니다.", Form.SENTENCE, "a reporter signs off"),
        ("두 나라는 길을 잇기로 합의했다. 연합", Form.SENTENCE, "a wire closes the text"),
        ("두 나라는 길을 잇기로 합의했다.★관련기사 A5면", Form.SENTENCE, "where there is more"),
        ("유엔 정무 사무차장, 9일 방북", Form.PLAIN, "one title, and no name before it"),
        ("외무성 부상·국장, 6일 방러", Form.PLAIN, "a menu parts its words alike"),
        ("누리국 길과 항구의 소리 2025-05-04", Form.PLAIN, "nobody knows this outlet"),
        ("러시아의 소리 한국어방송 2013-05-04", Form.META, "the pack knows this one"),
        ("그의 이름은 민들레입니다.", Form.WEAK, "no station before the name"),
        ("작성자 운영자 작성일 25-03-09 11:40 조회 31회", Form.META, "board"),
        ("등록 2025.03.02   출처 가람통신   조회 9", Form.META, "board of an archive"),
        ("▲ 항구에 들어서는 대표단. 민들레 기자", Form.CAPTION, "triangle"),
        ("두 사람이 악수하고 있다. 평양/AP뉴시스", Form.CAPTION, "place and agencies"),
        ("두 사람의 회담 [사진-가람신문]", Form.CAPTION, "bracketed photo"),
        ("손을 흔드는 특사. [로이터=연합뉴스]", Form.CAPTION, "agencies in brackets"),
        ("역에 들어오는 열차. 누리국 철도청 제공", Form.CAPTION, "by courtesy of"),
        ("특사(왼쪽)와 장관이 걸어가고 있다.", Form.CAPTION, "points at somebody"),
        ("역에 선 열차. 2025.3.2/뉴스1 ⓒ News1 민들레 기자", Form.CAPTION, "agency with reporter"),
        ("항구에 선 배. 사진: 가람위키 공용", Form.CAPTION, "whoever it is from"),
        ("새솔역에 닿은 열차 (사진 출처: 철길 동호회)", Form.CAPTION, "in brackets"),
        ("사진: 새솔역에 닿은 열차와 사람들", Form.CAPTION, "the word in front"),
        ("그가 꺼낸 사진: 아무도 몰랐다. 항구는 비었다.", Form.SENTENCE, "a colon of the story"),
        ("회담장의 두 사람. ⓒ AFP=뉴스1", Form.CAPTION, "sign before agencies"),
        ("12일 항구에서 악수하는 두 장관 © 누리국 외무부 텔레그램", Form.CAPTION, "whose picture"),
        ("[사진=로이터·연합뉴스] 손을 흔드는 특사", Form.CAPTION, "credit in front"),
        ("[모스크바=AP/뉴시스] 특사가 웃고 있다.", Form.CAPTION, "two agencies in front"),
        ("(평양 조선중앙통신=연합뉴스) 특사가 왔다고 보도했다. 2025.3.2", Form.CAPTION, "the same"),
        (
            "(서울=연합뉴스) 민들레 기자 = 특사가 왔다고 밝혔다.",
            Form.SENTENCE,
            "a reporter's dateline",
        ),
        ("[서울=뉴시스] 특사가 평양에 도착했다고 밝혔다.", Form.SENTENCE, "one agency"),
        ("특사가 손을 흔들고 있다. 2025.03.02. photo@garam.example", Form.CAPTION, "date and mail"),
        (
            "특사 도착(새솔=연합뉴스) 특사가 왔다고 밝혔다. [국내에서만 사용가능. 재배포 금지]",
            Form.CAPTION,
            "who may print it",
        ),
        ("(사진=가람국 대통령실)", Form.CAPTION, "a credit alone"),
        ("누리국 특사, 새 소식은 텔레그램", Form.PLAIN, "a platform is a word too"),
        ("특사가 3일 평양 공항에서 손을 흔들고 있다.", Form.CAPTION, "a scene with a day"),
        ("특사는 두 나라의 협력이 넓어지고 있다고 말했다.", Form.SENTENCE, "no scene"),
        ("전문가들은 3일 회담의 결과를 지켜보고 있다.", Form.SENTENCE, "no picture shows this"),
        ("누리국, 가람국에 석탄 십만 톤 제공", Form.PLAIN, "a headline that ends like a credit"),
        (
            "역에 멈춰 선 열차. 누리국 철도청 텔레그램 채널 캡처",
            Form.CAPTION,
            "what it was taken from",
        ),
        ("그것은 결코 사실이 아니다.", Form.WEAK, "short"),
        ("두 나라는 다시 만나기로 했다고 밝혔다.[1][2]", Form.SENTENCE, "footnotes"),
        ("SNS 기사보내기", Form.FURNITURE, "share tool"),
        ("[북러 회담] 특사 “철길 열린다”", Form.PLAIN, "a headline's label"),
        ("![항구](https://img.example/a.jpg)", Form.CAPTION, "markdown"),
        ("▶ 누리국 철길, 어디까지", Form.ASIDE, "arrow to another page"),
        ("윗글 모임 알림과 회비 안내", Form.ASIDE, "pager with a title"),
        ("■ 바다냐 뭍이냐", Form.SECTION, "square"),
        ("(끝)", Form.CLOSING, "end of an item"),
        ("== 각국의 반응 ==", Form.SECTION, "heading of a wiki"),
        ("각국의 반응[편집]", Form.SECTION, "the same with the link that edits it"),
        ("== 출처 ==", Form.HEADING, "list of sources"),
        ("[[분류:누리국]]", Form.FURNITURE, "category"),
        ("새솔일보 (2025년 5월 4일). “철길”. 2025년 5월 6일에 확인함.", Form.FURNITURE, "source"),
        ("누리국 특사가 평양에 도착했다고 밝혔다.", Form.SENTENCE, "plain style"),
        ("“철길은 핏줄과 같다”고 특사는 말했다.", Form.SENTENCE, "with a quotation"),
        ("장관은 《길은 열릴것이다》라고 말하였다.", Form.SENTENCE, "northern quotation marks"),
        ("▲철길 ▲항구 ▲다리를 놓기로 했다고 밝혔다.", Form.SENTENCE, "list of points"),
        ("특사는 평양에 도착했다고 밝혔습니다.", Form.WEAK, "polite style"),
        ("[앵커 멘트]", Form.FURNITURE, "whose turn it is"),
        ("⊙ 민들레 (가람국 철도상) :", Form.SENTENCE, "who is heard"),
        ("민들레 외교부 부부장 :", Form.SENTENCE, "부장 ends an office of a state too"),
        ("민들레 선임기자 :", Form.META, "who writes"),
        ("이것이 좋아요:", Form.PLAIN, "a button is nobody"),
        (
            "특사가 새솔시에 왔습니다 이틀 만입니다 " + "#가람국 #특사 ▶구독하기 " * 3,
            Form.WEAK,
            "a transcript without full stops",
        ),
        ("누리국 특사 “철길 곧 열린다”", Form.PLAIN, "headline"),
        ("북한, 누리국의 새 조치 지지", Form.PLAIN, "지지 is a word before it is an agency"),
        ("석탄 협정 넉 달 만에 후속 조치", Form.PLAIN, "subtitle"),
    ],
)
def test_forms(text: str, form: Form, why: str, knowledge: Knowledge) -> None:
    look = look_at(text, cues_of(knowledge))
    assert look.form is form, f"{why}: {look.rule}"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("특사는 평양에 도착했다고 밝혔습니다.", "sentence:polite"),
        ("그것은 두 나라가 바라던 바가 아니다.", "sentence:plain-style"),
        (
            "두 나라는 곧 만날 것이라고 이 신문은 전했다.<도쿄=민들레 특파원>",
            "sentence:plain-style",
        ),
        ("두 나라는 곧 만날 것이라고 전했다. [민들레·한누리 기자]", "sentence:plain-style"),
        ("의제를 정하는 일은 다음 회담으로 넘겨졌다.<洪吉山 기자>", "sentence:plain-style"),
        ("의회는 초청장을 보냈다고 밝힌 바 있다.@", "sentence:plain-style"),
        ("두 정상은 19일 회담을 가졌다.[촬영/가람사 기자 홍길산]", "caption:rights"),
    ],
)
def test_polite_style_is_told_by_its_final_consonant(
    text: str, rule: str, knowledge: Knowledge
) -> None:
    assert look_at(text, cues_of(knowledge)).rule == rule
