/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was read, judged: nothing goes into the journal that it would not have written itself. */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "../store/fascia-db-points.h"
#include "../journal/fascia-items-private.h"
#include "../journal/fascia-log-private.h"
#include "fascia-import-private.h"

/* As what is written by hand: nobody writes down what is to come. */
#define MAX_AHEAD_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/* ---- entries ---- */

FasciaImportEntry *
fascia_import_entry_new (guint line)
{
  FasciaImportEntry *self = g_new0 (FasciaImportEntry, 1);

  self->line = line;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_record_row_free);
  return self;
}

void
fascia_import_entry_free (FasciaImportEntry *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

FasciaRecordRow *
fascia_import_entry_add (FasciaImportEntry *self, FasciaRecordKind kind, guint line)
{
  FasciaRecordRow *row = fascia_record_row_new (kind, line);

  g_ptr_array_add (self->rows, row);
  return row;
}

gboolean
fascia_import_entry_get_ends (const FasciaImportEntry *self,
                              const char *item,
                              FasciaImportEnds *ends)
{
  gboolean is_there = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      FasciaRecordRow *row = g_ptr_array_index (self->rows, i);

      if (row->kind != FASCIA_RECORD_MEASUREMENT
          || g_strcmp0 (fascia_record_row_get_text (row, "item"), item) != 0)
        continue;
      double value = fascia_record_row_get (row, "value")->real;
      ends->minimum = is_there ? MIN (ends->minimum, value) : value;
      ends->maximum = is_there ? MAX (ends->maximum, value) : value;
      is_there = TRUE;
    }
  return is_there;
}

/* ---- the builder ---- */

static void
problem_clear (gpointer data)
{
  FasciaImportProblem *problem = data;

  g_free (problem->file);
  g_free (problem->column);
  g_free (problem->reason);
}

void
fascia_import_builder_init (FasciaImportBuilder *self,
                            FasciaImportNamer namer,
                            gpointer namer_data,
                            gint64 now_ms)
{
  FasciaImport *import = g_new0 (FasciaImport, 1);

  *self = (FasciaImportBuilder) {
    .import = import, .namer = namer, .namer_data = namer_data, .now_ms = now_ms
  };
  g_atomic_ref_count_init (&import->ref_count);
  import->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_import_entry_free);
  for (guint i = 0; i < FASCIA_IMPORT_N_WHOLES; i++)
    import->wholes[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_record_row_free);
  import->ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import->problems = g_array_new (FALSE, FALSE, sizeof (FasciaImportProblem));
  g_array_set_clear_func (import->problems, problem_clear);
  import->first_day = 1;
  import->last_day = 0;
  for (guint i = 0; i < FASCIA_N_RECORDS; i++)
    self->names[i]
        = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

void
fascia_import_builder_clear (FasciaImportBuilder *self)
{
  g_clear_pointer (&self->import, fascia_import_unref);
  for (guint i = 0; i < FASCIA_N_RECORDS; i++)
    g_clear_pointer (&self->names[i], g_hash_table_unref);
}

void
fascia_import_builder_add_problem (FasciaImportBuilder *self,
                                   FasciaRecordKind kind,
                                   guint line,
                                   const char *column,
                                   char *reason)
{
  FasciaImportProblem problem = { .line = line, .reason = reason };

  self->import->n_bad++;
  if (self->import->problems->len >= FASCIA_IMPORT_MAX_PROBLEMS)
    {
      g_free (reason);
      return;
    }
  problem.file = g_strdup (self->namer (kind, self->namer_data));
  problem.column = g_strdup (column);
  g_array_append_val (self->import->problems, problem);
}

static gboolean
refuse (FasciaImportBuilder *self,
        const FasciaRecordRow *row,
        const char *column,
        const char *reason)
{
  fascia_import_builder_add_problem (self, row->kind, row->line, column, g_strdup (reason));
  return FALSE;
}

/* ---- judging ---- */

gboolean
fascia_import_builder_check_needed (FasciaImportBuilder *self, const FasciaRecordRow *row)
{
  const FasciaRecord *record = fascia_record_get (row->kind);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const FasciaField *field = &record->fields[i];

      if (field->is_needed && field->column != NULL && row->values[i].type == SQLITE_NULL)
        return refuse (self, row, field->name, _ ("This has to be given."));
    }
  return TRUE;
}

