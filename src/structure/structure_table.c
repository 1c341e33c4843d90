/* table: rows and columns of words, figures, marks and bars. */
#include "structure/drawing.h"

#include <math.h>
#include <string.h>

typedef struct cell {
    hui_string text;
    const hui_accent *accent;
} cell;

typedef struct table_row {
    hui_list cells; /* cell */
    bool strong;
} table_row;

typedef struct column {
    hui_string title;
    int kind, align;
    hui_length width;
} column;

typedef struct table {
    hui_list columns, rows;
    int header, lines;
    bool dense;
} table;

enum { KIND_AUTO, KIND_TEXT, KIND_NUMBER, KIND_MARK, KIND_BAR };
enum { ALIGN_AUTO, ALIGN_START, ALIGN_CENTER, ALIGN_END };
enum { HEADER_STRONG, HEADER_TINT, HEADER_LINE };
enum { LINES_HAIRLINES, LINES_ZEBRA, LINES_NONE };

static const hui_word kind_words[] = {{"auto", "by what its cells hold"},
                                      {"text", NULL},
                                      {"number", "figures with their decimal points below each other"},
                                      {"mark", "yes, no and partial as marks"},
                                      {"bar", "figures with bars"},
                                      {0}};
static const hui_word align_words[] = {{"auto", "numbers at the end, marks in the middle, all else at the start"},
                                       {"start", NULL},
                                       {"center", NULL},
                                       {"end", NULL},
                                       {0}};
static const hui_word header_words[] = {
    {"strong", "white on the accent"}, {"tint", "on the accent's tint"}, {"line", "above a strong line"}, {0}};
static const hui_word lines_words[] = {
    {"hairlines", "between rows"}, {"zebra", "every second row is tinted"}, {"none", NULL}, {0}};

static const hui_field cell_fields[] = {
    HUI_FIELD(cell, text, VALUE, "what it says: words, a figure, or `yes`, `no` and `partial` in a column of marks",
              .required = true),
    HUI_FIELD(cell, accent, ACCENT, "its text's and bar's colour"),
};
static const hui_record cell_record = {"cell",       "one cell", cell_fields, HUI_FIELD_COUNT(cell_fields),
                                       sizeof(cell), "text"};

static const hui_field row_fields[] = {
    HUI_FIELD(table_row, cells, LIST, "its cells, in the order of the columns", .required = true,
              .record = &cell_record),
    HUI_FIELD(table_row, strong, BOOL, "bold, below a line: a sum"),
};
static const hui_record row_record = {"table row",       "one row", row_fields, HUI_FIELD_COUNT(row_fields),
                                      sizeof(table_row), "cells"};

static const hui_field column_fields[] = {
    HUI_FIELD(column, title, TEXT, "above its cells"),
    HUI_FIELD(column, kind, ENUM, "what its cells hold", "\"auto\"", .words = kind_words),
    HUI_FIELD(column, align, ENUM, "where its cells stand", "\"auto\"", .words = align_words),
    HUI_FIELD(column, width, LENGTH, "its width; by what its cells hold if absent", .min = 0, .max = 16384),
};
static const hui_record column_record = {"table column", "one column", column_fields, HUI_FIELD_COUNT(column_fields),
                                         sizeof(column), "title"};

static const hui_field fields[] = {
    HUI_FIELD(table, columns, LIST, "the columns: titles or objects", .record = &column_record),
    HUI_FIELD(table, rows, LIST, "the rows: arrays of cells, or objects", .required = true, .record = &row_record),
    HUI_FIELD(table, header, ENUM, "how titles look", "\"strong\"", .words = header_words),
    HUI_FIELD(table, lines, ENUM, "what leads the eye along rows", "\"hairlines\"", .words = lines_words),
    HUI_FIELD(table, dense, BOOL, "smaller text, lower rows"),
};

static const double pad_x = 14, pad_y = 12, dense_pad_x = 10, dense_pad_y = 7, mark_size = 32, cell_bar_height = 16,
                    least_bar = 64, most_bar = 120, header_radius = 12;
