"""Texts and terms as sequences of words, so that spelling variants of a term meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[가-힣]+|[^\W_가-힣]+")
_TERM_WORD = re.compile(r"([가-힣]+|[^\W_가-힣]+)(\*?)")
_HANGUL = re.compile(r"[가-힣]")
_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its normal form and where it stands."""

    form: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order; hyphens, slashes and spaces all part words."""
    for match in _WORD.finditer(text):
        yield Word(normal(match[0]), match.start(), match.end())


def normal(word: str) -> str:
    """Fold case and a plural `s`, so that `LLMs` and `llm` are the same word."""
    form = word.casefold()
    if len(form) >= _SHORTEST_PLURAL and form.endswith("s") and not form.endswith("ss"):
        return form[:-1]
    return form


def is_hangul(word: str) -> bool:
    """Whether `word` is Korean, where particles and endings are written on to the word."""
    return bool(_HANGUL.match(word))


def forms_of(term: str) -> tuple[str, ...]:
    """The normal forms of the words of a term; a `*` says that a word may go on.

    The last word of a Korean term may always go on, since particles are written on to it.
    """
    forms = tuple(_form(match[1], match[2]) for match in _TERM_WORD.finditer(term))
    if forms and is_hangul(forms[-1]) and not forms[-1].endswith("*"):
        return (*forms[:-1], forms[-1] + "*")
    return forms


def key_of(forms: tuple[str, ...]) -> str:
    """One key for all spellings of a term; in Korean a space between words means nothing."""
    if all(is_hangul(form) for form in forms):
        return "".join(form.rstrip("*") for form in forms) + "*"
    return " ".join(forms)


def _form(word: str, star: str) -> str:
    return word.casefold() + star if star else normal(word)
