/* Legends of a frame: parts of one field become one legend, which is drawn as symbols, as a gradient or as bands. */
#include "chart/legend.h"

#include "chart/encode.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

/* Legends of one view: those of the same field and of scales that go together are one. */
typedef struct entry {
    const char *field; /* NULL: of the channel alone */
    hui_channel channel;
    hui_legend_part *part;
} entry;

typedef struct group_list {
    entry *at;
    size_t count, capacity;
} group_list;

/* Grouping
 * -------- */

/* The one field that all units below show on a channel; *several where they differ. */
static const char *channel_field(const hui_view *view, hui_channel channel, bool *several)
{
    const hui_channel_def *def = view->kind == HUI_VIEW_UNIT ? hui_unit_scaled(view, channel) : NULL;
    if (def)
        return def->kind == HUI_DEF_FIELD ? def->field : NULL;
    const char *field = NULL;
    for (size_t i = 0; i < view->child_count; i++) {
        bool differ = false;
        const char *other = channel_field(view->children[i], channel, &differ);
        if (field && other && strcmp(field, other) != 0)
            *several = true;
        field = field ? field : other;
    }
    return *several ? NULL : field;
}

static bool is_discrete(const hui_view *view, hui_channel channel)
{
    const hui_scale_part *scale = hui_view_scale(view, channel);
    return scale && ((hui_scale_traits(scale->type) & HUI_SCALE_DISCRETE) || scale->type == HUI_SCALE_BIN_ORDINAL);
}

static void add_once(hui_arena *arena, hui_json *list, const hui_json *value)
{
    for (const hui_json *item = list->first; item; item = item->next)
        if (hui_json_equal(item, value))
            return;
    hui_json_put(arena, list, NULL, value);
}

/* Adds the values that a domain lists itself; false if there are none. */
static bool add_listed(const hui_view *view, hui_channel channel, hui_json *list)
{
    const hui_scale_part *scale = hui_view_scale(view, channel);
    hui_arena *arena = view->chart->arena;
    bool any = false;
    for (size_t i = 0; i < scale->domains.count; i++) {
        const hui_domain_part *part = &scale->domains.at[i];
        for (size_t k = 0; part->kind == HUI_DOMAIN_VALUES && k < part->value_count; k++) {
            add_once(arena, list, hui_json_from_value(arena, part->values[k], scale->def->json));
            any = true;
        }
    }
    return any;
}

/* A legend of two discrete scales shows the values of both, where their domains are given. */
static void join_values(const hui_view *view, const entry *e, hui_channel channel)
{
    hui_json *list = hui_json_make(view->chart->arena, HUI_JSON_ARRAY, e->part->def->json);
    if (is_discrete(view, channel) && !hui_split_given(e->part->props, "values") &&
        add_listed(view, e->channel, list) && add_listed(view, channel, list))
        hui_split_put(view->chart->arena, e->part->props, "values", list, false);
}

static bool join_group(const hui_view *view, const entry *e, const char *field, hui_channel channel)
{
    const bool same = field && e->field && !strcmp(field, e->field);
    if (!same || !hui_view_scale(view, e->channel) || !hui_view_scale(view, channel) ||
        is_discrete(view, e->channel) != is_discrete(view, channel) ||
        !hui_legend_part_merge(view->chart->arena, e->part, view->legends[channel]))
        return false;
    join_values(view, e, channel);
    return true;
}

static void add_channel(const hui_view *view, hui_channel channel, group_list *groups)
{
    bool several = false;
    const char *field = channel_field(view, channel, &several);
    for (size_t i = 0; i < groups->count; i++) {
        if (groups->at[i].channel == channel || join_group(view, &groups->at[i], field, channel))
            return;
    }
    *hui_vec_push(view->chart->arena, groups) =
        (entry){field, channel, hui_legend_part_copy(view->chart->arena, view->legends[channel])};
}

/* Channels of a view's legends in the order in which its units have them. */
static void add_channels(const hui_view *view, const hui_view *below, bool *seen, group_list *groups)
{
    static const hui_channel order[] = {HUI_CHANNEL_COLOR,       HUI_CHANNEL_SIZE,   HUI_CHANNEL_SHAPE,
                                        HUI_CHANNEL_FILL,        HUI_CHANNEL_STROKE, HUI_CHANNEL_STROKEDASH,
                                        HUI_CHANNEL_STROKEWIDTH, HUI_CHANNEL_OPACITY};
    for (size_t i = 0; i < sizeof order / sizeof *order && below->kind == HUI_VIEW_UNIT; i++)
        if (!seen[order[i]] && view->legends[order[i]] && hui_unit_scaled(below, order[i])) {
            seen[order[i]] = true;
            add_channel(view, order[i], groups);
        }
    for (size_t i = 0; i < below->child_count; i++)
        add_channels(view, below->children[i], seen, groups);
}

/* Drawing
 * ------- */

