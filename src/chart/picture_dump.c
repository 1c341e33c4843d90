/* Dumping a picture: what is drawn as JSON, so that a chart can be compared with the right one number by number. */
#include "chart/bounds.h"
#include "chart/outline.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

enum { HEAD = 150, PLACE = 2, SHARE = 4 }; /* items printed at each end of a mark; decimals */

/* JSON
 * ---- */

static void add_number(hui_buffer *out, double value, int decimals)
{
    const double most = 1e12;
    hui_buffer_add_number(out, isnan(value) ? 0 : fmax(-most, fmin(most, value)), decimals);
}

static void add_separator(hui_buffer *out)
{
    const char last = out->size ? out->bytes[out->size - 1] : '{';
    if (last != '{' && last != '[' && last != ':')
        hui_buffer_add_char(out, ',');
}

static void add_key(hui_buffer *out, const char *key)
{
    add_separator(out);
    hui_buffer_add_char(out, '"');
    hui_buffer_add_string(out, key);
    hui_buffer_add_string(out, "\":");
}

static void add_characters(hui_buffer *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)text[i];
        if (c == '\n') {
            hui_buffer_add_string(out, "\\n");
        } else if (c < 0x20 || c == 0x7F) {
            hui_buffer_printf(out, "\\u%04x", c);
        } else {
            if (c == '"' || c == '\\')
                hui_buffer_add_char(out, '\\');
            hui_buffer_add_char(out, (char)c);
        }
    }
}

/* What is not UTF-8 is shown as such. */
static void add_string(hui_buffer *out, const char *text)
{
    size_t size = text ? strlen(text) : 0;
    hui_buffer_add_char(out, '"');
    while (size) {
        const size_t good = hui_utf8_find_invalid(text, size);
        add_characters(out, text, good);
        if (good < size)
            hui_buffer_add_string(out, "\uFFFD");
        const size_t used = good < size ? good + 1 : good;
        text += used;
        size -= used;
    }
    hui_buffer_add_char(out, '"');
}

static void add_place(hui_buffer *out, const char *key, double value)
{
    add_key(out, key);
    add_number(out, value, PLACE);
}

static void add_share(hui_buffer *out, const char *key, double value)
{
    add_key(out, key);
    add_number(out, value, SHARE);
}

static void add_text(hui_buffer *out, const char *key, const char *text)
{
    add_key(out, key);
    add_string(out, text);
}

static void open_member(hui_buffer *out, const char *key, char bracket)
{
    add_key(out, key);
    hui_buffer_add_char(out, bracket);
}

static void open_element(hui_buffer *out, char bracket)
{
    add_separator(out);
    hui_buffer_add_char(out, bracket);
}

static void add_texts(hui_buffer *out, const char *key, const char *const *texts, size_t count)
{
    open_member(out, key, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ',');
        add_string(out, texts[i]);
    }
    hui_buffer_add_char(out, ']');
}

/* Styles
 * ------ */

static void add_color(hui_buffer *out, hui_color color)
{
    hui_buffer_printf(out, "\"#%02x%02x%02x\"", color.r, color.g, color.b);
}

static void add_stops(hui_buffer *out, const hui_stop *stops, size_t count)
{
    hui_buffer_add_char(out, '[');
    for (size_t i = 0; i < count; i++) {
        open_element(out, '[');
        add_number(out, stops[i].offset, SHARE);
        hui_buffer_add_char(out, ',');
        add_color(out, stops[i].color);
        hui_buffer_add_char(out, ']');
    }
    hui_buffer_add_char(out, ']');
}

/* False if nothing is painted. */
static bool add_paint(hui_buffer *out, const char *key, hui_color color, const hui_gradient *gradient)
{
    if (gradient) {
        open_member(out, key, '{');
        add_key(out, "gradient");
        add_stops(out, gradient->stops, gradient->stop_count);
        hui_buffer_add_char(out, '}');
    } else if (color.a != 0) {
        add_key(out, key);
        add_color(out, color);
    }
    return gradient || color.a != 0;
}

static void add_opacity(hui_buffer *out, const char *key, double opacity, hui_color color, const hui_gradient *gradient)
{
    const double share = opacity * (gradient ? 1 : color.a / 255.0);
    if (share != 1)
        add_share(out, key, share);
}

static void add_pen(hui_buffer *out, const hui_mark_item *item)
{
    if (item->stroke_width != 1)
        add_place(out, "strokeWidth", item->stroke_width);
    if (!item->dash.count || !item->dash.at)
        return;
    open_member(out, "strokeDash", '[');
    for (size_t i = 0; i < item->dash.count; i++) {
        add_separator(out);
        add_number(out, item->dash.at[i], PLACE);
    }
    hui_buffer_add_char(out, ']');
}

