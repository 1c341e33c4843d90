/* Run: the steps in their order, and the file read and written around them. */
#include "print/pass.h"

#include <string.h>

enum { OBJECTS_MOST = 8388607 }; /* ISO 32000-1, annex C */

static bool read_plain(hui_pass *pass, const void *bytes, size_t size)
{
    pass->pdf = qpdf_init();
    qpdf_silence_errors(pass->pdf);
    qpdf_set_suppress_warnings(pass->pdf, QPDF_TRUE);
    if (qpdf_read_memory(pass->pdf, "the plain file", bytes, size, NULL) & QPDF_ERRORS)
        return false;
    const qpdf_oh count = qpdf_oh_get_key(pass->pdf, qpdf_get_trailer(pass->pdf), "/Size");
    pass->object_count = qpdf_oh_is_integer(pass->pdf, count) ? qpdf_oh_get_int_value_as_int(pass->pdf, count) - 1 : 0;
    if (pass->object_count < 1 || pass->object_count > OBJECTS_MOST)
        return false;
    pass->is_mask = HUI_NEW_ARRAY(pass->arena, bool, pass->object_count + 1);
    pass->fonts = HUI_NEW_ARRAY(pass->arena, struct hui_outline_font *, pass->object_count + 1);
    pass->functions = HUI_NEW_ARRAY(pass->arena, qpdf_oh, pass->object_count + 1);
    hui_pass_find(pass);
    return true;
}

static void choose_inks(hui_pass *pass)
{
    const hui_print_options *options = pass->options;
    if (!options->standards || (options->keep_rgb && !(options->standards & HUI_PRINT_X)))
        return;
    pass->press = hui_inks_new(pass->arena, options);
    if (!pass->press)
        hui_pass_fail(pass, HUI_PRINT_FAULT_PROFILE, "colours cannot be converted by it");
    else if (!options->keep_rgb)
        pass->inks = pass->press;
}

static void convert(hui_pass *pass)
{
    const unsigned standards = pass->options->standards;
    if (standards & HUI_PRINT_X1A)
        hui_pass_flatten(pass);
    if (standards & HUI_PRINT_ACCESSIBLE)
        hui_pass_make_accessible(pass);
    if (pass->fault)
        return;
    if (standards & HUI_PRINT_X) {
        hui_pass_drop_links(pass);
        hui_pass_add_boxes(pass);
    }
    if (pass->inks || (standards & HUI_PRINT_X))
        hui_pass_color(pass);
    hui_pass_paint(pass);
    if (standards && !pass->fault)
        hui_pass_identify(pass);
}

/* The version each standard is built on. Object streams came with 1.5; printers read files without them best. */
static void write(hui_pass *pass, hui_buffer *out)
{
    const unsigned standards = pass->options->standards;
    qpdf_data pdf = pass->pdf;
    if (qpdf_init_write_memory(pdf) & QPDF_ERRORS)
        return;
    if (standards) /* else its own */
        qpdf_force_pdf_version(pdf, standards & HUI_PRINT_X1A ? "1.4" : standards & HUI_PRINT_X4 ? "1.6" : "1.7");
    qpdf_set_object_stream_mode(pdf, standards & HUI_PRINT_X ? qpdf_o_disable : qpdf_o_generate);
    qpdf_set_compress_streams(pdf, QPDF_FALSE);
    qpdf_set_stream_data_mode(pdf, qpdf_s_preserve);
    qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    if (!(qpdf_write(pdf) & QPDF_ERRORS))
        hui_buffer_add(out, qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
}

static void convert_and_write(hui_pass *pass, hui_buffer *out)
{
    const size_t start = out->size;
    if (!pass->fault)
        choose_inks(pass);
    if (!pass->fault)
        convert(pass);
    if (!pass->fault)
        write(pass, out);
    if (!pass->fault && (qpdf_has_error(pass->pdf) || out->size == start)) {
        const char *text = qpdf_has_error(pass->pdf)
                               ? qpdf_get_error_message_detail(pass->pdf, qpdf_get_error(pass->pdf))
                               : "it cannot be written";
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "%s", text);
    }
    if (pass->fault)
        out->size = start;
}

hui_print_fault hui_print_convert_pdf(const void *pdf, size_t size, const hui_print_options *options, hui_buffer *out,
                                      char message[HUI_PRINT_MESSAGE_SIZE])
{
    hui_pass pass = {
        .arena = hui_arena_new(), .plain = pdf, .plain_size = size, .options = options, .message = message};
    message[0] = 0;
    if (read_plain(&pass, pdf, size))
        convert_and_write(&pass, out);
    else
        hui_pass_fail(&pass, HUI_PRINT_FAULT_PDF, "the plain file cannot be read");
    if (qpdf_has_error(pass.pdf)) /* one that nobody asked for is printed */
        qpdf_get_error(pass.pdf);
    qpdf_cleanup(&pass.pdf);
    hui_arena_free(pass.arena);
    return pass.fault;
}
