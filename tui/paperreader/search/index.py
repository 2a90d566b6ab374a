"""The index on disk: made from the library, kept beside nothing that can't be lost."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

import json
import os
import shutil
import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import whoosh
from whoosh.index import FileIndex, LockError
from whoosh.writing import SegmentWriter

from paperreader.search.postings import Postings
from paperreader.search.postwriter import Codec, Pool
from paperreader.search.schema import schema
from paperreader.search.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


# Goes up whenever analysis or schema give other terms for the same text.
INDEX_VERSION = f"7 whoosh {'.'.join(map(str, whoosh.__version__))}"
_STAMP = "stamp.json"
_MAKING = "making.lock"
MANY = 1000  # from so many papers on it pays to hold their postings until all are there


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was made from: the library by its name and revision, and how."""

    library: str
    revision: int
    version: str = INDEX_VERSION


@dataclass(slots=True)
class OpenIndex:
    """An index opened for searching, as it was at one moment."""

    stamp: Stamp
    postings: Postings
    numbers: list[int]
    places: dict[int, int]
    rest: Callable[[], None]  # gives back the memory that what was read last took
    close: Callable[[], None]


def read_stamp(directory: Path) -> Stamp | None:
    """The stamp of a usable index; None where there is none of this version."""
    try:
        stamp = Stamp(**json.loads((directory / _STAMP).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    is_usable = stamp.version == INDEX_VERSION and isinstance(stamp.revision, int)
    return stamp if is_usable and _is_ours(directory) else None


def write_stamp(directory: Path, stamp: Stamp) -> None:
    """Declare an index usable, in one step."""
    new = directory / f"{_STAMP}.{os.getpid()}.{threading.get_ident()}"
    new.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    new.replace(directory / _STAMP)


def discard_stamp(directory: Path) -> None:
    """Declare an index unusable, so that it is made again."""
    (directory / _STAMP).unlink(missing_ok=True)


def _is_ours(directory: Path) -> bool:
    """Whoosh unpickles what it opens: nobody else may be able to write there."""
    if not hasattr(os, "geteuid"):
        return True
    status = directory.stat()
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def open_index(directory: Path, stamp: Stamp) -> OpenIndex:
    """Open an index for searching; raises whatever Whoosh does on a damaged one."""
    with ExitStack() as closing:
        storage = Storage(directory, readonly=True)
        closing.callback(storage.close_files)
        searcher = FileIndex(storage, schema=schema()).searcher()
        closing.callback(searcher.close)
        numbers, places = _numbers(searcher)
        close = closing.pop_all().close
        return OpenIndex(stamp, Postings(searcher), numbers, places, storage.rest, close)


def _numbers(searcher: Any) -> tuple[list[int], dict[int, int]]:
    """The library's numbers of Whoosh's documents, and the other way for those not deleted."""
    reader = searcher.reader()
    column = reader.column_reader("number")
    numbers = [int(column[place]) for place in range(reader.doc_count_all())]
    return numbers, {numbers[place]: place for place in reader.all_doc_ids()}


@contextmanager
def writing(directory: Path, *, papers: int, is_all: bool) -> Iterator[SegmentWriter]:
    """A writer of so many papers, cancelled by any exception; of all papers over what is there.

    Raises LockError while another writes, and what Whoosh does where there is no index to add to.
    """
    _make(directory)
    storage = Storage(directory)
    try:
        megabytes = 1024 if papers >= MANY else 128
        writer = _open_writer(storage, directory, megabytes, is_all=is_all)
        try:
            yield writer
        except BaseException:
            with suppress(Exception):  # it may be what failed
                writer.cancel()
            raise
    finally:
        storage.close_files()


def _open_writer(
    storage: Storage, directory: Path, megabytes: int, *, is_all: bool
) -> SegmentWriter:
    making = storage.lock(_MAKING)
    if not making.acquire():
        raise LockError
    try:
        return _writer(FileIndex(storage, schema=schema()), megabytes)
    except LockError:
        raise
    except Exception:  # whatever Whoosh or pickle says of a file that can't be read
        if not is_all:
            raise
        storage.close_files()
        _empty(directory)
        return _writer(storage.create_index(schema()), megabytes)
    finally:
        making.release()


def _empty(directory: Path) -> None:
    """Remove all but what others may be waiting for."""
    for file in directory.iterdir():
        if file.is_dir():
            shutil.rmtree(file, ignore_errors=True)
        elif file.name != _MAKING:
            file.unlink(missing_ok=True)


def _writer(index: FileIndex, megabytes: int) -> SegmentWriter:
    writer = SegmentWriter(index, limitmb=megabytes, codec=Codec(compression=1))
    writer.pool.cleanup()
    writer.pool = Pool(writer.pool.tempstore, writer.newsegment, limitmb=megabytes)
    return writer


def _make(directory: Path) -> None:
    if directory.is_file():
        directory.unlink()
    elif directory.exists() and not _is_ours(directory):
        shutil.rmtree(directory)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    directory.chmod(0o700)
