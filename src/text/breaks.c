/* Breaks: how unwelcome a line break is before each atom, by clreq where Unicode's rules do not know Chinese. */
#include "base/utf8.h"
#include "text/shaped.h"

/* A quoted name of at most this many characters is kept on one line. */
enum { LONGEST_NAME = 10 };
/* A Latin word longer than this is an address: it may break after its slashes. */
enum { LONGEST_WORD = 15 };

static bool is_han_side(hui_char_kind kind)
{
    return kind == HUI_CHAR_HAN || kind == HUI_CHAR_CLOSER || kind == HUI_CHAR_PAUSE || kind == HUI_CHAR_OPENER ||
           kind == HUI_CHAR_DASH;
}

/* No line begins with these (kinsoku; clreq, section 3.1.3), not even after a space. */
static bool never_begins(hui_char_kind kind)
{
    return kind == HUI_CHAR_CLOSER || kind == HUI_CHAR_PAUSE || kind == HUI_CHAR_DASH || kind == HUI_CHAR_DOT;
}

/* Words that begin a phrase, and what stands before them where they end a longer word: 呼和浩特, 参与, 以及. */
static const struct {
    uint32_t code;
    const char *part_after;
} particles[] = {
    {0x548C /* 和 */, "呼温共总饱缓祥柔谐附随"},
    {0x4E0E /* 与 */, "参赋给授寄"},
    {0x53CA /* 及 */, "以涉普危惠触顾提埃波遍来论"},
};

static bool in_string(uint32_t code, const char *string)
{
    while (*string)
        if (hui_utf8_next(&string) == code)
            return true;
    return false;
}

/* 的 ends a phrase; 和, 与 and 及 begin one. */
static bool is_particle_boundary(uint32_t before, uint32_t after)
{
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (after == particles[i].code)
            return !in_string(before, particles[i].part_after);
    return before == 0x7684;
}

/* The plus of 名校+ belongs to the word before it; that of +5% does not. */
static bool is_suffix_plus(const hui_text *text, size_t at, size_t to)
{
    return text->atoms[at].code == '+' && (at + 1 >= to || text->atoms[at + 1].kind != HUI_CHAR_DIGIT);
}

static bool is_after_suffix_plus(const hui_text *text, const hui_paragraph *paragraph, size_t at)
{
    return at > paragraph->from + 1 && is_suffix_plus(text, at - 1, paragraph->to) &&
           text->atoms[at - 2].kind == HUI_CHAR_HAN && text->atoms[at].kind == HUI_CHAR_HAN;
}

/* The slash of km/h and 元/吨 is inside a word. */
static bool is_short_slash(const hui_text *text, const hui_paragraph *paragraph, size_t at)
{
    if (text->atoms[at - 1].code != '/')
        return false;
    size_t from = at, to = at;
    while (from > paragraph->from && at - from <= LONGEST_WORD && !is_han_side(text->atoms[from - 1].kind) &&
           text->atoms[from - 1].kind != HUI_CHAR_SPACE)
        from--;
    while (to < paragraph->to && to - at <= LONGEST_WORD && !is_han_side(text->atoms[to].kind) &&
           text->atoms[to].kind != HUI_CHAR_SPACE)
        to++;
    return to - from <= LONGEST_WORD;
}

static hui_break class_between(const hui_text *text, const hui_paragraph *paragraph, size_t at)
{
    const hui_atom *a = &text->atoms[at - 1], *b = &text->atoms[at];
    if (never_begins(b->kind) || a->kind == HUI_CHAR_OPENER)
        return HUI_BREAK_NEVER;
    if (b->breaking == HUI_BREAK_AUTHOR)
        return HUI_BREAK_AUTHOR;
    if (b->kind == HUI_CHAR_SPACE)
        return HUI_BREAK_INSIDE; /* spaces stay at the end of the line */
    if (a->kind == HUI_CHAR_PAUSE || b->kind == HUI_CHAR_OPENER)
        return HUI_BREAK_PHRASE;
    if (a->kind == HUI_CHAR_CLOSER || is_after_suffix_plus(text, paragraph, at))
        return HUI_BREAK_WORD;
    if (b->breaking != HUI_BREAK_PLAIN || is_suffix_plus(text, at, paragraph->to) ||
        is_short_slash(text, paragraph, at))
        return HUI_BREAK_INSIDE;
    if (a->kind != b->kind || is_particle_boundary(a->code, b->code))
        return HUI_BREAK_WORD;
    return HUI_BREAK_PLAIN;
}

static uint32_t closer_of(uint32_t opener)
{
    switch (opener) {
    case 0x2018: /* ‘ */
    case 0x201C: /* “ */
    case 0x300A: /* 《 */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0x3010: /* 【 */
        return opener + 1;
    default:
        return 0;
    }
}

/* A short strong run between quotes is a name. */
static void keep_name(hui_text *text, size_t opener, size_t to)
{
    uint32_t closer = closer_of(text->atoms[opener].code);
    size_t end = opener + 1;
    while (end < to && end - opener <= LONGEST_NAME && text->atoms[end].code != closer &&
           text->pieces[text->atoms[end].piece].strong)
        end++;
    if (end >= to || text->atoms[end].code != closer)
        return;
    for (size_t i = opener + 1; i < end; i++)
        if (text->atoms[i].breaking > HUI_BREAK_AUTHOR && text->atoms[i].breaking < HUI_BREAK_NAME)
            text->atoms[i].breaking = HUI_BREAK_NAME;
}

void hui_text_classify(hui_text *text, const hui_paragraph *paragraph)
{
    if (paragraph->from == paragraph->to)
        return;
    hui_atom *atoms = text->atoms;
    atoms[paragraph->from].breaking = HUI_BREAK_NEVER;
    for (size_t i = paragraph->from + 1; i < paragraph->to; i++)
        atoms[i].breaking = (uint8_t)class_between(text, paragraph, i);
    for (size_t i = paragraph->from; i < paragraph->to;) {
        bool in_word = i > paragraph->from && atoms[i].kind == HUI_CHAR_LETTER && atoms[i - 1].kind == HUI_CHAR_LETTER;
        size_t end = in_word ? i : hui_number_keep(text, i, paragraph->to);
        i = end > i ? end : i + 1;
    }
    for (size_t i = paragraph->from; i < paragraph->to; i++)
        if (closer_of(atoms[i].code) && atoms[i].kind == HUI_CHAR_OPENER)
            keep_name(text, i, paragraph->to);
}
