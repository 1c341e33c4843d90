/* map: districts from a GeoJSON file, coloured by their values, with labels. */
#include "structure/classes.h"

#include "data/value.h"
#include "geo/measure.h"
#include "geo/projection.h"
#include "theme/legible.h"

#include <math.h>
#include <string.h>

typedef struct map_item {
    hui_string name, value;
    const hui_accent *accent;
} map_item;

typedef struct map {
    hui_string src, key, unit;
    hui_list items;
    int projection;
    bool legend;
} map;

static const hui_word projection_words[] = {{"mercator", "angles are true: a city, a region"},
                                            {"equalEarth", "areas are true: the world"},
                                            {"conicEqualArea", "areas are true, by parallels of 25° and 47°: China"},
                                            {0}};

static const hui_field item_fields[] = {
    HUI_FIELD(map_item, name, STRING, "of the district, as the file has it", .required = true),
    HUI_FIELD(map_item, value, VALUE, "its figure, which makes its colour"),
    HUI_FIELD(map_item, accent, ACCENT, "its colour instead"),
};
static const hui_record item_record = {"map item",       "one district", item_fields, HUI_FIELD_COUNT(item_fields),
                                       sizeof(map_item), "name"};

static const hui_field fields[] = {
    HUI_FIELD(map, src, FILE, "a GeoJSON file with a collection of features", .required = true),
    HUI_FIELD(map, key, STRING, "the property of a feature that has its name", "\"name\""),
    HUI_FIELD(map, items, LIST, "districts with values; the others are pale", .required = true, .record = &item_record),
    HUI_FIELD(map, unit, STRING, "after each value"),
    HUI_FIELD(map, projection, ENUM, "how the globe is flattened", "\"mercator\"", .words = projection_words),
    HUI_FIELD(map, legend, BOOL, "which values each colour stands for, below the map", "true"),
};

/* The map is at most so high as a share of its width, px; districts are parted by lines of the ground. */
static const double most_ratio = 0.9, largest = 760, border = 2.5, label_gap = 2, label_slack = 4;

typedef struct district {
    hui_value feature;
    const map_item *item; /* NULL: none */
    hui_point middle;     /* longitude and latitude */
    hui_color fill;
    hui_box *label; /* NULL: none */
} district;

typedef struct layout {
    hui_build build;
    const map *spec;
    district *at;
    size_t count;
    bool numbered;
    double ratio; /* height by width */
    hui_classes classes;
} layout;

/* Reading */

static const char *name_of(const layout *l, hui_value feature)
{
    return hui_value_to_string(l->build.arena,
                               hui_value_member(hui_value_member(feature, "properties"), l->spec->key.text));
}

static const map_item *find_item(const layout *l, const char *name)
{
    const map_item *items = l->spec->items.at;
    for (size_t i = 0; i < l->spec->items.count; i++)
        if (!strcmp(items[i].name.text, name))
            return &items[i];
    return NULL;
}

/* Items that name no feature are errors. */
static void report_strangers(const layout *l)
{
    const map_item *items = l->spec->items.at;
    const char **names = HUI_NEW_ARRAY(l->build.arena, const char *, l->count);
    for (size_t i = 0; i < l->count; i++)
        names[i] = name_of(l, l->at[i].feature);
    for (size_t i = 0; i < l->spec->items.count; i++) {
        bool found = false;
        for (size_t k = 0; k < l->count; k++)
            found |= !strcmp(names[k], items[i].name.text);
        if (!found)
            hui_diags_add(l->build.diags, HUI_CODE_BAD_VALUE, items[i].name.place,
                          hui_word_hint(l->build.arena, items[i].name.text, names, l->count), items[i].name.text,
                          "is no feature of the map");
    }
}

static bool is_turned(const district *d)
{
    return hui_geo_winding_of(d->feature) == HUI_GEO_TURNED;
}

/* That of the district, not of the rest of the globe. */
static bool find_middle(hui_arena *arena, district *d)
{
    return hui_geo_centroid(is_turned(d) ? hui_geo_turned(arena, d->feature) : d->feature, &d->middle.x, &d->middle.y);
}

