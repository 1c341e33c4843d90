/* Building: what panels and parts know while they turn properties into boxes. */
#ifndef HUI_PANEL_BUILD_H
#define HUI_PANEL_BUILD_H

#include "art/art.h"
#include "chart/chart.h"
#include "icon/icon.h"
#include "layout/box.h"
#include "model/poster.h"
#include "scene/scene.h"
#include "theme/theme.h"

/* What text and shapes stand on; it decides their colours. */
typedef enum hui_ground {
    HUI_GROUND_PAPER,
    HUI_GROUND_TINT,
    HUI_GROUND_CARD,
    HUI_GROUND_STRONG, /* an accent's or the frame's dark gradient */
    HUI_GROUND_GOLD,
    HUI_GROUND_COUNT
} hui_ground;

/* Numerals of one size class in one row take one size: the largest step that fits the tightest of them. */
typedef enum hui_numeral_class {
    HUI_NUMERAL_FEATURE,
    HUI_NUMERAL_LONE,
    HUI_NUMERAL_CELL,
    HUI_NUMERAL_DENSE,
    HUI_NUMERAL_LINE,
    HUI_NUMERAL_CLASS_COUNT
} hui_numeral_class;

typedef struct hui_numeral_group {
    int step[HUI_NUMERAL_CLASS_COUNT]; /* in the table of steps; grows as members find themselves too wide */
} hui_numeral_group;

typedef struct hui_build hui_build;
struct hui_build {
    hui_arena *arena;
    hui_fonts *fonts;
    hui_icons *icons;
    hui_diags *diags;
    hui_monitor *monitor; /* NULL: nobody asks */
    const hui_theme *theme;
    const char *lang;
    const hui_chart_options *charts; /* what all charts share */
    double page_width, margin; /* of the page, px */
    /* The panel gets at most this width, px: what stands beside or below what follows from it, as widths themselves are
     * known only after building. */
    double room;
    double bleed; /* from the panel's left edge to the page's, where only paper is between; else 0 */
    /* in force where the panel stands */
    const hui_accent *accent;
    hui_ground ground;
    hui_card_style cards;
    hui_pen pen;
    hui_numeral_group *numerals;
    bool keep_numerals; /* containers below share the group above them: cards of one row */
    int heading_level; /* of the next title */
};

/* A copy with another ground. */
hui_build hui_build_on(const hui_build *build, hui_ground ground);

/* A copy for content that gets at most this width, and stands away from the page's edge. */
hui_build hui_build_within(const hui_build *build, double room);
/* The same for the content of `span` tracks of a grid, from `column` on. */
hui_build hui_build_in_tracks(const hui_build *build, hui_lengths tracks, double gap, size_t column, size_t span);

/* One panel with what every panel takes; and all of a list into a box. Empty boxes once it is cancelled. */
hui_box *hui_panel_build(const hui_build *build, const hui_panel *panel);
void hui_panels_build(const hui_build *build, hui_panels panels, hui_box *into);

/* Colours by role on the ground in force. */
typedef struct hui_inks {
    hui_color ink, secondary, strong; /* text, labels, **strong** and titles */
    hui_color numeral, unit;
    hui_color line, track, bar;       /* hairlines, bar tracks, bars */
    hui_color pill, on_pill;          /* ground and text of pills, tags */
    hui_color disc, on_disc;          /* ground and icon of icon circles */
    hui_color icon;                   /* icons in running lists */
} hui_inks;

hui_inks hui_inks_of(const hui_build *build);

/* Boxes. */
hui_box *hui_box_column(const hui_build *build, double gap);
hui_box *hui_box_row(const hui_build *build, double gap, hui_align align);
hui_box *hui_box_wrap(const hui_build *build, double gap, double row_gap, hui_align align);
hui_box *hui_box_stack(const hui_build *build);
hui_box *hui_space(const hui_build *build, double width, double height);
/* Lengths of the spec as tracks: px, fr and auto. */
void hui_box_tracks(const hui_build *build, hui_box *grid, hui_lengths lengths);
/* Least and natural width of a leaf; none of NULL. */
hui_extent hui_leaf_extent(const hui_box *leaf);
hui_box *hui_grow(hui_box *box); /* sets grow to 1 and returns it */

/* What a box shows of itself: ground, border, clip, and what it is to a reader. */
typedef struct hui_look {
    hui_color fill;         /* transparent: none */
    const hui_stop *stops;  /* a gradient instead, over the box */
    size_t stop_count;
    double angle;           /* of the gradient, CSS degrees */
    hui_color border;
    double border_width;
    double radii[4];
    bool clip;              /* children end at the rounded border */
    hui_color inner_border; /* a second line, inset: plaques and seals */
    double inner_inset, inner_radius, inner_width;
    hui_color rule;         /* a bar along an edge */
    double rule_width;
    int rule_side;          /* HUI_LEFT or HUI_TOP */
    double turn;            /* degrees, around the centre */
    hui_color divider;      /* hairlines in the middle of the gaps between children */
    bool divide_rows;       /* GRID: between rows instead of columns */
    bool is_group;          /* opens `group` */
    hui_group group;
} hui_look;

/* The look of a box, made on first use; fill it in while building. */
hui_look *hui_box_look(const hui_build *build, hui_box *box);
void hui_look_radius(hui_look *look, double radius);
void hui_look_gradient(const hui_build *build, hui_look *look, double angle, hui_color from, hui_color to);
void hui_look_stops(const hui_build *build, hui_look *look, double angle, const hui_stop *stops, size_t count);
void hui_look_role(hui_look *look, hui_role role, const char *kind);

#endif
