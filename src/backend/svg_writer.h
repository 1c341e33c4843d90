/* What the files of the SVG backend share: the document being written. */
#ifndef HUI_BACKEND_SVG_WRITER_H
#define HUI_BACKEND_SVG_WRITER_H

#include "backend/backend.h"
#include "base/index.h"
#include "base/vec.h"
#include "base/xml.h"

/* Stands for the document's id prefix until all is written and the prefix is known: a character that XML 1.0
 * forbids, so that no text can hold it. */
#define HUI_SVG_PREFIX "\1"

/* What may be defined once and used often: a gradient, a clip, a glyph, an outline, a panel's id. */
typedef struct hui_svg_entry {
    const char *key;
    size_t size;
    size_t uses; /* of glyphs and outlines, counted beforehand: what is used once is drawn in its place */
    size_t name;
    bool defined, blank; /* blank: a glyph without ink */
} hui_svg_entry;

typedef struct hui_svg {
    hui_arena *arena;
    hui_buffer defs, body;
    hui_buffer key; /* for building keys and definitions */
    HUI_VEC(hui_svg_entry) entries;
    hui_index index; /* of entries, by their keys */
    size_t name_count;
    bool has_text;
    const char **closing; /* end tags of the open groups */
    size_t depth, depth_capacity;
} hui_svg;

/* The entry of what `key` stands for, new or not; valid until the next call. */
hui_svg_entry *hui_svg_find(hui_svg *svg, const void *key, size_t size);
/* Gives the entry a name; false if it has one, and so a definition. */
bool hui_svg_define(hui_svg *svg, hui_svg_entry *entry);
/* The prefix and the number in base 36. */
void hui_svg_add_name(hui_buffer *out, size_t name);

/* `<use` of what is so named, moved to (x, y), without its end. */
void hui_svg_add_use(hui_buffer *out, size_t name, double x, double y, int decimals);

/* ` name="value"` of a number with at most `decimals` digits after the point. */
void hui_svg_add_attribute(hui_buffer *out, const char *name, double value, int decimals);
/* As short as can be: no zero before the point. */
void hui_svg_add_number(hui_buffer *out, double value, int decimals);
/* Path data with the first point moved to `start`. What follows that point is relative, so that equal outlines at
 * different places read alike, and rounded on one grid, so that errors do not add up. */
void hui_svg_add_path_data(hui_buffer *out, const hui_path *path, int decimals, hui_point start);
/* ` fill="…"` or ` stroke="…"`, with ` …-opacity` where it is needed; gradients become definitions. */
void hui_svg_add_color(hui_buffer *out, const char *name, hui_color color);
void hui_svg_add_paint(hui_svg *svg, const char *name, const hui_paint *paint);
void hui_svg_add_stroke(hui_svg *svg, const hui_stroke *stroke);
/* The stroke's attributes but its paint. */
void hui_svg_add_pen(hui_buffer *out, const hui_stroke *stroke);
/* The end of a drawing's element, whose start tag is still open, with its tooltip in it. */
void hui_svg_add_end(hui_buffer *out, const char *element, const char *tooltip);

/* ` xlink:href="target"`. */
void hui_svg_add_target(hui_buffer *out, const char *target);

/* Counts the uses of glyphs; writes a block of lines. */
void hui_svg_count_text(hui_svg *svg, const hui_lines *lines);
void hui_svg_add_text(hui_svg *svg, double x, double y, const hui_lines *lines);

/* Markers, one element each; what they have in common stands on a group around them. */
void hui_svg_add_markers(hui_svg *svg, const hui_item *item);

#endif
