/* SPDX-FileCopyrightText: 2026 The Fascia contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small picture of the body, front and back, with the marks of one check-in.
 */

#include "config.h"

#include "fascia-body-thumbnail.h"

#include "fascia-ui-palette.h"

#define WIDTH 54
#define HEIGHT 48

/* About a screen and a half of rows at the smallest row height; 1.4 MB at scale 1. */
#define MAX_TEXTURES 160

/* ---- the cache ---- */

struct _FasciaThumbnailCache
{
  gatomicrefcount refs;
  FasciaBody *body;
  GHashTable *textures; /* key → CachedTexture */
  GQueue used;          /* CachedTexture, the most recently used first */
};

typedef struct
{
  char *key;
  GdkTexture *texture;
  GList link;
} CachedTexture;

static void
cached_texture_free (gpointer data)
{
  CachedTexture *cached = data;

  g_free (cached->key);
  g_object_unref (cached->texture);
  g_free (cached);
}

FasciaThumbnailCache *
fascia_thumbnail_cache_new (const FasciaBody *body)
{
  FasciaThumbnailCache *self;

  g_return_val_if_fail (body != NULL, NULL);

  self = g_new0 (FasciaThumbnailCache, 1);
  g_atomic_ref_count_init (&self->refs);
  self->body = fascia_body_ref ((FasciaBody *) body);
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, cached_texture_free);
  g_queue_init (&self->used);
  return self;
}

FasciaThumbnailCache *
fascia_thumbnail_cache_ref (FasciaThumbnailCache *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fascia_thumbnail_cache_unref (FasciaThumbnailCache *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  /* The links of the queue lie inside the values of the table. */
  g_hash_table_unref (self->textures);
  fascia_body_unref (self->body);
  g_free (self);
}

static char *
build_key (const GArray *marks, const FasciaFigurePalette *palette, int scale)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%p %d", (const void *) palette, scale);
  for (guint i = 0; i < marks->len; i++)
    {
      const FasciaFigureMark *mark = &g_array_index (marks, FasciaFigureMark, i);

      g_string_append_printf (key, " %u:%d", fascia_region_get_index (mark->region), mark->level);
    }

  return g_string_free_and_steal (key);
}

static float
mix (float a, float b, float share)
{
  return a + (b - a) * share;
}

/* At this size the body is a shape on a list, also on a row under the pointer: it has to be a little
 * stronger than the large figure. In high contrast that is white or black within a fine line, which
 * would be lost altogether. */
static FasciaFigurePalette
fill_palette (const FasciaFigurePalette *palette)
{
  FasciaFigurePalette filled = *palette;
  float share = palette->has_hatch ? 0.3f : 0.12f;

  filled.tile.red = mix (palette->tile.red, palette->tile_ink.red, share);
  filled.tile.green = mix (palette->tile.green, palette->tile_ink.green, share);
  filled.tile.blue = mix (palette->tile.blue, palette->tile_ink.blue, share);
  return filled;
}

