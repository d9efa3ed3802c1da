"""Mail over encrypted lines and with a login, against a server of aiosmtpd on this machine."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from certificates import self_signed
from haengbo.capture.web import mailing
from haengbo.capture.web.mailing import MailServer, send
from haengbo.capture.web.posting import SendError

NAME, SECRET = "행보@annals.example", "p:@ss/wörd %"
WRONG = "falsch-geheim"
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine for these tests, signed by itself."""
    return self_signed(tmp_path_factory.mktemp("mail"))


class Box:
    """What a server got: mails, whether the line was encrypted, and what was shown at the login."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.encrypted: list[bool] = []
        self.logins: list[tuple[bytes, bytes]] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002 - the library's names
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content)
        self.encrypted.append(session.ssl is not None)
        return "250 OK"

    def authenticate(self, *given: Any) -> AuthResult:  # noqa: ANN401 - five of the library's own
        data = given[-1]
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login, data.password))
        return AuthResult(success=data.password == SECRET.encode(), handled=False)


Serving = Callable[..., Any]


@pytest.fixture
def serving() -> Serving:
    @contextmanager
    def serve(**options: Any) -> Iterator[tuple[Box, int]]:  # noqa: ANN401 - the library's own
        box = Box()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        controller = Controller(
            box, hostname="127.0.0.1", port=port, authenticator=box.authenticate, **options
        )
        controller.start()
        try:
            yield box, port
        finally:
            controller.stop()

    return serve


def inside(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whoever connects trusts the certificate."""
    context = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(ssl, "create_default_context", lambda **_: context)
    return certificate


def letter() -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@annals.example", "b@annals.example", "시험"
    mail.set_content("새 사건 하나")
    return mail


def at(port: int, **more: Any) -> MailServer:  # noqa: ANN401 - fields of the record
    return MailServer("127.0.0.1", port, **more)


def test_the_line_is_encrypted_as_soon_as_it_can_be(serving: Serving, trusted: Path) -> None:
    with serving(tls_context=inside(trusted), auth_require_tls=True) as (box, port):
        send(letter(), at(port, user=NAME, password=SECRET))
    assert box.encrypted == [True]
    assert box.logins == [(NAME.encode(), SECRET.encode())]
    assert len(box.mails) == 1


def test_a_server_that_insists_on_encryption_and_a_login(serving: Serving, trusted: Path) -> None:
    options = {"tls_context": inside(trusted), "require_starttls": True, "auth_required": True}
    with serving(**options) as (box, port):
        with pytest.raises(SendError) as refused:
            send(letter(), at(port))
        assert not refused.value.unsure
        send(letter(), at(port, user=NAME, password=SECRET))
    assert box.encrypted == [True]


def test_a_wrong_password_is_told_and_not_shown(serving: Serving, trusted: Path) -> None:
    with serving(tls_context=inside(trusted), auth_required=True) as (box, port):
        with pytest.raises(SendError) as refused:
            send(letter(), at(port, user=NAME, password=WRONG))
        assert "535" in str(refused.value)
        assert WRONG not in str(refused.value)
        assert not refused.value.unsure, "nothing was sent: the next run tells it"
    assert box.mails == []


def test_a_certificate_that_nobody_signed_ends_it(serving: Serving, certificate: Path) -> None:
    with serving(tls_context=inside(certificate)) as (box, port), pytest.raises(SendError):
        send(letter(), at(port, user=NAME, password=SECRET))
    assert box.mails == []
    assert box.logins == [], "the password was not shown"


def test_encrypted_from_its_beginning(serving: Serving, trusted: Path) -> None:
    with serving(ssl_context=inside(trusted), auth_require_tls=False) as (box, port):
        send(letter(), at(port, encrypted=True, user=NAME, password=SECRET))
    assert box.logins == [(NAME.encode(), SECRET.encode())]
    assert len(box.mails) == 1


def test_a_password_never_goes_over_an_open_line(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server elsewhere (here only by name) that offers no encryption gets no password."""
    monkeypatch.setattr(mailing, "_HERE", ())
    with serving(auth_require_tls=False) as (box, port):
        with pytest.raises(SendError, match="열린 줄"):
            send(letter(), at(port, user=NAME, password=SECRET))
        assert (box.logins, box.mails) == ([], [])
        send(letter(), at(port))
    assert box.encrypted == [False], "without a password it may go"


def test_on_this_machine_an_open_line_will_do(serving: Serving) -> None:
    with serving(auth_require_tls=False, auth_required=True) as (box, port):
        send(letter(), at(port, user="haengbo", password=SECRET))
    assert box.logins == [(b"haengbo", SECRET.encode())]


def test_a_server_without_a_login_is_told(serving: Serving) -> None:
    with serving(auth_exclude_mechanism=("LOGIN", "PLAIN"), auth_require_tls=False) as (box, port):
        with pytest.raises(SendError) as refused:
            send(letter(), at(port, user="haengbo", password=WRONG))
        assert not refused.value.unsure
    assert box.mails == []
