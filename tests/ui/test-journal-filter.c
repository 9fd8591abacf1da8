/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter of the journal as a value, its chips, its choices, and the row of what it shows.
 */

#include "config.h"

#include <adwaita.h>

#include "fascia-core-resources.h"
#include "fascia-test-kinds.h"
#include "fascia-test-utils.h"
#include "fascia-ui-resources.h"
#include "journal/fascia-filter-chips.h"
#include "journal/fascia-filter-popover.h"
#include "journal/fascia-journal-row.h"
#include "journal/fascia-timeline-text.h"

#define TODAY 20522 /* 2026-03-10 */

static FasciaBody *body;
static FasciaTags *tags;
static FasciaItems *items;
static FasciaNames names;

/* ---- the value ---- */

static void
test_days (void)
{
  static const struct
  {
    FasciaPeriod period;
    gint32 first_day;
    gint32 last_day;
  } cases[] = {
    { FASCIA_PERIOD_ANY, G_MININT32, G_MAXINT32 },
    { FASCIA_PERIOD_7_DAYS, TODAY - 6, G_MAXINT32 },
    { FASCIA_PERIOD_30_DAYS, TODAY - 29, G_MAXINT32 },
    { FASCIA_PERIOD_90_DAYS, TODAY - 89, G_MAXINT32 },
    { FASCIA_PERIOD_YEAR, TODAY - 68, TODAY - 68 + 364 },
    /* The wrong way round is meant the right way round. */
    { FASCIA_PERIOD_CUSTOM, TODAY - 20, TODAY - 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FasciaJournalFilter filter = {
        .period = cases[i].period,
        .first_day = TODAY - 10,
        .last_day = TODAY - 20,
      };
      gint32 first_day;
      gint32 last_day;

      fascia_journal_filter_get_days (&filter, TODAY, &first_day, &last_day);
      g_assert_cmpint (first_day, ==, cases[i].first_day);
      g_assert_cmpint (last_day, ==, cases[i].last_day);
    }
}

static void
test_query (void)
{
  FasciaJournalFilter filter = { 0 };
  g_autoptr (FasciaQuery) all = fascia_journal_filter_create_query (&filter, "  ", &names, TODAY);

  g_assert_null (all);
  g_assert_true (fascia_journal_filter_is_empty (&filter));

  filter = (FasciaJournalFilter) {
    .kinds = 1U << FASCIA_ENTRY_VISIT,
    .region = g_intern_static_string ("shoulder-top-left"),
    .with_mirror = TRUE,
    .tag = g_intern_static_string ("stress"),
    .period = FASCIA_PERIOD_7_DAYS,
  };
  g_autoptr (FasciaQuery) query
      = fascia_journal_filter_create_query (&filter, "anna", &names, TODAY);
  g_assert_cmpuint (fascia_query_get_kinds (query), ==, 1U << FASCIA_ENTRY_VISIT);
  const char *const *regions = fascia_query_get_regions (query);
  g_assert_cmpuint (g_strv_length ((char **) regions), ==, 2);
  g_assert_true (g_strv_contains (regions, "shoulder-top-left"));
  g_assert_true (g_strv_contains (regions, "shoulder-top-right"));
  g_assert_cmpstr (fascia_query_get_tag (query), ==, "stress");
  g_assert_cmpint (fascia_query_get_first_day (query), ==, TODAY - 6);
  g_assert_cmpstr (fascia_query_get_text (query), ==, "anna");

  /* Without its mirror one side is one side. */
  filter.with_mirror = FALSE;
  g_autoptr (FasciaQuery) one = fascia_journal_filter_create_query (&filter, NULL, &names, TODAY);
  g_assert_cmpuint (g_strv_length ((char **) fascia_query_get_regions (one)), ==, 1);
  g_assert_cmpstr (fascia_query_get_regions (one)[0], ==, "shoulder-top-left");
}

static void
assert_part (const FasciaJournalFilter *filter, GArray *parts, guint index, const char *label)
{
  g_autofree char *text = fascia_journal_filter_dup_part_label (
      filter, &g_array_index (parts, FasciaFilterPart, index), &names);

  g_assert_cmpstr (text, ==, label);
}

static void
test_parts (void)
{
  FasciaJournalFilter filter = {
    .kinds = 1U << FASCIA_ENTRY_NOTE | 1U << FASCIA_ENTRY_CHECK_IN,
    .region = g_intern_static_string ("shoulder-top-left"),
    .with_mirror = TRUE,
    .tag = g_intern_static_string ("long-sitting"),
    .period = FASCIA_PERIOD_CUSTOM,
    .first_day = TODAY - 1,
    .last_day = TODAY,
  };
  g_autoptr (GArray) parts = fascia_journal_filter_list_parts (&filter);

  g_assert_cmpuint (parts->len, ==, 5);
  assert_part (&filter, parts, 0, "Check-in");
  assert_part (&filter, parts, 1, "Note");
  assert_part (&filter, parts, 2, "Left shoulder top and its mirror");
  assert_part (&filter, parts, 3, "long sitting");
  assert_part (&filter, parts, 4, "9 Mar 2026 – 10 Mar 2026");

  /* Each takes its own part away and nothing else; all of them leave nothing. */
  for (guint i = 0; i < parts->len; i++)
    {
      const FasciaJournalFilter old = filter;
      g_autoptr (GArray) before = fascia_journal_filter_list_parts (&filter);

      filter = fascia_journal_filter_without (&filter, &g_array_index (parts, FasciaFilterPart, i));
      g_autoptr (GArray) after = fascia_journal_filter_list_parts (&filter);
      g_assert_cmpuint (after->len, ==, before->len - 1);
      g_assert_false (fascia_journal_filter_equal (&old, &filter));
    }
  g_assert_true (fascia_journal_filter_is_empty (&filter));
}

/* ---- chips ---- */

static void
on_filter_changed (GtkWidget *widget, guint *n_changes)
{
  (*n_changes)++;
}

static GtkWidget *
find_widget (GtkWidget *root, GType type, guint *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*skip)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint index)
{
  return find_widget (root, type, &index);
}

