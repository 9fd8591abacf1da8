/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All tags in the preferences, and how often each is used.
 */

#include "config.h"

#include "fascia-tags-page.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db.h"
#include "fascia-settings-write.h"
#include "fascia-tag-page.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-name-book.h"
#include "widgets/fascia-row-words.h"

#define N_GROUPS FASCIA_TAG_OWN

struct _FasciaTagsPage
{
  AdwNavigationPage parent_instance;

  FasciaJournal *journal;
  FasciaNameBook *book;
  GCancellable *cancellable;
  GHashTable *uses; /* of code → gint64; NULL until they were counted */
  gboolean is_counting;

  GtkLabel *problem;
  AdwEntryRow *create;
  AdwPreferencesGroup *groups[N_GROUPS];
  GPtrArray *rows; /* AdwActionRow with its code as data; owned by their groups */
};

G_DEFINE_FINAL_TYPE (FasciaTagsPage, fascia_tags_page, ADW_TYPE_NAVIGATION_PAGE)

static const char code_key[] = "fascia-code";

/* ---- counting ---- */

/* On the worker. */
static gpointer
count_uses (FasciaDb *db, gpointer data, FasciaChangeFlags *changed)
{
  g_autoptr (FasciaTags) tags = fascia_db_load_tags (db, NULL);
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; tags != NULL && i < fascia_tags_get_n (tags); i++)
    {
      const char *code = fascia_tag_get_code (fascia_tags_get (tags, i));
      gint64 n_uses = fascia_db_count_tag (db, code, NULL);

      if (n_uses >= 0)
        g_hash_table_insert (uses, g_strdup (code), g_memdup2 (&n_uses, sizeof n_uses));
    }
  return uses;
}

static gint64
get_uses (FasciaTagsPage *self, const char *code)
{
  const gint64 *n_uses = self->uses != NULL ? g_hash_table_lookup (self->uses, code) : NULL;

  return n_uses != NULL ? *n_uses : -1;
}

/* ---- rows ---- */

static char *
describe (FasciaTagsPage *self, const FasciaTag *tag)
{
  g_autofree char *uses
      = fascia_tag_page_describe_uses (get_uses (self, fascia_tag_get_code (tag)));

  if (!fascia_tag_is_hidden (tag))
    return g_steal_pointer (&uses);
  if (uses[0] == '\0')
    return g_strdup (C_ ("tag", "Not offered"));
  /* Translators: A tag that is not offered any more, and how often it is used: “Not offered · In 12
   * entries”. */
  return g_strdup_printf (_ ("Not offered · %s"), uses);
}

static void
on_row_activated (FasciaTagsPage *self, GtkWidget *row)
{
  const char *code = g_object_get_data (G_OBJECT (row), code_key);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                              fascia_tag_page_new (self->journal, code, get_uses (self, code)));
}

static GtkWidget *
create_row (FasciaTagsPage *self, const char *code)
{
  GtkWidget *row = fascia_link_row_new ("", NULL, NULL);

  g_object_set_data_full (G_OBJECT (row), code_key, g_strdup (code), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* The same tags in the same order keep their rows, and with them the keyboard focus. */
static gboolean
has_same_rows (FasciaTagsPage *self, FasciaTags *tags)
{
  if (self->rows->len != fascia_tags_get_n (tags))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), code_key),
                   fascia_tag_get_code (fascia_tags_get (tags, i)))
        != 0)
      return FALSE;
  return TRUE;
}

static void
rebuild (FasciaTagsPage *self, FasciaTags *tags)
{
  gboolean has_any[N_GROUPS] = { FALSE };

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (
          ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);
      guint group = (guint) fascia_tag_get_group (tag) - 1;
      GtkWidget *row = create_row (self, fascia_tag_get_code (tag));

      adw_preferences_group_add (self->groups[group], row);
      g_ptr_array_add (self->rows, row);
      has_any[group] = TRUE;
    }
  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), has_any[i] || i == FASCIA_TAG_OWN - 1);
}

static void
update (FasciaTagsPage *self)
{
  FasciaTags *tags = fascia_name_book_get_tags (self->book);

  if (tags == NULL)
    return;
  if (!has_same_rows (self, tags))
    rebuild (self, tags);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);
      AdwActionRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *words = describe (self, tag);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_tag_get_name (tag));
      fascia_row_set_words (row, words);
    }
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaTagsPage) self = FASCIA_TAGS_PAGE (data);
  g_autoptr (GError) error = NULL;
  GHashTable *uses = fascia_journal_run_finish (FASCIA_JOURNAL (source), result, &error);

  self->is_counting = FALSE;
  if (uses == NULL)
    return;
  g_clear_pointer (&self->uses, g_hash_table_unref);
  self->uses = uses;
  update (self);
}

