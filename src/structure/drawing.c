/* Figures: drawings as leaves, colours, legends. */
#include "structure/drawing.h"

#include <math.h>
#include <string.h>

static hui_extent drawing_widths(void *data)
{
    return ((const hui_drawing *)data)->widths;
}

static hui_height drawing_height(void *data, double width)
{
    const hui_drawing *drawing = data;
    return (hui_height){drawing->height > 0 ? drawing->height : ceil(width * drawing->ratio), NAN};
}

static void drawing_draw(void *data, const hui_box *box, hui_scene *scene)
{
    const hui_drawing *drawing = data;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = drawing->kind});
    drawing->draw(scene, box->rect, drawing->data);
    hui_scene_end(scene);
}

static const hui_content drawing_content = {drawing_widths, NULL, drawing_height, drawing_draw};

hui_box *hui_box_drawing(const hui_build *b, hui_drawing drawing)
{
    return hui_box_leaf(b->arena, &drawing_content, hui_arena_copy(b->arena, &drawing, sizeof drawing));
}

hui_block_inks hui_solid_of(const hui_build *b)
{
    const hui_inks inks = hui_inks_of(b);
    if (b->ground == HUI_GROUND_STRONG)
        return (hui_block_inks){inks.pill, inks.on_pill};
    return (hui_block_inks){b->accent->fill, b->theme->palette.on_strong};
}

hui_color hui_soft_of(const hui_build *b)
{
    static const double lighter = 0.08; /* light text stays legible */
    return b->ground == HUI_GROUND_STRONG ? hui_color_mix(b->accent->fill, b->theme->palette.on_strong, lighter)
                                          : hui_inks_of(b).disc;
}

/* The last series keeps this share of the accent's colour: of few, more. */
static const double palest = 0.28, palest_of_few = 0.42;
enum { FEW = 3 };

hui_color hui_series_color(const hui_build *b, const hui_accent *own, size_t index, size_t count)
{
    return !own && count > 1 && b->theme->series_count ? hui_theme_series(b->theme, hui_ground_color(b), index)
                                                       : hui_step_color(b, own, index, count);
}

hui_color hui_step_color(const hui_build *b, const hui_accent *own, size_t index, size_t count)
{
    const hui_color full = own && b->ground != HUI_GROUND_STRONG ? own->color : own ? own->line : hui_inks_of(b).bar;
    if (own || count < 2)
        return full;
    return hui_color_mix(full, hui_ground_color(b),
                         (1 - (count > FEW ? palest : palest_of_few)) * (double)index / (double)(count - 1));
}

static const double swatch_size = 20;

hui_box *hui_swatch(const hui_build *b, hui_color color, bool round)
{
    hui_box *box = hui_space(b, swatch_size, swatch_size);
    hui_look *look = hui_box_look(b, box);
    look->fill = color;
    hui_look_radius(look, round ? swatch_size / 2 : 4);
    hui_look_role(look, HUI_ROLE_ARTIFACT, "swatch");
    return box;
}

/* Centred on the first line of a text of the step "small". */
static hui_box *on_first_line(const hui_build *b, hui_box *mark)
{
    hui_box *column = hui_box_column(b, 0);
    column->justify = HUI_JUSTIFY_CENTER;
    column->height = b->theme->type[HUI_TYPE_SMALL].line_height;
    hui_box_add(column, mark);
    return column;
}

static hui_box *entry_value(const hui_build *b, hui_string value, hui_string unit, hui_text_align align)
{
    return hui_part_text(b, hui_value_with_unit(b, value, unit),
                         (hui_text_look){.type = HUI_TYPE_PILL,
                                         .color = hui_inks_of(b).numeral,
                                         .align = align,
                                         .tabular = true,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "value"});
}

