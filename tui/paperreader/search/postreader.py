"""Reads the postings of a word a block at a time instead of with four calls for each."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from typing import Any

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching.wrappers import FilterMatcher, MultiMatcher

# Papers and how often each has the word.
Block = tuple[Sequence[int], Iterable[float]]


def blocks(matcher: Any) -> Iterator[Block]:
    """The papers of a fresh matcher as they lie on disk, deleted ones too."""
    if isinstance(matcher, FilterMatcher):
        yield from blocks(matcher.child)
    elif isinstance(matcher, MultiMatcher):
        for part, first in zip(matcher.matchers, matcher.offsets, strict=True):
            for papers, weights in blocks(part):
                yield [first + paper for paper in papers], weights
    elif isinstance(matcher, W3LeafMatcher):
        yield from _on_disk(matcher)
    else:
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),)
            matcher.next()


def _on_disk(matcher: Any) -> Iterator[Block]:
    while matcher.is_active():
        if matcher._data is None:
            matcher._read_data()
        papers, weights = matcher._data[:2]
        if not matcher._byteids:
            papers = list(accumulate(papers))  # each is kept as its distance from the one before
        if weights is None or isinstance(weights, float):
            weights = repeat(1.0 if weights is None else weights, len(papers))  # of all the same
        yield papers, weights
        matcher._next_block()
