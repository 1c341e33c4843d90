/* XML: text and attribute values as they may stand in a document. */
#include "base/xml.h"

#include "base/utf8.h"

/* XML 1.0 (fifth edition), production 2. */
static bool is_xml_character(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

static bool is_plain(char c)
{
    return (unsigned char)c >= 0x20 && (unsigned char)c < 0x80 && c != '&' && c != '<' && c != '>' && c != '"';
}

void hui_xml_add_escaped(hui_buffer *out, const char *text, size_t size)
{
    const char *const end = text + hui_utf8_find_invalid(text, size);
    while (text < end) {
        const char *from = text;
        while (text < end && is_plain(*text))
            text++;
        hui_buffer_add(out, from, (size_t)(text - from));
        if (text == end)
            break;
        from = text;
        const uint32_t c = hui_utf8_next(&text);
        switch (c) {
        case '&':
            hui_buffer_add_string(out, "&amp;");
            break;
        case '<':
            hui_buffer_add_string(out, "&lt;");
            break;
        case '>':
            hui_buffer_add_string(out, "&gt;");
            break;
        case '"':
            hui_buffer_add_string(out, "&quot;");
            break;
        case '\t':
            hui_buffer_add_string(out, "&#9;");
            break;
        case '\n':
            hui_buffer_add_string(out, "&#10;");
            break;
        case '\r':
            hui_buffer_add_string(out, "&#13;");
            break;
        default:
            if (is_xml_character(c))
                hui_buffer_add(out, from, (size_t)(text - from));
        }
    }
}
