"""Counts what an import changed, over all its transactions: each paper once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from paperreader.library.model import ImportCount
from paperreader.library.views import Either, InView, View, ViewKind

if TYPE_CHECKING:
    from paperreader.library import Library
    from paperreader.library.model import Document


@dataclass(slots=True)
class Counter:
    """The papers that were there before, and what was stored since."""

    library: Library
    revision: int
    before: frozenset[int]
    documents: int = 0
    entries: int = 0
    unchanged: int = 0
    sources: set[str] = field(default_factory=set)

    @classmethod
    def start(cls, library: Library) -> Self:
        """Begin counting before anything is stored."""
        return cls(library, library.revision, frozenset(library.select()))

    def add(self, documents: list[Document], stored: ImportCount) -> None:
        """Take in one transaction."""
        self.documents += stored.documents
        self.entries += stored.entries
        self.unchanged += stored.unchanged
        self.sources.update(document.source for document in documents)

    def total(self) -> ImportCount:
        """What all transactions changed together."""
        changed = set(self.library.changed_since(self.revision).changed)
        return ImportCount(
            documents=self.documents,
            entries=self.entries,
            new=len(changed - self.before),
            updated=len(changed & self.before),
            unchanged=min(self.unchanged, self._left_alone(changed)),
        )

    def _left_alone(self, changed: set[int]) -> int:
        """How many papers of the sources were not changed: transactions may count some twice."""
        views = tuple(InView(View(ViewKind.SOURCE, source)) for source in self.sources)
        return len(set(self.library.select(Either(views))) - changed)
