/* What the files of the SVG backend share: the document being written. */
#ifndef HUI_BACKEND_SVG_WRITER_H
#define HUI_BACKEND_SVG_WRITER_H

#include "backend/backend.h"
#include "base/index.h"
#include "base/vec.h"
#include "base/xml.h"
#include "text/web_font.h"

/* Stands for the document's id prefix until all is written and the prefix is known: a character that XML 1.0
 * forbids, so that no text can hold it. */
#define HUI_SVG_PREFIX "\1"

/* A glyph's outline, on its grid. */
typedef struct hui_svg_outline {
    hui_path path;
    const char *data; /* from its first point on; "" without ink */
    size_t size;
} hui_svg_outline;

/* What may be defined once and used often: a gradient, a clip, a glyph, an outline, a panel's id. */
typedef struct hui_svg_entry {
    const char *key;
    size_t size;
    size_t uses; /* of glyphs and outlines, counted beforehand: what is used once is drawn in its place */
    size_t name;
    bool defined;
    hui_svg_outline *outline; /* of a glyph; NULL: not made yet */
} hui_svg_entry;

/* What a property is where dark colours are preferred: a class with a rule. */
typedef struct hui_svg_dress {
    const char *property;
    hui_color light, dark;
    size_t name;
} hui_svg_dress;

/* A font that goes into the file. */
typedef struct hui_svg_face {
    const hui_font *font;
    size_t name;
    HUI_VEC(hui_web_char) chars;
    hui_index index; /* of chars, by their codes */
} hui_svg_face;

typedef struct hui_svg {
    hui_arena *arena;
    const hui_write_options *options;
    hui_buffer defs, body;
    hui_buffer key; /* for building keys and definitions */
    HUI_VEC(hui_svg_entry) entries;
    hui_index index; /* of entries, by their keys */
    size_t name_count;
    int decimals; /* of path data */
    bool has_hidden_text;
    const hui_item *item, *dark; /* being written; the same of the dark scene, NULL: there is none */
    HUI_VEC(hui_svg_dress) dresses;
    size_t worn[2], worn_count; /* names of those of the element being written, for hui_svg_add_classes */
    HUI_VEC(hui_svg_face) faces;
    const hui_font *root_font; /* of text in named fonts; NULL: none yet */
    size_t icon_depth;    /* open groups when an icon of one colour began, which takes the text's; 0: none */
    size_t said_depth;    /* open groups when one began whose label says its texts, or that is not read; 0: none */
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

/* A number on a grid of 10^-decimals, counted in its steps. */
int64_t hui_svg_to_fixed(double value, int decimals);
void hui_svg_add_fixed(hui_buffer *out, int64_t value, int decimals);
/* ` name="value"` of a number with at most `decimals` digits after the point. */
void hui_svg_add_attribute(hui_buffer *out, const char *name, double value, int decimals);
/* As short as can be: no zero before the point. */
void hui_svg_add_number(hui_buffer *out, double value, int decimals);
typedef struct hui_svg_grid {
    int decimals;           /* after the point */
    bool filled;            /* the path is filled alone: its contours need not be closed */
    bool relative;          /* no step but the first says where it is */
    const hui_point *start; /* the path is moved to start here, so that equal outlines read alike; NULL: it stays */
} hui_svg_grid;

/* Path data, rounded on one grid, so that errors do not add up. A curve becomes simpler where that does not show: moves it by
 * three quarters of a step, one and a half where steps are parts of a px. */
void hui_svg_add_path_data(hui_buffer *out, const hui_path *path, const hui_svg_grid *grid);
/* The same, from the options' memo of paths if it is there. */
void hui_svg_add_kept_path(const hui_svg *svg, hui_buffer *out, const hui_path *path, const hui_svg_grid *grid);
/* ` fill="…"` or ` stroke="…"`, with ` …-opacity` where it is needed; gradients become definitions. */
void hui_svg_add_color(hui_buffer *out, const char *name, hui_color color);
void hui_svg_add_paint(hui_svg *svg, const char *name, const hui_paint *paint);
void hui_svg_add_stroke(hui_svg *svg, const hui_stroke *stroke);
/* The stroke's attributes but its paint. */
void hui_svg_add_pen(hui_buffer *out, const hui_stroke *stroke);
/* The end of a drawing's element, whose start tag is still open, with its tooltip in it. */
void hui_svg_add_end(hui_buffer *out, const char *element, const char *tooltip);

/* The index of the first item whose dark counterpart differs in more than colours, or SIZE_MAX. */
size_t hui_svg_find_other(const hui_scene *light, const hui_scene *dark);
/* What stands in the dark item where `member` does in the item being written; `member` itself without a dark one. */
const void *hui_svg_dark(const hui_svg *svg, const void *member);
/* The run's colour in the dark item. */
hui_color hui_svg_dark_ink(const hui_svg *svg, const hui_run *run);
/* The element being written has the property of this light colour, and is to have the dark one where that is preferred. */
void hui_svg_wear(hui_svg *svg, const char *property, hui_color light, hui_color dark);
/* The names of what has been worn since, with spaces between; ` class="…"` of them. */
void hui_svg_add_class_names(hui_svg *svg, hui_buffer *out);
void hui_svg_add_classes(hui_svg *svg, hui_buffer *out);
void hui_svg_add_dark_rules(hui_svg *svg, hui_buffer *out);
/* `#rrggbb`, or `#rgb` where that says the same. */
void hui_svg_add_hex(hui_buffer *out, hui_color color);

/* ` xlink:href="target"`. */
void hui_svg_add_target(hui_buffer *out, const char *target);
/* `<a xlink:href="target">`. */
void hui_svg_open_link(hui_buffer *out, const char *target);
void hui_svg_add_base64(hui_buffer *out, const unsigned char *bytes, size_t size);

/* Whether the run is written as text to be seen, not drawn. */
bool hui_svg_is_live(hui_svg *svg, const hui_run *run);
/* Into a <text> that is open. (x, y): where the line starts, on its baseline. */
void hui_svg_add_live_run(hui_svg *svg, double x, double y, const hui_run *run);
/* ` font-family="…"` of a font and what may stand in for it. */
void hui_svg_add_family(hui_buffer *out, const hui_font *font);
/* The rules of a style sheet that define the fonts of all that was so written. */
void hui_svg_add_faces(hui_svg *svg, hui_buffer *out);

/* Coordinates that hidden text is written in: those of the group of glyphs that it stands in, which are short. */
typedef struct hui_svg_frame {
    double x, y, unit; /* origin on the page; px */
    int decimals;
    double font_size; /* where none is written, in units */
} hui_svg_frame;

/* Text in the glyphs' group needs no size where it is that of most. */
double hui_svg_root_font_size(void);
/* Counts the uses of glyphs that are drawn; draws those of a block of lines. The last group stays open where `frame` is not
 * NULL, and takes that frame; false if there is none. */
void hui_svg_count_glyphs(hui_svg *svg, const hui_lines *lines);
bool hui_svg_add_glyphs(hui_svg *svg, double x, double y, const hui_lines *lines, hui_svg_frame *frame);
/* Writes a block of lines. */
void hui_svg_add_text(hui_svg *svg, double x, double y, const hui_lines *lines);

/* Markers, one element each; what they have in common stands on a group around them. */
void hui_svg_add_markers(hui_svg *svg, const hui_item *item);

#endif
