/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the Body page share: the check-in, the chosen place and scale, and the ways to
 * change them.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "fascia-body-model-private.h"
#include "fascia-text.h"

G_DEFINE_FINAL_TYPE (FasciaBodyModel, fascia_body_model, G_TYPE_OBJECT)

static guint signals[FASCIA_BODY_MODEL_N_SIGNALS];

typedef enum
{
  PROP_SELECTED = 1,
  PROP_SCALE,
  PROP_TARGET,
  PROP_TOOL,
  PROP_BODY,
} FasciaBodyModelProperty;

static GParamSpec *properties[PROP_BODY + 1];

/* ---- the note ---- */

FasciaNoteDraft *
fascia_body_model_dup_draft (FasciaBodyModel *self, GtkWidget *from)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  FasciaBodyCheckIn *check_in = self->check_in;
  if (check_in->stored != NULL)
    {
      FasciaNoteDraft *draft
          = fascia_note_draft_get (self->journal, fascia_entry_get_uid (check_in->stored), from);

      fascia_note_draft_set_stored (draft, fascia_entry_get_note (check_in->stored));
      return draft;
    }
  if (check_in->draft == NULL)
    check_in->draft = fascia_note_draft_get (self->journal, NULL, from);
  return g_object_ref (check_in->draft);
}

void
fascia_body_model_bind_draft (FasciaBodyModel *self, FasciaBodyCheckIn *check_in)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (check_in->draft == NULL || check_in->stored == NULL)
    return;
  fascia_note_draft_bind (check_in->draft, fascia_entry_get_uid (check_in->stored));
  g_clear_object (&check_in->draft);
}

/* ---- signals ---- */

void
fascia_body_model_emit_loaded (FasciaBodyModel *self)
{
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_LOADED], 0);
}

void
fascia_body_model_emit_written (FasciaBodyModel *self, FasciaOperation *operation)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 id = fascia_operation_get_id (operation);

  g_array_append_val (ids, id);
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_WRITTEN], 0, operation, ids);
}

void
fascia_body_model_emit_side_asked (FasciaBodyModel *self, const FasciaRegion *region)
{
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_SIDE_ASKED], 0, region);
}

void
fascia_body_model_emit_failed (FasciaBodyModel *self, const GError *error)
{
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_FAILED], 0, error);
}

/* ---- state ---- */

static void
update_state (FasciaBodyModel *self)
{
  gboolean is_heat = self->target == FASCIA_BODY_TARGET_HEAT;
  FasciaMoment now;
  fascia_clock_now (fascia_journal_get_clock (self->journal), &now);

  g_clear_pointer (&self->state, fascia_body_state_unref);
  self->state = fascia_body_state_new (self->body, is_heat ? NULL : self->check_in->shown,
                                       is_heat ? NULL : self->check_in->recent, now.day);
}

void
fascia_body_model_rebuild (FasciaBodyModel *self, const FasciaRegion *touched)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  update_state (self);
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_CHANGED], 0, touched);
}

static void
on_journal_changed (FasciaBodyModel *self, FasciaChangeFlags flags)
{
  if ((flags
       & (FASCIA_CHANGE_MARKS | FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT
          | FASCIA_CHANGE_DRAWINGS))
      != 0)
    fascia_body_model_reload (self);
}

static void
on_journal_state_changed (FasciaBodyModel *self)
{
  if (fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY)
    fascia_body_model_reload (self);
}

/* ---- which check-in, or which period ---- */

static void
take_target (FasciaBodyModel *self, FasciaBodyTarget target, FasciaBodyCheckIn *check_in)
{
  gboolean is_other = self->target != target;
  gboolean has_series
      = self->target == FASCIA_BODY_TARGET_HEAT && target == self->target && self->series != NULL;

  if (self->check_in != check_in)
    {
      fascia_body_check_in_unref (self->check_in);
      self->check_in = fascia_body_check_in_ref (check_in);
      is_other = TRUE;
    }
  self->target = target;
  if (target != FASCIA_BODY_TARGET_HEAT)
    {
      g_clear_pointer (&self->heat, fascia_heat_unref);
      g_clear_pointer (&self->series, fascia_series_unref);
    }
  /* Whoever hears of the target looks at what it shows. */
  update_state (self);
  if (is_other)
    {
      fascia_body_model_set_tool (self, FASCIA_BODY_TOOL_NONE);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TARGET]);
    }
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_CHANGED], 0, NULL);
  if (!has_series && fascia_journal_get_state (self->journal) == FASCIA_JOURNAL_READY)
    fascia_body_model_reload (self);
}

