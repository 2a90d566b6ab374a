"""Finding the way through dates and unread papers; knows the library, not the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.views import Every, Has, Mark, Not, Numbers, View, ViewKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from paperreader.library import Library
    from paperreader.library.views import Count

UNREAD = Not(Has(Mark.READ))


def date_keys(counts: Mapping[View, Count], length: int) -> list[str]:
    """The days (`length` 10) or months (7) that have papers, newest first."""
    keys = (view.key for view in counts if view.kind is ViewKind.DATE)
    return sorted((key for key in keys if len(key) == length), reverse=True)


def neighbour_date(keys: Sequence[str], current: str, *, older: bool) -> str | None:
    """The date next to `current` among `keys` (newest first), which need not hold it."""
    if older:
        return next((key for key in keys if key < current), None)
    return next((key for key in reversed(keys) if key > current), None)


def date_of(view: View, last_date: date | None, length: int) -> str:
    """Where in time the reader is: the view's date, else that of the paper under the cursor."""
    if view.kind is ViewKind.DATE and len(view.key) >= length:
        return view.key[:length]
    if view.kind is ViewKind.DATE:
        return view.key + "-99"[: length - len(view.key)]
    return last_date.isoformat()[:length] if last_date else "9"


def next_unread(
    library: Library, shown: Sequence[int], cursor: int, *, backwards: bool = False
) -> int | None:
    """The unread paper of the list that comes next after the cursor."""
    after = list(reversed(shown[:cursor])) if backwards else list(shown[cursor + 1 :])
    start, chunk = 0, 200
    while start < len(after):
        near = after[start : start + chunk]
        unread = set(library.select(Every((Numbers(frozenset(near)), UNREAD))))
        if unread:
            return next(number for number in near if number in unread)
        start, chunk = start + chunk, chunk * 4
    return None
