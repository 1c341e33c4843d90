/* word_cloud: words as large as they matter, none over another. */
#include "structure/drawing.h"
#include "base/rng.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct word {
    hui_string text;
    double weight;
    const hui_accent *accent;
} word;

typedef struct word_cloud {
    hui_list items;
    double ratio;
    int seed;
} word_cloud;

static const hui_field item_fields[] = {
    HUI_FIELD(word, text, TEXT, "the word", .required = true),
    HUI_FIELD(word, weight, NUMBER, "how much it matters", "1", .min = 0, .max = 1e15),
    HUI_FIELD(word, accent, ACCENT, "its colour"),
};
static const hui_record item_record = {"word",       "one word", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(word), "text"};

static const hui_field fields[] = {
    HUI_FIELD(word_cloud, items, LIST, "the words", .required = true, .record = &item_record),
    HUI_FIELD(word_cloud, ratio, NUMBER, "height of the cloud, as a share of its width", "0.6", .min = 0.2, .max = 2),
    HUI_FIELD(word_cloud, seed, INTEGER, "another seed, another order", "1", .min = 0, .max = 1000000),
};

/* Words fill this share of the cloud; none is smaller, larger or wider (as a share of the room) than these, px. */
static const double fill_share = 0.5, smallest = 24, largest = 132, widest = 0.86;
/* Of the height of a line, what ink does not take: of han more than of letters with their descenders; words keep so far apart, px. */
static const double han_air = 0.28, letters_air = 0.12, apart = 6;
/* The bitmap's cells, px; turns of the spiral are so far apart, and its steps so long, in cells. */
static const double cell = 4, turn = 1.6, stride = 1.4;

typedef struct placed_word {
    hui_box *box;
    double size, em; /* px; its width at 1 px */
    size_t rank;
} placed_word;

typedef struct span {
    int x, y, w, h; /* cells */
} span;

typedef struct layout {
    hui_build build;
    const word_cloud *spec;
    placed_word *at; /* from the largest on */
    size_t count;
    span *spans; /* found for this width; NULL: none yet */
    double width;
    int top, bottom; /* of them */
} layout;

/* The bitmap of what is taken. */
typedef struct bitmap {
    unsigned char *cells;
    int columns, rows;
} bitmap;

/* The largest words have a spiral each; the many small ones go along one of a few. There what was taken for one word is taken for
 * all that are as wide and as high, so that their search goes on where the last one ended: all words of one size together take
 * time in proportion to the cloud's area. */
enum { OWN_SPIRALS = 64, SPIRALS = 8, KNOWN_HEIGHTS = 64 };

typedef struct spiral {
    double angle;     /* at which it begins */
    double ratio;     /* height by width of its turns */
    double *searched; /* by width and height of spans: how far along it no place is left; NULL: nothing is known */
    int columns;      /* widths there are */
} spiral;

static bool is_free(const bitmap *map, span s)
{
    if (s.x < 0 || s.y < 0 || s.x + s.w > map->columns || s.y + s.h > map->rows)
        return false;
    for (int y = s.y; y < s.y + s.h; y++)
        if (memchr(map->cells + (size_t)y * (size_t)map->columns + s.x, 1, (size_t)s.w))
            return false;
    return true;
}

static void take(bitmap *map, span s)
{
    for (int y = s.y; y < s.y + s.h && y < map->rows; y++)
        memset(map->cells + (size_t)y * (size_t)map->columns + s.x, 1, (size_t)s.w);
}

/* Where on it the search for the span begins, to be moved on; NULL: at its beginning. */
static double *searched_for(const spiral *way, span s)
{
    return way->searched && s.w <= way->columns && s.h < KNOWN_HEIGHTS ? &way->searched[s.h * (way->columns + 1) + s.w]
                                                                       : NULL;
}

