"""What an import says while it runs and when it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from paperreader.library.model import ImportCount


class Phase(StrEnum):
    """The parts of an import that a progress bar shows."""

    CLASSIFYING = "classifying"
    READING = "reading"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a phase is: papers classified, documents read or papers indexed, of how many."""

    phase: Phase
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Trouble with a file: the 1-based line (0 for the whole file) and what, for people."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}"


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did; `has_failed` tells that some path could not be imported at all."""

    count: ImportCount = field(default_factory=ImportCount)
    problems: tuple[FileProblem, ...] = ()
    was_cancelled: bool = False
    has_failed: bool = False
