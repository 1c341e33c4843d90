/* Symbols of legends: one for each entry, with its label beside it, in a grid. */
#include "chart/legend.h"

#include "chart/encode.h"
#include "chart/grid_layout.h"
#include "chart/outline.h"

#include <math.h>
#include <string.h>

/* Looks
 * ----- */

static hui_value scaled(const hui_legend_drawing *d, const char *target, hui_value value, bool *found)
{
    const size_t i = hui_legend_target(d->part, target);
    *found = i < d->part->channel_count;
    return *found && d->scales[i] ? hui_scale_value(d->arena, d->scales[i], value) : (hui_value){0};
}

/* A property that the legend takes from its mark, or its own; NULL: neither. */
static const hui_json *symbol_property(const hui_legend_drawing *d, const char *key, const char *own)
{
    const hui_json *encode = hui_spec_find(hui_split_find(d->part->props, "encode"), "symbols");
    const hui_json *found = hui_spec_find(encode, key);
    return found ? hui_guide_value(d->frame, found) : own ? hui_guide_find(&d->props, own) : NULL;
}

static double symbol_number(const hui_legend_drawing *d, const char *key, const char *own, hui_value value,
                            double fallback)
{
    bool found;
    const hui_value at = scaled(d, key, value, &found);
    const double number = found ? hui_value_to_number(at) : hui_json_number(symbol_property(d, key, own), fallback);
    return isnan(number) ? fallback : number;
}

double hui_legend_symbol_size(const hui_legend_drawing *d, hui_value value)
{
    const double area = symbol_number(d, "size", "symbolSize", value, 0);
    const double width = symbol_number(d, "strokeWidth", "symbolStrokeWidth", value, 0);
    return fmax(ceil(sqrt(fmax(0, hui_coordinate(area))) + hui_coordinate(width)), d->label.text.style.size);
}

/* The colour of a datum that the mark itself is painted with. */
static bool paint_datum(const hui_legend_drawing *d, const hui_json *json, hui_color *color)
{
    const hui_channel channel = hui_channel_find(hui_spec_string(json, "channel", ""));
    const hui_json *datum = hui_spec_find(json, "datum");
    const hui_scale *scale =
        datum && channel != HUI_CHANNEL_NONE ? hui_frame_scale(d->frame, d->part->unit, channel) : NULL;
    return scale && hui_scale_color(scale, hui_value_from_json(d->arena, datum), color);
}

/* Whether it is painted at all, if only with a transparent colour: Vega makes room for such strokes, too. */
static bool paint_symbol(const hui_legend_drawing *d, hui_value value, bool fill, hui_mark_item *item)
{
    const char *key = fill ? "fill" : "stroke", *own = fill ? "symbolFillColor" : "symbolStrokeColor";
    const char *base = fill ? "symbolBaseFillColor" : "symbolBaseStrokeColor";
    hui_color *color = fill ? &item->fill : &item->stroke;
    const hui_gradient **gradient = fill ? &item->fill_gradient : &item->stroke_gradient;
    const size_t target = hui_legend_target(d->part, key);
    const hui_json *encode = hui_spec_find(hui_split_find(d->part->props, "encode"), "symbols");
    const hui_json *taken = hui_spec_find(encode, key), *filled = hui_spec_find(encode, "fill");
    if (target < d->part->channel_count) {
        const hui_scale *scale = d->scales[target];
        if (!scale || hui_scale_color(scale, value, color))
            return scale;
        const hui_value word = hui_scale_value(d->arena, scale, value);
        return word.kind == HUI_VALUE_STRING && hui_color_css(word.string, color);
    }
    if (!fill && !taken && filled && !hui_json_is_string(filled, "transparent"))
        return true; /* Vega's own stroke would be wrong around a filled symbol */
    if (paint_datum(d, taken, color))
        return true;
    const hui_json *found = symbol_property(d, key, own);
    if (!found && !taken && !hui_legend_part_shows(d->part, "fill"))
        found = hui_guide_find(&(hui_guide_props){d->frame, {d->config}}, base);
    hui_guide_paint(d->arena, found, color, gradient);
    return hui_json_truthy(found);
}

static void dash_symbol(const hui_legend_drawing *d, hui_value value, hui_mark_item *item)
{
    bool found;
    hui_value dash = scaled(d, "strokeDash", value, &found);
    const hui_json *json = found ? NULL : symbol_property(d, "strokeDash", "symbolDash");
    if (json)
        dash = hui_value_from_json(d->arena, json);
    if (dash.kind != HUI_VALUE_ARRAY || dash.count == 0)
        return;
    double *lengths = HUI_NEW_ARRAY(d->arena, double, dash.count);
    for (uint32_t i = 0; i < dash.count; i++)
        lengths[i] = hui_value_to_number(dash.items[i]);
    const hui_json *offset = symbol_property(d, "strokeDashOffset", "symbolDashOffset");
    item->dash = (hui_dash){lengths, dash.count, hui_json_number(offset, 0)};
}

