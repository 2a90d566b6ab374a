"""Settings changed in the reader, themes, and terminals with few signs or colours."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from paperreader.config import Config, load, parse
from paperreader.desk import Desk
from paperreader.library.model import Change
from paperreader.paths import Paths
from paperreader.ui.plain_glyphs import _ASCII
from paperreader.ui.text import symbols
from paperreader.ui.themes import THEMES
from paperreader.ui.widgets.months import BARS


async def test_a_theme_is_seen_while_choosing_and_left_again(open_reader):
    async with open_reader() as reader:
        app = reader.pilot.app
        before = app.theme
        await reader.press(",", "enter")
        await reader.press("j")
        await reader.until(lambda: app.theme == "paper-light")
        assert "Mark read" not in reader.text  # the settings do not stand between it and the reader
        await reader.press("escape")
        await reader.until(lambda: "Mark read" in reader.text)
        await reader.until(lambda: app.theme == before)
        await reader.press("enter", "j", "enter")
        await reader.until(lambda: app.theme == "paper-light" and "Settings" in reader.text)
    async with open_reader() as reader:
        assert reader.pilot.app.theme == "paper-light"


async def test_common_settings_change_in_their_line_and_are_kept(open_reader):
    async with open_reader(config=Config()) as reader:
        await reader.press(",", "j", "l", "j", "l", "j", "l")
        await reader.until(lambda: "5 s after opening" in reader.text)
        assert reader.screen.language == "ko"
        await reader.until(lambda: "ASCII only" in reader.text)
        await reader.press("escape", "q")
    async with open_reader() as reader:
        assert reader.screen.desk.config.auto_read == 5.0
        assert reader.screen.desk.config.glyphs == "ascii"
        assert reader.screen.language == "ko"


async def test_what_the_file_says_wins_and_that_is_said(open_reader):
    config = parse('glyphs = "unicode"\n')
    async with open_reader(config=config) as reader:
        await reader.press(",")
        await reader.until(lambda: "config.toml says it" in reader.text)
        await reader.press("j", "j", "j", "l")
        await reader.until(lambda: "config.toml says Unicode" in reader.text)
        assert "ASCII only" in reader.text
        assert "config.toml differs" in reader.text
        assert "config.toml says it" not in reader.text
        assert reader.screen.desk.config.glyphs == "ascii"
        await reader.press("l")
        await reader.until(lambda: "config.toml says it" in reader.text)
        await reader.press("l")
        await reader.until(lambda: "config.toml differs" in reader.text)
    async with open_reader(config=config) as reader:
        assert reader.screen.desk.config.glyphs == "unicode"


async def test_with_ascii_glyphs_signs_and_borders_are_ascii(open_reader):
    async with open_reader(config=Config(glyphs="ascii")) as reader:
        await reader.press("b")
        await reader.until(lambda: "*B" in reader.text)
        odd = {letter for letter in reader.text if not letter.isascii() and not letter.isalpha()}
        assert odd == set()


PLAIN = """# Latest Update: {month} 2024

## Robots

### A robot that folds maps on its own, part {number}
<details><summary>Notes</summary>
- Keypoints: it folds maps, and then $x_t$ again
- Method: see https://arxiv.org/abs/24{number:02}.0000{number}
</details>
"""
FACES = (
    "", "1", "3", "/robot", "/qwert", "/is:foo ", ["/", *"robot", "enter", "w"], "?", ",", "T",
    "gc", "gh", "t", "e", "gs", "s", "O", "g?", ":", "R", "R5", "g", "vj", "gq", "gb", "z", "gt",
    "b", "U", [",", "enter"], ["/", *"robot", "enter", "S"], ["/", *"robot", "enter", "3"],
)  # fmt: skip


@pytest.fixture
def plain_home(tmp_path):
    """A library whose papers have no letter that is not ASCII."""
    for number, month in enumerate(("January", "March", "April", "June"), 1):
        text = PLAIN.format(month=month, number=number)
        (tmp_path / f"2024-{number}.md").write_text(text, "utf-8")
    desk = Desk.open(Paths.of(tmp_path / "plain", {}), Config())
    desk.import_paths(sorted(tmp_path.glob("*.md")))
    desk.library.save_search("robots", "robot")
    first, second, third, fourth = desk.library.select()
    desk.library.mark([first], Change("bookmarked", True), Change("queued", True))
    desk.library.mark([second], Change("tag:later", True), Change("note", "why not"))
    desk.library.mark([third], Change("interest", 1))
    desk.library.mark([fourth], Change("read", True))
    desk.close()
    return tmp_path / "plain"


async def test_no_face_of_the_reader_has_a_sign_that_is_not_ascii(open_reader, plain_home):
    config = Config(glyphs="ascii", auto_read="never")
    async with open_reader((120, 36), plain_home, config) as reader:
        app, screen = reader.pilot.app, reader.screen
        for face in FACES:
            await reader.press("g", "a", "g", "g", *("space" if k == " " else k for k in face))
            odd = {letter for letter in reader.text if not letter.isascii()}
            assert odd == set(), f"{face}: {reader.text}"
            while app.screen is not screen:
                await reader.press("escape")
            await reader.press("escape", "escape", "escape", "escape", "2")


def test_signs_take_as_many_cells_in_ascii():
    for code, plain in _ASCII.items():
        assert cell_len(chr(code)) == len(plain), chr(code)
        assert plain.isascii()


def test_all_signs_and_bars_have_an_equal_in_ascii():
    signs = [sign for name, sign in vars(symbols).items() if name.isupper()]
    assert not [sign for sign in (*signs, *BARS) if ord(sign) not in _ASCII]
    assert len({bar.translate(_ASCII) for bar in BARS}) == len(BARS)


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_reader_opens_in_each_of_its_themes(open_reader, theme):
    async with open_reader((80, 24), config=Config(theme=theme)) as reader:
        assert reader.pilot.app.theme == theme
        assert reader.screen.row.title[:20] in reader.text


async def test_without_colours_nothing_is_coloured_and_the_cursor_is_reversed(
    open_reader, monkeypatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader() as reader:
        strips = reader.pilot.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert {style.color.name for style in styles if style.color} <= {"default"}
        assert {style.bgcolor.name for style in styles if style.bgcolor} <= {"default"}
        assert any(style.reverse for style in styles)


async def test_wrong_settings_are_left_out_and_said_until_one_closes_them(open_reader, home):
    path = home / "config.toml"
    path.write_text(
        'language = "ko"\ntheme = "norf"\nauto_read = "soon"\n[keys]\nbookmark = "j"\n'
        'queue = ["Q"]\n[topics.mine]\nkeyword = 3\n',
        "utf-8",
    )
    async with open_reader(config=load(path)) as reader:
        await reader.until(lambda: "Left out of config.toml" in reader.text)
        for line in ("2  ", "3  ", "5  ", "8  "):
            assert f"config.toml:{line}" in reader.text
        assert 'did you mean "nord"' in reader.text
        assert "Enter or number" not in reader.text  # there is nothing to choose
        assert (reader.screen.language, reader.pilot.app.theme) == ("ko", "paper-dark")
        await reader.press("escape")
        await reader.until(lambda: reader.screen.is_current)
        await reader.press("b", "Q")
        await reader.until(lambda: reader.screen.row and reader.screen.row.marks.queued is not None)
        assert reader.screen.row.marks.bookmarked
    assert path.read_text("utf-8").startswith('language = "ko"')
