/* Places of longitudes and latitudes, as columns that positions are read from. */
#include "chart/encode.h"
#include "chart/projection.h"

#include <math.h>
#include <string.h>

/* In a column that no data have. */
static const char *const columns[2][2] = {{"\001x", "\001y"}, {"\001x2", "\001y2"}};

static bool is_placed(const hui_view *unit)
{
    return unit->channels[HUI_CHANNEL_LONGITUDE] || unit->channels[HUI_CHANNEL_LATITUDE];
}

const char *hui_geo_column(const hui_view *unit, hui_channel channel)
{
    const hui_channel main = hui_channel_main(channel);
    if ((main != HUI_CHANNEL_X && main != HUI_CHANNEL_Y) || unit->channels[main] || !is_placed(unit))
        return NULL;
    return columns[main != channel][main == HUI_CHANNEL_Y];
}

hui_encoder *hui_encode_geopoint(const hui_drawing *drawing, hui_channel channel)
{
    const char *column = hui_geo_column(drawing->unit, channel);
    hui_encoder *encoder = column ? hui_encoder_new(drawing) : NULL;
    if (encoder)
        hui_encoder_add(drawing, encoder, HUI_RULE_FIELD)->field = hui_drawing_accessor(drawing, column);
    return encoder;
}

static hui_value value_of(const hui_channel_def *def, const hui_accessor *field, size_t row)
{
    return !def ? (hui_value){0} : hui_def_is_field(def) ? hui_accessor_value(field, row) : def->datum;
}

/* Places that there are none of are NAN. */
static void add_places(hui_drawing *drawing, hui_table *table, const hui_projection *projection, int second)
{
    const hui_view *unit = drawing->unit;
    const hui_channel_def *x = hui_unit_scaled(unit, second ? HUI_CHANNEL_LONGITUDE2 : HUI_CHANNEL_LONGITUDE);
    const hui_channel_def *y = hui_unit_scaled(unit, second ? HUI_CHANNEL_LATITUDE2 : HUI_CHANNEL_LATITUDE);
    if (second && !x && !y)
        return;
    hui_value *xs = hui_table_add(table, columns[second][0]), *ys = hui_table_add(table, columns[second][1]);
    const hui_accessor x_field = hui_def_is_field(x) ? hui_drawing_accessor(drawing, x->column) : (hui_accessor){0};
    const hui_accessor y_field = hui_def_is_field(y) ? hui_drawing_accessor(drawing, y->column) : (hui_accessor){0};
    for (size_t i = 0; i < drawing->rows.count; i++) {
        const size_t row = hui_row_at(&drawing->rows, i);
        const hui_point at = hui_projection_point(projection, hui_value_to_number(value_of(x, &x_field, row)),
                                                  hui_value_to_number(value_of(y, &y_field, row)));
        xs[row] = hui_value_number(at.x);
        ys[row] = hui_value_number(at.y);
    }
}

void hui_drawing_geocode(hui_drawing *drawing)
{
    if (!is_placed(drawing->unit) && !hui_unit_scaled(drawing->unit, HUI_CHANNEL_LONGITUDE2) &&
        !hui_unit_scaled(drawing->unit, HUI_CHANNEL_LATITUDE2))
        return;
    const hui_projection *projection =
        drawing->unit->projection ? hui_frame_projection(drawing->frame, drawing->unit) : NULL;
    if (!projection)
        return;
    hui_table *table = hui_table_copy(drawing->arena, drawing->rows.table);
    for (int second = 0; second < 2; second++)
        add_places(drawing, table, projection, second);
    drawing->rows.table = table;
    drawing->scope.table = table;
}

/* NAN is 0 to Vega; a second end that is lacking is the first one. */
static bool settle(double *coordinate, double otherwise)
{
    if (isfinite(*coordinate))
        return true;
    *coordinate = otherwise;
    return false;
}

void hui_marks_hide_unplaced(hui_marks *marks, size_t first)
{
    for (size_t i = first; i < marks->count; i++)
        for (size_t k = 0; k < marks->at[i].item_count; k++) {
            hui_mark_item *item = &marks->at[i].items[k];
            const bool x = settle(&item->x, 0), y = settle(&item->y, 0);
            const bool x2 = settle(&item->x2, item->x), y2 = settle(&item->y2, item->y);
            item->undefined |= !x || !y || !x2 || !y2;
        }
}
