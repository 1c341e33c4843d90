/* The live preview: a server on loopback, whose page shows a spec while it is changed. A module of its own, the only one that sees
 * libmicrohttpd; the program opens it for `huibao preview`. */
#ifndef HUI_PREVIEW_PREVIEW_H
#define HUI_PREVIEW_PREVIEW_H

#include "huibao.h"

enum { PREVIEW_FAULT = 256 };

/* What a template is filled in with. */
typedef struct preview_row {
    const char *text; /* a row as JSON; NULL: of the file */
    const char *file;
    size_t number; /* from 1 */
    const hui_rows_options *reading;
} preview_row;

typedef struct preview_options {
    const char *spec;
    const preview_row *row; /* NULL: the spec is none */
    int port; /* 0: any that is free */
    const hui_context_options *fonts;
    const hui_document_options *reading; /* its theme is the one that windows begin with */
    void (*ready)(void *closure, const char *url, bool has_editor); /* once windows can be opened */
    void *closure;
} preview_options;

/* Serves until SIGINT or SIGTERM, which it catches meanwhile. HUI_STATUS_SYSTEM if it could not begin; `fault` says why. */
typedef hui_status preview_run(const preview_options *options, char fault[PREVIEW_FAULT]);

#define PREVIEW_SYMBOL "hui_preview_run"
HUI_API preview_run hui_preview_run;

#endif
