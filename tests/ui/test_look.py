"""What can be seen: contrast, cursors without colours, and feet of boxes in narrow terminals."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.console import Console
from textual.color import Color
from textual.content import Content

from paperreader.config import Config
from paperreader.library.model import Change
from paperreader.library.views import View, ViewKind
from paperreader.ui.screens.choose import beside
from paperreader.ui.text.cells import parts_that_fit
from paperreader.ui.themes import CONTRAST, DARK, LIGHT, LIGHT_OF_FEW
from paperreader.ui.widgets.key_hints import KeyHints
from paperreader.ui.widgets.menu import Menu

READABLE = 4.5  # the contrast of WCAG 2.1, level AA
TEXTS = ("foreground", "quiet", "accent", "secondary", "success", "warning", "primary")
GROUNDS = ("background", "surface", "panel", "primary-muted")


def luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (Color.parse(one), Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme):
    colours = {**theme.to_color_system().generate(), **theme.variables}
    poor = [
        (text, ground, round(contrast(colours[text], colours[ground]), 1))
        for text in TEXTS
        for ground in GROUNDS
        if contrast(colours[text], colours[ground]) < READABLE
    ]
    assert poor == []


@pytest.mark.parametrize("theme", ["paper-dark", "paper-light", "high-contrast"])
async def test_what_is_drawn_can_be_read(open_reader, theme):
    async with open_reader(config=Config(theme=theme, auto_read="never")) as reader:
        screen = reader.screen
        number = screen.list.numbers[0]
        for change in ("bookmarked", "queued", "tag:later"):
            screen.library.mark([number], Change(change, True))
        screen.marks_changed()
        for face in ("", "1", "3", "vj", "T", "gc", "gh", ["/", *"video", "enter"]):
            await reader.press(*face)
            await reader.pilot.pause()
            assert hard_to_read(reader) == []
            await reader.press("escape", "escape", "escape", "2")
            await reader.until(lambda: reader.pilot.app.screen is screen)


def hard_to_read(reader) -> list[tuple[str, float]]:
    """Words on the screen whose contrast with what is behind them is too low."""
    strips = reader.pilot.app.screen._compositor.render_strips()
    coloured = [
        (each.text, each.style.color.get_truecolor().hex, each.style.bgcolor.get_truecolor().hex)
        for strip in strips
        for each in strip
        if any(map(str.isalnum, each.text)) and each.style.color and each.style.bgcolor
    ]
    contrasts = [(text, contrast(front, back)) for text, front, back in coloured]
    return [(text, round(found, 1)) for text, found in contrasts if found < READABLE]


def reversed_lines(reader) -> list[str]:
    strips = reader.pilot.app.screen._compositor.render_strips()
    return [
        text
        for strip in strips
        if (text := "".join(each.text for each in strip if each.style and each.style.reverse))
        and len(text.strip()) > 3
    ]


@pytest.mark.parametrize("looks", ["no-color", "terminal"])
@pytest.mark.parametrize(
    ("keys", "line"),
    [(",", "Language"), ("s", "2 votes"), ("R", "2 Above the cursor"), ("gc", "2024-")],
)
async def test_the_cursor_of_a_menu_is_seen_without_colours(
    open_reader, monkeypatch, looks, keys, line
):
    if looks == "no-color":
        monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader(config=Config(theme="terminal")) as reader:
        await reader.press(*keys)
        await reader.until(lambda: reader.pilot.app.screen is not reader.screen)
        await reader.press("j")
        await reader.until(lambda: any(line in each for each in reversed_lines(reader)))


@pytest.mark.parametrize("theme", ["paper-light", "paper-dark", "ansi-light", "nord"])
async def test_the_cursor_of_the_list_is_seen_in_sixteen_colours(open_reader, monkeypatch, theme):
    monkeypatch.setattr(Console, "color_system", "standard")
    async with open_reader(config=Config(theme=theme, auto_read="never")) as reader:
        await reader.press("g", "a")
        title = reader.screen.row.title[:20]
        await reader.until(lambda: any(title in each for each in reversed_lines(reader)))


async def test_a_theme_of_few_colours_shows_the_cursor_as_soon_as_it_is_chosen(open_reader):
    async with open_reader(config=Config(theme="textual-dark")) as reader:
        title = reader.titles[0]
        assert not any(title[:20] in line for line in reversed_lines(reader))
        reader.pilot.app.change_setting("theme", "terminal")
        await reader.until(lambda: any(title[:20] in line for line in reversed_lines(reader)))


@pytest.mark.parametrize(
    ("keys", "foot"),
    [(",", "h l change · Esc closes"), ("t", "Enter keeps · Esc closes"), ("e", "Esc keeps it"),
     ("s", "Esc closes"), ("?", "Esc closes"), ("R5", "Esc closes")],
)  # fmt: skip
async def test_the_foot_of_a_box_says_how_to_leave_in_a_narrow_terminal(open_reader, keys, foot):
    async with open_reader(size=(40, 12)) as reader:
        await reader.press(*keys)
        await reader.until(lambda: f"{foot}" in reader.text)


@pytest.mark.parametrize("keys", ["?", ":", "e"])
async def test_a_box_for_much_text_is_all_there_is_on_a_small_screen(open_reader, keys):
    async with open_reader(size=(40, 12)) as reader:
        await reader.press(*keys)
        await reader.until(lambda: "Unread" not in reader.text)
        first, *_, last = reader.text.splitlines()
        assert (first[:2], first[-1], last[0], last[-2:]) == ("╭─", "╮", "╰", "─╯")


@pytest.mark.parametrize("keys", [",", "t", "s", "?", "R", "e"])
async def test_a_box_has_all_of_a_tiny_terminal(open_reader, keys):
    async with open_reader(size=(20, 5)) as reader:
        await reader.press(*keys)
        await reader.until(lambda: "Esc" in reader.text.splitlines()[-1])
        assert reader.text.startswith("╭")


@pytest.mark.parametrize("keys", [",", "t", "s", "O", "R5"])
async def test_a_small_box_stays_within_the_frame(open_reader, keys):
    async with open_reader(size=(40, 12)) as reader:
        before = reader.text.splitlines()
        await reader.press(*keys)
        await reader.until(lambda: "Esc closes" in reader.text)
        now = reader.text.splitlines()
        assert [line[:2] for line in now if line[0] == "│"] == [
            line[:2] for line in before if line[0] == "│"
        ]
        assert (now[0], now[9]) == (before[0], before[9])


async def test_the_line_that_says_what_is_shown_stays_one_line_in_a_narrow_terminal(open_reader):
    async with open_reader(size=(40, 12)) as reader:
        await reader.press("g", "a", "v", "j", "j")
        await reader.until(lambda: "3 selected · 3/" in reader.text)
        await reader.until(lambda: reader.screen.query_one("#status").size.height == 1)


async def test_the_sidebar_opens_at_its_top_in_a_narrow_terminal(open_reader):
    async with open_reader(size=(60, 20)) as reader:
        await reader.press("g", "a", "1")
        await reader.until(lambda: reader.screen.sidebar.display)
        await reader.until(lambda: "│All papers" in reader.text)


async def test_a_hint_of_the_panel_can_be_clicked(open_reader):
    async with open_reader() as reader:
        await reader.press("g")
        panel = reader.screen.query_one(KeyHints)
        await reader.until(lambda: panel.display and "b  go to bookmarks" in reader.text)
        lines = reader.text.splitlines()
        y = next(at for at, line in enumerate(lines) if "b  go to bookmarks" in line)
        x = lines[y].index("go to bookmarks")
        await reader.pilot.click(offset=(x, y))
        await reader.until(lambda: reader.screen.place.view.kind == "bookmarks")
        assert not panel.display


async def test_the_hint_of_the_search_box_leads_into_the_results(open_reader):
    async with open_reader() as reader:
        await reader.search("video")
        await reader.until(lambda: "Enter to the results" in reader.text)
        await reader.pilot.click("#hints", offset=(3, 0))
        await reader.until(lambda: reader.screen.focused is reader.screen.list)
        assert reader.screen.place.query == "video"


async def test_a_long_menu_is_gone_through_as_the_list_is(open_reader):
    async with open_reader() as reader:
        reader.pilot.app.action_change_theme()
        await reader.until(lambda: reader.pilot.app.screen.query(Menu))
        menu = reader.pilot.app.screen.query_one(Menu)
        await reader.press("G")
        await reader.until(lambda: menu.highlighted == menu.option_count - 1)
        await reader.press("g", "g")
        await reader.until(lambda: menu.highlighted == 0)
        await reader.press("ctrl+d")
        await reader.until(lambda: menu.highlighted > 5)
        await reader.press("escape")


def test_the_first_parts_of_a_foot_go_where_it_is_narrow():
    parts = ("Tab completes", "Enter keeps", "Esc closes")
    assert parts_that_fit(parts, 60) == "Tab completes · Enter keeps · Esc closes"
    assert parts_that_fit(parts, 30) == "Enter keeps · Esc closes"
    assert parts_that_fit(parts, 5) == "Esc closes"


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (60, ["1 arXiv    one two three four five six seven"]),
        (35, ["1 arXiv    one two three four five", "           six seven"]),
        (24, ["1 arXiv", " one two three four five", " six seven"]),
    ],
)
def test_a_long_line_of_a_menu_goes_on_under_itself(room, lines):
    more = Content("one two three four five six seven")
    shown = beside(Content("1 arXiv"), more, 11, room).plain.split("\n")
    assert [line.rstrip() for line in shown] == lines


async def test_the_foot_of_results_says_the_way_back_and_that_of_a_view_how_to_quit(open_reader):
    async with open_reader() as reader:
        await reader.until(lambda: "q quit" in reader.text)
        await reader.search("video")
        await reader.press("enter")
        await reader.until(lambda: "Esc back" in reader.text)
        assert "q quit" not in reader.text
        await reader.press("1")
        await reader.until(lambda: "2 list" in reader.text)
        assert "Esc back" in reader.text
        assert "q quit" not in reader.text
        await reader.press("2", "q")
        await reader.until(lambda: "q quit" in reader.text)
        assert not reader.screen.place.is_aside


@pytest.mark.parametrize("keys", [("gc",), ("gc", "enter"), ("enter",), ("gh",), ("T",)])
async def test_the_foot_says_the_way_back_also_in_a_narrow_terminal(open_reader, keys):
    async with open_reader(size=(40, 12)) as reader:
        await reader.press(
            "b", *(each for key in keys for each in ((key,) if len(key) > 2 else key))
        )
        await reader.until(lambda: "Esc " in reader.text.splitlines()[-1])
        assert "? help" in reader.text.splitlines()[-1]


async def test_unread_only_says_that_unread_is_that_already(open_reader):
    async with open_reader() as reader:
        await reader.press("g", "u", "r", "U")
        await reader.until(lambda: "Here are only unread papers." in reader.text)
        assert not reader.screen.place.is_unread_only
        rows = reader.screen.library.rows(reader.screen.list.numbers)
        assert len(rows) == 57
        assert not any(row.marks.read for row in rows)


@pytest.mark.parametrize("colour", ["accent", "warning"])
def test_the_light_theme_has_no_yellow_in_sixteen_colours(colour):
    value = RichColor.parse(getattr(LIGHT_OF_FEW, colour))
    assert value.downgrade(ColorSystem.STANDARD).number not in {3, 11}


async def test_a_cut_name_of_the_sidebar_is_whole_under_the_cursor(open_reader):
    async with open_reader() as reader:
        name = "a tag of twenty cells"
        reader.screen.change([reader.screen.list.number], Change(f"tag:{name}", True))

        def line():
            sidebar = (each[:29] for each in reader.text.splitlines())
            return next((each.strip("│ ") for each in sidebar if "#a tag" in each), "")

        await reader.press("1", "G")
        await reader.until(lambda: line() == "#a tag of twenty cel… 1/1")
        reader.screen.sidebar.mark_open(View(ViewKind.TAG, name))
        await reader.until(lambda: line() == f"#{name}")
        await reader.press("G")
        await reader.until(lambda: line() == "#a tag of twenty cel… 1/1")
