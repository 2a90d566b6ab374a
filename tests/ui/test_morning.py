"""A morning by keys only: from catching up to quitting in the middle, and back the next day."""

from __future__ import annotations

from paperreader.config import Config
from paperreader.library.filters import HasNote
from paperreader.library.views import Has, Mark
from paperreader.ui.screens.catch_up import CatchUpScreen
from paperreader.ui.screens.triage import TriageScreen

SIZE = (100, 20)


def korean(text):
    """How many syllables are Korean; the heading of a digest may hold a few."""
    return sum("가" <= letter <= "힣" for letter in text)


async def catch_up_and_triage_ten(reader):
    await reader.press("g", "c")
    await reader.until(lambda: isinstance(reader.pilot.app.screen, CatchUpScreen))
    await reader.until(lambda: reader.pilot.app.screen.value is not None)
    await reader.press("j", "enter")
    await reader.until(lambda: "unread only" in reader.text)
    await reader.press("T")
    await reader.until(lambda: isinstance(reader.pilot.app.screen, TriageScreen))
    await reader.press("b", "n", "a", "n", "n", "r", "n", "b", "n", "n")
    await reader.until(lambda: "11/" in reader.text)
    await reader.press("escape")


async def read_three_in_both_languages(reader):
    screen = reader.screen
    await reader.press("/")
    await reader.type("lang:ko lang:en")
    await reader.until(lambda: screen.place.query == "lang:ko lang:en" and screen.list.numbers)
    await reader.press("enter", "enter")
    for _ in range(3):
        await reader.until(lambda: len({e.language for e in screen.paper.entries}) == 2)
        await reader.until(lambda: korean(screen.detail.text) < 100)
        while korean(screen.detail.text) < 100:
            await reader.press("L")
        while korean(screen.detail.text) >= 100:
            await reader.press("L")
        await reader.press("J")


async def test_a_morning_by_keys_only(open_reader):
    async with open_reader(SIZE, config=Config(auto_read="open")) as reader:
        screen, library = reader.screen, reader.screen.library
        await catch_up_and_triage_ten(reader)
        triaged = screen.list.number
        assert screen.list.cursor == 10
        assert len(library.select(Has(Mark.BOOKMARKED))) == 2
        assert len(library.select(Has(Mark.QUEUED))) == 1
        assert len(library.select(Has(Mark.READ))) == 1

        await read_three_in_both_languages(reader)
        assert 4 <= len(library.select(Has(Mark.READ))) <= 5  # the fourth one is open
        await reader.press("escape", "escape")
        assert screen.list.number == triaged

        await reader.press("t")
        await reader.type("later")
        await reader.press("enter", "j", "e")
        await reader.type("ask the authors")
        await reader.press("escape")
        noted = screen.list.number
        assert library.tags() == [("later", 1)]
        assert library.select(HasNote("ask the authors")) == [noted]

        await reader.press("j", "b", "k", "+", "u", "u")
        assert len(library.select(Has(Mark.BOOKMARKED))) == 2
        assert screen.row.marks.interest == 0
        assert library.select(HasNote()) == [noted]

        await reader.press("enter", "j", "j")
        place, scrolled = screen.place, screen.detail.scroll_offset.y
        assert scrolled == 2
        await reader.press("q")

    async with open_reader(SIZE) as reader:
        screen = reader.screen
        assert (screen.place, screen.list.number) == (place, noted)
        assert screen.pane == "detail"
        await reader.until(lambda: screen.detail.scroll_offset.y == scrolled)
        assert "ask the authors" in screen.detail.text
        await reader.press("u", "u")
        assert screen.row.marks.note is None
