/* kpi: a figure with its label, change, rank, note and icon. */
#include "panel/container.h"
#include "panel/kpi.h"

#include <ctype.h>
#include <string.h>

static const hui_word size_words[] = {{"feature", "136 px: one that carries a panel"},
                                      {"lone", "88 px: alone in its card"},
                                      {"cell", "84 px at most: among others"},
                                      {"dense", "64 px at most"},
                                      {"line", "48 px: in a line of text"},
                                      {0}};

static const hui_word layout_words[] = {{"stack", "label above the value"},
                                        {"split", "label at the left, value at the right"},
                                        {"line", "label, value and note on one baseline, if there is room"},
                                        {0}};

enum { LAYOUT_STACK, LAYOUT_SPLIT, LAYOUT_LINE };

static const hui_field change_fields[] = {
    HUI_FIELD(hui_kpi_change, label, TEXT, "what the change is against"),
    HUI_FIELD(hui_kpi_change, value, VALUE, "the change with its unit", .required = true),
    HUI_FIELD(hui_kpi_change, trend, ENUM, "the mark before it", "\"up\"", .words = hui_trend_words),
};
static const hui_record change_record = {"kpi.change",           "growth or decline, as a pill",
                                         change_fields,          HUI_FIELD_COUNT(change_fields),
                                         sizeof(hui_kpi_change), "value"};

static const hui_field fields[] = {
    HUI_FIELD(hui_kpi, label, TEXT, "what is counted"),
    HUI_FIELD(hui_kpi, prefix, STRING, "before the value, set like a unit, such as 第"),
    HUI_FIELD(hui_kpi, value, VALUE, "the figure", .required = true),
    HUI_FIELD(hui_kpi, unit, STRING, "after the value"),
    HUI_FIELD(hui_kpi, change, OBJECT, "growth or decline, as a pill", .record = &change_record),
    HUI_FIELD(hui_kpi, rank, TEXT, "a rank or distinction, as a gold pill"),
    HUI_FIELD(hui_kpi, note, TEXT, "what goes on after the value"),
    HUI_FIELD(hui_kpi, icon, ICON, "in a circle beside the value"),
    HUI_FIELD(hui_kpi, trend, ENUM, "a mark before the value", "\"none\"", .words = hui_trend_words),
    HUI_FIELD(hui_kpi, size, ENUM, "how large the value may be; the tightest of a row decides for all", "\"cell\"",
              .words = size_words),
    HUI_FIELD(hui_kpi, layout, ENUM, "how label and value stand", "\"stack\"", .words = layout_words),
    HUI_FIELD_AS("textAlign", hui_kpi, align, ENUM, "of label, value and note", "\"start\"",
                 .words = hui_text_align_words),
};

const hui_record hui_kpi_record = {"kpi-row item",  "a figure with its label, change, rank, note and icon",
                                   fields,          HUI_FIELD_COUNT(fields),
                                   sizeof(hui_kpi), NULL};

static hui_box *numeral(const hui_build *b, const hui_kpi *p)
{
    return hui_part_numeral(b, &(hui_numeral){.prefix = p->prefix,
                                              .value = p->value,
                                              .unit = p->unit,
                                              .size = (hui_numeral_class)p->size,
                                              .align = hui_text_align_of(p->align)});
}

static hui_box *label(const hui_build *b, const hui_kpi *p, hui_string text)
{
    static const hui_type types[HUI_NUMERAL_CLASS_COUNT] = {HUI_TYPE_HEADING, HUI_TYPE_LABEL, HUI_TYPE_LABEL,
                                                            HUI_TYPE_SMALL, HUI_TYPE_SMALL};
    const bool strong = b->ground == HUI_GROUND_STRONG, on_feature = strong && p->size == HUI_NUMERAL_FEATURE;
    const bool in_line = p->layout == LAYOUT_LINE;
    const hui_inks inks = hui_inks_of(b);
    return hui_part_text(b, text,
                         (hui_text_look){.type = strong && !on_feature ? HUI_TYPE_SMALL : types[p->size],
                                         .weight = 400,
                                         .color = on_feature ? inks.unit : inks.secondary,
                                         .align = hui_text_align_of(p->align),
                                         .balance = true,
                                         .keep = in_line                     ? b->room
                                                 : p->layout == LAYOUT_SPLIT ? hui_text_keep(b)
                                                                             : 0,
                                         .role = HUI_ROLE_PARAGRAPH,
                                         .kind = "label"});
}