static bool read_features(layout *l)
{
    const hui_build *b = &l->build;
    const hui_json *root = hui_json_read_file(b->arena, l->spec->src.text, l->spec->src.place, NULL, b->diags);
    if (!root)
        return false;
    const hui_value features = hui_value_member(hui_value_from_json(b->arena, root), "features");
    if (features.kind != HUI_VALUE_ARRAY || features.count == 0) {
        hui_diags_add(b->diags, HUI_CODE_BAD_VALUE, l->spec->src.place, "GeoJSON of the type FeatureCollection",
                      l->spec->src.text, "has no features");
        return false;
    }
    l->count = features.count;
    l->at = HUI_NEW_ARRAY(b->arena, district, l->count);
    for (size_t i = 0; i < l->count; i++) {
        district *d = &l->at[i];
        d->feature = features.items[i];
        d->item = find_item(l, name_of(l, d->feature));
        if (find_middle(b->arena, d))
            continue;
        if (d->item)
            hui_diags_add(b->diags, HUI_CODE_BAD_VALUE, d->item->name.place, "give the feature a geometry",
                          d->item->name.text, "has no outline in the map");
        d->item = NULL;
    }
    report_strangers(l);
    return true;
}

/* Drawing */

static hui_projection *projection_of(const layout *l, hui_rect box)
{
    hui_projection_params params = hui_projection_params_default(projection_words[l->spec->projection].word);
    if (l->spec->projection == 2) {
        params.parallels[0] = 25;
        params.parallels[1] = 47;
        params.rotate[0] = -105;
        params.rotate[1] = params.rotate[2] = 0;
    }
    hui_projection *projection = hui_projection_new(l->build.arena, &params);
    hui_projection_fit_begin(projection);
    for (size_t i = 0; i < l->count; i++)
        hui_projection_fit_object(projection, l->at[i].feature, is_turned(&l->at[i]));
    return hui_projection_fit_end(projection, box) ? projection : NULL;
}

static hui_path outline_of(const layout *l, hui_projection *projection, const district *d)
{
    hui_path path = hui_path_new(l->build.arena);
    hui_projection_outline(projection, d->feature, is_turned(d), &path);
    return path;
}

/* Height by width of all that is seen of it. */
static double ratio_of(const layout *l)
{
    static const double probe = 1000;
    hui_projection *projection = projection_of(l, (hui_rect){0, 0, probe, probe});
    hui_rect all = {0};
    for (size_t i = 0; i < l->count && projection; i++) {
        const hui_path path = outline_of(l, projection, &l->at[i]);
        const hui_rect one = hui_path_bounds(&path);
        all = i && !hui_rect_empty(all) ? hui_rect_union(all, one) : one;
    }
    return hui_rect_empty(all) ? 0.5 : fmin(all.h / all.w, most_ratio);
}

static void draw_map(const hui_box *box, hui_scene *scene)
{
    const layout *l = box->data;
    hui_projection *projection = projection_of(l, hui_rect_inset(box->rect, border));
    const hui_color ground = hui_ground_color(&l->build);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "districts"});
    for (size_t i = 0; i < l->count && projection; i++) {
        const hui_path path = outline_of(l, projection, &l->at[i]);
        hui_stroke stroke = hui_stroke_line(ground, border);
        stroke.join = HUI_JOIN_ROUND;
        hui_scene_path(scene, path, hui_paint_solid(l->at[i].fill), stroke);
    }
    hui_scene_end(scene);
}

/* Labels stand in the middle of their districts. */

static double map_width(const layout *l)
{
    return fmin(l->build.room, largest);
}

static hui_extent map_widths(void *data, const hui_box *box)
{
    (void)box;
    const layout *l = data;
    return (hui_extent){fmin(120, map_width(l)), map_width(l)};
}

static void map_share(void *data, hui_box *box, double width)
{
    (void)data;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = fmin(child->extent.max, width);
}

