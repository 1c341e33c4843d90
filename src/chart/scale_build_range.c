/* Ranges of scales for the size of a frame. */
#include "chart/guide.h"
#include "chart/scale_building.h"

#include "json/make.h"

#include <math.h>
#include <string.h>

static unsigned traits_of(const hui_scale_part *part)
{
    return hui_scale_traits(part->type);
}

/* Ranges
 * ------ */

static void set_range(hui_scale_building *b, double from, double to)
{
    b->scale->range = HUI_NEW_ARRAY(b->arena, hui_value, 2);
    b->scale->range[0] = hui_value_number(from);
    b->scale->range[1] = hui_value_number(to);
    b->scale->range_count = 2;
}

static bool is_x(const hui_scale_part *part)
{
    return part->channel == HUI_CHANNEL_X || part->channel == HUI_CHANNEL_XOFFSET;
}

static double band_space(double count, double inner, double outer)
{
    const double space = count - inner + outer * 2;
    return count > 0 ? fmax(space > 0 ? space : 1, 0) : 0;
}

static double prop_number(const hui_scale_part *part, const char *key, const char *other)
{
    const hui_json *found = hui_split_find(part->props, key);
    return hui_json_number(found ? found : hui_split_find(part->props, other), 0);
}

double hui_scale_part_space(const hui_scale_part *part, size_t count)
{
    const bool point = part->type == HUI_SCALE_POINT;
    return band_space((double)count, point ? 1 : prop_number(part, "paddingInner", "padding"),
                      prop_number(part, "paddingOuter", "padding"));
}

/* px of a band of the scale: of a step for the offset in it, as many steps as the offset has bands. */
double hui_scale_band_step(const hui_scale_building *b)
{
    const hui_channel offset = hui_channel_offset(b->part->channel);
    const hui_scale_part *inner = b->part->range.offset_step ? hui_view_scale(b->part->unit, offset) : NULL;
    if (!inner)
        return b->part->range.step;
    const hui_scale_building within = {b->frame, inner, b->arena, NULL};
    const hui_scale *built = hui_frame_scale(b->frame, b->part->unit, offset);
    size_t count = built ? built->domain_count : 0;
    if (!built)
        hui_scale_discrete_values(&within, &count);
    const double bands = inner->type == HUI_SCALE_BAND ? hui_scale_part_space(inner, count) : (double)count;
    const double padding = fmin(prop_number(b->part, "paddingInner", "padding"), 0.99);
    return b->part->range.step * bands / (1 - padding);
}

static void build_steps(hui_scale_building *b)
{
    set_range(b, 0, hui_scale_band_step(b) * hui_scale_part_space(b->part, b->scale->domain_count));
}

/* A time unit's width for offsets that stand in it. */
static void build_duration(hui_scale_building *b)
{
    const hui_channel position = is_x(b->part) ? HUI_CHANNEL_X : HUI_CHANNEL_Y;
    const hui_scale *outer = hui_frame_scale(b->frame, b->part->unit, position);
    const hui_channel_def *def = b->part->unit->channels[position];
    double width = 0;
    if (outer && outer->domain_count > 0 && def && def->unit.parts) {
        const double start = outer->domain[0].number, end = hui_time_unit_offset(def->unit, start, 1);
        width = fabs(hui_scale_number(outer, hui_value_date(end)) - hui_scale_number(outer, hui_value_date(start)));
    }
    const double padding = hui_spec_number(b->frame->chart->config, "scale.bandWithNestedOffsetPaddingInner", 0);
    const double position_share = hui_unit_band_position(b->part->unit, def, NULL);
    const double shift = isnan(position_share) ? 0 : position_share - 0.5;
    set_range(b, (padding / 2 + shift) * width, (1 - padding / 2 + shift) * width);
}

