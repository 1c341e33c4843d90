/* Interpreter: one row an operator. What is painted becomes a mark that all rules look at. */
#include "preflight/interpreter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Real drawings have a hundredth of these statements, and nest four deep. To begin a stream takes as long as some of
 * them. */
enum { STATEMENTS_MOST = 10000000, STREAM_COST = 5, SAVED_MOST = 256, FRAMES_MOST = 28 };

double hui_operand(const hui_statement *s, size_t from_end)
{
    static const double most = 1e9;
    const double value =
        from_end < s->operand_count ? hui_token_number(s->operands[s->operand_count - 1 - from_end]) : 0;
    return !(value > -most) ? -most : value > most ? most : value;
}

static hui_token last_operand(const hui_statement *s)
{
    return s->operand_count > 0 ? s->operands[s->operand_count - 1] : (hui_token){"", 0};
}

void hui_clip_to(hui_graphics *now, hui_rect rect, const double contact[4])
{
    const hui_rect old = now->clip, clip = hui_rect_intersect(old, rect);
    const bool moves[4] = {clip.x > old.x, clip.x + clip.w < old.x + old.w,
                           clip.y + clip.h<old.y + old.h, clip.y> old.y};
    for (int side = 0; side < 4; side++)
        if (moves[side])
            now->clip_contact[side] = contact ? contact[side] : INFINITY;
    now->clip = clip;
}

/* False if nothing is left. Where the clip cuts the mark, the clip's edge becomes the mark's. */
static bool clip_mark(hui_mark *mark, const hui_graphics *now)
{
    const hui_rect box = mark->box, clip = now->clip;
    const double left = fmax(box.x, clip.x), right = fmin(box.x + box.w, clip.x + clip.w);
    const double bottom = fmax(box.y, clip.y), top = fmin(box.y + box.h, clip.y + clip.h);
    const double slack = 0.3; /* a clip around what is painted cuts nothing off */
    const bool is_cut[4] = {left > box.x + slack, right + slack < box.x + box.w,
                            top + slack<box.y + box.h, bottom> box.y + slack};
    if (!(right >= left && top >= bottom))
        return false;
    mark->box = (hui_rect){left, bottom, right - left, top - bottom};
    for (int side = 0; side < 4; side++) {
        const double length = side < 2 ? top - bottom : right - left;
        if (is_cut[side] || mark->kind == HUI_MARK_SHADING)
            mark->contact[side] = fmin(now->clip_contact[side], length);
        else if (mark->kind == HUI_MARK_IMAGE)
            mark->contact[side] = length;
    }
    return true;
}

void hui_interpreter_mark(hui_interpreter *in, hui_mark mark)
{
    static void (*const watchers[])(hui_check *, const hui_mark *) = {
        hui_watch_bleed,  hui_watch_safe_zone, hui_watch_fonts,  hui_watch_text,
        hui_watch_images, hui_watch_lines,     hui_watch_colors, hui_watch_transparency};
    mark.now = &in->now;
    if (clip_mark(&mark, &in->now))
        for (size_t i = 0; i < sizeof watchers / sizeof *watchers; i++)
            watchers[i](in->check, &mark);
}

static void save(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    if (in->saved.count >= SAVED_MOST)
        in->lost++;
    else
        *hui_vec_push(in->check->arena, &in->saved) = in->now;
}

static void restore(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    if (in->lost > 0)
        in->lost--;
    else if (in->saved.count > in->frame->saved)
        in->now = in->saved.at[--in->saved.count];
}

static hui_matrix read_matrix(const hui_statement *s)
{
    return (hui_matrix){.xx = hui_operand(s, 5),
                        .yx = hui_operand(s, 4),
                        .xy = hui_operand(s, 3),
                        .yy = hui_operand(s, 2),
                        .x0 = hui_operand(s, 1),
                        .y0 = hui_operand(s, 0)};
}

static void transform(hui_interpreter *in, const hui_statement *s)
{
    const hui_matrix m = hui_matrix_multiply(in->now.ctm, read_matrix(s));
    if (isfinite(m.xx + m.yx + m.xy + m.yy + m.x0 + m.y0))
        in->now.ctm = m;
}

