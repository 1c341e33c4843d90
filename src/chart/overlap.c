/* Dropping labels that overlap (vega-view-transforms' Overlap). */
#include "chart/frame.h"

#include <math.h>

typedef struct candidates {
    size_t *at;
    hui_rect *bounds; /* of all items */
    size_t count;
} candidates;

static bool intersect(hui_rect a, hui_rect b, double separation)
{
    const double gap = fmax(fmax(b.x - (a.x + a.w), a.x - (b.x + b.w)), fmax(b.y - (a.y + a.h), a.y - (b.y + b.h)));
    return separation > gap;
}

static bool overlap(const candidates *list, double separation)
{
    for (size_t i = 1; i < list->count; i++)
        if (intersect(list->bounds[list->at[i - 1]], list->bounds[list->at[i]], separation))
            return true;
    return false;
}

static void drop(candidates *list, hui_mark_item *items, bool greedy, double separation)
{
    size_t kept = 0, last = 0;
    for (size_t i = 0; i < list->count; i++) {
        const size_t item = list->at[i];
        const bool keep = greedy ? i == 0 || !intersect(list->bounds[last], list->bounds[item], separation) : i % 2 == 0;
        if (keep) {
            last = item;
            list->at[kept++] = item;
        } else {
            items[item].opacity = 0;
        }
    }
    list->count = kept;
}

static bool encloses(const hui_label_dropping *how, hui_rect b)
{
    const double low = how->low - how->tolerance, high = how->high + how->tolerance;
    return how->is_x ? b.x >= low && b.x + b.w <= high : b.y >= low && b.y + b.h <= high;
}

void hui_labels_drop(hui_labels *labels, hui_mark_item *items, size_t count, const hui_label_dropping *how)
{
    hui_arena *arena = hui_arena_new();
    candidates list = {HUI_NEW_ARRAY(arena, size_t, count + 1), HUI_NEW_ARRAY(arena, hui_rect, count + 1), 0};
    const bool greedy = hui_json_is_string(how->method, "greedy");
    size_t last = 0;
    for (size_t i = 0; hui_json_truthy(how->method) && i < count; i++) {
        list.bounds[i] = hui_item_bounds(labels, HUI_MARK_TEXT, &items[i]);
        if (items[i].opacity > 0 && list.bounds[i].w > 1 && list.bounds[i].h > 1)
            list.at[list.count++] = last = i;
    }
    const size_t all = list.count;
    bool dropped = false;
    while (list.count >= 3 && overlap(&list, how->separation)) {
        drop(&list, items, greedy, how->separation);
        dropped = true;
    }
    if (dropped && list.count < 3 && all > 0 && items[last].opacity <= 0) {
        if (list.count > 1)
            items[list.at[list.count - 1]].opacity = 0;
        items[last].opacity = 1;
    }
    for (size_t i = 0; how->bounded && how->tolerance >= 0 && hui_json_truthy(how->method) && i < count; i++)
        if (list.bounds[i].w > 1 && !encloses(how, list.bounds[i]))
            items[i].opacity = 0;
    hui_arena_free(arena);
}
