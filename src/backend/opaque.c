/* Opaque: walks the scene in the order of drawing and remembers what lies on the page, in the page's coordinates. */
#include "backend/opaque.h"

#include "backend/opaque_pile.h"
#include "scene/pen.h"

/* An open group. */
typedef struct level {
    hui_matrix matrix;
    const hui_clip *clips;
    const hui_place *place;
    const char *part; /* of the panel, as its groups are named; NULL: the panel itself */
} level;

typedef struct maker {
    hui_arena *arena;
    hui_scene *scene;
    hui_place place;
    hui_diags *diags;
    HUI_VEC(level) levels;
    hui_pile pile; /* what has been drawn, opaque by now */
} maker;

static const level *innermost(const maker *k)
{
    return &k->levels.at[k->levels.count - 1];
}

static void report(maker *k, const char *what)
{
    const level *in = innermost(k);
    const char *const text = in->part ? hui_arena_printf(k->arena, "%s, in what is its “%s”", what, in->part) : what;
    hui_diags_add(k->diags, HUI_CODE_PRINT_TRANSPARENCY, in->place ? *in->place : k->place,
                  "choose opaque colours, or pdfx4, which keeps transparency and print shops take", text);
}

static const hui_path *map_path(maker *k, const hui_path *path, hui_matrix m)
{
    hui_path *mapped = HUI_NEW(k->arena, hui_path);
    *mapped = hui_path_new(k->arena);
    hui_path_add(mapped, path, m);
    return mapped;
}

static hui_layer fill_layer(maker *k, const hui_path *path, const hui_paint *paint, hui_rect bounds)
{
    const level *in = innermost(k);
    return (hui_layer){.kind = hui_paint_is_solid(paint) || hui_matrix_is_similar(in->matrix) ? HUI_LAYER_FILL
                                                                                              : HUI_LAYER_OTHER,
                       .path = map_path(k, path, in->matrix),
                       .paint = hui_paint_map(paint, in->matrix),
                       .bounds = bounds,
                       .clips = in->clips};
}

static hui_layer stroke_layer(maker *k, const hui_path *path, const hui_stroke *stroke, hui_rect bounds)
{
    const level *in = innermost(k);
    hui_layer made = {.kind = hui_matrix_is_similar(in->matrix) ? HUI_LAYER_STROKE : HUI_LAYER_OTHER,
                      .path = map_path(k, path, in->matrix),
                      .stroke = hui_stroke_map(k->arena, stroke, in->matrix),
                      .bounds = bounds,
                      .clips = in->clips};
    made.paint = made.stroke.paint;
    return made;
}

static void remember(maker *k, hui_layer drawn)
{
    *hui_vec_push(k->arena, &k->pile.layers) = drawn;
}

/* In the page's coordinates. */
static void draw(maker *k, const hui_layer *drawn)
{
    hui_stroke stroke = drawn->stroke;
    switch (drawn->kind) {
    case HUI_LAYER_FILL:
        hui_scene_path(k->scene, *drawn->path, drawn->paint, hui_stroke_none());
        return;
    case HUI_LAYER_STROKE:
        stroke.paint = drawn->paint;
        hui_scene_path(k->scene, *drawn->path, hui_paint_none(), stroke);
        return;
    case HUI_LAYER_TEXT:
        hui_scene_group(k->scene, (hui_group){.transform = drawn->matrix});
        hui_scene_text(k->scene, 0, 0, drawn->lines);
        hui_scene_end(k->scene);
        return;
    case HUI_LAYER_OTHER:
        return;
    }
}

static void draw_piece(maker *k, const hui_layer *piece)
{
    int opened = 1;
    hui_scene_group(k->scene, (hui_group){.transform = hui_matrix_invert(innermost(k)->matrix)});
    for (const hui_clip *c = piece->clips; c; c = c->next, opened++)
        hui_scene_group(k->scene, (hui_group){.clip = c->path});
    draw(k, piece);
    while (opened-- > 0)
        hui_scene_end(k->scene);
}

