/* Views: the tree of units, layers, concatenations and facets of a chart, with what is known of them before drawing. For the
 * files of chart/ only. */
#ifndef HUI_CHART_VIEW_H
#define HUI_CHART_VIEW_H

#include "base/vec.h"
#include "chart/chart.h"
#include "chart/spec.h"
#include "scale/scale.h"
#include "transform/transform.h"

enum {
    HUI_CHANNEL_SCALED = 1 << 0,
    HUI_CHANNEL_POSITION = 1 << 1,
    HUI_CHANNEL_COLORED = 1 << 2,
    HUI_CHANNEL_LEGEND = 1 << 3,
    HUI_CHANNEL_DETAILED = 1 << 4 /* its fields tell marks apart: they stack, and aggregates group by them */
};

typedef enum hui_channel {
#define HUI_CHANNEL(NAME, word, traits) HUI_CHANNEL_##NAME,
#include "chart/channels.inc"
#undef HUI_CHANNEL
    HUI_CHANNEL_COUNT,
    HUI_CHANNEL_NONE = HUI_CHANNEL_COUNT
} hui_channel;

const char *hui_channel_word(hui_channel channel);
hui_channel hui_channel_find(const char *word); /* HUI_CHANNEL_NONE if there is none */
unsigned hui_channel_traits(hui_channel channel);
/* x2 of x, theta2 of theta, …; NONE if it has none. And back: x of x2 and of x. */
hui_channel hui_channel_second(hui_channel channel);
hui_channel hui_channel_main(hui_channel channel);
hui_channel hui_channel_offset(hui_channel channel); /* xOffset of x; NONE if it has none */

typedef enum hui_measurement { HUI_NOMINAL, HUI_ORDINAL, HUI_TEMPORAL, HUI_QUANTITATIVE, HUI_GEOJSON } hui_measurement;

typedef enum hui_def_kind { HUI_DEF_FIELD, HUI_DEF_DATUM, HUI_DEF_VALUE, HUI_DEF_CONDITION } hui_def_kind;

typedef struct hui_channel_def hui_channel_def;

typedef struct hui_condition {
    const hui_predicate *test;
    const hui_channel_def *def;
} hui_condition;

/* What a channel is encoded by: a field, a datum, a value, or conditions alone. */
struct hui_channel_def {
    hui_def_kind kind;
    hui_channel channel;
    const hui_json *json;
    const char *field; /* as written; NULL: a count */
    hui_aggregate_op op;
    const char *by; /* argmin's, argmax's field */
    bool bins;      /* binned here */
    bool binned;    /* in the data already */
    hui_bin bin;
    double bin_step; /* of binned data; NAN: unknown */
    hui_time_unit unit;
    hui_measurement type;
    const hui_json *value; /* VALUE, DATUM */
    hui_value datum;       /* DATUM */
    const hui_json *sort;  /* NULL: as usual */
    double band_position;  /* NAN: not given */
    /* columns that the pipeline makes (or the field itself), as field paths */
    const char *column, *column_end, *column_range, *column_mid;
    const char *column_rect_start, *column_rect_end; /* of a time unit whose band is shifted; NULL: not shifted */
    const hui_condition *conditions;
    size_t condition_count;
};

/* A list of definitions: detail, order, tooltip. */
typedef struct hui_channel_defs {
    const hui_channel_def **at;
    size_t count, capacity;
} hui_channel_defs;

typedef enum hui_mark_kind {
#define HUI_MARK_KIND(NAME, word, drawn, traits) HUI_MARK_KIND_##NAME,
#include "chart/mark_kinds.inc"
#undef HUI_MARK_KIND
    HUI_MARK_KIND_COUNT
} hui_mark_kind;

enum { HUI_MARK_PATH_LIKE = 1, HUI_MARK_RECT_LIKE = 2, HUI_MARK_STACKABLE = 4, HUI_MARK_STACKED = 8 };

const char *hui_mark_word(hui_mark_kind kind);
unsigned hui_mark_traits(hui_mark_kind kind);

typedef enum hui_orientation { HUI_ORIENTATION_NONE, HUI_VERTICAL, HUI_HORIZONTAL } hui_orientation;

/* How a unit's marks pile up. `channel` NONE: they do not. */
typedef struct hui_stacking {
    hui_channel channel;
    hui_channel_defs by;
    hui_channel groupby[2]; /* position and its offset */
    size_t groupby_count;
    hui_stack_offset offset;
    bool impute;
    const char *start, *end; /* columns */
} hui_stacking;

typedef struct hui_names {
    const char **at;
    size_t count, capacity;
} hui_names;

