"""A good citizen of the terminal: it ends when told to, and leaves everything as it was."""

from __future__ import annotations

import signal
import sqlite3
import sys
import time
from typing import TYPE_CHECKING

import pytest
from terminal import LIMIT_S, Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("keys", ["q", "\x03"])
def test_quitting_restores_the_terminal(reader: Terminal, keys: str) -> None:
    reader.press(keys)
    assert reader.wait_for_end() == 0
    assert reader.is_restored


def test_marks_and_the_place_are_in_the_file_when_it_has_ended(
    reader: Terminal, home: Path
) -> None:
    reader.press("+q")
    assert reader.wait_for_end() == 0
    with sqlite3.connect(home / "library.db") as db:
        assert db.execute("SELECT 1 FROM events").fetchone()
        assert db.execute("SELECT 1 FROM memory WHERE key = 'session'").fetchone()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly(reader: Terminal, number: signal.Signals) -> None:
    reader.process.send_signal(number)
    assert reader.wait_for_end() == 128 + number
    assert reader.is_restored


def test_it_ends_when_its_window_is_closed(reader: Terminal, home: Path) -> None:
    reader.hang_up()
    assert reader.process.wait(30) in {129, -signal.SIGHUP}
    with sqlite3.connect(home / "library.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_note_being_written_survives_a_kill(reader: Terminal, home: Path) -> None:
    reader.press("e")
    reader.wait_for("keeps it")
    reader.press("half a thought")
    with sqlite3.connect(home / "library.db") as db:
        drafts = "SELECT count(*) FROM memory WHERE key LIKE 'draft %' AND value LIKE '%thought%'"
        end_s = time.monotonic() + LIMIT_S
        while db.execute(drafts).fetchone() != (1,):
            assert time.monotonic() < end_s, "the draft was never kept"
            reader.pump(0.05)
    reader.process.kill()
    assert reader.wait_for_end() == 128 + signal.SIGKILL
    with Terminal(reader.process.args) as again:
        again.wait_for("papers")
        again.press("e")
        again.wait_for("half a thought")


def test_it_stops_and_comes_back(reader: Terminal) -> None:
    reader.press("\x1a")
    reader.wait_until_stopped()
    assert reader.is_restored
    size = len(reader.output)
    reader.process.send_signal(signal.SIGCONT)
    reader.wait_for("papers", since=size)
    reader.press("q")
    assert reader.wait_for_end() == 0


def test_it_paints_anew_when_resized(reader: Terminal) -> None:
    reader.wait_until_still()
    size = len(reader.output)
    reader.resize(80, 24)
    reader.process.send_signal(signal.SIGWINCH)
    reader.wait_for("papers", since=size)
    reader.press("q")
    assert reader.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_import_that_is_stopped_restores_the_terminal(
    tmp_path: Path, number: signal.Signals
) -> None:
    digests = tmp_path / "digests"
    digests.mkdir()
    for day in range(2000):
        row = f"| Day {day} | Ann Lee | Pebbles. |"
        text = f"## Papers for 2024-11-01\n\n| Title | Authors | Summary |\n|---|---|---|\n{row}\n"
        (digests / f"{day}.md").write_text(text, "utf-8")
    home = str(tmp_path / "home")
    argv = [sys.executable, "-m", "paperreader", "--library", home, "import", str(digests)]
    with Terminal(argv) as terminal:
        terminal.wait_for("Reading")
        terminal.process.send_signal(number)
        assert terminal.wait_for_end() in {0, 1}
        assert terminal.is_restored
