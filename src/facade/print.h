/* Print PDFs: from the plain ones, by the print module. */
#ifndef HUI_FACADE_PRINT_H
#define HUI_FACADE_PRINT_H

#include "base/buffer.h"
#include "facade/context.h"
#include "model/poster.h"
#include "preflight/preflight.h"

typedef struct hui_print_request {
    unsigned standards;         /* none: a plain PDF */
    const hui_print_spec *spec; /* NULL: all defaults */
    const hui_theme *theme;     /* whose inks are used; NULL: none */
    bool has_marks;             /* printers' marks, whose inks are CMYK */
} hui_print_request;

/* Standards: what the option's words, or without them the spec, ask for. False after a diagnostic. */
bool hui_print_request_read(const char *words, const hui_print_spec *spec, hui_print_request *request,
                            hui_diags *diags);
/* Appends the print PDF to `out`. False after a diagnostic. */
bool hui_print_convert(hui_context *context, const hui_buffer *plain, const hui_print_request *request, hui_buffer *out,
                       hui_diags *diags);
/* The module; NULL after a diagnostic. */
const hui_print_module *hui_print_open(hui_context *context, hui_diags *diags);
void hui_print_close(void *file); /* of the module; NULL is fine */

#endif
