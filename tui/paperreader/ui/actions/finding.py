"""Commands that go to other views and orders."""

from __future__ import annotations

from paperreader.library.views import Sort, View, ViewKind
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.navigator import date_view
from paperreader.ui.place import SORT_NAMES, Place


class Finding(Actions):
    """Views and orders."""

    def do_unread_only(self) -> None:
        place = self.place._replace(is_unread_only=not self.place.is_unread_only)
        if place.is_unread_only and place.view.kind is ViewKind.UNREAD and not place.is_aside:
            self.go(self.place, self.list.number)  # without what was read meanwhile
            self.say("Here are only unread papers.")
        else:
            self.go(place, self.list.number)

    def do_sort(self) -> None:
        choices = [screens.Choice(*SORT_NAMES[sort], sort) for sort in self.place.orders]
        self.app.push_screen(
            screens.ChooseScreen("Sort by", choices, self.place.sort), self._sort_chosen
        )

    def _sort_chosen(self, sort: Sort | None) -> None:
        if sort is not None:
            self.go(self.place._replace(sort=sort), self.list.number)

    def _visit(self, view: View) -> None:
        """Show the list of a view, with the cursor still on this paper where it is there."""
        self.go(Place.of(view), self.list.number)
        self.go_to_pane("list")

    def do_go_date(self) -> None:
        row = self.row
        if row is not None and row.last_date is not None:
            self._visit(date_view(self.library.counts(), row.last_date))

    def do_go_all(self) -> None:
        self._visit(View(ViewKind.ALL))

    def do_go_unread(self) -> None:
        self._visit(View(ViewKind.UNREAD))

    def do_go_bookmarks(self) -> None:
        self._visit(View(ViewKind.BOOKMARKS))

    def do_go_queue(self) -> None:
        self._visit(View(ViewKind.QUEUE))

    def do_go_notes(self) -> None:
        self._visit(View(ViewKind.NOTES))

    def do_go_interesting(self) -> None:
        self.keep_place()
        self.go(Place(self.place.view, query="is:interesting", sort=Sort.RELEVANCE))
        self.go_to_pane("list")

    def do_go_tags(self) -> None:
        tags = self.library.tags()
        if not tags:
            self.say(self.keymap.sentence("No tags yet: {tags} gives one to a paper."))
            return
        choices = [
            screens.Choice(f"#{tag}", f"{papers} papers" if papers > 1 else "1 paper", tag)
            for tag, papers in tags
        ]
        self.app.push_screen(screens.ChooseScreen("Tags", choices), self._tag_chosen)

    def _tag_chosen(self, tag: str | None) -> None:
        if tag is not None:
            self._visit(View(ViewKind.TAG, tag))
