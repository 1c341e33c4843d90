/* Error bars and error bands: from raw values, from lower and upper bounds, or from a value and its errors. */
#include "chart/normalize_composite.h"

#include <string.h>

typedef enum input { RAW, BOUNDS, ERRORS } input;

typedef struct errorbar {
    hui_composite c;
    input input;
    hui_json *measures, *calculations;
    HUI_VEC(hui_summary) summary;
    bool named; /* tooltips name the field */
    hui_extraction extraction;
    const hui_json *tooltip;
} errorbar;

bool hui_errorbar_matches(const hui_json *unit, const hui_json *config)
{
    (void)config;
    return !strcmp(hui_mark_type_word(unit), "errorbar");
}

bool hui_errorband_matches(const hui_json *unit, const hui_json *config)
{
    (void)config;
    return !strcmp(hui_mark_type_word(unit), "errorband");
}

/* Input
 * ----- */

static bool has(const errorbar *e, const char *channel)
{
    return hui_json_is_field_or_datum_def(hui_json_find(e->c.encoding, channel));
}

static bool is_continuous(const errorbar *e, const char *channel)
{
    return hui_json_is_continuous(hui_json_find(e->c.encoding, channel));
}

static bool find_bounds(errorbar *e)
{
    if (has(e, "x2") && has(e, "y2"))
        return hui_composite_fault(&e->c, "cannot have both x2 and y2");
    e->c.vertical = has(e, "y2");
    return is_continuous(e, e->c.vertical ? "y" : "x") ||
           hui_composite_fault(&e->c,
                               e->c.vertical ? "with y2 needs a quantitative y" : "with x2 needs a quantitative x");
}

static bool find_errors(errorbar *e)
{
    if ((has(e, "xError2") && !has(e, "xError")) || (has(e, "yError2") && !has(e, "yError")))
        return hui_composite_fault(&e->c, "has a second error without a first");
    if (has(e, "xError") && has(e, "yError"))
        return hui_composite_fault(&e->c, "cannot have both xError and yError");
    e->c.vertical = has(e, "yError");
    return is_continuous(e, e->c.vertical ? "y" : "x") ||
           hui_composite_fault(&e->c, e->c.vertical ? "with yError needs a quantitative y"
                                                    : "with xError needs a quantitative x");
}

static bool find_input(errorbar *e)
{
    const bool bounds = has(e, "x2") || has(e, "y2");
    const bool errors = has(e, "xError") || has(e, "xError2") || has(e, "yError") || has(e, "yError2");
    e->input = bounds ? BOUNDS : errors ? ERRORS : RAW;
    if (bounds && errors)
        return hui_composite_fault(&e->c, "cannot have both bounds and errors");
    return bounds ? find_bounds(e) : errors ? find_errors(e) : hui_composite_orient(&e->c);
}

/* Bounds of the bar, as lower_… and upper_…
 * ----------------------------------------- */

static const hui_json *say(const errorbar *e, const char *text)
{
    return hui_composite_text(&e->c, text);
}

static void measure(errorbar *e, const char *op, const char *prefix)
{
    const hui_json *field = hui_json_find(e->c.def, "field");
    hui_json_put(e->c.arena, e->measures, NULL, hui_composite_measure(&e->c, op, field, prefix));
}

static void calculate(errorbar *e, const char *expression, const char *prefix)
{
    hui_json_put(
        e->c.arena, e->calculations, NULL,
        HUI_OBJECT(e->c.arena, e->c.def, {"calculate", say(e, expression)}, {"as", hui_composite_name(&e->c, prefix)}));
}

static void sum_up(errorbar *e, const char *prefix, const char *title)
{
    *hui_vec_push(e->c.arena, &e->summary) = (hui_summary){prefix, title};
}

static const char *upper_first(hui_arena *arena, const char *word)
{
    char *text = hui_arena_string(arena, word);
    if (text[0] >= 'a' && text[0] <= 'z')
        text[0] = (char)(text[0] - ('a' - 'A'));
    return text;
}

/* The centre, and as much as the spread to both sides of it. */
static void find_spread(errorbar *e, const char *center, const char *extent)
{
    hui_arena *arena = e->c.arena;
    const char *middle = hui_composite_datum(&e->c, hui_composite_name(&e->c, "center_")->string);
    const char *spread = hui_composite_datum(&e->c, hui_composite_name(&e->c, "extent_")->string);
    const char *title = upper_first(arena, center);
    measure(e, extent, "extent_");
    measure(e, center, "center_");
    calculate(e, hui_arena_printf(arena, "%s + %s", middle, spread), "upper_");
    calculate(e, hui_arena_printf(arena, "%s - %s", middle, spread), "lower_");
    sum_up(e, "center_", title);
    sum_up(e, "upper_", hui_arena_printf(arena, "%s + %s", title, extent));
    sum_up(e, "lower_", hui_arena_printf(arena, "%s - %s", title, extent));
    e->named = true;
}

