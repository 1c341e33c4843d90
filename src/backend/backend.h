/* Backends: a scene becomes bytes. Each is a row of a table. */
#ifndef HUI_BACKEND_BACKEND_H
#define HUI_BACKEND_BACKEND_H

#include "base/buffer.h"
#include "base/diag.h"
#include "base/monitor.h"
#include "scene/scene.h"

#include <stdio.h>

/* Where bytes go. `write` returns false when it could not; the backend then stops. */
typedef struct hui_sink {
    bool (*write)(void *closure, const void *bytes, size_t size);
    void *closure;
} hui_sink;

/* How an SVG holds text. */
typedef enum hui_svg_mode {
    HUI_SVG_HYBRID,  /* outlines, and over them invisible text */
    HUI_SVG_OUTLINE, /* outlines alone */
    HUI_SVG_WEB,     /* text, in fonts that are in the file */
    HUI_SVG_TEXT,    /* text, in fonts that are only named */
} hui_svg_mode;

typedef struct hui_png_room hui_png_room; /* png.h */
typedef struct hui_path_memo hui_path_memo; /* path_memo.h */

typedef struct hui_write_options {
    double scale;       /* PNG: pixels per design px; 0 counts as 1 */
    double dpi;         /* PNG: written as pHYs; 0: 96 × scale */
    int threads;        /* PNG: 0 counts as the number of processors, at most 4 */
    int png_colors;     /* PNG: reduced to so many, 2 to 256, where hui_quantize_fault() is NULL; 0: kept */
    hui_png_room *png_room; /* PNG: of pictures that are drawn one after the other; NULL: this one has its own */
    const char *id_prefix; /* SVG; NULL: from the content */
    hui_svg_mode svg_mode;
    bool svg_current_color; /* icons of one colour take that of the text around the SVG */
    bool svg_responsive; /* as wide as its place, instead of the scene's size */
    bool svg_places; /* groups of panels say where they stand in the spec */
    const hui_scene *svg_dark; /* the same scene in other colours, for readers that prefer dark ones; NULL: none */
    double page_width, page_height; /* PDF: paper in pt; 0: one page of the scene's size at 96 dpi */
    const hui_fonts *fonts;
    hui_path_memo *paths; /* SVG: of earlier drawings; NULL: none */
    hui_monitor *monitor; /* NULL: nobody asks. A backend begins and ends one stage, and returns false when it is cancelled */
} hui_write_options;

typedef struct hui_backend {
    const char *name, *suffix, *doc; /* "png", ".png" */
    bool (*write)(const hui_scene *scene, const hui_write_options *options, const hui_sink *sink, hui_diags *diags);
} hui_backend;

extern const hui_backend hui_backends[]; /* png, svg, pdf, dump */
extern const size_t hui_backend_count;
const hui_backend *hui_backend_find(const char *name);

hui_sink hui_sink_buffer(hui_buffer *buffer);

#endif