/* Empty words are none. */
static void
drop_empty (FasciaRecordRow *row, const char *name)
{
  FasciaValue *value = fascia_record_row_get (row, name);

  if (value->type == SQLITE_TEXT && value->length == 0)
    fascia_record_value_clear (value);
}

static gboolean
is_ahead (const FasciaImportBuilder *self, gint64 utc_ms)
{
  return utc_ms > self->now_ms && utc_ms - self->now_ms > MAX_AHEAD_MS;
}

static gboolean
check_entry_row (FasciaImportBuilder *self, const FasciaImportEntry *entry, FasciaRecordRow *row)
{
  gint64 utc_ms = fascia_record_row_get_int64 (row, "time", 0);
  gint64 day = fascia_record_row_get_int64 (row, "day", 0);
  gint64 local_ms = utc_ms + entry->offset_min * G_GINT64_CONSTANT (60000);
  gint64 start_ms = day * G_GINT64_CONSTANT (86400000);

  if (local_ms < start_ms || local_ms - start_ms >= 86400000)
    return refuse (self, row, "day", _ ("The time and its day do not fit together."));
  if (fascia_record_row_get_int64 (row, "end", utc_ms) < utc_ms)
    return refuse (self, row, "end", _ ("It cannot end before it begins."));
  if (is_ahead (self, utc_ms))
    return refuse (self, row, "time", _ ("This is more than a day ahead."));
  if (is_ahead (self, fascia_record_row_get_int64 (row, "end", utc_ms)))
    return refuse (self, row, "end", _ ("This is more than a day ahead."));
  /* Nothing else belongs to it. */
  if (entry->rows->len == 1 && g_strcmp0 (fascia_record_row_get_text (row, "kind"), "note") == 0
      && fascia_note_is_blank (fascia_record_row_get_text (row, "note")))
    return refuse (self, row, "note", _ ("The note says nothing."));
  drop_empty (row, "note");
  return TRUE;
}

static gboolean
check_drawing (FasciaImportBuilder *self, FasciaRecordRow *row, gboolean nothing_today)
{
  const FasciaValue *uid = fascia_record_row_get (row, "uid");
  const FasciaValue *points = fascia_record_row_get (row, "points");
  const FasciaDrawingColumns columns = {
    .uid = uid->bytes,
    .uid_length = uid->length,
    .kind = fascia_record_row_get_text (row, "kind"),
    .scale = fascia_record_row_get_text (row, "scale"),
    .view = fascia_record_row_get_text (row, "view"),
    .figure = fascia_record_row_get_int64 (row, "figure", 0),
    .width = fascia_record_row_get (row, "width")->real,
    .points = points->bytes,
    .points_length = points->length,
  };
  FasciaDrawing drawing;
  FasciaUnknownDrawing unknown;

  if (!(columns.width > 0 && columns.width <= FASCIA_DRAWING_MAX_WIDTH))
    return refuse (self, row, "width", _ ("What was drawn is too wide or has no width."));
  switch (fascia_drawing_read (&columns, &drawing, &unknown))
    {
    case FASCIA_DRAWING_READ:
      g_free ((gpointer) drawing.points);
      break;
    case FASCIA_DRAWING_UNKNOWN:
      return TRUE;
    case FASCIA_DRAWING_DAMAGED:
    default:
      return refuse (self, row, "points", _ ("These are no points of a drawing."));
    }
  if (nothing_today && fascia_points_are_above_none (points->bytes, points->length))
    return refuse (self, row, "points",
                   _ ("“Nothing today” and a place that is tight do not go together."));
  return TRUE;
}

