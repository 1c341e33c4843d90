/* Stacking: which units pile their marks up, along which channel and by which fields (Vega-Lite's stack rules). */
#include "chart/view.h"

#include <string.h>

static const hui_channel_def *field_of(const hui_view *unit, hui_channel channel)
{
    const hui_channel_def *def = unit->channels[channel];
    return hui_def_is_field(def) ? def : NULL;
}

static bool unbinned(const hui_channel_def *def)
{
    return def && def->type == HUI_QUANTITATIVE && !def->bins && !def->binned;
}

static bool says_stack(const hui_channel_def *def)
{
    return hui_json_truthy(hui_json_find(def->json, "stack"));
}

/* Which of two measures piles up. */
static hui_channel choose_measure(const hui_view *unit, hui_channel first, hui_channel second, bool bars)
{
    const hui_channel_def *x = field_of(unit, first), *y = field_of(unit, second);
    if (says_stack(x))
        return first;
    if (says_stack(y))
        return second;
    if ((x->op != HUI_AGGREGATE_NONE) != (y->op != HUI_AGGREGATE_NONE))
        return x->op != HUI_AGGREGATE_NONE ? first : second;
    if (bars && unit->orient != HUI_ORIENTATION_NONE)
        return unit->orient == HUI_VERTICAL ? second : first;
    return HUI_CHANNEL_NONE;
}

static hui_channel potential_channel(const hui_view *unit, hui_channel first, hui_channel second)
{
    const hui_channel_def *x = field_of(unit, first), *y = field_of(unit, second);
    const bool bars =
        first == HUI_CHANNEL_X && (unit->mark_kind == HUI_MARK_KIND_BAR || unit->mark_kind == HUI_MARK_KIND_AREA);
    if (unbinned(x) && unbinned(y))
        return choose_measure(unit, first, second, bars);
    if (unbinned(x))
        return bars && !y && unit->orient == HUI_VERTICAL ? HUI_CHANNEL_NONE : first;
    if (unbinned(y))
        return bars && !x && unit->orient == HUI_HORIZONTAL ? HUI_CHANNEL_NONE : second;
    return HUI_CHANNEL_NONE;
}

static hui_channel dimension_of(hui_channel channel)
{
    switch ((int)channel) {
    case HUI_CHANNEL_X:
        return HUI_CHANNEL_Y;
    case HUI_CHANNEL_Y:
        return HUI_CHANNEL_X;
    case HUI_CHANNEL_THETA:
        return HUI_CHANNEL_RADIUS;
    default:
        return HUI_CHANNEL_THETA;
    }
}

static void add_groupby(const hui_view *unit, hui_stacking *stack, hui_channel channel, const char *stacked)
{
    const hui_channel_def *def = channel == HUI_CHANNEL_NONE ? NULL : field_of(unit, channel);
    if (def && strcmp(def->column, stacked) != 0)
        stack->groupby[stack->groupby_count++] = channel;
}

static bool groups_by(const hui_view *unit, const hui_stacking *stack, const char *column)
{
    for (size_t i = 0; i < stack->groupby_count; i++)
        if (!strcmp(unit->channels[stack->groupby[i]]->column, column))
            return true;
    return false;
}

static void add_by(const hui_view *unit, hui_stacking *stack, const hui_channel_def *def)
{
    if (def && def->kind != HUI_DEF_FIELD)
        for (size_t i = 0; i < def->condition_count; i++)
            if (hui_def_is_field(def->conditions[i].def))
                def = def->conditions[i].def;
    if (hui_def_is_field(def) && def->op == HUI_AGGREGATE_NONE && !groups_by(unit, stack, def->column))
        *hui_vec_push(unit->chart->arena, &stack->by) = def;
}

static void find_by(const hui_view *unit, hui_stacking *stack)
{
    for (unsigned i = 0; i < HUI_CHANNEL_COUNT; i++)
        if (hui_channel_traits((hui_channel)i) & HUI_CHANNEL_DETAILED)
            add_by(unit, stack, unit->channels[i]);
    for (size_t i = 0; i < unit->orders.count; i++)
        add_by(unit, stack, unit->orders.at[i]);
    for (size_t i = 0; i < unit->details.count; i++)
        add_by(unit, stack, unit->details.at[i]);
}

/* False where the marks do not pile up. */
static bool find_offset(const hui_view *unit, const hui_channel_def *def, hui_stack_offset *offset)
{
    static const char *const words[] = {"zero", "normalize", "center"};
    const hui_json *json = hui_json_find(def->json, "stack");
    *offset = HUI_STACK_ZERO;
    if (!json)
        return (hui_mark_traits(unit->mark_kind) & HUI_MARK_STACKED) != 0;
    for (int i = 0; i < 3; i++)
        if (hui_json_is_string(json, words[i])) {
            *offset = (hui_stack_offset)i;
            return true;
        }
    return json->kind == HUI_JSON_TRUE;
}

void hui_unit_find_stack(hui_view *unit)
{
    hui_stacking *stack = &unit->stack;
    stack->channel = HUI_CHANNEL_NONE;
    if (!(hui_mark_traits(unit->mark_kind) & HUI_MARK_STACKABLE))
        return;
    hui_channel channel = potential_channel(unit, HUI_CHANNEL_X, HUI_CHANNEL_Y);
    if (channel == HUI_CHANNEL_NONE)
        channel = potential_channel(unit, HUI_CHANNEL_THETA, HUI_CHANNEL_RADIUS);
    if (channel == HUI_CHANNEL_NONE)
        return;
    const hui_channel_def *def = unit->channels[channel];
    const hui_channel dimension = dimension_of(channel);
    add_groupby(unit, stack, dimension, def->column);
    add_groupby(unit, stack, hui_channel_offset(dimension), def->column);
    find_by(unit, stack);
    if (!find_offset(unit, def, &stack->offset) || (unit->aggregated && stack->by.count == 0) ||
        hui_def_is_scaled(unit->channels[hui_channel_second(channel)]))
        return;
    const hui_json *impute = hui_json_find(def->json, "impute");
    stack->impute = !hui_json_is(impute, HUI_JSON_NULL) && (hui_mark_traits(unit->mark_kind) & HUI_MARK_PATH_LIKE);
    stack->start = hui_arena_printf(unit->chart->arena, "%s_start", def->column);
    stack->end = hui_arena_printf(unit->chart->arena, "%s_end", def->column);
    stack->channel = channel;
}
