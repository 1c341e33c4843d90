/* Model: a poster or panel file as typed structs, includes resolved, defaults filled in, everything checked. */
#ifndef HUI_MODEL_POSTER_H
#define HUI_MODEL_POSTER_H

#include "base/monitor.h"
#include "model/files.h"
#include "model/record.h"

struct hui_build;
struct hui_box;

/* A panel type: its record and how its boxes are built. */
typedef struct hui_panel_kind {
    hui_record record; /* record.name is the word after "type" */
    struct hui_box *(*build)(const struct hui_build *build, const void *props);
    bool full_bleed; /* takes the page's whole width where it stands in a poster by itself */
    bool parts;      /* only parts its neighbours: left out where a page ends or begins */
} hui_panel_kind;

/* In the order of the words of `break`. */
typedef enum hui_breaking { HUI_BREAKING_AUTO, HUI_BREAKING_BEFORE, HUI_BREAKING_AVOID } hui_breaking;

/* Rules of lint that are not applied. */
typedef struct hui_lint_spec {
    unsigned ignore; /* bit r: hui_lint_rule r */
    hui_string reason;
} hui_lint_spec;

extern const hui_record hui_lint_record;

/* What every panel takes besides its own fields. */
typedef struct hui_panel_common {
    hui_string id;   /* [A-Za-z][A-Za-z0-9_-]*, unique in the poster */
    hui_string alt;  /* what a reader who does not see it is told; NULL: its texts are read */
    int span, rowSpan; /* in a grid */
    double grow;       /* in a row or column; NAN: the panel type's own */
    hui_length width, minHeight;
    int align; /* index in hui_align_words: auto, stretch, start, center, end, baseline */
    const void *theme;        /* read before all others, into hui_panel */
    const hui_accent *accent; /* NULL: the surrounding one */
    int cards, pen; /* in hui_card_style_words and hui_pen_words; 0: as around the panel */
    int breaking; /* hui_breaking */
    const hui_lint_spec *lint; /* NULL: all rules are applied */
} hui_panel_common;

extern const hui_record hui_panel_common_record;
extern const hui_word hui_align_words[];
/* "auto", then the words of hui_card_style and hui_pen in their order. */
extern const hui_word hui_card_style_words[], hui_pen_words[];

struct hui_panel {
    const hui_panel_kind *kind;
    hui_panel_common common;
    const hui_theme *theme; /* NULL: the surrounding one */
    const void *props;
    hui_place place;
};

/* A line that stands on every page; its texts may hold {page}, {pages} and {title}. */
typedef struct hui_running {
    hui_string start, center, end;
} hui_running;

typedef enum hui_print_mark {
    HUI_PRINT_MARK_ALL = 1 << 0,
    HUI_PRINT_MARK_CROP = 1 << 1,
    HUI_PRINT_MARK_REGISTRATION = 1 << 2,
    HUI_PRINT_MARK_COLORS = 1 << 3,
    HUI_PRINT_MARK_INFORMATION = 1 << 4,
} hui_print_mark;

typedef enum hui_flow { HUI_FLOW_NONE, HUI_FLOW_PAGES } hui_flow;
typedef enum hui_fit { HUI_FIT_PAPER, HUI_FIT_ROLL } hui_fit;

typedef struct hui_page {
    hui_length width, height; /* px; height NONE: as high as the content */
    hui_length margin;
    hui_string size; /* paper: "A4", "600mm x 1800mm", or NULL */
    int orientation; /* 0 portrait, 1 landscape */
    hui_string background;
    double paper_width, paper_height; /* mm, of `size` as turned by `orientation`; 0 where it is in px, absent or open */
    hui_length bleed, safe; /* mm */
    unsigned marks;         /* hui_print_mark bits; ALL is written out */
    int flow, fit;
    const hui_running *header, *footer; /* NULL: none */
} hui_page;

