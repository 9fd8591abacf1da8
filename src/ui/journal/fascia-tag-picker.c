/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags to choose for an entry: what may have brought it on, what may have eased it, own ones.
 */

#include "config.h"

#include "fascia-tag-picker.h"

#include <glib/gi18n.h>

#include "fascia-code-chips.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-name-book.h"
#include "widgets/fascia-row-words.h"

#define N_GROUPS FASCIA_TAG_OWN

struct _FasciaTagPicker
{
  AdwNavigationPage parent_instance;

  FasciaJournal *journal;
  FasciaNameBook *book;
  char **chosen;
  char *created; /* the name of a tag that is being made, or NULL */

  GtkWidget *entry;
  AdwPreferencesGroup *create_group;
  GtkWidget *create_row;
  GtkLabel *problem;
  AdwPreferencesGroup *groups[N_GROUPS];
  FasciaCodeChips *chips[N_GROUPS];
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (FasciaTagPicker, fascia_tag_picker, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  SIGNAL_CHANGED = 1,
} FasciaTagPickerSignal;

static guint signals[SIGNAL_CHANGED + 1];

/* ---- pure ---- */

gboolean
fascia_tag_matches (const FasciaTag *tag, const char *text)
{
  g_return_val_if_fail (tag != NULL && text != NULL, FALSE);

  const char *english = fascia_tag_get_name_c (tag);
  g_autofree char *name = g_utf8_casefold (fascia_tag_get_name (tag), -1);
  g_autofree char *name_c = english != NULL ? g_utf8_casefold (english, -1) : NULL;
  g_autofree char *typed = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (typed, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && strstr (name, words[i]) == NULL
        && (name_c == NULL || strstr (name_c, words[i]) == NULL))
      return FALSE;
  return TRUE;
}

/* ---- what is shown ---- */

static char *
dup_typed (FasciaTagPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static gboolean
is_chosen (FasciaTagPicker *self, const char *code)
{
  return g_strv_contains ((const char *const *) self->chosen, code);
}

static void
add_unknown (FasciaTagPicker *self, FasciaTags *tags)
{
  for (guint i = 0; self->chosen[i] != NULL; i++)
    if (tags == NULL || fascia_tags_lookup (tags, self->chosen[i]) == NULL)
      fascia_code_chips_add (self->chips[FASCIA_TAG_OWN - 1], self->chosen[i], self->chosen[i]);
}

static void
update (FasciaTagPicker *self)
{
  FasciaTags *tags = fascia_name_book_get_tags (self->book);
  g_autofree char *typed = dup_typed (self);
  /* One that is hidden is there for whoever writes its whole name. */
  const FasciaTag *exact = tags != NULL ? fascia_tags_find_name (tags, typed) : NULL;
  guint n_shown = 0;

  for (guint i = 0; i < N_GROUPS; i++)
    fascia_code_chips_remove_all (self->chips[i]);
  for (guint i = 0; tags != NULL && i < fascia_tags_get_n (tags); i++)
    {
      const FasciaTag *tag = fascia_tags_get (tags, i);
      const char *code = fascia_tag_get_code (tag);

      if ((fascia_tag_is_hidden (tag) && !is_chosen (self, code) && tag != exact)
          || !fascia_tag_matches (tag, typed))
        continue;
      fascia_code_chips_add (self->chips[fascia_tag_get_group (tag) - 1], code,
                             fascia_tag_get_name (tag));
    }
  if (typed[0] == '\0')
    add_unknown (self, tags);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      guint n = fascia_code_chips_get_n (self->chips[i]);

      fascia_code_chips_set_chosen (self->chips[i], (const char *const *) self->chosen);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), n > 0);
      n_shown += n;
    }
  gboolean is_new = typed[0] != '\0' && exact == NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->create_group), is_new);
  if (is_new)
    {
      /* Translators: %s is what was typed: a row that makes a tag of it */
      g_autofree char *title = g_strdup_printf (_ ("Create the Tag “%s”"), typed);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->create_row), title);
    }
  gtk_widget_set_visible (self->nothing, n_shown == 0 && !is_new);
}

/* ---- what is chosen ---- */

static void
set_chosen (FasciaTagPicker *self, const char *code, gboolean is_in)
{
  g_auto (GStrv) before = g_steal_pointer (&self->chosen);

  self->chosen = fascia_codes_with ((const char *const *) before, code, is_in);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_toggled (FasciaTagPicker *self, const char *code, gboolean is_in)
{
  set_chosen (self, code, is_in);
}

/* ---- making a tag ---- */

/* What was made is found by its name once the list has been read again. */
static void
on_book_changed (FasciaTagPicker *self)
{
  FasciaTags *tags = fascia_name_book_get_tags (self->book);
  const FasciaTag *tag
      = self->created != NULL && tags != NULL ? fascia_tags_find_name (tags, self->created) : NULL;

  if (tag != NULL)
    {
      g_autofree char *name = g_steal_pointer (&self->created);
      /* Translators: %s is the name of a tag that was just made and chosen. */
      g_autofree char *words = g_strdup_printf (_ ("%s, chosen"), name);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      set_chosen (self, fascia_tag_get_code (tag), TRUE);
      fascia_announce (GTK_WIDGET (self), words);
    }
  update (self);
}

static void
say_problem (FasciaTagPicker *self, const char *words)
{
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
  if (words != NULL)
    fascia_announce (GTK_WIDGET (self), words);
}

static void
on_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaTagPicker) self = FASCIA_TAG_PICKER (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (operation != NULL)
    return;
  g_clear_pointer (&self->created, g_free);
  say_problem (self, error->message);
}

