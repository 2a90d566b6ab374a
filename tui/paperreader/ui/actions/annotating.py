"""Commands that write to papers: tags and notes."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from paperreader.errors import PaperReaderError
from paperreader.library.model import Change
from paperreader.library.views import Every, InView, Numbers, View, ViewKind
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.editor import edit, editor_command
from paperreader.ui.text.latex import without_formulas

if TYPE_CHECKING:
    from collections.abc import Sequence


class Annotating(Actions):
    """The reader's own words."""

    def do_tags(self) -> None:
        numbers = self.targets
        if not numbers:
            return
        first = self.library.rows(numbers[:1])[0]
        given = [tag for tag in first.marks.tags if self._have_all(numbers, tag)]
        title = without_formulas(first.title) if len(numbers) == 1 else f"{len(numbers):,} papers"

        def keep(changes: Sequence[Change] | None) -> None:
            if changes:
                self.change(numbers, *changes)

        self.app.push_screen(
            screens.TagsScreen(f"Tags · {title}", given, self.library.tags()), keep
        )

    def _have_all(self, numbers: Sequence[int], tag: str) -> bool:
        where = Every((Numbers(frozenset(numbers)), InView(View(ViewKind.TAG, tag))))
        return len(numbers) == 1 or self.library.count(where).total == len(numbers)

    def do_note(self) -> None:
        if (row := self.row) is not None:
            keep, undo = partial(self._keep_note, row.number), self.keymap.key_of("undo")
            screens.write_note(self.app, self.library, row, keep, undo)

    def do_note_in_editor(self) -> None:
        row = self.row
        if row is None:
            return
        try:
            command = editor_command(self.desk.config.editor, os.environ)
            with self.app.suspend():
                text = edit(row.marks.note or "", command)
        except (PaperReaderError, SuspendNotSupported) as error:
            self.say(str(error))
            return
        self._keep_note(row.number, text.strip())

    def _keep_note(self, number: int, text: str) -> None:
        self.change([number], Change("note", text or None))
