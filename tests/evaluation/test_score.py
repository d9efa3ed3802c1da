"""The tasks: a reading that is the gold scores 1; saying nothing earns nothing."""

from __future__ import annotations

from typing import Any

from haengbo.evaluation.score import score
from haengbo.evaluation.similarity import Names

GOLD: dict[str, Any] = {
    "id": "p1",
    "article": {
        "title": "외무상 도착",
        "outlet": "가람일보",
        "origin": None,
        "authors": ["한가람"],
        "published": "2024-11-02",
        "lines": {"title": [1], "body": [3]},
    },
    "actors": [
        {"name": "최선희", "kind": "person", "roles": [{"title": "외무상", "of": "북한"}]},
        {"name": "북한", "kind": "state", "roles": []},
    ],
    "times": [{"surface": "지난 1일", "value": "2024-11-01", "line": 3}],
    "events": [
        {
            "type": "CONSULT",
            "mode": "visit",
            "status": "planned",
            "date": "2024-11-01",
            "place": "러시아",
            "participants": [{"name": "최선희", "role": "source"}],
            "reported_by": ["조선중앙통신"],
            "evidence": ["러시아를 방문할 예정이다"],
        }
    ],
    "statements": [
        {"form": "direct", "speaker": ["최선희"], "text": "곧 만난다", "reported_by": []},
        {"form": "indirect", "speaker": ["북한"], "text": "조약을 지킨다", "reported_by": []},
    ],
    "forecasts": [{"by": "관측", "text": "곧 다시 갈 것이라는 관측", "horizon": "2025"}],
    "wording_changes": [{"from": "가", "to": "나"}],
    "omissions": [{"what": "파병"}],
}


def test_the_gold_itself_scores_one_everywhere() -> None:
    figures = score({"p1": GOLD}, {"p1": GOLD}, Names({})).figures()
    assert figures
    assert set(figures.values()) == {1.0}


def test_nothing_read_earns_nothing() -> None:
    tally = score({"p1": GOLD}, {}, Names({}))
    assert tally.read == 0
    assert {c.f1 for name, c in tally.tasks.items() if c.gold} == {0.0}


def test_a_wrong_speaker_counts_for_the_words_only() -> None:
    read = {**GOLD, "statements": [{**GOLD["statements"][0], "speaker": ["북한"]}]}
    tasks = score({"p1": GOLD}, {"p1": read}, Names({})).tasks
    assert tasks["statements"].f1 == 1.0
    assert tasks["statements+speaker"].f1 == 0.0


def test_a_partly_annotated_record_is_scored_only_there() -> None:
    gold = {**GOLD, "partial": ["times"]}
    tasks = score({"p1": gold}, {"p1": {}}, Names({})).tasks
    assert tasks["times"].gold == 1
    assert tasks["events"].gold == 0
