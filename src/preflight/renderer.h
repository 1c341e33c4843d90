/* Renderer: Ghostscript as a process of its own, in a folder that is gone afterwards. */
#ifndef HUI_PREFLIGHT_RENDERER_H
#define HUI_PREFLIGHT_RENDERER_H

#include <stdbool.h>
#include <stddef.h>

typedef enum hui_render_fault {
    HUI_RENDER_DONE,
    HUI_RENDER_NO_FOLDER, /* none for temporary files */
    HUI_RENDER_NO_PROGRAM,
    HUI_RENDER_TOO_LONG,
    HUI_RENDER_FAILED,
} hui_render_fault;

typedef struct hui_renderer {
    char folder[256]; /* plates of page 1 are "p1(Cyan).tif", … */
} hui_renderer;

/* Renders the first `pages` pages, 0: all. Finish it, whatever comes of it. */
hui_render_fault hui_renderer_run(hui_renderer *renderer, const char *program, const void *pdf, size_t size, double dpi,
                                  int pages, double seconds);
void hui_renderer_finish(hui_renderer *renderer);

#endif
