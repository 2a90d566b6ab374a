"""The help and the tour."""

from __future__ import annotations

import pytest

from paperreader.ui.commands import COMMANDS, FOOTER, HERE
from paperreader.ui.keymap import Keymap
from paperreader.ui.screens.help import NAME
from paperreader.ui.text import symbols
from paperreader.ui.widgets.tour import STEPS, TourCard


def test_what_the_help_and_the_tour_name_are_commands():
    known = {command.id for command in COMMANDS}
    assert {name for names in HERE.values() for name in names} <= known
    assert {name for step in STEPS for group in step.groups for name in group} <= known
    keymap = Keymap.of(COMMANDS)
    assert not [step for step in STEPS if "{" in keymap.sentence(step.text)]


@pytest.mark.parametrize(
    "pane", ["sidebar", "sidebar-aside", "saved-aside", "list", "detail", "found", "search"]
)
def test_the_footer_has_at_most_six_hints(pane):
    assert len(FOOTER[pane]) <= 6


@pytest.mark.parametrize(
    ("key", "title"), [("1", "in the sidebar"), ("2", "in the list"), ("3", "in the paper")]
)
async def test_the_keys_of_the_focused_pane_come_first(open_reader, key, title):
    async with open_reader() as reader:
        await reader.press(key)
        await reader.press("?")
        await reader.until(lambda: f"Here, {title}" in reader.text)
        lines = reader.text.splitlines()
        here = next(at for at, line in enumerate(lines) if "Here, " in line)
        assert "Search the keys" in "".join(lines[:here])


async def test_the_help_is_made_ready_unseen_and_shows_what_it_is_asked_for(open_reader):
    async with open_reader() as reader:
        app = reader.pilot.app
        await reader.press("j")
        await reader.until(lambda: app.is_screen_installed(NAME))
        help_screen = app.get_screen(NAME)
        await reader.until(lambda: help_screen.outer_size == app.size)
        assert app.screen is reader.screen
        title = reader.screen.row.title[:20]

        def line_of_the_cursor():
            return reader.text.splitlines()[app.cursor_position.y][app.cursor_position.x :]

        await reader.until(lambda: title in line_of_the_cursor())
        await reader.press("3", "?")
        await reader.until(lambda: "Here, in the paper" in reader.text)
        await reader.type("gu")
        await reader.until(lambda: "Go to the unread papers" in reader.text)


async def test_the_signs_are_explained(open_reader):
    async with open_reader() as reader:
        await reader.press("?")
        await reader.until(lambda: "Here, in the list" in reader.text)
        await reader.type("sign")
        await reader.until(lambda: "Not read yet, and came since your last visit" in reader.text)
        lines = reader.text.splitlines()
        assert any(symbols.QUEUED in line and "In the queue" in line for line in lines)


async def test_a_key_is_found_by_itself(open_reader):
    async with open_reader() as reader:
        await reader.press("?")
        await reader.type("gu")
        await reader.until(lambda: "Go to the unread papers" in reader.text)
        await reader.until(lambda: "Page down" not in reader.text)


async def test_the_tour_waits_for_the_real_keys_and_ends(open_reader):
    async with open_reader() as reader:
        card = reader.screen.query_one(TourCard)
        await reader.press("g", "?")
        await reader.until(lambda: "Tour 1/7" in reader.text)
        await reader.press("G")
        assert "Tour 1/7" in reader.text
        await reader.press("g", "g", "j")
        await reader.until(lambda: "Tour 2/7" in reader.text)
        await reader.press("enter", "space")
        assert "Tour 2/7" in reader.text
        await reader.press("escape")
        await reader.until(lambda: "Tour 3/7" in reader.text)
        await reader.press("n", "b", "u")
        await reader.search("video")
        await reader.press("enter")
        await reader.until(lambda: "Tour 6/7" in reader.text)
        await reader.press("escape")
        await reader.until(lambda: not reader.screen.place.is_aside)
        assert "Tour 6/7" in reader.text
        await reader.press("g", "c")
        await reader.until(lambda: "Catch up" in reader.text)
        await reader.press("escape")
        await reader.until(lambda: "Tour 7/7" in reader.text)
        await reader.press("?")
        await reader.until(lambda: not card.is_on)


async def test_the_tour_is_shown_once_on_the_first_start_and_esc_ends_it(open_reader, tmp_path):
    async with open_reader(folder=tmp_path / "new") as reader:
        await reader.until(lambda: "Tour 1/7" in reader.text)
        assert reader.screen.focused is reader.screen.list
        await reader.press("escape")
        await reader.until(lambda: "Tour" not in reader.text)
        reader.screen.offer_tour()
        assert not reader.screen.query_one(TourCard).is_on


async def test_a_tour_that_is_left_by_quitting_goes_on_at_the_next_start(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "?")
        await reader.until(lambda: "Tour 1/7" in reader.text)
        await reader.press("j")
        await reader.until(lambda: "Tour 2/7" in reader.text)
        await reader.press("q")
    async with open_reader() as reader:
        await reader.until(lambda: "Tour 2/7" in reader.text)
        await reader.press("escape")
        await reader.until(lambda: "Tour" not in reader.text)
    async with open_reader() as reader:
        await reader.press("j")
        assert not reader.screen.query_one(TourCard).is_on


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12)])
async def test_messages_leave_the_tour_and_the_lines_at_the_foot_legible(open_reader, size):
    async with open_reader(size=size) as reader:
        await reader.press("g", "?")
        await reader.until(lambda: "Tour 1/7" in reader.text)
        before = reader.text.splitlines()
        reader.screen.notify("a message, as there are many")
        await reader.until(lambda: "a message, as there are many" in reader.text)
        lines = reader.text.splitlines()
        assert lines[:-2] == before[:-2]  # nothing is covered and nothing moves
        assert lines[-1] == before[-1]


async def test_the_help_begins_anew_each_time_and_follows_the_size(open_reader):
    async with open_reader() as reader:
        await reader.press("?")
        await reader.until(lambda: "Here, in the list" in reader.text)
        await reader.type("gu")
        await reader.until(lambda: "Go to the unread papers" in reader.text)
        await reader.press("escape", "3", "?")
        await reader.until(lambda: "Here, in the paper" in reader.text)
        await reader.pilot.resize_terminal(60, 20)
        await reader.until(lambda: max(map(len, reader.text.splitlines())) <= 60)
        assert "Here, in the paper" in reader.text


async def test_the_help_is_dimmed_over_what_stays_behind_it(open_reader):
    async with open_reader() as reader:
        title = reader.screen.list.border_title
        await reader.press("?")
        await reader.until(lambda: "Search the keys" in reader.text)
        assert "Views" in reader.text
        await reader.press("escape")
        await reader.until(lambda: "Search the keys" not in reader.text)
        assert title in reader.text
