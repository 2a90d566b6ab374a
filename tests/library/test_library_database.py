"""Connections of several threads to one library file."""

from __future__ import annotations

import sqlite3
import threading

from paperreader.library.database import Database


def test_closing_waits_for_a_connection_that_is_being_opened(tmp_path, monkeypatch):
    database = Database(tmp_path / "library.db")
    is_opening, may_go_on = threading.Event(), threading.Event()

    class Slow(sqlite3.Connection):
        def execute(self, *statement):
            is_opening.set()
            may_go_on.wait()
            return super().execute(*statement)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Slow, **k))
    opener = threading.Thread(target=lambda: database.connection)
    closer = threading.Thread(target=database.close)
    opener.start()
    is_opening.wait()
    closer.start()
    closer.join(0.2)
    assert closer.is_alive()
    may_go_on.set()
    opener.join()
    closer.join()
