/* Headers of chapters: number, title, claim and icon, in several styles. */
#include "panel/section_header.h"

#include <math.h>

const hui_word hui_section_header_words[] = {
    {"seal", "the number on a seal beside the title"},
    {"block", "all on a block across the page"},
    {"ribbon", "number and title on a ribbon with a forked end"},
    {"pennant", "the number on a hanging pennant beside the title"},
    {"bracket", "centred between two corners, the number above"},
    {"circle", "the number in a circle, a line below"},
    {0},
};

enum { SEAL, BLOCK, RIBBON, PENNANT, BRACKET, CIRCLE };

static const double seal_size = 104, circle_size = 88, icon_disc = 96;
static const double pennant_width = 88, pennant_height = 120, pennant_fork = 22;
static const double ribbon_fork = 28, corner_arm = 36, corner_width = 6;

static bool is_given(hui_string string)
{
    return string.text && string.text[0];
}

static hui_box *number_of(const hui_build *b, hui_string number, double size, double room, hui_color color,
                          hui_color on)
{
    if (!is_given(number))
        return NULL;
    hui_box *numeral = hui_part_text(b, number,
                                     (hui_text_look){.type = HUI_TYPE_TITLE,
                                                     .size = size,
                                                     .color = color,
                                                     .on = on,
                                                     .nowrap = true,
                                                     .shrink_to = 24,
                                                     .role = HUI_ROLE_PARAGRAPH,
                                                     .kind = "number"});
    numeral->max_width = room;
    return numeral;
}

static hui_box *title_of(const hui_build *b, hui_string title, hui_color color, hui_color on, hui_text_align align)
{
    return hui_part_text(b, title,
                         (hui_text_look){.type = HUI_TYPE_TITLE,
                                         .color = color,
                                         .on = on,
                                         .align = align,
                                         .strong_color = color,
                                         .strong_weight = 900,
                                         .balance = true,
                                         .shrink_to = 44,
                                         .role = HUI_ROLE_HEADING,
                                         .kind = "title"});
}

static hui_box *claim_of(const hui_build *b, hui_string claim, hui_color color, hui_color on, hui_text_align align)
{
    return hui_part_text(b, claim,
                         (hui_text_look){.type = HUI_TYPE_CLAIM,
                                         .color = color,
                                         .on = on,
                                         .align = align,
                                         .balance = true,
                                         .shrink_to = 28,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "claim"});
}

static hui_box *titles_of(const hui_build *b, const hui_section_header *p)
{
    const hui_inks inks = hui_inks_of(b);
    hui_box *titles = hui_box_column(b, 4);
    titles->grow = 1;
    hui_box_add(titles, title_of(b, p->title, inks.strong, (hui_color){0}, HUI_TEXT_START));
    hui_box_add(titles, claim_of(b, p->claim, inks.secondary, (hui_color){0}, HUI_TEXT_START));
    return titles;
}

static hui_box *centred(const hui_build *b, double width, double height)
{
    hui_box *box = hui_box_stack(b);
    box->width = width;
    box->height = height;
    box->align = HUI_ALIGN_CENTER;
    box->justify = HUI_JUSTIFY_CENTER;
    return box;
}

static hui_box *seal(const hui_build *b, hui_string number)
{
    if (!is_given(number))
        return NULL;
    const hui_measures *m = &b->theme->measures;
    hui_box *box = centred(b, seal_size, seal_size);
    hui_look *look = hui_box_look(b, box);
    hui_look_radius(look, m->radius);
    hui_look_gradient(b, look, 160, b->accent->fill, b->accent->dark);
    look->inner_border = b->theme->palette.gold;
    look->inner_inset = 8;
    look->inner_width = m->line;
    look->inner_radius = fmax(0, m->radius - 7);
    hui_box *numeral = number_of(b, number, 56, 76, b->theme->palette.on_strong, b->accent->fill);
    numeral->offset_y = -2; /* optically centred: the line box leaves more room above han than below */
    hui_box_add(box, numeral);
    return box;
}

