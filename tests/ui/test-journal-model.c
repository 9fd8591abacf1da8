/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline as a list: order, sections, pages, and that it tells exactly what changed.
 */

#include "config.h"

#include <gtk/gtk.h>

#include "fascia-test-utils.h"
#include "journal/fascia-timeline-model.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

/* @number makes the uid; @utc_ms the place in the list. */
static FasciaEntry *
make_entry (guint number, gint64 utc_ms, const char *note)
{
  FasciaMoment moment = {
    .utc_ms = utc_ms,
    .offset_min = 0,
    .day = (gint32) (utc_ms / DAY_MS),
    .zone = g_intern_static_string ("UTC"),
  };
  const guint8 random[10] = { number >> 24, number >> 16, number >> 8, number, 1, 1, 1, 1, 1, 1 };
  g_autoptr (FasciaEntry) entry = NULL;
  FasciaUid uid;

  fascia_uid_init (&uid, 0, random);
  entry = fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment);
  return note != NULL ? fascia_entry_with_note (entry, note) : g_steal_pointer (&entry);
}

/* ---- somebody who believes nothing but the signals ---- */

typedef struct
{
  FasciaTimelineModel *model;
  GPtrArray *items; /* the same objects, kept up to date by the signals alone */
  GArray *is_start; /* gboolean: the first of its section */
  guint n_changed;  /* items-changed */
  guint n_touched;  /* items removed and added */
} Witness;

static gboolean
starts_section (FasciaTimelineModel *model, guint position)
{
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (model), position, &start, &end);
  g_assert_cmpuint (start, <=, position);
  g_assert_cmpuint (end, >, position);
  return start == position;
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Witness *witness)
{
  witness->n_changed++;
  witness->n_touched += removed + added;
  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, witness->items->len);

  if (removed > 0)
    {
      g_ptr_array_remove_range (witness->items, position, removed);
      g_array_remove_range (witness->is_start, position, removed);
    }
  for (guint i = 0; i < added; i++)
    {
      gboolean is_start = starts_section (FASCIA_TIMELINE_MODEL (model), position + i);

      g_ptr_array_insert (witness->items, position + i,
                          g_list_model_get_item (model, position + i));
      g_array_insert_val (witness->is_start, position + i, is_start);
    }

  /* Told whole: at the time of the signal the list already is what the signal says. */
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, witness->items->len);
}

static void
on_sections_changed (GtkSectionModel *model, guint position, guint n_items, Witness *witness)
{
  for (guint i = position; i < position + n_items; i++)
    g_array_index (witness->is_start, gboolean, i)
        = starts_section (FASCIA_TIMELINE_MODEL (model), i);
}

static Witness *
witness_new (FasciaTimelineModel *model)
{
  Witness *witness = g_new0 (Witness, 1);

  witness->model = model;
  witness->items = g_ptr_array_new_with_free_func (g_object_unref);
  witness->is_start = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), witness);
  g_signal_connect (model, "sections-changed", G_CALLBACK (on_sections_changed), witness);
  return witness;
}

static void
witness_free (Witness *witness)
{
  g_signal_handlers_disconnect_by_data (witness->model, witness);
  g_ptr_array_unref (witness->items);
  g_array_unref (witness->is_start);
  g_free (witness);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Witness, witness_free)

static void
witness_check (Witness *witness)
{
  GListModel *list = G_LIST_MODEL (witness->model);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, witness->items->len);
  for (guint i = 0; i < witness->items->len; i++)
    {
      FasciaTimelineItem *item = fascia_timeline_model_get (witness->model, i);
      guint start, end;

      g_assert_true (item == g_ptr_array_index (witness->items, i));
      g_assert_cmpint (g_array_index (witness->is_start, gboolean, i), ==,
                       starts_section (witness->model, i));

      if (i > 0)
        {
          FasciaEntry *before
              = fascia_timeline_item_get_entry (fascia_timeline_model_get (witness->model, i - 1));
          FasciaEntry *entry = fascia_timeline_item_get_entry (item);

          g_assert_cmpint (fascia_timeline_compare (before, entry), <, 0);
          g_assert_cmpint (starts_section (witness->model, i), ==,
                           fascia_entry_get_moment (before)->day
                               != fascia_entry_get_moment (entry)->day);
        }

      gtk_section_model_get_section (GTK_SECTION_MODEL (list), i, &start, &end);
      for (guint j = start; j < end; j++)
        g_assert_cmpint (
            fascia_entry_get_moment (
                fascia_timeline_item_get_entry (fascia_timeline_model_get (witness->model, j)))
                ->day,
            ==, fascia_entry_get_moment (fascia_timeline_item_get_entry (item))->day);
    }
}

