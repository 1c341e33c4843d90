/* Preflight: PDFs of any program are checked by the rules that print shops apply. Part of the print module, see
 * print/print.h. */
#ifndef HUI_PREFLIGHT_PREFLIGHT_H
#define HUI_PREFLIGHT_PREFLIGHT_H

#include "base/diag.h"
#include "base/geom.h"
#include "base/vec.h"
#include "print/print.h"

/* Whose rules: rows of houses.inc. */
typedef enum hui_house {
#define HOUSE(NAME, ...) HUI_HOUSE_##NAME,
#include "preflight/houses.inc"
#undef HOUSE
    HUI_HOUSE_COUNT
} hui_house;

/* Numbers that houses differ in: rows of limits.inc. */
typedef enum hui_limit {
#define LIMIT(NAME, ...) HUI_LIMIT_##NAME,
#include "preflight/limits.inc"
#undef LIMIT
    HUI_LIMIT_COUNT
} hui_limit;

typedef enum hui_rule {
#define RULE(NAME, ...) HUI_RULE_##NAME,
#include "preflight/rules.inc"
#undef RULE
    HUI_RULE_COUNT
} hui_rule;

typedef struct hui_preflight_request {
    hui_house house;
    bool is_chinese;                 /* messages, hints and facts */
    double limits[HUI_LIMIT_COUNT];  /* where `is_set`; else the house's */
    bool is_set[HUI_LIMIT_COUNT];
    const char *renderer;            /* Ghostscript: a path, or a name on PATH; NULL: none, ink is not asked for */
    double seconds;                  /* that it may take */
    /* The panel that paints the box on the page (from 1), both in the same unit from the trimmed page's top left corner;
     * NULL: unknown. */
    const hui_place *(*locate)(void *closure, int page, hui_rect box, double page_width, double page_height);
    void *closure;
} hui_preflight_request;

/* What is wrong. Strings are the arena's. */
typedef struct hui_finding {
    hui_rule rule;
    const char *word; /* of the rule */
    hui_severity severity;
    int page; /* from 1; 0: the file's */
    bool has_box;
    hui_rect box; /* of the worst, mm from the trimmed page's top left corner */
    const hui_place *place;
    size_t count;    /* how often on this page, in this panel */
    bool is_general; /* counted over all pages: no panel's fault, but that of how the file was made */
    const char *message, *hint;
    const char *detail; /* of findings of one rule, those with the same one are counted together; NULL is one, too */
    double badness;     /* the worst speaks for all */
} hui_finding;

typedef struct hui_page_facts {
    hui_rect media, trim, bleed; /* mm; y grows upwards */
    bool has_trim, has_bleed;
    bool has_ink; /* the next is known */
    double ink;   /* the most anywhere, percent of all plates together */
    hui_point ink_at; /* mm from the trimmed page's top left corner */
} hui_page_facts;

typedef struct hui_plate_facts {
    const char *name;
    double most; /* percent; -1: not rendered */
} hui_plate_facts;

typedef struct hui_font_facts {
    const char *name, *kind;
    bool is_embedded;
} hui_font_facts;

typedef struct hui_preflight_report {
    HUI_VEC(hui_finding) findings;
    HUI_VEC(hui_page_facts) pages;
    HUI_VEC(hui_plate_facts) plates; /* those of process colours and spot colours that are used */
    HUI_VEC(hui_font_facts) fonts;
    const char *version;                 /* "1.6" */
    const char *standards;               /* "PDF/X-4, PDF/A-2a"; NULL: none is claimed */
    const char *intent, *intent_space;   /* of the output intent; NULL: none */
    size_t image_count;
    double image_least;                  /* dpi */
    bool is_readable;                    /* else there is but one finding */
    double limits[HUI_LIMIT_COUNT];
} hui_preflight_report;

/* Never fails: what cannot be read is a finding. All that the report holds is the arena's. */
typedef void hui_preflight_run(hui_arena *arena, const void *pdf, size_t size, const hui_preflight_request *request,
                               hui_preflight_report *report);

/* What the module exports under this name. Its version must be HUI_VERSION: what the calls take changes with it. */
typedef struct hui_print_module {
    const char *version;
    hui_print_run *run;
    hui_preflight_run *preflight;
} hui_print_module;
#define HUI_PRINT_MODULE_SYMBOL "hui_print_module_exported"

#endif
