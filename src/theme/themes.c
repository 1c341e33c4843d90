/* The themes that ship: red-gold, blue-white, dark. Contrasts are WCAG AA or better; tests check them. */
#include "theme/theme.h"

static const hui_accent red_gold_accents[] = {
    {"red", HUI_RGB(0xB3141B), HUI_RGB(0x8C0E14), HUI_RGB(0xF3D3CF), HUI_RGB(0xFCEDEB), HUI_RGB(0xB3141B),
     HUI_RGB(0xFCEDEB)},
    {"deep", HUI_RGB(0x8C0E14), HUI_RGB(0x6E070C), HUI_RGB(0xF3D3CF), HUI_RGB(0xFCEDEB), HUI_RGB(0x8C0E14),
     HUI_RGB(0xFCEDEB)},
    {"navy", HUI_RGB(0x1B4F91), HUI_RGB(0x123A6E), HUI_RGB(0xCFDDEE), HUI_RGB(0xE9F0F9), HUI_RGB(0x1B4F91),
     HUI_RGB(0xE9F0F9)},
    {"teal", HUI_RGB(0x00665E), HUI_RGB(0x004C46), HUI_RGB(0xC4E3DF), HUI_RGB(0xE6F4F2), HUI_RGB(0x00665E),
     HUI_RGB(0xE6F4F2)},
    {"green", HUI_RGB(0x2E6B2A), HUI_RGB(0x1F4F1C), HUI_RGB(0xCBE2C7), HUI_RGB(0xEAF4E8), HUI_RGB(0x2E6B2A),
     HUI_RGB(0xEAF4E8)},
    {"ochre", HUI_RGB(0xA8480A), HUI_RGB(0x7F3405), HUI_RGB(0xF2D9C3), HUI_RGB(0xFDF0E5), HUI_RGB(0xA8480A),
     HUI_RGB(0xFDF0E5)},
    {"plum", HUI_RGB(0x6B2F8A), HUI_RGB(0x4D1F66), HUI_RGB(0xE0CFEA), HUI_RGB(0xF4ECF8), HUI_RGB(0x6B2F8A),
     HUI_RGB(0xF4ECF8)},
};

/* The names of red-gold all stand here too, so that a poster can change its theme. */
static const hui_accent blue_white_accents[] = {
    {"blue", HUI_RGB(0x0B5CAD), HUI_RGB(0x083F7A), HUI_RGB(0xC9DDF2), HUI_RGB(0xE8F1FB), HUI_RGB(0x0B5CAD),
     HUI_RGB(0xE8F1FB)},
    {"deep", HUI_RGB(0x083F7A), HUI_RGB(0x062B55), HUI_RGB(0xC9D8EA), HUI_RGB(0xE6EEF7), HUI_RGB(0x083F7A),
     HUI_RGB(0xE6EEF7)},
    {"navy", HUI_RGB(0x3F3D9E), HUI_RGB(0x2A2974), HUI_RGB(0xD5D4EE), HUI_RGB(0xEEEEF9), HUI_RGB(0x3F3D9E),
     HUI_RGB(0xEEEEF9)},
    {"teal", HUI_RGB(0x00695C), HUI_RGB(0x004A41), HUI_RGB(0xC3E4DF), HUI_RGB(0xE5F5F2), HUI_RGB(0x00695C),
     HUI_RGB(0xE5F5F2)},
    {"green", HUI_RGB(0x2E6B2A), HUI_RGB(0x1F4F1C), HUI_RGB(0xCBE2C7), HUI_RGB(0xEAF4E8), HUI_RGB(0x2E6B2A),
     HUI_RGB(0xEAF4E8)},
    {"ochre", HUI_RGB(0x9A4B00), HUI_RGB(0x703600), HUI_RGB(0xEEDAC4), HUI_RGB(0xFBF1E6), HUI_RGB(0x9A4B00),
     HUI_RGB(0xFBF1E6)},
    {"plum", HUI_RGB(0x6B2F8A), HUI_RGB(0x4D1F66), HUI_RGB(0xE0CFEA), HUI_RGB(0xF4ECF8), HUI_RGB(0x6B2F8A),
     HUI_RGB(0xF4ECF8)},
    {"red", HUI_RGB(0xB3261E), HUI_RGB(0x8A1A14), HUI_RGB(0xF3D4D1), HUI_RGB(0xFCEEEC), HUI_RGB(0xB3261E),
     HUI_RGB(0xFCEEEC)},
};

/* Names as above; light on dark paper, and grounds of white text as they are on light paper. */
static const hui_accent dark_accents[] = {
    {"red", HUI_RGB(0xFF8A80), HUI_RGB(0x8C0E14), HUI_RGB(0x5C2B2D), HUI_RGB(0x33191B), HUI_RGB(0xB3141B),
     HUI_RGB(0xFCEDEB)},
    {"deep", HUI_RGB(0xF29A94), HUI_RGB(0x6E070C), HUI_RGB(0x552B2C), HUI_RGB(0x30191A), HUI_RGB(0x8C0E14),
     HUI_RGB(0xFCEDEB)},
    {"navy", HUI_RGB(0x82B4F5), HUI_RGB(0x123A6E), HUI_RGB(0x2B456B), HUI_RGB(0x172A42), HUI_RGB(0x1B4F91),
     HUI_RGB(0xE9F0F9)},
    {"teal", HUI_RGB(0x55CDBE), HUI_RGB(0x004C46), HUI_RGB(0x1F514B), HUI_RGB(0x10302D), HUI_RGB(0x00665E),
     HUI_RGB(0xE6F4F2)},
    {"green", HUI_RGB(0x86CC80), HUI_RGB(0x1F4F1C), HUI_RGB(0x31592E), HUI_RGB(0x18311A), HUI_RGB(0x2E6B2A),
     HUI_RGB(0xEAF4E8)},
    {"ochre", HUI_RGB(0xF2A866), HUI_RGB(0x7F3405), HUI_RGB(0x5E4228), HUI_RGB(0x392515), HUI_RGB(0xA8480A),
     HUI_RGB(0xFDF0E5)},
    {"plum", HUI_RGB(0xCFA3E6), HUI_RGB(0x4D1F66), HUI_RGB(0x4F3663), HUI_RGB(0x2F1E3B), HUI_RGB(0x6B2F8A),
     HUI_RGB(0xF4ECF8)},
    {"blue", HUI_RGB(0x7FB2FF), HUI_RGB(0x083F7A), HUI_RGB(0x28466F), HUI_RGB(0x16293F), HUI_RGB(0x0B5CAD),
     HUI_RGB(0xE8F1FB)},
};

