/* Outliner: the text operators of ISO 32000-1, section 9.4, with outlines in place of glyphs. */
#include "print/outline_font.h"
#include "print/outliner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct matrix {
    double a, b, c, d, e, f;
} matrix;

struct hui_outliner {
    hui_pass *pass;
    qpdf_oh resources, fonts;
    matrix text, line; /* Tm, and where its line begins */
    HUI_VEC(hui_outline_glyph *) used;
};

hui_outliner *hui_outliner_new(hui_pass *pass, qpdf_oh resources)
{
    hui_outliner *outliner = HUI_NEW(pass->arena, hui_outliner);
    *outliner = (hui_outliner){.pass = pass, .resources = resources};
    outliner->fonts = qpdf_oh_get_key_if_dict(pass->pdf, resources, "/Font");
    return outliner;
}

static void glyph_name(char name[32], const char *before, const hui_outline_glyph *glyph)
{
    snprintf(name, 32, "%sHuiG%zu", before, glyph->number);
}

void hui_outliner_finish(hui_outliner *outliner)
{
    hui_pass *pass = outliner->pass;
    if (outliner->used.count > 0) {
        const qpdf_oh forms = hui_object_dictionary(pass, outliner->resources, "/XObject");
        for (size_t i = 0; i < outliner->used.count; i++) {
            char name[32];
            glyph_name(name, "/", outliner->used.at[i]);
            qpdf_oh_replace_key(pass->pdf, forms, name, outliner->used.at[i]->form);
        }
    }
    if (qpdf_oh_is_dictionary(pass->pdf, outliner->fonts))
        qpdf_oh_remove_key(pass->pdf, outliner->resources, "/Font");
}

/* The operand so many before the last. */
static double number_at(const hui_statement *s, size_t from_end)
{
    return s->operand_count > from_end ? hui_token_number(s->operands[s->operand_count - 1 - from_end]) : 0;
}

static void set_font(hui_outliner *outliner, hui_text_state *state, const hui_statement *s)
{
    hui_pass *pass = outliner->pass;
    state->size = number_at(s, 0);
    if (s->operand_count < 2 || *s->operands[s->operand_count - 2].at != '/')
        return;
    const hui_token name = s->operands[s->operand_count - 2];
    const char *const key = hui_arena_string_n(pass->arena, name.at, name.size);
    state->font = hui_outline_font_find(pass, qpdf_oh_get_key_if_dict(pass->pdf, outliner->fonts, key));
}

/* The line begins (x, y) from where the last did. */
static void move_line(hui_outliner *outliner, double x, double y)
{
    matrix *m = &outliner->line;
    m->e += x * m->a + y * m->c;
    m->f += x * m->b + y * m->d;
    outliner->text = *m;
}

static void set_matrix(hui_outliner *outliner, const hui_statement *s)
{
    outliner->text = outliner->line =
        (matrix){number_at(s, 5), number_at(s, 4), number_at(s, 3), number_at(s, 2), number_at(s, 1), number_at(s, 0)};
}

typedef enum action {
    ACTION_NONE,
    ACTION_BEGIN,
    ACTION_FONT,
    ACTION_MATRIX,
    ACTION_MOVE,
    ACTION_MOVE_AND_LEADING,
    ACTION_NEXT_LINE,
    ACTION_CHARACTER_SPACE,
    ACTION_WORD_SPACE,
    ACTION_STRETCH,
    ACTION_LEADING,
    ACTION_RISE,
    ACTION_MODE,
} action;

static const struct {
    char word[3];
    action action;
} operators[] = {
    {"BT", ACTION_BEGIN},      {"ET", ACTION_NONE},
    {"Tf", ACTION_FONT},       {"Tm", ACTION_MATRIX},
    {"Td", ACTION_MOVE},       {"TD", ACTION_MOVE_AND_LEADING},
    {"T*", ACTION_NEXT_LINE},  {"Tc", ACTION_CHARACTER_SPACE},
    {"Tw", ACTION_WORD_SPACE}, {"Tz", ACTION_STRETCH},
    {"TL", ACTION_LEADING},    {"Ts", ACTION_RISE},
    {"Tr", ACTION_MODE},
};

