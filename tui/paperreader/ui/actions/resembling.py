"""Similar papers: as a list, and at the foot of the open paper."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.content import Content

from paperreader.ui.actions.base import Actions
from paperreader.ui.text.latex import without_formulas
from paperreader.ui.text.markdown import GAP, Block, clickable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from paperreader.desk import Desk
    from paperreader.library import PaperRow

    Near = Sequence[tuple[PaperRow, tuple[str, ...]]]  # papers, and the words that both have

SETTLED_S = 0.2  # a paper that stays so long is read, not passed
MOST_AT_FOOT = 5


class Foot(NamedTuple):
    """The papers most like one, as they were found at this revision of the library."""

    number: int = 0
    revision: int = -1
    near: Near = ()


class Resembling(Actions):
    """Papers like the one under the cursor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at_foot = Foot()

    def do_similar(self) -> None:
        if (row := self.row) is not None:
            self.keep_place()
            self.go(self.place.similar(row.id, without_formulas(row.title)))
            self.go_to_pane("list")

    def action_show_similar(self, number: int) -> None:
        """Open one of the papers at the foot of another, among its like; Esc returns."""
        if (row := self.row) is not None:
            self.keep_place()
            self.go(self.place.similar(row.id, without_formulas(row.title)), number)

    def show_similar(self, number: int) -> None:
        # While one types a search, the next letter would have to wait for it.
        if not (self._has_foot(number) or self.is_typing):
            self.in_background(partial(self._show_similar, number), "similar")

    async def _show_similar(self, number: int) -> None:
        await asyncio.sleep(SETTLED_S)
        revision = self.library.revision
        near = await self.in_search_thread(partial(self._near, number))
        if self.list.number == number:
            self._at_foot = Foot(number, revision, near)
            self.detail.append(list(self.foot(number)))

    def foot(self, number: int) -> Iterator[Block]:
        if self._has_foot(number) and self._at_foot.near:
            keys = self.keymap.sentence("  {links} opens one, {similar} lists more")
            yield from _foot(self._at_foot.near, keys)

    def _has_foot(self, number: int) -> bool:
        return self._at_foot[:2] == (number, self.library.revision)

    def _near(self, number: int) -> Near:
        """In a thread; the index is opened first, in steps, as who leaves waits for no more."""
        self.desk.finder.warm(lambda: not self.is_running)
        return similar_rows(self.desk, number) if self.is_running else ()

    def similar_at_foot(self, number: int) -> Sequence[PaperRow]:
        return [row for row, _ in self._at_foot.near] if self._has_foot(number) else ()


def similar_rows(desk: Desk, number: int) -> Near:
    """The papers most like one, with the words that both have."""
    near = {one.number: one.words for one in desk.finder.similar(number, MOST_AT_FOOT)}
    return [(row, near[row.number]) for row in desk.library.rows(list(near))]


def _foot(near: Near, keys: str) -> Iterator[Block]:
    yield GAP
    yield Block(Content.assemble(("Similar", "bold $quiet"), (keys, "$quiet")))
    for row, words in near:
        title = clickable(without_formulas(row.title), "show_similar", row.number, "$text-accent")
        yield Block(Content.assemble(title, (f" - {', '.join(words)}", "$quiet")), 2)
