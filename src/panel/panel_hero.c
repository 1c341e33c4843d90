/* hero: the poster's opening: kicker, lead, slogan and badge over a drawing. */
#include "base/utf8.h"
#include "panel/container.h"

#include <math.h>

typedef struct hero {
    hui_string kicker, lead, title, badge;
    int art;
    hui_art_look look;
    hui_length height;
} hero;

static const hui_field fields[] = {
    HUI_FIELD(hero, kicker, TEXT, "the spaced line at the top"),
    HUI_FIELD(hero, lead, TEXT, "the line before the slogan; **strong** runs are larger and gold"),
    HUI_FIELD(hero, title, TEXT, "the slogan, as large as the width allows", .required = true),
    HUI_FIELD(hero, badge, TEXT, "on a gold pill below"),
    HUI_FIELD(hero, art, ENUM, "the drawing behind", "\"hero\"", .words = hui_art_words),
    HUI_ART_FIELDS(hero),
    HUI_FIELD(hero, height, LENGTH, "at least", "920", .min = 100, .max = 16384),
};

static const double side = 72;

/* Han stand well apart; letters of other scripts fall apart sooner. */
static double kicker_spacing(hui_string text)
{
    const char *first = text.text;
    return first && *first && hui_utf8_is_cjk(hui_utf8_next(&first)) ? 0.3 : 0.06;
}

static hui_box *kicker(const hui_build *b, hui_string text)
{
    hui_box *line = hui_part_text(b, text,
                                  (hui_text_look){.type = HUI_TYPE_KICKER,
                                                  .color = b->theme->palette.gold_light,
                                                  .letter_spacing = kicker_spacing(text),
                                                  .role = HUI_ROLE_PARAGRAPH,
                                                  .kind = "kicker"});
    if (!line)
        return NULL;
    hui_box *row = hui_box_row(b, 34, HUI_ALIGN_CENTER), *rule = hui_space(b, 0, b->theme->measures.line);
    hui_box_look(b, rule)->fill = b->theme->palette.gold;
    hui_box_add(row, line);
    hui_box_add(row, hui_grow(rule));
    return row;
}

static hui_box *badge(const hui_build *b, hui_string text)
{
    const hui_palette *p = &b->theme->palette;
    hui_box *words = hui_part_text(b, text,
                                   (hui_text_look){.type = HUI_TYPE_STRIP,
                                                   .weight = 900,
                                                   .color = p->gold_dark,
                                                   .strong_color = p->gold_dark,
                                                   .on = p->gold_light,
                                                   .role = HUI_ROLE_PARAGRAPH,
                                                   .kind = "badge"});
    if (!words)
        return NULL;
    hui_box *row = hui_box_row(b, 0, HUI_ALIGN_START), *pill = hui_box_row(b, 0, HUI_ALIGN_CENTER);
    pill->min_height = 72;
    hui_box_pad(pill, 0, 36);
    hui_look *look = hui_box_look(b, pill);
    hui_look_radius(look, 36);
    hui_look_gradient(b, look, 90, p->gold_light, hui_color_mix(p->gold_light, p->gold, 0.5));
    hui_box_add(pill, words);
    hui_box_add(row, pill);
    row->padding[HUI_TOP] = 26;
    return row;
}

static hui_box *lead(const hui_build *b, hui_string text)
{
    return hui_part_text(b, text,
                         (hui_text_look){.type = HUI_TYPE_LEAD,
                                         .color = b->theme->palette.on_strong,
                                         .strong_color = b->theme->palette.gold_light,
                                         .strong_weight = 900,
                                         .strong_scale = 112.0 / 88,
                                         .no_gap = true,
                                         .shrink_to = 56,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "lead"});
}

static hui_box *build(const hui_build *b, const void *props)
{
    const hero *p = props;
    hui_build inner = hui_build_on(b, HUI_GROUND_STRONG);
    inner.heading_level = 1;
    hui_box *stack = hui_box_stack(b), *column = hui_box_column(b, 0);
    const double height = hui_length_px(p->height);
    hui_box *art = hui_part_art(&inner, &hui_arts[p->art], hui_art_options_of(&inner, &p->look), 0, height);
    art->out_of_flow = true;
    stack->min_height = height;
    if (!hui_arts[p->art].covers) /* a ground of the same shape would shine through at its edges */
        hui_box_look(b, stack)->fill = b->theme->palette.strong_start;
    column->padding[HUI_TOP] = 56;
    column->padding[HUI_LEFT] = column->padding[HUI_RIGHT] = side;
    /* The drawing's figures need the lower part. */
    column->padding[HUI_BOTTOM] = round(height * 0.36);
    hui_box_add(column, kicker(&inner, p->kicker));
    hui_box *words = hui_box_column(b, 0);
    words->padding[HUI_TOP] = 24;
    hui_box_add(words, lead(&inner, p->lead));
    hui_box_add(words, hui_part_text(&inner, p->title,
                                     (hui_text_look){.type = HUI_TYPE_SLOGAN,
                                                     .no_gap = true,
                                                     .balance = true,
                                                     .shrink_to = 96,
                                                     .role = HUI_ROLE_HEADING,
                                                     .kind = "title"}));
    hui_box_add(column, words);
    hui_box_add(column, badge(&inner, p->badge));
    hui_box_add(stack, art);
    hui_box_add(stack, column);
    return stack;
}

const hui_panel_kind hui_panel_hero = {
    .record = {"hero", "the poster's opening", fields, HUI_FIELD_COUNT(fields), sizeof(hero), NULL},
    .build = build,
    .full_bleed = true};
