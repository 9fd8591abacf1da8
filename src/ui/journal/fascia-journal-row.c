/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the journal: a small figure, what the entry is, when, where, and its note.
 */

#include "config.h"

#include "fascia-journal-row.h"

#include "fascia-timeline-text.h"

/* Two lines have room for about this many names. */
#define NAMED_PLACES 4

struct _FasciaJournalRow
{
  GtkWidget parent_instance;

  FasciaBodyThumbnail *thumbnail;
  GtkLabel *title_label;
  GtkLabel *time_label;
  GtkLabel *places_label;
  GtkLabel *note_label;

  FasciaTimelineItem *item;
  gulong item_changed;
  FasciaBody *body;
  FasciaHours hours;
  char *spoken;
};

typedef enum
{
  PROP_SPOKEN = 1,
} FasciaJournalRowProperty;

static GParamSpec *properties[PROP_SPOKEN + 1];

G_DEFINE_FINAL_TYPE (FasciaJournalRow, fascia_journal_row, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
update (FasciaJournalRow *self)
{
  FasciaEntry *entry = fascia_timeline_item_get_entry (self->item);
  g_autofree char *title = fascia_text_entry_title (entry);
  g_autofree char *time = fascia_text_time (fascia_entry_get_moment (entry), self->hours);
  g_autofree char *places = fascia_timeline_text_places (entry, self->body, NAMED_PLACES);
  g_autofree char *note = fascia_timeline_text_note_line (entry);

  fascia_body_thumbnail_set_entry (self->thumbnail, entry);
  show_text (self->title_label, title);
  show_text (self->time_label, time);
  show_text (self->places_label, places);
  show_text (self->note_label, note);

  g_free (self->spoken);
  self->spoken = fascia_timeline_text_spoken (entry, self->body, self->hours);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

static void
fascia_journal_row_dispose (GObject *object)
{
  FasciaJournalRow *self = FASCIA_JOURNAL_ROW (object);
  GtkWidget *child;

  fascia_journal_row_unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FASCIA_TYPE_JOURNAL_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fascia_journal_row_parent_class)->dispose (object);
}

static void
fascia_journal_row_finalize (GObject *object)
{
  FasciaJournalRow *self = FASCIA_JOURNAL_ROW (object);

  g_free (self->spoken);

  G_OBJECT_CLASS (fascia_journal_row_parent_class)->finalize (object);
}

static void
fascia_journal_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaJournalRow *self = FASCIA_JOURNAL_ROW (object);

  switch ((FasciaJournalRowProperty) id)
    {
    case PROP_SPOKEN:
      g_value_set_string (value, self->spoken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_journal_row_class_init (FasciaJournalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_journal_row_dispose;
  object_class->finalize = fascia_journal_row_finalize;
  object_class->get_property = fascia_journal_row_get_property;

  properties[PROP_SPOKEN]
      = g_param_spec_string ("spoken", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FASCIA_TYPE_BODY_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-journal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, places_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, note_label);
  gtk_widget_class_set_css_name (widget_class, "journalrow");
  /* The list item around it says everything in one sentence. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fascia_journal_row_init (FasciaJournalRow *self)
{
  self->hours = FASCIA_HOURS_24;
  gtk_widget_init_template (GTK_WIDGET (self));
}

FasciaJournalRow *
fascia_journal_row_new (void)
{
  return g_object_new (FASCIA_TYPE_JOURNAL_ROW, NULL);
}

void
fascia_journal_row_bind (FasciaJournalRow *self,
                         FasciaTimelineItem *item,
                         const FasciaBody *body,
                         FasciaThumbnailCache *cache,
                         FasciaHours hours)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_ROW (self));
  g_return_if_fail (FASCIA_IS_TIMELINE_ITEM (item));

  fascia_journal_row_unbind (self);

  self->item = g_object_ref (item);
  self->body = body != NULL ? fascia_body_ref ((FasciaBody *) body) : NULL;
  self->hours = hours;
  self->item_changed = g_signal_connect_swapped (item, "notify::entry", G_CALLBACK (update), self);
  fascia_body_thumbnail_set_cache (self->thumbnail, cache);
  update (self);
}

void
fascia_journal_row_unbind (FasciaJournalRow *self)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_changed, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->body, fascia_body_unref);
}

FasciaTimelineItem *
fascia_journal_row_get_item (FasciaJournalRow *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL_ROW (self), NULL);

  return self->item;
}

const char *
fascia_journal_row_get_spoken (FasciaJournalRow *self)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL_ROW (self), NULL);

  return self->spoken;
}
