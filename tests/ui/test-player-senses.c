/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole session of more than ten steps with eyes shut, and one with the sound off. Each sense for itself has to
 * be enough: who listens or looks here knows nothing of the session but what is said or shown, and has
 * to tell in the end what was done, where, on which side and how long. Nothing is pressed in between.
 */

#include "config.h"

#include "body/fascia-level-scale.h"
#include "core/routines/fascia-conditions.h"
#include "ear-fixture.h"
#include "fascia-core-resources.h"
#include "fascia-test-window.h"
#include "routines/fascia-player-page-private.h"

#define TICK_MS 100
/* Nobody looks more often. */
#define LOOK_MS 500

static gint64
get_now (gpointer data)
{
  return *(gint64 *) data;
}

/* ---- the session ---- */

/* Pressed at one place, at both, in sets; stretched on a side; moved in the middle; breathing. */
static FasciaPractice *
make_practice (FasciaBody *body, FasciaLibrary *library)
{
  const char *const shoulder[] = { "shoulder-top", NULL };
  const char *const neck[] = { "neck-back", NULL };
  const char *const calf[] = { "calf-lower", NULL };
  const FasciaRegion *const marked[]
      = { fascia_body_lookup (body, "shoulder-top-right"),
          fascia_body_lookup (body, "neck-back-left"), fascia_body_lookup (body, "calf-lower-left"),
          fascia_body_lookup (body, "calf-lower-right"), NULL };
  const FasciaRoutineItem items[] = {
    { .step = "m08", .sets = 1, .reps = 8 },
    { .step = "r20", .places = shoulder, .sets = 2, .seconds = 30, .rest_s = 8 },
    { .step = "r34", .places = calf, .sets = 1, .seconds = 45 },
    { .step = "m09", .sets = 1, .reps = 8 },
    { .step = "r18", .places = neck, .sets = 1, .seconds = 30 },
    { .step = "s12", .sets = 1, .seconds = 30 },
    { .step = "m05", .sets = 1, .reps = 6 },
    { .step = "b01", .sets = 1, .seconds = 90 },
  };
  g_autoptr (FasciaConditions) conditions = fascia_conditions_new (body, NULL);
  g_autoptr (FasciaSafety) safety = fascia_safety_new (conditions, body, NULL, 0, 20000, 20000);
  g_autoptr (FasciaRoutine) empty = fascia_routine_new_own ("own-ten", "Ten Steps", NULL);
  g_autoptr (FasciaRoutine) routine
      = fascia_routine_with_items (empty, items, G_N_ELEMENTS (items));
  const FasciaPracticeWish wish = { .library = library, .safety = safety, .places = marked };

  return fascia_practice_new (routine, &wish);
}

/* What was done, as somebody tells it afterwards. */
typedef struct
{
  char *words; /* all that was said or shown of it before it began */
  int seconds;
} Told;

static void
told_clear (gpointer data)
{
  g_free (((Told *) data)->words);
}

static GArray *
told_new (void)
{
  GArray *told = g_array_new (FALSE, FALSE, sizeof (Told));

  g_array_set_clear_func (told, told_clear);
  return told;
}

static const char *
get_side_word (const FasciaPracticeEntry *entry)
{
  switch (entry->side)
    {
    case FASCIA_SIDE_LEFT:
      return "Left ";
    case FASCIA_SIDE_RIGHT:
      return "Right ";
    case FASCIA_SIDE_MIDLINE:
    default:
      return NULL;
    }
}

/* One line for each set: what it is, its side and its place, its seconds. */
static void
assert_told (const GArray *told, FasciaPractice *practice)
{
  guint n_entries = 0;
  const FasciaPracticeEntry *entries = fascia_practice_get_entries (practice, &n_entries);
  guint at = 0;

  for (guint i = 0; i < n_entries; i++)
    for (int set = 0; set < MAX (entries[i].sets, 1); set++)
      {
        const FasciaPracticeEntry *entry = &entries[i];
        const char *side = get_side_word (entry);

        g_assert_cmpuint (at, <, told->len);
        const Told *line = &g_array_index (told, Told, at++);
        g_test_message ("%d s: %s", line->seconds, line->words);
        g_assert_cmpint (line->seconds, ==, entry->seconds);
        if (set > 0)
          continue;
        g_assert_nonnull (strstr (line->words, fascia_step_get_title (entry->step)));
        if (side != NULL)
          g_assert_nonnull (strstr (line->words, side));
        if (entry->places != NULL && entry->places[0] != NULL && entry->places[1] == NULL)
          g_assert_nonnull (strstr (line->words, fascia_region_get_name (entry->places[0])));
        /* How to get there, once for a step. */
        if (i == 0 || entries[i - 1].step != entry->step)
          g_assert_nonnull (strstr (line->words, fascia_step_get_movement (entry->step)));
      }
  g_assert_cmpuint (at, ==, told->len);
}

