/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What undoing is called, in English. */

#include "core/journal/fascia-operation-private.h"
#include "fascia-core-resources.h"
#include "store-entries.h"

#define TODAY ((gint32) 20522) /* a Tuesday, 2026-03-10 */

static FasciaEntry *
make_entry (FasciaEntryKind kind, gint32 day)
{
  return store_make_entry (kind, day * DAY_MS + 12 * 60 * MINUTE_MS);
}

static FasciaOperation *
make_operation (FasciaOperationKind kind, FasciaEntry *before, FasciaEntry *after)
{
  return fascia_operation_new (1, kind, FASCIA_CHANGE_NONE, 1, before, after, TRUE);
}

static void
assert_labels (FasciaOperation *operation, const char *undo, const char *undone)
{
  g_autofree char *undo_label = fascia_operation_dup_undo_label (operation, TODAY);
  g_autofree char *undone_label = fascia_operation_dup_undone_label (operation, TODAY);

  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (undone_label, ==, undone);
}

static void
test_deeds (void)
{
  g_autoptr (FasciaEntry) check_in = make_entry (FASCIA_ENTRY_CHECK_IN, TODAY - 7 + 1);
  g_autoptr (FasciaEntry) visit = make_entry (FASCIA_ENTRY_VISIT, TODAY);
  g_autoptr (FasciaOperation) deleted
      = make_operation (FASCIA_OPERATION_DELETE_ENTRY, check_in, NULL);
  g_autoptr (FasciaOperation) made = make_operation (FASCIA_OPERATION_PUT, NULL, visit);
  g_autoptr (FasciaOperation) edited = make_operation (FASCIA_OPERATION_PUT, visit, visit);
  g_autoptr (FasciaOperation) noted = make_operation (FASCIA_OPERATION_SET_NOTE, visit, visit);
  g_autoptr (FasciaOperation) logged = make_operation (FASCIA_OPERATION_LOG, NULL, check_in);
  g_autoptr (FasciaOperation) closed
      = make_operation (FASCIA_OPERATION_CLOSE_CHECK_IN, check_in, check_in);

  assert_labels (deleted, "Undo delete of Wednesday’s check-in",
                 "Delete of Wednesday’s check-in undone");
  assert_labels (made, "Undo adding today’s visit", "Adding today’s visit undone");
  assert_labels (edited, "Undo edit of today’s visit", "Edit of today’s visit undone");
  assert_labels (noted, "Undo note on today’s visit", "Note on today’s visit undone");
  assert_labels (logged, "Undo adding Wednesday’s check-in", "Adding Wednesday’s check-in undone");
  assert_labels (closed, "Undo new check-in", "New check-in undone");

  /* An undo tells what it took back. */
  g_autoptr (FasciaOperation) undo = make_operation (FASCIA_OPERATION_UNDO, NULL, check_in);
  fascia_operation_set_undone (undo, deleted);
  g_autofree char *text = fascia_operation_dup_undone_label (undo, TODAY);
  g_assert_cmpstr (text, ==, "Delete of Wednesday’s check-in undone");
}

static void
test_many (void)
{
  g_autoptr (FasciaOperation) one = make_operation (FASCIA_OPERATION_IMPORT, NULL, NULL);
  g_autoptr (FasciaOperation) many = make_operation (FASCIA_OPERATION_IMPORT, NULL, NULL);
  g_autoptr (FasciaOperation) tag = make_operation (FASCIA_OPERATION_TAGS, NULL, NULL);
  g_autoptr (FasciaOperation) scale = make_operation (FASCIA_OPERATION_ITEMS, NULL, NULL);
  g_autoptr (FasciaOperation) merged = make_operation (FASCIA_OPERATION_TAGS, NULL, NULL);

  fascia_operation_set_n_entries (one, 1);
  fascia_operation_set_n_entries (many, 214);
  fascia_operation_set_n_entries (merged, 3);
  assert_labels (one, "Undo import of 1 entry", "Import of 1 entry undone");
  assert_labels (many, "Undo import of 214 entries", "Import of 214 entries undone");
  assert_labels (tag, "Undo change of your tags", "Change of your tags undone");
  assert_labels (scale, "Undo change of your scales", "Change of your scales undone");
  assert_labels (merged, "Undo change of a tag in 3 entries",
                 "Change of a tag in 3 entries undone");
}

