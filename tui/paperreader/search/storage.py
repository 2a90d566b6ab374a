"""The folder of an index, which closes its files also when Whoosh fails over a damaged one."""

# mypy: allow-untyped-calls
# Whoosh is typed in part.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import FileStorage

if TYPE_CHECKING:
    from pathlib import Path

    from whoosh.filedb.structfile import StructFile


class Storage(FileStorage):
    """A folder that knows which of its files are open."""

    def __init__(self, directory: Path, *, readonly: bool = False) -> None:
        super().__init__(str(directory), readonly=readonly)
        self._files: list[StructFile] = []

    def open_file(self, name: str, *args: Any, **kwargs: Any) -> StructFile:
        """Open a file to read."""
        return self._known(super().open_file(name, *args, **kwargs))

    def create_file(self, name: str, *args: Any, **kwargs: Any) -> StructFile:
        """Open a new file to write."""
        return self._known(super().create_file(name, *args, **kwargs))

    def _known(self, file: StructFile) -> StructFile:
        self._files = [each for each in self._files if not each.is_closed]
        self._files.append(file)
        return file

    def close_files(self) -> None:
        """Close what is still open."""
        for file in self._files:
            if not file.is_closed:
                file.close()
        self._files.clear()
