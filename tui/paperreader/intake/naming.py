"""Names documents so that a file stays one document and two files never become one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paperreader.intake.files import Candidate
    from paperreader.library import DocumentRow


@dataclass(slots=True)
class Names:
    """Which file has which source and name in the library."""

    by_path: dict[Path, tuple[str, str]] = field(default_factory=dict)
    paths: dict[tuple[str, str], Path] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[DocumentRow]) -> Self:
        """The names that are taken by the documents of a library."""
        names = cls()
        for row in documents:
            names._take(Path(row.path), (row.source, row.name))
        return names

    def settle(self, candidate: Candidate) -> Candidate:
        """The same file under the name by which it is known, or under one that is free.

        A folder that was given before may now be given as part of a larger one; and two folders of
        the same name may hold files of the same name. A file that is gone leaves its name free: its
        folder was moved.
        """
        name = self.by_path.get(candidate.path) or self._free(candidate)
        self._take(candidate.path, name)
        return replace(candidate, source=name[0], name=name[1])

    def _take(self, path: Path, name: tuple[str, str]) -> None:
        self.by_path[path] = name
        self.paths[name] = path

    def _free(self, candidate: Candidate) -> tuple[str, str]:
        source = candidate.source
        for parent in candidate.root.parents:
            owner = self.paths.get((source, candidate.name))
            if owner is None or not owner.is_file() or _is_copy(owner, candidate.path):
                break
            source = f"{parent.name}/{source}"
        return source, candidate.name


def _is_copy(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False
