/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session that broke off, because the program ended in it: whether it goes on.
 */

#include "config.h"

#include "fascia-session-resume.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/journal/fascia-journal-past.h"
#include "core/routines/fascia-open-session.h"
#include "core/routines/fascia-single.h"
#include "fascia-session-start.h"
#include "fascia-session-today.h"
#include "fascia-window.h"

/* As far back as sessions matter to anything. */
#define PAST_DAYS 730

struct _FasciaSessionResume
{
  GObject parent_instance;

  FasciaRoutinesModel *model; /* weak: it holds this */
  FasciaEntry *entry;         /* (nullable) */
  GCancellable *cancellable;
  gboolean has_begun;
  gboolean has_closed;
  gboolean has_offered; /* once: then what becomes of it is followed */
};

enum
{
  PROP_ENTRY = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FasciaSessionResume, fascia_session_resume, G_TYPE_OBJECT)

static const char resume_key[] = "fascia-session-resume";

/* ---- what runs here ---- */

static void
set_entry (FasciaSessionResume *self, FasciaEntry *entry)
{
  if (self->entry == entry)
    return;
  g_clear_pointer (&self->entry, fascia_entry_unref);
  if (entry != NULL)
    {
      self->entry = fascia_entry_ref (entry);
      self->has_offered = TRUE;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRY]);
}

void
fascia_session_resume_add_running (FasciaJournal *journal, const FasciaUid *uid)
{
  FasciaRoutinesModel *model = fascia_routines_model_get (journal, NULL);
  FasciaSessionResume *self
      = model != NULL ? g_object_get_data (G_OBJECT (model), resume_key) : NULL;

  fascia_journal_hold (journal, uid);
  if (self != NULL && self->entry != NULL
      && fascia_uid_equal (fascia_entry_get_uid (self->entry), uid))
    set_entry (self, NULL);
}

void
fascia_session_resume_remove_running (FasciaJournal *journal, const FasciaUid *uid)
{
  fascia_journal_release (journal, uid);
}

/* ---- looking ---- */

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  /* Nobody asked for it: the next start tries again. */
  if (operation == NULL)
    g_debug ("A session that broke off was not closed: %s", error->message);
}

static void
close_others (FasciaJournal *journal, GPtrArray *entries, FasciaEntry *chosen)
{
  for (guint i = 0; i < entries->len; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (entries, i);

      if (entry == chosen)
        continue;
      g_autoptr (FasciaEntry) closed = fascia_open_session_close (entry);
      fascia_journal_settle_async (journal, entry, closed, NULL, on_closed, NULL);
    }
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSessionResume) self = data;
  FasciaJournal *journal = FASCIA_JOURNAL (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = fascia_journal_load_open_sessions_finish (journal, result, &error);

  if (entries == NULL)
    {
      /* The pages that show the journal say what is wrong with it. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        self->has_begun = FALSE;
      return;
    }
  for (guint i = entries->len; i > 0; i--)
    if (fascia_journal_is_held (journal, fascia_entry_get_uid (g_ptr_array_index (entries, i - 1))))
      g_ptr_array_remove_index (entries, i - 1);

  FasciaEntry *chosen = fascia_open_session_choose (
      entries, fascia_clock_now_ms (fascia_journal_get_clock (journal)));
  if (!self->has_closed)
    close_others (journal, entries, chosen);
  self->has_closed = TRUE;
  set_entry (self, chosen);
}

static void
look (FasciaSessionResume *self)
{
  if (self->model == NULL || fascia_routines_model_get_journal (self->model) == NULL)
    return;
  /* It could neither go on nor be closed: once the journal takes writes again it is looked for. */
  if (fascia_journal_is_read_only (fascia_routines_model_get_journal (self->model)))
    {
      self->has_begun = FALSE;
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  fascia_journal_load_open_sessions_async (fascia_routines_model_get_journal (self->model),
                                           fascia_routines_model_get_day (self->model) - PAST_DAYS,
                                           self->cancellable, on_loaded, g_object_ref (self));
}

void
fascia_session_resume_load (FasciaSessionResume *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_RESUME (self));

  if (self->has_begun)
    return;
  self->has_begun = TRUE;
  look (self);
}

void
fascia_session_resume_look_again (FasciaSessionResume *self)
{
  g_return_if_fail (FASCIA_IS_SESSION_RESUME (self));

  self->has_begun = TRUE;
  self->has_closed = FALSE;
  look (self);
}

/* It was deleted, or left and taken back; what a session holds counts as text. */
static void
on_journal_changed (FasciaSessionResume *self, FasciaChangeFlags flags)
{
  if (self->has_offered && (flags & (FASCIA_CHANGE_ENTRIES | FASCIA_CHANGE_TEXT)) != 0)
    look (self);
}

FasciaEntry *
fascia_session_resume_get_entry (FasciaSessionResume *self)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_RESUME (self), NULL);

  return self->entry;
}

