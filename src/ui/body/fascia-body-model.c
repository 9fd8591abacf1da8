/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the Body page share: the check-in, the chosen place and scale, and the ways to
 * change them.
 */

#include "config.h"

#include "fascia-body-model.h"

#define DEFAULT_LEVEL 5

struct _FasciaBodyModel
{
  GObject parent_instance;

  FasciaJournal *journal;
  FasciaBody *body;
  GCancellable *cancellable;

  FasciaEntry *entry;     /* as shown; ahead of the journal while something is being written */
  gboolean is_entry_real; /* the journal knows the uid of entry */
  GArray *recent;
  FasciaBodyState *state;
  const FasciaRegion *selected;
  FasciaScale scale;

  guint n_writing; /* writes without an answer yet */
  guint n_loading;
  gboolean is_stale; /* read again once nothing is being written */
  gboolean is_loaded;
  GError *error;          /* why the last try to read failed, or NULL */
  FasciaNoteDraft *draft; /* waits for a check-in to belong to, or NULL */
  GPtrArray *removals;    /* places to remove once the check-in has a name */
};

G_DEFINE_FINAL_TYPE (FasciaBodyModel, fascia_body_model, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED = 1,
  SIGNAL_LOADED,
  SIGNAL_WRITTEN,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  PROP_SELECTED = 1,
  PROP_SCALE,
} FasciaBodyModelProperty;

static GParamSpec *properties[PROP_SCALE + 1];

static void remove_now (FasciaBodyModel *self, const FasciaRegion *region);

/* ---- the note ---- */

FasciaNoteDraft *
fascia_body_model_dup_draft (FasciaBodyModel *self, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  const FasciaUid *uid = fascia_body_model_get_uid (self);
  if (uid != NULL)
    {
      FasciaNoteDraft *draft = fascia_note_draft_get (self->journal, uid, from);

      fascia_note_draft_set_stored (draft, fascia_entry_get_note (self->entry));
      return draft;
    }
  if (self->draft == NULL)
    self->draft = fascia_note_draft_get (self->journal, NULL, from);
  return g_object_ref (self->draft);
}

/* A note written while its check-in was still being made goes into it now. */
static void
bind_draft (FasciaBodyModel *self)
{
  const FasciaUid *uid = fascia_body_model_get_uid (self);

  if (self->draft == NULL || uid == NULL)
    return;
  fascia_note_draft_bind (self->draft, uid);
  g_clear_object (&self->draft);
}

/* ---- state ---- */

static void
rebuild (FasciaBodyModel *self, const FasciaRegion *touched)
{
  FasciaMoment now;
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);

  g_clear_pointer (&self->state, fascia_body_state_unref);
  self->state = fascia_body_state_new (self->body, self->entry, self->recent, now.day);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, touched);
}

static void
take_entry (FasciaBodyModel *self, FasciaEntry *entry)
{
  g_clear_pointer (&self->entry, fascia_entry_unref);
  self->entry = entry;
}

static void
on_body_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaBodyModel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) open = NULL;
  g_autoptr (GArray) recent = NULL;
  gboolean is_read
      = fascia_journal_load_body_finish (FASCIA_JOURNAL (source), result, &open, &recent, &error);

  self->n_loading--;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  /* What was asked before the newest change is no longer the truth. */
  if (self->n_writing > 0)
    {
      self->is_stale = TRUE;
      return;
    }
  if (!is_read)
    {
      /* A journal that did not open has a page of its own. */
      if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY)
        return;
      gboolean is_news = self->error == NULL;
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      if (is_news)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, self->error);
      return;
    }
  g_clear_error (&self->error);
  if (self->n_loading > 0)
    return;

  self->is_loaded = TRUE;
  self->is_entry_real = open != NULL;
  take_entry (self, g_steal_pointer (&open));
  g_clear_pointer (&self->recent, g_array_unref);
  self->recent = g_steal_pointer (&recent);
  bind_draft (self);
  rebuild (self, NULL);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

void
fascia_body_model_reload (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (self->n_writing > 0)
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_stale = FALSE;
  self->n_loading++;
  fascia_journal_load_body_async (self->journal, self->cancellable, on_body_loaded,
                                  g_object_ref (self));
}