static void shape_symbol(const hui_legend_drawing *d, hui_value value, hui_mark_item *item)
{
    bool found;
    const hui_value shape = scaled(d, "shape", value, &found);
    const char *own = found ? NULL : hui_guide_word(&d->props, "symbolType", NULL);
    item->symbol.shape = found && shape.kind == HUI_VALUE_STRING ? shape.string : own ? own : "circle";
    item->symbol.size = symbol_number(d, "size", "symbolSize", value, 0);
}

static uint8_t read_join(const hui_json *json)
{
    return hui_json_is_string(json, "round")   ? HUI_JOIN_ROUND
           : hui_json_is_string(json, "bevel") ? HUI_JOIN_BEVEL
                                               : HUI_JOIN_MITER;
}

/* Whether it has an outline. */
static bool look_symbol(const hui_legend_drawing *d, hui_value value, hui_mark_item *item)
{
    paint_symbol(d, value, true, item);
    const bool outlined = paint_symbol(d, value, false, item);
    shape_symbol(d, value, item);
    dash_symbol(d, value, item);
    item->opacity = symbol_number(d, "opacity", "symbolOpacity", value, 1);
    item->fill_opacity = hui_json_number(symbol_property(d, "fillOpacity", NULL), 1);
    item->stroke_opacity = hui_json_number(symbol_property(d, "strokeOpacity", NULL), 1);
    item->stroke_width = symbol_number(d, "strokeWidth", "symbolStrokeWidth", value, 1);
    item->miter_limit = hui_json_number(symbol_property(d, "strokeMiterLimit", NULL), 0);
    item->join = read_join(symbol_property(d, "strokeJoin", NULL));
    return outlined;
}

/* Places
 * ------ */

static bool is_downwards(const hui_legend_drawing *d)
{
    const char *direction = hui_guide_word(&d->props, "direction", NULL);
    return !strcmp(direction ? direction : hui_guide_word(&d->props, "symbolDirection", "vertical"), "vertical");
}

/* 0: all in one row. */
static size_t find_columns(const hui_legend_drawing *d)
{
    const double columns = hui_guide_number(&d->props, "columns", is_downwards(d) ? 1 : 0);
    return columns >= 1 ? (size_t)fmin(columns, 1e4) : 0;
}

/* Entries as they stand, row by row: their order is down the columns where the legend is vertical. */
static size_t *order_entries(const hui_legend_drawing *d, size_t columns)
{
    size_t *order = HUI_NEW_ARRAY(d->arena, size_t, d->entry_count + 1), count = 0;
    const size_t across = columns > 0 ? columns : 1;
    const size_t rows = is_downwards(d) ? (d->entry_count + across - 1) / across : 1;
    for (size_t row = 0; row < rows; row++)
        for (size_t i = row; i < d->entry_count; i += rows)
            order[count++] = i;
    return order;
}

/* With symbol and label, as if it stood at (0, 0). Clipped symbols take the height they are clipped to. */
static hui_rect entry_bounds(const hui_legend_drawing *d, const hui_mark_item *symbol, bool outlined,
                             const hui_mark_item *label, double clip)
{
    hui_labels *labels = d->frame->chart->labels;
    hui_mark_item visible = *symbol;
    if (outlined)
        visible.stroke.a = 255;
    hui_rect bounds = hui_item_bounds(labels, HUI_MARK_SYMBOL, &visible);
    if (clip > 0)
        bounds = bounds.w < 0 ? (hui_rect){0, 0, 0, clip} : hui_rect_intersect(bounds, (hui_rect){0, 0, 0, clip});
    bounds = hui_rect_join(bounds, hui_item_bounds(labels, HUI_MARK_TEXT, label));
    return clip > 0 ? hui_rect_join(bounds, (hui_rect){0, 0, 0, clip}) : bounds;
}

typedef struct drawing {
    hui_mark_item *symbols, *labels; /* in the order of entries */
    hui_grid_item *places;           /* in the order in which they stand */
    const size_t *order;
} drawing;

static void draw_entries(const hui_legend_drawing *d, size_t columns, drawing *drawn)
{
    const double offset = hui_guide_number(&d->props, "symbolOffset", 0);
    const double beside = hui_guide_number(&d->props, "labelOffset", 0);
    const double clip = hui_guide_number(&d->props, "clipHeight", 0);
    hui_rect *boxes = HUI_NEW_ARRAY(d->arena, hui_rect, d->entry_count + 1);
    for (size_t i = 0; i < d->entry_count; i++) {
        const hui_legend_entry *entry = &d->entries[i];
        const double width = columns > 0 ? d->widest : entry->size, middle = (clip > 0 ? clip : entry->size) / 2;
        hui_mark_item *symbol = &drawn->symbols[i], *label = &drawn->labels[i];
        const bool outlined = look_symbol(d, entry->value, symbol);
        symbol->x = width / 2 + offset;
        symbol->y = middle;
        *label = d->label;
        label->text.text = entry->label;
        label->x = width + offset + beside;
        label->y = middle;
        boxes[i] = entry_bounds(d, symbol, outlined, label, clip);
    }
    for (size_t i = 0; i < d->entry_count; i++) {
        const hui_rect box = boxes[drawn->order[i]];
        drawn->places[i].bounds = (hui_edges){box.x, box.y, box.x + box.w, box.y + box.h};
    }
}

