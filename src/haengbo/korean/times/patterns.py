"""Regular expressions for time expressions, each a part that ``scan`` puts together.

All are linear: no repetition inside a repetition over the same letters. Figures are ASCII; full
width ones are folded before (``scan.half_width``).
"""

from __future__ import annotations

import re

from haengbo.korean.times.arithmetic import WEEKDAYS
from haengbo.korean.times.words import alternation, standing_behind

#: A word may begin here.
START = re.compile(r"(?<![가-힣0-9A-Za-z])(?<![0-9][.,~∼～〜–-])(?=[0-9'’‘가-힣])")
#: What may stand behind an expression: nothing of a word, or a particle.
CLOSED = re.compile(
    r"(?=$|[^가-힣0-9A-Za-z]|에|부터|까지|의|은|는|이|가|을|를|도|과|와|로|으로|만|엔|께|쯤|경|처럼"
    r"|보다|들어|인|자(?![가-힣])|발|부(?:로|터|\s)|현재|마다|무렵|중|안|내|때|당시|전후|였|임)"
)
#: 28일방콕에서, 21일두 나라는: old pages leave the blank out behind a day in figures.
JOINED = re.compile(
    rf"(?=(?:{standing_behind('place')})(?:에|을\s|를\s|으로|로\s|의\s|\s)|(?:{standing_behind('who')})(?:[은는이가과와의]\s|\s))"
)
DIRECTION = re.compile(
    # 지난5일, 오는11일: old pages leave the blank out
    r"(?P<last>지난\s(?!달|해\s|주|오늘)|지난(?=봄|여름|가을|겨울|[0-9]{1,2}[일월]))"
    r"|(?P<next>(?:오는|다가오는|돌아오는)(?:\s(?!주)|(?=[0-9]{1,2}[일월])))|(?P<this>이번\s(?!주|달))"
)
#: Behind these syllables, of particles and endings, begins another phrase.
_BEFORE_YEAR = "은는이가을를과와에의도서고며로나자때난께,"
#: What stands behind a number of years.
_LENGTHS = (
    r"만|간|동안|째|전|뒤|후|넘|이상|이하|가까이|남짓|가량|세월|역사|내내|안팎|정도|내에|안에|사이|묵은"
    r"|이래|이후 처음"
)
YEAR = re.compile(
    r"(?P<four>(?:18|19|20)[0-9]{2})\s?년(?P<decade>대)?"
    # ’92년, and 92년 4월 without the mark; 50년 by itself is mostly how long
    r"|(?:['’‘]|(?=[4-9][0-9]\s?년\s?(?:1[0-2]|[1-9])월))(?P<two>[0-9]{2})\s?년"
    # 지난 94년 합의: of the last century; 지난 50년, 지난 94년간 is how long
    # so is 지난 64년 특사 이후 처음, which says since when
    rf"|(?<=지난\s)(?P<past>[89][0-9]|[4-7][0-9](?=년\s[^.,]{{1,20}}?\s이후\s처음))년(?=\s(?!{_LENGTHS}))"
    # 북한은 98년 쏘았다: not 수교 50년, 50년 만에; whether the page is old enough, its reader asks
    rf"|(?<![^{_BEFORE_YEAR}]\s)(?P<short>[4-9][0-9])년(?=\s(?!{_LENGTHS}))"
    r"|주체\s?(?P<juche>[0-9]{1,3})\s?(?:\(\s?(?P<of>[0-9]{4})\s?\)\s?)?년"
    rf"|(?P<word>{alternation('year')})"
)
MONTH = re.compile(
    rf"(?P<number>1[0-2]|0?[1-9])\s?월(?!\s?(?:{standing_behind('month')}))|(?P<word>{alternation('month')})"
)
#: 5월1일경기장, 9월9일거리: the day is the name of what stands there.
_NO_NAME = f"(?!(?:{standing_behind('day')}))"
DAY = re.compile(
    rf"(?P<number>3[01]|[12][0-9]|0?[1-9])\s?일{_NO_NAME}|(?P<last>마지막\s?날|말일)"
    rf"|(?P<word>{alternation('day')})(?!(?<=[오금][늘일])(?:에도\s|에 이르))"
)
WEEK = re.compile(rf"(?P<word>{alternation('week')})")
WEEKDAY = re.compile(rf"(?P<day>[{WEEKDAYS}])요일")
SEASON = r"봄|여름|가을|겨울"
YEAR_PART = re.compile(
    rf"\s?(?P<part>상반기|하반기|상반년|하반년|전반기|후반기|[1-4]분기|연말|연초|{SEASON}|초반|중반|후반|초|말|안|내)"
)
MONTH_PART = re.compile(r"\s?(?P<part>초중순|중하순|초순|상순|중순|하순|초반|중반|후반|초|말)")
WEEK_PART = re.compile(r"\s?(?P<part>초반|중반|후반|초|말)")
#: A part of the year without its year.
ALONE = re.compile(
    r"(?P<part>연말|연초|연내|상반기|하반기|[1-4]분기)"
    rf"|(?P<season>{SEASON})(?=이 (?:되|오|가기)|부터|까지|께|쯤|에(?!서)|\s전에"
    r"|\s(?:작황|수확|추수|파종|농사|농번기|안에|중에))"
)
ALONE_PARTS = {"연초": "초", "연내": "안"}
PLACE = (
    r"(?:(?:미|미국|중|러)\s)?(?:현지|한국|미국|(?:미\s?)?[동서]부|모스크바|평양|중국|일본|우크라이나"
    r"|뉴욕|워싱턴|베이징|도쿄|서울|제네바|런던|베를린|하노이|싱가포르|베트남|유럽|중부유럽|그리니치)"
    r"\s?(?:시간|시각|기준)"
)
HOURS = (
    r"(?:늦은\s|이른\s)?(?:오전|오후|상오|하오|새벽|아침|저녁|한밤|밤|한낮|낮|정오|자정|점심|심야)"
)
CLOCK = re.compile(
    rf"(?:\s?\((?:(?:이하\s?)?{PLACE}(?:\s?기준)?|[{WEEKDAYS}](?:요일)?)\))?"
    rf"(?:\s?{HOURS}(?:\s?[0-9]{{1,2}}시(?!간)(?:\s?[0-9]{{1,2}}분)?)?"
    r"(?=$|[^가-힣]|에|부터|까지|의|은|는|이|께|경|쯤|늦게|일찍|사이|[과와을]\s)"
    r"|\s[0-9]{1,2}시(?!간)(?:\s?[0-9]{1,2}분)?)?"
    rf"(?:\s?\({PLACE}\))?"
)
HOUR_ALONE = re.compile(rf"(?:이어\s)?(?P<hour>{HOURS})(?=에는\s|엔\s)")
DASH = re.compile(r"\s?[~∼～〜–—‑-]\s?")
FROM = re.compile(r"\s?(?:부터|에서)\s")
#: 15.16일 열린: old pages part two days by a point; 1.2일간 is a length.
_POINT = r"\.(?=[0-9]{1,2}일(?:에?\s|$))"
LEFT = re.compile(
    rf"(?<!평균\s)(?P<a>[0-9]{{1,4}})\s?(?:[~∼～〜–—‑-]|(?P<list>[·ㆍ∙,]|{_POINT}))\s?"
    r"(?=(?P<b>[0-9]{1,4})\s?(?P<unit>[년월일]))"
)
#: 오늘(28일)까지: the figure may stand behind the word.
UNTIL = re.compile(r"(?:\(\d{1,2}일\))?\s?(?:까지|(?P<between>사이))")
#: 12일부터 16일 사이: the second of two days, no number of days.
#: So is 14일 in 오는 12~14일 사이; 2~3일 사이 is how long.
FROM_BEFORE = re.compile(
    r"[0-9월일](?:부터|에서)\s$|(?:(?:월|지난|오는)\s?[0-9]{1,2}|[^0-9][1-3][0-9])[~∼～〜–-]\s?$"
)
FROM_REACH = 9
BETWEEN = re.compile(r"\s?사이")
FULL = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})\s?(?P<s>[./-])\s?(?P<m>1[0-2]|0?[1-9])\s?(?P=s)\s?"
    r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    r"|(?P<m3>1[0-2]|[1-9])[·ㆍ](?P<d3>3[01]|[12][0-9]|[1-9])(?=에\s|에는\s|까지\s|부터\s|\s?전후)"
    r"|['’‘](?P<y2>[0-9]{2})\.\s?(?P<m2>1[0-2]|0?[1-9])\.\s?(?P<d2>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
