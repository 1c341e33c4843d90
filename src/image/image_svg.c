/* SVG images: opened by librsvg, which is loaded when the first one is read, since it and what it needs would take
 * longer to load than most posters to draw. Its stable interface is declared here, so that building needs no headers. */
#include "image/image_formats.h"

#include <dlfcn.h>
#include <expat.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct rsvg_rectangle {
    double x, y, width, height;
} rsvg_rectangle;

/* librsvg's functions (2.52 or later), and the handle they take. */
typedef struct rsvg {
    void *handle;
    void *(*open)(const uint8_t *data, size_t size, void **error);
    int (*pixel_size)(void *handle, double *width, double *height);
    void (*dimensions)(void *handle, int *has_width, void *width, int *has_height, void *height, int *has_box,
                       rsvg_rectangle *box);
    int (*set_style)(void *handle, const uint8_t *css, size_t size, void **error);
    int (*render)(void *handle, void *cairo, const rsvg_rectangle *viewport, void **error);
    void (*release)(void *object);
} rsvg;

static void *find(void *library, const char *name, bool *all)
{
    void *symbol = dlsym(library, name);
    *all &= symbol != NULL;
    return symbol;
}

/* Never closed again: GObject's types cannot be unloaded. */
static bool load(rsvg *svg)
{
    void *library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return false;
    bool all = true;
    *(void **)&svg->open = find(library, "rsvg_handle_new_from_data", &all); /* as POSIX has it for dlsym */
    *(void **)&svg->pixel_size = find(library, "rsvg_handle_get_intrinsic_size_in_pixels", &all);
    *(void **)&svg->dimensions = find(library, "rsvg_handle_get_intrinsic_dimensions", &all);
    *(void **)&svg->set_style = find(library, "rsvg_handle_set_stylesheet", &all);
    *(void **)&svg->render = find(library, "rsvg_handle_render_document", &all);
    *(void **)&svg->release = find(library, "g_object_unref", &all);
    return all;
}

static void close_svg(void *object)
{
    rsvg *svg = object;
    svg->release(svg->handle);
}

typedef struct root {
    bool seen, is_svg, has_fill;
} root;

static void check_root(void *data, const char *name, const char **attributes)
{
    root *r = data;
    if (r->seen)
        return;
    r->seen = true;
    r->is_svg = !strcmp(name, "http://www.w3.org/2000/svg|svg");
    for (; *attributes; attributes += 2)
        r->has_fill |=
            !strcmp(attributes[0], "fill") || (!strcmp(attributes[0], "style") && strstr(attributes[1], "fill"));
}

/* Well-formed, and an SVG document: so what is written out later parses, too. */
static const char *check_document(hui_arena *arena, hui_image *image)
{
    root first = {0};
    XML_Parser parser = XML_ParserCreateNS(NULL, '|');
    XML_SetUserData(parser, &first);
    XML_SetStartElementHandler(parser, check_root);
    const char *reason = NULL;
    if (XML_Parse(parser, (const char *)image->bytes, (int)image->size, 1) != XML_STATUS_OK)
        reason = hui_arena_printf(arena, "%s in line %lu", XML_ErrorString(XML_GetErrorCode(parser)),
                                  (unsigned long)XML_GetCurrentLineNumber(parser));
    else if (!first.is_svg)
        reason = "it is XML, but its root is not SVG's <svg>";
    XML_ParserFree(parser);
    image->has_fill = first.has_fill;
    return reason;
}

static bool measure(const rsvg *svg, hui_image *image)
{
    struct {
        double length;
        int unit;
    } width, height;
    int has_width, has_height, has_box = 0;
    rsvg_rectangle box;
    if (!svg->pixel_size(svg->handle, &image->width, &image->height)) {
        svg->dimensions(svg->handle, &has_width, &width, &has_height, &height, &has_box, &box);
        image->width = has_box ? box.width : 0;
        image->height = has_box ? box.height : 0;
    }
    return image->width > 0 && image->height > 0 && isfinite(image->width) && isfinite(image->height);
}

static void tint(const rsvg *svg, const hui_image *image)
{
    char css[64];
    hui_color c = image->tint;
    int size = snprintf(css, sizeof css, ":root{color:#%02x%02x%02x%s}", c.r, c.g, c.b,
                        image->has_fill ? "" : ";fill:currentColor");
    svg->set_style(svg->handle, (const uint8_t *)css, (size_t)size, NULL);
}

const char *hui_image_read_svg(hui_arena *arena, hui_image *image)
{
    const char *reason = check_document(arena, image);
    if (reason)
        return reason;
    rsvg *svg = HUI_NEW(arena, rsvg);
    if (!load(svg))
        return "SVG images need librsvg 2.52 or later (librsvg-2.so.2), which is not installed";
    svg->handle = svg->open(image->bytes, image->size, NULL);
    if (!svg->handle)
        return "librsvg cannot read it";
    hui_arena_on_free(arena, close_svg, svg);
    if (image->tint.a)
        tint(svg, image);
    image->svg = svg;
    image->has_alpha = true;
    return measure(svg, image) ? NULL : "it has neither width and height nor a viewBox";
}

void hui_image_paint_svg(const hui_image *image, void *cairo, hui_rect rect)
{
    const rsvg *svg = image->svg;
    svg->render(svg->handle, cairo, &(rsvg_rectangle){rect.x, rect.y, rect.w, rect.h}, NULL);
}
