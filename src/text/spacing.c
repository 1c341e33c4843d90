/* Spacing: what lies between atoms (gaps, squeezed marks) and where each stands in its paragraph. */
#include "text/shaped.h"

#include <stdbool.h>
#include <string.h>

/* Between han and Latin letters or figures, in em. From 1/7 em on, readers of PDFs take it for a space. */
static const double SCRIPT_GAP = 1.0 / 8;
/* Marks at least this wide (em) are full-width: half of them is blank. */
static const double FULL_WIDTH = 0.9;

static bool has_language(const hui_text *text, const char *prefix)
{
    return text->style.lang && strncmp(text->style.lang, prefix, strlen(prefix)) == 0;
}

/* In Traditional Chinese pauses stand in the middle of their square, in Japanese some do. */
static bool is_centred_pause(const hui_text *text, uint32_t code)
{
    if (has_language(text, "zh-Hant") || has_language(text, "zh-TW") || has_language(text, "zh-HK"))
        return true;
    return has_language(text, "ja") && code != 0x3001 && code != 0x3002 && code != 0xFF0C && code != 0xFF0E;
}

static void find_blanks(const hui_text *text, hui_atom *atom)
{
    if (atom->advance < FULL_WIDTH * text->pieces[atom->piece].size)
        return;
    if (atom->kind == HUI_CHAR_OPENER)
        atom->lead = atom->advance / 2;
    if (atom->kind == HUI_CHAR_CLOSER || (atom->kind == HUI_CHAR_PAUSE && !is_centred_pause(text, atom->code)))
        atom->trail = atom->advance / 2;
}

static bool is_western(const hui_atom *atom)
{
    return atom->kind == HUI_CHAR_LETTER || atom->kind == HUI_CHAR_DIGIT ||
           (atom->kind == HUI_CHAR_POSTFIX && !atom->wide);
}

static bool is_script_change(const hui_atom *a, const hui_atom *b)
{
    return (a->kind == HUI_CHAR_HAN && is_western(b)) || (is_western(a) && b->kind == HUI_CHAR_HAN);
}

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

static double space_between(const hui_text *text, const hui_atom *a, const hui_atom *b)
{
    double a_size = text->pieces[a->piece].size, b_size = text->pieces[b->piece].size;
    double space = text->style.letter_spacing * a_size + b->gap_before;
    if (text->style.plain)
        return space;
    if (is_script_change(a, b) && b->gap_before == 0 && !text->style.no_gap)
        space += SCRIPT_GAP * smaller(a_size, b_size);
    bool mark_follows = b->kind == HUI_CHAR_OPENER || b->kind == HUI_CHAR_CLOSER || b->kind == HUI_CHAR_PAUSE;
    if (mark_follows && a->trail > 0)
        space -= a->trail;
    else if (a->kind == HUI_CHAR_OPENER)
        space -= b->lead;
    return space;
}

void hui_text_space(hui_text *text, const hui_paragraph *paragraph)
{
    double x = 0;
    for (size_t i = paragraph->from; i < paragraph->to; i++) {
        hui_atom *atom = &text->atoms[i];
        if (!text->style.plain)
            find_blanks(text, atom);
        if (i > paragraph->from)
            x += space_between(text, atom - 1, atom);
        atom->x = x;
        x += atom->advance;
    }
}

size_t hui_line_trim(const hui_text *text, size_t from, size_t to)
{
    while (to > from && text->atoms[to - 1].kind == HUI_CHAR_SPACE && !text->style.keep_spaces)
        to--;
    return to;
}

double hui_line_width(const hui_text *text, size_t from, size_t to)
{
    to = hui_line_trim(text, from, to);
    if (to == from)
        return 0;
    const hui_atom *first = &text->atoms[from], *last = &text->atoms[to - 1];
    return last->x + last->advance - last->trail - first->x - first->lead;
}
