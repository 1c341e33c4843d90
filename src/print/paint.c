/* Paint: the content of pages, forms and patterns is rewritten, and their resources get what it names. */
#include "print/content.h"
#include "print/outline_font.h"
#include "print/pass.h"

#include <stdio.h>
#include <stdlib.h>

static void add_graphics_states(hui_pass *pass, qpdf_oh resources)
{
    const qpdf_oh states = hui_object_dictionary(pass, resources, "/ExtGState");
    qpdf_oh_replace_key(pass->pdf, states, "/" HUI_NAME_OVERPRINT,
                        qpdf_oh_parse(pass->pdf, "<< /OP true /op true /OPM 1 >>"));
    qpdf_oh_replace_key(pass->pdf, states, "/" HUI_NAME_KNOCKOUT,
                        qpdf_oh_parse(pass->pdf, "<< /OP false /op false /OPM 0 >>"));
}

/* DeviceRGB means sRGB there (ISO 32000-1, section 8.6.5.6). */
static void add_default_rgb(hui_pass *pass, qpdf_oh resources)
{
    const qpdf_oh spaces = hui_object_dictionary(pass, resources, "/ColorSpace");
    const qpdf_oh space = qpdf_oh_new_array(pass->pdf);
    qpdf_oh_append_item(pass->pdf, space, qpdf_oh_new_name(pass->pdf, "/ICCBased"));
    qpdf_oh_append_item(pass->pdf, space, hui_pass_srgb(pass));
    qpdf_oh_replace_key(pass->pdf, spaces, "/DefaultRGB", space);
}

/* A string as a name (ISO 32000-1, section 7.3.5). */
static void add_name(hui_buffer *out, const char *text)
{
    hui_buffer_add_char(out, '/');
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if ((*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z'))
            hui_buffer_add_char(out, (char)*c);
        else
            hui_buffer_printf(out, "#%02X", *c);
}

/* Each spot colour with what stands for it (section 8.6.6.4). */
static void add_spots(hui_pass *pass, qpdf_oh resources)
{
    const qpdf_oh spaces = hui_object_dictionary(pass, resources, "/ColorSpace");
    for (size_t i = 0; i < pass->options->ink_count; i++) {
        const hui_print_ink *ink = &pass->options->inks[i];
        hui_buffer space = {0}, key = {0};
        if (!ink->spot)
            continue;
        hui_buffer_add_string(&space, "[ /Separation ");
        add_name(&space, ink->spot);
        hui_buffer_add_string(&space, " /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [");
        for (int k = 0; k < 4; k++) {
            hui_buffer_add_char(&space, ' ');
            hui_buffer_add_number(&space, ink->cmyk[k], 4);
        }
        hui_buffer_add_string(&space, "] >> ]");
        hui_buffer_printf(&key, "/" HUI_NAME_SPOT "%zu", i);
        qpdf_oh_replace_key(pass->pdf, spaces, key.bytes, qpdf_oh_parse(pass->pdf, space.bytes));
        hui_buffer_finish(&space);
        hui_buffer_finish(&key);
    }
}

static bool needs_default_rgb(const hui_pass *pass)
{
    return !pass->inks && (pass->options->standards & HUI_PRINT_X);
}

static void finish_resources(hui_pass *pass, qpdf_oh owner, hui_content_uses uses)
{
    if (!uses.overprint && !uses.spots && !needs_default_rgb(pass))
        return;
    const qpdf_oh resources = hui_object_dictionary(pass, owner, "/Resources");
    if (uses.overprint)
        add_graphics_states(pass, resources);
    if (uses.spots)
        add_spots(pass, resources);
    if (needs_default_rgb(pass))
        add_default_rgb(pass, resources);
}

/* Puts the content, which is freed, into `stream`, and what it uses into the resources of `owner`. */
static void rewrite(hui_pass *pass, qpdf_oh stream, qpdf_oh owner, unsigned char *content, size_t size,
                    hui_content_options *options)
{
    hui_buffer written = {0};
    if (pass->options->outline_text)
        options->outliner = hui_outliner_new(pass, hui_object_dictionary(pass, owner, "/Resources"));
    const hui_content_uses uses = hui_content_write(pass->arena, (const char *)content, size, options, &written);
    hui_object_set_data(pass, stream, written.bytes, written.size);
    hui_buffer_finish(&written);
    free(content);
    if (options->outliner)
        hui_outliner_finish(options->outliner);
    finish_resources(pass, owner, uses);
}

static hui_content_options content_options(const hui_pass *pass)
{
    return (hui_content_options){.inks = pass->inks, .named = pass->options->inks};
}

static void paint_page(hui_pass *pass, qpdf_oh page)
{
    unsigned char *content = NULL;
    size_t size = 0;
    hui_content_options options = content_options(pass);
    options.artifacts = (pass->options->standards & HUI_PRINT_ACCESSIBLE) != 0;
    if (!options.inks && !options.artifacts && !pass->options->outline_text) {
        finish_resources(pass, page, (hui_content_uses){0});
        return;
    }
    if (qpdf_oh_get_page_content_data(pass->pdf, page, &content, &size) & QPDF_ERRORS) {
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "the content of a page cannot be read");
        return;
    }
    const qpdf_oh stream = qpdf_oh_new_stream(pass->pdf);
    rewrite(pass, stream, page, content, size, &options);
    qpdf_oh_replace_key(pass->pdf, page, "/Contents", stream);
}

static void paint_form(hui_pass *pass, const hui_found *found)
{
    const qpdf_oh object = found->object, dictionary = found->dictionary;
    if (!found->is_stream)
        return;
    const bool is_pattern = (found->keys & HUI_KEY_PATTERN) != 0;
    if (!is_pattern && !hui_object_is(pass, dictionary, "/Subtype", "/Form"))
        return;
    if (!pass->inks && !pass->options->outline_text) {
        finish_resources(pass, dictionary, (hui_content_uses){0});
        return;
    }
    size_t size = 0;
    unsigned char *content = hui_object_data(pass, object, &size);
    hui_content_options options = content_options(pass);
    options.is_mask = pass->is_mask[qpdf_oh_get_object_id(pass->pdf, object)];
    if (content)
        rewrite(pass, object, dictionary, content, size, &options);
}

void hui_pass_paint(hui_pass *pass)
{
    for (int i = 0; i < qpdf_get_num_pages(pass->pdf) && hui_pass_advance(pass); i++)
        paint_page(pass, qpdf_get_page_n(pass->pdf, (size_t)i));
    if (pass->inks || pass->options->outline_text || needs_default_rgb(pass))
        hui_pass_walk(pass, HUI_KEY_SUBTYPE | HUI_KEY_PATTERN, paint_form);
}
