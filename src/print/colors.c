/* Colours outside content: transparency groups, shadings and images. */
#include "print/pass.h"

#include "base/hash.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static bool is_device_rgb(const hui_pass *pass, qpdf_oh space)
{
    return qpdf_oh_is_name_and_equals(pass->pdf, space, "/DeviceRGB");
}

static void find_mask(hui_pass *pass, const hui_found *found)
{
    const qpdf_oh object = found->object;
    if (found->is_stream || !hui_object_is(pass, object, "/S", "/Luminosity"))
        return;
    const int id = qpdf_oh_get_object_id(pass->pdf, qpdf_oh_get_key(pass->pdf, object, "/G"));
    if (id > 0 && id <= pass->object_count)
        pass->is_mask[id] = true;
}

/* Where sRGB is kept, groups blend in it. */
static void convert_group(hui_pass *pass, qpdf_oh owner, bool is_mask)
{
    const qpdf_oh group = qpdf_oh_get_key_if_dict(pass->pdf, owner, "/Group");
    if (!hui_object_is(pass, group, "/S", "/Transparency") ||
        !is_device_rgb(pass, qpdf_oh_get_key(pass->pdf, group, "/CS")))
        return;
    qpdf_oh space;
    if (is_mask && pass->inks) {
        space = qpdf_oh_new_name(pass->pdf, "/DeviceGray");
    } else if (pass->inks) {
        space = qpdf_oh_new_name(pass->pdf, "/DeviceCMYK");
    } else {
        space = qpdf_oh_new_array(pass->pdf);
        qpdf_oh_append_item(pass->pdf, space, qpdf_oh_new_name(pass->pdf, "/ICCBased"));
        qpdf_oh_append_item(pass->pdf, space, hui_pass_srgb(pass));
    }
    qpdf_oh_replace_key(pass->pdf, group, "/CS", space);
}

static hui_ramp read_ramp(const hui_pass *pass, qpdf_oh function)
{
    const qpdf_oh from = qpdf_oh_get_key(pass->pdf, function, "/C0"), to = qpdf_oh_get_key(pass->pdf, function, "/C1");
    hui_ramp ramp = {.exponent = qpdf_oh_get_numeric_value(pass->pdf, qpdf_oh_get_key(pass->pdf, function, "/N"))};
    for (int i = 0; i < 3; i++) {
        ramp.from[i] = hui_object_number(pass, from, i);
        ramp.to[i] = hui_object_number(pass, to, i);
    }
    return ramp;
}

static bool same_ramp(const void *items, size_t place, const void *sought)
{
    return memcmp((const hui_ramp *)items + place, sought, offsetof(hui_ramp, function)) == 0;
}

static unsigned char to_byte(double part)
{
    return (unsigned char)lround(fmax(0, fmin(1, part)) * 255);
}

/* How much more of each ink the house wants than the profile: colours near to its own must not jump. */
static void find_difference(hui_pass *pass, const double rgb[3], double difference[4])
{
    const hui_cmyk wanted = hui_inks_find(pass->inks, rgb, HUI_INK_USE_FILL), found = hui_inks_convert(pass->inks, rgb);
    for (int k = 0; k < 4; k++)
        difference[k] = wanted.at[k] - found.at[k];
}

enum { SAMPLES = 33 };

/* The inks along the way, 0 to 255. */
typedef struct ink_samples {
    unsigned char at[SAMPLES][4];
} ink_samples;

static ink_samples take_samples(hui_pass *pass, const hui_ramp *ramp)
{
    ink_samples samples;
    double start[4], end[4];
    find_difference(pass, ramp->from, start);
    find_difference(pass, ramp->to, end);
    for (int i = 0; i < SAMPLES; i++) {
        const double part = pow((double)i / (SAMPLES - 1), ramp->exponent);
        double rgb[3];
        for (int k = 0; k < 3; k++)
            rgb[k] = fmax(0, fmin(1, ramp->from[k] + part * (ramp->to[k] - ramp->from[k])));
        const hui_cmyk cmyk = hui_inks_convert(pass->inks, rgb);
        for (int k = 0; k < 4; k++)
            samples.at[i][k] = to_byte(cmyk.at[k] + (1 - part) * start[k] + part * end[k]);
    }
    return samples;
}

/* Whether no sample is further than one of 255 from the straight line. */
static bool is_straight(const ink_samples *samples)
{
    const unsigned char *first = samples->at[0], *last = samples->at[SAMPLES - 1];
    for (int i = 0; i < SAMPLES; i++)
        for (int k = 0; k < 4; k++)
            if (fabs(first[k] + (double)i / (SAMPLES - 1) * (last[k] - first[k]) - samples->at[i][k]) > 1)
                return false;
    return true;
}