static void
test_chips (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (fascia_filter_chips_new ());
  FasciaFilterChips *chips = FASCIA_FILTER_CHIPS (widget);
  const FasciaJournalFilter filter = {
    .kinds = 1U << FASCIA_ENTRY_NOTE,
    .region = g_intern_static_string ("jaw-right"),
  };
  guint n_changes = 0;

  g_signal_connect (widget, "filter-changed", G_CALLBACK (on_filter_changed), &n_changes);
  g_assert_false (gtk_widget_get_visible (widget));
  fascia_filter_chips_set_filter (chips, &filter, &names);
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_nonnull (find_nth (widget, GTK_TYPE_BUTTON, 1));
  g_assert_null (find_nth (widget, GTK_TYPE_BUTTON, 2));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_nth (widget, GTK_TYPE_BUTTON, 1)), ==,
                   "Remove filter: Right jaw");

  g_signal_emit_by_name (find_nth (widget, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_null (fascia_filter_chips_get_filter (chips)->region);
  g_assert_cmpuint (fascia_filter_chips_get_filter (chips)->kinds, ==, 1U << FASCIA_ENTRY_NOTE);
}

/* ---- the popover ---- */

static void
test_popover (void)
{
  const FasciaJournalFilter empty = { 0 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *widget = fascia_filter_popover_new (&names, &empty, TODAY);
  FasciaFilterPopover *popover = FASCIA_FILTER_POPOVER (widget);
  guint n_changes = 0;

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), widget);
  gtk_window_set_child (GTK_WINDOW (window), button);
  g_signal_connect (widget, "filter-changed", G_CALLBACK (on_filter_changed), &n_changes);

  GtkWidget *check_in = find_nth (widget, ADW_TYPE_WRAP_BOX, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (check_in)), TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (fascia_filter_popover_get_filter (popover)->kinds, ==,
                    1U << FASCIA_ENTRY_CHECK_IN);

  /* All places are on offer, and the first is none of them. */
  GtkDropDown *place = GTK_DROP_DOWN (find_nth (widget, GTK_TYPE_DROP_DOWN, 0));
  GtkWidget *mirror = find_nth (widget, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (place)), ==,
                    fascia_body_get_n_regions (body) + 1);
  g_assert_false (gtk_widget_get_visible (mirror));
  const FasciaRegion *region = fascia_body_lookup (body, "shoulder-top-left");
  for (guint i = 0; i < fascia_body_get_n_regions (body); i++)
    if (fascia_body_get_region (body, i) == region)
      gtk_drop_down_set_selected (place, i + 1);
  g_assert_cmpstr (fascia_filter_popover_get_filter (popover)->region, ==, "shoulder-top-left");
  g_assert_true (gtk_widget_get_visible (mirror));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mirror), TRUE);
  g_assert_true (fascia_filter_popover_get_filter (popover)->with_mirror);

  GtkDropDown *tag = GTK_DROP_DOWN (find_nth (widget, GTK_TYPE_DROP_DOWN, 1));
  gtk_drop_down_set_selected (tag, 1);
  g_assert_cmpstr (fascia_filter_popover_get_filter (popover)->tag, ==,
                   fascia_tag_get_code (fascia_tags_get (tags, 0)));

  GtkDropDown *period = GTK_DROP_DOWN (find_nth (widget, GTK_TYPE_DROP_DOWN, 2));
  gtk_drop_down_set_selected (period, FASCIA_PERIOD_CUSTOM);
  g_assert_cmpint (fascia_filter_popover_get_filter (popover)->first_day, ==, TODAY - 29);
  g_assert_cmpint (fascia_filter_popover_get_filter (popover)->last_day, ==, TODAY);
  g_assert_cmpuint (n_changes, ==, 5);

  /* Clear. */
  guint index = 0;
  GtkWidget *clear = NULL;
  for (GtkWidget *found = find_nth (widget, GTK_TYPE_BUTTON, index); found != NULL;
       found = find_nth (widget, GTK_TYPE_BUTTON, ++index))
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (found)), "_Clear Filter") == 0)
      clear = found;
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  g_assert_true (fascia_journal_filter_is_empty (fascia_filter_popover_get_filter (popover)));
  g_assert_cmpuint (n_changes, ==, 6);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- rows ---- */

