/* Composites: the United States with Alaska and Hawaii moved beside them. */
#include "geo/composite.h"

/* Places and boxes in units of the scale, from the middle of the map. */
typedef struct part_row {
    const char *kind;
    double rotate, center[2], parallels[2];
    double scale, x, y;
    double left, top, right, bottom;
} part_row;

static const part_row rows[HUI_GEO_PARTS] = {
    {"albers", 96, {-0.6, 38.7}, {29.5, 45.5}, 1, 0, 0, -0.455, -0.238, 0.455, 0.238},
    {"conicEqualArea", 154, {-2, 58.5}, {55, 65}, 0.35, -0.307, 0.201, -0.425, 0.120, -0.214, 0.234},
    {"conicEqualArea", 157, {-3, 19.9}, {8, 18}, 1, -0.205, 0.212, -0.214, 0.166, -0.115, 0.234},
};

void hui_composite_make(hui_projection *p, const hui_projection_params *params)
{
    for (size_t i = 0; i < HUI_GEO_PARTS; i++) {
        const part_row *row = &rows[i];
        hui_projection_params own = hui_projection_params_default(row->kind);
        own.precision = params->precision;
        own.rotate[0] = row->rotate;
        for (int k = 0; k < 2; k++) {
            own.center[k] = row->center[k];
            own.parallels[k] = row->parallels[k];
        }
        p->parts[i] = hui_projection_of_kind(p->arena, hui_geo_kind_find(row->kind), &own);
    }
    p->part_count = HUI_GEO_PARTS;
}

void hui_composite_move(hui_projection *p)
{
    const double k = p->transform.scale, x = p->translate[0], y = p->translate[1];
    for (size_t i = 0; i < p->part_count; i++) {
        const part_row *row = &rows[i];
        const double inset = i > 0 ? HUI_GEO_EPSILON : 0; /* so that the insets do not touch */
        hui_projection_move(p->parts[i], k * row->scale, x + row->x * k, y + row->y * k);
        p->parts[i]->is_boxed = true;
        p->parts[i]->box = hui_geo_clip_box(x + row->left * k + inset, y + row->top * k + inset,
                                            x + row->right * k - inset, y + row->bottom * k - inset);
    }
}
