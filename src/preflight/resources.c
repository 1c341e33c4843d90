/* Resources: what names in content stand for. Each name is looked up once a stream, each font and form read once a file. */
#include "preflight/interpreter.h"

#include <stdlib.h>
#include <string.h>

/* Beyond this a file is made to exhaust its readers. */
enum { FONTS_MOST = 20000, FORMS_MOST = 100000 };

static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* As qpdf spells keys: with its slash, and without escapes (section 7.3.5). */
static const char *spell(const hui_interpreter *in, hui_token name)
{
    char *text = hui_arena_string_n(in->check->arena, name.at, name.size);
    char *to = text;
    for (const char *from = text; *from; from++) {
        const int high = *from == '#' ? hex_value(from[1]) : -1, low = high >= 0 ? hex_value(from[2]) : -1;
        if (low >= 0 && (high || low)) {
            *to++ = (char)(high * 16 + low);
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    *to = 0;
    return text;
}

qpdf_oh hui_find_object(hui_interpreter *in, const char *category, hui_token name)
{
    const qpdf_oh all = hui_key(in->check, in->frame->resources, category);
    const qpdf_oh found = hui_key(in->check, all, name.size > 1 && *name.at == '/' ? spell(in, name) : "/");
    hui_drop(in->check, all);
    return found;
}

static hui_resource *find_known(hui_interpreter *in, char category, hui_token name)
{
    for (size_t i = 0; i < in->frame->known.count; i++) {
        hui_resource *known = &in->frame->known.at[i];
        if (known->category == category && hui_token_is(name, known->name))
            return known;
    }
    return NULL;
}

static void know(hui_interpreter *in, char category, hui_token name, const void *found)
{
    hui_arena *arena = in->check->arena;
    *hui_vec_push(arena, &in->frame->known) =
        (hui_resource){category, hui_arena_string_n(arena, name.at, name.size), found};
}

static const hui_font *find_read_font(const hui_check *check, int id)
{
    for (size_t i = 0; id && i < check->fonts.count; i++)
        if (check->fonts.at[i]->id == id)
            return check->fonts.at[i];
    return NULL;
}

const hui_font *hui_find_font(hui_interpreter *in, hui_token name)
{
    hui_check *check = in->check;
    const hui_resource *known = find_known(in, 'n', name);
    if (known)
        return known->found;
    const qpdf_oh object = hui_find_object(in, "/Font", name);
    const int id = qpdf_oh_get_object_id(check->pdf, object);
    const hui_font *font = find_read_font(check, id);
    if (!font && check->fonts.count < FONTS_MOST && qpdf_oh_is_dictionary(check->pdf, object)) {
        hui_font *read = hui_font_read(check, object);
        read->id = id;
        *hui_vec_push(check->arena, &check->fonts) = font = read;
    }
    hui_drop(check, object);
    know(in, 'n', name, font);
    return font;
}

const hui_space *hui_find_space(hui_interpreter *in, hui_token name)
{
    const hui_resource *known = find_known(in, 's', name);
    if (known)
        return known->found;
    const hui_space *space = NULL;
    if (name.size > 1)
        space = hui_space_device(in, hui_arena_string_n(in->check->arena, name.at + 1, name.size - 1));
    if (!space) {
        const qpdf_oh object = hui_find_object(in, "/ColorSpace", name);
        space = hui_space_read(in, object, 0);
        hui_drop(in->check, object);
    }
    know(in, 's', name, space);
    return space;
}

static const hui_space *read_shading(hui_interpreter *in, qpdf_oh pattern)
{
    const qpdf_oh shading = hui_key(in->check, pattern, "/Shading");
    const bool is_stream = qpdf_oh_is_stream(in->check->pdf, shading);
    const qpdf_oh dictionary = is_stream ? qpdf_oh_get_dict(in->check->pdf, shading) : shading;
    const qpdf_oh space = hui_key(in->check, dictionary, "/ColorSpace");
    const hui_space *found = hui_space_read(in, space, 0);
    hui_drop(in->check, space);
    if (is_stream)
        hui_drop(in->check, dictionary);
    hui_drop(in->check, shading);
    return found;
}

hui_pattern *hui_find_pattern(hui_interpreter *in, hui_token name)
{
    hui_check *check = in->check;
    const hui_resource *known = find_known(in, 't', name);
    if (known)
        return (hui_pattern *)known->found;
    hui_pattern *pattern = NULL;
    const qpdf_oh object = hui_find_object(in, "/Pattern", name);
    if (qpdf_oh_is_stream(check->pdf, object)) {
        pattern = HUI_NEW(check->arena, hui_pattern);
        pattern->form = hui_form_read(in, object);
    } else if (qpdf_oh_is_dictionary(check->pdf, object)) {
        pattern = HUI_NEW(check->arena, hui_pattern);
        pattern->shading = read_shading(in, object);
    }
    hui_drop(check, object);
    know(in, 't', name, pattern);
    return pattern;
}

static const hui_space *read_group_space(hui_interpreter *in, qpdf_oh dictionary, bool *is_group)
{
    const qpdf_oh group = hui_key(in->check, dictionary, "/Group");
    const qpdf_oh space = hui_key(in->check, group, "/CS");
    *is_group = hui_key_is(in->check, group, "/S", "/Transparency");
    const hui_space *found = *is_group && !qpdf_oh_is_null(in->check->pdf, space) ? hui_space_read(in, space, 0) : NULL;
    hui_drop(in->check, space);
    hui_drop(in->check, group);
    return found;
}

/* The bytes stay with the arena: a form may be painted ten thousand times. */
static void read_content(hui_check *check, hui_form *form, qpdf_oh stream)
{
    unsigned char *bytes = hui_stream_bytes(check, stream, &form->size);
    if (bytes)
        form->content = hui_arena_copy(check->arena, bytes, form->size);
    free(bytes);
}

hui_form *hui_form_read(hui_interpreter *in, qpdf_oh stream)
{
    hui_check *check = in->check;
    const int id = qpdf_oh_get_object_id(check->pdf, stream);
    for (size_t i = 0; i < check->forms.count; i++)
        if (check->forms.at[i]->id == id)
            return check->forms.at[i];
    if (check->forms.count >= FORMS_MOST)
        return NULL;
    hui_form *form = HUI_NEW(check->arena, hui_form);
    double m[6];
    form->id = id;
    form->dictionary = qpdf_oh_get_dict(check->pdf, stream);
    form->resources = hui_key(check, form->dictionary, "/Resources");
    if (!qpdf_oh_is_dictionary(check->pdf, form->resources))
        form->resources = 0;
    form->matrix = hui_matrix_identity();
    if (hui_key_numbers(check, form->dictionary, "/Matrix", m, 6))
        form->matrix = (hui_matrix){.xx = m[0], .yx = m[1], .xy = m[2], .yy = m[3], .x0 = m[4], .y0 = m[5]};
    if (!hui_key_rect(check, form->dictionary, "/BBox", &form->box))
        form->box = (hui_rect){-1e6, -1e6, 2e6, 2e6};
    form->group_space = read_group_space(in, form->dictionary, &form->is_group);
    read_content(check, form, stream);
    *hui_vec_push(check->arena, &check->forms) = form;
    return form;
}

const hui_space *hui_pattern_space(const hui_pattern *pattern)
{
    return pattern->shading;
}
