-- SPDX-FileCopyrightText: 2026 The Fascia contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 3: the whole diary: what a visit, a treatment and an event say, full-text search, and
-- digests of tags, own scales and answers of the safety check. Never edited after release; a change
-- is the next file.

-- When it ended; NULL: not said.
ALTER TABLE entry ADD COLUMN end_ms INTEGER CHECK (end_ms >= utc_ms);

-- How tight it was before and after a visit, and what was said there.
ALTER TABLE visit ADD COLUMN tight_before INTEGER CHECK (tight_before BETWEEN 0 AND 10);
ALTER TABLE visit ADD COLUMN tight_after INTEGER CHECK (tight_after BETWEEN 0 AND 10);
ALTER TABLE visit ADD COLUMN said TEXT CHECK (said <> '');

-- Taken or done: yes, no, or not said.
ALTER TABLE treatment ADD COLUMN taken INTEGER CHECK (taken IN (0, 1));

-- What sort of event: 'injury', 'illness', 'stress', 'new-thing' …; a code, kept when unknown.
ALTER TABLE event ADD COLUMN type TEXT CHECK (type <> '');

-- The user's own words of an entry, all of them, under the number of its row; derived from the
-- tables above and made again by a repair. secure-delete: what is deleted leaves no words behind.
CREATE VIRTUAL TABLE entry_text USING fts5 (
  words,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_text (rowid, words) SELECT id, note FROM entry WHERE note IS NOT NULL;

-- Digests of more whole tables; see step 2. The program fills them in after this step.
DROP TABLE table_digest;
CREATE TABLE table_digest (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name IN ('setting', 'tag', 'own_scale', 'condition')),
  version INTEGER NOT NULL,
  n_rows INTEGER NOT NULL CHECK (n_rows > 0),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  stamp INTEGER NOT NULL
) STRICT;
