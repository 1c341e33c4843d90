/* Tidy trees of nodes of different sizes: A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice
 * and Experience 44 (2014) 1467-1484, which extends the methods of Reingold and Tilford (1981), Walker (1990), and Buchheim,
 * Jünger and Leipert (2002).
 *
 * Subtrees are set from the first sibling to the last: each is moved until its near outline clears the far outline of those
 * before it. Outlines go on past a subtree's end by threads, so each step of a comparison ends a node that no later one meets. */
#include "structure/tidy.h"

enum { NEAR, FAR }; /* the side of the first sibling, and of the last */

/* Siblings that are seen from the next one, those that reach deepest last: whom extra room is shared with. */
typedef struct seen {
    double to;
    size_t index;
    struct seen *next;
} seen;

static void set_extremes(hui_tidy_node *node)
{
    for (int side = NEAR; side <= FAR; side++) {
        const hui_tidy_node *end = node->count ? node->children[side == NEAR ? 0 : node->count - 1] : NULL;
        node->extreme[side] = end ? end->extreme[side] : node;
        node->extreme_shift[side] = end ? end->extreme_shift[side] : 0;
    }
}

static hui_tidy_node *next_of_outline(const hui_tidy_node *node, int side)
{
    return node->count == 0 ? node->thread[side] : node->children[side == NEAR ? 0 : node->count - 1];
}

/* The room that opens between two siblings is shared with those between them. */
static void move_subtree(hui_tidy_node *parent, size_t index, size_t blocked_by, double distance)
{
    hui_tidy_node *node = parent->children[index];
    node->shift_below += distance;
    node->extreme_shift[NEAR] += distance;
    node->extreme_shift[FAR] += distance;
    if (blocked_by + 1 >= index)
        return;
    const double share = distance / (double)(index - blocked_by);
    parent->children[blocked_by + 1]->step += share;
    node->step -= share;
    node->change -= distance - share;
}

/* The outline on that side goes on from the extreme node of one subtree with `to`, a node of another. */
static void set_thread(hui_tidy_node *from, int side, hui_tidy_node *to, double shift, const hui_tidy_node *other)
{
    hui_tidy_node *end = from->extreme[side];
    const double difference = shift - to->shift_below - from->extreme_shift[side];
    end->thread[side] = to;
    end->shift_below += difference;
    end->offset -= difference;
    from->extreme[side] = other->extreme[side];
    from->extreme_shift[side] = other->extreme_shift[side];
}

static void separate(hui_tidy_node *parent, size_t index, const seen *blocking)
{
    hui_tidy_node *before = parent->children[index - 1], *node = parent->children[index];
    double before_shift = before->shift_below, shift = node->shift_below;
    while (before && node) {
        if (before->to > blocking->to && blocking->next)
            blocking = blocking->next;
        const double distance = before_shift + before->offset + before->breadth - shift - node->offset;
        if (distance > 0) {
            shift += distance;
            move_subtree(parent, index, blocking->index, distance);
        }
        const double before_to = before->to, node_to = node->to;
        if (before_to <= node_to && (before = next_of_outline(before, FAR)))
            before_shift += before->shift_below;
        if (before_to >= node_to && (node = next_of_outline(node, NEAR)))
            shift += node->shift_below;
    }
    if (node)
        set_thread(parent->children[0], NEAR, node, shift, parent->children[index]);
    else if (before)
        set_thread(parent->children[index], FAR, before, before_shift, parent->children[index - 1]);
}

static seen *see(hui_arena *arena, seen *list, double to, size_t index)
{
    while (list && to >= list->to)
        list = list->next;
    seen *head = HUI_NEW(arena, seen);
    *head = (seen){to, index, list};
    return head;
}

static void place_children(hui_arena *arena, hui_tidy_node *node)
{
    seen *list = NULL;
    for (size_t i = 0; i < node->count; i++) {
        hui_tidy_node *child = node->children[i];
        place_children(arena, child);
        const double to = child->extreme[i ? FAR : NEAR]->to;
        if (i)
            separate(node, i, list);
        list = see(arena, list, to, i);
    }
    if (node->count) {
        const hui_tidy_node *first = node->children[0], *last = node->children[node->count - 1];
        node->offset =
            (first->offset + first->shift_below + last->offset + last->shift_below + last->breadth - node->breadth) / 2;
    }
    set_extremes(node);
}

static void sum_up(hui_tidy_node *node, double shift)
{
    shift += node->shift_below;
    node->across = node->offset + shift;
    double step = 0, moved = 0;
    for (size_t i = 0; i < node->count; i++) {
        hui_tidy_node *child = node->children[i];
        step += child->step;
        moved += step + child->change;
        child->shift_below += moved;
        sum_up(child, shift);
    }
}

static void clear(hui_tidy_node *node)
{
    node->offset = node->shift_below = node->step = node->change = 0;
    node->thread[NEAR] = node->thread[FAR] = NULL;
    for (size_t i = 0; i < node->count; i++)
        clear(node->children[i]);
}

void hui_tidy(hui_arena *arena, hui_tidy_node *root)
{
    clear(root);
    place_children(arena, root);
    sum_up(root, 0);
}
