/* Ink: how much of it lies on the paper, measured on the plates. */
#include "preflight/check.h"
#include "preflight/plates.h"
#include "preflight/renderer.h"

#include <dirent.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double pt_per_mm = 72 / 25.4;

/* Pixels of a page and of all of them; pages that are rendered. */
static const double pixels_a_page = 3e6, pixels_most = 30e6;
enum { PAGES_RENDERED = 60, TILES_MOST = 1 << 16 };

/* All plates of a page together. */
typedef struct sheet {
    size_t width, height;
    uint16_t *ink; /* 255: as much as one plate holds */
    int plates;
} sheet;

static double choose_dpi(const hui_check *check, int pages)
{
    double area = 0, largest = 0;
    for (int i = 0; i < pages; i++) {
        const hui_rect media = check->report->pages.at[i].media;
        const double inches = media.w * media.h / (25.4 * 25.4);
        area += inches;
        largest = fmax(largest, inches);
    }
    return fmax(2, fmin(100, fmin(sqrt(pixels_a_page / fmax(largest, 1e-3)), sqrt(pixels_most / fmax(area, 1e-3)))));
}

static void report_unknown(hui_check *check, hui_render_fault fault)
{
    static const struct {
        const char *english, *chinese;
    } words[] = {
        [HUI_RENDER_DONE] = {"no plates were made", "未生成色版"},
        [HUI_RENDER_NO_FOLDER] = {"there is no room for temporary files", "无法写入临时文件"},
        [HUI_RENDER_NO_PROGRAM] = {"Ghostscript is not installed", "未安装 Ghostscript"},
        [HUI_RENDER_TOO_LONG] = {"rendering took too long", "渲染超时"},
        [HUI_RENDER_FAILED] = {"Ghostscript could not render the file", "Ghostscript 无法渲染该文件"},
    };
    hui_check_add(check, HUI_RULE_INK_UNKNOWN, (hui_spot){0},
                  hui_check_word(check, words[fault].english, words[fault].chinese));
}

static void note_plate(hui_check *check, const char *name, const hui_plate *plate)
{
    hui_preflight_report *report = check->report;
    unsigned char most = 0;
    for (size_t i = 0; i < plate->width * plate->height; i++)
        most = plate->ink[i] > most ? plate->ink[i] : most;
    size_t k = 0;
    while (k < report->plates.count && strcmp(report->plates.at[k].name, name) != 0)
        k++;
    if (k == report->plates.count)
        *hui_vec_push(check->arena, &report->plates) = (hui_plate_facts){hui_arena_string(check->arena, name), -1};
    report->plates.at[k].most = fmax(report->plates.at[k].most, most / 2.55);
}

static bool add_plate(sheet *all, const hui_plate *plate)
{
    if (!all->ink) {
        all->width = plate->width;
        all->height = plate->height;
        all->ink = calloc(plate->width * plate->height, sizeof *all->ink);
    }
    if (!all->ink || all->width != plate->width || all->height != plate->height || all->plates > 200)
        return false;
    for (size_t i = 0; i < plate->width * plate->height; i++)
        all->ink[i] = (uint16_t)(all->ink[i] + plate->ink[i]);
    all->plates++;
    return true;
}