/* Words of alphabets need a space before what follows; han characters do not. */
static bool ends_word(const char *text)
{
    const size_t length = strlen(text);
    return length > 0 && (unsigned char)text[length - 1] < 0x80 && isalnum((unsigned char)text[length - 1]);
}

static hui_box *change_pill(const hui_build *b, const hui_kpi *p)
{
    if (!p->change)
        return NULL;
    const hui_kpi_change *c = p->change;
    const bool bright = p->size == HUI_NUMERAL_FEATURE && b->ground == HUI_GROUND_STRONG;
    hui_string text = c->value;
    if (c->label.text)
        text.text =
            hui_arena_printf(b->arena, "%s%s%s", c->label.text, ends_word(c->label.text) ? " " : "", c->value.text);
    return hui_part_pill(b, text, (hui_trend)c->trend, (hui_string){0}, bright ? HUI_PILL_BRIGHT : HUI_PILL_TINT);
}

static hui_box *rank_pill(const hui_build *b, const hui_kpi *p)
{
    return hui_part_pill(b, p->rank, HUI_TREND_NONE, (hui_string){.text = "award"}, HUI_PILL_GOLD);
}

static hui_justify justify_of(const hui_kpi *p)
{
    static const hui_justify values[] = {HUI_JUSTIFY_START, HUI_JUSTIFY_CENTER, HUI_JUSTIFY_END, HUI_JUSTIFY_START};
    return values[p->align];
}

static hui_box *with_trend(const hui_build *b, const hui_kpi *p, hui_box *value)
{
    if (!p->trend)
        return value;
    hui_box *row = hui_box_row(b, 8, HUI_ALIGN_CENTER);
    row->justify = justify_of(p);
    hui_box_add(row, hui_part_trend(b, (hui_trend)p->trend, 22, hui_inks_of(b).numeral));
    hui_box_add(row, value);
    return row;
}

/* The value's line: figure, in a feature panel its pill, and the icon at the far end, or beside a centred figure. */
static hui_box *value_line(const hui_build *b, const hui_kpi *p)
{
    static const double discs[HUI_NUMERAL_CLASS_COUNT] = {112, 112, 72, 64, 48};
    const bool feature = p->size == HUI_NUMERAL_FEATURE, centred = justify_of(p) == HUI_JUSTIFY_CENTER;
    hui_box *figure = numeral(b, p), *value = with_trend(b, p, figure), *pill = feature ? change_pill(b, p) : NULL;
    if (!p->icon.text && !pill)
        return value;
    const double gap = feature ? 24 : 12, disc = p->icon.text ? gap + discs[p->size] : 0;
    const bool fits = hui_leaf_extent(figure).min + disc <= b->room;
    if (pill) {
        /* The pill's foot, having no baseline, stands on that of the figure; it goes below when there is no room. */
        hui_box *line = hui_box_wrap(b, 24, 12, HUI_ALIGN_BASELINE);
        line->justify = justify_of(p);
        hui_box_add(line, value);
        hui_box_add(line, pill);
        value = line;
    }
    hui_box *row = fits ? hui_box_row(b, gap, HUI_ALIGN_END) : hui_box_wrap(b, gap, gap, HUI_ALIGN_END);
    row->justify = justify_of(p);
    value->grow = centred ? 0 : 1;
    hui_box_add(row, value);
    if (p->size != HUI_NUMERAL_LONE)
        hui_box_add(row, hui_part_disc(b, p->icon, discs[p->size], false));
    return row;
}

static void add_pills(const hui_build *b, const hui_kpi *p, hui_box *to)
{
    const bool beside = p->size == HUI_NUMERAL_FEATURE && p->layout == LAYOUT_STACK;
    hui_box *change = beside ? NULL : change_pill(b, p), *rank = rank_pill(b, p);
    if (!change && !rank)
        return;
    hui_box *pills = hui_box_wrap(b, 12, 8, HUI_ALIGN_CENTER);
    pills->padding[HUI_TOP] = 14;
    pills->justify = justify_of(p);
    hui_box_add(pills, change);
    hui_box_add(pills, rank);
    hui_box_add(to, pills);
}

