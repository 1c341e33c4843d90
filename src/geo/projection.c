/* Projections: from parameters to a transform and what it is clipped by. */
#include "geo/composite.h"

#define HALF (HUI_GEO_PI / 2)

hui_projection_params hui_projection_params_default(const char *type)
{
    return (hui_projection_params){.type = type,
                                   .scale = NAN,
                                   .translate = {NAN, NAN},
                                   .center = {NAN, NAN},
                                   .rotate = {NAN, NAN, NAN},
                                   .parallels = {NAN, NAN},
                                   .clip_angle = NAN,
                                   .clip_extent = {NAN, NAN, NAN, NAN},
                                   .precision = NAN,
                                   .point_radius = NAN};
}

static double or_else(double given, double fallback)
{
    return isfinite(given) ? given : fallback;
}

static double to_radians(double degrees)
{
    return fmod(degrees, 360) * HUI_GEO_RADIANS;
}

/* A map that goes on forever is cut to a square: as wide as the globe is around. */
static hui_geo_clip square_clip(const hui_projection *p)
{
    const double half = HUI_GEO_PI * p->transform.scale, x = p->transform.dx, y = p->transform.dy;
    const double *given = p->clip_extent;
    if (!p->has_extent)
        return hui_geo_clip_box(x - half, y - half, x + half, y + half);
    if (p->kind->traits & HUI_GEO_TRANSVERSE)
        return hui_geo_clip_box(given[0], fmax(y - half, given[1]), given[2], fmin(y + half, given[3]));
    return hui_geo_clip_box(fmax(x - half, given[0]), given[1], fmin(x + half, given[2]), given[3]);
}

void hui_projection_move(hui_projection *p, double scale, double x, double y)
{
    hui_geo_transform *t = &p->transform;
    t->scale = scale;
    t->dx = t->dy = 0;
    const hui_point centre = hui_geo_place(t, p->center[0], p->center[1]);
    t->dx = x - centre.x;
    t->dy = y - centre.y;
    p->translate[0] = x;
    p->translate[1] = y;
    p->is_boxed = true;
    if (p->kind->traits & HUI_GEO_COMPOSITE)
        hui_composite_move(p);
    else if (p->kind->traits & HUI_GEO_SQUARE)
        p->box = square_clip(p);
    else if (p->has_extent)
        p->box = hui_geo_clip_box(p->clip_extent[0], p->clip_extent[1], p->clip_extent[2], p->clip_extent[3]);
    else
        p->is_boxed = false;
}

static void read_center(hui_projection *p, const hui_projection_params *params)
{
    const bool given = isfinite(params->center[0]) && !(p->kind->traits & HUI_GEO_FLAT);
    const double x = given ? params->center[0] : p->kind->center[0];
    const double y = given ? or_else(params->center[1], 0) : p->kind->center[1];
    const bool turned = given && (p->kind->traits & HUI_GEO_TRANSVERSE);
    p->center[0] = to_radians(turned ? -y : x);
    p->center[1] = to_radians(turned ? x : y);
}

static void read_rotation(hui_projection *p, const hui_projection_params *params)
{
    double angles[3];
    const bool given = isfinite(params->rotate[0]);
    for (int i = 0; i < 3; i++)
        angles[i] = given ? or_else(params->rotate[i], 0) : p->kind->rotate[i];
    if (given && (p->kind->traits & HUI_GEO_TRANSVERSE))
        angles[2] += 90;
    p->rotation = hui_geo_rotation_new(to_radians(angles[0]), to_radians(angles[1]), to_radians(angles[2]));
}

static void read_extent(hui_projection *p, const hui_projection_params *params)
{
    p->has_extent = true;
    for (int i = 0; i < 4; i++) {
        p->clip_extent[i] = params->clip_extent[i];
        if (isnan(params->clip_extent[i]))
            p->has_extent = false;
    }
}

hui_projection *hui_projection_of_kind(hui_arena *arena, const hui_geo_kind_row *kind,
                                       const hui_projection_params *params)
{
    hui_projection *p = HUI_NEW(arena, hui_projection);
    const bool cone = kind->traits & HUI_GEO_CONE && isfinite(params->parallels[0]);
    const double *parallels = cone ? params->parallels : kind->parallels;
    const double angle = or_else(params->clip_angle, kind->clip_angle) * HUI_GEO_RADIANS;
    const double precision = or_else(params->precision, sqrt(0.5));
    const bool is_flat = kind->traits & HUI_GEO_FLAT;
    p->arena = arena;
    p->budget = HUI_GEO_BUDGET;
    p->kind = kind;
    p->transform.raw = kind->make(parallels[0] * HUI_GEO_RADIANS, or_else(parallels[1], 0) * HUI_GEO_RADIANS);
    p->transform.mirror_x = params->reflect_x ? -1 : 1;
    p->transform.mirror_y = params->reflect_y != is_flat ? -1 : 1; /* px go down */
    p->tolerance = is_flat ? 0 : precision * precision;
    p->shows_all = !(angle < 0) && !(angle > 0);
    p->edge = p->shows_all ? hui_geo_clip_antimeridian() : hui_geo_clip_circle(angle);
    p->point_radius = or_else(params->point_radius, 4.5);
    p->clipping = hui_geo_clipping_new(arena);
    for (int i = 0; i < HUI_GEO_STAGES; i++)
        p->stages[i].arena = arena;
    read_center(p, params);
    read_rotation(p, params);
    read_extent(p, params);
    if (kind->traits & HUI_GEO_COMPOSITE)
        hui_composite_make(p, params);
    const bool placed = isfinite(params->translate[0]);
    hui_projection_move(p, or_else(params->scale, kind->scale),
                        placed    ? params->translate[0]
                        : is_flat ? 0
                                  : 480,
                        placed    ? or_else(params->translate[1], 0)
                        : is_flat ? 0
                                  : 250);
    return p;
}

hui_projection *hui_projection_new(hui_arena *arena, const hui_projection_params *params)
{
    const hui_geo_kind_row *kind = hui_geo_kind_find(params->type ? params->type : "mercator");
    return kind ? hui_projection_of_kind(arena, kind, params) : NULL;
}

/* False if it is clipped away. */
static bool place_point(const hui_projection *p, double longitude, double latitude, bool clipped, hui_point *at)
{
    double x = longitude, y = latitude;
    if (!(p->kind->traits & HUI_GEO_FLAT)) {
        x *= HUI_GEO_RADIANS;
        y *= HUI_GEO_RADIANS;
        hui_geo_rotate(&p->rotation, &x, &y);
        if (clipped && !p->edge.sees(&p->edge, x, y))
            return false;
    }
    *at = hui_geo_place(&p->transform, x, y);
    return !clipped || !p->is_boxed || p->box.sees(&p->box, at->x, at->y);
}

bool hui_projection_shows(const hui_projection *p, double longitude, double latitude, hui_point *at)
{
    for (size_t i = 0; i < p->part_count; i++)
        if (place_point(p->parts[i], longitude, latitude, true, at))
            return true;
    return p->part_count == 0 && place_point(p, longitude, latitude, true, at) && isfinite(at->x) && isfinite(at->y);
}

hui_point hui_projection_point(const hui_projection *p, double longitude, double latitude)
{
    hui_point at = {NAN, NAN};
    if (p->part_count == 0)
        place_point(p, longitude, latitude, false, &at);
    else if (!hui_projection_shows(p, longitude, latitude, &at))
        at.x = at.y = NAN;
    return at;
}
