"""Keys as they arrive at the reader: counts, sequences with their panel, Hangul input."""

from __future__ import annotations

import pytest

from paperreader.config import Config
from paperreader.library.model import Change
from paperreader.library.views import ViewKind
from paperreader.ui.keymap import Keymap
from paperreader.ui.remapping import with_keys
from paperreader.ui.screens.catch_up import CatchUpScreen
from paperreader.ui.screens.history import HistoryScreen
from paperreader.ui.screens.triage import TriageScreen
from paperreader.ui.widgets.key_hints import KeyHints
from paperreader.ui.widgets.menu import Menu


async def test_a_count_repeats_a_motion(open_reader):
    async with open_reader() as reader:
        papers = reader.screen.list
        await reader.press("1", "2", "j")
        assert papers.cursor == 12
        await reader.press("4", "k")
        assert papers.cursor == 8
        await reader.press("5", "G")
        assert papers.cursor == 4
        await reader.press("7", "g", "g")
        assert papers.cursor == 6
        await reader.press("3", "n")
        assert papers.cursor == 9
        assert reader.screen.focused is papers


async def test_a_digit_goes_to_its_pane(open_reader):
    async with open_reader() as reader:
        await reader.press("3")
        await reader.until(lambda: reader.screen.focused is reader.screen.detail)


