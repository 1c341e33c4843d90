/* Headers of facets: titles of fields, labels of values, and the axes that cells share. */
#include "chart/axis.h"
#include "chart/encode.h"

#include "chart/params.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

/* One direction of a facet. */
typedef struct heading {
    hui_frame *frame; /* of the facet */
    hui_charting *chart;
    const hui_view *facet;
    int index;                  /* HUI_FACET_… */
    const hui_channel_def *def; /* NULL: only axes stand there */
    const hui_json *json;       /* its header */
} heading;

static const hui_json *find(const heading *h, const char *key)
{
    static const char *const configs[] = {"headerRow", "headerColumn", "headerFacet"};
    const bool oriented = !strcmp(key, "labelOrient") || !strcmp(key, "titleOrient");
    const hui_json *found = hui_spec_find(h->json, key);
    if (!found && oriented)
        found = hui_spec_find(h->json, "orient");
    if (!found)
        found = hui_spec_find(hui_json_find(h->chart->config, configs[h->index]), key);
    return found ? found : hui_spec_find(hui_json_find(h->chart->config, "header"), key);
}

static const hui_json *find_part(const heading *h, const char *part, const char *name)
{
    return find(h, hui_arena_printf(h->chart->arena, "%s%s", part, name));
}

static heading heading_of(hui_frame *frame, const hui_view *facet, int index)
{
    const hui_channel_def *def = facet->headers[index].def;
    const hui_json *json = def ? hui_json_find(def->json, "header") : NULL;
    return (heading){frame, frame->chart, facet, index, def, hui_json_is(json, HUI_JSON_OBJECT) ? json : NULL};
}

/* Whether the labels or title stand along rows, whatever direction the facet has. */
static bool stands_in_rows(const heading *h, const char *part)
{
    const char *orient = hui_json_string(find_part(h, part, "Orient"), "");
    if (!strcmp(orient, "top") || !strcmp(orient, "bottom"))
        return false;
    return !strcmp(orient, "left") || !strcmp(orient, "right") || h->index == HUI_FACET_ROW;
}

static double turn_of(const heading *h, const char *part)
{
    const double angle = hui_json_number(find_part(h, part, "Angle"), NAN);
    return isnan(angle) ? NAN : fmod(fmod(angle, 360) + 360, 360);
}

/* A text of a header: "label" or "title". */
static void style_text(const heading *h, const char *part, const char *orient, hui_mark_item *item)
{
    const bool title = part[0] == 't', rows = stands_in_rows(h, part);
    const char *style = title ? "guide-title" : "guide-label";
    const hui_json *user = hui_json_find(hui_json_find(h->chart->config, "style"), style);
    const hui_json *vega = hui_json_find(hui_spec_find(h->chart->config, "vega.style"), style);
    const double turn = turn_of(h, part);
    const char *anchor = hui_json_string(find_part(h, part, "Anchor"), "middle");
    const hui_json *color = find_part(h, part, "Color"), *size = find_part(h, part, "FontSize");
    const hui_json *weight = find_part(h, part, "FontWeight"), *font = find_part(h, part, "Font");
    const char *align = !strcmp(anchor, "start") ? "left"
                        : !strcmp(anchor, "end") ? "right"
                                                 : hui_label_align(turn, rows ? "left" : "top", !rows);
    const char *baseline = hui_label_baseline(turn, rows ? "left" : "top", !rows, true);
    const char *fill = hui_json_string(
        color ? color : hui_json_first(hui_spec_find(user, "fill"), hui_spec_find(vega, "fill")), "#000");
    hui_color_css(fill, &item->fill);
    item->opacity = item->fill_opacity = item->stroke_opacity = 1;
    item->text.style = (hui_label_style){
        .font = hui_json_string(font ? font : hui_spec_find(user, "font"), NULL),
        .size = hui_json_number(size ? size : hui_spec_find(user, "fontSize"), hui_spec_number(vega, "fontSize", 10)),
        .weight = hui_json_weight(weight ? weight : hui_spec_find(user, "fontWeight"), title ? 700 : 400),
        .italic = hui_json_is_string(find_part(h, part, "FontStyle"), "italic"),
        .limit = hui_json_number(find_part(h, part, "Limit"), 0),
        .line_height = hui_json_number(find_part(h, part, "LineHeight"), 0)};
    item->text.angle = !isnan(turn) ? turn : !strcmp(orient, "left") ? -90 : !strcmp(orient, "right") ? 90 : 0;
    item->text.align = hui_anchor_read(hui_json_string(find_part(h, part, "Align"), align),
                                       !strcmp(anchor, "start") ? HUI_ANCHOR_START
                                       : !strcmp(anchor, "end") ? HUI_ANCHOR_END
                                                                : HUI_ANCHOR_MIDDLE);
    item->text.baseline =
        hui_baseline_read(hui_json_string(find_part(h, part, "Baseline"), baseline), HUI_BASELINE_TOP);
}

