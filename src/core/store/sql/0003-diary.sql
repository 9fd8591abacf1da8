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

-- The user's own words of an entry, all of them, under the number of its row: one blank between
-- words, case and accents folded by the program, so that what it looks for in a text of its own is
-- found in the same places. Derived from the tables above; filled in by the program after this step
-- and made again by a repair. secure-delete: what is deleted leaves no words behind.
CREATE VIRTUAL TABLE entry_text USING fts5 (
  words,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);

-- Which entries a place, a tag, a word for a feeling and a kind are in.
CREATE INDEX entry_by_kind ON entry (kind);
CREATE INDEX mark_by_region ON mark (region, entry_id);
CREATE INDEX mark_feeling_by_feeling ON mark_feeling (feeling, mark_id);
CREATE INDEX entry_tag_by_tag ON entry_tag (tag, entry_id);
CREATE INDEX session_step_by_region ON session_step (region, entry_id);

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
