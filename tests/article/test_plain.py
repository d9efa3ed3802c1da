"""Text dumps of whole pages, line by line. T title, S subtitle, M meta, B body, C caption, F furniture.

All outlets, people and events are invented.
"""

# ruff: noqa: E501 - pages are as long as they are

from __future__ import annotations

import pytest

from haengbo.article.cues import cues_of
from haengbo.article.plain import lines_of, plain_blocks
from haengbo.knowledge import Knowledge
from haengbo.model.article import BlockKind, bare_heading
from haengbo.model.span import Span

LETTERS = {
    "T": BlockKind.TITLE,
    "S": BlockKind.SUBTITLE,
    "M": BlockKind.META,
    "B": BlockKind.BODY,
    "C": BlockKind.CAPTION,
    "F": BlockKind.BOILERPLATE,
}

DUMPS = {
    "a round-up whose first item stands behind the dateline": """
T [북녘 단신] 누리국 특사, 새솔시 도착
M 2025/05/04 09:10 송고
B (서울=가람통신) ▲ 누리국 특사가 3일 새솔시에 도착했다고 가람통신이 4일 보도했다.
B ▲ 가람국 장관이 3일 누리국 대사와 만났다고 새솔방송이 전했다.
B ▲ 가람국 악단이 2일 누리국으로 떠났다고 새솔신문이 3일 보도. (끝)
""",
    "a talk, with whoever speaks behind a mark": """
T [뉴스마당] 누리국 특사, 빈손 귀국
M 2025.05.04 17:10
B ◇진행자> 특사가 하루 먼저 돌아갔습니다. 왜 그랬을까요?
B ◆민들레> 줄 것이 없었기 때문입니다.
B ◇진행자> 네, 고맙습니다.
""",
    "a flash that prints its headline twice": """
T [속보] 누리국 특사, 새솔시 도착
M 2025.05.04 오전 07:31
B 누리국 특사, 새솔시 도착
""",
    "news printed twice by mistake, and a note to other news": """
B 누리국 특사는 3일 새솔시에 도착해 가람국 외무장관과 회담했다.<관련기사 5면>
B 특사는 회담이 끝난 뒤 두 나라를 잇는 철길을 올해 안에 새로 놓기로 뜻을 모았다고 기자들에게 밝혔다.
F 특사는 회담이 끝난 뒤 두 나라를 잇는 철길을 올해 안에 새로 놓기로 뜻을 모았다고 기자들에게 밝혔다.
M 1994-05-04 2면
""",
    "a picture's caption, printed twice, and nothing else": """
B 누리국 특사(왼쪽)가 3일 새솔시에서 가람국 장관과 악수하고 있다. AP뉴시스
F 누리국 특사(왼쪽)가 3일 새솔시에서 가람국 장관과 악수하고 있다. AP뉴시스
""",
    "a whole article on one line, its spaces lost, whose picture it is at the end": """
C ▲ 누리국 특사가 3일 새솔시를 떠났다고 가람통신이 4일 보도했다.
B 누리국 특사가 4일 가람국 장관과 만났습니다.가람국 외교부는 성명을 통해 두 나라가 새로 놓는 철길에 뜻을 모았다고 밝혔습니다.특사는 5일까지 새솔시에 머물면서 교통부 장관과 상공회의소 회장을 차례로 만나 철길 공사에 드는 비용을 어떻게 나눌지 논의할 예정이라고 가람국 외교부 당국자가 말했습니다.가람통신은 두 나라가 지난해 봄부터 세 차례 실무 회담을 열었다고 전했습니다.누리국 교통부는 공사가 끝나면 하루 두 차례 열차를 보낼 계획이라고 밝혔고 가람국은 답을 미뤘습니다.두 나라 사이의 철길은 오래전에 끊겼습니다.(사진=가람통신, 누리뉴스)
""",
    "a headline behind a mark, alone above the news": """
T ■ 누리국 특사 방문
M 2025.05.04 07:31
B 누리국 교통장관이 3일 새솔시에 도착했다고 가람국 외교부가 밝혔다.
""",
    "questions and answers, with short ones at the end": """
T 누리국 장관 “철길 협의 계속”
M 입력 2025.05.04 09:10
B 누리국 교통장관은 3일 기자들과 만나 철길 협의를 계속한다고 밝혔다. 다음은 일문일답.
B ―언제 끝나나.
B “여름까지는 끝낸다. 서두르지 않는다.”
B ―비용은.
B ▲ 반씩 낸다.
F ⓒ 새솔일보, 무단전재 및 재배포 금지
""",
    "a text printed in full, with its day and town": """
T 누리국 외무성 담화
B 누리국 외무성 부상은 4일 다음과 같은 담화를 발표하였다.
B 최근 함선들이 우리의 수역에 거듭 나타나 평화를 위협하고있다.
B 우리는 이를 끝까지 지켜볼것이다.
B 주체114(2025)년 5월 4일
B 누 리
""",
    "daily, with tools above and lists below": """
F 새솔일보
F 전체메뉴  정치  북한  경제  오피니언
F 로그인 | 회원가입 | 구독신청
F 코스피 2,901.12 ▲12.40
T 누리국 특사 “철길 곧 열린다”…가람국과 시험 운행 합의
M 입력 2025.05.04 09:10 수정 2025.05.04 11:32
M 민가람 기자
F 글자크기 조절 가 가 | 공유하기 | 댓글 7
S 석탄 협정 뒤 첫 만남
S 공사비 분담은 못 정해
C 누리국 특사(오른쪽)가 3일 평양에서 가람국 외교장관과 악수하고 있다. 가람통신 연합뉴스
B 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모았다.
B 특사는 “철길은 핏줄과 같다”고 말했다.
B 왜 지금인가?
B 석탄을 실어 나를 길이 바다밖에 없기 때문이라고 관계자들은 설명했다.
S 공사비는 누가 내나
B 공사비 이야기는 나오지 않았다. 누리국 재무부는 답변을 거절했다.
C ▲ 국경 역에 쌓인 침목. 새솔일보 자료사진
B 두 나라는 다음 달 다시 만난다.
M 민가람 기자 garam@saesol.example
F ⓒ 새솔일보, 무단전재 및 재배포 금지
F 관련기사
F 누리국 특사, 왜 지금 평양인가
F 많이 본 뉴스
F 1 내일 전국 맑음…나들이 좋은 날
F 2 누리국 축구, 가람국에 3-1 승리했다
""",
    "list of links in the middle of the news": """
T 가람국 총리, 누리국 방문…“곡물 더 사겠다”
M 2025-03-02 14:20 | 한누리 기자
B 가람국 총리가 2일 누리국을 찾아 곡물을 더 사들이겠다고 밝혔다.
F 관련기사
F 곡물값 석 달째 내림세
F 총리의 사흘
B 총리는 이날 대통령궁에서 열린 회담에서 곡물 수입량을 두 배로 늘리는 방안을 내놓았다고 대변인이 전했다.
F ☞ 총리 일정 한눈에 보기
B 누리국 대통령은 이를 반겼다고 누리통신이 보도했다.
F 댓글 2
F 나무꾼 곡물값이 또 오르겠구나 하는 생각이 먼저 들었다.
""",
    "broadcaster, polite style": """
F 홈 > 뉴스 > 국제
T [이 시각 세계] 가람국·누리국 “철길 잇기로”
M 입력 2025-05-04 12:03 | 수정 2025-05-04 12:05
F 기사 주소가 복사되었습니다.
B 가람국 외교장관이 평양에서 누리국 특사를 만나 철길을 다시 잇기로 했다고 가람통신이 보도했습니다.
B 특사는 "올해 안에 첫 열차가 달릴 것"이라며 두 나라의 협력이 더 넓어질 것이라고 말했습니다.
B 두 사람은 공사비를 누가 댈지는 밝히지 않았습니다.
F 이 기사 어땠나요?
F 좋아요 3 화나요 0
F 당신의 의견을 남겨 주세요.
""",
    "broadcaster, its text twice": """
T 누리국 특사 새솔시 도착 / YTN
F [앵커]
B 누리국 특사가 오늘 낮 배를 타고 새솔시 항구에 도착했습니다.
B 특사는 사흘 동안 머물면서 철길 문제를 논의할 예정입니다.
F ⓒ YTN 무단전재 금지
F 누리국 특사가 오늘 낮 배를 타고 새솔시 항구에 도착했습니다.
""",
    "broadcaster, short lines of who opens the programme": """
F 가람방송 대한뉴스 월~금요일 19시 30분
T 두 나라, 고위급회담···공동보도문 발표
M 방송일 : 2025.05.04 재생시간 : 03:15
M 홍가람 앵커>
B 오늘 새솔시에선 두 나라 회담이 열렸습니다.
B 철길을 다시 이을 방안을 논의하기 위해선데요.
M 민나래 앵커>
B 자세한 소식, 취재기자 연결해 알아봅니다.
M 도아라 기자>
B 네, 철길을 다시 이을 방안을 논의하기 위한 두 나라 회담이 새솔시 평화의집에서 열렸는데요.
B 두 나라가 공동보도문을 발표했습니다.
B 먼저, 두 나라는 철길을 다시 잇기 위한 착공식을 다음 달 말에 진행하기로 했습니다.
""",
    "portal, with an automatic summary": """
T 누리국 특사 "철길 곧 열린다"
M 민가람 기자 2025. 5. 4. 09:10
F 자동요약
F 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모았다.
F 음성재생 설정
F 글자크기 설정
B (서울=새솔통신) 민가람 기자 = 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모았다.
B 공사비를 누가 댈지는 아직 정해지지 않았다고 외교부 당국자가 말했다.
M garam@saesol.example
F Copyright © 새솔통신. All rights reserved.
F - "오늘 저녁 뭐 먹지" 고민 끝
""",
    "northern agency": """
F 보도 | 사진 | 동영상 | 찾기
T 가람국 외교부문 일군이 누리국 특사를 만났다
M 주체114(2025)년 5월 4일 일요일
B (평양 5월 4일발 조선중앙통신) 외교부문 일군이 3일 평양에서 누리국 대통령특사를 만나 담화를 하였다.
C (사진) 담화에 앞서 기념사진을 찍는 쌍방
C 누리국 특사일행과 담화하시는 국가수반동지
B 담화는 친선적인 분위기속에서 진행되였다.
F (끝)
F 이전기사 다음기사 목록
""",
    "northern letter with signature": """
T 누리국 대통령에게 축전을 보내였다
M 주체114(2025)년 5월 9일
B 가람국 국가수반이 누리국 대통령에게 축전을 보내였다. 축전은 다음과 같다.
B 누리국 대통령각하
B 나는 당신과 귀국 인민에게 열렬한 축하를 보냅니다.
B 당신의 건강을 축원합니다.
B 가람국 국가수반
B 2025년 5월 9일 평양
F (끝)
""",
    "board that reprints": """
F 홈 > 자료실 > 언론보도
T 누리국 특사, 가람국 외교장관 만나…“철길 다시 잇는다” (2025. 5. 4.)
F 페이지 정보
M 작성자 운영자 작성일25-05-06 10:02 조회31회
F 본문
T 누리국 특사, 가람국 외교장관 만나…“철길 다시 잇는다”
M   •  민가람 기자
M   •  승인 2025.05.04 09:10
S “올해 안에 첫 열차”
C 가람국 외교장관과 누리국 특사의 회담 [사진-가람신문]
C 가람국 외교장관과 누리국 특사의 회담 [사진-가람신문]
B 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길을 다시 잇기로 했다고 가람신문이 보도했다.
B 신문은 두 사람이 시험 운행에도 뜻을 모았다고 전했다.
F 목록
F 댓글목록
F 등록된 댓글이 없습니다.
""",
    "markdown dump": """
F [본문 바로가기](#content)
T # 누리국 특사 “철길 곧 열린다”…시험 운행 합의
M 2025.05.04 09:10
C ![누리국 특사가 3일 평양에서 손을 흔들고 있다. [가람통신=뉴스1]](https://img.saesol.example/2025/05/04/p1.jpg)
B 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모았다.
S ## 공사비는 누가 내나
B 공사비 이야기는 나오지 않았다고 누리국 재무부 관계자가 전했다.
F * [관련기사: 석탄 협정이 남긴 것](https://saesol.example/1)
""",
    "analysis with section marks": """
T [깊이 읽기] 철길 하나에 걸린 세 나라의 셈법
M 한누리 선임기자 | 2025.05.10 06:00
B [새솔일보=한누리 선임기자] 누리국과 가람국이 철길을 다시 잇기로 하면서 셋째 나라의 셈법도 복잡해졌다.
S ▌ “석탄 다음은 곡물”
B 전문가들은 석탄 다음에 곡물이 오갈 것으로 내다봤다.
S ■ 바다냐 뭍이냐
B 바닷길은 겨울이면 언다. 그래서 두 나라는 뭍길을 바란다.
F - [알림] 깊이 읽기 연재를 책으로 묶었습니다
F - 석탄 협정 그 뒤…항구에 쌓인 검은 산
""",
    "hard-wrapped paragraphs": """
T 누리국·가람국 철길 합의
M 2025-05-04
B 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모으고 공사비를
B 나누어 내는 방안을 앞으로 더 이야기하기로 했다고 가람통신이 4일 보도했다.
B 특사는 회담 뒤 기자들에게 “올해 안에 첫 열차가 달릴 것”이라고 말했다고 통신이 덧붙여
B 전했다.
""",
    "tab title, list of headlines above": """
T 누리국 특사 “철길 곧 열린다”…시험 운행 합의 - 새솔일보
F 본문 바로가기
F 주요뉴스
F 누리국 특사 방문에 철길 주변 들썩
F 가람국, 철길 예산 두 배로
M 2025년 5월 4일 (일)
F 국제 > 유라시아
T 누리국 특사 “철길 곧 열린다”…시험 운행 합의
M 민가람 기자 입력 2025.05.04 09:10
F https://saesol.example/news/20250504
B 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모았다.
B 공사비를 누가 댈지는 정하지 않았다고 누리국 재무부 관계자가 전했다.
M 민가람 기자
F 국제부에서 유라시아를 맡고 있습니다.
F 구독
F 총 3개의 댓글
F 철길이 다시 이어진다니 정말 꿈만 같은 일이다.
""",
    "northern paper with its reporter": """
F 로동신문
T 철길건설장을 찾아서
M 2025년 5월 4일 일요일 3면
B 누리국의 철길건설장에서는 지금 수많은 건설자들이 충성의 구슬땀을 바쳐가고있다.
B 우리가 찾은 곳은 강기슭의 작업장이였다. 작업반장은 《기일을 앞당기겠다》고 말하였다.
M 본사기자 리가람
F 이전호 지난호보기
""",
    "the medium over its menu, a photograph with a sign among the news": """
F 누리통신 한국어
F 누리국 | 한반도 | 세계 | 과학
T 누리국 특사, 평양서 장관과 회담…“철길 열린다”
S 총리도 만나…대통령 인사 전달
M 19:40 04.05.2025 (수정: 21:05 04.05.2025)
B 평양, 5월 4일 – 누리통신. 누리국 특사가 4일 평양에서 가람국 외교장관과 회담했다고 누리국 외무부가 전했다.
C 4일 항구에서 악수하는 특사(왼쪽)와 장관 © 누리국 외무부 텔레그램
B 특사는 총리도 예방했다고 외무부가 덧붙였다.
F © 누리통신
F 텔레그램 채널 구독하기
""",
    "agency with photographs": """
T 누리국 특사, 가람국 총리 예방…“곡물 더 사겠다”
M (서울=새솔통신) | 2025-05-04 09:10 송고 | 2025-05-04 11:00 최종수정
C 누리국 특사가 3일 총리 공관에 들어서고 있다. 2025.5.3/새솔통신 ⓒ News1 한누리 기자
B (서울=새솔통신) 민가람 기자 = 누리국 특사가 3일 가람국 총리를 만나 곡물을 더 사겠다고 말했다.
C (평양 조선중앙통신=연합뉴스) 누리국 특사가 웃고 있다. 2025.5.3 [국내에서만 사용가능]
B 총리는 이를 반기며 값을 깎아 주겠다고 답했다고 총리실이 전했다.
C [모스크바=AP/뉴시스] 지난달 모스크바에서 만난 두 사람. 2025.04.02.
B 두 사람은 다음 달 다시 만난다.
M garam@saesol.example
F <저작권자 © 새솔통신, 무단전재 및 재배포 금지>
""",
    "page of a widespread news system, whole": """
F 상단영역
M 2025년 05월 04일 (일)
F 로그인회원가입
F 검색어를 입력하세요
F 전체메뉴 버튼
F 뉴스 브리핑
F Feature
F instagram naverpost twitter 카카오톡 채널 youtube
F  매체소개 기사제보
F 본문영역
F 이전 기사
F 새솔일보
T 누리국 특사 "철길 곧 열린다"…가람국과 시험 운행 합의
F SNS 기사보내기
F SNS 기사보내기페이스북(으)로 기사보내기 트위터(으)로 기사보내기 카카오톡(으)로 기사보내기
F 다음 기사
F 스크롤 이동 상태바
F 현재위치
F  홈국제국제일반
F 바로가기 본문 글씨 줄이기 본문 글씨 키우기
T 누리국 특사 "철길 곧 열린다"…가람국과 시험 운행 합의
M 기자명 민가람 기자   입력 2025.05.04 09:10  수정 2025.05.05 05:57  댓글 0  좋아요 1
F SNS 기사보내기
F SNS 기사보내기페이스북(으)로 기사보내기 트위터(으)로 기사보내기 새솔일보 유튜브
C (사진=누리국 대통령실)
C (사진=누리국 대통령실)
B 누리국 특사가 3일 평양에서 가람국 외교장관을 만나 철길 시험 운행에 뜻을 모았다.
B 특사는 "올해 안에 첫 열차가 달릴 것"이라고 말했다.
C 국경 역에 쌓인 침목 (사진=새솔일보)
C 국경 역에 쌓인 침목 (사진=새솔일보)
B 공사비를 누가 댈지는 정하지 않았다고 누리국 재무부 관계자가 전했다.
M 민가람 기자 garam@saesol.example
F 1
F 키워드 관련기사
F 석탄 수송 협정이 남긴 것..."항구마다 검은 산"
F [5월1주] '다시 철길로'...두 나라의 셈법
F Copyright © '길을 여는 신문' 새솔일보 (http://www.saesol.example)
F 무단전재 및 재배포 금지
F 기사제보 및 보도자료 news@saesol.example
F 키워드Tags #누리국 #철길
F 민가람 기자
F garam@saesol.example
F  다른기사 보기
F 기사 댓글 0
""",
    "press release": """
F 보도자료
M 배포일시 2025. 5. 4.(일)
T 외교장관, 누리국 특사 면담
B □ 외교장관은 5월 3일 누리국 특사를 만나 철길을 다시 잇는 방안을 두 시간 남짓 논의하였습니다.
B ○ 장관은 시험 운행을 지지한다고 하였으며, 특사는 이에 거듭 고마움을 나타냈습니다.
B □ 양측은 다음 달 가람국의 수도에서 실무협의를 열어 공사비 문제를 다루기로 하였습니다. 끝.
""",
    "nothing but a picture": """
T [포토] 손 흔드는 누리국 특사
M 입력 2025.05.04 09:10
B 누리국 특사가 3일 평양 공항에서 손을 흔들고 있다. 2025.5.3/새솔통신
F 글씨키우기
""",
    "interview": """
T [인터뷰] “철길은 두 나라를 잇는 핏줄”
S 누리국 철도청장 한가람
M 2025.05.04 06:00
B 누리국 철도청장을 3일 평양의 한 호텔에서 만나 철길 이야기를 들었다. 그는 웃으며 말문을 열었다.
B -첫 열차는 언제 달리나.
B “올해 안에 달린다. 눈이 오기 전이다.”
B -돈은 누가 내나.
B “아직 정하지 않았다. 두 나라가 나누어 낼 것이다.”
M 민가람 기자
""",
    "wiki": """
T == 누리국 특사, 평양 도착 ==
M 【2025년 5월 4일】
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔다.
S === 이웃의 반응 ===
B 가람국 정부는 두 나라가 가까워지는 것을 반긴다고 4일 밝혔다.
F == 출처 ==
F * 새솔일보, 「누리국 특사」, 2025년 5월 4일.
F [[분류:누리국]]
""",
    "headline with a particle at its end": """
T 누리국 특사 평양에 도착, 철길 회담도
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔다.
B 두 나라는 철길을 다시 잇는 방안을 논의한다고 한다.
""",
    "questions and answers that nothing announces": """
T 가람부 "누리국, 제의에 무응답"
M 가람신문 2025.05.04 11:48
B 가람부 대변인은 4일 청사에서 누리국이 회담 제의에 답하지 않았다고 밝혔다.
B ―회담은 무산된 것으로 봐도 되나.
B ▲"오늘 열리기는 어렵다. 그러나 제의는 살아 있다."
B ―연락할 길은 있나.
B ▲"없다. 전화가 끊긴 뒤로 지금까지 답이 없다."
""",
    "a page of a paper, and a wire's name behind the last sentence": """
F 가람일보 1997-06-18 (수) 2면 종합
T 누리국 특사 평양에 도착, 철길 회담도
C 평양에 도착한 누리국 특사 (평양 가람통신=누리뉴스) [국내에서만 사용가능]
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔다.
B 가람국과 누리국은 1960년 8월 수교했으며 서로 대사관을 두고 있다./연합
F 이메일 프린트 글자확대 글자축소
""",
    "whose picture it is, alone between a broadcaster's paragraphs": """
T 누리국 특사 평양에 도착, 철길 회담도
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔습니다.
B 특사는 닷새 동안 머물며 끊긴 철길을 잇는 일을 두고 회담할 예정입니다.
C 평양 AP=연합뉴스
B 외무부는 두 나라가 철길을 다시 이을 때가 왔다고 말했습니다.
F (영상 다시보기) 페이스북 트위터
""",
    "translated news in two styles": """
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔다.
B 특사는 회담을 위한 길을 닦으려고 어제 가람국을 떠났습니다.
B 누리국 외무부는 특사가 비행장에 내리는 모습이 담긴 사진을 함께 내보냈다.
B 특사의 이번 방문은 두 나라가 철길을 다시 이은 지 한 달 만에 이뤄졌습니다.
""",
    "a wire with its day behind the last sentence": """
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔다.
B 가람국과 누리국은 1960년 8월 수교했으며 서로 대사관을 두고 있다고 전했다. (연합2000/10/10)
F 관련기사
""",
    "who wrote it, whence and at what minute, in words of the page's own": """
T 누리국 특사 평양에 도착, 철길 회담도
M 편집/기자: [ 한가람 ] 원고래원: [ 새솔통신 ] 발표시간: [ 2025-05-04 10:12:40 ]
B 누리국 특사가 4일 평양에 도착했다고 누리국 외무부가 밝혔다.
B 가람국과 누리국은 1960년 8월 수교했으며 서로 대사관을 두고 있다고 전했다.
""",
    "news alone": """
B 최 외무상은 3일 모스크바에 도착했다. 회담은 4일 열린다.
""",
}  # fmt: skip


