"""What becomes of a key: commands at once, sequences and counts as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paperreader.hangul import latin_keys
from paperreader.ui.actions.base import Actions
from paperreader.ui.key_names import key_name
from paperreader.ui.widgets.key_hints import show_typed
from paperreader.ui.widgets.tour import TourCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.timer import Timer

COUNT_S = 0.8  # after it a `1` that went to a pane is no longer the beginning of `12j`
HANGUL_HINT = "hangul keys"


class Typing(Actions):
    """Looks keys up and runs commands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._count_timer: Timer | None = None
        self._pane_before = ""  # from which a digit went to another, where its count would act

    def on_key(self, event: events.Key) -> None:
        """A key that no widget took: look it up among the commands."""
        if not self._has_keys:
            return
        if self._take(key_name(event.key, event.character)):
            event.stop()
            event.prevent_default()

    def action_run_command(self, command: str, count: int | None = None) -> None:
        """Do what the command of this id does."""
        self.keymap.forget()
        self._show_typed()
        self._run(command, count)

    def _run(self, command: str, count: int | None) -> None:
        self.settle()
        act = getattr(self, "do_" + command.replace("-", "_"))
        act() if count is None else act(count)
        self.place_changed()
        self.query_one(TourCard).command_done(command)

    @property
    def _has_keys(self) -> bool:
        return self.is_active and not self.is_typing

    def _take(self, key: str) -> bool:
        """Press a key; False when it means nothing here."""
        if key == "escape" and self.keymap.typed:
            self.keymap.forget()
            self._show_typed()
            return True
        if key == "escape" and self.query_one(TourCard).is_on and self.is_at_top:
            self.query_one(TourCard).end()
            return True
        was_typing = bool(self.keymap.typed)
        has_called = [self._press(each) for each in self._keys_behind(key)]
        if self._count_timer is not None:
            self._count_timer.stop()
        if self.keymap.has_called_digit:
            self._count_timer = self.set_timer(COUNT_S, self._forget_count)
        self._show_typed()
        return any(has_called) or was_typing or bool(self.keymap.typed)

    def _press(self, key: str) -> bool:
        # The second key of a syllable must not act when the first one opened a box for text.
        calls = self.keymap.press(key) if self._has_keys else ()
        for call in calls:
            if self.keymap.has_called_digit:
                self._pane_before = self._pane_before or self.pane
            elif call.count is not None and self._pane_before:
                self.go_to_pane(self._pane_before)
            self._run(call.command, call.count)
        if not self.keymap.digits:
            self._pane_before = ""
        return bool(calls)

    def _keys_behind(self, key: str) -> Sequence[str]:
        if self.keymap.knows(key):
            return (key,)
        latin = latin_keys(key)
        if latin and not self.library.recall(HANGUL_HINT):
            self.library.remember(HANGUL_HINT, True)
            self.say("Hangul input is on: keys act as the Latin ones in the same place.")
        return latin or (key,)

    def _forget_count(self) -> None:
        self.keymap.forget()
        self._pane_before = ""
        self._show_typed()

    def _show_typed(self) -> None:
        show_typed(self, self.keymap)