/* Properties of a part, given by the spec and derived; the given ones win where parts are merged. */
typedef struct hui_split {
    hui_json *given, *derived; /* objects */
} hui_split;

hui_split hui_split_new(hui_arena *arena, const hui_json *like);
const hui_json *hui_split_find(hui_split split, const char *key);
bool hui_split_given(hui_split split, const char *key);
void hui_split_put(hui_arena *arena, hui_split split, const char *key, const hui_json *value, bool given);
/* Merges one property of `from` into `into` as mergeValuesWithExplicit does: ties keep the first. */
void hui_split_merge(hui_arena *arena, hui_split into, hui_split from, const char *key);
void hui_split_merge_all(hui_arena *arena, hui_split into, hui_split from);

/* Tables of a unit: before aggregation; for marks; for domains of scales. */
typedef struct hui_unit_tables {
    const hui_table *raw, *main, *domain;
} hui_unit_tables;

typedef struct hui_view hui_view;

typedef enum hui_domain_kind { HUI_DOMAIN_VALUES, HUI_DOMAIN_COLUMN } hui_domain_kind;
typedef enum hui_domain_table { HUI_TABLE_DOMAIN, HUI_TABLE_RAW } hui_domain_table;

/* One source of a scale's domain. */
typedef struct hui_domain_part {
    hui_domain_kind kind;
    const hui_value *values;
    size_t value_count;
    const hui_view *unit;
    hui_domain_table table;
    const char *column;
    bool sorted;            /* by value; or by an aggregate of another field: */
    hui_aggregate_op sort_op; /* NONE: by the column's own values */
    const char *sort_field;
    const hui_value *order; /* sorted: in this order; NULL: none */
    size_t order_count;
    bool descending;
} hui_domain_part;

typedef struct hui_domain_parts {
    hui_domain_part *at;
    size_t count, capacity;
} hui_domain_parts;

typedef enum hui_range_kind {
    HUI_RANGE_NONE,
    HUI_RANGE_FULL,      /* the plot's width or height */
    HUI_RANGE_STEP,      /* so many px a band */
    HUI_RANGE_CENTERED,  /* half the plot to both sides */
    HUI_RANGE_BANDWIDTH, /* an offset's: the band it stands in */
    HUI_RANGE_DURATION,  /* an offset's: the time unit it stands in */
    HUI_RANGE_RADIUS,    /* 0 to half the shorter side */
    HUI_RANGE_SIZES,     /* least and largest of the mark */
    HUI_RANGE_LIST,      /* given values */
    HUI_RANGE_SCHEME,    /* a scheme object, or a name of config.range */
    HUI_RANGE_FIELD      /* values of another field */
} hui_range_kind;

typedef struct hui_range_part {
    hui_range_kind kind;
    double step;          /* STEP */
    bool offset_step;     /* STEP: of the offset that stands in each band */
    const hui_json *json; /* LIST, SCHEME, FIELD */
    const char *name;     /* SCHEME: of config.range, if json is NULL */
    double low, high;     /* SIZES; NAN high: from the steps of x and y */
    bool given;
} hui_range_part;

/* A scale before its data are known. Owned by the topmost view that shares it. */
typedef struct hui_scale_part {
    hui_channel channel;
    bool merged; /* into the parent's */
    hui_scale_type type;
    bool type_given;
    hui_split props;
    hui_domain_parts domains;
    bool domains_given;
    hui_range_part range;
    const hui_view *unit;       /* the first that uses it */
    const hui_channel_def *def; /* there */
    hui_bins bins;              /* of a binned field */
    bool has_bins;
} hui_scale_part;

/* Titles that are merged: lines given, or names of fields, each once. */
typedef struct hui_title_part {
    bool set, null, given;
    const char *text; /* NULL: those of `defs` */
    struct {
        const hui_channel_def **at;
        size_t count, capacity;
    } defs;
} hui_title_part;

typedef struct hui_axis_part {
    hui_channel channel;
    const hui_view *unit;
    const hui_channel_def *def;
    hui_split props;
    hui_title_part title;
    bool disabled;
    bool extracted; /* shown by the facet around it */
} hui_axis_part;

typedef struct hui_axis_parts {
    hui_axis_part **at;
    size_t count, capacity;
} hui_axis_parts;

enum { HUI_LEGEND_TARGETS = 8 };

