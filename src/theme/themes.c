/* The themes that ship. Contrasts are WCAG AA or better; tests check them. */
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

static const hui_accent green_eco_accents[] = {
    {"green", HUI_RGB(0x25682C), HUI_RGB(0x124A18), HUI_RGB(0xCBDBCC), HUI_RGB(0xEEF6ED), HUI_RGB(0x25682C),
     HUI_RGB(0xEEF6ED)},
    {"deep", HUI_RGB(0x134924), HUI_RGB(0x002D0F), HUI_RGB(0xC6D3CA), HUI_RGB(0xEEF6F0), HUI_RGB(0x134924),
     HUI_RGB(0xEEF6F0)},
    {"teal", HUI_RGB(0x00635F), HUI_RGB(0x004542), HUI_RGB(0xC2DAD9), HUI_RGB(0xECF6F5), HUI_RGB(0x00635F),
     HUI_RGB(0xECF6F5)},
    {"navy", HUI_RGB(0x265085), HUI_RGB(0x123560), HUI_RGB(0xCBD5E2), HUI_RGB(0xEEF4FC), HUI_RGB(0x265085),
     HUI_RGB(0xEEF4FC)},
    {"ochre", HUI_RGB(0x905211), HUI_RGB(0x6B3900), HUI_RGB(0xE4D5C6), HUI_RGB(0xFBF1EA), HUI_RGB(0x905211),
     HUI_RGB(0xFBF1EA)},
    {"plum", HUI_RGB(0x68387C), HUI_RGB(0x482159), HUI_RGB(0xDBCFE0), HUI_RGB(0xF7F0FB), HUI_RGB(0x68387C),
     HUI_RGB(0xF7F0FB)},
    {"red", HUI_RGB(0x9E2C2C), HUI_RGB(0x75171A), HUI_RGB(0xE8CCCC), HUI_RGB(0xFFEFED), HUI_RGB(0x9E2C2C),
     HUI_RGB(0xFFEFED)},
    {"blue", HUI_RGB(0x005F99), HUI_RGB(0x004371), HUI_RGB(0xC2D9E7), HUI_RGB(0xEBF5FE), HUI_RGB(0x005F99),
     HUI_RGB(0xEBF5FE)},
};

static const hui_accent ink_accents[] = {
    {"ink", HUI_RGB(0x33353A), HUI_RGB(0x202225), HUI_RGB(0xCECFD0), HUI_RGB(0xF3F3F4), HUI_RGB(0x33353A),
     HUI_RGB(0xF3F3F4)},
    {"deep", HUI_RGB(0x23272B), HUI_RGB(0x15191C), HUI_RGB(0xCACBCC), HUI_RGB(0xF3F3F4), HUI_RGB(0x23272B),
     HUI_RGB(0xF3F3F4)},
    {"red", HUI_RGB(0x932C25), HUI_RGB(0x6B1712), HUI_RGB(0xE5CCCB), HUI_RGB(0xFFEFED), HUI_RGB(0x932C25),
     HUI_RGB(0xFFEFED)},
    {"navy", HUI_RGB(0x364E6D), HUI_RGB(0x20344C), HUI_RGB(0xCFD5DC), HUI_RGB(0xF0F4F9), HUI_RGB(0x364E6D),
     HUI_RGB(0xF0F4F9)},
    {"teal", HUI_RGB(0x2C5956), HUI_RGB(0x173C3A), HUI_RGB(0xCCD7D6), HUI_RGB(0xEFF5F4), HUI_RGB(0x2C5956),
     HUI_RGB(0xEFF5F4)},
    {"green", HUI_RGB(0x475935), HUI_RGB(0x2F3D20), HUI_RGB(0xD3D7CF), HUI_RGB(0xF2F5EF), HUI_RGB(0x475935),
     HUI_RGB(0xF2F5EF)},
    {"ochre", HUI_RGB(0x7D5329), HUI_RGB(0x5B3A17), HUI_RGB(0xE0D6CC), HUI_RGB(0xF9F2EC), HUI_RGB(0x7D5329),
     HUI_RGB(0xF9F2EC)},
    {"plum", HUI_RGB(0x60415D), HUI_RGB(0x42293F), HUI_RGB(0xD9D1D8), HUI_RGB(0xF7F2F6), HUI_RGB(0x60415D),
     HUI_RGB(0xF7F2F6)},
    {"blue", HUI_RGB(0x375D76), HUI_RGB(0x224155), HUI_RGB(0xCFD8DE), HUI_RGB(0xEFF4F8), HUI_RGB(0x375D76),
     HUI_RGB(0xEFF4F8)},
};

/* Grays, which a press prints with black alone; accents differ by their weight. */
static const hui_accent mono_print_accents[] = {
    {"black", HUI_RGB(0x2E2E2E), HUI_RGB(0x161616), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x2E2E2E),
     HUI_RGB(0xF2F2F2)},
    {"deep", HUI_RGB(0x1F1F1F), HUI_RGB(0x090909), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x1F1F1F),
     HUI_RGB(0xF2F2F2)},
    {"red", HUI_RGB(0x3D3D3D), HUI_RGB(0x242424), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x3D3D3D),
     HUI_RGB(0xF2F2F2)},
    {"navy", HUI_RGB(0x484848), HUI_RGB(0x2E2E2E), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x484848),
     HUI_RGB(0xF2F2F2)},
    {"teal", HUI_RGB(0x525252), HUI_RGB(0x383838), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x525252),
     HUI_RGB(0xF2F2F2)},
    {"green", HUI_RGB(0x5B5B5B), HUI_RGB(0x404040), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x5B5B5B),
     HUI_RGB(0xF2F2F2)},
    {"ochre", HUI_RGB(0x636363), HUI_RGB(0x484848), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x636363),
     HUI_RGB(0xF2F2F2)},
    {"plum", HUI_RGB(0x353535), HUI_RGB(0x1D1D1D), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x353535),
     HUI_RGB(0xF2F2F2)},
    {"blue", HUI_RGB(0x4D4D4D), HUI_RGB(0x333333), HUI_RGB(0xD1D1D1), HUI_RGB(0xF2F2F2), HUI_RGB(0x4D4D4D),
     HUI_RGB(0xF2F2F2)},
};

