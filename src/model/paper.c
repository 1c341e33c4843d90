/* Paper sizes: ISO 216, the American ones, and two lengths. */
#include "model/paper.h"

#include "model/reader.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    double width, height; /* mm */
} papers[] = {
    {"A0", 841, 1189},       {"A1", 594, 841},          {"A2", 420, 594},   {"A3", 297, 420},  {"A4", 210, 297},
    {"A5", 148, 210},        {"A6", 105, 148},          {"B0", 1000, 1414}, {"B1", 707, 1000}, {"B2", 500, 707},
    {"B3", 353, 500},        {"B4", 250, 353},          {"B5", 176, 250},   {"B6", 125, 176},  {"letter", 215.9, 279.4},
    {"legal", 215.9, 355.6}, {"tabloid", 279.4, 431.8},
};

static const double mm_per_pt = 25.4 / 72;

/* "600mm x 1800mm": two lengths with units, an x or × between them. The second may be "auto": a roll. */
static bool read_two(hui_arena *arena, const char *text, hui_paper *paper)
{
    const char *cross = strstr(text, "×"), *second = cross ? cross + strlen("×") : NULL;
    if (!cross && (cross = strstr(text, " x ")))
        second = cross + 3;
    hui_length lengths[2];
    if (!cross)
        return false;
    while (cross > text && cross[-1] == ' ')
        cross--;
    second += strspn(second, " ");
    if (!hui_length_parse(hui_arena_string_n(arena, text, (size_t)(cross - text)), &lengths[0]) ||
        !hui_length_parse(second, &lengths[1]))
        return false;
    double *const sides[] = {&paper->width, &paper->height};
    const bool is_open = lengths[1].unit == HUI_UNIT_AUTO;
    if (is_open)
        lengths[1] = (hui_length){0, lengths[0].unit};
    for (int i = 0; i < 2; i++) {
        if (lengths[i].unit != HUI_UNIT_PX && lengths[i].unit != HUI_UNIT_MM && lengths[i].unit != HUI_UNIT_PT)
            return false;
        *sides[i] = lengths[i].value * (lengths[i].unit == HUI_UNIT_PT ? mm_per_pt : 1);
    }
    paper->in_px = lengths[0].unit == HUI_UNIT_PX;
    return paper->in_px == (lengths[1].unit == HUI_UNIT_PX) && paper->width > 0 && (paper->height > 0 || is_open);
}

bool hui_paper_read(hui_arena *arena, const char *text, hui_paper *paper)
{
    static const char landscape[] = " landscape";
    size_t length = strlen(text), end = sizeof landscape - 1;
    if (length > end && strcmp(text + length - end, landscape) == 0) {
        hui_paper upright;
        if (!hui_paper_read(arena, hui_arena_string_n(arena, text, length - end), &upright) || upright.height <= 0)
            return false;
        *paper = (hui_paper){upright.height, upright.width, upright.in_px};
        return true;
    }
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (strcasecmp(papers[i].name, text) == 0) {
            *paper = (hui_paper){papers[i].width, papers[i].height, false};
            return true;
        }
    return read_two(arena, text, paper);
}
