"""Reads one table of topics.toml or of `[topics.<slug>]` in config.toml, and says what is wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from paperreader.errors import ConfigError
from paperreader.topics.words import forms_of

_SLUG = re.compile(r"\w+(-\w+)*")
_KEYS = ("name", "keywords", "headings", "replace")
_ENOUGH_ALONE = 1.0
_HEAVIEST = 10


@dataclass(frozen=True, slots=True)
class Override:
    """What a table says of a topic; `replace` drops what was there before."""

    slug: str
    name: str
    keywords: Mapping[str, float]
    headings: tuple[str, ...]
    replace: bool


def read_override(slug: str, table: Any, *, is_new: bool = False) -> Override:
    """Check a table; raises ConfigError with what is wrong and what is allowed.

    A topic that `is_new` must have a keyword or a heading, else nothing could ever be in it.
    """
    where = f"topics.{slug}"
    _expect(_SLUG.fullmatch(slug) is not None, where, "use letters, digits and single hyphens")
    _expect(isinstance(table, Mapping), where, f"write a table [{where}] with keywords")
    for key in table:
        _expect(key in _KEYS, f"{where}.{key}", f"not known; use one of {', '.join(_KEYS)}")
    override = Override(
        slug,
        _name(where, table.get("name", "")),
        _keywords(f"{where}.keywords", table.get("keywords", {})),
        _headings(f"{where}.headings", table.get("headings", [])),
        _flag(f"{where}.replace", table.get("replace", False)),
    )
    can_be_found = bool(override.keywords or override.headings) or not is_new
    _expect(can_be_found, where, 'a new topic needs keywords, such as keywords = ["quantum"]')
    return override


def _expect(condition: bool, where: str, hint: str) -> None:
    if not condition:
        raise ConfigError(f"config.toml: {where}: {hint}")


def _name(where: str, name: Any) -> str:
    _expect(isinstance(name, str), f"{where}.name", "write the name in quotes")
    return " ".join(name.split())


def _flag(where: str, flag: Any) -> bool:
    _expect(isinstance(flag, bool), where, "write true or false")
    return bool(flag)


def _headings(where: str, headings: Any) -> tuple[str, ...]:
    _expect(isinstance(headings, list), where, 'write a list, such as ["Quantum"]')
    return tuple(_term(where, heading) for heading in headings)


def _keywords(where: str, keywords: Any) -> dict[str, float]:
    if isinstance(keywords, list):
        keywords = dict.fromkeys((_term(where, term) for term in keywords), _ENOUGH_ALONE)
    hint = 'write a list of words, or a table of words and weights: { "quantum" = 1.0 }'
    _expect(isinstance(keywords, Mapping), where, hint)
    return {_term(where, term): _weight(where, term, weight) for term, weight in keywords.items()}


def _term(where: str, term: Any) -> str:
    is_term = isinstance(term, str) and bool(forms_of(term))
    _expect(is_term, where, f"{term!r} has no letters or digits to look for")
    return str(term)


def _weight(where: str, term: str, weight: Any) -> float:
    is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
    fits = is_number and math.isfinite(weight) and abs(weight) <= _HEAVIEST
    _expect(fits, where, f"the weight of {term!r} must be a number from -10 to 10 (1 is enough)")
    return float(weight)
