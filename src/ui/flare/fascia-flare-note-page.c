/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flare that was just noted: words and a number may follow, or it is taken back.
 */

#include "config.h"

#include "fascia-flare-note-page.h"

#include <glib/gi18n.h>

#include "body/fascia-level-scale.h"
#include "core/store/fascia-db.h"
#include "fascia-announce.h"
#include "fascia-flare.h"
#include "fascia-text.h"
#include "fascia-window.h"

/* The daily question that the number answers. */
#define QUESTION "pain-worst"
/* Written when the person has stopped writing for so long. */
#define REST_MS 600

struct _FasciaFlareNotePage
{
  AdwNavigationPage parent_instance;

  GtkLabel *title;
  GtkLabel *status;
  GtkEntry *words;
  FasciaLevelScale *level;
  GtkWidget *retry_button;

  FasciaJournal *journal;
  FasciaFlareEntry *entry;
  GArray *levels; /* int: those before the one that is shown */
  guint rest_id;
  gboolean was_told;
  gboolean is_gone; /* deleted elsewhere */
};

G_DEFINE_FINAL_TYPE (FasciaFlareNotePage, fascia_flare_note_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- what it says ---- */

static FasciaEntry *
make_entry (FasciaFlareNotePage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));
  const FasciaEvent event = {
    .type = FASCIA_FLARE_EVENT,
    .what = words,
    .until_day = FASCIA_DAY_NOT_GIVEN,
  };
  const int level = fascia_level_scale_get_level (self->level);
  g_autoptr (FasciaEntry) blank = fascia_flare_entry_dup_blank (self->entry);
  g_autoptr (FasciaEntry) told = fascia_entry_with_event (blank, &event);

  if (level == FASCIA_LEVEL_NOT_GIVEN)
    return g_steal_pointer (&told);

  const FasciaMeasurement answer
      = { .item = QUESTION, .side = FASCIA_SIDE_MIDLINE, .value = level };
  return fascia_entry_with_measurement (told, &answer);
}

static void
put (FasciaFlareNotePage *self)
{
  g_autoptr (FasciaEntry) entry = make_entry (self);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  fascia_entry_writer_put (fascia_flare_entry_get_writer (self->entry), entry);
}

static void
on_words_rest (gpointer data)
{
  FasciaFlareNotePage *self = data;

  self->rest_id = 0;
  put (self);
}

static void
on_words_changed (FasciaFlareNotePage *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_once (REST_MS, on_words_rest, self);
}

/* The last letters are kept, too. */
static void
flush (FasciaFlareNotePage *self)
{
  if (self->rest_id != 0)
    put (self);
}

static void
describe_level (FasciaFlareNotePage *self)
{
  const int level = fascia_level_scale_get_level (self->level);
  g_autofree char *value = level == FASCIA_LEVEL_NOT_GIVEN
                               ? g_strdup (_ ("not given"))
                               /* Translators: a level, of 10: “7 of 10” */
                               : g_strdup_printf (C_ ("level", "%d of 10"), level);

  fascia_level_scale_describe (self->level, _ ("Worst pain today"), value);
}

static void
take_level (FasciaFlareNotePage *self, int level)
{
  fascia_level_scale_set_level (self->level, level);
  describe_level (self);
  put (self);
}

static void
on_level_chosen (FasciaFlareNotePage *self, int level)
{
  const int before = fascia_level_scale_get_level (self->level);

  if (level != before)
    g_array_append_val (self->levels, before);
  take_level (self, level);
}

/* ---- what became of it ---- */

static void
tell (FasciaFlareNotePage *self)
{
  g_autofree char *time
      = fascia_text_time (fascia_flare_entry_get_moment (self->entry), fascia_text_get_hours ());
  /* Translators: %s is a time of day: “In your journal since 02:14.” */
  g_autofree char *words = g_strdup_printf (_ ("In your journal since %s."), time);

  gtk_label_set_label (self->title, _ ("Noted"));
  gtk_label_set_label (self->status, words);
  gtk_widget_set_visible (self->retry_button, FALSE);
  if (!self->was_told)
    fascia_announce (GTK_WIDGET (self), _ ("Noted"));
  self->was_told = TRUE;
}

static void
on_failed (FasciaFlareNotePage *self, const GError *error)
{
  gtk_label_set_label (self->title, _ ("Not Kept Yet"));
  gtk_label_set_label (self->status, error->message);
  gtk_widget_set_visible (self->retry_button, TRUE);
  fascia_announce (GTK_WIDGET (self), error->message);
}

/* Taken back elsewhere, by Undo in another window for example: what is in view is kept nowhere. */
static void
on_gone (FasciaFlareNotePage *self)
{
  self->is_gone = TRUE;
  gtk_label_set_label (self->title, _ ("Taken Back"));
  gtk_label_set_label (self->status, _ ("It is not in your journal any more."));
  gtk_button_set_label (GTK_BUTTON (self->retry_button), _ ("_Keep It"));
  gtk_widget_set_visible (self->retry_button, TRUE);
  fascia_announce (GTK_WIDGET (self), _ ("It is not in your journal any more."));
}

static void begin (FasciaFlareNotePage *self);

static void
on_retry_clicked (FasciaFlareNotePage *self)
{
  if (!self->is_gone)
    {
      put (self);
      return;
    }
  self->is_gone = FALSE;
  self->was_told = FALSE;
  gtk_button_set_label (GTK_BUTTON (self->retry_button), _ ("_Try Again"));
  begin (self);
}

