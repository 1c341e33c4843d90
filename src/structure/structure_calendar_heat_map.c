/* calendar_heat_map: a value for each day, in weeks side by side. */
#include "structure/drawing.h"

#include <math.h>

typedef struct calendar {
    int year, month, day;
    hui_numbers values;
    hui_string low, high;
} calendar;

static const hui_field fields[] = {
    HUI_FIELD(calendar, values, NUMBERS, "one for each day", .required = true, .min = -1e15, .max = 1e15),
    HUI_FIELD(calendar, year, INTEGER, "of the first day", .required = true, .min = 1583, .max = 9999),
    HUI_FIELD(calendar, month, INTEGER, "of the first day", "1", .min = 1, .max = 12),
    HUI_FIELD(calendar, day, INTEGER, "the first day", "1", .min = 1, .max = 31),
    HUI_FIELD_AS("lowLabel", calendar, low, TEXT, "before the palest square of the legend"),
    HUI_FIELD_AS("highLabel", calendar, high, TEXT, "after its darkest one"),
};

enum { WEEK = 7, LEVELS = 5, MONTHS = 12 };
static const double left = 44, top = 36, least_cell = 14, largest_cell = 34, gap_share = 0.16, legend_gap = 6,
                    block_gap = 16;

/* Days since 1970-01-01 of the proleptic Gregorian calendar, and back (Hinnant, chrono-compatible date algorithms). */
static int days_from_civil(int y, int m, int d)
{
    y -= m <= 2;
    const int era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400,
              doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static int month_of(int days)
{
    const int z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
    const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365,
              doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const int mp = (5 * doy + 2) / 153;
    return mp < 10 ? mp + 3 : mp - 9;
}

/* Monday is 0; 1970-01-01 was a Thursday. */
static int weekday_of(int days)
{
    return ((days + 3) % WEEK + WEEK) % WEEK;
}

/* Some weeks of it on one line. */
typedef struct block {
    const calendar *spec;
    int first_day;        /* of the calendar: days since 1970, a Monday is week 0 */
    int from_week, weeks; /* of this block */
    int room_weeks;       /* all blocks have squares as large as those of a full one */
    double low, high;
    hui_color levels[LEVELS];
    size_t month_count;
    const int *month_weeks; /* where labels stand, weeks of the block */
} block;

static double cell_of(const block *a, double width)
{
    return fmin(floor((width - left) / a->room_weeks), largest_cell);
}

static hui_extent block_widths(void *data, const hui_box *box)
{
    (void)box;
    const block *a = data;
    return (hui_extent){left + a->room_weeks * least_cell, left + a->room_weeks * largest_cell};
}

static void block_share(void *data, hui_box *box, double width)
{
    (void)data, (void)width;
    for (hui_box *child = box->first; child; child = child->next)
        child->rect.w = child->extent.max;
}

/* Children: labels of months, then those of Monday, Wednesday, Friday. */
static double block_arrange(void *data, hui_box *box, double width, double height)
{
    (void)height;
    const block *a = data;
    const double cell = cell_of(a, width);
    size_t i = 0;
    for (hui_box *child = box->first; child; child = child->next, i++) {
        const bool month = i < a->month_count;
        const int row = month ? 0 : 2 * (int)(i - a->month_count);
        child->rect.x = month ? left + cell * a->month_weeks[i] : 0;
        child->rect.y = month ? 0 : top + cell * row + (cell * (1 - gap_share) - child->rect.h) / 2;
    }
    return top + fmax(cell * WEEK, 5 * cell + 30);
}

static const hui_arranger arranger = {block_widths, block_share, block_arrange};

static int level_of(const block *a, double value)
{
    if (a->high <= a->low)
        return value > 0 ? LEVELS - 1 : 0;
    return (int)fmin(floor((value - a->low) / (a->high - a->low) * LEVELS), LEVELS - 1);
}

static void draw_block(const hui_box *box, hui_scene *scene)
{
    const block *a = box->data;
    const double cell = cell_of(a, box->rect.w), size = cell * (1 - gap_share), k = size * 0.18,
                 radii[4] = {k, k, k, k};
    hui_path paths[LEVELS];
    const int before = weekday_of(a->first_day);
    for (int level = 0; level < LEVELS; level++)
        paths[level] = hui_path_new(scene->arena);
    for (int i = 0; i < a->weeks * WEEK; i++) {
        const int day = (a->from_week * WEEK) + i - before;
        if (day < 0 || (size_t)day >= a->spec->values.count)
            continue;
        const hui_rect r = {box->rect.x + left + cell * (i / WEEK), box->rect.y + top + cell * (i % WEEK), size, size};
        hui_path_round_rect(&paths[level_of(a, a->spec->values.at[day])], r, radii);
    }
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "days"});
    for (int level = 0; level < LEVELS; level++)
        if (paths[level].verb_count)
            hui_scene_path(scene, paths[level], hui_paint_solid(a->levels[level]), hui_stroke_none());
    hui_scene_end(scene);
}

