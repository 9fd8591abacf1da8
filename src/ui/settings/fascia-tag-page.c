/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One tag in the preferences: its name, whether it is offered, merging and deleting it.
 */

#include "config.h"

#include "fascia-tag-page.h"

#include <glib/gi18n.h>

#include "fascia-choose-page.h"
#include "fascia-settings-write.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-name-book.h"
#include "widgets/fascia-row-words.h"

struct _FasciaTagPage
{
  AdwNavigationPage parent_instance;

  FasciaJournal *journal;
  FasciaNameBook *book;
  char *code;
  gint64 n_uses;
  gboolean is_updating;

  GtkLabel *problem;
  AdwEntryRow *name;
  GtkWidget *own_name; /* a ready tag gets its own name back */
  AdwSwitchRow *offered;
  GtkWidget *delete_row;
};

G_DEFINE_FINAL_TYPE (FasciaTagPage, fascia_tag_page, ADW_TYPE_NAVIGATION_PAGE)

char *
fascia_tag_page_describe_uses (gint64 n_uses)
{
  if (n_uses < 0)
    return g_strdup ("");
  if (n_uses == 0)
    return g_strdup (C_ ("tag", "Not used"));
  /* Translators: How many entries of the journal have a tag. */
  return g_strdup_printf (ngettext ("In %d entry", "In %d entries", (gulong) n_uses),
                          (int) MIN (n_uses, G_MAXINT));
}

/* (nullable) */
static const FasciaTag *
get_tag (FasciaTagPage *self)
{
  FasciaTags *tags = fascia_name_book_get_tags (self->book);

  return tags != NULL ? fascia_tags_lookup (tags, self->code) : NULL;
}

static void
leave (FasciaTagPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL
      && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))
             == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
update (FasciaTagPage *self)
{
  const FasciaTag *tag = get_tag (self);

  if (tag == NULL)
    {
      leave (self);
      return;
    }
  const char *name = fascia_tag_get_name (tag);
  gboolean is_own = fascia_tag_get_group (tag) == FASCIA_TAG_OWN;

  self->is_updating = TRUE;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  adw_switch_row_set_active (self->offered, !fascia_tag_is_hidden (tag));
  gtk_widget_set_visible (self->own_name, !is_own);
  gtk_widget_set_visible (self->delete_row, is_own);
  gtk_widget_set_sensitive (self->delete_row, self->n_uses <= 0);
  self->is_updating = FALSE;
}

/* ---- changes ---- */

typedef struct
{
  FasciaTagPage *self; /* held */
  FasciaTagChangeType type;
  GtkWidget *view; /* held: where the toast goes when the page has left */
} Change;

static const char *
get_done_words (FasciaTagChangeType type)
{
  switch (type)
    {
    case FASCIA_TAG_CREATE:
      return _ ("Tag created");
    case FASCIA_TAG_RENAME:
      return _ ("Tag renamed");
    case FASCIA_TAG_HIDE:
      return _ ("Tag hidden");
    case FASCIA_TAG_SHOW:
      return _ ("Tag offered again");
    case FASCIA_TAG_MERGE:
      return _ ("Tags merged");
    case FASCIA_TAG_DELETE:
    default:
      return _ ("Tag deleted");
    }
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  Change *change = data;
  FasciaTagPage *self = change->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation != NULL)
    fascia_settings_offer_undo (change->view, self->journal, get_done_words (change->type),
                                operation);
  else
    fascia_settings_problem_set (self->problem, error->message);
  if (operation == NULL)
    update (self);
  /* A tag that went into another is gone, or not offered any more. */
  else if (change->type == FASCIA_TAG_MERGE || change->type == FASCIA_TAG_DELETE)
    leave (self);
  g_object_unref (change->view);
  g_object_unref (change->self);
  g_free (change);
}

static void
change_tag (FasciaTagPage *self, FasciaTagChangeType type, const char *name, const char *into)
{
  const FasciaTagChange wanted = { .type = type, .code = self->code, .name = name, .into = into };
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  Change *change = g_new0 (Change, 1);

  change->self = g_object_ref (self);
  change->type = type;
  change->view = g_object_ref (view != NULL ? view : GTK_WIDGET (self));
  fascia_settings_problem_set (self->problem, NULL);
  fascia_journal_change_tag_async (self->journal, &wanted, NULL, on_changed, change);
}

static void
on_name_applied (FasciaTagPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (name[0] == '\0')
    {
      fascia_settings_problem_set (self->problem, _ ("A tag needs a name."));
      return;
    }
  change_tag (self, FASCIA_TAG_RENAME, name, NULL);
}

