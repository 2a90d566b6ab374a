"""From key presses to commands: single keys and sequences such as `g g`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperreader.ui.commands import Command


def key_name(key: str, character: str | None) -> str:
    """The name that bindings use: the character where there is one (`[`, `G`), else the key."""
    if character and character.isprintable() and not character.isspace() and "+" not in key:
        return character
    return key


@dataclass(slots=True)
class Keymap:
    """Resolves key presses one by one; a sequence that leads nowhere is forgotten."""

    commands: Mapping[str, Command] = field(default_factory=dict)
    sequences: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    pending: tuple[str, ...] = ()

    @classmethod
    def of(cls, commands: Iterable[Command]) -> Keymap:
        """The keymap of these commands' keys."""
        by_id = {command.id: command for command in commands}
        return cls(
            by_id, {tuple(keys.split()): each.id for each in by_id.values() for keys in each.keys}
        )

    def press(self, key: str) -> str | None:
        """The id of the command that this key completes, or None; see `pending` for more."""
        typed = (*self.pending, key)
        self.pending = ()
        if command := self.sequences.get(typed):
            return command
        if self._is_prefix(typed):
            self.pending = typed
        return None

    def continuations(self) -> list[tuple[str, str]]:
        """What may follow the pending keys: (key, command id) pairs."""
        size = len(self.pending)
        return [
            (" ".join(keys[size:]), command)
            for keys, command in self.sequences.items()
            if self.pending and keys[:size] == self.pending
        ]

    def _is_prefix(self, typed: tuple[str, ...]) -> bool:
        return any(keys[: len(typed)] == typed for keys in self.sequences)
