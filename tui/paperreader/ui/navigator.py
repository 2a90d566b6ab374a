"""Finding the way through dates and unread papers; knows the library, not the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.views import Every, Has, Mark, Not, View, ViewKind

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
    chunk = 200
    for start in range(0, len(after), chunk):
        for row in library.rows(after[start : start + chunk]):
            if not row.marks.read:
                return row.number
    return None


def unread_elsewhere(library: Library, number: int | None, *, backwards: bool) -> int | None:
    """The unread paper that follows this one in the order of all dates; wraps to the first."""
    everything = library.select()
    unread = set(library.select(Every((UNREAD,)))) - {number}
    place = everything.index(number) if number in everything else -1
    after = everything[place + 1 :] + everything[: max(place, 0)]
    order = reversed(after) if backwards else after
    return next((other for other in order if other in unread), None)
