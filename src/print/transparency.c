/* Transparency: PDF/X-1a knows none. What has any is refused, never flattened; groups that change nothing are dropped. */
#include "print/pass.h"

static void check_opacity(hui_pass *pass, qpdf_oh state)
{
    static const char *const keys[] = {"/ca", "/CA"};
    for (int i = 0; i < 2; i++) {
        double opacity = 1;
        if (qpdf_oh_has_key(pass->pdf, state, keys[i]) &&
            qpdf_oh_get_value_as_number(pass->pdf, qpdf_oh_get_key(pass->pdf, state, keys[i]), &opacity) && opacity < 1)
            hui_pass_fail(pass, HUI_PRINT_FAULT_TRANSPARENCY, "something with an opacity of %.0f %%", opacity * 100);
        qpdf_oh_remove_key(pass->pdf, state, keys[i]);
    }
}

static void check_state(hui_pass *pass, qpdf_oh state)
{
    const qpdf_oh mask = qpdf_oh_get_key(pass->pdf, state, "/SMask");
    const qpdf_oh blend = qpdf_oh_get_key(pass->pdf, state, "/BM");
    check_opacity(pass, state);
    if (qpdf_oh_is_dictionary(pass->pdf, mask))
        hui_pass_fail(pass, HUI_PRINT_FAULT_TRANSPARENCY, "a gradient or group that fades out");
    qpdf_oh_remove_key(pass->pdf, state, "/SMask");
    if (qpdf_oh_is_name(pass->pdf, blend) && !qpdf_oh_is_name_and_equals(pass->pdf, blend, "/Normal") &&
        !qpdf_oh_is_name_and_equals(pass->pdf, blend, "/Compatible"))
        hui_pass_fail(pass, HUI_PRINT_FAULT_TRANSPARENCY, "the blend mode %s", qpdf_oh_get_name(pass->pdf, blend) + 1);
    qpdf_oh_remove_key(pass->pdf, state, "/BM");
}

static void flatten(hui_pass *pass, const hui_found *found)
{
    const qpdf_oh dictionary = found->dictionary;
    if (found->is_stream && hui_object_is(pass, dictionary, "/Subtype", "/Image") &&
        qpdf_oh_has_key(pass->pdf, dictionary, "/SMask"))
        hui_pass_fail(pass, HUI_PRINT_FAULT_TRANSPARENCY, "an image with a transparent ground");
    if (hui_object_is(pass, qpdf_oh_get_key(pass->pdf, dictionary, "/Group"), "/S", "/Transparency"))
        qpdf_oh_remove_key(pass->pdf, dictionary, "/Group");
    if (!found->is_stream && (found->keys & HUI_KEY_OPACITY))
        check_state(pass, dictionary);
}

void hui_pass_flatten(hui_pass *pass)
{
    hui_pass_walk(pass, HUI_KEY_GROUP | HUI_KEY_SUBTYPE | HUI_KEY_OPACITY, flatten);
}
