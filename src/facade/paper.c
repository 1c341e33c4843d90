/* Paper sizes: ISO 216, the American ones, and measures. */
#include "facade/paper.h"

#include <stddef.h>
#include <string.h>

/* Locale has no say in the numbers, unlike in strtod's. */
static bool read_number(const char **at, double *number)
{
    const char *start = *at;
    double value = 0, unit = 1;
    for (; **at >= '0' && **at <= '9'; ++*at)
        value = value * 10 + (**at - '0');
    if (**at == '.')
        for (++*at; **at >= '0' && **at <= '9'; ++*at)
            value += (**at - '0') * (unit /= 10);
    *number = value;
    return *at > start && value > 0;
}

static void skip_spaces(const char **at)
{
    while (**at == ' ')
        ++*at;
}

/* Case aside, as a whole word. */
static bool take_word(const char **at, const char *word)
{
    size_t i = 0;
    for (; word[i]; i++)
        if (((*at)[i] | 0x20) != (word[i] | 0x20) || !(*at)[i])
            return false;
    char next = (*at)[i];
    if ((next | 0x20) >= 'a' && (next | 0x20) <= 'z')
        return false;
    *at += i;
    return true;
}

/* "600mm", in pt. */
static bool read_length(const char **at, double *length)
{
    static const struct {
        const char *name;
        double points;
    } units[] = {{"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pt", 1}, {"px", 0.75}};
    if (!read_number(at, length))
        return false;
    skip_spaces(at);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strncmp(*at, units[i].name, 2) == 0) {
            *at += 2;
            *length *= units[i].points;
            return true;
        }
    return false;
}

static bool read_measures(const char **at, double *width, double *height)
{
    static const char cross[] = "×";
    if (!read_length(at, width))
        return false;
    skip_spaces(at);
    if (**at == 'x')
        ++*at;
    else if (strncmp(*at, cross, sizeof cross - 1) == 0)
        *at += sizeof cross - 1;
    else
        return false;
    skip_spaces(at);
    return read_length(at, height);
}

bool hui_paper_read(const char *text, double *width, double *height)
{
    static const struct {
        const char *name;
        double width, height; /* mm */
    } papers[] = {
        {"A0", 841, 1189}, {"A1", 594, 841}, {"A2", 420, 594}, {"A3", 297, 420}, {"A4", 210, 297},
        {"A5", 148, 210},  {"A6", 105, 148}, {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6}, {"tabloid", 279.4, 431.8},
    };
    const size_t count = sizeof papers / sizeof *papers;
    const char *at = text;
    size_t i = 0;
    skip_spaces(&at);
    while (i < count && !take_word(&at, papers[i].name))
        i++;
    if (i < count) {
        *width = papers[i].width * 72 / 25.4;
        *height = papers[i].height * 72 / 25.4;
    } else if (!read_measures(&at, width, height)) {
        return false;
    }
    skip_spaces(&at);
    if (take_word(&at, "landscape")) {
        double turned = *width;
        *width = *height;
        *height = turned;
    } else {
        take_word(&at, "portrait");
    }
    skip_spaces(&at);
    return !*at;
}
