"""Commands that move in a pane, and open and close."""

from __future__ import annotations

from paperreader.ui.actions.base import Actions


class Moving(Actions):
    """Moving, opening, closing."""

    def do_down(self, count: int = 1) -> None:
        self.focused_pane.move_by(count)

    def do_up(self, count: int = 1) -> None:
        self.focused_pane.move_by(-count)

    def do_first(self, count: int = 1) -> None:
        self.focused_pane.move_to_end(first=True)
        self.focused_pane.move_by(count - 1)

    def do_last(self, count: int | None = None) -> None:
        if count is None:
            self.focused_pane.move_to_end(first=False)
        else:
            self.do_first(count)

    def do_half_down(self, count: int = 1) -> None:
        self.focused_pane.move_pages(0.5 * count)

    def do_half_up(self, count: int = 1) -> None:
        self.focused_pane.move_pages(-0.5 * count)

    def do_page_down(self, count: int = 1) -> None:
        self.focused_pane.move_pages(count)

    def do_page_up(self, count: int = 1) -> None:
        self.focused_pane.move_pages(-count)

    def do_open(self) -> None:
        if self.pane == "sidebar":
            self.sidebar.open_cursor()
        elif self.pane == "months":
            self.months.choose()
        elif self.is_typing:  # a click on the hint
            self.go_to_pane("list")
        elif self.list.number is not None:
            self.go_to_pane("detail")

    @property
    def is_at_top(self) -> bool:
        """Whether there is nothing to go back from."""
        is_list = self.pane == "list" and not self.is_zen
        is_below = self.place.is_aside or self.place.days
        return is_list and not self.list.selected and not is_below

    def do_back(self) -> None:
        if self.list.clear_selection():
            self.show_titles()
        elif self.is_zen:
            self.do_zen()
        elif self.pane in {"detail", "sidebar", "months"}:
            self.go_to_pane("list")
        elif self.place.is_aside:
            self.leave_search()
        elif self.place.days:
            self.leave_days(self.place.days)

    def do_close(self) -> None:
        if self.list.clear_selection():
            self.show_titles()
        elif self.is_zen:
            self.do_zen()
        elif self.pane == "detail" and not self.list.display:
            self.go_to_pane("list")
        elif self.place.is_aside:
            self.leave_search()
        else:
            self.app.exit()
