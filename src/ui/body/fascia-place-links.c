/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Places often linked": a quiet row that opens facts about a place.
 */

#include "config.h"

#include "fascia-place-links.h"

#include <glib/gi18n.h>

#include "fascia-place-facts.h"
#include "fascia-place-sources.h"
#include "widgets/fascia-fit.h"

/* More places than these are not looked at one by one. */
#define MAX_LINKED 8
/* So many large letters have room on a line of a narrow window. */
#define LARGE_CHARS 17

struct _FasciaPlaceLinks
{
  AdwExpanderRow parent_instance;

  FasciaBodyModel *model;
  const FasciaRegion *region;
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (FasciaPlaceLinks, fascia_place_links, ADW_TYPE_EXPANDER_ROW)

typedef enum
{
  SIGNAL_CHOSEN = 1,
} FasciaPlaceLinksSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static FasciaReferralTable *
get_table (FasciaBodyModel *model)
{
  return fascia_place_facts_get_referral (fascia_place_facts_get (model));
}

gboolean
fascia_place_links_has_any (FasciaBodyModel *model, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  FasciaReferralTable *table = get_table (model);
  if (table == NULL)
    return FALSE;
  for (int kind = FASCIA_REFERRAL_MUSCLE; kind <= FASCIA_REFERRAL_LINE; kind++)
    {
      g_autoptr (GPtrArray) facts
          = fascia_referral_table_find (table, region, (FasciaReferralKind) kind);

      if (facts->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- what is done with a linked place ---- */

static void
on_spread_activated (GtkWidget *widget, const char *name, GVariant *code)
{
  FasciaPlaceLinks *self = FASCIA_PLACE_LINKS (widget);
  const FasciaRegion *to = fascia_body_lookup (fascia_body_model_get_body (self->model),
                                               g_variant_get_string (code, NULL));

  if (to != NULL)
    fascia_body_model_add_spread (self->model, self->region, to);
}

static void
on_show_activated (GtkWidget *widget, const char *name, GVariant *code)
{
  FasciaPlaceLinks *self = FASCIA_PLACE_LINKS (widget);
  const FasciaRegion *to = fascia_body_lookup (fascia_body_model_get_body (self->model),
                                               g_variant_get_string (code, NULL));

  if (to != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, to);
}

/* (transfer full) On two lines where one has no room for it: a button that opens a menu asks for the same
 * height whatever its width, so it has to be said where the line ends. */
static char *
dup_folded (GtkWidget *widget, const char *name)
{
  char *folded = g_strdup (name);
  char *end = NULL;

  if (!fascia_is_text_large (widget) || g_utf8_strlen (folded, -1) <= LARGE_CHARS)
    return folded;
  end = g_utf8_offset_to_pointer (folded, LARGE_CHARS);
  while (end > folded && *end != ' ')
    end--;
  if (*end == ' ')
    *end = '\n';
  return folded;
}

static GtkWidget *
create_chip (FasciaPlaceLinks *self, const FasciaRegion *region)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) spread = g_menu_item_new (_ ("It _Spreads to Here"), NULL);
  g_autoptr (GMenuItem) look = g_menu_item_new (_ ("Show on the _Figure"), NULL);
  GtkWidget *chip = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *folded = dup_folded (chip, fascia_region_get_name (region));

  g_menu_item_set_action_and_target (spread, "links.spread", "s", fascia_region_get_id (region));
  g_menu_item_set_action_and_target (look, "links.show", "s", fascia_region_get_id (region));
  if (fascia_body_model_is_editable (self->model))
    g_menu_append_item (menu, spread);
  g_menu_append_item (menu, look);
  gtk_label_set_label (GTK_LABEL (label), folded);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (chip), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (chip)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, fascia_region_get_name (region),
                                  -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (chip), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (chip, "chips");
  return chip;
}

/* ---- facts ---- */

static GtkWidget *
create_text_row (const char *text, const char *css_class)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 10);
  gtk_widget_set_margin_bottom (label, 10);
  gtk_widget_add_css_class (label, css_class);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_linked (FasciaPlaceLinks *self)
{
  g_autoptr (GPtrArray) linked
      = fascia_referral_table_find_linked (get_table (self->model), self->region, MAX_LINKED);
  GtkWidget *row
      = create_text_row (_ ("Often felt together. This does not say what causes it."), "dimmed");

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  if (linked->len == 0)
    return;

  GtkWidget *chips = adw_wrap_box_new ();
  row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), chips);
  /* The chips are what the keyboard goes to. */
  gtk_widget_set_focusable (row, FALSE);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (chips), 6);
  gtk_widget_set_margin_start (chips, 12);
  gtk_widget_set_margin_end (chips, 12);
  gtk_widget_set_margin_top (chips, 10);
  gtk_widget_set_margin_bottom (chips, 10);
  for (guint i = 0; i < linked->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (chips), create_chip (self, g_ptr_array_index (linked, i)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_fact (FasciaPlaceLinks *self, const FasciaReferral *fact)
{
  const char *text = fascia_referral_get_fact (fact);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fascia_referral_get_name (fact));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_kind (FasciaPlaceLinks *self,
          FasciaReferralKind kind,
          const char *title,
          FasciaPlaceSources *sources)
{
  g_autoptr (GPtrArray) facts
      = fascia_referral_table_find (get_table (self->model), self->region, kind);

  if (facts->len == 0)
    return;
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), create_text_row (title, "caption-heading"));
  for (guint i = 0; i < facts->len; i++)
    {
      const FasciaReferral *fact = g_ptr_array_index (facts, i);

      add_fact (self, fact);
      fascia_place_sources_add (sources, fascia_referral_get_source (fact),
                                fascia_referral_get_certainty (fact));
    }
}

static void
on_expanded (FasciaPlaceLinks *self)
{
  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_filled = TRUE;
  FasciaPlaceSources *sources = FASCIA_PLACE_SOURCES (fascia_place_sources_new ());

  add_linked (self);
  add_kind (self, FASCIA_REFERRAL_MUSCLE, _ ("Muscles"), sources);
  add_kind (self, FASCIA_REFERRAL_LINE, _ ("Lines of fascia: an idea of anatomy"), sources);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (sources));
}

/* ---- the row ---- */

static void
fascia_place_links_dispose (GObject *object)
{
  g_clear_object (&FASCIA_PLACE_LINKS (object)->model);

  G_OBJECT_CLASS (fascia_place_links_parent_class)->dispose (object);
}

static void
fascia_place_links_class_init (FasciaPlaceLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fascia_place_links_dispose;

  gtk_widget_class_install_action (widget_class, "links.spread", "s", on_spread_activated);
  gtk_widget_class_install_action (widget_class, "links.show", "s", on_show_activated);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
fascia_place_links_init (FasciaPlaceLinks *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Places Often Linked"));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

GtkWidget *
fascia_place_links_new (FasciaBodyModel *model, const FasciaRegion *region)
{
  g_return_val_if_fail (FASCIA_IS_BODY_MODEL (model), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  FasciaPlaceLinks *self = g_object_new (FASCIA_TYPE_PLACE_LINKS, NULL);

  self->model = g_object_ref (model);
  self->region = region;
  return GTK_WIDGET (self);
}
