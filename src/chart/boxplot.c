/* Box plots: quartiles as boxes, whiskers to the extremes or to a multiple of the interquartile range, outliers. */
#include "chart/normalize_composite.h"

#include <string.h>

typedef struct boxplot {
    hui_composite c;
    const char *extent;    /* of the whiskers, as a number of interquartile ranges; NULL: to the extremes */
    const hui_json *size;  /* of box and median, NULL: none */
    const hui_json *color; /* encoding, NULL: none */
    const hui_json *outlier_tooltip;
    hui_extraction extraction;
    const hui_json *plain;   /* encoding of what has no size or colour of its own */
    const hui_json *tooltip; /* the five numbers */
} boxplot;

bool hui_boxplot_matches(const hui_json *unit, const hui_json *config)
{
    (void)config;
    return !strcmp(hui_mark_type_word(unit), "boxplot");
}

/* Tooltips without an aggregate are for outliers, the others for boxes. */
static const hui_json *split_tooltip(boxplot *b, const hui_json *encoding)
{
    static const char *const key[] = {"tooltip", NULL};
    hui_arena *arena = b->c.arena;
    const hui_json *tooltip = hui_json_find(encoding, "tooltip");
    hui_json *rest = hui_json_without(arena, encoding, key);
    if (!hui_json_is(tooltip, HUI_JSON_ARRAY)) {
        if (hui_json_truthy(hui_spec_find(tooltip, "aggregate")))
            return encoding;
        b->outlier_tooltip = hui_json_if_truthy(tooltip);
        return rest;
    }
    hui_json *summed = hui_json_make(arena, HUI_JSON_ARRAY, tooltip),
             *single = hui_json_make(arena, HUI_JSON_ARRAY, tooltip);
    for (const hui_json *def = tooltip->first; def; def = def->next)
        hui_json_put(arena, hui_json_truthy(hui_spec_find(def, "aggregate")) ? summed : single, NULL, def);
    if (summed->count)
        hui_json_put(arena, rest, "tooltip", summed);
    if (single->count)
        b->outlier_tooltip = single->count == 1 ? single->first : single;
    return rest;
}

static hui_json *list(const boxplot *b)
{
    return hui_json_make(b->c.arena, HUI_JSON_ARRAY, b->c.mark);
}

/* The quartiles of the field, as lower_box_… and upper_box_…. */
static hui_json *measure_quartiles(const boxplot *b)
{
    const hui_json *field = hui_json_find(b->c.def, "field");
    hui_json *measures = list(b);
    hui_json_put(b->c.arena, measures, NULL, hui_composite_measure(&b->c, "q1", field, "lower_box_"));
    hui_json_put(b->c.arena, measures, NULL, hui_composite_measure(&b->c, "q3", field, "upper_box_"));
    return measures;
}

static const hui_json *aggregate_boxes(const boxplot *b)
{
    const hui_json *field = hui_json_find(b->c.def, "field");
    hui_json *measures = list(b), *steps = list(b);
    hui_json_append_all(b->c.arena, measures, b->extraction.aggregate);
    hui_json_append_all(b->c.arena, measures, measure_quartiles(b));
    hui_json_put(b->c.arena, measures, NULL, hui_composite_measure(&b->c, "median", field, "mid_box_"));
    hui_json_put(b->c.arena, measures, NULL,
                 hui_composite_measure(&b->c, "min", field, b->extent ? "min_" : "lower_whisker_"));
    hui_json_put(b->c.arena, measures, NULL,
                 hui_composite_measure(&b->c, "max", field, b->extent ? "max_" : "upper_whisker_"));
    hui_json_append_all(b->c.arena, steps, b->extraction.bins);
    hui_json_append_all(b->c.arena, steps, b->extraction.time_units);
    hui_json_put(b->c.arena, steps, NULL,
                 HUI_OBJECT(b->c.arena, b->c.mark, {"aggregate", measures}, {"groupby", b->extraction.groupby}));
    return steps;
}

