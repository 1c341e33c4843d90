/* SVG's small grammar: names, numbers, escaped text, path data, paints. */
#include "backend/svg_writer.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

typedef struct byte_key {
    const void *bytes;
    size_t size;
} byte_key;

static bool has_key(const void *items, size_t place, const void *sought)
{
    const hui_svg_entry *entries = items;
    const byte_key *k = sought;
    return entries[place].size == k->size && memcmp(entries[place].key, k->bytes, k->size) == 0;
}

hui_svg_entry *hui_svg_find(hui_svg *svg, const void *bytes, size_t size)
{
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, bytes, size);
    const size_t place =
        hui_index_add(svg->arena, &svg->index, hash, has_key, svg->entries.at, &(byte_key){bytes, size});
    if (place == svg->entries.count)
        *hui_vec_push(svg->arena, &svg->entries) =
            (hui_svg_entry){.key = hui_arena_copy(svg->arena, bytes, size), .size = size};
    return &svg->entries.at[place];
}

/* Of what is defined, not of where: so that most of a drawing reads as before when a part of it has changed. Longer than any
 * number that is counted. */
static size_t name_by_content(const hui_svg_entry *entry)
{
    const uint64_t high = hui_hash_bytes(HUI_HASH_START, entry->key, entry->size);
    const uint64_t low = hui_hash_bytes(~HUI_HASH_START, entry->key, entry->size);
    return (size_t)((high << 31 | low >> 1) | UINT64_C(1) << 63);
}

bool hui_svg_define(hui_svg *svg, hui_svg_entry *entry)
{
    if (entry->defined)
        return false;
    entry->defined = true;
    entry->name = svg->options->svg_places ? name_by_content(entry) : svg->name_count++;
    return true;
}

void hui_svg_add_name(hui_buffer *out, size_t name)
{
    char digits[16], *end = digits + sizeof digits, *at = end;
    do
        *--at = "0123456789abcdefghijklmnopqrstuvwxyz"[name % 36];
    while (name /= 36);
    hui_buffer_add_string(out, HUI_SVG_PREFIX);
    hui_buffer_add(out, at, (size_t)(end - at));
}

void hui_svg_add_number(hui_buffer *out, double value, int decimals)
{
    hui_svg_add_fixed(out, hui_svg_to_fixed(value, decimals), decimals);
}

void hui_svg_add_attribute(hui_buffer *out, const char *name, double value, int decimals)
{
    hui_buffer_add_char(out, ' ');
    hui_buffer_add_string(out, name);
    hui_buffer_add_string(out, "=\"");
    hui_svg_add_number(out, value, decimals);
    hui_buffer_add_char(out, '"');
}

/* xlink:href, since readers of SVG 1.1 know no other. */
void hui_svg_add_use(hui_buffer *out, size_t name, double x, double y, int decimals)
{
    hui_buffer_add_string(out, "<use xlink:href=\"#");
    hui_svg_add_name(out, name);
    hui_buffer_add_char(out, '"');
    if (hui_svg_to_fixed(x, decimals) != 0)
        hui_svg_add_attribute(out, "x", x, decimals);
    if (hui_svg_to_fixed(y, decimals) != 0)
        hui_svg_add_attribute(out, "y", y, decimals);
}

void hui_svg_add_hex(hui_buffer *out, hui_color color)
{
    static const char figures[] = "0123456789abcdef";
    const uint8_t parts[] = {color.r, color.g, color.b};
    const bool is_short = color.r % 17 == 0 && color.g % 17 == 0 && color.b % 17 == 0;
    char text[7] = "#";
    size_t size = 1;
    for (int i = 0; i < 3; i++) {
        text[size++] = figures[parts[i] >> 4];
        if (!is_short)
            text[size++] = figures[parts[i] & 15];
    }
    hui_buffer_add(out, text, size);
}