/* ---- a journal that is a sorted array ---- */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return fascia_timeline_compare (*(FasciaEntry *const *) a, *(FasciaEntry *const *) b);
}

static GPtrArray *
journal_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fascia_entry_unref);
}

static void
journal_add (GPtrArray *journal, FasciaEntry *entry)
{
  g_ptr_array_add (journal, entry);
  g_ptr_array_sort (journal, compare_entries);
}

/* What a reading would give: at most @limit entries after @after. */
static GPtrArray *
journal_list (GPtrArray *journal, FasciaEntry *after, guint limit)
{
  GPtrArray *page = journal_new ();

  for (guint i = 0; i < journal->len && page->len < limit; i++)
    {
      FasciaEntry *entry = g_ptr_array_index (journal, i);

      if (after == NULL || fascia_timeline_compare (after, entry) < 0)
        g_ptr_array_add (page, fascia_entry_ref (entry));
    }

  return page;
}

/* Reads everything that @model holds again, page by page, as the list does after a change. */
static void
refresh (FasciaTimelineModel *model, GPtrArray *journal, guint limit)
{
  g_autoptr (FasciaEntry) after = NULL;

  while (TRUE)
    {
      g_autoptr (GPtrArray) page = journal_list (journal, after, limit);
      guint n_items;

      fascia_timeline_model_merge (model, after, page, page->len < limit);
      if (page->len < limit)
        return;

      g_clear_pointer (&after, fascia_entry_unref);
      after = fascia_entry_ref (g_ptr_array_index (page, page->len - 1));
      n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
      if (fascia_timeline_compare (
              fascia_timeline_item_get_entry (fascia_timeline_model_get (model, n_items - 1)),
              after)
          <= 0)
        return;
    }
}

/* The list is the beginning of the journal. */
static void
assert_prefix (FasciaTimelineModel *model, GPtrArray *journal)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_assert_cmpuint (n_items, <=, journal->len);
  for (guint i = 0; i < n_items; i++)
    g_assert_true (
        fascia_entry_equal (fascia_timeline_item_get_entry (fascia_timeline_model_get (model, i)),
                            g_ptr_array_index (journal, i)));
}

/* ---- tests ---- */

static void
test_sections (void)
{
  g_autoptr (FasciaTimelineModel) model = fascia_timeline_model_new (NULL);
  g_autoptr (Witness) witness = witness_new (model);
  g_autoptr (GPtrArray) journal = journal_new ();
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 0, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, G_MAXUINT);

  journal_add (journal, make_entry (1, 10 * DAY_MS + 5, NULL));
  journal_add (journal, make_entry (2, 10 * DAY_MS + 9, NULL));
  journal_add (journal, make_entry (3, 7 * DAY_MS, NULL));
  journal_add (journal, make_entry (4, 6 * DAY_MS, NULL));
  journal_add (journal, make_entry (5, 6 * DAY_MS + 1, NULL));
  refresh (model, journal, 100);
  witness_check (witness);
  assert_prefix (model, journal);

  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 1, &start, &end);
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 2, &start, &end);
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (end, ==, 3);
  gtk_section_model_get_section (GTK_SECTION_MODEL (model), 4, &start, &end);
  g_assert_cmpuint (start, ==, 3);
  g_assert_cmpuint (end, ==, 5);
}

/* A new entry at the top of today touches nothing else; deleting the first of a day keeps the rest
 * and makes the next one the first. */