static void act(hui_outliner *outliner, hui_text_state *state, action what, const hui_statement *s)
{
    switch (what) {
    case ACTION_NONE:
        return;
    case ACTION_BEGIN:
        outliner->text = outliner->line = (matrix){1, 0, 0, 1, 0, 0};
        return;
    case ACTION_FONT:
        set_font(outliner, state, s);
        return;
    case ACTION_MATRIX:
        set_matrix(outliner, s);
        return;
    case ACTION_MOVE_AND_LEADING:
        state->leading = -number_at(s, 0);
        move_line(outliner, number_at(s, 1), number_at(s, 0));
        return;
    case ACTION_MOVE:
        move_line(outliner, number_at(s, 1), number_at(s, 0));
        return;
    case ACTION_NEXT_LINE:
        move_line(outliner, 0, -state->leading);
        return;
    case ACTION_CHARACTER_SPACE:
        state->character_space = number_at(s, 0);
        return;
    case ACTION_WORD_SPACE:
        state->word_space = number_at(s, 0);
        return;
    case ACTION_STRETCH:
        state->stretch = number_at(s, 0) / 100 - 1;
        return;
    case ACTION_LEADING:
        state->leading = number_at(s, 0);
        return;
    case ACTION_RISE:
        state->rise = number_at(s, 0);
        return;
    case ACTION_MODE:
        state->mode = s->operand_count ? hui_token_mode(s->operands[s->operand_count - 1]) : 0;
        return;
    }
}

bool hui_outliner_take(hui_outliner *outliner, hui_text_state *state, const hui_statement *s)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (hui_token_is(s->word, operators[i].word)) {
            act(outliner, state, operators[i].action, s);
            return true;
        }
    return false;
}

/* What one operator shows: glyphs that stand on one line. */
typedef struct shown {
    hui_outliner *outliner;
    const hui_text_state *state;
    hui_buffer glyphs, text;
    double x, drawn_x; /* in the text's space: the pen, and the last glyph that was drawn */
    bool is_open;
} shown;

static void add_number(hui_buffer *out, double value, int decimals)
{
    hui_buffer_add_number(out, value, decimals);
    hui_buffer_add_char(out, ' ');
}

static double width_unit(const shown *w)
{
    return w->state->size * (1 + w->state->stretch) / w->state->font->em;
}

/* From the glyph's space to the page's, at the pen (section 9.4.4). */
static void open_space(shown *w)
{
    const matrix *m = &w->outliner->text;
    const double x = width_unit(w), y = w->state->size / w->state->font->em, rise = w->state->rise;
    hui_buffer_add_string(&w->glyphs, "q ");
    add_number(&w->glyphs, x * m->a, 6);
    add_number(&w->glyphs, x * m->b, 6);
    add_number(&w->glyphs, y * m->c, 6);
    add_number(&w->glyphs, y * m->d, 6);
    add_number(&w->glyphs, w->x * m->a + rise * m->c + m->e, 4);
    add_number(&w->glyphs, w->x * m->b + rise * m->d + m->f, 4);
    hui_buffer_add_string(&w->glyphs, "cm\n");
    w->is_open = true;
    w->drawn_x = w->x;
}

/* What rounding leaves is made up by the next step. */
static void step(shown *w)
{
    const double unit = width_unit(w), by = unit > 0 || unit < 0 ? (w->x - w->drawn_x) / unit : 0;
    hui_buffer number = {0};
    hui_buffer_add_number(&number, by, 1);
    hui_buffer_printf(&w->glyphs, "1 0 0 1 %s 0 cm\n", number.bytes);
    w->drawn_x += strtod(number.bytes, NULL) * unit;
    hui_buffer_finish(&number);
}

static void draw(shown *w, unsigned code)
{
    const hui_text_state *state = w->state;
    hui_outline_glyph *glyph = hui_outline_font_glyph(state->font, code);
    const double extra = state->character_space + (code == ' ' && !state->font->is_wide ? state->word_space : 0);
    if (!glyph)
        return;
    if (glyph->form && state->mode == 0) {
        char name[32];
        glyph_name(name, "/", glyph);
        if (w->is_open)
            step(w);
        else
            open_space(w);
        hui_buffer_printf(&w->glyphs, "%s Do\n", name);
        if (glyph->user != w->outliner)
            *hui_vec_push(w->outliner->pass->arena, &w->outliner->used) = glyph;
        glyph->user = w->outliner;
    }
    hui_buffer_add(&w->text, glyph->text ? glyph->text : "", glyph->text_size);
    w->x += (glyph->width / 1000 * state->size + extra) * (1 + state->stretch);
}

