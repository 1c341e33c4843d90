/* Linear gradients as strips of one colour each, where two gradients lie on each other and no gradient looks like both. */
#include "backend/opaque.h"

#include "base/vec.h"

#include <math.h>
#include <stdlib.h>

/* Each strip reaches under the next, px, so that no gap shows between them. */
static const double overlap = 0.5;

typedef HUI_VEC(hui_slice) slices;

/* The axis, and what is asked for of it. */
typedef struct slicer {
    hui_arena *arena;
    const hui_paint *paint;
    hui_rect bounds;
    double length, far; /* of the axis; more than any corner of the bounds is away from its start */
    slices all;
} slicer;

static hui_point at_axis(const slicer *s, double along, double across)
{
    const double x = (s->paint->x1 - s->paint->x0) / s->length, y = (s->paint->y1 - s->paint->y0) / s->length;
    return (hui_point){s->paint->x0 + along * x - across * y, s->paint->y0 + along * y + across * x};
}

/* The strip from one place along the axis to another, px. */
static void add_strip(slicer *s, double from, double to, hui_color color)
{
    const double start = fmax(from, -s->far), end = fmin(to + overlap, s->far);
    hui_path *area = HUI_NEW(s->arena, hui_path);
    if (!(end > start))
        return;
    const hui_point corners[] = {at_axis(s, start, -s->far), at_axis(s, end, -s->far), at_axis(s, end, s->far),
                                 at_axis(s, start, s->far)};
    *area = hui_path_new(s->arena);
    hui_path_polygon(area, corners, 4);
    const hui_rect bounds = hui_rect_intersect(s->bounds, hui_path_bounds(area));
    if (!hui_rect_empty(bounds))
        *hui_vec_push(s->arena, &s->all) = (hui_slice){color, area, bounds};
}

static hui_color mix(hui_color a, hui_color b, double part)
{
    hui_color mixed = hui_color_mix(a, b, part);
    mixed.a = (uint8_t)lround(a.a + part * (b.a - a.a));
    return mixed;
}

/* Strips from one stop to the next: in their middle they are right, and at their edges one of 255 away. */
static void add_strips(slicer *s, const hui_stop *from, const hui_stop *to)
{
    const int differences[] = {abs(from->color.r - to->color.r), abs(from->color.g - to->color.g),
                               abs(from->color.b - to->color.b), abs(from->color.a - to->color.a)};
    int most = 1;
    for (int i = 0; i < 4; i++)
        most = differences[i] > most ? differences[i] : most;
    const int count = (most + 1) / 2;
    const double start = from->offset * s->length, step = (to->offset - from->offset) * s->length / count;
    for (int i = 0; i < count; i++)
        add_strip(s, start + i * step, start + (i + 1) * step, mix(from->color, to->color, (i + 0.5) / count));
}

hui_slices hui_paint_slice(hui_arena *arena, const hui_paint *paint, hui_rect bounds)
{
    slicer s = {.arena = arena, .paint = paint, .bounds = bounds};
    const size_t count = paint->stop_count;
    s.length = hypot(paint->x1 - paint->x0, paint->y1 - paint->y0);
    if (paint->kind != HUI_PAINT_LINEAR || count == 0 || !(s.length > 0))
        return (hui_slices){0};
    s.far = s.length + hypot(bounds.w, bounds.h) +
            hypot(bounds.x + bounds.w / 2 - paint->x0, bounds.y + bounds.h / 2 - paint->y0);
    add_strip(&s, -INFINITY, paint->stops[0].offset * s.length, paint->stops[0].color);
    for (size_t i = 0; i + 1 < count; i++)
        add_strips(&s, &paint->stops[i], &paint->stops[i + 1]);
    add_strip(&s, paint->stops[count - 1].offset * s.length, INFINITY, paint->stops[count - 1].color);
    return (hui_slices){s.all.at, s.all.count};
}
