/* The pile: what a translucent drawing is split into, by what lies below it. */
#include "backend/opaque_pile.h"

#include <math.h>

/* More pieces than this of one shape, more drawings on a page, or more pairs of them to look at (a second's work) are not worth it:
 * the shape is reported. */
enum { PIECES_MOST = 256, SLICED_PIECES_MOST = 2048, LAYERS_MOST = 30000, PAIRS_MOST = 50000000 };

const hui_clip *hui_clip_add(hui_arena *arena, const hui_path *path, const hui_clip *next)
{
    hui_clip *added = HUI_NEW(arena, hui_clip);
    *added = (hui_clip){path, next};
    return added;
}

/* All of both; the first are shared. */
const hui_clip *hui_clips_join(hui_arena *arena, const hui_clip *first, const hui_clip *second)
{
    for (; second; second = second->next)
        first = hui_clip_add(arena, second->path, first);
    return first;
}

bool hui_paint_is_solid(const hui_paint *paint)
{
    return paint->kind == HUI_PAINT_SOLID || paint->kind == HUI_PAINT_NONE;
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

static const hui_trace *find_trace(hui_pile *pile, hui_layer *l)
{
    if (!l->trace && (l->kind == HUI_LAYER_FILL || l->kind == HUI_LAYER_STROKE))
        l->trace = hui_trace_new(pile->arena, l->path, l->kind == HUI_LAYER_FILL, reach_of(&l->stroke));
    return l->trace;
}

static bool is_clipped_by(const hui_layer *l, const hui_path *path)
{
    const hui_clip *c = l->clips;
    while (c && c->path != path)
        c = c->next;
    return c != NULL;
}

/* Nothing below it shows where the other is drawn. */
static bool covers(hui_pile *pile, hui_layer *l, const hui_layer *top)
{
    const hui_matrix same = hui_matrix_identity();
    const hui_rect bounds = hui_rect_inset(top->bounds, 0.01); /* edges that fall together show nothing between them */
    if (l->kind != HUI_LAYER_FILL || !contains(&l->bounds, &bounds))
        return false;
    if (!hui_path_holds(l->path, same, bounds) &&
        !(top->kind == HUI_LAYER_STROKE && hui_trace_is_held(top->trace, find_trace(pile, l), bounds)))
        return false;
    for (const hui_clip *c = l->clips; c; c = c->next)
        if (!hui_path_holds(c->path, same, bounds) && !is_clipped_by(top, c->path))
            return false;
    return true;
}

/* Text in other colours: `top` over its own, or its own over `under`. */
static const hui_lines *recolor(hui_pile *pile, const hui_lines *lines, const hui_color *top, const hui_color *under)
{
    hui_lines *copy = hui_arena_copy(pile->arena, lines, sizeof *copy);
    hui_line *line = hui_arena_copy(pile->arena, lines->at, lines->count * sizeof *line);
    copy->at = line;
    for (size_t i = 0; i < lines->count; i++) {
        hui_run *runs = hui_arena_copy(pile->arena, line[i].runs, line[i].run_count * sizeof *runs);
        for (size_t r = 0; r < line[i].run_count; r++)
            runs[r].color = hui_color_blend(top ? *top : runs[r].color, under ? *under : runs[r].color);
        line[i].runs = runs;
    }
    return copy;
}

/* `top` where it lies on `under`, with the clips that it needs besides its own. False if it cannot be drawn. */
static bool make_piece(hui_pile *pile, const hui_layer *top, const hui_layer *under, bool is_base, hui_layer *piece)
{
    if (under->kind == HUI_LAYER_FILL) {
        *piece = *top;
        piece->clips = is_base ? NULL : hui_clip_add(pile->arena, under->path, under->clips);
        if (top->kind != HUI_LAYER_TEXT)
            return hui_paint_blend(pile->arena, &top->paint, &under->paint, &piece->paint);
        piece->lines = recolor(pile, top->lines, NULL, &under->paint.color);
        return hui_paint_is_solid(&under->paint);
    }
    if (top->kind != HUI_LAYER_FILL || under->kind == HUI_LAYER_OTHER)
        return false;
    *piece = *under;
    piece->clips = hui_clip_add(pile->arena, top->path, under->clips);
    piece->bounds = hui_rect_intersect(top->bounds, under->bounds);
    if (under->kind != HUI_LAYER_TEXT)
        return hui_paint_blend(pile->arena, &top->paint, &under->paint, &piece->paint);
    piece->lines = recolor(pile, under->lines, &top->paint.color, NULL);
    return hui_paint_is_solid(&top->paint);
}

static hui_layer paper(hui_rect bounds)
{
    return (hui_layer){.kind = HUI_LAYER_FILL, .paint = hui_paint_solid(hui_color_rgb(0xFFFFFF)), .bounds = bounds};
}

static bool lies_on(hui_pile *pile, const hui_layer *top, hui_layer *under)
{
    const hui_rect both = hui_rect_intersect(under->bounds, top->bounds);
    if (!meets(&under->bounds, &top->bounds) || (top->trace && !hui_trace_meets(top->trace, both)) ||
        (find_trace(pile, under) && !hui_trace_meets(under->trace, both)))
        return false;
    if (top->kind != HUI_LAYER_STROKE || under->kind != HUI_LAYER_STROKE)
        return true;
    return hui_paths_are_near(pile->arena, top->path, under->path, reach_of(&top->stroke) + reach_of(&under->stroke));
}

static bool is_gradient(const hui_layer *l)
{
    return l->kind != HUI_LAYER_TEXT && !hui_paint_is_solid(&l->paint);
}

/* Of two gradients one is cut into strips; false if it cannot be, or needs too many. */
static bool add_strips(hui_pile *pile, const hui_layer *top, const hui_layer *under, bool is_base, hui_layers *made)
{
    const hui_rect both = is_base ? top->bounds : hui_rect_intersect(top->bounds, under->bounds);
    const bool cuts_top = top->paint.kind == HUI_PAINT_LINEAR;
    const hui_slices cut = hui_paint_slice(pile->arena, cuts_top ? &top->paint : &under->paint, both);
    for (size_t i = 0; i < cut.count; i++) {
        hui_layer upper = *top, lower = *under;
        if (cuts_top && !is_base && cut.at[i].color.a == 255)
            continue; /* the base's strip looks the same */
        if (!hui_trace_meets(top->trace, cut.at[i].bounds) ||
            (under->trace && !hui_trace_meets(under->trace, cut.at[i].bounds)))
            continue;
        (cuts_top ? &upper : &lower)->paint = hui_paint_solid(cut.at[i].color);
        hui_layer *piece = hui_vec_push(pile->arena, made);
        if (made->count > SLICED_PIECES_MOST || !make_piece(pile, &upper, &lower, is_base, piece))
            return false;
        piece->clips = hui_clip_add(pile->arena, cut.at[i].area, piece->clips);
        piece->bounds = hui_rect_intersect(piece->bounds, cut.at[i].bounds);
    }
    return cut.count > 0;
}

static bool add_pieces(hui_pile *pile, const hui_layer *top, const hui_layer *under, bool is_base, hui_layers *made)
{
    if (is_gradient(top) && is_gradient(under) && under->kind != HUI_LAYER_OTHER)
        return add_strips(pile, top, under, is_base, made);
    return make_piece(pile, top, under, is_base, hui_vec_push(pile->arena, made)) &&
           made->count <= (is_gradient(top) ? SLICED_PIECES_MOST : PIECES_MOST);
}

/* What the translucent layer is drawn as, in order; false if there is no such. */
bool hui_pile_split(hui_pile *pile, hui_layer *top, hui_layers *made)
{
    pile->pair_count += pile->layers.count;
    if (pile->layers.count > LAYERS_MOST || pile->pair_count > PAIRS_MOST)
        return false;
    find_trace(pile, top);
    size_t first = pile->layers.count;
    while (first > 0 && !covers(pile, &pile->layers.at[first - 1], top))
        first--;
    const hui_layer bare = paper(top->bounds), *base = first > 0 ? &pile->layers.at[first - 1] : &bare;
    if (!add_pieces(pile, top, base, true, made))
        return false;
    for (size_t i = first; i < pile->layers.count; i++)
        if (lies_on(pile, top, &pile->layers.at[i]) && !add_pieces(pile, top, &pile->layers.at[i], false, made))
            return false;
    return true;
}

void hui_pile_outline(hui_pile *pile, hui_layer *l)
{
    hui_path *outline = HUI_NEW(pile->arena, hui_path);
    *outline = hui_stroke_outline(pile->arena, l->path, &l->stroke);
    l->kind = HUI_LAYER_FILL;
    l->path = outline;
    l->stroke = hui_stroke_none();
    l->trace = NULL;
    find_trace(pile, l);
}
