/* Spaces: what the numbers of colours mean (ISO 32000-1, section 8.6). */
#include "preflight/interpreter.h"

#include <string.h>

enum { DEPTH_MOST = 6 };

static const hui_space unknown = {.kind = HUI_SPACE_UNKNOWN, .name = "?", .count = 1};

const hui_space *hui_space_device(hui_interpreter *in, const char *name)
{
    static const struct {
        const char *name, *inlined;
        hui_space space;
    } devices[] = {
        {"DeviceGray", "G", {.kind = HUI_SPACE_GRAY, .name = "DeviceGray", .count = 1}},
        {"DeviceRGB", "RGB", {.kind = HUI_SPACE_RGB, .name = "DeviceRGB", .count = 3}},
        {"DeviceCMYK", "CMYK", {.kind = HUI_SPACE_CMYK, .name = "DeviceCMYK", .count = 4}},
        {"Pattern", "Pattern", {.kind = HUI_SPACE_PATTERN, .name = "Pattern"}},
    };
    static const hui_space default_rgb = {
        .kind = HUI_SPACE_RGB, .name = "DefaultRGB", .is_managed = true, .count = 3}; /* section 8.6.5.6 */
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (strcmp(devices[i].name, name) == 0 || strcmp(devices[i].inlined, name) == 0)
            return devices[i].space.kind == HUI_SPACE_RGB && in->frame && in->frame->resources->has_default_rgb
                       ? &default_rgb
                       : &devices[i].space;
    return NULL;
}

static hui_space *new_space(const hui_interpreter *in, hui_space_kind kind, const char *name, int count)
{
    hui_space *space = HUI_NEW(in->check->arena, hui_space);
    *space = (hui_space){.kind = kind, .name = name, .count = count};
    return space;
}

static const hui_space *read_profile(hui_interpreter *in, qpdf_oh array)
{
    hui_check *check = in->check;
    const qpdf_oh stream = qpdf_oh_get_array_item(check->pdf, array, 1);
    const bool is_stream = qpdf_oh_is_stream(check->pdf, stream);
    const qpdf_oh dictionary = is_stream ? qpdf_oh_get_dict(check->pdf, stream) : qpdf_oh_new_null(check->pdf);
    const int count = (int)hui_key_number(check, dictionary, "/N", 0);
    const hui_space_kind kind = count == 1   ? HUI_SPACE_GRAY
                                : count == 3 ? HUI_SPACE_RGB
                                : count == 4 ? HUI_SPACE_CMYK
                                             : HUI_SPACE_UNKNOWN;
    hui_space *space = new_space(in, kind, count == 3 ? "ICC RGB" : "ICC", count);
    space->is_managed = true;
    hui_drop(check, dictionary);
    hui_drop(check, stream);
    return space;
}

static const hui_space *read_item(hui_interpreter *in, qpdf_oh array, int index, int depth)
{
    const qpdf_oh item = qpdf_oh_get_array_item(in->check->pdf, array, index);
    const hui_space *space = hui_space_read(in, item, depth + 1);
    hui_drop(in->check, item);
    return space;
}

static const hui_space *read_indexed(hui_interpreter *in, qpdf_oh array, int depth)
{
    const hui_space *base = read_item(in, array, 1, depth);
    hui_space *space = new_space(in, base->kind, base->name, 1);
    *space = *base;
    space->is_indexed = true;
    space->count = 1;
    return space;
}

static const hui_space *read_separation(hui_interpreter *in, qpdf_oh array)
{
    hui_space *space = new_space(in, HUI_SPACE_SPOT, "Separation", 1);
    const qpdf_oh name = qpdf_oh_get_array_item(in->check->pdf, array, 1);
    space->colorants[0] = hui_object_text(in->check, name);
    hui_drop(in->check, name);
    return space;
}

