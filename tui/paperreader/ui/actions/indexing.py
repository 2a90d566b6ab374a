"""The search index while the reader is open: made ready in the background, never before a paint."""

from __future__ import annotations

import asyncio
import gc
import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from paperreader.errors import PaperReaderError
from paperreader.ui.actions.base import Actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from paperreader.search import Finder

START_S = 0.3  # the first keys come before it

log = logging.getLogger(__name__)


class Indexing(Actions):
    """Brings the index up to date, says how far it is, and opens it for the first search."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indexed = ""  # how far the index is, while it is brought up to date
        self._index_thread = ThreadPoolExecutor(1, "index")  # of its own: no end waits for it

    def tend_index(self) -> None:
        if self.library.revision:  # else the first import makes it
            self.set_timer(START_S, self._start)

    def _start(self) -> None:
        self.in_background(self._tend_in_thread, "index")

    async def _tend_in_thread(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._index_thread, self._tend)

    def _tend(self) -> None:
        """In a thread: only messages pass."""
        from paperreader.search import load  # noqa: PLC0415 - the start does without

        if load(lambda: not self.is_running):
            tend(self.desk.finder, self._tell, lambda: not self.is_running)
        self.library.release()
        if self.is_running:
            self.call_later(self._show_progress, 0, 0)

    def _tell(self, done: int, total: int) -> None:
        if self.is_running:
            self.call_later(self._show_progress, done, total)

    def _show_progress(self, done: int, total: int) -> None:
        indexed = f"indexing {done:,}/{total:,}" if done < total else ""
        if indexed != self.indexed:
            self.indexed = indexed
            self.show_titles()


def tend(
    finder: Finder, progress: Callable[[int, int], None], should_stop: Callable[[], bool]
) -> None:
    """Bring an index up to date in a process of its own and open it; trouble is for the log."""
    try:
        if not finder.is_current():
            with finder.follow() as follower:
                follower.finish(progress, should_stop)
        finder.warm(should_stop)
        gc.freeze()  # all of this stays: to look for garbage in it would take 60 ms of typing
    except (PaperReaderError, OSError):
        log.warning("the search index could not be brought up to date", exc_info=True)
