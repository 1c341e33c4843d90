/* Composing: which breaks a paragraph takes at a width. */
#include "text/shaped.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

/* Paragraphs of more parts than this are filled line by line: none is a title, and a raggeder line is lost among
 * many. It bounds the work as well. */
enum { LONG_PARAGRAPH = 200 };

/* Positions may differ by rounding errors only. */
static const double TOLERANCE = 1e-6;

/* Demerits are compared with those of a line that is all empty. */
static const double EMPTY_LINE = 100;
static const double LONE_LAST = 1000;   /* a last line of one character */
static const double SHORT_LAST = 2;     /* one hardly longer, up to SHORT_EM */
static const double NOT_AUTHORED = 100; /* a break of our own where the author marked some */
static const double SHORT_EM = 2;

/* By class of break. Balanced lines rather end where a phrase does; elsewhere a full line counts for more. */
static const double balanced_demerits[] = {
    [HUI_BREAK_AUTHOR] = 0, [HUI_BREAK_PHRASE] = 0,  [HUI_BREAK_WORD] = 3,
    [HUI_BREAK_PLAIN] = 10, [HUI_BREAK_NAME] = 40,   [HUI_BREAK_INSIDE] = 60,
    [HUI_BREAK_UNIT] = 80,  [HUI_BREAK_DIGITS] = 90, [HUI_BREAK_NEVER] = 100,
};
static const double filled_demerits[] = {
    [HUI_BREAK_AUTHOR] = 0,  [HUI_BREAK_PHRASE] = 0,  [HUI_BREAK_WORD] = 0.2,
    [HUI_BREAK_PLAIN] = 0.5, [HUI_BREAK_NAME] = 40,   [HUI_BREAK_INSIDE] = 60,
    [HUI_BREAK_UNIT] = 80,   [HUI_BREAK_DIGITS] = 90, [HUI_BREAK_NEVER] = 100,
};

struct breaker {
    const hui_text *text;
    const hui_paragraph *paragraph;
    double width;
    double target; /* width that lines should have */
    bool balance;
    size_t *parts;     /* first atoms of parts that need no break inside, and the paragraph's end */
    size_t part_count; /* without the end */
};

/* Adds the parts of [from, to), split at breaks up to `class`, and further where a part is wider than the line. */
static void add_parts(struct breaker *breaker, size_t from, size_t to, int class)
{
    const hui_text *text = breaker->text;
    for (size_t start = from; start < to;) {
        size_t end = start + 1;
        while (end < to && (text->atoms[end].breaking > class || text->atoms[end].kind == HUI_CHAR_SPACE))
            end++;
        if (class < HUI_BREAK_NEVER && end - start > 1 && !text->style.nowrap &&
            hui_line_width(text, start, end) > breaker->width + TOLERANCE)
            add_parts(breaker, start, end, class + 1);
        else
            breaker->parts[breaker->part_count++] = start;
        start = end;
    }
}

static void find_parts(struct breaker *breaker)
{
    const hui_paragraph *paragraph = breaker->paragraph;
    breaker->parts = HUI_NEW_ARRAY(breaker->text->arena, size_t, paragraph->to - paragraph->from + 1);
    if (breaker->text->style.nowrap)
        breaker->parts[breaker->part_count++] = paragraph->from;
    else
        add_parts(breaker, paragraph->from, paragraph->to, HUI_BREAK_PLAIN);
    breaker->parts[breaker->part_count] = paragraph->to;
}

static double parts_width(const struct breaker *breaker, size_t from, size_t to)
{
    return hui_line_width(breaker->text, breaker->parts[from], breaker->parts[to]);
}

static bool fits(const struct breaker *breaker, size_t from, size_t to)
{
    return to - from == 1 || parts_width(breaker, from, to) <= breaker->width + TOLERANCE;
}

/* Fills each line as far as it goes; `ends` are indices of parts. */
static size_t fill_lines(const struct breaker *breaker, size_t *ends)
{
    size_t count = 0;
    for (size_t from = 0, to; from < breaker->part_count; from = to) {
        to = from + 1;
        while (to < breaker->part_count && fits(breaker, from, to + 1))
            to++;
        ends[count++] = to;
    }
    return count;
}

