/* Figures: drawings with boxes at places in them. */
#include "structure/figure.h"

#include <math.h>

static const double key_gap = 24, least_key = 260;

static hui_extent figure_widths(void *data, const hui_box *box)
{
    (void)box;
    const hui_figure *f = data;
    return (hui_extent){floor(f->width), ceil(f->width)};
}

static void figure_share(void *data, hui_box *box, double width)
{
    (void)box, (void)width;
    const hui_figure *f = data;
    for (size_t i = 0; i < f->count; i++)
        if (f->spots[i].box)
            f->spots[i].box->rect.w = f->spots[i].rect.w;
}

static double left_of(const hui_figure *f, double width)
{
    return round((width - f->width) / 2);
}

static double top_of(const hui_figure *f, double height)
{
    return round(fmax(height - f->height, 0) / 2);
}

static double figure_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    const hui_figure *f = data;
    for (size_t i = 0; i < f->count; i++) {
        const hui_spot *spot = &f->spots[i];
        if (!spot->box)
            continue;
        spot->box->rect.x = left_of(f, width) + spot->rect.x;
        spot->box->rect.y = top_of(f, height) + spot->rect.y + (spot->rect.h - spot->box->natural) / 2;
    }
    return fmax(ceil(f->height), height);
}

static const hui_arranger arranger = {figure_widths, figure_share, figure_arrange};

static void draw_figure(const hui_box *box, hui_scene *scene)
{
    const hui_figure *f = box->data;
    const hui_rect inner = hui_box_inner(box);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "drawing"});
    f->draw(f->data, (hui_rect){inner.x + left_of(f, inner.w), inner.y + top_of(f, inner.h), f->width, f->height},
            scene);
    hui_scene_end(scene);
}

hui_box *hui_figure_build(const hui_build *b, const hui_figure *figure, const hui_key_entry *entries, size_t count)
{
    hui_figure *f = hui_arena_copy(b->arena, figure, sizeof *f);
    hui_box *box = hui_box_free(b->arena, &arranger, f);
    for (size_t i = 0; i < f->count; i++)
        hui_box_add(box, f->spots[i].box);
    box->draw_before = draw_figure;
    const bool beside = count > 0 && b->room - f->width >= least_key + key_gap;
    const hui_build inner = hui_build_within(b, beside ? b->room - f->width - key_gap : b->room);
    hui_box *list = beside ? hui_box_row(b, key_gap, HUI_ALIGN_CENTER) : hui_box_column(b, key_gap);
    hui_box_add(list, beside ? box : hui_grow(box));
    hui_box *key = hui_key_build(&inner, entries, count);
    hui_box_add(list, beside ? hui_grow(key) : key);
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, f->kind);
    return list;
}
