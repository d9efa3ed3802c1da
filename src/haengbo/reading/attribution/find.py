"""Document → attributions: the order of the steps is written here and nowhere else.

Comes in: a document with sentences, mentions and times. Goes out: ``Attributions``.
"""

from __future__ import annotations

from itertools import zip_longest

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.attributions import Attributions
from haengbo.reading.attribution.blockquotes import (
    find_blockquotes,
    find_captioned,
    find_inlaid,
    find_labelled,
    find_turns,
)
from haengbo.reading.attribution.chains import Chains
from haengbo.reading.attribution.dated_later import date_later
from haengbo.reading.attribution.floors import Floor
from haengbo.reading.attribution.fulltexts import find_fulltexts
from haengbo.reading.attribution.headlines import find_headlines
from haengbo.reading.attribution.interviews import find_interview, on_its_day
from haengbo.reading.attribution.lexicon import lexicon_of
from haengbo.reading.attribution.messages import find_messages
from haengbo.reading.attribution.offices import with_offices
from haengbo.reading.attribution.parse import parse
from haengbo.reading.attribution.recited import find_recited, with_full_speakers
from haengbo.reading.attribution.scenes import scene_of
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.statements import StatementMaker, numbered
from haengbo.reading.attribution.voices import Voices
from haengbo.reading.attribution.witnesses import Witnesses
from haengbo.reading.document import Document


def find_attributions(document: Document) -> Attributions:
    """Statements with their speakers, and the chain that holds at every place.

    Example:
        ``통신은 장관이 “곧 만난다”고 말했다고 전했다.`` gives one direct statement of the
        minister with the agency as its chain.
    """
    lexicon = lexicon_of(document.knowledge)
    texts = find_fulltexts(document, lexicon) or find_messages(document, lexicon)
    blocks = find_blockquotes(document, lexicon)
    texts = (*texts, *(b for b in blocks if not any(b.span.overlaps(t.span) for t in texts)))
    recited = tuple(find_recited(document, lexicon))
    texts = (*texts, *(b for b in recited if not any(b.span.overlaps(t.span) for t in texts)))
    interview = find_interview(document, lexicon)
    for find in (
        (find_labelled, find_captioned, find_inlaid, find_turns) if interview is None else ()
    ):
        bites = tuple(find(document, lexicon))
        texts = (*texts, *(b for b in bites if not any(b.span.overlaps(t.span) for t in texts)))
    read = [s for s in document.sentences if not any(t.covers(s) for t in texts)]
    if interview is not None:
        read = [s for s in read if not interview.asks(s)]
    parsed = [parse(document, sentence, lexicon) for sentence in read]
    voices = Voices(document, lexicon, interview)
    floors: list[Floor] = []
    spoken: list[tuple[Utterance, ...]] = []
    for p, following in zip_longest(parsed, parsed[1:]):
        body = p.sentence.kind is BlockKind.BODY
        floors += [voices.floor(p)] if body else []
        spoken.append(voices.read(p, following) if body else ())
    scenes = [scene_of(document, p, u, lexicon) for p, u in zip(parsed, spoken, strict=True)]
    media = frozenset(m.name for m in document.mentions if m.kind is ActorKind.MEDIUM)
    witnesses = Witnesses(media, allegiance_of(document.knowledge))
    bodies = frozenset(m.name for m in document.mentions if m.kind is ActorKind.ORGANISATION)
    talks = frozenset(row.id for row in lexicon.occasions.values() if row.together)
    carried = with_offices(scenes, witnesses.follow(scenes), bodies, talks)
    chains = Chains(document, lexicon, scenes, carried)
    maker = StatementMaker(document, lexicon, chains)
    said = (s for scene in scenes for s in maker.of_scene(scene))
    # a mark that opens nothing holds no words: …시인했다"고 전했다
    statements = [s for s in said if any(map(str.isalnum, s.span.of(document.text)))]
    statements = on_its_day(document, date_later(document, statements, lexicon), interview)
    texts = tuple(with_full_speakers(texts, statements))
    statements += [s for text in texts for s in text.statements]
    statements += find_headlines(document, parsed, statements, witnesses)
    told = [*chains.told(), *(told for t in texts for told in t.told)]
    told += voices.refuted()
    asked = tuple(s.span for s in document.sentences if interview and interview.asks(s))
    denied = interview.refuted if interview else ()
    return Attributions(
        numbered(statements),
        tuple(told),
        chains.witnesses(),
        asked,
        denied,
        maker.shown(),
        tuple(floors),
    )
