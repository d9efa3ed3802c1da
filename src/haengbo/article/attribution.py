"""Who published a page, who wrote it, and from which wire it came.

Comes in: text, blocks, metadata. Goes out: outlet, origin, authors as ``Stated``. Invariant: the
origin is never the outlet; a name with a span is the slice at that span, except where the pack
knows it by another name (<연합> is 연합뉴스).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from haengbo.article.bylines import (
    AGENCY,
    EDITION,
    MAIL,
    Byline,
    Named,
    byline_in,
    foreign_dateline,
    handed_over,
    is_medium,
    is_name,
    line_byline,
    northern_dateline,
    outlet_before,
    signed_off,
)
from haengbo.article.cues import Cues, squeeze
from haengbo.article.issuers import issuer_among
from haengbo.article.mastheads import Sureness, head_in, is_section_and_name
from haengbo.article.metadata import Metadata
from haengbo.article.stamps import stamps_in
from haengbo.article.suppliers import (
    provider_in,
    relayed_agency,
    rights_holder,
    wire_alone,
    wire_at_end,
    wire_before,
    wire_tag,
)
from haengbo.model.article import MASTHEAD, Block, BlockKind, Stated
from haengbo.model.span import Span

#: An outlet's name stands so many lines below the headline at most.
_BESIDE = 2
_NO_NEWS = (BlockKind.BOILERPLATE, BlockKind.META, BlockKind.SUBTITLE)
#: Forms in which a writer names the own outlet.
_SIGNED = "byline:signed-off"
_OWN = ("byline:bracket", _SIGNED)
_MASTHEAD_MAX = 16
_NO_SITE = re.compile(r"[\d>•@:/!?(\[]|[가-힣]\.[가-힣]")
#: So many unknown words alone above the headline are a menu.
_MENU = 2
#: Of what a page names as its author to machines: a list of all of them at most.
_AUTHOR_LONGEST = 100
#: 가람뉴스 — 모두가 쓰는 뉴스, 가람일보 | 바른 눈: a motto behind the name, however long.
_MOTTO = re.compile(r"(?<=\S)\s?(?:[,|ㅣ–—]|\s-\s)\s?\S.*$")
#: KBC 2019.08.21 (21:12), 북녘NK 2019-08-21: one word, and the date.
_ONE_WORD = re.compile(r"((?:[가-힣]{2,8})?[A-Z][A-Za-z]{1,4}|[가-힣]{4,8})\s(?:[|·]\s)?")
_DATE_LINE_WORD = r"[^\s\[\](){}|/:：,·=]+"
_NAME = re.compile(r"\A(?:[가-힣]{2,4}|[A-Z][A-Za-z.]+(?:\s[A-Z][A-Za-z.]+){1,3})")
#: What stands behind a name: remarks, an address. No name above ``_AUTHOR_LONGEST`` is looked at.
_BEHIND = re.compile(
    r"\s{0,100}\(.{0,100}\)$|\s{0,100}[\w.]{1,100}@.{0,100}$",
)


@dataclass(frozen=True, slots=True)
class Makers:
    """Who made the page."""

    outlet: Stated | None
    origin: Stated | None
    authors: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """Text and blocks, with the look-ups that every rule here needs."""

    text: str
    blocks: Sequence[Block]
    metadata: Metadata
    cues: Cues

    def of(self, *kinds: BlockKind) -> Iterator[tuple[Block, str]]:
        for block in self.blocks:
            if block.kind in kinds:
                yield block, block.span.of(self.text)

    def stated(self, named: Named, block: Block) -> Stated:
        place = named.span.shifted(block.span.start)
        return Stated(self.cues.canonical(named.name.strip()), place, named.rule)


def find_makers(
    text: str, blocks: Sequence[Block], metadata: Metadata, cues: Cues, known: str | None
) -> Makers:
    """Outlet, origin and authors.

    Args:
        text: Of the article.
        blocks: Of the article.
        metadata: Of the page.
        cues: What lines are recognised by.
        known: Outlet that the user states.
    """
    source = _Source(text, blocks, metadata, cues)
    writers = tuple(_writers(source))
    outlet = Stated(known, None, "known:user") if known else next(_outlets(source, writers), None)
    return Makers(outlet, _origin(source, outlet, writers), _authors(source, writers, outlet))


@dataclass(frozen=True, slots=True)
class _Writer:
    """A byline and its block."""

    byline: Byline
    block: Block


def _writers(source: _Source) -> Iterator[_Writer]:
    """Bylines of the first paragraphs, of meta lines, and at the end of the last paragraph."""
    bodies = list(source.of(BlockKind.BODY))
    for block, text in bodies[:2]:
        byline = byline_in(text, source.cues) or handed_over(text, source.cues)
        if byline:
            yield _Writer(byline, block)
    for block, text in source.of(BlockKind.META):
        byline = line_byline(text, source.cues) or signed_off(text, source.cues)
        if byline:
            yield _Writer(byline, block)
    for block, text in bodies[-1:]:
        signed = signed_off(text.rstrip(), source.cues)
        if signed:
            yield _Writer(signed, block)
        end = text.rfind("다.") + len("다.")
        byline = line_byline(text[end:], source.cues) if end > 1 else None
        if byline:
            yield _Writer(_moved(byline, end), block)


def _moved(byline: Byline, offset: int) -> Byline:
    def move(named: Named) -> Named:
        return Named(named.name, named.span.shifted(offset), named.rule)

    medium = move(byline.medium) if byline.medium else None
    return Byline(tuple(map(move, byline.authors)), medium, byline.span.shifted(offset))


def _authors(
    source: _Source, writers: Sequence[_Writer], outlet: Stated | None
) -> tuple[Stated, ...]:
    if source.metadata.named:
        names = dict.fromkeys(source.metadata.named)
        return tuple(Stated(name, None, "outlet-page:byline") for name in names)
    found: dict[str, Stated] = {}
    for writer in writers:
        for author in writer.byline.authors:
            if _is_person(author.name, source.cues, outlet):
                found.setdefault(author.name, source.stated(author, writer.block))
    for block, text in source.of(BlockKind.META):
        if block.rule == "meta:name" and not found:
            found[text.strip()] = source.stated(_whole(text, "byline:name"), block)
    if found:
        return tuple(found.values())
    for name in (name for name in source.metadata.authors if len(name) <= _AUTHOR_LONGEST):
        bare = re.sub(rf"\s?(?:{'|'.join(source.cues.roles)})$", "", name.strip())
        bare = _BEHIND.sub("", bare)
        if _NAME.fullmatch(bare) and _is_person(bare, source.cues, outlet):
            found.setdefault(bare, Stated(bare, None, "meta:author"))
    return tuple(found.values())


def _whole(text: str, rule: str) -> Named:
    """All of a line as a name."""
    at = len(text) - len(text.lstrip())
    return Named(text.strip(), Span(at, at + len(text.strip())), rule)


def _is_person(name: str, cues: Cues, outlet: Stated | None) -> bool:
    if name in cues.outlets or (outlet and outlet.value == name):
        return False
    return is_name(name, cues) if re.match("[가-힣]", name) else True


def _outlets(source: _Source, writers: Sequence[_Writer]) -> Iterator[Stated]:
    """Statements of the publisher, most trustworthy first."""
    cues, metadata = source.cues, source.metadata
    for name, rule in metadata.outlets:
        bare = re.split(r"\s?[|:]\s?", name.strip())[0]
        medium = bare in cues.outlets or bare.endswith(cues.media)
        if bare and (medium or rule != "meta:og:article:author"):
            yield Stated(cues.canonical(bare), None, rule)
    for writer in writers:
        medium = writer.byline.medium
        if medium and medium.rule in _OWN and (writer.byline.authors or medium.rule == _SIGNED):
            yield from _surer(source, source.stated(medium, writer.block))
    holders = list(_rights_holders(source))
    yield from (holder for holder in holders if holder.value not in cues.wires)
    pieces = [
        _without_motto(p, cues)
        for p in reversed(metadata.title_rest)
        if squeeze(p) not in cues.words
    ]
    for piece in sorted(pieces, key=lambda piece: not is_medium(piece, cues))[:1]:
        yield Stated(cues.canonical(piece), None, "title-element")
    yield from _beside_title(source)
    issuer = issuer_among([block.span.of(source.text) for block in source.blocks], cues)
    if issuer:
        yield Stated(issuer, None, "press-release:issuer")
    for masthead in _masthead(source):
        yield from _surer(source, masthead)
    # An address tells more than the sign of rights below a picture of an agency
    yield from _by_address(source)
    yield from holders
    yield from _by_date_line(source, publishers=True)
    yield from _to_reach(source)
    yield from _by_mail(source)
    yield from _by_dateline(source, writers, publishers=True)


def _without_motto(piece: str, cues: Cues) -> str:
    """A medium without what it says of itself behind a comma: 가람뉴스, 모두의 뉴스."""
    head = piece.partition(",")[0].strip()
    return head if is_medium(head, cues) else piece


def _surer(source: _Source, guess: Stated) -> Iterator[Stated]:
    """The address that the pack knows before a word that may be no outlet's: 【동경=…특파원】."""
    if not is_medium(guess.value, source.cues):
        yield from _by_address(source)
    yield guess


