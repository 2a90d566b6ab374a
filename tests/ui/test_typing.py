"""Keys as they arrive at the reader: counts, sequences with their panel, Hangul input."""

from __future__ import annotations

from paperreader.config import Config
from paperreader.library.views import ViewKind
from paperreader.ui.widgets.key_hints import KeyHints


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


async def test_a_panel_says_what_may_follow_and_takes_no_key(open_reader):
    async with open_reader() as reader:
        panel = reader.screen.query_one(KeyHints)
        await reader.press("g")
        await reader.until(lambda: panel.display and "go to unread" in reader.text)
        assert reader.screen.focused is reader.screen.list
        await reader.press("a")
        assert reader.screen.place.view.kind is ViewKind.ALL
        assert not panel.display


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
