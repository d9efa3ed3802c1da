"""One request to one address → its answer.

Comes in: a URL and headers. Goes out: status, headers and raw body. Invariants: the name is
resolved once, every address it has is checked, and the connection goes to a checked address, so
that no second answer of the resolver counts; no proxy is used; the whole answer ends before the
deadline, however slowly it drips; no more bytes than the limit are taken.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import httpcore2
import httpx2

from haengbo.capture.web.addresses import Address, parsed
from haengbo.capture.web.policy import FetchError, Policy

Headers = tuple[tuple[str, str], ...]
_FAMILIES = (socket.AF_INET, socket.AF_INET6)


@dataclass(frozen=True, slots=True)
class Raw:
    """An answer as it was sent, freed of chunks only.

    Attributes:
        status: HTTP status.
        headers: Names in lower case.
        body: In its content coding.
    """

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that name, or nothing."""
        return next((value for key, value in self.headers if key == name), "")


@lru_cache(maxsize=1)
def _certificates() -> ssl.SSLContext:
    """Whom to trust: loading it takes longer than an answer."""
    return httpx2.create_ssl_context(trust_env=False)


def ask(
    url: httpx2.URL,
    headers: Iterable[tuple[str, str]],
    policy: Policy,
    content: bytes | None = None,
) -> Raw:
    """Send one request: GET, or POST where there is something to send.

    Raises:
        FetchError: No answer came, it is too large, or its address is not to be asked.
    """
    backend = _Backend(policy, policy.clock() + policy.deadline)
    times = dict.fromkeys(("connect", "read", "write", "pool"), policy.timeout)
    sent = [("Host", url.netloc.decode("ascii")), *headers]
    try:
        with (
            httpcore2.ConnectionPool(
                ssl_context=_certificates() if url.scheme == "https" else None,
                max_connections=1,
                network_backend=backend,
            ) as pool,
            pool.stream(
                "GET" if content is None else "POST",
                str(url.copy_with(fragment=None)),
                headers=sent,
                content=content,
                extensions={"timeout": times},
            ) as response,
        ):
            named = tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1"))
                for name, value in response.headers
            )
            return Raw(response.status, named, _body(response.iter_stream(), policy.limit))
    except httpcore2.TimeoutException as error:
        raise FetchError("대답이 너무 오래 걸린다", passing=True) from error
    except (httpcore2.NetworkError, ssl.SSLError, OSError) as error:
        raise FetchError(f"이어지지 않는다: {error}"[:200], passing=True) from error
    except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise FetchError(f"HTTP로 읽히지 않는 대답이다: {error}"[:200], passing=True) from error


def _body(parts: Iterator[bytes], limit: int) -> bytes:
    body = bytearray()
    for part in parts:
        body += part
        if len(body) > limit:
            raise FetchError(f"너무 큰 대답이다({limit // 1_000_000} MB를 넘는다)")
    return bytes(body)


class _Backend(httpcore2.NetworkBackend):
    """Connects to checked addresses only, and only until the deadline."""

    def __init__(self, policy: Policy, end: float) -> None:
        self._policy = policy
        self._end = end
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,  # noqa: ANN401 - the library's own type
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of the host that answers."""
        last: Exception | None = None
        for address in resolved(host, port, self._policy):
            try:
                stream = self._plain.connect_tcp(
                    str(address), port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return _Stream(stream, self._policy, self._end)
        raise last or httpcore2.ConnectError("no address")


def resolved(host: str, port: int, policy: Policy) -> list[Address]:
    """Addresses of a host, all permitted.

    Raises:
        FetchError: It has none, or one of them is not permitted.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"그런 호스트를 찾지 못했다: {host}", passing=True) from error
    texts = dict.fromkeys(str(info[4][0]) for info in found if info[0] in _FAMILIES)
    addresses = [parsed(text) for text in texts]
    refused = next((one for one in addresses if not policy.permits(one)), None)
    if refused is not None:
        raise FetchError(f"공개된 주소가 아니다: {host} ({refused})")
    return addresses


class _Stream(httpcore2.NetworkStream):
    """A connection that ends at the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, policy: Policy, end: float) -> None:
        self._stream = stream
        self._policy = policy
        self._end = end

    def _left(self, timeout: float | None) -> float:
        left = self._end - self._policy.clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("deadline")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read some bytes."""
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all bytes."""
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Encrypt the connection."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return _Stream(stream, self._policy, self._end)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - the library's own type
        """What the library asks of a connection."""
        return self._stream.get_extra_info(info)
