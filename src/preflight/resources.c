/* Resources: what names in content stand for. Each name is looked up once a stream, each font and form read once a
 * file. */
#include "preflight/interpreter.h"

#include <stdlib.h>
#include <string.h>

/* Beyond this a file is made to exhaust its readers. */
enum { FONTS_MOST = 20000, FORMS_MOST = 100000 };

/* In statements: what is not known yet is asked of qpdf. */
enum { LOOKUP_COST = 100 };

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

qpdf_oh hui_find_object(hui_interpreter *in, const char *kind, hui_token name)
{
    const qpdf_oh all = hui_key(in->check, in->frame->resources->dictionary, kind);
    const qpdf_oh found = hui_key(in->check, all, name.size > 1 && *name.at == '/' ? spell(in, name) : "/");
    hui_drop(in->check, all);
    return found;
}

hui_resources *hui_resources_new(hui_check *check, qpdf_oh dictionary)
{
    hui_resources *resources = HUI_NEW(check->arena, hui_resources);
    const qpdf_oh spaces = hui_key(check, dictionary, "/ColorSpace");
    resources->dictionary = dictionary;
    resources->has_default_rgb = hui_key_has(check, spaces, "/DefaultRGB");
    hui_drop(check, spaces);
    return resources;
}

/* NULL if it was not looked up yet. */
static const hui_resource *find_known(const hui_interpreter *in, const char *kind, hui_token name)
{
    const hui_resources *resources = in->frame->resources;
    for (size_t i = 0; i < resources->known.count; i++) {
        const hui_resource *known = &resources->known.at[i];
        if (hui_token_is(name, known->name) && strcmp(known->kind, kind) == 0)
            return known;
    }
    return NULL;
}

/* A stream that names a million things is looked at slowly, but does not fill the memory. */
static void know(hui_interpreter *in, const char *kind, hui_token name, void *found)
{
    enum { KNOWN_MOST = 4000 };
    hui_arena *arena = in->check->arena;
    hui_interpreter_count(in->check, LOOKUP_COST);
    if (in->frame->resources->known.count < KNOWN_MOST)
        *hui_vec_push(arena, &in->frame->resources->known) =
            (hui_resource){kind, hui_arena_string_n(arena, name.at, name.size), found};
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
    const hui_resource *known = find_known(in, "/Font", name);
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
    know(in, "/Font", name, (void *)font);
    return font;
}

const hui_space *hui_find_space(hui_interpreter *in, hui_token name)
{
    const hui_resource *known = find_known(in, "/ColorSpace", name);
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
    know(in, "/ColorSpace", name, (void *)space);
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
    const hui_resource *known = find_known(in, "/Pattern", name);
    if (known)
        return known->found;
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
    know(in, "/Pattern", name, pattern);
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
    const qpdf_oh dictionary = qpdf_oh_get_dict(check->pdf, stream),
                  resources = hui_key(check, dictionary, "/Resources");
    if (qpdf_oh_is_dictionary(check->pdf, resources)) /* whose handle is kept */
        form->resources = hui_resources_new(check, resources);
    form->matrix = hui_matrix_identity();
    if (hui_key_numbers(check, dictionary, "/Matrix", m, 6))
        form->matrix = (hui_matrix){.xx = m[0], .yx = m[1], .xy = m[2], .yy = m[3], .x0 = m[4], .y0 = m[5]};
    if (!hui_key_rect(check, dictionary, "/BBox", &form->box))
        form->box = (hui_rect){-1e6, -1e6, 2e6, 2e6};
    form->group_space = read_group_space(in, dictionary, &form->is_group);
    read_content(check, form, stream);
    hui_drop(check, dictionary);
    *hui_vec_push(check->arena, &check->forms) = form;
    return form;
}

const hui_space *hui_pattern_space(const hui_pattern *pattern)
{
    return pattern->shading;
}

static hui_external *read_external(hui_interpreter *in, qpdf_oh stream)
{
    hui_check *check = in->check;
    hui_external *external = HUI_NEW(check->arena, hui_external);
    const qpdf_oh dictionary = qpdf_oh_get_dict(check->pdf, stream);
    if (hui_key_is(check, dictionary, "/Subtype", "/Image"))
        external->picture = hui_picture_read(in, dictionary);
    else if (hui_key_is(check, dictionary, "/Subtype", "/Form"))
        external->form = hui_form_read(in, stream);
    hui_drop(check, dictionary);
    return external;
}

hui_external *hui_find_external(hui_interpreter *in, hui_token name)
{
    const hui_resource *known = find_known(in, "/XObject", name);
    if (known)
        return known->found;
    const qpdf_oh object = hui_find_object(in, "/XObject", name);
    hui_external *external = qpdf_oh_is_stream(in->check->pdf, object) ? read_external(in, object) : NULL;
    hui_drop(in->check, object);
    know(in, "/XObject", name, external);
    return external;
}
