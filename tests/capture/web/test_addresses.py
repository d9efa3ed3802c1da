"""Which addresses are public."""

from __future__ import annotations

import pytest

from haengbo.capture.web.addresses import is_public, parsed


@pytest.mark.parametrize(
    ("address", "expected", "why"),
    [
        ("8.8.8.8", True, "public"),
        ("2001:4860:4860::8888", True, "public"),
        ("127.0.0.1", False, "this machine"),
        ("127.8.8.8", False, "this machine"),
        ("0.0.0.0", False, "this machine"),  # noqa: S104 - an address, no binding
        ("10.1.2.3", False, "private"),
        ("172.16.0.1", False, "private"),
        ("192.168.0.1", False, "private"),
        ("100.64.0.1", False, "a provider's own"),
        ("169.254.169.254", False, "link-local: clouds keep keys there"),
        ("224.0.0.1", False, "multicast"),
        ("255.255.255.255", False, "broadcast"),
        ("::1", False, "this machine"),
        ("::", False, "this machine"),
        ("fe80::1%eth0", False, "link-local, with its zone"),
        ("fc00::1", False, "unique local"),
        ("::ffff:127.0.0.1", False, "IPv4 inside"),
        ("::ffff:8.8.8.8", True, "public IPv4 inside"),
        ("::127.0.0.1", False, "IPv4 inside, the old way"),
        ("64:ff9b::7f00:1", False, "IPv4 inside NAT64"),
        ("2002:7f00:1::", False, "IPv4 inside 6to4"),
        ("2002:a00:1::1", False, "private IPv4 inside 6to4"),
        ("ff02::1", False, "multicast"),
    ],
)
def test_public(address: str, expected: bool, why: str) -> None:
    assert is_public(parsed(address)) is expected, why
