"""Layers without a sure speaker → who opens the sentence and speaks after all.

Comes in: a parsed sentence and one of its layers. Goes out: the layer with its speaker and words,
or as it was. 이/가 alone does not say who speaks (``북한이 쐈다고 밝혔다``): it does where its
bearer holds an occasion of speaking, or where nobody was spoken of before. Who tells of the own
asking after a quotation (``“…”며 회담을 제안했다고 밝혔다``) says that as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.attribution.acting import UPON
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.attribution.stretches import MarkKind
from haengbo.reading.attribution.verbs import VerbForm
from haengbo.reading.document import Document

#: What is asked of somebody, or what: 북측에 회담을.
_ARGUMENTS = {"JKO", "JKB"}
_ASKING = {"demand", "propose"}
#: What one does by saying it, so that others may claim that one did.
_ACTS = {*_ASKING, "promise", "warn", "deny", "admit"}


def of_opener(parsed: Parsed, layer: Layer, lexicon: Lexicon, *, first: bool) -> Layer:
    """The layer said by the only one who opens the sentence.

    Args:
        parsed: The sentence.
        layer: One of its layers.
        lexicon: Look-up tables.
        first: Whether nobody was spoken of before.

    Example:
        ``부상이 회견을 열고 안을 저울질한다고 밝혔다``: the deputy minister says so.
    """
    if layer.subject is not None or layer.mark.kind is not MarkKind.BARE or layer.outer:
        return layer
    opener = _opener(parsed, layer)
    if opener is None:
        return layer
    start = _occasion_end(parsed, opener, layer, lexicon)
    if start is None and not first:
        return layer
    content = Span(max(start or opener.end, layer.content.start), layer.content.end)
    return replace(layer, subject=opener, content=content)


def _opener(parsed: Parsed, layer: Layer) -> Subject | None:
    """The one person or body with 이/가 in the sentence, in front of what is said.

    No state: of 북한이 쐈다고 밝혔다 somebody else may have found it out.
    """
    if len(parsed.subjects) != 1 or parsed.goes_on:
        return None
    only = parsed.subjects[0]
    named = only.nature is Nature.NAMED and not only.state
    able = named or (only.nature is Nature.UNNAMED and not only.guess)
    if not able or only.silent or only.tells or only.role is not Role.SUBJECT:
        return None
    return only if only.end <= layer.content.end else None


def _occasion_end(parsed: Parsed, opener: Subject, layer: Layer, lexicon: Lexicon) -> int | None:
    """[15일 평양에서 회견을 열고] …고 밝혔다: behind what one holds to speak."""
    stretch = parsed.stretch
    verb = next((v for v in stretch.verbs if v.span.start >= opener.end), None)
    if verb is None or verb.form is not VerbForm.CONNECTIVE or verb.span.end >= layer.content.end:
        return None
    words = stretch.text[opener.end : verb.span.end + 1].lstrip()
    held = lexicon.occasion.match(words)
    apart = held is not None and lexicon.occasions[held["at"]].apart
    press = any(
        t.form in lexicon.press
        for t in stretch.tokens
        if opener.end <= t.span.start < verb.span.end
    )
    return verb.span.end if apart or press else None


def of_asker(parsed: Parsed, layer: Layer) -> Layer | None:
    """“…”며 [북측에 회담을 제안했다고] 밝혔다: what one tells of the own asking, if it is more.

    Example:
        ``특사는 “열려 있다”며 회담을 제안했다고 밝혔다`` gives ``회담을 제안했다``.
    """
    inner = next((x for x in parsed.layers if layer in x.outer[:1]), None)
    if inner is None or layer.mark.kind is not MarkKind.BARE or inner.mark.quote is None:
        return None
    speaker, verb = inner.subject, inner.verb
    alone = speaker is not None and layer.subject is None and len(parsed.subjects) == 1
    if speaker is None or speaker.role is Role.SUBJECT or not alone:
        return None
    if verb is None or verb.row is None or verb.row.kind not in _ASKING:
        return None
    asked = any(
        t.tag in _ARGUMENTS
        for t in parsed.stretch.tokens
        if inner.mark.end <= t.span.start < verb.span.start
    )
    content = Span(inner.mark.end, layer.content.end)
    return replace(layer, content=content, subject=speaker) if asked else None


def asks_unnamed(layer: Layer) -> bool:
    """[미국이 특사를 보내느냐고] 묻자 대변인은 …: nobody is told to ask."""
    verb, carrier, subject = layer.verb, layer.mark.carrier, layer.subject
    if verb is None or carrier is None or not carrier.tail.endswith("냐고"):
        return False
    prompts = verb.form is VerbForm.ADNOMINAL or verb.tail in UPON
    named = subject is not None and not subject.state and subject.nature is not Nature.MEDIUM
    return prompts and layer.mark.quote is None and not named


def asks_speaker(layer: Layer, parsed: Parsed, last: Voice | None) -> bool:
    """[“어떻게 보느냐”고] 묻자 그는 …: whoever goes on speaking is asked, and does not ask."""
    verb, quote = layer.verb, layer.mark.quote
    if quote is None or verb is None or verb.row is None or layer.subject is not None:
        return False
    if verb.row.kind != "ask" or verb.tail not in UPON:
        return False
    answers = next((s for s in parsed.subjects if s.span.start >= verb.span.end), None)
    same = answers is None or answers.pronoun
    return same or (answers is not None and last is not None and answers.names == last.names)


def claims_act(voice: Voice, layer: Layer, inside: Sequence[Layer]) -> bool:
    """장관은 [위원장이 더 쏘지 않겠다고 약속했다고] 상기시켰다: that he promised is a claim.

    What somebody only said (말했다고 전했다) is handed on, and so is a quotation.
    """
    verb = layer.verb
    own = voice.nature is Nature.NAMED and not voice.state and all(not x.subject for x in inside)
    able = voice.person or voice.nature is Nature.UNNAMED or own
    if not able or verb is None or verb.row is None or verb.row.kind == "report":
        return False
    acts = (x.verb.row.kind if x.verb and x.verb.row else None for x in inside)
    return all(x.mark.quote is None for x in inside) and all(kind in _ACTS for kind in acts)


def view_of(
    document: Document, parsed: Parsed, topic: Voice | None, lexicon: Lexicon
) -> Voice | None:
    """Who is told to see it in some way, of whom the next sentence gives the words.

    Example:
        ``홍 교수는 생각이 다르다.``, ``홍 교수의 견해는 다르다.`` before ``“멀었다”는 것이다.``
    """
    sentence = parsed.sentence
    if (
        lexicon.cues["viewing"].search(document.text, sentence.span.start, sentence.span.end)
        is None
    ):
        return None
    if topic is not None:
        return topic if topic.person or topic.nature is Nature.UNNAMED else None
    people = [m for m in document.mentions_in(sentence.span) if m.kind is ActorKind.PERSON]
    owners = [m for m in people if not m.weak and document.text.startswith("의 ", m.span.end)]
    if len(owners) != 1 or sentence.quotes:
        return None
    return Voice((owners[0].name,), Nature.NAMED, owners[0].span, "viewing", person=True)


def topic_of(parsed: Parsed) -> Subject | None:
    """The topic of a sentence: of whom the next one goes on.

    [북한은] 조약을 비준할 것이라고 대변인이 말했다: the topic of what is said is not the page's.
    """
    low = min((x.mark.end for x in parsed.layers), default=parsed.stretch.region.end)
    topics = (s for s in parsed.subjects if s.role is Role.TOPIC and s.span.start < low)
    first = next(topics, None)
    return None if first is not None and _is_told_of(parsed, first) else first


def _is_told_of(parsed: Parsed, topic: Subject) -> bool:
    """Whether a topic stands in words whose speaker is named behind them, a person."""
    return any(
        x.mark.quote is None
        and x.content.contains(topic.span)
        and x.subject is not None
        and x.subject.span.start >= x.mark.end
        and (x.subject.person or x.subject.nature is Nature.UNNAMED)
        and not x.subject.tells
        for x in parsed.layers
    )
