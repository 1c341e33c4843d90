/* Timelines: dates and words of moments. */
#include "structure/timeline.h"

#include "data/format.h"

#include <math.h>
#include <stdlib.h>

static const hui_field fields[] = {
    HUI_TOPIC_FIELDS(hui_moment, topic),
    HUI_FIELD(hui_moment, date, VALUE, "when it was, as it is to be read, such as 2023-05-01, 2023年5月 or 2023"),
};

const hui_record hui_moment_record = {"timeline item",         "a moment",         fields,
                                      HUI_FIELD_COUNT(fields), sizeof(hui_moment), "label"};

static const double date_keep = 200;

hui_box *hui_moment_date(const hui_build *b, const hui_moment *moment, hui_text_align align)
{
    return hui_part_text(b, moment->date,
                         (hui_text_look){.type = HUI_TYPE_HEADING,
                                         .weight = 900,
                                         .color = hui_inks_of(b).strong,
                                         .align = align,
                                         .keep = fmin(date_keep, b->room),
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "date"});
}

hui_box *hui_moment_words(const hui_build *b, const hui_moment *moment, bool date, hui_text_align align)
{
    hui_box *column = hui_box_column(b, 2);
    if (date)
        hui_box_add(column, hui_moment_date(b, moment, align));
    hui_box_add(column,
                hui_topic_words(b, &moment->topic,
                                (hui_topic_look){.balance = true, .align = align, .plain = date && moment->date.text}));
    return column->first ? column : NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

double hui_moment_ms(const char *date)
{
    const double ms = hui_date_parse(date);
    if (!isnan(ms))
        return ms;
    long parts[3] = {0, 1, 1};
    size_t count = 0;
    for (const char *at = date; *at && count < 3;) {
        char *end;
        if (is_digit(*at)) {
            parts[count++] = strtol(at, &end, 10);
            at = end;
        } else {
            at++;
        }
    }
    const bool sound = count && parts[0] <= 9999 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31;
    return sound ? hui_date_ms((double)parts[0], (double)parts[1] - 1, (double)parts[2], 0, 0, 0, 0) : NAN;
}

bool hui_moments_shares(const hui_build *b, hui_list moments, double *shares)
{
    const hui_moment *at = moments.at;
    double previous = -INFINITY;
    for (size_t i = 0; i < moments.count; i++) {
        shares[i] = at[i].date.text ? hui_moment_ms(at[i].date.text) : NAN;
        if (isnan(shares[i]) || shares[i] < previous) {
            const char *fault = !at[i].date.text   ? "a moment has no date"
                                : isnan(shares[i]) ? "a date cannot be read"
                                                   : "a date is before that of the moment before it";
            hui_diags_add(b->diags, HUI_CODE_ODD_DATA, at[i].date.text ? at[i].date.place : moments.place,
                          "write it as 2023-05-01, 2023年5月 or 2023, in the order of time, or take `scale` away",
                          hui_arena_printf(b->arena, "%s: moments stand at even distances", fault));
            return false;
        }
        previous = shares[i];
    }
    const double first = moments.count ? shares[0] : 0, span = previous - first;
    for (size_t i = 0; i < moments.count; i++)
        shares[i] = span > 0 ? (shares[i] - first) / span : 0;
    return true;
}

void hui_draw_node(hui_scene *scene, const hui_build *b, hui_point at, const hui_accent *accent)
{
    const double stroke = 6;
    hui_path path = hui_path_new(scene->arena);
    hui_path_circle(&path, at.x, at.y, (hui_node_size - stroke) / 2);
    const hui_color color = accent && b->ground != HUI_GROUND_STRONG ? accent->color : hui_inks_of(b).bar;
    hui_scene_path(scene, path, hui_paint_solid(hui_ground_color(b)), hui_stroke_line(color, stroke));
}
