"""Texts that count their points inside one paragraph (`i) ... ii) ...`), cut where they count."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MARKER = re.compile(
    r"(?<![\w.)])(?:(?P<roman>[ivx]{1,4})|(?P<number>\d{1,2})|(?P<letter>[a-j]))"
    r"(?P<sign>\)|\.(?=\s?[^\W\d_]))\s*(?=\S)"
)


def points(text: str) -> list[tuple[int, int]]:
    """Where each point of a paragraph starts: (of its marker, of its words), none for prose.

    Markers count from the first on: `i) ii)`, `1. 2.`, `a) b)`. A single one is no enumeration,
    nor is one that stands in brackets, `(1)`, as that is how a sentence counts in passing.
    """
    for kind in ("roman", "number", "letter"):
        found = list(_in_order(text, kind))
        if len(found) > 1:
            return found
    return []


def _in_order(text: str, kind: str) -> Iterator[tuple[int, int]]:
    wanted, sign = 0, ""
    for match in _MARKER.finditer(text):
        if match.lastgroup != "sign" or match["sign"] != (sign or match["sign"]):
            continue
        if _value(match, kind) != wanted or not _may_stand_after(text[: match.start()], match):
            continue
        wanted, sign = wanted + 1, match["sign"]
        yield match.start(), match.end()


def _may_stand_after(before: str, match: re.Match[str]) -> bool:
    if match["sign"] == ")":
        return not before.endswith("(")
    return not before.strip() or before.rstrip()[-1] in ".,;:"  # else `version 1. It`


def _value(match: re.Match[str], kind: str) -> int:
    written = match[kind]
    if kind == "number":
        return int(written) - 1 if written else -1
    if kind == "letter":
        letter = written or match["roman"]  # `i` is both
        return ord(letter) - ord("a") if letter and len(letter) == 1 else -1
    return _ROMAN.index(written) if written in _ROMAN else -1


def cuts(text: str) -> list[tuple[int, int, int]]:
    """The pieces of a paragraph as (start, start of its words, end); prose is one piece."""
    found = points(text)
    if not found:
        return [(0, 0, len(text))]
    lead = [(0, 0, found[0][0])] if text[: found[0][0]].strip() else []
    bounds = [*found, (len(text), len(text))]
    return [*lead, *((a, words, end) for (a, words), (end, _) in pairwise(bounds))]
