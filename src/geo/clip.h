/* Clipping: lines and polygons cut at an edge (the antimeridian, a circle on the sphere, a box on the page), and the pieces
 * of polygons joined along it. For this folder only. */
#ifndef HUI_GEO_CLIP_H
#define HUI_GEO_CLIP_H

#include "geo/sphere.h"

/* What became of a line. */
enum {
    HUI_GEO_UNCUT = 1,  /* it is all there, or nothing of it */
    HUI_GEO_REJOIN = 2, /* of a ring: its last piece goes on with the first */
};

/* Where a point of the edge stands along it: by `part`, then by `place`. */
typedef struct hui_geo_rank {
    int part;
    double place;
} hui_geo_rank;

typedef struct hui_geo_clip hui_geo_clip;

struct hui_geo_clip {
    bool (*sees)(const hui_geo_clip *clip, double x, double y);
    /* Appends the visible pieces. A ring is given with its first point again at its end. */
    unsigned (*cut)(const hui_geo_clip *clip, hui_geo_line line, hui_geo_lines *pieces);
    /* Appends points along the edge up to `to` (of all of it: NULL), clockwise if `direction` is 1, else -1. */
    void (*follow)(const hui_geo_clip *clip, const hui_geo_vertex *from, const hui_geo_vertex *to, int direction,
                   hui_geo_lines *out);
    hui_geo_rank (*rank)(const hui_geo_clip *clip, hui_geo_vertex at);
    /* Whether the point where ranks begin is inside a polygon, of which something was cut. */
    bool (*start_inside)(const hui_geo_clip *clip, const hui_geo_lines *rings, bool is_cut);
    double radius, cosine;        /* circle */
    bool is_small, is_hemisphere; /* circle: smaller than a hemisphere */
    double x0, y0, x1, y1;        /* box */
};

hui_geo_clip hui_geo_clip_antimeridian(void);
hui_geo_clip hui_geo_clip_circle(double radius); /* around (0, 0), in radians */
hui_geo_clip hui_geo_clip_box(double x0, double y0, double x1, double y1);

/* Memory that clipping uses again and again. */
typedef struct hui_geo_clipping {
    hui_arena *arena;
    hui_geo_lines pieces, segments, ring;
    HUI_VEC(struct hui_geo_crossing) crossings;
    HUI_VEC(struct hui_geo_order) order;
} hui_geo_clipping;

hui_geo_clipping hui_geo_clipping_new(hui_arena *arena);
void hui_geo_clip_line(const hui_geo_clip *clip, hui_geo_line line, hui_geo_lines *out);
/* True if the edge itself bounds the polygon, which no ring of it meets. */
bool hui_geo_clip_polygon(const hui_geo_clip *clip, hui_geo_clipping *memory, const hui_geo_lines *rings,
                          hui_geo_lines *out);
/* The edge as a ring. */
void hui_geo_clip_edge(const hui_geo_clip *clip, hui_geo_lines *out);

/* clip_join.c: segments of rings that begin and end at the edge, as rings. */
void hui_geo_clip_join(const hui_geo_clip *clip, hui_geo_clipping *memory, bool start_inside, hui_geo_lines *out);

/* clip_antimeridian.c: of all edges on the sphere. */
hui_geo_rank hui_geo_sphere_rank(const hui_geo_clip *clip, hui_geo_vertex at);

#endif
