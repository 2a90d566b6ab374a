"""Where in a text words may stand: told from its letters alone, before it is cut in words.

Most texts have few of the words of a query; to look for letters takes a hundredth of the time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paperreader.search.analysis import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_JOINING = "-./+'’_"
# Words that are not spelt as they are folded: with accents, compatibility signs, or in parts.
_ODD = re.compile(
    rf"[{_JOINING}\x80-\u11ff\u1200-\u2fff\u3130-\u318f\ua960-\ua97f\uf900-\uffff"
    r"\U00010000-\U0010ffff]"
)


def needles(stems: Iterable[str], beginnings: Iterable[str]) -> tuple[str, ...]:
    """Letters of which some are in every plain word of these stems, or that begins so."""
    wanted = sorted({*map(_unchanged, stems), *beginnings})
    kept: list[str] = []
    for each in wanted:
        if not (kept and each.startswith(kept[-1])):
            kept.append(each)
    return tuple(kept)


def places_of(text: str, wanted: tuple[str, ...]) -> list[int]:
    """Where one of some letters begins a word, and where a word is not plain, in order."""
    lower, odd = _searched(text)
    found = [place for each in wanted for place in _beginning(lower, each)]
    firsts = {each[0] for each in wanted}
    found += (place for place, first in odd if not first or first in firsts)
    return sorted(found)


def _unchanged(stem: str) -> str:
    """The letters of a stem that all of its words begin with (`hope`: `hoping`)."""
    if not (stem.isascii() and stem.isalpha()) or len(stem) < 3:
        return stem
    return stem[:1] if stem.endswith("ie") else stem[:-1]  # `die`: `dying`


def _beginning(lower: str, letters: str) -> Iterator[int]:
    is_anywhere, is_number = is_cjk(letters), letters[0].isdigit()
    at = lower.find(letters)
    while at >= 0:
        before = lower[at - 1 : at]
        # A number behind letters is a part of its own: `llama3`.
        is_inside = before.isdigit() if is_number else before.isascii() and before.isalnum()
        if is_anywhere or not is_inside:
            yield at
        at = lower.find(letters, at + 1)


@lru_cache(1 << 11)
def _searched(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A text in lower case, letter for letter, and where its words are not plain.

    Beside the place of a compound is the letter that it begins with, if it is a plain one.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    odd = []
    for match in _ODD.finditer(text):
        at = match.start()
        if text[at] not in _JOINING:
            odd.append((at, ""))
        elif text[at + 1 : at + 2].isalnum():
            first = lower[_start_of(text, at)]
            odd.append((at, first if first.isascii() else ""))
    return lower, tuple(odd)


def _start_of(text: str, at: int) -> int:
    while at and (text[at - 1].isalnum() or text[at - 1] in _JOINING):
        at -= 1
    return at
