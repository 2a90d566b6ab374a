"""Finds the terms of a table in a text, in one pass over its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.topics.words import forms_of, is_hangul, key_of, singular, words_in

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_MOST_KNOWN = 50_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a text: its key, and where it stands as a half-open range of characters."""

    key: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    key: str | None = None
    exact: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)


_Step = tuple[_Node, int]


class Lexicon:
    """A tree of terms by their words.

    A word of a term that ends in `*` matches every word that begins so. The last word of a Korean
    term always does, since particles follow it, and Korean terms match with or without spaces.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._root = _Node()
        self._known: dict[str, tuple[_Step, ...]] = {}
        for term in terms:
            forms = forms_of(term)
            for spelling in _spellings(forms):
                self._add(spelling, key_of(forms))

    def find(self, text: str) -> Iterator[Hit]:
        """Yield what is found, left to right.

        What lies inside a longer term is left out; several terms may fit the same words.
        """
        words = words_in(text)
        reach = 0
        for place, word in enumerate(words):
            if not self._beginnings(word[0]):
                continue
            found = list(self._at(words, place))
            end = max((hit.end for hit in found), default=0)
            if end > reach:
                reach = end
                yield from (hit for hit in found if hit.end == end)

    def _beginnings(self, word: str) -> tuple[_Step, ...]:
        """The steps from the root, remembered: most words of a text begin no term."""
        steps = self._known.get(word)
        if steps is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            steps = self._known[word] = tuple(_steps(self._root, word))
        return steps

    def _at(self, words: list[re.Match[str]], place: int) -> Iterator[Hit]:
        start = words[place].start()
        for node, length in self._beginnings(words[place][0]):
            if node.key is not None:
                yield Hit(node.key, start, start + length)
            for inner, end in _walk(node, words, place + 1):
                if inner.key is not None:
                    yield Hit(inner.key, start, end)

    def _add(self, forms: tuple[str, ...], key: str) -> None:
        node = self._root
        for form in forms:
            node = _child(node, form)
        if node is not self._root:
            node.key = key


def _child(node: _Node, form: str) -> _Node:
    if not form.endswith("*"):
        return node.exact.setdefault(form, _Node())
    stem = form[:-1]
    lengths = {*node.lengths.get(stem[0], ()), len(stem)}
    node.lengths[stem[0]] = tuple(sorted(lengths))
    return node.stems.setdefault(stem, _Node())


def _walk(node: _Node, words: list[re.Match[str]], place: int) -> Iterator[tuple[_Node, int]]:
    if place == len(words) or not (node.exact or node.stems):
        return
    for child, length in _steps(node, words[place][0]):
        yield child, words[place].start() + length
        yield from _walk(child, words, place + 1)


def _steps(node: _Node, word: str) -> Iterator[_Step]:
    """Where a word leads, and how many of its characters belong to the term."""
    folded = word.casefold()
    if (exact := node.exact.get(singular(folded))) is not None:
        yield exact, len(word)
    for length in node.lengths.get(folded[0], ()):
        stem = node.stems.get(folded[:length])
        if stem is not None and length <= len(folded):
            yield stem, length if is_hangul(folded) else len(word)


def _spellings(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield forms
    if len(forms) > 1 and all(is_hangul(form) for form in forms):
        yield (key_of(forms),)
