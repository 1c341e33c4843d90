/* Objects: looks into dictionaries and arrays of files that may hold anything anywhere. */
#include "preflight/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Coordinates and sizes beyond this are nonsense, and would only overflow what is computed from them. */
static const double number_most = 1e9;

/* Bytes of one stream and of all that are decoded: more is an attack, not a drawing. What Flate makes of a stream is
 * measured before; other ways of packing, and those around which there are more filters, may make a thousand bytes of
 * one. */
enum { DECODED_MOST = 1 << 28, ALL_DECODED_MOST = 1 << 30, RAW_MOST = 1 << 27, OTHER_RAW_MOST = 1 << 20 };

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

/* Whether it unpacks to no more bytes than that (RFC 1950), or to none. */
static bool inflates_within(const unsigned char *packed, size_t size, size_t most)
{
    unsigned char bytes[1 << 15];
    z_stream stream = {.next_in = (unsigned char *)packed, .avail_in = (unsigned)size};
    if (inflateInit(&stream) != Z_OK)
        return false;
    int status = Z_OK;
    while (status == Z_OK && stream.total_out <= most) {
        stream.next_out = bytes;
        stream.avail_out = sizeof bytes;
        status = inflate(&stream, Z_NO_FLUSH);
    }
    inflateEnd(&stream);
    return stream.total_out <= most;
}

static bool is_any(const hui_check *check, qpdf_oh filter, const char *const *names)
{
    for (; *names; names++)
        if (qpdf_oh_is_name_and_equals(check->pdf, filter, *names))
            return true;
    return false;
}

/* How many filters there are, and how many of them unpack (section 7.4). */
typedef struct filter_count {
    int all, packing;
    bool has_flate;
} filter_count;

static void count_filter(const hui_check *check, qpdf_oh filter, filter_count *count)
{
    static const char *const flate[] = {"/FlateDecode", "/Fl", NULL};
    static const char *const packing[] = {"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", "/FlateDecode", "/Fl", NULL};
    count->all++;
    count->packing += is_any(check, filter, packing);
    count->has_flate |= is_any(check, filter, flate);
}

static filter_count count_filters(const hui_check *check, qpdf_oh stream)
{
    filter_count count = {0};
    const qpdf_oh dictionary = qpdf_oh_get_dict(check->pdf, stream), filter = hui_key(check, dictionary, "/Filter");
    if (qpdf_oh_is_name(check->pdf, filter))
        count_filter(check, filter, &count);
    for (int i = 0; i < hui_item_count(check, filter) && i < 10; i++) {
        const qpdf_oh item = qpdf_oh_get_array_item(check->pdf, filter, i);
        count_filter(check, item, &count);
        hui_drop(check, item);
    }
    hui_drop(check, filter);
    hui_drop(check, dictionary);
    return count;
}

bool hui_stream_is_tame(hui_check *check, qpdf_oh stream)
{
    const filter_count filters = count_filters(check, stream);
    unsigned char *raw = NULL;
    size_t size = 0;
    if (filters.packing > 1 || check->decoded > ALL_DECODED_MOST)
        return false;
    const QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(check->pdf, stream, qpdf_dl_none, NULL, &raw, &size);
    const bool is_measured = filters.has_flate && filters.all == 1;
    bool is_tame = !(code & QPDF_ERRORS) && size <= (filters.packing > 0 && !is_measured ? OTHER_RAW_MOST : RAW_MOST);
    if (is_tame && is_measured && raw)
        is_tame = inflates_within(raw, size, DECODED_MOST);
    free(raw);
    return is_tame;
}

unsigned char *hui_stream_bytes(hui_check *check, qpdf_oh stream, size_t *size)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL is_decoded = QPDF_FALSE;
    *size = 0;
    if (!qpdf_oh_is_stream(check->pdf, stream) || !hui_stream_is_tame(check, stream))
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
