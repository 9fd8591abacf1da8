/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was drawn stays in its order. */

#include "store-drawing.h"

#define N_STROKES 40

/* Widths 1, 2, 3 … say in which order they were drawn. */
static void
assert_order (FasciaDb *db, const FasciaUid *uid, guint n_drawings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaEntry) entry = fascia_db_get_entry (db, uid, &error);
  g_autoptr (GPtrArray) list = fascia_db_list (db, G_MAXINT64, NULL, 1, &error);

  g_assert_no_error (error);
  g_assert_true (fascia_entry_equal (entry, list->pdata[0]));
  g_assert_cmpuint (store_count_drawings (entry), ==, n_drawings);
  for (guint i = 0; i < n_drawings; i++)
    g_assert_cmpint ((int) store_get_drawing (entry, i)->width, ==, (int) i + 1);
}

static void
test_order (StoreFixture *f, gconstpointer data)
{
  FasciaDrawing drawings[N_STROKES];

  for (int i = 0; i < N_STROKES; i++)
    {
      drawings[i] = store_stroke;
      drawings[i].width = (float) i + 1;
    }
  /* Many at one moment, then one by one while the clock is set back. */
  g_autoptr (FasciaOperation) first
      = store_log_full (f->db, &(FasciaLog) { .drawings = drawings, .n_drawings = N_STROKES / 2 });
  const FasciaUid *uid = fascia_entry_get_uid (store_get_after (first));
  for (int i = N_STROKES / 2; i < N_STROKES; i++)
    {
      store_fixture_wait (f, -MINUTE_MS);
      g_autoptr (FasciaOperation) next = store_log_full (
          f->db, &(FasciaLog) { .entry = uid, .drawings = &drawings[i], .n_drawings = 1 });
    }
  assert_order (f->db, uid, N_STROKES);

  /* Numbers of rows are no order: they are others on another machine. */
  store_exec (f->db, "UPDATE drawing SET id = 1000 - id");
  assert_order (f->db, uid, N_STROKES);
  store_assert_whole (f->db);
}

/* So it is with entries that were made elsewhere. */
static void
test_order_inserted (StoreFixture *f, gconstpointer data)
{
  g_autoptr (FasciaOperation) begun = store_log (f->db, "sacrum", FASCIA_SCALE_TIGHTNESS, 3);
  FasciaEntry *entry = fascia_entry_ref (store_get_after (begun));
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) deleted
      = fascia_db_delete_entry (f->db, fascia_entry_get_uid (entry), &error);

  g_assert_no_error (error);
  for (int i = 0; i < N_STROKES; i++)
    {
      FasciaDrawing drawing = store_stroke;

      drawing.width = (float) i + 1;
      FasciaEntry *more = fascia_entry_with_drawing (entry, &drawing);
      fascia_entry_unref (entry);
      entry = more;
    }
  g_assert_true (fascia_db_insert_entries (f->db, &entry, 1, &error));
  assert_order (f->db, fascia_entry_get_uid (entry), N_STROKES);
  fascia_entry_unref (entry);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_test_add ("/db-drawing-kept/order", test_order);
  store_test_add ("/db-drawing-kept/order-inserted", test_order_inserted);

  return g_test_run ();
}