/* Words of a cell wrap, but not to a pillar of single characters, px; nor does one column take more than this share of what
 * all of them ask for. */
static const double least_words = 112, most_words = 520;

/* A column with what all its cells have in common. */
typedef struct track {
    const column *column;
    int kind, align;
    double largest, fraction; /* its largest figure; its widest part from the decimal point on, px */
    hui_extent extent;
} track;

typedef struct layout {
    const hui_build *build;
    const table *spec;
    track *at;
    size_t count;
    bool has_titles, dense;
} layout;

/* Marks */

typedef struct mark {
    const char *words[4];
    const char *icon, *han, *english;
} mark;

static const mark marks[] = {{{"yes", "✓", "是", "√"}, "circle-check", "是", "yes"},
                             {{"no", "✗", "否", "×"}, "x", "否", "no"},
                             {{"partial", "~", "部分", "△"}, "circle-half-2", "部分", "partial"}};

static const mark *mark_of(const char *text)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        for (size_t k = 0; k < 4; k++)
            if (strcmp(text, marks[i].words[k]) == 0)
                return &marks[i];
    return NULL;
}

static hui_box *mark_box(const hui_build *b, const mark *m)
{
    const hui_inks inks = hui_inks_of(b);
    hui_box *box = hui_box_stack(b);
    hui_box_add(
        box, hui_part_icon(b, (hui_string){.text = m->icon}, mark_size, m == &marks[1] ? inks.secondary : inks.icon));
    hui_look *look = hui_box_look(b, box);
    hui_look_role(look, HUI_ROLE_FIGURE, "mark");
    look->group.label = hui_is_han(b) ? m->han : m->english;
    return box;
}

/* Columns */

static const cell *cell_at(const layout *l, size_t row, size_t index)
{
    const table_row *rows = l->spec->rows.at;
    return index < rows[row].cells.count ? (const cell *)rows[row].cells.at + index : NULL;
}

static size_t widest_row(const table *p)
{
    const table_row *rows = p->rows.at;
    size_t most = p->columns.count;
    for (size_t i = 0; i < p->rows.count; i++)
        most = rows[i].cells.count > most ? rows[i].cells.count : most;
    return most;
}

static bool is_empty(const char *text)
{
    return !text[0] || strcmp(text, "—") == 0 || strcmp(text, "-") == 0;
}

static int kind_of(const layout *l, size_t index)
{
    size_t numbers = 0, of_marks = 0, filled = 0;
    for (size_t i = 0; i < l->spec->rows.count; i++) {
        const cell *c = cell_at(l, i, index);
        if (!c || is_empty(c->text.text))
            continue;
        filled++;
        numbers += isnan(hui_number_of(c->text)) ? 0 : 1;
        of_marks += mark_of(c->text.text) ? 1 : 0;
    }
    return !filled ? KIND_TEXT : numbers == filled ? KIND_NUMBER : of_marks == filled ? KIND_MARK : KIND_TEXT;
}

static hui_text_look text_look(const layout *l, const track *t, const cell *c, bool strong)
{
    const hui_inks inks = hui_inks_of(l->build);
    const bool figures = t->kind == KIND_NUMBER || t->kind == KIND_BAR;
    const bool number = figures && !isnan(hui_number_of(c->text));
    return (hui_text_look){.type = l->dense ? HUI_TYPE_NOTE : HUI_TYPE_SMALL,
                           .weight = strong ? 700 : 0,
                           .color = c->accent && l->build->ground != HUI_GROUND_STRONG ? c->accent->color
                                    : strong && number                                 ? inks.numeral
                                                                                       : (hui_color){0},
                           .align = t->align == ALIGN_END      ? HUI_TEXT_END
                                    : t->align == ALIGN_CENTER ? HUI_TEXT_CENTER
                                                               : HUI_TEXT_START,
                           .tabular = number,
                           .nowrap = number,
                           .role = HUI_ROLE_PARAGRAPH,
                           .kind = "cell"};
}

