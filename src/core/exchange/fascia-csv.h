/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries as a tidy table of comma-separated values: one row for each mark, drawing and spread. */

#pragma once

#include "../body/fascia-body.h"
#include "../journal/fascia-entry.h"

G_BEGIN_DECLS

/**
 * The table (RFC 4180, UTF-8 without a byte order mark, rows end in CR LF, one header row, always
 * the C locale and English names):
 *
 * | column      | what                                                                        |
 * |-------------|-----------------------------------------------------------------------------|
 * | entry       | the entry's UUID; rows with the same one belong together                    |
 * | kind        | "check-in", "note" …                                                        |
 * | time        | local time with its offset, ISO 8601                                        |
 * | zone        | name of the time zone                                                       |
 * | day         | local day, ISO 8601                                                         |
 * | region      | of a mark: region code ("shoulder-top-left"); empty in all other rows       |
 * | base        | the code without its side; empty when this version does not know the region |
 * | side        | "left", "right", "midline": the person's own; empty as above                |
 * | region_name | English, side first; empty as above                                         |
 * | scale       | "tightness", "pain"                                                         |
 * | level       | of a mark, 0..10; empty = marked without a level                            |
 * | feelings    | codes joined with ";"                                                       |
 * | nothing_today | "1" when the check-in says that nothing is tight or painful, else "0"     |
 * | note        | the person's own words, unchanged, repeated in each row of the entry        |
 * | what        | "mark", "spot", "stroke", "spread"; empty in an entry without any           |
 * | from_region | of a spread: the region code it comes from                                  |
 * | to_region   | of a spread: the region code it goes to                                     |
 * | view        | of a drawing: "front", "back"                                               |
 * | figure      | of a drawing: the version of the figure whose units the next ones are       |
 * | width       | of a stroke, or across a spot                                               |
 * | n_points    | how many points the whole drawing has; empty, as the next two, for one on a |
 * |             | view or a figure that this version does not know                            |
 * | mean_level  | of a drawing: the mean of the points that have a level; empty when none has |
 * | points      | "x y level" of each point, joined with ";"; "x y" where it has no level;    |
 * |             | at most 30,000 characters, see part                                         |
 * | pain_places | of a check-in, the same in each of its rows: places with pain, of 110; empty, as   |
 * |             | the next five, where none was asked for pain                                |
 * | pain_areas  | of the 19 areas of the 2016 widespread-pain index; see #FasciaCounts        |
 * | pain_areas_extended | the same with joints, hand and foot counted to a neighbour          |
 * | pain_body_regions | of its 5 regions                                                      |
 * | pain_choir  | of the 74 segments of the CHOIR body map                                    |
 * | pain_michigan | of the 35 areas of the Michigan body map                                  |
 * | drawn       | of a check-in, the places that are drawn over: "region scale share mean     |
 * |             | sum", joined with ";"; share of the place 0..1, mean level, level times     |
 * |             | square units of the figure; "-" for the last two without levels             |
 * | mark_is_drawn | of a mark: "1" when it came with a drawing and follows it, "0" when it was |
 * |             | given by hand; else empty                                                   |
 * | drawing     | of a drawing: its UUID                                                      |
 * | part        | of a drawing: 1; its points go on in rows 2, 3 … of the same UUID when they |
 * |             | are too many for a cell, all other cells repeated                           |
 *
 * Text is never altered: a note that begins with "=" is written as it is, for another program to
 * read it back as it was. Cells are quoted where they hold a comma, a quote, a line end, or a blank
 * at either end.
 */

/* Appends the header row. */
void fascia_csv_append_header (GString *text);

/**
 * fascia_csv_append_entry:
 * @text: what to append to
 * @body: the regions, for their sides and names
 * @entry: any entry
 *
 * Appends a row for each mark, then for each drawing (or several), then for each spread, or one row
 * for an entry without any. Pure; any thread.
 */
void fascia_csv_append_entry (GString *text, const FasciaBody *body, const FasciaEntry *entry);

/* Appends one cell, quoted where it must be. @value NULL is an empty cell. */
void fascia_csv_append_cell (GString *text, const char *value);

G_END_DECLS
