"""Catching up after days away: what is unread by day and week, and what others liked most."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from paperreader.library.model import Change, PaperRow, UnreadDays
from paperreader.library.views import Every, Has, Mark, Not
from paperreader.ui.navigator import UNREAD, newest_during, unread_before
from paperreader.ui.screens.choose import Choice, ChooseScreen
from paperreader.ui.screens.listed import Line, ListedScreen
from paperreader.ui.text import symbols
from paperreader.ui.text.cells import fit
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from paperreader.library import Library
    from paperreader.library.views import Condition
    from paperreader.ui.keymap import Keymap

    MarkPapers = Callable[..., None]

WEEKS_BY_DAY = 2  # the newest weeks are shown day by day
MOST_VOTED = 10
NAME, NUMBER = 20, 7  # columns
WIDEST_TITLE = 100  # columns: the date stays near
FRAME = 6  # columns beside a title in the border
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def unread_during(days: UnreadDays) -> Condition:
    """Unread, and counted on these days."""
    return Every((UNREAD, newest_during(days.first, days.last)))


class CatchUpScreen(ListedScreen["UnreadDays | PaperRow | None", "UnreadDays | PaperRow"]):
    """Gives the days or the paper to open; marks what is behind a line without leaving."""

    HINTS: ClassVar[str] = "catch-up"

    def __init__(
        self,
        library: Library,
        keymap: Keymap,
        mark: MarkPapers,
        undo: Callable[[], None],
        start: UnreadDays | PaperRow | None = None,
    ) -> None:
        super().__init__(keymap)
        self._library, self._mark, self._undo = library, mark, undo
        self._start = start  # the line where the cursor begins; where it is gone, the next one

    def marks_changed(self) -> None:
        """Show everything as it is now."""
        super().marks_changed()
        start, self._start = self._start, None
        values = [line.value for line in self._lines]
        if start is not None and (at := _line_of(start, values)) is not None:
            self._options.highlighted = at

    def heading(self) -> str:
        """How much there is."""
        catch_up = self._library.catch_up()
        days = (*catch_up.days, *catch_up.months)
        papers = sum(day.papers for day in days)
        if not days:
            return "Catch up · all read"
        heading = f"Catch up · {papers:,} unread"
        since = f" since {min(day.first for day in days)}"
        return heading + since if len(heading + since) < self.app.size.width - FRAME else heading

    def lines(self, width: int) -> Sequence[Line[UnreadDays | PaperRow]]:
        """Days, the weeks before them, what is only of a month, and the most voted."""
        catch_up = self._library.catch_up()
        if not (catch_up.days or catch_up.months):
            return [Line(Content(self.keymap.sentence("Everything is read. {back} returns.")))]
        newest, weeks = catch_up.weeks[:WEEKS_BY_DAY], catch_up.weeks[WEEKS_BY_DAY:]
        days = [day for day in catch_up.days if day.first >= newest[-1].first]
        voted = self._library.rows(catch_up.most_voted[:MOST_VOTED])
        most = max(each.papers for each in (*days, *weeks, *catch_up.months))
        return [
            *_section("By day", _days(days, most, width)),
            *_section("By week", _days(weeks, most, width)),
            *_section("By month", _days(catch_up.months, most, width)),
            *_section("Most voted", (Line(_paper(row, width), row) for row in voted)),
        ]

    def remark(self) -> str:
        """What `R` would mark."""
        day = self._day
        if day is None:
            return ""
        older = self._library.count(unread_before(day)).total
        key = self.keymap.key_of("read-all")
        return f"{key} marks the {older:,} before {day} read" if older else f"None before {day}"

    @property
    def _day(self) -> date | None:
        value = self.value
        return value.last_date if isinstance(value, PaperRow) else value.first if value else None

    @property
    def _numbers(self) -> list[int]:
        value = self.value
        if isinstance(value, PaperRow):
            return [value.number]
        return self._library.select(unread_during(value)) if value else []

    def do_open(self) -> None:
        """Go there."""
        if self.value is not None:
            self.dismiss(self.value)

    def do_toggle_read(self) -> None:
        """The papers of the line are read."""
        self._mark(self._numbers, Change("read", True))

    def do_queue(self) -> None:
        """Read them later."""
        self._mark(self._numbers, Change("queued", True))

    def do_bookmark(self) -> None:
        """Keep them."""
        self._mark(self._numbers, Change("bookmarked", True))

    def do_read_all(self) -> None:
        """Ask how much before the day of the line is read."""
        if choices := list(self._sweeps()):
            self.app.push_screen(ChooseScreen("Mark unread papers read", choices), self._sweep)

    def _sweeps(self) -> Iterator[Choice[Sequence[int]]]:
        day = self._day
        if day is None:
            return
        before = unread_before(day)
        not_queued = Every((before, Not(Has(Mark.QUEUED))))
        older, others = (self._library.select(each) for each in (before, not_queued))
        if older:
            yield Choice(f"All before {day}", f"{len(older):,}", older)
        if len(others) < len(older):
            yield Choice("Those that are not queued", f"{len(others):,}", others)

    def _sweep(self, numbers: Sequence[int] | None) -> None:
        if numbers is not None:
            self._mark(numbers, Change("read", True))

    def do_undo(self) -> None:
        """Take the last mark back."""
        self._undo()


def _line_of(
    start: UnreadDays | PaperRow, values: Sequence[UnreadDays | PaperRow | None]
) -> int | None:
    """The line of these days or of this paper; where it is gone that of the next ones."""
    if isinstance(start, UnreadDays):
        days = ((at, each) for at, each in enumerate(values) if isinstance(each, UnreadDays))
        return next((at for at, each in days if each.first <= start.last), None)
    papers = [(at, each) for at, each in enumerate(values) if isinstance(each, PaperRow)]
    same = [at for at, each in papers if each.number == start.number]
    after = [at for at, each in papers if (each.votes or 0) <= (start.votes or 0)]
    return next(iter(same or after), None)


def _section(
    name: str, lines: Iterator[Line[UnreadDays | PaperRow]]
) -> Iterator[Line[UnreadDays | PaperRow]]:
    for at, line in enumerate(lines):
        if at == 0:
            yield Line(Content.styled(name, "bold $secondary"))
        yield line


def _days(
    days: Sequence[UnreadDays], most: int, width: int
) -> Iterator[Line[UnreadDays | PaperRow]]:
    room = max(1, min(40, width - NAME - NUMBER - 3))
    for day in days:
        bar = symbols.UNREAD * max(1, room * day.papers // most)
        yield Line(
            Content.assemble(
                "  ",
                fit(_name(day), NAME),
                (f"{day.papers:>{NUMBER - 2},}  ", "$accent"),
                (bar, "$primary"),
            ),
            day,
        )


def _name(day: UnreadDays) -> str:
    if day.is_month:
        return f"{day.first:%Y-%m}"
    is_week = day.first != day.last
    return f"week {day.first}" if is_week else f"{day.first} {WEEKDAYS[day.first.weekday()]}"


def _paper(row: PaperRow, width: int) -> Content:
    votes = (f"  {symbols.VOTES}{row.votes}" if row.votes else "").ljust(8)
    sign = symbols.QUEUED if row.marks.queued is not None else " "
    title = fit(without_formulas(row.title), max(8, min(width - 22, WIDEST_TITLE)))
    return Content.assemble(
        (votes, "$success"), f"{sign} ", title, (f" {row.shown_date}", "$quiet")
    )
