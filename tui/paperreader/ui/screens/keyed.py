"""A screen with the reader's own keys: those of the commands that it knows how to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen

from paperreader.hangul import latin_keys
from paperreader.ui import screens
from paperreader.ui.commands import HELPS
from paperreader.ui.key_names import key_name
from paperreader.ui.keymap import Keymap
from paperreader.ui.screens.help import HelpScreen
from paperreader.ui.widgets.key_hints import KeyHints, show_typed

if TYPE_CHECKING:
    from textual import events

Result = TypeVar("Result")


class KeyedScreen(Screen[Result]):
    """Keys, palette and help of such a screen have the commands for which it has a `do_` method.

    `HINTS` is the name under which the table of commands knows it.
    """

    HINTS: ClassVar[str]
    DEFAULT_CSS = """
    KeyedScreen { layers: default above; }
    """

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        commands = keymap.commands.values()
        self.keymap = Keymap.of(
            each._replace(help=HELPS.get((self.HINTS, each.id), each.help))
            for each in commands
            if hasattr(self, _method(each.id))
        )

    def on_mount(self) -> None:
        """Every such screen can show what may follow a key."""
        self.mount(KeyHints())

    def on_key(self, event: events.Key) -> None:
        """A key that no widget took: look it up among the commands."""
        name = key_name(event.key, event.character)
        keys = (name,) if self.keymap.knows(name) else latin_keys(name) or (name,)
        was_typing = bool(self.keymap.typed)
        has_called = [self._press(key) for key in keys]
        show_typed(self, self.keymap)
        if any(has_called) or was_typing or self.keymap.typed:
            event.stop()
            event.prevent_default()

    def _press(self, key: str) -> bool:
        # The second key of a syllable must not act when the first one opened another screen.
        calls = self.keymap.press(key) if self.is_active else ()
        for call in calls:
            self._run(call.command, call.count)
        return bool(calls)

    def action_run_command(self, command: str, count: int | None = None) -> None:
        """Do what the command of this id does here; nothing where it does nothing."""
        self.keymap.forget()
        show_typed(self, self.keymap)
        self._run(command, count)

    def _run(self, command: str, count: int | None) -> None:
        act = getattr(self, _method(command), None)
        if act is not None:
            act() if count is None else act(count)

    def marks_changed(self) -> None:
        """Marks have changed while this screen is shown."""

    def do_palette(self) -> None:
        """Find a command of this screen."""
        screens.open_palette(self)

    def do_help(self) -> None:
        """Show the keys of this screen."""
        HelpScreen.open(self.app, tuple(self.keymap.commands.values()), here=self.HINTS)


def _method(command: str) -> str:
    return "do_" + command.replace("-", "_")
