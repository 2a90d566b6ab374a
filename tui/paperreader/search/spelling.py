"""Words of the index that a mistyped word may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.search.analysis import stem
from paperreader.search.texts import STEMMED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.search.analysis import Unit
    from paperreader.search.postings import Postings

SHORTEST = 4
LONGEST = 24
# From so many letters on, two slips of the finger are thought possible.
LONG = 8


def alike(postings: Postings, field: str, unit: Unit) -> list[str]:
    """The nearest terms of a field that begin with the same letter, one or two edits away."""
    word = unit.last
    if unit.is_cjk or not SHORTEST <= len(word) <= LONGEST:
        return []
    typed = {word, stem(word)} if field in STEMMED else {word}
    distances = _distances(
        typed, list(postings.vocabulary(field, word[0])), 1 + (len(word) >= LONG)
    )
    nearest = min(distances.values(), default=0)
    return [term for term, distance in distances.items() if distance == nearest]


def _distances(typed: set[str], terms: Iterable[str], most: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for term in terms:
        for word in typed:
            distance = edits(word, term, most)
            if distance is not None:
                found[term] = min(distance, found.get(term, most))
    return found


def edits(one: str, other: str, most: int) -> int | None:
    """How many letters to add, drop, change or swap with the next; None above `most`."""
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if older and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
