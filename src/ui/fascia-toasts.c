/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The toasts of a window: one that offers Undo, one that says what went wrong.
 */

#include "config.h"

#include "fascia-toasts.h"

#include <glib/gi18n.h>

#include "core/journal/fascia-operation.h"
#include "core/store/fascia-db.h"
#include "fascia-announce.h"
#include "fascia-day-watch.h"
#include "fascia-name-book.h"
#include "fascia-journal-problem.h"
#include "widgets/fascia-fit.h"

/* How long an Undo stays on offer after the last change. */
#define UNDO_SECONDS 8
#define TITLE_SCALE 0.7
#define TITLE_LINES 3
/* How long it is said what was undone. */
#define UNDONE_SECONDS 3

struct _FasciaToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* weak */
  FasciaJournal *journal;

  AdwToast *undo_toast; /* the live one */
  GArray *operations;   /* guint64, oldest first: what its button undoes */

  AdwToast *error_toast; /* the live one */
  GPtrArray *retries;    /* GClosure: what its button tries again */
  const char *heading;   /* (nullable) the error in a few words */
  char *details;         /* (nullable) what the error said at length */

  AdwToast *undone_toast; /* the live one */
};

G_DEFINE_FINAL_TYPE (FasciaToasts, fascia_toasts, G_TYPE_OBJECT)

static AdwToast *
create_toast (void)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

/* (nullable) The label that says what happened: no other of a toast is ever cut. */
static GtkLabel *
find_title (GtkWidget *widget)
{
  GtkLabel *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE)
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_title (child);
  return found;
}

static int
measure_width (gpointer widget)
{
  int width = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* What does not fit on a line goes on others, and what does not fit on those keeps its end, which says
 * how tight. The overlay gives a toast as much height as its natural width wants: so this width
 * may not be more than there is. */
static void
wrap_title (GtkLabel *title, GtkWidget *toast, int width)
{
  gtk_label_set_ellipsize (title, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_wrap (title, FALSE);
  gtk_label_set_max_width_chars (title, -1);

  int natural = measure_width (title);
  int room = width - (measure_width (toast) - natural);
  if (width <= 0 || natural <= room)
    return;

  PangoFontMetrics *metrics
      = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (title)), NULL, NULL);
  int char_width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                        pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
  gtk_label_set_wrap (title, TRUE);
  gtk_label_set_wrap_mode (title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (title, TITLE_LINES);
  gtk_label_set_max_width_chars (title, MAX (room * PANGO_SCALE / MAX (char_width, 1), 1));
}

/* With large text the title needs the room of the button that only closes, which a toast that goes by
 * itself can do without. */
static void
make_room (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    gtk_widget_set_visible (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    make_room (child);
}

/* A little smaller than the text of the page, but whole. */
static void
shrink_title (GtkLabel *title)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TITLE_SCALE));
  gtk_label_set_attributes (title, attributes);
}

/* @toast: (nullable): one that goes by itself gives up more for its words */
static void
fit_titles (FasciaToasts *self, AdwToast *toast)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "toast"))
      {
        GtkLabel *label = find_title (child);

        if (label == NULL)
          continue;
        if (toast != NULL && adw_toast_get_timeout (toast) > 0 && fascia_is_text_large (child))
          {
            make_room (child);
            shrink_title (label);
          }
        wrap_title (label, child, gtk_widget_get_width (GTK_WIDGET (self->overlay)));
      }
}

/* Shows it, or lets the time of one that is shown begin again. */
static void
show_toast (FasciaToasts *self, AdwToast *toast, const char *title)
{
  adw_toast_set_title (toast, title);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (toast));
  fit_titles (self, toast);
}

void
fascia_toasts_show (FasciaToasts *self, const char *title)
{
  g_return_if_fail (FASCIA_IS_TOASTS (self));
  g_return_if_fail (title != NULL);

  if (self->overlay == NULL)
    return;
  AdwToast *toast = create_toast ();
  adw_toast_set_title (toast, title);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* ---- undo ---- */

static void
forget_undo (FasciaToasts *self)
{
  g_clear_object (&self->undo_toast);
  g_array_set_size (self->operations, 0);
}

static void
on_undone_dismissed (AdwToast *toast, FasciaToasts *self)
{
  if (toast == self->undone_toast)
    g_clear_object (&self->undone_toast);
  /* What it had pushed aside is there again, built anew. */
  if (self->overlay != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->overlay)))
    fit_titles (self, NULL);
}

static void
dismiss (AdwToast *toast)
{
  g_autoptr (AdwToast) held = toast != NULL ? g_object_ref (toast) : NULL;

  if (held != NULL)
    adw_toast_dismiss (held);
}