/* The value stands at the right, or below the label if both do not fit one line. */
hui_box *hui_legend_entry(const hui_build *b, hui_color color, hui_string label, hui_string value, hui_string unit)
{
    hui_box *row = hui_box_row(b, 10, HUI_ALIGN_START), *words = hui_box_column(b, 0);
    hui_box *text = hui_part_text(b, label,
                                  (hui_text_look){.type = HUI_TYPE_SMALL,
                                                  .color = hui_inks_of(b).secondary,
                                                  .role = HUI_ROLE_PARAGRAPH,
                                                  .kind = "label"}),
            *figure = entry_value(b, value, unit, HUI_TEXT_END);
    const double asked = swatch_size + 20 + hui_leaf_extent(text).max + hui_leaf_extent(figure).max;
    const bool beside = text && asked <= b->room;
    hui_box_add(row, on_first_line(b, hui_swatch(b, color, false)));
    hui_box_add(words, text);
    hui_box_add(words, beside ? NULL : entry_value(b, value, unit, HUI_TEXT_START));
    hui_box_add(row, hui_grow(words));
    if (beside)
        hui_box_add(row, figure);
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "entry");
    return row;
}

static hui_box *numbered_text(const hui_build *b, hui_string text)
{
    return hui_part_text(b, text, (hui_text_look){.type = HUI_TYPE_SMALL, .role = HUI_ROLE_PARAGRAPH, .kind = "text"});
}

/* A column of such a list has room for some words, and for the longest text on a few lines. */
static const double numbered_column = 210, numbered_gap = 24, numbered_mark = 34, mark_gap = 10, numbered_lines = 4;
enum { MOST_COLUMNS = 4 };

static double least_column(const hui_build *b, hui_list texts)
{
    const hui_string *at = texts.at;
    double longest = 0;
    for (size_t i = 0; i < texts.count; i++)
        longest = fmax(longest, hui_leaf_extent(numbered_text(b, at[i])).max);
    return fmax(numbered_column, numbered_mark + mark_gap + longest / numbered_lines);
}

static hui_box *numbered_item(const hui_build *b, hui_string text, size_t number)
{
    hui_box *row = hui_box_row(b, mark_gap, HUI_ALIGN_START);
    hui_box_add(row, on_first_line(b, hui_part_number(b, number, numbered_mark, HUI_TYPE_NOTE)));
    hui_box_add(row, hui_grow(numbered_text(b, text)));
    hui_look_role(hui_box_look(b, row), HUI_ROLE_LIST_ITEM, "entry");
    return row;
}

hui_box *hui_numbered_list(const hui_build *b, hui_list texts)
{
    const hui_string *at = texts.at;
    const double fit = floor((b->room + numbered_gap) / (least_column(b, texts) + numbered_gap));
    const size_t columns = (size_t)fmin(fmax(fit, 1), MOST_COLUMNS);
    hui_length *tracks = HUI_NEW_ARRAY(b->arena, hui_length, columns);
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    for (size_t i = 0; i < columns; i++)
        tracks[i] = (hui_length){1, HUI_UNIT_FR};
    hui_box_tracks(b, grid, (hui_lengths){tracks, columns});
    grid->gap = numbered_gap;
    grid->row_gap = 8;
    for (size_t i = 0; i < texts.count; i++)
        hui_box_add(grid, numbered_item(b, at[i], i + 1));
    hui_look_role(hui_box_look(b, grid), HUI_ROLE_LIST, "key");
    return grid;
}

hui_string hui_text_at(const char *text, hui_place place)
{
    return (hui_string){.text = text, .place = place};
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

hui_string hui_value_with_unit(const hui_build *b, hui_string value, hui_string unit)
{
    if (!unit.text || !value.text)
        return value;
    return hui_text_at(hui_arena_printf(b->arena, is_letter(unit.text[0]) ? "%s %s" : "%s%s", value.text, unit.text),
                       value.place);
}

bool hui_is_han(const hui_build *b)
{
    return !b->lang || strncmp(b->lang, "zh", 2) == 0;
}

double hui_amount_of(hui_string value)
{
    const double number = hui_number_of(value);
    return isnan(number) ? 0 : number;
}