typedef struct hui_legend_part {
    hui_channel channels[HUI_LEGEND_TARGETS]; /* of the scales it shows */
    size_t channel_count;
    const char *targets[HUI_LEGEND_TARGETS]; /* "fill", "stroke", "size", … of each, none of them twice */
    const hui_view *unit;                    /* the first that has it */
    const hui_channel_def *def;
    hui_split props; /* "disable" and "encode" (what its symbols or gradient take from the mark) among them */
    hui_title_part title;
} hui_legend_part;

typedef enum hui_resolve { HUI_RESOLVE_DEFAULT, HUI_SHARED, HUI_INDEPENDENT } hui_resolve;

typedef enum hui_size_kind { HUI_SIZE_NONE, HUI_SIZE_NUMBER, HUI_SIZE_STEP } hui_size_kind;

typedef struct hui_size_part {
    hui_size_kind kind;
    double number;
    bool given, merged;
} hui_size_part;

enum { HUI_FACET_ROW, HUI_FACET_COLUMN, HUI_FACET_WRAP, HUI_FACET_COUNT };

typedef struct hui_header_part {
    hui_channel_def *def; /* NULL: no facet in this direction */
    const char *title;    /* NULL: none */
    bool labels;
    hui_axis_parts header_axes, footer_axes; /* shared axes shown beside the cells */
} hui_header_part;

typedef enum hui_view_kind { HUI_VIEW_UNIT, HUI_VIEW_LAYER, HUI_VIEW_CONCAT, HUI_VIEW_FACET } hui_view_kind;

/* All that the views of a chart share while it is made. */
typedef struct hui_charting {
    hui_arena *arena;
    hui_diags *diags;
    const hui_chart_options *options;
    const hui_json *spec;   /* top level, normalised */
    const hui_json *config; /* merged with the defaults */
    hui_params params;
    hui_params names; /* that expressions may name: the parameters, and what Vega has besides */
    hui_rng random;
    hui_labels *labels;
    size_t mark_count; /* of the frames made so far; some count for more than one */
    bool gave_up;      /* something was too large, which was reported: nothing more is drawn */
    bool fits; /* autosize fit: what overruns the plot does not make it smaller */
    struct hui_sources *sources;
    struct hui_loaded_images *images; /* of marks */
    struct hui_partition *partitions; /* of tables by facets */
    struct hui_projections *projections; /* that were built */
} hui_charting;

struct hui_view {
    hui_view_kind kind;
    hui_charting *chart;
    const hui_json *spec;
    hui_view *parent, **children;
    size_t child_count;
    const hui_json *sizes[2]; /* width and height given for it or by the layers around it; NULL: none */

    /* UNIT */
    hui_mark_kind mark_kind;
    const hui_json *mark; /* an object, with what follows from encodings */
    bool filled, aggregated, ordered_not; /* order: null */
    hui_orientation orient;
    const hui_channel_def *channels[HUI_CHANNEL_COUNT + 1]; /* nothing is ever said of NONE, the last */
    hui_channel_defs details, orders, tooltips;
    const hui_json *tooltip_json; /* encoding.tooltip: null, or NULL */
    hui_stacking stack;

    /* data */
    hui_bins bins[HUI_CHANNEL_COUNT]; /* of channels that bin */
    hui_table *source; /* after its own data, before its transforms; of a layer: what its children begin with */
    const hui_table *raw, *main, *domain; /* before aggregation; for marks; for domains of scales */
    hui_unit_tables *in_cells; /* where each cell of a facet takes the unit's steps by itself; NULL: the same tables */

    /* parts of scales and guides */
    hui_scale_part *scales[HUI_CHANNEL_COUNT];
    hui_axis_parts axes[2];
    hui_legend_part *legends[HUI_CHANNEL_COUNT];
    hui_resolve scale_resolve[HUI_CHANNEL_COUNT], guide_resolve[HUI_CHANNEL_COUNT];
    hui_size_part layout_size[2];
    struct hui_projection_part *projection; /* of a map; NULL: none */

    /* FACET */
    hui_header_part headers[HUI_FACET_COUNT];
};

/* view.c: the tree of a normalised spec. NULL after a diagnostic. */
hui_view *hui_view_new(hui_charting *chart, const hui_json *spec, hui_view *parent);
/* Whether a view has data of its own instead of those of the views around it. */
bool hui_view_has_data(const hui_view *view);
/* Calls `visit` for each unit, depth first. */
void hui_view_units(hui_view *view, void (*visit)(hui_view *unit, void *closure), void *closure);
/* The scale that a channel uses in a view, its own or a parent's; NULL if there is none. */
hui_scale_part *hui_view_scale(const hui_view *view, hui_channel channel);

