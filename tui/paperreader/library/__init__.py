"""The SQLite file: documents, entries, papers, marks and their journal, views and counts."""

from paperreader.library.history import Event
from paperreader.library.model import (
    Batch,
    BatchKind,
    CatchUp,
    Change,
    Changes,
    Document,
    DocumentRow,
    ImportCount,
    Marks,
    Moment,
    Paper,
    PaperRow,
    StoredEntry,
    UnreadDays,
)
from paperreader.library.store import Library

__all__ = [
    "Batch", "BatchKind", "CatchUp", "Change", "Changes", "Document", "DocumentRow", "Event",
    "ImportCount", "Library", "Marks", "Moment", "Paper", "PaperRow", "StoredEntry", "UnreadDays",
]  # fmt: skip