/* Vega's order of preference for the scale whose values are shown. */
static size_t main_target(const hui_legend_part *part)
{
    static const char *const order[] = {"size", "shape", "fill", "stroke", "strokeWidth", "strokeDash", "opacity"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (hui_legend_part_shows(part, order[i]))
            return hui_legend_target(part, order[i]);
    return 0;
}

static hui_legend_kind find_kind(const hui_legend_drawing *d)
{
    const unsigned traits = hui_scale_traits(d->scale->type);
    const bool colored = hui_legend_part_shows(d->part, "fill") || hui_legend_part_shows(d->part, "stroke");
    const char *type = hui_json_string(hui_split_find(d->part->props, "type"), NULL);
    const bool ramp = type ? !strcmp(type, "gradient") : d->part->channel_count == 1 && colored;
    if (!ramp || d->scale->domain_count == 0)
        return HUI_LEGEND_SYMBOL;
    if (traits & HUI_SCALE_DISCRETIZING)
        return HUI_LEGEND_BAND;
    return traits & HUI_SCALE_CONTINUOUS ? HUI_LEGEND_GRADIENT : HUI_LEGEND_SYMBOL;
}

/* The frame of the plot that a unit is drawn in, here or below. */
static const hui_frame *find_plot(const hui_frame *frame, const hui_view *plot)
{
    const hui_frame *found = frame->view == plot ? frame : NULL;
    for (size_t i = 0; !found && i < frame->children.count; i++)
        found = find_plot(frame->children.at[i], plot);
    return found;
}

static double between(const hui_legend_drawing *d, const hui_json *length)
{
    const hui_view *view = d->part->unit;
    while (view->parent && view->parent->kind == HUI_VIEW_LAYER)
        view = view->parent;
    const hui_frame *plot = find_plot(d->frame, view);
    const bool width = hui_json_is_string(hui_json_find(length, "size"), "width");
    const double size =
        plot ? hui_frame_extent(plot, d->part->unit, width ? 0 : 1, width ? plot->width : plot->height) : NAN;
    return fmin(hui_spec_number(length, "most", 200), fmax(hui_spec_number(length, "least", 64), size));
}

static void measure_ramp(hui_legend_drawing *d)
{
    const char *direction = hui_guide_word(&d->props, "direction", hui_guide_word(&d->props, "gradientDirection", ""));
    const hui_json *length = hui_guide_find(&d->props, "gradientLength");
    d->vertical = !strcmp(direction, "vertical");
    d->length = hui_json_is(length, HUI_JSON_OBJECT) ? between(d, length) : hui_json_number(length, 200);
    d->thickness = hui_guide_number(&d->props, "gradientThickness", 16);
}

static void look_labels(hui_legend_drawing *d)
{
    hui_guide_text(&d->props, "label", hui_guide_style(d->frame->chart, "guide-label"), &d->label);
    d->label.text.align = hui_anchor_read(hui_guide_word(&d->props, "labelAlign", "left"), HUI_ANCHOR_START);
    d->label.text.baseline =
        hui_baseline_read(hui_guide_word(&d->props, "labelBaseline", "middle"), HUI_BASELINE_MIDDLE);
}

static const hui_json *given_properties(hui_arena *arena, const hui_legend_part *part)
{
    return hui_json_merge(arena, part->props.derived, part->props.given);
}

static void list_labels(const hui_legend_drawing *d)
{
    hui_legend_picture *legend = &d->guide->legend;
    legend->labels = HUI_NEW_ARRAY(d->arena, const char *, d->entry_count + 1);
    for (size_t i = 0; i < d->entry_count; i++)
        if (*d->entries[i].label)
            legend->labels[legend->label_count++] = d->entries[i].label;
}

static void add_legend(hui_frame *frame, const hui_view *view, const hui_legend_part *part)
{
    hui_arena *arena = frame->chart->arena;
    hui_legend_drawing d = {.frame = frame,
                            .arena = arena,
                            .part = part,
                            .given = given_properties(arena, part),
                            .config = hui_guide_config(frame->chart, "legend")};
    for (size_t i = 0; i < part->channel_count; i++)
        d.scales[i] = hui_frame_scale(frame, view, part->channels[i]);
    d.scale = d.scales[main_target(part)];
    if (!d.scale)
        return;
    d.props = (hui_guide_props){frame, {d.given, d.config}};
    d.guide = hui_vec_push(arena, &frame->legends);
    d.guide->kind = HUI_GUIDE_LEGEND;
    d.kind = d.guide->legend.kind = find_kind(&d);
    look_labels(&d);
    if (d.kind != HUI_LEGEND_SYMBOL)
        measure_ramp(&d);
    hui_legend_find_entries(&d);
    if (d.kind == HUI_LEGEND_SYMBOL)
        hui_legend_draw_symbols(&d);
    else
        hui_legend_draw_ramp(&d);
    list_labels(&d);
    hui_legend_finish(&d);
}

void hui_frame_add_legends(hui_frame *frame, const hui_view *view)
{
    group_list groups = {0};
    bool seen[HUI_CHANNEL_COUNT] = {false};
    add_channels(view, view, seen, &groups);
    for (size_t i = 0; i < groups.count; i++)
        if (!hui_legend_part_disabled(groups.at[i].part))
            add_legend(frame, view, groups.at[i].part);
    for (size_t i = 0; view->kind == HUI_VIEW_LAYER && i < view->child_count; i++)
        hui_frame_add_legends(frame, view->children[i]);
}
