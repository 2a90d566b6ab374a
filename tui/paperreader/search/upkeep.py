"""Upkeep: the index of a library is opened, brought up to date and made again when it is broken."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

import gc
import logging
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from whoosh.index import LockError
from whoosh.writing import CLEAR, MERGE_SMALL, NO_MERGE

from paperreader.errors import PaperReaderError
from paperreader.library.views import Every
from paperreader.search.index import (
    MANY,
    OpenIndex,
    Stamp,
    discard_stamp,
    open_index,
    read_stamp,
    write_stamp,
    writing,
)
from paperreader.search.schema import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from whoosh.writing import IndexWriter

    from paperreader.library import Changes, Library

NAME_KEY = "search.library"
_TELL_EVERY = 20

log = logging.getLogger(__name__)


class Upkeep:
    """The index of one library in one directory."""

    def __init__(self, library: Library, directory: Path) -> None:
        self._library = library
        self._directory = directory
        self._opened: OpenIndex | None = None

    def stamp(self) -> Stamp | None:
        """The stamp of the index, None where it can't be used for this library."""
        stamp = read_stamp(self._directory)
        if stamp is None or stamp.library != self._library.recall(NAME_KEY):
            return None
        return stamp if stamp.revision <= self._library.revision else None

    def is_current(self) -> bool:
        """Whether the index has all that the library has."""
        stamp = self.stamp()
        return stamp is not None and stamp.revision == self._library.revision

    def behind(self) -> int:
        """How many papers the index does not have as the library does."""
        stamp = self.stamp()
        if stamp is None:
            return self._library.count(Every()).total
        changes = self._library.changed_since(stamp.revision)
        return len(changes.changed) + len(changes.removed)

    def open(self) -> OpenIndex | None:
        """The index as it is now, opened anew when it changed; None while there is none."""
        stamp = self.stamp()
        if self._opened and self._opened.stamp == stamp:
            self._opened.rest()
            return self._opened
        self.close()
        if stamp:
            try:
                self._opened = open_index(self._directory, stamp)
            except Exception:  # whatever Whoosh says of a damaged file
                self.distrust()
        return self._opened

    def distrust(self) -> None:
        """Give up an index that can't be read, so that the next update makes it again."""
        log.warning("the search index in %s can't be read", self._directory, exc_info=True)
        self.close()
        discard_stamp(self._directory)

    def close(self) -> None:
        """Close what is open."""
        if self._opened:
            self._opened.close()
        self._opened = None

    def update(
        self,
        progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
    ) -> int:
        """Catch up with the library; how many papers were written, 0 while another updates."""
        stamp = self.stamp()
        if stamp is None:
            return self.rebuild(progress, should_stop)
        revision = self._library.revision
        if stamp.revision == revision:
            return 0
        changes = self._library.changed_since(stamp.revision)
        if not changes.changed and not changes.removed:
            self._stamp(revision)
            return 0
        try:
            return self._write(revision, changes, progress, should_stop)
        except Exception as error:  # whatever Whoosh says of a damaged file
            if not _is_of_damage(error):
                raise
            self.distrust()
            return self.rebuild(progress, should_stop)

    def rebuild(
        self,
        progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
    ) -> int:
        """Make the index from the whole library; until it is done the old one answers."""
        return self._write(self._library.revision, None, progress, should_stop)

    def _write(
        self,
        revision: int,
        changes: Changes | None,
        progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
    ) -> int:
        """Write changed papers, all of them without `changes`; nothing is kept when stopped."""
        numbers = self._library.select() if changes is None else list(changes.changed)
        try:
            opened = writing(self._directory, papers=len(numbers), is_all=changes is None)
            with opened as writer, _no_collection():
                if changes:
                    _delete(writer, (*changes.removed, *changes.changed))
                written = self._add(writer, numbers, progress, should_stop)
                if written < len(numbers):
                    writer.cancel()
                    return 0
                writer.commit(mergetype=CLEAR if changes is None else _merging(len(numbers)))
        except LockError:
            return 0
        self._stamp(revision)
        return written

    def _add(
        self,
        writer: IndexWriter,
        numbers: list[int],
        progress: Callable[[int, int], None],
        should_stop: Callable[[], bool],
    ) -> int:
        """How many of the papers were gone through before it was stopped."""
        for done, number in enumerate(numbers):
            if done % _TELL_EVERY == 0:
                if should_stop():
                    return done
                progress(done, len(numbers))
            if paper := self._library.paper(number):
                writer.add_document(**document(paper))
        progress(len(numbers), len(numbers))
        return len(numbers)

    def _stamp(self, revision: int) -> None:
        name = self._library.recall(NAME_KEY)
        if name is None:
            name = uuid.uuid4().hex
            self._library.remember(NAME_KEY, name)
        write_stamp(self._directory, Stamp(name, revision))


def _is_of_damage(error: Exception) -> bool:
    """Whether the index may be the reason, rather than the library or a disk that is full."""
    return isinstance(error, FileNotFoundError) or not isinstance(error, PaperReaderError | OSError)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare Python the search for garbage among millions of postings: a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _merging(papers: int) -> Any:
    """Small steps are merged with others; of large ones there are never many."""
    return NO_MERGE if papers >= MANY else MERGE_SMALL


def _delete(writer: IndexWriter, numbers: Iterable[int]) -> None:
    for number in numbers:
        writer.delete_by_term("number", number)  # type: ignore[arg-type]
