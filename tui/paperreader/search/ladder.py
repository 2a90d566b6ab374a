"""What to try when not all words are found: near spellings first, then any of the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from paperreader.search.analysis import units
from paperreader.search.nodes import All, TextNode, Word

_MOST_FUZZY = 3
# A slip that somebody else made too is in so few papers.
_RARE = 3
# Where fewer papers have all of so many words, those that lack one are shown after them;
# of fewer words, each could be misspelt.
_FEW_PAPERS = 3
_MANY_WORDS = 3

One = Callable[[Word], Mapping[int, float]]

NO_WORDS: frozenset[Word] = frozenset()


class Match(Protocol):
    """Finds the papers of a tree in which some words may be misspelt."""

    def __call__(self, node: TextNode, fuzzy: frozenset[Word] = ...) -> dict[int, float]:
        """The papers with a score each."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """What was found, on which step: exactly, misspelt words, or any of the words.

    `others` are papers that lack one of the words, where few have all of them.
    """

    scores: Mapping[int, float]
    fuzzy: frozenset[Word] = NO_WORDS
    is_any: bool = False
    others: Mapping[int, float] = field(default_factory=dict)

    @property
    def is_exact(self) -> bool:
        """Whether everything asked for is in every paper."""
        return not (self.fuzzy or self.is_any or self.others)


def climb(tree: TextNode, match: Match, *, is_filled: bool = False) -> Climbed:
    """Find papers, asking for less until there are some; `is_filled` adds to very few."""
    words = _words(tree)
    tree = _without_stop_words(tree, words)
    exact = match(tree)
    if not words:
        return Climbed(exact)
    fuzzy = NO_WORDS if exact else _doubted(words, match)
    found = exact or (match(tree, fuzzy) if fuzzy else {})

    def one(word: Word) -> Mapping[int, float]:
        return match(word, fuzzy)

    if not found:
        ranked = _ranked(tree, words, one, match)
        return Climbed({paper: score for paper, (score, _) in ranked.items()}, fuzzy, is_any=True)
    if is_filled and len(found) < _FEW_PAPERS and len(words) >= _MANY_WORDS:
        return Climbed(found, fuzzy, others=_lacking_one(tree, words, one, match, found))
    return Climbed(found, fuzzy)


def _doubted(words: list[Word], match: Match) -> frozenset[Word]:
    """The words that may be misspelt: those that are nowhere, else rare ones, else all of a few."""
    papers = {word: len(match(word)) for word in words}
    unknown = [word for word in words if not papers[word]]
    rare = [word for word in words if papers[word] <= _RARE]
    doubted = unknown or rare or (words if len(words) < _MANY_WORDS else [])
    return frozenset(doubted[:_MOST_FUZZY])


def _lacking_one(
    tree: TextNode, words: list[Word], one: One, match: Match, found: Mapping[int, float]
) -> dict[int, float]:
    """The papers with all words but one, scored below those with all."""
    ranked = _ranked(tree, words, one, match)
    near = {
        paper: score
        for paper, (score, count) in ranked.items()
        if count >= len(words) - 1 and paper not in found
    }
    most = max(near.values(), default=0.0) + 1.0
    least = min(found.values())
    return {paper: score / most * least for paper, score in near.items()}


def _ranked(
    tree: TextNode, words: list[Word], one: One, match: Match
) -> dict[int, tuple[float, int]]:
    """The papers with any of the words, by score and number of words: more of them count more."""
    found: dict[int, tuple[float, int]] = {}
    for word in words:
        for paper, score in one(word).items():
            before, count = found.get(paper, (0.0, 0))
            found[paper] = before + score, count + 1
    parts = tree.parts if isinstance(tree, All) else ()
    others = tuple(part for part in parts if not isinstance(part, Word))
    allowed = match(All(others)) if others else found
    return {
        paper: (score * count / len(words), count)
        for paper, (score, count) in found.items()
        if paper in allowed
    }


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
