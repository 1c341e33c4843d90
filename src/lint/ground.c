/* Ground: drawings in grids by their size, so that each stands in at most four cells of the one whose cells are larger than it;
 * a spot is looked up in one cell of each (Ericson, "Real-Time Collision Detection", 2005, section 7.2: hierarchical grids). */
#include "lint/ground.h"

#include <math.h>
#include <stdlib.h>

enum { LEVELS = 24 };
static const double finest = 32; /* px of the smallest cells */

typedef struct entry {
    unsigned level;
    int column, row;
    const hui_lint_drawing *drawing;
} entry;

struct hui_lint_ground {
    hui_color page;
    HUI_VEC(entry) entries; /* sorted by cell, those of one in the order of painting */
};

static int compare_cells(const entry *a, const entry *b)
{
    if (a->level != b->level)
        return a->level < b->level ? -1 : 1;
    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return a->column != b->column ? (a->column < b->column ? -1 : 1) : 0;
}

static int compare_entries(const void *a, const void *b)
{
    const entry *one = a, *other = b;
    const int cells = compare_cells(one, other);
    return cells ? cells : one->drawing->order < other->drawing->order ? -1 : 1;
}

static int cell_of(double at, unsigned level)
{
    return (int)fmax(-1e6, fmin(1e6, floor(ldexp(at / finest, -(int)level))));
}

static void add(hui_arena *arena, hui_lint_ground *ground, const hui_lint_drawing *drawing, hui_rect page)
{
    const hui_rect box = hui_rect_intersect(drawing->item->bounds, page);
    unsigned level = 0;
    if (hui_rect_empty(box))
        return;
    while (level < LEVELS - 1 && ldexp(finest, (int)level) < fmax(box.w, box.h))
        level++;
    for (int row = cell_of(box.y, level); row <= cell_of(box.y + box.h, level); row++)
        for (int column = cell_of(box.x, level); column <= cell_of(box.x + box.w, level); column++)
            *hui_vec_push(arena, &ground->entries) = (entry){level, column, row, drawing};
}

static bool is_filled(const hui_item *item)
{
    const hui_paint *fill = item->kind == HUI_ITEM_RECT ? &item->shape.fill : &item->outline.fill;
    return item->kind == HUI_ITEM_IMAGE || fill->kind != HUI_PAINT_NONE;
}

hui_lint_ground *hui_lint_ground_new(hui_arena *arena, const hui_lint_page *page)
{
    static const hui_color white = HUI_RGB(0xFFFFFF);
    hui_lint_ground *ground = HUI_NEW(arena, hui_lint_ground);
    ground->page = page->scene->ground.a == 255 ? page->scene->ground : white;
    for (size_t i = 0; i < page->drawings.count; i++)
        if (is_filled(page->drawings.at[i].item))
            add(arena, ground, &page->drawings.at[i], page->panels.at[0].frame);
    if (ground->entries.count > 0)
        qsort(ground->entries.at, ground->entries.count, sizeof *ground->entries.at, compare_entries);
    return ground;
}

/* Colours of paints
 * ----------------- */

static hui_color color_between(const hui_paint *paint, double at)
{
    const hui_stop *stops = paint->stops;
    size_t i = 0;
    while (i < paint->stop_count && stops[i].offset < at)
        i++;
    if (i == 0 || i == paint->stop_count)
        return stops[i ? i - 1 : 0].color;
    const double span = stops[i].offset - stops[i - 1].offset;
    return hui_color_mix(stops[i - 1].color, stops[i].color, span > 0 ? (at - stops[i - 1].offset) / span : 1);
}

static hui_color color_at(const hui_paint *paint, hui_point p)
{
    const double dx = paint->x1 - paint->x0, dy = paint->y1 - paint->y0, length = dx * dx + dy * dy;
    switch (paint->kind) {
    case HUI_PAINT_NONE:
        break;
    case HUI_PAINT_SOLID:
        return paint->color;
    case HUI_PAINT_LINEAR:
        return color_between(paint, length > 0 ? ((p.x - paint->x0) * dx + (p.y - paint->y0) * dy) / length : 0);
    case HUI_PAINT_RADIAL: /* as if its focus were its centre */
        return color_between(paint, paint->x1 > 0 ? hypot(p.x - paint->x0, p.y - paint->y0) / paint->x1 : 0);
    }
    return (hui_color){0};
}

