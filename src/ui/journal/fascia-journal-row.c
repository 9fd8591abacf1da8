/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the journal: a small figure or the icon of its kind, what the entry is, when, where, its note
 * and its tags.
 */

#include "config.h"

#include "fascia-journal-row.h"

#include <adwaita.h>

#include "fascia-entry-editor.h"
#include "fascia-entry-text.h"
#include "fascia-timeline-text.h"

/* Two lines have room for about this many names. */
#define NAMED_PLACES 4

/* Behind a hit; the words stay readable on it in every style. */
#define HIT_ALPHA 0.35

struct _FasciaJournalRow
{
  GtkWidget parent_instance;

  FasciaBodyThumbnail *thumbnail;
  GtkLabel *title_label;
  GtkLabel *time_label;
  GtkWidget *icon;
  GtkLabel *detail_label;
  GtkLabel *note_label;
  GtkLabel *tags_label;

  FasciaTimelineItem *item;
  gulong item_changed;
  const FasciaRowLook *look; /* NULL while unbound */
  char *spoken;
};

typedef enum
{
  PROP_SPOKEN = 1,
} FasciaJournalRowProperty;

static GParamSpec *properties[PROP_SPOKEN + 1];

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaJournalRow, fascia_journal_row, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
add_hit (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* (transfer full) (nullable) */
static PangoAttrList *
create_hits (FasciaQuery *query, const char *text)
{
  g_autoptr (GArray) hits = fascia_query_find_hits (query, text);
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);
  gboolean has_contrast = adw_style_manager_get_high_contrast (style);

  if (hits->len == 0)
    return NULL;
  PangoAttrList *list = pango_attr_list_new ();
  for (guint i = 0; i + 1 < hits->len; i += 2)
    {
      guint start = g_array_index (hits, guint, i);
      guint end = g_array_index (hits, guint, i + 1);

      add_hit (list,
               pango_attr_background_new ((guint16) (accent->red * G_MAXUINT16),
                                          (guint16) (accent->green * G_MAXUINT16),
                                          (guint16) (accent->blue * G_MAXUINT16)),
               start, end);
      add_hit (list, pango_attr_background_alpha_new ((guint16) (HIT_ALPHA * G_MAXUINT16)), start,
               end);
      add_hit (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      if (has_contrast)
        add_hit (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
  return list;
}

static void
show_searched (FasciaJournalRow *self, GtkLabel *label, const char *text)
{
  FasciaQuery *query = self->look->query;
  g_autoptr (PangoAttrList) hits = NULL;

  if (text != NULL && query != NULL && fascia_query_get_text (query) != NULL)
    hits = create_hits (query, text);
  show_text (label, text);
  if (hits != NULL || gtk_label_get_attributes (label) != NULL)
    gtk_label_set_attributes (label, hits);
}

static void
update (FasciaJournalRow *self)
{
  FasciaEntry *entry = fascia_timeline_item_get_entry (self->item);
  const FasciaRowLook *look = self->look;
  gboolean is_check_in = fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN;
  g_autofree char *title = fascia_entry_text_title (entry, &look->names, FALSE);
  g_autofree char *time = fascia_timeline_text_time (entry, look->hours);
  g_autofree char *detail = fascia_timeline_text_detail (entry, &look->names, NAMED_PLACES);
  g_autofree char *note = fascia_timeline_text_note_line (entry);
  g_autofree char *excerpt = note != NULL ? fascia_timeline_text_excerpt (note, look->query) : NULL;
  g_autofree char *tags = fascia_timeline_text_tags (entry, &look->names);

  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), is_check_in);
  gtk_widget_set_visible (self->icon, !is_check_in);
  fascia_body_thumbnail_set_entry (self->thumbnail, is_check_in ? entry : NULL);
  if (!is_check_in)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                  fascia_entry_text_icon (fascia_entry_get_kind (entry)));
  show_searched (self, self->title_label, title);
  show_text (self->time_label, time);
  show_searched (self, self->detail_label, detail);
  show_searched (self, self->note_label, excerpt);
  show_searched (self, self->tags_label, tags);

  g_free (self->spoken);
  self->spoken = fascia_timeline_text_spoken (entry, &look->names, look->hours);
  /* Whoever meets the action knows what it opens. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

static void
open_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[OPENED], 0);
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
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, icon);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaJournalRow, tags_label);
  gtk_widget_class_set_css_name (widget_class, "journalrow");
  /* The list item around it says everything in one sentence; this one has what can be done with it. */
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_activated);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_journal_row_init (FasciaJournalRow *self)
{
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
                         const FasciaRowLook *look)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_ROW (self));
  g_return_if_fail (FASCIA_IS_TIMELINE_ITEM (item));
  g_return_if_fail (look != NULL);

  fascia_journal_row_unbind (self);

  self->item = g_object_ref (item);
  self->look = look;
  self->item_changed = g_signal_connect_swapped (item, "notify::entry", G_CALLBACK (update), self);
  fascia_body_thumbnail_set_cache (self->thumbnail, look->cache);
  update (self);
}

void
fascia_journal_row_refresh (FasciaJournalRow *self)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_ROW (self));

  if (self->item != NULL)
    update (self);
}

void
fascia_journal_row_unbind (FasciaJournalRow *self)
{
  g_return_if_fail (FASCIA_IS_JOURNAL_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_changed, self->item);
  g_clear_object (&self->item);
  self->look = NULL;
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
