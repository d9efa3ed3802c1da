"""Passwords → salted scrypt hashes, and back to yes or no. Secrets of cookies and tokens → hashes.

Invariant: nothing that opens a door is stored; a hash of the ledger cannot be turned back into it.
A random secret of 256 bits needs no slow hash, a password that a person chose does.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from haengbo.errors import UsageError

#: Cost, block size and parallelism of scrypt: 16 MB and about 50 ms a try.
_N, _R, _P = 2**14, 8, 1
_MEMORY = 64 * 1024 * 1024
_SALT, _LENGTH = 16, 32
SHORTEST = 10
LONGEST = 200


def hashed(password: str) -> str:
    """A password as it may be stored: ``scrypt$n$r$p$salt$hash``.

    Raises:
        UsageError: It is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"비밀번호는 {SHORTEST}자에서 {LONGEST}자까지다")
    salt = secrets.token_bytes(_SALT)
    return "$".join(
        ("scrypt", str(_N), str(_R), str(_P), _text(salt), _text(_scrypt(password, salt, _N)))
    )


def matches(password: str, stored: str) -> bool:
    """Whether a password is the one that was stored; takes as long for any answer."""
    try:
        _, n, _r, _p, salt, wanted = stored.split("$")
        given = _scrypt(password[:LONGEST], base64.b64decode(salt), int(n))
        return hmac.compare_digest(given, base64.b64decode(wanted))
    except ValueError:
        return False


#: Compared with where there is no such account, so that the answer takes as long.
NOBODY = f"scrypt${_N}${_R}${_P}${base64.b64encode(bytes(_SALT)).decode()}${'A' * 43}="


def _scrypt(password: str, salt: bytes, n: int) -> bytes:
    return hashlib.scrypt(
        password.encode(), salt=salt, n=n, r=_R, p=_P, maxmem=_MEMORY, dklen=_LENGTH
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def new_secret(prefix: str = "") -> str:
    """A secret that nobody guesses; a token's prefix tells where it belongs."""
    return prefix + secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """A random secret as it may be stored."""
    return hashlib.sha256(secret.encode()).hexdigest()