static GdkTexture *
draw_texture (const FasciaBody *body,
              const GArray *marks,
              const FasciaFigurePalette *palette,
              int scale)
{
  const FasciaFigureMarks figure_marks = {
    .marks = (const FasciaFigureMark *) (const void *) marks->data,
    .n_marks = marks->len,
  };
  const FasciaFigureOptions options = { .is_thumbnail = TRUE };
  const FasciaFigurePalette filled = fill_palette (palette);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH * scale, HEIGHT * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, scale, scale);
  fascia_body_figure_render (cr, body, FASCIA_VIEW_FRONT, 0, 0, WIDTH / 2, HEIGHT, &figure_marks,
                             &filled, &options);
  fascia_body_figure_render (cr, body, FASCIA_VIEW_BACK, WIDTH / 2, 0, WIDTH / 2, HEIGHT,
                             &figure_marks, &filled, &options);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * HEIGHT * scale,
                                    (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (WIDTH * scale, HEIGHT * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* (transfer none) */
static GdkTexture *
fascia_thumbnail_cache_get (FasciaThumbnailCache *self,
                            const GArray *marks,
                            const FasciaFigurePalette *palette,
                            int scale)
{
  g_autofree char *key = build_key (marks, palette, scale);
  CachedTexture *cached = g_hash_table_lookup (self->textures, key);

  if (cached != NULL)
    {
      g_queue_unlink (&self->used, &cached->link);
      g_queue_push_head_link (&self->used, &cached->link);
      return cached->texture;
    }

  while (self->used.length >= MAX_TEXTURES)
    {
      CachedTexture *oldest = g_queue_pop_tail_link (&self->used)->data;

      g_hash_table_remove (self->textures, oldest->key);
    }

  cached = g_new0 (CachedTexture, 1);
  cached->link.data = cached;
  cached->texture = draw_texture (self->body, marks, palette, scale);
  cached->key = g_steal_pointer (&key);
  g_hash_table_insert (self->textures, cached->key, cached);
  g_queue_push_head_link (&self->used, &cached->link);
  return cached->texture;
}

/* ---- what is drawn ---- */

/* Of two answers for one place; an open one weighs more than "no longer there". */
static int
combine_levels (int a, int b)
{
  if (MAX (a, b) > 0)
    return MAX (a, b);
  return MIN (a, b);
}

GArray *
fascia_figure_marks_from_entry (const FasciaBody *body, const FasciaEntry *entry)
{
  GArray *figure_marks = g_array_new (FALSE, FALSE, sizeof (FasciaFigureMark));
  guint n_marks = 0;
  const FasciaMark *marks;

  g_return_val_if_fail (body != NULL, figure_marks);
  g_return_val_if_fail (entry != NULL, figure_marks);

  marks = fascia_entry_get_marks (entry, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    {
      FasciaFigureMark mark = {
        .region = fascia_body_lookup (body, marks[i].region),
        .level = marks[i].level < 0 ? FASCIA_FIGURE_LEVEL_NONE : marks[i].level,
      };

      if (mark.region == NULL)
        continue;

      /* The marks of one region stand side by side. */
      if (figure_marks->len > 0)
        {
          FasciaFigureMark *last
              = &g_array_index (figure_marks, FasciaFigureMark, figure_marks->len - 1);

          if (last->region == mark.region)
            {
              last->level = combine_levels (last->level, mark.level);
              continue;
            }
        }
      g_array_append_val (figure_marks, mark);
    }

  return figure_marks;
}

/* ---- the widget ---- */

struct _FasciaBodyThumbnail
{
  GtkWidget parent_instance;

  FasciaThumbnailCache *cache;
  GArray *marks; /* NULL: nothing to draw */
};

G_DEFINE_FINAL_TYPE (FasciaBodyThumbnail, fascia_body_thumbnail, GTK_TYPE_WIDGET)

static void
fascia_body_thumbnail_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
fascia_body_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FasciaBodyThumbnail *self = FASCIA_BODY_THUMBNAIL (widget);
  GdkTexture *texture;

  if (self->cache == NULL || self->marks == NULL)
    return;

  texture = fascia_thumbnail_cache_get (self->cache, self->marks, fascia_ui_palette_get (),
                                        gtk_widget_get_scale_factor (widget));
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT ((gtk_widget_get_width (widget) - WIDTH) / 2,
                                                    (gtk_widget_get_height (widget) - HEIGHT) / 2,
                                                    WIDTH, HEIGHT));
}

static void
fascia_body_thumbnail_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fascia_body_thumbnail_parent_class)->css_changed (widget, change);

  /* Light, dark and high contrast each have a palette. */
  gtk_widget_queue_draw (widget);
}

static void
fascia_body_thumbnail_finalize (GObject *object)
{
  FasciaBodyThumbnail *self = FASCIA_BODY_THUMBNAIL (object);

  g_clear_pointer (&self->cache, fascia_thumbnail_cache_unref);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (fascia_body_thumbnail_parent_class)->finalize (object);
}

static void
fascia_body_thumbnail_class_init (FasciaBodyThumbnailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = fascia_body_thumbnail_finalize;
  widget_class->measure = fascia_body_thumbnail_measure;
  widget_class->snapshot = fascia_body_thumbnail_snapshot;
  widget_class->css_changed = fascia_body_thumbnail_css_changed;

  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
fascia_body_thumbnail_init (FasciaBodyThumbnail *self)
{
}

void
fascia_body_thumbnail_set_cache (FasciaBodyThumbnail *self, FasciaThumbnailCache *cache)
{
  g_return_if_fail (FASCIA_IS_BODY_THUMBNAIL (self));

  if (cache == self->cache)
    return;

  g_clear_pointer (&self->cache, fascia_thumbnail_cache_unref);
  self->cache = cache != NULL ? fascia_thumbnail_cache_ref (cache) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
fascia_body_thumbnail_set_entry (FasciaBodyThumbnail *self, FasciaEntry *entry)
{
  g_return_if_fail (FASCIA_IS_BODY_THUMBNAIL (self));

  g_clear_pointer (&self->marks, g_array_unref);
  if (entry != NULL && self->cache != NULL)
    self->marks = fascia_figure_marks_from_entry (self->cache->body, entry);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
