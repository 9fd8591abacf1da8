/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry of the journal: the figure, what it says, every place, the note to write in, and Delete.
 */

#include "config.h"

#include "fascia-entry-view.h"

#include <glib/gi18n.h>

#include "core/store/fascia-db.h"
#include "fascia-entry-editor.h"
#include "fascia-entry-facts.h"
#include "fascia-entry-figure.h"
#include "fascia-entry-text.h"
#include "fascia-timeline-text.h"
#include "fascia-window.h"
#include "widgets/fascia-announce.h"
#include "widgets/fascia-button-row.h"
#include "widgets/fascia-day-watch.h"
#include "widgets/fascia-name-book.h"
#include "widgets/fascia-note-draft.h"
#include "widgets/fascia-row-words.h"

/* A list of rows that are all there at once stays short. */
#define MAX_ROWS 50

struct _FasciaEntryView
{
  AdwBin parent_instance;

  FasciaEntryFigure *figure;
  GtkLabel *title_label;
  AdwPreferencesGroup *facts_group;
  AdwPreferencesGroup *places_group;
  GtkWidget *drawings_group;
  AdwPreferencesRow *drawings_row;
  GtkWidget *show_row;
  GtkWidget *acts_group;
  GtkWidget *edit_row;
  GtkWidget *again_row;
  GtkWidget *delete_group;
  GtkTextView *note_view;
  AdwBanner *note_banner;
  AdwBanner *gone_banner;

  FasciaJournal *journal;
  FasciaBody *body;
  FasciaTimelineItem *item;
  FasciaHours hours;
  FasciaNoteDraft *note;
  GtkWidget *from; /* weak */

  GPtrArray *fact_rows; /* what is in facts_group; owned by it */
  GPtrArray *rows;      /* what is in places_group; owned by it */
  char *title;          /* when it was */
  gboolean is_gone;     /* deleted elsewhere; what is in the note is nowhere else */
  gboolean is_kept_anew;
  gboolean shows_all; /* more than MAX_ROWS rows were asked for */
};

typedef enum
{
  PROP_TITLE = 1,
} FasciaEntryViewProperty;

typedef enum
{
  SIGNAL_DELETE_REQUESTED = 1,
  SIGNAL_SHOW_REQUESTED,
  SIGNAL_FINISHED,
} FasciaEntryViewSignal;

static GParamSpec *properties[PROP_TITLE + 1];
static guint signals[SIGNAL_FINISHED + 1];

G_DEFINE_FINAL_TYPE (FasciaEntryView, fascia_entry_view, ADW_TYPE_BIN)

static void update (FasciaEntryView *self);

/* ---- the places ---- */

static void
on_show_all_activated (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  self->shows_all = TRUE;
  update (self);
}

static void
add_row (FasciaEntryView *self, GtkWidget *row)
{
  adw_preferences_group_add (self->places_group, row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
create_row (FasciaEntryView *self, const FasciaPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *levels = fascia_text_place_levels (place);
  g_autofree char *feelings = fascia_timeline_text_feelings (fascia_text_get_feelings (), place);
  g_autofree char *spread = fascia_text_spread_to (fascia_timeline_item_get_entry (self->item),
                                                   place->code, self->body);
  g_autofree char *subtitle = NULL;

  if (feelings != NULL)
    /* Translators: The levels of a place and how it feels: “tight 6, pain 4 · aching, burning”. */
    subtitle = g_strdup_printf (C_ ("place", "%1$s · %2$s"), levels, feelings);
  else
    subtitle = g_steal_pointer (&levels);

  if (spread != NULL)
    {
      g_autofree char *head = g_steal_pointer (&subtitle);

      /* Translators: What is said of a place, and where it goes: “tight 6 · spreads to Left temple”. */
      subtitle = g_strdup_printf (C_ ("place and arrow", "%1$s · %2$s"), head, spread);
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 fascia_text_region (self->body, place->code));
  fascia_row_set_words (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
load_places (FasciaEntryView *self)
{
  FasciaEntry *entry = fascia_timeline_item_get_entry (self->item);
  g_autoptr (GArray) places = fascia_text_list_places (entry, self->body);
  guint n_rows = self->shows_all || places->len <= MAX_ROWS ? places->len : MAX_ROWS - 1;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->places_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_rows; i++)
    add_row (self, create_row (self, &g_array_index (places, FasciaPlace, i)));

  if (n_rows < places->len)
    {
      guint n_more = places->len - n_rows;
      /* Translators: A button at the end of a long list of places. */
      g_autofree char *title
          = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more), n_more);
      GtkWidget *row = fascia_button_row_new (title, NULL);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_show_all_activated), self,
                               G_CONNECT_SWAPPED);
      add_row (self, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->places_group), places->len > 0);

  g_autofree char *drawings = fascia_text_drawings (entry);
  guint n_spreads = 0;
  fascia_entry_get_spreads (entry, &n_spreads);
  gboolean is_check_in = fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN;
  gtk_widget_set_visible (GTK_WIDGET (self->figure),
                          places->len > 0 || drawings != NULL || n_spreads > 0);
  gtk_widget_set_visible (self->drawings_group, drawings != NULL);
  if (drawings != NULL)
    adw_preferences_row_set_title (self->drawings_row, drawings);
  gtk_widget_set_visible (self->show_row, is_check_in);
}

