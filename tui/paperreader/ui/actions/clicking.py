"""What a click on a word of the paper does."""

from __future__ import annotations

from paperreader.library.views import View, ViewKind
from paperreader.ui.actions.base import Actions
from paperreader.ui.place import Place


class Clicking(Actions):
    """Topics and authors of a paper lead to the papers that share them."""

    def action_show_topic(self, slug: str) -> None:
        """Go to the view of a topic, with the cursor still on this paper."""
        self.go(Place(View(ViewKind.TOPIC, slug)), self.list.number)

    def action_show_tag(self, tag: str) -> None:
        """Go to the view of a tag, with the cursor still on this paper."""
        self.go(Place(View(ViewKind.TAG, tag)), self.list.number)

    def action_show_author(self, name: str) -> None:
        """Search for the papers of an author; Esc returns."""
        self.keep_place()
        self.go(Place(self.place.view, f'author:"{name}"'), self.list.number)
