/* Hierarchies: topics as boxes that links join to those below them. */
#include "structure/hierarchy.h"

#include "structure/amount.h"
#include "structure/tidy.h"

#include <math.h>

/* Between levels, between neighbours, and in a stack or an indented list, px. */
static const double level_gap = 48, widest_level_gap = 88, sibling_gap = 16, upright_gap = 24, row_gap = 12,
                    indent = 32;
static const double link_width = 3, icon_size = 32, portrait_size = 72;
/* How wide boxes may become, tried from the first to the last that all have room at. */
static const double limits[] = {340, 300, 260, 220, 190, 164, 140, 120};

static const double most_lines = 6;

enum { LIMIT_COUNT = sizeof limits / sizeof *limits };

typedef enum form { UPRIGHT, SIDEWARDS, OUTLINE } form;

typedef struct item {
    const hui_topic *topic;
    hui_node node; /* box NULL: the root of those that have none */
    hui_tidy_node tidy;
    struct item *parent;
    size_t level;
    int side; /* 1: it grows against the direction of the others */
    double width;
    bool is_stacked;  /* stands in a stack under its parent */
    bool holds_stack; /* all below it stand in a stack */
    bool of_leaves;   /* all below it have nothing below them */
} item;

typedef struct tree {
    const hui_hierarchy *spec;
    hui_build build;
    item *items; /* parents before what is below them, in reading order */
    size_t count, levels;
    form form;
    double *level_size[2]; /* along the tree, by side and level */
    double *level_from[2];
    double total; /* its width, OUTLINE: the least */
} tree;

static bool are_leaves(hui_list list)
{
    const hui_topic *topics = list.at;
    for (size_t i = 0; i < list.count; i++)
        if (topics[i].items.count)
            return false;
    return list.count > 0;
}

static item *add_item(tree *t, const hui_topic *topic, hui_list below, item *parent, size_t level, int side)
{
    item *new = &t->items[t->count++];
    *new = (item){.topic = topic, .parent = parent, .level = level, .side = side, .of_leaves = are_leaves(below)};
    t->levels = level + 1 > t->levels ? level + 1 : t->levels;
    new->tidy.owner = new;
    new->tidy.children = HUI_NEW_ARRAY(t->build.arena, hui_tidy_node *, below.count);
    if (parent)
        parent->tidy.children[parent->tidy.count++] = &new->tidy;
    return new;
}

static void add_all(tree *t, hui_list list, item *parent, size_t level, int side)
{
    const hui_topic *topics = list.at;
    for (size_t i = 0; i < list.count; i++) {
        const bool other = level == 1 && t->spec->growth == HUI_GROWTH_BOTH && i >= (list.count + 1) / 2;
        item *new = add_item(t, &topics[i], topics[i].items, parent, level, other ? 1 : side);
        add_all(t, topics[i].items, new, level + 1, new->side);
    }
}

/* The largest extent of any box along the tree, by level. */
static void measure_levels(tree *t, bool heights)
{
    for (size_t level = 0; level < t->levels; level++)
        t->level_size[0][level] = t->level_size[1][level] = 0;
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (!a->node.box || a->is_stacked)
            continue;
        double *size = &t->level_size[a->side][a->level];
        *size = fmax(*size, heights ? a->node.box->natural : a->width);
    }
    if (t->count && t->spec->growth == HUI_GROWTH_BOTH)
        t->level_size[1][0] = t->level_size[0][0];
}

static double gap_before(const tree *t, size_t level, double gap)
{
    return level == 0 || (level == 1 && !t->items[0].node.box) ? 0 : gap;
}

/* Where levels begin, from the root's beginning; returns where the last one ends. */
static double place_levels(const tree *t, int side, double gap)
{
    double at = 0;
    for (size_t level = 0; level < t->levels; level++) {
        if (t->level_size[side][level] > 0)
            at += gap_before(t, level, gap);
        t->level_from[side][level] = at;
        at += t->level_size[side][level];
    }
    return at;
}