/* ---- by ear ---- */

/* Out of chimes and words alone: a start chime begins what was said before it, an end chime ends it. */
static GArray *
listen (const GArray *heard)
{
  GArray *told = told_new ();
  g_autoptr (GString) said = g_string_new (NULL);
  gint64 said_ms = 0;
  guint n_words = 0;
  gint64 begun_ms = -1;

  for (guint i = 0; i < heard->len; i++)
    {
      const Heard *event = &g_array_index (heard, Heard, i);

      if (event->words != NULL)
        {
          g_auto (GStrv) words = g_strsplit (event->words, " ", -1);

          if (begun_ms >= 0)
            continue;
          g_string_append_printf (said, "%s ", event->words);
          /* "Three, two, one" is said in time with what it counts. */
          if (g_strv_length (words) > 1)
            {
              said_ms = event->at_ms;
              n_words = g_strv_length (words);
            }
        }
      else if (event->chime == FASCIA_CHIME_START)
        {
          g_assert_cmpint (begun_ms, <, 0);
          /* A calm voice has said it all by then: two words and a half in a second. */
          g_assert_cmpint (event->at_ms - said_ms, >=, n_words * 400);
          begun_ms = event->at_ms;
        }
      else if (event->chime == FASCIA_CHIME_END && begun_ms >= 0)
        {
          Told line = { g_strdup (said->str), (int) ((event->at_ms - begun_ms + 500) / 1000) };

          g_array_append_val (told, line);
          g_string_truncate (said, 0);
          begun_ms = -1;
        }
    }
  g_assert_cmpint (begun_ms, <, 0);
  g_assert_nonnull (strstr (said->str, "You are done."));
  return told;
}

static void
test_ear_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FasciaLibrary) library = NULL;
  gint64 now_ms = 5000;

  show (fixture, 1000, 700);
  library = fascia_library_new (fixture->body, NULL);
  g_autoptr (FasciaPractice) practice = make_practice (fixture->body, library);
  guint n_entries = 0;
  g_autoptr (TestEar) ear = g_object_new (TEST_TYPE_EAR, NULL);
  FasciaPlayer *player = fascia_player_new (practice, NULL);

  fascia_practice_get_entries (practice, &n_entries);
  g_assert_cmpuint (n_entries, >=, 10);
  ear->now = &now_ms;
  g_autoptr (FasciaPlayerRunner) runner
      = fascia_player_runner_new (fixture->journal, player, FASCIA_CUE_SINK (ear), NULL);
  fascia_player_runner_set_now (runner, get_now, &now_ms);
  fascia_player_runner_resume (runner);
  for (guint i = 0; i < 40000 && fascia_player_runner_is_running (runner); i++)
    {
      now_ms += TICK_MS;
      fascia_player_runner_tick (runner);
    }
  g_assert_cmpint (fascia_player_get_state (player), ==, FASCIA_PLAYER_FINISHED);
  g_autoptr (GArray) told = listen (ear->heard);
  assert_told (told, practice);
}

/* ---- by eye ---- */

