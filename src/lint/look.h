/* Look: a page as the rules see it, and where they put what they find. For the files of lint/ only. */
#ifndef HUI_LINT_LOOK_H
#define HUI_LINT_LOOK_H

#include "base/vec.h"
#include "chart/picture.h"
#include "lint/lint.h"
#include "model/poster.h"

/* A panel, or the part of it that is on this page. */
typedef struct hui_lint_panel {
    const hui_panel *panel; /* NULL: the page itself */
    const hui_place *place; /* NULL: none */
    hui_rect frame;         /* on the page */
    size_t outer;           /* index of the panel around it */
    unsigned ignored;       /* rules, those of the panels around it too */
    size_t content;         /* drawings in it that say something: all but its ground */
    bool is_part; /* it goes on on another page */
} hui_lint_panel;

/* A line of text. */
typedef struct hui_lint_line {
    const hui_item *item;
    const hui_line *line;
    size_t order;      /* of its item in the scene */
    hui_matrix matrix; /* from the block's coordinates to the page */
    double opacity;
    hui_rect core;        /* where every letter has ink, in the block's coordinates */
    hui_point corners[4]; /* of that, on the page */
    hui_rect box;         /* around these */
    double size;          /* of its largest letters on the page, px */
    hui_rect clip;        /* on the page, where is_clipped */
    bool is_clipped, is_decoration;
    bool is_mark; /* a label among the marks of a chart */
    size_t panel;
} hui_lint_line;

/* What cuts drawings, in a group around them. */
typedef struct hui_lint_clip {
    const hui_path *path;
    hui_matrix inverse; /* from the page to its coordinates */
    const struct hui_lint_clip *outer; /* NULL: none */
} hui_lint_clip;

/* A filled shape or a picture. */
typedef struct hui_lint_drawing {
    const hui_item *item;
    size_t order;
    hui_matrix matrix, inverse; /* from its coordinates to the page, and back */
    double opacity;
    size_t panel;
    const hui_lint_clip *clip; /* NULL: none */
} hui_lint_drawing;

/* A chart. */
typedef struct hui_lint_figure {
    const hui_picture *picture;
    hui_matrix matrix;
    hui_rect bounds;
    size_t panel;
} hui_lint_figure;

typedef struct hui_lint_page {
    const hui_scene *scene;
    int number; /* from 1 */
    HUI_VEC(hui_lint_panel) panels; /* the first is the page; outer ones stand before those in them */
    HUI_VEC(hui_lint_line) lines;
    HUI_VEC(hui_lint_drawing) drawings; /* in the order of painting */
    HUI_VEC(hui_lint_figure) figures;
} hui_lint_page;

/* `every`: drawings, too; else lines and panels alone. */
hui_lint_page *hui_lint_page_new(hui_arena *arena, const hui_scene *scene, int number, bool every);

typedef struct hui_lint_finding {
    hui_lint_rule rule;
    int page;
    const hui_lint_panel *panel;
    hui_rect rect;
    double badness; /* the worst speaks for all */
    size_t count, index;
    const char *message, *hint;
} hui_lint_finding;

typedef struct hui_lint_check {
    hui_arena *arena;
    const hui_lint_request *request;
    const hui_lint_page *page; /* that is looked at */
    HUI_VEC(hui_lint_finding) findings;
    size_t *kin; /* of its panels, one for each rule: 1 + the index of what was found; 0: nothing; NULL until something is */
} hui_lint_check;

bool hui_lint_applies(const hui_lint_check *check, hui_lint_rule rule);
/* A finding in a panel (its index); then the arguments of the rule's message. */
void hui_lint_add(hui_lint_check *check, hui_lint_rule rule, size_t panel, hui_rect rect, double badness, ...);
const char *hui_lint_word(const hui_lint_check *check, const char *english, const char *chinese);
/* The line's text, cut to what a message holds. */
const char *hui_lint_quote(hui_arena *arena, const hui_line *line);

/* One family of rules each. */
typedef void hui_lint_rules(hui_lint_check *check);
hui_lint_rules hui_lint_text_overlap, hui_lint_text_outside, hui_lint_legibility, hui_lint_lone_characters, hui_lint_accents,
    hui_lint_charts, hui_lint_images, hui_lint_panels;

#endif
