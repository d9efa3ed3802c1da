"""Rows of the tables that reading needs to say who says what, and how it reached the page.

Comes in: ``korea/speech_verbs.yaml``, ``speech_nouns.yaml``, ``attribution_cues.yaml``,
``describers.yaml``, ``documents.yaml``, ``occasions.yaml`` and ``stance_cues.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpeechClass = Literal[
    "say",
    "announce",
    "report",
    "stress",
    "claim",
    "ask",
    "demand",
    "propose",
    "promise",
    "warn",
    "criticise",
    "praise",
    "deny",
    "admit",
    "reply",
    "analyse",
    "forecast",
    "do",
    "name",
    "hint",
]

Polarity = Literal["support", "oppose"]


@dataclass(frozen=True, slots=True)
class SpeechVerbRow:
    """A verb that says that something was said.

    Attributes:
        id: Dictionary form: ``밝히다``, ``강조하다``.
        kind: What is done by saying it; ``report``: what media do with news; ``do``: the light
            verb 하다; ``name``: gives something a name, quotes nothing that was said; ``hint``:
            lets be felt (``떠날 수 있음을 내비쳤다``): only words that are quoted are a statement.
        medium: Whether media use it of themselves for handing on news.
        nominal: Whether a clause with 것을/점을 is its object (``철군할 것을 요구했다``).
        bare: Whether a bare noun object is already a statement (``파병을 시인했다``).
        adds: Whether it goes on with what the same speaker has just said.
        notifies: Whether it makes known to somebody what one has done or will do (알리다).
        foretells: Whether a clause with 것으로 is said as well (``만날 것으로 내다봤다``).
        polarity: Attitude of the speaker toward whom the clause is about.
        example: An invented sentence.
    """

    id: str
    kind: SpeechClass
    medium: bool = False
    nominal: bool = False
    bare: bool = False
    adds: bool = False
    notifies: bool = False
    foretells: bool = False
    polarity: Polarity | None = None
    example: str | None = None


@dataclass(frozen=True, slots=True)
class SpeechNounRow:
    """A noun that stands for what was said.

    Attributes:
        id: The noun: ``입장``, ``설명``.
        uttered: ``…다는 입장을 밝혔다``, ``…는 것이 군의 설명이다``: it has a speaker. If not
            (``관측``, ``분석``), a clause before it has no speaker.
        act: An act of saying (``발표``, ``제안``), not a stance (``입장``): behind a genitive
            it has that speaker (…다는 국방부의 발표와).
        part: A part of a text (``구절``): only a text or who issued it says it, nobody goes on.
        example: An invented sentence.
    """

    id: str
    uttered: bool
    act: bool = False
    part: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class AttributionCueRow:
    """Words after (or around) a name that make it the source of what is told.

    Attributes:
        id: Stable short name.
        kind: ``according``: the sentence is the source's; ``citing``: a medium cites it;
            ``through``: by way of it; ``interview``: said to this medium; ``published``: this
            medium made the document or picture public; ``credit``: a dateline;
            ``refuting``: no source, but the head of an answer that denies what was asked;
            ``encounter``: what the speaker did right before speaking (장관과 회담하고);
            ``arrival``: whom the speaker came to before asking for something (나라를 방문해);
            ``toward``: against or to whom the words go (일본을 향해); ``again``: no name stands
            before it, it goes on with the report told of before (보도에 따르면);
            ``news``, ``notice``: what a medium or an office brings, behind a clause in 다는
            (배가 떠났다는 통신의 보도);
            ``beforehand``: what one did, without a name, right before speaking (국회에 나와);
            ``viewing``: how one sees it, whose words the next sentence gives (생각이 다르다);
            ``airing``: behind a text, that a medium makes it public (성명을 내보내).
        forms: What stands after the name, without the space before it; ``{와|과}`` is a choice.
        example: An invented sentence.
    """

    id: str
    kind: Literal[
        "according",
        "citing",
        "through",
        "interview",
        "published",
        "credit",
        "refuting",
        "encounter",
        "arrival",
        "toward",
        "again",
        "news",
        "notice",
        "beforehand",
        "viewing",
        "airing",
    ]
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class DescriberRow:
    """A noun that describes somebody who speaks without being named.

    Attributes:
        id: The noun: ``당국자``, ``소식통``.
        kind: ``official`` relays; ``expert`` judges; ``source`` hides; ``public`` is anybody.
        impersonal: A circle (``외교가``) that speaks only with 에서는.
        title: Whether it also stands as the title of a named person.
        mouth: Whether it speaks for the office named before it (외무부 대변인).
        body: Whether it means a body rather than somebody of it (``정보당국``).
        example: An invented phrase.
    """

    id: str
    kind: Literal["official", "expert", "source", "public"]
    impersonal: bool = False
    title: bool = False
    mouth: bool = False
    body: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class AgentRow:
    """The end of a word that means people or a body who may speak.

    Attributes:
        id: The end: ``공보실``, ``들``.
        kind: ``body``; ``people``; ``press`` asks and does not speak; ``media`` relays; ``pair``:
            two who were named before (양측); ``institute``: a body that judges.
        least: Least length of the word in syllables.
        never: Ends of words that look like it and are none (``일부`` for ``부``).
        mouth: Whether it speaks for the office named before it (안보회의 공보실).
        party: Whether it is people under way together, who are named once (대표단).
        example: An invented phrase.
    """

    id: str
    kind: Literal["body", "people", "press", "media", "pair", "institute"]
    least: int = 2
    never: tuple[str, ...] = ()
    mouth: bool = False
    party: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A kind of text that speaks for those who issued it.

    Attributes:
        id: The noun: ``공보문``.
        authors: ``parties``: both sides of the talks; ``states``: their states, whoever signed;
            ``issuer``: who put it out.
        letter: Whether it is sent to somebody.
        aired: Whether such a letter becomes known as media report it (축전, not 친서).
        example: An invented phrase.
    """

    id: str
    authors: Literal["parties", "states", "issuer"]
    letter: bool = False
    aired: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class HeadedTextRow:
    """A kind of text that a heading names above its words: 외무성 대변인대답.

    Attributes:
        id: The noun: ``대답``.
        medium: Whether a medium may be whose text it is.
        example: An invented heading.
    """

    id: str
    medium: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class NarratorVerbRow:
    """A verb with which the narrator interprets; what it closes no witness tells.

    Attributes:
        id: Dictionary form: ``해석되다``.
        example: An invented sentence.
    """

    id: str
    example: str | None = None


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """A happening at which people speak: ``연설``, ``연회``, ``브리핑``.

    Attributes:
        id: The noun.
        together: Whether those who take part speak to each other (회담) or to an audience.
        onto: Whether one speaks 에 it, as to a body or on a platform (``국회에``, ``텔레그램에``).
        apart: Whether what is said there is said at no gathering of those it is about (브리핑).
        part: Whether it is a speech within a meeting (모두발언), held on the meeting's day.
        own: Whether it is a channel of the speaker's own (텔레그램): no medium tells of it.
        gathering: Whether people come together for it (연회): a speech there is held on its day.
    """

    id: str
    together: bool = False
    onto: bool = False
    apart: bool = False
    part: bool = False
    own: bool = False
    gathering: bool = False


@dataclass(frozen=True, slots=True)
class CarrierRow:
    """A word at the head of a sentence that says how it hangs on the one before.

    Attributes:
        id: The word: ``이어``, ``또``, ``반면``.
        goes_on: Whether the last speaker may go on.
        same: Whether he does, though the words begin with somebody's 이/가 (이어).
        example: An invented sentence.
    """

    id: str
    goes_on: bool = True
    same: bool = False
    example: str | None = None


@dataclass(frozen=True, slots=True)
class StanceCueRow:
    """A word inside an utterance that shows an attitude.

    Attributes:
        id: A stem as it stands in the text: ``지지``, ``규탄``.
        polarity: Toward those whom its clause names.
        example: An invented sentence.
    """

    id: str
    polarity: Polarity
    example: str | None = None
