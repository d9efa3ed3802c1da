"""A page that is told by days: what stands below a day was on it. Invented."""

from __future__ import annotations

import haengbo

PAGE = """가람나침반
한 주의 외교 (9월 11∼17일)
2017.09.18 08:30

■ 11일(월)
최선희 북한 외무상이 평양에서 왕이 중국 외교부장과 회담했다.

■ 12일(화)
왕이 중국 외교부장이 몽골을 방문했다. 왕 부장은 “바람이 좋다”고 말했다.

■ 전망
이시바 시게루 일본 총리는 한국을 방문했다.
"""


def test_what_stands_below_a_day_was_on_it() -> None:
    reading = haengbo.read(PAGE)
    days = {(e.mode, e.place or ""): e.date for e in reading.events}
    assert days[("meeting", "평양")] == "2017-09-11"
    assert days[("visit", "몽골")] == "2017-09-12"
    assert days[("visit", "한국")] is None, "another head ends the days"
    (said,) = reading.statements
    assert said.date == "2017-09-12"