static void add_opacity(hui_buffer *out, const char *name, uint8_t alpha)
{
    if (alpha == 255)
        return;
    hui_buffer_printf(out, " %s-opacity=\"", name);
    hui_svg_add_number(out, alpha / 255.0, 3);
    hui_buffer_add_char(out, '"');
}

void hui_svg_add_color(hui_buffer *out, const char *name, hui_color color)
{
    hui_buffer_add_char(out, ' ');
    hui_buffer_add_string(out, name);
    hui_buffer_add_string(out, "=\"");
    hui_svg_add_hex(out, color);
    hui_buffer_add_char(out, '"');
    add_opacity(out, name, color.a);
}

/* The name of the gradient's definition, shared by all that look alike at the same place. */
static size_t define_gradient(hui_svg *svg, const hui_paint *paint, const hui_paint *dark)
{
    static const char *const linear[] = {"x1", "y1", "x2", "y2"};
    static const char *const radial[] = {"cx", "cy", "r", "fx", "fy", "fr"};
    const bool is_linear = paint->kind == HUI_PAINT_LINEAR;
    const bool is_focal = paint->focus.x != 0 || paint->focus.y != 0 || paint->inner != 0;
    const double values[] = {paint->x0,
                             paint->y0,
                             paint->x1,
                             is_linear ? paint->y1 : paint->x0 + paint->focus.x,
                             paint->y0 + paint->focus.y,
                             paint->inner};
    const char *const element = is_linear ? "linearGradient" : "radialGradient";
    hui_buffer *key = &svg->key;
    key->size = 0;
    hui_buffer_add_string(key, " gradientUnits=\"userSpaceOnUse\"");
    for (int i = 0; i < (is_linear ? 4 : is_focal ? 6 : 3); i++)
        if (!is_linear || i >= 2 || values[i] != 0) /* what they are without */
            hui_svg_add_attribute(key, is_linear ? linear[i] : radial[i], values[i], 2);
    hui_buffer_add_char(key, '>');
    for (size_t i = 0; i < paint->stop_count; i++) {
        hui_buffer_add_string(key, "<stop");
        if (paint->stops[i].offset != 0)
            hui_svg_add_attribute(key, "offset", paint->stops[i].offset, 4);
        hui_buffer_add_string(key, " stop-color=\"");
        hui_svg_add_hex(key, paint->stops[i].color);
        hui_buffer_add_char(key, '"');
        add_opacity(key, "stop", paint->stops[i].color.a);
        hui_svg_wear(svg, "stop-color", paint->stops[i].color, dark->stops[i].color);
        hui_svg_add_classes(svg, key);
        hui_buffer_add_string(key, "/>");
    }
    hui_buffer_printf(key, "</%s>\n", element);
    hui_svg_entry *entry = hui_svg_find(svg, key->bytes, key->size);
    if (hui_svg_define(svg, entry)) {
        hui_buffer_printf(&svg->defs, "<%s id=\"", element);
        hui_svg_add_name(&svg->defs, entry->name);
        hui_buffer_add_char(&svg->defs, '"');
        hui_buffer_add(&svg->defs, key->bytes, key->size);
    }
    return entry->name;
}

void hui_svg_add_paint(hui_svg *svg, const char *name, const hui_paint *paint)
{
    const hui_paint *const dark = hui_svg_dark(svg, paint);
    switch (paint->kind) {
    case HUI_PAINT_NONE:
        hui_buffer_add_char(&svg->body, ' ');
        hui_buffer_add_string(&svg->body, name);
        hui_buffer_add_string(&svg->body, "=\"none\"");
        break;
    case HUI_PAINT_SOLID:
        if (svg->icon_depth > 0) {
            hui_buffer_printf(&svg->body, " %s=\"currentColor\"", name);
            add_opacity(&svg->body, name, paint->color.a);
            break;
        }
        hui_svg_add_color(&svg->body, name, paint->color);
        hui_svg_wear(svg, name, paint->color, dark->color);
        break;
    case HUI_PAINT_LINEAR:
    case HUI_PAINT_RADIAL: {
        const size_t gradient = define_gradient(svg, paint, dark);
        hui_buffer_printf(&svg->body, " %s=\"url(#", name);
        hui_svg_add_name(&svg->body, gradient);
        hui_buffer_add_string(&svg->body, ")\"");
        break;
    }
    }
}