static void move_entries(const hui_legend_drawing *d, const drawing *drawn)
{
    for (size_t i = 0; i < d->entry_count; i++) {
        const hui_grid_item *place = &drawn->places[i];
        hui_mark_item *symbol = &drawn->symbols[drawn->order[i]], *label = &drawn->labels[drawn->order[i]];
        symbol->x += place->x;
        symbol->y += place->y;
        label->x += place->x;
        label->y += place->y;
    }
}

/* Lists read like text: row by row. */
static void sort_entries(hui_legend_drawing *d, drawing *drawn)
{
    const size_t count = d->entry_count;
    const hui_legend_entry *entries = hui_arena_copy(d->arena, d->entries, count * sizeof *d->entries);
    const hui_mark_item *symbols = hui_arena_copy(d->arena, drawn->symbols, count * sizeof *drawn->symbols);
    const hui_mark_item *labels = hui_arena_copy(d->arena, drawn->labels, count * sizeof *drawn->labels);
    for (size_t i = 0; i < count; i++) {
        d->entries[i] = entries[drawn->order[i]];
        drawn->symbols[i] = symbols[drawn->order[i]];
        drawn->labels[i] = labels[drawn->order[i]];
    }
}

static hui_grid_options grid_options(const hui_legend_drawing *d, size_t columns)
{
    const char *word = hui_guide_word(&d->props, "gridAlign", "each");
    const hui_grid_align align = !strcmp(word, "all")    ? HUI_GRID_ALL
                                 : !strcmp(word, "none") ? HUI_GRID_NONE
                                                         : HUI_GRID_EACH;
    return (hui_grid_options){.columns = columns,
                              .align_columns = align,
                              .align_rows = align,
                              .column_padding = hui_guide_number(&d->props, "columnPadding", 0),
                              .row_padding = hui_guide_number(&d->props, "rowPadding", 0),
                              .center_rows = true};
}

static hui_edges lay_out(const hui_legend_drawing *d, size_t columns, drawing *drawn)
{
    const hui_grid_options options = grid_options(d, columns);
    drawn->order = order_entries(d, columns);
    memset(drawn->places, 0, d->entry_count * sizeof *drawn->places);
    draw_entries(d, columns, drawn);
    return hui_grid_layout(d->arena, drawn->places, d->entry_count, &options);
}

/* px a row may take in a poster's panel; INFINITY: any. */
static double row_limit(const hui_legend_drawing *d)
{
    const double width = d->frame->chart->options->width;
    const char *side = hui_guide_word(&d->props, "titleOrient", "top");
    const char *title = hui_title_text(d->frame->chart, &d->part->title);
    if (width <= 0 || is_downwards(d) || hui_guide_number(&d->props, "columns", 0) >= 1)
        return INFINITY;
    if (!title || (strcmp(side, "left") != 0 && strcmp(side, "right") != 0))
        return width;
    hui_mark_item item = {.opacity = 1};
    hui_guide_text(&d->props, "title", hui_guide_style(d->frame->chart, "guide-title"), &item);
    item.text.text = title;
    const hui_rect bounds = hui_item_bounds(d->frame->chart->labels, HUI_MARK_TEXT, &item);
    return width - ceil(bounds.w) - hui_guide_number(&d->props, "titlePadding", 0);
}

/* Rows as wide as the panel, and as even as can be. */
static hui_edges wrap(const hui_legend_drawing *d, size_t columns, drawing *drawn)
{
    const double limit = row_limit(d);
    hui_edges body = lay_out(d, columns, drawn);
    columns = d->entry_count;
    while (columns > 1 && body.x2 - body.x1 > limit) {
        const double fitting = floor((double)columns * limit / (body.x2 - body.x1));
        columns = (size_t)fmax(1, fmin(fitting, (double)columns - 1));
        const size_t rows = (d->entry_count + columns - 1) / columns;
        columns = (d->entry_count + rows - 1) / rows;
        body = lay_out(d, columns, drawn);
    }
    return body;
}

void hui_legend_draw_symbols(hui_legend_drawing *d)
{
    hui_guide_marks *marks = &d->guide->legend.marks;
    drawing drawn = {.places = HUI_NEW_ARRAY(d->arena, hui_grid_item, d->entry_count + 1)};
    drawn.symbols = hui_guide_mark(d->arena, marks, HUI_MARK_SYMBOL, "legend-symbol", d->entry_count)->items;
    drawn.labels = hui_guide_mark(d->arena, marks, HUI_MARK_TEXT, "legend-label", d->entry_count)->items;
    const hui_edges body = wrap(d, find_columns(d), &drawn);
    d->body = (hui_rect){body.x1, body.y1, body.x2 - body.x1, body.y2 - body.y1};
    if (d->entry_count == 0)
        d->body = hui_rect_none();
    move_entries(d, &drawn);
    sort_entries(d, &drawn);
    d->guide->legend.symbols = drawn.symbols;
    d->guide->legend.symbol_count = d->entry_count;
}
