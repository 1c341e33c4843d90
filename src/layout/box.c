/* The tree of boxes: made, laid out pass by pass, drawn. */
#include "layout/box.h"

#include "layout/pass.h"

#include <assert.h>

hui_box *hui_box_new(hui_arena *arena, hui_box_kind kind)
{
    hui_box *box = HUI_NEW(arena, hui_box);
    box->kind = kind;
    box->baseline = NAN;
    return box;
}

hui_box *hui_box_leaf(hui_arena *arena, const hui_content *content, void *data)
{
    hui_box *box = hui_box_new(arena, HUI_BOX_LEAF);
    box->content = content;
    box->data = data;
    return box;
}

hui_box *hui_box_free(hui_arena *arena, const hui_arranger *arranger, void *data)
{
    hui_box *box = hui_box_new(arena, HUI_BOX_FREE);
    box->arranger = arranger;
    box->data = data;
    return box;
}

void hui_box_add(hui_box *parent, hui_box *child)
{
    if (!child)
        return;
    assert(parent->kind != HUI_BOX_LEAF && !child->parent);
    child->parent = parent;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

void hui_box_pad(hui_box *box, double vertical, double horizontal)
{
    box->padding[HUI_TOP] = box->padding[HUI_BOTTOM] = vertical;
    box->padding[HUI_LEFT] = box->padding[HUI_RIGHT] = horizontal;
}

hui_rect hui_box_inner(const hui_box *box)
{
    hui_rect inner = box->rect;
    inner.x += hui_box_padding(box, HUI_LEFT);
    inner.y += hui_box_padding(box, HUI_TOP);
    inner.w = fmax(inner.w - hui_box_padding_x(box), 0);
    inner.h = fmax(inner.h - hui_box_padding_y(box), 0);
    return inner;
}

hui_align hui_box_align(const hui_box *parent, const hui_box *child)
{
    return child->has_self ? child->self : parent->align;
}

double hui_box_most(const hui_box *box)
{
    if (box->width > 0)
        return box->extent.max;
    return box->max_width > 0 ? fmax(hui_whole(box->max_width), box->extent.min) : INFINITY;
}

hui_slot hui_box_slot(const hui_box *child)
{
    return (hui_slot){
        .min = child->extent.min, .max = child->extent.max, .grow = child->grow, .most = hui_box_most(child)};
}

hui_slot *hui_layout_slots(hui_layout *layout, const hui_box *box, size_t *count)
{
    *count = 0;
    for (const hui_box *child = box->first; child; child = child->next)
        ++*count;
    if (*count > layout->capacity) {
        layout->capacity = *count * 2;
        layout->slots = HUI_NEW_ARRAY(layout->arena, hui_slot, layout->capacity);
    }
    return layout->slots;
}

static void fit_leaves(const hui_box *box)
{
    if (box->kind == HUI_BOX_LEAF && box->content && box->content->fit)
        box->content->fit(box->data, hui_box_inner(box).w);
    for (const hui_box *child = box->first; child; child = child->next)
        fit_leaves(child);
}

size_t hui_box_count(const hui_box *root)
{
    size_t count = 1;
    for (const hui_box *child = root->first; child; child = child->next)
        count += hui_box_count(child);
    return count;
}

/* Extents and heights are counted, which take the time: contents are measured in them. */
bool hui_box_layout(hui_arena *arena, hui_box *root, double width,
                    void (*overflow)(void *closure, const hui_box *box, double needed, double given), void *closure,
                    hui_monitor *monitor)
{
    hui_layout layout = {.arena = arena, .overflow = overflow, .closure = closure, .monitor = monitor};
    if (monitor && !hui_monitor_begin(monitor, HUI_STAGE_LAYOUT, 2 * hui_box_count(root)))
        return false;
    hui_pass_extents(&layout, root);
    if (hui_monitor_is_cancelled(monitor))
        return false;
    root->rect.w = width;
    hui_pass_widths(&layout, root);
    fit_leaves(root);
    hui_pass_heights(&layout, root);
    if (hui_monitor_is_cancelled(monitor))
        return false;
    root->rect.x = root->offset_x;
    root->rect.y = root->offset_y;
    hui_pass_places(&layout, root);
    return hui_monitor_end(monitor);
}

void hui_box_draw(const hui_box *root, struct hui_scene *scene, hui_monitor *monitor)
{
    if (!hui_monitor_advance(monitor, 1))
        return;
    if (root->draw_before)
        root->draw_before(root, scene);
    if (root->content && root->content->draw)
        root->content->draw(root->data, root, scene);
    for (const hui_box *child = root->first; child; child = child->next)
        hui_box_draw(child, scene, monitor);
    if (root->draw_after)
        root->draw_after(root, scene);
}