static double bin_count_step(const hui_scale_building *b, hui_channel channel)
{
    const hui_channel_def *def = b->part->unit->channels[channel];
    const hui_size_part own = hui_view_size(b->part->unit, channel == HUI_CHANNEL_X ? 0 : 1);
    const double size = own.kind == HUI_SIZE_NUMBER ? own.number
                        : channel == HUI_CHANNEL_X  ? b->frame->width
                                                    : b->frame->height;
    if (!hui_def_is_field(def) || (!def->bins && isnan(def->bin_step)))
        return NAN;
    const hui_scale *scale = hui_frame_scale(b->frame, b->part->unit, channel);
    const hui_bins bins = b->part->unit->bins[channel];
    if (def->bins)
        return size / ((bins.stop - bins.start) / bins.step);
    return scale && scale->domain_count > 1
               ? size / ((scale->domain[1].number - scale->domain[0].number) / def->bin_step)
               : NAN;
}

/* The largest size where config has none: what fits a step of the plot. */
static double largest(const hui_scale_building *b)
{
    const hui_view *unit = b->part->unit;
    double step = INFINITY;
    for (int i = 0; i < 2; i++) {
        const double bin = bin_count_step(b, i == 0 ? HUI_CHANNEL_X : HUI_CHANNEL_Y);
        const double own = hui_json_is(unit->sizes[i], HUI_JSON_OBJECT) ? hui_spec_number(unit->sizes[i], "step", 20)
                                                                        : hui_view_step(unit, i);
        step = fmin(step, isnan(bin) ? own : bin);
    }
    if (unit->mark_kind == HUI_MARK_KIND_BAR || unit->mark_kind == HUI_MARK_KIND_TICK)
        return step - 1;
    return pow(0.95 * step, 2);
}

/* How many sizes there are between the least and the largest; other channels have these two alone. */
static size_t discretizing_count(const hui_scale_building *b)
{
    const hui_json *config = hui_json_find(b->frame->chart->config, "scale");
    if (b->part->type == HUI_SCALE_THRESHOLD)
        return b->scale->domain_count + 1;
    const char *key = b->part->type == HUI_SCALE_QUANTILE ? "quantileCount" : "quantizeCount";
    return (size_t)fmin(fmax(hui_spec_number(config, key, 4), 1), 1000);
}

static void build_sizes(hui_scale_building *b)
{
    const double low = b->part->range.low;
    const double high = isnan(b->part->range.high) ? largest(b) : b->part->range.high;
    if (!(traits_of(b->part) & HUI_SCALE_DISCRETIZING) || b->part->channel != HUI_CHANNEL_SIZE) {
        set_range(b, low, high);
        return;
    }
    const size_t count = discretizing_count(b);
    b->scale->range = HUI_NEW_ARRAY(b->arena, hui_value, count);
    b->scale->range_count = count;
    for (size_t i = 0; i < count; i++)
        b->scale->range[i] = hui_value_number(count > 1 ? low + (high - low) * (double)i / (double)(count - 1) : low);
}

static void build_pixels(hui_scale_building *b)
{
    const double size = hui_frame_extent(b->frame, b->part->unit, is_x(b->part) ? 0 : 1,
                                         is_x(b->part) ? b->frame->width : b->frame->height);
    const bool upwards = !is_x(b->part) && !(traits_of(b->part) & HUI_SCALE_DISCRETE);
    const bool centered = b->part->range.kind == HUI_RANGE_CENTERED;
    const double from = centered ? -size / 2 : 0, to = centered ? size / 2 : size;
    set_range(b, upwards ? to : from, upwards ? from : to);
}

static void build_band_range(hui_scale_building *b)
{
    const hui_channel channel = is_x(b->part) ? HUI_CHANNEL_X : HUI_CHANNEL_Y;
    const hui_scale *outer = hui_frame_scale(b->frame, b->part->unit, channel);
    if (!outer) /* of a plot further down, if several share the offset */
        outer = hui_frame_scale_below(b->frame, b->part->unit, channel);
    set_range(b, 0, outer ? outer->bandwidth : 0);
}

static double list_number(const hui_scale_building *b, const hui_json *item)
{
    if (hui_json_is_string(item, "width"))
        return b->frame->width;
    if (hui_json_is_string(item, "height"))
        return b->frame->height;
    return hui_json_number(item, NAN);
}

