/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where one gentle hold may be: the places marked lately, and any other.
 */

#include "config.h"

#include "fascia-hold-page.h"

#include <glib/gi18n.h>

#include "fascia-fit.h"
#include "fascia-flare.h"
#include "fascia-link-row.h"
#include "journal/fascia-place-picker.h"
#include "routines/fascia-hold.h"

/* More are no choice for a bad day; every other place can be searched for. */
#define MAX_PLACES 6

struct _FasciaHoldPage
{
  AdwNavigationPage parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *other_row;
  GPtrArray *rows; /* of the group */
  FasciaJournal *journal;
  FasciaBody *body;
  FasciaRoutinesModel *model; /* the journal holds it */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FasciaHoldPage, fascia_hold_page, ADW_TYPE_NAVIGATION_PAGE)

static const char place_key[] = "fascia-place";

/* ---- rows ---- */

GtkWidget *
fascia_hold_page_get_row (FasciaHoldPage *self, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_HOLD_PAGE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_object_get_data (g_ptr_array_index (self->rows, i), place_key) == region)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

static void
on_row_activated (FasciaHoldPage *self, GtkWidget *row)
{
  fascia_hold_start (GTK_WIDGET (self), self->model, g_object_get_data (G_OBJECT (row), place_key));
}

static GtkWidget *
add_place (FasciaHoldPage *self, const FasciaRegion *region)
{
  GtkWidget *row = fascia_hold_page_get_row (self, region);

  if (row != NULL)
    return row;
  row = fascia_hold_row_new (self->model, region, fascia_region_get_name (region));
  g_object_set_data (G_OBJECT (row), place_key, (gpointer) region);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  /* The row that leads on stays the last. */
  g_object_ref (self->other_row);
  adw_preferences_group_remove (self->group, self->other_row);
  adw_preferences_group_add (self->group, row);
  adw_preferences_group_add (self->group, self->other_row);
  g_object_unref (self->other_row);
  return row;
}

/* ---- what was marked ---- */

typedef struct
{
  const FasciaRegion *region;
  int level;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return ((const Place *) b)->level - ((const Place *) a)->level;
}

static void
add_mark (FasciaHoldPage *self, GArray *places, const char *code, int level)
{
  const FasciaRegion *region = level != 0 ? fascia_body_lookup (self->body, code) : NULL;

  if (region == NULL)
    return;
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      if (place->region != region)
        continue;
      place->level = MAX (place->level, level);
      return;
    }
  const Place place = { region, level };
  g_array_append_val (places, place);
}

static void
on_body_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaHoldPage) self = data;
  g_autoptr (FasciaEntry) open = NULL;
  g_autoptr (GArray) recent = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GError) error = NULL;
  guint n_marks = 0;

  if (!fascia_journal_load_body_finish (FASCIA_JOURNAL (source), result, &open, &recent, &error)
      || g_cancellable_is_cancelled (self->cancellable))
    return;
  const FasciaMark *marks = open != NULL ? fascia_entry_get_marks (open, &n_marks) : NULL;
  for (guint i = 0; i < n_marks; i++)
    add_mark (self, places, marks[i].region, marks[i].level);
  g_array_sort (places, compare_places);
  /* What was marked before comes after what is marked now. */
  const guint n_now = places->len;
  for (guint i = 0; n_now < MAX_PLACES && i < recent->len; i++)
    {
      const FasciaRecentMark *mark = &g_array_index (recent, FasciaRecentMark, i);

      if (open == NULL || fascia_entry_find_mark (open, mark->region, mark->scale) == NULL)
        add_mark (self, places, mark->region, mark->level);
    }
  for (guint i = 0; i < MIN (places->len, MAX_PLACES); i++)
    add_place (self, g_array_index (places, Place, i).region);
  /* It began on the only row there was. */
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->rows->len > 0 && root != NULL && gtk_root_get_focus (root) == self->other_row)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
  adw_preferences_group_set_description (
      self->group, places->len > 0 ? _ ("Where would one gentle hold be good?")
                                   : _ ("Nothing was marked lately. Choose any place."));
}

/* ---- any other ---- */

static void
on_place_toggled (FasciaHoldPage *self,
                  const char *code,
                  gboolean is_chosen,
                  AdwNavigationPage *picker)
{
  const FasciaRegion *region = is_chosen ? fascia_body_lookup (self->body, code) : NULL;
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (picker), ADW_TYPE_NAVIGATION_VIEW);

  if (region == NULL || view == NULL)
    return;
  GtkWidget *row = add_place (self, region);
  adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  gtk_widget_grab_focus (row);
}

static void
on_other_activated (FasciaHoldPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *picker = fascia_place_picker_new (self->body, NULL);

  fascia_flare_dress (GTK_WIDGET (picker), self->journal);
  g_signal_connect_object (picker, "toggled", G_CALLBACK (on_place_toggled), self,
                           G_CONNECT_SWAPPED);
  if (view != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), picker);
}

/* ---- the page ---- */

static void
fascia_hold_page_dispose (GObject *object)
{
  FasciaHoldPage *self = FASCIA_HOLD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (fascia_hold_page_parent_class)->dispose (object);
}

static void
fascia_hold_page_finalize (GObject *object)
{
  FasciaHoldPage *self = FASCIA_HOLD_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->body, fascia_body_unref);

  G_OBJECT_CLASS (fascia_hold_page_parent_class)->finalize (object);
}

static void
fascia_hold_page_class_init (FasciaHoldPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fascia_hold_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = fascia_hold_page_finalize;
}

static void
fascia_hold_page_init (FasciaHoldPage *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *content = adw_preferences_page_new ();

  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->other_row = fascia_link_row_new (_ ("Another Place…"), NULL, "system-search-symbolic");
  g_signal_connect_object (self->other_row, "activated", G_CALLBACK (on_other_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->other_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), self->group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), fascia_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), content);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), toolbar);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("One Gentle Hold"));
}

GtkWidget *
fascia_hold_page_new (FasciaJournal *journal, FasciaBody *body)
{
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  FasciaHoldPage *self = g_object_new (FASCIA_TYPE_HOLD_PAGE, NULL);

  self->journal = g_object_ref (journal);
  self->body = fascia_body_ref (body);
  self->model = fascia_routines_model_get (journal, body);
  fascia_journal_load_body_async (journal, self->cancellable, on_body_loaded, g_object_ref (self));
  return GTK_WIDGET (self);
}
