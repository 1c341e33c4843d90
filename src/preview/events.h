/* News by server-sent events (WHATWG HTML, section 9.2). */
#ifndef HUI_PREVIEW_EVENTS_H
#define HUI_PREVIEW_EVENTS_H

#include "preview/state.h"

#include <microhttpd.h>

/* A response that lasts as long as the window: each news of the view, beginning with what there is. */
struct MHD_Response *preview_events_new(preview_state *state, preview_view *view);

#endif