static void add_look(hui_buffer *out, const hui_mark_item *item)
{
    if (add_paint(out, "fill", item->fill, item->fill_gradient))
        add_opacity(out, "fillOpacity", item->fill_opacity, item->fill, item->fill_gradient);
    if (add_paint(out, "stroke", item->stroke, item->stroke_gradient)) {
        add_opacity(out, "strokeOpacity", item->stroke_opacity, item->stroke, item->stroke_gradient);
        add_pen(out, item);
    }
    if (item->opacity != 1)
        add_share(out, "opacity", item->opacity);
}

static const char *shape_of(const hui_mark_item *item)
{
    return item->symbol.shape ? item->symbol.shape : "circle";
}

static void add_text_style(hui_buffer *out, const hui_mark_item *item)
{
    static const char *const aligns[] = {
        [HUI_ANCHOR_START] = "left", [HUI_ANCHOR_MIDDLE] = "center", [HUI_ANCHOR_END] = "right"};
    static const char *const baselines[] = {
        [HUI_BASELINE_ALPHABETIC] = "alphabetic", [HUI_BASELINE_TOP] = "top",
        [HUI_BASELINE_MIDDLE] = "middle",         [HUI_BASELINE_BOTTOM] = "bottom",
        [HUI_BASELINE_LINE_TOP] = "line-top",     [HUI_BASELINE_LINE_BOTTOM] = "line-bottom"};
    add_text(out, "align", aligns[item->text.align]);
    add_text(out, "baseline", baselines[item->text.baseline]);
    add_place(out, "fontSize", item->text.style.size);
    if (item->text.angle != 0)
        add_place(out, "angle", item->text.angle);
}

static void add_style(hui_buffer *out, hui_mark_type type, const hui_mark_item *item)
{
    add_look(out, item);
    if (type == HUI_MARK_SYMBOL) {
        add_place(out, "size", item->symbol.size);
        add_text(out, "shape", shape_of(item));
        if (item->symbol.angle != 0)
            add_place(out, "angle", item->symbol.angle);
    } else if (type == HUI_MARK_TEXT) {
        add_text_style(out, item);
    }
}

