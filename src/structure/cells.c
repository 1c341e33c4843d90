/* Cells: topics as rectangles, with words in them where there is room. */
#include "structure/cells.h"

#include "structure/block.h"
#include "structure/key.h"

#include <math.h>

static const double pad_x = 14, pad_y = 10, radius = 8, key_gap = 20, line_width = 2, least_pad_y = 6;
/* Of a cell that shows nothing but its number. */
static const double least_number_width = 34, least_number_height = 34;
/* It may become narrower than its words were chosen for, but not by more than this share. */
static const double least_share = 0.8;

/* Of more cells some will have no room in any drawing. */
static const size_t most_tried = 60;

typedef struct drawing {
    hui_build build;
    const hui_cell *cells;
    hui_box **words; /* of each cell; NULL: none */
    size_t count;
    double room, height;
} drawing;

/* The words a cell can have, from the most to the least. */
static const hui_topic_look forms[] = {
    {0},
    {.no_text = true},
    {.compact = true},
    {.compact = true, .no_text = true},
};

enum { FORM_COUNT = sizeof forms / sizeof *forms };

static hui_rect room_of(const hui_cell *cell)
{
    return (hui_rect){0, 0, cell->rect.w - 2 * pad_x, cell->head > 0 ? cell->head - 2 : cell->rect.h - 2 * least_pad_y};
}

static bool fits(const hui_build *b, hui_box *words, const hui_cell *cell)
{
    return hui_height_at(b, words, room_of(cell).w) <= room_of(cell).h;
}

/* NULL where all of them would not fit. */
static hui_box *words_of(const hui_build *b, const hui_cell *cell)
{
    const hui_build on_cell = hui_build_on(b, cell->ground),
                    narrow = hui_build_within(&on_cell, cell->rect.w - 2 * pad_x);
    const hui_topic *topic = cell->topic;
    const hui_rect room = room_of(cell), least = hui_least_words(b);
    if (room.w < least.w || room.h < least.h)
        return NULL;
    for (int i = 0; i < FORM_COUNT && cell->head <= 0; i++) {
        if (forms[i].no_text && topic->text.text)
            continue; /* no word is lost: what has no room in full stands in the key */
        hui_topic_look look = forms[i];
        look.on = cell->fill;
        hui_build inner = hui_build_topic(&narrow, topic);
        inner.keep_numerals = false;
        const hui_build trial = hui_build_group(&inner), real = hui_build_group(&inner);
        if (fits(&trial, hui_topic_words(&trial, topic, look), cell))
            return hui_topic_words(&real, topic, look);
    }
    const hui_build mine = hui_build_topic(&narrow, topic);
    if (fits(&mine, hui_key_words(&mine, topic, cell->fill), cell))
        return hui_key_words(&mine, topic, cell->fill);
    return NULL;
}

static bool has_room_for_number(const hui_cell *cell)
{
    return cell->rect.w >= least_number_width && cell->rect.h >= least_number_height;
}

static hui_box *number_of(const hui_build *b, const hui_cell *cell, size_t number)
{
    const hui_build inner = hui_build_on(b, cell->ground);
    hui_box *column = hui_box_column(&inner, 0);
    hui_box_add(column, hui_key_mark(&inner, number, cell->fill, (hui_color){0}));
    return column;
}

bool hui_cells_hold(const hui_build *b, const hui_cell *cells, size_t count)
{
    if (count > most_tried)
        return true;
    for (size_t i = 0; i < count; i++)
        if (hui_topic_has_words(cells[i].topic) && !words_of(b, &cells[i]))
            return false;
    return true;
}

static hui_extent cells_widths(void *data, const hui_box *box)
{
    (void)box;
    const drawing *d = data;
    return (hui_extent){floor(d->room * least_share), d->room};
}

static double scale_of(const drawing *d, double width)
{
    return width / d->room;
}