static const char *aggregate_title(const errorbar *e, const char *op)
{
    const hui_channel_def def = {.kind = HUI_DEF_FIELD, .field = e->c.field, .op = hui_aggregate_find(op)};
    return hui_def_title(&e->c.rewrite->chart, &def);
}

static void find_interval(errorbar *e, const char *lower, const char *upper, const char *center)
{
    measure(e, lower, "lower_");
    measure(e, upper, "upper_");
    measure(e, center, "center_");
    sum_up(e, "upper_", aggregate_title(e, upper));
    sum_up(e, "lower_", aggregate_title(e, lower));
    sum_up(e, "center_", aggregate_title(e, center));
}

static void measure_raw(errorbar *e)
{
    const char *extent = hui_spec_string(e->c.mark, "extent", ""), *center = hui_spec_string(e->c.mark, "center", "");
    if (!*center)
        center = *extent ? (strcmp(extent, "iqr") ? "mean" : "median")
                         : hui_spec_string(e->c.config, "errorbar.center", "mean");
    if (!*extent)
        extent = strcmp(center, "mean") ? "iqr" : "stderr";
    if (!strcmp(extent, "stderr") || !strcmp(extent, "stdev"))
        find_spread(e, center, extent);
    else if (!strcmp(extent, "ci"))
        find_interval(e, "ci0", "ci1", "mean");
    else
        find_interval(e, "q1", "q3", "median");
}

/* The field of x2, yError and the like. */
static const char *find_field(errorbar *e, const char *suffix)
{
    const char *channel = hui_arena_printf(e->c.arena, "%s%s", e->c.axis, suffix);
    return hui_spec_string(hui_json_find(e->c.encoding, channel), "field", NULL);
}

/* Calculates a bound from the field and, if `other` is not NULL, an error to add or subtract. */
static void calculate_bound(errorbar *e, const char *prefix, const char *field, char sign, const char *other)
{
    hui_arena *arena = e->c.arena;
    const char *value = hui_composite_value(&e->c, field), *title = field;
    if (other) {
        value = hui_arena_printf(arena, "%s %c %s", value, sign, hui_composite_value(&e->c, other));
        title = hui_arena_printf(arena, "%s %c %s", field, sign, other);
    }
    calculate(e, value, prefix);
    sum_up(e, prefix, title);
}

static bool measure_bounds(errorbar *e)
{
    const char *end = find_field(e, "2");
    if (!end)
        return hui_composite_fault(&e->c, hui_arena_printf(e->c.arena, "needs a field on %s", e->c.second));
    calculate_bound(e, "upper_", end, 0, NULL);
    calculate_bound(e, "lower_", e->c.field, 0, NULL);
    return true;
}

static bool measure_errors(errorbar *e)
{
    const char *error = find_field(e, "Error"), *second = find_field(e, "Error2");
    if (!error)
        return hui_composite_fault(&e->c, hui_arena_printf(e->c.arena, "needs a field on %sError", e->c.axis));
    sum_up(e, "", e->c.field);
    calculate_bound(e, "upper_", e->c.field, '+', error);
    calculate_bound(e, "lower_", e->c.field, second ? '+' : '-', second ? second : error);
    return true;
}

/* What is left of the encoding stands for all parts. */
static hui_extraction extract_rest(const errorbar *e)
{
    const char *error = hui_arena_printf(e->c.arena, "%sError", e->c.axis);
    const char *second = hui_arena_printf(e->c.arena, "%sError2", e->c.axis);
    const char *const taken[] = {e->c.axis, e->c.second, error, second, NULL};
    return hui_encoding_extract(e->c.rewrite, hui_json_without(e->c.arena, e->c.encoding, taken));
}

static bool read_errorbar(errorbar *e)
{
    e->measures = hui_json_make(e->c.arena, HUI_JSON_ARRAY, e->c.mark);
    e->calculations = hui_json_make(e->c.arena, HUI_JSON_ARRAY, e->c.mark);
    if (!find_input(e) || !hui_composite_find_axis(&e->c))
        return false;
    if (e->input == RAW)
        measure_raw(e);
    else if (!(e->input == BOUNDS ? measure_bounds(e) : measure_errors(e)))
        return false;
    e->extraction = extract_rest(e);
    e->tooltip = hui_composite_tooltip(&e->c, e->summary.at, e->summary.count, e->extraction.encoding, e->named);
    return true;
}

