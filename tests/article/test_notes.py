"""Pages told in notes are articles; lists of headlines, menus and results of searches are none."""

# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

import pytest

from haengbo.article import to_article
from haengbo.capture.detect import media_type_of
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, BlockKind
from haengbo.model.page import Page

ARTICLES = {
    "bullets report": """최근 북러 관계 동향
작성일 2025-06-05

□ 고위급 교류
 ○ 시험스키 서기, 6.4 평양 방문
  - 한누리 위원장 접견, 우크라이나 문제 논의
  - 올해 들어 세 번째 방북
 ○ 가상로프 외무장관, 7월 원산 방문 예정
□ 군사 협력
 ○ 공병 1,000명 쿠르스크 파견 합의
 ○ 추가 무기 지원 여부는 확인되지 않음
□ 평가
 ○ 러시아가 북한과의 밀착을 이어 갈 것으로 전망
""",
    "triangles with days": """한 주 외교 한눈에
▲민들레 외무상 12일 새솔시 도착…가상로프와 회담
▲누리국·가람국 정상회담 13일 새솔시서 개최
▲가람국 하원의장 한누리 15일 누리국 방문
""",
    "nominal": """통일부 일일 동향

2025년 6월 5일(목)

민들레 외무상, 6월 4일 모스크바 도착해 가상로프 장관과 회담함
양측은 포괄적 전략적 동반자 관계 조약 이행 방안을 논의하였음
회담 뒤 공동 기자회견은 없었으며 발표문도 나오지 않음
조선중앙통신은 5일 아침 이 소식을 짧게 보도함
""",
    "no stops nk": """한누리동지께서 로씨야련방 대통령에게 축전을 보내시였다

주체114(2025)년 6월 12일

조선민주주의인민공화국 국무위원장 한누리동지께서 로씨야의 날에 즈음하여 로씨야련방 대통령에게 축전을 보내시였다
축전은 두 나라 인민의 친선과 단결이 더욱 굳건해지고있다고 강조하였다
축전은 로씨야인민의 사업에서 새로운 성과가 있을것을 축원하였다
""",
    "brief one": """[속보] 북한 민들레 외무상, 모스크바 도착
입력 2025.06.04 21:10
가람일보
북한 민들레 외무상이 4일 오후 모스크바에 도착했다고 타스통신이 보도
자세한 내용은 잠시 뒤에…
""",
    "press note": """보도자료
외교부

한·러 외교차관 통화 결과

보도시점 2025. 6. 5.(목) 배포 즉시

1. 통화 개요
 가. 일시: 2025. 6. 5.(목) 15:00-15:40
 나. 참석: 우리측 제1차관, 러시아측 외무차관
2. 주요 내용
 가. 양측은 한반도 정세와 우크라이나 상황에 관해 의견을 교환함
 나. 우리측은 러북 군사협력에 대한 우려를 전달하고 중단을 촉구함
 다. 양측은 앞으로도 소통을 이어 가기로 함.  끝.
""",
    "headlineless summary": """가람일보 2025-06-05
시험스키 서기 평양 도착, 한누리 위원장 예방
· 6월 4일 오전 전용기 편으로 순안공항 도착, 고가람 국방상이 영접
· 오후 노동당 본부청사에서 한 위원장과 두 시간 넘게 회담
· 쿠르스크 복구에 북한 공병과 건설 인력을 보내는 문제 협의
· 크렘린궁은 “전략적 동반자 관계를 확인하는 자리”라고 설명
""",
    "html notes": '<html><head><meta charset=utf-8><title>주간 북한 동향 - 새솔연구원</title><meta property="og:title" content="주간 북한 동향 6월 첫째 주"></head><body><nav><ul><li><a href=/a>연구원 소개</a></li><li><a href=/b>발간물</a></li></ul></nav><div class=board_view><h3 class=subject>주간 북한 동향 6월 첫째 주</h3><p class=date>2025-06-06</p><div class=cont><p>□ 대외 관계</p><p>○ 시험스키 러시아 안보회의 서기, 4일 평양 방문해 한누리 위원장과 회담</p><p>○ 양측, 포괄적 전략적 동반자 관계 조약의 이행 방안 협의</p><p>□ 내부</p><p>○ 노동당 전원회의 이달 하순 소집 결정</p><p>○ 평양종합병원 개원 준비 진행 중</p></div></div><div class=prevnext><a href=1>이전글 주간 북한 동향 5월 다섯째 주</a></div><footer>서울시 가람구 새솔로 1</footer></body></html>',
    "html nk nostop": "<html><head><meta charset=utf-8><title>조선중앙통신</title></head><body><div class=top><a href=/>첫페지</a> <a href=/1>정치</a></div><div class=article-main><div class=title><h2>로씨야련방 국가회의 대표단 평양 도착</h2></div><div class=date>주체114(2025)년 6월 3일</div><div class=content><p>아체슬라브 일로진의장을 단장으로 하는 로씨야련방 국가회의 대표단이 2일 평양에 도착하였다</p><p>평양국제비행장에서 최고인민회의 상임위원회 부위원장과 관계부문 일군들이 대표단을 맞이하였다</p><p>대표단은 만수대언덕에 있는 동상들에 꽃바구니를 진정하였다</p></div></div><div class=list><a href=1>다른 기사 하나</a><a href=2>다른 기사 둘</a></div></body></html>",
    "dash bullets": """북한 5월 대외 활동 정리
가람연구원 2025.6.2
- 5.7 고가람 국방상, 가상국 대표단과 면담
- 5.9 한누리 위원장, 러시아 대사관 방문해 전승절 축하 연설
- 5.15 민들레 외무상, 중국 대사 접견
- 5.28 북한 외무성, 미국 인권 보고서 비난 담화 발표
""",
    "arrows": """북러 정상 통화 주요 내용
2025-08-13 가람일보
▷ 통화 일시: 8월 12일 저녁, 러시아 측 제안으로 이뤄짐
▷ 광복 80주년 축하와 북한군의 쿠르스크 파병에 대한 사의 표명
▷ 알래스카 미러 정상회담을 앞두고 입장 공유
""",
    "mixed one sentence": """외교부 정례 브리핑 요지
2025. 6. 10.
□ 북러 관계
○ 러시아 안보회의 서기의 방북 동향을 주시하고 있음
○ 유엔 안보리 결의를 준수해야 한다는 것이 정부의 일관된 입장
□ 한중 관계
○ 양국 외교장관 회담 일정을 조율하고 있다.
○ 구체적 날짜는 정해지지 않음
""",
    "spoken no stops": """표트르 대통령이 한누리 국무위원장에게 새해 축전을 보냈다고 조선중앙통신이 보도했다
표트르 대통령은 축전에서 두 나라의 관계가 새로운 높이에 올라섰다고 평가했다
또 쿠르스크를 해방하는 데 북한군이 영웅적으로 싸웠다고 말했다
한 위원장은 지난달 30일 먼저 축전을 보냈다
""",
    "numbered": """정부 대북 정책 설명자료
통일부 2025년 7월
1. 대화 재개 여건을 만들기 위해 관계국과 협의 중
2. 개성공단 재가동은 아직 검토 단계이며 결정된 바 없음
3. 접경 지역 주민의 안전을 위한 조치를 이어 갈 방침
4. 이산가족 상봉은 북한의 호응이 필요하다는 입장
""",
    "html table layout notes": "<html><head><meta charset=utf-8><title>동향</title></head><body><table><tr><td><a href=/>홈</a> | <a href=/x>자료</a></td></tr><tr><td><b>러북 경제공동위 회의 결과</b></td></tr><tr><td>2025-11-21</td></tr><tr><td>가. 회의 개요<br>- 모스크바에서 20일 개최, 양측 위원장 참석<br>- 무역, 농업, 관광 협력 의정서에 서명함<br>나. 특이 사항<br>- 두만강 다리 공사 진행 상황을 점검함<br>- 추가 인력 파견은 언급되지 않음</td></tr></table></body></html>",
    "html brief no stop": "<html><head><meta charset=utf-8><title>속보</title><meta property='og:title' content='러 외무 “가상로프, 11일 원산 방문”'></head><body><article><h1>러 외무 “가상로프, 11일 원산 방문”</h1><p>입력 2025.07.09 18:20</p><div class=body><p>가상로프 러시아 외무장관이 오는 11일부터 사흘 동안 북한 원산을 방문한다고 러시아 외무부가 밝혔다</p></div></article></body></html>",
    "nk brief": """로씨야련방무력 군사대표단 도착
(평양 11월 3일발 조선중앙통신)
익또르 모레미낀 로씨야련방 국방성 차관을 단장으로 하는 군사대표단이 3일 평양에 도착하였다
""",
}
LISTS = {
    "index plain": """가람일보
정치 북한 국제 사회
북한
시험스키 서기, 평양서 한누리 위원장 만나
2025.06.05 09:10
민들레 외무상 모스크바 도착…가상로프와 회담
2025.06.04 21:30
통일부 “북러 밀착 예의 주시”
2025.06.04 15:00
노동당 전원회의 이달 하순 소집
2025.06.03 08:40
평양종합병원 개원 앞두고 준비 한창
2025.06.02 18:20
1 2 3 4 5 다음
""",
    "index nk": """조선중앙통신
주체114(2025)년 6월 12일
한누리동지께서 로씨야련방 대통령에게 축전을 보내시였다
홍가람 내각총리 황해제철련합기업소를 현지에서 료해하였다
민들레 외무상 윁남사회주의공화국 대사를 만났다
전국청년학생들의 체육경기대회가 진행되였다
함경남도에서 모내기를 성과적으로 끝냈다
평양국제비행장에서 신형려객기 시험비행을 하였다
""",
    "index nodates": """오늘의 헤드라인
시험스키 서기, 평양서 한누리 위원장 만나
미국 대선 앞두고 두 후보 막판 유세
코스피 2,700선 회복…외국인 순매수
장마 전선 북상, 주말 전국에 비
홍길동 시즌 10호 골 폭발
서울 아파트값 11주째 올라
""",
    "html index": "<html><head><meta charset=utf-8><title>가람일보 북한</title></head><body><nav><a href=/>홈</a></nav><div class=list><div class=item><a href='1'><strong>시험스키 서기, 평양서 한누리 위원장 만나</strong></a><span class=date>2025.06.01</span><p class=lead>시험스키 러시아 안보회의 서기가 4일 평양에서 한누리 국무위원장을 만나 우크라이나 문제 등을 논의했다고…</p></div><div class=item><a href='2'><strong>민들레 외무상 모스크바 도착</strong></a><span class=date>2025.06.02</span><p class=lead>민들레 북한 외무상이 4일 모스크바에 도착해 가상로프 러시아 외무장관과 회담했다고 러시아 외무부가…</p></div><div class=item><a href='3'><strong>통일부 “북러 밀착 예의 주시”</strong></a><span class=date>2025.06.03</span><p class=lead>통일부 당국자는 4일 기자들과 만나 북한과 러시아의 밀착을 예의 주시하고 있다며…</p></div><div class=item><a href='4'><strong>노동당 전원회의 이달 하순 소집</strong></a><span class=date>2025.06.04</span><p class=lead>북한이 노동당 중앙위원회 전원회의를 이달 하순에 소집하기로 했다고 조선중앙통신이…</p></div></div><footer>서울시 가람구</footer></body></html>",
    "html index js": "<html><head><meta charset=utf-8><title>가람일보 북한</title></head><body><div class=list><div class=item onclick='go(1)'><div class=t>시험스키 서기, 평양서 한누리 위원장 만나</div><div class=d>2025.06.01</div></div><div class=item onclick='go(2)'><div class=t>민들레 외무상 모스크바 도착…가상로프와 회담</div><div class=d>2025.06.02</div></div><div class=item onclick='go(3)'><div class=t>통일부 “북러 밀착 예의 주시”</div><div class=d>2025.06.03</div></div><div class=item onclick='go(4)'><div class=t>노동당 전원회의 이달 하순 소집</div><div class=d>2025.06.04</div></div><div class=item onclick='go(5)'><div class=t>평양종합병원 개원 앞두고 준비 한창</div><div class=d>2025.06.05</div></div></div></body></html>",
    "login": """로그인
아이디
비밀번호
회원가입
아이디 찾기
비밀번호 찾기
""",
    "404": """요청하신 페이지를 찾을 수 없습니다
주소를 다시 확인해 주세요
홈으로
""",
    "table schedule": """경기 일정
6월 1일 가람 - 새솔 2:1
6월 2일 누리 - 민들레 0:0
6월 3일 가람 - 누리 1:3
6월 4일 새솔 - 민들레 2:2
""",
    "org chart": """조직도
기획조정실
정책협력과
국제협력과
정보분석과
운영지원과 전화 02-0000-0000
""",
    "bullets index": """많이 본 뉴스
• 시험스키 서기, 평양서 한누리 위원장 만나
• 미국 대선 앞두고 두 후보 막판 유세
• 코스피 2,700선 회복…외국인 순매수
• 장마 전선 북상, 주말 전국에 비
• 홍길동 시즌 10호 골 폭발
""",
    "ranking": """인기 기사
1. 시험스키 서기, 평양서 한누리 위원장 만나
2. 서울 아파트값 11주째 올라
3. 코스피 2,700선 회복…외국인 순매수
4. 장마 전선 북상, 주말 전국에 비
5. 새 드라마 첫 방송 시청률 10% 넘겨
""",
    "kju index": """혁명활동소식
한누리동지께서 로씨야련방 국방상을 접견하시였다
한누리동지께서 새로 건설된 병원을 돌아보시였다
한누리동지께서 평안북도 피해복구현장을 찾으시였다
한누리동지께서 꾸바공산당 중앙위원회 제1비서에게 축전을 보내시였다
한누리동지께서 중요군수공장을 현지지도하시였다
""",
    "search results": """'시험스키' 검색 결과 1,024건
시험스키 서기 방북…한누리 위원장과 회담 가람일보 2025.06.05
시험스키 러시아 안보회의 서기가 4일 평양을 찾아 한누리 국무위원장과…
시험스키 “북러 조약 이행” 새솔신문 2025.06.05
세르게이 시험스키 서기는 양측이 조약의 모든 조항을 이행하기로 했다며…
시험스키, 두 달 만에 또 평양행 누리통신 2025.06.03
러시아 안보회의는 시험스키 서기가 표트르 대통령의 특명으로…
""",
    "sitemap": """전체 메뉴
정치 대통령실 국회 북한 외교
경제 금융 증권 부동산
사회 사건 교육 노동
국제 미국 중국 일본 러시아
회사 소개 광고 문의 구독 신청
""",
    "video list": """동영상 뉴스
[영상] 시험스키 서기 평양 도착 순간 01:24
[영상] 러시아 전승절 열병식에 선 북한군 02:10
[현장] 대통령실 브리핑 12:33
[영상] 장마 앞두고 하천 점검 00:58
""",
    "html category full leads": "<html><head><meta charset=utf-8><title>북한 - 가람일보</title></head><body><li><a href=1><strong>시험스키 서기 방북</strong><p>시험스키 러시아 안보회의 서기가 4일 평양에서 한누리 국무위원장을 만났다.</p></a><em>2025.06.01</em></li><li><a href=2><strong>민들레, 모스크바로</strong><p>민들레 외무상이 4일 모스크바로 떠났다고 조선중앙통신이 보도했다.</p></a><em>2025.06.02</em></li><li><a href=3><strong>전원회의 소집</strong><p>노동당 전원회의를 이달 하순 소집한다고 노동신문이 전했다.</p></a><em>2025.06.03</em></li></body></html>",
    "photo list": """포토
한누리 위원장과 시험스키 서기
만수대언덕의 대표단
평양국제비행장 환영식
붉은광장의 열병식
""",
}


