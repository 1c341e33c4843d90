/* Building: colours by ground, boxes, and panels with what every panel takes. */
#include "panel/build.h"

#include <math.h>

hui_build hui_build_on(const hui_build *build, hui_ground ground)
{
    hui_build inner = *build;
    inner.ground = ground;
    return inner;
}

static hui_inks light_inks(const hui_build *b)
{
    const hui_palette *p = &b->theme->palette;
    const hui_accent *a = b->accent;
    const bool on_tint = b->ground == HUI_GROUND_TINT;
    return (hui_inks){
        .ink = p->ink,
        .secondary = p->secondary,
        .strong = a->color,
        .numeral = a->color,
        .unit = a->color,
        .line = a->line,
        .track = p->track,
        .bar = a->color,
        .pill = on_tint ? p->card : a->tint,
        .on_pill = a->color,
        .disc = on_tint ? p->card : a->tint,
        .on_disc = a->color,
        .icon = a->color,
    };
}

static hui_inks strong_inks(const hui_build *b)
{
    const hui_palette *p = &b->theme->palette;
    const hui_accent *a = b->accent;
    return (hui_inks){
        .ink = p->on_strong,
        .secondary = a->pale,
        .strong = p->gold_light,
        .numeral = p->on_strong,
        .unit = p->gold_light,
        .line = hui_color_mix(a->fill, p->on_strong, 0.22),
        .track = hui_color_mix(a->fill, p->on_strong, 0.15),
        .bar = p->gold_light,
        .pill = p->gold_light,
        .on_pill = p->gold_dark,
        .disc = p->on_strong,
        .on_disc = a->fill,
        .icon = p->gold_light,
    };
}

static hui_inks gold_inks(const hui_build *b)
{
    const hui_palette *p = &b->theme->palette;
    return (hui_inks){
        .ink = p->gold_ink,
        .secondary = p->gold_ink,
        .strong = b->accent->color,
        .numeral = b->accent->color,
        .unit = b->accent->color,
        .line = p->gold,
        .track = hui_color_mix(p->gold_tint, p->gold, 0.4),
        .bar = p->gold,
        .pill = p->card,
        .on_pill = p->gold_ink,
        .disc = p->card,
        .on_disc = p->gold_ink,
        .icon = p->gold_ink,
    };
}

hui_inks hui_inks_of(const hui_build *b)
{
    switch (b->ground) {
    case HUI_GROUND_STRONG:
        return strong_inks(b);
    case HUI_GROUND_GOLD:
        return gold_inks(b);
    case HUI_GROUND_PAPER:
    case HUI_GROUND_TINT:
    case HUI_GROUND_CARD:
    case HUI_GROUND_COUNT:
        break;
    }
    return light_inks(b);
}

hui_box *hui_box_column(const hui_build *build, double gap)
{
    hui_box *box = hui_box_new(build->arena, HUI_BOX_COLUMN);
    box->gap = gap;
    return box;
}

hui_box *hui_box_row(const hui_build *build, double gap, hui_align align)
{
    hui_box *box = hui_box_new(build->arena, HUI_BOX_ROW);
    box->gap = gap;
    box->align = align;
    return box;
}

hui_box *hui_box_wrap(const hui_build *build, double gap, double row_gap, hui_align align)
{
    hui_box *box = hui_box_new(build->arena, HUI_BOX_WRAP);
    box->gap = gap;
    box->row_gap = row_gap;
    box->align = align;
    return box;
}

hui_box *hui_box_stack(const hui_build *build)
{
    return hui_box_new(build->arena, HUI_BOX_STACK);
}

hui_box *hui_space(const hui_build *build, double width, double height)
{
    hui_box *box = hui_box_new(build->arena, HUI_BOX_COLUMN);
    box->width = width;
    box->height = height;
    return box;
}

hui_extent hui_leaf_extent(const hui_box *leaf)
{
    return leaf ? leaf->content->widths(leaf->data) : (hui_extent){0, 0};
}

hui_box *hui_grow(hui_box *box)
{
    if (box)
        box->grow = 1;
    return box;
}

void hui_box_tracks(const hui_build *build, hui_box *grid, hui_lengths lengths)
{
    hui_track *tracks = HUI_NEW_ARRAY(build->arena, hui_track, lengths.count);
    for (size_t i = 0; i < lengths.count; i++) {
        const hui_length length = lengths.at[i];
        switch (length.unit) {
        case HUI_UNIT_FR:
            tracks[i] = (hui_track){HUI_TRACK_FR, length.value};
            break;
        case HUI_UNIT_PERCENT:
            tracks[i] = (hui_track){HUI_TRACK_FR, length.value / 100};
            break;
        case HUI_UNIT_AUTO:
        case HUI_UNIT_NONE:
            tracks[i] = (hui_track){HUI_TRACK_AUTO, 0};
            break;
        case HUI_UNIT_PX:
        case HUI_UNIT_MM:
        case HUI_UNIT_PT:
            tracks[i] = (hui_track){HUI_TRACK_PX, hui_length_px(length)};
            break;
        }
    }
    grid->tracks = tracks;
    grid->track_count = lengths.count;
}

