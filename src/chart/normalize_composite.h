/* Composite marks: what boxplots, error bars and error bands have in common. For the files of chart/ only. */
#ifndef HUI_CHART_NORMALIZE_COMPOSITE_H
#define HUI_CHART_NORMALIZE_COMPOSITE_H

#include "chart/normalize_parts.h"

typedef struct hui_composite {
    hui_rewrite *rewrite;
    hui_arena *arena;
    const hui_json *config;
    const char *word;          /* "boxplot" */
    const hui_json *mark;      /* an object */
    const hui_json *encoding;  /* completed */
    bool vertical;             /* the continuous axis is y */
    const char *axis, *second; /* "y", "y2" */
    const hui_json *def;       /* of the continuous axis, without aggregate */
    const char *field;         /* as written */
    const char *flat;          /* as one name */
} hui_composite;

/* The mark and the encoding of a unit. */
hui_composite hui_composite_start(hui_rewrite *rewrite, const hui_json *unit, const hui_rewrite_scope *scope);
/* The unit without what moves into its layers. */
hui_json *hui_composite_outer(const hui_composite *composite, const hui_json *unit);
bool hui_composite_fault(const hui_composite *composite, const char *message); /* reports; false */
/* Field or datum of a continuous scale. */
bool hui_json_is_continuous(const hui_json *def);
/* Which of x and y is continuous, by mark.orient or by their types. */
bool hui_composite_orient(hui_composite *composite);
/* The continuous axis, once `vertical` is known. */
bool hui_composite_find_axis(hui_composite *composite);

/* Texts
 * ----- */

const hui_json *hui_composite_text(const hui_composite *composite, const char *text);
/* "datum['name']" */
const char *hui_composite_datum(const hui_composite *composite, const char *name);
/* The value of the continuous field in an expression. */
const char *hui_composite_value(const hui_composite *composite, const char *field);
/* prefix and field as a name, and as a path that means that name. */
const hui_json *hui_composite_name(const hui_composite *composite, const char *prefix);
const hui_json *hui_composite_path(const hui_composite *composite, const char *prefix);
/* {"op": …, "field": …, "as": prefix and field} */
const hui_json *hui_composite_measure(const hui_composite *composite, const char *op, const hui_json *field,
                                      const char *prefix);

/* Tooltips and parts
 * ------------------ */

typedef struct hui_summary {
    const char *prefix, *title;
} hui_summary;

/* `encoding`'s own, or a line for each summary and each field of it. `named`: titles end in "of" and the field. */
const hui_json *hui_composite_tooltip(const hui_composite *composite, const hui_summary *summary, size_t count,
                                      const hui_json *encoding, bool named);

typedef struct hui_composite_part {
    const char *name;         /* "box" */
    const hui_json *mark;     /* an object */
    const char *from, *to;    /* prefixes of position and end, NULL: none */
    const hui_json *encoding; /* shared */
    const hui_json *tooltip;
} hui_composite_part;

/* Adds a layer for the part, unless mark or config say that it is not shown. */
void hui_composite_add(const hui_composite *composite, hui_json *layers, const hui_composite_part *part);
/* The mark of a part with the styles it gets; NULL: not shown. */
const hui_json *hui_composite_style(const hui_composite *composite, const char *part, const hui_json *mark);
/* The encoding of the continuous axis for a field. */
const hui_json *hui_composite_position(const hui_composite *composite, const hui_json *field);

#endif
