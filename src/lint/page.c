/* Page: the scene walked once, with all that groups say about what is in them. */
#include "lint/look.h"

#include <math.h>
#include <string.h>

/* An open group. */
typedef struct level {
    hui_matrix matrix;
    double opacity;
    hui_rect clip;
    const hui_lint_clip *clips;
    bool is_clipped, is_decoration, is_chart, is_mark;
    size_t panel;
} level;

typedef struct walker {
    hui_arena *arena;
    hui_lint_page *page;
    bool every;
    HUI_VEC(level) levels;
} walker;

static const level *innermost(const walker *w)
{
    return &w->levels.at[w->levels.count - 1];
}

static size_t add_panel(walker *w, const hui_group *group, hui_matrix matrix, size_t outer)
{
    const unsigned ignored = w->page->panels.at[outer].ignored;
    const hui_lint_spec *spec = group->panel->common.lint;
    *hui_vec_push(w->arena, &w->page->panels) = (hui_lint_panel){
        .panel = group->panel,
        .place = group->place,
        .frame = hui_matrix_apply_rect(matrix, group->box),
        .outer = outer,
        .ignored = ignored | (spec ? spec->ignore : 0),
        .is_part = group->continued || group->continues,
    };
    return w->page->panels.count - 1;
}

static void open_clip(walker *w, level *inner, const hui_path *clip)
{
    const hui_rect box = hui_matrix_apply_rect(inner->matrix, hui_path_bounds(clip));
    hui_lint_clip *added = HUI_NEW(w->arena, hui_lint_clip);
    *added = (hui_lint_clip){clip, hui_matrix_invert(inner->matrix), inner->clips};
    inner->clips = added;
    inner->clip = inner->is_clipped ? hui_rect_intersect(inner->clip, box) : box;
    inner->is_clipped = true;
}

static void open_group(walker *w, const hui_item *item)
{
    const hui_group *group = &item->group;
    level inner = *innermost(w);
    inner.matrix = hui_matrix_multiply(inner.matrix, group->transform);
    inner.opacity *= group->opacity;
    inner.is_decoration = inner.is_decoration || group->role == HUI_ROLE_ARTIFACT;
    inner.is_mark = inner.is_mark || (group->kind && strncmp(group->kind, "mark-", 5) == 0);
    if (group->clip)
        open_clip(w, &inner, group->clip);
    if (group->panel)
        inner.panel = add_panel(w, group, inner.matrix, inner.panel);
    if (group->picture)
        *hui_vec_push(w->arena, &w->page->figures) =
            (hui_lint_figure){group->picture, inner.matrix, item->bounds, inner.panel};
    *hui_vec_push(w->arena, &w->levels) = inner;
}

/* From the foot of letters without descenders to the top of capitals and figures, which han fill, too. */
static hui_rect core_of(const hui_line *line)
{
    double size = 0;
    for (size_t i = 0; i < line->run_count; i++)
        size = fmax(size, line->runs[i].size);
    return (hui_rect){line->x, line->baseline - 0.72 * size, line->width, 0.72 * size};
}

static void add_line(walker *w, const hui_item *item, size_t order, const hui_line *line)
{
    const level *in = innermost(w);
    const hui_matrix matrix = hui_matrix_multiply(in->matrix, hui_matrix_translate(item->text.x, item->text.y));
    const hui_rect core = core_of(line);
    hui_lint_line *added = hui_vec_push(w->arena, &w->page->lines);
    *added = (hui_lint_line){
        .item = item,
        .line = line,
        .order = order,
        .matrix = matrix,
        .opacity = in->opacity,
        .core = core,
        .corners = {hui_matrix_apply(matrix, (hui_point){core.x, core.y}),
                    hui_matrix_apply(matrix, (hui_point){core.x + core.w, core.y}),
                    hui_matrix_apply(matrix, (hui_point){core.x + core.w, core.y + core.h}),
                    hui_matrix_apply(matrix, (hui_point){core.x, core.y + core.h})},
        .box = hui_matrix_apply_rect(matrix, core),
        .size = core.h / 0.72 * hypot(matrix.xy, matrix.yy),
        .clip = in->clip,
        .is_clipped = in->is_clipped,
        .is_decoration = in->is_decoration,
        .is_mark = in->is_mark,
        .panel = in->panel,
    };
}

static void add_text(walker *w, const hui_item *item, size_t order)
{
    const hui_lines *lines = item->text.lines;
    for (size_t i = 0; i < lines->count; i++)
        if (lines->at[i].run_count && lines->at[i].width > 0)
            add_line(w, item, order, &lines->at[i]);
}

static void add_drawing(walker *w, const hui_item *item, size_t order)
{
    const level *in = innermost(w);
    *hui_vec_push(w->arena, &w->page->drawings) =
        (hui_lint_drawing){item, order, in->matrix, hui_matrix_invert(in->matrix), in->opacity, in->panel, in->clips};
}

/* What covers nearly all of a panel is its ground, and a rectangle without fill its border. */
static bool is_ground(const hui_item *item, hui_rect frame)
{
    if (item->kind != HUI_ITEM_RECT)
        return false;
    const hui_rect shared = hui_rect_intersect(item->bounds, frame);
    return item->shape.fill.kind == HUI_PAINT_NONE || shared.w * shared.h > 0.8 * frame.w * frame.h;
}

static void add_item(walker *w, const hui_item *item, size_t order)
{
    hui_lint_panel *panel = &w->page->panels.at[innermost(w)->panel];
    switch (item->kind) {
    case HUI_ITEM_GROUP:
        open_group(w, item);
        return;
    case HUI_ITEM_END:
        w->levels.count--;
        return;
    case HUI_ITEM_TEXT:
        panel->content++;
        add_text(w, item, order);
        return;
    case HUI_ITEM_RECT:
    case HUI_ITEM_PATH:
    case HUI_ITEM_IMAGE:
        panel->content += !is_ground(item, panel->frame);
        if (w->every)
            add_drawing(w, item, order);
        return;
    case HUI_ITEM_MARKERS:
        panel->content++;
        return;
    }
}

hui_lint_page *hui_lint_page_new(hui_arena *arena, const hui_scene *scene, int number, bool every)
{
    hui_lint_page *page = HUI_NEW(arena, hui_lint_page);
    walker w = {.arena = arena, .page = page, .every = every};
    page->scene = scene;
    page->number = number;
    *hui_vec_push(arena, &page->panels) = (hui_lint_panel){.frame = {0, 0, scene->width, scene->height}};
    *hui_vec_push(arena, &w.levels) = (level){.matrix = hui_matrix_identity(), .opacity = 1};
    for (size_t i = 0; i < scene->count; i++)
        add_item(&w, &scene->items[i], i);
    for (size_t i = page->panels.count; i-- > 1;)
        page->panels.at[page->panels.at[i].outer].content += page->panels.at[i].content;
    return page;
}