static void
on_journal_changed (FasciaBodyModel *self, FasciaChangeFlags flags)
{
  if ((flags & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT)) != 0)
    fascia_body_model_reload (self);
}

static void
on_journal_state_changed (FasciaBodyModel *self)
{
  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY)
    fascia_body_model_reload (self);
}

/* ---- writing ---- */

/* One wish of the person, written as one operation or several. */
typedef struct
{
  FasciaBodyModel *model;
  guint n_left;
  GArray *ids;
  FasciaOperation *newest;
} Write;

static Write *
write_new (FasciaBodyModel *self, guint n_operations)
{
  Write *write = g_new0 (Write, 1);

  write->model = g_object_ref (self);
  write->n_left = n_operations;
  write->ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->n_writing += n_operations;
  return write;
}

static void
write_free (Write *write)
{
  g_clear_pointer (&write->newest, fascia_operation_unref);
  g_clear_pointer (&write->ids, g_array_unref);
  g_clear_object (&write->model);
  g_free (write);
}

static void
on_write_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  Write *write = data;
  g_autoptr (FasciaBodyModel) self = g_object_ref (write->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  self->n_writing--;
  if (operation != NULL)
    {
      guint64 id = fascia_operation_get_id (operation);
      FasciaEntry *after = fascia_operation_get_after (operation);

      g_array_append_val (write->ids, id);
      g_clear_pointer (&write->newest, fascia_operation_unref);
      write->newest = fascia_operation_ref (operation);
      if (self->n_writing == 0)
        {
          take_entry (self, after != NULL ? fascia_entry_ref (after) : NULL);
          self->is_entry_real = after != NULL;
          /* Also when nobody looks any more: what was written is to be kept. */
          bind_draft (self);
        }
    }
  else
    self->is_stale = TRUE;

  if (--write->n_left == 0)
    {
      if (write->newest != NULL && !g_cancellable_is_cancelled (self->cancellable))
        g_signal_emit (self, signals[SIGNAL_WRITTEN], 0, write->newest, write->ids);
      write_free (write);
    }
  if (error != NULL && !g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  if (self->n_writing > 0 || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!self->is_entry_real)
    g_ptr_array_set_size (self->removals, 0);
  if (self->removals->len > 0)
    {
      g_autoptr (GPtrArray) removals = g_steal_pointer (&self->removals);

      self->removals = g_ptr_array_new ();
      for (guint i = 0; i < removals->len; i++)
        remove_now (self, g_ptr_array_index (removals, i));
    }
  else if (self->is_stale)
    fascia_body_model_reload (self);
}

/* The check-in as it will be, so that the figure answers before the disk does. */
static FasciaEntry *
dup_entry_to_change (FasciaBodyModel *self)
{
  if (self->entry != NULL)
    return fascia_entry_ref (self->entry);

  const FasciaUid no_uid = { 0 };
  FasciaMoment now;
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);
  self->is_entry_real = FALSE;
  return fascia_entry_new (&no_uid, FASCIA_ENTRY_CHECK_IN, &now);
}

static void
log_marks (FasciaBodyModel *self,
           const FasciaMark *marks,
           guint n_marks,
           const FasciaRegion *touched)
{
  g_autoptr (FasciaEntry) entry = dup_entry_to_change (self);
  for (guint i = 0; i < n_marks; i++)
    {
      FasciaEntry *changed = fascia_entry_with_mark (entry, &marks[i]);

      fascia_entry_unref (entry);
      entry = changed;
    }
  take_entry (self, g_steal_pointer (&entry));

  const FasciaLog log = { .marks = marks, .n_marks = n_marks };
  fascia_journal_log_async (self->journal, &log, NULL, on_write_finished, write_new (self, 1));
  rebuild (self, touched);
}

