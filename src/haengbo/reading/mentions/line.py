"""A sentence with its words and atoms: what the finders of people and offices look at.

Comes in: a document and one of its sentences. Goes out: a ``Line``. Invariant: atoms are sorted,
and a longer atom comes before the shorter ones that begin with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.mentions.armies import find_armies, find_delegations
from haengbo.reading.mentions.atoms import Atom, find_atoms, owner_in
from haengbo.reading.mentions.characters import find_in_characters, find_read
from haengbo.reading.mentions.compounds import find_compounds, find_letters
from haengbo.reading.mentions.given import renamed
from haengbo.reading.mentions.glossed import find_editions, find_glossed
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.parted import parted, states_behind
from haengbo.reading.mentions.parties import with_parties
from haengbo.reading.mentions.perspective import Perspective, own_state, speaks_as_we
from haengbo.reading.mentions.words import Word, words_of

if TYPE_CHECKING:
    from haengbo.reading.mentions.titles import TitleEnd


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, cut up.

    Attributes:
        sentence: The sentence.
        text: The whole text that spans count in.
        words: Its words outside remarks in parentheses.
        remarks: The words of each remark.
        atoms: Names of the pack in it.
    """

    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    atoms: tuple[Atom, ...]
    remarks: tuple[tuple[Word, ...], ...] = ()
    # Filled by ``titles``: three finders ask of every word which title ends in it
    title_ends: dict[int, TitleEnd | None] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def atoms_in(self, span: Span) -> tuple[Atom, ...]:
        """Atoms that lie inside a span."""
        return tuple(atom for atom in self.atoms if span.contains(atom.span))

    def atom_at(self, word: Word) -> Atom | None:
        """The atom that begins in a word's stem, or covers it, if any."""
        start, end = word.stem.start, word.stem.end
        for atom in self.atoms:
            if atom.span.start < end and start < atom.span.end:
                return atom
        return None

    def word_index(self, position: int) -> int:
        """Index of the word that covers a position, or of the next one."""
        for index, word in enumerate(self.words):
            if position < word.span.end:
                return index
        return len(self.words)

    def people(self) -> tuple[Atom, ...]:
        """Atoms that denote people and begin in one of the words."""
        return tuple(
            atom
            for atom in self.atoms
            if atom.kind is ActorKind.PERSON
            and any(w.span.start <= atom.span.start < w.span.end for w in self.words)
        )


def line_of(
    document: Document, sentence: Sentence, perspective: Perspective, lexicon: Lexicon
) -> Line:
    """Cut a sentence into words and find the pack's names in it."""
    text = document.text
    own = tuple(own_state(text, sentence, perspective, lexicon))
    named = tuple(
        atom
        for atom in find_atoms(document, sentence, lexicon)
        if not speaks_as_we(atom, text, sentence, perspective)
    )
    compounds = find_compounds(document, sentence, lexicon)
    atoms = _longest((*own, *named), compounds)
    atoms = _longest(tuple(find_glossed(text, sentence, lexicon)), atoms)
    atoms = _longest(tuple(find_editions(text, sentence, lexicon)), atoms)
    atoms = _longest(tuple(find_read(text, sentence, lexicon)), atoms)
    atoms = _longest(atoms, tuple(find_in_characters(text, sentence, lexicon)))
    atoms = _longest(find_armies(text, sentence, atoms, lexicon), atoms)
    atoms = _longest(find_delegations(text, sentence, atoms, lexicon), atoms)
    letters = find_letters(document, sentence, atoms, lexicon)
    words, *remarks = (
        parted(renamed(row, text, lexicon), (*atoms, *letters), text, lexicon)
        for row in words_of(sentence, text)
    )
    atoms = (*atoms, *letters, *states_behind(words, (*atoms, *letters), lexicon))
    kept = [_uncut(a, text, words, lexicon) for a in atoms]
    ordered = sorted((a for a in kept if a), key=lambda a: (a.span.start, -a.span.end))
    ordered = list(with_parties(ordered, text, document.article.published_day, lexicon))
    return Line(sentence, text, words, tuple(ordered), tuple(remarks))


def _longest(first: tuple[Atom, ...], second: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Both groups; of two that overlap the longer one, of equals the one of the first group."""
    kept = [a for a in first if not any(_beats(b, a) for b in second)]
    kept += [b for b in second if not any(_beats(a, b) or a.span == b.span for a in first)]
    return tuple(sorted(kept, key=lambda a: a.span))


def _beats(atom: Atom, other: Atom) -> bool:
    whole, theirs = atom.whole or atom.span, other.whole or other.span
    if atom.kind is ActorKind.INSTRUMENT and other.kind is ActorKind.STATE:
        # 북러 조약: the treaty's name names both states.
        return False
    return whole.overlaps(theirs) and len(whole) > len(theirs)


def _uncut(atom: Atom, text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Atom | None:
    """The atom; if a title cuts it, the state it begins with, if any."""
    if _runs_on(atom, words, text, lexicon) and atom.kind is ActorKind.STATE:
        return None
    cut = _cut_by_title(atom, words, lexicon) or _runs_on(atom, words, text, lexicon)
    return owner_in(atom, text, lexicon) if cut else atom


def _runs_on(atom: Atom, words: tuple[Word, ...], text: str, lexicon: Lexicon) -> bool:
    """The name is only the beginning of a longer one: 검찰 in 검찰총국."""
    if atom.kind not in {ActorKind.ORGANISATION, ActorKind.STATE} or atom.whole is not None:
        return False
    for word in words:
        if word.stem.start < atom.span.end < word.stem.end:
            rest = text[atom.span.end : word.stem.end]
            rest = rest.removesuffix(lexicon.ending("between-tails", rest) or "")  # 누리인민당사이
            followers = (*lexicon.words("organ-followers"), *lexicon.words("missions"))
            follows = rest.startswith(followers) or rest in lexicon.heads
            if atom.kind is ActorKind.STATE and _has_organ(rest, lexicon):
                return False  # 북한외교부, 호주대표부: the state and its organ
            return not follows and lexicon.ending("organ-generic", rest) is not None
    return False


def _has_organ(text: str, lexicon: Lexicon) -> bool:
    """Whether what is written onto a state is the name of a ministry, or its mission."""
    organ = lexicon.names.claimed(text)
    named = organ is not None and organ.rows[0].actor_kind is ActorKind.ORGANISATION
    return named or text in lexicon.words("un-missions")


def _cut_by_title(atom: Atom, words: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """A title begins inside the name and ends after it: 러시아 검찰 in 러시아 검찰총장."""
    if atom.kind is not ActorKind.ORGANISATION:
        return False
    for word in words:
        if not word.stem.start < atom.span.end < word.stem.end:
            continue
        rest = word.text[atom.span.end - word.stem.start :]
        start = max(atom.span.start - word.stem.start, 0)
        inside = range(start, atom.span.end - word.stem.start)
        return rest not in lexicon.words("body-chiefs") and any(
            word.text[i:] in lexicon.heads for i in inside
        )
    return False
