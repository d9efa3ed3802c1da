"""Documents (PDF, DOCX, HWPX, HWP) → text and blocks.

Press releases of ministries come so. Pure functions of the bytes; PDF and HWP need the extra
``documents``.
"""

from __future__ import annotations

from haengbo.article.documents.content import DOCUMENTS, read_document

__all__ = ["DOCUMENTS", "read_document"]
