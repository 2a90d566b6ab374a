"""The panes draw their borders faster than Textual, and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.geometry import Region
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.strip import Strip


def cells(lines: list[Strip]) -> list[list[tuple[str, object]]]:
    """Each character with its style, however the lines are cut into segments."""
    return [
        [
            (letter, (style.color, style.bgcolor, style.bold, style.underline, style.reverse))
            for text, style, _ in line
            for letter in text
            if style is not None
        ]
        for line in lines
    ]


@pytest.mark.parametrize("theme", ["paper-dark", "paper-light", "terminal"])
@pytest.mark.parametrize(
    "keys",
    [
        ("1",), ("2", "j"), ("3",), ("3", "z"), ("enter", "n", "1"),
        ("shift+tab", "j", "tab", "j", "tab", "tab"),
    ],
)  # fmt: skip
async def test_panes_look_as_textual_would_draw_them(open_reader, theme, keys):
    async with open_reader() as reader:
        reader.pilot.app.theme = theme
        await reader.press(*keys)
        await reader.until(lambda: reader.screen.detail.text)
        for pane in (reader.screen.sidebar, reader.screen.list, reader.screen.detail):
            part = Region(1, 0, pane.outer_size.width - 2, pane.outer_size.height)
            assert cells(pane.render_lines(part)) == cells(Widget.render_lines(pane, part))


async def test_what_waits_for_a_paint_is_done_behind_it(open_reader, monkeypatch):
    async with open_reader() as reader:
        done: list[str] = []
        papers, app = reader.screen.list, reader.pilot.app
        paint = app._display

        def painted(*args: object) -> None:
            done.append("paint")
            paint(*args)

        await reader.until(lambda: reader.screen.detail.text)
        monkeypatch.setattr(app, "_display", painted)
        for name in ("one", "other"):
            papers.after_paint(lambda name=name: done.append(name))
        papers.move_by(1)
        await reader.until(lambda: {"one", "other"} <= {*done})
        assert done[0] == "paint"


async def test_a_pane_that_gets_the_keys_draws_no_line_anew(open_reader, monkeypatch):
    async with open_reader() as reader:
        detail = reader.screen.detail
        await reader.press("tab", "2")
        await reader.until(lambda: detail.text)
        drawn: list[int] = []
        monkeypatch.setattr(detail, "draw_line", drawn.append)
        await reader.press("tab")
        await reader.until(lambda: reader.screen.focused is detail)
        assert drawn == []