/* Whoever takes back several changes sees and hears what the last of them was: at once, whatever is
 * up. An error, which waits for an answer, comes back behind it. */
static void
show_undone (FasciaToasts *self, const char *title)
{
  gboolean is_there = self->undone_toast != NULL;

  if (!is_there)
    {
      self->undone_toast = create_toast ();
      adw_toast_set_priority (self->undone_toast, ADW_TOAST_PRIORITY_HIGH);
      adw_toast_set_timeout (self->undone_toast, UNDONE_SECONDS);
      g_signal_connect_object (self->undone_toast, "dismissed", G_CALLBACK (on_undone_dismissed),
                               self, G_CONNECT_AFTER);
    }
  show_toast (self, self->undone_toast, title);
  /* A new toast is read by itself. */
  if (is_there)
    fascia_announce (GTK_WIDGET (self->overlay), title);
}

/* The newest operation that its button undoes. */
static guint64
get_offered (FasciaToasts *self)
{
  return g_array_index (self->operations, guint64, self->operations->len - 1);
}

static void
on_undo_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FasciaToasts) self = FASCIA_TOASTS (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FasciaOperation) operation
      = fascia_journal_write_finish (FASCIA_JOURNAL (source), result, &error);

  if (self->overlay == NULL)
    return;
  if (operation != NULL)
    {
      g_autofree char *title = fascia_operation_dup_undone_label_with (
          operation, fascia_name_book_get_items (fascia_name_book_get (self->journal)),
          fascia_day_watch_get_day (fascia_day_watch_get (self->journal)));

      show_undone (self, title);
      /* What was done before it is offered by the menu: a toast about it would come up behind. */
      if (self->undo_toast != NULL && get_offered (self) <= fascia_operation_get_id (operation))
        dismiss (self->undo_toast);
    }
  else if (g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_NOT_FOUND))
    fascia_announce (GTK_WIDGET (self->overlay), _ ("Nothing more to undo"));
  else if (g_error_matches (error, FASCIA_STORE_ERROR, FASCIA_STORE_ERROR_RUNNING))
    show_undone (self, error->message);
  else
    fascia_toasts_show_error (self, error, NULL, NULL);
}

static void
undo (FasciaToasts *self, guint64 operation)
{
  /* Never cancelled: what a person asked to be written is written. */
  fascia_journal_undo_async (self->journal, operation, NULL, on_undo_finished, g_object_ref (self));
}

static void
undo_offered (FasciaToasts *self)
{
  for (guint i = self->operations->len; i > 0; i--)
    undo (self, g_array_index (self->operations, guint64, i - 1));
  forget_undo (self);
}

static void
on_undo_dismissed (AdwToast *toast, FasciaToasts *self)
{
  if (toast == self->undo_toast)
    forget_undo (self);
}

gboolean
fascia_toasts_offer_undo (FasciaToasts *self,
                          const char *title,
                          const guint64 *operations,
                          guint n_operations)
{
  g_return_val_if_fail (FASCIA_IS_TOASTS (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);
  g_return_val_if_fail (operations != NULL && n_operations > 0, FALSE);

  if (self->overlay == NULL)
    return FALSE;

  gboolean is_there = self->undo_toast != NULL;
  if (!is_there)
    {
      self->undo_toast = create_toast ();
      /* Without a mnemonic, which a screen reader would read out. */
      adw_toast_set_button_label (self->undo_toast, _ ("Undo"));
      adw_toast_set_timeout (self->undo_toast, UNDO_SECONDS);
      g_signal_connect_object (self->undo_toast, "button-clicked", G_CALLBACK (undo_offered), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->undo_toast, "dismissed", G_CALLBACK (on_undo_dismissed), self,
                               0);
    }
  g_array_set_size (self->operations, 0);
  g_array_append_vals (self->operations, operations, n_operations);
  /* Newer than whatever is up, an error apart, which waits for an answer. */
  adw_toast_set_priority (self->undo_toast, self->error_toast != NULL ? ADW_TOAST_PRIORITY_NORMAL
                                                                      : ADW_TOAST_PRIORITY_HIGH);
  show_toast (self, self->undo_toast, title);
  dismiss (self->undone_toast);
  return is_there;
}

void
fascia_toasts_undo (FasciaToasts *self)
{
  g_return_if_fail (FASCIA_IS_TOASTS (self));

  FasciaOperation *newest = fascia_journal_get_undo (self->journal);
  gboolean is_newest
      = self->undo_toast != NULL
        && (newest == NULL || get_offered (self) == fascia_operation_get_id (newest));
  /* What the menu names, also while the toast still offers what was done before it. */
  if (!is_newest)
    {
      undo (self, 0);
      return;
    }
  /* The toast stands for the newest change; a place that had two levels took two operations. */
  g_autoptr (AdwToast) toast = g_object_ref (self->undo_toast);
  undo_offered (self);
  adw_toast_dismiss (toast);
}

void
fascia_toasts_refuse_undo (FasciaToasts *self, const char *title)
{
  g_return_if_fail (FASCIA_IS_TOASTS (self));
  g_return_if_fail (title != NULL);

  if (self->overlay != NULL)
    show_undone (self, title);
}

/* ---- errors ---- */

static void
forget_error (FasciaToasts *self)
{
  g_clear_object (&self->error_toast);
  g_ptr_array_set_size (self->retries, 0);
}

static void
on_retry_clicked (FasciaToasts *self)
{
  g_autoptr (GPtrArray) retries = g_steal_pointer (&self->retries);

  /* What fails again says so in a toast of its own. */
  self->retries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_closure_unref);
  forget_error (self);
  for (guint i = 0; i < retries->len; i++)
    {
      GClosure *closure = g_ptr_array_index (retries, i);
      g_auto (GValue) object = G_VALUE_INIT;

      if (closure->is_invalid)
        continue;
      g_value_init (&object, G_TYPE_OBJECT);
      g_value_set_object (&object, self);
      g_closure_invoke (closure, NULL, 1, &object, NULL);
    }
}

