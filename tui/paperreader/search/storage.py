"""The folder of an index, which reads its files where they lie and closes them in any case."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

import mmap
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

if TYPE_CHECKING:
    from collections.abc import Callable

SEGMENT = ".seg"  # Whoosh's extension of a file that has all others of a segment in it
PEEKED = 256  # bytes: as much as Whoosh says of a block of postings


class Part(StructFile):
    """A part of a mapped file: only what is asked for comes into memory.

    Whoosh would copy each part as a whole. It asks this one for its parts by `subset`, as it has
    no `fileno`.
    """

    def __init__(
        self,
        mapped: mmap.mmap,
        start: int,
        length: int,
        name: str | None,
        onclose: Callable[[StructFile], None] | None = None,
    ) -> None:
        super().__init__(_Stream(mapped, start, length), name, onclose)  # type: ignore[arg-type] # reads as one
        self._mapped, self._start = mapped, start

    def get(self, position: int, length: int) -> bytes:
        """So many bytes from a position on."""
        start = self._start + position
        return self._mapped[start : start + length]

    def rest(self) -> None:
        """Give back the memory of what was read of the whole file, where the system can."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._mapped.madvise(mmap.MADV_DONTNEED)

    def subset(self, offset: int, length: int, name: str | None = None) -> Part:
        """A part of this part."""
        return Part(self._mapped, self._start + offset, length, name or self._name)


class _Stream:
    """The bytes of a part one after another."""

    def __init__(self, mapped: mmap.mmap, start: int, length: int) -> None:
        self._mapped, self._start, self._end = mapped, start, start + length
        self._at = start

    def read(self, size: int = -1) -> bytes:
        start = self._at
        self._at = self._end if size < 0 else min(start + size, self._end)
        return self._mapped[start : self._at]

    def peek(self, _size: int) -> bytes:
        """What comes next: pickle would ask for it in pieces of one or two bytes else."""
        return self._mapped[self._at : min(self._at + PEEKED, self._end)]

    def readline(self) -> bytes:
        after = self._mapped.find(b"\n", self._at, self._end) + 1
        return self.read((after or self._end) - self._at)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> None:
        base = {os.SEEK_SET: self._start, os.SEEK_CUR: self._at, os.SEEK_END: self._end}[whence]
        self._at = base + offset

    def tell(self) -> int:
        return self._at - self._start


class Storage(FileStorage):
    """A folder that knows which of its files are open."""

    def __init__(self, directory: Path, *, readonly: bool = False) -> None:
        super().__init__(str(directory), readonly=readonly)
        self._files: list[StructFile] = []

    def open_file(self, name: str, *args: Any, **kwargs: Any) -> StructFile:
        """Open a file to read."""
        if name.endswith(SEGMENT):
            return self._known(self._map(name))
        return self._known(super().open_file(name, *args, **kwargs))

    def _map(self, name: str) -> Part:
        with Path(self._fpath(name)).open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Part(mapped, 0, len(mapped), name, lambda _part: mapped.close())

    def create_file(self, name: str, *args: Any, **kwargs: Any) -> StructFile:
        """Open a new file to write."""
        return self._known(super().create_file(name, *args, **kwargs))

    def _known(self, file: StructFile) -> StructFile:
        self._files = [each for each in self._files if not each.is_closed]
        self._files.append(file)
        return file

    def rest(self) -> None:
        """Keep nothing of segments in memory; what is read again comes from the file again."""
        for file in self._files:
            if isinstance(file, Part) and not file.is_closed:
                file.rest()

    def close_files(self) -> None:
        """Close what is still open."""
        for file in self._files:
            if not file.is_closed:
                file.close()
        self._files.clear()