/* channel_def.c: a definition of an encoding; NULL if it says nothing (or after a diagnostic). */
hui_channel_def *hui_channel_def_read(hui_charting *chart, hui_channel channel, const hui_json *json);
bool hui_def_is_field(const hui_channel_def *def);
bool hui_def_is_scaled(const hui_channel_def *def); /* field or datum */
bool hui_def_is_discrete(const hui_channel_def *def);
/* Quantitative and not binned: what bars measure. */
bool hui_def_is_measure(const hui_channel_def *def);
/* The field or datum that a channel shows, itself or in a condition; NULL if there is none. */
const hui_channel_def *hui_unit_scaled(const hui_view *unit, hui_channel channel);
/* Whether the domain of an aggregate is to be that of the data before: the spec or config says so, and it stays within. */
bool hui_def_unaggregated(const hui_charting *chart, const hui_channel_def *def);

/* titles.c */
const char *hui_def_title(const hui_charting *chart, const hui_channel_def *def); /* the default one */
void hui_title_add(hui_arena *arena, hui_title_part *into, const hui_channel_def *def);
void hui_title_merge(hui_arena *arena, hui_title_part *into, const hui_title_part *from);
const char *hui_title_text(const hui_charting *chart, const hui_title_part *title); /* NULL: none */

/* mark_def.c: `mark`, `filled`, `orient` of a unit. */
void hui_unit_read_mark(hui_view *unit);
void hui_unit_finish_mark(hui_view *unit);
/* A mark property: of the mark itself, or of config by Vega-Lite's order (styles, config[mark], config.mark), `vega` being
 * the name of the channel in Vega where it differs (NULL). NULL if it is nowhere. */
const hui_json *hui_mark_find(const hui_view *unit, const char *key, const char *vega);
const hui_json *hui_mark_config(const hui_view *unit, const char *key, const char *vega);
/* The same with Vega's own defaults as the last resort. */
const hui_json *hui_mark_default(const hui_view *unit, const char *key);

/* Columns that part paths into series. */
const char *const *hui_unit_series(const hui_view *unit, size_t *count);

/* stack_def.c */
void hui_unit_find_stack(hui_view *unit);

/* view_load.c: tables of all units. False after a diagnostic. */
bool hui_view_load(hui_view *view);

/* scale_type.c: types of scales, and which are shared. */
void hui_view_find_scales(hui_view *view);
/* scale_props.c, scale_domain.c, scale_range.c, size.c: in this order, after data. */
void hui_view_find_properties(hui_view *view);
void hui_view_find_domains(hui_view *view);
void hui_view_find_ranges(hui_view *view);
void hui_view_find_sizes(hui_view *view);
/* The size of a plot in one direction (0: width) as the views around it share it. */
hui_size_part hui_view_size(const hui_view *view, int direction);
/* A value of a temporal definition's spec in ms: date-time objects, texts, and numbers of a single unit ("timeUnit": "month"). */
hui_value hui_def_value(hui_charting *chart, const hui_channel_def *def, const hui_json *json);
/* px a category gets where no spec says so: config's. */
double hui_view_step(const hui_view *view, int direction);

/* invalid.c: whether an invalid value of the channel is left out, shown, or breaks a path. */
typedef enum hui_invalid { HUI_INVALID_VALID, HUI_INVALID_FILTER, HUI_INVALID_BREAK, HUI_INVALID_BREAK_FILTER, HUI_INVALID_SHOW } hui_invalid;
hui_invalid hui_unit_invalid(const hui_view *unit, hui_channel channel);
hui_invalid hui_unit_invalid_mode(const hui_view *unit); /* of the mark as a whole */
hui_invalid hui_unit_invalid_default(const hui_view *unit); /* as config alone has it */

/* band.c: where in a bin or time unit marks stand, and how much of it they fill. NAN: nowhere in particular. */
double hui_unit_band_position(const hui_view *unit, const hui_channel_def *def, const hui_channel_def *second);
/* Whether its column_end is a place of its own: bins and time units that fill a band. */
bool hui_unit_band_ends(const hui_view *unit, const hui_channel_def *def, const hui_channel_def *second);

typedef struct hui_band_size {
    bool relative;        /* a share of the band; else px */
    double value;         /* NAN: nothing says how much */
    const hui_json *json; /* an expression instead; NULL: none */
} hui_band_size;
hui_band_size hui_unit_band_size(const hui_view *unit, hui_channel channel, const hui_channel_def *def,
                                 hui_scale_type type, bool by_size);

/* axis_part.c, legend_part.c */
void hui_view_find_axes(hui_view *view);
void hui_view_find_legends(hui_view *view);

#endif
