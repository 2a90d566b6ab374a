"""What a misspelt query was probably meant to be, as the papers found spell it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from paperreader.search.analysis import glued, is_cjk, stem, units, words
from paperreader.search.candidates import needles, places_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from paperreader.search.nodes import Word


def as_spelt(query: str, alike: Mapping[Word, Set[str]], texts: Sequence[str]) -> str | None:
    """The query with its misspelt words as some texts spell them; None where it stays as it is."""
    spelt = query
    for word, terms in alike.items():
        if is_cjk(word.text):
            spelt = _with_letters(spelt, word, terms, texts)
        elif surface := _surface(terms, texts):
            spelt = spelt.replace(word.text, surface)
    return spelt if spelt != query else None


def _surface(terms: Set[str], texts: Sequence[str]) -> str | None:
    """The word that is most often there of those with a term."""
    letters = needles(terms, ())
    seen = Counter(
        word
        for text in texts
        if places_of(text, letters)
        for word, _ in words(text)
        if word.startswith(letters) and (word in terms or stem(word) in terms)
    )
    return seen.most_common(1)[0][0] if seen else None


def _with_letters(query: str, word: Word, terms: Set[str], texts: Sequence[str]) -> str:
    """The query with a Korean word as the texts spell it, its particle kept."""
    typed = [glued(form) for unit in units(word.text) if unit.is_cjk for form in unit.forms]
    known = [term for term in terms if is_cjk(term)]
    there = {term: sum(text.count(term) for text in texts) for term in known}
    meant = [(len(a) == len(b), len(b), there[b], a, b) for a in typed for b in known]
    *_, old, new = max(meant, default=("", ""))
    return query if new in old else query.replace(old, new)
