-- SPDX-FileCopyrightText: 2026 The Fascia contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 2: what is drawn on the body map, and digests of tables that belong to no day. Never
-- edited after release; a change is the next file.

-- A mark that came with a drawing and follows it. 0: a person gave it.
ALTER TABLE mark ADD COLUMN drawn INTEGER NOT NULL DEFAULT 0 CHECK (drawn IN (0, 1));

-- A spot or a stroke drawn by hand, in units of the canonical figure, version figure. A view and a
-- figure that this version does not know are kept, and not shown. Within an entry the uids grow in
-- the order of drawing.
--
-- points, for figure 1: five bytes for each point: x and y in sixteenths of a unit as signed 16-bit
-- numbers, low byte first; the level in tenths, 0 to 100, or 255 when the pen said nothing. A spot
-- has one point.
CREATE TABLE drawing (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('spot', 'stroke')),
  scale TEXT NOT NULL CHECK (scale IN ('tightness', 'pain')),
  view TEXT NOT NULL CHECK (view <> ''),
  figure INTEGER NOT NULL CHECK (figure > 0),
  width REAL NOT NULL CHECK (width > 0 AND width <= 200),
  points BLOB NOT NULL CHECK (length (points) > 0)
) STRICT;

CREATE INDEX drawing_by_entry ON drawing (entry_id);

-- Where a feeling goes: from a place to another. Regions without a check, as everywhere.
CREATE TABLE spread (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE CHECK (length (uid) = 16),
  stamp INTEGER NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin (id),
  entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  from_region TEXT NOT NULL CHECK (from_region <> ''),
  to_region TEXT NOT NULL CHECK (to_region <> '' AND to_region <> from_region),
  UNIQUE (entry_id, from_region, to_region)
) STRICT;

-- The digest of a whole table that belongs to no day: the exclusive or of the SHA-256 of each row.
-- A table without rows has none.
CREATE TABLE table_digest (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name IN ('setting')),
  version INTEGER NOT NULL,
  n_rows INTEGER NOT NULL CHECK (n_rows > 0),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  stamp INTEGER NOT NULL
) STRICT;
