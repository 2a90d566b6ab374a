"""Decides what topics a paper is about by adding up the weights of the terms in its text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from paperreader.topics.lexicon import Lexicon
from paperreader.topics.model import Evidence, Topic
from paperreader.topics.table import Rule, load_rules
from paperreader.topics.words import forms_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LONGEST_TEXT = 20_000
_IN_TITLE = 2.0
_AGAIN = 0.25
_MOST_REPEATS = 3
_IN_HEADING = 1.0
_ENOUGH = 1.0
_BEST_GUESS = 0.4
_WORDS_OF_A_FULL_TEXT = 150
_BREVITY = 0.6


@dataclass(slots=True)
class _Finding:
    words: str
    place: float
    times: int = 0

    @property
    def factor(self) -> float:
        return self.place + _AGAIN * min(self.times - 1, _MOST_REPEATS)


@dataclass(slots=True)
class _Tally:
    score: float = 0.0
    words: dict[str, float] = field(default_factory=dict)

    def add(self, words: str, weight: float) -> None:
        self.score += weight
        if weight > 0:
            self.words[words] = max(weight, self.words.get(words, 0.0))


class Classifier:
    """Gives papers their topics. The same rules and the same paper always give the same answer."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._topics = tuple(rule.topic for rule in rules)
        self._weights: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._headings: dict[str, list[str]] = defaultdict(list)
        for rule in rules:
            for key, weight in rule.weights.items():
                self._weights[key].append((rule.topic.slug, weight))
            for key in rule.headings:
                self._headings[key].append(rule.topic.slug)
        self._lexicon = Lexicon(self._weights)

    @classmethod
    def load(cls, overrides: Mapping[str, Any] | None = None) -> Classifier:
        """Make one from the bundled table and the user's `[topics]` of config.toml.

        Raises ConfigError where the user's part can't be used.
        """
        return cls(load_rules(overrides))

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, the user's own last."""
        return self._topics

    def classify(
        self,
        title: str,
        text: str,
        headings: Sequence[str] = (),
        keywords: Sequence[str] = (),
    ) -> tuple[Evidence, ...]:
        """Say what the paper is about, strongest first.

        `text` is the summary in any language, of which the first 20,000 characters count;
        `headings` are those that the digest put the paper under.
        """
        brevity = _brevity(text[:_LONGEST_TEXT])
        parts = [(title, _IN_TITLE), *((part, 1.0) for part in (text, *headings, *keywords))]
        tallies: dict[str, _Tally] = defaultdict(_Tally)
        for key, finding in self._findings(parts).items():
            for slug, weight in self._weights[key]:
                tallies[slug].add(finding.words, weight * finding.factor * brevity)
        for heading in dict.fromkeys(headings):
            for slug in self._headings.get(key_of(forms_of(heading)), ()):
                tallies[slug].add(heading, _IN_HEADING)
        return _sure(_evidence(tallies))

    def _findings(self, parts: Iterable[tuple[str, float]]) -> dict[str, _Finding]:
        findings: dict[str, _Finding] = {}
        for whole, place in parts:
            part = whole[:_LONGEST_TEXT]
            for hit in self._lexicon.find(part):
                words = part[hit.start : hit.end]
                findings.setdefault(hit.key, _Finding(words, place)).times += 1
        return findings


def _brevity(text: str) -> float:
    """How much more a term tells in a short text, which holds fewer of those that fit."""
    share = min(1.0, len(text.split()) / _WORDS_OF_A_FULL_TEXT)
    return 1.0 + _BREVITY * (1.0 - share)


def _evidence(tallies: Mapping[str, _Tally]) -> list[Evidence]:
    found = [
        Evidence(slug, round(tally.score, 3), _heaviest_first(tally.words))
        for slug, tally in tallies.items()
    ]
    return sorted(found, key=lambda evidence: (-evidence.score, evidence.topic))


def _heaviest_first(words: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-words[word], word)))


def _sure(found: list[Evidence]) -> tuple[Evidence, ...]:
    sure = tuple(evidence for evidence in found if evidence.score >= _ENOUGH)
    return sure or tuple(evidence for evidence in found[:1] if evidence.score >= _BEST_GUESS)