static gboolean
check_child (FasciaImportBuilder *self, FasciaRecordRow *row, const FasciaRecordRow *owner)
{
  const char *only_kind = fascia_record_get_entry_kind (row->kind);
  gboolean nothing_today = fascia_record_row_get_int64 (owner, "nothing_today", 0) != 0;

  if (only_kind != NULL && strcmp (fascia_record_row_get_text (owner, "kind"), only_kind) != 0)
    return refuse (self, row, NULL, _ ("An entry of this kind cannot have that."));
  switch (row->kind)
    {
    case FASCIA_RECORD_MARK:
      if (nothing_today && fascia_record_row_get_int64 (row, "level", -1) != 0)
        return refuse (self, row, "level",
                       _ ("“Nothing today” and a place that is tight do not go together."));
      return TRUE;
    case FASCIA_RECORD_DRAWING:
      return check_drawing (self, row, nothing_today);
    case FASCIA_RECORD_SPREAD:
      if (strcmp (fascia_record_row_get_text (row, "from"), fascia_record_row_get_text (row, "to"))
          == 0)
        return refuse (self, row, "to", _ ("A feeling spreads from one place to another."));
      return TRUE;
    case FASCIA_RECORD_VISIT:
      drop_empty (row, "said");
      return TRUE;
    case FASCIA_RECORD_ENTRY:
    case FASCIA_RECORD_FEELING:
    case FASCIA_RECORD_ENTRY_TAG:
    case FASCIA_RECORD_MEASUREMENT:
    case FASCIA_RECORD_SESSION:
    case FASCIA_RECORD_STEP:
    case FASCIA_RECORD_VISIT_DETAIL:
    case FASCIA_RECORD_EXERCISE:
    case FASCIA_RECORD_TREATMENT:
    case FASCIA_RECORD_EVENT:
    case FASCIA_RECORD_TAG:
    case FASCIA_RECORD_SCALE:
    case FASCIA_RECORD_CONDITION:
    case FASCIA_RECORD_SETTING:
    case FASCIA_N_RECORDS:
    default:
      return TRUE;
    }
}

/* What there can be one of in an entry, as text; NULL when there can be many. */
static char *
dup_key (const FasciaRecordRow *row)
{
  switch (row->kind)
    {
    case FASCIA_RECORD_MARK:
      return g_strdup_printf ("m %s %s", fascia_record_row_get_text (row, "scale"),
                              fascia_record_row_get_text (row, "region"));
    case FASCIA_RECORD_FEELING:
      return g_strdup_printf ("f %d %s", row->owner, fascia_record_row_get_text (row, "feeling"));
    case FASCIA_RECORD_ENTRY_TAG:
      return g_strdup_printf ("t %s", fascia_record_row_get_text (row, "tag"));
    case FASCIA_RECORD_STEP:
      return g_strdup_printf ("p %" G_GINT64_FORMAT,
                              fascia_record_row_get_int64 (row, "position", 0));
    case FASCIA_RECORD_VISIT_DETAIL:
      return g_strdup_printf ("d %s %s", fascia_record_row_get_text (row, "kind"),
                              fascia_record_row_get_text (row, "code"));
    case FASCIA_RECORD_SPREAD:
      return g_strdup_printf ("s %s\n%s", fascia_record_row_get_text (row, "from"),
                              fascia_record_row_get_text (row, "to"));
    case FASCIA_RECORD_SESSION:
    case FASCIA_RECORD_VISIT:
    case FASCIA_RECORD_EXERCISE:
    case FASCIA_RECORD_TREATMENT:
    case FASCIA_RECORD_EVENT:
      return g_strdup_printf ("o %d", (int) row->kind);
    case FASCIA_RECORD_MEASUREMENT:
      {
        const char *side = fascia_record_row_get_text (row, "side");

        return g_strdup_printf ("v %s\n%s", fascia_record_row_get_text (row, "item"),
                                side != NULL ? side : "");
      }
    case FASCIA_RECORD_ENTRY:
    case FASCIA_RECORD_DRAWING:
    case FASCIA_RECORD_TAG:
    case FASCIA_RECORD_SCALE:
    case FASCIA_RECORD_CONDITION:
    case FASCIA_RECORD_SETTING:
    case FASCIA_N_RECORDS:
    default:
      return NULL;
    }
}