static void
on_own_name_activated (FasciaTagPage *self)
{
  change_tag (self, FASCIA_TAG_RENAME, NULL, NULL);
}

static void
on_offered_toggled (FasciaTagPage *self)
{
  if (!self->is_updating)
    change_tag (self, adw_switch_row_get_active (self->offered) ? FASCIA_TAG_SHOW : FASCIA_TAG_HIDE,
                NULL, NULL);
}

void
fascia_tag_page_merge (FasciaTagPage *self, const char *into)
{
  g_return_if_fail (FASCIA_IS_TAG_PAGE (self));
  g_return_if_fail (into != NULL);

  change_tag (self, FASCIA_TAG_MERGE, NULL, into);
}

void
fascia_tag_page_delete (FasciaTagPage *self)
{
  g_return_if_fail (FASCIA_IS_TAG_PAGE (self));

  change_tag (self, FASCIA_TAG_DELETE, NULL, NULL);
}

static void
on_merge_activated (FasciaTagPage *self)
{
  FasciaTags *tags = fascia_name_book_get_tags (self->book);
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  FasciaChoosePage *page = NULL;

  if (tags == NULL || view == NULL)
    return;
  page = fascia_choose_page_new (_ ("Merge Into"),
                                 _ ("All entries that have this tag get the other one instead."));
  for (guint i = 0; i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);

      if (!g_str_equal (fascia_tag_get_code (tag), self->code) && !fascia_tag_is_hidden (tag))
        fascia_choose_page_add (page, fascia_tag_get_code (tag), fascia_tag_get_name (tag));
    }
  g_signal_connect_object (page, "chosen", G_CALLBACK (fascia_tag_page_merge), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
}

/* ---- the page ---- */

AdwEntryRow *
fascia_tag_page_get_name_row (FasciaTagPage *self)
{
  g_return_val_if_fail (FASCIA_IS_TAG_PAGE (self), NULL);

  return self->name;
}

AdwSwitchRow *
fascia_tag_page_get_offered_row (FasciaTagPage *self)
{
  g_return_val_if_fail (FASCIA_IS_TAG_PAGE (self), NULL);

  return self->offered;
}

const char *
fascia_tag_page_get_problem (FasciaTagPage *self)
{
  g_return_val_if_fail (FASCIA_IS_TAG_PAGE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_label (self->problem)
                                                             : NULL;
}

static void
fascia_tag_page_finalize (GObject *object)
{
  FasciaTagPage *self = FASCIA_TAG_PAGE (object);

  g_clear_object (&self->journal);
  g_free (self->code);

  G_OBJECT_CLASS (fascia_tag_page_parent_class)->finalize (object);
}

static void
fascia_tag_page_class_init (FasciaTagPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_tag_page_finalize;
}

static GtkWidget *
add_button_row (FasciaTagPage *self, GtkWidget *group, const char *title, GCallback activated)
{
  GtkWidget *row = fascia_button_row_new (title, NULL);

  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
fascia_tag_page_init (FasciaTagPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *more = adw_preferences_group_new ();

  self->problem = fascia_settings_problem_new ();
  self->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _ ("Name"));
  adw_entry_row_set_show_apply_button (self->name, TRUE);
  g_signal_connect_object (self->name, "apply", G_CALLBACK (on_name_applied), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->name));
  self->offered = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->offered), _ ("Offered"));
  fascia_row_set_words (ADW_ACTION_ROW (self->offered),
                        _ ("Entries that have it keep it and show it"));
  g_signal_connect_object (self->offered, "notify::active", G_CALLBACK (on_offered_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->offered));

  self->own_name = add_button_row (self, more, _ ("Use Its _Own Name Again"),
                                   G_CALLBACK (on_own_name_activated));
  add_button_row (self, more, _ ("_Merge Into Another Tag…"), G_CALLBACK (on_merge_activated));
  self->delete_row
      = add_button_row (self, more, _ ("_Delete"), G_CALLBACK (fascia_tag_page_delete));
  gtk_widget_add_css_class (self->delete_row, "destructive-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), more);
  fascia_settings_page_fill (ADW_NAVIGATION_PAGE (self), box, NULL);
}

AdwNavigationPage *
fascia_tag_page_new (FasciaJournal *journal, const char *code, gint64 n_uses)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  FasciaTagPage *self = g_object_new (FASCIA_TYPE_TAG_PAGE, NULL);
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (self->name), ADW_TYPE_PREFERENCES_GROUP);
  g_autofree char *uses = fascia_tag_page_describe_uses (n_uses);

  self->journal = g_object_ref (journal);
  self->book = fascia_name_book_get (journal);
  self->code = g_strdup (code);
  self->n_uses = n_uses;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), uses);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
