"""The mouse in the panes, and the terminal's cursor that screen readers follow."""

from __future__ import annotations

import time

import pytest
from textual import events

from paperreader.config import Config


async def scroll(reader, widget):
    await reader.pilot._post_mouse_events([events.MouseScrollDown], widget, offset=(5, 5))
    await reader.pilot.pause()


async def drag(reader, widget, start, end):
    await reader.pilot.mouse_down(widget, offset=start)
    await reader.pilot.pause()
    await reader.pilot.hover(widget, offset=end)
    await reader.pilot.pause()
    await reader.pilot.mouse_up(widget, offset=end)


async def select(reader, widget, start, end, wanted):
    """Drag until these words are selected: a pane that is just drawn anew forgets a drag."""
    for _ in range(10):
        await drag(reader, widget, start, end)
        end_s = time.monotonic() + 3
        while time.monotonic() < end_s:
            if reader.screen.get_selected_text() == wanted():
                return
            await reader.pilot.pause(0.02)
    pytest.fail(f"selected is {reader.screen.get_selected_text()!r}, not {wanted()!r}")


async def test_the_wheel_scrolls_the_pane_under_it(open_reader):
    async with open_reader((120, 20)) as reader:
        screen = reader.screen
        await reader.press("g", "a")
        await reader.until(lambda: len(screen.detail.text.splitlines()) > 20)
        await scroll(reader, screen.detail)
        await reader.until(lambda: screen.detail.scroll_offset.y > 0)
        assert screen.list.scroll_offset.y == 0
        await scroll(reader, screen.list)
        await reader.until(lambda: screen.list.scroll_offset.y > 0)
        await scroll(reader, screen.sidebar)
        await reader.until(lambda: screen.sidebar.scroll_offset.y > 0)
        assert (screen.list.cursor, screen.focused) == (0, screen.list)


async def test_the_terminals_cursor_is_on_the_focused_row(open_reader):
    async with open_reader() as reader:
        screen, app = reader.screen, reader.pilot.app
        await reader.press("g", "a", "j", "j")
        line = reader.text.splitlines()[app.cursor_position.y]
        assert screen.row.title[:20] in line[app.cursor_position.x :]
        await reader.press("G")
        line = reader.text.splitlines()[app.cursor_position.y]
        assert screen.row.title[:20] in line[app.cursor_position.x :]
        await reader.press("h", "g", "g", "j")
        await reader.until(
            lambda: reader.text.splitlines()[app.cursor_position.y][
                app.cursor_position.x :
            ].startswith("Unread")
        )
        await reader.press("tab", "tab")
        await reader.until(lambda: screen.focused is screen.detail)
        assert app.cursor_position == screen.detail.content_region.offset


async def test_text_of_the_paper_and_of_the_list_can_be_selected(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a")
        await reader.until(lambda: screen.detail.text)
        await select(reader, screen.detail, (2, 1), (12, 1), lambda: screen.detail.text[:11])
        await reader.pilot.click(screen.detail, offset=(3, 8))
        await select(reader, screen.list, (4, 3), (14, 3), lambda: reader.titles[1][:11])
        assert screen.list.cursor == 0


def look_of(reader, widget, offset):
    """The style of a cell of a widget."""
    x, y = widget.region.offset + offset
    strip = reader.pilot.app.screen._compositor.render_strips()[y]
    (segment,) = strip.crop(x, x + 1)
    return segment.style.color, segment.style.bgcolor


async def test_what_is_selected_is_seen_and_copied_and_then_no_longer_selected(open_reader):
    async with open_reader(config=Config(theme="paper-dark", auto_read="never")) as reader:
        screen, app = reader.screen, reader.pilot.app
        await reader.press("g", "a")
        await reader.until(lambda: screen.detail.text)
        words = screen.detail.text[:11]
        plain = look_of(reader, screen.detail, (5, 1))
        await select(reader, screen.detail, (2, 1), (12, 1), lambda: words)
        await reader.until(lambda: look_of(reader, screen.detail, (5, 1))[1] != plain[1])
        assert len(set(look_of(reader, screen.detail, (5, 1)))) == 2
        await reader.press("ctrl+c")
        await reader.until(lambda: f"Copied: {words}" in reader.text)
        assert app.clipboard == words
        await reader.until(lambda: look_of(reader, screen.detail, (5, 1)) == plain)
        await reader.press("ctrl+c")
        assert app._exit


async def test_selected_korean_is_what_was_marked(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a")
        korean = next(
            row for row in screen.library.rows(screen.list.numbers) if row.languages == ("ko",)
        )
        screen.move_to(korean.number)
        await reader.until(lambda: "In\n" in screen.detail.text and screen.paper.row == korean)
        y, line = next(
            (y, line)
            for y, line in enumerate(screen.detail.text.splitlines())
            if line and all("가" <= letter <= "힣" for letter in line[:3])
        )
        screen.detail.move_by(y)
        await reader.until(lambda: line in reader.text)
        shown = y - screen.detail.scroll_offset.y
        at = 1 + shown
        await select(reader, screen.detail, (2, at), (6, at), lambda: line[:3])


async def test_a_click_on_a_paper_goes_there_and_a_second_one_opens_it(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.pilot.click(screen.list, offset=(6, 5))
        assert screen.list.cursor == 2
        await reader.pilot.click(screen.list, offset=(6, 5), times=2)
        await reader.until(lambda: screen.focused is screen.detail)


async def test_a_click_on_a_topic_goes_to_its_view(open_reader):
    async with open_reader() as reader:
        screen = reader.screen
        await reader.press("g", "a")
        row = next(row for row in screen.library.rows(screen.list.numbers) if row.topics)
        screen.move_to(row.number)
        name = f" {screen.topic_names[row.topics[0]]}"
        await reader.until(lambda: name in screen.detail.text)
        y, line = next(
            (y, line) for y, line in enumerate(screen.detail.text.splitlines()) if name in line
        )
        await reader.pilot.click(screen.detail, offset=(2 + line.index(name) + 1, 1 + y))
        await reader.until(lambda: screen.place.view.key == row.topics[0])


async def test_a_click_beside_a_box_leaves_it_and_one_in_it_does_not(open_reader):
    async with open_reader() as reader:
        app = reader.pilot.app
        await reader.press("t")
        await reader.until(lambda: "A new tag" in reader.text or "Type a new tag" in reader.text)
        await reader.pilot.click("TagsScreen Static")
        assert app.screen is not reader.screen
        await reader.pilot.click(offset=(1, 1))
        await reader.until(lambda: app.screen is reader.screen)