/* The whole story, for which a toast has no room. */
static void
show_details (FasciaToasts *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (self->heading, self->details);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (self->overlay));
}

static void
on_error_clicked (FasciaToasts *self)
{
  if (self->retries->len > 0)
    on_retry_clicked (self);
  else if (self->overlay != NULL && self->error_toast != NULL && self->details != NULL)
    show_details (self);
}

static void
on_error_dismissed (AdwToast *toast, FasciaToasts *self)
{
  if (toast == self->error_toast)
    forget_error (self);
}

static void
add_retry (FasciaToasts *self, GObject *object, GCallback retry)
{
  for (guint i = 0; i < self->retries->len; i++)
    if (((GClosure *) g_ptr_array_index (self->retries, i))->data == object)
      return;

  GClosure *closure = g_cclosure_new_object_swap (retry, object);
  g_closure_set_marshal (closure, g_cclosure_marshal_VOID__VOID);
  g_closure_ref (closure);
  g_closure_sink (closure);
  g_ptr_array_add (self->retries, closure);
}

void
fascia_toasts_show_error (FasciaToasts *self, const GError *error, GObject *object, GCallback retry)
{
  g_return_if_fail (FASCIA_IS_TOASTS (self));
  g_return_if_fail (object == NULL || G_IS_OBJECT (object));

  if (self->overlay == NULL || error == NULL
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->error_toast == NULL)
    {
      self->error_toast = create_toast ();
      adw_toast_set_priority (self->error_toast, ADW_TOAST_PRIORITY_HIGH);
      adw_toast_set_timeout (self->error_toast, 0);
      g_signal_connect_object (self->error_toast, "button-clicked", G_CALLBACK (on_error_clicked),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->error_toast, "dismissed", G_CALLBACK (on_error_dismissed),
                               self, 0);
    }
  if (object != NULL && retry != NULL)
    {
      add_retry (self, object, retry);
      adw_toast_set_button_label (self->error_toast, _ ("Try Again"));
    }
  const char *title = fascia_journal_problem_get_not_saved (error);
  FasciaJournalProblem problem;
  fascia_journal_problem_init (&problem, error);
  self->heading = problem.title;
  g_set_str (&self->details, title != NULL ? error->message : NULL);
  if (self->retries->len == 0)
    adw_toast_set_button_label (self->error_toast, title != NULL ? _ ("Details") : NULL);
  show_toast (self, self->error_toast, title != NULL ? title : error->message);
  dismiss (self->undone_toast);
  /* Whoever does not see it must not go on as if it were kept. */
  fascia_announce (GTK_WIDGET (self->overlay), title != NULL ? title : error->message);
}

/* ---- where toasts lie ---- */

