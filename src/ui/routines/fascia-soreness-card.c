/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question of the day after: how it is where somebody worked, and what follows from it.
 */

#include "config.h"

#include "fascia-soreness-card.h"

#include <glib/gi18n.h>

#include "body/fascia-help-page.h"
#include "fascia-announce.h"
#include "fascia-body-setup.h"
#include "fascia-link-row.h"
#include "fascia-name-book.h"
#include "fascia-plan-text.h"
#include "fascia-routine-text.h"
#include "fascia-window.h"

/* More names than that are "and others". */
#define MAX_NAMES 4

struct _FasciaSorenessCard
{
  AdwBin parent_instance;

  FasciaRoutinesModel *model;
  char *shown;
  int answered; /* the answer that was just given, or -1 */
  gint32 answered_day;
};

G_DEFINE_FINAL_TYPE (FasciaSorenessCard, fascia_soreness_card, ADW_TYPE_BIN)

/* ---- pure ---- */

const char *
fascia_soreness_get_consequence (int value)
{
  switch (fascia_soreness_from_answer (value))
    {
    case FASCIA_SORENESS_TWO_DAYS:
      return _ ("Next time it is half as much there.");
    case FASCIA_SORENESS_LONGER:
      return _ ("These places rest until you say that it is as before.");
    case FASCIA_SORENESS_NOT_ASKED:
    case FASCIA_SORENESS_BACK_IN_A_DAY:
    default:
      return _ ("Next time it is as much as before.");
    }
}

/* Whether it is worth to look at every place. */
static gboolean
may_stop (FasciaPast *past, gint32 day)
{
  guint n = 0;
  const FasciaPastAnswer *answers = fascia_past_get_answers (past, &n);

  for (guint i = 0; i < n; i++)
    if (fascia_soreness_from_answer (answers[i].value) == FASCIA_SORENESS_LONGER
        && (gint64) day - answers[i].day <= FASCIA_DOSE_SORE_DAYS)
      return TRUE;
  fascia_past_get_cut_short (past, &n);
  return n > 0;
}

GPtrArray *
fascia_soreness_list_stopped (FasciaLibrary *library, FasciaPast *past, gint32 day)
{
  g_return_val_if_fail (library != NULL, NULL);

  FasciaBody *body = fascia_library_get_body (library);
  GPtrArray *stopped = g_ptr_array_new ();

  if (past == NULL || !may_stop (past, day))
    return stopped;
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      const FasciaRegion *region = fascia_body_get_region (body, i);
      FasciaDoseAt at;

      fascia_dose_guard_look (&at, library, past, day, region);
      if (at.is_stopped)
        g_ptr_array_add (stopped, (gpointer) region);
    }
  return stopped;
}

gboolean
fascia_soreness_can_review (FasciaLibrary *library, FasciaPast *past, gint32 day)
{
  g_return_val_if_fail (library != NULL, FALSE);

  guint n = 0;
  const FasciaPastAnswer *answers = past != NULL ? fascia_past_get_answers (past, &n) : NULL;
  const FasciaPastAnswer as_before = { .day = day, .value = 0 };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (FasciaPastAnswer));

  if (past == NULL)
    return FALSE;
  /* The one of today takes the place of another of today. */
  for (guint i = 0; i < n; i++)
    if (answers[i].day != day)
      g_array_append_val (all, answers[i]);
  g_array_append_val (all, as_before);
  g_autoptr (FasciaPast) after = fascia_past_with_answers (
      past, (const FasciaPastAnswer *) (gconstpointer) all->data, all->len);
  g_autoptr (GPtrArray) stopped = fascia_soreness_list_stopped (library, after, day);
  return stopped->len == 0;
}

/* ---- the question ---- */

static char *
dup_question (gint32 today, gint32 day)
{
  g_autoptr (GDateTime) date = fascia_day_to_date_time (day);

  if (today - day == 1)
    return g_strdup (_ ("How is it today, after yesterday’s session?"));
  /* Translators: A day of the week such as “Monday”, in the notation of g_date_time_format(). */
  g_autofree char *weekday = g_date_time_format (date, _ ("%A"));
  /* Translators: %s is a day of the week. */
  return g_strdup_printf (_ ("How is it today, after the session on %s?"), weekday);
}

static gboolean
is_put_off (FasciaRoutinesModel *model)
{
  FasciaBodySetup *setup = fascia_body_setup_get (fascia_routines_model_get_journal (model),
                                                  fascia_routines_model_get_body (model));

  return fascia_settings_get_int64 (fascia_body_setup_get_settings (setup),
                                    FASCIA_SETTING_SORENESS_LATER, G_MININT64)
         == fascia_routines_model_get_day (model);
}

void
fascia_soreness_put_off (FasciaRoutinesModel *model)
{
  g_return_if_fail (FASCIA_IS_ROUTINES_MODEL (model));

  FasciaBodySetup *setup = fascia_body_setup_get (fascia_routines_model_get_journal (model),
                                                  fascia_routines_model_get_body (model));

  fascia_body_setup_set (setup, FASCIA_SETTING_SORENESS_LATER,
                         g_variant_new_int64 (fascia_routines_model_get_day (model)));
}

