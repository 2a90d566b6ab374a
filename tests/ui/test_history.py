"""The history of marks: what was done, and each of it taken back on its own."""

from __future__ import annotations

from paperreader.library.views import Has, Mark
from paperreader.ui.screens.history import HistoryScreen


async def history(reader):
    await reader.press("g", "h")
    await reader.until(
        lambda: isinstance(reader.pilot.app.screen, HistoryScreen) and "History" in reader.text
    )
    return reader.pilot.app.screen


async def test_each_action_is_taken_back_on_its_own_and_done_again(open_reader):
    async with open_reader() as reader:
        library, title = reader.screen.library, reader.screen.row.title
        number = reader.screen.list.number
        await reader.press("b", "j", "a", "v", "j", "r")
        await history(reader)
        assert "read: 2 papers" in reader.text
        assert f"bookmarked · {title[:20]}" in reader.text
        await reader.press("j", "j", "enter")
        await reader.until(lambda: "undone" in reader.text)
        assert library.select(Has(Mark.BOOKMARKED)) == []
        assert len(library.select(Has(Mark.READ))) == 2
        assert len(library.select(Has(Mark.QUEUED))) == 1
        await reader.until(lambda: "Enter does it again" in reader.text)
        await reader.press("u")
        assert library.select(Has(Mark.BOOKMARKED)) == [number]
        await reader.press("enter", "escape")
        assert library.select(Has(Mark.BOOKMARKED)) == []
        assert reader.pilot.app.screen is reader.screen


async def test_the_history_is_there_after_a_restart(open_reader):
    async with open_reader() as reader:
        await reader.press("b", "q")
    async with open_reader((40, 12)) as reader:
        await history(reader)
        assert "bookmarked" in reader.text
        await reader.press("enter")
        assert reader.screen.library.select(Has(Mark.BOOKMARKED)) == []


async def test_an_empty_history_says_so(open_reader):
    async with open_reader() as reader:
        await history(reader)
        assert "Nothing was marked yet" in reader.text
        await reader.press("enter", "q")
        assert reader.pilot.app.is_running
