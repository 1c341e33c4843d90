/* Scene: the builder, which knows where on the page every item lies. */
#include "scene/pen.h"

#include "base/memory.h"
#include "base/vec.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void release_items(void *scene)
{
    free(((hui_scene *)scene)->items);
}

hui_scene *hui_scene_new(hui_arena *arena, double width, double height)
{
    hui_scene *scene = HUI_NEW(arena, hui_scene);
    hui_arena_on_free(arena, release_items, scene);
    scene->arena = arena;
    scene->width = width;
    scene->height = height;
    return scene;
}

hui_rect hui_scene_bleed(const hui_scene *scene, hui_rect rect)
{
    const double slack = 0.5, height = scene->height;
    const bool is_whole = height == floor(height); /* boxes are: on a page that is not they end beside its foot */
    if ((!(scene->bleed > 0) && is_whole) || hui_rect_empty(rect))
        return rect;
    /* 1 px more than shows, so that no edge of a drawing is seen along it */
    const double reach = scene->bleed > 0 ? scene->bleed + 1 : 0;
    double left = rect.x, top = rect.y, right = rect.x + rect.w, bottom = rect.y + rect.h;
    if (left <= slack)
        left = fmin(left, -reach);
    if (top <= slack)
        top = fmin(top, -reach);
    if (right >= scene->width - slack)
        right = fmax(right, scene->width + reach);
    if (bottom >= height - slack)
        bottom = fmax(bottom, height + reach);
    return (hui_rect){left, top, right - left, bottom - top};
}

bool hui_paint_shows(const hui_paint *paint)
{
    switch (paint->kind) {
    case HUI_PAINT_NONE:
        return false;
    case HUI_PAINT_SOLID:
        return paint->color.a != 0;
    case HUI_PAINT_LINEAR:
    case HUI_PAINT_RADIAL:
        return paint->stop_count != 0;
    }
    return false;
}

bool hui_stroke_shows(const hui_stroke *stroke)
{
    return stroke->width > 0 && hui_paint_shows(&stroke->paint);
}

hui_matrix hui_scene_matrix(const hui_scene *scene)
{
    return scene->depth ? scene->matrix[scene->depth - 1] : hui_matrix_identity();
}

static hui_item *add_item(hui_scene *scene, hui_item_kind kind)
{
    if (scene->count == scene->capacity) { /* on the heap, since an arena would keep what they grow out of */
        scene->capacity = scene->capacity ? 2 * scene->capacity : 64;
        scene->items = hui_memory_resize(scene->items, scene->capacity * sizeof *scene->items);
    }
    hui_item *item = &scene->items[scene->count++];
    memset(item, 0, sizeof *item);
    item->kind = kind;
    return item;
}

static void widen(hui_rect *whole, hui_rect part)
{
    if (!hui_rect_empty(part))
        *whole = hui_rect_empty(*whole) ? part : hui_rect_union(*whole, part);
}

/* Where a clip's pen goes, seen from a box. */
typedef struct tracer {
    hui_rect box;
    hui_point pen, start;
    int winding; /* of the box's centre */
    bool meets;
} tracer;

/* Whether all of the box is on one side of the line through both points. */
static bool is_beside(hui_rect box, hui_point from, hui_point to)
{
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double at = dx * (box.y - from.y) - dy * (box.x - from.x); /* of the first corner; the others differ by: */
    const double across = -dy * box.w, down = dx * box.h;
    const double least = at + fmin(across, 0) + fmin(down, 0), most = at + fmax(across, 0) + fmax(down, 0);
    return least > 0 || most < 0;
}

/* A line or curve to the last of `to`; its points' bounds are all that is asked of a curve. */
static void trace(tracer *t, const hui_point *to, size_t count)
{
    hui_rect box = t->box;
    double left = t->pen.x, right = left, top = t->pen.y, bottom = top;
    for (size_t i = 0; i < count; i++) {
        left = fmin(left, to[i].x);
        right = fmax(right, to[i].x);
        top = fmin(top, to[i].y);
        bottom = fmax(bottom, to[i].y);
    }
    const bool is_near = left <= box.x + box.w && right >= box.x && top <= box.y + box.h && bottom >= box.y;
    t->meets = t->meets || (is_near && !(count == 1 && is_beside(box, t->pen, to[0])));
    hui_point from = t->pen, end = to[count - 1], centre = {box.x + box.w / 2, box.y + box.h / 2};
    bool crosses = (from.y <= centre.y) != (end.y <= centre.y);
    if (crosses && from.x + (centre.y - from.y) / (end.y - from.y) * (end.x - from.x) > centre.x)
        t->winding += end.y > from.y ? 1 : -1;
    t->pen = end;
}

