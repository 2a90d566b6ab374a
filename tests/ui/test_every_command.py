"""Every command of the table: by its key, by the palette, and all of them in a real terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from paperreader.ui.commands import COMMANDS
from paperreader.ui.palette import command_entries, ranked
from paperreader.ui.screens.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMIT_S = 60
SENT = {
    "enter": "\r", "space": " ", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H",
    "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl+up": "\x1b[1;5A",
    "ctrl+down": "\x1b[1;5B", "f5": "\x1b[15~",
}  # fmt: skip
ELSEWHERE = {"note-in-editor", "open-page", "open-pdf"}  # they start other programs


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that were run, which then do nothing."""
    commands: list[str] = []
    monkeypatch.setattr(
        MainScreen, "_run", lambda _self, command, _count=None: commands.append(command)
    )
    return commands


async def test_every_command_has_a_key_that_runs_it(open_reader, ran):
    async with open_reader() as reader:
        for command in COMMANDS:
            for keys in command.keys:
                await reader.press(*keys.split())
                assert ran[-1:] == [command.id], (command.id, keys)
                ran.clear()
        assert [command.id for command in COMMANDS if not command.keys] == []


async def test_every_command_is_found_by_the_palette(open_reader, ran):
    async with open_reader() as reader:
        entries = command_entries(COMMANDS, reader.screen.action_run_command, lambda: None)
        for command in COMMANDS:
            ranked(entries, command.label)[0].run()
            ranked(entries, command.key)[0].run()
            assert ran == [command.id] * 2
            ran.clear()


class Terminal:
    """A reader in a terminal of its own, driven by what a keyboard sends."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self._master, self.process = master, process
        self.output = b""

    def send(self, keys: str) -> None:
        for key in keys.split():
            sent = SENT.get(key) or (chr(ord(key[-1]) - 96) if key.startswith("ctrl+") else key)
            with suppress(OSError):  # it may be gone already
                os.write(self._master, sent.encode())

    def read_until_quiet(self, *, quiet_s: float = 0.15) -> bytes:
        """What the reader draws until it draws no more."""
        drawn, end = b"", time.monotonic() + LIMIT_S
        while time.monotonic() < end and select.select([self._master], [], [], quiet_s)[0]:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:  # the other side is closed
                break
            if not chunk:
                break
            drawn += chunk
        self.output += drawn
        return drawn

    def quit(self) -> None:
        """Close whatever is open, then the reader."""
        end = time.monotonic() + LIMIT_S
        while self.process.poll() is None and time.monotonic() < end:
            for key in ("escape", "q"):
                self.send(key)
                self.read_until_quiet()

    def read_until(self, text: bytes) -> None:
        end = time.monotonic() + LIMIT_S
        while text not in self.output:
            assert time.monotonic() < end, self.output[-2000:]
            assert self.process.poll() is None, self.output[-4000:]
            self.read_until_quiet()


@contextmanager
def a_terminal(home: Path) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    environment = {**os.environ, "PAPERREADER_HOME": str(home), "EDITOR": "true", "BROWSER": "true"}
    process = subprocess.Popen(
        [sys.executable, "-m", "paperreader"],
        stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    try:
        yield Terminal(master, process)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(LIMIT_S)
        os.close(master)


def test_all_commands_run_in_a_real_terminal(home: Path) -> None:
    with a_terminal(home) as terminal:
        terminal.read_until(b"Unread")
        for command in COMMANDS:
            if command.id in {"close", *ELSEWHERE}:
                continue
            terminal.send(command.keys[0])
            terminal.read_until_quiet()
            assert terminal.process.poll() is None, (command.id, terminal.output[-4000:])
            assert b"Traceback" not in terminal.output, (command.id, terminal.output[-4000:])
            terminal.send("escape")
            terminal.read_until_quiet()
        terminal.quit()
        assert terminal.process.wait(LIMIT_S) == 0
        assert b"Traceback" not in terminal.output
        assert terminal.output.rfind(b"\x1b[?1049l") > terminal.output.rfind(b"\x1b[?1049h")