static void
begin (FasciaFlareNotePage *self)
{
  FasciaEntryWriter *writer;

  g_clear_object (&self->entry);
  self->entry = fascia_flare_entry_new (self->journal, FASCIA_ENTRY_EVENT);
  writer = fascia_flare_entry_get_writer (self->entry);
  g_signal_connect_object (writer, "kept", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (writer, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (writer, "gone", G_CALLBACK (on_gone), self, G_CONNECT_SWAPPED);
  put (self);
}

/* ---- leaving ---- */

static void
leave (FasciaFlareNotePage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
on_done_clicked (FasciaFlareNotePage *self)
{
  leave (self);
}

/* The page is gone by then; its window is not. */
static void
on_taken_back (FasciaOperation *operation, const GError *error, gpointer data)
{
  g_autoptr (GtkWidget) window = data;

  if (operation != NULL)
    {
      const guint64 id = fascia_operation_get_id (operation);

      fascia_window_offer_undo (window, _ ("Flare taken back"), &id, 1);
    }
  /* It never came into the journal. */
  else if (!g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    fascia_window_show_error (window, error);
}

static void
on_undo_clicked (FasciaFlareNotePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Whoever thinks better of it has every letter again. */
  flush (self);
  g_autoptr (GtkWidget) window = root != NULL ? g_object_ref (GTK_WIDGET (root)) : NULL;
  if (window != NULL
      && fascia_entry_writer_delete (fascia_flare_entry_get_writer (self->entry), on_taken_back,
                                     window))
    g_steal_pointer (&window);
  leave (self);
}

static void
undo_level (FasciaFlareNotePage *self)
{
  const int level = g_array_index (self->levels, int, self->levels->len - 1);
  g_autofree char *words = level == FASCIA_LEVEL_NOT_GIVEN
                               ? g_strdup (_ ("Worst pain today: not given"))
                               /* Translators: a level, of 10 */
                               : g_strdup_printf (_ ("Worst pain today: %d of 10"), level);

  g_array_set_size (self->levels, self->levels->len - 1);
  take_level (self, level);
  fascia_announce (GTK_WIDGET (self), words);
}

/* Undo of the window would take the entry from under the page, or a part of what is in view. */
static gboolean
on_undo_pressed (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  FasciaFlareNotePage *self = FASCIA_FLARE_NOTE_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Among the letters it is about letters, also when none is left to take back. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->words)))
    return TRUE;
  if (self->levels->len > 0)
    undo_level (self);
  else
    fascia_window_refuse_undo (widget, _ ("To take the flare back, choose “Take It Back”."));
  return TRUE;
}

/* ---- the page ---- */

static void
fascia_flare_note_page_hiding (AdwNavigationPage *page)
{
  FasciaFlareNotePage *self = FASCIA_FLARE_NOTE_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  FasciaEntryWriter *writer = fascia_flare_entry_get_writer (self->entry);

  if (root != NULL)
    fascia_flare_tell_failures (GTK_WIDGET (root), writer);
  flush (self);
  fascia_entry_writer_retry (writer);

  ADW_NAVIGATION_PAGE_CLASS (fascia_flare_note_page_parent_class)->hiding (page);
}

static void
fascia_flare_note_page_showing (AdwNavigationPage *page)
{
  FasciaFlareNotePage *self = FASCIA_FLARE_NOTE_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    fascia_flare_stop_telling (GTK_WIDGET (root), fascia_flare_entry_get_writer (self->entry));

  ADW_NAVIGATION_PAGE_CLASS (fascia_flare_note_page_parent_class)->showing (page);
}

static void
fascia_flare_note_page_shown (AdwNavigationPage *page)
{
  FasciaFlareNotePage *self = FASCIA_FLARE_NOTE_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (fascia_flare_note_page_parent_class)->shown (page);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
fascia_flare_note_page_dispose (GObject *object)
{
  FasciaFlareNotePage *self = FASCIA_FLARE_NOTE_PAGE (object);

  if (self->entry != NULL)
    flush (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_FLARE_NOTE_PAGE);
  g_clear_object (&self->entry);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->levels, g_array_unref);

  G_OBJECT_CLASS (fascia_flare_note_page_parent_class)->dispose (object);
}

static void
fascia_flare_note_page_class_init (FasciaFlareNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_flare_note_page_dispose;
  page_class->hiding = fascia_flare_note_page_hiding;
  page_class->showing = fascia_flare_note_page_showing;
  page_class->shown = fascia_flare_note_page_shown;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, on_undo_pressed, NULL);

  g_type_ensure (FASCIA_TYPE_LEVEL_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-flare-note-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaFlareNotePage, title);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlareNotePage, status);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlareNotePage, words);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlareNotePage, level);
  gtk_widget_class_bind_template_child (widget_class, FasciaFlareNotePage, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_level_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked);
}

static void
fascia_flare_note_page_init (FasciaFlareNotePage *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_level_scale_set_level (self->level, FASCIA_LEVEL_NOT_GIVEN);
  describe_level (self);
}

GtkWidget *
fascia_flare_note_page_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaFlareNotePage *self = g_object_new (FASCIA_TYPE_FLARE_NOTE_PAGE, NULL);

  self->journal = g_object_ref (journal);
  begin (self);
  return GTK_WIDGET (self);
}

FasciaFlareEntry *
fascia_flare_note_page_get_entry (FasciaFlareNotePage *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_NOTE_PAGE (self), NULL);

  return self->entry;
}
