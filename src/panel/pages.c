/* Pages: blocks that no page cuts, the best places between them, and the boxes around them once for each page. */
#include "panel/pages.h"

#include "base/vec.h"
#include "panel/running.h"

#include <math.h>

/* A box that pages may end in. The first is the poster's column. */
typedef struct container {
    hui_box *box;
    size_t parent;
    size_t first, last; /* blocks in it */
    hui_box *copy;      /* on the page that is made */
    size_t page;        /* which that is, from 1 */
} container;

/* Siblings that stay together: a panel, or a row of a grid. */
typedef struct block {
    hui_box *first, *end; /* the sibling after it */
    size_t container;
    double top, bottom;
    bool keep;     /* on the page of what follows */
    bool begins;   /* a page */
    bool parts;    /* nothing at a page's edge */
    bool is_bleed; /* a panel across the page, which needs no margin */
    double lead;   /* what the chapter that begins with it wants above it */
} block;

typedef struct breaker {
    const hui_build *build;
    const hui_poster *poster;
    hui_box *column;
    double width, height; /* of a page */
    double head, foot;    /* of a page, without content */
    HUI_VEC(container) containers;
    HUI_VEC(block) blocks;
    HUI_VEC(size_t) bounds; /* the blocks that pages may begin and end with */
    HUI_VEC(hui_box *) pages;
} breaker;

static void collect(breaker *k, hui_box *box, size_t parent);

static bool has_breaking(const hui_box *box, hui_breaking breaking)
{
    const hui_panel *panel = box->place;
    return panel && panel->common.breaking == (int)breaking;
}

static void add_block(breaker *k, hui_box *first, hui_box *end, size_t inside)
{
    block *added = hui_vec_push(k->build->arena, &k->blocks);
    *added = (block){.first = first, .end = end, .container = inside, .top = first->rect.y, .parts = true};
    for (const hui_box *box = first; box != end; box = box->next) {
        added->top = fmin(added->top, box->rect.y);
        added->bottom = fmax(added->bottom, box->rect.y + box->rect.h);
        added->keep = added->keep || box->keep;
        added->begins = added->begins || has_breaking(box, HUI_BREAKING_BEFORE);
        added->parts = added->parts && box->parts;
    }
    added->is_bleed = inside == 0;
}

static void collect_children(breaker *k, const hui_box *box, size_t index)
{
    for (hui_box *child = box->first; child; child = child->next) {
        if (box->kind == HUI_BOX_STACK && child->out_of_flow)
            continue;
        if (child->breaks)
            collect(k, child, index);
        else
            add_block(k, child, child->next, index);
    }
}

static void collect_rows(breaker *k, const hui_box *grid, size_t index)
{
    for (hui_box *first = grid->first, *end; first; first = end) {
        int row_end = first->row_end;
        for (end = first; end && end->row < row_end; end = end->next)
            row_end = end->row_end > row_end ? end->row_end : row_end;
        add_block(k, first, end, index);
    }
}

static void collect(breaker *k, hui_box *box, size_t parent)
{
    const size_t index = k->containers.count, first = k->blocks.count;
    *hui_vec_push(k->build->arena, &k->containers) = (container){.box = box, .parent = parent, .first = first};
    if (box->kind == HUI_BOX_GRID)
        collect_rows(k, box, index);
    else
        collect_children(k, box, index);
    if (k->blocks.count > first && parent == 0 && index > 0)
        k->blocks.at[first].lead = k->blocks.at[first].top - box->rect.y;
    if (k->blocks.count > first && has_breaking(box, HUI_BREAKING_BEFORE))
        k->blocks.at[first].begins = true;
    for (size_t i = first; i + 1 < k->blocks.count && has_breaking(box, HUI_BREAKING_AVOID); i++)
        k->blocks.at[i].keep = true;
    k->containers.at[index].last = k->blocks.count - 1; /* of none: before the first, which is no block's */
}

static double room_above(const breaker *k, const block *first)
{
    return first->is_bleed ? 0 : fmax(k->head, first->lead);
}

static double page_end(const breaker *k, const block *last)
{
    return k->height - (last->is_bleed ? 0 : k->foot);
}

