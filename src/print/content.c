/* Content: each painting operator gets the ink it needs just before it, as only then is known what is painted with it. */
#include "print/content.h"

#include "base/vec.h"
#include "print/extent.h"
#include "print/tokens.h"

#include <string.h>

/* A colour as the content sets it. */
typedef struct wanted_color {
    enum { COLOR_INHERITED, COLOR_RGB, COLOR_OTHER } kind; /* OTHER: a pattern, or a grey; already written */
    bool is_rgb_space;                                     /* `sc` and `scn` set components of DeviceRGB */
    double rgb[3];
} wanted_color;

/* What was written last. */
typedef struct written_color {
    bool is_known;
    hui_cmyk cmyk;
} written_color;

enum { FILL, STROKE };

typedef struct graphics {
    wanted_color wanted[2];
    written_color written[2];
    bool overprints;
    hui_text_state text;
    hui_axes axes; /* of the coordinates in force */
} graphics;

typedef struct writer {
    hui_arena *arena;
    const hui_content_options *options;
    hui_buffer *out;
    graphics now;
    HUI_VEC(graphics) saved;
    hui_buffer path;  /* of the path under construction, where no other operator may stand */
    int tags;         /* open marked content, ours not counted */
    int texts;        /* `tags` where the outermost began that says what it reads; 0: none does */
    bool in_artifact; /* of ours, around a whole text object */
    hui_content_uses uses;
} writer;

static void add_color(writer *w, const hui_cmyk *cmyk, int side)
{
    if (cmyk->named && cmyk->named->spot) {
        hui_buffer_printf(w->out, "/" HUI_NAME_SPOT "%zu %s 1 %s\n", (size_t)(cmyk->named - w->options->named),
                          side == FILL ? "cs" : "CS", side == FILL ? "scn" : "SCN");
        w->uses.spots = true;
        return;
    }
    for (int i = 0; i < 4; i++) {
        hui_buffer_add_number(w->out, cmyk->at[i], 4);
        hui_buffer_add_char(w->out, ' ');
    }
    hui_buffer_add_string(w->out, side == FILL ? "k\n" : "K\n");
}

/* The luminosity of a colour (ISO 32000-1, section 11.5.3). */
static void add_grey(writer *w, const double rgb[3], int side)
{
    hui_buffer_add_number(w->out, 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2], 6);
    hui_buffer_add_string(w->out, side == FILL ? " g\n" : " G\n");
}

static bool is_same(const hui_cmyk *a, const hui_cmyk *b)
{
    return memcmp(a->at, b->at, sizeof a->at) == 0 && a->named == b->named;
}

/* Sees to it that the colour wanted is in force. True if it may overprint. */
static bool apply_color(writer *w, int side, hui_ink_use use)
{
    const wanted_color *wanted = &w->now.wanted[side];
    written_color *written = &w->now.written[side];
    if (wanted->kind != COLOR_RGB)
        return false;
    if (w->options->is_mask) {
        add_grey(w, wanted->rgb, side);
        return false;
    }
    const hui_cmyk cmyk = hui_inks_find(w->options->inks, wanted->rgb, use);
    if (!written->is_known || !is_same(&written->cmyk, &cmyk))
        add_color(w, &cmyk, side);
    *written = (written_color){true, cmyk};
    return use == HUI_INK_USE_TEXT && hui_cmyk_overprints(&cmyk);
}

static void apply_overprint(writer *w, bool overprints)
{
    if (w->now.overprints == overprints)
        return;
    hui_buffer_add_string(w->out, overprints ? "/" HUI_NAME_OVERPRINT " gs\n" : "/" HUI_NAME_KNOCKOUT " gs\n");
    w->now.overprints = overprints;
    w->uses.overprint = true;
}

/* What an operator paints with. */
enum { PAINTS_FILL = 1, PAINTS_STROKE = 2, PAINTS_TEXT = 4, PAINTS_ALL = 8 };

/* Half an inch: icons beside text, ticks and rules are not so large in at least one direction. What is larger looks better, and
 * deeper, in all inks. */
static const double small = 36;