static void build_list(hui_scale_building *b, const hui_json *list)
{
    hui_scale *scale = b->scale;
    const bool colored = (hui_channel_traits(b->part->channel) & HUI_CHANNEL_COLORED) != 0;
    if (!hui_json_is(list, HUI_JSON_ARRAY))
        return;
    scale->range = HUI_NEW_ARRAY(b->arena, hui_value, list->count + 1);
    scale->colors = HUI_NEW_ARRAY(b->arena, hui_color, list->count + 1);
    for (const hui_json *each = list->first; each; each = each->next) {
        const hui_json *item = hui_json_expression(each) ? hui_guide_value(b->frame, each) : each;
        const double number = list_number(b, item);
        if (colored && hui_json_is(item, HUI_JSON_STRING))
            hui_color_css(item->string, &scale->colors[scale->color_count++]);
        else
            scale->range[scale->range_count++] =
                isnan(number) ? hui_value_from_json(b->arena, item) : hui_value_number(number);
    }
}

static const char dashes[] = "[[1,0],[4,2],[2,1],[1,1],[1,2,4,2]]";

static void build_default_list(hui_scale_building *b)
{
    const char *name = b->part->range.name;
    const hui_json *list = name && !strcmp(name, "dash") ? hui_json_constant(b->arena, dashes)
                                                         : hui_spec_find(b->frame->chart->config, "range.symbol");
    build_list(b, list);
}

/* Colours of a scheme for a type of scale (Vega's configureScheme). */
static void use_scheme(hui_scale_building *b, const hui_scheme *scheme, const hui_json *json)
{
    hui_scale *scale = b->scale;
    const double *given = NULL;
    double extent[2];
    const hui_json *extent_json = hui_json_is(json, HUI_JSON_OBJECT) ? hui_json_find(json, "extent") : NULL;
    const double wanted = hui_json_is(json, HUI_JSON_OBJECT) ? hui_spec_number(json, "count", NAN) : NAN;
    if (hui_json_is(extent_json, HUI_JSON_ARRAY)) {
        extent[0] = hui_json_number(hui_json_at(extent_json, 0), 0);
        extent[1] = hui_json_number(hui_json_at(extent_json, 1), 1);
        given = extent;
    }
    size_t count = scale->domain_count;
    if (scale->type == HUI_SCALE_THRESHOLD)
        count++;
    else if (scale->type == HUI_SCALE_BIN_ORDINAL)
        count = count > 0 ? count - 1 : 0;
    else if (scale->type != HUI_SCALE_ORDINAL || !isnan(wanted))
        count = isnan(wanted) ? 5 : (size_t)fmin(fmax(wanted, 1), 1000);
    const bool continuous = (traits_of(b->part) & HUI_SCALE_CONTINUOUS) != 0;
    if (scheme->categorical) {
        const bool all = scale->type == HUI_SCALE_ORDINAL || continuous || count > scheme->count;
        scale->colors = (hui_color *)hui_arena_copy(b->arena, scheme->colors, sizeof *scheme->colors * scheme->count);
        scale->color_count = all ? scheme->count : count;
    } else if (continuous) {
        scale->colors = (hui_color *)hui_arena_copy(b->arena, scheme->colors, sizeof *scheme->colors * scheme->count);
        scale->color_count = scheme->count;
        scale->ramp = true;
        for (int i = 0; given && i < 2; i++)
            scale->ramp_extent[i] = given[i];
    } else {
        scale->colors = hui_scheme_quantize(b->arena, scheme, count, given);
        scale->color_count = count;
    }
}

static void unknown_scheme(hui_scale_building *b, const hui_json *json, const char *name)
{
    const char *nearest = hui_scheme_nearest(name);
    hui_diags_add(b->frame->chart->diags, HUI_CODE_UNKNOWN_VALUE,
                  json ? hui_json_place(b->arena, json) : (hui_place){0},
                  nearest ? hui_arena_printf(b->arena, "did you mean `%s`?", nearest) : NULL, name, "scheme");
}

