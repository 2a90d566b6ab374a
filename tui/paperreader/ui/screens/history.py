"""The history of marks: what was done when, each to be taken back or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from paperreader.library.model import Batch, BatchKind
from paperreader.ui.marks import title_of
from paperreader.ui.screens.listed import Line, ListedScreen
from paperreader.ui.text.cells import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from paperreader.library import Library
    from paperreader.ui.keymap import Keymap


class HistoryScreen(ListedScreen[None, Batch]):
    """`take_back` is given the id of the batch whose effect is to be reversed."""

    HINTS: ClassVar[str] = "history"

    def __init__(
        self, library: Library, keymap: Keymap, take_back: Callable[[str], None], today: date
    ) -> None:
        super().__init__(keymap)
        self._library, self._take_back, self._today = library, take_back, today
        self._undoings: Mapping[str, str] = {}  # the last undoing of a batch

    def heading(self) -> str:
        """The name of the screen."""
        return "History"

    def lines(self, width: int) -> Sequence[Line[Batch]]:
        """What was marked, newest first, by day."""
        batches = self._library.history()
        undoings = [each for each in reversed(batches) if each.kind is BatchKind.UNDO]
        self._undoings = {each.of: each.id for each in undoings if each.of}
        lines: list[Line[Batch]] = []
        day = None
        for batch in (each for each in batches if each.kind is BatchKind.MARK):
            at = batch.at.astimezone()
            if at.date() != day:
                day = at.date()
                name = "Today" if day == self._today else str(day)
                lines.append(Line(Content.styled(name, "bold $secondary")))
            lines.append(Line(self._line(batch, width), batch))
        return lines or [Line(Content("Nothing was marked yet."))]

    def _line(self, batch: Batch, width: int) -> Content:
        undone = " undone" if batch.is_undone else ""
        title = title_of(batch, self._library)
        what = f"{batch.what} · {title}" if title else batch.what
        text = fit(what, max(8, width - 10 - len(undone)))
        style = "$quiet" if batch.is_undone else ""
        at = batch.at.astimezone().strftime("%H:%M")
        return Content.assemble((f"  {at}  ", "$quiet"), (text, style), (undone, "bold $warning"))

    def remark(self) -> str:
        """What Enter does with the line."""
        batch = self.value
        if batch is None:
            return ""
        key = self.keymap.key_of("open")
        return f"{key} does it again" if batch.is_undone else f"{key} takes it back"

    def do_open(self) -> None:
        """Take it back, or do it again."""
        batch = self.value
        if batch is None:
            return
        if not batch.is_undone:
            self._take_back(batch.id)
        elif undoing := self._undoings.get(batch.id):
            self._take_back(undoing)

    do_undo = do_open
