/* The pass: what its steps share. Each step does one thing to the whole file. */
#ifndef HUI_PRINT_PASS_H
#define HUI_PRINT_PASS_H

#include "base/arena.h"
#include "base/index.h"
#include "base/vec.h"
#include "print/inks.h"

#include <qpdf/qpdf-c.h>

/* What a step may look for in objects. */
enum {
    HUI_KEY_GROUP = 1 << 0,   /* a transparency group: /Group */
    HUI_KEY_SHADING = 1 << 1, /* /ShadingType */
    HUI_KEY_SUBTYPE = 1 << 2, /* a form, an image, an annotation, …: /Subtype */
    HUI_KEY_STYLE = 1 << 3,   /* a soft mask, …: /S */
    HUI_KEY_PATTERN = 1 << 4, /* /PatternType */
    HUI_KEY_OPACITY = 1 << 5, /* of a graphics state or image: /ca, /CA, /SMask, /BM */
    HUI_KEY_ELEMENT = 1 << 6, /* of the structure, whatever keys it has */
    HUI_KEY_SPACE = 1 << 7,   /* an array that begins with a name, as colour spaces do */
};

/* A stream, dictionary or array of the plain file with any of those, be it an object of its own or nested in one. */
typedef struct hui_found {
    qpdf_oh object;
    qpdf_oh dictionary; /* the stream's, or the object itself */
    unsigned keys;
    bool is_stream, is_array;
} hui_found;

/* An exponential function (ISO 32000-1, section 7.10.3) of RGB, and what it has become. */
typedef struct hui_ramp {
    double from[3], to[3], exponent;
    qpdf_oh function;
} hui_ramp;

typedef struct hui_pass {
    hui_arena *arena;
    qpdf_data pdf;
    const void *plain; /* the file that comes in */
    size_t plain_size;
    const hui_print_options *options;
    hui_inks *press;   /* NULL: none is named */
    hui_inks *inks;    /* the press, or NULL: colours stay sRGB */
    int object_count;  /* of the plain file; numbers begin at 1 */
    HUI_VEC(hui_found) found;
    bool *is_mask;     /* by object number: a form that a soft mask takes its luminosity from */
    qpdf_oh *functions; /* by object number: what a function of RGB has become, 0: nothing yet */
    HUI_VEC(hui_ramp) ramps; /* each once */
    hui_index ramp_index;
    struct hui_outline_font **fonts; /* by object number: a font whose glyphs became outlines, NULL: not yet */
    void *freetype;    /* FreeType's library, NULL until needed */
    size_t glyph_count; /* outlines so far */
    qpdf_oh srgb;      /* the stream of the profile, 0 until needed */
    hui_print_fault fault;
    char *message;
} hui_pass;

/* Counts an object; false where the pass is cancelled, which is a fault. */
bool hui_pass_advance(hui_pass *pass);
/* The first fault counts. */
void hui_pass_fail(hui_pass *pass, hui_print_fault fault, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* objects.c: small steps on objects. Handles are qpdf's, and live as long as the file. */
bool hui_object_is(const hui_pass *pass, qpdf_oh object, const char *key, const char *name); /* the value of the key is that name */
double hui_object_number(const hui_pass *pass, qpdf_oh array, int index);
qpdf_oh hui_object_stream(const hui_pass *pass, const char *dictionary, const void *bytes, size_t size); /* compressed; indirect */
void hui_object_set_data(const hui_pass *pass, qpdf_oh stream, const void *bytes, size_t size);          /* compressed */
qpdf_oh hui_object_dictionary(const hui_pass *pass, qpdf_oh in, const char *key); /* made if it is not there */
/* Lists all that steps look for in the plain file, once. What is below a structure element is left out. */
void hui_pass_find(hui_pass *pass);
/* Visits those that have one of the keys, until it is cancelled. */
void hui_pass_walk(hui_pass *pass, unsigned keys, void (*visit)(hui_pass *pass, const hui_found *found));
/* The decoded bytes, to be freed; NULL after a fault. */
unsigned char *hui_object_data(hui_pass *pass, qpdf_oh stream, size_t *size);
/* The profile of sRGB as a stream. */
qpdf_oh hui_pass_srgb(hui_pass *pass);

/* paint.c: content of pages, forms and patterns. */
void hui_pass_paint(hui_pass *pass);
/* colors.c: groups, shadings and images. */
void hui_pass_color(hui_pass *pass);
/* transparency.c: PDF/X-1a: a fault where there is any, groups without effect are dropped. */
void hui_pass_flatten(hui_pass *pass);
/* access.c: what readers aloud need and the plain file lacks. */
void hui_pass_make_accessible(hui_pass *pass);
/* links.c: PDF/X allows no annotation on the page. */
void hui_pass_drop_links(hui_pass *pass);
/* boxes.c */
void hui_pass_add_boxes(hui_pass *pass);
/* identity.c: information, metadata, output intents. */
void hui_pass_identify(hui_pass *pass);

#endif
