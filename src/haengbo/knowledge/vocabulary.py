"""Fixed forms → where they stand in texts, leftmost first and the longest of each place.

Comes in: the forms once, then texts. Goes out: places, not overlapping. Invariant: the places are
the same whether a text is looked through by table or by automaton. An automaton over twenty
thousand forms takes a tenth of a second to build, which is more than looking through a page by
their first two letters: it is built once a process has seen more than pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

#: Characters looked through by table before the automaton pays.
_BY_TABLE = 100_000


class Vocabulary:
    """Forms to look for; none is empty."""

    def __init__(self, forms: Iterable[str], by_table: int = _BY_TABLE) -> None:
        """Index the forms.

        Args:
            forms: What to look for.
            by_table: Characters to look through before an automaton is built.
        """
        self._forms = frozenset(forms)
        self._left = by_table
        self._automaton: AhoCorasick | None = None
        # First two letters → lengths of the forms that begin with them, longest first; one letter
        # alone where it is a form, which then counts for every two that it begins
        self._lengths: dict[str, list[int]] = {}
        for form in sorted(self._forms, key=len, reverse=True):
            lengths = self._lengths.setdefault(form[:2], [])
            if not lengths or lengths[-1] != len(form):
                lengths.append(len(form))
        for pair, lengths in self._lengths.items():
            if len(pair) > 1 and pair[0] in self._forms:
                lengths.append(1)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every form, leftmost-longest.

        Example:
            Of 북한 and 북한군, ``북한군이 북한에`` has the second at 0 and the first at 5.
        """
        if self._automaton is None:
            self._left -= len(text)
            if self._left >= 0:
                return self._by_table(text)
            self._automaton = AhoCorasick(tuple(self._forms), matchkind=MatchKind.LeftmostLongest)
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text)]

    def _by_table(self, text: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        begins, forms, end = self._lengths.get, self._forms, 0
        for start in range(len(text)):
            if start < end:
                continue
            lengths = begins(text[start : start + 2]) or begins(text[start])
            for length in lengths or ():
                form = text[start : start + length]
                # Near the end of the text a slice is shorter than what was asked for
                if len(form) == length and form in forms:
                    end = start + length
                    found.append((start, end))
                    break
        return found
