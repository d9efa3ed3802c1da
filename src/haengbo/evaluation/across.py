"""Exported events and copies, gold and groups → how well pages were put together.

Figures: ``coverage`` (gold mentions found on their page); ``b3.*`` over the found mentions of
happenings told by two or more pages, with the figure of doing nothing beside it; ``copies.*``
over pairs of pages; ``origins.f1`` over (happening, origin) pairs; ``conflicts.*``. A gold event's
``key`` says which happening it is. A page is named by its file stem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from haengbo.evaluation.similarity import Names, Record, covers, pair_greedily

#: A gold event: its page and its place among that page's keyed events.
GoldMention = tuple[str, int]
_FOUND_AT = 0.5
_LEAST_TEXT = 0.3


def _stem(page: str) -> str:
    return Path(page).stem


class Across:
    """One evaluation across pages.

    Args of the constructor are plain records: gold by page id, the groups file, exported events
    (one per line of ``haengbo export events``), exported copies or ``None``.
    """

    def __init__(
        self,
        gold: Mapping[str, Record],
        groups: Record,
        events: Sequence[Record],
        copies: Sequence[Record] | None,
        names: Names,
    ) -> None:
        self._gold, self._groups, self._copies, self._names = gold, groups, copies, names
        self._by_id = {e["event"]: e for e in events}
        self._golds = {
            page: [e for e in record.get("events", []) if e.get("key")]
            for page, record in gold.items()
        }
        self.key_of = {
            (page, i): e["key"] for page, golds in self._golds.items() for i, e in enumerate(golds)
        }
        self.found = self._find(events)
        self.keys: dict[str, set[GoldMention]] = {}
        self.clusters: dict[str, set[GoldMention]] = {}
        for mention, event in self.found.items():
            self.keys.setdefault(self.key_of[mention], set()).add(mention)
            self.clusters.setdefault(event, set()).add(mention)

    def _people(self, participants: Sequence[Any] | None) -> set[str]:
        return {self._names(p["name"] if isinstance(p, dict) else p) for p in participants or []}

    def _similarity(self, g: Record, p: tuple[Record, Record]) -> float:
        event, report = p
        text: float = max(
            (covers(a, b) for a in g.get("evidence", []) for b in report.get("evidence", [])),
            default=0.0,
        )
        if text < _LEAST_TEXT:
            return 0.0
        a, b = self._people(g.get("participants")), self._people(event.get("participants"))
        shared = 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0
        same_type = bool(g["type"] == event.get("type"))
        return 0.5 * text + 0.3 * same_type + 0.2 * shared

    def _find(self, events: Sequence[Record]) -> dict[GoldMention, str]:
        """Which exported event each gold mention is, where one is."""
        found = {}
        for page, golds in self._golds.items():
            told = [
                (e, r) for e in events for r in e.get("reports", []) if _stem(r["page"]) == page
            ]
            for i, j in pair_greedily(golds, told, self._similarity, _FOUND_AT):
                found[page, i] = told[j][0]["event"]
        return found

    @property
    def shared(self) -> dict[str, set[GoldMention]]:
        """Happenings told (and found) on two or more pages."""
        return {k: m for k, m in self.keys.items() if len({page for page, _ in m}) > 1}

    def _b3(self, cluster_of: Callable[[GoldMention], set[GoldMention]]) -> tuple[float, ...]:
        counted = [m for members in self.shared.values() for m in members]
        precision = recall = 0.0
        for mention in counted:
            cluster, key = cluster_of(mention), self.keys[self.key_of[mention]]
            precision += len(cluster & key) / len(cluster) / len(counted)
            recall += len(cluster & key) / len(key) / len(counted)
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def _origin(self, page: str, index: int) -> str:
        event, article = self._golds[page][index], self._gold[page]["article"]
        chain = event.get("reported_by") or [None]
        return self._names(chain[0] or article.get("origin") or article.get("outlet") or "")

    def _origins(self) -> dict[str, float]:
        right = said = due = 0
        for members in self.shared.values():
            want = {self._origin(*m) for m in members} - {""}
            best = max(sorted(self.clusters), key=lambda c: len(self.clusters[c] & members))
            got = {self._names(o) for o in self._by_id[best].get("origins", [])}
            right, said, due = right + len(want & got), said + len(got), due + len(want)
        return {"origins.f1": 2 * right / (said + due)} if due else {}

    def _copy_figures(self) -> dict[str, float]:
        if self._copies is None:
            return {}

        def pairs(groups: Sequence[Sequence[str]]) -> set[frozenset[str]]:
            return {frozenset(map(_stem, pair)) for g in groups for pair in combinations(g, 2)}

        want = pairs(self._groups.get("copies", []))
        got = pairs([row["pages"] for row in self._copies])
        nothing = 0.0 if want else 1.0
        return {
            "copies.recall": len(want & got) / len(want) if want else 1.0,
            "copies.precision": len(want & got) / len(got) if got else nothing,
        }

    def _conflicts(self) -> dict[str, float]:
        wanted: dict[tuple[str, str], set[frozenset[str]]] = {}
        for conflict in self._groups.get("conflicts", []):
            values = {_stem(p): v for p, v in conflict["values"].items()}
            wanted.setdefault((conflict["key"], conflict["field"]), set()).update(_apart(values))
        if not wanted:
            return {}
        told = 0
        seen: set[tuple[str, str]] = set()
        for cluster, members in self.clusters.items():
            for row in self._by_id[cluster].get("discrepancies", []):
                told += 1
                values = {_stem(p): str(v["value"]) for v in row["values"] for p in v["pages"]}
                for key in {self.key_of[m] for m in members}:
                    if _apart(values) & wanted.get((key, row["field"]), set()):
                        seen.add((key, row["field"]))
        return {
            "conflicts.recall": len(seen) / len(wanted),
            "conflicts.precision": len(seen) / told if told else 0.0,
        }

    def figures(self) -> dict[str, float]:
        """All figures by name."""
        precision, recall, f1 = self._b3(lambda m: self.clusters[self.found[m]])
        return {
            "coverage": len(self.found) / len(self.key_of) if self.key_of else 0.0,
            "b3.precision": precision,
            "b3.recall": recall,
            "b3.f1": f1,
            "b3.f1 of nothing": self._b3(lambda m: {m})[2],
            **self._copy_figures(),
            **self._origins(),
            **self._conflicts(),
        }

    def faults(self) -> list[str]:
        """Happenings that were split and events that merge several, one line each."""
        split = [
            f"split  {key}: {sorted(parts)}"
            for key, members in sorted(self.keys.items())
            if len(parts := {self.found[m] for m in members}) > 1
        ]
        merged = [
            f"merged {cluster}: {sorted(parts)}"
            for cluster, members in sorted(self.clusters.items())
            if len(parts := {self.key_of[m] for m in members}) > 1
        ]
        return split + merged


def _apart(values: Mapping[str, str]) -> set[frozenset[str]]:
    """Pairs of pages that stand under different values."""
    return {frozenset((a, b)) for a, b in combinations(values, 2) if values[a] != values[b]}
