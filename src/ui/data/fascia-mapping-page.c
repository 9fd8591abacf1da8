/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which column of a table means what.
 */

#include "config.h"

#include "fascia-mapping-page.h"

#include <glib/gi18n.h>

#include "fascia-data-text.h"
#include "widgets/fascia-fit.h"

/* A table with more columns keeps the guess for the rest: nobody maps a hundred by hand. */
#define MAX_COLUMNS 40

struct _FasciaMappingPage
{
  AdwNavigationPage parent_instance;

  AdwPreferencesGroup *about;
  AdwComboRow *dates;
  AdwPreferencesGroup *columns;
  GtkLabel *problem;
  GtkWidget *next;

  FasciaMapping *mapping;
  FasciaItems *items; /* (nullable) */
  GPtrArray *names;   /* AdwEntryRow, one for each column shown; held by the group */
  gboolean is_filling;
};

typedef enum
{
  SIGNAL_MAPPED,
} FasciaMappingPageSignal;

static guint signals[SIGNAL_MAPPED + 1];

G_DEFINE_FINAL_TYPE (FasciaMappingPage, fascia_mapping_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update (FasciaMappingPage *self)
{
  g_autofree char *problem = fascia_mapping_dup_problem (self->mapping);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->next, problem == NULL);
}

static guint
get_column (gpointer row)
{
  return GPOINTER_TO_UINT (g_object_get_data (row, "column"));
}

static void
on_dates_selected (FasciaMappingPage *self)
{
  if (self->is_filling)
    return;
  self->mapping->dates = (FasciaDates) (adw_combo_row_get_selected (self->dates) + 1);
  update (self);
}

static void
on_use_selected (FasciaMappingPage *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column = get_column (row);
  FasciaColumnUse use = (FasciaColumnUse) (adw_combo_row_get_selected (row) + 1);

  if (self->is_filling)
    return;
  self->mapping->uses[column] = use;
  gtk_widget_set_visible (self->names->pdata[column], use == FASCIA_COLUMN_ITEM);
  update (self);
}

/* What is typed is a question of the journal when it has that name, else a scale of one's own. */
static void
on_name_changed (FasciaMappingPage *self, AdwEntryRow *row)
{
  guint column = get_column (row);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  const char *text = g_strstrip (name);
  guint n_items = self->items != NULL ? fascia_items_get_n (self->items) : 0;

  if (self->is_filling)
    return;
  for (guint i = 0; i < n_items; i++)
    {
      const FasciaItem *item = fascia_items_get (self->items, i);

      if (g_utf8_collate (fascia_item_get_name (item), text) == 0)
        text = fascia_item_get_code (item);
    }
  g_set_str (&self->mapping->items[column], *text != '\0' ? text : NULL);
  update (self);
}

static void
on_next_clicked (FasciaMappingPage *self)
{
  g_signal_emit (self, signals[SIGNAL_MAPPED], 0);
}

/* ---- filling ---- */

/* A row cuts what is chosen beside its title. With large text hardly a word is left of it: there it goes
 * below the title, and @words (nullable) into it. */
static void
fit_choice (AdwComboRow *row, const char *words)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (!fascia_is_text_large (GTK_WIDGET (row)))
    return;
  g_autofree char *both = words != NULL ? g_strjoin ("\n", title, words, NULL) : g_strdup (title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), both);
  adw_combo_row_set_use_subtitle (row, TRUE);
}