/* Draws what lies on all below it as if it did not, or reports it. */
static void flatten(maker *k, const hui_layer *translucent, const char *what)
{
    hui_layers made = {0};
    hui_layer top = *translucent;
    bool done = top.kind != HUI_LAYER_OTHER && hui_pile_split(&k->pile, &top, &made);
    if (!done && top.kind == HUI_LAYER_STROKE &&
        hui_stroke_is_round(&top.stroke)) { /* upon other lines only a shape lies */
        hui_pile_outline(&k->pile, &top);
        made.count = 0;
        done = hui_pile_split(&k->pile, &top, &made);
    }
    if (!done) {
        report(k, what);
        return;
    }
    for (size_t i = 0; i < made.count; i++) {
        draw_piece(k, &made.at[i]);
        made.at[i].clips = hui_clips_join(k->arena, made.at[i].clips, top.clips);
        made.at[i].trace = NULL;
        remember(k, made.at[i]);
    }
}

static const char *describe(maker *k, const hui_paint *paint)
{
    if (paint->kind != HUI_PAINT_SOLID)
        return "a gradient that fades out over another drawing";
    return hui_arena_printf(k->arena,
                            "a colour with an opacity of %.0f %% over what is no plain shape, or over too many of them",
                            paint->color.a / 2.55);
}

/* A shape: its fill, then its stroke. Opaque ones are drawn as they are. */
static void draw_shape(maker *k, const hui_path *path, const hui_paint *fill, const hui_stroke *stroke, hui_rect bounds)
{
    if (hui_paint_shows(fill)) {
        const hui_layer filled = fill_layer(k, path, fill, bounds);
        if (!hui_paint_is_opaque(fill)) {
            flatten(k, &filled, describe(k, fill));
        } else {
            hui_scene_path(k->scene, *path, *fill, hui_stroke_none());
            remember(k, filled);
        }
    }
    if (hui_stroke_shows(stroke)) {
        const hui_layer stroked = stroke_layer(k, path, stroke, bounds);
        if (!hui_paint_is_opaque(&stroke->paint)) {
            flatten(k, &stroked, describe(k, &stroke->paint));
        } else {
            hui_scene_path(k->scene, *path, hui_paint_none(), *stroke);
            remember(k, stroked);
        }
    }
}

static void add_rect(maker *k, const hui_item *item)
{
    hui_path path = hui_path_new(k->arena);
    const double *r = item->shape.radii;
    if (hui_radii_round(r))
        hui_path_round_rect(&path, item->shape.rect, r);
    else
        hui_path_rect(&path, item->shape.rect);
    draw_shape(k, &path, &item->shape.fill, &item->shape.stroke, item->bounds);
}

static void add_text(maker *k, const hui_item *item)
{
    const hui_lines *lines = item->text.lines;
    const hui_matrix shift = hui_matrix_translate(item->text.x, item->text.y);
    const hui_layer text = {.kind = HUI_LAYER_TEXT,
                            .lines = lines,
                            .matrix = hui_matrix_multiply(innermost(k)->matrix, shift),
                            .bounds = item->bounds,
                            .clips = innermost(k)->clips};
    for (size_t i = 0; i < lines->count; i++)
        for (size_t r = 0; r < lines->at[i].run_count; r++)
            if (lines->at[i].runs[r].color.a < 255) {
                flatten(k, &text, "text of a translucent colour");
                return;
            }
    hui_scene_text(k->scene, item->text.x, item->text.y, lines);
    remember(k, text);
}

static void add_other(maker *k, const hui_item *item)
{
    remember(k, (hui_layer){.kind = HUI_LAYER_OTHER, .bounds = item->bounds, .clips = innermost(k)->clips});
}