static void
test_insert_and_delete (void)
{
  g_autoptr (FasciaTimelineModel) model = fascia_timeline_model_new (NULL);
  g_autoptr (Witness) witness = witness_new (model);
  g_autoptr (GPtrArray) journal = journal_new ();
  FasciaTimelineItem *kept;

  for (guint i = 0; i < 50; i++)
    journal_add (journal, make_entry (i, (100 - i / 3) * DAY_MS + 1000 - i, NULL));
  refresh (model, journal, 100);
  g_assert_cmpuint (witness->n_changed, ==, 1);
  kept = fascia_timeline_model_get (model, 20);

  witness->n_touched = 0;
  journal_add (journal, make_entry (900, 101 * DAY_MS, NULL));
  refresh (model, journal, 20);
  witness_check (witness);
  g_assert_cmpuint (witness->n_touched, ==, 1);
  g_assert_true (fascia_timeline_model_get (model, 21) == kept);

  /* Position 1 is the first of its day. */
  witness->n_touched = 0;
  g_assert_true (starts_section (model, 1));
  g_ptr_array_remove_index (journal, 1);
  refresh (model, journal, 20);
  witness_check (witness);
  g_assert_cmpuint (witness->n_touched, ==, 1);
  g_assert_true (fascia_timeline_model_get (model, 20) == kept);
  g_assert_true (starts_section (model, 1));

  /* And the last of all. */
  g_ptr_array_remove_index (journal, journal->len - 1);
  refresh (model, journal, 20);
  witness_check (witness);
  assert_prefix (model, journal);
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* A note changes the value of an item, not the list. */
static void
test_change_in_place (void)
{
  g_autoptr (FasciaTimelineModel) model = fascia_timeline_model_new (NULL);
  g_autoptr (Witness) witness = witness_new (model);
  g_autoptr (GPtrArray) journal = journal_new ();
  FasciaEntry *changed;
  guint n_notified = 0;

  for (guint i = 0; i < 5; i++)
    journal_add (journal, make_entry (i, i * DAY_MS, NULL));
  refresh (model, journal, 100);
  g_signal_connect (fascia_timeline_model_get (model, 2), "notify::entry", G_CALLBACK (on_notify),
                    &n_notified);

  witness->n_changed = 0;
  changed = fascia_entry_with_note (g_ptr_array_index (journal, 2), "better");
  fascia_entry_unref (g_ptr_array_index (journal, 2));
  g_ptr_array_index (journal, 2) = changed;
  refresh (model, journal, 100);
  assert_prefix (model, journal);
  g_assert_cmpuint (witness->n_changed, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);

  /* Nothing new is not announced. */
  refresh (model, journal, 2);
  g_assert_cmpuint (witness->n_changed, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);
}

/* What an operation did is applied without reading, and reading afterwards finds nothing to do. */
static void
test_apply (void)
{
  g_autoptr (FasciaTimelineModel) model = fascia_timeline_model_new (NULL);
  g_autoptr (Witness) witness = witness_new (model);
  g_autoptr (GPtrArray) journal = journal_new ();
  g_autoptr (FasciaEntry) gone = NULL;
  g_autoptr (FasciaEntry) old = make_entry (77, 0, NULL);

  for (guint i = 0; i < 6; i++)
    journal_add (journal, make_entry (i, (10 + i / 2) * DAY_MS + i, NULL));
  refresh (model, journal, 4);
  g_assert_cmpuint (witness->items->len, ==, 4);

  gone = fascia_entry_ref (g_ptr_array_index (journal, 2));
  g_ptr_array_remove_index (journal, 2);
  fascia_timeline_model_apply (model, gone, NULL);
  witness_check (witness);
  assert_prefix (model, journal);
  g_assert_cmpuint (witness->items->len, ==, 3);

  /* Twice is once. */
  fascia_timeline_model_apply (model, gone, NULL);
  g_assert_cmpuint (witness->items->len, ==, 3);

  journal_add (journal, fascia_entry_ref (gone));
  fascia_timeline_model_apply (model, NULL, gone);
  witness_check (witness);
  assert_prefix (model, journal);
  g_assert_cmpuint (witness->items->len, ==, 4);

  /* Older than all that were read: a gap would be left between, so it waits. */
  fascia_timeline_model_apply (model, NULL, old);
  g_assert_cmpuint (witness->items->len, ==, 4);
}

/* Any history of the journal, read in pages of any size: the list is always its beginning, every
 * signal is exact, and what did not change keeps its item. */
static void
test_random (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (FasciaTimelineModel) model = fascia_timeline_model_new (NULL);
      g_autoptr (Witness) witness = witness_new (model);
      g_autoptr (GPtrArray) journal = journal_new ();
      guint next_number = 1;

      for (guint step = 0; step < 60; step++)
        {
          guint n_changes = g_test_rand_int_range (0, 6);
          guint n_before = g_list_model_get_n_items (G_LIST_MODEL (model));

          for (guint i = 0; i < n_changes; i++)
            {
              guint at = journal->len > 0 ? g_test_rand_int_range (0, journal->len) : 0;

              switch (g_test_rand_int_range (0, 5))
                {
                case 0:
                  if (journal->len > 0)
                    g_ptr_array_remove_index (journal, at);
                  break;
                case 1:
                  if (journal->len > 0)
                    {
                      g_autofree char *note = g_strdup_printf ("%u %u", step, i);
                      FasciaEntry *changed
                          = fascia_entry_with_note (g_ptr_array_index (journal, at), note);

                      fascia_entry_unref (g_ptr_array_index (journal, at));
                      g_ptr_array_index (journal, at) = changed;
                    }
                  break;
                default:
                  /* Few moments, so that many entries share one and the uid decides. */
                  journal_add (
                      journal,
                      make_entry (next_number++, g_test_rand_int_range (0, 40) * DAY_MS / 3, NULL));
                }
            }

          refresh (model, journal, g_test_rand_int_range (1, 9));
          witness_check (witness);
          assert_prefix (model, journal);

          /* One more page, as scrolling asks for. */
          if (g_test_rand_int_range (0, 3) == 0)
            {
              guint n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
              FasciaEntry *after = n_items > 0 ? fascia_timeline_item_get_entry (
                                                     fascia_timeline_model_get (model, n_items - 1))
                                               : NULL;
              g_autoptr (FasciaEntry) kept = after != NULL ? fascia_entry_ref (after) : NULL;
              g_autoptr (GPtrArray) page = journal_list (journal, kept, 10);

              fascia_timeline_model_merge (model, kept, page, page->len < 10);
              witness_check (witness);
              assert_prefix (model, journal);
              g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==,
                                MIN (n_items + 10, journal->len));
            }
          else if (n_changes == 0 && n_before > 0)
            g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), >=, n_before);
        }
    }
}

