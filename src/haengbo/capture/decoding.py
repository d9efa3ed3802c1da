"""Codings that carry a body over the web → the body itself, within a limit.

Comes in: bytes with the values of Content-Encoding and Transfer-Encoding. Goes out: the decoded
bytes. Invariant: never more than the limit is decompressed; text that is not in the coding that it
declares is given as it is, since many archives keep the header of a body they have decoded; what
is neither, or breaks off, is an error that says which.
"""

from __future__ import annotations

import codecs
import io
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

_GZIP = b"\x1f\x8b"
_WINDOW = 15
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


class TooLargeError(Exception):
    """The body is larger than the limit."""


class UnknownCodingError(Exception):
    """Nothing here can decode it."""


class BrokenCodingError(UnknownCodingError):
    """It is broken, breaks off, or is in another coding than it declares."""


_CUT = "{}: 압축이 중간에 끊겼다"
_WRONG = "{}: 깨졌거나 밝힌 것과 다른 압축이다"
#: Streams that stand one behind the other; a server sends one.
_MEMBERS_MOST = 64
#: What no text holds; so much of it is looked at.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 2000
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
        BrokenCodingError: It is gzip, but broken or cut off.
    """
    out = bytearray()
    rest = data
    for _ in range(_MEMBERS_MOST):
        if not rest.startswith(_GZIP):
            return bytes(out) if rest is not data else data
        made = _inflate(rest, _WINDOW | 16, limit - len(out))
        if made is None or not made.whole:
            raise BrokenCodingError((_WRONG if made is None else _CUT).format("gzip"))
        out += made.data
        rest = made.behind
    raise BrokenCodingError(f"gzip: 이어 붙인 압축이 {_MEMBERS_MOST}개를 넘는다")


@dataclass(frozen=True, slots=True)
class _Inflated:
    """What came out of a stream.

    Attributes:
        data: Decompressed.
        behind: What stands behind the stream.
        whole: Whether its end was there.
    """

    data: bytes
    behind: bytes
    whole: bool


def _inflate(data: bytes, window: int, limit: int) -> _Inflated | None:
    """A stream decompressed; ``None`` if it is none, or broken."""
    machine = zlib.decompressobj(window)
    try:
        out = machine.decompress(data, limit + 1)
    except zlib.error:
        return None
    if len(out) > limit:
        raise TooLargeError
    return _Inflated(out, machine.unused_data, machine.eof)


def _deflated(data: bytes, limit: int) -> bytes:
    """Servers mean zlib by deflate, or raw deflate."""
    made = [_inflate(data, window, limit) for window in (_WINDOW, -_WINDOW)]
    for one in made:
        if one is not None and one.whole:
            return one.data
    cut = any(one is not None and one.data for one in made)
    return _as_it_is(data, (_CUT if cut else _WRONG).format("deflate"))


def _as_it_is(data: bytes, why: str) -> bytes:
    """Bytes that are plain text.

    Raises:
        BrokenCodingError: They are not.
    """
    if is_plain(data):
        return data
    raise BrokenCodingError(why)


def is_plain(data: bytes) -> bool:
    """Whether bytes are text that is not compressed, as far as their beginning tells."""
    head = data[:_LOOKED_AT]
    if head.startswith(_BOMS):
        return True
    if _CONTROLS.search(head):
        return False
    return head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"", b"<") or any(
        _decodes(head, name) for name in ("utf-8", "cp949")
    )


def _decodes(head: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


class _Opens(Protocol):
    def __call__(self, stream: io.BytesIO) -> _Reads: ...


class _Reads(Protocol):
    def read(self, size: int) -> bytes: ...


def _by_library(coding: str, name: str) -> Callable[[bytes, int], bytes]:
    def read(data: bytes, limit: int) -> bytes:
        try:
            from fastwarc import stream_io  # noqa: PLC0415 - an optional extra
        except ModuleNotFoundError as error:
            raise UnknownCodingError(coding) from error
        opens: _Opens = getattr(stream_io, name)
        try:
            out = opens(io.BytesIO(data)).read(limit + 1)
        except (OSError, ValueError) as error:
            cut = "incomplete" in str(error)
            return _as_it_is(data, (_CUT if cut else _WRONG).format(coding))
        if len(out) > limit:
            raise TooLargeError
        return out or (data if is_plain(data) else out)

    return read


def _gunzipped(data: bytes, limit: int) -> bytes:
    return inflated(
        data if data.startswith(_GZIP) else _as_it_is(data, _WRONG.format("gzip")), limit
    )


_READERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _deflated,
    "br": _by_library("br", "BrotliReader"),
    "zstd": _by_library("zstd", "ZstdReader"),
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
