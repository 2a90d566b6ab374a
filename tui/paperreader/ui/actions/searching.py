"""Search as you type: the box, the results in the list, and the way back."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from paperreader.errors import PaperReaderError
from paperreader.ui.actions.base import Actions
from paperreader.ui.layout import PANES
from paperreader.ui.navigator import date_keys
from paperreader.ui.place import Place, Spot
from paperreader.ui.results import Results, Wanted, look_up
from paperreader.ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from paperreader.ui.type_ahead import TypeAhead
    from paperreader.ui.widgets.search_bar import SearchBar

Result = TypeVar("Result")

HISTORY = "searches"  # where the library keeps them
SEARCH_DEBOUNCE_S = 0.04
REMARK_S = 0.8  # who pauses so long may want to know what is not understood
MONTH = 7  # characters of `2024-12`
SLOW_S = 0.25  # a search that takes longer says that it is at work


class Searching(Actions):
    """Searching, in one thread of its own; a stale result never lands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._trail: list[Spot] = []
        self._asked: Place = Place()
        self._search_thread = ThreadPoolExecutor(1, "search")
        self._box: SearchBar | None = None
        self._is_walking = False  # through the matches of a paper, as the status line says

    # Looking up

    def look_up(self, place: Place, number: int | None = None) -> None:
        self._keys.hold_keys()  # they are for what is found
        self.in_background(partial(self._look_up, self._wanted(place), number), "search")

    @property
    def _keys(self) -> TypeAhead:
        return cast("TypeAhead", self.app)

    def _wanted(self, place: Place, *, is_typing: bool = False) -> Wanted:
        papers = self.list
        width = papers.size.width  # none at the start: second lines are then made when drawn
        rows = papers.visible_rows if width else 0
        return Wanted(place, rows, width, is_typing, self.language)

    def in_search_thread(self, work: Callable[[], Result]) -> asyncio.Future[Result]:
        return asyncio.get_running_loop().run_in_executor(self._search_thread, work)

    async def _look_up(self, wanted: Wanted, number: int | None = None) -> None:
        work = self.in_search_thread(partial(look_up, self.desk, wanted))
        await asyncio.wait([work], timeout=SLOW_S)
        if not work.done():
            self.query_one(StatusLine).say("Searching...", "")
        try:
            results = await work
        except PaperReaderError as error:
            self.say(str(error))
        else:
            self.show_results(results, number)
        self._keys.release_keys()

    def show_results(self, results: Results, number: int | None = None) -> None:
        """Show what was looked up, with the cursor on `number` when it is there."""
        numbers = results.found.numbers
        cursor = numbers.index(number) if number in numbers else 0
        self.show_papers(results.place, numbers, cursor=cursor, results=results)
        self.search_bar.suggestion = results.found.suggestion

    # The box

    @property
    def search_bar(self) -> SearchBar:
        """The box, made when it is first needed: the start needs none."""
        if self._box is None:
            from paperreader.ui.completing import completed  # noqa: PLC0415 - see above
            from paperreader.ui.widgets.search_bar import SearchBar  # noqa: PLC0415 - see above

            self._box = SearchBar(
                complete=lambda query: completed(query, self.library), id="search"
            )
            self.query_one("#column").mount(self._box, before="#status")
        return self._box

    @property
    def is_typing(self) -> bool:
        return self._box is not None and self._box.is_open

    def do_search(self) -> None:
        self._open_box(self.place.searching())

    def do_filter(self) -> None:
        self._open_box(self.place.filtering())

    def _open_box(self, place: Place) -> None:
        self.keep_place()
        self.app.clear_notifications()  # the status line is for what is found
        self._asked = place
        self.search_bar.history = list(self.library.recall(HISTORY, []))
        is_shown = place == self.place and bool(place.query) and self.found is not None
        self.search_bar.suggestion = self.found.suggestion if is_shown and self.found else None
        self.show_panes("search")
        self.months.keep_room(is_kept=len(date_keys(self.sidebar.counts, MONTH)) > 1)
        self.search_bar.open(place.query, is_filter=place.is_filter)
        self.show_titles()

    def on_input_changed(self, event: SearchBar.Changed) -> None:
        """Search for what is typed so far."""
        event.stop()
        self.search_bar.suggestion = None
        if self._detail_timer is not None:
            self._detail_timer.reset()  # the detail waits for the last letter
        self.in_background(partial(self._search_as_typed, event.value), "search")

    async def _search_as_typed(self, query: str) -> None:
        await asyncio.sleep(SEARCH_DEBOUNCE_S)
        if query.strip():
            await self._look_up(self._wanted(self._asked._replace(query=query), is_typing=True))
            await asyncio.sleep(REMARK_S)
            self._remark(query, as_you_type=True)
        elif self._trail:
            self._show_spot(self._trail[-1])

    def _remark(self, query: str, *, as_you_type: bool) -> None:
        """Say what of the query is not understood, where its results are shown without that."""
        results = self.results
        if results is None or self.place.query.strip() != query.strip():
            return
        said = self.desk.finder.remarks(query, as_you_type=as_you_type)
        if new := [note for note in said if note not in results.found.notes]:
            found = replace(results.found, notes=(*new, *results.found.notes))
            self.show_results(results._replace(found=found), self.list.number)

    def on_input_submitted(self, event: SearchBar.Submitted) -> None:
        """Go into the results, or take what was meant when there are none."""
        event.stop()
        query = event.value.strip()
        if self.search_bar.suggestion and self.place.query.strip() == query and not self.found_any:
            self.search_bar.take_suggestion()
        elif query:
            asked = self._asked._replace(query=query)
            if query != self.place.query.strip() or self.desk.finder.waits_for_more(query):
                self.look_up(asked)
            self._remark(query, as_you_type=False)
            if self._trail and asked == self._trail[-1].place:
                self._trail.pop()  # nothing was changed, so there is nothing to go back to
            self.go_to_pane("list")
        else:
            self.leave_search()

    def on_search_bar_left(self, event: SearchBar.Left) -> None:
        """Return to where the reader was."""
        event.stop()
        self.leave_search()

    def close_box(self) -> None:
        query = self.search_bar.value.strip()
        if not self.search_bar.close():
            return
        self.months.keep_room(is_kept=False)
        self.show_titles()
        if self.paper is not None:
            self.show_similar(self.paper.row.number)  # not done while one typed
        if query:
            self.search_bar.remember(query)
            self.library.remember(HISTORY, self.search_bar.history)

    # The matches of the open paper

    def walk_matches(self, step: int) -> bool:
        if self.pane != "detail" or not self.found:
            return False
        at = self.detail.walk_matches(step)
        if at is None:
            return False
        number, total = at
        self._is_walking = True
        hint = self.keymap.sentence("{next-unread} next, {previous-unread} previous")
        self.query_one(StatusLine).say(f"Match {number} of {total} · {hint}", "")
        return True

    def stop_walking(self) -> None:
        """Say again what is shown."""
        if self._is_walking:
            self._is_walking = False
            self.show_titles()

    def do_previous_match(self) -> None:
        if not self.walk_matches(-1):
            text = "Search for words first: {previous-match} goes to the match before in a paper."
            self.say(self.keymap.sentence(text))

    # The way back

    def keep_place(self) -> None:
        self._trail.append(self._spot())

    def _spot(self) -> Spot:
        papers = self.list
        pane = self.pane if self.pane in PANES else "list"
        return Spot(
            self.place, self.results, papers.numbers, papers.cursor, papers.scroll_offset.y, pane
        )

    def leave_search(self) -> None:
        self.workers.cancel_group(self, "search")
        self.search_bar.close()
        self.months.keep_room(is_kept=False)
        if not self._trail:
            self.go(self.place.around(), self.list.number)
            self.go_to_pane("list")
            return
        spot = self._trail.pop()
        self._show_spot(spot)
        self.go_to_pane(spot.pane)

    def _show_spot(self, spot: Spot) -> None:
        self.show_papers(
            spot.place, spot.numbers, cursor=spot.cursor, top=spot.top, results=spot.results
        )

    def on_unmount(self) -> None:
        """No search is left running."""
        self._search_thread.submit(self.library.release)
        self._search_thread.shutdown(wait=False)