def _rights_holders(source: _Source) -> Iterator[Stated]:
    """Who claims the copyright: the outlet, or the wire whose text it prints."""
    for block, text in source.of(BlockKind.BOILERPLATE, BlockKind.META):
        named = rights_holder(text, source.cues)
        if named and not _is_page_word(named.name, source.cues):
            yield source.stated(named, block)


def _is_page_word(name: str, cues: Cues) -> bool:
    return squeeze(name) in cues.words


def _beside_title(source: _Source) -> Iterator[Stated]:
    """A known outlet alone on a line right below or above the headline."""
    title = next((i for i, b in enumerate(source.blocks) if b.kind is BlockKind.TITLE), None)
    if title is None:
        return
    low = max(0, title - 1)
    for block in source.blocks[low : title + _BESIDE + 1]:
        text = block.span.of(source.text)
        name = EDITION.sub("", text.strip())
        if block.kind in _NO_NEWS and squeeze(name) in source.cues.outlets:
            at = text.find(name)
            yield source.stated(Named(name, Span(at, at + len(name)), "beside-title"), block)


def _masthead(source: _Source) -> Iterator[Stated]:
    """The first line of the page, if it is above the headline and names somebody."""
    if not source.blocks:
        return
    first, cues = source.blocks[0], source.cues
    text = first.span.of(source.text)
    if first.kind not in (BlockKind.BOILERPLATE, BlockKind.META):
        return
    before = _MOTTO.sub("", text)
    short = "," in text and len(text) <= _MASTHEAD_MAX
    head = head_in(before if short or is_medium(before, cues) else text, cues)
    if head is None or (head.sureness is Sureness.GUESS and not _may_head(source, head.named)):
        return
    yield source.stated(head.named, first)


