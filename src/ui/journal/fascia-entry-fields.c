/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry of one kind says, to write: a group of rows for each kind.
 */

#include "config.h"

#include "fascia-entry-fields.h"

#include "widgets/fascia-fit.h"

#define SPACING_PX 18

typedef struct
{
  FasciaJournal *journal;
  FasciaBody *body;
  gboolean is_loading;
} FasciaEntryFieldsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FasciaEntryFields, fascia_entry_fields, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_EDITED = 1,
} FasciaEntryFieldsSignal;

static guint signals[SIGNAL_EDITED + 1];

static FasciaEntryFieldsPrivate *
get_private (FasciaEntryFields *self)
{
  return fascia_entry_fields_get_instance_private (self);
}

void
fascia_entry_fields_load (FasciaEntryFields *self, FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_ENTRY_FIELDS (self));
  g_return_if_fail (entry != NULL);

  get_private (self)->is_loading = TRUE;
  FASCIA_ENTRY_FIELDS_GET_CLASS (self)->load (self, entry);
  get_private (self)->is_loading = FALSE;
}

FasciaEntry *
fascia_entry_fields_store (FasciaEntryFields *self, FasciaEntry *entry)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_FIELDS (self), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  return FASCIA_ENTRY_FIELDS_GET_CLASS (self)->store (self, entry);
}

GtkWidget *
fascia_entry_fields_find_invalid (FasciaEntryFields *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_FIELDS (self), NULL);

  FasciaEntryFieldsClass *klass = FASCIA_ENTRY_FIELDS_GET_CLASS (self);
  return klass->find_invalid != NULL ? klass->find_invalid (self) : NULL;
}

FasciaJournal *
fascia_entry_fields_get_journal (FasciaEntryFields *self)
{
  return get_private (self)->journal;
}

const FasciaBody *
fascia_entry_fields_get_body (FasciaEntryFields *self)
{
  return get_private (self)->body;
}

FasciaNameBook *
fascia_entry_fields_get_book (FasciaEntryFields *self)
{
  return fascia_name_book_get (get_private (self)->journal);
}

void
fascia_entry_fields_emit_edited (FasciaEntryFields *self)
{
  if (!get_private (self)->is_loading)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

AdwPreferencesGroup *
fascia_entry_fields_add_group (FasciaEntryFields *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self), group);
  return ADW_PREFERENCES_GROUP (group);
}

gpointer
fascia_entry_fields_add (FasciaEntryFields *self,
                         AdwPreferencesGroup *group,
                         GtkWidget *widget,
                         const char *signal)
{
  adw_preferences_group_add (group, widget);
  g_signal_connect_object (widget, signal, G_CALLBACK (fascia_entry_fields_emit_edited), self,
                           G_CONNECT_SWAPPED);
  return widget;
}

/* The words instead of the pencil that would lie on them. */
static void
fit_entry (GtkWidget *row)
{
  if (fascia_is_text_large (row))
    gtk_widget_add_css_class (row, "large-text");
  else
    gtk_widget_remove_css_class (row, "large-text");
}

AdwEntryRow *
fascia_entry_fields_add_entry (FasciaEntryFields *self,
                               AdwPreferencesGroup *group,
                               const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  fit_entry (row);
  fascia_follow_text_size (row, G_CALLBACK (fit_entry));
  return fascia_entry_fields_add (self, group, row, "changed");
}

void
fascia_entry_row_set_text (AdwEntryRow *row, const char *text)
{
  const char *shown = text != NULL ? text : "";

  /* What is being typed keeps its cursor. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), shown))
    gtk_editable_set_text (GTK_EDITABLE (row), shown);
}

static void
fascia_entry_fields_finalize (GObject *object)
{
  FasciaEntryFieldsPrivate *private = get_private (FASCIA_ENTRY_FIELDS (object));

  g_clear_object (&private->journal);
  g_clear_pointer (&private->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_entry_fields_parent_class)->finalize (object);
}

static void
fascia_entry_fields_class_init (FasciaEntryFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_entry_fields_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fascia_entry_fields_init (FasciaEntryFields *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING_PX);
}

static GType
get_type_of (FasciaEntryKind kind)
{
  switch (kind)
    {
    case FASCIA_ENTRY_VISIT:
      return fascia_fields_visit_get_type ();
    case FASCIA_ENTRY_EXERCISE:
      return fascia_fields_exercise_get_type ();
    case FASCIA_ENTRY_TREATMENT:
      return fascia_fields_treatment_get_type ();
    case FASCIA_ENTRY_EVENT:
      return fascia_fields_event_get_type ();
    case FASCIA_ENTRY_MEASUREMENT:
      return fascia_fields_measurement_get_type ();
    case FASCIA_ENTRY_SESSION:
      return fascia_fields_session_get_type ();
    case FASCIA_ENTRY_CHECK_IN:
    case FASCIA_ENTRY_NOTE:
    default:
      return G_TYPE_INVALID;
    }
}

FasciaEntryFields *
fascia_entry_fields_new (FasciaEntryKind kind, FasciaJournal *journal, const FasciaBody *body)
{
  GType type = get_type_of (kind);

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  if (type == G_TYPE_INVALID)
    return NULL;
  FasciaEntryFields *self = g_object_new (type, NULL);
  FasciaEntryFieldsPrivate *private = get_private (self);
  private->journal = g_object_ref (journal);
  private->body = body != NULL ? fascia_body_ref ((FasciaBody *) body) : NULL;
  return self;
}