#: ○ 1.26. 외무상, …; ▲1/26(월) …: at the head of an entry, and nowhere else, is it a day.
ENTRY_MARKS = frozenset("▲△▶▷■□◆◇○●◎ㅇ•·*-")
ENTRY_DAY = re.compile(
    r"(?P<m>1[0-2]|0?[1-9])(?P<s>[./])\s?(?P<d>3[01]|[12][0-9]|0?[1-9])"
    r"(?:[~∼～〜–-](?:(?P<m_end>1[0-2]|0?[1-9])[./])?(?P<d_end>3[01]|[12][0-9]|0?[1-9])(?![0-9]))?"
    rf"(?:(?P<sure>\.(?![0-9])|(?=\s?\([{WEEKDAYS}](?:요일)?\))|(?=\s?[=:]\s))|(?=\s[가-힣]))"
)
#: 장관은 7.26.(금) …, 7.24(수)∼26(금): wherever a weekday follows; (9.12, 만수대의사당), (9.13∼18):
#: where parentheses hold the day of a note.
_DAY = r"(?P<m>1[0-2]|0?[1-9])[./]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])\.?"
_DAY_END = r"[~∼～〜–-]\s?(?:(?P<m_end>1[0-2]|0?[1-9])[./]\s?)?(?P<d_end>3[01]|[12][0-9]|0?[1-9])"
_WEEKDAY_BEHIND = rf"\s?\([{WEEKDAYS}](?:요일)?\)"
WEEKDAY_DAY = re.compile(
    rf"(?<![0-9./]){_DAY}(?={_WEEKDAY_BEHIND})"
    rf"(?:{_WEEKDAY_BEHIND}\s?{_DAY_END}(?=\.?{_WEEKDAY_BEHIND}))?"
)
#: 회담(12.13∼16)에서: more days than one, wherever a word stands before the parentheses.
NOTED_DAYS = re.compile(rf"(?<=[가-힣]\(){_DAY}{_DAY_END}\.?(?=\)|,\s?[가-힣])")
NOTED_DAY = re.compile(rf"(?<=\(){_DAY}(?:{_DAY_END}\.?)?(?=\)|,\s?[가-힣])")
#: ▲ 2018.9 = 정상회담, ▲ 2019.2.27∼28 = …: year and month, or more days than one, at its head.
ENTRY_MONTH = re.compile(r"(?P<y>(?:19|20)[0-9]{2})\.\s?(?P<m>1[0-2]|0?[1-9])\.?(?=\s?[=:]\s)")
FULL_END = re.compile(
    r"[~∼～〜–-](?:(?P<m>1[0-2]|0?[1-9])[./]\s?)?(?P<d>3[01]|[12][0-9]|0?[1-9])(?=\.?\s?[=:]\s|\.?\s[가-힣])"
)
#: How far before a figure its entry may have begun.
ENTRY_REACH = 6
LISTED_YEAR = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?=[·ㆍ∙,]\s?(?:(?:19|20)[0-9]{2}[·ㆍ∙,]\s?){0,6}(?:19|20)[0-9]{2}년)"
)
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]]+")
#: Behind a bare day: it counts days, it does not name one.
COUNTS_DAYS = re.compile(
    r"(?:간|째|짜리|치|당)|\s?(?:동안|연속|정도|가량|남짓|이내|넘게|만기|휴전|시한|무비자|일정|연휴|작전|사이|평균"
    r"|안에|내에|뒤|후(?![가-힣])|전에|만에)"
    # 5일 간의 방문, 5일 간 머물렀다; not 5일 간 것으로
    r"|\s간(?=의\s|에\s걸쳐|\s(?:머물|머무|체류|묵|열리|열렸|진행|계속|이어|실시|협의|회의))"
    r"|\s(?:새|차)(?![가-힣])|\s?\([^()]{0,6}평균|(?:이|로|씩)?\s(?:늘어|늘었|늘린|줄어|줄었|줄인)"
)
THESE_DAYS = re.compile(r"의\s|도\s|에\s(?:와|이르)|\s우리")
SUFFIX = re.compile(
    r"\s?만(?P<since>)(?=$|[^가-힣]|에|의|이|인|입니다|으로)"
    # 30일 전까지 떠나야 한다: before that day, not so many days ago
    r"|\s?전(?P<ago>)(?!까지\s[^.,“”\"]{0,30}?야\s?[하한])(?=$|[^가-힣]|에|엔|의|부터|까지|보다|인|입니다|이|만|과|쯤|께)"
    r"|\s?(?:뒤|후)(?P<later>)(?=$|[^가-힣]|에|의|인|엔|면|로|쯤|께|부터)"
    r"|\s?안(?P<within>)(?=$|[^가-힣]|에|으로)"
    r"|\s앞선(?P<ago2>)(?=\s[0-9])"
)
#: 10월 첫째 주: which week that is, is counted in more than one way.
WEEK_OF_MONTH = re.compile(
    r"(?:의)?\s(?:첫|둘|셋|넷|다섯|마지막|[1-5])\s?(?:째|번째)?\s?(?:주|[월화수목금토일]요일)"
)
CONDITION = re.compile(r"(?<!따르)면\s$")
#: 공사가 시작된 지 1년 뒤: counted from something that happened, not from now.
SINCE_EVENT = re.compile(r"[가-힣]\s지\s(?:약\s|불과\s)?$")
#: 위원장이 방문하기 두 달 전: counted back from what the clause tells, not from now.
BEFORE_EVENT = re.compile(r"기\s(?:약\s|불과\s|바로\s|꼭\s)?$")
#: 닷새 안에 떠나라고, 한 달 안에 답해 달라고: what somebody is told to do within a term.
TERM_SET = re.compile(
    r"(?:에|으로)?\s[^.,“”\"‘’]{0,30}?(?:(?<![이니])라(?:고|는|며)\s|달라|도록\s)"
)
#: Terms of treaties and notices are told in so many days (60일 안에).
COUNTED_TERM = 30
#: 단 [하루만]: no more than that.
ONLY = re.compile(r"(?<![가-힣])단\s$")
#: 취임 후 [일주일 만에], not 3월 21일 이후.
AFTER_EVENT = re.compile(r"[가-힣](?<![일월년달])\s(?:후|이후)\s(?:약\s|불과\s|단\s)?$")
DATED = re.compile(r"[0-9](?:일|월|년)|지난|작년|올해|어제|전날|오늘")
DATED_DAY = re.compile(r"[0-9]\s?(?:일|월)|[이전그]날|어제|오늘|이튿날|지난[달주]")
SPENT = re.compile(r"(?:\s?(?P<long>간|동안|사이))?(?=$|[^가-힣]|의|은|을|에)")
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
CENTURY = 1900
JUCHE = 1911
