/* Marks: what content puts on a page, one at a time, as the rules see it. */
#ifndef HUI_PREFLIGHT_MARKS_H
#define HUI_PREFLIGHT_MARKS_H

#include "preflight/check.h"

typedef enum hui_space_kind {
    HUI_SPACE_GRAY,
    HUI_SPACE_RGB,
    HUI_SPACE_CMYK,
    HUI_SPACE_LAB,
    HUI_SPACE_SPOT, /* Separation, DeviceN */
    HUI_SPACE_PATTERN,
    HUI_SPACE_UNKNOWN,
} hui_space_kind;

enum { COLORANTS_MOST = 32, COMPONENTS_MOST = 6 };

/* A colour space (ISO 32000-1, section 8.6). */
typedef struct hui_space {
    hui_space_kind kind;
    const char *name; /* "DeviceRGB" */
    bool is_managed;  /* by a profile or as CIE colours, not the device's own */
    bool is_indexed;  /* the kind is the base's, and a component no amount of it */
    int count;        /* of components */
    const char *colorants[COLORANTS_MOST]; /* of SPOT */
    const struct hui_space *base;          /* of patterns without colours of their own, or NULL */
} hui_space;

typedef struct hui_pattern hui_pattern;

typedef struct hui_tint {
    const hui_space *space;
    double at[COMPONENTS_MOST]; /* the last ones */
    hui_pattern *pattern;       /* NULL: none */
} hui_tint;

struct hui_font {
    int id; /* of its object; 0: it is none */
    const char *name, *kind;
    bool is_embedded, is_type3, is_composite;
    double widths[256]; /* of a simple font, in thousandths of its size, or in Type 3's units */
    const float *cid_widths; /* of a composite font */
    int cid_count;
    double cid_default;
    hui_matrix matrix; /* Type 3 */
};

typedef struct hui_picture_facts {
    double width, height; /* pixels */
    bool is_bitmap;       /* one bit a pixel */
    bool has_soft_mask;
    const hui_space *space; /* NULL: a stencil, painted with the colour in force */
} hui_picture_facts;

enum { HUI_FILL, HUI_STROKE };

typedef struct hui_graphics {
    hui_matrix ctm; /* to pt of the page */
    hui_rect clip;  /* pt; never too small */
    double clip_contact[4]; /* pt: how much of the clip runs along each side of that */
    hui_tint tints[2];
    double alpha[2];
    bool overprints[2];
    int overprint_mode;
    bool has_soft_mask;
    const char *blend; /* NULL: Normal */
    double line_width;
    bool has_round_caps;
    const hui_font *font;
    double font_size, stretch, rise, leading, char_space, word_space;
    int text_mode;
} hui_graphics;

typedef enum hui_mark_kind { HUI_MARK_PATH, HUI_MARK_TEXT, HUI_MARK_IMAGE, HUI_MARK_SHADING, HUI_MARK_GROUP } hui_mark_kind;

typedef struct hui_mark {
    hui_mark_kind kind;
    const hui_graphics *now;
    hui_rect box;    /* pt, clipped; where ink may be */
    bool paints[2];  /* fills, strokes */
    double contact[4]; /* pt: its longest line along each side of its box: left, right, top, bottom */
    double thinnest; /* PATH: pt, of the thinnest bar it fills, or of the stroke; -1: none */
    double size;     /* TEXT: pt, of an em on the page */
    const hui_picture_facts *picture; /* IMAGE */
    double across, down;              /* IMAGE: pt, of its sides on the page */
    const hui_space *space;           /* SHADING; IMAGE: the picture's; GROUP: its blending space or NULL */
} hui_mark;

/* Each looks at one thing. */
void hui_watch_bleed(hui_check *check, const hui_mark *mark);        /* watch_bleed.c */
void hui_watch_safe_zone(hui_check *check, const hui_mark *mark);    /* watch_bleed.c */
void hui_watch_fonts(hui_check *check, const hui_mark *mark);        /* watch_text.c */
void hui_watch_text(hui_check *check, const hui_mark *mark);         /* watch_text.c */
void hui_watch_images(hui_check *check, const hui_mark *mark);       /* watch_images.c */
void hui_watch_lines(hui_check *check, const hui_mark *mark);        /* watch_images.c */
void hui_watch_colors(hui_check *check, const hui_mark *mark);       /* watch_colors.c */
void hui_watch_transparency(hui_check *check, const hui_mark *mark); /* watch_transparency.c */

/* tints.c */
const hui_space *hui_pattern_space(const hui_pattern *pattern); /* resources.c: of its shading, or NULL */
bool hui_tint_is_white(const hui_tint *tint);  /* no ink at all */
int hui_tint_count_inks(const hui_tint *tint); /* -1: unknown */
bool hui_tint_is_rich_black(const hui_tint *tint);
bool hui_tint_is_pure_black(const hui_tint *tint); /* black ink alone, all of it */

#endif
