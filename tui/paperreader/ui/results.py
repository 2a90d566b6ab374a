"""What a place that has to be searched for holds; looked up in a thread, far from widgets."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from paperreader.library.views import Either, Every, Numbers, Sort, ViewKind
from paperreader.ui.place import narrowed
from paperreader.ui.widgets.paper_row import room_for_passage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from paperreader.desk import Desk
    from paperreader.library import Library
    from paperreader.library.views import Condition
    from paperreader.search import Found, Terms
    from paperreader.ui.place import Place

MOST_SIMILAR = 30


class Wanted(NamedTuple):
    """What to look up: a place, and how many rows of so many cells are seen first.

    `language` is the one that is read.
    """

    place: Place
    rows: int
    width: int
    is_typing: bool = False
    language: str = ""


class Results(NamedTuple):
    """The papers of a place, with second lines for those that are seen first."""

    place: Place
    found: Found
    lines: Mapping[int, str] = field(default_factory=dict)
    months: tuple[tuple[str, int], ...] = ()


def look_up(desk: Desk, wanted: Wanted) -> Results:
    """Search for the papers of a place."""
    place = wanted.place
    lines = _shared_words(desk, place.similar_to) if place.similar_to else {}
    if place.similar_to and not place.query:
        return Results(place, _similar(desk, place, lines), lines)
    query = place.query or desk.library.saved_searches().get(place.view.key)
    # A saved search that is gone holds nothing.
    scope = Either() if query is None else _scope(desk, place, lines)
    within = narrowed(scope, is_unread_only=place.is_unread_only)
    found = desk.search(query or "", within=within, sort=place.sort, as_you_type=wanted.is_typing)
    first = found.numbers[: wanted.rows]
    if place.query.isascii() and len(place.query.strip()) == 1:
        lines = dict.fromkeys(found.numbers, "")  # a letter is in every passage, and lit in none
    else:
        lines = second_lines(desk.library, first, found.terms, wanted.width, wanted.language)
    months = desk.library.months(found.numbers) if place.query else ()
    return Results(place, found, lines, tuple(months))


def _scope(desk: Desk, place: Place, similar: Mapping[int, str]) -> Condition:
    if not place.is_filter:
        return Every()
    if place.similar_to:
        return Numbers(frozenset(similar))
    return desk.view_where(place.view) if place.view.kind is ViewKind.SAVED else place.where()


def _shared_words(desk: Desk, id: str) -> dict[int, str]:  # noqa: A002 - a paper's id
    """The papers like one, nearest first, with the words that both have."""
    number = desk.library.number_of(id)
    near = () if number is None else desk.finder.similar(number, MOST_SIMILAR)
    return {one.number: ", ".join(one.words) for one in near}


def _similar(desk: Desk, place: Place, lines: Mapping[int, str]) -> Found:
    from paperreader.search import Found  # noqa: PLC0415 - search is loaded when used

    numbers = list(lines)
    if place.is_unread_only or place.sort is not Sort.RELEVANCE:
        order = Sort.DATE if place.sort is Sort.RELEVANCE else place.sort
        where = narrowed(Numbers(frozenset(lines)), is_unread_only=place.is_unread_only)
        kept = desk.library.select(where, order)
        numbers = [n for n in numbers if n in kept] if place.sort is Sort.RELEVANCE else kept
    notes = () if lines or desk.finder.is_current() else ("the search index is not ready yet",)
    return Found(tuple(numbers), (0.0,) * len(numbers), len(numbers), notes)


def second_lines(
    library: Library, numbers: Sequence[int], terms: Terms, width: int, language: str
) -> dict[int, str]:
    """The passages of papers that have the words; empty where only titles or authors do.

    `width` is that of the list, in cells; passages are in the language where that has them.
    """
    from paperreader.search import passage  # noqa: PLC0415 - search is loaded when used

    return {
        paper.row.number: passage(paper, terms, room_for_passage(paper.row, width), language)
        for paper in library.papers_of(numbers)
    }


def remarks(found: Found, *, is_typing: bool) -> tuple[str, ...]:
    """What the reader should know about a search; in the box with a spelling to take."""
    if found.suggestion and found.numbers and is_typing:
        return (*found.notes, f"did you mean {found.suggestion}? Tab takes it")
    return found.notes


def why_nothing(found: Found, *, is_unread_only: bool, is_typing: bool) -> str:
    """Why a search shows no paper, and what to do about it; a line each."""
    lines = ["Nothing found" + (" among the unread papers." if is_unread_only else ".")]
    lines += [f"{_capital(note)}." for note in found.notes]
    if found.suggestion:
        way = "   (Tab takes it)" if is_typing else ""
        lines.append(f"Did you mean: {found.suggestion}{way}")
    return "\n".join(lines)


def _capital(note: str) -> str:
    """With a capital at its beginning, unless that is the name of a field."""
    is_field = note.partition(" ")[0].endswith(":")
    return note if is_field else f"{note[:1].upper()}{note[1:]}"
