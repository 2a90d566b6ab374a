"""Finding the way through dates and unread papers; knows the library, not the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from paperreader.library.views import During, Every, Has, Mark, Not, Numbers, View, ViewKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from paperreader.library import Library
    from paperreader.library.views import Condition, Count

UNREAD = Not(Has(Mark.READ))


def newest_during(first: date, last: date) -> Condition:
    """The newest date of the paper is one of these days, inclusive."""
    return Every((During(first, None), Not(During(last + timedelta(1), None))))


def unread_before(day: date) -> Condition:
    """Unread, and nothing of the paper is from this day or later."""
    return Every((UNREAD, Not(During(day, None))))


def date_keys(counts: Mapping[View, Count], length: int) -> list[str]:
    """The days (`length` 10) or months (7) that have papers, newest first."""
    keys = (view.key for view in counts if view.kind is ViewKind.DATE)
    return sorted((key for key in keys if len(key) == length), reverse=True)


def date_view(counts: Mapping[View, Count], day: date) -> View:
    """The view of a day, or of its month where no digest is of that day."""
    view = View(ViewKind.DATE, day.isoformat())
    return view if view in counts else View(ViewKind.DATE, view.key[:7])


def next_unread_beyond(
    library: Library, span: tuple[date, date], *, backwards: bool = False
) -> int | None:
    """The unread paper nearest before these days (after them, backwards), else from the far end."""
    first, last = span
    older = Not(During(first, None))
    beyond = During(last + timedelta(1), None) if backwards else older
    number = library.next_unread(None, backwards=backwards, within=beyond)
    return number or library.next_unread(None, backwards=backwards)


def neighbour_date(keys: Sequence[str], current: str, *, older: bool, steps: int = 1) -> str | None:
    """The date so many steps from `current` among `keys` (newest first), which need not hold it.

    The last one there is when there are fewer.
    """
    if older:
        ahead = [key for key in keys if key < current]
    else:
        ahead = [key for key in reversed(keys) if key > current]
    return ahead[min(steps, len(ahead)) - 1] if ahead else None


def date_of(view: View, last_date: date | None, length: int) -> str:
    """Where in time the reader is: the view's date, else that of the paper under the cursor."""
    if view.kind is ViewKind.DATE and len(view.key) >= length:
        return view.key[:length]
    if view.kind is ViewKind.DATE:
        return view.key + "-99"[: length - len(view.key)]
    return last_date.isoformat()[:length] if last_date else "9"


def next_unread(
    library: Library,
    shown: Sequence[int],
    cursor: int,
    *,
    backwards: bool = False,
    steps: int = 1,
) -> int | None:
    """The unread paper of the list so many after the cursor; the last when there are fewer."""
    last = None
    after = list(reversed(shown[:cursor])) if backwards else list(shown[cursor + 1 :])
    start, chunk = 0, 200
    while start < len(after):
        near = after[start : start + chunk]
        unread = set(library.select(Every((Numbers(frozenset(near)), UNREAD))))
        found = [number for number in near if number in unread]
        if len(found) >= steps:
            return found[steps - 1]
        last, steps = found[-1] if found else last, steps - len(found)
        start, chunk = start + chunk, chunk * 4
    return last