/* Whether the point is in a corner that its radius rounds off. */
static bool is_rounded_off(hui_rect rect, const double radii[4], hui_point p)
{
    const bool right = p.x > rect.x + rect.w / 2, bottom = p.y > rect.y + rect.h / 2;
    const double r = radii[bottom ? (right ? 2 : 3) : right ? 1 : 0];
    const double dx = right ? p.x - (rect.x + rect.w - r) : rect.x + r - p.x;
    const double dy = bottom ? p.y - (rect.y + rect.h - r) : rect.y + r - p.y;
    return dx > 0 && dy > 0 && hypot(dx, dy) > r;
}

static bool is_in(hui_rect rect, hui_point p)
{
    return p.x >= rect.x && p.x < rect.x + rect.w && p.y >= rect.y && p.y < rect.y + rect.h;
}

/* How a line winds around the point: its crossings of the ray to the right. */
static int wind(hui_point from, hui_point to, hui_point p)
{
    if ((from.y <= p.y) == (to.y <= p.y) || from.x + (p.y - from.y) / (to.y - from.y) * (to.x - from.x) <= p.x)
        return 0;
    return to.y > from.y ? 1 : -1;
}

static double curve_at(double a, double b, double c, double d, double t)
{
    const double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/* As chords, where it may cross the ray. */
static int wind_curve(hui_point from, const hui_point *to, hui_point p)
{
    enum { CHORDS = 16 };
    const double top = fmin(fmin(from.y, to[0].y), fmin(to[1].y, to[2].y));
    const double bottom = fmax(fmax(from.y, to[0].y), fmax(to[1].y, to[2].y));
    hui_point at = from;
    int winding = 0;
    if (p.y < top || p.y > bottom)
        return 0;
    for (int i = 1; i <= CHORDS; i++) {
        const double t = i / (double)CHORDS;
        const hui_point next = i == CHORDS ? to[2]
                                           : (hui_point){curve_at(from.x, to[0].x, to[1].x, to[2].x, t),
                                                         curve_at(from.y, to[0].y, to[1].y, to[2].y, t)};
        winding += wind(at, next, p);
        at = next;
    }
    return winding;
}

/* By the nonzero rule, as paths are filled. */
static bool is_in_path(const hui_path *path, hui_point p)
{
    const hui_point *to = path->points;
    hui_point pen = {0}, start = {0};
    int winding = 0;
    for (size_t i = 0; i < path->verb_count; i++)
        switch ((hui_path_verb)path->verbs[i]) {
        case HUI_PATH_MOVE:
            winding += wind(pen, start, p); /* filling closes what is open */
            pen = start = *to++;
            break;
        case HUI_PATH_LINE:
            winding += wind(pen, *to, p);
            pen = *to++;
            break;
        case HUI_PATH_CURVE:
            winding += wind_curve(pen, to, p);
            pen = to[2];
            to += 3;
            break;
        case HUI_PATH_CLOSE:
            winding += wind(pen, start, p);
            pen = start;
            break;
        }
    return winding + wind(pen, start, p) != 0;
}

/* Pixels are premultiplied. */
static hui_color pixel_at(const hui_image *image, hui_rect rect, hui_point p)
{
    const double across = (p.x - rect.x) / rect.w * image->pixel_width,
                 down = (p.y - rect.y) / rect.h * image->pixel_height;
    const int column = (int)fmin(across, image->pixel_width - 1), row = (int)fmin(down, image->pixel_height - 1);
    const uint32_t pixel = image->pixels[(size_t)row * (size_t)image->pixel_width + (size_t)column];
    const uint32_t a = pixel >> 24, half = a / 2;
    if (a == 0)
        return (hui_color){0};
    return (hui_color){(uint8_t)(((pixel >> 16 & 255) * 255 + half) / a),
                       (uint8_t)(((pixel >> 8 & 255) * 255 + half) / a), (uint8_t)(((pixel & 255) * 255 + half) / a),
                       (uint8_t)a};
}

static bool is_cut_off(const hui_lint_clip *clip, hui_point spot)
{
    for (; clip; clip = clip->outer)
        if (!is_in_path(clip->path, hui_matrix_apply(clip->inverse, spot)))
            return true;
    return false;
}

/* The drawing's colour at the spot, alpha 0 where it does not paint it. False if it cannot be told. */
static bool paint_at(const hui_lint_drawing *drawing, hui_point spot, hui_color *color)
{
    const hui_item *item = drawing->item;
    const hui_point p = hui_matrix_apply(drawing->inverse, spot);
    *color = (hui_color){0};
    if (!is_in(item->bounds, spot) || is_cut_off(drawing->clip, spot))
        return true;
    if (item->kind == HUI_ITEM_RECT && is_in(item->shape.rect, p) &&
        !is_rounded_off(item->shape.rect, item->shape.radii, p))
        *color = color_at(&item->shape.fill, p);
    else if (item->kind == HUI_ITEM_PATH && is_in_path(&item->outline.path, p))
        *color = color_at(&item->outline.fill, p);
    else if (item->kind == HUI_ITEM_IMAGE && is_in(item->picture.rect, p)) {
        if (!item->picture.image->pixels)
            return false;
        *color = pixel_at(item->picture.image, item->picture.rect, p);
    }
    color->a = (uint8_t)lround(color->a * drawing->opacity);
    return true;
}

/* Below a spot
 * ------------ */

/* What is left of a cell's entries: those below have been painted before. */
typedef struct column {
    const entry *first, *end;
} column;

/* The first entry that is in no cell before this one, nor in this one and painted before `order`. */
static const entry *find(const hui_lint_ground *ground, const entry *cell, size_t order)
{
    size_t low = 0, high = ground->entries.count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const entry *at = &ground->entries.at[middle];
        const int cells = compare_cells(at, cell);
        if (cells < 0 || (cells == 0 && at->drawing->order < order))
            low = middle + 1;
        else
            high = middle;
    }
    return ground->entries.at + low;
}