/* The value of a name that must not come twice; NULL: it has none. */
static const FasciaValue *
get_name (const FasciaRecordRow *row)
{
  const FasciaRecord *record = fascia_record_get (row->kind);

  if (row->kind == FASCIA_RECORD_TAG || row->kind == FASCIA_RECORD_SCALE)
    return fascia_record_row_get ((FasciaRecordRow *) row, "code");
  if (row->kind == FASCIA_RECORD_SETTING)
    return fascia_record_row_get ((FasciaRecordRow *) row, "key");
  return fascia_record_find (record, "uid") != NULL
             ? fascia_record_row_get ((FasciaRecordRow *) row, "uid")
             : NULL;
}

static gboolean
is_name_taken (FasciaImportBuilder *self, const FasciaRecordRow *row)
{
  const FasciaValue *name = get_name (row);

  if (name == NULL || name->bytes == NULL)
    return FALSE;
  g_autoptr (GBytes) bytes = g_bytes_new_static (name->bytes, name->length);
  return g_hash_table_contains (self->names[row->kind], bytes);
}

static void
keep_name (FasciaImportBuilder *self, const FasciaRecordRow *row)
{
  const FasciaValue *name = get_name (row);

  if (name != NULL && name->bytes != NULL)
    g_hash_table_add (self->names[row->kind], g_bytes_new_static (name->bytes, name->length));
}

static gboolean
check_names (FasciaImportBuilder *self, const FasciaImportEntry *entry)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) uids
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  for (guint i = 0; i < entry->rows->len; i++)
    {
      const FasciaRecordRow *row = g_ptr_array_index (entry->rows, i);
      const FasciaValue *name = get_name (row);
      char *key = dup_key (row);

      if (key != NULL && !g_hash_table_add (keys, key))
        return refuse (self, row, NULL, _ ("The entry says this twice."));
      if (is_name_taken (self, row)
          || (name != NULL && name->bytes != NULL
              && !g_hash_table_add (uids, g_bytes_new_static (name->bytes, name->length))))
        return refuse (self, row, "uid", _ ("Something else in the file has the same name."));
    }
  return TRUE;
}

static gboolean
check_entry (FasciaImportBuilder *self, FasciaImportEntry *entry)
{
  FasciaRecordRow *first = g_ptr_array_index (entry->rows, 0);
  FasciaImportColumns columns;

  for (guint i = 0; i < entry->rows->len; i++)
    {
      FasciaRecordRow *row = g_ptr_array_index (entry->rows, i);

      if (!fascia_import_builder_check_needed (self, row)
          || (i == 0 ? !check_entry_row (self, entry, row) : !check_child (self, row, first)))
        return FALSE;
    }
  if (!check_names (self, entry))
    return FALSE;
  /* Last of all: the journal can read what it will have written. */
  fascia_import_columns_init (&columns);
  g_autoptr (FasciaEntry) value = fascia_import_entry_dup_entry (entry, &columns);
  return value != NULL || refuse (self, first, NULL, _ ("The entry does not make sense."));
}

void
fascia_import_builder_take_entry (FasciaImportBuilder *self, FasciaImportEntry *entry)
{
  FasciaImport *import = self->import;

  if (entry->is_bad || !check_entry (self, entry))
    {
      fascia_import_entry_free (entry);
      return;
    }
  for (guint i = 0; i < entry->rows->len; i++)
    keep_name (self, g_ptr_array_index (entry->rows, i));
  g_ptr_array_add (import->entries, entry);
}

static gboolean
check_whole (FasciaImportBuilder *self, FasciaRecordRow *row)
{
  if (!fascia_import_builder_check_needed (self, row))
    return FALSE;
  if (row->kind == FASCIA_RECORD_SCALE)
    {
      double minimum = fascia_record_row_get (row, "minimum")->real;

      if (!(fascia_record_row_get (row, "maximum")->real > minimum))
        return refuse (self, row, "maximum", _ ("A scale ends above its beginning."));
      if (!(fascia_record_row_get (row, "step")->real > 0))
        return refuse (self, row, "step", _ ("The steps of a scale are above 0."));
    }
  return !is_name_taken (self, row)
         || refuse (self, row, NULL, _ ("Something else in the file has the same name."));
}