static void read_plate(hui_check *check, const char *folder, const char *file, const char *name, sheet *all)
{
    hui_plate plate;
    const char *path = hui_arena_printf(check->arena, "%s/%s", folder, file);
    if (hui_plate_read(path, &plate) && add_plate(all, &plate))
        note_plate(check, name, &plate);
    free(plate.ink);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "p1(Cyan).tif" is the plate Cyan of page 1. By name, as folders are in no order. */
static void read_plates(hui_check *check, const char *folder, int page, sheet *all)
{
    static const char end[] = ").tif";
    HUI_VEC(const char *) files = {0};
    char start[32];
    DIR *entries = opendir(folder);
    snprintf(start, sizeof start, "p%d(", page);
    if (!entries)
        return;
    for (const struct dirent *entry; (entry = readdir(entries));) {
        const size_t length = strlen(entry->d_name), least = strlen(start) + strlen(end);
        if (length > least && !strncmp(entry->d_name, start, strlen(start)) &&
            !strcmp(entry->d_name + length - strlen(end), end))
            *hui_vec_push(check->arena, &files) = hui_arena_string(check->arena, entry->d_name);
    }
    closedir(entries);
    if (files.count > 0)
        qsort(files.at, files.count, sizeof *files.at, compare_names);
    for (size_t i = 0; i < files.count; i++) {
        const char *name = files.at[i] + strlen(start);
        read_plate(check, folder, files.at[i], hui_arena_string_n(check->arena, name, strlen(name) - strlen(end)), all);
    }
}

/* From a pixel of the sheet to mm of the page, whose top is up even where it is shown turned. */
typedef struct place {
    double left, top, across, down; /* mm from the trimmed page's top left corner; of a pixel */
} place;

static place place_sheet(const hui_page_facts *facts, const sheet *all)
{
    const hui_rect media = facts->media, trim = facts->trim;
    return (place){media.x - trim.x, trim.y + trim.h - media.y - media.h, media.w / (double)all->width,
                   media.h / (double)all->height};
}

typedef struct region {
    size_t pixels;
    uint16_t most;
    hui_rect box; /* tiles */
} region;

/* Tiles of which some pixels have too much, as a picture of their own. */
typedef struct tiling {
    size_t size, width, height; /* of a tile in pixels; of the picture */
    uint32_t *counts;
    uint16_t *most;
    size_t *stack;
} tiling;

static bool tiling_new(tiling *tiles, const sheet *all, double tile)
{
    tiles->size = tile > 1 ? (size_t)tile : 1;
    while ((all->width / tiles->size + 1) * (all->height / tiles->size + 1) > TILES_MOST)
        tiles->size++;
    tiles->width = all->width / tiles->size + 1;
    tiles->height = all->height / tiles->size + 1;
    const size_t count = tiles->width * tiles->height;
    tiles->counts = calloc(count, sizeof *tiles->counts);
    tiles->most = calloc(count, sizeof *tiles->most);
    tiles->stack = calloc(count, sizeof *tiles->stack);
    return tiles->counts && tiles->most && tiles->stack;
}

static void tiling_finish(tiling *tiles)
{
    free(tiles->counts);
    free(tiles->most);
    free(tiles->stack);
}

/* Only what is printed: beside the trimmed page, marks stand in all inks. In pixels. */
static hui_rect printed_pixels(const hui_page_facts *facts, const sheet *all)
{
    const hui_rect printed = facts->has_bleed ? facts->bleed : facts->trim, media = facts->media;
    const double x = (double)all->width / media.w, y = (double)all->height / media.h;
    const hui_rect pixels = {(printed.x - media.x) * x, (media.y + media.h - printed.y - printed.h) * y, printed.w * x,
                             printed.h * y};
    return hui_rect_intersect(pixels, (hui_rect){0, 0, (double)all->width, (double)all->height});
}

static void measure(const sheet *all, hui_rect printed, uint16_t limit, tiling *tiles, hui_page_facts *facts,
                    const place *at)
{
    uint16_t most = 0;
    const size_t left = (size_t)printed.x, top = (size_t)printed.y;
    const size_t right = (size_t)(printed.x + printed.w), bottom = (size_t)(printed.y + printed.h);
    for (size_t y = top; y < bottom && y < all->height; y++)
        for (size_t x = left; x < right && x < all->width; x++) {
            const uint16_t ink = all->ink[y * all->width + x];
            const size_t tile = y / tiles->size * tiles->width + x / tiles->size;
            if (ink > most) {
                most = ink;
                facts->ink_at = (hui_point){at->left + (double)x * at->across, at->top + (double)y * at->down};
            }
            if (ink <= limit)
                continue;
            tiles->counts[tile]++;
            tiles->most[tile] = ink > tiles->most[tile] ? ink : tiles->most[tile];
        }
    facts->ink = most / 2.55;
    facts->has_ink = true;
}

static void take_tile(tiling *tiles, size_t tile, region *found, size_t *depth)
{
    if (tiles->counts[tile] == 0)
        return;
    const hui_rect box = {(double)(tile % tiles->width), (double)(tile / tiles->width), 1, 1};
    found->box = found->pixels ? hui_rect_union(found->box, box) : box;
    found->pixels += tiles->counts[tile];
    found->most = tiles->most[tile] > found->most ? tiles->most[tile] : found->most;
    tiles->counts[tile] = 0;
    tiles->stack[(*depth)++] = tile;
}

/* All tiles that hang together with this one. */
static region collect(tiling *tiles, size_t tile)
{
    region found = {0};
    size_t depth = 0;
    take_tile(tiles, tile, &found, &depth);
    while (depth > 0) {
        const size_t now = tiles->stack[--depth], x = now % tiles->width;
        if (x > 0)
            take_tile(tiles, now - 1, &found, &depth);
        if (x + 1 < tiles->width)
            take_tile(tiles, now + 1, &found, &depth);
        if (now >= tiles->width)
            take_tile(tiles, now - tiles->width, &found, &depth);
        if (now + tiles->width < tiles->width * tiles->height)
            take_tile(tiles, now + tiles->width, &found, &depth);
    }
    return found;
}

static void report_region(hui_check *check, const region *found, const tiling *tiles, const place *at)
{
    static const double speck = 4; /* mm²: no paper minds a touch of too much */
    const double area = (double)found->pixels * at->across * at->down;
    const double size = (double)tiles->size, x = at->across * size, y = at->down * size;
    const double top = at->top + found->box.y * y;
    if (area < speck)
        return;
    const hui_rect box = {check->trim.x + (at->left + found->box.x * x) * pt_per_mm,
                          check->trim.y + check->trim.h - (top + found->box.h * y) * pt_per_mm,
                          found->box.w * x * pt_per_mm, found->box.h * y * pt_per_mm};
    hui_check_add(check, HUI_RULE_INK, (hui_spot){.box = &box, .badness = found->most}, found->most / 2.55, area,
                  check->limits[HUI_LIMIT_INK]);
}

static hui_rect scale(hui_rect rect, double by)
{
    return (hui_rect){rect.x * by, rect.y * by, rect.w * by, rect.h * by};
}

static void check_sheet(hui_check *check, int page, const sheet *all)
{
    static const double tile = 3; /* mm */
    hui_page_facts *facts = &check->report->pages.at[page - 1];
    const place at = place_sheet(facts, all);
    const double limit = check->limits[HUI_LIMIT_INK] * 2.55 + 1; /* rounding of four plates */
    tiling tiles = {0};
    check->page = page;
    check->trim = scale(facts->trim, pt_per_mm);
    if (tiling_new(&tiles, all, tile / at.across)) {
        measure(all, printed_pixels(facts, all), (uint16_t)fmin(limit, 60000), &tiles, facts, &at);
        for (size_t i = 0; i < tiles.width * tiles.height; i++)
            if (tiles.counts[i] > 0) {
                const region found = collect(&tiles, i);
                report_region(check, &found, &tiles, &at);
            }
    }
    tiling_finish(&tiles);
    check->page = 0;
}

/* The renderer turns pages as they are shown; they are turned back. */
static void turn_upright(sheet *all, int turn)
{
    const bool is_quarter = turn == 90 || turn == 270;
    const size_t width = is_quarter ? all->height : all->width, height = is_quarter ? all->width : all->height;
    uint16_t *ink = turn ? calloc(width * height, sizeof *ink) : NULL;
    if (!ink)
        return;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++) {
            const size_t from_x = turn == 90 ? all->width - 1 - y : turn == 180 ? all->width - 1 - x : y;
            const size_t from_y = turn == 90 ? x : turn == 180 ? all->height - 1 - y : all->height - 1 - x;
            ink[y * width + x] = all->ink[from_y * all->width + from_x];
        }
    free(all->ink);
    *all = (sheet){width, height, ink, all->plates};
}