FasciaBodyTarget
fascia_body_model_get_target (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FASCIA_BODY_TARGET_NOW);

  return self->target;
}

gboolean
fascia_body_model_is_editable (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FALSE);

  return (self->target == FASCIA_BODY_TARGET_NOW || self->target == FASCIA_BODY_TARGET_PAST)
         && !fascia_journal_is_read_only (self->journal);
}

void
fascia_body_model_show_now (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  take_target (self, FASCIA_BODY_TARGET_NOW, self->now);
}

void
fascia_body_model_show_moment (FasciaBodyModel *self, const FasciaMoment *at)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (at != NULL);

  g_autoptr (FasciaBodyCheckIn) check_in = fascia_body_check_in_new (at, NULL);
  take_target (self, FASCIA_BODY_TARGET_PAST, check_in);
}

void
fascia_body_model_show_entry (FasciaBodyModel *self, FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (entry != NULL);

  g_autoptr (FasciaBodyCheckIn) check_in
      = fascia_body_check_in_new (fascia_entry_get_moment (entry), entry);
  take_target (self, FASCIA_BODY_TARGET_LOOK, check_in);
}

void
fascia_body_model_edit (FasciaBodyModel *self)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (self->target == FASCIA_BODY_TARGET_LOOK)
    take_target (self, FASCIA_BODY_TARGET_PAST, self->check_in);
}

void
fascia_body_model_show_heat (FasciaBodyModel *self,
                             gint32 first_day,
                             gint32 last_day,
                             FasciaHeatMeasure measure)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (first_day <= last_day);

  self->heat_first = first_day;
  self->heat_last = last_day;
  self->heat_measure = measure;
  if (self->target == FASCIA_BODY_TARGET_HEAT)
    fascia_body_model_rebuild_heat (self);
  take_target (self, FASCIA_BODY_TARGET_HEAT, self->now);
}

FasciaHeat *
fascia_body_model_get_heat (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->heat;
}

FasciaHeatMeasure
fascia_body_model_get_heat_measure (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FASCIA_HEAT_SHARE);

  return self->heat_measure;
}

const FasciaMoment *
fascia_body_model_get_moment (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->check_in->is_now ? NULL : &self->check_in->at;
}

char *
fascia_body_model_dup_when (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  const FasciaMoment *moment = fascia_body_model_get_moment (self);
  FasciaBodyState *state = fascia_body_model_get_state (self);
  FasciaEntry *entry = fascia_body_state_get_entry (state);
  FasciaHours hours = fascia_text_get_hours ();

  if (moment != NULL)
    return fascia_text_when (moment, fascia_body_state_get_today (state), hours);
  if (entry == NULL)
    return g_strdup (_ ("Now"));
  g_autofree char *time = fascia_text_time (fascia_entry_get_moment (entry), hours);
  /* Translators: heading of the check-in that is open, and when it began: "Now, 14:20" */
  return g_strdup_printf (_ ("Now, %s"), time);
}

/* ---- tools ---- */

FasciaBodyTool
fascia_body_model_get_tool (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FASCIA_BODY_TOOL_NONE);

  return self->tool;
}

void
fascia_body_model_set_tool (FasciaBodyModel *self, FasciaBodyTool tool)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (!fascia_body_model_is_editable (self))
    tool = FASCIA_BODY_TOOL_NONE;
  if (self->tool == tool || (tool == FASCIA_BODY_TOOL_SPREAD && self->selected == NULL))
    return;
  self->tool = tool;
  self->spread_from = tool == FASCIA_BODY_TOOL_SPREAD ? self->selected : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

const FasciaRegion *
fascia_body_model_get_spread_from (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return self->spread_from;
}

const FasciaPen *
fascia_body_model_get_pen (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  return &self->pen;
}

void
fascia_body_model_set_pen (FasciaBodyModel *self, const FasciaPen *pen)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (pen != NULL);
  g_return_if_fail (pen->width > 0);

  self->pen = *pen;
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