char *
fascia_soreness_dup_question (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  if (!fascia_routines_model_is_ready (model) || fascia_routines_model_get_past (model) == NULL
      || is_put_off (model))
    return NULL;
  FasciaPast *past = fascia_routines_model_get_past (model);
  const gint32 today = fascia_routines_model_get_day (model);
  const int index
      = fascia_dose_guard_find_to_ask (fascia_routines_model_get_library (model), past, today);
  guint n = 0;

  return index >= 0 ? dup_question (today, fascia_past_get_sessions (past, &n)[index].day) : NULL;
}

/* ---- answering ---- */

static const char value_key[] = "fascia-value";

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaSorenessCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation == NULL)
    {
      self->answered = -1;
      if (self->model == NULL)
        return;
      fascia_soreness_card_update (self);
      fascia_window_show_error (GTK_WIDGET (self), error);
      return;
    }
  const guint64 id = fascia_operation_get_id (operation);
  fascia_window_offer_undo (GTK_WIDGET (self), _ ("Answer saved"), &id, 1);
}

/* Written whatever becomes of the card. */
void
fascia_soreness_card_answer (FasciaSorenessCard *self, int value)
{
  g_return_if_fail (FASCIA_IS_SORENESS_CARD (self));

  FasciaJournal *journal = fascia_routines_model_get_journal (self->model);
  const FasciaMeasurement answer = {
    .item = FASCIA_ITEM_SORENESS,
    .side = FASCIA_SIDE_MIDLINE,
    .value = value,
  };
  const char *const asked[] = { FASCIA_ITEM_SORENESS, NULL };
  FasciaMoment now;

  fascia_clock_now (fascia_journal_get_clock (journal), &now);
  self->answered = value;
  self->answered_day = now.day;
  fascia_journal_answer_async (journal, &now, &answer, asked, NULL, on_answered,
                               g_object_ref (self));
}

static void
on_answer_activated (FasciaSorenessCard *self, GtkWidget *row)
{
  fascia_soreness_card_answer (self,
                               GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), value_key)));
}

static void
on_as_before_clicked (FasciaSorenessCard *self)
{
  fascia_soreness_card_answer (self, 0);
}

static void
on_later_clicked (FasciaSorenessCard *self)
{
  self->answered = -1;
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  fascia_soreness_put_off (self->model);
  fascia_soreness_card_update (self);
}

static void
on_help_clicked (FasciaSorenessCard *self)
{
  fascia_help_present (GTK_WIDGET (self), fascia_routines_model_get_journal (self->model),
                       fascia_routines_model_get_body (self->model), FASCIA_SIGN_ON_PAGE);
}

/* ---- what is shown ---- */

typedef enum
{
  SHOWS_NOTHING = 0,
  SHOWS_QUESTION,
  SHOWS_ANSWER,  /* what follows */
  SHOWS_STOPPED, /* places at rest */
} Shows;

static char *
dup_stopped (GPtrArray *stopped, gboolean can_review)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < MIN (stopped->len, MAX_NAMES); i++)
    g_ptr_array_add (places, g_ptr_array_index (stopped, i));
  g_ptr_array_add (places, NULL);
  g_autofree char *names = fascia_routine_text_places ((const FasciaRegion *const *) places->pdata);
  g_autofree char *list = stopped->len > MAX_NAMES
                              /* Translators: %s is a list of places. */
                              ? g_strdup_printf (_ ("%s and others"), names)
                              : g_strdup (names);
  return g_strdup_printf (can_review
                              /* Translators: %s is a list of places. */
                              ? _ ("%s: nothing works there until you say that it is as before.")
                              /* Translators: %s is a list of places. */
                              : _ ("%s: nothing works there for now. Tomorrow you can say whether "
                                   "it is as before."),
                          list);
}

