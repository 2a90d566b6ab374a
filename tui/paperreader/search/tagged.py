"""Tags that the words of a query name: a paper is found by them as by what is written in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.filters import Tagged
from paperreader.library.views import Either
from paperreader.search.analysis import BETWEEN_WORDS, STOP_WORDS, fold, units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.search.nodes import Word

_SIGN = "#"  # with which tags are shown
# Fewer letters are the beginning of too many tags.
_TELLING = 2


class Tags:
    """The tags there are, each as a whole and by its words."""

    def __init__(self, tags: Iterable[str]) -> None:
        self._parts = {tag: _parts(tag) for tag in tags}

    def named_by(self, word: Word) -> Either | None:
        """The papers with a tag that a word is, or is the beginning of where it still grows."""
        if word.field or not self._parts:
            return None
        typed = {
            fold(word.text).removeprefix(_SIGN),
            *(unit.letters for unit in units(word.text) if unit.is_cjk),
        }
        beginnings = tuple(each for each in typed if word.is_last and len(each) >= _TELLING)
        found = [
            tag
            for tag, parts in self._parts.items()
            if parts & typed or any(part.startswith(beginnings) for part in parts)
        ]
        return Either(tuple(map(Tagged, found))) if found else None


def _parts(tag: str) -> set[str]:
    folded = fold(tag)
    return {folded, *BETWEEN_WORDS.split(folded)} - STOP_WORDS - {""}
