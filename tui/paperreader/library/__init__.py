"""The SQLite file: documents, entries, papers, marks and their journal, views and counts."""
