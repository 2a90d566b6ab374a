"""A query's tree over the index: which papers answer it, and how well."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from paperreader.library.views import Numbers
from paperreader.search.analysis import Sequence, Unit, glued, phrase, stem, units
from paperreader.search.compounds import apart
from paperreader.search.korean import Korean
from paperreader.search.ladder import EXACTLY, Leeway
from paperreader.search.nodes import (
    All,
    AnyOf,
    Holds,
    Identifier,
    Linked,
    Phrase,
    TextNode,
    Without,
    Word,
)
from paperreader.search.scores import added, intersected, minus, times
from paperreader.search.sounds import sounding_so
from paperreader.search.spelling import alike
from paperreader.search.texts import (
    ALL_WEIGHTS,
    EDGE,
    NAME_SIGN,
    NOTE,
    NOTE_WEIGHT,
    STEMMED,
    WEIGHTS,
)
from paperreader.search.thesaurus import meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    from paperreader.library.views import Condition
    from paperreader.search.notes import Notes
    from paperreader.search.postings import Postings, Scores
    from paperreader.search.tagged import Tags

FUZZY_WEIGHT = 0.5
PREFIX_WEIGHT = 0.6
TRANSLATED_WEIGHT = 0.3
# From so many letters on, a beginning is looked for in the text as well.
TELLING_PREFIX = 4
# Notes are few, and each is the reader's own.
TELLING_NOTE_PREFIX = 2


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds the papers of a tree; `leeway` is how strictly words are read.

    `select` asks the library for the papers of a condition, `number_of` for that of an id;
    `known` are words that were found before.
    """

    postings: Postings
    notes: Notes
    tags: Tags
    select: Callable[[Condition], Iterable[int]]
    number_of: Callable[[str], int | None]
    places: Mapping[int, int]
    leeway: Leeway = EXACTLY
    alike: dict[Word, set[str]] = field(default_factory=dict)
    phrases: set[Phrase] = field(default_factory=set)
    known: dict[tuple[Word, Leeway], Scores] = field(default_factory=dict)

    def match(self, node: TextNode) -> Scores:  # noqa: PLR0911 - one for each kind of node
        """The papers that answer, with a score each; conditions count nothing."""
        match node:
            case Word():
                return self._known_word(node)
            case Phrase():
                return self._phrase(node)
            case Identifier(text):
                return self._identifier(text)
            case Linked(kind):
                return dict.fromkeys(self.postings.scores("links", kind), 0.0)
            case Holds(condition):
                return self._placed(self.select(condition))
            case Without(part):
                return minus(dict.fromkeys(self.postings.all(), 0.0), self.match(part))
            case AnyOf(parts):
                return added(self.match(part) for part in parts)
            case All(parts):
                return self._all(parts)

    def _placed(self, numbers: Iterable[int]) -> Scores:
        return {self.places[number]: 0.0 for number in numbers if number in self.places}

    def _all(self, parts: tuple[TextNode, ...]) -> Scores:
        unwanted = [self.match(part.part) for part in parts if isinstance(part, Without)]
        wanted = []
        for part in parts:
            if not isinstance(part, Without):
                wanted.append(self.match(part))
                if not wanted[-1]:
                    return {}
        found = intersected(wanted) if wanted else dict.fromkeys(self.postings.all(), 0.0)
        for papers in unwanted:
            found = minus(found, papers)
        return found

    def _identifier(self, text: str) -> Scores:
        number = self.number_of(text)
        if number is not None:
            return self._placed(self.select(Numbers(frozenset((number,)))))
        return self.word(Word(text))

    def _phrase(self, node: Phrase) -> Scores:
        sequence = phrase(node.text)
        if sequence is None:
            return dict.fromkeys(self.postings.all(), 0.0)
        return self._sequence(sequence, node.field)

    def _known_word(self, node: Word) -> Scores:
        """The papers of a word, which is asked for on several steps of the ladder."""
        is_meant = self.leeway.is_meant and any(u.is_cjk or _meanings(u) for u in units(node.text))
        key = node, self.leeway._replace(is_meant=is_meant, fuzzy=self.leeway.fuzzy & {node})
        if key not in self.known:
            self.known[key] = self.word(node)
        return self.known[key]

    def word(self, node: Word) -> Scores:
        """The papers with every unit of a word; stop words ask for nothing."""
        asked = [unit for unit in units(node.text) if not unit.is_stop or node.is_last]
        found = [self._unit(unit, node, is_last=unit is asked[-1]) for unit in asked]
        if not found:
            return dict.fromkeys(self.postings.all(), 0.0)
        return added([intersected(found), self._tagged(node)])

    def _tagged(self, node: Word) -> Scores:
        """The papers with a tag that a word names."""
        condition = self.tags.named_by(node)
        return times(self._noted(self.select(condition)), NOTE_WEIGHT) if condition else {}

    def _unit(self, unit: Unit, node: Word, *, is_last: bool) -> Scores:
        forms = () if unit.is_stop else self._forms(unit, node.field)
        found = [self._sequence(form, node.field) for form in forms]
        if (node.is_last or self.leeway.is_begun) and is_last:
            found.append(self._beginning(unit, node.field))
        if self.leeway.is_apart:
            found += self._apart(unit, node)
        if self.leeway.is_meant:
            found += self._in_other_words(unit, node)
        if node in self.leeway.fuzzy:
            found.append(self._alike(unit, node))
        return added(found)

    def _forms(self, unit: Unit, name: str) -> tuple[Sequence, ...]:
        known = (form for form, noun in unit.nouns if self._sequence(noun, name))
        noun = next(known, None)
        return (noun,) if noun else unit.forms

    def _sequence(self, sequence: Sequence, name: str) -> Scores:
        return added(
            times(self._in_field(sequence, each), weight)
            for each, weight in ALL_WEIGHTS.items()
            if name in ("", each)
        )

    def _in_field(self, sequence: Sequence, name: str) -> Scores:
        if name in STEMMED:
            sequence = sequence._replace(words=tuple(stem(word) for word in sequence.words))
        if name == NOTE:
            return self._noted(self.notes.sequence(sequence)) if self.notes.texts else {}
        return self.postings.sequence(name, sequence)

    def _noted(self, numbers: Iterable[int]) -> Scores:
        """The papers of some notes: the fewer, the better."""
        papers = self._placed(numbers)
        return dict.fromkeys(papers, self._rarity(len(papers)))

    def _beginning(self, unit: Unit, name: str) -> Scores:
        """The papers with a word that begins so, compounds being one word."""
        letters = unit.letters
        if unit.is_cjk and len(letters) > 1:
            return {}  # pairs of syllables are found anywhere in a word as it is
        found = [] if name else [self._edge(letters)]
        if name != NOTE and (len(letters) >= (1 if unit.is_cjk else TELLING_PREFIX) or name):
            papers = self.postings.beginning(name or "text", letters)
            found.append(dict.fromkeys(papers, PREFIX_WEIGHT))
        if name == NOTE or (not name and (len(letters) >= TELLING_NOTE_PREFIX or unit.is_cjk)):
            found.append(times(self._noted(self.notes.beginning(letters)), PREFIX_WEIGHT))
        return added(found)

    def _edge(self, letters: str) -> Scores:
        """The papers with a title or author that begins so; twice as good for their first word."""
        return added([self._at_edge(letters), self._at_edge(NAME_SIGN + letters)])

    def _at_edge(self, letters: str) -> Scores:
        if len(letters) <= EDGE:
            papers = self.postings.having("edge", (letters,))
        else:
            papers = self.postings.beginning("edge", letters)
        return dict.fromkeys(papers, self._rarity(len(papers)))

    def _rarity(self, papers: int) -> float:
        """How much it tells that a paper is one of these, as for a word of BM25."""
        return log(1 + self.postings.count / (1 + papers))

    def _alike(self, unit: Unit, node: Word) -> Scores:
        if unit.is_cjk:
            return self._korean(unit, node)
        return added(self._misspelt(unit, node))

    def _korean(self, unit: Unit, node: Word) -> Scores:
        names = [name for name in ALL_WEIGHTS if node.field in ("", name)]
        pairs = lru_cache(None)(partial(self._pairs, names))
        find = partial(self._together, node.field)
        korean = Korean(tuple(names), self._in_field, find, pairs)
        is_apart = any(self._apart(unit, node))
        found = next(filter(None, korean.likely(unit.forms, is_apart=is_apart)), {})
        if korean.lit:
            self.alike.setdefault(node, set()).update(korean.lit)
        return times(found, FUZZY_WEIGHT)

    def _together(self, name: str, letters: str) -> Scores:
        return self._phrase(Phrase(letters, name))

    def _pairs(self, names: list[str], syllable: str) -> set[str]:
        """The pairs of syllables that begin with one and are somewhere."""
        words = (self.notes if name == NOTE else self.postings for name in names)
        at = (each.vocabulary(name) for each, name in zip(words, names, strict=True))
        return set().union(*(vocabulary.get(syllable, ()) for vocabulary in at))

    def _misspelt(self, unit: Unit, node: Word) -> Iterator[Scores]:
        names = [name for name in WEIGHTS if node.field in ("", name)]
        near = dict(alike(self.postings, names, unit, is_anywhere=not node.field)) if names else {}
        if node.field in ("", NOTE):
            near |= {NOTE: set().union(*alike(self.notes, [NOTE], unit).values())}
        for name, terms in near.items():
            self.alike.setdefault(node, set()).update(terms)
            if name == NOTE:
                papers = self._noted(self.notes.having(terms))
            else:
                having = self.postings.having(name, terms)
                papers = dict.fromkeys(having, self._rarity(len(having)))
            yield times(papers, FUZZY_WEIGHT * ALL_WEIGHTS.get(name, 1.0))

    def _apart(self, unit: Unit, node: Word) -> list[Scores]:
        """The papers with a compound as words that follow each other."""
        found = []
        for words in apart(unit):
            if unit.is_cjk or all(self.postings.frequency("text", stem(word)) for word in words):
                whole = Phrase(" ".join(words), node.field)
                if papers := self._phrase(whole):
                    self.phrases.add(whole)
                    found.append(times(papers, FUZZY_WEIGHT))
        return found

    def _in_other_words(self, unit: Unit, node: Word) -> Iterator[Scores]:
        """The papers with what means the same, in the other language too."""
        for words in _meanings(unit) or self._sounding_so(unit):
            whole = Phrase(words, node.field)
            if papers := self._phrase(whole):
                self.phrases.add(whole)
                yield times(papers, TRANSLATED_WEIGHT)

    def _sounding_so(self, unit: Unit) -> Set[str]:
        """The English words that a Korean one, which no paper has, writes by their sound."""
        if not unit.is_cjk or any(self._sequence(form, "") for form in unit.forms):
            return frozenset()
        key = "sounds", unit.letters
        if key not in self.postings.spellings:
            there = [self.postings.vocabulary(name) for name in ("edge", "text")]
            ways = [glued(form) for form in unit.forms]
            found = {term for way in ways for words in there for term in sounding_so(way, words)}
            self.postings.spellings[key] = {"": found}
        return self.postings.spellings[key][""]


def _meanings(unit: Unit) -> dict[str, None]:
    """The words that mean the same as a unit."""
    written = (unit.letters, *map(glued, unit.forms)) if unit.is_cjk else (unit.letters,)
    return dict.fromkeys(chain.from_iterable(map(meaning, written)))