static void print_inks(hui_buffer *out, const unsigned char inks[4])
{
    for (int k = 0; k < 4; k++) {
        hui_buffer_add_string(out, k > 0 ? " " : "");
        hui_buffer_add_number(out, inks[k] / 255.0, 4);
    }
}

static qpdf_oh make_straight(const hui_pass *pass, const ink_samples *samples)
{
    hui_buffer text = {0};
    hui_buffer_add_string(&text, "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [");
    print_inks(&text, samples->at[0]);
    hui_buffer_add_string(&text, "] /C1 [");
    print_inks(&text, samples->at[SAMPLES - 1]);
    hui_buffer_add_string(&text, "] >>");
    const qpdf_oh made = qpdf_oh_parse(pass->pdf, text.bytes);
    hui_buffer_finish(&text);
    return qpdf_make_indirect_object(pass->pdf, made);
}

/* The way between two colours is no straight line in inks, unless they are near: then it is sampled (section 7.10.2). */
static qpdf_oh convert_ramp(hui_pass *pass, qpdf_oh function)
{
    const hui_ramp ramp = read_ramp(pass, function);
    const uint32_t hash = hui_hash_bytes(HUI_HASH_START, &ramp, offsetof(hui_ramp, function));
    const size_t place = hui_index_add(pass->arena, &pass->ramp_index, hash, same_ramp, pass->ramps.at, &ramp);
    if (place < pass->ramps.count)
        return pass->ramps.at[place].function;
    const ink_samples samples = take_samples(pass, &ramp);
    hui_ramp *added = hui_vec_push(pass->arena, &pass->ramps);
    *added = ramp;
    added->function =
        is_straight(&samples)
            ? make_straight(pass, &samples)
            : hui_object_stream(
                  pass, "<< /FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /Size [33] /BitsPerSample 8 >>",
                  samples.at, sizeof samples.at);
    return added->function;
}

/* 0 after a fault. Functions are shared: each is converted once. */
static qpdf_oh convert_function(hui_pass *pass, qpdf_oh function, int depth)
{
    const int id = qpdf_oh_get_object_id(pass->pdf, function);
    const bool is_numbered = id > 0 && id <= pass->object_count;
    const qpdf_oh type = qpdf_oh_get_key_if_dict(pass->pdf, function, "/FunctionType");
    const int kind = qpdf_oh_is_integer(pass->pdf, type) ? qpdf_oh_get_int_value_as_int(pass->pdf, type) : -1;
    if (is_numbered && pass->functions[id])
        return pass->functions[id];
    qpdf_oh result = 0;
    if (kind == 2) {
        result = convert_ramp(pass, function);
    } else if (kind == 3 && depth < 4) { /* stitching: its parts (section 7.10.4) */
        const qpdf_oh parts = qpdf_oh_get_key(pass->pdf, function, "/Functions");
        result = function;
        for (int i = 0; i < qpdf_oh_get_array_n_items(pass->pdf, parts); i++) {
            const qpdf_oh part = convert_function(pass, qpdf_oh_get_array_item(pass->pdf, parts, i), depth + 1);
            if (!part)
                return 0;
            qpdf_oh_set_array_item(pass->pdf, parts, i, part);
        }
    } else {
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "a gradient has a function of type %d", kind);
        return 0;
    }
    if (is_numbered)
        pass->functions[id] = result;
    return result;
}

static void convert_shading(hui_pass *pass, qpdf_oh shading)
{
    const qpdf_oh type = qpdf_oh_get_key(pass->pdf, shading, "/ShadingType");
    if (!is_device_rgb(pass, qpdf_oh_get_key(pass->pdf, shading, "/ColorSpace")))
        return;
    const int kind = qpdf_oh_is_integer(pass->pdf, type) ? qpdf_oh_get_int_value_as_int(pass->pdf, type) : 0;
    if ((kind != 2 && kind != 3) || qpdf_oh_has_key(pass->pdf, shading, "/Background")) {
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "a gradient is neither axial nor radial (type %d)", kind);
        return;
    }
    const qpdf_oh function = convert_function(pass, qpdf_oh_get_key(pass->pdf, shading, "/Function"), 0);
    if (!function)
        return;
    qpdf_oh_replace_key(pass->pdf, shading, "/Function", function);
    qpdf_oh_replace_key(pass->pdf, shading, "/ColorSpace", qpdf_oh_new_name(pass->pdf, "/DeviceCMYK"));
}