def _may_head(source: _Source, named: Named) -> bool:
    """Whether unknown words alone on the first line are the name of a site and no heading."""
    first, cues, name = source.blocks[0], source.cues, named.name
    if first.rule not in ("above-title", "plain", MASTHEAD) or name.startswith(cues.markers):
        return False
    if len(name) > _MASTHEAD_MAX or _NO_SITE.search(name) or _is_page_word(name, cues):
        return False
    if name.endswith(cues.themes) or (" " in name and not name.endswith(cues.houses)):
        return False
    others = [block for block in source.blocks[1:] if block.rule == "above-title"]
    return len(others) < _MENU and not is_section_and_name(name, cues)


def _by_address(source: _Source) -> Iterator[Stated]:
    try:
        host = urlsplit(source.metadata.url or "").hostname or ""
    except ValueError:
        return
    name = _of_host(host, source.cues)
    if name:
        yield Stated(name, None, "address")


def _of_host(host: str, cues: Cues) -> str | None:
    """Whose a host is: news.garam.example where garam.example is known."""
    pieces = host.lower().split(".")
    known = (cues.domains.get(".".join(pieces[at:])) for at in range(len(pieces)))
    return next((name for name in known if name), None)


def _to_reach(source: _Source) -> Iterator[Stated]:
    """Who says below the news how to be reached: 가람TV 기사문의 및 제보 : 카톡 garam."""
    for block, text in source.of(BlockKind.META, BlockKind.BOILERPLATE):
        name, _, rest = text.strip().partition(" ")
        if squeeze(name) in source.cues.outlets and source.cues.contacts.search(rest):
            at = text.find(name)
            yield source.stated(Named(name, Span(at, at + len(name)), "contact"), block)


def _by_mail(source: _Source) -> Iterator[Stated]:
    """A writer's address at an outlet: 민들레 기자 dl@garam.example."""
    for _, text in source.of(BlockKind.META, BlockKind.SUBTITLE):
        for mail in MAIL.finditer(text):
            name = _of_host(mail.group().rpartition("@")[2], source.cues)
            if name:
                yield Stated(name, None, "address:mail")


