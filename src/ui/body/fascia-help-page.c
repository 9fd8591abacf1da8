/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "When to get help": the signs by urgency, what to do, and what can feel like a place.
 */

#include "config.h"

#include "fascia-help-page.h"

#include <glib/gi18n.h>

#include "fascia-body-setup.h"
#include "fascia-emergency-row.h"
#include "fascia-help-areas.h"
#include "fascia-place-sources.h"
#include "widgets/fascia-fit.h"
#include "widgets/fascia-link-row.h"
#include "widgets/fascia-row-words.h"

/* "Today", the heading of a level. */
static const char *
get_level_title (FasciaSignLevel level)
{
  switch (level)
    {
    case FASCIA_SIGN_EMERGENCY:
      return _ ("Now");
    case FASCIA_SIGN_SAME_DAY:
      return _ ("Today");
    case FASCIA_SIGN_SOON:
    default:
      return _ ("Soon");
    }
}

static GPtrArray *
collect_groups (FasciaSigns *signs, const char *const *groups)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) some = fascia_signs_get_group (signs, groups[i]);

      for (guint k = 0; k < some->len; k++)
        if (!g_ptr_array_find (all, g_ptr_array_index (some, k), NULL))
          g_ptr_array_add (all, g_ptr_array_index (some, k));
    }
  return all;
}

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fascia_row_set_words (ADW_ACTION_ROW (row), subtitle);
  return row;
}

/* A question. What to do stands above all of its level, where the focus never is: each says it. */
static GtkWidget *
create_sign (const FasciaSign *sign)
{
  const char *own = fascia_sign_get_advice (sign);
  const char *advice = fascia_sign_level_get_advice (fascia_sign_get_level (sign));
  GtkWidget *row = create_row (fascia_sign_get_question (sign), own);
  g_autofree char *both = own != NULL ? g_strdup_printf ("%s %s", advice, own) : g_strdup (advice);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both,
                                  -1);
  return row;
}

static AdwPreferencesGroup *
add_level_group (AdwPreferencesPage *page, const char *title, FasciaSignLevel level)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  fascia_group_set_title (group, title);
  adw_preferences_group_set_description (group, fascia_sign_level_get_advice (level));
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_level (AdwPreferencesPage *page, const GPtrArray *signs, FasciaSignLevel level)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < signs->len; i++)
    {
      const FasciaSign *sign = g_ptr_array_index (signs, i);

      if (fascia_sign_get_level (sign) != level)
        continue;
      if (group == NULL)
        group = add_level_group (page, get_level_title (level), level);
      adw_preferences_group_add (group, create_sign (sign));
    }
}

/* ---- all of them ---- */

static GtkWidget *
create_area (const GPtrArray *signs, FasciaSignLevel level, FasciaHelpArea area)
{
  GtkWidget *expander = NULL;
  gulong n = 0;

  for (guint i = 0; i < signs->len; i++)
    {
      const FasciaSign *sign = g_ptr_array_index (signs, i);

      if (fascia_sign_get_level (sign) != level || fascia_help_area_of (sign) != area)
        continue;
      if (expander == NULL)
        expander = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title",
                                 fascia_help_area_get_name (area), NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), create_sign (sign));
      n++;
    }
  if (expander != NULL)
    {
      /* Translators: below the name of an area of the body; each is answered with yes or no. */
      g_autofree char *words = g_strdup_printf (ngettext ("%lu question", "%lu questions", n), n);

      fascia_expander_row_set_words (ADW_EXPANDER_ROW (expander), words);
    }
  return expander;
}

/* Ninety questions one after the other help nobody: a few areas for each level, and what is asked in
 * one is said when it is opened. */
static void
add_areas (AdwPreferencesPage *page, const GPtrArray *signs, FasciaSignLevel level)
{
  AdwPreferencesGroup *group = add_level_group (page, get_level_title (level), level);

  for (int area = FASCIA_HELP_CHEST; area < FASCIA_HELP_MOOD; area++)
    {
      GtkWidget *expander = create_area (signs, level, (FasciaHelpArea) area);

      if (expander != NULL)
        adw_preferences_group_add (group, expander);
    }
}

/* Not behind anything. */
static void
add_mood (AdwPreferencesPage *page, const GPtrArray *signs)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < signs->len; i++)
    {
      const FasciaSign *sign = g_ptr_array_index (signs, i);

      if (fascia_help_area_of (sign) != FASCIA_HELP_MOOD)
        continue;
      if (group == NULL)
        group = add_level_group (page, fascia_help_area_get_name (FASCIA_HELP_MOOD),
                                 fascia_sign_get_level (sign));
      adw_preferences_group_add (group, create_sign (sign));
    }
}

