"""Commands that go from pane to pane, and make panes wide, narrow or the only one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperreader.library.views import ViewKind
from paperreader.ui.actions.base import Actions
from paperreader.ui.layout import PANES, STEP, Widths, shown_panes
from paperreader.ui.widgets.status import Hints

if TYPE_CHECKING:
    from textual import events


class Panes(Actions):
    """As many panes as there is room for, and which of them has the keys."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.widths = Widths()
        self.is_zen = False
        self._before_zen = "list"  # the pane that zen was asked for in
        self._dragged: str | None = None  # the pane whose right edge follows the mouse
        self._laid_out: object = None

    def go_to_pane(self, name: str) -> None:
        self.is_zen = self.is_zen and name == "detail"
        self.show_panes(name)
        self.set_focus(self.query_one(f"#{name}"))  # at once: the next key may be here already

    def show_panes(self, pane: str) -> None:
        columns = self.app.size.width
        shown = shown_panes(columns, pane if pane in PANES else "list", is_zen=self.is_zen)
        laid_out = (columns, shown, self.widths, self.is_zen)
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self._lay_out(columns, shown)
            self.show_titles()
        self.query_one(Hints).show(self._hints_of(pane), columns, self.keymap.commands)

    def _hints_of(self, pane: str) -> str:
        if pane == "search" and self.place.query and not self.found_any:
            return "nothing"
        if pane == "detail" and self.found:
            return "found"
        if pane == "sidebar":
            is_saved = self.sidebar.view is not None and self.sidebar.view.kind is ViewKind.SAVED
            name = "saved" if is_saved else "sidebar"
            return f"{name}-aside" if self.place.is_aside else name
        if pane == "list" and (self.place.is_aside or self.place.days):
            return "aside"
        return pane if pane in (*PANES, "search", "months") else "list"

    def _lay_out(self, columns: int, shown: tuple[str, ...]) -> None:
        widths = self.widths.of(columns, shown)
        with self.app.batch_update():
            for name in PANES:
                pane = self.query_one(f"#{name}")
                pane.display = name in shown
                pane.styles.width = widths.get(name, 0)
            self.set_class(self.is_zen, "-zen")
            self.detail.is_centred = self.is_zen

    def on_resize(self) -> None:
        """Another width may have room for other panes."""
        self.show_panes(self.pane)
        self.call_after_refresh(self.show_titles)

    # Commands

    def do_right(self) -> None:
        if self.pane == "months":
            self.months.move_by(1)
            return
        if self.pane == "sidebar" and self.sidebar.open_branch():
            return
        self.go_to_pane("list" if self.pane == "sidebar" else "detail")

    def do_left(self) -> None:
        if self.pane == "months":
            self.months.move_by(-1)
        elif self.pane == "sidebar":
            self.sidebar.close_branch()
        else:
            self.go_to_pane("list" if self.pane == "detail" else "sidebar")

    def do_next_pane(self) -> None:
        self._cycle(1)

    def do_previous_pane(self) -> None:
        self._cycle(-1)

    def _cycle(self, step: int) -> None:
        at = PANES.index(self.pane) if self.pane in PANES else 1
        self.go_to_pane(PANES[(at + step) % len(PANES)])

    def do_sidebar(self) -> None:
        self.go_to_pane("sidebar")

    def do_list(self) -> None:
        self.go_to_pane("list")

    def do_detail(self) -> None:
        self.go_to_pane("detail")

    def do_zen(self) -> None:
        if not self.is_zen:
            self._before_zen = self.pane if self.pane in PANES else "list"
        self.is_zen = not self.is_zen
        self.go_to_pane("detail" if self.is_zen else self._before_zen)

    def do_wider(self) -> None:
        self._widen(STEP)

    def do_narrower(self) -> None:
        self._widen(-STEP)

    def _widen(self, columns: int) -> None:
        pane = self.pane if self.pane in PANES else "list"
        self._set_width(pane, self.query_one(f"#{pane}").outer_size.width + columns)

    def _set_width(self, pane: str, width: int) -> None:
        columns = self.app.size.width
        shown = shown_panes(columns, self.pane, is_zen=self.is_zen)
        self.widths = self.widths.with_edge(columns, shown, pane, width)
        self.show_panes(self.pane)

    # The edge between two panes can be dragged

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of an edge."""
        for name in PANES[:-1]:
            region = self.query_one(f"#{name}").region
            is_inner = 0 < region.right < self.app.size.width and event.screen_y < region.bottom
            if is_inner and event.screen_x in {region.right - 1, region.right}:
                self._dragged = name
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it."""
        if self._dragged is not None:
            left = self.query_one(f"#{self._dragged}").region.x
            self._set_width(self._dragged, event.screen_x - left)

    def on_mouse_up(self) -> None:
        """Let it go."""
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()
            self.clear_selection()
