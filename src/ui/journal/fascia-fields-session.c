/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a session says, to read: what was done is not changed by hand.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "fascia-entry-facts.h"
#include "fascia-entry-fields.h"
#include "widgets/fascia-day-watch.h"
#include "widgets/fascia-row-words.h"

typedef struct
{
  FasciaEntryFields parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* owned by the group */
} FasciaFieldsSession;

typedef FasciaEntryFieldsClass FasciaFieldsSessionClass;

G_DEFINE_TYPE (FasciaFieldsSession, fascia_fields_session, FASCIA_TYPE_ENTRY_FIELDS)

static FasciaFieldsSession *
cast (gpointer self)
{
  return G_TYPE_CHECK_INSTANCE_CAST (self, fascia_fields_session_get_type (), FasciaFieldsSession);
}

static void
load (FasciaEntryFields *fields, FasciaEntry *entry)
{
  FasciaFieldsSession *self = cast (fields);
  FasciaJournal *journal = fascia_entry_fields_get_journal (fields);
  FasciaNames names;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  fascia_name_book_fill (fascia_entry_fields_get_book (fields),
                         fascia_entry_fields_get_body (fields), &names);
  /* Tags are chosen below. */
  g_autoptr (FasciaEntry) untagged = fascia_entry_with_tags (entry, NULL);
  g_autoptr (GPtrArray) facts = fascia_entry_list_facts (
      untagged, &names, fascia_day_watch_get_day (fascia_day_watch_get (journal)),
      fascia_text_get_hours ());
  for (guint i = 0; i < facts->len; i++)
    {
      const FasciaFact *fact = g_ptr_array_index (facts, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->title);
      fascia_row_set_words (ADW_ACTION_ROW (row), fact->value);
      gtk_widget_add_css_class (row, "property");
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), facts->len > 0);
}

static FasciaEntry *
store (FasciaEntryFields *fields, FasciaEntry *entry)
{
  return fascia_entry_ref (entry);
}

static void
fascia_fields_session_finalize (GObject *object)
{
  g_ptr_array_unref (cast (object)->rows);

  G_OBJECT_CLASS (fascia_fields_session_parent_class)->finalize (object);
}

static void
fascia_fields_session_class_init (FasciaFieldsSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_fields_session_finalize;
  klass->load = load;
  klass->store = store;
}

static void
fascia_fields_session_init (FasciaFieldsSession *self)
{
  self->rows = g_ptr_array_new ();
  self->group = fascia_entry_fields_add_group (FASCIA_ENTRY_FIELDS (self), _ ("The Session"));
}