static void
count (FasciaTagsPage *self)
{
  if (self->is_counting)
    return;
  self->is_counting = TRUE;
  fascia_journal_run_async (self->journal, count_uses, NULL, NULL, self->cancellable, on_counted,
                            g_object_ref (self));
}

static void
on_book_changed (FasciaTagsPage *self)
{
  update (self);
  count (self);
}

/* ---- making one ---- */

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaTagsPage) self = FASCIA_TAGS_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation == NULL)
    {
      fascia_settings_problem_set (self->problem, error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->create), "");
  fascia_settings_offer_undo (GTK_WIDGET (self), self->journal, _ ("Tag created"), operation);
}

void
fascia_tags_page_create (FasciaTagsPage *self, const char *name)
{
  g_return_if_fail (FASCIA_IS_TAGS_PAGE (self));
  g_return_if_fail (name != NULL);

  g_autofree char *stripped = g_strstrip (g_strdup (name));
  if (stripped[0] == '\0')
    {
      fascia_settings_problem_set (self->problem, _ ("A tag needs a name."));
      return;
    }
  const FasciaTagChange change = { .type = FASCIA_TAG_CREATE, .name = stripped };
  fascia_settings_problem_set (self->problem, NULL);
  fascia_journal_change_tag_async (self->journal, &change, NULL, on_created, g_object_ref (self));
}

static void
on_create_applied (FasciaTagsPage *self)
{
  fascia_tags_page_create (self, gtk_editable_get_text (GTK_EDITABLE (self->create)));
}

/* ---- the page ---- */

gboolean
fascia_tags_page_is_settled (FasciaTagsPage *self)
{
  g_return_val_if_fail (FASCIA_IS_TAGS_PAGE (self), FALSE);

  return self->uses != NULL && !self->is_counting;
}

AdwActionRow *
fascia_tags_page_get_row (FasciaTagsPage *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_TAGS_PAGE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->rows, i), code_key), code) == 0)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static void
fascia_tags_page_dispose (GObject *object)
{
  g_cancellable_cancel (FASCIA_TAGS_PAGE (object)->cancellable);

  G_OBJECT_CLASS (fascia_tags_page_parent_class)->dispose (object);
}

static void
fascia_tags_page_finalize (GObject *object)
{
  FasciaTagsPage *self = FASCIA_TAGS_PAGE (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->uses, g_hash_table_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (fascia_tags_page_parent_class)->finalize (object);
}

static void
fascia_tags_page_class_init (FasciaTagsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_tags_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_tags_page_finalize;
}

static void
add_group (FasciaTagsPage *self, GtkWidget *box, FasciaTagGroup group, const char *title)
{
  GtkWidget *widget = adw_preferences_group_new ();

  fascia_group_set_title (ADW_PREFERENCES_GROUP (widget), title);
  self->groups[group - 1] = ADW_PREFERENCES_GROUP (widget);
  gtk_box_append (GTK_BOX (box), widget);
}

static void
fascia_tags_page_init (FasciaTagsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->problem = fascia_settings_problem_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  add_group (self, box, FASCIA_TAG_OWN, _ ("My Tags"));
  add_group (self, box, FASCIA_TAG_TRIGGER, _ ("What May Have Brought It On"));
  add_group (self, box, FASCIA_TAG_RELIEVER, _ ("What May Have Eased It"));
  add_group (self, box, FASCIA_TAG_NOTE, _ ("For My Therapist"));

  self->create = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->create), _ ("New Tag"));
  adw_entry_row_set_show_apply_button (self->create, TRUE);
  g_signal_connect_object (self->create, "apply", G_CALLBACK (on_create_applied), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups[FASCIA_TAG_OWN - 1], GTK_WIDGET (self->create));
  fascia_settings_page_fill (ADW_NAVIGATION_PAGE (self), box, NULL);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Tags"));
}

AdwNavigationPage *
fascia_tags_page_new (FasciaJournal *journal)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaTagsPage *self = g_object_new (FASCIA_TYPE_TAGS_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->book = fascia_name_book_get (journal);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self,
                           G_CONNECT_SWAPPED);
  on_book_changed (self);
  return ADW_NAVIGATION_PAGE (self);
}