static int find_turn(const hui_check *check, int page)
{
    const qpdf_oh object = qpdf_get_page_n(check->pdf, (size_t)page - 1);
    const int turn = (int)hui_key_number(check, object, "/Rotate", 0) % 360;
    hui_drop(check, object);
    return turn < 0 ? turn + 360 : turn;
}

static int check_rendered(hui_check *check, const char *folder, int pages)
{
    int found = 0;
    for (int page = 1; page <= pages; page++) {
        sheet all = {0};
        read_plates(check, folder, page, &all);
        if (all.plates > 0) {
            turn_upright(&all, find_turn(check, page));
            check_sheet(check, page, &all);
            found++;
        }
        free(all.ink);
    }
    return found;
}

/* What is too much for the interpreter would be for the renderer. */
static bool is_complex(const hui_check *check)
{
    for (size_t i = 0; i < check->report->findings.count; i++)
        if (check->report->findings.at[i].rule == HUI_RULE_COMPLEX)
            return true;
    return false;
}

void hui_check_ink(hui_check *check)
{
    const hui_preflight_request *request = check->request;
    const int count = (int)check->report->pages.count, pages = count < PAGES_RENDERED ? count : PAGES_RENDERED;
    if (check->limits[HUI_LIMIT_INK] <= 0 || !request->renderer || pages < 1)
        return;
    if (is_complex(check)) {
        hui_check_add(check, HUI_RULE_INK_UNKNOWN, (hui_spot){0},
                      hui_check_word(check, "the file is too complex", "文件过于复杂"));
        return;
    }
    hui_renderer renderer;
    const hui_render_fault fault =
        hui_renderer_run(&renderer, request->renderer, check->bytes, check->size, choose_dpi(check, pages),
                         pages < count ? pages : 0, request->seconds);
    const int found = fault == HUI_RENDER_NO_FOLDER ? 0 : check_rendered(check, renderer.folder, pages);
    hui_renderer_finish(&renderer);
    if (fault != HUI_RENDER_DONE || found == 0)
        report_unknown(check, fault);
    else if (pages < count)
        hui_check_add(check, HUI_RULE_INK_UNKNOWN, (hui_spot){0},
                      hui_check_word(check, "only the first 60 pages were rendered", "只渲染了前 60 页"));
}