/* With what its colours were before compression: a JPEG is decoded, and stays so. */
static void convert_image(hui_pass *pass, qpdf_oh image)
{
    const qpdf_oh dictionary = qpdf_oh_get_dict(pass->pdf, image);
    const qpdf_oh bits = qpdf_oh_get_key(pass->pdf, dictionary, "/BitsPerComponent");
    if (!is_device_rgb(pass, qpdf_oh_get_key(pass->pdf, dictionary, "/ColorSpace")))
        return;
    const double count = qpdf_oh_get_numeric_value(pass->pdf, qpdf_oh_get_key(pass->pdf, dictionary, "/Width")) *
                         qpdf_oh_get_numeric_value(pass->pdf, qpdf_oh_get_key(pass->pdf, dictionary, "/Height"));
    size_t size = 0;
    unsigned char *rgb = hui_object_data(pass, image, &size);
    if (rgb && (!qpdf_oh_is_integer(pass->pdf, bits) || qpdf_oh_get_int_value_as_int(pass->pdf, bits) != 8 ||
                count < 1 || (double)size < count * 3 || qpdf_oh_has_key(pass->pdf, dictionary, "/Decode"))) {
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "an image is not of 8 bits a colour");
        free(rgb);
        return;
    }
    if (!rgb)
        return;
    hui_buffer cmyk = {0};
    hui_buffer_reserve(&cmyk, (size_t)count * 4);
    cmyk.size = (size_t)count * 4;
    hui_inks_convert_pixels(pass->inks, rgb, (unsigned char *)cmyk.bytes, (size_t)count);
    hui_object_set_data(pass, image, cmyk.bytes, cmyk.size);
    qpdf_oh_replace_key(pass->pdf, dictionary, "/ColorSpace", qpdf_oh_new_name(pass->pdf, "/DeviceCMYK"));
    hui_buffer_finish(&cmyk);
    free(rgb);
}

/* A palette's colours, which are a string or a stream (section 8.6.6.3), become inks as those of other images do. */
static void convert_palette(hui_pass *pass, qpdf_oh space, size_t count)
{
    const qpdf_oh table = qpdf_oh_get_array_item(pass->pdf, space, 3);
    const bool is_stream = qpdf_oh_is_stream(pass->pdf, table);
    unsigned char *decoded = NULL;
    const void *rgb = NULL;
    size_t size = 0;
    if (is_stream)
        rgb = decoded = hui_object_data(pass, table, &size);
    else if (qpdf_oh_is_string(pass->pdf, table))
        rgb = qpdf_oh_get_binary_string_value(pass->pdf, table, &size);
    if (!pass->fault && size < count * 3)
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "a palette is shorter than it says");
    if (!pass->fault) {
        unsigned char *inks = HUI_NEW_ARRAY(pass->arena, unsigned char, count * 4);
        hui_inks_convert_pixels(pass->inks, rgb, inks, count);
        qpdf_oh_set_array_item(pass->pdf, space, 1, qpdf_oh_new_name(pass->pdf, "/DeviceCMYK"));
        qpdf_oh_set_array_item(pass->pdf, space, 3,
                               qpdf_oh_new_binary_string(pass->pdf, (const char *)inks, count * 4));
    }
    free(decoded);
}

/* A space built on RGB: but for palettes, the plain file has none. */
static void convert_space(hui_pass *pass, qpdf_oh space)
{
    enum { COLORS_MOST = 256 };
    const int items = qpdf_oh_get_array_n_items(pass->pdf, space);
    const bool is_palette =
        items == 4 && qpdf_oh_is_name_and_equals(pass->pdf, qpdf_oh_get_array_item(pass->pdf, space, 0), "/Indexed");
    const double last = is_palette ? hui_object_number(pass, space, 2) : 0;
    if (is_palette && is_device_rgb(pass, qpdf_oh_get_array_item(pass->pdf, space, 1)) && last >= 0 &&
        last < COLORS_MOST) {
        convert_palette(pass, space, (size_t)last + 1);
        return;
    }
    for (int i = 0; i < items; i++)
        if (is_device_rgb(pass, qpdf_oh_get_array_item(pass->pdf, space, i)))
            hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "a colour space is built on RGB");
}

static void convert(hui_pass *pass, const hui_found *found)
{
    const qpdf_oh object = found->object, dictionary = found->dictionary;
    const int id = qpdf_oh_get_object_id(pass->pdf, object);
    if (found->is_array) {
        if (pass->inks)
            convert_space(pass, object);
        return;
    }
    if (found->keys & HUI_KEY_GROUP)
        convert_group(pass, dictionary, id > 0 && id <= pass->object_count && pass->is_mask[id]);
    if (pass->inks && (found->keys & HUI_KEY_SHADING))
        convert_shading(pass, dictionary);
    if (pass->inks && found->is_stream && hui_object_is(pass, dictionary, "/Subtype", "/Image"))
        convert_image(pass, object);
}

void hui_pass_color(hui_pass *pass)
{
    hui_pass_walk(pass, HUI_KEY_STYLE, find_mask);
    hui_pass_walk(pass, HUI_KEY_GROUP | HUI_KEY_SHADING | HUI_KEY_SUBTYPE | HUI_KEY_SPACE, convert);
}
