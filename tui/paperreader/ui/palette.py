"""The command palette: commands, views and papers, each kind together and best first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from paperreader.library.views import View, ViewKind
from paperreader.ui.commands import MOVE, PANES
from paperreader.ui.key_names import show_keys
from paperreader.ui.place import Place, view_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Hits

    from paperreader.ui.commands import Command
    from paperreader.ui.screens.main import MainScreen


# Added to the score of a hit, so that each kind stands together.
COMMANDS_FIRST, VIEWS_NEXT = 200.0, 100.0
MOST_PAPERS = 8
KINDS = {
    ViewKind.DATE: "Date", ViewKind.TOPIC: "Topic", ViewKind.TAG: "Tag",
    ViewKind.SOURCE: "Source", ViewKind.SAVED: "Saved search",
}  # fmt: skip


class TableCommands(Provider):
    """Offers the commands of the table."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed: what one looks for, before what hands know."""
        for command in sorted(self._commands, key=lambda each: each.group in {MOVE, PANES}):
            yield DiscoveryHit(_title(command), self._run(command), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those whose title or help fits."""
        matcher = self.matcher(query)
        for command in self._commands:
            title = _title(command)
            score = max(matcher.match(title), matcher.match(command.help) * 0.8)
            score += _is_meant(command, query)
            if score > 0:
                yield Hit(
                    COMMANDS_FIRST + score,
                    matcher.highlight(title),
                    self._run(command),
                    help=command.help,
                )

    @property
    def _commands(self) -> tuple[Command, ...]:
        return tuple(self.screen.keymap.commands.values())  # type: ignore[attr-defined] # MainScreen

    def _run(self, command: Command) -> Callable[[], None]:
        screen = self.screen
        return lambda: screen.action_run_command(command.id)  # type: ignore[attr-defined] # MainScreen


class Views(Provider):
    """Offers dates, topics, tags, sources and saved searches by their names."""

    async def search(self, query: str) -> Hits:
        """Those whose name fits."""
        main: MainScreen = self.screen  # type: ignore[assignment] # there is no other
        matcher = self.matcher(query)
        saved = [View(ViewKind.SAVED, name) for name in main.library.saved_searches()]
        for view in (*saved, *main.library.counts()):
            name = view_name(view, main.topic_names)
            score = matcher.match(name)
            if score > 0:
                go = partial(main.go, Place.of(view))
                kind = KINDS.get(view.kind, "View")
                yield Hit(VIEWS_NEXT + score, matcher.highlight(name), go, help=kind)


class Papers(Provider):
    """Offers papers by words of their titles."""

    async def search(self, query: str) -> Hits:
        """The first that a search finds, best first."""
        main: MainScreen = self.screen  # type: ignore[assignment] # there is no other
        titles = " ".join(f"title:{word}" for word in query.replace('"', " ").split())
        found = await main.in_search_thread(
            partial(main.desk.search, titles, limit=MOST_PAPERS, as_you_type=True)
        )
        spans = found.terms.spans
        for place, row in enumerate(main.library.rows(found.numbers)):
            title = Content(row.title)
            for start, end in spans(row.title):
                title = title.stylize("bold underline", start, end)
            go = partial(main.go, Place(View(ViewKind.ALL)), row.number)
            about = f"Paper  {row.shown_date}".rstrip()
            yield Hit((MOST_PAPERS - place) / MOST_PAPERS, title, go, text=row.title, help=about)


def _title(command: Command) -> str:
    keys = f"  ({command.key})" if command.keys else ""
    return f"{command.label.capitalize()}{keys}"


def _is_meant(command: Command, query: str) -> int:
    """How much more than others: `q` is a key, `help` the beginning of a name."""
    typed = query.strip()
    if typed in map(show_keys, command.keys):
        return 20
    return 10 if typed and command.label.startswith(typed.lower()) else 0
