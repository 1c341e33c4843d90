/* Timelines from the left to the right: dates over the line, words under it. */
#include "structure/shelf.h"
#include "structure/spread.h"
#include "structure/timeline.h"

#include <math.h>

static const double gap = 24, date_gap = 10, words_gap = 14, arrow = 18;
/* Columns to scale are narrower than even ones, so that there is room to be to scale. */
static const double scale_share = 0.6;

typedef struct entry {
    hui_box *date, *mark, *words;
    const hui_accent *accent;
    double middle; /* of its column, from the inside of the box */
} entry;

typedef struct level {
    hui_build build;
    entry *at;
    size_t count;
    const double *shares; /* NULL: even */
    double column;        /* the least that a column needs */
    double node, line_y;
} level;

static double column_width(const level *l, double width)
{
    const double even = hui_column_width(width, gap, l->count);
    return l->shares && l->count > 1 ? fmin(fmax(l->column, even * scale_share), even) : even;
}

static hui_extent level_widths(void *data, const hui_box *box)
{
    const level *l = data;
    double min = 0;
    for (const hui_box *child = box->first; child; child = child->next)
        min = fmax(min, child->extent.min);
    const double n = (double)l->count, least = min * n + gap * (n - 1);
    return (hui_extent){least, fmax(least, l->build.room)};
}

static void level_share(void *data, hui_box *box, double width)
{
    (void)box;
    const level *l = data;
    const double column = fmax(column_width(l, width), 1);
    for (entry *e = l->at; e < l->at + l->count; e++) {
        if (e->date)
            e->date->rect.w = column;
        if (e->mark)
            e->mark->rect.w = l->node;
        if (e->words)
            e->words->rect.w = column;
    }
}

/* Left edges of columns. */
static double *columns_of(const level *l, double width)
{
    const double column = column_width(l, width), last = width - column;
    double *at = HUI_NEW_ARRAY(l->build.arena, double, l->count),
           *least = HUI_NEW_ARRAY(l->build.arena, double, l->count);
    for (size_t i = 0; i < l->count; i++) {
        least[i] = column + gap;
        at[i] = l->shares ? l->shares[i] * last : (double)i * (column + gap);
    }
    if (l->count == 1)
        at[0] = last / 2;
    hui_spread(l->build.arena, at, least, l->count, 0, last);
    return at;
}

static double level_arrange(void *data, hui_box *box, double width, double height)
{
    (void)box, (void)height;
    level *l = data;
    const double *x = columns_of(l, width), column = column_width(l, width);
    double dates = 0, foot = 0;
    for (const entry *e = l->at; e < l->at + l->count; e++)
        dates = fmax(dates, e->date ? e->date->rect.h + date_gap : 0);
    l->line_y = dates + l->node / 2;
    for (size_t i = 0; i < l->count; i++) {
        entry *e = &l->at[i];
        e->middle = x[i] + column / 2;
        if (e->date) {
            e->date->rect.x = x[i];
            e->date->rect.y = dates - date_gap - e->date->rect.h;
        }
        if (e->mark) {
            e->mark->rect.x = e->middle - l->node / 2;
            e->mark->rect.y = dates;
        }
        if (e->words) {
            e->words->rect.x = x[i];
            e->words->rect.y = dates + l->node + words_gap;
            foot = fmax(foot, e->words->rect.y + e->words->rect.h);
        }
    }
    return fmax(foot, dates + l->node);
}

static const hui_arranger arranger = {level_widths, level_share, level_arrange};

/* The line with its arrow, and nodes where no mark is. */
static void draw_level(const hui_box *box, hui_scene *scene)
{
    const level *l = box->data;
    const hui_rect inner = hui_box_inner(box);
    const double y = inner.y + l->line_y, end = inner.x + inner.w;
    const hui_paint paint = hui_paint_solid(hui_inks_of(&l->build).line);
    hui_scene_group(scene, (hui_group){.role = HUI_ROLE_ARTIFACT, .kind = "line"});
    hui_scene_rect(scene, (hui_rect){inner.x, y - hui_spine_line / 2, inner.w - arrow, hui_spine_line}, NULL, paint,
                   hui_stroke_none());
    hui_path head = hui_path_new(scene->arena);
    const hui_point points[] = {{end - arrow, y - arrow * 0.7}, {end, y}, {end - arrow, y + arrow * 0.7}};
    hui_path_polygon(&head, points, 3);
    hui_scene_path(scene, head, paint, hui_stroke_none());
    for (const entry *e = l->at; e < l->at + l->count; e++)
        if (!e->mark)
            hui_draw_node(scene, &l->build, (hui_point){inner.x + e->middle, y}, e->accent);
    hui_scene_end(scene);
}

static void fill_entry(const hui_build *b, entry *e, const hui_moment *moment, double node)
{
    const hui_build mine = hui_build_topic(b, &moment->topic);
    e->accent = moment->topic.accent;
    e->date = hui_moment_date(&mine, moment, HUI_TEXT_CENTER);
    e->words =
        hui_topic_words(&mine, &moment->topic, (hui_topic_look){.align = HUI_TEXT_CENTER, .plain = moment->date.text});
    if (moment->topic.icon.text || moment->topic.image.text) {
        e->mark = hui_box_column(b, 0);
        e->mark->align = HUI_ALIGN_CENTER;
        hui_box_add(e->mark, hui_topic_mark(&mine, &moment->topic, 0, node, true));
    }
}

/* As wide as words and dates need. */
static double least_column(const hui_build *b, hui_list moments)
{
    double column = hui_topics_column(b, moments, sizeof(hui_moment), (hui_topic_look){.align = HUI_TEXT_CENTER});
    const hui_moment *at = moments.at;
    for (size_t i = 0; i < moments.count; i++)
        column = fmax(column, hui_leaf_extent(hui_moment_date(b, &at[i], HUI_TEXT_CENTER)).min);
    return column;
}

static bool any_mark(hui_list moments)
{
    const hui_moment *at = moments.at;
    bool found = false;
    for (size_t i = 0; i < moments.count; i++)
        found |= at[i].topic.icon.text || at[i].topic.image.text;
    return found;
}

hui_box *hui_timeline_level(const hui_build *b, hui_list moments, const double *shares)
{
    level *l = HUI_NEW(b->arena, level);
    *l = (level){.build = *b, .count = moments.count, .shares = shares, .column = least_column(b, moments)};
    l->node = any_mark(moments) ? hui_node_mark : hui_node_size;
    const double n = (double)l->count;
    if (l->count > 1 && l->column * n + gap * (n - 1) > b->room)
        return NULL;
    l->at = HUI_NEW_ARRAY(b->arena, entry, l->count);
    const hui_build cell = hui_build_within(b, column_width(l, b->room));
    hui_box *box = hui_box_free(b->arena, &arranger, l);
    const hui_moment *at = moments.at;
    for (size_t i = 0; i < l->count; i++) {
        entry *e = &l->at[i];
        fill_entry(&cell, e, &at[i], l->node);
        hui_box *const parts[] = {e->date, e->mark, e->words};
        hui_box **const places[] = {&e->date, &e->mark, &e->words};
        hui_box *first = NULL, *last = NULL;
        for (size_t k = 0; k < 3; k++) {
            if (!parts[k])
                continue;
            hui_box *outer = hui_box_column(b, 0);
            hui_box_add(outer, parts[k]);
            hui_box_add(box, outer);
            *places[k] = outer;
            first = first ? first : outer;
            last = outer;
        }
        hui_topic_item(first, last);
    }
    box->draw_before = draw_level;
    return box;
}
