/* Outlines of glyphs: HarfBuzz calls, path follows. */
#include "text/outline.h"

static void draw_move(hb_draw_funcs_t *f, void *path, hb_draw_state_t *s, float x, float y, void *data)
{
    (void)f, (void)s, (void)data;
    hui_path_move(path, (double)x, (double)y);
}

static void draw_line(hb_draw_funcs_t *f, void *path, hb_draw_state_t *s, float x, float y, void *data)
{
    (void)f, (void)s, (void)data;
    hui_path_line(path, (double)x, (double)y);
}

static void draw_quad(hb_draw_funcs_t *f, void *path, hb_draw_state_t *s, float x1, float y1, float x, float y,
                      void *data)
{
    (void)f, (void)s, (void)data;
    hui_path_quad(path, (double)x1, (double)y1, (double)x, (double)y);
}

static void draw_cubic(hb_draw_funcs_t *f, void *path, hb_draw_state_t *s, float x1, float y1, float x2, float y2,
                       float x, float y, void *data)
{
    (void)f, (void)s, (void)data;
    hui_path_curve(path, (double)x1, (double)y1, (double)x2, (double)y2, (double)x, (double)y);
}

static void draw_close(hb_draw_funcs_t *f, void *path, hb_draw_state_t *s, void *data)
{
    (void)f, (void)s, (void)data;
    hui_path_close(path);
}

hb_draw_funcs_t *hui_outline_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, draw_quad, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, draw_cubic, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, draw_close, NULL, NULL);
    hb_draw_funcs_make_immutable(funcs);
    return funcs;
}

void hui_outline_add(hb_draw_funcs_t *funcs, hb_font_t *font, uint32_t glyph, hui_path *path)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, path);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, path);
#endif
}