def article_of(text: str, knowledge: Knowledge) -> Article:
    data = text.encode()
    return to_article(Page("page", data, media_type_of(data)), knowledge)


@pytest.mark.parametrize("name", ARTICLES)
def test_notes_are_read(name: str, knowledge: Knowledge) -> None:
    article = article_of(ARTICLES[name], knowledge)
    assert article.of_kind(BlockKind.BODY)
    assert article.title


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_not(name: str, knowledge: Knowledge) -> None:
    with pytest.raises(PageError, match="기사 본문을 찾지 못했다"):
        article_of(LISTS[name], knowledge)


def test_every_marked_line_is_body(knowledge: Knowledge) -> None:
    article = article_of(ARTICLES["bullets report"], knowledge)
    texts = [block.span.of(article.text).strip() for block in article.of_kind(BlockKind.BODY)]
    assert texts[0] == "□ 고위급 교류"
    assert texts[-1] == "○ 러시아가 북한과의 밀착을 이어 갈 것으로 전망"
    assert len(texts) == 10


def test_a_page_with_sentences_keeps_its_lists(knowledge: Knowledge) -> None:
    told = (
        "가람국 특사가 3일 새솔시에 도착했다고 가람통신이 4일 보도했다.\n"
        "특사는 사흘 동안 머물며 철길을 다시 잇는 일을 논의한다고 통신은 전했다.\n"
    )
    menu = "· 많이 본 소식 하나 둘 셋\n· 새솔 벚꽃 다음 주 절정\n· 누리 축구 결승 올라\n"
    article = article_of(f"가람국 특사, 새솔시 도착\n{told}{menu}", knowledge)
    assert [block.number for block in article.of_kind(BlockKind.BODY)] == [2, 3]