static void set_width(hui_interpreter *in, const hui_statement *s)
{
    in->now.line_width = fabs(hui_operand(s, 0));
}

static void set_cap(hui_interpreter *in, const hui_statement *s)
{
    in->now.has_round_caps = hui_operand(s, 0) == 1;
}

static void set_state(hui_interpreter *in, const hui_statement *s)
{
    hui_set_state(in, last_operand(s));
}

static void set_space(hui_interpreter *in, const hui_space *space, int side)
{
    hui_tint *tint = &in->now.tints[side];
    *tint = (hui_tint){.space = space};
    if (!space)
        return;
    /* The initial colour is black, or all of every colorant (section 8.6.8). */
    if (space->kind == HUI_SPACE_CMYK && !space->is_indexed)
        tint->at[3] = 1;
    else if (space->kind == HUI_SPACE_SPOT && !space->is_indexed)
        for (int i = 0; i < COMPONENTS_MOST; i++)
            tint->at[i] = 1;
}

static void name_space(hui_interpreter *in, const hui_statement *s, int side)
{
    set_space(in, hui_find_space(in, last_operand(s)), side);
}

static void fill_space(hui_interpreter *in, const hui_statement *s)
{
    name_space(in, s, HUI_FILL);
}

static void stroke_space(hui_interpreter *in, const hui_statement *s)
{
    name_space(in, s, HUI_STROKE);
}

static void set_components(hui_interpreter *in, const hui_statement *s, int side)
{
    hui_tint *tint = &in->now.tints[side];
    const hui_token last = last_operand(s);
    const bool is_pattern = last.size > 0 && *last.at == '/';
    const size_t count = s->operand_count - is_pattern;
    tint->pattern = is_pattern ? hui_find_pattern(in, last) : NULL;
    for (size_t i = 0; i < COMPONENTS_MOST; i++)
        tint->at[i] = i < count ? hui_operand(s, s->operand_count - 1 - i) : 0;
}

static void fill_components(hui_interpreter *in, const hui_statement *s)
{
    set_components(in, s, HUI_FILL);
}

static void stroke_components(hui_interpreter *in, const hui_statement *s)
{
    set_components(in, s, HUI_STROKE);
}

static void set_device(hui_interpreter *in, const hui_statement *s, const char *name, int side)
{
    set_space(in, hui_space_device(in, name), side);
    set_components(in, s, side);
}

static void fill_gray(hui_interpreter *in, const hui_statement *s)
{
    set_device(in, s, "DeviceGray", HUI_FILL);
}

static void stroke_gray(hui_interpreter *in, const hui_statement *s)
{
    set_device(in, s, "DeviceGray", HUI_STROKE);
}

static void fill_rgb(hui_interpreter *in, const hui_statement *s)
{
    set_device(in, s, "DeviceRGB", HUI_FILL);
}

static void stroke_rgb(hui_interpreter *in, const hui_statement *s)
{
    set_device(in, s, "DeviceRGB", HUI_STROKE);
}

static void fill_cmyk(hui_interpreter *in, const hui_statement *s)
{
    set_device(in, s, "DeviceCMYK", HUI_FILL);
}

static void stroke_cmyk(hui_interpreter *in, const hui_statement *s)
{
    set_device(in, s, "DeviceCMYK", HUI_STROKE);
}

static void close_path(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_pen_close(in);
}

static void end_path(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_pen_paint(in, false, false);
}

static void fill(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_pen_paint(in, true, false);
}

static void stroke(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_pen_paint(in, false, true);
}

static void fill_and_stroke(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_pen_paint(in, true, true);
}

static void clip(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    in->pen.clips = true;
}

static void begin_text(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_words_begin(in);
}

static void set_font(hui_interpreter *in, const hui_statement *s)
{
    if (s->operand_count < 2)
        return;
    in->now.font = hui_find_font(in, s->operands[s->operand_count - 2]);
    in->now.font_size = hui_operand(s, 0);
}

