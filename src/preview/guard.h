/* Who may ask: windows of this server's own pages, under its own names, and nobody else. */
#ifndef HUI_PREVIEW_GUARD_H
#define HUI_PREVIEW_GUARD_H

#include "preview/state.h"

#include <microhttpd.h>

/* The path behind the token; NULL if the request is refused, and *why says it in a line. */
const char *preview_guard(const preview_state *state, struct MHD_Connection *connection, const char *url,
                          const char *method, const char **why);
/* A token of 128 random bits. False if the system gives none. */
bool preview_token_make(char token[33]);

#endif
