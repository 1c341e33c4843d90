/* Access: what a reader aloud needs beyond the tags, language and texts that the plain file has (ISO 14289-1). Painting
 * outside all tags is made an artifact where content is rewritten. */
#include "print/pass.h"

/* A link says where it leads (section 7.18.1), and is printed if the page is (ISO 19005-2, section 6.3.2). */
static void complete_link(hui_pass *pass, qpdf_oh link)
{
    enum { FLAG_PRINT = 4 };
    const qpdf_oh action = qpdf_oh_get_key(pass->pdf, link, "/A");
    const qpdf_oh uri = qpdf_oh_get_key_if_dict(pass->pdf, action, "/URI");
    const char *text = qpdf_oh_is_string(pass->pdf, uri) ? qpdf_oh_get_utf8_value(pass->pdf, uri) : "→";
    if (!qpdf_oh_has_key(pass->pdf, link, "/Contents"))
        qpdf_oh_replace_key(pass->pdf, link, "/Contents", qpdf_oh_new_unicode_string(pass->pdf, text));
    qpdf_oh_replace_key(pass->pdf, link, "/F", qpdf_oh_new_integer(pass->pdf, FLAG_PRINT));
}

static void complete(hui_pass *pass, const hui_found *found)
{
    const qpdf_oh dictionary = found->dictionary;
    if (found->is_stream) /* ISO 19005-2, section 6.2.8: an image is drawn as it is */
        qpdf_oh_remove_key(pass->pdf, dictionary, "/Interpolate");
    else if (hui_object_is(pass, dictionary, "/Subtype", "/Link"))
        complete_link(pass, dictionary);
    else if (hui_object_is(pass, dictionary, "/S", "/Figure") && !qpdf_oh_has_key(pass->pdf, dictionary, "/Alt"))
        hui_pass_fail(pass, HUI_PRINT_FAULT_ACCESS, "a figure has no “alt”: what those are told who do not see it");
}

void hui_pass_make_accessible(hui_pass *pass)
{
    const qpdf_oh root = qpdf_get_root(pass->pdf);
    const qpdf_oh info = qpdf_oh_get_key(pass->pdf, qpdf_get_trailer(pass->pdf), "/Info");
    if (!qpdf_oh_is_dictionary(pass->pdf, qpdf_oh_get_key(pass->pdf, root, "/StructTreeRoot")))
        hui_pass_fail(pass, HUI_PRINT_FAULT_PDF, "it has no tags");
    if (!qpdf_oh_is_string(pass->pdf, qpdf_oh_get_key_if_dict(pass->pdf, info, "/Title")))
        hui_pass_fail(pass, HUI_PRINT_FAULT_ACCESS, "the poster has no “title”");
    if (!qpdf_oh_is_string(pass->pdf, qpdf_oh_get_key(pass->pdf, root, "/Lang")))
        hui_pass_fail(pass, HUI_PRINT_FAULT_ACCESS, "the poster has no “lang”");
    for (int i = 0; i < qpdf_get_num_pages(pass->pdf); i++)
        qpdf_oh_replace_key(pass->pdf, qpdf_get_page_n(pass->pdf, (size_t)i), "/Tabs",
                            qpdf_oh_new_name(pass->pdf, "/S"));
    hui_pass_walk(pass, HUI_KEY_ELEMENT | HUI_KEY_SUBTYPE, complete);
}
