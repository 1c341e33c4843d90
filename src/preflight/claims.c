/* Claims: the standards that a file says it follows, in its information dictionary (PDF/X before 4) and in its XMP
 * metadata. */
#include "preflight/check.h"

#include <expat.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What is read of the metadata: names as expat joins them, namespace and word. */
typedef struct claim_words {
    char x[32], a_part[8], a_level[8], ua_part[8];
} claim_words;

#define PROPERTY(name, field)                                                  \
    {                                                                          \
        name, offsetof(claim_words, field), sizeof((claim_words *)NULL)->field \
    }
static const struct {
    const char *name;
    size_t offset, size;
} properties[] = {
    PROPERTY("http://www.npes.org/pdfx/ns/id/ GTS_PDFXVersion", x),
    PROPERTY("http://www.aiim.org/pdfa/ns/id/ part", a_part),
    PROPERTY("http://www.aiim.org/pdfa/ns/id/ conformance", a_level),
    PROPERTY("http://www.aiim.org/pdfua/ns/id/ part", ua_part),
};

typedef struct reader {
    claim_words words;
    char *now; /* the property that text belongs to, or NULL */
    size_t room;
} reader;

static char *find_property(reader *r, const char *name, size_t *size)
{
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (strcmp(properties[i].name, name) == 0) {
            *size = properties[i].size;
            return (char *)&r->words + properties[i].offset;
        }
    return NULL;
}

static void add_text(char *to, size_t size, const char *text, size_t length)
{
    const size_t used = strlen(to), room = size - 1 - used;
    memcpy(to + used, text, length < room ? length : room);
}

/* A property is an element, or an attribute of a description (ISO 16684-1, section 7.9.2.2). */
static void XMLCALL begin(void *closure, const XML_Char *name, const XML_Char **attributes)
{
    reader *r = closure;
    for (; *attributes; attributes += 2) {
        size_t size;
        char *to = find_property(r, attributes[0], &size);
        if (to)
            add_text(to, size, attributes[1], strlen(attributes[1]));
    }
    r->now = find_property(r, name, &r->room);
}

static void XMLCALL end(void *closure, const XML_Char *name)
{
    (void)name;
    ((reader *)closure)->now = NULL;
}

static void XMLCALL text(void *closure, const XML_Char *characters, int length)
{
    reader *r = closure;
    if (r->now)
        add_text(r->now, r->room, characters, (size_t)length);
}

static void read_metadata(hui_check *check, reader *r)
{
    size_t size;
    const qpdf_oh root = qpdf_get_root(check->pdf), stream = hui_key(check, root, "/Metadata");
    unsigned char *bytes = hui_stream_bytes(check, stream, &size);
    XML_Parser parser = bytes && size < 1 << 26 ? XML_ParserCreateNS(NULL, ' ') : NULL;
    if (parser) {
        XML_SetUserData(parser, r);
        XML_SetElementHandler(parser, begin, end);
        XML_SetCharacterDataHandler(parser, text);
        XML_Parse(parser, (const char *)bytes, (int)size, XML_TRUE);
        XML_ParserFree(parser);
    }
    free(bytes);
    hui_drop(check, stream);
    hui_drop(check, root);
}

/* An older PDF/X says so in the information dictionary only (ISO 15930-4, section 6.12). */
static void read_information(hui_check *check, reader *r)
{
    const qpdf_oh trailer = qpdf_get_trailer(check->pdf), info = hui_key(check, trailer, "/Info");
    const char *version = hui_key_text(check, info, "/GTS_PDFXVersion");
    const char *conformance = hui_key_text(check, info, "/GTS_PDFXConformance"); /* PDF/X-1a:2001 */
    if (!*r->words.x && (conformance || version))
        add_text(r->words.x, sizeof r->words.x, conformance ? conformance : version,
                 strlen(conformance ? conformance : version));
    hui_drop(check, info);
    hui_drop(check, trailer);
}

static void claim(hui_check *check, unsigned claims, const char *words)
{
    const char **said = &check->report->standards;
    check->claims |= claims;
    *said = *said ? hui_arena_printf(check->arena, "%s, %s", *said, words) : hui_arena_string(check->arena, words);
}

void hui_check_claims(hui_check *check)
{
    reader r = {0};
    read_metadata(check, &r);
    read_information(check, &r);
    const claim_words *words = &r.words;
    if (strncmp(words->x, "PDF/X-1", 7) == 0)
        claim(check, CLAIM_X1A, words->x);
    else if (strncmp(words->x, "PDF/X-3", 7) == 0)
        claim(check, CLAIM_X3, words->x);
    else if (strncmp(words->x, "PDF/X-", 6) == 0)
        claim(check, CLAIM_X4, words->x);
    if (*words->a_part) {
        const bool is_level_a = *words->a_level == 'A' || *words->a_level == 'a';
        claim(check, (*words->a_part == '1' ? CLAIM_A1 : CLAIM_A2) | (is_level_a ? CLAIM_AA : 0),
              hui_arena_printf(check->arena, *words->a_level ? "PDF/A-%s%c" : "PDF/A-%s", words->a_part,
                               *words->a_level | 0x20));
    }
    if (*words->ua_part)
        claim(check, CLAIM_UA, hui_arena_printf(check->arena, "PDF/UA-%s", words->ua_part));
}
