/* Specifiers of number formats: [[fill]align][sign][symbol][0][width][,][.precision][~][type]. */
#include "data/number_format.h"

#include <string.h>

/* Wider text is no label, and would only cost memory. */
enum { WIDEST = 1000, LARGEST_PRECISION = 100 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

static char skip_one_of(const char **at, const char *set)
{
    return is_one_of(**at, set) ? *(*at)++ : '\0';
}

static int read_number(const char **at, int most)
{
    int number = 0;
    for (; is_digit(**at); ++*at)
        number = number > most ? number : number * 10 + (**at - '0');
    return number < most ? number : most;
}

/* Bytes of the character at `text` if it is one UTF-16 unit and no line break, as the fill of d3 must be. */
static size_t fill_size(const char *text)
{
    const unsigned char byte = (unsigned char)*text;
    if (!byte || byte == '\n' || byte == '\r' || byte >= 0xf0 || !strncmp(text, "\xe2\x80\xa8", 3) ||
        !strncmp(text, "\xe2\x80\xa9", 3))
        return 0;
    const size_t size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3;
    return memchr(text, '\0', size) ? 0 : size;
}

static const char *read_fill(const char *at, hui_number_specifier *specifier)
{
    const size_t size = fill_size(at);
    strcpy(specifier->fill, " ");
    specifier->align = '>';
    if (size && is_one_of(at[size], "<>=^")) {
        memcpy(specifier->fill, at, size);
        specifier->fill[size] = '\0';
        at += size;
    }
    if (is_one_of(*at, "<>=^"))
        specifier->align = *at++;
    return at;
}

static const char *read_type(const char *at, hui_number_specifier *specifier)
{
    static const char *const units[] = {"wan", "yi", "cn"};
    size_t length = 0;
    for (int i = 0; i < 3; i++)
        if (!strcmp(at, units[i])) {
            specifier->unit = (hui_number_unit)(HUI_NUMBER_WAN + i);
            return at + strlen(at);
        }
    if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at == '%')
        specifier->type = *at++;
    if (specifier->type == 's' && *at) {
        specifier->prefix = at;
        hui_number_prefix_read(at, &length);
    }
    return at + length;
}

bool hui_number_specifier_read(const char *text, hui_number_specifier *specifier)
{
    *specifier = (hui_number_specifier){.precision = -1, .sign = '-'};
    const char *at = read_fill(text, specifier);
    const char sign = skip_one_of(&at, "+-( ");
    if (sign)
        specifier->sign = sign;
    specifier->symbol = skip_one_of(&at, "$#");
    specifier->zero = skip_one_of(&at, "0");
    specifier->width = read_number(&at, WIDEST);
    specifier->comma = skip_one_of(&at, ",");
    specifier->precision_at = (size_t)(at - text);
    if (*at == '.' && is_digit(at[1])) {
        at++;
        specifier->precision = read_number(&at, LARGEST_PRECISION);
    }
    specifier->trim = skip_one_of(&at, "~");
    at = read_type(at, specifier);
    return !*at;
}