/* A single character, with or without marks. */
static bool is_lone(const struct breaker *breaker, size_t from, size_t to)
{
    size_t characters = 0;
    for (size_t i = breaker->parts[from]; i < breaker->parts[to] && characters < 2; i++) {
        hui_char_kind kind = breaker->text->atoms[i].kind;
        characters +=
            kind != HUI_CHAR_SPACE && kind != HUI_CHAR_CLOSER && kind != HUI_CHAR_PAUSE && kind != HUI_CHAR_OPENER;
    }
    return characters < 2;
}

static double line_demerits(const struct breaker *breaker, size_t from, size_t to)
{
    bool last = to == breaker->part_count;
    double width = parts_width(breaker, from, to);
    double short_by = breaker->target > 0 ? (breaker->target - width) / breaker->target : 0;
    double demerits = breaker->balance || !last ? EMPTY_LINE * short_by * short_by : 0;
    if (last && from > 0) {
        if (is_lone(breaker, from, to))
            demerits += LONE_LAST;
        else if (!breaker->balance && width <= SHORT_EM * breaker->text->style.size)
            demerits += SHORT_LAST;
    }
    if (!last) {
        hui_break class = breaker->text->atoms[breaker->parts[to]].breaking;
        demerits += (breaker->balance ? balanced_demerits : filled_demerits)[class];
        if (breaker->balance && breaker->paragraph->authored && class != HUI_BREAK_AUTHOR)
            demerits += NOT_AUTHORED;
    }
    return demerits;
}

/* The best way to set all parts before one. */
typedef struct setting {
    size_t lines, from; /* where its last line begins */
    double demerits;
} setting;

/* Fewest lines, and of those settings the one of least demerits: the total fit of Knuth and Plass (Breaking
 * Paragraphs into Lines, Software: Practice and Experience 11, 1981), with parts for boxes and neither glue nor
 * hyphens. */
static size_t fit_lines(const struct breaker *breaker, size_t *ends)
{
    size_t count = breaker->part_count;
    setting best[LONG_PARAGRAPH + 1] = {0};
    assert(count <= LONG_PARAGRAPH);
    for (size_t to = 1; to <= count; to++) {
        best[to] = (setting){SIZE_MAX, 0, INFINITY};
        for (size_t from = to; from-- > 0 && fits(breaker, from, to);) {
            size_t lines = best[from].lines + 1;
            if (lines > best[to].lines)
                continue;
            double demerits = best[from].demerits + line_demerits(breaker, from, to);
            if (lines < best[to].lines || demerits < best[to].demerits)
                best[to] = (setting){lines, from, demerits};
        }
    }
    size_t lines = best[count].lines, to = count;
    for (size_t i = lines; i-- > 0; to = best[to].from)
        ends[i] = to;
    return lines;
}

/* Moves parts down from the line before until the last one is no longer a single character. */
static void fill_last_line(const struct breaker *breaker, size_t *ends, size_t count)
{
    size_t from = ends[count - 2], first = count > 2 ? ends[count - 3] : 0;
    while (is_lone(breaker, from, breaker->part_count) && from - 1 > first &&
           fits(breaker, from - 1, breaker->part_count))
        from--;
    if (!is_lone(breaker, from, breaker->part_count))
        ends[count - 2] = from;
}

static size_t break_parts(struct breaker *breaker, size_t *ends)
{
    size_t count = fill_lines(breaker, ends);
    if (count < 2)
        return count;
    if (breaker->part_count > LONG_PARAGRAPH) {
        fill_last_line(breaker, ends, count);
        return count;
    }
    if (breaker->balance)
        breaker->target = parts_width(breaker, 0, breaker->part_count) / (double)count;
    return fit_lines(breaker, ends);
}

hui_cuts hui_paragraph_break(const hui_text *text, const hui_paragraph *paragraph, double width)
{
    struct breaker breaker = {
        .text = text, .paragraph = paragraph, .width = width, .target = width, .balance = text->style.balance};
    if (paragraph->from == paragraph->to) { /* an empty line */
        size_t *end = HUI_NEW(text->arena, size_t);
        *end = paragraph->to;
        return (hui_cuts){end, 1};
    }
    find_parts(&breaker);
    size_t *ends = HUI_NEW_ARRAY(text->arena, size_t, breaker.part_count);
    size_t count = break_parts(&breaker, ends);
    for (size_t i = 0; i < count; i++)
        ends[i] = breaker.parts[ends[i]];
    return (hui_cuts){ends, count};
}
