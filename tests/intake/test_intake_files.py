"""Finding files and reading their text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paperreader.intake.files import FileError, find_files, read_text


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    for name in ("b.md", "A.TXT", "2025/03/11.json", ".git/x.md", ".hidden.md", "picture.png"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("text", "utf-8")
    return root


def test_a_folder_gives_its_digests_in_order(archive: Path) -> None:
    found, problems = find_files(archive)
    assert [each.name for each in found] == ["A.TXT", "b.md", "2025/03/11.json"]
    assert {each.source for each in found} == {"archive"}
    assert problems == []


def test_a_file_is_read_whatever_its_name(archive: Path) -> None:
    ((found,), _) = find_files(archive / "picture.png")
    assert (found.source, found.name) == ("archive", "picture.png")


def test_a_relative_path_is_shown_as_given(archive: Path, monkeypatch) -> None:
    monkeypatch.chdir(archive.parent)
    ((found, *_), _) = find_files(archive.relative_to(archive.parent))
    assert (found.shown, found.path) == ("archive/A.TXT", archive / "A.TXT")


def test_the_folder_of_now_has_a_name(archive: Path, monkeypatch) -> None:
    monkeypatch.chdir(archive)
    assert {each.source for each in find_files(Path())[0]} == {"archive"}


def test_links_that_lead_in_circles_end(archive: Path) -> None:
    (archive / "again").symlink_to(archive)
    assert len(find_files(archive)[0]) == 3


def test_a_name_that_is_no_unicode_is_no_trouble(archive: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(archive) + b"/\xff.md")).touch()
    except OSError:
        pytest.skip("this file system takes no such names")
    assert "\ufffd.md" in {each.name for each in find_files(archive)[0]}


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_nothing_to_read_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileError):
        find_files(tmp_path / name)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é\n".encode(), "é\n"),
        ("é\n".encode("utf-8-sig"), "é\n"),
        ("é\n".encode("utf-16"), "é\n"),
        (b"\xfe\xff" + "é\n".encode("utf-16-be"), "é\n"),
    ],
)
def test_text_is_utf_8_or_marked_utf_16(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(data)
    assert read_text(path) == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        ("é".encode("latin-1"), "not UTF-8"),
        (b"\x00\xff\x00", "not a text file"),
        (b"GIF\x00", "not a text file"),
        (b"\xff\xfe\x00", "not a text file"),
    ],
)
def test_what_is_no_text_is_said(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(data)
    with pytest.raises(FileError, match=what):
        read_text(path)


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="can't be read"):
        read_text(tmp_path)


def test_a_pipe_among_the_digests_is_said_and_not_waited_for(archive: Path) -> None:
    os.mkfifo(archive / "pipe.md")
    found, _problems = find_files(archive)
    (pipe,) = (each for each in found if each.name == "pipe.md")
    with pytest.raises(FileError, match="save what comes from it in a file"):
        read_text(pipe.path)


def test_a_name_that_no_file_can_have_is_the_trouble_of_that_file(archive: Path) -> None:
    with pytest.raises(FileError, match="can't be read"):
        find_files(archive / ("x" * 5000))
