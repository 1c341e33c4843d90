/* Boxes: where each page is cut, and what lies on it that is no content (ISO 32000-1, section 14.11.2). */
#include "preflight/check.h"

#include <math.h>

static const double mm_per_pt = 25.4 / 72;

static hui_rect scale(hui_rect rect, double by)
{
    return (hui_rect){rect.x * by, rect.y * by, rect.w * by, rect.h * by};
}

/* To a hundredth of a millimetre, as programs round. */
static bool contains(hui_rect outer, hui_rect inner)
{
    static const double slack = 0.03;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack && inner.x + inner.w <= outer.x + outer.w + slack &&
           inner.y + inner.h <= outer.y + outer.h + slack;
}

static void check_nesting(hui_check *check, const char *name, hui_rect rect, hui_rect outer)
{
    if (hui_rect_empty(rect))
        hui_check_add(check, HUI_RULE_BAD_BOX, (hui_spot){.detail = name}, name,
                      hui_check_word(check, "is empty", "是空的"));
    else if (!contains(outer, rect))
        hui_check_add(check, HUI_RULE_BAD_BOX, (hui_spot){.detail = name}, name,
                      hui_check_word(check, "reaches beyond the box around it", "超出外层页面框"));
}

/* Sheets of paper are at most this long, and a page of which nothing is known is one of these. */
static const hui_rect a_sheet = {0, 0, 612, 792};

static hui_rect read_media(hui_check *check, qpdf_oh page)
{
    hui_rect media;
    if (!hui_key_rect(check, page, "/MediaBox", &media) || hui_rect_empty(media)) {
        hui_check_add(check, HUI_RULE_BAD_BOX, (hui_spot){.detail = "MediaBox"}, "MediaBox",
                      hui_check_word(check, "is missing or empty", "缺失或为空"));
        return a_sheet;
    }
    return media;
}

void hui_check_boxes(hui_check *check, qpdf_oh page)
{
    hui_page_facts *facts = hui_vec_push(check->arena, &check->report->pages);
    const double unit = hui_key_number(check, page, "/UserUnit", 1);
    hui_rect media, trim, bleed;
    check->unit = unit > 0.01 && unit < 1e5 ? unit : 1;
    check->media = check->trim = check->printed = a_sheet;
    media = trim = read_media(check, page);
    facts->has_trim = hui_key_rect(check, page, "/TrimBox", &trim) || hui_key_rect(check, page, "/ArtBox", &trim);
    const bool is_sane = !hui_rect_empty(trim);
    bleed = facts->has_trim && is_sane ? trim : media;
    facts->has_bleed = hui_key_rect(check, page, "/BleedBox", &bleed);
    check->media = scale(media, check->unit);
    check->trim = scale(is_sane ? trim : media, check->unit);
    check->printed = scale(hui_rect_empty(bleed) ? media : facts->has_bleed ? bleed : media, check->unit);
    if (!facts->has_trim)
        hui_check_add(check, HUI_RULE_NO_TRIM, (hui_spot){.is_general = true});
    else
        check_nesting(check, "TrimBox", trim, facts->has_bleed ? bleed : media);
    if (facts->has_bleed)
        check_nesting(check, "BleedBox", bleed, media);
    facts->media = scale(media, check->unit * mm_per_pt);
    facts->trim = scale(check->trim, mm_per_pt);
    facts->bleed = scale(bleed, check->unit * mm_per_pt);
}

/* Links print nothing, but PDF/X wants none of them within the page either; marks and traps of printers may stay. */
static bool is_harmless(const hui_check *check, qpdf_oh annotation)
{
    enum { HIDDEN = 2, PRINT = 4 };
    const int flags = (int)hui_key_number(check, annotation, "/F", 0);
    if (hui_key_is(check, annotation, "/Subtype", "/PrinterMark") ||
        hui_key_is(check, annotation, "/Subtype", "/TrapNet"))
        return true;
    return !(check->claims & CLAIM_X) &&
           (!(flags & PRINT) || (flags & HIDDEN) || hui_key_is(check, annotation, "/Subtype", "/Link") ||
            hui_key_is(check, annotation, "/Subtype", "/Popup"));
}

void hui_check_annotations(hui_check *check, qpdf_oh page)
{
    enum { MOST = 10000 };
    const qpdf_oh list = hui_key(check, page, "/Annots");
    const int count = hui_item_count(check, list);
    for (int i = 0; i < count && i < MOST; i++) {
        const qpdf_oh annotation = qpdf_oh_get_array_item(check->pdf, list, i);
        hui_rect rect;
        if (hui_key_rect(check, annotation, "/Rect", &rect) && !is_harmless(check, annotation)) {
            rect = scale(rect, check->unit);
            const char *kind = hui_key_text(check, annotation, "/Subtype");
            const hui_rect within = hui_rect_intersect(rect, check->printed);
            if (!hui_rect_empty(within))
                hui_check_add(check, HUI_RULE_ANNOTATION, (hui_spot){.box = &rect, .detail = kind}, kind ? kind : "?");
        }
        hui_drop(check, annotation);
    }
    hui_drop(check, list);
}
