/* Points, rectangles and affine maps. */
#include "base/geom.h"

#include <math.h>

hui_rect hui_rect_inset(hui_rect r, double by)
{
    return (hui_rect){r.x + by, r.y + by, fmax(0, r.w - 2 * by), fmax(0, r.h - 2 * by)};
}

bool hui_rect_empty(hui_rect r)
{
    return !(r.w > 0 && r.h > 0);
}

hui_rect hui_rect_union(hui_rect a, hui_rect b)
{
    double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    return (hui_rect){x, y, fmax(a.x + a.w, b.x + b.w) - x, fmax(a.y + a.h, b.y + b.h) - y};
}

hui_rect hui_rect_intersect(hui_rect a, hui_rect b)
{
    double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
    return (hui_rect){x, y, fmax(0, fmin(a.x + a.w, b.x + b.w) - x), fmax(0, fmin(a.y + a.h, b.y + b.h) - y)};
}

hui_matrix hui_matrix_identity(void)
{
    return (hui_matrix){1, 0, 0, 1, 0, 0};
}

bool hui_matrix_is_identity(hui_matrix m)
{
    return m.xx == 1 && m.yx == 0 && m.xy == 0 && m.yy == 1 && m.x0 == 0 && m.y0 == 0;
}

hui_matrix hui_matrix_translate(double x, double y)
{
    return (hui_matrix){1, 0, 0, 1, x, y};
}

hui_matrix hui_matrix_scale(double x, double y)
{
    return (hui_matrix){x, 0, 0, y, 0, 0};
}

hui_matrix hui_matrix_rotate_at(double degrees, double x, double y)
{
    double c = cos(degrees * HUI_PI / 180), s = sin(degrees * HUI_PI / 180);
    return (hui_matrix){c, s, -s, c, x - c * x + s * y, y - s * x - c * y};
}

hui_matrix hui_matrix_invert(hui_matrix m)
{
    const double area = m.xx * m.yy - m.xy * m.yx;
    if (!(fabs(area) > 1e-12))
        return (hui_matrix){.x0 = INFINITY, .y0 = INFINITY};
    return (hui_matrix){m.yy / area,
                        -m.yx / area,
                        -m.xy / area,
                        m.xx / area,
                        (m.xy * m.y0 - m.yy * m.x0) / area,
                        (m.yx * m.x0 - m.xx * m.y0) / area};
}

hui_matrix hui_matrix_multiply(hui_matrix o, hui_matrix i)
{
    return (hui_matrix){
        o.xx * i.xx + o.xy * i.yx,
        o.yx * i.xx + o.yy * i.yx,
        o.xx * i.xy + o.xy * i.yy,
        o.yx * i.xy + o.yy * i.yy,
        o.xx * i.x0 + o.xy * i.y0 + o.x0,
        o.yx * i.x0 + o.yy * i.y0 + o.y0,
    };
}

hui_point hui_matrix_apply(hui_matrix m, hui_point p)
{
    return (hui_point){m.xx * p.x + m.xy * p.y + m.x0, m.yx * p.x + m.yy * p.y + m.y0};
}

hui_rect hui_matrix_apply_rect(hui_matrix m, hui_rect r)
{
    const hui_point corners[4] = {
        hui_matrix_apply(m, (hui_point){r.x, r.y}),
        hui_matrix_apply(m, (hui_point){r.x + r.w, r.y}),
        hui_matrix_apply(m, (hui_point){r.x, r.y + r.h}),
        hui_matrix_apply(m, (hui_point){r.x + r.w, r.y + r.h}),
    };
    hui_rect box = {corners[0].x, corners[0].y, 0, 0};
    for (int i = 1; i < 4; i++)
        box = hui_rect_union(box, (hui_rect){corners[i].x, corners[i].y, 0, 0});
    return box;
}
