/* Bands: topics stacked as the slices of one shape. */
#include "structure/bands.h"

#include "structure/block.h"

#include <math.h>

/* Words beside bands have this share of the width; so narrow that neither has room, they stand below in full width. */
static const double beside_share = 0.46, least_beside = 200;
static const double band_gap = 6, pad = 16, leader_gap = 20, mark_size = 40, least_band = 72;

typedef struct band {
    hui_box *inside, *beside; /* NULL: none */
    hui_rect rect;            /* of the band, from the inside of the box */
    double upper, lower;      /* widths of its edges, shares */
    hui_color fill;
} band;

typedef struct layout {
    const hui_bands *spec;
    hui_build build;
    band *at;
    size_t count;
    bool has_beside, below; /* there are words beside the bands; they stand under each band instead */
} layout;

static double shape_width(const layout *l, double width)
{
    return l->has_beside && !l->below ? round(width * (1 - beside_share)) : width;
}

/* Words stand in the upright rectangle that fits between a band's slanted sides; a mark in a point stands in its wider half. */
static double inner_share(const layout *l, const band *a)
{
    const double narrow = fmin(a->upper, a->lower), wide = fmax(a->upper, a->lower);
    return l->spec->labels_beside ? (narrow + 2 * wide) / 3 : narrow;
}

static double inside_width(const layout *l, const band *a, double width)
{
    return fmax(floor(shape_width(l, width) * inner_share(l, a)) - (l->spec->labels_beside ? 0 : 2 * pad), 1);
}

static double beside_width(const layout *l, double width)
{
    return l->below ? width : fmax(width - shape_width(l, width) - leader_gap, 1);
}

static hui_extent bands_widths(void *data, const hui_box *box)
{
    (void)box;
    const layout *l = data;
    double narrowest = 0, widest = 0, beside = 0;
    for (const band *a = l->at; a < l->at + l->count; a++) {
        const double around = l->spec->labels_beside ? 0 : 2 * pad;
        if (a->inside) {
            narrowest = fmax(narrowest, (a->inside->extent.min + around) / inner_share(l, a));
            widest = fmax(widest, (a->inside->extent.max + around) / inner_share(l, a));
        }
        if (a->beside)
            beside = fmax(beside, a->beside->extent.min);
    }
    if (!l->has_beside || l->below)
        return (hui_extent){fmax(narrowest, beside), fmax(widest, beside)};
    const double min = fmax(narrowest / (1 - beside_share), (beside + leader_gap) / beside_share);
    return (hui_extent){min, fmax(min, l->build.room)};
}

static void bands_share(void *data, hui_box *box, double width)
{
    (void)box;
    const layout *l = data;
    for (const band *a = l->at; a < l->at + l->count; a++) {
        if (a->inside)
            a->inside->rect.w = fmin(inside_width(l, a, width), a->inside->extent.max);
        if (a->beside)
            a->beside->rect.w = beside_width(l, width);
    }
}

/* All bands are as high as the one that needs most, so that the slope is even. */
static double common_height(const layout *l, double height)
{
    double most = least_band;
    for (const band *a = l->at; a < l->at + l->count; a++) {
        if (a->inside)
            most = fmax(most, a->inside->natural + 2 * pad + l->spec->curve);
        if (a->beside && !l->below)
            most = fmax(most, a->beside->natural + pad);
    }
    const double gaps = band_gap * (double)(l->count > 0 ? l->count - 1 : 0);
    return l->below || l->count == 0 ? most : fmax(most, floor((height - gaps) / (double)l->count));
}

static double to_wide_half(const layout *l, const band *a, double height)
{
    if (!l->spec->labels_beside || fmin(a->upper, a->lower) > 0)
        return 0;
    return height * (a->lower > a->upper ? 0.14 : -0.14);
}

static double bands_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    const layout *l = data;
    const double band_height = common_height(l, height), shape = shape_width(l, width);
    double y = l->spec->curve;
    for (band *a = l->at; a < l->at + l->count; a++) {
        a->rect = (hui_rect){0, y, shape, band_height};
        if (a->inside) {
            a->inside->rect.x = (shape - a->inside->rect.w) / 2;
            a->inside->rect.y =
                y + (band_height - a->inside->rect.h + l->spec->curve) / 2 + to_wide_half(l, a, band_height);
        }
        y += band_height;
        if (a->beside) {
            a->beside->rect.x = l->below ? 0 : shape + leader_gap;
            a->beside->rect.y = l->below ? y + pad / 2 : y - (band_height + a->beside->rect.h) / 2;
            y += l->below ? a->beside->rect.h + pad : 0;
        }
        y += band_gap;
    }
    return y - band_gap + l->spec->curve;
}

static const hui_arranger arranger = {bands_widths, bands_share, bands_arrange};

/* From the upper edge's left end clockwise; edges sag where the shape is round. */
static hui_path outline_of(hui_arena *arena, const band *a, hui_rect r, double curve)
{
    const double middle = r.x + r.w / 2, upper = r.w * a->upper / 2, lower = r.w * a->lower / 2;
    hui_path path = hui_path_new(arena);
    hui_path_move(&path, middle - upper, r.y);
    if (curve > 0)
        hui_path_curve(&path, middle - upper * 0.6, r.y + curve, middle + upper * 0.6, r.y + curve, middle + upper,
                       r.y);
    else
        hui_path_line(&path, middle + upper, r.y);
    hui_path_line(&path, middle + lower, r.y + r.h);
    if (curve > 0)
        hui_path_curve(&path, middle + lower * 0.6, r.y + r.h + curve, middle - lower * 0.6, r.y + r.h + curve,
                       middle - lower, r.y + r.h);
    else
        hui_path_line(&path, middle - lower, r.y + r.h);
    hui_path_close(&path);
    return path;
}

