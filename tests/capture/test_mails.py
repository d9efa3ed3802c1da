"""Mails, mailboxes and pages saved as mails."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from capture.building import HTML, MORE, NEWS, opened, zipped
from haengbo.capture.mails import is_mail, is_mbox
from haengbo.model.page import MediaType


def mail(text: str = NEWS) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "clip@garam.example"
    message["Subject"] = "오늘의 기사"
    message["Date"] = "Sat, 02 Nov 2024 09:30:00 +0900"
    message["Message-ID"] = "<1@garam.example>"
    message.set_content(text, charset="utf-8", cte="base64")
    return message


def mhtml() -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://garam.example/1"
    message["Subject"] = "누리국 특사, 평양 도착"
    message["Date"] = "Sat, 02 Nov 2024 09:30:00 +0900"
    page = MIMEText(HTML, "html", "utf-8")
    page["Content-Location"] = "https://garam.example/1"
    frame = MIMEText("<p>광고</p>", "html", "utf-8")
    frame["Content-Location"] = "https://ads.example/"
    style = MIMEText("p {}", "css")
    for part in (page, frame, style):
        message.attach(part)
    return message.as_bytes()


def test_mhtml_is_its_page_with_address_and_time() -> None:
    pages, errors = opened("저장.mhtml", mhtml())
    (page,) = pages
    assert errors == []
    assert page.data.rstrip() == HTML.encode()
    assert (page.name, page.media_type) == ("저장.mhtml", MediaType.HTML)
    assert (page.known.url, page.captured) == ("https://garam.example/1", "2024-11-02T00:30:00Z")


def test_a_clipping_by_mail_prefers_html_and_opens_what_is_attached() -> None:
    message = mail()
    message.add_alternative(HTML, subtype="html")
    message.add_attachment(MORE.encode(), maintype="text", subtype="plain", filename="둘째.txt")
    message.add_attachment(
        zipped({"셋째.txt": NEWS + MORE}), maintype="application", subtype="zip", filename="셋.zip"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="로고.png")
    pages, errors = opened("기사.eml", message.as_bytes())
    assert errors == []
    assert [page.name for page in pages] == [
        "기사.eml",
        "기사.eml!둘째.txt",
        "기사.eml!셋.zip!셋째.txt",
    ]
    assert pages[0].media_type is MediaType.HTML
    assert pages[0].known.published is None, "when it was sent is not when it was published"


def test_a_mailbox() -> None:
    letters = (mail(NEWS + "\n\n>From now on"), mail(MORE), EmailMessage())
    box = b"".join(b"From - Sat Nov  2 09:30:00 2024\n" + one.as_bytes() + b"\n" for one in letters)
    pages, errors = opened("기사.mbox", box)
    assert [page.name for page in pages] == ["기사.mbox!0001", "기사.mbox!0002"]
    assert [error.page for error in errors] == ["기사.mbox!0003"]


@pytest.mark.parametrize(
    ("head", "expected", "why"),
    [
        ("From: 가람\r\nMIME-Version: 1.0\r\n\r\n", True, "a mail"),
        ("From: 가람통신\n제목: 특사\n\n", False, "a page that begins so"),
        ("Source: a\nDate: b\n\n", False, "no header of a program"),
        ("<html>", False, "a page"),
    ],
)
def test_what_is_a_mail(head: str, expected: bool, why: str) -> None:
    assert is_mail(head.encode()) is expected, why
    assert not is_mbox(head.encode())