#define HUI_TYPE(NAME, word, size, line, weight, doc) {word, size, line, weight, doc},
/* The house's measures, which but for their corners are those of every theme. */
#define MEASURES(corner)                                                                                               \
    {.margin = 48,                                                                                                     \
     .gap = 24,                                                                                                        \
     .radius = (corner),                                                                                               \
     .line = 2,                                                                                                        \
     .card_x = 26,                                                                                                     \
     .card_y = 24,                                                                                                     \
     .chapter_top = 56,                                                                                                \
     .chapter_bottom = 76,                                                                                             \
     .icon_stroke = 2.5}

static const hui_theme red_gold = {
    .name = "red-gold",
    .doc = "warm paper, red frames, gold for honours: government reports",
    .palette =
        {
            .paper = HUI_RGB(0xFFFBF5),
            .card = HUI_RGB(0xFFFFFF),
            .ink = HUI_RGB(0x1F2329),
            .secondary = HUI_RGB(0x595F69),
            .hairline = HUI_RGB(0xEADCCB),
            .track = HUI_RGB(0xE9E4DE),
            .gold = HUI_RGB(0xD9A441),
            .gold_light = HUI_RGB(0xFFE2A0),
            .gold_tint = HUI_RGB(0xFFF3D6),
            .gold_ink = HUI_RGB(0x7A4A00),
            .gold_dark = HUI_RGB(0x7A0A10),
            .strong_start = HUI_RGB(0x8C0E14),
            .strong_middle = HUI_RGB(0xB3141B),
            .strong_end = HUI_RGB(0xC4301F),
            .on_strong = HUI_RGB(0xFFFFFF),
            .stamp = HUI_RGB(0xB3141B),
        },
    .accents = red_gold_accents,
    .accent_count = sizeof red_gold_accents / sizeof *red_gold_accents,
    .type =
        {
#include "theme/type_scale.inc"
        },
    .measures = MEASURES(20),
};

static const hui_theme blue_white = {
    .name = "blue-white",
    .doc = "cool white, blue frames, amber for honours: bulletins of statistics, companies",
    .palette =
        {
            .paper = HUI_RGB(0xF8FBFF),
            .card = HUI_RGB(0xFFFFFF),
            .ink = HUI_RGB(0x17202B),
            .secondary = HUI_RGB(0x536070),
            .hairline = HUI_RGB(0xD3DEEA),
            .track = HUI_RGB(0xE0E7EF),
            .gold = HUI_RGB(0xE0A030),
            .gold_light = HUI_RGB(0xFFE6AE),
            .gold_tint = HUI_RGB(0xFFF5DF),
            .gold_ink = HUI_RGB(0x734700),
            .gold_dark = HUI_RGB(0x073566),
            .strong_start = HUI_RGB(0x083F7A),
            .strong_middle = HUI_RGB(0x0B5CAD),
            .strong_end = HUI_RGB(0x1B74C9),
            .on_strong = HUI_RGB(0xFFFFFF),
            .stamp = HUI_RGB(0xB3261E),
        },
    .accents = blue_white_accents,
    .accent_count = sizeof blue_white_accents / sizeof *blue_white_accents,
    .type =
        {
#include "theme/type_scale.inc"
        },
    .measures = MEASURES(16),
};

static const hui_theme dark = {
    .name = "dark",
    .doc = "near-black paper, soft light colours: screens at night, the dark look of an SVG",
    .palette =
        {
            .paper = HUI_RGB(0x14161B),
            .card = HUI_RGB(0x1F232A),
            .ink = HUI_RGB(0xECEEF1),
            .secondary = HUI_RGB(0xB4BAC4),
            .hairline = HUI_RGB(0x3A3F48),
            .track = HUI_RGB(0x343A44),
            .gold = HUI_RGB(0xD9A441),
            .gold_light = HUI_RGB(0xFFE2A0),
            .gold_tint = HUI_RGB(0x362C17),
            .gold_ink = HUI_RGB(0xF2CC7F),
            .gold_dark = HUI_RGB(0x7A0A10),
            .strong_start = HUI_RGB(0x6E070C),
            .strong_middle = HUI_RGB(0x8C0E14),
            .strong_end = HUI_RGB(0xA51A1F),
            .on_strong = HUI_RGB(0xFFFFFF),
            .stamp = HUI_RGB(0xFF8A80),
        },
    .accents = dark_accents,
    .accent_count = sizeof dark_accents / sizeof *dark_accents,
    .type =
        {
#include "theme/type_scale.inc"
        },
    .measures = MEASURES(20),
};

#undef HUI_TYPE
#undef MEASURES

const hui_theme *const hui_themes[] = {&red_gold, &blue_white, &dark};
const size_t hui_theme_count = sizeof hui_themes / sizeof *hui_themes;
