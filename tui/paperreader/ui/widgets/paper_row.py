"""How a paper looks in the list: two lines with a gutter for marks, and columns that stay aligned.

▪⚑»Title of the paper                          unread (a star when new), bookmarked
▸+»First Author +3          #tag ✎  ▴55 2024-12-05    queued, interest, selected
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from paperreader.ui.text import symbols
from paperreader.ui.text.cells import fit, fit_right, names_that_fit
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

    from paperreader.library import PaperRow
    from paperreader.library.model import Marks

    GetSpans = Callable[[str], list[tuple[int, int]]]
    GetStyle = Callable[[str], Style]

GUTTER = 3
VOTES, DATE = 6, 11  # columns with the blank before them
MONTH = 8  # columns of the date of a result, which is a month where there is little room
WITH_DATE = 36  # columns from which a row has room for its date
WITH_BOTH = 60  # columns from which a result has room for its whole date
MOST_OF_TAGS = 12
INTEREST = {1: "+", -1: "-"}


class RowLook(NamedTuple):
    """What it takes to draw a row besides the paper: widths, styles, and what was searched."""

    width: int
    base: Style
    part: GetStyle
    spans: GetSpans | None = None
    snippet: str = ""
    is_new: bool = False
    is_selected: bool = False

    @property
    def is_found(self) -> bool:
        """Whether it is a result of a search, among others that have passages."""
        return self.spans is not None or bool(self.snippet)

    @property
    def margin(self) -> Segment:
        """What stands between the marks and the text."""
        sign = symbols.SELECTED if self.is_selected else " "
        return Segment(sign, self.base + self.part("list--bookmark"))


def draw_row(row: PaperRow, look: RowLook) -> tuple[Strip, Strip]:
    """The two lines of a paper, each of exactly the width of the list."""
    return _title_line(row, look), _facts_line(row, look)


def unread_sign(row: PaperRow, *, is_new: bool) -> str:
    """A box for unread, a star when it came since the last visit, a blank for read."""
    if row.marks.read:
        return " "
    return symbols.NEW if is_new else symbols.UNREAD


def _title_line(row: PaperRow, look: RowLook) -> Strip:
    marks = row.marks
    bookmark = symbols.BOOKMARKED if marks.bookmarked else " "
    style = look.base + look.part("list--read" if marks.read else "list--title")
    title = fit(without_formulas(row.title), max(0, look.width - GUTTER - 1))
    return _line(
        [
            Segment(unread_sign(row, is_new=look.is_new), look.base + look.part("list--unread")),
            Segment(bookmark, look.base + look.part("list--bookmark")),
            look.margin,
            *_highlighted(title, style, look),
            Segment(" ", look.base),
        ],
        look,
    )


def _facts_line(row: PaperRow, look: RowLook) -> Strip:
    marks, quiet = row.marks, look.base + look.part("list--quiet")
    bright = look.base + look.part("list--bookmark")
    facts = _facts(row, look.width, is_found=look.is_found)
    room = _room(facts, look.width)
    text = look.snippet or names_that_fit(row.authors, room) or "authors not given"
    return _line(
        [
            Segment(symbols.QUEUED if marks.queued is not None else " ", bright),
            Segment(INTEREST.get(marks.interest, " "), bright),
            look.margin,
            *_highlighted(fit(text, room), quiet, look),
            Segment(facts.signs, bright),
            Segment(facts.votes, quiet if marks.read else look.base + look.part("list--votes")),
            Segment(f"{facts.date} ", quiet),
        ],
        look,
    )


def room_for_passage(row: PaperRow, width: int) -> int:
    """How many cells a passage has in the row of a paper."""
    return _room(_facts(row, width, is_found=True), width)


class _Facts(NamedTuple):
    """What stands at the right margin of the second line."""

    signs: str
    votes: str
    date: str


def _facts(row: PaperRow, width: int, *, is_found: bool) -> _Facts:
    votes = f"{symbols.VOTES}{row.votes}" if row.votes else ""
    if is_found and width < WITH_BOTH:
        date = f" {row.shown_date[: MONTH - 1]:<{MONTH - 1}}" if width >= WITH_DATE else ""
        return _Facts(_signs(row.marks), f" {votes}" if votes else "", date)
    date = f" {row.shown_date:<{DATE - 1}}" if width >= WITH_DATE else ""
    return _Facts(_signs(row.marks), fit_right(votes, VOTES), date)


def _room(facts: _Facts, width: int) -> int:
    return max(0, width - GUTTER - sum(map(cell_len, facts)) - 1)


def _signs(marks: Marks) -> str:
    tags = fit(" #" + " #".join(marks.tags), MOST_OF_TAGS).rstrip() if marks.tags else ""
    return tags + (f" {symbols.NOTE}" if marks.note else "")


def _line(segments: list[Segment], look: RowLook) -> Strip:
    # Blanks have no colour of their own: in a line that is reversed it would be seen.
    blanks = [each if each.text.strip() else Segment(each.text, look.base) for each in segments]
    return Strip(blanks).adjust_cell_length(look.width, look.base)


def _highlighted(text: str, style: Style, look: RowLook) -> list[Segment]:
    match = style + look.part("list--match")
    segments, done = [], 0
    for start, end in look.spans(text) if look.spans else ():
        segments += [Segment(text[done:start], style), Segment(text[start:end], match)]
        done = end
    return [*segments, Segment(text[done:], style)]