static void
assert_spoken (FasciaEntry *entry, const char *expected)
{
  g_autoptr (FasciaEntry) own = entry;
  g_autofree char *spoken = fascia_timeline_text_spoken (own, &names, FASCIA_HOURS_24);

  g_assert_cmpstr (spoken, ==, expected);
}

/* Everything a row shows is in the one sentence. */
static void
test_spoken (void)
{
  const gint64 now_ms = FASCIA_TEST_NOW_MS;

  assert_spoken (fascia_test_note_new (now_ms, 1, "A walk."), "13:20, Note. Note: A walk.");
  assert_spoken (fascia_test_event_new (now_ms, 1),
                 "13:20, Event: New chair, shoes or bed, A higher chair at the desk. "
                 "Tags: lifting or carrying, overdoing it");

  g_autoptr (FasciaEntry) visit = fascia_test_visit_new (now_ms, 1);
  g_autofree char *spoken = fascia_timeline_text_spoken (visit, &names, FASCIA_HOURS_24);
  g_assert_true (g_str_has_prefix (spoken, "13:20 to 14:20, Therapist visit: 60 min, Anna, "));
  g_assert_nonnull (strstr (spoken, "Right shoulder top"));
  g_assert_nonnull (strstr (spoken, ". Tags: stress. Note: The shoulder let go"));
  g_assert_null (strstr (spoken, "·"));

  g_autofree char *time = fascia_timeline_text_time (visit, FASCIA_HOURS_24);
  g_assert_cmpstr (time, ==, "13:20–14:20");
  g_autofree char *shown = fascia_timeline_text_tags (visit, &names);
  g_assert_cmpstr (shown, ==, "stress");
  /* Once in the row. */
  g_autofree char *detail = fascia_timeline_text_detail (visit, &names, 4);
  g_assert_null (strstr (detail, "stress"));
}

