"""Commands that mark papers, and take marks back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.model import Change
from paperreader.library.views import Every, Has, Mark, Numbers, Sort, ViewKind
from paperreader.ui import screens
from paperreader.ui.actions.at_work import MANY, AtWork
from paperreader.ui.marks import done, taken_back
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from paperreader.library import Batch
    from paperreader.library.journal import Progress


class Marking(AtWork):
    """Marks, each with a sentence that says what happened."""

    _waiting_mark: tuple[int, Change] | None = None

    def change(self, numbers: Sequence[int], *changes: Change, is_told: bool = True) -> None:
        """Mark papers as one batch, show it and say it."""
        self._change(numbers, lambda: changes, is_told=is_told)

    def read_since(self, number: int, since: datetime) -> None:
        """Mark a paper read by itself: undoing takes back first what was marked since then."""
        read = Change("read", True)

        def tell(batch: Batch | None) -> None:
            self.marks_changed([number])
            if batch and self.library.history(1)[0].id == batch.id:
                self.query_one(StatusLine).hush(f"{self.keymap.key_of('undo')} undoes")

        self.do_work(
            lambda _progress: self.library.mark([number], read, since=since), tell, is_long=False
        )

    def mark_soon(self, number: int, change: Change) -> None:
        """Mark a paper, unsaid, when what the key did besides is painted."""
        self.settle()
        self._waiting_mark = number, change
        self.list.after_paint(self.settle)

    def settle(self) -> None:
        """Make the mark that waits for the paint: what comes now builds on it."""
        if self._waiting_mark is not None:
            number, change = self._waiting_mark
            self._waiting_mark = None
            self.change([number], change, is_told=False)

    def _change(
        self, numbers: Sequence[int], decide: Callable[[], Sequence[Change]], *, is_told: bool
    ) -> None:
        """`decide` says what to change, where the work is done: many papers take their time."""
        changes: Sequence[Change] = ()
        if numbers == self.list.selected:
            self.list.clear_selection()
            self.show_titles()

        def mark(progress: Progress) -> Batch | None:
            nonlocal changes
            changes = decide()
            return self.library.mark(numbers, *changes, progress=progress)

        def tell(batch: Batch | None) -> None:
            self.marks_changed(numbers)
            if batch is None:
                self.say("Nothing to change.")
            elif is_told:
                self.say(done(changes, batch.size, self.keymap.key_of("undo")))

        self.do_work(mark, tell, is_long=len(numbers) > MANY)

    def marks_changed(self, numbers: Sequence[int] | None = None) -> None:
        """Show the marks of these papers (of all without numbers) and the counts as they are."""
        self.list.reload(numbers)
        self.refresh_counts()
        self.show_titles()
        self.show_detail()
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, screens.KeyedScreen) and screen.is_mounted:
                screen.marks_changed()

    def _toggle(self, mark: Mark, *, is_one_told: bool = True) -> None:
        numbers = self.targets

        def decide() -> Sequence[Change]:
            marked = self.library.count(Every((Numbers(frozenset(numbers)), Has(mark)))).total
            return (Change(mark.value, marked < len(numbers)),)

        if numbers:
            self._change(numbers, decide, is_told=is_one_told or len(numbers) > 1)

    def do_toggle_read(self) -> None:
        if self._read_timer is not None:
            self._read_timer.stop()  # the reader has decided
        self._toggle(Mark.READ, is_one_told=False)

    def do_bookmark(self) -> None:
        self._toggle(Mark.BOOKMARKED)

    def do_queue(self) -> None:
        self._toggle(Mark.QUEUED)

    def do_interesting(self) -> None:
        self._mark_interest(1)

    def do_not_interesting(self) -> None:
        self._mark_interest(-1)

    def _mark_interest(self, interest: int) -> None:
        numbers, row = self.targets, self.row
        if numbers and row is not None:
            is_set = numbers == [row.number] and row.marks.interest == interest
            self.change(numbers, Change("interest", 0 if is_set else interest))

    def do_queue_earlier(self) -> None:
        self._move_in_queue(-1)

    def do_queue_later(self) -> None:
        self._move_in_queue(1)

    def _move_in_queue(self, steps: int) -> None:
        place, number = self.place, self.list.number
        if place.view.kind is not ViewKind.QUEUE or place.sort is not Sort.QUEUE or place.query:
            self.say(self.keymap.sentence("Papers are moved in the queue: {go-queue} goes there."))
        elif number is not None and self.library.move_in_queue(number, steps):
            self.go(place, number)

    def do_undo(self) -> None:
        self._take_back(self.library.undo, "Nothing to undo.")

    def do_redo(self) -> None:
        self._take_back(self.library.redo, "Nothing to redo.")

    def take_back(self, batch: str) -> None:
        """Take back what a batch of the history did; of an undoing, do it again."""
        self._take_back(lambda: self.library.undo_batch(batch), "That was taken back already.")

    def _take_back(self, work: Callable[[], Batch | None], nothing: str) -> None:
        def tell(batch: Batch | None) -> None:
            if batch is not None:
                self.take_in(self.library.marked_after(self.library.last_batch - 1))
            self.marks_changed()
            self.say(taken_back(batch, self.library) if batch else nothing)

        is_long = any(batch.size > MANY for batch in self.library.history())
        self.do_work(lambda _progress: work(), tell, is_long=is_long)
