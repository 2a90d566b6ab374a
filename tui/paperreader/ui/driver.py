"""A terminal driver that leaves at once: its input thread waits for keys or a wake, not for time.

Textual's own driver looks every 100 ms whether it should stop, so that quitting takes up to 200 ms,
and it spins when its terminal is gone. This one uses names of Textual that are not promised to
stay: `driver_class` falls back to Textual's own where they are missing.
"""

from __future__ import annotations

import contextlib
import os
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from threading import Event, Thread

    from textual.app import App
    from textual.driver import Driver

READ_BYTES = 1 << 16
ESCAPE_POLL_S = 0.005  # while it is open whether an ESC is the key or begins a sequence
TERMINAL_GONE = 129  # the exit status after a hang-up
NEEDED = ("run_input_thread", "disable_input", "start_application_mode", "write", "close")


def driver_class(stock: type[Driver]) -> type[Driver]:
    """The driver to use in place of Textual's choice: ours where it fits, else that one."""
    if stock.__name__ != "LinuxDriver" or not all(hasattr(stock, name) for name in NEEDED):
        return stock
    try:
        import textual._xterm_parser  # noqa: F401, PLC0415 - private: may be gone one day
    except ImportError:
        return stock
    return cast("type[Driver]", type("WokenDriver", (_WokenInput, stock), {}))


class _WokenInput:
    """What is other than in Textual's driver: a pipe that ends the wait for input."""

    fileno: int
    exit_event: Event
    process_message: Any
    _writer_thread: Thread | None
    _app: App[object]
    _debug: bool
    _wake: tuple[int, int] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal over; also after Ctrl-Z."""
        if self._wake is None:
            self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[misc] # of the driver beside it

    def write(self, data: str) -> None:
        """Write to the terminal; to nobody once it is gone, where Textual would wait for ever."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().write(data)  # type: ignore[misc] # of the driver beside it

    def disable_input(self) -> None:
        """End the input thread at once."""
        if self._wake is not None and not self.exit_event.is_set():
            os.write(self._wake[1], b"x")
        super().disable_input()  # type: ignore[misc] # of the driver beside it

    def close(self) -> None:
        """Give the pipe back."""
        super().close()  # type: ignore[misc] # of the driver beside it
        for end in self._wake or ():
            os.close(end)
        self._wake = None

    def run_input_thread(self) -> None:
        """Hand on what is typed until the terminal ends or `disable_input` is called."""
        from textual._parser import ParseError  # noqa: PLC0415 - see `driver_class`
        from textual._xterm_parser import XTermParser  # noqa: PLC0415 - the same

        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_end, selectors.EVENT_READ)
            is_undecided = False
            while (data := self._wait(selector, is_undecided)) is not None:
                for event in parser.feed(decode(data)) if data else ():
                    self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
                is_undecided = getattr(parser, "_timeout_time", None) is not None
        with contextlib.suppress(EOFError, ParseError):
            list(parser.feed(""))

    @property
    def _wake_end(self) -> int:
        assert self._wake is not None, "made before the thread is started"
        return self._wake[0]

    def _wait(self, selector: selectors.BaseSelector, is_undecided: bool) -> bytes | None:
        """What is typed next, nothing when time is up for an ESC, None when it is to end."""
        ready = {key.fd for key, _ in selector.select(ESCAPE_POLL_S if is_undecided else None)}
        if self._wake_end in ready:
            os.read(self._wake_end, READ_BYTES)
            return None
        if self.fileno not in ready:
            return b""
        with contextlib.suppress(OSError):
            if data := os.read(self.fileno, READ_BYTES):
                return data
        self._app.call_later(self._app.exit, return_code=TERMINAL_GONE)
        return None
