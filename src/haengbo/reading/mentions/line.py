"""A sentence with its words and atoms: what the finders of people and offices look at.

Comes in: a document and one of its sentences. Goes out: a ``Line``. Invariant: atoms are sorted,
and a longer atom comes before the shorter ones that begin with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.mentions.atoms import Atom, find_atoms
from haengbo.reading.mentions.compounds import find_compounds, find_letters
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.words import Word, words_of


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, cut up.

    Attributes:
        sentence: The sentence.
        text: The whole text that spans count in.
        words: Its words.
        atoms: Names of the pack in it.
    """

    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    atoms: tuple[Atom, ...]

    def atoms_in(self, span: Span) -> tuple[Atom, ...]:
        """Atoms that lie inside a span."""
        return tuple(atom for atom in self.atoms if span.contains(atom.span))

    def atom_at(self, word: Word) -> Atom | None:
        """The atom that begins in a word's stem, or covers it, if any."""
        return next((atom for atom in self.atoms if atom.span.overlaps(word.stem)), None)

    def word_index(self, position: int) -> int:
        """Index of the word that covers a position, or of the next one."""
        for index, word in enumerate(self.words):
            if position < word.span.end:
                return index
        return len(self.words)

    def people(self) -> tuple[Atom, ...]:
        """Atoms that denote people."""
        return tuple(atom for atom in self.atoms if atom.kind is ActorKind.PERSON)


def line_of(document: Document, sentence: Sentence, lexicon: Lexicon) -> Line:
    """Cut a sentence into words and find the pack's names in it."""
    compounds = find_compounds(document, sentence, lexicon)
    named = tuple(
        atom
        for atom in find_atoms(document, sentence, lexicon)
        if not any(atom.span.overlaps(other.span) for other in compounds)
        or len(atom.span) > max(len(other.span) for other in compounds)
    )
    kept = tuple(c for c in compounds if not any(a.span.overlaps(c.span) for a in named))
    letters = find_letters(document, sentence, named + kept, lexicon)
    atoms = sorted(named + kept + letters, key=lambda a: (a.span.start, -a.span.end))
    return Line(sentence, document.text, words_of(sentence, document.text), tuple(atoms))
