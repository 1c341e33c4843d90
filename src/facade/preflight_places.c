/* Places: the smallest panel that most of a spot lies in. */
#include "facade/preflight_places.h"

#include <math.h>
#include <stddef.h>

/* In px of the scene, which fills the trimmed page in width or height, and stands in its middle (backend/pdf.c). */
static hui_rect to_scene(const hui_scene *scene, hui_rect box, double width, double height)
{
    const double scale = fmin(width / scene->width, height / scene->height);
    const double left = (width - scene->width * scale) / 2;
    return (hui_rect){(box.x - left) / scale, box.y / scale, box.w / scale, box.h / scale};
}

static double area(hui_rect rect)
{
    return rect.w * rect.h;
}

static const hui_place *find(const hui_scene *scene, hui_rect box)
{
    static const double most_of_it = 0.7;
    const hui_place *found = NULL;
    double smallest = INFINITY;
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind != HUI_ITEM_GROUP || !item->group.place || area(item->bounds) >= smallest)
            continue;
        if (area(hui_rect_intersect(item->bounds, box)) >= most_of_it * area(box)) {
            found = item->group.place;
            smallest = area(item->bounds);
        }
    }
    return found;
}

const hui_place *hui_panel_places_find(void *places, int page, hui_rect box, double page_width, double page_height)
{
    const hui_scene *scene = ((const hui_panel_places *)places)->first;
    for (; scene && page > 1; page--)
        scene = scene->next;
    if (!scene || !(page_width > 0 && page_height > 0))
        return NULL;
    const hui_rect spot = to_scene(scene, box, page_width, page_height);
    return find(scene, hui_rect_inset(spot, spot.w < 1 || spot.h < 1 ? -0.5 : 0)); /* lines have no area */
}
