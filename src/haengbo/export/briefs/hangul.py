"""A document → HWPX, the open format of the Hangul word processor (KS X 6101, OWPML).

Written by hand, so that the same document gives the same bytes: a ZIP of one header with the
styles, one section with the text, and the pictures. Lengths are HWPUNIT, 1/7200 inch. The tests
hold it against the schema of the standard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from haengbo.export.briefs.archive import packed
from haengbo.export.briefs.document import Document
from haengbo.export.briefs.figures import Figure
from haengbo.export.briefs.lettering import font_of
from haengbo.export.briefs.raster import SCALE, png

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>'
_HANCOM = "http://www.hancom.co.kr"
#: The word processor wants all of these declared, whether used or not.
_SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("ha", f"{_HANCOM}/hwpml/2011/app"),
        ("hp", f"{_HANCOM}/hwpml/2011/paragraph"),
        ("hp10", f"{_HANCOM}/hwpml/2016/paragraph"),
        ("hs", f"{_HANCOM}/hwpml/2011/section"),
        ("hc", f"{_HANCOM}/hwpml/2011/core"),
        ("hh", f"{_HANCOM}/hwpml/2011/head"),
        ("hhs", f"{_HANCOM}/hwpml/2011/history"),
        ("hm", f"{_HANCOM}/hwpml/2011/master-page"),
        ("hpf", f"{_HANCOM}/schema/2011/hpf"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("opf", "http://www.idpf.org/2007/opf/"),
        ("ooxmlchart", f"{_HANCOM}/hwpml/2016/ooxmlchart"),
        ("hwpunitchar", f"{_HANCOM}/hwpml/2016/HwpUnitChar"),
        ("epub", "http://www.idpf.org/2007/ops"),
        ("config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
    )
)
_LANGS = ("HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER")
_FACE = "함초롬돋움"
_POINT = 100
_PAGE, _TEXT = (59528, 84188), 42520
_MIME = "application/hwp+zip"


@dataclass(frozen=True, slots=True)
class _Style:
    """A style: its Korean and English name, size in points, bold, indent and spaces in points."""

    name: str
    english: str
    size: float
    left: int
    hang: int
    before: int
    after: int
    bold: bool = False


_KINDS = ("note", "title", "heading", "subheading", "line", "figure", "reference")
_STYLES = (
    _Style("바탕글", "Normal", 10, 0, 0, 0, 4),
    _Style("제목", "Title", 17, 0, 0, 0, 10, bold=True),
    _Style("개요 1", "Outline 1", 13, 0, 0, 14, 4, bold=True),
    _Style("개요 2", "Outline 2", 11, 0, 0, 8, 2, bold=True),
    _Style("본문", "Body", 10, 10, 10, 0, 1),
    _Style("캡션", "Caption", 9, 0, 0, 0, 8),
    _Style("미주", "Endnote", 8, 18, 18, 0, 1),
)


def hwpx(document: Document) -> bytes:
    """A Hangul document with headings, lines, pictures and references.

    Raises:
        UsageError: The extra ``briefs`` is not installed.
    """
    font = font_of(document.letters)
    figures = [block.figure for block in document.blocks if block.figure is not None]
    pictures = [(f"image{n}", png(figure, font)) for n, figure in enumerate(figures, 1)]
    names = [name for name, _ in pictures]
    files = [
        ("mimetype", _MIME.encode()),
        ("version.xml", _VERSION.encode()),
        ("Contents/header.xml", _header().encode()),
        ("Contents/section0.xml", "".join(_section(document)).encode()),
        *((f"BinData/{name}.png", data) for name, data in pictures),
        ("settings.xml", _SETTINGS.encode()),
        ("Preview/PrvText.txt", _preview(document).encode("utf-8")),
        ("META-INF/container.xml", _CONTAINER.encode()),
        ("META-INF/manifest.xml", _MANIFEST.encode()),
        ("Contents/content.hpf", _package(document, names).encode()),
    ]
    return packed(files, stored=frozenset({"mimetype"}))


_VERSION = (
    f'{_HEAD}<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" '
    'tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="0" buildNumber="1" os="1" '
    'xmlVersion="1.4" application="haengbo" appVersion="1, 0, 0, 0"/>'
)
_SETTINGS = (
    f'{_HEAD}<ha:HWPApplicationSetting xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app">'
    '<ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>'
)
_CONTAINER = (
    f'{_HEAD}<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<ocf:rootfiles><ocf:rootfile full-path="Contents/content.hpf" '
    'media-type="application/hwpml-package+xml"/><ocf:rootfile full-path="Preview/PrvText.txt" '
    'media-type="text/plain"/></ocf:rootfiles></ocf:container>'
)
_MANIFEST = f'{_HEAD}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def _package(document: Document, pictures: list[str]) -> str:
    items = "".join(
        f'<opf:item id="{name}" href="BinData/{name}.png" media-type="image/png" isEmbeded="1"/>'
        for name in pictures
    )
    return (
        f'{_HEAD}<opf:package xmlns:opf="http://www.idpf.org/2007/opf/" version="" '
        'unique-identifier="" id=""><opf:metadata>'
        f"<opf:title>{escape(document.title)}</opf:title>"
        f"<opf:language>{document.lang}</opf:language>"
        '<opf:meta name="creator" content="text">haengbo</opf:meta></opf:metadata><opf:manifest>'
        '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
        f"{items}"
        '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/>'
        '<opf:item id="settings" href="settings.xml" media-type="application/xml"/>'
        '<opf:item id="version" href="version.xml" media-type="application/xml"/>'
        '</opf:manifest><opf:spine><opf:itemref idref="header" linear="yes"/>'
        '<opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>'
    )


def _header() -> str:
    fonts = "".join(
        f'<hh:fontface lang="{lang}" fontCnt="1"><hh:font id="0" face="{_FACE}" type="TTF" '
        'isEmbedded="0"/></hh:fontface>'
        for lang in _LANGS
    )
    parts = (
        ("fontfaces", len(_LANGS), fonts),
        ("borderFills", 1, _border()),
        ("charProperties", len(_STYLES), "".join(map(_letters, range(len(_STYLES))))),
        ("tabProperties", 1, '<hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/>'),
        ("paraProperties", len(_STYLES), "".join(map(_paragraph, range(len(_STYLES))))),
        ("styles", len(_STYLES), "".join(map(_named, range(len(_STYLES))))),
    )
    lists = "".join(f'<hh:{tag} itemCnt="{n}">{inner}</hh:{tag}>' for tag, n, inner in parts)
    return (
        f'{_HEAD}<hh:head {_SPACES} version="1.4" secCnt="1"><hh:beginNum page="1" footnote="1" '
        'endnote="1" pic="1" tbl="1" equation="1"/>'
        f"<hh:refList>{lists}</hh:refList>"
        '<hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/>'
        '</hh:compatibleDocument><hh:docOption><hh:linkinfo path="" pageInherit="0" '
        'footnoteInherit="0"/></hh:docOption></hh:head>'
    )


def _border() -> str:
    sides = "".join(
        f'<hh:{side} type="NONE" width="0.1 mm" color="#000000"/>'
        for side in ("leftBorder", "rightBorder", "topBorder", "bottomBorder")
    )
    return (
        '<hh:borderFill id="1" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">'
        '<hh:slash type="NONE" Crooked="0" isCounter="0"/>'
        f'<hh:backSlash type="NONE" Crooked="0" isCounter="0"/>{sides}</hh:borderFill>'
    )


def _each(value: int) -> str:
    return " ".join(f'{lang.lower()}="{value}"' for lang in _LANGS)


def _letters(number: int) -> str:
    style = _STYLES[number]
    bold = "<hh:bold/>" if style.bold else ""
    return (
        f'<hh:charPr id="{number}" height="{round(style.size * _POINT)}" textColor="#000000" '
        'shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="1">'
        f"<hh:fontRef {_each(0)}/><hh:ratio {_each(100)}/><hh:spacing {_each(0)}/>"
        f"<hh:relSz {_each(100)}/><hh:offset {_each(0)}/>{bold}</hh:charPr>"
    )


def _paragraph(number: int) -> str:
    style = _STYLES[number]
    sizes = (
        *(("intent", -style.hang), ("left", style.left), ("right", 0)),
        *(("prev", style.before), ("next", style.after)),
    )
    margin = "".join(f'<hc:{tag} value="{n * _POINT}" unit="HWPUNIT"/>' for tag, n in sizes)
    return (
        f'<hh:paraPr id="{number}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="1" '
        'suppressLineNumbers="0" checked="0"><hh:align horizontal="LEFT" vertical="BASELINE"/>'
        '<hh:heading type="NONE" idRef="0" level="0"/><hh:breakSetting breakLatinWord="KEEP_WORD" '
        'breakNonLatinWord="KEEP_WORD" widowOrphan="0" keepWithNext="0" keepLines="0" '
        'pageBreakBefore="0" lineWrap="BREAK"/><hh:autoSpacing eAsianEng="0" eAsianNum="0"/>'
        f"<hh:margin>{margin}</hh:margin>"
        '<hh:lineSpacing type="PERCENT" value="150" unit="HWPUNIT"/>'
        '<hh:border borderFillIDRef="1" offsetLeft="0" offsetRight="0" offsetTop="0" '
        'offsetBottom="0" connect="0" ignoreMargin="0"/></hh:paraPr>'
    )


def _named(number: int) -> str:
    style = _STYLES[number]
    return (
        f'<hh:style id="{number}" type="PARA" name="{style.name}" engName="{style.english}" '
        f'paraPrIDRef="{number}" charPrIDRef="{number}" nextStyleIDRef="{number}" langID="1042" '
        'lockForm="0"/>'
    )


def _section(document: Document) -> Iterator[str]:
    yield f"{_HEAD}<hs:sec {_SPACES}>"
    yield _p(0, "title", f"{_PAGE_SETUP}{_t(document.title)}")
    at = picture = 0
    for at, block in enumerate(document.blocks, 1):
        mark = "– " if block.kind == "line" else ""
        inner = _t(mark + block.text + block.marks)
        if block.figure is not None:
            picture += 1
            inner = _picture(block.figure, picture) + inner
        yield _p(at, block.kind, inner)
    yield _p(at + 1, "heading", _t(document.heading))
    for number, reference in enumerate(document.references, at + 2):
        yield _p(number, "reference", _t(reference))
    yield "</hs:sec>"


def _p(number: int, kind: str, inner: str) -> str:
    style = _KINDS.index(kind)
    return (
        f'<hp:p id="{number}" paraPrIDRef="{style}" styleIDRef="{style}" pageBreak="0" '
        f'columnBreak="0" merged="0"><hp:run charPrIDRef="{style}">{inner}</hp:run></hp:p>'
    )


def _t(text: str) -> str:
    return f"<hp:t>{escape(text)}</hp:t>"


_PAGE_SETUP = (
    '<hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" '
    'tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="0" memoShapeIDRef="0" '
    'textVerticalWidthHead="0" masterPageCnt="0"><hp:grid lineGrid="0" charGrid="0" '
    'wonggojiFormat="0"/><hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>'
    '<hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" '
    'border="SHOW_ALL" fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" '
    'showLineNumber="0"/><hp:lineNumberShape restartType="0" countBy="0" distance="0" '
    f'startNumber="0"/><hp:pagePr landscape="WIDELY" width="{_PAGE[0]}" height="{_PAGE[1]}" '
    'gutterType="LEFT_ONLY"><hp:margin header="4252" footer="4252" gutter="0" left="8504" '
    'right="8504" top="5668" bottom="4252"/></hp:pagePr></hp:secPr>'
)


def _picture(figure: Figure, number: int) -> str:
    """A picture in the line, as wide as it is drawn but no wider than the text."""
    width = min(figure.width * _POINT, _TEXT)
    height = round(figure.height * width / figure.width)
    # 75 HWPUNIT to a pixel
    pixels = (figure.width * SCALE * 75, figure.height * SCALE * 75)
    same = 'e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"'
    corners = ((0, 0), (width, 0), (width, height), (0, height))
    points = "".join(f'<hc:pt{n} x="{x}" y="{y}"/>' for n, (x, y) in enumerate(corners))
    none = 'left="0" right="0" top="0" bottom="0"'
    return (
        f'<hp:pic id="{number}" zOrder="{number}" numberingType="PICTURE" '
        'textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" href="" '
        f'groupLevel="0" instid="{number}" reverse="0"><hp:offset x="0" y="0"/>'
        f'<hp:orgSz width="{width}" height="{height}"/><hp:curSz width="{width}" '
        f'height="{height}"/><hp:flip horizontal="0" vertical="0"/><hp:rotationInfo angle="0" '
        f'centerX="{width // 2}" centerY="{height // 2}" rotateimage="1"/><hp:renderingInfo>'
        f"<hc:transMatrix {same}/><hc:scaMatrix {same}/><hc:rotMatrix {same}/></hp:renderingInfo>"
        f"<hp:imgRect>{points}</hp:imgRect>"
        f'<hp:imgClip left="0" right="{pixels[0]}" top="0" bottom="{pixels[1]}"/>'
        f'<hp:inMargin {none}/><hp:imgDim dimwidth="{pixels[0]}" dimheight="{pixels[1]}"/>'
        f'<hc:img binaryItemIDRef="image{number}" bright="0" contrast="0" effect="REAL_PIC" '
        'alpha="0"/><hp:effects/>'
        f'<hp:sz width="{width}" widthRelTo="ABSOLUTE" height="{height}" '
        'heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="1" affectLSpacing="0" '
        'flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" '
        'horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/>'
        f"<hp:outMargin {none}/></hp:pic>"
    )


def _preview(document: Document) -> str:
    lines = (document.title, *(block.text + block.marks for block in document.blocks))
    return "\r\n".join(lines)[:1000]
