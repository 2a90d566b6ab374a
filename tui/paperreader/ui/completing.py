"""Completing the value of a field at the end of a query, from what is in the library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paperreader.library.views import ViewKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.library import Library

_END = re.compile(r'(?<![^\s(-])([a-z]+):("?)([^\s":()]+)$', re.IGNORECASE)
_KINDS = {"topic": ViewKind.TOPIC, "tag": ViewKind.TAG, "source": ViewKind.SOURCE}


def completed(query: str, library: Library) -> str | None:
    """The query with the value at its end whole; None where it is, or where none begins so."""
    found = _END.search(query)
    if found is None:
        return None
    name, quote, typed = found[1].lower(), found[2], found[3].casefold()
    values = values_of(name, library)
    fitting = [each for each in values if each.casefold().startswith(typed)]
    if not fitting or typed in map(str.casefold, fitting):
        return None
    has_quotes = quote or re.search(r"\s", fitting[0])
    value = f'"{fitting[0]}"' if has_quotes else fitting[0]
    return f"{query[: found.start()]}{found[1]}:{value}"


def values_of(name: str, library: Library) -> Sequence[str]:
    """The values that a field may have, those of the most papers first."""
    from paperreader.search.fields import WORDS  # noqa: PLC0415 - search is loaded when used

    if name not in _KINDS:
        return WORDS.get(name, ())
    views = [(view, count) for view, count in library.counts().items() if count.total]
    ours = [(-count.total, view.key) for view, count in views if view.kind is _KINDS[name]]
    return [key for _, key in sorted(ours)]
