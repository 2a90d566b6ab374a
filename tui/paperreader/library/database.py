"""Connections to the library file: one a thread, migrated, with errors a user can act on."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from paperreader.errors import LibraryBusyError, LibraryError
from paperreader.library.schema import MIGRATIONS
from paperreader.library.sources import listed_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_TIMEOUT_S = 60  # a document of 50,000 papers is stored in less
# One statement, as another process may make the library at this moment.
_FOREIGN = "SELECT 1 FROM sqlite_master, pragma_user_version WHERE user_version = 0"
SCRATCH = ("chosen", "turned")  # papers that a statement hands to the next


class Database:
    """A library file that several threads and processes use at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._opening = threading.Lock()  # what is closed while it is opened crashes Python
        self._identity: tuple[int, int] | None = None
        _make_folder(path.parent)
        with friendly_errors(path):
            self._connect_first()
            self._migrate()

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            if self._identity:
                self._check_place()  # SQLite would make an empty file
            with self._opening:
                connection = self._local.connection = self._connect()
        return connection

    def _connect_first(self) -> None:
        """Make the file where there is none, and know it again."""
        self._local.connection = self._connect()
        self._identity = _identity(self.path)

    @contextmanager
    def writing(self, *, waits: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction that is on disk when the block ends, or leaves no trace.

        One that doesn't wait raises LibraryBusyError at once while somebody else writes.
        """
        connection = self.connection
        with friendly_errors(self.path):
            with nullcontext() if waits else self.hurried():
                connection.execute("BEGIN IMMEDIATE")
            try:
                self._check_place()
                yield connection
            except BaseException:
                if connection.in_transaction:  # SQLite itself ends it when the disk is full
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def hurried(self, wait_s: float = 0.0) -> Iterator[None]:
        """Meanwhile this thread raises LibraryBusyError when others write for longer than that."""
        connection = self.connection
        connection.execute(f"PRAGMA busy_timeout = {wait_s * 1000:.0f}")
        try:
            yield
        finally:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_S * 1000}")

    def _check_place(self) -> None:
        """Raise LibraryError where the open file is no more what stands at the path.

        Writing would go on without an error, into a file that is gone when it is closed.
        """
        if _identity(self.path) != self._identity:
            raise LibraryError(
                f"{self.path} was moved, deleted or replaced meanwhile: nothing more is written to "
                "it; start again with the one that should be used"
            )

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._opening:
            for connection in self._all:
                connection.close()
            self._all.clear()
            self._local = threading.local()

    def release(self) -> None:
        """Close this thread's connection."""
        with self._opening:
            if connection := self._local.__dict__.pop("connection", None):
                self._all.remove(connection)
                connection.close()

    def settle(self) -> None:
        """Move what stands in the log into the file, and close this thread's connection.

        Those of other threads may be at work: to close them would crash Python.
        """
        with suppress(sqlite3.DatabaseError), self.hurried():  # what stays in the log is kept there
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.release()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        self._all.append(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # a mark outlives a power cut
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("PRAGMA temp_store = MEMORY")
        for table in SCRATCH:
            connection.execute(f"CREATE TEMP TABLE {table} (number INTEGER PRIMARY KEY)")
        return connection

    def _migrate(self) -> None:
        version = self._version()
        if version > len(MIGRATIONS):
            raise LibraryError(
                f"{self.path} was written by a newer paperreader: update this one to open it"
            )
        if version == len(MIGRATIONS):
            return
        if self.connection.execute(_FOREIGN).fetchone():
            raise LibraryError(f"{self.path} {_damage('a database of another program')}")
        if version:
            self._back_up(self.path.with_suffix(f".v{version}.bak"))
        # SQLite calls it in a migration.
        self.connection.create_function("listed_source", 2, listed_source, deterministic=True)
        with self.writing() as connection:
            for number in range(self._version(), len(MIGRATIONS)):
                for statement in statements(MIGRATIONS[number]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number + 1}")

    def _back_up(self, path: Path) -> None:
        """A copy of the file together with what still stands in its log."""
        with closing(sqlite3.connect(path)) as copy:
            self.connection.backup(copy)

    def _version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def others_wrote(db: sqlite3.Connection) -> int:
    """Another number whenever another connection wrote into the file; of this one only."""
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def statements(script: str) -> Iterator[str]:
    """The statements of a script; that of a trigger has others inside."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def friendly_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a LibraryError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise library_error(error, path) or error from error


def library_error(error: Exception, path: Path) -> LibraryError | None:
    """What SQLite said of a file, for people; None for an error that is not the file's."""
    if isinstance(error, LibraryError):
        return error
    if isinstance(error, sqlite3.ProgrammingError):
        return None
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return LibraryBusyError(
            f"{path} is being written by another program: wait until that is done and try again"
        )
    if isinstance(error, sqlite3.OperationalError):
        return LibraryError(f"{path} {_trouble(str(error))}")
    if isinstance(error, sqlite3.DatabaseError):
        return LibraryError(f"{path} {_damage(str(error))}")
    return None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        is_file = isinstance(error, FileExistsError | NotADirectoryError)
        reason = "a file is in its place" if is_file else error.strerror
        raise LibraryError(
            f"{folder} can't be made: {reason}: choose another folder with --library"
        ) from error


def _trouble(error: str) -> str:
    if "no such" in error:
        return _damage(error)
    return f"can't be used: {error}: check that the folder is there, writable and not full"


def _damage(error: str) -> str:
    if "malformed" in error:
        return (
            f"is damaged ({error}): put a copy of it back, or move it away and import your "
            "digests again"
        )
    return f"is no library ({error}): move it away or choose another with --library"
