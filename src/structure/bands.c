/* Bands: topics stacked as the slices of one shape. */
#include "structure/bands.h"

#include "structure/block.h"

#include <math.h>

/* Words beside bands have this share of the width; so narrow that neither has room, they stand below the shape as a list
 * in full width. */
static const double beside_share = 0.46, least_beside = 240;
static const double band_gap = 6, pad = 16, leader_gap = 20, mark_size = 40, least_band = 72, bare_band = 52;
/* A label has at most this many lines in its band, else all stand beside. */
static const double most_lines = 2.6;
/* Bands grow into room left by neighbours up to this. */
static const double most_growth = 1.4;
static const double list_gap = 16;

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
    bool marks_only;        /* bands hold icons or numbers, all words are beside them */
    bool has_beside, below; /* there are words beside the bands; they stand under the shape instead */
} layout;

static double shape_width(const layout *l, double width)
{
    return l->has_beside && !l->below ? round(width * (1 - beside_share)) : width;
}

/* Words stand in the upright rectangle that fits between a band's slanted sides; a mark in a point stands in its wider half. */
static double inner_share(const layout *l, const band *a)
{
    const double narrow = fmin(a->upper, a->lower), wide = fmax(a->upper, a->lower);
    return l->marks_only ? (narrow + 2 * wide) / 3 : narrow;
}

static double inside_width(const layout *l, const band *a, double width)
{
    return fmax(floor(shape_width(l, width) * inner_share(l, a)) - (l->marks_only ? 0 : 2 * pad), 1);
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
        const double around = l->marks_only ? 0 : 2 * pad;
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
    double most = l->below ? bare_band : least_band;
    for (const band *a = l->at; a < l->at + l->count; a++) {
        if (a->inside)
            most = fmax(most, a->inside->natural + (l->marks_only ? pad / 2 : 2 * pad) + l->spec->curve);
        if (a->beside && !l->below)
            most = fmax(most, a->beside->natural + pad);
    }
    const double gaps = band_gap * (double)(l->count > 0 ? l->count - 1 : 0);
    const double free = l->count ? floor((height - gaps - 2 * l->spec->curve) / (double)l->count) : 0;
    return l->below ? most : fmax(most, fmin(free, most * most_growth));
}

static double to_wide_half(const layout *l, const band *a, double height)
{
    if (!l->marks_only || fmin(a->upper, a->lower) > 0)
        return 0;
    return height * (a->lower > a->upper ? 0.14 : -0.14);
}

static void place_band(const layout *l, band *a, double y, double shape, double height)
{
    a->rect = (hui_rect){0, y, shape, height};
    if (a->inside) {
        a->inside->rect.x = (shape - a->inside->rect.w) / 2;
        a->inside->rect.y = y + (height - a->inside->rect.h + l->spec->curve) / 2 + to_wide_half(l, a, height);
    }
    if (a->beside && !l->below) {
        a->beside->rect.x = shape + leader_gap;
        a->beside->rect.y = y + (height - a->beside->rect.h) / 2;
    }
}

/* Places the words that stand below the shape; where they end. */
static double place_list(const layout *l, double y)
{
    for (band *a = l->at; a < l->at + l->count; a++) {
        if (!a->beside)
            continue;
        y += list_gap;
        a->beside->rect.x = 0;
        a->beside->rect.y = y;
        y += a->beside->rect.h;
    }
    return y;
}

static double bands_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    const layout *l = data;
    const double band_height = common_height(l, height), shape = shape_width(l, width);
    double y = l->spec->curve;
    for (band *a = l->at; a < l->at + l->count; a++, y += band_height + band_gap)
        place_band(l, a, y, shape, band_height);
    y += l->spec->curve - band_gap;
    return l->below ? place_list(l, y) : y;
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

static hui_box *mark_of(const hui_build *b, const hui_topic *topic, size_t number, hui_color on)
{
    if (topic->icon.text || topic->image.text)
        return hui_topic_icon(b, topic, mark_size, hui_inks_of(b).ink);
    return hui_part_text(b,
                         (hui_string){.text = hui_arena_printf(b->arena, "%zu", number), .place = topic->label.place},
                         (hui_text_look){.type = HUI_TYPE_NAME, .nowrap = true, .on = on});
}