static hui_box *note_of(const hui_build *b, const char *text, hui_place place, bool wraps)
{
    return hui_part_text(b, hui_text_at(text, place),
                         (hui_text_look){.type = HUI_TYPE_NOTE,
                                         .color = hui_inks_of(b).secondary,
                                         .nowrap = !wraps,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

/* A month is named above the week with its first day, where the name before it leaves room. */
static void add_months(const hui_build *b, hui_box *box, block *a, double cell)
{
    static const char *const english[MONTHS] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int *weeks = HUI_NEW_ARRAY(b->arena, int, (size_t)a->weeks), last = 0;
    double taken = 0;
    for (int week = 0; week < a->weeks; week++) {
        const int offset = (a->from_week + week) * WEEK - weekday_of(a->first_day), shown = offset > 0 ? offset : 0;
        const int month = month_of(a->first_day + shown + (offset > 0 && week > 0 ? WEEK - 1 : 0));
        if (month == last || (size_t)shown >= a->spec->values.count)
            continue;
        hui_box *label = note_of(b, hui_is_han(b) ? hui_arena_printf(b->arena, "%d月", month) : english[month - 1],
                                 a->spec->values.place, false);
        last = month;
        const double width = hui_leaf_extent(label).max;
        if (cell * week < taken || cell * week + width > a->room_weeks * cell)
            continue;
        taken = cell * week + width + 8;
        weeks[a->month_count++] = week;
        hui_box_add(box, label);
    }
    a->month_weeks = weeks;
}

static void add_weekdays(const hui_build *b, hui_box *box, const block *a)
{
    static const char *const han[] = {"一", "三", "五"}, *const english[] = {"Mo", "We", "Fr"};
    for (int i = 0; i < 3; i++)
        hui_box_add(box, note_of(b, hui_is_han(b) ? han[i] : english[i], a->spec->values.place, false));
}

/* Words too long to stand beside the squares: each beside its own. */
static hui_box *long_legend(const hui_build *b, const block *a, hui_string low, hui_string high)
{
    hui_box *column = hui_box_column(b, legend_gap);
    hui_look_role(hui_box_look(b, column), HUI_ROLE_LIST, "legend");
    hui_box_add(column, hui_legend_entry(b, a->levels[0], low, (hui_string){0}, (hui_string){0}));
    hui_box_add(column, hui_legend_entry(b, a->levels[LEVELS - 1], high, (hui_string){0}, (hui_string){0}));
    return column;
}

static hui_box *legend_of(const hui_build *b, const calendar *p, const block *a)
{
    hui_box *row = hui_box_row(b, legend_gap, HUI_ALIGN_CENTER);
    const char *low = p->low.text     ? p->low.text
                      : hui_is_han(b) ? "少"
                                      : "less",
               *high = p->high.text    ? p->high.text
                       : hui_is_han(b) ? "多"
                                       : "more";
    const double words = hui_leaf_extent(note_of(b, low, p->low.place, true)).max +
                         hui_leaf_extent(note_of(b, high, p->high.place, true)).max,
                 squares = LEVELS * hui_swatch(b, a->levels[0], false)->width + (LEVELS + 1) * legend_gap;
    if (words + squares > b->room)
        return long_legend(b, a, hui_text_at(low, p->low.place), hui_text_at(high, p->high.place));
    hui_box_add(row, note_of(b, low, p->low.place, true));
    for (int i = 0; i < LEVELS; i++)
        hui_box_add(row, hui_swatch(b, a->levels[i], false));
    hui_box_add(row, note_of(b, high, p->high.place, true));
    row->justify = HUI_JUSTIFY_END;
    return row;
}

static block block_of(const hui_build *b, const calendar *p)
{
    const hui_inks inks = hui_inks_of(b);
    block a = {.spec = p, .first_day = days_from_civil(p->year, p->month, p->day), .low = INFINITY, .high = -INFINITY};
    for (size_t i = 0; i < p->values.count; i++) {
        a.low = fmin(a.low, p->values.at[i]);
        a.high = fmax(a.high, p->values.at[i]);
    }
    for (int i = 0; i < LEVELS; i++)
        a.levels[i] =
            i ? hui_color_mix(hui_ground_color(b), inks.bar, 0.25 + 0.75 * (i - 1) / (LEVELS - 2)) : inks.track;
    return a;
}

static hui_box *build(const hui_build *b, const void *props)
{
    const calendar *p = props;
    const block base = block_of(b, p);
    const int weeks = ((int)p->values.count + weekday_of(base.first_day) + WEEK - 1) / WEEK;
    const int most = (int)fmax(1, floor((b->room - left) / (least_cell + 2))), lines = (weeks + most - 1) / most,
              line_weeks = lines > 0 ? (weeks + lines - 1) / lines : 1;
    hui_box *column = hui_box_column(b, block_gap);
    for (int week = 0; week < weeks; week += line_weeks) {
        block *a = hui_arena_copy(b->arena, &base, sizeof base);
        a->from_week = week;
        a->weeks = weeks - week < line_weeks ? weeks - week : line_weeks;
        a->room_weeks = line_weeks > 4 ? line_weeks : 4;
        hui_box *box = hui_box_free(b->arena, &arranger, a);
        add_months(b, box, a, cell_of(a, b->room));
        add_weekdays(b, box, a);
        box->draw_before = draw_block;
        hui_box_add(column, box);
    }
    hui_box_add(column, legend_of(b, p, &base));
    return column;
}

const hui_panel_kind hui_panel_calendar_heat_map = {.record = {"calendar-heat-map",
                                                               "a value for each day, in weeks side by side", fields,
                                                               HUI_FIELD_COUNT(fields), sizeof(calendar), NULL},
                                                    .build = build};
