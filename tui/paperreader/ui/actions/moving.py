"""Commands that move in a pane and between panes."""

from __future__ import annotations

from paperreader.ui.actions.base import PANES, Actions


class Moving(Actions):
    """Moving and panes."""

    def do_down(self) -> None:
        self.focused_pane.move_by(1)

    def do_up(self) -> None:
        self.focused_pane.move_by(-1)

    def do_first(self) -> None:
        self.focused_pane.move_to_end(first=True)

    def do_last(self) -> None:
        self.focused_pane.move_to_end(first=False)

    def do_half_down(self) -> None:
        self.focused_pane.move_pages(0.5)

    def do_half_up(self) -> None:
        self.focused_pane.move_pages(-0.5)

    def do_page_down(self) -> None:
        self.focused_pane.move_pages(1)

    def do_page_up(self) -> None:
        self.focused_pane.move_pages(-1)

    # Panes

    def do_right(self) -> None:
        if self.pane == "sidebar" and self.sidebar.open_branch():
            return
        self.go_to_pane("list" if self.pane == "sidebar" else "detail")

    def do_left(self) -> None:
        if self.pane == "sidebar":
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

    def do_open(self) -> None:
        if self.pane == "sidebar":
            self.sidebar.open_cursor()
        elif self.list.number is not None:
            self.go_to_pane("detail")

    def do_back(self) -> None:
        if self.pane in {"detail", "sidebar"}:
            self.go_to_pane("list")
        elif self.place.is_aside:
            self.leave_search()

    def do_close(self) -> None:
        if self.pane == "detail" and not self.list.display:
            self.go_to_pane("list")
        elif self.place.is_aside:
            self.leave_search()
        else:
            self.app.exit()
