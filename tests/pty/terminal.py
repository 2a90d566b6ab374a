"""A program in a pseudo-terminal: keys go in, time-stamped output comes out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ESCAPES = re.compile(
    rb"\x1b\[[0-9;:<>=?$ ]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\"
    rb"|\x1b[()][A-Z0-9]|\x1b."
)
LIMIT_S = 30.0  # for what must come; only a failure takes so long


class Terminal:
    """One program and the terminal that it believes to have; xterm-like, without answers."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.output = bytearray()
        self.last_output_s = 0.0
        self._master, self._slave = pty.openpty()
        self.resize(columns, rows)
        self.modes_before = termios.tcgetattr(self._slave)
        self.started_s = time.perf_counter()
        settings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        for name in ("LINES", "COLUMNS", "TMUX"):
            settings.pop(name, None)
        self.process = subprocess.Popen(
            argv, stdin=self._slave, stdout=self._slave, stderr=self._slave, env=settings,
            start_new_session=True,
            preexec_fn=self._take_terminal,  # noqa: PLW1509 - one ioctl, before any thread
        )  # fmt: skip

    def _take_terminal(self) -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, in cells."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode())

    def pump(self, wait_s: float) -> bool:
        """Take in what comes within this time; False when nothing came or all is over."""
        if not select.select([self._master], [], [], max(0.0, wait_s))[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        self.last_output_s = time.perf_counter()
        self.output += data
        return bool(data)

    @property
    def text(self) -> str:
        """All that was written, without escape sequences; not laid out."""
        return ESCAPES.sub(b"", bytes(self.output)).decode("utf-8", "replace")

    def wait_for(self, words: str, *, since: int = 0) -> float:
        """Wait until `words` were written after the byte `since`; seconds since the start."""
        end = time.perf_counter() + LIMIT_S
        while words not in ESCAPES.sub(b"", bytes(self.output[since:])).decode("utf-8", "replace"):
            if time.perf_counter() > end or (self.process.poll() is not None and not self.pump(0)):
                raise AssertionError(f"{words!r} never came; what came is\n{self.text[-3000:]}")
            self.pump(0.05)
        return self.last_output_s - self.started_s

    def wait_until_still(self, quiet_s: float = 0.1) -> None:
        """Wait until nothing was written for a while."""
        while self.pump(quiet_s):
            pass

    def wait_for_end(self) -> int:
        """Wait until the program has ended; its exit status, 128 + n after signal n."""
        end = time.perf_counter() + LIMIT_S
        while self.process.poll() is None:
            assert time.perf_counter() < end, f"never ended; last came\n{self.text[-3000:]}"
            self.pump(0.002)
        while self.pump(0):
            pass
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    def wait_until_stopped(self) -> None:
        """Wait until the program was suspended, as by Ctrl-Z."""
        end = time.perf_counter() + LIMIT_S
        while os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG) is None:
            assert time.perf_counter() < end, "never stopped"
            self.pump(0.01)
        while self.pump(0):
            pass

    @property
    def is_restored(self) -> bool:
        """The terminal is as it was found: its modes, the screen, the cursor, mouse and paste."""
        left_on = {
            number
            for number in (b"1049", b"1000", b"1003", b"1006", b"2004", b"1004")
            if self.output.rfind(b"\x1b[?" + number + b"h")
            > self.output.rfind(b"\x1b[?" + number + b"l")
        }
        is_cursor_shown = self.output.rfind(b"\x1b[?25h") >= self.output.rfind(b"\x1b[?25l")
        same_modes = termios.tcgetattr(self._slave) == self.modes_before
        return not left_on and is_cursor_shown and same_modes

    def hang_up(self) -> None:
        """Close the window."""
        for end in (self._slave, self._master):
            os.close(end)
        self._master = self._slave = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        if self._master >= 0:
            self.hang_up()
