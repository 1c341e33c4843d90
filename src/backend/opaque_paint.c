/* Paints upon paints: simple alpha compositing (Compositing and Blending 1, section 5.1) of colours and gradients. */
#include "backend/opaque.h"

#include "base/vec.h"

#include <math.h>

hui_color hui_color_blend(hui_color top, hui_color under)
{
    hui_color blended = hui_color_mix(under, top, top.a / 255.0);
    blended.a = 255;
    return blended;
}

bool hui_paint_is_opaque(const hui_paint *paint)
{
    if (paint->kind == HUI_PAINT_SOLID)
        return paint->color.a == 255;
    for (size_t i = 0; i < paint->stop_count; i++)
        if (paint->stops[i].color.a < 255)
            return false;
    return true;
}

/* A colour over each stop: what is between them stays a straight way. */
static void blend_over_stops(hui_arena *arena, hui_color top, hui_paint *blended)
{
    hui_stop *stops = hui_arena_copy(arena, blended->stops, blended->stop_count * sizeof *stops);
    for (size_t i = 0; i < blended->stop_count; i++)
        stops[i].color = hui_color_blend(top, stops[i].color);
    blended->stops = stops;
}

static double between(double from, double to, double part)
{
    return from + part * (to - from);
}

/* Colour and opacity change together, and their product along a curve: it is cut into so many straight pieces that they stray
 * from it by less than one of 255. */
static void blend_stops(hui_arena *arena, hui_color under, hui_paint *blended)
{
    enum { PIECES = 16 };
    HUI_VEC(hui_stop) stops = {0};
    for (size_t i = 0; i < blended->stop_count; i++) {
        const hui_stop *from = &blended->stops[i > 0 ? i - 1 : 0], *to = &blended->stops[i];
        const int pieces = i > 0 && from->color.a != to->color.a ? PIECES : 1;
        for (int k = 1; k <= pieces; k++) {
            const double part = (double)k / pieces, share = between(from->color.a, to->color.a, part) / 255;
            const hui_color top = hui_color_mix(from->color, to->color, part);
            hui_stop *stop = hui_vec_push(arena, &stops);
            *stop = (hui_stop){between(from->offset, to->offset, part), hui_color_mix(under, top, share)};
            stop->color.a = 255;
        }
    }
    blended->stops = stops.at;
    blended->stop_count = stops.count;
}

bool hui_paint_blend(hui_arena *arena, const hui_paint *top, const hui_paint *under, hui_paint *blended)
{
    const bool is_plain = under->kind == HUI_PAINT_SOLID;
    if (top->kind != HUI_PAINT_SOLID && !is_plain)
        return false;
    *blended = top->kind == HUI_PAINT_SOLID ? *under : *top;
    if (top->kind != HUI_PAINT_SOLID)
        blend_stops(arena, under->color, blended);
    else if (is_plain)
        blended->color = hui_color_blend(top->color, under->color);
    else
        blend_over_stops(arena, top->color, blended);
    return true;
}

bool hui_matrix_is_similar(hui_matrix m)
{
    const double least = 1e-6 * (fabs(m.xx) + fabs(m.yx));
    return (fabs(m.xx - m.yy) <= least && fabs(m.yx + m.xy) <= least) ||
           (fabs(m.xx + m.yy) <= least && fabs(m.yx - m.xy) <= least);
}

static double scale_of(hui_matrix m)
{
    return hypot(m.xx, m.yx);
}

hui_paint hui_paint_map(const hui_paint *paint, hui_matrix m)
{
    hui_paint mapped = *paint;
    const hui_point start = hui_matrix_apply(m, (hui_point){paint->x0, paint->y0});
    mapped.x0 = start.x;
    mapped.y0 = start.y;
    if (paint->kind == HUI_PAINT_LINEAR) {
        const hui_point end = hui_matrix_apply(m, (hui_point){paint->x1, paint->y1});
        mapped.x1 = end.x;
        mapped.y1 = end.y;
    } else if (paint->kind == HUI_PAINT_RADIAL) {
        const hui_matrix turn = {m.xx, m.yx, m.xy, m.yy, 0, 0};
        mapped.focus = hui_matrix_apply(turn, paint->focus);
        mapped.x1 = paint->x1 * scale_of(m);
        mapped.inner = paint->inner * scale_of(m);
    }
    return mapped;
}

hui_stroke hui_stroke_map(hui_arena *arena, const hui_stroke *stroke, hui_matrix m)
{
    hui_stroke mapped = *stroke;
    const double scale = scale_of(m);
    double *dashes = hui_arena_copy(arena, stroke->dashes, stroke->dash_count * sizeof *dashes);
    for (size_t i = 0; i < stroke->dash_count; i++)
        dashes[i] *= scale;
    mapped.paint = hui_paint_map(&stroke->paint, m);
    mapped.width *= scale;
    mapped.dashes = stroke->dash_count ? dashes : NULL;
    mapped.dash_offset *= scale;
    return mapped;
}