static bool same_string(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_dash(hui_dash a, hui_dash b)
{
    return a.count == b.count && (a.at == b.at || a.count == 0 || memcmp(a.at, b.at, a.count * sizeof *a.at) == 0);
}

static bool same_style(hui_mark_type type, const hui_mark_item *a, const hui_mark_item *b)
{
    const bool look = hui_color_equal(a->fill, b->fill) && hui_color_equal(a->stroke, b->stroke) &&
                      a->fill_gradient == b->fill_gradient && a->stroke_gradient == b->stroke_gradient &&
                      a->opacity == b->opacity && a->fill_opacity == b->fill_opacity &&
                      a->stroke_opacity == b->stroke_opacity && a->stroke_width == b->stroke_width &&
                      same_dash(a->dash, b->dash);
    if (type == HUI_MARK_SYMBOL)
        return look && a->symbol.size == b->symbol.size && a->symbol.angle == b->symbol.angle &&
               same_string(a->symbol.shape, b->symbol.shape);
    if (type == HUI_MARK_TEXT)
        return look && a->text.align == b->text.align && a->text.baseline == b->text.baseline &&
               a->text.style.size == b->text.style.size && a->text.angle == b->text.angle;
    return look;
}

/* Marks
 * ----- */

static void add_span(hui_buffer *out, const hui_mark_item *item, hui_point o)
{
    add_place(out, "x", o.x + item->x);
    add_place(out, "y", o.y + item->y);
    add_place(out, "w", item->x2 - item->x);
    add_place(out, "h", item->y2 - item->y);
}

static void add_arc(hui_buffer *out, const hui_mark_item *item)
{
    add_place(out, "innerRadius", item->arc.inner);
    add_place(out, "outerRadius", item->arc.outer);
    add_share(out, "startAngle", item->arc.start);
    add_share(out, "endAngle", item->arc.end);
}

/* Nothing is said of an outline that is not there. */
static void add_outline_box(hui_buffer *out, const hui_mark_item *item, hui_point o)
{
    const hui_extent e = item->shape.path ? hui_extent_path(item->shape.path) : hui_extent_none();
    if (e.left > e.right)
        return;
    add_place(out, "x", o.x + item->x + e.left);
    add_place(out, "y", o.y + item->y + e.top);
    add_place(out, "w", e.right - e.left);
    add_place(out, "h", e.bottom - e.top);
}

static void add_area_vertex(hui_buffer *out, const hui_mark *mark, const hui_mark_item *item, hui_point o)
{
    add_place(out, "x", o.x + item->x);
    if (mark->sideways)
        add_place(out, "x2", o.x + item->x2);
    add_place(out, "y", o.y + item->y);
    if (!mark->sideways)
        add_place(out, "y2", o.y + item->y2);
}

static void add_point(hui_buffer *out, const hui_mark_item *item, hui_point o)
{
    add_place(out, "x", o.x + item->x);
    add_place(out, "y", o.y + item->y);
}

static void add_geometry(hui_buffer *out, const hui_mark *mark, const hui_mark_item *item, hui_point o)
{
    switch (mark->type) {
    case HUI_MARK_RECT:
        add_span(out, item, o);
        break;
    case HUI_MARK_RULE:
        add_point(out, item, o);
        add_place(out, "x2", o.x + item->x2);
        add_place(out, "y2", o.y + item->y2);
        break;
    case HUI_MARK_SYMBOL:
    case HUI_MARK_LINE:
        add_point(out, item, o);
        break;
    case HUI_MARK_AREA:
        add_area_vertex(out, mark, item, o);
        break;
    case HUI_MARK_TRAIL:
        add_point(out, item, o);
        add_place(out, "size", item->symbol.size);
        break;
    case HUI_MARK_TEXT:
        add_point(out, item, o);
        add_text(out, "text", item->text.text);
        break;
    case HUI_MARK_ARC:
        add_point(out, item, o);
        add_arc(out, item);
        break;
    case HUI_MARK_IMAGE:
        add_span(out, item, o);
        add_text(out, "url", item->picture.url);
        break;
    case HUI_MARK_PATH:
        add_outline_box(out, item, o);
        break;
    }
}

static bool is_joined(const hui_mark *mark)
{
    return mark->type == HUI_MARK_LINE || mark->type == HUI_MARK_AREA || mark->type == HUI_MARK_TRAIL;
}

/* Whether the style may stand on the mark: all items have it; a line's is that of its first vertex. */
static bool is_uniform(const hui_mark *mark)
{
    for (size_t i = 1; i < mark->item_count && !is_joined(mark); i++)
        if (!same_style(mark->type, &mark->items[0], &mark->items[i]))
            return false;
    return true;
}

static void add_item(hui_buffer *out, const hui_mark *mark, const hui_mark_item *item, hui_point o, bool styled)
{
    open_element(out, '{');
    if (is_joined(mark) && item->undefined) {
        add_key(out, "defined");
        hui_buffer_add_string(out, "false");
    } else {
        add_geometry(out, mark, item, o);
        if (styled)
            add_style(out, mark->type, item);
    }
    hui_buffer_add_char(out, '}');
}

static void add_mark(hui_buffer *out, const hui_picture *picture, const hui_mark *mark)
{
    static const char *const types[] = {
        [HUI_MARK_RECT] = "rect",   [HUI_MARK_SYMBOL] = "symbol", [HUI_MARK_RULE] = "rule", [HUI_MARK_LINE] = "line",
        [HUI_MARK_AREA] = "area",   [HUI_MARK_TRAIL] = "trail",   [HUI_MARK_TEXT] = "text", [HUI_MARK_ARC] = "arc",
        [HUI_MARK_IMAGE] = "image", [HUI_MARK_PATH] = "shape"};
    const bool placed = mark->plot < picture->plot_count, uniform = is_uniform(mark);
    const hui_point o =
        placed ? (hui_point){picture->plots[mark->plot].x, picture->plots[mark->plot].y} : (hui_point){0, 0};
    hui_buffer_add_string(out, "\n  ");
    hui_buffer_printf(out, "{\"type\":\"%s\",\"group\":%zu,\"count\":%zu", types[mark->type], mark->plot,
                      mark->item_count);
    if (mark->item_count && uniform)
        add_style(out, mark->type, &mark->items[0]);
    open_member(out, "items", '[');
    for (size_t i = 0; i < mark->item_count; i++) {
        if (mark->item_count > 2 * HEAD && i == HEAD)
            i = mark->item_count - HEAD;
        add_item(out, mark, &mark->items[i], o, !uniform);
    }
    hui_buffer_add_string(out, "]}");
}

/* Guides
 * ------ */

static void add_plot(hui_buffer *out, const hui_plot *plot)
{
    open_element(out, '{');
    add_text(out, "role", plot->role ? plot->role : "view");
    add_place(out, "x", plot->x);
    add_place(out, "y", plot->y);
    add_place(out, "w", plot->w);
    add_place(out, "h", plot->h);
    hui_buffer_add_char(out, '}');
}

static void add_axis(hui_buffer *out, const hui_axis_picture *axis)
{
    static const char *const orients[] = {[HUI_ORIENT_BOTTOM] = "bottom",
                                          [HUI_ORIENT_TOP] = "top",
                                          [HUI_ORIENT_LEFT] = "left",
                                          [HUI_ORIENT_RIGHT] = "right"};
    open_element(out, '{');
    add_text(out, "orient", orients[axis->orient]);
    add_place(out, "x", axis->x);
    add_place(out, "y", axis->y);
    if (axis->title)
        add_text(out, "title", axis->title);
    open_member(out, "labels", '[');
    for (size_t i = 0; i < axis->label_count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ',');
        add_string(out, axis->labels[i].text);
    }
    hui_buffer_add_char(out, ']');
    open_member(out, "at", '[');
    for (size_t i = 0; i < axis->label_count; i++) {
        open_element(out, '[');
        add_number(out, axis->labels[i].x, PLACE);
        hui_buffer_add_char(out, ',');
        add_number(out, axis->labels[i].y, PLACE);
        hui_buffer_add_char(out, ']');
    }
    hui_buffer_add_string(out, "]}");
}

