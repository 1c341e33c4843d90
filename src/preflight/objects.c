/* Objects: looks into dictionaries and arrays of files that may hold anything anywhere. */
#include "preflight/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Coordinates and sizes beyond this are nonsense, and would only overflow what is computed from them. */
static const double number_most = 1e9;

/* Decoded bytes of one stream and of all: more is an attack, not a drawing. */
enum { DECODED_MOST = 1 << 30, RAW_MOST = 1 << 27 };

static double tame(double number)
{
    return !(number > -number_most) ? -number_most : number > number_most ? number_most : number;
}

qpdf_oh hui_key(const hui_check *check, qpdf_oh dictionary, const char *key)
{
    return qpdf_oh_is_dictionary(check->pdf, dictionary) ? qpdf_oh_get_key(check->pdf, dictionary, key)
                                                         : qpdf_oh_new_null(check->pdf);
}

void hui_drop(const hui_check *check, qpdf_oh object)
{
    qpdf_oh_release(check->pdf, object);
}

bool hui_key_is(const hui_check *check, qpdf_oh dictionary, const char *key, const char *name)
{
    const qpdf_oh value = hui_key(check, dictionary, key);
    const bool is = qpdf_oh_is_name_and_equals(check->pdf, value, name);
    hui_drop(check, value);
    return is;
}

bool hui_key_has(const hui_check *check, qpdf_oh dictionary, const char *key)
{
    const qpdf_oh value = hui_key(check, dictionary, key);
    const bool has = !qpdf_oh_is_null(check->pdf, value);
    hui_drop(check, value);
    return has;
}

double hui_key_number(const hui_check *check, qpdf_oh dictionary, const char *key, double otherwise)
{
    double number = otherwise;
    const qpdf_oh value = hui_key(check, dictionary, key);
    if (!qpdf_oh_get_value_as_number(check->pdf, value, &number))
        number = otherwise;
    hui_drop(check, value);
    return tame(number);
}

double hui_item_number(const hui_check *check, qpdf_oh array, int index)
{
    double number = 0;
    if (index >= hui_item_count(check, array))
        return 0;
    const qpdf_oh item = qpdf_oh_get_array_item(check->pdf, array, index);
    if (!qpdf_oh_get_value_as_number(check->pdf, item, &number))
        number = 0;
    hui_drop(check, item);
    return tame(number);
}

int hui_item_count(const hui_check *check, qpdf_oh array)
{
    return qpdf_oh_is_array(check->pdf, array) ? qpdf_oh_get_array_n_items(check->pdf, array) : 0;
}

const char *hui_object_text(const hui_check *check, qpdf_oh object)
{
    if (qpdf_oh_is_name(check->pdf, object))
        return hui_arena_string(check->arena, qpdf_oh_get_name(check->pdf, object) + 1);
    if (qpdf_oh_is_string(check->pdf, object))
        return hui_arena_string(check->arena, qpdf_oh_get_utf8_value(check->pdf, object));
    return NULL;
}

const char *hui_key_text(const hui_check *check, qpdf_oh dictionary, const char *key)
{
    const qpdf_oh value = hui_key(check, dictionary, key);
    const char *text = hui_object_text(check, value);
    hui_drop(check, value);
    return text;
}

bool hui_key_numbers(const hui_check *check, qpdf_oh dictionary, const char *key, double *numbers, int count)
{
    const qpdf_oh array = hui_key(check, dictionary, key);
    const bool is_whole = hui_item_count(check, array) >= count;
    for (int i = 0; i < count && is_whole; i++)
        numbers[i] = hui_item_number(check, array, i);
    hui_drop(check, array);
    return is_whole;
}

bool hui_key_rect(const hui_check *check, qpdf_oh dictionary, const char *key, hui_rect *rect)
{
    double at[4];
    if (!hui_key_numbers(check, dictionary, key, at, 4))
        return false;
    *rect = (hui_rect){fmin(at[0], at[2]), fmin(at[1], at[3]), fabs(at[2] - at[0]), fabs(at[3] - at[1])};
    return true;
}

/* A filter makes at most a thousand bytes of one, but a row of filters makes a thousand thousand. */
static bool is_bomb(hui_check *check, qpdf_oh stream)
{
    const qpdf_oh dictionary = qpdf_oh_get_dict(check->pdf, stream), filter = hui_key(check, dictionary, "/Filter");
    const bool is = hui_item_count(check, filter) > 3 || hui_key_number(check, dictionary, "/Length", 0) > RAW_MOST;
    hui_drop(check, filter);
    hui_drop(check, dictionary);
    return is;
}

unsigned char *hui_stream_bytes(hui_check *check, qpdf_oh stream, size_t *size)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL is_decoded = QPDF_FALSE;
    *size = 0;
    if (!qpdf_oh_is_stream(check->pdf, stream) || check->decoded > DECODED_MOST || is_bomb(check, stream))
        return NULL;
    const QPDF_ERROR_CODE code =
        qpdf_oh_get_stream_data(check->pdf, stream, qpdf_dl_specialized, &is_decoded, &bytes, size);
    if ((code & QPDF_ERRORS) || !is_decoded) {
        free(bytes);
        *size = 0;
        return NULL;
    }
    check->decoded += *size;
    return bytes ? bytes : calloc(1, 1);
}
