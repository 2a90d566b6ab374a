"""Connections of several threads to one library file."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing

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


def test_settling_has_all_in_the_file_while_another_thread_has_it_open(tmp_path):
    database = Database(tmp_path / "library.db")
    is_open, may_end = threading.Event(), threading.Event()

    def read():
        database.connection.execute("SELECT * FROM memory").fetchall()
        is_open.set()
        may_end.wait()
        database.release()

    reader = threading.Thread(target=read)
    reader.start()
    is_open.wait()
    with database.writing() as db:
        db.execute("INSERT INTO memory VALUES ('place', '1')")
    database.settle()
    alone = shutil.copy(tmp_path / "library.db", tmp_path / "copy.db")
    with closing(sqlite3.connect(alone)) as db:
        assert db.execute("SELECT key FROM memory").fetchall() == [("place",)]
    may_end.set()
    reader.join()
    assert not (tmp_path / "library.db-wal").exists()


def test_a_thread_that_released_its_connection_gets_another(tmp_path):
    with closing(Database(tmp_path / "library.db")) as database:
        first = database.connection
        database.release()
        database.release()
        assert database.connection is not first