static const hui_space *read_device_n(hui_interpreter *in, qpdf_oh array)
{
    hui_check *check = in->check;
    const qpdf_oh names = qpdf_oh_get_array_item(check->pdf, array, 1);
    const int count = hui_item_count(check, names);
    hui_space *space = new_space(in, HUI_SPACE_SPOT, "DeviceN", count < COLORANTS_MOST ? count : COLORANTS_MOST);
    for (int i = 0; i < space->count; i++) {
        const qpdf_oh name = qpdf_oh_get_array_item(check->pdf, names, i);
        space->colorants[i] = hui_object_text(check, name);
        hui_drop(check, name);
    }
    hui_drop(check, names);
    return space;
}

static const hui_space *read_calibrated(hui_interpreter *in, const char *family)
{
    const bool is_gray = strcmp(family, "/CalGray") == 0, is_lab = strcmp(family, "/Lab") == 0;
    hui_space *space = new_space(in,
                                 is_gray  ? HUI_SPACE_GRAY
                                 : is_lab ? HUI_SPACE_LAB
                                          : HUI_SPACE_RGB,
                                 is_gray  ? "CalGray"
                                 : is_lab ? "Lab"
                                          : "CalRGB",
                                 is_gray ? 1 : 3);
    space->is_managed = true;
    return space;
}

static const hui_space *read_pattern(hui_interpreter *in, qpdf_oh array, int depth)
{
    hui_space *space = new_space(in, HUI_SPACE_PATTERN, "Pattern", 0);
    space->base = hui_item_count(in->check, array) > 1 ? read_item(in, array, 1, depth) : NULL;
    return space;
}

static const hui_space *read_family(hui_interpreter *in, qpdf_oh array, const char *family, int depth)
{
    const int count = hui_item_count(in->check, array);
    if (count < 2)
        return hui_space_device(in, family + 1);
    if (!strcmp(family, "/ICCBased"))
        return read_profile(in, array);
    if (!strcmp(family, "/Indexed") || !strcmp(family, "/I"))
        return read_indexed(in, array, depth);
    if (!strcmp(family, "/Separation"))
        return read_separation(in, array);
    if (!strcmp(family, "/DeviceN"))
        return read_device_n(in, array);
    if (!strcmp(family, "/CalRGB") || !strcmp(family, "/CalGray") || !strcmp(family, "/Lab"))
        return read_calibrated(in, family);
    return !strcmp(family, "/Pattern") ? read_pattern(in, array, depth) : NULL;
}

/* A name in a space's place may be one of the resources, as inline images have it. */
static const hui_space *read_name(hui_interpreter *in, const char *name, int depth)
{
    const hui_space *space = hui_space_device(in, name + 1);
    if (space || !in->frame)
        return space;
    const qpdf_oh all = hui_key(in->check, in->frame->resources->dictionary, "/ColorSpace"),
                  named = hui_key(in->check, all, name);
    space = hui_space_read(in, named, depth + 1);
    hui_drop(in->check, named);
    hui_drop(in->check, all);
    return space;
}

/* Never NULL. */
const hui_space *hui_space_read(hui_interpreter *in, qpdf_oh object, int depth)
{
    const hui_space *space = NULL;
    if (depth > DEPTH_MOST)
        return &unknown;
    if (qpdf_oh_is_name(in->check->pdf, object)) {
        const char *name = hui_arena_string(in->check->arena, qpdf_oh_get_name(in->check->pdf, object));
        space = read_name(in, name, depth);
    } else if (hui_item_count(in->check, object) > 0) {
        const qpdf_oh first = qpdf_oh_get_array_item(in->check->pdf, object, 0);
        if (qpdf_oh_is_name(in->check->pdf, first)) {
            const char *family = hui_arena_string(in->check->arena, qpdf_oh_get_name(in->check->pdf, first));
            space = read_family(in, object, family, depth);
        }
        hui_drop(in->check, first);
    }
    return space ? space : &unknown;
}
