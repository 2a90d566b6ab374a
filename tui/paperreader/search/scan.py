"""Search without an index: reading through papers that the index doesn't have yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paperreader.search.analysis import BETWEEN_WORDS, fold, phrase, spell_greek, stem, units
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
from paperreader.search.texts import (
    ALL_WEIGHTS,
    NOTE,
    NOTE_WEIGHT,
    authors_of,
    searched_texts_of,
    titles_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from paperreader.library.model import Paper
    from paperreader.library.views import Condition
    from paperreader.search.analysis import Unit
    from paperreader.search.tagged import Tags


@dataclass(frozen=True, slots=True)
class Plain:
    """The texts of a paper by field, folded, a space before every word."""

    texts: Mapping[str, str]
    links: frozenset[str]

    @classmethod
    def of(cls, paper: Paper) -> Plain:
        """Make plain what a paper says."""
        fields = {
            "title": titles_of(paper), "authors": authors_of(paper),
            "text": searched_texts_of(paper),
        }  # fmt: skip
        texts = {name: plain("\n".join(lines)) for name, lines in fields.items()}
        return cls(texts | {NOTE: ""}, frozenset(str(link.kind) for link in paper.links))

    def with_note(self, note: str) -> Plain:
        """The same with a note."""
        return replace(self, texts={**self.texts, NOTE: plain(note)})


def plain(text: str) -> str:
    """A text folded, with a space before, between and behind its words."""
    folded = fold(text)
    spelled = spell_greek(folded)
    both = folded if spelled == folded else f"{folded} {spelled}"
    return f" {BETWEEN_WORDS.sub(' ', both)} "


@dataclass(frozen=True, slots=True)
class Scan:
    """Goes through the papers of some numbers."""

    papers: Mapping[int, Plain]
    tags: Tags
    select: Callable[[Condition], Iterable[int]]
    number_of: Callable[[str], int | None]

    def match(self, node: TextNode) -> dict[int, float]:  # noqa: PLR0911 - one for each kind of node
        """The papers that answer, with a rough score each."""
        match node:
            case Word():
                return self._any([self._word(node.text, node.field), self._tagged(node)])
            case Phrase(text, field):
                return self._phrase(text, field)
            case Identifier(text):
                number = self.number_of(text)
                return {number: 0.0} if number and number in self.papers else self._word(text, "")
            case Linked(kind):
                return {n: 0.0 for n, plain in self.papers.items() if kind in plain.links}
            case Holds(condition):
                return self._held(condition)
            case Without(part):
                return self._but(self.match(part))
            case AnyOf(parts):
                return self._any([self.match(part) for part in parts])
            case All(parts):
                return self._every([self.match(part) for part in parts])

    def _held(self, condition: Condition) -> dict[int, float]:
        return {n: 0.0 for n in self.select(condition) if n in self.papers}

    def _tagged(self, node: Word) -> dict[int, float]:
        condition = self.tags.named_by(node)
        return dict.fromkeys(self._held(condition), NOTE_WEIGHT) if condition else {}

    def _but(self, unwanted: Mapping[int, float]) -> dict[int, float]:
        return dict.fromkeys((n for n in self.papers if n not in unwanted), 0.0)

    def _any(self, several: list[dict[int, float]]) -> dict[int, float]:
        found = dict.fromkeys((n for scores in several for n in scores), 0.0)
        return {n: sum(scores.get(n, 0.0) for scores in several) for n in found}

    def _every(self, several: list[dict[int, float]]) -> dict[int, float]:
        common = set.intersection(*(set(scores) for scores in several))
        return {n: sum(scores[n] for scores in several) for n in common}

    def _word(self, text: str, field: str) -> dict[int, float]:
        asked = [_needles(unit) for unit in units(text) if not unit.is_stop]
        found = ((n, self._score(plain, asked, field)) for n, plain in self.papers.items())
        return {n: score for n, score in found if score is not None}

    def _score(self, plain: Plain, asked: list[list[tuple[str, ...]]], field: str) -> float | None:
        total = 0.0
        for forms in asked:
            score = sum(
                weight
                for name, weight in ALL_WEIGHTS.items()
                if field in ("", name)
                and any(all(n in plain.texts[name] for n in form) for form in forms)
            )
            if not score:
                return None
            total += score
        return total

    def _phrase(self, text: str, field: str) -> dict[int, float]:
        if phrase(text) is None:
            return self._but({})
        needle = plain(text).rstrip()
        return {
            n: 1.0
            for n, plain in self.papers.items()
            if any(needle in plain.texts[name] for name in ALL_WEIGHTS if field in ("", name))
        }


def _needles(unit: Unit) -> list[tuple[str, ...]]:
    if unit.is_cjk:
        return [(unit.letters,)]
    return [tuple(f" {stem(word).rstrip('+')}" for word in form.words) for form in unit.forms]
