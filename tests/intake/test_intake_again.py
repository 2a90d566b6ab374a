"""A second import reads only what changed, and papers follow the topics of the configuration."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from paperreader.cli import main
from paperreader.digests import reader
from paperreader.intake import Phase, Progress
from paperreader.library import documents as library_documents
from paperreader.library import storing
from paperreader.library.views import View, ViewKind

if TYPE_CHECKING:
    from pathlib import Path

    from paperreader.desk import Desk

DIGEST = """## Papers for 2024-11-{0:02}

| Title | Authors | Summary |
|---|---|---|
| A title of {0} ([arXiv](https://arxiv.org/abs/2411.{0:05})) | Ann Lee | {1} |
| A second of {0} ([arXiv](https://arxiv.org/abs/2411.1{0:04})) | Bo Reed | Moss grows. |
"""
TWICE = """# 202411

### A Rake
[Tool][2024.11]\\[[paper](https://arxiv.org/abs/2411.00001)\\]
- `Keypoints:` rakes
### A Hoe
[Tool][2024.11]\\[[paper](https://arxiv.org/abs/2411.00001)\\]
- `Keypoints:` hoes
"""
LOADED = """
import json, sys
from paperreader.cli import main
main(["--library", *sys.argv[1:2], "import", *sys.argv[2:], "--json"])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.md").write_text(DIGEST.format(number, "Qubits sing."), "utf-8")
    return folder


@pytest.fixture
def names_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the texts that are read from now on."""
    names: list[str] = []
    read_digest = reader.read_digest

    def noted(text: str, name: str):
        names.append(name)
        return read_digest(text, name)

    monkeypatch.setattr(reader, "read_digest", noted)
    return names


def test_only_changed_files_are_read_again(
    empty_desk: Desk, archive: Path, names_read: list[str]
) -> None:
    empty_desk.import_paths([archive])
    (archive / "2.md").write_text(DIGEST.format(2, "Qubits hum."), "utf-8")
    names_read.clear()
    report = empty_desk.import_paths([archive])
    assert names_read == ["2.md"]
    assert (report.count.documents, report.count.entries) == (3, 6)
    assert (report.count.new, report.count.updated, report.count.unchanged) == (0, 2, 4)


def test_a_paper_is_unchanged_only_if_no_file_changed_it(empty_desk: Desk, archive: Path) -> None:
    (archive / "4.md").write_text(DIGEST.format(1, "Qubits hum."), "utf-8")
    empty_desk.import_paths([archive])
    (archive / "4.md").write_text(DIGEST.format(1, "Qubits roar."), "utf-8")
    count = empty_desk.import_paths([archive]).count
    assert (count.updated, count.unchanged) == (2, 4)


def test_a_new_reader_reads_all_again(
    empty_desk: Desk, archive: Path, names_read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_desk.import_paths([archive])
    names_read.clear()
    version = library_documents.READER_VERSION
    monkeypatch.setattr(library_documents, "READER_VERSION", version + 1)
    assert empty_desk.import_paths([archive]).count.updated == 6
    assert len(names_read) == 3


def test_problems_of_a_file_that_is_not_read_again_are_said_again(
    empty_desk: Desk, archive: Path
) -> None:
    (archive / "notes.md").write_text(TWICE, "utf-8")
    first = empty_desk.import_paths([archive]).problems
    assert {(each.file, each.line) for each in first} == {
        (str(archive / "notes.md"), 3),
        (str(archive / "notes.md"), 6),
    }
    assert empty_desk.import_paths([archive]).problems == first


def test_a_second_import_loads_neither_reader_nor_classifier(archive: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    main(["--library", str(library), "import", str(archive)])
    command = [sys.executable, "-c", LOADED, str(library), str(archive)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    modules = set(json.loads(out.splitlines()[-1]))
    assert "paperreader.intake.importing" in modules
    assert not modules & {"paperreader.digests.reader", "paperreader.topics.classifier"}


def topics_of(desk: Desk) -> list[tuple[str, ...]]:
    return [row.topics for row in desk.library.rows(sorted(desk.library.select()))]


def with_topics(desk: Desk, **topics: object) -> Desk:
    """The same library, opened with another configuration."""
    return replace(desk, config=desk.config._replace(topics=topics), _classifier=None)


QUANTUM = {"name": "Quantum things", "keywords": ["qubit*"]}


def test_papers_follow_the_topics_at_the_next_import(empty_desk: Desk, archive: Path) -> None:
    empty_desk.import_paths([archive])
    assert topics_of(empty_desk) == [()] * 6
    mine = with_topics(empty_desk, quantum=QUANTUM)
    seen: list[Progress] = []
    report = mine.import_paths([archive], progress=seen.append)
    assert topics_of(mine) == [("quantum",), ()] * 3
    assert mine.library.counts()[View(ViewKind.TOPIC, "quantum")].total == 3
    assert mine.library.paper(1).evidence[0].words == ("Qubits",)
    assert seen[0] == Progress(Phase.CLASSIFYING, 6, 6)
    assert (report.count.updated, report.count.unchanged) == (0, 6)
    assert mine.topic_names["quantum"] == "Quantum things"
    assert topics_of(mine) == topics_of(empty_desk)
    empty_desk.import_paths([archive])
    assert topics_of(empty_desk) == [()] * 6


def test_papers_follow_the_topics_when_they_are_made_anew(empty_desk: Desk, archive: Path) -> None:
    empty_desk.import_paths([archive])
    mine = with_topics(empty_desk, quantum=QUANTUM)
    mine.rebuild()
    assert topics_of(mine) == [("quantum",), ()] * 3
    seen: list[Progress] = []
    mine.import_paths([archive], progress=seen.append)
    assert {each.phase for each in seen} == {Phase.READING}


def test_classifying_goes_on_after_it_was_stopped(
    empty_desk: Desk, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "_PAPERS_AT_ONCE", 2)
    empty_desk.import_paths([archive])
    mine = with_topics(empty_desk, quantum=QUANTUM)
    seen: list[Progress] = []
    report = mine.import_paths([archive], progress=seen.append, should_stop=lambda: len(seen) == 2)
    assert report.was_cancelled
    assert topics_of(mine) == [("quantum",), (), ("quantum",), (), (), ()]
    assert not mine.import_paths([archive]).was_cancelled
    assert topics_of(mine) == [("quantum",), ()] * 3
