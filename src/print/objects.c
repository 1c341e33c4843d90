/* Objects: what the steps do to dictionaries and streams. */
#include "backend/png_deflate.h"
#include "print/pass.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void hui_pass_fail(hui_pass *pass, hui_print_fault fault, const char *format, ...)
{
    if (pass->fault)
        return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(pass->message, HUI_PRINT_MESSAGE_SIZE, format, arguments);
    va_end(arguments);
    pass->fault = fault;
}

bool hui_object_is(const hui_pass *pass, qpdf_oh object, const char *key, const char *name)
{
    return qpdf_oh_is_name_and_equals(pass->pdf, qpdf_oh_get_key_if_dict(pass->pdf, object, key), name);
}

double hui_object_number(const hui_pass *pass, qpdf_oh array, int index)
{
    double value = 0;
    if (qpdf_oh_is_array(pass->pdf, array) && index < qpdf_oh_get_array_n_items(pass->pdf, array))
        qpdf_oh_get_value_as_number(pass->pdf, qpdf_oh_get_array_item(pass->pdf, array, index), &value);
    return value;
}

void hui_object_set_data(const hui_pass *pass, qpdf_oh stream, const void *bytes, size_t size)
{
    enum { NOT_WORTH_IT = 256 };
    hui_buffer packed = {0};
    if (size < NOT_WORTH_IT) {
        qpdf_oh_replace_stream_data(pass->pdf, stream, bytes, size, qpdf_oh_new_null(pass->pdf),
                                    qpdf_oh_new_null(pass->pdf));
        return;
    }
    hui_buffer_reserve(&packed, hui_zlib_bound(size));
    const size_t packed_size = hui_zlib_pack_fast(bytes, size, (unsigned char *)packed.bytes);
    qpdf_oh_replace_stream_data(pass->pdf, stream, (const unsigned char *)packed.bytes, packed_size,
                                qpdf_oh_new_name(pass->pdf, "/FlateDecode"), qpdf_oh_new_null(pass->pdf));
    hui_buffer_finish(&packed);
}

qpdf_oh hui_object_stream(const hui_pass *pass, const char *dictionary, const void *bytes, size_t size)
{
    const qpdf_oh stream = qpdf_oh_new_stream(pass->pdf), source = qpdf_oh_parse(pass->pdf, dictionary);
    const qpdf_oh target = qpdf_oh_get_dict(pass->pdf, stream);
    qpdf_oh_begin_dict_key_iter(pass->pdf, source);
    while (qpdf_oh_dict_more_keys(pass->pdf)) {
        const char *key = qpdf_oh_dict_next_key(pass->pdf);
        qpdf_oh_replace_key(pass->pdf, target, key, qpdf_oh_get_key(pass->pdf, source, key));
    }
    hui_object_set_data(pass, stream, bytes, size);
    return stream;
}

qpdf_oh hui_object_dictionary(const hui_pass *pass, qpdf_oh in, const char *key)
{
    qpdf_oh found = qpdf_oh_get_key_if_dict(pass->pdf, in, key);
    if (qpdf_oh_is_dictionary(pass->pdf, found))
        return found;
    found = qpdf_oh_new_dictionary(pass->pdf);
    qpdf_oh_replace_key(pass->pdf, in, key, found);
    return found;
}

unsigned char *hui_object_data(hui_pass *pass, qpdf_oh stream, size_t *size)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL is_decoded = QPDF_FALSE;
    const QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(pass->pdf, stream, qpdf_dl_all, &is_decoded, &bytes, size);
    if (!(code & QPDF_ERRORS) && is_decoded)
        return bytes ? bytes : calloc(1, 1);
    free(bytes);
    hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "a stream of it cannot be decoded");
    return NULL;
}

qpdf_oh hui_pass_srgb(hui_pass *pass)
{
    if (!pass->srgb) {
        hui_buffer profile = {0};
        hui_srgb_profile_write(&profile);
        pass->srgb = hui_object_stream(pass, "<< /N 3 /Alternate /DeviceRGB >>", profile.bytes, profile.size);
        hui_buffer_finish(&profile);
    }
    return pass->srgb;
}

/* Direct objects nest four deep in what backend/pdf.c writes, and its longer arrays hold numbers and references. */
enum { DEPTH_MOST = 32, ITEMS_MOST = 16 };

typedef HUI_VEC(const char *) key_list;

/* The dictionary's keys, as qpdf lists those of one dictionary at a time. */
static void list_keys(hui_pass *pass, qpdf_oh dictionary, key_list *keys)
{
    qpdf_oh_begin_dict_key_iter(pass->pdf, dictionary);
    while (qpdf_oh_dict_more_keys(pass->pdf))
        *hui_vec_push(pass->arena, keys) = hui_arena_string(pass->arena, qpdf_oh_dict_next_key(pass->pdf));
}

