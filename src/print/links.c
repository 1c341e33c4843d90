/* Links: PDF/X allows no annotation within the page (ISO 15930-7, section 6.17), so links become plain text. */
#include "print/pass.h"

/* The structure's references to annotations go, too (ISO 32000-1, section 14.7.4.3). */
static void drop_references(hui_pass *pass, qpdf_oh element)
{
    const qpdf_oh children = qpdf_oh_get_key(pass->pdf, element, "/K");
    if (!qpdf_oh_is_array(pass->pdf, children)) {
        if (hui_object_is(pass, children, "/Type", "/OBJR"))
            qpdf_oh_remove_key(pass->pdf, element, "/K");
        return;
    }
    for (int i = qpdf_oh_get_array_n_items(pass->pdf, children); i-- > 0;)
        if (hui_object_is(pass, qpdf_oh_get_array_item(pass->pdf, children, i), "/Type", "/OBJR"))
            qpdf_oh_erase_item(pass->pdf, children, i);
}

static void drop_link(hui_pass *pass, const hui_found *found)
{
    const qpdf_oh object = found->object;
    if (!hui_object_is(pass, object, "/S", "/Link"))
        return;
    drop_references(pass, object);
    qpdf_oh_replace_key(pass->pdf, object, "/S", qpdf_oh_new_name(pass->pdf, "/Span"));
}

void hui_pass_drop_links(hui_pass *pass)
{
    bool any = false;
    for (int i = 0; i < qpdf_get_num_pages(pass->pdf); i++) {
        const qpdf_oh page = qpdf_get_page_n(pass->pdf, (size_t)i);
        any |= qpdf_oh_has_key(pass->pdf, page, "/Annots");
        qpdf_oh_remove_key(pass->pdf, page, "/Annots");
    }
    if (any)
        hui_pass_walk(pass, HUI_KEY_ELEMENT, drop_link);
}
