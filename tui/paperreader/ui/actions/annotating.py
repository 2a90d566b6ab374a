"""Commands that write to papers: tags and notes."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from paperreader.errors import PaperReaderError
from paperreader.library.model import Change
from paperreader.ui import screens
from paperreader.ui.actions.base import Actions
from paperreader.ui.editor import edit, editor_command

if TYPE_CHECKING:
    from collections.abc import Sequence


class Annotating(Actions):
    """The reader's own words."""

    def do_tags(self) -> None:
        numbers = self.targets
        if not numbers:
            return
        rows = self.library.rows(numbers)
        given = [tag for tag in rows[0].marks.tags if all(tag in row.marks.tags for row in rows)]
        title = rows[0].title if len(rows) == 1 else f"{len(rows)} papers"

        def keep(changes: Sequence[Change] | None) -> None:
            if changes:
                self.change(numbers, *changes)

        self.app.push_screen(
            screens.TagsScreen(f"Tags · {title}", given, self.library.tags()), keep
        )

    def do_note(self) -> None:
        if (row := self.row) is not None:
            number, note = row.number, row.marks.note or ""
            keep = partial(self._keep, number)
            self.app.push_screen(screens.NoteScreen(f"Note · {row.title}", note, keep))

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
        self._keep(row.number, text.strip())

    def _keep(self, number: int, text: str) -> None:
        self.change([number], Change("note", text or None))
