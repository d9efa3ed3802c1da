"""Somebody's words → whom they blame.

Comes in: a ``Setting`` and who speaks. Goes out: mentions in the words, those that they are about
first.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Mention, ParticipantRole
from haengbo.model.span import Span
from haengbo.reading.events.finding.describing import describer_of, last_before
from haengbo.reading.events.finding.genitives import genitives_before
from haengbo.reading.events.finding.naming import acts, coordinated, heads, stands_beside
from haengbo.reading.events.finding.owning import gives_name, owners_of
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.arguments import arguments_of
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Roles, Setting

_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
#: 방류한 데 [대해]: so many words before it at least.
_DEED_BEFORE = 2
#: Whose words they are stands right before the quotation.
_OPENS_WITHIN = 4
_OPENING = ("“", '"', "‘", "'", "「", "《")


def blamed(setting: Setting, roles: Roles) -> tuple[Mention, ...]:
    """Who is named in the words: whom they are about before whom they only touch.

    Args:
        setting: The sentence and the words in it.
        roles: Who speaks; nobody blames the own state.
    """
    clauses, words = setting.clauses, setting.words
    if owned := _whose_words_name(clauses, words) or _whose_answered_deed(clauses, words):
        return owned
    about = {
        mention.span
        for item in clauses.items
        if isinstance(item, Phrase) and item.case in _SUBJECTS
        if any(span.contains(item.span) for span in words)
        for member in coordinated(clauses, item)
        for mention in heads(clauses, member) or owners_of(clauses, member)
    }
    named = tuple(m for span in words for m in _strong(setting, roles, span))
    if found := tuple(m for m in named if m.span in about):
        return found
    own = {setting.world.state_of(name) for name in roles} | set(roles)
    outside = (m for span in words for m in _before_quote(clauses, span))
    return tuple(m for m in outside if m.name not in own) or named


def _before_quote(clauses: Clauses, span: Span) -> tuple[Mention, ...]:
    """일본이 “재무장의 길로 가고 있다”고: of whom the words are told, left of the quotation."""
    before = [i for i in clauses.items if i.span.end <= span.start]
    while before and isinstance(before[-1], Phrase) and clauses.says_when(before[-1]):
        before.pop()  # 쏜 데 대해 12일 “…”라고
    subject = before[-1] if before else None
    answered = isinstance(subject, Verb) and subject.lemma == "대하다"  # 쏜 데 대해 결의 위반이라고
    if not answered and clauses.sentence.quote_at(span.start) is None:
        return ()
    if isinstance(subject, Verb) and subject.supposed:
        # 장관은 일본이 넘어오면 “쏘겠다”고: on what condition
        acting = last_before(clauses, clauses.place_of(subject), Case.SUBJECT)
        return heads(clauses, acting) if acting is not None else ()
    if isinstance(subject, Verb) and subject.lemma == "대하다":
        subject = before[-2] if len(before) > 1 else None  # 붙잡은 데 대해 “…”고
        return _whose_deed(clauses, subject) if isinstance(subject, Phrase) else ()
    if isinstance(subject, Phrase) and subject.case is Case.ABOUT:
        return _whose_deed(clauses, subject)
    if not isinstance(subject, Phrase) or subject.case is not Case.SUBJECT:
        return ()
    others = (i for i in before[:-1] if isinstance(i, Phrase) and i.case in _SUBJECTS)
    spoken = clauses.quote_of(subject) is None and any(heads(clauses, other) for other in others)
    return (heads(clauses, subject) or owners_of(clauses, subject)) if spoken else ()


def _whose_answered_deed(clauses: Clauses, words: tuple[Span, ...]) -> tuple[Mention, ...]:
    """갑이 을과 병이 어겼다고 주장한 데 대해 정이 비판했다: who claimed it, not who broke it."""
    inside = [i for i in clauses.items if any(span.contains(i.span) for span in words)]
    told = [n for n, i in enumerate(inside) if isinstance(i, Verb) and i.lemma == "대하다"]
    if not told or told[-1] < _DEED_BEFORE or any(clauses.sentence.quotes):
        return ()
    matter = inside[told[-1] - 1]
    return _whose_deed(clauses, matter) if isinstance(matter, Phrase) else ()


def _whose_deed(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """북한이 발사한 데, 북한의 발사에 대해 “용납할 수 없다”고: whose deed they are about."""
    if named := tuple(m for p in genitives_before(clauses, phrase) for m in heads(clauses, p)):
        return named
    verb = describer_of(clauses, phrase)
    if verb is None:
        return ()
    subjects = arguments_of(clauses, verb, lambda p: acts(clauses, p)).subjects
    acting = next((p for p in subjects if p.case is Case.SUBJECT), None)
    acting = acting or last_before(clauses, verb, Case.SUBJECT)
    return heads(clauses, acting) if acting is not None else ()


def is_complained_of(trigger: Trigger, frame: FrameRow, roles: Roles, setting: Setting) -> bool:
    """나토가 헐뜯는다며 불만을 표시했다: the act is the complaint, not what it is about."""
    verb = trigger.verb
    if frame.type not in {"ACCUSE", "THREATEN"} or verb is None or verb.past or trigger.noun:
        return False
    if verb.ending is not Ending.QUOTATIVE:
        return False
    sources = {name for name, role in roles.items() if role is ParticipantRole.SOURCE}
    clauses = setting.clauses
    topic = next((i for i in clauses.items if isinstance(i, Phrase) and i.case is Case.TOPIC), None)
    said_by = {m.name for m in heads(clauses, topic)} if topic is not None else set()
    said_by |= set(setting.speakers)
    return bool(said_by) and not sources & said_by


def _whose_words_name(clauses: Clauses, words: tuple[Span, ...]) -> tuple[Mention, ...]:
    """한국의 “유화 공세”라고 비난했다: whose it is that the words give a name to."""
    starts = {span.start for span in words}
    return next(
        (
            heads(clauses, item)
            for item in clauses.items
            if isinstance(item, Phrase) and item.case is Case.GENITIVE
            if any(0 < start - item.span.end <= _OPENS_WITHIN for start in starts)
            if clauses.document.text[item.span.end : item.span.end + _OPENS_WITHIN]
            .removeprefix("의")
            .lstrip()
            .startswith(_OPENING)
        ),
        (),
    )


def _strong(setting: Setting, roles: Roles, span: Span) -> tuple[Mention, ...]:
    clauses = setting.clauses
    mentions = clauses.document.mentions_in(span)
    own = {setting.world.state_of(name) for name in roles} | set(roles)
    return tuple(
        m
        for m in mentions
        if not m.weak and m.name not in own and not gives_name(clauses, m)
        if not _only_stands_by(clauses, m)
    )


def _only_stands_by(clauses: Clauses, mention: Mention) -> bool:
    """안보리 회의에서, 국제사회와 함께: where it is said and who says it as well."""
    phrase = next(
        (i for i in clauses.items if isinstance(i, Phrase) and i.span.contains(mention.span)),
        None,
    )
    if phrase is None:
        return False
    return phrase.case is Case.AT or stands_beside(clauses, phrase)
