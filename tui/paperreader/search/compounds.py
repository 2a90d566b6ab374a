"""How a word that is written as one may be written as several."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from paperreader.search.analysis import Sequence, glued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paperreader.search.analysis import Unit

# Longer Korean compounds are not cut: there would be too many ways.
_MOST_SYLLABLES = 15
# Parts of fewer letters are no words that a compound is made of.
_SHORTEST_WORD = 3

Ranges = tuple[tuple[int, int], ...]


def apart(unit: Unit) -> Iterator[tuple[str, ...]]:
    """The words that a unit may be written as: two, of Korean any number."""
    if unit.is_cjk:
        for form in unit.forms:
            yield from (tuple(map(glued, parts)) for parts in cuts(form.words))
    elif len(unit.forms) == 1:
        word = unit.letters
        for end in range(_SHORTEST_WORD, len(word) - _SHORTEST_WORD + 1):
            yield word[:end], word[end:]


def cuts(pairs: tuple[str, ...]) -> Iterator[list[Sequence]]:
    """The pairs of syllables of a Korean compound as those of its words, in every way."""
    for ranges in _ranges(len(pairs) + 1):
        yield [Sequence(pairs[start:end], tuple(range(end - start))) for start, end in ranges]


@lru_cache(64)
def _ranges(syllables: int) -> tuple[Ranges, ...]:
    """Every way to cut so many syllables into words of two or three, as ranges of their pairs."""
    if syllables > _MOST_SYLLABLES:
        return ()
    found: list[list[Ranges]] = [[()], [], *([] for _ in range(syllables))]
    for end in range(2, syllables + 1):
        for size in (2, 3):
            if size <= end:
                found[end] += [(*cut, (end - size, end - 1)) for cut in found[end - size]]
    return tuple(cut for cut in found[syllables] if len(cut) > 1)
