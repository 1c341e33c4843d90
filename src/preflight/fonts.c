/* Fonts: what they are, whether the file holds them, how wide their glyphs are (ISO 32000-1, section 9.5 to 9.9). */
#include "preflight/interpreter.h"

#include <string.h>

enum { CIDS = 65536 };

static bool is_embedded(const hui_check *check, qpdf_oh descriptor)
{
    return hui_key_has(check, descriptor, "/FontFile") || hui_key_has(check, descriptor, "/FontFile2") ||
           hui_key_has(check, descriptor, "/FontFile3");
}

static void read_simple_widths(const hui_check *check, hui_font *font, qpdf_oh dictionary, qpdf_oh descriptor)
{
    const qpdf_oh widths = hui_key(check, dictionary, "/Widths");
    const int first = (int)hui_key_number(check, dictionary, "/FirstChar", 0), count = hui_item_count(check, widths);
    const double missing = count > 0 ? hui_key_number(check, descriptor, "/MissingWidth", 0) : 500;
    for (int i = 0; i < 256; i++)
        font->widths[i] = i >= first && i - first < count ? hui_item_number(check, widths, i - first) : missing;
    hui_drop(check, widths);
}

static void set_cids(const hui_check *check, hui_font *font, int first, int last, float width)
{
    if (first < 0 || last >= CIDS || first > last)
        return;
    if (last >= font->cid_count) {
        float *grown = HUI_NEW_ARRAY(check->arena, float, last + 1);
        for (int i = 0; i <= last; i++)
            grown[i] = i < font->cid_count ? font->cid_widths[i] : -1;
        font->cid_widths = grown;
        font->cid_count = last + 1;
    }
    for (int i = first; i <= last; i++)
        ((float *)font->cid_widths)[i] = width;
}

/* Room for all at once: growing by steps would take the square of it. */
static void reserve_cids(const hui_check *check, hui_font *font, qpdf_oh list)
{
    const int count = hui_item_count(check, list);
    int most = -1;
    for (int i = 0; i + 1 < count;) {
        const int first = (int)hui_item_number(check, list, i);
        const qpdf_oh next = qpdf_oh_get_array_item(check->pdf, list, i + 1);
        const bool is_array = qpdf_oh_is_array(check->pdf, next);
        const int last = is_array ? first + hui_item_count(check, next) - 1 : (int)hui_item_number(check, list, i + 1);
        if (first >= 0 && last < CIDS && last > most)
            most = last;
        hui_drop(check, next);
        i += is_array ? 2 : 3;
    }
    if (most >= 0)
        set_cids(check, font, most, most, -1);
}

/* `c [w1 w2 …]` and `first last w` (section 9.7.4.3). */
static void read_cid_widths(const hui_check *check, hui_font *font, qpdf_oh descendant)
{
    const qpdf_oh list = hui_key(check, descendant, "/W");
    const int count = hui_item_count(check, list);
    font->cid_default = hui_key_number(check, descendant, "/DW", 1000);
    reserve_cids(check, font, list);
    for (int i = 0; i + 1 < count;) {
        const int first = (int)hui_item_number(check, list, i);
        const qpdf_oh next = qpdf_oh_get_array_item(check->pdf, list, i + 1);
        if (qpdf_oh_is_array(check->pdf, next)) {
            const int widths = hui_item_count(check, next);
            for (int k = 0; k < widths && first >= 0 && first + k < CIDS; k++)
                set_cids(check, font, first + k, first + k, (float)hui_item_number(check, next, k));
            i += 2;
        } else {
            const int last = (int)hui_item_number(check, list, i + 1);
            set_cids(check, font, first, last < CIDS ? last : CIDS - 1, (float)hui_item_number(check, list, i + 2));
            i += 3;
        }
        hui_drop(check, next);
    }
    hui_drop(check, list);
}

static void read_composite(const hui_check *check, hui_font *font, qpdf_oh dictionary)
{
    const qpdf_oh list = hui_key(check, dictionary, "/DescendantFonts");
    const qpdf_oh descendant =
        hui_item_count(check, list) > 0 ? qpdf_oh_get_array_item(check->pdf, list, 0) : qpdf_oh_new_null(check->pdf);
    const qpdf_oh descriptor = hui_key(check, descendant, "/FontDescriptor");
    font->is_composite = true;
    font->is_embedded = is_embedded(check, descriptor);
    font->kind = hui_key_is(check, descendant, "/Subtype", "/CIDFontType2") ? "CID TrueType" : "CID Type 1";
    read_cid_widths(check, font, descendant);
    hui_drop(check, descriptor);
    hui_drop(check, descendant);
    hui_drop(check, list);
}

static void read_type3(const hui_check *check, hui_font *font, qpdf_oh dictionary)
{
    double m[6] = {0.001, 0, 0, 0.001, 0, 0};
    hui_key_numbers(check, dictionary, "/FontMatrix", m, 6);
    font->is_type3 = font->is_embedded = true;
    font->kind = "Type 3";
    font->matrix = (hui_matrix){.xx = m[0], .yx = m[1], .xy = m[2], .yy = m[3], .x0 = m[4], .y0 = m[5]};
}

/* "ABCDEF+Name" is a subset of Name (section 9.6.4). */
static const char *drop_subset(const char *name)
{
    for (int i = 0; i < 6; i++)
        if (name[i] < 'A' || name[i] > 'Z')
            return name;
    return name[6] == '+' ? name + 7 : name;
}

static void note(hui_check *check, const hui_font *font)
{
    hui_preflight_report *report = check->report;
    for (size_t i = 0; i < report->fonts.count; i++)
        if (strcmp(report->fonts.at[i].name, font->name) == 0 && report->fonts.at[i].is_embedded == font->is_embedded)
            return;
    *hui_vec_push(check->arena, &report->fonts) = (hui_font_facts){font->name, font->kind, font->is_embedded};
}

hui_font *hui_font_read(hui_check *check, qpdf_oh dictionary)
{
    hui_font *font = HUI_NEW(check->arena, hui_font);
    const char *name = hui_key_text(check, dictionary, "/BaseFont");
    const qpdf_oh descriptor = hui_key(check, dictionary, "/FontDescriptor");
    font->name = name ? drop_subset(name) : hui_check_word(check, "(without a name)", "（未命名）");
    if (hui_key_is(check, dictionary, "/Subtype", "/Type0")) {
        read_composite(check, font, dictionary);
    } else if (hui_key_is(check, dictionary, "/Subtype", "/Type3")) {
        read_type3(check, font, dictionary);
        read_simple_widths(check, font, dictionary, descriptor);
    } else {
        font->kind = hui_key_is(check, dictionary, "/Subtype", "/TrueType") ? "TrueType" : "Type 1";
        font->is_embedded = is_embedded(check, descriptor);
        read_simple_widths(check, font, dictionary, descriptor);
    }
    hui_drop(check, descriptor);
    note(check, font);
    return font;
}