/* ---- what the kind says ---- */

static void
load_facts (FasciaEntryView *self, gint32 today)
{
  FasciaNames names;

  for (guint i = 0; i < self->fact_rows->len; i++)
    adw_preferences_group_remove (self->facts_group, g_ptr_array_index (self->fact_rows, i));
  g_ptr_array_set_size (self->fact_rows, 0);

  fascia_name_book_fill (fascia_name_book_get (self->journal), self->body, &names);
  g_autoptr (GPtrArray) facts = fascia_entry_list_facts (
      fascia_timeline_item_get_entry (self->item), &names, today, self->hours);
  for (guint i = 0; i < facts->len; i++)
    {
      const FasciaFact *fact = g_ptr_array_index (facts, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fact->title);
      fascia_row_set_words (ADW_ACTION_ROW (row), fact->value);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (row, "property");
      adw_preferences_group_add (self->facts_group, row);
      g_ptr_array_add (self->fact_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facts_group), facts->len > 0);
}

/* A check-in is begun on the Body page, and a session with its routine. */
static gboolean
can_do_again (FasciaEntryKind kind)
{
  return kind != FASCIA_ENTRY_CHECK_IN && kind != FASCIA_ENTRY_SESSION;
}

static void
update (FasciaEntryView *self)
{
  FasciaEntry *entry = fascia_timeline_item_get_entry (self->item);
  const FasciaMoment *moment = fascia_entry_get_moment (entry);
  gint32 today = fascia_day_watch_get_day (fascia_day_watch_get (self->journal));
  FasciaNames names;
  fascia_name_book_fill (fascia_name_book_get (self->journal), self->body, &names);
  g_autofree char *title = fascia_entry_text_title (entry, &names, FALSE);
  g_autofree char *when = fascia_text_when (moment, today, self->hours);

  if (g_set_str (&self->title, when))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);

  gtk_label_set_label (self->title_label, title);
  fascia_entry_figure_set_entry (self->figure, self->body, entry);
  load_facts (self, today);
  load_places (self);
  gboolean can_write = !fascia_journal_is_read_only (self->journal);
  gboolean is_check_in = fascia_entry_get_kind (entry) == FASCIA_ENTRY_CHECK_IN;
  gtk_text_view_set_editable (self->note_view, can_write);
  gtk_widget_set_visible (
      gtk_widget_get_ancestor (GTK_WIDGET (self->note_view), ADW_TYPE_PREFERENCES_GROUP),
      can_write || fascia_entry_get_note (entry) != NULL);
  gtk_widget_set_visible (self->edit_row, can_write);
  gtk_widget_set_visible (self->again_row,
                          can_write && can_do_again (fascia_entry_get_kind (entry)));
  gtk_widget_set_visible (self->acts_group, !self->is_gone && (can_write || is_check_in));
  gtk_widget_set_visible (self->delete_group, !self->is_gone && can_write);
  fascia_note_draft_set_stored (self->note, fascia_entry_get_note (entry));
}

