/* Points of charts: sorted by their places, so that the work is that of sorting. */
#include "lint/points.h"

#include <math.h>
#include <stdlib.h>

typedef struct point {
    double x, y, radius; /* on the page */
    bool is_solid;       /* hides what is behind it */
    size_t order;        /* of painting */
} point;

typedef HUI_VEC(point) points;

static void add_points(hui_lint_check *check, const hui_lint_figure *figure, const hui_mark *mark, points *all)
{
    for (size_t i = 0; i < mark->item_count; i++) {
        const hui_mark_item *item = &mark->items[i];
        const double radius = sqrt(fmax(item->symbol.size, 0)) / 2;
        const bool is_seen = item->fill.a > 0 || item->stroke.a > 0;
        if (item->undefined || !is_seen || !(radius > 0) || !(item->opacity > 0))
            continue;
        const hui_rect box =
            hui_lint_on_page(figure, mark, (hui_rect){item->x - radius, item->y - radius, 2 * radius, 2 * radius});
        *hui_vec_push(check->arena, all) = (point){
            .x = box.x + box.w / 2,
            .y = box.y + box.h / 2,
            .radius = box.w / 2,
            .is_solid = item->fill.a == 255 && item->opacity * item->fill_opacity > 0.99,
            .order = all->count,
        };
    }
}

static int compare_numbers(double a, double b)
{
    return a < b ? -1 : a > b;
}

/* By places, of which those within a px are one; the last that is painted there comes last. */
static int by_place(const void *a, const void *b)
{
    const point *one = a, *other = b;
    const int x = compare_numbers(round(one->x), round(other->x)), y = compare_numbers(round(one->y), round(other->y));
    return x ? x : y ? y : one->order < other->order ? -1 : one->order > other->order;
}

static int by_height(const void *a, const void *b)
{
    const point *one = a, *other = b;
    const int y = compare_numbers(one->y, other->y);
    return y ? y : one->order < other->order ? -1 : one->order > other->order;
}

static bool hides(const point *front, const point *back)
{
    return front->is_solid && round(front->x) == round(back->x) && round(front->y) == round(back->y) &&
           front->radius > back->radius - 0.5;
}

/* Several, and a quarter of them: of fewer, a reader sees that lines meet there. */
static void check_hidden(hui_lint_check *check, const hui_lint_figure *figure, points *all)
{
    enum { LEAST = 2, PART = 4 };
    const point *where = NULL;
    size_t hidden = 0;
    qsort(all->at, all->count, sizeof *all->at, by_place);
    for (size_t i = 0; i + 1 < all->count; i++)
        if (hides(&all->at[i + 1], &all->at[i])) {
            where = where ? where : &all->at[i];
            hidden++;
        }
    if (where && hidden >= LEAST && hidden * PART >= all->count)
        hui_lint_add(
            check, HUI_LINT_HIDDEN, figure->panel,
            (hui_rect){where->x - where->radius, where->y - where->radius, 2 * where->radius, 2 * where->radius},
            (double)hidden, hidden, all->count);
}

/* The first of them, sorted by height, that is not above y. */
static size_t find_first(const points *all, double y)
{
    size_t low = 0, high = all->count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (all->at[middle].y < y)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A point whose middle is under letters, unless it is so large that they stand in it. */
static const point *find_covered(const points *all, const hui_lint_line *line)
{
    const hui_rect box = line->box;
    for (size_t i = find_first(all, box.y); i < all->count && all->at[i].y <= box.y + box.h; i++)
        if (all->at[i].x >= box.x && all->at[i].x <= box.x + box.w && 2 * all->at[i].radius < line->size)
            return &all->at[i];
    return NULL;
}

static void check_labels(hui_lint_check *check, const hui_lint_figure *figure, points *all)
{
    qsort(all->at, all->count, sizeof *all->at, by_height);
    for (size_t i = 0; i < check->page->lines.count; i++) {
        const hui_lint_line *line = &check->page->lines.at[i];
        const point *covered =
            line->is_mark && line->panel == figure->panel && line->opacity > 0 ? find_covered(all, line) : NULL;
        if (covered)
            hui_lint_add(check, HUI_LINT_LABEL_POINT, line->panel, line->box, line->size,
                         hui_lint_quote(check->arena, line->line));
    }
}

void hui_lint_points(hui_lint_check *check, const hui_lint_figure *figure)
{
    points all = {0};
    for (size_t i = 0; i < figure->picture->mark_count; i++)
        if (figure->picture->marks[i].type == HUI_MARK_SYMBOL)
            add_points(check, figure, &figure->picture->marks[i], &all);
    if (all.count == 0)
        return;
    check_hidden(check, figure, &all);
    check_labels(check, figure, &all);
}