/* A stack's inside in no way depends on what stands beside it: it is one deep node. */
static const double bottomless = 1e9;

static void set_stack_width(item *a)
{
    double width = a->width;
    for (size_t i = 0; i < a->tidy.count; i++)
        width = fmax(width, ((const item *)a->tidy.children[i]->owner)->width + indent);
    a->width = width;
    for (size_t i = 0; i < a->tidy.count; i++)
        ((item *)a->tidy.children[i]->owner)->width = width - indent;
}

/* Places one side across the tree, the root in the middle of it. */
static void run_tidy(tree *t, int side, double *from, double *to)
{
    item *root = t->items;
    hui_tidy_node **const all = root->tidy.children;
    const size_t count = root->tidy.count, first = t->spec->growth == HUI_GROWTH_BOTH ? (count + 1) / 2 : count;
    root->tidy.children = all + (side ? first : 0);
    root->tidy.count = side ? count - first : first;
    for (item *a = t->items; a < t->items + t->count; a++)
        if (a->holds_stack)
            a->tidy.count = 0;
    hui_tidy(t->build.arena, &root->tidy);
    for (item *a = t->items + t->count; a-- > t->items + 1;)
        if (a->is_stacked)
            a->parent->tidy.count++;
    root->tidy.children = all;
    root->tidy.count = count;
    *from = INFINITY;
    *to = -INFINITY;
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (a->is_stacked || (a->side != side && a->level > 0))
            continue;
        *from = fmin(*from, a->tidy.across);
        *to = fmax(*to, a->tidy.across + a->tidy.breadth);
    }
}

static double width_upright(tree *t)
{
    for (item *a = t->items; a < t->items + t->count; a++) {
        if (a->holds_stack)
            set_stack_width(a);
        a->tidy.breadth = a->node.box ? a->width + upright_gap : 0;
        a->tidy.from = (double)a->level;
        a->tidy.to = a->holds_stack ? bottomless : (double)a->level + 1;
    }
    double from, to;
    run_tidy(t, 0, &from, &to);
    return to - from - upright_gap;
}

/* Where boxes follow their parents closely they begin at different places in one level. */
static void place_along(tree *t, double gap)
{
    for (item *a = t->items; a < t->items + t->count; a++) {
        a->tidy.from = t->level_from[a->side][a->level];
        a->tidy.to = a->tidy.from + t->level_size[a->side][a->level];
        if (t->spec->compact && a->parent) {
            const double start = a->parent->tidy.from + a->parent->width;
            a->tidy.from = start + gap_before(t, a->level, gap);
            a->tidy.to = a->tidy.from + a->width;
        }
    }
}

static double reach(const tree *t, int side)
{
    double most = 0;
    for (const item *a = t->items; a < t->items + t->count; a++)
        if (a->side == side)
            most = fmax(most, a->tidy.from + a->width);
    return most;
}

static double width_sidewards(tree *t, double gap)
{
    measure_levels(t, false);
    place_levels(t, 0, gap);
    place_levels(t, 1, gap);
    place_along(t, gap);
    return reach(t, 0) + fmax(reach(t, 1) - t->items[0].width, 0);
}

/* Boxes of a level are equally wide, or each as wide as it needs. */
static void set_widths(tree *t, double limit, bool even)
{
    double *widest = HUI_NEW_ARRAY(t->build.arena, double, t->levels);
    for (item *a = t->items; a < t->items + t->count; a++) {
        const hui_extent e = a->node.extent;
        a->width = a->node.box ? fmax(e.min, fmin(e.max, limit)) : 0;
        widest[a->level] = fmax(widest[a->level], a->width);
    }
    for (item *a = t->items; even && a < t->items + t->count; a++)
        a->width = a->node.box ? widest[a->level] : 0;
}

/* No box is a pillar of many short lines: a form that gives it more width reads better. */
static bool is_readable(const tree *t, double limit)
{
    for (const item *a = t->items; a < t->items + t->count; a++)
        if (a->node.extent.max > most_lines * limit)
            return false;
    return true;
}