/* The part of a figure from its decimal point on: what stands behind the last digit before it. */
static const char *fraction_of(const char *text)
{
    const char *point = strchr(text, '.');
    if (point)
        return point;
    size_t end = strlen(text);
    while (end > 0 && (text[end - 1] < '0' || text[end - 1] > '9'))
        end--;
    return text + end;
}

static double fraction_width(const layout *l, const track *t, const cell *c, bool strong)
{
    if (t->kind != KIND_NUMBER || isnan(hui_number_of(c->text)))
        return 0;
    const hui_text_look look = text_look(l, t, c, strong);
    return hui_leaf_extent(hui_part_text(l->build, hui_text_at(fraction_of(c->text.text), c->text.place), look)).max;
}

/* Cells */

static hui_box *words_of(const layout *l, const track *t, const cell *c, bool strong)
{
    hui_text_look look = text_look(l, t, c, strong);
    hui_box *text = hui_part_text(l->build, c->text, look);
    look.keep = fmin(hui_leaf_extent(text).max, least_words);
    return hui_part_text(l->build, c->text, look);
}

static double bar_text_width(const layout *l, size_t index)
{
    double width = 0;
    for (size_t i = 0; i < l->spec->rows.count; i++)
        if (cell_at(l, i, index))
            width = fmax(width, hui_leaf_extent(words_of(l, &l->at[index], cell_at(l, i, index), true)).max);
    return width;
}

static hui_box *bar_of(const layout *l, size_t index, const cell *c, bool strong)
{
    const track *t = &l->at[index];
    hui_build mine = *l->build;
    if (c->accent)
        mine.accent = c->accent;
    hui_box *row = hui_box_row(&mine, 12, HUI_ALIGN_CENTER), *text = words_of(l, t, c, strong);
    if (isnan(hui_number_of(c->text)))
        return text;
    text->width = bar_text_width(l, index);
    hui_box *bar = hui_part_bar(&mine, t->largest > 0 ? hui_amount_of(c->text) / t->largest : 0, cell_bar_height);
    bar->min_width = least_bar;
    hui_box_add(row, text);
    hui_box_add(row, hui_grow(bar));
    return row;
}

/* What a cell holds, not yet in its place; NULL of an empty one. */
static hui_box *content_of(const layout *l, size_t index, const cell *c, bool strong)
{
    const track *t = &l->at[index];
    if (!c || !c->text.text[0])
        return NULL;
    if (t->kind == KIND_MARK && mark_of(c->text.text))
        return mark_box(l->build, mark_of(c->text.text));
    return t->kind == KIND_BAR ? bar_of(l, index, c, strong) : words_of(l, t, c, strong);
}

static hui_box *title_of(const layout *l, const track *t, hui_color color, hui_color on)
{
    if (!t->column)
        return NULL;
    hui_text_look look = {.type = l->dense ? HUI_TYPE_NOTE : HUI_TYPE_SMALL,
                          .weight = 700,
                          .color = color,
                          .strong_color = color,
                          .on = on,
                          .align = t->align == ALIGN_END      ? HUI_TEXT_END
                                   : t->align == ALIGN_CENTER ? HUI_TEXT_CENTER
                                                              : HUI_TEXT_START,
                          .balance = true,
                          .role = HUI_ROLE_PARAGRAPH,
                          .kind = "title"};
    return hui_part_text(l->build, t->column->title, look);
}

static hui_box *in_place(const layout *l, const track *t, hui_box *content, double right)
{
    hui_box *box = hui_box_column(l->build, 0);
    hui_box_pad(box, l->dense ? dense_pad_y : pad_y, l->dense ? dense_pad_x : pad_x);
    box->padding[HUI_RIGHT] += right;
    box->justify = HUI_JUSTIFY_CENTER;
    box->align = t->align == ALIGN_CENTER ? HUI_ALIGN_CENTER : HUI_ALIGN_STRETCH;
    hui_box_add(box, content);
    return box;
}

/* Tracks */

