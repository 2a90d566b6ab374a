"""The SQLite file: documents, entries, papers, marks and their journal, views and counts."""

from paperreader.library.journal import Event
from paperreader.library.model import (
    Batch,
    BatchKind,
    Change,
    Document,
    ImportCount,
    Marks,
    Paper,
    PaperRow,
    StoredEntry,
)
from paperreader.library.store import Changes, DocumentRow, Library

__all__ = [
    "Batch", "BatchKind", "Change", "Changes", "Document", "DocumentRow", "Event", "ImportCount",
    "Library", "Marks", "Paper", "PaperRow", "StoredEntry",
]  # fmt: skip