static const char *full_title(const heading *h);

/* px between a title and what it stands beside: none where the facet has no title of its own in that direction. */
static double title_gap(const heading *h)
{
    const int across = stands_in_rows(h, "title") ? HUI_FACET_ROW : HUI_FACET_COLUMN;
    if (across == h->index)
        return 10;
    const heading other = heading_of(h->frame, h->facet, across);
    const char *title = other.def ? full_title(&other) : NULL;
    return title ? 10 : 0;
}

/* Where a title stands beside the cells: any direction of the facet whose title would stand there has a say. */
static void put_title_place(const heading *h, hui_json *spec)
{
    hui_arena *arena = h->chart->arena;
    const bool rows = stands_in_rows(h, "title");
    double band = 0.5;
    bool after = false;
    for (int i = 0; i < HUI_FACET_COUNT; i++) {
        const heading other = heading_of(h->frame, h->facet, i);
        if (!other.def || stands_in_rows(&other, "title") != rows)
            continue;
        const char *orient = hui_json_string(find_part(&other, "title", "Orient"), "");
        const char *anchor = hui_json_string(find_part(&other, "title", "Anchor"), "middle");
        after |= !strcmp(orient, "right") || !strcmp(orient, "bottom");
        if (strcmp(anchor, "middle") != 0)
            band = !strcmp(anchor, "start") == rows ? 1 : 0;
    }
    hui_json_put(arena, spec, "gap", hui_json_make_number(arena, title_gap(h), h->def->json));
    hui_json_put(arena, spec, "band", hui_json_make_number(arena, band, h->def->json));
    hui_json_put(arena, spec, "after", hui_json_make_bool(arena, after, h->def->json));
}

static hui_guide text_guide(const heading *h, const char *part, const char *role, const char *text)
{
    hui_arena *arena = h->chart->arena;
    const char *orient = hui_json_string(find_part(h, part, "Orient"), h->index == HUI_FACET_ROW ? "left" : "top");
    const hui_json *anchor = find_part(h, part, "Anchor"), *padding = find_part(h, part, "Padding");
    hui_json *spec = hui_json_make(arena, HUI_JSON_OBJECT, h->def->json);
    hui_guide guide = {.kind = HUI_GUIDE_HEADER, .offset = NAN, .spec = spec};
    hui_json_put(arena, spec, "orient", hui_json_make_string(arena, orient, h->def->json));
    if (anchor)
        hui_json_put(arena, spec, "anchor", anchor);
    if (padding)
        hui_json_put(arena, spec, "offset", padding);
    if (part[0] == 't')
        put_title_place(h, spec);
    else
        hui_json_put(arena, spec, "frame", hui_json_make_string(arena, "group", h->def->json));
    hui_mark *mark = hui_vec_push(arena, &guide.header.marks);
    *mark = (hui_mark){.type = HUI_MARK_TEXT, .role = role, .items = HUI_NEW(arena, hui_mark_item), .item_count = 1};
    style_text(h, part, orient, mark->items);
    mark->items->text.text = text;
    guide.bounds = hui_item_bounds(h->chart->labels, HUI_MARK_TEXT, mark->items);
    guide.has_bounds = true;
    guide.header.role = role;
    guide.header.texts = HUI_NEW(arena, const char *);
    guide.header.texts[0] = text;
    guide.header.text_count = 1;
    return guide;
}

/* Texts
 * ----- */

/* What Vega-Lite puts for datum.label in an expression of labels, word by word and without brackets: terms beside it may
 * bind closer than its parts. */
static const char *label_term(const heading *h, bool formatted)
{
    if (h->def->bins)
        return "!isValid(datum.value) || !isFinite(+datum.value) ? \"null\" : datum.label";
    return formatted ? "datum.label" : "isValid(datum.value) ? datum.value : \"\"+datum.value";
}

static const char *replaced(hui_arena *arena, const char *text, const char *old, const char *term)
{
    const char *result = "", *at;
    for (; (at = strstr(text, old)); text = at + strlen(old))
        result = hui_arena_printf(arena, "%s%.*s%s", result, (int)(at - text), text, term);
    return hui_arena_printf(arena, "%s%s", result, text);
}