void
fascia_import_builder_take_whole (FasciaImportBuilder *self, FasciaRecordRow *row)
{
  if (!check_whole (self, row))
    {
      fascia_record_row_free (row);
      return;
    }
  keep_name (self, row);
  g_ptr_array_add (self->import->wholes[row->kind - FASCIA_N_ENTRY_RECORDS], row);
}

/* ---- all of it ---- */

/* Steps do not count: the person may have chosen finer ones since. */
static gboolean
is_in_range (const FasciaItem *item, double value)
{
  double minimum = fascia_item_get_minimum (item), maximum = fascia_item_get_maximum (item);
  double slack = fascia_item_get_step (item) * FASCIA_SCALE_SLACK;

  if (fascia_item_get_type_of (item) != FASCIA_ITEM_NUMBER)
    return fascia_item_takes (item, value);
  return isfinite (value) && value >= minimum - slack && value <= maximum + slack;
}

/* A scale that neither this version nor the file knows takes everything. */
static gboolean
check_measurements (FasciaImportBuilder *self, FasciaItems *items, const FasciaImportEntry *entry)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      FasciaRecordRow *row = g_ptr_array_index (entry->rows, i);

      if (row->kind != FASCIA_RECORD_MEASUREMENT)
        continue;
      const FasciaItem *item
          = fascia_items_lookup (items, fascia_record_row_get_text (row, "item"));
      if (item != NULL && !is_in_range (item, fascia_record_row_get (row, "value")->real))
        return refuse (self, row, "value", _ ("The scale does not have this value."));
    }
  return TRUE;
}

static void
keep_ends (FasciaImport *import, const FasciaImportEntry *entry)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      FasciaRecordRow *row = g_ptr_array_index (entry->rows, i);

      if (row->kind != FASCIA_RECORD_MEASUREMENT)
        continue;
      const char *item = fascia_record_row_get_text (row, "item");
      double value = fascia_record_row_get (row, "value")->real;
      FasciaImportEnds *ends = g_hash_table_lookup (import->ends, item);
      if (ends == NULL)
        {
          ends = g_new (FasciaImportEnds, 1);
          *ends = (FasciaImportEnds) { value, value };
          g_hash_table_insert (import->ends, g_strdup (item), ends);
        }
      ends->minimum = MIN (ends->minimum, value);
      ends->maximum = MAX (ends->maximum, value);
    }
}

/* What comes with the program is as the program says. */
static void
refuse_ready_scales (FasciaImportBuilder *self, FasciaItems *ready)
{
  GPtrArray *scales = self->import->wholes[FASCIA_RECORD_SCALE - FASCIA_N_ENTRY_RECORDS];

  for (guint i = scales->len; i > 0; i--)
    {
      FasciaRecordRow *row = g_ptr_array_index (scales, i - 1);

      if (fascia_items_lookup (ready, fascia_record_row_get_text (row, "code")) == NULL)
        continue;
      refuse (self, row, "code", _ ("Something of that name is there already."));
      g_ptr_array_remove_index (scales, i - 1);
    }
}

FasciaImport *
fascia_import_builder_finish (FasciaImportBuilder *self)
{
  FasciaImport *import = self->import;
  g_autoptr (FasciaItems) ready = fascia_items_new (NULL);
  if (ready != NULL)
    refuse_ready_scales (self, ready);
  g_autoptr (FasciaItems) items = ready != NULL ? fascia_import_dup_items (import, ready) : NULL;
  g_autoptr (GPtrArray) all = import->entries;

  import->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_import_entry_free);
  for (guint i = 0; i < all->len; i++)
    {
      FasciaImportEntry *entry = g_ptr_array_index (all, i);
      gint32 day
          = (gint32) fascia_record_row_get_int64 (g_ptr_array_index (entry->rows, 0), "day", 0);

      if (items != NULL && !check_measurements (self, items, entry))
        continue;
      if (import->entries->len == 0)
        import->first_day = import->last_day = day;
      import->first_day = MIN (import->first_day, day);
      import->last_day = MAX (import->last_day, day);
      keep_ends (import, entry);
      g_ptr_array_add (import->entries, g_steal_pointer (&g_ptr_array_index (all, i)));
    }
  return g_steal_pointer (&self->import);
}