/* The one painted last of all columns' ends, which it takes away; NULL: none is left. */
static const hui_lint_drawing *take_topmost(column *columns)
{
    column *topmost = NULL;
    for (int i = 0; i < LEVELS; i++)
        if (columns[i].first < columns[i].end &&
            (!topmost || columns[i].end[-1].drawing->order > topmost->end[-1].drawing->order))
            topmost = &columns[i];
    return topmost ? (--topmost->end)->drawing : NULL;
}

/* Compositing and Blending 1, section 5.1, from the top down: `seen` is how much of what is below shows. */
static void add_below(double rgb[3], double *seen, hui_color color)
{
    const double share = *seen * color.a / 255.0;
    rgb[0] += share * color.r;
    rgb[1] += share * color.g;
    rgb[2] += share * color.b;
    *seen -= share;
}

bool hui_lint_ground_at(const hui_lint_ground *ground, hui_point spot, size_t order, hui_color *color)
{
    column columns[LEVELS];
    double rgb[3] = {0}, seen = 1;
    for (unsigned i = 0; i < LEVELS && ground->entries.count > 0; i++) {
        const entry cell = {.level = i, .column = cell_of(spot.x, i), .row = cell_of(spot.y, i)};
        columns[i] = (column){find(ground, &cell, 0), find(ground, &cell, order)};
    }
    const hui_lint_drawing *drawing;
    while (seen > 0.004 && ground->entries.count > 0 && (drawing = take_topmost(columns))) {
        hui_color painted;
        if (!paint_at(drawing, spot, &painted))
            return false;
        add_below(rgb, &seen, painted);
    }
    add_below(rgb, &seen, ground->page);
    *color = (hui_color){(uint8_t)lround(rgb[0]), (uint8_t)lround(rgb[1]), (uint8_t)lround(rgb[2]), 255};
    return true;
}
