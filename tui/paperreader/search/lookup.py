"""Lookup: one tree asked of the index and of the papers that the index doesn't have yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

from paperreader.search.closeness import Asked
from paperreader.search.ladder import EXACTLY, Leeway
from paperreader.search.matching import Matcher
from paperreader.search.scan import Plain, Scan
from paperreader.search.tagged import Tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperreader.library import Library
    from paperreader.search.index import OpenIndex
    from paperreader.search.nodes import Phrase, TextNode, Word
    from paperreader.search.notes import Notes
    from paperreader.search.postings import Scores


@dataclass(slots=True)
class Unindexed:
    """The plain texts of papers that the index doesn't have, kept while the library stands."""

    library: Library
    revision: int = -1
    plain: dict[int, Plain] = field(default_factory=dict)

    def read(
        self, numbers: Iterable[int], revision: int, notes: Mapping[int, str]
    ) -> Mapping[int, Plain]:
        """The texts of some papers, with their notes."""
        if self.revision != revision:
            self.plain, self.revision = {}, revision
        wanted = set(numbers)
        for number in wanted - self.plain.keys():
            if paper := self.library.paper(number):
                self.plain[number] = Plain.of(paper)
        found = {n: self.plain[n] for n in wanted if n in self.plain}
        return found | {n: found[n].with_note(notes[n]) for n in found.keys() & notes.keys()}


@dataclass(frozen=True, slots=True)
class Lookup:
    """Index and unindexed papers at one moment; `stale` are papers that the index has wrongly."""

    library: Library
    opened: OpenIndex | None
    notes: Notes
    tags: Tags
    stale: frozenset[int]
    unindexed: Mapping[int, Plain]
    alike: dict[Word, set[str]] = field(default_factory=dict)
    phrases: set[Phrase] = field(default_factory=set)
    known: dict[tuple[Word, Leeway], Scores] = field(default_factory=dict)

    @classmethod
    def now(
        cls, library: Library, opened: OpenIndex | None, notes: Notes, unindexed: Unindexed
    ) -> Lookup:
        """What there is to look in."""
        revision = library.revision
        notes.read(library.notes())
        tags = Tags(tag for tag, _ in library.tags())
        if opened is None:
            numbers, stale = tuple(library.select()), frozenset[int]()
        elif opened.stamp.revision == revision:
            return cls(library, opened, notes, tags, frozenset(), {})
        else:
            changes = library.changed_since(opened.stamp.revision)
            numbers, stale = changes.changed, frozenset((*changes.changed, *changes.removed))
        texts = unindexed.read(numbers, revision, notes.texts)
        return cls(library, opened, notes, tags, stale, texts)

    def match(self, node: TextNode, leeway: Leeway = EXACTLY) -> dict[int, float]:
        """The numbers of the papers that answer, with a score each."""
        found = self._from_index(node, leeway)
        if self.unindexed:
            scan = Scan(self.unindexed, self.tags, self.library.select, self.library.number_of)
            found.update(scan.match(node))
        return found

    def asked(self, query: str, tree: TextNode) -> Asked:
        """What a query asks of titles; words that fewer papers have tell more."""
        count = len(self.opened.numbers) if self.opened else 0
        rarity = {
            word: log(1 + count / (1 + len(papers))) for (word, *_), papers in self.known.items()
        }
        return Asked.of(query, tree, rarity, self.alike)

    def _from_index(self, node: TextNode, leeway: Leeway) -> dict[int, float]:
        if self.opened is None:
            return {}
        numbers = self.opened.numbers
        scores = Matcher(
            self.opened.postings, self.notes, self.tags, self.library.select,
            self.library.number_of, self.opened.places, leeway, self.alike, self.phrases,
            self.known,
        ).match(node)  # fmt: skip
        found = {numbers[place]: score for place, score in scores.items()}
        for number in self.stale & found.keys():
            del found[number]
        return found
