/* What the server answers to each request. */
#ifndef HUI_PREVIEW_ANSWERS_H
#define HUI_PREVIEW_ANSWERS_H

#include "preview/state.h"

#include <microhttpd.h>

typedef struct preview_request {
    preview_state *state;
    struct MHD_Connection *connection;
    const char *rest; /* of the path, behind what chose the answer */
    batch_bytes body;
    bool is_too_large;
} preview_request;

/* Answers; `path` is the one behind the token. */
enum MHD_Result preview_answer(preview_request *request, const char *method, const char *path);
/* A line of text: what went wrong. */
enum MHD_Result preview_answer_line(struct MHD_Connection *connection, unsigned status, const char *line);
enum MHD_Result preview_answer_bytes(struct MHD_Connection *connection, unsigned status, const char *type,
                                     const void *bytes, size_t size, const char *tag);
/* A parameter of the query; NULL if it is not there, or empty. */
const char *preview_parameter(const preview_request *request, const char *name);

typedef enum MHD_Result preview_answerer(preview_request *request);
/* answers_draw.c: what is drawn for one request. */
preview_answerer preview_answer_export, preview_answer_check;

#endif