static hui_box *inside_of(const hui_build *b, const layout *l, const hui_topic *topic, size_t number, bool marked)
{
    const hui_color on = hui_block_fill(b, topic->accent, 0, 1);
    const hui_build strong = hui_build_in_block(b);
    if (l->marks_only)
        return marked ? mark_of(&strong, topic, number, on) : NULL;
    hui_box *column = hui_box_column(b, 4);
    if (topic->icon.text || topic->image.text) {
        hui_box *icon = hui_topic_icon(&strong, topic, mark_size, hui_inks_of(&strong).ink);
        icon->self = HUI_ALIGN_CENTER;
        icon->has_self = true;
        hui_box_add(column, icon);
    }
    hui_box_add(column,
                hui_topic_words(&strong, topic,
                                (hui_topic_look){.align = HUI_TEXT_CENTER, .no_text = true, .plain = true, .on = on}));
    return column;
}

/* Below the shape words stand beside the mark of their band. */
static hui_box *beside_of(const hui_build *b, const layout *l, const hui_topic *topic, size_t number)
{
    if (!l->below)
        return hui_topic_words(b, topic, (hui_topic_look){.balance = true, .text_only = !l->marks_only});
    hui_box *row = hui_box_row(b, 12, HUI_ALIGN_START);
    hui_box_add(row, hui_topic_mark(b, topic, number, mark_size, true));
    hui_box_add(row, hui_grow(hui_topic_words(b, topic, (hui_topic_look){.balance = true})));
    return row;
}

/* Marks stand in all bands or in none. */
static bool has_room_for_marks(const layout *l)
{
    double least = INFINITY;
    for (const band *a = l->at; a < l->at + l->count; a++)
        least = fmin(least, inside_width(l, a, l->build.room));
    return least > mark_size;
}

static bool any_text(const hui_bands *spec)
{
    const hui_topic *topics = spec->items.at;
    bool found = false;
    for (size_t i = 0; i < spec->items.count; i++)
        found |= topics[i].text.text != NULL;
    return found;
}

/* Whether all labels and figures have room in their bands. */
static bool labels_fit(const layout *l)
{
    const hui_topic *topics = l->spec->items.at;
    for (size_t i = 0; i < l->count; i++) {
        const double width = inside_width(l, &l->at[i], l->build.room);
        const hui_extent extent = hui_topic_extent(&l->build, &topics[i], (hui_topic_look){.no_text = true});
        if (extent.min > width || extent.max > most_lines * width)
            return false;
    }
    return true;
}

/* What stands where. */
static void choose_form(layout *l)
{
    const bool narrow = l->build.room * beside_share < least_beside;
    l->has_beside = l->spec->labels_beside || any_text(l->spec);
    l->below = l->has_beside && narrow;
    l->marks_only = l->spec->labels_beside || l->below || !labels_fit(l);
    l->has_beside |= l->marks_only;
    l->below = l->has_beside && narrow;
}

hui_box *hui_bands_build(const hui_build *b, const hui_bands *spec)
{
    const hui_topic *topics = spec->items.at;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.spec = spec, .build = hui_build_group(b), .count = spec->items.count};
    l->at = HUI_NEW_ARRAY(b->arena, band, l->count);
    for (size_t i = 0; i < l->count; i++) {
        l->at[i].upper = spec->width(spec->data, (double)i, l->count);
        l->at[i].lower = spec->width(spec->data, (double)i + 1, l->count);
    }
    choose_form(l);
    const bool marked = has_room_for_marks(l);
    hui_box *box = hui_box_free(b->arena, &arranger, l);
    for (size_t i = 0; i < l->count; i++) {
        band *a = &l->at[i];
        const hui_build mine = hui_build_topic(&l->build, &topics[i]);
        const hui_build within = hui_build_within(&mine, inside_width(l, a, b->room)),
                        outside = hui_build_within(&mine, beside_width(l, b->room));
        a->fill = hui_block_fill(b, topics[i].accent, i, l->count);
        a->inside = inside_of(&within, l, &topics[i], i + 1, marked);
        a->beside = beside_of(&outside, l, &topics[i], i + 1);
        hui_topic_item(a->inside ? a->inside : a->beside, a->beside ? a->beside : a->inside);
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
