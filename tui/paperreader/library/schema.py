"""The tables of `library.db`, and the numbered migrations that lead to them."""

from __future__ import annotations

# Every migration is a script that leads to the `PRAGMA user_version` of its place in this list.
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
    # What lists and counts need in a narrow table of its own, so that marking everything touches
    # little; views of marks are places as well; a mark knows the batch that it is from.
    """
    CREATE TABLE shelf (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, last_date TEXT, votes INTEGER,
      place INTEGER NOT NULL, added_at TEXT NOT NULL, is_read INTEGER NOT NULL
    );
    INSERT INTO shelf SELECT number, id, last_date, votes, place, added_at, is_read FROM papers;
    CREATE INDEX shelf_by_date ON shelf (last_date DESC, coalesce(votes, -1) DESC, place, number);
    CREATE INDEX shelf_by_votes ON shelf (coalesce(votes, -1) DESC, last_date DESC, place, number);
    CREATE INDEX shelf_unread ON shelf (last_date DESC, coalesce(votes, -1) DESC, place, number)
      WHERE is_read = 0;
    DROP INDEX papers_by_date;
    ALTER TABLE papers DROP COLUMN is_read;
    CREATE INDEX papers_by_title ON papers (title COLLATE NOCASE, number);

    CREATE TABLE batches_new (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, machine TEXT NOT NULL,
      kind TEXT NOT NULL, what TEXT NOT NULL, of TEXT, is_undone INTEGER NOT NULL DEFAULT 0,
      papers INTEGER NOT NULL DEFAULT 0
    );
    INSERT INTO batches_new (id, at, machine, kind, what, of, is_undone)
      SELECT id, at, machine, kind, what, of, is_undone FROM batches ORDER BY at, machine;
    INSERT OR IGNORE INTO batches_new (id, at, machine, kind, what)
      SELECT DISTINCT batch, at, machine, 'merged', 'merged' FROM events ORDER BY at, machine;
    UPDATE batches_new SET papers =
      (SELECT count(DISTINCT paper_id) FROM events WHERE batch = batches_new.id);
    CREATE TABLE marks_new (
      paper_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, batch INTEGER NOT NULL,
      PRIMARY KEY (paper_id, field)
    ) WITHOUT ROWID;
    INSERT INTO marks_new SELECT paper_id, field, value, coalesce((
        SELECT b.number FROM events e JOIN batches_new b ON b.id = e.batch
        WHERE e.paper_id = m.paper_id AND e.field = m.field ORDER BY e.at DESC, e.machine DESC
        LIMIT 1
      ), 0) FROM marks m;
    CREATE TABLE events_new (
      batch INTEGER NOT NULL, paper_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
      old TEXT NOT NULL, PRIMARY KEY (batch, paper_id, field)
    ) WITHOUT ROWID;
    INSERT INTO events_new SELECT b.number, e.paper_id, e.field, e.value, e.old
      FROM events e JOIN batches_new b ON b.id = e.batch;
    DROP TABLE events;
    DROP TABLE marks;
    DROP TABLE batches;
    ALTER TABLE events_new RENAME TO events;
    ALTER TABLE marks_new RENAME TO marks;
    ALTER TABLE batches_new RENAME TO batches;
    CREATE INDEX batches_by_time ON batches (at, machine);
    CREATE INDEX marks_by_field ON marks (field, value, paper_id) WHERE field <> 'read';

    CREATE VIEW marked_places AS
      SELECT paper_id,
        CASE field WHEN 'bookmarked' THEN 'bookmarks' WHEN 'queued' THEN 'queue'
          WHEN 'note' THEN 'notes' ELSE 'tag' END AS kind,
        CASE WHEN field LIKE 'tag:%' THEN substr(field, 5) ELSE '' END AS key
      FROM marks WHERE field NOT IN ('read', 'interest') AND value NOT IN ('false', 'null');
    INSERT INTO places SELECT m.kind, m.key, s.number FROM marked_places m
      JOIN shelf s ON s.id = m.paper_id;
    CREATE TABLE counts (
      kind TEXT NOT NULL, key TEXT NOT NULL, total INTEGER NOT NULL, unread INTEGER NOT NULL,
      PRIMARY KEY (kind, key)
    ) WITHOUT ROWID;
    INSERT INTO counts SELECT l.kind, l.key, count(*), sum(s.is_read = 0)
      FROM places l JOIN shelf s ON s.number = l.paper GROUP BY l.kind, l.key;

    CREATE TRIGGER paper_added AFTER INSERT ON papers BEGIN
      INSERT INTO shelf VALUES (NEW.number, NEW.id, NEW.last_date, NEW.votes, NEW.place,
        NEW.added_at, EXISTS (SELECT 1 FROM marks
          WHERE paper_id = NEW.id AND field = 'read' AND value = 'true'));
      INSERT INTO places SELECT kind, key, NEW.number FROM marked_places WHERE paper_id = NEW.id;
    END;
    CREATE TRIGGER paper_changed AFTER UPDATE OF id, last_date, votes, place ON papers BEGIN
      UPDATE shelf SET id = NEW.id, last_date = NEW.last_date, votes = NEW.votes, place = NEW.place
        WHERE number = NEW.number;
    END;
    CREATE TRIGGER paper_removed AFTER DELETE ON papers BEGIN
      DELETE FROM places WHERE paper = OLD.number;
      DELETE FROM shelf WHERE number = OLD.number;
    END;
    CREATE TRIGGER place_added AFTER INSERT ON places BEGIN
      INSERT OR IGNORE INTO counts VALUES (NEW.kind, NEW.key, 0, 0);
      UPDATE counts SET total = total + 1,
          unread = unread + (SELECT is_read = 0 FROM shelf WHERE number = NEW.paper)
        WHERE kind = NEW.kind AND key = NEW.key;
    END;
    CREATE TRIGGER place_removed AFTER DELETE ON places BEGIN
      UPDATE counts SET total = total - 1,
          unread = unread - (SELECT is_read = 0 FROM shelf WHERE number = OLD.paper)
        WHERE kind = OLD.kind AND key = OLD.key;
    END;

    CREATE TABLE searches_new (
      place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, query TEXT NOT NULL
    );
    INSERT INTO searches_new (name, query) SELECT name, query FROM saved_searches ORDER BY name;
    DROP TABLE saved_searches;
    ALTER TABLE searches_new RENAME TO saved_searches;
    """,
    # Parts of an imported folder are sources of their own.
    """
    DELETE FROM places WHERE kind = 'source';
    DELETE FROM counts WHERE kind = 'source';
    INSERT OR IGNORE INTO places SELECT 'source', listed_source(d.source, d.name), e.paper
      FROM entries e JOIN documents d ON d.id = e.document;
    """,
)