gboolean
fascia_tag_picker_create (FasciaTagPicker *self)
{
  g_return_val_if_fail (FASCIA_IS_TAG_PICKER (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->create_group)) || self->created != NULL)
    return FALSE;
  self->created = dup_typed (self);
  say_problem (self, NULL);
  const FasciaTagChange change = { .type = FASCIA_TAG_CREATE, .name = self->created };
  fascia_journal_change_tag_async (self->journal, &change, NULL, on_created, g_object_ref (self));
  return TRUE;
}

static void
on_create_activated (FasciaTagPicker *self)
{
  fascia_tag_picker_create (self);
}

/* Enter takes the only one that is left, or makes the new one. */
static void
on_entry_activated (FasciaTagPicker *self)
{
  FasciaTags *tags = fascia_name_book_get_tags (self->book);
  g_autofree char *typed = dup_typed (self);
  const FasciaTag *tag
      = tags != NULL && typed[0] != '\0' ? fascia_tags_find_name (tags, typed) : NULL;
  const char *only = tag != NULL ? fascia_tag_get_code (tag) : NULL;
  guint n_shown = 0;

  for (guint i = 0; tags != NULL && tag == NULL && typed[0] != '\0' && i < fascia_tags_get_n (tags);
       i++)
    if (fascia_tag_matches (fascia_tags_get (tags, i), typed)
        && !fascia_tag_is_hidden (fascia_tags_get (tags, i)))
      {
        only = fascia_tag_get_code (fascia_tags_get (tags, i));
        n_shown++;
      }
  if (only != NULL && n_shown <= 1)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      set_chosen (self, only, !is_chosen (self, only));
      update (self);
    }
  else if (n_shown > 1 || !fascia_tag_picker_create (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* ---- for tests ---- */

void
fascia_tag_picker_search (FasciaTagPicker *self, const char *text)
{
  g_return_if_fail (FASCIA_IS_TAG_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  update (self);
}

GtkToggleButton *
fascia_tag_picker_get_chip (FasciaTagPicker *self, const char *code)
{
  GtkToggleButton *chip = NULL;

  g_return_val_if_fail (FASCIA_IS_TAG_PICKER (self), NULL);

  for (guint i = 0; i < N_GROUPS && chip == NULL; i++)
    chip = fascia_code_chips_get_chip (self->chips[i], code);
  return chip;
}

const char *const *
fascia_tag_picker_get_chosen (FasciaTagPicker *self)
{
  g_return_val_if_fail (FASCIA_IS_TAG_PICKER (self), NULL);

  return (const char *const *) self->chosen;
}

/* ---- the page ---- */

static void
fascia_tag_picker_finalize (GObject *object)
{
  FasciaTagPicker *self = FASCIA_TAG_PICKER (object);

  g_clear_object (&self->journal);
  g_strfreev (self->chosen);
  g_free (self->created);

  G_OBJECT_CLASS (fascia_tag_picker_parent_class)->finalize (object);
}

static void
fascia_tag_picker_class_init (FasciaTagPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_tag_picker_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_group (FasciaTagPicker *self, GtkBox *box, FasciaTagGroup tag_group, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *chips = fascia_code_chips_new (title);
  guint index = (guint) tag_group - 1;

  fascia_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), chips);
  g_signal_connect_object (chips, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  self->groups[index] = ADW_PREFERENCES_GROUP (group);
  self->chips[index] = FASCIA_CODE_CHIPS (chips);
  gtk_box_append (box, group);
}

static void
fascia_tag_picker_init (FasciaTagPicker *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = fascia_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->entry),
                                         _ ("Find a tag, or write a new one"));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a tag, or write a new one"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->problem = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));

  self->create_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->create_row = fascia_button_row_new ("", "list-add-symbolic");
  /* Its title has words of the person's. */
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->create_row), FALSE);
  g_signal_connect_object (self->create_row, "activated", G_CALLBACK (on_create_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->create_group, self->create_row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->create_group));

  add_group (self, GTK_BOX (box), FASCIA_TAG_OWN, _ ("My Tags"));
  add_group (self, GTK_BOX (box), FASCIA_TAG_TRIGGER, _ ("What May Have Brought It On"));
  add_group (self, GTK_BOX (box), FASCIA_TAG_RELIEVER, _ ("What May Have Eased It"));
  add_group (self, GTK_BOX (box), FASCIA_TAG_NOTE, _ ("For My Therapist"));
  self->nothing = gtk_label_new (_ ("No tag of that name"));
  gtk_widget_add_css_class (self->nothing, "dimmed");
  gtk_box_append (GTK_BOX (box), self->nothing);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  /* Only the way back: closing would ask about the whole entry. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Tags"));
}

AdwNavigationPage *
fascia_tag_picker_new (FasciaJournal *journal, const char *const *chosen)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaTagPicker *self = g_object_new (FASCIA_TYPE_TAG_PICKER, NULL);

  self->journal = g_object_ref (journal);
  self->book = fascia_name_book_get (journal);
  self->chosen = g_strdupv ((char **) (chosen != NULL ? chosen : none));
  g_signal_connect_object (self->book, "changed", G_CALLBACK (on_book_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