/* Whether the box is wholly inside the clip: no piece of its outline comes near, and the centre is inside. There a
 * curve winds as its chord does. */
bool hui_path_holds(const hui_path *clip, hui_matrix m, hui_rect box)
{
    tracer t = {.box = box};
    const hui_point *from = clip->points;
    for (size_t i = 0; i < clip->verb_count && !t.meets; i++) {
        hui_path_verb verb = (hui_path_verb)clip->verbs[i];
        size_t count = verb == HUI_PATH_CURVE ? 3 : verb == HUI_PATH_CLOSE ? 0 : 1;
        hui_point to[3] = {0};
        for (size_t k = 0; k < count; k++)
            to[k] = hui_matrix_apply(m, *from++);
        if (count == 0 || (verb == HUI_PATH_MOVE && i > 0))
            trace(&t, &t.start, 1); /* filling closes what is open */
        if (verb == HUI_PATH_MOVE)
            t.pen = t.start = to[0];
        else if (count)
            trace(&t, to, count);
    }
    trace(&t, &t.start, 1);
    return !t.meets && t.winding != 0;
}

static bool is_cut(const hui_scene *scene, hui_rect bounds)
{
    for (int i = scene->depth - 1; i >= 0 && scene->clipped[i]; i--) {
        const hui_path *clip = scene->items[scene->open[i]].group.clip;
        if (clip && !hui_path_holds(clip, scene->matrix[i], bounds))
            return true;
    }
    return false;
}

/* `ink` is in the innermost group's coordinates. */
static hui_item *add_drawing(hui_scene *scene, hui_item_kind kind, hui_rect ink)
{
    hui_rect bounds = hui_matrix_apply_rect(hui_scene_matrix(scene), ink);
    bool cut = is_cut(scene, bounds);
    if (scene->depth) {
        int inner = scene->depth - 1;
        if (scene->clipped[inner])
            bounds = hui_rect_intersect(bounds, scene->clip[inner]);
        widen(&scene->items[scene->open[inner]].bounds, bounds);
    }
    hui_item *item = add_item(scene, kind);
    item->cut = cut;
    item->tooltip = scene->tooltip;
    item->bounds = bounds;
    return item;
}

static void grow_open(hui_scene *scene)
{
    size_t count = (size_t)scene->depth, capacity = scene->open_capacity;
    scene->open = hui_vec_grow(scene->arena, scene->open, sizeof *scene->open, count, &scene->open_capacity);
    scene->open_capacity = capacity;
    scene->matrix = hui_vec_grow(scene->arena, scene->matrix, sizeof *scene->matrix, count, &scene->open_capacity);
    scene->open_capacity = capacity;
    scene->clip = hui_vec_grow(scene->arena, scene->clip, sizeof *scene->clip, count, &scene->open_capacity);
    scene->open_capacity = capacity;
    scene->clipped = hui_vec_grow(scene->arena, scene->clipped, sizeof *scene->clipped, count, &scene->open_capacity);
    scene->open_capacity = capacity;
    scene->hold = hui_vec_grow(scene->arena, scene->hold, sizeof *scene->hold, count, &scene->open_capacity);
}

static bool is_zero(hui_matrix m)
{
    return m.xx == 0 && m.yx == 0 && m.xy == 0 && m.yy == 0 && m.x0 == 0 && m.y0 == 0;
}

void hui_scene_group(hui_scene *scene, hui_group group)
{
    if (is_zero(group.transform))
        group.transform = hui_matrix_identity();
    if (group.opacity == 0)
        group.opacity = 1;
    if ((size_t)scene->depth == scene->open_capacity)
        grow_open(scene);
    int depth = scene->depth;
    scene->matrix[depth] = hui_matrix_multiply(hui_scene_matrix(scene), group.transform);
    scene->clipped[depth] = depth && scene->clipped[depth - 1];
    scene->clip[depth] = scene->clipped[depth] ? scene->clip[depth - 1] : (hui_rect){0};
    if (group.clip) {
        hui_rect box = hui_matrix_apply_rect(scene->matrix[depth], hui_path_bounds(group.clip));
        scene->clip[depth] = scene->clipped[depth] ? hui_rect_intersect(scene->clip[depth], box) : box;
        scene->clipped[depth] = true;
    }
    scene->hold[depth] = hui_pen_hold(scene, &group);
    scene->open[depth] = scene->count;
    scene->depth++;
    add_item(scene, HUI_ITEM_GROUP)->group = group;
}

