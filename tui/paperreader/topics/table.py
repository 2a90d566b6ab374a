"""The table of topics: the bundled `topics.toml` and what the user's config adds to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from paperreader.errors import ConfigError
from paperreader.topics.model import Topic
from paperreader.topics.overrides import Override, read_override
from paperreader.topics.version import TABLE
from paperreader.topics.words import forms_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Rule:
    """What speaks for one topic: weights of terms, and headings that name it outright.

    Both are by the key of the term (`words.key_of`); a weight of 1 in the text is enough.
    """

    topic: Topic
    weights: Mapping[str, float] = field(default_factory=dict)
    headings: frozenset[str] = frozenset()


def load_rules(overrides: Mapping[str, Any] | None = None) -> tuple[Rule, ...]:
    """Read the bundled rules and apply the user's; raises ConfigError where those can't be used."""
    rules = {slug: _new_rule(override) for slug, override in _bundled()}
    for slug, table in _tables(overrides):
        override = read_override(slug, table, is_new=slug not in rules)
        rules[slug] = _changed(rules[slug], override) if slug in rules else _new_rule(override)
    return tuple(rules.values())


def _tables(overrides: Mapping[str, Any] | None) -> Iterable[tuple[str, Any]]:
    if overrides is None:
        return ()
    if not isinstance(overrides, Mapping):
        raise ConfigError("config.toml: topics: write tables such as [topics.quantum]")
    return overrides.items()


def _bundled() -> Iterator[tuple[str, Override]]:
    document = tomllib.loads(TABLE.read_text("utf-8"))
    for slug, table in document["topics"].items():
        keywords = _weighed(table, document["weights"])
        headings = tuple(table["headings"])
        yield slug, Override(slug, table["name"], keywords, headings, replace=False)


def _weighed(table: Mapping[str, Any], weights: Mapping[str, float]) -> dict[str, float]:
    return {term: weight for tier, weight in weights.items() for term in table.get(tier, ())}


def _new_rule(override: Override) -> Rule:
    name = override.name or override.slug.replace("-", " ").capitalize()
    return _changed(Rule(Topic(override.slug, name)), override)


def _changed(rule: Rule, override: Override) -> Rule:
    topic = rule.topic._replace(name=override.name or rule.topic.name)
    base = Rule(topic) if override.replace else replace(rule, topic=topic)
    added = {key_of(forms_of(term)): weight for term, weight in override.keywords.items()}
    headings = {key_of(forms_of(heading)) for heading in override.headings}
    return replace(base, weights={**base.weights, **added}, headings=base.headings | headings)