/* The answers of a day are no "measurement" to whoever clicked them. */
static void
test_quick_day (void)
{
  const FasciaMeasurement sleep = { .item = "sleep", .side = FASCIA_SIDE_MIDLINE, .value = 6 };
  const FasciaMeasurement chin
      = { .item = "slr", .side = FASCIA_SIDE_MIDLINE, .value = 3, .unit = "cm" };
  g_autoptr (FasciaItems) items = fascia_items_new (NULL);
  g_autoptr (FasciaEntry) empty = make_entry (FASCIA_ENTRY_MEASUREMENT, TODAY);
  guint n_left = 0;

  for (const FasciaMeasurement *one = fascia_entry_get_measurements (empty, &n_left); n_left > 0;
       one = fascia_entry_get_measurements (empty, &n_left))
    {
      g_autoptr (FasciaEntry) old = empty;

      empty = fascia_entry_without_measurement (old, one->item, one->side);
    }
  g_autoptr (FasciaEntry) day = fascia_entry_with_measurement (empty, &sleep);
  g_autoptr (FasciaEntry) test = fascia_entry_with_measurement (empty, &chin);
  g_autoptr (FasciaOperation) made = make_operation (FASCIA_OPERATION_PUT, NULL, day);
  g_autoptr (FasciaOperation) edited = make_operation (FASCIA_OPERATION_PUT, day, day);
  g_autoptr (FasciaOperation) deleted = make_operation (FASCIA_OPERATION_DELETE_ENTRY, day, NULL);
  g_autoptr (FasciaOperation) other = make_operation (FASCIA_OPERATION_PUT, NULL, test);
  static const char *const expected[] = {
    "Undo adding today’s quick day",    "Adding today’s quick day undone",
    "Undo edit of today’s quick day",   "Edit of today’s quick day undone",
    "Undo delete of today’s quick day", "Delete of today’s quick day undone",
    "Undo adding today’s measurement",  "Adding today’s measurement undone",
  };
  const FasciaOperation *const operations[] = { made, edited, deleted, other };

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      g_autofree char *undo = fascia_operation_dup_undo_label_with (operations[i], items, TODAY);
      g_autofree char *undone
          = fascia_operation_dup_undone_label_with (operations[i], items, TODAY);

      g_assert_cmpstr (undo, ==, expected[2 * i]);
      g_assert_cmpstr (undone, ==, expected[2 * i + 1]);
    }
  assert_labels (made, "Undo adding today’s measurement", "Adding today’s measurement undone");
}

static void
test_days (void)
{
  static const struct
  {
    gint32 day;
    const char *label;
  } days[] = {
    { TODAY, "Undo delete of today’s note" },
    { TODAY - 1, "Undo delete of yesterday’s note" },
    { TODAY - 2, "Undo delete of Sunday’s note" },
    { TODAY - 3, "Undo delete of Saturday’s note" },
    { TODAY - 4, "Undo delete of Friday’s note" },
    { TODAY - 5, "Undo delete of Thursday’s note" },
    { TODAY - 6, "Undo delete of Wednesday’s note" },
    { TODAY - 7, "Undo delete of the 3 March note" },
    { TODAY + 1, "Undo delete of the 11 March note" },
    { TODAY - 90, "Undo delete of the 10 December 2025 note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (FasciaEntry) note = make_entry (FASCIA_ENTRY_NOTE, days[i].day);
      g_autoptr (FasciaOperation) deleted
          = make_operation (FASCIA_OPERATION_DELETE_ENTRY, note, NULL);
      g_autofree char *label = fascia_operation_dup_undo_label (deleted, TODAY);

      g_assert_cmpstr (label, ==, days[i].label);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

  g_test_add_func ("/operation-text/deeds", test_deeds);
  g_test_add_func ("/operation-text/many", test_many);
  g_test_add_func ("/operation-text/days", test_days);
  g_test_add_func ("/operation-text/quick-day", test_quick_day);
  return g_test_run ();
}
