/* Boxes: each page says how it is trimmed, and how far its ground reaches beyond. */
#include "print/pass.h"

/* A page that bleeds brings its boxes; any other is trimmed to its sheet (ISO 15930-7, section 6.8). */
static void add_boxes(hui_pass *pass, qpdf_oh page)
{
    static const char *const boxes[] = {"/TrimBox", "/BleedBox"};
    const qpdf_oh media = qpdf_oh_get_key(pass->pdf, page, "/MediaBox");
    qpdf_oh outer = media;
    for (int i = 0; i < 2; i++) {
        if (!qpdf_oh_has_key(pass->pdf, page, boxes[i]))
            qpdf_oh_replace_key(pass->pdf, page, boxes[i], outer);
        outer = qpdf_oh_get_key(pass->pdf, page, boxes[i]);
    }
}

void hui_pass_add_boxes(hui_pass *pass)
{
    for (int i = 0; i < qpdf_get_num_pages(pass->pdf); i++)
        add_boxes(pass, qpdf_get_page_n(pass->pdf, (size_t)i));
}
