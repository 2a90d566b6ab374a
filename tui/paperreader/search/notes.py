"""The words of the reader's notes: few enough to be kept in memory, and always as they are now."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from paperreader.search.analysis import tokens
from paperreader.search.spelling import by_first_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from paperreader.search.analysis import Sequence
    from paperreader.search.spelling import Vocabulary


class Notes:
    """Which papers have words in their notes, by the numbers of the library."""

    def __init__(self) -> None:
        self.texts: Mapping[int, str] = {}
        self._places: defaultdict[str, dict[int, set[int]]] = defaultdict(dict)
        self._vocabulary: Vocabulary | None = None
        # What misspelt words may have meant, found once.
        self.spellings: dict[object, Mapping[str, Set[str]]] = {}

    def read(self, texts: Mapping[int, str]) -> None:
        """Take in the notes as they are now; only those that changed cost anything."""
        if texts is self.texts:
            return
        before = self.texts
        for number in [n for n, text in before.items() if texts.get(n) != text]:
            self._drop(number, before[number])
        for number in [n for n, text in texts.items() if before.get(n) != text]:
            self._add(number, texts[number])
        self.texts, self._vocabulary = texts, None
        self.spellings.clear()

    def _add(self, number: int, text: str) -> None:
        for term, position in _terms(text):
            self._places[term].setdefault(number, set()).add(position)

    def _drop(self, number: int, text: str) -> None:
        for term in {term for term, _ in _terms(text)}:
            del self._places[term][number]
            if not self._places[term]:
                del self._places[term]

    def sequence(self, sequence: Sequence) -> set[int]:
        """The papers in whose notes terms stand at the distances of a sequence."""
        if any(term not in self._places for term in sequence.words):
            return set()
        at = [self._places[term] for term in sequence.words]
        papers = set.intersection(*map(set, at))
        if len(at) == 1:
            return papers
        return {paper for paper in papers if _starts(at, sequence.offsets, paper)}

    def having(self, terms: Iterable[str]) -> set[int]:
        """The papers with any of some terms in their notes."""
        return set(chain.from_iterable(self._places[t] for t in terms if t in self._places))

    def beginning(self, letters: str) -> set[int]:
        """The papers with a word in their notes that begins so."""
        near = self.vocabulary().get(letters[:1], ())
        return self.having(term for term in near if term.startswith(letters))

    def vocabulary(self, _field: str = "") -> Vocabulary:
        """All terms by their first letter."""
        if self._vocabulary is None:
            self._vocabulary = by_first_letter(self._places)
        return self._vocabulary


def _terms(text: str) -> Iterator[tuple[str, int]]:
    """The stems of a text and, for beginnings, its words as they are."""
    for token in tokens(text):
        yield token.term, token.position
        yield token.word, token.position


def _starts(at: list[dict[int, set[int]]], offsets: tuple[int, ...], paper: int) -> set[int]:
    """Where in the note of a paper the terms stand at these distances."""
    starts = ({p - offset for p in each[paper]} for each, offset in zip(at, offsets, strict=True))
    return set.intersection(*starts)