#define HUI_TYPE(NAME, word, size, line, weight, doc) {word, size, line, weight, doc},
/* The house's measures, which but for their corners are those of every theme. */
#define MEASURES(corner)                                                                                       \
    {                                                                                                          \
        .margin = 48, .gap = 24, .radius = (corner), .line = 2, .card_x = 26, .card_y = 24, .chapter_top = 56, \
        .chapter_bottom = 76, .icon_stroke = 2.5                                                               \
    }

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

static const hui_theme green_eco = {
    .name = "green-eco",
    .doc = "leaf-white paper, green frames, straw for honours: nature, farming, sustainability",
    .palette =
        {
            .paper = HUI_RGB(0xF6FAF1),
            .card = HUI_RGB(0xFFFFFF),
            .ink = HUI_RGB(0x1C2620),
            .secondary = HUI_RGB(0x55605A),
            .hairline = HUI_RGB(0xD2DFCC),
            .track = HUI_RGB(0xE1E9DC),
            .gold = HUI_RGB(0xC2A83A),
            .gold_light = HUI_RGB(0xF4ECB4),
            .gold_tint = HUI_RGB(0xF8F6DF),
            .gold_ink = HUI_RGB(0x5F5200),
            .gold_dark = HUI_RGB(0x1C4A22),
            .strong_start = HUI_RGB(0x1D4A26),
            .strong_middle = HUI_RGB(0x2B6634),
            .strong_end = HUI_RGB(0x3E7F3C),
            .on_strong = HUI_RGB(0xFFFFFF),
            .stamp = HUI_RGB(0xA8321F),
        },
    .accents = green_eco_accents,
    .accent_count = sizeof green_eco_accents / sizeof *green_eco_accents,
    .type =
        {
#include "theme/type_scale.inc"
        },
    .measures = MEASURES(24),
};

static const hui_theme ink = {
    .name = "ink",
    .doc = "rice-white paper, ink-wash greys and one vermilion: quiet reports, culture, history",
    .palette =
        {
            .paper = HUI_RGB(0xF7F4EC),
            .card = HUI_RGB(0xFDFBF6),
            .ink = HUI_RGB(0x232120),
            .secondary = HUI_RGB(0x5F5B54),
            .hairline = HUI_RGB(0xDDD7CA),
            .track = HUI_RGB(0xE6E1D6),
            .gold = HUI_RGB(0xB59A63),
            .gold_light = HUI_RGB(0xEFE3C8),
            .gold_tint = HUI_RGB(0xF3EDDF),
            .gold_ink = HUI_RGB(0x63502A),
            .gold_dark = HUI_RGB(0x2E2A26),
            .strong_start = HUI_RGB(0x262628),
            .strong_middle = HUI_RGB(0x39393C),
            .strong_end = HUI_RGB(0x515156),
            .on_strong = HUI_RGB(0xFFFFFF),
            .stamp = HUI_RGB(0x9E2B25),
        },
    .accents = ink_accents,
    .accent_count = sizeof ink_accents / sizeof *ink_accents,
    .type =
        {
#include "theme/type_scale.inc"
        },
    .measures = MEASURES(6),
};

static const hui_theme mono_print = {
    .name = "mono-print",
    .doc = "white paper and greys: one plate of black, with --print-black neutral; photocopies",
    .palette =
        {
            .paper = HUI_RGB(0xFFFFFF),
            .card = HUI_RGB(0xFFFFFF),
            .ink = HUI_RGB(0x1B1B1B),
            .secondary = HUI_RGB(0x5B5B5B),
            .hairline = HUI_RGB(0xCECECE),
            .track = HUI_RGB(0xDEDEDE),
            .gold = HUI_RGB(0xA4A4A4),
            .gold_light = HUI_RGB(0xE4E4E4),
            .gold_tint = HUI_RGB(0xEEEEEE),
            .gold_ink = HUI_RGB(0x3A3A3A),
            .gold_dark = HUI_RGB(0x222222),
            .strong_start = HUI_RGB(0x242424),
            .strong_middle = HUI_RGB(0x3D3D3D),
            .strong_end = HUI_RGB(0x585858),
            .on_strong = HUI_RGB(0xFFFFFF),
            .stamp = HUI_RGB(0x2E2E2E),
        },
    .accents = mono_print_accents,
    .accent_count = sizeof mono_print_accents / sizeof *mono_print_accents,
    .type =
        {
#include "theme/type_scale.inc"
        },
    .measures = MEASURES(8),
};

#undef HUI_TYPE
#undef MEASURES

const hui_theme *const hui_themes[] = {&red_gold, &blue_white, &green_eco, &ink, &mono_print, &dark};
const size_t hui_theme_count = sizeof hui_themes / sizeof *hui_themes;
