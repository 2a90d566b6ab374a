"""A library that gets lost or damaged under the reader ends it with a sentence, not a traceback."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


async def test_a_damaged_library_ends_the_reader_with_a_sentence(
    open_reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    async with open_reader() as reader:
        monkeypatch.setattr(type(reader.screen.library), "paper", fail)
        await reader.press("j")
        await reader.until(lambda: reader.pilot.app.return_code is not None)
        assert reader.pilot.app.return_code == 1
        (message,) = reader.pilot.app._exit_renderables
        assert "is damaged" in str(message)


async def test_a_library_that_is_taken_away_ends_the_reader_with_a_sentence(
    open_reader, home
) -> None:
    async with open_reader() as reader:
        await reader.pilot.app.workers.wait_for_complete()
        (home / "library.db").unlink()
        await reader.press("b")
        await reader.until(lambda: "moved, deleted or replaced" in " ".join(reader.text.split()))
        await reader.press("q")
        await reader.until(lambda: reader.pilot.app.return_code is not None)
        assert reader.pilot.app.return_code == 1
        (message,) = reader.pilot.app._exit_renderables
        assert "moved, deleted or replaced" in str(message)
    assert not (home / "library.db").exists()


async def test_a_note_that_cannot_be_kept_stays_open(open_reader, home) -> None:
    async with open_reader() as reader:
        await reader.pilot.app.workers.wait_for_complete()
        await reader.press("e")
        await reader.type("my thought")
        (home / "library.db").unlink()
        await reader.press("escape")
        await reader.until(lambda: "was moved, deleted or" in reader.text)
        assert "my thought" in reader.text


async def test_a_signal_ends_the_reader_also_where_nothing_can_be_written(
    open_reader, home
) -> None:
    async with open_reader() as reader:
        await reader.pilot.app.workers.wait_for_complete()
        (home / "library.db").unlink()
        reader.pilot.app._leave(128 + 15)
        await reader.until(lambda: reader.pilot.app.return_code is not None)
        assert reader.pilot.app.return_code == 128 + 15
        (message,) = reader.pilot.app._exit_renderables
        assert "moved, deleted or replaced" in str(message)


async def test_a_note_that_cannot_be_kept_is_told_at_the_end(open_reader, home) -> None:
    async with open_reader() as reader:
        await reader.pilot.app.workers.wait_for_complete()
        await reader.press("e")
        await reader.type("my thought")
        (home / "library.db").unlink()
        await reader.press("ctrl+c")
        await reader.until(lambda: reader.pilot.app.return_code is not None)
        (message,) = reader.pilot.app._exit_renderables
        assert "moved, deleted or replaced" in str(message)
        assert str(message).endswith("my thought")