static GtkLabel *
create_label (const char *text, const char *css_class)
{
  GtkLabel *label
      = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                 "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL));

  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static GtkWidget *
create_close (FasciaSorenessCard *self, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_later_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_button (FasciaSorenessCard *self,
            GtkWidget *buttons,
            const char *label,
            gboolean is_flat,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  if (is_flat)
    gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
}

/* Rows, and no chips: an answer is read to its end, however large the text is. */
static GtkWidget *
create_question (FasciaSorenessCard *self, const char *question)
{
  FasciaNameBook *book = fascia_name_book_get (fascia_routines_model_get_journal (self->model));
  FasciaItems *items = fascia_name_book_get_items (book);
  const FasciaItem *item = items != NULL ? fascia_items_lookup (items, FASCIA_ITEM_SORENESS) : NULL;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLabel *label = create_label (question, "heading");

  /* The title of a group with something beside it is cut off. */
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (label));
  gtk_box_append (GTK_BOX (top), create_close (self, _ ("Not Now")));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (group));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  for (guint i = 0; item != NULL && i < fascia_item_get_n_choices (item); i++)
    {
      GtkWidget *row = fascia_link_row_new_bare (fascia_item_get_choice_name (item, i));

      g_object_set_data (G_OBJECT (row), value_key,
                         GINT_TO_POINTER ((int) fascia_item_get_choice (item, i)));
      g_signal_connect_object (row, "activated", G_CALLBACK (on_answer_activated), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (group, row);
    }
  return box;
}

/* @close: (nullable) */
static GtkWidget *
create_card (const char *title, const char *words, GtkWidget *close, GtkWidget *buttons)
{
  GtkWidget *card = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (top), GTK_WIDGET (create_label (title, "heading")));
  if (close != NULL)
    gtk_box_append (GTK_BOX (top), close);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (create_label (words, NULL)));
  if (buttons != NULL)
    gtk_box_append (GTK_BOX (box), buttons);
  adw_bin_set_child (ADW_BIN (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "routinesetup");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return card;
}

static GtkWidget *
create_stopped (FasciaSorenessCard *self, const char *words, gboolean can_review)
{
  GtkWidget *buttons = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  if (can_review)
    add_button (self, buttons, _ ("_It Is as Before"), FALSE, G_CALLBACK (on_as_before_clicked));
  add_button (self, buttons, _ ("_When to Get Help"), TRUE, G_CALLBACK (on_help_clicked));
  return create_card (_ ("At Rest"), words, NULL, buttons);
}

static gboolean
has_focus (FasciaSorenessCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
fascia_soreness_card_update (FasciaSorenessCard *self)
{
  g_return_if_fail (FASCIA_IS_SORENESS_CARD (self));

  if (self->model == NULL || !fascia_routines_model_is_ready (self->model))
    return;
  FasciaLibrary *library = fascia_routines_model_get_library (self->model);
  FasciaPast *past = fascia_routines_model_get_past (self->model);
  const gint32 today = fascia_routines_model_get_day (self->model);
  g_autofree char *question = fascia_soreness_dup_question (self->model);
  g_autoptr (GPtrArray) stopped = fascia_soreness_list_stopped (library, past, today);
  Shows shows = SHOWS_NOTHING;
  g_autofree char *words = NULL;
  gboolean can_review = FALSE;

  if (question != NULL)
    {
      shows = SHOWS_QUESTION;
      words = g_steal_pointer (&question);
    }
  else if (stopped->len > 0)
    {
      shows = SHOWS_STOPPED;
      can_review = fascia_soreness_can_review (library, past, today);
      words = dup_stopped (stopped, can_review);
    }
  else if (self->answered >= 0 && self->answered_day == today)
    {
      shows = SHOWS_ANSWER;
      words = g_strdup (fascia_soreness_get_consequence (self->answered));
    }
  g_autofree char *shown = g_strdup_printf ("%d %d %s", (int) shows, can_review, words);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  const gboolean had_focus = has_focus (self);
  GtkWidget *child = NULL;
  g_set_str (&self->shown, shown);
  switch (shows)
    {
    case SHOWS_QUESTION:
      child = create_question (self, words);
      break;
    case SHOWS_STOPPED:
      child = create_stopped (self, words, can_review);
      break;
    case SHOWS_ANSWER:
      child = create_card (_ ("Thank You"), words, create_close (self, _ ("Close")), NULL);
      break;
    case SHOWS_NOTHING:
    default:
      break;
    }
  adw_bin_set_child (ADW_BIN (self), child);
  gtk_widget_set_visible (GTK_WIDGET (self), child != NULL);
  if (!had_focus)
    return;
  if (child != NULL)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
  /* Who listens hears what follows. */
  if (shows == SHOWS_ANSWER || shows == SHOWS_STOPPED)
    fascia_announce (GTK_WIDGET (self), words);
}

/* ---- the widget ---- */

static void
fascia_soreness_card_dispose (GObject *object)
{
  FasciaSorenessCard *self = FASCIA_SORENESS_CARD (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (fascia_soreness_card_parent_class)->dispose (object);
}

static void
fascia_soreness_card_finalize (GObject *object)
{
  g_free (FASCIA_SORENESS_CARD (object)->shown);

  G_OBJECT_CLASS (fascia_soreness_card_parent_class)->finalize (object);
}

static void
fascia_soreness_card_class_init (FasciaSorenessCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fascia_soreness_card_dispose;
  object_class->finalize = fascia_soreness_card_finalize;
}

static void
fascia_soreness_card_init (FasciaSorenessCard *self)
{
  self->answered = -1;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_soreness_card_new (FasciaRoutinesModel *model)
{
  g_return_val_if_fail (FASCIA_IS_ROUTINES_MODEL (model), NULL);

  FasciaSorenessCard *self = g_object_new (FASCIA_TYPE_SORENESS_CARD, NULL);
  self->model = g_object_ref (model);
  return GTK_WIDGET (self);
}
