/* Paint: forms, images, shadings and patterns, and the graphics states that resources hold. */
#include "preflight/interpreter.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* In statements: states, shadings and inline images are read each time. */
enum { READ_COST = 100 };

/* The content of a form in its own coordinates, as if between `q` and `Q`. */
static void run_form(hui_interpreter *in, hui_form *form, hui_matrix to_page)
{
    hui_check *check = in->check;
    if (!form)
        return;
    if (form->is_painting || !form->content) {
        const char *why = form->is_painting ? hui_check_word(check, "a form paints itself", "表单引用自身")
                                            : hui_check_word(check, "a form cannot be decoded", "无法解码表单");
        hui_check_add(check, HUI_RULE_COMPLEX, (hui_spot){.detail = why}, why);
        return;
    }
    const hui_graphics now = in->now;
    const hui_pen pen = in->pen;
    const hui_matrix text = in->text, line = in->line;
    const size_t lost = in->lost;
    in->now.ctm = hui_matrix_multiply(to_page, form->matrix);
    hui_clip_to(&in->now, hui_matrix_apply_rect(in->now.ctm, form->box), NULL);
    in->pen = (hui_pen){.thinnest = -1};
    in->lost = 0;
    form->is_painting = true;
    if (isfinite(in->now.ctm.xx + in->now.ctm.yy + in->now.ctm.x0 + in->now.ctm.y0))
        hui_interpreter_run(in, form->resources ? form->resources : in->frame->resources, form->content, form->size);
    form->is_painting = false;
    in->now = now;
    in->pen = pen;
    in->text = text;
    in->line = line;
    in->lost = lost;
}

static void paint_form(hui_interpreter *in, hui_form *form)
{
    if (form->is_group)
        hui_interpreter_mark(
            in, (hui_mark){.kind = HUI_MARK_GROUP,
                           .box = hui_matrix_apply_rect(hui_matrix_multiply(in->now.ctm, form->matrix), form->box),
                           .thinnest = -1,
                           .space = form->group_space});
    run_form(in, form, in->now.ctm);
}

/* An image fills the unit square (section 8.9.5.1). */
static void mark_image(hui_interpreter *in, const hui_picture_facts *picture)
{
    const hui_matrix m = in->now.ctm;
    hui_interpreter_mark(in, (hui_mark){.kind = HUI_MARK_IMAGE,
                                        .box = hui_matrix_apply_rect(m, (hui_rect){0, 0, 1, 1}),
                                        .paints = {!picture->space, false},
                                        .thinnest = -1,
                                        .picture = picture,
                                        .across = hypot(m.xx, m.yx),
                                        .down = hypot(m.xy, m.yy),
                                        .space = picture->space});
}

static bool is_true(const hui_check *check, qpdf_oh dictionary, const char *key)
{
    const qpdf_oh value = hui_key(check, dictionary, key);
    const bool is = qpdf_oh_is_bool(check->pdf, value) && qpdf_oh_get_bool_value(check->pdf, value);
    hui_drop(check, value);
    return is;
}

/* JPEG 2000 tells its space itself. */
static const hui_space *read_image_space(hui_interpreter *in, qpdf_oh dictionary, const char *key)
{
    const qpdf_oh value = hui_key(in->check, dictionary, key);
    const hui_space *space = hui_space_read(in, value, 0);
    hui_drop(in->check, value);
    return space;
}

const hui_picture_facts *hui_picture_read(hui_interpreter *in, qpdf_oh dictionary)
{
    hui_check *check = in->check;
    const bool is_stencil = is_true(check, dictionary, "/ImageMask");
    hui_picture_facts *picture = HUI_NEW(check->arena, hui_picture_facts);
    *picture = (hui_picture_facts){
        .width = hui_key_number(check, dictionary, "/Width", 0),
        .height = hui_key_number(check, dictionary, "/Height", 0),
        .is_bitmap = is_stencil || hui_key_number(check, dictionary, "/BitsPerComponent", 8) == 1,
        .has_soft_mask =
            hui_key_has(check, dictionary, "/SMask") || hui_key_number(check, dictionary, "/SMaskInData", 0) > 0,
        .space = is_stencil ? NULL : read_image_space(in, dictionary, "/ColorSpace"),
    };
    return picture;
}

void hui_paint_object(hui_interpreter *in, hui_token name)
{
    const hui_external *external = hui_find_external(in, name);
    if (external && external->picture)
        mark_image(in, external->picture);
    else if (external && external->form)
        paint_form(in, external->form);
}

/* The entries between BI and ID are a dictionary without its brackets, and keys have short names, too (section
 * 8.9.7). */
static qpdf_oh read_inline_dictionary(hui_interpreter *in, const hui_statement *s)
{
    const char *at = s->at + strlen("BI"), *const end = s->at + s->size;
    hui_token token;
    const char *from = at;
    while (hui_token_next(&at, end, &token))
        if (hui_token_is(token, "ID"))
            break;
    const size_t size = token.at > from ? (size_t)(token.at - from) : 0;
    const qpdf_oh dictionary = qpdf_oh_parse(
        in->check->pdf, hui_arena_printf(in->check->arena, "<<%.*s>>", size < 4096 ? (int)size : 0, from));
    if (qpdf_has_error(in->check->pdf)) /* forgotten: a null stands for what is none */
        qpdf_get_error(in->check->pdf);
    return dictionary;
}

