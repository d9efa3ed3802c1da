"""Codings that carry a body over the web → the body itself, within a limit.

Comes in: bytes with the values of Content-Encoding and Transfer-Encoding. Goes out: the decoded
bytes. Invariant: never more than the limit is decompressed; what is not in the coding that it
declares is given as it is, since many archives keep the header of a body they have decoded.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from typing import Protocol

_GZIP = b"\x1f\x8b"
_WINDOW = 15
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


class TooLargeError(Exception):
    """The body is larger than the limit."""


class UnknownCodingError(Exception):
    """Nothing here can decode it."""


def decoded(data: bytes, codings: str, limit: int) -> bytes:
    """A body without its content codings.

    Args:
        data: As sent.
        codings: Value of Content-Encoding, the outermost last.
        limit: Bytes.

    Raises:
        TooLargeError: It is larger than the limit.
        UnknownCodingError: The coding cannot be decoded here.
    """
    for coding in reversed([part.strip().lower() for part in codings.split(",")]):
        if coding in ("", "identity", "none"):
            continue
        reader = _READERS.get(coding)
        if reader is None:
            raise UnknownCodingError(coding)
        data = reader(data, limit)
    if len(data) > limit:
        raise TooLargeError
    return data


def inflated(data: bytes, limit: int) -> bytes:
    """Gzip of one or several members; bytes that are no gzip as they are.

    Raises:
        TooLargeError: It is larger than the limit.
    """
    out = bytearray()
    rest = data
    while rest.startswith(_GZIP):
        part, rest = _inflate(rest, _WINDOW | 16, limit - len(out))
        out += part
    return bytes(out) if out else data


def _inflate(data: bytes, window: int, limit: int) -> tuple[bytes, bytes]:
    """What could be decompressed, and what stands behind it."""
    machine = zlib.decompressobj(window)
    try:
        out = machine.decompress(data, limit + 1)
    except zlib.error:
        return b"", b""
    if len(out) > limit:
        raise TooLargeError
    return out, machine.unused_data


def _deflated(data: bytes, limit: int) -> bytes:
    """Servers mean zlib by deflate, or raw deflate."""
    for window in (_WINDOW, -_WINDOW):
        out, _ = _inflate(data, window, limit)
        if out:
            return out
    return data


class _Opens(Protocol):
    def __call__(self, stream: io.BytesIO) -> _Reads: ...


class _Reads(Protocol):
    def read(self, size: int) -> bytes: ...


def _by_library(name: str) -> Callable[[bytes, int], bytes]:
    def read(data: bytes, limit: int) -> bytes:
        try:
            from fastwarc import stream_io  # noqa: PLC0415 - an optional extra
        except ModuleNotFoundError as error:
            raise UnknownCodingError(name) from error
        opens: _Opens = getattr(stream_io, name)
        try:
            out = opens(io.BytesIO(data)).read(limit + 1)
        except (OSError, ValueError):
            return data
        if len(out) > limit:
            raise TooLargeError
        return out or data

    return read


_READERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": inflated,
    "x-gzip": inflated,
    "deflate": _deflated,
    "br": _by_library("BrotliReader"),
    "zstd": _by_library("ZstdReader"),
}


def dechunked(data: bytes) -> bytes:
    r"""A body without the chunks of HTTP/1.1; what is not in chunks as it is.

    Example:
        ``b"2\r\nab\r\n0\r\n\r\n"`` is ``b"ab"``.
    """
    out, at = bytearray(), 0
    while match := _CHUNK.match(data, at):
        size = int(match[1], 16)
        if size == 0:
            return bytes(out)
        end = match.end() + size
        if end > len(data):
            break
        out += data[match.end() : end]
        at = end + (2 if data[end : end + 2] == b"\r\n" else 1)
    return data
