/* The table of panel types, and the way from a poster to a scene. */
#include "panel/panel.h"

#include "chart/check.h"
#include "panel/build.h"

#include <math.h>

#define HUI_PANEL(symbol) extern const hui_panel_kind hui_panel_##symbol;
#include "panel/panel_kinds.inc"
#undef HUI_PANEL

const hui_panel_kind *const hui_panel_kinds[] = {
#define HUI_PANEL(symbol) &hui_panel_##symbol,
#include "panel/panel_kinds.inc"
#undef HUI_PANEL
};
const size_t hui_panel_kind_count = sizeof hui_panel_kinds / sizeof *hui_panel_kinds;

static hui_color background(const hui_poster *poster)
{
    hui_color color = poster->theme->palette.paper;
    if (poster->page.background.text)
        hui_theme_color(poster->theme, poster->theme->accents, poster->page.background.text, &color);
    return color;
}

/* Panels that do not bleed stand within the page's margins, one gap apart. */
static hui_box *build_page(const hui_build *b, const hui_poster *poster)
{
    hui_box *page = hui_box_column(b, 0), *run = NULL;
    hui_build within = hui_build_within(b, b->room - 2 * b->margin);
    within.bleed = b->margin;
    hui_box_look(b, page)->fill = background(poster);
    page->min_height = hui_length_px(poster->page.height);
    for (size_t i = 0; i < poster->panels.count; i++) {
        const hui_panel *panel = poster->panels.at[i];
        if (panel->kind->full_bleed) {
            run = NULL;
            hui_box_add(page, hui_panel_build(b, panel));
            continue;
        }
        if (!run) {
            run = hui_box_column(b, b->theme->measures.gap);
            hui_box_pad(run, b->margin, b->margin);
            hui_box_add(page, run);
        }
        hui_box_add(run, hui_panel_build(&within, panel));
    }
    return page;
}

static void report_overflow(void *closure, const hui_box *box, double needed, double given)
{
    const hui_panel *panel = NULL;
    for (; box && !panel; box = box->parent)
        panel = box->place;
    hui_diags_add(closure, HUI_CODE_OVERFLOW, panel ? panel->place : (hui_place){0},
                  "give the panel more width, fewer columns or shorter words", needed, given);
}

hui_scene *hui_poster_scene(hui_arena *arena, const hui_poster *poster, hui_fonts *fonts, hui_icons *icons,
                            hui_diags *diags)
{
    const double width = hui_length_px(poster->page.width);
    const hui_chart_options charts = {
        .fonts = fonts,
        .lang = poster->lang.text,
        .theme = poster->theme,
        .datasets = poster->data,
        .source = {.load = hui_files_load, .closure = (void *)poster->files},
        .lenient = poster->lenient,
    };
    const hui_build build = {
        .arena = arena,
        .fonts = fonts,
        .icons = icons,
        .diags = diags,
        .theme = poster->theme,
        .lang = poster->lang.text,
        .charts = &charts,
        .page_width = width,
        .room = width,
        .margin = hui_length_px(poster->page.margin),
        .accent = poster->theme->accents,
        .ground = HUI_GROUND_PAPER,
        .heading_level = 2, /* the hero's slogan, or the poster's own title, is 1 */
    };
    if (poster->data)
        hui_datasets_check(arena, poster->data, poster->lenient, diags);
    hui_box *page = build_page(&build, poster);
    hui_box_layout(arena, page, width, report_overflow, diags);
    hui_scene *scene = hui_scene_new(arena, width, ceil(page->rect.h));
    scene->title = poster->title.text;
    scene->description = poster->description.text;
    scene->author = poster->author.text;
    scene->lang = poster->lang.text;
    hui_box_draw(page, scene);
    return scene;
}