/* How its PDF is made fit for print or for reading aloud. In the order of the words of `colors`. */
typedef enum hui_print_colors { HUI_PRINT_COLORS_AUTO, HUI_PRINT_COLORS_CMYK, HUI_PRINT_COLORS_RGB } hui_print_colors;

/* In the order of the words of `text`. */
typedef enum hui_print_text { HUI_PRINT_TEXT_FONTS, HUI_PRINT_TEXT_OUTLINES } hui_print_text;

enum { HUI_PRINT_SPEC_NONE = 16 }; /* the bit of the word "none", which is no standard */

typedef struct hui_print_spec {
    unsigned standard; /* bit i: hui_print_standard_words[i]; 0: all defaults */
    hui_string profile;
    int colors; /* hui_print_colors */
    int black;  /* index in print_black_words, which is the order of hui_print_black */
    int text;   /* hui_print_text */
    const char *profile_bytes; /* NULL: the bundled profile */
    size_t profile_size;
    hui_place place;
} hui_print_spec;

extern const hui_word hui_print_standard_words[]; /* in the order of the bits of print/print.h */
/* What is wrong with a file made so, as a sentence, or NULL; `marks` are the page's. Stores what to do about it, or NULL. */
const char *hui_print_fault_of(const hui_print_spec *print, unsigned marks, const char **hint);
/* What is wrong with bytes as the profile of a press, or NULL. */
const char *hui_print_profile_fault(const char *bytes, size_t size);

struct hui_table;

typedef struct hui_poster {
    hui_string title, description, author, lang;
    const hui_theme *theme; /* overrides applied */
    hui_page page;
    const hui_print_spec *print; /* NULL: a plain PDF */
    const hui_lint_spec *lint;   /* NULL: all rules are applied */
    hui_list fonts; /* hui_string: folders, resolved */
    const hui_json *data; /* named data of charts, by name; NULL: none */
    const hui_files *files; /* what its charts may read */
    const struct hui_table *(*find_table)(void *closure, const char *name); /* see hui_read_options */
    void *table_closure;
    bool lenient;
    hui_panels panels;
    size_t panel_count; /* of all, nested ones included */
    hui_monitor *monitor;      /* told while it is drawn; NULL: nobody */
    bool is_panel; /* the file holds one panel, not a poster */
} hui_poster;

extern const hui_record hui_poster_record, hui_page_record, hui_print_record, hui_theme_record;

typedef struct hui_read_options {
    const hui_panel_kind *const *kinds;
    size_t kind_count;
    const struct hui_theme *colors; /* instead of the theme's own; NULL: none */
    const char *theme;     /* overrides the spec's; NULL: as the spec says */
    bool lenient;          /* what charts do not support is a warning */
    /* Reads a spec file that the value `reference` names, with what templates ask for done; NULL: hui_json_read_file */
    const hui_json *(*read_file)(void *closure, hui_arena *arena, const char *path, const hui_json *reference,
                                 bool is_chart, const hui_json_options *options, hui_diags *diags);
    void *file_closure;
    /* Of the poster's named data those that were read already; NULL: not this one. */
    const struct hui_table *(*find_table)(void *closure, const char *name);
    void *table_closure;
    bool (*icon_exists)(void *closure, const char *name);
    const char *(*icon_nearest)(void *closure, const char *name); /* NULL if none is near */
    void *icon_closure;
    /* The colours of a scheme that is a list; NULL: there is none of this name. And a scheme of a name near it, or NULL. */
    const hui_color *(*find_scheme)(hui_arena *arena, const char *name, size_t *count);
    const char *(*nearest_scheme)(const char *name);
    hui_monitor *monitor; /* told of each panel, and the poster's; NULL: nobody. Once it is cancelled, panels are missing */
} hui_read_options;

/* From a spec's JSON. `files` must live as long as the poster. NULL if there was an error, but reports all. */
const hui_poster *hui_poster_read(hui_arena *arena, const hui_json *root, const hui_files *files,
                                  const hui_read_options *options, hui_diags *diags);

#endif
