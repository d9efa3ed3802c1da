"""Rows of the tables that tell how happenings are put into words.

``event_frames``: which predicate or noun tells of which kind of happening and who stands where.
``event_modality``: what around it says that it is planned, expected, denied or did not happen.
``event_supports``: verbs that let a noun happen (회담이 열리다) or somebody take part in it.
``event_venues``: nouns that name where something happens.
``event_words``: other words that the reading of events looks for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SlotCase = Literal[
    "addressed",
    "subject",
    "object",
    "with",
    "to",
    "at",
    "by",
    "from",
    "about",
    "for",
    "through",
    "genitive",
    "compound",
    "leader",
    "relative",
    "head",
    "sender",
    "destination",
    "speaker",
    "quote",
    "scene",
    "occasion",
    "visitors",
    "welcomed",
    "owner",
    "described",
    "linked",
    "addressee",
    "answered",
    "proposer",
    "asked",
    "claimed",
    "urged",
    "holder",
    "demanded",
    "faced",
    "opposite",
    "doer",
    "outer",
    "shared",
    "other",
    "pair",
    "seat",
    "brought",
    "bidden",
    "handed",
    "whither",
    "asker",
    "beside",
    "inviter",
    "written",
    "signer",
    "host",
]
SlotKind = Literal["person", "state", "organisation", "place", "medium"]
SlotRole = Literal["source", "target", "party"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a participant stands.

    Attributes:
        role: What the participant is.
        cases: Where to look, in this order.
            By particle: ``subject`` 이/가/은/는, ``object`` 을/를, ``with`` 과/와, ``to`` 에/에게,
            ``at`` 에서, ``by`` 로, ``from`` 로부터, ``about`` 에 대한, ``for`` 를 위한,
            ``through`` 를 통해.
            Before a noun: ``genitive`` 의, ``compound`` without particle, ``relative`` in the
            clause that describes it (외무성이 마련한 연회), ``head`` inside the noun that a clause
            describes (맺은 북중 조약), ``leader`` who leads the sides, or those whom one sends,
            ``sender`` and ``addressee`` of what is sent (총비서가 보낸
            인사), ``owner`` in any genitive of the clause, ``welcomed`` whom the verb before the
            noun takes (손님을 환영하는 연회), ``answered`` who sent the letter that is answered
            (주석의 축전에 답전을 보내다), ``inviter`` who has invited (국방성의 초청으로),
            ``described`` inside a clause that
            describes the subject (두 도시를 잇는 열차), ``outer`` left of a clause that describes
            the object (의장 앞으로 이행을 보증하는 서한을 보냈다), ``shared`` what the verb joined
            before takes (노동자를 트럭에 태워 내쫓았다).
            Beyond: ``addressed`` by the same speaker in the sentence before, ``proposer`` of what
            was asked or offered last (제안했으나 이를 거부했다), ``doer`` of what 이를 takes up
            (발사했다. 이를 규탄했다), ``asked`` whose request or charge it was that one turns
            down (파나마에 요구했다. 파나마는 거절했다), ``claimed`` whose claim one denies,
            ``urged`` whose words right before one turns down, ``holder`` whose name opens the name
            of what is held (중국 전승절 열병식), ``demanded`` who is to do what is asked for in a
            clause of its own (중국이 나설 것을 촉구하다), ``faced`` the other one at table, where
            what is asked for does not name that one's state,
            ``opposite`` the other one at table (대사를 만났다. 대사는 제안을 거부했다),
            ``destination`` where a departure leads, ``speaker`` whose words these are,
            ``quote`` named in those words, ``scene`` present at the meeting just told of,
            ``visitors`` who came with the visit just told of, ``other`` the other one of the two
            states last told of (왔다 … 답방하다), ``pair`` both of them, ``seat`` where a
            mission of the clause has its seat (주북 몽골대사관), ``brought`` whom the
            verb joined before takes (장관을 불러 저녁을 대접하다), ``bidden`` whom the host has
            asked to the feast (대사를 초청해 연회를 열다), ``handed`` to whom goes what one is
            asked to hand on (주석께 보내는 인사를 전해 줄 것을 부탁하다), ``asker`` who asked
            for it in a clause that describes it (러시아가 요청한 병력을 보내는 데 동의하다),
            ``beside`` who comes along (여사와 함께 방문하다), ``written`` to whom the letter goes
            in which it is said (통지문을 북측에 보내 촉구하다), ``signer`` in whose name it is,
            ``host`` the subject, where it is told whom a feast welcomes (손님을 환영하여),
            ``occasion`` whose birthday or election it is for.
        kinds: Which kinds of actors may fill it.
        as_state: Whether a place or an army stands for its state (평양을 방문 → 북한).
        inside: Whether the name may stand anywhere in the phrase (러시아의 정책을 지지), not only
            at its end.
        required: Without it there is no event.
        states: Whose people and bodies may fill it; anybody's if empty.
        fallback: Only asked if nobody has its role yet.
        default: Who it is when nobody is named.
    """

    role: SlotRole
    cases: tuple[SlotCase, ...]
    kinds: tuple[SlotKind, ...] = ("person", "state", "organisation")
    as_state: bool = False
    inside: bool = False
    required: bool = False
    states: tuple[str, ...] = ()
    fallback: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class FrameRow:
    """One way to tell of one kind of happening.

    Attributes:
        id: Stable name; the ``rule`` of what it finds.
        type: PLOVER type.
        mode: haengbo's mode or ``None``.
        predicates: Dictionary forms; a compound ending in one of two or more syllables counts.
        nouns: Nominalisations; a compound ending in one counts (북러정상회담).
        slots: Who stands where.
        given: Names that the word itself contains: 방북 → 북한, as ``role:name``.
        place: Place that the word itself contains (방북 → 북한).
        going: Whether the place is where the subject goes to (평양에 도착).
        parties: Least number of participants.
        named: Least number of them that the sentence names itself, defaults apart.
        needs: One of these words must stand in the clause (대륙간탄도미사일 …), if any are given.
        excludes: None of these may.
        not_before: None of these may stand right behind the word (대북제재 회피).
        bound: ``end`` if the date is when a stay ends (떠나다), ``until`` if a stay lasts (머물다);
            ``state`` if it says how things stand, on no day of its own (러시아에 있다).
        scene: Whether it happens at the meeting just told of (지지를 표명하다 in a 접견).
        status: Status that the word itself says; a noun that says ``occurred`` names what was
            made, whatever is said of it.
        nominal: Whether the noun alone, without a verb that lets it happen, tells of the event:
            ``always``, ``dated`` (with a date of its own), ``placed`` (in a clause that says
            where: 모스크바에서 열린 담화), ``held`` (so placed, or dated), ``quoted`` (in
            somebody's words), ``granted`` (of a named doer, with its own day or answered by
            another: 정부의 교역 중단에 반발해), ``never``, or ``adds`` (without a date it only
            adds to one told elsewhere).
        supports: Ids of supports without which its nouns tell nothing (영접을 받다).
        seats: Nouns that stand for a meeting when somebody joins it (석상, 자리).
        quoting: Whether the sentence must quote somebody's words.
        near: One of these words must stand in this sentence or the two before.
        stands: Statuses in which alone it tells something (협력을 늘리기로 했다).
        resolves: Whether what is resolved (…기로 했다) has come about by that: it is agreed.
        negated: Whether it is told by the denial of the verb (응하지 않다).
        finite: Whether the verb must close a clause of its own (not …하는 행위).
        example: One own sentence.
    """

    id: str
    type: str
    mode: str | None = None
    predicates: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    given: tuple[str, ...] = ()
    place: str | None = None
    going: bool = False
    parties: int = 1
    named: int = 0
    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    bound: Literal["end", "until", "state"] | None = None
    scene: bool = False
    status: str | None = None
    nominal: Literal["always", "dated", "placed", "quoted", "never", "granted", "held", "adds"] = (
        "always"
    )
    supports: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    finite: bool = False
    negated: bool = False
    quoting: bool = False
    near: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    resolves: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class SynonymRow:
    """Words that mean what a predicate of the frames means.

    Attributes:
        id: The predicate as frames have it, or any name if ``like`` gives the predicate.
        words: Dictionary forms, also phrases (으름장을 놓다).
        like: The predicate, where a row of an own pack adds to those of the shipped one.
        types: PLOVER types of the frames they join; all if empty.
        example: One own sentence.
    """

    id: str
    words: tuple[str, ...]
    like: str | None = None
    types: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class ModalityRow:
    """A cue that changes how a happening stands.

    Attributes:
        id: Stable name.
        status: What it makes of an event; ``nothing``: the words tell of no event.
        endings: Morphemes right behind the stem, by blanks: ``ᆯ 예정``.
        words: Words behind the predicate or noun in the same clause chain: 무산, 가능성.
        before: Words before it: 향후, 앞으로.
        suffixes: Nouns joined to a noun of a happening or right behind it: 설 (방문설).
        example: One own sentence.
    """

    id: str
    status: Literal[
        "planned", "predicted", "alleged", "denied", "not_occurred", "occurred", "nothing"
    ]
    endings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A verb that a noun of a happening leans on.

    Attributes:
        id: Stable name.
        predicates: Dictionary forms.
        cases: Particles of the noun: subject, object, to, at, by, from.
        joins: Whether its subject only takes part in what the noun names (참석하다).
        special: Whether it bears only nouns of frames that name it in ``supports``.
        only: Types, or TYPE/mode, whose nouns it bears; all if empty.
        attends: Whether it also tells by itself who was at the meeting just told of (배석하다).
        status: Status that the verb itself says (무산되다).
        apart: Whether its own day is not that of what the noun names (4일 방문을 취소했다).
        example: One own sentence.
    """

    id: str
    predicates: tuple[str, ...]
    cases: tuple[SlotCase, ...]
    apart: bool = False
    joins: bool = False
    attends: bool = False
    only: tuple[str, ...] = ()
    special: bool = False
    status: str | None = None
    example: str = ""


@dataclass(frozen=True, slots=True)
class VenueRow:
    """Nouns with which the name of a venue ends (궁, 의사당, 공항), by kind."""

    id: str
    nouns: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class EventWordsRow:
    """Words by which the reading of events finds its way around a sentence; ids are fixed."""

    id: str
    words: tuple[str, ...]
    example: str = ""
