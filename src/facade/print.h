/* Print PDFs: from the plain ones, by the print module. */
#ifndef HUI_FACADE_PRINT_H
#define HUI_FACADE_PRINT_H

#include "base/buffer.h"
#include "facade/context.h"
#include "model/poster.h"
#include "preflight/preflight.h"

typedef struct hui_print_request {
    hui_print_spec spec;    /* what the options say over what the spec says */
    bool is_plain;          /* nothing is asked of the PDF */
    hui_monitor *monitor;   /* NULL: nobody asks */
    const hui_theme *theme; /* whose inks are used; NULL: none */
} hui_print_request;

/* `spec` may be NULL: all defaults; `marks` are the page's. False after a diagnostic. */
bool hui_print_request_read(hui_arena *arena, const hui_render_options *options, const hui_print_spec *spec,
                            unsigned marks, hui_print_request *request, hui_diags *diags);
/* Appends the print PDF to `out`. False after a diagnostic. */
bool hui_print_convert(hui_context *context, const hui_buffer *plain, const hui_print_request *request, hui_buffer *out,
                       hui_diags *diags);
/* The module; NULL after a diagnostic. */
const hui_print_module *hui_print_open(hui_context *context, hui_diags *diags);
void hui_print_close(void *file); /* of the module; NULL is fine */

#endif