static hui_box *circle(const hui_build *b, hui_string number)
{
    if (!is_given(number))
        return NULL;
    hui_box *box = centred(b, circle_size, circle_size);
    hui_look *look = hui_box_look(b, box);
    look->fill = b->accent->fill;
    hui_look_radius(look, circle_size / 2);
    hui_box_add(box, number_of(b, number, 44, 60, b->theme->palette.on_strong, b->accent->fill));
    return box;
}

/* Draws a shape in the accent's colour behind the box. */
static hui_box *shaped(const hui_build *b, hui_box *box, void (*draw)(const hui_box *box, hui_scene *scene))
{
    box->look = hui_arena_copy(b->arena, &b->accent->fill, sizeof b->accent->fill);
    box->draw_before = draw;
    return box;
}

static void draw_outline(hui_scene *scene, const char *kind, const hui_point *points, size_t count, hui_color fill)
{
    hui_path path = hui_path_new(scene->arena);
    hui_path_polygon(&path, points, count);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = kind});
    hui_scene_path(scene, path, hui_paint_solid(fill), hui_stroke_none());
    hui_scene_end(scene);
}

/* Hangs down, with a fork at its foot. */
static void draw_pennant(const hui_box *box, hui_scene *scene)
{
    const hui_rect r = box->rect;
    const hui_point points[] = {{r.x, r.y},
                                {r.x + r.w, r.y},
                                {r.x + r.w, r.y + r.h},
                                {r.x + r.w / 2, r.y + r.h - pennant_fork},
                                {r.x, r.y + r.h}};
    draw_outline(scene, "pennant", points, 5, *(const hui_color *)box->look);
}

static void draw_ribbon(const hui_box *box, hui_scene *scene)
{
    const hui_rect r = box->rect;
    const hui_point points[] = {{r.x, r.y},
                                {r.x + r.w, r.y},
                                {r.x + r.w - ribbon_fork, r.y + r.h / 2},
                                {r.x + r.w, r.y + r.h},
                                {r.x, r.y + r.h}};
    draw_outline(scene, "ribbon", points, 5, *(const hui_color *)box->look);
}

/* The upper left and the lower right corner, as quotation marks stand around a name. */
static void draw_brackets(const hui_box *box, hui_scene *scene)
{
    const hui_rect r = hui_rect_inset(box->rect, corner_width / 2);
    hui_path path = hui_path_new(scene->arena);
    hui_path_move(&path, r.x, r.y + corner_arm);
    hui_path_line(&path, r.x, r.y);
    hui_path_line(&path, r.x + corner_arm, r.y);
    hui_path_move(&path, r.x + r.w - corner_arm, r.y + r.h);
    hui_path_line(&path, r.x + r.w, r.y + r.h);
    hui_path_line(&path, r.x + r.w, r.y + r.h - corner_arm);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "brackets"});
    hui_scene_path(scene, path, hui_paint_none(), hui_stroke_line(*(const hui_color *)box->look, corner_width));
    hui_scene_end(scene);
}

static hui_box *pennant(const hui_build *b, hui_string number)
{
    if (!is_given(number))
        return NULL;
    hui_box *box = centred(b, pennant_width, pennant_height);
    box->padding[HUI_BOTTOM] = pennant_fork;
    hui_box_add(box, number_of(b, number, 52, 68, b->theme->palette.on_strong, b->accent->fill));
    return shaped(b, box, draw_pennant);
}

static hui_box *beside(const hui_build *b, const hui_section_header *p, hui_box *mark)
{
    hui_box *row = hui_box_row(b, 28, HUI_ALIGN_CENTER);
    hui_box_add(row, mark);
    hui_box_add(row, titles_of(b, p));
    hui_box_add(row, hui_part_disc(b, p->icon, icon_disc, false));
    return row;
}

