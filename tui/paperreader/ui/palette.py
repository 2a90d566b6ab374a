"""The command palette: every command of the table, found by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Hits

    from paperreader.ui.commands import Command


class TableCommands(Provider):
    """Offers the commands of the table."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(_title(command), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose title or help fits."""
        matcher = self.matcher(query)
        for command in self._commands:
            title = _title(command)
            score = max(matcher.match(title), matcher.match(command.help) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(title), self._run(command), help=command.help)

    @property
    def _commands(self) -> tuple[Command, ...]:
        return tuple(self.screen.keymap.commands.values())  # type: ignore[attr-defined] # MainScreen

    def _run(self, command: Command) -> Callable[[], None]:
        screen = self.screen
        return lambda: screen.action_run_command(command.id)  # type: ignore[attr-defined] # MainScreen


def _title(command: Command) -> str:
    keys = f"  ({command.key})" if command.keys else ""
    return f"{command.label.capitalize()}{keys}"
