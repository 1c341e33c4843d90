/* Refining: a profile's table from colours to inks is coarse (FOGRA39L has 9 steps an axis, and pales light tints by half
 * their chroma), the one from inks to colours is not. So the inks found are corrected until the latter gives the colour:
 * Gauss-Newton steps at fixed black with Levenberg's damping (Nocedal and Wright, Numerical Optimization, section 10.3), inks
 * at a bound staying there while they are pushed outwards. */
#include "print/refine.h"

#include <math.h>
#include <string.h>

enum { STEPS_MOST = 8, DAMPINGS_MOST = 4 };

struct hui_refiner {
    cmsHTRANSFORM to_lab, from_rgb;
    double scale[3], offset[3]; /* black point compensation of X, Y and Z */
    double most;
};

/* Differences in lightness, chroma and hue, as the eye weighs them around a colour (CIE 116-1995, ΔE*94). */
typedef struct metric {
    double lab[3];
    double rows[3][3];
} metric;

typedef struct point {
    double inks[4], lab[3];
    double rest[3], error; /* what is missing, weighed, and its square */
} point;

static void release(void *closure)
{
    cmsDeleteTransform(closure);
}

static cmsHTRANSFORM open_transform(hui_arena *arena, cmsContext context, cmsHPROFILE from, cmsUInt32Number format)
{
    cmsHPROFILE lab = cmsCreateLab4ProfileTHR(context, NULL);
    cmsHTRANSFORM transform =
        lab ? cmsCreateTransformTHR(context, from, format, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC,
                                    cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE)
            : NULL;
    if (lab)
        cmsCloseProfile(lab);
    if (transform)
        hui_arena_on_free(arena, release, transform);
    return transform;
}

/* From no light at all to the darkest the press prints (ISO 18619, section 4.2). */
static void compensate(hui_refiner *refiner, const cmsCIEXYZ *black)
{
    const double white[3] = {cmsD50_XYZ()->X, cmsD50_XYZ()->Y, cmsD50_XYZ()->Z};
    const double dark[3] = {black->X, black->Y, black->Z};
    for (int i = 0; i < 3; i++) {
        refiner->scale[i] = (white[i] - dark[i]) / white[i];
        refiner->offset[i] = dark[i];
    }
}

hui_refiner *hui_refiner_new(hui_arena *arena, cmsContext context, cmsHPROFILE profile, cmsHPROFILE srgb, double most)
{
    hui_refiner *refiner = HUI_NEW(arena, hui_refiner);
    cmsCIEXYZ black = {0, 0, 0};
    refiner->to_lab = open_transform(arena, context, profile, TYPE_CMYK_DBL);
    refiner->from_rgb = open_transform(arena, context, srgb, TYPE_RGB_DBL);
    refiner->most = most;
    cmsDetectDestinationBlackPoint(&black, profile, INTENT_RELATIVE_COLORIMETRIC, 0);
    compensate(refiner, &black);
    return refiner->to_lab && refiner->from_rgb ? refiner : NULL;
}

static metric find_metric(const hui_refiner *refiner, const double rgb[3])
{
    metric wanted = {.rows = {{1, 0, 0}}};
    cmsCIELab lab;
    cmsCIEXYZ xyz;
    cmsDoTransform(refiner->from_rgb, rgb, &lab, 1);
    cmsLab2XYZ(NULL, &xyz, &lab);
    xyz.X = refiner->scale[0] * xyz.X + refiner->offset[0];
    xyz.Y = refiner->scale[1] * xyz.Y + refiner->offset[1];
    xyz.Z = refiner->scale[2] * xyz.Z + refiner->offset[2];
    cmsXYZ2Lab(NULL, &lab, &xyz);
    const double chroma = hypot(lab.a, lab.b), by_chroma = 1 / (1 + 0.045 * chroma), by_hue = 1 / (1 + 0.015 * chroma);
    const double cosine = chroma > 0 ? lab.a / chroma : 1, sine = chroma > 0 ? lab.b / chroma : 0;
    const double rows[3][3] = {
        {1, 0, 0}, {0, by_chroma * cosine, by_chroma * sine}, {0, -by_hue * sine, by_hue * cosine}};
    memcpy(wanted.rows, rows, sizeof rows);
    memcpy(wanted.lab, (double[]){lab.L, lab.a, lab.b}, sizeof wanted.lab);
    return wanted;
}

static void weigh(const metric *m, const double difference[3], double weighed[3])
{
    for (int i = 0; i < 3; i++)
        weighed[i] = m->rows[i][0] * difference[0] + m->rows[i][1] * difference[1] + m->rows[i][2] * difference[2];
}