static void cells_share(void *data, hui_box *box, double width)
{
    (void)box;
    const drawing *d = data;
    for (size_t i = 0; i < d->count; i++)
        if (d->words[i])
            d->words[i]->rect.w =
                fmax(floor(d->cells[i].rect.w * scale_of(d, width) - 2 * pad_x), d->words[i]->extent.min);
}

/* A narrower drawing is higher, so that words that wrap find the same area. */
static double height_at(const drawing *d, double width, double height)
{
    return fmax(round(d->height * fmax(1, 1 / scale_of(d, width))), height);
}

static hui_rect rect_at(const drawing *d, size_t i, double width, double height)
{
    const hui_rect r = d->cells[i].rect;
    const double x = round(r.x * scale_of(d, width)), y = round(r.y * height / d->height);
    return (hui_rect){x, y, round((r.x + r.w) * scale_of(d, width)) - x, round((r.y + r.h) * height / d->height) - y};
}

static double cells_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    const drawing *d = data;
    const double total = height_at(d, width, height);
    for (size_t i = 0; i < d->count; i++) {
        if (!d->words[i])
            continue;
        const hui_rect r = rect_at(d, i, width, total);
        hui_rect *words = &d->words[i]->rect;
        words->x = r.x + (r.w - words->w) / 2;
        words->y =
            d->cells[i].head > 0 ? r.y + (d->cells[i].head - words->h) / 2 : r.y + fmin(pad_y, (r.h - words->h) / 2);
    }
    return total;
}

static const hui_arranger arranger = {cells_widths, cells_share, cells_arrange};

static void draw_cells(const hui_box *box, hui_scene *scene)
{
    const drawing *d = box->data;
    const hui_rect inner = hui_box_inner(box);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "cells"});
    for (size_t i = 0; i < d->count; i++) {
        hui_rect r = rect_at(d, i, inner.w, inner.h);
        r.x += inner.x;
        r.y += inner.y;
        const double corner = fmin(radius, fmin(r.w, r.h) / 4), radii[] = {corner, corner, corner, corner};
        const bool is_dark = d->cells[i].ground == HUI_GROUND_STRONG;
        hui_scene_rect(scene, is_dark ? r : hui_rect_inset(r, line_width / 2), radii, hui_paint_solid(d->cells[i].fill),
                       is_dark ? hui_stroke_none() : hui_stroke_line(d->build.accent->line, line_width));
    }
    hui_scene_end(scene);
}

static hui_box *as_item(const hui_build *b, hui_box *words)
{
    hui_look_role(hui_box_look(b, words), HUI_ROLE_LIST_ITEM, "cell");
    return words;
}

hui_box *hui_cells_build(const hui_build *b, const hui_cell *cells, size_t count, double height, const char *kind)
{
    drawing *d = HUI_NEW(b->arena, drawing);
    *d = (drawing){.build = *b, .cells = cells, .count = count, .room = b->room, .height = height};
    d->words = HUI_NEW_ARRAY(b->arena, hui_box *, count);
    hui_key_entry *entries = HUI_NEW_ARRAY(b->arena, hui_key_entry, count);
    size_t entry_count = 0, number = 0;
    hui_box *box = hui_box_free(b->arena, &arranger, d);
    for (size_t i = 0; i < count; i++) {
        if (!hui_topic_has_words(cells[i].topic))
            continue;
        d->words[i] = words_of(b, &cells[i]);
        if (d->words[i]) {
            hui_box_add(box, as_item(b, d->words[i]));
            continue;
        }
        const bool shown = cells[i].head <= 0 && has_room_for_number(&cells[i]);
        entries[entry_count++] =
            (hui_key_entry){cells[i].topic, shown ? ++number : 0, cells[i].fill, cells[i].ground, {0}};
        if (shown)
            hui_box_add(box, d->words[i] = number_of(b, &cells[i], number));
    }
    box->draw_before = draw_cells;
    hui_box *column = hui_box_column(b, key_gap);
    hui_box_add(column, hui_grow(box));
    hui_box_add(column, hui_key_build(b, entries, entry_count));
    hui_look_role(hui_box_look(b, column), HUI_ROLE_LIST, kind);
    return column;
}