/* (nullable) The text of the mapped label of that class below @root. */
static const char *
look_at (GtkWidget *root, const char *css_class)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, css_class)
      && gtk_widget_get_mapped (root))
    return gtk_label_get_label (GTK_LABEL (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *found = look_at (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* All that is to be read, one text after the other. */
static void
read_all (GtkWidget *root, GString *text)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (text, "%s ", gtk_label_get_label (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_all (child, text);
}

static int
read_seconds (const char *numeral)
{
  const char *colon = strchr (numeral, ':');

  return colon != NULL ? atoi (numeral) * 60 + atoi (colon + 1) : atoi (numeral);
}

/* Whether the words beside the number say that it is not to be done yet. */
static gboolean
is_between (const char *state)
{
  static const char *const between[]
      = { "Get ready", "Rest", "Change sides", "Once more", "Next spot" };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    if (state != NULL && g_str_has_prefix (state, between[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_page_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && look_at (data, "session-numeral") != NULL;
}

static GtkWidget *
find_mapped (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mapped (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_rating_asked (gpointer data)
{
  return find_mapped (data, FASCIA_TYPE_LEVEL_SCALE) != NULL;
}

static gboolean
is_model_ready (gpointer data)
{
  return fascia_routines_model_is_ready (data) && !fascia_routines_model_is_busy (data);
}

static void
watch (Fixture *fixture, int width, int height)
{
  gint64 now_ms = 5000;
  g_autoptr (GArray) told = told_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean was_between = TRUE;
  g_autofree char *before = NULL;

  show (fixture, width, height);
  FasciaRoutinesModel *model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_model_ready, model);
  FasciaLibrary *library = fascia_routines_model_get_library (model);
  g_autoptr (FasciaPractice) practice = make_practice (fixture->body, library);
  GtkWidget *page = fascia_player_page_new (model, practice);
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page));

  fascia_player_runner_set_now (runner, get_now, &now_ms);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (adw_application_window_get_content (
                                ADW_APPLICATION_WINDOW (fixture->window))),
                            ADW_NAVIGATION_PAGE (page));
  fascia_test_assert_until (is_page_mapped, page);
  /* No sound is needed for it. */
  gtk_widget_activate_action (page, "player.chime", NULL);
  gtk_widget_activate_action (page, "player.voice", NULL);
  for (guint i = 0; i < 40000 && fascia_player_runner_is_running (runner); i++)
    {
      const char *numeral = look_at (page, "session-numeral");
      const char *state = look_at (page, "session-state");
      const char *title = look_at (page, "session-title");
      const char *place = look_at (page, "session-place");
      const char *cue = look_at (page, "session-cue");
      const char *next = look_at (page, "session-next");

      g_assert_nonnull (numeral);
      g_assert_nonnull (title);
      g_assert_nonnull (cue);
      /* What comes is always to be seen. */
      g_assert_nonnull (next);
      if (is_between (state))
        {
          g_free (before);
          before = g_strdup_printf ("%s %s %s", title, place != NULL ? place : "", cue);
          was_between = TRUE;
        }
      else if (was_between)
        {
          g_autofree char *now = g_strdup_printf ("%s %s", title, place != NULL ? place : "");
          Told line = { g_strdup_printf ("%s %s", now, before), read_seconds (numeral) };

          g_array_append_val (told, line);
          was_between = FALSE;
        }
      now_ms += LOOK_MS;
      fascia_player_runner_tick (runner);
    }
  g_assert_cmpint (fascia_player_get_state (fascia_player_runner_get_player (runner)), ==,
                   FASCIA_PLAYER_FINISHED);
  assert_told (told, practice);
  /* And nothing was pressed until somebody asks how it is. */
  fascia_test_assert_until (is_rating_asked, page);
  read_all (page, text);
  g_assert_nonnull (strstr (text->str, "Done"));
  adw_navigation_view_pop_to_tag (ADW_NAVIGATION_VIEW (adw_application_window_get_content (
                                      ADW_APPLICATION_WINDOW (fixture->window))),
                                  "root");
  fascia_test_drain ();
}

static void
test_eye_alone (Fixture *fixture, gconstpointer data)
{
  watch (fixture, 1000, 720);
}

static void
test_eye_narrow (Fixture *fixture, gconstpointer data)
{
  watch (fixture, 360, 640);
}

/* ---- how large it is ---- */

static int
get_font_px (GtkWidget *root, const char *css_class)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, css_class)
      && gtk_widget_get_mapped (root))
    {
      PangoContext *context
          = gtk_label_get_layout (GTK_LABEL (root)) != NULL
                ? pango_layout_get_context (gtk_label_get_layout (GTK_LABEL (root)))
                : gtk_widget_get_pango_context (root);
      const PangoFontDescription *font = pango_context_get_font_description (context);

      g_assert_true (pango_font_description_get_size_is_absolute (font));
      return PANGO_PIXELS (pango_font_description_get_size (font));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int px = get_font_px (child, css_class);

      if (px > 0)
        return px;
    }
  return 0;
}

/* Every button below the header can be hit by somebody who lies beside it. */
static void
assert_targets (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "session-button")
      && gtk_widget_get_mapped (root))
    {
      graphene_rect_t bounds;

      /* With its padding. */
      g_assert_true (gtk_widget_compute_bounds (root, root, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, 60);
      g_assert_cmpfloat (bounds.size.height, >=, 60);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_targets (child);
}

static FasciaPlayerPage *
hold (Fixture *fixture, int width, int height, gint64 *now_ms)
{
  show (fixture, width, height);
  FasciaRoutinesModel *model = fascia_routines_model_get (fixture->journal, fixture->body);
  fascia_routines_model_load (model);
  fascia_test_assert_until (is_model_ready, model);
  g_autoptr (FasciaPractice) practice
      = make_practice (fixture->body, fascia_routines_model_get_library (model));
  GtkWidget *page = fascia_player_page_new (model, practice);
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page));

  fascia_player_runner_set_now (runner, get_now, now_ms);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (adw_application_window_get_content (
                                ADW_APPLICATION_WINDOW (fixture->window))),
                            ADW_NAVIGATION_PAGE (page));
  fascia_test_assert_until (is_page_mapped, page);
  for (guint i = 0;
       i < 1000
       && fascia_player_get_state (fascia_player_runner_get_player (runner)) != FASCIA_PLAYER_HOLD;
       i++)
    {
      *now_ms += LOOK_MS;
      fascia_player_runner_tick (runner);
    }
  let_frames_pass (GTK_WIDGET (fixture->window));
  let_frames_pass (GTK_WIDGET (fixture->window));
  return FASCIA_PLAYER_PAGE (page);
}

