/* Layout of a legend: its title over or beside its body, padding, ground (vega-view-transforms' legendLayout). */
#include "chart/legend.h"

#include "chart/encode.h"
#include "chart/labels.h"
#include "json/make.h"

#include <math.h>
#include <string.h>

typedef enum side { SIDE_TOP, SIDE_LEFT, SIDE_RIGHT, SIDE_BOTTOM } side;

typedef struct layout {
    hui_legend_drawing *d;
    double padding, title_padding;
    side side;
    bool beside;          /* the title stands left or right */
    bool turned_ramp;     /* a vertical ramp */
    hui_anchor anchor;    /* of the title along the body */
    hui_mark_item *title; /* NULL: none */
    hui_rect title_bounds;
} layout;

static double round_half_up(double x)
{
    return floor(x + 0.5);
}

static side read_side(const char *word)
{
    return !strcmp(word, "left")     ? SIDE_LEFT
           : !strcmp(word, "right")  ? SIDE_RIGHT
           : !strcmp(word, "bottom") ? SIDE_BOTTOM
                                     : SIDE_TOP;
}

static hui_anchor read_anchor(const char *word, hui_anchor fallback)
{
    return !word                    ? fallback
           : !strcmp(word, "start") ? HUI_ANCHOR_START
           : !strcmp(word, "end")   ? HUI_ANCHOR_END
                                    : HUI_ANCHOR_MIDDLE;
}

/* Title
 * ----- */

static hui_anchor opposite(hui_anchor anchor)
{
    return anchor == HUI_ANCHOR_START ? HUI_ANCHOR_END
           : anchor == HUI_ANCHOR_END ? HUI_ANCHOR_START
                                      : HUI_ANCHOR_MIDDLE;
}

static hui_anchor title_align(const layout *l)
{
    if (l->turned_ramp && l->side == SIDE_RIGHT)
        return opposite(l->anchor);
    return l->beside && !(l->turned_ramp && l->side == SIDE_LEFT) ? HUI_ANCHOR_START : l->anchor;
}

static hui_baseline title_baseline(const layout *l)
{
    static const hui_baseline by_anchor[] = {[HUI_ANCHOR_START] = HUI_BASELINE_TOP,
                                             [HUI_ANCHOR_MIDDLE] = HUI_BASELINE_MIDDLE,
                                             [HUI_ANCHOR_END] = HUI_BASELINE_BOTTOM};
    if (!l->beside)
        return HUI_BASELINE_TOP;
    if (l->turned_ramp)
        return l->side == SIDE_RIGHT ? HUI_BASELINE_BOTTOM : HUI_BASELINE_TOP;
    return by_anchor[l->anchor];
}

static void draw_title(layout *l, const char *text)
{
    hui_legend_drawing *d = l->d;
    const hui_json *style = hui_guide_style(d->frame->chart, "guide-title");
    l->side = read_side(hui_guide_word(&d->props, "titleOrient", "top"));
    l->beside = l->side == SIDE_LEFT || l->side == SIDE_RIGHT;
    l->turned_ramp = d->kind != HUI_LEGEND_SYMBOL && d->vertical;
    l->anchor =
        read_anchor(hui_guide_word(&d->props, "titleAnchor", NULL), l->beside ? HUI_ANCHOR_MIDDLE : HUI_ANCHOR_START);
    l->title_padding = hui_guide_number(&d->props, "titlePadding", 0);
    l->title = hui_guide_mark(d->arena, &d->guide->legend.marks, HUI_MARK_TEXT, "legend-title", 1)->items;
    hui_guide_text(&d->props, "title", style, l->title);
    l->title->x = l->title->y = l->padding;
    l->title->text.text = text;
    l->title->text.angle = l->turned_ramp && l->beside ? (l->side == SIDE_LEFT ? -90 : 90) : 0;
    l->title->text.align = hui_anchor_read(hui_guide_word(&d->props, "titleAlign", NULL), title_align(l));
    l->title->text.baseline = hui_baseline_read(hui_guide_word(&d->props, "titleBaseline", NULL), title_baseline(l));
    l->title_bounds = hui_item_bounds(d->frame->chart->labels, HUI_MARK_TEXT, l->title);
    d->guide->legend.title = text;
}

static void move_title(layout *l, double x, double y)
{
    l->title->x += x;
    l->title->y += y;
    l->title_bounds.x += x;
    l->title_bounds.y += y;
}

static void move_body(layout *l, double x, double y)
{
    hui_legend_drawing *d = l->d;
    for (size_t i = 0; i < d->guide->legend.marks.count; i++) {
        const hui_mark *mark = &d->guide->legend.marks.at[i];
        for (size_t k = 0; k < mark->item_count && mark->items != l->title; k++) {
            mark->items[k].x += x;
            mark->items[k].y += y;
            mark->items[k].x2 += x;
            mark->items[k].y2 += y;
        }
    }
    d->body.x += x;
    d->body.y += y;
}

