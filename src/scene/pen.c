/* Pen: strays of a hand, which follow from where a panel stands in its spec. */
#include "scene/pen.h"

#include "base/hash.h"

#include <math.h>
#include <string.h>

static uint32_t next_seed(hui_hold *hold)
{
    const uint32_t count = hold->count++;
    return hui_hash_bytes(hold->seed, &count, sizeof count);
}

/* A panel has a seed of its own; another group's follows from the one around it. */
hui_hold hui_pen_hold(hui_scene *scene, const hui_group *group)
{
    hui_hold *around = scene->depth ? &scene->hold[scene->depth - 1] : NULL;
    hui_hold hold = {.pen = group->panel ? group->pen : around ? around->pen : HUI_PEN_EXACT, .seed = HUI_HASH_START};
    if (hold.pen == HUI_PEN_EXACT)
        return hold;
    const char *name = group->id ? group->id : group->panel && group->place ? group->place->pointer : NULL;
    if (name)
        hold.seed = hui_hash_bytes(hold.seed, name, strlen(name));
    else if (around)
        hold.seed = next_seed(around);
    return hold;
}

/* What lies at the page's edge stays as it is, or the paper would be seen beside it. */
static bool is_at_edge(const hui_scene *scene, hui_rect ink)
{
    const double slack = 0.5;
    const hui_rect box = hui_matrix_apply_rect(hui_scene_matrix(scene), ink);
    return box.x <= slack || box.y <= slack || box.x + box.w >= scene->width - slack ||
           box.y + box.h >= scene->height - slack;
}

enum { MOST_DRAWN = 4000 }; /* verbs: a longer path is a map or the like, whose pieces are too short to stray */

hui_hold *hui_pen_in_force(const hui_scene *scene, hui_rect ink, size_t verbs)
{
    hui_hold *hold = scene->depth ? &scene->hold[scene->depth - 1] : NULL;
    return hold && hold->pen != HUI_PEN_EXACT && verbs <= MOST_DRAWN && !is_at_edge(scene, ink) ? hold : NULL;
}

static const double thick = 24, second_line = 1.6; /* px of what strays fully; how much more a second line does */

/* Fill and line stray apart, as two strokes of a hand do; a thin shape strays less, or its thickness would say
 * something. */
void hui_pen_path(hui_scene *scene, hui_hold *hold, const hui_path *path, hui_paint fill, hui_stroke stroke)
{
    const hui_rect box = hui_path_bounds(path);
    const double strength = fmin(1, fmin(box.w, box.h) / thick);
    if (hui_paint_shows(&fill))
        hui_scene_add_path(scene, hui_hand_path(scene->arena, path, strength, next_seed(hold)), fill,
                           hui_stroke_none());
    if (!hui_stroke_shows(&stroke))
        return;
    hui_path line = hui_hand_path(scene->arena, path, 1, next_seed(hold));
    if (hold->pen == HUI_PEN_SKETCHED) {
        const hui_path again = hui_hand_path(scene->arena, path, second_line, next_seed(hold));
        hui_path_add(&line, &again, hui_matrix_identity());
    }
    stroke.join = HUI_JOIN_ROUND;
    stroke.cap = stroke.dashes ? stroke.cap : HUI_CAP_ROUND;
    hui_scene_add_path(scene, line, hui_paint_none(), stroke);
}

static const double thickest_rule = 6; /* px: a thinner rectangle is a line */

void hui_pen_rect(hui_scene *scene, hui_hold *hold, hui_rect rect, const double radii[4], hui_paint fill,
                  hui_stroke stroke)
{
    hui_path path = hui_path_new(scene->arena);
    const double thin = fmin(rect.w, rect.h);
    const bool is_rule = !hui_stroke_shows(&stroke) && thin <= thickest_rule && fmax(rect.w, rect.h) > 4 * thin;
    if (is_rule) {
        const bool level = rect.w > rect.h;
        hui_path_move(&path, rect.x + (level ? 0 : thin / 2), rect.y + (level ? thin / 2 : 0));
        hui_path_line(&path, rect.x + (level ? rect.w : thin / 2), rect.y + (level ? thin / 2 : rect.h));
        hui_pen_path(scene, hold, &path, hui_paint_none(), (hui_stroke){.paint = fill, .width = thin});
        return;
    }
    if (radii)
        hui_path_round_rect(&path, rect, radii);
    else
        hui_path_rect(&path, rect);
    hui_pen_path(scene, hold, &path, fill, stroke);
}
