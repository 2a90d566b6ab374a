"""Where the files of a library are."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperreader.errors import PaperReaderError
from paperreader.paths import Paths


def test_a_named_directory_holds_everything(tmp_path: Path) -> None:
    (tmp_path / "config.toml").touch()
    paths = Paths.of(tmp_path, {"PAPERREADER_HOME": "/elsewhere"})
    assert {path.parent for path in (paths.database, paths.index, paths.config)} == {tmp_path}


def test_a_library_without_settings_takes_the_users(tmp_path: Path) -> None:
    paths = Paths.of(tmp_path, {"PAPERREADER_HOME": "/home/papers"})
    assert paths.config == Path("/home/papers/config.toml")
    assert paths.database == tmp_path / "library.db"


def test_the_environment_names_a_home() -> None:
    paths = Paths.of(None, {"PAPERREADER_HOME": "/home/papers"})
    assert paths.data == Path("/home/papers")
    assert paths.config == Path("/home/papers/config.toml")


def test_an_empty_variable_names_nothing() -> None:
    assert Paths.of(None, {"PAPERREADER_HOME": ""}) == Paths.of(None, {})


def test_the_platform_keeps_what_can_be_rebuilt_apart() -> None:
    paths = Paths.of(None, {})
    assert paths.data not in paths.index.parents
    assert paths.database.parent == paths.data


def test_a_tilde_is_the_home_directory() -> None:
    assert Paths.of(Path("~/papers"), {}).data == Path.home() / "papers"
    assert Paths.of(None, {"PAPERREADER_HOME": "~/papers"}).data == Path.home() / "papers"


def test_a_relative_directory_is_that_of_now(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.of(Path("library"), {}).data == tmp_path / "library"


def test_without_a_home_directory_it_says_what_to_set() -> None:
    with pytest.raises(PaperReaderError, match="set PAPERREADER_HOME"):
        Paths.of(None, {"PAPERREADER_HOME": "~nobody-of-this-name/papers"})
