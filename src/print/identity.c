/* Identity: what the file says about itself, in the information dictionary (ISO 32000-1, section 14.3.3), in XMP (ISO
 * 16684-1) and in its output intents (section 14.11.5); the first two must agree. */
#include "base/hash.h"
#include "base/xml.h"
#include "print/pass.h"

#include <stdio.h>
#include <string.h>

typedef struct identity {
    hui_pass *pass;
    qpdf_oh info;
    hui_buffer xmp;
    char date[32]; /* 2000-01-01T00:00:00Z */
} identity;

static bool has(const identity *id, unsigned standards)
{
    return (id->pass->options->standards & standards) != 0;
}

/* An entry of the information dictionary as UTF-8, or NULL. */
static const char *find_info(const identity *id, const char *key)
{
    const qpdf_oh value = qpdf_oh_get_key_if_dict(id->pass->pdf, id->info, key);
    if (!qpdf_oh_is_string(id->pass->pdf, value))
        return NULL;
    return hui_arena_string(id->pass->arena, qpdf_oh_get_utf8_value(id->pass->pdf, value)); /* qpdf's is short-lived */
}

/* Cairo 1.16 leaves out the "D:" of dates (section 7.9.4). */
static void complete_date(const identity *id, const char *key)
{
    const char *const date = find_info(id, key);
    if (!date || strncmp(date, "D:", 2) == 0)
        return;
    const char *const whole = hui_arena_printf(id->pass->arena, "D:%s", date);
    qpdf_oh_replace_key(id->pass->pdf, id->info, key, qpdf_oh_new_string(id->pass->pdf, whole));
}

/* "D:20000101000000Z" as XMP writes it; dates of the plain file are in UTC. */
static void read_date(identity *id)
{
    static const char fallback[] = "D:20000101000000Z";
    const char *date = find_info(id, "/CreationDate");
    if (!date || strlen(date) < sizeof fallback - 2)
        date = fallback;
    date += 2;
    snprintf(id->date, sizeof id->date, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", date, date + 4, date + 6, date + 8, date + 10,
             date + 12);
}

static void complete_info(identity *id)
{
    qpdf_data pdf = id->pass->pdf;
    complete_date(id, "/CreationDate");
    complete_date(id, "/ModDate");
    read_date(id);
    if (!has(id, HUI_PRINT_X))
        return;
    qpdf_oh_replace_key(pdf, id->info, "/Trapped", qpdf_oh_new_name(pdf, "/False"));
    qpdf_oh_replace_key(pdf, id->info, "/GTS_PDFXVersion",
                        qpdf_oh_new_string(pdf, has(id, HUI_PRINT_X4) ? "PDF/X-4" : "PDF/X-1a:2003"));
    if (!find_info(id, "/Title")) /* ISO 15930-7, section 6.16.1 */
        qpdf_oh_replace_key(pdf, id->info, "/Title", qpdf_oh_new_string(pdf, "huibao"));
}

static void add_simple(identity *id, const char *name, const char *value)
{
    hui_buffer_printf(&id->xmp, "<%s>", name);
    hui_xml_add_escaped(&id->xmp, value, strlen(value));
    hui_buffer_printf(&id->xmp, "</%s>\n", name);
}

/* As XMP has texts that may come in several languages, and people in order. */
static void add_item(identity *id, const char *name, const char *container, const char *attribute, const char *value)
{
    if (!value)
        return;
    hui_buffer_printf(&id->xmp, "<%s><rdf:%s><rdf:li%s>", name, container, attribute);
    hui_xml_add_escaped(&id->xmp, value, strlen(value));
    hui_buffer_printf(&id->xmp, "</rdf:li></rdf:%s></%s>\n", container, name);
}

static void add_description(identity *id)
{
    const char *const creator = find_info(id, "/Creator"), *const producer = find_info(id, "/Producer");
    add_simple(id, "dc:format", "application/pdf");
    add_item(id, "dc:title", "Alt", " xml:lang=\"x-default\"", find_info(id, "/Title"));
    add_item(id, "dc:creator", "Seq", "", find_info(id, "/Author"));
    add_item(id, "dc:description", "Alt", " xml:lang=\"x-default\"", find_info(id, "/Subject"));
    add_simple(id, "xmp:CreateDate", id->date);
    add_simple(id, "xmp:ModifyDate", id->date);
    add_simple(id, "xmp:MetadataDate", id->date);
    if (creator)
        add_simple(id, "xmp:CreatorTool", creator);
    if (producer)
        add_simple(id, "pdf:Producer", producer);
}

/* Hashes of the plain file: no two posters share them. */
static void add_uuid(identity *id, const char *name, uint32_t seed)
{
    uint32_t parts[4];
    for (uint32_t i = 0; i < 4; i++)
        parts[i] = hui_hash_bytes(HUI_HASH_START + seed * 4 + i, id->pass->plain, id->pass->plain_size);
    hui_buffer_printf(&id->xmp, "<%s>uuid:%08x-%04x-8%03x-8%03x-%04x%08x</%s>\n", name, parts[0], parts[1] >> 16,
                      parts[1] & 0xFFF, parts[2] >> 20, parts[2] & 0xFFFF, parts[3], name);
}

static void add_standards(identity *id)
{
    if (has(id, HUI_PRINT_X)) {
        add_simple(id, "pdf:Trapped", "False");
        add_uuid(id, "xmpMM:DocumentID", 1);
        add_uuid(id, "xmpMM:InstanceID", 2);
        add_simple(id, "xmpMM:VersionID", "1");
        add_simple(id, "xmpMM:RenditionClass", "default");
    }
    if (has(id, HUI_PRINT_X4))
        add_simple(id, "pdfxid:GTS_PDFXVersion", "PDF/X-4");
    if (has(id, HUI_PRINT_A2A)) {
        add_simple(id, "pdfaid:part", "2");
        add_simple(id, "pdfaid:conformance", "A");
    }
    if (has(id, HUI_PRINT_UA1))
        add_simple(id, "pdfuaid:part", "1");
}