static hui_box *stacked(const hui_build *b, const hui_kpi *p)
{
    hui_box *column = hui_box_column(b, 0), *below = hui_box_column(b, 0);
    hui_box_add(column, label(b, p, p->label));
    hui_box_add(below, value_line(b, p));
    hui_box_add(below, label(b, p, p->note));
    add_pills(b, p, below);
    hui_box_add(column, below);
    column->grow = 1;
    /* In a row the values of higher labels stay level with those of lower ones. */
    const bool lone = p->size == HUI_NUMERAL_LONE;
    column->justify = lone || !p->label.text ? HUI_JUSTIFY_CENTER : HUI_JUSTIFY_BETWEEN;
    if (!lone || !p->icon.text)
        return column;
    /* A lone figure's icon is larger and stands beside label and value. */
    hui_box *row = hui_box_row(b, 16, HUI_ALIGN_CENTER);
    hui_box_add(row, column);
    hui_box_add(row, hui_part_disc(b, p->icon, 112, false));
    return row;
}

/* Label at the left, figure at the right; the figure goes below where there is no room beside. */
static hui_box *split(const hui_build *b, const hui_kpi *p)
{
    const double gap = 24, disc = p->icon.text ? 72 + gap : 0;
    hui_box *figure = numeral(b, p), *words = label(b, p, p->label), *column = hui_box_column(b, 0);
    const bool fits = disc + hui_leaf_extent(words).min + gap + hui_leaf_extent(figure).min <= b->room;
    hui_box *row = fits ? hui_box_row(b, gap, HUI_ALIGN_CENTER) : hui_box_column(b, 8);
    column->align = fits ? HUI_ALIGN_END : HUI_ALIGN_START;
    hui_box_add(row, hui_part_disc(b, p->icon, 72, false));
    if (fits)
        hui_grow(words);
    else
        row->justify = HUI_JUSTIFY_CENTER;
    hui_box_add(row, words ? words : hui_grow(hui_space(b, 0, 0)));
    hui_box_add(column, with_trend(b, p, figure));
    hui_box_add(column, label(b, p, p->note));
    add_pills(b, p, column);
    hui_box_add(row, column);
    return row;
}

/* On one line, where the figure takes a smaller step if need be; on several where that would not do. */
static hui_box *in_line(const hui_build *b, const hui_kpi *p)
{
    const double gap = 10;
    hui_box *before = label(b, p, p->label), *value = numeral(b, p), *after = label(b, p, p->note);
    const double icon = p->icon.text ? 40 + gap : 0, least = icon + hui_leaf_extent(before).max + gap +
                                                             hui_leaf_extent(value).min + gap +
                                                             hui_leaf_extent(after).max;
    hui_box *row =
        least <= b->room ? hui_box_row(b, gap, HUI_ALIGN_BASELINE) : hui_box_wrap(b, gap, 0, HUI_ALIGN_BASELINE);
    row->justify = justify_of(p);
    hui_box_add(row, hui_part_icon(b, p->icon, 40, hui_inks_of(b).icon));
    hui_box_add(row, before);
    hui_box_add(row, with_trend(b, p, value));
    hui_box_add(row, after);
    if (!p->change && !p->rank.text)
        return row;
    hui_box *column = hui_box_column(b, 0);
    hui_box_add(column, row);
    add_pills(b, p, column);
    return column;
}

hui_box *hui_kpi_box(const hui_build *b, const hui_kpi *p)
{
    switch (p->layout) {
    case LAYOUT_SPLIT:
        return split(b, p);
    case LAYOUT_LINE:
        return in_line(b, p);
    default:
        return stacked(b, p);
    }
}

static hui_box *build(const hui_build *b, const void *props)
{
    return hui_kpi_box(b, props);
}

const hui_panel_kind hui_panel_kpi = {.record = {"kpi", "a figure with its label, change, rank, note and icon", fields,
                                                 HUI_FIELD_COUNT(fields), sizeof(hui_kpi), NULL},
                                      .build = build};