static const char *expression_text(const heading *h, const hui_json *json, hui_value value, const char *label,
                                   bool formatted)
{
    hui_charting *chart = h->chart;
    const char *source = replaced(chart->arena, json->string, "datum.label", label_term(h, formatted));
    hui_member *members = HUI_NEW_ARRAY(chart->arena, hui_member, 2);
    members[0] = (hui_member){"value", value};
    members[1] = (hui_member){"label", hui_value_string(label)};
    const hui_expr *expr = hui_chart_expr(chart, source, hui_json_place(chart->arena, json));
    const hui_expr_scope scope = {.arena = chart->arena,
                                  .datum = {.kind = HUI_VALUE_OBJECT, .count = 2, .members = members},
                                  .params = chart->params};
    return expr ? hui_value_lines(chart->arena, hui_expr_value(expr, &scope)) : label;
}

static const char *value_text(const heading *h, hui_value value)
{
    const hui_bins bins = h->facet->bins[HUI_CHANNEL_FACET];
    const hui_value end =
        h->def->bins && value.kind == HUI_VALUE_NUMBER ? hui_value_number(value.number + bins.step) : (hui_value){0};
    const char *format = hui_json_string(find(h, "format"), NULL), *type = hui_json_string(find(h, "formatType"), NULL);
    const char *text = hui_def_text(h->chart, h->def, value, end, format, type);
    const hui_json *json = find(h, "labelExpr");
    const bool formatted =
        format || type || h->def->unit.parts || h->def->type == HUI_QUANTITATIVE || h->def->type == HUI_TEMPORAL;
    return hui_json_is(json, HUI_JSON_STRING) ? expression_text(h, json, value, text, formatted) : text;
}

static const char *own_title(const heading *h)
{
    hui_arena *arena = h->chart->arena;
    const hui_json *header = hui_json_find(h->def->json, "header");
    const hui_json *given = hui_json_first(hui_spec_find(h->json, "title"), hui_json_find(h->def->json, "title"));
    const heading plain = {h->frame, h->chart, h->facet, h->index, h->def, NULL};
    const hui_json *config = find(&plain, "title");
    if (hui_json_is(header, HUI_JSON_NULL))
        return NULL;
    if (given)
        return hui_json_text(arena, given);
    return config && !hui_json_truthy(config) ? NULL : hui_def_title(h->chart, h->def);
}

/* With the titles of the same direction of facets inside: "site / year". */
static const char *full_title(const heading *h)
{
    const char *title = own_title(h);
    const hui_view *inner = h->facet->children[0];
    if (title && *title && inner->kind == HUI_VIEW_FACET && inner->headers[h->index].def) {
        const heading within = heading_of(h->frame, inner, h->index);
        const char *rest = full_title(&within);
        return rest && *rest ? hui_arena_printf(h->chart->arena, "%s / %s", title, rest) : title;
    }
    return title && *title ? title : NULL;
}

static bool shows_labels(const heading *h)
{
    const hui_json *header = h->def ? hui_json_find(h->def->json, "header") : NULL;
    return h->def && !hui_json_is(header, HUI_JSON_NULL) && hui_json_bool(find(h, "labels"), true);
}

/* Frames beside the cells
 * ----------------------- */

static hui_frame *header_frame(const heading *h)
{
    hui_frame *frame = HUI_NEW(h->chart->arena, hui_frame);
    frame->chart = h->chart;
    frame->view = h->facet;
    frame->parent = h->frame;
    frame->cell = h->frame->cell;
    return frame;
}

static void add_axes(hui_frame *header, const hui_frame *cell, const hui_axis_parts *axes, bool rows)
{
    for (size_t i = 0; i < axes->count; i++) {
        const hui_guide guide = hui_axis_make(header, axes->at[i], cell->width, cell->height, true, false);
        hui_guide placed = guide;
        if (!guide.has_bounds)
            continue;
        /* the header has no extent across: its axes lie on its own edge */
        const double shift = guide.orient == HUI_ORIENT_BOTTOM  ? -cell->height
                             : guide.orient == HUI_ORIENT_RIGHT ? -cell->width
                                                                : 0;
        placed.x += rows ? shift : 0;
        placed.bounds.x += rows ? shift : 0;
        placed.y += rows ? 0 : shift;
        placed.bounds.y += rows ? 0 : shift;
        *hui_vec_push(header->chart->arena, &header->axes) = placed;
    }
}

