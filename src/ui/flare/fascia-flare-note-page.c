/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flare that was just noted: words and a number may follow, or it is taken back.
 */

#include "config.h"

#include "fascia-flare-note-page.h"

#include <glib/gi18n.h>

#include "body/fascia-level-scale.h"
#include "fascia-announce.h"
#include "fascia-text.h"

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

  FasciaFlareEntry *entry;
  char *kept; /* (nullable) the words that went to the journal */
  guint rest_id;
  gboolean was_told;
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

  g_set_str (&self->kept, words);
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
  fascia_flare_entry_put (self->entry, entry);
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
on_level_chosen (FasciaFlareNotePage *self, int level)
{
  fascia_level_scale_set_level (self->level, level);
  describe_level (self);
  put (self);
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

static void
on_retry_clicked (FasciaFlareNotePage *self)
{
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

static void
on_undo_clicked (FasciaFlareNotePage *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  fascia_flare_entry_delete (self->entry);
  fascia_announce (GTK_WIDGET (self), _ ("Taken back"));
  leave (self);
}

/* ---- the page ---- */

static void
fascia_flare_note_page_hiding (AdwNavigationPage *page)
{
  flush (FASCIA_FLARE_NOTE_PAGE (page));

  ADW_NAVIGATION_PAGE_CLASS (fascia_flare_note_page_parent_class)->hiding (page);
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
  g_clear_pointer (&self->kept, g_free);

  G_OBJECT_CLASS (fascia_flare_note_page_parent_class)->dispose (object);
}

static void
fascia_flare_note_page_class_init (FasciaFlareNotePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_flare_note_page_dispose;
  page_class->hiding = fascia_flare_note_page_hiding;
  page_class->shown = fascia_flare_note_page_shown;

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
  gtk_widget_init_template (GTK_WIDGET (self));
  fascia_level_scale_set_level (self->level, FASCIA_LEVEL_NOT_GIVEN);
  describe_level (self);
}

GtkWidget *
fascia_flare_note_page_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaFlareNotePage *self = g_object_new (FASCIA_TYPE_FLARE_NOTE_PAGE, NULL);

  self->entry = fascia_flare_entry_new (journal, FASCIA_ENTRY_EVENT);
  g_signal_connect_object (self->entry, "kept", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  put (self);
  return GTK_WIDGET (self);
}

FasciaFlareEntry *
fascia_flare_note_page_get_entry (FasciaFlareNotePage *self)
{
  g_return_val_if_fail (FASCIA_IS_FLARE_NOTE_PAGE (self), NULL);

  return self->entry;
}
