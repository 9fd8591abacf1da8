/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing answers of the safety check, after asking where that is needed. */

#include "config.h"

#include "fascia-safety-write.h"

#include <glib/gi18n.h>

#include "fascia-safety-form.h"

typedef struct
{
  FasciaSafetyBook *book;
  FasciaJournal *journal;
  GArray *answers;
  gint32 answered_day;
  GtkWidget *from; /* weak */
  GObject *owner;  /* weak */
  FasciaSafetyBookFunc func;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_weak_pointer (&asking->from);
  g_clear_weak_pointer (&asking->owner);
  g_array_unref (asking->answers);
  g_object_unref (asking->book);
  g_object_unref (asking->journal);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
write_asked (Asking *asking)
{
  fascia_safety_book_write (
      asking->book, (const FasciaConditionAnswer *) (gconstpointer) asking->answers->data,
      asking->answers->len, asking->answered_day, asking->from, asking->owner, asking->func);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "out"))
    write_asked (asking);
  else if (asking->owner != NULL && asking->func != NULL)
    asking->func (asking->owner, FALSE);
}

/* (transfer full) The names of what would go, one a line. */
static char *
dup_names (FasciaSafetyBook *book, const GArray *gone)
{
  guint n_before = 0;
  const FasciaConditionAnswer *before = fascia_safety_book_get_answers (book, &n_before);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < gone->len; i++)
    {
      g_autofree char *name
          = fascia_safety_book_dup_name (book, &before[g_array_index (gone, guint, i)]);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
ask (Asking *asking, const GArray *gone, GtkWidget *parent)
{
  g_autofree char *names = dup_names (asking->book, gone);
  /* Translators: %s is what was answered, one a line. */
  g_autofree char *body = g_strdup_printf (
      _ ("Take this out only once a clinician, such as your doctor, has agreed to it.\n\n%s"),
      names);
  /* A short heading: a longer one has no room in a narrow window with large text. */
  AdwDialog *question = adw_alert_dialog_new (_ ("Take It Out?"), NULL);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (question), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Keep It"), "out",
                                  _ ("It Is _Agreed"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), parent, NULL, on_answered, asking);
}

void
fascia_safety_write_confirmed (FasciaSafetyBook *book,
                               const FasciaConditionAnswer *answers,
                               guint n_answers,
                               gint32 answered_day,
                               GtkWidget *parent,
                               GtkWidget *from,
                               GObject *owner,
                               FasciaSafetyBookFunc func)
{
  g_return_if_fail (FASCIA_IS_SAFETY_BOOK (book));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  g_autoptr (Asking) asking = g_new0 (Asking, 1);
  guint n_before = 0;
  const FasciaConditionAnswer *before = fascia_safety_book_get_answers (book, &n_before);
  FasciaConditions *conditions = fascia_safety_book_get_conditions (book);

  asking->book = g_object_ref (book);
  asking->journal = g_object_ref (fascia_safety_book_get_journal (book));
  asking->answers = g_array_new (FALSE, TRUE, sizeof (FasciaConditionAnswer));
  if (n_answers > 0)
    g_array_append_vals (asking->answers, answers, n_answers);
  asking->answered_day = answered_day;
  asking->func = func;
  g_set_weak_pointer (&asking->from, from);
  g_set_weak_pointer (&asking->owner, owner);
  if (conditions != NULL)
    {
      g_autoptr (GArray) gone
          = fascia_safety_find_taken_out (conditions, before, n_before, answers, n_answers);

      if (gone->len > 0)
        {
          ask (g_steal_pointer (&asking), gone, parent);
          return;
        }
    }
  write_asked (asking);
}
