"""What a place that has to be searched for holds; looked up in a thread, far from widgets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.library.views import Either, Every
from paperreader.ui.place import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperreader.desk import Desk
    from paperreader.library import Library
    from paperreader.search import Found, Terms
    from paperreader.ui.place import Place


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look up: a place, and how many second lines of so many characters are seen first."""

    place: Place
    rows: int
    width: int
    is_typing: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """The papers of a place, with second lines for those that are seen first."""

    place: Place
    found: Found
    lines: Mapping[int, str] = field(default_factory=dict)


def look_up(desk: Desk, wanted: Wanted) -> Results:
    """Search for the papers of a place."""
    place = wanted.place
    query = place.query or desk.library.saved_searches().get(place.view.key)
    scope = Either() if query is None else Every()  # a saved search that is gone holds nothing
    within = narrowed(scope, is_unread_only=place.is_unread_only)
    found = desk.search(query or "", within=within, sort=place.sort, as_you_type=wanted.is_typing)
    first = found.numbers[: wanted.rows]
    return Results(place, found, _lines(desk.library, first, found.terms, wanted.width))


def _lines(library: Library, numbers: Iterable[int], terms: Terms, width: int) -> dict[int, str]:
    return {number: second_line(library, number, terms, width) for number in numbers}


def second_line(library: Library, number: int, terms: Terms, width: int) -> str:
    """The passage of a paper that has the words; empty where only its title or authors do."""
    from paperreader.search import snippet  # noqa: PLC0415 - search is loaded when used

    paper = library.paper(number)
    passage = snippet(paper, terms, width) if paper else ""
    return passage if terms.spans(passage) else ""


def remarks(found: Found) -> tuple[str, ...]:
    """What the reader should know about a search, with a spelling to take."""
    if found.suggestion and found.numbers:
        return (*found.notes, f"did you mean {found.suggestion}? Tab takes it")
    return found.notes


def why_nothing(found: Found, *, is_unread_only: bool) -> str:
    """Why a search shows no paper, and what to do about it; a line each."""
    lines = ["Nothing found" + (" among the unread papers." if is_unread_only else ".")]
    lines += [f"{note[:1].upper()}{note[1:]}." for note in found.notes]
    if found.suggestion:
        lines.append(f"Did you mean: {found.suggestion}   (Tab takes it)")
    return "\n".join(lines)