/* ---- what can feel alike ---- */

typedef struct
{
  FasciaSigns *signs;
  FasciaJournal *journal;
  const GPtrArray *found; /* of FasciaSign */
  const GPtrArray *alike; /* (nullable) of FasciaReferral */
  gboolean is_all;        /* all signs are among those found */
} Content;

static AdwNavigationPage *create_page (const Content *wanted, const char *title, const char *tag);

/* What a row leads to. */
typedef struct
{
  FasciaSigns *signs;
  FasciaJournal *journal;
  const FasciaReferral *fact; /* (nullable) of a table that lives as long as the model */
} Alike;

static void
free_alike (gpointer data, GClosure *closure)
{
  Alike *alike = data;

  fascia_signs_unref (alike->signs);
  g_object_unref (alike->journal);
  g_free (alike);
}

static void
on_alike_activated (GtkWidget *row, Alike *alike)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = NULL;

  if (view == NULL)
    return;
  if (alike->fact == NULL)
    page = fascia_help_page_new_all (alike->signs, alike->journal);
  else
    {
      g_autoptr (GPtrArray) found
          = collect_groups (alike->signs, fascia_referral_get_sign_groups (alike->fact));
      const Content content = { .signs = alike->signs, .journal = alike->journal, .found = found };

      page = create_page (&content, fascia_referral_get_name (alike->fact), NULL);
    }
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
}

static GtkWidget *
create_link (const char *title,
             const char *words,
             const Content *content,
             const FasciaReferral *fact)
{
  GtkWidget *row = fascia_link_row_new (title, words, NULL);
  Alike *alike = g_new0 (Alike, 1);

  alike->signs = fascia_signs_ref (content->signs);
  alike->journal = g_object_ref (content->journal);
  alike->fact = fact;
  g_signal_connect_data (row, "activated", G_CALLBACK (on_alike_activated), alike, free_alike,
                         G_CONNECT_DEFAULT);
  return row;
}

static void
add_alike (AdwPreferencesPage *page, const Content *content)
{
  const GPtrArray *facts = content->alike;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("Not Always Muscle"));
  adw_preferences_group_set_description (
      group, _ ("Other things can be felt at this place. Most of the time it is none of them."));
  for (guint i = 0; i < facts->len; i++)
    {
      const FasciaReferral *fact = g_ptr_array_index (facts, i);
      const char *name = fascia_referral_get_name (fact);
      const char *words = fascia_referral_get_fact (fact);

      adw_preferences_group_add (group, fascia_referral_get_sign_group (fact) != NULL
                                            ? create_link (name, words, content, fact)
                                            : create_row (name, words));
    }
  adw_preferences_page_add (page, group);
}

/* ---- the page ---- */

/* Below what it is for. */
static void
add_number (AdwPreferencesPage *page, FasciaJournal *journal)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), fascia_emergency_line_new (journal));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_all (AdwPreferencesPage *page, const Content *content)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             create_link (_ ("All Signs"),
                                          _ ("Those of every place, and of the whole body"),
                                          content, NULL));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static AdwNavigationPage *
create_page (const Content *wanted, const char *title, const char *tag)
{
  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *view = adw_toolbar_view_new ();
  FasciaPlaceSources *sources = FASCIA_PLACE_SOURCES (fascia_place_sources_new ());
  const GPtrArray *found = wanted->found;
  const GPtrArray *alike = wanted->alike;

  adw_preferences_page_set_description (
      content, found->len > 0
                   ? _ ("If your answer to one of these is yes, do what stands above it.")
                   : _ ("There are no particular signs for this place."));
  void (*add) (AdwPreferencesPage *, const GPtrArray *, FasciaSignLevel)
      = wanted->is_all ? add_areas : add_level;
  add (content, found, FASCIA_SIGN_EMERGENCY);
  add_number (content, wanted->journal);
  if (wanted->is_all)
    add_mood (content, found);
  add (content, found, FASCIA_SIGN_SAME_DAY);
  add (content, found, FASCIA_SIGN_SOON);
  for (guint i = 0; i < found->len; i++)
    fascia_place_sources_add (sources, fascia_sign_get_source (g_ptr_array_index (found, i)),
                              fascia_sign_get_certainty (g_ptr_array_index (found, i)));
  if (alike != NULL && alike->len > 0)
    add_alike (content, wanted);
  for (guint i = 0; alike != NULL && i < alike->len; i++)
    fascia_place_sources_add (sources, fascia_referral_get_source (g_ptr_array_index (alike, i)),
                              fascia_referral_get_certainty (g_ptr_array_index (alike, i)));
  if (!wanted->is_all)
    add_all (content, wanted);

  GtkWidget *last = adw_preferences_group_new ();
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (last),
      _ ("These questions do not say what you have. When you are worried, ask somebody who can "
         "look at you. Fascia is not medical advice."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (last), GTK_WIDGET (sources));
  adw_preferences_page_add (content, ADW_PREFERENCES_GROUP (last));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (content));
  AdwNavigationPage *page = adw_navigation_page_new (view, title);
  adw_navigation_page_set_tag (page, tag);
  return page;
}