/* Where the title stands along the body: the ramp alone counts, or (`whole`) its labels, too. */
static double title_offset(const layout *l, hui_anchor anchor, bool down, bool beside, bool whole, bool lines)
{
    const hui_legend_drawing *d = l->d;
    const bool ramp = d->kind != HUI_LEGEND_SYMBOL && (beside || !l->turned_ramp) && !whole;
    const hui_rect box = ramp ? d->ramp : d->body;
    const double end = (box.w < 0 ? 0 : down ? box.y + box.h : box.x + box.w) - l->padding;
    const hui_label_style *style = &l->title->text.style;
    const double height = style->line_height > 0 ? style->line_height : style->size + 2;
    const double others = lines ? (double)(hui_label_lines(l->title->text.text) - 1) * height : 0;
    const bool turned = l->turned_ramp && beside;
    return round_half_up(anchor == HUI_ANCHOR_START ? (turned ? end : 0)
                         : anchor == HUI_ANCHOR_END ? (turned ? 0 : end) - others
                                                    : 0.5 * (end - others));
}

static void place_title(layout *l)
{
    double x = l->padding, y = l->padding;
    if (l->side == SIDE_LEFT)
        x += ceil(l->title_bounds.w) + l->title_padding;
    else if (l->side == SIDE_TOP)
        y += l->title_bounds.h + l->title_padding;
    move_body(l, x, y);
    switch (l->side) {
    case SIDE_LEFT:
        move_title(l, 0, title_offset(l, l->anchor, true, true, false, true));
        break;
    case SIDE_RIGHT:
        move_title(l, title_offset(l, HUI_ANCHOR_END, false, false, false, false) + l->title_padding,
                   title_offset(l, l->anchor, true, true, false, true));
        break;
    case SIDE_BOTTOM:
        move_title(l, title_offset(l, l->anchor, false, false, false, false),
                   title_offset(l, HUI_ANCHOR_END, true, false, true, false) + l->title_padding);
        break;
    case SIDE_TOP:
        move_title(l, title_offset(l, l->anchor, false, false, false, false), 0);
        break;
    }
    const double beyond = round_half_up(l->title_bounds.x - l->padding);
    if (beyond < 0) {
        move_body(l, -beyond, 0);
        move_title(l, -beyond, 0);
    }
}

/* Ground
 * ------ */

static void draw_ground(hui_legend_drawing *d, double width, double height)
{
    hui_mark_item ground = {.opacity = 1, .fill_opacity = 1, .stroke_opacity = 1};
    hui_guide_marks *marks = &d->guide->legend.marks;
    const hui_guide_props config = {d->frame, {d->config}};
    const hui_json *dash = hui_guide_find(&config, "strokeDash");
    hui_guide_paint(d->arena, hui_guide_find(&d->props, "fillColor"), &ground.fill, &ground.fill_gradient);
    hui_guide_paint(d->arena, hui_guide_find(&d->props, "strokeColor"), &ground.stroke, &ground.stroke_gradient);
    if (ground.fill.a == 0 && ground.stroke.a == 0 && !ground.fill_gradient && !ground.stroke_gradient)
        return;
    ground.stroke_width = hui_guide_number(&config, "strokeWidth", 1);
    const double off = ground.stroke_width > 0.5 && ground.stroke_width < 1.5 ? 0.5 - fabs(ground.stroke_width - 1) : 0;
    const bool stroked = ground.stroke.a != 0 || ground.stroke_gradient;
    ground.x = ground.y = stroked ? off : 0;
    ground.x2 = ground.x + width;
    ground.y2 = ground.y + height;
    if (hui_json_is(dash, HUI_JSON_ARRAY) && dash->count > 0) {
        double *lengths = HUI_NEW_ARRAY(d->arena, double, dash->count);
        for (const hui_json *item = dash->first; item; item = item->next)
            lengths[ground.dash.count++] = hui_json_number(item, 0);
        ground.dash.at = lengths;
    }
    for (int i = 0; i < 4; i++)
        ground.radii[i] = hui_guide_number(&d->props, "cornerRadius", 0);
    hui_guide_mark(d->arena, marks, HUI_MARK_RECT, "legend-background", 1)->items[0] = ground;
    const hui_mark last = marks->at[marks->count - 1];
    memmove(&marks->at[1], &marks->at[0], (marks->count - 1) * sizeof last);
    marks->at[0] = last;
}

/* What the layout around the plot asks for. */
static const hui_json *guide_spec(const hui_legend_drawing *d)
{
    hui_json *spec = hui_json_copy(d->arena, d->config);
    for (const hui_json *member = d->given->first; member; member = member->next)
        if (member->kind != HUI_JSON_NULL)
            hui_json_put(d->arena, spec, member->key, member);
    return spec;
}

void hui_legend_finish(hui_legend_drawing *d)
{
    layout l = {.d = d, .padding = hui_guide_number(&d->props, "padding", 0), .title_bounds = hui_rect_none()};
    const char *title = hui_title_text(d->frame->chart, &d->part->title);
    hui_guide *guide = d->guide;
    if (title) {
        draw_title(&l, title);
        place_title(&l);
    } else {
        move_body(&l, l.padding, l.padding);
    }
    const hui_rect all = hui_rect_join(d->body, l.title_bounds);
    const double width = all.w < 0 ? 2 * l.padding : ceil(all.x + all.w + l.padding);
    const double height = all.w < 0 ? 2 * l.padding : ceil(all.y + all.h + l.padding);
    draw_ground(d, width, height);
    guide->bounds = (hui_rect){0, 0, width, height};
    guide->has_bounds = true;
    guide->spec = guide_spec(d);
    guide->offset = hui_guide_number(&d->props, "offset", NAN);
    if (!strcmp(hui_guide_word(&d->props, "orient", "right"), "none")) {
        guide->x = hui_guide_number(&d->props, "legendX", 0);
        guide->y = hui_guide_number(&d->props, "legendY", 0);
    }
}
