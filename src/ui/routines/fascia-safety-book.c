/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers of the safety check as the window knows them, and writing them. */

#include "config.h"

#include "fascia-safety-book.h"

#include <glib/gi18n.h>

#include "fascia-window.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-day-watch.h"

struct _FasciaSafetyBook
{
  GObject parent_instance;

  FasciaJournal *journal; /* not held: it holds this */
  FasciaBody *body;
  FasciaDayWatch *days; /* of the journal */
  GCancellable *reading;

  GArray *answers; /* NULL until the journal has answered */
  gint32 answered_day;
  FasciaConditions *conditions;
  gboolean has_conditions; /* whether it was tried */
  FasciaSafety *safety;    /* made when it is asked for */
};

G_DEFINE_FINAL_TYPE (FasciaSafetyBook, fascia_safety_book, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED = 1,
} FasciaSafetyBookSignal;

static guint signals[SIGNAL_CHANGED + 1];

static const char book_key[] = "fascia-safety-book";

static void
take_answers (FasciaSafetyBook *self, GArray *answers, gint32 answered_day)
{
  g_clear_pointer (&self->answers, g_array_unref);
  g_clear_pointer (&self->safety, fascia_safety_unref);
  self->answers = answers;
  self->answered_day = answered_day;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- reading ---- */

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSafetyBook) self = data;
  g_autoptr (GError) error = NULL;
  gint32 answered_day = FASCIA_DAY_UNKNOWN;
  GArray *answers
      = fascia_journal_load_answers_finish (FASCIA_JOURNAL (source), result, &answered_day, &error);

  /* A journal that cannot be read says so elsewhere. */
  if (answers == NULL)
    return;
  g_clear_object (&self->reading);
  take_answers (self, answers, answered_day);
}

static void
load (FasciaSafetyBook *self)
{
  if (fascia_journal_get_state (self->journal) != FASCIA_JOURNAL_READY)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  fascia_journal_load_answers_async (self->journal, self->reading, on_loaded, g_object_ref (self));
}

static void
on_journal_changed (FasciaSafetyBook *self, FasciaChangeFlags flags)
{
  if ((flags & FASCIA_CHANGE_SETTINGS) != 0)
    load (self);
}

/* What runs out has run out. */
static void
on_day_changed (FasciaSafetyBook *self)
{
  g_clear_pointer (&self->safety, fascia_safety_unref);
  if (self->answers != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

FasciaJournal *
fascia_safety_book_get_journal (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), NULL);

  return self->journal;
}

FasciaBody *
fascia_safety_book_get_body (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), NULL);

  return self->body;
}

gboolean
fascia_safety_book_is_loaded (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), FALSE);

  return self->answers != NULL;
}

const FasciaConditionAnswer *
fascia_safety_book_get_answers (FasciaSafetyBook *self, guint *n_answers)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), NULL);
  g_return_val_if_fail (n_answers != NULL, NULL);

  *n_answers = self->answers != NULL ? self->answers->len : 0;
  return self->answers != NULL ? (const FasciaConditionAnswer *) (gconstpointer) self->answers->data
                               : NULL;
}

gint32
fascia_safety_book_get_answered_day (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), FASCIA_DAY_UNKNOWN);

  return self->answered_day;
}

gint32
fascia_safety_book_get_today (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), FASCIA_DAY_UNKNOWN);

  return fascia_day_watch_get_day (self->days);
}

FasciaConditions *
fascia_safety_book_get_conditions (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), NULL);

  if (!self->has_conditions)
    {
      g_autoptr (GError) error = NULL;

      self->has_conditions = TRUE;
      self->conditions = fascia_conditions_new (self->body, &error);
      if (self->conditions == NULL)
        g_critical ("The table of conditions in the program is broken: %s", error->message);
    }
  return self->conditions;
}

FasciaSafety *
fascia_safety_book_get_safety (FasciaSafetyBook *self)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), NULL);

  FasciaConditions *conditions = fascia_safety_book_get_conditions (self);
  guint n_answers = 0;
  const FasciaConditionAnswer *answers = fascia_safety_book_get_answers (self, &n_answers);

  if (self->answers == NULL || conditions == NULL)
    return NULL;
  if (self->safety == NULL)
    self->safety = fascia_safety_new (conditions, self->body, answers, n_answers,
                                      self->answered_day, fascia_day_watch_get_day (self->days));
  return self->safety;
}

gboolean
fascia_safety_book_is_at (FasciaSafetyBook *self, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  guint n_answers = 0;
  const FasciaConditionAnswer *answers = fascia_safety_book_get_answers (self, &n_answers);

  for (guint i = 0; i < n_answers; i++)
    if (g_strcmp0 (answers[i].region, fascia_region_get_id (region)) == 0)
      return TRUE;
  return FALSE;
}

