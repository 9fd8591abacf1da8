/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal is filtered by: a row of chips, each of which takes its part away.
 */

#include "config.h"

#include "fascia-filter-chips.h"

#include <glib/gi18n.h>

struct _FasciaFilterChips
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  FasciaJournalFilter filter;
};

enum
{
  FILTER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FasciaFilterChips, fascia_filter_chips, ADW_TYPE_BIN)

static const char part_key[] = "fascia-part";

static void
on_chip_clicked (FasciaFilterChips *self, GtkWidget *chip)
{
  const FasciaFilterPart *part = g_object_get_data (G_OBJECT (chip), part_key);

  self->filter = fascia_journal_filter_without (&self->filter, part);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static GtkWidget *
create_chip (FasciaFilterChips *self, const FasciaFilterPart *part, const FasciaNames *names)
{
  g_autofree char *label = fascia_journal_filter_dup_part_label (&self->filter, part, names);
  /* Translators: Read aloud: a button that takes a part of the filter away. */
  g_autofree char *spoken = g_strdup_printf (_ ("Remove filter: %s"), label);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words
      = g_object_new (GTK_TYPE_LABEL, "label", label, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *cross = gtk_image_new_from_icon_name ("window-close-symbolic");

  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), cross);
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (chip), part_key, g_memdup2 (part, sizeof *part), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
fascia_filter_chips_class_init (FasciaFilterChipsClass *klass)
{
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
fascia_filter_chips_init (FasciaFilterChips *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "filterchips");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Active Filters"), -1);
}

GtkWidget *
fascia_filter_chips_new (void)
{
  return g_object_new (FASCIA_TYPE_FILTER_CHIPS, NULL);
}

/* Which of the chips, counted from 0, has the focus; -1 for none. */
static int
find_focused (FasciaFilterChips *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  for (int i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_focus (child))
      return i;
  return -1;
}

void
fascia_filter_chips_set_filter (FasciaFilterChips *self,
                                const FasciaJournalFilter *filter,
                                const FasciaNames *names)
{
  g_return_if_fail (FASCIA_IS_FILTER_CHIPS (self));
  g_return_if_fail (filter != NULL);

  g_autoptr (GArray) parts = fascia_journal_filter_list_parts (filter);
  int focused = find_focused (self);
  GtkWidget *old = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  self->filter = *filter;
  for (guint i = 0; i < parts->len; i++)
    adw_wrap_box_append (self->box,
                         create_chip (self, &g_array_index (parts, FasciaFilterPart, i), names));
  gtk_widget_set_visible (GTK_WIDGET (self), parts->len > 0);

  /* The new ones stand behind the old ones until here, so that the focus has somewhere to go. */
  GtkWidget *first_new = parts->len > 0 ? gtk_widget_get_last_child (GTK_WIDGET (self->box)) : NULL;
  for (guint i = 1; i < parts->len; i++)
    first_new = gtk_widget_get_prev_sibling (first_new);
  if (focused >= 0 && first_new != NULL)
    {
      GtkWidget *next = first_new;

      for (int i = 0; i < focused && gtk_widget_get_next_sibling (next) != NULL; i++)
        next = gtk_widget_get_next_sibling (next);
      gtk_widget_grab_focus (next);
    }
  while (old != NULL && old != first_new)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (old);

      adw_wrap_box_remove (self->box, old);
      old = next;
    }
}

const FasciaJournalFilter *
fascia_filter_chips_get_filter (FasciaFilterChips *self)
{
  g_return_val_if_fail (FASCIA_IS_FILTER_CHIPS (self), NULL);

  return &self->filter;
}