/* Where the labels of these sizes stand in a map of this width; false if any would stand on another, or beyond the map. */
static bool place_labels(const layout *l, double width, const hui_rect *sizes, hui_rect *places)
{
    const hui_rect all = {0, 0, width, ceil(width * l->ratio)};
    const hui_projection *projection = projection_of(l, hui_rect_inset(all, border));
    bool are_apart = true;
    for (size_t i = 0; i < l->count; i++) {
        const hui_point c = projection && sizes[i].w > 0
                                ? hui_projection_point(projection, l->at[i].middle.x, l->at[i].middle.y)
                                : (hui_point){0, 0};
        const double w = sizes[i].w, h = sizes[i].h;
        places[i] = (hui_rect){fmin(fmax(c.x - w / 2, 0), fmax(all.w - w, 0)),
                               fmin(fmax(c.y - h / 2, 0), fmax(all.h - h, 0)), w, h};
        are_apart &= w <= all.w && h <= all.h;
        for (size_t k = 0; k < i && w > 0; k++)
            are_apart &= hui_rect_empty(hui_rect_intersect(places[i], places[k]));
    }
    return are_apart;
}

static double map_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box, (void)height;
    const layout *l = data;
    hui_rect *sizes = HUI_NEW_ARRAY(l->build.arena, hui_rect, l->count),
             *places = HUI_NEW_ARRAY(l->build.arena, hui_rect, l->count);
    for (size_t i = 0; i < l->count; i++)
        if (l->at[i].label)
            sizes[i] = (hui_rect){0, 0, l->at[i].label->rect.w, l->at[i].label->rect.h};
    place_labels(l, width, sizes, places);
    for (size_t i = 0; i < l->count; i++)
        if (l->at[i].label) {
            l->at[i].label->rect.x = places[i].x;
            l->at[i].label->rect.y = places[i].y;
        }
    return ceil(width * l->ratio);
}

static const hui_arranger arranger = {map_widths, map_share, map_arrange};

/* Colours and words */

static void set_fills(layout *l)
{
    const hui_build *b = &l->build;
    l->classes = hui_classes_new(b);
    for (size_t i = 0; i < l->count; i++)
        if (l->at[i].item && l->at[i].item->value.text)
            hui_classes_count(&l->classes, l->at[i].item->value);
    for (size_t i = 0; i < l->count; i++) {
        const map_item *item = l->at[i].item;
        l->at[i].fill = !item          ? hui_inks_of(b).track
                        : item->accent ? hui_series_color(b, item->accent, 0, 1)
                                       : hui_classes_color(&l->classes, item->value);
    }
}

/* Dark or light, whichever can be read better on the district. */
static hui_color ink_on(const hui_build *b, hui_color fill)
{
    const hui_palette *p = &b->theme->palette;
    return hui_color_contrast(p->ink, fill) >= hui_color_contrast(p->on_strong, fill) ? p->ink : p->on_strong;
}

