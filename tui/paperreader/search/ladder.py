"""What to try when not all words are found: near spellings first, then any of the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from paperreader.search.analysis import units
from paperreader.search.nodes import All, AnyOf, TextNode, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

# Only short queries are searched as if every word could be misspelt.
_FEW_WORDS = 4
_MOST_FUZZY = 3

NO_WORDS: frozenset[Word] = frozenset()


class Match(Protocol):
    """Finds the papers of a tree in which some words may be misspelt."""

    def __call__(self, node: TextNode, fuzzy: frozenset[Word] = ...) -> dict[int, float]:
        """The papers with a score each."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """What was found, on which step: exactly, misspelt words, or any of the words."""

    scores: Mapping[int, float]
    fuzzy: frozenset[Word] = NO_WORDS
    is_any: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether everything asked for is in every paper."""
        return not self.fuzzy and not self.is_any


def climb(tree: TextNode, match: Match) -> Climbed:
    """Find papers, asking for less until there are some."""
    words = _words(tree)
    tree = _without_stop_words(tree, words)
    found = match(tree)
    if found or not words:
        return Climbed(found)
    unknown = [word for word in words if not match(word)]
    doubted = unknown or (words if len(words) <= _FEW_WORDS else [])
    fuzzy = frozenset(doubted[:_MOST_FUZZY])
    if fuzzy and (found := match(tree, fuzzy)):
        return Climbed(found, fuzzy)
    loose = _any_of_words(tree)
    return Climbed(match(loose, fuzzy), fuzzy, is_any=True) if loose != tree else Climbed({})


def _words(tree: TextNode) -> list[Word]:
    """The words that all have to be found and that say something."""
    parts = tree.parts if isinstance(tree, All) else (tree,)
    words = [part for part in parts if isinstance(part, Word)]
    return [word for word in words if any(not unit.is_stop for unit in units(word.text))]


def _without_stop_words(tree: TextNode, words: list[Word]) -> TextNode:
    """The tree without words that are in every paper, where there are others to go by."""
    if not isinstance(tree, All) or not words:
        return tree
    kept = [part for part in tree.parts if part in words or not isinstance(part, Word)]
    return All(tuple(kept)) if len(kept) > 1 else kept[0]


def _any_of_words(tree: TextNode) -> TextNode:
    words = _words(tree)
    if not isinstance(tree, All) or len(words) < 2:
        return tree
    others = tuple(part for part in tree.parts if not isinstance(part, Word))
    return All((AnyOf(tuple(words)), *others)) if others else AnyOf(tuple(words))
