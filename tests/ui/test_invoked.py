"""The command that the first start shows works as it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from paperreader.ui.invoked import own_command

if TYPE_CHECKING:
    from pathlib import Path


def made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an environment that is not activated."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    made(tmp_path / "clone/.venv/bin/python")
    made(tmp_path / "clone/.venv/bin/paperreader")
    return tmp_path / "clone"


def command(clone: Path, started: Path, here: Path | None = None) -> str:
    return own_command(str(started), str(clone / ".venv/bin/python"), here or clone)


def test_a_program_that_the_shell_does_not_find_is_named_with_its_folder(clone: Path) -> None:
    assert command(clone, clone / ".venv/bin/paperreader") == ".venv/bin/paperreader"
    made(clone.parent / "bin/paperreader")  # another one
    assert command(clone, clone / ".venv/bin/paperreader") == ".venv/bin/paperreader"
    started = clone / ".venv/bin/paperreader"
    assert command(clone, started, clone.parent / "elsewhere") == str(started)


def test_a_program_that_the_shell_finds_is_its_name(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(clone / ".venv/bin"))
    assert command(clone, clone / ".venv/bin/paperreader") == "paperreader"


def test_a_module_is_run_by_its_interpreter(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = clone / "tui/paperreader/__main__.py"
    assert command(clone, module) == ".venv/bin/python -m paperreader"
    monkeypatch.setenv("PATH", str(clone / ".venv/bin"))
    assert command(clone, module) == "python -m paperreader"


def test_another_program_that_opens_the_reader_says_the_name(clone: Path) -> None:
    assert command(clone, clone / "pytest/__main__.py") == "paperreader"
