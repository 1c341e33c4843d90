/* What the files of this folder share of a scale's insides; nobody else includes it. */
#ifndef HUI_SCALE_SCALE_PARTS_H
#define HUI_SCALE_SCALE_PARTS_H

#include "base/color_space.h"
#include "scale/scale.h"

#include <math.h>

/* To the nearest whole number, halves upwards: ECMAScript's Math.round. */
static inline double hui_round_half_up(double x)
{
    const double below = floor(x);
    return x - below >= 0.5 ? below + 1 : below;
}

/* How many of the first `count` bounds are not above x: d3's bisectRight. Bounds that are no numbers count as above. */
size_t hui_bisect(const double *bounds, size_t count, double x);

/* What a continuous scale does to its domain before it is linear. */
typedef struct hui_formula {
    hui_scale_type type; /* LINEAR, LOG, POW, SQRT or SYMLOG */
    double parameter;    /* exponent, constant */
    bool negative;       /* LOG: of numbers below 0 */
} hui_formula;

hui_formula hui_scale_formula(const hui_scale *scale);
double hui_formula_lift(const hui_formula *formula, double x);
double hui_formula_ground(const hui_formula *formula, double y); /* the inverse */

/* Number of an end of the domain, rounded to ms for times. */
double hui_scale_domain_number(const hui_scale *scale, size_t i);
void hui_scale_domain_set(hui_scale *scale, size_t i, double number);
double hui_scale_base(const hui_scale *scale); /* LOG */

/* Colours
 * ------- */

hui_color hui_color_between(hui_color_space space, double gamma, hui_color_point a, hui_color_point b, double t);
/* At t (0..1) of colours that stand evenly; beyond 0 and 1 the outer pairs go on. */
hui_color hui_color_along(hui_color_space space, double gamma, const hui_color_point *points, size_t count, double t);
hui_color_point *hui_colors_to_space(hui_arena *arena, hui_color_space space, const hui_color *colors, size_t count);

/* Families
 * -------- */

void hui_continuous_finish(hui_arena *arena, hui_scale *scale);
double hui_continuous_number(const hui_scale *scale, double x);
bool hui_continuous_color(const hui_scale *scale, double x, hui_color *color);
double hui_continuous_invert(const hui_scale *scale, double at);

void hui_discrete_finish(hui_arena *arena, hui_scale *scale);
void hui_band_finish(hui_scale *scale);
double hui_band_number(const hui_scale *scale, hui_value value);
hui_value hui_band_invert(const hui_scale *scale, double at);

void hui_discretizing_finish(hui_arena *arena, hui_scale *scale);
size_t hui_discretizing_position(const hui_scale *scale, double x); /* in the range; SIZE_MAX: none */

/* Ticks
 * ----- */

/* Nobody can read more, and a spec may ask for billions. */
enum { HUI_MOST_TICKS = 10000 };

double hui_log_of(double base, double x);
double hui_power_of(double base, double x);
double *hui_log_ticks(hui_arena *arena, const hui_scale *scale, double count, size_t *tick_count);
/* Whether a tick of a log scale has a label when there are about `count` of them. */
bool hui_log_tick_labelled(hui_arena *arena, const hui_scale *scale, double tick, double count);

#endif