static hui_extent cell_extent(const layout *l, size_t index, const cell *c, bool strong)
{
    const track *t = &l->at[index];
    if (!c || !c->text.text[0])
        return (hui_extent){0, 0};
    if (t->kind == KIND_MARK && mark_of(c->text.text))
        return (hui_extent){mark_size, mark_size};
    hui_extent extent = hui_leaf_extent(words_of(l, t, c, strong));
    const double beside = t->kind == KIND_BAR ? 12 + least_bar : t->fraction - fraction_width(l, t, c, strong);
    return (hui_extent){extent.min + beside, extent.max + (t->kind == KIND_BAR ? 12 + most_bar : beside)};
}

static void measure(layout *l, size_t index)
{
    const table_row *rows = l->spec->rows.at;
    track *t = &l->at[index];
    for (size_t i = 0; i < l->spec->rows.count; i++) {
        const cell *c = cell_at(l, i, index);
        t->largest = c ? fmax(t->largest, hui_amount_of(c->text)) : t->largest;
        t->fraction = c ? fmax(t->fraction, fraction_width(l, t, c, rows[i].strong)) : t->fraction;
    }
    t->extent = hui_leaf_extent(title_of(l, t, (hui_color){0}, (hui_color){0}));
    t->extent.min = fmin(fmax(t->extent.min, least_words), t->extent.max);
    for (size_t i = 0; i < l->spec->rows.count; i++) {
        const hui_extent one = cell_extent(l, index, cell_at(l, i, index), rows[i].strong);
        t->extent.min = fmax(t->extent.min, one.min);
        t->extent.max = fmax(t->extent.max, one.max);
    }
    const double around = 2 * (l->dense ? dense_pad_x : pad_x);
    t->extent.min += around;
    t->extent.max += around;
}

static layout *layout_of(const hui_build *b, const table *p, bool dense)
{
    static const int aligns[] = {
        [KIND_TEXT] = ALIGN_START, [KIND_NUMBER] = ALIGN_END, [KIND_MARK] = ALIGN_CENTER, [KIND_BAR] = ALIGN_START};
    layout *l = HUI_NEW(b->arena, layout);
    *l = (layout){.build = hui_arena_copy(b->arena, b, sizeof *b), .spec = p, .count = widest_row(p), .dense = dense};
    l->at = HUI_NEW_ARRAY(b->arena, track, l->count);
    for (size_t i = 0; i < l->count; i++) {
        track *t = &l->at[i];
        t->column = i < p->columns.count ? (const column *)p->columns.at + i : NULL;
        t->kind = t->column && t->column->kind ? t->column->kind : kind_of(l, i);
        t->align = t->column && t->column->align ? t->column->align : aligns[t->kind];
        l->has_titles |= t->column && t->column->title.text && t->column->title.text[0];
        measure(l, i);
    }
    return l;
}

/* What words and bars ask for; figures and marks take what they need and no more. */
static void set_tracks(const layout *l, hui_box *grid)
{
    hui_length *lengths = HUI_NEW_ARRAY(l->build->arena, hui_length, l->count);
    bool any = false;
    for (size_t i = 0; i < l->count; i++)
        any |= l->at[i].kind == KIND_TEXT || l->at[i].kind == KIND_BAR;
    for (size_t i = 0; i < l->count; i++) {
        const track *t = &l->at[i];
        const bool grows = !any || t->kind == KIND_TEXT || t->kind == KIND_BAR;
        lengths[i] = t->column && t->column->width.unit != HUI_UNIT_NONE ? t->column->width
                     : grows ? (hui_length){fmin(t->extent.max, most_words), HUI_UNIT_FR}
                             : (hui_length){t->extent.max, HUI_UNIT_PX};
    }
    hui_box_tracks(l->build, grid, (hui_lengths){lengths, l->count});
}

static bool has_room(const layout *l)
{
    double least = 0;
    for (size_t i = 0; i < l->count; i++) {
        const double px = l->at[i].column ? hui_length_px(l->at[i].column->width) : 0;
        least += fmax(
            l->at[i].kind == KIND_NUMBER || l->at[i].kind == KIND_MARK ? l->at[i].extent.max : l->at[i].extent.min, px);
    }
    return least <= l->build->room;
}

