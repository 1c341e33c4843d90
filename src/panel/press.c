/* Press: bleed, marks with the page's information, and the safe zone. */
#include "panel/press.h"

#include "base/vec.h"
#include "panel/part.h"

#include <math.h>
#include <string.h>

/* Marks stand outside the bleed, and at least this far from the trimmed edge: shears are not exact. */
static const double mark_offset_mm = 3, mark_room_mm = 8;
static const double information_mm = 2.2, information_left_mm = 6;

bool hui_press_wanted(const hui_page *page)
{
    return page->bleed.value > 0 || page->marks;
}

/* The poster is as wide as the paper, or as high; without paper, 96 px are an inch. */
static double px_per_mm(const hui_page *page, const hui_scene *scene)
{
    if (!(page->paper_width > 0))
        return 96 / 25.4;
    const double by_width = scene->width / page->paper_width;
    return page->paper_height > 0 ? fmax(by_width, scene->height / page->paper_height) : by_width;
}

/* Black on the bare sheet, below the page. Never NULL. */
static const hui_scene *information(const hui_build *b, const char *title, const hui_scene *page,
                                    const hui_print_marks *marks, hui_page_number number)
{
    hui_build plain = *b;
    plain.diags = hui_diags_new(b->arena); /* for printers: not held to what readers of the poster need */
    hui_text_look look = {.type = HUI_TYPE_NOTE,
                          .size = information_mm * marks->mm,
                          .color = hui_color_rgb(0),
                          .on = hui_color_rgb(0xFFFFFF),
                          .nowrap = true,
                          .kind = "information"};
    const hui_span words = {
        .size = look.size,
        .weight = 500,
        .color = look.color,
        .text = hui_arena_printf(b->arena, "%s%s%d/%d · huibao %s", title ? title : "", title ? " · " : "",
                                 number.number, number.count, HUI_VERSION),
    };
    hui_box *line = hui_part_spans(&plain, (hui_spans){&words, 1}, (hui_place){0}, look);
    hui_box_layout(b->arena, line, fmax(1, page->width / 2 - 2 * information_left_mm * marks->mm), NULL, NULL, NULL);
    line->rect.x = information_left_mm * marks->mm;
    line->rect.y = page->height + marks->offset;
    hui_scene *scene = hui_scene_new(b->arena, page->width, page->height);
    hui_box_draw(line, scene, NULL);
    return scene;
}

void hui_press_prepare(const hui_build *b, const hui_poster *poster, hui_scene *scene, hui_page_number number)
{
    const hui_page *page = &poster->page;
    const double mm = px_per_mm(page, scene);
    scene->bleed = page->bleed.value * mm;
    if (!page->marks)
        return;
    hui_print_marks *marks = HUI_NEW(b->arena, hui_print_marks);
    *marks = (hui_print_marks){
        .mm = mm,
        .offset = fmax(page->bleed.value, mark_offset_mm) * mm,
        .room = mark_room_mm * mm,
        .crop = page->marks & HUI_PRINT_MARK_CROP,
        .registration = page->marks & HUI_PRINT_MARK_REGISTRATION,
        .colors = page->marks & HUI_PRINT_MARK_COLORS,
    };
    if (page->marks & HUI_PRINT_MARK_INFORMATION)
        marks->information = information(b, poster->title.text, scene, marks, number);
    scene->marks = marks;
}

/* An open group. */
typedef struct level {
    hui_matrix matrix;
    const hui_place *place;
    const char *what; /* the drawings in it are, for messages; NULL: grounds, rules and pictures that may be cut */
    bool ignored;     /* reported */
    bool has_place;
} level;

typedef struct checker {
    hui_arena *arena;
    const hui_scene *scene;
    hui_diags *diags;
    double mm, safe; /* px per mm; px */
    HUI_VEC(level) levels;
} checker;

static const level *innermost(const checker *c)
{
    return &c->levels.at[c->levels.count - 1];
}

