/* Characters: what each is to line breaking and spacing. */
#include "base/utf8.h"
#include "text/shaped.h"

#include <glib.h>

bool hui_char_is_ambiguous(uint32_t code)
{
    switch (code) {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x2014: /* — */
    case 0x2026: /* … */
        return true;
    default:
        return false;
    }
}

/* clreq, section 3.1.2: marks by their place in the line. ASCII is left to Unicode's rules. */
static hui_char_kind mark_kind(uint32_t code)
{
    switch (code) {
    case 0x2018: /* ‘ */
    case 0x201C: /* “ */
    case 0x3008: /* 〈 */
    case 0x300A: /* 《 */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
    case 0x3016: /* 〖 */
    case 0x3018: /* 〘 */
    case 0x301D: /* 〝 */
    case 0xFF08: /* （ */
    case 0xFF3B: /* ［ */
    case 0xFF5B: /* ｛ */
        return HUI_CHAR_OPENER;
    case 0x2019: /* ’ */
    case 0x201D: /* ” */
    case 0x3009: /* 〉 */
    case 0x300B: /* 》 */
    case 0x300D: /* 」 */
    case 0x300F: /* 』 */
    case 0x3011: /* 】 */
    case 0x3015: /* 〕 */
    case 0x3017: /* 〗 */
    case 0x3019: /* 〙 */
    case 0x301E: /* 〞 */
    case 0x301F: /* 〟 */
    case 0xFF09: /* ） */
    case 0xFF3D: /* ］ */
    case 0xFF5D: /* ｝ */
        return HUI_CHAR_CLOSER;
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF0C: /* ， */
    case 0xFF0E: /* ． */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF1F: /* ？ */
        return HUI_CHAR_PAUSE;
    case 0x2014: /* — */
    case 0x2026: /* … */
    case 0x22EF: /* ⋯ */
        return HUI_CHAR_DASH;
    case 0x00B7: /* · */
    case 0x2027: /* ‧ */
    case 0x30FB: /* ・ */
        return HUI_CHAR_DOT;
    case 0x0025: /* % */
    case 0x2030: /* ‰ */
    case 0x00B0: /* ° */
    case 0x2103: /* ℃ */
    case 0xFF05: /* ％ */
        return HUI_CHAR_POSTFIX;
    case 0x0020:
    case 0x00A0:
    case 0x3000:
        return HUI_CHAR_SPACE;
    default:
        return HUI_CHAR_OTHER;
    }
}

hui_char_kind hui_char_kind_of(uint32_t code, bool cjk_quotes)
{
    hui_char_kind kind = mark_kind(code);
    if (!cjk_quotes && kind != HUI_CHAR_DASH && hui_char_is_ambiguous(code))
        return code == 0x2019 ? HUI_CHAR_LETTER : HUI_CHAR_OTHER;
    if (kind != HUI_CHAR_OTHER)
        return kind;
    if ((code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19))
        return HUI_CHAR_DIGIT;
    if (hui_utf8_is_cjk(code))
        return g_unichar_isalpha(code) || code == 0x3005 || code == 0x3007 || code > 0xFFFF ? HUI_CHAR_HAN
                                                                                            : HUI_CHAR_OTHER;
    return g_unichar_isalpha(code) ? HUI_CHAR_LETTER : HUI_CHAR_OTHER;
}
