/* links: base data json scale */
/* Scales: where values go and back, values of d3-scale and vega-scale. */
#include "base/arena.h"
#include "scale/scale.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena_state.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static hui_value *numbers(hui_arena *arena, const double *at, size_t count)
{
    hui_value *values = HUI_NEW_ARRAY(arena, hui_value, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = hui_value_number(at[i]);
    return values;
}

static hui_scale scale_new(hui_arena *arena, hui_scale_type type, const double *domain, size_t domain_count,
                           const double *range, size_t range_count)
{
    return (hui_scale){.type = type,
                       .domain = numbers(arena, domain, domain_count),
                       .domain_count = domain_count,
                       .range = numbers(arena, range, range_count),
                       .range_count = range_count};
}

static void same(double have, double want)
{
    const bool is_same = isnan(want) ? isnan(have) : fabs(have - want) <= 1e-12 * fmax(1e-3, fabs(want));
    if (!is_same && have != want)
        fail_msg("%.17g instead of %.17g", have, want);
}

static void types_by_word(void **state)
{
    (void)state;
    for (int i = 0; i < HUI_SCALE_TYPE_COUNT; i++)
        assert_int_equal(hui_scale_find(hui_scale_word((hui_scale_type)i)), i);
    assert_int_equal(hui_scale_find("bin-ordinal"), HUI_SCALE_BIN_ORDINAL);
    assert_int_equal(hui_scale_find("Linear"), HUI_SCALE_TYPE_COUNT);
    assert_int_equal(hui_scale_traits(HUI_SCALE_UTC), HUI_SCALE_CONTINUOUS | HUI_SCALE_TEMPORAL);
}

/* `parameter` is the exponent, base or constant; places are those of `at`, as many as there are. */
struct continuous {
    hui_scale_type type;
    double parameter;
    size_t stops, ends, count;
    double domain[3], range[3], at[6], want[6];
    bool round, clamp;
};

static hui_scale continuous_scale(hui_arena *arena, const struct continuous *row)
{
    hui_scale scale = scale_new(arena, row->type, row->domain, row->stops, row->range, row->ends);
    scale.exponent = scale.base = scale.constant = row->parameter;
    scale.round = row->round;
    scale.clamp = row->clamp;
    hui_scale_finish(arena, &scale);
    return scale;
}

static void numbers_are_placed(void **state)
{
    static const struct continuous rows[] = {
        {HUI_SCALE_LINEAR, 0, 2, 2, 6, {0, 10}, {0, 200}, {0, 5, 10, 15, -5, 3.3}, {0, 100, 200, 300, -100, 66}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 3, {10, 0}, {0, 200}, {0, 2.5, 10}, {200, 150, 0}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 3, 3, 3, {0, 5, 10}, {0, 10, 100}, {2.5, 7.5, 12}, {5, 55, 136}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 3, 3, 3, {10, 5, 0}, {0, 10, 100}, {2.5, 7.5, -1}, {55, 5, 118}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 2, {5, 5}, {0, 100}, {5, 9}, {50, 50}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 1, {0, 10}, {7, 7}, {3}, {7}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 2, {0, NAN}, {0, 100}, {0, 5}, {NAN, NAN}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 1, 2, 1, {5}, {0, 100}, {5}, {NAN}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 1, 1, {0, 10}, {5}, {5}, {NAN}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 0, 1, {0, 10}, {0}, {5}, {0.5}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 4, {0, 10}, {0, 25}, {1, 3, 5, 9}, {3, 8, 13, 23}, true, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 3, {0, 10}, {0, 200}, {-3, 5, 30}, {0, 100, 200}, 0, true},
        {HUI_SCALE_LINEAR, 0, 2, 2, 2, {0, 1e308}, {0, 1}, {5e307, INFINITY}, {0.5, NAN}, 0, 0},
        {HUI_SCALE_LOG,
         0,
         2,
         2,
         6,
         {1, 1000},
         {0, 300},
         {1, 10, 500, 0.1, 0, -1},
         {0, 100, 269.8970004336019, -100, NAN, NAN},
         0,
         0},
        {HUI_SCALE_LOG, 0, 2, 2, 4, {-1000, -1}, {0, 300}, {-1000, -10, -1, 1}, {0, 200, 300, NAN}, 0, 0},
        {HUI_SCALE_LOG, 2, 2, 2, 2, {1, 64}, {0, 60}, {2, 32}, {10, 50}, 0, 0},
        {HUI_SCALE_LOG, 0, 2, 2, 1, {0, 10}, {0, 100}, {5}, {NAN}, 0, 0},
        {HUI_SCALE_POW, 2, 2, 2, 3, {0, 10}, {0, 100}, {5, -5, 10}, {25, -25, 100}, 0, 0},
        {HUI_SCALE_POW, 0, 2, 2, 1, {0, 10}, {0, 100}, {5}, {50}, 0, 0},
        {HUI_SCALE_SQRT, 0, 2, 2, 3, {0, 100}, {0, 10}, {25, -4, 100}, {5, -2, 10}, 0, 0},
        {HUI_SCALE_SYMLOG,
         0,
         2,
         2,
         5,
         {-100, 100},
         {0, 200},
         {-100, -1, 0, 1, 50},
         {0, 84.9809516776312, 100, 115.0190483223688, 185.19443031609921},
         0,
         0},
        {HUI_SCALE_SYMLOG, 0.1, 2, 2, 2, {0, 1000}, {0, 100}, {1, 100}, {26.03453447672145, 75.01003756656573}, 0, 0},
        {HUI_SCALE_UTC, 0, 2, 2, 2, {0, 86400000}, {0, 24}, {21600000, 43200000}, {6, 12}, 0, 0},
        {HUI_SCALE_TIME, 0, 2, 2, 1, {0.4, 86400000.3}, {0, 24}, {21600000}, {6}, 0, 0},
        {HUI_SCALE_IDENTITY, 0, 2, 2, 2, {0, 1}, {0, 1}, {17, -3}, {17, -3}, 0, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const hui_scale scale = continuous_scale(*state, &rows[i]);
        for (size_t k = 0; k < rows[i].count; k++)
            same(hui_scale_number(&scale, hui_value_number(rows[i].at[k])), rows[i].want[k]);
    }
}

static void places_are_inverted(void **state)
{
    static const struct continuous rows[] = {
        {HUI_SCALE_LINEAR, 0, 2, 2, 2, {0, 10}, {0, 200}, {50, 300}, {2.5, 15}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 1, {0, 10}, {200, 0}, {50}, {7.5}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 3, 3, 2, {0, 5, 10}, {0, 10, 100}, {5, 55}, {2.5, 7.5}, 0, 0},
        {HUI_SCALE_LINEAR, 0, 2, 2, 1, {0, 10}, {0, 200}, {300}, {10}, 0, true},
        {HUI_SCALE_LOG, 0, 2, 2, 2, {1, 1000}, {0, 300}, {100, 150}, {10, 31.62277660168379}, 0, 0},
        {HUI_SCALE_POW, 2, 2, 2, 1, {0, 10}, {0, 100}, {25}, {5}, 0, 0},
        {HUI_SCALE_SQRT, 0, 2, 2, 1, {0, 100}, {0, 10}, {5}, {25}, 0, 0},
        {HUI_SCALE_SYMLOG, 0, 2, 2, 3, {-100, 100}, {0, 200}, {0, 100, 130}, {-100, 0, 2.9929733546852786}, 0, 0},
        {HUI_SCALE_UTC, 0, 2, 2, 1, {0, 86400000}, {0, 24}, {6.0000001}, {21600000}, 0, 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const hui_scale scale = continuous_scale(*state, &rows[i]);
        const bool is_date = rows[i].type == HUI_SCALE_UTC;
        for (size_t k = 0; k < rows[i].count; k++) {
            const hui_value value = hui_scale_invert(&scale, rows[i].at[k]);
            assert_int_equal(value.kind, is_date ? HUI_VALUE_DATE : HUI_VALUE_NUMBER);
            same(value.number, rows[i].want[k]);
        }
    }
}

static void other_values_become_numbers(void **state)
{
    static const double domain[2] = {0, 10}, range[2] = {0, 100};
    hui_scale scale = scale_new(*state, HUI_SCALE_LINEAR, domain, 2, range, 2);
    hui_scale_finish(*state, &scale);
    same(hui_scale_number(&scale, hui_value_string("5")), 50);
    same(hui_scale_number(&scale, hui_value_string("five")), NAN);
    same(hui_scale_number(&scale, hui_value_bool(true)), 10);
    same(hui_scale_number(&scale, hui_value_date(5)), 50);
    same(hui_scale_number(&scale, hui_value_null()), NAN);
    same(hui_scale_number(&scale, (hui_value){.kind = HUI_VALUE_UNDEFINED}), NAN);
    assert_int_equal(hui_scale_value(*state, &scale, hui_value_null()).kind, HUI_VALUE_UNDEFINED);
    same(hui_scale_value(*state, &scale, hui_value_number(1)).number, 10);
}

static void bands_and_points(void **state)
{
    static const struct {
        hui_scale_type type;
        size_t count;
        double range[2], inner, outer, align;
        bool round;
        double want[4], step, bandwidth;
        int inverse[5]; /* at 0, 30, 31.5, 100, -1; -1: none */
    } rows[] = {
        {HUI_SCALE_BAND, 3, {0, 120}, 0, 0, 0.5, 0, {0, 40, 80}, 40, 40, {0, 0, 0, 2, -1}},
        {HUI_SCALE_BAND, 3, {0, 120}, 0.1, 0.05, 0.5, 0, {2, 42, 82}, 40, 36, {-1, 0, 0, 2, -1}},
        {HUI_SCALE_BAND, 3, {120, 0}, 0.1, 0.05, 0.5, 0, {82, 42, 2}, 40, 36, {-1, 2, 2, 0, -1}},
        {HUI_SCALE_BAND, 7, {0, 100}, 0.2, 0.2, 0.5, 1, {6, 19, 32, 45}, 13, 10, {-1, -1, -1, -1, -1}},
        {HUI_SCALE_BAND, 4, {0, 101}, 0.25, 0, 0, 1, {0, 26, 52, 78}, 26, 20, {0, 1, 1, -1, -1}},
        {HUI_SCALE_BAND, 0, {0, 100}, 0, 0, 0.5, 0, {0}, 100, 100, {-1, -1, -1, -1, -1}},
        {HUI_SCALE_BAND, 1, {0, 100}, 1, 0, 0.5, 0, {50}, 100, 0, {-1, -1, -1, -1, -1}},
        {HUI_SCALE_BAND, 3, {0, 0}, 0, 0, 0.5, 0, {0, 0, 0}, 0, 0, {2, -1, -1, -1, -1}},
        {HUI_SCALE_BAND, 3, {0, 120}, -5, NAN, 0.5, 0, {0, 40, 80}, 40, 40, {0, 0, 0, 2, -1}},
        {HUI_SCALE_POINT, 4, {0, 90}, 0, 0, 0.5, 0, {0, 30, 60, 90}, 30, 0, {0, 1, -1, -1, -1}},
        {HUI_SCALE_POINT, 4, {0, 90}, 0, 0.5, 0.5, 0, {11.25, 33.75, 56.25, 78.75}, 22.5, 0, {-1, -1, -1, -1, -1}},
        {HUI_SCALE_POINT, 1, {0, 90}, 0, 0.5, 0.5, 0, {45}, 90, 0, {-1, -1, -1, -1, -1}},
        {HUI_SCALE_POINT, 1, {0, 90}, 0, 0, 0.5, 0, {45}, 90, 0, {-1, -1, -1, -1, -1}},
        {HUI_SCALE_POINT, 7, {0, 100}, 0, 1, 0.5, 1, {14, 26, 38, 50}, 12, 0, {-1, -1, -1, -1, -1}},
    };
    static const double domain[] = {0, 1, 2, 3, 4, 5, 6}, at[5] = {0, 30, 31.5, 100, -1};
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, rows[i].type, domain, rows[i].count, rows[i].range, 2);
        scale.padding_inner = rows[i].inner;
        scale.padding_outer = rows[i].outer;
        scale.align = rows[i].align;
        scale.round = rows[i].round;
        hui_scale_finish(*state, &scale);
        same(scale.step, rows[i].step);
        same(scale.bandwidth, rows[i].bandwidth);
        for (size_t k = 0; k < rows[i].count && k < 4; k++)
            same(hui_scale_number(&scale, scale.domain[k]), rows[i].want[k]);
        for (size_t k = 0; k < COUNT(at); k++) {
            const hui_value value = hui_scale_invert(&scale, at[k]);
            assert_int_equal(value.kind == HUI_VALUE_NUMBER ? (int)value.number : -1, rows[i].inverse[k]);
        }
        same(hui_scale_number(&scale, hui_value_number(99)), NAN);
    }
}

static void discrete_domains_know_their_values(void **state)
{
    hui_value domain[] = {hui_value_string("a"), hui_value_number(1),  hui_value_string("1"), hui_value_null(),
                          hui_value_string("a"), hui_value_bool(true), hui_value_date(5)};
    hui_value range[2] = {hui_value_string("circle"), hui_value_string("square")};
    hui_scale scale = {
        .type = HUI_SCALE_ORDINAL, .domain = domain, .domain_count = 7, .range = range, .range_count = 2};
    hui_scale_finish(*state, &scale);
    assert_int_equal(scale.domain_count, 6);
    assert_int_equal(hui_scale_position(&scale, hui_value_string("a")), 0);
    assert_int_equal(hui_scale_position(&scale, hui_value_number(1)), 1);
    assert_int_equal(hui_scale_position(&scale, hui_value_string("1")), 2);
    assert_int_equal(hui_scale_position(&scale, hui_value_null()), 3);
    assert_int_equal(hui_scale_position(&scale, hui_value_number(5)), 5); /* a date is its number here */
    assert_int_equal(hui_scale_position(&scale, hui_value_string("b")), 6);
    assert_string_equal(hui_scale_value(*state, &scale, hui_value_string("1")).string, "circle");
    assert_string_equal(hui_scale_value(*state, &scale, hui_value_null()).string, "square");
    assert_int_equal(hui_scale_value(*state, &scale, hui_value_string("b")).kind, HUI_VALUE_UNDEFINED);
    same(hui_scale_number(&scale, hui_value_null()), NAN);
    scale.range_count = 0;
    assert_int_equal(hui_scale_value(*state, &scale, hui_value_null()).kind, HUI_VALUE_UNDEFINED);
}

static void a_million_categories(void **state)
{
    const size_t count = 1000000;
    hui_value *domain = HUI_NEW_ARRAY(*state, hui_value, count);
    for (size_t i = 0; i < count; i++)
        domain[i] = hui_value_number((double)i * 0.5);
    static const double range[2] = {0, 1e6};
    hui_scale scale = {.type = HUI_SCALE_BAND, .domain = domain, .domain_count = count};
    scale.range = numbers(*state, range, 2);
    scale.range_count = 2;
    hui_scale_finish(*state, &scale);
    for (size_t i = 0; i < count; i++)
        assert_true(hui_scale_position(&scale, domain[i]) == i);
    same(hui_scale_number(&scale, hui_value_number(250000)), 500000);
    same(hui_scale_invert(&scale, 500000.5).number, 250000);
}

static void discretizing_scales_find_the_part(void **state)
{
    static const struct {
        hui_scale_type type;
        size_t count, parts, values;
        double domain[10], at[7], want[7];
    } rows[] = {
        {HUI_SCALE_QUANTILE,
         10,
         4,
         6,
         {3, 6, 7, 8, 8, 10, 13, 15, 16, 20},
         {3, 7.25, 9, 14.5, 99, NAN},
         {0, 1, 2, 3, 3, NAN}},
        {HUI_SCALE_QUANTILE, 10, 4, 2, {20, 6, 16, 8, 8, 15, 13, 10, 7, 3}, {7.2, 7.25}, {0, 1}},
        {HUI_SCALE_QUANTILE, 0, 3, 1, {0}, {1}, {0}},
        {HUI_SCALE_QUANTILE, 1, 3, 3, {5}, {4, 5, 6}, {0, 2, 2}},
        {HUI_SCALE_QUANTILE, 4, 2, 3, {1, NAN, 2, 9}, {1, 2, 3}, {0, 1, 1}},
        {HUI_SCALE_QUANTIZE, 2, 4, 6, {0, 100}, {-5, 0, 24.9, 25, 75, 200}, {0, 0, 0, 1, 3, 3}},
        {HUI_SCALE_QUANTIZE, 2, 4, 1, {10, 0}, {1}, {0}},
        {HUI_SCALE_THRESHOLD, 3, 4, 6, {0, 10, 100}, {-1, 0, 5, 10, 100, 1000}, {0, 1, 1, 2, 3, 3}},
        {HUI_SCALE_THRESHOLD, 3, 2, 3, {0, 10, 100}, {-1, 0, 1000}, {0, 1, 1}},
        {HUI_SCALE_THRESHOLD, 1, 3, 2, {5}, {1, 9}, {0, 1}},
        {HUI_SCALE_BIN_ORDINAL, 4, 3, 7, {0, 10, 20, 30}, {-1, 0, 9, 10, 29, 30, 31}, {NAN, 0, 0, 1, 2, 0, 0}},
        {HUI_SCALE_QUANTIZE, 2, 0, 1, {0, 1}, {0.5}, {NAN}},
    };
    static const double range[4] = {0, 1, 2, 3};
    for (size_t i = 0; i < COUNT(rows); i++) {
        hui_scale scale = scale_new(*state, rows[i].type, rows[i].domain, rows[i].count, range, rows[i].parts);
        hui_scale_finish(*state, &scale);
        for (size_t k = 0; k < rows[i].values; k++)
            same(hui_scale_number(&scale, hui_value_number(rows[i].at[k])), rows[i].want[k]);
        same(hui_scale_number(&scale, hui_value_null()), NAN);
    }
}

struct coloring {
    hui_scale_type type;
    size_t stops, count;
    double domain[4];
    const char *scheme; /* or three colours */
    double extent[2], at[5];
    uint32_t want[5];
    bool clamp;
};

static const struct coloring colorings[] = {
    {HUI_SCALE_LINEAR,
     2,
     5,
     {0, 10},
     "blues",
     {0},
     {0, 2.5, 5, 10, 12},
     {0xcfe1f2, 0x9cc8e2, 0x5ba3cf, 0x0a4a90, 0x002668},
     0},
    {HUI_SCALE_LINEAR, 2, 4, {0, 10}, "viridis", {0}, {0, 3, 10, -1}, {0x440154, 0x35608d, 0xfde725, 0x3b002d}, 0},
    {HUI_SCALE_LINEAR, 2, 2, {10, 0}, "viridis", {0}, {0, 3}, {0xfde725, 0x43bf71}, 0},
    {HUI_SCALE_LINEAR,
     3,
     5,
     {-10, 0, 40},
     "redblue",
     {0},
     {-10, -5, 0, 20, 40},
     {0x8c0d25, 0xea9178, 0xf2efee, 0x7db6d6, 0x134b85},
     0},
    {HUI_SCALE_LOG, 2, 3, {1, 1000}, "viridis", {0}, {1, 10, 1000}, {0x440154, 0x31688e, 0xfde725}, 0},
    {HUI_SCALE_SYMLOG, 3, 3, {-100, 0, 100}, "spectral", {0}, {-1, 0, 50}, {0xfde496, 0xfbf8b0, 0x4979b0}, 0},
    {HUI_SCALE_LINEAR,
     2,
     5,
     {0, 10},
     NULL,
     {0},
     {0, 2.5, 5, 7.5, 10},
     {0xff0000, 0xff8000, 0xffff00, 0x80c000, 0x008000},
     0},
    {HUI_SCALE_LINEAR, 2, 2, {5, 5}, "blues", {0}, {5, 7}, {0x5ba3cf, 0x5ba3cf}, 0},
    {HUI_SCALE_LINEAR, 2, 2, {0, 10}, "blues", {0}, {-5, 20}, {0xcfe1f2, 0x0a4a90}, true},
    {HUI_SCALE_LINEAR, 2, 3, {0, 10}, "blues", {0.25, 0.75}, {0, 5, 10}, {0x9cc8e2, 0x5ba3cf, 0x2978b8}, 0},
    {HUI_SCALE_LINEAR, 2, 2, {0, 10}, "blues", {0.75, 0.25}, {0, 10}, {0x2978b8, 0x9cc8e2}, 0},
    {HUI_SCALE_TIME, 2, 3, {0, 1000}, "viridis", {0}, {0, 500, 1000}, {0x31688e, 0x339084, 0x35b779}, 0},
    {HUI_SCALE_LINEAR, 4, 3, {0, 1, 2, 3}, "viridis", {0}, {0, 1.5, 3}, {0x414487, 0x269089, 0x7ad151}, 0},
};

/* Of a scheme, or of three colours. */
static void add_colors(hui_arena *arena, hui_scale *scale, const char *name)
{
    static const uint32_t three[3] = {0xff0000, 0xffff00, 0x008000};
    hui_scheme scheme;
    scale->ramp = name != NULL;
    scale->color_count = 3;
    scale->colors = HUI_NEW_ARRAY(arena, hui_color, 3);
    for (size_t k = 0; k < 3; k++)
        scale->colors[k] = hui_color_rgb(three[k]);
    if (!name)
        return;
    assert_true(hui_scheme_find(arena, name, &scheme));
    scale->colors = hui_arena_copy(arena, scheme.colors, scheme.count * sizeof *scheme.colors);
    scale->color_count = scheme.count;
}

static void colors_of_continuous_scales(void **state)
{
    for (const struct coloring *row = colorings; row < colorings + COUNT(colorings); row++) {
        hui_scale scale = scale_new(*state, row->type, row->domain, row->stops, NULL, 0);
        hui_color color = {0, 0, 0, 0};
        add_colors(*state, &scale, row->scheme);
        scale.ramp_extent[0] = row->extent[0];
        scale.ramp_extent[1] = row->extent[1];
        scale.clamp = row->clamp;
        hui_scale_finish(*state, &scale);
        for (size_t k = 0; k < row->count; k++) {
            assert_true(hui_scale_color(&scale, hui_value_number(row->at[k]), &color));
            assert_string_equal(hui_color_hex(*state, color), hui_color_hex(*state, hui_color_rgb(row->want[k])));
        }
        assert_false(hui_scale_color(&scale, hui_value_null(), &color));
        assert_false(hui_scale_color(&scale, hui_value_number(NAN), &color));
    }
}

static void colors_in_their_space(void **state)
{
    hui_color colors[2] = {{255, 0, 0, 255}, {0, 0, 255, 255}}, color;
    static const double domain[2] = {0, 10};
    hui_scale scale = scale_new(*state, HUI_SCALE_LINEAR, domain, 2, NULL, 0);
    scale.colors = colors;
    scale.color_count = 2;
    scale.interpolate = "hcl";
    hui_scale_finish(*state, &scale);
    assert_true(hui_scale_color(&scale, hui_value_number(5), &color));
    assert_string_equal(hui_color_hex(*state, color), "#f50086");
    assert_string_equal(hui_scale_value(*state, &scale, hui_value_number(0)).string, "#ff0000");
    same(hui_scale_number(&scale, hui_value_number(5)), NAN);
    scale.color_count = 1;
    hui_scale_finish(*state, &scale);
    assert_true(hui_scale_color(&scale, hui_value_number(5), &color));
    assert_string_equal(hui_color_hex(*state, color), "#ff0000");
}

static void colors_of_other_scales(void **state)
{
    hui_color colors[2] = {{255, 0, 0, 255}, {0, 0, 255, 255}}, color;
    static const double domain[3] = {1, 2, 3}, bounds[1] = {0};
    hui_scale ordinal = scale_new(*state, HUI_SCALE_ORDINAL, domain, 3, NULL, 0);
    ordinal.colors = colors;
    ordinal.color_count = 2;
    hui_scale_finish(*state, &ordinal);
    assert_true(hui_scale_color(&ordinal, hui_value_number(3), &color));
    assert_true(hui_color_equal(color, colors[0]));
    assert_false(hui_scale_color(&ordinal, hui_value_number(4), &color));
    hui_scale threshold = scale_new(*state, HUI_SCALE_THRESHOLD, bounds, 1, NULL, 0);
    threshold.colors = colors;
    threshold.color_count = 2;
    hui_scale_finish(*state, &threshold);
    assert_string_equal(hui_scale_value(*state, &threshold, hui_value_number(5)).string, "#0000ff");
    assert_int_equal(hui_scale_value(*state, &threshold, hui_value_null()).kind, HUI_VALUE_UNDEFINED);
}

static void fractions_along_the_domain(void **state)
{
    static const double linear[3] = {10, 20, 110}, powers[2] = {1, 10000}, one[2] = {5, 5};
    hui_scale scale = scale_new(*state, HUI_SCALE_LINEAR, linear, 3, NULL, 0);
    same(hui_scale_fraction(&scale, 35), 0.25);
    same(hui_scale_fraction(&scale, 210), 2);
    scale.clamp = true;
    same(hui_scale_fraction(&scale, 210), 1);
    scale = scale_new(*state, HUI_SCALE_LOG, powers, 2, NULL, 0);
    same(hui_scale_fraction(&scale, 10), 0.25);
    scale = scale_new(*state, HUI_SCALE_LINEAR, one, 2, NULL, 0);
    same(hui_scale_fraction(&scale, 10), 0.5);
}

/* Nothing to compare with: only that all is done without a fault, whatever the numbers. */
static void extremes_do_no_harm(void **state)
{
    static const double extremes[] = {0, -0.0, 1, -1, 1e308, -1e308, 5e-324, INFINITY, -INFINITY, NAN};
    const size_t count = COUNT(extremes);
    hui_color color, colors[3] = {{1, 2, 3, 255}, {0, 0, 0, 0}, {250, 251, 252, 128}};
    for (int type = 0; type < HUI_SCALE_TYPE_COUNT; type++) {
        for (size_t i = 0; i < count * count; i++) {
            const double domain[3] = {extremes[i % count], extremes[i / count], extremes[(i * 7 + 3) % count]};
            hui_scale scale = scale_new(*state, (hui_scale_type)type, domain, 2 + i % 2, domain + i % 2, 2);
            scale.exponent = scale.base = scale.constant = extremes[(i * 3) % count];
            scale.colors = i % 5 == 0 ? colors : NULL;
            scale.color_count = i % 5 == 0 ? 3 : 0;
            scale.interpolate = i % 2 ? "hcl" : "cubehelix-long";
            hui_scale_pad(&scale, 5);
            hui_scale_nice(&scale, extremes[(i * 5) % count]);
            hui_scale_finish(*state, &scale);
            size_t ticks;
            const hui_value *at = hui_scale_ticks(*state, &scale, extremes[(i * 11) % count], &ticks);
            for (size_t k = 0; k < ticks && k < 3; k++)
                assert_non_null(hui_scale_tick_text(*state, &scale, at[k], 10, NULL));
            for (size_t k = 0; k < count; k++) {
                hui_scale_number(&scale, hui_value_number(extremes[k]));
                hui_scale_color(&scale, hui_value_number(extremes[k]), &color);
                hui_scale_value(*state, &scale, hui_value_number(extremes[k]));
                hui_scale_invert(&scale, extremes[k]);
                hui_scale_fraction(&scale, extremes[k]);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_by_word),
        cmocka_unit_test_setup_teardown(numbers_are_placed, start, stop),
        cmocka_unit_test_setup_teardown(places_are_inverted, start, stop),
        cmocka_unit_test_setup_teardown(other_values_become_numbers, start, stop),
        cmocka_unit_test_setup_teardown(bands_and_points, start, stop),
        cmocka_unit_test_setup_teardown(discrete_domains_know_their_values, start, stop),
        cmocka_unit_test_setup_teardown(a_million_categories, start, stop),
        cmocka_unit_test_setup_teardown(discretizing_scales_find_the_part, start, stop),
        cmocka_unit_test_setup_teardown(colors_of_continuous_scales, start, stop),
        cmocka_unit_test_setup_teardown(colors_in_their_space, start, stop),
        cmocka_unit_test_setup_teardown(colors_of_other_scales, start, stop),
        cmocka_unit_test_setup_teardown(fractions_along_the_domain, start, stop),
        cmocka_unit_test_setup_teardown(extremes_do_no_harm, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
