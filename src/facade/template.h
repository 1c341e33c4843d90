/* Templates inside the facade: what a spec's files become with a row of data, be there a row or not. */
#ifndef HUI_FACADE_TEMPLATE_H
#define HUI_FACADE_TEMPLATE_H

#include "base/monitor.h"
#include "base/vec.h"
#include "model/files.h"
#include "template/expand.h"

/* A file that was read and planned. */
typedef struct hui_planned_file {
    const char *path;
    bool is_chart;
    const hui_node *plan;
} hui_planned_file;

typedef struct hui_named_table {
    const char *name;
    const hui_table *table; /* NULL: it was reported */
} hui_named_table;

typedef struct hui_named_tables {
    hui_named_table *at;
    size_t count, capacity;
} hui_named_tables;

struct hui_template {
    hui_arena *arena;
    hui_diags *diags;
    hui_status status;
    hui_files files;
    hui_document_options options;
    const hui_json *root; /* NULL after errors, as plan */
    const hui_node *plan;
    const hui_node *data; /* of the poster's named data, NULL: none */
    HUI_VEC(hui_planned_file) included;
    hui_named_tables tables, chart_tables; /* that are the same for every row; as charts see them */
};

struct hui_row {
    hui_value datum;
    size_t number;
    const char *label; /* as messages call it */
};

/* One document's use of a template: what expanding needs, and what it made. */
typedef struct hui_template_use {
    const hui_template *template;
    hui_files files; /* the template's, with a list of its own of those that are named */
    hui_expansion expansion;
    hui_monitor *monitor; /* of the call that draws; NULL: nobody asks */
    const hui_scope *scope;
    const hui_json *data; /* named, NULL: none */
    hui_named_tables tables, chart_tables;
} hui_template_use;

/* template_load.c: reads ahead what is the same for every row. What is wrong with it is said by the documents. */
void hui_template_load(hui_template *template);
void hui_template_init(hui_template *template, hui_arena *arena, hui_diags *diags, hui_files files,
                       const hui_document_options *options);
/* Read and plan the spec. Report what is wrong. */
void hui_template_plan_file(hui_template *template, const char *path);
void hui_template_plan_text(hui_template *template, const void *bytes, size_t size);
/* The spec with a row, NULL: none. NULL after a diagnostic. */
const hui_json *hui_template_fill(hui_template_use *use, const hui_template *template, const hui_row *row,
                                  hui_arena *arena, hui_diags *diags);
/* The rows of named data, for a document or for all of them: with types, or as Vega-Lite has them for charts. NULL after a
 * diagnostic. */
const hui_table *hui_template_read_table(const hui_files *files, const hui_json *data, const char *name,
                                         bool for_chart, hui_place place, hui_arena *arena, hui_diags *diags);
/* The `find_table` of hui_read_options; the closure is the use. */
const hui_table *hui_template_chart_table(void *use, const char *name);
/* The `read_file` of hui_read_options; the closure is the use. */
const hui_json *hui_template_include(void *use, hui_arena *arena, const char *path, const hui_json *reference,
                                       bool is_chart, const hui_json_options *options, hui_diags *diags);

#endif
