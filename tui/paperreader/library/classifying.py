"""Topics of papers that are in the library already, for rules that changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from paperreader.library.joining import evidence_for, united, write_places
from paperreader.library.records import ENTRIES, dump, dump_evidence, stored_entry

if TYPE_CHECKING:
    import sqlite3

    from paperreader.topics import Classifier


def classify_anew(db: sqlite3.Connection, number: int, classifier: Classifier) -> None:
    """Write a paper's topics anew; its text and so its revision stay."""
    rows = db.execute(ENTRIES, (number,)).fetchall()
    if not rows:
        return
    entries = [stored_entry(row) for row in rows]
    evidence = evidence_for(entries, united(json.loads(row[13]) for row in rows), classifier)
    db.execute(
        "UPDATE papers SET topics = ?, evidence = ? WHERE number = ?",
        (dump([one.topic for one in evidence]), dump_evidence(evidence), number),
    )
    write_places(db, number, entries, evidence)