static void build_scheme(hui_scale_building *b)
{
    const hui_range_part *range = &b->part->range;
    const hui_json *json = range->json;
    if (!json && range->name) {
        const hui_json *named = hui_json_find(hui_json_find(b->frame->chart->config, "range"), range->name);
        json = hui_json_is(named, HUI_JSON_OBJECT) ? hui_json_first(hui_json_find(named, "scheme"), named) : named;
        if (hui_json_is(named, HUI_JSON_OBJECT) && hui_json_find(named, "extent"))
            json = named;
    }
    const char *name = hui_json_string(
        json, hui_spec_string(json, "name", hui_spec_string(json, "scheme", range->name ? range->name : "")));
    hui_scheme scheme;
    if (hui_json_is(json, HUI_JSON_ARRAY)) {
        build_list(b, json);
    } else if (hui_scheme_find(b->arena, name, &scheme)) {
        use_scheme(b, &scheme, json);
    } else {
        unknown_scheme(b, json, name);
    }
}

/* {"field": …}: for each value of the domain the first value of another field there. */
static void build_field_range(hui_scale_building *b)
{
    const hui_scale *scale = b->scale;
    const hui_domain_part *domain = b->part->domains.count > 0 ? &b->part->domains.at[0] : NULL;
    const char *field = hui_spec_string(b->part->range.json, "field", NULL);
    if (!domain || !field || domain->kind != HUI_DOMAIN_COLUMN)
        return;
    const hui_rows rows = hui_frame_rows(b->frame, domain->unit, domain->unit->main);
    const hui_accessor keys = hui_accessor_new(b->arena, rows.table, domain->column);
    const hui_accessor values = hui_accessor_new(b->arena, rows.table, field);
    b->scale->range = HUI_NEW_ARRAY(b->arena, hui_value, scale->domain_count + 1);
    b->scale->colors = HUI_NEW_ARRAY(b->arena, hui_color, scale->domain_count + 1);
    hui_value_index places = {0};
    for (size_t k = 0; k < scale->domain_count; k++)
        hui_value_index_add(b->arena, &places, scale->domain[k]);
    for (size_t i = rows.count; i-- > 0;) {
        const size_t row = hui_row_at(&rows, i), k = hui_value_index_find(&places, hui_accessor_value(&keys, row));
        if (k == SIZE_MAX)
            continue;
        b->scale->range[k] = hui_accessor_value(&values, row);
        b->scale->range_count = k < b->scale->range_count ? b->scale->range_count : k + 1;
    }
    for (size_t k = 0; k < b->scale->range_count; k++) {
        const hui_value value = b->scale->range[k];
        if (value.kind == HUI_VALUE_STRING && hui_color_css(value.string, &b->scale->colors[k]))
            b->scale->color_count = k + 1;
    }
    if (b->scale->color_count > 0)
        b->scale->range_count = 0;
}

static void limit_range(hui_scale_building *b)
{
    const double low = hui_json_number(hui_split_find(b->part->props, "rangeMin"), NAN);
    const double high = hui_json_number(hui_split_find(b->part->props, "rangeMax"), NAN);
    const hui_range_kind kind = b->part->range.kind;
    if (b->scale->range_count != 2 || kind == HUI_RANGE_STEP || kind == HUI_RANGE_LIST || kind == HUI_RANGE_FIELD)
        return;
    if (!isnan(low))
        b->scale->range[0] = hui_value_number(low);
    if (!isnan(high))
        b->scale->range[1] = hui_value_number(high);
}

void hui_scale_build_range(hui_scale_building *b)
{
    switch (b->part->range.kind) {
    case HUI_RANGE_NONE:
        break;
    case HUI_RANGE_FULL:
    case HUI_RANGE_CENTERED:
        build_pixels(b);
        break;
    case HUI_RANGE_STEP:
        build_steps(b);
        break;
    case HUI_RANGE_BANDWIDTH:
        build_band_range(b);
        break;
    case HUI_RANGE_DURATION:
        build_duration(b);
        break;
    case HUI_RANGE_RADIUS:
        set_range(b, 0, fmin(b->frame->width, b->frame->height) / 2);
        break;
    case HUI_RANGE_SIZES:
        build_sizes(b);
        break;
    case HUI_RANGE_LIST:
        if (b->part->range.json)
            build_list(b, b->part->range.json);
        else
            build_default_list(b);
        break;
    case HUI_RANGE_SCHEME:
        build_scheme(b);
        break;
    case HUI_RANGE_FIELD:
        build_field_range(b);
        break;
    }
    limit_range(b);
}
