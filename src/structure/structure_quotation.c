/* quotation: words of somebody, with who said them. */
#include "structure/drawing.h"

#include <math.h>

typedef struct quotation {
    hui_string text, source, role, image;
    int style;
} quotation;

enum { STYLE_MARKS, STYLE_BAR };

static const hui_word style_words[] = {{"marks", "large quotation marks above"}, {"bar", "a bar at the left"}, {0}};

static const hui_field fields[] = {
    HUI_FIELD(quotation, text, TEXT, "what was said", .required = true),
    HUI_FIELD(quotation, source, TEXT, "who said it, or where it is written"),
    HUI_FIELD(quotation, role, TEXT, "what they are, below the source"),
    HUI_FIELD(quotation, image, FILE, "a picture of them, in a circle"),
    HUI_FIELD(quotation, style, ENUM, "what marks it", "\"marks\"", .words = style_words),
};

static const double mark_height = 48, portrait = 88, bar_width = 8, narrow_width = 420;

/* One of the two commas: a square whose foot runs out to the right in a tail. */
static void add_comma(hui_path *path, double x, double y, double h)
{
    const double s = h * 0.5;
    hui_path_move(path, x + s, y);
    hui_path_curve(path, x + s * 0.35, y + s * 0.15, x, y + s * 0.75, x, y + s * 1.3);
    hui_path_line(path, x, y + h);
    hui_path_line(path, x + s, y + h);
    hui_path_line(path, x + s, y + s);
    hui_path_line(path, x + s * 0.55, y + s);
    hui_path_curve(path, x + s * 0.55, y + s * 0.7, x + s * 0.75, y + s * 0.45, x + s * 1.1, y + s * 0.35);
    hui_path_close(path);
}

static void draw_marks(hui_scene *scene, hui_rect r, const void *data)
{
    hui_path path = hui_path_new(scene->arena);
    add_comma(&path, r.x, r.y, r.h);
    add_comma(&path, r.x + r.h * 0.78, r.y, r.h);
    hui_scene_path(scene, path, hui_paint_solid(*(const hui_color *)data), hui_stroke_none());
}

static hui_box *marks_of(const hui_build *b)
{
    const hui_color color = hui_color_mix(hui_inks_of(b).bar, hui_ground_color(b), 0.25);
    hui_box *marks = hui_box_drawing(b, (hui_drawing){draw_marks,
                                                         hui_arena_copy(b->arena, &color, sizeof color),
                                                         "marks",
                                                         {mark_height * 1.4, mark_height * 1.4},
                                                         mark_height,
                                                         0});
    marks->has_self = true;
    marks->self = HUI_ALIGN_START;
    return marks;
}

static hui_box *source_of(const hui_build *b, const quotation *p)
{
    hui_box *row = hui_box_row(b, 16, HUI_ALIGN_CENTER), *column = hui_box_column(b, 0);
    const hui_image *image =
        p->image.text ? hui_image_read_file(b->arena, p->image.text, p->image.text, p->image.place, b->diags) : NULL;
    if (image)
        hui_box_add(row, hui_part_picture(b, image, portrait, portrait, portrait / 2));
    hui_box_add(column, hui_part_text(b, p->source,
                                      (hui_text_look){.type = HUI_TYPE_TAG,
                                                      .color = hui_inks_of(b).strong,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "source"}));
    hui_box_add(column, hui_part_text(b, p->role,
                                      (hui_text_look){.type = HUI_TYPE_NOTE,
                                                      .color = hui_inks_of(b).secondary,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "role"}));
    if (column->first)
        hui_box_add(row, hui_grow(column));
    return row->first ? row : NULL;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const quotation *p = props;
    const bool narrow = b->room < narrow_width;
    hui_box *column = hui_box_column(b, 16);
    if (p->style == STYLE_MARKS)
        hui_box_add(column, marks_of(b));
    hui_box_add(column, hui_part_text(b, p->text,
                                      (hui_text_look){.type = narrow ? HUI_TYPE_HEADING : HUI_TYPE_STATEMENT,
                                                      .color = hui_inks_of(b).ink,
                                                      .balance = true,
                                                      .role = HUI_ROLE_PARAGRAPH,
                                                      .kind = "text"}));
    hui_box_add(column, source_of(b, p));
    column->grow = 1;
    column->justify = HUI_JUSTIFY_CENTER;
    if (p->style == STYLE_MARKS)
        return column;
    hui_box *row = hui_box_row(b, 24, HUI_ALIGN_STRETCH), *bar = hui_space(b, bar_width, 0);
    hui_look *look = hui_box_look(b, bar);
    look->fill = hui_inks_of(b).bar;
    hui_look_radius(look, bar_width / 2);
    hui_box_add(row, bar);
    hui_box_add(row, column);
    return row;
}

const hui_panel_kind hui_panel_quotation = {.record = {"quotation", "words of somebody, with who said them", fields,
                                                       HUI_FIELD_COUNT(fields), sizeof(quotation), "text"},
                                            .build = build};
