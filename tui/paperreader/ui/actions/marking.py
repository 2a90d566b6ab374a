"""Commands that mark papers, and take marks back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.model import Change
from paperreader.ui.actions.base import Actions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.library import Batch


class Marking(Actions):
    """Marks, each with a sentence that says what happened."""

    def change(self, numbers: Sequence[int], change: Change) -> Batch | None:
        """Mark papers, and show it."""
        batch = self.library.mark(numbers, change)
        self._marks_changed()
        return batch

    def _marks_changed(self) -> None:
        self.list.reload()
        self.refresh_counts()

    def do_toggle_read(self) -> None:
        if (row := self.row) is not None:
            self.change([row.number], Change("read", not row.marks.read))

    def do_bookmark(self) -> None:
        if (row := self.row) is not None:
            self.change([row.number], Change("bookmarked", not row.marks.bookmarked))
            done = "Bookmark removed" if row.marks.bookmarked else "Bookmarked"
            self.say(f"{done} - u undoes")

    def do_read_all(self) -> None:
        batch = self.change(list(self.list.numbers), Change("read", True))
        count = len(batch.papers) if batch else 0
        self.say(f"Marked {count} read - u undoes" if count else "All of these are read already.")

    def do_undo(self) -> None:
        self._take_back(self.library.undo(), "Undone", "Nothing to undo.")

    def do_redo(self) -> None:
        self._take_back(self.library.redo(), "Redone", "Nothing to redo.")

    def _take_back(self, batch: Batch | None, done: str, nothing: str) -> None:
        self._marks_changed()
        self.say(f"{done}: {batch.what}" if batch else nothing)
