"""The reader on the sample digests, driven by keys."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

import pytest
from textual.events import Key
from textual.worker import WorkerCancelled

from paperreader.config import Config
from paperreader.desk import Desk
from paperreader.paths import Paths
from paperreader.ui.actions import session, typing
from paperreader.ui.app import PaperReaderApp
from paperreader.ui.screens import note

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from paperreader.ui.screens.main import MainScreen

WIDE = (120, 36)
LIMIT_S = 60.0  # for what must come; only a failure takes so long


class Reader:
    """A running reader: press keys, wait for what must come, look at what is shown."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot

    @property
    def screen(self) -> MainScreen:
        return self.pilot.app.main

    @property
    def titles(self) -> list[str]:
        rows = self.screen.library.rows(self.screen.list.numbers)
        return [row.title for row in rows]

    @property
    def text(self) -> str:
        """All that is on the screen."""
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def burst(self, *keys: str) -> None:
        """Keys that arrive all at once, as over a slow line."""
        for key in keys:
            self.pilot.app._driver.send_message(Key(key, key if len(key) == 1 else None))
        await self.pilot.pause()

    async def search(self, query: str) -> None:
        """Type a query into the box and wait for its results."""
        await self.press("/")
        await self.type(query)
        await self.until(lambda: self.screen.place.query == query)

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for a condition; fails with the screen when it never holds."""
        end_s = time.monotonic() + LIMIT_S
        while time.monotonic() < end_s:
            if condition():
                return
            await self.pilot.pause(0.02)
        pytest.fail(f"this never came to hold, the screen is\n{self.text}")


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing ends by itself before a slow machine has looked at it."""
    monkeypatch.setattr(typing, "COUNT_S", 3600.0)
    monkeypatch.setattr(session, "KEEP_S", 3600.0)
    monkeypatch.setattr(note, "DRAFT_S", 3600.0)
    monkeypatch.setattr(PaperReaderApp, "NOTIFICATION_TIMEOUT", 3600.0)


@pytest.fixture
def open_reader(home: Path):
    """Opens a reader on the library of the samples; again for a restart."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = WIDE, folder: Path | None = None, config: Config | None = None
    ) -> AsyncIterator[Reader]:
        config = config or Config(auto_read="never")
        desk = Desk.open(Paths.of(folder or home, {}), config)
        app = PaperReaderApp(desk)
        async with app.run_test(size=size, notifications=True) as pilot:
            reader = Reader(pilot)
            # What is wrong with the settings is said over the first screen.
            await reader.until(
                lambda: reader.screen.is_attached and (reader.screen.is_current or config.wrong)
            )
            await pilot.pause()
            yield reader
            with suppress(WorkerCancelled):
                await pilot.app.workers.wait_for_complete()
            app.exit()
        for thread in (app.main._index_thread, app.main._search_thread):
            thread.shutdown()  # a library that is closed under it would crash Python
        desk.close()

    return opened
