"""The knowledge pack → pages: types and frames of events, actors and outlets, verbs and cues.

Only what a reader looks up is shown: names, forms, examples. The files themselves hold the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from docsite.tables import table
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.collating import EventKindRow
from haengbo.knowledge.frames import FrameRow
from haengbo.knowledge.outlets import OutletRow, VoiceRow
from haengbo.knowledge.tables import TABLES

#: Tables of verbs and cues that are shown, each row with its example.
CUES = (
    *(
        "speech_verbs",
        "speech_nouns",
        "attribution_cues",
        "narrator_verbs",
        "documents",
        "headed_texts",
    ),
    *("stance_cues", "hedges", "foresight_verbs", "foresight_nouns", "pledge_verbs"),
    *("omission_cues", "wording_cues", "pattern_cues"),
)
KINDS = {
    "state": ("States", "국가"),
    "organisation": ("Organisations", "기관과 단체"),
    "person": ("Persons", "사람"),
    "instrument": ("Instruments", "문서"),
}


def _say(language: str, english: str, korean: str) -> str:
    return korean if language == "ko" else english


def _lead(language: str, knowledge: Knowledge) -> str:
    return _say(
        language,
        f"Made from the shipped pack, version `{knowledge.version}`.\n",
        f"함께 실린 꾸러미에서 뽑았다. 판 `{knowledge.version}`.\n",
    )


def frames_page(language: str) -> str:
    """Types of events with their modes, and every frame with the words that tell of it."""
    knowledge = load()
    kinds = knowledge.table("event_kinds", EventKindRow)
    title = _say(language, "The pack: frames and types", "꾸러미: 사건 틀과 유형")
    parts = [f"# {title}\n", _lead(language, knowledge)]
    parts.append(_say(language, "## Types and modes\n", "## 유형과 방식\n"))
    head = _say(language, "type,Korean,English", "유형,한국어,영어").split(",")
    parts.append(table(head, ((k.id, k.ko, k.en) for k in kinds)))
    head = _say(language, "frame,mode,predicates,nouns,example", "틀,방식,서술어,명사,보기").split(
        ","
    )
    frames = knowledge.table("event_frames", FrameRow)
    for kind in sorted({frame.type for frame in frames}):
        rows = ((f.id, f.mode, f.predicates, f.nouns, f.example) for f in frames if f.type == kind)
        parts += [f"## {kind}\n", table(head, rows)]
    return "\n".join(parts)


def actors_page(language: str) -> str:
    """Media and their voices, then every actor by kind with both orthographies."""
    knowledge = load()
    title = _say(language, "The pack: actors and outlets", "꾸러미: 행위자와 매체")
    parts = [f"# {title}\n", _lead(language, knowledge), _outlets(language, knowledge)]
    head = _say(language, "name,North's,English,state", "이름,북쪽 표기,영어,나라").split(",")
    actors = knowledge.table("actors", ActorRow)
    for kind, (english, korean) in KINDS.items():
        rows = [(a.name, a.kp, a.en, a.state) for a in actors if a.kind == kind]
        parts += [f"## {_say(language, english, korean)} ({len(rows)})\n", table(head, rows)]
    return "\n".join(parts)


def _outlets(language: str, knowledge: Knowledge) -> str:
    voices = {voice.id: voice for voice in knowledge.table("voices", VoiceRow)}
    outlets = knowledge.table("outlets", OutletRow)
    head = _say(language, "outlet,type,voice", "매체,갈래,목소리").split(",")
    rows = ((o.name, o.type, voices[o.voice].name if o.voice in voices else "") for o in outlets)
    return _say(language, "## Media\n\n", "## 매체\n\n") + table(head, rows)


def cues_page(language: str) -> str:
    """Verbs of saying, cues of relay, of forecasts, of what was left out, each with its example."""
    knowledge = load()
    title = _say(language, "The pack: verbs and cues", "꾸러미: 동사와 단서")
    parts = [f"# {title}\n", _lead(language, knowledge)]
    types = dict(TABLES)
    for name in CUES:
        parts += [f"## {name}\n", _cue_table(language, knowledge.table(name, types[name]))]
    return "\n".join(parts)


def _cue_table(language: str, rows: tuple[Any, ...]) -> str:
    shown = [
        name
        for name in ("id", "kind", "forms", "example")
        if rows and name in {field.name for field in fields(rows[0])}
    ]
    words = {"id": "이름", "kind": "갈래", "forms": "꼴", "example": "보기"}
    head = [words[name] if language == "ko" else name for name in shown]
    return table(head, _cells(rows, shown))


def _cells(rows: tuple[Any, ...], shown: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return (tuple(getattr(row, name) for name in shown) for row in rows)
