"""Finds the terms of a table in a text, in one pass over its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.topics.words import Word, forms_of, is_hangul, key_of, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


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


class Lexicon:
    """A tree of terms by their words.

    A word of a term that ends in `*` matches every word that begins so. The last word of a Korean
    term always does, since particles follow it, and Korean terms match with or without spaces.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        self._root = _Node()
        for term in terms:
            forms = forms_of(term)
            for spelling in _spellings(forms):
                self._add(spelling, key_of(forms))

    def find(self, text: str) -> Iterator[Hit]:
        """Yield what is found, left to right.

        What lies inside a longer term is left out; several terms may fit the same words.
        """
        words = list(words_in(text))
        reach = 0
        for place in range(len(words)):
            found = list(self._at(words, place))
            end = max((hit.end for hit in found), default=0)
            if end > reach:
                reach = end
                yield from (hit for hit in found if hit.end == end)

    def _at(self, words: list[Word], place: int) -> Iterator[Hit]:
        for node, end in _walk(self._root, words, place):
            if node.key is not None:
                yield Hit(node.key, words[place].start, end)

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


def _walk(node: _Node, words: list[Word], place: int) -> Iterator[tuple[_Node, int]]:
    if place == len(words):
        return
    for child, end in _steps(node, words[place]):
        yield child, end
        yield from _walk(child, words, place + 1)


def _steps(node: _Node, word: Word) -> Iterator[tuple[_Node, int]]:
    folded = word.folded
    if (exact := node.exact.get(word.form)) is not None:
        yield exact, word.end
    for length in node.lengths.get(folded[0], ()):
        stem = node.stems.get(folded[:length])
        if stem is not None and length <= len(folded):
            yield stem, word.start + length if is_hangul(folded) else word.end


def _spellings(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield forms
    if len(forms) > 1 and all(is_hangul(form) for form in forms):
        yield (key_of(forms),)
