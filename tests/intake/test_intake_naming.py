"""One file is one document, however it is given; two files never become one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from paperreader.library.views import ViewKind

if TYPE_CHECKING:
    from pathlib import Path

    from paperreader.desk import Desk

DIGEST = """## Papers for 2024-11-01

| Title | Authors | Summary |
|---|---|---|
| A title of {0} ([arXiv](https://arxiv.org/abs/2411.0000{0})) | Ann Lee | {1} |
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive/2024"
    folder.mkdir(parents=True)
    (folder / "day.md").write_text(DIGEST.format(1, "Sheep."), "utf-8")
    return folder.parent


def documents(desk: Desk) -> set[tuple[str, str]]:
    return {(each.source, each.name) for each in desk.library.documents()}


def test_a_part_of_a_folder_is_the_same_documents(empty_desk: Desk, archive: Path) -> None:
    empty_desk.import_paths([archive])
    for again in (archive / "2024", archive / "2024/day.md", archive.parent):
        assert empty_desk.import_paths([again]).count.unchanged == 1
    assert documents(empty_desk) == {("archive", "2024/day.md")}


def test_folders_of_the_same_name_keep_their_documents_apart(
    empty_desk: Desk, archive: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other/archive/2024"
    other.mkdir(parents=True)
    (other / "day.md").write_text(DIGEST.format(2, "Goats."), "utf-8")
    empty_desk.import_paths([archive])
    assert empty_desk.import_paths([other.parent]).count.new == 1
    assert documents(empty_desk) == {("archive", "2024/day.md"), ("other/archive", "2024/day.md")}
    assert empty_desk.import_paths([archive, other.parent]).count.unchanged == 2


def test_a_folder_that_moved_is_known_again(empty_desk: Desk, archive: Path) -> None:
    empty_desk.import_paths([archive])
    moved = archive.parent / "moved"
    moved.mkdir()
    archive.rename(moved / "archive")
    (moved / "archive/2024/day.md").write_text(DIGEST.format(1, "Goats."), "utf-8")
    assert empty_desk.import_paths([moved / "archive"]).count.updated == 1
    assert documents(empty_desk) == {("archive", "2024/day.md")}


def test_names_are_one_line_that_drives_no_terminal_as_people_type_them(
    empty_desk: Desk, tmp_path: Path
) -> None:
    written = unicodedata.normalize("NFD", "요약\n2024/\x1b[31mday\u202e.md")
    path = tmp_path / "두\t개" / written
    path.parent.mkdir(parents=True)
    path.write_text(DIGEST.format(1, "Sheep."), "utf-8")
    for _ in range(2):
        report = empty_desk.import_paths([tmp_path / "두\t개"])
        assert documents(empty_desk) == {("두 개", "요약 2024/day.md")}
    assert (report.count.unchanged, report.problems) == (1, ())
    sources = {view.key for view in empty_desk.library.counts() if view.kind is ViewKind.SOURCE}
    assert sources == {"두 개/요약 2024"}
    assert empty_desk.papers(empty_desk.finder.where("source:요약"))


def test_files_whose_names_look_the_same_stay_apart(empty_desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    (folder / "a b.md").write_text(DIGEST.format(1, "Sheep."), "utf-8")
    (folder / "a\nb.md").write_text(DIGEST.format(2, "Goats."), "utf-8")
    assert empty_desk.import_paths([folder]).count.new == 2
    assert empty_desk.import_paths([folder]).count.unchanged == 2
    assert len(documents(empty_desk)) == 2


def test_a_copy_is_nothing_new(empty_desk: Desk, archive: Path, tmp_path: Path) -> None:
    copy = tmp_path / "backup/archive/2024"
    copy.mkdir(parents=True)
    (copy / "day.md").write_bytes((archive / "2024/day.md").read_bytes())
    empty_desk.import_paths([archive])
    assert empty_desk.import_paths([copy.parent]).count.unchanged == 1
    assert documents(empty_desk) == {("archive", "2024/day.md")}