static bool fits_upright(tree *t)
{
    for (int i = 0; i < LIMIT_COUNT * 2 && is_readable(t, limits[i / 2]); i++) {
        set_widths(t, limits[i / 2], i % 2 == 0);
        t->total = width_upright(t);
        if (t->total <= t->build.room)
            return true;
    }
    return false;
}

static void stack(tree *t)
{
    for (item *a = t->items; a < t->items + t->count; a++) {
        a->holds_stack = a->of_leaves && a->node.box && (a->level > 0 || a->tidy.count > 3);
        a->is_stacked = a->parent && a->parent->holds_stack;
    }
}

static void unstack(tree *t)
{
    for (item *a = t->items; a < t->items + t->count; a++)
        a->holds_stack = a->is_stacked = false;
}

static bool fits_sidewards(tree *t)
{
    for (int i = 0; i < LIMIT_COUNT && is_readable(t, limits[i]); i++) {
        set_widths(t, limits[i], !t->spec->compact);
        t->total = width_sidewards(t, level_gap);
        if (t->total <= t->build.room)
            return true;
    }
    return false;
}

static double outline_left(const tree *t, const item *a)
{
    return indent * (double)(a->level - (t->items[0].node.box ? 0 : 1));
}

static double outline_least(const tree *t)
{
    double least = 0;
    for (const item *a = t->items; a < t->items + t->count; a++)
        if (a->node.box)
            least = fmax(least, outline_left(t, a) + a->node.extent.min);
    return least;
}

static void merge_sides(tree *t)
{
    for (item *a = t->items; a < t->items + t->count; a++)
        a->side = 0;
}

static bool grows_upright(const tree *t)
{
    return t->spec->growth == HUI_GROWTH_DOWN || t->spec->growth == HUI_GROWTH_UP;
}

static hui_extent tree_widths(void *data, const hui_box *box)
{
    (void)box;
    const tree *t = data;
    return (hui_extent){t->total, fmax(t->total, t->build.room)};
}

static void tree_share(void *data, hui_box *box, double width)
{
    (void)box;
    const tree *t = data;
    for (const item *a = t->items; a < t->items + t->count; a++)
        if (a->node.box)
            a->node.box->rect.w = t->form == OUTLINE ? fmin(a->node.extent.max, width - outline_left(t, a)) : a->width;
}

static double arrange_outline(const tree *t)
{
    double y = 0;
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (!a->node.box)
            continue;
        a->node.box->rect.x = outline_left(t, a);
        a->node.box->rect.y = y;
        y += a->node.box->natural + row_gap;
    }
    return y - row_gap;
}

/* Below each other, under their parent; returns where the last one ends. */
static double arrange_stacks(const tree *t)
{
    double bottom = 0, y = 0;
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (!a->is_stacked)
            continue;
        const hui_rect above = a->parent->node.box->rect;
        if ((a - 1)->is_stacked && (a - 1)->parent == a->parent)
            y += row_gap;
        else
            y = above.y + above.h + row_gap;
        a->node.box->rect.x = above.x + indent;
        a->node.box->rect.y = y;
        a->node.box->rect.h = a->node.box->natural;
        y += a->node.box->natural;
        bottom = fmax(bottom, y);
    }
    return bottom;
}

static double arrange_upright(tree *t, double width)
{
    measure_levels(t, true);
    double from, to;
    width_upright(t);
    run_tidy(t, 0, &from, &to);
    const double left = (width - (to - from - upright_gap)) / 2 - from, height = place_levels(t, 0, level_gap);
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (!a->node.box || a->is_stacked)
            continue;
        hui_rect *r = &a->node.box->rect;
        r->x = left + a->tidy.across;
        r->h = t->level_size[0][a->level];
        r->y = t->level_from[0][a->level];
        if (t->spec->growth == HUI_GROWTH_UP)
            r->y = height - r->y - r->h;
    }
    return fmax(height, arrange_stacks(t));
}

