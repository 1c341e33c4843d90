/* Opaque: walks the scene in the order of drawing and remembers what lies on the page, in the page's coordinates. */
#include "backend/opaque.h"

#include "base/vec.h"

#include <math.h>

/* More pieces than this of one shape, or more drawings on a page, are not worth it: the shape is reported. */
enum { PIECES_MOST = 256, SLICED_PIECES_MOST = 2048, LAYERS_MOST = 30000 };

/* Outlines that all cut what is drawn. */
typedef struct clip {
    const hui_path *path;
    const struct clip *next;
} clip;

typedef enum layer_kind {
    LAYER_FILL,
    LAYER_STROKE,
    LAYER_TEXT,
    LAYER_OTHER, /* images, groups, and what a map has bent: nothing translucent can be drawn upon it */
} layer_kind;

/* A drawing in one paint. */
typedef struct layer {
    layer_kind kind;
    const hui_path *path; /* FILL, STROKE */
    hui_paint paint;      /* FILL, STROKE */
    hui_stroke stroke;
    const hui_lines *lines; /* TEXT */
    hui_matrix matrix;      /* TEXT: from where its block begins */
    hui_rect bounds;
    const clip *clips;
    const hui_trace *trace; /* FILL, STROKE; NULL until asked for */
} layer;

/* An open group. */
typedef struct level {
    hui_matrix matrix;
    const clip *clips;
    const hui_place *place;
    const char *part; /* of the panel, as its groups are named; NULL: the panel itself */
} level;

