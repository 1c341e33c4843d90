/* Drawing a picture: its plots, guides and marks into a scene, in Vega's order. */
#include "chart/picture_draw.h"

#include <string.h>

static hui_group *plain_group(hui_group *group, const char *kind)
{
    *group = (hui_group){.kind = kind};
    return group;
}

static void draw_group(hui_pencil pencil, const hui_mark *mark, const hui_path *clip)
{
    hui_group group;
    plain_group(&group, mark->role)->label = mark->label;
    group.clip = clip;
    hui_scene_group(pencil.scene, group);
    hui_pencil_mark(pencil, mark);
    hui_scene_end(pencil.scene);
}

static bool is_grid(const hui_mark *mark)
{
    return mark->role && strcmp(mark->role, "axis-grid") == 0;
}

static bool has_marks(const hui_guide_marks *marks, bool grid)
{
    for (size_t i = 0; i < marks->count; i++)
        if (marks->at[i].item_count && is_grid(&marks->at[i]) == grid)
            return true;
    return false;
}

/* Those of a guide's marks that are grid lines, or that are none. */
static void draw_marks(hui_pencil pencil, const char *kind, const hui_guide_marks *marks, bool grid)
{
    hui_group group;
    if (!has_marks(marks, grid))
        return;
    hui_scene_group(pencil.scene, *plain_group(&group, kind));
    for (size_t i = 0; i < marks->count; i++)
        if (marks->at[i].item_count && is_grid(&marks->at[i]) == grid)
            draw_group(pencil, &marks->at[i], NULL);
    hui_scene_end(pencil.scene);
}

/* Grid lines of all axes lie below the axes themselves. */
static void draw_axes(hui_pencil pencil, const hui_picture *picture, bool above)
{
    for (int grid = 1; grid >= 0; grid--)
        for (size_t i = 0; i < picture->axis_count; i++) {
            const hui_axis_picture *axis = &picture->axes[i];
            draw_marks(pencil, grid ? "grid" : "axis", above ? &axis->above : &axis->below, grid);
        }
}

/* Thin borders are put where they are crisp, as Vega does. */
static double border_offset(const hui_mark_item *ground)
{
    const double width = ground->stroke_width;
    const bool stroked = ground->stroke.a != 0 || ground->stroke_gradient;
    return stroked && width > 0.5 && width < 1.5 ? 0.5 - (width > 1 ? width - 1 : 1 - width) : 0;
}

static void draw_ground(hui_pencil pencil, const hui_plot *plot)
{
    if (plot->bare)
        return;
    const double offset = border_offset(&plot->ground), radius = plot->corner_radius;
    hui_mark_item ground = plot->ground;
    ground.x = plot->x + offset;
    ground.y = plot->y + offset;
    ground.x2 = ground.x + plot->w;
    ground.y2 = ground.y + plot->h;
    for (int i = 0; i < 4; i++)
        ground.radii[i] = radius;
    hui_pencil_mark(pencil, &(hui_mark){.type = HUI_MARK_RECT, .items = &ground, .item_count = 1});
}

static const hui_path *plot_clip(hui_arena *arena, const hui_plot *plot)
{
    hui_path clip = hui_path_new(arena);
    const double radii[4] = {plot->corner_radius, plot->corner_radius, plot->corner_radius, plot->corner_radius};
    const hui_rect whole = {0, 0, hui_coordinate(plot->w), hui_coordinate(plot->h)};
    if (plot->corner_radius > 0)
        hui_path_round_rect(&clip, whole, radii);
    else
        hui_path_rect(&clip, whole);
    return hui_arena_copy(arena, &clip, sizeof clip);
}

static const char *plot_id(hui_arena *arena, const hui_plot *plot, const char *id)
{
    return plot->name && id ? hui_arena_printf(arena, "%s-%s", id, plot->name) : plot->name;
}

/* Marks from `first` on that stand in the same plot, in one group; returns the index after the last. */
static size_t draw_plot(hui_pencil pencil, const hui_picture *picture, size_t first, const char *id)
{
    hui_arena *arena = pencil.scene->arena;
    const hui_plot none = {.w = picture->width, .h = picture->height};
    const size_t index = picture->marks[first].plot;
    const hui_plot *plot = index < picture->plot_count ? &picture->plots[index] : &none;
    const hui_path *clip = NULL;
    hui_group group;
    plain_group(&group, "plot")->id = plot_id(arena, plot, id);
    group.transform = hui_matrix_translate(hui_coordinate(plot->x), hui_coordinate(plot->y));
    hui_scene_group(pencil.scene, group);
    size_t i = first;
    for (; i < picture->mark_count && picture->marks[i].plot == index; i++) {
        const hui_mark *mark = &picture->marks[i];
        if (mark->clip && !clip)
            clip = plot_clip(arena, plot);
        if (mark->item_count)
            draw_group(pencil, mark, mark->clip ? clip : NULL);
    }
    hui_scene_end(pencil.scene);
    return i;
}

static void draw_all(hui_pencil pencil, const hui_picture *picture, const char *id)
{
    const hui_rect whole = {0, 0, hui_coordinate(picture->width), hui_coordinate(picture->height)};
    hui_scene_rect(pencil.scene, whole, NULL, hui_paint_solid(picture->background), hui_stroke_none());
    for (size_t i = 0; i < picture->plot_count; i++)
        draw_ground(pencil, &picture->plots[i]);
    draw_axes(pencil, picture, false);
    for (size_t i = 0; i < picture->mark_count;)
        i = draw_plot(pencil, picture, i, id);
    draw_axes(pencil, picture, true);
    for (size_t i = 0; i < picture->legend_count; i++)
        draw_marks(pencil, "legend", &picture->legends[i].marks, false);
    for (size_t i = 0; i < picture->header_count; i++)
        draw_marks(pencil, "header", &picture->headers[i].marks, false);
    for (size_t i = 0; i < picture->title_count; i++)
        draw_marks(pencil, "title", &picture->titles[i].marks, false);
}

void hui_picture_draw(const hui_picture *picture, hui_labels *labels, hui_scene *scene, double x, double y,
                      double scale, const char *id)
{
    const hui_pencil pencil = {scene, labels};
    hui_group figure = {
        .role = HUI_ROLE_FIGURE, .kind = "chart", .id = id, .label = picture->description, .picture = picture};
    figure.transform = hui_matrix_multiply(hui_matrix_translate(x, y), hui_matrix_scale(scale, scale));
    hui_scene_group(scene, figure);
    draw_all(pencil, picture, id);
    hui_scene_end(scene);
}