static unsigned key_bit(const char *key)
{
    static const struct {
        const char *key;
        unsigned bit;
    } sought[] = {
        {"/Group", HUI_KEY_GROUP}, {"/ShadingType", HUI_KEY_SHADING}, {"/Subtype", HUI_KEY_SUBTYPE},
        {"/S", HUI_KEY_STYLE},     {"/PatternType", HUI_KEY_PATTERN}, {"/ca", HUI_KEY_OPACITY},
        {"/CA", HUI_KEY_OPACITY},  {"/SMask", HUI_KEY_OPACITY},       {"/BM", HUI_KEY_OPACITY},
    };
    for (size_t i = 0; i < sizeof sought / sizeof *sought; i++)
        if (strcmp(key, sought[i].key) == 0)
            return sought[i].bit;
    return 0;
}

static void add_found(hui_pass *pass, hui_found found)
{
    if (found.keys)
        *hui_vec_push(pass->arena, &pass->found) = found;
}

static void find(hui_pass *pass, qpdf_oh object, int depth, key_list *keys);

/* An array of numbers, such as a box, holds nothing. */
static void find_in_array(hui_pass *pass, qpdf_oh array, int depth, key_list *keys)
{
    const int count = qpdf_oh_get_array_n_items(pass->pdf, array);
    for (int i = 0; i < count && count <= ITEMS_MOST; i++) {
        const qpdf_oh item = qpdf_oh_get_array_item(pass->pdf, array, i);
        if (i == 0 && qpdf_oh_is_number(pass->pdf, item))
            return;
        if (i == 0 && qpdf_oh_is_name(pass->pdf, item))
            add_found(pass, (hui_found){.object = array, .dictionary = array, .keys = HUI_KEY_SPACE, .is_array = true});
        if (!qpdf_oh_is_indirect(pass->pdf, item))
            find(pass, item, depth + 1, keys);
    }
}

static void find_in_dictionary(hui_pass *pass, hui_found found, int depth, key_list *keys)
{
    const size_t first = keys->count;
    list_keys(pass, found.dictionary, keys);
    const size_t end = keys->count;
    for (size_t i = first; i < end; i++)
        found.keys |= key_bit(keys->at[i]);
    add_found(pass, found);
    for (size_t i = first; i < end; i++) {
        const qpdf_oh value = qpdf_oh_get_key(pass->pdf, found.dictionary, keys->at[i]);
        if (!qpdf_oh_is_indirect(pass->pdf, value))
            find(pass, value, depth + 1, keys);
    }
    keys->count = first;
}

static void find(hui_pass *pass, qpdf_oh object, int depth, key_list *keys)
{
    if (depth > DEPTH_MOST)
        return;
    const enum qpdf_object_type_e type = qpdf_oh_get_type_code(pass->pdf, object);
    hui_found found = {.object = object, .dictionary = object, .is_stream = type == ot_stream};
    if (type == ot_array) {
        find_in_array(pass, object, depth, keys);
    } else if (type == ot_stream) {
        found.dictionary = qpdf_oh_get_dict(pass->pdf, object);
        find_in_dictionary(pass, found, depth, keys);
    } else if (type == ot_dictionary && hui_object_is(pass, object, "/Type", "/StructElem")) {
        found.keys = HUI_KEY_ELEMENT; /* half of all objects, with nothing below that is painted */
        add_found(pass, found);
    } else if (type == ot_dictionary) {
        find_in_dictionary(pass, found, depth, keys);
    }
}

bool hui_pass_advance(hui_pass *pass)
{
    if (!hui_monitor_advance(pass->options->monitor, 1))
        hui_pass_fail(pass, HUI_PRINT_FAULT_CANCELLED, "it was cancelled");
    return !hui_monitor_is_cancelled(pass->options->monitor);
}

void hui_pass_find(hui_pass *pass)
{
    key_list keys = {0};
    for (int i = 1; i <= pass->object_count && hui_pass_advance(pass); i++)
        find(pass, qpdf_get_object_by_id(pass->pdf, i, 0), 0, &keys);
}

void hui_pass_walk(hui_pass *pass, unsigned keys, void (*visit)(hui_pass *pass, const hui_found *found))
{
    for (size_t i = 0; i < pass->found.count; i++)
        if ((pass->found.at[i].keys & keys) && hui_pass_advance(pass))
            visit(pass, &pass->found.at[i]);
}
