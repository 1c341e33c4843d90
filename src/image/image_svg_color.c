/* What colours an SVG image is drawn in: whether it is all of one. */
#include "image/image.h"

#include <expat.h>
#include <string.h>

#define SVG "http://www.w3.org/2000/svg|"

typedef struct finder {
    hui_arena *arena;
    const char *color; /* the only one named so far; NULL: none */
    bool takes_ours;   /* something is drawn in currentColor, or has no fill of its own */
    bool several;      /* or what is not looked into: style sheets, pictures, gradients */
    int depth, filled; /* the depth of the outermost open element that names a fill; 0: none */
} finder;

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(word, *list) == 0)
            return true;
    return false;
}

static void add_color(finder *f, const char *value)
{
    static const char *const none[] = {"none", "transparent", "inherit", NULL};
    if (is_one_of(value, none))
        return;
    if (strcmp(value, "currentColor") == 0 || strcmp(value, "currentcolor") == 0)
        f->takes_ours = true;
    else if (strchr(value, '('))
        f->several = true;
    else if (!f->color)
        f->color = hui_arena_string(f->arena, value);
    else
        f->several = f->several || strcmp(f->color, value) != 0;
}

static void open_element(void *data, const char *name, const char **attributes)
{
    static const char *const colors[] = {"fill", "stroke", "color", NULL};
    static const char *const shapes[] = {SVG "path",    SVG "rect",     SVG "circle", SVG "ellipse",
                                         SVG "polygon", SVG "polyline", SVG "text",   NULL};
    static const char *const unknown[] = {
        SVG "style", SVG "image", SVG "linearGradient", SVG "radialGradient", SVG "pattern", SVG "filter", NULL};
    finder *f = data;
    f->depth++;
    f->several = f->several || is_one_of(name, unknown);
    for (; *attributes; attributes += 2) {
        const bool is_ours = f->depth == 1 && strcmp(attributes[0], "color") == 0; /* the tint takes its place */
        if (is_one_of(attributes[0], colors) && !is_ours)
            add_color(f, attributes[1]);
        if (strcmp(attributes[0], "fill") == 0 && f->filled == 0)
            f->filled = f->depth;
        f->several = f->several || strcmp(attributes[0], "style") == 0;
    }
    if (is_one_of(name, shapes) && f->filled == 0)
        f->takes_ours = true;
}

static void close_element(void *data, const char *name)
{
    finder *f = data;
    (void)name;
    if (f->filled == f->depth)
        f->filled = 0;
    f->depth--;
}

bool hui_image_is_plain(hui_arena *arena, const hui_image *image, const char **color)
{
    finder f = {.arena = arena};
    XML_Parser parser = XML_ParserCreateNS(NULL, '|');
    XML_SetUserData(parser, &f);
    XML_SetElementHandler(parser, open_element, close_element);
    XML_Parse(parser, (const char *)image->bytes, (int)image->size, 1); /* was well-formed when it was read */
    XML_ParserFree(parser);
    *color = f.color;
    return !f.several && !(f.color && f.takes_ours);
}