static void add_symbols(hui_buffer *out, const hui_legend_picture *legend)
{
    open_member(out, "symbols", '[');
    for (size_t i = 0; i < legend->symbol_count; i++) {
        open_element(out, '{');
        add_style(out, HUI_MARK_SYMBOL, &legend->symbols[i]);
        hui_buffer_add_char(out, '}');
    }
    hui_buffer_add_char(out, ']');
}

static void add_bands(hui_buffer *out, const hui_legend_picture *legend)
{
    open_member(out, "bands", '[');
    for (size_t i = 0; i < legend->stop_count; i++) {
        add_separator(out);
        add_color(out, legend->stops[i].color);
    }
    hui_buffer_add_char(out, ']');
}

static void add_legend(hui_buffer *out, const hui_legend_picture *legend)
{
    static const char *const kinds[] = {
        [HUI_LEGEND_SYMBOL] = "symbol", [HUI_LEGEND_GRADIENT] = "gradient", [HUI_LEGEND_BAND] = "band"};
    open_element(out, '{');
    add_text(out, "kind", kinds[legend->kind]);
    if (legend->title)
        add_text(out, "title", legend->title);
    add_texts(out, "labels", legend->labels, legend->label_count);
    switch (legend->kind) {
    case HUI_LEGEND_SYMBOL:
        add_symbols(out, legend);
        break;
    case HUI_LEGEND_GRADIENT:
        add_key(out, "gradient");
        add_stops(out, legend->stops, legend->stop_count);
        break;
    case HUI_LEGEND_BAND:
        add_bands(out, legend);
        break;
    }
    hui_buffer_add_char(out, '}');
}

static void add_header(hui_buffer *out, const hui_header_picture *header)
{
    open_element(out, '{');
    add_text(out, "role", header->role);
    add_texts(out, "texts", header->texts, header->text_count);
    hui_buffer_add_char(out, '}');
}

static void open_list(hui_buffer *out, const char *key)
{
    hui_buffer_add_string(out, ",\n \"");
    hui_buffer_add_string(out, key);
    hui_buffer_add_string(out, "\":[");
}

void hui_picture_dump(const hui_picture *picture, hui_buffer *out)
{
    hui_buffer_add_string(out, "{\"width\":");
    add_number(out, picture->width, PLACE);
    add_place(out, "height", picture->height);
    open_list(out, "groups");
    for (size_t i = 0; i < picture->plot_count; i++)
        add_plot(out, &picture->plots[i]);
    hui_buffer_add_char(out, ']');
    open_list(out, "axes");
    for (size_t i = 0; i < picture->axis_count; i++)
        if (picture->axes[i].label_count || picture->axes[i].title)
            add_axis(out, &picture->axes[i]);
    hui_buffer_add_char(out, ']');
    open_list(out, "legends");
    for (size_t i = 0; i < picture->legend_count; i++)
        add_legend(out, &picture->legends[i]);
    hui_buffer_add_char(out, ']');
    open_list(out, "titles");
    for (size_t i = 0; i < picture->title_count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ',');
        add_string(out, picture->titles[i].text);
        if (picture->titles[i].subtitle) {
            hui_buffer_add_char(out, ',');
            add_string(out, picture->titles[i].subtitle);
        }
    }
    hui_buffer_add_char(out, ']');
    open_list(out, "headers");
    for (size_t i = 0; i < picture->header_count; i++)
        add_header(out, &picture->headers[i]);
    hui_buffer_add_char(out, ']');
    open_list(out, "marks");
    for (size_t i = 0; i < picture->mark_count; i++) {
        if (i > 0)
            hui_buffer_add_char(out, ',');
        add_mark(out, picture, &picture->marks[i]);
    }
    hui_buffer_add_string(out, "]}\n");
}
