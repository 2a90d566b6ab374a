"""Texts and terms as sequences of words, so that spelling variants of a term meet."""

from __future__ import annotations

import re

_WORD = re.compile(r"[가-힣]+|[^\W_가-힣]+")
_TERM_WORD = re.compile(r"([가-힣]+|[^\W_가-힣]+)(\*?)")
_HANGUL = re.compile(r"[가-힣]")
_SHORTEST_PLURAL = 4


def words_in(text: str) -> list[re.Match[str]]:
    """The words of `text` in order; hyphens, slashes and spaces all part words."""
    return list(_WORD.finditer(text))


def singular(folded: str) -> str:
    """The normal form of a word whose case is folded."""
    if len(folded) >= _SHORTEST_PLURAL and folded.endswith("s") and not folded.endswith("ss"):
        return folded[:-1]
    return folded


def is_hangul(word: str) -> bool:
    """Whether `word` is Korean, where particles and endings are written on to the word."""
    return bool(_HANGUL.match(word))


def forms_of(term: str) -> tuple[str, ...]:
    """The normal forms of the words of a term; a `*` says that a word may go on.

    The last word of a Korean term may always go on, since particles are written on to it.
    """
    forms = tuple(_form(*match.groups()) for match in _TERM_WORD.finditer(term))
    if forms and is_hangul(forms[-1]) and not forms[-1].endswith("*"):
        return (*forms[:-1], forms[-1] + "*")
    return forms


def key_of(forms: tuple[str, ...]) -> str:
    """One key for all spellings of a term; in Korean a space between words means nothing."""
    if all(is_hangul(form) for form in forms):
        return "".join(form.rstrip("*") for form in forms) + "*"
    return " ".join(forms)


def _form(word: str, star: str) -> str:
    folded = word.casefold()
    return folded + star if star else singular(folded)
