"""Sources beside a subject → links of the chain of what is said there.

Comes in: a parsed sentence and one of its layers. Goes out: links in the order in which they hand
it on. Invariant: two agencies side by side give one link, the first.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.model.reading import ActorKind, Link
from haengbo.reading.attribution.cues import Cue
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.document import Document

#: Cues of a medium by which what somebody says reached the page.
_BESIDE = {"according", "interview", "through", "told", "credit"}


def links_beside(parsed: Parsed, layer: Layer, *, within: bool) -> Iterator[Link]:
    """Links of cues inside or outside what somebody tells.

    [관계자는 강물방송에 “…”고 말했다고] 통신은 전했다: what is told names the nearer one.
    """
    told = layer.outer[0].content if layer.outer else None
    for cue in parsed.cues:
        inside = told is not None and told.contains(cue.span)
        inside = inside and not _heads(parsed, layer, cue)
        medium = cue.kind in _BESIDE and cue.nature is Nature.MEDIUM
        if (medium or _tells_of_another(cue, layer)) and inside is within:
            yield from cue_links(cue)


def links_cited(parsed: Parsed, voice: Voice) -> Iterator[Link]:
    """Whom a medium cites for what it tells: 통신은 [방송을 인용해] …고 전했다."""
    if voice.nature is not Nature.MEDIUM:
        return
    for cue in parsed.cues:
        if cue.kind == "citing" and cue.nature is not Nature.UNNAMED:
            yield from cue_links(cue)


def _tells_of_another(cue: Cue, layer: Layer) -> bool:
    """[외무부에 따르면] 위원장은 …고 말했다: a named source knows what somebody else said."""
    named = cue.kind == "according" and cue.nature is Nature.NAMED
    return named and layer.subject is not None and not set(cue.names) & set(layer.subject.names)


def _heads(parsed: Parsed, layer: Layer, cue: Cue) -> bool:
    """[강물통신에 따르면] 장관은 “…”고 말했다고 방송이 전했다: the one in front told it last."""
    teller = layer.outer[0].subject if layer.outer else None
    opens = cue.kind == "according" and cue.span.start <= parsed.stretch.region.start + 1
    return opens and teller is not None and teller.span.start > layer.mark.end


def cue_links(cue: Cue) -> Iterator[Link]:
    """The link of one cue."""
    # Two agencies side by side are two witnesses; the chain keeps the first.
    for name in cue.names[:1]:
        yield Link(name, cue.span, f"cue:{cue.kind}")


def person_cited(document: Document, parsed: Parsed) -> Voice | None:
    """통신은 [대표를 인용해] 위원장이 온다고 전했다. 그는 …: whom the agency cites goes on."""
    cue = next((c for c in parsed.cues if c.kind == "citing" and c.names), None)
    if cue is None or cue.nature is not Nature.NAMED:
        return None
    named = document.mentions_in(cue.span)
    if not any(m.kind is ActorKind.PERSON and m.name == cue.names[0] for m in named):
        return None
    return Voice(cue.names, cue.nature, cue.span, "citing", person=True)
