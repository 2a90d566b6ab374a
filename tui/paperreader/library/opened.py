"""What the parts of a library share: the open file, the clock and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperreader.library.counts import Counts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from paperreader.library.database import Database


class Opened:
    """A library file that is open; several threads and processes may use it at once."""

    def __init__(self, database: Database, clock: Callable[[], datetime], machine: str) -> None:
        self.path = database.path
        self._database = database
        self._clock = clock
        self._machine = machine
        self._counts = Counts()

    def hurried(self, wait_s: float) -> AbstractContextManager[None]:
        """Meanwhile this thread raises LibraryBusyError when others write for longer than that."""
        return self._database.hurried(wait_s)

    @property
    def _db(self) -> sqlite3.Connection:
        return self._database.connection