/* Grounds */

static hui_rect row_rect(const hui_box *grid, const hui_box *first)
{
    return (hui_rect){grid->rect.x, first->rect.y, grid->rect.w, first->rect.h};
}

static void draw_header(const layout *l, hui_scene *scene, hui_rect rect)
{
    const int style = l->spec->header;
    const hui_block_inks solid = hui_solid_of(l->build);
    const double radii[4] = {header_radius, header_radius, 0, 0},
                 all[4] = {header_radius, header_radius, header_radius, header_radius};
    if (style == HEADER_LINE)
        hui_scene_rect(scene, (hui_rect){rect.x, rect.y + rect.h - 4, rect.w, 4}, NULL,
                       hui_paint_solid(hui_inks_of(l->build).bar), hui_stroke_none());
    else
        hui_scene_rect(scene, rect, style == HEADER_STRONG && l->spec->lines != LINES_ZEBRA ? radii : all,
                       hui_paint_solid(style == HEADER_STRONG ? solid.fill : hui_soft_of(l->build)), hui_stroke_none());
}

static void draw_row_ground(const layout *l, hui_scene *scene, hui_rect rect, size_t row)
{
    const table_row *rows = l->spec->rows.at;
    const hui_inks inks = hui_inks_of(l->build);
    const double radii[4] = {header_radius, header_radius, header_radius, header_radius};
    if (l->spec->lines == LINES_ZEBRA && row % 2 == 1)
        hui_scene_rect(scene, rect, radii, hui_paint_solid(hui_soft_of(l->build)), hui_stroke_none());
    const bool line = rows[row].strong || (l->spec->lines == LINES_HAIRLINES && row > 0);
    if (line && (row > 0 || l->spec->header != HEADER_LINE))
        hui_scene_rect(scene, (hui_rect){rect.x, rect.y - 1, rect.w, 2}, NULL,
                       hui_paint_solid(rows[row].strong ? inks.bar : inks.line), hui_stroke_none());
}

static void draw_grounds(const hui_box *grid, hui_scene *scene)
{
    const layout *l = grid->look;
    size_t index = 0, header = l->has_titles ? 1 : 0;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "rows"});
    for (const hui_box *a = grid->first; a; a = a->next, index++) {
        if (index % l->count)
            continue;
        if (index < header * l->count)
            draw_header(l, scene, row_rect(grid, a));
        else
            draw_row_ground(l, scene, row_rect(grid, a), index / l->count - header);
    }
    hui_scene_end(scene);
}

/* A row is an item of the list: the item begins before its first cell and ends after its last. */
static void begin_row(const hui_box *box, hui_scene *scene)
{
    (void)box;
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_LIST_ITEM, .kind = "row"});
}

static void end_row(const hui_box *box, hui_scene *scene)
{
    (void)box;
    hui_scene_end(scene);
}

static void add_cell(const layout *l, hui_box *grid, size_t index, hui_box *content, double right)
{
    hui_box *box = in_place(l, &l->at[index], content, right);
    if (index == 0)
        box->draw_before = begin_row;
    if (index + 1 == l->count)
        box->draw_after = end_row;
    hui_box_add(grid, box);
}

static void add_header(const layout *l, hui_box *grid)
{
    const hui_block_inks solid = hui_solid_of(l->build);
    const hui_inks inks = hui_inks_of(l->build);
    const int style = l->spec->header;
    for (size_t i = 0; i < l->count; i++)
        add_cell(l, grid, i,
                 title_of(l, &l->at[i], style == HEADER_STRONG ? solid.ink : inks.strong,
                          style == HEADER_STRONG ? solid.fill
                          : style == HEADER_TINT ? hui_soft_of(l->build)
                                                 : (hui_color){0}),
                 0);
}