/* The lid that closes a round shape. */
static void draw_lid(hui_scene *scene, const layout *l, hui_rect r)
{
    const double middle = r.x + r.w / 2, half = r.w * l->at->upper / 2, curve = l->spec->curve;
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, middle - half, r.y);
    hui_path_curve(&path, middle - half * 0.6, r.y - curve, middle + half * 0.6, r.y - curve, middle + half, r.y);
    hui_path_curve(&path, middle + half * 0.6, r.y + curve, middle - half * 0.6, r.y + curve, middle - half, r.y);
    hui_path_close(&path);
    hui_scene_path(scene, path, hui_paint_solid(l->build.accent->line), hui_stroke_none());
}

/* From the slanted side's middle to the words. */
static void draw_leader(hui_scene *scene, const layout *l, const band *a, hui_rect r)
{
    const double y = r.y + r.h / 2, from = r.x + r.w / 2 + r.w * (a->upper + a->lower) / 4 + 8,
                 to = r.x + r.w + leader_gap - 10;
    if (to - from < 16)
        return;
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, from, y);
    hui_path_line(&path, to, y);
    hui_scene_path(scene, path, hui_paint_none(), hui_stroke_line(hui_inks_of(&l->build).line, 2));
}

static void draw_bands(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    const hui_rect inner = hui_box_inner(box);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "bands"});
    for (const band *a = l->at; a < l->at + l->count; a++) {
        const hui_rect r = {inner.x + a->rect.x, inner.y + a->rect.y, a->rect.w, a->rect.h};
        hui_scene_path(scene, outline_of(scene->arena, a, r, l->spec->curve), hui_paint_solid(a->fill),
                       hui_stroke_none());
        if (a->beside && !l->below)
            draw_leader(scene, l, a, r);
        if (a == l->at && l->spec->curve > 0)
            draw_lid(scene, l, r);
    }
    hui_scene_end(scene);
}

static hui_box *mark_of(const hui_build *b, const hui_topic *topic, size_t number)
{
    if (topic->icon.text || topic->image.text)
        return hui_topic_icon(b, topic, mark_size, b->theme->palette.on_strong);
    return hui_part_text(b,
                         (hui_string){.text = hui_arena_printf(b->arena, "%zu", number), .place = topic->label.place},
                         (hui_text_look){.type = HUI_TYPE_NAME, .nowrap = true, .on = b->accent->fill});
}

static hui_box *inside_of(const hui_build *b, const hui_bands *spec, const hui_topic *topic, size_t number, bool marked)
{
    const hui_build strong = hui_build_on(b, HUI_GROUND_STRONG);
    hui_box *column = hui_box_column(b, 4);
    column->align = spec->labels_beside ? HUI_ALIGN_CENTER : HUI_ALIGN_STRETCH;
    if (spec->labels_beside)
        return marked ? mark_of(&strong, topic, number) : NULL;
    if (topic->icon.text || topic->image.text) {
        hui_box *icon = hui_topic_icon(&strong, topic, mark_size, b->theme->palette.on_strong);
        icon->self = HUI_ALIGN_CENTER;
        icon->has_self = true;
        hui_box_add(column, icon);
    }
    hui_box_add(column,
                hui_topic_words(
                    &strong, topic,
                    (hui_topic_look){.align = HUI_TEXT_CENTER, .no_text = true, .plain = true, .on = b->accent->fill}));
    return column;
}

static hui_box *beside_of(const hui_build *b, const hui_bands *spec, const hui_topic *topic)
{
    return hui_topic_words(b, topic, (hui_topic_look){.text_only = !spec->labels_beside});
}

/* Marks stand in all bands or in none. */
static bool has_room_for_marks(const layout *l)
{
    double least = INFINITY;
    for (const band *a = l->at; a < l->at + l->count; a++)
        least = fmin(least, inside_width(l, a, l->build.room));
    return least > mark_size;
}

static bool any_beside(const hui_bands *spec)
{
    const hui_topic *topics = spec->items.at;
    bool found = false;
    for (size_t i = 0; i < spec->items.count; i++)
        found |= topics[i].text.text || spec->labels_beside;
    return found;
}

hui_box *hui_bands_build(const hui_build *b, const hui_bands *spec)
{
    const hui_topic *topics = spec->items.at;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.spec = spec, .build = hui_build_group(b), .count = spec->items.count};
    l->at = HUI_NEW_ARRAY(b->arena, band, l->count);
    l->has_beside = any_beside(spec);
    l->below = l->has_beside && b->room * beside_share < least_beside;
    for (size_t i = 0; i < l->count; i++) {
        l->at[i].upper = spec->width(spec->data, (double)i, l->count);
        l->at[i].lower = spec->width(spec->data, (double)i + 1, l->count);
    }
    const bool marked = has_room_for_marks(l);
    hui_box *box = hui_box_free(b->arena, &arranger, l);
    for (size_t i = 0; i < l->count; i++) {
        band *a = &l->at[i];
        const hui_build mine = hui_build_topic(&l->build, &topics[i]);
        const hui_build within = hui_build_within(&mine, inside_width(l, a, b->room)),
                        outside = hui_build_within(&mine, beside_width(l, b->room));
        a->fill = topics[i].accent ? topics[i].accent->fill : hui_shade(b, i, l->count);
        a->inside = inside_of(&within, spec, &topics[i], i + 1, marked);
        a->beside = beside_of(&outside, spec, &topics[i]);
        hui_box_add(box, a->inside);
        hui_box_add(box, a->beside);
    }
    box->draw_before = draw_bands;
    hui_box *list = hui_box_column(b, 0);
    hui_box_add(list, box);
    box->grow = 1;
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, spec->kind);
    return list;
}
