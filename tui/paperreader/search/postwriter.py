"""Writes the postings of a new segment as Whoosh does, a word at a time instead of a posting."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
from whoosh.writing import PostingPool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whoosh.fields import Schema

# Field, term, paper, weight and positions.
Item = tuple[str, bytes, int, float, bytes]

# About so many bytes are held for a posting that waits to be written.
_BYTES_OF_A_POSTING = 200
# A word of so few papers has them beside it.
_FEW_POSTINGS = 8


class Pool(PostingPool):
    """Whoosh's pool of unsorted postings, which counts them instead of weighing each."""

    def __init__(self, tempstore: Any, segment: Any, limitmb: int) -> None:
        super().__init__(tempstore, segment, limitmb=limitmb)
        self._fields: defaultdict[str, list[Item]] = defaultdict(list)
        self._room = self.limit // _BYTES_OF_A_POSTING

    def add(self, item: Item) -> None:
        """Keep a posting, in a file when there are very many; papers come in order."""
        self._fields[item[0]].append(item)
        self._room -= 1
        if not self._room:
            self.save()

    def save(self) -> None:
        """Put the postings in a file."""
        self.current = list(self._in_order())
        super().save()
        self._room = self.limit // _BYTES_OF_A_POSTING

    def iter_postings(self) -> Iterable[Item]:
        """All postings in order."""
        return self.items() if self.runs else self._in_order()

    def _in_order(self) -> Iterator[Item]:
        while self._fields:
            items = self._fields.pop(min(self._fields))
            items.sort(key=itemgetter(1))
            yield from items


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

    def finish_postings(self) -> Any:
        """Write the last block, or put the few there are into what is known of the word."""
        if self.written() or len(self) > _FEW_POSTINGS:
            return super().finish_postings()
        known: Any = self._terminfo
        self._terminfo = None
        known.add_block(self)
        known.set_inlined(self._ids, self._weights, self._values)
        return known


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
