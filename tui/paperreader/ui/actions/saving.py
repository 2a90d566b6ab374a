"""Commands for saved searches, and their counts."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from paperreader.errors import PaperReaderError
from paperreader.library.views import Count, View, ViewKind
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.place import Place
from paperreader.ui.saved import query_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paperreader.desk import Desk

COUNT_DEBOUNCE_S = 0.5  # marks come in bursts, and nobody waits for these numbers
SHOWN_NAME = 40


class Saving(Actions):
    """Saved searches: kept, opened, renamed, deleted, counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._saved_counts: dict[View, Count] = {}

    # Commands

    def do_save(self) -> None:
        saved = self.library.saved_searches()
        query = query_of(self.place, saved)
        if self.place.similar_to:
            self.say("Similar papers can't be saved: search for the words that they share.")
            return
        if not query:
            self.say("These are all papers: search, filter or open a view to save it.")
            return
        name = self.place.query or self.place.title(self.topic_names)

        def keep(name: str | None) -> None:
            if name:
                self.library.save_search(name, query)
                self.refresh_counts()
                self.show_titles()
                self.say(f"Saved as {name}: {self.keymap.key_of('go-saved')} goes to it.")

        self.app.push_screen(
            screens.NameScreen("Save this search", name[:SHOWN_NAME], query, saved), keep
        )

    def do_go_saved(self) -> None:
        saved = self.library.saved_searches()
        if not saved:
            self.say(
                self.keymap.sentence("No saved searches yet: {save} saves a search or a view.")
            )
            return
        choices = [screens.Choice(name, query, name) for name, query in saved.items()]
        self.app.push_screen(screens.ChooseScreen("Saved searches", choices), self._saved_chosen)

    def _saved_chosen(self, name: str | None) -> None:
        if name is not None:
            self.go(Place(View(ViewKind.SAVED, name)))
            self.go_to_pane("list")

    def do_rename(self) -> None:
        old = self._saved_name()
        if old is None:
            return
        saved = self.library.saved_searches()

        def rename(name: str | None) -> None:
            if name and name != old:
                self.library.rename_search(old, name)
                self._saved_changed(old, View(ViewKind.SAVED, name))

        self.app.push_screen(screens.NameScreen("Rename", old, saved.get(old, ""), saved), rename)

    def do_delete(self) -> None:
        name = self._saved_name()
        if name is None:
            return

        def delete(is_sure: bool | None) -> None:
            if is_sure:
                self.library.forget_search(name)
                self._saved_changed(name, View(ViewKind.ALL))
                self.say(f"Deleted the saved search {name}.")

        choices = [screens.Choice("Keep it", "", False), screens.Choice("Delete it", "", True)]
        self.app.push_screen(screens.ChooseScreen(f"Saved search: {name}", choices), delete)

    def _saved_name(self) -> str | None:
        """The saved search under the sidebar's cursor, else the one that is shown."""
        view = self.sidebar.view if self.pane == "sidebar" else self.place.view
        if view and view.kind is ViewKind.SAVED:
            return view.key
        if self.pane != "sidebar" and (name := self.saved_as()):
            return name
        self.say("This is for saved searches: choose one in the sidebar.")
        return None

    def saved_as(self) -> str | None:
        """The name under which the search that is shown was saved."""
        if not self.place.query:
            return None
        saved = self.library.saved_searches()
        query = query_of(self.place, saved)
        return next((name for name, other in saved.items() if other == query), None)

    def _saved_changed(self, old: str, instead: View) -> None:
        if self.place.view == View(ViewKind.SAVED, old):
            self.go(Place(instead))
        else:
            self.refresh_counts()
            self.show_titles()

    def on_tree_node_highlighted(self) -> None:
        """The hints tell what can be done with a saved search."""
        if self.pane == "sidebar":
            self.show_panes("sidebar")

    # Counts

    def refresh_counts(self) -> None:
        names = self.library.saved_searches()
        views = [View(ViewKind.SAVED, name) for name in names]
        known = {view: self._saved_counts.get(view, Count(0, 0)) for view in views}
        self.sidebar.show({**self.library.counts(), **known})
        if views:
            self.in_background(partial(self._count, views), "counts")

    async def _count(self, views: Sequence[View]) -> None:
        await asyncio.sleep(COUNT_DEBOUNCE_S)
        self._saved_counts = await self.in_search_thread(lambda: count_saved(self.desk, views))
        self.sidebar.show({**self.library.counts(), **self._saved_counts})


def count_saved(desk: Desk, views: Sequence[View]) -> dict[View, Count]:
    """How many papers saved searches find now."""
    counts = {}
    for view in views:
        try:
            counts[view] = desk.library.count(desk.view_where(view))
        except PaperReaderError:  # as when another program has the library for long
            counts[view] = Count(0, 0)
    return counts