static GtkWidget *
get_overlaid (GtkWidget *bin)
{
  GtkWidget *overlay = adw_bin_get_child (ADW_BIN (bin));

  return overlay != NULL ? adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)) : NULL;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *bin)
{
  GtkWidget *content = get_overlaid (bin);

  return content != NULL ? gtk_widget_get_request_mode (content) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* A toast asks for no room of its own: in a window that was made small it may be out of place, or
 * beside a sidebar that is gone, until the coming frame. */
static void
measure_bin (GtkWidget *bin,
             GtkOrientation orientation,
             int for_size,
             int *minimum,
             int *natural,
             int *minimum_baseline,
             int *natural_baseline)
{
  GtkWidget *content = get_overlaid (bin);

  if (content != NULL)
    gtk_widget_measure (content, orientation, for_size, minimum, natural, minimum_baseline,
                        natural_baseline);
}

static void
allocate_bin (GtkWidget *bin, int width, int height, int baseline)
{
  GtkWidget *overlay = adw_bin_get_child (ADW_BIN (bin));
  int min_width = 0;
  int min_height = 0;

  gtk_widget_measure (overlay, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  width = MAX (width, min_width);
  gtk_widget_measure (overlay, GTK_ORIENTATION_VERTICAL, width, &min_height, NULL, NULL, NULL);
  gtk_widget_allocate (overlay, width, MAX (height, min_height), baseline, NULL);
}

void
fascia_toasts_lay_out (AdwBin *bin)
{
  g_return_if_fail (ADW_IS_BIN (bin));

  gtk_widget_set_layout_manager (
      GTK_WIDGET (bin), gtk_custom_layout_new (get_request_mode, measure_bin, allocate_bin));
}

static const char page_key[] = "fascia-toasts";
static const char keeper_key[] = "fascia-toasts-keeper";

/* Escape leaves such a page at once, also while it takes a toast away. */
static gboolean
on_key_pressed (AdwToastOverlay *overlay, guint key)
{
  if (key == GDK_KEY_Escape)
    adw_toast_overlay_dismiss_all (overlay);
  return GDK_EVENT_PROPAGATE;
}

void
fascia_toasts_cover (AdwNavigationPage *page, FasciaJournal *journal)
{
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));
  g_return_if_fail (adw_navigation_page_get_child (page) != NULL);

  g_autoptr (GtkWidget) content = g_object_ref (adw_navigation_page_get_child (page));
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), overlay,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (bin, keys);
  adw_navigation_page_set_child (page, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), content);
  adw_bin_set_child (ADW_BIN (bin), overlay);
  fascia_toasts_lay_out (ADW_BIN (bin));
  adw_navigation_page_set_child (page, bin);
  g_object_set_data_full (G_OBJECT (page), page_key,
                          fascia_toasts_new (ADW_TOAST_OVERLAY (overlay), journal), g_object_unref);
}

FasciaToasts *
fascia_toasts_get_of_page (AdwNavigationPage *page)
{
  g_return_val_if_fail (ADW_IS_NAVIGATION_PAGE (page), NULL);

  return g_object_get_data (G_OBJECT (page), page_key);
}

/* A function is no pointer to data: it has a place of its own. */
typedef struct
{
  FasciaKeepUndoFunc func;
} Keeper;

void
fascia_toasts_set_keeper (AdwNavigationPage *page, FasciaKeepUndoFunc func)
{
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));
  g_return_if_fail (func != NULL);

  Keeper *keeper = g_new0 (Keeper, 1);

  keeper->func = func;
  g_object_set_data_full (G_OBJECT (page), keeper_key, keeper, g_free);
}

gboolean
fascia_toasts_keep_undo (AdwNavigationPage *page, const char *title, guint64 operation)
{
  g_return_val_if_fail (ADW_IS_NAVIGATION_PAGE (page), FALSE);

  const Keeper *keeper = g_object_get_data (G_OBJECT (page), keeper_key);

  return keeper != NULL && keeper->func (page, title, operation);
}

/* ---- the object ---- */

static void
fascia_toasts_finalize (GObject *object)
{
  FasciaToasts *self = FASCIA_TOASTS (object);

  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->journal);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->undone_toast);
  g_clear_object (&self->error_toast);
  g_free (self->details);
  g_array_unref (self->operations);
  g_ptr_array_unref (self->retries);

  G_OBJECT_CLASS (fascia_toasts_parent_class)->finalize (object);
}

static void
fascia_toasts_class_init (FasciaToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fascia_toasts_finalize;
}

static void
fascia_toasts_init (FasciaToasts *self)
{
  self->operations = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->retries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_closure_unref);
}

FasciaToasts *
fascia_toasts_new (AdwToastOverlay *overlay, FasciaJournal *journal)
{
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);
  g_return_val_if_fail (FASCIA_IS_JOURNAL (journal), NULL);

  FasciaToasts *self = g_object_new (FASCIA_TYPE_TOASTS, NULL);
  g_set_weak_pointer (&self->overlay, overlay);
  self->journal = g_object_ref (journal);
  return self;
}
