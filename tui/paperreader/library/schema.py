"""The tables of `library.db`, and the numbered migrations that lead to them."""

from __future__ import annotations

# Every migration is a script that ends at the `PRAGMA user_version` of its place in this list.
MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('revision', '0');

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY, source TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
      family TEXT NOT NULL, language TEXT NOT NULL, sha256 TEXT NOT NULL, reader INTEGER NOT NULL,
      text TEXT NOT NULL, added_at TEXT NOT NULL, UNIQUE (source, name)
    );
    CREATE TABLE papers (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL, title_key TEXT NOT NULL, authors TEXT NOT NULL,
      first_date TEXT, last_date TEXT, votes INTEGER, place INTEGER NOT NULL DEFAULT 0,
      languages TEXT NOT NULL, topics TEXT NOT NULL, evidence TEXT NOT NULL,
      keywords TEXT NOT NULL, links TEXT NOT NULL, added_at TEXT NOT NULL,
      is_read INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL
    );
    CREATE INDEX papers_by_date
      ON papers (last_date DESC, coalesce(votes, -1) DESC, place, number, is_read);
    CREATE INDEX papers_by_title_key ON papers (title_key);
    CREATE INDEX papers_by_revision ON papers (revision);
    CREATE TABLE removed (number INTEGER PRIMARY KEY, revision INTEGER NOT NULL);
    CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      place INTEGER NOT NULL, paper INTEGER NOT NULL REFERENCES papers (number),
      identifier TEXT, title TEXT NOT NULL, authors TEXT NOT NULL, votes INTEGER, heading TEXT,
      language TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, precision TEXT NOT NULL,
      keywords TEXT NOT NULL, links TEXT NOT NULL, sections TEXT NOT NULL
    );
    CREATE INDEX entries_by_paper ON entries (paper, first, last, language, document);
    CREATE INDEX entries_by_document ON entries (document);
    CREATE TABLE places (
      kind TEXT NOT NULL, key TEXT NOT NULL, paper INTEGER NOT NULL,
      PRIMARY KEY (kind, key, paper)
    ) WITHOUT ROWID;
    CREATE INDEX places_by_paper ON places (paper);
    CREATE TABLE aliases (old_id TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE batches (
      id TEXT PRIMARY KEY, at TEXT NOT NULL, machine TEXT NOT NULL, kind TEXT NOT NULL,
      what TEXT NOT NULL, of TEXT, is_undone INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX batches_by_time ON batches (at, machine);
    CREATE TABLE events (
      at TEXT NOT NULL, machine TEXT NOT NULL, batch TEXT NOT NULL, paper_id TEXT NOT NULL,
      field TEXT NOT NULL, value TEXT NOT NULL, old TEXT NOT NULL,
      PRIMARY KEY (paper_id, field, at, machine, batch)
    ) WITHOUT ROWID;
    CREATE INDEX events_by_batch ON events (batch);
    CREATE TABLE marks (
      paper_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
      PRIMARY KEY (paper_id, field)
    ) WITHOUT ROWID;
    CREATE INDEX marks_by_field ON marks (field, value, paper_id);

    CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    "ALTER TABLE documents ADD COLUMN problems TEXT NOT NULL DEFAULT '[]'",
)
