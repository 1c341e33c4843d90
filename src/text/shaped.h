/* Shaped text: atoms, the smallest parts that lines are made of, with what line breaking needs to know of them. */
#ifndef HUI_TEXT_SHAPED_H
#define HUI_TEXT_SHAPED_H

#include "text/text.h"

/* What a character is to line breaking and spacing (clreq, sections 3.1 and 3.2). */
typedef enum hui_char_kind {
    HUI_CHAR_OTHER, /* whatever Unicode's rules suffice for */
    HUI_CHAR_SPACE,
    HUI_CHAR_HAN,
    HUI_CHAR_LETTER,
    HUI_CHAR_DIGIT,
    HUI_CHAR_POSTFIX, /* % and the like: spaced like a digit */
    HUI_CHAR_OPENER,  /* full-width, ink in its right half */
    HUI_CHAR_CLOSER,  /* full-width, ink in its left half */
    HUI_CHAR_PAUSE,   /* likewise, but a pause: ，。、；：！？ */
    HUI_CHAR_DASH,    /* — and … */
    HUI_CHAR_DOT,     /* · and ・: never at a line's start */
} hui_char_kind;

hui_char_kind hui_char_kind_of(uint32_t code, bool cjk_quotes);
/* “ ” ‘ ’ — …: full-width among han, narrow among letters. */
bool hui_char_is_ambiguous(uint32_t code);

/* How unwelcome a line break is before an atom, best first. Those after PLAIN are used only where a part is wider than
 * the line, the least bad first. */
typedef enum hui_break {
    HUI_BREAK_AUTHOR, /* the author marked it */
    HUI_BREAK_PHRASE, /* after a pause, before an opener */
    HUI_BREAK_WORD,   /* after a closer or a space, at a particle, where the script changes */
    HUI_BREAK_PLAIN,
    HUI_BREAK_NAME,   /* inside a quoted name */
    HUI_BREAK_INSIDE, /* where Unicode's rules forbid it: inside a word */
    HUI_BREAK_UNIT,   /* between a number and its unit */
    HUI_BREAK_DIGITS, /* inside a number */
    HUI_BREAK_NEVER,  /* what clreq forbids (kinsoku) */
} hui_break;

/* A stretch of atoms of one font and look. */
typedef struct hui_piece {
    const hui_font *font;
    double size;
    hui_color color;
    const char *link;
    bool strong, emphasis;
} hui_piece;

/* A shaped cluster. Its text and glyphs end where the next atom's begin. */
typedef struct hui_atom {
    uint32_t byte, glyph, piece;
    uint32_t code;    /* its first code point */
    uint8_t kind;     /* hui_char_kind */
    uint8_t breaking; /* hui_break: before it */
    bool wide;        /* among han: ambiguous marks are full-width */
    double gap_before; /* px, of its span */
    double advance;
    double lead, trail; /* blank halves that a line's edge or a neighbouring mark takes away */
    double x;          /* of its origin, if its paragraph were one line */
} hui_atom;

/* Atoms between forced breaks. */
typedef struct hui_paragraph {
    size_t from, to;
    bool han;       /* has han: its quotes are full-width */
    bool authored;  /* has breaks marked by the author */
} hui_paragraph;

struct hui_text {
    hui_arena *arena;
    hui_text_style style;
    const char *bytes; /* spans joined, without marks of allowed breaks; NUL-terminated */
    size_t size;
    hui_atom *atoms; /* one more than atom_count: where the last ends */
    size_t atom_count;
    const hui_glyph *glyphs; /* from their atom's origin */
    const hui_piece *pieces;
    size_t piece_count;
    const hui_paragraph *paragraphs;
    size_t paragraph_count;
    struct {
        const hui_font *font; /* NULL: nothing is emphasised */
        uint32_t glyph;
        double advance; /* em */
    } dot; /* of emphasis */
    double min_width, max_width;
};

/* Reads and shapes the spans: fills all of `text` but break classes, positions and widths. Breaks that Unicode allows
 * are PLAIN, others INSIDE, the author's AUTHOR. False if glyphs are missing, which is reported. */
bool hui_text_shape(hui_text *text, hui_fonts *fonts, hui_spans spans, hui_place place, hui_diags *diags);
/* Classes of the breaks in a paragraph. */
void hui_text_classify(hui_text *text, const hui_paragraph *paragraph);
/* Blank halves, gaps and positions in a paragraph. */
void hui_text_space(hui_text *text, const hui_paragraph *paragraph);

/* Where a number (with 第, range, unit) that begins at `at` ends; `at` if none begins there. Sets the breaks inside. */
size_t hui_number_keep(hui_text *text, size_t at, size_t to);

/* Of the line that atoms [from, to) make, marks at its edges halved and spaces at its end dropped. */
double hui_line_width(const hui_text *text, size_t from, size_t to);
size_t hui_line_trim(const hui_text *text, size_t from, size_t to);

/* Ends of the lines of a paragraph at a width. */
typedef struct hui_cuts {
    size_t *at;
    size_t count;
} hui_cuts;
hui_cuts hui_paragraph_break(const hui_text *text, const hui_paragraph *paragraph, double width);

#endif