static const hui_json *list_steps(const errorbar *e, const hui_json *before)
{
    hui_arena *arena = e->c.arena;
    hui_json *steps = hui_json_make(arena, HUI_JSON_ARRAY, before ? before : e->c.mark);
    hui_json *measures = hui_json_make(arena, HUI_JSON_ARRAY, e->c.mark);
    hui_json_append_all(arena, measures, e->extraction.aggregate);
    hui_json_append_all(arena, measures, e->measures);
    hui_json_append_all(arena, steps, before);
    hui_json_append_all(arena, steps, e->extraction.bins);
    hui_json_append_all(arena, steps, e->extraction.time_units);
    const hui_json *groupby = e->input == RAW ? e->extraction.groupby : hui_json_make(arena, HUI_JSON_ARRAY, e->c.mark);
    if (measures->count)
        hui_json_put(arena, steps, NULL, HUI_OBJECT(arena, e->c.mark, {"aggregate", measures}, {"groupby", groupby}));
    hui_json_append_all(arena, steps, e->calculations);
    return steps;
}

/* Layers
 * ------ */

static void add_part(const errorbar *e, hui_json *layers, const char *part, const hui_json *mark, const char *from,
                     const char *to)
{
    hui_composite_add(&e->c, layers, &(hui_composite_part){part, mark, from, to, e->extraction.encoding, e->tooltip});
}

const hui_json *hui_errorbar_expand(hui_rewrite *r, const hui_json *unit, const hui_rewrite_scope *scope)
{
    errorbar e = {.c = hui_composite_start(r, unit, scope)};
    if (!read_errorbar(&e))
        return NULL;
    hui_json_remove(r->arena, e.extraction.encoding, "size");
    const hui_json *mark = e.c.mark, *thickness = hui_json_find(mark, "thickness");
    const hui_json *tick = HUI_OBJECT(r->arena, mark, {"type", say(&e, "tick")},
                                      {"orient", say(&e, e.c.vertical ? "horizontal" : "vertical")},
                                      {"aria", hui_json_make_bool(r->arena, false, mark)}, {"thickness", thickness},
                                      {"size", hui_json_find(mark, "size")});
    const hui_json *rule = HUI_OBJECT(r->arena, mark, {"type", say(&e, "rule")},
                                      {"ariaRoleDescription", say(&e, "errorbar")}, {"size", thickness});
    hui_json *layers = hui_json_make(r->arena, HUI_JSON_ARRAY, mark), *outer = hui_composite_outer(&e.c, unit);
    add_part(&e, layers, "ticks", tick, "lower_", NULL);
    add_part(&e, layers, "ticks", tick, "upper_", NULL);
    add_part(&e, layers, "rule", rule, "lower_", "upper_");
    hui_json_put(r->arena, outer, "transform", list_steps(&e, hui_json_find(outer, "transform")));
    if (layers->count == 1)
        hui_json_put_all(r->arena, outer, layers->first);
    else
        hui_json_put(r->arena, outer, "layer", layers);
    return outer;
}

const hui_json *hui_errorband_expand(hui_rewrite *r, const hui_json *unit, const hui_rewrite_scope *scope)
{
    errorbar e = {.c = hui_composite_start(r, unit, scope)};
    if (!read_errorbar(&e))
        return NULL;
    const hui_json *mark = e.c.mark, *curve = hui_json_if_truthy(hui_json_find(mark, "interpolate"));
    const hui_json *tension = curve ? hui_json_if_truthy(hui_json_find(mark, "tension")) : NULL;
    const bool plane = hui_json_find(e.c.encoding, "x") && hui_json_find(e.c.encoding, "y");
    const hui_json *band =
        HUI_OBJECT(r->arena, mark, {"type", say(&e, plane ? "area" : "rect")}, {"interpolate", plane ? curve : NULL},
                   {"tension", plane ? tension : NULL}, {"ariaRoleDescription", plane ? say(&e, "errorband") : NULL});
    const hui_json *border = HUI_OBJECT(r->arena, mark, {"type", say(&e, plane ? "line" : "rule")},
                                        {"interpolate", plane ? curve : NULL}, {"tension", plane ? tension : NULL},
                                        {"aria", plane ? hui_json_make_bool(r->arena, false, mark) : NULL});
    hui_json *layers = hui_json_make(r->arena, HUI_JSON_ARRAY, mark), *outer = hui_composite_outer(&e.c, unit);
    add_part(&e, layers, "band", band, "lower_", "upper_");
    add_part(&e, layers, "borders", border, "lower_", NULL);
    add_part(&e, layers, "borders", border, "upper_", NULL);
    hui_json_put(r->arena, outer, "transform", list_steps(&e, hui_json_find(outer, "transform")));
    hui_json_put(r->arena, outer, "layer", layers);
    return outer;
}
