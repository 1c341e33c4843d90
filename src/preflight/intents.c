/* Intents: which press the file is made for, and whether its profile can be used (ISO 32000-1, section 14.11.5). */
#include "preflight/check.h"

#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

typedef struct profile_facts {
    const char *fault, *space;
} profile_facts;

/* The profile of a press is of class prtr, or of a screen where the colours are sRGB; PDF/A takes any output
 * profile. */
static profile_facts read_profile(const hui_check *check, const unsigned char *bytes, size_t size, double components)
{
    const cmsHPROFILE profile = bytes ? cmsOpenProfileFromMem(bytes, (cmsUInt32Number)size) : NULL;
    profile_facts facts = {0};
    if (!profile) {
        facts.fault = hui_check_word(check, "it is no ICC profile", "不是 ICC 特性文件");
        return facts;
    }
    const cmsColorSpaceSignature space = cmsGetColorSpace(profile);
    const cmsProfileClassSignature kind = cmsGetDeviceClass(profile);
    facts.space = space == cmsSigCmykData   ? "CMYK"
                  : space == cmsSigRgbData  ? "RGB"
                  : space == cmsSigGrayData ? "Gray"
                                            : "?";
    if (kind != cmsSigOutputClass && (kind != cmsSigDisplayClass || (check->claims & CLAIM_X)))
        facts.fault =
            hui_check_word(check, "it is no profile of a press (class prtr)", "不是输出设备（prtr 类）特性文件");
    else if ((int)cmsChannelsOf(space) != (int)components)
        facts.fault = hui_check_word(check, "its channels and its entry N differ", "通道数与条目 N 不符");
    cmsCloseProfile(profile);
    return facts;
}

static void check_intent(hui_check *check, qpdf_oh intent)
{
    hui_preflight_report *report = check->report;
    const qpdf_oh stream = hui_key(check, intent, "/DestOutputProfile");
    const char *name = hui_key_text(check, intent, "/OutputConditionIdentifier");
    size_t size;
    if (qpdf_oh_is_stream(check->pdf, stream)) {
        const qpdf_oh dictionary = qpdf_oh_get_dict(check->pdf, stream);
        unsigned char *bytes = hui_stream_bytes(check, stream, &size);
        const profile_facts facts = read_profile(check, bytes, size, hui_key_number(check, dictionary, "/N", 0));
        if (facts.fault)
            hui_check_add(check, HUI_RULE_BAD_INTENT, (hui_spot){.detail = facts.fault}, facts.fault);
        report->intent_space = facts.space;
        free(bytes);
        hui_drop(check, dictionary);
    } else if (!name || !hui_key_has(check, intent, "/RegistryName")) {
        /* A name from the registry stands for its profile (ISO 15930-7, section 6.2.2). */
        const char *fault =
            hui_check_word(check, "there is none, and no registered name", "没有特性文件，也没有注册名称");
        hui_check_add(check, HUI_RULE_BAD_INTENT, (hui_spot){.detail = fault}, fault);
    }
    report->intent = name ? name : "?";
    hui_drop(check, stream);
}

static bool is_intent_of_press(const hui_check *check, qpdf_oh intent)
{
    return hui_key_is(check, intent, "/S", "/GTS_PDFX") || hui_key_is(check, intent, "/S", "/GTS_PDFA1") ||
           hui_key_is(check, intent, "/S", "/ISO_PDFE1");
}

void hui_check_intents(hui_check *check)
{
    const qpdf_oh root = qpdf_get_root(check->pdf), intents = hui_key(check, root, "/OutputIntents");
    const int count = hui_item_count(check, intents);
    bool has_press = false;
    for (int i = 0; i < count && i < 16; i++) {
        const qpdf_oh intent = qpdf_oh_get_array_item(check->pdf, intents, i);
        has_press |= hui_key_is(check, intent, "/S", "/GTS_PDFX");
        if (is_intent_of_press(check, intent))
            check_intent(check, intent);
        hui_drop(check, intent);
    }
    const char *space = check->report->intent_space;
    check->intent_is_rgb = space && strcmp(space, "RGB") == 0;
    if ((check->claims & CLAIM_X) ? !has_press : !check->report->intent)
        hui_check_add(check, HUI_RULE_NO_INTENT, (hui_spot){0});
    hui_drop(check, intents);
    hui_drop(check, root);
}
