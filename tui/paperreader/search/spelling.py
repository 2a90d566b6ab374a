"""Words of the index that a mistyped word may have meant."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase, digits
from typing import TYPE_CHECKING, Protocol

from paperreader.search.analysis import STOP_WORDS, stem
from paperreader.search.texts import EDGE, NAME_SIGN, STEMMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from paperreader.search.analysis import Unit

# Terms by their first letter.
Vocabulary = dict[str, set[str]]

_LETTERS = ascii_lowercase + digits
SHORTEST = 3
# Of fewer letters the first one is taken to be right.
_FIRST_DOUBTED = 4
_SHORTEST_STEM = 4
LONGEST = 24
# From so many letters on, two slips of the finger are thought possible.
LONG = 8

# An edit in so many last letters may hide an ending.
_ENDING = 4
# Stems are in the index: a misspelt word is compared without its ending as well.
_ENDINGS = (
    "ization", "ations", "ation", "ions", "ion", "ments", "ment", "ings", "ing", "ities", "ity",
    "ives", "ive", "er", "ed", "es", "e", "s", "al", "ly",
)  # fmt: skip


class Spelt(Protocol):
    """Has words by field, and keeps what misspelt ones may have meant."""

    spellings: dict[object, Mapping[str, Set[str]]]

    def vocabulary(self, field: str, /) -> Vocabulary:
        """All terms of a field by their first letter."""


def by_first_letter(terms: Iterable[str]) -> Vocabulary:
    """Some terms as a vocabulary."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in terms:
        found[term[:1]].add(term)
    return dict(found)


def alike(
    postings: Spelt, fields: Iterable[str], unit: Unit, *, is_anywhere: bool = False
) -> Mapping[str, Set[str]]:
    """By field, the terms one edit away, else two when long, else those of titles with the word."""
    word = unit.letters
    if unit.is_cjk or not SHORTEST <= len(word) <= LONGEST:
        return {}
    typed = {field: _typed(word, field) for field in fields}
    if is_anywhere and len(word) >= EDGE:
        typed["edge"] = {word, NAME_SIGN + word}
    key = word, *typed
    if key not in postings.spellings:
        postings.spellings[key] = _nearest(postings, word, typed)
    return postings.spellings[key]


def _nearest(postings: Spelt, word: str, typed: Mapping[str, set[str]]) -> Mapping[str, Set[str]]:
    found = {
        field: _whole(field, _one_edit_away(postings.vocabulary(field), word, field, forms))
        for field, forms in typed.items()
    }
    if not any(found.values()) and len(word) >= LONG:
        found = {
            field: _whole(field, _two_edits_away(postings.vocabulary(field), forms))
            for field, forms in typed.items()
        }
    if not any(found.values()):
        titles = chain.from_iterable(postings.vocabulary("title").values())
        return {"title": {term for term in titles if word in term}}
    return found


def _typed(word: str, field: str) -> set[str]:
    """The forms in which a field may have the word."""
    if field not in STEMMED:
        return {word}
    bare = {word.removesuffix(ending) for ending in _ENDINGS}
    return {word, stem(word)} | {form for form in bare if len(form) >= _SHORTEST_STEM}


def _one_edit_away(vocabulary: Vocabulary, word: str, field: str, forms: set[str]) -> set[str]:
    first = 0 if len(word) >= _FIRST_DOUBTED else 1
    likely = {edited for form in forms for edited in _edited(form, range(first, len(form) + 1))}
    if field in STEMMED:
        likely |= _meant(word)
    likely -= {word, stem(word), *STOP_WORDS}
    return {t for t in likely if t in vocabulary.get(t[:1], ()) and _may_be(t, word)}


def _may_be(term: str, word: str) -> bool:
    """Whether a word may have meant a term, which of few letters has to begin as it does.

    Two letters are the stem of a longer word, not what a short one was meant to be.
    """
    is_close = len(term) >= _FIRST_DOUBTED or term[:1] == word[:1]
    return is_close and (len(term) >= SHORTEST or len(word) > SHORTEST)


def _two_edits_away(vocabulary: Vocabulary, forms: set[str]) -> set[str]:
    """The terms with the same first letter, as few slips are there."""
    near = {
        term
        for form in forms
        for term in vocabulary.get(form[0], ())
        if abs(len(form) - len(term)) <= 2
        and len(set(form).symmetric_difference(term)) <= 4
        and is_within(form, term, 2)
    }
    return near - forms


def _whole(field: str, terms: set[str]) -> set[str]:
    """The terms that are words: short ones at the edge may be beginnings only."""
    if field != "edge":
        return terms
    return {term for term in terms if len(term) >= EDGE + term.startswith(NAME_SIGN)}


@lru_cache(16)  # the fields of a word ask for the same
def _meant(word: str) -> set[str]:
    """The stems of the words with an ending that one edit in the last letters makes of this one."""
    likely = _edited(word, range(max(0, len(word) - _ENDING), len(word) + 1))
    return {stem(edited) for edited in likely if edited.endswith(_ENDINGS)}


@lru_cache(64)
def _edited(word: str, places: range) -> set[str]:
    """What it makes to drop, swap, change or add a letter at these places."""
    found = set()
    for at in places:
        before, after = word[:at], word[at:]
        found |= {before + after[1:], before + after[1:2] + after[:1] + after[2:]}
        found |= {before + c + rest for c in _LETTERS for rest in (after, after[1:])}
    return found - {word}


def is_within(one: str, other: str, most: int) -> bool:
    """Whether so many letters added, dropped, changed or swapped with the next are enough."""
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
            return False
    return row[-1] <= most
