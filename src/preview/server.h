/* The server: libmicrohttpd on the two loopback addresses. */
#ifndef HUI_PREVIEW_SERVER_H
#define HUI_PREVIEW_SERVER_H

#include "preview/state.h"

typedef struct preview_server preview_server;

/* Listens at state->port, and at a free one that is stored there if it is 0. NULL with errno. */
preview_server *preview_server_start(preview_state *state);
/* Waits for requests to end, which they soon do once the state is ending. */
void preview_server_stop(preview_server *server);

#endif
