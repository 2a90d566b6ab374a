"""The library: one SQLite file with digests, papers and marks."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from paperreader.library.database import Database
from paperreader.library.finding import Finding
from paperreader.library.folding import troubles
from paperreader.library.keeping import Keeping
from paperreader.library.marking import Marking
from paperreader.library.storing import Storing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def utc_now() -> datetime:
    """The time now, aware and in UTC."""
    return datetime.now(UTC)


class Library(Storing, Finding, Marking, Keeping):
    """Digests in, papers out, marks; usable from several threads and processes at once."""

    @classmethod
    def open(
        cls, path: Path, *, clock: Callable[[], datetime] = utc_now, machine: str | None = None
    ) -> Self:
        """Open the file, made or migrated where needed; raises LibraryError."""
        return cls(Database(path), clock, machine or socket.gethostname() or "here")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def settle(self) -> None:
        """Have all in the one file, whatever other threads do with it; closes it for this one."""
        self._database.settle()

    def release(self) -> None:
        """Close the file for this thread; it is opened again when it is needed."""
        self._database.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def check(self) -> list[str]:
        """What is wrong with the file, in sentences; empty when nothing is."""
        problems = [
            f"library.db: {row[0]}"
            for row in self._db.execute("PRAGMA integrity_check")
            if row[0] != "ok"
        ]
        lost = self._db.execute(
            "SELECT count(*) FROM papers WHERE number NOT IN (SELECT paper FROM entries)"
        ).fetchone()[0]
        if lost:
            problems.append(f"{lost} papers stand in no digest: run `paperreader doctor --rebuild`")
        problems += troubles(self._db)
        return problems