/* A small shape in the ink of text belongs to it: it is printed as text is. */
static hui_ink_use find_fill_use(const writer *w, unsigned paints)
{
    const wanted_color *wanted = &w->now.wanted[FILL];
    if (paints & PAINTS_TEXT)
        return HUI_INK_USE_TEXT;
    if (w->path.size == 0 || wanted->kind != COLOR_RGB || !w->options->inks || (paints & PAINTS_ALL))
        return HUI_INK_USE_FILL;
    if (!hui_inks_are_black(w->options->inks, wanted->rgb, HUI_INK_USE_TEXT))
        return HUI_INK_USE_FILL;
    const double side = hui_path_shorter_side(w->path.bytes, w->path.size, w->now.axes);
    return side <= small ? HUI_INK_USE_TEXT : HUI_INK_USE_FILL;
}

static void apply_state(writer *w, unsigned paints)
{
    const hui_ink_use fill_use = find_fill_use(w, paints);
    bool overprints = true;
    if (!w->options->inks && !w->options->is_mask)
        return;
    if (paints & PAINTS_FILL)
        overprints &= apply_color(w, FILL, fill_use);
    if (paints & PAINTS_STROKE)
        overprints &= apply_color(w, STROKE, HUI_INK_USE_TEXT);
    apply_overprint(w, overprints && !(paints & PAINTS_ALL) && paints != 0);
}

static void add_statement(hui_buffer *out, const hui_statement *s)
{
    hui_buffer_add(out, s->at, s->size);
    hui_buffer_add_char(out, '\n');
}

/* The path, if there is one, and the operator that paints it or something else. */
static void paint(writer *w, const hui_statement *s, unsigned paints)
{
    const bool is_artifact = w->options->artifacts && w->tags == 0 && !w->in_artifact;
    apply_state(w, paints);
    if (is_artifact)
        hui_buffer_add_string(w->out, "/Artifact BMC\n");
    hui_buffer_add(w->out, w->path.bytes, w->path.size);
    w->path.size = 0;
    add_statement(w->out, s);
    if (is_artifact)
        hui_buffer_add_string(w->out, "EMC\n");
}

static void set_rgb(writer *w, const hui_statement *s, int side)
{
    wanted_color *wanted = &w->now.wanted[side];
    wanted->kind = COLOR_RGB;
    wanted->is_rgb_space = true;
    for (int i = 0; i < 3; i++) {
        const double value = hui_token_number(s->operands[s->operand_count - 3 + (size_t)i]);
        wanted->rgb[i] = value < 0 ? 0 : value > 1 ? 1 : value;
    }
}

static void set_other(writer *w, const hui_statement *s, int side)
{
    w->now.wanted[side].kind = COLOR_OTHER;
    w->now.written[side].is_known = false;
    add_statement(w->out, s);
}

/* `cs`: the initial colour of DeviceRGB is black. */
static void set_space(writer *w, const hui_statement *s, int side)
{
    wanted_color *wanted = &w->now.wanted[side];
    wanted->is_rgb_space = s->operand_count > 0 && hui_token_is(s->operands[s->operand_count - 1], "/DeviceRGB");
    if (wanted->is_rgb_space)
        *wanted = (wanted_color){.kind = COLOR_RGB, .is_rgb_space = true};
    else
        set_other(w, s, side);
}

static void transform(writer *w, const hui_statement *s)
{
    double by[4];
    if (s->operand_count < 6)
        return;
    for (size_t i = 0; i < 4; i++)
        by[i] = hui_token_number(s->operands[i]);
    w->now.axes = hui_axes_multiply((hui_axes){by[0], by[1], by[2], by[3]}, w->now.axes);
}

static void save(writer *w)
{
    *hui_vec_push(w->arena, &w->saved) = w->now;
}

static void restore(writer *w)
{
    if (w->saved.count > 0)
        w->now = w->saved.at[--w->saved.count];
}

static void begin_text(writer *w, const hui_statement *s)
{
    w->in_artifact = w->options->artifacts && w->tags == 0;
    if (w->in_artifact)
        hui_buffer_add_string(w->out, "/Artifact BMC\n");
    add_statement(w->out, s);
}

