"""The tables of a register, as numbered migrations.

What was put in is truth: `version` holds the data of each set of minutes as it was read, `change` what users did. All
else is made from them and can be made again: entries and the actions they are joined to, and rows for lists and search.
"""

from __future__ import annotations

# "MINU" in ASCII: what tells a register from other SQLite files.
APPLICATION_ID = 0x4D494E55

_FIRST = """
CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  name TEXT,                                 -- as first printed; NULL where its minutes name none
  label TEXT NOT NULL                        -- what stands for the name then: words of the first meeting's title
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> '' AND key NOT GLOB '*[ #]*'),
  body_id INTEGER NOT NULL REFERENCES body,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- 9999-12-31 where there is none
  date TEXT CHECK (date IS NULL OR date = day),
  start_time TEXT,
  title TEXT,
  body_name TEXT,                            -- as these minutes print it
  chair TEXT,
  next_date TEXT, next_time TEXT, next_venue TEXT, next_kind TEXT,
  file TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  n_attendees INTEGER NOT NULL, n_items INTEGER NOT NULL, n_actions INTEGER NOT NULL, n_decisions INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_by_body ON meeting (body_id, day, start_time, key);
CREATE INDEX meeting_by_day ON meeting (day);
CREATE INDEX meeting_by_name ON meeting (body_name, body_id) WHERE body_name IS NOT NULL;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  number INTEGER NOT NULL CHECK (number >= 1),
  added TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  part INTEGER,
  tool TEXT NOT NULL,
  data BLOB NOT NULL,                        -- the minutes as JSON, deflated (RFC 1950)
  copy BLOB,                                 -- the document itself where a copy was wanted, deflated
  UNIQUE (meeting_id, number)
) STRICT;
CREATE INDEX version_by_sha256 ON version (sha256);

CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,      -- 17 of A17
  uid TEXT NOT NULL UNIQUE,
  body_id INTEGER NOT NULL REFERENCES body,
  merged_into INTEGER REFERENCES action,     -- the action it turned out to be
  state TEXT NOT NULL
    CHECK (state IN ('open', 'in_progress', 'proposed', 'closed', 'withdrawn', 'superseded')),
  due TEXT,
  raised TEXT NOT NULL,
  mentioned TEXT NOT NULL,                   -- day of the last meeting that mentions it
  slips INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX action_unsettled ON action (raised = '', raised, id)
  WHERE merged_into IS NULL AND state IN ('open', 'in_progress', 'proposed');
CREATE INDEX action_by_body ON action (body_id, raised);
CREATE INDEX action_merged ON action (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  name TEXT NOT NULL,                        -- what it is known by, also when a correction rewords it
  source TEXT NOT NULL,                      -- id of the action in the version that counts
  position INTEGER NOT NULL,
  struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
  number TEXT NOT NULL,                      -- its running number in comparable form, or empty
  action_id INTEGER REFERENCES action,
  own_id INTEGER REFERENCES action,          -- the action that was first made for it
  link TEXT CHECK (link IS NULL OR json_valid(link)),
  data TEXT NOT NULL CHECK (json_valid(data)),
  UNIQUE (meeting_id, name)
) STRICT;
CREATE INDEX entry_by_action ON entry (action_id);
CREATE INDEX entry_by_own ON entry (own_id) WHERE own_id IS NOT NULL;
CREATE INDEX entry_by_number ON entry (number) WHERE number <> '';

CREATE TABLE doubt (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX doubt_by_meeting ON doubt (meeting_id);

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('close', 'reopen', 'assign', 'due', 'note', 'tag', 'untag', 'link', 'unlink')),
  on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  action_id INTEGER NOT NULL REFERENCES action,
  value TEXT,
  note TEXT,
  earlier_id INTEGER REFERENCES entry,       -- of a link or unlink: the two entries
  later_id INTEGER REFERENCES entry,
  undone_at TEXT,
  undone_by TEXT,
  CHECK ((kind IN ('link', 'unlink')) = (earlier_id IS NOT NULL AND later_id IS NOT NULL))
) STRICT;
CREATE INDEX change_by_action ON change (action_id);
CREATE INDEX change_by_earlier ON change (earlier_id) WHERE earlier_id IS NOT NULL;
CREATE INDEX change_by_later ON change (later_id) WHERE later_id IS NOT NULL;

CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  position INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX item_by_meeting ON item (meeting_id, position);

CREATE TABLE seat (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  position INTEGER NOT NULL,
  person TEXT NOT NULL,                      -- the name in plain letters
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX seat_by_meeting ON seat (meeting_id, position);
CREATE INDEX seat_by_person ON seat (person);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  position INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX decision_by_meeting ON decision (meeting_id, position);

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  position INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX commitment_by_meeting ON commitment (meeting_id, position);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  meeting_id INTEGER NOT NULL REFERENCES meeting,
  kind TEXT NOT NULL CHECK (kind IN ('item', 'paragraph', 'action', 'decision', 'exchange', 'commitment', 'attendee')),
  item TEXT,
  page INTEGER,
  line INTEGER,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX passage_by_meeting ON passage (meeting_id);
CREATE VIRTUAL TABLE passage_text USING fts5 (
  text, content = 'passage', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
  INSERT INTO passage_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
  INSERT INTO passage_text (passage_text, rowid, text) VALUES ('delete', old.id, old.text);
END;
"""

# Each brings a register from the version before it to its own, counted from 1; a released one is never edited.
MIGRATIONS: tuple[str, ...] = (_FIRST,)

# All tables that hold what a register knows, parents before children.
TABLES = (
    *("body", "meeting", "version", "action", "entry", "doubt", "change"),
    *("item", "seat", "decision", "commitment", "passage"),
)

# Those whose numbers people know a row by: none is given twice, also after its row is gone.
NUMBERED = ("action", "change")