static hui_box *in_columns(const layout *l)
{
    const table_row *rows = l->spec->rows.at;
    hui_box *grid = hui_box_new(l->build->arena, HUI_BOX_GRID);
    set_tracks(l, grid);
    if (l->has_titles)
        add_header(l, grid);
    for (size_t i = 0; i < l->spec->rows.count; i++)
        for (size_t k = 0; k < l->count; k++) {
            const cell *c = cell_at(l, i, k);
            const track *t = &l->at[k];
            const bool moves = t->align == ALIGN_END && c && t->kind == KIND_NUMBER && !isnan(hui_number_of(c->text));
            add_cell(l, grid, k, content_of(l, k, c, rows[i].strong),
                     moves ? t->fraction - fraction_width(l, t, c, rows[i].strong) : 0);
        }
    grid->look = hui_arena_copy(l->build->arena, l, sizeof *l);
    grid->draw_before = draw_grounds;
    grid->breaks = true;
    return grid;
}

/* Where there is no room for columns */

static hui_box *titled_cell(const layout *l, size_t index, const cell *c, bool strong)
{
    const hui_inks inks = hui_inks_of(l->build);
    track at_start = l->at[index];
    at_start.align = ALIGN_START;
    hui_box *content = content_of(l, index, c, strong), *title = title_of(l, &at_start, inks.secondary, (hui_color){0});
    if (!content)
        return title;
    const bool beside = l->at[index].kind == KIND_NUMBER || l->at[index].kind == KIND_MARK;
    hui_box *box = beside ? hui_box_row(l->build, 12, HUI_ALIGN_CENTER) : hui_box_column(l->build, 2);
    if (beside)
        hui_grow(title);
    hui_box_add(box, title);
    hui_box_add(box, content);
    return box;
}

static hui_box *head_of(const layout *l, const cell *c)
{
    return c ? hui_part_text(l->build, c->text,
                             (hui_text_look){.type = HUI_TYPE_TAG,
                                             .color = hui_inks_of(l->build).strong,
                                             .balance = true,
                                             .role = HUI_ROLE_PARAGRAPH,
                                             .kind = "cell"})
             : NULL;
}

/* Each row is a block of its own: its first cell, and below it the others, each with the title of its column. */
static hui_box *in_blocks(layout *l)
{
    l->dense = false;
    const table_row *rows = l->spec->rows.at;
    hui_box *list = hui_box_column(l->build, 25);
    hui_look *look = hui_box_look(l->build, list);
    look->divider = hui_inks_of(l->build).line;
    list->breaks = true;
    for (size_t k = 0; k < l->count; k++)
        l->at[k].align = l->at[k].kind == KIND_NUMBER ? ALIGN_END : ALIGN_START;
    for (size_t i = 0; i < l->spec->rows.count; i++) {
        hui_box *block = hui_box_column(l->build, 6);
        if (l->at[0].column)
            hui_box_add(block, i == 0 ? title_of(l, &l->at[0], hui_inks_of(l->build).secondary, (hui_color){0}) : NULL);
        hui_box_add(block, head_of(l, cell_at(l, i, 0)));
        for (size_t k = 1; k < l->count; k++)
            hui_box_add(block, titled_cell(l, k, cell_at(l, i, k), rows[i].strong));
        hui_look_role(hui_box_look(l->build, block), HUI_ROLE_LIST_ITEM, "row");
        hui_box_add(list, block);
    }
    return list;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const table *p = props;
    layout *l = layout_of(b, p, p->dense);
    if (!l->dense && !has_room(l))
        l = layout_of(b, p, true);
    hui_box *box = hui_box_column(b, 0);
    hui_box_add(box, has_room(l) ? in_columns(l) : in_blocks(l));
    hui_look_role(hui_box_look(b, box), HUI_ROLE_LIST, "table");
    return box;
}

const hui_panel_kind hui_panel_table = {.record = {"table", "rows and columns of words, figures, marks and bars",
                                                   fields, HUI_FIELD_COUNT(fields), sizeof(table), NULL},
                                        .build = build};