def parsed(dump: str) -> tuple[str, list[BlockKind]]:
    lines = [line for line in dump.strip("\n").split("\n") if line]
    return "\n\n".join(line[2:] for line in lines), [LETTERS[line[0]] for line in lines]


@pytest.mark.parametrize("name", DUMPS)
def test_every_line_has_its_kind(name: str, knowledge: Knowledge) -> None:
    text, expected = parsed(DUMPS[name])
    blocks = plain_blocks(text, cues_of(knowledge))
    wrong = [
        f"{block.kind} ({block.rule}), not {kind}: {block.span.of(text)}"
        for block, kind in zip(blocks, expected, strict=True)
        if block.kind is not kind
    ]
    assert wrong == []


def test_the_headline_of_a_wiki_has_no_marks() -> None:
    assert bare_heading("== 특사, 평양 도착 ==") == "특사, 평양 도착"
    assert bare_heading("특사, 평양 도착[편집]") == "특사, 평양 도착"
    assert bare_heading("1 + 1 = 2") == "1 + 1 = 2"


def test_lines_are_counted_at_line_feeds_and_spans_leave_carriage_returns() -> None:
    assert lines_of("가\r\n\r\n 나 \n\n") == [(1, Span(0, 1)), (3, Span(5, 8))]


def test_other_separators_do_not_count_lines() -> None:
    assert [number for number, _ in lines_of("가\u2028나\x0c다\n라")] == [1, 2]


def test_an_empty_text_has_no_lines(knowledge: Knowledge) -> None:
    assert plain_blocks("", cues_of(knowledge)) == ()