void
fascia_body_model_set_level (FasciaBodyModel *self,
                             const FasciaRegion *region,
                             FasciaScale scale,
                             int level)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);
  g_return_if_fail (level >= FASCIA_LEVEL_NOT_GIVEN && level <= FASCIA_LEVEL_MAX);

  const FasciaBodyAnswer *answer = &fascia_body_model_get_place (self, region)->answers[scale - 1];
  if (answer->is_given && (answer->level == level || level == FASCIA_LEVEL_NOT_GIVEN))
    return;

  const FasciaMark *old
      = self->entry != NULL
            ? fascia_entry_find_mark (self->entry, fascia_region_get_id (region), scale)
            : NULL;
  const FasciaMark mark = {
    .region = g_intern_string (fascia_region_get_id (region)),
    .scale = scale,
    .level = level,
    .feelings = old != NULL ? old->feelings : NULL,
  };
  log_marks (self, &mark, 1, region);
}

void
fascia_body_model_mark (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  if (!fascia_body_place_is_marked (fascia_body_model_get_place (self, region)))
    fascia_body_model_set_level (self, region, self->scale, FASCIA_LEVEL_NOT_GIVEN);
}

void
fascia_body_model_step (FasciaBodyModel *self, const FasciaRegion *region, int delta)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  const FasciaBodyAnswer *answer
      = &fascia_body_model_get_place (self, region)->answers[self->scale - 1];
  int level = DEFAULT_LEVEL;
  if (answer->is_given && answer->level != FASCIA_LEVEL_NOT_GIVEN)
    level = answer->level + delta;
  else if (answer->has_last && answer->last_level != FASCIA_LEVEL_NOT_GIVEN)
    level = answer->last_level + delta;
  fascia_body_model_set_level (self, region, self->scale, CLAMP (level, 0, FASCIA_LEVEL_MAX));
}

void
fascia_body_model_set_feelings (FasciaBodyModel *self,
                                const FasciaRegion *region,
                                const char *const *feelings)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  const char *code = fascia_region_get_id (region);
  const FasciaBodyPlace *place = fascia_body_model_get_place (self, region);
  /* They belong to the mark of the active scale, else to the one there is. */
  FasciaScale scale = self->scale;
  if (!place->answers[scale - 1].is_given && fascia_body_place_is_marked (place))
    scale = scale == FASCIA_SCALE_TIGHTNESS ? FASCIA_SCALE_PAIN : FASCIA_SCALE_TIGHTNESS;

  static const char *const none[] = { NULL };
  const FasciaMark *old
      = self->entry != NULL ? fascia_entry_find_mark (self->entry, code, scale) : NULL;
  const FasciaMark mark = {
    .region = g_intern_string (code),
    .scale = scale,
    .level = old != NULL ? old->level : FASCIA_LEVEL_NOT_GIVEN,
    .feelings = feelings != NULL ? feelings : none,
  };
  log_marks (self, &mark, 1, region);
}

void
fascia_body_model_ease_rest (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (FasciaMark));
  for (guint i = 0; i < fascia_body_get_n_regions (self->body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (self->body, i);
      const FasciaBodyPlace *place = fascia_body_state_get_place (self->state, region);

      for (int scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_N_SCALES; scale++)
        {
          if (fascia_body_place_is_marked (place)
              || fascia_body_place_get_look (place, scale, NULL) != FASCIA_BODY_LOOK_OLD)
            continue;
          const FasciaMark mark = {
            .region = g_intern_string (fascia_region_get_id (region)),
            .scale = scale,
            .level = 0,
          };
          g_array_append_val (marks, mark);
        }
    }
  if (marks->len > 0)
    log_marks (self, (const FasciaMark *) marks->data, marks->len, NULL);
}

static void
remove_now (FasciaBodyModel *self, const FasciaRegion *region)
{
  const char *code = fascia_region_get_id (region);
  FasciaScale found[FASCIA_N_SCALES];
  guint n_found = 0;

  for (int scale = FASCIA_SCALE_TIGHTNESS; scale <= FASCIA_N_SCALES; scale++)
    {
      if (self->entry != NULL && fascia_entry_find_mark (self->entry, code, scale) != NULL)
        found[n_found++] = scale;
    }
  if (n_found == 0)
    return;

  FasciaUid uid = *fascia_entry_get_uid (self->entry);
  Write *write = write_new (self, n_found);
  for (guint i = 0; i < n_found; i++)
    {
      take_entry (self, fascia_entry_without_mark (self->entry, code, found[i]));
      fascia_journal_unmark_async (self->journal, &uid, code, found[i], NULL, on_write_finished,
                                   write);
    }
  rebuild (self, region);
}

