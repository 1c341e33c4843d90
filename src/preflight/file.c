/* File: what concerns all of it: version, encryption, scripts, layers. */
#include "preflight/check.h"

#include <stdlib.h>
#include <string.h>

/* What each standard is built on, the newest at most. */
static const struct {
    unsigned claim;
    const char *word, *version;
} bases[] = {{CLAIM_X1A, "PDF/X-1a", "1.4"},
             {CLAIM_X3, "PDF/X-3", "1.4"},
             {CLAIM_A1, "PDF/A-1", "1.4"},
             {CLAIM_X4, "PDF/X-4", "1.6"}};

/* The header's, or the catalogue's if that is newer (ISO 32000-1, section 7.2.2). */
static void check_version(hui_check *check)
{
    const qpdf_oh root = qpdf_get_root(check->pdf);
    const char *header = qpdf_get_pdf_version(check->pdf), *own = hui_key_text(check, root, "/Version");
    const char *version = header ? hui_arena_string(check->arena, header) : "";
    if (own && strlen(own) == 3 && strcmp(own, version) > 0)
        version = own;
    check->report->version = version;
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        if ((check->claims & bases[i].claim) && strcmp(version, bases[i].version) > 0 &&
            strncmp(check->report->standards, "PDF/X-6", 7) != 0)
            hui_check_add(check, HUI_RULE_VERSION, (hui_spot){.detail = bases[i].word}, bases[i].word, bases[i].version,
                          version);
    hui_drop(check, root);
}

static void check_encryption(hui_check *check)
{
    if (!qpdf_is_encrypted(check->pdf))
        return;
    const bool prints = qpdf_allow_print_high_res(check->pdf);
    hui_check_add(check, HUI_RULE_ENCRYPTED, (hui_spot){0},
                  prints ? "" : hui_check_word(check, " and does not allow printing", "，且不允许打印"));
}

static bool is_action(const hui_check *check, qpdf_oh action)
{
    static const char *const kinds[] = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Movie", "/Sound"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (hui_key_is(check, action, "/S", kinds[i]))
            return true;
    return false;
}

static void check_scripts(hui_check *check)
{
    const qpdf_oh root = qpdf_get_root(check->pdf), names = hui_key(check, root, "/Names");
    const qpdf_oh open = hui_key(check, root, "/OpenAction"), form = hui_key(check, root, "/AcroForm");
    const struct {
        bool is;
        const char *english, *chinese;
    } found[] = {
        {hui_key_has(check, names, "/JavaScript"), "scripts", "脚本"},
        {is_action(check, open), "an action that runs when it is opened", "打开时执行的动作"},
        {hui_key_has(check, root, "/AA"), "actions of the document", "文档级动作"},
        {hui_key_has(check, form, "/XFA"), "an XFA form", "XFA 表单"},
    };
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        if (found[i].is)
            hui_check_add(check, HUI_RULE_SCRIPT, (hui_spot){.detail = found[i].english},
                          hui_check_word(check, found[i].english, found[i].chinese));
    hui_drop(check, form);
    hui_drop(check, open);
    hui_drop(check, names);
    hui_drop(check, root);
}

static void check_layers(hui_check *check)
{
    const qpdf_oh root = qpdf_get_root(check->pdf), layers = hui_key(check, root, "/OCProperties");
    const qpdf_oh groups = hui_key(check, layers, "/OCGs");
    const int count = hui_item_count(check, groups);
    if (count > 0)
        hui_check_add(check, HUI_RULE_LAYERS, (hui_spot){0}, count);
    hui_drop(check, groups);
    hui_drop(check, layers);
    hui_drop(check, root);
}

void hui_check_file(hui_check *check)
{
    check_version(check);
    check_encryption(check);
    check_scripts(check);
    check_layers(check);
}
