"""Keys that come faster than screens open: each goes where the one before has led."""

from __future__ import annotations

from threading import Event

from textual.events import Paste

from paperreader.errors import PaperReaderError
from paperreader.ui import type_ahead
from paperreader.ui.actions import searching
from paperreader.ui.results import look_up
from paperreader.ui.screens.ask_query import AskQueryScreen
from paperreader.ui.screens.choose import ChooseScreen
from paperreader.ui.screens.tags import TagsScreen
from paperreader.ui.widgets.search_bar import LONGEST_QUERY


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


async def test_a_text_that_comes_as_keys_goes_into_a_box_in_one_step(open_reader):
    async with open_reader() as reader:
        screen, changes = reader.screen, []
        await reader.press("/")
        await reader.until(lambda: screen.is_typing)

        def note(value: str) -> None:
            changes.append(value)

        screen.watch(screen.search_bar, "value", note, init=False)
        await reader.burst(*("model of " * 30), "left", "x")
        await reader.until(lambda: screen.search_bar.value == "model of " * 29 + "model ofx ")
        assert len(changes) < 10


async def test_of_a_long_text_that_comes_as_keys_a_box_takes_the_beginning(open_reader):
    async with open_reader() as reader:
        await reader.burst("/", *("tide" * 200), "x")
        await reader.until(lambda: reader.screen.is_typing)
        await reader.until(lambda: reader.screen.search_bar.value == "tide" * (LONGEST_QUERY // 4))


async def test_keys_after_enter_wait_for_what_it_finds(open_reader, monkeypatch):
    monkeypatch.setattr(type_ahead, "STUCK_S", 3600.0)
    may_find = Event()

    def find(*wanted):
        may_find.wait()
        return look_up(*wanted)

    monkeypatch.setattr(searching, "look_up", find)
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a")
        await reader.burst("/", *"video", "enter", "j", "b")
        await reader.until(lambda: "video" in screen.search_bar.history)
        may_find.set()
        await reader.until(lambda: screen.place.query == "video" and screen.list.cursor == 1)
        await reader.until(lambda: screen.list.row(screen.list.numbers[1]).marks.bookmarked)


async def test_keys_are_not_held_back_by_a_search_that_fails(open_reader, monkeypatch):
    async with open_reader() as reader:
        screen = reader.screen

        def fail(*_):
            raise PaperReaderError("The index is away.")

        monkeypatch.setattr(searching, "look_up", fail)
        await reader.burst("/", *"video", "enter", "j")
        await reader.until(lambda: screen.list.cursor == 1)
