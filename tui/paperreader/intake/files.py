"""Finds the files of an import and reads their text; trouble is said as a `FileProblem`."""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.digests import clean
from paperreader.errors import PaperReaderError
from paperreader.intake.report import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SPACE = re.compile(r"[\t-\r\x85\u2028\u2029]")
_LARGEST_BYTES = 200_000_000
_SUFFIXES = (".md", ".markdown", ".txt", ".json")
_NO_FILE = "neither a file nor a folder: save what comes from it in a file first"


class FileError(PaperReaderError):
    """A file or folder can't be imported; the sentence says why and what could be."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to read: `source` and `name` are what the library knows it by.

    `path` is absolute, `shown` as the user gave it; `root` is the folder that gives the source.
    """

    path: Path
    root: Path
    shown: str
    source: str
    name: str


def find_files(path: Path) -> tuple[list[Candidate], list[FileProblem]]:
    """A file itself, or the digests in a folder and its subfolders, sorted by name.

    The problems are subfolders that can't be looked into. Raises FileError where there is nothing
    to read.
    """
    where = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would lose a symlink's name
    try:
        where.stat()
    except OSError as error:
        raise FileError(_unreadable(error)) from error
    if where.is_dir():
        return _in_folder(where, path)
    if where.is_file():
        source, name = _named(where.parent.name), _named(where.name)
        return [Candidate(where, where.parent, readable(str(path)), source, name)], []
    raise FileError(_NO_FILE)


def _in_folder(folder: Path, given: Path) -> tuple[list[Candidate], list[FileProblem]]:
    errors: list[OSError] = []
    source = _named(folder.name)
    found = [
        Candidate(
            folder / name, folder, readable(str(given / name)), source, _named(name.as_posix())
        )
        for name in _walk(folder, errors)
    ]
    problems = [FileProblem(str(each.filename), 0, _unreadable(each)) for each in errors]
    if not found and not problems:
        raise FileError("no digests in this folder: it needs .md, .markdown, .txt or .json files")
    return found, problems


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return f"can't be read: {error.strerror}"


def _walk(folder: Path, errors: list[OSError]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(_SUFFIXES) and not name.startswith("."):
                yield Path(parent, name).relative_to(folder)


def _named(name: str) -> str:
    """A file name as people read it: on one line, without what drives a terminal, in NFC.

    Some systems keep Hangul in its parts, which nobody types.
    """
    return unicodedata.normalize("NFC", clean(_SPACE.sub(" ", readable(name))))


def readable(name: str) -> str:
    """A file name as text: bytes in it that are not UTF-8 become replacement characters."""
    return os.fsencode(name).decode("utf-8", "replace")


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark; raises FileError."""
    try:
        status = path.stat()
        if stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode):  # may never end
            raise FileError(_NO_FILE)
        if status.st_size > _LARGEST_BYTES:
            raise FileError("too large for a digest: split it into files below 200 MB")
        data = path.read_bytes()
    except OSError as error:
        raise FileError(_unreadable(error)) from error
    text = _decoded(data)
    if "\0" in text:
        raise FileError("not a text file: a digest is Markdown or JSON")
    if not text.strip():
        raise FileError("empty: there is nothing to import")
    return text


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        what = "not a text file" if b"\0" in data else "not UTF-8 text"
        hint = "a digest is Markdown or JSON" if b"\0" in data else "save it as UTF-8 first"
        raise FileError(f"{what} (byte {error.start + 1}): {hint}") from error
