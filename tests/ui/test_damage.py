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
