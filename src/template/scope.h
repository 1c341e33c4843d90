/* Scopes: the row of data that a part of a template sees, and those around it. */
#ifndef HUI_TEMPLATE_SCOPE_H
#define HUI_TEMPLATE_SCOPE_H

#include "data/expr.h"

typedef struct hui_scope hui_scope;
struct hui_scope {
    hui_json_scope json;    /* first, so that a made value leads back here */
    const hui_scope *outer; /* NULL: none */
    hui_value datum;        /* the row, an object; undefined: there is none */
    const hui_table *table; /* whose row it is, NULL: of none */
    const char *name;       /* of the table, as messages have it */
    hui_params params;      /* hui_scope_names with their values */
};

/* A field of a text or an expression, taken apart. */
typedef struct hui_field_name {
    const char *text;        /* as written */
    const char *const *path; /* the names along it */
    size_t count;
} hui_field_name;

/* The names besides datum that expressions may use: parent (the row around this one, and its parent in turn), row (the
 * outermost), index (among the rows repeated, from 0), count (of them). */
extern const hui_params hui_scope_names;

/* For what is outside of all rows. */
const hui_scope *hui_scope_new(hui_arena *arena);
/* `label`: how messages name the row. */
const hui_scope *hui_scope_of_row(hui_arena *arena, const hui_scope *outer, hui_value datum, const char *label);
/* The same of the row of a table, which messages call `name`; `index` of `count` that are repeated. */
const hui_scope *hui_scope_of_table(hui_arena *arena, const hui_scope *outer, const hui_table *table, const char *name,
                                    size_t row, size_t index, size_t count);

/* The value of a field: a column of that name, a path into one, or what begins with one of hui_scope_names. False if there
 * is none. */
bool hui_scope_find(const hui_scope *scope, const hui_field_name *field, hui_value *value);
/* Whether rows like this one have such a column, be it empty in this one. */
bool hui_scope_has_column(const hui_scope *scope, const char *name);
/* Reports a field that is not there. */
void hui_scope_report(hui_arena *arena, const hui_scope *scope, const hui_field_name *field, hui_place place,
                      hui_diags *diags);

#endif
