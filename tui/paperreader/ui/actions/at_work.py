"""Marks that take their time: made in a thread, one after another, while the reader stays alive."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

from paperreader.errors import LibraryBusyError, PaperReaderError
from paperreader.ui.actions.base import Actions
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from paperreader.library import Batch
    from paperreader.library.journal import Progress

    Work = Callable[[Progress], Batch | None]
    Tell = Callable[[Batch | None], None]

MANY = 2000  # papers; up to here a mark is made at once
TICK_S = 0.08
BRIEF_S = 0.3  # for which a key waits for another program that writes
MANY_PAPERS, OTHERS_WRITE = "Marking many papers", "Waiting for another program that imports"
BAR, BLOCK = 16, 4  # cells of the moving indicator


def indicator(tick: int) -> str:
    """A block that moves to and fro."""
    way = BAR - BLOCK
    at = tick % (2 * way)
    at = min(at, 2 * way - at)
    return "·" * at + "▪" * BLOCK + "·" * (way - at)


class AtWork(Actions):
    """Does what changes marks: at once where it is quick, else in a thread, never two at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_at_work = False
        self._waiting: deque[tuple[Work, Tell, bool]] = deque()

    def do_work(self, work: Work, tell: Tell, *, is_long: bool) -> None:
        """Do it, or when what was begun before is done; `tell` gets the batch."""
        if self._is_at_work:
            self._waiting.append((work, tell, is_long))
        elif is_long:
            self._begin_long(work, tell, MANY_PAPERS)
        else:
            try:
                with self.library.hurried(BRIEF_S):
                    batch = work(_tell_nobody)
                tell(batch)
            except LibraryBusyError:
                self._begin_long(work, tell, OTHERS_WRITE)
            except PaperReaderError as error:
                self.say(str(error))

    def finish_work(self) -> None:
        """Do what still waits, as the reader ends: nothing that was marked is lost."""
        while self._waiting:
            work, _, _ = self._waiting.popleft()
            work(_tell_nobody)

    def _begin_long(self, work: Work, tell: Tell, what: str) -> None:
        self._is_at_work = True
        self._waiting.appendleft((work, tell, True))
        self.run_worker(self._do_long(what), group="marks", exit_on_error=False)

    async def _do_long(self, what: str) -> None:
        work, tell, _ = self._waiting.popleft()
        ticks = 0
        steps = (0, 0)

        def note(done: int, total: int) -> None:
            nonlocal steps
            steps = (done, total)

        def show() -> None:
            nonlocal ticks
            ticks += 1
            done, total = steps
            percent = f"{100 * done // total} %" if total else ""
            line = self.app.screen.query(StatusLine)
            if line:
                line.first().say(f"{what}  {indicator(ticks)}", percent)

        timer = self.set_interval(TICK_S, show)
        try:
            tell(await asyncio.to_thread(work, note))
        except PaperReaderError as error:
            self.say(str(error))
        finally:
            timer.stop()
            self._is_at_work = False
        self.show_titles()
        while self._waiting and not self._is_at_work:
            waited, then, is_long = self._waiting.popleft()
            self.do_work(waited, then, is_long=is_long)


def _tell_nobody(_done: int, _total: int) -> None:
    pass
