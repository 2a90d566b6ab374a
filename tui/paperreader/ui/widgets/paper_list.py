"""The list of papers: two lines each, drawn only where visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.text import Text
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from paperreader.ui.text.cells import fit
from paperreader.ui.widgets.frame import FramesLines
from paperreader.ui.widgets.paper_row import GUTTER, RowLook, draw_row
from paperreader.ui.widgets.pointing import Pointable
from paperreader.ui.widgets.selected import SelectedLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from rich.style import Style
    from textual import events

    from paperreader.library import PaperRow

    GetRows = Callable[[Sequence[int]], list[PaperRow]]
    GetSpans = Callable[[str], list[tuple[int, int]]]
    GetSnippet = Callable[[int], str]

ROW_HEIGHT = 2
KEPT_ROWS = 512


class PaperList(Pointable, FramesLines, ScrollView, can_focus=True):
    """A virtual list: it holds numbers and asks for the rows that it shows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--title", "list--read", "list--quiet", "list--unread", "list--bookmark",
        "list--votes", "list--cursor", "list--cursor-blurred", "list--match", "list--selected",
    }  # fmt: skip
    DEFAULT_CSS = """
    PaperList { overflow: hidden; }
    PaperList > .list--title { color: $foreground; text-style: bold; }
    PaperList > .list--read { color: $quiet; text-style: none; }
    PaperList > .list--quiet { color: $quiet; }
    PaperList > .list--unread { color: $accent; }
    PaperList > .list--bookmark { color: $warning; }
    PaperList > .list--votes { color: $success; }
    PaperList > .list--selected { background: $surface-lighten-1; }
    PaperList > .list--cursor { background: $primary-muted; }
    PaperList > .list--cursor-blurred { background: $panel; }
    PaperList > .list--match { color: $warning; text-style: underline; }
    """

    # No layout when the list is longer: there is no scrollbar that comes or goes.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    cursor = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor is on another paper; `number` is None when the list is empty."""

        def __init__(self, paper_list: PaperList, number: int | None) -> None:
            self.paper_list, self.number = paper_list, number
            super().__init__()

        @property
        def control(self) -> PaperList:
            """The list it comes from."""
            return self.paper_list

    class Opened(Message):
        """The paper under the cursor was opened with the mouse."""

    def __init__(self, get_rows: GetRows, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._get_rows = get_rows
        self._numbers: Sequence[int] = ()
        self._rows: dict[int, PaperRow] = {}
        self._strips: dict[int, tuple[Strip, Strip]] = {}
        self._parts: dict[str, Style] = {}
        self._spans: GetSpans | None = None
        self._snippet: GetSnippet | None = None
        self._nothing = ""  # until the list is filled
        self._has_size = False
        self._drawn_width = 0
        self._selected = SelectedLines()
        self.new_since: datetime | None = None  # papers added later are marked as new

    @property
    def numbers(self) -> Sequence[int]:
        """The papers shown, in order."""
        return self._numbers

    @property
    def number(self) -> int | None:
        """The paper under the cursor."""
        return self._numbers[self.cursor] if self._numbers else None

    @property
    def selected(self) -> list[int]:
        """The selected papers, from the top."""
        return [self._numbers[line] for line in self._selected.lines(self.cursor)]

    def toggle_selection(self) -> None:
        """Begin or end a range of selected papers, or take the one under the cursor out."""
        if self._numbers:
            self._selected.toggle(self.cursor)
            self._draw_anew()

    def clear_selection(self) -> bool:
        """Select nothing; False when nothing was selected."""
        had_any = self._selected.clear()
        if had_any:
            self._draw_anew()
        return had_any

    def _draw_anew(self) -> None:
        self._strips.clear()
        self.refresh()

    def row(self, number: int) -> PaperRow | None:
        """A paper of the list, as it is shown."""
        if number not in self._rows:
            self._load(number)
        return self._rows.get(number)

    def show(
        self,
        numbers: Sequence[int],
        *,
        cursor: int = 0,
        top: int | None = None,
        spans: GetSpans | None = None,
        snippet: GetSnippet | None = None,
        nothing: str = "No papers.",
    ) -> None:
        """Show these papers, scrolled to line `top`; `nothing` is said when there are none."""
        self._numbers, self._spans, self._snippet = numbers, spans, snippet
        self._nothing = nothing
        self._selected.clear()
        self._rows.clear()
        self._strips.clear()
        self.virtual_size = Size(1, len(numbers) * ROW_HEIGHT)
        place = max(0, min(cursor, len(numbers) - 1))
        self.set_reactive(PaperList.cursor, place)
        if top is None:
            self._scroll_to_cursor(center=True)
        else:
            self._show_from(top)
        self.refresh(Region(0, 0, *self.size))  # not the border
        self.post_message(self.Moved(self, self.number))

    def reload(self, numbers: Sequence[int] | None = None) -> None:
        """Draw these rows anew (all without numbers): their marks have changed."""
        if numbers is None:
            self._rows.clear()
            self._draw_anew()
        else:
            changed = set(numbers)
            for number in changed:
                self._rows.pop(number, None)
            for index in [at for at in self._strips if self._numbers[at] in changed]:
                self._redraw(index)

    def _redraw(self, index: int) -> None:
        self._strips.pop(index, None)
        y = index * ROW_HEIGHT - self.scroll_offset.y
        self.refresh(Region(0, y, self.size.width, ROW_HEIGHT))

    def move_by(self, papers: int) -> None:
        """Move the cursor."""
        self.cursor += papers

    def move_pages(self, pages: float) -> None:
        """Move the cursor by pages of the visible height."""
        rows = max(1, int(self.visible_rows * abs(pages)))
        self.cursor += rows if pages > 0 else -rows

    def move_to_end(self, *, first: bool) -> None:
        """Move the cursor to the first or last paper."""
        self.cursor = 0 if first else len(self._numbers) - 1

    def move_to(self, number: int) -> bool:
        """Move the cursor to this paper; False when it isn't shown."""
        if number not in self._numbers:
            return False
        self.cursor = self._numbers.index(number)
        return True

    @property
    def visible_rows(self) -> int:
        """How many papers there is room for."""
        return max(1, self.scrollable_content_region.height // ROW_HEIGHT)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a paper."""
        return max(0, min(len(self._numbers) - 1, cursor))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that changed, and scroll if the cursor left the screen."""
        if self._selected.anchor is not None:
            self._draw_anew()
        self._redraw(old)
        self._redraw(new)
        self._scroll_to_cursor()
        self._place_cursor()
        self.post_message(self.Moved(self, self.number))

    def _scroll_to_cursor(self, *, center: bool = False) -> bool:
        height = self.scrollable_content_region.height
        y, top = self.cursor * ROW_HEIGHT, self.scroll_offset.y
        if top <= y and y + ROW_HEIGHT <= top + height and not center:
            return False
        edge = y if y < top else y + ROW_HEIGHT - height
        target = y - height // 2 if center else edge
        self._show_from(target)
        return True

    def _show_from(self, y: int) -> None:
        most = max(0, self.virtual_size.height - self.scrollable_content_region.height)
        self.scroll_to(y=max(0, min(y, most)), animate=False, immediate=True, force=True)

    def on_focus(self) -> None:
        """The cursor looks different in the focused pane."""
        self._redraw_cursor()

    def on_blur(self) -> None:
        """See `on_focus`."""
        self._redraw_cursor()

    def _redraw_cursor(self) -> None:
        self._redraw(self.cursor)
        self._place_cursor()

    def _place_cursor(self) -> None:
        self.place_cursor(GUTTER, self.cursor * ROW_HEIGHT - self.scroll_offset.y)

    def text_of(self, y: int) -> str:
        """The text of a line, for copying."""
        index, line = divmod(y, ROW_HEIGHT)
        return self._row_strips(index)[line].text.rstrip() if index < len(self._numbers) else ""

    def on_resize(self) -> None:
        """Keep the cursor in sight; before the first size there was no place to scroll to."""
        self._scroll_to_cursor(center=not self._has_size)
        self._has_size = self.size.height > 0
        self._place_cursor()

    def look_changed(self) -> None:
        """Every row is drawn in a theme."""
        self._strips.clear()
        self._parts.clear()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens."""
        offset = event.get_content_offset(self)
        if offset is None or self.text_selection is not None:
            return
        index = (offset.y + self.scroll_offset.y) // ROW_HEIGHT
        if index >= len(self._numbers):
            return
        self.cursor = index
        if event.chain > 1:
            self.post_message(self.Opened())

    def text_line(self, y: int) -> Strip:
        """One of the two lines of a paper."""
        index, line = divmod(y, ROW_HEIGHT)
        if not self._numbers:
            return self._nothing_line(y)
        if index >= len(self._numbers):
            return Strip([])
        return self._row_strips(index)[line]

    def _nothing_line(self, y: int) -> Strip:
        width = self.size.width
        lines = Text(self._nothing).wrap(self.app.console, max(1, width - 3))
        text = f"  {lines[y - 1].plain}" if 0 < y <= len(lines) else ""
        return Strip([Segment(fit(text, width), self.get_component_rich_style("list--quiet"))])

    def _row_strips(self, index: int) -> tuple[Strip, Strip]:
        if len(self._strips) > KEPT_ROWS or self._drawn_width != self.columns:
            self._strips.clear()  # also in the first frame of another width, before `on_resize`
            self._drawn_width = self.columns
        if index not in self._strips:
            row = self.row(self._numbers[index])
            blank = Strip.blank(self.size.width, self.rich_style)
            self._strips[index] = self._draw(row, index) if row else (blank, blank)
        return self._strips[index]

    def _load(self, number: int) -> None:
        if len(self._rows) > KEPT_ROWS:
            self._rows.clear()
        top = self.scroll_offset.y // ROW_HEIGHT
        visible = self._numbers[top : top + self.visible_rows + 1]
        wanted = visible if number in visible else (number,)
        self._rows.update((row.number, row) for row in self._get_rows(wanted))

    def _draw(self, row: PaperRow, index: int) -> tuple[Strip, Strip]:
        base = self.rich_style
        is_selected = self._selected.holds(index, self.cursor)
        if is_selected:
            base += self._part("list--selected")
        if index == self.cursor:
            base += self._part("list--cursor" if self.has_focus else "list--cursor-blurred")
        snippet = self._snippet(row.number) if self._snippet else ""
        is_new = self.new_since is not None and row.added > self.new_since
        look = RowLook(self.size.width, base, self._part, self._spans, snippet, is_new, is_selected)
        return draw_row(row, look)

    def _part(self, name: str) -> Style:
        if name not in self._parts:
            self._parts[name] = self.get_component_rich_style(name, partial=True)
        return self._parts[name]