static void apply_common(const hui_build *build, hui_box *box, const hui_panel *panel)
{
    static const hui_align aligns[] = {HUI_ALIGN_STRETCH, HUI_ALIGN_STRETCH, HUI_ALIGN_START,
                                       HUI_ALIGN_CENTER,  HUI_ALIGN_END,     HUI_ALIGN_BASELINE};
    const hui_panel_common *common = &panel->common;
    box->span = common->span;
    box->row_span = common->rowSpan;
    if (!isnan(common->grow))
        box->grow = common->grow;
    if (hui_length_px(common->width) > 0)
        box->width = hui_length_px(common->width);
    if (common->minHeight.unit != HUI_UNIT_NONE)
        box->min_height = hui_length_px(common->minHeight);
    if (common->align > 0) {
        box->self = aligns[common->align];
        box->has_self = true;
    }
    box->place = panel;
    box->parts = panel->kind->parts;
    hui_look *look = hui_box_look(build, box);
    look->is_group = true;
    look->group.id = common->id.text;
    look->group.place = &panel->place;
    look->group.panel = panel;
    look->group.pen = build->pen;
    if (!look->group.kind)
        look->group.kind = panel->kind->record.name;
    if (common->alt.text) {
        look->group.role = HUI_ROLE_FIGURE;
        look->group.label = common->alt.text;
        box->breaks = false; /* one figure */
    }
}

/* Room that px tracks and gaps leave for the others, and what those ask for. */
static double free_room(const hui_build *build, hui_lengths tracks, double gap, double *shares)
{
    double room = build->room - gap * (double)(tracks.count > 0 ? tracks.count - 1 : 0);
    *shares = 0;
    for (size_t i = 0; i < tracks.count; i++) {
        room -= hui_length_px(tracks.at[i]);
        if (tracks.at[i].unit == HUI_UNIT_FR || tracks.at[i].unit == HUI_UNIT_PERCENT)
            *shares += tracks.at[i].value;
    }
    return fmax(room, 0);
}

hui_build hui_build_within(const hui_build *build, double room)
{
    hui_build inner = *build;
    inner.room = fmax(1, fmin(room, build->room));
    inner.bleed = 0;
    return inner;
}

hui_build hui_build_in_tracks(const hui_build *build, hui_lengths tracks, double gap, size_t column, size_t span)
{
    double shares, room = gap * (double)(span > 0 ? span - 1 : 0);
    const double left = free_room(build, tracks, gap, &shares);
    for (size_t i = column; i < column + span && i < tracks.count; i++) {
        const hui_length track = tracks.at[i];
        const double px = hui_length_px(track);
        room += px > 0                                                        ? px
                : track.unit == HUI_UNIT_FR || track.unit == HUI_UNIT_PERCENT ? left * track.value / shares
                                                                              : left;
    }
    return hui_build_within(build, room);
}

/* The accent in force is the theme's first where it was so before; else the one of the same name, if there is one. */
static hui_build in_theme(const hui_build *build, const hui_theme *theme)
{
    hui_build inner = hui_build_on(build, HUI_GROUND_PAPER);
    const bool is_first = build->accent == build->theme->accents;
    const hui_accent *accent = is_first ? NULL : hui_accent_find(theme, build->accent->name);
    hui_chart_options *charts = hui_arena_copy(build->arena, build->charts, sizeof *build->charts);
    charts->theme = theme;
    inner.charts = charts;
    inner.theme = theme;
    inner.cards = theme->cards;
    inner.pen = theme->pen;
    inner.accent = accent ? accent : theme->accents;
    return inner;
}

/* A theme that a panel makes of the one around it without another colour needs no paper of its own. */
static bool stays_on_ground(const hui_build *build, const hui_panel *panel)
{
    return panel->kind->full_bleed ||
           (!hui_theme_is_ours(panel->theme) && hui_theme_same_colors(build->theme, panel->theme));
}

/* A panel of another theme lies on its paper as on a sheet; one that fills the page's width has a ground of its own. */
static hui_box *build_in_theme(const hui_build *build, const hui_panel *panel)
{
    hui_build inner = in_theme(build, panel->theme);
    hui_panel bare = *panel;
    bare.theme = NULL;
    bare.common = (hui_panel_common){
        .grow = NAN, .accent = panel->common.accent, .cards = panel->common.cards, .pen = panel->common.pen};
    hui_box *sheet = hui_box_column(build, 0);
    if (!stays_on_ground(build, panel)) {
        const double pad = panel->theme->measures.gap;
        inner = hui_build_within(&inner, build->room - 2 * pad);
        hui_box_pad(sheet, pad, pad);
        hui_look *look = hui_box_look(build, sheet);
        look->fill = panel->theme->palette.paper;
        hui_look_radius(look, panel->theme->measures.radius);
    } else if (!panel->kind->full_bleed) {
        inner.ground = build->ground;
    }
    hui_box_add(sheet, hui_grow(hui_panel_build(&inner, hui_arena_copy(build->arena, &bare, sizeof bare))));
    apply_common(build, sheet, panel);
    return sheet;
}

hui_box *hui_panel_build(const hui_build *build, const hui_panel *panel)
{
    if (panel->theme)
        return build_in_theme(build, panel);
    hui_build inner = *build;
    if (panel->common.accent)
        inner.accent = panel->common.accent;
    if (panel->common.cards > 0)
        inner.cards = (hui_card_style)(panel->common.cards - 1);
    if (panel->common.pen > 0)
        inner.pen = (hui_pen)(panel->common.pen - 1);
    const double width = hui_length_px(panel->common.width);
    if (width > 0)
        inner = hui_build_within(&inner, width);
    const bool goes_on = hui_monitor_advance(build->monitor, 1);
    hui_box *box = goes_on ? panel->kind->build(&inner, panel->props) : hui_box_column(&inner, 0);
    apply_common(&inner, box, panel);
    return box;
}

void hui_panels_build(const hui_build *build, hui_panels panels, hui_box *into)
{
    for (size_t i = 0; i < panels.count; i++)
        hui_box_add(into, hui_panel_build(build, panels.at[i]));
}