static hui_box *line_of(const hui_build *b, hui_string text, hui_type type, hui_color fill)
{
    return hui_part_text(b, text,
                         (hui_text_look){.type = type,
                                         .color = ink_on(b, fill),
                                         .on = fill,
                                         .align = HUI_TEXT_CENTER,
                                         .nowrap = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

static hui_rect words_size(const layout *l, const district *d)
{
    const hui_build *b = &l->build;
    const hui_string value = hui_value_with_unit(b, d->item->value, l->spec->unit);
    const double w = fmax(hui_leaf_extent(line_of(b, d->item->name, HUI_TYPE_NOTE, d->fill)).max,
                          hui_leaf_extent(line_of(b, value, HUI_TYPE_PILL, d->fill)).max);
    return (hui_rect){0, 0, w,
                      b->theme->type[HUI_TYPE_NOTE].line_height +
                          (value.text ? b->theme->type[HUI_TYPE_PILL].line_height : 0) + label_gap};
}

static hui_box *label_of(const layout *l, const district *d, size_t number)
{
    const hui_build *b = &l->build;
    if (l->numbered)
        return line_of(b, hui_text_at(hui_arena_printf(b->arena, "%zu", number), d->item->name.place), HUI_TYPE_PILL,
                       d->fill);
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, line_of(b, d->item->name, HUI_TYPE_NOTE, d->fill));
    hui_box_add(column, line_of(b, hui_value_with_unit(b, d->item->value, l->spec->unit), HUI_TYPE_PILL, d->fill));
    return column;
}

/* Whether the label of a district can be read: it stands on it, but for the ends of its lines, or its ink can be read on all that is
 * around, too. */
static bool is_legible(const layout *l, const hui_path *outlines, size_t index, hui_rect place)
{
    const hui_build *b = &l->build;
    if (hui_path_holds(&outlines[index], hui_matrix_identity(), hui_rect_inset(place, label_slack)))
        return true;
    const double least = hui_legible_contrast(b->theme->type[HUI_TYPE_NOTE].size, b->page_width);
    const hui_color ink = ink_on(b, l->at[index].fill);
    bool is_legible = hui_color_contrast(ink, hui_ground_color(b)) >= least;
    for (size_t i = 0; i < l->count; i++)
        if (!hui_rect_empty(hui_rect_intersect(hui_path_bounds(&outlines[i]), place)))
            is_legible &= hui_color_contrast(ink, l->at[i].fill) >= least;
    return is_legible;
}

static bool are_legible(const layout *l, double width, const hui_rect *places)
{
    const hui_rect all = {0, 0, width, ceil(width * l->ratio)};
    hui_projection *projection = projection_of(l, hui_rect_inset(all, border));
    hui_path *outlines = HUI_NEW_ARRAY(l->build.arena, hui_path, l->count);
    for (size_t i = 0; i < l->count && projection; i++)
        outlines[i] = outline_of(l, projection, &l->at[i]);
    for (size_t i = 0; i < l->count && projection; i++)
        if (places[i].w > 0 && !is_legible(l, outlines, i, places[i]))
            return false;
    return true;
}

static void add_labels(layout *l, hui_box *box)
{
    hui_rect *sizes = HUI_NEW_ARRAY(l->build.arena, hui_rect, l->count),
             *places = HUI_NEW_ARRAY(l->build.arena, hui_rect, l->count);
    for (size_t i = 0; i < l->count; i++)
        if (l->at[i].item)
            sizes[i] = words_size(l, &l->at[i]);
    l->numbered = !place_labels(l, map_width(l), sizes, places) || !are_legible(l, map_width(l), places);
    size_t number = 0;
    for (size_t i = 0; i < l->count; i++)
        if (l->at[i].item) {
            l->at[i].label = label_of(l, &l->at[i], ++number);
            hui_box_add(box, l->at[i].label);
        }
}

/* Numbers with names and values, where labels have no room in the map. */
static hui_box *key_of(const layout *l)
{
    const hui_build *b = &l->build;
    hui_string *names = HUI_NEW_ARRAY(b->arena, hui_string, l->count);
    size_t count = 0;
    for (size_t i = 0; i < l->count; i++)
        if (l->at[i].item) {
            const map_item *item = l->at[i].item;
            const hui_string value = hui_value_with_unit(b, item->value, l->spec->unit);
            names[count++] = value.text
                                 ? hui_text_at(hui_arena_printf(b->arena, "%s **%s**", item->name.text, value.text),
                                               item->name.place)
                                 : item->name;
        }
    return hui_numbered_list(b, (hui_list){names, count, l->spec->items.place});
}

static void add_stretched(hui_box *column, hui_box *box)
{
    box->has_self = true;
    box->self = HUI_ALIGN_STRETCH;
    hui_box_add(column, box);
}

static hui_box *build(const hui_build *b, const void *props)
{
    const map *p = props;
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.build = *b, .spec = p};
    hui_box *column = hui_box_column(b, 16);
    column->align = HUI_ALIGN_CENTER;
    if (!read_features(l))
        return column;
    l->ratio = ratio_of(l);
    set_fills(l);
    hui_box *box = hui_box_free(b->arena, &arranger, l);
    add_labels(l, box);
    box->draw_before = draw_map;
    hui_box_add(column, box);
    hui_box *legend = p->legend ? hui_classes_legend(b, &l->classes, p->unit, p->src.place) : NULL;
    if (legend)
        hui_box_add(column, legend);
    if (l->numbered)
        add_stretched(column, key_of(l));
    return column;
}

const hui_panel_kind hui_panel_map = {.record = {"map", "districts of a GeoJSON file, coloured by their values", fields,
                                                 HUI_FIELD_COUNT(fields), sizeof(map), NULL},
                                      .build = build};