static void look(const hui_refiner *refiner, const metric *wanted, point *p)
{
    cmsDoTransform(refiner->to_lab, p->inks, p->lab, 1);
    const double missing[3] = {wanted->lab[0] - p->lab[0], wanted->lab[1] - p->lab[1], wanted->lab[2] - p->lab[2]};
    weigh(wanted, missing, p->rest);
    p->error = p->rest[0] * p->rest[0] + p->rest[1] * p->rest[1] + p->rest[2] * p->rest[2];
}

/* What a percent more of each ink changes, weighed; column by column. */
static void differentiate(const hui_refiner *refiner, const metric *wanted, const point *p, double jacobian[3][3])
{
    for (int k = 0; k < 3; k++) {
        const double by = p->inks[k] < 99 ? 1 : -1;
        point near = *p;
        near.inks[k] += by;
        look(refiner, wanted, &near);
        for (int i = 0; i < 3; i++)
            jacobian[i][k] = (p->rest[i] - near.rest[i]) / by;
    }
}

static double determinant(double m[3][3])
{
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0]) +
           m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

/* Cramer's rule: the matrix is small, and damped. */
static bool solve(double matrix[3][3], const double right[3], double result[3])
{
    const double whole = determinant(matrix);
    if (!(fabs(whole) > 1e-12))
        return false;
    for (int k = 0; k < 3; k++) {
        double other[3][3];
        memcpy(other, matrix, sizeof other);
        for (int i = 0; i < 3; i++)
            other[i][k] = right[i];
        result[k] = determinant(other) / whole;
    }
    return true;
}

/* The damped normal equations; inks that are held do not move. */
static bool find_step(double jacobian[3][3], const point *p, double damping, const bool held[3], double step[3])
{
    double matrix[3][3] = {{0}}, right[3] = {0};
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++)
            for (int r = 0; r < 3; r++)
                matrix[i][k] += held[i] || held[k] ? 0 : jacobian[r][i] * jacobian[r][k];
        for (int r = 0; r < 3; r++)
            right[i] += held[i] ? 0 : jacobian[r][i] * p->rest[r];
        matrix[i][i] = held[i] ? 1 : matrix[i][i] * (1 + damping) + damping;
    }
    return solve(matrix, right, step);
}

/* As long as the step pushes inks out of their range, they are held at its end. */
static bool find_step_inside(double jacobian[3][3], const point *p, double damping, double step[3])
{
    bool held[3] = {false, false, false}, changed = true;
    while (changed) {
        changed = false;
        if (!find_step(jacobian, p, damping, held, step))
            return false;
        for (int k = 0; k < 3; k++)
            if (!held[k] && ((p->inks[k] <= 0 && step[k] < 0) || (p->inks[k] >= 100 && step[k] > 0)))
                held[k] = changed = true;
    }
    return true;
}

static double total(const point *p)
{
    return p->inks[0] + p->inks[1] + p->inks[2] + p->inks[3];
}

/* A step that comes nearer, by less and less of it; false if there is none. */
static bool take_step(const hui_refiner *refiner, const metric *wanted, point *p, double *damping)
{
    double jacobian[3][3], step[3];
    differentiate(refiner, wanted, p, jacobian);
    for (int i = 0; i < DAMPINGS_MOST; i++) {
        point next = *p;
        if (!find_step_inside(jacobian, p, *damping, step))
            return false;
        for (int k = 0; k < 3; k++)
            next.inks[k] = fmax(0, fmin(100, p->inks[k] + step[k]));
        look(refiner, wanted, &next);
        if (next.error < p->error && total(&next) <= fmax(refiner->most, total(p))) {
            *p = next;
            *damping /= 10;
            return true;
        }
        *damping *= 30;
    }
    return false;
}

/* Beyond what the press can print, the metric and the eye may differ: ΔE00 decides. */
static double distance(const metric *wanted, const point *p)
{
    const cmsCIELab a = {wanted->lab[0], wanted->lab[1], wanted->lab[2]}, b = {p->lab[0], p->lab[1], p->lab[2]};
    return cmsCIE2000DeltaE(&a, &b, 1, 1, 1);
}

void hui_refiner_improve(const hui_refiner *refiner, const double rgb[3], double inks[4])
{
    static const double good = 0.1 * 0.1; /* ΔE*94, squared: no eye sees less */
    const metric wanted = find_metric(refiner, rgb);
    double damping = 1e-3;
    point start;
    memcpy(start.inks, inks, sizeof start.inks);
    look(refiner, &wanted, &start);
    point best = start;
    for (int i = 0; i < STEPS_MOST && best.error > good; i++)
        if (!take_step(refiner, &wanted, &best, &damping))
            break;
    if (best.error < start.error && distance(&wanted, &best) < distance(&wanted, &start))
        memcpy(inks, best.inks, sizeof best.inks);
}