AdwNavigationPage *
fascia_help_page_new (FasciaSigns *signs,
                      FasciaReferralTable *table,
                      const FasciaRegion *region,
                      FasciaJournal *journal)
{
  g_return_val_if_fail (signs != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  g_autoptr (GPtrArray) found = fascia_signs_find (signs, region);
  g_autoptr (GPtrArray) alike
      = table != NULL ? fascia_referral_table_find (table, region, FASCIA_REFERRAL_LOOK_ALIKE)
                      : NULL;
  const Content content = { .signs = signs, .journal = journal, .found = found, .alike = alike };

  return create_page (&content, _ ("When to Get Help"), "help");
}

AdwNavigationPage *
fascia_help_page_new_shown (FasciaSigns *signs, FasciaSignPlace shown, FasciaJournal *journal)
{
  g_return_val_if_fail (signs != NULL, NULL);
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  for (guint i = 0; i < fascia_signs_get_n (signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (signs, i);

      if ((fascia_sign_get_places (sign) & shown) != 0)
        g_ptr_array_add (found, (gpointer) sign);
    }
  const Content content = {
    .signs = signs, .journal = journal, .found = found, .is_all = shown == FASCIA_SIGN_ON_PAGE
  };

  return create_page (&content, _ ("When to Get Help"),
                      shown == FASCIA_SIGN_ON_PAGE ? NULL : "help");
}

AdwNavigationPage *
fascia_help_page_new_for_injury (FasciaSigns *signs, FasciaJournal *journal)
{
  return fascia_help_page_new_shown (signs, FASCIA_SIGN_ON_NEW_INJURY, journal);
}

AdwNavigationPage *
fascia_help_page_new_all (FasciaSigns *signs, FasciaJournal *journal)
{
  return fascia_help_page_new_shown (signs, FASCIA_SIGN_ON_PAGE, journal);
}

AdwDialog *
fascia_help_present (GtkWidget *parent,
                     FasciaJournal *journal,
                     FasciaBody *body,
                     FasciaSignPlace shown)
{
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, &error);
  if (signs == NULL)
    {
      g_critical ("The table of signs in the program is broken: %s", error->message);
      return NULL;
    }
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_navigation_view_new ();

  /* The number is one of its settings. */
  fascia_body_setup_get (journal, body);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            fascia_help_page_new_shown (signs, shown, journal));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_title (dialog, _ ("When to Get Help"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 720);
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 300, 240);
  adw_dialog_present (dialog, parent);
  return dialog;
}

/* ---- beside the question about mood ---- */

static void
on_mood_activated (GtkWidget *row, FasciaJournal *journal)
{
  fascia_help_present (row, journal,
                       fascia_body_setup_get_body (fascia_body_setup_get (journal, NULL)),
                       FASCIA_SIGN_BESIDE_MOOD);
}

GtkWidget *
fascia_help_row_new_for_mood (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaSigns) signs = fascia_signs_new (body, &error);

  for (guint i = 0; signs != NULL && i < fascia_signs_get_n (signs); i++)
    {
      const FasciaSign *sign = fascia_signs_get (signs, i);

      if ((fascia_sign_get_places (sign) & FASCIA_SIGN_BESIDE_MOOD) == 0)
        continue;
      GtkWidget *row = fascia_link_row_new (fascia_sign_get_question (sign),
                                            fascia_sign_get_advice (sign), NULL);
      g_signal_connect_object (row, "activated", G_CALLBACK (on_mood_activated), journal, 0);
      return row;
    }
  if (signs == NULL)
    g_critical ("The table of signs in the program is broken: %s", error->message);
  return NULL;
}
