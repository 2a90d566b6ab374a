"""The command itself: options, exit statuses, terminals, pipes and signals."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import paperreader
from paperreader.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def paperreader_command(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "paperreader", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **options)


def test_version(capsys) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["-V"])
    assert raised.value.code == 0
    assert capsys.readouterr().out == f"paperreader {paperreader.__version__}\n"


def test_help_names_every_command(capsys) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["-h"])
    assert raised.value.code == 0
    out = capsys.readouterr().out
    names = ["import", "list", "search", "show", "mark", "export", "stats", "topics", "keys"]
    names += ["paths", "doctor"]
    assert [name for name in names if f"\n    {name} " not in out] == []


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["list", "--limit", "many"], ["list", "--sort", "colour"], ["import"],
     ["--nonsense"], ["search"], ["list", "--limit", "-1"]],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str], capsys) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert " -h`" in captured.err


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["serch", "x"], "no command 'serch'; did you mean search?: see"),
        (["xyzzy"], "no command 'xyzzy'; use import, list, search"),
        (["mark", "x", "--unbookmark"], "did you mean --no-bookmark?: see `paperreader mark -h`"),
        (["list", "--sort", "vote"], "--sort can't be 'vote'; did you mean votes?: see"),
    ],
)
def test_a_near_miss_is_named(arguments: list[str], hint: str, capsys) -> None:
    assert main(arguments) == 2
    assert hint in capsys.readouterr().err


def test_the_library_may_stand_on_both_sides_of_the_command(home: Path, capsys) -> None:
    assert main(["--library", str(home), "list", "--limit", "1"]) == 0
    before = capsys.readouterr().out
    assert main(["list", "--limit", "1", "--library", str(home)]) == 0
    assert capsys.readouterr().out == before != ""


def test_the_environment_names_the_library(home: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("PAPERREADER_HOME", str(home))
    assert main(["list", "--limit", "1"]) == 0
    assert capsys.readouterr().out


def test_without_a_terminal_it_says_what_works(home: Path) -> None:
    result = paperreader_command("--library", str(home), stdin=subprocess.DEVNULL)
    assert (result.returncode, result.stdout) == (1, "")
    assert "paperreader list" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_where_stderr_is_a_file_it_is_said_and_nothing_drawn(home: Path, monkeypatch) -> None:
    for name, is_terminal in (("stdin", True), ("stdout", True), ("stderr", False)):
        monkeypatch.setattr(f"sys.{name}.isatty", lambda it=is_terminal: it, raising=False)
    assert main(["--library", str(home)]) == 1


def test_a_dumb_terminal_gets_a_hint(home: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert main(["--library", str(home)]) == 1
    assert "TERM=dumb" in capsys.readouterr().err


def test_a_wrong_setting_is_one_line_and_the_command_goes_on(home: Path, capsys) -> None:
    (home / "config.toml").write_text("auto_red = 1\n", "utf-8")
    assert main(["--library", str(home), "list"]) == 0
    shown = capsys.readouterr()
    assert shown.err == (
        "paperreader: config.toml:1: auto_red: not known; did you mean auto_read?\n"
    )
    assert shown.out


def test_settings_that_cannot_be_read_are_said_and_the_command_goes_on(home: Path, capsys) -> None:
    (home / "config.toml").write_text('theme = "nord\n', "utf-8")
    assert main(["--library", str(home), "list"]) == 0
    shown = capsys.readouterr()
    assert shown.err == (
        "paperreader: config.toml:1: a quote is opened here and never closed; "
        "nothing of the file is used\n"
    )
    assert shown.out
    assert main(["--library", str(home), "doctor"]) == 1
    assert "nothing of the file is used" in capsys.readouterr().out
    assert (home / "config.toml").read_text("utf-8") == 'theme = "nord\n'


def test_a_library_that_is_no_library_is_one_line(home: Path, capsys) -> None:
    for path in home.glob("library.db*"):
        path.unlink()
    (home / "library.db").write_text("not a database at all\n" * 100, "utf-8")
    assert main(["--library", str(home), "list"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_closed_pipe_is_quiet(home: Path) -> None:
    command = f"{sys.executable} -m paperreader --library {home} export | head -c 1"
    result = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert (result.stdout, result.stderr) == (b"{", b"")


@pytest.mark.parametrize(
    "command", ["list", "stats", "topics", "keys", "config", "paths", "doctor"]
)
def test_a_command_is_plain_in_a_pipe_and_one_document_with_json(command: str, run) -> None:
    assert "\x1b" not in run(command).out
    assert isinstance(run(command, "--json").json, dict)


def test_json_is_unicode_where_it_can_be_and_ascii_elsewhere(home: Path) -> None:
    arguments = ("--library", str(home), "show", "2412.02687", "--json")
    unicode = paperreader_command(*arguments, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    ascii_ = paperreader_command(*arguments, env={**os.environ, "PYTHONIOENCODING": "latin-1"})
    assert not unicode.stdout.isascii()
    assert ascii_.stdout.isascii()
    people = paperreader_command(*arguments[:-1], env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (people.returncode, people.stderr) == (0, "")


def test_commands_load_no_ui(home: Path) -> None:
    code = (
        "import sys; from paperreader.cli import main; "
        f"main(['--library', {str(home)!r}, 'list']); "
        "sys.exit('textual' in sys.modules or 'whoosh' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


# Each takes milliseconds that everybody would wait for; what needs one loads it then.
LATER = {
    "ssl", "hashlib", "whoosh", "pylatexenc", "markdown_it", "tomllib", "rich.markdown",
    "paperreader.digests.arxiv", "paperreader.digests.text", "paperreader.library.filters",
    "paperreader.search", "paperreader.topics.classifier", "paperreader.intake",
}  # fmt: skip


def test_the_reader_starts_without_what_is_needed_later() -> None:
    code = (
        f"import sys, paperreader.ui.app; loaded = {LATER!r} & set(sys.modules); "
        "import ssl, asyncio; sys.exit(sorted(loaded) or ssl.CERT_NONE)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "closed"),
    [("list", ">&-"), ("mark - --read", "<&-"), ("", "<&-"), ("", ">&-"), ("list --json", ">&-")],
)
def test_a_closed_stream_is_no_traceback(home: Path, arguments: str, closed: str) -> None:
    command = f"{sys.executable} -m paperreader --library {home} {arguments} {closed}"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) <= 1


@pytest.mark.parametrize(
    "arguments",
    [["list", "tag:\udcff"], ["show", "\udcff"], ["mark", "\udcff", "--read"],
     ["export", "\udcff", "-o", "/nowhere/x"], ["list", "--limit", "9" * 30],
     ["list", "--limit", "9" * 5000]],
)  # fmt: skip
def test_absurd_arguments_are_answered(home: Path, arguments: list[str], capsys) -> None:
    assert main(["--library", str(home), *arguments]) in {0, 1}
    said = capsys.readouterr().err.splitlines()
    assert len(said) <= 2  # a name that is not known is said before that no paper fits
    assert all(line.startswith("paperreader: ") for line in said)


@pytest.mark.parametrize("arguments", [["import", ""], ["--library", "", "list"]])
def test_an_empty_name_is_not_the_folder_of_now(
    arguments: list[str], capsys, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    assert "the name is empty" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_bytes_from_stdin_that_are_no_text_are_unknown_ids(home: Path) -> None:
    command = [sys.executable, "-m", "paperreader", "--library", str(home), "mark", "-", "--read"]
    result = subprocess.run(command, input=b"\xff\xfe\n", capture_output=True, check=False)
    assert result.returncode == 1
    assert result.stderr.decode("utf-8").startswith("paperreader: no paper ")


def test_a_library_below_a_file_is_one_line_that_says_what_to_do(tmp_path: Path, capsys) -> None:
    (tmp_path / "file").touch()
    assert main(["--library", str(tmp_path / "file"), "list"]) == 1
    err = capsys.readouterr().err
    assert "a file is in its place: choose another folder with --library" in err


def test_an_export_that_cannot_be_written_names_its_file(
    home: Path, tmp_path: Path, capsys
) -> None:
    path = tmp_path / "missing" / "x.jsonl"
    assert main(["--library", str(home), "export", "-o", str(path)]) == 1
    assert f"{path} can't be written" in capsys.readouterr().err


def test_a_damaged_page_is_one_line_and_no_traceback(run, monkeypatch) -> None:
    def fail(*_arguments: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr("paperreader.library.Library.rows", fail)
    result = run("list")
    assert (result.status, len(result.err.splitlines())) == (1, 1)
    assert "is damaged" in result.err
