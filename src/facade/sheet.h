/* Sheets: what a spec becomes, be it a poster, a panel or a chart. */
#ifndef HUI_FACADE_SHEET_H
#define HUI_FACADE_SHEET_H

#include "backend/backend.h"
#include "chart/picture.h"
#include "facade/context.h"
#include "facade/template.h"
#include "json/json.h"
#include "model/files.h"
#include "model/poster.h"

typedef struct hui_sheet {
    const hui_scene *scene; /* NULL after errors */
    const hui_scene *press; /* the same for PDF, see hui_poster_scenes */
    hui_fonts *fonts;
    const char *title;                /* NULL: none */
    double paper_width, paper_height; /* mm; 0: none */
    const hui_print_spec *print;      /* NULL: a plain PDF */
    const hui_theme *theme;           /* NULL: none */
    const hui_picture *picture;       /* of a chart, else NULL */
    unsigned ignored;                 /* rules of lint, as bits, that the spec says are not applied */
} hui_sheet;

/* A file of Vega-Lite says so by its name, or by its schema. */
bool hui_sheet_is_chart(const hui_json *root, const char *name);
/* `use` is of the template that `root` was made from. `colors`: instead of those of the theme; NULL: none. Reports all that is
 * wrong. */
hui_sheet hui_sheet_new(hui_arena *arena, hui_context *context, const hui_json *root, hui_template_use *use,
                        const hui_theme *colors, hui_diags *diags);
/* The scene of a page, from 1; 0: the first. */
const hui_scene *hui_sheet_page(const hui_sheet *sheet, size_t number);
/* 0 after errors. */
size_t hui_sheet_page_count(const hui_sheet *sheet);
/* By the backend; a chart is dumped as its picture, which says more than its scene. `page` is from 1; 0: all, of those
 * formats that hold several, else the first. */
bool hui_sheet_write(const hui_sheet *sheet, size_t page, const hui_backend *backend, const hui_write_options *options,
                     const hui_sink *sink, hui_diags *diags);

#endif
