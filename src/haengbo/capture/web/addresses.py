"""IP addresses → whether they are public.

Comes in: an address as a resolver gives it. Invariant: an address that holds another one (IPv4 in
IPv6 of any kind) is as public as the one inside; whatever is not known to be public is not.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")


def is_public(address: Address) -> bool:
    """Whether anybody on the internet could be behind the address.

    Example:
        Neither ``10.0.0.1`` nor ``169.254.169.254`` nor ``::ffff:127.0.0.1`` is.
    """
    inner = _inner(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address carries."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or address in _COMPATIBLE:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def parsed(text: str) -> Address:
    """An address as ``getaddrinfo`` writes it, without its zone."""
    return ip_address(text.partition("%")[0])
