/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Sources": one quiet row that opens where the facts above it come from.
 */

#include "config.h"

#include "fascia-place-sources.h"

#include <glib/gi18n.h>

struct _FasciaPlaceSources
{
  AdwExpanderRow parent_instance;

  GtkLabel *label;
  GHashTable *lines; /* those that are there */
};

G_DEFINE_FINAL_TYPE (FasciaPlaceSources, fascia_place_sources, ADW_TYPE_EXPANDER_ROW)

/* How sure a fact is, in words. */
static const char *
get_certainty_words (const char *certainty)
{
  if (g_strcmp0 (certainty, "well established") == 0)
    /* Translators: how sure a fact is: it stands in textbooks. */
    return C_ ("certainty", "textbook");
  if (g_strcmp0 (certainty, "source read") == 0)
    /* Translators: how sure a fact is: it was read in the source named. */
    return C_ ("certainty", "read in the source");
  /* Translators: how sure a fact is. */
  return C_ ("certainty", "not yet confirmed");
}

void
fascia_place_sources_add (FasciaPlaceSources *self, const char *source, const char *certainty)
{
  g_return_if_fail (FASCIA_IS_PLACE_SOURCES (self));

  if (source == NULL || source[0] == '\0')
    return;
  /* Translators: where a fact comes from, as the source is written, and how sure that is: "Simons,
   * Travell & Simons 1999: textbook" */
  g_autofree char *line = g_strdup_printf (C_ ("source and certainty", "%s: %s"), source,
                                           get_certainty_words (certainty));
  if (g_hash_table_contains (self->lines, line))
    return;

  const char *old = gtk_label_get_label (self->label);
  g_autofree char *text = old[0] != '\0' ? g_strdup_printf ("%s\n%s", old, line) : g_strdup (line);
  gtk_label_set_label (self->label, text);
  g_hash_table_add (self->lines, g_steal_pointer (&line));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

const char *
fascia_place_sources_get_text (FasciaPlaceSources *self)
{
  g_return_val_if_fail (FASCIA_IS_PLACE_SOURCES (self), NULL);

  return gtk_label_get_label (self->label);
}

static void
fascia_place_sources_finalize (GObject *object)
{
  g_clear_pointer (&FASCIA_PLACE_SOURCES (object)->lines, g_hash_table_unref);

  G_OBJECT_CLASS (fascia_place_sources_parent_class)->finalize (object);
}

static void
fascia_place_sources_class_init (FasciaPlaceSourcesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_place_sources_finalize;
}

static void
fascia_place_sources_init (FasciaPlaceSources *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new ("");

  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_selectable (self->label, TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 10);
  gtk_widget_set_margin_bottom (label, 10);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Sources"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
fascia_place_sources_new (void)
{
  return g_object_new (FASCIA_TYPE_PLACE_SOURCES, NULL);
}
