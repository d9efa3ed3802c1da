"""PDF → paragraphs.

Comes in: bytes. Goes out: paragraphs as they are set: lines of a block, joined where the typesetter
broke them; the largest letters are the headline. Invariant: what has no letters (scanned), letters
that nobody can name, or a password, is refused with the reason; nothing is unpacked beyond the
limit.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from haengbo.article.documents.columns import Box, in_columns
from haengbo.article.documents.paragraphs import Paragraph, Style, UnreadableError, on_one_line

PAGES_MOST = 100
_UNPACKED_MOST = 300_000_000
_STREAM = re.compile(rb"stream\r?\n")
_HANGUL = re.compile("[가-힣]")
_UNNAMED = re.compile(r"\(cid:\d+\)|\ufffd")
_UNNAMED_MOST = 0.1
#: Begins a paragraph of a press release.
_BULLET = re.compile(r"(?:[□■○●◇◆◦ㅇ▸▷▶※☐❍*·•-]|\d{1,2}[.)]|[가-하][.)]|[①-⑳])\s*\S")
#: A line that begins with this belongs to the word before it; a number to its unit.
_CLOSES = re.compile(r"[.,?!:;%”’」』》)\]]")
_NUMBER = re.compile(r"\d$")
_UNIT = re.compile(r"[년월일시분초명개건차회대호위만천백억조여]")
_LETTERED = re.compile(r"[가-하][.)]")
_ENDED = re.compile(r"[.?!][\"'”’)]?$")
_PAGE_NUMBER = re.compile(r"(?<![-–—\s])[-–—\s]*\d{1,3}(?:\s?/\s?\d{1,3})?[-–—\s]*")
#: Letters so much larger than the text's are a headline's.
_LARGER = 1.25
_SHORT = 0.75
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line.

    Attributes:
        text: Stripped.
        size: Of its letters.
        left: Of its first letter.
        right: Of its last letter.
        middle: Height on the page.
    """

    text: str
    size: float
    left: float
    right: float
    middle: float


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of a paragraph and where it stands; ``flow``: the column that it ends in."""

    page: int
    block: int
    flow: int
    lines: tuple[_Line, ...]

    def goes_on(self, flow: int, line: _Line) -> bool:
        """Whether a line at the head of the next column or page goes on with it."""
        last = self.lines[-1]
        return (
            flow == self.flow + 1
            and not _ENDED.search(last.text)
            and (not _BULLET.match(line.text) or bool(_LETTERED.match(line.text)))
            and abs(last.size - line.size) <= 1
        )


def pdf_paragraphs(data: bytes, join: Callable[[Sequence[str]], str]) -> Iterator[Paragraph]:
    """Paragraphs of a PDF.

    Args:
        data: Its bytes.
        join: Puts the lines of a paragraph on one line, with a space only where words met.

    Raises:
        UnreadableError: It is broken, encrypted, scanned, or its letters have no names.
        ModuleNotFoundError: The extra is not installed.
    """
    if _unpacked_size(data) > _UNPACKED_MOST:
        raise UnreadableError("안에 든 것이 너무 크다")
    pages = list(_pages(data))
    lines = [line for page in pages for block in page for line in block]
    _check(" ".join(line.text for line in lines))
    usual = _usual(lines)
    largest = max(line.size for block in pages[0] for line in block) if pages[0] else 0.0
    titled = largest >= _LARGER * usual
    for part in _over_pages(pages):
        title = titled and part.page == 1 and part.lines[0].size >= largest - 0.5
        text = on_one_line(join(_surely_joined([line.text for line in part.lines]))).strip()
        if not text:
            continue
        source = f"page{part.page}/block{part.block}"
        yield Paragraph(text, source, Style.TITLE if title else None)


def _surely_joined(lines: Sequence[str]) -> list[str]:
    """Lines of which those that certainly go on in one word are one already."""
    out: list[str] = []
    for line in lines:
        if out and (_CLOSES.match(line) or (_NUMBER.search(out[-1]) and _UNIT.match(line))):
            out[-1] += line
        else:
            out.append(line)
    return out


def _over_pages(pages: Sequence[Sequence[list[_Line]]]) -> Iterator[_Part]:
    """Paragraphs of all pages; what the foot of a column cuts goes on at the head of the next."""
    open_part: _Part | None = None
    for part in _parts_of(pages):
        if open_part is not None and open_part.goes_on(part.flow, part.lines[0]):
            lines = (*open_part.lines, *part.lines)
            open_part = _Part(open_part.page, open_part.block, part.flow, lines)
            continue
        if open_part is not None:
            yield open_part
        open_part = part
    if open_part is not None:
        yield open_part


def _parts_of(pages: Sequence[Sequence[list[_Line]]]) -> Iterator[_Part]:
    """What stands together in one column, column by column."""
    flow = 0
    for number, page in enumerate(pages, 1):
        index = 0
        for column in _columns(page):
            flow += 1
            for block in _in_rows(column):
                index += 1
                for lines in _paragraphs(block):
                    if len(lines) > 1 or not _PAGE_NUMBER.fullmatch(lines[0].text):
                        yield _Part(number, index, flow, tuple(lines))


def _columns(page: Sequence[list[_Line]]) -> Iterator[list[list[_Line]]]:
    boxes = [
        Box(
            index,
            min(line.left for line in block),
            max(line.right for line in block),
            block[0].middle,
            len(block),
        )
        for index, block in enumerate(page)
    ]
    for group in in_columns(boxes):
        yield [page[box.index] for box in group]


def _check(text: str) -> None:
    if not text.strip():
        raise UnreadableError("글자가 없는 PDF이다(그림으로 된 문서)")
    unnamed = len(_UNNAMED.findall(text))
    letters = len(_HANGUL.findall(text))
    if unnamed > max(_UNNAMED_MOST * letters, 2) or not letters:
        raise UnreadableError("글자를 알아볼 수 없는 PDF이다(글꼴에 글자 이름이 없다)")


def _unpacked_size(data: bytes) -> int:
    """How large the packed parts are, as far as the limit."""
    total = 0
    for match in _STREAM.finditer(data):
        machine = zlib.decompressobj()
        try:
            total += len(machine.decompress(data[match.end() :], _UNPACKED_MOST - total + 1))
        except zlib.error:
            continue
        if total > _UNPACKED_MOST:
            break
    return total


def _pages(data: bytes) -> Iterator[list[list[_Line]]]:
    """Blocks of lines of each page."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - an optional extra
    from pdfminer.layout import LAParams, LTTextBox  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect  # noqa: PLC0415
    from pdfminer.psexceptions import PSException  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        for page in extract_pages(io.BytesIO(data), maxpages=PAGES_MOST, laparams=LAParams()):
            boxes = [box for box in page if isinstance(box, LTTextBox)]
            yield [found for box in boxes if (found := [*map(_line, box)]) and found[0].text]
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise UnreadableError("암호가 걸린 PDF이다") from error
    except (PSException, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise UnreadableError("PDF로 읽히지 않는다") from error
    except (RecursionError, AssertionError, zlib.error, OverflowError) as error:
        raise UnreadableError("PDF로 읽히지 않는다") from error


def written(text: str) -> str:
    """What a file and a ledger can take: no halves of surrogate pairs, which broken fonts name."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _line(line: Any) -> _Line:  # noqa: ANN401 - a line of the library's
    sizes = [char.size for char in line if hasattr(char, "size")]
    left, bottom, right, top = line.bbox
    text = " ".join(written(line.get_text()).split())
    return _Line(text, max(sizes, default=0.0), left, right, (bottom + top) / 2)


def _usual(lines: Sequence[_Line]) -> float:
    """The size in which most of the text is set."""
    weights: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: (weights[size], -size), default=0.0)


def _in_rows(page: Sequence[list[_Line]]) -> Iterator[list[_Line]]:
    """Blocks from top to bottom; short blocks of one line at one height are one row of a table."""
    ordered = sorted(page, key=lambda block: (-block[0].middle, block[0].left))
    row: list[_Line] = []
    for block in ordered:
        if (
            row
            and len(block) == 1
            and abs(block[0].middle - row[0].middle) < _SAME_LINE * row[0].size
        ):
            row.append(block[0])
            continue
        yield from _as_row(row)
        row = []
        if len(block) == 1:
            row = [block[0]]
        else:
            yield block
    yield from _as_row(row)


def _as_row(row: Sequence[_Line]) -> Iterator[list[_Line]]:
    if row:
        ordered = sorted(row, key=lambda line: line.left)
        text = " ".join(line.text for line in ordered)
        size = max(line.size for line in ordered)
        yield [_Line(text, size, ordered[0].left, ordered[-1].right, ordered[0].middle)]


def _paragraphs(block: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong together: until a bullet, another size, or a short line that ends."""
    right = max(line.right for line in block)
    left = min(line.left for line in block)
    part: list[_Line] = []
    for line in block:
        if part and _parts(part[-1], line, left + _SHORT * (right - left)):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _parts(before: _Line, line: _Line, short: float) -> bool:
    """Whether a paragraph ends between two lines."""
    if abs(before.size - line.size) > 1:
        return True
    ended = bool(_ENDED.search(before.text))
    if _BULLET.match(line.text):
        # “… 나눴|다. 회담에는 …” is no point 다 of a list
        return ended or before.right < short or not _LETTERED.match(line.text)
    return before.right < short and ended
