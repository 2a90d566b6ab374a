"""Reads the postings of a word a block at a time instead of with four calls for each."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching.wrappers import FilterMatcher, MultiMatcher

# Papers and how often each has the word.
Block = tuple[Sequence[int], Sequence[float]]


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
        matcher._read_ids()
        matcher._read_weights()
        yield matcher._ids, matcher._weights
        matcher._next_block()