typedef struct extension {
    unsigned standard;
    const char *schema, *uri, *prefix, *property, *type, *doc;
} extension;

/* PDF/A asks for a description of each property that it does not know itself (ISO 19005-2, section 6.6.2.3). */
static void add_extensions(identity *id)
{
    static const extension extensions[] = {
        {HUI_PRINT_UA1, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer",
         "Part of ISO 14289"},
        {HUI_PRINT_X4, "PDF/X identification", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text",
         "Version of PDF/X"},
    };
    if (!has(id, HUI_PRINT_A2A) || !has(id, HUI_PRINT_UA1 | HUI_PRINT_X4))
        return;
    hui_buffer_add_string(&id->xmp, "<pdfaExtension:schemas><rdf:Bag>\n");
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        const extension *e = &extensions[i];
        if (!has(id, e->standard))
            continue;
        hui_buffer_printf(
            &id->xmp,
            "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>%s</pdfaSchema:schema>"
            "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>"
            "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%s</pdfaProperty:name>"
            "<pdfaProperty:valueType>%s</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
            "<pdfaProperty:description>%s</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></"
            "rdf:li>\n",
            e->schema, e->uri, e->prefix, e->property, e->type, e->doc);
    }
    hui_buffer_add_string(&id->xmp, "</rdf:Bag></pdfaExtension:schemas>\n");
}

static void add_metadata(identity *id)
{
    static const char head[] =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";
    static const char tail[] = "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
    qpdf_data pdf = id->pass->pdf;
    hui_buffer_add_string(&id->xmp, head);
    add_description(id);
    add_standards(id);
    add_extensions(id);
    hui_buffer_add_string(&id->xmp, tail);
    const qpdf_oh stream = qpdf_oh_new_stream(pdf), dictionary = qpdf_oh_get_dict(pdf, stream);
    qpdf_oh_replace_key(pdf, dictionary, "/Type", qpdf_oh_new_name(pdf, "/Metadata"));
    qpdf_oh_replace_key(pdf, dictionary, "/Subtype", qpdf_oh_new_name(pdf, "/XML"));
    qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)id->xmp.bytes, id->xmp.size, qpdf_oh_new_null(pdf),
                                qpdf_oh_new_null(pdf));
    qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/Metadata", stream);
}

static void add_intent(identity *id, qpdf_oh intents, const char *kind, qpdf_oh profile, const char *condition,
                       bool is_registered)
{
    qpdf_data pdf = id->pass->pdf;
    const qpdf_oh intent = qpdf_oh_new_dictionary(pdf);
    qpdf_oh_replace_key(pdf, intent, "/Type", qpdf_oh_new_name(pdf, "/OutputIntent"));
    qpdf_oh_replace_key(pdf, intent, "/S", qpdf_oh_new_name(pdf, kind));
    qpdf_oh_replace_key(pdf, intent, "/OutputConditionIdentifier", qpdf_oh_new_string(pdf, condition));
    qpdf_oh_replace_key(pdf, intent, "/Info", qpdf_oh_new_string(pdf, condition));
    if (is_registered)
        qpdf_oh_replace_key(pdf, intent, "/RegistryName", qpdf_oh_new_string(pdf, "http://www.color.org"));
    qpdf_oh_replace_key(pdf, intent, "/DestOutputProfile", profile);
    qpdf_oh_append_item(pdf, intents, intent);
}

/* PDF/X names the press, whatever colours the file has; PDF/A what its device colours are. Both name the same profile. */
static void add_intents(identity *id, const hui_inks *press)
{
    hui_pass *pass = id->pass;
    const hui_print_options *options = pass->options;
    const qpdf_oh intents = qpdf_oh_new_array(pass->pdf);
    const char *condition = "sRGB IEC61966-2.1";
    const bool is_bundled = press && !options->profile;
    qpdf_oh profile;
    if (press) {
        const void *bytes = options->profile ? options->profile : hui_fogra39_profile;
        const size_t size = options->profile ? options->profile_size : hui_fogra39_profile_size;
        profile = hui_object_stream(pass, "<< /N 4 /Alternate /DeviceCMYK >>", bytes, size);
        condition = is_bundled ? "FOGRA39" : hui_inks_description(press);
    } else {
        profile = hui_pass_srgb(pass);
    }
    profile = qpdf_make_indirect_object(pass->pdf, profile);
    if (has(id, HUI_PRINT_X))
        add_intent(id, intents, "/GTS_PDFX", profile, condition, is_bundled);
    if (has(id, HUI_PRINT_A2A))
        add_intent(id, intents, "/GTS_PDFA1", profile, condition, is_bundled);
    if (has(id, HUI_PRINT_X | HUI_PRINT_A2A))
        qpdf_oh_replace_key(pass->pdf, qpdf_get_root(pass->pdf), "/OutputIntents", intents);
}

void hui_pass_identify(hui_pass *pass)
{
    identity id = {.pass = pass, .info = qpdf_oh_get_key(pass->pdf, qpdf_get_trailer(pass->pdf), "/Info")};
    if (!qpdf_oh_is_dictionary(pass->pdf, id.info)) {
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "it has no information dictionary");
        return;
    }
    complete_info(&id);
    add_metadata(&id);
    add_intents(&id, pass->press);
    hui_buffer_finish(&id.xmp);
}
