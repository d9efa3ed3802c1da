"""Messages printed in full under a headline that tells of them → their sentences.

Comes in: the document. Goes out: the text as statements of whoever sent it. The North's papers
print a greeting so: the headline says who sent it to whom, and below stand the address, the words
in the first person and the signature. Invariant: a page on which anybody tells of it in the body
is a report, and nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Link, Mention
from haengbo.reading.attribution.fulltexts import FullText, is_told, text_of
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.document import Document, Sentence

#: 축전을 보내시였다, 답전을 보내여왔다, 축전을 보냈다.
_SENT = re.compile(r"(?:을|를)\s보내(?:시였|여\s?왔|왔|였|셨)|(?:을|를)\s보냈")
#: Behind whoever sends, and behind whoever gets it.
_SENDER = re.compile(r"(?:동지|각하)?(?:께서|이|가|은|는)(?=\s)")
_RECEIVER = re.compile(r"(?:동지|각하)?(?:에게|께|앞으로)(?=\s)")
#: 나는, 우리는, 당신께: the words are somebody's own.
_OWN = re.compile(r"(?<![가-힣])(?:나는|저는|우리는|당신)")
_ABLE = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE})


def find_messages(document: Document, lexicon: Lexicon) -> tuple[FullText, ...]:
    """Find the message that the page is; none where it is a report.

    Example:
        ``위원장 홍길산동지께서 대통령에게 축전을 보내시였다`` above ``나는 … 축하를 보냅니다.``
    """
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    title = next((s for s in document.sentences if s.kind is BlockKind.TITLE), None)
    if title is None or not body or not _tells_of_one(document, title, lexicon):
        return ()
    sender = _marked(document, title, _SENDER)
    own = any(_OWN.search(s.span.of(document.text)) for s in body)
    if sender is None or not own or any(is_told(document, s) for s in body):
        return ()
    receiver = _marked(document, title, _RECEIVER)
    issuer = Link(sender.name, sender.span, "fulltext")
    text = text_of(document, lexicon, body, issuer, (receiver.name,) if receiver else ())
    return () if text is None else (text,)


def _tells_of_one(document: Document, title: Sentence, lexicon: Lexicon) -> bool:
    found = lexicon.texts.finditer(document.text, title.span.start, title.span.end)
    letters = [m for m in found if lexicon.documents[m["text"]].letter]
    return any(_SENT.match(document.text, m.end(), title.span.end) for m in letters)


def _marked(document: Document, title: Sentence, particle: re.Pattern[str]) -> Mention | None:
    """Whom the headline names before a particle."""
    named: Sequence[Mention] = [m for m in document.mentions_in(title.span) if m.kind in _ABLE]
    return next((m for m in named if particle.match(document.text, m.span.end)), None)