void hui_scene_exact(hui_scene *scene)
{
    if (scene->depth)
        scene->hold[scene->depth - 1].pen = HUI_PEN_EXACT;
}

size_t hui_scene_count(const hui_scene *first)
{
    size_t count = 0;
    for (; first; first = first->next)
        count += first->count;
    return count;
}

void hui_scene_end(hui_scene *scene)
{
    assert(scene->depth > 0);
    size_t opened = scene->open[--scene->depth];
    scene->items[opened].end = scene->count;
    hui_rect bounds = scene->items[opened].bounds;
    add_item(scene, HUI_ITEM_END)->bounds = bounds;
    if (scene->depth)
        widen(&scene->items[scene->open[scene->depth - 1]].bounds, bounds);
}

void hui_scene_rect(hui_scene *scene, hui_rect rect, const double radii[4], hui_paint fill, hui_stroke stroke)
{
    bool stroked = hui_stroke_shows(&stroke);
    if (!stroked && (!hui_paint_shows(&fill) || hui_rect_empty(rect)))
        return;
    hui_hold *hold = hui_pen_in_force(scene, rect, 0);
    if (hold) {
        hui_pen_rect(scene, hold, rect, radii, fill, stroke);
        return;
    }
    double out = stroked ? stroke.width / 2 : 0;
    hui_rect ink = {rect.x - out, rect.y - out, rect.w + 2 * out, rect.h + 2 * out};
    hui_item *item = add_drawing(scene, HUI_ITEM_RECT, ink);
    item->shape.rect = rect;
    if (radii) {
        double most = fmin(rect.w, rect.h) / 2;
        for (int i = 0; i < 4; i++)
            item->shape.radii[i] = fmax(0, fmin(radii[i], most));
    }
    item->shape.fill = fill;
    item->shape.stroke = stroked ? stroke : hui_stroke_none();
}

/* A mitred corner goes out to the miter limit, in half widths. */
double hui_stroke_reach(const hui_stroke *stroke)
{
    double miter = stroke->join != HUI_JOIN_MITER ? 1.5 : stroke->miter_limit > 0 ? stroke->miter_limit : 4;
    return stroke->width / 2 * fmax(miter, 1.5);
}

static hui_rect widened(hui_rect box, double by)
{
    return (hui_rect){box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by};
}

void hui_scene_add_path(hui_scene *scene, hui_path path, hui_paint fill, hui_stroke stroke)
{
    const bool stroked = hui_stroke_shows(&stroke);
    hui_rect ink = widened(hui_path_bounds(&path), stroked ? hui_stroke_reach(&stroke) : 0);
    hui_item *item = add_drawing(scene, HUI_ITEM_PATH, ink);
    item->outline.path = path;
    item->outline.fill = fill;
    item->outline.stroke = stroked ? stroke : hui_stroke_none();
}

void hui_scene_path(hui_scene *scene, hui_path path, hui_paint fill, hui_stroke stroke)
{
    if (!path.verb_count || (!hui_stroke_shows(&stroke) && !hui_paint_shows(&fill)))
        return;
    hui_hold *hold = hui_pen_in_force(scene, hui_path_bounds(&path), path.verb_count);
    if (hold)
        hui_pen_path(scene, hold, &path, fill, stroke);
    else
        hui_scene_add_path(scene, path, fill, stroke);
}

/* Glyphs reach beyond their advances and em boxes: generous by em, so that no font's ink is cut. */
hui_rect hui_scene_line_ink(const hui_line *line)
{
    double size = 0;
    for (size_t i = 0; i < line->run_count; i++)
        size = fmax(size, line->runs[i].size);
    return (hui_rect){line->x - size / 2, line->baseline - 1.3 * size, line->width + size, 1.8 * size};
}

void hui_scene_text(hui_scene *scene, double x, double y, const hui_lines *lines)
{
    hui_rect ink = {0};
    for (size_t i = 0; i < lines->count; i++)
        if (lines->at[i].run_count)
            widen(&ink, hui_scene_line_ink(&lines->at[i]));
    if (hui_rect_empty(ink))
        return;
    ink.x += x;
    ink.y += y;
    hui_item *item = add_drawing(scene, HUI_ITEM_TEXT, ink);
    item->text.x = x;
    item->text.y = y;
    item->text.lines = lines;
}

