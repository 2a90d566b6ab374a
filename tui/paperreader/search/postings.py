"""What the index says of one word: which papers have it, how well, and where."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

from collections import OrderedDict
from itertools import chain
from typing import TYPE_CHECKING, Any

from whoosh.reading import TermNotFound

from paperreader.search.postreader import blocks
from paperreader.search.spelling import by_first_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from whoosh.searching import Searcher

    from paperreader.search.analysis import Sequence
    from paperreader.search.postreader import Block
    from paperreader.search.spelling import Vocabulary

Scores = dict[int, float]

# Scores of this many postings are kept between keystrokes: about 30 MB at the most.
_KEPT_POSTINGS = 300_000
# BM25: how soon it stops to count that a word is repeated, and how much longer texts weigh less.
_K1, _B = 1.2, 0.75


class Postings:
    """The words of one opened index. Papers are Whoosh's document numbers here."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self._reader: Any = searcher.reader()
        self._living = set(self.all()) if self._reader.has_deletions() else None
        self._kept: OrderedDict[tuple[str, str], Scores] = OrderedDict()
        self._postings_kept = 0
        self._vocabularies: dict[str, Vocabulary] = {}
        # What misspelt words may have meant, found once.
        self.spellings: dict[object, Mapping[str, Set[str]]] = {}
        self._lengths: dict[str, list[float]] = {}
        # By field the beginning that was asked for last, and the papers of its terms.
        self._begun: dict[str, tuple[str, dict[bytes, list[int]]]] = {}

    def load(self, field: str) -> None:
        """Load what the first search in a field would have to wait for."""
        self.vocabulary(field)
        if self._reader.schema[field].scorable:
            self._lengths_in(field)

    @property
    def count(self) -> int:
        """How many papers there are."""
        return int(self._reader.doc_count())

    def frequency(self, field: str, term: str) -> int:
        """In how many papers a term is."""
        return int(self._reader.doc_frequency(field, term))

    def all(self) -> Iterator[int]:
        """Every paper."""
        return iter(self._reader.all_doc_ids())

    def scores(self, field: str, term: str) -> Scores:
        """The papers with a term and how well each fits, by BM25."""
        key = field, term
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        found = self._read_scores(field, term)
        self._keep(key, found)
        return found

    def _read_scores(self, field: str, term: str) -> Scores:
        most = self._searcher.idf(field, term) * (_K1 + 1)
        lengths = self._lengths_in(field)
        return self._only_living(
            {
                paper: most * weight / (weight + lengths[paper])
                for papers, weights in self._blocks(field, term)
                for paper, weight in zip(papers, weights, strict=True)
            }
        )

    def _lengths_in(self, field: str) -> list[float]:
        """By paper, how much the length of a field takes from the weight of its words."""
        if field not in self._lengths:
            average = self._searcher.avg_field_length(field) or 1.0
            lengths = (
                self._reader.doc_field_length(paper, field) or 1
                for paper in range(self._reader.doc_count_all())
            )
            self._lengths[field] = [_K1 * (1 - _B + _B * each / average) for each in lengths]
        return self._lengths[field]

    def _blocks(self, field: str, term: str | bytes) -> Iterator[Block]:
        try:
            return blocks(self._reader.postings(field, term))
        except TermNotFound:
            return iter(())

    def _only_living(self, found: Scores) -> Scores:
        if self._living is None:
            return found
        return {paper: score for paper, score in found.items() if paper in self._living}

    def _keep(self, key: tuple[str, str], found: Scores) -> None:
        self._kept[key] = found
        self._postings_kept += len(found)
        while self._postings_kept > _KEPT_POSTINGS and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._postings_kept -= len(dropped)

    def having(self, field: str, terms: Iterable[str]) -> set[int]:
        """The papers with any of some terms."""
        return self._any_of(self._papers(field, term) for term in terms)

    def _papers(self, field: str, term: str | bytes) -> list[int]:
        return list(chain.from_iterable(papers for papers, _ in self._blocks(field, term)))

    def _any_of(self, read: Iterable[list[int]]) -> set[int]:
        found = set().union(*read)
        return found if self._living is None else found & self._living

    def beginning(self, field: str, letters: str) -> set[int]:
        """The papers with a term that begins so; for a word that grows nothing is read again."""
        shorter, known = self._begun.get(field, (letters, None))
        if known is not None and letters.startswith(shorter):
            start = letters.encode()
            read = {term: papers for term, papers in known.items() if term.startswith(start)}
        else:
            terms = list(self._reader.expand_prefix(field, letters))
            read = {term: self._papers(field, term) for term in terms}
        self._begun[field] = letters, read
        return self._any_of(read.values())

    def vocabulary(self, field: str) -> Vocabulary:
        """All terms of a field by their first letter."""
        if field not in self._vocabularies:
            terms = (term.decode() for term in self._reader.lexicon(field))
            self._vocabularies[field] = by_first_letter(terms)
        return self._vocabularies[field]

    def sequence(self, field: str, sequence: Sequence) -> Scores:
        """The papers in which terms stand at the distances of a sequence, with their scores."""
        if len(sequence.words) == 1:
            return self.scores(field, sequence.words[0])
        scores = [self.scores(field, term) for term in dict.fromkeys(sequence.words)]
        papers = set.intersection(*(set(found) for found in scores))
        if papers:
            papers = self._in_place(field, sequence, sorted(papers))
        return {paper: sum(found[paper] for found in scores) for paper in papers}

    def _in_place(self, field: str, sequence: Sequence, papers: list[int]) -> set[int]:
        starts: dict[int, set[int]] = {}
        for word, offset in zip(sequence.words, sequence.offsets, strict=True):
            for paper, positions in self._positions(field, word, papers):
                here = {position - offset for position in positions}
                starts[paper] = starts[paper] & here if paper in starts else here
            papers = [paper for paper in papers if starts[paper]]
        return set(papers)

    def _positions(
        self, field: str, term: str, papers: list[int]
    ) -> Iterator[tuple[int, list[int]]]:
        matcher = self._reader.postings(field, term)
        for paper in papers:
            if matcher.id() < paper:
                matcher.skip_to(paper)
            yield paper, matcher.value_as("positions")
