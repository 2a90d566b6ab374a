"""An import as a whole: progress, stopping, and coming back to it."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from paperreader import intake
from paperreader.cli import main
from paperreader.digests import reader
from paperreader.intake import Phase, Progress
from paperreader.intake import importing as importing_module
from paperreader.library.views import Every

if TYPE_CHECKING:
    from pathlib import Path

    from paperreader.desk import Desk


def day(number: int) -> str:
    return (
        f"## Papers for 2024-11-{number:02}\n\n| Title | Authors | Summary |\n|---|---|---|\n"
        f"| Title number {number} ([arXiv](http://arxiv.org/abs/2411.{number:05})) | Ann | Text |\n"
    )


@pytest.fixture
def days(tmp_path: Path) -> Path:
    folder = tmp_path / "days"
    folder.mkdir()
    for number in range(1, 6):
        (folder / f"{number}.md").write_text(day(number), "utf-8")
    return folder


def test_progress_goes_through_both_phases_to_the_end(empty_desk: Desk, days: Path) -> None:
    seen: list[Progress] = []
    empty_desk.import_paths([days], progress=seen.append)
    reading = [each for each in seen if each.phase is Phase.READING]
    assert [(each.done, each.total) for each in reading] == [(n, 5) for n in range(1, 6)]
    assert seen[-1].phase is Phase.INDEXING
    assert seen[-1].done == seen[-1].total


def test_what_was_imported_can_be_found(empty_desk: Desk, days: Path) -> None:
    empty_desk.import_paths([days])
    assert empty_desk.search("title number").total == 5


def test_stopping_keeps_what_was_read_and_the_next_import_goes_on(
    empty_desk: Desk, days: Path
) -> None:
    seen: list[Progress] = []
    report = empty_desk.import_paths(
        [days], progress=seen.append, should_stop=lambda: len(seen) == 2
    )
    assert (report.was_cancelled, report.count.documents) == (True, 2)
    assert empty_desk.library.count(Every()).total == 2
    report = empty_desk.import_paths([days])
    assert (report.was_cancelled, report.count.new, report.count.unchanged) == (False, 3, 2)
    assert empty_desk.search("title number").total == 5


def test_stopping_while_indexing_is_said_and_the_next_import_ends_it(
    empty_desk: Desk, days: Path
) -> None:
    seen: list[Progress] = []
    report = empty_desk.import_paths(
        [days],
        progress=seen.append,
        should_stop=lambda: len(seen) == 5 or seen[-1:] == [Progress(Phase.INDEXING, 1, 5)],
    )
    assert (report.was_cancelled, report.count.new) == (True, 5)
    assert not empty_desk.finder.is_current()
    assert not empty_desk.import_paths([days]).was_cancelled
    assert empty_desk.finder.is_current()


def test_counts_hold_over_several_transactions(
    empty_desk: Desk, days: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing_module, "_ENTRIES_AT_ONCE", 1)
    (days / "again.md").write_text(day(1).replace("Text |", "Other |"), "utf-8")
    count = empty_desk.import_paths([days]).count
    assert (count.documents, count.entries, count.new) == (6, 6, 5)
    assert (count.updated, count.unchanged) == (0, 0)


def test_ctrl_c_ends_an_import_without_harm(
    days: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read_digest = reader.read_digest

    def interrupted(text: str, name: str):
        if name == "2.md":
            signal.raise_signal(signal.SIGINT)
        return read_digest(text, name)

    monkeypatch.setattr(reader, "read_digest", interrupted)
    before = signal.getsignal(signal.SIGINT)
    library = str(tmp_path / "library")
    assert main(["--library", library, "import", str(days)]) == 1
    assert "import the same again" in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) is before
    assert main(["--library", library, "doctor", "--rebuild"]) == 0


def test_the_samples_are_where_they_are_said_to_be() -> None:
    folder = intake.sample_paths()
    assert {each.name for each in folder.iterdir()} == {
        "daily-sections",
        "daily-table",
        "weekly-notes",
    }