/* The largest cell of a row or column, whose size its header has. */
static const hui_frame *largest_cell(const heading *h, const hui_cells *cells, size_t line)
{
    const bool rows = h->index == HUI_FACET_ROW;
    const size_t columns = h->frame->columns ? h->frame->columns : cells->count;
    const hui_frame *largest = h->frame->children.at[0];
    bool any = false;
    for (size_t i = rows ? line * columns : line; i < cells->count && (!rows || i < (line + 1) * columns);
         i += rows ? 1 : columns) {
        const hui_frame *cell = h->frame->children.at[i];
        if (!any || (rows ? cell->height > largest->height : cell->width > largest->width))
            largest = cell;
        any = true;
    }
    return largest;
}

/* Headers (or footers) of all rows or columns of cells. */
static void add_side(const heading *h, const hui_cells *cells, bool footer, hui_frames *into)
{
    const bool rows = h->index == HUI_FACET_ROW;
    const hui_header_part *part = &h->facet->headers[h->index];
    const hui_axis_parts *axes = footer ? &part->footer_axes : &part->header_axes;
    const char *orient = h->def ? hui_json_string(find(h, "labelOrient"), "") : "";
    const bool at_end = !strcmp(orient, "bottom") || !strcmp(orient, "right");
    const bool labels = shows_labels(h) && at_end == footer && stands_in_rows(h, "label") == rows;
    const hui_value *values = rows ? cells->row_values : cells->column_values;
    const size_t count = rows ? cells->rows : cells->columns;
    if (!labels && axes->count == 0)
        return;
    for (size_t i = 0; i < count && h->frame->children.count > 0; i++) {
        const hui_frame *cell = largest_cell(h, cells, i);
        hui_frame *header = header_frame(h);
        header->width = rows ? 0 : cell->width;
        header->height = rows ? cell->height : 0;
        add_axes(header, cell, axes, rows);
        if (labels && values) {
            const char *role =
                hui_arena_printf(h->chart->arena, "%s-%s", rows ? "row" : "column", footer ? "footer" : "header");
            *hui_vec_push(h->chart->arena, &header->titles) = text_guide(h, "label", role, value_text(h, values[i]));
        }
        *hui_vec_push(h->chart->arena, into) = header;
    }
}

static void add_title(const heading *h)
{
    const char *text = h->def ? full_title(h) : NULL;
    const bool nested =
        h->facet->parent && h->facet->parent->kind == HUI_VIEW_FACET && h->facet->parent->headers[h->index].def;
    if (!text || nested)
        return;
    const bool rows = stands_in_rows(h, "title");
    hui_frame *title = header_frame(h);
    *hui_vec_push(h->chart->arena, &title->titles) = text_guide(h, "title", rows ? "row-title" : "column-title", text);
    hui_frame **place = rows ? &h->frame->row_title : &h->frame->column_title;
    h->frame->lost_title = *place ? *place : h->frame->lost_title;
    *place = title;
}

/* Labels that stand over each cell, whether or not the header shows labels: of a wrapped facet, and of rows whose labels
 * are asked for above. They take the place of the cell's own title. */
static bool add_cell_labels(const heading *h)
{
    const bool wrapped = h->index == HUI_FACET_WRAP;
    if (!h->def || (!wrapped && stands_in_rows(h, "label") == (h->index == HUI_FACET_ROW)))
        return false;
    for (size_t i = 0; i < h->frame->children.count; i++) {
        hui_frame *cell = h->frame->children.at[i];
        cell->titles.count = 0;
        if (cell->cell && !cell->cell->empty)
            *hui_vec_push(h->chart->arena, &cell->titles) =
                text_guide(h, "label", "cell-header", value_text(h, cell->cell->values[h->index]));
    }
    return true;
}

void hui_facet_add_headers(hui_frame *frame, const hui_view *facet, const hui_cells *cells)
{
    bool labelled = false;
    for (int i = 0; i < HUI_FACET_COUNT; i++) {
        const heading h = heading_of(frame, facet, i);
        add_title(&h);
        if (!labelled)
            labelled = add_cell_labels(&h);
    }
    const heading row = heading_of(frame, facet, HUI_FACET_ROW), column = heading_of(frame, facet, HUI_FACET_COLUMN);
    add_side(&row, cells, false, &frame->row_headers);
    add_side(&row, cells, true, &frame->row_footers);
    add_side(&column, cells, false, &frame->column_headers);
    add_side(&column, cells, true, &frame->column_footers);
}
