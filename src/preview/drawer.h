/* The thread that draws: reads the spec whenever a file has changed, in each theme that somebody looks at. */
#ifndef HUI_PREVIEW_DRAWER_H
#define HUI_PREVIEW_DRAWER_H

#include "preview/state.h"

/* The thread's function; the argument is the preview_state. Ends with it. */
void *preview_drawer(void *state);

#endif
