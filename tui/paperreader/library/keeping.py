"""What the user keeps besides marks: searches by name, and where the reader was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from paperreader.library.opened import Opened
from paperreader.library.records import dump

if TYPE_CHECKING:
    from collections.abc import Mapping


class Keeping(Opened):
    """Saved searches and small values that are remembered."""

    def saved_searches(self) -> dict[str, str]:
        """Query by name, in the order of saving."""
        return dict(self._db.execute("SELECT name, query FROM saved_searches ORDER BY place"))

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name."""
        with self._database.writing() as db:
            db.execute(
                """INSERT INTO saved_searches (name, query) VALUES (?, ?)
                   ON CONFLICT (name) DO UPDATE SET query = excluded.query""",
                (name, query),
            )

    def rename_search(self, name: str, new_name: str) -> None:
        """Give a saved search another name; it keeps its place."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE OR REPLACE saved_searches SET name = ? WHERE name = ?", (new_name, name)
            )

    def forget_search(self, name: str) -> None:
        """Keep it no longer."""
        with self._database.writing() as db:
            db.execute("DELETE FROM saved_searches WHERE name = ?", (name,))

    def recall(self, key: str, default: Any = None) -> Any:
        """A small JSON value that was remembered."""
        row = self._db.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def remember(self, key: str, value: Any, *, waits: bool = True) -> None:
        """Keep a small JSON value; None forgets it.

        What doesn't wait raises LibraryError at once while another program writes.
        """
        self.remember_all({key: value}, waits=waits)

    def remember_all(self, values: Mapping[str, Any], *, waits: bool = True) -> None:
        """Keep several values in one step."""
        with self._database.writing(waits=waits) as db:
            for key, value in values.items():
                db.execute("DELETE FROM memory WHERE key = ?", (key,))
                if value is not None:
                    db.execute("INSERT INTO memory VALUES (?, ?)", (key, dump(value)))
