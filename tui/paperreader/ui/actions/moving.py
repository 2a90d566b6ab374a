"""Commands that move in a pane, and open and close."""

from __future__ import annotations

from paperreader.ui.actions.base import Actions


class Moving(Actions):
    """Moving, opening, closing."""

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

    def do_open(self) -> None:
        if self.pane == "sidebar":
            self.sidebar.open_cursor()
        elif self.list.number is not None:
            self.go_to_pane("detail")

    def do_back(self) -> None:
        if self.is_zen:
            self.do_zen()
        elif self.pane in {"detail", "sidebar"}:
            self.go_to_pane("list")
        elif self.place.is_aside:
            self.leave_search()

    def do_close(self) -> None:
        if self.is_zen:
            self.do_zen()
        elif self.pane == "detail" and not self.list.display:
            self.go_to_pane("list")
        elif self.place.is_aside:
            self.leave_search()
        else:
            self.app.exit()