typedef struct maker {
    hui_arena *arena;
    hui_scene *scene;
    hui_place place;
    hui_diags *diags;
    HUI_VEC(level) levels;
    HUI_VEC(layer) layers; /* what has been drawn, opaque by now */
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

static const clip *add_clip(maker *k, const hui_path *path, const clip *next)
{
    clip *added = HUI_NEW(k->arena, clip);
    *added = (clip){path, next};
    return added;
}

/* All of both; the first are shared. */
static const clip *join_clips(maker *k, const clip *first, const clip *second)
{
    for (; second; second = second->next)
        first = add_clip(k, second->path, first);
    return first;
}

static const hui_path *map_path(maker *k, const hui_path *path, hui_matrix m)
{
    hui_path *mapped = HUI_NEW(k->arena, hui_path);
    *mapped = hui_path_new(k->arena);
    hui_path_add(mapped, path, m);
    return mapped;
}

static bool is_solid(const hui_paint *paint)
{
    return paint->kind == HUI_PAINT_SOLID || paint->kind == HUI_PAINT_NONE;
}

static layer fill_layer(maker *k, const hui_path *path, const hui_paint *paint, hui_rect bounds)
{
    const level *in = innermost(k);
    return (layer){.kind = is_solid(paint) || hui_matrix_is_similar(in->matrix) ? LAYER_FILL : LAYER_OTHER,
                   .path = map_path(k, path, in->matrix),
                   .paint = hui_paint_map(paint, in->matrix),
                   .bounds = bounds,
                   .clips = in->clips};
}

static layer stroke_layer(maker *k, const hui_path *path, const hui_stroke *stroke, hui_rect bounds)
{
    const level *in = innermost(k);
    layer made = {.kind = hui_matrix_is_similar(in->matrix) ? LAYER_STROKE : LAYER_OTHER,
                  .path = map_path(k, path, in->matrix),
                  .stroke = hui_stroke_map(k->arena, stroke, in->matrix),
                  .bounds = bounds,
                  .clips = in->clips};
    made.paint = made.stroke.paint;
    return made;
}

static void remember(maker *k, layer drawn)
{
    *hui_vec_push(k->arena, &k->layers) = drawn;
}

static bool meets(const hui_rect *a, const hui_rect *b)
{
    return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

static bool contains(const hui_rect *outer, const hui_rect *inner)
{
    return outer->x <= inner->x && outer->y <= inner->y && outer->x + outer->w >= inner->x + inner->w &&
           outer->y + outer->h >= inner->y + inner->h;
}

/* Mitred corners reach out to their limit, in half widths; round ones do not. */
static double reach_of(const hui_stroke *stroke)
{
    const double corner = stroke->join != HUI_JOIN_MITER ? 1 : stroke->miter_limit > 0 ? stroke->miter_limit : 4;
    return stroke->width / 2 * fmax(corner, 1.5);
}

static const hui_trace *find_trace(maker *k, layer *l)
{
    if (!l->trace && l->path)
        l->trace = hui_trace_new(k->arena, l->path, l->kind == LAYER_FILL, reach_of(&l->stroke));
    return l->trace;
}

static bool is_clipped_by(const layer *l, const hui_path *path)
{
    const clip *c = l->clips;
    while (c && c->path != path)
        c = c->next;
    return c != NULL;
}

/* Nothing below it shows where the other is drawn. */
static bool covers(maker *k, layer *l, const layer *top)
{
    const hui_matrix same = hui_matrix_identity();
    const hui_rect bounds = hui_rect_inset(top->bounds, 0.01); /* edges that fall together show nothing between them */
    if (l->kind != LAYER_FILL || !contains(&l->bounds, &bounds))
        return false;
    if (!hui_path_holds(l->path, same, bounds) &&
        !(top->kind == LAYER_STROKE && hui_trace_is_held(top->trace, find_trace(k, l), bounds)))
        return false;
    for (const clip *c = l->clips; c; c = c->next)
        if (!hui_path_holds(c->path, same, bounds) && !is_clipped_by(top, c->path))
            return false;
    return true;
}

/* Text in other colours: `top` over its own, or its own over `under`. */
static const hui_lines *recolor(maker *k, const hui_lines *lines, const hui_color *top, const hui_color *under)
{
    hui_lines *copy = hui_arena_copy(k->arena, lines, sizeof *copy);
    hui_line *line = hui_arena_copy(k->arena, lines->at, lines->count * sizeof *line);
    copy->at = line;
    for (size_t i = 0; i < lines->count; i++) {
        hui_run *runs = hui_arena_copy(k->arena, line[i].runs, line[i].run_count * sizeof *runs);
        for (size_t r = 0; r < line[i].run_count; r++)
            runs[r].color = hui_color_blend(top ? *top : runs[r].color, under ? *under : runs[r].color);
        line[i].runs = runs;
    }
    return copy;
}

/* `top` where it lies on `under`, with the clips that it needs besides its own. False if it cannot be drawn. */
static bool make_piece(maker *k, const layer *top, const layer *under, bool is_base, layer *piece)
{
    if (under->kind == LAYER_FILL) {
        *piece = *top;
        piece->clips = is_base ? NULL : add_clip(k, under->path, under->clips);
        if (top->kind != LAYER_TEXT)
            return hui_paint_blend(k->arena, &top->paint, &under->paint, &piece->paint);
        piece->lines = recolor(k, top->lines, NULL, &under->paint.color);
        return is_solid(&under->paint);
    }
    if (top->kind != LAYER_FILL || under->kind == LAYER_OTHER)
        return false;
    *piece = *under;
    piece->clips = add_clip(k, top->path, under->clips);
    piece->bounds = hui_rect_intersect(top->bounds, under->bounds);
    if (under->kind != LAYER_TEXT)
        return hui_paint_blend(k->arena, &top->paint, &under->paint, &piece->paint);
    piece->lines = recolor(k, under->lines, &top->paint.color, NULL);
    return is_solid(&top->paint);
}

static hui_matrix invert(hui_matrix m)
{
    const double d = m.xx * m.yy - m.xy * m.yx;
    return (hui_matrix){
        m.yy / d, -m.yx / d, -m.xy / d, m.xx / d, (m.xy * m.y0 - m.yy * m.x0) / d, (m.yx * m.x0 - m.xx * m.y0) / d};
}

/* In the page's coordinates. */
static void draw(maker *k, const layer *drawn)
{
    hui_stroke stroke = drawn->stroke;
    switch (drawn->kind) {
    case LAYER_FILL:
        hui_scene_path(k->scene, *drawn->path, drawn->paint, hui_stroke_none());
        return;
    case LAYER_STROKE:
        stroke.paint = drawn->paint;
        hui_scene_path(k->scene, *drawn->path, hui_paint_none(), stroke);
        return;
    case LAYER_TEXT:
        hui_scene_group(k->scene, (hui_group){.transform = drawn->matrix});
        hui_scene_text(k->scene, 0, 0, drawn->lines);
        hui_scene_end(k->scene);
        return;
    case LAYER_OTHER:
        return;
    }
}

static void draw_piece(maker *k, const layer *piece)
{
    int opened = 1;
    hui_scene_group(k->scene, (hui_group){.transform = invert(innermost(k)->matrix)});
    for (const clip *c = piece->clips; c; c = c->next, opened++)
        hui_scene_group(k->scene, (hui_group){.clip = c->path});
    draw(k, piece);
    while (opened-- > 0)
        hui_scene_end(k->scene);
}

typedef HUI_VEC(layer) pieces;

static layer paper(hui_rect bounds)
{
    return (layer){.kind = LAYER_FILL, .paint = hui_paint_solid(hui_color_rgb(0xFFFFFF)), .bounds = bounds};
}

static bool lies_on(maker *k, const layer *top, layer *under)
{
    const hui_rect both = hui_rect_intersect(under->bounds, top->bounds);
    if (!meets(&under->bounds, &top->bounds) || (top->trace && !hui_trace_meets(top->trace, both)) ||
        (find_trace(k, under) && !hui_trace_meets(under->trace, both)))
        return false;
    if (top->kind != LAYER_STROKE || under->kind != LAYER_STROKE)
        return true;
    return hui_paths_are_near(k->arena, top->path, under->path, reach_of(&top->stroke) + reach_of(&under->stroke));
}

static bool is_gradient(const layer *l)
{
    return l->kind != LAYER_TEXT && !is_solid(&l->paint);
}

/* Of two gradients one is cut into strips; false if it cannot be, or needs too many. */
static bool add_strips(maker *k, const layer *top, const layer *under, bool is_base, pieces *made)
{
    const hui_rect both = is_base ? top->bounds : hui_rect_intersect(top->bounds, under->bounds);
    const bool cuts_top = top->paint.kind == HUI_PAINT_LINEAR;
    const hui_slices cut = hui_paint_slice(k->arena, cuts_top ? &top->paint : &under->paint, both);
    for (size_t i = 0; i < cut.count; i++) {
        layer upper = *top, lower = *under;
        if (!hui_trace_meets(top->trace, cut.at[i].bounds) ||
            (under->trace && !hui_trace_meets(under->trace, cut.at[i].bounds)))
            continue;
        (cuts_top ? &upper : &lower)->paint = hui_paint_solid(cut.at[i].color);
        layer *piece = hui_vec_push(k->arena, made);
        if (made->count > SLICED_PIECES_MOST || !make_piece(k, &upper, &lower, is_base, piece))
            return false;
        piece->clips = add_clip(k, cut.at[i].area, piece->clips);
        piece->bounds = hui_rect_intersect(piece->bounds, cut.at[i].bounds);
    }
    return cut.count > 0;
}

static bool add_pieces(maker *k, const layer *top, const layer *under, bool is_base, pieces *made)
{
    if (is_gradient(top) && is_gradient(under) && under->kind != LAYER_OTHER)
        return add_strips(k, top, under, is_base, made);
    return make_piece(k, top, under, is_base, hui_vec_push(k->arena, made)) &&
           made->count <= (is_gradient(top) ? SLICED_PIECES_MOST : PIECES_MOST);
}

/* What the translucent layer is drawn as, in order; false if there is no such. */
static bool collect_pieces(maker *k, const layer *top, pieces *made)
{
    size_t first = k->layers.count;
    while (first > 0 && !covers(k, &k->layers.at[first - 1], top))
        first--;
    const layer bare = paper(top->bounds), *base = first > 0 ? &k->layers.at[first - 1] : &bare;
    if (!add_pieces(k, top, base, true, made))
        return false;
    for (size_t i = first; i < k->layers.count; i++)
        if (lies_on(k, top, &k->layers.at[i]) && !add_pieces(k, top, &k->layers.at[i], false, made))
            return false;
    return k->layers.count + made->count <= LAYERS_MOST;
}

static void fill_outline(maker *k, layer *l)
{
    hui_path *outline = HUI_NEW(k->arena, hui_path);
    *outline = hui_stroke_outline(k->arena, l->path, &l->stroke);
    l->kind = LAYER_FILL;
    l->path = outline;
    l->stroke = hui_stroke_none();
    l->trace = NULL;
    find_trace(k, l);
}

/* Draws what lies on all below it as if it did not, or reports it. */
static void flatten(maker *k, const layer *translucent, const char *what)
{
    pieces made = {0};
    layer top = *translucent;
    find_trace(k, &top);
    bool done = top.kind != LAYER_OTHER && collect_pieces(k, &top, &made);
    if (!done && top.kind == LAYER_STROKE &&
        hui_stroke_is_round(&top.stroke)) { /* upon other lines only a shape lies */
        fill_outline(k, &top);
        made.count = 0;
        done = collect_pieces(k, &top, &made);
    }
    if (!done) {
        report(k, what);
        return;
    }
    for (size_t i = 0; i < made.count; i++) {
        draw_piece(k, &made.at[i]);
        made.at[i].clips = join_clips(k, made.at[i].clips, top.clips);
        made.at[i].trace = NULL;
        remember(k, made.at[i]);
    }
}

static const char *describe(maker *k, const hui_paint *paint)
{
    if (paint->kind != HUI_PAINT_SOLID)
        return "a gradient that fades out over another drawing";
    return hui_arena_printf(k->arena, "a colour with an opacity of %.0f %% over what is no plain shape",
                            paint->color.a / 2.55);
}

static bool is_drawn(const hui_paint *paint)
{
    return paint->kind != HUI_PAINT_NONE && !(paint->kind == HUI_PAINT_SOLID && paint->color.a == 0);
}

/* A shape: its fill, then its stroke. Opaque ones are drawn as they are. */
static void draw_shape(maker *k, const hui_path *path, const hui_paint *fill, const hui_stroke *stroke, hui_rect bounds)
{
    if (is_drawn(fill)) {
        const layer filled = fill_layer(k, path, fill, bounds);
        if (!hui_paint_is_opaque(fill)) {
            flatten(k, &filled, describe(k, fill));
        } else {
            hui_scene_path(k->scene, *path, *fill, hui_stroke_none());
            remember(k, filled);
        }
    }
    if (stroke->width > 0 && is_drawn(&stroke->paint)) {
        const layer stroked = stroke_layer(k, path, stroke, bounds);
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
    if (r[0] > 0 || r[1] > 0 || r[2] > 0 || r[3] > 0)
        hui_path_round_rect(&path, item->shape.rect, r);
    else
        hui_path_rect(&path, item->shape.rect);
    draw_shape(k, &path, &item->shape.fill, &item->shape.stroke, item->bounds);
}

static void add_text(maker *k, const hui_item *item)
{
    const hui_lines *lines = item->text.lines;
    const hui_matrix shift = hui_matrix_translate(item->text.x, item->text.y);
    const layer text = {.kind = LAYER_TEXT,
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
    remember(k, (layer){.kind = LAYER_OTHER, .bounds = item->bounds, .clips = innermost(k)->clips});
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
        inner.clips = add_clip(k, map_path(k, group->clip, inner.matrix), inner.clips);
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

static hui_scene *copy_page(hui_arena *arena, const hui_scene *scene, hui_place place, hui_diags *diags)
{
    hui_scene *copy = hui_scene_new(arena, scene->width, scene->height);
    maker k = {.arena = arena, .scene = copy, .place = place, .diags = diags};
    copy->title = scene->title;
    copy->description = scene->description;
    copy->author = scene->author;
    copy->lang = scene->lang;
    copy->bleed = scene->bleed;
    copy->ground = scene->ground;
    copy->marks = scene->marks;
    *hui_vec_push(arena, &k.levels) = (level){.matrix = hui_matrix_identity()};
    for (size_t i = 0; i < scene->count; i++)
        add(&k, &scene->items[i]);
    return copy;
}

const hui_scene *hui_opaque_new(hui_arena *arena, const hui_scene *scene, hui_place place, hui_diags *diags)
{
    hui_scene *first = NULL, *last = NULL;
    for (; scene; scene = scene->next) {
        hui_scene *page = copy_page(arena, scene, place, diags);
        if (last)
            last->next = page;
        else
            first = page;
        last = page;
    }
    return first;
}
