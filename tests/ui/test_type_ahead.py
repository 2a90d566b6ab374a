"""Keys that come faster than screens open: each goes where the one before has led."""

from __future__ import annotations

from textual.events import Paste

from paperreader.ui.screens.ask_query import AskQueryScreen
from paperreader.ui.screens.choose import ChooseScreen
from paperreader.ui.screens.tags import TagsScreen


async def test_a_word_goes_into_the_box_that_was_opened_before_it(open_reader):
    async with open_reader() as reader:
        await reader.burst("/", *"diffusion", "enter")
        await reader.until(lambda: reader.screen.found and not reader.screen.is_typing)
        await reader.until(lambda: reader.screen.place.query == "diffusion")


async def test_keys_go_through_a_menu_into_the_box_behind_it(open_reader):
    async with open_reader() as reader:
        await reader.burst("R", "5", *"votes:<3")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, AskQueryScreen))
        await reader.until(lambda: "votes:<3" in reader.text)


async def test_a_screen_may_be_opened_used_and_left_in_one_go(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        first = screen.list.number
        await reader.burst("t", *"later", "enter", "j", "b")
        await reader.until(lambda: screen.list.row(screen.list.numbers[1]).marks.bookmarked)
        assert screen.list.row(first).marks.tags == ("later",)
        assert not screen.list.row(first).marks.bookmarked


async def test_what_is_pasted_keeps_its_place_among_the_keys(open_reader):
    async with open_reader() as reader:
        await reader.burst("t")
        reader.pilot.app._driver.send_message(Paste("one two"))
        await reader.burst("x")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, TagsScreen))
        await reader.until(lambda: "one twox" in reader.text)


async def test_keys_after_one_that_means_nothing_are_not_held_back(open_reader):
    async with open_reader() as reader:
        await reader.burst("f9", "s", "j", "escape", "j")
        await reader.until(lambda: reader.screen.list.cursor == 1)
        assert not isinstance(reader.pilot.app.screen, ChooseScreen)