/* To the nearest edge, negative beyond it. */
static double distance(const hui_scene *scene, hui_rect rect)
{
    return fmin(fmin(rect.x, rect.y), fmin(scene->width - rect.x - rect.w, scene->height - rect.y - rect.h));
}

/* One report for each panel: all groups up to the panel's are done with. */
static void report(checker *c, const char *what, double px)
{
    hui_diags_add(c->diags, HUI_CODE_OUTSIDE_SAFE, innermost(c)->place ? *innermost(c)->place : (hui_place){0},
                  "give the page more margin, or the panel more room around it", what, fmax(px, 0) / c->mm,
                  c->safe / c->mm);
    for (size_t i = c->levels.count; i-- > 0;) {
        c->levels.at[i].ignored = true;
        if (c->levels.at[i].has_place)
            break;
    }
}

/* The glyphs' bodies: ascent and descent of han, which are higher than most letters. */
static hui_rect line_body(const hui_item *item, const hui_line *line)
{
    double size = 0;
    for (size_t i = 0; i < line->run_count; i++)
        size = fmax(size, line->runs[i].size);
    return (hui_rect){item->text.x + line->x, item->text.y + line->baseline - 0.88 * size, line->width, size};
}

static void check_text(checker *c, const hui_item *item)
{
    for (size_t i = 0; i < item->text.lines->count && !innermost(c)->ignored; i++) {
        const hui_line *line = &item->text.lines->at[i];
        if (!line->run_count)
            continue;
        const double px = distance(c->scene, hui_matrix_apply_rect(innermost(c)->matrix, line_body(item, line)));
        if (px < c->safe - 0.5)
            report(c, "text", px);
    }
}

/* What reaches the edge is meant to be cut. */
static void check_picture(checker *c, const hui_item *item, const char *what)
{
    const double px = distance(c->scene, item->bounds);
    if (what && !innermost(c)->ignored && px > 0.5 && px < c->safe - 0.5)
        report(c, what, px);
}

/* Drawings that say something: the groups around icons and the marks of charts are named so. */
static const char *find_what(const char *kind)
{
    if (kind && strcmp(kind, "icon") == 0)
        return "an icon";
    return kind && strncmp(kind, "mark-", 5) == 0 ? "a mark of a chart" : NULL;
}

static void open_level(checker *c, const hui_group *group)
{
    const level *outer = innermost(c);
    const level inner = {
        .matrix = hui_matrix_multiply(outer->matrix, group->transform),
        .place = group->place ? group->place : outer->place,
        .what = find_what(group->kind) ? find_what(group->kind) : outer->what,
        .ignored = outer->ignored && !group->place,
        .has_place = group->place != NULL,
    };
    *hui_vec_push(c->arena, &c->levels) = inner;
}

static void check_item(checker *c, const hui_item *item)
{
    switch (item->kind) {
    case HUI_ITEM_GROUP:
        open_level(c, &item->group);
        return;
    case HUI_ITEM_END:
        c->levels.count--;
        return;
    case HUI_ITEM_TEXT:
        check_text(c, item);
        return;
    case HUI_ITEM_IMAGE:
        check_picture(c, item, "a picture");
        return;
    case HUI_ITEM_RECT:
    case HUI_ITEM_PATH:
    case HUI_ITEM_MARKERS:
        check_picture(c, item, innermost(c)->what);
        return;
    }
}

void hui_press_check(const hui_poster *poster, const hui_scene *scene, hui_diags *diags)
{
    const double mm = px_per_mm(&poster->page, scene), safe = poster->page.safe.value * mm;
    if (!(safe > 0))
        return;
    checker c = {.arena = scene->arena, .scene = scene, .diags = diags, .mm = mm, .safe = safe};
    *hui_vec_push(c.arena, &c.levels) = (level){.matrix = hui_matrix_identity()};
    for (size_t i = 0; i < scene->count; i++) {
        const hui_item *item = &scene->items[i];
        check_item(&c, item);
    }
}
