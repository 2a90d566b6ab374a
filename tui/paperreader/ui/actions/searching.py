"""Search as you type: the box, the results in the list, and the way back."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from paperreader.ui.actions.base import Actions

if TYPE_CHECKING:
    from paperreader.search import Found
    from paperreader.ui.place import Place
    from paperreader.ui.widgets.search_bar import SearchBar

SEARCH_DEBOUNCE_S = 0.04


class Searching(Actions):
    """Searching, in one thread of its own; a stale result never lands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._before_search: tuple[Place, int | None] | None = None
        self._search_thread = ThreadPoolExecutor(1, "search")

    def on_input_changed(self, event: SearchBar.Changed) -> None:
        """Search for what is typed so far."""
        event.stop()
        self.run_worker(
            self._search(event.value), group="search", exclusive=True, exit_on_error=False
        )

    async def _search(self, query: str) -> None:
        await asyncio.sleep(SEARCH_DEBOUNCE_S)
        if not query.strip():
            self._show_before_search()
            return
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(
            self._search_thread, lambda: self.desk.search(query, as_you_type=True)
        )
        if self.search_bar.value == query:
            self.show_found(found, query, None)

    def show_found(self, found: Found, query: str, number: int | None) -> None:
        from paperreader.search import snippet  # noqa: PLC0415 - search is loaded when used

        def get_snippet(number: int) -> str:
            paper = self.library.paper(number)
            return snippet(paper, found.terms, self.list.size.width) if paper else ""

        self.found = found
        self.place = replace(self.place, query=query)
        nothing = "Nothing found."
        if found.suggestion:
            nothing += f" Did you mean: {found.suggestion}"
        cursor = found.numbers.index(number) if number in found.numbers else 0
        self.list.show(
            found.numbers, cursor=cursor, spans=found.terms.spans, snippet=get_snippet,
            nothing=nothing,
        )  # fmt: skip
        self.show_titles()

    def keep_place(self) -> None:
        if not self.place.query:
            self._before_search = (self.place, self.list.number)

    def do_search(self) -> None:
        """Open the search box."""
        self.keep_place()
        self.show_panes("search")
        self.search_bar.open(self.place.query)

    def on_input_submitted(self, event: SearchBar.Submitted) -> None:
        """Go into the results."""
        event.stop()
        query = event.value.strip()
        self.search_bar.close()
        if query:
            self.search_bar.remember(query)
            if query != self.place.query:
                self.go(replace(self.place, query=query))
        self.go_to_pane("list")

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        """Return to where the reader was."""
        event.stop()
        self.leave_search()

    def leave_search(self) -> None:
        """Close the box and show what was shown before it."""
        self.search_bar.close()
        self._show_before_search()
        self.go_to_pane("list")

    def _show_before_search(self) -> None:
        place, number = self._before_search or (replace(self.place, query=""), None)
        self.go(place, number)

    def on_unmount(self) -> None:
        """No search is left running."""
        self._search_thread.shutdown(wait=False, cancel_futures=True)