/* Room that is left widens the gaps between levels. */
static double gap_sidewards(const tree *t, double width)
{
    const bool both = t->spec->growth == HUI_GROWTH_BOTH;
    const double gaps = (double)(t->levels > 1 ? t->levels - 1 : 1) * (both ? 2 : 1);
    return fmin(widest_level_gap, level_gap + floor(fmax(width - t->total, 0) / gaps));
}

static double arrange_side(tree *t, int side, double root_middle)
{
    double from, to;
    run_tidy(t, side, &from, &to);
    const double root = t->items[0].tidy.across + t->items[0].tidy.breadth / 2;
    for (const item *a = t->items; a < t->items + t->count; a++)
        if (a->node.box && (a->side == side || a->level == 0))
            a->node.box->rect.y = a->tidy.across - root + root_middle;
    return root - from;
}

static double arrange_sidewards(tree *t, double width, double height)
{
    const double gap = gap_sidewards(t, width), total = width_sidewards(t, gap);
    const bool mirrored = t->spec->growth == HUI_GROWTH_LEFT;
    const double start = (width - total) / 2 + fmax(reach(t, 1) - t->items[0].width, 0);
    for (item *a = t->items; a < t->items + t->count; a++) {
        if (!a->node.box)
            continue;
        a->tidy.breadth = a->node.box->natural + sibling_gap;
        a->node.box->rect.x = a->side ? start + t->items[0].width - a->tidy.from - a->width : start + a->tidy.from;
        if (mirrored)
            a->node.box->rect.x = width - a->node.box->rect.x - a->width;
    }
    arrange_side(t, 0, 0);
    if (t->spec->growth == HUI_GROWTH_BOTH)
        arrange_side(t, 1, 0);
    double top = INFINITY, bottom = -INFINITY;
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (!a->node.box)
            continue;
        top = fmin(top, a->node.box->rect.y);
        bottom = fmax(bottom, a->node.box->rect.y + a->node.box->natural);
    }
    const double down = fmax(height - (bottom - top), 0) / 2 - top;
    for (const item *a = t->items; a < t->items + t->count; a++)
        if (a->node.box)
            a->node.box->rect.y += down;
    return fmax(bottom - top, height);
}

static double tree_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box;
    tree *t = data;
    switch (t->form) {
    case UPRIGHT:
        return arrange_upright(t, width);
    case SIDEWARDS:
        return arrange_sidewards(t, width, height);
    case OUTLINE:
        break;
    }
    return arrange_outline(t);
}

static const hui_arranger arranger = {tree_widths, tree_share, tree_arrange};

/* From the parent's foot down and to the box: stacks and indented lists. */
static void link_indented(hui_path *path, hui_rect parent, hui_rect r)
{
    hui_path_link(path, HUI_LINK_ELBOW, (hui_point){parent.x + indent / 2, parent.y + parent.h},
                  (hui_point){r.x, r.y + r.h / 2}, true, r.y + r.h / 2);
}

static void link_upright(const tree *t, hui_path *path, hui_rect parent, hui_rect r)
{
    const bool up = t->spec->growth == HUI_GROWTH_UP;
    const hui_point from = {parent.x + parent.w / 2, up ? parent.y : parent.y + parent.h},
                    to = {r.x + r.w / 2, up ? r.y + r.h : r.y};
    hui_path_link(path, t->spec->links, from, to, true, (from.y + to.y) / 2);
}

static void link_sidewards(const tree *t, hui_path *path, hui_rect parent, hui_rect r)
{
    const bool left = r.x < parent.x;
    const hui_point from = {left ? parent.x : parent.x + parent.w, parent.y + parent.h / 2},
                    to = {left ? r.x + r.w : r.x, r.y + r.h / 2};
    hui_path_link(path, t->spec->links, from, to, false, to.x + (left ? level_gap : -level_gap) / 2);
}