static void
add_column (FasciaMappingPage *self,
            const FasciaTextTable *table,
            GtkStringList *uses,
            guint column)
{
  const char *header = fascia_text_table_get_header (table, column);
  g_autofree char *samples = fascia_data_text_samples (table, column);
  /* Translators: a column without a heading; %u is its number, from 1 */
  g_autofree char *unnamed = g_strdup_printf (_ ("Column %u"), column + 1);
  const char *title = header != NULL && *header != '\0' ? header : unnamed;
  FasciaColumnUse use = self->mapping->uses[column];
  const char *item = self->mapping->items[column];
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *name = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  fit_choice (ADW_COMBO_ROW (row), samples);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (uses));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), use - 1);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_use_selected), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->columns, row);

  /* Translators: %s is the heading of a column; the name of the scale its values belong to */
  g_autofree char *label = g_strdup_printf (_ ("Name of the scale for “%s”"), title);
  if (item != NULL && self->items != NULL)
    item = fascia_items_get_name (self->items, item);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (name), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (name), label);
  gtk_editable_set_text (GTK_EDITABLE (name), item != NULL ? item : title);
  gtk_widget_set_visible (name, use == FASCIA_COLUMN_ITEM);
  g_object_set_data (G_OBJECT (name), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (name, "changed", G_CALLBACK (on_name_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->columns, name);
  g_ptr_array_add (self->names, name);
}

static void
fill (FasciaMappingPage *self, const FasciaTextTable *table)
{
  g_autoptr (GtkStringList) uses = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) dates = gtk_string_list_new (NULL);
  guint n_columns = self->mapping->n_columns;
  guint n_rows = fascia_text_table_get_n_rows (table);
  g_autofree char *rows
      /* Translators: how many lines a table has, its heading not counted */
      = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);

  self->is_filling = TRUE;
  for (int use = FASCIA_COLUMN_IGNORED; use <= FASCIA_COLUMN_TAG; use++)
    gtk_string_list_append (uses, fascia_data_text_column_use ((FasciaColumnUse) use));
  for (int form = FASCIA_DATES_ISO; form <= FASCIA_DATES_UNIX; form++)
    gtk_string_list_append (dates, fascia_data_text_dates ((FasciaDates) form));
  fit_choice (self->dates, NULL);
  adw_combo_row_set_model (self->dates, G_LIST_MODEL (dates));
  adw_combo_row_set_selected (self->dates, self->mapping->dates - 1);
  for (guint i = 0; i < n_columns && i < MAX_COLUMNS; i++)
    add_column (self, table, uses, i);

  g_autofree char *layout = fascia_layout_dup_name (self->mapping->layout);
  /* The title of a group is markup, and a program may be called “this & that”. */
  g_autofree char *title = g_markup_escape_text (layout, -1);
  adw_preferences_group_set_title (self->about, title);
  adw_preferences_group_set_description (self->about, rows);
  if (n_columns > MAX_COLUMNS)
    adw_preferences_group_set_description (
        self->columns, _ ("The table has more columns than are shown here. The others are taken as "
                          "they were guessed."));
  self->is_filling = FALSE;
  update (self);
}

const FasciaMapping *
fascia_mapping_page_get_mapping (FasciaMappingPage *self)
{
  g_return_val_if_fail (FASCIA_IS_MAPPING_PAGE (self), NULL);

  return self->mapping;
}

/* ---- the page ---- */

static void
fascia_mapping_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FASCIA_TYPE_MAPPING_PAGE);

  G_OBJECT_CLASS (fascia_mapping_page_parent_class)->dispose (object);
}

static void
fascia_mapping_page_finalize (GObject *object)
{
  FasciaMappingPage *self = FASCIA_MAPPING_PAGE (object);

  g_clear_pointer (&self->mapping, fascia_mapping_free);
  g_clear_pointer (&self->items, fascia_items_unref);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (fascia_mapping_page_parent_class)->finalize (object);
}

static void
fascia_mapping_page_class_init (FasciaMappingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_mapping_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_mapping_page_finalize;

  signals[SIGNAL_MAPPED] = g_signal_new ("mapped", FASCIA_TYPE_MAPPING_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-mapping-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaMappingPage, about);
  gtk_widget_class_bind_template_child (widget_class, FasciaMappingPage, dates);
  gtk_widget_class_bind_template_child (widget_class, FasciaMappingPage, columns);
  gtk_widget_class_bind_template_child (widget_class, FasciaMappingPage, problem);
  gtk_widget_class_bind_template_child (widget_class, FasciaMappingPage, next);
  gtk_widget_class_bind_template_callback (widget_class, on_dates_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
}

static void
fascia_mapping_page_init (FasciaMappingPage *self)
{
  self->names = g_ptr_array_new ();
  self->is_filling = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fascia_mapping_page_new (const FasciaTextTable *table,
                         const FasciaMapping *guess,
                         FasciaItems *items)
{
  g_return_val_if_fail (table != NULL && guess != NULL, NULL);

  FasciaMappingPage *self = g_object_new (FASCIA_TYPE_MAPPING_PAGE, NULL);

  self->mapping = fascia_mapping_copy (guess);
  self->items = items != NULL ? fascia_items_ref (items) : NULL;
  fill (self, table);
  return GTK_WIDGET (self);
}
