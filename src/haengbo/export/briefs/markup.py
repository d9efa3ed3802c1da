"""A document → Markdown, HTML and JSON; they open without anything else.

Where the extra ``briefs`` is installed the page brings the letters that it prints, for machines
without a Korean font; elsewhere it takes the fonts of the machine.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from html import escape

from haengbo.errors import UsageError
from haengbo.export.briefs.document import Block, Document
from haengbo.export.briefs.figures import svg
from haengbo.export.briefs.lettering import NAME, font_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_STYLE = """
:root{color-scheme:light}
body{max-width:46rem;margin:2.5rem auto;padding:0 1.25rem;background:#fff;color:#1B1C1F;
font:1rem/1.65 Pretendard,haengbo-brief,'Noto Sans KR','Malgun Gothic',sans-serif}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 1rem}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid #DAD7CE}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
p.note,figcaption,ol{color:#505257;font-size:.9rem}
ul{list-style:none;margin:.3rem 0;padding:0}
li{margin:.25rem 0;padding-left:1rem;text-indent:-1rem}
ol li{text-indent:0;padding-left:0;overflow-wrap:anywhere}
figure{margin:1.2rem 0}
svg{width:100%;height:auto}
a.ref{color:#505257;font-size:.85em;text-decoration:none}
@media print{body{margin:0;max-width:none}a{color:inherit}}
""".strip().replace("\n", "")


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def json_text(document: Document) -> str:
    """The blocks with the numbers of their references, for programs."""
    blocks = [
        {
            "kind": block.kind,
            "text": block.text,
            "refs": list(block.refs),
            **({"rows": [list(row) for row in block.figure.rows]} if block.figure else {}),
        }
        for block in document.blocks
    ]
    record = {
        "title": document.title,
        "lang": document.lang,
        "blocks": blocks,
        "references": list(document.references),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def markdown(document: Document) -> str:
    """CommonMark; pictures are their counts as a table, so that the text stands alone."""
    return "\n".join(_markdown(document)) + "\n"


def _markdown(document: Document) -> Iterator[str]:
    yield f"# {_plain(document.title)}"
    before = ""
    for block in document.blocks:
        if block.kind != "line" or before != "line":
            yield ""
        yield from _markdown_block(block)
        before = block.kind
    yield from ("", f"## {_plain(document.heading)}", "")
    for reference in document.references:
        number, _, said = reference.partition(" ")
        yield f"{number} {_plain(said)}  "


def _markdown_block(block: Block) -> Iterator[str]:
    text = _plain(block.text)
    if block.figure is not None:
        yield from (text, "", "| | n |", "|---|---:|")
        yield from (f"| {_plain(name)} | {n} |" for name, n in block.figure.rows)
    elif block.kind == "heading":
        yield f"## {text}"
    elif block.kind == "subheading":
        yield f"### {text}"
    elif block.kind == "line":
        yield f"- {text}{block.marks}"
    else:
        yield text


def _face(document: Document) -> str:
    """The letters of the page as a font inside its style, if they can be cut."""
    try:
        data = base64.b64encode(font_of(document.letters)).decode()
    except UsageError:
        return ""
    return f"@font-face{{font-family:{NAME};src:url(data:font/ttf;base64,{data})}}"


def html(document: Document) -> str:
    """One page with its style and pictures inside; references are links."""
    return "\n".join(_html(document)) + "\n"


def _html(document: Document) -> Iterator[str]:
    title = escape(document.title)
    yield f'<!doctype html>\n<html lang="{document.lang}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    style = _face(document) + _STYLE
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    inside = False
    for block in document.blocks:
        if inside and block.kind != "line":
            yield "</ul>"
        if not inside and block.kind == "line":
            yield "<ul>"
        inside = block.kind == "line"
        yield _html_block(block)
    if inside:
        yield "</ul>"
    yield f"<h2>{escape(document.heading)}</h2>\n<ol>"
    for number, reference in enumerate(document.references, 1):
        said = reference.partition(" ")[2]
        yield f'<li id="r{number}">{escape(said)}</li>'
    yield "</ol>\n</body>\n</html>"


def _html_block(block: Block) -> str:
    text = escape(block.text)
    if block.figure is not None:
        drawn = svg(block.figure, block.text)
        return f"<figure>{drawn}<figcaption>{text}</figcaption></figure>"
    if block.kind == "line":
        marks = "".join(f'<a class="ref" href="#r{n}">[{n}]</a>' for n in block.refs)
        return f"<li>– {text} {marks}</li>"
    tags = {"heading": "<h2>{}</h2>", "subheading": "<h3>{}</h3>"}
    return tags.get(block.kind, '<p class="note">{}</p>').format(text)
