"""Writes the postings of a new segment as Whoosh does, a word at a time instead of a posting."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

from array import array
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
from whoosh.writing import PostingPool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whoosh.fields import Schema

# Field, term, paper, weight and positions.
Item = tuple[str, bytes, int, float, bytes]

# About so many bytes are held for a posting that waits to be written.
_BYTES_OF_A_POSTING = 250


class Pool(PostingPool):
    """Whoosh's pool of unsorted postings, which counts them instead of weighing each."""

    def add(self, item: Item) -> None:
        """Keep a posting, in a file when there are very many."""
        self.current.append(item)
        if len(self.current) * _BYTES_OF_A_POSTING > self.limit:
            self.save()


class WordPostings(W3PostingsWriter):
    """Takes all postings of a word at once."""

    def add_all(self, items: Sequence[Item]) -> None:
        """Fill blocks with them; the last one is left for `finish_postings`."""
        for start in range(0, len(items), self._blocklimit):
            if start:
                self._write_block()
            _, _, ids, weights, values = zip(*items[start : start + self._blocklimit], strict=True)
            self._ids = array("I", ids)
            self._weights = array("f", weights)
            self._maxweight = max(weights)
            self._values = list(filter(None, values))
            self._minlength = self._maxlength = 1


class FieldWriter(W3FieldWriter):
    """Writes sorted postings word by word."""

    @property
    def _words(self) -> WordPostings:
        assert isinstance(self._postwriter, WordPostings)
        return self._postwriter

    def add_postings(self, schema: Schema, _lengths: object, items: Iterable[Item]) -> None:
        """Write all postings of a segment."""
        for name, postings in groupby(items, itemgetter(0)):
            self.start_field(name, schema[name])
            for term, same in groupby(postings, itemgetter(1)):
                self.start_term(term)
                self._words.add_all(list(same))
                self.finish_term()
            self.finish_field()


class Codec(W3Codec):
    """Whoosh's format without the lengths of papers in every block: only its own ranking,
    which stops early, would ask for them.
    """

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """The writer of a segment's terms and postings."""
        return FieldWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> WordPostings:
        """The writer of a word's postings."""
        return WordPostings(dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit)
