/* Access: what a document must have to be read aloud (ISO 14289-1). */
#include "preflight/check.h"

static bool shows_title(const hui_check *check, qpdf_oh root)
{
    const qpdf_oh trailer = qpdf_get_trailer(check->pdf), info = hui_key(check, trailer, "/Info");
    const qpdf_oh preferences = hui_key(check, root, "/ViewerPreferences");
    const qpdf_oh shown = hui_key(check, preferences, "/DisplayDocTitle");
    const char *title = hui_key_text(check, info, "/Title");
    const bool shows =
        title && *title && qpdf_oh_is_bool(check->pdf, shown) && qpdf_oh_get_bool_value(check->pdf, shown);
    hui_drop(check, shown);
    hui_drop(check, preferences);
    hui_drop(check, info);
    hui_drop(check, trailer);
    return shows;
}

static bool is_tagged(const hui_check *check, qpdf_oh root)
{
    const qpdf_oh mark = hui_key(check, root, "/MarkInfo"), marked = hui_key(check, mark, "/Marked");
    const bool is = qpdf_oh_is_bool(check->pdf, marked) && qpdf_oh_get_bool_value(check->pdf, marked) &&
                    hui_key_has(check, root, "/StructTreeRoot");
    hui_drop(check, marked);
    hui_drop(check, mark);
    return is;
}

/* Figures stand anywhere in the tree, which hostile files make a graph: the file's objects are looked through
 * instead. */
static int count_bare_figures(const hui_check *check)
{
    enum { OBJECTS_MOST = 1000000 };
    const qpdf_oh trailer = qpdf_get_trailer(check->pdf);
    const double size = hui_key_number(check, trailer, "/Size", 0);
    int count = 0;
    for (int i = 1; i < size && i < OBJECTS_MOST; i++) {
        const qpdf_oh object = qpdf_get_object_by_id(check->pdf, i, 0);
        if (hui_key_is(check, object, "/S", "/Figure") && hui_key_has(check, object, "/P")) {
            const char *alt = hui_key_text(check, object, "/Alt"), *actual = hui_key_text(check, object, "/ActualText");
            count += !(alt && *alt) && !(actual && *actual);
        }
        hui_drop(check, object);
    }
    hui_drop(check, trailer);
    return count;
}

void hui_check_access(hui_check *check)
{
    const qpdf_oh root = qpdf_get_root(check->pdf);
    const char *language = hui_key_text(check, root, "/Lang");
    if (hui_rule_applies(check, HUI_RULE_NO_TITLE) && !shows_title(check, root))
        hui_check_add(check, HUI_RULE_NO_TITLE, (hui_spot){0});
    if (!language || !*language)
        hui_check_add(check, HUI_RULE_NO_LANGUAGE, (hui_spot){0});
    const bool tagged = is_tagged(check, root);
    if (!tagged)
        hui_check_add(check, HUI_RULE_UNTAGGED, (hui_spot){0});
    const int bare = tagged && hui_rule_applies(check, HUI_RULE_NO_ALT) ? count_bare_figures(check) : 0;
    if (bare > 0)
        hui_check_add(check, HUI_RULE_NO_ALT, (hui_spot){0}, bare);
    hui_drop(check, root);
}
