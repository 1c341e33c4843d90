/* Grounds: opaque rectangles that are as large as the page. */
#include "backend/png_ground.h"

#include "backend/opaque.h"
#include "scene/pen.h"

static bool covers(const hui_item *item, const hui_scene *scene)
{
    const double *radii = item->shape.radii;
    hui_rect r = item->bounds;
    return item->kind == HUI_ITEM_RECT && hui_paint_shows(&item->shape.fill) &&
           hui_paint_is_opaque(&item->shape.fill) && item->shape.stroke.width <= 0 && radii[0] <= 0 && radii[1] <= 0 &&
           radii[2] <= 0 && radii[3] <= 0 && r.x <= 0 && r.y <= 0 && r.x + r.w >= scene->width &&
           r.y + r.h >= scene->height;
}

const hui_item *hui_ground_find(const hui_scene *scene, bool *is_first)
{
    *is_first = true;
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        if (item->kind == HUI_ITEM_GROUP) {
            const hui_group *group = &item->group;
            bool plain = group->opacity >= 1 && !group->clip && group->transform.xy == 0 && group->transform.yx == 0;
            if (!plain) {
                *is_first = false;
                i = item->end;
            }
        } else if (covers(item, scene)) {
            return item;
        } else if (item->kind != HUI_ITEM_END) {
            *is_first = false;
        }
    }
    return NULL;
}
