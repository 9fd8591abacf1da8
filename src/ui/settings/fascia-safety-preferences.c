/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Safety and routines in the preferences: answers, emergency number, postures, things at hand.
 */

#include "config.h"

#include "fascia-safety-preferences.h"

#include <glib/gi18n.h>

#include "body/fascia-emergency-row.h"
#include "core/routines/fascia-library.h"
#include "core/routines/fascia-suggest.h"
#include "fascia-session-preferences.h"
#include "routines/fascia-safety-book.h"
#include "routines/fascia-safety-dialog.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"
#include "widgets/fascia-text.h"

struct _FasciaSafetyPreferences
{
  AdwPreferencesPage parent_instance;

  FasciaBodySetup *setup;
  FasciaSafetyBook *book; /* the journal of the setup holds it */
  AdwActionRow *answers;
  AdwPreferencesGroup *postures;
  AdwPreferencesGroup *tools;
  GPtrArray *switches; /* AdwSwitchRow with key and code; owned by their groups */
  gboolean is_filled;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (FasciaSafetyPreferences, fascia_safety_preferences, ADW_TYPE_PREFERENCES_PAGE)

static const char key_key[] = "fascia-key";
static const char code_key[] = "fascia-code";

/* ---- what is shown ---- */

static void
update_answers (FasciaSafetyPreferences *self)
{
  gint32 day = fascia_safety_book_get_answered_day (self->book);
  guint n_answers = 0;
  const FasciaConditionAnswer *answers = fascia_safety_book_get_answers (self->book, &n_answers);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_answers; i++)
    {
      g_autofree char *name = fascia_safety_book_dup_name (self->book, &answers[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (n_answers == 0 && day != FASCIA_DAY_UNKNOWN)
    g_string_append (words, C_ ("safety check", "None of these"));
  if (day == FASCIA_DAY_UNKNOWN)
    g_string_append_printf (words, "%s%s", n_answers > 0 ? "\n" : "",
                            _ ("Not answered yet. Until then nothing presses."));
  else
    {
      g_autofree char *when = fascia_text_day (day, fascia_safety_book_get_today (self->book));

      /* Translators: %s is a day: “Today”, “3 March”. */
      g_string_append_printf (words, "\n");
      g_string_append_printf (words, _ ("Last looked at: %s"), when);
    }
  fascia_row_set_words (self->answers, words->str);
}

static const char *const *
get_codes (FasciaSafetyPreferences *self, const char *key)
{
  return fascia_settings_get_strv (fascia_body_setup_get_settings (self->setup), key);
}

/* Until somebody has said something about positions none of them is left out. */
static gboolean
is_open (FasciaSafetyPreferences *self, const char *key)
{
  return g_str_equal (key, FASCIA_SETTING_POSTURES) && get_codes (self, key)[0] == NULL;
}

static gboolean
is_chosen (FasciaSafetyPreferences *self, const char *key, const char *code)
{
  return is_open (self, key) || g_strv_contains (get_codes (self, key), code);
}

static void
update_switches (FasciaSafetyPreferences *self)
{
  self->is_updating = TRUE;
  adw_preferences_group_set_description (
      self->postures, is_open (self, FASCIA_SETTING_POSTURES)
                          ? _ ("Not answered yet, so nothing is left out. Switch off what is not "
                               "possible for you.")
                          : _ ("Those that are possible for you."));
  for (guint i = 0; i < self->switches->len; i++)
    {
      AdwSwitchRow *row = g_ptr_array_index (self->switches, i);

      adw_switch_row_set_active (row, is_chosen (self, g_object_get_data (G_OBJECT (row), key_key),
                                                 g_object_get_data (G_OBJECT (row), code_key)));
    }
  self->is_updating = FALSE;
}

/* ---- what is chosen ---- */

static gboolean
has_posture (const char *const *codes)
{
  FasciaPosture posture;

  for (guint i = 0; codes[i] != NULL; i++)
    if (fascia_posture_from_code (codes[i], &posture))
      return TRUE;
  return FALSE;
}

/* A list without any says that nobody has answered, and then all of them are there again. */
static void
keep_last (FasciaSafetyPreferences *self)
{
  const char *words = _ ("One position stays on. Switch on another first.");

  update_switches (self);
  adw_preferences_group_set_description (self->postures, words);
  fascia_announce (GTK_WIDGET (self), words);
}

static void
on_switched (FasciaSafetyPreferences *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  const char *key = g_object_get_data (G_OBJECT (row), key_key);
  const char *code = g_object_get_data (G_OBJECT (row), code_key);
  const char *const *before = get_codes (self, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  /* Until the journal has answered nobody knows what the list is. */
  if (self->is_updating || !fascia_body_setup_is_loaded (self->setup))
    return;
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], code))
      g_strv_builder_add (builder, before[i]);
  /* The first answer takes one of all; it does not take the others with it. */
  if (is_open (self, key))
    for (guint i = 0; (1U << i) <= FASCIA_POSTURE_HANDS_AND_KNEES; i++)
      if (!g_str_equal (fascia_posture_to_code ((FasciaPosture) (1U << i)), code))
        g_strv_builder_add (builder, fascia_posture_to_code ((FasciaPosture) (1U << i)));
  if (adw_switch_row_get_active (row))
    g_strv_builder_add (builder, code);
  g_auto (GStrv) codes = g_strv_builder_end (builder);
  if (g_str_equal (key, FASCIA_SETTING_POSTURES) && !has_posture ((const char *const *) codes))
    {
      keep_last (self);
      return;
    }
  fascia_body_setup_set (self->setup, key, g_variant_new_strv ((const char *const *) codes, -1));
}

static void
ask (FasciaSafetyPreferences *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (fascia_safety_book_is_loaded (self->book)
      && fascia_safety_book_get_conditions (self->book) != NULL)
    adw_dialog_present (
        fascia_safety_dialog_new (self->book, root != NULL ? GTK_WIDGET (root) : NULL, NULL),
        GTK_WIDGET (self));
}

AdwSwitchRow *
fascia_safety_preferences_get_switch (FasciaSafetyPreferences *self, const char *code)
{
  g_return_val_if_fail (FASCIA_IS_SAFETY_PREFERENCES (self), NULL);

  for (guint i = 0; i < self->switches->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->switches, i), code_key), code) == 0)
      return g_ptr_array_index (self->switches, i);
  return NULL;
}