/* The blocks that pages begin and end with: all but those that only part. At least one. */
static void find_bounds(breaker *k)
{
    bool begins = false;
    for (size_t i = 0; i < k->blocks.count; i++) {
        block *b = &k->blocks.at[i];
        begins = begins || b->begins;
        if (b->parts)
            continue;
        *hui_vec_push(k->build->arena, &k->bounds) = i;
        b->begins = begins;
        begins = false;
    }
    if (k->bounds.count == 0)
        *hui_vec_push(k->build->arena, &k->bounds) = 0;
    if (k->bounds.count > 1 && k->blocks.at[k->bounds.at[k->bounds.count - 1]].is_bleed)
        k->blocks.at[k->bounds.at[k->bounds.count - 2]].keep = true; /* it stands at the foot of a page, not alone */
}

/* What a page of the blocks from `first` to `last` leaves free; negative: it does not hold them. */
static double free_room(const breaker *k, size_t first, size_t last)
{
    const block *a = &k->blocks.at[first], *b = &k->blocks.at[last];
    return page_end(k, b) - room_above(k, a) - (b->bottom - a->top);
}

static hui_place place_of(const block *b)
{
    const hui_panel *panel = NULL;
    for (const hui_box *box = b->first; box && !panel; box = box->parent)
        panel = box->place;
    return panel ? panel->place : (hui_place){0};
}

static bool check_heights(const breaker *k)
{
    bool fit = true;
    for (size_t i = 0; i < k->bounds.count; i++) {
        const block *b = &k->blocks.at[k->bounds.at[i]];
        const double room = free_room(k, k->bounds.at[i], k->bounds.at[i]), height = b->bottom - b->top;
        if (room >= 0 || b->parts)
            continue;
        hui_diags_add(k->build->diags, HUI_CODE_PANEL_TOO_HIGH, place_of(b),
                      "choose larger paper or a greater `width` of the page, or split the panel: columns, grids and "
                      "sections break",
                      height, height + room);
        fit = false;
    }
    return fit;
}

static bool begins_page(const breaker *k, size_t bound)
{
    return k->blocks.at[k->bounds.at[bound]].begins;
}

/* How ill a page looks, 0 being perfect; squares, so that room left over is spread evenly. A last page, and one before a
 * page that the poster begins, is well filled by a third. `first` and `last` are bounds. */
static double badness(const breaker *k, size_t first, size_t last)
{
    const double least = 1.0 / 3, of_last = 9, kept = 1000, inside = 0.03;
    const double rest = fmax(free_room(k, k->bounds.at[first], k->bounds.at[last]), 0) / k->height;
    if (last + 1 == k->bounds.count || begins_page(k, last + 1)) {
        const double lack = fmax(least - (1 - rest), 0);
        return of_last * lack * lack;
    }
    const block *b = &k->blocks.at[k->bounds.at[last]], *next = &k->blocks.at[k->bounds.at[last + 1]];
    double cost = rest * rest;
    if (b->keep)
        cost += kept;
    if (k->containers.at[b->container].last >= k->bounds.at[last + 1] && !(next->lead > 0) && !next->is_bleed)
        cost += inside;
    return cost;
}

/* Which bound ends the page that begins with each, so that all from there on look best. Every block fits on a page. */
static const size_t *find_ends(const breaker *k)
{
    const double a_page = 10; /* more than any page but one that parts what belongs together */
    const size_t count = k->bounds.count;
    double *costs = HUI_NEW_ARRAY(k->build->arena, double, count + 1);
    size_t *ends = HUI_NEW_ARRAY(k->build->arena, size_t, count);
    for (size_t first = count; first-- > 0;) {
        costs[first] = INFINITY;
        ends[first] = first;
        for (size_t last = first; last < count; last++) {
            const double room = free_room(k, k->bounds.at[first], k->bounds.at[last]);
            if (room < -k->height || (last > first && begins_page(k, last)))
                break;
            if (room < 0)
                continue;
            const double cost = a_page + badness(k, first, last) + costs[last + 1];
            if (cost < costs[first]) {
                costs[first] = cost;
                ends[first] = last;
            }
        }
    }
    return ends;
}

