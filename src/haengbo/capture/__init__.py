"""Files, tables, archives, mails and standard input → ``Page``: bytes, media type, whence.

The only room with access to files from outside and (later) the network. Invariant: bytes are kept
as captured; one bad page is one ``PageError`` among the pages, never the end of the run.
"""

from __future__ import annotations

from haengbo.capture.detect import media_type_of
from haengbo.capture.items import Wishes
from haengbo.capture.sources import collect

__all__ = ["Wishes", "collect", "media_type_of"]