/* Along an Archimedean spiral, flattened to the cloud's proportions, from the middle outwards. False if it leaves the bitmap. */
static bool find_place(const bitmap *map, span *s, const spiral *way)
{
    const double cx = (map->columns - s->w) / 2.0, cy = (map->rows - s->h) / 2.0;
    const double far = hypot(map->columns, map->rows / way->ratio) / 2;
    double *searched = searched_for(way, *s);
    for (double t = searched ? *searched : 0, r = 0; r < far; t += stride / fmax(r, 1)) {
        r = turn * t / (2 * HUI_PI) * 2;
        s->x = (int)round(cx + r * cos(way->angle + t));
        s->y = (int)round(cy + r * sin(way->angle + t) * way->ratio);
        if (searched)
            *searched = t;
        if (is_free(map, *s))
            return true;
    }
    return false;
}

static hui_extent cloud_widths(void *data, const hui_box *box)
{
    const layout *l = data;
    double least = 0;
    for (const hui_box *child = box->first; child; child = child->next)
        least = fmax(least, child->extent.min);
    return (hui_extent){least, fmax(least, l->build.room)};
}

static void cloud_share(void *data, hui_box *box, double width)
{
    (void)data;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = fmin(child->extent.max, width);
}

static bool is_of_han(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x80)
            return false;
    return true;
}

static span span_of(const layout *l, const placed_word *w)
{
    const hui_type_style *step = &l->build.theme->type[HUI_TYPE_NAME];
    const word *words = l->spec->items.at;
    const double line = step->line_height * w->size / step->size;
    const hui_box *box = w->box;
    const double ink = box->rect.h - line * (is_of_han(words[w->rank].text.text) ? han_air : letters_air);
    return (span){0, 0, (int)ceil((box->rect.w + apart) / cell), (int)ceil((ink + apart) / cell)};
}

static void put(hui_box *box, span s, double top)
{
    box->rect.x = s.x * cell + apart / 2;
    box->rect.y = top + s.y * cell + (s.h * cell - box->rect.h) / 2;
}

/* Of the spec, or higher where words of the least size have more area than that. */
static double ratio_for(const layout *l, const span *spans, int columns)
{
    double area = 0;
    for (size_t i = 0; i < l->count; i++)
        area += (double)spans[i].w * spans[i].h;
    return fmax(l->spec->ratio, area / columns / columns);
}

/* The bitmap is high enough for all words below each other; what is not used of it is cut. */
static bitmap bitmap_for(const layout *l, const span *spans, int columns, double ratio)
{
    bitmap map = {.columns = columns};
    for (size_t i = 0; i < l->count; i++)
        map.rows += 2 * spans[i].h;
    map.rows = (int)fmin(map.rows, fmax(4 * map.columns + 2000, 2 * ratio * map.columns));
    const size_t size = (size_t)map.columns * (size_t)map.rows;
    map.cells = HUI_NEW_ARRAY(l->build.arena, unsigned char, size);
    return map;
}

/* Spans from the largest on. */
static void place_words(const layout *l, bitmap *map, span *spans, double ratio)
{
    hui_rng rng = hui_rng_seed((uint64_t)l->spec->seed);
    spiral shared[SPIRALS] = {0};
    int bottom = 0;
    for (size_t i = 0; i < l->count; i++) {
        span *s = &spans[i];
        const spiral own = {.angle = hui_rng_range(&rng, 0, 2 * HUI_PI), .ratio = ratio};
        spiral *way = &shared[i % SPIRALS];
        if (i >= OWN_SPIRALS && !way->searched) {
            *way = own;
            way->columns = map->columns;
            way->searched = HUI_NEW_ARRAY(l->build.arena, double, (size_t)(map->columns + 1) * (size_t)KNOWN_HEIGHTS);
        }
        if (!find_place(map, s, i < OWN_SPIRALS ? &own : way))
            s->x = (map->columns - s->w) / 2, s->y = bottom; /* a line of its own below all */
        take(map, *s);
        bottom = s->y + s->h > bottom ? s->y + s->h : bottom;
    }
}

/* Once for a width: the search takes most of the time, and all else follows from it. */
static void search(layout *l, double width)
{
    const int columns = (int)floor(width / cell);
    l->spans = HUI_NEW_ARRAY(l->build.arena, span, l->count);
    for (size_t i = 0; i < l->count; i++) {
        l->spans[i] = span_of(l, &l->at[i]);
        l->spans[i].w = l->spans[i].w < columns ? l->spans[i].w : columns;
    }
    const double ratio = ratio_for(l, l->spans, columns);
    bitmap map = bitmap_for(l, l->spans, columns, ratio);
    place_words(l, &map, l->spans, ratio);
    l->width = width;
    l->top = map.rows;
    l->bottom = 0;
    for (const span *s = l->spans; s < l->spans + l->count; s++) {
        l->top = s->y < l->top ? s->y : l->top;
        l->bottom = s->y + s->h > l->bottom ? s->y + s->h : l->bottom;
    }
}

