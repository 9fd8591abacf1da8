/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes exports of a journal with everything in it, for tests that read them with other programs:
 * journal.json, tables/ and fhir.json in the folder that is given. */

#include "exchange-fixture.h"

/* A check-in with a level of pain for each place there is. */
static void
add_all_regions (FasciaDb *db, const FasciaBody *body)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FasciaMark));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    {
      FasciaMark mark = { fascia_region_get_id (fascia_body_get_region (body, i)),
                          FASCIA_SCALE_PAIN, (int) (i % 11), NULL };

      g_array_append_val (marks, mark);
    }
  FasciaLog log = { .marks = (const FasciaMark *) (gpointer) marks->data, .n_marks = marks->len };
  g_autoptr (FasciaOperation) operation = fascia_db_log (db, &log, &error);
  g_assert_no_error (error);
}

static void
write_all (FasciaDb *db, const FasciaBody *body, const char *folder)
{
  static const struct
  {
    FasciaExportFormat format;
    const char *name;
  } all[] = { { FASCIA_EXPORT_JSON, "journal.json" },
              { FASCIA_EXPORT_TABLES, "tables" },
              { FASCIA_EXPORT_FHIR, "fhir.json" } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *path = g_build_filename (folder, all[i].name, NULL);
      g_autoptr (GError) error = NULL;

      fascia_export_run (all[i].format, body, db, path, NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  StoreFixture f = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaBody) body = fascia_body_new (&error);

  if (argc != 2)
    return 2;
  g_assert_no_error (error);
  store_fixture_set_up (&f, NULL);
  exchange_fill (f.db, f.rand, 160);
  add_all_regions (f.db, body);
  write_all (f.db, body, argv[1]);
  store_fixture_tear_down (&f, NULL);
  return 0;
}
