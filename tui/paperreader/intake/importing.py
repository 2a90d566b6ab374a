"""Reads files and folders into the library, some documents at a time, and says what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.digests import read_digest
from paperreader.intake.counting import Counter
from paperreader.intake.files import Candidate, FileError, find_files, read_text, readable
from paperreader.intake.naming import Names
from paperreader.intake.report import FileProblem, Phase, Progress, Report
from paperreader.library.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from paperreader.library import Library
    from paperreader.topics import Classifier

_ENTRIES_AT_ONCE = 200  # stored in about half a second, for which other writers have to wait
_PACKAGE = Path(__file__).parent.parent


def sample_paths() -> Path:
    """The folder of the sample digests: in the installed package, or in the source tree."""
    installed = _PACKAGE / "samples"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "seeds"


def import_paths(
    paths: Sequence[Path],
    library: Library,
    classifier: Classifier,
    *,
    today: date,
    progress: Callable[[Progress], None],
    should_stop: Callable[[], bool],
) -> Report:
    """Store the digests of files and folders; what can't be read is a problem of the report.

    `today` dates the papers of texts that say no date. Stopping keeps what was stored so far.
    """
    work = _Import(library, classifier, today, Counter.start(library), Names.of(library))
    found = {path: work.find(path) for path in paths}
    was_cancelled = not work.read(_each_once(found.values()), progress, should_stop)
    work.store()
    if not was_cancelled:
        work.has_failed |= any(work.is_fruitless(each) for each in found.values())
    return Report(work.counter.total(), tuple(work.problems), was_cancelled, work.has_failed)


def _each_once(found: Iterable[list[Candidate]]) -> list[Candidate]:
    files: dict[Path, Candidate] = {}
    for candidate in chain.from_iterable(found):
        files.setdefault(candidate.path, candidate)
    return list(files.values())


@dataclass(slots=True)
class _Import:
    library: Library
    classifier: Classifier
    today: date
    counter: Counter
    names: Names
    problems: list[FileProblem] = field(default_factory=list)
    has_failed: bool = False
    imported: set[Path] = field(default_factory=set)
    waiting: list[Document] = field(default_factory=list)

    def find(self, path: Path) -> list[Candidate]:
        try:
            found, problems = find_files(path)
        except FileError as error:
            self.fail(str(path), error)
            return []
        self.problems += problems
        self.has_failed |= bool(problems)
        return found

    def fail(self, file: str, error: FileError) -> None:
        self.problems.append(FileProblem(file, 0, str(error)))
        self.has_failed = True

    def is_fruitless(self, candidates: list[Candidate]) -> bool:
        return not any(each.path in self.imported for each in candidates)

    def read(
        self,
        candidates: Sequence[Candidate],
        tell: Callable[[Progress], None],
        should_stop: Callable[[], bool],
    ) -> bool:
        """Read them all; False when it was stopped."""
        for done, candidate in enumerate(candidates, 1):
            if should_stop():
                return False
            try:
                self.read_one(candidate)
            except FileError as error:
                self.fail(candidate.shown, error)
            tell(Progress(Phase.READING, done, len(candidates)))
        return True

    def read_one(self, candidate: Candidate) -> None:
        text = read_text(candidate.path)
        candidate = self.names.settle(candidate)
        digest = read_digest(text, candidate.name)
        self.problems += [FileProblem(candidate.shown, p.line, p.what) for p in digest.problems]
        if not digest.entries:
            return
        self.imported.add(candidate.path)
        self.waiting.append(Document(digest, text, readable(str(candidate.path)), candidate.source))
        if sum(len(each.digest.entries) for each in self.waiting) >= _ENTRIES_AT_ONCE:
            self.store()

    def store(self) -> None:
        """Store what is waiting, in one transaction."""
        if self.waiting:
            stored = self.library.add(self.waiting, self.classifier, today=self.today)
            self.counter.add(self.waiting, stored)
            self.waiting.clear()
