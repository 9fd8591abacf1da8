-- SPDX-FileCopyrightText: 2026 The Fascia contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 1: the journal. Never edited after release; a change is the next file.
--
-- Every thing a person recorded has
--   id      its row here, never exported;
--   uid     its name everywhere, a UUIDv7;
--   stamp   when it was last written, by a hybrid logical clock: milliseconds since 1970, times
--           65536, plus a counter, so that it grows even when the system's clock goes back;
--   origin  the journal it was written in.
-- Rows that only belong to another (a feeling of a mark, a tag of an entry) have no name of their
-- own: a change of theirs is a change of their owner, whose stamp says so.
--
-- Codes are text and stable. Regions, feelings, tags, routines and steps have no check and no
-- foreign key: a code that this version does not know is kept, shown and exported.
--
-- There is no full-text index yet: it is derived from these rows, and the step that brings search
-- can build it.

CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  name TEXT NOT NULL DEFAULT ''
) STRICT;

-- One row for whatever has a time. The columns that all the others hang on come first: a scan
-- reads a row only as far as it needs.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  kind TEXT NOT NULL CHECK (kind IN ('check-in', 'measurement', 'session', 'visit', 'exercise',
                                     'treatment', 'event', 'note')),
  utc_ms INTEGER NOT NULL,
  -- The local day it belongs to, as days since 1970; fixed by the time and the offset then.
  day INTEGER NOT NULL,
  offset_min INTEGER NOT NULL CHECK (offset_min BETWEEN -960 AND 960),
  zone TEXT NOT NULL,
  changed_ms INTEGER NOT NULL,
  nothing_today INTEGER NOT NULL DEFAULT 0 CHECK (nothing_today IN (0, 1)),
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  note TEXT CHECK (note <> ''),
  CHECK (utc_ms + offset_min * 60000 >= day * 86400000
         AND utc_ms + offset_min * 60000 < (day + 1) * 86400000)
) STRICT;

CREATE INDEX entry_by_time ON entry (utc_ms);
-- Holds all that the series needs of an entry, in its order.
CREATE INDEX entry_by_day ON entry (day, utc_ms, nothing_today);

-- A place marked in a check-in. No level: marked without one; 0: explicitly none now.
CREATE TABLE mark (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  level INTEGER CHECK (level BETWEEN 0 AND 10),
  scale TEXT NOT NULL CHECK (scale IN ('tightness', 'pain')),
  region TEXT NOT NULL CHECK (region <> ''),
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  UNIQUE (entry_id, region, scale)
) STRICT;

CREATE TABLE mark_feeling (
  id INTEGER PRIMARY KEY,
  mark_id INTEGER NOT NULL REFERENCES mark (id) ON DELETE CASCADE,
  feeling TEXT NOT NULL CHECK (feeling <> ''),
  UNIQUE (mark_id, feeling)
) STRICT;

-- Tags: those that come with the program are named by their code, the user's own by their name.
CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  code TEXT NOT NULL UNIQUE,
  name TEXT,
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;

CREATE TABLE entry_tag (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  tag TEXT NOT NULL CHECK (tag <> ''),
  UNIQUE (entry_id, tag)
) STRICT;

-- Scales the user made.
CREATE TABLE own_scale (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  minimum REAL NOT NULL,
  maximum REAL NOT NULL CHECK (maximum > minimum),
  step REAL NOT NULL CHECK (step > 0),
  unit TEXT,
  low_label TEXT,
  high_label TEXT,
  higher_is_better INTEGER CHECK (higher_is_better IN (0, 1)),
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))
) STRICT;

-- An answer to a question or the result of a movement test; item is the code of the question, the
-- test or the user's own scale.
CREATE TABLE measurement (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  item TEXT NOT NULL CHECK (item <> ''),
  side TEXT CHECK (side IN ('left', 'right')),
  value REAL NOT NULL,
  unit TEXT
) STRICT;

CREATE INDEX measurement_by_entry ON measurement (entry_id);
CREATE INDEX measurement_by_item ON measurement (item, entry_id);

-- A guided release, finished or not.
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE,
  routine TEXT,
  started_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  paused_ms INTEGER NOT NULL DEFAULT 0,
  outcome TEXT CHECK (outcome IN ('finished', 'stopped', 'interrupted')),
  posture TEXT,
  gentle INTEGER NOT NULL DEFAULT 0 CHECK (gentle IN (0, 1)),
  ease_offs INTEGER NOT NULL DEFAULT 0 CHECK (ease_offs >= 0),
  before_entry BLOB CHECK (length (before_entry) = 16),
  after_entry BLOB CHECK (length (after_entry) = 16)
) STRICT;

CREATE TABLE session_step (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  step TEXT NOT NULL,
  region TEXT,
  planned_s INTEGER,
  done_s INTEGER,
  outcome TEXT CHECK (outcome IN ('done', 'skipped', 'stopped', 'held-back')),
  reason TEXT,
  eased_off INTEGER NOT NULL DEFAULT 0 CHECK (eased_off IN (0, 1)),
  discomfort INTEGER CHECK (discomfort BETWEEN 0 AND 10),
  UNIQUE (entry_id, position)
) STRICT;

-- A visit to a therapist.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE,
  minutes INTEGER NOT NULL DEFAULT 60 CHECK (minutes BETWEEN 0 AND 1440),
  therapist TEXT,
  pressure INTEGER CHECK (pressure BETWEEN 0 AND 10),
  rating INTEGER CHECK (rating BETWEEN 0 AND 10)
) STRICT;

-- What was worked on at a visit and how: one row for each area, technique or tool.
CREATE TABLE visit_detail (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('area', 'technique', 'tool')),
  code TEXT NOT NULL CHECK (code <> ''),
  UNIQUE (entry_id, kind, code)
) STRICT;

CREATE TABLE exercise (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  effort TEXT CHECK (effort IN ('light', 'moderate', 'heavy')),
  sets INTEGER CHECK (sets > 0),
  repetitions INTEGER CHECK (repetitions > 0)
) STRICT;

CREATE TABLE treatment (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  amount TEXT,
  helped INTEGER CHECK (helped BETWEEN 0 AND 10)
) STRICT;

-- Something that happened: an injury, a journey, a bad night.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entry (id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  until_day INTEGER
) STRICT;

-- Answers of the safety check, with the place and the days they hold for.
CREATE TABLE condition (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  code TEXT NOT NULL CHECK (code <> ''),
  region TEXT,
  since_day INTEGER,
  cleared_day INTEGER,
  answered_ms INTEGER NOT NULL
) STRICT;

-- Preferences that belong to the person, as JSON: saved and erased with the journal.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  value TEXT NOT NULL CHECK (json_valid (value)),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id)
) STRICT;

-- What was deleted: the name, and the stamp of the deletion. The tables above hold only what is
-- there, so that no question to them needs a filter.
CREATE TABLE tombstone (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  kind TEXT NOT NULL
) STRICT;

-- For each local day the digest of what was written on it: SQLite has no checksums of its own.
-- version names the canonical form; the digest is the exclusive or of the SHA-256 of each entry, so
-- that an operation changes it by what it read and wrote, and damage elsewhere in the day is not
-- covered up. stamp is that of the last operation.
CREATE TABLE day_digest (
  day INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  n_entries INTEGER NOT NULL CHECK (n_entries >= 0),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  stamp INTEGER NOT NULL
) STRICT;