static void set_char_space(hui_interpreter *in, const hui_statement *s)
{
    in->now.char_space = hui_operand(s, 0);
}

static void set_word_space(hui_interpreter *in, const hui_statement *s)
{
    in->now.word_space = hui_operand(s, 0);
}

static void set_stretch(hui_interpreter *in, const hui_statement *s)
{
    in->now.stretch = hui_operand(s, 0) / 100;
}

static void set_leading(hui_interpreter *in, const hui_statement *s)
{
    in->now.leading = hui_operand(s, 0);
}

static void set_rise(hui_interpreter *in, const hui_statement *s)
{
    in->now.rise = hui_operand(s, 0);
}

static void set_text_mode(hui_interpreter *in, const hui_statement *s)
{
    in->now.text_mode = (int)hui_operand(s, 0) & 7;
}

static void move_text(hui_interpreter *in, const hui_statement *s)
{
    hui_words_move(in, hui_operand(s, 1), hui_operand(s, 0));
}

static void move_text_and_lead(hui_interpreter *in, const hui_statement *s)
{
    in->now.leading = -hui_operand(s, 0);
    move_text(in, s);
}

static void next_line(hui_interpreter *in, const hui_statement *s)
{
    (void)s;
    hui_words_move(in, 0, -in->now.leading);
}

static void show(hui_interpreter *in, const hui_statement *s)
{
    hui_words_show(in, last_operand(s));
}

static void show_next(hui_interpreter *in, const hui_statement *s)
{
    next_line(in, s);
    show(in, s);
}

static void show_spaced(hui_interpreter *in, const hui_statement *s)
{
    in->now.word_space = hui_operand(s, 2);
    in->now.char_space = hui_operand(s, 1);
    show_next(in, s);
}

static void paint_object(hui_interpreter *in, const hui_statement *s)
{
    hui_paint_object(in, last_operand(s));
}

static void paint_shading(hui_interpreter *in, const hui_statement *s)
{
    hui_paint_shading(in, last_operand(s));
}

typedef struct operator_row {
    char word[4];
    void (*run)(hui_interpreter *in, const hui_statement *s);
} operator_row;

/* Sorted by how often they occur; the others (tags, compatibility, rendering hints) change nothing that is looked
 * at. */
static const operator_row operators[] = {
    {"c", hui_pen_curve},
    {"l", hui_pen_line},
    {"m", hui_pen_move},
    {"h", close_path},
    {"re", hui_pen_rect},
    {"f", fill},
    {"k", fill_cmyk},
    {"rg", fill_rgb},
    {"Tj", show},
    {"TJ", show},
    {"Td", move_text},
    {"Tm", hui_words_set_matrix},
    {"Tf", set_font},
    {"BT", begin_text},
    {"q", save},
    {"Q", restore},
    {"cm", transform},
    {"gs", set_state},
    {"w", set_width},
    {"J", set_cap},
    {"S", stroke},
    {"n", end_path},
    {"W", clip},
    {"Do", paint_object},
    {"RG", stroke_rgb},
    {"K", stroke_cmyk},
    {"g", fill_gray},
    {"G", stroke_gray},
    {"f*", fill},
    {"W*", clip},
    {"B", fill_and_stroke},
    {"B*", fill_and_stroke},
    {"b", fill_and_stroke},
    {"b*", fill_and_stroke},
    {"s", stroke},
    {"F", fill},
    {"v", hui_pen_curve},
    {"y", hui_pen_curve},
    {"cs", fill_space},
    {"CS", stroke_space},
    {"sc", fill_components},
    {"scn", fill_components},
    {"SC", stroke_components},
    {"SCN", stroke_components},
    {"sh", paint_shading},
    {"BI", hui_paint_inline_image},
    {"Tc", set_char_space},
    {"Tw", set_word_space},
    {"Tz", set_stretch},
    {"TL", set_leading},
    {"Ts", set_rise},
    {"Tr", set_text_mode},
    {"TD", move_text_and_lead},
    {"T*", next_line},
    {"'", show_next},
    {"\"", show_spaced},
};