void hui_scene_image(hui_scene *scene, hui_rect rect, const hui_image *image)
{
    if (hui_rect_empty(rect))
        return;
    hui_item *item = add_drawing(scene, HUI_ITEM_IMAGE, rect);
    item->picture.rect = rect;
    item->picture.image = image;
}

hui_marker_shape hui_marker_shape_new(hui_path outline, double radius, hui_stroke stroke)
{
    hui_marker_shape shape = {.outline = outline, .radius = radius, .stroke = stroke};
    const double reach = !(stroke.width > 0) ? 0 : radius > 0 ? stroke.width / 2 : hui_stroke_reach(&stroke);
    shape.ink = widened(hui_path_bounds(&outline), reach);
    return shape;
}

void hui_scene_markers(hui_scene *scene, const hui_marker_shape *shapes, size_t shape_count, const hui_marker *markers,
                       size_t count)
{
    if (!count)
        return;
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        const hui_rect *ink = &shapes[markers[i].shape].ink;
        left = fmin(left, markers[i].x + ink->x);
        top = fmin(top, markers[i].y + ink->y);
        right = fmax(right, markers[i].x + ink->x + ink->w);
        bottom = fmax(bottom, markers[i].y + ink->y + ink->h);
    }
    hui_item *item = add_drawing(scene, HUI_ITEM_MARKERS, (hui_rect){left, top, right - left, bottom - top});
    item->tooltip = NULL;
    item->markers.shapes = shapes;
    item->markers.shape_count = shape_count;
    item->markers.at = markers;
    item->markers.count = count;
}

void hui_scene_tooltip(hui_scene *scene, const char *tooltip)
{
    scene->tooltip = tooltip;
}

hui_paint hui_paint_none(void)
{
    return (hui_paint){.kind = HUI_PAINT_NONE};
}

hui_paint hui_paint_solid(hui_color color)
{
    return (hui_paint){.kind = HUI_PAINT_SOLID, .color = color};
}

static hui_paint gradient(hui_arena *arena, hui_paint_kind kind, const hui_stop *stops, size_t count)
{
    return (hui_paint){.kind = kind, .stops = hui_arena_copy(arena, stops, count * sizeof *stops), .stop_count = count};
}

hui_paint hui_paint_linear(hui_arena *arena, hui_rect rect, double degrees, const hui_stop *stops, size_t count)
{
    double dx = sin(degrees * HUI_PI / 180), dy = -cos(degrees * HUI_PI / 180);
    double half = (fabs(rect.w * dx) + fabs(rect.h * dy)) / 2;
    double cx = rect.x + rect.w / 2, cy = rect.y + rect.h / 2;
    hui_paint paint = gradient(arena, HUI_PAINT_LINEAR, stops, count);
    paint.x0 = cx - dx * half;
    paint.y0 = cy - dy * half;
    paint.x1 = cx + dx * half;
    paint.y1 = cy + dy * half;
    return paint;
}

hui_paint hui_paint_radial(hui_arena *arena, double cx, double cy, double r, const hui_stop *stops, size_t count)
{
    hui_paint paint = gradient(arena, HUI_PAINT_RADIAL, stops, count);
    paint.x0 = cx;
    paint.y0 = cy;
    paint.x1 = r;
    return paint;
}

hui_stroke hui_stroke_none(void)
{
    return (hui_stroke){0};
}

hui_stroke hui_stroke_line(hui_color color, double width)
{
    return (hui_stroke){.paint = hui_paint_solid(color), .width = width};
}

void hui_stroke_dash(hui_arena *arena, hui_stroke *stroke, const double *dashes, size_t count, double offset)
{
    const double longest = 1e6; /* px: no dash is seen to be longer */
    double *copy = hui_arena_copy(arena, dashes, count * sizeof *dashes), sum = 0;
    bool good = fabs(offset) <= longest;
    for (size_t i = 0; i < count; i++) {
        good = good && dashes[i] >= 0;
        copy[i] = fmin(dashes[i], longest);
        sum += copy[i];
    }
    good = good && sum > 0;
    stroke->dashes = good ? copy : NULL;
    stroke->dash_count = good ? count : 0;
    stroke->dash_offset = good ? offset : 0;
}
