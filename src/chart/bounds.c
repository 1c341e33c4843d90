/* Bounds of marks, as vega-scenegraph has them: charts are laid out by these, so that sizes agree with Vega's. */
#include "chart/bounds.h"

#include "chart/labels.h"
#include "chart/outline.h"

#include <math.h>

hui_extent hui_extent_none(void)
{
    return (hui_extent){INFINITY, INFINITY, -INFINITY, -INFINITY};
}

hui_rect hui_extent_rect(hui_extent e)
{
    return e.left > e.right ? (hui_rect){0, 0, -1, -1} : (hui_rect){e.left, e.top, e.right - e.left, e.bottom - e.top};
}

static void add_point(hui_extent *e, double x, double y)
{
    e->left = fmin(e->left, x);
    e->top = fmin(e->top, y);
    e->right = fmax(e->right, x);
    e->bottom = fmax(e->bottom, y);
}

static void add_extent(hui_extent *e, hui_extent other)
{
    e->left = fmin(e->left, other.left);
    e->top = fmin(e->top, other.top);
    e->right = fmax(e->right, other.right);
    e->bottom = fmax(e->bottom, other.bottom);
}

static double cubic_at(double t, double p0, double p1, double p2, double p3)
{
    const double s = 1 - t;
    return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

/* Widens [*least, *most] to where the derivative of a cubic, a t^2 + 2 b t - c over 3, vanishes inside. */
static void add_cubic(double p0, double p1, double p2, double p3, double *least, double *most)
{
    const double a = p3 - p0 + 3 * (p1 - p2), b = p0 + p2 - 2 * p1, c = p0 - p1;
    double roots[2] = {0, 0};
    if (fabs(a) > 1e-14) {
        const double square = b * b + c * a;
        if (square < 0)
            return;
        roots[0] = (-b + sqrt(square)) / a;
        roots[1] = (-b - sqrt(square)) / a;
    } else if (b != 0) {
        roots[0] = 0.5 * c / b;
    }
    for (int i = 0; i < 2; i++)
        if (roots[i] > 0 && roots[i] < 1) {
            const double at = cubic_at(roots[i], p0, p1, p2, p3);
            *least = fmin(*least, at);
            *most = fmax(*most, at);
        }
}

hui_extent hui_extent_path(const hui_path *path)
{
    hui_extent e = hui_extent_none();
    const hui_point *p = path->points;
    for (size_t i = 0; i < path->verb_count; i++) {
        const hui_path_verb verb = (hui_path_verb)path->verbs[i];
        if (verb == HUI_PATH_CURVE) {
            add_cubic(p[-1].x, p[0].x, p[1].x, p[2].x, &e.left, &e.right);
            add_cubic(p[-1].y, p[0].y, p[1].y, p[2].y, &e.top, &e.bottom);
            add_point(&e, p[2].x, p[2].y);
            p += 3;
        } else if (verb != HUI_PATH_CLOSE) {
            add_point(&e, p[0].x, p[0].y);
            p++;
        }
    }
    return e;
}

/* A stroke is half on either side; square ends of slanted lines and mitred corners reach further. Vega takes the most
 * that a corner may reach for every outline, whether it has corners or not. */
static hui_extent with_stroke(hui_extent e, const hui_mark_item *item, bool outline)
{
    const bool stroked = item->stroke.a != 0 || item->stroke_gradient;
    if (!stroked || item->opacity == 0 || item->stroke_opacity == 0)
        return e;
    const double width = fmax(0, hui_coordinate(item->stroke_width));
    double by = (item->cap == HUI_CAP_SQUARE ? sqrt(2) : 1) * width / 2;
    if (outline && item->join == HUI_JOIN_MITER)
        by = fmax(by, (item->miter_limit > 0 ? item->miter_limit : 4) * width / 2);
    return (hui_extent){e.left - by, e.top - by, e.right + by, e.bottom + by};
}

/* Turned around (x, y). */
static hui_extent turned(hui_extent e, double degrees, double x, double y)
{
    const hui_matrix m = hui_matrix_rotate_at(degrees, x, y);
    const hui_point corners[] = {{e.left, e.top}, {e.left, e.bottom}, {e.right, e.top}, {e.right, e.bottom}};
    hui_extent out = hui_extent_none();
    for (int i = 0; i < 4; i++) {
        const hui_point p = hui_matrix_apply(m, corners[i]);
        add_point(&out, p.x, p.y);
    }
    return out;
}

/* A text is taken to reach 4/5 of its size above its baseline and 1/5 below. */
static hui_extent text_extent(hui_labels *labels, const hui_mark_item *item)
{
    const hui_label_style *style = &item->text.style;
    const double size = hui_label_size(labels, style), x = hui_coordinate(item->x), y = hui_coordinate(item->y);
    const char *text = item->text.text ? item->text.text : "";
    const double width = hui_labels_width(labels, text, style);
    const double height = size + hui_label_line_height(labels, style) * (double)(hui_label_lines(text) - 1);
    const double share = item->text.align == HUI_ANCHOR_START ? 0 : item->text.align == HUI_ANCHOR_MIDDLE ? 0.5 : 1;
    const double left = x - share * width;
    const double top = y + hui_label_shift(labels, style, item->text.baseline) - floor(0.8 * size + 0.5);
    const hui_extent e = {left, top, left + width, top + height};
    return item->text.angle != 0 ? turned(e, hui_coordinate(item->text.angle), x, y) : e;
}

/* Both ends, in any order. */
static hui_extent span(const hui_mark_item *item)
{
    hui_extent e = hui_extent_none();
    add_point(&e, hui_coordinate(item->x), hui_coordinate(item->y));
    add_point(&e, hui_coordinate(item->x2), hui_coordinate(item->y2));
    return e;
}

static bool is_circle(const hui_mark_item *item)
{
    return !item->symbol.shape || (item->symbol.shape[0] == 'c' && item->symbol.shape[1] == 'i');
}

/* Of a shape around (0, 0): most symbols of a mark have the one before theirs. */
typedef struct symbol_box {
    bool known;
    const char *shape;
    double size, angle;
    hui_extent extent;
} symbol_box;

static hui_extent symbol_extent(hui_labels *labels, const hui_mark_item *item, symbol_box *box)
{
    const double x = hui_coordinate(item->x), y = hui_coordinate(item->y), size = item->symbol.size;
    if (is_circle(item) && size >= 0) {
        const double r = sqrt(hui_coordinate(size)) / 2;
        return (hui_extent){x - r, y - r, x + r, y + r};
    }
    if (!box->known || box->shape != item->symbol.shape || box->size != size || box->angle != item->symbol.angle) {
        hui_mark_item own = *item;
        own.x = own.y = 0;
        hui_path *path = hui_labels_scratch(labels);
        hui_item_outline(path, HUI_MARK_SYMBOL, &own);
        *box = (symbol_box){true, item->symbol.shape, size, item->symbol.angle, hui_extent_path(path)};
    }
    const hui_extent e = box->extent;
    return (hui_extent){e.left + x, e.top + y, e.right + x, e.bottom + y};
}

static hui_extent outline_extent(hui_labels *labels, hui_mark_type type, const hui_mark_item *item)
{
    hui_path *path = hui_labels_scratch(labels);
    hui_item_outline(path, type, item);
    return hui_extent_path(path);
}

static hui_extent item_extent(hui_labels *labels, hui_mark_type type, const hui_mark_item *item, symbol_box *box)
{
    switch (type) {
    case HUI_MARK_RECT:
    case HUI_MARK_RULE:
        return with_stroke(span(item), item, false);
    case HUI_MARK_IMAGE:
        return span(item);
    case HUI_MARK_TEXT:
        return text_extent(labels, item);
    case HUI_MARK_SYMBOL:
        return with_stroke(symbol_extent(labels, item, box), item, true);
    case HUI_MARK_ARC:
    case HUI_MARK_PATH:
        return with_stroke(outline_extent(labels, type, item), item, true);
    case HUI_MARK_LINE:
    case HUI_MARK_AREA:
    case HUI_MARK_TRAIL:
        break;
    }
    return hui_extent_none();
}

static bool is_joined(hui_mark_type type)
{
    return type == HUI_MARK_LINE || type == HUI_MARK_AREA || type == HUI_MARK_TRAIL;
}

hui_rect hui_mark_bounds(hui_labels *labels, const hui_mark *mark)
{
    hui_extent e = hui_extent_none();
    symbol_box box = {0};
    if (!is_joined(mark->type)) {
        for (size_t i = 0; i < mark->item_count; i++)
            add_extent(&e, item_extent(labels, mark->type, &mark->items[i], &box));
    } else if (mark->item_count) {
        hui_path *path = hui_labels_scratch(labels);
        hui_mark_outline(path, mark);
        e = with_stroke(hui_extent_path(path), &mark->items[0], true);
    }
    return hui_extent_rect(e);
}

hui_rect hui_item_bounds(hui_labels *labels, hui_mark_type type, const hui_mark_item *item)
{
    symbol_box box = {0};
    if (!is_joined(type))
        return hui_extent_rect(item_extent(labels, type, item, &box));
    hui_mark_item copy = *item;
    return hui_mark_bounds(labels, &(hui_mark){.type = type, .items = &copy, .item_count = 1});
}