/* (nullable) One hold is not kept as a routine: it is made anew from what was held, and where. */
static FasciaRoutine *
make_single (FasciaSessionResume *self)
{
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaBody *body = fascia_routines_model_get_body (self->model);
  const FasciaSession *session = fascia_entry_get_session (self->entry);
  const FasciaSessionStep *held = session->n_steps > 0 ? &session->steps[0] : NULL;
  const FasciaStep *step = held != NULL ? fascia_library_lookup_step (library, held->step) : NULL;
  const FasciaRegion *region
      = held != NULL && held->region != NULL ? fascia_body_lookup (body, held->region) : NULL;

  return step != NULL && region != NULL ? fascia_single_make_routine (step, region) : NULL;
}

/* (nullable) (transfer full) That of one's own choice of places is made anew from them. */
static FasciaRoutine *
find_routine (FasciaSessionResume *self)
{
  const char *id = fascia_entry_get_session (self->entry)->routine;
  FasciaRoutine *from_map = fascia_routines_model_get_from_map (self->model);
  FasciaRoutine *found
      = id != NULL
            ? fascia_library_lookup_routine (fascia_routines_model_get_library (self->model), id)
            : NULL;

  if (g_strcmp0 (id, FASCIA_SINGLE_ROUTINE) == 0)
    return make_single (self);
  if (found == NULL && from_map != NULL && g_strcmp0 (fascia_routine_get_id (from_map), id) == 0)
    found = from_map;
  return found != NULL ? fascia_routine_ref (found) : NULL;
}

char *
fascia_session_resume_dup_words (FasciaSessionResume *self)
{
  g_return_val_if_fail (FASCIA_IS_SESSION_RESUME (self), NULL);

  guint n = 0;
  guint step;
  g_autoptr (FasciaRoutine) routine = NULL;

  if (self->entry == NULL || self->model == NULL || !fascia_routines_model_is_ready (self->model))
    return NULL;
  step = fascia_open_session_get_step (fascia_entry_get_session (self->entry), &n);
  routine = find_routine (self);
  if (routine == NULL)
    /* Translators: a session broke off: at which step, of how many. */
    return g_strdup_printf (_ ("You were in a session, step %u of %u"), step, n);
  /* Translators: a session broke off: its routine, and at which step, of how many. */
  return g_strdup_printf (_ ("You were in %s, step %u of %u"), fascia_routine_get_title (routine),
                          step, n);
}

/* ---- leaving it ---- */

typedef struct
{
  FasciaSessionResume *self;
  GtkWidget *root; /* weak */
} Leaving;

static void
on_left (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Leaving *leaving = data;
  g_autoptr (FasciaSessionResume) self = leaving->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);
  GtkWidget *root = leaving->root;

  g_clear_weak_pointer (&leaving->root);
  if (operation != NULL && root != NULL)
    {
      const guint64 id = fascia_operation_get_id (operation);

      fascia_window_offer_undo (root, _ ("The session ended where it was"), &id, 1);
    }
  else if (operation == NULL)
    {
      if (root != NULL)
        fascia_window_show_error (root, error);
      look (self);
    }
}

void
fascia_session_resume_leave (FasciaSessionResume *self, GtkWidget *parent)
{
  g_return_if_fail (FASCIA_IS_SESSION_RESUME (self));

  if (self->entry == NULL || self->model == NULL)
    return;
  Leaving *leaving = g_new0 (Leaving, 1);
  g_autoptr (FasciaEntry) closed = fascia_open_session_close (self->entry);
  g_autoptr (FasciaEntry) entry = fascia_entry_ref (self->entry);

  leaving->self = g_object_ref (self);
  g_set_weak_pointer (&leaving->root, GTK_WIDGET (gtk_widget_get_root (parent)));
  set_entry (self, NULL);
  fascia_journal_put_over_async (fascia_routines_model_get_journal (self->model), entry, closed,
                                 NULL, on_left, leaving);
}

/* ---- going on ---- */

/* (transfer container) (nullable) The places with which it is the same work again: those of its steps,
 * else those that are marked now. */