static void draw_links(const hui_box *box, hui_scene *scene)
{
    const tree *t = box->data;
    hui_path path = hui_path_new(scene->arena);
    for (const item *a = t->items; a < t->items + t->count; a++) {
        if (!a->parent || !a->parent->node.box)
            continue;
        const hui_rect parent = a->parent->node.box->rect, r = a->node.box->rect;
        if (t->form == OUTLINE || a->is_stacked)
            link_indented(&path, parent, r);
        else if (t->form == UPRIGHT)
            link_upright(t, &path, parent, r);
        else
            link_sidewards(t, &path, parent, r);
    }
    hui_stroke stroke = hui_stroke_line(hui_link_color(&t->build), link_width);
    stroke.join = HUI_JOIN_ROUND;
    hui_draw_artifact(scene, "links", path, hui_paint_none(), stroke);
}

static hui_node_rank rank_of(const tree *t, const item *a)
{
    const size_t level = a->level - (t->items[0].topic ? 0 : 1);
    return level == 0 ? HUI_NODE_MAIN : level == 1 ? HUI_NODE_SECOND : HUI_NODE_PLAIN;
}

static void build_nodes(tree *t, form wanted)
{
    const bool upright = wanted == UPRIGHT;
    for (item *a = t->items; a < t->items + t->count; a++)
        if (a->topic)
            a->node = hui_node_build(
                &t->build, a->topic,
                (hui_node_look){.rank = rank_of(t, a),
                                .start = wanted == OUTLINE,
                                .upright = upright && t->spec->portraits,
                                .mark_size = t->spec->portraits && a->topic->image.text ? portrait_size : icon_size});
}

static bool choose_upright(tree *t)
{
    build_nodes(t, UPRIGHT);
    if (fits_upright(t))
        return true;
    if (!t->spec->stacks || t->spec->growth != HUI_GROWTH_DOWN)
        return false;
    stack(t);
    if (fits_upright(t))
        return true;
    unstack(t);
    return false;
}

static bool choose_sidewards(tree *t)
{
    if (!grows_upright(t) || t->spec->portraits)
        build_nodes(t, SIDEWARDS);
    if (fits_sidewards(t))
        return true;
    if (t->spec->growth != HUI_GROWTH_BOTH)
        return false;
    hui_hierarchy *spec = hui_arena_copy(t->build.arena, t->spec, sizeof *spec);
    spec->growth = HUI_GROWTH_RIGHT;
    t->spec = spec;
    merge_sides(t);
    return fits_sidewards(t);
}

/* The first form that there is room for; its boxes are built. */
static form choose_form(tree *t)
{
    if (grows_upright(t) && choose_upright(t))
        return UPRIGHT;
    if (choose_sidewards(t))
        return SIDEWARDS;
    build_nodes(t, OUTLINE);
    t->total = outline_least(t);
    return OUTLINE;
}

static tree *tree_new(const hui_build *b, const hui_hierarchy *spec)
{
    tree *t = HUI_NEW(b->arena, tree);
    *t = (tree){.spec = spec, .build = hui_build_group(b)};
    t->items = HUI_NEW_ARRAY(b->arena, item, hui_topics_count(spec->items) + 1);
    item *root = add_item(t, spec->root, spec->items, NULL, 0, 0);
    add_all(t, spec->items, root, 1, 0);
    for (int side = 0; side < 2; side++) {
        t->level_size[side] = HUI_NEW_ARRAY(b->arena, double, t->levels);
        t->level_from[side] = HUI_NEW_ARRAY(b->arena, double, t->levels);
    }
    return t;
}

hui_box *hui_hierarchy_build(const hui_build *b, const hui_hierarchy *spec)
{
    tree *t = tree_new(b, spec);
    t->form = choose_form(t);
    hui_box *box = hui_box_free(b->arena, &arranger, t);
    for (const item *a = t->items; a < t->items + t->count; a++)
        hui_box_add(box, a->node.box);
    box->draw_before = draw_links;
    hui_box *list = hui_box_column(b, 0);
    hui_box_add(list, hui_grow(box));
    hui_look_role(hui_box_look(b, list), HUI_ROLE_LIST, spec->kind);
    return list;
}
