/* Drawing texts: lines around their anchors, turned, slanted, outlined. */
#include "chart/picture_draw.h"

#include <math.h>

/* Faces without an italic are slanted. */
static const double SLANT = 0.2;

static bool is_painted(const hui_mark_item *item)
{
    return item->stroke.a != 0 && item->stroke_width > 0 && item->opacity > 0 && item->stroke_opacity > 0;
}

static hui_path trace(hui_arena *arena, const hui_lines *lines, double x, double y)
{
    hui_path path = hui_path_new(arena);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t k = 0; k < lines->at[i].run_count; k++) {
            const hui_run *run = &lines->at[i].runs[k];
            for (size_t g = 0; g < run->glyph_count; g++) {
                hui_path glyph = hui_path_new(arena);
                hui_font_outline(run->font, run->glyphs[g].id, run->size, &glyph);
                hui_path_add(&path, &glyph,
                             hui_matrix_translate(x + lines->at[i].x + (double)run->glyphs[g].x,
                                                  y + lines->at[i].baseline + (double)run->glyphs[g].y));
            }
        }
    return path;
}

/* A stroke lies over the fill, as on Vega's canvas; a gradient needs the outlines too. */
static void draw_lines(hui_pencil pencil, const hui_mark_item *item, const hui_lines *lines, double x, double y)
{
    if (!item->fill_gradient && item->fill.a != 0 && item->fill_opacity > 0)
        hui_scene_text(pencil.scene, x, y, lines);
    if (!is_painted(item) && !item->fill_gradient && !item->stroke_gradient)
        return;
    const hui_rect bounds = hui_item_bounds(pencil.labels, HUI_MARK_TEXT, item);
    const hui_paint fill = item->fill_gradient ? hui_pencil_fill(pencil, item, bounds) : hui_paint_none();
    hui_scene_path(pencil.scene, trace(pencil.scene->arena, lines, x, y), fill,
                   hui_pencil_stroke(pencil, item, bounds));
}

void hui_pencil_text(hui_pencil pencil, const hui_mark_item *item)
{
    const hui_label_style *style = &item->text.style;
    const double x = hui_coordinate(item->x), y = hui_coordinate(item->y), angle = hui_coordinate(item->text.angle);
    const double down = hui_label_shift(pencil.labels, style, item->text.baseline);
    const hui_color color = hui_pencil_color(item->fill, item->opacity, item->fill_opacity);
    if (!item->text.text || !(item->opacity > 0))
        return;
    const hui_lines *lines = hui_labels_set(pencil.labels, item->text.text, style, item->text.align, color);
    if (!lines)
        return;
    const bool moved = angle != 0 || style->italic;
    if (moved) {
        hui_matrix m = hui_matrix_rotate_at(angle, x, y);
        if (style->italic)
            m = hui_matrix_multiply(m, (hui_matrix){1, 0, -SLANT, 1, SLANT * (y + down), 0});
        hui_scene_group(pencil.scene, (hui_group){.transform = m});
    }
    draw_lines(pencil, item, lines, x, y + down);
    if (moved)
        hui_scene_end(pencil.scene);
}