/* (nullable) The row of an answer; of several that share a question the first. */
static const FasciaCondition *
find_condition (const FasciaConditions *conditions, const char *code)
{
  for (guint i = 0; i < fascia_conditions_get_n (conditions); i++)
    {
      const FasciaCondition *condition = fascia_conditions_get (conditions, i);

      if (g_str_equal (fascia_condition_get_question_code (condition), code))
        return condition;
    }
  return fascia_conditions_lookup (conditions, code);
}

char *
fascia_safety_book_dup_name (FasciaSafetyBook *self, const FasciaConditionAnswer *answer)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_BOOK (self), NULL);
  g_return_val_if_fail (answer != NULL, NULL);

  const FasciaConditions *conditions = fascia_safety_book_get_conditions (self);
  const FasciaCondition *condition
      = conditions != NULL ? find_condition (conditions, answer->code) : NULL;
  const FasciaRegion *region
      = answer->region != NULL ? fascia_body_lookup (self->body, answer->region) : NULL;
  const char *name = condition != NULL ? fascia_condition_get_name (condition) : NULL;

  /* What another version wrote. */
  if (name == NULL)
    name = _ ("Something that this version does not know");
  if (region != NULL)
    /* Translators: a place, side first, and what is there: "Left hip: an implant". */
    return g_strdup_printf (C_ ("place and condition", "%s: %s"), fascia_region_get_name (region),
                            name);
  return g_strdup (name);
}

/* ---- writing ---- */

typedef struct
{
  FasciaSafetyBook *book;
  GtkWidget *from; /* weak */
  GObject *owner;  /* weak */
  FasciaSafetyBookFunc func;
  GArray *answers;
  gint32 answered_day;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_weak_pointer (&writing->from);
  g_clear_weak_pointer (&writing->owner);
  g_clear_pointer (&writing->answers, g_array_unref);
  g_object_unref (writing->book);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation != NULL)
    {
      /* "changed" has read nothing yet: who goes on from here needs what was just said. */
      take_answers (writing->book, g_steal_pointer (&writing->answers), writing->answered_day);
    }
  else if (writing->from != NULL)
    fascia_window_show_error (writing->from, error);
  if (writing->owner != NULL && writing->func != NULL)
    writing->func (writing->owner, operation != NULL);
  if (operation != NULL && writing->from != NULL && fascia_operation_can_undo (operation))
    {
      const guint64 id = fascia_operation_get_id (operation);

      fascia_window_offer_undo (writing->from, _ ("Your safety answers are kept"), &id, 1);
    }
}

void
fascia_safety_book_write (FasciaSafetyBook *self,
                          const FasciaConditionAnswer *answers,
                          guint n_answers,
                          gint32 answered_day,
                          GtkWidget *from,
                          GObject *owner,
                          FasciaSafetyBookFunc func)
{
  g_return_if_fail (FASCIA_IS_SAFETY_BOOK (self));
  g_return_if_fail (answers != NULL || n_answers == 0);

  Writing *writing = g_new0 (Writing, 1);

  writing->book = g_object_ref (self);
  writing->answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  if (n_answers > 0)
    g_array_append_vals (writing->answers, answers, n_answers);
  writing->answered_day = answered_day;
  writing->func = func;
  g_set_weak_pointer (&writing->from, from);
  g_set_weak_pointer (&writing->owner, owner);
  /* Never cancelled: what a person answered is written. */
  fascia_journal_set_answers_async (self->journal, answers, n_answers, answered_day, NULL,
                                    on_written, writing);
}

/* ---- the object ---- */

static void
fascia_safety_book_dispose (GObject *object)
{
  FasciaSafetyBook *self = FASCIA_SAFETY_BOOK (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  G_OBJECT_CLASS (fascia_safety_book_parent_class)->dispose (object);
}

static void
fascia_safety_book_finalize (GObject *object)
{
  FasciaSafetyBook *self = FASCIA_SAFETY_BOOK (object);

  g_clear_pointer (&self->answers, g_array_unref);
  g_clear_pointer (&self->safety, fascia_safety_unref);
  g_clear_pointer (&self->conditions, fascia_conditions_unref);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_safety_book_parent_class)->finalize (object);
}

static void
fascia_safety_book_class_init (FasciaSafetyBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_safety_book_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_safety_book_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_safety_book_init (FasciaSafetyBook *self)
{
  self->answered_day = FASCIA_DAY_UNKNOWN;
}

FasciaSafetyBook *
fascia_safety_book_get (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaSafetyBook *self = g_object_get_data (G_OBJECT (journal), book_key);
  if (self != NULL)
    return self;
  g_return_val_if_fail (body != NULL, NULL);

  /* What is near a place is measured on the figure as it was drawn, whatever form is shown. */
  const FasciaBodyForm form = FASCIA_BODY_FORM_INIT;
  self = g_object_new (FASCIA_TYPE_SAFETY_BOOK, NULL);
  self->journal = journal;
  self->body = fascia_body_new_with_form (body, &form);
  self->days = fascia_day_watch_get (journal);
  g_object_set_data_full (G_OBJECT (journal), book_key, self, g_object_unref);
  g_signal_connect_object (journal, "changed", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "notify::day", G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
  load (self);
  return self;
}
