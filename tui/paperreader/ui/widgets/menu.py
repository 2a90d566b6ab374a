"""A list of lines to choose from, whose cursor can be seen in every kind of colours."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import OptionList

from paperreader.hangul import latin_keys

if TYPE_CHECKING:
    from textual import events


class Menu(OptionList):
    """An option list; where colours are few or none the line of the cursor is reversed.

    Textual's own style of that line knows no reverse (8.2, `Widget.get_visual_style`).
    """

    def on_key(self, event: events.Key) -> None:
        """With Hangul input on, a menu takes the keys in the same place, as the panes do."""
        latin = latin_keys(event.character or "")
        if latin and isinstance(self.screen, ModalScreen):  # others look their keys up themselves
            event.stop()
            for key in latin:
                self.app.simulate_key(key)

    def action_page_up(self) -> None:
        """Move by a page, if there is room for one: else Textual raises KeyError (8.2)."""
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call] # of Textual

    def action_page_down(self) -> None:
        """See `action_page_up`."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call] # of Textual

    def render_line(self, y: int) -> Strip:
        """A line, all of it reversed where the cursor is and a colour behind it says too little."""
        strip = super().render_line(y)
        meta = next((each.style.meta for each in strip if each.style), {})
        if self.highlighted is None or meta.get("option") != self.highlighted:
            return strip
        if not self.pseudo_classes & {"ansi", "nocolor"}:
            return strip
        style = Style(reverse=True, bold=True, meta=meta)
        return Strip([Segment(each.text, style) for each in strip], strip.cell_length)
