"""Reads files and folders into the library, some documents at a time, and says what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from paperreader.intake.files import Candidate, FileError, find_files, read_text, readable
from paperreader.intake.naming import Names
from paperreader.intake.report import FileProblem, Phase, Progress, Report
from paperreader.library.documents import sha256
from paperreader.library.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from paperreader.digests.model import Digest, Problem
    from paperreader.library import DocumentRow, Library
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
    classifier: Callable[[], Classifier],
    *,
    today: date,
    progress: Callable[[Progress], None],
    should_stop: Callable[[], bool],
    stored: Callable[[], None],
) -> Report:
    """Store the digests of files and folders; what can't be read is a problem of the report.

    `classifier` is asked for only when there is something to store. `today` dates the papers of
    texts that say no date. Stopping keeps what was stored so far. `stored` is called when papers
    were committed and more may come.
    """
    before, documents = library.moment(), library.documents()
    known = {(each.source, each.name): each for each in documents}
    work = _Import(library, classifier, today, Names.of(documents), known, stored)
    found = {path: work.find(path) for path in paths}
    was_cancelled = not work.read(_each_once(found.values()), progress, should_stop)
    work.store()
    if not was_cancelled:
        work.has_failed |= any(work.is_fruitless(each) for each in found.values())
    count = library.count_since(before, work.imported.values())
    return Report(count, tuple(work.problems), was_cancelled, work.has_failed)


def _each_once(found: Iterable[list[Candidate]]) -> list[Candidate]:
    files: dict[Path, Candidate] = {}
    for candidate in chain.from_iterable(found):
        files.setdefault(candidate.path, candidate)
    return list(files.values())


@dataclass(slots=True)
class _Import:
    library: Library
    classifier: Callable[[], Classifier]
    today: date
    names: Names
    known: Mapping[tuple[str, str], DocumentRow]
    stored: Callable[[], None]
    problems: list[FileProblem] = field(default_factory=list)
    has_failed: bool = False
    imported: dict[Path, tuple[str, str]] = field(default_factory=dict)
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
        known = self.known.get((candidate.source, candidate.name))
        if known and known.text_sha256 == sha256(text):
            self.note(candidate, known.problems)
            return
        digest = _read_digest(text, candidate.name)
        if not digest.entries:
            self.say(candidate, digest.problems)
            return
        self.note(candidate, digest.problems)
        self.waiting.append(Document(digest, text, readable(str(candidate.path)), candidate.source))
        if sum(len(each.digest.entries) for each in self.waiting) >= _ENTRIES_AT_ONCE:
            self.store()
            self.stored()

    def note(self, candidate: Candidate, problems: Iterable[Problem]) -> None:
        """A file that is in the library, or will be when what is waiting is stored."""
        self.imported[candidate.path] = (candidate.source, candidate.name)
        self.say(candidate, problems)

    def say(self, candidate: Candidate, problems: Iterable[Problem]) -> None:
        self.problems += [FileProblem(candidate.shown, each.line, each.what) for each in problems]

    def store(self) -> None:
        """Store what is waiting, in one transaction."""
        if self.waiting:
            self.library.add(self.waiting, self.classifier(), today=self.today)
            self.waiting.clear()


def _read_digest(text: str, name: str) -> Digest:
    from paperreader.digests import read_digest  # noqa: PLC0415 - files that are known need none

    return read_digest(text, name)