async def test_a_one_by_itself_is_no_count(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("1")
        assert "1…" not in reader.text
        await reader.press("G")
        assert screen.focused is screen.sidebar
        await reader.until(lambda: screen.sidebar.cursor_line == screen.sidebar.last_line)
        assert screen.list.cursor == 0
        await reader.press("1", "escape")
        assert screen.focused is screen.list


async def test_a_panel_says_what_may_follow_and_takes_no_key(open_reader):
    async with open_reader() as reader:
        panel = reader.screen.query_one(KeyHints)
        await reader.press("g")
        await reader.until(lambda: panel.display and "go to unread" in reader.text)
        assert reader.screen.focused is reader.screen.list
        await reader.press("a")
        assert reader.screen.place.view.kind is ViewKind.ALL
        assert not panel.display


@pytest.mark.parametrize(("keys", "screen"), [("gc", CatchUpScreen), ("T", TriageScreen)])
async def test_the_panel_shows_on_every_screen_with_these_keys(open_reader, keys, screen):
    async with open_reader() as reader:
        await reader.press(*keys)
        await reader.until(lambda: isinstance(reader.pilot.app.screen, screen))
        opened = reader.pilot.app.screen
        await reader.until(lambda: opened.query(KeyHints))
        panel = opened.query_one(KeyHints)
        await reader.press("g")
        await reader.until(lambda: panel.display and "g  first" in reader.text)
        assert "g…" in reader.text  # at the foot, as on the main screen
        await reader.press("escape")
        await reader.until(lambda: not panel.display)
        assert reader.pilot.app.screen is opened
        await reader.press("g", "escape", "escape")
        await reader.until(lambda: reader.pilot.app.screen is reader.screen)


async def test_escape_forgets_what_was_typed(open_reader):
    async with open_reader() as reader:
        await reader.press("3", "G", "y", "escape", "j")
        assert reader.screen.list.cursor == 3
        await reader.press("9", "escape", "k")
        assert reader.screen.list.cursor == 2
        assert not reader.screen.query_one(KeyHints).display


async def test_keys_with_hangul_input_on(open_reader):
    async with open_reader() as reader:
        papers = reader.screen.list
        await reader.press("ㅓ", "ㅓ")
        assert papers.cursor == 2
        await reader.until(lambda: "Hangul input is on" in reader.text)
        await reader.press("5", "ㅓ")
        assert papers.cursor == 7
        await reader.press("ㅎ", "ㅎ")
        assert papers.cursor == 0
        await reader.press("거")
        assert papers.cursor == 1
        assert reader.screen.library.rows([papers.numbers[0]])[0].marks.read
    async with open_reader() as reader:
        await reader.press("ㅓ")
        assert reader.screen.list.cursor > 0
        assert "Hangul input is on" not in reader.text


async def test_no_key_of_a_syllable_acts_behind_the_screen_that_another_opened(open_reader):
    async with open_reader() as reader:
        await reader.burst("확", "산")
        await reader.until(lambda: isinstance(reader.pilot.app.screen, HistoryScreen))
        await reader.until(lambda: "Nothing was marked yet." in reader.text)
        assert not reader.screen.row.marks.read


async def test_a_menu_without_room_has_no_pages(open_reader):
    async with open_reader(size=(10, 3)) as reader:
        await reader.press("s", "ctrl+d", "ctrl+u", "j")
        await reader.until(lambda: reader.pilot.app.screen.query_one(Menu).highlighted == 1)


async def test_hangul_follows_the_keys_of_the_settings(open_reader):
    keys = {"down": ("r",), "toggle-read": ("ㅐ",)}
    async with open_reader(config=Config(keys=keys)) as reader:
        await reader.press("ㄱ")
        assert reader.screen.list.cursor == 1
        assert not reader.screen.row.marks.read
        await reader.press("ㅐ")
        assert reader.screen.row.marks.read


async def test_hangul_stays_text_where_text_is_typed(open_reader):
    async with open_reader() as reader:
        await reader.press("/", "확", "산")
        assert reader.screen.search_bar.value == "확산"


@pytest.mark.parametrize("key", ["s", "R", ","])
async def test_menus_take_keys_with_hangul_input_on(open_reader, key):
    async with open_reader() as reader:
        await reader.press(key)
        await reader.until(lambda: reader.pilot.app.screen.query(Menu))
        menu = reader.pilot.app.screen.query_one(Menu)
        await reader.press("ㅓ")
        await reader.until(lambda: menu.highlighted == 1)
        await reader.press("ㅂ")
        await reader.until(lambda: reader.pilot.app.screen is reader.screen)


MINE = {
    "bookmark": ("B",), "undo": ("Z",), "back": ("backspace",), "note": (), "next-unread": ("x",),
    "go-saved": ("g z",), "save": ("W",), "tags": ("#",), "similar": ("g l",), "open": ("o",),
    "open-page": (),
}  # fmt: skip


def test_a_sentence_names_the_keys_that_do_it():
    keymap = Keymap.of(with_keys(MINE))
    assert (
        keymap.sentence("{bookmark} keeps it, {go-saved} shows all.") == "B keeps it, gz shows all."
    )
    assert keymap.sentence("{note} writes one.") == ":note writes one."
    assert keymap.sentence("{ } and {} stay.") == "{ } and {} stay."


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("gb", "Press B on a paper"),
        ("gn", "Press :note on a paper"),
        ("gt", "# gives one to a paper"),
        ("gz", "W saves a search"),
        ("B", "Z undoes"),
        ("g?xj", "o opens the paper"),
        ("gc", "Backspace back"),
        ("Txxxxx", "Backspace leave"),
    ],
)
async def test_what_the_reader_says_names_the_keys_of_the_settings(open_reader, keys, said):
    async with open_reader(config=Config(keys=MINE)) as reader:
        await reader.press(*keys)
        await reader.until(lambda: said in reader.text)


async def test_the_end_of_triage_and_an_empty_catch_up_name_the_keys_of_the_settings(open_reader):
    async with open_reader(config=Config(keys=MINE)) as reader:
        library = reader.screen.library
        library.mark(library.select()[1:], Change("read", True))
        await reader.press("g", "u", "T", "r")
        await reader.until(
            lambda: "Z takes the last decision back, Backspace returns" in reader.text
        )
        await reader.press("backspace", "g", "c")
        await reader.until(lambda: "Everything is read. Backspace returns." in reader.text)


async def test_in_the_box_for_searches_the_keys_are_those_of_the_box(open_reader):
    async with open_reader(config=Config(keys=MINE), size=(40, 12)) as reader:
        await reader.press("/")
        await reader.until(lambda: "Enter to the results  Esc back" in reader.text)
