/* Text: a paragraph shaped once, then composed into lines for any width by the rules of clreq. */
#ifndef HUI_TEXT_TEXT_H
#define HUI_TEXT_TEXT_H

#include "base/color.h"
#include "base/diag.h"
#include "text/fonts.h"

typedef enum hui_text_align { HUI_TEXT_START, HUI_TEXT_CENTER, HUI_TEXT_END, HUI_TEXT_JUSTIFY } hui_text_align;

typedef struct hui_text_style {
    const char *family; /* NULL: the bundled sans */
    const char *lang;   /* BCP 47; NULL: zh-Hans */
    double size;        /* px */
    int weight;         /* 400, 700 or 900 */
    double line_height; /* px from baseline to baseline; text is centred in it */
    double letter_spacing; /* em, after every cluster but the last of a line */
    hui_color color;
    hui_text_align align;
    /* **strong** runs. Zero values: the paragraph's own colour, scale 1, weight 700 or the paragraph's if heavier. */
    hui_color strong_color;
    int strong_weight;
    double strong_scale;
    double figure_scale; /* a strong run that starts with a digit; 0: strong_scale */
    hui_color link_color;
    bool balance;  /* lines of nearly equal width: titles, pills, plaques, labels */
    bool nowrap;   /* breaks at \n only */
    bool tabular;  /* figures of one width */
    bool no_gap;   /* no space between han and Latin or digits: numerals set with their units */
    bool plain;    /* no_gap, and no squeezed marks: every cluster keeps its advance */
    bool keep_spaces; /* at the ends of lines */
} hui_text_style;

/* A stretch of text with what differs from the style; zero values inherit. */
typedef struct hui_span {
    const char *text;
    double size;
    int weight;
    hui_color color;
    double gap_before; /* px of space before it, unless it begins a line */
    bool strong, emphasis, code;
    const char *link;
} hui_span;

typedef struct hui_spans {
    const hui_span *at;
    size_t count;
} hui_spans;

/* Inline Markdown (CommonMark: strong, emphasis, links, code, escapes, hard breaks as \n) as spans. `|` becomes
 * U+200B, a break the author allows, and `\|` stays a bar. Block syntax has no meaning. */
hui_spans hui_markdown_read(hui_arena *arena, const char *markdown);
/* The same on one line and without any marks: for titles, labels, alt texts. */
char *hui_markdown_plain(hui_arena *arena, const char *markdown);

typedef struct hui_text hui_text; /* shaped; immutable */

/* Everything it makes lives in `arena`. Missing glyphs are reported at `place`, each character once a text. */
hui_text *hui_text_new(hui_arena *arena, hui_fonts *fonts, const hui_text_style *style, hui_spans spans, hui_place place,
                       hui_diags *diags);

double hui_text_min_width(const hui_text *text); /* of the widest part that must not break */
double hui_text_max_width(const hui_text *text); /* of the widest line when only \n breaks */

typedef struct hui_glyph {
    uint32_t id;
    float x, y; /* of its origin, from the line's start and baseline */
} hui_glyph;

/* How many bytes of the line's text and how many glyphs belong together. */
typedef struct hui_cluster {
    uint16_t bytes, glyphs;
} hui_cluster;

/* Glyphs of one font, size and colour. */
typedef struct hui_run {
    const hui_font *font; /* for fixed metrics too */
    double size;
    hui_color color;
    const char *link; /* NULL: none */
    const hui_glyph *glyphs;
    size_t glyph_count;
    const hui_cluster *clusters;
    size_t cluster_count;
    const char *text; /* UTF-8 of the run, not NUL-terminated; spaces at a line's end are dropped with their glyphs */
    size_t text_size;
    double x, width; /* in the line */
} hui_run; /* One with glyphs but no text (clusters of 0 bytes) holds marks: the dots of *emphasis*. */

typedef struct hui_line {
    double x;        /* offset by alignment */
    double baseline; /* from the top of the block */
    double width;
    const hui_run *runs;
    size_t run_count;
    bool ends_paragraph; /* a \n or the text's end follows */
} hui_line;

/* A block of lines; immutable. Its height is lines × line_height (or more, where a run is larger than the line). */
typedef struct hui_lines {
    const hui_line *at;
    size_t count;
    double width, height;   /* the width asked for; the height taken */
    double ink_width;       /* of the widest line */
    double ascent;          /* of the first line's largest size, from its baseline up */
} hui_lines;

const hui_lines *hui_text_compose(const hui_text *text, double width);

/* The text of a block, lines joined: without a space where a paragraph was only wrapped (or with the space that was
 * there), with \n at forced breaks. */
char *hui_lines_string(hui_arena *arena, const hui_lines *lines);

#endif