/* ---- the page ---- */

static void
add_switch (FasciaSafetyPreferences *self,
            AdwPreferencesGroup *group,
            const char *key,
            const char *code,
            const char *name)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set_data (G_OBJECT (row), key_key, (gpointer) key);
  g_object_set_data_full (G_OBJECT (row), code_key, g_strdup (code), g_free);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->switches, row);
}

static void
fill (FasciaSafetyPreferences *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaLibrary) library
      = fascia_library_new (fascia_safety_book_get_body (self->book), &error);

  self->is_filled = TRUE;
  for (guint i = 0; (1U << i) <= FASCIA_POSTURE_HANDS_AND_KNEES; i++)
    {
      FasciaPosture posture = (FasciaPosture) (1U << i);

      add_switch (self, self->postures, FASCIA_SETTING_POSTURES, fascia_posture_to_code (posture),
                  fascia_posture_get_name (posture));
    }
  if (library == NULL)
    {
      g_critical ("The library of the program is broken: %s", error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->tools), FALSE);
    }
  const char *const *tools = library != NULL ? fascia_library_get_tools (library) : NULL;
  for (guint i = 0; tools != NULL && tools[i] != NULL; i++)
    if (!fascia_library_is_default_tool (library, tools[i]))
      add_switch (self, self->tools, FASCIA_SETTING_TOOLS, tools[i],
                  fascia_library_get_tool_name (library, tools[i]));
  update_switches (self);
}

static void
fascia_safety_preferences_map (GtkWidget *widget)
{
  FasciaSafetyPreferences *self = FASCIA_SAFETY_PREFERENCES (widget);

  if (!self->is_filled)
    fill (self);
  update_answers (self);

  GTK_WIDGET_CLASS (fascia_safety_preferences_parent_class)->map (widget);
}

static void
fascia_safety_preferences_finalize (GObject *object)
{
  FasciaSafetyPreferences *self = FASCIA_SAFETY_PREFERENCES (object);

  g_clear_object (&self->setup);
  g_ptr_array_unref (self->switches);

  G_OBJECT_CLASS (fascia_safety_preferences_parent_class)->finalize (object);
}

static void
fascia_safety_preferences_class_init (FasciaSafetyPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_safety_preferences_finalize;
  GTK_WIDGET_CLASS (klass)->map = fascia_safety_preferences_map;
}

static AdwPreferencesGroup *
add_group (FasciaSafetyPreferences *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

static void
fascia_safety_preferences_init (FasciaSafetyPreferences *self)
{
  self->switches = g_ptr_array_new ();
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "routines");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Routines"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "fascia-exercise-symbolic");
}

AdwPreferencesPage *
fascia_safety_preferences_new (FasciaBodySetup *setup)
{
  g_return_val_if_fail (FASCIA_IS_BODY_SETUP (setup), NULL);

  FasciaSafetyPreferences *self = g_object_new (FASCIA_TYPE_SAFETY_PREFERENCES, NULL);
  FasciaJournal *journal = fascia_body_setup_get_journal (setup);
  AdwPreferencesGroup *group = NULL;

  self->setup = g_object_ref (setup);
  self->book = fascia_safety_book_get (journal, fascia_body_setup_get_body (setup));

  group = add_group (self, _ ("Safety Check"),
                     _ ("What routines leave out or do more lightly for you."));
  self->answers = ADW_ACTION_ROW (fascia_link_row_new (_ ("My Answers"), NULL, NULL));
  g_signal_connect_object (self->answers, "activated", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->answers));

  group = add_group (self, _ ("In an Emergency"),
                     _ ("Shown where it says when to get help. Nobody but you sees it."));
  adw_preferences_group_add (group, fascia_emergency_row_new (journal));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self),
                            ADW_PREFERENCES_GROUP (fascia_session_preferences_new (setup)));

  self->postures = add_group (self, _ ("Positions"), NULL);
  self->tools = add_group (self, _ ("Things at Hand"),
                           _ ("Hands, a wall, a chair and a towel are there for everybody."));
  g_signal_connect_object (setup, "notify::settings", G_CALLBACK (update_switches), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (update_answers), self,
                           G_CONNECT_SWAPPED);
  return ADW_PREFERENCES_PAGE (self);
}