/* Takes out of the blocks what is left out at the pages' edges. Returns, of each block that begins a page, the last. */
static size_t *keep_pages(breaker *k, const size_t *ends)
{
    const size_t count = k->blocks.count;
    size_t *lasts = HUI_NEW_ARRAY(k->build->arena, size_t, count);
    size_t *kept = HUI_NEW_ARRAY(k->build->arena, size_t, count + 1), used = 0, next = 0; /* how many before each */
    for (size_t bound = 0; bound < k->bounds.count; bound = ends[bound] + 1) {
        const size_t first = k->bounds.at[bound], last = k->bounds.at[ends[bound]], start = used;
        for (; next < first; next++)
            kept[next] = used;
        for (; next <= last; next++) {
            kept[next] = used;
            k->blocks.at[used++] = k->blocks.at[next];
        }
        lasts[start] = used - 1;
    }
    for (; next <= count; next++)
        kept[next] = used;
    k->blocks.count = used;
    for (size_t i = 0; i < k->containers.count; i++) {
        container *c = &k->containers.at[i];
        c->last = kept[c->last + 1] - 1;
        c->first = kept[c->first];
    }
    return lasts;
}

static void move(hui_box *box, double right, double down)
{
    box->rect.x += right;
    box->rect.y += down;
    for (hui_box *child = box->first; child; child = child->next)
        move(child, right, down);
}

/* A page as it is filled. */
typedef struct filling {
    size_t number, first, last; /* from 1; blocks */
    double shift;               /* of its blocks on the column */
    double bottom;              /* where grounds end: the page's foot, or what stands there */
} filling;

static void give(hui_box *parent, hui_box *box)
{
    box->parent = NULL;
    box->next = NULL;
    hui_box_add(parent, box);
}

/* What lies behind a box's content comes along where the box begins, but for what reaches over its upper edge where
 * that is the page's. */
static void give_backdrops(const filling *p, const container *c, hui_box *copy)
{
    if (c->box->kind != HUI_BOX_STACK || c->first <= p->first)
        return;
    for (hui_box *child = c->box->first, *next; child; child = next) {
        next = child->next;
        if (!child->out_of_flow)
            continue;
        move(child, 0, p->shift);
        give(copy, child);
    }
}

/* Grounds across the page reach its head and foot where they go on; others end with what they hold there. */
static void set_height(const breaker *k, const filling *p, const container *c, hui_box *copy)
{
    const size_t first = c->first > p->first ? c->first : p->first, last = c->last < p->last ? c->last : p->last;
    double top = c->box->rect.y + p->shift, bottom = top + c->box->rect.h;
    if (c->first < p->first)
        top = k->blocks.at[first].top + p->shift;
    if (c->last > p->last)
        bottom = k->blocks.at[last].bottom + p->shift;
    if (c->parent == 0 && first == p->first)
        top = 0;
    if (c->parent == 0 && (last == p->last || bottom > p->bottom || k->blocks.at[last + 1].is_bleed))
        bottom = p->bottom;
    copy->rect.y = top;
    copy->rect.h = fmax(bottom - top, 0);
}

/* The container's box on the page, and those around it. */
static hui_box *open_container(breaker *k, const filling *p, size_t index)
{
    container *c = &k->containers.at[index];
    if (c->page == p->number)
        return c->copy;
    hui_box *parent = open_container(k, p, c->parent), *copy = hui_arena_copy(k->build->arena, c->box, sizeof *copy);
    c->page = p->number;
    c->copy = copy;
    copy->first = copy->last = NULL;
    if (copy->look) {
        hui_look *look = copy->look = hui_arena_copy(k->build->arena, copy->look, sizeof *look);
        look->group.continued = c->first < p->first;
        look->group.continues = c->last > p->last;
    }
    set_height(k, p, c, copy);
    give(parent, copy);
    give_backdrops(p, c, copy);
    return copy;
}

static void give_block(breaker *k, const filling *p, const block *b)
{
    hui_box *into = open_container(k, p, b->container);
    for (hui_box *box = b->first, *next; box != b->end; box = next) {
        next = box->next;
        move(box, 0, p->shift);
        give(into, box);
    }
}

static void open_page(breaker *k, const filling *p)
{
    container *root = &k->containers.at[0];
    hui_box *copy = hui_arena_copy(k->build->arena, k->column, sizeof *copy);
    copy->first = copy->last = NULL;
    copy->rect = (hui_rect){0, 0, k->width, k->height};
    root->copy = copy;
    root->page = p->number;
    *hui_vec_push(k->build->arena, &k->pages) = copy;
}

