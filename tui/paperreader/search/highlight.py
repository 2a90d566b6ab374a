"""Where the words of a query stand in any text."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

from paperreader.search.analysis import STOP_WORDS, Token, phrase, runs, stem, units
from paperreader.search.candidates import needles, places_of
from paperreader.search.nodes import Phrase, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paperreader.search.analysis import Sequence, Unit

Span = tuple[int, int]

# So many letters have to be there before a beginning is lit up in running text.
_LIT_PREFIX = 2
_MISSPELT = -1


class Match(NamedTuple):
    """Characters of a text that match, and the number of what of the query they match."""

    start: int
    end: int
    asked: int


class Terms(NamedTuple):
    """What a query looks for, to be found again in any text.

    Sequences and beginnings come with the number of the word or phrase that they are of.
    """

    sequences: tuple[tuple[int, Sequence], ...] = ()
    beginnings: tuple[tuple[int, str], ...] = ()
    stems: frozenset[str] = frozenset()

    @classmethod
    def of(cls, parts: Iterable[Word | Phrase], alike: Iterable[str] = ()) -> Terms:
        """The terms of words and phrases, and those that the index has for misspelt ones."""
        sequences: dict[Sequence, int] = {}
        beginnings: dict[str, int] = {}
        asked = 0
        for part in parts:
            if isinstance(part, Phrase):
                if whole := phrase(part.text):
                    sequences.setdefault(_stemmed(whole), asked)
                asked += 1
                continue
            for unit in _telling(part):
                for form in unit.forms:
                    sequences.setdefault(_stemmed(form), asked)
                if part.is_last and (len(unit.letters) >= _LIT_PREFIX) is not unit.is_cjk:
                    beginnings.setdefault(unit.letters, asked)
                asked += 1
        return cls(
            tuple((number, sequence) for sequence, number in sequences.items()),
            tuple((number, letters) for letters, number in beginnings.items()),
            frozenset(alike),
        )

    @property
    def things(self) -> int:
        """How many things are looked for."""
        asked = {number for number, _ in chain(self.sequences, self.beginnings)}
        return len(asked) + bool(self.stems)

    def spans(self, text: str) -> list[Span]:
        """The characters that match, as ordered spans that don't overlap."""
        return _merged((match.start, match.end) for match in self.matches(text))

    def matches(self, text: str) -> Iterator[Match]:
        """All that matches, what overlaps too."""
        looked_for = _looked_for(self)
        for starts, near in looked_for.windows(text) if looked_for.needles else ():
            for token in starts:
                yield from looked_for.starting(token, near)


class _LookedFor(NamedTuple):
    """Terms as they are found quickly: by first word, by letters that must be there."""

    sequences: dict[str, list[tuple[int, Sequence]]]
    beginnings: dict[str, int]
    stems: frozenset[str]
    letters: tuple[str, ...]  # of the beginnings
    reach: int  # positions from the first word of a sequence to the last one
    needles: tuple[str, ...]

    def windows(self, text: str) -> Iterator[tuple[list[Token], dict[tuple[str, int], Token]]]:
        """Where matches may begin, and for sequences the terms that are near."""
        done = 0
        for place in places_of(text, self.needles):
            if place < done:
                continue
            start = max(done, text.rfind(" ", done, place) + 1)
            done = text.find(" ", place)
            done = done if done >= 0 else len(text)
            yield self._window(text, start, done)

    def _window(
        self, text: str, start: int, end: int
    ) -> tuple[list[Token], dict[tuple[str, int], Token]]:
        starts: list[Token] = []
        near: dict[tuple[str, int], Token] = {}
        # What is behind is looked at for the sequences that go on there.
        for at, position, run in runs(text, start, maxsize if self.reach else end):
            is_behind = at >= end
            if is_behind and not (starts and position <= starts[-1].position + self.reach):
                break
            for term, place, first, last, word in run.tokens:
                token = Token(term, position + place, at + first, at + last, word)
                if not is_behind and self._may_start(token):
                    starts.append(token)
                near[term, position + place] = token
        return starts, near

    def _may_start(self, token: Token) -> bool:
        return (
            token.term in self.sequences
            or token.term in self.stems
            or token.word in self.stems
            or token.word.startswith(self.letters)
        )

    def starting(self, token: Token, near: dict[tuple[str, int], Token]) -> Iterator[Match]:
        """What begins with a token."""
        for asked, sequence in self.sequences.get(token.term, ()):
            at = zip(sequence.words, sequence.offsets, strict=True)
            members = [near.get((word, token.position + offset)) for word, offset in at]
            if all(members):
                ends = [member.end for member in members if member]
                yield Match(token.start, max(ends), asked)
        if token.term in self.stems or token.word in self.stems:
            yield Match(token.start, token.end, _MISSPELT)
        for letters, asked in self.beginnings.items():
            if token.word.startswith(letters) and token.word not in STOP_WORDS:
                is_plain = token.end - token.start == len(token.word)
                end = token.start + len(letters) if is_plain else token.end
                yield Match(token.start, end, asked)


# Each line of the list, and each section of its papers, asks for the same.
@lru_cache(8)
def _looked_for(terms: Terms) -> _LookedFor:
    by_first: dict[str, list[tuple[int, Sequence]]] = {}
    for asked, sequence in terms.sequences:
        by_first.setdefault(sequence.words[0], []).append((asked, sequence))
    beginnings = {letters: asked for asked, letters in terms.beginnings}
    return _LookedFor(
        by_first, beginnings, terms.stems, tuple(beginnings),
        max((sequence.offsets[-1] for _, sequence in terms.sequences), default=0),
        needles(chain(by_first, terms.stems), beginnings),
    )  # fmt: skip


def _telling(word: Word) -> list[Unit]:
    return [unit for unit in units(word.text) if not unit.is_stop]


def _stemmed(sequence: Sequence) -> Sequence:
    return sequence._replace(words=tuple(stem(word) for word in sequence.words))


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
