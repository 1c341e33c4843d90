/* Shelves: an arranger of heads and bodies in columns. */
#include "structure/shelf.h"

#include <math.h>

size_t hui_columns_fit(double room, double gap, double least, size_t count)
{
    const double most = floor((room + gap) / (least + gap));
    if (count <= 1 || most < 2)
        return 1;
    const size_t columns = most < (double)count ? (size_t)most : count;
    const size_t rows = (count + columns - 1) / columns;
    return (count + rows - 1) / rows;
}

double hui_column_width(double room, double gap, size_t columns)
{
    return floor((room - gap * (double)(columns - 1)) / (double)columns);
}

hui_box *hui_even_grid(const hui_build *b, size_t columns, double gap, double row_gap)
{
    hui_box *grid = hui_box_new(b->arena, HUI_BOX_GRID);
    hui_length *tracks = HUI_NEW_ARRAY(b->arena, hui_length, columns);
    for (size_t i = 0; i < columns; i++)
        tracks[i] = (hui_length){1, HUI_UNIT_FR};
    hui_box_tracks(b, grid, (hui_lengths){tracks, columns});
    grid->gap = gap;
    grid->row_gap = row_gap;
    return grid;
}

static hui_extent widest(const hui_shelf *s)
{
    hui_extent extent = {0, 0};
    for (const hui_shelf_cell *c = s->at; c < s->at + s->count; c++) {
        const hui_box *const boxes[] = {c->head, c->body};
        for (size_t i = 0; i < 2; i++) {
            extent.min = fmax(extent.min, boxes[i] ? boxes[i]->extent.min : 0);
            extent.max = fmax(extent.max, boxes[i] ? boxes[i]->extent.max : 0);
        }
    }
    return extent;
}

static hui_extent shelf_widths(void *data, const hui_box *box)
{
    (void)box;
    const hui_shelf *s = data;
    const hui_extent one = widest(s);
    const double n = (double)s->columns, around = s->gap * (n - 1) + 2 * s->edge;
    return (hui_extent){one.min * n + around, fmax(one.max, one.min) * n + around};
}

static void shelf_share(void *data, hui_box *box, double width)
{
    (void)box;
    const hui_shelf *s = data;
    const double column = fmax(hui_column_width(width - 2 * s->edge, s->gap, s->columns), 1);
    for (hui_shelf_cell *c = s->at; c < s->at + s->count; c++) {
        if (c->head)
            c->head->rect.w = column;
        if (c->body)
            c->body->rect.w = column;
    }
}

typedef struct shelf_row {
    size_t from, to;
    double head, body, rise; /* the highest of each */
} shelf_row;

static shelf_row measure_row(const hui_shelf *s, size_t from)
{
    shelf_row row = {.from = from, .to = from + s->columns < s->count ? from + s->columns : s->count};
    for (size_t i = row.from; i < row.to; i++) {
        const hui_shelf_cell *c = &s->at[i];
        row.head = fmax(row.head, c->head ? c->head->natural : 0);
        row.rise = fmax(row.rise, c->rise);
    }
    /* A body on its head reaches higher the higher that is. */
    for (size_t i = row.from; i < row.to; i++) {
        const hui_shelf_cell *c = &s->at[i];
        const double lifted = s->body_first ? c->rise - row.rise : 0;
        row.body = fmax(row.body, c->body ? c->body->natural + lifted : 0);
    }
    return row;
}

static double column_x(const hui_shelf *s, const shelf_row *row, size_t index, double column)
{
    const size_t row_number = row->from / s->columns, here = row->to - row->from;
    size_t place = index - row->from;
    if (s->snake && row_number % 2)
        place = s->columns - 1 - place;
    const double shift = s->center ? (double)(s->columns - here) * (column + s->gap) / 2 : 0;
    return s->edge + shift + (double)place * (column + s->gap);
}

static void place_cell(hui_shelf_cell *c, hui_rect head, double body_y)
{
    c->rect = head;
    if (c->head) {
        c->head->rect.x = head.x;
        c->head->rect.y = head.y;
        c->head->rect.h = head.h;
    }
    if (c->body) {
        c->body->rect.x = head.x;
        c->body->rect.y = body_y;
    }
}

static double place_row(const hui_shelf *s, const shelf_row *row, double y, double column)
{
    const double over = s->body_first && row->body > 0 ? row->body + s->body_gap : 0,
                 foot = y + over + row->head + row->rise;
    for (size_t i = row->from; i < row->to; i++) {
        hui_shelf_cell *c = &s->at[i];
        const double height = row->head + c->rise;
        const hui_rect head = {column_x(s, row, i, column), foot - height, column, height};
        const double above = head.y - s->body_gap - (c->body ? c->body->rect.h : 0);
        place_cell(c, head, s->body_first ? above : foot + s->body_gap);
    }
    return foot + (!s->body_first && row->body > 0 ? s->body_gap + row->body : 0);
}

static double shelf_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box, (void)height;
    const hui_shelf *s = data;
    const double column = fmax(hui_column_width(width - 2 * s->edge, s->gap, s->columns), 1);
    double y = 0;
    for (size_t from = 0; from < s->count; from += s->columns) {
        const shelf_row row = measure_row(s, from);
        y = place_row(s, &row, y + (from ? s->row_gap : 0), column);
    }
    return y;
}

static const hui_arranger arranger = {shelf_widths, shelf_share, shelf_arrange};

hui_box *hui_shelf_box(const hui_build *b, hui_shelf *s, void (*draw)(const hui_box *box, hui_scene *scene))
{
    hui_box *box = hui_box_free(b->arena, &arranger, s);
    for (hui_shelf_cell *c = s->at; c < s->at + s->count; c++) {
        hui_box_add(box, c->head);
        hui_box_add(box, c->body);
        hui_topic_item(c->head ? c->head : c->body, c->body ? c->body : c->head);
    }
    box->draw_before = draw;
    return box;
}
