/* What panels that hold panels share. */
#include "panel/container.h"

const hui_word hui_justify_words[] = {
    {"start", NULL}, {"center", NULL}, {"end", NULL}, {"between", "room is shared among the gaps"}, {0}};

hui_justify hui_justify_of(int word)
{
    static const hui_justify values[] = {HUI_JUSTIFY_START, HUI_JUSTIFY_CENTER, HUI_JUSTIFY_END, HUI_JUSTIFY_BETWEEN};
    return values[word];
}

hui_align hui_align_of(int word)
{
    static const hui_align values[] = {HUI_ALIGN_STRETCH, HUI_ALIGN_STRETCH, HUI_ALIGN_START,
                                       HUI_ALIGN_CENTER,  HUI_ALIGN_END,     HUI_ALIGN_BASELINE};
    return values[word];
}

const hui_word hui_text_align_words[] = {{"start", NULL},
                                         {"center", NULL},
                                         {"end", NULL},
                                         {"justify", "both edges straight, by room between han characters"},
                                         {0}};

hui_text_align hui_text_align_of(int word)
{
    static const hui_text_align values[] = {HUI_TEXT_START, HUI_TEXT_CENTER, HUI_TEXT_END, HUI_TEXT_JUSTIFY};
    return values[word];
}

const hui_word hui_ground_words[] = {
    {"card", "white with a border in the accent's line colour"},
    {"tint", "the accent's tint"},
    {"strong", "the accent's dark gradient; text turns light"},
    {"gold", "gold tint: honours and harvests"},
    {"none", "no ground, no padding"},
    {0},
};

double hui_gap_of(const hui_build *b, hui_length gap)
{
    return gap.unit == HUI_UNIT_NONE ? b->theme->measures.gap : hui_length_px(gap);
}

hui_build hui_build_group(const hui_build *b)
{
    hui_build inner = *b;
    if (b->keep_numerals && b->numerals)
        return inner;
    inner.numerals = HUI_NEW(b->arena, hui_numeral_group);
    return inner;
}

/* The frame's gradient for the theme's own colours, else the accent's. */
static void strong_fill(const hui_build *b, hui_look *look)
{
    const hui_palette *p = &b->theme->palette;
    const hui_stop stops[] = {{0, p->strong_start}, {0.6, p->strong_middle}, {1, p->strong_end}};
    if (b->accent == b->theme->accents)
        hui_look_stops(b, look, 100, stops, 3);
    else
        hui_look_gradient(b, look, 110, b->accent->dark, b->accent->fill);
}

hui_box *hui_card(const hui_build *b)
{
    const hui_measures *m = &b->theme->measures;
    hui_box *card = hui_box_column(b, 0);
    hui_box_pad(card, m->card_y, m->card_x);
    hui_look *look = hui_box_look(b, card);
    hui_look_radius(look, m->radius);
    switch (b->ground) {
    case HUI_GROUND_STRONG:
        strong_fill(b, look);
        hui_box_pad(card, 32, b->room < 320 ? m->card_x : 40); /* a narrow card has no px to give away */
        break;
    case HUI_GROUND_GOLD:
        look->fill = b->theme->palette.gold_tint;
        break;
    case HUI_GROUND_TINT:
        look->fill = b->accent->tint;
        break;
    case HUI_GROUND_PAPER:
    case HUI_GROUND_CARD:
    case HUI_GROUND_COUNT:
        look->fill = b->theme->palette.card;
        look->border = b->accent->line;
        look->border_width = m->line;
        break;
    }
    return card;
}

static const double rule_width = 8, plain_padding = 16;

static void add_rule(const hui_build *b, hui_box *card, int side, double width, hui_color color)
{
    hui_look *look = hui_box_look(b, card);
    look->rule = color;
    look->rule_width = width;
    look->rule_side = side;
    look->radii[0] = 0;
    look->radii[side == HUI_LEFT ? 3 : 1] = 0;
    card->padding[side] += width / 2;
}

