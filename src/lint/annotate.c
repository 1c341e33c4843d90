/* Annotate: a drawing of the drawing, with a rectangle and a number for each finding, and what they say beside it. */
#include "lint/lint.h"

#include <math.h>
#include <string.h>

static const hui_color white = HUI_RGB(0xFFFFFF), ink = HUI_RGB(0x1F2329), quiet = HUI_RGB(0x595F69),
                       mark = HUI_RGB(0xC2006B);

/* Lengths are those of a page 1080 wide, times `unit`. */
typedef struct sheet {
    hui_arena *arena;
    hui_fonts *fonts;
    hui_diags *unheard; /* what is wrong with the words of findings */
    hui_scene *scene;
    double unit;
    double width;       /* of the pages */
    const double *tops; /* of each page */
} sheet;

static void copy_item(hui_scene *scene, const hui_item *item)
{
    hui_group group;
    hui_scene_tooltip(scene, item->tooltip);
    switch (item->kind) {
    case HUI_ITEM_GROUP:
        group = item->group;
        group.id = NULL; /* parts of a panel on several pages have the same */
        hui_scene_group(scene, group);
        return;
    case HUI_ITEM_END:
        hui_scene_end(scene);
        return;
    case HUI_ITEM_RECT:
        hui_scene_rect(scene, item->shape.rect, item->shape.radii, item->shape.fill, item->shape.stroke);
        return;
    case HUI_ITEM_PATH:
        hui_scene_path(scene, item->outline.path, item->outline.fill, item->outline.stroke);
        return;
    case HUI_ITEM_TEXT:
        hui_scene_text(scene, item->text.x, item->text.y, item->text.lines);
        return;
    case HUI_ITEM_IMAGE:
        hui_scene_image(scene, item->picture.rect, item->picture.image);
        return;
    case HUI_ITEM_MARKERS:
        hui_scene_markers(scene, item->markers.shapes, item->markers.shape_count, item->markers.at,
                          item->markers.count);
        return;
    }
}

/* Cut as its edges cut it. */
static void copy_page(hui_scene *scene, const hui_scene *page, double top)
{
    hui_path *clip = HUI_NEW(scene->arena, hui_path);
    *clip = hui_path_new(scene->arena);
    hui_path_rect(clip, (hui_rect){0, 0, page->width, page->height});
    hui_scene_group(scene, (hui_group){.transform = hui_matrix_translate(0, top), .clip = clip});
    for (size_t i = 0; i < page->count; i++)
        copy_item(scene, &page->items[i]);
    hui_scene_end(scene);
    hui_scene_tooltip(scene, NULL);
}

static const hui_lines *compose(sheet *s, const char *words, double size, int weight, hui_color color, double width)
{
    const hui_text_style style = {
        .size = size * s->unit, .weight = weight, .line_height = 1.4 * size * s->unit, .color = color};
    const hui_span span = {.text = words};
    hui_text *text = hui_text_new(s->arena, s->fonts, &style, (hui_spans){&span, 1}, (hui_place){0}, s->unheard);
    return hui_text_compose(text, width);
}

/* The finding's number in a disc around (x, y). */
static void draw_number(sheet *s, size_t number, double x, double y)
{
    const double radius = 20 * s->unit;
    hui_path disc = hui_path_new(s->arena);
    hui_path_circle(&disc, x, y, radius);
    hui_scene_path(s->scene, disc, hui_paint_solid(mark), hui_stroke_line(white, 3 * s->unit));
    const hui_lines *lines =
        compose(s, hui_arena_printf(s->arena, "%zu", number), number < 100 ? 22 : 16, 700, white, 1e4);
    hui_scene_text(s->scene, x - lines->ink_width / 2, y - lines->height / 2, lines);
}

/* A line that is seen on any ground: white around it. */
static void draw_frame(sheet *s, const hui_diagnostic *d, size_t number)
{
    const double radius = 20 * s->unit, top = s->tops[d->page - 1],
                 away = 0.8 * radius; /* beside, not over what it marks */
    const hui_rect rect = hui_rect_inset((hui_rect){d->x, d->y + top, d->width, d->height}, -3 * s->unit);
    hui_scene_rect(s->scene, rect, NULL, hui_paint_none(), hui_stroke_line(white, 8 * s->unit));
    hui_scene_rect(s->scene, rect, NULL, hui_paint_none(), hui_stroke_line(mark, 4 * s->unit));
    draw_number(s, number, fmin(fmax(rect.x - away, radius), s->width - radius), fmax(rect.y - away, top + radius));
}