/* Number, title and claim in light colours: what stands on the accent's fill. */
static hui_box *light_words(const hui_build *b, const hui_section_header *p, bool with_claim)
{
    const hui_palette *palette = &b->theme->palette;
    const hui_color on = b->accent->fill;
    hui_box *row = hui_box_row(b, 24, HUI_ALIGN_CENTER), *titles = hui_box_column(b, 2);
    titles->grow = 1;
    hui_box_add(row, number_of(b, p->number, 60, 120, palette->gold_light, on));
    hui_box_add(titles, title_of(b, p->title, palette->on_strong, on, HUI_TEXT_START));
    if (with_claim)
        hui_box_add(titles, claim_of(b, p->claim, b->accent->pale, on, HUI_TEXT_START));
    hui_box_add(row, titles);
    return row;
}

static hui_box *block(const hui_build *b, const hui_section_header *p)
{
    hui_build strong = hui_build_on(b, HUI_GROUND_STRONG);
    hui_box *row = light_words(&strong, p, true);
    hui_box_pad(row, 24, 32);
    hui_look *look = hui_box_look(b, row);
    hui_look_radius(look, b->theme->measures.radius);
    hui_look_gradient(b, look, 100, b->accent->dark, b->accent->fill);
    hui_box_add(row, hui_part_icon(&strong, p->icon, 64, b->theme->palette.gold_light));
    return row;
}

static hui_box *ribbon(const hui_build *b, const hui_section_header *p)
{
    hui_box *column = hui_box_column(b, 12), *row = hui_box_row(b, 28, HUI_ALIGN_CENTER), *band = hui_box_column(b, 0);
    hui_box_pad(band, 12, 28);
    band->padding[HUI_RIGHT] = 28 + ribbon_fork;
    hui_box_add(band, light_words(b, p, false));
    hui_box_add(row, hui_grow(shaped(b, band, draw_ribbon)));
    hui_box_add(row, hui_part_disc(b, p->icon, icon_disc, false));
    hui_box_add(column, row);
    hui_box_add(column, claim_of(b, p->claim, hui_inks_of(b).secondary, (hui_color){0}, HUI_TEXT_START));
    return column;
}

static hui_box *bracket(const hui_build *b, const hui_section_header *p)
{
    const hui_inks inks = hui_inks_of(b);
    hui_box *column = hui_box_column(b, 8), *frame = hui_box_column(b, 4);
    column->align = HUI_ALIGN_CENTER;
    frame->align = HUI_ALIGN_CENTER;
    hui_box_pad(frame, 20, 48);
    hui_box_add(frame, number_of(b, p->number, 40, 200, inks.icon, (hui_color){0}));
    hui_box_add(frame, title_of(b, p->title, inks.strong, (hui_color){0}, HUI_TEXT_CENTER));
    hui_box_add(column, shaped(b, frame, draw_brackets));
    hui_box_add(column, claim_of(b, p->claim, inks.secondary, (hui_color){0}, HUI_TEXT_CENTER));
    hui_box_add(column, hui_part_icon(b, p->icon, 56, inks.icon));
    return column;
}

static hui_box *on_line(const hui_build *b, const hui_section_header *p)
{
    hui_box *row = beside(b, p, circle(b, p->number)), *foot = hui_box_column(b, 16), *line = hui_space(b, 0, 4);
    hui_look *look = hui_box_look(b, line);
    hui_look_gradient(b, look, 90, b->accent->fill, b->accent->line);
    hui_look_radius(look, 2);
    hui_box_add(foot, row);
    hui_box_add(foot, line);
    return foot;
}

hui_box *hui_section_header_build(const hui_build *b, const hui_section_header *p)
{
    switch (p->style) {
    case BLOCK:
        return block(b, p);
    case RIBBON:
        return ribbon(b, p);
    case PENNANT:
        return beside(b, p, pennant(b, p->number));
    case BRACKET:
        return bracket(b, p);
    case CIRCLE:
        return on_line(b, p);
    default:
        return beside(b, p, seal(b, p->number));
    }
}