static double either_number(const hui_check *check, qpdf_oh dictionary, const char *key, const char *other,
                            double otherwise)
{
    return hui_key_number(check, dictionary, key, hui_key_number(check, dictionary, other, otherwise));
}

void hui_paint_inline_image(hui_interpreter *in, const hui_statement *s)
{
    hui_check *check = in->check;
    hui_interpreter_count(check, READ_COST);
    const qpdf_oh dictionary = read_inline_dictionary(in, s);
    const bool is_stencil = is_true(check, dictionary, "/IM") || is_true(check, dictionary, "/ImageMask");
    const hui_picture_facts picture = {
        .width = either_number(check, dictionary, "/W", "/Width", 0),
        .height = either_number(check, dictionary, "/H", "/Height", 0),
        .is_bitmap = is_stencil || either_number(check, dictionary, "/BPC", "/BitsPerComponent", 8) == 1,
        .space = is_stencil
                     ? NULL
                     : read_image_space(in, dictionary, hui_key_has(check, dictionary, "/CS") ? "/CS" : "/ColorSpace"),
    };
    mark_image(in, &picture);
    hui_drop(check, dictionary);
}

void hui_paint_shading(hui_interpreter *in, hui_token name)
{
    hui_interpreter_count(in->check, READ_COST);
    hui_check *check = in->check;
    const qpdf_oh object = hui_find_object(in, "/Shading", name);
    const bool is_stream = qpdf_oh_is_stream(check->pdf, object);
    const qpdf_oh dictionary = is_stream ? qpdf_oh_get_dict(check->pdf, object) : object;
    if (qpdf_oh_is_dictionary(check->pdf, dictionary)) {
        const hui_space *space = read_image_space(in, dictionary, "/ColorSpace");
        hui_interpreter_mark(in,
                             (hui_mark){.kind = HUI_MARK_SHADING, .box = in->now.clip, .thinnest = -1, .space = space});
    }
    if (is_stream)
        hui_drop(check, dictionary);
    hui_drop(check, object);
}

/* Once a page is enough: each tile paints the same. Tiles stand in the page's own coordinates (section 8.7.3.1). */
void hui_paint_pattern(hui_interpreter *in, hui_pattern *pattern)
{
    if (!pattern->form || pattern->page_seen == in->check->page || pattern->form->is_painting)
        return;
    pattern->page_seen = in->check->page;
    run_form(in, pattern->form, hui_matrix_scale(in->check->unit, in->check->unit));
}

static void set_overprint(hui_interpreter *in, qpdf_oh state)
{
    hui_check *check = in->check;
    if (hui_key_has(check, state, "/OP"))
        in->now.overprints[HUI_STROKE] = in->now.overprints[HUI_FILL] = is_true(check, state, "/OP");
    if (hui_key_has(check, state, "/op"))
        in->now.overprints[HUI_FILL] = is_true(check, state, "/op");
    in->now.overprint_mode = (int)hui_key_number(check, state, "/OPM", in->now.overprint_mode);
}

/* The first of several modes counts, whatever a reader knows (section 11.6.3). */
static void set_blend(hui_interpreter *in, qpdf_oh state)
{
    hui_check *check = in->check;
    const qpdf_oh mode = hui_key(check, state, "/BM");
    const char *name = hui_object_text(check, mode);
    if (hui_item_count(check, mode) > 0) {
        const qpdf_oh first = qpdf_oh_get_array_item(check->pdf, mode, 0);
        name = hui_object_text(check, first);
        hui_drop(check, first);
    }
    if (name)
        in->now.blend = strcmp(name, "Normal") == 0 || strcmp(name, "Compatible") == 0 ? NULL : name;
    hui_drop(check, mode);
}

static void set_state_font(hui_interpreter *in, qpdf_oh state)
{
    hui_check *check = in->check;
    const qpdf_oh pair = hui_key(check, state, "/Font");
    if (hui_item_count(check, pair) == 2)
        in->now.font_size = hui_item_number(check, pair, 1);
    hui_drop(check, pair);
}

void hui_set_state(hui_interpreter *in, hui_token name)
{
    hui_check *check = in->check;
    hui_interpreter_count(check, READ_COST);
    const qpdf_oh state = hui_find_object(in, "/ExtGState", name), mask = hui_key(check, state, "/SMask");
    if (qpdf_oh_is_dictionary(check->pdf, state)) {
        in->now.alpha[HUI_FILL] = hui_key_number(check, state, "/ca", in->now.alpha[HUI_FILL]);
        in->now.alpha[HUI_STROKE] = hui_key_number(check, state, "/CA", in->now.alpha[HUI_STROKE]);
        in->now.line_width = fabs(hui_key_number(check, state, "/LW", in->now.line_width));
        if (!qpdf_oh_is_null(check->pdf, mask))
            in->now.has_soft_mask = qpdf_oh_is_dictionary(check->pdf, mask);
        set_overprint(in, state);
        set_blend(in, state);
        set_state_font(in, state);
    }
    hui_drop(check, mask);
    hui_drop(check, state);
}
