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
    provider_in,
    relayed_agency,
    rights_holder,
    signed_off,
    wire_at_end,
    wire_tag,
)
from haengbo.article.cues import Cues, squeeze
from haengbo.article.issuers import issuer_among
from haengbo.article.metadata import Metadata
from haengbo.article.stamps import stamps_in
from haengbo.model.article import Block, BlockKind, Stated
from haengbo.model.span import Span

#: An outlet's name stands so many lines below the headline at most.
_BESIDE = 2
_NO_NEWS = (BlockKind.BOILERPLATE, BlockKind.META, BlockKind.SUBTITLE)
#: Forms in which a writer names the own outlet.
_OWN = ("byline:bracket", "byline:signed-off")
_MASTHEAD_MAX = 16
#: Of what a page names as its author to machines: a list of all of them at most.
_AUTHOR_LONGEST = 100
#: 가람뉴스 — 모두가 쓰는 뉴스, 가람일보 | 바른 눈: a motto behind the name, however long.
_MOTTO = re.compile(r"(?<=\S)\s?(?:[,|ㅣ–—]|\s-\s)\s?\S.*$")
#: KBC 2019.08.21 (21:12), 북녘NK 2019-08-21: one word, and the date.
_ONE_WORD = re.compile(r"((?:[가-힣]{2,8})?[A-Z][A-Za-z]{1,4}|[가-힣]{4,8})\s(?:[|·]\s)?")
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
        if medium and medium.rule in _OWN and writer.byline.authors:
            yield from _surer(source, source.stated(medium, writer.block))
    holders = list(_rights_holders(source))
    yield from (holder for holder in holders if holder.value not in cues.wires)
    pieces = [p for p in reversed(metadata.title_rest) if squeeze(p) not in cues.words]
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
    yield from _by_date_line(source)
    yield from _to_reach(source)
    yield from _by_mail(source)
    yield from _by_dateline(source, writers)


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
    """The first line of the page, if it is a short name above the headline."""
    if not source.blocks:
        return
    first, cues = source.blocks[0], source.cues
    text = first.span.of(source.text).strip()
    marked = text.startswith(cues.markers) or re.search(r"[\d>•@:/!?]|[가-힣]\.[가-힣]", text)
    if first.kind not in (BlockKind.BOILERPLATE, BlockKind.META) or marked:
        return
    if first.rule == "furniture:masthead":
        name = re.split(r"[\s|]+", text)[0]
        at = first.span.start + first.span.of(source.text).find(name)
        yield Stated(cues.canonical(name), Span(at, at + len(name)), "masthead")
        return
    before = _MOTTO.sub("", text)
    if before != text and is_medium(before, cues):
        text = before
    names = [word for word in re.split(r"[\s|]+", text) if word and word not in cues.words]
    if not names:
        return
    alone = first.rule in ("above-title", "plain") and len(text) <= _MASTHEAD_MAX
    name = EDITION.sub("", text) if alone else " ".join(names)
    alone = alone and not _is_page_word(name, cues)
    if alone or squeeze(name) in cues.outlets:
        at = first.span.of(source.text).find(name)
        place = Span(at, at + len(name)).shifted(first.span.start) if at >= 0 else None
        yield Stated(cues.canonical(name), place, "masthead")


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


def _by_dateline(source: _Source, writers: Sequence[_Writer]) -> Iterator[Stated]:
    for writer in writers:
        if writer.byline.medium:
            yield source.stated(writer.byline.medium, writer.block)
    for block, text in source.of(BlockKind.META, BlockKind.BODY):
        named = northern_dateline(text, source.cues) or foreign_dateline(text, source.cues)
        if named:
            yield source.stated(named, block)


def _by_date_line(source: _Source) -> Iterator[Stated]:
    """A medium beside the date, or alone on a line below the headline: ``가람일보 2025-05-04``."""
    for block, text in source.of(BlockKind.META, BlockKind.BOILERPLATE):
        alone = block.rule == "above-body:short" and " " not in text.strip()
        if not alone and (block.kind is not BlockKind.META or not stamps_in(text)):
            continue
        known = outlet_before(text, source.cues) if block.kind is BlockKind.META else None
        if known is not None:
            yield source.stated(known, block)
        for word in re.finditer(r"[^\s\[\](){}|/:：,·=]+", text):
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
        if outlet is None or squeeze(candidate.value) != squeeze(outlet.value):
            return candidate
    return None


def _origins(source: _Source, writers: Sequence[_Writer]) -> Iterator[Stated]:
    for block, text in source.of(BlockKind.META, BlockKind.BOILERPLATE):
        for find in (wire_tag, provider_in):
            named = find(text.strip(), source.cues)
            if named and block.kind is BlockKind.META:
                offset = len(text) - len(text.lstrip())
                place = named.span.shifted(block.span.start + offset)
                yield Stated(source.cues.canonical(named.name.strip()), place, named.rule)
    bodies = list(source.of(BlockKind.BODY))
    for found, find in ((bodies[-1:], wire_at_end), (bodies[:1], relayed_agency)):
        for block, text in found:
            named = find(text.rstrip(), source.cues)
            if named:
                yield source.stated(named, block)
    yield from _by_dateline(source, writers)
    yield from _by_date_line(source)
    for holder in _rights_holders(source):
        if holder.value in source.cues.wires:
            yield holder
