"""Guessing becomes slow, for names and for places, and is forgiven after a right answer."""

from __future__ import annotations

from haengbo.web.accounts.throttle import FREE, LONGEST, Throttle


def test_waiting_grows_and_ends() -> None:
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    for _ in range(FREE - 1):
        throttle.failed("name 가", "from 1")
        assert throttle.wait("name 가") == 0
    waits = []
    for _ in range(14):
        throttle.failed("name 가", "from 1")
        waits.append(throttle.wait("name 가"))
    assert waits == sorted(waits)
    assert waits[:3] == [1, 2, 4]
    assert waits[-1] == LONGEST
    assert throttle.wait("name 나") == 0
    assert throttle.wait("name 나", "from 1") == LONGEST, "another name from the same place waits"
    now[0] += LONGEST
    assert throttle.wait("name 가") == 0
    throttle.succeeded("name 가", "from 1")
    throttle.failed("name 가")
    assert throttle.wait("name 가") == 0
