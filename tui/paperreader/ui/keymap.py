"""From key presses to commands: single keys, sequences such as `g g`, counts such as `12j`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paperreader.ui.commands import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from paperreader.ui.commands import Command

MOST_DIGITS = 5
_COMMAND = re.compile(r"\{([a-z-]+)\}")


@dataclass(frozen=True, slots=True)
class Call:
    """A command to run; `count` is the number typed before it, if it takes one."""

    command: str
    count: int | None = None


@dataclass(slots=True)
class Keymap:
    """Resolves key presses one by one; a sequence that leads nowhere is forgotten.

    A digit begins a count. One that is a key as well (`1` goes to a pane) calls its own command at
    once: nobody waits for it, and who goes on with a motion wanted the count. Only a 1 by itself is
    never one: `1 G` is the end of the pane that `1` went to.
    """

    commands: Mapping[str, Command] = field(default_factory=dict)
    sequences: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    pending: tuple[str, ...] = ()
    digits: str = ""

    @classmethod
    def of(cls, commands: Iterable[Command]) -> Keymap:
        """The keymap of these commands' keys."""
        by_id = {command.id: command for command in commands}
        return cls(
            by_id, {tuple(keys.split()): each.id for each in by_id.values() for keys in each.keys}
        )

    def key_of(self, command: str) -> str:
        """The key of a command for a sentence; how the palette finds it where it has none."""
        named = self.commands[command]
        return named.key or f":{named.label}"

    def sentence(self, text: str) -> str:
        """A sentence of ours with keys for the ids of commands: `{undo} takes it back.`."""
        return _COMMAND.sub(lambda match: self.key_of(match[1]), text)

    def knows(self, key: str) -> bool:
        """Whether this key may come next."""
        return self._is_prefix((*self.pending, key))

    def press(self, key: str) -> tuple[Call, ...]:
        """The calls that this key completes; see `typed` and `continuations` for what is open."""
        if self._is_digit(key):
            self.digits += key if len(self.digits) < MOST_DIGITS else ""
            own = self.sequences.get((key,))
            return (Call(own),) if own else ()
        typed = (*self.pending, key)
        self.pending = ()
        if command := self.sequences.get(typed):
            return self._calls(command)
        if self._is_prefix(typed):
            self.pending = typed
            return ()
        self.forget()
        return ()

    @property
    def typed(self) -> str:
        """What was typed of a command that is not complete, as a sequence of keys."""
        return " ".join((*("" if self._is_one else self.digits), *self.pending))

    @property
    def _is_one(self) -> bool:
        """Whether the digit is a 1 that was called: it went to a pane, and once is no count."""
        return self.digits == "1" and ("1",) in self.sequences

    @property
    def has_called_digit(self) -> bool:
        """Whether what was typed ends with a digit whose own command was called."""
        return (self.digits[-1:],) in self.sequences and not self.pending

    def forget(self) -> None:
        """Begin anew."""
        self.pending, self.digits = (), ""

    def continuations(self) -> list[tuple[str, str]]:
        """What may follow the pending keys: (key, command id) pairs."""
        size = len(self.pending)
        return [
            (" ".join(keys[size:]), command)
            for keys, command in self.sequences.items()
            if self.pending and keys[:size] == self.pending
        ]

    def _calls(self, command: str) -> tuple[Call, ...]:
        has_count = self.digits and not self._is_one and command in COUNTED
        count = int(self.digits) if has_count else None
        self.forget()
        return (Call(command, count),)

    def _is_digit(self, key: str) -> bool:
        if self.pending or len(key) != 1 or key not in "0123456789":
            return False
        return bool(self.digits) or key != "0"

    def _is_prefix(self, typed: tuple[str, ...]) -> bool:
        return any(keys[: len(typed)] == typed for keys in self.sequences)