/* Days need not fall with time: somebody flew east over the date line. */
static void
test_days_out_of_order (void)
{
  g_autoptr (FasciaTimelineModel) model = fascia_timeline_model_new (NULL);
  g_autoptr (Witness) witness = witness_new (model);
  g_autoptr (GPtrArray) journal = journal_new ();
  const gint32 days[] = { 21, 20, 21, 20, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      FasciaMoment moment = { .utc_ms = 20 * DAY_MS - i * 3600000,
                              .offset_min = 0,
                              .day = days[i],
                              .zone = g_intern_static_string ("UTC") };
      const guint8 random[10] = { i };
      FasciaUid uid;

      fascia_uid_init (&uid, 0, random);
      journal_add (journal, fascia_entry_new (&uid, FASCIA_ENTRY_CHECK_IN, &moment));
    }
  refresh (model, journal, 2);
  refresh (model, journal, 10);
  witness_check (witness);

  /* Two stretches of one day become one when what lay between goes. */
  g_ptr_array_remove_index (journal, 1);
  refresh (model, journal, 10);
  witness_check (witness);
  g_assert_true (starts_section (model, 0));
  g_assert_false (starts_section (model, 1));
}

static void
test_finalize (void)
{
  FasciaTimelineModel *model = fascia_timeline_model_new (NULL);
  g_autoptr (GPtrArray) journal = journal_new ();
  FasciaTimelineItem *item;

  journal_add (journal, make_entry (1, DAY_MS, NULL));
  refresh (model, journal, 10);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_null (fascia_timeline_model_get (model, 1));
  g_assert_finalize_object (model);
  g_assert_finalize_object (item);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/model/sections", test_sections);
  g_test_add_func ("/journal/model/insert-and-delete", test_insert_and_delete);
  g_test_add_func ("/journal/model/change-in-place", test_change_in_place);
  g_test_add_func ("/journal/model/apply", test_apply);
  g_test_add_func ("/journal/model/random", test_random);
  g_test_add_func ("/journal/model/days-out-of-order", test_days_out_of_order);
  g_test_add_func ("/journal/model/finalize", test_finalize);

  return g_test_run ();
}