static void end_text(writer *w, const hui_statement *s)
{
    add_statement(w->out, s);
    if (w->in_artifact)
        hui_buffer_add_string(w->out, "EMC\n");
    w->in_artifact = false;
}

/* Rendering modes: fill, stroke, both, neither, and the same four with clipping (section 9.3.6). */
static void paint_text(writer *w, const hui_statement *s)
{
    static const unsigned paints[] = {PAINTS_FILL, PAINTS_STROKE, PAINTS_FILL | PAINTS_STROKE, 0};
    const unsigned painted = paints[w->now.text.mode & 3];
    if (!w->options->outliner) {
        paint(w, s, painted ? painted | PAINTS_TEXT : 0);
        return;
    }
    apply_state(w, painted ? painted | PAINTS_TEXT : 0);
    hui_outliner_show(w->options->outliner, &w->now.text, s, w->texts > 0, w->out);
}

/* What replaces the content (section 14.9.4) is a key of its property list. */
static bool says_text(const hui_statement *s)
{
    static const char key[] = "/ActualText";
    for (size_t i = 0; i + sizeof key - 1 <= s->size; i++)
        if (memcmp(s->at + i, key, sizeof key - 1) == 0)
            return true;
    return false;
}

static void begin_tag(writer *w, const hui_statement *s)
{
    w->tags++;
    if (w->texts == 0 && says_text(s))
        w->texts = w->tags;
}

static void end_tag(writer *w)
{
    if (w->texts == w->tags)
        w->texts = 0;
    w->tags--;
}

typedef enum action {
    ACTION_COPY,
    ACTION_PATH,
    ACTION_END_PATH,
    ACTION_PAINT,
    ACTION_TEXT,
    ACTION_RGB,
    ACTION_SPACE,
    ACTION_COMPONENTS,
    ACTION_OTHER_COLOR,
    ACTION_SAVE,
    ACTION_RESTORE,
    ACTION_TRANSFORM,
    ACTION_BEGIN_TAG,
    ACTION_END_TAG,
    ACTION_BEGIN_TEXT,
    ACTION_END_TEXT,
    ACTION_TEXT_MODE,
} action;

typedef struct operator_row {
    char word[4];
    action action;
    unsigned detail; /* what is painted, or which colour is set */
} operator_row;

/* Sorted by how often they occur; all others are copied. */
static const operator_row operators[] = {
    {"c", ACTION_PATH, 0},
    {"l", ACTION_PATH, 0},
    {"m", ACTION_PATH, 0},
    {"h", ACTION_PATH, 0},
    {"rg", ACTION_RGB, FILL},
    {"f", ACTION_PAINT, PAINTS_FILL},
    {"Tj", ACTION_TEXT, 0},
    {"TJ", ACTION_TEXT, 0},
    {"BT", ACTION_BEGIN_TEXT, 0},
    {"ET", ACTION_END_TEXT, 0},
    {"q", ACTION_SAVE, 0},
    {"Q", ACTION_RESTORE, 0},
    {"cm", ACTION_TRANSFORM, 0},
    {"BDC", ACTION_BEGIN_TAG, 0},
    {"BMC", ACTION_BEGIN_TAG, 0},
    {"EMC", ACTION_END_TAG, 0},
    {"W", ACTION_PATH, 0},
    {"n", ACTION_END_PATH, 0},
    {"re", ACTION_PATH, 0},
    {"S", ACTION_PAINT, PAINTS_STROKE},
    {"RG", ACTION_RGB, STROKE},
    {"Do", ACTION_PAINT, PAINTS_FILL | PAINTS_STROKE | PAINTS_ALL},
    {"sh", ACTION_PAINT, PAINTS_ALL},
    {"f*", ACTION_PAINT, PAINTS_FILL},
    {"W*", ACTION_PATH, 0},
    {"B", ACTION_PAINT, PAINTS_FILL | PAINTS_STROKE},
    {"B*", ACTION_PAINT, PAINTS_FILL | PAINTS_STROKE},
    {"b", ACTION_PAINT, PAINTS_FILL | PAINTS_STROKE},
    {"b*", ACTION_PAINT, PAINTS_FILL | PAINTS_STROKE},
    {"s", ACTION_PAINT, PAINTS_STROKE},
    {"F", ACTION_PAINT, PAINTS_FILL},
    {"v", ACTION_PATH, 0},
    {"y", ACTION_PATH, 0},
    {"'", ACTION_TEXT, 0},
    {"\"", ACTION_TEXT, 0},
    {"BI", ACTION_PAINT, PAINTS_FILL | PAINTS_ALL},
    {"cs", ACTION_SPACE, FILL},
    {"CS", ACTION_SPACE, STROKE},
    {"sc", ACTION_COMPONENTS, FILL},
    {"scn", ACTION_COMPONENTS, FILL},
    {"SC", ACTION_COMPONENTS, STROKE},
    {"SCN", ACTION_COMPONENTS, STROKE},
    {"g", ACTION_OTHER_COLOR, FILL},
    {"G", ACTION_OTHER_COLOR, STROKE},
    {"k", ACTION_OTHER_COLOR, FILL},
    {"K", ACTION_OTHER_COLOR, STROKE},
    {"Tr", ACTION_TEXT_MODE, 0},
};