static const FasciaRegion **
find_places (FasciaSessionResume *self, FasciaRoutine *routine)
{
  const FasciaSession *session = fascia_entry_get_session (self->entry);
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaBody *body = fascia_routines_model_get_body (self->model);
  GPtrArray *suggestions = fascia_routines_model_get_suggestions (self->model);
  g_autoptr (GPtrArray) ways = fascia_open_session_list_places (session, library, body);

  for (guint i = 0; i < suggestions->len; i++)
    {
      const FasciaSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      if (g_strcmp0 (fascia_routine_get_id (suggestion->routine), session->routine) == 0)
        g_ptr_array_add (
            ways, fascia_session_dup_places ((const FasciaRegion *const *) suggestion->places));
    }
  for (guint i = 0; i < ways->len; i++)
    {
      const FasciaRegion **places = g_ptr_array_index (ways, i);
      g_autoptr (FasciaPractice) practice = fascia_routines_model_make_practice (
          self->model, routine, NULL, places != NULL && places[0] != NULL ? places : NULL);

      if (fascia_open_session_fits (session, practice))
        return places != NULL && places[0] != NULL ? g_ptr_array_steal_index (ways, i) : NULL;
    }
  const FasciaRegion **first = g_ptr_array_index (ways, 0);
  return first[0] != NULL ? g_ptr_array_steal_index (ways, 0) : NULL;
}

static void
on_gone_response (AdwAlertDialog *dialog, const char *response, GtkWidget *parent)
{
  FasciaSessionResume *self = g_object_get_data (G_OBJECT (dialog), resume_key);

  if (g_str_equal (response, "leave"))
    fascia_session_resume_leave (self, parent);
}

static void
say_gone (FasciaSessionResume *self, GtkWidget *parent)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("It Cannot Go On"), _ ("This routine is not there any more, or it is another one now."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "leave",
                                  _ ("_Leave It"), NULL);
  g_object_set_data_full (G_OBJECT (dialog), resume_key, g_object_ref (self), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_gone_response), parent, 0);
  adw_dialog_present (dialog, parent);
}

void
fascia_session_resume_go_on (FasciaSessionResume *self, GtkWidget *parent)
{
  g_return_if_fail (FASCIA_IS_SESSION_RESUME (self));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (self->entry == NULL || self->model == NULL || !fascia_routines_model_is_ready (self->model))
    return;
  g_autoptr (FasciaEntry) entry = fascia_entry_ref (self->entry);
  g_autoptr (FasciaRoutine) routine = find_routine (self);
  if (routine == NULL)
    {
      say_gone (self, parent);
      return;
    }
  fascia_routines_model_set_going_on (self->model, fascia_routine_get_id (routine),
                                      fascia_entry_get_moment (entry)->utc_ms);
  g_autofree const FasciaRegion **places = find_places (self, routine);
  /* The way itself asks for it as long as it is open. */
  fascia_routines_model_set_going_on (self->model, NULL, 0);
  fascia_session_go_on (parent, self->model, routine, places, entry);
}

/* ---- the object ---- */

static void
fascia_session_resume_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ENTRY:
      g_value_set_boxed (value, FASCIA_SESSION_RESUME (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
fascia_session_resume_dispose (GObject *object)
{
  FasciaSessionResume *self = FASCIA_SESSION_RESUME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->model);
  g_clear_pointer (&self->entry, fascia_entry_unref);

  G_OBJECT_CLASS (fascia_session_resume_parent_class)->dispose (object);
}

static void
fascia_session_resume_class_init (FasciaSessionResumeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fascia_session_resume_get_property;
  object_class->dispose = fascia_session_resume_dispose;

  props[PROP_ENTRY] = g_param_spec_boxed ("entry", NULL, NULL, FASCIA_TYPE_ENTRY,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fascia_session_resume_init (FasciaSessionResume *self)
{
}

FasciaSessionResume *
fascia_session_resume_get (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSessionResume *self = g_object_get_data (G_OBJECT (model), resume_key);
  if (self != NULL)
    return self;
  self = g_object_new (FASCIA_TYPE_SESSION_RESUME, NULL);
  g_set_weak_pointer (&self->model, model);
  g_object_set_data_full (G_OBJECT (model), resume_key, self, g_object_unref);
  g_signal_connect_object (fascia_routines_model_get_journal (model), "changed",
                           G_CALLBACK (on_journal_changed), self, G_CONNECT_SWAPPED);
  return self;
}