/* A panel across the page that ends the poster stands at the last page's foot. */
static bool ends_at_foot(const breaker *k, const filling *p)
{
    return p->last + 1 == k->blocks.count && p->last > p->first && k->blocks.at[p->last].is_bleed;
}

static void make_page(breaker *k, size_t first, size_t last)
{
    const block *blocks = k->blocks.at;
    filling p = {.number = k->pages.count + 1, .first = first, .last = last, .bottom = k->height};
    p.shift = room_above(k, &blocks[first]) - blocks[first].top;
    filling at_foot = p;
    at_foot.shift = k->height - blocks[last].bottom;
    if (ends_at_foot(k, &p))
        p.bottom = blocks[last].top + at_foot.shift;
    open_page(k, &p);
    for (size_t i = first; i <= last; i++)
        give_block(k, i == last && ends_at_foot(k, &p) ? &at_foot : &p, &blocks[i]);
}

/* The running line, `y` from the page's head. */
static void add_line(const breaker *k, hui_box *page, hui_box *line, double y)
{
    if (!line)
        return;
    move(line, k->build->margin, y);
    give(page, line);
}

static void add_lines(const breaker *k, size_t index, bool has_header, bool has_footer)
{
    const hui_page *page = &k->poster->page;
    const hui_page_number number = {(int)index + 1, (int)k->pages.count};
    const char *title = k->poster->title.text;
    const double margin = k->build->margin;
    hui_box *header = has_header ? hui_running_build(k->build, page->header, number, title) : NULL;
    hui_box *footer = has_footer ? hui_running_build(k->build, page->footer, number, title) : NULL;
    add_line(k, k->pages.at[index], header, margin);
    if (footer)
        add_line(k, k->pages.at[index], footer, k->height - margin - footer->rect.h);
}

/* The margin, and the line with as much room again to the content. */
static double room_of(const breaker *k, const hui_running *line)
{
    const hui_page_number widest = {888, 888};
    const hui_box *sample = hui_running_build(k->build, line, widest, k->poster->title.text);
    return k->build->margin + (sample ? sample->rect.h + k->build->theme->measures.gap : 0);
}

/* A poster without panels. */
static hui_page_boxes empty_page(breaker *k)
{
    k->column->rect.h = k->height;
    *hui_vec_push(k->build->arena, &k->pages) = k->column;
    return (hui_page_boxes){k->pages.at, 1};
}

/* `lasts` are of each block that begins a page. */
static bool check_count(const breaker *k, const size_t *lasts)
{
    const size_t most = hui_budget_most(k->build->diags->budget, HUI_MOST_PAGES);
    size_t count = 0, beyond = 0;
    for (size_t first = 0; first < k->blocks.count; first = lasts[first] + 1)
        if (count++ == most)
            beyond = first;
    return hui_diags_fit(k->build->diags, HUI_MOST_PAGES, count, place_of(&k->blocks.at[beyond]),
                         hui_arena_printf(k->build->arena, "the poster flows into %zu pages", count));
}

hui_page_boxes hui_pages_break(const hui_build *build, const hui_poster *poster, hui_box *column)
{
    const hui_page *page = &poster->page;
    breaker k = {.build = build, .poster = poster, .column = column, .width = build->page_width};
    k.height = round(hui_length_px(page->height));
    k.head = room_of(&k, page->header);
    k.foot = room_of(&k, page->footer);
    collect(&k, column, 0);
    if (k.blocks.count == 0)
        return empty_page(&k);
    find_bounds(&k);
    if (!check_heights(&k))
        return (hui_page_boxes){0};
    const size_t *lasts = keep_pages(&k, find_ends(&k));
    if (!check_count(&k, lasts))
        return (hui_page_boxes){0};
    for (size_t first = 0; first < k.blocks.count; first = lasts[first] + 1)
        make_page(&k, first, lasts[first]);
    for (size_t i = 0, first = 0; i < k.pages.count; first = lasts[first] + 1, i++)
        add_lines(&k, i, !k.blocks.at[first].is_bleed, !k.blocks.at[lasts[first]].is_bleed);
    return (hui_page_boxes){k.pages.at, k.pages.count};
}
