/* The way from a poster to its scenes. */
#include "chart/check.h"
#include "panel/pages.h"
#include "panel/panel.h"
#include "panel/press.h"

#include <math.h>

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
    page->breaks = true;
    if (poster->page.flow == HUI_FLOW_NONE)
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
            run->breaks = true;
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

static hui_build start(hui_arena *arena, const hui_poster *poster, const hui_chart_options *charts, hui_icons *icons,
                       hui_diags *diags)
{
    const double width = hui_length_px(poster->page.width);
    return (hui_build){
        .arena = arena,
        .fonts = charts->fonts,
        .icons = icons,
        .diags = diags,
        .monitor = poster->monitor,
        .theme = poster->theme,
        .lang = poster->lang.text,
        .charts = charts,
        .page_width = width,
        .room = width,
        .margin = hui_length_px(poster->page.margin),
        .accent = poster->theme->accents,
        .ground = HUI_GROUND_PAPER,
        .cards = poster->theme->cards,
        .pen = poster->theme->pen,
        .heading_level = 2, /* the hero's slogan, or the poster's own title, is 1 */
    };
}

/* Pages of one size have the paper's shape exactly, not in whole px, or a white line would show at their foot. */
static double press_height(const hui_poster *poster, const hui_box *page)
{
    return poster->page.flow == HUI_FLOW_PAGES ? hui_length_px(poster->page.height) : ceil(page->rect.h);
}

static bool needs_press(const hui_page *page)
{
    return hui_press_wanted(page) || (page->flow == HUI_FLOW_PAGES && page->paper_width > 0);
}

static hui_scene *draw_page(const hui_build *b, const hui_poster *poster, const hui_box *page, hui_page_number number,
                            bool for_press)
{
    const double height = for_press ? press_height(poster, page) : ceil(page->rect.h);
    hui_scene *scene = hui_scene_new(b->arena, b->page_width, height);
    scene->ground = background(poster);
    scene->title = poster->title.text;
    scene->description = poster->description.text;
    scene->author = poster->author.text;
    scene->lang = poster->lang.text;
    if (for_press)
        hui_press_prepare(b, poster, scene, number);
    hui_box_draw(page, scene, b->monitor);
    return scene;
}

/* The first of the pages. */
static const hui_scene *draw_pages(const hui_build *b, const hui_poster *poster, hui_page_boxes pages, bool for_press)
{
    hui_scene *first = NULL, *last = NULL;
    for (size_t i = 0; i < pages.count; i++) {
        const hui_page_number number = {(int)i + 1, (int)pages.count};
        hui_scene *scene = draw_page(b, poster, pages.at[i], number, for_press);
        if (last)
            last->next = scene;
        else
            first = scene;
        last = scene;
    }
    return first;
}

static void begin_drawing(hui_monitor *monitor, const hui_poster *poster, hui_page_boxes pages)
{
    size_t count = 0;
    for (size_t i = 0; monitor && i < pages.count; i++)
        count += hui_box_count(pages.at[i]);
    hui_monitor_begin(monitor, HUI_STAGE_DRAW, needs_press(&poster->page) ? 2 * count : count);
}

hui_poster_scenes hui_poster_draw(hui_arena *arena, const hui_poster *poster, hui_fonts *fonts, hui_icons *icons,
                                  hui_diags *diags)
{
    const hui_chart_options charts = {
        .fonts = fonts,
        .lang = poster->lang.text,
        .theme = poster->theme,
        .datasets = poster->data,
        .find_table = poster->find_table,
        .table_closure = poster->table_closure,
        .source = {.load = hui_files_load, .closure = (void *)poster->files},
        .lenient = poster->lenient,
    };
    const hui_build build = start(arena, poster, &charts, icons, diags);
    if (poster->data)
        hui_datasets_check(arena, poster->data, poster->lenient, diags);
    hui_monitor *const monitor = poster->monitor;
    hui_monitor_begin(monitor, HUI_STAGE_BUILD, poster->panel_count);
    hui_box *column = build_page(&build, poster);
    if (!hui_monitor_end(monitor) || !hui_box_layout(arena, column, build.page_width, report_overflow, diags, monitor))
        return (hui_poster_scenes){0};
    hui_page_boxes pages = {&column, 1};
    if (poster->page.flow == HUI_FLOW_PAGES)
        pages = hui_pages_break(&build, poster, column);
    begin_drawing(monitor, poster, pages);
    hui_poster_scenes scenes = {.screen = draw_pages(&build, poster, pages, false)};
    scenes.press = needs_press(&poster->page) ? draw_pages(&build, poster, pages, true) : scenes.screen;
    for (const hui_scene *scene = scenes.screen; scene; scene = scene->next)
        hui_press_check(poster, scene, diags);
    return hui_monitor_end(monitor) ? scenes : (hui_poster_scenes){0};
}