static int hex_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static void add_hex_bytes(hui_buffer *bytes, hui_token token)
{
    int high = -1;
    for (size_t i = 1; i < token.size; i++) {
        const bool is_end = token.at[i] == '>';
        const int digit = is_end ? 0 : hex_of(token.at[i]);
        if (digit < 0 || (is_end && high < 0))
            continue;
        if (high >= 0)
            hui_buffer_add_char(bytes, (char)(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
}

/* Behind the backslash at `at` (section 7.3.4.2). */
static const char *add_escape(hui_buffer *bytes, const char *at, const char *end)
{
    static const char letters[] = "nrtbf", values[] = "\n\r\t\b\f";
    const char *const letter = at < end && *at ? strchr(letters, *at) : NULL;
    int code = 0, digits = 0;
    for (; digits < 3 && at < end && *at >= '0' && *at <= '7'; digits++)
        code = code * 8 + (*at++ - '0');
    if (digits > 0)
        hui_buffer_add_char(bytes, (char)(code & 0xFF));
    else if (letter)
        hui_buffer_add_char(bytes, values[letter - letters]);
    else if (at < end && *at != '\n')
        hui_buffer_add_char(bytes, *at);
    return digits > 0 || at == end ? at : at + 1;
}

static void add_literal_bytes(hui_buffer *bytes, hui_token token)
{
    const char *const end = token.at + token.size - 1;
    for (const char *at = token.at + 1; at < end;) {
        const char c = *at++;
        if (c == '\\')
            at = add_escape(bytes, at, end);
        else
            hui_buffer_add_char(bytes, c);
    }
}

static void show_string(shown *w, hui_token token)
{
    const size_t step_size = w->state->font->is_wide ? 2 : 1;
    hui_buffer bytes = {0};
    if (*token.at == '<')
        add_hex_bytes(&bytes, token);
    else
        add_literal_bytes(&bytes, token);
    for (size_t i = 0; i + step_size <= bytes.size; i += step_size) {
        const unsigned first = (unsigned char)bytes.bytes[i];
        draw(w, step_size == 2 ? first << 8 | (unsigned char)bytes.bytes[i + 1] : first);
    }
    hui_buffer_finish(&bytes);
}

/* Numbers move the pen back (section 9.4.3). Half the size is more than letters are spread by: words part there. */
static void move_pen(shown *w, double back)
{
    w->x -= back / 1000 * w->state->size * (1 + w->state->stretch);
    if (back <= -500)
        hui_buffer_add_string(&w->text, "0020");
}

static void show_array(shown *w, hui_token array)
{
    const char *at = array.at + 1, *const end = array.at + array.size - 1;
    hui_token token;
    while (hui_token_next(&at, end, &token))
        if (*token.at == '<' || *token.at == '(')
            show_string(w, token);
        else
            move_pen(w, hui_token_number(token));
}

/* ' and " begin a line first; the latter sets spaces, too. */
static void begin_shown_line(hui_outliner *outliner, hui_text_state *state, const hui_statement *s)
{
    if (hui_token_is(s->word, "\"")) {
        state->word_space = number_at(s, 2);
        state->character_space = number_at(s, 1);
    }
    if (!hui_token_is(s->word, "Tj") && !hui_token_is(s->word, "TJ"))
        move_line(outliner, 0, -state->leading);
}

static void add_shown(shown *w, bool has_text, hui_buffer *out)
{
    const bool is_named = w->is_open && w->text.size > 0 && !has_text;
    if (is_named)
        hui_buffer_printf(out, "/Span << /ActualText <feff%s> >> BDC\n", w->text.bytes);
    hui_buffer_add(out, w->glyphs.bytes, w->glyphs.size);
    if (w->is_open)
        hui_buffer_add_string(out, "Q\n");
    if (is_named)
        hui_buffer_add_string(out, "EMC\n");
}

void hui_outliner_show(hui_outliner *outliner, hui_text_state *state, const hui_statement *s, bool has_text,
                       hui_buffer *out)
{
    enum { MODE_FILL = 0, MODE_NONE = 3 };
    shown w = {.outliner = outliner, .state = state};
    begin_shown_line(outliner, state, s);
    if (!state->font || !s->operand_count || outliner->pass->fault)
        return;
    if (state->mode != MODE_FILL && state->mode != MODE_NONE) {
        hui_pass_fail(outliner->pass, HUI_PRINT_FAULT_PDF, "text is drawn in mode %d", state->mode);
        return;
    }
    const hui_token shows = s->operands[s->operand_count - 1];
    if (*shows.at == '[')
        show_array(&w, shows);
    else
        show_string(&w, shows);
    add_shown(&w, has_text, out);
    outliner->text.e += w.x * outliner->text.a;
    outliner->text.f += w.x * outliner->text.b;
    hui_buffer_finish(&w.glyphs);
    hui_buffer_finish(&w.text);
}