static void
leave (Fixture *fixture)
{
  adw_navigation_view_pop_to_tag (ADW_NAVIGATION_VIEW (adw_application_window_get_content (
                                      ADW_APPLICATION_WINDOW (fixture->window))),
                                  "root");
  fascia_test_drain ();
}

/* Read from three metres: the number 120 px and the name 48 px high at 1280 × 800. */
static void
test_legible (Fixture *fixture, gconstpointer data)
{
  gint64 now_ms = 5000;
  GtkWidget *page = GTK_WIDGET (hold (fixture, 1280, 800, &now_ms));

  g_assert_cmpint (get_font_px (page, "session-numeral"), >=, 120);
  g_assert_cmpint (get_font_px (page, "session-title"), >=, 48);
  g_assert_cmpint (get_font_px (page, "session-place"), >=, 24);
  assert_targets (page);
  leave (fixture);
}

static GtkWidget *
find_label (GtkWidget *root, const char *css_class)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, css_class)
      && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Not scrolled away. */
static void
assert_in_sight (GtkWidget *page, const char *css_class)
{
  GtkWidget *label = find_label (page, css_class);
  graphene_rect_t bounds;
  graphene_rect_t view;

  g_assert_nonnull (label);
  /* What does not scroll has to be inside of the page. */
  GtkWidget *scroller = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *frame = scroller != NULL ? scroller : page;
  g_assert_true (gtk_widget_compute_bounds (label, frame, &bounds));
  g_assert_true (gtk_widget_compute_bounds (frame, frame, &view));
  if (!graphene_rect_contains_rect (&view, &bounds))
    g_error ("“%s” lies at %g + %g of %g", css_class, bounds.origin.y, bounds.size.height,
             view.size.height);
}

/* In the smallest window, too, all is there that one needs: the number, the side, the state, and what
 * can be hit. */
static void
test_smallest (Fixture *fixture, gconstpointer data)
{
  gint64 now_ms = 5000;
  /* Without a window manager GTK draws a frame of its own inside of it. */
  GtkWidget *page = GTK_WIDGET (hold (fixture, 370, 304, &now_ms));
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page));

  assert_in_sight (page, "session-place");
  assert_targets (page);
  assert_in_sight (page, "session-numeral");
  assert_in_sight (page, "session-title");
  fascia_player_runner_pause (runner);
  let_frames_pass (GTK_WIDGET (fixture->window));
  assert_targets (page);
  g_assert_cmpstr (look_at (page, "session-state"), ==, "Paused");
  leave (fixture);
}

static gboolean
is_bare (gpointer data)
{
  return fascia_player_page_is_bare (data);
}

/* Read from the floor of a large room: the controls go after some seconds, and come back with the
 * pause that any key or tap makes. A smaller window keeps them. */
static void
test_controls_go (Fixture *fixture, gconstpointer data)
{
  gint64 now_ms = 5000;
  FasciaPlayerPage *page = hold (fixture, 1600, 1000, &now_ms);

  fascia_test_assert_until (is_bare, page);
  g_assert_true (fascia_player_runner_pause (fascia_player_page_get_runner (page)));
  g_assert_false (is_bare (page));
  leave (fixture);
}

/* ---- a screen that stays on ---- */

static void
test_no_source (Fixture *fixture, gconstpointer data)
{
  gint64 now_ms = 5000;
  GtkWidget *page = GTK_WIDGET (hold (fixture, 1000, 700, &now_ms));
  FasciaPlayerRunner *runner = fascia_player_page_get_runner (FASCIA_PLAYER_PAGE (page));

  g_assert_true (fascia_player_runner_is_running (runner));
  g_assert_true (fascia_player_runner_has_source (runner));
  fascia_player_runner_pause (runner);
  g_assert_false (fascia_player_runner_has_source (runner));
  fascia_player_runner_resume (runner);
  g_assert_true (fascia_player_runner_has_source (runner));
  fascia_player_page_stop (FASCIA_PLAYER_PAGE (page), "enough");
  g_assert_false (fascia_player_runner_has_source (runner));
  leave (fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  fascia_core_get_resource ();

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/player-senses/ear-alone", test_ear_alone);
  ADD ("/player-senses/eye-alone", test_eye_alone);
  ADD ("/player-senses/eye-narrow", test_eye_narrow);
  ADD ("/player-senses/legible", test_legible);
  ADD ("/player-senses/smallest", test_smallest);
  ADD ("/player-senses/controls-go", test_controls_go);
  ADD ("/player-senses/no-source", test_no_source);
#undef ADD
  return run_tests ();
}
