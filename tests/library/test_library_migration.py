"""A library of the first version opens with all that it held."""

from __future__ import annotations

import sqlite3

import pytest
from making import CLASSIFIER

from paperreader.library import BatchKind, Change, Library
from paperreader.library.database import statements
from paperreader.library.filters import HasNote
from paperreader.library.schema import MIGRATIONS
from paperreader.library.views import Count, Has, Mark, Sort, View, ViewKind

AT = "2025-01-0{}T00:00:00.000000+00:00"


def paper(number, title, votes, is_read):
    return (
        number, f"2501.0000{number}", title, title.lower(), "[]", "2025-01-01", "2025-01-01", votes,
        0, '["en"]', "[]", "[]", "[]", "[]", AT.format(1), is_read, 1,
    )  # fmt: skip


def event(day, machine, number, field, value, *, old):
    return (AT.format(day), machine, f"b{day}", f"2501.0000{number}", field, value, old)


@pytest.fixture
def old_library(tmp_path):
    path = tmp_path / "library.db"
    db = sqlite3.connect(path)
    for statement in statements(MIGRATIONS[0]):
        db.execute(statement)
    db.execute("PRAGMA user_version = 1")
    document = (
        1,
        "s",
        "daily/d.md",
        "/s/daily/d.md",
        "any-markdown",
        "en",
        "",
        1,
        "",
        AT.format(1),
    )
    db.execute(f"INSERT INTO documents VALUES ({', '.join('?' * 10)})", document)
    papers = [paper(1, "One", 3, 1), paper(2, "Two", 9, 0)]
    db.executemany(f"INSERT INTO papers VALUES ({', '.join('?' * 17)})", papers)
    for number in (1, 2):
        db.execute(
            """INSERT INTO entries VALUES (?, 1, 0, ?, NULL, 'T', '[]', NULL, NULL, 'en',
                 '2025-01-01', '2025-01-01', 'day', '[]', '[]', '[]')""",
            (number, number),
        )
        db.execute("INSERT INTO places VALUES ('date', '2025-01-01', ?)", (number,))
        db.execute("INSERT INTO places VALUES ('source', 's', ?)", (number,))
    batches = [
        ("b2", AT.format(2), "desk", "mark", "read", None, 0),
        ("b3", AT.format(3), "desk", "mark", "bookmarked", None, 0),
    ]
    db.executemany("INSERT INTO batches VALUES (?, ?, ?, ?, ?, ?, ?)", batches)
    events = [
        event(2, "desk", 1, "read", "true", old="false"),
        event(3, "desk", 1, "bookmarked", "true", old="false"),
        event(4, "laptop", 2, "note", '"why"', old="null"),
    ]
    db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", events)
    db.execute("INSERT INTO marks SELECT paper_id, field, value FROM events")
    db.executemany("INSERT INTO saved_searches VALUES (?, ?)", [("b", "flow"), ("a", "is:unread")])
    db.commit()
    db.close()
    return path


def test_papers_marks_and_searches_are_still_there(old_library):
    with Library.open(old_library, machine="desk") as library:
        assert library.check() == []
        assert library.select(Has(Mark.READ)) == library.select(Has(Mark.BOOKMARKED)) == [1]
        assert library.select(HasNote("why")) == [2]
        assert library.select(sort=Sort.VOTES) == [2, 1]
        assert library.counts()[View(ViewKind.DATE, "2025-01-01")] == Count(2, 1)
        assert library.counts()[View(ViewKind.NOTES)] == Count(1, 1)
        sources = {view.key: n for view, n in library.counts().items() if view.kind == "source"}
        assert sources == {"s/daily": Count(2, 1)}
        assert library.saved_searches() == {"a": "is:unread", "b": "flow"}
        assert [batch.kind for batch in library.history()] == [
            BatchKind.MERGED, BatchKind.MARK, BatchKind.MARK,
        ]  # fmt: skip
    with sqlite3.connect(old_library.with_suffix(".v1.bak")) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)
        assert backup.execute("SELECT count(*) FROM events").fetchone() == (3,)
    backup.close()


def test_what_was_marked_before_can_be_undone(old_library):
    with Library.open(old_library, machine="desk") as library:
        assert library.undo().what == "bookmarked"
        assert library.undo().what == "read"
        assert library.undo() is None
        library.mark([1], Change("read", True))
        library.rebuild_derived(CLASSIFIER)
        assert library.select(Has(Mark.READ)) == [1]
        assert library.check() == []
