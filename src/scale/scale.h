/* Scales: from data to places, sizes, colours and shapes. Names and behaviour are Vega's (vega-scale, d3-scale). */
#ifndef HUI_SCALE_SCALE_H
#define HUI_SCALE_SCALE_H

#include "base/color.h"
#include "data/value.h"

typedef enum hui_scale_type {
#define HUI_SCALE(NAME, word, traits) HUI_SCALE_##NAME,
#include "scale/scale_types.inc"
#undef HUI_SCALE
    HUI_SCALE_TYPE_COUNT
} hui_scale_type;

enum {
    HUI_SCALE_CONTINUOUS = 1 << 0,   /* a continuous domain mapped by a formula: linear, log, pow, sqrt, symlog, time, utc */
    HUI_SCALE_DISCRETIZING = 1 << 1, /* quantile, quantize, threshold, bin-ordinal */
    HUI_SCALE_DISCRETE = 1 << 2,     /* ordinal, band, point */
    HUI_SCALE_TEMPORAL = 1 << 3      /* time, utc */
};

hui_scale_type hui_scale_find(const char *word); /* HUI_SCALE_TYPE_COUNT if there is none */
const char *hui_scale_word(hui_scale_type type);
unsigned hui_scale_traits(hui_scale_type type);

/* Fill in what stands before `computed`, then call hui_scale_finish; afterwards it is constant. */
typedef struct hui_scale {
    hui_scale_type type;
    /* Discrete: the values. Continuous: numbers or dates, two or more (more: piecewise). THRESHOLD, BIN_ORDINAL: the
     * bounds. QUANTILE: all values of the data. */
    hui_value *domain;
    size_t domain_count;
    /* Numbers, strings (shapes) or arrays (dashes); of colours `colors` instead. Continuous: as many as the domain has,
     * or two. Discrete: taken in turn, again from the start where they end. BAND, POINT: two numbers. */
    hui_value *range;
    size_t range_count;
    hui_color *colors;
    size_t color_count;
    bool ramp;      /* the colours are samples of a continuous scheme from domain's first to last, interpolated in rgb */
    double ramp_extent[2]; /* the part of it that is used (0..1), backwards if it descends; both the same: all */
    const char *interpolate; /* colour space of a continuous colour range: "rgb", "hcl", "hsl", "lab", "cubehelix",
                              * "hcl-long", "hsl-long", "cubehelix-long"; NULL: rgb */
    double gamma;   /* of interpolate; 0: 1 */
    bool clamp, round;
    double exponent; /* POW; 0: 1 */
    double base;     /* LOG; 0: 10 */
    double constant; /* SYMLOG; 0: 1 */
    double padding_inner, padding_outer, align; /* BAND; POINT: padding_outer */
    /* bins of a binned field: ticks stand at their bounds */
    const double *bins;
    size_t bin_count;

    /* computed by hui_scale_finish */
    double start, step, bandwidth; /* BAND, POINT: start is the least place of a band */
    struct hui_scale_index *index; /* of discrete domains */
    struct hui_scale_map *map;     /* of continuous domains */
    double *bounds;                /* discretizing: where a value of the range ends */
    size_t bound_count;
} hui_scale;

/* A discrete domain loses what comes twice. */
void hui_scale_finish(hui_arena *arena, hui_scale *scale);

/* Number a value is mapped to; NAN where the scale knows none (not in the domain, null). BAND: where its band begins.
 * LOG: numbers on the other side of 0 than the domain's first have none, nor has any if the domain touches 0. */
double hui_scale_number(const hui_scale *scale, hui_value value);
/* false where the scale knows none. */
bool hui_scale_color(const hui_scale *scale, hui_value value, hui_color *color);
/* Whatever the range has: number, string, array; a colour as "#rrggbb" (in `arena`). */
hui_value hui_scale_value(hui_arena *arena, const hui_scale *scale, hui_value value);
/* Domain value at a place of the range. */
hui_value hui_scale_invert(const hui_scale *scale, double at);
/* 0..1 along a continuous colour scale's domain (for gradients of legends). */
double hui_scale_fraction(const hui_scale *scale, double value);
/* Position of a value in a discrete domain; domain_count if it is not in it. */
size_t hui_scale_position(const hui_scale *scale, hui_value value);

/* Ticks: numbers or dates of continuous scales, all values of discrete ones, bounds of discretizing ones, bins within the
 * range where there are bins (vega-scale's tickValues; of legends labelValues: -Infinity stands before bounds there).
 * `count` NAN: 10. */
hui_value *hui_scale_ticks(hui_arena *arena, const hui_scale *scale, double count, size_t *tick_count);
/* Of given values those within the range, in its order; every second is dropped until there are no more than `count`
 * (NAN: all stay). vega-scale's validTicks: for `values` of axes. */
hui_value *hui_scale_ticks_valid(hui_arena *arena, const hui_scale *scale, const hui_value *values, size_t value_count,
                                 double count, size_t *tick_count);
/* How many ticks to ask for so that they stand `min_step` (NAN: any) of the domain apart: vega-scale's tickCount. */
double hui_scale_tick_count(const hui_scale *scale, double count, double min_step);
/* A tick's text as Vega's axes show it without or with a format specifier (NULL: none). For TIME and UTC the specifier
 * is d3-time-format's. Log scales leave labels out ("") as vega-scale's tickFormat does; `count` INFINITY: none is left
 * out, as legends of symbols and given values want it. An array has a line for each item. */
const char *hui_scale_tick_text(hui_arena *arena, const hui_scale *scale, hui_value tick, double count,
                                const char *specifier);
/* d3's `nice` on the domain's ends; before finish. `count` NAN: 10. */
void hui_scale_nice(hui_scale *scale, double count);
/* Vega's `padding` of a continuous position scale: domain extended so that `pixels` fit beyond each end; before finish. */
void hui_scale_pad(hui_scale *scale, double pixels);

/* d3-array's ticks (none beyond some thousands), and tickIncrement: negative means its inverse; start below stop. */
double *hui_ticks(hui_arena *arena, double start, double stop, double count, size_t *tick_count);
double hui_tick_increment(double start, double stop, double count);

/* Colours
 * ------- */

/* Between a and b in a colour space, see `interpolate` above. */
hui_color hui_color_interpolate(hui_color a, hui_color b, double t, const char *space, double gamma);

/* Vega's schemes. Categorical ones are lists; continuous ones are ramps of samples. */
typedef struct hui_scheme {
    const hui_color *colors;
    size_t count;
    bool categorical;
} hui_scheme;
/* By name, case aside; false if there is none. "blues-5" is a list of five colours of the ramp. */
bool hui_scheme_find(hui_arena *arena, const char *name, hui_scheme *scheme);
/* `count` colours: of a list the first, taken again from the start where it ends; of a ramp samples between extent[0] and
 * extent[1] of it (0..1; NULL: all), its ends left out, as Vega takes them for discrete ranges. */
hui_color *hui_scheme_quantize(hui_arena *arena, const hui_scheme *scheme, size_t count, const double extent[2]);
const char *hui_scheme_nearest(const char *name); /* for hints; NULL */

#endif