static operator_row find_operator(hui_token word)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (hui_token_is(word, operators[i].word))
            return operators[i];
    return (operator_row){.action = ACTION_COPY};
}

static bool converts(const writer *w)
{
    return w->options->inks || w->options->is_mask;
}

static void rewrite_color(writer *w, const hui_statement *s, operator_row row)
{
    const int side = (int)row.detail;
    if (!converts(w))
        add_statement(w->out, s);
    else if (row.action == ACTION_SPACE)
        set_space(w, s, side);
    else if (s->operand_count >= 3 && (row.action == ACTION_RGB || w->now.wanted[side].is_rgb_space))
        set_rgb(w, s, side);
    else {
        w->now.wanted[side].is_rgb_space &= row.action != ACTION_OTHER_COLOR;
        set_other(w, s, side);
    }
}

static void rewrite(writer *w, const hui_statement *s)
{
    const operator_row row = find_operator(s->word);
    if (w->options->outliner && hui_outliner_take(w->options->outliner, &w->now.text, s))
        return;
    switch (row.action) {
    case ACTION_PATH:
        add_statement(&w->path, s);
        return;
    case ACTION_END_PATH:
        hui_buffer_add(w->out, w->path.bytes, w->path.size);
        w->path.size = 0;
        break;
    case ACTION_PAINT:
        paint(w, s, row.detail);
        return;
    case ACTION_TEXT:
        paint_text(w, s);
        return;
    case ACTION_RGB:
    case ACTION_SPACE:
    case ACTION_COMPONENTS:
    case ACTION_OTHER_COLOR:
        rewrite_color(w, s, row);
        return;
    case ACTION_SAVE:
        save(w);
        break;
    case ACTION_RESTORE:
        restore(w);
        break;
    case ACTION_TRANSFORM:
        transform(w, s);
        break;
    case ACTION_BEGIN_TAG:
        begin_tag(w, s);
        break;
    case ACTION_END_TAG:
        end_tag(w);
        break;
    case ACTION_BEGIN_TEXT:
        begin_text(w, s);
        return;
    case ACTION_END_TEXT:
        end_text(w, s);
        return;
    case ACTION_TEXT_MODE:
        w->now.text.mode = s->operand_count > 0 ? hui_token_mode(s->operands[s->operand_count - 1]) : 0;
        break;
    case ACTION_COPY:
        break;
    }
    add_statement(w->out, s);
}

hui_content_uses hui_content_write(hui_arena *arena, const char *content, size_t size,
                                   const hui_content_options *options, hui_buffer *out)
{
    writer w = {.arena = arena, .options = options, .out = out, .now.axes = {1, 0, 0, 1}};
    const char *at = size ? content : "", *const end = at + size;
    hui_statement statement;
    hui_buffer_reserve(out, size + size / 4);
    while (hui_statement_next(&at, end, &statement))
        rewrite(&w, &statement);
    hui_buffer_finish(&w.path);
    return w.uses;
}