static double cloud_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box, (void)height;
    layout *l = data;
    if (!l->spans || l->width != width)
        search(l, width);
    for (size_t i = 0; i < l->count; i++)
        put(l->at[i].box, l->spans[i], -l->top * cell);
    return l->count ? ceil((l->bottom - l->top) * cell) : 0;
}

static const hui_arranger arranger = {cloud_widths, cloud_share, cloud_arrange};

static int by_size(const void *a, const void *b)
{
    const placed_word *x = a, *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return x->rank < y->rank ? -1 : 1;
}

static hui_box *word_box(const hui_build *b, const word *w, double size, hui_color color)
{
    return hui_part_text(b, w->text,
                         (hui_text_look){.type = HUI_TYPE_NAME,
                                         .size = size,
                                         .weight = size > 44 ? 900 : 700,
                                         .color = color,
                                         .strong_color = color,
                                         .align = HUI_TEXT_CENTER,
                                         .balance = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "word"});
}

/* Three colours in turn, all readable. */
static hui_color color_of(const hui_build *b, const word *w, size_t i)
{
    const hui_inks inks = hui_inks_of(b);
    if (w->accent && b->ground != HUI_GROUND_STRONG)
        return w->accent->color;
    const hui_color colors[] = {inks.strong, b->ground == HUI_GROUND_STRONG ? inks.ink : b->accent->dark,
                                inks.secondary};
    return colors[i % 3];
}

/* Areas by weight: sizes by its square root, all scaled so that the words fill their share of the cloud. */
static void set_sizes(layout *l)
{
    const word *words = l->spec->items.at;
    double area = 0, most = 0;
    for (size_t i = 0; i < l->count; i++)
        most = fmax(most, words[i].weight);
    for (size_t i = 0; i < l->count; i++) {
        const double share = sqrt(most > 0 ? words[i].weight / most : 1);
        l->at[i].size = share;
        area += l->at[i].em * share * share;
    }
    const double cloud = l->build.room * l->build.room * l->spec->ratio;
    const double scale = area > 0 ? fmin(sqrt(cloud * fill_share / area), largest) : largest;
    for (size_t i = 0; i < l->count; i++) {
        const double fits = l->at[i].em > 0 ? l->build.room * widest / l->at[i].em : largest;
        l->at[i].size = floor(fmax(fmin(l->at[i].size * scale, fits), smallest));
    }
}

static hui_box *build(const hui_build *b, const void *props)
{
    const word_cloud *p = props;
    const word *words = p->items.at;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.build = *b, .spec = p, .at = HUI_NEW_ARRAY(b->arena, placed_word, p->items.count)};
    static const double probe = 100;
    for (size_t i = 0; i < p->items.count; i++) {
        const hui_box *box = word_box(b, &words[i], probe, hui_inks_of(b).ink);
        l->at[l->count++] = (placed_word){.em = hui_leaf_extent(box).max / probe, .rank = i};
    }
    set_sizes(l);
    qsort(l->at, l->count, sizeof *l->at, by_size);
    hui_box *box = hui_box_free(b->arena, &arranger, l), *column = hui_box_column(b, 0);
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++) {
        const word *w = &words[l->at[i].rank];
        l->at[kept] = l->at[i];
        l->at[kept].box = word_box(b, w, l->at[i].size, color_of(b, w, i));
        if (!l->at[kept].box)
            continue;
        hui_box_add(box, l->at[kept++].box);
    }
    l->count = kept;
    hui_box_add(column, box);
    return column;
}

const hui_panel_kind hui_panel_word_cloud = {.record = {"word-cloud", "words as large as they matter", fields,
                                                        HUI_FIELD_COUNT(fields), sizeof(word_cloud), NULL},
                                             .build = build};