def _by_dateline(
    source: _Source, writers: Sequence[_Writer], *, publishers: bool = False
) -> Iterator[Stated]:
    for writer in writers:
        medium = writer.byline.medium
        if medium and not (publishers and _is_handed_on(source, writer, medium)):
            yield source.stated(medium, writer.block)
    for block, text in source.of(BlockKind.META, BlockKind.BODY):
        named = northern_dateline(text, source.cues) or foreign_dateline(text, source.cues)
        if named:
            yield source.stated(named, block)


def _is_handed_on(source: _Source, writer: _Writer, medium: Named) -> bool:
    """(새솔=가람통신) 민들레 기자, below the news: an agency heads its own news with that."""
    first = next(source.of(BlockKind.BODY), None)
    at = writer.block.span.start + medium.span.start
    below = first is not None and "다." in source.text[first[0].span.start : at]
    wire = source.cues.canonical(medium.name) in source.cues.wires
    return below and (wire or medium.name.endswith(AGENCY))


def _by_date_line(source: _Source, *, publishers: bool = False) -> Iterator[Stated]:
    """A medium beside the date, or alone on a line below the headline: ``가람일보 2025-05-04``."""
    for block, text in source.of(BlockKind.META, BlockKind.BOILERPLATE):
        alone = block.rule == "above-body:short" and " " not in text.strip()
        if not alone and (block.kind is not BlockKind.META or not stamps_in(text)):
            continue
        known = outlet_before(text, source.cues) if block.kind is BlockKind.META else None
        if known is not None:
            yield source.stated(known, block)
        supplied = provider_in(text, source.cues) is not None
        for word in () if publishers and supplied else re.finditer(_DATE_LINE_WORD, text):
            if is_medium(word.group(), source.cues) and not _is_page_word(
                word.group(), source.cues
            ):
                yield source.stated(Named(word.group(), Span(*word.span()), "date-line"), block)
        named = _ONE_WORD.match(text) if block.kind is BlockKind.META else None
        dated = named is not None and stamps_in(text)[0].span.start == named.end()
        if named is not None and dated and _may_name_outlet(named[1], source.cues):
            yield source.stated(Named(named[1], Span(*named.span(1)), "date-line"), block)


def _may_name_outlet(name: str, cues: Cues) -> bool:
    """Whether one word before the date may be an outlet's: no section, label, writer or town."""
    no_name = _is_page_word(name, cues) or name in cues.dates or name in cues.places
    return not no_name and not is_name(name, cues) and not name.endswith(cues.roles)


def _origin(source: _Source, outlet: Stated | None, writers: Sequence[_Writer]) -> Stated | None:
    """The wire or outlet that wrote the text, if it is not the publisher."""
    for candidate in _origins(source, writers):
        if outlet is None or not _same_house(candidate.value, outlet.value, source.cues):
            return candidate
    return None


def _same_house(name: str, outlet: str, cues: Cues) -> bool:
    """Whether a name is the outlet's, with or without what media end with (누리, 누리통신)."""
    one, other = sorted((squeeze(name), squeeze(outlet)), key=len)
    return one == other or (other.startswith(one) and other[len(one) :] in cues.media)


def _origins(source: _Source, writers: Sequence[_Writer]) -> Iterator[Stated]:
    for block, text in source.of(BlockKind.META, BlockKind.BOILERPLATE):
        for find in (wire_tag, wire_alone, provider_in):
            named = find(text.strip(), source.cues)
            if named and block.kind is BlockKind.META:
                offset = len(text) - len(text.lstrip())
                place = named.span.shifted(block.span.start + offset)
                yield Stated(source.cues.canonical(named.name.strip()), place, named.rule)
    bodies = list(source.of(BlockKind.BODY))
    heads = bodies[:1]
    for found, find in ((bodies[-1:], wire_at_end), (heads, relayed_agency), (heads, wire_before)):
        for block, text in found:
            named = find(text.rstrip(), source.cues)
            if named:
                yield source.stated(named, block)
    yield from _by_dateline(source, writers)
    yield from _by_date_line(source)
    for holder in _rights_holders(source):
        if holder.value in source.cues.wires:
            yield holder