void
fascia_body_model_set_body (FasciaBodyModel *self, FasciaBody *body)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));
  g_return_if_fail (body != NULL);

  if (self->body == body)
    return;
  FasciaBody *old = self->body;
  self->body = fascia_body_ref (body);
  fascia_body_unref (old);
  update_state (self);
  /* Nobody writes into a place that is not to be seen. */
  if (self->selected != NULL && !fascia_body_is_shown (body, self->selected))
    fascia_body_model_set_selected (self, NULL);
  if (self->spread_from != NULL && !fascia_body_is_shown (body, self->spread_from))
    fascia_body_model_set_tool (self, FASCIA_BODY_TOOL_NONE);
  fascia_body_model_rebuild_heat (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BODY]);
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_CHANGED], 0, NULL);
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

gboolean
fascia_body_model_is_read (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), FALSE);

  if (self->target == FASCIA_BODY_TARGET_HEAT)
    return self->heat != NULL;
  return self->check_in->is_read;
}

void
fascia_body_model_set_is_slow (FasciaBodyModel *self, gboolean is_slow)
{
  g_return_if_fail (FASCIA_IS_BODY_MODEL (self));

  if (self->is_slow == is_slow)
    return;
  self->is_slow = is_slow;
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_CHANGED], 0, NULL);
}

char *
fascia_body_model_dup_summary (FasciaBodyModel *self)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (self), NULL);

  if (self->target == FASCIA_BODY_TARGET_HEAT || fascia_body_model_is_read (self))
    return fascia_body_state_dup_summary (self->state);
  return g_strdup (self->is_slow && self->error == NULL ? _ ("Reading your journal…") : "");
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

  if (self->target == FASCIA_BODY_TARGET_HEAT || self->check_in->stored == NULL)
    return NULL;
  return fascia_entry_get_uid (self->check_in->stored);
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
  fascia_body_model_rebuild_heat (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  g_signal_emit (self, signals[FASCIA_BODY_MODEL_CHANGED], 0, NULL);
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
    case PROP_TARGET:
      g_value_set_int (value, self->target);
      break;
    case PROP_TOOL:
      g_value_set_int (value, self->tool);
      break;
    case PROP_BODY:
      g_value_set_boxed (value, self->body);
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
  g_clear_pointer (&self->check_in, fascia_body_check_in_unref);
  g_clear_pointer (&self->now, fascia_body_check_in_unref);
  g_clear_pointer (&self->heat, fascia_heat_unref);
  g_clear_pointer (&self->series, fascia_series_unref);
  g_clear_error (&self->error);
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
  properties[PROP_TARGET]
      = g_param_spec_int ("target", NULL, NULL, FASCIA_BODY_TARGET_NOW, FASCIA_BODY_TARGET_HEAT,
                          FASCIA_BODY_TARGET_NOW, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOOL]
      = g_param_spec_int ("tool", NULL, NULL, FASCIA_BODY_TOOL_NONE, FASCIA_BODY_TOOL_SPREAD,
                          FASCIA_BODY_TOOL_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY] = g_param_spec_boxed ("body", NULL, NULL, fascia_body_get_type (),
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FASCIA_BODY_MODEL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FASCIA_BODY_MODEL_LOADED] = g_signal_new (
      "loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FASCIA_BODY_MODEL_WRITTEN]
      = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, FASCIA_TYPE_OPERATION, G_TYPE_ARRAY);
  signals[FASCIA_BODY_MODEL_SIDE_ASKED]
      = g_signal_new ("side-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[FASCIA_BODY_MODEL_FAILED]
      = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fascia_body_model_init (FasciaBodyModel *self)
{
  self->cancellable = g_cancellable_new ();
  self->scale = FASCIA_SCALE_TIGHTNESS;
  self->target = FASCIA_BODY_TARGET_NOW;
  self->tool = FASCIA_BODY_TOOL_NONE;
  self->pen = (FasciaPen) { .level = FASCIA_LEVEL_NOT_GIVEN, .width = FASCIA_PEN_MEDIUM };
  self->heat_measure = FASCIA_HEAT_SHARE;
  self->now = fascia_body_check_in_new (NULL, NULL);
  self->check_in = fascia_body_check_in_ref (self->now);
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
  fascia_body_model_rebuild (self, NULL);
  if (fascia_journal_get_state (journal) == FASCIA_JOURNAL_READY)
    fascia_body_model_reload (self);
  return self;
}
