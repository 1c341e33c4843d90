/* Words: where text stands and how large it is there (ISO 32000-1, section 9.4). */
#include "preflight/interpreter.h"

#include <math.h>
#include <string.h>

void hui_words_begin(hui_interpreter *in)
{
    in->text = in->line = hui_matrix_identity();
}

void hui_words_move(hui_interpreter *in, double x, double y)
{
    in->line = hui_matrix_multiply(in->line, hui_matrix_translate(x, y));
    in->text = in->line;
}

void hui_words_set_matrix(hui_interpreter *in, const hui_statement *s)
{
    in->line = (hui_matrix){.xx = hui_operand(s, 5),
                            .yx = hui_operand(s, 4),
                            .xy = hui_operand(s, 3),
                            .yy = hui_operand(s, 2),
                            .x0 = hui_operand(s, 1),
                            .y0 = hui_operand(s, 0)};
    in->text = in->line;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* Bytes of a string as it stands in content, one after the other. */
typedef struct string_reader {
    const char *at, *end;
    bool is_hex;
} string_reader;

static bool next_hex(string_reader *r, unsigned char *byte)
{
    int digits[2], count = 0;
    while (count < 2 && r->at < r->end) {
        const int digit = hex_digit(*r->at++);
        if (digit >= 0)
            digits[count++] = digit;
    }
    if (count == 0)
        return false;
    *byte = (unsigned char)(digits[0] * 16 + (count == 2 ? digits[1] : 0));
    return true;
}

static unsigned char read_escape(string_reader *r)
{
    static const char letters[] = "nrtbf", bytes[] = "\n\r\t\b\f";
    const char c = *r->at++;
    if (c >= '0' && c <= '7') {
        int value = c - '0';
        for (int i = 0; i < 2 && r->at < r->end && *r->at >= '0' && *r->at <= '7'; i++)
            value = value * 8 + (*r->at++ - '0');
        return (unsigned char)value;
    }
    const char *letter = c ? strchr(letters, c) : NULL;
    return (unsigned char)(letter ? bytes[letter - letters] : c);
}

static bool next_byte(string_reader *r, unsigned char *byte)
{
    if (r->is_hex)
        return next_hex(r, byte);
    while (r->at + 1 < r->end && *r->at == '\\' && (r->at[1] == '\n' || r->at[1] == '\r')) /* a broken line */
        r->at += r->at + 2 < r->end && r->at[1] == '\r' && r->at[2] == '\n' ? 3 : 2;
    if (r->at >= r->end)
        return false;
    if (*r->at != '\\' || r->at + 1 >= r->end) {
        *byte = (unsigned char)*r->at++;
        return true;
    }
    r->at++;
    *byte = read_escape(r);
    return true;
}

/* In thousandths of the size. */
static double glyph_width(const hui_font *font, unsigned code)
{
    if (!font)
        return 500;
    if (font->is_type3)
        return font->widths[code & 255] * font->matrix.xx * 1000;
    if (!font->is_composite)
        return font->widths[code & 255];
    return (int)code < font->cid_count && font->cid_widths[code] >= 0 ? (double)font->cid_widths[code]
                                                                      : font->cid_default;
}

typedef struct extent {
    double advance, inked; /* text space; inked: up to the last character that is no space */
} extent;

static void add_glyph(const hui_graphics *now, unsigned code, bool is_space, extent *e)
{
    const double width = glyph_width(now->font, code) / 1000 * now->font_size;
    if (!is_space)
        e->inked = e->advance + width * now->stretch;
    e->advance += (width + now->char_space + (is_space ? now->word_space : 0)) * now->stretch;
}

static void add_string(const hui_graphics *now, hui_token token, extent *e)
{
    if (token.size < 2)
        return;
    string_reader r = {token.at + 1, token.at + token.size - 1, *token.at == '<'};
    const bool pairs = now->font && now->font->is_composite;
    unsigned char first, second;
    while (next_byte(&r, &first)) {
        unsigned code = first;
        if (pairs && next_byte(&r, &second))
            code = code << 8 | second;
        add_glyph(now, code, !pairs && code == ' ', e);
    }
}

static void add_array(const hui_graphics *now, hui_token token, extent *e)
{
    const char *at = token.at + 1, *const end = token.at + token.size;
    hui_token item;
    while (hui_token_next(&at, end, &item)) {
        if (*item.at == '(' || *item.at == '<')
            add_string(now, item, e);
        else
            e->advance -= hui_token_number(item) / 1000 * now->font_size * now->stretch;
    }
}

/* From below the baseline to the top of capitals, which leaves out what only some letters have. */
static hui_rect text_box(const hui_interpreter *in, const extent *e)
{
    const double size = in->now.font_size;
    const hui_matrix m = hui_matrix_multiply(in->now.ctm, in->text);
    return hui_matrix_apply_rect(m, (hui_rect){fmin(0, e->inked), in->now.rise + fmin(-0.12 * size, 0.75 * size),
                                               fabs(e->inked), fabs(0.87 * size)});
}

/* An em upwards on the page. */
static double page_size(const hui_interpreter *in)
{
    const hui_matrix m = hui_matrix_multiply(in->now.ctm, in->text);
    return fabs(in->now.font_size) * hypot(m.xy, m.yy);
}

void hui_words_show(hui_interpreter *in, hui_token token)
{
    extent e = {0};
    if (token.size == 0)
        return;
    if (*token.at == '[')
        add_array(&in->now, token, &e);
    else if (*token.at == '(' || *token.at == '<')
        add_string(&in->now, token, &e);
    if (!isfinite(e.advance) || !isfinite(e.inked))
        return;
    const int mode = in->now.text_mode & 3; /* section 9.3.6: filled, stroked, both, none */
    const hui_rect box = text_box(in, &e);
    if (e.inked != 0 && mode != 3 && isfinite(box.x + box.y + box.w + box.h))
        hui_interpreter_mark(in, (hui_mark){.kind = HUI_MARK_TEXT,
                                            .box = box,
                                            .paints = {mode == 0 || mode == 2, mode == 1 || mode == 2},
                                            .thinnest = -1,
                                            .size = page_size(in)});
    in->text = hui_matrix_multiply(in->text, hui_matrix_translate(e.advance, 0));
}
