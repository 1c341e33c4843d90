/* Interpreter: follows the graphics state through content streams (ISO 32000-1, annex A). */
#ifndef HUI_PREFLIGHT_INTERPRETER_H
#define HUI_PREFLIGHT_INTERPRETER_H

#include "preflight/marks.h"
#include "print/tokens.h"

/* A name that was looked up, for a kind of thing: "/Font" and the like. */
typedef struct hui_resource {
    const char *kind, *name;
    void *found; /* NULL: there is none */
} hui_resource;

/* A dictionary of resources, and what was found in it so far: forms may be painted ten thousand times. */
typedef struct hui_resources {
    qpdf_oh dictionary;
    HUI_VEC(hui_resource) known;
    bool has_default_rgb;
} hui_resources;

struct hui_form {
    int id;
    hui_resources *resources; /* NULL: those of what paints it */
    char *content;            /* decoded; NULL: it cannot be */
    size_t size;
    hui_matrix matrix;
    hui_rect box;             /* in its own space */
    bool is_group, is_painting; /* now: a form that paints itself never ends */
    const hui_space *group_space;
};

struct hui_pattern {
    hui_form *form;           /* tiles, or NULL */
    const hui_space *shading; /* the space of a shading, or NULL */
    int page_seen;            /* that it was last painted on: once is enough */
};

/* What `Do` paints: one of both. */
typedef struct hui_external {
    hui_form *form;
    const hui_picture_facts *picture;
} hui_external;

/* A content stream that is being followed. */
typedef struct hui_frame {
    struct hui_frame *outer;
    hui_resources *resources;
    int depth;
    size_t saved; /* states of those around it, which its `Q` do not bring back */
} hui_frame;

typedef struct hui_pen {
    bool has_path;
    hui_rect bounds, bar;         /* pt: of the path, of its part since the last `m` or `re` */
    bool has_bounds, has_bar;
    hui_point current, start; /* pt */
    double contact[4];        /* pt: the longest line of the path along each side of its bounds: left, right, top, bottom */
    double thinnest;              /* of the bars so far; -1: none */
    bool clips;                   /* once it was painted */
} hui_pen;

typedef struct hui_interpreter {
    hui_check *check;
    hui_graphics now;
    HUI_VEC(hui_graphics) saved;
    size_t lost; /* saved states beyond what is kept */
    hui_frame *frame;
    hui_pen pen;
    hui_matrix text, line; /* Tm and Tlm */
} hui_interpreter;

void hui_interpreter_run(hui_interpreter *in, hui_resources *resources, const char *content, size_t size);
void hui_interpreter_count(hui_check *check, size_t statements); /* for what takes as long as so many */
void hui_interpreter_mark(hui_interpreter *in, hui_mark mark);
/* Nothing more is painted outside the rect; `contact` is how much of what clips runs along each of its sides, NULL:
 * all. */
void hui_clip_to(hui_graphics *now, hui_rect rect, const double contact[4]);
double hui_operand(const hui_statement *s, size_t from_end); /* 0: the last; a tame number */

/* pen.c */
void hui_pen_move(hui_interpreter *in, const hui_statement *s);
void hui_pen_line(hui_interpreter *in, const hui_statement *s);
void hui_pen_curve(hui_interpreter *in, const hui_statement *s);
void hui_pen_rect(hui_interpreter *in, const hui_statement *s);
void hui_pen_close(hui_interpreter *in);
void hui_pen_paint(hui_interpreter *in, bool fills, bool strokes);

/* words.c: text */
void hui_words_begin(hui_interpreter *in);
void hui_words_move(hui_interpreter *in, double x, double y);
void hui_words_set_matrix(hui_interpreter *in, const hui_statement *s);
void hui_words_show(hui_interpreter *in, hui_token token); /* a string, or an array of strings and numbers */

/* resources.c: what the frame's resources name; NULL where there is no such thing */
const hui_font *hui_find_font(hui_interpreter *in, hui_token name);
const hui_space *hui_find_space(hui_interpreter *in, hui_token name);
hui_pattern *hui_find_pattern(hui_interpreter *in, hui_token name);
hui_external *hui_find_external(hui_interpreter *in, hui_token name);
hui_resources *hui_resources_new(hui_check *check, qpdf_oh dictionary);
/* A handle, to be dropped. */
qpdf_oh hui_find_object(hui_interpreter *in, const char *category, hui_token name);
hui_form *hui_form_read(hui_interpreter *in, qpdf_oh stream);

/* fonts.c, spaces.c */
hui_font *hui_font_read(hui_check *check, qpdf_oh dictionary);
const hui_space *hui_space_read(hui_interpreter *in, qpdf_oh object, int depth);
const hui_space *hui_space_device(hui_interpreter *in, const char *name); /* NULL: it is no device's */

/* paint.c: forms, images, shadings, patterns */
const hui_picture_facts *hui_picture_read(hui_interpreter *in, qpdf_oh dictionary);
void hui_paint_object(hui_interpreter *in, hui_token name);
void hui_paint_inline_image(hui_interpreter *in, const hui_statement *s);
void hui_paint_shading(hui_interpreter *in, hui_token name);
void hui_paint_pattern(hui_interpreter *in, hui_pattern *pattern);
void hui_set_state(hui_interpreter *in, hui_token name);

#endif
