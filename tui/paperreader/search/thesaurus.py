"""Words of the field that mean the same, English and Korean: what one digest says, another says so.

`thesaurus.txt` has on a line what may stand for each other; `_` joins the words of a phrase.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.search.analysis import fold, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_ALIKE = Path(__file__).with_name("thesaurus.txt")


def meaning(letters: str) -> tuple[str, ...]:
    """The words and phrases that mean the same as a word."""
    return _meanings().get(stem(letters), ())


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in _ALIKE.read_text(encoding="utf-8").splitlines():
        for word in line.split():
            key = stem(fold(word).replace("-", "").replace("_", ""))
            others = (each.replace("_", " ") for each in line.split() if each != word)
            found.setdefault(key, {}).update(dict.fromkeys(others))
    return {key: tuple(others) for key, others in found.items()}
