"""Gold records and readings → a ``Tally``: the tasks of the evaluation, one function each.

A record of gold that says ``partial: [...]`` was annotated only in those parts and is scored
only there. Records are paired by ``id``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from haengbo.errors import UsageError
from haengbo.evaluation.similarity import (
    Names,
    Record,
    covers,
    near_time,
    overlap,
    pair_greedily,
    same_time,
    squeeze,
)
from haengbo.evaluation.tally import Tally

LINE_KINDS = ("title", "subtitle", "meta", "body", "caption", "boilerplate")
#: Shortest surface that is compared by overlap; shorter ones only need to be contained.
_SHORT_SURFACE = 4


def load_records(path: Path) -> dict[str, Record]:
    """Records of a folder of JSON files or of a ``.jsonl`` file, by id.

    Raises:
        UsageError: The path does not exist, a record does not parse or an id stands twice.
    """
    try:
        if path.is_dir():
            texts = [p.read_text("utf-8") for p in sorted(path.glob("*.json"))]
        else:
            texts = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        records = [json.loads(text) for text in texts]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error
    by_id = {record["id"]: record for record in records}
    if len(by_id) != len(records):
        raise UsageError(f"{path}: an id stands twice")
    return by_id


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record], names: Names) -> Tally:
    """Score every gold record against the reading of the same id (nothing, if there is none)."""
    tally = Tally(records=len(gold), read=sum(rid in predicted for rid in gold))
    for rid, record in gold.items():
        reading = predicted.get(rid, {})
        _Page(rid, record, reading, names, tally).score()
    return tally


@dataclass(frozen=True, slots=True)
class _Page:
    """One gold record and its reading, being scored into a shared tally."""

    rid: str
    gold: Record
    pred: Record
    names: Names
    tally: Tally

    def score(self) -> None:
        self._article()
        self._lines()
        self._paragraphs()
        parts = self.gold.get("partial")
        page = self
        if parts:
            page = _Page(
                self.rid,
                {k: v for k, v in self.gold.items() if k in parts},
                {k: v for k, v in self.pred.items() if k in parts},
                self.names,
                self.tally,
            )
        page._actors()
        page._roles()
        page._times()
        page._events()
        page._statements()
        page._forecasts()
        page._remarks()

    def _article(self) -> None:
        gold, pred = self.gold.get("article", {}), self.pred.get("article", {})
        for name in ("title", "outlet", "origin"):
            if name in gold:
                g, p = squeeze(gold.get(name)), squeeze(pred.get(name))
                same = g == p if name == "title" else self.names(g) == self.names(p)
                self.tally.mark(f"article.{name}", right=same)
        if gold.get("published"):
            right = same_time(gold["published"], pred.get("published"))
            self.tally.mark("article.published(day)", right=right)
        if "authors" in gold:
            g_list, p_list = (sorted(map(squeeze, a.get("authors") or [])) for a in (gold, pred))
            self.tally.mark("article.authors", right=g_list == p_list)

    def _lines(self) -> None:
        gold = self.gold.get("article", {}).get("lines")
        if not gold:
            return
        pred = self.pred.get("article", {}).get("lines") or {}
        g_kind = {n: k for k in LINE_KINDS for n in gold.get(k, [])}
        p_kind = {n: k for k in LINE_KINDS for n in pred.get(k, []) if n in g_kind}
        for kind in ("body", "caption", "boilerplate"):
            g_set = {n for n, k in g_kind.items() if k == kind}
            p_set = {n for n, k in p_kind.items() if k == kind}
            self.tally.add(f"lines.{kind}", len(g_set & p_set), len(p_set), len(g_set))
        for number, kind in g_kind.items():
            self.tally.mark("lines.kind", right=p_kind.get(number) == kind)
            if p_kind.get(number) != kind:
                self.tally.miss("lines", f"{self.rid}:{number} {kind} read as {p_kind.get(number)}")

    def _paragraphs(self) -> None:
        gold, pred = self.gold.get("article", {}), self.pred.get("article", {})
        for part in ("paragraphs", "captions"):
            if part in gold:
                g_list, p_list = gold[part] or [], pred.get(part) or []
                pairs = pair_greedily(g_list, p_list, overlap, 0.9)
                self.tally.add(part, len(pairs), len(p_list), len(g_list))
                self._note(part, pairs, [x[:60] for x in g_list], [x[:60] for x in p_list])

    def _note(
        self, task: str, pairs: list[tuple[int, int]], golds: list[str], preds: list[str]
    ) -> None:
        """Note what stayed without a partner, gold first."""
        for i in sorted(set(range(len(golds))) - {i for i, _ in pairs}):
            self.tally.miss(task, f"{self.rid} missed {golds[i]}")
        for j in sorted(set(range(len(preds))) - {j for _, j in pairs}):
            self.tally.miss(task, f"{self.rid} extra {preds[j]}")

    def _actors(self) -> None:
        gold, pred = (
            {self.names(a["name"]): a.get("kind") for a in r.get("actors", [])}
            for r in (self.gold, self.pred)
        )
        shared = gold.keys() & pred.keys()
        self.tally.add("actors", len(shared), len(pred), len(gold))
        for name in shared:
            self.tally.mark("actors.kind", right=gold[name] == pred[name])
        for name in sorted(gold.keys() - shared):
            self.tally.miss("actors", f"{self.rid} missed {name}")
        for name in sorted(pred.keys() - shared):
            self.tally.miss("actors", f"{self.rid} extra {name}")

    def _role_keys(self, record: Record) -> set[tuple[str, str, str]]:
        return {
            (self.names(a["name"]), squeeze(r.get("title")), self.names(r.get("of")))
            for a in record.get("actors", [])
            if a.get("kind") == "person"
            for r in a.get("roles", [])
        }

    def _roles(self) -> None:
        gold, pred = self._role_keys(self.gold), self._role_keys(self.pred)
        self.tally.add("roles", len(gold & pred), len(pred), len(gold))
        for key in sorted(gold - pred):
            self.tally.miss("roles", f"{self.rid} missed {key}")
        for key in sorted(pred - gold):
            self.tally.miss("roles", f"{self.rid} extra {key}")

    def _times(self) -> None:
        gold, pred = self.gold.get("times", []), self.pred.get("times", [])
        pairs = pair_greedily(gold, pred, time_similarity, 0.3)
        self.tally.add("times", len(pairs), len(pred), len(gold))
        texts = ([f"{t['surface']} = {t['value']}" for t in ts] for ts in (gold, pred))
        self._note("times", pairs, *texts)

    def _events(self) -> None:
        gold, pred = self.gold.get("events", []), self.pred.get("events", [])
        pairs = pair_greedily(gold, pred, partial(event_similarity, self.names), 0.4)
        self.tally.add("events", len(pairs), len(pred), len(gold))
        for i, j in pairs:
            self._event_fields(gold[i], pred[j])
        texts = ([self._event_text(e) for e in es] for es in (gold, pred))
        self._note("events", pairs, *texts)

    def _event_text(self, e: Record) -> str:
        return f"{e['type']}/{e.get('mode')} {e.get('date')} {sorted(people_of(self.names, e))}"

    def _event_fields(self, g: Record, p: Record) -> None:
        same = {
            "date": same_time(g.get("date"), p.get("date")),
            "place": self.names(g.get("place")) == self.names(p.get("place")),
            "mode": g.get("mode") == p.get("mode"),
            "status": g.get("status") == p.get("status"),
            "participants": people_of(self.names, g) == people_of(self.names, p),
        }
        for name, right in same.items():
            self.tally.mark(f"events.{name}", right=right)
            if not right:
                values = (
                    [sorted(people_of(self.names, e)) for e in (g, p)]
                    if name == "participants"
                    else [g.get(name), p.get(name)]
                )
                text = f"{self.rid} {self._event_text(g)}: {values[0]} read as {values[1]}"
                self.tally.miss(f"events.{name}", text)
        self._chain(g, p, "events.reported_by")
        usual = g.get("status") == "occurred"
        self.tally.add(
            "status.other", not usual and same["status"], p.get("status") != "occurred", not usual
        )

    def _chain(self, g: Record, p: Record, name: str) -> None:
        """The exact chain is a field; every link with its place counts for the task ``chains``."""
        g_links, p_links = ([self.names(x) for x in r.get("reported_by") or []] for r in (g, p))
        self.tally.mark(name, right=g_links == p_links)
        shared = set(enumerate(g_links)) & set(enumerate(p_links))
        self.tally.add("chains", len(shared), len(p_links), len(g_links))
        if g_links != p_links:
            told = (g.get("text") or " ".join(g.get("evidence", [])))[:50]
            self.tally.miss("chains", f"{self.rid} {g_links} read as {p_links}: {told}")

    def _statements(self) -> None:
        for task, forms in (("statements", ("direct", "document")), ("indirect", ("indirect",))):
            gold, pred = (
                [s for s in r.get("statements", []) if s.get("form") in forms]
                for r in (self.gold, self.pred)
            )
            pairs = pair_greedily(gold, pred, lambda g, p: overlap(g["text"], p["text"]), 0.5)
            right = sum(self._statement_fields(task, gold[i], pred[j]) for i, j in pairs)
            self.tally.add(task, len(pairs), len(pred), len(gold))
            self.tally.add(f"{task}+speaker", right, len(pred), len(gold))
            texts = ([f"{s.get('speaker')}: {s['text'][:50]}" for s in ss] for ss in (gold, pred))
            self._note(task, pairs, *texts)

    def _statement_fields(self, task: str, g: Record, p: Record) -> bool:
        same = {self.names(x) for x in g.get("speaker", [])} == {
            self.names(x) for x in p.get("speaker", [])
        }
        if not same:
            text = f"speaker {g.get('speaker')} read as {p.get('speaker')}: {g['text'][:40]}"
            self.tally.miss(task, f"{self.rid} {text}")
        self._chain(g, p, f"{task}.reported_by")
        if g.get("date"):
            self.tally.mark(f"{task}.date", right=same_time(g["date"], p.get("date")))
        return same

    def _forecasts(self) -> None:
        gold, pred = self.gold.get("forecasts", []), self.pred.get("forecasts", [])
        pairs = pair_greedily(gold, pred, forecast_similarity, 0.4)
        self.tally.add("forecasts", len(pairs), len(pred), len(gold))
        for i, j in pairs:
            same = self.names(gold[i].get("by")) == self.names(pred[j].get("by"))
            self.tally.mark("forecasts.by", right=same)
            if gold[i].get("horizon"):
                near = near_time(gold[i]["horizon"], pred[j].get("horizon"))
                self.tally.mark("forecasts.horizon", right=near)
        texts = ([f"{f.get('by')}: {f['text'][:60]}" for f in fs] for fs in (gold, pred))
        self._note("forecasts", pairs, *texts)

    def _remarks(self) -> None:
        gold, pred = (
            {(squeeze(w["from"]), squeeze(w["to"])) for w in r.get("wording_changes", [])}
            for r in (self.gold, self.pred)
        )
        self.tally.add("wording_changes", len(gold & pred), len(pred), len(gold))
        g_list, p_list = self.gold.get("omissions", []), self.pred.get("omissions", [])
        similarity = partial(_by_key, "what")
        pairs = pair_greedily(g_list, p_list, similarity, 0.5)
        self.tally.add("omissions", len(pairs), len(p_list), len(g_list))
        self._note("omissions", pairs, [o["what"] for o in g_list], [o["what"] for o in p_list])


def _by_key(key: str, g: Record, p: Record) -> float:
    return covers(g[key], p[key])


def time_similarity(g: Record, p: Record) -> float:
    """Same value, same line where both say it, one surface in the other or close to it."""
    if not same_time(g["value"], p["value"]):
        return 0.0
    if g.get("line") and p.get("line") and g["line"] != p["line"]:
        return 0.0
    surfaces: tuple[Any, Any] = (g["surface"], p["surface"])
    shortest = min(len(squeeze(s)) for s in surfaces)
    return covers(*surfaces) if shortest < _SHORT_SURFACE else overlap(*surfaces)


def forecast_similarity(g: Record, p: Record) -> float:
    """Words in common, or one clause inside the other."""
    contained = covers(g["text"], p["text"]) > 0.9  # noqa: PLR2004 - a clause inside a longer one
    return max(overlap(g["text"], p["text"]), 0.9 * contained)


def people_of(names: Names, event: Record) -> set[str]:
    """Canonical names of an event's participants."""
    return {names(p["name"]) for p in event.get("participants", [])}


def event_similarity(names: Names, g: Record, p: Record) -> float:
    """Same type, dates that do not exclude each other, shared participants, shared words."""
    if g["type"] != p["type"] or not near_time(g.get("date"), p.get("date")):
        return 0.0
    a, b = people_of(names, g), people_of(names, p)
    shared = 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.5
    if shared == 0:
        return 0.0
    text: float = max(
        (covers(x, y) for x in g.get("evidence", []) for y in p.get("evidence", [])), default=0.0
    )
    exact = same_time(g.get("date"), p.get("date"))
    same_mode = bool(g.get("mode") == p.get("mode"))
    return 0.5 * shared + 0.25 * text + 0.15 * exact + 0.1 * same_mode