/* Marks
 * ----- */

static const hui_json *say(const boxplot *b, const char *text)
{
    return hui_composite_text(&b->c, text);
}

static const hui_json *mute(const boxplot *b)
{
    return hui_json_make_bool(b->c.arena, false, b->c.mark);
}

static const hui_json *find_tooltip(const boxplot *b, bool whiskers)
{
    const bool extremes = !b->extent;
    const hui_summary box[] = {{extremes ? "upper_whisker_" : "max_", "Max"},
                               {"upper_box_", "Q3"},
                               {"mid_box_", "Median"},
                               {"lower_box_", "Q1"},
                               {extremes ? "lower_whisker_" : "min_", "Min"}};
    const hui_summary ends[] = {{"upper_whisker_", "Upper Whisker"}, {"lower_whisker_", "Lower Whisker"}};
    return whiskers && !extremes ? hui_composite_tooltip(&b->c, ends, 2, b->extraction.encoding, true)
                                 : hui_composite_tooltip(&b->c, box, 5, b->extraction.encoding, true);
}

static void add_whiskers(const boxplot *b, hui_json *layers)
{
    hui_arena *arena = b->c.arena;
    const hui_json *like = b->c.mark, *invalid = hui_json_find(b->c.mark, "invalid"), *tooltip = find_tooltip(b, true);
    const hui_json *rule = HUI_OBJECT(arena, like, {"type", say(b, "rule")}, {"invalid", invalid}, {"aria", mute(b)});
    const hui_json *tick = HUI_OBJECT(arena, like, {"type", say(b, "tick")}, {"color", say(b, "black")},
                                      {"opacity", hui_json_make_number(arena, 1, like)},
                                      {"orient", say(b, b->c.vertical ? "horizontal" : "vertical")},
                                      {"invalid", invalid}, {"aria", mute(b)});
    const hui_composite_part parts[] = {{"rule", rule, "lower_whisker_", "lower_box_", b->plain, tooltip},
                                        {"rule", rule, "upper_box_", "upper_whisker_", b->plain, tooltip},
                                        {"ticks", tick, "lower_whisker_", NULL, b->plain, tooltip},
                                        {"ticks", tick, "upper_whisker_", NULL, b->plain, tooltip}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hui_composite_add(&b->c, layers, &parts[i]);
}

/* A median stands out against its box, unless that has no height: then it takes the box's colour. */
static const hui_json *color_median(const boxplot *b)
{
    hui_arena *arena = b->c.arena;
    const hui_json *box = hui_spec_find(b->c.config, "boxplot.box");
    const hui_json *color =
        hui_json_is(box, HUI_JSON_OBJECT) ? hui_json_find(box, "color") : hui_spec_find(b->c.config, "mark.color");
    const char *lower = hui_composite_datum(&b->c, hui_composite_name(&b->c, "lower_box_")->string);
    const char *upper = hui_composite_datum(&b->c, hui_composite_name(&b->c, "upper_box_")->string);
    hui_json *condition =
        HUI_OBJECT(arena, b->c.mark, {"test", say(b, hui_arena_printf(arena, "%s >= %s", lower, upper))});
    if (b->color)
        hui_json_put_all(arena, condition, b->color);
    else
        hui_json_put(arena, condition, "value", hui_json_truthy(color) ? color : say(b, "#4c78a8"));
    return HUI_OBJECT(arena, b->c.mark, {"condition", condition});
}

static void add_boxes(const boxplot *b, hui_json *layers)
{
    hui_arena *arena = b->c.arena;
    const hui_json *like = b->c.mark, *invalid = hui_json_find(b->c.mark, "invalid");
    const hui_json *box = HUI_OBJECT(arena, like, {"type", say(b, "bar")}, {"size", b->size},
                                     {"orient", say(b, b->c.vertical ? "vertical" : "horizontal")},
                                     {"invalid", invalid}, {"ariaRoleDescription", say(b, "box")});
    const hui_json *median =
        HUI_OBJECT(arena, like, {"type", say(b, "tick")}, {"invalid", invalid},
                   {"color", hui_json_if_truthy(hui_spec_find(b->c.config, "boxplot.median.color"))}, {"size", b->size},
                   {"orient", say(b, b->c.vertical ? "horizontal" : "vertical")}, {"aria", mute(b)});
    hui_json *colored = hui_json_copy(arena, b->plain);
    hui_json_put_if(arena, colored, "size", hui_json_if_truthy(hui_json_find(b->extraction.encoding, "size")));
    hui_json_put(arena, colored, "color", color_median(b));
    hui_composite_add(
        &b->c, layers,
        &(hui_composite_part){"box", box, "lower_box_", "upper_box_", b->extraction.encoding, b->tooltip});
    hui_composite_add(&b->c, layers, &(hui_composite_part){"median", median, "mid_box_", NULL, colored, b->tooltip});
}

/* Tukey's box plot: whiskers end at the last values within a distance of the box; what is beyond are outliers
 * ---------------------------------------------------------------------------------------------------------- */

typedef struct limits {
    const char *value, *lower, *upper; /* expressions */
} limits;

static limits find_limits(const boxplot *b)
{
    hui_arena *arena = b->c.arena;
    const char *lower = hui_composite_datum(&b->c, hui_composite_name(&b->c, "lower_box_")->string);
    const char *upper = hui_composite_datum(&b->c, hui_composite_name(&b->c, "upper_box_")->string);
    return (limits){hui_composite_value(&b->c, b->c.field),
                    hui_arena_printf(arena, "%s - %s * (%s - %s)", lower, b->extent, upper, lower),
                    hui_arena_printf(arena, "%s + %s * (%s - %s)", upper, b->extent, upper, lower)};
}

static const hui_json *filter(const boxplot *b, const char *test)
{
    return HUI_OBJECT(b->c.arena, b->c.mark, {"filter", say(b, test)});
}

static const hui_json *make_outliers(const boxplot *b, limits l)
{
    static const char *const tooltip[] = {"tooltip", NULL};
    hui_arena *arena = b->c.arena;
    const hui_json *mark =
        hui_composite_style(&b->c, "outliers", HUI_OBJECT(arena, b->c.mark, {"type", say(b, "point")}));
    if (!mark)
        return NULL;
    hui_json *encoding =
        HUI_OBJECT(arena, b->c.encoding, {b->c.axis, hui_composite_position(&b->c, hui_json_find(b->c.def, "field"))});
    hui_json_put_all(arena, encoding, hui_json_without(arena, b->plain, tooltip));
    hui_json_put_if(arena, encoding, "color", b->color);
    hui_json_put_if(arena, encoding, "tooltip", b->outlier_tooltip);
    hui_json *steps = list(b);
    hui_json_put(arena, steps, NULL,
                 filter(b, hui_arena_printf(arena, "(%s < %s) || (%s > %s)", l.value, l.lower, l.value, l.upper)));
    return HUI_OBJECT(arena, b->c.mark, {"transform", steps}, {"mark", mark}, {"encoding", encoding});
}

/* `steps`: what comes before. */
static const hui_json *make_whiskers(const boxplot *b, limits l, hui_json *steps)
{
    hui_arena *arena = b->c.arena;
    const hui_json *field = hui_json_find(b->c.def, "field");
    hui_json *measures = list(b), *layers = list(b);
    hui_json_put(arena, measures, NULL, hui_composite_measure(&b->c, "min", field, "lower_whisker_"));
    hui_json_put(arena, measures, NULL, hui_composite_measure(&b->c, "max", field, "upper_whisker_"));
    hui_json_put(arena, measures, NULL,
                 hui_composite_measure(&b->c, "min", hui_composite_path(&b->c, "lower_box_"), "lower_box_"));
    hui_json_put(arena, measures, NULL,
                 hui_composite_measure(&b->c, "max", hui_composite_path(&b->c, "upper_box_"), "upper_box_"));
    hui_json_append_all(arena, measures, b->extraction.aggregate);
    hui_json_put(arena, steps, NULL,
                 filter(b, hui_arena_printf(arena, "(%s <= %s) && (%s <= %s)", l.lower, l.value, l.value, l.upper)));
    hui_json_put(arena, steps, NULL,
                 HUI_OBJECT(arena, b->c.mark, {"aggregate", measures}, {"groupby", b->extraction.groupby}));
    add_whiskers(b, layers);
    return HUI_OBJECT(arena, b->c.mark, {"transform", steps}, {"layer", layers});
}

static const hui_json *make_beyond(const boxplot *b)
{
    hui_arena *arena = b->c.arena;
    const limits l = find_limits(b);
    const hui_json *outliers = make_outliers(b, l);
    hui_json *steps = list(b);
    hui_json_append_all(arena, steps, b->extraction.bins);
    hui_json_append_all(arena, steps, b->extraction.time_units);
    hui_json_put(
        arena, steps, NULL,
        HUI_OBJECT(arena, b->c.mark, {"joinaggregate", measure_quartiles(b)}, {"groupby", b->extraction.groupby}));
    if (!outliers)
        return make_whiskers(b, l, steps);
    hui_json *layers = list(b);
    hui_json_put(arena, layers, NULL, outliers);
    hui_json_put(arena, layers, NULL, make_whiskers(b, l, list(b)));
    return HUI_OBJECT(arena, b->c.mark, {"transform", steps}, {"layer", layers});
}

/* The whole
 * --------- */

static bool read_boxplot(boxplot *b)
{
    static const char *const own[] = {"size", "color", NULL};
    const hui_json *extent = hui_json_find(b->c.mark, "extent");
    if (!hui_composite_orient(&b->c) || !hui_composite_find_axis(&b->c))
        return false;
    const char *const axis[] = {b->c.axis, NULL};
    if (!extent || extent->kind == HUI_JSON_NULL)
        extent = hui_spec_find(b->c.config, "boxplot.extent");
    if (hui_json_is(extent, HUI_JSON_NUMBER))
        b->extent = hui_number_string(b->c.arena, extent->number);
    b->size = hui_json_if_truthy(hui_mark_definition_find(b->c.mark, b->c.config, "size"));
    b->extraction =
        hui_encoding_extract(b->c.rewrite, split_tooltip(b, hui_json_without(b->c.arena, b->c.encoding, axis)));
    b->color = hui_json_if_truthy(hui_json_find(b->extraction.encoding, "color"));
    b->plain = hui_json_without(b->c.arena, b->extraction.encoding, own);
    b->tooltip = find_tooltip(b, false);
    return true;
}

const hui_json *hui_boxplot_expand(hui_rewrite *r, const hui_json *unit, const hui_rewrite_scope *scope)
{
    boxplot b = {.c = hui_composite_start(r, unit, scope)};
    if (!read_boxplot(&b))
        return NULL;
    hui_json *outer = hui_composite_outer(&b.c, unit), *layers = list(&b);
    const hui_json *aggregated = aggregate_boxes(&b);
    if (!b.extent)
        add_whiskers(&b, layers);
    add_boxes(&b, layers);
    if (!b.extent) {
        hui_json *steps = list(&b);
        hui_json_append_all(r->arena, steps, hui_json_find(outer, "transform"));
        hui_json_append_all(r->arena, steps, aggregated);
        hui_json_put(r->arena, outer, "transform", steps);
    } else {
        const hui_json *boxes = HUI_OBJECT(r->arena, b.c.mark, {"transform", aggregated}, {"layer", layers});
        layers = list(&b);
        hui_json_put(r->arena, layers, NULL, make_beyond(&b));
        hui_json_put(r->arena, layers, NULL, boxes);
    }
    hui_json_put(r->arena, outer, "layer", layers);
    return outer;
}
