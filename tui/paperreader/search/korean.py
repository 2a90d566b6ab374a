"""Papers with what a Korean word that is nowhere may have meant: its parts, or another spelling."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from paperreader.search.analysis import glued, tokens
from paperreader.search.compounds import cuts
from paperreader.search.jamo import misspelt
from paperreader.search.scores import added, intersected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from paperreader.search.analysis import Sequence
    from paperreader.search.jamo import Pairs
    from paperreader.search.postings import Scores


@dataclass(frozen=True, slots=True)
class Korean:
    """Looks for what a word may have meant, and keeps in `lit` the terms and words found for it.

    `find_in` has the papers of a sequence in a field, `find` those of letters in any of `names`.
    """

    names: tuple[str, ...]
    find_in: Callable[[Sequence, str], Scores]
    find: Callable[[str], Scores]
    pairs: Pairs
    lit: set[str] = field(default_factory=set)

    def likely(self, forms: tuple[Sequence, ...], *, is_apart: bool) -> Iterator[Scores]:
        """The papers of what the forms of a word may have meant, the likeliest first.

        `is_apart` tells that it is there as words that follow each other.
        """
        spelt = (misspelt(glued(form), self.pairs) for form in forms)
        steps = zip_longest(*spelt, fillvalue=set[str]())
        if not is_apart:
            yield self._any_of(set().union(*next(steps, ())))
        yield added(self._in_pieces(forms, name) for name in self.names)
        for words in steps:
            yield self._any_of(set().union(*words))
        yield added(self._in_misspelt_pieces(forms))

    def _any_of(self, words: Iterable[str]) -> Scores:
        found = {word: self.find(word) for word in words}
        self._light(word for word in found if found[word])
        return added(found.values())

    def _light(self, words: Iterable[str]) -> None:
        for word in words:
            self.lit.update((word, *(token.term for token in tokens(word))))

    def _in_pieces(self, forms: tuple[Sequence, ...], name: str) -> Scores:
        """The papers with the parts of a compound, as when it is written with spaces."""
        found = []
        for parts in chain.from_iterable(cuts(form.words) for form in forms):
            if papers := intersected([self.find_in(part, name) for part in parts]):
                self.lit.update(gram for part in parts for gram in part.words)
                found.append(papers)
        return added(found)

    def _in_misspelt_pieces(self, forms: tuple[Sequence, ...]) -> Iterator[Scores]:
        """The papers with the parts of a compound one of which is misspelt."""
        for cut in chain.from_iterable(cuts(form.words) for form in forms):
            parts = [glued(part) for part in cut]
            found = [self.find(part) for part in parts]
            at = next((index for index, papers in enumerate(found) if not papers), None)
            if at is None:
                continue
            for meant in next(misspelt(parts[at], self.pairs), ()):
                parts[at], found[at] = meant, self.find(meant)
                if papers := intersected(found):
                    self._light((*parts, "".join(parts)))
                    yield papers
