/* Encoding: a JSON text is UTF-8 without a byte order mark (RFC 8259, section 8.1). */
#include "json/scan.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static bool fail(const hui_source *source, size_t offset, const char *hint, hui_diags *diags, const char *message)
{
    hui_diags_add(diags, HUI_CODE_BAD_ENCODING, (hui_place){source, offset, 1, "", NULL}, hint, message);
    return false;
}

/* A JSON text begins with an ASCII character, so a zero among the first two bytes betrays two or four bytes a character. */
static bool looks_wide(const char *bytes, size_t size)
{
    return size >= 2 && (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2) || !bytes[0] || !bytes[1]);
}

bool hui_json_check_encoding(const hui_source *source, hui_diags *diags)
{
    static const char save[] = "save it as UTF-8 without a byte order mark";
    if (source->size >= 3 && !memcmp(source->bytes, "\xEF\xBB\xBF", 3))
        return fail(source, 0, save, diags, "the file begins with a byte order mark (U+FEFF)");
    if (looks_wide(source->bytes, source->size))
        return fail(source, 0, save, diags, "the file is UTF-16 or UTF-32, not UTF-8");
    const size_t invalid = hui_utf8_find_invalid(source->bytes, source->size);
    if (invalid == source->size)
        return true;
    char message[64];
    snprintf(message, sizeof message, "the byte 0x%02X is not valid UTF-8 here", (unsigned char)source->bytes[invalid]);
    return fail(source, invalid, "save the file as UTF-8; is it GBK or Latin-1?", diags, message);
}