/* ---- what is done with it ---- */

static void
on_delete_activated (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
on_show_activated (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  g_signal_emit (self, signals[SIGNAL_SHOW_REQUESTED], 0);
}

/* With the note as it is written now, saved or not. */
static FasciaEntry *
dup_written (FasciaEntryView *self)
{
  return fascia_entry_with_note (fascia_timeline_item_get_entry (self->item),
                                 fascia_note_draft_get_text (self->note));
}

static void
on_edit_activated (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  g_autoptr (FasciaEntryView) alive = g_object_ref (self);
  g_autoptr (FasciaEntry) entry = dup_written (self);
  GtkWidget *from = self->from;

  fascia_note_draft_save (self->note);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
  if (from != NULL)
    fascia_entry_editor_present (from, self->journal, self->body, entry);
}

static void
on_again_activated (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  g_autoptr (FasciaEntryView) alive = g_object_ref (self);
  g_autoptr (FasciaEntry) entry = dup_written (self);
  GtkWidget *from = self->from;

  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
  if (from != NULL)
    fascia_entry_editor_present_new (from, self->journal, self->body, fascia_entry_get_kind (entry),
                                     entry);
}

static void
on_retry_clicked (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  fascia_note_draft_save (self->note);
}

/* ---- deleted elsewhere ---- */

/* (transfer full) The entry with the words in view. */
static FasciaEntry *
dup_kept (FasciaEntryView *self)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->note_view), "text", &text, NULL);
  return fascia_entry_with_note (fascia_timeline_item_get_entry (self->item), text);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaEntryView) self = FASCIA_ENTRY_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (!self->is_kept_anew
      && g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    {
      const FasciaUid none = { 0 };
      g_autoptr (FasciaEntry) written = dup_kept (self);
      g_autoptr (FasciaEntry) anew = fascia_entry_with_uid (written, &none);

      self->is_kept_anew = TRUE;
      fascia_journal_put_async (self->journal, anew, NULL, on_kept, g_object_ref (self));
      return;
    }
  if (operation == NULL)
    {
      adw_banner_set_title (self->gone_banner, error->message);
      fascia_announce (GTK_WIDGET (self), error->message);
      return;
    }
  guint64 id = fascia_operation_get_id (operation);
  self->is_gone = FALSE;
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
  if (self->from != NULL)
    fascia_window_offer_undo (
        self->from, self->is_kept_anew ? _ ("Kept as a new entry") : _ ("Note saved"), &id, 1);
}

void
fascia_entry_view_keep (FasciaEntryView *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_VIEW (self));

  g_autoptr (FasciaEntry) written = dup_kept (self);
  self->is_kept_anew = FALSE;
  /* It may be back by now. Never cancelled: what a person wrote is written. */
  fascia_journal_put_over_async (self->journal, fascia_timeline_item_get_entry (self->item),
                                 written, NULL, on_kept, g_object_ref (self));
}

static void
on_keep_clicked (FasciaEntryView *self)
{
  g_assert (FASCIA_IS_ENTRY_VIEW (self));

  fascia_entry_view_keep (self);
}

gboolean
fascia_entry_view_keep_words (FasciaEntryView *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_VIEW (self), FALSE);

  if (self->is_gone)
    return TRUE;
  if (!fascia_note_draft_is_dirty (self->note))
    return FALSE;

  /* The draft has no entry to save to any more; the words stay in view. */
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_text (buffer, fascia_note_draft_get_text (self->note), -1);
  gtk_text_view_set_buffer (self->note_view, buffer);
  fascia_note_draft_discard (self->note);

  gtk_widget_set_visible (self->acts_group, FALSE);
  gtk_widget_set_visible (self->delete_group, FALSE);
  self->is_gone = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->gone_banner), TRUE);
  adw_banner_set_revealed (self->gone_banner, TRUE);
  fascia_announce (GTK_WIDGET (self), adw_banner_get_title (self->gone_banner));
  return TRUE;
}

