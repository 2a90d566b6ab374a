"""How close the titles and authors of the likely papers are to what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from paperreader.search.analysis import stem, units, words
from paperreader.search.nodes import Word, positive
from paperreader.search.scan import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from paperreader.library import Library
    from paperreader.search.nodes import TextNode

# A word and its position.
Spot = tuple[str, int]

# The papers whose titles are looked at: those with the best scores.
_LIKELY = 60
_BEGUN = 0.8
_MISSPELT = 0.6
_ADJACENT = 0.25
_NAMED = 1.5
_BEGINNING = 1.0
_SHARE = 1.0


class Part(NamedTuple):
    """One thing looked for: its letters, how much it tells, and how it may be misspelt."""

    letters: str
    stem: str
    weight: float
    alike: Set[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for in titles and among authors."""

    typed: str
    parts: tuple[Part, ...]

    @classmethod
    def of(
        cls, query: str, tree: TextNode, rarity: Mapping[Word, float],
        alike: Mapping[Word, Set[str]],
    ) -> Asked:  # fmt: skip
        """The words of a query that may stand anywhere."""
        parts = tuple(
            Part(letters, stem(letters), rarity.get(node, 1.0), alike.get(node, frozenset()))
            for node in positive(tree)
            if isinstance(node, Word) and not node.field
            for letters in (unit.letters for unit in units(node.text) if not unit.is_stop)
        )
        return cls(plain(query).strip(), parts)


def prefer_close(
    library: Library,
    notes: Mapping[int, str],
    asked: Asked,
    ranked: list[int],
    scores: dict[int, float],
) -> None:
    """Raise the first of ranked papers by how much of the query their titles have."""
    if not asked.parts or not ranked:
        return
    most = scores[ranked[0]]
    for number, title, authors in library.headings(ranked[:_LIKELY]):
        names = _names((*authors, notes.get(number, "")))
        scores[number] += most * _closeness(asked, title, names)
    ranked.sort(key=scores.__getitem__, reverse=True)


def _closeness(asked: Asked, title: str, names: str) -> float:
    """How much of what is asked stands in title and authors, in order, and as a name."""
    spots = _spots(title)
    there = [_best(part, spots) for part in asked.parts]
    fits = [
        max(fit, _among(part, names)) for part, (fit, _) in zip(asked.parts, there, strict=True)
    ]
    telling = sum(part.weight for part in asked.parts) or 1.0
    share = sum(part.weight * fit for part, fit in zip(asked.parts, fits, strict=True)) / telling
    places = [place for _, place in there]
    pairs = pairwise(zip(asked.parts, places, strict=True))
    adjacent = sum(_adjacent(*one, *other, names) for one, other in pairs)
    together = adjacent / (len(places) - 1) if len(places) > 1 else 0.0
    return _SHARE * share**2 + _ADJACENT * together + _named(asked, title, names)


def _named(asked: Asked, title: str, names: str) -> float:
    """Whether what was typed is the name of the paper, of which it may be the beginning, or of
    one of its authors.
    """
    is_author = " " in asked.typed and f" {asked.typed} " in names
    return max(_NAMED if is_author else 0.0, _begins(asked, title))


def _adjacent(one: Part, at: int | None, other: Part, then: int | None, names: str) -> float:
    """How well two words follow each other in the title, or are first and last name of one."""
    if at is not None and then is not None and then - at == 1:
        return 1.0
    for a, b in product((one.letters, *one.alike), (other.letters, *other.alike)):
        if f" {a} {b} " in names or f" {b} {a} " in names:
            return 1.0
    return _BEGUN if f" {one.letters} {other.letters}" in names else 0.0


def _begins(asked: Asked, title: str) -> float:
    """Whether the title, or the name before its colon, is what was typed so far."""
    typed, name = asked.typed, plain(title.partition(":")[0]).strip()
    if len(asked.parts) == 1 and not asked.parts[0].alike.isdisjoint((name, stem(name))):
        return _NAMED * _MISSPELT
    if " " in typed and plain(title).strip().startswith(typed):
        return _NAMED
    typed, name = typed.replace(" ", ""), name.replace(" ", "")
    if name == typed:
        return _NAMED
    return _BEGINNING * len(typed) / len(name) if name.startswith(typed) else 0.0


@lru_cache(4096)
def _spots(title: str) -> tuple[Spot, ...]:
    return tuple(words(title))


@lru_cache(4096)
def _names(texts: tuple[str, ...]) -> str:
    """The words of authors and of the note, two spaces between one and the next of them."""
    return "".join(map(plain, texts))


def _best(part: Part, title: tuple[Spot, ...]) -> tuple[float, int | None]:
    """How well the word fits the one of a title that it fits best, and where that is."""
    best, place = 0.0, None
    for word, position in title:
        if word[0] != part.letters[0] and not part.alike:
            continue  # as no stem begins with another letter than its word
        term = stem(word)
        if term == part.stem or word == part.letters:
            fit = 1.0
        elif word.startswith(part.letters):
            fit = _BEGUN
        elif term in part.alike or word in part.alike:
            fit = _MISSPELT
        else:
            continue
        if fit > best:
            best, place = fit, position
    return best, place


def _among(part: Part, names: str) -> float:
    """How well the word fits one of the authors, or a word of the note."""
    if f" {part.letters} " in names:
        return 1.0
    if f" {part.letters}" in names:
        return _BEGUN
    return _MISSPELT if part.alike and not part.alike.isdisjoint(names.split()) else 0.0