static void run_statement(hui_interpreter *in, const hui_statement *s)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (hui_token_is(s->word, operators[i].word)) {
            operators[i].run(in, s);
            return;
        }
}

static void give_up(hui_check *check, const char *english, const char *chinese)
{
    const char *why = hui_check_word(check, english, chinese);
    hui_check_add(check, HUI_RULE_COMPLEX, (hui_spot){.detail = english}, why);
}

void hui_interpreter_count(hui_check *check, size_t count)
{
    check->statements += count;
    if (check->gave_up || check->statements <= STATEMENTS_MOST)
        return;
    check->gave_up = true;
    give_up(check, "it has too many drawing operations", "绘图操作过多");
}

void hui_interpreter_run(hui_interpreter *in, hui_resources *resources, const char *content, size_t size)
{
    hui_check *check = in->check;
    hui_frame frame = {.outer = in->frame,
                       .resources = resources,
                       .depth = in->frame ? in->frame->depth + 1 : 0,
                       .saved = in->saved.count};
    if (frame.depth > FRAMES_MOST) {
        give_up(check, "forms are nested too deep", "表单嵌套过深");
        return;
    }
    const char *at = content, *const end = content + size;
    in->frame = &frame;
    hui_interpreter_count(check, STREAM_COST);
    hui_statement statement;
    while (!check->gave_up && hui_statement_next(&at, end, &statement)) {
        run_statement(in, &statement);
        hui_interpreter_count(check, 1);
    }
    in->saved.count = frame.saved;
    in->lost = 0;
    in->frame = frame.outer;
}

static void mark_page_group(hui_interpreter *in, qpdf_oh page)
{
    const qpdf_oh group = hui_key(in->check, page, "/Group");
    if (hui_key_is(in->check, group, "/S", "/Transparency"))
        hui_interpreter_mark(in, (hui_mark){.kind = HUI_MARK_GROUP, .box = in->now.clip, .thinnest = -1});
    hui_drop(in->check, group);
}

/* All streams of a page together are its content (section 7.8.2). */
static bool is_content_tame(hui_check *check, qpdf_oh page)
{
    const qpdf_oh contents = hui_key(check, page, "/Contents");
    const int count = hui_item_count(check, contents);
    bool is_tame = !qpdf_oh_is_stream(check->pdf, contents) || hui_stream_is_tame(check, contents);
    for (int i = 0; i < count && is_tame; i++) {
        const qpdf_oh stream = qpdf_oh_get_array_item(check->pdf, contents, i);
        is_tame = !qpdf_oh_is_stream(check->pdf, stream) || hui_stream_is_tame(check, stream);
        hui_drop(check, stream);
    }
    hui_drop(check, contents);
    return is_tame;
}

void hui_check_content(hui_check *check, qpdf_oh page)
{
    unsigned char *content = NULL;
    size_t size = 0;
    hui_interpreter in = {.check = check};
    in.now = (hui_graphics){.ctm = hui_matrix_scale(check->unit, check->unit),
                            .clip = check->media,
                            .clip_contact = {INFINITY, INFINITY, INFINITY, INFINITY},
                            .alpha = {1, 1},
                            .line_width = 1,
                            .stretch = 1};
    in.now.tints[HUI_FILL].space = in.now.tints[HUI_STROKE].space = hui_space_device(&in, "DeviceGray");
    in.pen.thinnest = -1;
    in.text = in.line = hui_matrix_identity();
    const qpdf_oh resources = hui_key(check, page, "/Resources");
    check->grounds.count = 0;
    mark_page_group(&in, page);
    if (!is_content_tame(check, page) ||
        (qpdf_oh_get_page_content_data(check->pdf, page, &content, &size) & QPDF_ERRORS))
        give_up(check, "the content of a page cannot be decoded", "无法解码页面内容");
    else if (content)
        hui_interpreter_run(&in, hui_resources_new(check, resources), (const char *)content, size);
    check->decoded += size;
    free(content);
    hui_drop(check, resources);
}
