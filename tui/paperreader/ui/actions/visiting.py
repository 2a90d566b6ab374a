"""Commands that lead to screens of their own: triage."""

from __future__ import annotations

from paperreader.ui.actions.base import Actions
from paperreader.ui.navigator import UNREAD
from paperreader.ui.screens.triage import TriageScreen
from paperreader.ui.text.blocks import Shown


class Visiting(Actions):
    """Screens for a while; the list is then where they left it."""

    def do_triage(self) -> None:
        numbers = self._to_triage()
        if not numbers:
            self.say("No papers here.")
            return
        after = set(self.list.numbers[self.list.cursor :])
        first = next((number for number in numbers if number in after), numbers[0])
        shown = Shown(self.language, self.is_raw)
        screen = TriageScreen(
            self.library, self.keymap, numbers, first=first, shown=shown,
            topic_names=self.topic_names, tell=self._seen,
        )  # fmt: skip
        self.app.push_screen(screen, lambda _: self.marks_changed())

    def _to_triage(self) -> list[int]:
        """What is selected, else what is unread of the list, else all of it."""
        if self.list.selected:
            return self.list.selected
        unread = set(self.library.select(UNREAD))
        return [each for each in self.list.numbers if each in unread] or list(self.list.numbers)

    def _seen(self, number: int) -> None:
        self.list.move_to(number)