static FasciaQuery *
create_search (const char *text)
{
  g_autoptr (FasciaQuery) all = fascia_query_new ();

  return fascia_query_with_text (all, text, &names);
}

static void
test_excerpt (void)
{
  const char *line = "A long note that begins with many words of no interest at all to anybody who "
                     "looks for the volcano, which comes late.";
  g_autoptr (FasciaQuery) late = create_search ("volcano");
  g_autoptr (FasciaQuery) early = create_search ("begins");
  g_autofree char *whole = fascia_timeline_text_excerpt (line, NULL);
  g_autofree char *first = fascia_timeline_text_excerpt (line, early);
  g_autofree char *cut = fascia_timeline_text_excerpt (line, late);

  g_assert_cmpstr (whole, ==, line);
  g_assert_cmpstr (first, ==, line);
  g_assert_true (g_str_has_prefix (cut, "…"));
  g_assert_true (g_str_has_suffix (cut, "the volcano, which comes late."));
  /* It begins with a whole word. */
  g_assert_nonnull (strstr (line, cut + strlen ("…")));
  g_assert_cmpint (strstr (line, cut + strlen ("…"))[-1], ==, ' ');
}

static GtkLabel *
find_label (GtkWidget *root, const char *text)
{
  guint index = 0;

  for (GtkWidget *found = find_nth (root, GTK_TYPE_LABEL, index); found != NULL;
       found = find_nth (root, GTK_TYPE_LABEL, ++index))
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (found)), text))
      return GTK_LABEL (found);
  return NULL;
}

static guint
count_backgrounds (GtkLabel *label)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  g_autoptr (GSList) list = NULL;
  guint n_found = 0;

  if (attributes == NULL)
    return 0;
  list = pango_attr_list_get_attributes (attributes);
  for (GSList *l = list; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      n_found += attribute->klass->type == PANGO_ATTR_BACKGROUND;
      pango_attribute_destroy (attribute);
    }
  return n_found;
}

static void
test_hits (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (GTK_WIDGET (fascia_journal_row_new ()));
  FasciaJournalRow *row = FASCIA_JOURNAL_ROW (widget);
  g_autoptr (FasciaEntry) entry
      = fascia_test_note_new (FASCIA_TEST_NOW_MS, 1, "Heat, then heat again, and a bath.");
  g_autoptr (FasciaTimelineItem) item = fascia_timeline_item_new (entry);
  g_autoptr (FasciaQuery) query = create_search ("heat");
  FasciaRowLook look = { .names = names, .hours = FASCIA_HOURS_24 };

  fascia_journal_row_bind (row, item, &look);
  GtkLabel *label = find_label (widget, "Heat, then heat again, and a bath.");
  g_assert_nonnull (label);
  g_assert_cmpuint (count_backgrounds (label), ==, 0);

  look.query = query;
  fascia_journal_row_refresh (row);
  g_assert_cmpuint (count_backgrounds (label), ==, 2);

  look.query = NULL;
  fascia_journal_row_refresh (row);
  g_assert_cmpuint (count_backgrounds (label), ==, 0);
  fascia_journal_row_unbind (row);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fascia_core_get_resource ());
  g_resources_register (fascia_ui_get_resource ());
  body = fascia_body_new (NULL);
  tags = fascia_tags_new (NULL);
  items = fascia_items_new (NULL);
  names = (FasciaNames) { .body = body, .tags = tags, .items = items };

  g_test_add_func ("/journal/filter/days", test_days);
  g_test_add_func ("/journal/filter/query", test_query);
  g_test_add_func ("/journal/filter/parts", test_parts);
  g_test_add_func ("/journal/filter/chips", test_chips);
  g_test_add_func ("/journal/filter/popover", test_popover);
  g_test_add_func ("/journal/filter/spoken", test_spoken);
  g_test_add_func ("/journal/filter/excerpt", test_excerpt);
  g_test_add_func ("/journal/filter/hits", test_hits);

  int status = g_test_run ();
  fascia_body_unref (body);
  fascia_tags_unref (tags);
  fascia_items_unref (items);
  return status;
}
