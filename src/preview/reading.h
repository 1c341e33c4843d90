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

/* A text in the place of a file. */
typedef struct preview_text {
    const char *name;   /* as messages call it */
    const char *folder; /* where its relative paths start */
    const batch_bytes *bytes;
} preview_text;

/* The spec as it is on the disk, or a text by itself. */
preview_reading preview_read(const preview_state *state, hui_context *context, const hui_document_options *how,
                             const preview_text *text);
void preview_reading_finish(preview_reading *reading);

hui_status preview_reading_status(const preview_reading *reading);
/* A list of the diagnostics, those of the row first. */
void preview_reading_add_diagnostics(batch_bytes *json, const preview_reading *reading);

#endif
