"""Answers → a WARC file of this run, so that what was read can be read again.

Comes in: URL, time, answer. Goes out: one compressed record each, in
``haengbo-TIME-RANDOM.warc.gz``. Invariant: a file is written by one run only, and each record is
complete before the page is read; a run that is killed leaves at most its last record cut.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import uuid
from base64 import b32encode
from http import HTTPStatus
from pathlib import Path

from haengbo import __version__
from haengbo.capture.web.connecting import Raw
from haengbo.errors import UsageError

#: Describe the connection, not what was sent.
_OF_TRANSFER = ("transfer-encoding", "connection", "keep-alive")


class Recorder:
    """Writes answers into a folder."""

    def __init__(self, folder: Path) -> None:
        """Prepare the folder.

        Raises:
            UsageError: It cannot be made.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"만들 수 없다: {folder}: {error.strerror}") from error
        moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
        self.path = folder / f"haengbo-{moment}-{uuid.uuid4().hex[:8]}.warc.gz"

    def record(self, url: str, moment: str, raw: Raw) -> None:
        """Append one answer."""
        if not self.path.exists():
            about = f"software: haengbo/{__version__}\r\nformat: WARC File Format 1.1\r\n"
            self._append("warcinfo", moment, "application/warc-fields", about.encode())
        head = "".join(
            f"{name}: {value}\r\n" for name, value in raw.headers if name not in _OF_TRANSFER
        )
        phrase = HTTPStatus(raw.status).phrase
        content = f"HTTP/1.1 {raw.status} {phrase}\r\n{head}\r\n".encode("latin-1") + raw.body
        self._append("response", moment, "application/http; msgtype=response", content, url)

    def _append(
        self, kind: str, moment: str, media_type: str, content: bytes, url: str = ""
    ) -> None:
        digest = b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
        fields = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
            "WARC-Date": moment,
            "WARC-Target-URI": url,
            "WARC-Block-Digest": f"sha1:{digest}",
            "Content-Type": media_type,
            "Content-Length": str(len(content)),
        }
        lines = [f"{name}: {value}" for name, value in fields.items() if value]
        head = "\r\n".join(("WARC/1.1", *lines, "", "")).encode()
        with self.path.open("ab") as file:
            file.write(gzip.compress(head + content + b"\r\n\r\n"))