static void add_image(maker *k, const hui_item *item)
{
    if (item->picture.image->has_alpha)
        report(k, "an image with a transparent ground");
    hui_scene_image(k->scene, item->picture.rect, item->picture.image);
    add_other(k, item);
}

/* One by one, since each lies on those before it. */
static void add_markers(maker *k, const hui_item *item)
{
    for (size_t i = 0; i < item->markers.count; i++) {
        const hui_marker *marker = &item->markers.at[i];
        const hui_marker_shape *shape = &item->markers.shapes[marker->shape];
        const hui_paint fill = hui_paint_solid(marker->fill);
        const hui_matrix shift = hui_matrix_translate(marker->x, marker->y);
        hui_stroke stroke = shape->stroke;
        stroke.paint = hui_paint_solid(marker->stroke);
        draw_shape(k, map_path(k, &shape->outline, shift), &fill, &stroke,
                   hui_matrix_apply_rect(hui_matrix_multiply(innermost(k)->matrix, shift), shape->ink));
    }
}

static void open_group(maker *k, const hui_group *group)
{
    level inner = *innermost(k);
    inner.matrix = hui_matrix_multiply(inner.matrix, group->transform);
    if (group->clip)
        inner.clips = hui_clip_add(k->arena, map_path(k, group->clip, inner.matrix), inner.clips);
    if (group->place)
        inner = (level){inner.matrix, inner.clips, group->place, NULL};
    else if (group->kind)
        inner.part = group->kind;
    *hui_vec_push(k->arena, &k->levels) = inner;
    hui_scene_group(k->scene, *group);
    if (group->opacity < 1)
        report(k, hui_arena_printf(k->arena, "a group with an opacity of %.0f %%", group->opacity * 100));
}

static void add(maker *k, const hui_item *item)
{
    switch (item->kind) {
    case HUI_ITEM_GROUP:
        open_group(k, &item->group);
        return;
    case HUI_ITEM_END:
        hui_scene_end(k->scene);
        k->levels.count--;
        return;
    case HUI_ITEM_RECT:
        add_rect(k, item);
        return;
    case HUI_ITEM_PATH:
        draw_shape(k, &item->outline.path, &item->outline.fill, &item->outline.stroke, item->bounds);
        return;
    case HUI_ITEM_TEXT:
        add_text(k, item);
        return;
    case HUI_ITEM_IMAGE:
        add_image(k, item);
        return;
    case HUI_ITEM_MARKERS:
        add_markers(k, item);
        return;
    }
}

static hui_scene *copy_page(hui_arena *arena, const hui_scene *scene, hui_place place, hui_monitor *monitor,
                            hui_diags *diags)
{
    hui_scene *copy = hui_scene_new(arena, scene->width, scene->height);
    maker k = {.arena = arena, .scene = copy, .place = place, .diags = diags, .pile.arena = arena};
    copy->title = scene->title;
    copy->description = scene->description;
    copy->author = scene->author;
    copy->lang = scene->lang;
    copy->bleed = scene->bleed;
    copy->ground = scene->ground;
    copy->marks = scene->marks;
    *hui_vec_push(arena, &k.levels) = (level){.matrix = hui_matrix_identity()};
    for (size_t i = 0; i < scene->count && hui_monitor_advance(monitor, 1); i++)
        add(&k, &scene->items[i]);
    return copy;
}

const hui_scene *hui_opaque_new(hui_arena *arena, const hui_scene *scene, hui_place place, hui_monitor *monitor,
                                hui_diags *diags)
{
    hui_scene *first = NULL, *last = NULL;
    hui_monitor_begin(monitor, HUI_STAGE_ITEMS, hui_scene_count(scene));
    for (; scene; scene = scene->next) {
        hui_scene *page = copy_page(arena, scene, place, monitor, diags);
        if (last)
            last->next = page;
        else
            first = page;
        last = page;
    }
    return hui_monitor_end(monitor) ? first : NULL;
}