void hui_svg_add_pen(hui_buffer *out, const hui_stroke *stroke)
{
    static const char *const caps[] = {[HUI_CAP_BUTT] = NULL, [HUI_CAP_ROUND] = "round", [HUI_CAP_SQUARE] = "square"};
    static const char *const joins[] = {
        [HUI_JOIN_MITER] = NULL, [HUI_JOIN_ROUND] = "round", [HUI_JOIN_BEVEL] = "bevel"};
    if (stroke->width != 1)
        hui_svg_add_attribute(out, "stroke-width", stroke->width, 2);
    if (stroke->dash_count) {
        hui_buffer_add_string(out, " stroke-dasharray=\"");
        for (size_t i = 0; i < stroke->dash_count; i++) {
            if (i > 0)
                hui_buffer_add_char(out, ' ');
            hui_svg_add_number(out, stroke->dashes[i], 2);
        }
        hui_buffer_add_char(out, '"');
        if (stroke->dash_offset != 0)
            hui_svg_add_attribute(out, "stroke-dashoffset", stroke->dash_offset, 2);
    }
    if (caps[stroke->cap])
        hui_buffer_printf(out, " stroke-linecap=\"%s\"", caps[stroke->cap]);
    if (joins[stroke->join])
        hui_buffer_printf(out, " stroke-linejoin=\"%s\"", joins[stroke->join]);
    else if (stroke->miter_limit > 0 && stroke->miter_limit != 4)
        hui_svg_add_attribute(out, "stroke-miterlimit", fmax(1, stroke->miter_limit), 2);
}

void hui_svg_add_stroke(hui_svg *svg, const hui_stroke *stroke)
{
    if (stroke->paint.kind == HUI_PAINT_NONE || !(stroke->width > 0))
        return;
    hui_svg_add_paint(svg, "stroke", &stroke->paint);
    hui_svg_add_pen(&svg->body, stroke);
}

void hui_svg_add_end(hui_buffer *out, const char *element, const char *tooltip)
{
    if (!tooltip) {
        hui_buffer_add_string(out, "/>\n");
        return;
    }
    hui_buffer_add_string(out, "><title>");
    hui_xml_add_escaped(out, tooltip, strlen(tooltip));
    hui_buffer_add_string(out, "</title></");
    hui_buffer_add_string(out, element);
    hui_buffer_add_string(out, ">\n");
}

void hui_svg_add_target(hui_buffer *out, const char *target)
{
    hui_buffer_add_string(out, " xlink:href=\"");
    hui_xml_add_escaped(out, target, strlen(target));
    hui_buffer_add_char(out, '"');
}

void hui_svg_open_link(hui_buffer *out, const char *target)
{
    hui_buffer_add_string(out, "<a");
    hui_svg_add_target(out, target);
    hui_buffer_add_char(out, '>');
}

void hui_svg_add_base64(hui_buffer *out, const unsigned char *bytes, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    hui_buffer_reserve(out, (size + 2) / 3 * 4);
    for (size_t i = 0; i < size; i += 3) {
        const size_t left = size - i;
        const unsigned group = (unsigned)bytes[i] << 16 | (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                               (left > 2 ? (unsigned)bytes[i + 2] : 0);
        const char four[] = {digits[group >> 18], digits[group >> 12 & 63], left > 1 ? digits[group >> 6 & 63] : '=',
                             left > 2 ? digits[group & 63] : '='};
        hui_buffer_add(out, four, sizeof four);
    }
}