/* "poster.json:12:3  /panels/0" */
static const char *place_of(hui_arena *arena, const hui_diagnostic *d)
{
    return d->line > 0 ? hui_arena_printf(arena, "%s:%d:%d  %s", d->file, d->line, d->column, d->pointer) : d->file;
}

/* An entry of the list from (x, y) down; returns where the next may begin. */
static double draw_entry(sheet *s, const hui_diagnostic *d, size_t number, double x, double y, double width)
{
    const double indent = 56 * s->unit, gap = 28 * s->unit;
    const hui_lines *const blocks[] = {
        compose(s, d->code, 24, 700, mark, width - indent),
        compose(s, d->message, 24, 400, ink, width - indent),
        compose(s, d->hint ? d->hint : "", 22, 400, quiet, width - indent),
        compose(s, place_of(s->arena, d), 18, 400, quiet, width - indent),
    };
    draw_number(s, number, x + 20 * s->unit, y + 18 * s->unit);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        hui_scene_text(s->scene, x + indent, y, blocks[i]);
        y += i == 2 && !d->hint ? 0 : blocks[i]->height;
    }
    return y + gap;
}

/* Each beside what it is about, where there is room. */
static double draw_list(sheet *s, const hui_diags *findings, double width)
{
    const double margin = 32 * s->unit;
    double y = margin;
    if (findings->count == 0)
        hui_scene_text(s->scene, s->width + margin, y, compose(s, "nothing was found", 24, 400, quiet, width));
    for (size_t i = 0; i < findings->count; i++) {
        const hui_diagnostic *d = &findings->at[i];
        if (d->page > 0)
            y = fmax(y, s->tops[d->page - 1] + fmax(0, d->y));
        y = draw_entry(s, d, i + 1, s->width + margin, y, width - 2 * margin);
    }
    return y;
}

/* How high the list is: drawn for nothing. */
static double measure_list(const sheet *s, const hui_diags *findings, double width)
{
    sheet scratch = *s;
    scratch.scene = hui_scene_new(s->arena, s->scene->width, s->scene->height);
    return ceil(draw_list(&scratch, findings, width));
}

/* The height of all pages; stores where each begins. */
static double stack_pages(sheet *s, const hui_scene *pages)
{
    size_t count = 0;
    for (const hui_scene *page = pages; page; page = page->next)
        count++;
    double *tops = HUI_NEW_ARRAY(s->arena, double, count), bottom = 0;
    count = 0;
    for (const hui_scene *page = pages; page; page = page->next) {
        tops[count++] = bottom;
        bottom = ceil(bottom + page->height) + (page->next ? 24 * s->unit : 0);
    }
    s->tops = tops;
    return bottom;
}

hui_scene *hui_lint_annotate(hui_arena *arena, const hui_scene *pages, hui_fonts *fonts, const hui_diags *findings)
{
    const double unit = fmax(0.5, pages->width / 1080), list_width = ceil(620 * unit);
    sheet s = {.arena = arena, .fonts = fonts, .unit = unit, .width = pages->width, .unheard = hui_diags_new(arena)};
    hui_scene *scene = hui_scene_new(arena, ceil(pages->width) + list_width, stack_pages(&s, pages));
    s.scene = scene;
    scene->ground = white;
    scene->title = pages->title;
    scene->lang = "en";
    const hui_rect whole = {0, 0, scene->width, fmax(scene->height, measure_list(&s, findings, list_width))};
    scene->height = whole.h;
    hui_scene_rect(scene, whole, NULL, hui_paint_solid(white), hui_stroke_none());
    const double *top = s.tops;
    for (const hui_scene *page = pages; page; page = page->next)
        copy_page(scene, page, *top++);
    for (size_t i = findings->count; i-- > 0;)
        if (findings->at[i].page > 0)
            draw_frame(&s, &findings->at[i], i + 1);
    draw_list(&s, findings, list_width);
    return scene;
}