/* Where tint is around, the card's own colour sets it off. */
static hui_ground ground_of_style(const hui_build *b)
{
    switch (b->cards) {
    case HUI_CARD_OUTLINED:
    case HUI_CARD_PLAIN:
        return b->ground;
    case HUI_CARD_TINTED:
        return b->ground == HUI_GROUND_TINT ? HUI_GROUND_CARD : HUI_GROUND_TINT;
    case HUI_CARD_FILLED:
    case HUI_CARD_BAND:
    case HUI_CARD_RULED:
    case HUI_CARD_TOPPED:
    case HUI_CARD_STYLE_COUNT:
        break;
    }
    return HUI_GROUND_CARD;
}

/* On what is around it: no ground of its own. */
static hui_box *open_card(const hui_build *b)
{
    const hui_measures *m = &b->theme->measures;
    const hui_inks inks = hui_inks_of(b);
    hui_box *card = hui_box_column(b, 0);
    hui_look *look = hui_box_look(b, card);
    if (b->cards == HUI_CARD_PLAIN) {
        hui_box_pad(card, plain_padding, 0);
        add_rule(b, card, HUI_TOP, m->line, inks.line);
        return card;
    }
    hui_box_pad(card, m->card_y, m->card_x);
    hui_look_radius(look, m->radius);
    look->border = inks.bar;
    look->border_width = m->line;
    return card;
}

hui_box *hui_card_open(const hui_build *b, hui_build *inner)
{
    *inner = hui_build_on(b, ground_of_style(b));
    if (b->cards == HUI_CARD_OUTLINED || b->cards == HUI_CARD_PLAIN)
        return open_card(inner);
    hui_box *card = hui_card(inner);
    if (b->cards == HUI_CARD_RULED || b->cards == HUI_CARD_TOPPED)
        add_rule(b, card, b->cards == HUI_CARD_RULED ? HUI_LEFT : HUI_TOP, rule_width, hui_inks_of(inner).bar);
    return card;
}

static const hui_word side_words[] = {
    {"fill", "all of the box"}, {"left", NULL}, {"right", NULL}, {"top", NULL}, {"bottom", NULL}, {0}};

static const hui_field backdrop_fields[] = {
    HUI_FIELD(hui_backdrop, name, ENUM, "which drawing", .required = true, .words = hui_art_words),
    HUI_FIELD(hui_backdrop, side, ENUM, "where it stands", "\"fill\"", .words = side_words),
    HUI_FIELD(hui_backdrop, width, LENGTH, "its width; the box's if absent", .min = 1, .max = 16384),
    HUI_FIELD(hui_backdrop, height, LENGTH, "its height; the box's if absent", .min = 1, .max = 16384),
    HUI_ART_FIELDS(hui_backdrop),
};

const hui_record hui_backdrop_record = {"backdrop",           "a drawing behind content",
                                        backdrop_fields,      HUI_FIELD_COUNT(backdrop_fields),
                                        sizeof(hui_backdrop), "name"};

hui_art_options hui_art_options_of(const hui_build *b, const hui_art_look *look)
{
    hui_art_options options = {.seed = look->seed,
                               .count = look->count,
                               .layers = look->layers,
                               .density = look->density,
                               .mirror = look->mirror};
    if (look->color.text)
        hui_theme_color(b->theme, b->accent, look->color.text, &options.color);
    return options;
}

hui_box *hui_with_backdrop(const hui_build *b, const hui_backdrop *p, hui_box *content)
{
    if (!p)
        return content;
    enum { FILL, LEFT, RIGHT, TOP, BOTTOM };
    hui_box *art = hui_part_art(b, &hui_arts[p->name], hui_art_options_of(b, &p->look), hui_length_px(p->width),
                                hui_length_px(p->height));
    hui_box *back = p->side == LEFT || p->side == RIGHT ? hui_box_row(b, 0, HUI_ALIGN_STRETCH) : hui_box_column(b, 0);
    back->out_of_flow = true;
    back->justify = p->side == RIGHT || p->side == BOTTOM ? HUI_JUSTIFY_END : HUI_JUSTIFY_START;
    if (p->side == FILL)
        art->grow = 1;
    hui_box *stack = hui_box_stack(b);
    stack->grow = content->grow;
    hui_box_add(back, art);
    hui_box_add(stack, back);
    hui_box_add(stack, content);
    return stack;
}

const hui_word hui_art_words[] = {
#define HUI_ART(symbol, name, ratio, clip, covers, doc) {name, doc},
#include "art/art_table.inc"
#undef HUI_ART
    {0}};
