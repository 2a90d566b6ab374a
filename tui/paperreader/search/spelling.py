"""Words of the index that a mistyped word may have meant."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING

from paperreader.search.analysis import stem
from paperreader.search.texts import EDGE, NAME_SIGN, STEMMED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.search.analysis import Unit
    from paperreader.search.postings import Postings

SHORTEST = 4
LONGEST = 24
# From so many letters on, two slips of the finger are thought possible.
LONG = 8


# An edit in so many last letters may hide an ending.
_ENDING = 4

# Stems are in the index: a misspelt word is compared without its ending as well.
_ENDINGS = "ization ations ation ions ion ments ment ings ing ities ity ives ive er ed es e s al"


def alike(
    postings: Postings, fields: Iterable[str], unit: Unit, *, is_anywhere: bool
) -> dict[str, list[str]]:
    """By field, the nearest terms: one edit away, two when long; else those of titles with it."""
    word = unit.letters
    if unit.is_cjk or not SHORTEST <= len(word) <= LONGEST:
        return {}
    most = 2 if len(word) >= LONG else 1
    found = {
        field: _distances(_typed(word, field), postings.vocabulary(field, word[0]), most)
        | dict.fromkeys(_meant(postings, field, word), 1)
        for field in fields
    }
    if is_anywhere and len(word) >= EDGE:
        found["edge"] = _at_edge(postings, word, most) | _at_edge(postings, NAME_SIGN + word, most)
    if not any(found.values()):
        return {"title": [term for term in postings.vocabulary("title") if word in term]}
    nearest = min(d for distances in found.values() for d in distances.values())
    return {
        field: [term for term, distance in distances.items() if distance == nearest]
        for field, distances in found.items()
    }


def _meant(postings: Postings, field: str, word: str) -> set[str]:
    """The terms of the words that one slip in the first or last letters makes of this one."""
    likely = _slips(word)
    terms = {stem(each) for each in likely} if field in STEMMED else likely
    return {term for term in terms - _typed(word, field) if postings.frequency(field, term)}


@lru_cache(64)
def _slips(word: str) -> frozenset[str]:
    """What one edit makes of the first two letters and of an ending, which a stem is without."""
    last = len(word) - _ENDING
    found = set()
    for at in (0, 1, *range(max(last, 2), len(word))):
        before, after = word[:at], word[at:]
        found |= {before + after[1:], before + after[1:2] + after[:1] + after[2:]}
        found |= {before + c + rest for c in ascii_lowercase for rest in (after, after[1:])}
    return frozenset(found - {word})


def _at_edge(postings: Postings, word: str, most: int) -> dict[str, int]:
    """The near words of titles and names as they are; shorter ones may be beginnings only."""
    start = word[: 1 + word.startswith(NAME_SIGN)]
    terms = postings.vocabulary("edge", start)
    return _distances({word}, (term for term in terms if len(term) >= EDGE + len(start)), most)


def _typed(word: str, field: str) -> set[str]:
    """The forms in which a field may have the word."""
    if field not in STEMMED:
        return {word}
    endings = [ending for ending in _ENDINGS.split() if word.endswith(ending)]
    bare = {word[: -len(ending)] for ending in endings}
    return {word, stem(word)} | {form for form in bare if len(form) >= SHORTEST}


def _distances(typed: set[str], terms: Iterable[str], most: int) -> dict[str, int]:
    """The terms within reach, but for the word itself."""
    found: dict[str, int] = {}
    forms = [(word, _any_piece(word, most)) for word in typed]
    for term in terms:
        near = [
            distance
            for word, piece in forms
            if abs(len(word) - len(term)) <= most
            and piece.search(term)
            and (distance := edits(word, term, most)) is not None
        ]
        if near and term not in typed:
            found[term] = min(near)
    return found


def _any_piece(word: str, most: int) -> re.Pattern[str]:
    """What every word within reach has: an edit spoils two of these pieces at the most."""
    count = 2 * most + 1
    ends = [len(word) * index // count for index in range(count + 1)]
    pieces = (word[start:end] for start, end in pairwise(ends))
    return re.compile("|".join(re.escape(piece) for piece in pieces))


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
