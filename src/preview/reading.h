/* Reading the spec, filled in with a row where it is a template. */
#ifndef HUI_PREVIEW_READING_H
#define HUI_PREVIEW_READING_H

#include "preview/state.h"

/* A document and what it lives on. Zeroed: none. */
typedef struct preview_reading {
    hui_document *document; /* NULL: there is no row to fill the spec in with */
    hui_template *template;
    hui_rows *rows;
    char *missing; /* what is said of a row that is not there; NULL: nothing */
    const char *file; /* of the rows */
} preview_reading;

/* The spec as it is on the disk. */
preview_reading preview_read(const preview_state *state, hui_context *context, const hui_document_options *how);
/* A text in the place of one of its files, by itself. */
preview_reading preview_read_text(const preview_state *state, hui_context *context, const hui_document_options *how,
                                  const char *name, const batch_bytes *text, const char *folder);
void preview_reading_finish(preview_reading *reading);

hui_status preview_reading_status(const preview_reading *reading);
/* A list of the diagnostics, those of the row first. */
void preview_reading_add_diagnostics(batch_bytes *json, const preview_reading *reading);

#endif
