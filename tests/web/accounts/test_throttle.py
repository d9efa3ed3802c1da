"""Guessing becomes slow, for names and for places, is forgiven, and shuts nobody else out."""

from __future__ import annotations

import pytest

from haengbo.web.accounts.throttle import FREE, FREE_NAME, LONGEST, LONGEST_NAME, Throttle, keys_of


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_waiting_grows_and_ends(clock: Clock) -> None:
    throttle, keys = Throttle(clock), keys_of("가", "192.0.2.1", known=False)
    for _ in range(FREE - 1):
        throttle.failed(*keys)
        assert throttle.wait(*keys) == 0
    waits = []
    for _ in range(14):
        throttle.failed(*keys)
        waits.append(throttle.wait(*keys))
    assert waits == sorted(waits)
    assert waits[:3] == [1, 2, 4]
    assert waits[-1] == LONGEST
    other = keys_of("나", "192.0.2.1", known=False)
    assert throttle.wait(*other) == LONGEST, "another name from the same place waits"
    clock.now += LONGEST
    assert throttle.wait(*keys) == 0


def test_nobody_shuts_somebody_else_out(clock: Clock) -> None:
    throttle = Throttle(clock)
    for number in range(200):
        throttle.failed(*keys_of("가", f"198.51.100.{number}", known=False))
    assert throttle.wait(*keys_of("가", "192.0.2.1", known=True)) == 0, "a browser of before"
    elsewhere = throttle.wait(*keys_of("가", "192.0.2.1", known=False))
    assert 0 < elsewhere <= LONGEST_NAME, "a new browser waits half a minute"
    assert throttle.wait(*keys_of("나", "192.0.2.1", known=False)) == 0
    for _ in range(FREE + 3):
        throttle.failed(*keys_of("가", "192.0.2.1", known=True))
    assert throttle.wait(*keys_of("가", "192.0.2.1", known=True)) > 0, "it is counted all the same"


def test_from_many_places_guessing_at_a_name_stays_slow(clock: Clock) -> None:
    throttle, tries = Throttle(clock), 0
    for second in range(24 * 3600):
        clock.now = float(second)
        keys = keys_of(
            "가", f"10.{second // 65536}.{second // 256 % 256}.{second % 256}", known=False
        )
        if not throttle.wait(*keys):
            throttle.failed(*keys)
            tries += 1
    assert tries <= FREE_NAME + 24 * 3600 / LONGEST_NAME + 60


def test_an_own_account_does_not_forgive_guesses_at_others(clock: Clock) -> None:
    throttle, waited = Throttle(clock), 0.0
    for _ in range(30):
        throttle.failed(*keys_of("가", "192.0.2.1", known=False))
        own = keys_of("나", "192.0.2.1", known=False)
        throttle.failed(*own)
        throttle.succeeded(*own)
        waited = max(waited, throttle.wait(*own))
        throttle.failed(*keys_of("가", "192.0.2.1", known=False))
        waited = max(waited, throttle.wait(*own))
    assert waited == LONGEST


def test_failures_are_forgotten_after_an_hour(clock: Clock) -> None:
    throttle, keys = Throttle(clock), keys_of("가", "192.0.2.1", known=False)
    for _ in range(FREE + 1):
        throttle.failed(*keys)
    clock.now += throttle.wait(*keys) + 3601
    throttle.failed(*keys)
    assert throttle.wait(*keys) == 0


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("2001:db8::1", "2001:db8::ffff", True, "one household has a whole network"),
        ("2001:db8::1", "2001:db8:0:1::1", False, "another network"),
        ("fe80::1%eth0", "fe80::2", True, "a zone is no address"),
        ("192.0.2.1", "192.0.2.2", False, "two addresses"),
        ("testclient", "testclient", True, "no address at all"),
    ],
)
def test_places(one: str, other: str, same: bool, why: str) -> None:
    assert (keys_of("가", one, known=False) == keys_of("가", other, known=False)) is same, why


def test_a_power_does_not_become_too_large(clock: Clock) -> None:
    throttle, keys = Throttle(clock), keys_of("가", "192.0.2.1", known=False)
    for _ in range(3000):
        throttle.failed(*keys)
    assert throttle.wait(*keys) == LONGEST
