"""A message → a mail server that the user named.

Invariant: a password never goes over an open line, except to this machine; whoever calls learns
whether nothing was sent, or whether nobody can know.
"""

from __future__ import annotations

import smtplib
import ssl
from base64 import b64encode
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from haengbo.capture.web.posting import SendError
from haengbo.errors import UsageError

_PORTS = {"smtp": 587, "smtps": 465}
_HERE = ("localhost", "127.0.0.1", "::1")
_SECONDS = 30.0
_LOGGED_IN = 235


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who takes our mail.

    Attributes:
        host: Name or address.
        port: Port.
        encrypted: Whether the line is encrypted from its beginning; else as soon as it can be.
        user: Name to log in with, or empty.
        password: Of the user.
    """

    host: str
    port: int
    encrypted: bool = False
    user: str = ""
    password: str = ""

    @classmethod
    def parse(cls, text: str) -> MailServer:
        """A server from its address.

        Raises:
            UsageError: It is none.

        Example:
            ``MailServer.parse("smtps://name:secret@mail.example").port`` is 465.
        """
        try:
            parts = urlsplit(text)
            port = parts.port
        except ValueError as error:
            raise UsageError(f"메일 서버의 주소가 아니다: {error}") from error
        if parts.scheme not in _PORTS or not parts.hostname:
            raise UsageError("메일 서버의 주소는 smtp://이름:암호@호스트:포트 꼴이다")
        return cls(
            parts.hostname,
            port or _PORTS[parts.scheme],
            parts.scheme == "smtps",
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )


def send(message: EmailMessage, server: MailServer) -> None:
    """Hand a message over.

    Raises:
        SendError: It was not taken, with the reason.
    """
    underway = False
    try:
        with _connected(server) as line:
            underway = True
            line.send_message(message)
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        raise SendError(f"{server.host}: 받지 않는다: {error}"[:300]) from error
    except (smtplib.SMTPException, OSError) as error:
        raise SendError(f"{server.host}: {error}"[:300], unsure=underway) from error


def _connected(server: MailServer) -> smtplib.SMTP:
    """A line to the server, encrypted where it can be, logged in where it must be."""
    context = ssl.create_default_context()
    line: smtplib.SMTP
    if server.encrypted:
        line = smtplib.SMTP_SSL(server.host, server.port, timeout=_SECONDS, context=context)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
    try:
        _prepare(line, server, context)
    except BaseException:
        line.close()
        raise
    return line


def _prepare(line: smtplib.SMTP, server: MailServer, context: ssl.SSLContext) -> None:
    line.ehlo()
    safe = server.encrypted or server.host in _HERE
    if not server.encrypted and line.has_extn("starttls"):
        line.starttls(context=context)
        line.ehlo()
        safe = True
    if server.user and not safe:
        raise SendError(f"{server.host}: 암호를 열린 줄로 보내지 않는다 (smtps:// 로 적는다)")
    if server.user:
        _log_in(line, server)


def _log_in(line: smtplib.SMTP, server: MailServer) -> None:
    """Log in by RFC 4616, which alone takes names and passwords in any script."""
    if f"{server.user}{server.password}".isascii():
        line.login(server.user, server.password)
        return
    said = f"\0{server.user}\0{server.password}".encode()
    code, answer = line.docmd("AUTH", f"PLAIN {b64encode(said).decode()}")
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, answer)