gboolean
fascia_entry_view_has_words_to_keep (FasciaEntryView *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_VIEW (self), FALSE);

  return self->is_gone;
}

/* ---- the object ---- */

static void
fascia_entry_view_dispose (GObject *object)
{
  FasciaEntryView *self = FASCIA_ENTRY_VIEW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_object (&self->note);
  g_clear_weak_pointer (&self->from);

  G_OBJECT_CLASS (fascia_entry_view_parent_class)->dispose (object);
}

static void
fascia_entry_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FasciaEntryView *self = FASCIA_ENTRY_VIEW (object);

  switch ((FasciaEntryViewProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fascia_entry_view_finalize (GObject *object)
{
  FasciaEntryView *self = FASCIA_ENTRY_VIEW (object);

  g_free (self->title);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->body, fascia_body_unref);
  g_ptr_array_unref (self->fact_rows);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (fascia_entry_view_parent_class)->finalize (object);
}

static void
fascia_entry_view_class_init (FasciaEntryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fascia_entry_view_dispose;
  object_class->finalize = fascia_entry_view_finalize;
  object_class->get_property = fascia_entry_view_get_property;

  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_TITLE, properties[PROP_TITLE]);

  signals[SIGNAL_DELETE_REQUESTED]
      = g_signal_new ("delete-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SHOW_REQUESTED]
      = g_signal_new ("show-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FASCIA_TYPE_BUTTON_ROW);
  g_type_ensure (FASCIA_TYPE_ENTRY_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE_PATH "/fascia-entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, figure);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, title_label);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, facts_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, acts_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, edit_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, again_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, delete_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, places_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, drawings_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, drawings_group);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, show_row);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, note_view);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, note_banner);
  gtk_widget_class_bind_template_child (widget_class, FasciaEntryView, gone_banner);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_again_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_activated);
}

static void
fascia_entry_view_init (FasciaEntryView *self)
{
  self->fact_rows = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->hours = FASCIA_HOURS_24;

  gtk_widget_init_template (GTK_WIDGET (self));
}

FasciaEntryView *
fascia_entry_view_new (FasciaJournal *journal,
                       const FasciaBody *body,
                       FasciaTimelineItem *item,
                       FasciaHours hours,
                       GtkWidget *from)
{
  FasciaEntryView *self;

  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (FASCIA_IS_TIMELINE_ITEM (item), NULL);

  self = g_object_new (FASCIA_TYPE_ENTRY_VIEW, NULL);
  self->journal = g_object_ref (journal);
  self->body = body != NULL ? fascia_body_ref ((FasciaBody *) body) : NULL;
  self->item = g_object_ref (item);
  self->hours = hours;
  g_set_weak_pointer (&self->from, from);
  self->note = fascia_note_draft_get (
      journal, fascia_entry_get_uid (fascia_timeline_item_get_entry (item)), from);
  fascia_note_draft_attach (self->note, self->note_view);
  /* A banner that is only folded in still speaks to a screen reader. */
  g_object_bind_property (self->note, "has-failed", self->note_banner, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->note, "has-failed", self->note_banner, "revealed",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (item, "notify::entry", G_CALLBACK (update), self);
  g_signal_connect_object (journal, "notify::read-only", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_name_book_get (journal), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (fascia_day_watch_get (journal), "notify::day", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

FasciaTimelineItem *
fascia_entry_view_get_item (FasciaEntryView *self)
{
  g_return_val_if_fail (FASCIA_IS_ENTRY_VIEW (self), NULL);

  return self->item;
}

void
fascia_entry_view_set_body (FasciaEntryView *self, FasciaBody *body)
{
  g_return_if_fail (FASCIA_IS_ENTRY_VIEW (self));
  g_return_if_fail (body != NULL);

  FasciaBody *old = self->body;
  self->body = fascia_body_ref (body);
  g_clear_pointer (&old, fascia_body_unref);
  update (self);
}

void
fascia_entry_view_drop_note (FasciaEntryView *self)
{
  g_return_if_fail (FASCIA_IS_ENTRY_VIEW (self));

  fascia_note_draft_discard (self->note);
}