void
fascia_body_model_remove (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (region != NULL);

  if (!fascia_body_place_is_marked (fascia_body_model_get_place (self, region)))
    return;
  /* A check-in that is still being made has no name yet to remove something from. */
  if (!self->is_entry_real)
    g_ptr_array_add (self->removals, (gpointer) region);
  else
    remove_now (self, region);
}

/* ---- the rest ---- */

FasciaJournal *
fascia_body_model_get_journal (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->journal;
}

FasciaBody *
fascia_body_model_get_body (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->body;
}

FasciaBodyState *
fascia_body_model_get_state (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->state;
}

gboolean
fascia_body_model_is_loaded (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FALSE);

  return self->is_loaded;
}

const GError *
fascia_body_model_get_error (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->error;
}

const FasciaUid *
fascia_body_model_get_uid (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->entry != NULL && self->is_entry_real ? fascia_entry_get_uid (self->entry) : NULL;
}

const FasciaBodyPlace *
fascia_body_model_get_place (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return fascia_body_state_get_place (self->state, region);
}

const FasciaRegion *
fascia_body_model_get_selected (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->selected;
}

void
fascia_body_model_set_selected (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (self->selected == region)
    return;
  self->selected = region;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

FasciaScale
fascia_body_model_get_scale (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FASCIA_SCALE_TIGHTNESS);

  return self->scale;
}

void
fascia_body_model_set_scale (FasciaBodyModel *self, FasciaScale scale)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (scale == FASCIA_SCALE_TIGHTNESS || scale == FASCIA_SCALE_PAIN);

  if (self->scale == scale)
    return;
  self->scale = scale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, NULL);
}

static void
fascia_body_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaBodyModel *self = FASCIA_BODY_MODEL (object);

  switch ((FasciaBodyModelProperty) id)
    {
    case PROP_SELECTED:
      g_value_set_pointer (value, (gpointer) self->selected);
      break;
    case PROP_SCALE:
      g_value_set_int (value, self->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_body_model_dispose (GObject *object)
{
  FasciaBodyModel *self = FASCIA_BODY_MODEL (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (fascia_body_model_parent_class)->dispose (object);
}

static void
fascia_body_model_finalize (GObject *object)
{
  FasciaBodyModel *self = FASCIA_BODY_MODEL (object);

  g_clear_pointer (&self->state, fascia_body_state_unref);
  g_clear_pointer (&self->entry, fascia_entry_unref);
  g_clear_pointer (&self->recent, g_array_unref);
  g_clear_pointer (&self->removals, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_clear_object (&self->journal);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (fascia_body_model_parent_class)->finalize (object);
}

static void
fascia_body_model_class_init (FasciaBodyModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fascia_body_model_get_property;
  object_class->dispose = fascia_body_model_dispose;
  object_class->finalize = fascia_body_model_finalize;

  properties[PROP_SELECTED]
      = g_param_spec_pointer ("selected", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCALE]
      = g_param_spec_int ("scale", NULL, NULL, FASCIA_SCALE_TIGHTNESS, FASCIA_SCALE_PAIN,
                          FASCIA_SCALE_TIGHTNESS, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITTEN]
      = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, FASCIA_TYPE_OPERATION, G_TYPE_ARRAY);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fascia_body_model_init (FasciaBodyModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->removals = g_ptr_array_new ();
  self->scale = FASCIA_SCALE_TIGHTNESS;
}

FasciaBodyModel *
fascia_body_model_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaBodyModel *self = g_object_new (FASCIA_TYPE_BODY_MODEL, NULL);
  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (on_journal_state_changed), self,
                           G_CONNECT_SWAPPED);
  rebuild (self, NULL);
  if (fascia_journal_get_state (journal) == FASCIA_JOURNAL_READY)
    fascia_body_model_reload (self);
  return self;
}
